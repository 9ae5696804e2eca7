// Instant calls: run by the handful, and by those who wait for them.
//
// Input: calls of no effect, in rings of every size. Output: one completion each, whoever ran it.
// Invariant: where a test needs the waiter's help, there is no other thread that could run the call.

import AcallEngine
import CAcall
import Glibc
import Testing

@Suite(.timeLimit(.minutes(20))) struct InstantTests {
    /// An engine whose only thread is held up by a call that was taken for quick, and whose monitor
    /// would add another only after ten minutes.
    private struct HeldUp {
        let engine: Engine
        let ring = Ring(64)
        private let pipe = SystemPipe()
        private let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

        init() throws {
            var configuration = EngineConfiguration()
            configuration.quickCalls.insert(Number.read)
            configuration.queueTime = .seconds(600)
            engine = try Engine(configuration: configuration)
            byte.initialize(to: 0)
            // A call before it shows that the thread has taken it.
            let stuck = Batch(2, ring: Ring(2))
            stuck.set(1, Number.read, [UInt64(pipe.reader), address(byte), 1])
            stuck.records[0].completion_pointer = address(stuck.ids)
            #expect(stuck.submit(engine) == 2)
            let words = UnsafeRawPointer(stuck.ids).assumingMemoryBound(to: UInt64.self)
            #expect(eventually { acall_load_acquire_u64(words + 1) != 0 })
        }

        func end() {
            #expect(write(pipe.writer, "x", 1) == 1)
            engine.shutdown()
            pipe.close()
        }
    }

    /// Would wait for ten minutes without the waiter's own work.
    @Test(arguments: [1, 7, 8, 9, 64]) func aWaiterRunsWhatIsQueued(_ count: Int) throws {
        let held = try HeldUp()
        #expect(Batch(count, ring: held.ring).submit(held.engine) == count)
        #expect(held.engine.waitForRing(held.ring.head, tail: 0, minimum: UInt32(count)) == 0)
        #expect(held.ring.filled == UInt32(count))
        #expect(Set((0..<count).map { held.ring.cookie($0) }) == Set(1...UInt64(count)))
        for index in 0..<count {
            #expect(held.ring.entries[index].return_code == UInt64(getppid()))
        }
        held.end()
    }

    /// It takes no more than it waits for: what is left is another's.
    @Test func aWaiterRunsNoMoreThanItWants() throws {
        let held = try HeldUp()
        #expect(Batch(20, ring: held.ring).submit(held.engine) == 20)
        #expect(held.engine.waitForRing(held.ring.head, tail: 0, minimum: 3) == 0)
        #expect(held.ring.filled == 3)
        held.end()
        #expect(held.ring.filled == 20)
    }

    /// The mask is for the wait: no call is made with it.
    @Test func aWaiterWithAMaskOnlyWaits() throws {
        let held = try HeldUp()
        #expect(Batch(3, ring: held.ring).submit(held.engine) == 3)
        var mask = sigset_t()
        sigemptyset(&mask)
        var time = timespec(tv_sec: 0, tv_nsec: 1_000_000)
        #expect(
            held.engine.waitForRing(
                held.ring.head, tail: 0, minimum: 3, time: &time, mask: &mask) == 0)
        #expect(held.ring.filled == 0)
        held.end()
        #expect(held.ring.filled == 3)
    }

    /// A call that may differ from thread to thread, or has an extension, is the pool's.
    @Test func aWaiterRunsInstantCallsOnly() throws {
        let held = try HeldUp()
        let observed = UnsafeMutablePointer<acall_observed_completion>.allocate(capacity: 1)
        observed.initialize(to: .init())
        for kind in 0..<3 {
            let batch = Batch(1, ring: held.ring)
            if kind == 0 { batch.set(0, Number.gettid, []) }
            if kind == 1 { batch.records[0].flags |= ACALL_SUBMIT_OBSERVED }
            if kind == 2 { batch.wantId(0) }
            batch.records[0].completion_pointer = address(observed)
            #expect(batch.submit(held.engine) == 1)
        }
        // Behind the others, it is not the oldest.
        #expect(Batch(1, ring: held.ring).submit(held.engine) == 1)
        var time = timespec(tv_sec: 0, tv_nsec: 1_000_000)
        #expect(held.engine.waitForRing(held.ring.head, tail: 0, minimum: 1, time: &time) == 0)
        #expect(held.ring.filled == 0)
        held.end()
        #expect(held.ring.filled == 4)
    }

    @Test func anEmptySetLeavesAllToThePool() throws {
        var configuration = EngineConfiguration()
        configuration.instantCalls = SystemCallSet()
        let engine = try Engine(configuration: configuration)
        let ring = Ring(128)
        #expect(Batch(100, ring: ring).submit(engine) == 100)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 100) == 0)
        #expect(ring.filled == 100)
    }

    /// Neighbours of several rings and slots: each gets its own, in rings of any size and place.
    @Test(arguments: [0, 1, 3, 8, 100]) func eachCompletionGoesWhereItsRecordSays(_ size: Int)
        throws
    {
        let engine = try Engine()
        let rings = (0..<3).map { _ in Ring(size) }
        // The head is about to wrap.
        for ring in rings { ring.head.pointee.head = UInt32.max - 5 }
        let slots = UnsafeMutablePointer<acall_completion>.allocate(capacity: 60)
        slots.initialize(repeating: .init(), count: 60)
        let batch = Batch(60)
        for index in 0..<60 {
            // Runs of one to four; some have no ring, some no slot.
            let which = (index / (1 + index % 4)) % 4
            batch.records[index].completion_ring_pointer = which < 3 ? rings[which].address : 0
            if index % 5 != 0 { batch.records[index].completion_pointer = address(slots + index) }
        }
        let counts = (0..<3).map { which in
            UInt32(
                (0..<60).count {
                    batch.records[$0].completion_ring_pointer == rings[which].address
                })
        }
        #expect(batch.submit(engine) == 60)
        for (ring, count) in zip(rings, counts) {
            #expect(
                engine.waitForRing(ring.head, tail: UInt32.max - 5, minimum: count) == 0)
        }
        engine.shutdown()
        for (ring, count) in zip(rings, counts) {
            #expect(ring.filled &- (UInt32.max - 5) == count)
            #expect((0..<size).count { ring.cookie($0) != 0 } == min(size, Int(count)))
        }
        for index in 0..<60 {
            #expect(slots[index].cookie == (index % 5 == 0 ? 0 : UInt64(index + 1)))
        }
    }

    /// Threads help while the engine is shut down: nothing is stored after the shutdown has
    /// returned, and nothing is lost.
    @Test func aShutdownWaitsForThoseWhoHelp() throws {
        for round in 0..<200 {
            let engine = try Engine()
            let shared = Shared(engine, submitters: 3)
            shared.submitFirst(1000)
            shared.start()
            for _ in 0..<round * 20 { acall_pause() }
            engine.shutdown()
            #expect(shared.rings.map(\.filled) == [1000, 1000, 1000])
            shared.join()
            #expect(shared.rings.map(\.filled) == [1000, 1000, 1000])
        }
    }

    /// Three threads, each with its own ring: every one gets all of its completions, and only those.
    @Test func helpersLoseNothing() throws {
        let engine = try Engine()
        let shared = Shared(engine, submitters: 3)
        shared.start()
        shared.join()
        #expect(shared.accepted == [20_000, 20_000, 20_000])
        #expect(shared.rings.map(\.filled) == [20_000, 20_000, 20_000])
    }
}

