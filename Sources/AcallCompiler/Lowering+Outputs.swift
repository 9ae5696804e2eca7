// Outputs: where a report finds them.

import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    mutating func lower(_ output: CheckedOutput) {
        let name = intern(program.names[output.name])
        if let key = output.key { return lower(output, name, key) }
        if case .bytes(let address, let count, nil, let form) = output.content, !output.isConstant {
            return lower(output, name, address, count, form)
        }
        let kind: OutputKind
        let value: DataRef
        switch output.content {
        case .integer(let id, let isUnsigned):
            kind = isUnsigned ? .unsigned : .integer
            value = data.slot(0)
            let before = image.records.count
            let word = word(id)
            let index = emit(ACALL_OP_MOVE, [.data(value), word])
            if index == before, index == position.lastFlag + 1,
                position.lastFlag >= position.batchStart, jumps.lastLabel < index
            {
                // The output before is set together with this one: one flag for both, behind them.
                swapRecords(position.lastFlag, index)
                position.lastFlag = index
                return note(name, kind, value, DataRef(raw: image.records[index].args.0))
            }
        case .descriptor(let id, let owned):
            kind = .descriptor
            value = data.slot(0)
            emit(ACALL_OP_MOVE, [.data(value), word(id)])
            giveAway(id, owned)
        case .bytes(let address, let count, let capacity, let form):
            kind = form.kind
            value = data.slot(0)
            _ = data.slot(0)
            if let capacity {
                // The bytes are what they are now, whatever the program does to its storage later.
                let copy = data.reserve(max(1, capacity), alignment: 16)
                data.relocate(at: value, to: copy)
                let size = word(count)
                let words = [.data(copy), .number(Int64(capacity)), word(address), size]
                if isMapped(address) {
                    copyMapped(words, output.span)
                } else {
                    emit(ACALL_OP_COPY, words, stop: StopReason(.bounds, output.span))
                }
                emit(ACALL_OP_MOVE, [.data(value.advanced(by: 8)), size])
            } else {
                emit(ACALL_OP_MOVE, [.data(value), word(address)])
                emit(ACALL_OP_MOVE, [.data(value.advanced(by: 8)), word(count)])
            }
        }
        let isSet = data.slot(0)
        position.lastFlag = emit(ACALL_OP_MOVE, [.data(isSet), .number(1)])
        note(name, kind, value, isSet)
    }

    private mutating func note(
        _ name: StringRef, _ kind: OutputKind, _ value: DataRef, _ isSet: DataRef
    ) {
        image.outputs.append(
            OutputEntry(
                name: name, kind: kind, slot: UInt32(value.raw), isSet: UInt32(isSet.raw)))
    }

    /// Of two that follow each other and belong to no step.
    private mutating func swapRecords(_ a: Int, _ b: Int) {
        image.records.swapAt(a, b)
        let cookie = image.records[a].cookie
        image.records[a].cookie = image.records[b].cookie
        image.records[b].cookie = cookie
        image.relocations.swapAt(a, b)
    }

    /// Bytes of which nobody knows how many there can be: the runner keeps them.
    private mutating func lower(
        _ output: CheckedOutput, _ name: StringRef, _ address: ValueID, _ count: ValueID,
        _ form: CheckedOutput.BytesForm
    ) {
        let bytes = [word(address), word(count)]
        requireReadable(address, bytes, output.span)
        give(output, [.number(0), .number(0)] + bytes)
        let value = data.slot(0)
        _ = data.slot(0)
        image.outputs.append(
            OutputEntry(
                name: name, kind: form.kind, slot: UInt32(value.raw),
                isSet: UInt32(data.slot(0).raw)))
    }

    mutating func give(_ output: CheckedOutput, _ words: [Word]) {
        let block = data.slot(0)
        for _ in 0..<3 { _ = data.slot(0) }
        for (place, word) in words.enumerated() {
            emit(ACALL_OP_MOVE, [.data(block.advanced(by: place * 8)), word])
        }
        host(
            .output, [.number(Int64(image.outputs.count)), .data(block), itemNumber],
            stop: StopReason(.callFailed, output.span))
    }

    /// One of several values of an output: handed to the runner, which keeps it.
    private mutating func lower(
        _ output: CheckedOutput, _ name: StringRef, _ key: CheckedOutput.Key
    ) {
        let keyKind: OutputKey
        let keyWords: [Word]
        switch key {
        case .integer(let id): (keyKind, keyWords) = (.integer, [word(id), .number(0)])
        case .text(let address, let count, let isInternet):
            let kind: OutputKey = isInternet ? .address : .text
            (keyKind, keyWords) = (kind, [word(address), word(count)])
            requireReadable(address, keyWords, output.span)
        }
        let index = Word.number(Int64(image.outputs.count))
        let stop = StopReason(.callFailed, output.span)
        let kind: OutputKind
        switch output.content {
        case .integer(let id, let isUnsigned):
            kind = isUnsigned ? .unsigned : .integer
            host(.give, [index] + keyWords + [word(id)], stop: stop)
        case .descriptor(let id, let owned):
            kind = .descriptor
            host(.give, [index] + keyWords + [word(id)], stop: stop)
            giveAway(id, owned)
        case .bytes(let address, let count, _, let form):
            kind = form.kind
            let bytes = [word(address), word(count)]
            requireReadable(address, bytes, output.span)
            give(output, keyWords + bytes)
        }
        image.outputs.append(OutputEntry(name: name, kind: kind, slot: 0, isSet: 0, key: keyKind))
    }
}

extension CheckedOutput.BytesForm {
    var kind: OutputKind {
        switch self {
        case .text: .text
        case .hex: .hex
        case .bytes: .bytes
        case .string: .string
        case .address: .address
        }
    }
}
