// Copies what a plan names out of the program's memory into an event, piece by piece: before the call what the call
// will change, and after it everything.
//
// A piece is a head of 16 bytes (the address it was read from, the number of bytes) and the bytes,
// padded to 8. Input: the resolved arguments of a call that has completed. Output: the pieces
// behind the event's head. Invariant: only memory that the map calls readable is read, all other by the kernel; only
// the room given is written.

import CAcall

/// A sorted copy of a `MemoryMap` that can be searched without arrays.
struct ReadableRanges {
    private let ranges: UnsafeMutablePointer<MemoryMap.Piece>
    private let count: Int

    init(_ map: MemoryMap) {
        let sorted = map.pieces.sorted { $0.start < $1.start }
        count = sorted.count
        ranges = .allocate(capacity: max(1, count))
        ranges.initialize(from: sorted, count: count)
    }

    func deallocate() { ranges.deallocate() }

    /// How many bytes are readable from `address` on.
    @inline(__always)
    func readableCount(at address: UInt) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low &+ high) &>> 1
            if ranges[middle].end <= address { low = middle &+ 1 } else { high = middle }
        }
        guard low < count, ranges[low].start <= address else { return 0 }
        return Int(clamping: ranges[low].end &- address)
    }
}

/// Writes the pieces of one event.
struct CaptureWriter {
    static let headSize = 16

    let steps: UnsafePointer<CaptureStep>
    let readable: ReadableRanges
    let start: UnsafeMutableRawPointer
    let capacity: Int
    private(set) var used = 0

    init(
        steps: UnsafePointer<CaptureStep>, readable: ReadableRanges,
        into start: UnsafeMutableRawPointer, capacity: Int
    ) {
        self.steps = steps
        self.readable = readable
        self.start = start
        self.capacity = capacity
    }

    /// Keeps what the call will change, as it is before; what it points to is shown as it is after.
    mutating func captureChanged(_ range: Range<Int>, at base: UnsafeRawPointer) {
        for index in range where steps[index].isChanged {
            var step = steps[index]
            step.nested = 0..<0
            withUnsafePointer(to: step) { follow($0, at: base, succeeded: false) }
        }
    }

    /// Follows the steps of `range`, whose pointers stand at `base`.
    mutating func capture(_ range: Range<Int>, at base: UnsafeRawPointer, succeeded: Bool) {
        var index = range.lowerBound
        while index < range.upperBound {
            let step = steps + index
            index &+= 1
            if step.pointee.needsSuccess && !succeeded { continue }
            follow(step, at: base, succeeded: succeeded)
        }
    }

    private mutating func follow(
        _ step: UnsafePointer<CaptureStep>, at base: UnsafeRawPointer, succeeded: Bool
    ) {
        let address = UInt(
            truncatingIfNeeded: base.loadUnaligned(
                fromByteOffset: Int(step.pointee.pointer), as: UInt64.self))
        guard let memory = UnsafeRawPointer(bitPattern: address) else { return }
        let room = readable.readableCount(at: address)
        guard room > 0 else { return followForeign(step, memory, base: base) }
        switch step.pointee.kind {
        case .cString: string(memory, room: min(room, Int(step.pointee.limit)))
        case .elements: elements(step, memory, room: room, base: base, succeeded: succeeded)
        case .untilNull: pointers(step, memory, room: room, succeeded: succeeded)
        }
    }

    /// Of memory that the program has mapped itself, which may be gone: the kernel copies it.
    @inline(never)
    private mutating func followForeign(
        _ step: UnsafePointer<CaptureStep>, _ memory: UnsafeRawPointer, base: UnsafeRawPointer
    ) {
        guard step.pointee.nested.isEmpty, used &+ Self.headSize < capacity else { return }
        var count = Int(step.pointee.limit)
        if step.pointee.kind == .elements {
            let wanted = min(length(step.pointee.length, base: base), UInt64(count))
            count = Int(wanted) &* Int(step.pointee.elementSize)
        }
        let room = (capacity &- used &- Self.headSize) & ~7
        guard step.pointee.kind != .untilNull, count > 0, count <= room else { return }
        let piece = start + used
        let copied = acall_ask_copy(piece + Self.headSize, memory, UInt64(count))
        guard copied > 0 else { return }
        count = Int(copied)
        if step.pointee.kind == .cString {
            let bytes = UnsafeRawBufferPointer(start: piece + Self.headSize, count: count)
            count = bytes.firstIndex(of: 0).map { $0 + 1 } ?? count
        }
        piece.storeBytes(of: UInt64(UInt(bitPattern: memory)), as: UInt64.self)
        piece.storeBytes(of: UInt64(count), toByteOffset: 8, as: UInt64.self)
        used &+= Self.headSize &+ ((count &+ 7) & ~7)
    }

