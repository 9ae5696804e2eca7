// Branches, loops, leaving them, clean-up on the way out, procs: programs with one chain.
//
// Input: small programs that write letters to a pipe. Output: the letters in the order they were written.

import Acall
import Foundation
import Testing

/// Runs statements that write to `ends[1]`; the text that came out, and the report.
private func letters(
    _ body: String, _ inputs: [String: InputValue] = [:], procs: String = ""
) throws -> (text: String, report: RunReport) {
    let file = try Host.file()
    var given = inputs
    given["file"] = .text(file)
    let report = try run(
        "input file: path\n\(procs)\nout = openat(AT_FDCWD, file, O_WRONLY | O_CLOEXEC)\n\(body)",
        given)
    #expect(Host.descriptors(of: file) == 0)
    return (try String(contentsOfFile: file, encoding: .utf8), report)
}

@Suite struct ControlFlowTests {
    @Test(arguments: [(0, "other"), (1, "one"), (2, "two"), (3, "other")])
    func oneWayOfSeveralIsTaken(_ number: Int64, _ expected: String) throws {
        let (text, report) = try letters(
            """
            input n: int
            if n == 1 { write(out, "one") } else if n == 2 { write(out, "two") }
            else { write(out, "other") }
            """, ["n": .integer(number)])
        #expect(text == expected && report.status == 0)
        #expect(report.steps.filter { $0.outcome == "skipped" }.count == 2)
    }

