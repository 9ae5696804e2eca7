// Chains that run at the same time: of two, neither writes what the other uses, and neither closes it.
//
// A task's statements stand in the graph where the task starts. Behind them the task is running, until a chain waits
// for it. So when a chain uses storage, the chains that may be using it at the same time have been looked at before:
// the analysis keeps, for each storage, who has written it, and who has read it since. A use is in order with one
// before it if that was made by the same chain, by a chain around it, or by a chain that has ended.
//
// A chain that has waited for a chain has waited for all that this one has waited for.

import AcallSyntax

struct ChainAnalysis: FlowAnalysis {
    struct Fact: Equatable, BitwiseCopyable {
        /// Of a task: 0 it has not started, 1 it is running, 2 this chain has waited for it, 3 a chain that this one
        /// has waited for has. Of storage and descriptors: a number of `uses`; -1: there are none.
        var detail: Int32
        var isTask = false

        static let running: Int32 = 1
        static let waitedFor: Int32 = 2
        static let ended: Int32 = 3
    }

    /// A use by a chain, and those before it.
    private struct Use {
        var task: Int32
        var operation: Int32
        var before: Int32
        /// Of two paths that meet.
        var other: Int32
        /// How many such places are in the list.
        var depth: Int32 = 0
    }

    /// Lists in which more paths meet are compared as a whole.
    private static let maximumDepth: Int32 = 8

    let context: FlowContext
    private(set) var findings = Findings()
    /// By wait that the compiler adds: the tasks that may still be running.
    private(set) var needed: [Int: [Int]] = [:]
    /// By operation: the descriptors that it uses or closes.
    private let descriptors: [Int: [Int32]]
    /// Descriptors of which it is known already that they are used wrongly.
    private let reported: Set<Int>
    private var uses: [Use] = []
    private var meetings: [Int64: Int32] = [:]
    /// The chain at hand, and the chains around it; -1 is the main chain.
    private var chain: [Int32] = [-1]
    /// By task: the chain that starts it, and how many are around it.
    private var parents: [Int32]
    private var depths: [Int32]
    /// By task: the tasks that have ended when it has, since it waits for them on each path to a success exit.
    private var waits: [Int: [Int]] = [:]
    /// By task: the tasks that statements of it wait for, and those of them that had ended when it started.
    private var targets: [Int: [Int]] = [:]
    private var endedBefore: [Int: Set<Int>] = [:]

    init(_ context: FlowContext, _ descriptors: [Int: [Int32]], reported: Set<Int>) {
        self.context = context
        self.descriptors = descriptors
        self.reported = reported
        let program = context.program
        parents = Array(repeating: -1, count: program.chains.tasks.count)
        depths = Array(repeating: 1, count: program.chains.tasks.count)
        for operation in context.graph.operations {
            let payload = Int(operation.payload)
            switch operation.kind {
            case .start:
                parents[payload] = chain[chain.count - 1]
                depths[payload] = Int32(chain.count)
                chain.append(Int32(payload))
            case .endTask:
                chain.removeLast()
                let all = targets[payload] ?? []
                if chain.count > 1 { targets[Int(chain[chain.count - 1]), default: []] += all }
            case .await where chain.count > 1:
                let task = Int(chain[chain.count - 1])
                targets[task, default: []] += context.graph.awaits[payload].tasks
            default: break
            }
        }
    }

    // MARK: Variables

    private var tasks: Int { context.program.chains.tasks.count }
    private var storages: Int { context.program.data.storages.count }

    /// The tasks; then by storage, and by descriptor, the chains that write or close it, and those that read or use it.
    func initialFacts() -> [Fact] {
        let things = storages + context.descriptorCount
        return Array(repeating: Fact(detail: 0, isTask: true), count: tasks)
            + Array(repeating: Fact(detail: -1), count: 2 * things)
    }

