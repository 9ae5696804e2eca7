// Literals: integers with units, times, strings, characters.

extension Parser {
    // number = decimal | "0x" hex | "0b" binary | "0o" octal | "0" octal, with "_" between digits and a unit behind
    mutating func parseNumber() -> ExpressionID {
        let span = tokenSpan
        let digits = bytes[token.start..<token.end]
        advance()
        switch NumberLiteral(digits) {
        case .integer(let value): return tree.append(Expression(span, .integer(value)))
        case .time(let value): return tree.append(Expression(span, .time(value)))
        case .wrong(let message, let help):
            error("E0102", span, message, help: help)
            return hole(span)
        }
    }

    mutating func parseCharacter() -> ExpressionID {
        let span = tokenSpan
        let token = token
        advance()
        guard let text = decode(token, quote: UInt8(ascii: "'"), what: "character") else {
            return hole(span)
        }
        guard text.count == 1 else {
            error(
                "E0102", span, "a character is one byte, and this has \(text.count)",
                help: "a string is written in double quotes")
            return hole(span)
        }
        return tree.append(Expression(span, .integer(UInt64(text[0]))))
    }

    /// Takes a string; its bytes.
    mutating func parseString() -> [UInt8]? {
        let token = token
        advance()
        return decode(token, quote: UInt8(ascii: "\""), what: "string")
    }

    private mutating func decode(_ token: Token, quote: UInt8, what: String) -> [UInt8]? {
        let isClosed = token.end - token.start >= 2 && bytes[token.end - 1] == quote
        guard isClosed else {
            reportUnclosed(token.start, token.end, quote, what)
            return nil
        }
        let body = bytes[(token.start + 1)..<(token.end - 1)]
        var result: [UInt8] = []
        result.reserveCapacity(body.count)
        var index = body.startIndex
        while index < body.endIndex {
            let byte = body[index]
            if byte == UInt8(ascii: "\\") {
                // What looks like the closing quote is part of an escape.
                guard index + 1 < body.endIndex else {
                    reportUnclosed(token.start, token.end, quote, what)
                    return nil
                }
                guard let next = escape(body, index + 1, &result) else { return nil }
                index = next
                continue
            }
            if byte < 0x20 && byte != 0x09 || byte == 0x7f {
                error(
                    "E0101", span(index, index + 1), "a control character can't stand in a \(what)",
                    help: "write it as \\x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))")
                return nil
            }
            result.append(byte)
            index += 1
        }
        if body.contains(where: { $0 >= 0x80 }), String(validating: body, as: UTF8.self) == nil {
            error(
                "E0101", span(token.start, token.end), "this \(what) is not UTF-8",
                help: "other bytes are written as \\xNN")
            return nil
        }
        if result.count > Self.maximumString {
            error("E0701", span(token.start, token.end), "a string has at most 1 MiB")
            return nil
        }
        return result
    }

    private mutating func reportUnclosed(
        _ start: Int, _ end: Int, _ quote: UInt8, _ what: String
    ) {
        let mark = quote == UInt8(ascii: "'") ? "'" : "\""
        error(
            "E0104", span(start, end), "this \(what) does not end on its line",
            help: "close it with \(mark); a newline in it is written \\n")
    }

    /// One escape, from behind its backslash; where it ends.
    private mutating func escape(
        _ body: ArraySlice<UInt8>, _ start: Int, _ result: inout [UInt8]
    ) -> Int? {
        switch body[start] {
        case UInt8(ascii: "n"): result.append(0x0a)
        case UInt8(ascii: "t"): result.append(0x09)
        case UInt8(ascii: "r"): result.append(0x0d)
        case UInt8(ascii: "0"): result.append(0)
        case UInt8(ascii: "e"): result.append(0x1b)
        case UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "'"): result.append(body[start])
        case UInt8(ascii: "x"):
            guard start + 2 < body.endIndex, let high = body[start + 1].hexDigit,
                let low = body[start + 2].hexDigit
            else {
                return wrongEscape(start, "`\\x` takes two hexadecimal digits", "as in \\x1b")
            }
            result.append(high << 4 | low)
            return start + 3
        case UInt8(ascii: "u"): return unicode(body, start, &result)
        default:
            return wrongEscape(
                start, "there is no such escape",
                "the escapes are \\n \\t \\r \\0 \\e \\\\ \\\" \\' \\xNN \\uNNNN")
        }
        return start + 1
    }

    private mutating func wrongEscape(_ start: Int, _ message: String, _ help: String) -> Int? {
        error("E0105", span(start - 1, min(start + 1, bytes.count)), message, help: help)
        return nil
    }

    // \uNNNN
    private mutating func unicode(
        _ body: ArraySlice<UInt8>, _ start: Int, _ result: inout [UInt8]
    ) -> Int? {
        var index = start + 1
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard index < body.endIndex, let digit = body[index].hexDigit else {
                return wrongEscape(start, "`\\u` takes four hexadecimal digits", "as in \\u00e9")
            }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            return wrongEscape(start, "this is no Unicode character", "as in \\u00e9")
        }
        result += Array(String(Character(scalar)).utf8)
        return index
    }
}

