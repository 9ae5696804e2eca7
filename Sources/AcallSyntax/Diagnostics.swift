// What is wrong with a program: facts with places, collected while the stages go on, shown at the end.

package enum Severity: Sendable, Hashable {
    case error, warning
}

/// One thing that is wrong.
package struct Diagnostic: Sendable, Hashable {
    package var severity: Severity
    /// Stable; `E01..` source and tokens, `E02..` syntax, `E03..` names, `E04..` types and arguments,
    /// `E05..` flow, `E06..` hazards, `E07..` limits, `E08..` YAML; `W` for warnings.
    package var code: String
    package var span: Span
    /// One sentence, lower case, no full stop: what is wrong.
    package var message: String
    /// What to write instead.
    package var help: String?
    /// Other places that matter ("first declared here").
    package var notes: [Note]

    package struct Note: Sendable, Hashable {
        package var span: Span
        package var message: String
        package init(_ span: Span, _ message: String) {
            self.span = span
            self.message = message
        }
    }
}

/// All that is wrong with one source, in the order it was found.
///
/// Invariant: at most `maximumErrors` errors and one that says that there were more, and as many warnings: a
/// person reads the first few, and a file that is no program at all would fill memory.
package struct Diagnostics: Sendable {
    package internal(set) var source: SourceText
    package private(set) var list: [Diagnostic] = []
    /// Errors were left out: a stage need not look for more.
    package private(set) var isFull = false
    private var errors = 0
    private var warnings = 0

    package static let maximumErrors = 100

    package init(_ source: SourceText) {
        self.source = source
    }

    package var hasErrors: Bool { errors > 0 }

    package mutating func error(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        if isFull { return }
        var diagnostic = Diagnostic(
            severity: .error, code: code, span: span, message: message, help: help, notes: notes)
        if errors == Self.maximumErrors {
            isFull = true
            diagnostic = Diagnostic(
                severity: .error, code: "E0103", span: span,
                message: "too many errors: the rest was not looked at", help: nil, notes: [])
        }
        errors += 1
        list.append(diagnostic)
    }

    /// Other help for what was reported last.
    mutating func explainLast(_ help: String) {
        guard !isFull, !list.isEmpty else { return }
        list[list.count - 1].help = help
    }

    /// More help for what was reported last, behind its own.
    package mutating func addHelp(_ help: String) {
        guard !isFull, !list.isEmpty else { return }
        let before = list[list.count - 1].help.map { $0 + "; " } ?? ""
        list[list.count - 1].help = before + help
    }

    /// What was reported of a program in the YAML spelling gets its help in that spelling; the files that it
    /// includes are in the other one.
    package mutating func respellHelp() {
        for index in list.indices {
            let start = Int(list[index].span.start)
            // What the reader of that spelling says is in it already.
            guard let help = list[index].help, source.file(at: start).start == 0,
                !list[index].code.hasPrefix("E08")
            else { continue }
            list[index].help = YAMLHelp.respelled(help)
        }
    }

    /// Leaves out the warnings that are advice to the author: a user who runs the program can't follow it.
    package mutating func dropAdvice() {
        list.removeAll { $0.severity == .warning && ["W0301", "W0501"].contains($0.code) }
    }

    /// Reports a warning; those beyond the limit are left out.
    package mutating func warning(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        if warnings == Self.maximumErrors { return }
        warnings += 1
        list.append(
            Diagnostic(
                severity: .warning, code: code, span: span, message: message, help: help,
                notes: notes))
    }
}
