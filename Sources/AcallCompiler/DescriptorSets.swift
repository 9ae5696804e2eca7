// Which descriptors a word of the program may hold.

/// Sets of descriptors, each once, by number. The empty set has number 0.
struct DescriptorSets {
    /// A word that may hold more is one of which nothing is known.
    static let maximumCount = 8

    private var sets: [[Int32]] = [[]]
    private var numbers: [[Int32]: Int32] = [[]: 0]

    subscript(set: Int32) -> [Int32] { sets[Int(set)] }

    mutating func only(_ descriptor: Int) -> Int32 {
        intern([Int32(truncatingIfNeeded: descriptor)])
    }

    /// nil if there are too many.
    mutating func union(_ a: Int32, _ b: Int32) -> Int32? {
        if a == b || b == 0 { return a }
        if a == 0 { return b }
        let all = Set(sets[Int(a)]).union(sets[Int(b)]).sorted()
        return all.count > Self.maximumCount ? nil : intern(all)
    }

    private mutating func intern(_ set: [Int32]) -> Int32 {
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

    init(_ program: CheckedProgram, _ graph: ProgramGraph) {
        let carriers = Self.carriers(program, graph)
        for storage in carriers.storages.sorted() {
            elements[storage] = count
            count += 1
        }
        for local in carriers.locals.sorted() {
            locals[local] = count
            count += 1
        }
        for store in graph.stores where store.value != nil {
            addCell(program.place(at: store.address))
        }
        for value in program.values {
            if case .load(let address, let type) = value, type.width >= 4 {
                addCell(program.place(at: address))
            }
        }
        for descriptor in program.descriptors {
            guard let storage = descriptor.storage, let element = descriptor.element else {
                continue
            }
            addCell(.init(storage: storage, offset: element * 4))
        }
    }

    private mutating func addCell(_ place: CheckedProgram.StoragePlace?) {
        guard let place, let offset = place.offset, elements[place.storage] != nil else { return }
        let cell = Cell(storage: place.storage, offset: offset)
        guard cells[cell] == nil else { return }
        cells[cell] = count
        cellsOf[place.storage, default: []].append(count)
        count += 1
    }

    func cell(_ storage: Int, at offset: Int) -> Int? {
        cells[Cell(storage: storage, offset: offset)]
    }

    func cells(of storage: Int) -> [Int] { cellsOf[storage] ?? [] }
    func elements(of storage: Int) -> Int? { elements[storage] }
    func local(_ local: Int) -> Int? { locals[local] }

    /// The cells that a store of `width` bytes at an offset changes in part, and those that it changes as a whole.
    func cells(of storage: Int, overlapping offset: Int, _ width: Int) -> [Int] {
        ((offset - 7)..<(offset + max(1, width))).compactMap {
            $0 == offset ? nil : cell(storage, at: $0)
        }
    }

    // MARK: What can hold a descriptor

    private enum Holder: Hashable {
        case storage(Int), local(Int)
    }

    private static func carriers(
        _ program: CheckedProgram, _ graph: ProgramGraph
    ) -> (storages: Set<Int>, locals: Set<Int>) {
        var holders: Set<Holder> = []
        var flows: [Holder: [Holder]] = [:]
        var queue: [Holder] = []
        func add(_ holder: Holder) {
            if holders.insert(holder).inserted { queue.append(holder) }
        }
        func put(_ value: ValueID, in holder: Holder) {
            switch program.holder(of: value) {
            case .descriptor: add(holder)
            case .storage(let storage): flows[.storage(storage), default: []].append(holder)
            case .local(let local): flows[.local(local), default: []].append(holder)
            case .number: break
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
            if let storage = descriptor.storage { add(.storage(storage)) }
        }
        while let holder = queue.popLast() {
            for next in flows[holder] ?? [] { add(next) }
        }
        var storages: Set<Int> = []
        var locals: Set<Int> = []
        for holder in holders {
            switch holder {
            case .storage(let storage): storages.insert(storage)
            case .local(let local): locals.insert(local)
            }
        }
        return (storages, locals)
    }
}

extension CheckedProgram {
    /// Where a word comes from, as far as descriptors are concerned.
    enum Holder {
        case descriptor(Int)
        case storage(Int)
        case local(Int)
        case number
    }

    func holder(of value: ValueID) -> Holder {
        switch self[value] {
        case .result(let step):
            let made = steps[step].makes.first { descriptors[$0].element == nil }
            return made.map { .descriptor($0) } ?? .number
        case .fitting(let inner, _): return holder(of: inner)
        case .load(let address, let type) where type.width >= 4:
            return place(at: address).map { .storage($0.storage) } ?? .number
        case .local(let local): return .local(local)
        default: return .number
        }
    }
}
