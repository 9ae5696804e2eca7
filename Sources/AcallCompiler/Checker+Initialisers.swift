// Initialisers: what is known goes into the image's data, the rest is stored when the program gets there.

import AcallCatalog
import AcallSyntax
import Glibc

/// The first bytes of a region, as far as they are known.
struct Initial {
    var region: Region
    var bytes: [UInt8]
    var relocations: [Relocation]

    mutating func put(_ value: UInt64, _ type: IntegerType, at offset: Int) {
        let width = Int(type.width)
        grow(to: offset + width)
        for index in 0..<width {
            let shift = type.isBigEndian ? width - 1 - index : index
            bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(shift * 8))
        }
    }

    mutating func put(_ text: [UInt8], at offset: Int) {
        grow(to: offset + text.count)
        for (index, byte) in text.enumerated() { bytes[offset + index] = byte }
    }

    /// The value of the type at the start, in signed 64 bits.
    func word(_ type: IntegerType) -> Int64? {
        var value: UInt64 = 0
        for index in 0..<Int(type.width) {
            let shift = type.isBigEndian ? Int(type.width) - 1 - index : index
            value |= UInt64(index < bytes.count ? bytes[index] : 0) << UInt64(shift * 8)
        }
        let unused = UInt64(64 - Int(type.width) * 8)
        if type.isSigned { return Int64(bitPattern: value << unused) >> Int64(unused) }
        return Int64(exactly: value)
    }

    mutating func grow(to size: Int) {
        if bytes.count < size {
            bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
        }
    }
}

extension Checker {
    /// Gives the storage at `offset` of a region the value of an expression.
    mutating func initialise(
        _ type: StorageType, _ id: ExpressionID, at offset: Int, _ initial: inout Initial
    ) {
        let span = tree[id].span
        switch type {
        case .integer(let integer, let meaning):
            initialise(integer, meaning, id, at: offset, &initial)
        case .bytes(let count): initialiseBytes(count, id, at: offset, &initial)
        case .integers(let element, let count):
            initialiseElements(.integer(element, .plain), count, id, at: offset, &initial)
        case .structures(let info, let count):
            initialiseElements(.structure(info), count, id, at: offset, &initial)
        case .structure(let info): initialise(info, id, at: offset, &initial)
        case .ipv4, .ipv6: initialiseAddress(type, id, at: offset, &initial)
        case .pointer(let pointee):
            let parameter = Parameter(
                name: "", kernelName: "", type: .pointer(pointee, .inOut), mayBeNull: true,
                defaultArgument: .none, requiredIf: nil)
            let outer = memory.isGivingPointers
            memory.isGivingPointers = true
            defer { memory.isGivingPointers = outer }
            guard var placed = pointer(id, pointee, .inOut, parameter, in: nil) else { return }
            measure(&placed, pointee, span)
            if placed.storage != nil, pointee.pointedStructure != nil { memory.isOpen = true }
            noteTarget(
                placed, isList: pointee.pointedStructure != nil, in: initial.region, span)
            // From here on a call may write there that gets the structure.
            if let storage = placed.storage {
                written(storage, span)
                contents.filled.insert(storage)
            }
            memory.givenCount = placed.isNull ? nil : placed.count
            put(placed.address, .u64, at: offset, span, &initial)
        }
    }

    private mutating func initialise(
        _ type: IntegerType, _ meaning: IntegerMeaning, _ id: ExpressionID, at offset: Int,
        isField: Bool = false, _ initial: inout Initial
    ) {
        let span = tree[id].span
        warnOfAlternatives(id, meaning)
        let operand: Operand
        if case .vector(let list) = tree[id].kind, case .flags = meaning {
            guard let union = union(of: list, meaning, span) else { return }
            operand = .integer(union)
        } else {
            operand = self.operand(id, meaning: meaning)
        }
        guard let value = integer(operand, span),
            let fitting = fitted(value, id, to: type, meaning, isField: isField)
        else { return }
        put(storable(fitting, type), type, at: offset, span, &initial)
    }

