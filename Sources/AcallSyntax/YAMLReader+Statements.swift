// Steps that make no call: outputs, assertions, ends.

extension YAMLReader {
    mutating func readOutput(_ node: YAMLNode) {
        let form = "as in `output: {size: st.st_size}`"
        if node.kind != .scalar, node.count == 0 || isEmpty(node) {
            return error("E0811", node.span, "an output is needed here", help: form)
        }
        switch node.kind {
        case .scalar: outputName(node, form)
        case .sequence:
            for item in items(node) where !hasTooManyErrors(node) {
                outputName(self.node(item), form)
            }
        case .mapping:
            for entry in entries(node) where !hasTooManyErrors(node) {
                let key = key(entry)
                guard key.kind == .scalar, let (name, span, index) = outputName(key) else {
                    continue
                }
                let (id, format) = outputValue(value(entry))
                append(
                    Span(key.start, value(entry).end),
                    .output(name, span, key: index, value: id, format))
            }
        }
    }

    /// `size`, or `size[file]`.
    private mutating func outputName(_ key: YAMLNode) -> (Name, Span, ExpressionID?)? {
        guard document.value(key).contains(UInt8(ascii: "[")) else {
            return newName(key).map { ($0, key.span, nil) }
        }
        return keyedName(key)
    }

    private mutating func outputName(_ node: YAMLNode, _ form: String) {
        guard let name = newName(node, help: form) else { return }
        let value = parser.tree.append(Expression(node.span, .name(name)))
        append(node.span, .output(name, node.span, key: nil, value: value, .plain))
    }

    /// An expression, or `{value: ..., as: text}`.
    private mutating func outputValue(_ node: YAMLNode) -> (ExpressionID, OutputFormat) {
        guard node.kind == .mapping else { return (scalarExpression(node, "a value"), .plain) }
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

    /// A condition as the value of `stop`, or under its `if`.
    mutating func readStop(_ node: YAMLNode, _ condition: ExpressionID?, _ span: Span) {
        if isEmpty(node) { return append(span, .stop(condition: condition)) }
        let own = scalarExpression(node, "a condition")
        if condition != nil {
            error(
                "E0811", node.span, "this `stop` has two conditions",
                help: "join them with `&&`, or remove one")
        }
        append(span, .stop(condition: own))
    }
}
