// An operation in memory of its own: a chain, or a single record that has an id or a thread of its
// own.
//
// Input: the submitter's records. Output: a copy of them, alive until the operation has completed; or where they stand,
// if the submitter keeps them.
// Invariant: the thread that takes an operation from the queue (or starts as its thread) owns and frees it.

import CAcall

/// The head of an operation; its records follow it in memory, unless its submitter keeps them.
struct Operation {
    var count: Int
    var kept: UnsafeMutablePointer<acall_submission>?
    /// Of records that were looked through, and are not observed.
    var plan: PlannedSteps?
    /// How far its submitter has come with it.
    var spot = PlannedSpot(index: 0, code: 0)
    /// A path of the plan's that is to be looked at when it has run.
    var wanted: KnownKey?
    /// Whether one of its records may block.
    var mayBlock: Bool
    /// Queued only for when a turn is free: see `RunLimit.spares`.
    var isSpare = false
    /// The first of its ids' counters; the others follow. `ids` is how many there are.
    var firstId: UInt64 = 0
    var ids = 0
    /// Guarded by the ids' lock, or by a plan's own: who runs it; nil while it is queued.
    var worker: UnsafeMutablePointer<Worker>?
    /// Guarded by the same: it was cancelled before it started.
    var isCancelled = false
    /// Of a plan, which is named by itself and not by ids: the lock, and, guarded by it, whether it was submitted and
    /// has not ended. The plan owns the operation.
    var lock: Lock?
    var isPending = false
    /// Guarded by the ids' lock: a thread waits for one of its ids.
    var isAwaited = false
    /// Guarded by the overflow's lock: the next one there.
    var next: UnsafeMutablePointer<Operation>?
    /// Guarded by the overflow's lock: many quick operations, of which so many were taken.
    var isRun = false
    var taken = 0
    /// Who is told of its records, and of its end.
    var observer: ChainObserver?
    var ended: ChainEnded?

    private static let offset = (MemoryLayout<Operation>.size + 15) & ~15

    /// Copies the records; nil where there is no memory to be had.
    static func make(
        _ records: some ChainRecords, count: Int, mayBlock: Bool
    ) -> UnsafeMutablePointer<Operation>? {
        let size = count.multipliedReportingOverflow(by: MemoryLayout<acall_submission>.stride)
        guard !size.overflow, let memory = acall_memory_get_plain(offset + size.partialValue)
        else {
            return nil
        }
        let operation = memory.bindMemory(to: Operation.self, capacity: 1)
        operation.initialize(to: Operation(count: count, mayBlock: mayBlock))
        for index in 0..<count {
            if let record = records[index] {
                (operation.records + index).initialize(to: record.pointee)
            }
        }
        return operation
    }
}

extension UnsafeMutablePointer<Operation> {
    /// The operation's records, one after the other.
    var records: UnsafeMutablePointer<acall_submission> {
        if let kept = pointee.kept { return kept }
        let offset = (MemoryLayout<Operation>.size + 15) & ~15
        return (UnsafeMutableRawPointer(self) + offset)
            .assumingMemoryBound(to: acall_submission.self)
    }

    func free() { acall_memory_free(self) }

    /// Asks the operation that `pending` finds under the lock to end: 0, or -EAGAIN where there is none.
    static func cancel(under lock: Lock, _ pending: () -> Self?) -> Int64 {
        for _ in 0..<Control.attempts {
            lock.lock()
            guard let operation = pending() else {
                lock.unlock()
                return Code.tryAgain
            }
            guard let control = operation.pointee.worker?.pointee.control else {
                operation.pointee.isCancelled = true
                lock.unlock()
                return 0
            }
            // The operation can't end before the lock is free, nor its thread before it has the
            // signal.
            let thread = control.prepareRequest()
            lock.unlock()
            if thread == 0 || control.send(to: thread) { return 0 }
            Control.pause()
        }
        // The attempt was made: the operation ends at its next call.
        return 0
    }
}
