// Calls that a stop and a continuation interrupt: made again and counted, or given to a step that names EINTR.

import Foundation
import Glibc
import Testing

@Suite struct RestartTests {
    private static let head = """
        var ready: epoll_event[4]
        waiter = epoll_create1(EPOLL_CLOEXEC)

        """

    /// The report of a program that is stopped and continued so many times while it runs.
    private func report(_ text: String, stops: Int) throws -> (status: Int32, lines: String) {
        let run = try Signalled("write(1, \"ready\\n\")\n" + Self.head + text)
        for _ in 0..<stops {
            usleep(250_000)
            guard run.isRunning else { break }
            run.send(SIGSTOP)
            usleep(30_000)
            run.send(SIGCONT)
        }
        let ended = try run.end()
        return (ended.status, ended.errorText)
    }

    @Test func aStepThatDoesNotNameItIsMadeAgain() throws {
        let (status, lines) = try report(
            "n = epoll_pwait(waiter, ready, timeout: 2s)\noutput n", stops: 2)
        #expect(status == 0, "\(lines)")
        #expect(lines.contains("n = 0") && lines.contains("(3 calls, 2 restarts)"), "\(lines)")
    }

    @Test(arguments: ["allow EINTR", "expect EINTR"])
    func aStepThatNamesItGetsTheFirst(_ modifier: String) throws {
        let (status, lines) = try report(
            "n = epoll_pwait(waiter, ready, timeout: 20s) \(modifier)\noutput n", stops: 1)
        #expect(status == 0 && lines.contains("n = -4"), "\(lines)")
        #expect(!lines.contains("restart"), "\(lines)")
    }

    @Test func aProcWhoseCallNamesItGetsTheFirst() throws {
        let (status, lines) = try report(
            """
            proc look(at: fd, into: epoll_event) -> long {
                n = epoll_pwait(at, into, timeout: 20s)
                return n
            }
            var one: epoll_event
            n = look(waiter, one) allow EINTR
            output n
            """, stops: 1)
        #expect(status == 0 && lines.contains("n = -4"), "\(lines)")
    }

    @Test func aRetryCountsEach() throws {
        let (status, lines) = try report(
            "n = epoll_pwait(waiter, ready, timeout: 20s) retry EINTR up to 1", stops: 2)
        #expect(status == 1 && lines.contains("(2 calls)"), "\(lines)")
        #expect(lines.contains("epoll_pwait: EINTR"), "\(lines)")
    }

    @Test func aDeadlineIsNone() throws {
        let (status, lines) = try report(
            """
            n = epoll_pwait(waiter, ready, timeout: 20s) timeout 50ms allow EINTR, ETIMEDOUT
            output n
            """, stops: 0)
        #expect(status == 0 && lines.contains("n = -110"), "\(lines)")
    }

    @Test func aCancelledCallIsNone() throws {
        let (status, lines) = try report(
            """
            async n = epoll_pwait(waiter, ready, timeout: 20s) allow EINTR
            nanosleep(50ms)
            cancel n
            await n
            output n
            """, stops: 0)
        #expect(status == 0 && lines.contains("n = -125"), "\(lines)")
    }

    @Test func aDeferredCallIsMadeAgainToo() throws {
        let (status, lines) = try report(
            "defer epoll_pwait(waiter, ready, timeout: 1s)\ngetpid()", stops: 2)
        #expect(status == 0 && lines.contains("restarts)"), "\(lines)")
    }
}
