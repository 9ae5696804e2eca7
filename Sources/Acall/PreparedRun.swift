// Programs that are ready to run, and reports that are made when somebody looks at them.
//
// Invariant: a prepared program is one run's until neither its outputs nor its report are wanted; then it is the
// next one's.

import AcallExecutor
import AcallImage

/// Prepared programs that no run has.
final class Spares: Sendable {
    let image: BatchImage
    /// Whether it can be prepared at all.
    let isSingle: Bool
    private let free = Guarded<[PreparedProgram]>([])
    /// More than can run at once on most machines; what is more is given up.
    private static let kept = 16

    init(_ image: BatchImage) {
        self.image = image
        isSingle = PreparedProgram.accepts(image)
    }

    func take() -> PreparedProgram? { free.withLock { $0.popLast() } }

    func give(back prepared: PreparedProgram) {
        free.withLock { if $0.count < Self.kept { $0.append(prepared) } }
    }
}

extension Program {
    /// nil where the program starts chains: then nothing can be prepared.
    func prepared() throws(RunError) -> PreparedRun? {
        guard spares.isSingle else { return nil }
        if let spare = spares.take() { return PreparedRun(spare, spares) }
        do throws(LoadError) {
            return PreparedRun(try PreparedProgram(image), spares)
        } catch {
            throw RunError(error)
        }
    }
}

/// A run that has a prepared program until it is let go of.
final class PreparedRun: Sendable {
    let prepared: PreparedProgram
    private let spares: Spares

    init(_ prepared: PreparedProgram, _ spares: Spares) {
        self.prepared = prepared
        self.spares = spares
    }

    deinit { spares.give(back: prepared) }
}

/// A report, or what it is made from.
final class ReportStorage: Sendable {
    private enum State {
        case made(Report)
        case run(PreparedRun)
    }

    private let state: Guarded<State>

    init(_ report: Report) { state = Guarded(.made(report)) }
    init(_ run: PreparedRun) { state = Guarded(.run(run)) }

    var report: Report {
        state.withLock { state in
            switch state {
            case .made(let report): return report
            case .run(let run):
                let report = run.prepared.report
                state = .made(report)
                return report
            }
        }
    }
}
