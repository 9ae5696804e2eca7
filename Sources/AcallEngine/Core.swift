// What one engine is made of: its queue, its threads' accounts, its ids, who waits for it.
//
// Input: a configuration. Output: memory that the threads share. Invariant: the fields are set
// once; all that changes is in words, under locks, or a worker's own. Trivial, so that no thread
// counts references.
//
// The account that keeps requests from waiting behind a blocked one: a *seeker* is a thread that
// runs and will look at the queue again without having blocked; a *claim* is a queued entry that
// may block. There are never fewer seekers than claims once a submit has returned, and a seeker if
// anything is queued at all.

import CAcall

/// How many seekers and claims there are, in one word so that both are read and changed at once.
struct Balance {
    var word: UInt64

    static let seeker: UInt64 = 1 << 32
    static let claim: UInt64 = 1

    var seekers: UInt32 { UInt32(truncatingIfNeeded: word >> 32) }
    var claims: UInt32 { UInt32(truncatingIfNeeded: word) }
}

/// One engine.
struct Core {
    let queue: SubmissionQueue
    let overflow: Overflow
    let limit: RunLimit
    let identifiers: Identifiers
    let ringWaiters: RingWaiters
    let idle: IdleWorkers
    let workers: AllWorkers
    let monitor: Word
    let monitorHandle: Counter
    /// The number of the signal that cancels; 0 where none was to be had.
    let signal: Int32

    /// See `Balance`. Partner of each change: the load or change in `ensureSeekers` on other
    /// threads.
    let balance: Counter
    /// How many threads there are. Partner: the wait in `shutDown`.
    let threads: Word
    let left: LeftWorkers
    /// 1: nothing new starts. Partner: `Control.begin`, under the control's lock.
    let stopping: Word
    /// How many waiters run queued calls just now. Partner: the wait in `shutDown`.
    let helpers: Word
    /// How many submitters make a plan's calls just now. Partner: the wait in `shutDown`.
    let attempts: Word
    let spinners: Word
    /// How many threads were woken or started and do not run yet. No partner: a hint for who might
    /// spin.
    let waking: Word

    /// System calls made to wake waiters; threads ever started. For tests and for whoever is
    /// curious.
    let wakes: Counter
    let starts: Counter
    /// Why the last thread that could not be started was not: a negated errno.
    let threadFailure: Word

    /// nil: every call is a thread's of the engine.
    let files: KnownFiles?

    let quickCalls: UnsafeMutablePointer<SystemCallSet.Words>
    let instantCalls: UnsafeMutablePointer<SystemCallSet.Words>
    let idleTime: UInt64
    let queueTime: UInt64
    let spinTime: UInt64
    let parallelism: UInt32

    /// How many lines of an arena it takes.
    private static let lines =
        Overflow.lines + Identifiers.lines + RingWaiters.lines + IdleWorkers.lines
        + AllWorkers.lines + LeftWorkers.lines + SubmissionQueue.lines + RunLimit.lines
        + 2 * SystemCallSet.lines + KnownFiles.lines + 12

    /// In memory of its own, or nil where there is none to be had.
    static func make(_ configuration: EngineConfiguration, signal: Int32) -> UnsafeMutablePointer<
        Core
    >? {
        let queueBytes = SubmissionQueue.size(capacity: configuration.queueCapacity)
        guard
            let memory = acall_memory_get(
                Arena.size(lines: lines, beside: MemoryLayout<Core>.size))
        else { return nil }
        guard let slots = acall_memory_get(queueBytes) else {
            acall_memory_free(memory)
            return nil
        }
        var arena = Arena(memory, beside: MemoryLayout<Core>.size)
        guard let identifiers = Identifiers(&arena, engine: acall_next_engine()) else {
            acall_memory_free(slots)
            acall_memory_free(memory)
            return nil
        }
        let core = memory.bindMemory(to: Core.self, capacity: 1)
        core.initialize(to: Core(configuration, &arena, slots, identifiers, signal))
        return core
    }

