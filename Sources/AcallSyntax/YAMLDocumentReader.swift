// A YAML document from libyaml's events, checked for what this spelling does not have.
//
// Input: a source. Output: its document, what this spelling does not have left out and reported; or nil where it is
// no YAML, which is reported.
// Invariant: keys are scalars, each once in its mapping; at most 320 levels; offsets are of bytes.

import CLibYAML

struct YAMLDocumentReader {
    private(set) var document = YAMLDocument()
    var diagnostics: Diagnostics
    let bytes: [UInt8]
    /// What stands before the bytes: a byte order mark.
    let base: Int
    private let isASCII: Bool
    /// libyaml counts characters: where the last one asked for stands.
    private var character = 0
    private var byte = 0
    /// The open collections: their nodes, and where the children that each has so far start in
    /// `pending`.
    private var open: [(node: Int, firstPending: Int)] = []
    private var pending: [Int32] = []
    private var documentCount = 0
    /// What follows is no part of the program.
    private var hasEnded = false

    static func read(_ source: SourceText, into diagnostics: inout Diagnostics) -> YAMLDocument? {
        let bytes = source.bytes
        guard bytes.count <= Parser.maximumSource else {
            diagnostics.error(
                "E0701", Span(Parser.maximumSource, Parser.maximumSource + 1),
                "a program has at most 4 MiB of source")
            return nil
        }
        if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
            diagnostics.error(
                "E0801", Span(0, 2), "this is UTF-16", help: "save the program as UTF-8")
            return nil
        }
        let base = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var reader = YAMLDocumentReader(
            diagnostics, base == 0 ? bytes : Array(bytes[base...]), base)
        let isGood = reader.readEvents()
        diagnostics = reader.diagnostics
        guard isGood else { return nil }
        if reader.document.root < 0 {
            YAMLDocument.reportEmpty(&diagnostics, Span(0, 0))
            return nil
        }
        return reader.document
    }

    private init(_ diagnostics: Diagnostics, _ bytes: [UInt8], _ base: Int) {
        self.diagnostics = diagnostics
        self.bytes = bytes
        self.base = base
        isASCII = bytes.allSatisfy { $0 < 0x80 }
        document.values.reserveCapacity(bytes.count)
        document.nodes.reserveCapacity(bytes.count / 8)
        document.children.reserveCapacity(bytes.count / 8)
    }

    // MARK: Events

    private mutating func readEvents() -> Bool {
        // The parser keeps its own address, so it can't be a local variable.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else {
            diagnostics.error("E0801", Span(0, 0), "there is no memory to read this with")
            return false
        }
        defer { yaml_parser_delete(parser) }
        return bytes.withUnsafeBufferPointer { input in
            yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(parser, input.baseAddress, input.count)
            var event = yaml_event_t()
            while true {
                guard yaml_parser_parse(parser, &event) == 1 else {
                    reportProblem(parser)
                    return false
                }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return true }
                guard take(&event) else { return hasEnded }
            }
        }
    }

    /// False where reading can't go on, which is reported.
    private mutating func take(_ event: inout yaml_event_t) -> Bool {
        let start = offset(Int(event.start_mark.index))
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documentCount += 1
            if documentCount > 1 {
                _ = fail(
                    "E0805", Span(start, start + 3), "a file holds one program",
                    "put the other program into a separate file")
                // The first one is looked at.
                hasEnded = true
                return false
            }
        case YAML_ALIAS_EVENT:
            let end = offset(Int(event.end_mark.index))
            _ = fail(
                "E0802", Span(start, end), "aliases are not part of this spelling",
                "write the value out")
            return addWrong(start, end)
        case YAML_SCALAR_EVENT: return takeScalar(&event, start)
        case YAML_SEQUENCE_START_EVENT:
            return openCollection(
                .sequence, event.data.sequence_start.anchor, event.data.sequence_start.tag, start)
        case YAML_MAPPING_START_EVENT:
            return openCollection(
                .mapping, event.data.mapping_start.anchor, event.data.mapping_start.tag, start)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return closeCollection(offset(Int(event.end_mark.index)))
        default: break
        }
        return true
    }

    private mutating func takeScalar(_ event: inout yaml_event_t, _ start: Int) -> Bool {
        let end = offset(Int(event.end_mark.index))
        if !refuse(event.data.scalar.anchor, event.data.scalar.tag, start) {
            // An anchor's value is as good as any; a tag, or an anchor by itself, was meant as the value.
            if event.data.scalar.tag != nil || event.data.scalar.length == 0 {
                return addWrong(start, end)
            }
        }
        let style = event.data.scalar.style
        var node = YAMLNode(kind: .scalar, start: start, end: end)
        node.isPlain = style == YAML_PLAIN_SCALAR_STYLE
        node.isBlock = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
        node.first = document.values.count
        let value = UnsafeBufferPointer(
            start: event.data.scalar.value, count: event.data.scalar.length)
        node.count = value.count
        document.values.append(contentsOf: value)
        if node.isBlock {
            // It ends where the next token starts: its own text ends before that.
            node.end = trimmedEnd(start, end)
        } else {
            node.isVerbatim = isVerbatim(value, node.inner)
        }
        return add(node)
    }

    private func isVerbatim(_ value: UnsafeBufferPointer<UInt8>, _ inner: Range<Int>) -> Bool {
        guard inner.count == value.count, inner.lowerBound >= base,
            inner.upperBound - base <= bytes.count
        else { return false }
        return bytes.withUnsafeBufferPointer { source in
            for index in 0..<value.count
            where value[index] != source[inner.lowerBound - base + index] { return false }
            return true
        }
    }

    private func trimmedEnd(_ start: Int, _ end: Int) -> Int {
        var end = end - base
        while end > start - base, bytes[end - 1] <= 0x20 { end -= 1 }
        return end + base
    }

    private mutating func openCollection(
        _ kind: YAMLNode.Kind, _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?,
        _ start: Int
    ) -> Bool {
        _ = refuse(anchor, tag, start)
        guard open.count < YAMLDocument.maximumDepth else {
            return fail(
                "E0702", Span(start, start + 1),
                "a program nests at most \(YAMLDocument.maximumDepth) levels deep", nil)
        }
        guard add(YAMLNode(kind: kind, start: start, end: start)) else { return false }
        open.append((document.nodes.count - 1, pending.count))
        return true
    }

    private mutating func closeCollection(_ end: Int) -> Bool {
        guard let (index, first) = open.popLast() else { return true }
        var node = document.nodes[index]
        node.first = document.children.count
        node.count = pending.count - first
        // A block collection ends where the next token starts: with its last part.
        let isFlow =
            byte(at: node.start).map { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? false
        let last =
            node.count == 0 ? node.start : document.nodes[Int(pending[pending.count - 1])].end
        let isClosed = isFlow && byte(at: end - 1).map { "]}".utf8.contains($0) } ?? false
        node.end = isClosed ? end : max(last, node.start)
        document.children.append(contentsOf: pending[first...])
        pending.removeLast(node.count)
        document.nodes[index] = node
        guard node.kind == .mapping else { return true }
        if hasCollectionKey(node) {
            // What it was meant to be is not known: it reads as nothing.
            var wrong = YAMLNode(kind: .scalar, start: node.start, end: node.end)
            wrong.isPlain = true
            wrong.first = document.values.count
            document.nodes[index] = wrong
            document.wrong.insert(node.start)
            return true
        }
        checkKeys(node)
        return true
    }

    /// Something that is reported: it stands in its place, as nothing.
    private mutating func addWrong(_ start: Int, _ end: Int) -> Bool {
        var node = YAMLNode(kind: .scalar, start: start, end: end)
        node.isPlain = true
        node.first = document.values.count
        document.wrong.insert(start)
        return add(node)
    }

    private mutating func add(_ node: YAMLNode) -> Bool {
        guard document.nodes.count < YAMLDocument.maximumNodes else {
            return fail("E0701", node.span, "this program has too many parts", nil)
        }
        document.nodes.append(node)
        let index = document.nodes.count - 1
        if open.isEmpty {
            document.root = index
        } else {
            pending.append(Int32(truncatingIfNeeded: index))
        }
        return true
    }

    // MARK: What this spelling does not have

    @inline(__always)
    private mutating func refuse(
        _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?, _ start: Int
    ) -> Bool {
        anchor == nil && tag == nil || reportProperty(isAnchor: anchor != nil, start)
    }

    private mutating func reportProperty(isAnchor: Bool, _ start: Int) -> Bool {
        let span = Span(start, wordEnd(start))
        if isAnchor {
            return fail(
                "E0803", span, "anchors are not part of this spelling",
                "an address is put in quotes: \"&name\"; anything else is written out")
        }
        return fail(
            "E0804", span, "tags are not part of this spelling",
            "remove it; a value that starts with `!` is put in quotes: \"!x\"")
    }

    private func wordEnd(_ start: Int) -> Int {
        var end = start - base
        while end < bytes.count, bytes[end] > 0x20, !",]}".utf8.contains(bytes[end]) { end += 1 }
        return max(end + base, start + 1)
    }

    private func key(_ mapping: YAMLNode, _ position: Int) -> YAMLNode {
        document.nodes[Int(document.children[mapping.first + 2 * position])]
    }

    /// Keys are scalars, each once.
    private mutating func checkKeys(_ mapping: YAMLNode) {
        let count = mapping.count / 2
        // Few keys are compared with each other; many go through a table.
        if count > 8 { return checkManyKeys(mapping, count) }
        for position in 1..<max(1, count) {
            let key = key(mapping, position)
            for earlier in 0..<position where document.areEqual(key, self.key(mapping, earlier)) {
                reportTwice(key, self.key(mapping, earlier))
                break
            }
        }
    }

    private mutating func checkManyKeys(_ mapping: YAMLNode, _ count: Int) {
        var names = NameTable()
        var first: [Int] = []
        for position in 0..<count {
            let key = key(mapping, position)
            let id = Int(names.intern(document.value(key)).id)
            if id == first.count {
                first.append(position)
            } else {
                reportTwice(key, self.key(mapping, first[id]))
            }
        }
    }

    private mutating func reportTwice(_ key: YAMLNode, _ first: YAMLNode) {
        if diagnostics.list.count >= Parser.maximumErrors { return }
        if document.wrong.contains(key.start) { return }
        diagnostics.error(
            "E0807", key.span, "`\(document.shown(key))` is given twice",
            help: "remove one of them", notes: [.init(first.span, "first given here")])
    }

    /// Whether one of its keys is a collection, which is reported.
    private mutating func hasCollectionKey(_ mapping: YAMLNode) -> Bool {
        for position in 0..<mapping.count / 2 {
            let key = key(mapping, position)
            guard key.kind != .scalar else { continue }
            reportCollectionKey(key)
            return true
        }
        return false
    }

    private mutating func reportCollectionKey(_ key: YAMLNode) {
        // `{{ fd }}` of a templating tool is a mapping with a mapping as its key.
        let inside =
            byte(at: key.start) == UInt8(ascii: "{") && byte(at: key.start - 1) == UInt8(ascii: "{")
        diagnostics.error(
            "E0806", key.span,
            "a key is a name, and this is a \(key.kind == .mapping ? "mapping" : "sequence")",
            help: inside ? "a value is an expression: write `x`, not `{{ x }}`" : nil)
    }

    // MARK: Places

    mutating func fail(_ code: String, _ span: Span, _ message: String, _ help: String?) -> Bool {
        diagnostics.error(code, span, message, help: help)
        return false
    }

    /// The byte at an offset of the source.
    func byte(at offset: Int) -> UInt8? {
        let index = offset - base
        return index >= 0 && index < bytes.count ? bytes[index] : nil
    }

    /// The byte offset of a character; mostly a little further on than the last one asked for.
    mutating func offset(_ index: Int) -> Int {
        isASCII ? min(index, bytes.count) + base : walk(to: index)
    }

    private mutating func walk(to index: Int) -> Int {
        // Marks go back by a token at most.
        while character > index, byte > 0 {
            byte -= 1
            while byte > 0, bytes[byte] & 0xc0 == 0x80 { byte -= 1 }
            character -= 1
        }
        while character < index, byte < bytes.count {
            byte += 1
            while byte < bytes.count, bytes[byte] & 0xc0 == 0x80 { byte += 1 }
            character += 1
        }
        return byte + base
    }
}
