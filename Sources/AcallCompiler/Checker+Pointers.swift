// Pointer arguments: what may stand where the kernel takes an address.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// What an expression gives a parameter that is a pointer. `syscall` is nil for a structure's field.
    mutating func pointer(
        _ id: ExpressionID, _ pointee: Pointee, _ direction: Direction, _ parameter: Parameter,
        in syscall: Syscall?
    ) -> PlacedPointer? {
        let span = tree[id].span
        if direction != .out, let computed = computedTime(id, pointee) { return computed }
        let outer = here.wanted
        if let name = baseName(id), let type = storageType(for: pointee, direction) {
            here.wanted = .storage(name, type: type)
        }
        let operand = operand(id)
        here.wanted = outer
        switch operand {
        case .hole: return nil
        case .null:
            if parameter.mayBeNull {
                return PlacedPointer(address: add(.constant(0), span), isNull: true)
            }
            diagnostics.error(
                "E0414", span, "`\(parameter.name)` can't be null",
                help: helpForNull(pointee, direction))
            return nil
        case .address(let place) where pointee != .path && pointee != .string:
            if direction == .in { requireWritten(place.storage, span) }
            let size = place.type.size
            return PlacedPointer(
                address: place.address,
                count: add(.constant(Int64(size / pointee.unit(&self))), span),
                storage: place.storage, room: add(.constant(Int64(size)), span))
        default: break
        }
        guard let placed = typed(operand, pointee, direction, parameter, span) else { return nil }
        if let storage = placed.storage, direction == .in { requireWritten(storage, span) }
        return placed
    }

    /// `n * 1ms` where a structure is wanted; nil where it is none.
    mutating func computedTime(_ id: ExpressionID, _ pointee: Pointee) -> PlacedPointer? {
        if case .time = tree[id].kind { return nil }
        guard hasTime(id), case .structure(let name) = pointee, let info = structure(named: name)
        else { return nil }
        let span = tree[id].span
        let size = add(.constant(Int64(info.layout.size)), span)
        return passed(info, size, .in, span) { $0.initialiseTime(info, id, at: 0, &$1) }
    }

    private mutating func typed(
        _ operand: Operand, _ pointee: Pointee, _ direction: Direction, _ parameter: Parameter,
        _ span: Span
    ) -> PlacedPointer? {
        switch pointee {
        case .path, .string: return text(operand, pointee, direction, parameter, span)
        case .bytes: return bytesArgument(operand, direction, parameter, span)
        case .structure(let name):
            return structureArgument(operand, name, direction, parameter, span)
        case .structures(let name, _):
            return structuresArgument(operand, name, direction, parameter, span)
        case .integer(let type, let meaning):
            return integerPointer(operand, type, meaning, direction, parameter, span)
        case .integers(let type, _, let count):
            return integersArgument(operand, type, count, direction, parameter, span)
        case .integerArray(let type, _):
            return integersArgument(operand, type, nil, direction, parameter, span)
        case .vector: return vectorArgument(operand, direction, parameter, span)
        case .socketAddress: return socketAddress(operand, direction, parameter, span)
        case .signalSet: return signalSet(operand, direction, parameter, span)
        case .stringArray: return stringArray(operand, parameter, span)
        case .opaque: return opaque(operand, span)
        }
    }

    mutating func mismatch(
        _ operand: Operand, _ parameter: Parameter, _ wanted: String, _ span: Span,
        help: String? = nil
    ) -> PlacedPointer? {
        let subject = parameter.name.isEmpty ? "this" : "`\(parameter.name)`"
        diagnostics.error(
            "E0406", span, "\(subject) is \(wanted), and this is \(operand.kindName)", help: help)
        return nil
    }

    // MARK: Text and bytes

    private mutating func text(
        _ operand: Operand, _ pointee: Pointee, _ direction: Direction, _ parameter: Parameter,
        _ span: Span
    ) -> PlacedPointer? {
        let wanted = pointee == .path ? "a path" : "a string"
        guard let bytes = bytes(operand, span), isTextual(operand) else {
            return mismatch(operand, parameter, wanted, span, help: "as in \"name\"")
        }
        if case .address(.constant(let index), offset: 0) = program[bytes.address],
            program.data.constants[index].bytes.dropLast().contains(0)
        {
            diagnostics.error("E0406", span, "\(wanted) can't contain a NUL byte")
            return nil
        }
        guard bytes.isTerminated else {
            diagnostics.error(
                "E0406", span, "\(wanted) ends at a NUL byte, and a slice has none",
                help: "pass the whole variable, or its end: `name[4...]`")
            return nil
        }
        if direction != .in, bytes.storage == nil, !memory.isGivingPointers {
            return literalWritten(parameter, span)
        }
        let address = parameter.isUnslashed ? unslashed(bytes.address, span) : bytes.address
        return PlacedPointer(address: address, count: bytes.count, storage: bytes.storage)
    }

    /// The name behind a slash at its start, if one is there.
    private mutating func unslashed(_ address: ValueID, _ span: Span) -> ValueID {
        let slash = UInt8(ascii: "/")
        if case .address(.constant(let index), offset: 0) = program[address] {
            guard program.data.constants[index].bytes.first == slash else { return address }
            return add(.address(.constant(index), offset: 1), span)
        }
        let first = add(.load(address, IntegerType(width: 1, isSigned: false)), span)
        let isSlash = add(.binary(.equal, first, add(.constant(Int64(slash)), span)), span)
        return add(.binary(.add, address, isSlash), span)
    }

    private func isTextual(_ operand: Operand) -> Bool {
        if case .place(let place) = operand {
            if case .bytes = place.type { return true }
            return false
        }
        return true
    }

    private mutating func literalWritten(_ parameter: Parameter, _ span: Span) -> PlacedPointer? {
        diagnostics.error(
            "E0408", span, "the call writes to `\(parameter.name)`, and a string can't be written",
            help: "declare storage for it: `var block: bytes[4KiB]`")
        return nil
    }

    private mutating func bytesArgument(
        _ operand: Operand, _ direction: Direction, _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        guard let bytes = bytes(operand, span) else {
            return mismatch(
                operand, parameter, "bytes", span, help: bytesHelp(operand, direction, span))
        }
        if direction != .in, bytes.storage == nil, !memory.isGivingPointers {
            return literalWritten(parameter, span)
        }
        if direction == .in { noteWhole(operand, span) }
        return PlacedPointer(address: bytes.address, count: bytes.count, storage: bytes.storage)
    }

    /// All bytes of a variable are used, however many a call has filled.
    mutating func noteWhole(_ operand: Operand, _ span: Span) {
        guard case .place(let place) = operand, case .bytes(let count) = place.type,
            program.data.storages[place.storage].size == count
        else { return }
        note(.whole, place.storage, span)
    }

    private mutating func opaque(_ operand: Operand, _ span: Span) -> PlacedPointer? {
        if let bytes = bytes(operand, span) {
            return PlacedPointer(address: bytes.address, count: bytes.count, storage: bytes.storage)
        }
        return integer(operand, span).map { PlacedPointer(address: $0) }
    }

    // MARK: Structures

    private mutating func structureArgument(
        _ operand: Operand, _ name: String, _ direction: Direction, _ parameter: Parameter,
        _ span: Span
    ) -> PlacedPointer? {
        guard let info = structure(named: name) else { return opaque(operand, span) }
        let size = add(.constant(Int64(info.layout.size)), span)
        switch operand {
        case .place(let place):
            let room = add(.constant(Int64(place.type.size)), span)
            if case .structure(let given) = place.type, given == info || isAlias(given, of: info) {
                return PlacedPointer(
                    address: place.address, count: size, storage: place.storage, room: room)
            }
            if case .structures(let given, _) = place.type, given == info {
                return PlacedPointer(
                    address: place.address, count: size, storage: place.storage, room: room)
            }
            if case .bytes(let count) = place.type {
                guard count >= info.layout.size else {
                    diagnostics.error(
                        "E0410", span,
                        "a `\(name)` has \(info.layout.size) bytes, and this has \(count)",
                        help: "declare it as `var x: \(name)`")
                    return nil
                }
                return PlacedPointer(
                    address: place.address, count: size,
                    capacity: add(.constant(Int64(count)), span), storage: place.storage, room: room
                )
            }
        case .time(let nanoseconds) where direction != .out:
            guard let words = info.time(nanoseconds) else { break }
            func fill(_ initial: inout Initial) {
                initial.grow(to: info.layout.size)
                for (field, value) in words {
                    if case .integer(let type, _) = field.type {
                        initial.put(UInt64(bitPattern: value), type, at: field.offset)
                    }
                }
            }
            if direction == .inOut { return passed(info, size, direction, span) { fill(&$1) } }
            var initial = Initial(region: .constant(0), bytes: [], relocations: [])
            fill(&initial)
            return constantStructure(initial, size, span)
        case .record(let list) where direction != .out:
            return passed(info, size, direction, span) {
                $0.initialiseFields(info, list, at: 0, &$1)
            }
        default: break
        }
        return mismatch(
            operand, parameter, "a `\(name)`", span, help: structureHelp(operand, info))
    }

    /// The same layout under another name (`rlimit` and `rlimit64`).
    private func isAlias(_ given: StructureInfo, of wanted: StructureInfo) -> Bool {
        given.layout.size == wanted.layout.size
            && given.layout.fields.map(\.offset) == wanted.layout.fields.map(\.offset)
            && given.layout.fields.map(\.type) == wanted.layout.fields.map(\.type)
    }

    private mutating func constantStructure(
        _ initial: Initial, _ size: ValueID, _ span: Span
    ) -> PlacedPointer {
        program.data.constants.append(
            CheckedConstant(
                bytes: initial.bytes, relocations: initial.relocations,
                region: initial.relocations.isEmpty ? 0 : here.region))
        return PlacedPointer(
            address: add(.address(.constant(program.data.constants.count - 1), offset: 0), span),
            count: size)
    }

    /// Storage for a structure that stands in a call, or for `count` of them, filled by `initialise`.
    private mutating func passed(
        _ info: StructureInfo, _ size: ValueID, _ direction: Direction, _ span: Span,
        count: Int = 1, _ initialise: (inout Checker, inout Initial) -> Void
    ) -> PlacedPointer {
        program.data.constants.append(
            CheckedConstant(bytes: [], isWritten: true, region: here.region))
        let index = program.data.constants.count - 1
        var initial = Initial(region: .constant(index), bytes: [], relocations: [])
        let bytes = info.layout.size * count
        initial.grow(to: bytes)
        let first = program.statements.count
        initialise(&self, &initial)
        program.data.constants[index].bytes = initial.bytes
        program.data.constants[index].relocations = initial.relocations
        let address = add(.address(.constant(index), offset: 0), span)
        if direction != .in, here.loopDepth > 0 {
            // The call of the pass before has changed it.
            program.data.constants.append(
                CheckedConstant(
                    bytes: initial.bytes, relocations: initial.relocations, region: here.region))
            let source = add(.address(.constant(program.data.constants.count - 1), offset: 0), span)
            let length = add(.constant(Int64(bytes)), span)
            program.statements.insert(
                .copy(
                    address: address, capacity: bytes, source: source, count: length, span),
                at: first)
        }
        return PlacedPointer(address: address, count: size)
    }

    private mutating func structuresArgument(
        _ operand: Operand, _ name: String, _ direction: Direction, _ parameter: Parameter,
        _ span: Span
    ) -> PlacedPointer? {
        guard let info = structure(named: name) else { return opaque(operand, span) }
        switch operand {
        case .place(let place):
            if case .structures(let given, let count) = place.type, given == info {
                return PlacedPointer(
                    address: place.address, count: add(.constant(Int64(count)), span),
                    storage: place.storage)
            }
            if case .structure(let given) = place.type, given == info {
                return PlacedPointer(
                    address: place.address, count: add(.constant(1), span), storage: place.storage)
            }
        case .bytes(let bytes):
            guard let elements = bytes.elements, elements.type == .structure(info) else { break }
            return PlacedPointer(
                address: bytes.address, count: elements.count, storage: bytes.storage)
        case .vector(let list) where direction != .out:
            let count = add(.constant(Int64(list.count)), span)
            return passed(info, count, direction, span, count: Int(list.count)) {
                for (position, entry) in list.indices.enumerated() {
                    $0.initialise(
                        .structure(info), $0.tree.expressionLists[entry],
                        at: position * info.layout.size, &$1)
                }
            }
        default: break
        }
        return mismatch(
            operand, parameter, "an array of `\(name)`", span,
            help: "declare one: `var x: \(name)[4]`")
    }

    private mutating func socketAddress(
        _ operand: Operand, _ direction: Direction, _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        if case .place(let place) = operand {
            switch place.type {
            case .structure, .bytes:
                return PlacedPointer(
                    address: place.address, count: add(.constant(Int64(place.type.size)), span),
                    storage: place.storage)
            default: break
            }
        }
        if case .bytes(let bytes) = operand, bytes.storage != nil {
            return PlacedPointer(address: bytes.address, count: bytes.count, storage: bytes.storage)
        }
        return mismatch(
            operand, parameter, "a socket address", span,
            help:
                "declare one: `var here: sockaddr_in = {family: AF_INET, port: 8080, addr: \"127.0.0.1\"}`"
        )
    }
}
