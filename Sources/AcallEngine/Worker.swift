// The lists of an engine's threads: all of them, and those that sleep.
//
// Input: workers, each in memory of its own. Output: the one that fell asleep last. Invariant: a
// worker is in the idle list exactly while it may be woken by taking it out; the thread that takes it out
// owes it a wake.

import CAcall

/// One thread of an engine.
struct Worker {
    let core: UnsafeMutablePointer<Core>
    let control: Control
    /// What it sleeps on. Partner of the exchange in `wake`: the swap in `park`.
    let sleep: Word
    /// A thread of its own for this operation; nil for a pool thread.
    let operation: UnsafeMutablePointer<Operation>?
    /// Of an engine with a limit: see `Phase` and `Turn`.
    let phase: Word
    let turn: Word
    /// Its own: whether the operation that it runs has a claim; the last slice that it saw.
    var hasClaim = false
    var slice: UInt32 = 0
    /// Guarded by the limit's lock.
    var nextTurn: UnsafeMutablePointer<Worker>?
    /// Guarded by the idle list's lock: whether it is in it, since when, and whether it was taken
    /// out to leave.
    var isIdle = false
    var idleSince: UInt64 = 0
    var isDismissed = false
    var idleBefore: UnsafeMutablePointer<Worker>?
    var idleAfter: UnsafeMutablePointer<Worker>?
    /// Guarded by the list of all workers' lock.
    var before: UnsafeMutablePointer<Worker>?
    var after: UnsafeMutablePointer<Worker>?
    /// Guarded by the lock of those that left.
    var handle: UInt64 = 0
    var leftAfter: UnsafeMutablePointer<Worker>?

    static let awake: UInt32 = 0
    static let woken: UInt32 = 1
    static let asleep: UInt32 = 2

    private init(
        _ core: UnsafeMutablePointer<Core>, _ operation: UnsafeMutablePointer<Operation>?,
        _ arena: inout Arena
    ) {
        self.core = core
        self.operation = operation
        control = Control(&arena, signal: core.pointee.signal)
        sleep = Word(&arena)
        phase = Word(&arena)
        turn = Word(&arena)
    }

    /// In memory of its own, or nil where there is none to be had.
    static func make(
        _ core: UnsafeMutablePointer<Core>, _ operation: UnsafeMutablePointer<Operation>?
    ) -> UnsafeMutablePointer<Worker>? {
        let own = MemoryLayout<Worker>.size
        guard let memory = acall_memory_get(Arena.size(lines: Control.lines + 3, beside: own))
        else { return nil }
        var arena = Arena(memory, beside: own)
        let worker = memory.bindMemory(to: Worker.self, capacity: 1)
        worker.initialize(to: Worker(core, operation, &arena))
        if operation == nil && core.pointee.limit.exists { worker.pointee.control.limit(worker) }
        return worker
    }
}

extension UnsafeMutablePointer<Worker> {
    func free() { acall_memory_free(self) }

    /// Wakes a worker that was taken out of the idle list. A worker not yet asleep costs no system
    /// call.
    func wake() {
        if pointee.sleep.exchange(Worker.woken) == Worker.asleep { pointee.sleep.wake(1) }
    }

    /// The same with the system call made later.
    func wake(_ batch: inout WakeBatch) {
        let thread = pointee.sleep.sleeper
        if pointee.sleep.exchange(Worker.woken) == Worker.asleep {
            batch.add(pointee.sleep.address, thread)
        }
    }

    /// Sleeps until it is woken; false where the time ran out first.
    func park(until deadline: UInt64) -> Bool {
        if !pointee.sleep.swap(Worker.awake, Worker.asleep) && pointee.sleep.value == Worker.woken {
            return true
        }
        while pointee.sleep.value != Worker.woken {
            let code = pointee.sleep.wait(while: Worker.asleep, until: deadline)
            if code != 0 && code != Code.tryAgain && code != Code.interrupted {
                return pointee.sleep.value == Worker.woken
            }
        }
        return true
    }
}

/// Workers that sleep, the last one first: the others get to leave.
struct IdleWorkers {
    private let first: UnsafeMutablePointer<UnsafeMutablePointer<Worker>?>
    private let lock: Lock

    static let lines = 2

    init(_ arena: inout Arena) {
        first = arena.place(nil)
        lock = Lock(&arena)
    }

    func push(_ worker: UnsafeMutablePointer<Worker>) {
        // No partner: until it is in the list nobody wakes it.
        worker.pointee.sleep.store(Worker.awake)
        lock.locked {
            worker.pointee.isIdle = true
            worker.pointee.idleSince = acall_monotonic_time()
            worker.pointee.idleBefore = nil
            worker.pointee.idleAfter = first.pointee
            first.pointee?.pointee.idleBefore = worker
            first.pointee = worker
        }
    }

    func pop() -> UnsafeMutablePointer<Worker>? {
        lock.locked {
            guard let worker = first.pointee else { return nil }
            unlink(worker)
            return worker
        }
    }

