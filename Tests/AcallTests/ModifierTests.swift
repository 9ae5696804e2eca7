// Modifiers of what is no system call: procs, `spawn` and `wait`; in a chain of their own too.

import Acall
import Foundation
import Testing

@Suite struct ModifierTests {
    private static let procs = """
        var ends: int[2]
        var text: bytes[8]
        proc get(from: fd, into: bytes) -> long {
            defer write(1, "")
            n = read(from, into)
            return n
        }
        proc find(name: path) -> long {
            fd = openat(AT_FDCWD, name, O_RDONLY | O_CLOEXEC)
            getpid()
            return 7
        }
        proc both(from: fd, into: bytes) {
            async x = read(from, into)
            await x
        }
        proc spin() -> long {
            var i: long = 0
            loop {
                i += 1
                break if i < 0
            }
            return i
        }
        pipe2(ends, O_CLOEXEC)

        """

    // MARK: Procs

    @Test func anAllowedErrorLeavesTheProc() throws {
        let report = try run(
            Self.procs + """
                a = find("/nowhere/at/all") allow ENOENT, EACCES
                b = find("/dev/null") allow ENOENT
                c = get(-1, text) allow EBADF
                d = get(-1, text) expect EBADF
                e = get(-1, text) if b == 0
                output a
                output b
                output c
                output d
                output e
                """)
        #expect(report.status == 0, "\(report.failures)")
        let found = ["a", "b", "c", "d", "e"].map { number(report, $0) }
        #expect(found == [-2, 7, -9, -9, -125])
        // `find` was left at its first step the first time; what is deferred runs both times.
        let outcomes = report.steps.filter { $0.call == "getpid" }.map { $0.outcome }
        #expect(outcomes.sorted() == ["returned", "skipped"])
        #expect(report.steps.filter { $0.call == "write" }.count { $0.outcome == "returned" } == 2)
    }

    @Test func anErrorThatIsNotAllowedFailsAtItsStep() throws {
        let report = try run(Self.procs + "a = find(\"/nowhere/at/all\") allow EACCES timeout 5s")
        #expect(report.status == 1)
        #expect(report.lines.contains("error: openat: ENOENT"), "\(report.lines)")
        #expect(report.lines.contains("find is called here, for a"), "\(report.lines)")
    }

    @Test func whatIsExpectedIsExpectedOfTheResult() throws {
        let good = try run(
            Self.procs + "find(\"/dev/null\") expect 5...7\nget(-1, text) expect EBADF")
        #expect(good.status == 0, "\(good.failures)")
        let wrong = try run(Self.procs + "find(\"/dev/null\") expect 8")
        #expect(wrong.status == 1 && wrong.lines.contains("expected 8, got 7"), "\(wrong.lines)")
    }

