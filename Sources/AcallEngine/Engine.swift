// The engine as a Swift app owns it.
//
// Input: records of acall.h. Output: completions in the caller's memory. Invariant: an engine that
// is gone has no thread and no pending operation; in a fork's child it is as new, without threads
// and operations.

import CAcall

/// Runs system calls: chains on the caller's thread, submissions on threads of its own.
///
/// Every method may be called by any thread. Memory that a record names stays the caller's, who
/// keeps it until the record's operation has completed.
public final class Engine: Sendable {
    private let configuration: EngineConfiguration
    private let signal: Int32
    /// The address of the core (0: no memory was to be had in a child), and the count of forks it
    /// was made in. Guarded by `renewal` in a child.
    private let core: Counter
    private let generation: Word
    private let renewal: Lock
    private let restarting: Lock
    private let memory: UInt
    /// The address of a `Companion`, or 0.
    let companionWord: Counter

    /// - Throws: `EngineError` where the configuration makes no sense, no signal is free to cancel
    ///   with, there is no memory, or a seccomp filter refuses a call that the engine needs.
    public convenience init(
        configuration: EngineConfiguration = EngineConfiguration()
    ) throws(EngineError) {
        let capacity = configuration.queueCapacity
        guard 64...(1 << 20) ~= capacity, capacity & (capacity - 1) == 0 else {
            throw .invalidQueueCapacity
        }
        if let parallelism = configuration.parallelism, parallelism < 1 {
            throw .invalidParallelism
        }
        if let limit = configuration.runnableLimit, limit < 1 { throw .invalidRunnableLimit }
        if configuration.concurrentRuns < 1 { throw .invalidConcurrentRuns }
        if configuration.cancelSignal == 0 { throw .invalidCancelSignal }
        var number: Int32 = 0
        if acall_refused_call(&number, 0) != nil { throw .refused(errno: number) }
        let signal = acall_signal_install(configuration.cancelSignal ?? 0)
        guard signal != Int32(Code.invalid) else { throw .invalidCancelSignal }
        guard signal != Int32(Code.busy) else { throw .cancelSignalInUse }
        guard signal > 0 else { throw .refused(errno: -signal) }
        self.init(checked: configuration, signal: signal)
        guard Self.pointer(core.value) != nil else {
            throw .refused(errno: -Int32(Code.noMemory))
        }
    }

    /// For a configuration that needs no check. Without a signal, blocked calls are not
    /// interrupted.
    init(checked configuration: EngineConfiguration, signal: Int32) {
        self.configuration = configuration
        self.signal = signal
        let space = UnsafeMutableRawPointer.allocate(
            byteCount: Arena.size(lines: 5), alignment: 128)
        var arena = Arena(space)
        generation = Word(&arena, acall_fork_count())
        renewal = Lock(&arena)
        restarting = Lock(&arena)
        let made = Core.make(configuration, signal: signal)
        core = Counter(&arena, UInt64(UInt(bitPattern: made)))
        companionWord = Counter(&arena)
        memory = UInt(bitPattern: space)
    }

    deinit {
        // The parent's threads don't exist in a child, so what they used is left as it is there.
        if generation.value == acall_fork_count(), let core = Self.pointer(core.value) {
            core.shutDown()
            core.pointee.free()
            acall_memory_free(core)
        }
        freeCompanion()
        UnsafeMutableRawPointer(bitPattern: memory)?.deallocate()
    }

    /// As configured.
    package var concurrentRuns: Int { configuration.concurrentRuns }

    /// Whether it was shut down.
    package var isStopping: Bool { current.map { $0.pointee.stopping.value != 0 } ?? true }

    /// Cancels what is pending, waits until it has completed, and leaves no thread behind. After
    /// it, submissions are refused with -EAGAIN; chains still run on their callers' threads.
    public func shutdown() { current?.shutDown() }

    /// As `acall_shutdown`: a shutdown after which submissions are taken again.
    func restart() {
        guard let core = current else { return }
        restarting.locked {
            core.shutDown()
            core.reopen()
        }
    }

    /// Runs one linked chain on the calling thread, with no hand-off, and returns when it has
    /// ended.
    ///
    /// The records stay the caller's, who keeps them and all they point to alive and unmoved until
    /// the call returns. ACALL_SUBMIT_LINK, ACALL_SUBMIT_THREAD_POOL and ids are not looked at:
    /// `count` is the chain. With a `control`, other threads may cancel it.
    public func runChain(
        _ submissions: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, count: Int,
        observer: UnsafePointer<ChainObserver>? = nil, control: ChainControl? = nil
    ) -> ChainEnd {
        run(ScatteredRecords(base: submissions), count, observer, control)
    }

