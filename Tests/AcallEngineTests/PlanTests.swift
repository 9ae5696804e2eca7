// Chains that were looked through do what the interpreter does with their records.

import AcallEngine
import CAcall
import Glibc
import Synchronization
import TestSupport
import Testing

/// What a run of a chain left behind.
private struct Trace: Equatable {
    var end: ChainEnd
    var told: [String] = []
    var cells: [UInt64] = []
    var completions: [[UInt64]] = []
}

/// What an observer was told.
private final class Log {
    var lines: [String] = []
    let base: UnsafePointer<acall_submission>

    init(_ base: UnsafePointer<acall_submission>) { self.base = base }

    var observer: ChainObserver {
        ChainObserver(context: Unmanaged.passUnretained(self).toOpaque()) {
            context, record, args, code, _, _ in
            guard let context else { return }
            let log = Unmanaged<Log>.fromOpaque(context).takeUnretainedValue()
            let words = (0..<6).map { String(args[$0]) }
            log.lines.append("\(record - log.base) \(words.joined(separator: ",")) = \(code)")
        }
    }
}

/// A chain that ran on a thread of the engine's has ended.
private final class PlanEnding: Sendable {
    let end = Atomic<Int>(.min)
    let code = Atomic<Int64>(0)

    var ended: ChainEnded {
        ChainEnded(context: Unmanaged.passUnretained(self).toOpaque()) { context, index, code in
            guard let context else { return }
            let ending = Unmanaged<PlanEnding>.fromOpaque(context).takeUnretainedValue()
            ending.code.store(code, ordering: .relaxed)
            ending.end.store(Int(index), ordering: .releasing)
        }
    }

    func wait() -> ChainEnd {
        while end.load(ordering: .acquiring) == .min { usleep(50) }
        return ChainEnd(
            stoppedAt: end.load(ordering: .relaxed), returnCode: code.load(ordering: .relaxed))
    }
}

