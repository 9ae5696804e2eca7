// Words above the signed range, by operations that know signed ones.
//
// With its highest bit turned over a word is a signed one, and the order of all is kept: the least word of all is
// then the least number that has a sign. What is added to such a number is too much for both or for neither.

import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    /// Fails the program where a word is above the signed range.
    mutating func requireSigned(_ value: Word, _ stop: StopReason) {
        // A slice that nobody wants: it must not end before its start.
        let scratch = data.slot(0)
        _ = data.slot(0)
        emit(
            ACALL_OP_SLICE, [.data(scratch), .number(0), .number(0), value, .number(.max)],
            stop: stop)
    }

    mutating func wide(
        _ op: WideOperation, _ a: ValueID, _ b: ValueID, _ span: Span
    ) -> Word {
        let stop = StopReason(.arithmetic, span)
        let (x, y) = (word(a), word(b))
        switch op {
        case .minimum: return turned(computed(ACALL_OP_MINIMUM, [turned(x), turned(y)]))
        case .maximum: return turned(computed(ACALL_OP_MAXIMUM, [turned(x), turned(y)]))
        case .add: return turned(computed(ACALL_OP_ADD, [turned(x), y], stop: stop))
        case .addBoth:
            let (left, right) = (turned(x), turned(y))
            // One of them must be in the signed range, or the sum is too large for any word.
            let small = turned(computed(ACALL_OP_MINIMUM, [left, right]))
            requireSigned(small, stop)
            let large = computed(ACALL_OP_MAXIMUM, [left, right])
            return turned(computed(ACALL_OP_ADD, [large, small], stop: stop))
        case .divide, .remainder: return divided(x, y, isRemainder: op == .remainder, stop)
        }
    }

    /// What is in the signed range is divided as it is. Of anything else half of it is: what that leaves, twice, and
    /// the last bit are divided once more.
    private mutating func divided(
        _ word: Word, _ divisor: Word, isRemainder: Bool, _ stop: StopReason
    ) -> Word {
        let result = data.slot(0)
        let (isLarge, end) = (newLabel(), newLabel())
        branch(ACALL_IF_LESS, word, .number(0), to: isLarge)
        let plain = isRemainder ? ACALL_OP_REMAINDER : ACALL_OP_DIVIDE
        emit(plain, [.data(result), word, divisor], stop: stop)
        jump(to: end)
        place(isLarge)
        let moved = computed(ACALL_OP_SHIFT_RIGHT, [word, .number(1)])
        let half = computed(ACALL_OP_AND, [moved, .number(.max)])
        let left = computed(ACALL_OP_REMAINDER, [half, divisor], stop: stop)
        let doubled = computed(ACALL_OP_MULTIPLY, [left, .number(2)], stop: stop)
        let last = computed(ACALL_OP_AND, [word, .number(1)])
        let rest = computed(ACALL_OP_ADD, [doubled, last], stop: stop)
        let more = computed(
            ACALL_OP_COMPARE, [.number(Int64(ACALL_IF_GREATER_EQUAL)), rest, divisor])
        if isRemainder {
            let taken = computed(ACALL_OP_MULTIPLY, [more, divisor], stop: stop)
            emit(ACALL_OP_SUBTRACT, [.data(result), rest, taken], stop: stop)
        } else {
            let whole = computed(ACALL_OP_DIVIDE, [half, divisor], stop: stop)
            let twice = computed(ACALL_OP_MULTIPLY, [whole, .number(2)], stop: stop)
            emit(ACALL_OP_ADD, [.data(result), twice, more], stop: stop)
        }
        place(end)
        return .slot(result)
    }

    private mutating func turned(_ word: Word) -> Word {
        if case .literal(let value) = word { return .literal(value ^ 1 << 63) }
        return computed(ACALL_OP_XOR, [word, .number(.min)])
    }
}
