// Waits for rings and for ids: at once, in time, too late, refused, interrupted; and the C calls.

import AcallEngine
import CAcall
import Glibc
import Testing

/// Runs a closure on a thread of its own, whose signals the test decides on.
final class Companion: @unchecked Sendable {
    private let body: () -> Void
    private var handle: UInt64 = 0
    private let finished = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    private let thread = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)

    init(_ body: @escaping () -> Void) {
        self.body = body
        finished.initialize(to: 0)
        thread.initialize(to: 0)
        let context = Unmanaged.passRetained(self).toOpaque()
        let code = acall_thread_start(
            &handle,
            { context in
                let companion = Unmanaged<Companion>.fromOpaque(context!).takeRetainedValue()
                acall_store64_release(companion.thread, UInt64(acall_thread_id()))
                companion.body()
                acall_store64_release(companion.finished, 1)
            }, context, 0)
        precondition(code == 0)
    }

    var isFinished: Bool { acall_load64_acquire(finished) == 1 }

    /// The kernel's id of the thread; 0 before it has begun.
    var threadId: Int32 { Int32(truncatingIfNeeded: acall_load64_acquire(thread)) }

    /// Sends the signal until the thread has finished.
    func interrupt(_ signal: Int32) -> Bool {
        eventually {
            let thread = acall_load64_acquire(thread)
            if thread != 0 && !isFinished {
                let args: [UInt64] = [UInt64(getpid()), thread, UInt64(signal), 0, 0, 0]
                _ = acall_raw_syscall(UInt64(Number.tgkill), args)
            }
            return isFinished
        }
    }

    func join() { acall_thread_join(handle) }
}

