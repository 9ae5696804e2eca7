// From a checked program to its graph: one place for each kind of statement.

import AcallSyntax

/// What is around the point where operations are added, the innermost last.
struct GraphFrame {
    enum Kind {
        /// The statements of a chain: a task, or nil for the main chain.
        case chain(task: Int?)
        case loop
        case procedure
        /// A deferred call: it is made on every way out of its block.
        case deferred(step: Int)
    }

    var kind: Kind
    /// The block at whose end the frame begins.
    var dominator: Int
    /// Where ways out of the frame lead, by their kind: for a deferred call one clean-up for each.
    var joins: [(kind: ProgramGraph.EdgeKind, join: ProgramGraph.JoinID)] = []
    /// How many tasks the statements before it have started.
    var started = 0
    /// Of a proc: its call accepts errors, with which it may be left at any of its steps.
    var isAccepting = false

    func join(_ kind: ProgramGraph.EdgeKind) -> ProgramGraph.JoinID? {
        joins.first { $0.kind == kind }?.join
    }
}

struct GraphBuilder {
    private let program: TypedProgram
    private(set) var graph = ProgramGraph()
    private var frames: [GraphFrame] = []
    /// Of the block under construction.
    private var entry = ProgramGraph.Block.Entry.straight
    private var dominator = 0
    private var firstOperation = 0
    private var pending: [ProgramGraph.Edge] = []
    /// How many deferred calls are around this point, in its chain.
    private var deferredDepth = 0
    /// How many calls of procs that accept errors are.
    private var acceptingDepth = 0
    /// Descriptors that the end of a loop's pass or of a task closes.
    private var ended: Set<Int> = []

    init(_ program: TypedProgram) {
        self.program = program
        graph.operations.reserveCapacity(program.effects.count + program.steps.count)
    }

    mutating func build() {
        begin(.straight, dominator: 0)
        chain(task: nil) { $0.add($0.program.statements) }
        finishBlock()
        for statements in program.uncalled {
            begin(.straight, dominator: 0)
            chain(task: nil) { $0.add(statements) }
            finishBlock()
        }
    }

    // MARK: Blocks

    /// The block under construction; its number once it is finished.
    private var current: Int { graph.blocks.count }

