// The rows of a grammar file: what every reader in this directory starts from.
//
// Input: a file's name and text. Output: rows, each a header line and the indented lines below it, without
// comments. Invariant: a row knows the lines it came from, so that an error can say where.

/// What is wrong with a row, and where.
package struct GrammarError: Error, CustomStringConvertible, Hashable {
    package var place: Place
    package var message: String

    package var description: String { "\(place.file):\(place.line): error: \(message)" }

    init(_ message: String, at place: Place) {
        self.message = message
        self.place = place
    }
}

/// A line of a grammar file.
package struct Place: Hashable, Sendable {
    package var file: String
    package var line: Int
}

/// One line's text and where it is.
struct Line {
    var text: String
    var place: Place
}

/// A header and its body.
struct Row {
    var header: Line
    var body: [Line]

    /// Splits a file: a line that starts in the first column starts a row, and goes on below while a
    /// parenthesis is open.
    static func rows(of text: String, file: String) -> [Row] {
        var rows: [Row] = []
        var depth = 0
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let place = Place(file: file, line: index + 1)
            let code = withoutComment(line)
            let trimmed = code.trimmed
            guard !trimmed.isEmpty else { continue }
            if depth > 0, !rows.isEmpty {
                rows[rows.count - 1].header.text += " " + trimmed
                depth += balance(of: trimmed)
            } else if code.first == " " {
                guard !rows.isEmpty else { continue }
                rows[rows.count - 1].body.append(Line(text: trimmed, place: place))
            } else {
                rows.append(Row(header: Line(text: trimmed, place: place), body: []))
                depth = balance(of: trimmed)
            }
        }
        return rows
    }

    /// `#` starts a comment at the start of a line and after a space.
    private static func withoutComment(_ line: Substring) -> Substring {
        var previous: Character = " "
        for index in line.indices {
            if line[index] == "#", previous == " " { return line[..<index] }
            previous = line[index]
        }
        return line
    }

    private static func balance(of text: String) -> Int {
        text.reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) }
    }
}

extension StringProtocol {
    var trimmed: String {
        var rest = self[...]
        while rest.first == " " { rest = rest.dropFirst() }
        while rest.last == " " { rest = rest.dropLast() }
        return String(rest)
    }

    var words: [String] { split { $0 == " " }.map { String($0) } }
}

/// Reads a line's words and signs one after the other.
struct Scanner {
    private var rest: Substring
    let place: Place

    init(_ line: Line) {
        rest = line.text[...]
        place = line.place
    }

    init(_ text: String, at place: Place) {
        rest = text[...]
        self.place = place
    }

    private mutating func skipSpaces() {
        while rest.first == " " { rest = rest.dropFirst() }
    }

    var isAtEnd: Bool {
        var copy = self
        copy.skipSpaces()
        return copy.rest.isEmpty
    }

    /// What follows, without taking it.
    var ahead: Character? {
        var copy = self
        copy.skipSpaces()
        return copy.rest.first
    }

    /// Takes these characters, if they are next.
    mutating func take(_ sign: String) -> Bool {
        skipSpaces()
        guard rest.hasPrefix(sign) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    /// Takes this word, if it is next, whole.
    mutating func takeWord(_ word: String) -> Bool {
        var copy = self
        guard (try? copy.word()) == word else { return false }
        self = copy
        return true
    }

    mutating func expect(_ sign: String) throws(GrammarError) {
        guard take(sign) else { throw unexpected("`\(sign)`") }
    }

    /// A run of letters, digits, `_`, `.` and `-`.
    mutating func word() throws(GrammarError) -> String {
        skipSpaces()
        let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_.-".contains($0)) }
        guard !word.isEmpty else { throw unexpected("a name") }
        rest = rest.dropFirst(word.count)
        return String(word)
    }

    mutating func number() throws(GrammarError) -> Int64 {
        let text = try word()
        guard let value = Int64(grammar: text) else {
            throw GrammarError("`\(text)` is no number", at: place)
        }
        return value
    }

    /// The rest of the line.
    mutating func remainder() -> String {
        let text = rest.trimmed
        rest = rest.dropFirst(rest.count)
        return text
    }

    func unexpected(_ wanted: String) -> GrammarError {
        let text = rest.isEmpty ? "the line's end" : "`\(rest.prefix(20))`"
        return GrammarError("\(wanted) is expected where \(text) is", at: place)
    }
}

extension Int64 {
    /// As in C: `0x` hexadecimal, a leading zero octal, `1<<4`, a minus. Up to 64 bits, as a bit pattern.
    init?(grammar text: some StringProtocol) {
        if let shift = text.firstRange(of: "<<") {
            guard let value = Int64(grammar: text[..<shift.lowerBound]),
                let bits = Int64(grammar: text[shift.upperBound...]), bits >= 0, bits < 64
            else { return nil }
            self = value << bits
            return
        }
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : text[...]
        let magnitude: UInt64?
        if digits.hasPrefix("0x") {
            magnitude = UInt64(digits.dropFirst(2), radix: 16)
        } else if digits.hasPrefix("0"), digits.count > 1 {
            magnitude = UInt64(digits.dropFirst(1), radix: 8)
        } else {
            magnitude = UInt64(digits)
        }
        guard let magnitude else { return nil }
        self = Int64(bitPattern: isNegative ? 0 &- magnitude : magnitude)
    }
}
