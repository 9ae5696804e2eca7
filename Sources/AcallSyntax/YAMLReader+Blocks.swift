// Steps that have steps: conditions, loops, chains; and what chains wait for.

extension YAMLReader {
    mutating func readBlockStatement(
        _ word: YAMLWord, _ key: YAMLNode, _ value: YAMLNode, _ span: Span
    ) {
        switch word {
        case .loop: if let body = readBlock(value, .loop) { append(span, .loop(body)) }
        case .while: readWhile(value, span)
        case .for: readFor(value, span)
        case .task:
            guard value.kind == .mapping else {
                return needed("a mapping", value, help: "as in `task: {as: a, steps: [...]}`")
            }
            readTask(value, key.span, span)
        case .parallel: readParallel(value, span)
        case .await: readAwait(value, span)
        case .cancel:
            guard let name = newName(value, help: "as in `cancel: hello`, each in its own step")
            else { return }
            append(span, .cancel(name, value.span))
        case .async:
            if value.kind == .mapping { return readStep(value, .async) }
            needed("a call", value, help: "as in `async: {as: n, read: [fd, block]}`")
        default:
            if value.kind == .mapping { return readStep(value, .deferred) }
            needed("a call", value, help: "as in `defer: {close: [fd]}`")
        }
    }

    // MARK: Blocks

    /// The steps below a key.
    mutating func readBlock(_ node: YAMLNode, _ owner: YAMLWord) -> BlockID? {
        guard node.kind == .sequence else {
            error(
                "E0811", node.span,
                "`\(owner.spelling)` is a sequence, and this is \(what(node))",
                help: isEmpty(node)
                    ? "its steps stand below it, further to the right, each with `- `"
                    : has(.steps, node)
                        ? "its steps stand below it without `steps`, each with `- `"
                        : "each step starts with `- `")
            return nil
        }
        guard parser.blockDepth < Parser.maximumDepth else {
            error(
                "E0702", Span(node.start, node.start + 1),
                "blocks nest at most \(Parser.maximumDepth) deep",
                help: "take a part of it into a proc, below `procs`")
            return nil
        }
        parser.blockDepth += 1
        defer { parser.blockDepth -= 1 }
        var outer: [Statement] = []
        swap(&outer, &parser.tree.statements)
        readItems(node, isParallel: owner == .parallel)
        swap(&outer, &parser.tree.statements)
        parser.tree.blocks.append(Block(span: node.span, statements: outer))
        return BlockID(parser.tree.blocks.count - 1)
    }

    mutating func readItems(_ steps: YAMLNode, isParallel: Bool) {
        for item in items(steps) {
            let item = node(item)
            if !mayGoOn(item) { return }
            let known = parser.diagnostics.list.count
            if isParallel, has(.steps, item) {
                readTask(item, key(item.first).span, item.span)
            } else {
                readStep(item, .step)
            }
            if parser.diagnostics.list.count > known { noteWrongName(item) }
        }
    }

    /// A step that may be left out: what it would have named is no mistake elsewhere.
    private mutating func noteWrongName(_ step: YAMLNode) {
        guard step.kind == .mapping else { return }
        for entry in entries(step) where word(key(entry)) == .as && value(entry).kind == .scalar {
            let name = parser.tree.names.intern(document.value(value(entry)))
            parser.tree.wrongNames.insert(name)
        }
    }

    private func has(_ word: YAMLWord, _ node: YAMLNode) -> Bool {
        node.kind == .mapping && entries(node).contains { self.word(key($0)) == word }
    }

    // MARK: Conditions

    /// `isWhole`: none of its keys is reported already, which may be the one that is missing.
    mutating func readIf(_ node: YAMLNode, _ branch: YAMLNode, isWhole: Bool) {
        var condition: ExpressionID?
        var then: YAMLNode?
        var otherwise: YAMLNode?
        for entry in entries(node) {
            let key = key(entry)
            switch word(key) {
            case .if: condition = scalarExpression(value(entry), "a condition")
            case .then: then = value(entry)
            case .else: otherwise = value(entry)
            case let word where !word.isModifier: break
            default:
                error(
                    "E0809", key.span,
                    "`if` with `\(document.shown(branch))` can't have `\(document.shown(key))`",
                    help: "it goes into a step below `then`")
            }
        }
        guard isWhole || condition != nil && then != nil else {
            for block in [then, otherwise] {
                _ = block.flatMap { readBlock($0, .then) }
            }
            return
        }
        guard let condition else {
            return error(
                "E0210", branch.span, "this `\(document.shown(branch))` belongs to no `if`",
                help: "they are keys of one step: `{if: n > 0, then: [...], else: [...]}`")
        }
        guard let then else {
            return error(
                "E0811", node.span, "`if` needs `then`",
                help: "as in `{if: n > 0, then: [...], else: [...]}`")
        }
        let block = readBlock(then, .then)
        let last = otherwise.flatMap { readElse($0) }
        guard let block, (otherwise == nil) == (last == nil) else { return }
        append(node.span, .if(condition, then: block, otherwise: last))
    }

    private mutating func readElse(_ node: YAMLNode) -> BlockID? {
        // An `else if` counts as one statement.
        if node.kind == .sequence, node.count == 1, has(.then, self.node(items(node)[node.first])) {
            parser.statementCount -= 1
        }
        return readBlock(node, .else)
    }

