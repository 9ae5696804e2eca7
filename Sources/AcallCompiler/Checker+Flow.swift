// Flow: what is known at a point of the program, however it was reached; and blocks with their scopes.
//
// Invariant: what `Flow` says holds on every way to the point where it is. Where two ways meet, storage is
// written if both wrote it, and a descriptor is closed if one of them closed it.

import AcallSyntax

/// Why nothing behind a point is reached.
struct FlowEnd {
    var span: Span
    var why: String
}

struct Flow {
    /// By storage: a call or an initialiser has written it.
    var isWritten: [Bool] = []
    /// By descriptor: where it was closed, or is to be.
    var closedAt: [Span?] = []
    var deferredCloseAt: [Span?] = []
    /// By step: mappings that are gone.
    var unmapped: [Int: MappingEnd] = [:]
    /// By step: what `mprotect` made of a mapping's protection; nil: that is not known.
    var protections: [Int: Int64?] = [:]
    /// The statement after which nothing is reached.
    var endedAt: FlowEnd?
    /// Tasks that may be running, of those that this chain has started; it has waited for none of them itself.
    var running: [Int] = []
    /// Of these: have ended all the same, since a chain that was waited for had waited for them.
    var ended: Set<Int> = []
    /// Tasks that other chains have started, and that may be running: those that were when this chain was
    /// started, but for what it has waited for itself.
    var others: Set<Int> = []
    /// Outputs that may have their value.
    var outputs: Set<Name> = []

    /// What was declared on another way since: it is not seen on this one.
    mutating func pad(storages: Int, descriptors: Int) {
        while isWritten.count < storages { isWritten.append(false) }
        while closedAt.count < descriptors { closedAt.append(nil) }
        while deferredCloseAt.count < descriptors { deferredCloseAt.append(nil) }
    }

    /// This chain has waited for these, and they had for those.
    mutating func hasEnded(_ tasks: [Int], before: Set<Int>) {
        running.removeAll { tasks.contains($0) }
        others.subtract(tasks)
        others.subtract(before)
        ended.formUnion(before.intersection(running))
    }

    /// Whether a task has ended, or was not started on this way.
    private func isQuiet(_ task: Int) -> Bool { ended.contains(task) || !running.contains(task) }

    /// Where this way and another one meet.
    mutating func meet(_ other: Flow) {
        if other.endedAt != nil { return }
        if endedAt != nil {
            let size = (isWritten.count, closedAt.count)
            self = other
            pad(storages: size.0, descriptors: size.1)
            return
        }
        for index in 0..<min(isWritten.count, other.isWritten.count) where !other.isWritten[index] {
            isWritten[index] = false
        }
        for index in closedAt.indices where index < other.closedAt.count {
            closedAt[index] = closedAt[index] ?? other.closedAt[index]
            deferredCloseAt[index] = deferredCloseAt[index] ?? other.deferredCloseAt[index]
        }
        pad(storages: other.isWritten.count, descriptors: other.closedAt.count)
        unmapped.merge(other.unmapped) { first, _ in first }
        for step in Set(protections.keys).union(other.protections.keys)
        where protections[step] != other.protections[step] {
            protections[step] = .some(nil)
        }
        outputs.formUnion(other.outputs)
        ended = Set((running + other.running).filter { isQuiet($0) && other.isQuiet($0) })
        for task in other.running where !running.contains(task) { running.append(task) }
        others.formUnion(other.others)
    }
}

/// A loop around the point that is looked at.
struct LoopContext {
    /// How it was at the `break`s.
    var breaks: Flow?
    /// Outputs that may have their value where a pass ends early.
    var continued: Set<Name> = []
    /// Storage with lower numbers is from outside.
    var firstStorage: Int
    /// Reads of storage that nothing has written yet: a later part of the loop may, in an earlier pass.
    var reads: [(storage: Int, span: Span)] = []
}

extension Checker {
    // MARK: Scopes

    /// Names that a block declares are gone at its end.
    private mutating func enterScope(_ statements: [Statement]) {
        scopeMarks.append(scopeLog.count)
        declareAhead(statements)
    }

    private mutating func leaveScope() {
        let mark = scopeMarks.removeLast()
        while scopeLog.count > mark {
            let entry = scopeLog.removeLast()
            if let declared = declarations[Int(entry.name.id)] { left[entry.name] = declared }
            symbols[Int(entry.name.id)] = entry.symbol
            declarations[Int(entry.name.id)] = entry.declaration
        }
    }

