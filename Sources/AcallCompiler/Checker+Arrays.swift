// Pointer arguments that are arrays: integers, vectors of bytes, signal sets, strings.

import AcallCatalog
import AcallSyntax

extension Checker {
    mutating func integerPointer(
        _ operand: Operand, _ type: IntegerType, _ meaning: IntegerMeaning, _ direction: Direction,
        _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        if case .place(let place) = operand {
            switch place.type {
            case .integer(let given, _) where given.width == type.width:
                return PlacedPointer(
                    address: place.address, count: add(.constant(Int64(type.width)), span),
                    storage: place.storage)
            case .integers(let given, _) where given.width == type.width:
                return PlacedPointer(
                    address: place.address, count: add(.constant(Int64(place.type.size)), span),
                    storage: place.storage)
            default: break
            }
        }
        if direction == .in, case .integer(let value) = operand, let known = constant(value),
            type.range.contains(known) || known == -1
        {
            var initial = Initial(region: .constant(0), bytes: [], relocations: [])
            initial.put(UInt64(bitPattern: known), type, at: 0)
            program.data.constants.append(CheckedConstant(bytes: initial.bytes))
            return PlacedPointer(
                address: add(
                    .address(.constant(program.data.constants.count - 1), offset: 0), span),
                count: add(.constant(Int64(type.width)), span))
        }
        return mismatch(
            operand, parameter, "the address of an integer of \(type.width) bytes", span,
            help: "declare one: `var x: \(type.name) = 0`")
    }

    mutating func integersArgument(
        _ operand: Operand, _ type: IntegerType, _ count: Int?, _ direction: Direction,
        _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        if case .place(let place) = operand {
            var given: Int?
            switch place.type {
            case .integers(let element, let size) where element.width == type.width: given = size
            case .integer(let element, _) where element.width == type.width: given = 1
            default: break
            }
            if let given {
                if let count, given < count {
                    diagnostics.error(
                        "E0410", span,
                        "`\(parameter.name)` takes \(count) integers, and this has \(given)",
                        help: "declare it as `var x: \(type.languageName)[\(count)]`")
                    return nil
                }
                return PlacedPointer(
                    address: place.address, count: add(.constant(Int64(given)), span),
                    storage: place.storage)
            }
        }
        if case .vector(let list) = operand, direction == .in {
            program.data.constants.append(
                CheckedConstant(bytes: [], isWritten: true, region: here.region))
            let index = program.data.constants.count - 1
            var initial = Initial(region: .constant(index), bytes: [], relocations: [])
            initial.grow(to: max(1, Int(list.count)) * Int(type.width))
            for (position, entry) in list.indices.enumerated() {
                initialise(
                    .integer(type, .plain), tree.expressionLists[entry],
                    at: position * Int(type.width), &initial)
            }
            program.data.constants[index].bytes = initial.bytes
            return PlacedPointer(
                address: add(.address(.constant(index), offset: 0), span),
                count: add(.constant(Int64(list.count)), span))
        }
        if case .bytes(let bytes) = operand, let elements = bytes.elements,
            case .integer(let element, _) = elements.type, element.width == type.width,
            (constant(elements.count) ?? 0) >= count ?? 0
        {
            return PlacedPointer(
                address: bytes.address, count: elements.count, storage: bytes.storage)
        }
        let wanted = count.map { "an array of \($0) integers" } ?? "an array of integers"
        return mismatch(
            operand, parameter, wanted, span,
            help: "declare one: `var x: \(type.languageName)[\(count ?? 8)]`")
    }

    // MARK: Vectors

