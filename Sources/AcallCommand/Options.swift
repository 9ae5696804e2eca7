// The command line with options, declared for the option parser; its product is an `Invocation`.
//
// Every way in which a command line can be wrong ends as a `CommandFailure`, the parser's own too.

import ArgumentParser

extension ReportStyle: ExpressibleByArgument {}
extension DiagnosticStyle: ExpressibleByArgument {}

extension Invocation {
    /// Any form of command line.
    init(options arguments: [[UInt8]]) throws(CommandFailure) {
        var words = arguments.map(ArgumentBytes.encode)
        if words.first == "help" { words = Array(words.dropFirst().prefix(1)) + ["--help"] }
        if words.isEmpty {
            throw CommandFailure(
                "no program is named", help: "write acall-run FILE [name=value ...]; see --help")
        }
        switch words[0] {
        case "check":
            self = try Self.parse(CheckOptions.self, words.dropFirst()) { .check($0.request) }
        case "explain":
            self = try Self.parse(ExplainOptions.self, words.dropFirst()) {
                options throws(CommandFailure) in .explain(try options.request())
            }
        case "fmt":
            self = try Self.parse(FormatOptions.self, words.dropFirst()) {
                options throws(CommandFailure) in .format(try options.request())
            }
        case "convert":
            self = try Self.parse(ConvertOptions.self, words.dropFirst()) {
                options throws(CommandFailure) in .convert(try options.request())
            }
        case "compile":
            self = try Self.parse(CompileOptions.self, words.dropFirst()) {
                options throws(CommandFailure) in .compile(try options.request())
            }
        case "syscalls":
            self = try Self.parse(SyscallsOptions.self, words.dropFirst()) {
                .syscalls(SyscallsRequest(name: $0.name))
            }
        default:
            self = try Self.parse(RunOptions.self, words[...]) { options throws(CommandFailure) in
                .run(try options.request())
            }
        }
    }

    private static func parse<Options: ParsableArguments & ParsableCommand>(
        _ type: Options.Type, _ words: ArraySlice<String>,
        _ make: (Options) throws(CommandFailure) -> Invocation
    ) throws(CommandFailure) -> Invocation {
        let options: Options
        do {
            options = try type.parse(Array(words))
        } catch {
            if type.exitCode(for: error) == .success {
                return .message(type.fullMessage(for: error) + "\n")
            }
            let message = quotable(ArgumentBytes.decode(type.message(for: error)))
            let unknown = "Unknown option '"
            guard message.hasPrefix(unknown) else {
                throw CommandFailure(
                    message, help: "\(Options.wholeName) --help lists what there is")
            }
            let input = words.first { word in
                word.hasPrefix("--") && word.dropFirst(2).contains("=")
                    && message.contains(word.prefix { $0 != "=" })
            }
            throw CommandFailure(
                "there is no option '" + message.dropFirst(unknown.count),
                help: input.map { "an input has no dashes: \(quotable($0.dropFirst(2).utf8))" }
                    ?? "\(Options.wholeName) --help lists what there is")
        }
        return try make(options)
    }
}

extension ParsableCommand {
    fileprivate static var wholeName: String {
        let name = configuration.commandName ?? ""
        return name == "acall-run" ? name : "acall-run \(name)"
    }
}

struct CommonOptions: ParsableArguments {
    @Flag(help: "The program is YAML, whatever its name ends in.")
    var yaml = false

    @Flag(help: "No colours, not even on a terminal (also: NO_COLOR in the environment).")
    var noColor = false

    @Option(
        help: ArgumentHelp(
            "How to print what is wrong with a program: text, or json for an object a line.",
            valueName: "style"))
    var diagnostics = DiagnosticStyle.text

    func program(_ path: String) -> ProgramFile {
        ProgramFile(path: ArgumentBytes.decode(path), isDeclaredYAML: yaml)
    }
}

