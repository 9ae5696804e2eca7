// Where a program gives its outputs, and which of them each run that ends well gives.
//
// Input: a syntax tree. Output: for each output where it is first given, and whether each way to a good end
// gives it. Invariant: what is certain is given, however the program runs; what a task or an item gives is not
// certain, since a chain can be cancelled.

import AcallSyntax

struct OutputPlaces {
    struct Place {
        var start: Int
        var isCertain: Bool
    }

    /// The outputs that are given, on all ways from one point to others.
    private struct Ways {
        /// To the point behind; nil: no way leads there.
        var onward: Set<String>? = []
        /// To where the program ends well.
        var ends: Set<String>?
        /// To where a loop, and a proc, is left.
        var breaks: Set<String>?
        var returns: Set<String>?

        private static func meet(_ a: Set<String>?, _ b: Set<String>?) -> Set<String>? {
            guard let a, let b else { return a ?? b }
            return a == b ? a : a.intersection(b)
        }

        /// What comes behind.
        mutating func append(_ next: Ways) {
            guard let here = onward else { return }
            func behind(_ given: Set<String>?) -> Set<String>? { given.map(here.union) }
            if next.ends != nil { ends = Self.meet(ends, behind(next.ends)) }
            if next.breaks != nil { breaks = Self.meet(breaks, behind(next.breaks)) }
            if next.returns != nil { returns = Self.meet(returns, behind(next.returns)) }
            if next.onward?.isEmpty != true { onward = behind(next.onward) }
        }

        /// One or the other.
        func or(_ other: Ways) -> Ways {
            Ways(
                onward: Self.meet(onward, other.onward), ends: Self.meet(ends, other.ends),
                breaks: Self.meet(breaks, other.breaks), returns: Self.meet(returns, other.returns))
        }

        /// All of it, or nothing.
        var perhaps: Ways { or(Ways()) }

        /// To each end.
        var certain: Set<String>? { Self.meet(ends, onward) }
    }

    private(set) var known: [String: Place] = [:]
    private let tree: SyntaxTree
    private let procedures: [String: Int]
    /// By proc, once it is known.
    private var bodies: [Int: Ways] = [:]

    init(_ tree: SyntaxTree) {
        self.tree = tree
        procedures = Dictionary(
            tree.procedures.enumerated().map { (tree.names[$1.name], $0) }, uniquingKeysWith: { $1 }
        )
        let certain = ways(tree.statements).certain
        // A program that never ends well gives nothing to anybody: there it does not matter.
        for name in known.keys { known[name]?.isCertain = certain?.contains(name) ?? true }
    }

    private mutating func ways(_ block: BlockID) -> Ways { ways(tree[block].statements) }

    private mutating func ways(_ statements: [Statement]) -> Ways {
        var all = Ways()
        for statement in statements { all.append(ways(statement)) }
        return all
    }

    private mutating func ways(_ statement: Statement) -> Ways {
        switch statement.kind {
        case .output(let name, let span, _, _, _):
            let text = tree.names[name]
            if known[text] == nil { known[text] = Place(start: Int(span.start), isCertain: false) }
            return Ways(onward: [text])
        case .stop(let condition): return leaving(Ways(onward: nil, ends: []), if: condition)
        case .fail(_, let condition): return leaving(Ways(onward: nil), if: condition)
        case .break(let condition): return leaving(Ways(onward: nil, breaks: []), if: condition)
        case .continue(let condition): return leaving(Ways(onward: nil), if: condition)
        case .return: return Ways(onward: nil, returns: [])
        case .call(let index): return ways(tree.calls[Int(index)])
        // It may run later, or be cancelled.
        case .async(let index): return ways(tree.calls[Int(index)]).perhaps
        default: return blockWays(statement)
        }
    }

    private mutating func blockWays(_ statement: Statement) -> Ways {
        switch statement.kind {
        case .if(_, let then, let otherwise):
            let first = ways(then)
            return first.or(otherwise.map { ways($0) } ?? Ways())
        case .loop(let body):
            var all = ways(body)
            // A pass that leaves it may be the first.
            (all.onward, all.breaks) = (all.breaks, nil)
            return all
        case .while(_, let body), .for(_, _, _, let body):
            var all = ways(body)
            (all.onward, all.breaks) = ([], nil)
            return all
        case .task(_, _, let body), .parallelFor(_, _, _, _, let body):
            // Its `stop` ends the chain, and `exit_group` all of them: which it is does not matter.
            var all = ways(body)
            all.onward = []
            return all
        case .parallel(let body): return ways(body)
        case .await(let wait): return wait.otherwise.map { ways($0).perhaps } ?? Ways()
        default: return Ways()
        }
    }

    private func leaving(_ ways: Ways, if condition: ExpressionID?) -> Ways {
        condition == nil ? ways : ways.perhaps
    }

    /// A call that may end the program with a status of 0, or a proc's steps.
    private mutating func ways(_ call: CallSyntax) -> Ways {
        let name = tree.names[call.callee]
        let condition = call.modifiers.flatMap { tree.modifiers[Int($0)].condition }
        if let index = procedures[name] { return leaving(body(of: index), if: condition) }
        guard name == "exit" || name == "exit_group" else { return Ways() }
        return leaving(Ways(onward: nil, ends: []), if: condition)
    }

    private mutating func body(of index: Int) -> Ways {
        if let known = bodies[index] { return known }
        // One that called itself would not have been compiled.
        bodies[index] = Ways()
        var all = ways(tree.procedures[index].body)
        all = Ways(onward: all.onward, ends: all.ends).or(
            Ways(onward: all.returns, ends: nil))
        bodies[index] = all
        return all
    }
}
