// What `submit` takes: null pointers, flags, counts, refused records.
//
// Input: arrays of records, right and wrong. Output: the count that it returns, and what completes.
// Invariant: what is counted completes once, what is not counted has no effect.

import AcallEngine
import CAcall
import Glibc
import Testing

/// What a submission in these tests does, so that it can be seen without a completion.
enum Work: CaseIterable {
    case quick, blocking, chain

    /// How many records it takes.
    var count: Int { self == .chain ? 3 : 1 }
}

/// Records that leave a mark when they have run: 3 chained additions, a read, an fstat.
struct MarkedWork {
    let work: Work
    let batch: Batch
    let marks = Chain()
    let pipe = SystemPipe()

    init(_ work: Work, flags: UInt32, ring: Ring? = nil) {
        self.work = work
        batch = Batch(work.count, ring: ring, flags: flags)
        for index in 0..<work.count {
            switch work {
            case .quick: batch.set(index, Number.fstat, [UInt64(pipe.reader), marks.cell(8)])
            case .blocking: batch.set(index, Number.read, [UInt64(pipe.reader), marks.cell(8), 1])
            case .chain:
                batch.set(index, ACALL_OP_FETCH_ADD, [0, marks.cell(8), 1])
                if index < 2 { batch.records[index].flags |= ACALL_SUBMIT_LINK }
            }
        }
    }

    /// Lets a blocked call go on.
    func release() {
        if work == .blocking { _ = write(pipe.writer, "x", 1) }
    }

    /// Whether all of it has run. The mark is an fstat's st_ino or st_dev, a byte, or the sum.
    var hasRun: Bool {
        switch work {
        case .chain: acall_load64_acquire(marks.cells + 8) == 3
        default: (8..<30).contains { acall_load64_acquire(marks.cells + $0) != 0 }
        }
    }

    var codes: Set<UInt64> { work == .blocking ? [1] : [0] }
}

