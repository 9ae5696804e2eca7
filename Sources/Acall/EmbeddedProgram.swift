// Programs that were compiled with the app: types, made by the build tool plugin or by `acall-run compile`.

import AcallCatalog
import AcallEngine
import AcallExecutor
import AcallImage

/// A program that was compiled with the app: its inputs are typed. Types of this kind are generated; nobody writes them.
public protocol CompiledProgram: Sendable {
    /// The compiled program, loaded from the app's own data once.
    static var program: Program { get }
    /// Sets the inputs that differ from what the program says itself.
    func setInputs(_ inputs: inout ProgramInputs)
}

/// One whose outputs are values.
public protocol EmbeddedProgram: CompiledProgram {
    associatedtype Outputs: Sendable
    /// The outputs of a run that went well; nil where one is missing.
    static func outputs(of values: borrowing OutputValues) -> Outputs?
}

/// One that hands out descriptors: its outputs have one owner, and a type that can't be copied. (An associated type
/// always can: so `run` and `runBlocking` are generated with it.)
public protocol OwningProgram: CompiledProgram {}

/// What a typed run gives. It can be copied where the outputs can. (Frozen, so that one output can be taken out of it.)
@frozen public struct Finished<Outputs: ~Copyable & Sendable>: ~Copyable, Sendable {
    public let outputs: Outputs
    public let report: RunReport

    @usableFromInline init(outputs: consuming Outputs, report: RunReport) {
        self.outputs = outputs
        self.report = report
    }
}

extension Finished: Copyable where Outputs: Copyable {}

extension Engine {
    /// Runs an embedded program on threads of the engine's; the task is suspended meanwhile.
    ///
    /// - Parameters:
    ///   - program: the program, with its inputs.
    ///   - isTimed: as of `runBlocking`.
    /// - Throws: `RunError.failed` with the report where the program failed; `CancellationError` where the task was
    ///   cancelled: what was in flight has ended by then.
    @inlinable
    public nonisolated(nonsending) func run<Embedded: EmbeddedProgram>(
        _ program: Embedded, isTimed: Bool = false
    ) async throws -> Finished<Embedded.Outputs> {
        try await run(program, isTimed: isTimed) { Embedded.outputs(of: $0) }
    }

    /// Runs an embedded program on the calling thread, which is blocked meanwhile.
    ///
    /// - Parameters:
    ///   - program: the program, with its inputs.
    ///   - isTimed: whether the report says when each call was made and how long it took. Looking at the clock
    ///     twice a call takes about as long as a short call; without it a report tells everything else.
    @inlinable
    public func runBlocking<Embedded: EmbeddedProgram>(
        _ program: Embedded, isTimed: Bool = false
    ) throws(RunError) -> Finished<Embedded.Outputs> {
        try runBlocking(program, isTimed: isTimed) { Embedded.outputs(of: $0) }
    }

    /// For generated code: as the `run` of programs whose outputs are values.
    @inlinable
    public nonisolated(nonsending) func run<
        Compiled: CompiledProgram, Outputs: ~Copyable & Sendable
    >(
        _ program: Compiled, isTimed: Bool, _ outputs: (borrowing OutputValues) -> Outputs?
    ) async throws -> Finished<Outputs> {
        if Task.isCancelled { throw CancellationError() }
        if !isWatched, let run = try Compiled.program.prepared() {
            var inputs = run.inputs
            program.setInputs(&inputs)
            if inputs.isRefused, let error = inputs.refusal { throw error }
            let progress = try begin(run, isTimed: isTimed)
            var isWhole = progress == .wentWell
            if !isWhole { isWhole = try await finish(run, isTimed: isTimed, from: progress) }
            let made = isWhole ? outputs(run.values) : nil
            Compiled.program.give(back: run)
            if let made { return Finished(outputs: made, report: RunReport(run)) }
            return try failed(RunReport(run), Compiled.program, outputs)
        }
        let (run, report) = try await runWatched(program, isTimed: isTimed)
        if let run {
            let made = outputs(run.values)
            Compiled.program.give(back: run)
            if let made { return Finished(outputs: made, report: report) }
        }
        return try failed(report, Compiled.program, outputs)
    }

