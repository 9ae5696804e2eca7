// The data segment while it grows: slots, completions, constants, storage.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    /// Storage up to this size stands in the initialised part even where it is all zeroes: it is
    /// cheaper to copy than to give it a place of its own.
    private static let smallStorage = 256

    mutating func align(to alignment: Int) {
        while image.data.count % alignment != 0 { image.data.append(0) }
    }

    /// A new slot with a first value.
    mutating func slot(_ value: Int64) -> DataRef {
        align(to: 8)
        let offset = image.data.count
        appendWord(UInt64(bitPattern: value))
        return here(offset)
    }

    /// A place in the initialised part of the region at hand.
    func here(_ offset: Int) -> DataRef {
        DataRef(raw: DataRef.regionBits(region) | UInt64(offset))
    }

    /// An observed completion. A step that is not reached has the result that its record's completion
    /// would have: -ECANCELED.
    mutating func newCompletion() -> DataRef {
        align(to: 8)
        let offset = image.data.count
        image.data.append(contentsOf: Self.completion)
        return here(offset)
    }

    /// Six words, the first of them the result.
    private static let completion: [UInt8] = {
        var bytes = [UInt8](repeating: 0, count: 48)
        for index in 0..<8 {
            bytes[index] = UInt8(truncatingIfNeeded: UInt64(bitPattern: -125) >> (index * 8))
        }
        return bytes
    }()

    private mutating func appendWord(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { image.data.append(contentsOf: $0) }
    }

    func readData(at offset: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(image.data[offset + $1]) << UInt64($1 * 8) }
    }

    mutating func writeData(_ value: UInt64, at offset: Int) {
        for index in 0..<8 {
            image.data[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(index * 8))
        }
    }

    /// The word at a slot becomes an address.
    mutating func relocate(at slot: DataRef, to target: DataRef) {
        writeData(target.raw, at: slot.offset)
        image.dataRelocations.append(UInt32(slot.offset))
    }

    /// Zeroed space.
    mutating func reserve(_ size: Int, alignment: Int) -> DataRef {
        if size <= Self.smallStorage {
            align(to: alignment)
            let offset = image.data.count
            image.data.append(contentsOf: repeatElement(0, count: size))
            return here(offset)
        }
        // Pages, where it is that large: `O_DIRECT` and `mmap` want them.
        let alignment = UInt64(size >= 4096 ? 4096 : alignment)
        zeroSize = (zeroSize + alignment - 1) / alignment * alignment
        let offset = zeroSize
        zeroSize += UInt64(size)
        return DataRef(raw: DataRef.regionBits(region) | DataRef.zeroMark + offset)
    }

    mutating func intern(_ text: String) -> StringRef {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    private mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> StringRef {
        if text.isEmpty { return .empty }
        // The same text as before (`close`, again and again) is there already.
        if let last = lastString, last.count == UInt32(text.count) {
            let start = Int(last.offset)
            if text.indices.allSatisfy({ image.strings[start + $0] == text[$0] }) { return last }
        }
        let ref = StringRef(offset: UInt32(image.strings.count), count: UInt32(text.count))
        image.strings.append(contentsOf: text)
        lastString = ref
        return ref
    }

    mutating func intern(_ text: [UInt8]) -> StringRef {
        if text.isEmpty { return .empty }
        return text.withUnsafeBufferPointer { intern($0) }
    }

    // MARK: Inputs

    mutating func placeInputs() {
        for input in program.inputs {
            let ref = slot(0)
            let type: InputType
            switch input.type {
            case .integer(let integer): type = .integer(integer)
            case .descriptor: type = .descriptor
            case .path: type = .path
            case .string: type = .string
            case .integers(let integer): type = .integers(integer)
            case .paths: type = .paths
            case .strings: type = .strings
            }
            switch input.type {
            case .integer, .descriptor: break
            default: _ = slot(0)
            }
            switch input.defaultValue {
            case .integer(let value): writeData(UInt64(bitPattern: value), at: Int(ref.raw))
            case .bytes(let bytes): place(bytes, at: ref)
            case .integers(let integers):
                align(to: 8)
                relocate(at: ref, to: here(image.data.count))
                writeData(UInt64(integers.count), at: Int(ref.raw) + 8)
                for integer in integers { _ = slot(integer) }
            case .list(let items):
                align(to: 8)
                let vectors = here(image.data.count)
                relocate(at: ref, to: vectors)
                writeData(UInt64(items.count), at: Int(ref.raw) + 8)
                for _ in items { (_, _) = (slot(0), slot(0)) }
                for (index, item) in items.enumerated() {
                    place(item, at: vectors.advanced(by: index * 16))
                }
            case nil: break
            }
            inputRefs.append(ref)
            image.inputs.append(
                InputEntry(
                    name: intern(program.names[input.name]), type: type, slot: UInt32(ref.raw),
                    hasDefault: input.defaultValue != nil, range: SourceRange(input.span)))
        }
    }

    /// Bytes with a NUL behind them, and their address and count at a place.
    private mutating func place(_ bytes: [UInt8], at slot: DataRef) {
        relocate(at: slot, to: here(image.data.count))
        writeData(UInt64(bytes.count), at: slot.offset + 8)
        image.data.append(contentsOf: bytes + [0])
    }

    // MARK: Storage and constants

    /// Each in the region of the chain that has it for itself.
    mutating func placeStorage() {
        storageRefs = Array(repeating: DataRef(raw: 0), count: program.storages.count)
        constantRefs = Array(repeating: DataRef(raw: 0), count: program.constants.count)
        for (index, storage) in program.storages.enumerated() where !storage.isMapping {
            inRegion(storage.region) { $0.storageRefs[index] = $0.placed(storage) }
        }
        for (index, constant) in program.constants.enumerated() {
            inRegion(constant.region) { lowering in
                if constant.zeroes > 0 {
                    lowering.constantRefs[index] = lowering.reserve(
                        constant.zeroes, alignment: 16)
                    return
                }
                lowering.align(to: constant.isWritten || !constant.relocations.isEmpty ? 16 : 8)
                lowering.constantRefs[index] = lowering.here(lowering.image.data.count)
                lowering.image.data.append(contentsOf: constant.bytes)
            }
        }
        for (index, storage) in program.storages.enumerated() where !storage.relocations.isEmpty {
            inRegion(storage.region) { $0.relocate(storage.relocations, in: $0.storageRefs[index]) }
        }
        for (index, constant) in program.constants.enumerated()
        where !constant.relocations.isEmpty {
            inRegion(constant.region) {
                $0.relocate(constant.relocations, in: $0.constantRefs[index])
            }
        }
        for region in program.locals {
            inRegion(region) { $0.localRefs.append($0.slot(0)) }
        }
    }

    private mutating func placed(_ storage: CheckedStorage) -> DataRef {
        // A NUL behind bytes, so that they can be a path whatever a call put there.
        let size = storage.size + 1
        if storage.initial.isEmpty { return reserve(size, alignment: 16) }
        align(to: 16)
        let ref = here(image.data.count)
        image.data.append(contentsOf: storage.initial)
        image.data.append(
            contentsOf: repeatElement(0, count: max(0, size - storage.initial.count)))
        return ref
    }

    private mutating func relocate(_ relocations: [Relocation], in base: DataRef) {
        for relocation in relocations {
            let target = ref(relocation.target, relocation.targetOffset)
            relocate(at: base.advanced(by: relocation.offset), to: target)
        }
    }

    func ref(_ region: Region, _ offset: Int) -> DataRef {
        switch region {
        case .storage(let index): storageRefs[index].advanced(by: offset)
        case .constant(let index): constantRefs[index].advanced(by: offset)
        }
    }
}

extension SourceRange {
    init(_ span: Span) { self.init(start: span.start, end: span.end) }
}

extension IntegerType {
    /// As LOAD and STORE take it.
    var format: Int64 {
        Int64(width) | (isSigned ? Int64(ACALL_FORMAT_SIGNED) : 0)
            | (isBigEndian ? Int64(ACALL_FORMAT_BIG_ENDIAN) : 0)
    }
}