@Suite(.timeLimit(.minutes(20))) struct SubmitTests {
    /// Bits of `combination`: 1 a ring, 2 a completion, 4 an id.
    @Test(arguments: 0..<8, Work.allCases)
    func anyPointerMayBeNullInThePool(_ combination: Int, _ work: Work) throws {
        try pointers(combination, work, flags: ACALL_SUBMIT_THREAD_POOL)
    }

    @Test(arguments: 0..<8, Work.allCases)
    func anyPointerMayBeNullWithAThreadOfItsOwn(_ combination: Int, _ work: Work) throws {
        try pointers(combination, work, flags: 0)
    }

    func pointers(_ combination: Int, _ work: Work, flags: UInt32) throws {
        let engine = try Engine()
        let ring = Ring(4)
        let subject = MarkedWork(work, flags: flags)
        let batch = subject.batch
        for index in 0..<batch.count {
            if combination & 1 != 0 { batch.records[index].completion_ring_pointer = ring.address }
            if combination & 2 != 0 {
                batch.records[index].completion_pointer = subject.marks.result(index)
            }
            if combination & 4 != 0 { batch.wantId(index) }
        }
        #expect(batch.submit(engine) == batch.count)
        if work == .blocking { #expect(!subject.hasRun) }
        subject.release()
        try #require(eventually { subject.hasRun })
        if combination & 4 != 0 {
            for index in 0..<batch.count {
                #expect(engine.waitForCompletion([batch.ids + index], count: 1) == 1)
                #expect(engine.cancel(batch.ids + index) == -11)
            }
        }
        engine.shutdown()
        #expect(ring.filled == (combination & 1 != 0 ? UInt32(batch.count) : 0))
        for index in 0..<batch.count {
            let code = subject.marks.code(index)
            #expect((code != nil) == (combination & 2 != 0))
            #expect(code.map { subject.codes.contains(bits($0)) } ?? true)
            #expect(ring.cookie(index) == (combination & 1 != 0 ? UInt64(index + 1) : 0))
            let id = withUnsafeBytes(of: batch.ids[index]) { Array($0) }
            #expect(id.contains { $0 != 0 } == (combination & 4 != 0))
        }
        subject.pipe.close()
    }

    static let unknownBits = (0..<32).map { UInt32(1) << $0 }.filter {
        $0 & ACALL_SUBMIT_KNOWN_FLAGS == 0
    }
    static let knownBits = (0..<32).map { UInt32(1) << $0 }.filter {
        $0 & ACALL_SUBMIT_KNOWN_FLAGS != 0
    }

    @Test(arguments: unknownBits + [ACALL_SUBMIT_STOP_MASK])
    func anUnknownFlagInTheFirstRecordIsRefused(_ flag: UInt32) throws {
        for pool in [0, ACALL_SUBMIT_THREAD_POOL] {
            let engine = try Engine()
            let ring = Ring(8)
            let batch = Batch(3, ring: ring, flags: pool)
            batch.records[0].flags |= flag
            batch.wantId(0)
            #expect(batch.submit(engine) == -22)
            // Nothing of it happened: no thread, no id, no completion.
            #expect(engine.statistics.threadsStarted == 0)
            #expect(engine.waitForCompletion([batch.ids], count: 1) == -22)
            engine.shutdown()
            #expect(ring.filled == 0)
        }
    }

    @Test(arguments: unknownBits + [ACALL_SUBMIT_STOP_MASK])
    func anUnknownFlagInALaterRecordEndsTheCount(_ flag: UInt32) throws {
        for pool in [0, ACALL_SUBMIT_THREAD_POOL] {
            for position in 1..<4 {
                let engine = try Engine()
                let ring = Ring(8)
                let batch = Batch(4, ring: ring, flags: pool)
                batch.records[position].flags |= flag
                #expect(batch.submit(engine) == position)
                engine.shutdown()
                #expect(ring.filled == UInt32(position))
            }
        }
    }

    @Test(arguments: unknownBits + [ACALL_SUBMIT_STOP_MASK])
    func anUnknownFlagInALinkedRecordRefusesTheChain(_ flag: UInt32) throws {
        for position in 0..<3 {
            let engine = try Engine()
            let ring = Ring(8)
            // A single record, a chain of three, a single one.
            let batch = Batch(5, ring: ring)
            for index in 1...2 { batch.records[index].flags |= ACALL_SUBMIT_LINK }
            batch.records[1 + position].flags |= flag
            #expect(batch.submit(engine) == 1)
            engine.shutdown()
            #expect(ring.filled == 1)
        }
    }

    @Test(arguments: knownBits)
    func everyKnownFlagIsTaken(_ flag: UInt32) throws {
        let engine = try Engine()
        for pool in [0, ACALL_SUBMIT_THREAD_POOL] {
            let ring = Ring(8)
            let batch = Batch(2, ring: ring, flags: pool | flag)
            let cells = Chain()
            for index in 0..<2 {
                // An indirect argument's address, and memory for an observed completion.
                batch.set(index, Number.getppid, (0..<6).map { cells.cell($0) })
                batch.records[index].completion_pointer = cells.result(index)
            }
            #expect(batch.submit(engine) == 2)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
            let always: [UInt32] = [ACALL_SUBMIT_LINK]
            try #require(eventually { ring.cookie(0) != 0 && ring.cookie(1) != 0 })
            #expect(cells.code(0) == Int64(getppid()))
            #expect(cells.code(1) == Int64(getppid()) || always.contains(flag))
        }
    }

    @Test(arguments: 0..<5)
    func aNullRecordEndsTheCount(_ position: Int) throws {
        for pool in [0, ACALL_SUBMIT_THREAD_POOL] {
            let engine = try Engine()
            let ring = Ring(8)
            let batch = Batch(5, ring: ring, flags: pool)
            batch.pointers[position] = nil
            #expect(batch.submit(engine) == (position == 0 ? -14 : position))
            engine.shutdown()
            #expect(ring.filled == UInt32(position))
        }
    }

    @Test(arguments: 0..<4)
    func aNullRecordInAChainRefusesTheChain(_ position: Int) throws {
        let engine = try Engine()
        let ring = Ring(8)
        let batch = Batch(5, ring: ring)
        for index in 1..<4 { batch.records[index].flags |= ACALL_SUBMIT_LINK }
        batch.pointers[1 + position] = nil
        #expect(batch.submit(engine) == 1)
        engine.shutdown()
        #expect(ring.filled == 1)
    }

    /// The records are scribbled over as soon as `submit` has returned.
    @Test(arguments: Work.allCases, [0, ACALL_SUBMIT_THREAD_POOL])
    func recordsAreCopied(_ work: Work, _ flags: UInt32) throws {
        let engine = try Engine()
        let ring = Ring(8)
        let subject = MarkedWork(work, flags: flags, ring: ring)
        #expect(subject.batch.submit(engine) == work.count)
        for index in 0..<work.count {
            memset(subject.batch.records + index, 0xff, MemoryLayout<acall_submission>.size)
            subject.batch.pointers[index] = nil
        }
        subject.release()
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(work.count)) == 0)
        try #require(eventually { (0..<work.count).allSatisfy { ring.cookie($0) != 0 } })
        #expect(subject.hasRun)
        #expect((0..<work.count).map { ring.cookie($0) } == (1...work.count).map { UInt64($0) })
        subject.pipe.close()
    }

    @Test(arguments: [1, UInt64.max, 1 << 63, 0x0123_4567_89ab_cdef, 1 << 32, UInt64(UInt32.max)])
    func cookiesComeBackBitForBit(_ cookie: UInt64) throws {
        let engine = try Engine()
        for flags in [0, ACALL_SUBMIT_THREAD_POOL, ACALL_SUBMIT_OBSERVED] {
            let ring = Ring(2)
            let cells = Chain()
            let batch = Batch(1, ring: ring, flags: flags)
            batch.records[0].cookie = cookie
            batch.records[0].completion_pointer = cells.result(0)
            #expect(batch.submit(engine) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
            try #require(eventually { ring.cookie(0) != 0 })
            #expect(ring.cookie(0) == cookie && cells.completions[0].cookie == cookie)
        }
    }

    @Test(arguments: [
        Int64.min, -4096, -4095, -1, 0, 1, 4096, Int64(Int32.max) + 1, Int64(UInt32.max), Int64.max,
    ])
    func returnCodesHaveAll64Bits(_ value: Int64) throws {
        let engine = try Engine()
        for flags in [0, ACALL_SUBMIT_THREAD_POOL] {
            let ring = Ring(2)
            let cells = Chain()
            let batch = Batch(1, ring: ring, flags: flags)
            batch.set(0, ACALL_OP_VALUE, [bits(value)])
            batch.records[0].completion_pointer = cells.result(0)
            #expect(batch.submit(engine) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
            try #require(eventually { ring.cookie(0) != 0 })
            #expect(ring.entries[0].return_code == bits(value))
            #expect(cells.code(0) == value)
        }
    }

    /// A call's own error is no refusal: it is the operation's return code.
    @Test(
        arguments: [
            (Number.close, -9), (Number.read, -9), (Number.fstat, -9), (1023, -38),
            (0x00ff_ffff, -38),
            (UInt32.max, -38), (ACALL_OP_LAST + 1, -38),
        ] as [(UInt32, Int64)])
    func aCallsErrorIsItsReturnCode(_ nr: UInt32, _ code: Int64) throws {
        let engine = try Engine()
        for flags in [0, ACALL_SUBMIT_THREAD_POOL] {
            let ring = Ring(2)
            let batch = Batch(1, ring: ring, flags: flags)
            batch.set(0, nr, [bits(-1), 0, 0])
            #expect(batch.submit(engine) == 1)
            #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
            try #require(eventually { ring.cookie(0) != 0 })
            #expect(Int64(bitPattern: ring.entries[0].return_code) == code)
        }
    }

    @Test func nothingIsNothingWhateverTheArrayHolds() throws {
        let engine = try Engine()
        let batch = Batch(1)
        batch.records[0].flags = 0x80
        #expect(engine.submit(batch.pointers, count: 0) == 0)
        batch.pointers[0] = nil
        #expect(engine.submit(batch.pointers, count: 0) == 0)
        engine.shutdown()
        #expect(engine.submit(batch.pointers, count: 0) == 0)
        #expect(engine.submit(batch.pointers, count: 1) == -11)
        #expect(engine.statistics.threadsStarted == 0)
    }

    /// The same record many times in one array is as many operations.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func oneRecordMayBeSubmittedManyTimesAtOnce(_ flags: UInt32) throws {
        let engine = try Engine()
        let cells = Chain()
        let ring = Ring(64)
        let batch = Batch(40, ring: ring, flags: flags)
        batch.set(0, ACALL_OP_FETCH_ADD, [0, cells.cell(0), 1])
        for index in 1..<40 { batch.pointers[index] = batch.records }
        #expect(batch.submit(engine) == 40)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 40) == 0)
        #expect(acall_load64_acquire(cells.cells) == 40)
    }
}
