// Statements on lines of their own, with the comments and the empty lines of the source.
//
// Invariant: no two empty lines follow each other; none stands at a block's start or end.

extension TextPrinter {
    mutating func addProgram() {
        for comment in layout?.header ?? [] {
            if comment.followsBlankLine, !text.isEmpty { add("\n") }
            add(comment)
            add("\n")
        }
        if let version = layout?.version {
            add(version)
            add("\n")
        }
        if let layout, layout.isHeaderApart, !text.isEmpty, !tree.statements.isEmpty { add("\n") }
        let parts = layout?.isYAML == true ? tree.sections.starts : []
        add(tree.statements, end: layout?.end ?? [], parts: parts)
    }

    /// `parts`: the statements that start a part of the program, which an empty line sets apart.
    mutating func add(
        _ statements: [Statement], end: [SourceComment], parts: Set<Int> = []
    ) {
        for (index, statement) in statements.enumerated() {
            let notes = layout?.notes(statement) ?? SourceLayout.Notes()
            var isFirst = index == 0
            if !isFirst, parts.contains(index) {
                add("\n")
                isFirst = true
            }
            for comment in notes.leading {
                addLine(comment, isFirst: isFirst)
                isFirst = false
            }
            if notes.isApart, !isFirst { add("\n") }
            indent()
            addKind(statement.kind)
            if let trailing = notes.trailing { addBehind(trailing) }
            add("\n")
        }
        for (index, comment) in end.enumerated() {
            addLine(comment, isFirst: statements.isEmpty && index == 0)
        }
    }

    mutating func indent() {
        for _ in 0..<depth { add("    ") }
    }

    private mutating func addLine(_ comment: SourceComment, isFirst: Bool) {
        if comment.followsBlankLine, !isFirst { add("\n") }
        indent()
        add(comment)
        add("\n")
    }

    /// At the end of a line.
    mutating func addBehind(_ comment: SourceComment) {
        add("  ")
        add(comment)
    }

    private mutating func add(_ comment: SourceComment) {
        text.append(UInt8(ascii: "#"))
        text += comment.text
    }
}
