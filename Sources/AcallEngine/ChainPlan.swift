// A chain that is run again and again: looked through once, so that a run need not.
//
// Input: records that stay where they are. Output: the same run as theirs, for less. Invariant: what is planned does
// what the interpreter does with the record; all that is unusual, and each call that fails, is the interpreter's.

import CAcall

/// Records that were looked through, for `Engine.runChain` and `Engine.submitChain`: what most records are then takes a
/// few instructions each beside its system call.
///
/// One run at a time may have it. It takes the place of ids: a submitted plan is cancelled by itself.
public final class ChainPlan: @unchecked Sendable {
    let records: UnsafeMutablePointer<acall_submission>
    let count: Int
    /// nil where the records are observed: then each run is told of them, and nothing is gained.
    private(set) var steps: PlannedSteps?
    /// Whether an engine takes it: flags and conditions exist.
    private(set) var isKnown = false
    /// Whether it might be tried where nothing may wait.
    private(set) var isTriable = false
    private(set) var readable = ReadableMemory()
    /// What an engine's queue gets, and its lock.
    let operation: UnsafeMutablePointer<Operation>
    let lock: Lock
    private let space: UnsafeMutableRawPointer
    /// The count of forks in which the lock was last known to be nobody's.
    private var generation: UInt32
    private let memory: UnsafeMutablePointer<PlannedRecord>
    /// What completions go to that nobody wants.
    private let unwanted: UnsafeMutablePointer<acall_completion>

    /// - Parameters:
    ///   - records: one after the other, at least one. They stay the caller's, who keeps them, and all they point to,
    ///     alive and unmoved for as long as this lives.
    ///   - count: how many they are: the chain, whatever their ACALL_SUBMIT_LINK says.
    public init(records: UnsafeMutablePointer<acall_submission>, count: Int) {
        precondition(count > 0, "a chain has at least one record")
        self.records = records
        self.count = count
        memory = .allocate(capacity: count)
        unwanted = .allocate(capacity: 1)
        unwanted.initialize(to: acall_completion())
        let own = MemoryLayout<Operation>.size
        space = .allocate(byteCount: Arena.size(lines: 1, beside: own), alignment: 128)
        var arena = Arena(space, beside: own)
        lock = Lock(&arena)
        operation = space.bindMemory(to: Operation.self, capacity: 1)
        operation.initialize(to: Operation(count: count, kept: records, mayBlock: true))
        operation.pointee.lock = lock
        generation = acall_fork_count()
        update()
    }

    deinit {
        readable.deallocate()
        memory.deallocate()
        unwanted.deallocate()
        space.deallocate()
    }

    /// The records have changed: to be called before the next run.
    public func update() {
        for index in 0..<count {
            (memory + index).initialize(
                to: PlannedRecord(records + index, among: count, unwanted: unwanted))
        }
        let observed = ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED
        let isObserved = (0..<count).contains { records[$0].flags & observed != 0 }
        steps = isObserved ? nil : PlannedSteps(start: memory, end: memory + count)
        isKnown = (0..<count).allSatisfy { UnsafeMutablePointer<Core>.isKnown(records[$0].flags) }
        operation.pointee.plan = steps
        isTriable =
            !isObserved && isKnown && Attempt.takes(records, memory, count: count)
    }

    /// Says in which memory, which is the caller's to keep, the engine may look at paths itself before it gives them to
    /// the kernel: without it no path is tried on its submitter's thread. To be called before the next run.
    public func setReadable(_ memory: [UnsafeRawBufferPointer]) {
        readable.deallocate()
        readable = ReadableMemory(memory)
    }

