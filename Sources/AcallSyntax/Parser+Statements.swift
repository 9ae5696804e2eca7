// Statements, types and calls.

extension Parser {
    // program = { statement }, one a line.
    mutating func parseProgram() {
        while true {
            while token.kind == .newline { advance() }
            if token.kind == .end { return }
            guard mayGoOn() else { return }
            let start = token.start
            parseStatement()
            if !hasFailed, token.kind != .newline, token.kind != .end { reportRest() }
            recover(from: start)
        }
    }

    /// Neither too many errors nor too many statements.
    mutating func mayGoOn() -> Bool {
        if tooManyErrors {
            diagnostics.error("E0103", tokenSpan, "too many errors: the rest was not looked at")
            return false
        }
        statementCount += 1
        if statementCount > Self.maximumStatements {
            diagnostics.error("E0701", tokenSpan, "a program has at most 1,000,000 steps")
            return false
        }
        return true
    }

    /// Something stands behind a statement.
    mutating func reportRest() {
        switch token.kind {
        case .rightParenthesis, .rightBracket, .rightBrace:
            error("E0203", tokenSpan, "\(found) closes nothing", help: "remove it")
        case .slash where peek().kind == .slash:
            error("E0101", tokenSpan, "comments start with `#`", help: "write # in place of //")
        case .assign: reportAssign()
        case .name, .number, .string:
            let foreign = token.kind == .name ? StatementWord.foreign[text(token)] : nil
            error(
                "E0202", tokenSpan, "\(found) can't follow here",
                help: operatorHelp ?? foreign ?? "one statement a line, or `;` between two")
        default: expected("the end of the line", code: "E0202")
        }
    }

    mutating func append(_ start: Int, _ kind: Statement.Kind) {
        tree.statements.append(Statement(span(start, lastEnd), kind))
    }

    mutating func parseStatement() {
        let start = token.start
        guard token.kind == .name else {
            if token.kind == .slash, peek().kind == .slash || peek().kind == .star {
                return error(
                    "E0101", tokenSpan, "comments start with `#`", help: "write # in place of //")
            }
            if token.kind == .number, peek().kind == .assign {
                return error(
                    "E0201", tokenSpan, "a name starts with a letter, and this is a number",
                    help: "write `_\(text(token)) = ...`, or a better name")
            }
            if reportSteppingBefore() { return }
            return expected(
                "a statement",
                help: "a call, as `fd = openat(...)`, or a declaration, as `var x: int`")
        }
        // A word of the language in a result's place.
        if isReserved, peek().kind == .assign { return reportReserved() }
        switch bytes[start] {
        case UInt8(ascii: "i") where take(word: "input"): parseInput(start)
        case UInt8(ascii: "v") where take(word: "var"): parseVariable(start)
        case UInt8(ascii: "o") where take(word: "output"): parseOutput(start)
        case UInt8(ascii: "d") where take(word: "defer"):
            if token.kind == .name, peek().kind == .assign {
                return error(
                    "E0201", tokenSpan, "the result of a deferred call has no name",
                    help: "nothing can use it: write `defer close(fd)`")
            }
            if let call = parseCall(start: start) { append(start, .deferred(call)) }
        case UInt8(ascii: "a") where take(word: "assert"): parseAssert(start)
        case UInt8(ascii: "f") where take(word: "fail"): parseFail(start)
        case UInt8(ascii: "s") where take(word: "stop"):
            let condition = take(word: "if") ? parseExpression() : nil
            if !hasFailed { append(start, .stop(condition: condition)) }
        default:
            if isReserved { return parseBlockStatement(start) }
            parseStep(start)
        }
    }

    // MARK: Declarations

    mutating func parseDeclared(_ what: String) -> (Name, Span, TypeSyntax)? {
        guard let (name, nameSpan) = takeName() else {
            expected("the \(what)'s name")
            return nil
        }
        guard take(.colon) else {
            expected("`:` with a type", help: "as in `\(tree.names[name]): int`")
            return nil
        }
        guard let type = parseType() else { return nil }
        return (name, nameSpan, type)
    }