    private init(
        _ configuration: EngineConfiguration, _ arena: inout Arena,
        _ slots: UnsafeMutableRawPointer, _ identifiers: Identifiers, _ signal: Int32
    ) {
        queue = SubmissionQueue(&arena, slots, capacity: configuration.queueCapacity)
        overflow = Overflow(&arena)
        limit = RunLimit(&arena, count: UInt32(clamping: configuration.runnableLimit ?? 0))
        self.identifiers = identifiers
        wakes = identifiers.wakes
        ringWaiters = RingWaiters(&arena, wakes: wakes)
        idle = IdleWorkers(&arena)
        workers = AllWorkers(&arena)
        monitor = Word(&arena, Monitor.absent)
        monitorHandle = Counter(&arena)
        balance = Counter(&arena)
        threads = Word(&arena)
        left = LeftWorkers(&arena)
        stopping = Word(&arena)
        helpers = Word(&arena)
        attempts = Word(&arena)
        spinners = Word(&arena)
        waking = Word(&arena)
        starts = Counter(&arena)
        threadFailure = Word(&arena)
        let tries = configuration.triesOnCaller && acall_attempts_are_possible()
        files = tries ? KnownFiles(&arena) : nil
        quickCalls = arena.place(configuration.quickCalls.words)
        let hasLimit = configuration.runnableLimit != nil
        instantCalls = arena.place((hasLimit ? SystemCallSet() : configuration.instantCalls).words)
        self.signal = signal
        idleTime = configuration.idleTime.nanoseconds
        queueTime = configuration.queueTime.nanoseconds
        let processors = acall_processor_count()
        // What a spin waits for would want the same processor.
        spinTime = processors > 1 ? configuration.spinTime.nanoseconds : 0
        parallelism = UInt32(
            clamping: configuration.parallelism ?? Int(processors))
    }

    /// Only when no thread is left.
    func free() {
        queue.free()
        identifiers.free()
        files?.free()
    }

    /// Whether nothing is queued. A worker asks after it has counted itself out.
    var isIdle: Bool { queue.isEmpty && overflow.isEmpty }

    /// Whether a call is known not to wait.
    @inline(__always)
    func isQuick(_ nr: UInt32) -> Bool {
        guard queueTime > 0 else { return false }
        if nr & OperationEvaluator.rangeMask == ACALL_OP_BASE { return nr != ACALL_OP_WAIT }
        return SystemCallSet.contains(quickCalls, nr)
    }

    /// Whether there are too few seekers for what is queued.
    @inline(__always)
    func lacksSeekers(_ balance: Balance) -> Bool {
        let wanted = limit.exists ? min(balance.claims, limit.count) : balance.claims
        return balance.seekers < wanted || (balance.seekers == 0 && !isIdle)
    }
}

/// Operations for which the queue had no room, in order. While there are any, new ones come here
/// too.
struct Overflow {
    private struct State {
        var first: UnsafeMutablePointer<Operation>?
        var last: UnsafeMutablePointer<Operation>?
    }

    private let state: UnsafeMutablePointer<State>
    private let lock: Lock
    /// Partner: as the queue's tail.
    private let count: Counter

    static let lines = 3

    init(_ arena: inout Arena) {
        state = arena.place(State())
        lock = Lock(&arena)
        count = Counter(&arena)
    }

    @inline(__always)
    var isEmpty: Bool { count.value == 0 }

    var length: UInt64 { count.value }

    func push(_ operation: UnsafeMutablePointer<Operation>) {
        lock.locked {
            append(operation)
            count.add(1)
        }
    }

    /// Quick records that have nothing to do with each other, in one piece of memory: they are
    /// taken one by one.
    func push(run: UnsafeMutablePointer<Operation>) {
        run.pointee.isRun = true
        lock.locked {
            append(run)
            count.add(UInt64(run.pointee.count))
        }
    }

    /// Under the lock.
    private func append(_ operation: UnsafeMutablePointer<Operation>) {
        operation.pointee.next = nil
        if let last = state.pointee.last {
            last.pointee.next = operation
        } else {
            state.pointee.first = operation
        }
        state.pointee.last = operation
    }

    /// An operation; or a record of a run, copied, and its kind.
    func pop(
        _ record: UnsafeMutablePointer<acall_submission>,
        _ operation: inout UnsafeMutablePointer<Operation>?
    ) -> UInt64? {
        var emptied: UnsafeMutablePointer<Operation>?
        let kind: UInt64? = lock.locked {
            guard let first = state.pointee.first else { return nil }
            count.add(UInt64.max)
            if first.pointee.isRun {
                record.pointee = first.records[first.pointee.taken]
                first.pointee.taken += 1
                if first.pointee.taken < first.pointee.count { return EntryKind.quick }
                emptied = first
            } else {
                operation = first
            }
            state.pointee.first = first.pointee.next
            if first.pointee.next == nil { state.pointee.last = nil }
            return emptied == nil ? nil : EntryKind.quick
        }
        emptied?.free()
        return kind
    }
}
