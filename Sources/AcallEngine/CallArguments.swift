// The six arguments of a system call as values, so that they need not stand in memory.
//
// Input: a record, or loaded arguments. Output: what the kernel returned. Invariant: what is usual is compiled where it
// is asked for; only what is rare is a function.

import CAcall

struct CallArguments {
    private var words: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)

    @inline(__always)
    init(_ args: UnsafePointer<UInt64>) {
        words = (args[0], args[1], args[2], args[3], args[4], args[5])
    }

    /// A record's, the indirect ones loaded. nil: one of those has an address that can't be one.
    @inline(__always)
    init?(of record: UnsafeMutablePointer<acall_submission>) {
        let args = record.arguments
        let indirect = record.pointee.flags >> UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
        let lowest = OperationEvaluator.lowestAddress
        var wrong: UInt32 = 0
        words.0 = acall_argument(args, indirect & 1, lowest, &wrong)
        words.1 = acall_argument(args + 1, indirect >> 1 & 1, lowest, &wrong)
        words.2 = acall_argument(args + 2, indirect >> 2 & 1, lowest, &wrong)
        words.3 = acall_argument(args + 3, indirect >> 3 & 1, lowest, &wrong)
        words.4 = acall_argument(args + 4, indirect >> 4 & 1, lowest, &wrong)
        words.5 = acall_argument(args + 5, indirect >> 5 & 1, lowest, &wrong)
        if wrong != 0 { return nil }
    }

    /// Those that stand there.
    @inline(__always)
    init(
        at words: (
            UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer,
            UnsafeRawPointer, UnsafeRawPointer
        )
    ) {
        self.words = (
            words.0.loadUnaligned(as: UInt64.self), words.1.loadUnaligned(as: UInt64.self),
            words.2.loadUnaligned(as: UInt64.self), words.3.loadUnaligned(as: UInt64.self),
            words.4.loadUnaligned(as: UInt64.self), words.5.loadUnaligned(as: UInt64.self)
        )
    }

    /// By its place, 0 to 3.
    @inline(__always)
    subscript(place: Int) -> UInt64 {
        switch place {
        case 0: words.0
        case 1: words.1
        case 2: words.2
        default: words.3
        }
    }

    /// The call, and nothing else.
    @inline(__always)
    func callHere(_ nr: UInt32) -> Int64 {
        acall_syscall_here(UInt64(nr), words.0, words.1, words.2, words.3, words.4, words.5)
    }

    /// A call that nobody can ask to end.
    @inline(__always)
    func callAlone(_ nr: UInt32, isCleanup: Bool) -> Int64 {
        let traits = acall_call_traits(nr)
        // What is closed is closed, whatever interrupts it.
        if isCleanup || traits == 0 || traits & ACALL_CALL_IS_CLOSE != 0 {
            let code = callHere(nr)
            if code != Code.interrupted || traits & ACALL_CALL_IS_MADE_ONCE != 0 { return code }
            acall_note_restart()
        }
        return callCarefully(nr, acall_never(), traits, 0)
    }

    /// The same, where -EINTR is its result.
    @inline(never)
    func callAloneOnce(_ nr: UInt32, isCleanup: Bool) -> Int64 {
        isCleanup
            ? callHere(nr)
            : callCarefully(
                nr, acall_never(), acall_call_traits(nr) | ACALL_CALL_IS_MADE_ONCE, 0)
    }

    /// A call in the window: see `acall_window_call`.
    @inline(__always)
    func callInWindow(_ nr: UInt32, _ cancel: UnsafePointer<UInt32>) -> Int64 {
        acall_window_here(
            UInt64(nr), words.0, words.1, words.2, words.3, words.4, words.5, cancel)
    }

    /// See `acall_careful_call`.
    @inline(never)
    func callCarefully(
        _ nr: UInt32, _ cancel: UnsafePointer<UInt32>, _ traits: UInt32, _ signal: Int32
    ) -> Int64 {
        inMemory { acall_careful_call(UInt64(nr), $0, cancel, traits, signal) }
    }

    /// A call that nothing is to interrupt, whatever its kind: where a signal's handler does, it is made again.
    @inline(never)
    func callUndisturbed(_ nr: UInt32, _ traits: UInt32) -> Int64 {
        let code = inMemory { acall_raw_syscall(UInt64(nr), $0) }
        guard code == Code.interrupted, traits & ACALL_CALL_IS_MADE_ONCE == 0 else { return code }
        acall_note_restart()
        return callCarefully(nr, acall_never(), traits & ~ACALL_CALL_HAS_MASK, 0)
    }

    /// A function of the host's: see `ACALL_OP_HOST`.
    @inline(never)
    func callHost() -> Int64 {
        guard words.0 >= OperationEvaluator.lowestAddress else { return Code.badAddress }
        return inMemory {
            acall_call_host(
                $0[0], UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: $0[1])), $0 + 2)
        }
    }

    /// An operation of the engine's that only works in memory.
    @inline(never)
    func evaluate(_ nr: UInt32) -> Int64 {
        inMemory { args in
            switch nr {
            case ACALL_OP_LENGTH: return OperationEvaluator.length(args)
            case ACALL_OP_SAME: return OperationEvaluator.same(args)
            default:
                var next = 0
                return OperationEvaluator.evaluate(nr, args, count: 0, next: &next)
            }
        }
    }

    /// Tells of the call, which was not timed.
    @inline(never)
    func tell(
        _ observer: UnsafePointer<ChainObserver>, _ record: UnsafePointer<acall_submission>,
        _ code: Int64
    ) {
        inMemory {
            Self.tellRestarts(observer, record, $0, 0)
            observer.pointee.completed(observer.pointee.context, record, $0, code, 0, 0)
        }
    }

    /// Tells how often the call was made in vain, and nothing of how it ended.
    @inline(never)
    func tellRestarts(
        _ observer: UnsafePointer<ChainObserver>, _ record: UnsafePointer<acall_submission>
    ) {
        inMemory { Self.tellRestarts(observer, record, $0, 0) }
    }

    /// Tells how often the call was made in vain, since a signal's handler had interrupted it.
    @inline(__always)
    static func tellRestarts(
        _ observer: UnsafePointer<ChainObserver>, _ record: UnsafePointer<acall_submission>,
        _ args: UnsafePointer<UInt64>, _ time: UInt64
    ) {
        var left = acall_take_restarts()
        while left > 0 {
            observer.pointee.completed(
                observer.pointee.context, record, args, Code.interrupted, time, time)
            left -= 1
        }
    }

    @inline(__always)
    private func inMemory<Result>(_ body: (UnsafePointer<UInt64>) -> Result) -> Result {
        withUnsafePointer(to: words) { words in
            body(UnsafeRawPointer(words).assumingMemoryBound(to: UInt64.self))
        }
    }
}
