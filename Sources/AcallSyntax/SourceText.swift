// A program's source and places in it.

import AcallText

/// The bytes of a source file and the name it goes by in diagnostics; behind them those of the files it includes.
package struct SourceText: Sendable {
    package let name: String
    package private(set) var bytes: [UInt8]
    /// The included files, by ascending start.
    package private(set) var parts: [Part] = []

    package struct Part: Sendable, Hashable {
        package var start: Int
        package var name: String
    }

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Appends an included file; where its bytes start.
    mutating func append(_ name: String, _ more: [UInt8]) -> Int {
        // So that it starts a line.
        if bytes.last != 0x0a { bytes.append(0x0a) }
        let start = bytes.count
        bytes += more
        parts.append(Part(start: start, name: name))
        return start
    }

    /// The lines of all its files, made anew at each look.
    package var map: SourceMap {
        SourceMap(bytes, files: parts.map { SourceMap.File(start: $0.start, name: $0.name) })
    }

    /// The file that an offset is in: its name, and where it starts.
    package func file(at offset: Int) -> (name: String, start: Int) {
        let part = parts.last { $0.start <= offset }
        return part.map { ($0.name, $0.start) } ?? (name, 0)
    }
}

/// A range of bytes of a source: `start` to before `end`.
package struct Span: Sendable, Hashable {
    package var start: UInt32
    package var end: UInt32

    package init(_ start: Int, _ end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.end = UInt32(truncatingIfNeeded: end)
    }

    package var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }

    /// From the start of `self` to the end of `other`.
    package func joined(to other: Span) -> Span {
        Span(Int(min(start, other.start)), Int(max(end, other.end)))
    }
}
