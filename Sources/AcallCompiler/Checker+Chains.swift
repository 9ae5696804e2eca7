// Chains: what is started, and what is waited for.
//
// Invariant: a chain is waited for at the end of the block that started it at the latest, so that it outlives
// neither the storage nor the descriptors that it uses. Which of these waits are needed, `ChainAnalysis` tells.

import AcallCatalog
import AcallSyntax

extension Checker {
    // MARK: Starting

    /// The statements of a chain that this one starts.
    mutating func newTask(
        _ name: Name?, _ span: Span, isMany: Bool, _ body: (inout Checker) -> Void
    ) -> Int {
        let parent = here.region
        if isMany {
            program.chains.regionParents.append(here.region)
            here.region = program.chains.regionParents.count
        }
        program.chains.tasks.append(
            CheckedTask(name: name, span: span, region: here.region, parentRegion: parent))
        let task = program.chains.tasks.count - 1
        program.chains.tasks[task].mayBeCancelled =
            name.map { chains.cancelledNames.contains($0) } ?? false
        var outer = ChainContext()
        outer.task = task
        outer.isMany = isMany
        outer.firstStorage = program.data.storages.count
        swap(&outer, &here.chain)
        let outerLoops = (here.loops, here.loopDepth, here.started)
        (here.loops, here.loopDepth, here.started) = (0, isMany ? 1 : 0, [])
        let statements = collecting { checker in
            body(&checker)
            checker.waitForStarted(since: 0)
        }
        program.chains.tasks[task].statements += statements
        (here.loops, here.loopDepth, here.started) = outerLoops
        swap(&outer, &here.chain)
        here.region = parent
        here.started.append(task)
        return task
    }

    private mutating func refuseInLoop(_ word: String, _ span: Span) -> Bool {
        if here.loopDepth == (here.chain.isMany ? 1 : 0) { return false }
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
        if let name = call.result, case .variable = scope.symbols[Int(name.id)] {
            diagnostics.error(
                "E0425", call.resultSpan, "a variable can't get the result of an `async` call",
                help: "give the result another name")
            return
        }
        if let procedure = procedure(named: call.callee) {
            return checkAsync(call, calling: procedure)
        }
        if isNow(call.callee) { return checkNow(call, isDeferred: true) }
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
            here.started.removeLast()
            if let name = call.result { _ = declare(name, call.resultSpan, as: .hole) }
            return
        }
        handOver(from: firstDescriptor, task)
        program.steps[step].name = call.result
        program.chains.tasks[task].step = step
        chains.asyncSteps.insert(step)
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
                "E0213", statement.span, "only tasks can stand in `parallel`",
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
            count: count, limit: bound, index: index, list: list, name: name, span: span)
        program.chains.tasks[task].items = items
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

    /// The names of tasks that some statement cancels, wherever it stands.
    static func cancelledNames(_ tree: SyntaxTree) -> Set<Name> {
        let all = [tree.statements] + tree.blocks.map(\.statements)
        return all.joined().reduce(into: []) { names, statement in
            if case .cancel(let name, _) = statement.kind { names.insert(name) }
        }
    }

    private mutating func wait(for tasks: [Int], _ span: Span) {
        program.statements.append(
            .await(
                CheckedAwait(
                    tasks: tasks, isAny: false, timeout: nil, otherwise: nil, span: span)))
    }

    /// A wait that no statement of the program asks for: for those of the tasks that may still be running.
    private mutating func implicitWait(for tasks: [Int], _ span: Span) -> CheckedStatement {
        chains.implicitWaits += 1
        return .await(
            CheckedAwait(
                implicit: chains.implicitWaits, tasks: tasks, isAny: false, timeout: nil,
                otherwise: nil,
                span: span))
    }

    /// What the blocks since then have started is waited for here.
    mutating func waitForStarted(since mark: Int) {
        guard mark < here.started.count else { return }
        program.statements.append(
            implicitWait(
                for: Array(here.started[mark...]), program.chains.tasks[here.started[mark]].span))
    }

    /// A statement that ends the chain well, where the condition holds: what it has started is waited for first, as
    /// at the end of its blocks.
    mutating func leaveChain(
        if condition: ValueID?, _ span: Span, _ statement: (ValueID?) -> CheckedStatement
    ) {
        if condition == nil { noteExit(.program, span) }
        guard let first = here.started.first else {
            program.statements.append(statement(condition))
            return
        }
        let wait = implicitWait(for: here.started, program.chains.tasks[first].span)
        guard let condition else {
            program.statements += [wait, statement(nil)]
            return
        }
        program.statements.append(
            .if(condition, then: [wait, statement(nil)], otherwise: []))
    }

    /// The result of an `async` call: a statement that uses it waits for it.
    mutating func taskResult(_ task: Int, _ name: Name, _ span: Span) -> Operand {
        let (step, local) = (program.chains.tasks[task].step, program.chains.tasks[task].result)
        guard step != nil || local != nil else {
            reportNoValue(task, name, span)
            return .hole
        }
        program.statements.append(implicitWait(for: [task], span))
        guard let step else { return .integer(add(.local(local ?? 0), span)) }
        noteUse(ofResult: step, span)
        return .integer(add(.result(step), span))
    }

    private mutating func task(_ name: Name, _ span: Span) -> Int? {
        noteUsed(name)
        switch scope.symbols[Int(name.id)] {
        case .task(let task): return task
        case .hole: return nil
        default:
            diagnostics.error(
                "E0426", span, "`\(text(name))` is neither a task nor an `async` call",
                help: lookups.suggestion(text(name), among: taskNames)
                    ?? "start it with `async \(text(name)) = ...` or `task \(text(name)) { }`")
            return nil
        }
    }

    private var taskNames: [String] {
        (0..<tree.names.count).compactMap { id in
            if case .task = scope.symbols[id] { tree.names[Name(id: UInt32(id))] } else { nil }
        }
    }

    mutating func checkAwait(_ syntax: AwaitSyntax, _ span: Span) {
        let tasks = syntax.targets.compactMap { task($0.name, $0.span) }
        let limit = syntax.timeout.flatMap { time($0, "timeout") }
        let otherwise = syntax.otherwise.map { block($0) }
        if otherwise != nil, limit == nil {
            diagnostics.error(
                "E0214", span, "this `else` is never taken: the wait has no `timeout`",
                help: "add one: `await ... timeout 1s else { }`")
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
        guard let value = onlyDuration(id, "`\(word)`") else { return nil }
        // Nothing left is the shortest time, and not none.
        let least = add(.constant(1), tree[id].span)
        if let known = constant(value) { return known >= 1 ? value : least }
        return add(.maximum(value, least), tree[id].span)
    }
}
