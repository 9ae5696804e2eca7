// Writes JSON, value by value, in the order given.
//
// Input: calls that follow JSON's structure. Output: UTF-8. Invariant: a string is always valid
// JSON, whatever it holds; commas and line breaks are the writer's business.

package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// No spaces between values: for a line that a tool reads.
    private let isCompact: Bool
    /// Of each open object or array: whether its members stand on lines of their own.
    private var isSpread: [Bool] = []
    private var needsComma = false
    private var isAfterKey = false

    package init(isCompact: Bool = false) { self.isCompact = isCompact }

    package mutating func object(spread: Bool = false, _ body: (inout JSONWriter) -> Void) {
        nest("{", "}", spread, body)
    }

    package mutating func array(spread: Bool = false, _ body: (inout JSONWriter) -> Void) {
        nest("[", "]", spread, body)
    }

    package mutating func key(_ name: String) {
        startValue()
        quote(name)
        bytes += (isCompact ? ":" : ": ").utf8
        isAfterKey = true
    }

    package mutating func string(_ text: String) {
        startValue()
        quote(text)
        needsComma = true
    }

    package mutating func integer(_ value: some BinaryInteger) { literal(String(value)) }

    package mutating func null() { literal("null") }

    package mutating func stringOrNull(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    package mutating func endLine() { bytes.append(0x0a) }

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
        } else if needsComma, !isCompact {
            bytes.append(0x20)
        }
        needsComma = false
    }

    private mutating func breakLine() {
        bytes.append(0x0a)
        bytes += [UInt8](repeating: 0x20, count: 2 * isSpread.count)
    }

    /// Controls, line separators and marks of direction are escaped: a terminal may show the JSON.
    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case _ where scalar.isASCII && !Terminal.isControl(scalar):
                bytes.append(UInt8(scalar.value))
            case _ where Terminal.isControl(scalar):
                let value = UInt16(truncatingIfNeeded: scalar.value)
                let halves = [UInt8(value >> 8), UInt8(truncatingIfNeeded: value)]
                bytes += ("\\u" + Self.hex(halves)).utf8
            default: bytes += UTF8.encode(scalar).map(Array.init) ?? []
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// A number that is written already.
    package mutating func number(_ text: String) { literal(text) }

    package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

    package static func hex(_ bytes: some Collection<UInt8>) -> String {
        let digits = [UInt8]("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    package static func base64(_ bytes: [UInt8]) -> String {
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
