// Steps with blocks, chains, procedures.

extension YAMLReader {
    func hasKey(_ word: YAMLWord, _ node: YAMLNode) -> Bool {
        entries(node).contains { self.word(key($0)) == word }
    }

    // MARK: Blocks

    /// A sequence of steps as a block; `read` makes what else may stand there.
    mutating func block(
        _ node: YAMLNode, _ what: String, _ read: (inout YAMLReader, YAMLNode) -> Void = {
            $0.readStep($1, .plain)
        }
    ) -> BlockID {
        var outer: [Statement] = []
        swap(&outer, &parser.tree.statements)
        parser.blockDepth += 1
        if parser.blockDepth > Parser.maximumDepth {
            error(
                "E0702", node.span, "blocks nest at most \(Parser.maximumDepth) deep",
                help: "take a part of it into a proc")
        } else if node.kind == .sequence {
            for item in items(node) where !hasTooManyErrors(self.node(item)) {
                read(&self, self.node(item))
            }
        } else if !isEmpty(node) {
            error(
                "E0811", node.span, "`\(what)` is a sequence of steps, and this is \(self.what(node))",
                help: "each step starts with `- `")
        }
        parser.blockDepth -= 1
        swap(&outer, &parser.tree.statements)
        parser.tree.blocks.append(Block(span: node.span, statements: outer))
        return BlockID(parser.tree.blocks.count - 1)
    }

    /// `if:` with `then:` and `else:`; false where it is only a condition.
    mutating func readIf(_ node: YAMLNode) -> Bool {
        var condition: ExpressionID?
        var then: BlockID?
        var otherwise: BlockID?
        guard hasKey(.then, node) || hasKey(.else, node) && hasKey(.if, node) else { return false }
        for entry in entries(node) {
            switch word(key(entry)) {
            case .if: condition = scalarExpression(value(entry), "a condition")
            case .then: then = block(value(entry), "then")
            case .else: otherwise = block(value(entry), "else")
            default: unknownKey(key(entry), ["if", "then", "else"])
            }
        }
        guard let condition, let then else {
            error(
                "E0811", node.span, "`\(condition == nil ? "if" : "then")` is missing",
                help: "as in `{if: n > 0, then: [...], else: [...]}`")
            return true
        }
        append(node.span, .if(condition, then: then, otherwise: otherwise))
        return true
    }

    mutating func readBlockStatement(_ word: YAMLWord, _ value: YAMLNode, _ node: YAMLNode) {
        let span = node.span
        switch word {
        case .loop: append(span, .loop(block(value, "loop")))
        case .while: readWhile(value, span)
        case .for: readFor(value, span)
        case .break, .continue, .return:
            let own = isEmpty(value) ? nil : scalarExpression(value, "a value")
            switch word {
            case .break: append(span, .break(condition: own))
            case .continue: append(span, .continue(condition: own))
            default: append(span, .return(value: own))
            }
        case .async:
            if value.kind == .mapping { return readStep(value, .async) }
            needed("a call", value, help: "as in `async: {as: got, read: [fd, text]}`")
        case .task: readTask(value, span)
        case .await: readAwait(value, span)
        case .cancel:
            if let name = newName(value) { append(span, .cancel(name, value.span)) }
        case .parallel: readParallel(value, span)
        case .include: readIncludes(value)
        case .proc: readProcedures(value)
        case .input: readDeclarations(value, .inputs, .default)
        case .var: readDeclarations(value, .vars, .value)
        case .set: readAssignment(value, node)
        default: break
        }
    }

    /// The parts of a mapping by their keys; what is unknown is reported.
    private mutating func parts(
        _ node: YAMLNode, _ known: [YAMLWord], _ form: String
    ) -> [YAMLWord: YAMLNode]? {
        guard node.kind == .mapping else {
            needed("a mapping", node, help: form)
            return nil
        }
        var parts: [YAMLWord: YAMLNode] = [:]
        for entry in entries(node) {
            let word = word(key(entry))
            guard known.contains(word) else {
                unknownKey(key(entry), known.map(\.spelling))
                continue
            }
            parts[word] = parts[word] ?? value(entry)
        }
        return parts
    }

