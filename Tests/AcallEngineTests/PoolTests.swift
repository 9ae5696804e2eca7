// Submissions: what is accepted, that each completes once, that none waits behind a blocked one.

import AcallEngine
import CAcall
import Glibc
import Testing

/// Records and pointers to them, as `submit` wants them.
final class Batch {
    let records: UnsafeMutablePointer<acall_submission>
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<acall_submission>?>
    let ids: UnsafeMutablePointer<acall_id>
    let count: Int

    init(_ count: Int, ring: Ring? = nil, flags: UInt32 = ACALL_SUBMIT_THREAD_POOL) {
        self.count = count
        records = .allocate(capacity: max(count, 1))
        pointers = .allocate(capacity: max(count, 1))
        ids = .allocate(capacity: max(count, 1))
        ids.initialize(repeating: acall_id(), count: max(count, 1))
        for index in 0..<count {
            var record = acall_submission()
            record.nr = Number.getppid
            record.flags = flags
            record.cookie = UInt64(index + 1)
            record.completion_ring_pointer = ring?.address ?? 0
            (records + index).initialize(to: record)
            (pointers + index).initialize(to: records + index)
        }
    }

    func set(_ index: Int, _ nr: UInt32, _ args: [UInt64]) {
        records[index].nr = nr
        records[index].args = Chain.six(args)
    }

    func wantId(_ index: Int) { records[index].id_pointer = address(ids + index) }

    func submit(_ engine: Engine) -> Int { engine.submit(pointers, count: count) }
}

/// Polls until it holds; false after ten seconds, which no machine needs.
func eventually(_ condition: () -> Bool) -> Bool {
    for _ in 0..<100_000 {
        if condition() { return true }
        usleep(100)
    }
    return condition()
}

@Suite struct PoolTests {
    @Test func nothingSubmittedIsNothingPending() throws {
        let engine = try Engine()
        #expect(Batch(0).submit(engine) == 0)
        #expect(engine.statistics.threadsStarted == 0)
    }

    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func everySubmissionCompletesOnce(_ flags: UInt32) throws {
        let engine = try Engine()
        let ring = Ring(256)
        let batch = Batch(200, ring: ring, flags: flags)
        #expect(batch.submit(engine) == 200)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 200) == 0)
        engine.shutdown()
        #expect(ring.filled == 200)
        #expect(Set((0..<200).map { ring.entries[$0].cookie }) == Set(1...200))
        #expect((0..<200).allSatisfy { ring.entries[$0].return_code == UInt64(getppid()) })
        #expect(engine.statistics.threads == 0)
    }

    @Test func aSubmissionIsCopied() throws {
        let engine = try Engine()
        let ring = Ring(64)
        let pipe = SystemPipe()
        defer { pipe.close() }
        var byte: UInt8 = 0
        try withUnsafeMutablePointer(to: &byte) { byte in
            let batch = Batch(1, ring: ring)
            batch.set(0, Number.read, [UInt64(pipe.reader), address(byte), 1])
            #expect(batch.submit(engine) == 1)
            batch.records[0] = acall_submission()
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
            try #require(eventually { ring.cookie(0) == 1 })
            #expect(ring.entries[0].return_code == 1 && byte.pointee == UInt8(ascii: "x"))
        }
    }

    @Test func refusalsCountWhatIsPending() throws {
        let engine = try Engine()
        let ring = Ring(64)
        for flags: UInt32 in [0x80, 0x1_0000, 0x8000_0000, ACALL_SUBMIT_STOP_MASK] {
            let batch = Batch(3, ring: ring)
            batch.records[0].flags |= flags
            #expect(batch.submit(engine) == -22)
            batch.records[0].flags = ACALL_SUBMIT_THREAD_POOL
            batch.records[2].flags |= flags
            #expect(batch.submit(engine) == 2)
        }
        let batch = Batch(3, ring: ring)
        batch.pointers[1] = nil
        #expect(batch.submit(engine) == 1)
        batch.pointers[0] = nil
        #expect(batch.submit(engine) == -14)
        // A chain is taken as a whole.
        let chain = Batch(4, ring: ring)
        for index in 1..<3 { chain.records[index].flags |= ACALL_SUBMIT_LINK }
        chain.records[3].flags |= 0x80
        #expect(chain.submit(engine) == 1)
        engine.shutdown()
        #expect(ring.filled == 4 * 2 + 1 + 1)
        #expect(Batch(1).submit(engine) == -11)
    }

