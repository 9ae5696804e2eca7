// Fields, elements and slices: parts of storage, with the bounds that are known checked now.

import AcallCatalog
import AcallSyntax

extension Checker {
    mutating func structure(named name: String) -> StructureInfo? {
        if let known = lookups.structures[name] { return known }
        guard let layout = catalog.structure(named: name) else { return nil }
        let info = StructureInfo(layout)
        lookups.structures[name] = info
        return info
    }

    /// The sum of an address and a number of bytes.
    mutating func offset(_ address: ValueID, by bytes: Int, _ span: Span) -> ValueID {
        if bytes == 0 { return address }
        if case .address(let region, let offset) = program[address] {
            return add(.address(region, offset: offset + bytes), span)
        }
        return add(.binary(.add, address, add(.constant(Int64(bytes)), span)), span)
    }

    /// Something reads storage.
    mutating func requireWritten(_ storage: Int, _ span: Span) {
        note(.read, storage, span)
    }

    // MARK: Fields

    /// A field that holds as much as a record has room for.
    mutating func reportNoSize(_ field: Structure.Field, of info: StructureInfo, _ span: Span) {
        let name = info.layout.name
        diagnostics.error(
            "E0306", span, "`\(field.name)` has no fixed size and can't be used by itself",
            help: name == "cmsghdr"
                ? "descriptors go in a `cmsg_rights`, as `{len: 20, level: SOL_SOCKET, type: SCM_RIGHTS, fds: [fd]}`; `records(space[..<n], cmsghdr)` reads those of every kind"
                : "`records(buffer[..<n], \(name))` walks such records, and knows where each ends")
    }

    mutating func field(
        _ base: ExpressionID, _ name: Name, _ nameSpan: Span, _ span: Span
    ) -> Operand {
        guard case .field(let outer, let first, let firstSpan) = tree[base].kind,
            Self.innerMembers.contains("\(text(first)).\(text(name))")
        else { return field(of: operand(base), name, nameSpan, span) }
        let around = operand(outer)
        if let member = innerMember(around, "\(text(first)).\(text(name))", span) { return member }
        let whole = field(of: around, first, firstSpan, tree[base].span)
        return field(of: whole, name, nameSpan, span)
    }

    private mutating func field(
        of whole: Operand, _ name: Name, _ nameSpan: Span, _ span: Span
    ) -> Operand {
        if case .hole = whole { return .hole }
        if case .entry(let place, let end) = whole {
            return entryField(place, end, name, nameSpan, span)
        }
        guard case .place(let place) = whole, case .structure(let info) = place.type else {
            diagnostics.error(
                "E0306", nameSpan, "\(whole.kindName) has no fields",
                help: "fields belong to variables of a structure's type, as `var st: stat`")
            return .hole
        }
        guard let field = info.field(named: text(name)) else {
            diagnostics.error(
                "E0306", nameSpan, "`\(info.layout.name)` has no field `\(text(name))`",
                help: lookups.suggestion(text(name), among: info.fieldNames)
                    ?? "its fields: " + info.fieldNames.prefix(12).joined(separator: ", "))
            return .hole
        }
        guard let type = type(of: field) else {
            reportNoSize(field, of: info, nameSpan)
            return .hole
        }
        return .place(
            Place(
                address: offset(place.address, by: field.offset, span), type: type,
                storage: place.storage, offset: place.offset.map { $0 + field.offset }, span: span))
    }

    /// `event.data.fd`: a member of a union, or of a structure without a name, which the catalog names as one
    /// field of the whole.
    private mutating func innerMember(_ whole: Operand, _ name: String, _ span: Span) -> Operand? {
        guard case .place(let place) = whole, case .structure(let info) = place.type,
            let member = info.field(named: name), let type = type(of: member)
        else { return nil }
        return .place(
            Place(
                address: offset(place.address, by: member.offset, span), type: type,
                storage: place.storage, offset: place.offset.map { $0 + member.offset }, span: span)
        )
    }

