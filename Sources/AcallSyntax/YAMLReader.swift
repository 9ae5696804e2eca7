// The YAML spelling: a document's nodes made into the tree that the text spelling makes.
//
// Input: a source. Output: a tree, and diagnostics with places inside the scalars. What a scalar means
// follows from where it stands, never from YAML's own types: `0644` is octal, `NO` is a name.

struct YAMLReader {
    let document: YAMLDocument
    let source: [UInt8]
    /// Holds the tree and the diagnostics.
    var parser: Parser

    init(_ tree: SyntaxTree, _ diagnostics: Diagnostics, _ document: YAMLDocument) {
        self.document = document
        source = diagnostics.source.bytes
        parser = Parser(tree, diagnostics, [], .contiguous(0))
    }

    // MARK: Nodes

    func node(_ index: Int32) -> YAMLNode { document.nodes[Int(index)] }

    var tooManyErrors: Bool { parser.diagnostics.list.count >= Parser.maximumErrors }

    func items(_ sequence: YAMLNode) -> ArraySlice<Int32> {
        document.children[sequence.first..<sequence.first + sequence.count]
    }

    /// A mapping's keys and values.
    func entries(_ mapping: YAMLNode) -> [(key: YAMLNode, value: YAMLNode)] {
        stride(from: mapping.first, to: mapping.first + mapping.count, by: 2).map {
            (node(document.children[$0]), node(document.children[$0 + 1]))
        }
    }

    func isKey(_ node: YAMLNode, _ word: StaticString) -> Bool {
        node.count == word.utf8CodeUnitCount
            && document.value(node).elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    func isEmpty(_ node: YAMLNode) -> Bool {
        node.kind == .scalar && node.isPlain && node.count == 0
    }

    mutating func error(
        _ code: String, _ span: Span, _ message: String, help: String? = nil
    ) {
        parser.diagnostics.error(code, span, message, help: help)
    }

    mutating func unknownKey(_ key: YAMLNode, _ known: [String]) {
        let near = Spelling.nearest(document.text(key), among: known)
        error(
            "E0809", key.span, "there is no key `\(document.text(key))` here",
            help: near.map { "did you mean `\($0)`?" }
                ?? "the keys are " + known.map { "`\($0)`" }.joined(separator: ", "))
    }

    /// A key that is a name of the language.
    mutating func name(_ key: YAMLNode) -> Name? {
        let value = document.value(key)
        let isName =
            key.kind == .scalar && value.first.map(\.isNameStart) == true
            && value.allSatisfy(\.isNameByte)
        guard isName else {
            let text = key.kind == .scalar ? "`\(document.text(key))`" : "this"
            error(
                "E0810", key.span, "\(text) is not a name",
                help: "names are letters, digits and `_`, and start with no digit")
            return nil
        }
        return parser.tree.names.intern(value)
    }

    /// A scalar that must be there; nil, reported, where there is a collection or nothing.
    mutating func scalar(_ node: YAMLNode, _ what: String) -> YAMLNode? {
        if node.kind == .scalar, !isEmpty(node) { return node }
        let found =
            node.kind == .scalar ? "nothing" : node.kind == .mapping ? "a mapping" : "a sequence"
        error("E0811", node.span, "\(what) is needed here, and this is \(found)")
        return nil
    }

    // MARK: Fragments

    mutating func begin(_ node: YAMLNode) {
        let fragment = document.fragment(node, in: source)
        parser.begin(fragment.bytes, fragment.part, fragment.origin)
    }

    /// An expression: a scalar, a sequence (a vector), or a mapping (a structure's fields, or a text).
    mutating func expression(_ node: YAMLNode) -> ExpressionID {
        switch node.kind {
        case .scalar:
            guard let node = scalar(node, "a value") else { return hole(node) }
            begin(node)
            let id = parser.parseExpression()
            parser.endFragment()
            return id
        case .sequence:
            let parts = items(node).map { expression(self.node($0)) }
            return parser.tree.append(Expression(node.span, .vector(list(parts))))
        case .mapping:
            if let text = literalText(node) { return text }
            var fields: [FieldInitialiser] = []
            for (key, value) in entries(node) {
                guard let name = name(key) else { continue }
                fields.append(
                    FieldInitialiser(name: name, nameSpan: key.span, value: expression(value)))
            }
            let start = parser.tree.fieldInitialisers.count
            parser.tree.fieldInitialisers += fields
            let range = ListRange(start: start, count: fields.count)
            return parser.tree.append(Expression(node.span, .record(range)))
        }
    }

    /// `{text: ...}`: a string as it stands.
    private mutating func literalText(_ node: YAMLNode) -> ExpressionID? {
        let entries = entries(node)
        guard entries.count == 1, isKey(entries[0].key, "text"), entries[0].value.kind == .scalar
        else {
            return nil
        }
        return text(entries[0].value)
    }

    /// A scalar's value as a string.
    mutating func text(_ node: YAMLNode) -> ExpressionID {
        guard node.kind == .scalar else {
            error("E0811", node.span, "a text is needed here")
            return hole(node)
        }
        if node.count > Parser.maximumString {
            error("E0701", node.span, "a string has at most 1 MiB")
            return hole(node)
        }
        parser.tree.strings.append(Array(document.value(node)))
        let index = UInt32(parser.tree.strings.count - 1)
        return parser.tree.append(Expression(node.span, .string(index)))
    }

    mutating func hole(_ node: YAMLNode) -> ExpressionID {
        parser.tree.append(Expression(node.span, .hole))
    }

    mutating func list(_ ids: [ExpressionID]) -> ListRange {
        let start = parser.tree.expressionLists.count
        parser.tree.expressionLists += ids
        return ListRange(start: start, count: ids.count)
    }

    mutating func type(_ node: YAMLNode) -> TypeSyntax? {
        // `[path]` is a sequence to YAML, and the type of a list here.
        if node.kind == .sequence, node.count == 1 {
            let item = self.node(items(node).first ?? 0)
            guard let name = name(item) else { return nil }
            return TypeSyntax(span: node.span, name: name, count: nil, isList: true)
        }
        guard let node = scalar(node, "a type") else { return nil }
        begin(node)
        let type = parser.parseType()
        parser.endFragment()
        return parser.hasFailed ? nil : type
    }

    mutating func append(_ span: Span, _ kind: Statement.Kind) {
        parser.tree.statements.append(Statement(span, kind))
    }
}

extension SyntaxTree {
    /// Reads the YAML spelling. It always gives a tree; what is wrong is left out and reported.
    package init(readingYAML source: SourceText, into diagnostics: inout Diagnostics) {
        self.init()
        guard let document = YAMLDocumentReader.read(source, into: &diagnostics) else { return }
        var reader = YAMLReader(self, diagnostics, document)
        reader.readProgram()
        self = reader.parser.tree
        diagnostics = reader.parser.diagnostics
    }
}