    mutating func vectorArgument(
        _ operand: Operand, _ direction: Direction, _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        switch operand {
        case .vector(let list): return vector(list, direction, parameter, span)
        case .list(let list):
            guard direction == .in, list.isText else { break }
            return PlacedPointer(
                address: add(program[list.base], span), count: add(program[list.count], span))
        case .place(let place):
            switch place.type {
            case .structures(let info, let count) where info.layout.name == "iovec":
                return PlacedPointer(
                    address: place.address, count: add(.constant(Int64(count)), span),
                    storage: place.storage)
            case .structure(let info) where info.layout.name == "iovec":
                return PlacedPointer(
                    address: place.address, count: add(.constant(1), span), storage: place.storage)
            default: break
            }
        case .bytes(let bytes):
            guard let elements = bytes.elements, case .structure(let info) = elements.type,
                info.layout.name == "iovec"
            else { break }
            return PlacedPointer(
                address: bytes.address, count: elements.count, storage: bytes.storage)
        default: break
        }
        return mismatch(
            operand, parameter, "a vector", span,
            help: "put its parts in brackets: `[block[..<n], \"tail\\n\"]`")
    }

    /// An array of `iovec`, of which what is known stands in the data.
    private mutating func vector(
        _ list: ListRange, _ direction: Direction, _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        program.data.constants.append(
            CheckedConstant(bytes: [], isWritten: true, region: here.region))
        let index = program.data.constants.count - 1
        var initial = Initial(region: .constant(index), bytes: [], relocations: [])
        initial.grow(to: max(1, Int(list.count)) * 16)
        for (position, entry) in list.indices.enumerated() {
            let id = tree.expressionLists[entry]
            let operand = operand(id)
            if case .hole = operand { return nil }
            guard let bytes = bytes(operand, tree[id].span) else {
                return mismatch(operand, parameter, "a vector of bytes", tree[id].span)
            }
            if memory.isGivingPointers {
                let pointer = PlacedPointer(
                    address: bytes.address, count: bytes.count, storage: bytes.storage,
                    room: bytes.count)
                noteTarget(pointer, isList: false, in: nil, tree[id].span)
            }
            if direction == .in {
                if let storage = bytes.storage { requireWritten(storage, tree[id].span) }
                noteWhole(operand, tree[id].span)
            } else {
                guard let storage = bytes.storage else {
                    if memory.isGivingPointers {
                        put(bytes.address, .u64, at: position * 16, tree[id].span, &initial)
                        put(bytes.count, .u64, at: position * 16 + 8, tree[id].span, &initial)
                        continue
                    }
                    diagnostics.error(
                        "E0408", tree[id].span,
                        "the call writes to `\(parameter.name)`, and a string can't be written",
                        help: "declare storage for it: `var block: bytes[4KiB]`")
                    return nil
                }
                written(storage, tree[id].span)
                contents.filled.insert(storage)
            }
            put(bytes.address, .u64, at: position * 16, tree[id].span, &initial)
            put(bytes.count, .u64, at: position * 16 + 8, tree[id].span, &initial)
        }
        program.data.constants[index].bytes = initial.bytes
        program.data.constants[index].relocations = initial.relocations
        return PlacedPointer(
            address: add(.address(.constant(index), offset: 0), span),
            count: add(.constant(Int64(list.count)), span))
    }

    // MARK: Signal sets

    mutating func signalSet(
        _ operand: Operand, _ direction: Direction, _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        let size = add(.constant(8), span)
        if case .place(let place) = operand, place.type.size == 8 {
            return PlacedPointer(address: place.address, count: size, storage: place.storage)
        }
        guard case .vector(let list) = operand, direction == .in else {
            return mismatch(
                operand, parameter, "a set of signals", span, help: "as in `[SIGINT, SIGTERM]`")
        }
        var mask: UInt64 = 0
        for entry in list.indices {
            let id = tree.expressionLists[entry]
            guard let value = integer(id, meaning: .signal) else { return nil }
            guard let signal = constant(value), (1...64).contains(signal) else {
                diagnostics.error(
                    "E0406", tree[id].span, "a signal's name is needed here",
                    help: "as in `SIGTERM`")
                return nil
            }
            mask |= 1 << UInt64(signal - 1)
        }
        var initial = Initial(region: .constant(0), bytes: [], relocations: [])
        initial.put(mask, .u64, at: 0)
        program.data.constants.append(CheckedConstant(bytes: initial.bytes))
        return PlacedPointer(
            address: add(.address(.constant(program.data.constants.count - 1), offset: 0), span),
            count: size)
    }
}

extension IntegerType {
    /// As a program would most naturally write it.
    var languageName: String { self == .int ? "int" : name }
}
