// Deadlines: what they end, what they leave alone, that they are gone when disarmed.
//
// Input: chains that would wait for ever. Output: -ETIMEDOUT, and no byte lost. Invariant: without
// its deadline each of these tests would hang.

import AcallEngine
import CAcall
import Glibc
import Testing

private let timedOut: Int64 = -110
private let soon: UInt64 = 2_000_000
private let never: UInt64 = 3_600_000_000_000

/// Where a chain runs.
enum Place: CaseIterable, CustomTestStringConvertible {
    case caller, underControl, pool, ownThread, limited

    var testDescription: String { "\(self)" }

    /// Runs the chain to its end.
    func run(_ chain: Chain) throws {
        switch self {
        case .caller: chain.run(try Engine())
        case .underControl: chain.run(try Engine(), control: ChainControl())
        case .pool, .ownThread, .limited:
            let engine = self == .limited ? try LimitTests.engine(1) : try Engine()
            let count = chain.records.count
            chain.add(ACALL_OP_VALUE, [1], flags: ACALL_SUBMIT_CLEANUP)
            let flags = self == .ownThread ? 0 : ACALL_SUBMIT_THREAD_POOL
            #expect(chain.submit(engine, flags) == count + 1)
            while chain.isPending(count) { usleep(100) }
            engine.shutdown()
        }
    }
}

extension Chain {
    /// Gives the chain to threads of the engine.
    func submit(_ engine: Engine, _ flags: UInt32) -> Int {
        let last = records.count - 1
        for index in records.indices {
            edit(index) { $0.flags |= flags | (index == last ? 0 : ACALL_SUBMIT_LINK) }
        }
        var copies = records
        return copies.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            let pointers: [UnsafeMutablePointer<acall_submission>?] = buffer.indices.map {
                base + $0
            }
            return engine.submit(pointers, count: buffer.count)
        }
    }

    func isPending(_ index: Int) -> Bool {
        acall_load_cookie(&completions[index].cookie) == 0
    }
}

@Suite(.timeLimit(.minutes(20)))
struct DeadlineTests {
    @Test(arguments: Place.allCases)
    func aBlockedReadEnds(_ place: Place) throws {
        let pipe = SystemPipe()
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
        try place.run(chain)
        #expect(chain.code(0) == 0)
        #expect(chain.code(1) == timedOut)
        pipe.close()
    }

    @Test(arguments: Place.allCases)
    func theRecordsThatFollowEndAtOnceUntilItIsDisarmed(_ place: Place) throws {
        let pipe = SystemPipe()
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
        chain.add(Number.write, [bits(Int(pipe.writer)), chain.cell(1), 8])
        chain.add(ACALL_OP_DEADLINE, [0])
        chain.add(Number.write, [bits(Int(pipe.writer)), chain.cell(1), 8])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
        try place.run(chain)
        #expect((0..<6).map(chain.code) == [0, timedOut, timedOut, 0, 8, 8])
        pipe.close()
    }

    @Test(arguments: Place.allCases)
    func armedAnewItCountsFromThen(_ place: Place) throws {
        let pipe = SystemPipe()
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
        chain.add(ACALL_OP_DEADLINE, [never])
        chain.add(Number.write, [bits(Int(pipe.writer)), chain.cell(1), 8])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
        try place.run(chain)
        #expect((0..<7).map(chain.code) == [0, timedOut, 0, 8, 8, 0, timedOut])
        pipe.close()
    }

