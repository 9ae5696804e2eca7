// Values: scalars handed to the text parser, sequences as vectors, mappings as fields; types;
// errnos.

extension YAMLReader {
    // MARK: Fragments

    mutating func begin(_ node: YAMLNode) {
        let fragment = document.fragment(node, in: source)
        parser.begin(fragment.bytes, fragment.part, fragment.origin)
        parser.depth = valueDepth
    }

    /// Nothing may follow. A word or a comma that does was mostly meant as a string.
    mutating func end(_ node: YAMLNode, help: String? = nil) {
        guard parser.token.kind != .end, !parser.hasFailed else { return }
        var help = help
        switch parser.token.kind {
        case .comma where node.isPlain: help = help ?? "several values are a sequence: `[a, b]`"
        case .name, .number, .comma, .character, .bang:
            let value = document.value(node)
            help =
                help ?? parser.operatorHelp
                ?? (YAMLText.isMeant(value)
                    ? YAMLText.help(value, isQuoted: !node.isPlain) : YAMLText.general)
        default: break
        }
        parser.endFragment(help: help)
    }

    /// An expression that is a scalar; anything else is reported.
    mutating func scalarExpression(_ node: YAMLNode, _ what: String) -> ExpressionID {
        guard node.kind == .scalar, !isEmpty(node) else {
            needed(what, node)
            return hole(node)
        }
        begin(node)
        let known = parser.diagnostics.list.count
        let id = parser.parseExpression()
        end(node)
        guard parser.hasFailed else { return id }
        explainNewline(node, since: known)
        explainTemplate(node, since: known)
        if what == Self.anyValue { explainText(node, since: known) }
        // The part that could be read means nothing.
        return hole(node)
    }

    /// What may be anything, a string too.
    private static let anyValue = "a value"

    /// `"\"a\nb\""`: YAML has made a newline of the escape before the string was read.
    private mutating func explainNewline(_ node: YAMLNode, since known: Int) {
        let value = document.value(node)
        guard parser.diagnostics.list.count == known + 1,
            parser.diagnostics.list[known].code == "E0104", value.contains(0x0a)
        else { return }
        let escaped = value.flatMap { $0 == 0x0a ? Array("\\n".utf8) : [$0] }
        let shown = String(decoding: YAMLQuoting.scalar(escaped, inFlow: true), as: UTF8.self)
        let isShort = value.count <= 60 && !value.contains(0x5c)
        parser.diagnostics.explainLast(
            isShort
                ? "put single quotes outside: \(shown)"
                : "in YAML's double quotes it is written \\\\n, in single quotes \\n")
    }

    /// `"{{ n }}"`: other tools put values into texts so.
    private mutating func explainTemplate(_ node: YAMLNode, since known: Int) {
        let value = document.value(node)
        guard parser.diagnostics.list.count == known + 1, value.starts(with: "{{".utf8) else {
            return
        }
        let inner = value.filter { !"{} ".utf8.contains($0) }
        let isName = !inner.isEmpty && inner.allSatisfy(\.isNameByte)
        parser.diagnostics.explainLast(
            "a name stands by itself, without braces"
                + (isName ? ": `\(String(decoding: inner, as: UTF8.self))`" : ""))
    }

    /// A path or an address was mostly meant as a string: what is wrong with it as an expression helps nobody.
    private mutating func explainText(_ node: YAMLNode, since known: Int) {
        let value = document.value(node)
        guard parser.diagnostics.list.count == known + 1, YAMLText.isMeant(value),
            value.contains(where: "/.:".utf8.contains)
        else { return }
        parser.diagnostics.explainLast(YAMLText.help(value, isQuoted: !node.isPlain))
    }

    /// An expression: a scalar, a sequence (a vector), or a mapping (a structure's fields, or a
    /// text).
    mutating func expression(_ node: YAMLNode) -> ExpressionID {
        if node.kind == .scalar { return scalarExpression(node, Self.anyValue) }
        if hasTooManyErrors(node) { return hole(node) }
        guard valueDepth < Parser.maximumDepth else {
            error(
                "E0702", Span(node.start, node.start + 1),
                "expressions nest at most \(Parser.maximumDepth) deep",
                help: "compute it in parts")
            return hole(node)
        }
        valueDepth += 1
        defer { valueDepth -= 1 }
        if let text = literalText(node) { return self.text(text) }
        if node.kind == .sequence {
            let parts = items(node).map { expression(self.node($0)) }
            return parser.tree.append(Expression(node.span, .vector(list(parts))))
        }
        var fields: [FieldInitialiser] = []
        var seen: Set<Name> = []
        for entry in entries(node) {
            if hasTooManyErrors(key(entry)) { break }
            // One that is given twice is reported already.
            guard let name = keyName(key(entry)), isFirst(name, &seen) else { continue }
            fields.append(
                FieldInitialiser(
                    name: name, nameSpan: key(entry).span, value: expression(value(entry))))
        }
        let start = parser.tree.fieldInitialisers.count
        parser.tree.fieldInitialisers += fields
        let range = ListRange(start: start, count: fields.count)
        return parser.tree.append(Expression(node.span, .record(range)))
    }

