// The command line as a user meets it: exit statuses, messages, reports, twins.

import Foundation
import Glibc
import Testing

@Suite struct CommandTests {
    private let head = Tool.programs.appendingPathComponent("head.acall").path
    private let headYAML = Tool.programs.appendingPathComponent("head.yaml").path

    private func acall(_ arguments: String..., input: String = "") throws -> Ended {
        let scratch = try Scratch()
        defer { scratch.remove() }
        return try Tool.acall(arguments, in: scratch.url, input: Data(input.utf8))
    }

    @Test func successIsStatusZero() throws {
        let ended = try acall(head, "file=/etc/passwd")
        #expect(ended.status == 0)
        #expect(ended.text.hasPrefix("root:"))
        #expect(ended.errorText.contains("shown = "))
    }

    /// One number for the tool, the libraries and the manual.
    @Test func theVersionIsThatOfTheLibraries() throws {
        let version = try acall("--version").text.split(separator: " ").last ?? ""
        let script = try String(
            contentsOf: Tool.root.appendingPathComponent("Scripts/install"), encoding: .utf8)
        #expect(script.contains("Sources/AcallCommand/Version.swift"))
        let page = try String(
            contentsOf: Tool.root.appendingPathComponent("man/acall.7"), encoding: .utf8)
        #expect(page.contains("\"acall \(version.prefix { $0 != "\n" })\""), "\(version)")
    }

    /// The report is not written over what the command reads, by whatever name.
    @Test func aReportDoesNotReplaceTheProgram() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let text = "include \"i.acall\"\ninput names: [string]\ngetpid()\n"
        _ = try scratch.file("p.acall", text)
        _ = try scratch.file("i.acall", "proc p() { getpid() }\n")
        _ = try scratch.file("list", "x\n")
        try FileManager.default.linkItem(
            atPath: scratch.path("p.acall"), toPath: scratch.path("same"))
        for name in ["p.acall", "./p.acall", "same", "i.acall", "list"] {
            let ended = try Tool.acall(
                ["--report-file", name, "p.acall", "names=@list"], in: scratch.url)
            #expect(ended.status == 2 && ended.errorText.contains("which this command reads"))
        }
        #expect(try scratch.text("p.acall") == text)
        #expect(try scratch.text("list") == "x\n")
        let ended = try Tool.acall(
            ["--report-file", "r", "p.acall", "names=@list"], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
    }

