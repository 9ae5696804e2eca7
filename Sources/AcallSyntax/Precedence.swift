// Where C and Swift would read an expression differently: parentheses are required there.
//
// Input: a tree. Output: an error for each run of operators without parentheses that the two languages group
// differently, with both readings. Invariant: `groups` is the one rule; the printer asks it as well, so that what
// is printed parses without such an error, to the same tree.

extension BinaryOperator {
    /// How tightly it binds in C; `level` is Swift's.
    fileprivate var levelInC: Int {
        switch self {
        case .logicalOr: 1
        case .logicalAnd: 2
        case .or: 3
        case .xor: 4
        case .and: 5
        case .equal, .notEqual: 6
        case .less, .lessEqual, .greater, .greaterEqual: 7
        case .shiftLeft, .shiftRight: 8
        case .add, .subtract: 9
        case .multiply, .divide, .remainder: 10
        }
    }

    /// Whether both languages read `a inner b self c` (or, on the right, `a self b inner c`) as this operator of that
    /// one. Every operator groups to the left.
    func groups(_ inner: BinaryOperator, onRight isRight: Bool) -> Bool {
        if isRight { return inner.level > level && inner.levelInC > levelInC }
        // Comparisons do not chain.
        if level == Self.comparative, inner.level == level { return false }
        return inner.level >= level && inner.levelInC >= levelInC
    }

    /// Both languages give the two the same precedence.
    func bindsAs(_ other: BinaryOperator) -> Bool {
        level == other.level && levelInC == other.levelInC
    }
}

extension SyntaxTree {
    /// Whether an operator's side must stand in parentheses, or does so and keeps them: those that part operators of
    /// different precedence are the author's.
    func needsParentheses(
        _ side: ExpressionID, in op: BinaryOperator, onRight isRight: Bool
    ) -> Bool {
        guard case .binary(let inner, _, _) = self[side].kind else { return false }
        if self[side].isParenthesised, !op.bindsAs(inner) { return true }
        return !op.groups(inner, onRight: isRight)
    }

    /// Reports what C and Swift read differently among the expressions from one on.
    func reportReadings(from first: Int = 0, into diagnostics: inout Diagnostics) {
        // By expression: the first operator in its run that the languages group differently.
        var different = [Int32](repeating: -1, count: expressions.count - first)
        var roots: [Int] = []
        var isInner = [Bool](repeating: false, count: different.count)
        for index in first..<expressions.count {
            guard case .binary(let op, let left, let right) = expressions[index].kind else {
                continue
            }
            var found: Int32 = -1
            for (side, isRight) in [(left, false), (right, true)] {
                let place = Int(side.index) - first
                guard place >= 0, case .binary(let inner, _, _) = self[side].kind,
                    !self[side].isParenthesised
                else { continue }
                isInner[place] = true
                if found < 0 { found = different[place] }
                if op.level == BinaryOperator.comparative, inner.level == op.level {
                    // Reported by the parser.
                    found = .max
                } else if found < 0, !op.groups(inner, onRight: isRight) {
                    found = Int32(truncatingIfNeeded: index)
                }
            }
            if found >= 0 {
                different[index - first] = found
                roots.append(index)
            }
        }
        var readings = Readings(tree: self, diagnostics.source)
        for root in roots where !isInner[root - first] && different[root - first] != .max {
            if diagnostics.list.count >= Parser.maximumErrors { return }
            readings.report(root, Int(different[root - first]), into: &diagnostics)
        }
    }
}

/// Prints a run of operators as each language groups it.
private struct Readings {
    private let tree: SyntaxTree
    private var printer: TextPrinter?
    private let source: SourceText

    private static let maximumOperands = 12
    private static let maximumWidth = 60

    init(tree: SyntaxTree, _ source: SourceText) {
        self.tree = tree
        self.source = source
    }

