// Lists of strings as the arguments of a process, whole and in part; parts of lists elsewhere.

import Acall
import Testing

@Suite struct ArgumentListTests {
    /// What a process that prints its arguments prints, one a line.
    private func printed(
        _ spawn: String, _ inputs: [String: InputValue] = [:]
    ) throws -> (text: String?, report: RunReport) {
        let report = try run(
            """
            input args: [string] = ["printf", "%s\\n", "one", "", "three four"]
            input files: [path] = ["/a", "/b"]
            input n: int = 1
            var ends: int[2]
            var block: bytes[64KiB]
            pipe2(ends, O_CLOEXEC)
            child = \(spawn)
            close(ends[1])
            wait(child) expect 0
            m = read(ends[0], block) fully
            output text = block[..<m] as text
            """, inputs)
        return (report.text, report)
    }

    @Test(arguments: [
        (#"spawn("/usr/bin/printf", args, stdout: ends[1])"#, "one\n\nthree four\n"),
        (
            #"spawn("/usr/bin/printf", ["printf", args[1...]], stdout: ends[1])"#,
            "one\n\nthree four\n"
        ),
        (
            #"spawn("/usr/bin/printf", ["x", args[1..<3], "-", files, args[4...4]], stdout: ends[1])"#,
            "one\n-\n/a\n/b\nthree four\n"
        ),
        (
            #"spawn("/usr/bin/printf", ["x", args[n], files[n...], args[..<0], "end"], stdout: ends[1])"#,
            "/b\nend\n"
        ),
        (#"spawn("/usr/bin/env", ["env"], env: args[n + 1..<3], stdout: ends[1])"#, "one\n"),
        (#"spawn("/usr/bin/printf", argv: args[..<4], stdout: ends[1])"#, "one\n\n"),
    ])
    func aListStandsForItsItems(_ spawn: String, _ expected: String) throws {
        let (text, report) = try printed(spawn)
        #expect(report.status == 0, "\(report.failures)")
        #expect(text == expected)
    }

    @Test func theReportShowsThem() throws {
        let (_, report) = try printed(
            #"spawn("/usr/bin/printf", ["printf", args[2..<4], "end"], stdout: ends[1])"#)
        #expect(report.lines.contains(#"["printf", "one", "", "end"]"#), "\(report.lines)")
    }

    @Test func nothingIsLeftOfTheOneBefore() throws {
        let report = try run(
            """
            input args: [string] = ["a", "b", "c"]
            var ends: int[2]
            var block: bytes[4KiB]
            pipe2(ends, O_CLOEXEC)
            for i in 0...3 {
                child = spawn("/bin/echo", ["echo", args[i...], "end"], stdout: ends[1])
                wait(child) expect 0
            }
            close(ends[1])
            m = read(ends[0], block) fully
            output text = block[..<m] as text
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.text == "a b c end\nb c end\nc end\nend\n")
    }

    @Test func chainsSideBySideHaveTheirOwn() throws {
        let report = try run(
            """
            input args: [string] = ["a", "b", "c"]
            input counts: [int]
            parallel for i in counts limit 8 {
                var ends: int[2]
                var block: bytes[4KiB]
                pipe2(ends, O_CLOEXEC)
                child = spawn("/bin/echo", ["echo", args[..<i % 4]], stdout: ends[1])
                close(ends[1])
                wait(child) expect 0
                m = read(ends[0], block) fully
                output length[i] = m
            }
            """, ["counts": .integers(Array(0..<40))])
        #expect(report.status == 0, "\(report.failures)")
        let lengths = report.keyed("length")
        #expect(lengths.count == 40)
        #expect(lengths.allSatisfy { $1 == max(1, Int($0)! % 4 * 2) })
    }

    @Test func tooManyAreAFailure() throws {
        let spawn = #"spawn("/bin/true", ["true", args, "end"], stdout: ends[1])"#
        let fits = InputValue.list(Array(repeating: Array("x".utf8), count: 4094))
        #expect(try printed(spawn, ["args": fits]).report.status == 0)
        let more = InputValue.list(Array(repeating: Array("x".utf8), count: 4095))
        let report = try printed(spawn, ["args": more]).report
        #expect(report.status == 1 && report.lines.contains("more than 4096 strings"))
    }

    @Test func aPartThatIsNotThereIsAFailure() throws {
        let spawn = #"spawn("/bin/true", ["true", args[n..<3]], stdout: ends[1])"#
        let report = try printed(spawn, ["args": ["x"]]).report
        #expect(report.status == 1)
        #expect(report.lines.contains("slice out of bounds: 1..<3 of 1 item"), "\(report.lines)")
        // But not where no process is started.
        let skipped = try run(
            """
            input args: [string]
            child = spawn("/bin/true", ["true", args[1...]]) if sizeof(args) > 0
            wait(child) if sizeof(args) > 0
            """, ["args": []])
        #expect(skipped.status == 0, "\(skipped.failures)")
    }

    @Test func partsOfListsAreWalked() throws {
        let report = try run(
            """
            input names: [string] = ["a", "b", "c", "d"]
            input counts: [int] = [1, 20, 300, 4000]
            input large: [u64] = [1, 2, 4]
            input n: int = 1
            var sum: long
            proc walk(xs: [string], ys: [int]) -> long {
                var all: long
                for x in xs { output called[x] = 1 }
                for y in ys[1...] { all += y }
                return all
            }
            for name in names[n..<3] { output walked[name] = 1 }
            parallel for name in names[n + 1...] limit 2 { output chain[name] = 1 }
            parallel for count in counts[..<2] { output many[count] = 1 }
            for count in counts[1...2] { sum += count }
            output sum
            output length = sizeof(names[n...])
            output item = counts[n...][1]
            output last = large[2...][0]
            rest = walk(names[..<2], counts[n...])
            output rest
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.keyed("walked") == ["b": 1, "c": 1])
        #expect(report.keyed("chain") == ["c": 1, "d": 1])
        #expect(report.keyed("many") == ["1": 1, "20": 1])
        #expect(report.keyed("called") == ["a": 1, "b": 1])
        #expect(number(report, "sum") == 320 && number(report, "length") == 3)
        #expect(number(report, "item") == 300 && number(report, "last") == 4)
        #expect(number(report, "rest") == 4300)
    }

    @Test func theOtherSpellingToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                inputs:
                  args: {type: [string], default: ['"a"', '"b"']}
                vars: {ends: "int[2]", block: "bytes[64]"}
                steps:
                  - pipe2: [ends, O_CLOEXEC]
                  - as: child
                    spawn: ['"/bin/echo"', ['"echo"', "args[1...]", args]]
                    if: sizeof(args) > 1
                  - as: other
                    spawn: {path: '"/bin/echo"', argv: args, stdout: "ends[1]"}
                  - close: ["ends[1]"]
                  - wait: [child]
                  - {wait: [other], expect: 0}
                  - {as: m, read: ["ends[0]", block]}
                  - output: {text: {value: "block[..<m]", as: text}}
                """)
        let report = try Engine().runBlocking(program)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.text == "b\n" && report.lines.contains(#"["echo", "b", "a", "b"]"#))
    }
}
