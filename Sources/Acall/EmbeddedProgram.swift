// Programs that were compiled with the app: types, made by the build tool plugin or by `acall-run compile`.

import AcallCatalog
import AcallEngine
import AcallExecutor
import AcallImage

/// A program with typed inputs and outputs. Types of this kind are generated; nobody writes them.
public protocol EmbeddedProgram: Sendable {
    associatedtype Outputs: Sendable
    /// The compiled program, loaded from the app's own data once.
    static var program: Program { get }
    /// Sets the inputs that differ from what the program says itself.
    func setInputs(_ inputs: inout ProgramInputs)
    /// The outputs of a run that went well; nil where one is missing.
    static func outputs(of values: borrowing OutputValues) -> Outputs?
}

/// What a typed run gives.
public struct Finished<Outputs: Sendable>: Sendable {
    public let outputs: Outputs
    public let report: RunReport

    @usableFromInline init(outputs: Outputs, report: RunReport) {
        (self.outputs, self.report) = (outputs, report)
    }
}

extension Engine {
    /// Runs an embedded program on threads of the engine's; the task is suspended meanwhile.
    /// - Throws: `RunError.failed` with the report where the program failed; `CancellationError` where the task was
    ///   cancelled: what was in flight has ended by then.
    public func run<Embedded: EmbeddedProgram>(
        _ program: Embedded
    ) async throws -> Finished<Embedded.Outputs> {
        try Task.checkCancellation()
        let report: RunReport
        let watch = watch(RunRequest(Embedded.program))
        let prepared = try await watch.refusing {
            let run = try Embedded.program.prepared()
            if let run { try program.bind(to: run.prepared.program) }
            return run
        }
        if let run = prepared {
            let isWhole = try await self.run(run, watch)
            let outputs = isWhole ? Embedded.outputs(of: run.values) : nil
            Embedded.program.give(back: run)
            report = RunReport(run)
            watch.ended(isWhole ? .succeeded(report) : report.end)
            if let outputs { return Finished(outputs: outputs, report: report) }
        } else {
            let loaded: LoadedProgram
            do throws(RunError) { loaded = try program.loaded() } catch {
                watch.ended(.refused(error))
                throw error
            }
            report = try await self.run(loaded, watch, nil)
        }
        if report.status != 0 || report.wasCancelled { try Task.checkCancellation() }
        return try Embedded.finished(report)
    }

    /// Runs an embedded program on the calling thread, which is blocked meanwhile.
    ///
    /// - Parameter isTimed: whether the report says when each call was made and how long it took. Looking at the
    ///   clock twice a call takes about as long as a short call; without it a report tells everything else.
    @inlinable
    public func runBlocking<Embedded: EmbeddedProgram>(
        _ program: Embedded, isTimed: Bool = false
    ) throws(RunError) -> Finished<Embedded.Outputs> {
        let image = Embedded.program
        if isWatched { return try runWatched(program, isTimed: isTimed) }
        guard let run = try image.prepared() else { return try runLoaded(program) }
        var inputs = run.inputs
        program.setInputs(&inputs)
        let isWhole = try run.run(on: self, inputs, isTimed: isTimed)
        let outputs = isWhole ? Embedded.outputs(of: run.values) : nil
        image.give(back: run)
        guard let outputs else { return try Embedded.finished(RunReport(run)) }
        return Finished(outputs: outputs, report: RunReport(run))
    }

    /// The same, with instruments that are told.
    @usableFromInline func runWatched<Embedded: EmbeddedProgram>(
        _ program: Embedded, isTimed: Bool
    ) throws(RunError) -> Finished<Embedded.Outputs> {
        let image = Embedded.program
        let watch = watch(RunRequest(image))
        let report: RunReport
        do throws(RunError) {
            if let run = try image.prepared() {
                try program.bind(to: run.prepared.program)
                watch.started()
                _ = run.prepared.run(on: self, isTimed: isTimed || watch.needsTimes)
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
        return try Embedded.finished(report)
    }

    /// One that starts chains.
    @usableFromInline func runLoaded<Embedded: EmbeddedProgram>(
        _ program: Embedded
    ) throws(RunError) -> Finished<Embedded.Outputs> {
        let report = try program.loaded().run(on: self, catalog: Catalog())
        return try Embedded.finished(RunReport(report: report))
    }
}

/// What of a run on the calling thread does not depend on the program's type: the rest is compiled with the app.
extension PreparedRun {
    @usableFromInline func run(
        on engine: Engine, _ inputs: borrowing ProgramInputs, isTimed: Bool
    ) throws(RunError) -> Bool {
        if let error = inputs.error { throw .inputs(error.description) }
        return prepared.run(on: engine, isTimed: isTimed)
    }
}

extension EmbeddedProgram {
    fileprivate func bind(to loaded: LoadedProgram) throws(RunError) {
        var inputs = ProgramInputs(.passUnretained(loaded))
        setInputs(&inputs)
        let error = withExtendedLifetime(loaded) { inputs.error }
        if let error { throw .inputs(error.description) }
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

    /// For a program that failed, or that gave its outputs in another way than prepared programs do.
    @usableFromInline static func finished(_ report: RunReport) throws(RunError) -> Finished<
        Outputs
    > {
        let values = OutputValues(report.outputs)
        guard report.failures.isEmpty, let outputs = outputs(of: values) else {
            values.closeDescriptors(of: program)
            throw .failed(report)
        }
        return Finished(outputs: outputs, report: report)
    }
}
