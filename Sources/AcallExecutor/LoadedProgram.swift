// The loader: an image in memory, relocated, its inputs bound, ready to run.
//
// Input: a verified image. Output: records with real addresses and the data segment they work on.
// Invariant: what the records can be told to read or write by the image alone lies in the segment.

import AcallImage
import CAcall
import Glibc

/// An image that is ready to run.
package final class LoadedProgram {
    package let image: BatchImage
    /// The data segment; freed with this.
    let segment: UnsafeMutableRawPointer
    let segmentSize: Int
    /// Memory that inputs stand in.
    private var blocks: [UnsafeMutableRawPointer] = []
    /// What a report may look at.
    private(set) var memory = MemoryMap()

    /// Loads an image and binds its inputs, by name.
    package convenience init(
        _ image: BatchImage, inputs: [String: InputValue]
    ) throws(LoadError) {
        try self.init(image)
        try bind(inputs)
    }

    /// Without inputs: `renew` binds them.
    init(_ image: BatchImage) throws(LoadError) {
        self.image = image
        let size = max(4096, (Int(image.dataSize) + 4095) / 4096 * 4096)
        guard
            let mapped = mmap(
                nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            mapped != MAP_FAILED
        else { throw .noMemory(bytes: size, errno: errno) }
        segment = mapped
        segmentSize = size
        memory.add(start: UInt(bitPattern: segment), count: size)
        copyData()
    }

    /// As it was when it was loaded, with other inputs.
    func renew(inputs: [String: InputValue]) throws(LoadError) {
        for block in blocks { block.deallocate() }
        blocks.removeAll(keepingCapacity: true)
        memory = MemoryMap()
        memory.add(start: UInt(bitPattern: segment), count: segmentSize)
        let used = image.data.count
        memset(segment + used, 0, max(0, Int(image.dataSize) - used))
        copyData()
        try bind(inputs)
    }

    private func bind(_ inputs: [String: InputValue]) throws(LoadError) {
        do throws(InputError) {
            try image.checkComplete(inputs)
            for entry in image.inputs {
                if let value = inputs[image.string(entry.name)] { try bind(value, to: entry) }
            }
        } catch {
            throw .input(error)
        }
    }

    deinit {
        munmap(segment, segmentSize)
        for block in blocks { block.deallocate() }
    }

    private func copyData() {
        image.data.withUnsafeBytes {
            if let base = $0.baseAddress { segment.copyMemory(from: base, byteCount: $0.count) }
        }
        let base = UInt64(UInt(bitPattern: segment))
        for offset in image.dataRelocations {
            let word = segment.advanced(by: Int(offset))
            word.storeBytes(of: word.loadUnaligned(as: UInt64.self) &+ base, as: UInt64.self)
        }
    }

    // MARK: Inputs

    private func bind(_ value: InputValue, to entry: InputEntry) throws(InputError) {
        let name = image.string(entry.name)
        switch (entry.type, value) {
        case (.integer(let type), .integer(let integer)):
            guard type.holds(integer) else {
                throw .outOfRange(name: name, given: "\(integer)", wanted: type.declaration)
            }
            store(UInt64(bitPattern: integer), at: entry.slot)
        case (.descriptor, .integer(let integer)):
            store(UInt64(bitPattern: integer), at: entry.slot)
        case (.path, .bytes(let bytes)):
            if bytes.contains(0) { throw .hasNUL(name: name) }
            store(text: bytes, at: entry.slot)
        case (.string, .bytes(let bytes)): store(text: bytes, at: entry.slot)
        case (.integers(let type), .integers(let integers)):
            for integer in integers where !type.holds(integer) {
                throw .outOfRange(name: name, given: "\(integer)", wanted: type.declaration)
            }
            let block = allocate(integers.count * 8)
            for (index, integer) in integers.enumerated() {
                block.storeBytes(of: integer, toByteOffset: index * 8, as: Int64.self)
            }
            store(block, integers.count, at: entry.slot)
        case (.paths, .list(let items)):
            for item in items where item.contains(0) { throw .hasNUL(name: name) }
            store(list: items, at: entry.slot)
        case (.strings, .list(let items)): store(list: items, at: entry.slot)
        default:
            throw .wrongType(name: name, wanted: entry.type.wanted, given: "another kind of value")
        }
    }

    private func store(_ word: UInt64, at slot: DataOffset) {
        segment.storeBytes(of: word, toByteOffset: Int(slot), as: UInt64.self)
    }

    private func store(_ block: UnsafeMutableRawPointer, _ count: Int, at slot: DataOffset) {
        store(UInt64(UInt(bitPattern: block)), at: slot)
        store(UInt64(count), at: slot + 8)
    }

    /// A block that lives as long as this does.
    private func allocate(_ size: Int) -> UnsafeMutableRawPointer {
        let block = UnsafeMutableRawPointer.allocate(byteCount: max(size, 1), alignment: 16)
        blocks.append(block)
        memory.add(start: UInt(bitPattern: block), count: max(size, 1))
        return block
    }

    private func store(text: [UInt8], at slot: DataOffset) {
        let block = allocate(text.count + 1)
        block.copyMemory(from: text, byteCount: text.count)
        block.storeBytes(of: 0, toByteOffset: text.count, as: UInt8.self)
        store(block, text.count, at: slot)
    }

    /// An array of `iovec`, and behind it the items, NUL-terminated: one block however many there are.
    private func store(list items: [[UInt8]], at slot: DataOffset) {
        let total = items.reduce(0) { $0 + $1.count + 1 }
        let block = allocate(items.count * 16 + total)
        var offset = items.count * 16
        for (index, item) in items.enumerated() {
            let start = block.advanced(by: offset)
            start.copyMemory(from: item, byteCount: item.count)
            start.storeBytes(of: 0, toByteOffset: item.count, as: UInt8.self)
            block.storeBytes(of: UInt(bitPattern: start), toByteOffset: index * 16, as: UInt.self)
            block.storeBytes(of: item.count, toByteOffset: index * 16 + 8, as: Int.self)
            offset += item.count + 1
        }
        store(block, items.count, at: slot)
    }
}

/// Why an image can't be loaded.
package enum LoadError: Error, Sendable {
    case noMemory(bytes: Int, errno: Int32)
    case input(InputError)
}
