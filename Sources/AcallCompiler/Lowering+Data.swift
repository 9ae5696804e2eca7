// The data segment while it grows: slots, completions, constants, storage.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    mutating func intern(_ text: String) -> StringRef {
        var text = text
        return text.withUTF8 { intern($0) }
    }

    private mutating func intern(_ text: UnsafeBufferPointer<UInt8>) -> StringRef {
        if text.isEmpty { return .empty }
        // The same text as before (`close`, again and again) is there already.
        if let last = position.lastString, last.count == UInt32(text.count) {
            let start = Int(last.offset)
            if text.indices.allSatisfy({ image.strings[start + $0] == text[$0] }) { return last }
        }
        let ref = StringRef(offset: UInt32(image.strings.count), count: UInt32(text.count))
        image.strings.append(contentsOf: text)
        position.lastString = ref
        return ref
    }

    mutating func intern(_ text: [UInt8]) -> StringRef {
        if text.isEmpty { return .empty }
        return text.withUnsafeBufferPointer { intern($0) }
    }

    // MARK: Inputs

    mutating func placeInputs() {
        for input in program.data.inputs {
            let ref = data.slot(0)
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
            default: _ = data.slot(0)
            }
            switch input.defaultValue {
            case .integer(let value): data.write(UInt64(bitPattern: value), at: Int(ref.raw))
            case .bytes(let bytes): place(bytes, at: ref)
            case .integers(let integers):
                data.align(to: 8)
                data.relocate(at: ref, to: data.end)
                data.write(UInt64(integers.count), at: Int(ref.raw) + 8)
                for integer in integers { _ = data.slot(integer) }
            case .list(let items):
                data.align(to: 8)
                let vectors = data.end
                data.relocate(at: ref, to: vectors)
                data.write(UInt64(items.count), at: Int(ref.raw) + 8)
                for _ in items { (_, _) = (data.slot(0), data.slot(0)) }
                for (index, item) in items.enumerated() {
                    place(item, at: vectors.advanced(by: index * 16))
                }
            case nil: break
            }
            slots.inputRefs.append(ref)
            image.inputs.append(
                InputEntry(
                    name: intern(program.names[input.name]), type: type, slot: UInt32(ref.raw),
                    hasDefault: input.defaultValue != nil, range: SourceRange(input.span)))
        }
    }

    /// Bytes with a NUL behind them, and their address and count at a place.
    private mutating func place(_ bytes: [UInt8], at slot: DataRef) {
        data.relocate(at: slot, to: data.end)
        data.write(UInt64(bytes.count), at: slot.offset + 8)
        data.append(bytes, zeroes: 1)
    }

    // MARK: Storage and constants

    /// Each in the region of the chain that has it for itself.
    mutating func placeStorage() {
        slots.storageRefs = Array(repeating: DataRef(raw: 0), count: program.data.storages.count)
        slots.constantRefs = Array(repeating: DataRef(raw: 0), count: program.data.constants.count)
        for (index, storage) in program.data.storages.enumerated() where !storage.isMapping {
            inRegion(storage.region) { $0.slots.storageRefs[index] = $0.placed(storage) }
        }
        for (index, constant) in program.data.constants.enumerated() {
            inRegion(constant.region) { lowering in
                if constant.zeroes > 0 {
                    lowering.slots.constantRefs[index] = lowering.data.reserve(
                        constant.zeroes, alignment: 16)
                    return
                }
                lowering.data.align(
                    to: constant.isWritten || !constant.relocations.isEmpty ? 16 : 8)
                lowering.slots.constantRefs[index] = lowering.data.end
                lowering.data.append(constant.bytes)
            }
        }
        for (index, storage) in program.data.storages.enumerated()
        where !storage.relocations.isEmpty {
            inRegion(storage.region) {
                $0.relocate(storage.relocations, in: $0.slots.storageRefs[index])
            }
        }
        for (index, constant) in program.data.constants.enumerated()
        where !constant.relocations.isEmpty {
            inRegion(constant.region) {
                $0.relocate(constant.relocations, in: $0.slots.constantRefs[index])
            }
        }
        for region in program.words.locals {
            inRegion(region) { $0.slots.localRefs.append($0.data.slot(0)) }
        }
    }

    private mutating func placed(_ storage: CheckedStorage) -> DataRef {
        // A NUL behind bytes, so that they can be a path whatever a call put there.
        let size = storage.size + 1
        if storage.initial.isEmpty { return data.reserve(size, alignment: 16) }
        data.align(to: 16)
        let ref = data.end
        data.append(storage.initial, zeroes: max(0, size - storage.initial.count))
        return ref
    }

    private mutating func relocate(_ relocations: [Relocation], in base: DataRef) {
        for relocation in relocations {
            let target = ref(relocation.target, relocation.targetOffset)
            data.relocate(at: base.advanced(by: relocation.offset), to: target)
        }
    }

    func ref(_ region: Region, _ offset: Int) -> DataRef {
        switch region {
        case .storage(let index): slots.storageRefs[index].advanced(by: offset)
        case .constant(let index): slots.constantRefs[index].advanced(by: offset)
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