    @Test func aDeadlineIsForAllOfItsSteps() throws {
        let report = try run(
            Self.procs + """
                a = get(ends[0], text) timeout 20ms allow ETIMEDOUT
                b = spin() timeout 20ms allow ETIMEDOUT
                both(ends[0], text) timeout 20ms allow ETIMEDOUT
                c = get(ends[0], text) timeout 20ms expect ETIMEDOUT
                write(ends[1], "ab")
                d = get(ends[0], text) timeout 30s
                nanosleep(30ms)
                output a
                output b
                output c
                output d
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(["a", "b", "c", "d"].map { number(report, $0) } == [-110, -110, -110, 2])
        #expect(report.lines.contains("ETIMEDOUT (timed out)"), "\(report.lines)")
    }

    @Test func aDeadlineThatIsNotAllowedFails() throws {
        for text in [
            "get(ends[0], text) timeout 10ms", "spin() timeout 10ms",
            "both(ends[0], text) timeout 10ms", "x = spin() timeout 10ms allow EBADF",
        ] {
            let report = try run(Self.procs + text)
            #expect(report.status == 1, "\(text)")
            #expect(report.lines.contains("error: "), "\(report.lines)")
            #expect(report.lines.contains("ETIMEDOUT"), "\(report.lines)")
        }
    }

    @Test func aDeadlineInsideAnotherEndsNoLaterAndLeavesThatOne() throws {
        let report = try run(
            Self.procs + """
                var other: bytes[8]
                proc outer(from: fd, into: bytes, other: bytes) -> long {
                    a = get(from, into) timeout 10ms allow ETIMEDOUT
                    assert a == -ETIMEDOUT
                    b = read(from, into) timeout 10ms expect ETIMEDOUT
                    async late = read(from, other)
                    await late timeout 10ms else { cancel late }
                    c = get(from, into) timeout 60s
                    return c
                }
                start = openat(AT_FDCWD, "/dev/null", O_RDONLY | O_CLOEXEC)
                r = outer(ends[0], text, other) timeout 80ms allow ETIMEDOUT
                n = read(start, text)
                output r
                output n
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "r") == -110 && number(report, "n") == 0)
    }

    @Test func aProcInAChainOfItsOwnTakesThemToo() throws {
        let report = try run(
            Self.procs + """
                async a = get(ends[0], text) timeout 20ms allow ETIMEDOUT
                await a
                async b = find("/nowhere/at/all") allow ENOENT
                async c = find("/dev/null") expect 7
                await b, c
                output a
                output b
                output c
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(["a", "b", "c"].map { number(report, $0) } == [-110, -2, 7])
        let wrong = try run(Self.procs + "async c = find(\"/dev/null\") expect 8\nawait c")
        #expect(wrong.status == 1 && wrong.lines.contains("expected 8, got 7"), "\(wrong.lines)")
    }

    @Test func whatAProcOpenedIsClosedWhereItWasLeft() throws {
        let path = try Host.file("x")
        let before = Host.descriptors(of: path)
        let report = try run(
            """
            input file: path
            proc look(file: path) -> long {
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                n = openat(AT_FDCWD, "/nowhere/at/all", O_RDONLY | O_CLOEXEC)
                return n
            }
            var i: int = 0
            while i < 3 {
                r = look(file) allow ENOENT
                assert r == -ENOENT
                i += 1
            }
            """, ["file": .bytes(Array(path.utf8))])
        #expect(report.status == 0, "\(report.failures)")
        #expect(Host.descriptors(of: path) == before)
    }

    @Test func inYAMLToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                procs:
                  get: {params: {from: fd, into: bytes}, result: long, steps: [
                    {as: n, read: [from, into]}, {return: n}]}
                vars: {ends: 'int[2]', text: 'bytes[8]'}
                steps:
                  - pipe2: [ends, O_CLOEXEC]
                  - as: a
                    get: ["ends[0]", text]
                    timeout: 10ms
                    allow: ETIMEDOUT
                  - as: child
                    spawn: ['"/bin/sh"', ['"sh"', '"-c"', '"exit 3"']]
                    timeout: 30s
                  - as: status
                    wait: [child]
                    expect: 3
                    timeout: 30s
                  - output: {a: a, status: status}
                """)
        let report = try Engine().runBlocking(program)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "a") == -110 && number(report, "status") == 3)
    }

    // MARK: Processes

    @Test func statusesAreBoundAsResultsAre() throws {
        let report = try run(
            """
            var codes: int[2]
            var kept: long = 0
            first = spawn("/bin/sh", ["sh", "-c", "exit 3"])
            codes[1] = wait(first)
            second = spawn("/bin/sh", ["sh", "-c", "exit 4"])
            kept = wait(second)
            third = spawn("/bin/sh", ["sh", "-c", "exit 5"])
            async status = wait(third)
            await status
            fourth = spawn("/bin/sh", ["sh", "-c", "kill -9 $$"])
            async killed = wait(fourth) expect -SIGKILL
            await killed
            skipped = wait(first) if kept == 0
            output a = codes[1]
            output b = kept
            output c = status
            output d = killed
            output e = skipped
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(["a", "b", "c", "d", "e"].map { number(report, $0) } == [3, 4, 5, -9, -125])
    }

    @Test func aSignalIsNoError() throws {
        // SIGUSR1 and ECHILD are both 10.
        let report = try run(
            """
            child = spawn("/bin/sh", ["sh", "-c", "kill -10 $$"])
            wait(child) expect ECHILD
            """)
        #expect(report.status == 1)
        #expect(
            report.lines.contains("unexpected exit status: expected ECHILD, got -10"),
            "\(report.lines)")
        let other = try run(
            """
            child = spawn("/bin/true", ["true"])
            wait(child) expect 0
            n = wait(child) allow ECHILD
            wait(child) expect ECHILD
            wait(child) expect -SIGUSR1
            """)
        #expect(other.status == 1 && other.lines.contains("waitid: ECHILD"), "\(other.lines)")
        #expect(other.failures.count == 1, "\(other.lines)")
    }

    @Test func aDeferredWaitExpectsItsStatus() throws {
        let report = try run(
            """
            child = spawn("/bin/sh", ["sh", "-c", "exit 3"])
            defer wait(child) expect 0
            getpid()
            """)
        #expect(report.status == 1)
        #expect(report.lines.contains("expected 0, got 3"), "\(report.lines)")
    }

    @Test func processesTakeDeadlines() throws {
        let report = try run(
            """
            late = spawn("/bin/true", ["true"]) timeout 1ns allow ETIMEDOUT
            child = spawn("/bin/sleep", ["sleep", "60"]) timeout 30s
            n = wait(child) timeout 20ms allow ETIMEDOUT
            pidfd_send_signal(child, SIGKILL)
            wait(child) expect -SIGKILL timeout 30s
            none = spawn("/nowhere/at/all", ["x"]) allow ENOENT timeout 30s
            spawn("/nowhere/at/all", ["x"]) expect ENOENT
            output late
            output n
            output none
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(["late", "n", "none"].map { number(report, $0) } == [-110, -110, -2])
        let failed = try run("child = spawn(\"/bin/true\", [\"true\"]) timeout 1ns")
        #expect(failed.status == 1 && failed.lines.contains("ETIMEDOUT"), "\(failed.lines)")
    }
}
