// What a call of a proc accepts: the errors that end it early, and its deadline.
//
// Invariant: a step of the proc that fails with an error which the call accepts goes to the proc's end, by way of its
// clean-ups, with that error as the proc's result. A deadline that is armed inside another one ends no later than that,
// which is armed again behind it.

import AcallImage
import AcallSyntax
import CAcall

/// A call of a proc, with modifiers, whose steps are being lowered.
struct AcceptingCall {
    /// The proc's frame, and the label behind it.
    var frame: Int
    var end: Label
    /// Where what it returns is.
    var result: DataRef
    var modifiers: CheckedModifiers
    var expected: ExpectedResult?
    /// Holds when its time is over, on the monotonic clock.
    var deadline: DataRef?
}

/// What `expect` asks for.
struct ExpectedResult {
    enum Test {
        case compare(BinaryOperator, Word)
        case range(Word, Word, isClosed: Bool)
    }
    var test: Test
    /// As a person would say it.
    var message: [UInt8]
}

extension Lowering {
    /// -EINTR and -ETIMEDOUT.
    static let interrupted: Int64 = -4
    static let timedOut: Int64 = -110

    // MARK: Calls of procs

    mutating func lower(procedure statements: [CheckedStatement], _ site: CheckedSite) {
        let end = newLabel()
        guard !site.modifiers.isPlain, let local = site.result else {
            at(site) { $0.lowerBlock(statements, .procedure(end: end)) }
            return place(end)
        }
        let modifiers = site.modifiers
        let expected = modifiers.expectation.map { expectation($0) }
        let result = slots.localRefs[local]
        at(site) { lowering in
            var entry = AcceptingCall(
                frame: lowering.around.frames.count, end: end, result: result, modifiers: modifiers,
                expected: expected)
            if let timeout = modifiers.timeout {
                entry.deadline = lowering.begin(timeout, modifiers.timeoutSpan)
            }
            lowering.around.acceptingCalls.append(entry)
            lowering.lowerBlock(statements, .procedure(end: end))
            lowering.around.acceptingCalls.removeLast()
        }
        place(end)
        position.currentStep = nil
        if modifiers.timeout != nil { disarm() }
        guard let expected else { return }
        let checked = newLabel()
        for errno in modifiers.allowed {
            branch(ACALL_IF_EQUAL, .slot(result), .number(errno), to: checked)
        }
        accept(.slot(result), expected.test, to: checked)
        escape(with: .slot(result))
        emit(
            ACALL_OP_VALUE, [.slot(result)],
            stop: StopReason(.unexpectedResult, modifiers.expectSpan, expected.message),
            stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
        place(checked)
    }

    /// Goes on at a label where the word is what `expect` asks for.
    mutating func accept(_ word: Word, _ test: ExpectedResult.Test, to label: Label) {
        switch test {
        case .compare(let op, let expected):
            branch(op.condition ?? ACALL_IF_EQUAL, word, expected, to: label)
        case .range(let low, let high, let isClosed):
            let outside = newLabel()
            branch(ACALL_IF_LESS, word, low, to: outside)
            branch(isClosed ? ACALL_IF_LESS_EQUAL : ACALL_IF_LESS, word, high, to: label)
            place(outside)
        }
    }

    /// Leaves the proc whose call accepts the error, the innermost one; goes on where none does.
    mutating func escape(with error: Word) {
        // What is deferred runs on the way out already.
        if around.isCleaningUp { return }
        for entry in around.acceptingCalls.reversed() {
            let test = entry.expected.flatMap { Self.mayBeError($0.test) ? $0.test : nil }
            if entry.modifiers.allowed.isEmpty, test == nil { continue }
            let (isAccepted, next) = (newLabel(), newLabel())
            for errno in entry.modifiers.allowed {
                branch(ACALL_IF_EQUAL, error, .number(errno), to: isAccepted)
            }
            if let test {
                branch(ACALL_IF_LESS, error, .number(-4095), to: next)
                branch(ACALL_IF_GREATER_EQUAL, error, .number(0), to: next)
                accept(error, test, to: isAccepted)
            }
            jump(to: next)
            place(isAccepted)
            emit(ACALL_OP_MOVE, [.data(entry.result), error])
            leave(to: entry.frame, entry.end)
            place(next)
        }
    }

    private static func mayBeError(_ test: ExpectedResult.Test) -> Bool {
        switch test {
        case .compare(let op, .literal(let bits)):
            let value = Int64(bitPattern: bits)
            switch op {
            case .equal, .greaterEqual: return value < 0
            case .greater: return value < -1
            default: return true
            }
        case .range(.literal(let low), _, _): return Int64(bitPattern: low) < 0
        default: return true
        }
    }

    /// Whether an error is looked at by the step or by a call around it.
    func accepts(_ errno: Int64, _ modifiers: CheckedModifiers) -> Bool {
        func names(_ modifiers: CheckedModifiers) -> Bool {
            if modifiers.allowed.contains(errno) { return true }
            if let retry = modifiers.retry, retry.errnos.contains(errno) { return true }
            guard modifiers.isErrnoExpected, case .compare(_, let value)? = modifiers.expectation
            else { return false }
            return program[value] == .constant(errno)
        }
        if names(modifiers) { return true }
        return !around.isCleaningUp && around.acceptingCalls.contains { names($0.modifiers) }
    }

    // MARK: Deadlines

    /// A call of a proc around this place has a deadline.
    var isUnderDeadline: Bool { !around.isCleaningUp && outerDeadline != nil }

    private var outerDeadline: DataRef? {
        around.acceptingCalls.last { $0.deadline != nil }?.deadline
    }

    /// Arms the chain's deadline.
    mutating func arm(_ timeout: ValueID, _ span: Span) {
        let time = word(timeout)
        guard let outer = outerDeadline, !around.isCleaningUp else {
            note(time)
            emit(ACALL_OP_DEADLINE, [time], stop: StopReason(.callFailed, span))
            return
        }
        let left = remaining(until: outer)
        emit(ACALL_OP_MINIMUM, [.data(left), .slot(left), time])
        emit(ACALL_OP_DEADLINE, [.slot(left)], stop: StopReason(.callFailed, span))
    }

    /// Disarms it; one that is armed around this place is armed again.
    mutating func disarm() {
        guard let outer = outerDeadline, !around.isCleaningUp else {
            emit(ACALL_OP_DEADLINE, [.number(0)])
            return
        }
        emit(ACALL_OP_DEADLINE, [.slot(remaining(until: outer))])
    }

    /// Arms the deadline of a proc's call; when that is.
    private mutating func begin(_ timeout: ValueID, _ span: Span) -> DataRef {
        position.currentStep = nil
        let time = word(timeout)
        let outer = outerDeadline
        let end = data.slot(0)
        host(
            .now, [.data(end), .number(Self.monotonic)], stop: StopReason(.callFailed, span))
        emit(ACALL_OP_ADD, [.data(end), .slot(end), time], stop: StopReason(.arithmetic, span))
        if let outer { emit(ACALL_OP_MINIMUM, [.data(end), .slot(end), .slot(outer)]) }
        emit(
            ACALL_OP_DEADLINE, [.slot(remaining(until: end))], stop: StopReason(.callFailed, span))
        return end
    }

    /// Nanoseconds until a time of the monotonic clock; at least one, which is not none.
    private mutating func remaining(until end: DataRef) -> DataRef {
        let left = data.slot(0)
        host(.now, [.data(left), .number(Self.monotonic)], stop: nil)
        emit(ACALL_OP_SUBTRACT, [.data(left), .slot(end), .slot(left)])
        emit(ACALL_OP_MAXIMUM, [.data(left), .slot(left), .number(1)])
        return left
    }

    /// CLOCK_MONOTONIC.
    private static let monotonic: Int64 = 1

    /// Behind a way back that the engine does not take once the deadline of a proc's call has passed.
    mutating func leaveExpired() {
        guard isUnderDeadline, let entry = around.acceptingCalls.last(where: { $0.deadline != nil })
        else {
            return
        }
        escape(with: .number(Self.timedOut))
        emit(
            ACALL_OP_VALUE, [.number(Self.timedOut)],
            stop: StopReason(.callFailed, entry.modifiers.timeoutSpan),
            stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
    }
}