    /// It is about to be submitted. False: it is already.
    func prepare(_ observer: ChainObserver?, _ ended: ChainEnded) -> Bool {
        if generation != acall_fork_count() {
            // In a fork's child the thread that had the lock is not there, and neither is what was submitted.
            generation = acall_fork_count()
            lock.reset()
            operation.pointee.isPending = false
        }
        return lock.locked {
            if operation.pointee.isPending { return false }
            operation.pointee.worker = nil
            operation.pointee.isCancelled = false
            operation.pointee.isPending = true
            operation.pointee.spot = PlannedSpot(index: 0, code: 0)
            operation.pointee.wanted = nil
            (operation.pointee.observer, operation.pointee.ended) = (observer, ended)
            return true
        }
    }

    /// It was not taken.
    func giveUp() { operation.finish(under: lock) }

    /// As `Engine.cancel`.
    func cancel() -> Int64 {
        UnsafeMutablePointer<Operation>.cancel(under: lock) {
            operation.pointee.isPending ? operation : nil
        }
    }
}

extension UnsafeMutablePointer<Operation> {
    /// A plan's starts on `worker`. False where it was cancelled before.
    @inline(__always)
    func start(under lock: Lock, on worker: UnsafeMutablePointer<Worker>) -> Bool {
        lock.locked {
            pointee.worker = worker
            return !pointee.isCancelled
        }
    }

    /// A plan's completions are all stored.
    @inline(__always)
    func finish(under lock: Lock) {
        lock.locked {
            pointee.worker = nil
            pointee.isPending = false
        }
    }
}

/// Where a plan's records stand.
struct PlannedSteps {
    let start: UnsafeMutablePointer<PlannedRecord>
    let end: UnsafeMutablePointer<PlannedRecord>
}

/// Where a run of planned records has come to.
struct PlannedSpot {
    /// The record that is not planned, or that has failed; the chain's length: all have run.
    var index: Int
    /// Of the record that ran last.
    var code: Int64
    /// Whether the record at `index` has been run, with `code`, and nothing was made of that yet.
    var hasFailed = false
}

/// What is to be done for one record.
struct PlannedRecord {
    enum Kind {
        /// Not planned.
        static let other: UInt32 = 0
        static let call: UInt32 = 1
        /// A call that nothing may interrupt.
        static let undisturbed: UInt32 = 2
        static let move: UInt32 = 3
        static let branch: UInt32 = 4
    }

    let kind: UInt32
    /// The system call's number; a branch's condition.
    let nr: UInt32
    let completion: UnsafeMutablePointer<acall_completion>
    /// A completion's cookie; a branch's target.
    let cookie: UInt64
    /// Where a call's arguments stand; a move's value; what a branch compares.
    let words:
        (
            UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer, UnsafeRawPointer,
            UnsafeRawPointer, UnsafeRawPointer
        )

