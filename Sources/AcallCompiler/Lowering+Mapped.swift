// Memory that a call mapped: what is there, only the run can tell.
//
// A file may be shorter than its mapping, a protection may be computed, another chain may unmap what this one
// reads: a processor that finds nothing there ends the whole process. So the records of a program go there by way
// of functions of the runner's, which ask the kernel to copy, and fail where it can't. Storage of the program's own
// is always there, and is read and written directly.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    func isMapped(_ address: ValueID) -> Bool {
        hasMappings && !program.mappedSteps(address).isEmpty
    }

    mutating func copyMapped(_ words: [Word], _ span: Span) {
        host(.copy, words, stop: StopReason(.bounds, span))
    }

    mutating func loadMapped(_ address: ValueID, _ type: IntegerType, _ span: Span) -> Word {
        let copy = data.slot(0)
        let width = Word.number(Int64(type.width))
        host(
            .copy, [.data(copy), width, word(address), width], stop: StopReason(.callFailed, span))
        return load(.data(copy), type)
    }

    /// The value is checked where it is put together, before it is there.
    mutating func storeMapped(
        _ address: ValueID, _ value: ValueID, _ type: IntegerType, _ span: Span
    ) {
        let copy = data.slot(0)
        let place = word(address)
        emit(
            ACALL_OP_STORE, [.data(copy), word(value), .number(type.format)],
            stop: StopReason(.arithmetic, span))
        let width = Word.number(Int64(type.width))
        host(.copy, [place, width, .data(copy), width], stop: StopReason(.callFailed, span))
    }

    mutating func sameMapped(_ values: [ValueID], _ span: Span) -> Word {
        let result = data.slot(0)
        let words = values.map { word($0) }
        let block = data.slot(0)
        for _ in 1..<words.count { _ = data.slot(0) }
        for (index, word) in words.enumerated() {
            emit(ACALL_OP_MOVE, [.data(block.advanced(by: index * 8)), word])
        }
        host(.same, [.data(result), .data(block)], stop: StopReason(.callFailed, span))
        return .slot(result)
    }

    /// Before a function of the runner's reads what stands there.
    mutating func requireReadable(_ address: ValueID, _ words: [Word], _ span: Span) {
        if isMapped(address) { host(.readable, words, stop: StopReason(.callFailed, span)) }
    }
}
