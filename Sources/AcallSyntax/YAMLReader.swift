// The YAML spelling: a document's nodes made into the tree that the text spelling makes.
//
// Input: a source. Output: a tree, and diagnostics with places inside the scalars. What a scalar
// means follows from where it stands, never from YAML's own types: `0644` is octal, `NO` is a name.

struct YAMLReader {
    let document: YAMLDocument
    let source: [UInt8]
    /// Holds the tree and the diagnostics.
    var parser: Parser
    /// How many vectors and structures the value at hand stands in.
    var valueDepth = 0
    private var hasReportedTooMany = false
    private var hasReportedSteps = false

    init(_ tree: SyntaxTree, _ diagnostics: Diagnostics, _ document: YAMLDocument) {
        self.document = document
        source = diagnostics.source.bytes
        parser = Parser(tree, diagnostics, [], .contiguous(0))
    }

    // MARK: Nodes

    func node(_ index: Int32) -> YAMLNode { document.nodes[Int(index)] }

    func items(_ sequence: YAMLNode) -> ArraySlice<Int32> {
        document.children[sequence.first..<sequence.first + sequence.count]
    }

    /// Where a mapping's keys stand among the children; each has its value behind it.
    func entries(_ mapping: YAMLNode) -> StrideTo<Int> {
        stride(from: mapping.first, to: mapping.first + mapping.count, by: 2)
    }

    func key(_ entry: Int) -> YAMLNode { node(document.children[entry]) }

    func value(_ entry: Int) -> YAMLNode { node(document.children[entry + 1]) }

    func word(_ node: YAMLNode) -> YAMLWord {
        node.kind == .scalar ? YAMLWord(document.value(node)) : .none
    }

    func isEmpty(_ node: YAMLNode) -> Bool {
        node.kind == .scalar && node.isPlain && node.count == 0
    }

    /// A node's kind as a person would call it.
    func what(_ node: YAMLNode) -> String {
        switch node.kind {
        case .scalar: isEmpty(node) ? "nothing" : "`\(document.shown(node))`"
        case .sequence: "a sequence"
        case .mapping: "a mapping"
        }
    }

    // MARK: Errors

    mutating func error(
        _ code: String, _ span: Span, _ message: String, help: String? = nil
    ) {
        if !document.wrong.isEmpty, document.wrong.contains(Int(span.start)) { return }
        parser.diagnostics.error(code, span, message, help: help)
    }

    /// What is needed in a place, and what stands there.
    mutating func needed(_ what: String, _ node: YAMLNode, help: String? = nil) {
        error(
            "E0811", node.span, "\(what) is needed here, and this is \(self.what(node))", help: help
        )
    }

    mutating func unknownKey(_ key: YAMLNode, _ known: [String]) {
        guard key.kind == .scalar else { return }
        let text = document.text(key)
        // The alias that stands behind it is reported.
        if text == "<<", !document.wrong.isEmpty { return }
        let isItem = known.contains("each") && ["var", "item", "name", "as", "let"].contains(text)
        let isStorage = text == "vars" && known.contains("steps") && !known.contains("vars")
        let near = isItem ? "each" : Spelling.nearest(text, among: known)
        error(
            "E0809", key.span,
            text == "<<"
                ? "merge keys are not part of this spelling"
                : "there is no key `\(document.shown(key))` here",
            help: text == "<<"
                ? "write the keys out"
                : isStorage
                    ? "storage is declared by a step: `- var: {n: int}`"
                    : near.map { "did you mean `\($0)`?" }
                        ?? "the keys are " + known.map { "`\($0)`" }.joined(separator: ", "))
    }

    /// Whether so much is wrong that the rest is not looked at, which is said once.
    mutating func hasTooManyErrors(_ node: YAMLNode) -> Bool {
        guard parser.diagnostics.list.count >= Parser.maximumErrors else { return false }
        if !hasReportedTooMany {
            error("E0103", node.span, "too many errors: the rest was not looked at")
            hasReportedTooMany = true
        }
        return true
    }

    /// Neither too many errors nor too many statements; this one counts.
    mutating func mayGoOn(_ node: YAMLNode) -> Bool {
        if hasTooManyErrors(node) { return false }
        parser.statementCount += 1
        if parser.statementCount <= Parser.maximumStatements { return true }
        if !hasReportedSteps { error("E0701", node.span, "a program has at most 1,000,000 steps") }
        hasReportedSteps = true
        return false
    }