    /// Puts a word where it is known, or has it stored when it is.
    mutating func put(
        _ value: ValueID, _ type: IntegerType, at offset: Int, _ span: Span,
        _ initial: inout Initial
    ) {
        switch program[value] {
        case .constant(let known): initial.put(UInt64(bitPattern: known), type, at: offset)
        case .unsigned(let known): initial.put(known, type, at: offset)
        case .address(let target, let targetOffset) where type.width == 8:
            initial.grow(to: offset + 8)
            initial.relocations.append(
                Relocation(offset: offset, target: target, targetOffset: targetOffset))
        default:
            initial.grow(to: offset + Int(type.width))
            let address = add(.address(initial.region, offset: offset), span)
            program.statements.append(.store(address: address, value: value, type, span))
            if case .storage(let storage) = initial.region {
                contents.storedValues[storage, default: []].append(value)
            }
        }
    }

    private mutating func initialiseBytes(
        _ count: Int, _ id: ExpressionID, at offset: Int, _ initial: inout Initial
    ) {
        let span = tree[id].span
        if case .vector = tree[id].kind {
            let byte = IntegerType(width: 1, isSigned: false)
            return initialiseElements(.integer(byte, .plain), count, id, at: offset, &initial)
        }
        let operand = operand(id)
        if case .hole = operand { return }
        guard let bytes = bytes(operand, span) else {
            diagnostics.error(
                "E0412", span, "bytes can't be made of \(operand.kindName)",
                help: "a string, as `\"text\"`, or a list of bytes, as `[1, 2]`")
            return
        }
        if case .string(let index) = tree[id].kind {
            let text = tree.strings[Int(index)]
            if text.count > count {
                diagnostics.error(
                    "E0407", span, "a string of \(text.count) bytes does not fit \(count)")
                return
            }
            initial.put(text, at: offset)
            return
        }
        if let storage = bytes.storage { requireWritten(storage, span) }
        let address = add(.address(initial.region, offset: offset), span)
        program.statements.append(
            .copy(
                address: address, capacity: count, source: bytes.address, count: bytes.count, span))
    }

    private mutating func initialiseElements(
        _ type: StorageType, _ count: Int, _ id: ExpressionID, at offset: Int,
        _ initial: inout Initial
    ) {
        guard case .vector(let list) = tree[id].kind else {
            if case .hole = tree[id].kind { return }
            var help = "as in `[1, 2]`"
            if case .name(let name) = tree[id].kind { help = "write `[\(text(name))]`" }
            diagnostics.error(
                "E0412", tree[id].span, "an array is made of a list of values", help: help)
            return
        }
        if Int(list.count) > count {
            diagnostics.error(
                "E0407", tree[id].span, "\(list.count) values do not fit an array of \(count)")
            return
        }
        for (position, index) in list.indices.enumerated() {
            initialise(
                type, tree.expressionLists[index], at: offset + position * type.size, &initial)
        }
    }

    private mutating func initialise(
        _ info: StructureInfo, _ id: ExpressionID, at offset: Int, _ initial: inout Initial
    ) {
        let span = tree[id].span
        switch tree[id].kind {
        case .record(let list): initialiseFields(info, list, at: offset, &initial)
        case .hole: return
        case .time(let nanoseconds):
            guard let words = info.time(nanoseconds) else { fallthrough }
            initial.grow(to: offset + info.layout.size)
            for (field, value) in words {
                if case .integer(let type, _) = field.type {
                    initial.put(UInt64(bitPattern: value), type, at: offset + field.offset)
                }
            }
        case .binary where hasTime(id), .function where hasTime(id), .name where hasTime(id):
            initialiseTime(info, id, at: offset, &initial)
        default:
            let operand = operand(id)
            if case .hole = operand { return }
            if case .place(let place) = operand, case .structure(info) = place.type {
                requireWritten(place.storage, span)
                let address = add(.address(initial.region, offset: offset), span)
                let count = add(.constant(Int64(info.layout.size)), span)
                program.statements.append(
                    .copy(
                        address: address, capacity: info.layout.size, source: place.address,
                        count: count, span))
                return
            }
            diagnostics.error(
                "E0412", span, "a `\(info.layout.name)` can't be made of \(operand.kindName)",
                help: "write its fields: `{\(info.layout.fields.first?.name ?? ""): ...}`")
        }
    }

