// Engines come and go: many at once, freed with work pending, shut down twice, by many threads.
//
// Input: engines in every state. Output: each accepted submission completes once; no thread stays.
// Invariant: completions are looked at after the shutdown, which has waited for them.

import AcallEngine
import CAcall
import Glibc
import Testing

@Suite(.timeLimit(.minutes(20))) struct LifeCycleTests {
    @Test(arguments: [1, 2, 10, 40])
    func enginesAreApart(_ count: Int) throws {
        let engines = try (0..<count).map { _ in try Engine() }
        let reads = engines.map { PendingRead($0) }
        let rings = engines.map { _ in Ring(16) }
        for (engine, ring) in zip(engines, rings) {
            #expect(Batch(8, ring: ring).submit(engine) == 8)
        }
        for (engine, ring) in zip(engines, rings) {
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 8) == 0)
        }
        // Every second one ends; the others don't notice.
        for index in stride(from: 0, to: count, by: 2) { engines[index].shutdown() }
        for (index, read) in reads.enumerated() {
            if index % 2 == 0 {
                #expect(read.ring.filled == 1 && engines[index].statistics.threads == 0)
                #expect(Batch(1).submit(engines[index]) == -11)
            } else {
                #expect(read.ring.filled == 0)
                read.finish()
                #expect(read.wait(.id) == 1)
                #expect(read.ring.entries[0].return_code == 1)
            }
            read.pipe.close()
        }
    }

    /// Ids name nothing in another engine, and are never used twice.
    @Test func idsAreUniqueInTheProcess() throws {
        let engines = try (0..<4).map { _ in try Engine() }
        var seen = Set<[UInt8]>()
        for round in 0..<10 {
            for engine in engines {
                let batch = Batch(25)
                for index in 0..<25 { batch.wantId(index) }
                #expect(batch.submit(engine) == 25)
                for index in 0..<25 {
                    let id = withUnsafeBytes(of: batch.ids[index]) { Array($0) }
                    #expect(seen.insert(id).inserted, "\(round)")
                    #expect(engine.waitForCompletion([batch.ids + index], count: 1) == 1)
                }
            }
        }
        let read = PendingRead(engines[0])
        for engine in engines[1...] {
            #expect(engine.cancel(read.batch.ids) == -11)
            #expect(engine.waitForCompletion([read.batch.ids], count: 1) == 1)
        }
        #expect(engines[0].cancel(read.batch.ids) == 0)
        read.pipe.close()
    }

    /// An engine let go of while operations are pending: they are cancelled, and have completed.
    @Test(arguments: Work.allCases, [0, ACALL_SUBMIT_THREAD_POOL])
    func anEngineMayBeFreedWithWorkPending(_ work: Work, _ flags: UInt32) throws {
        let ring = Ring(64)
        let subjects = (0..<10).map { _ in MarkedWork(work, flags: flags, ring: ring) }
        do {
            let engine = try Engine()
            for subject in subjects { #expect(subject.batch.submit(engine) == work.count) }
        }
        #expect(ring.filled == UInt32(10 * work.count))
        for index in 0..<10 * work.count {
            #expect(ring.cookie(index) != 0)
            let code = Int64(bitPattern: ring.entries[index].return_code)
            #expect(work == .blocking ? [-4, -125].contains(code) : [0, -125].contains(code))
        }
        for subject in subjects { subject.pipe.close() }
    }

    /// What a shutdown finds queued completes with -ECANCELED; clean-up records run.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func aShutdownRunsCleanUp(_ flags: UInt32) throws {
        let engine = try Engine()
        let (ring, pipe, cells) = (Ring(16), SystemPipe(), Chain())
        let batch = Batch(4, ring: ring, flags: flags)
        for index in 0..<3 { batch.records[index].flags |= ACALL_SUBMIT_LINK }
        batch.set(1, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
        batch.set(3, ACALL_OP_FETCH_ADD, [0, cells.cell(1), 1])
        batch.records[3].flags |= ACALL_SUBMIT_CLEANUP
        #expect(batch.submit(engine) == 4)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        engine.shutdown()
        let codes = (0..<4).map { Int64(bitPattern: ring.entries[$0].return_code) }
        #expect([-4, -125].contains(codes[1]) && codes[2...] == [-125, 0])
        #expect(cells.cells[1] == 1)
        pipe.close()
    }

    /// Again, and by many at once: each returns when it is done.
    @Test(arguments: [1, 2, 8])
    func aShutdownMayBeAskedForByMany(_ threads: Int) throws {
        let engine = try Engine()
        let reads = (0..<5).map { _ in PendingRead(engine) }
        let companions = (0..<threads).map { _ in
            Companion {
                engine.shutdown()
                precondition(engine.statistics.threads == 0)
                for read in reads { precondition(read.ring.filled == 1) }
                engine.shutdown()
            }
        }
        for companion in companions { companion.join() }
        #expect(Batch(1).submit(engine) == -11)
        for read in reads { read.pipe.close() }
    }

    /// Threads go on submitting while the engine is shut down: what was counted completes.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL], [1, 4])
    func aShutdownMeetsSubmitters(_ flags: UInt32, _ threads: Int) throws {
        for _ in 0..<5 {
            let engine = try Engine()
            let counts = Chain()
            let rings = (0..<threads).map { _ in Ring(1 << 14) }
            let companions = (0..<threads).map { number in
                Companion {
                    let batch = Batch(7, ring: rings[number], flags: flags)
                    batch.records[2].flags |= ACALL_SUBMIT_LINK
                    batch.wantId(5)
                    for _ in 0..<1000 {
                        let count = batch.submit(engine)
                        guard count > 0 else {
                            precondition(count == -11, "\(count)")
                            return
                        }
                        counts.cells[8 * number] += UInt64(count)
                    }
                }
            }
            usleep(500)
            engine.shutdown()
            for companion in companions { companion.join() }
            // One more, for what was accepted while the first one went on.
            engine.shutdown()
            for number in 0..<threads {
                #expect(UInt64(rings[number].filled) == counts.cells[8 * number])
            }
            #expect(engine.statistics.threads == 0)
        }
    }

    /// Waiters are not left behind by a shutdown.
    @Test(arguments: Waiting.allCases, [false, true])
    func aShutdownWakesWhoWaits(_ waiting: Waiting, _ masked: Bool) throws {
        let engine = try Engine()
        let read = PendingRead(engine)
        let companion = Companion {
            var mask = allBut()
            let code = withUnsafePointer(to: &mask) { read.wait(waiting, nil, masked ? $0 : nil) }
            precondition(code == read.done(waiting))
        }
        #expect(companion.waitUntilAsleep())
        engine.shutdown()
        companion.join()
        #expect(engine.cancel(read.batch.ids) == -11)
        #expect(read.wait(waiting) == read.done(waiting))
        read.pipe.close()
    }

    /// Chains on their callers' threads need no pool: they run before, while and after.
    @Test func chainsRunAfterAShutdown() throws {
        let engine = try Engine()
        engine.shutdown()
        let chain = Chain()
        let ring = Ring(4)
        chain.add(Number.getppid)
        chain.edit(0) { $0.completion_ring_pointer = ring.address }
        #expect(chain.run(engine) == ChainEnd(stoppedAt: -1, returnCode: Int64(getppid())))
        #expect(ring.filled == 1)
        #expect(engine.statistics.threadsStarted == 0)
    }

    /// Engines made and freed leave no thread, no descriptor and no timer.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func nothingStaysOfAnEngine(_ flags: UInt32) async {
        await #expect(processExitsWith: .success) { [flags] in
            func entries(_ path: String) -> Int {
                guard let directory = opendir(path) else { return -1 }
                defer { closedir(directory) }
                var count = 0
                while readdir(directory) != nil { count += 1 }
                return count
            }
            func use() throws {
                let engine = try Engine()
                let ring = Ring(16)
                let batch = Batch(6, ring: ring, flags: flags)
                batch.wantId(3)
                #expect(batch.submit(engine) == 6)
                var mask = allBut()
                _ = withUnsafePointer(to: &mask) {
                    engine.waitForRing(ring.head, tail: 0, minimum: 6, mask: $0)
                }
                let read = PendingRead(engine)
                read.pipe.close()
            }
            try use()
            let before = (entries("/proc/self/fd"), entries("/proc/self/task"))
            for _ in 0..<60 { try use() }
            // The test's own come and go, and a thread that was joined is seen for a moment more;
            // one of each engine would be sixty.
            #expect(entries("/proc/self/fd") < before.0 + 20)
            #expect(eventually { entries("/proc/self/task") < before.1 + 20 })
        }
    }

    /// What the figures say: threads that live, threads that were started.
    @Test func statisticsCountThreads() throws {
        let engine = try Engine()
        #expect(engine.statistics.threads == 0 && engine.statistics.threadsStarted == 0)
        let reads = (0..<6).map { _ in PendingRead(engine) }
        #expect(engine.statistics.threads >= 6 && engine.statistics.threadsStarted >= 6)
        let codes = reads.map { $0.ring.cookie(0) }
        #expect(reads.allSatisfy { $0.ring.filled == 0 }, "\(codes) \(engine.statistics)")
        let own = Batch(3, flags: 0)
        let before = engine.statistics.threadsStarted
        #expect(own.submit(engine) == 3)
        #expect(engine.statistics.threadsStarted >= before + 3)
        for read in reads { read.finish() }
        for read in reads { #expect(read.wait(.id) == 1) }
        let started = engine.statistics.threadsStarted
        engine.shutdown()
        #expect(engine.statistics.threads == 0 && engine.statistics.threadsStarted == started)
        for read in reads { read.pipe.close() }
    }
}
