// `async name = proc(...)`: the result is what the proc returns, and what the proc opens outlives its chain.

import Acall
import Foundation
import Testing

@Suite struct AsyncProcedureTests {
    private static let procs = """
        proc twice(n: long) -> long {
            me = getpid()
            if n > 5 { return me - me + 7 }
            other = getppid()
            return n * 2
        }
        proc plain(n: int) -> size { return n + 1 }
        """

    @Test func theResultIsWhatTheProcReturns() throws {
        let report = try run(
            """
            \(Self.procs)
            async a = twice(3)
            async b = twice(9)
            async c = plain(4)
            output a
            output b
            await c
            output c
            output sum = a + b + c
            """)
        #expect(report.status == 0, "\(report.failures)")
        for (name, value) in [("a", 6), ("b", 7), ("c", 5), ("sum", 18)] as [(String, Int64)] {
            #expect(number(report, name) == value, "\(name)")
        }
        // One of the calls was left out by an early return.
        #expect(report.steps.filter { $0.call == "getppid" && $0.outcome == "skipped" }.count == 1)
    }

    @Test func inTheYAMLSpellingToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                procs:
                  twice:
                    params: {n: long}
                    result: long
                    steps:
                      - getpid: []
                      - if: n > 5
                        then: [{return: 7}]
                      - return: n * 2
                steps:
                  - async: {as: a, twice: [3]}
                  - async: {as: b, twice: [9]}
                  - await: [a, b]
                  - output: [a, b]
                """)
        let report = try Engine().runBlocking(program, [:])
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "a") == 6 && number(report, "b") == 7)
    }

    @Test func aProcWithoutAResultIsWaitedFor() throws {
        let report = try run(
            """
            proc nap() { nanosleep(5ms) }
            async a = nap()
            async nap()
            await a
            """)
        #expect(report.status == 0 && report.count(of: "nanosleep") == 2, "\(report.failures)")
    }

    /// Of what was not made, or not to its end, the result is that of a call that was not.
    @Test func nothingReturnedIsCancelled() throws {
        let report = try run(
            """
            \(Self.procs)
            proc slow() -> size { nanosleep(60s); return 5 }
            input yes: int = 0
            async a = twice(3) if yes == 1
            b = plain(3) if yes == 1
            c = plain(3) if yes == 0
            async d = slow()
            cancel d
            await d
            output a
            output b
            output c
            output d
            output below = d < 0
            """)
        #expect(report.status == 0, "\(report.failures)")
        for (name, value) in [("a", -125), ("b", -125), ("c", 4), ("d", -125), ("below", 1)]
            as [(String, Int64)]
        {
            #expect(number(report, name) == value, "\(name)")
        }
    }

    @Test func aProcCanStartOne() throws {
        let report = try run(
            """
            \(Self.procs)
            proc slow() -> size { nanosleep(60s); return 5 }
            proc both(n: long) -> long {
                async a = twice(n)
                async b = slow()
                cancel b
                await b
                return a * 1000 + b
            }
            async x = both(3)
            y = both(9)
            task t { async z = both(4); output z }
            output x
            output y
            """)
        #expect(report.status == 0, "\(report.failures)")
        for (name, value) in [("x", 5875), ("y", 6875), ("z", 7875)] as [(String, Int64)] {
            #expect(number(report, name) == value, "\(name)")
        }
    }

    @Test func aFailureInItEndsTheProgram() throws {
        let report = try run(
            """
            proc broken() -> int { fd = open("/nowhere/at/all", O_RDONLY); return fd }
            async a = broken()
            nanosleep(60s)
            output a
            """)
        #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
    }

    /// A result that no signed number is can't be told from an error: it is a failure, and never another value.
    @Test func aResultAboveTheSignedRangeFails() throws {
        let report = try run(
            """
            proc large() -> u64 { var x: u64 = 0xffffffffffffffff; return x }
            a = large()
            output a
            async b = large()
            output b
            """)
        #expect(report.status == 1, "\(report.lines)")
        #expect(report.lines.contains("a = 18446744073709551615"))
        #expect(report.lines.contains("value does not fit"))
    }

    @Test func whatItOpensBelongsToWhoeverStartedIt() throws {
        let file = try Host.file("hello")
        let report = try run(
            """
            proc opened(file: path) -> int {
                other = open(file, O_RDONLY)
                for i in 0..<3 { open(file, O_RDONLY) }
                task inner { own = open(file, O_RDONLY) }
                async helper = open(file, O_RDONLY)
                fd = open(file, O_RDONLY)
                return fd
            }
            proc pair(ends: int[2]) { pipe2(ends, O_CLOEXEC) }
            input file: path
            var text: bytes[5]
            var ends: int[2]
            async a = opened(file)
            async b = opened(file)
            async c = pair(ends)
            await a, b, c
            n = read(a, text)
            close(a)
            m = read(b, text)
            write(ends[1], "x")
            output n
            output m
            """, ["file": .text(file)])
        #expect(report.status == 0, "\(report.failures) \(report.lines)")
        #expect(number(report, "n") == 5 && number(report, "m") == 5)
        #expect(Host.descriptors(of: file) == 0)
        // Nothing is closed twice.
        let closes = report.steps.filter { $0.call == "close" }
        #expect(closes.allSatisfy { $0.result == 0 || $0.outcome == "skipped" }, "\(report.lines)")
    }

    @Test func itsStepsAreToldUnderTheirCaller() throws {
        let report = try run("\(Self.procs)\nasync a = twice(3)\noutput a")
        #expect(report.lines.contains("# in twice for a, line"), "\(report.lines)")
    }

    /// In the items of a list the same slots are used by one item after the other.
    @Test func eachItemHasItsOwn() throws {
        let file = try Host.file("hello")
        let report = try run(
            """
            proc opened(file: path, n: long) -> long {
                fd = open(file, O_RDONLY) if n % 2 == 0
                return n * 2
            }
            input file: path
            parallel for i in 0..<40 limit 2 {
                async a = opened(file, i)
                async fd = open(file, O_RDONLY) if i % 3 == 0
                output double[i] = a
                output opened[i] = fd >= 0
            }
            """, ["file": .text(file)])
        #expect(report.status == 0, "\(report.failures)")
        let (double, opened) = (report.keyed("double"), report.keyed("opened"))
        #expect((0..<40).allSatisfy { double[String($0)] == $0 * 2 })
        #expect((0..<40).allSatisfy { opened[String($0)] == ($0 % 3 == 0 ? 1 : 0) }, "\(opened)")
        #expect(Host.descriptors(of: file) == 0)
    }
}