struct RunOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acall-run",
        abstract: "Run a system-call program and report what every step returned.",
        usage: """
            acall-run FILE [name=value ...] [options]
            acall-run check FILE ...
            acall-run explain FILE | CODE | --codes
            acall-run fmt [--check] FILE ...
            acall-run convert FILE [-o OUT]
            acall-run compile FILE -o OUT.swift | OUT.h | OUT.acb
            acall-run syscalls [NAME]
            """,
        discussion: """
            Subcommands:
              check FILE ...   say what is wrong with programs, run nothing
              explain FILE     show what a program is compiled to
              fmt FILE ...     write programs in their canonical form
              convert FILE     print a program in the other spelling, text or YAML
              compile FILE     make a Swift type, a C header or an image of a program
              explain CODE     tell more about a diagnostic, as E0304
              syscalls [NAME]  list the system calls, or describe one
            A file of such a name is run as ./check.

            Examples:
              acall-run programs/hello.acall
              acall-run programs/head.acall file=/etc/passwd count=80
              acall-run programs/head.yaml file=/etc/passwd --report json
              find . -name '*.c' -print0 | acall-run programs/join.acall parts=@- -0

            Exit status: 0 all went well; 1 a step failed or an assertion did not hold; \
            2 the program or the command line is wrong; 3 the engine or the kernel could not run the program. \
            The interrupt key, and every other signal that would end the process, ends the program, which then cleans \
            up and reports; a second one ends the process at once. \
            A program that reaches a limit (--max-...) is ended in the same way; the exit status is 1.
            """,
        version: "acall-run \(toolVersion)")

    @Argument(
        help: ArgumentHelp("The program, text or YAML; - for standard input.", valueName: "FILE"))
    var file: String

    @Argument(
        help: ArgumentHelp(
            "An input. name=@LIST takes a list's items from a file, one a line (@- from "
                + "standard input); name=@@text is a text that starts with @.",
            valueName: "name=value"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("How to report the run.", valueName: "style"))
    var report = ReportStyle.lines

    @Option(
        help: ArgumentHelp("Where the report goes, instead of standard error.", valueName: "file"))
    var reportFile: String?

    @Flag(
        name: .customShort("0"),
        help: "List files are separated by NUL bytes (as by find -print0), not by newlines.")
    var isNulSeparated = false

    @Option(help: ArgumentHelp("End the program after this time, as 10s.", valueName: "time"))
    var maxTime: String?

    @Option(
        help: ArgumentHelp(
            "What the program and its storage may add to the address space, as 64MiB.",
            valueName: "size"))
    var maxMemory: String?

    @Option(help: ArgumentHelp("How many descriptors the program may have open.", valueName: "n"))
    var maxFiles: String?

    @Option(
        help: ArgumentHelp("How many children may be alive at once.", valueName: "n"))
    var maxProcesses: String?

    @Option(
        help: ArgumentHelp(
            "How many bytes the outputs may have, as 1MiB; 256MiB where nothing is said.",
            valueName: "size"))
    var maxOutput: String?

    @OptionGroup var common: CommonOptions

    private func limits() throws(CommandFailure) -> Limits {
        var limits = Limits()
        if let maxTime { limits.time = try LimitText.time(maxTime, "--max-time") }
        if let maxMemory { limits.memory = try LimitText.size(maxMemory, "--max-memory") }
        if let maxFiles { limits.files = try LimitText.count(maxFiles, "--max-files") }
        if let maxProcesses {
            limits.processes = try LimitText.count(maxProcesses, "--max-processes")
        }
        if let maxOutput { limits.output = try LimitText.size(maxOutput, "--max-output") }
        return limits
    }

    func request() throws(CommandFailure) -> RunRequest {
        var request = RunRequest(program: common.program(file))
        request.inputs = try InputArgument.list(inputs.map(ArgumentBytes.decode))
        request.isNulSeparated = isNulSeparated
        request.report = report
        request.limits = try limits()
        request.reportFile = reportFile.map(ArgumentBytes.decode)
        request.isColourAllowed = !common.noColor
        request.diagnostics = common.diagnostics
        try request.checkStandardInput()
        return request
    }
}

struct CheckOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with programs; run nothing.",
        usage: "acall-run check FILE ... [--yaml] [--no-color] [--diagnostics text|json]",
        discussion: """
            Examples:
              acall-run check programs/*.acall
              acall-run check --yaml -
              acall-run check --diagnostics json programs/head.acall
            """)

    @Argument(help: ArgumentHelp("Programs, text or YAML.", valueName: "FILE"))
    var files: [String]

    @OptionGroup var common: CommonOptions

    var request: CheckRequest {
        CheckRequest(
            programs: files.map(common.program), isColourAllowed: !common.noColor,
            diagnostics: common.diagnostics)
    }
}

struct ExplainOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show what a program is compiled to, or tell more about a diagnostic.",
        usage: """
            acall-run explain FILE [--yaml] [--no-color] [--diagnostics text|json]
            acall-run explain CODE
            acall-run explain --codes
            """,
        discussion: """
            Examples:
              acall-run explain programs/copy-range.acall
              acall-run explain E0304
            A file whose name is a code is explained as a program.
            """)

    @Argument(
        help: ArgumentHelp(
            "The program, text or YAML; or the code of an error or a warning, as E0304.",
            valueName: "FILE|CODE"))
    var subject: String?

    @Flag(help: "List the codes of all diagnostics.")
    var codes = false

    @OptionGroup var common: CommonOptions

    func request() throws(CommandFailure) -> ExplainRequest {
        ExplainRequest(
            subject: try wanted(), isColourAllowed: !common.noColor,
            diagnostics: common.diagnostics)
    }

    private func wanted() throws(CommandFailure) -> ExplainRequest.Subject {
        switch (subject, codes) {
        case (nil, true): return .codes
        case (nil, false):
            throw CommandFailure(
                "no program and no code is named",
                help: "write acall-run explain FILE, or a code as E0304; --codes lists them")
        case (.some, true):
            throw CommandFailure(
                "--codes lists all codes, and takes no other word",
                help: "write acall-run explain --codes")
        case (.some(let subject), false):
            let program = common.program(subject)
            guard !common.yaml, let code = program.code else { return .program(program) }
            return .code(code, orProgram: program)
        }
    }
}

struct SyscallsOptions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "syscalls",
        abstract: "List the system calls, or describe one.",
        usage: "acall-run syscalls [NAME]",
        discussion: "Examples:\n  acall-run syscalls\n  acall-run syscalls openat")

    @Argument(
        help: ArgumentHelp("A system call, by the kernel's name or libc's.", valueName: "NAME"))
    var name: String?
}
