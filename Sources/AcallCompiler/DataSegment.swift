// The data segment while it grows: a part for each region, with initialised bytes and the zeroes behind them.
//
// A place in it is a `DataRef`, which says the region and the part. `laid` puts the parts one behind the other, and
// tells where each place has come to.

import AcallImage

/// A place in the data segment while it grows: in the initialised part, or in the zeroes behind it,
/// whose start is known only at the end.
struct DataRef: Hashable {
    var raw: UInt64
    static let zeroMark: UInt64 = 1 << 40
    private static let regionShift: UInt64 = 48

    static func regionBits(_ region: Int) -> UInt64 { UInt64(region) << regionShift }

    var region: Int { Int(raw >> Self.regionShift) }
    var isZero: Bool { raw & Self.zeroMark != 0 }
    /// In its part of its region.
    var offset: Int { Int(raw & (Self.zeroMark - 1)) }

    func advanced(by bytes: Int) -> DataRef {
        DataRef(raw: raw &+ UInt64(bitPattern: Int64(bytes)))
    }
}

struct DataSegment {
    private struct Part {
        var data: [UInt8] = []
        var relocations: [DataOffset] = []
        var zeroSize: UInt64 = 0
    }

    /// The parts put one behind the other.
    struct Layout {
        fileprivate(set) var bytes: [UInt8] = []
        fileprivate(set) var relocations: [DataOffset] = []
        fileprivate(set) var size: UInt64 = 0
        fileprivate(set) var regions: [ChainRegion] = []
        /// Where each region's two parts begin.
        fileprivate var data: [UInt64] = []
        fileprivate var zeroes: [UInt64] = []

        func resolved(_ ref: DataRef) -> UInt64 {
            (ref.isZero ? zeroes : data)[ref.region] + UInt64(ref.offset)
        }
    }

    /// Storage up to this size stands in the initialised part even where it is all zeroes: it is
    /// cheaper to copy than to place separately.
    private static let smallStorage = 256

    private var parts: [Part]
    /// The part of the region at hand, which is not among `parts` meanwhile.
    private var part = Part()
    private(set) var region = 0

    init(regions: Int) { parts = Array(repeating: Part(), count: regions) }

    // MARK: Regions

    /// What is made from here on is made in another region.
    mutating func enter(_ other: Int) {
        if other == region { return }
        swap(&parts[region], &part)
        region = other
        swap(&parts[region], &part)
    }

    // MARK: Making

    mutating func align(to alignment: Int) {
        while part.data.count % alignment != 0 { part.data.append(0) }
    }

    /// The end of the initialised part of the region at hand.
    var end: DataRef { here(part.data.count) }

    private func here(_ offset: Int) -> DataRef {
        DataRef(raw: DataRef.regionBits(region) | UInt64(offset))
    }

    /// A new slot with a first value.
    mutating func slot(_ value: Int64) -> DataRef {
        align(to: 8)
        let ref = end
        withUnsafeBytes(of: value.littleEndian) { part.data.append(contentsOf: $0) }
        return ref
    }

    /// An observed completion. A step that is not reached has the result that its record's completion
    /// would have: -ECANCELED.
    mutating func newCompletion() -> DataRef {
        align(to: 8)
        let ref = end
        part.data.append(contentsOf: Self.completion)
        return ref
    }

    /// Six words, the first of them the result.
    private static let completion: [UInt8] = {
        var bytes = [UInt8](repeating: 0, count: 48)
        for index in 0..<8 {
            bytes[index] = UInt8(truncatingIfNeeded: UInt64(bitPattern: -125) >> (index * 8))
        }
        return bytes
    }()

    mutating func append(_ bytes: [UInt8], zeroes: Int = 0) {
        part.data.append(contentsOf: bytes)
        part.data.append(contentsOf: repeatElement(0, count: zeroes))
    }

    /// Zeroed space.
    mutating func reserve(_ size: Int, alignment: Int) -> DataRef {
        if size <= Self.smallStorage {
            align(to: alignment)
            let ref = end
            part.data.append(contentsOf: repeatElement(0, count: size))
            return ref
        }
        // Pages, where it is that large: `O_DIRECT` and `mmap` want them.
        let alignment = UInt64(size >= 4096 ? 4096 : alignment)
        part.zeroSize = (part.zeroSize + alignment - 1) / alignment * alignment
        let offset = part.zeroSize
        part.zeroSize += UInt64(size)
        return DataRef(raw: DataRef.regionBits(region) | DataRef.zeroMark + offset)
    }

    // MARK: Changing

    /// Writes a word to the initialised part of the region at hand.
    mutating func write(_ value: UInt64, at offset: Int) {
        part.data.write(value, at: offset)
    }

    /// The word at a slot of the region at hand becomes an address.
    mutating func relocate(at slot: DataRef, to target: DataRef) {
        write(target.raw, at: slot.offset)
        part.relocations.append(UInt32(slot.offset))
    }

    // MARK: Finishing

    /// The initialised parts of all regions one after the other, then their zeroes.
    /// - Parameter parents: by region but the first: the region of the chain that starts its chains.
    mutating func laid(parents: [Int]) -> Layout {
        swap(&parts[region], &part)
        defer { swap(&parts[region], &part) }
        var layout = Layout()
        func align(to alignment: Int) {
            while layout.bytes.count % alignment != 0 { layout.bytes.append(0) }
        }
        for part in parts {
            align(to: 16)
            let start = UInt32(layout.bytes.count)
            layout.data.append(UInt64(start))
            layout.bytes += part.data
            layout.relocations += part.relocations.sorted().map { $0 + start }
        }
        align(to: parts.contains { $0.zeroSize >= 4096 } ? 4096 : 16)
        var end = UInt64(layout.bytes.count)
        for part in parts {
            let alignment: UInt64 = part.zeroSize >= 4096 ? 4096 : 16
            end = (end + alignment - 1) / alignment * alignment
            layout.zeroes.append(end)
            end += part.zeroSize
        }
        layout.size = end
        for (index, parent) in parents.enumerated() {
            let part = parts[index + 1]
            layout.regions.append(
                ChainRegion(
                    parent: UInt32(parent), data: UInt32(layout.data[index + 1]),
                    dataCount: UInt32(part.data.count),
                    zeroes: UInt32(layout.zeroes[index + 1]),
                    zeroCount: UInt32(part.zeroSize)))
        }
        for offset in layout.relocations {
            let place = DataRef(raw: layout.bytes.word(at: Int(offset)))
            layout.bytes.write(layout.resolved(place), at: Int(offset))
        }
        return layout
    }
}

extension [UInt8] {
    fileprivate func word(at offset: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(self[offset + $1]) << UInt64($1 * 8) }
    }

    fileprivate mutating func write(_ value: UInt64, at offset: Int) {
        for index in 0..<8 {
            self[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
        }
    }
}
