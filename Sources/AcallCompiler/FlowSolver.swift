// Flow analyses, and the solver that runs them over the program graph until nothing changes.
//
// An analysis has a fact for each of its variables. The solver keeps one array of facts, for the point at hand. It
// goes through the blocks in order; for a block it first undoes the changes since the end of the block's dominator,
// then applies what the block's join has collected. An edge adds to its join the facts that differ: those that changed
// since the dominator, or since the edge before it. So the work is linear in the changes, times the nesting.
//
// A loop is gone through until its back edge brings nothing new. Inner loops keep what their back edges brought while
// an outer one is repeated, so that a body is visited a few times more than it is nested. Only the last visit reports.
//
// A fact that nothing looks at any more is not taken along, if the analysis says so: a program that defers many closes
// has as many joins, each behind all that the later ones closed.

import AcallSyntax

/// An analysis of one kind of fact.
protocol FlowAnalysis {
    /// What is known of a variable at a point.
    associatedtype Fact: Equatable, BitwiseCopyable

    /// What is known of each variable at the start.
    func initialFacts() -> [Fact]

    /// By variable: the last operation at which its fact is looked at, `Int32.max` if that is not known; empty if it
    /// is known of none. A join that no such operation follows does not keep the fact.
    func lastUses() -> [Int32]

    /// What is known where two paths meet. It must be monotone: joined with itself or an older fact, nothing changes.
    mutating func join(_ a: Fact, _ b: Fact) -> Fact

    /// What is known at a loop's head: of the path into the loop, and of the path back.
    mutating func joinBack(_ entry: Fact, _ back: Fact) -> Fact

    /// What becomes of a fact on an edge.
    func along(_ kind: ProgramGraph.EdgeKind, _ fact: Fact) -> Fact

    /// Whether the analysis looks at paths over an edge.
    func follows(_ kind: ProgramGraph.EdgeKind) -> Bool

    /// What an operation does. `isReporting`: its facts are final, and what is wrong is noted.
    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool)
}

extension FlowAnalysis {
    func lastUses() -> [Int32] { [] }
    mutating func joinBack(_ entry: Fact, _ back: Fact) -> Fact { join(entry, back) }
    func along(_ kind: ProgramGraph.EdgeKind, _ fact: Fact) -> Fact { fact }
    func follows(_ kind: ProgramGraph.EdgeKind) -> Bool { true }
}

/// The facts at a point of the program.
struct FlowState<Fact: Equatable & BitwiseCopyable> {
    struct Change {
        var variable: Int32
        var before: Fact
    }

    private var facts: [Fact]
    /// The changes on the path from the start to here.
    fileprivate private(set) var trail: [Change] = []
    /// All changes, those that undo others too.
    fileprivate private(set) var log: [Change] = []

    init(_ facts: [Fact]) { self.facts = facts }

    subscript(variable: Int) -> Fact {
        get { facts[variable] }
        set {
            let before = facts[variable]
            if before == newValue { return }
            let change = Change(variable: Int32(truncatingIfNeeded: variable), before: before)
            trail.append(change)
            log.append(change)
            facts[variable] = newValue
        }
    }

    fileprivate mutating func undo(to mark: Int) {
        while trail.count > mark {
            let change = trail.removeLast()
            let variable = Int(change.variable)
            log.append(Change(variable: change.variable, before: facts[variable]))
            facts[variable] = change.before
        }
    }
}

struct FlowSolver<Analysis: FlowAnalysis> {
    typealias Fact = Analysis.Fact

    /// What the edges into a join have brought.
    private struct Collected {
        var isReached = false
        var hasChanged = false
        /// Facts that differ, or may, from those at the end of the dominator.
        var facts: [Int32: Fact] = [:]
        /// How much of the log an edge has been through.
        var log = 0
    }

    private let graph: ProgramGraph
    private(set) var analysis: Analysis
    private var state: FlowState<Fact>
    private var joins: [Collected]
    /// By block: the length of the trail at its end, and whether a path leads there.
    private var marks: [Int]
    private(set) var isReached: [Bool]
    /// By variable: the number of the edge that has looked at it last.
    private var seen: [UInt32]
    private var edgeNumber: UInt32 = 0
    private let lastUses: [Int32]
    /// By join: the first operation behind it.
    private var starts: [Int32]

    /// Runs an analysis over a graph; afterwards `analysis` has what it found.
    init(_ analysis: Analysis, on graph: ProgramGraph) {
        self.graph = graph
        self.analysis = analysis
        let facts = analysis.initialFacts()
        state = FlowState(facts)
        joins = Array(repeating: Collected(), count: graph.joins.count)
        marks = Array(repeating: 0, count: graph.blocks.count)
        isReached = Array(repeating: false, count: graph.blocks.count)
        seen = Array(repeating: 0, count: facts.count)
        lastUses = analysis.lastUses()
        starts = Array(repeating: 0, count: graph.joins.count)
        for block in graph.blocks {
            switch block.entry {
            case .join(let join), .after(let join), .head(let join):
                starts[Int(join.index)] = Int32(truncatingIfNeeded: block.operations.lowerBound)
            case .straight, .dead: break
            }
        }
        go(through: 0..<graph.blocks.count, isReporting: true)
    }

    private mutating func go(through blocks: Range<Int>, isReporting: Bool) {
        var block = blocks.lowerBound
        while block < blocks.upperBound {
            if case .head(let join) = graph.blocks[block].entry {
                solveLoop(block, join, isReporting: isReporting)
                block = graph.blocks[block].loopEnd
            } else {
                visit(block, isReporting: isReporting)
                block += 1
            }
        }
    }

