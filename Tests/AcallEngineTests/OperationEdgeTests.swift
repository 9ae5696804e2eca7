// Operations at their edges: results not wanted, addresses that are none, targets, races.
//
// Input: rows of arguments. Output: return codes and cells, as acall.h has them. Invariant: an
// operation that is refused stores nothing.

import AcallEngine
import CAcall
import Glibc
import Testing

/// An operation and what comes of it; `dst` is the first argument.
struct OperationRow: Sendable, CustomTestStringConvertible {
    let name: String
    let nr: UInt32
    let args: [Int64]
    let code: Int64
    /// What is stored, where something is.
    let value: Int64?

    init(_ name: String, _ nr: UInt32, _ args: [Int64], _ code: Int64, _ value: Int64? = nil) {
        (self.name, self.nr, self.args) = (name, nr, args)
        (self.code, self.value) = (code, value)
    }

    var testDescription: String { "\(name) \(args)" }
    static let (least, most) = (Int64.min, Int64.max)

    static let arithmetic: [OperationRow] = [
        OperationRow("add", ACALL_OP_ADD, [most, 1], -75),
        OperationRow("add", ACALL_OP_ADD, [most, 0], 0, most),
        OperationRow("add", ACALL_OP_ADD, [least, -1], -75),
        OperationRow("subtract", ACALL_OP_SUBTRACT, [least, 1], -75),
        OperationRow("subtract", ACALL_OP_SUBTRACT, [0, least], -75),
        OperationRow("subtract", ACALL_OP_SUBTRACT, [-1, least], 0, most),
        OperationRow("multiply", ACALL_OP_MULTIPLY, [least, -1], -75),
        OperationRow("multiply", ACALL_OP_MULTIPLY, [1 << 32, 1 << 31], -75),
        OperationRow("multiply", ACALL_OP_MULTIPLY, [1 << 32, -(1 << 31)], 0, least),
        OperationRow("divide", ACALL_OP_DIVIDE, [7, 0], -33),
        OperationRow("divide", ACALL_OP_DIVIDE, [0, 0], -33),
        OperationRow("divide", ACALL_OP_DIVIDE, [least, -1], -75),
        OperationRow("divide", ACALL_OP_DIVIDE, [-7, 2], 0, -3),
        OperationRow("remainder", ACALL_OP_REMAINDER, [7, 0], -33),
        OperationRow("remainder", ACALL_OP_REMAINDER, [least, -1], 0, 0),
        OperationRow("remainder", ACALL_OP_REMAINDER, [-7, 2], 0, -1),
        OperationRow("shift left", ACALL_OP_SHIFT_LEFT, [1, 62], 0, 1 << 62),
        OperationRow("shift left", ACALL_OP_SHIFT_LEFT, [1, 63], -75),
        OperationRow("shift left", ACALL_OP_SHIFT_LEFT, [-1, 63], 0, least),
        OperationRow("shift left", ACALL_OP_SHIFT_LEFT, [1, 64], -33),
        OperationRow("shift left", ACALL_OP_SHIFT_LEFT, [1, -1], -33),
        OperationRow("shift left", ACALL_OP_SHIFT_LEFT, [0, 63], 0, 0),
        OperationRow("shift right", ACALL_OP_SHIFT_RIGHT, [least, 63], 0, -1),
        OperationRow("shift right", ACALL_OP_SHIFT_RIGHT, [most, 63], 0, 0),
        OperationRow("shift right", ACALL_OP_SHIFT_RIGHT, [1, 64], -33),
        OperationRow("shift right", ACALL_OP_SHIFT_RIGHT, [1, least], -33),
        OperationRow("minimum", ACALL_OP_MINIMUM, [least, most], 0, least),
        OperationRow("maximum", ACALL_OP_MAXIMUM, [least, most], 0, most),
        OperationRow("compare", ACALL_OP_COMPARE, [Int64(ACALL_IF_BELOW), -1, 0], 0, 0),
        OperationRow("compare", ACALL_OP_COMPARE, [Int64(ACALL_IF_LESS), -1, 0], 0, 1),
        OperationRow("compare", ACALL_OP_COMPARE, [9, 0, 0], -22),
        OperationRow("compare", ACALL_OP_COMPARE, [-1, 0, 0], -22),
        OperationRow("move", ACALL_OP_MOVE, [least], 0, least),
    ]
}

