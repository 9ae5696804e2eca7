// Programs that were compiled with the app: types, made by the build tool plugin or by `acall-run compile`.

import AcallEngine
import AcallExecutor
import AcallImage

/// A program with typed inputs and outputs. Types of this kind are generated; nobody writes them.
public protocol EmbeddedProgram: Sendable {
    associatedtype Outputs: Sendable
    /// The compiled program, loaded from the app's own data once.
    static var program: Program { get }
    /// The inputs that differ from what the program says itself.
    var inputs: [String: InputValue] { get }
    /// The outputs of a run that went well; nil where one is missing.
    static func outputs(of values: OutputValues) -> Outputs?
}

/// What a typed run gives.
public struct Finished<Outputs: Sendable>: Sendable {
    public let outputs: Outputs
    public let report: RunReport
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
        if let run = try Embedded.program.prepared() {
            let (isWhole, run) = try await self.run(run, program.inputs)
            if isWhole, let outputs = Embedded.outputs(of: OutputValues(run)) {
                return Finished(outputs: outputs, report: RunReport(run))
            }
            report = RunReport(run)
        } else {
            report = try await run(Embedded.program, program.inputs)
        }
        if report.status != 0 || report.wasCancelled { try Task.checkCancellation() }
        return try Embedded.finished(report)
    }

    /// Runs an embedded program on the calling thread, which is blocked meanwhile.
    public func runBlocking<Embedded: EmbeddedProgram>(
        _ program: Embedded
    ) throws(RunError) -> Finished<Embedded.Outputs> {
        let image = Embedded.program
        guard let run = try image.prepared() else {
            return try Embedded.finished(runBlocking(image, program.inputs))
        }
        let isWhole: Bool
        do throws(LoadError) {
            isWhole = try run.prepared.run(on: self, inputs: program.inputs.mapValues(\.value))
        } catch {
            throw RunError(error)
        }
        guard isWhole, let outputs = Embedded.outputs(of: OutputValues(run)) else {
            return try Embedded.finished(RunReport(run))
        }
        return Finished(outputs: outputs, report: RunReport(run))
    }
}

extension EmbeddedProgram {
    fileprivate static func finished(_ report: RunReport) throws(RunError) -> Finished<Outputs> {
        let values = OutputValues(report.outputs)
        guard report.failures.isEmpty, let outputs = outputs(of: values) else {
            values.closeDescriptors(of: program)
            throw .failed(report)
        }
        return Finished(outputs: outputs, report: report)
    }
}

/// A program's outputs by name, for generated code.
public struct OutputValues {
    private let values: [String: RunReport.Value]
    /// Of a run whose report is not made yet.
    private let run: PreparedRun?

    init(_ values: [String: RunReport.Value]) { (self.values, run) = (values, nil) }
    init(_ run: PreparedRun) { (values, self.run) = ([:], run) }

    private func value(_ name: String) -> RunReport.Value? {
        run.map { $0.prepared.output(name).map(RunReport.value) } ?? values[name]
    }

    public func integer(_ name: String) -> Int? {
        if case .integer(let value)? = value(name) { Int(value) } else { nil }
    }

    public func unsigned(_ name: String) -> UInt? {
        if case .unsigned(let value)? = value(name) { UInt(value) } else { nil }
    }

    public func bytes(_ name: String) -> [UInt8]? {
        if case .bytes(let value)? = value(name) { value } else { nil }
    }

    /// Bytes that are no UTF-8 are replaced.
    public func text(_ name: String) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    public func descriptor(_ name: String) -> OwnedDescriptor? {
        integer(name).map { OwnedDescriptor(Int32($0)) }
    }

    /// By number.
    public func indexed<Value>(_ name: String, _ make: (OutputValues) -> Value?) -> [Int: Value] {
        guard case .indexed(let items)? = values[name] else { return [:] }
        return items.reduce(into: [:]) { $0[Int($1.key)] = make(OutputValues(["": $1.value])) }
    }

    /// By text.
    public func named<Value>(_ name: String, _ make: (OutputValues) -> Value?) -> [String: Value] {
        guard case .named(let items)? = values[name] else { return [:] }
        return items.reduce(into: [:]) {
            $0[String(decoding: $1.key, as: UTF8.self)] = make(OutputValues(["": $1.value]))
        }
    }

    /// Nobody is there to take them.
    func closeDescriptors(of program: Program) {
        for output in program.image.outputs where output.kind == .descriptor && output.key == nil {
            _ = descriptor(program.image.string(output.name))
        }
    }
}
