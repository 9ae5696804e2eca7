// An engine with a limit on runnable threads: no deadlock, no starvation, never too many.
//
// Input: chains that wait for each other, that loop for ever, that only compute. Output: all of
// them end, and how many threads ran at once. Invariant: a turn that is not given back hangs a test.

import AcallEngine
import CAcall
import Glibc
import Testing

private let pooled = ACALL_SUBMIT_THREAD_POOL
private let linked = ACALL_SUBMIT_LINK | ACALL_SUBMIT_THREAD_POOL

extension Chain {
    /// Gives the chain to the pool.
    func submit(_ engine: Engine) -> Int {
        let last = records.count - 1
        for index in records.indices {
            edit(index) { $0.flags |= index == last ? pooled : linked }
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

    /// The same as a spare.
    func submitSpare(_ engine: Engine) -> Int {
        for index in records.indices.dropLast() { edit(index) { $0.flags |= linked } }
        var copies = records
        return copies.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return engine.submitChain(records: base, count: buffer.count, isSpare: true)
        }
    }

    /// Goes back to the first record while cell 0, which this adds 1 to, is below `rounds`.
    func loop(rounds: UInt64) {
        add(ACALL_OP_ADD, [cell(0), cell(0), 1], indirect: [1])
        add(ACALL_OP_BRANCH, [UInt64(ACALL_IF_BELOW), cell(0), rounds, 0], indirect: [1])
        add(ACALL_OP_FETCH_ADD, [0, cell(1), 1])
    }

    /// Whether the loop has ended.
    var isDone: Bool {
        acall_load64(cells + 1) != 0
    }
}

@Suite(.timeLimit(.minutes(20)))
struct LimitTests {
    static func engine(_ limit: Int) throws -> Engine {
        var configuration = EngineConfiguration()
        configuration.runnableLimit = limit
        return try Engine(configuration: configuration)
    }

    private static func wait(for chains: [Chain]) {
        while !chains.allSatisfy(\.isDone) { usleep(200) }
    }

    /// A chain that does nothing but sleep gives up its turn by itself: here nobody looks whether it is blocked.
    @Test func aSleeperNeedsNobodyWhoFindsIt() throws {
        var configuration = EngineConfiguration()
        configuration.runnableLimit = 1
        configuration.queueTime = .seconds(3600)
        let engine = try Engine(configuration: configuration)
        let sleepers = (0..<20).map { _ in Chain() }
        var time = timespec(tv_sec: 1000, tv_nsec: 0)
        withUnsafeMutablePointer(to: &time) { time in
            for sleeper in sleepers {
                sleeper.add(Number.nanosleep, [bits(Int(bitPattern: time)), 0])
                sleeper.loop(rounds: 1)
                #expect(sleeper.submit(engine) > 0)
            }
            let worker = Chain()
            worker.loop(rounds: 3)
            #expect(worker.submit(engine) > 0)
            Self.wait(for: [worker])
            #expect(engine.statistics.threads > 20)
            engine.shutdown()
        }
    }

    @Test(arguments: [1, 2, 3])
    func aPipesReaderAndWriterEnd(_ limit: Int) throws {
        let engine = try Self.engine(limit)
        let pipe = SystemPipe()
        let reader = Chain()
        let writer = Chain()
        reader.add(Number.read, [bits(Int(pipe.reader)), reader.cell(2), 1])
        reader.loop(rounds: 300)
        writer.add(Number.write, [bits(Int(pipe.writer)), writer.cell(2), 1])
        writer.loop(rounds: 300)
        #expect(reader.submit(engine) == 4)
        #expect(writer.submit(engine) == 4)
        Self.wait(for: [reader, writer])
        #expect(reader.code(0) == 1 && writer.code(0) == 1)
        engine.shutdown()
        #expect(engine.statistics.threads == 0)
        pipe.close()
    }

