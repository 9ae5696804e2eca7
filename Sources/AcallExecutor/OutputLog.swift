// Values of outputs that have a key, or more bytes than is known: kept as a chain gives them, put in order at the end.
//
// Input: blocks of words, on the chain's thread. Output: entries in the order of the items. Invariant: an
// entry is trivial, and its bytes stay where they are as long as the log lives; so that neither giving an
// output nor handing a million of them on counts references.

import AcallImage
import CAcall
import Glibc
import Synchronization

final class OutputLog {
    struct Entry {
        var output: UInt32
        /// The first output of its name.
        var group: UInt32
        var hasTextKey: Bool
        /// The number of the item that gave it; and of the one that gave this key its first value.
        var order: UInt64
        var first: UInt64
        /// A text's bytes, or an integer's bits.
        var key: UInt64
        var keyCount: Int
        var value: UInt64
        var valueCount: Int
        /// How many bytes may stand where the value's do.
        var valueRoom = 0
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

    /// Entries by output and key: their numbers plus 1, each at the place of its hash or behind it; nil where they are
    /// few.
    @exclusivity(unchecked) private var places: UnsafeMutableBufferPointer<UInt32>?
    /// From so many entries on they are looked for by their hash.
    private static let fewEntries = 16

    private static let firstChunk = 512
    private static let largestChunk = 1 << 20
    /// A part of fewer is copied rather than kept.
    private static let smallPart = 32

    deinit {
        free(entries)
        for chunk in chunks { free(chunk) }
        budget.giveBack(taken)
        places?.deallocate()
    }

    /// What the outputs of the run may take together, and what of it these take.
    private let budget: OutputBudget
    @exclusivity(unchecked) private var taken = 0

    init(_ budget: OutputBudget = OutputBudget()) { self.budget = budget }

    var isEmpty: Bool { count == 0 && parts.isEmpty }

