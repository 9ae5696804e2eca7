// Comments of a source, found on demand: parsing does not keep them.
//
// Input: a source of either spelling. Output: its comments, in the order in which they stand there. Invariant: a
// `#` inside a string or a YAML scalar starts no comment.

import AcallText

/// What stands behind a `#`, up to the end of its line.
package struct SourceComment: Sendable, Hashable {
    /// From the `#` on.
    package var span: Span
    /// Behind the `#`, as it is written but for white space at its end.
    package var text: [UInt8]
    /// Nothing stands before it on its line.
    package var isOnOwnLine: Bool
    /// It stands on its own line, and the line before that is empty.
    package var followsBlankLine: Bool
}

extension SyntaxTree {
    /// The comments of a source that this tree, or any other, was made of.
    package static func comments(in source: SourceText, isYAML: Bool) -> [SourceComment] {
        let lines = SourceLines(source.bytes)
        let starts =
            isYAML ? commentStarts(inYAML: source) : commentStarts(inText: source.bytes)
        return starts.map { lines.comment(at: $0) }
    }

    /// Between two tokens stand white space and comments only.
    private static func commentStarts(inText bytes: [UInt8]) -> [Int] {
        let first = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var lexer = Lexer(bytes, first..<bytes.count)
        var starts: [Int] = []
        var position = first
        while true {
            let token = lexer.next()
            addStarts(bytes, position..<token.start, to: &starts)
            if token.kind == .end { return starts }
            position = token.end
        }
    }

    private static func addStarts(
        _ bytes: [UInt8], _ gap: Range<Int>, to starts: inout [Int]
    ) {
        var position = gap.lowerBound
        while position < gap.upperBound {
            if bytes[position] == UInt8(ascii: "#") {
                starts.append(position)
                while position < gap.upperBound, bytes[position] != 0x0a { position += 1 }
            }
            position += 1
        }
    }

    /// A `#` between two scalars, behind white space: libyaml has found no other use for it.
    private static func commentStarts(inYAML source: SourceText) -> [Int] {
        var diagnostics = Diagnostics(source)
        guard let document = YAMLDocumentReader.read(source, into: &diagnostics) else { return [] }
        let bytes = source.bytes
        var starts: [Int] = []
        var position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        for node in document.nodes where node.kind == .scalar {
            addStarts(bytes, position..<max(position, node.start), to: &starts)
            position = max(position, node.end)
            if node.isBlock {
                // A comment may follow the `|` or `>`.
                let line = bytes[node.start..<node.end].firstIndex(of: 0x0a) ?? node.end
                addStarts(bytes, node.start..<line, to: &starts)
            }
        }
        addStarts(bytes, position..<bytes.count, to: &starts)
        return starts
    }
}

/// The lines of a source as its layout sees them, from 0, and which of them are blank.
struct SourceLines {
    private let map: SourceMap

    init(_ bytes: [UInt8]) { map = SourceMap(bytes) }

    private var bytes: [UInt8] { map.bytes }

    /// The number of the line on which an offset stands, from 0.
    func line(of offset: Int) -> Int { map.line(of: offset) - 1 }

    func start(ofLine line: Int) -> Int { map.whole(ofLine: line + 1).lowerBound }

    func end(ofLine line: Int) -> Int { map.whole(ofLine: line + 1).upperBound }

    /// In bytes, from 0.
    func column(of offset: Int) -> Int { offset - start(ofLine: line(of: offset)) }

    /// Nothing but white space stands there; what is before the first line is not blank.
    func isBlank(_ line: Int) -> Bool {
        guard line >= 0 else { return false }
        return bytes[start(ofLine: line)..<end(ofLine: line)].allSatisfy { $0.isSpace }
    }

    /// The first offset of a line that is no white space.
    func content(ofLine line: Int) -> Int {
        let end = end(ofLine: line)
        let start = start(ofLine: line)
        return bytes[start..<end].firstIndex { !$0.isSpace } ?? end
    }

    var count: Int { map.lineCount }

    /// Nothing but a comment stands there.
    func isComment(_ line: Int) -> Bool {
        let content = content(ofLine: line)
        return content < end(ofLine: line) && bytes[content] == UInt8(ascii: "#")
    }

    fileprivate func comment(at start: Int) -> SourceComment {
        let line = line(of: start)
        var end = end(ofLine: line)
        while end > start + 1, bytes[end - 1].isSpace { end -= 1 }
        let first = content(ofLine: line)
        let isOnOwnLine =
            first == start || line == 0 && bytes[..<start].elementsEqual([0xef, 0xbb, 0xbf])
        return SourceComment(
            span: Span(start, end), text: Array(bytes[(start + 1)..<end]), isOnOwnLine: isOnOwnLine,
            followsBlankLine: isOnOwnLine && isBlank(line - 1))
    }
}

extension UInt8 {
    var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0d }
}
