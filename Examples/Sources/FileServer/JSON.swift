// Names and sizes as JSON, straight into the response.

import NIOCore

extension ByteBuffer {
    /// An object with a member for each.
    mutating func writeJSON(_ sizes: [String: Int]) {
        reserveCapacity(minimumWritableBytes: 32 * sizes.count + 2)
        var separator: StaticString = "{"
        for (name, size) in sizes {
            writeStaticString(separator)
            writeJSON(name)
            writeStaticString(":")
            writeString(String(size))
            separator = ","
        }
        writeStaticString(sizes.isEmpty ? "{}\n" : "}\n")
    }

    private mutating func writeJSON(_ text: String) {
        writeStaticString("\"")
        let isPlain = text.utf8.allSatisfy {
            $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { writeString(text) } else { writeEscaped(text) }
        writeStaticString("\"")
    }

    private mutating func writeEscaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): writeBytes([UInt8(ascii: "\\"), byte])
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                writeString("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: writeInteger(byte)
            }
        }
    }
}
