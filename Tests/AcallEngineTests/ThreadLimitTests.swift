// Threads run out: what is refused, what is kept, and that it gets better.
//
// Input: a process of its own under a limit of its user's processes, which root does not have and
// therefore gives itself up. Output: counts and -EAGAIN. Invariant: what was accepted completes,
// what was refused has no effect.

import AcallEngine
import CAcall
import Glibc
import Testing

/// Makes the process an ordinary user's, with no thread more to be had; false where that can't be.
private func exhaustThreads() -> Bool {
    if geteuid() == 0 {
        // A user that nobody else has, or nobody, where there are no others.
        let user = uid_t(100_000 + getpid() % 20_000)
        guard setuid(user) == 0 || setuid(65534) == 0 else { return false }
    }
    return limitThreads(1) && !canStartThread()
}

private func limitThreads(_ count: rlim_t) -> Bool {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(6), &limit)
    limit.rlim_cur = min(count, limit.rlim_max)
    return setrlimit(__rlimit_resource_t(6), &limit) == 0
}

private func canStartThread() -> Bool {
    var handle: UInt64 = 0
    guard acall_thread_start(&handle, { _ in }, nil, 0) == 0 else { return false }
    acall_thread_join(handle)
    return true
}

/// Raises the limit until a thread can be had, and then by some more.
private func allowThreads(_ count: Int) {
    var limit: rlim_t = 1
    while limitThreads(limit), !canStartThread() { limit += 1 + limit / 64 }
    _ = limitThreads(limit + rlim_t(count) - 1)
}

/// How submissions want their threads.
enum Wanting: Int, CaseIterable, Codable {
    case own, pooled, ownWithId, pooledWithId, ownChain, pooledChain

    var flags: UInt32 {
        switch self {
        case .pooled, .pooledWithId, .pooledChain: ACALL_SUBMIT_THREAD_POOL
        default: 0
        }
    }
    var hasId: Bool { self == .ownWithId || self == .pooledWithId }
    var each: Int { self == .ownChain || self == .pooledChain ? 2 : 1 }

