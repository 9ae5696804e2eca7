// The operations that are no system calls: what each computes.
//
// Input: an ACALL_OP_* and six arguments, already loaded. Output: the return code, and for a branch
// the record that comes next. Invariant: no argument makes it trap; what can't be represented
// stores nothing. Addresses are the program's own: one that is not mapped faults, as it would in C.

import CAcall

/// The evaluator. A namespace: it has no state.
enum OperationEvaluator {
    /// What `ACALL_OP_BASE` to the end of its private range have in common.
    static let rangeMask: UInt32 = 0xff00_0000

    /// Below this no address is the program's: what a null pointer plus an offset would hit.
    static let lowestAddress: UInt64 = 4096

    /// Runs one operation. `next` is the index of the record that follows; a branch taken replaces
    /// it.
    @inline(__always)
    static func evaluate(
        _ nr: UInt32, _ args: UnsafePointer<UInt64>, count: Int, next: inout Int
    ) -> Int64 {
        switch nr {
        case ACALL_OP_VALUE: return Int64(bitPattern: args[0])
        case ACALL_OP_MOVE: return store(args[1], to: args[0])
        case ACALL_OP_ADD...ACALL_OP_MAXIMUM: return arithmetic(nr, args)
        case ACALL_OP_COMPARE:
            guard let holds = holds(args[1], args[2], args[3]) else { return Code.invalid }
            return store(holds ? 1 : 0, to: args[0])
        case ACALL_OP_LOAD: return load(args)
        case ACALL_OP_STORE: return storeFormatted(args)
        case ACALL_OP_COPY: return copy(args)
        case ACALL_OP_SLICE: return slice(args)
        case ACALL_OP_BRANCH:
            guard let holds = holds(args[0], args[1], args[2]), args[3] <= UInt64(count)
            else { return Code.invalid }
            guard holds else { return 0 }
            next = Int(truncatingIfNeeded: args[3])
            return 1
        case ACALL_OP_FETCH_ADD: return fetchAdd(args)
        default: return Code.noSuchCall
        }
    }

    /// Stores a result; a null destination is not wanted.
    @inline(__always)
    private static func store(_ value: UInt64, to destination: UInt64) -> Int64 {
        guard destination >= lowestAddress, let address = pointer(destination) else {
            return destination == 0 ? 0 : Code.badAddress
        }
        address.storeBytes(of: value, as: UInt64.self)
        return 0
    }