    mutating func join(_ a: Fact, _ b: Fact) -> Fact {
        if a == b { return a }
        if a.isTask {
            if a.detail == Fact.running || b.detail == Fact.running {
                return Fact(detail: Fact.running, isTask: true)
            }
            return Fact(detail: max(a.detail, b.detail), isTask: true)
        }
        if a.detail < 0 || isBefore(a.detail, b.detail) { return b }
        if b.detail < 0 || isBefore(b.detail, a.detail) { return a }
        let key = Int64(min(a.detail, b.detail)) << 32 | Int64(max(a.detail, b.detail))
        if let known = meetings[key] { return Fact(detail: known) }
        let (one, two) = (uses[Int(a.detail)], uses[Int(b.detail)])
        if one.task >= 0, one.task == two.task, one.before == two.before {
            return Fact(detail: min(a.detail, b.detail))
        }
        let depth = max(one.depth, two.depth)
        // In a loop the list would grow with each visit.
        if depth >= Self.maximumDepth {
            let (first, second) = (allTasks(in: a.detail), allTasks(in: b.detail))
            if second.isSubset(of: first) { return a }
            if first.isSubset(of: second) { return b }
        }
        uses.append(
            Use(task: -1, operation: -1, before: a.detail, other: b.detail, depth: depth + 1))
        meetings[key] = Int32(uses.count - 1)
        return Fact(detail: Int32(uses.count - 1))
    }

    /// The chains that a list has uses by.
    private func allTasks(in list: Int32) -> Set<Int32> {
        var tasks: Set<Int32> = []
        var seen: Set<Int32> = [list]
        var stack = [list]
        while let node = stack.popLast() {
            let use = uses[Int(node)]
            if use.task >= 0 { tasks.insert(use.task) }
            for next in [use.before, use.other] where next >= 0 && seen.insert(next).inserted {
                stack.append(next)
            }
        }
        return tasks
    }

    /// Whether a chain's use is the last one of a list on some path.
    private func endsWith(_ task: Int32, _ list: Int32) -> Bool {
        var stack = [list]
        for _ in 0..<64 {
            guard let node = stack.popLast() else { return false }
            let use = uses[Int(node)]
            if use.task == task { return true }
            guard use.task < 0 else { continue }
            if use.before >= 0 { stack.append(use.before) }
            if use.other >= 0 { stack.append(use.other) }
        }
        return false
    }

    /// Whether a list is the beginning of another, as far as a few steps tell.
    private func isBefore(_ a: Int32, _ b: Int32) -> Bool {
        var node = b
        for _ in 0..<8 where node >= 0 {
            if node == a { return true }
            let use = uses[Int(node)]
            if use.other == a { return true }
            node = use.before
        }
        return false
    }

