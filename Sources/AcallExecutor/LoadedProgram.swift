// The loader: an image in memory, relocated, its inputs bound, ready to run.
//
// Input: a verified image. Output: records with real addresses and the data segment they work on.
// Invariant: what the records can be told to read or write by the image alone lies in the segment.

import AcallCatalog
import AcallImage
import CAcall
import Glibc

/// An image that is ready to run.
package final class LoadedProgram {
    package let image: BatchImage
    let goodEnds: GoodEnds
    /// One of its calls may raise a signal beside its errno.
    let mayRaise: Bool
    /// The data segment; freed with this.
    let segment: UnsafeMutableRawPointer
    let segmentSize: Int
    /// The image's inputs, and by input the memory that its value stands in, if it was given and is no number.
    private let entries: UnsafeMutableBufferPointer<InputEntry>
    private let blocks: UnsafeMutableBufferPointer<Block>
    /// Whether a block is larger than those that are kept.
    private var isLarge = false
    /// The data as it is before a run, with its addresses; up to its last byte that is not 0.
    private let pristine: UnsafeMutableRawBufferPointer
    /// What of the segment a run can write to behind that.
    private let zeroed: UnsafeMutableBufferPointer<Range<Int>>
    private let measured: UnsafeMutableBufferPointer<MeasuredStorage>
    /// What a report may look at.
    private(set) var memory = MemoryMap()
    /// Changes with it.
    private(set) var memoryVersion = 0
    /// The first of the inputs that were `set` since the last reset and don't fit.
    package var refusal: InputError? { refused }
    private var refused: InputError?
    package var isRefused: Bool { hasRefused }
    private var hasRefused = false

    /// Of one input: its memory, and what of its entry is asked for in each run.
    private struct Block {
        var start: UnsafeMutableRawPointer?
        var capacity = 0
        let slot: Int
        let isPath: Bool
        let isString: Bool

        init(for entry: InputEntry) {
            slot = Int(entry.slot)
            isPath = entry.type == .path
            isString = entry.type == .string
        }

        mutating func free() {
            start?.deallocate()
            (start, capacity) = (nil, 0)
        }
    }

    /// A larger block is not kept for the next run.
    private static let largestKept = 64 << 10

    /// Loads an image and binds its inputs, by name.
    package convenience init(
        _ image: BatchImage, inputs: [String: InputValue]
    ) throws(LoadError) {
        try self.init(image)
        do throws(InputError) { try bind(inputs) } catch { throw .input(error) }
    }

    /// Without inputs: they are bound next.
    package convenience init(_ image: BatchImage) throws(LoadError) {
        try self.init(image, measured: [])
    }

    /// - Parameter measured: storage of which only what was written to is cleared.
    init(_ image: BatchImage, measured: [MeasuredStorage]) throws(LoadError) {
        self.image = image
        goodEnds = GoodEnds(image)
        mayRaise = image.records.contains { acall_call_may_raise($0.nr) != 0 }
        let size = max(4096, (Int(image.dataSize) + 4095) / 4096 * 4096)
        guard
            let mapped = mmap(
                nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            mapped != MAP_FAILED
        else { throw .noMemory(bytes: size, errno: errno) }
        segment = mapped
        segmentSize = size
        entries = .allocate(capacity: image.inputs.count)
        _ = entries.initialize(from: image.inputs)
        blocks = .allocate(capacity: image.inputs.count)
        _ = blocks.initialize(from: image.inputs.map { Block(for: $0) })
        let data = Self.relocated(image, to: mapped)
        // At least a word, so that there is always something to copy.
        var used = max(8, (data.lastIndex { $0 != 0 } ?? 0) + 1)
        // Nobody sees what a run before has left in the others.
        let visible = measured.filter(\.isVisible)
        self.measured = .allocate(capacity: visible.count)
        _ = self.measured.initialize(from: visible)
        var ranges = Self.zeroed(image, behind: used)
        // A few zeroes are copied with the rest: that takes less than to clear them.
        if let first = ranges.first, first.lowerBound == used, first.count <= Self.fewBytes,
            first.upperBound <= data.count
        {
            used = first.upperBound
            ranges.removeFirst()
        }
        for storage in measured {
            guard let last = ranges.popLast() else { break }
            ranges += [
                last.lowerBound..<storage.range.lowerBound,
                storage.range.upperBound..<last.upperBound,
            ].filter { !$0.isEmpty }
        }
        zeroed = .allocate(capacity: ranges.count)
        _ = zeroed.initialize(from: ranges)
        pristine = .allocate(byteCount: used, alignment: 64)
        pristine.initializeMemory(as: UInt8.self, repeating: 0)
        pristine.copyBytes(from: data.prefix(used))
        mapped.copyMemory(from: pristine.baseAddress!, byteCount: used)
        memory.add(start: UInt(bitPattern: segment), count: size)
    }

    /// What its storage and its inputs take, in bytes.
    package var size: Int { segmentSize + blocks.reduce(0) { $0 + $1.capacity } }

    /// As it was when it was loaded: the inputs are to be bound again.
    func reset() {
        for storage in measured { clear(storage) }
        for range in zeroed { memset(segment + range.lowerBound, 0, range.count) }
        segment.copyMemory(from: pristine.baseAddress!, byteCount: pristine.count)
        if isLarge { freeLargeBlocks() }
        if hasRefused { (refused, hasRefused) = (nil, false) }
    }

    private func clear(_ storage: MeasuredStorage) {
        let result = segment.loadUnaligned(fromByteOffset: storage.result, as: Int64.self)
        guard result > 0 else { return }
        var start = storage.address
        if storage.isIndirect {
            let address = segment.loadUnaligned(fromByteOffset: start, as: UInt.self)
            start = Int(bitPattern: address &- UInt(bitPattern: segment))
        }
        let end = start.addingReportingOverflow(Int(result))
        let range =
            max(
                start, storage.range.lowerBound)..<max(
                start, end.overflow ? .max : end.partialValue, storage.range.lowerBound)
        let written = range.clamped(to: storage.range)
        memset(segment + written.lowerBound, 0, written.count)
    }

    private func freeLargeBlocks() {
        for index in blocks.indices where blocks[index].capacity > Self.largestKept {
            blocks[index].free()
        }
        isLarge = false
        mapMemory()
    }

    private func mapMemory() {
        memoryVersion += 1
        memory = MemoryMap()
        memory.add(start: UInt(bitPattern: segment), count: segmentSize)
        for block in blocks {
            memory.add(start: UInt(bitPattern: block.start), count: block.capacity)
        }
    }

    /// Binds inputs by name; those that are missing must have defaults.
    func bind(_ inputs: [String: InputValue]) throws(InputError) {
        try image.checkComplete(inputs)
        for (index, entry) in image.inputs.enumerated() {
            if let value = inputs[image.string(entry.name)] { try bind(index, value) }
        }
    }

    deinit {
        munmap(segment, segmentSize)
        pristine.deallocate()
        zeroed.deallocate()
        measured.deallocate()
        entries.deallocate()
        for block in blocks { block.start?.deallocate() }
        blocks.deallocate()
    }

    private static func relocated(
        _ image: BatchImage, to segment: UnsafeMutableRawPointer
    ) -> [UInt8] {
        var data = image.data
        let base = UInt64(UInt(bitPattern: segment))
        data.withUnsafeMutableBytes { data in
            for offset in image.dataRelocations {
                let word = data.loadUnaligned(fromByteOffset: Int(offset), as: UInt64.self)
                data.storeBytes(of: word &+ base, toByteOffset: Int(offset), as: UInt64.self)
            }
        }
        return data
    }

    /// What a record, a table or a word of the data names of the data, and the storage behind it; the rest is never
    /// written to. (What aligns storage to a page can be most of the data.)
    private static func zeroed(_ image: BatchImage, behind start: Int) -> [Range<Int>] {
        let count = max(start, image.data.count)
        var pieces: [Range<Int>] = []
        func add(_ address: UInt64, _ size: Int = largestBlock) {
            let end = address.addingReportingOverflow(UInt64(size))
            let piece =
                Int(clamping: address)..<Int(clamping: end.overflow ? .max : end.partialValue)
            pieces.append(piece.clamped(to: start..<count))
        }
        for (record, mask) in zip(image.records, image.relocations) where !mask.isEmpty {
            withUnsafeBytes(of: record.args) { bytes in
                let arguments = bytes.bindMemory(to: UInt64.self)
                let indirect = record.flags >> UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
                for argument in 0..<6 where mask.contains(.argument(argument)) {
                    let isWord =
                        indirect & 1 << UInt32(argument) != 0
                        || record.nr == ACALL_OP_MOVE && argument == 0
                    add(arguments[argument], isWord ? 8 : largestBlock)
                }
            }
            if mask.contains(.completion) {
                add(record.completion_pointer, MemoryLayout<acall_observed_completion>.size)
            }
        }
        image.data.withUnsafeBytes { data in
            for offset in image.dataRelocations {
                add(data.loadUnaligned(fromByteOffset: Int(offset), as: UInt64.self))
            }
        }
        for entry in image.inputs { add(UInt64(entry.slot), 16) }
        for entry in image.outputs {
            add(UInt64(entry.slot), 16)
            add(UInt64(entry.isSet), 8)
        }
        for storage in image.storages { add(UInt64(storage.offset), Int(storage.size)) }
        pieces.append(count..<max(count, Int(image.dataSize)))
        var ranges: [Range<Int>] = []
        for piece in pieces.sorted(by: { $0.lowerBound < $1.lowerBound }) where !piece.isEmpty {
            if let last = ranges.last, piece.lowerBound <= last.upperBound {
                let end = max(last.upperBound, piece.upperBound)
                ranges[ranges.count - 1] = last.lowerBound..<end
            } else {
                ranges.append(piece)
            }
        }
        return ranges
    }

    /// No record names more than this by one address that is no storage's: what is larger lies behind the data.
    private static let largestBlock = 256
    private static let fewBytes = 512

    // MARK: Inputs

    /// Binds an input as `body` does.
    package func set(_ body: (LoadedProgram) throws(InputError) -> Void) {
        do throws(InputError) { try body(self) } catch { refuse(error) }
    }

    /// Binds a text.
    package func set(_ index: Int, text: UnsafeRawBufferPointer) {
        do throws(InputError) { try bind(index, text: text) } catch { refuse(error) }
    }

    @inline(never)
    private func refuse(_ error: InputError) {
        if !hasRefused { (refused, hasRefused) = (error, true) }
    }

    /// Binds an input by its place among the image's.
    package func bind(_ index: Int, _ value: InputValue) throws(InputError) {
        switch value {
        case .integer(let integer): try bind(index, integer: integer)
        case .bytes(let bytes):
            var failure: InputError?
            bytes.withUnsafeBytes { bytes in
                do throws(InputError) { try bind(index, text: bytes) } catch { failure = error }
            }
            if let failure { throw failure }
        case .integers(let integers): try bind(index, integers: integers)
        case .list(let items):
            try bind(index, texts: items.count) { item, body in
                items[item].withUnsafeBytes { body($0) }
            }
        }
    }

    package func bind(_ index: Int, integer: Int64) throws(InputError) {
        let entry = entries[index]
        switch entry.type {
        case .integer(let type): try check(integer, type, entry)
        case .descriptor: break
        default: throw wrongType(entry)
        }
        store(UInt64(bitPattern: integer), at: entry.slot)
    }

    /// A path or a string, without a terminator.
    @inline(__always)
    package func bind(_ index: Int, text: UnsafeRawBufferPointer) throws(InputError) {
        let known = blocks[index]
        guard known.isPath ? !Self.hasNUL(text) : known.isString else { throw wrong(index, text) }
        var block = known.start
        if known.capacity <= text.count { block = allocate(index, text.count + 1) }
        guard let block else { return }
        if let base = text.baseAddress { block.copyMemory(from: base, byteCount: text.count) }
        block.storeBytes(of: 0, toByteOffset: text.count, as: UInt8.self)
        segment.storeBytes(
            of: (UInt(bitPattern: block), text.count), toByteOffset: known.slot,
            as: (UInt, Int).self)
    }

    @inline(never)
    private func wrong(_ index: Int, _ text: UnsafeRawBufferPointer) -> InputError {
        let entry = entries[index]
        return entry.type == .path
            ? .hasNUL(name: image.string(entry.name)) : wrongType(entry)
    }

    package func bind(_ index: Int, integers: [Int64]) throws(InputError) {
        let entry = entries[index]
        guard case .integers(let type) = entry.type else { throw wrongType(entry) }
        for integer in integers { try check(integer, type, entry) }
        let block = allocate(index, integers.count * 8)
        for (index, integer) in integers.enumerated() {
            block.storeBytes(of: integer, toByteOffset: index * 8, as: Int64.self)
        }
        store(block, integers.count, at: entry.slot)
    }

    /// A list of paths or strings: an array of `iovec`, and behind it the items, NUL-terminated; one block however
    /// many there are.
    /// - Parameter item: calls what it is given with an item's bytes; asked for each item twice.
    package func bind(
        _ index: Int, texts count: Int,
        _ item: (Int, (UnsafeRawBufferPointer) -> Void) -> Void
    ) throws(InputError) {
        let entry = entries[index]
        let isPaths: Bool
        switch entry.type {
        case .paths: isPaths = true
        case .strings: isPaths = false
        default: throw wrongType(entry)
        }
        var total = 0
        var isWrong = false
        for number in 0..<count {
            item(number) { bytes in
                total += bytes.count + 1
                if isPaths && Self.hasNUL(bytes) { isWrong = true }
            }
        }
        if isWrong { throw .hasNUL(name: image.string(entry.name)) }
        let block = allocate(index, count * 16 + total)
        var start = block + count * 16
        for number in 0..<count {
            item(number) { bytes in
                if let base = bytes.baseAddress {
                    start.copyMemory(from: base, byteCount: bytes.count)
                }
                start.storeBytes(of: 0, toByteOffset: bytes.count, as: UInt8.self)
                let vector = block + number * 16
                vector.storeBytes(of: UInt(bitPattern: start), as: UInt.self)
                vector.storeBytes(of: bytes.count, toByteOffset: 8, as: Int.self)
                start += bytes.count + 1
            }
        }
        store(block, count, at: entry.slot)
    }

    private static func hasNUL(_ bytes: UnsafeRawBufferPointer) -> Bool {
        bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }

    private func check(
        _ integer: Int64, _ type: IntegerType, _ entry: InputEntry
    ) throws(InputError) {
        guard type.holds(integer) else {
            throw .outOfRange(
                name: image.string(entry.name), given: "\(integer)", wanted: type.declaration)
        }
    }

    private func wrongType(_ entry: InputEntry) -> InputError {
        .wrongType(
            name: image.string(entry.name), wanted: entry.type.wanted,
            given: "another kind of value")
    }

    private func store(_ word: UInt64, at slot: DataOffset) {
        segment.storeBytes(of: word, toByteOffset: Int(slot), as: UInt64.self)
    }

    private func store(_ block: UnsafeMutableRawPointer, _ count: Int, at slot: DataOffset) {
        store(UInt64(UInt(bitPattern: block)), at: slot)
        store(UInt64(count), at: slot + 8)
    }

    /// The input's block, of at least this size; it lives as long as this does, or up to the next one.
    private func allocate(_ index: Int, _ size: Int) -> UnsafeMutableRawPointer {
        if let start = blocks[index].start, blocks[index].capacity >= size { return start }
        blocks[index].free()
        let capacity = max(size, 64)
        let start = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
        (blocks[index].start, blocks[index].capacity) = (start, capacity)
        if capacity > Self.largestKept { isLarge = true }
        mapMemory()
        return start
    }
}

/// Why an image can't be loaded.
package enum LoadError: Error, Sendable {
    case noMemory(bytes: Int, errno: Int32)
    case input(InputError)
}
