// Where the lines of a source start: an offset as a line and a column, a line as its bytes.
//
// Input: a program's bytes, behind them those of the files it includes. Output: places that count from 1, in the
// file that an offset is in. Invariant: every offset has a place; one beyond the source stands at its end.

package struct SourceMap: Sendable {
    package let bytes: [UInt8]
    /// The offset of each line's first byte: ascending, never empty.
    private let starts: [Int]
    /// The included files, by ascending start.
    private let files: [File]

    /// An included file: where its bytes start, and its name.
    package struct File: Sendable, Hashable {
        package var start: Int
        package var name: String

        package init(start: Int, name: String) {
            self.start = start
            self.name = name
        }
    }

    /// A place in a file: line and column from 1, the column in characters.
    package struct Place: Sendable, Hashable {
        package var line: Int
        package var column: Int
        /// The included file; nil for the program's own.
        package var file: String?

        package init(line: Int, column: Int, file: String? = nil) {
            self.line = line
            self.column = column
            self.file = file
        }
    }

    package init(_ bytes: [UInt8], files: [File] = []) {
        self.bytes = bytes
        self.files = files
        var starts = [0]
        for (offset, byte) in bytes.enumerated() where byte == 0x0a { starts.append(offset + 1) }
        self.starts = starts
    }

    package var lineCount: Int { starts.count }

    /// The number of the line that an offset is on, from 1, counted through all files.
    package func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(low, 1)
    }

    /// A line's bytes, without the line feed that ends it.
    package func whole(ofLine line: Int) -> Range<Int> {
        let start = starts[line - 1]
        return start..<max(start, line < starts.count ? starts[line] - 1 : bytes.count)
    }

    /// A line's bytes, without what ends it: a carriage return is no part of it either.
    package func range(ofLine line: Int) -> Range<Int> {
        let whole = whole(ofLine: line)
        let isReturn = !whole.isEmpty && bytes[whole.upperBound - 1] == 0x0d
        return whole.lowerBound..<(isReturn ? whole.upperBound - 1 : whole.upperBound)
    }

    /// Characters before an offset on its line, plus one.
    package func column(of offset: Int) -> Int {
        let start = starts[line(of: offset) - 1]
        let end = min(max(start, offset), bytes.count)
        // A character's later bytes are told by their two highest bits.
        return bytes[start..<end].reduce(1) { $0 + ($1 & 0xc0 == 0x80 ? 0 : 1) }
    }

    /// The included file that an offset is in; nil for the program's own.
    package func file(at offset: Int) -> File? { files.last { $0.start <= offset } }

    package func place(of offset: Int) -> Place {
        let offset = min(offset, bytes.count)
        let file = file(at: offset)
        let before = file.map { line(of: $0.start) - 1 } ?? 0
        return Place(line: line(of: offset) - before, column: column(of: offset), file: file?.name)
    }

    /// The text of a range on one line: runs of white space made one space, cut at `limit` characters.
    package func text(_ range: Range<Int>, limit: Int) -> String {
        let start = min(range.lowerBound, bytes.count)
        let end = min(max(range.upperBound, start), bytes.count)
        // A character has four bytes at most: no need to look at more of a long range.
        let part = bytes[start..<min(end, start + limit * 8)]
        var text = String.UnicodeScalarView()
        var isSpace = false
        for scalar in String(decoding: part, as: UTF8.self).unicodeScalars {
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
