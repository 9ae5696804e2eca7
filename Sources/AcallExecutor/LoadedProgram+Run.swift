// A run: the main chain on the caller's thread, without a hand-off, and its report.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Glibc

extension LoadedProgram {
    /// Runs the program on the calling thread, once, and reports every step. The report's status is 0; 1
    /// where a step failed or an assertion did not hold; the program's own where it called `exit_group`.
    package func run(on engine: Engine, catalog: Catalog) -> Report {
        let log = EventLog(image: image, catalog: catalog, memory: memory)
        var observer = ChainObserver(context: log.context, completed: EventLog.completed)
        // Asked for now, so that no call of the engine's own stands between two of the program's.
        _ = acall_thread_id()
        let start = monotonicTime()
        let end = runMainChain(on: engine, &observer)
        let finish = monotonicTime()
        var report = Report(
            image: image, catalog: catalog, logs: [log], end: end, dataSegment: segment,
            memory: memory, start: start, finish: finish, status: 0)
        report.status = status(end, hasFailed: !report.failures.isEmpty)
        return report
    }

    /// The main chain needs no other thread.
    private func runMainChain(on engine: Engine, _ observer: inout ChainObserver) -> ChainEnd {
        guard let batch = image.batches.first else { return .ranToEnd }
        return engine.runChain(
            records: records + Int(batch.firstRecord), count: Int(batch.count), observer: &observer)
    }

    private func status(_ end: ChainEnd, hasFailed: Bool) -> Int32 {
        if hasFailed { return 1 }
        let stop = image.stops.first { Int($0.record) == end.stoppedAt }
        // As a parent sees it: the low eight bits.
        return stop?.kind == .exit ? Int32(truncatingIfNeeded: end.returnCode & 0xff) : 0
    }
}

private func monotonicTime() -> UInt64 {
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
