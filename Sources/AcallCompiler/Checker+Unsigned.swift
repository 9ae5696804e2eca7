// Words that may be above the signed range: what comes out of `u64` and `size`.
//
// They can be stored and shown. A comparison says what is so of the numbers, whatever the other side is; of numbers
// that are not negative `+`, `/`, `%`, `min` and `max`, and `>>` by a number that is known, give what they would give
// without a limit, or fail the program. Anything else takes signed words, and the program fails where a value is none.

import AcallSyntax

extension Checker {
    /// It may be above the signed range: then its word is that of a negative number.
    func isUnsignedWord(_ id: ValueID) -> Bool {
        switch program[id] {
        case .unsigned: return true
        case .load(_, let type): return type.width == 8 && !type.isSigned
        case .input(let index, let slot):
            guard slot == 0, case .integer(let type) = program.data.inputs[index].type else {
                return false
            }
            return type.width == 8 && !type.isSigned
        case .local(let index): return contents.unsignedLocals.contains(index)
        case .binary(.and, let a, let b):
            let (first, second) = (isUnsignedWord(a), isUnsignedWord(b))
            if first && second { return true }
            // A mask that is not negative leaves nothing above.
            return first && range(b).lowerBound < 0 || second && range(a).lowerBound < 0
        case .binary(.or, let a, let b), .binary(.xor, let a, let b):
            return isUnsignedWord(a) || isUnsignedWord(b)
        case .wide(.add, _, _), .wide(.addBoth, _, _): return true
        case .wide(.minimum, let a, let b): return isUnsignedWord(a) && isUnsignedWord(b)
        case .wide(.maximum, let a, let b): return isUnsignedWord(a) || isUnsignedWord(b)
        default: return false
        }
    }

    /// Not negative: its word is the number's, with a sign or without.
    private func isNatural(_ id: ValueID) -> Bool {
        isUnsignedWord(id) || range(id).lowerBound >= 0
    }

    private func isKnown(_ id: ValueID) -> Bool {
        switch program[id] {
        case .constant, .unsigned: true
        default: false
        }
    }

    /// Of two values, one of them an unsigned word.
    mutating func unsignedArithmetic(
        _ op: BinaryOperator, _ a: ValueID, _ b: ValueID, _ span: Span
    ) -> Operand {
        let isBitwise = op == .and || op == .or || op == .xor
        let areKnown = isKnown(a) && isKnown(b)
        if op == .logicalAnd || op == .logicalOr || isBitwise && !areKnown {
            return .integer(add(.binary(op, a, b), span))
        }
        if op.condition != nil { return .integer(compared(op, a, b, span)) }
        if op == .add, !areKnown, isNatural(a), isNatural(b) {
            if !isUnsignedWord(b) { return .integer(add(.wide(.add, a, b), span)) }
            if !isUnsignedWord(a) { return .integer(add(.wide(.add, b, a), span)) }
            return .integer(add(.wide(.addBoth, a, b), span))
        }
        if isUnsignedWord(a), !areKnown, let result = divided(op, a, b, span) {
            return .integer(result)
        }
        for side in [a, b] {
            if case .unsigned = program[side] {
                diagnostics.error(
                    "E0407", program.span(of: side),
                    "this number does not fit 64 signed bits, in which arithmetic is done",
                    help:
                        "it can be stored in a `u64`, compared, and combined with `&`, `|` and `^`")
                return .hole
            }
        }
        return .integer(add(.binary(op, signed(a), signed(b)), span))
    }

    // MARK: Comparisons

    private mutating func compared(
        _ op: BinaryOperator, _ a: ValueID, _ b: ValueID, _ span: Span
    ) -> ValueID {
        guard isUnsignedWord(a) else { return compared(op.mirrored, b, a, span) }
        let test: ValueID
        switch op {
        case .less: test = add(.below(a, b, orEqual: false), span)
        case .lessEqual: test = add(.below(a, b, orEqual: true), span)
        case .greater: test = add(.below(b, a, orEqual: false), span)
        case .greaterEqual: test = add(.below(b, a, orEqual: true), span)
        default: test = add(.binary(op, a, b), span)
        }
        if isNatural(b) { return test }
        // The one is above whatever is negative.
        let isAbove = op == .notEqual || op == .greater || op == .greaterEqual
        if range(b).upperBound < 0 { return add(.constant(isAbove ? 1 : 0), span) }
        let zero = add(.constant(0), span)
        let sign = add(.binary(isAbove ? .less : .greaterEqual, b, zero), span)
        return add(.binary(isAbove ? .logicalOr : .logicalAnd, sign, test), span)
    }

    /// `min(a, b)`, `max(a, b)`
    mutating func extreme(_ isMinimum: Bool, _ a: ValueID, _ b: ValueID, _ span: Span) -> ValueID {
        guard isUnsignedWord(a) || isUnsignedWord(b) else {
            return add(isMinimum ? .minimum(a, b) : .maximum(a, b), span)
        }
        if isNatural(a), isNatural(b) {
            return add(.wide(isMinimum ? .minimum : .maximum, a, b), span)
        }
        // The one that has a sign may be negative; the smaller of the two is no more than it.
        let (word, other) = isUnsignedWord(a) ? (a, b) : (b, a)
        if isMinimum {
            let most = add(.constant(.max), span)
            return add(.minimum(add(.wide(.minimum, word, most), span), other), span)
        }
        let least = add(.maximum(other, add(.constant(0), span)), span)
        return add(.wide(.maximum, word, least), span)
    }

    // MARK: Parts

    /// `a >> 60`, `a / 10`, `a % 10`: nil for another operator, and where what stands right of it is none for it.
    private mutating func divided(
        _ op: BinaryOperator, _ a: ValueID, _ b: ValueID, _ span: Span
    ) -> ValueID? {
        let known = constant(b)
        switch op {
        case .shiftRight:
            guard let known, (0...63).contains(known) else { return nil }
            if known == 0 { return a }
            let moved = add(.binary(.shiftRight, a, b), span)
            return add(.binary(.and, moved, add(.constant(.max >> (known - 1)), span)), span)
        case .divide where known == 1: return a
        case .divide where known != 0 && isNatural(b):
            return add(.wide(.divide, a, signed(b)), span)
        case .remainder where known != 0 && isNatural(b):
            return add(.wide(.remainder, a, signed(b)), span)
        default: return nil
        }
    }
}

extension BinaryOperator {
    /// The comparison with its sides changed.
    fileprivate var mirrored: BinaryOperator {
        switch self {
        case .less: .greater
        case .lessEqual: .greaterEqual
        case .greater: .less
        case .greaterEqual: .lessEqual
        default: self
        }
    }
}
