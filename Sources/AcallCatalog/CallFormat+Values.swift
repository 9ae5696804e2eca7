// Integers, and what pointers point to, as strace shows them.

import AcallText

extension Catalog.Format {
    // MARK: Integers

    package mutating func integer(
        _ value: Int64, _ type: IntegerType, _ meaning: IntegerMeaning
    ) -> String {
        switch meaning {
        case .plain, .milliseconds, .seconds, .pid, .descriptor: return plain(value, type)
        case .uid, .gid: return value == 0xffff_ffff ? "-1" : plain(value, type)
        case .hex: return value == 0 ? "0" : "0x" + String(UInt64(bitPattern: value), radix: 16)
        case .mode: return Self.mode(value)
        case .device: return Self.device(UInt64(bitPattern: value))
        case .directory:
            return Int32(truncatingIfNeeded: value) == -100 ? "AT_FDCWD" : plain(value, type)
        case .signal: return text(of: value, set: "signal")
        case .flags(let set), .enumeration(let set):
            let shown = text(of: value, set: set)
            return type.isBigEndian ? Self.swapped(shown, type) : shown
        }
    }

    private func plain(_ value: Int64, _ type: IntegerType) -> String {
        let text = type.isSigned ? String(value) : String(UInt64(bitPattern: value))
        return type.isBigEndian ? Self.swapped(text, type) : text
    }

    private static func swapped(_ text: String, _ type: IntegerType) -> String {
        type.width == 2 ? "htons(\(text))" : "htonl(\(text))"
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
        return (parts + [ConstantSet.octal(rest)]).joined(separator: "|")
    }

    /// A device's two numbers, from the kernel's encoding of either width.
    static func device(_ value: UInt64) -> String {
        let major = value >> 8 & 0xfff | value >> 32 & ~0xfff
        let minor = value & 0xff | value >> 12 & ~0xff & 0xffff_ffff
        func hex(_ number: UInt64) -> String {
            number == 0 ? "0" : "0x" + String(number, radix: 16)
        }
        return "makedev(\(hex(major)), \(hex(minor)))"
    }

    // MARK: Pointers

    /// Of what the call reads and writes, the text before it and after it, where these differ.
    mutating func pointer(
        _ address: UInt64, _ target: Target, _ operands: Operands, _ call: ShownCall
    ) -> String {
        if address == 0 { return "NULL" }
        let other: String
        if case .pointer(.opaque, _) = ParameterType.pointer(target.pointee, target.direction),
            address < 4096
        {
            // A number where another use of the call has an address.
            other = String(address)
        } else {
            other = call.memory.name(of: address)
        }
        guard target.direction == .inOut, case .returned = call.outcome else {
            return content(at: address, target, operands, .after, call) ?? other
        }
        let before = content(at: address, target, operands, .before, call)
        let after = content(at: address, target, operands, .after, call)
        if let before, let after, before != after { return "\(before) => \(after)" }
        return after ?? before ?? other
    }

    /// What stands at an address at one moment; nil where nobody knows, or nothing has been written there.
    private mutating func content(
        at address: UInt64, _ target: Target, _ operands: Operands, _ moment: ShownCall.Moment,
        _ call: ShownCall
    ) -> String? {
        let isUnwritten = target.direction == .out && !call.succeeded
        func elements(_ index: Int?, unit: Int = 1) -> UInt64? {
            guard let count = self.count(target, index, unit, operands, moment, call) else {
                return nil
            }
            return target.direction == .out ? call.filled(count) : count
        }
        if case .planned = call.outcome, !target.pointee.isText { return nil }
        switch target.pointee {
        case .vector(let length):
            // The kernel reads the vector itself also where it writes to what that names.
            guard let count = operands.length(length, moment) else { return nil }
            return vector(at: address, count: count, target, moment, call)
        case _ where isUnwritten: return nil
        case .path: return string(at: address, limit: ShownLimit.path - 1, moment, call)
        case .string: return string(at: address, limit: ShownLimit.bytes, moment, call)
        case .bytes(let length):
            if target.direction == .inOut, let index = target.parameter?.size?.bitCount {
                guard let count = call.integer(index), 0...0x10_0000 ~= count else { return nil }
                return descriptorSet(at: address, count: UInt64(count), moment, call)
            }
            guard let count = elements(length) else { return nil }
            if let name = target.parameter?.records {
                return records(name, at: address, count: count, target, moment, call)
            }
            return buffer(at: address, count: count, moment, call)
        case .structure(let name):
            return structures(name, at: address, count: nil, target, moment, call)
        case .structures(let name, let length):
            let count = elements(length, unit: layout(name)?.size ?? 1)
            return count.flatMap {
                structures(name, at: address, count: $0, target, moment, call)
            }
        case .integer(let type, let meaning):
            return integers(at: address, count: 1, type, meaning, moment, call)
        case .integers(let type, let meaning, let count):
            return integers(
                at: address, count: UInt64(max(0, count)), type, meaning, moment, call)
        case .integerArray(let type, let length):
            return elements(length, unit: Int(type.width)).flatMap {
                integers(at: address, count: $0, type, .plain, moment, call)
            }
        case .socketAddress(let length):
            guard let kept = call.memory.bytes(at: address, moment),
                let count = operands.length(length, moment)
            else { return nil }
            return socketAddress(
                UnsafeRawBufferPointer(rebasing: kept.prefix(Int(clamping: count))), call)
        case .signalSet: return signalSet(at: address, moment, call)
        case .stringArray: return strings(at: address, moment, call)
        case .opaque: return nil
        }
    }

