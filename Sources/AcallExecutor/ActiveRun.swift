// A run on one of the engine's threads: begun by a submission, ended by the engine's word.
//
// Input: a loaded program. Output: the report, told once, on the thread of the main chain. Invariant: what the
// records point to lives until the engine has told the end; nothing of the run is held on an engine's thread
// when its owner is told, who may free the engine at once.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Glibc
import Synchronization

/// A call that a program has made.
package struct StepEvent: Sendable {
    /// The image's record.
    package var record: Int
    package var result: Int64
    /// CLOCK_MONOTONIC, in nanoseconds.
    package var start: UInt64
    package var end: UInt64
}

package final class ActiveRun: @unchecked Sendable {
    private let program: LoadedProgram
    private let run: ProgramRun
    private let main: ChainInstance
    private let ended: @Sendable () -> Void
    private let cancelled = Atomic(false)
    private(set) var end = ChainEnd.ranToEnd
    /// Whether the engine had been when it ended.
    private var wasShutDown = false
    private var start: UInt64 = 0
    private var finish: UInt64 = 0

    /// - Parameters:
    ///   - onStep: told of each call, on its chain's thread, as soon as it has returned.
    ///   - ended: told once, after `submit` returned 1; then there is a report.
    package init(
        _ program: LoadedProgram, on engine: Engine, catalog: Catalog,
        onStep: (@Sendable (StepEvent) -> Void)? = nil, ended: @escaping @Sendable () -> Void
    ) {
        let run = ProgramRun(program, on: engine, catalog: catalog, onStep: onStep)
        guard let main = ChainInstance(run, batch: 0, startedBy: nil, in: nil) else {
            preconditionFailure("the main chain has no region of its own")
        }
        self.program = program
        self.run = run
        self.main = main
        self.ended = ended
        main.renew()
        main.records[0].id_pointer = UInt64(UInt(bitPattern: main.id))
        run.mainId = UnsafePointer(main.id)
    }

    /// Hands the program to the engine: 1, or a negated errno; then nothing happens.
    package func submit() -> Int {
        start = monotonicTime()
        guard let engine = run.engine else { return -Int(ECANCELED) }
        let context = Unmanaged.passRetained(self)
        let code = engine.submitChain(
            records: main.records, count: Int(main.batch.count), observer: main.observer,
            ended: ChainEnded(
                context: context.toOpaque(),
                ended: { context, stoppedAt, code in
                    guard let context else { return }
                    ActiveRun.end(context, ChainEnd(stoppedAt: Int(stoppedAt), returnCode: code))
                }))
        if code < 0 { context.release() }
        return code < 0 ? code : 1
    }

    private static func end(_ context: UnsafeMutableRawPointer, _ end: ChainEnd) {
        let active = Unmanaged<ActiveRun>.fromOpaque(context)
        let ended = active._withUnsafeGuaranteedRef { active in
            active.end = end
            active.main.endChildren(after: end)
            if end.stoppedAt >= 0 { active.wasShutDown = active.run.engine?.isStopping == true }
            active.finish = monotonicTime()
            return active.ended
        }
        active.release()
        ended()
    }

    /// Once it has ended: whether all went well, so that its report has nothing to say of failures.
    package var isWhole: Bool {
        program.goodEnds.contains(end) && run.locked { run.failures.isEmpty }
    }

    /// Once it has ended: what it gave, without what a report costs.
    package func outputs() -> [Report.Output] {
        run.takeOutputs(of: main)
        return OutputReader(
            image: program.image, dataSegment: program.segment, memory: program.memory
        ).outputs(run.outputs)
    }

    /// It has ended: nothing of it holds the engine any more.
    package func letGoOfEngine() { run.renew(nil) }

    /// Once it has ended: what it did.
    package func report() -> Report {
        var report = program.report(run, main, end, start: start, finish: finish)
        // Partner: the store in `cancel`, made before the engine was asked. A shutdown asks all.
        let isAsked = cancelled.load(ordering: .acquiring) || wasShutDown
        if isAsked, end.stoppedAt >= 0 { report.noteCancelled() }
        return report
    }

    /// Asks for the end: what is in flight is interrupted, clean-up runs, and the report comes as always.
    package func cancel() {
        // Partner: the load in `report`, made after the run has ended.
        cancelled.store(true, ordering: .releasing)
        _ = run.engine?.cancel(main.id)
    }
}

extension Report {
    /// What the request interrupted is no failure of the program's.
    mutating func noteCancelled() {
        // Without a result: the request came before the step was reached.
        for index in steps.indices
        where steps[index].outcome == .failed
            && steps[index].result.map({ $0.value == -Int64(ECANCELED) }) ?? true
        {
            steps[index].outcome = .cancelled
        }
        failures.removeAll { $0.errno == "ECANCELED" }
        status = 1
        // One that had failed before was not.
        wasCancelled = failures.isEmpty
    }
}
