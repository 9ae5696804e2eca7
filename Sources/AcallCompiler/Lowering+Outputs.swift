// Outputs: where a report finds them.

import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    mutating func lower(_ output: CheckedOutput) {
        let name = intern(program.names[output.name])
        if let key = output.key { return lower(output, name, key) }
        let isSet = slot(0)
        let kind: OutputKind
        let value: DataRef
        switch output.content {
        case .integer(let id, let isUnsigned):
            kind = isUnsigned ? .unsigned : .integer
            value = slot(0)
            emit(ACALL_OP_MOVE, [.data(value), word(id)])
        case .descriptor(let id, let owned):
            kind = .descriptor
            value = slot(0)
            emit(ACALL_OP_MOVE, [.data(value), word(id)])
            if let owned, let ref = ownedRefs[owned] {
                emit(ACALL_OP_MOVE, [.data(ref), .number(-1)])
            }
        case .bytes(let address, let count, let capacity, let form):
            kind = form.kind
            value = slot(0)
            _ = slot(0)
            if let capacity {
                // The bytes are what they are now, whatever the program does to its storage later.
                let copy = reserve(max(1, capacity), alignment: 16)
                relocate(at: value, to: copy)
                let size = word(count)
                emit(
                    ACALL_OP_COPY,
                    [.data(copy), .number(Int64(capacity)), word(address), size],
                    stop: StopReason(.bounds, output.span))
                emit(ACALL_OP_MOVE, [.data(value.advanced(by: 8)), size])
            } else {
                emit(ACALL_OP_MOVE, [.data(value), word(address)])
                emit(ACALL_OP_MOVE, [.data(value.advanced(by: 8)), word(count)])
            }
        }
        emit(ACALL_OP_MOVE, [.data(isSet), .number(1)])
        image.outputs.append(
            OutputEntry(
                name: name, kind: kind, slot: UInt32(value.raw), isSet: UInt32(isSet.raw)))
    }

    /// One of several values of an output: handed to the runner, which keeps it.
    private mutating func lower(
        _ output: CheckedOutput, _ name: StringRef, _ key: CheckedOutput.Key
    ) {
        let block = slot(0)
        for _ in 0..<3 { _ = slot(0) }
        func put(_ word: Word, _ index: Int, _ lowering: inout Lowering) {
            lowering.emit(ACALL_OP_MOVE, [.data(block.advanced(by: index * 8)), word])
        }
        let keyKind: OutputKey
        switch key {
        case .integer(let id):
            keyKind = .integer
            put(word(id), 0, &self)
        case .text(let address, let count):
            keyKind = .text
            put(word(address), 0, &self)
            put(word(count), 1, &self)
        }
        let kind: OutputKind
        switch output.content {
        case .integer(let id, let isUnsigned):
            kind = isUnsigned ? .unsigned : .integer
            put(word(id), 2, &self)
        case .descriptor(let id, let owned):
            kind = .descriptor
            put(word(id), 2, &self)
            if let owned, let ref = ownedRefs[owned] {
                emit(ACALL_OP_MOVE, [.data(ref), .number(-1)])
            }
        case .bytes(let address, let count, _, let form):
            kind = form.kind
            put(word(address), 2, &self)
            put(word(count), 3, &self)
        }
        let index = image.outputs.count
        image.outputs.append(OutputEntry(name: name, kind: kind, slot: 0, isSet: 0, key: keyKind))
        host(
            .output, [.number(Int64(index)), .data(block), itemNumber],
            stop: StopReason(.callFailed, output.span))
    }
}

extension CheckedOutput.BytesForm {
    var kind: OutputKind {
        switch self {
        case .text: .text
        case .hex: .hex
        case .bytes: .bytes
        case .string: .string
        }
    }
}
