// How an engine behaves, and which calls it takes for quick.
//
// Input: what the app knows of its calls. Output: values that the engine copies when it is made.
// Invariant: a call wrongly taken for quick costs time, never a result: the monitor adds threads.

/// A set of system-call numbers.
public struct SystemCallSet: Sendable, Equatable {
    /// Numbers from here on can't be in a set.
    public static let limit: UInt32 = 1024

    typealias Words = InlineArray<16, UInt64>
    private(set) var words = Words(repeating: 0)
    /// How many lines of an arena the words take.
    static let lines = (MemoryLayout<Words>.size + 127) / 128

    public init() {}

    public static func == (left: SystemCallSet, right: SystemCallSet) -> Bool {
        left.words.indices.allSatisfy { left.words[$0] == right.words[$0] }
    }

    public init(_ numbers: some Sequence<UInt32>) {
        for number in numbers { insert(number) }
    }

    /// Does nothing for a number past the limit: such a call is taken for one that may block.
    public mutating func insert(_ number: UInt32) {
        guard number < Self.limit else { return }
        words[Int(number / 64)] |= 1 << UInt64(number % 64)
    }

    public func contains(_ number: UInt32) -> Bool {
        number < Self.limit && words[Int(number / 64)] & 1 << UInt64(number % 64) != 0
    }

    /// The same of a set in an engine's memory.
    @inline(__always)
    static func contains(_ words: UnsafePointer<Words>, _ number: UInt32) -> Bool {
        number < limit && words.pointee[Int(number >> 6)] & 1 << UInt64(number & 63) != 0
    }
}

/// How an engine behaves.
public struct EngineConfiguration: Sendable {
    /// Calls that don't wait: they share a running thread. Any other asks for a thread at once.
    public var quickCalls = SystemCallSet.neverWaiting
    /// Of the quick calls, those that are taken by the handful, and that a thread which waits for a
    /// ring runs itself while they are queued, rather than watch a pool thread run them. Only for
    /// calls that never wait, and whose result does not depend on the thread that makes them. No
    /// effect with a `runnableLimit`.
    public var instantCalls = SystemCallSet.sameForEveryThread
    /// How long a pool thread stays without work.
    public var idleTime = Duration.milliseconds(200)
    /// How long quick calls wait for a running thread that does not move before threads are added.
    /// Zero: the proposal to the letter; every call asks for a thread at once.
    public var queueTime = Duration.microseconds(50)
    /// How long a worker without work, or a waiter, spins before it sleeps.
    public var spinTime = Duration.microseconds(20)
    /// How many submissions stand in the queue itself, a power of two from 64 to 2^20; more are
    /// chained.
    public var queueCapacity = 4096
    /// How many threads may run quick calls side by side; nil: as many as there are processors.
    public var parallelism: Int?
    /// How many pool threads may be runnable at once, at least 1; nil: no limit. Requests beyond it
    /// wait in the queue. A thread that sleeps in its call does not count, so that chains which wait
    /// for each other still end. Requests with a thread of their own are not counted.
    public var runnableLimit: Int?
    /// How many programs may run at once with `await`, at least 1. A `run` beyond it suspends its task until one
    /// ends. Programs that wait for each other's must all have room.
    public var concurrentRuns = 1024
    /// Whether a program that does no more than read a file, or ask for what is the same for every thread, is tried on
    /// its task's own thread first, where no call has to wait: the path is one that the engine has opened before, as a
    /// regular file on a file system of this machine, and the kernel has all that is read in memory (`RESOLVE_CACHED`
    /// of openat2(2), `RWF_NOWAIT` of preadv2(2)). What would have to wait is a pool thread's, from that call on. To be
    /// turned off where a sandbox ends the process for a call that it does not know; a refusal is noticed.
    public var triesOnCaller = true
    /// The real-time signal that interrupts calls in progress; nil: one that nobody handles. The
    /// host must not handle, ignore or block it on the engine's threads.
    public var cancelSignal: Int32?

    public init() {}
}

/// Why there is no engine.
public enum EngineError: Error, Equatable, Sendable {
    /// `queueCapacity` is no power of two from 64 to 2^20.
    case invalidQueueCapacity
    /// `parallelism` is less than 1.
    case invalidParallelism
    /// `runnableLimit` is less than 1.
    case invalidRunnableLimit
    /// `concurrentRuns` is less than 1.
    case invalidConcurrentRuns
    /// `cancelSignal` is no real-time signal that a program may use.
    case invalidCancelSignal
    /// Somebody else handles or ignores `cancelSignal`; or every signal, where none was named.
    case cancelSignalInUse
    /// The system refused what the engine needs, with this errno.
    case refused(errno: Int32)
}

extension Duration {
    /// Nanoseconds; a negative duration is 0, one too long is the longest.
    var nanoseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let whole = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let sum = whole.partialValue.addingReportingOverflow(
            UInt64(attoseconds) / 1_000_000_000)
        return whole.overflow || sum.overflow ? UInt64.max : sum.partialValue
    }
}
