// What memory a run may look at when it shows a call's arguments: its data segment and its inputs'
// bytes. Anything else that a program passes as an address is shown as a number and never read.

package struct MemoryMap: Sendable {
    /// Address ranges, half open.
    package private(set) var ranges: [Range<UInt>] = []

    package init() {}

    package mutating func add(start: UInt, count: Int) {
        if count > 0 { ranges.append(start..<start + UInt(count)) }
    }

    /// How many bytes from `address` on are readable: 0 where none are.
    package func readableCount(at address: UInt) -> Int {
        for range in ranges where range.contains(address) { return Int(range.upperBound - address) }
        return 0
    }
}
