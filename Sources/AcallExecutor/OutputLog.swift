// Values of outputs that have a key, or more bytes than is known: kept as a chain gives them, put in order at the end.
//
// Input: blocks of words, on the chain's thread. Output: entries in the order of the items. Invariant: an
// entry is trivial, and its bytes stay where they are as long as the log lives; so that neither giving an
// output nor handing a million of them on counts references.

import AcallImage
import CAcall
import Glibc

final class OutputLog {
    struct Entry {
        var output: UInt32
        var hasTextKey: Bool
        /// The number of the item that gave it.
        var order: UInt64
        /// A text's bytes, or an integer's bits.
        var key: UInt64
        var keyCount: Int
        var value: UInt64
        var valueCount: Int
    }

    /// Of another chain, in its place: behind so many of this one's own.
    private struct Part {
        let log: OutputLog
        let position: Int
        /// The item of this chain that they all belong to; nil: each keeps its own.
        let order: UInt64?
    }

    // One chain's at a time: that nobody else uses what one of its functions does need not be checked for each output.
    @exclusivity(unchecked) private var entries: UnsafeMutablePointer<Entry>?
    @exclusivity(unchecked) private var count = 0
    @exclusivity(unchecked) private var capacity = 0
    private var parts: [Part] = []
    @exclusivity(unchecked) private var chunks: [UnsafeMutableRawPointer] = []
    @exclusivity(unchecked) private var chunkSize = 0
    @exclusivity(unchecked) private var chunkUsed = 0

    private static let firstChunk = 4096
    private static let largestChunk = 1 << 20
    /// A part of fewer is copied rather than kept.
    private static let smallPart = 32

    deinit {
        free(entries)
        for chunk in chunks { chunk.deallocate() }
    }

    var isEmpty: Bool { count == 0 && parts.isEmpty }

    /// `key` is nil for an output of one value, whose bytes have no place in the data.
    func add(
        _ output: UInt32, _ key: OutputKey?, _ kind: OutputKind, _ block: UnsafePointer<UInt64>,
        order: UInt64
    ) {
        var entry = Entry(
            output: output, hasTextKey: key?.hasBytes == true, order: order, key: block[0],
            keyCount: 0,
            value: block[2], valueCount: 0)
        if entry.hasTextKey { (entry.key, entry.keyCount) = copy(block[0], block[1]) }
        switch kind {
        case .integer, .descriptor, .unsigned: break
        case .text, .hex, .bytes, .address:
            (entry.value, entry.valueCount) = copy(block[2], block[3])
        case .string:
            (entry.value, entry.valueCount) = copy(block[2], block[3])
            // A `char` array: what stands behind its NUL is no text.
            entry.valueCount = entry.text.firstIndex(of: 0) ?? entry.valueCount
        }
        add(entry)
    }

    /// The same where the value is an integer; of an integer key the count is not looked at.
    func add(
        _ output: UInt32, _ key: OutputKey, _ name: UInt64, _ nameCount: UInt64, value: UInt64,
        order: UInt64
    ) {
        var entry = Entry(
            output: output, hasTextKey: key.hasBytes, order: order, key: name, keyCount: 0,
            value: value, valueCount: 0)
        if entry.hasTextKey { (entry.key, entry.keyCount) = copy(name, nameCount) }
        add(entry)
    }

    private func add(_ entry: Entry) {
        if count == capacity {
            capacity = max(16, capacity * 2)
            // Large memory is moved by the kernel, without a copy.
            guard let larger = realloc(entries, capacity * MemoryLayout<Entry>.stride) else {
                fatalError("no memory for outputs")
            }
            entries = larger.bindMemory(to: Entry.self, capacity: capacity)
        }
        entries?[count] = entry
        count += 1
    }

    private func copy(_ address: UInt64, _ count: UInt64) -> (UInt64, Int) {
        guard count > 0, count <= UInt64(ImageLimit.dataSize),
            let start = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: address))
        else { return (0, 0) }
        let count = Int(count)
        if chunkUsed + count > chunkSize {
            chunkSize = max(
                count, chunks.isEmpty ? Self.firstChunk : min(chunkSize * 2, Self.largestChunk))
            chunks.append(.allocate(byteCount: chunkSize, alignment: 16))
            chunkUsed = 0
        }
        guard let chunk = chunks.last else { return (0, 0) }
        let place = chunk + chunkUsed
        place.copyMemory(from: start, byteCount: count)
        chunkUsed += count
        return (UInt64(UInt(bitPattern: place)), count)
    }

    /// Takes what another chain gave; `order`: at that item of this chain, in the order of the other chain's items.
    func append(_ other: OutputLog, order: UInt64? = nil) {
        if other.isEmpty { return }
        guard other.parts.isEmpty, other.count < Self.smallPart else {
            parts.append(Part(log: other, position: count, order: order))
            return
        }
        for var entry in order == nil ? other.own : other.sorted() {
            if entry.hasTextKey {
                (entry.key, entry.keyCount) = copy(entry.key, UInt64(entry.keyCount))
            }
            if entry.valueCount > 0 {
                (entry.value, entry.valueCount) = copy(entry.value, UInt64(entry.valueCount))
            }
            if let order { entry.order = order }
            add(entry)
        }
    }

    private var own: [Entry] { Array(UnsafeBufferPointer(start: entries, count: count)) }

    /// In the order of the items; of one item, as it gave them. Valid as long as the log lives.
    func sorted() -> [Entry] {
        var all: [Entry] = []
        var next = 0
        for part in parts {
            all += UnsafeBufferPointer(start: entries, count: count)[next..<part.position]
            next = part.position
            guard let order = part.order else {
                all += part.log.parts.isEmpty ? part.log.own : part.log.sorted()
                continue
            }
            let start = all.count
            all += part.log.sorted()
            for index in start..<all.count { all[index].order = order }
        }
        all += UnsafeBufferPointer(start: entries, count: count)[next..<count]
        let isSorted = zip(all, all.dropFirst()).allSatisfy { $0.order <= $1.order }
        // The library's sort is stable.
        if !isSorted { all.sort { $0.order < $1.order } }
        return all
    }
}

extension OutputLog.Entry {
    /// The key's bytes.
    var name: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: Self.pointer(key), count: hasTextKey ? keyCount : 0)
    }

    /// The value's, where it has any.
    var text: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: valueCount > 0 ? Self.pointer(value) : nil, count: valueCount)
    }

    private static func pointer(_ bits: UInt64) -> UnsafeRawPointer? {
        UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: bits))
    }
}