    private mutating func solveLoop(
        _ head: Int, _ join: ProgramGraph.JoinID, isReporting: Bool
    ) {
        let rest = (head + 1)..<graph.blocks[head].loopEnd
        let join = Int(join.index)
        repeat {
            joins[join].hasChanged = false
            visit(head, isReporting: false)
            go(through: rest, isReporting: false)
        } while joins[join].hasChanged
        guard isReporting else { return }
        visit(head, isReporting: true)
        go(through: rest, isReporting: true)
    }

    private mutating func visit(_ index: Int, isReporting: Bool) {
        let block = graph.blocks[index]
        switch block.entry {
        case .dead: isReached[index] = false
        case .straight:
            isReached[index] = index == 0 || isReached[block.dominator]
            if isReached[index] { enter(block, index) }
        case .join(let join):
            let join = Int(join.index)
            isReached[index] = joins[join].isReached
            guard isReached[index] else { break }
            enter(block, index)
            for (variable, fact) in joins[join].facts { state[Int(variable)] = fact }
            joins[join] = Collected()
        case .after(let join):
            let join = Int(join.index)
            isReached[index] = isReached[block.dominator]
            guard isReached[index] else { break }
            enter(block, index)
            for (variable, fact) in joins[join].facts { state[Int(variable)] = fact }
            joins[join] = Collected()
        case .head(let join):
            isReached[index] = isReached[block.dominator]
            guard isReached[index] else { break }
            enter(block, index)
            for (variable, fact) in joins[Int(join.index)].facts {
                state[Int(variable)] = analysis.joinBack(state[Int(variable)], fact)
            }
        }
        guard isReached[index] else { return }
        for position in block.operations {
            let operation = graph.operations[position]
            if let failure = operation.failure { lead(to: failure, .fails) }
            analysis.visit(operation, at: position, &state, isReporting: isReporting)
        }
        marks[index] = state.trail.count
        for position in block.edges {
            let edge = graph.edges[position]
            edge.kind == .back ? leadBack(to: edge.to) : lead(to: edge.to, edge.kind)
        }
    }

    private mutating func enter(_ block: ProgramGraph.Block, _ index: Int) {
        if index > 0 { state.undo(to: marks[block.dominator]) }
    }

    /// Whether a fact is looked at behind a join.
    private func isUsed(_ variable: Int32, behind join: Int) -> Bool {
        lastUses.isEmpty || lastUses[Int(variable)] >= starts[join]
    }

    /// An edge brings the facts at this point to a join.
    private mutating func lead(to join: ProgramGraph.JoinID, _ kind: ProgramGraph.EdgeKind) {
        guard analysis.follows(kind) else { return }
        let join = Int(join.index)
        edgeNumber += 1
        guard joins[join].isReached else {
            joins[join].isReached = true
            for position in marks[graph.joins[join]]..<state.trail.count {
                let variable = state.trail[position].variable
                guard isUsed(variable, behind: join) else { continue }
                joins[join].facts[variable] = analysis.along(kind, state[Int(variable)])
            }
            joins[join].log = state.log.count
            return
        }
        let different = state.trail.count - marks[graph.joins[join]] + joins[join].facts.count
        if different < state.log.count - joins[join].log {
            joinDifferent(to: join, kind)
        } else {
            joinChanged(to: join, kind)
        }
        joins[join].log = state.log.count
    }

    /// By what differs from the dominator's end, here or on an edge before.
    private mutating func joinDifferent(to join: Int, _ kind: ProgramGraph.EdgeKind) {
        for position in marks[graph.joins[join]]..<state.trail.count {
            merge(state.trail[position], to: join, kind)
        }
        for (variable, known) in joins[join].facts where seen[Int(variable)] != edgeNumber {
            let fact = analysis.along(kind, state[Int(variable)])
            joins[join].facts[variable] = analysis.join(known, fact)
        }
    }

    /// By what has changed since the edge before.
    private mutating func joinChanged(to join: Int, _ kind: ProgramGraph.EdgeKind) {
        for position in joins[join].log..<state.log.count {
            merge(state.log[position], to: join, kind)
        }
    }

    /// Whether this edge has not looked at a variable yet, and somewhere behind its join its fact is looked at.
    private mutating func isNew(_ variable: Int32, to join: Int) -> Bool {
        if seen[Int(variable)] == edgeNumber { return false }
        seen[Int(variable)] = edgeNumber
        return isUsed(variable, behind: join)
    }

    private mutating func merge(
        _ change: FlowState<Fact>.Change, to join: Int, _ kind: ProgramGraph.EdgeKind
    ) {
        guard isNew(change.variable, to: join) else { return }
        let fact = analysis.along(kind, state[Int(change.variable)])
        // Without an entry it was on all edges before what it is at the dominator's end.
        let known = joins[join].facts[change.variable] ?? change.before
        joins[join].facts[change.variable] = analysis.join(known, fact)
    }

    /// The path back to a loop's head: the facts that differ from those before the loop.
    private mutating func leadBack(to join: ProgramGraph.JoinID) {
        let join = Int(join.index)
        edgeNumber += 1
        for position in marks[graph.joins[join]]..<state.trail.count {
            let change = state.trail[position]
            guard isNew(change.variable, to: join) else { continue }
            let fact = analysis.along(.back, state[Int(change.variable)])
            let known = joins[join].facts[change.variable]
            let merged = known.map { analysis.join($0, fact) } ?? fact
            if known == merged { continue }
            joins[join].facts[change.variable] = merged
            // What the head has already brings nothing new.
            if known != nil || analysis.joinBack(change.before, merged) != change.before {
                joins[join].hasChanged = true
            }
        }
    }
}
