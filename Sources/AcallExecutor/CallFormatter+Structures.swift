// Structures, field by field, and socket addresses.

import AcallCatalog

extension CallFormatter {
    /// One structure (`count` nil), or an array of them.
    mutating func structures(
        _ name: String, at address: UInt64, count: UInt64?, _ direction: Direction,
        _ context: CallContext
    ) -> String? {
        if count == 0 { return "[]" }
        guard let layout = layout(name), layout.size > 0,
            let bytes = context.memory.bytes(at: address)
        else { return nil }
        if layout.isVariable {
            return records(layout, bytes, count: count ?? UInt64(bytes.count), context)
        }
        guard let count else { return structure(layout, bytes, context, depth: 0) }
        var parts: [String] = []
        while UInt64(parts.count) < count, (parts.count + 1) * layout.size <= bytes.count {
            let start = parts.count * layout.size
            let element = UnsafeRawBufferPointer(rebasing: bytes[start..<start + layout.size])
            // As strace does with `revents`: what the call gives back is shown where it is
            // something.
            parts.append(
                structure(layout, element, context, depth: 0, hidesZeroFlags: direction == .inOut))
        }
        if parts.isEmpty { return nil }
        let isCut = UInt64(parts.count) < count
        return "[" + parts.joined(separator: ", ") + (isCut ? ", ...]" : "]")
    }

