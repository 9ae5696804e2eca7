// A YAML document as nodes in flat arrays.
//
// Invariant: a collection's children have higher indices than it has; there are no aliases, anchors
// or tags.

struct YAMLNode {
    enum Kind: UInt8 { case scalar, sequence, mapping }

    let kind: Kind
    /// Of a scalar: as it is written.
    var isPlain = false
    var isBlock = false
    /// The scalar's value stands in the source as it is.
    var isVerbatim = false
    private var startOffset: UInt32
    private var endOffset: UInt32
    private var firstIndex: UInt32 = 0
    private var partCount: UInt32 = 0

    init(kind: Kind, start: Int, end: Int) {
        self.kind = kind
        startOffset = UInt32(truncatingIfNeeded: start)
        endOffset = UInt32(truncatingIfNeeded: end)
    }

    /// In the source, in bytes.
    var start: Int { Int(startOffset) }
    var end: Int {
        get { Int(endOffset) }
        set { endOffset = UInt32(truncatingIfNeeded: newValue) }
    }
    /// A scalar's value in `values`; a collection's nodes in `children` (of a mapping: key, value,
    /// key, ...).
    var first: Int {
        get { Int(firstIndex) }
        set { firstIndex = UInt32(truncatingIfNeeded: newValue) }
    }
    var count: Int {
        get { Int(partCount) }
        set { partCount = UInt32(truncatingIfNeeded: newValue) }
    }

    var span: Span { Span(start, end) }

    /// Where a scalar's value starts and ends in the source, its quotes left out.
    var inner: Range<Int> {
        let inset = isPlain || isBlock ? 0 : 1
        return start + inset..<max(start + inset, end - inset)
    }
}

struct YAMLDocument {
    var nodes: [YAMLNode] = []
    var children: [Int32] = []
    var values: [UInt8] = []
    /// -1 where there is none.
    var root = -1
    /// Where parts start that are wrong as YAML, and reported: they read as nothing, and nothing more is said of
    /// them.
    var wrong: Set<Int> = []

    /// 64 blocks of up to three collections each, an expression of 64 in the innermost, and some.
    static let maximumDepth = 320
    static let maximumNodes = 1 << 23

    func value(_ node: YAMLNode) -> ArraySlice<UInt8> {
        values[node.first..<node.first + node.count]
    }

    func text(_ node: YAMLNode) -> String { String(decoding: value(node), as: UTF8.self) }

    /// A scalar's value in a message: the start of it where it is long.
    func shown(_ node: YAMLNode) -> String {
        let text = text(node).split(whereSeparator: \.isNewline).joined(separator: " ")
        return text.unicodeScalars.count <= 40 ? text : String(text.prefix(37)) + "..."
    }

    /// Whether two scalars have the same value.
    func areEqual(_ a: YAMLNode, _ b: YAMLNode) -> Bool {
        guard a.count == b.count else { return false }
        for index in 0..<a.count where values[a.first + index] != values[b.first + index] {
            return false
        }
        return true
    }

    static func reportEmpty(_ diagnostics: inout Diagnostics, _ span: Span) {
        diagnostics.error(
            "E0808", span, "there is no program here",
            help: "it starts with `acall: 1` and has `steps:`")
    }
}