    /// `key` is nil for an output of one value, whose bytes have no place in the data.
    ///
    /// Returns false where there is no memory.
    func add(
        _ output: UInt32, of group: UInt32, _ key: OutputKey?, _ kind: OutputKind,
        _ block: UnsafePointer<UInt64>, order: UInt64
    ) -> Bool {
        let entry = Entry(
            output: output, group: group, hasTextKey: key?.hasBytes == true, order: order,
            first: order,
            key: key == nil ? 0 : block[0], keyCount: 0, value: block[2], valueCount: 0)
        let keyCount = entry.hasTextKey ? block[1] : 0
        switch kind {
        case .integer, .descriptor, .unsigned:
            return put(entry, keyCount, 0, words: key == nil ? 1 : 2)
        case .text, .hex, .bytes, .address:
            return put(entry, keyCount, block[3], words: key == nil || entry.hasTextKey ? 0 : 1)
        case .string:
            // A `char` array: what stands behind its NUL is no text.
            let text = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: block[2]))
            let count = Int(clamping: block[3])
            let end = text.flatMap { memchr($0, 0, count) }
            let length = end.map { UnsafeRawPointer($0) - (text ?? UnsafeRawPointer($0)) } ?? count
            return put(
                entry, keyCount, UInt64(length), words: key == nil || entry.hasTextKey ? 0 : 1)
        }
    }

    /// The same where the value is an integer; of an integer key the count is not looked at.
    func add(
        _ output: UInt32, of group: UInt32, _ key: OutputKey, _ name: UInt64, _ nameCount: UInt64,
        value: UInt64, order: UInt64
    ) -> Bool {
        let entry = Entry(
            output: output, group: group, hasTextKey: key.hasBytes, order: order, first: order,
            key: name,
            keyCount: 0, value: value, valueCount: 0)
        return put(entry, entry.hasTextKey ? nameCount : 0, 0, words: entry.hasTextKey ? 1 : 2)
    }

    /// One value for each key: a later one takes the place of the one before. The bytes of the key and of the value
    /// stand where the program has them.
    ///
    /// - Parameter words: how many of the two are integers.
    private func put(
        _ given: Entry, _ keyCount: UInt64, _ valueCount: UInt64, words: Int
    ) -> Bool {
        var entry = given
        let size = UInt64(ImageLimit.dataSize)
        entry.keyCount = keyCount <= size ? Int(keyCount) : 0
        let count = valueCount <= size ? Int(valueCount) : 0
        let hash = entry.hash
        if let known = find(entry, hash), let entries {
            let old = entries + known
            (entry.key, entry.first) = (old.pointee.key, old.pointee.first)
            guard take(max(0, count - old.pointee.valueCount)) else { return false }
            if count > 0 {
                // Grown by half at least, so that what is left behind is no more than what is used.
                var place = UnsafeMutableRawPointer(
                    bitPattern: UInt(truncatingIfNeeded: old.pointee.value))
                entry.valueRoom = old.pointee.valueRoom
                if count > old.pointee.valueRoom {
                    entry.valueRoom = max(count, old.pointee.valueRoom * 2)
                    place = space(entry.valueRoom)
                }
                guard let place, let from = pointer(entry.value) else { return false }
                memmove(place, from, count)
                entry.value = UInt64(UInt(bitPattern: place))
            } else if old.pointee.valueRoom > 0 {
                (entry.value, entry.valueRoom) = (old.pointee.value, old.pointee.valueRoom)
            }
            entry.valueCount = count
            // An item before the one that gave it says nothing any more.
            if entry.order >= old.pointee.order { old.pointee = entry }
            return true
        }
        guard take(budget.entrySize + 8 * words + entry.keyCount + count) else { return false }
        if entry.hasTextKey {
            guard let key = copy(entry.key, entry.keyCount) else { return false }
            entry.key = key
        }
        if count > 0 {
            guard let value = copy(entry.value, count) else { return false }
            (entry.value, entry.valueCount, entry.valueRoom) = (value, count, count)
        }
        return append(entry, hash)
    }

    private func take(_ bytes: Int) -> Bool {
        guard budget.take(bytes) else { return false }
        taken += bytes
        return true
    }

    private func append(_ entry: Entry, _ hash: UInt64) -> Bool {
        if count == capacity {
            let wanted = max(4, capacity * 2)
            // Large memory is moved by the kernel, without a copy.
            guard let larger = realloc(entries, wanted * MemoryLayout<Entry>.stride) else {
                return false
            }
            entries = larger.bindMemory(to: Entry.self, capacity: wanted)
            capacity = wanted
        }
        entries?[count] = entry
        count += 1
        index(count - 1, hash)
        return true
    }

    private func find(_ entry: Entry, _ hash: UInt64) -> Int? {
        guard let entries else { return nil }
        guard let places else { return (0..<count).first { entries[$0].isSameKey(entry) } }
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] != 0 {
            let known = Int(places[place]) - 1
            if entries[known].isSameKey(entry) { return known }
            place = (place + 1) & (places.count - 1)
        }
        return nil
    }

    private func index(_ number: Int, _ hash: UInt64) {
        guard count > Self.fewEntries, let entries else { return }
        if let places, 2 * count <= places.count {
            insert(number, hash, places)
            return
        }
        places?.deallocate()
        var room = 64
        while room < 4 * count { room *= 2 }
        let larger = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: room)
        larger.initialize(repeating: 0)
        places = larger
        for other in 0..<count { insert(other, entries[other].hash, larger) }
    }

    private func insert(_ number: Int, _ hash: UInt64, _ places: UnsafeMutableBufferPointer<UInt32>)
    {
        var place = Int(truncatingIfNeeded: hash) & (places.count - 1)
        while places[place] != 0 { place = (place + 1) & (places.count - 1) }
        places[place] = UInt32(number + 1)
    }

    /// Memory that lives as long as this does; nil where there is none.
    private func space(_ count: Int) -> UnsafeMutableRawPointer? {
        if chunkUsed + count > chunkSize || chunks.isEmpty {
            let size = max(
                count, chunks.isEmpty ? Self.firstChunk : min(chunkSize * 2, Self.largestChunk))
            guard let chunk = malloc(size) else { return nil }
            chunkSize = size
            chunks.append(chunk)
            chunkUsed = 0
        }
        guard let chunk = chunks.last else { return nil }
        defer { chunkUsed += count }
        return chunk + chunkUsed
    }

    private func copy(_ address: UInt64, _ count: Int) -> UInt64? {
        guard count > 0 else { return 0 }
        guard let from = pointer(address), let place = space(count) else { return nil }
        place.copyMemory(from: from, byteCount: count)
        return UInt64(UInt(bitPattern: place))
    }

    private func pointer(_ address: UInt64) -> UnsafeRawPointer? {
        UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: address))
    }

    /// Takes what another chain gave; `order`: at that item of this chain, in the order of the other chain's items.
    /// False: there is no memory.
    func append(_ other: OutputLog, order: UInt64? = nil) -> Bool {
        if other.isEmpty { return true }
        guard other.parts.isEmpty, other.count < Self.smallPart else {
            parts.append(Part(log: other, position: count, order: order))
            return true
        }
        for var entry in order == nil ? other.own : other.sorted() {
            if let order { (entry.order, entry.first) = (order, order) }
            guard put(entry, UInt64(entry.keyCount), UInt64(entry.valueCount), words: entry.words)
            else { return false }
        }
        return true
    }

    /// Whether there is memory for a report of these: it takes several times as much as they do.
    var fitsInReport: Bool {
        let bytes = 5 * size
        guard bytes > 1 << 20 else { return true }
        // Not `malloc`: the compiler leaves out one that is only freed.
        let probe = mmap(
            nil, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let probe, probe != MAP_FAILED else { return false }
        munmap(probe, bytes)
        return true
    }

    private var size: Int {
        chunks.count * chunkSize + count * MemoryLayout<Entry>.stride
            + parts.reduce(0) { $0 + $1.log.size }
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
            for index in start..<all.count { (all[index].order, all[index].first) = (order, order) }
        }
        all += UnsafeBufferPointer(start: entries, count: count)[next..<count]
        let isSorted = zip(all, all.dropFirst()).allSatisfy { $0.first <= $1.first }
        // The library's sort is stable.
        if !isSorted { all.sort { $0.first < $1.first } }
        return all
    }
}