    @Test func loopsOverNumbers() throws {
        let report = try run(
            """
            var sum: long
            var passes: int
            for i in 0..<10 { sum += i }
            for i in 5...7 { sum += i * 100 }
            for i in 3..<3 { sum += 1_000_000 }
            for i in 4..<3 { sum += 1_000_000 }
            for i in -2...2 { passes += 1; sum += i }
            var n: int = 5
            while n > 0 { n -= 1; continue if n == 3; passes += 1 }
            loop { n += 1; break if n == 100 }
            output sum
            output passes
            output n
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "sum") == 1845)
        #expect(number(report, "passes") == 9)
        #expect(number(report, "n") == 100)
    }

    @Test func loopsOverLists() throws {
        let (text, report) = try letters(
            """
            input names: [string]
            input numbers: [int]
            var sum: long
            for name in names { write(out, name) }
            for number in numbers { sum += number }
            output sum
            """, ["names": ["a", "", "bc", "d"], "numbers": .integers([1, -5, 100])])
        #expect(text == "abcd" && report.status == 0)
        #expect(number(report, "sum") == 96)
        let none = try letters(
            "input names: [string]\nfor name in names { write(out, name) }", ["names": []])
        #expect(none.text.isEmpty && none.report.status == 0)
    }

    @Test func onlyTheInnermostLoopIsLeft() throws {
        let (text, _) = try letters(
            """
            for i in 0..<3 {
                for j in 0..<5 {
                    continue if j == 1
                    break if j == 3
                    write(out, "j")
                }
                if i == 1 { continue }
                write(out, "i")
            }
            """)
        #expect(text == "jjijjjji")
    }

    @Test func aBoundIsTakenOnce() throws {
        let report = try run(
            """
            var limit: int = 3
            var passes: int
            for i in 0..<limit { limit += 1; passes += 1 }
            output passes
            """)
        #expect(number(report, "passes") == 3)
    }

    // MARK: Defer

    @Test(
        arguments: [
            ("", 0, "1ab2ab3abe"), ("continue if i == 1", 0, "1ab2b3abe"),
            ("break if i == 1", 0, "1ab2be"), ("stop if i == 1", 0, "1ab2be"),
            ("fail \"no\" if i == 1", 1, "1ab2be"), ("assert i != 1", 1, "1ab2be"),
            ("fsync(-1) if i == 1", 1, "1ab2be"),
        ] as [(String, Int32, String)])
    func cleanUpRunsWhereverABlockEnds(
        _ leave: String, _ status: Int32, _ expected: String
    ) throws {
        let (text, report) = try letters(
            """
            defer write(out, "e")
            for i in 0..<3 {
                defer write(out, "b")
                if i == 0 { write(out, "1") } else if i == 1 { write(out, "2") }
                else { write(out, "3") }
                \(leave)
                defer write(out, "a")
            }
            """)
        #expect(text == expected)
        #expect(report.status == status, "\(report.failures)")
    }

    @Test(
        arguments: [
            ("", 0, "xcbaz"), ("break", 0, "xcba"), ("continue", 0, "xcba"), ("stop", 0, "xcba"),
            ("fail \"no\"", 1, "xcba"),
        ] as [(String, Int32, String)])
    func blocksInBlocksAreCleanedUpFromTheInside(
        _ leave: String, _ status: Int32, _ expected: String
    ) throws {
        let condition = leave.isEmpty ? "" : "\(leave) if out > 0"
        let (text, report) = try letters(
            """
            for i in 0..<1 {
                defer write(out, "a")
                if i == 0 {
                    defer write(out, "b")
                    if i == 0 {
                        defer write(out, "c")
                        write(out, "x")
                        \(condition)
                    }
                }
                defer write(out, "z")
            }
            """)
        // The last one is deferred last, and runs first, where it is reached.
        #expect(text == (expected.hasSuffix("z") ? "xcbza" : expected))
        #expect(report.status == status)
    }

    @Test func aSkippedDeferIsNotRun() throws {
        let (text, _) = try letters(
            """
            for i in 0..<3 {
                defer write(out, "d") if i == 1
                write(out, "w")
            }
            """)
        #expect(text == "wwdw")
    }

    // MARK: Procs

    @Test func procsReturnOutOfLoops() throws {
        let (text, report) = try letters(
            """
            a = find(out, 4)
            b = find(out, 99)
            c = twice(21)
            output a
            output b
            output c
            """,
            procs: """
                proc find(to: fd, wanted: int) -> long {
                    defer write(to, "e")
                    for i in 0..<3 {
                        defer write(to, "b")
                        for j in 0..<3 {
                            defer write(to, "a")
                            if i * 3 + j == wanted { return i * 10 + j }
                        }
                    }
                    return -1
                }
                proc twice(n: long) -> long { return n * 2 }
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "a") == 11)
        #expect(number(report, "b") == -1)
        #expect(number(report, "c") == 42)
        #expect(text == "aaab" + "aabe" + "aaabaaabaaabe")
    }

    @Test func procsCalledInLoopsStartAnew() throws {
        let report = try run(
            """
            proc add(n: int) -> long {
                var own: long = 0
                own += n
                return own
            }
            var total: long
            for i in 0..<5 { x = add(i); total += x }
            output total
            """)
        #expect(number(report, "total") == 10)
    }

    @Test func aFailureInAProcFailsTheProgram() throws {
        let (text, report) = try letters(
            "defer write(out, \"m\")\nouter(out)\nwrite(out, \"never\")",
            procs: """
                proc inner(to: fd) { defer write(to, "i"); fsync(-1) }
                proc outer(to: fd) { defer write(to, "o"); inner(to); write(to, "never") }
                """)
        #expect(text == "iom")
        #expect(report.status == 1 && report.failures.count == 1)
    }

    // MARK: Descriptors

    @Test(arguments: ["", "break", "continue", "stop", "fail \"no\"", "close(fd)"])
    func descriptorsThatAPassOpensAreClosed(_ leave: String) throws {
        let file = try Host.file("text")
        let statement =
            leave.isEmpty || leave.hasPrefix("close") ? leave : "\(leave) if i == 20"
        let report = try run(
            """
            input file: path
            for i in 0..<40 {
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                if i >= 0 {
                    another = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                    fsync(another)
                }
                \(statement)
            }
            """, ["file": .text(file)])
        #expect(report.status == (leave.hasPrefix("fail") ? 1 : 0), "\(report.failures)")
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func aDescriptorThatIsAnOutputIsHandedOver() throws {
        let file = try Host.file("text")
        let report = try run(
            """
            input file: path
            fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            other = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            if other >= 0 { output fd }
            """, ["file": .text(file)])
        #expect(report.status == 0)
        #expect(Host.descriptors(of: file) == 1)
        let fd = try #require(number(report, "fd"))
        #expect(close(Int32(fd)) == 0)
    }
}

#if canImport(Glibc)
    import Glibc
#endif
