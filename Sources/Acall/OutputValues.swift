// A program's outputs as generated code reads them.

import AcallExecutor
import AcallImage

/// A program's outputs, for generated code: each by its name, and by its place among the names.
public struct OutputValues: ~Copyable {
    /// Values that were made. A class, so that this needs no destruction: a thread that reads outputs has just been in the
    /// kernel.
    private final class Made {
        let values: [String: RunReport.Value]
        /// In place of those: an item of one.
        let item: RunReport.Value?

        init(_ values: [String: RunReport.Value], item: RunReport.Value? = nil) {
            (self.values, self.item) = (values, item)
        }
    }

    /// Of a run whose report is not made yet, or nil. The code that makes this keeps what it refers to, and nobody can keep
    /// this longer.
    private let run: Unmanaged<PreparedRun>?
    private let words: OutputWords?
    private let made: Unmanaged<Made>?

    init(_ run: PreparedRun, _ words: OutputWords) {
        (self.run, self.words, made) = (.passUnretained(run), words, nil)
    }

    private init(_ made: Made) {
        (run, words, self.made) = (nil, nil, .passUnretained(made))
    }

    /// Reads values that were made.
    static func with<Result: ~Copyable>(
        _ values: [String: RunReport.Value], _ body: (borrowing OutputValues) -> Result
    ) -> Result {
        with(Made(values), body)
    }

    private static func with<Result: ~Copyable>(
        _ made: Made, _ body: (borrowing OutputValues) -> Result
    ) -> Result {
        withExtendedLifetime(made) { body(OutputValues(made)) }
    }

    private func value(_ name: String, _ place: Int) -> RunReport.Value? {
        if let run {
            return run._withUnsafeGuaranteedRef { $0.prepared.output(place).map(RunReport.value) }
        }
        return made?._withUnsafeGuaranteedRef { $0.item ?? $0.values[name] }
    }

    public func integer(_ name: String, _ place: Int) -> Int? {
        if let words { return words.word(place).map { Int(truncatingIfNeeded: $0) } }
        switch value(name, place) {
        case .integer(let value)?: return Int(value)
        // Another statement may give the same output a negative value.
        case .unsigned(let value)?: return Int(exactly: value)
        default: return nil
        }
    }

    public func unsigned(_ name: String, _ place: Int) -> UInt? {
        if let words { return words.word(place).map { UInt(truncatingIfNeeded: $0) } }
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
        guard let number = integer(name, place) else { return nil }
        return OwnedDescriptor(Int32(truncatingIfNeeded: number))
    }

    /// Whether there is a descriptor of that name: asked for all of them before the first is owned.
    public func isDescriptor(_ name: String, _ place: Int) -> Bool {
        integer(name, place) != nil
    }

    public func descriptors(indexed name: String, _ place: Int) -> OwnedDescriptors<Int> {
        OwnedDescriptors(indexed(name, place) { $0.number })
    }

    public func descriptors(named name: String, _ place: Int) -> OwnedDescriptors<String> {
        OwnedDescriptors(named(name, place) { $0.number })
    }

    private var number: Int32? { integer("", 0).map { Int32(truncatingIfNeeded: $0) } }

    /// By number.
    public func indexed<Value>(
        _ name: String, _ place: Int, _ make: (borrowing OutputValues) -> Value?
    ) -> [Int: Value] {
        guard case .indexed(let items)? = value(name, place) else { return [:] }
        return items.reduce(into: [:]) {
            $0[Int($1.key)] = Self.with(Made([:], item: $1.value), make)
        }
    }

    /// By text.
    public func named<Value>(
        _ name: String, _ place: Int, _ make: (borrowing OutputValues) -> Value?
    ) -> [String: Value] {
        guard case .named(let items)? = value(name, place) else { return [:] }
        return items.reduce(into: [:]) {
            $0[String(decoding: $1.key, as: UTF8.self)] = Self.with(Made([:], item: $1.value), make)
        }
    }

    /// Nobody is there to take them.
    func closeDescriptors(of program: Program) {
        var closed: Set<String> = []
        for output in program.image.outputs where output.kind == .descriptor {
            let name = program.image.string(output.name)
            // Several statements may give one output.
            guard closed.insert(name).inserted else { continue }
            switch output.key {
            case nil: _ = descriptor(name, -1)
            case .integer?: _ = descriptors(indexed: name, -1)
            case .text?, .address?: _ = descriptors(named: name, -1)
            }
        }
    }
}
