// Runs for which no thread of Swift's waits.

import AcallCatalog
import AcallEngine
import AcallExecutor
import AcallImage
import Glibc

/// What the end of a run, its cancellation and its start tell each other.
private final class Handover: Sendable {
    private struct State {
        var run: ActiveRun?
        var isCancelled = false
        var continuation: CheckedContinuation<Int, Never>?
    }

    private let state = Guarded(State())

    func wait(_ continuation: CheckedContinuation<Int, Never>) {
        state.withLock { $0.continuation = continuation }
    }

    /// Once: the task goes on.
    func resume(_ code: Int = 0) {
        let continuation = state.withLock { state in
            defer { state.continuation = nil }
            return state.continuation
        }
        continuation?.resume(returning: code)
    }

    /// Whether it was cancelled before.
    func began(_ run: ActiveRun) -> Bool {
        state.withLock { state in
            state.run = run
            return state.isCancelled
        }
    }

    func ended() { state.withLock { $0.run = nil } }

    func cancel() {
        let run = state.withLock { state in
            state.isCancelled = true
            return state.run
        }
        run?.cancel()
    }
}

/// How far a run has come without its task being suspended.
@usableFromInline enum RunProgress {
    /// It has ended.
    case wentWell, failed
    /// It runs; and its task's thread gave way to it, in vain.
    case runs, gaveWay
    /// As many run as the engine's configuration allows.
    case waitsForItsPlace
}

private final class Shutdown: Sendable {
    private let engine: Engine
    private let continuation: CheckedContinuation<Void, Never>

    init(_ engine: Engine, _ continuation: CheckedContinuation<Void, Never>) {
        (self.engine, self.continuation) = (engine, continuation)
    }

    func run() {
        engine.shutdown()
        continuation.resume()
    }
}

extension RunReport {
    /// Of a run that may have gone in any way.
    var end: RunEnd {
        if wasCancelled { return .cancelled(self) }
        return failures.isEmpty ? .succeeded(self) : .failed(self)
    }
}

extension Engine {
    /// Takes no more programs, and returns when those that run, and those that wait for their place, have ended; or
    /// when the task is cancelled. A `run` after it is refused with ESHUTDOWN.
    ///
    /// It knows of programs that run with `await`; `runBlocking` and single calls are their callers' own. What
    /// is in flight when the task is cancelled goes on, until `shutdown` ends it.
    public func close() async {
        let admission = Admission.of(self)
        admission.close()
        await admission.waitUntilEmpty()
    }

