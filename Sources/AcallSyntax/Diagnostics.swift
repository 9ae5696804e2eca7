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
package struct Diagnostics: Sendable {
    package let source: SourceText
    package private(set) var list: [Diagnostic] = []

    package init(_ source: SourceText) {
        self.source = source
    }

    package var hasErrors: Bool { list.contains { $0.severity == .error } }

    package mutating func error(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        list.append(
            Diagnostic(
                severity: .error, code: code, span: span, message: message, help: help, notes: notes
            ))
    }

    package mutating func warning(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        list.append(
            Diagnostic(
                severity: .warning, code: code, span: span, message: message, help: help,
                notes: notes))
    }
}
