// Items of list inputs: one of them, a part of them, and as the arguments of a process.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// Strings of a list that are handed to a process, together with those that stand beside it.
    static let maximumArguments = 4096

    // MARK: Items

    mutating func element(of list: InputList, _ position: ValueID, _ span: Span) -> Operand {
        let size = list.itemSize
        let total = add(.binary(.multiply, list.count, add(.constant(size), span)), span)
        let address = elementAddress(
            base: list.base, position, size: Int(size), total: total, span)
        if case .integers(let type) = list.type {
            // The runner has checked each as it was given.
            if type == .u64 { return .integer(add(.load(address, type), span)) }
            let value = add(.load(address, .i64), span)
            return .integer(add(.fitting(value, type), span))
        }
        // An `iovec`: address and count.
        let count = add(
            .load(add(.binary(.add, address, add(.constant(8), span)), span), .i64), span)
        return .bytes(
            Bytes(
                address: add(.load(address, .i64), span), count: count, capacity: nil,
                storage: nil, isTerminated: true))
    }

    /// `names[1...]`: bounds count items.
    mutating func slice(
        _ list: InputList, _ low: ValueID, _ high: ValueID, _ span: Span
    ) -> Operand {
        let (first, last) = (constant(low), constant(high))
        if let first, first < 0 { return outside("a slice can't start at \(first)", low) }
        if let last, last < 0 { return outside("a slice can't end at \(last)", high) }
        if let first, let last, first > last {
            return outside("this slice starts at \(first), after its end at \(last)", low)
        }
        // Items are counted, from nowhere: the bounds are checked, and the addresses found from them.
        program.pool.slices.append(
            CheckedSlice(
                base: add(.constant(0), span), low: low, high: high, capacity: list.count,
                span: span))
        let index = program.pool.slices.count - 1
        let size = add(.constant(list.itemSize), span)
        let skipped = add(.binary(.multiply, add(.sliceAddress(index), span), size), span)
        let base = kept(add(.binary(.add, list.base, skipped), span), span)
        let count = kept(add(.sliceCount(index), span), span)
        return .list(InputList(type: list.type, base: base, count: count))
    }

    // MARK: Arguments of a process

    /// Pointers to strings, a null behind them. A list stands for its items, also among others.
    mutating func stringArray(
        _ operand: Operand, _ parameter: Parameter, _ span: Span
    ) -> PlacedPointer? {
        // What is known stands in the data; the rest is put there before the call.
        program.data.constants.append(
            CheckedConstant(bytes: [], isWritten: true, region: here.region))
        let table = program.data.constants.count - 1
        var items: [(operand: Operand, span: Span)] = []
        switch operand {
        case .list(let list) where list.isText: items = [(operand, span)]
        case .vector(let list):
            for entry in list.indices {
                let id = tree.expressionLists[entry]
                items.append((self.operand(id), tree[id].span))
            }
        default:
            return mismatch(
                operand, parameter, "a list of strings", span,
                help: "as in `[\"a\", \"b\"]`, or a list input")
        }
        var hasLists = false
        for (item, span) in items {
            switch item {
            case .hole: return nil
            case .bytes(let bytes) where bytes.isTerminated: continue
            case .list(let list) where list.isText: hasLists = true
            default:
                return mismatch(
                    item, parameter, "a list of strings", span,
                    help: "an item is a string, or a list input of strings, whose items go here")
            }
        }
        if hasLists {
            program.data.constants[table].zeroes = (Self.maximumArguments + 1) * 8
            join(items, in: table, span)
        } else {
            put(items, in: table)
        }
        return PlacedPointer(address: add(.address(.constant(table), offset: 0), span))
    }

    /// As many as are written.
    private mutating func put(_ items: [(operand: Operand, span: Span)], in table: Int) {
        var initial = Initial(region: .constant(table), bytes: [], relocations: [])
        initial.grow(to: (items.count + 1) * 8)
        for (position, item) in items.enumerated() {
            guard case .bytes(let bytes) = item.operand else { continue }
            put(bytes.address, .u64, at: position * 8, item.span, &initial)
        }
        program.data.constants[table].bytes = initial.bytes
        program.data.constants[table].relocations = initial.relocations
    }

    /// As many as there are when it runs.
    private mutating func join(
        _ items: [(operand: Operand, span: Span)], in table: Int, _ span: Span
    ) {
        let lists = items.compactMap { if case .list(let list) = $0.operand { list } else { nil } }
        let written = add(.constant(Int64(items.count - lists.count)), span)
        let total = lists.reduce(written) { add(.binary(.add, $0, $1.count), span) }
        let most = add(.constant(Int64(Self.maximumArguments)), span)
        let message = "more than \(Self.maximumArguments) strings can't be handed to a process"
        program.statements.append(
            .fail(
                message: Array(message.utf8), condition: add(.binary(.greater, total, most), span),
                span))
        let next = newLocal()
        setLocal(next, add(.address(.constant(table), offset: 0), span))
        for (item, span) in items {
            switch item {
            case .bytes(let bytes): append(bytes.address, at: next, span)
            case .list(let list): append(list, at: next, span)
            default: break
            }
        }
        program.statements.append(
            .store(address: local(next, span), value: add(.constant(0), span), .u64, span))
    }

    /// Where the next word goes is known to a local.
    private mutating func append(_ value: ValueID, at next: Int, _ span: Span) {
        program.statements.append(.store(address: local(next, span), value: value, .u64, span))
        setLocal(next, add(.binary(.add, local(next, span), add(.constant(8), span)), span))
    }

    private mutating func append(_ list: InputList, at next: Int, _ span: Span) {
        let item = newLocal()
        setLocal(item, list.base)
        let size = add(.constant(list.itemSize), span)
        let bytes = add(.binary(.multiply, list.count, size), span)
        let end = kept(add(.binary(.add, list.base, bytes), span), span)
        let body = collecting { checker in
            let place = checker.local(item, span)
            checker.append(checker.add(.load(place, .i64), span), at: next, span)
            checker.setLocal(item, checker.add(.binary(.add, place, size), span))
        }
        program.statements.append(
            .loop(
                CheckedLoop(
                    condition: add(.binary(.less, local(item, span), end), span), body: body)))
    }
}
