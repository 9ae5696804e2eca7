// What a tree does not hold of the source it was made of: comments, blank lines, the spelling of literals; each
// where a printer of either spelling looks for it.
//
// Input: a tree without errors, and its source. Output: comments by the statement or the block they belong to.
// Invariant: every comment of the source belongs to one place; a statement's start is no other statement's.

package struct SourceLayout: Sendable {
    struct Notes: Sendable {
        /// On lines of their own, before the statement.
        var leading: [SourceComment] = []
        /// At the end of its line; of one with blocks, behind the last brace.
        var trailing: SourceComment?
        /// An empty line stands before the statement itself.
        var isApart = false
    }

    struct BlockNotes: Sendable {
        /// Behind what opens the block.
        var head: SourceComment?
        /// On lines of their own, behind the last statement.
        var end: [SourceComment] = []
    }

    let bytes: [UInt8]
    let isYAML: Bool
    /// Of the program as a whole.
    private(set) var header: [SourceComment] = []
    /// Behind a YAML program's first key.
    private(set) var version: SourceComment?
    /// An empty line follows the header.
    private(set) var isHeaderApart = false
    private(set) var statements: [UInt32: Notes] = [:]
    private(set) var blocks: [UInt32: BlockNotes] = [:]
    /// Behind the last statement.
    private(set) var end: [SourceComment] = []
    let lines: SourceLines

    func notes(_ statement: Statement) -> Notes { statements[statement.span.start] ?? Notes() }

    func notes(_ block: BlockID) -> BlockNotes { blocks[block.index] ?? BlockNotes() }

    /// The literals alone.
    init(literalsOf source: SourceText, isYAML: Bool) {
        bytes = source.bytes
        self.isYAML = isYAML
        lines = SourceLines([])
    }

    package init(_ tree: SyntaxTree, _ source: SourceText, isYAML: Bool) {
        bytes = source.bytes
        self.isYAML = isYAML
        lines = SourceLines(source.bytes)
        var comments = SyntaxTree.comments(in: source, isYAML: isYAML)[...]
        guard !tree.statements.isEmpty else {
            header = Array(comments)
            return
        }
        if isYAML { takeYAMLHeader(&comments) }
        // The sections of a YAML program may stand in any order.
        let ordered = tree.statements.sorted { $0.span.start < $1.span.start }
        var attacher = Attacher(tree: tree, layout: self)
        end = attacher.attach(ordered, comments)
        statements = attacher.statements
        blocks = attacher.blocks
        if !isYAML { takeTextHeader(ordered[0]) }
    }

    /// What stands before the first key.
    private mutating func takeYAMLHeader(_ comments: inout ArraySlice<SourceComment>) {
        let first = (0..<lines.count).first { line in
            let content = lines.content(ofLine: line)
            let rest = bytes[content..<lines.end(ofLine: line)]
            if rest.starts(with: [0xef, 0xbb, 0xbf, UInt8(ascii: "#")]) { return false }
            return !rest.isEmpty && !rest.starts(with: "#".utf8) && !rest.starts(with: "%".utf8)
                && !rest.starts(with: "---".utf8)
        }
        guard let first else { return }
        let start = lines.content(ofLine: first)
        header = Array(comments.prefix { $0.span.start < start })
        comments = comments.dropFirst(header.count)
        isHeaderApart = lines.isBlank(first - 1)
        if let next = comments.first, !next.isOnOwnLine,
            lines.line(of: Int(next.span.start)) == first,
            bytes[start...].starts(with: "acall".utf8)
        {
            version = next
            comments = comments.dropFirst()
        }
    }

    /// The comments before the first statement, but for those that stand right before it behind others.
    private mutating func takeTextHeader(_ first: Statement) {
        guard var notes = statements[first.span.start] else { return }
        let own = notes.leading.lastIndex { $0.followsBlankLine } ?? 0
        let count = notes.isApart || own == 0 ? notes.leading.count : own
        header = Array(notes.leading.prefix(count))
        notes.leading.removeFirst(count)
        isHeaderApart = notes.leading.first?.followsBlankLine ?? notes.isApart
        if notes.leading.isEmpty { notes.isApart = false }
        statements[first.span.start] = notes
    }

    /// A section of a YAML program by its first statement: whether its key stands behind an empty line.
    func isSectionApart(_ first: Statement) -> Bool { lines.isBlank(sectionLine(first) - 1) }

    /// Whether a comment stands before the section's key and not below it.
    func isBeforeSection(_ comment: SourceComment, _ first: Statement) -> Bool {
        isYAML && comment.isOnOwnLine
            && lines.line(of: Int(comment.span.start)) < sectionLine(first)
    }

    /// Where such a comment stands: a section's last one is indented.
    func isIndented(_ comment: SourceComment) -> Bool {
        lines.column(of: Int(comment.span.start)) > 0
    }

    /// The line of the key at the left edge, above a statement.
    private func sectionLine(_ first: Statement) -> Int {
        var line = lines.line(of: Int(first.span.start))
        while line > 0 {
            let start = lines.start(ofLine: line)
            if lines.content(ofLine: line) == start, start < lines.end(ofLine: line),
                bytes[start] != UInt8(ascii: "#"), bytes[start] != UInt8(ascii: "-")
            {
                return line
            }
            line -= 1
        }
        return line
    }
}

extension SyntaxTree {
    /// The blocks of a statement, in the order in which they stand in the source.
    func blocks(of statement: Statement) -> [BlockID] {
        switch statement.kind {
        case .if(_, let then, let otherwise): otherwise.map { [then, $0] } ?? [then]
        case .loop(let body), .while(_, let body), .for(_, _, _, let body), .task(_, _, let body),
            .parallel(let body), .parallelFor(_, _, _, _, let body):
            [body]
        case .await(let syntax): syntax.otherwise.map { [$0] } ?? []
        case .procedure(let index): [procedures[Int(index)].body]
        default: []
        }
    }
}
