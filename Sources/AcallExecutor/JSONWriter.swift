// Writes JSON, value by value, in the order given.
//
// Input: calls that follow JSON's structure. Output: UTF-8. Invariant: a string is always valid
// JSON, whatever it holds; commas and line breaks are the writer's business.

struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    /// Of each open object or array: whether its members stand on lines of their own.
    private var isSpread: [Bool] = []
    private var needsComma = false
    private var isAfterKey = false

    mutating func object(spread: Bool = false, _ body: (inout JSONWriter) -> Void) {
        nest("{", "}", spread, body)
    }

    mutating func array(spread: Bool = false, _ body: (inout JSONWriter) -> Void) {
        nest("[", "]", spread, body)
    }

    mutating func key(_ name: String) {
        startValue()
        quote(name.utf8)
        bytes += ": ".utf8
        isAfterKey = true
    }

    mutating func string(_ text: String) {
        startValue()
        quote(text.utf8)
        needsComma = true
    }

    mutating func integer(_ value: some BinaryInteger) { literal(String(value)) }

    mutating func null() { literal("null") }

    mutating func stringOrNull(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    mutating func endLine() { bytes.append(0x0a) }

    private mutating func literal(_ text: String) {
        startValue()
        bytes += text.utf8
        needsComma = true
    }

    private mutating func nest(
        _ open: String, _ close: String, _ spread: Bool, _ body: (inout JSONWriter) -> Void
    ) {
        startValue()
        bytes += open.utf8
        isSpread.append(spread)
        needsComma = false
        body(&self)
        isSpread.removeLast()
        if spread && needsComma { breakLine() }
        bytes += close.utf8
        needsComma = true
    }

    private mutating func startValue() {
        if isAfterKey {
            isAfterKey = false
            return
        }
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if isSpread.last == true {
            breakLine()
        } else if needsComma {
            bytes.append(0x20)
        }
        needsComma = false
    }

    private mutating func breakLine() {
        bytes.append(0x0a)
        bytes += [UInt8](repeating: 0x20, count: 2 * isSpread.count)
    }

    private mutating func quote(_ text: some Sequence<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x0a: bytes += "\\n".utf8
            case 0x0d: bytes += "\\r".utf8
            case 0x09: bytes += "\\t".utf8
            case 0..<0x20, 0x7f: bytes += ("\\u00" + Self.hex(CollectionOfOne(byte))).utf8
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    static func hex(_ bytes: some Collection<UInt8>) -> String {
        let digits = [UInt8]("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let digits = [UInt8](
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            var bits = 0
            for byte in part { bits = bits << 8 | Int(byte) }
            bits <<= 8 * (3 - part.count)
            for position in 0..<4 {
                let digit = digits[bits >> (18 - 6 * position) & 63]
                text.append(position <= part.count ? digit : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
