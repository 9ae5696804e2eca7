// Blocks, their scopes, and the statements that lead from one to another.

import AcallSyntax

extension Checker {
    // MARK: Blocks

    /// The statements of a block; `prepare` declares what its head does.
    mutating func block(
        _ id: BlockID, _ prepare: (inout Checker) -> Void = { _ in }
    ) -> [CheckedStatement] {
        collecting { checker in
            let block = checker.tree[id]
            checker.scope.enter(block, of: checker.tree)
            prepare(&checker)
            let before = checker.here.started.count
            checker.check(block.statements)
            checker.waitForStarted(since: before)
            checker.here.started.removeSubrange(before...)
            checker.scope.leave()
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
        program.words.unknownLocals.insert(index)
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
        here.loops += 1
        here.loopDepth += 1
        let body = block(id, prepare)
        here.loopDepth -= 1
        here.loops -= 1
        return body
    }

    mutating func checkLoop(_ id: BlockID, _ span: Span) {
        let body = loopBody(id)
        program.statements.append(.loop(CheckedLoop(condition: nil, body: body)))
        noteExit(.endlessLoop, span)
    }

    mutating func checkWhile(_ condition: ExpressionID, _ id: BlockID, _ span: Span) {
        here.loopDepth += 1
        var value: ValueID?
        // What the condition needs is computed before each pass.
        let prologue = collecting { value = $0.condition(condition) }
        here.loopDepth -= 1
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
        guard here.loops > 0 else {
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
        scope.noteItem(name, span)
        return declare(name, span, as: symbol)
    }
}
