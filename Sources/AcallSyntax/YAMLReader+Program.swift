// A program's top level: version, inputs, variables, steps.

extension YAMLReader {
    mutating func readProgram() {
        let root = document.nodes[document.root]
        guard root.kind == .mapping else {
            return error(
                "E0808", root.span, "a program is a mapping",
                help: "it starts with `acall: 1` and has `steps:`")
        }
        var parts: [String: YAMLNode] = [:]
        let known = ["acall", "inputs", "vars", "steps"]
        for (key, value) in entries(root) {
            let text = document.text(key)
            guard known.contains(text) else {
                unknownKey(key, known)
                continue
            }
            if parts[text] == nil { parts[text] = value }
        }
        checkVersion(parts["acall"], root)
        // A name stands for what came before it, so the order is that of the text spelling.
        if let inputs = parts["inputs"] { readDeclarations(inputs, "inputs", "default") }
        if let variables = parts["vars"] { readDeclarations(variables, "vars", "value") }
        guard let steps = parts["steps"] else { return }
        guard steps.kind == .sequence else {
            if isEmpty(steps) { return }
            return error(
                "E0811", steps.span, "`steps` is a sequence", help: "each step starts with `- `")
        }
        for item in items(steps) {
            if tooManyErrors {
                return error(
                    "E0103", node(item).span, "too many errors: the rest was not looked at")
            }
            if parser.tree.statements.count >= Parser.maximumStatements {
                return error("E0701", node(item).span, "a program has at most 1,000,000 steps")
            }
            readStep(node(item), isDeferred: false)
        }
    }

    private mutating func checkVersion(_ version: YAMLNode?, _ root: YAMLNode) {
        guard let version else {
            return error(
                "E0808", Span(root.start, root.start + 1), "the version is missing",
                help: "a program starts with `acall: 1`")
        }
        if version.kind != .scalar || document.text(version) != "1" {
            error(
                "E0808", version.span, "this is not a version that is known",
                help: "write `acall: 1`")
        }
    }

    // MARK: Inputs and variables

    private mutating func readDeclarations(_ node: YAMLNode, _ what: String, _ valueKey: String) {
        guard node.kind == .mapping else {
            if isEmpty(node) { return }
            return error("E0811", node.span, "`\(what)` is a mapping", help: "as in `name: type`")
        }
        for (key, value) in entries(node) {
            guard let name = name(key) else { continue }
            let span = Span(key.start, value.end)
            guard let (type, initial) = declaration(value, valueKey) else { continue }
            append(
                span,
                valueKey == "default"
                    ? .input(name, key.span, type, value: initial)
                    : .variable(name, key.span, type, value: initial))
        }
    }

    /// `type`, or `{type: ..., default: ...}`.
    private mutating func declaration(
        _ node: YAMLNode, _ valueKey: String
    ) -> (TypeSyntax, ExpressionID?)? {
        guard node.kind == .mapping else { return type(node).map { ($0, nil) } }
        var typeNode: YAMLNode?
        var valueNode: YAMLNode?
        for (key, value) in entries(node) {
            switch document.text(key) {
            case "type": typeNode = value
            case valueKey: valueNode = value
            default: unknownKey(key, ["type", valueKey])
            }
        }
        guard let typeNode else {
            error(
                "E0811", node.span, "the type is missing",
                help: "as in `{type: int, \(valueKey): 1}`")
            return nil
        }
        let type = type(typeNode)
        let value = valueNode.map { expression($0) }
        return type.map { ($0, value) }
    }

    // MARK: Outputs and ends

    mutating func readOutput(_ node: YAMLNode) {
        switch node.kind {
        case .scalar:
            guard let node = scalar(node, "an output's name") else { return }
            outputName(node)
        case .sequence: for item in items(node) { outputName(self.node(item)) }
        case .mapping:
            for (key, value) in entries(node) {
                guard let name = name(key) else { continue }
                let span = Span(key.start, value.end)
                let (id, format) = outputValue(value)
                append(span, .output(name, key.span, value: id, format))
            }
        }
    }

    private mutating func outputName(_ node: YAMLNode) {
        guard let name = name(node) else { return }
        let value = parser.tree.append(Expression(node.span, .name(name)))
        append(node.span, .output(name, node.span, value: value, .plain))
    }

    /// An expression, or `{value: ..., as: text}`.
    private mutating func outputValue(_ node: YAMLNode) -> (ExpressionID, OutputFormat) {
        guard node.kind == .mapping else { return (expression(node), .plain) }
        var value: ExpressionID?
        var format = OutputFormat.plain
        for (key, part) in entries(node) {
            switch document.text(key) {
            case "value": value = expression(part)
            case "as":
                switch part.kind == .scalar ? document.text(part) : "" {
                case "text": format = .text
                case "hex": format = .hex
                default: error("E0811", part.span, "`text` or `hex` is needed here")
                }
            default: unknownKey(key, ["value", "as"])
            }
        }
        if value == nil {
            error(
                "E0811", node.span, "the output's value is missing",
                help: "as in `{value: block, as: text}`")
        }
        return (value ?? hole(node), format)
    }

    mutating func readAssert(_ node: YAMLNode, _ span: Span) {
        guard node.kind == .mapping else {
            let condition = expression(node)
            return append(span, .assert(condition, message: nil))
        }
        var condition: ExpressionID?
        var message: ExpressionID?
        for (key, value) in entries(node) {
            switch document.text(key) {
            case "that": condition = expression(value)
            case "message": message = text(value)
            default: unknownKey(key, ["that", "message"])
            }
        }
        guard let condition else {
            return error(
                "E0811", node.span, "what is asserted is missing",
                help: "as in `{that: n > 0, message: why}`")
        }
        append(span, .assert(condition, message: message))
    }
}
