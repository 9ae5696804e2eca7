// Who is told of what an engine runs: what logs, metrics and traces are made of.
//
// Invariant: an engine without instruments pays one load for each run.

import AcallEngine
import AcallExecutor
import Synchronization

/// A program, or a single call, that an engine is to run.
public struct RunRequest: Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case program, call }
    /// The program's file, without its folder (`head.acall`), or the call's name (`pread64`).
    public let name: String
    public let kind: Kind

    init(_ program: Program) {
        kind = .program
        let file = program.image.sourceName
        name = file.split(separator: "/").last.map(String.init) ?? file
    }

    init(_ call: SystemCall) { (name, kind) = (call.name, .call) }
}

/// How what was to run has ended.
public enum RunEnd: Sendable {
    /// All of the program ran. The report is made when it is read.
    case succeeded(RunReport)
    /// A step failed, an assertion did not hold, or the program ended before it gave its outputs.
    case failed(RunReport)
    /// The task was cancelled; with the report of what was done by then.
    case cancelled(RunReport)
    /// A single call has returned: what the kernel gave.
    case returned(Int)
    /// It did not run: a `RunError`, or a `CancellationError` where the task was cancelled before.
    case refused(any Error)
}

/// Is told of everything that an engine runs. Its methods are called by the thread that runs something and waits for it: they
/// should not take long.
public protocol EngineInstrument: Sendable {
    /// Whether reports should say when each call was made and how long it took.
    var needsTimes: Bool { get }
    /// Something is to run; called before it waits for its place, on the task or thread that asks for it.
    func runRequested(_ request: RunRequest) -> any RunInstrument
}

extension EngineInstrument {
    public var needsTimes: Bool { false }
}

/// Is told how one run goes on: `started` once or, where it was refused, not at all; then `ended` once.
public protocol RunInstrument: Sendable {
    /// It has its place and begins.
    func started()
    func ended(_ end: RunEnd)
}

extension Engine {
    /// Has an instrument told of everything that is run from now on.
    public func add(_ instrument: any EngineInstrument) {
        Admission.of(self).instruments.add(instrument)
    }

    /// Whether anybody is told of runs.
    @usableFromInline var isWatched: Bool {
        hasCompanion && Admission.of(self).instruments.isUsed
    }

    func watch(_ request: @autoclosure () -> RunRequest) -> RunWatch {
        guard isWatched else { return RunWatch() }
        return Admission.of(self).instruments.watch(request())
    }
}

/// An engine's instruments.
final class Instruments: Sendable {
    private let used = Atomic(false)
    private let all = Guarded<[any EngineInstrument]>([])

    var isUsed: Bool { used.load(ordering: .relaxed) }

    func add(_ instrument: any EngineInstrument) {
        all.withLock { $0.append(instrument) }
        used.store(true, ordering: .relaxed)
    }

    func watch(_ request: RunRequest) -> RunWatch {
        let instruments = all.withLock { $0 }
        return RunWatch(
            runs: instruments.map { $0.runRequested(request) },
            needsTimes: instruments.contains { $0.needsTimes })
    }
}

/// One run's instruments; mostly none.
struct RunWatch: Sendable {
    var runs: [any RunInstrument] = []
    var needsTimes = false

    func started() { for run in runs { run.started() } }

    func ended(_ end: @autoclosure () -> RunEnd) {
        if runs.isEmpty { return }
        let end = end()
        for run in runs { run.ended(end) }
    }

    /// What a task is told that runs `body`: an error is what it ended with.
    func refusing<Result>(_ body: () async throws -> Result) async throws -> Result {
        do { return try await body() } catch {
            ended(.refused(error))
            throw error
        }
    }
}
