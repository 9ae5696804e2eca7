// What a client may name.
//
// Input: the rest of a request's path, as it was sent. Output: names, one below the other.
// Invariant: no name is empty, `.` or `..`, or holds a slash or a zero byte. That links don't lead out of the root is
// the backend's to see to.

/// A place below the root.
public struct ServedPath: Sendable, Hashable, CustomStringConvertible {
    /// Empty for the root itself.
    public let names: [String]

    /// Unchecked.
    init(names: [String]) { self.names = names }

    /// nil for what no client may name.
    public init?(percentEncoded text: some StringProtocol) {
        var names: [String] = []
        for part in text.split(separator: "/") {
            guard let name = Self.decoded(part), name != ".", name != "..",
                !name.utf8.contains(UInt8(ascii: "/")), !name.utf8.contains(0)
            else { return nil }
            names.append(name)
        }
        self.names = names
    }

    /// Relative to the root.
    public var description: String { names.isEmpty ? "." : names.joined(separator: "/") }

    /// The folder that the last name is in, relative to the root.
    var folder: String { names.count < 2 ? "." : names.dropLast().joined(separator: "/") }

    var fileExtension: String? {
        guard let name = names.last, let dot = name.lastIndex(of: "."), dot != name.startIndex
        else { return nil }
        return String(name[name.index(after: dot)...])
    }

    private static func decoded(_ part: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = part.utf8.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit)
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
