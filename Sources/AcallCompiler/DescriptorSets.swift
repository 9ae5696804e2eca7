// Which descriptors a word of the program may hold.

/// What a word may hold: a descriptor, and the operation that closed it since it was put there; -1 if none did.
struct HeldDescriptor: Hashable, BitwiseCopyable {
    var descriptor: Int32
    var closer: Int32 = -1
}

/// Sets of descriptors that a word may hold, each once, by number. The empty set has number 0.
struct DescriptorSets {
    /// A word that may hold more is one of which nothing is known.
    static let maximumCount = 8

    private var sets: [[HeldDescriptor]] = [[]]
    private var numbers: [[HeldDescriptor]: Int32] = [[]: 0]

    subscript(set: Int32) -> [HeldDescriptor] { sets[Int(set)] }

    /// nil if there are too many.
    mutating func number(of held: [HeldDescriptor]) -> Int32? {
        var closers: [Int32: Int32] = [:]
        for one in held { closers[one.descriptor] = max(closers[one.descriptor] ?? -1, one.closer) }
        if closers.count > Self.maximumCount { return nil }
        return intern(
            closers.keys.sorted().map { HeldDescriptor(descriptor: $0, closer: closers[$0]!) })
    }

    /// nil if there are too many.
    mutating func union(_ a: Int32, _ b: Int32) -> Int32? {
        if a == b || b == 0 { return a }
        if a == 0 { return b }
        return number(of: sets[Int(a)] + sets[Int(b)])
    }

    /// Whether two sets say of one descriptor that different operations closed it.
    func disagree(_ a: Int32, _ b: Int32) -> Bool {
        if a == b { return false }
        return sets[Int(a)].contains { one in
            one.closer >= 0
                && sets[Int(b)].contains {
                    $0.descriptor == one.descriptor && $0.closer >= 0 && $0.closer != one.closer
                }
        }
    }

    /// The set after `closer` has closed a descriptor.
    mutating func closing(_ descriptor: Int32, in set: Int32, by closer: Int32) -> Int32 {
        var changed = sets[Int(set)]
        guard let index = changed.firstIndex(where: { $0.descriptor == descriptor }) else {
            return set
        }
        changed[index].closer = closer
        return intern(changed)
    }

    /// The set without a descriptor.
    mutating func removing(_ descriptor: Int32, from set: Int32) -> Int32 {
        intern(sets[Int(set)].filter { $0.descriptor != descriptor })
    }

    private mutating func intern(_ set: [HeldDescriptor]) -> Int32 {
        if let number = numbers[set] { return number }
        let number = Int32(truncatingIfNeeded: sets.count)
        sets.append(set)
        numbers[set] = number
        return number
    }
}

/// The words that may hold descriptors: parts of storage, and words that the compiler keeps.
///
/// Storage into which no descriptor can come has no words here.
struct DescriptorWords {
    private struct Cell: Hashable {
        var storage: Int
        var offset: Int
    }

    /// How many words there are: cells, one for the elements of each storage, one for each local.
    private(set) var count = 0
    private var cells: [Cell: Int] = [:]
    /// By storage: its cells.
    private var cellsOf: [Int: [Int]] = [:]
    /// By storage: what was put into an element whose number is known only when the program runs.
    private var elements: [Int: Int] = [:]
    private var locals: [Int: Int] = [:]
    /// By step: what it gave a new open file, of `dup2` and `dup3`.
    private var replaced: [Int: Int] = [:]
    /// By cell: the bytes of the widest word there.
    private var widths: [Int: Int] = [:]
    private var offsets: [Int: Int] = [:]