    init(
        _ record: UnsafeMutablePointer<acall_submission>, among count: Int,
        unwanted: UnsafeMutablePointer<acall_completion>
    ) {
        let args = record.arguments
        let flags = record.pointee.flags
        var isPossible = true
        func word(_ place: Int32) -> UnsafeRawPointer {
            let own = UnsafeRawPointer(args + Int(place))
            guard flags & 1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + place) != 0 else { return own }
            if args[Int(place)] >= OperationEvaluator.lowestAddress,
                let other = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: args[Int(place)]))
            {
                return other
            }
            isPossible = false
            return own
        }
        words = (word(0), word(1), word(2), word(3), word(4), word(5))
        var kind = Self.kind(record, count)
        var nr = record.pointee.nr
        cookie = kind == Kind.branch ? args[3] : record.pointee.cookie
        if kind == Kind.branch { nr = UInt32(truncatingIfNeeded: args[0]) }
        var target = UnsafeMutablePointer<acall_completion>(
            bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_pointer))
        if kind == Kind.move {
            target = UnsafeMutablePointer(bitPattern: UInt(truncatingIfNeeded: args[0]))
        }
        if !isPossible { kind = Kind.other }
        completion = target ?? unwanted
        (self.kind, self.nr) = (kind, nr)
    }

    private static func kind(
        _ record: UnsafeMutablePointer<acall_submission>, _ count: Int
    ) -> UInt32 {
        let flags = record.pointee.flags
        let nr = record.pointee.nr
        let stops = flags & ACALL_SUBMIT_STOP_MASK
        let unusual =
            ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED | ACALL_SUBMIT_INTERRUPTIBLE
            | ~ACALL_SUBMIT_KNOWN_FLAGS
        guard flags & unusual == 0, record.pointee.completion_ring_pointer == 0
        else { return Kind.other }
        if nr & OperationEvaluator.rangeMask != ACALL_OP_BASE {
            guard stops == ACALL_SUBMIT_STOP_ERROR || stops == ACALL_SUBMIT_STOP_NEVER else {
                return Kind.other
            }
            let traits = acall_call_traits(nr)
            if flags & ACALL_SUBMIT_CLEANUP != 0 || traits & ACALL_CALL_IS_CLOSE != 0 {
                return Kind.undisturbed
            }
            return traits == 0 ? Kind.call : Kind.other
        }
        let args = record.arguments
        let indirect = flags & ACALL_SUBMIT_INDIRECT_MASK
        func isDirect(_ place: Int32) -> Bool {
            indirect & 1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + place) == 0
        }
        guard stops == ACALL_SUBMIT_STOP_NEVER, record.pointee.completion_pointer == 0 else {
            return Kind.other
        }
        if nr == ACALL_OP_MOVE, isDirect(0), args[0] >= OperationEvaluator.lowestAddress {
            return Kind.move
        }
        if nr == ACALL_OP_BRANCH, isDirect(0), isDirect(3), args[0] <= UInt64(ACALL_IF_ALWAYS),
            args[3] <= UInt64(count)
        {
            return Kind.branch
        }
        return Kind.other
    }
}

extension PlannedSteps {
    /// Runs planned records, up to the first that is the interpreter's business: one that is not planned, or whose call
    /// has failed; or, unless they go back `mayLoop`, one that does.
    ///
    /// All that a record takes is compiled here: behind a system call the processor has forgotten where functions
    /// return to, and each line of code that is touched costs the kernel one of its own.
    ///
    /// - Parameter call: makes a call: its number, its arguments, whether nothing may interrupt it.
    @inline(__always)
    func run(
        from spot: PlannedSpot, mayLoop: Bool, _ call: (UInt32, CallArguments, Bool) -> Int64
    ) -> PlannedSpot {
        var step = start + spot.index
        var code = spot.code
        while step < end {
            let kind = step.pointee.kind
            if kind <= PlannedRecord.Kind.undisturbed {
                if kind == PlannedRecord.Kind.other { break }
                let made = call(
                    step.pointee.nr, CallArguments(at: step.pointee.words),
                    kind == PlannedRecord.Kind.undisturbed)
                if UInt64(bitPattern: made) >= UInt64(bitPattern: -4095) {
                    return PlannedSpot(index: step - start, code: made, hasFailed: true)
                }
                code = made
                CompletionStore.store(
                    step.pointee.completion, UInt64(bitPattern: code), step.pointee.cookie)
                step += 1
            } else if kind == PlannedRecord.Kind.move {
                let value = step.pointee.words.1.loadUnaligned(as: UInt64.self)
                UnsafeMutableRawPointer(step.pointee.completion).storeBytes(
                    of: value, as: UInt64.self)
                code = 0
                step += 1
            } else {
                let holds = OperationEvaluator.holds(
                    known: UInt64(step.pointee.nr),
                    step.pointee.words.1.loadUnaligned(as: UInt64.self),
                    step.pointee.words.2.loadUnaligned(as: UInt64.self))
                let target = start + Int(truncatingIfNeeded: step.pointee.cookie)
                if !mayLoop && holds && target <= step { break }
                code = holds ? 1 : 0
                step = holds ? target : step + 1
            }
        }
        return PlannedSpot(index: step - start, code: code)
    }
}
