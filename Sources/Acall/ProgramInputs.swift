// A program's inputs as generated code sets them: straight into the program's memory.

import AcallExecutor

/// What a program takes for a path or a string: a `String`, bytes, and what other modules make one of.
public protocol ProgramText: Sendable {
    /// Calls `body` with the bytes, without a terminator. They are copied.
    func withProgramText(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension String: ProgramText {
    public func withProgramText(_ body: (UnsafeRawBufferPointer) -> Void) {
        let isDone: Void? = utf8.withContiguousStorageIfAvailable {
            body(UnsafeRawBufferPointer($0))
        }
        if isDone == nil { utf8Span.span.withUnsafeBytes(body) }
    }
}

extension [UInt8]: ProgramText {
    public func withProgramText(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}

/// What a program takes for a descriptor: a number, or a type that stands for one. It stays its owner's, who keeps it
/// open until the program has ended.
public protocol ProgramDescriptor: Sendable {
    /// The kernel's number.
    var programDescriptor: Int32 { get }
}

extension Int: ProgramDescriptor {
    public var programDescriptor: Int32 { Int32(exactly: self) ?? -1 }
}

extension Int32: ProgramDescriptor {
    public var programDescriptor: Int32 { self }
}

extension SharedDescriptor: ProgramDescriptor {
    public var programDescriptor: Int32 { rawValue }
}

/// Where generated code puts a program's inputs: each by its place among those that the program declares.
public struct ProgramInputs: ~Copyable {
    /// The code that makes this keeps the program meanwhile; nobody can keep this longer.
    private let program: Unmanaged<LoadedProgram>

    init(_ program: Unmanaged<LoadedProgram>) { self.program = program }

    @usableFromInline var isRefused: Bool { program._withUnsafeGuaranteedRef { $0.isRefused } }

    /// Why the program can't have them.
    @usableFromInline var refusal: RunError? {
        program._withUnsafeGuaranteedRef { $0.refusal.map { .inputs($0.description) } }
    }

    private func bind(_ body: (LoadedProgram) throws(InputError) -> Void) {
        program._withUnsafeGuaranteedRef { $0.set(body) }
    }

    /// What no input can hold is refused when the program is to run.
    public mutating func set(_ place: Int, integer: some BinaryInteger) {
        bind { program throws(InputError) in
            try program.bind(place, integer: Int64(exactly: integer) ?? .min)
        }
    }

    public mutating func set(_ place: Int, descriptor: any ProgramDescriptor) {
        bind { program throws(InputError) in
            try program.bind(place, integer: Int64(descriptor.programDescriptor))
        }
    }

    public mutating func set(_ place: Int, text: any ProgramText) {
        let program = program
        text.withProgramText { bytes in
            program._withUnsafeGuaranteedRef { $0.set(place, text: bytes) }
        }
    }

    public mutating func set(_ place: Int, integers: [Int64]) {
        bind { program throws(InputError) in try program.bind(place, integers: integers) }
    }

    public mutating func set(_ place: Int, texts: [any ProgramText]) {
        bind { program throws(InputError) in
            try program.bind(place, texts: texts.count) { texts[$0].withProgramText($1) }
        }
    }
}
