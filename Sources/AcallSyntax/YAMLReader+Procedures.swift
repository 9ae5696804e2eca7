// Procedures, and the files that others come from.

extension YAMLReader {
    // MARK: Includes

    /// A file's name, or a sequence of them.
    mutating func readIncludes(_ node: YAMLNode, isStep: Bool = true) {
        // Each file counts, and not the step that they stand in.
        if isStep { parser.statementCount -= 1 }
        guard node.kind == .sequence else {
            if mayGoOn(node) { readInclude(node) }
            return
        }
        if node.count == 0, isStep {
            error("E0811", node.span, "a file's name is needed here", help: Self.includeHelp)
        }
        for item in items(node) {
            if !mayGoOn(node) { return }
            readInclude(self.node(item))
        }
    }

    private static let includeHelp = "as in `include: lib.acall`"

    private mutating func readInclude(_ node: YAMLNode) {
        guard node.kind == .scalar, !isEmpty(node) else {
            return needed("a file's name", node, help: Self.includeHelp)
        }
        let file = text(node)
        append(node.span, .include(file))
    }

    // MARK: Procedures

    private static let procedureForm =
        "as in `slurp: {params: {file: path}, result: size, steps: [...]}`"

    mutating func readProcedures(_ node: YAMLNode) {
        guard node.kind == .mapping else {
            if isEmpty(node) { return }
            return error(
                "E0811", node.span, "`procs` is a mapping, and this is \(what(node))",
                help: Self.procedureForm)
        }
        for entry in entries(node) {
            let key = key(entry)
            if !mayGoOn(key) { return }
            if key.kind == .scalar { readProcedure(key, value(entry)) }
        }
    }

    private mutating func readProcedure(_ key: YAMLNode, _ node: YAMLNode) {
        let name = newName(key)
        guard node.kind == .mapping else {
            return error(
                "E0811", node.span, "a proc is a mapping, and this is \(what(node))",
                help: Self.procedureForm)
        }
        let parts = parts(node, [.params, .result, .steps])
        let parameters = parts[.params].map { self.parameters($0) } ?? []
        let result = parts[.result].flatMap { type($0) }
        if parts[.steps] == nil, !parts.hasOthers {
            error("E0811", node.span, "a proc needs `steps`", help: Self.procedureForm)
        }
        let body = parts[.steps].flatMap { readBlock($0, .steps) }
        guard let name, let body else { return }
        parser.tree.procedures.append(
            ProcedureSyntax(
                name: name, nameSpan: key.span, parameters: parameters, result: result, body: body))
        let index = UInt32(parser.tree.procedures.count - 1)
        append(Span(key.start, node.end), .procedure(index))
    }

    private mutating func parameters(_ node: YAMLNode) -> [ProcedureSyntax.Parameter] {
        guard node.kind == .mapping else {
            if !isEmpty(node) {
                error(
                    "E0811", node.span, "`params` is a mapping, and this is \(what(node))",
                    help: "as in `{file: path, into: bytes}`")
            }
            return []
        }
        return entries(node).compactMap { entry in
            let key = key(entry)
            if hasTooManyErrors(key) { return nil }
            guard key.kind == .scalar, let name = newName(key) else { return nil }
            return type(value(entry)).map { .init(name: name, span: key.span, type: $0) }
        }
    }
}