    // MARK: Mappings of known keys

    /// A mapping's values by their keys; other keys are reported.
    mutating func parts(_ node: YAMLNode, _ words: [YAMLWord]) -> YAMLParts {
        var parts = YAMLParts()
        for entry in entries(node) {
            let word = word(key(entry))
            if words.contains(word) {
                parts.known.append((word, value(entry)))
            } else {
                parts.hasOthers = true
                unknownKey(key(entry), words.map(\.spelling))
            }
        }
        return parts
    }

    /// A part that must be there. Where it is not, that is said, unless its key may be misspelt.
    mutating func part(
        _ word: YAMLWord, _ parts: YAMLParts, of owner: String, _ node: YAMLNode, _ form: String
    ) -> YAMLNode? {
        if let value = parts[word] { return value }
        if !parts.hasOthers {
            error(
                "E0811", node.span, "\(owner) needs `\(word.spelling)`", help: "as in `\(form)`")
        }
        return nil
    }

    // MARK: Names and texts

    /// A key that is a name of the language; one that is a collection is reported already.
    mutating func keyName(_ key: YAMLNode) -> Name? { key.kind == .scalar ? name(key) : nil }

    mutating func name(_ node: YAMLNode, help: String? = nil) -> Name? {
        guard node.kind == .scalar, !isEmpty(node) else {
            needed("a name", node, help: help)
            return nil
        }
        let value = document.value(node)
        guard value.first.map(\.isNameStart) == true, value.allSatisfy(\.isNameByte) else {
            if let spaced = spaced(value) {
                error(
                    "E0810", node.span, "a space is missing behind `:`",
                    help: "write `\(spaced)`")
                return nil
            }
            error(
                "E0810", node.span, "`\(document.shown(node))` is not a name",
                help: help ?? "names are letters, digits and `_`, and start with no digit")
            return nil
        }
        return parser.tree.names.intern(value)
    }

    /// A name that the program gives to something; no word of the language.
    mutating func newName(_ node: YAMLNode, help: String? = nil) -> Name? {
        let word = word(node)
        guard word.isReserved else { return name(node, help: help) }
        error(
            "E0208", node.span, "`\(word.spelling)` is a word of the language and can't be a name",
            help: "give it another name")
        return nil
    }

    /// A scalar's value as a string.
    mutating func text(_ node: YAMLNode) -> ExpressionID {
        guard node.kind == .scalar, !isEmpty(node) else {
            needed("a text", node, help: "it is written as it stands; an empty one is \"\"")
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

    /// `{text: ...}`: a string as it stands.
    func literalText(_ node: YAMLNode) -> YAMLNode? {
        guard node.kind == .mapping, node.count == 2, word(key(node.first)) == .text else {
            return nil
        }
        return value(node.first)
    }

    mutating func hole(_ node: YAMLNode) -> ExpressionID {
        parser.tree.append(Expression(node.span, .hole))
    }

    mutating func list(_ ids: [ExpressionID]) -> ListRange {
        let start = parser.tree.expressionLists.count
        parser.tree.expressionLists += ids
        return ListRange(start: start, count: ids.count)
    }

    mutating func append(_ span: Span, _ kind: Statement.Kind) {
        parser.tree.statements.append(Statement(span, kind))
    }
}

/// A mapping's values by their keys.
struct YAMLParts {
    var known: [(word: YAMLWord, value: YAMLNode)] = []
    /// There were keys that are not known.
    var hasOthers = false

    subscript(word: YAMLWord) -> YAMLNode? { known.first { $0.word == word }?.value }
}

extension SyntaxTree {
    /// Reads the YAML spelling. It always gives a tree; what is wrong is left out and reported.
    package init(readingYAML source: SourceText, into diagnostics: inout Diagnostics) {
        self.init()
        isYAML = true
        guard let document = YAMLDocumentReader.read(source, into: &diagnostics) else { return }
        var reader = YAMLReader(self, diagnostics, document)
        reader.readProgram()
        self = reader.parser.tree
        diagnostics = reader.parser.diagnostics
        reportReadings(into: &diagnostics)
    }
}