    @Test(arguments: Place.allCases)
    func theConditionStopsTheChainAndCleanUpRuns(_ place: Place) throws {
        let pipe = SystemPipe()
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(
            Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8],
            flags: ACALL_SUBMIT_STOP_NEGATIVE)
        chain.add(Number.getppid)
        chain.add(
            Number.write, [bits(Int(pipe.writer)), chain.cell(1), 8], flags: ACALL_SUBMIT_CLEANUP)
        chain.add(
            Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8], flags: ACALL_SUBMIT_CLEANUP)
        chain.add(Number.close, [bits(Int(pipe.reader))], flags: ACALL_SUBMIT_CLEANUP)
        try place.run(chain)
        #expect((0..<6).map(chain.code) == [0, timedOut, -125, 8, 8, 0])
        _ = close(pipe.writer)
    }

    @Test(arguments: Place.allCases)
    func aCleanUpRecordAndCloseAreNotInterrupted(_ place: Place) throws {
        let pipe = SystemPipe()
        let chain = Chain()
        let time = UnsafeMutablePointer<timespec>.allocate(capacity: 1)
        time.initialize(to: timespec(tv_sec: 0, tv_nsec: 20_000_000))
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(Number.nanosleep, [address(time), 0], flags: ACALL_SUBMIT_CLEANUP)
        chain.add(Number.close, [bits(Int(pipe.reader))])
        chain.add(Number.getppid)
        try place.run(chain)
        // The deadline passed in the clean-up record, which slept on; then close, which is made all
        // the same; the last one is not.
        #expect((0..<4).map(chain.code) == [0, 0, 0, timedOut])
        _ = close(pipe.writer)
    }

    @Test(arguments: Place.allCases)
    func aLoopOfOperationsEnds(_ place: Place) throws {
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [soon])
        chain.add(ACALL_OP_ADD, [chain.cell(0), chain.cell(0), 1], indirect: [1])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_ALWAYS), 0, 0, 1])
        try place.run(chain)
        #expect(chain.code(2) == timedOut)
        #expect(chain.cells[0] > 0)
    }

    @Test(arguments: Place.allCases)
    func whatIsInTimeIsNotTouched(_ place: Place) throws {
        let pipe = SystemPipe()
        let chain = Chain()
        for _ in 0..<20 {
            chain.add(ACALL_OP_DEADLINE, [never])
            chain.add(Number.write, [bits(Int(pipe.writer)), chain.cell(1), 8])
            chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 8])
            chain.add(ACALL_OP_DEADLINE, [0])
        }
        try place.run(chain)
        #expect((0..<80).allSatisfy { chain.code($0) == ($0 % 4 == 1 || $0 % 4 == 2 ? 8 : 0) })
        pipe.close()
    }

    @Test(arguments: [UInt64(1), UInt64(Int64.max), UInt64.max])
    func anyTimeIsATime(_ time: UInt64) throws {
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [time])
        chain.add(ACALL_OP_DEADLINE, [0])
        chain.add(Number.getppid)
        chain.run(try Engine())
        #expect(chain.code(0) == 0 && chain.code(1) == 0)
        #expect(chain.code(2) == Int64(getppid()))
    }

    @Test func aDeadlineOfOneChainIsNotTheNexts() throws {
        let engine = try Engine()
        for round in 0..<200 {
            let chain = Chain()
            if round % 2 == 0 {
                chain.add(ACALL_OP_DEADLINE, [UInt64(round) * 1_000 + 1])
                chain.add(Number.getppid)
            } else {
                for _ in 0..<20 { chain.add(Number.getppid) }
            }
            chain.add(ACALL_OP_VALUE, [1], flags: ACALL_SUBMIT_CLEANUP)
            let last = chain.records.count - 1
            #expect(chain.submit(engine, ACALL_SUBMIT_THREAD_POOL) == last + 1)
            while chain.isPending(last) { acall_pause() }
            if round % 2 == 1 {
                #expect((0..<20).allSatisfy { chain.code($0) == Int64(getppid()) })
            }
        }
    }

    @Test func aWaitForAnotherOperationEnds() throws {
        let engine = try Engine()
        let pipe = SystemPipe()
        let id = UnsafeMutablePointer<acall_id>.allocate(capacity: 1)
        let reader = Chain()
        reader.add(Number.read, [bits(Int(pipe.reader)), reader.cell(0), 1])
        reader.edit(0) { $0.id_pointer = address(id) }
        #expect(reader.submit(engine, ACALL_SUBMIT_THREAD_POOL) == 1)
        let waiter = Chain()
        waiter.add(ACALL_OP_DEADLINE, [soon])
        waiter.add(ACALL_OP_WAIT, [address(id)])
        waiter.add(ACALL_OP_DEADLINE, [0])
        waiter.add(ACALL_OP_CANCEL, [address(id)])
        waiter.add(ACALL_OP_WAIT, [address(id)])
        #expect(waiter.submit(engine, ACALL_SUBMIT_THREAD_POOL) == 5)
        while waiter.isPending(4) { usleep(100) }
        #expect((0..<5).map(waiter.code) == [0, timedOut, 0, 0, 0])
        #expect(reader.code(0) == -4)
        pipe.close()
    }

    @Test func aRequestIsStrongerThanADeadline() throws {
        let engine = try Engine()
        let pipe = SystemPipe()
        let id = UnsafeMutablePointer<acall_id>.allocate(capacity: 1)
        let chain = Chain()
        chain.add(ACALL_OP_DEADLINE, [never])
        chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 1])
        chain.add(ACALL_OP_DEADLINE, [0])
        chain.add(Number.getppid)
        chain.edit(0) { $0.id_pointer = address(id) }
        #expect(chain.submit(engine, ACALL_SUBMIT_THREAD_POOL) == 4)
        usleep(2_000)
        #expect(engine.cancel(id) == 0)
        while chain.isPending(3) { usleep(100) }
        #expect([-4, -125].contains(chain.code(1)))
        #expect(chain.code(2) == -125 && chain.code(3) == -125)
        pipe.close()
    }

    @Test func manyAtOnce() throws {
        let engine = try Engine()
        let pipe = SystemPipe()
        let chains = (0..<100).map { index in
            let chain = Chain()
            chain.add(ACALL_OP_DEADLINE, [UInt64(1 + index % 10) * 500_000])
            chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(0), 1])
            #expect(chain.submit(engine, ACALL_SUBMIT_THREAD_POOL) == 2)
            return chain
        }
        for chain in chains { while chain.isPending(1) { usleep(100) } }
        #expect(chains.allSatisfy { $0.code(1) == timedOut })
        pipe.close()
    }
}
