// A submission's fields by index (C's array arrives in Swift as a tuple), and equality of images.
//
// Invariant: an index outside 0..<6 is a mistake of the caller and traps.

import CAcall

extension acall_submission {
    package static let argumentCount = 6

    /// `args[index]`.
    package func argument(_ index: Int) -> UInt64 {
        switch index {
        case 0: args.0
        case 1: args.1
        case 2: args.2
        case 3: args.3
        case 4: args.4
        case 5: args.5
        default: preconditionFailure("a submission has six arguments")
        }
    }

    package mutating func setArgument(_ index: Int, to value: UInt64) {
        switch index {
        case 0: args.0 = value
        case 1: args.1 = value
        case 2: args.2 = value
        case 3: args.3 = value
        case 4: args.4 = value
        case 5: args.5 = value
        default: preconditionFailure("a submission has six arguments")
        }
    }

    /// Whether `args[index]` is the address of the value and not the value.
    package func isIndirect(_ index: Int) -> Bool {
        flags & (1 << (UInt32(ACALL_SUBMIT_INDIRECT_SHIFT) + UInt32(index))) != 0
    }

    /// The fields an image may relocate, in the order of `RelocationMask`'s bits:
    /// completion, ring, id, then the arguments.
    static let relocatableFieldCount = 3 + argumentCount

    func relocatableField(_ index: Int) -> UInt64 {
        switch index {
        case 0: completion_pointer
        case 1: completion_ring_pointer
        case 2: id_pointer
        default: argument(index - 3)
        }
    }

    mutating func setRelocatableField(_ index: Int, to value: UInt64) {
        switch index {
        case 0: completion_pointer = value
        case 1: completion_ring_pointer = value
        case 2: id_pointer = value
        default: setArgument(index - 3, to: value)
        }
    }
}

extension BatchImage: Equatable {
    package static func == (a: BatchImage, b: BatchImage) -> Bool {
        a.architecture == b.architecture && a.batches == b.batches
            && a.records.elementsEqual(b.records, by: areEqual)
            && a.relocations == b.relocations && a.recordSteps == b.recordSteps
            && a.data == b.data && a.dataSize == b.dataSize
            && a.dataRelocations == b.dataRelocations && a.inputs == b.inputs
            && a.outputs == b.outputs && a.steps == b.steps && a.stops == b.stops
            && a.storages == b.storages && a.strings == b.strings
            && a.sourceName == b.sourceName && a.source == b.source
    }
}

private func areEqual(_ a: acall_submission, _ b: acall_submission) -> Bool {
    guard a.nr == b.nr, a.flags == b.flags, a.cookie == b.cookie else { return false }
    return (0..<acall_submission.relocatableFieldCount).allSatisfy {
        a.relocatableField($0) == b.relocatableField($0)
    }
}