@Suite(.timeLimit(.minutes(20))) struct OperationEdgeTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    /// Stored to an address, to one that is loaded first, to none (and checked all the same), and
    /// to one that can't be.
    @Test(arguments: OperationRow.arithmetic)
    func resultsAreStoredRefusedOrNotWanted(_ row: OperationRow) {
        let chain = Chain()
        let args = row.args.map { bits($0) }
        chain.cells[0] = 0x5555
        chain.cells[1] = 0x5555
        chain.cells[2] = chain.cell(1)
        chain.add(row.nr, [chain.cell(0)] + args)
        chain.add(row.nr, [chain.cell(2)] + args, indirect: [0])
        chain.add(row.nr, [0] + args)
        chain.add(row.nr, [4095] + args)
        chain.run(engine)
        #expect((0...2).map { chain.code($0) } == [row.code, row.code, row.code])
        #expect(chain.cells[0] == row.value.map { bits($0) } ?? 0x5555)
        #expect(chain.cells[1] == row.value.map { bits($0) } ?? 0x5555)
        // Which of two reasons is told is not said.
        #expect(chain.code(3) == -14 || (row.code != 0 && chain.code(3) == row.code))
    }

    /// Numbers at the ends of the private range: outside it the kernel answers.
    @Test(
        arguments: [
            0xabff_ffff, 0xac00_001b, 0xac00_ffff, 0xacff_ffff, 0xad00_0000, UInt32.max,
            0x7fff_ffff,
        ] as [UInt32])
    func numbersThatNobodyKnows(_ nr: UInt32) {
        let chain = Chain()
        chain.cells[0] = 0x5555
        chain.add(nr, [chain.cell(0), 1, 2, 3, 4, 5])
        #expect(chain.run(engine).returnCode == -38)
        #expect(chain.cells[0] == 0x5555)
    }

    /// Targets: back, the next record, over records, the very end, past it.
    @Test(
        arguments: [
            (0, true), (2, true), (3, true), (4, true), (5, false), (1 << 20, false), (-1, false),
            (Int64.min, false), (Int64.max, false),
        ] as [(Int64, Bool)])
    func branchTargets(_ target: Int64, _ exists: Bool) {
        let chain = Chain()
        chain.add(ACALL_OP_FETCH_ADD, [0, chain.cell(0), 1])
        // Taken the first time only.
        chain.add(
            ACALL_OP_BRANCH, [UInt64(ACALL_IF_EQUAL), chain.cell(0), 1, bits(target)],
            indirect: [1])
        chain.add(ACALL_OP_MOVE, [chain.cell(1), 1])
        chain.add(ACALL_OP_MOVE, [chain.cell(2), 1])
        chain.run(engine)
        #expect(chain.code(1) == (exists ? (target == 0 ? 0 : 1) : -22))
        #expect(chain.cells[0] == (target == 0 ? 2 : 1))
        #expect(chain.cells[1] == (exists && target > 2 ? 0 : 1))
        #expect(chain.cells[2] == (exists && target > 3 ? 0 : 1))
    }

    /// Branches at work: sums by loops, one in another, on the pool and here.
    @Test(arguments: [1, 10, 300] as [UInt64], Runner.allCases)
    func loopsInLoops(_ times: UInt64, _ runner: Runner) throws {
        let (cells, ring) = (Chain(), Ring(1))
        let batch = Batch(6, flags: runner.flags | ACALL_SUBMIT_LINK)
        let less = UInt64(ACALL_IF_LESS)
        batch.set(0, ACALL_OP_MOVE, [cells.cell(1), 0])
        batch.set(1, ACALL_OP_FETCH_ADD, [0, cells.cell(2), 1])
        batch.set(2, ACALL_OP_ADD, [cells.cell(1), cells.cell(1), 1])
        batch.set(3, ACALL_OP_BRANCH, [less, cells.cell(1), times, 1])
        batch.set(4, ACALL_OP_ADD, [cells.cell(0), cells.cell(0), 1])
        batch.set(5, ACALL_OP_BRANCH, [less, cells.cell(0), times, 0])
        for index in 2..<6 {
            batch.records[index].flags |= 2 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
        }
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: 6)
        } else {
            batch.wantId(0)
            #expect(batch.submit(engine) == 6)
            #expect(engine.waitForCompletion([batch.ids], count: 1) == 1)
        }
        #expect(cells.cells[2] == times * times && ring.filled == 0)
    }

    /// N chains that each take the next item: each item is taken once.
    @Test(arguments: [1, 2, 8], [0, ACALL_SUBMIT_THREAD_POOL])
    func aParallelForTakesEachItemOnce(_ chains: Int, _ flags: UInt32) throws {
        let items: UInt64 = 500
        let cells = Chain()
        let taken = UnsafeMutablePointer<UInt64>.allocate(capacity: Int(items) + chains)
        taken.initialize(repeating: 0, count: Int(items) + chains)
        for number in 0..<chains {
            let own = cells.cell(8 + 4 * number)
            let batch = Batch(6, flags: flags | ACALL_SUBMIT_LINK)
            let shift = UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
            batch.set(0, ACALL_OP_FETCH_ADD, [own, cells.cell(0), 1])
            batch.set(1, ACALL_OP_BRANCH, [UInt64(ACALL_IF_GREATER_EQUAL), own, items, 5])
            batch.set(2, ACALL_OP_SHIFT_LEFT, [own + 8, own, 3])
            batch.set(3, ACALL_OP_ADD, [own + 8, own + 8, address(taken)])
            batch.set(4, ACALL_OP_FETCH_ADD, [0, own + 8, 1])
            for index in 1..<6 { batch.records[index].flags |= 2 << shift }
            batch.set(5, ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), own, items, 0])
            batch.records[5].completion_pointer = cells.result(100 + number)
            #expect(batch.submit(engine) == 6)
        }
        // The branch back is not taken, and returns 0, only where the items are used up.
        #expect(eventually { (0..<chains).allSatisfy { cells.code(100 + $0) == 0 } })
        engine.shutdown()
        #expect((0..<Int(items)).allSatisfy { taken[$0] == 1 })
        #expect((0..<chains).allSatisfy { taken[Int(items) + $0] == 0 })
        #expect(cells.cells[0] == items + UInt64(chains))
    }

    /// WAIT and CANCEL: of what is pending, done, unknown, no address; on the pool and here.
    @Test(arguments: Runner.allCases)
    func idsInChains(_ runner: Runner) throws {
        let read = PendingRead(engine)
        let done = Batch(1)
        done.wantId(0)
        #expect(done.submit(engine) == 1)
        #expect(engine.waitForCompletion([done.ids], count: 1) == 1)
        let cells = Chain()
        let id = address(read.batch.ids)
        let rows: [(UInt32, UInt64, Int64)] = [
            (ACALL_OP_WAIT, address(done.ids), 0), (ACALL_OP_CANCEL, address(done.ids), -11),
            (ACALL_OP_WAIT, cells.cell(50), 0), (ACALL_OP_CANCEL, cells.cell(50), -11),
            (ACALL_OP_WAIT, 0, -14), (ACALL_OP_CANCEL, 0, -14), (ACALL_OP_WAIT, 4095, -14),
            (ACALL_OP_CANCEL, 4095, -14), (ACALL_OP_CANCEL, id, 0), (ACALL_OP_WAIT, id, 0),
            (ACALL_OP_CANCEL, id, -11),
        ]
        let batch = Batch(rows.count, flags: runner.flags | ACALL_SUBMIT_LINK)
        for (index, row) in rows.enumerated() {
            batch.set(index, row.0, [row.1])
            batch.records[index].completion_pointer = cells.result(index)
        }
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: rows.count)
        } else {
            batch.wantId(0)
            #expect(batch.submit(engine) == rows.count)
            #expect(engine.waitForCompletion([batch.ids], count: 1) == 1)
        }
        #expect((0..<rows.count).map { cells.code($0) } == rows.map { $0.2 })
        #expect([-4, -125].contains(Int64(bitPattern: read.ring.entries[0].return_code)))
        read.pipe.close()
    }

    /// What is refused is not half done.
    @Test func whatIsRefusedHasNoEffect() {
        let chain = Chain()
        chain.cells[0] = 5
        chain.add(ACALL_OP_FETCH_ADD, [100, chain.cell(0), 1])
        chain.add(ACALL_OP_SLICE, [100, 4096, 0, 1, 2])
        chain.add(ACALL_OP_COPY, [chain.cell(0), 7, chain.cell(1), 8])
        chain.add(ACALL_OP_STORE, [chain.cell(0), 256, 1])
        chain.add(ACALL_OP_LOAD, [100, chain.cell(0), 8])
        chain.add(ACALL_OP_COPY, [chain.cell(0), UInt64(Int64.max), 100, 8])
        chain.run(engine)
        #expect((0...5).map { chain.code($0) } == [-14, -14, -75, -75, -14, -14])
        #expect(chain.cells[0] == 5)
    }

    /// Overlaps in both directions, by every distance.
    @Test(arguments: -16...16)
    func copiesMayOverlap(_ distance: Int) {
        let chain = Chain()
        let bytes = UnsafeMutableRawPointer(chain.cells)
        var model = [UInt8](repeating: 0, count: 96)
        for index in 0..<96 {
            model[index] = UInt8(index + 1)
            bytes.storeBytes(of: UInt8(index + 1), toByteOffset: index, as: UInt8.self)
        }
        chain.add(
            ACALL_OP_COPY, [address(bytes + 32 + distance), 40, address(bytes + 32), 40])
        chain.run(engine)
        model.replaceSubrange(32 + distance..<72 + distance, with: Array(model[32..<72]))
        #expect(chain.code(0) == 0)
        #expect((0..<96).map { bytes.load(fromByteOffset: $0, as: UInt8.self) } == model)
    }
}
