// What lets other threads cancel a chain that runs on its caller's thread.
//
// Input: a request, before or while the chain runs. Output: the chain stops. Invariant: a request
// lasts: a chain that starts under a control that was cancelled stops at its first call, clean-up
// aside.

import CAcall

/// Cancels a chain that runs on another thread: for a deadline, or for an interrupt key.
///
/// One chain at a time runs under a control.
public final class ChainControl: Sendable {
    private let control: Control
    /// 1: cancelled. Partner: the test in `running`, under the control's lock.
    private let request: Word
    private let record: Word
    private let calls: Word
    private let signal: Int32
    private let memory: UInt

    /// The signal that ends a call in progress is the one that the process's first engine chose;
    /// where there is none yet, it is chosen here.
    public init() {
        let chosen = acall_signal_installed()
        signal = chosen != 0 ? chosen : max(acall_signal_install(0), 0)
        let space = UnsafeMutableRawPointer.allocate(
            byteCount: Arena.size(lines: Control.lines + 3), alignment: 128)
        var arena = Arena(space)
        control = Control(&arena, signal: signal)
        request = Word(&arena)
        record = Word(&arena)
        calls = Word(&arena)
        control.watch(record, calls)
        memory = UInt(bitPattern: space)
    }

    deinit { UnsafeMutableRawPointer(bitPattern: memory)?.deallocate() }

    /// Cancels the chain that runs, or else the one that will. The call in progress is interrupted;
    /// records not reached complete with -ECANCELED; clean-up records run.
    public func cancel() {
        request.store(1)
        for _ in 0..<Control.attempts {
            if control.request() { return }
            Control.pause()
        }
    }

    /// Makes the control usable for another chain.
    public func reset() { request.store(0) }

    /// Where the chain is: the index of the record whose call or wait began last, and how many have
    /// begun; nil before the first. Any thread: what stays the same for a while is waited for.
    public var spot: (record: Int, calls: UInt32)? {
        // Partner: the stores in `Control.note`.
        let count = calls.value
        return count == 0 ? nil : (Int(record.value), count)
    }

    /// Whether it was cancelled.
    public var isCancelled: Bool { request.value != 0 }

    @inline(__always)
    func running(_ body: (Control) -> ChainEnd) -> ChainEnd {
        // Threads of Swift's concurrency run with signals blocked.
        let wasBlocked = acall_thread_admit_cancel(signal) != 0
        control.begin { request.value != 0 }
        let end = body(control)
        control.end()
        // The next chain may run on another thread, and a deadline is a thread's.
        control.retire()
        if wasBlocked { acall_thread_refuse_cancel(signal) }
        return end
    }
}