    init(_ program: TypedProgram, _ graph: ProgramGraph) {
        let carriers = Self.carriers(program, graph)
        for storage in carriers.storages.sorted() {
            elements[storage] = count
            count += 1
        }
        for local in carriers.locals.sorted() {
            locals[local] = count
            count += 1
        }
        for step in carriers.replaced.sorted() {
            replaced[step] = count
            count += 1
        }
        for store in graph.stores where store.value != nil {
            addCell(program.place(at: store.address), store.width)
        }
        for value in program.pool.values {
            if case .load(let address, let type) = value {
                addCell(program.place(at: address), Int(type.width))
            }
        }
        for descriptor in program.descriptors { addCell(program.place(of: descriptor), 4) }
        addCopies(program, graph)
    }

    /// What is copied has the same words on both sides.
    private mutating func addCopies(_ program: TypedProgram, _ graph: ProgramGraph) {
        let copies = graph.stores.compactMap { DescriptorCopy($0, program) }.filter {
            elements[$0.to.storage] != nil && elements[$0.from.storage] != nil
        }
        var left = copies.count + 1
        var before = -1
        while before != count, left > 0 {
            (before, left) = (count, left - 1)
            for copy in copies {
                for (from, to) in [(copy.from, copy.to), (copy.to, copy.from)] {
                    for (offset, cell) in cells(of: from.storage, in: copy.range(from)) {
                        let place = TypedProgram.StoragePlace(
                            storage: to.storage, offset: copy.range(to).lowerBound + offset)
                        addCell(place, widths[cell] ?? 4)
                    }
                }
            }
        }
    }

    private mutating func addCell(_ place: TypedProgram.StoragePlace?, _ width: Int) {
        guard let place, let offset = place.offset, elements[place.storage] != nil else { return }
        let cell = Cell(storage: place.storage, offset: offset)
        if let known = cells[cell] {
            widths[known] = max(widths[known] ?? 0, width)
            return
        }
        cells[cell] = count
        widths[count] = width
        offsets[count] = offset
        cellsOf[place.storage, default: []].append(count)
        count += 1
    }

    func cell(_ storage: Int, at offset: Int) -> Int? {
        cells[Cell(storage: storage, offset: offset)]
    }

    func cells(of storage: Int) -> [Int] { cellsOf[storage] ?? [] }
    func elements(of storage: Int) -> Int? { elements[storage] }
    func local(_ local: Int) -> Int? { locals[local] }
    func replaced(by step: Int) -> Int? { replaced[step] }

    /// The cells in a part of storage, with their offsets from its start.
    func cells(of storage: Int, in range: Range<Int>) -> [(offset: Int, cell: Int)] {
        cells(of: storage).compactMap { cell in
            guard let offset = offsets[cell], range.contains(offset) else { return nil }
            return (offset - range.lowerBound, cell)
        }
    }

    /// The cells that a store of `width` bytes at an offset changes in part, and those that it changes as a whole.
    func cells(of storage: Int, overlapping offset: Int, _ width: Int) -> [Int] {
        ((offset - 7)..<(offset + max(1, width))).compactMap {
            guard $0 != offset, let cell = cell(storage, at: $0) else { return nil }
            return $0 + (widths[cell] ?? 8) > offset ? cell : nil
        }
    }

    // MARK: What can hold a descriptor

    private enum Holder: Hashable {
        case storage(Int), local(Int)
        case replaced(Int)
    }