    private static let innerMembers: Set<String> = {
        let catalog = Catalog()
        let names = catalog.structureNames.flatMap { name in
            catalog.structure(named: name)?.fields.map(\.name) ?? []
        }
        return Set(names.filter { $0.contains(".") })
    }()

    /// A field of a record of variable length; what its end holds is a string, or bytes up to the end.
    private mutating func entryField(
        _ place: Place, _ end: ValueID, _ name: Name, _ nameSpan: Span, _ span: Span
    ) -> Operand {
        guard case .structure(let info) = place.type else { return .hole }
        guard let field = info.field(named: text(name)) else {
            diagnostics.error(
                "E0306", nameSpan, "`\(info.layout.name)` has no field `\(text(name))`",
                help: lookups.suggestion(text(name), among: info.fieldNames)
                    ?? "its fields: " + info.fieldNames.prefix(12).joined(separator: ", "))
            return .hole
        }
        let address = offset(place.address, by: field.offset, span)
        guard case .flexible(let isString) = field.type else {
            guard let type = type(of: field) else { return .hole }
            return .place(
                Place(
                    address: address, type: type, storage: place.storage, offset: nil, span: span))
        }
        let rest = add(.binary(.subtract, end, address), span)
        let count = isString ? add(.length(address, limit: rest), span) : rest
        return .bytes(
            Bytes(
                address: address, count: count, capacity: program.data.storages[place.storage].size,
                storage: place.storage, isTerminated: isString))
    }

    mutating func type(of field: Structure.Field) -> StorageType? {
        switch field.type {
        case .integer(let type, let meaning): .integer(type, meaning)
        case .structure(let name, _): structure(named: name).map { .structure($0) }
        case .array(let type, let count): type.width == 1 ? .bytes(count) : .integers(type, count)
        case .structureArray(let name, _, let count):
            structure(named: name).map { .structures($0, count) }
        case .ipv4: .ipv4
        case .ipv6: .ipv6
        case .pointer(let pointee): .pointer(pointee)
        case .flexible: nil
        }
    }

    // MARK: Elements

    mutating func element(_ base: ExpressionID, _ index: ExpressionID, _ span: Span) -> Operand {
        let whole = operand(base)
        let position = integer(index)
        guard let position else { return .hole }
        switch whole {
        case .hole: return .hole
        case .list(let list): return element(of: list, position, span)
        case .bytes(let bytes) where bytes.elements != nil:
            diagnostics.error(
                "E0306", span, "an element of a slice can't be named",
                help: "name the element of the array itself")
            return .hole
        case .bytes(let bytes): return byteElement(bytes, position, span)
        case .place(let place):
            let elementType: StorageType
            let count: Int
            switch place.type {
            case .bytes(let size):
                (elementType, count) = (
                    .integer(IntegerType(width: 1, isSigned: false), .plain), size
                )
            case .integers(let type, let size):
                (elementType, count) = (.integer(type, .plain), size)
            case .structures(let info, let size): (elementType, count) = (.structure(info), size)
            default:
                diagnostics.error(
                    "E0306", span, "\(whole.kindName) has no elements",
                    help: "arrays do, as in `var fds: int[2]`")
                return .hole
            }
            return element(of: place, elementType, count, position, span)
        default:
            diagnostics.error("E0306", span, "\(whole.kindName) has no elements")
            return .hole
        }
    }

    /// A byte of bytes whose number may be known only when the program runs.
    private mutating func byteElement(
        _ bytes: Bytes, _ position: ValueID, _ span: Span
    ) -> Operand {
        if let known = constant(position), known < 0 || known >= constant(bytes.count) ?? .max {
            diagnostics.error(
                "E0503", program.span(of: position),
                "element \(known) is outside of these \(constant(bytes.count) ?? 0) bytes")
            return .hole
        }
        let byte = IntegerType(width: 1, isSigned: false)
        let address = elementAddress(
            base: bytes.address, position, size: 1, total: bytes.count, span)
        guard let storage = bytes.storage else {
            return .integer(add(.load(address, byte), span))
        }
        return .place(
            Place(
                address: address, type: .integer(byte, .plain), storage: storage, offset: nil,
                span: span))
    }

