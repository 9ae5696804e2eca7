// What makes the calls of one thread cancellable.
//
// Input: a request from any thread. Output: the flag that the system-call window tests, and the
// signal that ends a call already made. Invariant: a signal is announced at the gate and only while that is open;
// the thread closes the gate and then lets a signal that was announced arrive. So no signal reaches a call of a
// later operation, a clean-up record or `close`.

import CAcall

/// A handle: trivial, copied freely. One per thread that runs chains which can be cancelled.
struct Control: @unchecked Sendable {
    private struct State {
        /// The number of the engine's cancel signal; 0 where there is none.
        let signal: Int32
        var thread: Int32 = 0
        /// Of an engine with a limit: the worker, whose calls are watched.
        var worker: UnsafeMutablePointer<Worker>?
        /// Of a chain that is watched: which record it is at, and how many calls it has begun.
        var spot: (record: Word, calls: Word)?
        /// Whether the gate is open; the thread's own.
        var isOpen = false
        /// Whether an operation is running: a request between two operations is nobody's. Guarded by the lock.
        var isRunning = false
    }

    /// Bits of the gate.
    private enum Gate {
        /// A signal may be sent.
        static let open: UInt32 = 1
        /// Somebody has set the flag, and sends a signal where the gate was open: one is enough.
        static let announced: UInt32 = 2
    }

    private let state: UnsafeMutablePointer<State>
    private let lock: Lock
    /// The running thread's own, and its signal handler's.
    private let deadline: UnsafeMutablePointer<acall_deadline>
    /// ACALL_GO_ON and so on. Partner: the window's test of it, and the handler's. Set under the
    /// lock, before the signal is sent, or by the handler itself where a deadline has passed.
    private let flag: Word
    /// Partner of each change by the thread: that of the requesting thread, `prepareRequest`. Both read and write at once, so
    /// that one of the two sees what the other did before: the thread the flag, or the requesting thread that it is open.
    private let gate: Word
    /// How many threads are about to send the signal, and whether the thread waits for them.
    private let sending: Word
    private static let isAwaited: UInt32 = 1 << 31

    /// How many lines of an arena it takes.
    static let lines = 6

    init(_ arena: inout Arena, signal: Int32) {
        state = arena.place(State(signal: signal))
        lock = Lock(&arena)
        deadline = arena.place(acall_deadline())
        flag = Word(&arena)
        gate = Word(&arena)
        sending = Word(&arena)
    }

    /// Whether a request came for the operation that runs.
    @inline(__always)
    var isCancelled: Bool { flag.value == ACALL_CANCELLED }

    /// Whether the deadline that was armed has passed.
    var isTimedOut: Bool { flag.value == ACALL_TIMED_OUT }

    /// An operation starts on the calling thread. `isCancelled` where it is to be cancelled at
    /// once.
    func begin(isCancelled: () -> Bool) {
        lock.lock()
        state.pointee.thread = acall_thread_id()
        state.pointee.isOpen = true
        gate.store(Gate.open)
        state.pointee.isRunning = true
        flag.store(isCancelled() ? ACALL_CANCELLED : ACALL_GO_ON)
        lock.unlock()
    }

    /// The operation has ended.
    func end() {
        if deadline.pointee.is_armed != 0 { acall_deadline_disarm(deadline) }
        close()
        lock.lock()
        state.pointee.isRunning = false
        flag.store(ACALL_GO_ON)
        lock.unlock()
    }

    /// The thread ends, or runs no more operations under this control.
    func retire() {
        if deadline.pointee.has_timer != 0 { acall_deadline_free(deadline) }
        waitForSenders()
    }

    /// Arms the running operation's deadline, `time` ns from now; 0 disarms it. What it made of the
    /// flag is undone either way. 0 or a negated errno.
    func arm(_ time: UInt64) -> Int64 {
        if deadline.pointee.is_armed != 0 { acall_deadline_disarm(deadline) }
        // A request stays. Partner: the exchange in the handler, on this very thread.
        _ = flag.swap(ACALL_TIMED_OUT, ACALL_GO_ON)
        guard time > 0 else { return 0 }
        let end = acall_monotonic_time().addingReportingOverflow(time)
        // The kernel counts its nanoseconds with a sign.
        let moment = end.overflow ? UInt64(Int64.max) : min(end.partialValue, UInt64(Int64.max))
        return Int64(
            acall_deadline_arm(deadline, flag.address, moment, state.pointee.signal))
    }

    /// Calls of this worker are watched from now on. Before it starts.
    func limit(_ worker: UnsafeMutablePointer<Worker>) { state.pointee.worker = worker }

