// The interpreter: runs one chain on the calling thread.
//
// Input: records in order, an observer or none. Output: each executed record's completion, and how
// the chain ended. Invariant: a record's completion is stored before the next record starts;
// nothing is allocated, counted or looked up by name, so that a record costs nanoseconds beside its
// system call.

import CAcall

/// One run of one chain. Trivial: it lives in registers and on the stack of the thread that runs
/// it.
struct ChainRunner<Records: ChainRecords> {
    private let records: Records
    private let count: Int
    private let observer: UnsafePointer<ChainObserver>?
    private let core: UnsafeMutablePointer<Core>
    /// Nil where nobody can cancel the chain.
    private let control: Control?
    private var end = ChainEnd(stoppedAt: -1, returnCode: 0)
    /// The last record that completed with -ECANCELED because the chain had stopped.
    private var cancelledUpTo = 0

    init(
        _ records: Records, count: Int, observer: UnsafePointer<ChainObserver>?,
        core: UnsafeMutablePointer<Core>, control: Control?
    ) {
        self.records = records
        self.count = count
        self.observer = observer
        self.core = core
        self.control = control
    }

    /// Completes every record with -ECANCELED and runs none: the chain never started.
    func cancelAll() {
        for index in 0..<count {
            if let record = records[index] { complete(record, Code.cancelled, 0, 0, false) }
        }
    }

