// The text parser: statements, one a line, into a tree.
//
// Input: a source's bytes, or a fragment of one. Output: nodes appended to a tree, diagnostics for what is
// wrong. After an error it goes on at the next line, so that all errors of a file are shown at once.

struct Parser {
    var tree: SyntaxTree
    var diagnostics: Diagnostics
    var lexer: Lexer
    var token: Token
    /// Where the last token taken ends.
    var lastEnd = 0
    var origin: FragmentOrigin { didSet { start = origin.start } }
    /// Where the bytes start in the source; nil where they do not stand one after the other.
    private var start: Int?
    var depth = 0
    /// How many nodes stand above each other in the expression that was read last.
    var height = 0
    /// How many of the open brackets are a structure's braces.
    private var braceDepth = 0
    /// How deep blocks nest here.
    var blockDepth = 0
    var statementCount = 0
    /// The items of the lists that are being read, the innermost last.
    var pending: [ExpressionID] = []
    /// The statement at hand has an error: the rest of its line is skipped.
    var hasFailed = false

    static let maximumDepth = 64
    /// Higher than brackets nest: an operator's left side nests without them.
    static let maximumHeight = 256
    static let maximumSource = 4 << 20
    static let maximumString = 1 << 20
    static let maximumStatements = 1_000_000
    static let maximumErrors = 100

    init(_ tree: SyntaxTree, _ diagnostics: Diagnostics, _ bytes: [UInt8], _ origin: FragmentOrigin)
    {
        self.tree = tree
        self.diagnostics = diagnostics
        self.origin = origin
        start = origin.start
        lexer = Lexer(bytes)
        token = Token(kind: .end, start: 0, end: 0)
        token = lexer.next()
    }

    var bytes: [UInt8] { lexer.bytes }

    /// Goes on with a part of other bytes.
    mutating func begin(_ bytes: [UInt8], _ part: Range<Int>, _ origin: FragmentOrigin) {
        self.origin = origin
        lexer = Lexer(bytes, part)
        // A fragment's newlines are white space.
        lexer.bracketDepth = 1
        lastEnd = part.lowerBound
        depth = 0
        hasFailed = false
        token = lexer.next()
    }

    // MARK: Tokens

    mutating func advance() {
        lastEnd = token.end
        token = lexer.next()
    }

    @inline(__always)
    func span(_ low: Int, _ high: Int) -> Span {
        if let start { return Span(start + low, start + high) }
        return Span(origin.offset(low), origin.offset(high))
    }

    @inline(__always)
    var tokenSpan: Span { span(token.start, max(token.end, token.start)) }

    func text(_ token: Token) -> String { source(token.start, token.end) }

