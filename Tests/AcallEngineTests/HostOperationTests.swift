// LENGTH, SAME, HOST, and WAIT for any of several: the operations that a compiled program's chains need.
//
// Input: rows of arguments; functions of the test's own. Output: return codes and cells, as acall.h has them.

import AcallEngine
import CAcall
import Glibc
import Testing

/// What a host function was called with, and where.
private struct HostCalls {
    var arguments: [[UInt64]] = []
    var threads: Set<Int32> = []
}

private typealias HostFunction =
    @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<UInt64>?) -> Int64

private func address(of function: HostFunction) -> UInt64 {
    UInt64(UInt(bitPattern: unsafeBitCast(function, to: Int.self)))
}

private let record: HostFunction = { context, arguments in
    guard let context, let arguments else { return -22 }
    let calls = context.assumingMemoryBound(to: HostCalls.self)
    calls.pointee.arguments.append(Array(UnsafeBufferPointer(start: arguments, count: 4)))
    calls.pointee.threads.insert(acall_thread_id())
    return Int64(bitPattern: arguments[0])
}

@Suite(.timeLimit(.minutes(20))) struct HostOperationTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    private func text(_ bytes: [UInt8]) -> UInt64 {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        memory.copyMemory(from: bytes, byteCount: bytes.count)
        return AcallEngineTests.address(memory)
    }

    // MARK: LENGTH

    @Test(
        arguments: [
            ([0], 1, 0), ([0x61, 0], 2, 1), ([0x61, 0x62, 0x63, 0], 4, 3),
            ([0x61, 0x62, 0x63], 3, 3), ([0x61, 0x62, 0x63], 2, 2), ([0x61, 0x62], 0, 0),
            ([0x61, 0, 0x63, 0], 4, 1), ([0xff, 0x80, 0], 3, 2),
        ] as [([UInt8], UInt64, UInt64)])
    func lengthCountsToTheFirstNulOrTheLimit(
        _ bytes: [UInt8], _ limit: UInt64, _ expected: UInt64
    ) {
        let chain = Chain()
        chain.cells[0] = 0x5555
        chain.add(ACALL_OP_LENGTH, [chain.cell(0), text(bytes), limit])
        #expect(chain.run(engine) == ChainEnd(stoppedAt: -1, returnCode: 0))
        #expect(chain.cells[0] == expected)
    }

    /// The last byte before a page that is not there: nothing behind the limit is looked at.
    @Test func lengthReadsNothingBehindItsLimit() {
        let size = Int(getpagesize())
        let pages = mmap(
            nil, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)!
        mprotect(pages + size, size, PROT_NONE)
        defer { munmap(pages, 2 * size) }
        memset(pages, 0x61, size)
        let chain = Chain()
        let end = AcallEngineTests.address(pages) + UInt64(size)
        chain.add(ACALL_OP_LENGTH, [chain.cell(0), end - 5, 5])
        chain.add(ACALL_OP_LENGTH, [chain.cell(1), end, 0])
        chain.run(engine)
        #expect(chain.code(0) == 0 && chain.code(1) == 0)
        #expect(chain.cells[0] == 5 && chain.cells[1] == 0)
    }

    @Test func lengthRefusesWhatIsNoAddressAndNoLimit() {
        let chain = Chain()
        for cell in 0..<4 { chain.cells[cell] = 0x5555 }
        chain.cells[4] = text([0x61, 0])
        chain.add(ACALL_OP_LENGTH, [chain.cell(0), 0, 8])
        chain.add(ACALL_OP_LENGTH, [chain.cell(1), 4095, 8])
        chain.add(ACALL_OP_LENGTH, [chain.cell(2), chain.cells[4], bits(-1)])
        chain.add(ACALL_OP_LENGTH, [4095, chain.cells[4], 8])
        // A result of no address is not wanted; the rest is checked all the same.
        chain.add(ACALL_OP_LENGTH, [0, chain.cells[4], 8])
        chain.add(ACALL_OP_LENGTH, [0, 0, 8])
        chain.add(ACALL_OP_LENGTH, [chain.cell(3), chain.cell(4), 8], indirect: [1])
        chain.run(engine)
        #expect((0...6).map { chain.code($0) } == [-14, -14, -22, -14, 0, -14, 0])
        #expect((0...3).map { chain.cells[$0] } == [0x5555, 0x5555, 0x5555, 1])
    }

    // MARK: SAME

    @Test(
        arguments: [
            ("abc", "abc", 1), ("abc", "abd", 0), ("abc", "ab", 0), ("", "", 1), ("", "a", 0),
            ("a\0b", "a\0b", 1), ("a\0b", "a\0c", 0),
        ] as [(String, String, UInt64)])
    func sameComparesAllBytes(_ a: String, _ b: String, _ expected: UInt64) {
        let chain = Chain()
        chain.cells[0] = 0x5555
        let (first, second) = (Array(a.utf8), Array(b.utf8))
        let args = [text(first), UInt64(first.count), text(second), UInt64(second.count)]
        chain.add(ACALL_OP_SAME, [chain.cell(0)] + args)
        chain.add(ACALL_OP_SAME, [0] + args)
        chain.add(ACALL_OP_SAME, [4095] + args)
        chain.run(engine)
        #expect((0...2).map { chain.code($0) } == [0, 0, -14])
        #expect(chain.cells[0] == expected)
    }

    @Test func sameRefusesWhatIsNoAddressAndNoCount() {
        let chain = Chain()
        chain.cells[0] = 0x5555
        let some = text([0x61])
        chain.add(ACALL_OP_SAME, [chain.cell(0), 0, 1, some, 1])
        chain.add(ACALL_OP_SAME, [chain.cell(0), some, 1, 4095, 1])
        chain.add(ACALL_OP_SAME, [chain.cell(0), some, bits(-1), some, bits(-1)])
        chain.run(engine)
        #expect((0...2).map { chain.code($0) } == [-14, -14, -22])
        #expect(chain.cells[0] == 0x5555)
        // Nothing is looked at where the counts say enough.
        let empty = Chain()
        empty.add(ACALL_OP_SAME, [empty.cell(0), 0, 0, 0, 0])
        empty.add(ACALL_OP_SAME, [empty.cell(1), 0, 0, 0, 7])
        empty.run(engine)
        #expect(empty.code(0) == 0 && empty.code(1) == 0)
        #expect(empty.cells[0] == 1 && empty.cells[1] == 0)
    }

    // MARK: HOST

    @Test(arguments: Runner.allCases)
    func hostFunctionsAreCalledWithTheirContextAndFourArguments(_ runner: Runner) {
        let cells = Chain()
        let calls = UnsafeMutablePointer<HostCalls>.allocate(capacity: 1)
        calls.initialize(to: HostCalls())
        cells.cells[0] = 77
        let batch = Batch(3, flags: runner.flags | ACALL_SUBMIT_LINK)
        let function = address(of: record)
        let context = AcallEngineTests.address(calls)
        batch.set(0, ACALL_OP_HOST, [function, context, 1, 2, 3, 4])
        batch.set(1, ACALL_OP_HOST, [function, context, cells.cell(0), 0, UInt64.max, 9])
        batch.records[1].flags |= 4 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
        batch.set(2, ACALL_OP_HOST, [function, 0, 5])
        for index in 0..<3 { batch.records[index].completion_pointer = cells.result(index) }
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: 3)
        } else {
            batch.wantId(0)
            #expect(batch.submit(engine) == 3)
            #expect(engine.waitForCompletion([batch.ids], count: 1) == 1)
        }
        #expect(eventually { cells.code(2) != nil })
        #expect((0...2).map { cells.code($0) } == [1, 77, -22])
        #expect(calls.pointee.arguments == [[1, 2, 3, 4], [77, 0, UInt64.max, 9]])
        #expect(calls.pointee.threads.count == 1)
        #expect(calls.pointee.threads.contains(acall_thread_id()) == (runner == .here))
    }

    @Test func whatAHostFunctionReturnsStopsAChainAsACallDoes() {
        let chain = Chain()
        let calls = UnsafeMutablePointer<HostCalls>.allocate(capacity: 1)
        calls.initialize(to: HostCalls())
        let context = AcallEngineTests.address(calls)
        let function = address(of: record)
        chain.add(ACALL_OP_HOST, [function, context, 3], flags: ACALL_SUBMIT_STOP_ERROR)
        chain.add(ACALL_OP_HOST, [function, context, bits(-5)], flags: ACALL_SUBMIT_STOP_ERROR)
        chain.add(ACALL_OP_HOST, [function, context, 6])
        chain.add(ACALL_OP_HOST, [function, context, 7], flags: ACALL_SUBMIT_CLEANUP)
        #expect(chain.run(engine) == ChainEnd(stoppedAt: 1, returnCode: -5))
        #expect((0...3).map { chain.code($0) } == [3, -5, -125, 7])
        #expect(calls.pointee.arguments.map { $0[0] } == [3, bits(-5), 7])
    }

    @Test func noFunctionIsABadAddress() {
        let chain = Chain()
        chain.add(ACALL_OP_HOST, [0, 1, 2, 3, 4, 5])
        chain.add(ACALL_OP_HOST, [4095])
        chain.run(engine)
        #expect((0...1).map { chain.code($0) } == [-14, -14])
    }

    /// A cancelled chain calls no more functions, save in its clean-up.
    @Test func aCancelledChainCallsOnlyWhatCleansUp() {
        let chain = Chain()
        let calls = UnsafeMutablePointer<HostCalls>.allocate(capacity: 1)
        calls.initialize(to: HostCalls())
        let control = ChainControl()
        control.cancel()
        let (function, context) = (address(of: record), AcallEngineTests.address(calls))
        let pipe = SystemPipe()
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 1])
        chain.add(ACALL_OP_HOST, [function, context, 1])
        chain.add(ACALL_OP_HOST, [function, context, 2], flags: ACALL_SUBMIT_CLEANUP)
        chain.run(engine, control: control)
        #expect(chain.code(1) == -125 && chain.code(2) == 2)
        #expect(calls.pointee.arguments.map { $0[0] } == [2])
        pipe.close()
    }

    // MARK: WAIT for any

    /// Reads from pipes, pending until somebody writes.
    private func reads(_ count: Int) -> (pipes: [SystemPipe], batch: Batch, list: UInt64) {
        let pipes = (0..<count).map { _ in SystemPipe() }
        let chain = Chain()
        let batch = Batch(count)
        for index in 0..<count {
            batch.set(index, Number.read, [UInt64(pipes[index].reader), chain.cell(index), 1])
            batch.wantId(index)
        }
        #expect(batch.submit(engine) == count)
        let list = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
        for index in 0..<count { list[index] = AcallEngineTests.address(batch.ids + index) }
        return (pipes, batch, AcallEngineTests.address(list))
    }

    @Test(arguments: [0, 1, 2], [ACALL_SUBMIT_THREAD_POOL, 0])
    func waitForAnyEndsWithTheFirst(_ first: Int, _ flags: UInt32) {
        let (pipes, _, list) = reads(3)
        let ring = Ring(8)
        let waiting = Batch(1, ring: ring, flags: flags)
        waiting.set(0, ACALL_OP_WAIT, [list, 3])
        #expect(waiting.submit(engine) == 1)
        var time = timespec(tv_sec: 0, tv_nsec: 5_000_000)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1, time: &time) == 0)
        #expect(ring.filled == 0)
        #expect(write(pipes[first].writer, "x", 1) == 1)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        #expect(eventually { ring.cookie(0) == 1 } && ring.entries[0].return_code == 0)
        for (index, pipe) in pipes.enumerated() where index != first {
            #expect(write(pipe.writer, "x", 1) == 1)
        }
        for pipe in pipes { pipe.close() }
    }

    /// What has ended already, and what is no id, ends it at once; a count of 1 or 0 is one id, not a list.
    @Test func waitForAnyEndsAtOnceWhereOneHasEnded() {
        let (pipes, batch, list) = reads(2)
        let chain = Chain()
        let unknown = UnsafeMutablePointer<UInt64>.allocate(capacity: 2)
        unknown[0] = AcallEngineTests.address(batch.ids)
        unknown[1] = chain.cell(40)
        chain.add(ACALL_OP_WAIT, [AcallEngineTests.address(unknown), 2])
        chain.add(ACALL_OP_WAIT, [0, 2])
        chain.add(ACALL_OP_WAIT, [4095, 2])
        chain.add(ACALL_OP_WAIT, [list, 1 << 32])
        chain.add(ACALL_OP_WAIT, [list, bits(-1)])
        chain.add(ACALL_OP_DEADLINE, [2_000_000])
        chain.add(ACALL_OP_WAIT, [list, 2])
        chain.add(ACALL_OP_DEADLINE, [0])
        chain.add(Number.write, [UInt64(pipes[0].writer), text([0x78]), 1])
        chain.add(ACALL_OP_WAIT, [AcallEngineTests.address(batch.ids), 1])
        chain.add(ACALL_OP_WAIT, [AcallEngineTests.address(batch.ids)])
        chain.add(ACALL_OP_WAIT, [list, 2])
        chain.run(engine)
        #expect(
            (0...11).map { chain.code($0) } == [
                0, -14, -14, -22, -22, 0, -110, 0, 1, 0, 0, 0,
            ])
        #expect(write(pipes[1].writer, "x", 1) == 1)
        #expect(engine.waitForCompletion([batch.ids + 1], count: 1) == 1)
        for pipe in pipes { pipe.close() }
    }

    @Test func aWaitForAnyCanBeCancelled() {
        let (pipes, _, list) = reads(3)
        let ring = Ring(4)
        let waiting = Batch(1, ring: ring)
        waiting.set(0, ACALL_OP_WAIT, [list, 3])
        waiting.wantId(0)
        #expect(waiting.submit(engine) == 1)
        usleep(2000)
        #expect(engine.cancel(waiting.ids) == 0)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        #expect(eventually { ring.cookie(0) == 1 })
        #expect([-4, -125].contains(Int64(bitPattern: ring.entries[0].return_code)))
        for pipe in pipes { #expect(write(pipe.writer, "x", 1) == 1) }
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        for pipe in pipes { pipe.close() }
    }
}