    private mutating func parseInput(_ start: Int) {
        guard let (name, nameSpan, type) = parseDeclared("input") else { return }
        let value = take(.assign) ? parseExpression() : nil
        if !hasFailed { append(start, .input(name, nameSpan, type, value: value)) }
    }

    private mutating func parseVariable(_ start: Int) {
        guard let (name, nameSpan, type) = parseDeclared("variable") else { return }
        let value = take(.assign) ? parseExpression() : nil
        if !hasFailed { append(start, .variable(name, nameSpan, type, value: value)) }
    }

    // type = name [ "[" expression "]" ] | "[" name "]"
    mutating func parseType() -> TypeSyntax? {
        let start = token.start
        if token.kind == .leftBracket {
            let opened = tokenSpan
            open()
            guard let (name, _) = takeName() else {
                expected("a type")
                return nil
            }
            close(.rightBracket, "]", openedAt: opened)
            return TypeSyntax(span: span(start, lastEnd), name: name, count: nil, isList: true)
        }
        guard let (name, _) = takeName() else {
            expected("a type", help: "as `int`, `bytes[64KiB]`, `stat`")
            return nil
        }
        if token.kind == .name, !isReserved, tree.names[name] == "struct" {
            error(
                "E0305", span(start, lastEnd), "a structure's type is its name alone",
                help: "write `\(text(token))`")
            return nil
        }
        if token.kind == .leftParenthesis {
            error(
                "E0305", tokenSpan, "a length stands in brackets",
                help: "as in `\(tree.names[name])[64]`")
            return nil
        }
        var count: ExpressionID?
        if token.kind == .leftBracket {
            let opened = tokenSpan
            open()
            count = parseExpression()
            close(.rightBracket, "]", openedAt: opened)
        }
        return TypeSyntax(span: span(start, lastEnd), name: name, count: count, isList: false)
    }

    // MARK: Outputs and ends

    private mutating func parseOutput(_ start: Int) {
        if token.kind == .name, peekByte() == UInt8(ascii: ".") { return parseFieldOutput(start) }
        guard let (name, nameSpan) = takeName() else {
            return expected("the output's name", help: "as in `output size = st.st_size`")
        }
        var key: ExpressionID?
        if token.kind == .leftBracket {
            let opened = tokenSpan
            open()
            key = parseExpression()
            if !hasFailed { close(.rightBracket, "]", openedAt: opened) }
            if !hasFailed, token.kind != .assign {
                return expected("`=`", help: "as in `output \(tree.names[name])[key] = n`")
            }
        }
        if key == nil, token.kind == .leftParenthesis {
            return reportNoFunction(tree.names[name], nameSpan)
        }
        let value =
            take(.assign)
            ? parseExpression() : tree.append(Expression(nameSpan, .name(name)))
        let format = parseOutputFormat()
        if !hasFailed { append(start, .output(name, nameSpan, key: key, value: value, format)) }
    }

    /// `output st.size`, short for `output size = st.size`.
    private mutating func parseFieldOutput(_ start: Int) {
        let value = parsePlace()
        guard case .field(_, let name, let nameSpan) = tree[value].kind else {
            return expected("a field", help: "as in `output size = ...`")
        }
        if token.kind == .assign {
            return error(
                "E0201", tree[value].span, "an output's name has no `.`",
                help: "write `output \(tree.names[name]) = ...`")
        }
        let format = parseOutputFormat()
        if !hasFailed { append(start, .output(name, nameSpan, key: nil, value: value, format)) }
    }

    /// `as text`, `as hex`, or nothing.
    mutating func parseOutputFormat() -> OutputFormat {
        guard take(word: "as") else { return .plain }
        if take(word: "text") { return .text }
        if take(word: "hex") { return .hex }
        expected("`text` or `hex`")
        return .plain
    }

    private mutating func parseAssert(_ start: Int) {
        if token.kind == .newline || token.kind == .end {
            return expected("what is asserted", help: "as in `assert n > 0, \"why\"`")
        }
        let condition = parseExpression()
        if token.kind == .string, !hasFailed {
            return error(
                "E0202", tokenSpan, "a string can't follow here",
                help: "a comma stands before the message")
        }
        var message: ExpressionID?
        if take(.comma) { message = parseMessage() }
        if !hasFailed { append(start, .assert(condition, message: message)) }
    }

