// A source line with carets below a range.

import AcallImage

extension Report {
    /// The failure's source line and carets below what failed; nothing where the image has no
    /// source.
    func writeExcerpt(_ failure: Failure, to writer: inout TextWriter) {
        guard !source.isEmpty else { return }
        let offset = min(Int(failure.range.start), source.count)
        let newline = UInt8(ascii: "\n")
        let start = source[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = source[offset...].firstIndex(of: newline) ?? source.count
        let last = min(max(Int(failure.range.end), offset), end)
        let line = Terminal.printable(Self.text(source[start..<end]))
        let gutter = String(failure.place.line)
        writer.add("  \(gutter) | ", .faint)
        writer.add(line)
        writer.endLine()
        writer.space(2 + gutter.utf8.count)
        writer.add(" | ", .faint)
        writer.space(failure.place.column - 1)
        let width = Terminal.width(Self.text(source[offset..<last]))
        writer.add(String(repeating: "^", count: max(1, width)), .error)
        writer.endLine()
    }

    /// A tab is shown as one space, so that the carets stand where they should.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
    }
}
