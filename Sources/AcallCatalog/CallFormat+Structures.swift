// Structures, field by field, and socket addresses.

import AcallText

extension Catalog.Format {
    /// One structure (`count` nil), or an array of them.
    mutating func structures(
        _ name: String, at address: UInt64, count: UInt64?, _ target: Target,
        _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        if count == 0 { return "[]" }
        guard let layout = layout(name), layout.size > 0,
            let bytes = call.memory.bytes(at: address, moment)
        else { return nil }
        var shape = Shape(
            layout: layout, target: target, moment: moment, isElement: count != nil, call: call)
        if let size = target.parameter?.size, count == nil {
            shape.extent = self.bytes(size, moment, call).map { UInt64($0) }
            // Of what is filled by a count, the tail is what was counted.
            if target.direction == .out, call.row.result == .count, let flexible = layout.flexible {
                shape.extent = UInt64(flexible) + call.filled(.max)
            }
        }
        guard let count else { return structure(bytes, shape) }
        if layout.isVariable { return records(bytes, count: count, shape) }
        var parts: [String] = []
        while UInt64(parts.count) < count, parts.count < ShownLimit.elements,
            (parts.count + 1) * layout.size <= bytes.count
        {
            let start = parts.count * layout.size
            let element = UnsafeRawBufferPointer(rebasing: bytes[start..<start + layout.size])
            parts.append(structure(element, shape))
        }
        return parts.isEmpty ? nil : Self.list(parts, of: count)
    }

    /// A structure to be shown, and of which call.
    struct Shape {
        var layout: Structure
        var target: Target
        var moment: ShownCall.Moment
        /// It stands in an array.
        var isElement = false
        /// Its bytes with those behind its fields; nil where nobody knows how many there are.
        var extent: UInt64?
        /// Bytes that the call has written to what its pointers name; nil: as many as it returned.
        var filled: UInt64?
        var depth = 0
        let call: ShownCall

        func nested(_ inner: Structure) -> Shape {
            var shape = self
            shape.layout = inner
            shape.depth += 1
            shape.isElement = false
            return shape
        }
    }

