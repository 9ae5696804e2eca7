// What was meant as a string, in a spelling whose own quotes are no part of the value.
//
// Input: a scalar, or a place inside one. Output: help that says what to write, verbatim. A value with an
// operator, a bracket or a space around a sign in it is an expression, and gets none.

enum YAMLText {
    /// Longer texts, and such with quotes in them, are not repeated.
    private static let longest = 40

    static let general = "write a string with quotes inside YAML's: '\"text\"', or as {text: ...}"

    static func help(_ value: some Collection<UInt8>, isQuoted: Bool) -> String {
        let reason = isQuoted ? "YAML took the quotes" : "a string needs quotes inside YAML's"
        let quote = UInt8(ascii: "\"")
        let isShort = !value.isEmpty && value.count <= longest
        // What has escapes in both spellings is not spelt out.
        guard isShort, value.allSatisfy({ $0 >= 0x20 && $0 != quote && $0 != 0x5c || $0 == 0x0a })
        else { return isQuoted ? "\(reason): write '\"text\"' or {text: ...}" : general }
        let escaped = value.flatMap { $0 == 0x0a ? Array("\\n".utf8) : [$0] }
        let inner = YAMLQuoting.scalar([quote] + escaped + [quote], inFlow: true)
        let outer = YAMLQuoting.scalar(Array(value), inFlow: true)
        return "\(reason): write \(String(decoding: inner, as: UTF8.self)) "
            + "or {text: \(String(decoding: outer, as: UTF8.self))}"
    }

    /// Whether a value that is no expression was meant as a text: a path, an address, words.
    static func isMeant(_ value: some Collection<UInt8>) -> Bool {
        guard let first = value.first, !value.contains(where: "()[]{}<>=&|*;\"\\^`#".utf8.contains)
        else { return false }
        if first.isNameStart || "/.~".utf8.contains(first) { return true }
        // 127.0.0.1, ::1, 10:30; and no 1.5, no 10 ms.
        return value.count { $0 == UInt8(ascii: ".") } > 1
            || value.count { $0 == UInt8(ascii: ":") } > 1
    }

    static func isPart(_ byte: UInt8) -> Bool { byte.isNameByte || "./-~@".utf8.contains(byte) }

    /// Keys whose value is no string.
    static let otherKeys = [
        "if", "that", "cond", "while", "set", "break", "continue", "stop", "assert", "timeout",
        "times", "after", "limit", "in", "expect", "allow", "on", "return", "as", "output",
    ]
}

extension SourceText {
    /// Of a YAML program, where a name is not known: what to write if the scalar that it stands in was meant as
    /// a string; nil where it can't have been.
    package func stringHelp(around span: Span) -> String? {
        guard Int(span.end) <= bytes.count, file(at: Int(span.start)).start == 0 else { return nil }
        var low = Int(span.start)
        var high = Int(span.end)
        while low > 0, YAMLText.isPart(bytes[low - 1]) { low -= 1 }
        while high < bytes.count, YAMLText.isPart(bytes[high]) { high += 1 }
        let text = bytes[low..<high]
        guard let first = text.first, first != UInt8(ascii: "-"), low > 0 else { return nil }
        if let help = escapedHelp(low, high) { return help }
        let before = bytes[low - 1]
        if before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") {
            guard high < bytes.count, bytes[high] == before, isValue(endingBefore: low - 1) else {
                return nil
            }
            return YAMLText.help(text, isQuoted: true)
        }
        guard endsScalar(at: high), isValue(endingBefore: low) else { return nil }
        return YAMLText.help(text, isQuoted: false)
    }

    /// `"hello\n"`: a word that YAML's quotes stand around, with escapes and signs behind it.
    private func escapedHelp(_ low: Int, _ high: Int) -> String? {
        guard bytes[low - 1] == UInt8(ascii: "\""), isValue(endingBefore: low - 1) else {
            return nil
        }
        var end = high
        var hasEscape = false
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] == 0x5c else {
                guard bytes[end].isNameByte || " .,!?:'".utf8.contains(bytes[end]) else {
                    return nil
                }
                end += 1
                continue
            }
            guard end + 1 < bytes.count, "ntr0".utf8.contains(bytes[end + 1]) else { return nil }
            hasEscape = true
            end += 2
        }
        guard hasEscape, end < bytes.count, end - low <= 60 else { return nil }
        let raw = String(decoding: bytes[low..<end], as: UTF8.self)
        return "YAML took the quotes: write '\"\(raw.replacing("'", with: "''"))\"' "
            + "or {text: \"\(raw)\"}"
    }

    /// Nothing of the same scalar follows.
    private func endsScalar(at offset: Int) -> Bool {
        var offset = offset
        while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
        return offset == bytes.count || ",]}#\n\r".utf8.contains(bytes[offset])
    }

    /// A scalar starts here, in a place where a string can stand.
    private func isValue(endingBefore offset: Int) -> Bool {
        var end = offset
        while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
        guard end > 0 else { return false }
        switch bytes[end - 1] {
        case UInt8(ascii: ","), UInt8(ascii: "{"): return true
        // An element's index is no item of a sequence.
        case UInt8(ascii: "["): return end < 2 || !bytes[end - 2].isNameByte
        case UInt8(ascii: "-"): return end == 1 || bytes[end - 2] == 0x20 || bytes[end - 2] == 0x0a
        case UInt8(ascii: ":"):
            let key = bytes[..<(end - 1)].reversed().prefix { $0.isNameByte }.reversed()
            return !YAMLText.otherKeys.contains(String(decoding: key, as: UTF8.self))
        default: return false
        }
    }
}
