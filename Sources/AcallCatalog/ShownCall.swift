// A call to be shown: its row, its arguments, and what is known of the memory that they point to.

/// An argument as a person sees it.
package struct ShownArgument: Sendable, Hashable {
    /// As in the call's man page.
    package var name: String
    package var shown: String
    /// The number behind it, where it is no address.
    package var value: Int64?

    package init(name: String, shown: String, value: Int64?) {
        self.name = name
        self.shown = shown
        self.value = value
    }
}

/// What the arguments of a call point to.
package protocol CallMemory {
    /// What stands at an address before the call or after it; nil where nobody knows.
    func bytes(at address: UInt64, _ moment: ShownCall.Moment) -> UnsafeRawBufferPointer?
    /// What an address is called: `&block+16`, or the number; never `NULL`.
    func name(of address: UInt64) -> String
}

package struct ShownCall {
    package enum Moment: Sendable { case before, after }

    /// What one of its six registers holds.
    package enum Word: Sendable, Hashable {
        case value(UInt64)
        /// Known only when the call is made: what it is called.
        case named(String)
    }

    package enum Outcome: Sendable, Hashable {
        case planned
        case returned(Int64)
    }

    let row: Syscall
    let words: [Word]
    let memory: any CallMemory
    let outcome: Outcome

    package init(_ row: Syscall, _ words: [Word], _ memory: any CallMemory, _ outcome: Outcome) {
        self.row = row
        self.words = words
        self.memory = memory
        self.outcome = outcome
    }

    func value(_ index: Int) -> UInt64? {
        guard words.indices.contains(index), case .value(let value) = words[index] else {
            return nil
        }
        return value
    }

    /// An integer argument, without what its register holds beside it.
    func integer(_ index: Int) -> Int64? {
        guard row.parameters.indices.contains(index), let value = value(index) else { return nil }
        guard case .integer(let type, _) = row.parameters[index].type else {
            return Int64(bitPattern: value)
        }
        return type.value(of: value)
    }

    /// Its mode is that of a file without a device number.
    var makesNoDevice: Bool {
        let mode = row.parameters.indices.first {
            if case .integer(_, .mode) = row.parameters[$0].type { true } else { false }
        }
        guard let mode = mode.flatMap({ integer($0) }) else { return false }
        return mode & 0o170000 != 0o020000 && mode & 0o170000 != 0o060000
    }

    var succeeded: Bool {
        guard case .returned(let result) = outcome else { return false }
        return !(-4095 ... -1).contains(result)
    }

    /// How much of an out buffer of `count` the call has filled.
    func filled(_ count: UInt64) -> UInt64 {
        guard case .returned(let result) = outcome else { return count }
        switch row.result {
        case .count, .integer: return min(count, UInt64(max(0, result)))
        case .zero, .descriptor, .address, .pid, .never: return count
        }
    }
}

/// The bounds of what is shown.
package enum ShownLimit {
    /// As many bytes of a buffer or string as strace shows.
    package static let bytes = 32
    /// A path is shown whole.
    package static let path = 4096
    package static let elements = 32
    package static let records = 4
    /// Structures in structures.
    package static let depth = 3
}

extension IntegerType {
    /// What the kernel makes of a register that holds an argument of this type: the rest of the register is noise.
    package func value(of register: UInt64) -> Int64 {
        switch (width, isSigned) {
        case (1, true): Int64(Int8(truncatingIfNeeded: register))
        case (1, false): Int64(UInt8(truncatingIfNeeded: register))
        case (2, true): Int64(Int16(truncatingIfNeeded: register))
        case (2, false): Int64(UInt16(truncatingIfNeeded: register))
        case (4, true): Int64(Int32(truncatingIfNeeded: register))
        case (4, false): Int64(UInt32(truncatingIfNeeded: register))
        default: Int64(bitPattern: register)
        }
    }

    /// The integer at an offset; nil where it is not all there.
    func load(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) -> Int64? {
        let width = Int(width)
        guard offset >= 0, [1, 2, 4, 8].contains(width), offset <= bytes.count - width
        else { return nil }
        var value: UInt64 = 0
        for index in 0..<width {
            let position = isBigEndian ? index : width - 1 - index
            value = value << 8 | UInt64(bytes[offset + position])
        }
        return IntegerType(width: self.width, isSigned: isSigned).value(of: value)
    }

    static let word = IntegerType(width: 8, isSigned: false)
}
