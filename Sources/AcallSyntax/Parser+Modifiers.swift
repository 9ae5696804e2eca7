// What may stand behind a call: expect, allow, retry, fully, timeout, if; each at most once, in any order.

extension Parser {
    mutating func parseModifiers() -> UInt32? {
        if token.kind != .name { return nil }
        var modifiers = Modifiers()
        var seen: UInt8 = 0
        while token.kind == .name, !hasFailed {
            let word = token
            let wordSpan = tokenSpan
            let bit = parseModifier(&modifiers)
            if seen & bit != 0 {
                error(
                    "E0209", wordSpan, "`\(text(word))` is given twice", help: "remove one of them")
            }
            seen |= bit
        }
        if hasFailed { return nil }
        tree.modifiers.append(modifiers)
        return UInt32(tree.modifiers.count - 1)
    }

    /// One of them; a bit that says which.
    private mutating func parseModifier(_ modifiers: inout Modifiers) -> UInt8 {
        let start = token.start
        let wordSpan = tokenSpan
        if take(word: "expect") {
            modifiers.expect = parseExpectation()
            modifiers.expectSpan = span(start, lastEnd)
            return 1
        }
        if take(word: "allow") {
            modifiers.allow = parseErrnos("allow EEXIST, ENOENT")
            modifiers.allowSpan = span(start, lastEnd)
            return 2
        }
        if take(word: "retry") {
            modifiers.retry = parseRetry()
            modifiers.retrySpan = span(start, lastEnd)
            return 4
        }
        if take(word: "fully") {
            modifiers.isFully = true
            modifiers.fullySpan = wordSpan
            return 8
        }
        if take(word: "if") {
            if token.kind == .newline || token.kind == .end {
                expected("a condition", help: "as in `if n > 0`")
            }
            modifiers.condition = parseExpression()
            return 16
        }
        if take(word: "timeout") {
            modifiers.timeout = parseOperand()
            modifiers.timeoutSpan = span(start, lastEnd)
            return 32
        }
        reportUnknownModifier(text(token), wordSpan)
        return 0
    }

    private mutating func reportUnknownModifier(_ word: String, _ span: Span) {
        let near = Spelling.nearest(
            word, among: ["expect", "allow", "retry", "fully", "timeout", "if"])
        error(
            "E0206", span, "`\(word)` can't follow a call",
            help: operatorHelp ?? near.map { "did you mean `\($0)`?" }
                ?? "behind a call stand `expect`, `allow`, `retry`, `fully`, `timeout` and `if`")
    }

    // expectation = [ comparison ] expression | expression ( "..." | "..<" ) expression
    mutating func parseExpectation() -> Expectation {
        if let op = comparison {
            advance()
            return .compare(op, parseOperand())
        }
        if token.kind == .newline || token.kind == .end {
            expected(
                "what is expected",
                help: "as `expect 0`, `expect ENOENT`, `expect > 0`, `expect 3...5`")
        }
        let first = parseOperand()
        if take(.ellipsis) { return .range(first, parseOperand(), isClosed: true) }
        if take(.halfOpen) { return .range(first, parseOperand(), isClosed: false) }
        return .equal(first)
    }

    private var comparison: BinaryOperator? {
        switch token.kind {
        case .less: .less
        case .lessEqual: .lessEqual
        case .greater: .greater
        case .greaterEqual: .greaterEqual
        case .equal: .equal
        case .notEqual: .notEqual
        default: nil
        }
    }

    /// What is compared: no comparison itself.
    mutating func parseOperand() -> ExpressionID { parseBinary(BinaryOperator.additive) }

    private mutating func parseErrnos(_ example: StaticString) -> ListRange {
        var errnos: [ExpressionID] = []
        repeat {
            guard let (name, nameSpan) = takeName() else {
                expected("an errno's name", help: "as in `\(example)`")
                break
            }
            errnos.append(tree.append(Expression(nameSpan, .name(name))))
        } while take(.comma) && !hasFailed
        let start = tree.expressionLists.count
        tree.expressionLists += errnos
        return ListRange(start: start, count: errnos.count)
    }

    // retry = "retry" errnos "up" "to" operand [ "after" operand ]
    private mutating func parseRetry() -> Retry? {
        let errnos = parseErrnos("retry EINTR up to 5")
        guard !hasFailed else { return nil }
        guard take(word: "up"), take(word: "to") else {
            expected("`up to` and a number", help: "as in `retry EINTR up to 5`")
            return nil
        }
        let times = parseOperand()
        let after = take(word: "after") ? parseOperand() : nil
        return Retry(on: errnos, times: times, after: after)
    }
}