@Suite struct PlanTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    // MARK: Chance

    private static let plain: [UInt32] = [
        0, 0, ACALL_SUBMIT_STOP_ERROR, ACALL_SUBMIT_STOP_ERROR, ACALL_SUBMIT_CLEANUP,
        ACALL_SUBMIT_CLEANUP | ACALL_SUBMIT_STOP_ERROR,
    ]
    private static let rare: [UInt32] = [
        ACALL_SUBMIT_STOP_NEGATIVE, ACALL_SUBMIT_STOP_ZERO, ACALL_SUBMIT_STOP_NONPOSITIVE,
        ACALL_SUBMIT_STOP_NONZERO, ACALL_SUBMIT_STOP_ALWAYS, 0x70, 0x80, 0x1_0000,
        ACALL_SUBMIT_COUNTED,
    ]
    private static let conditions = UInt64(ACALL_IF_LAST) + 2

    /// A chain that ends: only a pair of records that counts goes back. `files` are a source of zeroes and a sink.
    private func chain(_ random: inout Seeded, _ files: (zero: Int32, null: Int32)) -> Chain {
        let chain = Chain()
        // Where units begin, and forward branches whose targets are to be chosen.
        var (starts, jumps): ([Int], [Int]) = ([], [])
        for _ in 0..<Int.random(in: 1...14, using: &random) {
            starts.append(chain.records.count)
            let isRare = Int.random(in: 0..<12, using: &random) == 0
            let flags = (isRare ? Self.rare : Self.plain).randomElement(using: &random) ?? 0
            func cell() -> UInt64 { chain.cell(Int.random(in: 0..<6, using: &random)) }
            let result = chain.result(Int.random(in: 0...chain.records.count, using: &random))
            let small = UInt64.random(in: 0...3, using: &random)
            switch Int.random(in: 0..<14, using: &random) {
            case 0, 1: chain.add(Number.getppid, flags: flags)
            case 2: chain.add(Number.close, [bits(-1)], flags: flags)
            case 3: chain.add(Number.read, [bits(-1), cell(), 1], flags: flags)
            case 4, 5:
                chain.add(
                    Number.write, [UInt64(files.null), cell(), cell()], flags: flags, indirect: [2])
            case 6, 7:
                chain.add(Number.read, [UInt64(files.zero), cell(), small], flags: flags)
            case 8:
                // An indirect argument's address that none is.
                chain.add(Number.close, [small], flags: flags, indirect: [0])
            case 9, 10:
                let isIndirect = Bool.random(using: &random)
                chain.add(
                    ACALL_OP_MOVE, [small == 0 ? small : cell(), isIndirect ? result : small],
                    flags: flags, indirect: isIndirect ? [1] : [])
            case 11:
                chain.add(ACALL_OP_ADD, [cell(), result, small], flags: flags, indirect: [1])
            case 12:
                jumps.append(
                    chain.add(
                        ACALL_OP_BRANCH,
                        [
                            .random(in: 0..<Self.conditions, using: &random), cell(),
                            .random(in: 0...3, using: &random), 0,
                        ], flags: flags, indirect: [1]))
            default:
                let (count, counter) = (
                    chain.cell(10 + starts.count), chain.cell(40 + starts.count)
                )
                let target = starts.randomElement(using: &random) ?? 0
                let kept = flags & ACALL_SUBMIT_CLEANUP
                chain.add(ACALL_OP_FETCH_ADD, [count, counter, 1], flags: kept)
                chain.add(
                    ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), count, 3, UInt64(target)],
                    flags: kept, indirect: [1])
            }
            if Bool.random(using: &random) {
                chain.edit(chain.records.count - 1) { $0.completion_pointer = 0 }
            }
        }
        for jump in jumps {
            // To the start of a later unit, to the end, or to nowhere.
            let targets = starts.filter { $0 > jump } + [chain.records.count, 1000]
            chain.edit(jump) { $0.args.3 = UInt64(targets.randomElement(using: &random) ?? 0) }
        }
        return chain
    }

    private enum Way: CaseIterable { case records, plan, submitted }

    private func trace(
        _ chain: Chain, _ records: UnsafeMutableBufferPointer<acall_submission>, _ way: Way
    )
        throws -> Trace
    {
        chain.cells.update(repeating: 1, count: 64)
        (chain.cells + 40).update(repeating: 0, count: 20)
        chain.completions.update(repeating: .init(), count: records.count + 1)
        let base = try #require(records.baseAddress)
        let log = Log(base)
        let plan = ChainPlan(records: base, count: records.count)
        let end: ChainEnd
        switch way {
        case .records:
            end = withUnsafePointer(to: log.observer) {
                engine.runChain(records: base, count: records.count, observer: $0)
            }
        case .plan:
            end = withUnsafePointer(to: log.observer) { engine.runChain(plan, observer: $0) }
        case .submitted:
            let ending = PlanEnding()
            let code = engine.submitChain(plan, observer: log.observer, ended: ending.ended)
            // Flags that do not exist are refused before anything runs.
            guard code > 0 else {
                return Trace(end: ChainEnd(stoppedAt: -2, returnCode: Int64(code)))
            }
            end = ending.wait()
        }
        return withExtendedLifetime((log, plan)) {
            Trace(
                end: end, told: log.lines, cells: (0..<64).map { chain.cells[$0] },
                completions: (0...records.count).map {
                    [chain.completions[$0].return_code, chain.completions[$0].cookie]
                })
        }
    }

    @Test func aPlanDoesWhatTheInterpreterDoes() throws {
        let seed = seed()
        var random = Seeded(state: seed)
        let files = (zero: open("/dev/zero", O_RDONLY), null: open("/dev/null", O_WRONLY))
        defer { _ = (close(files.zero), close(files.null)) }
        var (ran, refused) = (0, 0)
        for number in 0..<3000 {
            let chain = chain(&random, files)
            var records = chain.records
            try records.withUnsafeMutableBufferPointer { records in
                let expected = try trace(chain, records, .records)
                let planned = try trace(chain, records, .plan)
                #expect(planned == expected, "chain \(number) of seed \(seed)")
                let submitted = try trace(chain, records, .submitted)
                if submitted.end.stoppedAt == -2 {
                    refused += 1
                } else {
                    #expect(submitted == expected, "chain \(number) of seed \(seed), submitted")
                }
                if expected.end.stoppedAt < 0 { ran += 1 }
            }
        }
        // Chains of all sorts.
        #expect(ran > 500 && ran < 2500)
        #expect(refused > 0 && refused < 1500)
    }

    // MARK: What is the plan's own business

    @Test func aPlanFollowsItsRecordsWhenItIsTold() {
        let chain = Chain()
        chain.add(ACALL_OP_MOVE, [chain.cell(0), 1])
        chain.edit(0) { $0.completion_pointer = 0 }
        var records = chain.records
        records.withUnsafeMutableBufferPointer { records in
            guard let base = records.baseAddress else { return }
            let plan = ChainPlan(records: base, count: 1)
            #expect(engine.runChain(plan) == ChainEnd(stoppedAt: -1, returnCode: 0))
            #expect(chain.cells[0] == 1)
            base.pointee.args.0 = chain.cell(1)
            plan.update()
            #expect(engine.runChain(plan) == ChainEnd(stoppedAt: -1, returnCode: 0))
            #expect(chain.cells[1] == 1)
            base.pointee.flags |= ACALL_SUBMIT_COUNTED
            plan.update()
            let log = Log(base)
            _ = withUnsafePointer(to: log.observer) { engine.runChain(plan, observer: $0) }
            #expect(log.lines.count == 1)
        }
    }

    /// A chain that reads from a pipe, and says at its end, whatever happened, that it has been there.
    private func reading(
        _ pipe: SystemPipe, into chain: Chain
    ) -> (plan: ChainPlan, records: UnsafeMutablePointer<acall_submission>) {
        chain.add(Number.gettid, flags: ACALL_SUBMIT_STOP_ERROR)
        chain.add(
            Number.read, [UInt64(pipe.reader), chain.cell(0), 1], flags: ACALL_SUBMIT_STOP_ERROR)
        chain.add(ACALL_OP_FETCH_ADD, [0, chain.cell(1), 1], flags: ACALL_SUBMIT_CLEANUP)
        let records = UnsafeMutablePointer<acall_submission>.allocate(capacity: 3)
        records.initialize(from: chain.records, count: 3)
        return (ChainPlan(records: records, count: 3), records)
    }

    @Test func aPlanIsCancelledByItself() {
        let (chain, pipe) = (Chain(), SystemPipe())
        defer { pipe.close() }
        let (plan, records) = reading(pipe, into: chain)
        defer { records.deallocate() }
        #expect(engine.cancel(plan) == -11)
        let first = PlanEnding()
        #expect(engine.submitChain(plan, ended: first.ended) == 3)
        while chain.code(0) == nil { usleep(100) }
        #expect(engine.submitChain(plan, ended: first.ended) == -16)
        #expect(engine.cancel(plan) == 0)
        let end = first.wait()
        #expect(end.stoppedAt == 1 && [-4, -125].contains(end.returnCode))
        #expect(chain.cells[1] == 1)
        #expect(engine.cancel(plan) == -11)
        // A request that came too late is not the next run's.
        let second = PlanEnding()
        #expect(write(pipe.writer, "x", 1) == 1)
        #expect(engine.submitChain(plan, ended: second.ended) == 3)
        #expect(second.wait() == ChainEnd(stoppedAt: -1, returnCode: 0))
        #expect(chain.cells[1] == 2)
        engine.shutdown()
        #expect(engine.submitChain(plan, ended: second.ended) == -11)
        #expect(engine.cancel(plan) == -11)
    }

    /// Each run ends once, whenever it is cancelled: before it starts, in its calls, at its end; what it read or did not
    /// is what it says.
    @Test func cancellationMayComeAtAnyTime() {
        let seed = seed()
        var random = Seeded(state: seed)
        let (chain, pipe) = (Chain(), SystemPipe())
        defer { pipe.close() }
        let (plan, records) = reading(pipe, into: chain)
        defer { records.deallocate() }
        var (cancelled, whole, missed) = (0, 0, 0)
        for run in 1...3000 {
            let ending = PlanEnding()
            let isFed = Bool.random(using: &random)
            if isFed { #expect(write(pipe.writer, "x", 1) == 1) }
            #expect(engine.submitChain(plan, ended: ending.ended) == 3)
            for _ in 0..<Int.random(in: 0...400, using: &random) { acall_pause() }
            if Bool.random(using: &random) { sched_yield() }
            if engine.cancel(plan) != 0 { missed += 1 }
            let end = ending.wait()
            if end.stoppedAt < 0 { whole += 1 } else { cancelled += 1 }
            var byte: UInt8 = 0
            if isFed && end.stoppedAt >= 0 {
                #expect(read(pipe.reader, &byte, 1) == 1, "run \(run) of seed \(seed)")
            } else if end.stoppedAt < 0 {
                #expect(isFed, "run \(run) of seed \(seed)")
            }
            #expect(chain.cells[1] == UInt64(run), "run \(run) of seed \(seed)")
        }
        #expect(cancelled > 1000 && cancelled + whole == 3000 && missed <= whole)
    }

    /// Signals that ask for nothing don't end a planned call; it is made again.
    @Test(arguments: [false, true])
    func aPlannedCallIsMadeAgain(_ isSubmitted: Bool) async {
        // A process of its own: its signal's handler is nobody else's.
        await #expect(processExitsWith: .success) { [isSubmitted] in
            let engine = try Engine()
            let (chain, pipe) = (Chain(), SystemPipe())
            defer { pipe.close() }
            chain.add(Number.gettid, flags: ACALL_SUBMIT_STOP_ERROR)
            chain.add(
                Number.read, [UInt64(pipe.reader), chain.cell(0), 1], flags: ACALL_SUBMIT_STOP_ERROR
            )
            chain.add(ACALL_OP_MOVE, [chain.cell(1), chain.result(1)], indirect: [1])
            chain.edit(2) { $0.completion_pointer = 0 }
            let count = chain.records.count
            let records = UnsafeMutablePointer<acall_submission>.allocate(capacity: count)
            records.initialize(from: chain.records, count: count)
            let plan = ChainPlan(records: records, count: count)
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in }
            try #require(sigaction(SIGURG, &action, nil) == 0)
            // Nothing but the engine's own reaches its threads.
            let signal = isSubmitted ? acall_signal_installed() : SIGURG
            let ending = PlanEnding()
            let runner = PlanRunner(engine, plan, ending, isSubmitted: isSubmitted)
            runner.start()
            while chain.code(0) == nil { usleep(100) }
            let thread = try #require(chain.code(0))
            for _ in 0..<20 {
                usleep(500)
                #expect(acall_signal_send(Int32(thread), signal) == 0)
            }
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(ending.wait() == ChainEnd(stoppedAt: -1, returnCode: 0))
            #expect(chain.code(1) == 1)
            #expect(chain.cells[1] == 1)
            runner.join()
            withExtendedLifetime(plan) {}
        }
    }
}

/// Runs a plan, on a thread of its own or of the engine's.
private final class PlanRunner: @unchecked Sendable {
    private let engine: Engine
    private let plan: ChainPlan
    private let ending: PlanEnding
    private let isSubmitted: Bool
    private var thread = pthread_t()

    init(_ engine: Engine, _ plan: ChainPlan, _ ending: PlanEnding, isSubmitted: Bool) {
        (self.engine, self.plan, self.ending) = (engine, plan, ending)
        self.isSubmitted = isSubmitted
    }

    func start() {
        if isSubmitted {
            #expect(engine.submitChain(plan, ended: ending.ended) > 0)
            return
        }
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                let runner = Unmanaged<PlanRunner>.fromOpaque(context).takeUnretainedValue()
                let end = runner.engine.runChain(runner.plan)
                runner.ending.code.store(end.returnCode, ordering: .relaxed)
                runner.ending.end.store(end.stoppedAt, ordering: .releasing)
                return nil
            }, Unmanaged.passUnretained(self).toOpaque())
        #expect(code == 0)
    }

    func join() { if !isSubmitted { pthread_join(thread, nil) } }
}
