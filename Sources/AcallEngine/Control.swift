// What makes the calls of one thread cancellable.
//
// Input: a request from any thread. Output: the flag that the system-call window tests, and the
// signal that ends a call already made. Invariant: the signal is sent only under the lock and only
// while `isOpen`; the thread closes under the lock and then lets a signal that was sent arrive. So
// no signal reaches a call of a later operation, a clean-up record or `close`.

import CAcall

/// A handle: trivial, copied freely. One per thread that runs chains which can be cancelled.
struct Control: @unchecked Sendable {
    private struct State {
        var thread: Int32 = 0
        /// Whether a signal may be sent: written by the thread under the lock, read by it without.
        var isOpen = false
        /// Whether an operation is running: a request between two operations is nobody's.
        var isRunning = false
        /// Whether a signal was sent since the last time that signals were let arrive.
        var isSignalled = false
    }

    private let state: UnsafeMutablePointer<State>
    private let lock = Lock()
    /// Partner: the window's test of it, and the handler's. Set under the lock, before the signal
    /// is sent.
    private let flag = Word()

    init() {
        state = .allocate(capacity: 1)
        state.initialize(to: State())
    }

    func free() {
        state.deallocate()
        lock.free()
        flag.free()
    }

    /// The number of `close`, which is never interrupted.
    #if arch(x86_64)
        private static let close: UInt32 = 3
    #else
        private static let close: UInt32 = 57
    #endif

    /// Whether a request came for the operation that runs.
    @inline(__always)
    var isCancelled: Bool { flag.value != 0 }

    /// The flag's address, for a wait of the engine's own that goes through the window.
    func openFlag() -> UnsafePointer<UInt32> {
        if !state.pointee.isOpen { open() }
        return UnsafePointer(flag.address)
    }

    /// An operation starts on the calling thread. `isCancelled` where it is to be cancelled at
    /// once.
    func begin(isCancelled: () -> Bool) {
        lock.lock()
        state.pointee.thread = acall_thread_id()
        state.pointee.isOpen = true
        state.pointee.isRunning = true
        flag.store(isCancelled() ? 1 : 0)
        lock.unlock()
    }

    /// The operation has ended.
    func end() {
        close()
        lock.lock()
        state.pointee.isRunning = false
        flag.store(0)
        lock.unlock()
    }

    /// Makes one system call, cancellable unless it is `close` or a clean-up record's.
    @inline(never)
    func call(_ nr: UInt32, _ args: UnsafePointer<UInt64>, isCleanup: Bool) -> Int64 {
        if isCleanup || nr == Self.close {
            if state.pointee.isOpen { close() }
            return acall_raw_syscall(UInt64(nr), args)
        }
        if !state.pointee.isOpen { open() }
        if acall_signal_concerns(nr) != 0 { return callWithMask(nr, args) }
        return acall_window_call(UInt64(nr), args, flag.address)
    }

    /// A call that replaces the signal mask while it waits must let the cancel signal through.
    private func callWithMask(_ nr: UInt32, _ args: UnsafePointer<UInt64>) -> Int64 {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 9) { space in
            guard let base = space.baseAddress else { return Code.noMemory }
            base.initialize(from: args, count: 6)
            (base + 6).initialize(repeating: 0, count: 3)
            acall_signal_admit(nr, base, base + 6)
            return acall_window_call(UInt64(nr), base, flag.address)
        }
    }

    /// Asks for the running operation, if there is one, to be cancelled. Any thread. False where
    /// the kernel's queue of signals is full (a limit of the user's, over all processes): the
    /// caller is to ask again.
    func request() -> Bool {
        lock.lock()
        defer { lock.unlock() }
        guard state.pointee.isRunning else { return true }
        flag.store(1)
        // One signal is enough (see signal.c); more would only queue up.
        guard state.pointee.isOpen, !state.pointee.isSignalled else { return true }
        // The thread can't be gone: before it goes it takes the lock.
        state.pointee.isSignalled = acall_signal_send(state.pointee.thread) == 0
        return state.pointee.isSignalled
    }

    /// Between two requests where the first could not be sent.
    static func pause() {
        let word = Word()
        word.wait(while: 0, until: acall_monotonic_time() &+ 1_000_000)
        word.free()
    }

    private func open() {
        // A request that came while it was closed has set the flag: the window will see it.
        lock.lock()
        state.pointee.isOpen = true
        lock.unlock()
    }

    /// From here on no signal is sent; one that was sent has arrived.
    func close() {
        lock.lock()
        state.pointee.isOpen = false
        let wasSignalled = state.pointee.isSignalled
        state.pointee.isSignalled = false
        lock.unlock()
        if wasSignalled { acall_signal_drain() }
    }
}
