// Expressions, with Swift's precedence.

extension BinaryOperator {
    static let logicalOrLevel = 0
    static let comparative = 2
    static let additive = 3
    static let multiplicative = 4
    static let shift = 5

    /// How tightly it binds.
    var level: Int {
        switch self {
        case .logicalOr: 0
        case .logicalAnd: 1
        case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual: 2
        case .add, .subtract, .or, .xor: 3
        case .multiply, .divide, .remainder, .and: 4
        case .shiftLeft, .shiftRight: 5
        }
    }
}

extension TokenKind {
    var binaryOperator: BinaryOperator? {
        switch self {
        case .orOr: .logicalOr
        case .andAnd: .logicalAnd
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessEqual: .lessEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        case .plus: .add
        case .minus: .subtract
        case .pipe: .or
        case .caret: .xor
        case .star: .multiply
        case .slash: .divide
        case .percent: .remainder
        case .ampersand: .and
        case .shiftLeft: .shiftLeft
        case .shiftRight: .shiftRight
        default: nil
        }
    }
}

extension Parser {
    mutating func hole(_ span: Span) -> ExpressionID { tree.append(Expression(span, .hole)) }

    mutating func parseExpression() -> ExpressionID { parseBinary(0) }

    /// Operators that bind at least as tightly as `level`, by precedence climbing.
    mutating func parseBinary(_ level: Int) -> ExpressionID {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            error(
                "E0702", tokenSpan, "expressions nest at most \(Self.maximumDepth) deep",
                help: "compute it in parts")
            return hole(tokenSpan)
        }
        // An operand's own place is without its parentheses.
        let start = token.start
        var left = parseUnary()
        var height = height
        while let op = token.kind.binaryOperator, op.level >= level, !hasFailed {
            let operatorSpan = tokenSpan
            advance()
            let right = parseBinary(op.level + 1)
            height = raised(max(height, self.height), operatorSpan)
            if op.level == BinaryOperator.comparative,
                let next = token.kind.binaryOperator, next.level == op.level
            {
                error(
                    "E0207", tokenSpan, "comparisons can't be chained",
                    help: "join two of them with `&&`",
                    notes: [.init(operatorSpan, "the first one")])
            }
            left = tree.append(Expression(span(start, lastEnd), .binary(op, left, right)))
        }
        self.height = height
        if token.kind == .assign, level == 0, !hasFailed, lexer.bracketDepth > 0 {
            error(
                "E0207", tokenSpan, "`=` can't stand in an expression",
                help: "equality is written `==`")
        }
        return left
    }

    /// The height of a node above others of this height. All later stages descend into expressions, so that a
    /// limit here keeps their stacks small.
    private mutating func raised(_ height: Int, _ span: Span) -> Int {
        guard height < Self.maximumHeight else {
            error(
                "E0702", span,
                "this expression has more than \(Self.maximumHeight) operators in a row",
                help: "compute it in parts")
            return height
        }
        return height + 1
    }

    private mutating func parseUnary() -> ExpressionID {
        let op: UnaryOperator?
        switch token.kind {
        case .minus: op = .minus
        case .bang: op = .not
        case .tilde: op = .complement
        case .ampersand: op = nil
        default: return parsePostfix()
        }
        let start = token.start
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            error("E0702", tokenSpan, "expressions nest at most \(Self.maximumDepth) deep")
            return hole(tokenSpan)
        }
        advance()
        let inner = parseUnary()
        height = raised(height, span(start, lastEnd))
        let kind: Expression.Kind = op.map { .unary($0, inner) } ?? .address(inner)
        return tree.append(Expression(span(start, lastEnd), kind))
    }

    /// A variable, one of its fields or elements.
    mutating func parsePlace() -> ExpressionID { parsePostfix() }

    private mutating func parsePostfix() -> ExpressionID {
        let start = token.start
        var base = parsePrimary()
        var count = 0
        while !hasFailed {
            if token.kind == .dot {
                advance()
                if token.kind == .number, token.start == lastEnd, case .integer = tree[base].kind {
                    error(
                        "E0102", span(start, token.end), "a number is whole",
                        help: "a part of a second is written 1500ms, a part of a KiB in bytes")
                }
                if token.kind == .dot, token.start == lastEnd {
                    reportRange(from: source(start, lastEnd - 1), lastEnd - 1)
                    return base
                }
                guard let (name, nameSpan) = takeWord() else {
                    expected("a field's name")
                    return base
                }
                height = raised(height, nameSpan)
                base = tree.append(Expression(span(start, lastEnd), .field(base, name, nameSpan)))
            } else if token.kind == .leftBracket {
                let below = height
                base = parseSubscript(base, start)
                height = raised(max(below, height), tree[base].span)
            } else {
                return base
            }
            count += 1
            if count > Self.maximumDepth {
                error("E0702", tokenSpan, "expressions nest at most \(Self.maximumDepth) deep")
            }
        }
        return base
    }

    // subscript = "[" expression "]" | "[" [ expression ] ( "..<" | "..." ) [ expression ] "]"
    private mutating func parseSubscript(_ base: ExpressionID, _ start: Int) -> ExpressionID {
        let opened = tokenSpan
        open()
        let first = token.start
        var lower: ExpressionID?
        if token.kind != .halfOpen, token.kind != .ellipsis {
            if token.kind == .rightBracket {
                expected("an index or a range", help: "as `[0]`, `[..<n]`, `[4...]`")
                return base
            }
            lower = parseBinary(BinaryOperator.additive)
        }
        var kind: Expression.Kind
        if take(.halfOpen) {
            kind = .slice(base, lower: lower, upper: parseBinary(BinaryOperator.additive), .below)
        } else if take(.ellipsis) {
            if token.kind == .rightBracket {
                kind = .slice(base, lower: lower, upper: nil, .toEnd)
            } else {
                kind = .slice(
                    base, lower: lower, upper: parseBinary(BinaryOperator.additive), .through)
            }
        } else if token.kind == .colon, lower != nil {
            reportRange(from: source(first, lastEnd), token.start)
            kind = .hole
        } else if let lower {
            kind = .index(base, lower)
        } else {
            kind = .hole
        }
        close(.rightBracket, "]", openedAt: opened)
        return tree.append(Expression(span(start, lastEnd), kind))
    }

    mutating func parsePrimary() -> ExpressionID {
        let start = token.start
        height = 0
        switch token.kind {
        case .number: return parseNumber()
        case .string:
            guard let text = parseString() else { return hole(span(start, lastEnd)) }
            tree.strings.append(text)
            return tree.append(
                Expression(span(start, lastEnd), .string(UInt32(tree.strings.count - 1))))
        case .character: return parseCharacter()
        case .name: return parseNamed()
        case .leftParenthesis:
            let opened = tokenSpan
            open()
            let inner = parseExpression()
            if !hasFailed { close(.rightParenthesis, ")", openedAt: opened) }
            tree.noteParentheses(around: inner)
            return inner
        case .leftBracket:
            let opened = tokenSpan
            open()
            let items = parseList(until: .rightBracket, "]", opened)
            return tree.append(Expression(span(start, lastEnd), .vector(items)))
        case .leftBrace: return parseRecord()
        default:
            expected("a value", help: valueHelp)
            return hole(tokenSpan)
        }
    }

    private mutating func parseNamed() -> ExpressionID {
        let start = token.start
        if take(word: "null") { return tree.append(Expression(span(start, lastEnd), .null)) }
        guard let (name, nameSpan) = takeName() else { return hole(tokenSpan) }
        guard token.kind == .leftParenthesis else {
            return tree.append(Expression(nameSpan, .name(name)))
        }
        return parseFunction(name, nameSpan, start, among: Self.functions)
    }

    static let functions = ["min", "max", "sizeof", "now"]

    /// The argument list of a function of the language's.
    mutating func parseFunction(
        _ name: Name, _ nameSpan: Span, _ start: Int, among known: [String]
    ) -> ExpressionID {
        guard known.contains(tree.names[name]) else {
            reportNoFunction(tree.names[name], nameSpan)
            return hole(nameSpan)
        }
        let opened = tokenSpan
        open()
        let arguments = parseList(until: .rightParenthesis, ")", opened)
        return tree.append(
            Expression(span(start, lastEnd), .function(name, arguments, nameSpan)))
    }

    mutating func reportNoFunction(_ name: String, _ span: Span) {
        let near = Spelling.nearest(name, among: Self.functions)
        error(
            "E0307", span, "a call can't stand inside an expression",
            help: name == "range"
                ? "a range is written `0..<n`"
                : near.map { "did you mean `\($0)`?" }
                    ?? "name its result in a separate step: `n = \(name)(...)`")
    }

    /// Expressions with commas between them, and the closing bracket.
    private mutating func parseList(
        until closing: TokenKind, _ text: String, _ opened: Span
    ) -> ListRange {
        let first = pending.count
        var highest = 0
        while token.kind != closing, !hasFailed {
            let item = parseExpression()
            highest = max(highest, height)
            pending.append(item)
            if token.kind == closing { break }
            if !take(.comma), !hasFailed {
                expected("`,` or `\(text)`", notes: [.init(opened, "in the list that starts here")])
            }
        }
        if !hasFailed { close(closing, text, openedAt: opened) }
        height = raised(highest, opened)
        let start = tree.expressionLists.count
        tree.expressionLists += pending[first...]
        pending.removeSubrange(first...)
        return ListRange(start: start, count: tree.expressionLists.count - start)
    }

    // record = "{" [ name ":" expression { "," name ":" expression } ] "}"
    private mutating func parseRecord() -> ExpressionID {
        let start = token.start
        let opened = tokenSpan
        open()
        var fields: [FieldInitialiser] = []
        var highest = 0
        while token.kind != .rightBrace, !hasFailed {
            guard let (name, nameSpan) = takeWord() else {
                expected(
                    "a field's name", help: "the values of an array stand in brackets: `[1, 2]`")
                break
            }
            guard take(.colon) else {
                expected(
                    "`:` and the field's value", help: "as in `{\(tree.names[name]): ...}`")
                break
            }
            fields.append(
                FieldInitialiser(name: name, nameSpan: nameSpan, value: parseExpression()))
            highest = max(highest, height)
            if token.kind == .rightBrace { break }
            if !take(.comma), !hasFailed {
                expected("`,` or `}`", notes: [.init(opened, "in the fields that start here")])
            }
        }
        if !hasFailed { close(.rightBrace, "}", openedAt: opened) }
        height = raised(highest, opened)
        let first = tree.fieldInitialisers.count
        tree.fieldInitialisers += fields
        return tree.append(
            Expression(
                span(start, lastEnd), .record(ListRange(start: first, count: fields.count))))
    }
}
