// The program's sections, and its steps with their comments.

extension YAMLPrinter {
    mutating func addProgram() {
        for comment in layout?.header ?? [] { addLine(comment, 0, isFirst: text.isEmpty) }
        if layout?.isHeaderApart == true, !text.isEmpty { add("\n") }
        add("acall: 1")
        endLine(layout?.version)
        let sections = tree.sections
        addIncludes(tree.statements[sections.includes])
        addDeclarations("procs", tree.statements[sections.procedures])
        addDeclarations("inputs", tree.statements[sections.inputs])
        addDeclarations("vars", tree.statements[sections.variables])
        let steps = tree.statements[sections.steps]
        if let first = steps.first {
            addKey("steps", first)
            add("\n")
            add(steps, 2, areTasks: false, isSection: true)
        }
        for comment in layout?.end ?? [] {
            addLine(comment, steps.isEmpty ? 0 : 2, isFirst: false)
        }
    }

    /// A key at the left edge, with what stands before it there.
    private mutating func addKey(_ key: String, _ first: Statement) {
        if let layout, layout.isYAML {
            for comment in layout.notes(first).leading where layout.isBeforeSection(comment, first)
            {
                addLine(comment, layout.isIndented(comment) ? 2 : 0, isFirst: false)
            }
            if layout.isSectionApart(first) { add("\n") }
        }
        add(key + ":")
    }

    private mutating func addIncludes(_ includes: ArraySlice<Statement>) {
        guard let first = includes.first else { return }
        let notes = notes(first)
        guard includes.count == 1, case .include(let file) = first.kind,
            notes.leading.allSatisfy({ layout?.isBeforeSection($0, first) == true })
        else {
            addKey("include", first)
            add("\n")
            return addItems(includes, isSection: true) { printer, statement, comment in
                guard case .include(let file) = statement.kind else { return }
                printer.add("  - ")
                printer.text += YAMLQuoting.scalar(printer.string(file), inFlow: false)
                printer.endLine(comment)
            }
        }
        addKey("include", first)
        add(" ")
        text += YAMLQuoting.scalar(string(file), inFlow: false)
        endLine(notes.trailing)
    }

    private mutating func addDeclarations(_ key: String, _ list: ArraySlice<Statement>) {
        guard let first = list.first else { return }
        addKey(key, first)
        add("\n")
        addItems(list, isSection: true) { printer, statement, comment in
            guard let entry = printer.declaration(statement) else { return }
            printer.indent(2)
            printer.add([entry], 2, comment: comment)
        }
    }

    // MARK: Items

    func notes(_ statement: Statement) -> SourceLayout.Notes {
        layout?.notes(statement) ?? SourceLayout.Notes()
    }

    /// Each item with the comments before it; `print` gets the one that ends its first line.
    mutating func addItems(
        _ statements: ArraySlice<Statement>, _ column: Int = 2, isSection: Bool,
        isFirst startsBlock: Bool = true,
        _ print: (inout YAMLPrinter, Statement, SourceComment?) -> Void
    ) {
        for (position, statement) in statements.enumerated() {
            let notes = notes(statement)
            var isFirst = position == 0 && startsBlock
            for comment in notes.leading {
                if isSection, position == 0, let layout,
                    layout.isBeforeSection(comment, statement)
                {
                    continue
                }
                addLine(comment, column, isFirst: isFirst)
                isFirst = false
            }
            if notes.isApart, !isFirst { add("\n") }
            let (first, orphans) = firstLineComment(statement, notes)
            for var comment in orphans {
                comment.followsBlankLine = false
                addLine(comment, column, isFirst: false)
            }
            print(&self, statement, first)
        }
    }

    /// The comment at the end of an item's first line, and those that find no place within it.
    private mutating func firstLineComment(
        _ statement: Statement, _ notes: SourceLayout.Notes
    ) -> (SourceComment?, [SourceComment]) {
        let blocks = tree.blocks(of: statement)
        guard let layout, let last = blocks.last else { return (notes.trailing, []) }
        var first: SourceComment?
        var orphans: [SourceComment] = []
        for (index, id) in blocks.enumerated() {
            let block = layout.notes(id)
            let isEmpty = tree[id].statements.isEmpty
            var isElse = index > 0
            if case .await = statement.kind { isElse = true }
            if let head = block.head {
                if !isElse { first = head } else if isEmpty { orphans.append(head) }
            }
            if isEmpty { orphans += block.end }
        }
        guard let trailing = notes.trailing else { return (first, orphans) }
        if !tree[last].statements.isEmpty {
            behindBrace[last.index] = trailing
        } else if first == nil {
            first = trailing
        } else {
            orphans.append(trailing)
        }
        return (first, orphans)
    }

    mutating func add(
        _ statements: ArraySlice<Statement>, _ column: Int, areTasks: Bool, isSection: Bool = false
    ) {
        var position = statements.startIndex
        while position < statements.endIndex {
            let end = endOfOutputs(statements, from: position, column)
            let run = statements[position..<max(end, position + 1)]
            addItems(
                run.prefix(1), column, isSection: isSection && position == statements.startIndex,
                isFirst: position == statements.startIndex
            ) { printer, statement, comment in
                printer.indent(column)
                printer.add("- ")
                if run.count > 1 {
                    let comment = printer.notes(run[run.endIndex - 1]).trailing
                    return printer.add(printer.outputs(run), column + 2, comment: comment)
                }
                printer.add(printer.step(statement, isTask: areTasks), column + 2, comment: comment)
            }
            position = run.endIndex
        }
    }

    // MARK: Outputs

    private func isBare(_ notes: SourceLayout.Notes) -> Bool {
        notes.leading.isEmpty && !notes.isApart
    }

    /// The end of a run of outputs that make one step: only its first line can have comments.
    private mutating func endOfOutputs(
        _ statements: ArraySlice<Statement>, from start: Int, _ column: Int
    ) -> Int {
        var end = start
        var names: Set<Name> = []
        while end < statements.endIndex,
            case .output(let name, _, nil, _, _) = statements[end].kind,
            end == start || isBare(notes(statements[end])), names.insert(name).inserted
        {
            end += 1
            guard notes(statements[end - 1]).trailing == nil else {
                // It stands behind all of them, if they stand on one line.
                let run = statements[start..<end]
                guard end - start > 1 else { return end }
                let width = column + 10 + flow(outputs(run)[0].value).count
                return width <= Self.maximumWidth ? end : end - 1
            }
        }
        return end
    }

    /// `output: [a, b]`, `output: {a: x, b: y}`
    private mutating func outputs(
        _ run: ArraySlice<Statement>
    ) -> [(key: String, value: YAMLValue)] {
        var names: [YAMLValue] = []
        var entries: [(key: String, value: YAMLValue)] = []
        for statement in run {
            switch output(statement) {
            case .scalar(let name):
                names.append(.scalar(name))
                let text = String(decoding: name, as: UTF8.self)
                entries.append((text, .scalar(name)))
            case .mapping(let parts): entries += parts
            default: break
            }
        }
        return [("output", names.count == run.count ? .sequence(names) : .mapping(entries))]
    }
}
