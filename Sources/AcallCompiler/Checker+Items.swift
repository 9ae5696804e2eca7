// What a `for` goes over: ranges, lists, arrays, records of variable length.

import AcallCatalog
import AcallSyntax

/// How a loop gets from item to item.
struct Walk {
    /// Whether there is another item.
    var condition: ValueID
    /// What the name of the item stands for; what must be computed for it is appended.
    var bind: (inout Checker) -> Symbol
    var advance: (inout Checker) -> Void
    /// Where the items are counted: how many, and the item with a number.
    var counted: CountedItems?
    /// The buffer whose records are the items.
    var storage: Int?
}

/// Items that have numbers.
struct CountedItems {
    var count: ValueID
    /// Appends what must be computed for the item with a number.
    var bind: (inout Checker, ValueID) -> Symbol
    /// Where they are those of a list.
    var list: InputList?
}

extension Checker {
    /// A word that the compiler keeps, of the chain at hand.
    mutating func newLocal() -> Int {
        program.words.locals.append(here.region)
        program.words.localValues.append([])
        return program.words.locals.count - 1
    }

    /// One for values of a type.
    mutating func newLocal(_ type: IntegerType) -> Int {
        let index = newLocal()
        if type == .u64 { contents.unsignedLocals.insert(index) }
        return index
    }

    mutating func local(_ index: Int, _ span: Span) -> ValueID { add(.local(index), span) }

    mutating func setLocal(_ index: Int, _ value: ValueID) {
        program.statements.append(.setLocal(index, value))
        program.words.localValues[index].append(value)
    }

    /// The value, kept: what it is made of may change.
    mutating func kept(_ value: ValueID, _ span: Span) -> ValueID {
        if constant(value) != nil { return value }
        let index = newLocal(isUnsignedWord(value) ? .u64 : .i64)
        setLocal(index, value)
        return local(index, span)
    }

    mutating func walk(_ items: Iteration) -> Walk? {
        guard let counted = counted(items) else {
            if case .items(let id) = items, isRecords(id) { return records(id) }
            return nil
        }
        let span = program.span(of: counted.count)
        let index = newLocal()
        setLocal(index, add(.constant(0), span))
        let count = kept(counted.count, span)
        return Walk(
            condition: add(.binary(.less, local(index, span), count), span),
            bind: { counted.bind(&$0, $0.local(index, span)) },
            advance: { checker in
                let one = checker.add(.constant(1), span)
                let next = checker.add(.binary(.add, checker.local(index, span), one), span)
                checker.setLocal(index, next)
            }, counted: counted)
    }

    /// Items that have numbers; nil where they have none, or where something is wrong, which is reported.
    mutating func counted(_ items: Iteration) -> CountedItems? {
        switch items {
        case .range(let low, let high, let isClosed):
            return countedRange(low, high, isClosed: isClosed)
        case .items(let id):
            if isRecords(id) { return nil }
            let span = tree[id].span
            let outer = here.wanted
            here.wanted = .items
            defer { here.wanted = outer }
            switch operand(id) {
            case .hole: return nil
            case .list(let list):
                return CountedItems(
                    count: add(program[list.count], span),
                    bind: { checker, index in
                        let item = checker.listItem(list, index, span)
                        return .operand(checker.addOperand(item))
                    }, list: list)
            case .place(let place): return countedPlace(place, span)
            case let other:
                diagnostics.error(
                    "E0406", span, "\(other.kindName) has no items to go over",
                    help: "a range, as `0..<10`; a list input; an array; or `records(...)`")
                return nil
            }
        }
    }

    private mutating func countedRange(
        _ low: ExpressionID, _ high: ExpressionID, isClosed: Bool
    ) -> CountedItems? {
        let first = integer(low)
        let last = integer(high)
        let span = tree[low].span.joined(to: tree[high].span)
        guard let first, let last else { return nil }
        let start = kept(first, span)
        guard case .integer(var count) = arithmetic(.subtract, last, start, span) else {
            return nil
        }
        if isClosed {
            guard case .integer(let more) = arithmetic(.add, count, add(.constant(1), span), span)
            else { return nil }
            count = more
        }
        return CountedItems(
            count: count,
            bind: { checker, index in
                if checker.constant(start) == 0 {
                    return .operand(checker.addOperand(.integer(index)))
                }
                let value = checker.add(.binary(.add, start, index), span)
                let kept = checker.kept(value, span)
                return .operand(checker.addOperand(.integer(kept)))
            })
    }