    // MARK: Strings

    /// A C string; `limit` is how much of it is shown.
    private func string(
        at address: UInt64, limit: Int, _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        guard let bytes = call.memory.bytes(at: address, moment) else { return nil }
        let text = bytes.prefix(limit).prefix { $0 != 0 }
        let isWhole = bytes.dropFirst(text.count).first == 0
        return QuotedText.quoted(text, isCut: !isWhole)
    }

    private func buffer(
        at address: UInt64, count: UInt64, _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        if count == 0 { return "\"\"" }
        guard let bytes = call.memory.bytes(at: address, moment) else { return nil }
        let text = bytes.prefix(Int(clamping: min(count, UInt64(ShownLimit.bytes))))
        return QuotedText.quoted(text, isCut: UInt64(text.count) < count)
    }

    private mutating func strings(
        at address: UInt64, _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        guard let bytes = call.memory.bytes(at: address, moment) else { return nil }
        var parts: [String] = []
        for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
            let start = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if start == 0 { return "[" + parts.joined(separator: ", ") + "]" }
            let shown = string(at: start, limit: ShownLimit.bytes, .after, call)
            parts.append(shown ?? call.memory.name(of: start))
        }
        return parts.isEmpty ? nil : "[" + parts.joined(separator: ", ") + ", ...]"
    }

    // MARK: Lists

    private mutating func integers(
        at address: UInt64, count: UInt64, _ type: IntegerType, _ meaning: IntegerMeaning,
        _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        if count == 0 { return "[]" }
        guard let bytes = call.memory.bytes(at: address, moment) else { return nil }
        var parts: [String] = []
        while parts.count < ShownLimit.elements, UInt64(parts.count) < count,
            let value = type.load(bytes, at: parts.count * Int(type.width))
        {
            parts.append(integer(value, type, meaning))
        }
        return parts.isEmpty ? nil : Self.list(parts, of: count)
    }

    static func list(_ parts: [String], of count: UInt64) -> String {
        let isCut = UInt64(parts.count) < count
        return "[" + parts.joined(separator: ", ") + (isCut ? ", ...]" : "]")
    }

    /// Of buffers that a call has filled, so much as it says.
    private mutating func vector(
        at address: UInt64, count: UInt64, _ target: Target, _ moment: ShownCall.Moment,
        _ call: ShownCall
    ) -> String? {
        if count == 0 { return "[]" }
        guard let bytes = call.memory.bytes(at: address, moment) else { return nil }
        let isUnwritten = target.direction == .out && !call.succeeded
        var left = target.direction == .out ? target.filled ?? call.filled(.max) : .max
        var parts: [String] = []
        while UInt64(parts.count) < count, parts.count < ShownLimit.elements,
            let base = IntegerType.word.load(bytes, at: parts.count * 16),
            let length = IntegerType.word.load(bytes, at: parts.count * 16 + 8)
        {
            let size = UInt64(bitPattern: length)
            let start = UInt64(bitPattern: base)
            let held = min(size, left)
            left -= held
            var shown = start == 0 ? "NULL" : call.memory.name(of: start)
            if start != 0, !isUnwritten,
                let content = buffer(at: start, count: held, .after, call)
            {
                shown = content
            }
            parts.append("{iov_base=\(shown), iov_len=\(size)}")
        }
        return parts.isEmpty ? nil : Self.list(parts, of: count)
    }

    private mutating func signalSet(
        at address: UInt64, _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        guard let bytes = call.memory.bytes(at: address, moment), bytes.count >= 8 else {
            return nil
        }
        let mask = bytes.loadUnaligned(as: UInt64.self)
        // Where most are set, what is missing is shorter; so does strace.
        let isInverted = mask.nonzeroBitCount > 42
        let shown = isInverted ? ~mask : mask
        let parts = (0..<64).filter { shown >> UInt64($0) & 1 == 1 }.map { bit -> String in
            let name = text(of: Int64(bit + 1), set: "signal")
            return name.hasPrefix("SIG") ? String(name.dropFirst(3)) : name
        }
        return (isInverted ? "~[" : "[") + parts.joined(separator: " ") + "]"
    }
}

extension Pointee {
    /// Bytes that stay what they are until the call is made: a structure may still be filled in.
    fileprivate var isText: Bool {
        switch self {
        case .path, .string, .bytes: true
        default: false
        }
    }
}
