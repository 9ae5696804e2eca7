// `acall-run compile`: a program as a Swift type, a C header, an image.

import AcallCatalog
import AcallCodegen
import AcallCommand
import AcallCompiler
import AcallImage
import AcallSyntax

func perform(_ request: CompileRequest) throws(CommandFailure) -> Int32 {
    guard
        let program = try compile(
            request.program, isColourAllowed: request.isColourAllowed, request.diagnostics)
    else { return ExitStatus.wrong.rawValue }
    let bytes: [UInt8]
    switch request.form {
    case .acb: bytes = program.image().encoded()
    case .swift:
        let source = EmbeddedSource(
            program.tree, images: images(program), fileName: request.program.displayName,
            isPublic: request.isPublic)
        bytes = Array(source.text.utf8)
    case .h:
        do throws(HeaderFailure) {
            let header = try EmbeddedHeader(
                images: images(program), fileName: request.program.displayName)
            bytes = Array(header.text.utf8)
        } catch {
            throw CommandFailure(
                "'\(request.program.displayName)' can't be a C header: \(error.reason)",
                help: "compile it to a Swift type, or run it with acall-run")
        }
    }
    try FileReplacement(request.output).write(bytes)
    return ExitStatus.success.rawValue
}

/// For this machine, and for the others where the program's calls are there too.
private func images(_ program: CompiledProgram) -> [BatchImage] {
    var images = [program.image()]
    for architecture in Architecture.allCases where architecture != images[0].architecture {
        var diagnostics = Diagnostics(program.source)
        guard
            let checked = try? TypedProgram(
                checking: program.tree, architecture: architecture, into: &diagnostics)
        else { continue }
        images.append(BatchImage(lowering: checked))
    }
    return images
}