    /// In short: the fields that say most, then `...` where there are others.
    mutating func structure(_ bytes: UnsafeRawBufferPointer, _ shape: Shape) -> String {
        let layout = shape.layout
        var shape = shape
        // A message of many has its length beside it.
        if let length = layout.fields.first(where: { $0.name == "msg_len" }),
            case .integer(let type, _) = length.type
        {
            shape.filled = type.load(bytes, at: length.offset).map { UInt64(bitPattern: $0) }
        }
        if layout.fields.first?.name == "sa_family" || layout.name.hasPrefix("sockaddr") {
            return socketAddress(bytes, shape.call)
        }
        if layout.name == "siginfo" { return signalInfo(bytes, layout) }
        // Fields of nested structures are listed twice, the second time with dotted names.
        let fields = layout.fields.filter { !$0.name.utf8.contains(UInt8(ascii: ".")) }
        let isShort = fields.contains { $0.isBrief }
        var parts: [String] = []
        var isCut = false
        for field in fields {
            if case .flexible = field.type, shape.extent != nil,
                let shown = value(of: field, bytes, shape)
            {
                parts.append("\(field.name)=\(shown)")
                continue
            }
            // As strace does with `revents`: what the call gives back is shown where it is something.
            if shape.isElement, shape.target.direction == .inOut,
                case .integer(let type, .flags) = field.type,
                type.load(bytes, at: field.offset) == 0
            {
                continue
            }
            // Without a control message there is no buffer to show.
            if case .pointer(.bytes(let length?)) = field.type, field.name == "msg_control",
                Operands(fields: layout, bytes: bytes).length(length, shape.moment) == 0
            {
                continue
            }
            // Whose it is, a call that only reads a lock need not be told.
            if shape.target.direction == .in, case .integer(let type, .pid) = field.type,
                type.load(bytes, at: field.offset) == 0
            {
                continue
            }
            guard !isShort || field.isBrief, let shown = value(of: field, bytes, shape) else {
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
        if let tail = tail(bytes, shape) { parts.append(tail) }
        if isCut { parts.append("...") }
        return "{" + parts.joined(separator: ", ") + "}"
    }

    /// nil where the field is not all there.
    private mutating func value(
        of field: Structure.Field, _ bytes: UnsafeRawBufferPointer, _ shape: Shape
    ) -> String? {
        func part(_ size: Int) -> UnsafeRawBufferPointer? {
            guard field.offset >= 0, size >= 0, field.offset <= bytes.count - size
            else { return nil }
            return UnsafeRawBufferPointer(rebasing: bytes[field.offset..<field.offset + size])
        }
        switch field.type {
        case .integer(let type, let meaning):
            return type.load(bytes, at: field.offset).map { integer($0, type, meaning) }
        case .structure(let name, let size):
            guard shape.depth < ShownLimit.depth, let inner = layout(name), let part = part(size)
            else { return nil }
            return structure(part, shape.nested(inner))
        case .array(let type, let count):
            return part(count * Int(type.width)).map { array($0, type, count: count) }
        case .structureArray(let name, let size, let count):
            guard shape.depth < ShownLimit.depth, size > 0, let inner = layout(name) else {
                return nil
            }
            var parts: [String] = []
            for index in 0..<min(count, ShownLimit.records) {
                let start = field.offset + index * size
                guard start + size <= bytes.count else { return nil }
                let element = UnsafeRawBufferPointer(rebasing: bytes[start..<start + size])
                parts.append(structure(element, shape.nested(inner)))
            }
            return Self.list(parts, of: UInt64(count))
        case .ipv4: return part(4).map { "inet_addr(\"\(Self.ipv4(Array($0)))\")" }
        case .ipv6:
            return part(16).map {
                "inet_pton(AF_INET6, \"\(Self.ipv6(Array($0)))\", &\(field.name))"
            }
        case .pointer(let pointee):
            let fills = shape.target.parameter?.fills ?? []
            let isFilled = fills.contains { $0 == field.name || $0.hasSuffix("." + field.name) }
            let direction: Direction = isFilled ? .out : .in
            var target = Target(pointee, direction)
            target.filled = shape.filled
            if field.name == "msg_control",
                let shown = controlMessages(of: field, pointee, bytes, shape)
            {
                return shown
            }
            return IntegerType.word.load(bytes, at: field.offset).map {
                pointer(
                    UInt64(bitPattern: $0), target,
                    Operands(fields: shape.layout, bytes: bytes), shape.call)
            }
        case .flexible(let isString):
            guard field.offset < bytes.count else { return nil }
            let rest = bytes[field.offset...]
            if isString { return QuotedText.quoted(rest.prefix { $0 != 0 }) }
            guard let count = shape.extent.map({ $0 - min($0, UInt64(field.offset)) }) else {
                return nil
            }
            let limit = UInt64(ShownLimit.bytes)
            return QuotedText.quoted(
                rest.prefix(Int(min(count, limit))), isCut: count > limit)
        }
    }

    /// Bytes as a string up to the first NUL, other integers as a list.
    private mutating func array(
        _ bytes: UnsafeRawBufferPointer, _ type: IntegerType, count: Int
    ) -> String {
        if type.width == 1 {
            let text = bytes.prefix { $0 != 0 }
            let limit = ShownLimit.bytes
            return QuotedText.quoted(text.prefix(limit), isCut: text.count > limit)
        }
        var shown: [String] = []
        while shown.count < min(count, 8),
            let value = type.load(bytes, at: shown.count * Int(type.width))
        {
            shown.append(integer(value, type, .plain))
        }
        return Self.list(shown, of: UInt64(count))
    }

    // MARK: Records

    /// A buffer of records; of one, where no field says how long each is.
    mutating func records(
        _ name: String, at address: UInt64, count: UInt64, _ target: Target,
        _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> String? {
        guard let layout = layout(name) else { return nil }
        if count == 0, layout.recordLength != nil { return "[]" }
        guard let kept = call.memory.bytes(at: address, moment) else { return nil }
        let bytes = UnsafeRawBufferPointer(rebasing: kept.prefix(Int(clamping: count)))
        var shape = Shape(
            layout: layout, target: Target(.structure(name), .in), moment: moment, call: call)
        if layout.recordLength != nil { return records(bytes, count: count, shape) }
        // What such a call returns counts what is behind the fields.
        let fields = UInt64(layout.flexible ?? 0)
        shape.extent = target.direction == .out ? fields + count : count
        return structure(kept, shape)
    }

    /// Records of variable length, the length of each standing in a field whose name ends in `reclen`.
    private mutating func records(
        _ bytes: UnsafeRawBufferPointer, count: UInt64, _ shape: Shape
    ) -> String {
        let length = shape.layout.recordLength
        var parts: [String] = []
        var isWhole = false
        var offset = 0
        while parts.count < ShownLimit.records {
            isWhole = UInt64(offset) >= count
            guard !isWhole, offset < bytes.count else { break }
            let rest = UnsafeRawBufferPointer(rebasing: bytes[offset...])
            var size = rest.count
            if let length, case .integer(let type, _) = length.type {
                guard let stated = type.load(rest, at: length.offset), stated > 0,
                    stated <= rest.count
                else { break }
                size = Int(stated)
            }
            parts.append(structure(UnsafeRawBufferPointer(rebasing: rest.prefix(size)), shape))
            offset += size
        }
        return "[" + parts.joined(separator: ", ") + (isWhole ? "]" : ", ...]")
    }
}

extension Structure {
    /// Of records of variable length: the field that holds the length of each.
    var recordLength: Field? { fields.first { $0.name.hasSuffix("reclen") } }

    /// Where a flexible array begins.
    var flexible: Int? {
        fields.first { if case .flexible = $0.type { true } else { false } }?.offset
    }

    /// Its records have no fixed size: a flexible array ends them.
    package var isVariable: Bool {
        fields.contains { if case .flexible = $0.type { true } else { false } }
    }
}
