// Reachability: statements that no path leads to, and procs that end without the value that they return.
//
// The solver says which blocks a path leads to. Of statements that follow each other and are not reached, the first is
// reported, with the statement that leaves before it.

import AcallSyntax

struct ReachabilityAnalysis: FlowAnalysis {
    typealias Fact = UInt8

    let context: FlowContext
    private(set) var findings = Findings()

    init(_ context: FlowContext) { self.context = context }

    func initialFacts() -> [Fact] { [] }
    func join(_ a: Fact, _ b: Fact) -> Fact { a }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        guard isReporting, operation.kind == .effect else { return }
        let effect = context.program.effects[Int(operation.payload)]
        guard effect.kind == .endProcedure, findings.isNew(0, Int(effect.span.start)) else {
            return
        }
        let name = context.program.names[Name(id: effect.subject)]
        findings.error(
            "E0427", effect.span, "`\(name)` can reach its end without a `return`",
            help: "end it with `return` and a value")
    }

    /// Reports the statements that are not reached.
    mutating func report(_ isReached: [Bool]) {
        var leaving: Effect?
        var isReported = false
        for (index, block) in context.graph.blocks.enumerated() {
            if isReached[index], !block.operations.isEmpty { isReported = false }
            for position in block.operations {
                let operation = context.graph.operations[position]
                guard operation.kind == .effect else { continue }
                let effect = context.program.effects[Int(operation.payload)]
                switch effect.kind {
                case .leave where !isReached[index] || !effect.isEndlessLoop: leaving = effect
                case .statement where !isReached[index] && !isReported:
                    isReported = true
                    reportUnreachable(effect.span, leaving)
                default: break
                }
            }
        }
    }

    private mutating func reportUnreachable(_ span: Span, _ leaving: Effect?) {
        guard findings.isNew(1, Int(span.start), Int(span.end)) else { return }
        findings.error(
            "E0504", span, "this can't be reached",
            help: "remove it, or make the earlier exit conditional: `if ...`",
            notes: leaving.map { effect in
                let exit = Effect.Exit(rawValue: UInt8(truncatingIfNeeded: effect.subject))
                return [.init(effect.span, (exit ?? .program).note)]
            } ?? [])
    }
}

extension Effect {
    fileprivate var isEndlessLoop: Bool { subject == UInt32(Exit.endlessLoop.rawValue) }

    /// How a statement leaves.
    enum Exit: UInt8 {
        case program, loop, endlessLoop, procedure

        var note: String {
            switch self {
            case .program: "the program always ends here"
            case .loop: "the loop is left here"
            case .endlessLoop: "this loop has no `break`"
            case .procedure: "the proc returns here"
            }
        }
    }
}
