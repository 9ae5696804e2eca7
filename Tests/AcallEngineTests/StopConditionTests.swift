// Where a chain stops: each condition against each kind of return code, on the pool and here.
//
// Input: chains whose first record returns a code of the table. Output: which of the others ran.
// Invariant: what is expected is written from acall.h's comments and shares no code with the
// engine.

import AcallEngine
import CAcall
import Glibc
import Testing

/// A condition by its name in the header.
enum Condition: UInt32, CaseIterable {
    case never = 0x00
    case negative = 0x10
    case zero = 0x20
    case nonpositive = 0x30
    case nonzero = 0x40
    case error = 0x50
    case always = 0x60

    /// The codes between which it holds.
    var holds: [ClosedRange<Int64>] {
        switch self {
        case .never: []
        case .negative: [Int64.min...(-1)]
        case .zero: [0...0]
        case .nonpositive: [Int64.min...0]
        case .nonzero: [Int64.min...(-1), 1...Int64.max]
        case .error: [-4095...(-1)]
        case .always: [Int64.min...Int64.max]
        }
    }
}

@Suite(.timeLimit(.minutes(20))) struct StopConditionTests {
    static let codes: [Int64] = [Int64.min, -4096, -4095, -125, -1, 0, 1, 4095, Int64.max]

    @Test(arguments: Condition.allCases, codes)
    func aConditionHoldsForItsCodes(_ condition: Condition, _ code: Int64) throws {
        let engine = try Engine()
        let stops = condition.holds.contains { $0.contains(code) }
        for flags in [nil, 0, ACALL_SUBMIT_THREAD_POOL] {
            let chain = Chain()
            chain.add(ACALL_OP_VALUE, [bits(code)], flags: condition.rawValue)
            chain.add(ACALL_OP_MOVE, [chain.cell(0), 1])
            chain.add(ACALL_OP_MOVE, [chain.cell(1), 1], flags: ACALL_SUBMIT_CLEANUP)
            chain.add(ACALL_OP_MOVE, [chain.cell(2), 1])
            if let flags {
                submit(chain, engine, flags)
            } else {
                let end = chain.run(engine)
                #expect(end.stoppedAt == (stops ? 0 : -1))
                #expect(end.returnCode == (stops ? code : 0))
            }
            let skipped: Int64 = stops ? -125 : 0
            #expect((0...3).map { chain.code($0) } == [code, skipped, 0, skipped])
            #expect((0...2).map { chain.cells[$0] } == (stops ? [0, 1, 0] : [1, 1, 1]))
        }
    }

    /// Submits it as one chain and waits for its end.
    func submit(_ chain: Chain, _ engine: Engine, _ flags: UInt32) {
        let count = chain.records.count
        let batch = Batch(count)
        for index in 0..<count {
            batch.records[index] = chain.records[index]
            batch.records[index].flags |= flags
            if index + 1 < count { batch.records[index].flags |= ACALL_SUBMIT_LINK }
        }
        batch.wantId(count - 1)
        #expect(batch.submit(engine) == count)
        #expect(engine.waitForCompletion([batch.ids + count - 1], count: 1) == 1)
    }

    /// The condition is the record's own, wherever it stands.
    @Test(arguments: 0..<5)
    func anyRecordMayStopTheChain(_ position: Int) throws {
        let engine = try Engine()
        for flags in [nil, 0, ACALL_SUBMIT_THREAD_POOL] {
            let chain = Chain()
            for index in 0..<5 {
                chain.add(
                    ACALL_OP_VALUE, [bits(-7 - index)],
                    flags: index == position ? Condition.negative.rawValue : 0)
            }
            if let flags {
                submit(chain, engine, flags)
            } else {
                #expect(
                    chain.run(engine)
                        == ChainEnd(stoppedAt: position, returnCode: -7 - Int64(position)))
            }
            let expected = (0..<5).map { $0 <= position ? Int64(-7 - $0) : -125 }
            #expect((0..<5).map { chain.code($0) } == expected)
        }
    }

    /// Codes that the kernel makes: an error, an end of file, a length.
    @Test(arguments: Condition.allCases, [-9, 0, 1] as [Int64])
    func conditionsLookAtWhatTheKernelReturned(_ condition: Condition, _ code: Int64) throws {
        let engine = try Engine()
        let pipe = SystemPipe()
        if code == 1 { #expect(write(pipe.writer, "x", 1) == 1) }
        close(pipe.writer)
        let chain = Chain()
        let file = code == -9 ? UInt64.max : UInt64(pipe.reader)
        chain.add(Number.read, [file, chain.cell(0), 1], flags: condition.rawValue)
        chain.add(Number.getppid)
        submit(chain, engine, ACALL_SUBMIT_THREAD_POOL)
        #expect(chain.code(0) == code)
        let stops = condition.holds.contains { $0.contains(code) }
        #expect(chain.code(1) == (stops ? -125 : Int64(getppid())))
        close(pipe.reader)
    }

    /// Records not reached: counted, in the ring, in their slots, with their cookies; none runs.
    @Test(arguments: [1, 2, 10, 200])
    func recordsNotReachedAreCancelledEachOnce(_ count: Int) throws {
        let engine = try Engine()
        let ring = Ring(256)
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [0], flags: Condition.zero.rawValue)
        for _ in 0..<count { chain.add(ACALL_OP_FETCH_ADD, [0, chain.cell(0), 1]) }
        for index in 0...count {
            chain.edit(index) { $0.completion_ring_pointer = ring.address }
        }
        submit(chain, engine, ACALL_SUBMIT_THREAD_POOL)
        engine.shutdown()
        #expect(chain.cells[0] == 0)
        #expect(ring.filled == UInt32(count + 1))
        #expect((0...count).map { ring.cookie($0) } == (0...count).map { UInt64($0 + 1) })
        #expect((1...count).allSatisfy { ring.entries[$0].return_code == bits(-125) })
        #expect((1...count).allSatisfy { chain.code($0) == -125 })
    }

    /// A stop condition on a branch: the branch is followed, and the chain has stopped.
    @Test(arguments: Condition.allCases, [false, true])
    func aStoppingBranchIsFollowed(_ condition: Condition, _ isTaken: Bool) throws {
        let engine = try Engine()
        let chain = Chain()
        chain.add(
            ACALL_OP_BRANCH, [UInt64(ACALL_IF_EQUAL), 1, isTaken ? 1 : 2, 2],
            flags: condition.rawValue)
        chain.add(ACALL_OP_MOVE, [chain.cell(0), 1])
        chain.add(ACALL_OP_MOVE, [chain.cell(1), 1])
        chain.add(ACALL_OP_MOVE, [chain.cell(2), 1], flags: ACALL_SUBMIT_CLEANUP)
        submit(chain, engine, ACALL_SUBMIT_THREAD_POOL)
        let code: Int64 = isTaken ? 1 : 0
        let stops = condition.holds.contains { $0.contains(code) }
        #expect(chain.code(0) == code)
        // Passed over by the branch: not completed at all.
        #expect(chain.code(1) == (isTaken ? nil : stops ? -125 : 0))
        #expect(chain.code(2) == (stops ? -125 : 0))
        #expect(chain.code(3) == 0 && chain.cells[2] == 1)
    }

    /// The clean-up records of a chain run in order, and one that fails stops no other.
    @Test(arguments: Condition.allCases)
    func cleanUpIsNotStoppedByCleanUp(_ condition: Condition) throws {
        let engine = try Engine()
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [5], flags: Condition.always.rawValue)
        for index in 0..<3 {
            chain.add(
                ACALL_OP_VALUE, [bits(index - 1)], flags: condition.rawValue | ACALL_SUBMIT_CLEANUP)
            chain.add(ACALL_OP_MOVE, [chain.cell(index), 1])
        }
        chain.add(
            ACALL_OP_ADD, [chain.cell(3), chain.cell(3), 7], flags: ACALL_SUBMIT_CLEANUP,
            indirect: [1])
        #expect(chain.run(engine) == ChainEnd(stoppedAt: 0, returnCode: 5))
        #expect((0...7).map { chain.code($0) } == [5, -1, -125, 0, -125, 1, -125, 0])
        #expect((0...3).map { chain.cells[$0] } == [0, 0, 0, 7])
    }

    /// Without a stop a clean-up record is a record like any other: its condition stops the chain.
    @Test func aCleanUpRecordMayStopTheChain() throws {
        let engine = try Engine()
        let chain = Chain()
        chain.add(
            ACALL_OP_VALUE, [bits(-3)],
            flags: ACALL_SUBMIT_CLEANUP | Condition.negative.rawValue)
        chain.add(ACALL_OP_VALUE, [1])
        #expect(chain.run(engine) == ChainEnd(stoppedAt: 0, returnCode: -3))
        #expect(chain.code(1) == -125)
    }
}
