// A source line with carets below a range.

import AcallImage

extension Report {
    /// A range's source line and carets below it; nothing where the image has no source.
    func writeExcerpt(
        _ range: SourceRange, _ place: SourcePlace, _ style: Terminal.Style,
        to writer: inout TextWriter
    ) {
        guard !source.isEmpty else { return }
        let offset = min(Int(range.start), source.count)
        let newline = UInt8(ascii: "\n")
        let start = source[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = source[offset...].firstIndex(of: newline) ?? source.count
        let last = min(max(Int(range.end), offset), end)
        let line = Terminal.printable(Self.text(source[start..<end]))
        let gutter = String(place.line)
        writer.add("  \(gutter) | ", .faint)
        writer.add(line)
        writer.endLine()
        writer.space(2 + gutter.utf8.count)
        writer.add(" | ", .faint)
        writer.space(place.column - 1)
        let width = Terminal.width(Self.text(source[offset..<last]))
        writer.add(String(repeating: "^", count: max(1, width)), style)
        writer.endLine()
    }

    /// A tab is shown as one space, so that the carets stand where they should.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
    }
}
