// Outputs that several statements give: all of one kind, and the value is that of the statement that ran last.

import AcallImage
import CAcall

extension Lowering {
    /// - Parameter output: whose kind is settled by what all statements say that give it.
    mutating func lower(agreed output: CheckedOutput) {
        var output = output
        if case .integer(let value, _) = output.content, let number = output.handOut,
            program.results.handedOut[number].isDescriptor
        {
            output.content = .descriptor(value, owned: nil)
        }
        if case .integer(let value, let isUnsigned) = output.content {
            let isSigned = program.results.signedOutputs.contains(output.name)
            if isUnsigned, isSigned, output.key == nil {
                // What can be negative has no room for what is above the signed range: that fails the program. (Of
                // an output with a key each value is kept with its kind.)
                output.content = .integer(output.signedValue ?? value, isUnsigned: false)
            } else if !isUnsigned, !isSigned, program.results.unsignedOutputs.contains(output.name)
            {
                output.content = .integer(value, isUnsigned: true)
            }
        }
        if output.key == nil, program.results.repeatedOutputs.contains(output.name) {
            lower(repeated: output)
        } else {
            lower(output)
        }
    }

    /// The runner keeps the values in the order in which they were given: places in the data, one for each
    /// statement, would not tell which of them is the last.
    private mutating func lower(repeated output: CheckedOutput) {
        let kind: OutputKind
        switch output.content {
        case .integer(let value, let isUnsigned):
            kind = isUnsigned ? .unsigned : .integer
            give(output, [.number(0), .number(0), word(value), .number(0)])
        case .descriptor(let value, let owned):
            kind = .descriptor
            give(output, [.number(0), .number(0), word(value), .number(0)])
            giveAway(value, owned)
        case .bytes(let address, let count, _, let form):
            kind = form.kind
            let bytes = [word(address), word(count)]
            requireReadable(address, bytes, output.span)
            give(output, [.number(0), .number(0)] + bytes)
        }
        let value = data.slot(0)
        _ = data.slot(0)
        image.outputs.append(
            OutputEntry(
                name: intern(program.names[output.name]), kind: kind, slot: UInt32(value.raw),
                isSet: UInt32(data.slot(0).raw)))
    }
}
