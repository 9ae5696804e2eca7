// What a command line asks for: forms, options and their places, errors.

import Testing

@testable import AcallCommand

@Suite struct InvocationTests {
    @Test func aFileAndInputsNeedNoOptions() throws {
        let request = try runRequest("head.acall", "file=/etc/passwd", "count=80")
        #expect(request.program == ProgramFile(path: bytes("head.acall")))
        #expect(
            request.inputs == [
                InputArgument(name: "file", value: .text(bytes("/etc/passwd"))),
                InputArgument(name: "count", value: .text(bytes("80"))),
            ])
        #expect(request.report == .lines)
        #expect(request.reportFile == nil)
        #expect(!request.isNulSeparated)
        #expect(request.isColourAllowed)
    }

    @Test(arguments: [
        [
            "p", "a=@l", "b=2", "-0", "--report", "json", "--report-file", "r", "--no-color",
            "--yaml",
        ],
        [
            "-0", "--report", "json", "--report-file", "r", "--no-color", "--yaml", "p", "a=@l",
            "b=2",
        ],
        ["--report=json", "p", "-0", "a=@l", "--report-file=r", "--yaml", "b=2", "--no-color"],
    ])
    func optionsMayStandAnywhere(_ words: [String]) throws {
        guard case .run(let request) = try Invocation(arguments: words.map(bytes)) else {
            Issue.record("not a run")
            return
        }
        var expected = RunRequest(program: ProgramFile(path: bytes("p"), isDeclaredYAML: true))
        expected.inputs = [
            InputArgument(name: "a", value: .listFile(bytes("l"))),
            InputArgument(name: "b", value: .text(bytes("2"))),
        ]
        expected.isNulSeparated = true
        expected.report = .json
        expected.reportFile = bytes("r")
        expected.isColourAllowed = false
        #expect(request == expected)
    }

    @Test func bothWaysOfReadingGiveTheSame() throws {
        let words = [
            ["prog.yml", "a=1", "b=@x", "c=@@y", "d=", "e=f=g"], ["-", "a=@list"], ["./check"],
        ]
        for words in words.map({ $0.map(bytes) }) {
            #expect(try Invocation(arguments: words) == Invocation(options: words))
            #expect(try RunRequest(plain: words) != nil)
        }
    }

    @Test func anOptionGoesToTheOptionParser() throws {
        #expect(try RunRequest(plain: [bytes("p"), bytes("--yaml")]) == nil)
        #expect(try RunRequest(plain: [bytes("--yaml"), bytes("p")]) == nil)
        #expect(try RunRequest(plain: []) == nil)
    }

    @Test func subcommandsStandFirst() throws {
        #expect(
            try invoke("check", "a.acall", "b.yaml", "--no-color")
                == .check(
                    CheckRequest(
                        programs: [
                            ProgramFile(path: bytes("a.acall")), ProgramFile(path: bytes("b.yaml")),
                        ], isColourAllowed: false)))
        #expect(
            try invoke("explain", "--yaml", "-")
                == .explain(
                    ExplainRequest(
                        subject: .program(ProgramFile(path: bytes("-"), isDeclaredYAML: true)))))
        #expect(try invoke("syscalls") == .syscalls(SyscallsRequest(name: nil)))
        #expect(try invoke("syscalls", "openat") == .syscalls(SyscallsRequest(name: "openat")))
    }

    @Test func programsAreFormattedAndConverted() throws {
        #expect(
            try invoke("fmt", "--check", "a.acall", "-", "--yaml")
                == .format(
                    FormatRequest(
                        programs: [
                            ProgramFile(path: bytes("a.acall"), isDeclaredYAML: true),
                            ProgramFile(path: bytes("-"), isDeclaredYAML: true),
                        ], isCheck: true)))
        #expect(
            try invoke("fmt", "a.acall", "--no-color")
                == .format(
                    FormatRequest(
                        programs: [ProgramFile(path: bytes("a.acall"))], isColourAllowed: false)))
        let head = ProgramFile(path: bytes("head.yaml"))
        for words in [["convert", "head.yaml"], ["convert", "head.yaml", "-o", "-"]] {
            #expect(
                try Invocation(arguments: words.map(bytes))
                    == .convert(ConvertRequest(program: head)))
        }
        for option in ["-o", "--output"] {
            #expect(
                try invoke("convert", option, "head", "head.yaml")
                    == .convert(ConvertRequest(program: head, output: bytes("head"))))
        }
    }

    @Test func anOutputsNameIsThatOfItsSpelling() throws {
        let text = try #require(refusal("convert", "a.yaml", "-o", "b.yml"))
        #expect(text.message == "'b.yml' would hold text, the spelling that is not YAML")
        let yaml = try #require(refusal("convert", "a.acall", "-o", "b.acall"))
        #expect(yaml.message == "'b.acall' would hold YAML")
        for failure in [text, yaml] { #expect(failure.help != nil && failure.status == .wrong) }
    }

    @Test func aFileNamedAsASubcommandIsRunByItsPath() throws {
        for name in Invocation.subcommands {
            #expect(try runRequest("./\(name)").program.path == bytes("./\(name)"))
            #expect(try runRequest("p", "a=\(name)", "--yaml").inputs.count == 1)
        }
    }

    @Test(arguments: [["--help"], ["-h"], ["help"], ["p", "--help"]])
    func helpShowsExamplesAndStatus(_ words: [String]) throws {
        guard case .message(let text) = try Invocation(arguments: words.map(bytes)) else {
            Issue.record("not a message")
            return
        }
        #expect(text.contains("USAGE: acall-run FILE [name=value ...]"))
        #expect(text.contains("acall-run programs/hello.acall"))
        #expect(text.contains("Exit status"))
    }

    @Test func helpOfASubcommandIsItsOwn() throws {
        for name in ["check", "explain", "fmt", "convert", "syscalls"] {
            let text = try invoke(name, "--help")
            #expect(try invoke("help", name) == text)
            guard case .message(let text) = text else { continue }
            #expect(text.contains("USAGE: acall-run \(name)"))
        }
    }

    @Test func theVersionIsAMessage() throws {
        guard case .message(let text) = try invoke("--version") else {
            Issue.record("not a message")
            return
        }
        #expect(text.hasPrefix("acall-run ") && text.hasSuffix("\n"))
    }

    @Test(arguments: [
        [], ["--bogus", "p"], ["p", "--report", "html"], ["p", "--report"], ["--yaml"], ["check"],
        ["fmt"], ["fmt", "--check"], ["fmt", "--chek", "a"], ["fmt", "-", "-"], ["convert"],
        ["convert", "a", "b"], ["convert", "a", "-o"], ["convert", "a", "-o", ""],
        ["explain"], ["explain", "a", "b"], ["syscalls", "a", "b"], ["p", "--", "-x"], ["p", "q"],
    ])
    func aWrongCommandLineHasStatusTwo(_ words: [String]) throws {
        let failure = try #require(refusal(ofBytes: words.map(bytes)))
        #expect(failure.status == .wrong)
        #expect(failure.status.rawValue == 2)
        #expect(failure.help != nil)
    }

    @Test func aWrongOptionIsNamedWithWhatIsMeant() throws {
        #expect(try #require(refusal("p", "--repot", "json")).message.contains("--report"))
        let style = try #require(refusal("p", "--report", "html"))
        for name in ReportStyle.allCases { #expect(style.message.contains(name.rawValue)) }
    }

    @Test func standardInputIsReadOnce() throws {
        let failure = try #require(refusal("-", "a=@-"))
        #expect(failure.message == "the program and input 'a' are both to come from standard input")
        let lists = try #require(refusal("p", "a=@-", "b=@-", "-0"))
        #expect(lists.message.hasPrefix("input 'a' and input 'b' are both"))
        #expect(try runRequest("-", "a=-").inputs[0].value == .text(bytes("-")))
    }

    @Test func theNameOrTheOptionSaysThatItIsYAML() {
        for (name, isYAML) in [
            ("a.yaml", true), ("a.yml", true), ("a.acall", false), (".yaml", false),
            ("yaml", false),
            ("a.yaml.acall", false), ("-", false),
        ] {
            #expect(ProgramFile(path: bytes(name)).isYAML == isYAML, "\(name)")
            #expect(ProgramFile(path: bytes(name), isDeclaredYAML: true).isYAML)
        }
    }

    @Test func whatIsNoSubcommandAndNoOptionIsSaidToBeNone() throws {
        let subcommand = refusal("policy", "prog.acall")
        #expect(subcommand?.message == "there is no file and no subcommand 'policy'")
        #expect(subcommand?.help?.contains("check, explain, fmt") == true)
        for option in ["--isolate", "--sandbox", "--allow-host"] {
            #expect(
                refusal(option, "prog.acall")?.message == "there is no option '\(option)'")
        }
        #expect(refusal("prog.acall", "x")?.message == "'x' has no '='")
        let input = refusal("prog.acall", "--count=1")
        #expect(input?.message == "there is no option '--count'")
        #expect(input?.help == "an input has no dashes: count=1")
    }

    @Test func aMistypedSubcommandIsSuggested() throws {
        for word in ["chek", "chekc", "checkk", "xheck"] {
            #expect(refusal(word, "prog.acall")?.help == "the subcommand is 'check'")
            let file = ProgramFile(path: bytes(word))
            let unread = #expect(throws: CommandFailure.self) { try file.read() }
            #expect(unread?.help == "the subcommand is 'check'")
        }
        #expect(refusal("hello", "prog.acall")?.help?.contains("name=value") == true)
    }
}
