// Numbers from 2^63 up: comparisons say what is so, arithmetic gives the number or fails.

import Acall
import Testing

@Suite struct UnsignedTests {
    private static let words: [UInt64] = [
        0, 1, 2, 9, 10, 11, 1 << 62, (1 << 63) - 1, 1 << 63, (1 << 63) + 1, 0xffff_ffff_ffff_fff0,
        .max - 1, .max,
    ]
    private static let numbers: [Int64] = [.min, .min + 1, -10, -1, 0, 1, 9, 10, 1 << 62, .max]

    private func declared(_ name: String, _ word: UInt64) -> String {
        "var \(name): u64 = \(word)\n"
    }

    private func declared(_ name: String, _ number: Int64) -> String {
        number == .min
            ? "var \(name): long = -0x7fffffffffffffff - 1\n" : "var \(name): long = \(number)\n"
    }

    private func word(_ report: RunReport, _ name: String) -> UInt64? {
        switch report.outputs[name] {
        case .unsigned(let value): value
        case .integer(let value): UInt64(exactly: value)
        default: nil
        }
    }

    /// Each is compared with each, in both orders, as values and in conditions.
    @Test(arguments: words)
    func aComparisonWithASignedNumberIsRight(_ word: UInt64) throws {
        var text = declared("d", word) + "var wrong: int = 0\n"
        for (index, number) in Self.numbers.enumerated() {
            text += declared("m\(index)", number)
            let order = number < 0 ? 1 : word < UInt64(number) ? -1 : word == UInt64(number) ? 0 : 1
            for (op, holds) in [
                ("==", order == 0), ("!=", order != 0), ("<", order < 0), ("<=", order <= 0),
                (">", order > 0), (">=", order >= 0),
            ] {
                let mirrored = ["<": ">", "<=": ">=", ">": "<", ">=": "<="][op] ?? op
                text += "wrong += (d \(op) m\(index)) != \(holds ? 1 : 0)\n"
                text += "wrong += (m\(index) \(mirrored) d) != \(holds ? 1 : 0)\n"
                if number > .min {
                    text += "wrong += (d \(op) \(number)) != \(holds ? 1 : 0)\n"
                }
                text +=
                    "if d \(op) m\(index) { wrong += \(holds ? 0 : 1) } else { wrong += \(holds ? 1 : 0) }\n"
            }
        }
        let report = try run(text + "output wrong")
        #expect(report.status == 0 && number(report, "wrong") == 0, "\(report.failures)")
    }

    @Test func literalsAreComparedToo() throws {
        let report = try run(
            """
            var m: long = -1
            var d: u64 = 0xffffffffffffffff
            output a = m == 0xffffffffffffffff
            output b = -1 < 0xffffffffffffffff
            output c = d == 0xffffffffffffffff
            output e = 0x8000000000000000 < 0xffffffffffffffff
            """)
        #expect(report.status == 0, "\(report.failures)")
        for (name, value) in [("a", 0), ("b", 1), ("c", 1), ("e", 1)] as [(String, Int64)] {
            #expect(number(report, name) == value, "\(name)")
        }
    }

    @Test(arguments: words)
    func sumsQuotientsAndExtremes(_ word: UInt64) throws {
        for other in Self.words {
            let sum = word.addingReportingOverflow(other)
            var text = declared("d", word) + declared("e", other)
            text += "output least = min(d, e)\noutput most = max(d, e)\n"
            text += "output sixteenth = d >> 4\noutput top = d >> 63\noutput same = d >> 0\n"
            let hasQuotient = other > 1 && other <= 1 << 62
            if hasQuotient {
                text += "output quotient = d / e\noutput rest = d % e\n"
                text += "output known = d / \(other)\noutput left = d % \(other)\n"
            }
            text += "output sum = d + e\n"
            let report = try run(text)
            #expect(report.status == (sum.overflow ? 1 : 0), "\(word) + \(other): \(report.lines)")
            #expect(self.word(report, "sum") == (sum.overflow ? nil : sum.partialValue))
            #expect(self.word(report, "least") == min(word, other))
            #expect(self.word(report, "most") == max(word, other))
            #expect(self.word(report, "sixteenth") == word >> 4)
            #expect(self.word(report, "top") == word >> 63)
            #expect(self.word(report, "same") == word)
            guard hasQuotient else { continue }
            #expect(self.word(report, "quotient") == word / other, "\(word) / \(other)")
            #expect(self.word(report, "known") == word / other)
            #expect(self.word(report, "rest") == word % other, "\(word) % \(other)")
            #expect(self.word(report, "left") == word % other)
        }
    }

