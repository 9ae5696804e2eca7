// Chains: what is started, what is waited for, and which storage two of them must not touch at once.
//
// Invariant: a chain is waited for at the end of the block that started it at the latest, so that it outlives
// neither the storage nor the descriptors that it uses.

import AcallCatalog
import AcallSyntax

/// A use of storage by a chain.
struct Access {
    var storage: Int
    var isWrite: Bool
    var span: Span
    /// Tasks that may be running then, and that the chain has not started itself.
    var others: Set<Int>
}

/// The chain whose statements are looked at.
struct ChainContext {
    /// An entry of the program's `tasks`; nil for the main chain.
    var task: Int?
    var accesses: [Access] = []
    /// Of the tasks that it started: what they touch of what is outside of them.
    var touched: [Int: [Access]] = [:]
    /// The same for descriptors.
    var descriptorUses: [DescriptorUse] = []
    var touchedDescriptors: [Int: [DescriptorUse]] = [:]
    /// Its descriptors and storage, and those of no other chain, have these numbers or higher ones.
    var firstStorage = 0
    var firstDescriptor = 0
    /// The steps are those of items, of which many are taken at once.
    var isMany = false
    /// Tasks of others that may be running where it ends early, and well.
    var leftRunning: Set<Int> = []
    /// The steps are those of a proc that was called with `async`.
    var isProcedure = false
}

extension Checker {
    // MARK: Races

    /// `others`: where a chain that is started now does it, the tasks that it has not waited for by then.
    mutating func touch(
        _ storage: Int, isWrite: Bool, _ span: Span, by others: Set<Int>? = nil
    ) {
        let bothStart = others != nil
        if chain.task != nil, storage < chain.firstStorage {
            let running = others.map { flow.others.intersection($0) } ?? flow.others
            chain.accesses.append(
                Access(storage: storage, isWrite: isWrite, span: span, others: running))
            if isWrite, chain.isMany { reportManyWrite(storage, span) }
        }
        for task in flow.running
        where !flow.ended.contains(task) && others?.contains(task) ?? true {
            let other = chain.touched[task]?.first {
                $0.storage == storage && ($0.isWrite || isWrite)
            }
            if let other {
                return reportRace(storage, span, other.span, task, bothStart: bothStart)
            }
        }
    }

    private mutating func reportRace(
        _ storage: Int, _ span: Span, _ other: Span, _ task: Int, bothStart: Bool
    ) {
        let name = text(program.storages[storage].name)
        let subject = program.tasks[task].name.map { "`\(text($0))`" } ?? "a task"
        if !reportedRaces.insert(storage).inserted { return }
        diagnostics.error(
            "E0506", span, "`\(name)` is used here while \(subject) may be using it",
            help: bothStart
                ? "give each chain storage of its own, or start the second when the first has ended"
                : program.tasks[task].name.map { "wait for it first: `await \(text($0))`" }
                    ?? "give the task a name, and wait for it first",
            notes: [.init(other, "used there")])
    }

    private mutating func reportManyWrite(_ storage: Int, _ span: Span) {
        if !reportedRaces.insert(storage).inserted { return }
        let name = text(program.storages[storage].name)
        diagnostics.error(
            "E0506", span, "chains that run at the same time would all write `\(name)`",
            help: "declare it inside the braces, where each chain has its own",
            notes: [.init(program.storages[storage].span, "declared here")])
    }

    // MARK: Starting