    /// The same for records that stand one after the other: the faster way.
    public func runChain(
        records: UnsafeMutablePointer<acall_submission>, count: Int,
        observer: UnsafePointer<ChainObserver>? = nil, control: ChainControl? = nil
    ) -> ChainEnd {
        run(ContiguousRecords(base: records), count, observer, control)
    }

    /// The same for a chain that was looked through: the fastest way. It has no control.
    public func runChain(
        _ plan: ChainPlan, observer: UnsafePointer<ChainObserver>? = nil
    ) -> ChainEnd {
        guard let core = current else {
            return ChainEnd(stoppedAt: 0, returnCode: Code.noMemory)
        }
        guard let steps = plan.steps else {
            return runChain(records: plan.records, count: plan.count, observer: observer)
        }
        let spot = steps.run(from: PlannedSpot(index: 0, code: 0), mayLoop: true) {
            nr, args, _ in args.callHere(nr)
        }
        if spot.index == plan.count { return ChainEnd(stoppedAt: -1, returnCode: spot.code) }
        return goOn(plan, steps, at: spot, observer, core)
    }

    @inline(never)
    private func goOn(
        _ plan: ChainPlan, _ steps: PlannedSteps, at spot: PlannedSpot,
        _ observer: UnsafePointer<ChainObserver>?, _ core: UnsafeMutablePointer<Core>
    ) -> ChainEnd {
        var runner = ChainRunner(
            ContiguousRecords(base: plan.records), count: plan.count, observer: observer,
            core: core, control: nil)
        return runner.goOn(steps, at: spot)
    }

    /// As `acall_submit`: how many are pending, or the negated errno of the first.
    public func submit(
        _ submissions: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, count: Int
    ) -> Int {
        guard let core = current else { return count == 0 ? 0 : Int(Code.tryAgain) }
        return Int(core.submit(submissions, count))
    }

    /// Runs records that stand one after the other as one chain on a pool thread, whatever their
    /// ACALL_SUBMIT_LINK says: `count`, or a negated errno (as `submit`), and then nothing happens.
    ///
    /// The records are copied. `observer` is told of them as `runChain`'s is; `ended` is told once,
    /// on the chain's thread, when the last completion has been stored and the ids name nothing
    /// more. What `context`s point to must live until then.
    ///
    /// `isSpare`: in an engine with a `runnableLimit` no running chain gives up its turn for this one, which
    /// is there to go on with the same work where another blocks.
    public func submitChain(
        records: UnsafeMutablePointer<acall_submission>, count: Int, isSpare: Bool = false,
        observer: ChainObserver? = nil, ended: ChainEnded? = nil
    ) -> Int {
        guard count > 0 else { return count == 0 ? 0 : Int(Code.invalid) }
        guard let core = current, core.pointee.stopping.value == 0 else {
            return Int(Code.tryAgain)
        }
        for index in 0..<count where !UnsafeMutablePointer<Core>.isKnown(records[index].flags) {
            return Int(Code.invalid)
        }
        return Int(
            core.submitChain(
                ContiguousRecords(base: records), count, isPooled: true, isSpare: isSpare,
                observer: observer, ended: ended))
    }

    /// The same for a chain that was looked through: nothing is copied, the plan and its records stay the caller's, who
    /// keeps them unchanged until `ended` is told; until then it is refused with -EBUSY. Its records' ids are not looked
    /// at.
    ///
    /// `isTriedHere`: calls that need not wait may be made by the calling thread (see
    /// `EngineConfiguration.triesOnCaller`), in the state that this thread is in; where that is all of them, `ended` is
    /// told by it before this returns: it must not submit another so. Where no thread is to be had for the rest, that is
    /// -EAGAIN too: what was opened is closed again.
    public func submitChain(
        _ plan: ChainPlan, isTriedHere: Bool = false, observer: ChainObserver? = nil,
        ended: ChainEnded
    ) -> Int {
        guard let core = current, core.pointee.stopping.value == 0 else {
            return Int(Code.tryAgain)
        }
        guard plan.isKnown else { return Int(Code.invalid) }
        return Int(core.submit(plan, isTriedHere: isTriedHere, observer, ended))
    }

    /// As `acall_ring_pwait`.
    public func waitForRing(
        _ ring: UnsafeMutablePointer<acall_completion_ring>, tail: UInt32, minimum: UInt32,
        time: UnsafePointer<timespec>? = nil, mask: UnsafePointer<sigset_t>? = nil,
        maskSize: Int = 8
    ) -> Int {
        guard let limits = WaitLimits(time, mask, size: maskSize) else { return Int(Code.invalid) }
        guard let core = current else { return Int(Code.noMemory) }
        if mask == nil, core.help(ring, tail: tail, minimum: minimum, until: limits.deadline) {
            return 0
        }
        // A thread that is only about to run may want this processor.
        let isAwake =
            Balance(word: core.pointee.balance.value).seekers > 0
            && core.pointee.waking.value == 0
        return Int(
            core.pointee.ringWaiters.wait(
                ring, tail: tail, minimum: minimum, limits: limits,
                spin: isAwake ? core.pointee.spinTime : 0))
    }

