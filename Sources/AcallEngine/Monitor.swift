// The monitor: a thread that adds workers where quick calls turn out to be slow.
//
// Input: the queue, looked at from time to time; the idle workers. Output: more workers while it
// stands still; none that have been idle for too long.
// Invariant: it sleeps without a time limit while nothing is queued, and a submitter wakes it only
// then; so the fast path pays one load. Rejected: a clock in the submitter or the worker, which
// every call would pay for.

import CAcall

/// The monitor's states.
enum Monitor {
    static let absent: UInt32 = 0
    /// Looks at the queue from time to time.
    static let watching: UInt32 = 1
    /// Sleeps until it is nudged.
    static let asleep: UInt32 = 2
    static let stopped: UInt32 = 3
    /// Sleeps until the next idle thread has been idle for long enough, or it is nudged.
    static let dozing: UInt32 = 4
    /// Was asleep, and is to doze, since a thread has become idle.
    static let roused: UInt32 = 5

    /// How many looks without anything queued before it sleeps.
    static let quietLooks = 16
    /// How long there may be between two looks: where turns are given, and where nothing has stood
    /// still for all of the looks before.
    static let longestPause: UInt64 = 1_000_000
    /// How many looks at chains of which none blocks before those that only wait for one to block are
    /// looked after less often; and how often that is.
    static let busyLooks = 8
    static let busyPause: UInt64 = 4_000_000
    static let longestSmoothPause: UInt64 = 20_000_000
    static let noHandle = UInt64.max
}

extension UnsafeMutablePointer<Core> {
    /// An engine with a limit takes nothing without a monitor, which would never see who is blocked.
    func hasMonitor() -> Bool {
        nudgeMonitor()
        return pointee.monitor.value != Monitor.absent
    }

    /// Something quick was queued: the monitor is to look. Costs a load while it is looking.
    @inline(__always)
    func nudgeMonitor() {
        if pointee.monitor.value != Monitor.watching { wakeMonitor() }
    }

    private func wakeMonitor() {
        // Partner: the swap in `rest`: either we find it asleep, or it sees what was queued.
        if pointee.monitor.swap(Monitor.asleep, Monitor.watching)
            || pointee.monitor.swap(Monitor.dozing, Monitor.watching)
            || pointee.monitor.swap(Monitor.roused, Monitor.watching)
        {
            pointee.monitor.wake(1)
        } else if pointee.monitor.swap(Monitor.absent, Monitor.watching) {
            var handle: UInt64 = 0
            let code = acall_thread_start(
                &handle,
                { context in
                    guard let context else { return }
                    let core = context.assumingMemoryBound(to: Core.self)
                    acall_thread_block_signals(core.pointee.signal)
                    core.watch()
                }, self, 1)
            if code != 0 { pointee.threadFailure.store(UInt32(bitPattern: code)) }
            // Without a monitor the next one to nudge tries again.
            if code != 0 && pointee.monitor.swap(Monitor.watching, Monitor.absent) { return }
            // Partner: the load in `stopMonitor`.
            _ = pointee.monitorHandle.exchange(code == 0 ? handle : Monitor.noHandle)
        }
    }

