// Running a program on an engine, and what comes of it.

import AcallCatalog
@_exported import AcallEngine
import AcallExecutor
import AcallImage

/// Why a program did not run, or not to its end.
public enum RunError: Error, Sendable, CustomStringConvertible {
    /// A step failed, an assertion did not hold, or the program ended before it gave its outputs: the report says
    /// which. Only typed programs throw it; a report says it by its `status`.
    case failed(RunReport)
    /// The engine does not take it (after a shutdown; or no thread is to be had): the errno.
    case refused(errno: Int32)
    /// The inputs do not fit the program; a sentence that says how.
    case inputs(String)
    /// There is no memory for the program's data.
    case noMemory(bytes: Int, errno: Int32)

    public var description: String {
        switch self {
        case .failed(let report):
            report.firstFailure ?? "the program ended before it gave all of its outputs"
        case .refused(let errno): "the engine refused the program (errno \(errno))"
        case .inputs(let reason): reason
        case .noMemory(let bytes, let errno): "no memory for \(bytes) bytes (errno \(errno))"
        }
    }
}

extension RunError {
    init(_ error: LoadError) {
        switch error {
        case .input(let error): self = .inputs(error.description)
        case .noMemory(let bytes, let errno): self = .noMemory(bytes: bytes, errno: errno)
        }
    }
}

/// What a run did.
public struct RunReport: Sendable {
    private let storage: ReportStorage
    var report: Report { storage.report }

    init(report: Report) { storage = .made(MadeReport(report)) }
    /// Made when it is read.
    @usableFromInline init(_ run: PreparedRun) { storage = .run(run) }
    /// The same.
    init(_ active: ActiveRun) { storage = .ended(EndedRun(active)) }

    /// An output's value.
    public indirect enum Value: Sendable, Hashable {
        case integer(Int64)
        case unsigned(UInt64)
        case bytes([UInt8])
        /// Of an output with a key: a number, or a text.
        case indexed([Int64: Value])
        case named([[UInt8]: Value])
    }

    /// A step and what its call returned.
    public struct Step: Sendable, Hashable {
        /// The result's name; empty if there is none.
        public let name: String
        /// The call's name, as the kernel has it.
        public let call: String
        /// `returned`, `failed`, `skipped` or `cancelled`.
        public let outcome: String
        /// What the kernel returned, a negated errno where it failed; nil where no call was made.
        public let result: Int64?
        /// The error number that the kernel returned; nil where it returned none.
        public var errno: Int32? {
            result.flatMap { (-4095 ... -1).contains($0) ? Int32(-$0) : nil }
        }
        /// Nanoseconds from the start of the run, and in the call; 0 where the run was not timed.
        public let start: UInt64
        public let duration: UInt64
    }

    /// 0; 1 where a step failed or an assertion did not hold; else what the program gave `exit_group`.
    public var status: Int32 { report.status }

    /// Whether the caller cancelled the program while something was to do: the status is 1. A chain that the
    /// program itself cancelled is its own business.
    public var wasCancelled: Bool { report.wasCancelled }

    /// The step that failed first; nil where none did: an assertion, for one, is no step.
    public var failedStep: Step? {
        report.failures.first?.step.map { Self.step(report.steps[$0]) }
    }

    /// The failures, one sentence each; empty where all went well.
    public var failures: [String] { report.failures.map(\.message) }

    /// In the order they were made; those not reached come last.
    public var steps: [Step] {
        report.steps.map(Self.step)
    }

    private static func step(_ step: Report.Step) -> Step {
        Step(
            name: step.name, call: step.call, outcome: step.outcome.rawValue,
            result: step.result?.value, start: step.start, duration: step.duration)
    }

    /// The outputs that the program set, by name. A descriptor among them is the caller's to close.
    public var outputs: [String: Value] { Self.values(report.outputs) }

    static func values(_ made: [Report.Output]) -> [String: Value] {
        var outputs: [String: Value] = [:]
        for output in made {
            if let items = output.items {
                outputs[output.name] = keyed(items)
            } else if let value = output.value {
                outputs[output.name] = self.value(value)
            }
        }
        return outputs
    }

    /// Where it was, in which call, and why: `head.acall:5: openat(AT_FDCWD, "none", O_RDONLY|O_CLOEXEC): ENOENT: No
    /// such file or directory`.
    var firstFailure: String? {
        report.failures.first.map { failure in
            let call = failure.step.map { step(at: $0) + ": " } ?? ""
            let path = failure.place.file ?? report.program
            let file = path.split(separator: "/").last.map(String.init) ?? path
            return "\(file):\(failure.place.line): \(call)\(failure.message)"
        }
    }

    /// A step's last call with its arguments; where none was made, its name.
    private func step(at index: Int) -> String {
        let step = report.steps[index]
        return step.calls.last?.shown(name: step.call) ?? step.call
    }

    static func value(_ value: Report.Value) -> Value {
        switch value {
        case .integer(let value): .integer(value)
        case .unsigned(let value): .unsigned(value)
        case .text(let bytes), .hex(let bytes), .bytes(let bytes): .bytes(bytes)
        }
    }

    private static func keyed(_ items: [Report.Item]) -> Value {
        var (indexed, named) = ([Int64: Value](), [[UInt8]: Value]())
        for item in items {
            switch item.key {
            case .integer(let key): indexed[key] = value(item.value)
            case .text(let key): named[key] = value(item.value)
            }
        }
        return named.isEmpty ? .indexed(indexed) : .named(named)
    }

    /// The report as `acall-run` prints it: one line a step.
    public var lines: String {
        String(decoding: report.rendered(style: .lines, colour: false), as: UTF8.self)
    }

    /// The report as JSON, as `grammar/report.schema.json` describes it.
    public var json: String {
        String(decoding: report.rendered(style: .json, colour: false), as: UTF8.self)
    }
}

extension Engine {
    /// Runs a program on the calling thread and returns when it has ended.
    ///
    /// The thread is blocked for as long as the program's calls take: don't call it from a thread of
    /// Swift concurrency.
    /// - Parameters:
    ///   - program: what is run; it can be run any number of times.
    ///   - inputs: by name; each must be of its input's type. They are copied.
    public func runBlocking(
        _ program: Program, _ inputs: [String: InputValue] = [:]
    ) throws(RunError) -> RunReport {
        let loaded = try program.loaded(inputs)
        let watch = watch(RunRequest(program))
        watch.started()
        let report = RunReport(report: loaded.run(on: self, catalog: Catalog()))
        watch.ended(report.end)
        return report
    }
}

extension Program {
    /// In memory, with its inputs, to be run once.
    func loaded(_ inputs: [String: InputValue]) throws(RunError) -> LoadedProgram {
        for name in inputs.keys where image.input(named: name) == nil {
            throw .inputs("the program has no input '\(name)'")
        }
        do throws(LoadError) {
            return try LoadedProgram(image, inputs: inputs.mapValues(\.value))
        } catch {
            throw RunError(error)
        }
    }
}
