// A generated table: lines of text sorted by their first field, and an index of where each line starts.
//
// Input: two static strings, so that a process starts without building anything. The index holds four digits
// of base 64 ("0" is 0, "o" is 63) a line. Invariant: keys are in ascending order of their bytes; an index
// out of range gives an empty row, never a trap.

/// The bytes of a row, or of a part of it, in the program's own image.
typealias Bytes = UnsafeBufferPointer<UInt8>

struct Table {
    private let text: UnsafePointer<UInt8>
    private let textCount: Int
    private let index: UnsafePointer<UInt8>
    let count: Int

    /// The width of an index entry, in digits.
    static let entryWidth = 4

    init(text: StaticString, index: StaticString) {
        self.text = text.utf8Start
        textCount = text.utf8CodeUnitCount
        self.index = index.utf8Start
        count = index.utf8CodeUnitCount / Table.entryWidth
    }

    /// A number of four base-64 digits, or nil where the entry is blank (`....`).
    static func entry(_ position: Int, in index: UnsafePointer<UInt8>) -> Int? {
        var value = 0
        for offset in 0..<entryWidth {
            let digit = Int(index[position * entryWidth + offset]) - 0x30
            guard digit >= 0 else { return nil }
            value = value << 6 | digit
        }
        return value
    }

    /// The line at a position in the order of the keys, key and all, without its newline.
    subscript(position: Int) -> Bytes {
        guard position >= 0, position < count, let start = Table.entry(position, in: index) else {
            return Bytes(start: text, count: 0)
        }
        var end = textCount
        if position + 1 < count, let next = Table.entry(position + 1, in: index) { end = next - 1 }
        guard start <= end, end <= textCount else { return Bytes(start: text, count: 0) }
        return Bytes(start: text + start, count: end - start)
    }

    /// The line with this key.
    func row(_ key: String) -> Bytes? {
        var key = key
        return key.withUTF8 { row($0) }
    }

    func row(_ key: Bytes) -> Bytes? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            guard let start = Table.entry(middle, in: index) else { return nil }
            let order = compare(key, at: start)
            if order == 0 { return self[middle] }
            if order < 0 { high = middle } else { low = middle + 1 }
        }
        return nil
    }

    /// Negative where `key` comes before the line's key at this offset.
    private func compare(_ key: Bytes, at start: Int) -> Int {
        var offset = start
        for byte in key {
            // A key that contains a separator is no line's.
            guard offset < textCount, text[offset] != Separator.field else { return 1 }
            if byte != text[offset] { return Int(byte) - Int(text[offset]) }
            offset += 1
        }
        return offset == textCount || text[offset] == Separator.field ? 0 : -1
    }

    /// Every line's key, in order.
    var keys: [String] {
        (0..<count).map { position in
            var fields = Fields(self[position])
            return fields.nextString()
        }
    }
}

/// The bytes that separate parts of a row, from the coarsest to the finest.
enum Separator {
    static let field = UInt8(ascii: "\t")
    static let part = UInt8(ascii: " ")
    static let list = UInt8(ascii: ",")
    static let code = UInt8(ascii: ":")
}

/// Reads a row part by part.
struct Fields {
    private var rest: Bytes
    private let separator: UInt8
    private(set) var isAtEnd: Bool

    init(_ bytes: Bytes, separatedBy separator: UInt8 = Separator.field) {
        rest = bytes
        self.separator = separator
        isAtEnd = bytes.isEmpty
    }

    /// The next part; empty at the end.
    mutating func next() -> Bytes {
        guard !isAtEnd else { return Bytes(rebasing: rest[rest.endIndex...]) }
        guard let end = rest.firstIndex(of: separator) else {
            isAtEnd = true
            return rest
        }
        let part = Bytes(rebasing: rest[..<end])
        rest = Bytes(rebasing: rest[(end + 1)...])
        return part
    }

    mutating func nextString() -> String { String(decoding: next(), as: UTF8.self) }

    /// A decimal number; nil where the part is `-` or no number.
    mutating func nextNumber() -> Int64? { next().number }

    mutating func nextIndex() -> Int? { next().number.map { Int(truncatingIfNeeded: $0) } }

    mutating func nextList() -> [String] { next().list }

    /// nil for `-`.
    mutating func nextName() -> String? {
        let name = nextString()
        return name == "-" ? nil : name
    }
}

extension Bytes {
    /// Decimal digits after an optional minus.
    var number: Int64? {
        guard let first else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        let digits = isNegative ? self[1...] : self[...]
        guard !digits.isEmpty else { return nil }
        var value: Int64 = 0
        for byte in digits {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value &* 10 &- Int64(byte - 0x30)
        }
        return isNegative ? value : 0 &- value
    }

    var list: [String] {
        guard !isEmpty else { return [] }
        var names: [String] = []
        var parts = Fields(self, separatedBy: Separator.list)
        while !parts.isAtEnd { names.append(parts.nextString()) }
        return names
    }
}
