// A program in memory that is run again and again: loaded once, its storage renewed before each run.
//
// Input: an image of one chain. Output: what `LoadedProgram.run` gives, without what that costs: the report is made
// when somebody asks for it. Invariant: one run at a time; between two runs nothing of the first is left.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall

package final class PreparedProgram: @unchecked Sendable {
    private let program: LoadedProgram
    private let run: ProgramRun
    private let main: ChainInstance
    /// By name: entries of the image's outputs.
    private let outputs: [String: [Int]]
    private var end = ChainEnd.ranToEnd
    private var start: UInt64 = 0
    private var finish: UInt64 = 0
    private var reader: OutputReader
    /// Of the last run, where it was not this thread's.
    private var active: ActiveRun?

    /// Whether an image can be prepared: chains of its own have memory of their own.
    package static func accepts(_ image: BatchImage) -> Bool {
        image.batches.count == 1 && !image.outputs.contains { $0.key != nil }
    }

    package init(_ image: BatchImage) throws(LoadError) {
        program = try LoadedProgram(image)
        run = ProgramRun(program, on: nil, catalog: Catalog())
        guard let main = ChainInstance(run, batch: 0, startedBy: nil, in: nil) else {
            throw .noMemory(bytes: 0, errno: 0)
        }
        self.main = main
        var outputs: [String: [Int]] = [:]
        for (index, entry) in image.outputs.enumerated() {
            outputs[image.string(entry.name), default: []].append(index)
        }
        self.outputs = outputs
        reader = OutputReader(
            image: image, dataSegment: program.segment, memory: program.memory)
    }

    /// Runs the program on the calling thread. True: it ran to its end.
    package func run(
        on engine: Engine, inputs: [String: InputValue]
    ) throws(LoadError) -> Bool {
        try program.renew(inputs: inputs)
        active = nil
        run.renew(engine)
        main.log.reset(memory: program.memory)
        reader.memory = program.memory
        var observer = main.observer
        start = monotonicTime()
        end = engine.runChain(
            records: main.records, count: Int(main.batch.count), observer: &observer)
        finish = monotonicTime()
        run.renew(nil)
        return end.stoppedAt < 0
    }

    /// Binds the inputs, for a run on the engine's threads: of this, and no other, until it has ended.
    package func begin(
        on engine: Engine, inputs: [String: InputValue], ended: @escaping @Sendable () -> Void
    ) throws(LoadError) -> ActiveRun {
        try program.renew(inputs: inputs)
        run.renew(engine)
        main.log.reset(memory: program.memory)
        reader.memory = program.memory
        return ActiveRun(program, run, main, ended)
    }

    /// What `begin` gave was not taken: nothing holds the engine any more.
    package func abandon() { run.renew(nil) }

    /// What `begin` gave has ended: it is told what there is to report.
    package func note(_ active: ActiveRun) {
        self.active = active
        run.renew(nil)
    }

    /// Of the last run.
    package var report: Report {
        active?.report() ?? program.report(run, main, end, start: start, finish: finish)
    }

    /// An output of the last run; nil where it was not given.
    package func output(_ name: String) -> Report.Value? {
        guard let entries = outputs[name] else { return nil }
        // Of two statements that give it the later one that ran counts.
        for index in entries.reversed() {
            if let value = reader.value(of: reader.image.outputs[index]) { return value }
        }
        return nil
    }
}