    // MARK: Loops

    private mutating func readWhile(_ node: YAMLNode, _ span: Span) {
        let form = "while: {cond: n > 0, steps: [...]}"
        guard node.kind == .mapping else {
            return needed("a mapping", node, help: "as in `\(form)`")
        }
        let parts = parts(node, [.cond, .steps])
        let condition = part(.cond, parts, of: "`while`", node, form)
            .map { scalarExpression($0, "a condition") }
        let body = part(.steps, parts, of: "`while`", node, form)
            .flatMap { readBlock($0, .steps) }
        if let condition, let body { append(span, .while(condition, body)) }
    }

    private mutating func readFor(_ node: YAMLNode, _ span: Span) {
        let form = "for: {each: i, in: 0..<10, steps: [...]}"
        guard node.kind == .mapping else {
            return needed("a mapping", node, help: "as in `\(form)`")
        }
        let parts = parts(node, [.each, .in, .steps])
        let nameNode = part(.each, parts, of: "`for`", node, form)
        let name = nameNode.flatMap { newName($0) }
        let items = part(.in, parts, of: "`for`", node, form).flatMap { iteration($0) }
        let body = part(.steps, parts, of: "`for`", node, form).flatMap { readBlock($0, .steps) }
        if let nameNode, let name, let items, let body {
            append(span, .for(name, nameNode.span, items, body))
        }
    }

    /// A range, or what has items.
    private mutating func iteration(_ node: YAMLNode) -> Iteration? {
        if node.kind == .sequence { return .items(expression(node)) }
        let help = "as `0..<10`, `files`, `\"records(block[..<n], linux_dirent64)\"`"
        guard node.kind == .scalar, !isEmpty(node) else {
            needed("a range or a list", node, help: help)
            return nil
        }
        begin(node)
        let items = parser.parseItems()
        end(node, help: help)
        return parser.hasFailed ? nil : items
    }

    // MARK: Chains

    /// `{as: a, steps: [...]}`
    private mutating func readTask(_ node: YAMLNode, _ key: Span, _ span: Span) {
        let parts = parts(node, [.as, .steps])
        let name = parts[.as].flatMap { newName($0) }
        let body = part(.steps, parts, of: "`task`", node, "task: {as: a, steps: [...]}")
            .flatMap { readBlock($0, .steps) }
        if let body { append(span, .task(name, parts[.as]?.span ?? key, body)) }
    }

    private mutating func readParallel(_ node: YAMLNode, _ span: Span) {
        guard node.kind == .mapping else {
            if let body = readBlock(node, .parallel) { append(span, .parallel(body)) }
            return
        }
        let form = "parallel: {for: file, in: files, limit: 64, steps: [...]}"
        let parts = parts(node, [.for, .in, .limit, .steps])
        let nameNode = part(.for, parts, of: "`parallel`", node, form)
        let name = nameNode.flatMap { newName($0) }
        let items = part(.in, parts, of: "`parallel`", node, form).flatMap { iteration($0) }
        let limit = parts[.limit].map { scalarExpression($0, "a number") }
        let body = part(.steps, parts, of: "`parallel`", node, form)
            .flatMap { readBlock($0, .steps) }
        if let nameNode, let name, let items, let body {
            append(span, .parallelFor(name, nameNode.span, items, limit: limit, body))
        }
    }

    /// `hello`, `[hello, logger]`, `{any: [a, b], timeout: 1s, else: [...]}`
    private mutating func readAwait(_ node: YAMLNode, _ span: Span) {
        guard node.kind == .mapping else {
            let targets = targets(node)
            let syntax = AwaitSyntax(targets: targets, isAny: false, timeout: nil, otherwise: nil)
            return append(span, .await(syntax))
        }
        let parts = parts(node, [.all, .any, .timeout, .else])
        let targets = (parts[.all] ?? parts[.any]).map { self.targets($0) }
        let timeout = parts[.timeout].map { scalarExpression($0, "a time") }
        let otherwise = parts[.else].flatMap { readBlock($0, .else) }
        if parts[.all] != nil, parts[.any] != nil {
            error("E0811", node.span, "`await` has `all` or `any`, not both", help: "remove one")
        }
        guard let targets else {
            if parts.hasOthers { return }
            return error(
                "E0811", node.span, "`await` needs `all` or `any`",
                help: "as in `await: {any: [a, b], timeout: 1s, else: [...]}`")
        }
        let syntax = AwaitSyntax(
            targets: targets, isAny: parts[.any] != nil, timeout: timeout, otherwise: otherwise)
        append(span, .await(syntax))
    }

    /// A name, or a sequence of them.
    private mutating func targets(_ node: YAMLNode) -> [AwaitSyntax.Target] {
        let help = "as in `await: hello`, `await: [hello, logger]`"
        guard node.kind == .sequence else { return target(node, help).map { [$0] } ?? [] }
        if node.count == 0 {
            error("E0811", node.span, "a name is needed here", help: help)
        }
        return items(node).compactMap { item in
            hasTooManyErrors(node) ? nil : target(self.node(item), help)
        }
    }

    private mutating func target(_ node: YAMLNode, _ help: String) -> AwaitSyntax.Target? {
        newName(node, help: help).map { AwaitSyntax.Target(name: $0, span: node.span) }
    }
}