    /// A FIFO is waited for, and the user is told.
    @Test func aFIFOIsSaid() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", "getpid()\n")
        mkfifo(scratch.path("fifo"), 0o600)
        let written = try Tool.run(
            [
                "sh", "-c",
                "\"$0\" --report-file fifo p.acall 2>words & "
                    + "until grep -q 'waiting until a process reads' words; do sleep 0.1; done; "
                    + "cat fifo; wait $!", Tool.path,
            ], in: scratch.url)
        #expect(written.status == 0 && written.text.contains("getpid() = "), "\(written.text)")
        let read = try Tool.run(
            [
                "sh", "-c",
                "\"$0\" fifo 2>words & "
                    + "until grep -q 'waiting until a process writes' words; do sleep 0.1; done; "
                    + "cat p.acall >fifo; wait $!; s=$?; cat words; exit $s", Tool.path,
            ], in: scratch.url)
        #expect(read.status == 0 && read.text.contains("getpid() = "), "\(read.text)")
    }

    /// The command line replaces all of it.
    @Test func aListHasADefault() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file(
            "p.acall",
            "input names: [string] = [\"a\", \"b\\xff\"]\ninput counts: [int] = []\n"
                + "for name in names { output name[name] = 1 }\n"
                + "for count in counts { output count[count] = 1 }\n")
        let list = try scratch.file("list", "x\ny\n")
        func lines(_ arguments: String...) throws -> String {
            let ended = try Tool.acall([program] + arguments, in: scratch.url)
            #expect(ended.status == 0)
            return ended.errorText
        }
        #expect(try lines().contains("name[\"a\"] = 1\nname[\"b\\377\"] = 1\n"))
        let one = try lines("names=c", "counts=7")
        #expect(one.contains("name[\"c\"] = 1\ncount[7] = 1") && !one.contains("\"a\""))
        let listed = try lines("names=@\(list)")
        #expect(listed.contains("name[\"x\"] = 1\nname[\"y\"] = 1\n") && !listed.contains("\"a\""))
        #expect(try !lines("names=@/dev/null").contains("name["))
        let explained = try Tool.acall(["explain", program], in: scratch.url).text
        #expect(explained.contains("= [\"a\", \"b\\377\"]") && explained.contains("= []"))
        let yaml = try Tool.acall(["convert", program, "-o", "p.yaml"], in: scratch.url)
        #expect(yaml.status == 0, "\(yaml.errorText)")
        let twin = try Tool.acall(["p.yaml"], in: scratch.url)
        #expect(twin.status == 0 && twin.errorText.contains("name[\"b\\377\"] = 1\n"))
        let back = try Tool.acall(["convert", "p.yaml"], in: scratch.url).text
        #expect(back.contains("input names: [string] = [\"a\", \"b\\xff\"]\n"))
        #expect(back.contains("input counts: [int] = []\n"))
    }

    @Test func aFailedStepIsStatusOneAndIsShownUnderItsLine() throws {
        let ended = try acall(head, "file=/nowhere")
        #expect(ended.status == 1)
        #expect(ended.errorText.contains("= -1 ENOENT (No such file or directory)"))
        #expect(ended.errorText.contains("head.acall:8:"))
        #expect(ended.errorText.contains("^^^^"))
    }

    /// The chains that would run for an hour are cancelled.
    @Test func aTaskCanEndTheProgram() throws {
        let left = try acall("-", input: "task t { exit_group(4) }\nnanosleep(3600s)\n")
        #expect(left.status == 4, "\(left.errorText)")
        let failed = try acall("-", input: "task t { fail \"enough\" }\nnanosleep(3600s)\n")
        #expect(failed.status == 1)
        #expect(failed.errorText.contains("<stdin>:1:10: error: enough"))
        #expect(failed.errorText.components(separatedBy: "error").count == 2)
    }

    /// What a failure inside a proc says: its own place, and those of the calls that led there.
    @Test func aFailureInAProcNamesTheCallsThatLedThere() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file(
            "io.acall",
            """
            proc open_it(file: path) -> int { fd = openat(AT_FDCWD, file, O_RDONLY); return fd }
            proc slurp(file: path, into: bytes) -> size {
                fd = open_it(file)
                n = read(fd, into) fully
                return n
            }
            """)
        _ = try scratch.file(
            "u.acall",
            """
            include "io.acall"
            var t: bytes[64]
            a = slurp("/etc/hostname", t)
            b = slurp("/nope", t)

            """)
        let ended = try Tool.acall(["u.acall"], in: scratch.url)
        #expect(ended.status == 1)
        for text in [
            "io.acall:1:40: error: openat: ENOENT", "io.acall:3:10: open_it is called here, for fd",
            "u.acall:4:5: slurp is called here, for b\n  4 | b = slurp(\"/nope\", t)\n",
            "# in open_it for fd, io.acall:3, in slurp for a, line 3",
        ] {
            #expect(ended.errorText.contains(text), "\(ended.errorText)")
        }
        let table = try Tool.acall(["u.acall", "--report", "table"], in: scratch.url).errorText
        #expect(table.contains("io.acall:1 < io.acall:3 < 4"), "\(table)")
        let json = try Tool.acall(["u.acall", "--report", "json"], in: scratch.url)
        let report = try JSONSerialization.jsonObject(with: json.error) as? [String: Any] ?? [:]
        let failure = (report["failures"] as? [[String: Any]])?.first ?? [:]
        #expect(failure["file"] as? String == "io.acall")
        let callers = failure["callers"] as? [[String: Any]] ?? []
        #expect(callers.map { $0["proc"] as? String } == ["open_it", "slurp"])
        #expect(callers.map { $0["name"] as? String } == ["fd", "b"])
        #expect(callers.map { $0["file"] as? String } == ["io.acall", nil])
        #expect(callers.map { $0["line"] as? Int } == [3, 4])
        let step = report.steps.first { $0["outcome"] as? String == "failed" } ?? [:]
        #expect(step["file"] as? String == "io.acall")
        #expect((step["callers"] as? [[String: Any]])?.count == 2)
    }

    @Test func aWrongProgramIsStatusTwo() throws {
        let ended = try acall("-", input: "fd = opnat(AT_FDCWD, \"x\", O_RDONLY)\n")
        #expect(ended.status == 2)
        #expect(ended.errorText.contains("<stdin>:1:6: error[E0304]"))
        #expect(ended.errorText.contains("did you mean `openat`?"))
        #expect(ended.text.isEmpty)
    }

    @Test func standardInputCanBeYAML() throws {
        let ended = try acall(
            "--yaml", "-", input: "acall: 1\nsteps:\n  - write: [1, '\"from YAML\\n\"']\n")
        #expect(ended.status == 0, "\(ended.errorText)")
        #expect(ended.text == "from YAML\n")
    }

    @Test func aWrongCommandLineIsStatusTwo() throws {
        for (arguments, text) in [
            ([head], "input 'file' is missing"),
            ([head, "file=x", "count=many"], "input 'count' takes an integer"),
            ([head, "file=x", "count=3000000000"], "does not fit int"),
            ([head, "fil=x"], "did you mean 'file'?"),
            ([head, "file=x", "file=y"], "given twice"),
            (["/nowhere.acall"], "no such file"),
            (["/etc"], "is a directory"),
            (["--report", "nonsense", head], "report"),
            (["--frobnicate", head], "frobnicate"),
        ] {
            let scratch = try Scratch()
            defer { scratch.remove() }
            let ended = try Tool.acall(arguments, in: scratch.url)
            #expect(ended.status == 2, "\(arguments): \(ended.errorText)")
            #expect(ended.errorText.contains(text), "\(arguments): \(ended.errorText)")
            #expect(ended.text.isEmpty)
        }
    }

    @Test func aMissingInputListsTheProgramsInputs() throws {
        let ended = try acall(head)
        #expect(ended.errorText.contains("file   path"))
        #expect(ended.errorText.contains("count  int  (has a default)"))
    }

    @Test func aReportThatCantBeWrittenIsKnownBeforeTheRun() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file("p.acall", "mkdirat(AT_FDCWD, \"made\", 0755)\n")
        let ended = try Tool.acall(["--report-file", "/nowhere/report", program], in: scratch.url)
        #expect(ended.status == 2)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("made")))
    }

    @Test func aReportThatCantBeWrittenIsStatusThree() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file("p.acall", "mkdirat(AT_FDCWD, \"made\", 0755)\n")
        let ended = try Tool.run(
            ["sh", "-c", "exec \"$0\" \"$1\" 2>/dev/full", Tool.path, program], in: scratch.url)
        #expect(ended.status == 3)
        #expect(FileManager.default.fileExists(atPath: scratch.path("made")), "the program did run")
    }

    @Test func listsComeFromFilesAndStandardInput() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file(
            "p.acall", "input names: [string]\nwritev(1, names)\noutput n = sizeof(names)\n")
        let lines = try scratch.file("lines", "one\ntwo\nthree")
        #expect(
            try Tool.acall([program, "names=@\(lines)"], in: scratch.url).text == "onetwothree")
        let zero = try Tool.acall(
            ["-0", program, "names=@-"], in: scratch.url, input: Data("a\nb\0c\0".utf8))
        #expect(zero.text == "a\nbc", "\(zero.errorText)")
        #expect(zero.errorText.contains("n = 2"))
    }

    @Test func aWrongItemOfAListIsToldByItsLine() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file("n.acall", "input n: [u8]\nfor x in n { output last = x }\n")
        for (items, isNul, message) in [
            ("1\nx\n3\n", false, "'items', line 2: input 'n' takes an integer"),
            ("1\n2\n300\n", false, "'items', line 3: input 'n': 300 does not fit u8"),
            ("1\0x\0", true, "'items', item 2: input 'n' takes an integer"),
        ] {
            _ = try scratch.file("items", items)
            let ended = try Tool.acall(
                [program, "n=@items"] + (isNul ? ["-0"] : []), in: scratch.url)
            #expect(ended.status == 2 && ended.errorText.contains(message), "\(ended.errorText)")
        }
    }

    @Test func exitGroupEndsWithItsStatus() throws {
        let ended = try acall(
            "-", input: "write(1, \"a\")\nexit_group(42) if 1 == 1\nwrite(1, \"b\")\n")
        #expect(ended.status == 42)
        #expect(ended.text == "a")
        let fine = try acall("-", input: "stop if 2 > 1\nfail \"never\"\n")
        #expect(fine.status == 0, "\(fine.errorText)")
        let failed = try acall("-", input: "assert 1 > 2, \"one is more than two\"\n")
        #expect(failed.status == 1)
        #expect(failed.errorText.contains("one is more than two"))
    }

    @Test func aProgramsOwnOutputIsNotInTheReportFile() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let program = try scratch.file(
            "p.acall", "write(1, \"to standard output\")\nwrite(2, \"to standard error\")\n")
        let ended = try Tool.acall(
            ["--report", "json", "--report-file", "report", program], in: scratch.url)
        #expect(ended.text == "to standard output")
        #expect(ended.errorText == "to standard error")
        #expect(try scratch.text("report").hasPrefix("{"))
    }

    @Test func aReportSurvivesAProgramThatClosesStandardError() throws {
        let ended = try acall("-", input: "close(2)\nwrite(1, \"x\")\n")
        #expect(ended.status == 0)
        #expect(ended.errorText.contains("close(2) = 0"))
        #expect(ended.errorText.contains("write(1, \"x\", 1) = 1"))
    }

    /// Reports without what differs between any two runs.
    private func timeless(_ value: Any) -> Any {
        if let object = value as? [String: Any] {
            let timed: Set<String> = [
                "start_ns", "duration_ns", "line", "column", "program", "end_column", "end_line",
            ]
            return object.filter { !timed.contains($0.key) }.mapValues { timeless($0) }
                as NSDictionary
        }
        if let list = value as? [Any] { return list.map { timeless($0) } as NSArray }
        return value
    }

    @Test func twinsGiveEqualReports() throws {
        for inputs in [["file=/etc/passwd"], ["file=/etc/passwd", "count=7"], ["file=/nowhere"]] {
            let scratch = try Scratch()
            defer { scratch.remove() }
            let text = try Tool.report("head.acall", inputs, in: scratch.url)
            let yaml = try Tool.report("head.yaml", inputs, in: scratch.url)
            #expect(text.ended.status == yaml.ended.status)
            #expect(text.ended.output == yaml.ended.output)
            #expect(!text.report.isEmpty)
            #expect(
                (timeless(text.report) as? NSDictionary) == (timeless(yaml.report) as? NSDictionary)
            )
        }
    }

    @Test func everyReportStyleIsPrinted() throws {
        for style in ["lines", "table", "json"] {
            let ended = try acall("--report", style, head, "file=/etc/passwd", "count=5")
            #expect(ended.status == 0)
            #expect(ended.text == "root:")
            #expect(ended.errorText.contains("openat"))
        }
        #expect(try acall("--report", "none", head, "file=/etc/passwd").errorText.isEmpty)
    }

    @Test func colourIsForTerminals() throws {
        #expect(!(try acall(head, "file=/etc/passwd").errorText.contains("\u{1b}[")))
    }

    @Test func helpShowsExamples() throws {
        let ended = try acall("--help")
        #expect(ended.status == 0)
        #expect(ended.text.contains("head.acall file=/etc/passwd"))
        let calls = try acall("syscalls", "openat")
        #expect(calls.status == 0)
        #expect(calls.text.contains("O_CLOEXEC"))
        #expect(try acall("syscalls", "opnat").errorText.contains("openat"))
        #expect(try acall("syscalls").text.contains("copy_file_range"))
    }

    @Test func checkNamesEveryWrongFile() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let good = try scratch.file("good.acall", "write(1, \"x\")\n")
        let bad = try scratch.file("bad.acall", "wirte(1, \"x\")\n")
        let worse = try scratch.file("worse.yaml", "acall: 1\nsteps:\n  - wirte: [1]\n")
        let ended = try Tool.acall(["check", good, bad, worse], in: scratch.url)
        #expect(ended.status == 2)
        #expect(ended.errorText.contains("bad.acall:1:1"))
        #expect(ended.errorText.contains("worse.yaml:3:5"))
        #expect(try Tool.acall(["check", good], in: scratch.url).status == 0)
    }
}