    /// The watcher of the chain is told where it is. Before it starts.
    func watch(_ record: Word, _ calls: Word) { state.pointee.spot = (record, calls) }

    /// A call or a wait of this record is about to begin.
    @inline(__always)
    func note(_ index: Int) {
        guard let spot = state.pointee.spot else { return }
        // Only this thread writes. Partner: the loads in `ChainControl.spot`.
        spot.record.storeRelease(UInt32(truncatingIfNeeded: index))
        spot.calls.storeRelease(spot.calls.value &+ 1)
    }

    /// Which thread the operation runs on; for the monitor.
    var thread: Int32 { lock.locked { state.pointee.thread } }

    /// A loop comes round: others may want the thread's turn.
    @inline(__always)
    func breathe() {
        if let worker = state.pointee.worker { worker.pointee.core.yieldIfAsked(worker) }
    }

    /// Does something that may take long, under the limit if there is one.
    @inline(__always)
    func watched(sleeps: Bool = false, _ body: () -> Int64) -> Int64 {
        guard let worker = state.pointee.worker else { return body() }
        worker.enterCall()
        if sleeps { worker.leaveTurn() }
        defer { worker.leaveCall() }
        return body()
    }

    /// Makes one system call, cancellable unless it is `close` or a clean-up record's. What is usual is compiled
    /// where it is asked for: a processor that comes from the kernel guesses wrong where a function returns to.
    @inline(__always)
    func call(_ nr: UInt32, _ args: CallArguments, isCleanup: Bool) -> Int64 {
        let traits = acall_call_traits(nr)
        let isUndisturbed = isCleanup || traits & ACALL_CALL_IS_CLOSE != 0
        guard isUndisturbed ? deadline.pointee.is_armed == 0 : traits == 0 else {
            return callWithCare(nr, args, traits, isUndisturbed)
        }
        let worker = state.pointee.worker
        if let worker { worker.enterCall() }
        let code = callOnce(nr, args, isUndisturbed)
        if let worker { worker.leaveCall() }
        return isAgain(code, traits, isUndisturbed)
            ? callAgain(nr, args, traits, isUndisturbed) : code
    }

    /// As `call`, but -EINTR is its result.
    @inline(never)
    func callInterruptible(_ nr: UInt32, _ args: CallArguments, isCleanup: Bool) -> Int64 {
        let traits = acall_call_traits(nr) | ACALL_CALL_IS_MADE_ONCE
        return callWithCare(
            nr, args, traits, isCleanup || traits & ACALL_CALL_IS_CLOSE != 0)
    }

    /// Whether calls need no more than `callOnce`: there is no deadline, no limit, and nobody who watches.
    var isPlain: Bool {
        deadline.pointee.is_armed == 0 && state.pointee.worker == nil && state.pointee.spot == nil
    }

    /// The call itself, which is neither made again nor counted.
    @inline(__always)
    func callOnce(_ nr: UInt32, _ args: CallArguments, _ isUndisturbed: Bool) -> Int64 {
        if state.pointee.isOpen == isUndisturbed { turnGate() }
        return args.callInWindow(
            nr, isUndisturbed ? acall_never() : UnsafePointer(flag.address))
    }

    /// What a call that `callOnce` made returns in the end.
    func settle(
        _ code: Int64, _ nr: UInt32, _ args: CallArguments, _ isUndisturbed: Bool
    ) -> Int64 {
        guard isAgain(code, acall_call_traits(nr), isUndisturbed) else { return code }
        return callAgain(nr, args, acall_call_traits(nr), isUndisturbed)
    }

    /// A signal that was no request, libc's own for setuid, ended it: the call is made again.
    @inline(__always)
    private func isAgain(
        _ code: Int64, _ traits: @autoclosure () -> UInt32, _ isUndisturbed: Bool
    ) -> Bool {
        code == Code.interrupted && traits() & ACALL_CALL_IS_MADE_ONCE == 0
            && (isUndisturbed || flag.value == ACALL_GO_ON)
    }

    @inline(never)
    private func callAgain(
        _ nr: UInt32, _ args: CallArguments, _ traits: UInt32, _ isUndisturbed: Bool
    ) -> Int64 {
        acall_note_restart()
        return callWithCare(nr, args, traits, isUndisturbed)
    }

    @inline(never)
    private func callWithCare(
        _ nr: UInt32, _ args: CallArguments, _ traits: UInt32, _ isUndisturbed: Bool
    ) -> Int64 {
        watched(sleeps: acall_call_sleeps(nr) != 0) {
            if isUndisturbed { return callUndisturbed(nr, args, traits) }
            if !state.pointee.isOpen { open() }
            return args.callCarefully(nr, flag.address, traits, state.pointee.signal)
        }
    }

