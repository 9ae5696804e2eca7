// The names of places in the data segment, as a person knows them: results, inputs, outputs, storage.
//
// Input: an image. Output: for an offset, `result of fd`, `input file`, `block` or `slot 0x48`.
// Invariant: the same image gives the same names; an offset without a name is shown as a number.

import AcallText
import CAcall

struct DataNames {
    private let image: BatchImage
    private var slots: [UInt64: String] = [:]

    init(_ image: BatchImage) {
        self.image = image
        for (index, output) in image.outputs.enumerated() {
            let name = image.text(output.name, else: "\(index)")
            slots[UInt64(output.isSet)] = "flag of output \(name)"
            if output.kind.slotCount == 2 {
                slots[UInt64(output.slot) + 8] = "count of output \(name)"
            }
            slots[UInt64(output.slot)] = "output \(name)"
        }
        for (index, input) in image.inputs.enumerated() {
            let name = image.text(input.name, else: "\(index)")
            if input.type.slotCount == 2 {
                slots[UInt64(input.slot) + 8] = "count of input \(name)"
            }
            slots[UInt64(input.slot)] = "input \(name)"
        }
        nameResults()
    }

    /// A step's name goes before its number, and both before the number of a record.
    private mutating func nameResults() {
        for (index, record) in image.records.enumerated()
        where index < image.relocations.count && image.relocations[index].contains(.completion) {
            slots[record.completion_pointer] = "result of \(index)"
        }
        for (index, step) in image.steps.enumerated() {
            let name = "result of " + image.text(step.name, else: "step \(index)")
            slots[UInt64(step.result)] = name
            let record = Int(step.record)
            if record < image.records.count, record < image.relocations.count,
                image.relocations[record].contains(.completion), !step.isFully, !step.isRetried
            {
                slots[image.records[record].completion_pointer] = name
            }
        }
    }

    /// A slot that a step's result, an input or an output is in.
    func slot(at offset: UInt64) -> String? { slots[offset] }

    /// An offset as an address: `@block+16`.
    func address(_ offset: UInt64, in image: BatchImage) -> String {
        guard let (storage, inside) = storage(at: offset) else { return "@" + hexadecimal(offset) }
        let name = "@" + image.text(storage.name, else: "storage")
        return inside == 0 ? name : "\(name)+\(inside)"
    }

    /// The storage that an offset is in, and the offset in it; the innermost where some are nested.
    func storage(at offset: UInt64) -> (StorageEntry, UInt64)? {
        var low = 0
        var high = image.storages.count
        while low < high {
            let middle = (low + high) / 2
            if UInt64(image.storages[middle].offset) <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        // Nesting is shallow where there is any; a few steps back find the outer one.
        for index in (max(0, low - 4)..<low).reversed() {
            let storage = image.storages[index]
            let inside = offset - UInt64(storage.offset)
            if inside < UInt64(storage.size) { return (storage, inside) }
        }
        return nil
    }
}

extension BatchImage {
    /// A name as it may be shown: any image, any reference, no control characters.
    func text(_ ref: StringRef, else other: String = "") -> String {
        let end = Int(ref.offset) + Int(ref.count)
        guard ref.count > 0, end <= strings.count else { return other }
        return Terminal.printable(
            String(decoding: strings[Int(ref.offset)..<end], as: UTF8.self))
    }
}
