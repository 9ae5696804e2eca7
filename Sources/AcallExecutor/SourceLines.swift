// Lines of a source: where an offset stands, and what is written there.

import AcallImage

struct SourceLines {
    private let source: [UInt8]
    /// The offset of each line's first byte; ascending, never empty.
    private let starts: [Int]
    /// Included files: where each starts, and its name.
    private let files: [(start: Int, name: String)]

    init(_ source: [UInt8], files: [(start: Int, name: String)] = []) {
        self.source = source
        self.files = files
        var starts = [0]
        for (offset, byte) in source.enumerated() where byte == 0x0a { starts.append(offset + 1) }
        self.starts = starts
    }

    /// An offset beyond the source stands at its end.
    func place(of offset: UInt32) -> Report.SourcePlace {
        let offset = min(Int(offset), source.count)
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        let line = source[starts[low - 1]..<offset]
        let column = String(decoding: line, as: UTF8.self).unicodeScalars.count
        guard let file = files.last(where: { $0.start <= offset }) else {
            return Report.SourcePlace(line: low, column: column + 1)
        }
        let first = starts.firstIndex { $0 >= file.start } ?? 0
        return Report.SourcePlace(line: low - first, column: column + 1, file: file.name)
    }
}

extension Report {
    func sourceText(_ range: SourceRange, limit: Int) -> String {
        SourceLines.text(range, of: source, limit: limit)
    }
}

extension SourceLines {
    func text(_ range: SourceRange, limit: Int) -> String {
        Self.text(range, of: source, limit: limit)
    }

    /// The source text of a range on one line: runs of white space made one space, cut at `limit`
    /// characters.
    static func text(_ range: SourceRange, of source: [UInt8], limit: Int) -> String {
        let start = min(Int(range.start), source.count)
        let end = min(max(Int(range.end), start), source.count)
        // A character has four bytes at most: no need to look at more of a long range.
        let bytes = source[start..<min(end, start + limit * 8)]
        var text = String.UnicodeScalarView()
        var isSpace = false
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" {
                isSpace = !text.isEmpty
                continue
            }
            if isSpace { text.append(" ") }
            isSpace = false
            text.append(scalar)
        }
        return Terminal.cut(Terminal.printable(String(text)), to: limit)
    }
}
