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
    /// The address of the core, and the count of forks it was made in. Guarded by `renewal` in a
    /// child.
    private let core: Counter
    private let generation: Word
    private let renewal = Lock()

    /// How many engines were ever made: an id's first half.
    private static let engines = Counter()

    /// - Throws: `EngineError` where the configuration makes no sense, or no signal is free to
    ///   cancel with.
    public convenience init(
        configuration: EngineConfiguration = EngineConfiguration()
    ) throws(EngineError) {
        let capacity = configuration.queueCapacity
        guard 64...(1 << 20) ~= capacity, capacity & (capacity - 1) == 0 else {
            throw .invalidConfiguration("queueCapacity: a power of two from 64 to 2^20")
        }
        if let parallelism = configuration.parallelism, parallelism < 1 {
            throw .invalidConfiguration("parallelism: at least 1")
        }
        let code = acall_signal_install()
        guard code == 0 else { throw .refused(call: "rt_sigaction", errno: -code) }
        self.init(checked: configuration)
    }

    /// For a configuration that needs no check. Without a signal, blocked calls are not
    /// interrupted.
    init(checked configuration: EngineConfiguration) {
        self.configuration = configuration
        generation = Word(acall_fork_count())
        core = Counter(Self.makeCore(configuration))
    }

    deinit {
        // The parent's threads don't exist in a child, so what they used is left as it is there.
        if generation.value == acall_fork_count(), let core = Self.pointer(core.value) {
            core.shutDown()
            core.pointee.free()
            core.deallocate()
        }
        core.free()
        generation.free()
        renewal.free()
    }

    /// Cancels what is pending, waits until it has completed, and leaves no thread behind. After
    /// it, submissions are refused with -EAGAIN; chains still run on their callers' threads.
    public func shutdown() { current.shutDown() }

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

    /// As `acall_submit`: how many are pending, or the negated errno of the first.
    public func submit(
        _ submissions: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, count: Int
    ) -> Int {
        Int(current.submit(submissions, count))
    }

    /// As `acall_ring_pwait`.
    public func waitForRing(
        _ ring: UnsafeMutablePointer<acall_completion_ring>, tail: UInt32, minimum: UInt32,
        time: UnsafePointer<timespec>? = nil, mask: UnsafePointer<sigset_t>? = nil,
        maskSize: Int = 8
    ) -> Int {
        guard let limits = WaitLimits(time, mask, size: maskSize) else { return Int(Code.invalid) }
        let core = current
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
        let identifiers = current.pointee.identifiers
        guard identifiers.isUsed else { return Int(Code.invalid) }
        return count == 0 ? 0 : Int(identifiers.wait(ids, count: count, limits: limits))
    }

    /// As `acall_cancel`: 0, or -EAGAIN where no such operation is pending.
    public func cancel(_ id: UnsafePointer<acall_id>) -> Int {
        Int(current.pointee.identifiers.cancel(id))
    }

    /// What the engine has done so far.
    public var statistics: EngineStatistics {
        let core = current
        return EngineStatistics(
            threads: Int(core.pointee.threads.value), threadsStarted: core.pointee.starts.value,
            completionWakes: core.pointee.wakes.value)
    }
}

/// Figures of one engine, for tests and for whoever is curious.
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
        guard let control else {
            var runner = ChainRunner(
                records, count: count, observer: observer, core: current, control: nil)
            return runner.run()
        }
        return control.running { control in
            var runner = ChainRunner(
                records, count: count, observer: observer, core: current, control: control)
            return runner.run()
        }
    }

    private static func pointer(_ address: UInt64) -> UnsafeMutablePointer<Core>? {
        UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: address))
    }

    private static func makeCore(_ configuration: EngineConfiguration) -> UInt64 {
        let core = UnsafeMutablePointer<Core>.allocate(capacity: 1)
        core.initialize(to: Core(configuration, number: engines.add(1)))
        return UInt64(UInt(bitPattern: core))
    }

    /// The core: a new one in a fork's child, whose parent's threads it does not have.
    @inline(__always)
    private var current: UnsafeMutablePointer<Core> {
        if generation.value != acall_fork_count() { renew() }
        return Self.pointer(core.value)!
    }

    private func renew() {
        renewal.locked {
            let forks = acall_fork_count()
            guard generation.value != forks else { return }
            // The old core may be in any state, as the parent's threads left it: it is not freed.
            _ = core.exchange(Self.makeCore(configuration))
            // Partner: the load in `current`, which then loads the core.
            generation.store(forks)
        }
    }
}