    private mutating func parseFail(_ start: Int) {
        let message = parseMessage()
        let condition = take(word: "if") ? parseExpression() : nil
        if !hasFailed { append(start, .fail(message: message, condition: condition)) }
    }

    mutating func parseMessage() -> ExpressionID {
        guard token.kind == .string else {
            expected(
                "a message in quotes",
                help: "as in `fail \"why\"`; `exit_group(3)` ends the program with a status")
            return tree.append(Expression(tokenSpan, .hole))
        }
        return parsePrimary()
    }

    // MARK: Calls

    // step = [ place "=" ] call | place [ operator ] "=" expression
    private mutating func parseStep(_ start: Int) {
        if token.kind == .name, let next = Optional(peek().kind),
            next == .dot || next == .leftBracket
        {
            return parsePlaceStep(start)
        }
        guard let first = takeName() else { return expected("a call", help: "as in `close(fd)`") }
        if let op = compoundOperator {
            let target = tree.append(Expression(first.span, .name(first.name)))
            advance()
            return parseAssignment(start, target, op)
        }
        guard token.kind == .assign else {
            if let call = parseCall(callee: first, result: nil) { append(start, .call(call)) }
            return
        }
        advance()
        if startsCall {
            guard let callee = takeName() else { return }
            if let call = parseCall(callee: callee, result: first) { append(start, .call(call)) }
            return
        }
        if token.kind == .newline || token.kind == .end { return expected("a call") }
        if token.kind == .plus, token.start == lastEnd {
            return error(
                "E0207", span(lastEnd - 1, token.end), "there is no operator `=+`",
                help: "write `\(tree.names[first.name]) += ...`")
        }
        let target = tree.append(Expression(first.span, .name(first.name)))
        let value = parseExpression()
        if !hasFailed { append(start, .assign(target, nil, value)) }
    }

    /// `fds[0] = openat(...)`, `st.st_size += n`
    private mutating func parsePlaceStep(_ start: Int) {
        let target = parsePlace()
        if hasFailed { return }
        if let op = compoundOperator {
            advance()
            return parseAssignment(start, target, op)
        }
        guard token.kind == .assign else {
            if reportStepping(of: source(start, lastEnd)) { return }
            return expected("`=`", help: "a statement is a call or an assignment")
        }
        advance()
        guard startsCall else { return parseAssignment(start, target, nil) }
        guard let callee = takeName() else { return }
        let placed = tree[target].span
        guard let call = parseCall(callee: callee, result: nil) else { return }
        tree.calls[Int(call)].target = target
        tree.calls[Int(call)].resultSpan = placed
        append(start, .call(call))
    }

    private mutating func parseAssignment(
        _ start: Int, _ target: ExpressionID, _ op: BinaryOperator?
    ) {
        if op != nil { advance() }
        if op != nil, startsCall {
            return reportNoFunction(text(token), tokenSpan)
        }
        let value = parseExpression()
        if !hasFailed { append(start, .assign(target, op, value)) }
    }

    /// The operator of `+=` and its like.
    var compoundOperator: BinaryOperator? {
        guard let op = token.kind.binaryOperator, op.level != BinaryOperator.comparative else {
            return nil
        }
        let next = peek()
        guard next.kind == .assign, next.start == token.end else { return nil }
        return op
    }

    /// A name and a parenthesis, which is no function of the language's.
    var startsCall: Bool {
        token.kind == .name && peekByte() == UInt8(ascii: "(") && !isWord("min") && !isWord("max")
            && !isWord("sizeof") && !(isWord("now") && isPartOfExpression)
    }