    /// In short: the fields that say most, then `...` where there are others.
    mutating func structure(
        _ layout: Structure, _ bytes: UnsafeRawBufferPointer, _ context: CallContext, depth: Int,
        hidesZeroFlags: Bool = false
    ) -> String {
        if layout.fields.first?.name == "sa_family" || layout.name.hasPrefix("sockaddr") {
            return socketAddress(bytes)
        }
        // Fields of nested structures are listed twice, the second time with dotted names.
        let fields = layout.fields.filter { !$0.name.utf8.contains(UInt8(ascii: ".")) }
        let isShort = fields.contains { $0.isBrief }
        let operands = Operands(fields: layout, bytes: bytes)
        var parts: [String] = []
        var isCut = false
        for field in fields {
            if hidesZeroFlags, case .integer(let type, .flags) = field.type,
                Self.load(bytes, at: field.offset, type) == 0
            {
                continue
            }
            guard !isShort || field.isBrief,
                let shown = value(of: field, bytes, operands, context, depth: depth)
            else {
                isCut = true
                continue
            }
            // strace's text for an IPv6 address has the field's name in it.
            if case .ipv6 = field.type {
                parts.append(shown)
            } else {
                parts.append("\(field.name)=\(shown)")
            }
        }
        if isCut { parts.append("...") }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// nil where the field is not all there.
    private mutating func value(
        of field: Structure.Field, _ bytes: UnsafeRawBufferPointer, _ operands: Operands,
        _ context: CallContext, depth: Int
    ) -> String? {
        func part(_ size: Int) -> UnsafeRawBufferPointer? {
            guard field.offset >= 0, size >= 0, field.offset <= bytes.count - size
            else { return nil }
            return UnsafeRawBufferPointer(
                rebasing: bytes[field.offset..<field.offset + size])
        }
        switch field.type {
        case .integer(let type, let meaning):
            return Self.load(bytes, at: field.offset, type).map { integer($0, type, meaning) }
        case .structure(let name, let size):
            guard depth < CaptureLimit.depth, let inner = layout(name), let part = part(size)
            else { return nil }
            return structure(inner, part, context, depth: depth + 1)
        case .array(let type, let count):
            return part(count * Int(type.width)).map { array($0, type, count: count) }
        case .structureArray(let name, let size, let count):
            guard depth < CaptureLimit.depth, size > 0, let inner = layout(name) else { return nil }
            var parts: [String] = []
            for index in 0..<min(count, 4) {
                let start = field.offset + index * size
                guard start + size <= bytes.count else { return nil }
                let element = UnsafeRawBufferPointer(rebasing: bytes[start..<start + size])
                parts.append(structure(inner, element, context, depth: depth + 1))
            }
            return "[" + parts.joined(separator: ", ") + (count > 4 ? ", ...]" : "]")
        case .ipv4:
            return part(4).map(Self.ipv4)
        case .ipv6:
            return part(16).map { "inet_pton(AF_INET6, \(Self.ipv6($0)), &\(field.name))" }
        case .pointer(let pointee):
            return Self.load(bytes, at: field.offset, IntegerType(width: 8, isSigned: false)).map {
                pointer(UInt64(bitPattern: $0), pointee, .inOut, operands, context)
            }
        case .flexible(let isString):
            guard field.offset < bytes.count else { return nil }
            let rest = bytes[field.offset...]
            return isString ? QuotedText.quoted(rest.prefix { $0 != 0 }) : nil
        }
    }

    /// Bytes as a string up to the first NUL, other integers as a list.
    private func array(
        _ bytes: UnsafeRawBufferPointer, _ type: IntegerType, count: Int
    ) -> String {
        if type.width == 1 {
            let text = bytes.prefix { $0 != 0 }
            let limit = CaptureLimit.shownBytes
            return QuotedText.quoted(text.prefix(limit), isCut: text.count > limit)
        }
        let shown = (0..<min(count, 8)).compactMap { index in
            Self.load(bytes, at: index * Int(type.width), type).map { integer($0, type, .plain) }
        }
        return "[" + shown.joined(separator: ", ") + (count > 8 ? ", ...]" : "]")
    }

    /// A buffer that the call has filled with records; nil where it is none.
    mutating func records(
        of parameter: Parameter, at address: UInt64, _ operands: Operands, _ context: CallContext
    ) -> String? {
        guard let name = parameter.records, context.succeeded, let layout = layout(name),
            case .pointer(.bytes(let length), _) = parameter.type,
            let count = operands.length(length).map(context.filled)
        else { return nil }
        if count == 0 { return "[]" }
        guard let kept = context.memory.bytes(at: address) else { return nil }
        let bytes = UnsafeRawBufferPointer(rebasing: kept.prefix(Int(clamping: count)))
        return records(layout, bytes, count: count, context)
    }

    /// Records of variable length, the length of each standing in a field whose name ends in
    /// `reclen`.
    private mutating func records(
        _ layout: Structure, _ bytes: UnsafeRawBufferPointer, count: UInt64, _ context: CallContext
    ) -> String {
        let length = layout.fields.first { $0.name.hasSuffix("reclen") }
        var parts: [String] = []
        var isWhole = false
        var offset = 0
        while parts.count < 4 {
            isWhole = UInt64(offset) >= count
            guard !isWhole, offset < bytes.count else { break }
            let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
            var size = rest.count
            if let length, case .integer(let type, _) = length.type {
                guard let stated = Self.load(rest, at: length.offset, type), stated > 0,
                    stated <= rest.count
                else { break }
                size = Int(stated)
            }
            let record = UnsafeRawBufferPointer(rebasing: rest.prefix(size))
            parts.append(structure(layout, record, context, depth: 0))
            offset += size
        }
        return "[" + parts.joined(separator: ", ") + (isWhole ? "]" : ", ...]")
    }

    // MARK: Socket addresses

    func socketAddress(_ bytes: UnsafeRawBufferPointer) -> String {
        let word = IntegerType(width: 2, isSigned: false)
        let port = IntegerType(width: 2, isSigned: false, isBigEndian: true)
        let long = IntegerType(width: 4, isSigned: false)
        guard let family = Self.load(bytes, at: 0, word) else { return QuotedText.quoted(bytes) }
        let head = "{sa_family=\(catalog.format(value: family, set: "address_family"))"
        func part(_ range: Range<Int>) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: bytes[range])
        }
        switch family {
        case 1:
            return head + Self.unixPath(part(2..<bytes.count)) + "}"
        case 2 where bytes.count >= 16:
            let number = Self.load(bytes, at: 2, port) ?? 0
            return head + ", sin_port=htons(\(number)), sin_addr=\(Self.ipv4(part(4..<8)))}"
        case 10 where bytes.count >= 28:
            let number = Self.load(bytes, at: 2, port) ?? 0
            let flow = Self.load(
                bytes, at: 4, IntegerType(width: 4, isSigned: false, isBigEndian: true))
            let scope = Self.load(bytes, at: 24, long)
            return head + ", sin6_port=htons(\(number)), sin6_flowinfo=htonl(\(flow ?? 0)), "
                + "inet_pton(AF_INET6, \(Self.ipv6(part(8..<24))), &sin6_addr), "
                + "sin6_scope_id=\(scope ?? 0)}"
        case 16 where bytes.count >= 12:
            // Eight characters at least, as C's %#08x has it.
            let groups = Self.load(bytes, at: 8, long) ?? 0
            let digits = String(groups, radix: 16)
            let padding = String(
                repeating: "0", count: max(0, (groups == 0 ? 8 : 6) - digits.utf8.count))
            return head + ", nl_pid=\(Self.load(bytes, at: 4, long) ?? 0), "
                + "nl_groups=\(groups == 0 ? "" : "0x")\(padding)\(digits)}"
        default:
            if bytes.count <= 2 { return head + "}" }
            return head + ", sa_data=\(QuotedText.quoted(part(2..<bytes.count)))}"
        }
    }

    private static func unixPath(_ path: UnsafeRawBufferPointer) -> String {
        if path.isEmpty { return "" }
        if path[0] == 0 { return ", sun_path=@" + QuotedText.quoted(path.dropFirst()) }
        return ", sun_path=" + QuotedText.quoted(path.prefix { $0 != 0 })
    }

    static func ipv4(_ bytes: UnsafeRawBufferPointer) -> String {
        "inet_addr(\"" + bytes.map { String($0) }.joined(separator: ".") + "\")"
    }

    /// The longest run of two zero groups or more is left out, as RFC 5952 has it.
    static func ipv6(_ bytes: UnsafeRawBufferPointer) -> String {
        let groups = (0..<8).map { Int(bytes[$0 * 2]) << 8 | Int(bytes[$0 * 2 + 1]) }
        var longest = 0..<0
        var start = 0
        for index in 0...8 where index == 8 || groups[index] != 0 {
            if index - start > max(1, longest.count) { longest = start..<index }
            start = index + 1
        }
        func joined(_ part: some Sequence<Int>) -> String {
            part.map { String($0, radix: 16) }.joined(separator: ":")
        }
        let tail = bytes[12..<16].map { String($0) }.joined(separator: ".")
        if longest == 0..<6, groups[6] != 0 { return "\"::\(tail)\"" }
        if longest == 0..<5, groups[5] == 0xffff { return "\"::ffff:\(tail)\"" }
        if longest.isEmpty { return "\"" + joined(groups) + "\"" }
        return "\"" + joined(groups[..<longest.lowerBound]) + "::"
            + joined(groups[longest.upperBound...]) + "\""
    }
}