    @Test(arguments: numbers)
    func extremesWithASignedNumber(_ number: Int64) throws {
        for word in Self.words {
            let report = try run(
                declared("d", word) + declared("m", number)
                    + "output least = min(d, m)\noutput most = max(m, d)\n")
            let isBelow = number < 0 || UInt64(number) < word
            #expect(report.status == 0, "\(report.lines)")
            #expect(
                acallNumber(report, "least") == (isBelow ? number : Int64(exactly: word)),
                "\(word) \(number)")
            #expect(self.word(report, "most") == (isBelow ? word : UInt64(number)))
        }
    }

    @Test func aFailureSaysWhatDidNotFit() throws {
        for (statement, message) in [
            ("output r = x * 2", "without one"), ("output r = x / none", "division by zero"),
            ("output r = n / n", "division by zero"), ("output r = 1 << (n + 64)", "a shift by 64"),
            ("var small: u8 = n + 300", "300 is not in u8, 0 to 255"),
            ("var small: i8 = n - 129", "-129 is not in i8, -128 to 127"),
            ("output r = big + 1", "9223372036854775807 + 1 is no number of 64 signed bits"),
            ("output r = big * 2", "9223372036854775807 * 2"),
            ("output r = -2 - big", "-2 - 9223372036854775807"),
            ("var z: u64 = 0; z = n - 1", "it is -1 with a sign"),
        ] {
            let report = try run(
                """
                var x: u64 = 0xffffffffffffffff
                var none: u64 = 0
                var n: long = 0
                var big: long = 0x7fffffffffffffff
                \(statement)
                """)
            #expect(report.status == 1 && report.lines.contains(message), "\(report.lines)")
        }
    }

    @Test func anAssertionShowsWhatItCompared() throws {
        for (condition, message) in [
            ("n == 4", "assertion failed: n == 4 (3)"), ("n > m", "n > m (3 and 5)"),
            ("4 == n", "4 == n (3)"), ("r == 0", "r == 0 (-2 (ENOENT))"),
            ("x < y", "x < y (18446744073709551615 and 1)"),
            ("y > x", "y > x (1 and 18446744073709551615)"),
            ("n == 3 && m == 3", "n == 3 && m == 3"),
        ] {
            let report = try run(
                """
                var n: int = 3
                var m: int = 5
                var x: u64 = 0xffffffffffffffff
                var y: u64 = 1
                r = open("/nowhere/at/all", O_RDONLY) allow ENOENT
                assert \(condition)
                """)
            #expect(report.status == 1 && report.lines.contains(message), "\(report.lines)")
        }
    }

    @Test func addressesAreComparedWithTexts() throws {
        let report = try run(
            """
            var here: sockaddr_in = {family: AF_INET, port: 80, addr: "127.0.0.1"}
            var there: sockaddr_in6 = {family: AF_INET6, port: 80, addr: "::1"}
            output a = here.addr == "127.0.0.1"
            output b = here.addr == "127.0.0.2"
            output c = "127.0.0.1" != here.addr
            output d = there.addr == "::1"
            """)
        #expect(report.status == 0, "\(report.failures)")
        for (name, value) in [("a", 1), ("b", 0), ("c", 0), ("d", 1)] as [(String, Int64)] {
            #expect(number(report, name) == value, "\(name)")
        }
    }
}

/// The output as a number, where a test's argument has the other function's name.
private func acallNumber(_ report: RunReport, _ name: String) -> Int64? { number(report, name) }
