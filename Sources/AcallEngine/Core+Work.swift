// What a pool thread does: takes entries and runs them.
//
// Input: the queue. Output: completions. Invariant: a thread stops being a seeker before it runs
// anything that may block, and has then seen to it that there are enough others.

import CAcall

extension UnsafeMutablePointer<Core> {
    /// Runs entries until there are none for as long as a thread may be idle.
    func work(_ worker: UnsafeMutablePointer<Worker>) {
        Handful.with { hand in
            work(worker, hand)
            return true
        }
    }

    private func work(
        _ worker: UnsafeMutablePointer<Worker>, _ hand: Handful
    ) {
        let record = hand.records
        var wakes = pointee.wakes.value
        var hasWorked = false
        while true {
            // A turn just had is the queue's: it was meant for it.
            if hasWorked && owesTurn() {
                guard rest(worker) else { return }
            }
            if !hasWorked && pointee.limit.exists { beginSlice(worker) }
            hasWorked = true
            if runInstant(hand, upTo: Handful.size) > 0 { continue }
            var operation: UnsafeMutablePointer<Operation>?
            var kind = pointee.queue.take(record, &operation)
            if kind == nil && !pointee.overflow.isEmpty {
                kind = pointee.overflow.pop(record, &operation)
            }
            if let operation {
                start(operation, on: worker)
            } else if let kind, kind <= EntryKind.quick {
                if pointee.limit.exists {
                    runSingle(record, on: worker)
                } else {
                    runQuick(record)
                }
            } else if kind == EntryKind.mayBlock {
                block(worker) { runSingle(record, on: worker) }
            } else {
                let before = wakes
                wakes = pointee.wakes.value
                guard waitForWork(worker, wokeSomebody: wakes != before) else { return }
                hasWorked = false
            }
        }
    }

    private func start(
        _ operation: UnsafeMutablePointer<Operation>, on worker: UnsafeMutablePointer<Worker>
    ) {
        if operation.pointee.isSpare { pointee.limit.spares.add(UInt32.max) }
        var isTold = false
        let wanted = operation.pointee.wanted
        if operation.pointee.mayBlock {
            block(worker) { isTold = run(operation, on: worker) }
        } else {
            isTold = run(operation, on: worker)
        }
        // The thread that was told may have been waiting for this processor all along; and what it submits next finds a seeker.
        if isTold && pointee.isIdle { acall_yield() }
        worker.pointee.control.end()
        // Nobody waits for it any more.
        if let wanted { learn(wanted, on: worker) }
    }

    /// Looks at a path that was opened, which may block: no seeker meanwhile.
    @inline(never)
    private func learn(_ wanted: KnownKey, on worker: UnsafeMutablePointer<Worker>) {
        guard let files = pointee.files else { return }
        if pointee.limit.exists {
            worker.enterCall()
            files.learn(wanted)
            worker.leaveCall()
            return
        }
        let balance = Balance(word: pointee.balance.add(0 &- Balance.seeker))
        if pointee.lacksSeekers(balance) && !ensureSeekers() { nudgeMonitor() }
        files.learn(wanted)
        pointee.balance.add(Balance.seeker)
    }

    /// Runs what may block: neither a seeker nor a claim meanwhile, or both, where there is a
    /// limit: until it is found to be blocked.
    @inline(__always)
    private func block(_ worker: UnsafeMutablePointer<Worker>, _ body: () -> Void) {
        if pointee.limit.exists {
            worker.pointee.hasClaim = true
            body()
            worker.pointee.hasClaim = false
            pointee.balance.add(0 &- Balance.claim)
            return
        }
        let balance = Balance(
            word: pointee.balance.add(0 &- Balance.seeker &- Balance.claim))
        if pointee.lacksSeekers(balance) && !ensureSeekers() { nudgeMonitor() }
        body()
        pointee.balance.add(Balance.seeker)
    }

    /// A record without an id whose call does not wait: nobody can ask for it to be cancelled.
    @inline(__always)
    private func runQuick(_ record: UnsafeMutablePointer<acall_submission>) {
        var runner = ChainRunner(
            ContiguousRecords(base: record), count: 1, observer: nil, core: self, control: nil)
        if pointee.stopping.value != 0 {
            _ = runner.runAlone(isCancelled: true)
        } else {
            if let ring = UnsafePointer<acall_completion_ring>(
                bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_ring_pointer))
            {
                acall_prefetch_ring(ring)
            }
            _ = runner.runAlone()
        }
    }

    /// A record without an id whose call may block: only a shutdown cancels it.
    private func runSingle(
        _ record: UnsafeMutablePointer<acall_submission>, on worker: UnsafeMutablePointer<Worker>
    ) {
        let control = worker.pointee.control
        control.begin { pointee.stopping.value != 0 }
        var runner = ChainRunner(
            ContiguousRecords(base: record), count: 1, observer: nil, core: self, control: control)
        _ = runner.run(isCancelled: control.isCancelled)
        control.end()
    }

    /// Runs an operation to its completion and frees it. The control's end is left to the caller: a request that comes
    /// until then is nobody's. Whether a thread was told.
    func run(
        _ operation: UnsafeMutablePointer<Operation>, on worker: UnsafeMutablePointer<Worker>
    ) -> Bool {
        let control = worker.pointee.control
        control.begin { pointee.stopping.value != 0 }
        let hasIds = operation.pointee.ids > 0
        let plansLock = operation.pointee.lock
        if let plansLock {
            if !operation.start(under: plansLock, on: worker) { control.noteRequest() }
        } else if hasIds && !pointee.identifiers.start(operation, on: worker) {
            control.noteRequest()
        }
        let end =
            if var observer = operation.pointee.observer {
                runChain(operation, &observer, control)
            } else {
                runChain(operation, nil, control)
            }
        if let plansLock {
            operation.finish(under: plansLock)
        } else if hasIds {
            pointee.identifiers.finish(operation)
        }
        let ended = operation.pointee.ended
        if plansLock == nil { operation.free() }
        // From here on a plan's operation is its owner's again.
        guard let ended else { return false }
        ended.ended(ended.context, Int64(end.stoppedAt), end.returnCode)
        return true
    }

    @inline(__always)
    private func runChain(
        _ operation: UnsafeMutablePointer<Operation>, _ observer: UnsafePointer<ChainObserver>?,
        _ control: Control
    ) -> ChainEnd {
        var runner = ChainRunner(
            ContiguousRecords(base: operation.records), count: operation.pointee.count,
            observer: observer, core: self, control: control)
        if let plan = operation.pointee.plan {
            return runner.run(plan, from: operation.pointee.spot, under: control)
        }
        return runner.run(isCancelled: control.isCancelled)
    }
}
