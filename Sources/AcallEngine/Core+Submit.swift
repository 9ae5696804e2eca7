// How submissions become operations: checked, copied, queued or given a thread.
//
// Input: an array of pointers to records, from anybody. Output: how many are pending. Invariant:
// the thread that an entry needs is certain before the entry is queued, so that what was queued is
// never refused.

import CAcall

extension UnsafeMutablePointer<Core> {
    /// As `acall_submit`.
    func submit(
        _ records: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, _ count: Int
    ) -> Int64 {
        guard pointee.stopping.value == 0 else { return count == 0 ? 0 : Code.tryAgain }
        var accepted = 0
        while accepted < count {
            let result = submitNext(records + accepted, count - accepted)
            if result < 0 { return accepted > 0 ? Int64(accepted) : result }
            accepted += Int(result)
        }
        return Int64(accepted)
    }

    /// Submits the next operation, or a run of quick ones: how many records that were, or why not.
    @inline(__always)
    private func submitNext(
        _ records: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, _ count: Int
    ) -> Int64 {
        guard let first = records[0] else { return Code.badAddress }
        guard Self.isKnown(first.pointee.flags) else { return Code.invalid }
        guard Self.isPlain(first) else { return submitOperation(records, count) }
        guard pointee.isQuick(first.pointee.nr) else { return submitBlocking(records, first) }
        var run = 1
        while run < count, let next = records[run], Self.isPlain(next),
            pointee.isQuick(next.pointee.nr)
        {
            run += 1
        }
        return submitQuick(records, run)
    }

    /// Flags that exist, and a stop condition that exists.
    @inline(__always)
    static func isKnown(_ flags: UInt32) -> Bool {
        flags & ~ACALL_SUBMIT_KNOWN_FLAGS == 0
            && flags & ACALL_SUBMIT_STOP_MASK != ACALL_SUBMIT_STOP_MASK
    }

    /// A record for the pool that is not linked and wants no id: it needs no memory of its own.
    @inline(__always)
    private static func isPlain(_ record: UnsafeMutablePointer<acall_submission>) -> Bool {
        record.pointee.flags & (ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_LINK)
            == ACALL_SUBMIT_THREAD_POOL
            && record.pointee.id_pointer == 0 && isKnown(record.pointee.flags)
    }

    /// A run of records whose calls don't wait: one wake for all of them, none if a thread is
    /// awake.
    @inline(__always)
    private func submitQuick(
        _ records: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, _ count: Int
    ) -> Int64 {
        guard !pointee.limit.exists || hasMonitor(), hasThread() else { return Code.tryAgain }
        var pushed = 0
        while pushed < count {
            let added =
                pointee.overflow.isEmpty
                ? pointee.queue.push(
                    records + pushed, count - pushed, instant: pointee.instantCalls) : 0
            if added == 0 {
                let rest = ScatteredRecords(base: records + pushed)
                guard
                    let run = Operation.make(rest, count: count - pushed, mayBlock: false)
                else { break }
                pointee.overflow.push(run: run)
                pushed = count
            }
            pushed += added
        }
        quickQueued()
        return pushed > 0 ? Int64(pushed) : Code.tryAgain
    }

    /// Whether there is a thread that can be woken or is awake, or one could be had. While one
    /// lives it comes back for what is queued, so that a thread refused later delays quick calls
    /// but loses none.
    @inline(__always)
    private func hasThread() -> Bool {
        while true {
            let balance = Balance(word: pointee.balance.value)
            if balance.seekers > 0 || pointee.threads.value > 0 { return true }
            if pointee.balance.swap(balance.word, balance.word &+ Balance.seeker) {
                return addSeeker()
            }
        }
    }

    /// After quick entries were queued: no wake where a thread is awake.
    @inline(__always)
    private func quickQueued() {
        let balance = Balance(word: pointee.balance.value)
        if pointee.lacksSeekers(balance) && ensureSeekers() { return }
        // The thread that is awake may be held up: the monitor is to look after it.
        nudgeMonitor()
    }

    /// One record whose call may block.
    private func submitBlocking(
        _ records: UnsafePointer<UnsafeMutablePointer<acall_submission>?>,
        _ record: UnsafeMutablePointer<acall_submission>
    ) -> Int64 {
        guard claimThread() else { return Code.tryAgain }
        if pointee.overflow.isEmpty && pointee.queue.push(mayBlock: record) {
            nudgeIfLimited()
            return 1
        }
        guard
            let operation = Operation.make(
                ScatteredRecords(base: records), count: 1, mayBlock: true)
        else {
            unclaim()
            return Code.tryAgain
        }
        pointee.overflow.push(operation)
        nudgeIfLimited()
        return 1
    }

    /// Those who run may have to make room.
    @inline(__always)
    private func nudgeIfLimited() {
        if pointee.limit.exists { nudgeMonitor() }
    }

    /// Adds a claim, and the seeker it needs. False, and no claim, where there is no thread to be
    /// had.
    private func claimThread() -> Bool {
        var worker: UnsafeMutablePointer<Worker>?
        defer { worker?.wake() }
        return claimThread(&worker)
    }