    /// So that a name used too early can be told from one that is nowhere.
    mutating func declareAhead(_ statements: [Statement]) {
        for statement in statements {
            switch statement.kind {
            case .input(let name, let span, _, _), .variable(let name, let span, _, _):
                note(name, span)
            case .call(let index), .async(let index):
                let call = tree.calls[Int(index)]
                if let name = call.result { note(name, call.resultSpan) }
            case .task(let name?, let span, _): note(name, span)
            default: break
            }
        }
    }

    private mutating func note(_ name: Name, _ span: Span) {
        let index = Int(name.id)
        if scopeMarks.isEmpty {
            if declarations[index] == nil { declarations[index] = span }
            return
        }
        switch symbols[index] {
        case .unknown, .constant: break
        // Visible here: `declare` says so, or it is an assignment.
        default: return
        }
        if let known = declarations[index], isInThisScope(known) { return }
        remember(name)
        declarations[index] = span
    }

    private func isInThisScope(_ span: Span) -> Bool {
        scopeSpans.last.map { span.start >= $0.start && span.end <= $0.end } ?? true
    }

    /// What a name stood for outside, for the end of the block.
    mutating func remember(_ name: Name) {
        let index = Int(name.id)
        scopeLog.append(
            ScopeEntry(name: name, symbol: symbols[index], declaration: declarations[index]))
    }

    // MARK: Blocks

    /// The statements of a block; `prepare` declares what its head does.
    mutating func block(
        _ id: BlockID, _ prepare: (inout Checker) -> Void = { _ in }
    ) -> [CheckedStatement] {
        collecting { checker in
            let block = checker.tree[id]
            checker.scopeSpans.append(block.span)
            checker.enterScope(block.statements)
            prepare(&checker)
            let before = checker.flow.running
            let deferred = (checker.deferredUnmaps.count, checker.deferredCloses.count)
            checker.check(block.statements)
            checker.join(all: before)
            checker.runDeferred(after: deferred)
            checker.leaveScope()
            checker.scopeSpans.removeLast()
        }
    }

    /// At a block's end: what it has put off until then.
    private mutating func runDeferred(after marks: (unmaps: Int, closes: Int)) {
        while deferredUnmaps.count > marks.unmaps {
            let (step, span) = deferredUnmaps.removeLast()
            flow.unmapped[step] =
                flow.unmapped[step] ?? MappingEnd(span: span, why: "unmapped by this")
        }
        while deferredCloses.count > marks.closes {
            let (descriptor, span) = deferredCloses.removeLast()
            touchDescriptor(descriptor, isClose: true, span)
            flow.closedAt[descriptor] = flow.closedAt[descriptor] ?? span
        }
    }

    mutating func check(_ statements: [Statement]) {
        let outer = hasReportedUnreachable
        hasReportedUnreachable = flow.endedAt != nil
        for statement in statements {
            // What is found from here on would not be kept.
            if diagnostics.isFull { break }
            check(statement)
        }
        hasReportedUnreachable = outer
    }

    /// What a part of the program appends, apart.
    mutating func collecting(_ body: (inout Checker) -> Void) -> [CheckedStatement] {
        var statements: [CheckedStatement] = []
        swap(&statements, &program.statements)
        body(&self)
        swap(&statements, &program.statements)
        return statements
    }

    mutating func end(_ span: Span, _ why: String = "the program always ends here") {
        if flow.endedAt == nil { flow.endedAt = FlowEnd(span: span, why: why) }
    }

    // MARK: Branches

    mutating func checkIf(_ condition: ExpressionID, _ then: BlockID, _ otherwise: BlockID?) {
        let value = integer(condition)
        let before = flow
        let first = block(then)
        var after = flow
        goBack(to: before)
        let second = otherwise.map { block($0) } ?? []
        after.meet(flow)
        let (thenEnd, elseEnd) = (after.endedAt, flow.endedAt)
        // Both ways end: then so does this.
        if thenEnd != nil, elseEnd != nil { after.endedAt = elseEnd }
        goBack(to: after)
        guard let value else { return }
        program.statements.append(.if(value, then: first, otherwise: second))
    }

    /// Another way begins where an earlier point was.
    mutating func goBack(to earlier: Flow) {
        flow = earlier
        flow.pad(
            storages: program.storages.count, descriptors: program.descriptors.count)
    }

    /// A call or an assignment writes storage.
    mutating func written(_ storage: Int, _ span: Span) {
        touch(storage, isWrite: true, span)
        flow.isWritten[storage] = true
        wasWritten.insert(storage)
    }

    // MARK: Loops

