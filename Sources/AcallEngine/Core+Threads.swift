// Threads: when one is woken or made, how one waits for work, how one leaves.
//
// Input: the balance of seekers and claims. Output: enough seekers. Invariant: a thread that adds a
// seeker to the balance then wakes or makes a thread; a thread takes itself out of the balance
// before it sleeps or blocks.

import CAcall

extension UnsafeMutablePointer<Core> {
    /// Sees to it that there are enough seekers. False where a thread was needed and none could be
    /// had.
    @discardableResult
    func ensureSeekers() -> Bool {
        var worker: UnsafeMutablePointer<Worker>?
        let isDone = ensureSeekers(&worker)
        worker?.wake()
        return isDone
    }

    /// The same; the worker that it is left to the caller to wake, soon.
    func ensureSeekers(_ toWake: inout UnsafeMutablePointer<Worker>?) -> Bool {
        while true {
            let balance = Balance(word: pointee.balance.value)
            guard pointee.lacksSeekers(balance) else { return true }
            guard pointee.balance.swap(balance.word, balance.word &+ Balance.seeker) else {
                continue
            }
            guard addSeeker(&toWake) else { return false }
        }
    }

    /// Wakes or makes the thread for a seeker that the caller has added to the balance; takes it
    /// out again where there is no thread to be had.
    func addSeeker() -> Bool {
        var worker: UnsafeMutablePointer<Worker>?
        defer { worker?.wake() }
        return addSeeker(&worker)
    }

    /// The same; the worker that it is left to the caller to wake. Of several all but the last are woken.
    private func addSeeker(_ toWake: inout UnsafeMutablePointer<Worker>?) -> Bool {
        pointee.waking.add(1)
        if let worker = pointee.idle.pop() {
            toWake?.wake()
            toWake = worker
            return true
        }
        let code = startThread(nil)
        if code == 0 { return true }
        // No partner: for the message of who is refused.
        pointee.threadFailure.store(UInt32(bitPattern: code))
        pointee.waking.add(UInt32.max)
        giveUpSeeker()
        return false
    }

    /// Starts a thread: the pool's, or an operation's own. 0 or a negated errno.
    func startThread(_ operation: UnsafeMutablePointer<Operation>?) -> Int32 {
        pointee.left.joinSome()
        guard let worker = Worker.make(self, operation) else {
            return -Int32(truncatingIfNeeded: Code.noMemory)
        }
        pointee.threads.add(1)
        pointee.workers.add(worker)
        var handle: UInt64 = 0
        let code = acall_thread_start(
            &handle,
            { context in
                guard let context else { return }
                let worker = context.assumingMemoryBound(to: Worker.self)
                worker.pointee.core.threadMain(worker)
            }, worker, operation == nil ? 1 : 0)
        if code == 0 {
            pointee.starts.add(1)
        } else {
            pointee.workers.remove(worker)
            worker.free()
            leave()
        }
        return code
    }

    /// Counts a thread out.
    private func leave() {
        if pointee.threads.add(UInt32.max) == 0 && pointee.stopping.value != 0 {
            pointee.threads.wake()
        }
    }

    private func threadMain(_ worker: UnsafeMutablePointer<Worker>) {
        if let operation = worker.pointee.operation {
            // Its submitter's own mask, as a clone carries it, but for the one signal.
            _ = acall_thread_admit_cancel(pointee.signal)
            _ = run(operation, on: worker)
            worker.pointee.control.end()
        } else {
            acall_thread_block_signals(pointee.signal)
            pointee.waking.add(UInt32.max)
            work(worker)
        }
        worker.pointee.control.retire()
        pointee.workers.remove(worker)
        pointee.left.joinSome()
        pointee.left.add(worker, acall_thread_self())
        leave()
    }

    /// Waits for work. True: look at the queue. False: leave, already counted out of the balance.
    /// `wokeSomebody`: a waiter was woken not long ago, who may want this processor: no spin.
    func waitForWork(_ worker: UnsafeMutablePointer<Worker>, wokeSomebody: Bool) -> Bool {
        if !pointee.isIdle || (!wokeSomebody && spin()) { return true }
        if pointee.stopping.value != 0 { return !retire() }
        return rest(worker)
    }

