// Rings: where completions go, in wrapping arithmetic, whoever stores and whoever looks.
//
// Input: heads, tails and sizes at every edge. Output: entries and heads. Invariant: the tests read
// an entry's return code only after its cookie, as any reader of a ring has to.

import AcallEngine
import CAcall
import Glibc
import Testing

/// A ring's state, what is asked of it, and whether that is there already.
struct RingQuestion: Sendable, CustomTestStringConvertible {
    let head: UInt32
    let tail: UInt32
    let minimum: UInt32
    let isSatisfied: Bool

    init(_ head: UInt32, _ tail: UInt32, _ minimum: UInt32, _ isSatisfied: Bool) {
        (self.head, self.tail, self.minimum) = (head, tail, minimum)
        self.isSatisfied = isSatisfied
    }

    var testDescription: String { "head \(head), tail \(tail), min \(minimum)" }
}

/// A ring's size and the head that it starts with.
struct RingStart: Sendable, CustomTestStringConvertible {
    let count: UInt32
    let head: UInt32

    var testDescription: String { "nr \(count), head \(head)" }
    static let all: [RingStart] = [1, 2, 3, 5, 8].flatMap { count in
        [0, 1, UInt32.max - 2, UInt32.max, 1 << 31].map { RingStart(count: count, head: $0) }
    }
}

