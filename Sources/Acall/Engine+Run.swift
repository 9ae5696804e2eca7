// Running a program on an engine, and what comes of it.

import AcallCatalog
@_exported import AcallEngine
import AcallExecutor
import AcallImage

/// Why a program did not run.
public enum RunError: Error, Sendable, CustomStringConvertible {
    /// The inputs do not fit the program; a sentence that says how.
    case inputs(String)
    /// There is no memory for the program's data.
    case noMemory(bytes: Int, errno: Int32)

    public var description: String {
        switch self {
        case .inputs(let reason): reason
        case .noMemory(let bytes, let errno): "no memory for \(bytes) bytes (errno \(errno))"
        }
    }
}

/// What a run did.
public struct RunReport: Sendable {
    let report: Report

    /// An output's value.
    public enum Value: Sendable, Hashable {
        case integer(Int64)
        case unsigned(UInt64)
        case bytes([UInt8])
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
        /// Nanoseconds from the start of the run, and in the call.
        public let start: UInt64
        public let duration: UInt64
    }

    /// 0; 1 where a step failed or an assertion did not hold; else what the program gave `exit_group`.
    public var status: Int32 { report.status }

    /// The failures, one sentence each; empty where all went well.
    public var failures: [String] { report.failures.map(\.message) }

    /// In the order they were made; those not reached come last.
    public var steps: [Step] {
        report.steps.map {
            Step(
                name: $0.name, call: $0.call, outcome: $0.outcome.rawValue,
                result: $0.result?.value,
                start: $0.start, duration: $0.duration)
        }
    }

    /// The outputs that the program set, by name. A descriptor among them is the caller's to close.
    public var outputs: [String: Value] {
        var outputs: [String: Value] = [:]
        for output in report.outputs {
            switch output.value {
            case .integer(let value): outputs[output.name] = .integer(value)
            case .unsigned(let value): outputs[output.name] = .unsigned(value)
            case .text(let bytes), .hex(let bytes), .bytes(let bytes):
                outputs[output.name] = .bytes(bytes)
            case nil: break
            }
        }
        return outputs
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
    /// - Parameter inputs: by name; each must be of its input's type. They are copied.
    public func runBlocking(
        _ program: Program, _ inputs: [String: InputValue] = [:]
    ) throws(RunError) -> RunReport {
        let image = program.image
        for name in inputs.keys where image.input(named: name) == nil {
            throw .inputs("the program has no input '\(name)'")
        }
        let loaded: LoadedProgram
        do throws(LoadError) {
            loaded = try LoadedProgram(image, inputs: inputs.mapValues(\.value))
        } catch {
            switch error {
            case .input(let error): throw .inputs(error.description)
            case .noMemory(let bytes, let errno): throw .noMemory(bytes: bytes, errno: errno)
            }
        }
        return RunReport(report: loaded.run(on: self, catalog: Catalog()))
    }
}
