// A program in memory that is run again and again: loaded once, its storage renewed before each run.
//
// Input: an image of one chain. Output: what `LoadedProgram.run` gives, without what that costs: the report is made
// on demand. Invariant: one run at a time; between two runs nothing of the first is left.

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
    private let chain: PreparedChain
    private let plan: ChainPlan
    private let records: UnsafeMutablePointer<acall_submission>
    private let count: Int
    /// By name, and by the place of the name's first mention: entries of the image's outputs.
    private var names: [String: Int] = [:]
    private var outputs: [[OutputEntry]] = []
    /// Where these stand; for those who know that this lives.
    package let words: OutputWords
    private var end = ChainEnd.ranToEnd
    /// Of a run on the calling thread: what `acall_quiet_begin` returned.
    private var quiet: UInt32 = 0
    private var start: UInt64 = 0
    private var finish: UInt64 = 0
    private var reader: OutputReader
    /// Whether the last run was asked to end, and whether the engine had been shut down when it did.
    private let isAsked = Atomic(false)
    private var wasShutDown = false
    /// When the run on an engine's thread was submitted; 0 where nobody wants to know.
    private var submitted: UInt64 = 0
    private var noted: UInt64 = 0
    /// Whether the last run on an engine's thread was over before its caller would have been asleep, as far as is known.
    package var isShort: Bool { wasShort }
    private var wasShort = true
    /// In nanoseconds: about as long as it takes to put a task to sleep and to wake it.
    private static let shortTime: UInt64 = 20_000
    /// By record: whether its call changes what it was given.
    private let changing: [Bool]
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

    /// Whether an image can be prepared: other chains than the main one have separate memory.
    package static func accepts(_ image: BatchImage) -> Bool {
        image.batches.count == 1 && !image.outputs.contains { $0.key != nil }
            && !image.records.contains {
                $0.nr == ACALL_OP_HOST && $0.args.0 == HostFunction.output.rawValue
            }
    }

    package init(_ image: BatchImage) throws(LoadError) {
        let catalog = Catalog()
        replay = Replay(image, catalog: catalog)
        var format = Catalog.Format(catalog)
        var numbers: [UInt32: Bool] = [:]
        changing = image.records.indices.map { index in
            let number = image.records[index].nr
            if let known = numbers[number] { return known }
            guard number < ACALL_OP_BASE, let row = catalog.syscall(number: number) else {
                return false
            }
            let parameters = image.parameters(of: index, row, &format)
            let isChanging =
                parameters.map { CapturePlan($0, catalog: catalog).hasChanged } ?? true
            // Another record's operation may be another one.
            if row.parameters.allSatisfy({ $0.cases == nil }) { numbers[number] = isChanging }
            return isChanging
        }
        program = try LoadedProgram(image, measured: replay?.measured ?? [])
        run = ProgramRun(program, on: nil, catalog: catalog)
        guard let main = ChainInstance(run, batch: 0, startedBy: nil, in: nil) else {
            throw .noMemory(bytes: 0, errno: 0)
        }
        self.main = main
        count = Int(main.batch.count)
        records = main.records
        let observer = UnsafeMutablePointer<ChainObserver>.allocate(capacity: 1)
        observer.initialize(
            to: main.log.observer)
        plan = ChainPlan(records: records, count: count)
        chain = PreparedChain(plan: .passUnretained(plan), observer: observer)
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
        plan.setReadable(program.memory.pieces.compactMap(\.bytes))
    }

    deinit {
        words.deallocate()
        chain.observer.deallocate()
    }

    /// Makes the program as it was before its first run: its inputs are bound next.
    package func reset() {
        // Partner: the addition in `report`, whose caller may have been another thread.
        _ = looks.load(ordering: .acquiring)
        program.reset()
        if known != nil { known = nil }
    }

    /// What there is to run on the calling thread: see `ended`.
    ///
    /// - Parameter isTimed: whether the clock is looked at around each call.
    package func begin(on engine: Engine, isTimed: Bool) -> PreparedChain {
        begin(isTimed, engine)
        if program.mayRaise { quiet = acall_quiet_begin() }
        (start, finish) = (isTimed ? monotonicTime() : 0, 0)
        return chain
    }

    /// What `begin` gave has run on the calling thread. True: all went well.
    package func ended(_ end: ChainEnd) -> Bool {
        self.end = end
        if start != 0 { finish = monotonicTime() }
        main.endChildren(after: end)
        if program.mayRaise { acall_quiet_end(quiet) }
        return finished()
    }

    /// The run has ended. True: all went well.
    private func finished() -> Bool {
        if telling != .afterwards { run.renew(nil) }
        // A record that stops its chain is told of at once.
        if end.stoppedAt < 0 {
            // So is a call that was made again.
            if main.log.isUsed { isLogUsed = true }
            return true
        }
        isLogUsed = true
        return program.goodEnds.contains(end)
    }

    @inline(__always)
    private func begin(_ isTimed: Bool, _ engine: Engine) {
        let wanted: Telling = isTimed ? .timed : replay == nil ? .counted : .afterwards
        if telling != wanted { tell(wanted) }
        // Only calls of the host's ask for the engine, and what makes such is observed.
        if wanted != .afterwards { run.renew(engine) }
        if isLogUsed || memoryVersion != program.memoryVersion { renewLog() }
        isLogged = telling != .afterwards
        isLogUsed = isLogged
    }

    @inline(never)
    private func renewLog() {
        if memoryVersion != program.memoryVersion {
            memoryVersion = program.memoryVersion
            plan.setReadable(program.memory.pieces.compactMap(\.bytes))
        }
        reader.memory = program.memory
        main.log.reset(memory: program.memory)
    }

    /// Sets the flags of the records' calls.
    @inline(never)
    private func tell(_ telling: Telling) {
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
            // What a call changes is looked at before it too, which only an observed one is.
            let wanted = telling == .counted && changing[index] ? ACALL_SUBMIT_OBSERVED : flag
            records[index].flags = records[index].flags & ~all | wanted
        }
        plan.update()
    }

    // MARK: On the engine's threads

    /// Hands the program to the engine: 1, or a negated errno; then nothing happens. This lives until `ended` is told;
    /// `ended` calls `note`, and the thread that waits for that calls `finished`.
    package func submit(on engine: Engine, isTimed: Bool, ended: ChainEnded) -> Int {
        begin(isTimed, engine)
        isAsked.store(false, ordering: .relaxed)
        wasShutDown = false
        submitted = isTimed || !wasShort ? monotonicTime() : 0
        (start, finish) = (isTimed ? submitted : 0, 0)
        let code = engine.submitChain(
            plan, isTriedHere: true, observer: chain.observer.pointee, ended: ended)
        if code < 0, telling != .afterwards { run.renew(nil) }
        return code < 0 ? code : 1
    }

    /// How what was submitted has ended: on the engine's thread.
    package func note(_ end: ChainEnd, on engine: Engine) {
        self.end = end
        main.endChildren(after: end)
        if end.stoppedAt >= 0 { wasShutDown = engine.isStopping }
        guard submitted != 0 else { return }
        noted = monotonicTime()
        if start != 0 { finish = noted }
    }

    /// The run that was submitted has ended, and `note` has returned. True: all went well.
    ///
    /// - Parameter wasAwaited: whether its caller gave way, but in vain.
    package func finished(wasAwaited: Bool) -> Bool {
        wasShort = submitted != 0 ? noted &- submitted <= Self.shortTime : !wasAwaited
        return finished()
    }

    /// Asks for the end of what was submitted: what is in flight is interrupted, clean-up runs, and the end is told as
    /// always. Any thread may ask, until the run has `finished`.
    package func cancel(on engine: Engine) {
        // Partner: the load in `report`, made after the run has ended.
        isAsked.store(true, ordering: .releasing)
        _ = engine.cancel(plan)
    }

    // MARK: The report

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
            var made = program.report(run, main, end, start: start, finish: finish)
            // Partner: the store in `cancel`, made before the engine was asked. A shutdown asks all.
            let isAsked = isAsked.load(ordering: .acquiring) || wasShutDown
            if isAsked, end.stoppedAt >= 0 { made.noteCancelled() }
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