    // MARK: Operations

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        let payload = Int(operation.payload)
        switch operation.kind {
        case .start:
            endedBefore[payload] = Set(
                (targets[payload] ?? []).filter { state[$0].detail >= Fact.waitedFor })
            chain.append(Int32(payload))
            state[payload] = Fact(detail: Fact.running, isTask: true)
        case .endTask: end(payload, &state)
        case .await: wait(context.graph.awaits[payload], &state, isReporting)
        case .finish:
            for task in context.graph.started[context.graph.finishes[payload]]
            where state[task].detail == Fact.running {
                state[task] = Fact(detail: Fact.waitedFor, isTask: true)
            }
        case .effect where tasks > 0:
            visit(context.program.effects[payload], at: index, &state, isReporting)
        case .effect, .call, .store, .set, .cancel, .ending: break
        }
    }

    /// Behind its statements a task is running, and what it has waited for may be, as this chain sees it.
    private mutating func end(_ task: Int, _ state: inout FlowState<Fact>) {
        chain.removeLast()
        let program = context.program
        let mayStopEarly =
            program.chains.tasks[task].items != nil || program.chains.tasks[task].mayBeCancelled
        var ended: [Int] = []
        for target in Set(targets[task] ?? []).sorted() where !isInside(Int32(target), task) {
            guard state[target].detail >= Fact.waitedFor,
                !(endedBefore[task]?.contains(target) ?? false)
            else { continue }
            if !mayStopEarly { ended.append(target) }
            state[target] = Fact(detail: Fact.running, isTask: true)
        }
        waits[task] = ended
    }

    private mutating func wait(
        _ wait: CheckedAwait, _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        if let number = wait.implicit, isReporting {
            let running = wait.tasks.filter {
                state[$0].detail == Fact.running || state[$0].detail == Fact.ended
            }
            if !running.isEmpty { needed[number, default: []] += running }
        }
        if wait.isAny, wait.tasks.count > 1 { return }
        for task in wait.tasks {
            state[task] = Fact(detail: Fact.waitedFor, isTask: true)
            for other in waits[task] ?? [] where state[other].detail == Fact.running {
                state[other] = Fact(detail: Fact.ended, isTask: true)
            }
        }
    }

    private mutating func visit(
        _ effect: Effect, at index: Int, _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        switch effect.kind {
        case .read:
            use(storage: Int(effect.subject), isWrite: false, at: index, &state, isReporting)
        case .write, .assign:
            use(storage: Int(effect.subject), isWrite: true, at: index, &state, isReporting)
        case .name, .use, .close:
            for descriptor in descriptors[index] ?? [] {
                use(
                    descriptor: Int(descriptor), isClose: effect.kind == .close, at: index, &state,
                    isReporting)
            }
        default: break
        }
    }

    // MARK: Uses

    private mutating func use(
        storage: Int, isWrite: Bool, at index: Int, _ state: inout FlowState<Fact>,
        _ isReporting: Bool
    ) {
        if isReporting, isWrite, let items = itemsOutside(ofRegion: storage) {
            reportManyWrite(storage, items, at: index)
        }
        let variable = tasks + 2 * storage
        guard let other = note(variable, isWrite, at: index, &state), isReporting else { return }
        reportRace(storage, other, at: index)
    }

    private mutating func use(
        descriptor: Int, isClose: Bool, at index: Int, _ state: inout FlowState<Fact>,
        _ isReporting: Bool
    ) {
        let owner = context.made(descriptor)?.task
        if isReporting, isClose,
            chain.contains(where: { $0 >= 0 && isMany(Int($0)) && !isInside(owner, Int($0)) })
        {
            reportManyClose(descriptor, at: index)
        }
        let variable = tasks + 2 * (storages + descriptor)
        guard let other = note(variable, isClose, at: index, &state), isReporting else { return }
        reportClose(descriptor, other, isClose: isClose, at: index)
    }

    /// Adds a use; the number of one that may happen at the same time, if there is one.
    private mutating func note(
        _ variable: Int, _ isChange: Bool, at index: Int, _ state: inout FlowState<Fact>
    ) -> Int32? {
        var other = conflict(state[variable].detail, state)
        if isChange, other == nil { other = conflict(state[variable + 1].detail, state) }
        if other != nil {
            // One error for each thing.
            state[variable] = Fact(detail: -1)
            state[variable + 1] = Fact(detail: -1)
            return other
        }
        let task = chain[chain.count - 1]
        if isChange {
            // All before is in order with it: a later use needs to be with this one alone.
            state[variable] = Fact(detail: task < 0 ? -1 : append(task, index, to: -1))
            state[variable + 1] = Fact(detail: -1)
        } else if task >= 0 {
            let before = state[variable + 1].detail
            if before >= 0, endsWith(task, before) { return nil }
            state[variable + 1] = Fact(detail: append(task, index, to: before))
        }
        return nil
    }

    private mutating func append(_ task: Int32, _ index: Int, to before: Int32) -> Int32 {
        let operation = Int32(truncatingIfNeeded: index)
        let key = Int64(before + 1) << 32 | Int64(operation) | 1 << 63
        if let known = meetings[key] { return known }
        let depth = before < 0 ? 0 : uses[Int(before)].depth
        uses.append(
            Use(task: task, operation: operation, before: before, other: -1, depth: depth))
        meetings[key] = Int32(uses.count - 1)
        return Int32(uses.count - 1)
    }

    /// A use in a list by a chain that may be running.
    private func conflict(_ list: Int32, _ state: borrowing FlowState<Fact>) -> Int32? {
        if list < 0 { return nil }
        var stack = [list]
        while let node = stack.popLast() {
            let use = uses[Int(node)]
            if use.other >= 0 { stack.append(use.other) }
            if use.before >= 0 { stack.append(use.before) }
            if use.task >= 0, let root = root(of: use.task),
                state[Int(root)].detail == Fact.running
            {
                return node
            }
        }
        return nil
    }

    /// Of a task and the chains around it, the one that runs beside the chain at hand, or beside one around that; nil
    /// if the task is around it.
    private func root(of task: Int32) -> Int32? {
        var task = task
        while true {
            let depth = Int(depths[Int(task)])
            if depth < chain.count, chain[depth] == task { return nil }
            let parent = parents[Int(task)]
            if depth - 1 < chain.count, chain[depth - 1] == parent { return task }
            task = parent
        }
    }

    private func isMany(_ task: Int) -> Bool { context.program.chains.tasks[task].items != nil }

    /// Whether a chain is a task or is started, by way of others, by it.
    private func isInside(_ chain: Int32?, _ task: Int) -> Bool {
        var chain = chain ?? -1
        while chain >= 0 {
            if Int(chain) == task { return true }
            chain = parents[Int(chain)]
        }
        return false
    }

    private func isInside(_ chain: Int?, _ task: Int) -> Bool {
        isInside(chain.map { Int32($0) }, task)
    }

    /// The items, around this point, of which many write to storage outside of them.
    private func itemsOutside(ofRegion storage: Int) -> Int? {
        let region = context.program.data.storages[storage].region
        for task in chain where task >= 0 && isMany(Int(task)) {
            var inner = region
            var isOutside = true
            let own = context.program.chains.tasks[Int(task)].region
            while true {
                if inner == own {
                    isOutside = false
                    break
                }
                if inner == 0 { break }
                inner = context.program.chains.regionParents[inner - 1]
            }
            if isOutside { return Int(task) }
        }
        return nil
    }
}

