// `acall-run explain CODE`: what the compiler says of the explanation's example is asked of the compiler, so
// that it is what a user sees.

import AcallCatalog
import AcallCommand
import AcallCompiler
import AcallExplanations
import AcallSyntax

func explain(_ code: String) throws(CommandFailure) -> Int32 {
    guard let explanation = Explanation.of(code) else {
        throw CommandFailure(
            "there is no diagnostic \(code)",
            help: Explanation.nearest(code).map {
                "the nearest is \($0); acall-run explain --codes lists them all"
            })
    }
    try Output.standard.print(explanation.rendered(diagnostic: diagnostics(of: explanation)))
    return ExitStatus.success.rawValue
}

private func diagnostics(of explanation: Explanation) -> String {
    if explanation.example == .described { return "" }
    let isYAML = explanation.example == .yaml
    let source = SourceText(
        name: isYAML ? "wrong.yaml" : "wrong.acall", bytes: Array(explanation.wrong.utf8))
    var diagnostics = Diagnostics(source)
    let tree =
        isYAML
        ? SyntaxTree(readingYAML: source, into: &diagnostics)
        : SyntaxTree(parsing: source, into: &diagnostics)
    _ = try? TypedProgram(
        checking: tree, architecture: explanation.example == .aarch64 ? .aarch64 : .host,
        into: &diagnostics)
    return diagnostics.rendered(colour: false)
}
