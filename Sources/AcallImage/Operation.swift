// The operations that are no system calls, as a table: name and operands, in the order of their numbers.
//
// Input: `acall.h`, part 2. Output: what the verifier checks and the disassembler shows.
// Invariant: one row for each number from ACALL_OP_BASE to ACALL_OP_LAST.

import CAcall

/// One operation of the engine.
package struct Operation: Sendable {
    package var name: String
    var operands: [Operand]

    /// What an argument of an operation is.
    enum Operand: Sendable {
        /// The address of the slot, of this many bytes, that receives the result.
        case destination(Int)
        case value
        /// The address of memory that is read or written.
        case address(Extent)
        case condition
        case format
        case target
        /// The number of a `HostFunction`.
        case function
        /// 0: the loader puts its own there.
        case context
    }

    /// How many bytes an address stands for.
    enum Extent: Sendable {
        case fixed(Int)
        /// The width in the format that another argument holds.
        case format(argument: Int)
        /// Another argument holds the count.
        case count(argument: Int)
    }

    /// nil where the number is no operation's.
    package init?(number: UInt32) {
        guard number >= ACALL_OP_BASE, number <= ACALL_OP_LAST else { return nil }
        self = Self.table[Int(number - ACALL_OP_BASE)]
    }

    private init(_ name: String, _ operands: Operand...) {
        self.name = name
        self.operands = operands
    }

    private static func arithmetic(_ name: String) -> Operation {
        Operation(name, .destination(8), .value, .value)
    }

    private static let table: [Operation] = [
        // What an assertion compares stands behind the value, and 1 where neither side has a sign.
        Operation("value", .value, .value, .value, .value),
        Operation("move", .destination(8), .value),
        arithmetic("add"),
        arithmetic("subtract"),
        arithmetic("multiply"),
        arithmetic("divide"),
        arithmetic("remainder"),
        arithmetic("and"),
        arithmetic("or"),
        arithmetic("xor"),
        arithmetic("shift left"),
        arithmetic("shift right"),
        arithmetic("minimum"),
        arithmetic("maximum"),
        Operation("compare", .destination(8), .condition, .value, .value),
        Operation("load", .destination(8), .address(.format(argument: 2)), .format),
        Operation("store", .address(.format(argument: 2)), .value, .format),
        Operation(
            "copy", .address(.count(argument: 1)), .value, .address(.count(argument: 3)), .value),
        // What the report counts stands behind the capacity: bytes of an element; 1 << 32 where one was asked
        // for; 1 << 33 where the bounds count elements. The engine does not look at it.
        Operation("slice", .destination(16), .value, .value, .value, .value, .value),
        Operation("branch", .condition, .value, .value, .target),
        Operation("fetch-add", .destination(8), .address(.fixed(8)), .value),
        Operation("wait", .address(.fixed(16)), .value),
        Operation("cancel", .address(.fixed(16))),
        Operation("deadline", .value),
        Operation("length", .destination(8), .value, .value),
        Operation("host", .function, .context, .value, .value, .value, .value),
        Operation("same", .destination(8), .value, .value, .value, .value),
    ]

    static var count: Int { table.count }

    /// The bytes that a format reads or writes; nil where it is no format.
    static func width(ofFormat format: UInt64) -> Int? {
        let known = UInt64(ACALL_FORMAT_SIGNED | ACALL_FORMAT_BIG_ENDIAN)
        let width = format & ~known
        return [1, 2, 4, 8].contains(width) ? Int(width) : nil
    }

    /// The sign a condition is shown with (`<`); nil for one without operands, and for no condition.
    static func sign(ofCondition condition: UInt64) -> String? {
        let signs = ["==", "!=", "<", "<=", ">", ">=", "<u", "<=u"]
        return condition < UInt64(signs.count) ? signs[Int(condition)] : nil
    }
}