    /// The statements of a chain that this one starts.
    mutating func newTask(
        _ name: Name?, _ span: Span, isMany: Bool, _ body: (inout Checker) -> Void
    ) -> Int {
        let parent = region
        if isMany {
            program.regionParents.append(region)
            region = program.regionParents.count
        }
        program.tasks.append(
            CheckedTask(name: name, span: span, region: region, parentRegion: parent))
        let task = program.tasks.count - 1
        var outer = ChainContext()
        outer.task = task
        outer.isMany = isMany
        outer.firstStorage = program.storages.count
        outer.firstDescriptor = program.descriptors.count
        swap(&outer, &chain)
        let outerLoops = loops
        let outerDepth = loopDepth
        let before = flow
        loops = []
        loopDepth = isMany ? 1 : 0
        flow.others.formUnion(Set(flow.running).subtracting(flow.ended))
        flow.running = []
        flow.ended = []
        let running = flow.others
        let statements = collecting { checker in
            body(&checker)
            checker.joinAll()
        }
        program.tasks[task].statements += statements
        // Of items there may be none, and one that is cancelled waits for nobody.
        if !isMany, name.map({ !cancelledNames.contains($0) }) ?? true {
            var left = chain.leftRunning
            if flow.endedAt == nil { left.formUnion(flow.others) }
            waitedFor[task] = running.subtracting(left)
        }
        loops = outerLoops
        loopDepth = outerDepth
        swap(&outer, &chain)
        region = parent
        // How the chain ends is no matter of this one's.
        flow.endedAt = before.endedAt
        flow.running = before.running
        flow.ended = before.ended
        flow.others = before.others
        if isMany {
            let after = flow
            goBack(to: before)
            flow.meet(after)
        }
        begin(task, outer)
        return task
    }

    /// What the new chain touches is compared with what those that run do.
    private mutating func begin(_ task: Int, _ new: ChainContext) {
        for access in new.accesses {
            touch(access.storage, isWrite: access.isWrite, access.span, by: access.others)
        }
        for use in new.descriptorUses {
            touchDescriptor(use.index, isClose: use.isClose, use.span, bothStart: true)
        }
        chain.touched[task] = new.accesses
        chain.touchedDescriptors[task] = new.descriptorUses
        flow.running.append(task)
    }

    private mutating func refuseInLoop(_ word: String, _ span: Span) -> Bool {
        if loopDepth == (chain.isMany ? 1 : 0) { return false }
        diagnostics.error(
            "E0212", span,
            "`\(word)` can't stand in a loop: nothing would bound how many there are",
            help: "`parallel for` starts a chain for each item")
        return true
    }

    mutating func checkAsync(_ call: CallSyntax, _ span: Span) {
        if refuseInLoop("async", span) {
            if let name = call.result { _ = declare(name, call.resultSpan, as: .hole) }
            return
        }
        if let name = call.result, case .variable = symbols[Int(name.id)] {
            diagnostics.error(
                "E0425", call.resultSpan, "a variable can't get the result of an `async` call",
                help: "give the result a name of its own")
            return
        }
        if let procedure = procedure(named: call.callee) {
            return checkAsync(call, calling: procedure)
        }
        var step: Int?
        var unnamed = call
        unnamed.result = nil
        let firstDescriptor = program.descriptors.count
        let task = newTask(call.result, call.span, isMany: false) { checker in
            let before = checker.program.steps.count
            checker.checkCall(unnamed, isDeferred: false)
            if checker.program.steps.count > before { step = before }
        }
        guard let step else {
            flow.running.removeAll { $0 == task }
            if let name = call.result { _ = declare(name, call.resultSpan, as: .hole) }
            return
        }
        handOver(from: firstDescriptor, task)
        program.steps[step].name = call.result
        program.tasks[task].step = step
        program.statements.append(.start(task))
        if let name = call.result { _ = declare(name, call.resultSpan, as: .task(task)) }
    }

    mutating func checkTask(_ name: Name?, _ nameSpan: Span, _ body: BlockID, _ span: Span) {
        if refuseInLoop("task", span) { return }
        let task = newTask(name, nameSpan, isMany: false) { checker in
            checker.program.statements.append(.scope(checker.block(body)))
        }
        program.statements.append(.start(task))
        if let name { _ = declare(name, nameSpan, as: .task(task)) }
    }

    mutating func checkParallel(_ body: BlockID) {
        for statement in tree[body].statements {
            if case .task = statement.kind { continue }
            diagnostics.error(
                "E0213", statement.span, "`parallel` holds tasks, and this is none",
                help: "put it into one: `task { ... }`, or before the braces")
            return
        }
        program.statements.append(.scope(block(body)))
    }

