// Why a calculation stopped its chain: what was calculated, and what it would have had to fit.
//
// Input: the operation and its arguments, as the engine had them. Output: a sentence.

import AcallCatalog
import CAcall

enum ArithmeticFailure {
    static func message(_ operation: UInt32, _ event: Event?, _ errno: String?) -> String {
        let general =
            errno == "EDOM" ? "division by zero, or a shift by too much" : "value does not fit"
        guard let event else { return general }
        let (a, b) = (Int64(bitPattern: event.argument(1)), Int64(bitPattern: event.argument(2)))
        switch operation {
        case ACALL_OP_DIVIDE where b == 0, ACALL_OP_REMAINDER where b == 0:
            return "division by zero"
        case ACALL_OP_SHIFT_LEFT where errno == "EDOM", ACALL_OP_SHIFT_RIGHT where errno == "EDOM":
            return "a shift by \(b), and it is by 0 to 63"
        case ACALL_OP_ADD: return tooLarge("\(a) + \(b)")
        case ACALL_OP_SUBTRACT: return tooLarge("\(a) - \(b)")
        case ACALL_OP_MULTIPLY: return tooLarge("\(a) * \(b)")
        case ACALL_OP_SHIFT_LEFT: return tooLarge("\(a) << \(b)")
        case ACALL_OP_DIVIDE: return tooLarge("\(a) / \(b)")
        case ACALL_OP_STORE:
            guard let type = IntegerType(format: event.argument(2)) else { return general }
            return "value does not fit: \(a) is not in \(type.shown)"
        case ACALL_OP_SLICE:
            // With its highest bit a word is too large for a number with a sign, or too small for one without.
            let word = event.argument(3)
            return "value does not fit: it is \(Int64(bitPattern: word)) with a sign, "
                + "\(word) without one"
        default: return general
        }
    }

    private static func tooLarge(_ shown: String) -> String {
        "value does not fit: \(shown) is no number of 64 signed bits"
    }
}

/// Which bounds a slice had, and what they count: from the arguments of the record that checked them.
enum BoundsFailure {
    static func message(_ event: Event) -> String {
        let (low, high, size) = (
            Int64(bitPattern: event.argument(2)), Int64(bitPattern: event.argument(3)),
            Int64(bitPattern: event.argument(4))
        )
        let bytes = Int64(event.argument(5) & 0xffff_ffff)
        let marks = event.argument(5) >> 32
        if marks & 2 != 0 {
            return "\(high) is more than the \(size) element\(size == 1 ? "" : "s") there"
        }
        if marks & 1 != 0, bytes > 0 {
            let count = size / bytes
            return "element \(low / bytes) is outside of \(count) element\(count == 1 ? "" : "s")"
        }
        if bytes > 1 {
            return "slice out of bounds: \(low / bytes)..<\(high / bytes) of "
                + "\(size / bytes) elements"
        }
        // Of a list's items none is at address 0: they are counted.
        let unit = event.argument(1) == 0 ? "item" : "byte"
        return "slice out of bounds: \(low)..<\(high) of \(size) \(unit)\(size == 1 ? "" : "s")"
    }
}

extension IntegerType {
    /// As the format of a STORE says; nil for one that does not exist.
    fileprivate init?(format: UInt64) {
        let width = format & ~UInt64(ACALL_FORMAT_SIGNED | ACALL_FORMAT_BIG_ENDIAN)
        guard [1, 2, 4, 8].contains(width) else { return nil }
        self.init(
            width: UInt8(width), isSigned: format & UInt64(ACALL_FORMAT_SIGNED) != 0,
            isBigEndian: format & UInt64(ACALL_FORMAT_BIG_ENDIAN) != 0)
    }

    /// What it is called, and what it holds.
    fileprivate var shown: String {
        let bits = Int(width) * 8
        let name = "\(isSigned ? "i" : "u")\(bits)"
        if bits == 64 { return name }
        let most = (Int64(1) << (isSigned ? bits - 1 : bits)) - 1
        return "\(name), \(isSigned ? -most - 1 : 0) to \(most)"
    }
}