    /// The same; the worker that it is left to the caller to wake.
    @inline(__always)
    private func claimThread(_ toWake: inout UnsafeMutablePointer<Worker>?) -> Bool {
        guard !pointee.limit.exists || hasMonitor() else { return false }
        pointee.balance.add(Balance.claim)
        if ensureSeekers(&toWake) { return true }
        unclaim()
        return false
    }

    private func unclaim() { pointee.balance.add(0 &- Balance.claim) }

    /// A chain, or a record that wants an id or a thread of its own.
    private func submitOperation(
        _ records: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, _ available: Int
    ) -> Int64 {
        var count = 0
        var isLinked = true
        while isLinked && count < available {
            guard let record = records[count] else { return Code.badAddress }
            guard Self.isKnown(record.pointee.flags) else { return Code.invalid }
            isLinked = record.pointee.flags & ACALL_SUBMIT_LINK != 0
            count += 1
        }
        let isPooled = (records[0]?.pointee.flags ?? 0) & ACALL_SUBMIT_THREAD_POOL != 0
        return submitChain(
            ScatteredRecords(base: records), count, isPooled: isPooled, observer: nil, ended: nil)
    }

    /// A chain that was looked through: how many records it has, or why it is not taken. It may be gone by then.
    @inline(__always)
    func submit(
        _ plan: ChainPlan, isTriedHere: Bool, _ observer: ChainObserver?, _ ended: ChainEnded
    ) -> Int64 {
        guard plan.prepare(observer, ended) else { return Code.busy }
        let count = Int64(plan.count)
        if !isTriedHere || !plan.isTriable || pointee.files?.isRefused ?? true {
            return queue(plan) ? count : Code.tryAgain
        }
        return attempt(plan, ended) ? count : Code.tryAgain
    }

    /// Makes the plan's calls as far as they need not wait, and leaves the rest to a thread. False: to none.
    @inline(never)
    private func attempt(_ plan: ChainPlan, _ ended: ChainEnded) -> Bool {
        guard let files = pointee.files, let steps = plan.steps else { return queue(plan) }
        pointee.attempts.add(1)
        // Partner: the store in `shutDown`, made before it waits for the attempts.
        guard pointee.stopping.value == 0 else {
            leave(pointee.attempts)
            plan.giveUp()
            return false
        }
        var attempt = Attempt(files, plan.readable)
        let spot = attempt.run(steps, plan.records, count: plan.count)
        if spot.index == plan.count {
            leave(pointee.attempts)
            plan.operation.finish(under: plan.lock)
            ended.ended(ended.context, -1, spot.code)
            return true
        }
        plan.operation.pointee.spot = spot
        plan.operation.pointee.wanted = attempt.wanted
        let isQueued = queue(plan)
        leave(pointee.attempts)
        if !isQueued { attempt.giveUp() }
        return isQueued
    }

    /// Leaves a plan that was prepared to a thread. False: none is to be had.
    @inline(__always)
    private func queue(_ plan: ChainPlan) -> Bool {
        var worker: UnsafeMutablePointer<Worker>?
        guard claimThread(&worker) else {
            worker?.wake()
            plan.giveUp()
            return false
        }
        // From here on it may end, and be gone, at any time.
        push(plan.operation, EntryKind.operation)
        // Behind the push: it may take this thread's processor at once.
        worker?.wake()
        nudgeIfLimited()
        return true
    }

    @inline(__always)
    private func push(_ operation: UnsafeMutablePointer<Operation>, _ kind: UInt64) {
        if !pointee.overflow.isEmpty || !pointee.queue.push(operation, kind: kind) {
            pointee.overflow.push(operation)
        }
    }

    /// A chain of records that were checked: how many they are, or why not.
    func submitChain(
        _ records: some ChainRecords, _ count: Int, isPooled: Bool, isSpare: Bool = false,
        observer: ChainObserver?, ended: ChainEnded?
    ) -> Int64 {
        var mayBlock = count > 1  // A chain may loop: it is never taken for quick.
        var hasIds = false
        for index in 0..<count {
            guard let record = records[index] else { continue }
            if !mayBlock, !pointee.isQuick(record.pointee.nr) { mayBlock = true }
            if record.pointee.id_pointer != 0 { hasIds = true }
        }
        guard let operation = Operation.make(records, count: count, mayBlock: mayBlock) else {
            return Code.tryAgain
        }
        (operation.pointee.observer, operation.pointee.ended) = (observer, ended)
        guard !isPooled || (mayBlock ? claimThread() : hasThread()) else {
            operation.free()
            return Code.tryAgain
        }
        guard !hasIds || pointee.identifiers.register(operation, isAccepted: isPooled) else {
            if isPooled && mayBlock { unclaim() }
            operation.free()
            return Code.tryAgain
        }
        if isPooled {
            if isSpare {
                operation.pointee.isSpare = true
                pointee.limit.spares.add(1)
            }
            let kind = mayBlock ? EntryKind.operation : EntryKind.quickOperation
            push(operation, kind)
            if mayBlock { nudgeIfLimited() } else { quickQueued() }
        } else if startThread(operation) != 0 {
            if hasIds { pointee.identifiers.finish(operation) }
            operation.free()
            return Code.tryAgain
        } else if hasIds {
            pointee.identifiers.noteUse()
        }
        return Int64(count)
    }
}