// MARK: - What is wrong

extension ChainAnalysis {
    private func span(at operation: Int32) -> Span {
        context.program.effects[Int(context.graph.operations[Int(operation)].payload)].span
    }

    private func subject(_ task: Int32) -> (text: String, name: String?) {
        let name = context.program.chains.tasks[Int(task)].name.map { context.program.names[$0] }
        return (name.map { "`\($0)`" } ?? "a task", name)
    }

    /// The chain at hand, and the one that runs beside it, have been started both.
    private func bothStart(_ root: Int32) -> Bool { parents[Int(root)] != chain[chain.count - 1] }

    private mutating func reportRace(_ storage: Int, _ node: Int32, at index: Int) {
        guard findings.isNew(0, storage) else { return }
        let use = uses[Int(node)]
        let root = root(of: use.task) ?? use.task
        let (subject, name) = subject(root)
        findings.error(
            "E0506", span(at: Int32(index)),
            "`\(context.name(of: storage))` is used here while \(subject) may be using it",
            help: context.program.chains.futexWords.contains(storage)
                ? "chains share no storage; let one wait for the other with `signal = eventfd2(0)`: "
                    + "a `read` of it waits for a `write`"
                : bothStart(root)
                    ? "declare storage in each chain, or start the second chain when the first has ended"
                    : name.map { "wait for it first: `await \($0)`" }
                        ?? "give the task a name, and wait for it first",
            notes: [.init(span(at: use.operation), "used there")])
    }

    private mutating func reportManyWrite(_ storage: Int, _ items: Int, at index: Int) {
        guard findings.isNew(0, storage) else { return }
        let item = context.program.chains.tasks[items].items.map { context.program.names[$0.name] }
        findings.error(
            "E0506", span(at: Int32(index)),
            "chains that run at the same time would all write `\(context.name(of: storage))`",
            help: "what an item gives is an output with a key: "
                + "`output \(context.name(of: storage))[\(item ?? "item")] = ...`; "
                + "storage that only the item needs is declared inside the braces",
            notes: [.init(context.program.data.storages[storage].span, "declared here")])
    }

    private mutating func reportManyClose(_ descriptor: Int, at index: Int) {
        guard !reported.contains(descriptor), findings.isNew(1, descriptor) else { return }
        findings.error(
            "E0506", span(at: Int32(index)),
            "chains that run at the same time would all close this descriptor",
            help: "close it behind the braces, or leave it to the end of the program",
            notes: [context.opened(descriptor)])
    }

    private mutating func reportClose(
        _ descriptor: Int, _ node: Int32, isClose: Bool, at index: Int
    ) {
        guard !reported.contains(descriptor), findings.isNew(1, descriptor) else { return }
        let use = uses[Int(node)]
        let root = root(of: use.task) ?? use.task
        let (subject, name) = subject(root)
        let payload = Int(context.graph.operations[Int(use.operation)].payload)
        let isClosed = context.program.effects[payload].kind == .close
        findings.error(
            "E0506", span(at: Int32(index)),
            isClose
                ? "this closes a descriptor that \(subject) may be using"
                : "\(subject) may have closed this descriptor by now",
            help: bothStart(root)
                ? "close it when both have ended"
                : name.map { "wait for it first: `await \($0)`" }
                    ?? "give the task a name, and wait for it first",
            notes: [.init(span(at: use.operation), isClosed ? "closed there" : "used there")])
    }
}