    /// Runs the chain to its end. The scratch space holds arguments that were loaded.
    mutating func run() -> ChainEnd {
        var scratch: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &scratch) { bytes in
            guard let base = bytes.baseAddress else { return }
            loop(base.assumingMemoryBound(to: UInt64.self))
        }
        return end
    }

    @inline(__always)
    private mutating func loop(_ scratch: UnsafeMutablePointer<UInt64>) {
        var index = 0
        while index < count {
            guard let record = records[index] else {
                stop(at: index, Code.badAddress)
                index += 1
                continue
            }
            if end.stoppedAt >= 0 && record.pointee.flags & ACALL_SUBMIT_CLEANUP == 0 {
                passOver(record, index)
                index += 1
                continue
            }
            var next = index + 1
            execute(record, index, scratch, next: &next)
            index = next
        }
    }

    /// One record: its arguments, its call, its completion, its stop condition.
    @inline(__always)
    private mutating func execute(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int,
        _ scratch: UnsafeMutablePointer<UInt64>, next: inout Int
    ) {
        let flags = record.pointee.flags
        let observed = flags & ACALL_SUBMIT_OBSERVED != 0
        var args = record.arguments
        var code: Int64 = 0
        if flags & (ACALL_SUBMIT_INDIRECT_MASK | ~ACALL_SUBMIT_KNOWN_FLAGS) != 0 {
            code = Self.load(args, flags, into: scratch)
            args = UnsafePointer(scratch)
        }
        let start = observed ? acall_monotonic_time() : 0
        if code == 0 { code = call(record, index, args, next: &next) }
        let finish = observed ? acall_monotonic_time() : 0
        complete(record, code, start, finish, observed)
        let stops = Self.stops(flags, code) || isInterrupted(code)
        if stops { stop(at: index, code) } else if end.stoppedAt < 0 { end.returnCode = code }
        if observed || stops, let observer {
            observer.pointee.completed(observer.pointee.context, record, args, code, start, finish)
        }
    }

    /// The record's system call or operation.
    @inline(__always)
    private func call(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int,
        _ args: UnsafePointer<UInt64>, next: inout Int
    ) -> Int64 {
        let nr = record.pointee.nr
        if nr & OperationEvaluator.rangeMask != ACALL_OP_BASE {
            guard let control else { return acall_raw_syscall(UInt64(nr), args) }
            return control.call(nr, args, isCleanup: isCleanup(record))
        }
        if nr == ACALL_OP_WAIT || nr == ACALL_OP_CANCEL {
            return identified(nr, args[0], isCleanup: isCleanup(record))
        }
        let code = OperationEvaluator.evaluate(nr, args, count: count, next: &next)
        // A loop of operations makes no call that a signal could end: it is asked at each way back.
        if next <= index, let control, control.isCancelled, !isCleanup(record) {
            next = index + 1
            return Code.cancelled
        }
        return code
    }

    @inline(__always)
    private func isCleanup(_ record: UnsafeMutablePointer<acall_submission>) -> Bool {
        record.pointee.flags & ACALL_SUBMIT_CLEANUP != 0
    }

    /// Whether the code shows that the chain was cancelled: then it stops whatever its condition
    /// says.
    @inline(__always)
    private func isInterrupted(_ code: Int64) -> Bool {
        guard let control, code == Code.cancelled || code == Code.interrupted else { return false }
        return control.isCancelled
    }

    /// (id address): wait for it, or cancel it.
    @inline(never)
    private func identified(_ nr: UInt32, _ address: UInt64, isCleanup: Bool) -> Int64 {
        guard address >= OperationEvaluator.lowestAddress,
            let id = UnsafeMutablePointer<acall_id>(
                bitPattern: UInt(truncatingIfNeeded: address))
        else { return Code.badAddress }
        guard nr == ACALL_OP_WAIT else { return core.pointee.identifiers.cancel(id) }
        if isCleanup { control?.close() }
        var ids: UnsafeMutablePointer<acall_id>? = id
        let code = core.pointee.identifiers.wait(
            &ids, count: 1, limits: WaitLimits(),
            cancel: isCleanup ? nil : control?.openFlag())
        return code < 0 ? code : 0
    }

    /// Loads the indirect arguments and copies the others; -EINVAL for flags that do not exist.
    @inline(__always)
    private static func load(
        _ args: UnsafePointer<UInt64>, _ flags: UInt32, into scratch: UnsafeMutablePointer<UInt64>
    ) -> Int64 {
        guard flags & ~ACALL_SUBMIT_KNOWN_FLAGS == 0 else { return Code.invalid }
        UnsafeMutableRawPointer(scratch).copyMemory(from: args, byteCount: 48)
        var indirect =
            (flags & ACALL_SUBMIT_INDIRECT_MASK) >> UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
        while indirect != 0 {
            let position = indirect.trailingZeroBitCount
            guard scratch[position] >= OperationEvaluator.lowestAddress,
                let address = UnsafeRawPointer(
                    bitPattern: UInt(truncatingIfNeeded: scratch[position]))
            else { return Code.badAddress }
            scratch[position] = address.loadUnaligned(as: UInt64.self)
            indirect &= indirect &- 1
        }
        return 0
    }

    /// Whether the record's condition stops the chain; a condition that does not exist always does.
    @inline(__always)
    private static func stops(_ flags: UInt32, _ code: Int64) -> Bool {
        switch flags & ACALL_SUBMIT_STOP_MASK {
        case ACALL_SUBMIT_STOP_NEVER: return flags & ~ACALL_SUBMIT_KNOWN_FLAGS != 0
        case ACALL_SUBMIT_STOP_NEGATIVE: return code < 0
        case ACALL_SUBMIT_STOP_ZERO: return code == 0
        case ACALL_SUBMIT_STOP_NONPOSITIVE: return code <= 0
        case ACALL_SUBMIT_STOP_NONZERO: return code != 0
        case ACALL_SUBMIT_STOP_ERROR: return code < 0 && code >= -4095
        default: return true
        }
    }

    @inline(__always)
    private func complete(
        _ record: UnsafeMutablePointer<acall_submission>, _ code: Int64, _ start: UInt64,
        _ finish: UInt64, _ observed: Bool
    ) {
        let cookie = record.pointee.cookie
        let bits = UInt64(bitPattern: code)
        if let slot = UnsafeMutableRawPointer(
            bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_pointer))
        {
            if observed {
                acall_store_observed(
                    slot.assumingMemoryBound(to: acall_observed_completion.self), bits, cookie,
                    start, finish, UInt64(acall_thread_id()))
            } else {
                acall_store_completion(
                    slot.assumingMemoryBound(to: acall_completion.self), bits, cookie)
            }
        }
        if let ring = UnsafeMutablePointer<acall_completion_ring>(
            bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_ring_pointer))
        {
            acall_store_ring(ring, bits, cookie)
            core.pointee.ringWaiters.ringChanged(ring)
        }
    }

    /// A record that the stopped chain does not reach: completed once, and the observer is not
    /// told.
    @inline(never)
    private mutating func passOver(_ record: UnsafeMutablePointer<acall_submission>, _ index: Int) {
        guard index > cancelledUpTo else { return }
        cancelledUpTo = index
        // Even an observed record has only its return code and cookie stored: it has not run.
        complete(record, Code.cancelled, 0, 0, false)
    }

    /// The first stop is the chain's; later ones, of clean-up records, change nothing.
    @inline(__always)
    private mutating func stop(at index: Int, _ code: Int64) {
        guard end.stoppedAt < 0 else { return }
        end = ChainEnd(stoppedAt: index, returnCode: code)
        cancelledUpTo = index
    }
}