    @Test(arguments: [1, 2])
    func manyPairsEnd(_ limit: Int) throws {
        let engine = try Self.engine(limit)
        let pipes = (0..<12).map { _ in SystemPipe() }
        var chains: [Chain] = []
        for pipe in pipes {
            for (call, end) in [(Number.read, pipe.reader), (Number.write, pipe.writer)] {
                let chain = Chain()
                chain.add(call, [bits(Int(end)), chain.cell(2), 1])
                chain.loop(rounds: 40)
                #expect(chain.submit(engine) == 4)
                chains.append(chain)
            }
        }
        Self.wait(for: chains)
        for pipe in pipes { pipe.close() }
    }

    @Test(arguments: [1, 2])
    func loopsThatNeverWaitStarveNobody(_ limit: Int) throws {
        let engine = try Self.engine(limit)
        let endless = (0..<limit + 1).map { index in
            let chain = Chain()
            if index % 2 == 0 { chain.add(Number.getppid) }
            chain.loop(rounds: UInt64(Int64.max))
            return chain
        }
        for chain in endless { #expect(chain.submit(engine) == chain.records.count) }
        // Each of the others has its turn though those before it never end.
        let others = (0..<6).map { _ in
            let chain = Chain()
            chain.add(Number.getppid)
            chain.loop(rounds: 100)
            #expect(chain.submit(engine) == 4)
            return chain
        }
        Self.wait(for: others)
        let before = endless.map { acall_load64($0.cells) }
        while zip(endless, before).contains(where: { acall_load64($0.cells) == $1 }) { usleep(200) }
        engine.shutdown()
        for chain in endless { #expect(!chain.isDone) }
    }

    @Test(arguments: [1, 2, 4])
    func neverTooManyRun(_ limit: Int) throws {
        let engine = try Self.engine(limit)
        // Chains that compute: each counts itself in and out of the same two counters.
        let shared = Chain()
        let chains = (0..<16).map { _ in Chain() }
        for chain in chains {
            chain.add(ACALL_OP_FETCH_ADD, [chain.cell(2), shared.cell(0), 1])
            chain.add(
                ACALL_OP_MAXIMUM, [chain.cell(3), chain.cell(3), chain.cell(2)], indirect: [1, 2])
            for _ in 0..<50 {
                chain.add(ACALL_OP_ADD, [chain.cell(4), chain.cell(4), 1], indirect: [1])
            }
            chain.add(ACALL_OP_FETCH_ADD, [0, shared.cell(0), bits(-1)])
            chain.loop(rounds: 200)
            #expect(chain.submit(engine) == chain.records.count)
        }
        Self.wait(for: chains)
        // A chain gives up its turn at the way back only, where it is counted out.
        let most = chains.map { $0.cells[3] + 1 }.max() ?? 0
        #expect(most <= UInt64(limit))
    }

    @Test func aQuickCallThatBlocksHoldsNobodyUp() throws {
        var configuration = EngineConfiguration()
        configuration.runnableLimit = 1
        configuration.quickCalls.insert(Number.read)
        let engine = try Engine(configuration: configuration)
        let pipe = SystemPipe()
        let reader = Chain()
        reader.add(Number.read, [bits(Int(pipe.reader)), reader.cell(2), 1])
        #expect(reader.submit(engine) == 1)
        let writer = Chain()
        writer.add(Number.write, [bits(Int(pipe.writer)), writer.cell(2), 1])
        #expect(writer.submit(engine) == 1)
        while acall_load_cookie(&reader.completions[0].cookie) == 0 { usleep(200) }
        #expect(reader.code(0) == 1)
        pipe.close()
    }

    /// A spare waits until there is a turn that nobody wants, however long those who run take.
    @Test func aSpareTakesNoTurnFromWhoRuns() throws {
        let engine = try Self.engine(1)
        let shared = Chain()
        let (first, spare) = (Chain(), Chain())
        first.loop(rounds: 300_000)
        first.add(ACALL_OP_FETCH_ADD, [first.cell(2), shared.cell(0), 1])
        spare.add(ACALL_OP_FETCH_ADD, [spare.cell(2), shared.cell(0), 1])
        spare.loop(rounds: 1)
        #expect(first.submit(engine) == first.records.count)
        #expect(spare.submitSpare(engine) == spare.records.count)
        Self.wait(for: [first, spare])
        #expect(first.cells[2] == 0 && spare.cells[2] == 1)
    }

    /// Would hang without it.
    @Test func aSpareRunsWhereAnotherBlocks() throws {
        let engine = try Self.engine(1)
        let pipe = SystemPipe()
        let (reader, spare) = (Chain(), Chain())
        reader.add(Number.read, [bits(Int(pipe.reader)), reader.cell(2), 1])
        reader.loop(rounds: 1)
        spare.add(Number.write, [bits(Int(pipe.writer)), spare.cell(2), 1])
        spare.loop(rounds: 1)
        #expect(reader.submit(engine) == reader.records.count)
        #expect(spare.submitSpare(engine) == spare.records.count)
        Self.wait(for: [reader, spare])
        #expect(reader.code(0) == 1)
        pipe.close()
    }

    /// Threads whose turns are taken while they go in and out of calls: nothing is lost, and the account of
    /// who may run comes out even, or the last ones would never have their turn.
    @Test(arguments: [1, 2]) func turnsAreTakenAndGivenBack(_ limit: Int) throws {
        let engine = try Self.engine(limit)
        let pipes = (0..<4).map { _ in SystemPipe() }
        for round in 0..<60 {
            let chains = pipes.flatMap { pipe in
                let (reader, writer) = (Chain(), Chain())
                for step in 0..<20 {
                    reader.add(Number.read, [bits(Int(pipe.reader)), reader.cell(2), 1])
                    if (step + round) % 3 == 0 { writer.add(Number.getppid) }
                    writer.add(Number.write, [bits(Int(pipe.writer)), writer.cell(2), 1])
                }
                reader.loop(rounds: 1)
                writer.loop(rounds: 1)
                return [reader, writer]
            }
            for chain in chains { #expect(chain.submit(engine) == chain.records.count) }
            Self.wait(for: chains)
            for chain in chains.enumerated() where chain.offset % 2 == 0 {
                #expect((0..<20).allSatisfy { chain.element.code($0) == 1 })
            }
        }
        for pipe in pipes { pipe.close() }
    }

    @Test func aWaitForAnotherOperationGivesUpTheTurn() throws {
        let engine = try Self.engine(1)
        let pipe = SystemPipe()
        let id = UnsafeMutablePointer<acall_id>.allocate(capacity: 1)
        let reader = Chain()
        reader.add(Number.read, [bits(Int(pipe.reader)), reader.cell(2), 1])
        reader.edit(0) { $0.id_pointer = address(id) }
        #expect(reader.submit(engine) == 1)
        let waiter = Chain()
        waiter.add(ACALL_OP_WAIT, [address(id)])
        #expect(waiter.submit(engine) == 1)
        let writer = Chain()
        writer.add(Number.write, [bits(Int(pipe.writer)), writer.cell(2), 1])
        #expect(writer.submit(engine) == 1)
        while acall_load_cookie(&waiter.completions[0].cookie) == 0 { usleep(200) }
        #expect(waiter.code(0) == 0 && reader.code(0) == 1)
        pipe.close()
    }

    @Test func aShutdownEndsThoseWhoWaitForATurn() throws {
        let engine = try Self.engine(1)
        let pipe = SystemPipe()
        let chains = (0..<8).map { index in
            let chain = Chain()
            if index % 2 == 0 {
                chain.add(Number.read, [bits(Int(pipe.reader)), chain.cell(2), 1])
            }
            chain.loop(rounds: UInt64(Int64.max))
            #expect(chain.submit(engine) == chain.records.count)
            return chain
        }
        usleep(20_000)
        engine.shutdown()
        #expect(engine.statistics.threads == 0)
        // The last record is no clean-up: it completes as cancelled.
        for chain in chains { #expect(chain.code(chain.records.count - 1) == -125) }
        pipe.close()
    }

    @Test func aLimitOfNothingIsRefused() {
        #expect(throws: EngineError.invalidRunnableLimit) { _ = try Self.engine(0) }
    }
}
