// A program in memory that is run again and again: loaded once, its storage renewed before each run.
//
// Input: an image of one chain. Output: what `LoadedProgram.run` gives, without what that costs: the report is made
// when somebody asks for it. Invariant: one run at a time; between two runs nothing of the first is left.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Synchronization

package final class PreparedProgram: @unchecked Sendable {
    package let program: LoadedProgram
    private let run: ProgramRun
    private let main: ChainInstance
    /// The chain's, and its log's.
    private let records: UnsafeMutablePointer<acall_submission>
    private let count: Int
    private let context: UnsafeMutableRawPointer?
    /// By name, and by the place of the name's first mention: entries of the image's outputs.
    private var names: [String: Int] = [:]
    private var outputs: [[OutputEntry]] = []
    /// Where these stand; for those who know that this lives.
    package let words: OutputWords
    private var end = ChainEnd.ranToEnd
    private var start: UInt64 = 0
    private var finish: UInt64 = 0
    private var reader: OutputReader
    /// Of the last run, where it was not this thread's.
    private var active: ActiveRun?
    /// How a run that nobody observed is told of; nil where it must be observed.
    private let replay: Replay?
    /// Whether a run that is not timed goes unobserved.
    package var isToldAfterwards: Bool { replay != nil }
    /// How the records' calls are told of now, and whether the log has them.
    private var telling = Telling.timed
    private var isLogged = true
    /// One thread at a time makes the last run's report, once.
    private let reporting = Guarded(())
    private var known: Report?
    private let looks = Atomic<UInt>(0)
    /// Whether the log has something of a run before.
    private var isLogUsed = false
    /// Of what may be read, as the log and the reader know it.
    private var memoryVersion = 0

    private enum Telling { case timed, counted, afterwards }

    /// Whether an image can be prepared: chains of its own have memory of their own.
    package static func accepts(_ image: BatchImage) -> Bool {
        image.batches.count == 1 && !image.outputs.contains { $0.key != nil }
            && !image.records.contains {
                $0.nr == ACALL_OP_HOST && $0.args.0 == HostFunction.output.rawValue
            }
    }

    package init(_ image: BatchImage) throws(LoadError) {
        let catalog = Catalog()
        replay = Replay(image, catalog: catalog)
        program = try LoadedProgram(image, measured: replay?.measured ?? [])
        run = ProgramRun(program, on: nil, catalog: catalog)
        guard let main = ChainInstance(run, batch: 0, startedBy: nil, in: nil) else {
            throw .noMemory(bytes: 0, errno: 0)
        }
        self.main = main
        count = Int(main.batch.count)
        records = main.records
        context = main.log.context
        reader = OutputReader(
            image: image, dataSegment: program.segment, memory: program.memory)
        var outputs: [[OutputEntry]] = []
        for entry in image.outputs {
            let name = image.string(entry.name)
            if let known = names[name] {
                outputs[known].append(entry)
            } else {
                names[name] = outputs.count
                outputs.append([entry])
            }
        }
        self.outputs = outputs
        words = OutputWords(outputs, in: program.segment)
    }

    deinit { words.deallocate() }

    /// Makes the program as it was before its first run: its inputs are bound next.
    package func reset() {
        // Partner: the addition in `report`, whose caller may have been another thread.
        _ = looks.load(ordering: .acquiring)
        program.reset()
        if known != nil { known = nil }
        if active != nil { active = nil }
    }

    /// Runs the program on the calling thread. True: all went well.
    ///
    /// - Parameter isTimed: whether the clock is looked at around each call.
    package func run(on engine: Engine, isTimed: Bool) -> Bool {
        tell(isTimed ? .timed : replay == nil ? .counted : .afterwards)
        // Only calls of the host's ask for the engine, and what makes such is observed.
        let isObserved = telling != .afterwards
        if isObserved { run.renew(engine) }
        begin()
        var observer = ChainObserver(context: context, completed: EventLog.completed)
        if isTimed { start = monotonicTime() }
        end = engine.runChain(records: records, count: count, observer: &observer)
        if isTimed { finish = monotonicTime() } else { (start, finish) = (0, 0) }
        if isObserved { run.renew(nil) }
        // A record that stops its chain is told of at once.
        if end.stoppedAt >= 0 { isLogUsed = true }
        return end.stoppedAt < 0 || program.goodEnds.contains(end)
    }

    private func begin() {
        if memoryVersion != program.memoryVersion {
            memoryVersion = program.memoryVersion
            reader.memory = program.memory
            main.log.reset(memory: program.memory)
        } else if isLogUsed {
            main.log.reset(memory: program.memory)
        }
        isLogged = telling != .afterwards
        isLogUsed = isLogged
    }

    /// Sets the flags of the records' calls.
    private func tell(_ telling: Telling) {
        if self.telling == telling { return }
        self.telling = telling
        let all = ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED
        let flag =
            switch telling {
            case .timed: ACALL_SUBMIT_OBSERVED
            case .counted: ACALL_SUBMIT_COUNTED
            case .afterwards: UInt32(0)
            }
        for index in 0..<count
        where program.image.records[index].flags & ACALL_SUBMIT_OBSERVED != 0 {
            records[index].flags = records[index].flags & ~all | flag
        }
    }

    /// Prepares a run on the engine's threads: of this, and no other, until it has ended. Its inputs are bound.
    package func begin(
        on engine: Engine, ended: @escaping @Sendable () -> Void
    ) -> ActiveRun {
        tell(.timed)
        run.renew(engine)
        begin()
        return ActiveRun(program, run, main, ended)
    }

    /// What `begin` gave was not taken: nothing holds the engine any more.
    package func abandon() { run.renew(nil) }

    /// What `begin` gave has ended: it is told what there is to report.
    package func note(_ active: ActiveRun) {
        self.active = active
        run.renew(nil)
    }

    /// Of the last run. Any thread may ask.
    package var report: Report {
        // Partner: the load in `reset`.
        defer { looks.add(1, ordering: .releasing) }
        return reporting.withLock { _ in
            if let known { return known }
            if !isLogged {
                replay?.log(records, end, in: main.log)
                (isLogged, isLogUsed) = (true, true)
            }
            let made =
                active?.report() ?? program.report(run, main, end, start: start, finish: finish)
            known = made
            return made
        }
    }

    // MARK: Outputs

    /// The place of an output's name among the names, in the order of their first mention.
    package func place(ofOutput name: String) -> Int? { names[name] }

    /// An output of the last run; nil where it was not given.
    package func output(_ place: Int) -> Report.Value? {
        guard outputs.indices.contains(place) else { return nil }
        // Of two statements that give it the later one that ran counts.
        for entry in outputs[place].reversed() {
            if let value = reader.value(of: entry) { return value }
        }
        return nil
    }
}

