// A step's `timeout` where it has several calls: it is for all of them, and the result says that it was over.

import Acall
import Foundation
import Testing

@Suite struct DeadlineStepTests {
    private static let pipe = """
        var ends: int[2]
        var text: bytes[4]
        pipe2(ends, O_NONBLOCK | O_CLOEXEC)

        """

    @Test func theWaitingBetweenTwoAttemptsEndsWithIt() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) retry EAGAIN up to 1000 after 10ms timeout 35ms expect ETIMEDOUT
                output n
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "n") == -110)
        let step = try #require(report.steps.first { $0.name == "n" })
        #expect(step.result == -110)
        #expect(report.lines.contains("ETIMEDOUT (timed out after 35.0ms)"), "\(report.lines)")
    }

    @Test func soDoAttemptsWithoutAWait() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) retry EAGAIN up to 1_000_000_000 timeout 5ms allow ETIMEDOUT
                output n
                """)
        #expect(report.status == 0 && number(report, "n") == -110, "\(report.failures)")
        #expect(report.steps.first { $0.name == "n" }?.result == -110)
    }

    @Test func whatIsReportedIsWhatTheProgramGot() throws {
        let report = try run(
            Self.pipe
                + "n = read(ends[0], text) retry EAGAIN up to 1000 after 5ms timeout 12ms expect 3")
        #expect(report.status == 1)
        #expect(report.lines.contains("expected 3, got -110 (ETIMEDOUT)"), "\(report.lines)")
        let other = try run(
            Self.pipe + "n = read(ends[0], text) retry EAGAIN up to 1000 after 5ms timeout 12ms")
        #expect(other.status == 1 && other.lines.contains("ETIMEDOUT: timed out"), "\(other.lines)")
    }

    @Test func attemptsThatAreUsedUpBeforeAreNoMatterOfIts() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) retry EAGAIN up to 3 timeout 60s allow EAGAIN
                output n
                """)
        #expect(report.status == 0 && number(report, "n") == -11, "\(report.failures)")
        // `up to 3` makes three more.
        #expect(report.lines.contains("(4 calls)"))
    }

    @Test func fullyEndsWithIt() throws {
        let report = try run(
            Self.pipe + """
                n = read(ends[0], text) fully timeout 5ms retry EAGAIN up to 10000000 allow ETIMEDOUT
                write(ends[1], "ab")
                m = read(ends[0], text[..<2]) fully timeout 60s
                output n
                output m
                """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "n") == -110 && number(report, "m") == 2)
        #expect(report.steps.first { $0.name == "n" }?.result == -110)
    }
}