    private mutating func missing(_ word: YAMLWord, _ node: YAMLNode, _ form: String) {
        error("E0811", node.span, "`\(word.spelling)` is missing", help: form)
    }

    private mutating func readWhile(_ node: YAMLNode, _ span: Span) {
        let form = "as in `while: {cond: n > 0, steps: [...]}`"
        guard let parts = parts(node, [.cond, .steps], form) else { return }
        guard let condition = parts[.cond] else { return missing(.cond, node, form) }
        guard let steps = parts[.steps] else { return missing(.steps, node, form) }
        let value = scalarExpression(condition, "a condition")
        append(span, .while(value, block(steps, "steps")))
    }

    private mutating func readFor(_ node: YAMLNode, _ span: Span) {
        let form = "as in `for: {each: i, in: 0..<10, steps: [...]}`"
        guard let parts = parts(node, [.each, .in, .steps], form) else { return }
        guard let each = parts[.each] else { return missing(.each, node, form) }
        guard let items = parts[.in] else { return missing(.in, node, form) }
        guard let steps = parts[.steps] else { return missing(.steps, node, form) }
        guard let name = newName(each), let iteration = iteration(items) else { return }
        append(span, .for(name, each.span, iteration, block(steps, "steps")))
    }

    // MARK: Assignment

    private static let operators: [String: BinaryOperator] = [
        "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "%": .remainder, "&": .and,
        "|": .or, "^": .xor, "<<": .shiftLeft, ">>": .shiftRight,
    ]

    /// `{as: total, set: total + n}`, `{as: total, set: n, op: +}`
    private mutating func readAssignment(_ value: YAMLNode, _ node: YAMLNode) {
        var target: YAMLNode?
        var op: BinaryOperator?
        for entry in entries(node) {
            switch word(key(entry)) {
            case .as: target = self.value(entry)
            case .op:
                let given = self.value(entry)
                op = given.kind == .scalar ? Self.operators[document.text(given)] : nil
                if op == nil {
                    needed("an operator", given, help: "as in `op: +`: one of + - * / % & | ^ << >>")
                }
            default: break
            }
        }
        guard let target, target.kind == .scalar, !isEmpty(target) else {
            return error(
                "E0811", node.span, "what is set is missing", help: "as in `{as: total, set: n + 1}`")
        }
        let place = place(target)
        let result = scalarExpression(value, "a value")
        append(node.span, .assign(place, op, result))
    }

    // MARK: Chains

    private mutating func readTask(_ node: YAMLNode, _ span: Span) {
        let form = "as in `task: {as: logger, steps: [...]}`"
        guard let parts = parts(node, [.as, .steps], form) else { return }
        guard let steps = parts[.steps] else { return missing(.steps, node, form) }
        var name: Name?
        var nameSpan = node.span
        if let given = parts[.as] {
            guard let taken = newName(given) else { return }
            (name, nameSpan) = (taken, given.span)
        }
        append(span, .task(name, nameSpan, block(steps, "steps")))
    }

    private mutating func targets(_ node: YAMLNode) -> [AwaitSyntax.Target] {
        let nodes = node.kind == .sequence ? items(node).map { self.node($0) } : [node]
        if nodes.isEmpty { needed("what to wait for", node, help: "as in `await: [hello]`") }
        return nodes.compactMap { node in
            newName(node, help: "as in `await: [hello, logger]`").map {
                AwaitSyntax.Target(name: $0, span: node.span)
            }
        }
    }

