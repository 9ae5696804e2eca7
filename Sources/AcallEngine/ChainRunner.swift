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
    let records: Records
    let count: Int
    let observer: UnsafePointer<ChainObserver>?
    let core: UnsafeMutablePointer<Core>
    /// Nil where nobody can cancel the chain, and it has no deadline.
    var control: Control?
    /// The memory of a control that the chain made for itself, and whether its thread had the signal
    /// blocked.
    var ownMemory: UnsafeMutableRawPointer?
    private var wasBlocked = false
    var end = ChainEnd(stoppedAt: -1, returnCode: 0)
    /// The last record that completed with -ECANCELED because the chain had stopped.
    private var cancelledUpTo = -1

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

    /// Runs the chain to its end. One that was cancelled before it started runs its clean-up
    /// records only; the others complete with -ECANCELED.
    @inline(__always)
    mutating func run(isCancelled: Bool = false) -> ChainEnd {
        run(isCancelled: isCancelled, isAlone: false)
    }

    /// The same for a chain without a control: code of its own, since each line of code that is touched between two
    /// system calls costs the kernel one of its own.
    @inline(__always)
    mutating func runAlone(isCancelled: Bool = false) -> ChainEnd {
        run(isCancelled: isCancelled, isAlone: true)
    }

    @inline(__always)
    private mutating func run(isCancelled: Bool, isAlone: Bool) -> ChainEnd {
        if isCancelled { end = ChainEnd(stoppedAt: 0, returnCode: Code.cancelled) }
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
            if record.pointee.nr & OperationEvaluator.rangeMask != ACALL_OP_BASE {
                if !makeCall(record, index, isAlone: isAlone) {
                    execute(record, index, next: &next)
                }
            } else if !moveOrBranch(record, index, next: &next), !askHost(record, index) {
                execute(record, index, next: &next)
            }
            index = next
        }
        if let ownMemory { disown(ownMemory) }
        return end
    }

    /// A system call that is not timed, and whose completion no ring gets: its arguments, the call, its completion,
    /// its stop condition, all in one place. A processor that comes back from the kernel has forgotten where functions
    /// return to, and takes many a branch wrong; each costs more than all the arithmetic here.
    ///
    /// False: nothing was done, the record is `execute`'s.
    @_transparent
    private mutating func makeCall(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int, isAlone: Bool
    ) -> Bool {
        let flags = record.pointee.flags
        guard
            flags
                & (ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_INTERRUPTIBLE | ~ACALL_SUBMIT_KNOWN_FLAGS)
                == 0,
            record.pointee.completion_ring_pointer == 0, isAlone == (control == nil),
            let args = CallArguments(of: record)
        else { return false }
        let isCleanup = flags & ACALL_SUBMIT_CLEANUP != 0
        let code: Int64
        if !isAlone, let control {
            control.note(index)
            let given = control.call(record.pointee.nr, args, isCleanup: isCleanup)
            code = isEnded(given) ? ended(given, control) : given
        } else {
            code = args.callAlone(record.pointee.nr, isCleanup: isCleanup)
        }
        if let slot = UnsafeMutablePointer<acall_completion>(
            bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_pointer))
        {
            CompletionStore.store(slot, UInt64(bitPattern: code), record.pointee.cookie)
        }
        let stops = Self.stops(flags, code) || !isAlone && isInterrupted(code)
        if stops { stop(at: index, code) } else if end.stoppedAt < 0 { end.returnCode = code }
        if flags & ACALL_SUBMIT_COUNTED != 0 || stops, let observer {
            args.tell(observer, record, code)
        }
        return true
    }

    /// A function of the host's that nobody is told of, and whose result only its stop condition wants.
    ///
    /// False: nothing was done, the record is `execute`'s.
    @_transparent
    private mutating func askHost(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int
    ) -> Bool {
        let flags = record.pointee.flags
        guard record.pointee.nr == ACALL_OP_HOST,
            flags & (ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED | ~ACALL_SUBMIT_KNOWN_FLAGS) == 0,
            record.pointee.completion_pointer | record.pointee.completion_ring_pointer == 0,
            let args = CallArguments(of: record)
        else { return false }
        var code = args.callHost()
        if isEnded(code), let control { code = ended(code, control) }
        let stops = Self.stops(flags, code) || isInterrupted(code)
        if stops { stop(at: index, code) } else if end.stoppedAt < 0 { end.returnCode = code }
        if stops, let observer { args.tell(observer, record, code) }
        return true
    }

    /// What most records of a program are beside its calls: a move or a branch whose result nobody is told. Without
    /// what others need, and without jump tables: after a system call the processor predicts few jumps.
    ///
    /// False: nothing was done, the record is `execute`'s.
    @_transparent
    private mutating func moveOrBranch(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int, next: inout Int
    ) -> Bool {
        let nr = record.pointee.nr
        guard nr == ACALL_OP_MOVE || nr == ACALL_OP_BRANCH else { return false }
        let flags = record.pointee.flags
        guard flags & Self.unusualFlags == 0,
            record.pointee.completion_pointer | record.pointee.completion_ring_pointer == 0
        else { return false }
        let args = record.arguments
        var (a, b) = (args[1], args[2])
        if flags & Self.indirect(1) != 0 {
            guard let word = Self.word(a) else { return false }
            a = word
        }
        if nr == ACALL_OP_MOVE {
            guard flags & Self.indirect(2) == 0, args[0] >= OperationEvaluator.lowestAddress,
                let place = UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: args[0]))
            else { return false }
            place.storeBytes(of: a, as: UInt64.self)
            if end.stoppedAt < 0 { end.returnCode = 0 }
            return true
        }
        if flags & Self.indirect(2) != 0 {
            guard let word = Self.word(b) else { return false }
            b = word
        }
        guard args[0] <= UInt64(ACALL_IF_ALWAYS), args[3] <= UInt64(count) else { return false }
        let holds = OperationEvaluator.holds(known: args[0], a, b)
        if holds {
            let target = Int(truncatingIfNeeded: args[3])
            // On the way back others have a say.
            if target <= index && control != nil { return false }
            next = target
        }
        if end.stoppedAt < 0 { end.returnCode = holds ? 1 : 0 }
        return true
    }

    /// Flags but for those that say nothing about one record alone, and its indirect second and third argument.
    private static var unusualFlags: UInt32 {
        ~(ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_LINK | ACALL_SUBMIT_CLEANUP | indirect(1)
            | indirect(2))
    }

    @inline(__always)
    private static func indirect(_ argument: Int32) -> UInt32 {
        1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + argument)
    }

    @inline(__always)
    private static func word(_ address: UInt64) -> UInt64? {
        guard address >= OperationEvaluator.lowestAddress else { return nil }
        return UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: address))?
            .loadUnaligned(as: UInt64.self)
    }

    /// One record, whatever it is: its arguments, its call, its completion, its stop condition.
    @inline(never)
    mutating func execute(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int, next: inout Int
    ) {
        var scratch: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &scratch) { bytes in
            guard let base = bytes.baseAddress else { return }
            execute(record, index, base.assumingMemoryBound(to: UInt64.self), next: &next)
        }
    }

    /// The scratch space holds arguments that were loaded.
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
        if observed, let observer, let starting = observer.pointee.starting {
            starting(observer.pointee.context, record, args)
        }
        // Those of what ran before on this thread are not this record's.
        if observer != nil { _ = acall_take_restarts() }
        let start = observed ? acall_monotonic_time() : 0
        if code == 0 {
            code = isLate(record) ? Code.timedOut : call(record, index, args, next: &next)
        }
        let finish = observed ? acall_monotonic_time() : 0
        complete(record, code, start, finish, observed)
        let stops = Self.stops(flags, code) || isInterrupted(code)
        if stops { stop(at: index, code) } else if end.stoppedAt < 0 { end.returnCode = code }
        if flags & (ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED) != 0 || stops, let observer {
            CallArguments.tellRestarts(observer, record, args, start)
            observer.pointee.completed(observer.pointee.context, record, args, code, start, finish)
        } else if let observer, acall_count_restarts() != 0 {
            CallArguments.tellRestarts(observer, record, args, 0)
        }
    }

    /// A function of the host's that counts as a call, and whose deadline has passed: it is not begun.
    @inline(__always)
    private func isLate(_ record: UnsafeMutablePointer<acall_submission>) -> Bool {
        record.pointee.nr == ACALL_OP_HOST
            && record.pointee.flags & (ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED) != 0
            && !isCleanup(record) && control?.isTimedOut ?? false
    }

    /// The record's system call or operation.
    @inline(__always)
    private mutating func call(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int,
        _ args: UnsafePointer<UInt64>, next: inout Int
    ) -> Int64 {
        let nr = record.pointee.nr
        if nr & OperationEvaluator.rangeMask != ACALL_OP_BASE {
            let args = CallArguments(args)
            let isOnce = record.pointee.flags & ACALL_SUBMIT_INTERRUPTIBLE != 0
            let isCleanup = isCleanup(record)
            guard let control else {
                return isOnce
                    ? args.callAloneOnce(nr, isCleanup: isCleanup)
                    : args.callAlone(nr, isCleanup: isCleanup)
            }
            control.note(index)
            let code =
                isOnce
                ? control.callInterruptible(nr, args, isCleanup: isCleanup)
                : control.call(nr, args, isCleanup: isCleanup)
            return isEnded(code) ? ended(code, control) : code
        }
        if nr >= ACALL_OP_WAIT && nr <= ACALL_OP_LAST {
            if nr == ACALL_OP_WAIT { control?.note(index) }
            let code = special(nr, args, isCleanup: isCleanup(record))
            if isEnded(code), let control { return ended(code, control) }
            return code
        }
        let code = OperationEvaluator.evaluate(nr, args, count: count, next: &next)
        // A loop of operations makes no call that a signal could end: it is asked at each way back.
        if next <= index, let control, !isCleanup(record) {
            if control.isCancelled || control.isTimedOut {
                next = index + 1
                return control.isCancelled ? Code.cancelled : Code.timedOut
            }
            control.breathe()
        }
        return code
    }

    /// Whether the code is one with which a call ends that was asked to.
    @inline(__always)
    func isEnded(_ code: Int64) -> Bool {
        code == Code.cancelled || code == Code.interrupted
    }

    /// What a call that ended early says: that its time was over; or, where an observer is told of the chain's
    /// calls, who thinks of steps and not of signals, that a request ended it before it had done anything.
    /// The submitter of a record gets the kernel's own code.
    @inline(never)
    func ended(_ code: Int64, _ control: Control) -> Int64 {
        if control.isTimedOut { return Code.timedOut }
        return observer != nil && control.isCancelled ? Code.cancelled : code
    }

    @inline(__always)
    func isCleanup(_ record: UnsafeMutablePointer<acall_submission>) -> Bool {
        record.pointee.flags & ACALL_SUBMIT_CLEANUP != 0
    }

    /// Whether the code shows that the chain was cancelled: then it stops whatever its condition
    /// says.
    @inline(__always)
    func isInterrupted(_ code: Int64) -> Bool {
        guard let control, isEnded(code) else { return false }
        return control.isCancelled
    }

    /// What needs more than its arguments: waits, requests, the deadline, the host's own functions.
    @inline(never)
    private mutating func special(
        _ nr: UInt32, _ args: UnsafePointer<UInt64>, isCleanup: Bool
    ) -> Int64 {
        if nr == ACALL_OP_DEADLINE { return arm(args[0]) }
        // Their results may be unwanted.
        if nr == ACALL_OP_LENGTH { return OperationEvaluator.length(args) }
        if nr == ACALL_OP_SAME { return OperationEvaluator.same(args) }
        guard args[0] >= OperationEvaluator.lowestAddress,
            let address = UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: args[0]))
        else { return Code.badAddress }
        switch nr {
        case ACALL_OP_HOST:
            return acall_call_host(
                args[0], UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: args[1])),
                args + 2)
        case ACALL_OP_CANCEL:
            return core.pointee.identifiers.cancel(
                address.assumingMemoryBound(to: acall_id.self))
        default: return wait(address, count: args[1], isCleanup: isCleanup)
        }
    }

    /// For one id, or for any of several.
    private mutating func wait(
        _ address: UnsafeMutableRawPointer, count: UInt64, isCleanup: Bool
    ) -> Int64 {
        guard count <= UInt64(Int32.max) else { return Code.invalid }
        if isCleanup { control?.close() }
        var id: UnsafeMutablePointer<acall_id>? = address.assumingMemoryBound(to: acall_id.self)
        let cancel = isCleanup ? nil : control?.openFlag()
        let identifiers = core.pointee.identifiers
        let limits = WaitLimits()
        let wait = {
            if count <= 1 { return identifiers.wait(&id, count: 1, limits: limits, cancel: cancel) }
            return identifiers.wait(
                address.assumingMemoryBound(to: UnsafeMutablePointer<acall_id>?.self),
                count: Int(count), limits: limits, cancel: cancel)
        }
        let code = control?.watched(wait) ?? wait()
        return code < 0 ? code : 0
    }

    /// A chain that nobody can cancel has a deadline only by a control of its own.
    private mutating func arm(_ time: UInt64) -> Int64 {
        if let control { return control.arm(time) }
        guard time > 0 else { return 0 }
        guard let memory = acall_memory_get(Arena.size(lines: Control.lines)) else {
            return Code.noMemory
        }
        var arena = Arena(memory)
        let control = Control(&arena, signal: core.pointee.signal)
        wasBlocked = acall_thread_admit_cancel(core.pointee.signal) != 0
        control.begin { false }
        (self.control, ownMemory) = (control, memory)
        return control.arm(time)
    }

    /// Gives back what `arm` made.
    @inline(never)
    mutating func disown(_ memory: UnsafeMutableRawPointer) {
        control?.end()
        control?.retire()
        if wasBlocked { acall_thread_refuse_cancel(core.pointee.signal) }
        acall_memory_free(memory)
        (control, ownMemory) = (nil, nil)
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
    static func stops(_ flags: UInt32, _ code: Int64) -> Bool {
        let condition = flags & ACALL_SUBMIT_STOP_MASK
        if condition == ACALL_SUBMIT_STOP_ERROR { return code < 0 && code >= -4095 }
        if condition == ACALL_SUBMIT_STOP_NEVER { return flags & ~ACALL_SUBMIT_KNOWN_FLAGS != 0 }
        return stopsRarely(condition, code)
    }

    @inline(never)
    private static func stopsRarely(_ condition: UInt32, _ code: Int64) -> Bool {
        switch condition {
        case ACALL_SUBMIT_STOP_NEGATIVE: return code < 0
        case ACALL_SUBMIT_STOP_ZERO: return code == 0
        case ACALL_SUBMIT_STOP_NONPOSITIVE: return code <= 0
        case ACALL_SUBMIT_STOP_NONZERO: return code != 0
        default: return true
        }
    }

    @inline(__always)
    func complete(
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
                CompletionStore.store(
                    slot.assumingMemoryBound(to: acall_completion.self), bits, cookie)
            }
        }
        if let ring = UnsafeMutablePointer<acall_completion_ring>(
            bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_ring_pointer))
        {
            CompletionStore.store(ring, bits, cookie)
            core.pointee.ringWaiters.ringChanged(ring)
        }
    }

    /// A record that the stopped chain does not reach: completed once, and the observer is not
    /// told.
    @inline(never)
    mutating func passOver(_ record: UnsafeMutablePointer<acall_submission>, _ index: Int) {
        guard index > cancelledUpTo else { return }
        cancelledUpTo = index
        // Even an observed record has only its return code and cookie stored: it has not run.
        complete(record, Code.cancelled, 0, 0, false)
    }

    /// The first stop is the chain's; later ones, of clean-up records, change nothing.
    @inline(__always)
    mutating func stop(at index: Int, _ code: Int64) {
        guard end.stoppedAt < 0 else { return }
        end = ChainEnd(stoppedAt: index, returnCode: code)
        cancelledUpTo = index
    }
}