/// What `Engine.runChain` runs of a prepared program; it stays the program's.
///
/// The function that is asked to run the program runs it, and not a deeper one: behind a system call each return of a function
/// costs as much as two records.
@frozen public struct PreparedChain {
    public let plan: Unmanaged<ChainPlan>
    public let observer: UnsafePointer<ChainObserver>
}

/// Where the words of a prepared program's outputs stand, by the place of the output's name.
package struct OutputWords {
    private struct Place {
        var isSet: UnsafeRawPointer
        var value: UnsafeRawPointer
    }

    /// By output: the statement that counts if it ran, the last. Behind them: the others, and where they begin.
    private let last: UnsafeMutablePointer<Place>
    private let others: UnsafeMutablePointer<Place>
    private let bounds: UnsafeMutablePointer<Int>
    private let count: Int

    /// - Parameter outputs: of an image that was verified: their words lie in the data.
    init(_ outputs: [[OutputEntry]], in segment: UnsafeRawPointer) {
        func place(_ entry: OutputEntry) -> Place {
            Place(isSet: segment + Int(entry.isSet), value: segment + Int(entry.slot))
        }
        count = outputs.count
        last = .allocate(capacity: count)
        others = .allocate(capacity: outputs.reduce(0) { $0 + $1.count })
        bounds = .allocate(capacity: count + 1)
        bounds.initialize(to: 0)
        for (index, entries) in outputs.enumerated() {
            var end = bounds[index]
            for entry in entries.dropLast() {
                (others + end).initialize(to: place(entry))
                end += 1
            }
            // Each name has at least one.
            (last + index).initialize(to: place(entries[entries.count - 1]))
            (bounds + index + 1).initialize(to: end)
        }
    }

    func deallocate() {
        last.deallocate()
        others.deallocate()
        bounds.deallocate()
    }

    /// The first word of an output of the last run; nil where it was not given.
    @inline(__always)
    package func word(_ place: Int) -> UInt64? {
        guard 0..<count ~= place else { return nil }
        return last[place].isSet.loadUnaligned(as: UInt64.self) != 0
            ? last[place].value.loadUnaligned(as: UInt64.self) : earlier(place)
    }

    /// What statements before the last gave.
    @inline(never)
    private func earlier(_ place: Int) -> UInt64? {
        var index = bounds[place + 1]
        while index > bounds[place] {
            index -= 1
            if others[index].isSet.loadUnaligned(as: UInt64.self) != 0 {
                return others[index].value.loadUnaligned(as: UInt64.self)
            }
        }
        return nil
    }
}