    private mutating func element(
        of place: Place, _ type: StorageType, _ count: Int, _ position: ValueID, _ span: Span
    ) -> Operand {
        let size = type.size
        if let known = constant(position) {
            guard known >= 0, known < count else {
                diagnostics.error(
                    "E0503", program.span(of: position),
                    "element \(known) is outside an array of \(count)",
                    help: count > 0 ? "the last one is \(count - 1)" : nil)
                return .hole
            }
            let bytes = Int(known) * size
            return .place(
                Place(
                    address: offset(place.address, by: bytes, span), type: type,
                    storage: place.storage, offset: place.offset.map { $0 + bytes }, span: span))
        }
        let address = elementAddress(
            base: place.address, position, size: size,
            total: add(.constant(Int64(size * count)), span), span)
        return .place(
            Place(address: address, type: type, storage: place.storage, offset: nil, span: span))
    }

    /// The address of an element whose number is known only when the program runs.
    mutating func elementAddress(
        base: ValueID, _ position: ValueID, size: Int, total: ValueID, _ span: Span
    ) -> ValueID {
        let width = add(.constant(Int64(size)), span)
        let low = add(.binary(.multiply, position, width), span)
        let high = add(.binary(.add, low, width), span)
        program.pool.slices.append(
            CheckedSlice(
                base: base, low: low, high: high, capacity: total, span: span, unit: size,
                isElement: true))
        return add(.sliceAddress(program.pool.slices.count - 1), span)
    }

    // MARK: Slices

    /// Storage or a string as bytes; nil where it is neither.
    mutating func bytes(_ operand: Operand, _ span: Span) -> Bytes? {
        switch operand {
        case .bytes(let bytes): return bytes
        case .place(let place), .address(let place):
            let size = place.type.size
            var isBytes = false
            if case .bytes = place.type { isBytes = true }
            return Bytes(
                address: place.address, count: add(.constant(Int64(size)), span), capacity: size,
                storage: place.storage,
                isTerminated: isBytes && place.offset == 0
                    && program.data.storages[place.storage].size == size,
                isWhole: isBytes)
        default: return nil
        }
    }

    mutating func slice(
        _ base: ExpressionID, _ lower: ExpressionID?, _ upper: ExpressionID?, _ kind: BoundKind,
        _ span: Span
    ) -> Operand {
        let whole = operand(base)
        if case .hole = whole { return .hole }
        if case .list(let list) = whole {
            guard let bounds = bounds(lower, upper, kind, end: list.count, span) else {
                return .hole
            }
            return slice(list, bounds.low, bounds.high, span)
        }
        let array = elements(of: whole)
        guard let bytes = sliceable(whole, tree[base].span) else {
            diagnostics.error(
                "E0406", tree[base].span, "\(whole.kindName) can't be sliced",
                help: "slices are of bytes, strings, arrays and lists, as in `block[..<n]`")
            return .hole
        }
        let end = array.map { add(.constant(Int64($0.count)), span) } ?? bytes.count
        guard let (low, high) = bounds(lower, upper, kind, end: end, span) else { return .hole }
        if let array { return slice(bytes, array.type, array.count, low, high, span) }
        return slice(bytes, low, high, toEnd: kind == .toEnd, span)
    }

    /// The first element and the one behind the last; nil where one of them is wrong, which is reported.
    private mutating func bounds(
        _ lower: ExpressionID?, _ upper: ExpressionID?, _ kind: BoundKind, end: ValueID,
        _ span: Span
    ) -> (low: ValueID, high: ValueID)? {
        let low = lower.map { integer($0) } ?? add(.constant(0), span)
        var high = upper.map { integer($0) } ?? end
        if kind == .through, let upper, let last = high {
            guard
                case .integer(let next) = arithmetic(
                    .add, last, add(.constant(1), tree[upper].span), tree[upper].span)
            else { return nil }
            high = next
        }
        guard let low, let high else { return nil }
        for (bound, id) in [(low, lower), (high, upper)] {
            if let id, case .result = program[bound] {
                note(.length, value: bound, tree[id].span)
            }
        }
        return (low, high)
    }