/// What the outputs of one run may take, in bytes.
final class OutputBudget: Sendable {
    private let left: Atomic<Int>
    /// What an entry counts for beside its key and its value: its memory; nothing if a limit was given for the
    /// outputs themselves.
    let entrySize: Int
    /// Whether more was wanted.
    var isSpent: Bool { spent.load(ordering: .relaxed) }
    private let spent = Atomic(false)

    init(_ bytes: Int? = nil) {
        left = Atomic(bytes ?? RunLimits.usualOutput)
        entrySize = bytes == nil ? 2 * MemoryLayout<OutputLog.Entry>.stride : 0
    }

    func take(_ bytes: Int) -> Bool {
        if left.subtract(bytes, ordering: .relaxed).newValue >= 0 { return true }
        left.add(bytes, ordering: .relaxed)
        spent.store(true, ordering: .relaxed)
        return false
    }

    func giveBack(_ bytes: Int) { left.add(bytes, ordering: .relaxed) }
}

extension OutputLog.Entry {
    /// How many of its key and its value are integers, as far as it shows.
    fileprivate var words: Int { (hasTextKey ? 0 : 1) + (valueCount > 0 ? 0 : 1) }

    fileprivate var hash: UInt64 {
        // FNV-1a, and its bits mixed for what is looked at of them.
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(group)
        if hasTextKey {
            for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        } else {
            hash = (hash ^ key) &* 0x9e37_79b9_7f4a_7c15
        }
        return hash ^ hash >> 29
    }

    fileprivate func isSameKey(_ other: Self) -> Bool {
        guard group == other.group, hasTextKey == other.hasTextKey else { return false }
        if !hasTextKey { return key == other.key }
        guard keyCount == other.keyCount else { return false }
        guard keyCount > 0, let a = name.baseAddress, let b = other.name.baseAddress else {
            return true
        }
        return memcmp(a, b, keyCount) == 0
    }

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