    /// A `timespec` or a `timeval` of a time that is known only when the program runs.
    mutating func initialiseTime(
        _ info: StructureInfo, _ id: ExpressionID, at offset: Int, _ initial: inout Initial
    ) {
        let span = tree[id].span
        guard let seconds = info.field(named: "tv_sec"),
            let rest = info.field(named: "tv_nsec") ?? info.field(named: "tv_usec"),
            let time = duration(id).map({ readsClock(id) ? kept($0, span) : $0 })
        else {
            if info.field(named: "tv_sec") == nil {
                diagnostics.error(
                    "E0412", span, "a `\(info.layout.name)` can't be made of a time")
            }
            return
        }
        initial.grow(to: offset + info.layout.size)
        let billion = add(.constant(1_000_000_000), span)
        let fraction = add(.binary(.remainder, time, billion), span)
        let thousand = add(.constant(1000), span)
        let part =
            rest.name == "tv_nsec" ? fraction : add(.binary(.divide, fraction, thousand), span)
        for (field, value) in [(seconds, add(.binary(.divide, time, billion), span)), (rest, part)]
        {
            if case .integer(let type, _) = field.type {
                put(value, type, at: offset + field.offset, span, &initial)
            }
        }
    }

    mutating func initialiseFields(
        _ info: StructureInfo, _ list: ListRange, at offset: Int, _ initial: inout Initial
    ) {
        var given: [Int: Span] = [:]
        // By the field that counts what another one points to.
        var counts: [Int: ValueID] = [:]
        // By the offset of a field: whether it is stored as the program runs.
        var stored: [Int: Bool] = [:]
        for index in list.indices {
            let entry = tree.fieldInitialisers[index]
            if case .record(let members) = tree[entry.value].kind,
                isWithMembers(text(entry.name), info)
            {
                initialiseMembers(info, text(entry.name), members, at: offset, &given, &initial)
                continue
            }
            if let field = info.field(named: text(entry.name)), type(of: field) == nil {
                reportNoSize(field, of: info, entry.nameSpan)
                continue
            }
            guard let field = info.field(named: text(entry.name)), let type = type(of: field) else {
                diagnostics.error(
                    "E0306", entry.nameSpan,
                    "`\(info.layout.name)` has no field `\(text(entry.name))`",
                    help: lookups.suggestion(text(entry.name), among: info.fieldNames)
                        ?? "its fields: " + info.fieldNames.prefix(12).joined(separator: ", "))
                continue
            }
            if let first = given[field.offset] {
                diagnostics.error(
                    "E0303", entry.nameSpan, "`\(field.name)` is given twice",
                    notes: [.init(first, "first given here")])
                continue
            }
            given[field.offset] = entry.nameSpan
            memory.givenCount = nil
            let statements = program.statements.count
            initialiseField(type, entry.value, at: offset + field.offset, &initial)
            stored[field.offset] = program.statements.count != statements
            if case .pointer(let pointee) = field.type, let counter = pointee.counter {
                counts[counter] = memory.givenCount
            }
        }
        for (counter, count) in counts.sorted(by: { $0.key < $1.key }) {
            let field = info.layout.fields[counter]
            guard case .integer(let type, _) = field.type else { continue }
            if let span = given[field.offset] {
                checkLength(
                    field, type, given: count, isStored: stored[field.offset] ?? true,
                    at: offset + field.offset, initial, span)
                continue
            }
            put(count, type, at: offset + field.offset, program.span(of: count), &initial)
        }
    }

