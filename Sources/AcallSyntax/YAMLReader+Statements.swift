// Steps that make no call and have no steps: outputs, assertions, ends, assignments.

extension YAMLReader {
    mutating func readOutput(_ node: YAMLNode) {
        let form = "as in `output: {size: st.st_size}`"
        if node.kind != .scalar, node.count == 0 || isEmpty(node) {
            return error("E0811", node.span, "an output is needed here", help: form)
        }
        // Each output counts, and not the step that they stand in.
        parser.statementCount -= 1
        switch node.kind {
        case .scalar:
            parser.statementCount += 1
            outputName(node, form)
        case .sequence:
            for item in items(node) {
                if !mayGoOn(node) { return }
                outputName(self.node(item), form)
            }
        case .mapping:
            for entry in entries(node) {
                if !mayGoOn(node) { return }
                let key = key(entry)
                guard key.kind == .scalar, let (name, span, index) = outputKey(key) else {
                    continue
                }
                let (id, format) = outputValue(value(entry))
                append(
                    Span(key.start, value(entry).end),
                    .output(name, span, key: index, value: id, format))
            }
        }
    }

    /// `size`, `size[file]`
    private mutating func outputKey(_ node: YAMLNode) -> (Name, Span, ExpressionID?)? {
        guard document.value(node).contains(UInt8(ascii: "[")) else {
            return newName(node).map { ($0, node.span, nil) }
        }
        begin(node)
        guard let (name, span) = parser.takeName() else {
            parser.expected("the output's name", help: "as in `size[file]: st.st_size`")
            return nil
        }
        let opened = parser.tokenSpan
        guard parser.token.kind == .leftBracket else {
            parser.expected("`[`", help: "as in `size[file]: st.st_size`")
            return nil
        }
        parser.open()
        let index = parser.parseExpression()
        if !parser.hasFailed { parser.close(.rightBracket, "]", openedAt: opened) }
        if !parser.hasFailed, parser.token.kind != .end {
            parser.expected("the end", code: "E0202", help: "as in `size[file]: st.st_size`")
        }
        return (name, span, index)
    }

    private mutating func outputName(_ node: YAMLNode, _ form: String) {
        guard let name = newName(node, help: form) else { return }
        let value = parser.tree.append(Expression(node.span, .name(name)))
        append(node.span, .output(name, node.span, key: nil, value: value, .plain))
    }

    /// An expression, behind which `as text` may stand; or `{value: ..., as: text}`.
    private mutating func outputValue(_ node: YAMLNode) -> (ExpressionID, OutputFormat) {
        guard node.kind == .mapping else {
            guard node.kind == .scalar, !isEmpty(node) else {
                needed("a value", node)
                return (hole(node), .plain)
            }
            begin(node)
            let id = parser.parseExpression()
            let format = parser.hasFailed ? .plain : parser.parseOutputFormat()
            end(node)
            return (id, format)
        }
        var result: ExpressionID?
        var format = OutputFormat.plain
        var isKnown = true
        for entry in entries(node) {
            let part = value(entry)
            switch word(key(entry)) {
            case .value: result = scalarExpression(part, "a value")
            case .as:
                switch word(part) {
                case .text: format = .text
                case .hex: format = .hex
                default: needed("`text` or `hex`", part)
                }
            default:
                isKnown = false
                unknownKey(key(entry), ["value", "as"])
            }
        }
        if result == nil, isKnown {
            error(
                "E0811", node.span, "the output's value is missing",
                help: "as in `{value: block, as: text}`")
        }
        return (result ?? hole(node), format)
    }

    mutating func readAssert(_ node: YAMLNode, _ span: Span) {
        guard node.kind == .mapping else {
            let condition = scalarExpression(node, "a condition")
            return append(span, .assert(condition, message: nil))
        }
        var condition: ExpressionID?
        var message: ExpressionID?
        var isKnown = true
        for entry in entries(node) {
            switch word(key(entry)) {
            case .that: condition = scalarExpression(value(entry), "a condition")
            case .message: message = text(value(entry))
            default:
                isKnown = false
                unknownKey(key(entry), ["that", "message"])
            }
        }
        if let condition { return append(span, .assert(condition, message: message)) }
        if isKnown {
            error(
                "E0811", node.span, "what is asserted is missing",
                help: "as in `{that: n > 0, message: why}`")
        }
    }

    /// `stop`, `break` or `continue`: a condition as its value, or under its `if`.
    mutating func readEnd(
        _ word: YAMLWord, _ node: YAMLNode?, _ condition: ExpressionID?, _ span: Span
    ) {
        var condition = condition
        if let node, !isEmpty(node) {
            let own = scalarExpression(node, "a condition")
            if condition != nil {
                error(
                    "E0811", node.span, "this `\(word.spelling)` has two conditions",
                    help: "join them with `&&`, or remove one")
            }
            condition = own
        }
        switch word {
        case .break: append(span, .break(condition: condition))
        case .continue: append(span, .continue(condition: condition))
        default: append(span, .stop(condition: condition))
        }
    }

    // MARK: Assignments

    /// `{as: total, set: total + n}`, `{as: total, set: += n}`
    mutating func readSet(_ node: YAMLNode, _ target: YAMLNode?, _ step: YAMLNode) {
        guard let target else {
            return error(
                "E0811", step.span, "what is set is missing",
                help: "as in `{as: total, set: total + n}`")
        }
        let place = place(target)
        var op: BinaryOperator?
        let value: ExpressionID
        if node.kind == .scalar, !isEmpty(node) {
            begin(node)
            op = parser.compoundOperator
            if op != nil {
                parser.advance()
                parser.advance()
            }
            if parser.startsCall { return reportSetCall(target) }
            value = parser.parseExpression()
            end(node)
        } else {
            value = expression(node)
        }
        if let place { append(step.span, .assign(place, op, value)) }
    }

    private mutating func reportSetCall(_ target: YAMLNode) {
        let callee = parser.text(parser.token)
        parser.error(
            "E0307", parser.tokenSpan, "a call can't stand inside an expression",
            help: "it is the key of a step: `{as: \(document.shown(target)), \(callee): [...]}`")
    }
}
