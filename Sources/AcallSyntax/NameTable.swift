// Names and their ids: an open hash table on the names' bytes, so that a name that was seen before costs no
// allocation.

package struct NameTable: Sendable {
    private var texts: [String] = []
    /// Where each name's bytes start; one entry more than there are names.
    private var starts: [UInt32] = [0]
    private var bytes: [UInt8] = []
    /// An id + 1, or 0; its size is a power of two, at most half of it in use.
    private var slots = [UInt32](repeating: 0, count: 64)

    package init() {}

    package var count: Int { texts.count }

    package subscript(name: Name) -> String { texts[Int(name.id)] }

    package mutating func intern(_ text: String) -> Name {
        let utf8 = Array(text.utf8)
        return intern(utf8[...])
    }

    package mutating func intern(_ text: ArraySlice<UInt8>) -> Name {
        let slot = slot(of: text)
        if slots[slot] != 0 { return Name(id: slots[slot] - 1) }
        let id = UInt32(texts.count)
        texts.append(String(decoding: text, as: UTF8.self))
        bytes.append(contentsOf: text)
        starts.append(UInt32(bytes.count))
        slots[slot] = id + 1
        if texts.count * 2 > slots.count { grow() }
        return Name(id: id)
    }

    /// The id of a name that occurs in the source.
    package func find(_ text: String) -> Name? {
        let utf8 = Array(text.utf8)
        let slot = slot(of: utf8[...])
        return slots[slot] == 0 ? nil : Name(id: slots[slot] - 1)
    }

    /// The slot that holds the name, or the free one where it belongs.
    private func slot(of text: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        // The low bits of a product depend on few of its factors' bits.
        hash ^= hash >> 32
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0, !isName(Int(slots[slot] - 1), text) { slot = (slot + 1) & mask }
        return slot
    }

    private func isName(_ id: Int, _ text: ArraySlice<UInt8>) -> Bool {
        let start = Int(starts[id])
        guard Int(starts[id + 1]) - start == text.count else { return false }
        var index = start
        for byte in text {
            if bytes[index] != byte { return false }
            index += 1
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for id in texts.indices {
            let slot = slot(of: bytes[Int(starts[id])..<Int(starts[id + 1])])
            slots[slot] = UInt32(id) + 1
        }
    }
}