    /// The same, with instruments that are told, or of a program that starts chains. With the run where its outputs are
    /// to be had there.
    @usableFromInline nonisolated(nonsending) func runWatched(
        _ program: some CompiledProgram, isTimed: Bool
    ) async throws -> (PreparedRun?, RunReport) {
        let image = type(of: program).program
        let watch = watch(RunRequest(image))
        let report: RunReport
        let prepared: PreparedRun?
        let loaded: LoadedProgram?
        do throws(RunError) {
            prepared = try image.prepared()
            if let prepared { try program.bind(to: prepared.prepared.program) }
            loaded = prepared == nil ? try program.loaded() : nil
        } catch {
            watch.ended(.refused(error))
            throw error
        }
        if let run = prepared {
            let isTimed = isTimed || watch.needsTimes
            let isWhole = try await watch.refusing {
                let progress = try begin(run, isTimed: isTimed) { watch.started() }
                return try await finish(run, isTimed: isTimed, from: progress) { watch.started() }
            }
            report = RunReport(run)
            watch.ended(isWhole ? .succeeded(report) : report.end)
            if isWhole { return (run, report) }
            image.give(back: run)
        } else if let loaded {
            let active = try await active(loaded, watch, nil)
            report = RunReport(active)
            watch.ended(active.isWhole ? .succeeded(report) : report.end)
        } else {
            preconditionFailure("neither prepared nor loaded")
        }
        return (nil, report)
    }

    /// Of a program that failed, or whose outputs are in its report.
    @usableFromInline func failed<Outputs: ~Copyable & Sendable>(
        _ report: RunReport, _ program: Program, _ outputs: (borrowing OutputValues) -> Outputs?
    ) throws -> Finished<Outputs> {
        if Task.isCancelled, report.status != 0 || report.wasCancelled {
            OutputValues.with(report.outputs) { $0.closeDescriptors(of: program) }
            throw CancellationError()
        }
        return try Finished(report, of: program, outputs)
    }

    /// For generated code: as the `runBlocking` of programs whose outputs are values.
    @inlinable
    public func runBlocking<Compiled: CompiledProgram, Outputs: ~Copyable & Sendable>(
        _ program: Compiled, isTimed: Bool, _ outputs: (borrowing OutputValues) -> Outputs?
    ) throws(RunError) -> Finished<Outputs> {
        if isWatched {
            return try Finished(
                try runWatched(program, isTimed: isTimed), of: Compiled.program, outputs)
        }
        guard let run = try Compiled.program.prepared() else {
            return try Finished(try runLoaded(program), of: Compiled.program, outputs)
        }
        var inputs = run.inputs
        program.setInputs(&inputs)
        let chain = try run.begin(on: self, inputs, isTimed: isTimed)
        let end = chain.plan._withUnsafeGuaranteedRef { runChain($0, observer: chain.observer) }
        let made = run.ended(end) ? outputs(run.values) : nil
        Compiled.program.give(back: run)
        if let made { return Finished(outputs: made, report: RunReport(run)) }
        return try Finished(RunReport(run), of: Compiled.program, outputs)
    }

    /// The same, with instruments that are told.
    @usableFromInline func runWatched(
        _ program: some CompiledProgram, isTimed: Bool
    ) throws(RunError) -> RunReport {
        let image = type(of: program).program
        let watch = watch(RunRequest(image))
        let report: RunReport
        do throws(RunError) {
            if let run = try image.prepared() {
                try program.bind(to: run.prepared.program)
                watch.started()
                let chain = run.prepared.begin(on: self, isTimed: isTimed || watch.needsTimes)
                _ = run.prepared.ended(
                    chain.plan._withUnsafeGuaranteedRef {
                        runChain($0, observer: chain.observer)
                    })
                report = RunReport(run)
                image.give(back: run)
            } else {
                let loaded = try program.loaded()
                watch.started()
                report = RunReport(report: loaded.run(on: self, catalog: Catalog()))
            }
        } catch {
            watch.ended(.refused(error))
            throw error
        }
        watch.ended(report.end)
        return report
    }

    /// One that starts chains.
    @usableFromInline func runLoaded(
        _ program: some CompiledProgram
    ) throws(RunError) -> RunReport {
        RunReport(report: try program.loaded().run(on: self, catalog: Catalog()))
    }
}

extension CompiledProgram {
    fileprivate func bind(to loaded: LoadedProgram) throws(RunError) {
        var inputs = ProgramInputs(.passUnretained(loaded))
        setInputs(&inputs)
        let refusal = withExtendedLifetime(loaded) { inputs.refusal }
        if let refusal { throw refusal }
    }

    /// In memory, to be run once.
    fileprivate func loaded() throws(RunError) -> LoadedProgram {
        let loaded: LoadedProgram
        do throws(LoadError) {
            loaded = try LoadedProgram(Self.program.image)
        } catch {
            throw RunError(error)
        }
        try bind(to: loaded)
        return loaded
    }
}

extension Finished where Outputs: ~Copyable {
    /// For a program that failed, or that gave its outputs in another way than prepared programs do.
    @usableFromInline init(
        _ report: RunReport, of program: Program, _ outputs: (borrowing OutputValues) -> Outputs?
    ) throws(RunError) {
        let made: Outputs? = OutputValues.with(report.outputs) { values in
            if report.failures.isEmpty, let outputs = outputs(values) { return outputs }
            values.closeDescriptors(of: program)
            return nil
        }
        guard let made else { throw .failed(report) }
        self.init(outputs: made, report: report)
    }
}
