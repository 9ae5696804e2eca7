// Statements with blocks, chains, procedures, as text.

extension TextPrinter {
    mutating func addBlockKind(_ kind: Statement.Kind) {
        switch kind {
        case .if(let condition, let then, let otherwise): addIf(condition, then, otherwise)
        case .loop(let body):
            add("loop ")
            add(body)
        case .while(let condition, let body):
            add("while ")
            add(condition)
            add(" ")
            add(body)
        case .for(let name, _, let items, let body):
            add("for ")
            add(name, items)
            add(" ")
            add(body)
        case .async(let index):
            add("async ")
            add(tree.calls[Int(index)])
        case .task(let name, _, let body):
            add("task ")
            if let name {
                add(name)
                add(" ")
            }
            add(body)
        case .await(let syntax): add(syntax)
        case .cancel(let name, _):
            add("cancel ")
            add(name)
        case .parallel(let body):
            add("parallel ")
            add(body)
        case .parallelFor(let name, _, let items, let limit, let body):
            add("parallel for ")
            add(name, items)
            if let limit {
                add(" limit ")
                add(limit, atLeast: BinaryOperator.additive)
            }
            add(" ")
            add(body)
        case .include(let file):
            add("include ")
            add(file)
        case .procedure(let index): add(tree.procedures[Int(index)])
        case .return(let value):
            add("return")
            if let value {
                add(" ")
                add(value)
            }
        default: break
        }
    }

    /// The opening brace, the statements a level deeper, the closing brace.
    private mutating func add(_ id: BlockID) {
        let block = tree[id]
        let notes = layout?.notes(id) ?? SourceLayout.BlockNotes()
        if block.statements.isEmpty, notes.head == nil, notes.end.isEmpty { return add("{ }") }
        add("{")
        if let head = notes.head { addBehind(head) }
        add("\n")
        depth += 1
        add(block.statements, end: notes.end)
        depth -= 1
        indent()
        add("}")
    }

    private mutating func addIf(
        _ condition: ExpressionID, _ then: BlockID, _ otherwise: BlockID?
    ) {
        add("if ")
        add(condition)
        add(" ")
        add(then)
        guard let otherwise else { return }
        add(" else ")
        let statements = tree[otherwise].statements
        if statements.count == 1, isBare(otherwise, statements[0]),
            case .if(let condition, let then, let last) = statements[0].kind
        {
            return addIf(condition, then, last)
        }
        add(otherwise)
    }

    /// No comment needs the braces around a block of one statement.
    private func isBare(_ id: BlockID, _ statement: Statement) -> Bool {
        guard let layout else { return true }
        let (block, notes) = (layout.notes(id), layout.notes(statement))
        return block.head == nil && block.end.isEmpty && notes.leading.isEmpty
            && notes.trailing == nil
    }

    private mutating func add(_ name: Name, _ items: Iteration) {
        add(name)
        add(" in ")
        add(items)
    }

    mutating func add(_ items: Iteration) {
        switch items {
        case .items(let list): add(list, atLeast: BinaryOperator.additive)
        case .range(let low, let high, let isClosed):
            add(low, atLeast: BinaryOperator.additive)
            add(isClosed ? "..." : "..<")
            add(high, atLeast: BinaryOperator.additive)
        }
    }

    private mutating func add(_ syntax: AwaitSyntax) {
        add(syntax.isAny ? "await any " : "await ")
        for (index, target) in syntax.targets.enumerated() {
            if index > 0 { add(", ") }
            add(target.name)
        }
        if let timeout = syntax.timeout { addTimeout(timeout) }
        if let otherwise = syntax.otherwise {
            add(" else ")
            add(otherwise)
        }
    }

    private mutating func add(_ procedure: ProcedureSyntax) {
        add("proc ")
        add(procedure.name)
        add("(")
        for (index, parameter) in procedure.parameters.enumerated() {
            if index > 0 { add(", ") }
            add(parameter.name)
            add(": ")
            add(parameter.type)
        }
        add(")")
        if let result = procedure.result {
            add(" -> ")
            add(result)
        }
        add(" ")
        add(procedure.body)
    }

    mutating func add(_ type: TypeSyntax) {
        if type.isList { add("[") }
        add(type.name)
        if type.isList { add("]") }
        if let count = type.count {
            add("[")
            add(count)
            add("]")
        }
    }
}
