// The command lines of `fmt` and `convert`.

import ArgumentParser

struct FormatOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Write programs in their canonical form, each in its own spelling.",
        usage: "acall-run fmt [--check] FILE ... [--yaml] [--no-color]",
        discussion: """
            Comments, empty lines and the spelling of numbers stay. A program with errors is left as it is.

            Examples:
              acall-run fmt programs/*.acall programs/*.yaml
              acall-run fmt --check programs/*
              acall-run fmt - < draft.acall

            Exit status: 0 all is well; 1 with --check, a file is not in its canonical form; \
            2 a program or the command line is wrong.
            """)

    @Flag(help: "Change nothing: list the files that are not in their canonical form.")
    var check = false

    @Argument(
        help: ArgumentHelp(
            "Programs, text or YAML; - reads standard input and writes standard output.",
            valueName: "FILE"))
    var files: [String]

    @OptionGroup var common: CommonOptions

    func request() throws(CommandFailure) -> FormatRequest {
        let request = FormatRequest(
            programs: files.map(common.program), isCheck: check, isColourAllowed: !common.noColor)
        guard request.programs.filter(\.isStandardInput).count < 2 else {
            throw CommandFailure("standard input is named twice", help: "write - once")
        }
        return request
    }
}

struct ConvertOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Print a program in the other spelling: text as YAML, YAML as text.",
        usage: "acall-run convert FILE [-o OUT] [--yaml] [--no-color]",
        discussion: """
            Comments, empty lines and the spelling of numbers stay.

            Examples:
              acall-run convert programs/head.acall
              acall-run convert programs/head.yaml -o head.acall
              acall-run convert --yaml - < draft.yaml
            """)

    @Argument(
        help: ArgumentHelp("The program, text or YAML; - for standard input.", valueName: "FILE"))
    var file: String

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("Where it goes, instead of standard output.", valueName: "OUT"))
    var output: String?

    @OptionGroup var common: CommonOptions

    func request() throws(CommandFailure) -> ConvertRequest {
        var request = ConvertRequest(
            program: common.program(file), isColourAllowed: !common.noColor)
        guard let output, output != "-" else { return request }
        let target = ProgramFile(path: ArgumentBytes.decode(output))
        guard !target.path.isEmpty else {
            throw CommandFailure(
                "the output's file name is empty", help: "without -o, standard output is written")
        }
        // The tool would read it as what it is not.
        let name = quotable(target.path)
        if request.program.isYAML, target.isYAML {
            throw CommandFailure(
                "'\(name)' would hold text, the spelling that is not YAML",
                help: "give it a name that ends in .acall")
        }
        if !request.program.isYAML, target.path.hasSuffix(".acall") {
            throw CommandFailure(
                "'\(name)' would hold YAML", help: "give it a name that ends in .yaml")
        }
        request.output = target.path
        return request
    }
}
