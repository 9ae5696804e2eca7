// Targets: what the pointers in structures point to.
//
// A program gives such a pointer where it declares a structure, or where it writes one into a call. What it names
// there is noted in a table of the chain's data, address and size; before a call that follows the pointers of a
// structure in storage, a function of the runner's sees that each of them, with the length beside it, lies in one
// entry of the table. Invariant: what is not in the table is not reached, whatever a call has put there.

import AcallCatalog
import AcallSyntax

/// The memory that a pointer in a structure was given.
struct NamedTarget {
    var address: ValueID
    var size: ValueID
    var isWritable: Bool
    var span: Span
}

/// What the checker knows of pointers in structures.
struct TargetNotes {
    /// By region: the table, an entry of the program's `constants`.
    var tables: [Int: Int] = [:]
    /// By structure, and the fields that a call fills: an entry of the program's `constants`.
    var layouts: [String: Int] = [:]
    /// Named by the argument at hand; noted in the table where the call looks there.
    var pending: [NamedTarget] = []
    /// A length or a nested pointer of the argument at hand is known only when the program runs.
    var isOpen = false
    /// A structure's pointers are given: whether a call will read or write there is not known yet.
    var isGivingPointers = false
    /// How much there is behind the pointer that was given last.
    var givenCount: ValueID?
    /// The tables of cases that were looked up.
    var cases: [String: CaseTable] = [:]
}

extension Structure {
    /// The pointers of a structure, those of the structures in it too, and where each of them stands.
    func pointers(_ catalog: Catalog) -> [(path: String, offset: Int, holder: Structure, Pointee)] {
        var all: [(path: String, offset: Int, holder: Structure, Pointee)] = []
        for field in fields {
            switch field.type {
            case .pointer(let pointee) where pointee != .opaque && !field.name.contains("."):
                all.append((field.name, field.offset, self, pointee))
            case .structure(let name, _) where !field.name.contains("."):
                guard let inner = catalog.structure(named: name) else { continue }
                for (path, offset, holder, pointee) in inner.pointers(catalog) {
                    all.append(("\(field.name).\(path)", field.offset + offset, holder, pointee))
                }
            default: continue
            }
        }
        return all
    }
}

extension Checker {
    // MARK: What is named

    /// A pointer of a structure is given. In storage it stays; in a call's own argument it may be known to be right.
    ///
    /// - Parameter isList: of structures, which no call writes: it writes where they point to.
    mutating func noteTarget(
        _ pointer: PlacedPointer, isList: Bool, in region: Region?, _ span: Span
    ) {
        if !pointer.isNull, let size = pointer.room {
            memory.pending.append(
                NamedTarget(
                    address: pointer.address, size: size,
                    isWritable: isList || pointer.storage != nil, span: span))
        }
        if case .storage? = region { commitTargets() }
    }

    /// Puts what was named into the table: what is known stands in the data, the rest is stored as it is given.
    mutating func commitTargets() {
        let pending = memory.pending
        memory.pending = []
        for target in pending {
            let table = targetTable(here.region)
            var initial = Initial(
                region: .constant(table), bytes: program.data.constants[table].bytes,
                relocations: program.data.constants[table].relocations)
            let place = initial.bytes.count
            initial.grow(to: place + 24)
            put(target.address, .u64, at: place, target.span, &initial)
            put(target.size, .u64, at: place + 8, target.span, &initial)
            initial.put(target.isWritable ? 1 : 0, .u64, at: place + 16)
            initial.put(UInt64((place + 24 - 16) / 24), .u64, at: 8)
            program.data.constants[table].bytes = initial.bytes
            program.data.constants[table].relocations = initial.relocations
        }
    }

    /// `next table, entries, (address, size, may be written)...`: the next one is that of the chain that started this
    /// one.
    private mutating func targetTable(_ region: Int) -> Int {
        if let known = memory.tables[region] { return known }
        var initial = Initial(region: .constant(0), bytes: [], relocations: [])
        initial.grow(to: 16)
        if region > 0 {
            let outer = targetTable(program.chains.regionParents[region - 1])
            initial.relocations.append(
                Relocation(offset: 0, target: .constant(outer), targetOffset: 0))
        }
        program.data.constants.append(
            CheckedConstant(
                bytes: initial.bytes, relocations: initial.relocations, isWritten: true,
                region: region))
        memory.tables[region] = program.data.constants.count - 1
        return program.data.constants.count - 1
    }

    // MARK: What is looked at

