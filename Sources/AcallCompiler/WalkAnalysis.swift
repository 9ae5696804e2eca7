// Buffers whose records a loop is reading: no call writes them until the loop has ended. (A statement may change a field of
// the record at hand.)

import AcallSyntax

struct WalkAnalysis: FlowAnalysis {
    /// The operation that began to walk a storage; -1 if no loop walks it.
    typealias Fact = Int32

    let context: FlowContext
    private(set) var findings = Findings()

    init(_ context: FlowContext) { self.context = context }

    func initialFacts() -> [Fact] {
        Array(repeating: -1, count: context.program.data.storages.count)
    }

    func join(_ a: Fact, _ b: Fact) -> Fact { max(a, b) }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        guard operation.kind == .effect else { return }
        let effect = context.program.effects[Int(operation.payload)]
        let storage = Int(effect.subject)
        switch effect.kind {
        case .walk: state[storage] = Int32(truncatingIfNeeded: index)
        case .endWalk: state[storage] = -1
        case .write:
            let walk = state[storage]
            guard isReporting, walk >= 0, findings.isNew(0, storage, Int(walk)) else { return }
            let begin = context.graph.operations[Int(walk)].payload
            let name = context.name(of: storage)
            findings.error(
                "E0509", effect.span, "`\(name)` is written while a loop walks its records",
                help: "use another buffer here, or write `\(name)` behind the loop",
                notes: [
                    .init(context.program.effects[Int(begin)].span, "its records are walked here")
                ])
        default: break
        }
    }
}
