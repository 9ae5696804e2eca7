// How records follow each other: order, arguments, stops, clean-up, branches, completions,
// observers.

import AcallEngine
import CAcall
import Glibc
import Testing

@Suite struct ChainTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    @Test func runsInOrderAndHandsResultsOn() {
        for scattered in [false, true] {
            let chain = Chain()
            chain.add(Number.getppid)
            chain.add(ACALL_OP_ADD, [chain.cell(0), chain.result(0), 1], indirect: [1])
            #expect(
                chain.run(engine, scattered: scattered) == ChainEnd(stoppedAt: -1, returnCode: 0))
            #expect(chain.code(0) == Int64(getppid()))
            #expect(Int64(bitPattern: chain.cells[0]) == Int64(getppid()) + 1)
        }
    }

    @Test func anEmptyChainEndsAtOnce() {
        #expect(Chain().run(engine) == ChainEnd(stoppedAt: -1, returnCode: 0))
    }

    @Test(arguments: [
        (ACALL_SUBMIT_STOP_NEVER, [false, false, false, false]),
        (ACALL_SUBMIT_STOP_NEGATIVE, [true, true, false, false]),
        (ACALL_SUBMIT_STOP_ZERO, [false, false, true, false]),
        (ACALL_SUBMIT_STOP_NONPOSITIVE, [true, true, true, false]),
        (ACALL_SUBMIT_STOP_NONZERO, [true, true, false, true]),
        (ACALL_SUBMIT_STOP_ERROR, [false, true, false, false]),
        (ACALL_SUBMIT_STOP_ALWAYS, [true, true, true, true]),
    ])
    func stopsOnItsCondition(_ condition: UInt32, _ expected: [Bool]) {
        for (value, stops) in zip([-4096, -4095, 0, 1], expected) {
            let chain = Chain()
            chain.add(ACALL_OP_VALUE, [bits(value)], flags: condition)
            chain.add(ACALL_OP_VALUE, [7])
            let end = chain.run(engine)
            #expect(end.stoppedAt == (stops ? 0 : -1), "\(value)")
            #expect(end.returnCode == (stops ? Int64(value) : 7))
            #expect(chain.code(1) == (stops ? -125 : 7))
        }
    }

    @Test func conditionsAndFlagsThatDoNotExistStopTheChain() {
        for flags: UInt32 in [0x70, 0x80, 0x1_0000, 0x8000_0000] {
            let chain = Chain()
            chain.add(ACALL_OP_VALUE, [5], flags: flags)
            chain.add(ACALL_OP_VALUE, [6])
            #expect(chain.run(engine).stoppedAt == 0)
            #expect(chain.code(1) == -125)
        }
    }

    @Test func cleanUpRunsAfterAStopAndItsBranchesAreFollowed() {
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [bits(-5)], flags: ACALL_SUBMIT_STOP_NEGATIVE)
        chain.add(ACALL_OP_MOVE, [chain.cell(0), 1])
        chain.add(
            ACALL_OP_VALUE, [bits(-9)], flags: ACALL_SUBMIT_CLEANUP | ACALL_SUBMIT_STOP_NEGATIVE)
        let branch = chain.add(
            ACALL_OP_BRANCH, [UInt64(ACALL_IF_ALWAYS), 0, 0, 5], flags: ACALL_SUBMIT_CLEANUP)
        let over = chain.add(ACALL_OP_MOVE, [chain.cell(1), 1], flags: ACALL_SUBMIT_CLEANUP)
        chain.add(ACALL_OP_MOVE, [chain.cell(2), 1], flags: ACALL_SUBMIT_CLEANUP)
        chain.add(ACALL_OP_MOVE, [chain.cell(3), 1])
        #expect(chain.run(engine) == ChainEnd(stoppedAt: 0, returnCode: -5))
        #expect(chain.code(1) == -125)
        #expect(chain.code(2) == -9)
        #expect(chain.code(branch) == 1)
        #expect(chain.code(over) == nil)
        #expect((0...3).map { chain.cells[$0] } == [0, 0, 1, 0])
        #expect(chain.code(6) == -125)
    }

    @Test func cleanUpThatLoopsCancelsWhatItPassesOnlyOnce() {
        let ring = Ring(64)
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, flags: ACALL_SUBMIT_STOP_ALWAYS)
        let passed = chain.add(ACALL_OP_VALUE)
        chain.edit(passed) { $0.completion_ring_pointer = ring.address }
        chain.add(
            ACALL_OP_ADD, [chain.cell(0), chain.cell(0), 1], flags: ACALL_SUBMIT_CLEANUP,
            indirect: [1])
        chain.add(
            ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), chain.cell(0), 5, 1],
            flags: ACALL_SUBMIT_CLEANUP, indirect: [1])
        chain.run(engine)
        #expect(chain.cells[0] == 5)
        #expect(ring.filled == 1)
    }

    @Test func branchesLoopEndAndRefuse() {
        let chain = Chain()
        chain.add(ACALL_OP_ADD, [chain.cell(0), chain.cell(0), 1], indirect: [1])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), chain.cell(0), 10, 0], indirect: [1])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_EQUAL), 1, 2, 0])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_ALWAYS), 0, 0, 9])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_ALWAYS), 0, 0, UInt64.max])
        chain.add(ACALL_OP_BRANCH, [99, 0, 0, 0])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_ALWAYS), 0, 0, 8])
        chain.add(ACALL_OP_MOVE, [chain.cell(1), 1])
        #expect(chain.run(engine) == ChainEnd(stoppedAt: -1, returnCode: 1))
        #expect(chain.cells[0] == 10)
        #expect((1...6).map { chain.code($0) } == [0, 0, -22, -22, -22, 1])
        #expect(chain.code(7) == nil && chain.cells[1] == 0)
    }

    @Test func everyArgumentMayBeIndirect() {
        for position in 0..<6 {
            let chain = Chain()
            chain.cells[0] = 1000
            var args: [UInt64] = [1, 2, 3, 4, 5, 6]
            args[position] = chain.cell(0)
            chain.add(ACALL_OP_VALUE, args, flags: ACALL_SUBMIT_OBSERVED, indirect: [position])
            var seen: [UInt64] = []
            withUnsafeMutablePointer(to: &seen) { seen in
                var observer = ChainObserver(context: seen) { context, _, args, _, _, _ in
                    let seen = context!.assumingMemoryBound(to: [UInt64].self)
                    seen.pointee = Array(UnsafeBufferPointer(start: args, count: 6))
                }
                chain.run(engine, observer: &observer)
            }
            args[position] = 1000
            #expect(seen == args)
        }
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [0], flags: 0, indirect: [0])
        chain.add(ACALL_OP_VALUE, [8], flags: ACALL_SUBMIT_STOP_NEGATIVE, indirect: [0])
        chain.add(ACALL_OP_VALUE)
        #expect(chain.run(engine) == ChainEnd(stoppedAt: 1, returnCode: -14))
        #expect((0...2).map { chain.code($0) } == [-14, -14, -125])
    }

    @Test func completionSlotsAndRingsAreEachOptional() {
        for slot in [false, true] {
            for ringed in [false, true] {
                let ring = Ring(4)
                let chain = Chain()
                chain.add(ACALL_OP_VALUE, [42])
                chain.edit(0) {
                    if !slot { $0.completion_pointer = 0 }
                    if ringed { $0.completion_ring_pointer = ring.address }
                }
                #expect(chain.run(engine).returnCode == 42)
                #expect(chain.code(0) == (slot ? 42 : nil))
                #expect(ring.filled == (ringed ? 1 : 0))
                #expect(ring.entries[0].return_code == (ringed ? 42 : 0))
            }
        }
    }

    @Test func aRingWrapsReadsItsSizeAnewAndMayHaveNone() {
        let ring = Ring(4)
        ring.head.pointee.head = UInt32.max
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [1])
        chain.add(ACALL_OP_VALUE, [2])
        // The ring's size, changed by the chain itself: from 4 entries to 2.
        chain.add(ACALL_OP_STORE, [ring.address + 4, 2, 4])
        chain.add(ACALL_OP_VALUE, [3])
        chain.add(ACALL_OP_STORE, [ring.address + 4, 0, 4])
        chain.add(ACALL_OP_VALUE, [4])
        for index in [0, 1, 3, 5] {
            chain.edit(index) { $0.completion_ring_pointer = ring.address }
        }
        chain.run(engine)
        #expect(ring.filled == 3)
        #expect(ring.entries[3].return_code == 1)
        #expect(ring.entries[0].return_code == 2)
        #expect(ring.entries[1].return_code == 3)
        #expect(ring.cookie(2) == 0)
    }

    @Test func observedRecordsSayWhenWhereAndHowOften() {
        let chain = Chain()
        chain.add(Number.getppid, flags: ACALL_SUBMIT_OBSERVED)
        chain.add(
            ACALL_OP_ADD, [chain.cell(0), chain.cell(0), 1], flags: ACALL_SUBMIT_OBSERVED,
            indirect: [1])
        chain.add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), chain.cell(0), 3, 1], indirect: [1])
        let before = acall_monotonic_time()
        chain.run(engine)
        let after = acall_monotonic_time()
        let first = chain.completions[0]
        #expect(before <= first.start && first.start <= first.end && first.end <= after)
        #expect(first.thread == UInt64(acall_thread_id()))
        #expect(first.count == 1 && chain.completions[1].count == 3)
        #expect(chain.completions[2].count == 0 && chain.completions[2].start == 0)
    }

    @Test func theObserverIsToldOfObservedAndStoppingRecordsOnly() {
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [1])
        chain.cells[0] = 77
        chain.add(ACALL_OP_VALUE, [chain.cell(0)], flags: ACALL_SUBMIT_OBSERVED, indirect: [0])
        chain.add(ACALL_OP_VALUE, [bits(-3)], flags: ACALL_SUBMIT_STOP_NEGATIVE)
        chain.add(ACALL_OP_VALUE, [9], flags: ACALL_SUBMIT_OBSERVED)
        chain.add(ACALL_OP_VALUE, [8], flags: ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_CLEANUP)
        var seen: [[Int64]] = []
        withUnsafeMutablePointer(to: &seen) { seen in
            var observer = ChainObserver(context: seen) { context, record, args, code, start, end in
                let seen = context!.assumingMemoryBound(to: [[Int64]].self)
                let timed: Int64 = start != 0 && end >= start ? 1 : 0
                seen.pointee.append([
                    Int64(record.pointee.cookie), Int64(bitPattern: args[0]), code, timed,
                ])
            }
            chain.run(engine, observer: &observer)
        }
        #expect(seen == [[2, 77, 77, 1], [3, -3, -3, 0], [5, 8, 8, 1]])
    }

    @Test func aMissingRecordStopsTheChain() {
        let chain = Chain()
        chain.add(ACALL_OP_VALUE, [1])
        var record = chain.records[0]
        withUnsafeMutablePointer(to: &record) { record in
            #expect(
                engine.runChain([record, nil, record], count: 3)
                    == ChainEnd(stoppedAt: 1, returnCode: -14))
        }
    }
}