extension UInt8 {
    var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// What a number's bytes mean.
enum NumberLiteral: Equatable {
    case integer(UInt64)
    /// In nanoseconds.
    case time(UInt64)
    case wrong(String, help: String?)

    private static let sizes: [(String, UInt64)] = [
        ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40),
    ]
    private static let times: [(String, UInt64)] = [
        ("ns", 1), ("us", 1000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ]

    init(_ text: ArraySlice<UInt8>) {
        var body = text
        var radix: UInt64 = 10
        if text.count > 1, text.first == UInt8(ascii: "0") {
            switch text[text.startIndex + 1] {
            case UInt8(ascii: "x"), UInt8(ascii: "X"): (radix, body) = (16, text.dropFirst(2))
            case UInt8(ascii: "b"), UInt8(ascii: "B"): (radix, body) = (2, text.dropFirst(2))
            case UInt8(ascii: "o"), UInt8(ascii: "O"): (radix, body) = (8, text.dropFirst(2))
            case let next where next.isDigit || next == UInt8(ascii: "_"):
                (radix, body) = (8, text.dropFirst(1))
            default: break
            }
        }
        var value: UInt64 = 0
        var index = body.startIndex
        var count = 0
        while index < body.endIndex {
            let byte = body[index]
            if byte == UInt8(ascii: "_") {
                index += 1
                continue
            }
            guard let digit = byte.hexDigit, digit < 16, radix == 16 || byte.isDigit else { break }
            guard UInt64(digit) < radix else {
                self = .wrong(
                    "`\(Character(Unicode.Scalar(byte)))` is no digit of \(Self.system(radix))",
                    help: radix == 8 ? "a number that starts with 0 is octal, as in C" : nil)
                return
            }
            let (scaled, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, carry) = scaled.addingReportingOverflow(UInt64(digit))
            if overflow || carry {
                self = .wrong("this number does not fit 64 bits", help: nil)
                return
            }
            value = sum
            count += 1
            index += 1
        }
        guard count > 0 else {
            self = .wrong("this number has no digits", help: nil)
            return
        }
        let unit = String(decoding: body[index...], as: UTF8.self)
        self = Self.scaled(value, unit, isDecimal: radix == 10)
    }

    private static func system(_ radix: UInt64) -> String {
        radix == 2 ? "a binary number" : radix == 8 ? "an octal number" : "a number"
    }

    private static func scaled(
        _ value: UInt64, _ unit: String, isDecimal: Bool
    ) -> NumberLiteral {
        if unit.isEmpty { return .integer(value) }
        if let (_, scale) = sizes.first(where: { $0.0 == unit }) {
            let (product, overflow) = value.multipliedReportingOverflow(by: scale)
            return overflow
                ? .wrong("this number does not fit 64 bits", help: nil) : .integer(product)
        }
        if let (_, scale) = times.first(where: { $0.0 == unit }) {
            let (product, overflow) = value.multipliedReportingOverflow(by: scale)
            if overflow {
                return .wrong("this time does not fit 64 bits of nanoseconds", help: nil)
            }
            // `010s` would be eight seconds.
            return isDecimal
                ? .time(product)
                : .wrong("a time is a decimal number", help: "write \(value)\(unit)")
        }
        let lower = unit.lowercased()
        var help = "sizes end in KiB, MiB, GiB or TiB; times in ns, us, ms or s"
        let sizes = [
            "k", "kb", "ki", "kib", "mb", "mi", "mib", "g", "gb", "gi", "gib", "t", "tb", "tib",
        ]
        if sizes.contains(lower), let first = lower.first {
            help = "write \(value)\(first.uppercased())iB"
        } else if ["sec", "secs", "second", "seconds"].contains(lower) {
            help = "write \(value)s"
        } else if ["msec", "msecs", "millis"].contains(lower) {
            help = "write \(value)ms"
        } else if ["m", "min", "mins", "minute", "minutes"].contains(lower) {
            let seconds = value.multipliedReportingOverflow(by: 60).partialValue
            help = "write minutes in seconds: \(seconds)s"
        }
        return .wrong("`\(unit)` is no unit", help: help)
    }
}
