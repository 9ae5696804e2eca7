// A program's source and places in it.

/// The bytes of one source file and the name it goes by in diagnostics.
package struct SourceText: Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
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

    /// From the start of `self` to the end of `other`.
    package func joined(to other: Span) -> Span {
        Span(Int(min(start, other.start)), Int(max(end, other.end)))
    }
}
