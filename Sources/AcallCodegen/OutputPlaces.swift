// Where a program gives its outputs, and which of them each run that ends well gives.

import AcallSyntax

struct OutputPlaces {
    struct Place {
        var start: Int
        var isCertain: Bool
    }

    private(set) var known: [String: Place] = [:]
    private let tree: SyntaxTree
    /// Some statement before may have ended the program, without a failure.
    private var mayHaveStopped = false

    init(_ tree: SyntaxTree) {
        self.tree = tree
        for statement in tree.statements { visit(statement, isCertain: true) }
    }

    private mutating func visit(_ statement: Statement, isCertain: Bool) {
        switch statement.kind {
        case .output(let name, let span, _, _, _):
            let text = tree.names[name]
            let isCertain = isCertain && !mayHaveStopped
            let start = known[text]?.start ?? Int(span.start)
            known[text] = Place(
                start: start, isCertain: isCertain || known[text]?.isCertain == true)
        case .stop: mayHaveStopped = true
        case .call(let index):
            let call = tree.calls[Int(index)]
            // A proc's steps may stop the program, and so may `exit_group`, with a status of 0.
            if ["exit", "exit_group"].contains(tree.names[call.callee]) || hasStoppingProcedure {
                mayHaveStopped = true
            }
        default:
            for block in blocks(of: statement) {
                for inner in tree[block].statements { visit(inner, isCertain: false) }
            }
        }
    }

    private var hasStoppingProcedure: Bool { !tree.procedures.isEmpty }

    private func blocks(of statement: Statement) -> [BlockID] {
        switch statement.kind {
        case .if(_, let then, let otherwise): [then] + (otherwise.map { [$0] } ?? [])
        case .loop(let block), .while(_, let block), .for(_, _, _, let block),
            .task(_, _, let block), .parallel(let block), .parallelFor(_, _, _, _, let block):
            [block]
        case .await(let wait): wait.otherwise.map { [$0] } ?? []
        default: []
        }
    }
}
