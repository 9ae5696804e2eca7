// A program's outputs as generated code reads them.

import AcallExecutor
import AcallImage

/// A program's outputs, for generated code: each by its name, and by its place among the names.
public struct OutputValues: ~Copyable {
    private enum Source {
        case made([String: RunReport.Value])
        case item(RunReport.Value)
        /// Of a run whose report is not made yet; whoever makes this keeps it, and nobody can keep this longer.
        case run(Unmanaged<PreparedRun>, OutputWords)
    }

    private let source: Source

    init(_ values: [String: RunReport.Value]) { source = .made(values) }
    init(_ run: PreparedRun, _ words: OutputWords) {
        source = .run(.passUnretained(run), words)
    }
    private init(item: RunReport.Value) { source = .item(item) }

    private func value(_ name: String, _ place: Int) -> RunReport.Value? {
        switch source {
        case .made(let values): values[name]
        case .item(let value): value
        case .run(let run, _):
            run._withUnsafeGuaranteedRef { $0.prepared.output(place).map(RunReport.value) }
        }
    }

    public func integer(_ name: String, _ place: Int) -> Int? {
        if case .run(_, let words) = source {
            return words.word(place).map { Int(truncatingIfNeeded: $0) }
        }
        if case .integer(let value)? = value(name, place) { return Int(value) }
        return nil
    }

    public func unsigned(_ name: String, _ place: Int) -> UInt? {
        if case .run(_, let words) = source {
            return words.word(place).map { UInt(truncatingIfNeeded: $0) }
        }
        if case .unsigned(let value)? = value(name, place) { return UInt(value) }
        return nil
    }

    public func bytes(_ name: String, _ place: Int) -> [UInt8]? {
        if case .bytes(let value)? = value(name, place) { value } else { nil }
    }

    /// Bytes that are no UTF-8 are replaced.
    public func text(_ name: String, _ place: Int) -> String? {
        bytes(name, place).map { String(decoding: $0, as: UTF8.self) }
    }

    public func descriptor(_ name: String, _ place: Int) -> OwnedDescriptor? {
        integer(name, place).map { OwnedDescriptor(Int32($0)) }
    }

    /// By number.
    public func indexed<Value>(
        _ name: String, _ place: Int, _ make: (borrowing OutputValues) -> Value?
    ) -> [Int: Value] {
        guard case .indexed(let items)? = value(name, place) else { return [:] }
        return items.reduce(into: [:]) { $0[Int($1.key)] = make(OutputValues(item: $1.value)) }
    }

    /// By text.
    public func named<Value>(
        _ name: String, _ place: Int, _ make: (borrowing OutputValues) -> Value?
    ) -> [String: Value] {
        guard case .named(let items)? = value(name, place) else { return [:] }
        return items.reduce(into: [:]) {
            $0[String(decoding: $1.key, as: UTF8.self)] = make(OutputValues(item: $1.value))
        }
    }

    /// Nobody is there to take them.
    func closeDescriptors(of program: Program) {
        for output in program.image.outputs where output.kind == .descriptor && output.key == nil {
            _ = descriptor(program.image.string(output.name), -1)
        }
    }
}
