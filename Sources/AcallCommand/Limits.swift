// Limits on a run, as the command line has them.

/// What a run may use; nil where nobody says.
package struct Limits: Sendable, Hashable {
    /// In nanoseconds.
    package var time: UInt64?
    /// In bytes.
    package var memory: Int?
    package var files: Int?
    package var processes: Int?
    /// In bytes.
    package var output: Int?

    package init() {}
}

enum LimitText {
    /// `500ms`, `10s`, `2min`, `1h`; nanoseconds.
    static func time(_ text: String, _ option: String) throws(CommandFailure) -> UInt64 {
        let units: [(String, UInt64)] = [
            ("ns", 1), ("us", 1000), ("ms", 1_000_000), ("min", 60_000_000_000),
            ("s", 1_000_000_000), ("h", 3_600_000_000_000),
        ]
        guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }),
            let count = number(text.dropLast(unit.count)),
            !count.multipliedReportingOverflow(by: factor).overflow, count > 0
        else {
            throw CommandFailure(
                "\(option) takes a time, not '\(quotable(text.utf8))'",
                help: "as in \(option) 10s; the units are ns, us, ms, s, min and h")
        }
        return count * factor
    }

    /// `100`, `64KiB`, `10MiB`, `1GiB`; bytes.
    static func size(_ text: String, _ option: String) throws(CommandFailure) -> Int {
        let units: [(String, UInt64)] = [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]
        let unit = units.first { text.hasSuffix($0.0) } ?? ("", 1)
        guard let count = number(text.dropLast(unit.0.count)),
            case let (bytes, overflow) = count.multipliedReportingOverflow(by: unit.1), !overflow,
            let size = Int(exactly: bytes), size <= 1 << 56
        else {
            throw CommandFailure(
                "\(option) takes a number of bytes, not '\(quotable(text.utf8))'",
                help: "as in \(option) 64MiB; the units are KiB, MiB and GiB")
        }
        return size
    }

    static func count(_ text: String, _ option: String) throws(CommandFailure) -> Int {
        guard let count = number(text[...]), count <= 1 << 30 else {
            throw CommandFailure(
                "\(option) takes a number, not '\(quotable(text.utf8))'",
                help: "as in \(option) 100")
        }
        return Int(count)
    }

    private static func number(_ text: Substring) -> UInt64? {
        text.allSatisfy { $0.isASCII && $0.isNumber } ? UInt64(text) : nil
    }
}