    @inline(__always)
    private static func pointer(_ address: UInt64) -> UnsafeMutableRawPointer? {
        UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: address))
    }

    /// Whether `a condition b`; nil for a condition that does not exist.
    @inline(__always)
    private static func holds(_ condition: UInt64, _ a: UInt64, _ b: UInt64) -> Bool? {
        condition <= UInt64(ACALL_IF_ALWAYS) ? holds(known: condition, a, b) : nil
    }

    /// The same of a condition that exists, without a jump.
    @_transparent
    static func holds(known condition: UInt64, _ a: UInt64, _ b: UInt64) -> Bool {
        let (left, right) = (Int64(bitPattern: a), Int64(bitPattern: b))
        let equal: UInt64 = a == b ? 1 : 0
        let less: UInt64 = left < right ? 2 : 0
        let greater: UInt64 = left > right ? 4 : 0
        let below: UInt64 = a < b ? 8 : 0
        let above: UInt64 = a > b ? 16 : 0
        return conditions &>> (condition &* 5) & (equal | less | greater | below | above) != 0
    }

    /// By condition, five bits each: in which of these cases it holds.
    @_transparent
    private static var conditions: UInt64 {
        func when(_ condition: Int32, _ cases: UInt64) -> UInt64 { cases &<< UInt64(condition * 5) }
        return when(ACALL_IF_EQUAL, 1) | when(ACALL_IF_NOT_EQUAL, 6) | when(ACALL_IF_LESS, 2)
            | when(ACALL_IF_LESS_EQUAL, 3) | when(ACALL_IF_GREATER, 4)
            | when(ACALL_IF_GREATER_EQUAL, 5) | when(ACALL_IF_BELOW, 8)
            | when(ACALL_IF_BELOW_EQUAL, 9) | when(ACALL_IF_ALWAYS, 31)
    }

    @inline(__always)
    private static func arithmetic(_ nr: UInt32, _ args: UnsafePointer<UInt64>) -> Int64 {
        let (a, b) = (Int64(bitPattern: args[1]), Int64(bitPattern: args[2]))
        let result: (partialValue: Int64, overflow: Bool)
        switch nr {
        case ACALL_OP_ADD: result = a.addingReportingOverflow(b)
        case ACALL_OP_SUBTRACT: result = a.subtractingReportingOverflow(b)
        case ACALL_OP_MULTIPLY: result = a.multipliedReportingOverflow(by: b)
        case ACALL_OP_DIVIDE:
            guard b != 0 else { return Code.domain }
            result = a.dividedReportingOverflow(by: b)
        case ACALL_OP_REMAINDER:
            guard b != 0 else { return Code.domain }
            // Int64.min % -1 is 0, which can be represented, though the machine's division
            // overflows.
            result = (b == -1 ? 0 : a % b, false)
        case ACALL_OP_AND: result = (a & b, false)
        case ACALL_OP_OR: result = (a | b, false)
        case ACALL_OP_XOR: result = (a ^ b, false)
        case ACALL_OP_SHIFT_LEFT:
            guard 0...63 ~= b else { return Code.domain }
            let shifted = a &<< b
            result = (shifted, shifted &>> b != a)
        case ACALL_OP_SHIFT_RIGHT:
            guard 0...63 ~= b else { return Code.domain }
            result = (a &>> b, false)
        case ACALL_OP_MINIMUM: result = (min(a, b), false)
        default: result = (max(a, b), false)  // ACALL_OP_MAXIMUM: the caller's range ends there
        }
        guard !result.overflow else { return Code.overflow }
        return store(UInt64(bitPattern: result.partialValue), to: args[0])
    }
}

// Memory.
extension OperationEvaluator {
    /// The width in bytes of a format, nil for one that does not exist.
    private static func width(_ format: UInt64) -> Int? {
        switch format & ~UInt64(ACALL_FORMAT_SIGNED | ACALL_FORMAT_BIG_ENDIAN) {
        case 1: 1
        case 2: 2
        case 4: 4
        case 8: 8
        default: nil
        }
    }

    /// (dst, address, limit)
    static func length(_ args: UnsafePointer<UInt64>) -> Int64 {
        guard args[2] <= UInt64(Int.max) else { return Code.invalid }
        guard args[1] >= lowestAddress, let text = pointer(args[1]) else { return Code.badAddress }
        let limit = Int(args[2])
        var count = 0
        while count < limit, text.load(fromByteOffset: count, as: UInt8.self) != 0 { count &+= 1 }
        return store(UInt64(count), to: args[0])
    }

    /// (dst, a, count of a, b, count of b)
    static func same(_ args: UnsafePointer<UInt64>) -> Int64 {
        guard args[2] == args[4] else { return store(0, to: args[0]) }
        guard args[2] <= UInt64(Int.max) else { return Code.invalid }
        if args[2] == 0 { return store(1, to: args[0]) }
        guard args[1] >= lowestAddress, args[3] >= lowestAddress, let a = pointer(args[1]),
            let b = pointer(args[3])
        else { return Code.badAddress }
        return store(acall_same_bytes(a, b, args[2]) ? 1 : 0, to: args[0])
    }

    /// (dst, address, format)
    private static func load(_ args: UnsafePointer<UInt64>) -> Int64 {
        guard let width = width(args[2]) else { return Code.invalid }
        guard args[1] >= lowestAddress, let source = pointer(args[1]) else {
            return Code.badAddress
        }
        var value: UInt64
        switch width {
        case 1: value = UInt64(source.loadUnaligned(as: UInt8.self))
        case 2: value = UInt64(source.loadUnaligned(as: UInt16.self))
        case 4: value = UInt64(source.loadUnaligned(as: UInt32.self))
        default: value = source.loadUnaligned(as: UInt64.self)
        }
        // Left-aligned first: then either shift back extends from the right bit.
        let unused = UInt64(64 - width * 8)
        value = isBigEndian(args[2]) ? value.byteSwapped : value &<< unused
        if args[2] & UInt64(ACALL_FORMAT_SIGNED) != 0 {
            value = UInt64(bitPattern: Int64(bitPattern: value) &>> Int64(unused))
        } else {
            value = value &>> unused
        }
        return store(value, to: args[0])
    }