    mutating func checkParallelFor(
        _ name: Name, _ nameSpan: Span, _ items: Iteration, _ limit: ExpressionID?,
        _ body: BlockID, _ span: Span
    ) {
        let bound = limit.flatMap { limitValue($0) }
        guard let counted = counted(items) else {
            if case .items(let id) = items, case .function = tree[id].kind {
                diagnostics.error(
                    "E0406", tree[id].span, "records are taken one after the other",
                    help: "use `for`")
            }
            return
        }
        let count = kept(counted.count, nameSpan)
        var index = 0
        var list: (base: ValueID, words: [Int])?
        let task = newTask(nil, span, isMany: true) { checker in
            index = checker.newLocal()
            let number = checker.local(index, nameSpan)
            let statements = checker.block(body) { checker in
                let symbol: Symbol
                if let items = counted.list {
                    let item = checker.takenItem(items, nameSpan)
                    (list, symbol) = (item.list, item.symbol)
                } else {
                    symbol = counted.bind(&checker, number)
                }
                _ = checker.declare(item: name, nameSpan, symbol)
            }
            checker.program.statements.append(.scope(statements))
        }
        let items = CheckedItems(
            count: count, limit: bound, index: index, list: list, span: span)
        program.tasks[task].items = items
        program.statements.append(.startMany(task, items))
        wait(for: [task], span)
    }

    private mutating func limitValue(_ id: ExpressionID) -> ValueID? {
        guard let value = integer(id) else { return nil }
        if let known = constant(value), known < 1 {
            diagnostics.error(
                "E0407", tree[id].span, "a limit of \(known) would start nothing",
                help: "it is at least 1")
            return nil
        }
        if constant(value) != nil { return value }
        let limit = kept(signed(value), tree[id].span)
        let isTooLow = add(.binary(.less, limit, add(.constant(1), tree[id].span)), tree[id].span)
        let message = "a limit below 1 would start nothing"
        program.statements.append(
            .fail(message: Array(message.utf8), condition: isTooLow, tree[id].span))
        return limit
    }

    // MARK: Waiting

    private mutating func noteEnded(_ tasks: [Int]) {
        let before = tasks.reduce(into: Set<Int>()) { $0.formUnion(waitedFor[$1] ?? []) }
        flow.hasEnded(tasks, before: before)
    }

    /// The names of tasks that some statement cancels, wherever it stands.
    static func cancelledNames(_ tree: SyntaxTree) -> Set<Name> {
        let all = [tree.statements] + tree.blocks.map(\.statements)
        return all.joined().reduce(into: []) { names, statement in
            if case .cancel(let name, _) = statement.kind { names.insert(name) }
        }
    }

    private mutating func wait(for tasks: [Int], _ span: Span) {
        noteEnded(tasks)
        program.statements.append(
            .await(
                CheckedAwait(
                    tasks: tasks, isAny: false, timeout: nil, otherwise: nil, span: span)))
    }

    /// Nothing that the chain started runs on behind its end.
    mutating func joinAll() {
        join(all: [])
        flow.running = []
        flow.ended = []
    }

    /// What a block has started is waited for at its end, but for what ran before.
    mutating func join(all before: [Int]) {
        let left = flow.running.filter { !before.contains($0) }
        if let first = left.first, flow.endedAt == nil {
            wait(for: left, program.tasks[first].span)
        }
    }

    /// A statement that ends the chain well, where the condition holds: what it has started is waited for first, as
    /// at the end of its blocks.
    mutating func leaveChain(
        if condition: ValueID?, _ statement: (ValueID?) -> CheckedStatement
    ) {
        if flow.endedAt == nil { chain.leftRunning.formUnion(flow.others) }
        guard !flow.running.isEmpty else {
            program.statements.append(statement(condition))
            return
        }
        let wait = waiting(for: flow.running)
        guard let condition else {
            program.statements += [wait, statement(nil)]
            return
        }
        program.statements.append(
            .if(condition, then: [wait, statement(nil)], otherwise: []))
    }