    private mutating func countedPlace(_ place: Place, _ span: Span) -> CountedItems? {
        let element: StorageType
        let count: Int
        switch place.type {
        case .bytes(let size):
            (element, count) = (.integer(IntegerType(width: 1, isSigned: false), .plain), size)
        case .integers(let type, let size): (element, count) = (.integer(type, .plain), size)
        case .structures(let info, let size): (element, count) = (.structure(info), size)
        default:
            diagnostics.error(
                "E0406", span, "\(Operand.place(place).kindName) has no items to go over",
                help: "arrays do, as `var fds: int[2]`")
            return nil
        }
        return CountedItems(
            count: add(.constant(Int64(count)), span),
            bind: { checker, index in
                let size = checker.add(.constant(Int64(element.size)), span)
                let offset = checker.add(.binary(.multiply, index, size), span)
                let address = checker.add(.binary(.add, place.address, offset), span)
                let item = Place(
                    address: checker.kept(address, span), type: element, storage: place.storage,
                    offset: nil, span: span)
                return .operand(checker.addOperand(.place(item)))
            })
    }

    /// An item of a list input that the runner hands out.
    mutating func takenItem(
        _ list: InputList, _ span: Span
    ) -> (list: (base: ValueID, words: [Int]), symbol: Symbol) {
        let base = add(program[list.base], span)
        if case .integers(let type) = list.type {
            let first = newLocal(type)
            return ((base, [first]), .operand(addOperand(.integer(local(first, span)))))
        }
        let (first, second) = (newLocal(), newLocal())
        let bytes = Bytes(
            address: local(first, span), count: local(second, span), capacity: nil, storage: nil,
            isTerminated: true)
        return ((base, [first, second]), .operand(addOperand(.bytes(bytes))))
    }

    /// An item of a list input, whose number is in range.
    private mutating func listItem(
        _ list: InputList, _ index: ValueID, _ span: Span
    ) -> Operand {
        let base = add(program[list.base], span)
        var element: IntegerType?
        if case .integers(let type) = list.type { element = type }
        let size = add(.constant(element == nil ? 16 : 8), span)
        let place = add(.binary(.add, base, add(.binary(.multiply, index, size), span)), span)
        if let element {
            let word = element == .u64 ? element : .i64
            return .integer(kept(add(.load(place, word), span), span))
        }
        // Both words of an item stand where one calculation says.
        let first = kept(place, span)
        let second = add(.binary(.add, first, add(.constant(8), span)), span)
        let address = kept(add(.load(first, .i64), span), span)
        let count = kept(add(.load(second, .i64), span), span)
        return .bytes(
            Bytes(address: address, count: count, capacity: nil, storage: nil, isTerminated: true))
    }

    // MARK: Records

    private func isRecords(_ id: ExpressionID) -> Bool {
        if case .function(let name, _, _) = tree[id].kind { return text(name) == "records" }
        return false
    }

    /// `records(buffer[..<n], linux_dirent64)`: each record says where the next one is.
    private mutating func records(_ id: ExpressionID) -> Walk? {
        guard case .function(_, let list, _) = tree[id].kind else { return nil }
        let span = tree[id].span
        let arguments = list.indices.map { tree.expressionLists[$0] }
        guard arguments.count == 2, case .name(let typeName) = tree[arguments[1]].kind else {
            diagnostics.error(
                "E0402", span, "`records` takes the bytes and the name of a structure",
                help: "as in `records(buffer[..<n], linux_dirent64)`")
            return nil
        }
        let operand = operand(arguments[0])
        guard let info = structure(named: text(typeName)), let step = RecordStep(info.layout) else {
            diagnostics.error(
                "E0305", tree[arguments[1]].span,
                "`\(text(typeName))` is no structure of variable length",
                help: "such are \(RecordStep.names.map { "`\($0)`" }.joined(separator: ", "))")
            return nil
        }
        if case .hole = operand { return nil }
        guard let bytes = bytes(operand, tree[arguments[0]].span), let storage = bytes.storage
        else {
            diagnostics.error(
                "E0406", tree[arguments[0]].span, "\(operand.kindName) holds no records",
                help: "name the part of the buffer that was filled, as `buffer[..<n]`")
            return nil
        }
        requireWritten(storage, tree[arguments[0]].span)
        let cursor = newLocal()
        setLocal(cursor, bytes.address)
        let stop = kept(add(.binary(.add, bytes.address, bytes.count), span), span)
        let here = local(cursor, span)
        // A head that is not all there ends the walk.
        let head = add(.binary(.add, here, add(.constant(Int64(step.head)), span)), span)
        let place = Place(
            address: here, type: .structure(info), storage: storage, offset: nil, span: span)
        return Walk(
            condition: step.condition(&self, here, isThere: (head, stop), span),
            bind: { checker in
                let end = step.end(&checker, here, stop, span)
                return .operand(checker.addOperand(.entry(place, end: end)))
            },
            advance: { checker in
                let next = step.next(&checker, here, stop, span)
                checker.setLocal(cursor, next)
            }, storage: storage)
    }
}