    private mutating func readAwait(_ node: YAMLNode, _ span: Span) {
        guard node.kind == .mapping else {
            let targets = targets(node)
            if targets.isEmpty { return }
            return append(
                span,
                .await(
                    AwaitSyntax(targets: targets, isAny: false, timeout: nil, otherwise: nil)))
        }
        let form = "as in `await: {any: [a, b], timeout: 1s, else: [...]}`"
        guard let parts = parts(node, [.all, .any, .timeout, .else], form) else { return }
        guard let names = parts[.any] ?? parts[.all] else { return missing(.all, node, form) }
        if parts[.any] != nil, parts[.all] != nil {
            return error(
                "E0811", node.span, "`any` and `all` can't stand together", help: "remove one")
        }
        let targets = targets(names)
        let timeout = parts[.timeout].map { scalarExpression($0, "a time") }
        let otherwise = parts[.else].map { block($0, "else") }
        if targets.isEmpty { return }
        append(
            span,
            .await(
                AwaitSyntax(
                    targets: targets, isAny: parts[.any] != nil, timeout: timeout,
                    otherwise: otherwise)))
    }

    /// A sequence of tasks, or `{for: file, in: files, limit: 64, steps: [...]}`.
    private mutating func readParallel(_ node: YAMLNode, _ span: Span) {
        guard node.kind == .mapping else {
            let body = block(node, "parallel") { reader, item in
                // A task stands there by itself.
                if item.kind == .mapping, reader.hasKey(.steps, item) {
                    reader.parser.statementCount += 1
                    return reader.readTask(item, item.span)
                }
                reader.readStep(item, .plain)
            }
            return append(span, .parallel(body))
        }
        let form = "as in `parallel: {for: file, in: files, limit: 64, steps: [...]}`"
        guard let parts = parts(node, [.for, .in, .limit, .steps], form) else { return }
        guard let each = parts[.for] else { return missing(.for, node, form) }
        guard let items = parts[.in] else { return missing(.in, node, form) }
        guard let steps = parts[.steps] else { return missing(.steps, node, form) }
        guard let name = newName(each), let iteration = iteration(items) else { return }
        let limit = parts[.limit].map { scalarExpression($0, "a number") }
        append(
            span,
            .parallelFor(name, each.span, iteration, limit: limit, block(steps, "steps")))
    }

    // MARK: Reuse

    /// One file, or a sequence of them.
    mutating func readIncludes(_ node: YAMLNode) {
        guard node.kind == .sequence else {
            return append(node.span, .include(text(node)))
        }
        for item in items(node) where !hasTooManyErrors(self.node(item)) {
            let file = self.node(item)
            append(file.span, .include(text(file)))
        }
    }

    /// `slurp: {params: {file: path, into: bytes}, result: size, steps: [...]}`
    mutating func readProcedures(_ node: YAMLNode) {
        let form = "as in `slurp: {params: {file: path}, result: size, steps: [...]}`"
        guard node.kind == .mapping else { return needed("a mapping", node, help: form) }
        for entry in entries(node) where !hasTooManyErrors(key(entry)) {
            let key = key(entry)
            guard key.kind == .scalar, let name = newName(key) else { continue }
            let body = value(entry)
            guard let parts = parts(body, [.params, .result, .steps], form) else { continue }
            guard let steps = parts[.steps] else {
                missing(.steps, body, form)
                continue
            }
            let parameters = parts[.params].map { self.parameters($0) } ?? []
            let result = parts[.result].flatMap { type($0) }
            parser.tree.procedures.append(
                ProcedureSyntax(
                    name: name, nameSpan: key.span, parameters: parameters, result: result,
                    body: block(steps, "steps")))
            let index = UInt32(parser.tree.procedures.count - 1)
            append(Span(key.start, body.end), .procedure(index))
        }
    }

    private mutating func parameters(_ node: YAMLNode) -> [ProcedureSyntax.Parameter] {
        if isEmpty(node) { return [] }
        guard node.kind == .mapping else {
            needed("a mapping", node, help: "as in `params: {file: path, into: bytes}`")
            return []
        }
        var parameters: [ProcedureSyntax.Parameter] = []
        for entry in entries(node) {
            let key = key(entry)
            guard key.kind == .scalar, let name = newName(key), let type = type(value(entry)) else {
                continue
            }
            parameters.append(.init(name: name, span: key.span, type: type))
        }
        return parameters
    }
}
