// The command line of `compile`.

import ArgumentParser

/// `acall-run compile FILE -o OUT`
package struct CompileRequest: Sendable, Hashable {
    package var program: ProgramFile
    package var output: [UInt8]
    package var form: Form
    package var isPublic = false
    package var isColourAllowed = true
    package var diagnostics = DiagnosticStyle.text

    /// What the output's name ends in.
    package enum Form: String, CaseIterable, Sendable, Hashable {
        /// A type for an app that imports Acall.
        case swift
        /// An image, which acall-run runs.
        case acb
        /// A header for C.
        case h
    }
}

struct CompileOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Compile a program to a Swift type, a C header or an image.",
        usage: "acall-run compile FILE -o OUT.swift | OUT.h | OUT.acb [--public] [--yaml]",
        discussion: """
            OUT.swift holds a type named after the program, with its inputs as properties; it needs the library Acall. \
            OUT.h holds the records for a C program that uses acall.h. OUT.acb is run as a program is. \
            Nothing is parsed when any of them runs.

            Examples:
              acall-run compile programs/head.acall -o Head.swift
              acall-run compile programs/head.acall -o head.acb
              acall-run head.acb file=/etc/passwd
            """)

    @Argument(
        help: ArgumentHelp("The program, text or YAML; - for standard input.", valueName: "FILE"))
    var file: String

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("What to write; its ending says in which form.", valueName: "OUT"))
    var output: String

    @Flag(name: .customLong("public"), help: "Make the Swift type public.")
    var isPublic = false

    @OptionGroup var common: CommonOptions

    func request() throws(CommandFailure) -> CompileRequest {
        let path = ArgumentBytes.decode(output)
        guard
            let form = CompileRequest.Form.allCases.first(where: {
                output.hasSuffix(".\($0.rawValue)")
            })
        else {
            throw CommandFailure(
                "'\(quotable(path))' has none of the endings .swift, .h and .acb",
                help: "as in acall-run compile head.acall -o Head.swift")
        }
        return CompileRequest(
            program: common.program(file), output: path, form: form, isPublic: isPublic,
            isColourAllowed: !common.noColor, diagnostics: common.diagnostics)
    }
}
