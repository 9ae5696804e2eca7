// Literals and operators as canonical text.
//
// Input: a literal's value. Output: its text. Invariant: a string's text is UTF-8; without control characters,
// whatever its bytes, unless the author wrote it with them.

import AcallText

extension TextPrinter {
    /// As the author wrote it, where that is known.
    mutating func addLiteral(_ expression: Expression) {
        if let spelling = layout?.spelling(expression, of: tree) {
            text += spelling
            return
        }
        switch expression.kind {
        case .integer(let value): add(String(value))
        case .time(let nanoseconds): add(time: nanoseconds)
        case .string(let index): add(string: tree.strings[Int(index)])
        default: break
        }
    }

    /// In the largest unit that shows it whole.
    mutating func add(time nanoseconds: UInt64) {
        let units: [(UInt64, String)] = [(1_000_000_000, "s"), (1_000_000, "ms"), (1000, "us")]
        let unit = units.first { nanoseconds % $0.0 == 0 } ?? (1, "ns")
        text += "\(nanoseconds / unit.0)\(unit.1)".utf8
    }

    mutating func add(string bytes: [UInt8]) {
        text.append(UInt8(ascii: "\""))
        var decoder = UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var position = 0
        decoding: while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                add(UTF8.decode(encoded), Array(encoded))
                position += encoded.count
            case .error(let length):
                for byte in bytes[position..<(position + length)] { add(escaped: byte) }
                position += length
            case .emptyInput: break decoding
            }
        }
        text.append(UInt8(ascii: "\""))
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ encoded: [UInt8]) {
        switch scalar {
        case "\n": text += "\\n".utf8
        case "\t": text += "\\t".utf8
        case "\r": text += "\\r".utf8
        case "\0": text += "\\0".utf8
        case "\u{1b}": text += "\\e".utf8
        case "\\": text += "\\\\".utf8
        case "\"": text += "\\\"".utf8
        default:
            if Terminal.isControl(scalar) {
                for byte in encoded { add(escaped: byte) }
            } else {
                text += encoded
            }
        }
    }

    private mutating func add(escaped byte: UInt8) {
        text += "\\x\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
    }
}

extension UnaryOperator {
    var spelling: String {
        switch self {
        case .minus: "-"
        case .not: "!"
        case .complement: "~"
        }
    }
}

extension BinaryOperator {
    var spelling: String {
        switch self {
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .and: "&"
        case .shiftLeft: "<<"
        case .shiftRight: ">>"
        case .add: "+"
        case .subtract: "-"
        case .or: "|"
        case .xor: "^"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessEqual: "<="
        case .greater: ">"
        case .greaterEqual: ">="
        case .logicalAnd: "&&"
        case .logicalOr: "||"
        }
    }
}
