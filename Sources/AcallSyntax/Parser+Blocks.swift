// Statements with blocks, chains, procedures.

extension Parser {
    /// A statement that starts with a word of the language.
    mutating func parseBlockStatement(_ start: Int) {
        if take(word: "if") {
            parseIf(start)
        } else if take(word: "loop") {
            if let body = parseBlock() { append(start, .loop(body)) }
        } else if take(word: "while") {
            guard let condition = parseCondition() else { return }
            if let body = parseBlock() { append(start, .while(condition, body)) }
        } else if take(word: "for") {
            guard let (name, nameSpan, items) = parseIteration() else { return }
            if let body = parseBlock() { append(start, .for(name, nameSpan, items, body)) }
        } else if take(word: "break") {
            let condition = take(word: "if") ? parseExpression() : nil
            if !hasFailed { append(start, .break(condition: condition)) }
        } else if take(word: "continue") {
            let condition = take(word: "if") ? parseExpression() : nil
            if !hasFailed { append(start, .continue(condition: condition)) }
        } else if take(word: "async") {
            if let call = parseCall(start: start) { append(start, .async(call)) }
        } else if take(word: "task") {
            parseTask(start)
        } else if take(word: "await") {
            parseAwait(start)
        } else if take(word: "cancel") {
            repeat {
                guard let (name, nameSpan) = takeName() else {
                    return expected("what to cancel", help: "as in `cancel hello`")
                }
                append(start, .cancel(name, nameSpan))
            } while take(.comma)
        } else if take(word: "parallel") {
            parseParallel(start)
        } else if take(word: "include") {
            let file = parseQuoted("the file's name", help: "as in `include \"lib.acall\"`")
            if !hasFailed { append(start, .include(file)) }
        } else if take(word: "proc") {
            parseProcedure(start)
        } else if take(word: "return") {
            let isBare = token.kind == .newline || token.kind == .end || token.kind == .rightBrace
            let value = isBare ? nil : parseExpression()
            if !hasFailed { append(start, .return(value: value)) }
        } else if isWord("else") {
            error(
                "E0210", tokenSpan, "this `else` belongs to no `if`",
                help: "it stands behind the brace that closes the `if`")
        } else {
            reportReserved()
        }
    }

    /// A string in quotes.
    func isQuoted() -> Bool { token.kind == .string }

    private mutating func parseQuoted(_ what: String, help: String) -> ExpressionID {
        guard isQuoted() else {
            expected(what + " in quotes", help: help)
            return hole(tokenSpan)
        }
        return parsePrimary()
    }

    // MARK: Blocks

    // block = "{" { statement } "}"
    mutating func parseBlock() -> BlockID? {
        if hasFailed { return nil }
        takeLateBrace()
        guard token.kind == .leftBrace else {
            if token.kind == .assign {
                reportAssign()
            } else {
                expected("`{`", help: operatorHelp ?? "the steps stand in braces")
            }
            return nil
        }
        let opened = tokenSpan
        let start = token.start
        guard blockDepth < Self.maximumDepth else {
            error(
                "E0702", opened, "blocks nest at most \(Self.maximumDepth) deep",
                help: "take a part of it into a `proc`")
            return nil
        }
        blockDepth += 1
        defer { blockDepth -= 1 }
        var outer: [Statement] = []
        swap(&outer, &tree.statements)
        advance()
        parseBody()
        swap(&outer, &tree.statements)
        if token.kind == .rightBrace {
            advance()
        } else {
            error(
                "E0203", span(lastEnd, lastEnd + 1), "`}` is missing here",
                notes: [.init(opened, "to close this")])
        }
        tree.blocks.append(Block(span: span(start, lastEnd), statements: outer))
        return BlockID(tree.blocks.count - 1)
    }

    /// A brace on the next line is told of, and taken: what is behind it is no mistake.
    private mutating func takeLateBrace() {
        guard token.kind == .newline, bytes[token.start] == 0x0a else { return }
        var ahead = lexer
        var next = token
        while next.kind == .newline { next = ahead.next() }
        guard next.kind == .leftBrace else { return }
        diagnostics.error(
            "E0201", span(token.start, token.start + 1),
            "`{` is needed here, not the end of the line",
            help: "the brace stands on the same line")
        while token.kind == .newline { advance() }
    }

    /// Up to the closing brace, or to the end.
    private mutating func parseBody() {
        while true {
            while token.kind == .newline { advance() }
            if token.kind == .end || token.kind == .rightBrace { return }
            guard mayGoOn() else {
                while token.kind != .end { advance() }
                return
            }
            let start = token.start
            parseStatement()
            let isEnded =
                token.kind == .newline || token.kind == .end || token.kind == .rightBrace
            if !hasFailed, !isEnded { reportRest() }
            recover(from: start)
        }
    }

    /// What stands before a block.
    private mutating func parseCondition() -> ExpressionID? {
        if token.kind == .leftBrace {
            expected("a condition", help: "as in `n > 0`")
            return nil
        }
        return parseExpression()
    }

    private mutating func parseIf(_ start: Int) {
        guard let condition = parseCondition(), let then = parseBlock() else { return }
        var otherwise: BlockID?
        if takeElse() {
            guard let block = parseElse() else { return }
            otherwise = block
        }
        append(start, .if(condition, then: then, otherwise: otherwise))
    }

