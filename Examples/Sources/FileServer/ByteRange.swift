// The header `Range`, where it names one range of bytes; whatever else it says is as if it said nothing (RFC 9110, 14.2).

enum ByteRange: Equatable {
    case from(Int, through: Int?)
    case last(Int)

    init?(_ header: String) {
        guard header.hasPrefix("bytes="), !header.contains(",") else { return nil }
        let parts = header.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        switch (Self.number(parts[0]), Self.number(parts[1])) {
        case (let first?, let last?) where first <= last: self = .from(first, through: last)
        case (let first?, nil) where parts[1].isEmpty: self = .from(first, through: nil)
        case (nil, let count?) where parts[0].isEmpty: self = .last(count)
        default: return nil
        }
    }

    /// Of so many bytes; nil where none of them is in it.
    func resolved(in size: Int) -> Range<Int>? {
        switch self {
        case .from(let first, let last):
            first < size ? first..<min(last ?? size - 1, size - 1) + 1 : nil
        case .last(let count):
            count > 0 && size > 0 ? max(0, size - count)..<size : nil
        }
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            ? Int(text) : nil
    }
}
