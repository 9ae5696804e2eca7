// No wake-up is lost: waiters and completions that meet at every moment.
//
// Input: many short rounds in which a thread waits just while something completes. Output: the wait
// ends. Invariant: no wait here has a time limit, so that a lost wake-up hangs and the test's limit
// ends it.

import AcallEngine
import CAcall
import Glibc
import Testing

/// How a waiter is built: with a mask it sleeps on a descriptor, without one on a futex.
enum Sleeping: CaseIterable { case plain, masked }

@Suite(.timeLimit(.minutes(20))) struct WakeUpTests {
    /// One operation after the other, each waited for at once.
    @Test(arguments: Waiting.allCases, Sleeping.allCases)
    func everyRoundEnds(_ waiting: Waiting, _ sleeping: Sleeping) throws {
        var configuration = EngineConfiguration()
        // The fewer spin, the more sleep.
        configuration.spinTime = .zero
        let engine = try Engine(configuration: configuration)
        var mask = allBut()
        let ring = Ring(4)
        for round in 0..<1500 as Range<UInt32> {
            let batch = Batch(1, ring: ring, flags: round % 8 == 0 ? 0 : ACALL_SUBMIT_THREAD_POOL)
            if waiting == .id { batch.wantId(0) }
            if round % 3 == 0 { batch.set(0, ACALL_OP_VALUE, [0]) }
            #expect(batch.submit(engine) == 1)
            let code = withUnsafePointer(to: &mask) { mask in
                let given = sleeping == .masked ? mask : nil
                return waiting == .ring
                    ? engine.waitForRing(ring.head, tail: round, minimum: 1, mask: given)
                    : engine.waitForCompletion([batch.ids], count: 1, mask: given)
            }
            #expect(code == (waiting == .ring ? 0 : 1))
            #expect(ring.filled == round + 1)
        }
    }

    /// Several wait for the same, and all are woken.
    @Test(arguments: Waiting.allCases, Sleeping.allCases)
    func allWhoWaitForTheSameAreWoken(_ waiting: Waiting, _ sleeping: Sleeping) throws {
        let engine = try Engine()
        for _ in 0..<20 {
            let read = PendingRead(engine)
            let companions = (0..<6).map { _ in
                Companion {
                    var mask = allBut()
                    let code = withUnsafePointer(to: &mask) {
                        read.wait(waiting, nil, sleeping == .masked ? $0 : nil)
                    }
                    precondition(code == read.done(waiting))
                }
            }
            read.finish()
            for companion in companions { companion.join() }
            read.pipe.close()
        }
    }

    /// Any of many ids ends the wait, wherever it stands among them.
    @Test(arguments: [0, 1, 15, 31])
    func anyOfManyIdsIsEnough(_ position: Int) throws {
        let engine = try Engine()
        let reads = (0..<32).map { _ in PendingRead(engine) }
        let ids: [UnsafeMutablePointer<acall_id>?] = reads.map { $0.batch.ids }
        let companion = Companion {
            precondition(engine.waitForCompletion(ids, count: 32) == 1)
            precondition(reads[position].ring.filled == 1)
        }
        #expect(companion.waitUntilAsleep())
        reads[position].finish()
        companion.join()
        engine.shutdown()
        for read in reads { read.pipe.close() }
    }

    /// The same id many times, and an id beside ones that have completed long ago.
    @Test(arguments: [1, 2, 100])
    func anIdMayStandInTheArrayOften(_ count: Int) throws {
        let engine = try Engine()
        let read = PendingRead(engine)
        let ids = [UnsafeMutablePointer<acall_id>?](repeating: read.batch.ids, count: count)
        var time = timespec(tv_sec: 0, tv_nsec: 1_000_000)
        #expect(engine.waitForCompletion(ids, count: count, time: &time) == 0)
        let companion = Companion {
            precondition(engine.waitForCompletion(ids, count: count) == 1)
        }
        read.finish()
        companion.join()
        #expect(engine.waitForCompletion(ids, count: count) == 1)
        read.pipe.close()
    }

    /// Waiters come and go by their time limits while others complete: no list loses a member.
    @Test(arguments: Waiting.allCases, Sleeping.allCases)
    func waitersThatGiveUpTakeNobodyAlong(_ waiting: Waiting, _ sleeping: Sleeping) throws {
        let engine = try Engine()
        let read = PendingRead(engine)
        let end = Chain()
        let wait = { (time: timespec?) -> Int in
            var mask = allBut()
            return withUnsafePointer(to: &mask) {
                read.wait(waiting, time, sleeping == .masked ? $0 : nil)
            }
        }
        let impatient = (0..<3).map { number in
            Companion {
                while acall_load64_acquire(end.cells) == 0 {
                    _ = wait(timespec(tv_sec: 0, tv_nsec: 20_000 * (number + 1)))
                }
            }
        }
        let patient = (0..<3).map { _ in
            Companion { precondition(wait(nil) == read.done(waiting)) }
        }
        usleep(10_000)
        for companion in patient { #expect(!companion.isFinished) }
        read.finish()
        for companion in patient { companion.join() }
        acall_store64_release(end.cells, 1)
        for companion in impatient { companion.join() }
        read.pipe.close()
    }

    /// A ring's waiter is woken by whoever completes: a chain of the caller's, the pool, a thread
    /// of an operation's own, a shutdown.
    @Test(arguments: 0..<4, Sleeping.allCases)
    func whoeverCompletesWakes(_ way: Int, _ sleeping: Sleeping) throws {
        let engine = try Engine()
        let ring = Ring(4)
        let companion = Companion {
            var mask = allBut()
            let code = withUnsafePointer(to: &mask) {
                engine.waitForRing(
                    ring.head, tail: 0, minimum: 1, mask: sleeping == .masked ? $0 : nil)
            }
            precondition(code == 0)
        }
        #expect(companion.waitUntilAsleep())
        let batch = Batch(1, ring: ring, flags: way == 1 ? ACALL_SUBMIT_THREAD_POOL : 0)
        switch way {
        case 0: _ = engine.runChain(records: batch.records, count: 1)
        case 1, 2: #expect(batch.submit(engine) == 1)
        default:
            let pipe = SystemPipe()
            let cells = Chain()
            batch.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
            #expect(batch.submit(engine) == 1)
            engine.shutdown()
        }
        companion.join()
        #expect(ring.filled == 1)
    }
}
