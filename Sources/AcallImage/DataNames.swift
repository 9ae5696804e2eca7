// The names of places in the data segment, as a person knows them: results, inputs, outputs, storage.
//
// Input: an image. Output: for an offset, `result of fd`, `input file`, `block` or `slot 0x48`.
// Invariant: the same image gives the same names; an offset without a name is shown as a number.

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
        return shown(strings[Int(ref.offset)..<end])
    }
}

/// Bytes as text on one line: what is not printable is written as an escape.
func shown(_ bytes: some Sequence<UInt8>, quoted: Bool = false) -> String {
    var text = ""
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
        switch scalar {
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case "\r": text += "\\r"
        case "\"" where quoted: text += "\\\""
        case "\\" where quoted: text += "\\\\"
        default:
            // Control, format (which can turn a line's direction) and private characters.
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse,
                .unassigned, .surrogate:
                text += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
    return text
}