    /// (address, value, format)
    private static func storeFormatted(_ args: UnsafePointer<UInt64>) -> Int64 {
        guard let width = width(args[2]) else { return Code.invalid }
        guard args[0] >= lowestAddress, let address = pointer(args[0]) else {
            return Code.badAddress
        }
        let unused = UInt64(64 - width * 8)
        let shifted = args[1] &<< unused
        let back =
            args[2] & UInt64(ACALL_FORMAT_SIGNED) != 0
            ? UInt64(bitPattern: Int64(bitPattern: shifted) &>> Int64(unused)) : shifted &>> unused
        guard back == args[1] else { return Code.overflow }
        // Either way the bytes wanted are now the lowest ones.
        let value = isBigEndian(args[2]) ? shifted.byteSwapped : args[1]
        switch width {
        case 1: address.storeBytes(of: UInt8(truncatingIfNeeded: value), as: UInt8.self)
        case 2: address.storeBytes(of: UInt16(truncatingIfNeeded: value), as: UInt16.self)
        case 4: address.storeBytes(of: UInt32(truncatingIfNeeded: value), as: UInt32.self)
        default: address.storeBytes(of: value, as: UInt64.self)
        }
        return 0
    }

    /// Both architectures are little-endian, so that this is also whether the bytes are to be
    /// swapped.
    private static func isBigEndian(_ format: UInt64) -> Bool {
        format & UInt64(ACALL_FORMAT_BIG_ENDIAN) != 0
    }

    /// (dst, capacity, src, length)
    private static func copy(_ args: UnsafePointer<UInt64>) -> Int64 {
        let (capacity, length) = (Int64(bitPattern: args[1]), Int64(bitPattern: args[3]))
        guard length >= 0, length <= capacity else { return Code.overflow }
        guard length > 0 else { return 0 }
        guard args[0] >= lowestAddress, args[2] >= lowestAddress,
            let destination = pointer(args[0]), let source = pointer(args[2])
        else { return Code.badAddress }
        destination.copyMemory(from: source, byteCount: Int(truncatingIfNeeded: length))
        return 0
    }

    /// (dst, base, low, high, capacity)
    private static func slice(_ args: UnsafePointer<UInt64>) -> Int64 {
        let low = Int64(bitPattern: args[2])
        let high = Int64(bitPattern: args[3])
        guard low >= 0, low <= high, high <= Int64(bitPattern: args[4]) else { return Code.range }
        let start = args[1].addingReportingOverflow(args[2])
        guard !start.overflow else { return Code.overflow }
        guard args[0] != 0 else { return 0 }
        guard args[0] >= lowestAddress, let destination = pointer(args[0]) else {
            return Code.badAddress
        }
        destination.storeBytes(of: start.partialValue, as: UInt64.self)
        destination.storeBytes(of: UInt64(high - low), toByteOffset: 8, as: UInt64.self)
        return 0
    }

    /// (dst, address, delta)
    @inline(__always)
    private static func fetchAdd(_ args: UnsafePointer<UInt64>) -> Int64 {
        guard args[1] >= lowestAddress, let address = pointer(args[1]) else {
            return Code.badAddress
        }
        // An atomic operation across two cache lines faults on one machine and stalls the other.
        guard args[1] & 7 == 0 else { return Code.invalid }
        guard args[0] == 0 || args[0] >= lowestAddress else { return Code.badAddress }
        let old = acall_fetch_add(address.assumingMemoryBound(to: UInt64.self), args[2])
        return store(old, to: args[0])
    }
}
