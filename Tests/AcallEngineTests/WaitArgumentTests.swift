// Times and signal masks that waits are given: which are refused, which wait how long.
//
// Input: each kind of wait, for something that is pending. Output: -EINVAL, or a wait that ends for
// its reason. Invariant: a wait without an end in sight is ended by the test, and would hang if the
// completion did not wake it.

import AcallEngine
import CAcall
import Glibc
import Testing

/// What is waited for.
enum Waiting: CaseIterable { case ring, id }

/// A read that is blocked until the test writes: a ring and an id to wait for it with.
struct PendingRead {
    let engine: Engine
    let ring = Ring(4)
    let batch: Batch
    let cells = Chain()
    let pipe = SystemPipe()

    init(_ engine: Engine) {
        self.engine = engine
        batch = Batch(1, ring: ring)
        batch.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
        batch.wantId(0)
        precondition(batch.submit(engine) == 1)
    }

    func finish() { precondition(write(pipe.writer, "x", 1) == 1) }

    func wait(
        _ waiting: Waiting, _ time: timespec? = nil, _ mask: UnsafePointer<sigset_t>? = nil,
        size: Int = 8
    ) -> Int {
        var given = time ?? timespec()
        return withUnsafePointer(to: &given) { given in
            let time = time == nil ? nil : given
            switch waiting {
            case .ring:
                return engine.waitForRing(
                    ring.head, tail: 0, minimum: 1, time: time, mask: mask, maskSize: size)
            case .id:
                return engine.waitForCompletion(
                    [batch.ids], count: 1, time: time, mask: mask, maskSize: size)
            }
        }
    }

    /// What a wait returns that saw the read complete.
    func done(_ waiting: Waiting) -> Int { waiting == .ring ? 0 : 1 }
}

/// A time and whether it is one.
struct TimeRow: Sendable, CustomTestStringConvertible {
    let seconds: Int
    let nanoseconds: Int

    init(_ seconds: Int, _ nanoseconds: Int) {
        (self.seconds, self.nanoseconds) = (seconds, nanoseconds)
    }

    var time: timespec { timespec(tv_sec: seconds, tv_nsec: nanoseconds) }
    var testDescription: String { "\(seconds) s, \(nanoseconds) ns" }
}

