// Who waits for a chain that has waited for another one has waited for both.

import Acall
import Testing

@Suite struct WaitingTests {
    @Test(arguments: [
        // A task.
        "task a { nanosleep(20ms); n = 7 }\ntask b { await a }\nawait b\noutput n",
        // Over three of them, and named last.
        "task a { nanosleep(20ms); n = 7 }\ntask b { await a }\ntask c { await b }\nawait c\noutput n",
        // Another chain looks.
        "task a { nanosleep(20ms); n = 7 }\ntask b { await a }\ntask c { await b; m = n }\nawait c\noutput n = m",
        // A call's result is a wait too.
        """
        ends = pipe2(fds, 0)
        async got = read(fds[0], block)
        task b { write(1, block[..<0]) if got == 0 }
        write(fds[1], "1234567")
        await b
        output n = block[0] - '0' + got - 1
        """,
        // On each way.
        """
        task a { nanosleep(20ms); n = 7 }
        task b { if m == 0 { await a } else { await a; m = 2; stop } }
        await b
        output n
        """,
        "task a { nanosleep(20ms); n = 7 }\ntask b { fail \"no\" if m > 0; await a }\nawait b\noutput n",
        // At a block's end.
        "task a { nanosleep(20ms); n = 7 }\nparallel { task { await a } }\nn += 0\noutput n",
        // One that has ended before the other starts.
        "task a { nanosleep(20ms); n = 7 }\ntask b { await a }\nawait b\ntask c { m = n }\nawait c\noutput n = m",
        // It has ended on both ways, by different waits.
        """
        task a { nanosleep(20ms); n = 7 }
        task b { await a }
        if m == 0 { await b } else { await a }
        output n
        """,
        // Nobody waits for this one by itself before the program ends.
        "task a { nanosleep(20ms); n = 7 }\ntask b { await a }\nawait b\nn += 1; n -= 1\noutput n\nstop",
    ])
    func aWaitIsForAllThatTheChainWaitedFor(_ steps: String) throws {
        let report = try run(
            "var n: int\nvar m: int = 0\nvar fds: int[2]\nvar block: bytes[8]\n\(steps)\n")
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "n") == 7)
    }

    @Test func theOtherSpellingToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                vars: {n: int}
                steps:
                  - task: {as: a, steps: [nanosleep: [20ms], {as: n, set: 7}]}
                  - task: {as: b, steps: [await: [a]]}
                  - await: [b]
                  - output: n
                """)
        let report = try Engine().runBlocking(program)
        #expect(report.status == 0 && number(report, "n") == 7)
    }

    /// What the one closes the other may use, once it knows that it is done.
    @Test func aDescriptorIsFreeThen() throws {
        let report = try run(
            """
            fd = memfd_create("acall-waited")
            task a { nanosleep(10ms); write(fd, "text") }
            task b { await a }
            await b
            close(fd)
            output done = 1
            """)
        #expect(report.status == 0 && number(report, "done") == 1)
    }

    /// The chain that failed is told, though nobody waited for it but another one.
    @Test func aFailureIsTold() throws {
        let report = try run(
            "var n: int\ntask a { fail \"a\" if n == 0; n = 1 }\ntask b { await a }\nawait b\noutput n\n"
        )
        #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
    }
}
