// Literals as their author wrote them.
//
// Input: a literal's expression, whose span is in the source. Output: its spelling in the text language. Invariant:
// that is read as the expression's value; a span that holds something else gives nil.

extension SourceLayout {
    func spelling(_ expression: Expression, of tree: SyntaxTree) -> [UInt8]? {
        let start = Int(expression.span.start)
        let end = Int(expression.span.end)
        guard start < end, end <= bytes.count else { return nil }
        let written = bytes[start..<end]
        if isLiteral(written, expression.kind, tree) { return Array(written) }
        guard isYAML else { return nil }
        // Within a quoted scalar, quotes and backslashes may be doubled.
        for text in [singleQuoted(written), doubleQuoted(written)] {
            if let text, isLiteral(text[...], expression.kind, tree) { return text }
        }
        return nil
    }

    /// Whether a text is one literal with that value.
    private func isLiteral(
        _ text: ArraySlice<UInt8>, _ kind: Expression.Kind, _ tree: SyntaxTree
    ) -> Bool {
        guard let first = text.first else { return false }
        if first.isDigit {
            switch (NumberLiteral(text), kind) {
            case (.integer(let written), .integer(let meant)),
                (.time(let written), .time(let meant)):
                return written == meant
            default: return false
            }
        }
        guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else { return false }
        let diagnostics = Diagnostics(SourceText(name: "", bytes: []))
        var parser = Parser(SyntaxTree(), diagnostics, Array(text), .contiguous(0))
        guard parser.token.end == text.count else { return false }
        let id = parser.parsePrimary()
        guard parser.diagnostics.list.isEmpty else { return false }
        switch (parser.tree[id].kind, kind) {
        case (.integer(let written), .integer(let meant)): return written == meant
        case (.string(let written), .string(let meant)):
            return parser.tree.strings[Int(written)] == tree.strings[Int(meant)]
        default: return false
        }
    }

    // MARK: Quoted scalars

    private func singleQuoted(_ written: ArraySlice<UInt8>) -> [UInt8]? {
        let quote = UInt8(ascii: "'")
        var text: [UInt8] = []
        var isSecond = false
        for byte in written {
            isSecond = byte == quote && !isSecond
            if byte != quote || isSecond { text.append(byte) }
        }
        return text
    }

    private func doubleQuoted(_ written: ArraySlice<UInt8>) -> [UInt8]? {
        var text: [UInt8] = []
        var index = written.startIndex
        while index < written.endIndex {
            guard written[index] == UInt8(ascii: "\\") else {
                text.append(written[index])
                index += 1
                continue
            }
            guard index + 1 < written.endIndex else { return nil }
            let digits =
                switch written[index + 1] {
                case UInt8(ascii: "x"): 2
                case UInt8(ascii: "u"): 4
                case UInt8(ascii: "U"): 8
                default: 0
                }
            index += 2
            guard digits > 0 else {
                guard let byte = escape(written[index - 1]) else { return nil }
                text.append(byte)
                continue
            }
            guard index + digits <= written.endIndex,
                let value = UInt32(
                    String(decoding: written[index..<(index + digits)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(value)
            else { return nil }
            text += String(Character(scalar)).utf8
            index += digits
        }
        return text
    }

    private func escape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "0"): 0
        case UInt8(ascii: "e"): 0x1b
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), 0x20: letter
        default: nil
        }
    }
}
