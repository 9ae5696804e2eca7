// A run: the main chain on the caller's thread, without a hand-off, and its report.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Glibc

extension LoadedProgram {
    /// Runs the program on the calling thread, once, and reports every step. The report's status is 0; 1
    /// where a step failed or an assertion did not hold; the program's own where it called `exit_group`.
    ///
    /// By `control` another thread may cancel it, and see where it is: in the main chain, which comes first.
    ///
    /// - Parameters:
    ///   - keepsHandedOut: children whose pidfds are outputs are the caller's from then on.
    ///   - keepsCalls: otherwise the report has outputs and failures, and no calls.
    package func run(
        on engine: Engine, catalog: Catalog, control: ChainControl? = nil,
        keepsHandedOut: Bool = true, keepsCalls: Bool = true, limits: RunLimits = RunLimits()
    ) -> Report {
        let run = ProgramRun(
            self, on: engine, catalog: catalog, limits: limits, keepsCalls: keepsCalls)
        guard let main = ChainInstance(run, batch: 0, startedBy: nil, in: nil) else {
            preconditionFailure("the main chain has no region of its own")
        }
        var observer = main.observer
        // Only another chain, or the caller that gave a control, can ask this one to end.
        run.control = control ?? (image.batches.count > 1 ? ChainControl() : nil)
        // Asked for now, so that no call of the engine's own stands between two of the program's.
        _ = acall_thread_id()
        let start = monotonicTime()
        let quiet = mayRaise ? acall_quiet_begin() : 0
        let end = engine.runChain(
            records: main.records, count: Int(main.batch.count), observer: &observer,
            control: run.control)
        main.endChildren(after: end, keepsHandedOut: keepsHandedOut)
        if mayRaise { acall_quiet_end(quiet) }
        var report = report(run, main, end, start: start, finish: monotonicTime())
        // Chains of the program's own ask the same way.
        if let control, control.isCancelled, !run.hasEnded, end.stoppedAt >= 0 {
            report.noteCancelled()
        }
        return report
    }

    /// What a run that has ended did.
    func report(
        _ run: ProgramRun, _ main: ChainInstance, _ end: ChainEnd, start: UInt64, finish: UInt64
    ) -> Report {
        run.takeOutputs(of: main)
        var report = Report(
            image: image, catalog: run.catalog, logs: run.logs, run: run, end: end,
            dataSegment: segment,
            memory: memory, start: start, finish: finish, status: 0)
        report.status =
            run.wasRefused ? 3 : status(end, run, hasFailed: !report.failures.isEmpty)
        // By the engine's owner: no chain of the program did.
        report.wasCancelled =
            !run.hasEnded && end.returnCode == -Int64(ECANCELED)
            && image.records.indices.contains(end.stoppedAt)
            && image.records[end.stoppedAt].nr != ACALL_OP_VALUE
        if let most = run.limits.output, report.outputSize > most { run.exceed(.output) }
        if let exceeded = run.exceeded {
            let step = run.exceededAt.flatMap { record in
                image.recordSteps.indices.contains(record) ? Int(image.recordSteps[record]) : nil
            }
            let isKnown = step.map { image.steps.indices.contains($0) } ?? false
            report.noteExceeded(exceeded, at: isKnown ? step.map { image.steps[$0].range } : nil)
        }
        return report
    }

    private func status(_ end: ChainEnd, _ run: ProgramRun, hasFailed: Bool) -> Int32 {
        if hasFailed { return 1 }
        var ends = [(record: end.stoppedAt, code: end.returnCode)]
        for failure in run.failures.values.sorted(by: { $0.order < $1.order }) {
            ends.append((failure.first.record, failure.first.returnCode))
        }
        for (record, code) in ends {
            let stop = image.stops.first { Int($0.record) == record }
            // As a parent sees it: the low eight bits.
            if stop?.kind == .exit { return Int32(truncatingIfNeeded: code & 0xff) }
        }
        return 0
    }
}

func monotonicTime() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}

extension BatchImage {
    /// The program may close or replace one of the descriptors 0 to 2, so that a report that goes there
    /// needs a copy made before the run.
    package func touchesStandardDescriptors(catalog: Catalog) -> Bool {
        for (index, record) in records.enumerated() where record.nr < ACALL_OP_BASE {
            let isLiteral = [0, 1].map { argument in
                !relocations[index].contains(.argument(argument))
            }
            let arguments = [record.args.0, record.args.1]
            guard (0..<2).contains(where: { isLiteral[$0] && arguments[$0] <= 2 }) else { continue }
            if catalog.syscall(number: record.nr)?.policy == .own { return true }
        }
        return false
    }
}
