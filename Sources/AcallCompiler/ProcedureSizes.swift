// How large a program is with the steps of its procs written out where they are called.
//
// Input: a tree, and which names are procs. Output: the number of steps that each proc makes, and the bytes of source
// they are written in; both saturate. Invariant: a proc is looked at once, however often it is called; a call that
// leads back to its own proc counts as nothing, since that is a separate error.

import AcallSyntax

/// Steps, and the bytes that they are written in.
struct ExpandedSize {
    var steps = 0
    var bytes = 0

    static func += (size: inout ExpandedSize, other: ExpandedSize) {
        size.steps = min(size.steps + other.steps, .max / 4)
        size.bytes = min(size.bytes + other.bytes, .max / 4)
    }
}

/// A call of a proc, as written.
struct ExpandedCall {
    var procedure: Int
    var span: Span
}

struct ProcedureSizes {
    private let tree: SyntaxTree
    private let procedures: [Name: Int]
    /// By proc; nil while it is not known.
    private var sizes: [ExpandedSize?]
    /// The calls that each proc makes.
    private var calls: [[ExpandedCall]?]
    private var isOpen: [Bool]

    /// - Parameter procedures: what each name stands for that is a proc's.
    init(_ tree: SyntaxTree, procedures: [Name: Int]) {
        self.tree = tree
        self.procedures = procedures
        isOpen = Array(repeating: false, count: tree.procedures.count)
        sizes = Array(repeating: nil, count: tree.procedures.count)
        calls = Array(repeating: nil, count: tree.procedures.count)
    }

    /// Whether its size was asked for, or that of a proc that calls it.
    func isCalled(_ procedure: Int) -> Bool { sizes[procedure] != nil }

    // MARK: As written

    /// What statements are without their calls of procs, and these calls, in the order in which they are written.
    func written(_ statements: [Statement]) -> (own: ExpandedSize, calls: [ExpandedCall]) {
        var own = ExpandedSize()
        var calls: [ExpandedCall] = []
        add(statements, &own, &calls)
        return (own, calls)
    }

    private func add(
        _ statements: [Statement], _ own: inout ExpandedSize, _ calls: inout [ExpandedCall]
    ) {
        for statement in statements {
            let blocks: [BlockID]
            switch statement.kind {
            case .procedure, .include: continue
            case .call(let index), .async(let index):
                let call = tree.calls[Int(index)]
                if let called = procedures[call.callee] {
                    calls.append(ExpandedCall(procedure: called, span: call.span))
                }
                blocks = []
            case .if(_, let then, let otherwise): blocks = [then] + (otherwise.map { [$0] } ?? [])
            case .loop(let body), .while(_, let body), .for(_, _, _, let body),
                .task(_, _, let body), .parallel(let body), .parallelFor(_, _, _, _, let body):
                blocks = [body]
            case .await(let syntax): blocks = syntax.otherwise.map { [$0] } ?? []
            default: blocks = []
            }
            var bytes = Int(statement.span.end) - Int(statement.span.start)
            for block in blocks {
                bytes -= Int(tree[block].span.end) - Int(tree[block].span.start)
                add(tree[block].statements, &own, &calls)
            }
            own += ExpandedSize(steps: 1, bytes: max(bytes, 0))
        }
    }

    // MARK: Written out

    /// A proc's steps and those of the procs that it calls.
    mutating func size(of procedure: Int) -> ExpandedSize {
        if let known = sizes[procedure] { return known }
        // Procs whose sizes are being added up, the outermost first, and the next of their calls.
        var open: [(procedure: Int, next: Int)] = []
        enter(procedure, &open)
        while let (inner, next) = open.last {
            guard let made = calls[inner], next < made.count else {
                open.removeLast()
                isOpen[inner] = false
                continue
            }
            let called = made[next].procedure
            if calls[called] == nil {
                // Its size is added when it is known.
                enter(called, &open)
                continue
            }
            open[open.count - 1].next += 1
            if !isOpen[called], let size = sizes[called] { sizes[inner]? += size }
        }
        return sizes[procedure] ?? ExpandedSize()
    }

    private mutating func enter(_ procedure: Int, _ open: inout [(procedure: Int, next: Int)]) {
        let (own, made) = written(tree[tree.procedures[procedure].body].statements)
        (sizes[procedure], calls[procedure]) = (own, made)
        isOpen[procedure] = true
        open.append((procedure, 0))
    }
}