/// How a record of a variable length says where the next one is.
private struct RecordStep {
    /// The field that holds the length.
    var offset: Int
    var type: IntegerType
    /// Added to the length; the sum is rounded up to a multiple of `alignment`.
    var plus: Int
    var alignment: Int
    /// The least that is there of a record.
    var head: Int

    /// What the length counts of a record's head; 0 where it says nothing of it, and where the kernel alone
    /// writes it.
    var least = 0
    /// Bytes at its end that are its own go up to its own end.
    var hasData = false

    static let names = ["linux_dirent64", "inotify_event", "nlmsghdr", "cmsghdr", "cmsg_rights"]

    init?(_ layout: Structure) {
        func field(_ name: String) -> (Int, IntegerType)? {
            guard let field = layout.fields.first(where: { $0.name == name }),
                case .integer(let type, _) = field.type
            else { return nil }
            return (field.offset, type)
        }
        let (name, plus, alignment, head): (String, Int, Int, Int)
        switch layout.name {
        case "linux_dirent64": (name, plus, alignment, head) = ("d_reclen", 0, 1, 19)
        case "inotify_event": (name, plus, alignment, head) = ("len", 16, 1, 16)
        case "nlmsghdr": (name, plus, alignment, head) = ("nlmsg_len", 0, 4, 16)
        case "cmsghdr": (name, plus, alignment, head) = ("cmsg_len", 0, 8, 16)
        case "cmsg_rights": (name, plus, alignment, head) = ("cmsg_len", 0, 8, 24)
        default: return nil
        }
        guard let (offset, type) = field(name) else { return nil }
        (self.offset, self.type, self.plus, self.alignment) = (offset, type, plus, alignment)
        self.head = head
        if alignment > 1 { least = 16 }
        hasData = layout.fields.contains { $0.type == .flexible(isString: false) }
    }

    private func constant(_ checker: inout Checker, _ value: Int, _ span: Span) -> ValueID {
        checker.add(.constant(Int64(value)), span)
    }

    /// What the record says of its length.
    private func length(_ checker: inout Checker, _ here: ValueID, _ span: Span) -> ValueID {
        let offset = constant(&checker, offset, span)
        let place = checker.add(.binary(.add, here, offset), span)
        let length = checker.add(.load(place, type), span)
        guard plus > 0 else { return length }
        return checker.add(.binary(.add, length, constant(&checker, plus, span)), span)
    }

    /// Whether there is a record: all of its head, and a length that is none of a buffer's zeroes.
    func condition(
        _ checker: inout Checker, _ here: ValueID, isThere: (head: ValueID, stop: ValueID),
        _ span: Span
    ) -> ValueID {
        let fits = checker.add(.binary(.lessEqual, isThere.head, isThere.stop), span)
        guard least > 0 else { return fits }
        let length = length(&checker, here, span)
        let isOne = checker.add(
            .binary(.greaterEqual, length, constant(&checker, least, span)), span)
        return checker.add(.binary(.logicalAnd, fits, isOne), span)
    }

    /// Where its data ends: what is behind the data is the next record's, or padding.
    func end(
        _ checker: inout Checker, _ here: ValueID, _ stop: ValueID, _ span: Span
    ) -> ValueID {
        guard hasData else { return stop }
        let own = checker.add(.binary(.add, here, length(&checker, here, span)), span)
        return checker.kept(checker.add(.minimum(own, stop), span), span)
    }

    /// The address of the next record: behind this one, never before its head's end, never behind the end.
    func next(
        _ checker: inout Checker, _ here: ValueID, _ end: ValueID, _ span: Span
    ) -> ValueID {
        func constant(_ value: Int) -> ValueID { checker.add(.constant(Int64(value)), span) }
        var length = length(&checker, here, span)
        if alignment > 1 {
            let raised = checker.add(.binary(.add, length, constant(alignment - 1)), span)
            length = checker.add(.binary(.and, raised, constant(-alignment)), span)
        }
        length = checker.add(.maximum(length, constant(head)), span)
        return checker.add(.minimum(checker.add(.binary(.add, here, length), span), end), span)
    }
}
