// Slots that hold descriptors while the program owns them, where a call may close any of many.
//
// Invariant: where a call closes what is known only when it runs, it is compared with each descriptor that the program
// may own then: one by one where they are few, in a loop over a table where they are many, so that the records are as
// many as the statements.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

/// The slots of one region, one behind the other.
struct OwnedTable {
    /// How many the region needs.
    var capacity: Int
    /// Made when the first is needed.
    var base: DataRef?
    var used = 0
}

extension TypedProgram {
    /// By region; nothing where descriptors are few, or each close says which it closes.
    var ownedTables: [Int: OwnedTable] {
        let isAny = steps.contains { if case .anyEqual = $0.releases { true } else { false } }
        guard isAny, descriptors.count > 8 else { return [:] }
        var tables: [Int: OwnedTable] = [:]
        for descriptor in descriptors where descriptor.isReleased {
            let region =
                if let owner = descriptor.owner {
                    chains.tasks[owner].parentRegion
                } else if let task = descriptor.task {
                    chains.tasks[task].region
                } else {
                    0
                }
            tables[region, default: OwnedTable(capacity: 0)].capacity += 1
        }
        return tables
    }
}

extension Lowering {
    /// A slot for a descriptor that the program does not own yet.
    mutating func ownedSlot(_ descriptor: Int) -> DataRef {
        guard program.descriptors[descriptor].isReleased,
            var table = owned.ownedTables[data.region],
            table.used < table.capacity
        else { return data.slot(-1) }
        let base = table.base ?? newTable(table.capacity)
        let made = base.advanced(by: table.used * 8)
        table.base = base
        table.used += 1
        owned.ownedTables[data.region] = table
        return made
    }

    private mutating func newTable(_ capacity: Int) -> DataRef {
        let first = data.slot(-1)
        for _ in 1..<max(1, capacity) { _ = data.slot(-1) }
        return first
    }

    /// What is closed is no longer the program's, whichever descriptor it is.
    mutating func releaseAny(_ value: Word, _ span: Span) {
        if owned.ownedTables.isEmpty {
            for owned in owned.ownedRefs.compactMap({ $0 }) {
                let next = newLabel()
                branch(ACALL_IF_NOT_EQUAL, .slot(owned), value, to: next)
                emit(ACALL_OP_MOVE, [.data(owned), .number(-1)])
                place(next)
            }
        }
        for (_, table) in owned.ownedTables.sorted(by: { $0.key < $1.key }) {
            if let base = table.base { release(value, in: base, table, span) }
        }
        forget(value)
    }

    private mutating func release(
        _ value: Word, in base: DataRef, _ table: OwnedTable, _ span: Span
    ) {
        let (low, high, owned) = (data.slot(0), data.slot(0), data.slot(0))
        let entry = data.slot(0)
        _ = data.slot(0)
        let (top, next, end) = (newLabel(), newLabel(), newLabel())
        emit(ACALL_OP_MOVE, [.data(low), .number(0)])
        place(top)
        branch(ACALL_IF_GREATER_EQUAL, .slot(low), .number(Int64(table.capacity * 8)), to: end)
        emit(ACALL_OP_ADD, [.data(high), .slot(low), .number(8)])
        emit(
            ACALL_OP_SLICE,
            [
                .data(entry), .data(base), .slot(low), .slot(high),
                .number(Int64(table.capacity * 8)),
            ], stop: StopReason(.bounds, span))
        emit(ACALL_OP_LOAD, [.data(owned), .slot(entry), .number(IntegerType.i64.format)])
        branch(ACALL_IF_NOT_EQUAL, .slot(owned), value, to: next)
        emit(ACALL_OP_MOVE, [.slot(entry), .number(-1)])
        place(next)
        emit(ACALL_OP_MOVE, [.data(low), .slot(high)])
        jump(to: top)
        place(end)
    }
}
