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
    private let stopping: Set<String>

    init(_ tree: SyntaxTree) {
        self.tree = tree
        stopping = Self.stopping(tree)
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
            if stopping.contains(tree.names[call.callee]) { mayHaveStopped = true }
        default:
            for block in Self.blocks(of: statement) {
                for inner in tree[block].statements { visit(inner, isCertain: false) }
            }
        }
    }

    /// The calls that may end the program with a status of 0, and the procs that make one.
    private static func stopping(_ tree: SyntaxTree) -> Set<String> {
        var names: Set<String> = ["exit", "exit_group"]
        var count = 0
        // Until no proc comes to it: they may call each other in any order.
        while names.count > count {
            count = names.count
            for procedure in tree.procedures where mayStop(procedure.body, tree, names) {
                names.insert(tree.names[procedure.name])
            }
        }
        return names
    }

    private static func mayStop(_ block: BlockID, _ tree: SyntaxTree, _ names: Set<String>) -> Bool
    {
        tree[block].statements.contains { statement in
            switch statement.kind {
            case .stop: true
            case .call(let index): names.contains(tree.names[tree.calls[Int(index)].callee])
            default: blocks(of: statement).contains { mayStop($0, tree, names) }
            }
        }
    }

    private static func blocks(of statement: Statement) -> [BlockID] {
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
