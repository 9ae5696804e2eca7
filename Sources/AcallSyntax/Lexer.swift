// Tokens: what the bytes of a source are, one at a time.
//
// Input: bytes, and where they stand in the source (a YAML scalar's bytes need not stand there one after the
// other). Output: tokens, whose values the parser reads from the bytes when it needs them. Invariant: every
// byte belongs to one token, to white space or to a comment; a token is never empty but for the end.

/// Where the bytes of a fragment stand in the source.
package enum FragmentOrigin: Sendable {
    /// One after the other from here on.
    case contiguous(Int)
    /// Each at its own offset; the last entry is the end's.
    case scattered([UInt32])

    /// Where the first byte stands, if the others follow it.
    var start: Int? {
        if case .contiguous(let start) = self { start } else { nil }
    }

    func offset(_ position: Int) -> Int {
        switch self {
        case .contiguous(let start): start + position
        case .scattered(let offsets):
            offsets.isEmpty ? 0 : Int(offsets[min(position, offsets.count - 1)])
        }
    }
}

enum TokenKind: UInt8 {
    case end, newline, name, number, string, character
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case comma, colon, dot, ellipsis, halfOpen
    case assign, equal, notEqual, less, lessEqual, greater, greaterEqual
    case plus, minus, star, slash, percent, ampersand, pipe, caret, shiftLeft, shiftRight
    case tilde, bang, andAnd, orOr
    /// A byte that starts nothing.
    case unknown
}

struct Token {
    var kind: TokenKind
    var start: Int
    var end: Int
}

struct Lexer {
    let bytes: [UInt8]
    /// Where the tokens end.
    let limit: Int
    private(set) var position: Int
    /// Inside brackets a newline is white space.
    var bracketDepth = 0

    init(_ bytes: [UInt8]) { self.init(bytes, 0..<bytes.count) }

    /// Tokens of a part of the bytes.
    init(_ bytes: [UInt8], _ part: Range<Int>) {
        self.bytes = bytes
        position = part.lowerBound
        limit = part.upperBound
    }

    @inline(__always)
    private func byte(_ offset: Int) -> UInt8 { offset < limit ? bytes[offset] : 0 }

    mutating func next() -> Token {
        skipSpace()
        let start = position
        guard start < limit else { return Token(kind: .end, start: start, end: start) }
        let first = bytes[start]
        if first.isNameStart {
            position += 1
            while byte(position).isNameByte { position += 1 }
            return Token(kind: .name, start: start, end: position)
        }
        if first.isDigit {
            skipNumber()
            return Token(kind: .number, start: start, end: position)
        }
        switch first {
        case 0x0a, UInt8(ascii: ";"): return token(.newline, 1)
        case UInt8(ascii: "\""): return quoted(.string, by: first)
        case UInt8(ascii: "'"): return quoted(.character, by: first)
        default: return punctuation(first)
        }
    }

    private mutating func token(_ kind: TokenKind, _ count: Int) -> Token {
        defer { position += count }
        return Token(kind: kind, start: position, end: position + count)
    }

    private mutating func skipSpace() {
        while position < limit {
            switch bytes[position] {
            case 0x20, 0x09, 0x0d: position += 1
            case 0x0a where bracketDepth > 0: position += 1
            case UInt8(ascii: "#"):
                while position < limit, bytes[position] != 0x0a { position += 1 }
            default: return
            }
        }
    }

    /// Digits, letters and underscores; the parser says what they mean. A range's dots are not part of it.
    private mutating func skipNumber() {
        while byte(position).isNameByte { position += 1 }
    }

    /// Up to the closing quote, or the end of the line where there is none.
    private mutating func quoted(_ kind: TokenKind, by quote: UInt8) -> Token {
        let start = position
        position += 1
        while position < limit, bytes[position] != quote, bytes[position] != 0x0a {
            let isEscaped = bytes[position] == UInt8(ascii: "\\") && byte(position + 1) != 0x0a
            position = min(position + (isEscaped ? 2 : 1), limit)
        }
        if byte(position) == quote, position < limit { position += 1 }
        return Token(kind: kind, start: start, end: position)
    }

    private mutating func punctuation(_ first: UInt8) -> Token {
        let second = byte(position + 1)
        switch first {
        case UInt8(ascii: "("): return token(.leftParenthesis, 1)
        case UInt8(ascii: ")"): return token(.rightParenthesis, 1)
        case UInt8(ascii: "["): return token(.leftBracket, 1)
        case UInt8(ascii: "]"): return token(.rightBracket, 1)
        case UInt8(ascii: "{"): return token(.leftBrace, 1)
        case UInt8(ascii: "}"): return token(.rightBrace, 1)
        case UInt8(ascii: ","): return token(.comma, 1)
        case UInt8(ascii: ":"): return token(.colon, 1)
        case UInt8(ascii: "+"): return token(.plus, 1)
        case UInt8(ascii: "-"): return token(.minus, 1)
        case UInt8(ascii: "*"): return token(.star, 1)
        case UInt8(ascii: "/"): return token(.slash, 1)
        case UInt8(ascii: "%"): return token(.percent, 1)
        case UInt8(ascii: "^"): return token(.caret, 1)
        case UInt8(ascii: "~"): return token(.tilde, 1)
        case UInt8(ascii: "&"): return second == first ? token(.andAnd, 2) : token(.ampersand, 1)
        case UInt8(ascii: "|"): return second == first ? token(.orOr, 2) : token(.pipe, 1)
        case UInt8(ascii: "="): return second == first ? token(.equal, 2) : token(.assign, 1)
        case UInt8(ascii: "!"):
            return second == UInt8(ascii: "=") ? token(.notEqual, 2) : token(.bang, 1)
        case UInt8(ascii: "<"):
            if second == UInt8(ascii: "=") { return token(.lessEqual, 2) }
            return second == first ? token(.shiftLeft, 2) : token(.less, 1)
        case UInt8(ascii: ">"):
            if second == UInt8(ascii: "=") { return token(.greaterEqual, 2) }
            return second == first ? token(.shiftRight, 2) : token(.greater, 1)
        case UInt8(ascii: "."):
            if second == first {
                if byte(position + 2) == first { return token(.ellipsis, 3) }
                if byte(position + 2) == UInt8(ascii: "<") { return token(.halfOpen, 3) }
            }
            return token(.dot, 1)
        default:
            // A character of several bytes is one token.
            var count = 1
            if first >= 0xc0 { while byte(position + count) & 0xc0 == 0x80 { count += 1 } }
            return token(.unknown, count)
        }
    }
}

extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isNameStart: Bool { (self | 0x20) &- 0x61 < 26 || self == 0x5f }
    @inline(__always) var isNameByte: Bool { isNameStart || isDigit }
}