@Suite(.timeLimit(.minutes(20))) struct WaitArgumentTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    @Test(
        arguments: Waiting.allCases,
        [
            TimeRow(-1, 0), TimeRow(Int.min, 0), TimeRow(-1, 999_999_999), TimeRow(0, -1),
            TimeRow(0, Int.min), TimeRow(5, -1), TimeRow(0, 1_000_000_000), TimeRow(0, Int.max),
            TimeRow(Int.max, 1_000_000_000), TimeRow(Int.min, Int.min), TimeRow(1, 1_000_000_000),
        ])
    func aTimeThatIsNoneIsRefused(_ waiting: Waiting, _ row: TimeRow) {
        let read = PendingRead(engine)
        #expect(read.wait(waiting, row.time) == -22)
        // Also where there would be nothing to wait for.
        read.finish()
        #expect(read.wait(waiting) == read.done(waiting))
        #expect(read.wait(waiting, row.time) == -22)
        var time = row.time
        var nobody: UnsafeMutablePointer<acall_id>?
        #expect(engine.waitForRing(read.ring.head, tail: 0, minimum: 0, time: &time) == -22)
        #expect(engine.waitForCompletion(&nobody, count: 0, time: &time) == -22)
        read.pipe.close()
    }

    /// Each of these times passes: a wait for what does not come ends with 0, not before.
    @Test(
        arguments: Waiting.allCases,
        [TimeRow(0, 0), TimeRow(0, 1), TimeRow(0, 999_999), TimeRow(0, 7_000_000)])
    func aTimeRunsOut(_ waiting: Waiting, _ row: TimeRow) {
        let read = PendingRead(engine)
        let before = acall_monotonic_time()
        #expect(read.wait(waiting, row.time) == 0)
        #expect(acall_monotonic_time() - before >= UInt64(row.nanoseconds))
        #expect(read.ring.filled == 0)
        read.finish()
        #expect(read.wait(waiting) == read.done(waiting))
        // It is relative, and not changed by the wait: the second time is as long.
        read.pipe.close()
    }

    /// These never pass while the test runs: only the completion ends the wait.
    @Test(
        arguments: Waiting.allCases,
        [
            nil, TimeRow(3600, 0), TimeRow(Int(Int32.max), 999_999_999), TimeRow(1 << 33, 0),
            TimeRow(9_223_372_036, 854_775_807), TimeRow(9_223_372_037, 0),
            TimeRow(18_446_744_073, 709_551_615), TimeRow(18_446_744_074, 0),
            TimeRow(Int.max, 0), TimeRow(Int.max, 999_999_999),
        ])
    func aHugeTimeIsEndedByTheCompletion(_ waiting: Waiting, _ row: TimeRow?) {
        for masked in [false, true] {
            let read = PendingRead(engine)
            let companion = Companion {
                var mask = sigset_t()
                sigfillset(&mask)
                withUnsafePointer(to: &mask) { mask in
                    let code = read.wait(waiting, row?.time, masked ? mask : nil)
                    precondition(code == read.done(waiting), "\(code)")
                }
            }
            usleep(1000)
            #expect(!companion.isFinished)
            read.finish()
            companion.join()
            read.pipe.close()
        }
    }

    /// The caller's timespec is only read.
    @Test(arguments: Waiting.allCases)
    func theTimeIsNotWrittenTo(_ waiting: Waiting) {
        let read = PendingRead(engine)
        var time = timespec(tv_sec: 0, tv_nsec: 2_000_000)
        for _ in 0..<2 {
            let code =
                waiting == .ring
                ? acall_ring_pwait(read.ring.head, 0, 1, &time, nil, 0)
                : engine.waitForCompletion([read.batch.ids], count: 1, time: &time)
            #expect(code == 0)
            #expect(time.tv_sec == 0 && time.tv_nsec == 2_000_000)
        }
        read.finish()
        #expect(read.wait(waiting) == read.done(waiting))
        read.pipe.close()
    }

    @Test(
        arguments: Waiting.allCases, [Int.min, -8, -1, 0, 1, 4, 7, 9, 16, 127, 129, 1024, Int.max])
    func aMaskOfAnotherSizeIsRefused(_ waiting: Waiting, _ size: Int) {
        var mask = sigset_t()
        sigemptyset(&mask)
        let read = PendingRead(engine)
        let soon = timespec(tv_sec: 0, tv_nsec: 1000)
        #expect(read.wait(waiting, nil, &mask, size: size) == -22)
        // Without a mask the size is not looked at.
        #expect(read.wait(waiting, soon, nil, size: size) == 0)
        read.finish()
        #expect(read.wait(waiting, nil, nil, size: size) == read.done(waiting))
        #expect(read.wait(waiting, nil, &mask, size: size) == -22)
        read.pipe.close()
    }

    @Test(arguments: Waiting.allCases, [8, 128])
    func aMaskOfTheKernelsSizeOrOfLibcsIsTaken(_ waiting: Waiting, _ size: Int) {
        #expect(MemoryLayout<sigset_t>.size == 128)
        var mask = sigset_t()
        sigemptyset(&mask)
        let read = PendingRead(engine)
        let soon = timespec(tv_sec: 0, tv_nsec: 1_000_000)
        #expect(read.wait(waiting, soon, &mask, size: size) == 0)
        #expect(read.wait(waiting, timespec(), &mask, size: size) == 0)
        read.finish()
        #expect(read.wait(waiting, nil, &mask, size: size) == read.done(waiting))
        #expect(read.wait(waiting, nil, nil, size: size) == read.done(waiting))
        read.pipe.close()
    }

    /// Of a mask of 8 bytes nothing past the eighth is read: it stands at the end of a page, and
    /// the next one can't be read.
    @Test(arguments: Waiting.allCases)
    func aMaskOf8BytesHasNoMore(_ waiting: Waiting) throws {
        let page = sysconf(Int32(_SC_PAGESIZE))
        let pages = try #require(
            mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        defer { munmap(pages, 2 * page) }
        #expect(mprotect(pages + page, page, PROT_NONE) == 0)
        let mask = UnsafeRawPointer(pages + page - 8).assumingMemoryBound(to: sigset_t.self)
        let read = PendingRead(engine)
        #expect(read.wait(waiting, timespec(tv_sec: 0, tv_nsec: 1_000_000), mask, size: 8) == 0)
        read.finish()
        #expect(read.wait(waiting, nil, mask, size: 8) == read.done(waiting))
        read.pipe.close()
    }

    /// A bad time and a bad mask are refused alike where no operation had an id.
    @Test func withoutAnyIdThereIsNothingToAskFor() throws {
        var id = acall_id()
        try withUnsafeMutablePointer(to: &id) { id in
            let fresh = try Engine()
            #expect(fresh.waitForCompletion([id], count: 1) == -22)
            #expect(fresh.waitForCompletion([id], count: 0) == -22)
            var time = timespec(tv_sec: 1, tv_nsec: 0)
            #expect(fresh.waitForCompletion([id], count: 1, time: &time) == -22)
            #expect(fresh.cancel(id) == -11)
            // Operations without ids change nothing, nor does a refused one with an id.
            let ring = Ring(4)
            #expect(Batch(2, ring: ring).submit(fresh) == 2)
            #expect(fresh.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
            #expect(fresh.waitForCompletion([id], count: 1) == -22)
            let batch = Batch(1)
            batch.wantId(0)
            batch.records[0].flags = 0x80
            #expect(batch.submit(fresh) == -22)
            #expect(fresh.waitForCompletion([id], count: 1) == -22)
            batch.records[0].flags = 0
            #expect(batch.submit(fresh) == 1)
            // From now on an unknown id is one that has completed.
            #expect(fresh.waitForCompletion([id], count: 1) == 1)
            #expect(fresh.waitForCompletion([id], count: 0) == 0)
            #expect(fresh.waitForCompletion([batch.ids], count: 1) == 1)
            // Another engine's ids are its own.
            #expect(try Engine().waitForCompletion([batch.ids], count: 1) == -22)
        }
    }
}