    /// Operations that block until the pipe is written to: single reads, or a read after a getppid.
    func batch(_ count: Int, _ ring: Ring, _ pipe: SystemPipe, _ cells: Chain) -> Batch {
        let batch = Batch(count * each, ring: ring, flags: flags)
        for index in 0..<count * each {
            if each == 2 && index % 2 == 0 {
                batch.records[index].flags |= ACALL_SUBMIT_LINK
            } else {
                batch.set(index, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
            }
            if hasId { batch.wantId(index) }
        }
        return batch
    }
}

@Suite(.timeLimit(.minutes(20))) struct ThreadLimitTests {
    /// No thread at all: refused, without effect; then all of it is taken.
    @Test(arguments: Wanting.allCases)
    func withoutAnyThreadTheFirstIsRefused(_ wanting: Wanting) async {
        await #expect(processExitsWith: .success) { [wanting] in
            let engine = try Engine()
            let (ring, pipe, cells) = (Ring(64), SystemPipe(), Chain())
            let batch = wanting.batch(4, ring, pipe, cells)
            guard exhaustThreads() else { return }
            for _ in 0..<3 { #expect(batch.submit(engine) == -11) }
            #expect(engine.statistics.threads == 0 && engine.statistics.threadsStarted == 0)
            #expect(ring.filled == 0)
            // An id was registered and taken out again: it names nothing.
            if wanting.hasId { #expect(engine.cancel(batch.ids) == -11) }
            allowThreads(16)
            #expect(batch.submit(engine) == batch.count)
            for _ in 0..<4 { #expect(write(pipe.writer, "x", 1) == 1) }
            #expect(
                engine.waitForRing(ring.head, tail: 0, minimum: UInt32(batch.count)) == 0)
            engine.shutdown()
            #expect(ring.filled == UInt32(batch.count))
        }
    }

    /// What was refused was not submitted: there is still no operation with an id.
    @Test(arguments: [Wanting.ownWithId, .pooledWithId])
    func aRefusedOperationHasNoId(_ wanting: Wanting) async {
        await #expect(processExitsWith: .success) { [wanting] in
            let engine = try Engine()
            let (ring, pipe, cells) = (Ring(64), SystemPipe(), Chain())
            let batch = wanting.batch(1, ring, pipe, cells)
            guard exhaustThreads() else { return }
            #expect(batch.submit(engine) == -11)
            #expect(engine.waitForCompletion([batch.ids], count: 1) == -22)
        }
    }

    /// Some threads: as many are pending as the count says, and they complete.
    @Test(arguments: Wanting.allCases)
    func withSomeThreadsTheCountIsOfWhatIsPending(_ wanting: Wanting) async {
        await #expect(processExitsWith: .success) { [wanting] in
            let engine = try Engine()
            let (ring, pipe, cells) = (Ring(4096), SystemPipe(), Chain())
            let batch = wanting.batch(400, ring, pipe, cells)
            guard exhaustThreads() else { return }
            allowThreads(6)
            let first = batch.submit(engine)
            #expect(first > 0 && first < batch.count && first % wanting.each == 0)
            // The rest is refused now, and nothing of it happens.
            let rest = Batch(1, ring: ring, flags: wanting.flags)
            rest.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
            #expect(rest.submit(engine) == -11)
            for _ in 0..<first / wanting.each { #expect(write(pipe.writer, "x", 1) == 1) }
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(first)) == 0)
            usleep(2000)
            #expect(ring.filled == UInt32(first))
            // Threads are free again.
            let again = wanting.batch(1, ring, pipe, cells)
            try #require(eventually { again.submit(engine) == again.count })
            #expect(write(pipe.writer, "x", 1) == 1)
            let total = UInt32(first + again.count)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: total) == 0)
            engine.shutdown()
            #expect(ring.filled == total)
        }
    }

    /// Quick calls need one thread: while there is one, all of them are taken.
    @Test(arguments: [1, 2, 64, 1000])
    func quickCallsNeedOneThread(_ count: Int) async {
        await #expect(processExitsWith: .success) { [count] in
            var configuration = EngineConfiguration()
            configuration.queueCapacity = 64
            let engine = try Engine(configuration: configuration)
            let ring = Ring(2048)
            let batch = Batch(count, ring: ring)
            guard exhaustThreads() else { return }
            #expect(batch.submit(engine) == -11)
            allowThreads(2)
            #expect(batch.submit(engine) == count)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(count)) == 0)
            // No thread more can be had, and the one that there is does it all.
            _ = limitThreads(1)
            #expect(batch.submit(engine) == count)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(2 * count)) == 0)
            engine.shutdown()
            #expect(ring.filled == UInt32(2 * count))
        }
    }

    /// An idle thread needs no new one for a call that blocks; a second such call does.
    @Test func anIdleThreadIsEnoughForOneBlockedCall() async {
        await #expect(processExitsWith: .success) {
            var configuration = EngineConfiguration()
            configuration.idleTime = .seconds(600)
            let engine = try Engine(configuration: configuration)
            let (ring, pipe, cells) = (Ring(64), SystemPipe(), Chain())
            guard exhaustThreads() else { return }
            allowThreads(1)
            let batch = Wanting.pooled.batch(1, ring, pipe, cells)
            #expect(batch.submit(engine) == 1)
            #expect(batch.submit(engine) == -11)
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
            _ = limitThreads(1)
            try #require(eventually { batch.submit(engine) == 1 })
            #expect(engine.statistics.threadsStarted == 1)
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
        }
    }

    /// The monitor can't be had either: quick calls behind a slow one complete all the same.
    @Test func withoutAMonitorNothingIsLost() async {
        await #expect(processExitsWith: .success) {
            var configuration = EngineConfiguration()
            configuration.quickCalls.insert(Number.read)
            let engine = try Engine(configuration: configuration)
            let (ring, pipe, cells) = (Ring(64), SystemPipe(), Chain())
            guard exhaustThreads() else { return }
            allowThreads(1)
            #expect(Wanting.pooled.batch(1, ring, pipe, cells).submit(engine) == 1)
            #expect(Batch(10, ring: ring).submit(engine) == 10)
            usleep(5000)
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 11) == 0)
            engine.shutdown()
            #expect(ring.filled == 11)
        }
    }

    /// A shutdown while threads are short ends everything that was accepted.
    @Test(arguments: [Wanting.own, .pooled, .pooledChain])
    func aShutdownNeedsNoThread(_ wanting: Wanting) async {
        await #expect(processExitsWith: .success) { [wanting] in
            let engine = try Engine()
            let (ring, pipe, cells) = (Ring(4096), SystemPipe(), Chain())
            let batch = wanting.batch(200, ring, pipe, cells)
            guard exhaustThreads() else { return }
            allowThreads(5)
            let count = batch.submit(engine)
            #expect(count > 0 && count < batch.count)
            _ = limitThreads(1)
            engine.shutdown()
            #expect(ring.filled == UInt32(count))
            #expect(engine.statistics.threads == 0)
        }
    }
}