    /// What is written from one place to another.
    func source(_ start: Int, _ end: Int) -> String {
        String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    @inline(__always)
    func isWord(_ word: StaticString) -> Bool { token.reads(word, in: lexer.bytes) }

    mutating func take(_ kind: TokenKind) -> Bool {
        guard token.kind == kind else { return false }
        advance()
        return true
    }

    mutating func take(word: StaticString) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    /// The token after this one.
    func peek() -> Token {
        var ahead = lexer
        return ahead.next()
    }

    /// The byte that the next token starts with, in most cases without a look at that token.
    @inline(__always)
    func peekByte() -> UInt8 {
        token.byteBehind(in: lexer.bytes, lexer.limit) ?? firstByte(of: peek())
    }

    private func firstByte(of token: Token) -> UInt8 {
        token.kind == .end ? 0 : bytes[token.start]
    }

    /// A name, interned; none where a word of the language stands, which is reported.
    mutating func takeName() -> (name: Name, span: Span)? {
        if token.kind == .name, isReserved {
            reportReserved()
            return nil
        }
        return takeWord()
    }

    /// A name where any word may stand: a field, a parameter.
    mutating func takeWord() -> (name: Name, span: Span)? {
        guard token.kind == .name else { return nil }
        let result = (tree.names.intern(bytes[token.start..<token.end]), tokenSpan)
        advance()
        return result
    }

    @inline(__always)
    var isReserved: Bool { token.isReserved(in: lexer.bytes) }

    mutating func reportReserved() {
        error(
            "E0208", tokenSpan, "`\(text(token))` is a word of the language and can't be a name",
            help: "give it another name")
    }

    // MARK: Brackets

    mutating func open() {
        lexer.bracketDepth += 1
        if token.kind == .leftBrace { braceDepth += 1 }
        advance()
    }

    /// Takes the closing bracket; newlines count again from the token behind it.
    mutating func close(_ kind: TokenKind, _ text: String, openedAt: Span) {
        if token.kind == kind {
            lexer.bracketDepth -= 1
            if kind == .rightBrace { braceDepth -= 1 }
            return advance()
        }
        expected(
            "`\(text)`", help: nil, notes: [.init(openedAt, "to close this")])
    }

    // MARK: Errors

    mutating func error(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        if hasFailed { return }
        hasFailed = true
        diagnostics.error(code, span, message, help: help, notes: notes)
    }

    /// What stands here, as a person would call it.
    var found: String {
        switch token.kind {
        case .end: "the end"
        case .newline: bytes[token.start] == 0x0a ? "the end of the line" : "`;`"
        case .string: "a string"
        default: "`\(text(token))`"
        }
    }

    mutating func reportAssign() {
        error("E0207", tokenSpan, "`=` can't stand here", help: "equality is written `==`")
    }

    /// What other languages write in words.
    var operatorHelp: String? {
        let written = text(token)
        if let sign = Self.operatorWords[written] { return "`\(written)` is written `\(sign)`" }
        let isNegation =
            lastEnd >= 3 && bytes[(lastEnd - 3)..<lastEnd].elementsEqual("not".utf8)
            && (lastEnd == 3 || !bytes[lastEnd - 4].isNameByte)
        return isNegation ? "`not` is written `!`, as in `!\(written)`" : nil
    }

    private static let operatorWords = [
        "and": "&&", "or": "||", "is": "==", "eq": "==", "equals": "==", "ne": "!=", "lt": "<",
        "gt": ">", "le": "<=", "ge": ">=", "mod": "%", "xor": "^", "isnt": "!=",
    ]

    /// Why no value starts here: the second half of another language's operator, a comment.
    var valueHelp: String? {
        let before = token.start > 0 ? bytes[token.start - 1] : 0
        let behind = token.end < bytes.count ? bytes[token.end] : 0
        switch token.kind {
        case .slash where before == UInt8(ascii: "/") || behind == UInt8(ascii: "/"):
            return "a comment starts with `#`"
        case .slash where behind.isNameByte: return "a path stands in quotes: \"/...\""
        case .assign where before == UInt8(ascii: "="): return "equality is written `==`"
        case .greater where before == UInt8(ascii: "<"): return "inequality is written `!=`"
        default: return nil
        }
    }

    mutating func expected(
        _ what: String, code: String = "E0201", help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        if token.kind == .unknown { return reportUnknown() }
        // What is missing inside brackets is missed a line further on: it is shown where it belongs, and the
        // next line is read for itself.
        let isLater = bytes[lastEnd..<max(lastEnd, token.start)].contains(0x0a)
        if !hasFailed, lexer.bracketDepth > 0 || !notes.isEmpty, isLater || token.kind == .end {
            error(
                code, span(lastEnd, lastEnd + 1), "\(what) is missing here", help: help,
                notes: notes)
            return
        }
        error(code, tokenSpan, "\(what) is needed here, not \(found)", help: help, notes: notes)
    }

    /// Spaces and marks that look like nothing, but for the no-break space.
    private static let invisible: Set<UInt32> = [
        0xad, 0x2002, 0x2003, 0x2009, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202f, 0x2060,
        0x3000,
        0xfeff,
    ]

    mutating func reportUnknown() {
        let text = text(token)
        var help: String?
        switch text {
        case "\u{201c}", "\u{201d}", "\u{201e}": help = "write a plain quote: \""
        case "\u{2018}", "\u{2019}": help = "write a plain quote: '"
        case "\u{2013}", "\u{2014}", "\u{2212}": help = "write a plain minus: -"
        case "\u{a0}": help = "this is a no-break space: write a plain one"
        case "$": help = "a name stands by itself, without `$`"
        case "\\": help = "a line goes on by itself inside brackets"
        case "`": help = "strings are written in quotes: \"text\""
        default: break
        }
        let byte = bytes[token.start]
        if let scalar = text.unicodeScalars.first, Self.invisible.contains(scalar.value) {
            let number = String(scalar.value, radix: 16, uppercase: true)
            error(
                "E0101", tokenSpan, "an invisible character stands here: U+\(number)",
                help: "remove it, or write a space")
        } else if byte < 0x20 || byte == 0x7f
            || byte >= 0x80
                && String(validating: bytes[token.start..<token.end], as: UTF8.self) == nil
        {
            let hex = String(byte, radix: 16)
            error(
                "E0101", tokenSpan, "the byte 0x\(byte < 16 ? "0" : "")\(hex) can't stand here",
                help: help)
        } else {
            error("E0101", tokenSpan, "`\(text)` can't stand here", help: help)
        }
        // The next line belongs to this one, and is wrong only because of it.
        if byte == UInt8(ascii: "\\") {
            advance()
            if token.kind == .newline { advance() }
        }
    }

    /// Goes to the end of the statement: of its line, or after an error where its brackets were meant to end.
    mutating func recover(from statement: Int) {
        let open = lexer.bracketDepth
        lexer.bracketDepth = 0
        if hasFailed {
            noteWrongNames(from: statement)
            // What stood behind the last token may have been read as if it were within brackets.
            lexer = Lexer(lexer.bytes, lastEnd..<lexer.limit)
            token = lexer.next()
            skipStatement(open: open, indentation: indentation(at: statement))
        }
        braceDepth = 0
        hasFailed = false
        depth = 0
    }

    /// A bracket that is open at the end of a line is open still where the next line is indented or closes it;
    /// any other line starts a statement.
    private mutating func skipStatement(open: Int, indentation: Int) {
        var open = open
        var braces = braceDepth
        while token.kind != .end {
            switch token.kind {
            case .leftParenthesis, .leftBracket: open += 1
            case .rightParenthesis, .rightBracket: open -= 1
            case .leftBrace:
                open += 1
                braces += 1
            case .rightBrace:
                // The block's own, around this statement.
                if braces == 0, blockDepth > 0 { return }
                open -= 1
                braces -= 1
            // After an error a semicolon may have been meant for something else.
            case .newline where bytes[token.start] == 0x0a:
                var ahead = lexer
                ahead.bracketDepth = 1
                let next = ahead.next()
                let isClosing =
                    next.kind == .rightParenthesis || next.kind == .rightBracket
                    || next.kind == .rightBrace && (braces > 0 || blockDepth == 0)
                guard open > 0, isClosing || self.indentation(at: next.start) > indentation else {
                    return
                }
                // Straight to that token, so that empty lines are looked at once.
                lexer = Lexer(lexer.bytes, next.start..<lexer.limit)
            default: break
            }
            advance()
        }
    }

    /// Spaces and tabs at the start of the line on which an offset stands.
    private func indentation(at offset: Int) -> Int {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0a { start -= 1 }
        var end = start
        while end < offset, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
        return end - start
    }

    var tooManyErrors: Bool { diagnostics.list.count >= Self.maximumErrors }
}

extension SyntaxTree {
    /// Room for what a source of this size holds as a rule.
    private mutating func reserve(forSource count: Int) {
        expressions.reserveCapacity(count / 8)
        statements.reserveCapacity(count / 40)
        calls.reserveCapacity(count / 40)
        arguments.reserveCapacity(count / 20)
    }

    /// Parses the text spelling. It always gives a tree; what is wrong is left out and reported.
    package init(parsing source: SourceText, into diagnostics: inout Diagnostics) {
        self.init()
        guard source.bytes.count <= Parser.maximumSource else {
            diagnostics.error(
                "E0701", Span(Parser.maximumSource, Parser.maximumSource + 1),
                "a program has at most 4 MiB of source")
            return
        }
        // A byte order mark says nothing.
        let start = source.bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        let bytes = start == 0 ? source.bytes : Array(source.bytes[start...])
        var parser = Parser(self, diagnostics, bytes, .contiguous(start))
        parser.tree.reserve(forSource: bytes.count)
        parser.parseProgram()
        self = parser.tree
        diagnostics = parser.diagnostics
        reportReadings(into: &diagnostics)
    }
}

extension Parser {
    mutating func endFragment(help: String? = nil) {
        if token.kind == .end { return }
        if token.kind == .unknown { return reportUnknown() }
        error(
            "E0202", tokenSpan, "an operator or the end is needed here, not \(found)", help: help)
    }
}
