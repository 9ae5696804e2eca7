// Which statement or block each comment belongs to.
//
// Input: statements and comments, both in the order of the source. Output: the comments by statement and by
// block. Braces tell where a block of the text spelling ends, indentation where one of the YAML spelling does.

extension SourceLayout {
    struct Attacher {
        let tree: SyntaxTree
        let layout: SourceLayout
        var statements: [UInt32: Notes] = [:]
        var blocks: [UInt32: BlockNotes] = [:]

        private typealias Comments = ArraySlice<SourceComment>

        private func line(_ offset: UInt32) -> Int { layout.lines.line(of: Int(offset)) }

        private func take(
            _ comments: inout Comments, while isTaken: (SourceComment) -> Bool
        ) -> Comments {
            let taken = comments.prefix(while: isTaken)
            comments = comments.dropFirst(taken.count)
            return taken
        }

        /// Gives each its comments; what is left stands behind the last one.
        mutating func attach(
            _ list: [Statement], _ comments: ArraySlice<SourceComment>
        ) -> [SourceComment] {
            var rest = comments
            var lastLine = -1
            for (index, statement) in list.enumerated() {
                let limit = index + 1 < list.count ? list[index + 1].span.start : .max
                let start = start(of: statement, behind: lastLine)
                var notes = Notes()
                notes.leading = Array(take(&rest) { $0.span.start < start })
                let first = line(start)
                notes.isApart = first > lastLine && layout.lines.isBlank(first - 1)
                let inside = takeInside(statement, limit, &rest)
                lastLine = line(max(statement.span.end, 1) - 1)
                if let next = rest.first, !next.isOnOwnLine, next.span.start < limit,
                    line(next.span.start) == lastLine
                {
                    notes.trailing = next
                    rest = rest.dropFirst()
                }
                if tree.blocks(of: statement).isEmpty {
                    attachToLine(inside, &notes)
                } else {
                    let left = distribute(inside, statement)
                    notes.leading += left
                }
                statements[statement.span.start] = notes
            }
            return Array(rest)
        }

        /// Where a statement starts; a YAML step's value may stand below its key.
        private func start(of statement: Statement, behind lastLine: Int) -> UInt32 {
            let start = statement.span.start
            guard layout.isYAML else { return start }
            let lines = layout.lines
            var line = line(start)
            if startsItem(line) { return start }
            line -= 1
            while line > lastLine, lines.isComment(line) { line -= 1 }
            guard line > lastLine, startsItem(line) else { return start }
            return UInt32(lines.content(ofLine: line))
        }

        private func startsItem(_ line: Int) -> Bool {
            let content = layout.lines.content(ofLine: line)
            return content < layout.bytes.count && layout.bytes[content] == UInt8(ascii: "-")
        }

        /// A statement that is printed on one line keeps one comment there.
        private func attachToLine(_ inside: Comments, _ notes: inout Notes) {
            var moved = Array(inside)
            if notes.trailing == nil, let last = moved.lastIndex(where: { !$0.isOnOwnLine }) {
                notes.trailing = moved.remove(at: last)
            }
            for index in moved.indices {
                moved[index].followsBlankLine = index == 0 && notes.isApart
            }
            if !moved.isEmpty { notes.isApart = false }
            notes.leading += moved
        }

        // MARK: Blocks

        /// The comments that stand within a statement.
        private func takeInside(
            _ statement: Statement, _ limit: UInt32, _ rest: inout Comments
        ) -> Comments {
            let count = rest.count
            let all = rest
            _ = take(&rest) { $0.span.start < statement.span.end }
            if layout.isYAML,
                let last = tree.blocks(of: statement).last(where: {
                    !tree[$0].statements.isEmpty
                })
            {
                _ = takeIndented(last, from: statement.span.end, limit, &rest)
            }
            return all.prefix(count - rest.count)
        }

        /// Comments behind a YAML block's last statement that are indented as its items are.
        private func takeIndented(
            _ block: BlockID, from end: UInt32, _ limit: UInt32, _ rest: inout Comments
        ) -> Comments {
            guard let dash = dashColumn(block) else { return [] }
            let lastLine = line(end - 1)
            return take(&rest) { comment in
                guard comment.span.start < limit else { return false }
                if !comment.isOnOwnLine { return line(comment.span.start) == lastLine }
                return layout.lines.column(of: Int(comment.span.start)) >= dash
            }
        }

        /// Where the items' dashes stand; nil where they stand in brackets.
        private func dashColumn(_ block: BlockID) -> Int? {
            guard let statement = tree[block].statements.first else { return nil }
            let start = Int(statement.span.start)
            let first = self.start(of: statement, behind: -1)
            let line = line(first)
            let content = layout.lines.content(ofLine: line)
            guard startsItem(line), content <= start else { return nil }
            // `- {...}` starts an item; so does a key that holds the statement, as in `- output: n`.
            let between = layout.bytes[(content + 1)..<max(content + 1, start)].drop { $0.isSpace }
            let isItem =
                between.isEmpty || between.starts(with: "output".utf8)
                || between.starts(with: "defer".utf8) || between.starts(with: "async".utf8)
            return isItem ? content - layout.lines.start(ofLine: line) : nil
        }

        /// Comments within a statement to its blocks; what finds no place there is given back.
        private mutating func distribute(
            _ comments: Comments, _ statement: Statement
        ) -> [SourceComment] {
            var rest = comments
            var left: [SourceComment] = []
            let ids = tree.blocks(of: statement)
            for (index, id) in ids.enumerated() {
                let block = tree[id]
                let isLast = index == ids.count - 1
                var own: Comments
                if isLast {
                    own = rest
                    rest = []
                } else if layout.isYAML {
                    own = takeYAML(id, ids[index + 1], &rest)
                } else {
                    own = take(&rest) { $0.span.start < block.span.end }
                }
                if isElseIf(id) {
                    left += distribute(own, block.statements[0])
                    var notes = Notes()
                    notes.isApart = false
                    statements[block.statements[0].span.start] = notes
                    continue
                }
                attach(id, own, to: &left)
            }
            return left
        }

        private mutating func attach(
            _ id: BlockID, _ comments: Comments, to left: inout [SourceComment]
        ) {
            var own = comments
            var notes = BlockNotes()
            let first = tree[id].statements.first?.span.start ?? .max
            if let head = own.first, !head.isOnOwnLine, head.span.start < first {
                notes.head = head
                own = own.dropFirst()
            }
            if layout.isYAML, tree[id].statements.isEmpty {
                left += own
            } else {
                notes.end = attach(tree[id].statements, own)
            }
            blocks[id.index] = notes
        }

        private func takeYAML(
            _ id: BlockID, _ next: BlockID, _ rest: inout Comments
        ) -> Comments {
            guard let last = tree[id].statements.last else { return [] }
            let all = rest
            let limit = tree[next].statements.first?.span.start ?? .max
            _ = take(&rest) { $0.span.start < last.span.end }
            _ = takeIndented(id, from: last.span.end, limit, &rest)
            return all.prefix(all.count - rest.count)
        }

        /// `else if`: a block without braces.
        private func isElseIf(_ id: BlockID) -> Bool {
            let block = tree[id]
            guard !layout.isYAML, block.statements.count == 1,
                case .if = block.statements[0].kind
            else { return false }
            return block.span.start == block.statements[0].span.start
        }
    }
}