    /// A union, or a structure without a name of its own: one that has a name knows its fields better.
    private func isWithMembers(_ name: String, _ info: StructureInfo) -> Bool {
        if case .structure = info.field(named: name)?.type { return false }
        return info.layout.fields.contains { $0.name.hasPrefix(name + ".") }
    }

    /// `{data: {fd: 3}}`: a member of a union, or members of a structure without a name.
    private mutating func initialiseMembers(
        _ info: StructureInfo, _ outer: String, _ list: ListRange, at offset: Int,
        _ given: inout [Int: Span], _ initial: inout Initial
    ) {
        for index in list.indices {
            let entry = tree.fieldInitialisers[index]
            guard let member = info.field(named: "\(outer).\(text(entry.name))"),
                let type = type(of: member)
            else {
                let members = info.fieldNames.filter { $0.hasPrefix(outer + ".") }
                    .map { String($0.dropFirst(outer.count + 1)) }
                diagnostics.error(
                    "E0306", entry.nameSpan, "`\(outer)` has no member `\(text(entry.name))`",
                    help: lookups.suggestion(text(entry.name), among: members)
                        ?? "its members: " + members.prefix(12).joined(separator: ", "))
                continue
            }
            if let first = given[member.offset] {
                diagnostics.error(
                    "E0303", entry.nameSpan, "`\(member.name)` stands where another one does",
                    help: "a union holds one of its members: give only one",
                    notes: [.init(first, "given here")])
                continue
            }
            given[member.offset] = entry.nameSpan
            initialiseField(type, entry.value, at: offset + member.offset, &initial)
        }
    }

    private mutating func initialiseField(
        _ type: StorageType, _ id: ExpressionID, at offset: Int, _ initial: inout Initial
    ) {
        guard case .integer(let integer, let meaning) = type else {
            return initialise(type, id, at: offset, &initial)
        }
        initialise(integer, meaning, id, at: offset, isField: true, &initial)
    }

    private mutating func initialiseAddress(
        _ type: StorageType, _ id: ExpressionID, at offset: Int, _ initial: inout Initial
    ) {
        let span = tree[id].span
        if case .string(let index) = tree[id].kind {
            let text = String(decoding: tree.strings[Int(index)], as: UTF8.self)
            var bytes = [UInt8](repeating: 0, count: type.size)
            let family = type == .ipv4 ? AF_INET : AF_INET6
            if inet_pton(family, text, &bytes) == 1 {
                initial.put(bytes, at: offset)
            } else {
                diagnostics.error(
                    "E0412", span, "`\(text)` is not \(type.description)",
                    help: type == .ipv4 ? "as in \"127.0.0.1\"" : "as in \"::1\"")
            }
            return
        }
        if type == .ipv6 { return initialiseBytes(16, id, at: offset, &initial) }
        // `INADDR_ANY` and the like are numbers in the host's order.
        let network = IntegerType(width: 4, isSigned: false, isBigEndian: true)
        initialise(network, .plain, id, at: offset, isField: true, &initial)
    }
}

extension StructureInfo {
    /// The fields of a `timespec` or `timeval` for a time; nil where this is neither.
    func time(_ nanoseconds: UInt64) -> [(Structure.Field, Int64)]? {
        let seconds = Int64(nanoseconds / 1_000_000_000)
        let rest = Int64(nanoseconds % 1_000_000_000)
        guard let whole = field(named: "tv_sec") else { return nil }
        if let part = field(named: "tv_nsec") { return [(whole, seconds), (part, rest)] }
        if let part = field(named: "tv_usec") { return [(whole, seconds), (part, rest / 1000)] }
        return nil
    }
}

extension Pointee {
    /// The field, or the parameter, that counts what is pointed to.
    var counter: Int? {
        switch self {
        case .bytes(let index): index
        case .vector(let index): index
        case .structures(_, let index): index
        case .socketAddress(let index): index
        case .integerArray(_, let index): index
        default: nil
        }
    }
}
