// Integers, structures and what pointers point to, as strace shows them.

import AcallCatalog

extension CallFormatter {
    // MARK: Integers

    func integer(_ value: Int64, _ type: IntegerType, _ meaning: IntegerMeaning) -> String {
        switch meaning {
        case .plain, .milliseconds, .seconds, .pid, .descriptor:
            return plain(value, type)
        case .uid, .gid:
            return value == 0xffff_ffff ? "-1" : plain(value, type)
        case .hex:
            return value == 0 ? "0" : "0x" + String(UInt64(bitPattern: value), radix: 16)
        case .mode:
            return Self.mode(value)
        case .directory:
            return Int32(truncatingIfNeeded: value) == -100 ? "AT_FDCWD" : plain(value, type)
        case .signal:
            return catalog.format(value: value, set: "signal")
        case .flags(let set), .enumeration(let set):
            return catalog.format(value: value, set: set)
        }
    }

    private func plain(_ value: Int64, _ type: IntegerType) -> String {
        let text = type.isSigned ? String(value) : String(UInt64(bitPattern: value))
        guard type.isBigEndian else { return text }
        return type.width == 2 ? "htons(\(text))" : "htonl(\(text))"
    }

    /// Three octal digits at least, with C's leading zero; the file's type by name.
    static func mode(_ value: Int64) -> String {
        let types: [Int64: String] = [
            0o140000: "S_IFSOCK", 0o120000: "S_IFLNK", 0o100000: "S_IFREG", 0o060000: "S_IFBLK",
            0o040000: "S_IFDIR", 0o020000: "S_IFCHR", 0o010000: "S_IFIFO",
        ]
        var parts: [String] = []
        var rest = UInt64(bitPattern: value)
        if let type = types[value & 0o170000] {
            parts.append(type)
            rest &= ~0o170000
            for (bit, name) in [(0o4000, "S_ISUID"), (0o2000, "S_ISGID"), (0o1000, "S_ISVTX")]
            where rest & UInt64(bit) != 0 {
                parts.append(name)
                rest &= ~UInt64(bit)
            }
        }
        var digits = String(rest, radix: 8)
        if rest != 0 { digits = "0" + digits }
        while digits.utf8.count < 3 { digits = "0" + digits }
        return (parts + [digits]).joined(separator: "|")
    }

    /// The integer at an offset; nil where it is not all there.
    static func load(
        _ bytes: UnsafeRawBufferPointer, at offset: Int, _ type: IntegerType
    ) -> Int64? {
        let width = Int(type.width)
        guard offset >= 0, [1, 2, 4, 8].contains(width), offset <= bytes.count - width
        else { return nil }
        var value: UInt64 = 0
        for index in 0..<width {
            let position = type.isBigEndian ? index : width - 1 - index
            value = value << 8 | UInt64(bytes[offset + position])
        }
        return extended(value, IntegerType(width: type.width, isSigned: type.isSigned))
    }

    // MARK: Pointers

    mutating func pointer(
        _ address: UInt64, _ pointee: Pointee, _ direction: Direction, _ operands: Operands,
        _ context: CallContext
    ) -> String {
        if address == 0 { return "NULL" }
        if direction == .out && !context.succeeded { return names.shown(address) }
        var shown: String?
        switch pointee {
        case .path:
            shown = string(at: address, limit: CaptureLimit.path - 1, context)
        case .string:
            shown = string(at: address, limit: CaptureLimit.shownBytes, context)
        case .bytes(let length):
            guard var count = operands.length(length) else { break }
            if direction == .out { count = context.filled(count) }
            shown = buffer(at: address, count: count, context)
        case .structure(let name):
            shown = structures(name, at: address, count: nil, direction, context)
        case .structures(let name, let length):
            guard var count = operands.length(length) else { break }
            if direction == .out { count = context.filled(count) }
            shown = structures(name, at: address, count: count, direction, context)
        case .integer(let type, let meaning):
            shown = integers(at: address, count: 1, type, meaning, context)
        case .integers(let type, let meaning, let count):
            shown = integers(at: address, count: UInt64(max(0, count)), type, meaning, context)
        case .integerArray(let type, let length):
            guard let count = operands.length(length) else { break }
            shown = integers(at: address, count: count, type, .plain, context)
        case .vector(let length):
            guard let count = operands.length(length) else { break }
            let filled = direction == .out ? UInt64(max(0, context.result)) : .max
            shown = vector(at: address, count: count, filled: filled, context)
        case .socketAddress(let length):
            let kept = context.memory.bytes(at: address)
            guard let kept, let count = operands.length(length) else { break }
            let bytes = UnsafeRawBufferPointer(rebasing: kept.prefix(Int(clamping: count)))
            shown = socketAddress(bytes)
        case .signalSet:
            shown = signalSet(at: address, context)
        case .stringArray:
            shown = strings(at: address, context)
        case .opaque:
            // A number where another use of the call has an address.
            if address < 4096 { return String(address) }
        }
        return shown ?? names.shown(address)
    }

