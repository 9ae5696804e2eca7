// Where a scalar's bytes stand in the source, so that a mistake inside it is shown where it is.

extension YAMLDocument {
    /// The value's bytes as a part of some array, and where they stand in the source.
    func fragment(
        _ node: YAMLNode, in source: [UInt8]
    ) -> (bytes: [UInt8], part: Range<Int>, origin: FragmentOrigin) {
        // Most scalars stand in the source as they are, with quotes around them or without.
        if node.isVerbatim { return (source, node.inner, .contiguous(0)) }
        let bytes = Array(value(node))
        return (bytes, 0..<bytes.count, .scattered(offsets(node, bytes, source)))
    }

    /// The offset of each byte of the value, and of its end. Where the source can't be followed,
    /// all of it stands at the scalar's start.
    private func offsets(_ node: YAMLNode, _ value: [UInt8], _ source: [UInt8]) -> [UInt32] {
        var follower = ScalarFollower(node, value, source)
        if let offsets = follower.follow() { return offsets }
        return [UInt32](repeating: UInt32(node.start), count: value.count) + [UInt32(node.end)]
    }
}

/// Walks through a scalar's source and its value side by side.
private struct ScalarFollower {
    let node: YAMLNode
    let value: [UInt8]
    let source: [UInt8]
    private var position: Int
    private let end: Int
    private var offsets: [UInt32] = []

    init(_ node: YAMLNode, _ value: [UInt8], _ source: [UInt8]) {
        self.node = node
        self.value = value
        self.source = source
        position = node.inner.lowerBound
        end = min(node.inner.upperBound, source.count)
    }

    private var isDoubleQuoted: Bool { source[node.start] == UInt8(ascii: "\"") && !node.isPlain }
    private var isSingleQuoted: Bool { source[node.start] == UInt8(ascii: "'") && !node.isPlain }

    mutating func follow() -> [UInt32]? {
        guard node.start < source.count else { return nil }
        return node.isBlock ? followBlock() : followFlow()
    }

    /// A literal or folded block: its lines without their indentation.
    private mutating func followBlock() -> [UInt32]? {
        while position < end, source[position] != 0x0a { position += 1 }
        position += 1
        // How far it is indented follows from the first line that has something.
        var first = position
        while first < end, source[first] == 0x0a || source[first] == 0x0d || source[first] == 0x20 {
            first += 1
        }
        var column = 0
        while first > position, source[first - 1] == 0x20 {
            first -= 1
            column += 1
        }
        let indentation = column - value.drop { $0 == 0x0a }.prefix { $0 == 0x20 }.count
        guard indentation >= 0 else { return nil }
        skipIndentation(indentation)
        while offsets.count < value.count {
            let byte = value[offsets.count]
            if position < end, source[position] != 0x0a, source[position] != 0x0d {
                guard source[position] == byte else { return nil }
                take(advancing: 1)
            } else {
                guard followLineEnds(indentation) else { return nil }
            }
        }
        return offsets + [UInt32(node.end)]
    }

    /// A line's end, and the empty lines behind it: as newlines, or folded into a space.
    private mutating func followLineEnds(_ indentation: Int) -> Bool {
        let start = min(position, end)
        var newlines = 0
        while position < end, source[position] == 0x0a || source[position] == 0x0d {
            if source[position] == 0x0a {
                newlines += 1
                position += 1
                skipIndentation(indentation)
            } else {
                position += 1
            }
        }
        // The last line's end is not part of the node.
        let isLast = position >= end
        var taken = 0
        while offsets.count < value.count, isLast || taken < newlines, value[offsets.count] == 0x0a
        {
            offsets.append(UInt32(start))
            taken += 1
        }
        if taken == 0, newlines == 1, offsets.count < value.count, value[offsets.count] == 0x20 {
            offsets.append(UInt32(start))
            taken = 1
        }
        return taken > 0
    }

    private mutating func skipIndentation(_ count: Int) {
        var skipped = 0
        while skipped < count, position < end, source[position] == 0x20 {
            position += 1
            skipped += 1
        }
    }

    private mutating func followFlow() -> [UInt32]? {
        while offsets.count < value.count {
            guard position < end else { return nil }
            let byte = source[position]
            if isDoubleQuoted, byte == UInt8(ascii: "\\") {
                guard followEscape() else { return nil }
            } else if isSingleQuoted, byte == UInt8(ascii: "'") {
                take(advancing: 2)
            } else if byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a {
                followSpace()
            } else {
                guard value[offsets.count] == byte else { return nil }
                take(advancing: 1)
            }
        }
        return offsets + [UInt32(end)]
    }

    private mutating func take(advancing count: Int) {
        offsets.append(UInt32(position))
        position += count
    }

    /// White space within a line stands for itself; with a line's end in it, for one space or for
    /// the newlines behind the first.
    private mutating func followSpace() {
        let start = position
        var newlines = 0
        while position < end {
            let byte = source[position]
            if byte == 0x0a {
                newlines += 1
            } else if byte != 0x20, byte != 0x09, byte != 0x0d {
                break
            }
            position += 1
        }
        let count = newlines == 0 ? position - start : max(1, newlines - 1)
        for index in 0..<count where offsets.count < value.count {
            offsets.append(UInt32(newlines == 0 ? start + index : start))
        }
    }

    private mutating func followEscape() -> Bool {
        guard position + 1 < source.count else { return false }
        var length = 2
        switch source[position + 1] {
        case UInt8(ascii: "x"): length = 4
        case UInt8(ascii: "u"): length = 6
        case UInt8(ascii: "U"): length = 10
        case 0x0a, 0x0d:
            // A line's end that is left out, with the next one's indentation.
            position += 2
            while position < end, [0x20, 0x09, 0x0a].contains(source[position]) { position += 1 }
            return true
        default: break
        }
        let first = value[offsets.count]
        let width = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
        for _ in 0..<width where offsets.count < value.count { offsets.append(UInt32(position)) }
        position += length
        return true
    }
}
