// Programs that are ready to run, and reports that are made when they are read.
//
// Invariant: a prepared program is one run's until nobody has its report; then it is the next one's.

import AcallExecutor
import AcallImage
import Synchronization

/// Prepared programs for the next runs: those whose reports nobody has any more are taken again.
final class Spares: Sendable {
    let image: BatchImage
    /// Whether it can be prepared at all.
    let isSingle: Bool
    /// The address of the last run, held here, or 0: most programs run one at a time.
    private let last = Atomic<UInt>(0)
    private let others = Guarded<[PreparedRun]>([])
    /// More than can run at once on most machines; what is more is given up.
    private static let kept = 16

    init(_ image: BatchImage) {
        self.image = image
        isSingle = PreparedProgram.accepts(image)
    }

    deinit { _ = takeLast() }

    /// One that is nobody else's; nil where there is none.
    func take() -> PreparedRun? {
        guard var last = takeLast() else { return takeOther() }
        if isKnownUniquelyReferenced(&last) { return last }
        keep(last)
        return takeOther()
    }

    /// A run that has ended: once its report is let go of it is another's.
    func give(back run: PreparedRun) {
        let held = Unmanaged.passRetained(run)
        // Partner: the exchange in `takeLast`.
        let (isHeld, _) = last.compareExchange(
            expected: 0, desired: UInt(bitPattern: held.toOpaque()), ordering: .releasing)
        if isHeld { return }
        held.release()
        keep(run)
    }

    private func takeLast() -> PreparedRun? {
        // Partner: the exchange in `give`: what its run wrote is seen.
        UnsafeRawPointer(bitPattern: last.exchange(0, ordering: .acquiring)).map {
            Unmanaged<PreparedRun>.fromOpaque($0).takeRetainedValue()
        }
    }

    private func takeOther() -> PreparedRun? {
        others.withLock { others in
            for index in others.indices where isKnownUniquelyReferenced(&others[index]) {
                others.swapAt(index, others.count - 1)
                return others.removeLast()
            }
            return nil
        }
    }

    private func keep(_ run: PreparedRun) {
        others.withLock { if $0.count < Self.kept { $0.append(run) } }
    }
}

extension Program {
    /// nil where the program starts chains: then nothing can be prepared. Its inputs are to be bound.
    @usableFromInline func prepared() throws(RunError) -> PreparedRun? {
        guard spares.isSingle else { return nil }
        if let spare = spares.take() {
            spare.reset()
            return spare
        }
        do throws(LoadError) {
            return PreparedRun(try PreparedProgram(image))
        } catch {
            throw RunError(error)
        }
    }

    /// The run has ended, and its outputs are read.
    @usableFromInline func give(back run: PreparedRun) { spares.give(back: run) }
}

/// A report, or what it is made from.
enum ReportStorage: Sendable {
    case made(MadeReport)
    case run(PreparedRun)
    case ended(EndedRun)

    var report: Report {
        switch self {
        case .made(let made): made.report
        case .run(let run): run.prepared.report
        case .ended(let run): run.report
        }
    }
}

final class MadeReport: Sendable {
    let report: Report

    init(_ report: Report) { self.report = report }
}

/// A run whose report is made when it is read, once.
final class EndedRun: Sendable {
    private let active: ActiveRun
    private let known = Guarded<Report?>(nil)

    init(_ active: ActiveRun) { self.active = active }

    var report: Report {
        known.withLock { known in
            if let known { return known }
            let made = active.report()
            known = made
            return made
        }
    }
}
