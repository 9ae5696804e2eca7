// What a failed assertion says of the two values that were compared: each on the side where it is written.

import Acall
import Testing

@Suite struct AssertionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var condition: String
        var sides: String
        var testDescription: String { condition }

        init(_ condition: String, _ sides: String) {
            self.condition = condition
            self.sides = sides
        }
    }

    /// `x` is 7, `b` 3, `u` 200 and `v` 100 without a sign, `small` 5 of four bytes without one, `missing` ENOENT.
    static let cases = [
        Case("3 == x", "7"), Case("x == 3", "7"), Case("3 != x - 4", "3"), Case("x < b", "7 and 3"),
        Case("b > x", "3 and 7"), Case("x + 1 < b", "8 and 3"), Case("b > x + 1", "3 and 8"),
        Case("b >= x", "3 and 7"), Case("u < v", "200 and 100"), Case("v > u", "100 and 200"),
        Case("v >= u", "100 and 200"), Case("u <= v", "200 and 100"), Case("3 > u", "200"),
        Case("300 < u", "200"), Case("u > 300", "200"), Case("(x << 1) > 20", "14"),
        Case("u < (v >> 1)", "200 and 50"), Case("small == u", "5 and 200"),
        Case("u == small", "200 and 5"), Case("small > u", "5 and 200"),
        Case("missing == x", "-2 (ENOENT) and 7"), Case("x == missing", "7 and -2 (ENOENT)"),
        Case("missing >= 0", "-2 (ENOENT)"), Case("0 <= missing", "-2 (ENOENT)"),
        Case("b - x == missing", "-4 and -2 (ENOENT)"),
    ]

    private static let start = """
        var x: int = 7
        var b: int = 3
        var u: u64 = 200
        var v: u64 = 100
        var small: u32 = 5
        missing = openat(AT_FDCWD, "no/where", O_RDONLY) allow ENOENT

        """

    private static func messages(_ report: RunReport) -> [String] {
        let failures = report.object["failures"] as? [[String: Any]] ?? []
        return failures.compactMap { $0["message"] as? String }
    }

    @Test(arguments: cases)
    func bothSidesStandAsTheyAreWritten(_ example: Case) throws {
        let condition = example.condition
        let report = try run(Self.start + "assert \(condition)")
        let expected = "assertion failed: \(condition) (\(example.sides))"
        #expect(Self.messages(report) == [expected])
    }

    /// The arguments of a proc stand where it is called, in any order.
    @Test(arguments: [
        ("same(b: x, a: missing)", "a == b (-2 (ENOENT) and 7)"),
        ("same(missing, x)", "a == b (-2 (ENOENT) and 7)"),
        ("more(b: u, a: v)", "a > b (100 and 200)"), ("more(v, u)", "a > b (100 and 200)"),
        ("less(b: v, a: u)", "a <= b (200 and 100)"),
    ])
    func argumentsOfAProcedureStandAsItComparesThem(_ call: String, _ sides: String) throws {
        let procedures = """
            proc same(a: int, b: int) { assert a == b }
            proc more(a: u64, b: u64) { assert a > b }
            proc less(a: u64, b: u64) { assert a <= b }

            """
        let report = try run(procedures + Self.start + call)
        #expect(Self.messages(report) == ["assertion failed: \(sides)"])
    }
}