    /// - Parameter place: the operator that one of its sides does not belong to in both languages.
    mutating func report(_ root: Int, _ place: Int, into diagnostics: inout Diagnostics) {
        guard case .binary(let op, let left, let right) = tree.expressions[place].kind else {
            return
        }
        let isRight = !isDifferent(left, op, onRight: false)
        guard case .binary(let inner, let first, let last) = tree[isRight ? right : left].kind
        else { return }
        var run = run(from: root)
        if run == nil {
            let sides = isRight ? [left, first, last] : [first, last, right]
            run = (sides.map { text($0) }, isRight ? [op, inner] : [inner, op])
        }
        guard let (operands, operators) = run else { return }
        let names = isRight ? (op, inner) : (inner, op)
        let ours = Self.grouped(operands, operators) { $0.level }
        let theirs = Self.grouped(operands, operators) { $0.levelInC }
        diagnostics.error(
            "E0218", tree.expressions[root].span,
            "`\(names.0.spelling)` and `\(names.1.spelling)` need parentheses here: "
                + "Swift and C group them differently",
            help: "write `\(ours)`, as Swift reads it, or `\(theirs)`, as C does")
    }

    private func isDifferent(
        _ side: ExpressionID, _ op: BinaryOperator, onRight isRight: Bool
    ) -> Bool {
        guard case .binary(let inner, _, _) = tree[side].kind, !tree[side].isParenthesised else {
            return false
        }
        return !op.groups(inner, onRight: isRight)
    }

    /// The operands and operators of a run in their order; nil where it is long.
    private mutating func run(from root: Int) -> ([String], [BinaryOperator])? {
        var operands: [String] = []
        var operators: [BinaryOperator] = []
        // The right side is done last.
        var pending: [(id: ExpressionID, before: BinaryOperator?)] = [(ExpressionID(root), nil)]
        while let (id, before) = pending.popLast() {
            if case .binary(let op, let left, let right) = tree[id].kind,
                id.index == root || !tree[id].isParenthesised
            {
                pending.append((right, op))
                pending.append((left, before))
            } else {
                if let before { operators.append(before) }
                operands.append(text(id))
            }
            if pending.count + operands.count > Self.maximumOperands { return nil }
        }
        return (operands, operators)
    }

    /// An operand as it is written, in its parentheses.
    private mutating func text(_ id: ExpressionID) -> String {
        if printer == nil {
            printer = TextPrinter(
                tree: tree, layout: SourceLayout(literalsOf: source, isYAML: tree.isYAML))
        }
        guard var printer else { return "..." }
        printer.text = []
        let isRun = if case .binary = tree[id].kind { true } else { false }
        if isRun { printer.add("(") }
        printer.add(id)
        if isRun { printer.add(")") }
        if printer.text.count > Self.maximumWidth { return isRun ? "(...)" : "..." }
        return String(decoding: printer.text, as: UTF8.self)
    }

    /// With parentheses wherever the languages differ: the last of the loosest operators is the outermost.
    private static func grouped(
        _ operands: [String], _ operators: [BinaryOperator], by level: (BinaryOperator) -> Int
    ) -> String {
        func group(_ range: Range<Int>) -> (text: String, op: BinaryOperator?) {
            var outer: Int?
            for index in range.dropLast() {
                if let found = outer, level(operators[index]) > level(operators[found]) { continue }
                outer = index
            }
            guard let outer else { return (operands[range.lowerBound], nil) }
            let op = operators[outer]
            func side(_ part: Range<Int>, isRight: Bool) -> String {
                let (text, inner) = group(part)
                guard let inner, !op.groups(inner, onRight: isRight) else { return text }
                return "(\(text))"
            }
            let left = side(range.lowerBound..<outer + 1, isRight: false)
            let right = side(outer + 1..<range.upperBound, isRight: true)
            return ("\(left) \(op.spelling) \(right)", op)
        }
        return group(0..<operands.count).text
    }
}