    /// `else`, behind the brace or on a line of its own.
    private mutating func takeElse() -> Bool {
        if hasFailed { return false }
        if take(word: "else") { return true }
        guard token.kind == .newline else { return false }
        var ahead = lexer
        var next = token
        while next.kind == .newline { next = ahead.next() }
        guard next.reads("else", in: bytes) else { return false }
        while token.kind == .newline { advance() }
        return take(word: "else")
    }

    private mutating func parseElse() -> BlockID? {
        guard isWord("if") else { return parseBlock() }
        guard blockDepth < Self.maximumDepth else {
            error("E0702", tokenSpan, "blocks nest at most \(Self.maximumDepth) deep")
            return nil
        }
        blockDepth += 1
        defer { blockDepth -= 1 }
        let start = token.start
        var outer: [Statement] = []
        swap(&outer, &tree.statements)
        advance()
        parseIf(start)
        swap(&outer, &tree.statements)
        if hasFailed { return nil }
        tree.blocks.append(Block(span: span(start, lastEnd), statements: outer))
        return BlockID(tree.blocks.count - 1)
    }

    // iteration = name "in" items
    private mutating func parseIteration() -> (Name, Span, Iteration)? {
        guard let (name, nameSpan) = takeName() else {
            expected("a name for each item", help: "as in `for i in 0..<10 { }`")
            return nil
        }
        guard take(word: "in") else {
            expected("`in`", help: "as in `for \(tree.names[name]) in 0..<10 { }`")
            return nil
        }
        return parseItems().map { (name, nameSpan, $0) }
    }

    // items = operand [ ( "..<" | "..." ) operand ] | "records" "(" list ")"
    mutating func parseItems() -> Iteration? {
        let start = token.start
        if isWord("records"), peekByte() == UInt8(ascii: "("), let (name, span) = takeWord() {
            let records = parseFunction(name, span, start, among: ["records"])
            return hasFailed ? nil : .items(records)
        }
        let first = parseOperand()
        if hasFailed { return nil }
        guard token.kind == .halfOpen || token.kind == .ellipsis else { return .items(first) }
        let isClosed = token.kind == .ellipsis
        advance()
        let last = parseOperand()
        return hasFailed ? nil : .range(first, last, isClosed: isClosed)
    }

    // MARK: Chains

    private mutating func parseTask(_ start: Int) {
        var name: Name?
        var nameSpan = span(start, lastEnd)
        if token.kind == .name {
            guard let (taken, takenSpan) = takeName() else { return }
            (name, nameSpan) = (taken, takenSpan)
        }
        if let body = parseBlock() { append(start, .task(name, nameSpan, body)) }
    }

    // await = "await" [ "any" ] name { "," name } [ "timeout" operand ] [ "else" block ]
    private mutating func parseAwait(_ start: Int) {
        let isAny = isWord("any") && peek().kind == .name && !isModifier(peek())
        if isAny { advance() }
        var targets: [AwaitSyntax.Target] = []
        repeat {
            guard let (name, nameSpan) = takeName() else {
                return expected("what to wait for", help: "as in `await hello, logger`")
            }
            targets.append(.init(name: name, span: nameSpan))
        } while take(.comma)
        let timeout = take(word: "timeout") ? parseOperand() : nil
        if hasFailed { return }
        var otherwise: BlockID?
        if takeElse() {
            guard let block = parseBlock() else { return }
            otherwise = block
        }
        append(
            start,
            .await(
                AwaitSyntax(
                    targets: targets, isAny: isAny, timeout: timeout, otherwise: otherwise)))
    }

    private func isModifier(_ token: Token) -> Bool {
        token.reads("timeout", in: bytes) || token.reads("else", in: bytes)
    }

    private mutating func parseParallel(_ start: Int) {
        guard take(word: "for") else {
            if let body = parseBlock() { append(start, .parallel(body)) }
            return
        }
        guard let (name, nameSpan, items) = parseIteration() else { return }
        let limit = take(word: "limit") ? parseOperand() : nil
        if let body = parseBlock() {
            append(start, .parallelFor(name, nameSpan, items, limit: limit, body))
        }
    }

    // MARK: Procedures

    // proc = "proc" name "(" [ name ":" type { "," name ":" type } ] ")" [ "->" type ] block
    private mutating func parseProcedure(_ start: Int) {
        guard let (name, nameSpan) = takeName() else {
            return expected("the proc's name", help: "as in `proc slurp(file: path) -> size { }`")
        }
        guard token.kind == .leftParenthesis else {
            return expected("`(`", help: "as in `proc \(tree.names[name])(file: path) { }`")
        }
        let opened = tokenSpan
        open()
        var parameters: [ProcedureSyntax.Parameter] = []
        while token.kind != .rightParenthesis, token.kind != .end, !hasFailed {
            guard let (name, span, type) = parseDeclared("parameter") else { return }
            parameters.append(.init(name: name, span: span, type: type))
            if !take(.comma) { break }
        }
        if hasFailed { return }
        close(.rightParenthesis, ")", openedAt: opened)
        var result: TypeSyntax?
        if token.kind == .minus, peek().kind == .greater, peek().start == token.end {
            advance()
            advance()
            guard let type = parseType() else { return }
            result = type
        }
        guard let body = parseBlock() else { return }
        tree.procedures.append(
            ProcedureSyntax(
                name: name, nameSpan: nameSpan, parameters: parameters, result: result, body: body))
        append(start, .procedure(UInt32(tree.procedures.count - 1)))
    }
}
