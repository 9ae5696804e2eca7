// Descriptors that a loop opened and whose numbers the program keeps in storage: a table of the chain's.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

struct KeptDescriptors {
    var table: DataRef
    /// How many are in it.
    var count: DataRef
    /// More than a process may have open by default.
    static let capacity = 4096
}

extension Lowering {
    /// The chain's table, made when it is first needed; what is in it is closed when the chain ends.
    private mutating func keptTable() -> KeptDescriptors {
        if let kept = owned.kept { return kept }
        let made = KeptDescriptors(
            table: data.reserve(KeptDescriptors.capacity * 8, alignment: 16), count: data.slot(0))
        owned.kept = made
        around.frames[0].cleanUps.insert(.closeKept, at: 0)
        return made
    }

    /// The address of an entry, checked.
    private mutating func entry(_ index: Word, of table: DataRef, _ span: Span) -> DataRef {
        let (low, high, place) = (data.slot(0), data.slot(0), data.slot(0))
        _ = data.slot(0)
        emit(ACALL_OP_MULTIPLY, [.data(low), index, .number(8)])
        emit(ACALL_OP_ADD, [.data(high), .slot(low), .number(8)])
        emit(
            ACALL_OP_SLICE,
            [
                .data(place), .data(table), .slot(low), .slot(high),
                .number(Int64(KeptDescriptors.capacity * 8)),
            ], stop: StopReason(.bounds, span))
        return place
    }

    mutating func keep(_ descriptor: Word, _ span: Span) {
        let kept = keptTable()
        let place = entry(.slot(kept.count), of: kept.table, span)
        emit(ACALL_OP_MOVE, [.slot(place), descriptor])
        emit(ACALL_OP_ADD, [.data(kept.count), .slot(kept.count), .number(1)])
    }

    /// What the program closes itself is no longer in the table: the last one takes its place.
    mutating func forget(_ descriptor: Word) {
        // The loop may come back to a close that stands before what opens.
        guard owned.kept != nil || owned.hasKept else { return }
        let kept = keptTable()
        let (index, value, last) = (data.slot(0), data.slot(0), data.slot(0))
        let (top, next, end) = (newLabel(), newLabel(), newLabel())
        emit(ACALL_OP_MOVE, [.data(index), .number(0)])
        place(top)
        branch(ACALL_IF_GREATER_EQUAL, .slot(index), .slot(kept.count), to: end)
        let place = entry(.slot(index), of: kept.table, Span(0, 0))
        emit(ACALL_OP_LOAD, [.data(value), .slot(place), .number(IntegerType.i64.format)])
        branch(ACALL_IF_NOT_EQUAL, .slot(value), descriptor, to: next)
        emit(ACALL_OP_SUBTRACT, [.data(kept.count), .slot(kept.count), .number(1)])
        let newest = entry(.slot(kept.count), of: kept.table, Span(0, 0))
        emit(ACALL_OP_LOAD, [.data(last), .slot(newest), .number(IntegerType.i64.format)])
        emit(ACALL_OP_MOVE, [.slot(place), .slot(last)])
        jump(to: end)
        self.place(next)
        emit(ACALL_OP_ADD, [.data(index), .slot(index), .number(1)])
        jump(to: top)
        self.place(end)
    }

    mutating func closeKept() {
        guard let kept = owned.kept else { return }
        let value = data.slot(0)
        let (top, end) = (newLabel(), newLabel())
        place(top)
        branch(ACALL_IF_LESS_EQUAL, .slot(kept.count), .number(0), to: end)
        emit(ACALL_OP_SUBTRACT, [.data(kept.count), .slot(kept.count), .number(1)])
        let place = entry(.slot(kept.count), of: kept.table, Span(0, 0))
        emit(ACALL_OP_LOAD, [.data(value), .slot(place), .number(IntegerType.i64.format)])
        branch(ACALL_IF_LESS, .slot(value), .number(0), to: top)
        close(.slot(value), Span(0, 0))
        position.currentStep = nil
        jump(to: top)
        self.place(end)
    }
}