    /// A loop's body, and the flow behind it. `isEndless`: only a `break` leads out.
    private mutating func loopBody(
        _ id: BlockID, isEndless: Bool, _ span: Span,
        _ prepare: (inout Checker) -> Void = { _ in }
    ) -> [CheckedStatement] {
        let before = flow
        let firstStep = program.steps.count
        loops.append(LoopContext(firstStorage: program.storages.count))
        loopDepth += 1
        let body = block(id, prepare)
        loopDepth -= 1
        let context = loops.removeLast()
        for read in context.reads where !wasWritten.contains(read.storage) {
            reportUnwritten(read.storage, read.span)
        }
        if flow.endedAt == nil { reportClosedInLoop(before, firstStep: firstStep) }
        // What a pass gives has its value behind the loop, whatever ends that; but not where the pass ends all.
        let given = flow.endedAt == nil ? flow.outputs.union(context.continued) : context.continued
        var after = flow
        after.outputs = before.outputs
        if isEndless {
            after.endedAt = FlowEnd(span: span, why: "this loop has no `break`")
        } else {
            // It may not have been run at all. Storage that it fills counts as filled: most loops run.
            let written = after.isWritten
            after.endedAt = nil
            after.meet(before)
            after.isWritten = written
        }
        if let breaks = context.breaks {
            let written = after.isWritten
            after.meet(breaks)
            if !isEndless { after.isWritten = written }
        }
        after.outputs.formUnion(given)
        goBack(to: after)
        return body
    }

    /// A descriptor or a mapping from outside that each pass would close or unmap.
    private mutating func reportClosedInLoop(_ before: Flow, firstStep: Int) {
        for index in before.closedAt.indices where before.closedAt[index] == nil {
            guard let closed = flow.closedAt[index] else { continue }
            diagnostics.error(
                "E0505", closed, "the next pass of the loop would close this descriptor again",
                help: "close it behind the loop, or leave it to the end of the program",
                notes: [
                    .init(program.steps[program.descriptors[index].step].span, "opened here")
                ])
        }
        for (step, end) in flow.unmapped.sorted(by: { $0.key < $1.key })
        where step < firstStep && before.unmapped[step] == nil {
            diagnostics.error(
                "E0507", end.span, "the next pass of the loop would unmap this again",
                help: "unmap it behind the loop, or leave it to the end of the program",
                notes: [.init(program.steps[step].span, "mapped here")])
        }
    }

    mutating func checkLoop(_ id: BlockID, _ span: Span) {
        let body = loopBody(id, isEndless: true, span)
        program.statements.append(.loop(CheckedLoop(condition: nil, body: body)))
    }

    mutating func checkWhile(_ condition: ExpressionID, _ id: BlockID, _ span: Span) {
        loopDepth += 1
        var value: ValueID?
        // What the condition needs is computed before each pass.
        let prologue = collecting { value = $0.integer(condition) }
        loopDepth -= 1
        let body = loopBody(id, isEndless: false, span)
        guard let value else { return }
        program.statements += prologue
        program.statements.append(.loop(CheckedLoop(condition: value, body: body, next: prologue)))
    }

    mutating func checkFor(
        _ name: Name, _ span: Span, _ items: Iteration, _ id: BlockID, _ whole: Span
    ) {
        guard let walk = walk(items) else {
            _ = loopBody(id, isEndless: false, whole) { _ = $0.declare(item: name, span, .hole) }
            return
        }
        let body = loopBody(id, isEndless: false, whole) { checker in
            let symbol = walk.bind(&checker)
            _ = checker.declare(item: name, span, symbol)
        }
        let next = collecting { walk.advance(&$0) }
        program.statements.append(
            .loop(CheckedLoop(condition: walk.condition, body: body, next: next)))
    }

    mutating func checkLeave(
        _ condition: ExpressionID?, _ span: Span, isBreak: Bool
    ) {
        let word = isBreak ? "break" : "continue"
        let value = condition.flatMap { integer($0) }
        guard !loops.isEmpty else {
            diagnostics.error(
                "E0211", span, "`\(word)` stands in no loop",
                help: "`stop` ends the program, or the chain of a task")
            return
        }
        if isBreak {
            var left = flow
            if left.endedAt == nil {
                left.meet(loops[loops.count - 1].breaks ?? left)
                loops[loops.count - 1].breaks = left
            }
        } else if flow.endedAt == nil {
            loops[loops.count - 1].continued.formUnion(flow.outputs)
        }
        if condition == nil { end(span, "the loop is left here") }
        if condition != nil, value == nil { return }
        program.statements.append(
            isBreak ? .break(condition: value) : .continue(condition: value))
    }

    /// Declares what a loop's head names.
    mutating func declare(item name: Name, _ span: Span, _ symbol: Symbol) -> Bool {
        switch symbols[Int(name.id)] {
        case .unknown, .constant:
            remember(name)
            declarations[Int(name.id)] = span
        default: break
        }
        return declare(name, span, as: symbol)
    }
}