    /// Whether a mapping has not had this key before; one that has is reported already.
    func isFirst(_ name: Name, _ seen: inout Set<Name>) -> Bool {
        !parser.diagnostics.hasErrors || seen.insert(name).inserted
    }

    /// A variable, or one of its fields or elements.
    mutating func place(_ node: YAMLNode) -> ExpressionID? {
        guard isPlace(node) else {
            return newName(node).map { parser.tree.append(Expression(node.span, .name($0))) }
        }
        begin(node)
        let id = parser.parsePlace()
        end(node, help: "as in `fds[0]`, `st.st_size`")
        if parser.hasFailed { return nil }
        var base = id
        while true {
            switch parser.tree[base].kind {
            case .field(let inner, _, _), .index(let inner, _), .slice(let inner, _, _, _):
                base = inner
            case .name: return id
            default:
                error(
                    "E0810", node.span, "`\(document.shown(node))` is no variable",
                    help: "as in `n`, `fds[0]`, `st.st_size`")
                return nil
            }
        }
    }

    /// Whether this is meant as a field or an element, and not as a name.
    func isPlace(_ node: YAMLNode) -> Bool {
        node.kind == .scalar
            && document.value(node).contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: ".") }
    }

    mutating func expectation(_ node: YAMLNode) -> Expectation? {
        let help = "as `0`, `ENOENT`, `\"> 0\"`, `3...5`"
        guard node.kind == .scalar, !isEmpty(node) else {
            needed("an expectation", node, help: help)
            return nil
        }
        begin(node)
        let expectation = parser.parseExpectation()
        end(node, help: help)
        return expectation
    }

    // MARK: Errnos

    /// One errno, or a sequence of them.
    mutating func errnos(_ node: YAMLNode) -> ListRange {
        guard node.kind == .sequence else { return list([errno(node)]) }
        if node.count == 0 {
            error("E0811", node.span, "an errno is needed here", help: "as in `[EEXIST, ENOENT]`")
        }
        return list(items(node).map { errno(self.node($0)) })
    }

    private mutating func errno(_ node: YAMLNode) -> ExpressionID {
        let help = "several are a sequence: `[EEXIST, ENOENT]`"
        if hasTooManyErrors(node) { return hole(node) }
        guard node.kind == .scalar, !isEmpty(node) else {
            needed("an errno's name", node, help: help)
            return hole(node)
        }
        begin(node)
        guard parser.token.kind == .name else {
            parser.expected("an errno's name", help: "as in `[EEXIST, ENOENT]`")
            return hole(node)
        }
        let id = parser.parsePrimary()
        if parser.token.kind != .end { parser.expected("the end", code: "E0202", help: help) }
        return id
    }

    // MARK: Types

    /// - Parameter valueKey: the key of the value that may stand beside it.
    mutating func type(_ node: YAMLNode, valueKey: YAMLWord? = nil) -> TypeSyntax? {
        // `[path]` is a sequence to YAML, and the type of a list here.
        if node.kind == .sequence {
            guard node.count == 1, let item = items(node).first else {
                error(
                    "E0811", node.span, "a list has one type, and here are \(node.count)",
                    help: "as in `[path]`")
                return nil
            }
            guard let name = name(self.node(item), help: "as in `[path]`") else { return nil }
            return TypeSyntax(span: node.span, name: name, count: nil, isList: true)
        }
        guard node.kind == .scalar, !isEmpty(node) else {
            needed("a type", node, help: "as `int`, `path`, `\"bytes[64KiB]\"`, `stat`")
            return nil
        }
        begin(node)
        if parser.token.kind == .number || parser.token.kind == .minus
            || parser.token.kind == .string
        {
            let shown = String(
                decoding: YAMLQuoting.scalar(Array(document.value(node)), inFlow: true),
                as: UTF8.self)
            let type =
                parser.token.kind != .string
                ? "int" : valueKey == .value ? "'bytes[64]'" : "string"
            let key = valueKey == .value ? "value" : "default"
            parser.expected(
                "a type",
                help: valueKey == nil
                    ? "as `int`, `'bytes[64KiB]'`, `stat`"
                    : "the value goes beside it: `{type: \(type), \(key): \(shown)}`")
            return nil
        }
        let type = parser.parseType()
        if parser.token.kind != .end {
            parser.expected(
                "the type's end", code: "E0202",
                help: "a value goes beside it: `{type: int, value: 1}`")
        }
        return parser.hasFailed ? nil : type
    }
}
