// Values of outputs that have a key: kept as a chain gives them, put in order at the end.

import AcallImage
import CAcall

struct OutputLog {
    enum Key {
        case integer(Int64)
        case text([UInt8])
    }

    struct Entry {
        var output: UInt32
        /// The number of the item that gave it.
        var order: UInt64
        var key: Key
        var value: Report.Value
    }

    private(set) var entries: [Entry] = []

    mutating func add(
        _ output: UInt32, _ key: OutputKey, _ kind: OutputKind, _ block: UnsafePointer<UInt64>,
        order: UInt64
    ) {
        let name: Key =
            switch key {
            case .integer: .integer(Int64(bitPattern: block[0]))
            case .text: .text(Self.bytes(block[0], block[1]))
            }
        let value: Report.Value =
            switch kind {
            case .integer, .descriptor: .integer(Int64(bitPattern: block[2]))
            case .unsigned: .unsigned(block[2])
            case .text: .text(Self.bytes(block[2], block[3]))
            case .string: .text(Array(Self.bytes(block[2], block[3]).prefix { $0 != 0 }))
            case .hex: .hex(Self.bytes(block[2], block[3]))
            case .bytes: .bytes(Self.bytes(block[2], block[3]))
            }
        entries.append(Entry(output: output, order: order, key: name, value: value))
    }

    private static func bytes(_ address: UInt64, _ count: UInt64) -> [UInt8] {
        guard count > 0, count <= UInt64(ImageLimit.dataSize),
            let start = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: address))
        else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    mutating func append(_ other: OutputLog) { entries += other.entries }

    /// What chains gave that another one has started, in their order, where that one is now: at an item of its own.
    mutating func append(_ other: OutputLog, order: UInt64) {
        guard !other.entries.isEmpty else { return }
        var other = other
        other.sort()
        for index in other.entries.indices { other.entries[index].order = order }
        append(other)
    }

    /// In the order of the items; of one item, as it gave them.
    mutating func sort() {
        let isSorted = zip(entries, entries.dropFirst()).allSatisfy { $0.order <= $1.order }
        if isSorted { return }
        // The library's sort is stable.
        entries.sort { $0.order < $1.order }
    }
}