    /// What a call that follows the pointers of a structure has looked at first; nil where there is nothing to see.
    mutating func targets(
        _ index: Int, _ pointee: Pointee, _ parameters: [Parameter], _ values: [ValueID?],
        _ pointer: PlacedPointer, _ span: Span
    ) -> CheckedTargets? {
        let name: String
        var count = add(.constant(1), span)
        switch pointee {
        case .structure(let structure): name = structure
        case .structures(let structure, let counter):
            name = structure
            count = counter.flatMap { values[$0] } ?? pointer.count ?? count
        case .vector(let counter):
            name = "iovec"
            count = counter.flatMap { values[$0] } ?? pointer.count ?? count
        default: return nil
        }
        guard pointer.storage != nil || pointer.hasOpenTargets else { return nil }
        let parameter = parameters[index]
        var fills = parameter.fills
        if case .pointer(.vector, let direction) = parameter.type, direction != .in {
            fills = ["iov_base"]
        }
        guard let layout = targetLayout(of: name, fills) else { return nil }
        if let storage = pointer.storage, program.data.storages[storage].isMapping {
            diagnostics.error(
                "E0406", span, "`\(parameter.name)` holds pointers, and can't stand in a mapping",
                help: "declare it as `var x: \(name)`")
            return nil
        }
        return CheckedTargets(
            address: pointer.address, count: count, layout: layout, table: targetTable(here.region),
            subject: parameter.name, span: span)
    }

    /// `size, pointers, (offset, offset of the length, its width, unit, nested layout, is written)...`; nil where the
    /// structure has no pointers. The length's offset is -1 where the unit is all there is.
    private mutating func targetLayout(of name: String, _ fills: [String]) -> Int? {
        let key = ([name] + fills).joined(separator: " ")
        if let known = memory.layouts[key] { return known }
        guard let structure = catalog.structure(named: name) else { return nil }
        let pointers = structure.pointers(catalog)
        if pointers.isEmpty { return nil }
        var initial = Initial(region: .constant(0), bytes: [], relocations: [])
        initial.put(UInt64(structure.size), .u64, at: 0)
        initial.put(UInt64(pointers.count), .u64, at: 8)
        for (position, (path, offset, holder, pointee)) in pointers.enumerated() {
            let isFilled = fills.contains(path)
            let place = 16 + position * 48
            initial.grow(to: place + 48)
            initial.put(UInt64(offset), .u64, at: place)
            var unit = pointee.unit(&self)
            if let counter = pointee.counter,
                case .integer(let type, _) = holder.fields[counter].type
            {
                let field = holder.fields.first { $0.name == path.lastPart }
                let base = offset - (field?.offset ?? 0)
                initial.put(UInt64(base + holder.fields[counter].offset), .u64, at: place + 8)
                initial.put(UInt64(type.width), .u64, at: place + 16)
            } else {
                if case .integer(let type, _) = pointee { unit = Int(type.width) }
                initial.put(.max, .u64, at: place + 8)
            }
            initial.put(UInt64(unit), .u64, at: place + 24)
            if let inner = pointee.pointedStructure,
                let nested = targetLayout(of: inner, isFilled ? ["iov_base"] : [])
            {
                initial.relocations.append(
                    Relocation(offset: place + 32, target: .constant(nested), targetOffset: 0))
            }
            let isWritten = isFilled && pointee.pointedStructure == nil
            initial.put(isWritten ? 1 : 0, .u64, at: place + 40)
        }
        program.data.constants.append(
            CheckedConstant(bytes: initial.bytes, relocations: initial.relocations))
        memory.layouts[key] = program.data.constants.count - 1
        return program.data.constants.count - 1
    }

    // MARK: Lengths beside pointers

    /// A length that the program gives beside a pointer: not more than there is. Where that is not known the call looks.
    mutating func checkLength(
        _ field: Structure.Field, _ type: IntegerType, given: ValueID?, isStored: Bool,
        at offset: Int, _ initial: Initial, _ span: Span
    ) {
        guard let given, !isStored, let count = constant(given) else {
            memory.isOpen = true
            return
        }
        let bytes = Array(initial.bytes.dropFirst(offset).prefix(Int(type.width)))
        let part = Initial(region: initial.region, bytes: bytes, relocations: [])
        guard let length = part.word(type), length > count else { return }
        diagnostics.error(
            "E0503", span, "`\(field.name)` is \(length), and what it counts has \(count)",
            help: "leave it out: it follows from the pointer beside it")
    }
}

extension Pointee {
    /// What is at the pointer, where these are structures.
    var pointedStructure: String? {
        switch self {
        case .structure(let name), .structures(let name, _): name
        case .vector: "iovec"
        default: nil
        }
    }
}

extension String {
    /// Behind the last dot.
    fileprivate var lastPart: String { split(separator: ".").last.map { String($0) } ?? self }
}
