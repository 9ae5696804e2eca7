// How a row's rounds become its figures, and how they are shown.

import Foundation
import Testing

@testable import acall_bench

@Suite struct RowTests {
    /// A row whose sides take the given times, round after round; the first of each is the warm-up.
    private func row(_ target: Target, baseline: [Double], subject: [Double]) -> Row {
        var baselines = baseline.makeIterator()
        var subjects = subject.makeIterator()
        return Row(
            "work", against: "C", target,
            baseline: { () throws(BenchFailure) in baselines.next() ?? .nan },
            subject: { () throws(BenchFailure) in subjects.next() ?? .nan })
    }

    @Test func theFigureIsTheMedianOfTheRoundsRatios() throws {
        let outcome = try Outcome(
            measuring: row(.time(atMost: 2), baseline: [9, 10, 20, 30], subject: [1, 10, 60, 60]),
            rounds: 3)
        #expect(outcome.baseline == 20)
        #expect(outcome.subject == 60)
        #expect(outcome.figure == 2)
        #expect(outcome.spread == 1...3)
        #expect(outcome.isMet)
    }

    @Test func speedIsTheBaselinesTimeByTheSubjects() throws {
        let outcome = try Outcome(
            measuring: row(.speed(atLeast: 0.95), baseline: [9, 90, 90], subject: [9, 100, 100]),
            rounds: 2)
        #expect(outcome.figure == 0.9)
        #expect(!outcome.isMet)
    }

    @Test func anAbsoluteTargetNeedsNoBaseline() throws {
        let rate = Row("steps", .rate(atLeast: 1e6)) { () throws(BenchFailure) in 500 }
        #expect(try Outcome(measuring: rate, rounds: 7).figure == 2e6)
        let cost = Row("call", .cost(atMost: 40)) { () throws(BenchFailure) in 41 }
        #expect(try Outcome(measuring: cost, rounds: 7).isMet == false)
    }

    @Test func theSidesTakeTurnsInGoingFirst() throws {
        var order = ""
        let row = Row(
            "work", against: "C", .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                order += "b"
                return 1
            },
            subject: { () throws(BenchFailure) in
                order += "s"
                return 1
            })
        _ = try Outcome(measuring: row, rounds: 3)
        #expect(order == "bs" + "bssbbs")
    }

    @Test func aFailureIsTheRows() {
        let row = Row("x", .cost(atMost: 1)) { () throws(BenchFailure) -> Double in
            throw BenchFailure("no such file")
        }
        let failure = #expect(throws: BenchFailure.self) { try Outcome(measuring: row, rounds: 7) }
        #expect(failure?.message == "no such file")
        #expect(throws: BenchFailure.self) { try each(-2, of: 1) }
    }

    @Test func numbersAreShownInUnits() {
        #expect(duration(12.34) == "12.3 ns")
        #expect(duration(1500) == "1.50 us")
        #expect(duration(2_000_000) == "2.00 ms")
        #expect(duration(3.5e9) == "3.50 s")
        #expect(decimal(-0.999, 2) == "-1.00")
        #expect(decimal(1.005, 1) == "1.0")
        #expect(decimal(.nan, 2) == "null")
        #expect(quantity(2_500_000) == "2.50 M")
        #expect(quantity(999) == "999")
    }

    @Test func theJSONIsJSON() throws {
        let outcome = try Outcome(
            measuring: Row(
                "a \"quoted\"\n\\ name", against: "é", .time(atMost: 1),
                baseline: { () throws(BenchFailure) in 3 },
                subject: { () throws(BenchFailure) in 6 }),
            rounds: 7)
        let text = jsonText([outcome, outcome], machine: Machine(), rounds: 7)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let rows = try #require(object?["rows"] as? [[String: Any]])
        #expect(rows.count == 2)
        #expect(rows[0]["name"] as? String == "a \"quoted\"\n\\ name")
        #expect(rows[0]["figure"] as? Double == 2)
        #expect(rows[0]["met"] as? Bool == false)
    }

    @Test func columnsAreAligned() {
        #expect(aligned([["a", "b", ""], ["long", "c", "d"]]) == ["a     b", "long  c  d"])
    }
}
