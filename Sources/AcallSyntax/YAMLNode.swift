// A YAML document as nodes: what libyaml's events say, checked for what this spelling does not have.
//
// Input: a source. Output: nodes in flat arrays, or the first thing that is wrong. Invariant: no aliases,
// anchors or tags; keys are scalars, each once in its mapping; at most 64 levels; offsets are of bytes.

import CLibYAML

struct YAMLNode {
    enum Kind: UInt8 { case scalar, sequence, mapping }

    var kind: Kind
    /// Of a scalar: as it is written.
    var isPlain = false
    var isBlock = false
    /// In the source, in bytes.
    var start: Int
    var end: Int
    /// A scalar's value in `values`; a collection's nodes in `children` (of a mapping: key, value, key, ...).
    var first = 0
    var count = 0

    var span: Span { Span(start, end) }
}

struct YAMLDocument {
    var nodes: [YAMLNode] = []
    var children: [Int32] = []
    var values: [UInt8] = []
    /// -1 where there is none.
    var root = -1

    static let maximumDepth = 64
    static let maximumNodes = 1 << 23

    func value(_ node: YAMLNode) -> ArraySlice<UInt8> {
        values[node.first..<node.first + node.count]
    }

    func text(_ node: YAMLNode) -> String { String(decoding: value(node), as: UTF8.self) }
}

