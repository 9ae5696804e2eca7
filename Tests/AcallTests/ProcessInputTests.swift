// A process that the app hands in by its pidfd: sent signals, waited for.

import Acall
import Testing

@Suite struct ProcessInputTests {
    private func child(_ engine: Engine) throws -> Int64 {
        let report = try run(
            "child = spawn(\"/bin/sleep\", [\"sleep\", \"100\"])\noutput child\n", on: engine)
        return try #require(number(report, "child"))
    }

    @Test(arguments: [
        "pidfd_send_signal(child, SIGTERM)",
        "proc end(process: fd) { pidfd_send_signal(process, SIGTERM) }\nend(child)",
        "proc end(process: fd) { pass(process) }\nproc pass(p: fd) { pidfd_send_signal(p, SIGTERM) }\nend(child)",
        "if child > 2 { pidfd_send_signal(child, SIGTERM) expect 0 }",
    ])
    func itIsSentASignal(_ steps: String) throws {
        let engine = try Engine()
        let descriptor = try child(engine)
        defer { Host.close(descriptor) }
        let report = try run(
            """
            input child: fd
            \(steps)
            var ready: pollfd[1] = [{fd: child, events: POLLIN}]
            poll(ready, timeout: 10s) expect 1
            status = wait(child)
            output status
            """, ["child": .integer(descriptor)], on: engine)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "status") == -15)
    }

    @Test func theOtherSpellingToo() throws {
        let engine = try Engine()
        let descriptor = try child(engine)
        defer { Host.close(descriptor) }
        let program = try Program(
            yaml: """
                acall: 1
                inputs: {child: fd}
                vars: {info: siginfo}
                steps:
                  - pidfd_send_signal: {pidfd: child, sig: SIGKILL}
                  - waitid: [P_PIDFD, child, info, WEXITED]
                  - output: {signal: info.status}
                """)
        let report = try engine.runBlocking(program, ["child": .integer(descriptor)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "signal") == 9)
    }
}
