// What a command line asks for, as values: made by `Invocation(arguments:)`, acted upon by the tool.
//
// Nothing here reads a file or prints. Names of files and values of inputs are bytes, because that is
// what the kernel takes: a file name need not be UTF-8.

/// The tool's exit status.
package enum ExitStatus: Int32, Sendable, Hashable {
    case success = 0
    /// A step failed or an assertion did not hold.
    case failed = 1
    /// The program or the command line is wrong.
    case wrong = 2
    /// The engine or the machine could not.
    case unable = 3
}

/// How a run is reported.
package enum ReportStyle: String, CaseIterable, Sendable, Hashable {
    case lines, table, json, none
}

/// How what is wrong with a program is printed.
package enum DiagnosticStyle: String, CaseIterable, Sendable, Hashable {
    /// For people: the line with carets, and what to write instead.
    case text
    /// For tools: an object a line, see `grammar/diagnostics.schema.json`.
    case json
    /// For editors: `file:line:column: error: message`, as compilers have it.
    case editor
}

/// What `name=...` gives.
package enum InputValue: Sendable, Hashable {
    case text([UInt8])
    /// `@FILE`: the items stand in a file; `-` is standard input.
    case listFile([UInt8])
}

/// One `name=value`.
package struct InputArgument: Sendable, Hashable {
    package var name: String
    package var value: InputValue

    package init(name: String, value: InputValue) {
        self.name = name
        self.value = value
    }
}

/// A program's file and how it is spelt.
package struct ProgramFile: Sendable, Hashable {
    /// `-` is standard input.
    package var path: [UInt8]
    /// `--yaml`; without it the name's ending decides.
    package var isDeclaredYAML: Bool

    package init(path: [UInt8], isDeclaredYAML: Bool = false) {
        self.path = path
        self.isDeclaredYAML = isDeclaredYAML
    }

    package var isStandardInput: Bool { path == [UInt8(ascii: "-")] }

    package var isYAML: Bool {
        isDeclaredYAML || path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    }

    /// What it is called in diagnostics.
    package var displayName: String { isStandardInput ? "<stdin>" : quotable(path) }
}

/// `acall-run FILE name=value...`
package struct RunRequest: Sendable, Hashable {
    package var program: ProgramFile
    package var inputs: [InputArgument] = []
    /// List files are separated by NUL bytes in place of newlines.
    package var isNulSeparated = false
    package var report = ReportStyle.lines
    package var reportFile: [UInt8]?
    package var limits = Limits()
    package var isColourAllowed = true
    package var diagnostics = DiagnosticStyle.text

    package init(program: ProgramFile) { self.program = program }
}

/// `acall-run check FILE...`
package struct CheckRequest: Sendable, Hashable {
    package var programs: [ProgramFile]
    package var isColourAllowed = true
    package var diagnostics = DiagnosticStyle.text
}

/// `acall-run explain FILE`, `acall-run explain CODE`, `acall-run explain --codes`
package struct ExplainRequest: Sendable, Hashable {
    package var subject: Subject
    package var isColourAllowed = true
    package var diagnostics = DiagnosticStyle.text

    package enum Subject: Sendable, Hashable {
        case program(ProgramFile)
        /// A diagnostic's code, in upper case; the file of that name where there is one.
        case code(String, orProgram: ProgramFile)
        /// All codes.
        case codes
    }
}

extension ProgramFile {
    /// The name as a diagnostic's code: E or W in any case, and four digits. Nil where it is none.
    var code: String? {
        let letters = path.first.map { $0 & 0xdf }
        guard path.count == 5, letters == UInt8(ascii: "E") || letters == UInt8(ascii: "W"),
            path.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return text(path)?.uppercased()
    }
}

/// `acall-run fmt [--check] FILE...`
package struct FormatRequest: Sendable, Hashable {
    package var programs: [ProgramFile]
    /// Nothing is written; what would change is listed.
    package var isCheck = false
    package var isColourAllowed = true
}

/// `acall-run convert FILE [-o OUT]`
package struct ConvertRequest: Sendable, Hashable {
    package var program: ProgramFile
    /// Nil for standard output.
    package var output: [UInt8]?
    package var isColourAllowed = true
}

/// `acall-run syscalls [NAME]`
package struct SyscallsRequest: Sendable, Hashable {
    /// One system call; nil for all.
    package var name: String?
}

