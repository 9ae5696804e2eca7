// The limit on threads that are runnable: who may run, who waits for a turn.
//
// Input: workers that enter calls, block in them and come back. Output: never more than the limit
// run at once. Invariant: in an engine with a limit a seeker is a thread that may run, also while
// it runs a chain; where anybody waits for a turn, the seekers are as many as the limit. A thread
// that the monitor finds asleep in its call is no seeker until it has its turn again, so that a
// chain that waits for another never holds it up.

import CAcall

/// What a worker of a limited engine is doing, as the monitor sees it.
enum Phase {
    static let running: UInt32 = 0
    static let inCall: UInt32 = 1
    /// The same, and the worker has a claim in the balance.
    static let inClaimedCall: UInt32 = 3
}

/// Whose a worker's turn is. Changed under the limit's lock.
enum Turn {
    static let mine: UInt32 = 0
    /// The monitor looks whether the worker is still in its call.
    static let asked: UInt32 = 1
    /// The monitor found it asleep in its call: it is no seeker any more.
    static let taken: UInt32 = 2
}

/// A handle: trivial, copied freely.
struct RunLimit {
    private struct State {
        var first: UnsafeMutablePointer<Worker>?
        var last: UnsafeMutablePointer<Worker>?
        /// Whether the next turn is the queue's, where both it and a thread back from a call want
        /// it.
        var isQueuesTurn = false
    }

    /// 0: there is none.
    let count: UInt32
    /// Whether the kernel can make every thread of the process pass a barrier.
    let hasBarrier: Bool
    private let state: UnsafeMutablePointer<State>
    let lock: Lock
    /// How many wait for a turn. Changed under the lock. Partner: the loads by who has a turn; one
    /// that comes too late is made up for by the monitor.
    private let waiting: Word
    /// How many queued operations only take a turn that is free. Added to before such an operation is
    /// queued, taken from after: so the others are never counted as more than they are.
    let spares: Word
    /// Grows when those who run have run long enough. Partner: the loads in `yieldIfAsked`.
    let slice: Word

    static let lines = 5
    /// How long a chain runs while others want its turn, in ns.
    static let sliceTime: UInt64 = 10_000_000

    init(_ arena: inout Arena, count: UInt32) {
        self.count = count
        hasBarrier = count > 0 && acall_heavy_fence_is_there() != 0
        state = arena.place(State())
        lock = Lock(&arena)
        waiting = Word(&arena)
        slice = Word(&arena)
        spares = Word(&arena)
    }

    @inline(__always) var exists: Bool { count != 0 }
    @inline(__always) var hasWaiters: Bool { waiting.value != 0 }

    /// Under the lock.
    func push(_ worker: UnsafeMutablePointer<Worker>) {
        // No partner: until it is in the list nobody wakes it.
        worker.pointee.sleep.store(Worker.awake)
        worker.pointee.nextTurn = nil
        if let last = state.pointee.last {
            last.pointee.nextTurn = worker
        } else {
            state.pointee.first = worker
        }
        state.pointee.last = worker
        waiting.add(1)
    }

    /// Under the lock.
    func pop() -> UnsafeMutablePointer<Worker>? {
        guard let worker = state.pointee.first else { return nil }
        state.pointee.first = worker.pointee.nextTurn
        if state.pointee.first == nil { state.pointee.last = nil }
        waiting.add(UInt32.max)
        return worker
    }

    /// Under the lock: whether the queue goes before those who wait for a turn. Every other time.
    func queueGoesFirst() -> Bool {
        state.pointee.isQueuesTurn.toggle()
        return state.pointee.isQueuesTurn
    }
}

extension UnsafeMutablePointer<Worker> {
    /// The worker's chain makes a call that may block.
    @inline(__always)
    func enterCall() {
        // Partner: the load in `takeBlockedTurns`, which may come to see it later.
        pointee.phase.storeRelease(callPhase)
    }

    /// It is back: goes on when it has a turn.
    @inline(__always)
    func leaveCall() {
        // Partner: the load in `takeBlockedTurns`, behind its barrier: either it sees this, or we see
        // below that it has a hand on our turn. A locked instruction here would cost each call more
        // than all that the engine does for it.
        pointee.phase.storeRelease(Phase.running)
        if !pointee.core.pointee.limit.hasBarrier {
            acall_full_fence()
        } else {
            acall_light_fence()
        }
        if pointee.turn.value == Turn.mine {
            pointee.core.yieldIfAsked(self)
        } else {
            leaveWatchedCall()
        }
    }

    @inline(never)
    private func leaveWatchedCall() {
        // What the monitor does with the turn it does under the lock.
        let isTaken = pointee.core.pointee.limit.lock.locked {
            let isTaken = pointee.turn.value == Turn.taken
            pointee.turn.store(Turn.mine)
            return isTaken
        }
        if isTaken { pointee.core.regainTurn(self) } else { pointee.core.yieldIfAsked(self) }
    }

    /// The call that it has entered does nothing but sleep: its turn is another's at once, and not only when the monitor
    /// has found it asleep.
    func leaveTurn() {
        let isMine = pointee.core.pointee.limit.lock.locked {
            let isMine = pointee.turn.value == Turn.mine
            pointee.turn.store(Turn.taken)
            return isMine
        }
        guard isMine else { return }
        let balance = pointee.core.giveUpSeeker(claims: claims)
        if pointee.core.pointee.lacksSeekers(balance) { pointee.core.ensureSeekers() }
    }

