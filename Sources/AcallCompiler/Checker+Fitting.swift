// Whether a value fits where it is put: what is known is refused now, the rest is checked when it runs.
//
// A word is 64 bits, and arithmetic takes it as signed. What comes out of unsigned storage of 8 bytes may be
// above that: `Checker+Unsigned` says what can be made of such a word; where it is anything else, it must be in
// the signed range, and the program fails where it is not.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// What a constant becomes in a type; nil where it does not fit, which is reported. `isField`: in a
    /// structure or as an argument, where -1 is C's way to say "none" in an unsigned type.
    mutating func fitted(
        _ value: ValueID, _ id: ExpressionID, to type: IntegerType, _ meaning: IntegerMeaning,
        isField: Bool
    ) -> ValueID? {
        let span = tree[id].span
        let isPattern = meaning.isPattern || isMadeOfNames(id)
        let shown: String
        switch program[value] {
        case .constant(let known):
            if type.range.contains(known) { return value }
            let isNone = isField && known == -1 && !type.isSigned && type.width >= 4
            if isPattern || isNone, type.hasBits(of: known) {
                return add(type.holding(UInt64(bitPattern: known)), span)
            }
            shown = String(known)
        case .unsigned(let known):
            if type.width == 8, !type.isSigned || isPattern { return value }
            shown = String(known)
        default: return value
        }
        diagnostics.error(
            "E0407", span, "\(shown) does not fit \(type.languageName)", help: Self.rangeHelp(type))
        return nil
    }

    /// `EPOLLET | EPOLLIN`: what counts of the kernel's constants is their bits.
    private func isMadeOfNames(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .name(let name):
            if case .constant = scope.symbols[Int(name.id)] { true } else { false }
        case .unary(.complement, let inner): isMadeOfNames(inner)
        case .binary(let op, let left, let right):
            switch op {
            case .or, .and, .xor, .shiftLeft: isMadeOfNames(left) || isMadeOfNames(right)
            default: false
            }
        case .vector(let list):
            list.indices.contains { isMadeOfNames(tree.expressionLists[$0]) }
        default: false
        }
    }

    /// The value, checked when it runs unless it is known to fit.
    mutating func fitting(_ id: ValueID, _ type: IntegerType) -> ValueID {
        if type == .u64 { return id }
        let id = signed(id)
        if type.width == 8 { return id }
        let range = range(id)
        if type.range.contains(range.lowerBound), type.range.contains(range.upperBound) {
            return id
        }
        return add(.fitting(id, type), program.span(of: id))
    }

    /// The value as a STORE of the type checks it: that looks at the bits alone, which does for all types but
    /// those of 8 bytes.
    mutating func storable(_ id: ValueID, _ type: IntegerType) -> ValueID {
        guard type.width == 8, !type.isSigned else { return signed(id) }
        if isUnsignedWord(id) || range(id).lowerBound >= 0 { return id }
        return add(.fitting(id, .u64), program.span(of: id))
    }

    /// The value as one of the signed range.
    mutating func signed(_ id: ValueID) -> ValueID {
        isUnsignedWord(id) ? add(.fitting(id, .u64), program.span(of: id)) : id
    }
}

extension IntegerMeaning {
    /// What is written is bits rather than a number.
    var isPattern: Bool {
        switch self {
        case .flags, .hex: true
        default: false
        }
    }
}

extension IntegerType {
    /// The value fits in as many bits, signed or unsigned.
    func hasBits(of value: Int64) -> Bool {
        if width >= 8 { return true }
        let bits = Int64(width) * 8
        return value >= -(1 << (bits - 1)) && value < 1 << bits
    }

    /// What storage of the type has, once it has these bits.
    func holding(_ bits: UInt64) -> Value {
        let unused = UInt64(64 - Int(width) * 8)
        if isSigned { return .constant(Int64(bitPattern: bits << unused) >> Int64(unused)) }
        let value = (bits << unused) >> unused
        return Int64(exactly: value).map { .constant($0) } ?? .unsigned(value)
    }
}
