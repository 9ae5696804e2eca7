// A tree as canonical YAML.
//
// Input: a tree, of either spelling, and what its source holds beside it. Output: YAML that reads as an equal tree,
// but for the places in it and the order of its arrays. Invariant: a value stands on one line where that has at
// most 100 columns; what holds steps is always spread out.

extension SyntaxTree {
    /// The program in the YAML spelling, with the comments, the empty lines and the literals of its source.
    package func printedAsYAML(keeping layout: SourceLayout? = nil) -> [UInt8] {
        var printer = YAMLPrinter(tree: self, layout: layout)
        printer.addProgram()
        return printer.text
    }
}

/// A value: how it is laid out follows from where it stands.
indirect enum YAMLValue {
    /// A scalar's value, not quoted.
    case scalar([UInt8])
    case sequence([YAMLValue])
    case mapping([(key: String, value: YAMLValue)])
    case steps(BlockID)
    /// The body of `parallel`, whose tasks are items by themselves.
    case tasks(BlockID)

    static func text(_ text: String) -> YAMLValue { .scalar(Array(text.utf8)) }

    /// Steps are never put into brackets.
    var holdsSteps: Bool {
        switch self {
        case .scalar: false
        case .sequence(let items): items.contains { $0.holdsSteps }
        case .mapping(let entries): entries.contains { $0.value.holdsSteps }
        case .steps, .tasks: true
        }
    }
}

struct YAMLPrinter {
    let tree: SyntaxTree
    let layout: SourceLayout?
    var text: [UInt8] = []
    /// Prints expressions.
    private var expressions: TextPrinter
    /// Comments behind a block's last brace, which YAML does not have: they end the block.
    var behindBrace: [UInt32: SourceComment] = [:]

    static let maximumWidth = 100

    init(tree: SyntaxTree, layout: SourceLayout?) {
        self.tree = tree
        self.layout = layout
        expressions = TextPrinter(tree: tree, layout: layout)
    }

    mutating func add(_ words: String) { text += words.utf8 }

    mutating func indent(_ column: Int) { text += repeatElement(0x20, count: column) }

    /// What the text printer prints.
    mutating func printed(_ print: (inout TextPrinter) -> Void) -> [UInt8] {
        expressions.text = []
        print(&expressions)
        return expressions.text
    }

    // MARK: Comments

    mutating func addLine(_ comment: SourceComment, _ column: Int, isFirst: Bool) {
        if comment.followsBlankLine, !isFirst { add("\n") }
        indent(column)
        add(comment)
        add("\n")
    }

    private mutating func add(_ comment: SourceComment) {
        add("#")
        text += YAMLQuoting.comment(comment.text)
    }

    mutating func endLine(_ comment: SourceComment?) {
        if let comment {
            add("  ")
            add(comment)
        }
        add("\n")
    }

    // MARK: Values

    /// Within brackets.
    func flow(_ value: YAMLValue) -> [UInt8] {
        switch value {
        case .scalar(let text): return YAMLQuoting.scalar(text, inFlow: true)
        case .sequence(let items):
            return Array("[".utf8) + items.map { flow($0) }.joined(separator: ", ".utf8) + "]".utf8
        case .mapping(let entries):
            let parts = entries.map { entry in
                YAMLQuoting.scalar(Array(entry.key.utf8), inFlow: true) + ": ".utf8
                    + flow(entry.value)
            }
            return Array("{".utf8) + parts.joined(separator: ", ".utf8) + "}".utf8
        case .steps, .tasks: return Array("[]".utf8)
        }
    }

    /// On the rest of a line, or nil where it has to be spread out. `column`: where it would start.
    private func line(_ value: YAMLValue, _ column: Int) -> [UInt8]? {
        switch value {
        case .scalar(let text): return YAMLQuoting.scalar(text, inFlow: false)
        case .sequence, .mapping:
            if value.holdsSteps { return nil }
            let text = flow(value)
            let isEmpty = text.count == 2
            let width = text.count { $0 & 0xc0 != 0x80 }
            return isEmpty || column + width <= Self.maximumWidth ? text : nil
        case .steps(let id), .tasks(let id): return tree[id].statements.isEmpty ? flow(value) : nil
        }
    }

    /// `key: value` pairs, each on its own line. The first follows what stands on its line already.
    mutating func add(
        _ entries: [(key: String, value: YAMLValue)], _ column: Int, comment: SourceComment? = nil
    ) {
        for (index, entry) in entries.enumerated() {
            if index > 0 { indent(column) }
            let key = YAMLQuoting.scalar(Array(entry.key.utf8), inFlow: false)
            text += key
            add(":")
            let start = column + key.count + 2
            add(entry.value, column, start, comment: index == 0 ? comment : head(entry))
        }
    }

    /// The comment behind `else {`.
    private func head(_ entry: (key: String, value: YAMLValue)) -> SourceComment? {
        guard entry.key == "else", case .steps(let id) = entry.value, !tree[id].statements.isEmpty
        else { return nil }
        return layout?.notes(id).head
    }

    /// Behind a key that stands at `column`.
    private mutating func add(
        _ value: YAMLValue, _ column: Int, _ start: Int, comment: SourceComment?
    ) {
        if let line = line(value, start) {
            if !line.isEmpty { add(" ") }
            text += line
            return endLine(comment)
        }
        endLine(comment)
        switch value {
        case .scalar: break
        case .sequence(let items):
            for item in items {
                indent(column + 2)
                add("- ")
                text += line(item, 0) ?? flow(item)
                add("\n")
            }
        case .mapping(let entries):
            indent(column + 2)
            add(entries, column + 2)
        case .steps(let id): addSteps(id, column + 2, areTasks: false)
        case .tasks(let id): addSteps(id, column + 2, areTasks: true)
        }
    }

    private mutating func addSteps(_ id: BlockID, _ column: Int, areTasks: Bool) {
        add(tree[id].statements[...], column, areTasks: areTasks)
        for comment in layout?.notes(id).end ?? [] { addLine(comment, column, isFirst: false) }
        if let comment = behindBrace[id.index] { addLine(comment, column, isFirst: false) }
    }
}
