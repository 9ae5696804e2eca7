// Descriptors that a program closes itself, on some paths: the end closes what is left, once.

import Acall
import Glibc
import Testing

@Suite struct ClosingTests {
    private static let open = "input x: int\nfd = memfd_create(\"closing\", MFD_CLOEXEC)\n"

    /// A program, and the calls of `close` that are made, where x is 0 and where it is 1.
    private static let programs: [(text: String, calls: [Int])] = [
        ("close(fd)", [1, 1]),
        ("close(fd) if x == 1", [1, 1]),
        ("if x == 1 { close(fd) }", [1, 1]),
        ("if x == 1 { close(fd) } else { close(fd) }", [1, 1]),
        ("if x == 1 { write(fd, \"a\"); close(fd) }\ngetpid()", [1, 1]),
        ("defer close(fd)\nwrite(fd, \"a\")", [1, 1]),
        ("stop if x == 1\nclose(fd)", [1, 1]),
        (
            "close(fd)\nother = memfd_create(\"closing\", MFD_CLOEXEC)\nclose(other) if x == 1",
            [2, 2]
        ),
        (
            "for i in 0..<3 { a = memfd_create(\"closing\", MFD_CLOEXEC)\nclose(a) if x == i }",
            [4, 4]
        ),
        (
            "var kept: int = 0\n"
                + "for i in 0..<3 { a = memfd_create(\"closing\", MFD_CLOEXEC)\nkept = a\nclose(a) }",
            [4, 4]
        ),
        (
            "for i in 0..<3 { continue if x == i\na = memfd_create(\"closing\", MFD_CLOEXEC) }",
            [3, 3]
        ),
    ]

    /// A step may have several calls: they are counted by their lines, or by what its own line says.
    private static func closes(in report: RunReport) -> Int {
        report.lines.split(separator: "\n").reduce(0) { sum, line in
            guard line.contains(" close(") || line.hasPrefix("close(") else { return sum }
            if line.contains("(...)") { return sum }
            return sum + (line.contains(" = 0 ") ? 1 : 0)
        }
    }

    @Test(arguments: programs.indices, [0, 1])
    func eachIsClosedOnce(_ index: Int, _ x: Int64) async throws {
        let (text, calls) = Self.programs[index]
        let engine = try Engine()
        let program = try Program(text: Self.open + text)
        // In a chain of the caller's, and on a thread of the engine's.
        let reports = [
            try engine.runBlocking(program, ["x": .integer(x)]),
            try await engine.run(program, ["x": .integer(x)]),
        ]
        for report in reports {
            #expect(report.status == 0, "\(report.failures)")
            #expect(Self.closes(in: report) == calls[Int(x)], "\(report.lines)")
            #expect(!report.lines.contains("EBADF"), "\(report.lines)")
        }
    }

    /// More descriptors than are compared one by one, closed by numbers that only the run knows.
    @Test(arguments: [0, 1, 5])
    func whatIsClosedByItsNumberIsClosedOnce(_ count: Int64) async throws {
        var text = "input x: int\nvar fds: int[12]\n"
        for index in 0..<12 {
            text +=
                "f\(index) = memfd_create(\"closing\", MFD_CLOEXEC)\nfds[\(index)] = f\(index)\n"
        }
        text += "for i in 0..<x { close(fds[i]) }\n"
        let engine = try Engine()
        let program = try Program(text: text)
        let report = try engine.runBlocking(program, ["x": .integer(count)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(Self.closes(in: report) == 12, "\(report.lines)")
        #expect(!report.lines.contains("EBADF"), "\(report.lines)")
    }

    /// Whatever follows the close fails: what was closed is not closed again, what was not is.
    @Test(
        arguments: [("close(fd)\nfail \"x\"", 1), ("fail \"x\" if x == 0\nclose(fd)", 1)]
            as [(String, Int)])
    func aFailureClosesWhatIsLeft(_ text: String, _ calls: Int) throws {
        let report = try run(Self.open + text, ["x": .integer(0)])
        #expect(report.failures == ["x"])
        let made = report.steps.filter { $0.call == "close" && $0.result != nil }
        #expect(made.count == calls && made.allSatisfy { $0.result == 0 }, "\(report.lines)")
    }

    /// The deferred call comes first: it may use what was opened behind it.
    @Test func aDeferredCallFindsOpenWhatWasOpenedBehindIt() throws {
        let report = try run(
            "var ends: int[2]\ndefer close(ends[0])\npipe2(ends, O_CLOEXEC)\n")
        #expect(report.status == 0, "\(report.lines)")
        #expect(report.count(of: "close") == 2, "\(report.lines)")
    }

    /// A deferred call whose arguments can't be computed is not made: with a 0 it would close a descriptor of others.
    @Test(arguments: ["close(fds[x])", "pread(fd, b[..<x], 0)", "pread(fd, b, min(x, 100), 0)"])
    func aDeferredCallWithoutItsArgumentsIsNotMade(_ call: String) throws {
        let input = fcntl(0, F_GETFD)
        let report = try run(
            Self.open + "var fds: int[2] = []\nvar b: bytes[8]\nvar behind: u64 = 7\nfds[0] = fd\n"
                + "defer \(call)\n", ["x": .integer(50)])
        #expect(report.status == 1)
        #expect(fcntl(0, F_GETFD) == input)
        #expect(!report.lines.contains("close(0)"), "\(report.lines)")
        let made = report.steps.filter { $0.call == "pread64" && $0.result != nil }
        #expect(made.isEmpty, "\(report.lines)")
    }
}
