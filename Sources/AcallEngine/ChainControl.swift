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
    private let control = Control()
    /// 1: cancelled. Partner: the test in `running`, under the control's lock.
    private let request = Word()

    public init() {}

    deinit {
        control.free()
        request.free()
    }

    /// Cancels the chain that runs, or else the one that will. The call in progress is interrupted;
    /// records not reached complete with -ECANCELED; clean-up records run.
    public func cancel() {
        request.store(1)
        while !control.request() { Control.pause() }
    }

    /// Makes the control usable for another chain.
    public func reset() { request.store(0) }

    /// Whether it was cancelled.
    public var isCancelled: Bool { request.value != 0 }

    @inline(__always)
    func running(_ body: (Control) -> ChainEnd) -> ChainEnd {
        // Threads of Swift's concurrency run with signals blocked.
        let wasBlocked = acall_thread_admit_cancel() != 0
        control.begin { request.value != 0 }
        let end = body(control)
        control.end()
        if wasBlocked { acall_thread_refuse_cancel() }
        return end
    }
}
