// Diagnostics as text: the place, what is wrong, the line with carets, what to write instead.

extension Diagnostics {
    /// All of them, by position, each once, and a line that counts them.
    package func rendered(colour: Bool) -> String {
        if list.isEmpty { return "" }
        let sorted = sorted
        let lines = LineIndex(source.bytes)
        var renderer = DiagnosticRenderer(source: source, lines: lines, colour: colour)
        for diagnostic in sorted { renderer.add(diagnostic) }
        let errors = sorted.count { $0.severity == .error }
        let warnings = sorted.count - errors
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        renderer.text += counts.joined(separator: ", ") + "\n"
        return renderer.text
    }

    /// All of them, by position, each once.
    var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return list.enumerated().sorted { Self.key($0) < Self.key($1) }
            .map(\.element).filter { seen.insert($0).inserted }
    }

    /// By position, then in the order they were found; that there are too many is said last.
    private static func key(_ entry: (offset: Int, element: Diagnostic)) -> (Int, UInt32, Int) {
        (entry.element.code == "E0103" ? 1 : 0, entry.element.span.start, entry.offset)
    }
}

/// Where lines start.
package struct LineIndex: Sendable {
    private let bytes: [UInt8]
    private let starts: [Int]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0a { starts.append(offset + 1) }
        self.starts = starts
    }

    /// A line's number, from 1.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }

    /// A line's bytes, without what ends it.
    package func range(ofLine line: Int) -> Range<Int> {
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] - 1 : bytes.count
        if end > start, bytes[end - 1] == 0x0d { end -= 1 }
        return start..<max(start, end)
    }

    /// Characters before an offset on its line, plus one.
    package func column(of offset: Int) -> Int {
        let start = starts[line(of: offset) - 1]
        let end = min(max(start, offset), bytes.count)
        // A character's later bytes are told by their two highest bits.
        return bytes[start..<end].reduce(1) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
    }
}

private struct DiagnosticRenderer {
    let source: SourceText
    let lines: LineIndex
    let colour: Bool
    var text = ""

    /// A line longer than this is shown around its range only.
    private static let width = 120

    /// Bytes that hold more characters than are shown: a character has four at most.
    private static let reach = (width + 1) * 4

    init(source: SourceText, lines: LineIndex, colour: Bool) {
        self.source = source
        self.lines = lines
        self.colour = colour
    }

    mutating func add(_ diagnostic: Diagnostic) {
        let isError = diagnostic.severity == .error
        let kind = isError ? "error" : "warning"
        text += place(diagnostic.span) + ": "
        text += styled("\(kind)[\(diagnostic.code)]", isError ? "1;31" : "1;33")
        text += ": " + styled(printable(diagnostic.message), "1") + "\n"
        let gutter = String(
            ([diagnostic.span] + diagnostic.notes.map(\.span)).map { line(of: Int($0.start)) }
                .max() ?? 1
        ).utf8.count
        excerpt(diagnostic.span, gutter, "^", isError ? "1;31" : "1;33", "")
        for note in diagnostic.notes {
            excerpt(note.span, gutter, "-", "1;34", printable(note.message))
        }
        if let help = diagnostic.help {
            let lead = String(repeating: " ", count: gutter + 1)
            text += lead + styled("=", "1;34") + " help: " + printable(help) + "\n"
        }
        text += "\n"
    }

    private func place(_ span: Span) -> String {
        let offset = min(Int(span.start), source.bytes.count)
        let name = printable(source.file(at: offset).name)
        return "\(name):\(line(of: offset)):\(lines.column(of: offset))"
    }

    /// A line's number in its own file.
    private func line(of offset: Int) -> Int {
        let offset = min(offset, source.bytes.count)
        return lines.line(of: offset) - lines.line(of: source.file(at: offset).start) + 1
    }

    private mutating func excerpt(
        _ span: Span, _ gutter: Int, _ mark: Character, _ style: String, _ label: String
    ) {
        let start = min(Int(span.start), source.bytes.count)
        let line = lines.range(ofLine: lines.line(of: start))
        let end = min(max(Int(span.end), start), max(line.upperBound, start))
        // No more than can be shown is looked at: a line may be a whole file long.
        let from = min(start, line.upperBound)
        let to = min(end, line.upperBound)
        let before = shown(max(line.lowerBound, from - Self.reach)..<from)
        let marked = shown(from..<min(to, from + Self.reach))
        let after = shown(to..<min(line.upperBound, to + Self.reach))
        let lead =
            before.count > Self.width / 2 ? "..." + last(before, Self.width / 2) : text(before)
        var shownLine = lead + first(marked, Self.width)
        let width = max(1, columns(marked.prefix(Self.width)))
        if marked.count > Self.width {
            shownLine += "..."
        } else {
            shownLine += first(after, Self.width / 2) + (after.count > Self.width / 2 ? "..." : "")
        }
        let tail = label.isEmpty ? "" : " " + label
        let number = self.line(of: start)
        let padded = String(repeating: " ", count: max(0, gutter - String(number).utf8.count))
        text += padded + styled("\(number) |", "1;34") + " " + shownLine + "\n"
        text += String(repeating: " ", count: gutter) + styled(" |", "1;34") + " "
        text += String(repeating: " ", count: columns(lead.unicodeScalars))
        text += styled(String(repeating: mark, count: width) + tail, style) + "\n"
    }

    private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private func first(_ scalars: [Unicode.Scalar], _ count: Int) -> String {
        text(scalars.prefix(count))
    }

    private func last(_ scalars: [Unicode.Scalar], _ count: Int) -> String {
        text(scalars.suffix(count))
    }

    /// What a terminal gives these.
    private func columns(_ scalars: some Sequence<Unicode.Scalar>) -> Int {
        scalars.reduce(0) { $0 + $1.columns }
    }

    /// A tab is one space wide, so that the carets stand where they should.
    private func shown(_ range: Range<Int>) -> [Unicode.Scalar] {
        let line = source.bytes[range].map { $0 == 0x09 ? 0x20 : $0 }
        return Array(printable(String(decoding: line, as: UTF8.self)).unicodeScalars)
    }

    /// Control characters are made visible: a program's text can't steer the terminal.
    private func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isControl) else { return text }
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { clean.append(scalar.isControl ? "\u{fffd}" : scalar) }
        return String(clean)
    }

    private func styled(_ text: String, _ style: String) -> String {
        colour ? "\u{1b}[\(style)m\(text)\u{1b}[0m" : text
    }
}

extension Unicode.Scalar {
    /// Controls and marks of direction: they would steer a terminal.
    var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7f..<0xa0, 0x200e...0x200f, 0x2028...0x202e, 0x2066...0x2069: true
        default: false
        }
    }

    /// Columns of a terminal: two for what East Asian scripts and pictures take, none for a mark on a letter.
    fileprivate var columns: Int {
        switch value {
        case 0..<0x300: return 1
        case 0x1100...0x115f, 0x2e80...0x303e, 0x3041...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff,
            0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f680...0x1f6ff,
            0x1f900...0x1f9ff, 0x20000...0x3fffd:
            return 2
        default:
            let category = properties.generalCategory
            return category == .nonspacingMark || category == .enclosingMark || category == .format
                ? 0 : 1
        }
    }
}
