// What a report says of a record that stops its chain: the one place where the compiler tells it.
//
// Input: a record that may stop its chain. Output: what it does, and which of its arguments a report shows.
// Invariant: an argument that was known when the program was compiled is shown where the sentence needs it only.

import AcallCatalog
import AcallImage
import CAcall

struct StopDescription {
    var form = StopForm.plain
    var operands: [StopOperand] = []

    init(_ nr: UInt32, _ words: [Word], _ reason: StopReason) {
        let kind = reason.kind
        if kind == .bounds, reason.message.first == UInt8(ascii: "`") {
            guardArgument(nr)
            return
        }
        switch nr {
        case ACALL_OP_VALUE where kind == .assertion && words.count == 4: compare(words)
        case ACALL_OP_VALUE: state(words)
        case ACALL_OP_ADD: calculate(.sum)
        case ACALL_OP_SUBTRACT: calculate(.difference)
        case ACALL_OP_MULTIPLY: calculate(.product)
        case ACALL_OP_DIVIDE: calculate(.quotient)
        case ACALL_OP_REMAINDER: calculate(.remainder)
        case ACALL_OP_SHIFT_LEFT: calculate(.leftShift)
        case ACALL_OP_SHIFT_RIGHT: calculate(.rightShift)
        case ACALL_OP_STORE:
            guard words.count > 2, case .literal(let format) = words[2] else { return }
            form = .store
            operands = [StopOperand(role: .value, argument: 1, type: IntegerType(format: format))]
        case ACALL_OP_SLICE where kind == .arithmetic:
            // A word that is to be in the signed range.
            form = .sign
            operands = [
                StopOperand(
                    role: .value, argument: 3, type: IntegerType(width: 8, isSigned: false))
            ]
        case ACALL_OP_SLICE:
            form = .slice
            // Of a list's items none is at address 0: they are counted.
            var unit = StopOperand.Unit.bytes
            if case .literal(0) = words[1] { unit = .items }
            operands = [
                StopOperand(role: .low, argument: 2), StopOperand(role: .high, argument: 3),
                StopOperand(role: .size, argument: 4, unit: unit),
            ]
            if words.count > 5 { operands.append(StopOperand(role: .element, argument: 5)) }
        default: break
        }
    }

    /// What stands before a call, and names one of its arguments.
    private mutating func guardArgument(_ nr: UInt32) {
        switch nr {
        case ACALL_OP_SLICE:
            let type = IntegerType(width: 8, isSigned: false)
            form = .room
            operands = [
                StopOperand(role: .value, argument: 3, type: type, unit: .bytes),
                StopOperand(role: .size, argument: 4, type: type, unit: .bytes),
            ]
        case ACALL_OP_HOST: form = .targets
        default: form = .overflow
        }
    }

    private mutating func calculate(_ form: StopForm) {
        self.form = form
        operands = [
            StopOperand(role: .left, argument: 1), StopOperand(role: .right, argument: 2),
        ]
    }

    private mutating func state(_ words: [Word]) {
        form = .statement
        guard words.count == 4, case .literal(let mark) = words[3] else { return }
        switch StopOperands(rawValue: Int64(bitPattern: mark)) {
        case .exitStatus: form = .exitStatus
        case .progress: calculate(.progress)
        case nil: break
        }
    }

    /// What was compared is shown but for what stands in the source as a number.
    private mutating func compare(_ words: [Word]) {
        form = .comparison
        var marks: UInt64 = 0
        if case .literal(let known) = words[3] { marks = known }
        let isSigned = marks & 1 == 0
        for (index, role) in [(1, StopOperand.Role.left), (2, .right)] {
            if case .literal = words[index] { continue }
            operands.append(
                StopOperand(
                    role: role, argument: UInt8(index),
                    type: IntegerType(width: 8, isSigned: isSigned),
                    unit: marks & UInt64(index * 2) != 0 ? .results : .none))
        }
    }
}

extension IntegerType {
    /// As the format of a LOAD or a STORE says.
    fileprivate init(format: UInt64) {
        self.init(
            width: UInt8(
                truncatingIfNeeded: format & ~UInt64(ACALL_FORMAT_SIGNED | ACALL_FORMAT_BIG_ENDIAN)),
            isSigned: format & UInt64(ACALL_FORMAT_SIGNED) != 0,
            isBigEndian: format & UInt64(ACALL_FORMAT_BIG_ENDIAN) != 0)
    }
}