@Suite(.timeLimit(.minutes(20))) struct RingTests {
    let engine: Engine
    static let top = UInt32.max

    init() throws { engine = try Engine() }

    @Test(arguments: [
        RingQuestion(0, 0, 0, true), RingQuestion(0, 0, 1, false), RingQuestion(0, 0, top, false),
        RingQuestion(5, 5, 0, true), RingQuestion(5, 4, 1, true), RingQuestion(5, 4, 2, false),
        RingQuestion(5, 0, 5, true), RingQuestion(5, 0, 6, false),
        // The head has wrapped, the tail has not.
        RingQuestion(0, top, 1, true), RingQuestion(0, top, 2, false),
        RingQuestion(2, top - 2, 5, true), RingQuestion(2, top - 2, 6, false),
        RingQuestion(top, 0, top, true), RingQuestion(top, 1, top, false),
        RingQuestion(1 << 31, 0, 1 << 31, true), RingQuestion(0, 1 << 31, 1 << 31, true),
        RingQuestion(0, 1 << 31, 1 << 31 + 1, false),
        // A tail ahead of the head is nearly 2^32 behind it.
        RingQuestion(5, 6, 1, true), RingQuestion(5, 6, top, true), RingQuestion(0, 1, top, true),
        RingQuestion(0, 2, top, false), RingQuestion(7, top, 8, true),
        RingQuestion(7, top, 9, false),
    ])
    func differencesWrap(_ question: RingQuestion) {
        let ring = Ring(4)
        ring.head.pointee.head = question.head
        var time = timespec(tv_sec: question.isSatisfied ? 60 : 0, tv_nsec: 1_000_000)
        let before = acall_monotonic_time()
        let code = engine.waitForRing(
            ring.head, tail: question.tail, minimum: question.minimum, time: &time)
        let waited = acall_monotonic_time() - before
        #expect(code == 0)
        #expect(question.isSatisfied ? waited < 60_000_000_000 : waited >= 1_000_000)
        // The C call looks at the same words.
        #expect(
            acall_ring_pwait(ring.head, question.tail, question.minimum, &time, nil, 0) == 0)
        #expect(ring.filled == question.head)
    }

    /// Seven completions from one chain: each goes to the entry that the head named before it.
    @Test(arguments: RingStart.all)
    func entriesFollowTheHead(_ start: RingStart) throws {
        let ring = Ring(Int(start.count))
        ring.head.pointee.head = start.head
        var expected = [UInt64](repeating: 0, count: Int(start.count))
        let batch = Batch(7, ring: ring, flags: ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_LINK)
        for index in 0..<7 {
            batch.set(index, ACALL_OP_VALUE, [UInt64(100 + index)])
            let old = start.head &+ UInt32(index)
            expected[Int(old % start.count)] = UInt64(index + 1)
        }
        #expect(batch.submit(engine) == 7)
        #expect(engine.waitForRing(ring.head, tail: start.head, minimum: 7) == 0)
        engine.shutdown()
        #expect(ring.filled == start.head &+ 7)
        #expect((0..<Int(start.count)).map { ring.cookie($0) } == expected)
        for index in 0..<Int(start.count) where ring.cookie(index) != 0 {
            #expect(ring.entries[index].return_code == ring.cookie(index) + 99)
        }
    }

    /// More is waited for than the ring holds: what nobody consumed is overwritten.
    @Test(arguments: [1, 2, 3, 7])
    func aMinimumBeyondTheSizeIsReachedByOverwriting(_ count: Int) throws {
        let ring = Ring(count)
        let batch = Batch(50, ring: ring)
        #expect(batch.submit(engine) == 50)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 50) == 0)
        engine.shutdown()
        #expect(ring.filled == 50)
        #expect((0..<count).allSatisfy { (1...50).contains(ring.cookie($0)) })
        #expect((0..<count).allSatisfy { ring.entries[$0].return_code == UInt64(getppid()) })
    }

    /// A size of 0 at any head: counted, and stored nowhere.
    @Test(arguments: [0, 1, UInt32.max])
    func aRingWithoutEntriesOnlyCounts(_ head: UInt32) throws {
        let ring = Ring(4)
        ring.head.pointee = acall_completion_ring(head: head, nr: 0)
        #expect(Batch(10, ring: ring).submit(engine) == 10)
        #expect(engine.waitForRing(ring.head, tail: head, minimum: 10) == 0)
        engine.shutdown()
        #expect(ring.filled == head &+ 10)
        #expect((0..<4).allSatisfy { ring.cookie($0) == 0 })
    }

    /// The size is the reader's to change between two completions: larger, smaller, back.
    @Test(arguments: [[2, 4, 8], [8, 4, 2], [1, 8, 1], [3, 5, 7], [8, 0, 8], [4, 4, 1]])
    func theSizeIsReadAnewAtEachStore(_ sizes: [UInt32]) throws {
        let ring = Ring(8)
        var head: UInt32 = 6
        ring.head.pointee.head = head
        for size in sizes {
            ring.head.pointee.nr = size
            for index in 0..<8 { ring.entries[index] = acall_completion() }
            let batch = Batch(1, ring: ring)
            // The head moves before the size is read, and without entries there is no cookie to wait for.
            if size == 0 { batch.wantId(0) }
            #expect(batch.submit(engine) == 1)
            #expect(engine.waitForRing(ring.head, tail: head, minimum: 1) == 0)
            if size == 0 { #expect(engine.waitForCompletion([batch.ids], count: 1) == 1) }
            if size > 0 {
                let entry = Int(head % size)
                try #require(eventually { ring.cookie(entry) == 1 })
                #expect((0..<8).allSatisfy { $0 == entry || ring.cookie($0) == 0 })
            }
            head &+= 1
        }
        engine.shutdown()
        #expect(ring.filled == head)
    }

    /// Each operation names its ring: another each time, in turn, none, or the same in one chain.
    @Test(arguments: [2, 3, 5], [0, ACALL_SUBMIT_THREAD_POOL, ACALL_SUBMIT_LINK])
    func operationsOfOneSubmissionGoToManyRings(_ count: Int, _ flags: UInt32) throws {
        let rings = (0..<count).map { _ in Ring(64) }
        let batch = Batch(60, flags: flags)
        for index in 0..<60 {
            batch.records[index].completion_ring_pointer = rings[index % count].address
        }
        #expect(batch.submit(engine) == 60)
        for ring in rings {
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(60 / count)) == 0)
        }
        engine.shutdown()
        for (number, ring) in rings.enumerated() {
            #expect(ring.filled == UInt32(60 / count))
            let cookies = Set((0..<60 / count).map { ring.cookie($0) })
            #expect(cookies == Set((0..<60).filter { $0 % count == number }.map { UInt64($0 + 1) }))
        }
    }

    /// Rings are switched from one submission to the next: what is pending stays with the old one.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func ringsMayBeSwitchedBetweenSubmissions(_ flags: UInt32) throws {
        let (old, new) = (Ring(8), Ring(8))
        let pipe = SystemPipe()
        let cells = Chain()
        let batch = Batch(1, ring: old, flags: flags)
        batch.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
        #expect(batch.submit(engine) == 1)
        // The same record, changed: the pending operation has its copy.
        batch.set(0, Number.getppid, [])
        batch.records[0].completion_ring_pointer = new.address
        #expect(batch.submit(engine) == 1)
        #expect(engine.waitForRing(new.head, tail: 0, minimum: 1) == 0)
        #expect(old.filled == 0 && new.filled == 1)
        #expect(write(pipe.writer, "x", 1) == 1)
        #expect(engine.waitForRing(old.head, tail: 0, minimum: 1) == 0)
        #expect(old.filled == 1 && new.filled == 1)
        pipe.close()
    }

    /// Threads submit to one ring and all wait for the total.
    @Test(arguments: [2, 4, 8], [0, ACALL_SUBMIT_THREAD_POOL])
    func aRingIsSharedByThreads(_ threads: Int, _ flags: UInt32) throws {
        let each = flags == 0 ? 20 : 200
        let ring = Ring(threads * each)
        let total = UInt32(threads * each)
        let engine = self.engine
        let companions = (0..<threads).map { number in
            Companion {
                let batch = Batch(each, ring: ring, flags: flags)
                for index in 0..<each {
                    batch.records[index].cookie = UInt64(number * each + index + 1)
                }
                precondition(batch.submit(engine) == each)
                precondition(engine.waitForRing(ring.head, tail: 0, minimum: total) == 0)
            }
        }
        for companion in companions { companion.join() }
        engine.shutdown()
        #expect(ring.filled == total)
        #expect(Set((0..<Int(total)).map { ring.cookie($0) }) == Set(1...UInt64(total)))
    }

    /// Threads with different tails and minimums on one ring: each wakes for its own.
    @Test func everyWaiterOfARingHasItsOwnQuestion() throws {
        let ring = Ring(64)
        ring.head.pointee.head = UInt32.max - 3
        let engine = self.engine
        let companions = (1...12).map { minimum in
            Companion {
                let tail = UInt32.max - 3 + UInt32(minimum % 3)
                let wanted = UInt32(minimum - minimum % 3)
                precondition(engine.waitForRing(ring.head, tail: tail, minimum: wanted) == 0)
                precondition(ring.filled &- tail >= wanted)
            }
        }
        for _ in 0..<12 {
            #expect(Batch(1, ring: ring).submit(engine) == 1)
            usleep(300)
        }
        for companion in companions { companion.join() }
    }

    /// A ring's memory may be used for other things once its completions are there: the engine
    /// keeps nothing of it.
    @Test func aRingMayBeReusedAtOnce() throws {
        let ring = Ring(4)
        for round in 0..<200 {
            ring.head.pointee = acall_completion_ring(head: UInt32(round), nr: 4)
            for index in 0..<4 { ring.entries[index] = acall_completion() }
            let batch = Batch(1, ring: ring)
            batch.wantId(0)
            #expect(batch.submit(engine) == 1)
            #expect(engine.waitForCompletion([batch.ids], count: 1) == 1)
            #expect(ring.filled == UInt32(round + 1))
            #expect(ring.cookie(round % 4) == 1)
        }
    }
}