package enum Invocation: Sendable, Hashable {
    case run(RunRequest)
    case check(CheckRequest)
    case explain(ExplainRequest)
    case format(FormatRequest)
    case compile(CompileRequest)
    case convert(ConvertRequest)
    case syscalls(SyscallsRequest)
    /// Help or version: printed on standard output, status 0.
    case message(String)

    /// The words that are subcommands where they stand first; a file of that name is run as `./check`.
    package static let subcommands = [
        "check", "explain", "fmt", "convert", "compile", "syscalls", "help",
    ]

    /// `arguments` without the program's own name.
    package init(arguments: [[UInt8]]) throws(CommandFailure) {
        if let request = try RunRequest(plain: arguments) {
            self = .run(request)
        } else {
            try self.init(options: arguments)
        }
    }
}

extension RunRequest {
    /// The common form, `FILE name=value...` without options; nil for any other. It spares the start of
    /// every run the option parser, which takes longer than a small program does.
    init?(plain arguments: [[UInt8]]) throws(CommandFailure) {
        guard let file = arguments.first, let first = file.first else { return nil }
        let dash = UInt8(ascii: "-")
        if first == dash && file.count > 1 { return nil }
        if Invocation.subcommands.contains(where: { file.elementsEqual($0.utf8) }) { return nil }
        for argument in arguments.dropFirst() where argument.first == dash { return nil }
        self.init(program: ProgramFile(path: file))
        do {
            inputs = try InputArgument.list(arguments.dropFirst())
        } catch {
            let near = program.nearestSubcommand
            guard near == nil, program.isMeantAsSubcommand(before: arguments.dropFirst().first)
            else {
                throw CommandFailure(error.message, help: near ?? error.help)
            }
            throw CommandFailure(
                "there is no file and no subcommand '\(program.displayName)'",
                help: "a program is run by acall-run FILE [name=value ...]; the subcommands are "
                    + Invocation.subcommands.joined(separator: ", "))
        }
        try checkStandardInput()
    }

    /// Standard input can be read once.
    func checkStandardInput() throws(CommandFailure) {
        var users = program.isStandardInput ? ["the program"] : []
        for input in inputs where input.value == .listFile([UInt8(ascii: "-")]) {
            users.append("input '\(input.name)'")
        }
        if users.count > 1 {
            throw CommandFailure(
                "\(users[0]) and \(users[1]) are both to come from standard input",
                help: "write one of them to a file")
        }
    }
}

extension InputArgument {
    /// `name=value`, `name=@FILE`, `name=@@text` for a text that starts with `@`.
    package init(parsing argument: [UInt8]) throws(CommandFailure) {
        guard let equals = argument.firstIndex(of: UInt8(ascii: "=")) else {
            throw CommandFailure(
                "'\(quotable(argument))' has no '='",
                help: "an input is written name=value, a list name=@FILE; one FILE is run at a time"
            )
        }
        guard equals > 0 else {
            throw CommandFailure(
                "'\(quotable(argument))' has no name before the '='",
                help: "an input is written name=value")
        }
        guard let name = text(argument[..<equals]) else {
            throw CommandFailure(
                "'\(quotable(argument))': the input's name is not UTF-8",
                help: "names are letters, digits and '_'")
        }
        let at = UInt8(ascii: "@")
        let value = argument[(equals + 1)...]
        if value.first != at {
            self.init(name: name, value: .text(Array(value)))
        } else if value.dropFirst().first == at {
            self.init(name: name, value: .text(Array(value.dropFirst())))
        } else if value.count == 1 {
            throw CommandFailure(
                "'\(quotable(argument))' names no file behind the '@'",
                help: "write \(name)=@FILE for a list, \(name)=@- for one on standard input, "
                    + "\(name)=@@ for the text '@'")
        } else {
            self.init(name: name, value: .listFile(Array(value.dropFirst())))
        }
    }

    /// All of a command line's inputs; a name given twice is an error.
    static func list(_ arguments: some Sequence<[UInt8]>) throws(CommandFailure) -> [InputArgument]
    {
        var inputs: [InputArgument] = []
        for argument in arguments { inputs.append(try InputArgument(parsing: argument)) }
        // Sorted in place of a set: a set's first use costs a small run more than this ever does.
        let names = inputs.count > 1 ? inputs.map(\.name).sorted() : []
        for (name, next) in zip(names, names.dropFirst()) where name == next {
            throw CommandFailure(
                "input '\(name)' is given twice",
                help: "give it once; the items of a list stand in a file, one a line: \(name)=@FILE"
            )
        }
        return inputs
    }
}

extension [UInt8] {
    func hasSuffix(_ suffix: StaticString) -> Bool {
        count > suffix.utf8CodeUnitCount
            && self.suffix(suffix.utf8CodeUnitCount).elementsEqual(
                UnsafeBufferPointer(start: suffix.utf8Start, count: suffix.utf8CodeUnitCount))
    }
}