/// Reads a document from libyaml's events.
struct YAMLDocumentReader {
    private(set) var document = YAMLDocument()
    private var diagnostics: Diagnostics
    private let bytes: [UInt8]
    /// What stands before the bytes: a byte order mark.
    private let base: Int
    private let isASCII: Bool
    /// libyaml counts characters: where the last one asked for stands.
    private var character = 0
    private var byte = 0
    /// The open collections: their nodes, and the children each has so far.
    private var open: [(node: Int, children: [Int32])] = []
    private var documentCount = 0

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
            diagnostics.error(
                "E0808", Span(0, 0), "there is no program here",
                help: "it starts with `acall: 1` and has `steps:`")
            return nil
        }
        return reader.document
    }

    private init(_ diagnostics: Diagnostics, _ bytes: [UInt8], _ base: Int) {
        self.diagnostics = diagnostics
        self.bytes = bytes
        self.base = base
        isASCII = bytes.allSatisfy { $0 < 0x80 }
    }

    // MARK: Events

    private mutating func readEvents() -> Bool {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else {
            diagnostics.error("E0801", Span(0, 0), "there is no memory to read this with")
            return false
        }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { input in
            yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
            yaml_parser_set_input_string(&parser, input.baseAddress, input.count)
            while true {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else {
                    reportProblem(parser)
                    return false
                }
                defer { yaml_event_delete(&event) }
                if event.type == YAML_STREAM_END_EVENT { return true }
                guard take(event) else { return false }
            }
        }
    }

    /// False where reading can't go on, which is reported.
    private mutating func take(_ event: yaml_event_t) -> Bool {
        let start = offset(Int(event.start_mark.index))
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            documentCount += 1
            guard documentCount == 1 else {
                return fail(
                    "E0805", Span(start, start + 3), "a file holds one program",
                    "put the other one into a file of its own")
            }
        case YAML_ALIAS_EVENT:
            let end = offset(Int(event.end_mark.index))
            return fail(
                "E0802", Span(start, end), "aliases are not part of this spelling",
                "write the value out")
        case YAML_SCALAR_EVENT: return takeScalar(event, start)
        case YAML_SEQUENCE_START_EVENT:
            let data = event.data.sequence_start
            return openCollection(.sequence, data.anchor, data.tag, start)
        case YAML_MAPPING_START_EVENT:
            let data = event.data.mapping_start
            return openCollection(.mapping, data.anchor, data.tag, start)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
            return closeCollection(offset(Int(event.end_mark.index)))
        default: break
        }
        return true
    }

    private mutating func takeScalar(_ event: yaml_event_t, _ start: Int) -> Bool {
        let data = event.data.scalar
        let end = offset(Int(event.end_mark.index))
        guard refuse(data.anchor, data.tag, start) else { return false }
        var node = YAMLNode(kind: .scalar, start: start, end: end)
        node.isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
        node.isBlock =
            data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE
        node.first = document.values.count
        node.count = data.length
        if let value = data.value {
            document.values.append(
                contentsOf: UnsafeBufferPointer(start: value, count: data.length))
        }
        // A block scalar ends where the next token starts: its own text ends before that.
        if node.isBlock { node.end = trimmedEnd(start, end) }
        return add(node)
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
        guard refuse(anchor, tag, start) else { return false }
        guard open.count < YAMLDocument.maximumDepth else {
            return fail(
                "E0702", Span(start, start + 1),
                "a program nests at most \(YAMLDocument.maximumDepth) levels deep", nil)
        }
        guard add(YAMLNode(kind: kind, start: start, end: start)) else { return false }
        open.append((document.nodes.count - 1, []))
        return true
    }

    private mutating func closeCollection(_ end: Int) -> Bool {
        guard let (index, children) = open.popLast() else { return true }
        document.nodes[index].first = document.children.count
        document.nodes[index].count = children.count
        document.children += children
        // A block collection ends where the next token starts: with its last part.
        let isFlow =
            end > base && end - base <= bytes.count && "]}".utf8.contains(bytes[end - base - 1])
        let last = children.last.map { document.nodes[Int($0)].end } ?? document.nodes[index].start
        document.nodes[index].end = isFlow ? end : max(last, document.nodes[index].start)
        return document.nodes[index].kind == .sequence || checkKeys(index)
    }

    private mutating func add(_ node: YAMLNode) -> Bool {
        guard document.nodes.count < YAMLDocument.maximumNodes else {
            return fail("E0701", node.span, "this program has too many parts", nil)
        }
        document.nodes.append(node)
        let index = Int32(document.nodes.count - 1)
        if open.isEmpty {
            document.root = Int(index)
        } else {
            open[open.count - 1].children.append(index)
        }
        return true
    }

    // MARK: What this spelling does not have

    private mutating func refuse(
        _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?, _ start: Int
    ) -> Bool {
        if anchor != nil {
            return fail(
                "E0803", Span(start, wordEnd(start)), "anchors are not part of this spelling",
                "remove it")
        }
        if tag != nil {
            return fail(
                "E0804", Span(start, wordEnd(start)), "tags are not part of this spelling",
                "remove it: what a value is follows from where it stands")
        }
        return true
    }

    private func wordEnd(_ start: Int) -> Int {
        var end = start - base
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        return max(end + base, start + 1)
    }

    /// Keys are scalars, each once.
    private mutating func checkKeys(_ index: Int) -> Bool {
        let node = document.nodes[index]
        let keys = stride(from: node.first, to: node.first + node.count, by: 2)
            .map { document.nodes[Int(document.children[$0])] }
        var isGood = true
        var seen: [ArraySlice<UInt8>: Int] = [:]
        for (position, key) in keys.enumerated() {
            guard key.kind == .scalar else {
                isGood = fail("E0806", key.span, "a key is a name, not a collection", nil)
                continue
            }
            let value = document.value(key)
            // Few keys are compared with each other; many go through a table.
            var first: Int?
            if keys.count <= 8 {
                first = keys[..<position].firstIndex {
                    $0.kind == .scalar && document.value($0) == value
                }
            } else {
                first = seen[value]
                if first == nil { seen[value] = position }
            }
            if let first {
                diagnostics.error(
                    "E0807", key.span, "`\(document.text(key))` is given twice",
                    help: "remove one of them", notes: [.init(keys[first].span, "first given here")]
                )
            }
        }
        return isGood
    }

    // MARK: Problems and places

    private mutating func fail(_ code: String, _ span: Span, _ message: String, _ help: String?)
        -> Bool
    {
        diagnostics.error(code, span, message, help: help)
        return false
    }

    private mutating func reportProblem(_ parser: yaml_parser_t) {
        let problem = parser.problem.map { String(cString: $0) } ?? "this is not YAML"
        if parser.error == YAML_READER_ERROR {
            // Its offset is in bytes.
            let offset = min(parser.problem_offset, bytes.count) + base
            diagnostics.error(
                "E0801", Span(offset, offset + 1),
                parser.problem.map { String(cString: $0).contains("control") } == true
                    ? "a control character can't stand in a program" : "this byte is not UTF-8",
                help: "a program is UTF-8 text without control characters")
            return
        }
        let stop = offset(Int(parser.problem_mark.index))
        let context = parser.context.map { String(cString: $0) } ?? ""
        let start = context.isEmpty ? stop : offset(Int(parser.context_mark.index))
        let known = YAMLProblem(
            problem, context: context, stoppedAt: byte(at: stop), openedBy: byte(at: start))
        let place = known.place == .stop ? stop : start
        var notes: [Diagnostic.Note] = []
        if start != place, let note = YAMLProblem.note(context) {
            notes = [.init(Span(start, start + 1), note)]
        }
        diagnostics.error(
            "E0801", Span(place, place + 1), known.message, help: known.help, notes: notes)
    }

    private func byte(at offset: Int) -> UInt8? {
        let index = offset - base
        return bytes.indices.contains(index) ? bytes[index] : nil
    }

    /// The byte offset of a character; mostly a little further on than the last one asked for.
    private mutating func offset(_ index: Int) -> Int {
        if isASCII { return min(index, bytes.count) + base }
        if index < character {
            // Marks go back by a token at most.
            while character > index, byte > 0 {
                byte -= 1
                while byte > 0, bytes[byte] & 0xc0 == 0x80 { byte -= 1 }
                character -= 1
            }
        }
        while character < index, byte < bytes.count {
            byte += 1
            while byte < bytes.count, bytes[byte] & 0xc0 == 0x80 { byte += 1 }
            character += 1
        }
        return byte + base
    }
}