    private mutating func begin(_ entry: ProgramGraph.Block.Entry, dominator: Int) {
        self.entry = entry
        self.dominator = dominator
        firstOperation = graph.operations.count
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func finishBlock() {
        let firstEdge = graph.edges.count
        graph.edges += pending
        graph.blocks.append(
            ProgramGraph.Block(
                entry: entry, dominator: dominator,
                operations: firstOperation..<graph.operations.count,
                edges: firstEdge..<graph.edges.count))
        pending.removeAll(keepingCapacity: true)
    }

    /// Ends the block; the next one follows it alone. Returns the block that ended.
    private mutating func split() -> Int {
        let block = current
        finishBlock()
        begin(.straight, dominator: block)
        return block
    }

    private mutating func newJoin(dominator: Int) -> ProgramGraph.JoinID {
        graph.joins.append(dominator)
        return ProgramGraph.JoinID(index: UInt32(graph.joins.count - 1))
    }

    private mutating func edge(_ kind: ProgramGraph.EdgeKind, to join: ProgramGraph.JoinID) {
        pending.append(ProgramGraph.Edge(to: join, kind: kind))
    }

    /// Ends the block, and goes on where a join collects its edges.
    private mutating func goOn(at join: ProgramGraph.JoinID) {
        finishBlock()
        begin(.join(join), dominator: graph.joins[Int(join.index)])
    }

    /// Ends the block: nothing behind it is reached from here.
    private mutating func endPath() {
        let block = current
        finishBlock()
        begin(.dead, dominator: block)
    }

    private mutating func operation(_ kind: ProgramGraph.Operation.Kind, _ payload: Int) {
        var failure: ProgramGraph.JoinID?
        if deferredDepth > 0, kind == .call || kind == .store || kind == .await {
            failure = wayOut(.fails)
        }
        graph.operations.append(
            ProgramGraph.Operation(kind: kind, payload: UInt32(payload), failure: failure))
    }

    // MARK: Ways out

    /// Where a way out leads: to the clean-up of the innermost deferred call, or to the end of its frame; nil where
    /// nothing more happens.
    private mutating func wayOut(_ kind: ProgramGraph.EdgeKind) -> ProgramGraph.JoinID? {
        for index in frames.indices.reversed() {
            switch frames[index].kind {
            case .deferred: return join(kind, of: index)
            case .loop:
                if kind == .breaks || kind == .continues { return join(kind, of: index) }
            case .procedure:
                if kind == .returns { return join(kind, of: index) }
                if kind == .escapes, frames[index].isAccepting { return join(kind, of: index) }
            case .chain:
                return kind == .stops ? join(kind, of: index) : nil
            }
        }
        return nil
    }

    private mutating func join(
        _ kind: ProgramGraph.EdgeKind, of frame: Int
    ) -> ProgramGraph.JoinID {
        if let known = frames[frame].join(kind) { return known }
        let join = newJoin(dominator: frames[frame].dominator)
        frames[frame].joins.append((kind, join))
        return join
    }

    /// The path leaves here; if `isConditional`, it may also go on.
    private mutating func leave(_ kind: ProgramGraph.EdgeKind, isConditional: Bool = false) {
        if let join = wayOut(kind) { edge(kind, to: join) }
        if isConditional { _ = split() } else { endPath() }
    }

    /// A proc whose call accepts errors may be left here.
    private mutating func mayEscape() {
        if acceptingDepth > 0 { leave(.escapes, isConditional: true) }
    }

    // MARK: Frames

    private mutating func chain(task: Int?, _ body: (inout GraphBuilder) -> Void) {
        let outer = (deferredDepth, acceptingDepth)
        (deferredDepth, acceptingDepth) = (0, 0)
        frames.append(GraphFrame(kind: .chain(task: task), dominator: split()))
        let end = join(.stops, of: frames.count - 1)
        body(&self)
        edge(.next, to: end)
        frames.removeLast()
        (deferredDepth, acceptingDepth) = outer
        goOn(at: end)
    }

    private mutating func add(_ statements: [CheckedStatement]) {
        let depth = frames.count
        for statement in statements { add(statement) }
        if frames.count > depth { endDeferred(downTo: depth) }
    }

    private mutating func deferCall(_ step: Int) {
        frames.append(
            GraphFrame(
                kind: .deferred(step: step), dominator: split(), started: graph.started.count))
        deferredDepth += 1
    }

    /// The end of a block with deferred calls: they are made there, and on the other ways out of the block.
    ///
    /// The other ways stand behind the one that goes on: each then finds the facts where its call was deferred, and
    /// no join has to keep what the calls before changed.
    private mutating func endDeferred(downTo depth: Int) {
        var popped: [GraphFrame] = []
        while frames.count > depth {
            let frame = frames.removeLast()
            deferredDepth -= 1
            popped.append(frame)
            if case .deferred(let step) = frame.kind { make(deferred: step) }
        }
        guard popped.contains(where: { !$0.joins.isEmpty }), let first = popped.last else { return }
        let next = newJoin(dominator: first.dominator)
        edge(.next, to: next)
        frames += popped.reversed()
        deferredDepth += popped.count
        while frames.count > depth {
            let frame = frames.removeLast()
            deferredDepth -= 1
            guard case .deferred(let step) = frame.kind else { continue }
            for (kind, join) in frame.joins.sorted(by: { $0.kind.rawValue < $1.kind.rawValue }) {
                goOn(at: join)
                // A failure ends what was started since, before the call is made.
                if kind == .fails || kind == .escapes { finish(since: frame.started) }
                make(deferred: step)
                if let outer = wayOut(kind) { edge(kind, to: outer) }
            }
        }
        goOn(at: next)
    }

    /// What was started since ends here.
    private mutating func finish(since started: Int) {
        guard started < graph.started.count else { return }
        graph.finishes.append(started..<graph.started.count)
        operation(.finish, graph.finishes.count - 1)
    }

    /// If it fails, the calls that were deferred before it are made as they are if it does not.
    private mutating func make(deferred step: Int) {
        for effect in program.steps[step].deferredEffects { operation(.effect, effect) }
        graph.operations.append(ProgramGraph.Operation(kind: .call, payload: UInt32(step)))
    }

    // MARK: Statements

    private mutating func add(_ statement: CheckedStatement) {
        switch statement {
        case .effects(let range): for effect in range { operation(.effect, effect) }
        case .store(let address, let value, let type, let span):
            store(.init(address: address, value: value, width: Int(type.width), span: span))
        case .copy(let address, let capacity, let source, _, let span):
            store(.init(address: address, source: source, width: capacity, span: span))
        case .call(let step):
            operation(.call, step)
            mayEscape()
        case .deferred(let step): deferCall(step)
        case .setLocal(let local, let value):
            graph.sets.append(ProgramGraph.LocalSet(local: local, value: value))
            operation(.set, graph.sets.count - 1)
        case .virtual(let call, let condition, _):
            switch call {
            case .endChain: leave(.stops, isConditional: condition != nil)
            case .endProgram: leave(.fails, isConditional: condition != nil)
            }
        case .fail(_, let condition, _): leave(.fails, isConditional: condition != nil)
        case .stop(let condition, _): leave(.stops, isConditional: condition != nil)
        case .break(let condition): leave(.breaks, isConditional: condition != nil)
        case .continue(let condition): leave(.continues, isConditional: condition != nil)
        case .return: leave(.returns)
        case .assert: if deferredDepth > 0 { leave(.fails, isConditional: true) }
        case .output: break
        default: addBlock(statement)
        }
    }

    private mutating func store(_ store: ProgramGraph.Store) {
        graph.stores.append(store)
        operation(.store, graph.stores.count - 1)
    }

    private mutating func addBlock(_ statement: CheckedStatement) {
        switch statement {
        case .scope(let statements): add(statements)
        case .if(_, let then, let otherwise):
            branch({ $0.add(then) }, otherwise.isEmpty ? nil : { $0.add(otherwise) })
        case .loop(let loop): add(loop)
        case .procedure(let statements, let site):
            frames.append(GraphFrame(kind: .procedure, dominator: split()))
            let isAccepting = !site.modifiers.isPlain
            if isAccepting {
                frames[frames.count - 1].isAccepting = true
                frames[frames.count - 1].started = graph.started.count
                acceptingDepth += 1
            }
            let end = join(.returns, of: frames.count - 1)
            add(statements)
            edge(.next, to: end)
            let frame = frames.removeLast()
            if isAccepting { acceptingDepth -= 1 }
            if let escapes = frame.join(.escapes) {
                goOn(at: escapes)
                finish(since: frame.started)
                if let local = site.result, let error = site.error {
                    graph.sets.append(ProgramGraph.LocalSet(local: local, value: error))
                    operation(.set, graph.sets.count - 1)
                }
                edge(.returns, to: end)
            }
            goOn(at: end)
            // What it does not accept a call around it may.
            if isAccepting { mayEscape() }
        case .start(let task): start(task, isMany: false)
        case .startMany(let task, _): start(task, isMany: true)
        case .await(let wait):
            graph.awaits.append(wait)
            let number = graph.awaits.count - 1
            guard let otherwise = wait.otherwise else {
                operation(.await, number)
                return mayEscape()
            }
            branch({ $0.operation(.await, number) }, { $0.add(otherwise) })
        case .cancel(let task): operation(.cancel, task)
        default: break
        }
    }

    private mutating func branch(
        _ then: (inout GraphBuilder) -> Void, _ otherwise: ((inout GraphBuilder) -> Void)?
    ) {
        let condition = current
        let end = newJoin(dominator: condition)
        if otherwise == nil { edge(.otherwise, to: end) }
        finishBlock()
        begin(.straight, dominator: condition)
        then(&self)
        edge(.next, to: end)
        if let otherwise {
            finishBlock()
            begin(.straight, dominator: condition)
            otherwise(&self)
            edge(.next, to: end)
        }
        goOn(at: end)
    }

    /// The condition is tested before the first pass, and at the end of each.
    private mutating func add(_ loop: CheckedLoop) {
        let before = current
        let first = graph.operations.count
        let isEndless = loop.condition == nil
        frames.append(GraphFrame(kind: .loop, dominator: before))
        let end = join(.breaks, of: frames.count - 1)
        if !isEndless { edge(.zeroPasses, to: end) }
        finishBlock()
        let back = newJoin(dominator: before)
        let head = current
        begin(.head(back), dominator: before)
        _ = split()
        let next = newJoin(dominator: head)
        frames[frames.count - 1].joins.append((.continues, next))
        add(loop.body)
        edge(.next, to: next)
        goOn(at: next)
        frames.removeLast()
        let opened = opened(since: first) { $0.isInLoop && !$0.isEscaped }
        endDescriptors(opened, isTask: false)
        add(loop.next)
        mayEscape()
        edge(.back, to: back)
        if !isEndless { edge(.exit, to: end) }
        goOn(at: end)
        graph.blocks[head].loopEnd = current
        endDescriptors(opened, isTask: false)
    }

    /// The descriptors that steps since an operation make and that something closes where they end.
    private mutating func opened(
        since first: Int, _ isClosed: (OwnedDescriptor) -> Bool
    ) -> [Int] {
        var opened: [Int] = []
        for operation in graph.operations[first...] where operation.kind == .call {
            for index in program.steps[Int(operation.payload)].makes
            where isClosed(program.descriptors[index]) && ended.insert(index).inserted {
                opened.append(index)
            }
        }
        return opened
    }

    private mutating func endDescriptors(_ descriptors: [Int], isTask: Bool) {
        if descriptors.isEmpty { return }
        graph.endings.append((descriptors, isTask))
        operation(.ending, graph.endings.count - 1)
    }

    private mutating func start(_ task: Int, isMany: Bool) {
        let first = graph.operations.count
        operation(.start, task)
        graph.started.append(task)
        let before = current
        let end = newJoin(dominator: before)
        if isMany { edge(.zeroPasses, to: end) }
        if program.chains.tasks[task].mayBeCancelled { edge(.cancelled, to: end) }
        finishBlock()
        begin(.straight, dominator: before)
        chain(task: task) { $0.add($0.program.chains.tasks[task].statements) }
        edge(.next, to: end)
        finishBlock()
        begin(.after(end), dominator: before)
        operation(.endTask, task)
        endDescriptors(opened(since: first) { $0.owner == nil }, isTask: true)
    }
}

extension ProgramGraph {
    /// The graph of a checked program.
    init(of program: TypedProgram) {
        var builder = GraphBuilder(program)
        builder.build()
        self = builder.graph
    }
}