/// Submitters that wait for what they submit; never freed (see Records.swift).
private final class Shared: @unchecked Sendable {
    let engine: Engine
    let rings: [Ring]
    /// Written by each submitter at its own index, read when all have been joined.
    private let counts: UnsafeMutablePointer<Int>
    private var threads: [pthread_t] = []
    private var isSubmitted = false
    private let most = 20_000

    init(_ engine: Engine, submitters: Int) {
        self.engine = engine
        rings = (0..<submitters).map { _ in Ring(64) }
        counts = .allocate(capacity: submitters)
        counts.initialize(repeating: 0, count: submitters)
    }

    var accepted: [Int] { rings.indices.map { counts[$0] } }

    /// All that there will be, before the threads start.
    func submitFirst(_ count: Int) {
        for (index, ring) in rings.enumerated() {
            #expect(Batch(count, ring: ring).submit(engine) == count)
            counts[index] = count
        }
        isSubmitted = true
    }

    func start() {
        for index in rings.indices {
            let context = Unmanaged.passRetained(Job(self, index))
            var thread = pthread_t()
            let code = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    let job = Unmanaged<Job>.fromOpaque(context).takeRetainedValue()
                    job.shared.run(job.index)
                    return nil
                }, context.toOpaque())
            #expect(code == 0)
            threads.append(thread)
        }
    }

    func join() {
        for thread in threads { pthread_join(thread, nil) }
    }

    private func run(_ index: Int) {
        if isSubmitted {
            wait(index, from: 0)
        } else {
            submit(index)
        }
    }

    private func wait(_ index: Int, from tail: Int) {
        let ring = rings[index].head
        var time = timespec(tv_sec: 10, tv_nsec: 0)
        _ = engine.waitForRing(
            ring, tail: UInt32(tail), minimum: UInt32(counts[index] - tail), time: &time)
    }

    private func submit(_ index: Int) {
        let batch = Batch(40, ring: rings[index])
        while counts[index] < most {
            let count = batch.submit(engine)
            guard count > 0 else { return }
            counts[index] += count
            wait(index, from: counts[index] - count)
            if count < 40 { return }
        }
    }
}

private final class Job {
    let shared: Shared
    let index: Int

    init(_ shared: Shared, _ index: Int) { (self.shared, self.index) = (shared, index) }
}