    /// What was started since, and nobody has waited for, is waited for here.
    mutating func waitForStarted(after before: [Int]) {
        let left = flow.running.filter { !before.contains($0) }
        if !left.isEmpty { wait(for: left, program.tasks[left[0]].span) }
    }

    private func waiting(for tasks: [Int]) -> CheckedStatement {
        let span = tasks.first.map { program.tasks[$0].span } ?? Span(0, 0)
        return .await(
            CheckedAwait(tasks: tasks, isAny: false, timeout: nil, otherwise: nil, span: span))
    }

    /// The result of an `async` call: whoever asks for it waits for it.
    mutating func taskResult(_ task: Int, _ name: Name, _ span: Span) -> Operand {
        let (step, local) = (program.tasks[task].step, program.tasks[task].result)
        guard step != nil || local != nil else {
            reportNoValue(task, name, span)
            return .hole
        }
        if flow.running.contains(task) || flow.others.contains(task) {
            wait(for: [task], span)
        }
        guard let step else { return .integer(add(.local(local ?? 0), span)) }
        noteUse(ofResult: step, span)
        if let closed = closedSpan(ofResult: step) {
            diagnostics.error(
                "E0501", span, "`\(text(name))` is used after it was closed",
                notes: [.init(closed, "closed here")])
            return .hole
        }
        return .integer(add(.result(step), span))
    }

    private mutating func task(_ name: Name, _ span: Span) -> Int? {
        noteUsed(name)
        switch symbols[Int(name.id)] {
        case .task(let task): return task
        case .hole: return nil
        default:
            diagnostics.error(
                "E0426", span, "`\(text(name))` is neither a task nor an `async` call",
                help: suggestion(text(name), among: taskNames)
                    ?? "start it with `async \(text(name)) = ...` or `task \(text(name)) { }`")
            return nil
        }
    }

    private var taskNames: [String] {
        (0..<tree.names.count).compactMap { id in
            if case .task = symbols[id] { tree.names[Name(id: UInt32(id))] } else { nil }
        }
    }

    mutating func checkAwait(_ syntax: AwaitSyntax, _ span: Span) {
        let tasks = syntax.targets.compactMap { task($0.name, $0.span) }
        let limit = syntax.timeout.flatMap { time($0, "timeout") }
        let before = flow
        let otherwise = syntax.otherwise.map { block($0) }
        let late = flow
        goBack(to: before)
        if !syntax.isAny { noteEnded(tasks) }
        if otherwise != nil {
            if limit == nil {
                diagnostics.error(
                    "E0214", span, "this `else` is never taken: the wait has no `timeout`",
                    help: "add one: `await ... timeout 1s else { }`")
            }
            flow.meet(late)
        }
        guard tasks.count == syntax.targets.count else { return }
        program.statements.append(
            .await(
                CheckedAwait(
                    tasks: tasks, isAny: syntax.isAny, timeout: limit, otherwise: otherwise,
                    span: span)))
    }

    mutating func checkCancel(_ name: Name, _ span: Span) {
        guard let task = task(name, span) else { return }
        program.statements.append(.cancel(task))
    }

    /// Nanoseconds; nil where it is no time, which is reported.
    mutating func time(_ id: ExpressionID, _ word: String) -> ValueID? {
        if case .hole = tree[id].kind { return nil }
        guard hasTime(id) else {
            diagnostics.error(
                "E0406", tree[id].span, "`\(word)` takes a time",
                help: "as in `\(word) 500ms`, `\(word) n * 1ms`")
            return nil
        }
        guard let value = duration(id) else { return nil }
        // Nothing left is the shortest time, and not none.
        let least = add(.constant(1), tree[id].span)
        if let known = constant(value) { return known >= 1 ? value : least }
        return add(.maximum(value, least), tree[id].span)
    }
}
