// What records look at before a call is made: that the kernel stays within the storage that the program names.
//
// Input: sizes and rooms that the checker found. Invariant: where one of these does not hold the step fails with
// `bounds`, and the call is not made. They are looked at again before each attempt of `retry` and `fully`, because
// the kernel may have written a length back that is larger than the room.

import AcallCatalog
import AcallSyntax

/// A number of bytes that the kernel takes, as far as it is not known before the run.
indirect enum CheckedSize: Sendable {
    case value(ValueID)
    case sum(CheckedSize, CheckedSize)
    case product(CheckedSize, CheckedSize)
    case quotient(CheckedSize, CheckedSize)
    case maximum(CheckedSize, CheckedSize)
}

/// `needed <= room`, both in bytes.
struct CheckedBound: Sendable {
    var needed: CheckedSize
    var room: ValueID
    /// The argument's name.
    var subject: String
    var span: Span
}

/// The pointers in structures point into memory that the program names as their target.
struct CheckedTargets: Sendable {
    var address: ValueID
    /// How many structures there are.
    var count: ValueID
    /// Entries of the program's `constants`: where the pointers stand, and what they may point to.
    var layout: Int
    var table: Int
    var subject: String
    var span: Span
}

/// A word of the compiler's own that the call before may have changed.
struct CheckedReset: Sendable {
    var address: ValueID
    var value: ValueID
    var type: IntegerType
}

struct CheckedGuards: Sendable {
    var resets: [CheckedReset] = []
    var bounds: [CheckedBound] = []
    var targets: [CheckedTargets] = []

    var isEmpty: Bool { resets.isEmpty && bounds.isEmpty && targets.isEmpty }
}