    /// What an array is made of, where that is more than a byte.
    private func elements(of operand: Operand) -> (type: StorageType, count: Int)? {
        guard case .place(let place) = operand else { return nil }
        switch place.type {
        case .integers(let type, let count) where type.width > 1:
            return (.integer(type, .plain), count)
        case .structures(let info, let count): return (.structure(info), count)
        default: return nil
        }
    }

    /// A slice of an array: its bounds count elements.
    private mutating func slice(
        _ bytes: Bytes, _ type: StorageType, _ count: Int, _ low: ValueID, _ high: ValueID,
        _ span: Span
    ) -> Operand {
        for (bound, what) in [(low, "start"), (high, "end")] {
            guard let known = constant(bound), known < 0 || known > count else { continue }
            return outside(
                "this slice \(what)s at \(known), and the array has \(count) elements", bound)
        }
        let size = add(.constant(Int64(type.size)), span)
        guard case .integer(let first) = arithmetic(.multiply, low, size, span),
            case .integer(let last) = arithmetic(.multiply, high, size, span),
            case .bytes(var result) = slice(bytes, first, last, toEnd: false, span),
            case .integer(let number) = arithmetic(.divide, result.count, size, span)
        else { return .hole }
        if case .sliceAddress(let index) = program[result.address] {
            program.pool.slices[index].unit = type.size
        }
        result.elements = (type, number)
        return .bytes(result)
    }

    private mutating func sliceable(_ operand: Operand, _ span: Span) -> Bytes? {
        if case .place(let place) = operand {
            switch place.type {
            case .bytes: return bytes(operand, span)
            case .integers, .structures: return bytes(operand, span)
            default: return nil
            }
        }
        if case .bytes(let bytes) = operand, bytes.elements == nil { return bytes }
        return nil
    }

    private mutating func slice(
        _ bytes: Bytes, _ low: ValueID, _ high: ValueID, toEnd: Bool, _ span: Span
    ) -> Operand {
        var result = bytes
        result.isTerminated = toEnd && bytes.isTerminated
        result.isWhole = false
        let (a, b, size) = (constant(low), constant(high), constant(bytes.count))
        if let a, a < 0 { return outside("a slice can't start at \(a)", low) }
        if let b, b < 0 { return outside("a slice can't end at \(b)", high) }
        if let a, let b, a > b {
            return outside(
                "this slice starts at \(a), after its end at \(b)", low,
                help: "the lower bound comes first: `[\(b)..<\(a)]`")
        }
        if let size {
            if let b, b > size {
                return outside(
                    "this slice ends at \(b), beyond its \(size) bytes", high,
                    help:
                        "it ends at \(size) at most; `[\(constant(low) ?? 0)...]` is all of the rest"
                )
            }
            if let a, a > size {
                return outside("this slice starts at \(a), beyond its \(size) bytes", low)
            }
        }
        if let a, let b, size != nil {
            result.address = offset(bytes.address, by: Int(a), span)
            result.count = add(.constant(b - a), span)
            result.capacity = Int(b - a)
            return .bytes(result)
        }
        program.pool.slices.append(
            CheckedSlice(
                base: bytes.address, low: low, high: high, capacity: bytes.count, span: span))
        result.address = add(.sliceAddress(program.pool.slices.count - 1), span)
        result.count = add(.sliceCount(program.pool.slices.count - 1), span)
        if let b { result.capacity = min(result.capacity ?? .max, Int(b - (a ?? 0))) }
        return .bytes(result)
    }

    mutating func outside(_ message: String, _ value: ValueID, help: String? = nil) -> Operand {
        diagnostics.error("E0503", program.span(of: value), message, help: help)
        return .hole
    }
}
