// Effects: what a statement reads, writes, uses and closes, in the order in which it happens.
//
// The checker appends an effect where it meets a use, together with the place in the source. The program graph makes
// an operation of each effect, and the flow analyses look at nothing else to learn what a statement does. The
// lowering ignores effects.

import AcallSyntax

struct Effect: Sendable {
    enum Kind: UInt8, Sendable {
        case none
        /// An executed statement begins.
        case statement
        /// A statement leaves whatever happens. `subject` is an `Exit`.
        case leave
        /// The statements of a proc that returns a value end. `subject` is its name.
        case endProcedure
        /// A variable comes into scope: it holds nothing that the program has written.
        case declare
        /// `subject` is an entry of `storages`; a call reads it, or it is part of an expression.
        case read
        /// `subject` is an entry of `storages`; a call writes it, or a statement of the program does.
        case write, assign
        /// The whole of a `bytes[N]` is passed or handed out. `subject` is an entry of `storages`.
        case whole
        /// `subject` is an entry of `storages`. A call put `value` (a step's result) bytes there.
        case fill
        /// A `records` loop begins, or has stopped, reading `subject`, an entry of `storages`.
        case walk, endWalk
        /// A step's result is named. `subject` is the step.
        case name
        /// `value` is passed as a descriptor.
        case use
        /// `value` is passed to a call that closes it.
        case close
        /// `value` is handed out by the output `subject`, an entry of `handedOut`.
        case handOut
        /// `value` bounds a slice or is a length.
        case length
        /// `value`, a step's result or a word that may hold one, is compared.
        case compare
        /// A mapping is used. `subject` is the step of the `mmap`.
        case useMapping
        /// A statement of the program reads or writes a mapping. `subject` is the step of the `mmap`.
        case readMapping, writeMapping
        /// A mapping is unmapped, or moved. `subject` is the step of the `mmap`.
        case unmap, move
        /// A mapping's protection changes. `subject` is the step of the `mmap`; `value` is the new protection if it
        /// is a constant and holds for the whole mapping, else `noValue`.
        case protect
        /// An output without a key is given. `subject` is the output's name.
        case output
    }

    static let noValue = UInt32.max

    var kind: Kind
    var subject: UInt32
    var value: UInt32 = Self.noValue
    /// The condition under which the effect happens, if its step has an `if`.
    var condition: UInt32 = Self.noValue
    var span: Span

    var valueID: ValueID? { value == Self.noValue ? nil : ValueID(Int(value)) }
    var conditionID: ValueID? { condition == Self.noValue ? nil : ValueID(Int(condition)) }
}

extension Checker {
    /// Appends an effect at this point of the program.
    mutating func note(
        _ kind: Effect.Kind, _ subject: Int = 0, value: ValueID? = nil, _ span: Span
    ) {
        let index = program.effects.count
        program.effects.append(
            Effect(
                kind: kind, subject: UInt32(truncatingIfNeeded: subject),
                value: value?.index ?? Effect.noValue, span: span))
        // A deferred call has its effects where it is made.
        if here.isDeferring { return }
        if case .effects(let range)? = program.statements.last, range.upperBound == index {
            program.statements[program.statements.count - 1] = .effects(
                range.lowerBound..<(index + 1))
            return
        }
        program.statements.append(.effects(index..<(index + 1)))
    }

    /// What a call closes or unmaps, it does not use.
    mutating func dropNames(since first: Int) {
        for index in first..<program.effects.count {
            switch program.effects[index].kind {
            case .name, .useMapping: program.effects[index].kind = .none
            default: break
            }
        }
    }

    /// The effects since `first` happen only if the condition holds.
    mutating func makeConditional(_ condition: ValueID?, since first: Int) {
        guard let condition else { return }
        for index in first..<program.effects.count {
            program.effects[index].condition = condition.index
        }
    }
}

extension [CheckedStatement] {
    /// Whether records come of the statements.
    var makeNothing: Bool {
        allSatisfy { if case .effects = $0 { true } else { false } }
    }
}
