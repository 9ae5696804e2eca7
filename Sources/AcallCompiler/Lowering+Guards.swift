// The records that stand before a call, and keep the kernel within the storage that the program names.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    /// Before each attempt.
    mutating func lower(_ guards: CheckedGuards, _ span: Span) {
        for reset in guards.resets {
            emit(
                ACALL_OP_STORE,
                [word(reset.address), word(reset.value), .number(reset.type.format)])
        }
        for bound in guards.bounds {
            let reason = StopReason(.bounds, bound.span, Array("`\(bound.subject)`".utf8))
            let needed = word(bound.needed, reason)
            let room = word(bound.room)
            // At address 0: no storage is used here, only numbers are compared.
            let scratch = data.slot(0)
            _ = data.slot(0)
            emit(
                ACALL_OP_SLICE, [.data(scratch), .number(0), .number(0), needed, room],
                stop: reason)
        }
        for targets in guards.targets {
            host(
                .targets,
                [
                    word(targets.address), word(targets.count),
                    .data(slots.constantRefs[targets.layout]),
                    .data(slots.constantRefs[targets.table]),
                ], stop: StopReason(.bounds, targets.span, Array("`\(targets.subject)`".utf8)))
        }
    }

    /// A size that is too large for a word is one that no room holds.
    private mutating func word(_ size: CheckedSize, _ reason: StopReason) -> Word {
        let (operation, a, b): (UInt32, CheckedSize, CheckedSize)
        switch size {
        case .value(let value): return word(value)
        case .sum(let x, let y): (operation, a, b) = (UInt32(ACALL_OP_ADD), x, y)
        case .product(let x, let y): (operation, a, b) = (UInt32(ACALL_OP_MULTIPLY), x, y)
        case .quotient(let x, let y): (operation, a, b) = (UInt32(ACALL_OP_DIVIDE), x, y)
        case .maximum(let x, let y): (operation, a, b) = (UInt32(ACALL_OP_MAXIMUM), x, y)
        }
        return computed(operation, [word(a, reason), word(b, reason)], stop: reason)
    }
}