    private static func carriers(
        _ program: TypedProgram, _ graph: ProgramGraph
    ) -> (storages: Set<Int>, locals: Set<Int>, replaced: Set<Int>) {
        var holders: Set<Holder> = []
        var flows: [Holder: [Holder]] = [:]
        var queue: [Holder] = []
        func add(_ holder: Holder) {
            if holders.insert(holder).inserted { queue.append(holder) }
        }
        func put(_ value: ValueID, in holder: Holder) {
            switch program.holder(of: value) {
            case .descriptor, .input: add(holder)
            case .storage(let storage): flows[.storage(storage), default: []].append(holder)
            case .local(let local): flows[.local(local), default: []].append(holder)
            case .replaced(let step): flows[.replaced(step), default: []].append(holder)
            case .number: break
            }
        }
        for (index, step) in program.steps.enumerated() {
            if let replaced = program.replaced(by: step) { put(replaced, in: .replaced(index)) }
        }
        // Whoever put it there: what is closed is a descriptor.
        for effect in program.effects where effect.kind == .close {
            guard let value = effect.valueID else { continue }
            switch program.holder(of: value) {
            case .storage(let storage): add(.storage(storage))
            case .local(let local): add(.local(local))
            case .replaced(let step): add(.replaced(step))
            case .descriptor, .input, .number: break
            }
        }
        for store in graph.stores {
            guard let place = program.place(at: store.address) else { continue }
            if let value = store.value {
                put(value, in: .storage(place.storage))
            } else if let source = store.source.flatMap({ program.place(at: $0) }) {
                flows[.storage(source.storage), default: []].append(.storage(place.storage))
            }
        }
        for set in graph.sets { put(set.value, in: .local(set.local)) }
        for descriptor in program.descriptors {
            if let place = program.place(of: descriptor) { add(.storage(place.storage)) }
        }
        while let holder = queue.popLast() {
            for next in flows[holder] ?? [] { add(next) }
        }
        var storages: Set<Int> = []
        var locals: Set<Int> = []
        var replaced: Set<Int> = []
        for holder in holders {
            switch holder {
            case .storage(let storage): storages.insert(storage)
            case .local(let local): locals.insert(local)
            case .replaced(let step): replaced.insert(step)
            }
        }
        return (storages, locals, replaced)
    }
}

/// A copy of a part of storage into another one.
struct DescriptorCopy {
    var to: TypedProgram.StoragePlace
    var from: TypedProgram.StoragePlace
    private var width: Int

    /// nil if the store is none, or if one of the places is known only when the program runs.
    init?(_ store: ProgramGraph.Store, _ program: TypedProgram) {
        guard let to = program.place(at: store.address), to.offset != nil,
            let from = store.source.flatMap({ program.place(at: $0) }), from.offset != nil
        else { return nil }
        (self.to, self.from, width) = (to, from, store.width)
    }

    func range(_ place: TypedProgram.StoragePlace) -> Range<Int> {
        let offset = place.offset ?? 0
        return offset..<offset + max(0, width)
    }
}

extension TypedProgram {
    /// Where a word comes from, as far as descriptors are concerned.
    enum Holder {
        case descriptor(Int)
        /// An input of type `fd`.
        case input(Int)
        case storage(Int)
        case local(Int)
        /// The result of a `dup2` or `dup3`: the number that it was given.
        case replaced(Int)
        case number
    }

    /// Where a call puts a descriptor, if it puts it into storage.
    func place(of descriptor: OwnedDescriptor) -> StoragePlace? {
        guard let element = descriptor.element, let address = steps[descriptor.step].madeAt,
            let place = place(at: address)
        else { return nil }
        return StoragePlace(storage: place.storage, offset: place.offset.map { $0 + element * 4 })
    }

    /// The number that a `dup2` or `dup3` gives another open file.
    func replaced(by step: CheckedStep) -> ValueID? {
        let syscall = syscalls[step.syscall]
        guard syscall.result == .descriptor, syscall.policy == .own, step.arguments.count > 1
        else { return nil }
        return step.arguments[1]
    }

    func holder(of value: ValueID) -> Holder {
        switch self[value] {
        case .result(let step):
            let made = steps[step].makes.first { descriptors[$0].element == nil }
            if let made { return .descriptor(made) }
            return replaced(by: steps[step]) == nil ? .number : .replaced(step)
        case .input(let index, _):
            return data.inputs[index].type == .descriptor ? .input(index) : .number
        case .fitting(let inner, _): return holder(of: inner)
        case .load(let address, _):
            return place(at: address).map { .storage($0.storage) } ?? .number
        case .local(let local): return .local(local)
        default: return .number
        }
    }
}
