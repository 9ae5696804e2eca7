// Records: emitting them, branches and labels, and values that records compute.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

/// Why a record may stop its chain.
struct StopReason {
    var kind: StopKind
    var span: Span
    var message: [UInt8]

    init(_ kind: StopKind, _ span: Span, _ message: [UInt8] = []) {
        self.kind = kind
        self.span = span
        self.message = message
    }
}

extension Lowering {
    /// Appends a record; its number.
    @discardableResult
    mutating func emit(
        _ nr: UInt32, _ words: [Word], stop: StopReason? = nil,
        stopFlag: UInt32 = ACALL_SUBMIT_STOP_ERROR, flags: UInt32 = 0
    ) -> Int {
        let index = image.records.count
        var record = acall_submission()
        record.nr = nr
        record.cookie = UInt64(index + 1)
        record.flags = flags | (around.isCleaningUp ? UInt32(ACALL_SUBMIT_CLEANUP) : 0)
        var mask: UInt16 = 0
        withUnsafeMutableBytes(of: &record.args) { bytes in
            let arguments = bytes.bindMemory(to: UInt64.self)
            for (position, word) in words.enumerated() {
                switch word {
                case .literal(let value): arguments[position] = value
                case .data(let ref):
                    arguments[position] = ref.raw
                    mask |= RelocationMask.argument(position).rawValue
                case .slot(let ref):
                    arguments[position] = ref.raw
                    mask |= RelocationMask.argument(position).rawValue
                    record.flags |= 1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + Int32(position))
                }
            }
        }
        if let stop {
            record.flags |= stopFlag
            let description = StopDescription(nr, words, stop)
            image.stops.append(
                StopEntry(
                    record: UInt32(index), kind: stop.kind, step: position.currentStep,
                    range: SourceRange(stop.span), message: intern(stop.message),
                    form: description.form, operands: description.operands))
        }
        image.records.append(record)
        image.relocations.append(RelocationMask(rawValue: mask))
        image.recordSteps.append(position.currentStep ?? .max)
        if stop != nil, stopFlag == ACALL_SUBMIT_STOP_ERROR, let skip = around.frames.last?.skip {
            skipCall(to: skip, ifFailed: index)
        }
        return index
    }

    /// Clean-up goes on behind a record that has failed: the deferred call for which it computes something does not.
    private mutating func skipCall(to label: Label, ifFailed record: Int) {
        let completion = data.newCompletion()
        image.records[record].completion_pointer = completion.raw
        image.relocations[record].insert(.completion)
        branch(ACALL_IF_LESS, .slot(completion), .number(0), to: label)
    }

    /// A system call: observed, with a completion.
    mutating func emitCall(
        _ number: UInt32, _ words: [Word], completion: DataRef, stop: StopReason?,
        isInterruptible: Bool = false
    ) {
        let flags = isInterruptible ? ACALL_SUBMIT_INTERRUPTIBLE : 0
        let index = emit(number, words, stop: stop, flags: ACALL_SUBMIT_OBSERVED | flags)
        image.records[index].completion_pointer = completion.raw
        image.relocations[index].insert(.completion)
        if let currentStep = position.currentStep {
            image.steps[Int(currentStep)].record = UInt32(index)
        }
    }

    mutating func withArgument(_ argument: Int, of record: Int, _ body: (inout UInt64) -> Void) {
        withUnsafeMutableBytes(of: &image.records[record].args) {
            body(&$0.bindMemory(to: UInt64.self)[argument])
        }
    }

    // MARK: Branches

    mutating func newLabel() -> Label {
        jumps.labels.append(-1)
        return Label(index: jumps.labels.count - 1)
    }

    /// The label stands before the next record.
    mutating func place(_ label: Label) {
        jumps.labels[label.index] = image.records.count
        jumps.lastLabel = image.records.count
    }

    mutating func branch(_ condition: Int32, _ a: Word, _ b: Word, to label: Label) {
        let index = emit(ACALL_OP_BRANCH, [.number(Int64(condition)), a, b])
        jumps.branches.append((index, label, position.batchStart))
    }

    mutating func jump(to label: Label) {
        branch(ACALL_IF_ALWAYS, .number(0), .number(0), to: label)
    }

    /// Goes to the label where the value's truth is `truth`; what stands right of `&&` and `||` is
    /// computed only where the left side leaves it open.
    mutating func branch(if id: ValueID, is truth: Bool, to label: Label) {
        switch program[id] {
        case .below(let a, let b, let orEqual):
            let (x, y) = (word(a), word(b))
            let (strict, loose) = (ACALL_IF_BELOW, ACALL_IF_BELOW_EQUAL)
            if truth { return branch(orEqual ? loose : strict, x, y, to: label) }
            // What is not below is above or the same: the other way round.
            branch(orEqual ? strict : loose, y, x, to: label)
        case .not(let inner): branch(if: inner, is: !truth, to: label)
        case .binary(let op, let a, let b):
            if let condition = op.condition {
                let (x, y) = (word(a), word(b))
                let test = truth ? condition : Self.opposite(condition)
                return branch(test, x, y, to: label)
            }
            if op == .logicalAnd || op == .logicalOr {
                // `a && b` is false, or `a || b` true, as soon as one side is.
                if (op == .logicalOr) == truth {
                    branch(if: a, is: truth, to: label)
                    branch(if: b, is: truth, to: label)
                } else {
                    let after = newLabel()
                    branch(if: a, is: !truth, to: after)
                    branch(if: b, is: truth, to: label)
                    place(after)
                }
                return
            }
            fallthrough
        default:
            branch(
                truth ? ACALL_IF_NOT_EQUAL : ACALL_IF_EQUAL, word(id), .number(0), to: label)
        }
    }

    private static func opposite(_ condition: Int32) -> Int32 {
        switch condition {
        case ACALL_IF_EQUAL: ACALL_IF_NOT_EQUAL
        case ACALL_IF_NOT_EQUAL: ACALL_IF_EQUAL
        case ACALL_IF_LESS: ACALL_IF_GREATER_EQUAL
        case ACALL_IF_LESS_EQUAL: ACALL_IF_GREATER
        case ACALL_IF_GREATER: ACALL_IF_LESS_EQUAL
        default: ACALL_IF_LESS
        }
    }

    // MARK: Values

    /// The word for a value; records that compute it are appended where it is not known.
    mutating func word(_ id: ValueID) -> Word {
        let span = program.span(of: id)
        switch program[id] {
        case .constant(let value): return .number(value)
        case .unsigned(let value): return .literal(value)
        case .input(let index, let slot):
            return .slot(slots.inputRefs[index].advanced(by: slot * 8))
        case .result(let step): return slots.resultRefs[step].map { .slot($0) } ?? .number(-125)
        case .address(let region, let offset): return .data(ref(region, offset))
        case .load(let address, let type):
            if isMapped(address) { return loadMapped(address, type, span) }
            return load(word(address), type)
        case .binary(let op, let a, let b): return binary(op, a, b, id, span)
        case .not(let inner):
            return computed(
                ACALL_OP_COMPARE,
                [.number(Int64(ACALL_IF_EQUAL)), word(inner), .number(0)])
        case .below(let a, let b, let orEqual):
            let condition = orEqual ? ACALL_IF_BELOW_EQUAL : ACALL_IF_BELOW
            return computed(ACALL_OP_COMPARE, [.number(Int64(condition)), word(a), word(b)])
        case .minimum(let a, let b): return computed(ACALL_OP_MINIMUM, [word(a), word(b)])
        case .maximum(let a, let b): return computed(ACALL_OP_MAXIMUM, [word(a), word(b)])
        case .wide(let op, let a, let b): return wide(op, a, b, span)
        case .sliceAddress(let index): return .slot(slice(index))
        case .sliceCount(let index): return .slot(slice(index).advanced(by: 8))
        case .local(let index): return .slot(slots.localRefs[index])
        case .same(let a, let aCount, let b, let bCount):
            if isMapped(a) || isMapped(b) { return sameMapped([a, aCount, b, bCount], span) }
            return computed(ACALL_OP_SAME, [word(a), word(aCount), word(b), word(bCount)])
        case .length(let address, let limit):
            if isMapped(address) {
                let result = data.slot(0)
                host(
                    .length, [.data(result), word(address), word(limit)],
                    stop: StopReason(.callFailed, span))
                return .slot(result)
            }
            return computed(ACALL_OP_LENGTH, [word(address), word(limit)])
        case .now(let clock):
            let result = data.slot(0)
            host(.now, [.data(result), word(clock)], stop: StopReason(.callFailed, span))
            return .slot(result)
        case .fitting(let inner, let type):
            let value = word(inner)
            if type.width == 8 {
                requireSigned(value, StopReason(.arithmetic, span))
                return value
            }
            let scratch = data.slot(0)
            emit(
                ACALL_OP_STORE, [.data(scratch), value, .number(type.format)],
                stop: StopReason(.arithmetic, span))
            return value
        }
    }

    /// A value goes straight to where it is wanted, if a record was appended only to compute it.
    mutating func move(_ value: ValueID, to place: DataRef) {
        let before = image.records.count
        let word = word(value)
        let last = image.records.count - 1
        if case .slot(let ref) = word, last >= before, image.records[last].nr != ACALL_OP_SLICE,
            isComputed(value), image.records[last].args.0 == ref.raw
        {
            image.records[last].args.0 = place.raw
            return
        }
        emit(ACALL_OP_MOVE, [.data(place), word])
    }

    /// Its word is a slot of its own, which nothing else reads.
    private func isComputed(_ value: ValueID) -> Bool {
        switch program[value] {
        case .binary(let op, _, _): op.operation != nil
        case .load, .length, .same, .minimum, .maximum: true
        default: false
        }
    }

    mutating func computed(
        _ op: UInt32, _ operands: [Word], stop: StopReason? = nil
    ) -> Word {
        let result = data.slot(0)
        emit(op, [.data(result)] + operands, stop: stop)
        return .slot(result)
    }

    mutating func load(_ address: Word, _ type: IntegerType) -> Word {
        // A word that stands aligned in the data segment is an argument as it is.
        if case .data(let ref) = address, type.width == 8, !type.isBigEndian, ref.raw % 8 == 0 {
            return .slot(ref)
        }
        return computed(ACALL_OP_LOAD, [address, .number(type.format)])
    }

    private mutating func binary(
        _ op: BinaryOperator, _ a: ValueID, _ b: ValueID, _ id: ValueID, _ span: Span
    ) -> Word {
        if let condition = op.condition {
            return computed(
                ACALL_OP_COMPARE, [.number(Int64(condition)), word(a), word(b)])
        }
        guard let operation = op.operation else {
            let result = data.slot(0)
            let isFalse = newLabel()
            emit(ACALL_OP_MOVE, [.data(result), .number(0)])
            branch(if: id, is: false, to: isFalse)
            emit(ACALL_OP_MOVE, [.data(result), .number(1)])
            place(isFalse)
            return .slot(result)
        }
        let canFail = op != .and && op != .or && op != .xor
        return computed(
            operation, [word(a), word(b)], stop: canFail ? StopReason(.arithmetic, span) : nil)
    }

    private mutating func slice(_ index: Int) -> DataRef {
        if let known = slots.sliceRefs[index] { return known }
        let slice = program.pool.slices[index]
        let words = [word(slice.base), word(slice.low), word(slice.high), word(slice.capacity)]
        let result = data.slot(0)
        _ = data.slot(0)
        // What the engine does not look at says what the report counts.
        let unit =
            Int64(slice.unit) | (slice.isElement ? 1 << 32 : 0) | (slice.isCount ? 1 << 33 : 0)
        emit(
            ACALL_OP_SLICE, [.data(result)] + words + (unit > 1 ? [.number(unit)] : []),
            stop: StopReason(.bounds, slice.span))
        slots.sliceRefs[index] = result
        return result
    }
}

extension BinaryOperator {
    /// As COMPARE and BRANCH take it; nil where it is no comparison.
    var condition: Int32? {
        switch self {
        case .equal: ACALL_IF_EQUAL
        case .notEqual: ACALL_IF_NOT_EQUAL
        case .less: ACALL_IF_LESS
        case .lessEqual: ACALL_IF_LESS_EQUAL
        case .greater: ACALL_IF_GREATER
        case .greaterEqual: ACALL_IF_GREATER_EQUAL
        default: nil
        }
    }

    var operation: UInt32? {
        switch self {
        case .multiply: ACALL_OP_MULTIPLY
        case .divide: ACALL_OP_DIVIDE
        case .remainder: ACALL_OP_REMAINDER
        case .and: ACALL_OP_AND
        case .shiftLeft: ACALL_OP_SHIFT_LEFT
        case .shiftRight: ACALL_OP_SHIFT_RIGHT
        case .add: ACALL_OP_ADD
        case .subtract: ACALL_OP_SUBTRACT
        case .or: ACALL_OP_OR
        case .xor: ACALL_OP_XOR
        default: nil
        }
    }
}