    @Test func aChainRunsInOrderOnOneThread() throws {
        let engine = try Engine()
        for flags in [ACALL_SUBMIT_THREAD_POOL, 0] {
            let ring = Ring(64)
            let batch = Batch(20, ring: ring, flags: flags | ACALL_SUBMIT_LINK)
            let cells = Chain()
            for index in 0..<20 {
                batch.records[index].nr = Number.gettid
                batch.records[index].flags |= ACALL_SUBMIT_OBSERVED
                batch.records[index].completion_pointer = cells.result(index)
            }
            #expect(batch.submit(engine) == 20)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 20) == 0)
            try #require(eventually { ring.cookie(19) != 0 })
            #expect((0..<20).map { ring.entries[$0].cookie } == Array(1...20))
            let threads = Set((0..<20).map { cells.completions[$0].thread })
            #expect(threads.count == 1)
            #expect(threads.first == ring.entries[0].return_code)
            #expect(threads.first != UInt64(acall_thread_id()))
        }
    }

    @Test func blockedReadersNeverKeepTheirWritersWaiting() throws {
        let engine = try Engine()
        let count = 40
        let pipes = (0..<count).map { _ in SystemPipe() }
        defer { for pipe in pipes { pipe.close() } }
        let ring = Ring(256)
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        bytes.initialize(repeating: 7, count: count)
        defer { bytes.deallocate() }
        // All readers first; then quick calls; then the writers, as chains.
        let readers = Batch(count, ring: ring)
        let quick = Batch(count, ring: ring)
        let writers = Batch(2 * count, ring: ring)
        for index in 0..<count {
            readers.set(
                index, Number.read, [UInt64(pipes[index].reader), address(bytes + index), 1])
            writers.records[2 * index].flags |= ACALL_SUBMIT_LINK
            writers.set(
                2 * index + 1, Number.write,
                [UInt64(pipes[index].writer), address(bytes + index), 1])
        }
        #expect(readers.submit(engine) == count)
        #expect(quick.submit(engine) == count)
        // The quick ones complete though every reader is blocked.
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(count)) == 0)
        #expect(ring.filled >= UInt32(count))
        #expect(writers.submit(engine) == 2 * count)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(4 * count)) == 0)
        #expect(ring.filled == UInt32(4 * count))
    }

    @Test func idlePoolThreadsAreUsedAgainAndLeave() throws {
        var configuration = EngineConfiguration()
        configuration.idleTime = .milliseconds(100)
        let engine = try Engine(configuration: configuration)
        let ring = Ring(64)
        for round in 1...5 {
            #expect(Batch(1, ring: ring).submit(engine) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(round)) == 0)
        }
        #expect(engine.statistics.threadsStarted < 5)
        #expect(eventually { engine.statistics.threads == 0 })
        #expect(Batch(1, ring: ring).submit(engine) == 1)
        #expect(engine.waitForRing(ring.head, tail: 5, minimum: 1) == 0)
    }

    @Test func moreThanTheQueueHoldsIsKept() throws {
        var configuration = EngineConfiguration()
        configuration.queueCapacity = 64
        configuration.parallelism = 1
        let engine = try Engine(configuration: configuration)
        let ring = Ring(8192)
        let batch = Batch(5000, ring: ring)
        #expect(batch.submit(engine) == 5000)
        engine.shutdown()
        #expect(ring.filled == 5000)
        #expect(Set((0..<5000).map { ring.entries[$0].cookie }).count == 5000)
    }

    @Test func aWrongGuessThatACallIsQuickCostsTimeOnly() throws {
        var configuration = EngineConfiguration()
        configuration.quickCalls.insert(Number.read)
        let engine = try Engine(configuration: configuration)
        let pipe = SystemPipe()
        defer { pipe.close() }
        let ring = Ring(64)
        var byte: UInt8 = 0
        withUnsafeMutablePointer(to: &byte) { byte in
            let stuck = Batch(1, ring: ring)
            stuck.set(0, Number.read, [UInt64(pipe.reader), address(byte), 1])
            #expect(stuck.submit(engine) == 1)
            // The monitor sees that the queue does not move, and adds a thread: the waiter itself
            // does not run what is no instant call.
            let behind = Batch(1, ring: ring)
            behind.set(0, Number.gettid, [])
            #expect(behind.submit(engine) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
            #expect(ring.filled == 1)
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
        }
    }

    @Test func theProposalToTheLetterStillCompletesAll() throws {
        var configuration = EngineConfiguration()
        configuration.queueTime = .zero
        configuration.spinTime = .zero
        let engine = try Engine(configuration: configuration)
        let ring = Ring(512)
        #expect(Batch(300, ring: ring).submit(engine) == 300)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 300) == 0)
        #expect(ring.filled == 300)
    }

    @Test func aCompletionNobodyWaitsForWakesNobody() throws {
        let engine = try Engine()
        let ring = Ring(512)
        #expect(Batch(500, ring: ring).submit(engine) == 500)
        let batch = Batch(20, ring: ring)
        for index in 0..<20 { batch.wantId(index) }
        #expect(batch.submit(engine) == 20)
        #expect(eventually { ring.filled == 520 })
        #expect(engine.statistics.completionWakes == 0)
    }

    /// The sanitizer for threads ends a child that starts one.
    @Test(.enabled(if: dlsym(nil, "__tsan_init") == nil))
    func aForksChildHasAnEmptyEngine() throws {
        let engine = try Engine()
        let ring = Ring(64)
        #expect(Batch(10, ring: ring).submit(engine) == 10)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 10) == 0)
        let batch = Batch(10, ring: ring)
        batch.wantId(3)
        // Swift hides fork; the child does nothing here but use the engine.
        let symbol = try #require(dlsym(nil, "fork"))
        let fork = unsafeBitCast(symbol, to: (@convention(c) () -> Int32).self)
        let child = fork()
        if child == 0 {
            alarm(30)
            guard engine.statistics.threads == 0, engine.submit(batch.pointers, count: 10) == 10,
                engine.waitForRing(ring.head, tail: 10, minimum: 10) == 0,
                engine.waitForCompletion([batch.ids + 3], count: 1) == 1
            else { _exit(1) }
            _exit(0)
        }
        var status: Int32 = -1
        #expect(waitpid(child, &status, 0) == child)
        #expect(status == 0)
        #expect(batch.submit(engine) == 10)
        #expect(engine.waitForRing(ring.head, tail: 10, minimum: 10) == 0)
    }

    @Test func configurationsThatMakeNoSenseAreRefused() {
        for capacity in [0, -1, 63, 65, 100, 1 << 21] {
            var configuration = EngineConfiguration()
            configuration.queueCapacity = capacity
            #expect(throws: EngineError.self) { try Engine(configuration: configuration) }
        }
        var configuration = EngineConfiguration()
        configuration.parallelism = 0
        #expect(throws: EngineError.self) { try Engine(configuration: configuration) }
    }

    /// Four threads submit to two rings while two reap: each submission completes once.
    @Test(arguments: 1...3 as ClosedRange<UInt64>)
    func stress(_ seed: UInt64) async throws {
        var configuration = EngineConfiguration()
        configuration.queueCapacity = 128
        let engine = try Engine(configuration: configuration)
        let each = 3000
        let total = try await withThrowingTaskGroup(of: Int.self) { group in
            for submitter in 0..<4 {
                group.addTask {
                    var random = Seeded(state: seed * 100 + UInt64(submitter))
                    let ring = Ring(1 << 13)
                    let chain = Chain()
                    chain.cells[1] = 1000
                    var sent = 0
                    while sent < each {
                        let count = min(Int.random(in: 1...40, using: &random), each - sent)
                        let batch = Batch(count, ring: ring)
                        for index in 0..<count {
                            batch.records[index].cookie = UInt64(sent + index + 1)
                            switch Int.random(in: 0..<20, using: &random) {
                            case 0: batch.set(index, Number.nanosleep, [chain.cell(0), 0])
                            case 1: batch.records[index].flags |= ACALL_SUBMIT_LINK
                            case 2: batch.wantId(index)
                            default: break
                            }
                        }
                        try #require(batch.submit(engine) == count)
                        sent += count
                        if Bool.random(using: &random) {
                            let tail = ring.filled
                            let missing = UInt32(sent) - tail
                            _ = engine.waitForRing(
                                ring.head, tail: tail,
                                minimum: UInt32.random(in: 0...missing, using: &random))
                        }
                    }
                    #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(each)) == 0)
                    var cookies = Set<UInt64>()
                    for index in 0..<each {
                        while ring.cookie(index) == 0 { usleep(10) }
                        cookies.insert(ring.cookie(index))
                    }
                    #expect(ring.filled == UInt32(each))
                    return cookies.count
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(total == 4 * each, "seed \(seed)")
    }
}
