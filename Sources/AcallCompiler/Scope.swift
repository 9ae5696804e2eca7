// Names: what each of them stands for at a point of the program.
//
// Invariant: when a block ends, its names stand for what they stood for outside of it. A proc's body sees what is
// declared outside of all blocks, and nothing of its callers.

import AcallCatalog
import AcallSyntax

/// What a name stands for.
enum Symbol {
    case unknown
    case input(Int)
    case variable(Int)
    /// A step's result.
    case result(Int)
    /// An entry of the scope's `constants`.
    case constant(Int)
    /// An entry of the scope's `operands`: a loop's item, a proc's parameter.
    case operand(Int)
    /// An entry of the program's `tasks`.
    case task(Int)
    /// An entry of the tree's `procedures`.
    case procedure(Int)
    /// Declared, but wrongly: reported already.
    case hole
}

struct Scope {
    /// What a name stood for outside of a block.
    fileprivate struct Outer {
        var name: Name
        var symbol: Symbol
        var declaration: Span?
    }

    /// The blocks around a point, which a proc's body does not see.
    struct Blocks {
        fileprivate var log: [Outer] = []
        fileprivate var marks: [Int] = []
        fileprivate var spans: [Span] = []
    }

    var symbols: FramedTable<Symbol>
    /// Where a name is first declared, anywhere in the file.
    var declarations: FramedTable<Span?>
    /// What symbols refer to.
    var constants: [Constant] = []
    var operands: [Operand] = []
    /// Names of blocks that have ended: they are known elsewhere.
    private(set) var left: [Name: Span] = [:]
    private var blocks = Blocks()
    /// How many blocks of its callers are around the proc at hand.
    private var callersDepth = 0

    init(_ tree: SyntaxTree) {
        symbols = FramedTable(
            count: tree.names.count, absent: .unknown,
            wrong: Set(tree.wrongNames.map { Int($0.id) }), wrongValue: .hole)
        declarations = FramedTable(count: tree.names.count, absent: nil, wrongValue: nil)
    }

    /// How many blocks are around this point, those of callers too.
    var depth: Int { callersDepth + blocks.marks.count }
    /// The point is in no block of its file or proc.
    var isOutermost: Bool { blocks.marks.isEmpty }

    // MARK: Blocks

    mutating func enter(_ block: Block, of tree: SyntaxTree) {
        blocks.spans.append(block.span)
        blocks.marks.append(blocks.log.count)
        declareAhead(block.statements, of: tree)
    }

    mutating func leave() {
        let mark = blocks.marks.removeLast()
        while blocks.log.count > mark {
            let entry = blocks.log.removeLast()
            if let declared = declarations[Int(entry.name.id)] { left[entry.name] = declared }
            symbols[Int(entry.name.id)] = entry.symbol
            declarations[Int(entry.name.id)] = entry.declaration
        }
        blocks.spans.removeLast()
    }

    /// A proc's body begins. What is returned is for `leaveProcedure`.
    mutating func enterProcedure() -> Blocks {
        symbols.enterFrame()
        declarations.enterFrame()
        callersDepth += blocks.marks.count
        let outer = blocks
        blocks = Blocks()
        return outer
    }

    mutating func leaveProcedure(_ outer: Blocks) {
        symbols.leaveFrame()
        declarations.leaveFrame()
        blocks = outer
        callersDepth -= blocks.marks.count
    }

    // MARK: Declarations

    /// So that a name used too early can be told from one that is nowhere.
    mutating func declareAhead(_ statements: [Statement], of tree: SyntaxTree) {
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
        if isOutermost {
            if declarations[index] == nil { declarations[index] = span }
            return
        }
        switch symbols[index] {
        case .unknown, .constant: break
        // Visible here: `declare` says so, or it is an assignment.
        default: return
        }
        if let known = declarations[index], isInThisBlock(known) { return }
        remember(name)
        declarations[index] = span
    }

    private func isInThisBlock(_ span: Span) -> Bool {
        blocks.spans.last.map { span.start >= $0.start && span.end <= $0.end } ?? true
    }

    /// What a name stood for outside, for the end of the block.
    mutating func remember(_ name: Name) {
        let index = Int(name.id)
        blocks.log.append(
            Outer(name: name, symbol: symbols[index], declaration: declarations[index]))
    }

    /// A loop's head names its item.
    mutating func noteItem(_ name: Name, _ span: Span) {
        switch symbols[Int(name.id)] {
        case .unknown, .constant:
            remember(name)
            declarations[Int(name.id)] = span
        default: break
        }
    }
}
