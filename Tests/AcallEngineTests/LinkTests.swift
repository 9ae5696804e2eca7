// Links: which records of a submission make up a chain, and what a chain's records hand on.
//
// Input: arrays of records in any order in memory. Output: completions in the chain's order, on one
// thread. Invariant: a chain's id has completed when all of it has.

import AcallEngine
import CAcall
import Glibc
import Testing

@Suite(.timeLimit(.minutes(20))) struct LinkTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    /// Links all records but the last.
    func link(_ batch: Batch) {
        for index in 0..<max(batch.count - 1, 0) {
            batch.records[index].flags |= ACALL_SUBMIT_LINK
        }
    }

    @Test(arguments: [1, 2, 3, 15, 16, 17, 64, 255, 999, 1000], [0, ACALL_SUBMIT_THREAD_POOL])
    func chainsOfAnyLengthRunInOrderOnOneThread(_ count: Int, _ flags: UInt32) throws {
        let ring = Ring(1024)
        let batch = Batch(count, ring: ring, flags: flags)
        for index in 0..<count { batch.records[index].nr = Number.gettid }
        link(batch)
        #expect(batch.submit(engine) == count)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(count)) == 0)
        try #require(eventually { ring.cookie(count - 1) != 0 })
        #expect((0..<count).map { ring.cookie($0) } == (1...count).map { UInt64($0) })
        #expect(Set((0..<count).map { ring.entries[$0].return_code }).count == 1)
        #expect(ring.entries[0].return_code != UInt64(acall_thread_id()))
        // A chain takes one thread; a single quick call may be given more, where the first is slow.
        if count > 1 { #expect(engine.statistics.threadsStarted == 1) }
    }

    /// LINK on the last record of the array: there is no next one; the chain ends.
    @Test(arguments: [1, 2, 5], [0, ACALL_SUBMIT_THREAD_POOL])
    func theArraysEndIsTheChainsEnd(_ count: Int, _ flags: UInt32) throws {
        let ring = Ring(64)
        let batch = Batch(count, ring: ring, flags: flags | ACALL_SUBMIT_LINK)
        batch.set(count - 1, ACALL_OP_VALUE, [bits(-1)])
        batch.records[count - 1].flags |= ACALL_SUBMIT_STOP_NEGATIVE
        #expect(batch.submit(engine) == count)
        // What comes in the next submission is not stopped by it.
        #expect(Batch(1, ring: ring, flags: flags).submit(engine) == 1)
        let total = UInt32(count + 1)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: total) == 0)
        engine.shutdown()
        let codes = (0...count).map { Int64(bitPattern: ring.entries[$0].return_code) }
        #expect(codes.filter { $0 == -1 }.count == 1)
        #expect(codes.filter { $0 == Int64(getppid()) }.count == count)
    }

    /// A count that is less than the array: the chain is cut there.
    @Test(arguments: 1..<5)
    func theCountCutsAChain(_ count: Int) throws {
        let ring = Ring(8)
        let batch = Batch(5, ring: ring, flags: ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_LINK)
        #expect(engine.submit(batch.pointers, count: count) == count)
        engine.shutdown()
        #expect(ring.filled == UInt32(count))
        #expect((0..<count).map { ring.cookie($0) } == (1...count).map { UInt64($0) })
    }

    /// Several chains and single records in one array, each by itself: one's stop is its own.
    @Test(arguments: [
        [1, 1, 1], [2, 1, 2], [3, 3], [1, 4, 1], [5], [2, 2, 2, 2], [1, 10, 1, 10],
    ])
    func chainsOfOneSubmissionAreApart(_ lengths: [Int]) throws {
        let total = lengths.reduce(0, +)
        let ring = Ring(64)
        let cells = Chain()
        let batch = Batch(total, ring: ring)
        var start = 0
        for length in lengths {
            for index in start..<start + length {
                batch.set(index, ACALL_OP_VALUE, [0])
                batch.records[index].completion_pointer = cells.result(index)
                if index < start + length - 1 {
                    batch.records[index].flags |= ACALL_SUBMIT_LINK | ACALL_SUBMIT_STOP_ZERO
                }
            }
            start += length
        }
        #expect(batch.submit(engine) == total)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: UInt32(total)) == 0)
        engine.shutdown()
        start = 0
        for length in lengths {
            let codes = (start..<start + length).map { cells.code($0) }
            #expect(codes == [0] + [Int64](repeating: -125, count: length - 1))
            start += length
        }
    }

    /// The array is of pointers: the records stand in memory in any order, with gaps.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func recordsMayStandAnywhere(_ seed: UInt64) throws {
        var random = Seeded(state: seed)
        let ring = Ring(64)
        let batch = Batch(40, ring: ring)
        let order = Array(0..<40).shuffled(using: &random)
        for (position, index) in order.enumerated() {
            batch.pointers[position] = batch.records + index
            batch.records[index].cookie = UInt64(position + 1)
            if position < 39 { batch.records[index].flags |= ACALL_SUBMIT_LINK }
        }
        #expect(batch.submit(engine) == 40)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 40) == 0)
        engine.shutdown()
        #expect((0..<40).map { ring.cookie($0) } == Array(1...40))
    }

    /// An id of any of its records is the chain's: until the last record it is pending.
    @Test(arguments: 0..<4, [0, ACALL_SUBMIT_THREAD_POOL])
    func anIdInAChainIsTheWholeChains(_ position: Int, _ flags: UInt32) throws {
        let (ring, pipe, cells) = (Ring(8), SystemPipe(), Chain())
        let batch = Batch(4, ring: ring, flags: flags)
        link(batch)
        batch.set(2, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
        batch.wantId(position)
        #expect(batch.submit(engine) == 4)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
        var time = timespec(tv_sec: 0, tv_nsec: 2_000_000)
        #expect(engine.waitForCompletion([batch.ids + position], count: 1, time: &time) == 0)
        #expect(write(pipe.writer, "x", 1) == 1)
        #expect(engine.waitForCompletion([batch.ids + position], count: 1) == 1)
        #expect(ring.filled == 4)
        #expect(engine.cancel(batch.ids + position) == -11)
        pipe.close()
    }

    /// A chain is cancelled by any of its ids, and stops where it is.
    @Test(arguments: 0..<4, [0, ACALL_SUBMIT_THREAD_POOL])
    func anyIdCancelsTheChain(_ position: Int, _ flags: UInt32) throws {
        let (ring, pipe, cells) = (Ring(8), SystemPipe(), Chain())
        let batch = Batch(4, ring: ring, flags: flags)
        link(batch)
        batch.set(1, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
        batch.set(3, ACALL_OP_FETCH_ADD, [0, cells.cell(1), 1])
        batch.records[3].flags |= ACALL_SUBMIT_CLEANUP
        for index in 0..<4 { batch.wantId(index) }
        #expect(batch.submit(engine) == 4)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        #expect(engine.cancel(batch.ids + position) == 0)
        for index in 0..<4 {
            #expect(engine.waitForCompletion([batch.ids + index], count: 1) == 1)
        }
        let codes = (0..<4).map { Int64(bitPattern: ring.entries[$0].return_code) }
        #expect(codes[0] == Int64(getppid()) && [-4, -125].contains(codes[1]))
        #expect(codes[2...] == [-125, 0] && cells.cells[1] == 1)
        pipe.close()
    }

    /// What one call returned is the next one's argument: open, fstat, read, close.
    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func resultsAreHandedOn(_ flags: UInt32) throws {
        let (ring, cells) = (Ring(8), Chain())
        let batch = Batch(4, ring: ring, flags: flags)
        link(batch)
        let path = strdup("/proc/self/stat")!
        batch.set(0, Number.openat, [bits(-100), address(path), 0])
        batch.set(1, Number.fstat, [cells.result(0), cells.cell(40)])
        batch.set(2, Number.read, [cells.result(0), cells.cell(0), 64])
        batch.set(3, Number.close, [cells.result(0)])
        for index in 0..<4 {
            batch.records[index].completion_pointer = cells.result(index)
            if index > 0 { batch.records[index].flags |= 1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT) }
        }
        #expect(batch.submit(engine) == 4)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 4) == 0)
        try #require(eventually { ring.cookie(3) != 0 })
        #expect(cells.code(0)! > 2)
        #expect((1...3).map { cells.code($0) } == [0, 64, 0])
        #expect(cells.cells[0] != 0)
    }

    /// Each of a call's six arguments may be loaded, for a call that takes six.
    @Test(arguments: 0..<64)
    func anyOfTheArgumentsMayBeIndirect(_ positions: Int) throws {
        #if arch(x86_64)
            let map: UInt32 = 9
        #else
            let map: UInt32 = 222
        #endif
        let (ring, cells) = (Ring(8), Chain())
        let values: [UInt64] = [
            0, 8192, UInt64(PROT_READ), UInt64(MAP_PRIVATE | MAP_ANONYMOUS), UInt64.max, 0,
        ]
        let batch = Batch(1, ring: ring)
        var args = values
        for index in 0..<6 where positions & 1 << index != 0 {
            // Unaligned, which is allowed.
            let place = UnsafeMutableRawPointer(cells.cells + 2 * index) + index
            place.storeBytes(of: values[index], as: UInt64.self)
            args[index] = address(place)
            batch.records[0].flags |= 1 << UInt32(Int(ACALL_SUBMIT_INDIRECT_SHIFT) + index)
        }
        batch.set(0, map, args)
        #expect(batch.submit(engine) == 1)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        try #require(eventually { ring.cookie(0) != 0 })
        let mapped = UInt(ring.entries[0].return_code)
        #expect(mapped != 0 && mapped & 4095 == 0)
        #expect(munmap(UnsafeMutableRawPointer(bitPattern: mapped), 8192) == 0)
    }

    /// An indirect argument's address that can't be one: the call is not made.
    @Test(arguments: 0..<6, [0, 1, 8, 4095] as [UInt64])
    func anIndirectArgumentNeedsAnAddress(_ position: Int, _ bad: UInt64) {
        let chain = Chain()
        var args = (0..<6).map { chain.cell($0) }
        args[position] = bad
        chain.add(Number.close, args, indirect: Array(0..<6))
        chain.cells[0] = UInt64.max
        #expect(chain.run(engine) == ChainEnd(stoppedAt: -1, returnCode: -14))
        #expect(chain.code(0) == -14)
    }

    /// `submitChain` takes a chain without looking at LINK, and tells its end.
    @Test(arguments: [1, 2, 50])
    func aChainOfRecordsInARow(_ count: Int) throws {
        let cells = Chain()
        let batch = Batch(count)
        for index in 0..<count {
            batch.set(index, ACALL_OP_VALUE, [UInt64(index)])
            batch.records[index].completion_pointer = cells.result(index)
        }
        let ended = ChainEnded(context: cells.cells) { context, stoppedAt, code in
            let cells = context!.assumingMemoryBound(to: UInt64.self)
            cells[1] = bits(stoppedAt)
            acall_store64_release(cells, bits(code) + 1)
        }
        #expect(engine.submitChain(records: batch.records, count: count, ended: ended) == count)
        try #require(eventually { acall_load64_acquire(cells.cells) != 0 })
        #expect(cells.cells[0] == UInt64(count) && cells.cells[1] == bits(-1))
        #expect((0..<count).map { cells.code($0) } == (0..<count).map { Int64($0) })
        // Refused: nothing of it happens.
        #expect(engine.submitChain(records: batch.records, count: 0, ended: ended) == 0)
        #expect(engine.submitChain(records: batch.records, count: -1, ended: ended) == -22)
        batch.records[count - 1].flags = 0x80
        #expect(engine.submitChain(records: batch.records, count: count, ended: ended) == -22)
        engine.shutdown()
        batch.records[count - 1].flags = 0
        #expect(engine.submitChain(records: batch.records, count: count, ended: ended) == -11)
        #expect(cells.cells[0] == UInt64(count))
    }
}