    /// The worker's own: others see the claim in the phase.
    private var callPhase: UInt32 { pointee.hasClaim ? Phase.inClaimedCall : Phase.inCall }

    /// What the worker counts for in the balance while it has a turn. The worker's own, too.
    fileprivate var claims: UInt64 { pointee.hasClaim ? Balance.claim : 0 }
}

extension UnsafeMutablePointer<Core> {
    /// Takes a seeker (and `claims`) out of the balance, or gives its turn to who waits for one.
    /// Returns the balance after.
    @discardableResult
    func giveUpSeeker(claims: UInt64 = 0) -> Balance {
        guard pointee.limit.exists else {
            return Balance(word: pointee.balance.add(0 &- Balance.seeker &- claims))
        }
        pointee.limit.lock.lock()
        let next = pointee.limit.pop()
        let seeker = next == nil ? Balance.seeker : 0
        let balance = Balance(word: pointee.balance.add(0 &- seeker &- claims))
        pointee.limit.lock.unlock()
        next?.wake()
        return balance
    }

    /// A worker whose turn was taken in its call has another, at once or when one is free.
    fileprivate func regainTurn(_ worker: UnsafeMutablePointer<Worker>) {
        pointee.limit.lock.lock()
        while true {
            let balance = Balance(word: pointee.balance.value)
            guard balance.seekers < pointee.limit.count else { break }
            let added = balance.word &+ Balance.seeker &+ worker.claims
            if pointee.balance.swap(balance.word, added) {
                pointee.limit.lock.unlock()
                return
            }
        }
        pointee.limit.push(worker)
        pointee.limit.lock.unlock()
        waitForTurn(worker)
        pointee.balance.add(worker.claims)
    }

    private func waitForTurn(_ worker: UnsafeMutablePointer<Worker>) {
        nudgeMonitor()
        while !worker.park(until: UInt64.max) {}
        beginSlice(worker)
    }

    /// A worker has a turn from now on: the slice that has begun is its own.
    func beginSlice(_ worker: UnsafeMutablePointer<Worker>) {
        worker.pointee.slice = pointee.limit.slice.value
    }

    /// Whether anything is queued that a running chain makes room for.
    var isAnyoneQueued: Bool {
        pointee.queue.length + pointee.overflow.length > UInt64(pointee.limit.spares.value)
    }

    /// Lets others run who want to, once for each slice.
    @inline(__always)
    func yieldIfAsked(_ worker: UnsafeMutablePointer<Worker>) {
        let slice = pointee.limit.slice.value
        guard worker.pointee.slice != slice else { return }
        yield(worker)
    }

    @inline(never)
    private func yield(_ worker: UnsafeMutablePointer<Worker>) {
        pointee.limit.lock.lock()
        let isQueued = isAnyoneQueued
        guard isQueued || pointee.limit.hasWaiters else {
            pointee.limit.lock.unlock()
            beginSlice(worker)
            return
        }
        let isQueuesTurn =
            isQueued && (!pointee.limit.hasWaiters || pointee.limit.queueGoesFirst())
        pointee.limit.push(worker)
        let next = isQueuesTurn ? nil : pointee.limit.pop()
        pointee.limit.lock.unlock()
        if let next { next.wake() } else { _ = addSeeker() }
        waitForTurn(worker)
    }

    /// Whether a worker that could take from the queue is to leave its turn to one that is back
    /// from a call.
    func owesTurn() -> Bool {
        guard pointee.limit.exists, pointee.limit.hasWaiters else { return false }
        return pointee.limit.lock.locked {
            !isAnyoneQueued || !pointee.limit.queueGoesFirst()
        }
    }

    /// Takes the turns of those who sleep in their calls; whether there were any. The monitor's.
    func takeBlockedTurns() -> Bool {
        var hasTaken = false
        // Those that have turns are few, however many are blocked: most of them are the newest.
        var left = Balance(word: pointee.balance.value).seekers
        pointee.workers.forEach(while: { worker in
            guard left > 0 else { return false }
            let phase = worker.pointee.phase.value
            guard phase == Phase.inCall || phase == Phase.inClaimedCall,
                worker.pointee.turn.value == Turn.mine
            else { return true }
            left -= 1
            if acall_thread_sleeps(worker.pointee.control.thread) != 0, takeTurn(of: worker) {
                hasTaken = true
            }
            return true
        })
        return hasTaken
    }

    /// Takes the turn of a worker that is still in a call, whichever.
    private func takeTurn(of worker: UnsafeMutablePointer<Worker>) -> Bool {
        let claims: UInt64? = pointee.limit.lock.locked {
            guard worker.pointee.turn.value == Turn.mine else { return nil }
            // Partner: the load in `leaveCall`, behind its own fence.
            worker.pointee.turn.store(Turn.asked)
            if pointee.limit.hasBarrier { acall_heavy_fence() }
            let phase = worker.pointee.phase.value
            let isInCall = phase == Phase.inCall || phase == Phase.inClaimedCall
            worker.pointee.turn.store(isInCall ? Turn.taken : Turn.mine)
            return isInCall ? phase == Phase.inClaimedCall ? Balance.claim : 0 : nil
        }
        guard let claims else { return false }
        giveUpSeeker(claims: claims)
        return true
    }
}