    private func watch() {
        var pause = pointee.queueTime
        var progress = pointee.queue.progress
        let longest =
            pointee.limit.exists ? Monitor.longestPause : Monitor.longestSmoothPause
        var (quiet, busy) = (0, 0)
        var added = 1
        var sliced = acall_monotonic_time()
        while pointee.monitor.value != Monitor.stopped {
            // Only a shutdown changes the word while the monitor is watching.
            let end = acall_monotonic_time().addingReportingOverflow(pause)
            pointee.monitor.wait(
                while: Monitor.watching, until: end.overflow ? UInt64.max : end.partialValue)
            let before = progress
            progress = pointee.queue.progress
            if pointee.limit.exists && isCrowded {
                let now = acall_monotonic_time()
                // Where some block, those who have their turns now may block as well: it looks again soon.
                if takeBlockedTurns() { (pause, busy) = (0, 0) } else { busy += 1 }
                if now &- sliced >= RunLimit.sliceTime,
                    pointee.limit.hasWaiters || isAnyoneQueued
                {
                    sliced = now
                    pointee.limit.slice.add(1)
                }
                quiet = 0
            } else if pointee.isIdle && progress == before {
                quiet += 1
                if quiet > Monitor.quietLooks { rest(&quiet) }
            } else if progress == before {
                // Nothing was taken since the last look: twice as many threads as the last time.
                for _ in 0..<min(UInt64(added), max(1, pointee.queue.length)) {
                    pointee.balance.add(Balance.seeker)
                    if !addSeeker() { break }
                }
                added = min(added * 2, 1024)
                quiet = 0
                pause = pointee.queueTime
                continue
            } else {
                (quiet, added) = (0, 1)
            }
            pause = max(
                pointee.queueTime, min(pause * 2, quiet > 0 ? Monitor.longestPause : longest))
            if busy > Monitor.busyLooks && isCrowded && !pointee.limit.hasWaiters && !isAnyoneQueued
            {
                pause = max(pause, Monitor.busyPause)
            }
            if pointee.lacksSeekers(Balance(word: pointee.balance.value)) { ensureSeekers() }
        }
    }

    /// Whether anything waits for a thread or for its turn.
    private var isCrowded: Bool { !pointee.isIdle || pointee.limit.hasWaiters }

    /// A worker has gone to the idle list: whether the monitor will send it away in time.
    func isMonitorWatchingIdle() -> Bool {
        while true {
            switch pointee.monitor.value {
            case Monitor.watching, Monitor.dozing, Monitor.roused, Monitor.stopped: return true
            case Monitor.asleep:
                // Partner: the look at the idle list in `rest`, made after it is asleep.
                if pointee.monitor.swap(Monitor.asleep, Monitor.roused) {
                    pointee.monitor.wake(1)
                    return true
                }
            default:
                wakeMonitor()
                if pointee.monitor.value == Monitor.absent { return false }
            }
        }
    }

    /// Sleeps until something is queued; sends idle workers away.
    private func rest(_ quiet: inout Int) {
        guard pointee.monitor.swap(Monitor.watching, Monitor.asleep) else { return }
        // Partner: the load in `nudgeMonitor`, made after the entry was queued.
        if isCrowded { _ = pointee.monitor.swap(Monitor.asleep, Monitor.watching) }
        quiet = 0
        while true {
            switch pointee.monitor.value {
            case Monitor.asleep:
                // Partner: the load in `isMonitorWatchingIdle`, made after the worker was listed.
                if pointee.idle.isEmpty {
                    pointee.monitor.wait(while: Monitor.asleep)
                } else {
                    _ = pointee.monitor.swap(Monitor.asleep, Monitor.dozing)
                }
            case Monitor.roused: _ = pointee.monitor.swap(Monitor.roused, Monitor.dozing)
            case Monitor.dozing:
                let due = pointee.idle.dismiss(after: pointee.idleTime)
                if due == Moment.never {
                    _ = pointee.monitor.swap(Monitor.dozing, Monitor.asleep)
                } else {
                    pointee.monitor.wait(while: Monitor.dozing, until: due)
                }
            default: return
            }
        }
    }

    /// Ends the monitor and joins it.
    func stopMonitor() {
        let before = pointee.monitor.exchange(Monitor.stopped)
        guard before != Monitor.absent && before != Monitor.stopped else { return }
        pointee.monitor.wake()
        // The thread that started it stores the handle soon after.
        while pointee.monitorHandle.value == 0 { acall_pause() }
        let handle = pointee.monitorHandle.value
        if handle != Monitor.noHandle { acall_thread_join(handle) }
    }
}