    /// As `shutdown`, on a thread of its own: no thread of Swift's waits.
    public func shutdownInBackground() async {
        await withCheckedContinuation { continuation in
            let work = Unmanaged.passRetained(Shutdown(self, continuation))
            var thread = pthread_t()
            let code = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    Unmanaged<Shutdown>.fromOpaque(context).takeRetainedValue().run()
                    return nil
                }, work.toOpaque())
            if code == 0 {
                pthread_detach(thread)
            } else {
                // Without a thread to be had: on this one.
                work.takeRetainedValue().run()
            }
        }
    }

    /// Runs a program on threads of the engine's; the task is suspended meanwhile.
    ///
    /// Where as many programs run as the engine's configuration allows, it waits for one of them to end. When the
    /// task is cancelled, what is in flight is interrupted, clean-up runs, and the report of what was done is
    /// returned: its steps say what was cancelled. A task that is cancelled before the program starts gets the
    /// error.
    /// - Parameters:
    ///   - program: what is run; it can be run any number of times.
    ///   - inputs: by name; each must be of its input's type. They are copied.
    /// - Throws: `RunError` where the inputs don't fit or the engine refuses; `CancellationError`.
    public func run(
        _ program: Program, _ inputs: [String: InputValue] = [:]
    ) async throws -> RunReport {
        try await run(program, inputs, onStep: nil)
    }

    func run(
        _ program: Program, _ inputs: [String: InputValue],
        onStep: (@Sendable (StepEvent) -> Void)?
    ) async throws -> RunReport {
        try Task.checkCancellation()
        return try await run(try program.loaded(inputs), watch(RunRequest(program)), onStep)
    }

    func run(
        _ loaded: LoadedProgram, _ watch: RunWatch, _ onStep: (@Sendable (StepEvent) -> Void)?
    ) async throws -> RunReport {
        let active = try await active(loaded, watch, onStep)
        let report = RunReport(active)
        watch.ended(active.isWhole ? .succeeded(report) : report.end)
        return report
    }

    /// A run of a program in memory that has ended.
    func active(
        _ loaded: LoadedProgram, _ watch: RunWatch, _ onStep: (@Sendable (StepEvent) -> Void)?
    ) async throws -> ActiveRun {
        let admission = Admission.of(self)
        let active = try await watch.refusing {
            try await admission.enter()
            defer { admission.leave() }
            watch.started()
            return try await finish { ended in
                ActiveRun(loaded, on: self, catalog: Catalog(), onStep: onStep, ended: ended)
            }
        }
        active.letGoOfEngine()
        return active
    }

    /// A program that is prepared, and whose inputs are bound: as far as it goes without its task being suspended; the
    /// rest is `finish`'s. Most end here, and no memory is taken for what a suspended task would need.
    @usableFromInline func begin(
        _ run: PreparedRun, isTimed: Bool, _ started: () -> Void = {}
    ) throws -> RunProgress {
        // It lives as long as the engine.
        let runs = Admission.unmanaged(of: self)._withUnsafeGuaranteedRef { $0.enterAtOnce() }
        guard let runs else { return .waitsForItsPlace }
        // A short run on an engine that has nothing else to do ends before the task would be asleep.
        return try submit(
            run, isTimed: isTimed, givesWay: runs == 1 && run.prepared.isShort, started)
    }

    /// What is left of a run. True: all went well.
    @usableFromInline nonisolated(nonsending) func finish(
        _ run: PreparedRun, isTimed: Bool, from begun: RunProgress, _ started: () -> Void = {}
    ) async throws -> Bool {
        var progress = begun
        if progress == .waitsForItsPlace {
            try await Admission.of(self).enter()
            progress = try submit(run, isTimed: isTimed, givesWay: false, started)
        }
        guard progress == .runs || progress == .gaveWay else { return progress == .wentWell }
        await run.wait(on: self)
        leave()
        return run.prepared.finished(wasAwaited: progress == .gaveWay)
    }

    /// Its caller has a place, which is given back here where the run is refused or ends at once.
    private func submit(
        _ run: PreparedRun, isTimed: Bool, givesWay: Bool, _ started: () -> Void
    ) throws -> RunProgress {
        started()
        let code = run.submit(on: self, isTimed: isTimed)
        if code < 0 {
            leave()
            throw RunError.refused(errno: Int32(-code))
        }
        if givesWay { giveWay(until: { run.hasEnded }) }
        guard run.hasEnded else { return givesWay ? .gaveWay : .runs }
        leave()
        return run.prepared.finished(wasAwaited: false) ? .wentWell : .failed
    }

    private func leave() { Admission.unmanaged(of: self)._withUnsafeGuaranteedRef { $0.leave() } }

    /// Submits what `make` makes, and waits for its end.
    private func finish(
        _ make: (@escaping @Sendable () -> Void) -> ActiveRun
    ) async throws -> ActiveRun {
        let handover = Handover()
        let active = make { handover.resume() }
        let code = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                handover.wait(continuation)
                let code = active.submit()
                if code < 0 {
                    handover.resume(code)
                } else if handover.began(active) {
                    active.cancel()
                }
            }
        } onCancel: {
            handover.cancel()
        }
        handover.ended()
        if code < 0 { throw RunError.refused(errno: Int32(-code)) }
        return active
    }

    /// Runs a program and hands out its calls as they return.
    public func steps(
        of program: Program, _ inputs: [String: InputValue] = [:]
    ) -> ProgramSteps {
        let (stream, continuation) = AsyncStream.makeStream(of: ProgramSteps.Element.self)
        let image = program.image
        let names: [Int: (name: String, call: String)] = Dictionary(
            image.steps.map {
                (Int($0.record), (image.string($0.name), image.string($0.call)))
            }, uniquingKeysWith: { first, _ in first })
        let task = Task {
            defer { continuation.finish() }
            return try await run(program, inputs) { event in
                guard let step = names[event.record] else { return }
                continuation.yield(
                    ProgramSteps.Element(
                        name: step.name, call: step.call, result: event.result,
                        duration: event.end >= event.start ? event.end - event.start : 0))
            }
        }
        continuation.onTermination = { if case .cancelled = $0 { task.cancel() } }
        return ProgramSteps(stream: stream, task: task)
    }
}

/// A program that runs, as a sequence of its calls. To stop reading before its end, and to let go of it, cancels
/// the program.
public struct ProgramSteps: AsyncSequence, Sendable {
    /// A call that has returned.
    public struct Element: Sendable, Hashable {
        /// The result's name; empty if there is none.
        public let name: String
        /// The call's name, as the kernel has it.
        public let call: String
        /// What the kernel returned, a negated errno where it failed.
        public let result: Int64
        /// In the call, in nanoseconds; 0 where it was not timed.
        public let duration: UInt64
    }

    let stream: AsyncStream<Element>
    let task: Task<RunReport, any Error>

    public func makeAsyncIterator() -> AsyncStream<Element>.Iterator { stream.makeAsyncIterator() }

    /// The whole report, once the program has ended.
    public var report: RunReport {
        get async throws { try await task.value }
    }

    /// Asks the program to end.
    public func cancel() { task.cancel() }
}
