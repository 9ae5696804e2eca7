// `fully`: what was done is the result, whatever ended it, where the program allows that; a failure says how much it was.

import Acall
import Foundation
import Testing

@Suite struct FullyTests {
    private static let pipe = """
        var ends: int[2]
        var text: bytes[10]
        pipe2(ends, O_CLOEXEC)
        write(ends[1], "ab")

        """

    private static let sockets = """
        var ends: int[2]
        var small: int = 4096
        var block: bytes[1MiB] = "x"
        socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)
        setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, small)

        """

    @Test func anAllowedDeadlineGivesWhatWasRead() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) fully timeout 20ms allow ETIMEDOUT
                m = read(ends[0], text) fully timeout 20ms allow ETIMEDOUT
                output n
                output m
                output text = text[..<n] as text
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "n") == 2 && number(report, "m") == -110)
        #expect(report.text == "ab")
        #expect(report.steps.first { $0.name == "n" }?.result == 2)
        #expect(report.steps.first { $0.name == "m" }?.result == -110)
    }

    /// What chains of their own did, whose data is gone when the report is made.
    @Test func aPartOfWhatAnItemDidIsShown() throws {
        let report = try run(
            """
            parallel for i in 0..<2 limit 1 {
                var ends: int[2]
                var block: bytes[100KiB] = "x"
                pipe2(ends, O_NONBLOCK | O_CLOEXEC)
                n = write(ends[1], block) fully allow EAGAIN
                m = write(ends[1], block) fully allow EAGAIN
                output done[i] = n
                output again[i] = m
            }
            """)
        #expect(report.status == 0, "\(report.failures)")
        let done = report.keyed("done")
        #expect(done["0"] ?? 0 > 0 && done["0"] == done["1"])
        #expect(report.keyed("again") == ["0": -11, "1": -11])
        #expect(report.steps.first { $0.name == "n" }?.result == Int64(done["1"] ?? 0))
        #expect(report.steps.first { $0.name == "m" }?.result == -11)
    }

    @Test func whatIsExpectedBesideAnAllowedErrorIsExpectedOfTheRest() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) fully timeout 20ms expect 10 allow ETIMEDOUT
                output n
                """)
        #expect(report.status == 0 && number(report, "n") == 2, "\(report.failures)")
    }

    @Test func aDeadlineThatIsNotAllowedSaysHowMuchWasDone() throws {
        let report = try run(Self.pipe + "n = read(ends[0], text) fully timeout 20ms")
        #expect(report.status == 1)
        #expect(
            report.lines.contains("ETIMEDOUT: timed out after 20.0ms, after 2 of 10 bytes"),
            "\(report.lines)")
        let other = try run(Self.pipe + "n = read(ends[0], text) fully timeout 20ms expect 10")
        #expect(
            other.lines.contains("expected 10, got -110 (ETIMEDOUT), after 2 of 10 bytes"),
            "\(other.lines)")
    }

    @Test func anErrorThatIsExpectedIsTheResult() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) fully timeout 20ms expect ETIMEDOUT
                output n
                """)
        #expect(report.status == 0 && number(report, "n") == -110, "\(report.failures)")
    }

    @Test func errorsOfTheKernelCountAsDeadlinesDo() throws {
        let text = """
            fcntl(ends[0], F_SETFL, O_NONBLOCK)
            n = write(ends[0], block) fully
            """
        let failed = try run(Self.sockets + text)
        #expect(failed.status == 1)
        #expect(
            failed.lines.contains(/EAGAIN: .*, after [0-9]+ of 1048576 bytes/), "\(failed.lines)")
        let report = try run(Self.sockets + text + " allow EAGAIN\noutput n")
        let count = try #require(number(report, "n"))
        #expect(report.status == 0 && count > 0 && count < 1 << 20, "\(report.failures)")
        let retried = try run(
            Self.sockets + text + " retry EAGAIN up to 3 after 1ms allow EAGAIN\noutput n")
        #expect(retried.status == 0 && number(retried, "n") ?? 0 > 0, "\(retried.failures)")
    }

    @Test func aCancelledChainKeepsWhatWasDone() throws {
        let report = try run(
            Self.pipe + """
                var rest: bytes[4]
                async n = read(ends[0], text) fully
                nanosleep(20ms)
                cancel n
                await n
                async none = read(ends[0], rest) fully
                nanosleep(20ms)
                cancel none
                await none
                output n
                output none
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "n") == 2 && number(report, "none") == -125, "\(report.lines)")
    }

    @Test func theEndOfWhatIsReadIsNoError() throws {
        let report = try run(
            Self.pipe + """
                close(ends[1])
                n = read(ends[0], text) fully timeout 1s allow ETIMEDOUT
                m = read(ends[0], text) fully
                output n
                output m
                """)
        #expect(number(report, "n") == 2 && number(report, "m") == 0, "\(report.failures)")
    }
}
