// `acall-run fmt` and `acall-run convert`: programs printed again, in their own spelling or in the other one.
//
// Invariant: what is written reads as the program that was read; otherwise nothing is written.

import AcallCommand
import AcallSyntax
import Glibc

/// A program that was read without errors.
private struct ReadProgram {
    let source: SourceText
    let tree: SyntaxTree
    let isYAML: Bool

    /// Nil where it has errors, which are shown.
    init?(_ file: ProgramFile, isColourAllowed: Bool) throws(CommandFailure) {
        source = SourceText(name: file.displayName, bytes: try file.read())
        isYAML = file.isYAML
        var diagnostics = Diagnostics(source)
        tree = Self.parse(source, isYAML, &diagnostics)
        if diagnostics.list.isEmpty { return }
        let colour = Output.error.isColoured(allowed: isColourAllowed)
        if (try? Output.error.write(diagnostics.rendered(colour: colour))) == nil {
            throw CommandFailure("can't write to standard error", status: .unable)
        }
        if diagnostics.hasErrors { return nil }
    }

    private static func parse(
        _ source: SourceText, _ isYAML: Bool, _ diagnostics: inout Diagnostics
    ) -> SyntaxTree {
        isYAML
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
    }

    /// In one of the spellings.
    func printed(asYAML: Bool) throws(CommandFailure) -> [UInt8] {
        let layout = SourceLayout(tree, source, isYAML: isYAML)
        let bytes =
            asYAML ? tree.printedAsYAML(keeping: layout) : tree.printedAsText(keeping: layout)
        try check(bytes, isYAML: asYAML)
        return bytes
    }

    /// The printed program means what the read one does.
    private func check(_ bytes: [UInt8], isYAML: Bool) throws(CommandFailure) {
        let printed = SourceText(name: source.name, bytes: bytes)
        var diagnostics = Diagnostics(printed)
        let again = Self.parse(printed, isYAML, &diagnostics)
        if !diagnostics.hasErrors, again.printedAsText() == tree.printedAsText() { return }
        let what = diagnostics.list.first.map { ": \($0.message)" } ?? ""
        throw CommandFailure(
            "'\(source.name)' can't be spelled in \(isYAML ? "YAML" : "text")\(what)",
            help: "a name, a text or a nesting of it is one that this spelling does not have")
    }
}

func perform(_ request: FormatRequest) throws(CommandFailure) -> Int32 {
    var status = ExitStatus.success
    for file in request.programs {
        guard let program = try ReadProgram(file, isColourAllowed: request.isColourAllowed) else {
            status = .wrong
            continue
        }
        let bytes = try program.printed(asYAML: program.isYAML)
        let isChanged = bytes != program.source.bytes
        if request.isCheck {
            guard isChanged else { continue }
            try Output.standard.print(file.displayName + "\n")
            if status == .success { status = .failed }
        } else if file.isStandardInput {
            try Output.standard.print(bytes)
        } else if isChanged {
            try FileReplacement(file.path).write(bytes)
        }
    }
    return status.rawValue
}

func perform(_ request: ConvertRequest) throws(CommandFailure) -> Int32 {
    let file = request.program
    guard let program = try ReadProgram(file, isColourAllowed: request.isColourAllowed) else {
        return ExitStatus.wrong.rawValue
    }
    let bytes = try program.printed(asYAML: !program.isYAML)
    if let output = request.output {
        try FileReplacement(output).write(bytes)
    } else {
        try Output.standard.print(bytes)
    }
    return ExitStatus.success.rawValue
}
