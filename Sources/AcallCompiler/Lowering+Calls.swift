// A step's records: condition, arguments, the call and its repeats, its descriptors, its checks.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    mutating func beginStep(
        name: String?, call: String, origin: StepOrigin, span: Span, result: DataRef,
        isFully: Bool = false, isRetried: Bool = false, isExitStatus: Bool = false
    ) {
        image.steps.append(
            StepEntry(
                name: name.map { intern($0) } ?? .empty, call: intern(call), origin: origin,
                range: SourceRange(span), record: UInt32(image.records.count),
                result: 0, isFully: isFully, isRetried: isRetried, isExitStatus: isExitStatus))
        slots.stepRefs.append(result)
        position.currentStep = UInt32(image.steps.count - 1)
    }

    mutating func lowerCall(_ index: Int, origin: StepOrigin) {
        let step = program.steps[index]
        let syscall = program.syscalls[step.syscall]
        // The result of a chain's only call has its place already.
        let known = slots.resultRefs[index]
        let isOther = step.isFully || step.exitStatus != nil
        let completion = isOther ? data.newCompletion() : known ?? data.newCompletion()
        let result = isOther ? known ?? data.slot(-125) : completion
        slots.resultRefs[index] = result
        if step.isInLoop, step.condition != nil {
            emit(ACALL_OP_MOVE, [.data(result), .number(-125)])
        }
        prepareDescriptors(of: step, completion)
        beginStep(
            name: step.name.map { program.names[$0] },
            call: step.isByNumber ? "syscall" : syscall.name,
            origin: step.isCalled && origin == .written ? .called : origin, span: step.span,
            result: step.exitStatus == nil ? result : completion, isFully: step.isFully,
            isRetried: step.retry != nil, isExitStatus: step.exitStatus != nil)
        if step.mapped != nil {
            slots.mappedLengths[index] = data.slot(0)
            around.frames[cleanUpFrame].cleanUps.append(.unmap(step: index))
        }
        guarded(by: step.condition) {
            if let mapped = step.mapped, let length = $0.slots.mappedLengths[index] {
                $0.emit(ACALL_OP_MOVE, [.data(length), $0.word(mapped)])
            }
            $0.lowerCall(step, syscall, completion: completion, result: result)
        }
    }

    private mutating func lowerCall(
        _ step: CheckedStep, _ syscall: Syscall, completion: DataRef, result: DataRef
    ) {
        var words = step.arguments.map { word($0) }
        let expected = step.expectation.map { expectation($0) }
        let isPlain =
            step.modifiers.isPlain && step.exitStatus == nil
            && (around.acceptingCalls.isEmpty || around.isCleaningUp)
        if step.number == ACALL_OP_HOST { words = hostWords(words) }
        if isPlain {
            lower(step.guards, step.span)
            endArguments()
        }
        if case .descriptor(let index) = step.releases, owned.closedRefs[index] != nil {
            // Its result says enough.
        } else {
            release(step.releases)
        }
        if isPlain {
            emitCall(
                step.number, words, completion: completion, stop: StopReason(.callFailed, step.span)
            )
            keepDescriptors(of: step, result, canHaveFailed: false)
            disarm(step, result, canHaveFailed: false)
            return
        }
        if isUnderDeadline { noteComputedDeadline() }
        if let timeout = step.timeout { arm(timeout, step.span) }
        let isLimited = step.timeout != nil || isUnderDeadline
        var progress: Progress?
        if step.isFully, let advance = syscall.advance {
            progress = beginProgress(advance, syscall, result, &words)
        }
        let counter = step.retry.map { _ in data.slot(0) }
        if let counter { emit(ACALL_OP_MOVE, [.data(counter), .number(0)]) }
        let again = newLabel()
        place(again)
        lower(step.guards, step.span)
        endArguments()
        emitCall(
            step.number, words, completion: completion, stop: nil,
            isInterruptible: accepts(Self.interrupted, step.modifiers))
        if let retry = step.retry, let counter {
            lower(retry, counter, completion, again: again, isLimited: isLimited)
        }
        if let progress {
            lower(progress, step, completion, result, again: again, isLimited: isLimited)
        }
        if step.timeout != nil { disarm() }
        if let told = step.exitStatus { tellStatus(ref(told, 0), completion, result) }
        keepDescriptors(of: step, result, canHaveFailed: true)
        disarm(step, result, canHaveFailed: true)
        let checked = newLabel()
        check(step, completion, result, expected, progress, to: checked)
        place(checked)
    }

    /// A failure from here on is one of the call.
    private mutating func endArguments() {
        if !around.frames.isEmpty { around.frames[around.frames.count - 1].skip = nil }
    }

    /// The exit status, or minus the signal; the call's own result where that is negative.
    private mutating func tellStatus(_ told: DataRef, _ completion: DataRef, _ result: DataRef) {
        let (done, isDifferent) = (newLabel(), newLabel())
        emit(ACALL_OP_MOVE, [.data(result), .slot(completion)])
        branch(ACALL_IF_LESS, .slot(completion), .number(0), to: done)
        let code = load(.data(told.advanced(by: 8)), .int)
        emit(
            ACALL_OP_LOAD,
            [.data(result), .data(told.advanced(by: 24)), .number(IntegerType.int.format)])
        // CLD_EXITED
        branch(ACALL_IF_NOT_EQUAL, code, .number(1), to: isDifferent)
        jump(to: done)
        place(isDifferent)
        emit(ACALL_OP_SUBTRACT, [.data(result), .number(0), .slot(result)])
        place(done)
    }

    /// A call of a proc around the step at hand has a deadline.
    private mutating func noteComputedDeadline() {
        if let currentStep = position.currentStep {
            image.steps[Int(currentStep)].deadline = .computed
        }
    }

    /// How long the step at hand may take.
    mutating func note(_ limit: Word) {
        guard let currentStep = position.currentStep else { return }
        if case .literal(let time) = limit {
            image.steps[Int(currentStep)].deadline = time == 0 ? .none : .fixed(time)
        } else {
            image.steps[Int(currentStep)].deadline = .computed
        }
    }

    /// The arguments of a process to be started stand in a block of words.
    private mutating func hostWords(_ words: [Word]) -> [Word] {
        let block = data.slot(0)
        for _ in 1..<words.count { _ = data.slot(0) }
        for (index, word) in words.enumerated() {
            emit(ACALL_OP_MOVE, [.data(block.advanced(by: index * 8)), word])
        }
        return [.literal(HostFunction.spawn.rawValue), .literal(0), .data(block)]
    }

    // MARK: Retry

    private mutating func lower(
        _ retry: CheckedRetry, _ counter: DataRef, _ completion: DataRef, again: Label,
        isLimited: Bool
    ) {
        let isDone = newLabel()
        let isRetried = newLabel()
        branch(ACALL_IF_GREATER_EQUAL, .slot(completion), .number(0), to: isDone)
        for errno in retry.errnos {
            branch(ACALL_IF_EQUAL, .slot(completion), .number(errno), to: isRetried)
        }
        jump(to: isDone)
        place(isRetried)
        let times = word(retry.times)
        branch(ACALL_IF_GREATER_EQUAL, .slot(counter), times, to: isDone)
        emit(ACALL_OP_ADD, [.data(counter), .slot(counter), .number(1)])
        if let after = retry.after {
            let call = position.currentStep
            let wait = data.newCompletion()
            beginStep(
                name: nil, call: "nanosleep", origin: .retryWait, span: retry.span, result: wait)
            emitCall(
                program.added.waitNumber, [word(after), .number(0)], completion: wait, stop: nil)
            position.currentStep = call
        }
        jump(to: again)
        // Behind a way back that was not taken the time is over, be it in a call or in the waiting.
        if isLimited { emit(ACALL_OP_MOVE, [.data(completion), .number(-110)]) }
        place(isDone)
    }

    // MARK: Fully

    /// What is left to do of a step that is done `fully`. Its result is what was done so far, once anything was: so
    /// a cancelled step has it too.
    struct Progress {
        var total: DataRef
        var length: DataRef
        /// The buffer's address and the offset, where there are such.
        var advancing: [DataRef]
    }

    private mutating func beginProgress(
        _ advance: Syscall.Advance, _ syscall: Syscall, _ result: DataRef, _ words: inout [Word]
    ) -> Progress {
        let total = data.slot(0)
        emit(ACALL_OP_MOVE, [.data(total), .number(0)])
        func moved(_ parameter: Int, _ lowering: inout Lowering) -> DataRef {
            let slot = lowering.data.slot(0)
            lowering.emit(ACALL_OP_MOVE, [.data(slot), words[parameter]])
            words[parameter] = .slot(slot)
            return slot
        }
        let length = moved(advance.length, &self)
        var advancing: [DataRef] = []
        if let buffer = advance.buffer { advancing.append(moved(buffer, &self)) }
        // An offset that is passed by address is moved on by the kernel.
        if let offset = advance.offset, case .integer = syscall.parameters[offset].type {
            advancing.append(moved(offset, &self))
        }
        return Progress(total: total, length: length, advancing: advancing)
    }

    private mutating func lower(
        _ progress: Progress, _ step: CheckedStep, _ completion: DataRef, _ result: DataRef,
        again: Label, isLimited: Bool
    ) {
        let (hasFailed, isNothing, after) = (newLabel(), newLabel(), newLabel())
        let done = Word.slot(completion)
        branch(ACALL_IF_LESS, done, .number(0), to: hasFailed)
        emit(ACALL_OP_ADD, [.data(progress.total), .slot(progress.total), done])
        emit(ACALL_OP_MOVE, [.data(result), .slot(progress.total)])
        branch(ACALL_IF_EQUAL, done, .number(0), to: after)
        for slot in progress.advancing { emit(ACALL_OP_ADD, [.data(slot), .slot(slot), done]) }
        emit(ACALL_OP_SUBTRACT, [.data(progress.length), .slot(progress.length), done])
        if isLimited {
            branch(ACALL_IF_LESS_EQUAL, .slot(progress.length), .number(0), to: after)
            jump(to: again)
            // A way back that was not taken: the time is over.
            emit(ACALL_OP_MOVE, [.data(completion), .number(Self.timedOut)])
        } else {
            branch(ACALL_IF_GREATER, .slot(progress.length), .number(0), to: again)
            jump(to: after)
        }
        place(hasFailed)
        // What was done is the result of a call that may fail so.
        branch(ACALL_IF_EQUAL, .slot(progress.total), .number(0), to: isNothing)
        for errno in step.allowed { branch(ACALL_IF_EQUAL, done, .number(errno), to: after) }
        place(isNothing)
        emit(ACALL_OP_MOVE, [.data(result), done])
        place(after)
    }

    // MARK: Checks

    mutating func expectation(_ expectation: CheckedExpectation) -> ExpectedResult {
        switch expectation {
        case .compare(let op, let id):
            let prefix = op == .equal ? "" : op.symbol + " "
            return ExpectedResult(
                test: .compare(op, word(id)), message: Array(prefix.utf8) + source(of: id))
        case .range(let low, let high, let isClosed):
            let text = source(of: low) + Array((isClosed ? "..." : "..<").utf8) + source(of: high)
            return ExpectedResult(
                test: .range(word(low), word(high), isClosed: isClosed), message: text)
        }
    }

    private func source(of id: ValueID) -> [UInt8] {
        let span = program.span(of: id)
        let bytes = program.source.bytes
        let end = min(Int(span.end), bytes.count)
        return Array(bytes[min(Int(span.start), end)..<end])
    }

    private mutating func check(
        _ step: CheckedStep, _ completion: DataRef, _ result: DataRef, _ expected: ExpectedResult?,
        _ progress: Progress?, to checked: Label
    ) {
        // An allowed error is what the last call returned, whatever came of it.
        for errno in step.allowed {
            branch(ACALL_IF_EQUAL, .slot(completion), .number(errno), to: checked)
        }
        if step.exitStatus != nil {
            return checkStatus(step, completion, result, expected, to: checked)
        }
        var kind = StopKind.callFailed
        var message: [UInt8] = []
        if let expected {
            accept(.slot(result), expected.test, to: checked)
            (kind, message) = (.unexpectedResult, expected.message)
        } else {
            branch(ACALL_IF_GREATER_EQUAL, .slot(result), .number(0), to: checked)
        }
        escape(with: .slot(result))
        let words: [Word] =
            progress.map {
                [
                    .slot(result), .slot($0.total), .slot($0.length),
                    .number(StopOperands.progress.rawValue),
                ]
            } ?? [.slot(result)]
        emit(
            ACALL_OP_VALUE, words,
            stop: StopReason(kind, expected == nil ? step.span : step.expectSpan, message),
            stopFlag: expected == nil ? ACALL_SUBMIT_STOP_ERROR : ACALL_SUBMIT_STOP_ALWAYS)
    }

    /// Of a process: an error is the call's, and is told from a signal, whose number it may have.
    private mutating func checkStatus(
        _ step: CheckedStep, _ completion: DataRef, _ status: DataRef, _ expected: ExpectedResult?,
        to checked: Label
    ) {
        let isError = step.modifiers.isErrnoExpected
        let hasEnded = newLabel()
        branch(ACALL_IF_GREATER_EQUAL, .slot(completion), .number(0), to: hasEnded)
        if isError, let expected { accept(.slot(completion), expected.test, to: checked) }
        escape(with: .slot(completion))
        emit(ACALL_OP_VALUE, [.slot(completion)], stop: StopReason(.callFailed, step.span))
        place(hasEnded)
        guard let expected else { return }
        if !isError { accept(.slot(status), expected.test, to: checked) }
        emit(
            ACALL_OP_VALUE,
            [
                .slot(status), .number(0), .number(0),
                .number(StopOperands.exitStatus.rawValue),
            ],
            stop: StopReason(.unexpectedResult, step.expectSpan, expected.message),
            stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
    }

    // MARK: Mappings

    /// What the program unmaps is not unmapped by itself: by then another mapping may have the addresses.
    private mutating func disarm(_ step: CheckedStep, _ result: DataRef, canHaveFailed: Bool) {
        guard let unmapped = step.unmaps, let length = slots.mappedLengths[unmapped] else { return }
        let failed = newLabel()
        if canHaveFailed { branch(ACALL_IF_LESS, .slot(result), .number(0), to: failed) }
        emit(ACALL_OP_MOVE, [.data(length), .number(0)])
        place(failed)
    }

    // MARK: Descriptors

    /// Where the descriptors are kept that a step makes, and that the end of the chain closes them.
    private mutating func prepareDescriptors(of step: CheckedStep, _ completion: DataRef) {
        for index in step.makes {
            let descriptor = program.descriptors[index]
            if descriptor.owner != nil, owned.ownedRefs[index] != nil { continue }
            if let close = owned.onlyCloses[index] {
                let closed = data.newCompletion()
                (owned.closedRefs[index], slots.resultRefs[close]) = (closed, closed)
            }
            owned.ownedRefs[index] = needsSlot(index) ? ownedSlot(index) : completion
            around.frames[cleanUpFrame].cleanUps.append(.close(descriptor: index))
        }
    }

    /// Whether the step's result is not enough to tell whether the descriptor is to be closed.
    private func needsSlot(_ index: Int) -> Bool {
        let descriptor = program.descriptors[index]
        if descriptor.element != nil || descriptor.owner != nil || descriptor.isEscaped {
            return true
        }
        return descriptor.isReleased && owned.closedRefs[index] == nil
    }

    private mutating func keepDescriptors(
        of step: CheckedStep, _ result: DataRef, canHaveFailed: Bool
    ) {
        let after = newLabel()
        if canHaveFailed, step.madeAt != nil {
            branch(ACALL_IF_LESS, .slot(result), .number(0), to: after)
        }
        for index in step.makes {
            let descriptor = program.descriptors[index]
            guard let owned = owned.ownedRefs[index] else { continue }
            if let element = descriptor.element, let madeAt = step.madeAt {
                let address = word(madeAt)
                guard case .data(let ref) = address else { continue }
                emit(
                    ACALL_OP_LOAD,
                    [
                        .data(owned), .data(ref.advanced(by: element * 4)),
                        .number(IntegerType.int.format),
                    ])
            } else if descriptor.isKept {
                let none = newLabel()
                branch(ACALL_IF_LESS, .slot(result), .number(0), to: none)
                keep(.slot(result), step.span)
                place(none)
            } else if needsSlot(index) {
                emit(ACALL_OP_MOVE, [.data(owned), .slot(result)])
            }
        }
        place(after)
    }

    /// The frame at whose end what is opened here is closed: the pass of the innermost loop, or the chain.
    var cleanUpFrame: Int {
        around.frames.indices.last {
            if case .loop = around.frames[$0].kind { true } else { false }
        } ?? 0
    }

    /// A descriptor that an output hands out is no longer the program's to close.
    mutating func giveAway(_ value: ValueID, _ owned: Int?) {
        let isKept = owned.map { program.descriptors[$0].isKept } ?? true
        release(isKept ? .anyEqual(to: value) : owned.map { .descriptor($0) } ?? .nothing)
    }

    /// What is being closed is no longer the program's, whatever `close` returns.
    private mutating func release(_ release: Release) {
        switch release {
        case .nothing: break
        case .descriptor(let index):
            if let owned = owned.ownedRefs[index] {
                emit(ACALL_OP_MOVE, [.data(owned), .number(-1)])
            }
        case .anyEqual(let id):
            releaseAny(word(id), program.span(of: id))
        }
    }
}

extension BinaryOperator {
    var symbol: String {
        switch self {
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        case .and: "&"
        case .or: "|"
        case .xor: "^"
        case .shiftLeft: "<<"
        case .shiftRight: ">>"
        case .add: "+"
        case .subtract: "-"
        case .equal: "=="
        case .notEqual: "!="
        case .less: "<"
        case .lessEqual: "<="
        case .greater: ">"
        case .greaterEqual: ">="
        case .logicalAnd: "&&"
        case .logicalOr: "||"
        }
    }
}
