// Arguments are bytes; the option parser takes strings. This carries any bytes through a string and back.
//
// A byte that is no UTF-8 becomes the scalar U+10FF00 + byte, and so do the four bytes of a scalar that is
// such a carrier itself: decoding an encoded argument gives its bytes exactly.

enum ArgumentBytes {
    private static let carriers: ClosedRange<UInt32> = 0x10FF00...0x10FFFF

    static func encode(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        var decoder = UTF8()
        var rest = bytes[...]
        while !rest.isEmpty {
            var iterator = rest.makeIterator()
            let width: Int
            if case .scalarValue(let scalar) = decoder.decode(&iterator),
                !carriers.contains(scalar.value)
            {
                width = UTF8.width(scalar)
                text.append(scalar)
            } else {
                width = 1
                text.append(Unicode.Scalar(carriers.lowerBound + UInt32(rest[rest.startIndex]))!)
            }
            decoder = UTF8()
            rest = rest.dropFirst(width)
        }
        return String(text)
    }

    static func decode(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if carriers.contains(scalar.value) {
                bytes.append(UInt8(scalar.value - carriers.lowerBound))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
        return bytes
    }
}
