// Blocks, their scopes, and the statements that lead from one to another.

import AcallSyntax

extension Checker {
    // MARK: Scopes

    /// Names that a block declares are gone at its end.
    private mutating func enterScope(_ statements: [Statement]) {
        scopeMarks.append(scopeLog.count)
        declareAhead(statements)
    }

    private mutating func leaveScope() {
        let mark = scopeMarks.removeLast()
        while scopeLog.count > mark {
            let entry = scopeLog.removeLast()
            if let declared = declarations[Int(entry.name.id)] { left[entry.name] = declared }
            symbols[Int(entry.name.id)] = entry.symbol
            declarations[Int(entry.name.id)] = entry.declaration
        }
    }

    /// So that a name used too early can be told from one that is nowhere.
    mutating func declareAhead(_ statements: [Statement]) {
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
        if scopeMarks.isEmpty {
            if declarations[index] == nil { declarations[index] = span }
            return
        }
        switch symbols[index] {
        case .unknown, .constant: break
        // Visible here: `declare` says so, or it is an assignment.
        default: return
        }
        if let known = declarations[index], isInThisScope(known) { return }
        remember(name)
        declarations[index] = span
    }

    private func isInThisScope(_ span: Span) -> Bool {
        scopeSpans.last.map { span.start >= $0.start && span.end <= $0.end } ?? true
    }

    /// What a name stood for outside, for the end of the block.
    mutating func remember(_ name: Name) {
        let index = Int(name.id)
        scopeLog.append(
            ScopeEntry(name: name, symbol: symbols[index], declaration: declarations[index]))
    }

    // MARK: Blocks

    /// The statements of a block; `prepare` declares what its head does.
    mutating func block(
        _ id: BlockID, _ prepare: (inout Checker) -> Void = { _ in }
    ) -> [CheckedStatement] {
        collecting { checker in
            let block = checker.tree[id]
            checker.scopeSpans.append(block.span)
            checker.enterScope(block.statements)
            prepare(&checker)
            let before = checker.started.count
            checker.check(block.statements)
            checker.waitForStarted(since: before)
            checker.started.removeSubrange(before...)
            checker.leaveScope()
            checker.scopeSpans.removeLast()
        }
    }

    mutating func check(_ statements: [Statement]) {
        for statement in statements {
            // What is found from here on would not be kept.
            if diagnostics.isFull { break }
            check(statement)
        }
    }

    /// What a part of the program appends, apart.
    mutating func collecting(_ body: (inout Checker) -> Void) -> [CheckedStatement] {
        var statements: [CheckedStatement] = []
        swap(&statements, &program.statements)
        body(&self)
        swap(&statements, &program.statements)
        return statements
    }

    /// The statement that follows leaves whatever happens.
    mutating func noteExit(_ exit: Effect.Exit, _ span: Span) {
        note(.leave, Int(exit.rawValue), span)
    }

    // MARK: Branches

    /// A condition. If it is wrong, which is reported, it is one of which nothing is known: what stands under it is
    /// looked at all the same.
    mutating func condition(_ id: ExpressionID) -> ValueID { integer(id) ?? unknown(tree[id].span) }

    private mutating func unknown(_ span: Span) -> ValueID {
        let index = newLocal()
        program.unknownLocals.insert(index)
        return local(index, span)
    }

    mutating func checkIf(_ condition: ExpressionID, _ then: BlockID, _ otherwise: BlockID?) {
        let value = self.condition(condition)
        let first = block(then)
        let second = otherwise.map { block($0) } ?? []
        program.statements.append(.if(value, then: first, otherwise: second))
    }

    /// A call writes storage.
    mutating func written(_ storage: Int, _ span: Span) {
        note(.write, storage, span)
    }

    /// A statement of the program writes storage.
    mutating func assigned(_ storage: Int, _ span: Span) {
        note(.assign, storage, span)
    }

    // MARK: Loops

    private mutating func loopBody(
        _ id: BlockID, _ prepare: (inout Checker) -> Void = { _ in }
    ) -> [CheckedStatement] {
        loopsHere += 1
        loopDepth += 1
        let body = block(id, prepare)
        loopDepth -= 1
        loopsHere -= 1
        return body
    }

    mutating func checkLoop(_ id: BlockID, _ span: Span) {
        let body = loopBody(id)
        program.statements.append(.loop(CheckedLoop(condition: nil, body: body)))
        noteExit(.endlessLoop, span)
    }

    mutating func checkWhile(_ condition: ExpressionID, _ id: BlockID, _ span: Span) {
        loopDepth += 1
        var value: ValueID?
        // What the condition needs is computed before each pass.
        let prologue = collecting { value = $0.condition(condition) }
        loopDepth -= 1
        let body = loopBody(id)
        program.statements += prologue
        program.statements.append(
            .loop(
                CheckedLoop(condition: value, body: body, next: prologue)))
    }

    mutating func checkFor(
        _ name: Name, _ span: Span, _ items: Iteration, _ id: BlockID, _ whole: Span
    ) {
        guard let walk = walk(items) else {
            let body = loopBody(id) {
                _ = $0.declare(item: name, span, .hole)
            }
            program.statements.append(
                .loop(CheckedLoop(condition: unknown(span), body: body)))
            return
        }
        if let storage = walk.storage { note(.walk, storage, program.span(of: walk.condition)) }
        let body = loopBody(id) { checker in
            let symbol = walk.bind(&checker)
            _ = checker.declare(item: name, span, symbol)
        }
        let next = collecting { walk.advance(&$0) }
        program.statements.append(
            .loop(CheckedLoop(condition: walk.condition, body: body, next: next)))
        if let storage = walk.storage { note(.endWalk, storage, whole) }
    }

    mutating func checkLeave(
        _ condition: ExpressionID?, _ span: Span, isBreak: Bool
    ) {
        let word = isBreak ? "break" : "continue"
        let value = condition.map { self.condition($0) }
        guard loopsHere > 0 else {
            diagnostics.error(
                "E0211", span, "`\(word)` stands in no loop",
                help: "`stop` ends the program, or the chain of a task")
            return
        }
        if condition == nil { noteExit(.loop, span) }
        program.statements.append(
            isBreak ? .break(condition: value) : .continue(condition: value))
    }

    /// Declares what a loop's head names.
    mutating func declare(item name: Name, _ span: Span, _ symbol: Symbol) -> Bool {
        switch symbols[Int(name.id)] {
        case .unknown, .constant:
            remember(name)
            declarations[Int(name.id)] = span
        default: break
        }
        return declare(name, span, as: symbol)
    }
}