    /// Makes a call that neither a request nor the deadline interrupts.
    private func callUndisturbed(
        _ nr: UInt32, _ args: CallArguments, _ traits: UInt32
    ) -> Int64 {
        if state.pointee.isOpen { close() }
        guard deadline.pointee.is_armed != 0 else { return args.callUndisturbed(nr, traits) }
        acall_thread_refuse_cancel(state.pointee.signal)
        let code = args.callUndisturbed(nr, traits)
        _ = acall_thread_admit_cancel(state.pointee.signal)
        return code
    }

    /// A wait of the engine's own, which a request and the deadline end.
    func openFlag() -> UnsafePointer<UInt32> {
        if !state.pointee.isOpen { open() }
        return UnsafePointer(flag.address)
    }

    /// The calling thread's own operation was cancelled before it began: no signal is needed.
    func noteRequest() {
        lock.lock()
        flag.store(ACALL_CANCELLED)
        lock.unlock()
    }

    /// Asks for the running operation, if there is one, to be cancelled. Any thread. False where
    /// the kernel's queue of signals is full (a limit of the user's, over all processes): the
    /// caller is to ask again.
    func request() -> Bool {
        let thread = prepareRequest()
        return thread == 0 || send(to: thread)
    }

    /// The request without its signal: the thread that `send` must be called for; 0: none. In
    /// between, and until `send` has returned, the control stays; no lock is held, since the thread
    /// that the signal wakes would run into it.
    func prepareRequest() -> Int32 {
        lock.locked {
            guard state.pointee.isRunning else { return 0 }
            flag.store(ACALL_CANCELLED)
            guard state.pointee.signal != 0 else { return 0 }
            // Before the gate says so: who closes it then waits for this one.
            sending.add(1)
            // One signal is enough (see signal.c); more would only queue up.
            if gate.fetchOr(Gate.announced) == Gate.open { return state.pointee.thread }
            endSending(of: state.pointee.thread)
            return 0
        }
    }

    /// Sends the signal that `prepareRequest` found due; as `request`.
    func send(to thread: Int32) -> Bool {
        // The thread can't be gone: before it goes it waits for `sending`.
        let isSent = acall_signal_send(thread, state.pointee.signal) == 0
        // Another one may. Where it is closed by now there is nothing to send.
        if !isSent { _ = gate.swap(Gate.open | Gate.announced, Gate.open) }
        endSending(of: thread)
        return isSent
    }

    private func endSending(of thread: Int32) {
        // Partner: the swap in `waitForSenders`. After it the control may be gone.
        let address = sending.address
        if sending.add(UInt32.max) == Self.isAwaited {
            acall_futex_wake(address, 1, UInt32(bitPattern: thread))
        }
    }

    /// Until nobody is about to send this thread a signal.
    private func waitForSenders() {
        while true {
            let count = sending.value
            if count == 0 { return }
            if count == Self.isAwaited {
                // Not where another thread has come meanwhile, if only to find the gate closed.
                if sending.swap(count, 0) { return }
            } else if count & Self.isAwaited != 0
                || sending.swap(count, count | Self.isAwaited)
            {
                sending.wait(while: count | Self.isAwaited)
            }
        }
    }

    /// How often a request whose signal can't be sent is made again, a millisecond later each time.
    static let attempts = 100

    /// Between two requests where the first could not be sent.
    static func pause() {
        withUnsafeTemporaryAllocation(byteCount: Word.size, alignment: 8) { space in
            guard let base = space.baseAddress else { return }
            Word(at: base).wait(while: 0, until: acall_monotonic_time() &+ 1_000_000)
        }
    }

    @inline(__always)
    private func turnGate() { if state.pointee.isOpen { close() } else { open() } }

    @inline(__always)
    private func open() {
        state.pointee.isOpen = true
        // A request that came while it was closed has set the flag: the window will see it.
        _ = gate.exchange(Gate.open)
    }

    /// From here on no signal is sent; one that was sent has arrived.
    @inline(__always)
    func close() {
        state.pointee.isOpen = false
        if gate.exchange(0) == Gate.open | Gate.announced { letArrive() }
    }

    @inline(never)
    private func letArrive() {
        // The handler has noted it on the flag's line: there is nothing to wait for.
        if acall_take_arrival(flag.address) != 0 { return }
        waitForSenders()
        acall_signal_drain()
        _ = acall_take_arrival(flag.address)
    }
}