@Suite struct WaitTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    @Test func ringWaitsComeBackAtOnceWhereThereIsNothingToWaitFor() {
        let ring = Ring(4)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 0) == 0)
        #expect(engine.waitForRing(ring.head, tail: 99, minimum: 0) == 0)
        // The difference wraps.
        ring.head.pointee.head = 2
        #expect(engine.waitForRing(ring.head, tail: UInt32.max - 1, minimum: 4) == 0)
    }

    @Test func ringWaitsEndWhenTheTimeRunsOut() {
        let ring = Ring(4)
        for nanoseconds in [0, 1, 3_000_000] {
            var time = timespec(tv_sec: 0, tv_nsec: nanoseconds)
            let before = acall_monotonic_time()
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1, time: &time) == 0)
            #expect(acall_monotonic_time() - before >= UInt64(nanoseconds))
            #expect(engine.waitForRing(ring.head, tail: 1, minimum: UInt32.max, time: &time) == 0)
        }
    }

    @Test func timesAndMaskSizesAreChecked() {
        let ring = Ring(4)
        var mask = sigset_t()
        sigemptyset(&mask)
        for (seconds, nanoseconds) in [(-1, 0), (0, -1), (0, 1_000_000_000), (Int.min, 0)] {
            var time = timespec(tv_sec: seconds, tv_nsec: nanoseconds)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 0, time: &time) == -22)
        }
        for size in [0, 4, 16, 1024, -8] {
            #expect(
                engine.waitForRing(ring.head, tail: 0, minimum: 0, mask: &mask, maskSize: size)
                    == -22)
        }
        for size in [8, MemoryLayout<sigset_t>.size] {
            var time = timespec(tv_sec: 0, tv_nsec: 1000)
            #expect(
                engine.waitForRing(
                    ring.head, tail: 0, minimum: 1, time: &time, mask: &mask, maskSize: size) == 0)
        }
        // The longest time there is does not overflow.
        var time = timespec(tv_sec: Int.max, tv_nsec: 999_999_999)
        ring.head.pointee.head = 1
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1, time: &time) == 0)
    }

    /// A waiter that waits for more is left asleep by what it does not wait for; without a wake it
    /// would hang.
    @Test func aRingWaiterWakesForAsMuchAsItWants() {
        for mask in [false, true] {
            for minimum: UInt32 in [1, 3, 5] {
                let ring = Ring(8)
                let other = Ring(8)
                let companion = Companion {
                    var set = sigset_t()
                    sigfillset(&set)
                    let code = withUnsafePointer(to: &set) {
                        engine.waitForRing(
                            ring.head, tail: 0, minimum: minimum, mask: mask ? $0 : nil)
                    }
                    precondition(code == 0 && ring.filled >= minimum)
                }
                for count in 1...minimum {
                    #expect(!companion.isFinished)
                    usleep(2000)
                    #expect(Batch(3, ring: other).submit(engine) == 3)
                    #expect(Batch(1, ring: ring).submit(engine) == 1, "\(count)")
                }
                companion.join()
            }
        }
    }

    @Test func chainsOnCallersThreadsWakeRingWaitersToo() {
        let ring = Ring(8)
        let companion = Companion {
            precondition(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
        }
        usleep(2000)
        let chain = Chain()
        chain.add(ACALL_OP_VALUE)
        chain.add(ACALL_OP_VALUE)
        for index in 0..<2 { chain.edit(index) { $0.completion_ring_pointer = ring.address } }
        chain.run(engine)
        companion.join()
        #expect(ring.filled == 2)
    }

    @Test func waitsForIds() throws {
        var nobody: UnsafeMutablePointer<acall_id>?
        #expect(engine.waitForCompletion(&nobody, count: 0) == -22)
        let pipes = (0..<3).map { _ in SystemPipe() }
        defer { for pipe in pipes { pipe.close() } }
        let chain = Chain()
        let batch = Batch(3)
        for index in 0..<3 {
            batch.set(index, Number.read, [UInt64(pipes[index].reader), chain.cell(index), 1])
            batch.wantId(index)
        }
        #expect(batch.submit(engine) == 3)
        #expect(engine.waitForCompletion(&nobody, count: 0) == 0)
        let pointers: [UnsafeMutablePointer<acall_id>?] = (0..<3).map { batch.ids + $0 }
        var time = timespec(tv_sec: 0, tv_nsec: 2_000_000)
        #expect(engine.waitForCompletion(pointers, count: 3, time: &time) == 0)
        time.tv_nsec = -1
        #expect(engine.waitForCompletion(pointers, count: 3, time: &time) == -22)
        // An id that is unknown counts as completed.
        var unknown = acall_id()
        #expect(
            withUnsafeMutablePointer(to: &unknown) {
                engine.waitForCompletion([pointers[0], $0], count: 2)
            } == 1)
        let companion = Companion {
            precondition(engine.waitForCompletion(pointers, count: 3) == 1)
        }
        usleep(2000)
        #expect(write(pipes[1].writer, "x", 1) == 1)
        companion.join()
        #expect(engine.waitForCompletion([pointers[1]], count: 1) == 1)
        #expect(write(pipes[0].writer, "x", 1) == 1)
        #expect(write(pipes[2].writer, "x", 1) == 1)
        for pointer in pointers { #expect(engine.waitForCompletion([pointer], count: 1) == 1) }
        let ids = (0..<3).map { index in withUnsafeBytes(of: batch.ids[index]) { Array($0) } }
        #expect(Set(ids).count == 3)
    }

    @Test func manyIdsComeAndGo() throws {
        let pipe = SystemPipe()
        defer { pipe.close() }
        let chain = Chain()
        let long = Batch(1)
        long.set(0, Number.read, [UInt64(pipe.reader), chain.cell(0), 1])
        long.wantId(0)
        #expect(long.submit(engine) == 1)
        for _ in 0..<50 {
            let batch = Batch(40)
            for index in 0..<40 { batch.wantId(index) }
            #expect(batch.submit(engine) == 40)
            for index in 0..<40 {
                #expect(engine.waitForCompletion([batch.ids + index], count: 1) == 1)
            }
        }
        var time = timespec(tv_sec: 0, tv_nsec: 1000)
        #expect(engine.waitForCompletion([long.ids], count: 1, time: &time) == 0)
        #expect(write(pipe.writer, "x", 1) == 1)
        #expect(engine.waitForCompletion([long.ids], count: 1) == 1)
    }

    @Test func theWaitOperationWaits() throws {
        let pipe = SystemPipe()
        defer { pipe.close() }
        let chain = Chain()
        let batch = Batch(1)
        batch.set(0, Number.read, [UInt64(pipe.reader), chain.cell(0), 1])
        batch.records[0].completion_pointer = chain.result(10)
        batch.wantId(0)
        #expect(batch.submit(engine) == 1)
        let ring = Ring(8)
        let waiting = Batch(1, ring: ring)
        waiting.set(0, ACALL_OP_WAIT, [address(batch.ids)])
        #expect(waiting.submit(engine) == 1)
        var time = timespec(tv_sec: 0, tv_nsec: 5_000_000)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1, time: &time) == 0)
        #expect(ring.filled == 0)
        #expect(write(pipe.writer, "x", 1) == 1)
        // On this thread as well, where the wait ends with the operation.
        chain.add(ACALL_OP_WAIT, [address(batch.ids)])
        chain.add(ACALL_OP_WAIT, [8])
        chain.run(engine)
        #expect(chain.code(0) == 0 && chain.code(1) == -14)
        #expect(chain.completions[10].cookie == 1)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        #expect(eventually { ring.cookie(0) == 1 } && ring.entries[0].return_code == 0)
    }

    @Test func aSignalHandlerInterruptsWaits() {
        // With SA_RESTART: these waits are interrupted all the same, as poll is.
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        action.sa_flags = SA_RESTART
        sigaction(SIGUSR1, &action, nil)
        let ring = Ring(8)
        let batch = Batch(1)
        let pipe = SystemPipe()
        defer { pipe.close() }
        let chain = Chain()
        batch.set(0, Number.read, [UInt64(pipe.reader), chain.cell(0), 1])
        batch.wantId(0)
        #expect(batch.submit(engine) == 1)
        var user = sigset_t()
        sigemptyset(&user)
        sigaddset(&user, SIGUSR1)
        for onIds in [false, true] {
            for masked in [false, true] {
                let companion = Companion {
                    pthread_sigmask(masked ? SIG_BLOCK : SIG_UNBLOCK, &user, nil)
                    var during = sigset_t()
                    sigfillset(&during)
                    sigdelset(&during, SIGUSR1)
                    withUnsafePointer(to: &during) { during in
                        let mask = masked ? during : nil
                        let code =
                            onIds
                            ? engine.waitForCompletion([batch.ids], count: 1, mask: mask)
                            : engine.waitForRing(ring.head, tail: 0, minimum: 1, mask: mask)
                        precondition(code == -4, "\(code)")
                    }
                }
                #expect(companion.interrupt(SIGUSR1))
                companion.join()
            }
        }
        #expect(write(pipe.writer, "x", 1) == 1)
    }

    @Test func theCallsOfTheHeader() {
        let ring = Ring(8)
        let batch = Batch(3, ring: ring)
        batch.wantId(2)
        #expect(acall_submit(nil, 0) == 0)
        #expect(acall_submit(nil, 1) == -14)
        #expect(acall_submit(batch.pointers, 3) == 3)
        #expect(acall_ring_pwait(ring.head, 0, 3, nil, nil, 0) == 0)
        #expect(acall_ring_pwait(nil, 0, 3, nil, nil, 0) == -14)
        var time = timespec(tv_sec: 0, tv_nsec: 1000)
        #expect(acall_ring_pwait(ring.head, 0, 4, &time, nil, 0) == 0)
        var pointers: [UnsafeMutablePointer<acall_id>?] = [batch.ids + 2]
        #expect(acall_comp_pwait(&pointers, 1, nil, nil, 0) == 1)
        #expect(acall_comp_pwait(nil, 0, nil, nil, 0) == 0)
        #expect(acall_cancel(batch.ids + 2) == -11)
        #expect(acall_cancel(nil) == -14)
        #expect(ring.filled == 3)
        // Once only: no other test uses the shared engine.
        Engine.shared.shutdown()
        #expect(acall_submit(batch.pointers, 3) == -11)
    }
}
