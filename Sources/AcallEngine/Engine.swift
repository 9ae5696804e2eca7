// The engine as a Swift app owns it.

import CAcall

/// Why there is no engine.
public enum EngineError: Error, Equatable, Sendable {
    /// The configuration asks for what no engine can do: which field, and what it may be.
    case invalidConfiguration(String)
    /// The system refused what the engine needs: the call and its errno.
    case refused(call: String, errno: Int32)
}

/// Runs chains of submissions.
public final class Engine: Sendable {
    /// - Throws: `EngineError` where the machine refuses what the engine needs.
    public init() throws(EngineError) {}

    /// Runs one linked chain on the calling thread, with no hand-off, and returns when it has ended.
    ///
    /// The records stay the caller's, who keeps them and all they point to alive and unmoved until the
    /// call returns. ACALL_SUBMIT_LINK and ACALL_SUBMIT_THREAD_POOL are not looked at: `count` is the chain.
    public func runChain(
        _ submissions: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, count: Int,
        observer: UnsafePointer<ChainObserver>? = nil
    ) -> ChainEnd {
        var runner = ChainRunner(
            ScatteredRecords(base: submissions), count: count, observer: observer)
        return runner.run()
    }

    /// The same for records that stand one after the other: the faster way.
    public func runChain(
        records: UnsafeMutablePointer<acall_submission>, count: Int,
        observer: UnsafePointer<ChainObserver>? = nil
    ) -> ChainEnd {
        var runner = ChainRunner(
            ContiguousRecords(base: records), count: count, observer: observer)
        return runner.run()
    }
}