    var isEmpty: Bool { lock.locked { first.pointee == nil } }

    /// Sends away those who have slept for `time`; returns when the next one is due, or
    /// Moment.never where none sleeps.
    func dismiss(after time: UInt64) -> UInt64 {
        var due = Moment.never
        WakeBatch.locked(lock) { batch in
            let now = acall_monotonic_time()
            var worker = first.pointee
            while let current = worker {
                worker = current.pointee.idleAfter
                let end = current.pointee.idleSince.addingReportingOverflow(time)
                if end.overflow || end.partialValue > now {
                    due = min(due, end.overflow ? Moment.untilASignal : end.partialValue)
                } else {
                    unlink(current)
                    current.pointee.isDismissed = true
                    current.wake(&batch)
                }
            }
        }
        return due
    }

    /// False where another thread took it out, and is about to wake it.
    func remove(_ worker: UnsafeMutablePointer<Worker>) -> Bool {
        lock.locked {
            guard worker.pointee.isIdle else { return false }
            unlink(worker)
            return true
        }
    }

    private func unlink(_ worker: UnsafeMutablePointer<Worker>) {
        if let before = worker.pointee.idleBefore {
            before.pointee.idleAfter = worker.pointee.idleAfter
        } else {
            first.pointee = worker.pointee.idleAfter
        }
        worker.pointee.idleAfter?.pointee.idleBefore = worker.pointee.idleBefore
        worker.pointee.isIdle = false
    }
}

/// Every worker, so that a shutdown can cancel what they run.
struct AllWorkers {
    private let first: UnsafeMutablePointer<UnsafeMutablePointer<Worker>?>
    private let lock: Lock

    static let lines = 2

    init(_ arena: inout Arena) {
        first = arena.place(nil)
        lock = Lock(&arena)
    }

    func add(_ worker: UnsafeMutablePointer<Worker>) {
        lock.locked {
            worker.pointee.before = nil
            worker.pointee.after = first.pointee
            first.pointee?.pointee.before = worker
            first.pointee = worker
        }
    }

    func remove(_ worker: UnsafeMutablePointer<Worker>) {
        lock.locked {
            if let before = worker.pointee.before {
                before.pointee.after = worker.pointee.after
            } else {
                first.pointee = worker.pointee.after
            }
            worker.pointee.after?.pointee.before = worker.pointee.before
        }
    }

    func forEach(_ body: (UnsafeMutablePointer<Worker>) -> Void) {
        forEach(while: {
            body($0); return true
        })
    }

    /// The newest first, until the body returns false.
    func forEach(while body: (UnsafeMutablePointer<Worker>) -> Bool) {
        lock.locked {
            var worker = first.pointee
            while let current = worker, body(current) { worker = current.pointee.after }
        }
    }
}

/// Threads that have left, or are on their last steps, and are not joined yet, in order.
///
/// A thread that starts another one, and each that leaves, joins two that have ended: so there are few, and nobody
/// waits. (Were each to wait for the one before it, threads would end one by one, each a wake-up after the
/// other, and a busy machine would make them faster than that.)
struct LeftWorkers {
    private struct State {
        var first: UnsafeMutablePointer<Worker>?
        var last: UnsafeMutablePointer<Worker>?
    }

    private let state: UnsafeMutablePointer<State>
    private let lock: Lock

    static let lines = 2

    init(_ arena: inout Arena) {
        state = arena.place(State())
        lock = Lock(&arena)
    }

    /// The calling thread's own, which touches nothing of it any more: it may be freed at once.
    func add(_ worker: UnsafeMutablePointer<Worker>, _ handle: UInt64) {
        worker.pointee.handle = handle
        lock.locked {
            worker.pointee.leftAfter = nil
            if let last = state.pointee.last {
                last.pointee.leftAfter = worker
            } else {
                state.pointee.first = worker
            }
            state.pointee.last = worker
        }
    }

    /// Joins up to two that have ended.
    func joinSome() {
        for _ in 0..<2 {
            guard let worker = take() else { return }
            guard acall_thread_join_ended(worker.pointee.handle) != 0 else {
                putBack(worker)
                return
            }
            worker.free()
        }
    }

    /// Joins them all, and waits for those that are on their last steps.
    func joinAll() {
        while let worker = take() {
            acall_thread_join(worker.pointee.handle)
            worker.free()
        }
    }

    private func take() -> UnsafeMutablePointer<Worker>? {
        lock.locked {
            guard let worker = state.pointee.first else { return nil }
            state.pointee.first = worker.pointee.leftAfter
            if state.pointee.first == nil { state.pointee.last = nil }
            return worker
        }
    }

    private func putBack(_ worker: UnsafeMutablePointer<Worker>) {
        lock.locked {
            worker.pointee.leftAfter = state.pointee.first
            state.pointee.first = worker
            if state.pointee.last == nil { state.pointee.last = worker }
        }
    }
}
