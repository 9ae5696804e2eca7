// Which values are computed in the same way, and between which points of the program they stay the same.
//
// Two steps with the condition `x == 1` are both made or both left out, if nothing changes `x` between them. The keys
// answer the first half of that: equal keys, equal computations. The definitions answer the second half: where the
// variables, results and words that a value is computed from get a new value.

import AcallSyntax

/// A condition, and whether it has to hold.
struct ConditionKey: Hashable, BitwiseCopyable {
    var key: Int32
    var isPositive: Bool

    /// Of a condition that is wrong: it may be that of any other step.
    static let unknown: Int32 = -2

    var negated: ConditionKey { ConditionKey(key: key, isPositive: !isPositive) }
}

struct ValueKeys {
    private struct Node: Hashable {
        var tag: UInt8
        var a: Int64 = 0
        var b: Int64 = 0
    }

    /// What a value is computed from and that may change: the storages, then the locals, then the steps' results are
    /// numbered from 0.
    private typealias Source = Int

    private let program: TypedProgram
    private var nodes: [Node: Int32] = [:]
    private var known: [ValueID: Int32] = [:]
    private var sources: [Int32: Set<Source>] = [:]
    /// The operations that change a source, ascending: those of source `n` are `places[starts[n]..<starts[n + 1]]`.
    private var starts: [Int32]
    private var places: [Int32]
    /// Deeper values are all different.
    private static let maximumDepth = 32

    init(_ program: TypedProgram, _ graph: ProgramGraph) {
        self.program = program
        let sources = program.data.storages.count + program.words.locals.count + program.steps.count
        var ends = [Int32](repeating: 0, count: sources + 1)
        for operation in graph.operations {
            if let source = Self.source(changedBy: operation, program, graph) {
                ends[source + 1] += 1
            }
        }
        for index in 1..<ends.count { ends[index] += ends[index - 1] }
        starts = ends
        places = Array(repeating: 0, count: Int(ends[sources]))
        for (index, operation) in graph.operations.enumerated() {
            if let source = Self.source(changedBy: operation, program, graph) {
                places[Int(ends[source])] = Int32(truncatingIfNeeded: index)
                ends[source] += 1
            }
        }
    }

    private static func source(
        changedBy operation: ProgramGraph.Operation, _ program: TypedProgram,
        _ graph: ProgramGraph
    ) -> Source? {
        let payload = Int(operation.payload)
        switch operation.kind {
        case .effect:
            let kind = program.effects[payload].kind
            return kind == .write || kind == .assign ? Int(program.effects[payload].subject) : nil
        case .call: return Self.result(payload, program)
        case .set: return program.data.storages.count + graph.sets[payload].local
        default: return nil
        }
    }

    private static func result(_ step: Int, _ program: TypedProgram) -> Source {
        program.data.storages.count + program.words.locals.count + step
    }

    // MARK: Keys

    mutating func condition(_ value: ValueID) -> ConditionKey {
        switch program[value] {
        case .local(let local) where program.words.unknownLocals.contains(local):
            return ConditionKey(key: ConditionKey.unknown, isPositive: true)
        case .not(let inner): return condition(inner).negated
        case .binary(.notEqual, let a, let b):
            return ConditionKey(key: comparison(.equal, a, b), isPositive: false)
        case .binary(.greaterEqual, let a, let b):
            return ConditionKey(key: comparison(.less, a, b), isPositive: false)
        case .binary(.lessEqual, let a, let b):
            return ConditionKey(key: comparison(.less, b, a), isPositive: false)
        case .binary(.greater, let a, let b):
            return ConditionKey(key: comparison(.less, b, a), isPositive: true)
        default: return ConditionKey(key: key(value), isPositive: true)
        }
    }

    private mutating func comparison(_ op: BinaryOperator, _ a: ValueID, _ b: ValueID) -> Int32 {
        binary(op, key(a), key(b))
    }

    private mutating func binary(_ op: BinaryOperator, _ x: Int32, _ y: Int32) -> Int32 {
        let tag = UInt8(truncatingIfNeeded: 32 + op.ordinal)
        return intern(Node(tag: tag, a: Int64(x), b: Int64(y)), of: [x, y])
    }

    mutating func key(_ value: ValueID, depth: Int = 0) -> Int32 {
        if let key = known[value] { return key }
        let result = newKey(value, depth)
        known[value] = result
        return result
    }

