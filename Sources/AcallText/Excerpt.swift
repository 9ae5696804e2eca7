// A source line with marks below a range of it.
//
// Input: a source map and a range. Output: the line as a terminal shows it, cut around the range where it is long,
// and where the marks stand. Invariant: the marks stand below the range in any terminal: widths are counted in
// columns, a tab is one column, control characters are made visible.

package struct Excerpt: Sendable {
    /// The line's number in its own file.
    package private(set) var number: Int
    private var line: String
    /// Columns before the marks, and how many there are.
    private var indent: Int
    private var width: Int

    /// A line longer than this is shown around its range only.
    private static let widest = 120
    /// Bytes that hold more characters than are shown: a character has four at most.
    private static let reach = (widest + 1) * 4

    package init(_ map: SourceMap, _ range: Range<Int>) {
        let start = min(range.lowerBound, map.bytes.count)
        number = map.place(of: start).line
        let whole = map.range(ofLine: map.line(of: start))
        let end = min(max(range.upperBound, start), max(whole.upperBound, start))
        // No more than can be shown is looked at: a line may be a whole file long.
        let from = min(start, whole.upperBound)
        let to = min(end, whole.upperBound)
        func shown(_ part: Range<Int>) -> [Unicode.Scalar] { Self.shown(map.bytes[part]) }
        let before = shown(max(whole.lowerBound, from - Self.reach)..<from)
        let marked = shown(from..<min(to, from + Self.reach))
        let after = shown(to..<min(whole.upperBound, to + Self.reach))
        let half = Self.widest / 2
        let lead = before.count > half ? "..." + Self.text(before.suffix(half)) : Self.text(before)
        line = lead + Self.text(marked.prefix(Self.widest))
        if marked.count > Self.widest {
            line += "..."
        } else {
            line += Self.text(after.prefix(half)) + (after.count > half ? "..." : "")
        }
        indent = Terminal.width(lead)
        width = max(1, Terminal.width(Self.text(marked.prefix(Self.widest))))
    }

    private static func shown(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
        let line = bytes.map { $0 == 0x09 ? 0x20 : $0 }
        return Array(Terminal.printable(String(decoding: line, as: UTF8.self)).unicodeScalars)
    }

    private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The line and the marks.
    /// - Parameters:
    ///   - lead: columns before the line's number.
    ///   - gutter: columns of the widest number beside this one.
    ///   - label: text behind the marks.
    package func write(
        to writer: inout TextWriter, lead: Int = 0, gutter: Int = 0, mark: Character = "^",
        _ style: Terminal.Style, edge: Terminal.Style, label: String = ""
    ) {
        let digits = String(number)
        let gutter = max(gutter, digits.utf8.count)
        writer.space(lead + gutter - digits.utf8.count)
        writer.add("\(digits) |", edge)
        writer.add(" \(line)")
        writer.endLine()
        writer.space(lead + gutter)
        writer.add(" |", edge)
        writer.space(1 + indent)
        let tail = label.isEmpty ? "" : " " + label
        writer.add(String(repeating: mark, count: width) + tail, style)
        writer.endLine()
    }
}
