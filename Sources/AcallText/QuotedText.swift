// Bytes as a quoted string with C's escapes, exactly as strace writes them.

package enum QuotedText {
    /// `"text\n\0"`, followed by `...` where more stood behind it.
    package static func quoted(_ bytes: some Collection<UInt8>, isCut: Bool = false) -> String {
        var text: [UInt8] = [UInt8(ascii: "\"")]
        text.reserveCapacity(bytes.count + 5)
        var index = bytes.startIndex
        while index != bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            escape(byte, next: index == bytes.endIndex ? nil : bytes[index], into: &text)
        }
        text.append(UInt8(ascii: "\""))
        if isCut { text += [UInt8](repeating: UInt8(ascii: "."), count: 3) }
        return String(decoding: text, as: UTF8.self)
    }

    /// For a person: valid UTF-8 stays as it is but for control characters; `limit` counts
    /// characters.
    package static func readable(_ bytes: [UInt8], limit: Int) -> String {
        guard let whole = String(validating: bytes, as: UTF8.self) else {
            return quoted(bytes.prefix(limit), isCut: bytes.count > limit)
        }
        var text = "\""
        for scalar in whole.unicodeScalars.prefix(limit) {
            guard scalar.isASCII || Terminal.isControl(scalar) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            var escaped: [UInt8] = []
            // As if a digit followed: always three digits, which nothing behind them changes.
            for byte in String(scalar).utf8 { escape(byte, next: 0x30, into: &escaped) }
            text += String(decoding: escaped, as: UTF8.self)
        }
        return text + (whole.unicodeScalars.count > limit ? "\"..." : "\"")
    }

    private static func escape(_ byte: UInt8, next: UInt8?, into text: inout [UInt8]) {
        let backslash = UInt8(ascii: "\\")
        switch byte {
        case UInt8(ascii: "\""), backslash: text += [backslash, byte]
        case 0x0a: text += [backslash, UInt8(ascii: "n")]
        case 0x09: text += [backslash, UInt8(ascii: "t")]
        case 0x0d: text += [backslash, UInt8(ascii: "r")]
        case 0x0b: text += [backslash, UInt8(ascii: "v")]
        case 0x0c: text += [backslash, UInt8(ascii: "f")]
        case 0x20...0x7e: text.append(byte)
        default:
            // The shortest octal that is right, three digits where an octal digit follows.
            let isDigitNext = next.map { (0x30...0x37).contains($0) } ?? false
            text.append(backslash)
            if isDigitNext || byte >= 0o100 { text.append(0x30 + byte / 64) }
            if isDigitNext || byte >= 0o10 { text.append(0x30 + byte / 8 % 8) }
            text.append(0x30 + byte % 8)
        }
    }
}
