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
    let overflow = Overflow()
    let identifiers: Identifiers
    let ringWaiters: RingWaiters
    let idle = IdleWorkers()
    let workers = AllWorkers()
    let monitor = Word(Monitor.absent)
    let monitorHandle = Counter()

    /// See `Balance`. Partner of each change: the load or change in `ensureSeekers` on other
    /// threads.
    let balance = Counter()
    /// How many threads there are. Partner: the wait in `shutDown`.
    let threads = Word()
    /// The last thread that left; the next one to leave joins it. Partner: the next exchange.
    let lastLeft = Counter()
    /// 1: nothing new starts. Partner: `Control.begin`, under the control's lock.
    let stopping = Word()
    let spinners = Word()
    /// How many threads were woken or started and do not run yet. No partner: a hint for who might
    /// spin.
    let waking = Word()

    /// System calls made to wake waiters; threads ever started. For tests and for whoever is
    /// curious.
    let wakes: Counter
    let starts = Counter()

    let quickCalls: UnsafeMutablePointer<UInt64>
    let idleTime: UInt64
    let queueTime: UInt64
    let spinTime: UInt64
    let parallelism: UInt32

    init(_ configuration: EngineConfiguration, number: UInt64) {
        queue = SubmissionQueue(capacity: configuration.queueCapacity)
        wakes = Counter()
        identifiers = Identifiers(engine: number, wakes: wakes)
        ringWaiters = RingWaiters(wakes: wakes)
        let words = configuration.quickCalls.words
        quickCalls = .allocate(capacity: words.count)
        for (index, word) in words.enumerated() { (quickCalls + index).initialize(to: word) }
        idleTime = configuration.idleTime.nanoseconds
        queueTime = configuration.queueTime.nanoseconds
        spinTime = configuration.spinTime.nanoseconds
        parallelism = UInt32(
            clamping: configuration.parallelism ?? Int(acall_processor_count()))
    }

    /// Only when no thread is left.
    func free() {
        queue.free()
        overflow.free()
        identifiers.free()
        ringWaiters.free()
        idle.free()
        workers.free()
        for word in [monitor, threads, stopping, spinners, waking] { word.free() }
        for counter in [monitorHandle, balance, lastLeft, wakes, starts] { counter.free() }
        quickCalls.deallocate()
    }

    /// Whether nothing is queued. A worker asks after it has counted itself out.
    var isIdle: Bool { queue.isEmpty && overflow.isEmpty }

    /// Whether a call is known not to wait.
    @inline(__always)
    func isQuick(_ nr: UInt32) -> Bool {
        guard queueTime > 0 else { return false }
        if nr & OperationEvaluator.rangeMask == ACALL_OP_BASE { return nr != ACALL_OP_WAIT }
        guard nr < SystemCallSet.limit else { return false }
        return quickCalls[Int(nr >> 6)] & 1 << UInt64(nr & 63) != 0
    }

    /// Whether there are too few seekers for what is queued.
    func lacksSeekers(_ balance: Balance) -> Bool {
        balance.seekers < balance.claims || (balance.seekers == 0 && !isIdle)
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
    private let lock = Lock()
    /// Partner: as the queue's tail.
    private let count = Counter()

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    func free() {
        state.deallocate()
        lock.free()
        count.free()
    }

    @inline(__always)
    var isEmpty: Bool { count.value == 0 }

    func push(_ operation: UnsafeMutablePointer<Operation>) {
        lock.locked {
            operation.pointee.next = nil
            if let last = state.pointee.last {
                last.pointee.next = operation
            } else {
                state.pointee.first = operation
            }
            state.pointee.last = operation
            count.add(1)
        }
    }

    func pop() -> UnsafeMutablePointer<Operation>? {
        lock.locked {
            guard let operation = state.pointee.first else { return nil }
            state.pointee.first = operation.pointee.next
            if operation.pointee.next == nil { state.pointee.last = nil }
            count.add(UInt64.max)
            return operation
        }
    }
}