    private mutating func newKey(_ value: ValueID, _ depth: Int) -> Int32 {
        if depth > Self.maximumDepth { return unique(value) }
        func inner(_ value: ValueID, _ keys: inout ValueKeys) -> Int32 {
            keys.key(value, depth: depth + 1)
        }
        switch program[value] {
        case .constant(let number): return intern(Node(tag: 1, a: number), of: [])
        case .unsigned(let number):
            return intern(Node(tag: 2, a: Int64(bitPattern: number)), of: [])
        case .input(let index, let slot):
            return intern(Node(tag: 3, a: Int64(index), b: Int64(slot)), of: [])
        case .result(let step):
            return intern(Node(tag: 4, a: Int64(step)), Self.result(step, program))
        case .local(let local):
            return intern(Node(tag: 5, a: Int64(local)), program.data.storages.count + local)
        case .address(.storage(let storage), let offset):
            return intern(Node(tag: 6, a: Int64(storage), b: Int64(offset)), of: [])
        case .address(.constant(let constant), let offset):
            return intern(Node(tag: 7, a: Int64(constant), b: Int64(offset)), of: [])
        case .load(let address, let type):
            guard let place = program.place(at: address) else { return unique(value) }
            let x = inner(address, &self)
            let key = intern(Node(tag: 8, a: Int64(x), b: Int64(type.width)), of: [x])
            sources[key, default: []].insert(place.storage)
            return key
        case .fitting(let a, _): return inner(a, &self)
        case .not(let a):
            let x = inner(a, &self)
            return intern(Node(tag: 9, a: Int64(x)), of: [x])
        case .binary(let op, let a, let b): return binary(op, inner(a, &self), inner(b, &self))
        case .minimum(let a, let b):
            let (x, y) = (inner(a, &self), inner(b, &self))
            return intern(Node(tag: 10, a: Int64(x), b: Int64(y)), of: [x, y])
        case .maximum(let a, let b):
            let (x, y) = (inner(a, &self), inner(b, &self))
            return intern(Node(tag: 11, a: Int64(x), b: Int64(y)), of: [x, y])
        case .sliceAddress(let index):
            let slice = program.pool.slices[index]
            let (x, y) = (inner(slice.base, &self), inner(slice.low, &self))
            return intern(Node(tag: 12, a: Int64(x), b: Int64(y)), of: [x, y])
        default: return unique(value)
        }
    }

    private mutating func unique(_ value: ValueID) -> Int32 {
        intern(Node(tag: 0, a: Int64(value.index)), of: [])
    }

    private mutating func intern(_ node: Node, of parts: [Int32]) -> Int32 {
        if let key = nodes[node] { return key }
        let key = Int32(truncatingIfNeeded: nodes.count)
        nodes[node] = key
        for part in parts {
            if let inner = sources[part] { sources[key, default: []].formUnion(inner) }
        }
        return key
    }

    private mutating func intern(_ node: Node, _ source: Source) -> Int32 {
        let key = intern(node, of: [])
        sources[key] = [source]
        return key
    }

    // MARK: Changes

    /// Whether the value with a key is the same at two operations, the first of which stands before the second, on a
    /// path that does not go back in between.
    func isStable(_ key: Int32, from first: Int, to last: Int) -> Bool {
        guard first <= last else { return false }
        return (sources[key] ?? []).allSatisfy { !changes($0, in: first..<last) }
    }

    /// Whether an operation in a range writes storage.
    func isWritten(_ storage: Int, in range: Range<Int>) -> Bool {
        changes(storage, in: range)
    }

    private func changes(_ source: Source, in range: Range<Int>) -> Bool {
        var (low, high) = (Int(starts[source]), Int(starts[source + 1]))
        let end = high
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < end && places[low] < range.upperBound
    }
}

extension BinaryOperator {
    fileprivate var ordinal: Int {
        switch self {
        case .multiply: 0
        case .divide: 1
        case .remainder: 2
        case .and: 3
        case .or: 4
        case .xor: 5
        case .shiftLeft: 6
        case .shiftRight: 7
        case .add: 8
        case .subtract: 9
        case .equal: 10
        case .notEqual: 11
        case .less: 12
        case .lessEqual: 13
        case .greater: 14
        case .greaterEqual: 15
        case .logicalAnd: 16
        case .logicalOr: 17
        }
    }
}

extension TypedProgram {
    /// A place in storage. `offset` is nil if it is known only when the program runs.
    struct StoragePlace {
        var storage: Int
        var offset: Int?
    }

    /// The storage that an address is in, if that is known.
    func place(at address: ValueID, depth: Int = 0) -> StoragePlace? {
        if depth > 32 { return nil }
        switch self[address] {
        case .address(.storage(let storage), let offset):
            return StoragePlace(storage: storage, offset: offset)
        case .binary(.add, let a, let b):
            guard let place = place(at: a, depth: depth + 1) else { return nil }
            guard let offset = place.offset, case .constant(let known) = self[b] else {
                return StoragePlace(storage: place.storage, offset: nil)
            }
            return StoragePlace(storage: place.storage, offset: offset + Int(clamping: known))
        case .sliceAddress(let index):
            let slice = pool.slices[index]
            guard let place = place(at: slice.base, depth: depth + 1) else { return nil }
            guard let offset = place.offset, case .constant(let low) = self[slice.low] else {
                return StoragePlace(storage: place.storage, offset: nil)
            }
            return StoragePlace(storage: place.storage, offset: offset + Int(clamping: low))
        case .minimum(let a, let b), .maximum(let a, let b):
            let place = place(at: a, depth: depth + 1) ?? place(at: b, depth: depth + 1)
            return place.map { StoragePlace(storage: $0.storage, offset: nil) }
        case .local(let local):
            // A parameter of a proc is set once, before its statements.
            let values = words.localValues[local]
            guard let first = values.first,
                let place = place(at: first, depth: depth + 1)
            else { return nil }
            return values.count == 1 ? place : StoragePlace(storage: place.storage, offset: nil)
        default: return nil
        }
    }
}