    /// Up to and with its NUL.
    private mutating func string(_ memory: UnsafeRawPointer, room: Int) {
        var count = 0
        while count < room {
            count &+= 1
            if memory.load(fromByteOffset: count &- 1, as: UInt8.self) == 0 { break }
        }
        append(memory, count)
    }

    private mutating func elements(
        _ step: UnsafePointer<CaptureStep>, _ memory: UnsafeRawPointer, room: Int,
        base: UnsafeRawPointer, succeeded: Bool
    ) {
        let size = Int(step.pointee.elementSize)
        guard size > 0 else { return }
        let wanted = min(length(step.pointee.length, base: base), UInt64(step.pointee.limit))
        let count = min(Int(wanted), room / size)
        guard count > 0, append(memory, count &* size) else { return }
        follow(step, memory, count: count, size: size, succeeded: succeeded)
    }

    private mutating func pointers(
        _ step: UnsafePointer<CaptureStep>, _ memory: UnsafeRawPointer, room: Int, succeeded: Bool
    ) {
        let most = min(Int(step.pointee.limit), room / 8)
        var count = 0
        while count < most, memory.loadUnaligned(fromByteOffset: count &* 8, as: UInt64.self) != 0 {
            count &+= 1
        }
        // The null that ends it is kept too, where it can be: it tells that nothing was cut off.
        let kept = min(count &+ 1, most)
        guard kept > 0, append(memory, kept &* 8) else { return }
        follow(step, memory, count: count, size: 8, succeeded: succeeded)
    }

    private mutating func follow(
        _ step: UnsafePointer<CaptureStep>, _ memory: UnsafeRawPointer, count: Int, size: Int,
        succeeded: Bool
    ) {
        if step.pointee.nested.isEmpty { return }
        for element in 0..<count {
            capture(step.pointee.nested, at: memory + element &* size, succeeded: succeeded)
        }
    }

    private func length(_ length: CaptureLength, base: UnsafeRawPointer) -> UInt64 {
        switch length.source {
        case .fixed: return UInt64(length.fixed)
        case .value: return integer(base + Int(length.offset), width: length.width)
        case .pointed:
            let address = UInt(
                truncatingIfNeeded: base.loadUnaligned(
                    fromByteOffset: Int(length.offset), as: UInt64.self))
            guard readable.readableCount(at: address) >= Int(length.width),
                let memory = UnsafeRawPointer(bitPattern: address)
            else { return 0 }
            return integer(memory, width: length.width)
        }
    }

    private func integer(_ memory: UnsafeRawPointer, width: UInt8) -> UInt64 {
        switch width {
        case 1: UInt64(memory.load(as: UInt8.self))
        case 2: UInt64(memory.loadUnaligned(as: UInt16.self))
        case 4: UInt64(memory.loadUnaligned(as: UInt32.self))
        default: memory.loadUnaligned(as: UInt64.self)
        }
    }

    @discardableResult
    private mutating func append(_ memory: UnsafeRawPointer, _ count: Int) -> Bool {
        let padded = (count &+ 7) & ~7
        guard used &+ Self.headSize &+ padded <= capacity else { return false }
        let piece = start + used
        piece.storeBytes(of: UInt64(UInt(bitPattern: memory)), as: UInt64.self)
        piece.storeBytes(of: UInt64(count), toByteOffset: 8, as: UInt64.self)
        (piece + Self.headSize).copyMemory(from: memory, byteCount: count)
        used &+= Self.headSize &+ padded
        return true
    }
}

/// What an event kept of the program's memory at one moment, read by address.
struct CapturedMemory {
    let start: UnsafeRawPointer
    let count: Int

    /// The longest run of kept bytes that starts at `address`; nil where nothing was kept.
    func bytes(at address: UInt64) -> UnsafeRawBufferPointer? {
        var best: UnsafeRawBufferPointer?
        var offset = 0
        while offset < count {
            let from = start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let size = Int(start.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
            if address >= from, address - from < UInt64(size) {
                let skipped = Int(address - from)
                let found = UnsafeRawBufferPointer(
                    start: start + offset + CaptureWriter.headSize + skipped, count: size - skipped)
                if found.count > best?.count ?? 0 { best = found }
            }
            offset += CaptureWriter.headSize + ((size + 7) & ~7)
        }
        return best
    }
}