    /// As `acall_comp_pwait`.
    public func waitForCompletion(
        _ ids: UnsafePointer<UnsafeMutablePointer<acall_id>?>, count: Int,
        time: UnsafePointer<timespec>? = nil, mask: UnsafePointer<sigset_t>? = nil,
        maskSize: Int = 8
    ) -> Int {
        guard let limits = WaitLimits(time, mask, size: maskSize) else { return Int(Code.invalid) }
        guard let identifiers = current?.pointee.identifiers, identifiers.isUsed else {
            return Int(Code.invalid)
        }
        return count == 0 ? 0 : Int(identifiers.wait(ids, count: count, limits: limits))
    }

    /// As `acall_cancel`: 0, or -EAGAIN where no such operation is pending.
    public func cancel(_ id: UnsafePointer<acall_id>) -> Int {
        Int(current?.pointee.identifiers.cancel(id) ?? Code.tryAgain)
    }

    /// The same for a plan that was submitted.
    public func cancel(_ plan: ChainPlan) -> Int { Int(plan.cancel()) }

    /// Starts a thread, so that where none can be had its owner knows it before it submits anything. 0 or a negated
    /// errno.
    package func startThread() -> Int {
        guard let core = current else { return Int(Code.noMemory) }
        if core.pointee.limit.exists, !core.hasMonitor() { return threadFailure }
        core.pointee.balance.add(Balance.seeker)
        return core.addSeeker() ? 0 : threadFailure
    }

    /// Why no thread could be had when last one was wanted, a negated errno.
    package var threadFailure: Int {
        let code = Int(Int32(bitPattern: current?.pointee.threadFailure.value ?? 0))
        return code < 0 ? code : Int(Code.tryAgain)
    }

    /// What the engine has done so far.
    public var statistics: EngineStatistics {
        guard let core = current else {
            return EngineStatistics(threads: 0, threadsStarted: 0, completionWakes: 0)
        }
        return EngineStatistics(
            threads: Int(core.pointee.threads.value), threadsStarted: core.pointee.starts.value,
            completionWakes: core.pointee.wakes.value)
    }
}

/// Figures of one engine, for tests and for diagnosis.
public struct EngineStatistics: Sendable {
    /// Threads that run operations or wait for them; the monitor is not counted.
    public var threads: Int
    /// How many of them were ever started.
    public var threadsStarted: UInt64
    /// System calls made to wake those who wait for completions.
    public var completionWakes: UInt64
}

extension Engine {
    @inline(__always)
    private func run(
        _ records: some ChainRecords, _ count: Int, _ observer: UnsafePointer<ChainObserver>?,
        _ control: ChainControl?
    ) -> ChainEnd {
        guard let core = current else {
            return ChainEnd(stoppedAt: 0, returnCode: Code.noMemory)
        }
        guard let control else {
            var runner = ChainRunner(
                records, count: count, observer: observer, core: core, control: nil)
            return runner.runAlone()
        }
        return control.running { control in
            var runner = ChainRunner(
                records, count: count, observer: observer, core: core, control: control)
            return runner.run()
        }
    }

    /// Leaves the processor to the engine's threads, but not for long: until what was submitted `hasEnded`, or for as
    /// long as its waiters spin. A thread that has been woken often starts on the waker's processor.
    package func giveWay(until hasEnded: () -> Bool) {
        guard let core = current, !hasEnded() else { return }
        acall_yield()
        if hasEnded() { return }
        let start = acall_monotonic_time()
        while acall_monotonic_time() &- start < core.pointee.spinTime {
            for _ in 0..<16 {
                acall_pause()
                if hasEnded() { return }
            }
            acall_yield()
        }
    }

    private static func pointer(_ address: UInt64) -> UnsafeMutablePointer<Core>? {
        UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: address))
    }

    /// The core: a new one in a fork's child, whose parent's threads it does not have.
    @inline(__always)
    private var current: UnsafeMutablePointer<Core>? {
        if generation.value == acall_fork_count(), let core = Self.pointer(core.value) {
            return core
        }
        renew()
        return Self.pointer(core.value)
    }

    private func renew() {
        renewal.locked {
            let forks = acall_fork_count()
            guard generation.value != forks || core.value == 0 else { return }
            // The old core may be in any state, as the parent's threads left it: it is not freed.
            let made = Core.make(configuration, signal: signal)
            _ = core.exchange(UInt64(UInt(bitPattern: made)))
            // Partner: the load in `current`, which then loads the core.
            generation.store(forks)
        }
    }
}
