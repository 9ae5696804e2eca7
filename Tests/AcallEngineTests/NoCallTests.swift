// What makes no system call: a completion that nobody waits for, a wait for what is there already.
//
// Input: threads under a filter of the kernel's that ends the process at any other call than the
// few it names. Output: an exit with 0, made under the filter. Invariant: the filter is installed
// when all that the thread needs has been made.

import AcallEngine
import CAcall
import Glibc
import Testing

/// Ends the process at any system call of this thread but these: false where that can't be had.
private func forbidCalls(but numbers: [UInt32]) -> Bool {
    /// struct sock_filter: a 16-bit code, two 8-bit jumps, a 32-bit operand.
    func step(_ code: UInt64, _ k: UInt32, yes: UInt64 = 0, no: UInt64 = 0) -> UInt64 {
        code | yes << 16 | no << 24 | UInt64(k) << 32
    }
    var steps = [step(0x20, 0)]
    for (index, number) in numbers.enumerated() {
        steps.append(step(0x15, number, yes: UInt64(numbers.count - index)))
    }
    steps.append(step(0x06, 0x8000_0000))
    steps.append(step(0x06, 0x7fff_0000))
    return steps.withUnsafeBufferPointer { steps in
        var program: [UInt64] = [UInt64(steps.count), address(steps.baseAddress!)]
        return program.withUnsafeMutableBufferPointer { program in
            // PR_SET_NO_NEW_PRIVS; PR_SET_SECCOMP, SECCOMP_MODE_FILTER.
            StateCall.raw(StateCall.prctl, [38, 1]) == 0
                && StateCall.raw(StateCall.prctl, [22, 2, address(program.baseAddress!)]) == 0
        }
    }
}

/// Ends the process by the call itself, whatever libc would do.
private func leave(_ isRight: Bool) -> Never {
    #if arch(x86_64)
        let nr: UInt64 = 231
    #else
        let nr: UInt64 = 94
    #endif
    _ = StateCall.raw(nr, [isRight ? 0 : 1])
    fatalError()
}

/// getppid, gettid, exit_group; and clock_gettime, where a machine's clock is the kernel's.
#if arch(x86_64)
    private let allowed: [UInt32] = [Number.getppid, Number.gettid, 231, 228]
#else
    private let allowed: [UInt32] = [Number.getppid, Number.gettid, 94, 113]
#endif

/// What a filtered thread does.
enum QuietWork: Int, CaseIterable, Codable {
    case slots, ring, observed, waitedElsewhere, waitedForMore, satisfiedWaits, operations
}

@Suite(.timeLimit(.minutes(20)), .enabled(if: dlsym(nil, "__tsan_init") == nil))
struct NoCallTests {
    @Test(arguments: QuietWork.allCases)
    func onlyTheCallsAskedForAreMade(_ work: QuietWork) async {
        await #expect(processExitsWith: .success) { [work] in
            let engine = try Engine()
            let (ring, other, cells) = (Ring(8), Ring(8), Chain())
            let batch = Batch(200)
            for index in 0..<200 {
                let record = batch.records + index
                switch work {
                case .slots: record.pointee.completion_pointer = cells.result(index)
                case .observed:
                    record.pointee.completion_pointer = cells.result(index)
                    record.pointee.flags |= ACALL_SUBMIT_OBSERVED
                case .operations: batch.set(index, ACALL_OP_FETCH_ADD, [0, cells.cell(0), 1])
                default: record.pointee.completion_ring_pointer = ring.address
                }
            }
            // A pending operation, so that there are ids to wait for.
            let read = PendingRead(engine)
            let done = UnsafeMutablePointer<acall_id>.allocate(capacity: 1)
            done.initialize(to: acall_id())
            let ids = UnsafeMutablePointer<UnsafeMutablePointer<acall_id>?>.allocate(capacity: 2)
            ids[0] = read.batch.ids
            ids[1] = done
            // Others wait, but not for what this thread completes.
            let waits = work == .waitedElsewhere || work == .waitedForMore
            if waits {
                let sleeper = Companion {
                    _ = engine.waitForRing(
                        work == .waitedForMore ? ring.head : other.head, tail: 0, minimum: 100_000)
                }
                #expect(sleeper.waitUntilAsleep())
            }
            let worker = Companion {
                // All is touched once before the filter comes: lazy symbols, the thread's id.
                _ = engine.runChain(records: batch.records, count: 1)
                _ = engine.waitForRing(ring.head, tail: 0, minimum: 0)
                let code = engine.waitForCompletion(ids, count: 2)
                guard forbidCalls(but: allowed) else { _exit(0) }
                switch work {
                case .satisfiedWaits:
                    var isRight = code == 1
                    for _ in 0..<100 {
                        isRight =
                            engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0
                            && engine.waitForCompletion(ids, count: 2) == 1 && isRight
                    }
                    leave(isRight)
                default:
                    let end = engine.runChain(records: batch.records, count: 200)
                    leave(end.stoppedAt == -1)
                }
            }
            worker.join()
        }
    }

    /// The same as the engine counts it, for completions by its own threads.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL, ACALL_SUBMIT_LINK], [false, true])
    func noWakeIsMadeForWhatNobodyWaitsFor(_ flags: UInt32, _ isWaitedElsewhere: Bool) throws {
        let engine = try Engine()
        let (ring, other) = (Ring(512), Ring(8))
        let read = PendingRead(engine)
        let before = acall_load32(&other.head.pointee.head)
        let companion = Companion {
            guard isWaitedElsewhere else { return }
            precondition(engine.waitForRing(other.head, tail: before, minimum: 1) == 0)
        }
        if isWaitedElsewhere { #expect(companion.waitUntilAsleep()) } else { companion.join() }
        let batch = Batch(100, ring: ring, flags: flags)
        for index in 0..<10 { batch.wantId(10 * index) }
        #expect(batch.submit(engine) == 100)
        #expect(eventually { ring.filled == 100 })
        #expect(engine.statistics.completionWakes == 0)
        if isWaitedElsewhere {
            #expect(Batch(1, ring: other).submit(engine) == 1)
            companion.join()
            #expect(engine.statistics.completionWakes == 1)
        }
        read.finish()
        #expect(read.wait(.id) == 1)
    }
}