    /// Sleeps until there is work; as `waitForWork`.
    func rest(_ worker: UnsafeMutablePointer<Worker>) -> Bool {
        pointee.idle.push(worker)
        let balance = giveUpSeeker()
        // Partner: the queue's tail and the balance, changed by a submitter before it counts the
        // seekers.
        if pointee.limit.exists {
            // Perhaps it wakes this one. Only within the limit may it be a seeker again.
            if pointee.lacksSeekers(balance) { ensureSeekers() }
        } else if pointee.lacksSeekers(balance) && pointee.idle.remove(worker) {
            pointee.balance.add(Balance.seeker)
            return true
        }
        // Partner: the store in `shutDown`, made before it empties the list.
        if pointee.stopping.value != 0 && pointee.idle.remove(worker) { return false }
        // Not each sleep has a time limit: one would cost more than the sleep.
        if !worker.park(until: isMonitorWatchingIdle() ? Moment.never : idleLimit) {
            if pointee.idle.remove(worker) { return false }
            // Somebody took it out of the list just now and has added it to the balance.
            _ = worker.park(until: Moment.never)
        }
        if worker.pointee.isDismissed { return false }
        pointee.waking.add(UInt32.max)
        return true
    }

    private var idleLimit: UInt64 {
        let end = acall_monotonic_time().addingReportingOverflow(pointee.idleTime)
        return end.overflow ? Moment.never : end.partialValue
    }

    /// Takes a seeker out of the balance; false (and back in) where the others are too few.
    private func retire() -> Bool {
        let balance = giveUpSeeker()
        guard pointee.lacksSeekers(balance) else { return true }
        // As it may not stay without being one, another takes its place.
        if pointee.limit.exists { return ensureSeekers() }
        pointee.balance.add(Balance.seeker)
        return false
    }

    /// How many times longer a spin may get where a waiter helps.
    private static var longSpins: UInt64 { 50 }

    /// Whether something was queued during a short spin. Only one thread for two processors spins.
    private func spin() -> Bool {
        guard pointee.spinTime > 0 else { return false }
        let spinners = pointee.spinners.add(1)
        defer { pointee.spinners.add(UInt32.max) }
        guard spinners <= max(1, pointee.parallelism / 2) else { return false }
        let start = acall_monotonic_time()
        let longest = pointee.spinTime.multipliedReportingOverflow(by: Self.longSpins)
        let last = longest.overflow ? UInt64.max : start &+ longest.partialValue
        var (end, now) = (start &+ pointee.spinTime, start)
        repeat {
            for _ in 0..<32 {
                acall_pause()
                if !pointee.isIdle { return true }
            }
            if pointee.stopping.value != 0 { return false }
            now = acall_monotonic_time()
            // A waiter that has just helped is about to submit again. It has few calls in hand: only
            // where it lost its processor does this take long.
            if pointee.helpers.value != 0 { end = now &+ pointee.spinTime }
            // Perhaps to this thread.
            if now &- start > pointee.spinTime { acall_yield() }
        } while now < end && now < last
        return false
    }

    /// Cancels what is pending, waits for it, and for every thread. More than once does no harm.
    func shutDown() {
        // Were the kernel to refuse a wake, the signal would make up for it.
        let wasBlocked = acall_thread_admit_cancel(pointee.signal) != 0
        defer { if wasBlocked { acall_thread_refuse_cancel(pointee.signal) } }
        pointee.stopping.store(1)
        // Partner: the last attempt's wake. What it left to a thread is there by then; a thread that comes later sees `stopping`.
        wait(for: pointee.attempts)
        stopMonitor()
        // A worker that begins an operation after this finds `stopping` set, under its control's
        // lock.
        var isAsked = askAll()
        while let worker = pointee.idle.pop() {
            pointee.balance.add(Balance.seeker)
            pointee.waking.add(1)
            worker.wake()
        }
        while true {
            let count = pointee.threads.value
            if count == 0 { break }
            if isAsked {
                pointee.threads.wait(while: count)
            } else {
                Control.pause()
                isAsked = askAll()
            }
        }
        pointee.left.joinAll()
        // Partner: the last helper's wake. A thread that comes later sees `stopping` and takes nothing.
        wait(for: pointee.helpers)
    }

    /// Until there are none.
    private func wait(for others: Word) {
        while true {
            let count = others.value
            if count == 0 { return }
            others.wait(while: count)
        }
    }

    /// One of those that a shutdown waits for is no longer at work.
    func leave(_ others: Word) {
        // Partner: the wait in `shutDown`.
        if others.add(UInt32.max) == 0 && pointee.stopping.value != 0 { others.wake() }
    }

    /// Asks every worker to end what it runs; false where a signal could not be sent.
    private func askAll() -> Bool {
        var isAsked = true
        pointee.workers.forEach { isAsked = $0.pointee.control.request() && isAsked }
        return isAsked
    }

    /// Makes an engine that was shut down take submissions again.
    func reopen() {
        _ = pointee.monitorHandle.exchange(0)
        pointee.monitor.store(Monitor.absent)
        // Partner: the load in `submit`.
        pointee.stopping.store(0)
    }
}
