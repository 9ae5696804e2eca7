// A program's top level: version, includes, procedures, inputs, variables, steps; what its
// declarations are made of.

extension YAMLReader {
    mutating func readProgram() {
        let root = document.nodes[document.root]
        if document.wrong.contains(root.start), root.kind == .scalar { return }
        guard root.kind == .mapping else { return reportNoMapping(root) }
        var version: YAMLNode?
        var includes: YAMLNode?
        var procedures: YAMLNode?
        var inputs: YAMLNode?
        var variables: YAMLNode?
        var steps: YAMLNode?
        for entry in entries(root) {
            let value = value(entry)
            // A key given twice is reported already; the first one counts.
            switch word(key(entry)) {
            case .acall: version = version ?? value
            case .include: includes = includes ?? value
            case .procs: procedures = procedures ?? value
            case .inputs: inputs = inputs ?? value
            case .vars: variables = variables ?? value
            case .steps: steps = steps ?? value
            default:
                if hasTooManyErrors(root) { return }
                unknownKey(
                    key(entry), ["acall", "include", "procs", "inputs", "vars", "steps"])
            }
        }
        checkVersion(version, root)
        // A name stands for what came before it, so the order is that of the text spelling.
        if let includes, !isEmpty(includes) { readIncludes(includes, isStep: false) }
        if let procedures { readProcedures(procedures) }
        if let inputs { readDeclarations(inputs, .inputs, .default) }
        if let variables { readDeclarations(variables, .vars, .value) }
        if let steps { readSteps(steps) }
    }

    private mutating func reportNoMapping(_ root: YAMLNode) {
        if isEmpty(root) { return YAMLDocument.reportEmpty(&parser.diagnostics, root.span) }
        error(
            "E0808", root.span,
            "a program is a mapping, and this is \(root.kind == .scalar ? "a text" : what(root))",
            help: root.kind == .sequence
                ? "it starts with `acall: 1`, and has its steps below `steps:`"
                : "it starts with `acall: 1`; files in the text spelling end in .acall"
        )
    }

    private mutating func readSteps(_ steps: YAMLNode) {
        guard steps.kind == .sequence else {
            if isEmpty(steps) { return }
            return error(
                "E0811", steps.span, "`steps` is a sequence, and this is \(what(steps))",
                help: "each step starts with `- `")
        }
        readItems(steps, isParallel: false)
    }

    private mutating func checkVersion(_ version: YAMLNode?, _ root: YAMLNode) {
        guard let version else {
            return error(
                "E0808", Span(root.start, root.start + 1), "the version is missing",
                help: "a program starts with `acall: 1`")
        }
        if version.kind != .scalar || document.text(version) != "1" {
            error(
                "E0808", version.span, "the version is 1, and this is \(what(version))",
                help: "write `acall: 1`")
        }
    }

    // MARK: Inputs and variables

    private mutating func readDeclarations(
        _ node: YAMLNode, _ section: YAMLWord, _ valueKey: YAMLWord
    ) {
        guard node.kind == .mapping else {
            if isEmpty(node) { return }
            noteWrongNames(node)
            return error(
                "E0811", node.span, "`\(section.spelling)` is a mapping, and this is \(what(node))",
                help: "as in `name: type`, without `- `")
        }
        for entry in entries(node) {
            let key = key(entry)
            if !mayGoOn(key) { return }
            guard key.kind == .scalar, let name = newName(key) else { continue }
            guard let (type, initial) = declaration(value(entry), valueKey) else {
                parser.tree.wrongNames.insert(name)
                continue
            }
            append(
                Span(key.start, value(entry).end),
                section == .inputs || section == .input
                    ? .input(name, key.span, type, value: initial)
                    : .variable(name, key.span, type, value: initial))
        }
    }

    /// What would have been declared is no mistake elsewhere.
    private mutating func noteWrongNames(_ node: YAMLNode) {
        guard node.kind == .sequence else { return }
        for item in items(node) {
            let item = self.node(item)
            guard item.kind == .mapping else { continue }
            for entry in entries(item) where key(entry).kind == .scalar {
                let name = parser.tree.names.intern(document.value(key(entry)))
                parser.tree.wrongNames.insert(name)
            }
        }
    }

    /// `- var: {name: type}`
    mutating func readDeclarationStep(
        _ node: YAMLNode, _ word: YAMLWord, _ valueKey: YAMLWord
    ) {
        if isEmpty(node) || node.kind == .mapping && node.count == 0 {
            return needed(
                "a declaration", node, help: "as in `\(word.spelling): {name: type}`")
        }
        // Each declaration counts, and not the step that they stand in.
        parser.statementCount -= 1
        readDeclarations(node, word, valueKey)
    }

    /// `type`, or `{type: ..., default: ...}`.
    private mutating func declaration(
        _ node: YAMLNode, _ valueKey: YAMLWord
    ) -> (TypeSyntax, ExpressionID?)? {
        guard node.kind == .mapping else { return type(node, valueKey: valueKey).map { ($0, nil) } }
        var typeNode: YAMLNode?
        var valueNode: YAMLNode?
        var isKnown = true
        for entry in entries(node) {
            switch word(key(entry)) {
            case .type: typeNode = value(entry)
            case valueKey: valueNode = value(entry)
            case let word:
                // The value counts as given, whatever its key is.
                if word == .default || word == .value { valueNode = valueNode ?? value(entry) }
                isKnown = false
                reportDeclarationKey(key(entry), word, valueKey)
            }
        }
        guard let typeNode else {
            // It may be the key that is misspelt.
            if isKnown {
                error(
                    "E0811", node.span, "the type is missing",
                    help: "as in `{type: int, \(valueKey.spelling): 1}`")
            }
            return nil
        }
        let type = type(typeNode)
        let value = valueNode.map { expression($0) }
        return type.map { ($0, value) }
    }

    private mutating func reportDeclarationKey(
        _ key: YAMLNode, _ word: YAMLWord, _ valueKey: YAMLWord
    ) {
        guard word == .default || word == .value else {
            return unknownKey(key, ["type", valueKey.spelling])
        }
        error(
            "E0809", key.span,
            word == .default ? "a variable has no default" : "an input has no `value`",
            help: "write `\(valueKey.spelling)`")
    }
}
