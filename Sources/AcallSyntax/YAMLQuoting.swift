// Scalars as YAML: plain where YAML reads them back as they are, in quotes elsewhere.
//
// Input: a scalar's value. Output: its YAML, on one line. Invariant: libyaml reads the same value from it, where
// it stands.

enum YAMLQuoting {
    /// `inFlow`: within `[...]` or `{...}`.
    static func scalar(_ value: [UInt8], inFlow: Bool) -> [UInt8] {
        if needsEscapes(value) { return escaped(value) }
        if isPlain(value, inFlow: inFlow) { return value }
        let quote = UInt8(ascii: "\"")
        // Quotes and backslashes stand for themselves between single quotes.
        if !value.contains(quote), !value.contains(UInt8(ascii: "\\")) {
            return [quote] + value + [quote]
        }
        let single = UInt8(ascii: "'")
        return [single] + value.flatMap { $0 == single ? [single, single] : [$0] } + [single]
    }

    private static func isPlain(_ value: [UInt8], inFlow: Bool) -> Bool {
        guard let first = value.first, let last = value.last, first != 0x20, last != 0x20 else {
            return false
        }
        if ",[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
        let space = UInt8(ascii: " ")
        if "-?:".utf8.contains(first),
            value.count == 1 || value[1] == space || inFlow && first != UInt8(ascii: "-")
        {
            return false
        }
        // A document's start or end, a merge key.
        if value.starts(with: "---".utf8) || value.starts(with: "...".utf8)
            || value == Array("<<".utf8)
        {
            return false
        }
        for (index, byte) in value.enumerated() {
            switch byte {
            case UInt8(ascii: ":"):
                guard index + 1 < value.count, value[index + 1] != space, !inFlow else {
                    return false
                }
            case UInt8(ascii: "#"): if value[index - 1] == space { return false }
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
                UInt8(ascii: "}"), UInt8(ascii: "?"):
                if inFlow { return false }
            default: break
            }
        }
        return true
    }

    // MARK: Escapes

    /// Line ends, and what YAML allows in no scalar.
    private static func needsEscapes(_ value: [UInt8]) -> Bool {
        var isASCII = true
        for byte in value {
            if byte < 0x20 || byte == 0x7f { return true }
            if byte >= 0x80 { isASCII = false }
        }
        return isASCII
            ? false
            : String(decoding: value, as: UTF8.self).unicodeScalars.contains { isSpecial($0.value) }
    }

    static func isSpecial(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff: true
        default: scalar > 0xffff && scalar & 0xfffe == 0xfffe
        }
    }

    private static func escaped(_ value: [UInt8]) -> [UInt8] {
        var text = "\""
        for scalar in String(decoding: value, as: UTF8.self).unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case "\0": text += "\\0"
            case "\u{1b}": text += "\\e"
            default:
                if isSpecial(scalar.value) {
                    text += escape(scalar.value)
                } else {
                    text.unicodeScalars.append(scalar)
                }
            }
        }
        return Array((text + "\"").utf8)
    }

    private static func escape(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16)
        let (letter, width) = scalar < 0x100 ? ("x", 2) : scalar < 0x10000 ? ("u", 4) : ("U", 8)
        return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
    }

    /// A comment's text, with escapes for what YAML allows nowhere or takes for a line's end.
    static func comment(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 >= 0x7f }) else { return text }
        var result: [UInt8] = []
        var decoder = UTF8.ForwardParser()
        var iterator = text.makeIterator()
        var position = 0
        while true {
            let count: Int
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let scalar = UTF8.decode(encoded).value
                count = encoded.count
                if scalar != 0x09, isSpecial(scalar) {
                    result += escape(scalar).utf8
                } else {
                    result += encoded
                }
            case .error(let length):
                count = length
                for byte in text[position..<(position + length)] {
                    result += escape(UInt32(byte)).utf8
                }
            case .emptyInput: return result
            }
            position += count
        }
    }
}