/// Where the words of a prepared program's outputs stand, by the place of the output's name.
package struct OutputWords {
    private struct Place {
        var isSet: UnsafeRawPointer
        var value: UnsafeRawPointer
    }

    private let places: UnsafeMutablePointer<Place>
    /// The first of each place, and behind the last: several statements may give an output.
    private let bounds: UnsafeMutablePointer<Int>
    private let count: Int

    /// - Parameter outputs: of an image that was verified: their words lie in the data.
    init(_ outputs: [[OutputEntry]], in segment: UnsafeRawPointer) {
        let all = outputs.flatMap { $0 }
        places = .allocate(capacity: all.count)
        places.initialize(
            from: all.map {
                Place(isSet: segment + Int($0.isSet), value: segment + Int($0.slot))
            }, count: all.count)
        count = outputs.count
        bounds = .allocate(capacity: count + 1)
        bounds.initialize(to: 0)
        for (place, entries) in outputs.enumerated() {
            (bounds + place + 1).initialize(to: bounds[place] + entries.count)
        }
    }

    func deallocate() {
        places.deallocate()
        bounds.deallocate()
    }

    /// The first word of an output of the last run; nil where it was not given.
    package func word(_ place: Int) -> UInt64? {
        guard 0..<count ~= place else { return nil }
        // Of two statements that give it the later one that ran counts.
        var index = bounds[place + 1]
        while index > bounds[place] {
            index -= 1
            if places[index].isSet.loadUnaligned(as: UInt64.self) != 0 {
                return places[index].value.loadUnaligned(as: UInt64.self)
            }
        }
        return nil
    }
}