    /// Whether something is computed with what a name and its parentheses stand for: `now(CLOCK_REALTIME) + 1s`.
    private var isPartOfExpression: Bool {
        var ahead = lexer
        var depth = 0
        while true {
            let token = ahead.next()
            switch token.kind {
            case .leftParenthesis, .leftBracket, .leftBrace: depth += 1
            case .rightParenthesis, .rightBracket, .rightBrace: depth -= 1
            case .end: return false
            default: break
            }
            if depth > 0 { continue }
            let next = ahead.next().kind
            return next.binaryOperator != nil || next == .dot || next == .leftBracket
        }
    }

    /// `[ name "=" ] call`, where nothing else can stand.
    mutating func parseCall(start: Int) -> UInt32? {
        guard let first = takeName() else {
            expected("a call", help: "as in `close(fd)`")
            return nil
        }
        guard token.kind == .assign else { return parseCall(callee: first, result: nil) }
        advance()
        guard startsCall else {
            reportNoCall(first.name)
            return nil
        }
        guard let callee = takeName() else { return nil }
        return parseCall(callee: callee, result: first)
    }

    // call = name "(" [ argument { "," argument } ] ")" { modifier }
    private mutating func parseCall(
        callee: (name: Name, span: Span), result: (name: Name, span: Span)?
    ) -> UInt32? {
        guard token.kind == .leftParenthesis else {
            reportNoParenthesis(callee)
            return nil
        }
        let arguments = parseArguments()
        let callSpan = Span(Int(callee.span.start), origin.offset(lastEnd))
        let modifiers = parseModifiers()
        if !hasFailed, modifiers == nil {
            let name = tree.names[callee.name]
            if reportBehindCall(name, result.map { tree.names[$0.name] }, callee.span) {
                return nil
            }
        }
        if hasFailed { return nil }
        tree.calls.append(
            CallSyntax(
                span: callSpan, result: result?.name, resultSpan: result?.span ?? callee.span,
                callee: callee.name, calleeSpan: callee.span, arguments: arguments,
                modifiers: modifiers))
        return UInt32(tree.calls.count - 1)
    }

    private mutating func reportNoCall(_ name: Name?) {
        let name = name.map { tree.names[$0] } ?? "x"
        if token.kind == .newline || token.kind == .end { return expected("a call") }
        error(
            "E0205", tokenSpan, "only the result of a call can be given a new name",
            help: "declare a variable: `var \(name): long = ...`")
    }

    private mutating func parseArguments() -> ListRange {
        let opened = tokenSpan
        open()
        // A call's arguments hold no calls of their own, so theirs stand side by side.
        let start = tree.arguments.count
        while token.kind != .rightParenthesis, token.kind != .end, !hasFailed {
            let argument = parseArgument()
            tree.arguments.append(argument)
            if token.kind == .rightParenthesis || token.kind == .end { break }
            if !take(.comma), !hasFailed {
                expected(
                    "`,` or `)`", help: argumentHelp,
                    notes: [.init(opened, "in the arguments that start here")])
            }
        }
        if !hasFailed { close(.rightParenthesis, ")", openedAt: opened) }
        return ListRange(start: start, count: tree.arguments.count - start)
    }

    /// What was meant where neither a comma nor the end follows an argument.
    private var argumentHelp: String? {
        let before = bytes[max(lastEnd - 1, 0)]
        let isUnit = ["s", "ms", "us", "ns", "KiB", "MiB", "GiB"].contains(text(token))
        if token.kind == .name, isUnit, (0x30...0x39).contains(before) {
            return "a unit stands right behind its number: `5\(text(token))`"
        }
        switch token.kind {
        case .name, .number, .string, .character: return "a comma stands between two arguments"
        default: return nil
        }
    }

    private mutating func parseArgument() -> Argument {
        let next = token.kind == .name ? peekByte() : 0
        if next == UInt8(ascii: ":"), let (name, nameSpan) = takeWord() {
            advance()
            return Argument(label: name, labelSpan: nameSpan, value: parseExpression())
        }
        if next == UInt8(ascii: "="), peek().kind == .assign {
            let name = text(token)
            advance()
            error(
                "E0207", tokenSpan, "`=` can't stand here",
                help: "a parameter is named with `:`, as `\(name): ...`; equality is `==`")
        }
        let span = tokenSpan
        return Argument(label: nil, labelSpan: span, value: parseExpression())
    }
}
