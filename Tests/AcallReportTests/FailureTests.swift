// How each kind of failure is told.

import AcallEngine
import AcallImage
import CAcall
import AcallText
import Testing

@testable import AcallExecutor

@Suite struct FailureTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var kind: StopKind
        var message: String
        var returned: Int64
        var expected: String
        var flags: UInt32 = ACALL_SUBMIT_STOP_NEGATIVE
        var testDescription: String { expected }
    }

    static let cases: [Case] = [
        Case(
            kind: .callFailed, message: "", returned: -2,
            expected: "ENOENT: No such file or directory"),
        Case(kind: .callFailed, message: "", returned: -4000, expected: "errno 4000"),
        Case(
            kind: .unexpectedResult, message: "> 0", returned: 0, expected: "expected > 0, got 7",
            flags: ACALL_SUBMIT_STOP_ZERO),
        Case(kind: .arithmetic, message: "", returned: -75, expected: "value does not fit"),
        Case(
            kind: .arithmetic, message: "", returned: -33,
            expected: "division by zero, or a shift by too much"),
        Case(kind: .bounds, message: "", returned: -34, expected: "slice out of bounds"),
        Case(
            kind: .bounds, message: "block[..<n]", returned: -34,
            expected: "slice out of bounds: block[..<n]"),
        Case(
            kind: .assertion, message: "n is even", returned: 0,
            expected: "assertion failed: n is even", flags: ACALL_SUBMIT_STOP_ZERO),
        Case(
            kind: .fail, message: "no more", returned: 0, expected: "no more",
            flags: ACALL_SUBMIT_STOP_ALWAYS),
    ]

    /// A statement of its own after a call that returned 7.
    @Test(arguments: cases)
    func aStatementThatStopsSaysWhy(_ example: Case) {
        let fixture = Fixture(source: "n = close(7)\n  check n\n")
        let close = fixture.step("n", "close", at: "close(7)", flags: ACALL_SUBMIT_OBSERVED)
        let check = fixture.record(number: 0xac00_000e, flags: example.flags)
        fixture.stop(check, example.kind, step: close.step, at: "check n", message: example.message)
        fixture.call(close.record, [7], 7)
        fixture.call(check, [], example.returned, took: 0)
        fixture.end = ChainEnd(stoppedAt: check, returnCode: example.returned)
        let report = fixture.report()
        #expect(report.failures.map { $0.message } == [example.expected])
        #expect(report.failures[0].place == Report.SourcePlace(line: 2, column: 3))
        #expect(report.failures[0].step == 0)
        #expect(report.steps[0].outcome == .failed)
    }

    /// The engine tells of records that stop a chain; the report does without that, too.
    @Test(arguments: cases)
    func whatTheLogDoesNotHoldIsTakenFromTheChainsEnd(_ example: Case) {
        let fixture = Fixture(source: "check n\n")
        let check = fixture.record(number: 0xac00_000e, flags: example.flags)
        fixture.stop(check, example.kind, step: nil, at: "check n", message: example.message)
        fixture.end = ChainEnd(stoppedAt: check, returnCode: example.returned)
        let report = fixture.report()
        #expect(report.failures.count == 1)
        #expect(report.failures[0].step == nil)
        if example.kind != .unexpectedResult {
            #expect(report.failures[0].message == example.expected)
        }
    }

    @Test func recordThatStoppedWithoutAReasonIsAFailureToo() {
        let fixture = Fixture(source: "close(7)\n")
        let close = fixture.step("", "close", at: "close(7)")
        fixture.call(close.record, [7], -9)
        fixture.end = ChainEnd(stoppedAt: close.record, returnCode: -9)
        let report = fixture.report()
        #expect(report.failures.map { $0.message } == ["EBADF: Bad file descriptor"])
        #expect(report.steps[0].outcome == .failed)
    }

    @Test(arguments: [Int.min, -2, 5, 5000, Int.max])
    func stoppedAtNoRecordIsNoCrash(index: Int) {
        let fixture = Fixture(source: "close(7)\n")
        fixture.step("", "close", at: "close(7)")
        fixture.end = ChainEnd(stoppedAt: index, returnCode: -9)
        #expect(fixture.report().failures.count == (index < 0 ? 0 : 1))
        #expect(!fixture.rendered(.lines).isEmpty)
    }

    @Test func stopAndExitAreNoFailures() {
        for kind in [StopKind.stop, .exit] {
            let fixture = Fixture(source: "stop\n")
            let record = fixture.record(number: 0xac00_0000, flags: ACALL_SUBMIT_STOP_ALWAYS)
            fixture.stop(record, kind, step: nil, at: "stop")
            fixture.call(record, [], 0)
            fixture.end = ChainEnd(stoppedAt: record, returnCode: 0)
            #expect(fixture.report().failures.isEmpty)
        }
    }

    @Test func cleanUpThatFailsComesAfterWhatStoppedTheProgram() {
        let fixture = Fixture(source: "close(7)\nclose(8)\nclose(9)\n")
        let deferred = fixture.step("", "close", at: "close(7)", origin: .deferred)
        let other = fixture.step("", "close", at: "close(8)", origin: .deferred)
        let main = fixture.step("", "close", at: "close(9)")
        for (step, text) in [(deferred, "close(7)"), (other, "close(8)"), (main, "close(9)")] {
            fixture.stop(step.record, .callFailed, step: step.step, at: text)
        }
        fixture.call(main.record, [9], -9)
        fixture.call(other.record, [8], -9)
        fixture.call(deferred.record, [7], -4)
        fixture.end = ChainEnd(stoppedAt: main.record, returnCode: -9)
        let report = fixture.report()
        #expect(report.failures.map { $0.place.line } == [3, 2, 1])
        #expect(report.totals.failed == 3)
    }

    /// Of a step in a loop only the last round can have stopped the chain.
    @Test func earlierRoundsDoNotCount() {
        let fixture = Fixture(source: "close(7)\n")
        let close = fixture.step("", "close", at: "close(7)")
        fixture.stop(close.record, .callFailed, step: close.step, at: "close(7)")
        fixture.call(close.record, [7], 0)
        fixture.call(close.record, [7], 0)
        #expect(fixture.report().failures.isEmpty)
    }

    @Test func sourceThatSteersTerminalsIsMadeHarmless() {
        let fixture = Fixture("a\u{1b}[2J.acall", source: "close(\u{1b}]0;x\u{07}7)\n")
        let close = fixture.step("", "close", at: "close(\u{1b}]0;x\u{07}7)")
        fixture.stop(close.record, .fail, step: close.step, at: "close(", message: "\u{9b}31m")
        fixture.call(close.record, [7], -9)
        fixture.end = ChainEnd(stoppedAt: close.record, returnCode: -9)
        fixture.output("\u{1b}[1m", .text, [fixture.text("\u{1b}[2J"), 4])
        for style in [ReportStyle.lines, .table, .json] {
            let text = fixture.rendered(style)
            #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.value < 0x20 })
            if style != .json {
                #expect(!text.unicodeScalars.contains { Terminal.isControl($0) && $0 != "\n" })
            }
        }
    }

    @Test func caretsStandUnderWideTextAndTabs() {
        let fixture = Fixture(source: "\tü = 1; close(7)\n")
        let close = fixture.step("", "close", at: "close(7)")
        fixture.stop(close.record, .callFailed, step: close.step, at: "close(7)")
        fixture.call(close.record, [7], -9)
        let lines = fixture.rendered(.lines).split(separator: "\n")
        let line = lines.first { $0.contains("1 | ") }
        let carets = lines.first { $0.contains("^") }
        let column = line?.unicodeScalars.firstIndex(of: "c").map {
            line!.unicodeScalars.distance(from: line!.unicodeScalars.startIndex, to: $0)
        }
        let caret = carets?.unicodeScalars.firstIndex(of: "^").map {
            carets!.unicodeScalars.distance(from: carets!.unicodeScalars.startIndex, to: $0)
        }
        #expect(column != nil && column == caret)
        #expect(carets?.filter { $0 == "^" }.count == 8)
    }
}