    /// A C string; `limit` is how much of it is shown.
    private func string(at address: UInt64, limit: Int, _ context: CallContext) -> String? {
        guard let bytes = context.memory.bytes(at: address) else { return nil }
        let text = bytes.prefix(limit).prefix { $0 != 0 }
        let isWhole = bytes.dropFirst(text.count).first == 0
        return QuotedText.quoted(text, isCut: !isWhole)
    }

    private func buffer(at address: UInt64, count: UInt64, _ context: CallContext) -> String? {
        if count == 0 { return "\"\"" }
        guard let bytes = context.memory.bytes(at: address) else { return nil }
        let text = bytes.prefix(Int(clamping: min(count, UInt64(CaptureLimit.shownBytes))))
        return QuotedText.quoted(text, isCut: UInt64(text.count) < count)
    }

    private func integers(
        at address: UInt64, count: UInt64, _ type: IntegerType, _ meaning: IntegerMeaning,
        _ context: CallContext
    ) -> String? {
        if count == 0 { return "[]" }
        guard let bytes = context.memory.bytes(at: address) else { return nil }
        var parts: [String] = []
        while parts.count < CaptureLimit.elements, UInt64(parts.count) < count,
            let value = Self.load(bytes, at: parts.count * Int(type.width), type)
        {
            parts.append(integer(value, type, meaning))
        }
        if parts.isEmpty { return nil }
        return list(parts, of: count)
    }

    private func list(_ parts: [String], of count: UInt64) -> String {
        let isCut = UInt64(parts.count) < count
        return "[" + parts.joined(separator: ", ") + (isCut ? ", ...]" : "]")
    }

    private mutating func vector(
        at address: UInt64, count: UInt64, filled: UInt64, _ context: CallContext
    ) -> String? {
        if count == 0 { return "[]" }
        guard let bytes = context.memory.bytes(at: address) else { return nil }
        let word = IntegerType(width: 8, isSigned: false)
        var left = filled
        var parts: [String] = []
        while UInt64(parts.count) < count,
            let base = Self.load(bytes, at: parts.count * 16, word),
            let length = Self.load(bytes, at: parts.count * 16 + 8, word)
        {
            let size = UInt64(bitPattern: length)
            let start = UInt64(bitPattern: base)
            let held = min(size, left)
            left -= held
            let shown = start == 0 ? "NULL" : buffer(at: start, count: held, context)
            parts.append("{iov_base=\(shown ?? names.shown(start)), iov_len=\(size)}")
        }
        return parts.isEmpty ? nil : list(parts, of: count)
    }

    private mutating func strings(at address: UInt64, _ context: CallContext) -> String? {
        guard let bytes = context.memory.bytes(at: address) else { return nil }
        var parts: [String] = []
        for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
            let start = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if start == 0 { return "[" + parts.joined(separator: ", ") + "]" }
            let shown = string(at: start, limit: CaptureLimit.shownBytes, context)
            parts.append(shown ?? names.shown(start))
        }
        return parts.isEmpty ? nil : "[" + parts.joined(separator: ", ") + ", ...]"
    }

    private func signalSet(at address: UInt64, _ context: CallContext) -> String? {
        guard let bytes = context.memory.bytes(at: address), bytes.count >= 8 else { return nil }
        let mask = bytes.loadUnaligned(as: UInt64.self)
        // Where most are set, what is missing is shorter; so does strace.
        let isInverted = mask.nonzeroBitCount > 42
        let shown = isInverted ? ~mask : mask
        let parts = (0..<64).filter { shown >> UInt64($0) & 1 == 1 }.map { bit -> String in
            let name = catalog.format(value: Int64(bit + 1), set: "signal")
            return name.hasPrefix("SIG") ? String(name.dropFirst(3)) : name
        }
        return (isInverted ? "~[" : "[") + parts.joined(separator: " ") + "]"
    }
}
