// Arguments with which a call does no harm: what its policy does not hold for, what is meant to fail, null.
//
// Input: a call whose arguments are placed. Output: nothing, an error, or a statement before the call that fails
// the program. Invariant: a call with a policy runs only where the row says that its arguments are harmless.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// Refuses a call that a policy forbids, but for the arguments that its row excepts. What is not known yet is
    /// looked at when the program runs, before the call.
    mutating func checkExceptions(
        _ syscall: Syscall, _ placed: inout PlacedArguments, _ call: CallSyntax,
        _ condition: ValueID?, isDeferred: Bool
    ) {
        if syscall.exceptions.isEmpty { return }
        var tests: [ValueID] = []
        for exception in syscall.exceptions {
            switch holds(exception, syscall, &placed, call.span) {
            case .always: return
            case .never: break
            case .where(let test): tests.append(test)
            }
        }
        guard let first = tests.first, !isDeferred else {
            let before = diagnostics.list.count
            permitted(
                syscall.policy, "`\(syscall.name)`", syscall.policyReason, call.calleeSpan)
            if diagnostics.list.count > before {
                diagnostics.addHelp("it is allowed where \(exceptionText(syscall))")
            }
            return
        }
        var test = tests.dropFirst().reduce(first) { add(.binary(.logicalOr, $0, $1), call.span) }
        test = add(.not(test), call.span)
        if let condition { test = add(.binary(.logicalAnd, condition, test), call.span) }
        let message = "`\(syscall.name)` is allowed where \(exceptionText(syscall))"
        program.statements.append(
            .fail(message: Array(message.utf8), condition: test, call.span))
    }

    private func exceptionText(_ syscall: Syscall) -> String {
        let first = syscall.exceptions.map { exception in
            var short = exception
            short.values = Array(exception.values.prefix(3))
            return syscall.text(of: short) + (exception.values.count > 3 ? " or the like" : "")
        }
        return first.joined(separator: ", or ")
    }

    private enum Outcome {
        case always, never
        case `where`(ValueID)
    }

    private mutating func holds(
        _ exception: Syscall.Exception, _ syscall: Syscall, _ placed: inout PlacedArguments,
        _ span: Span
    ) -> Outcome {
        let index = exception.parameter
        if exception.values == ["null"] {
            return placed.isNull[index] || constant(placed.values[index]) == 0 ? .always : .never
        }
        let type: IntegerType
        var value = placed.values[index]
        if let field = exception.field {
            guard !placed.isNull[index],
                case .pointer(.structure(let name), _) = syscall.parameters[index].type,
                let found = structure(named: name)?.field(named: field),
                case .integer(let fieldType, _) = found.type
            else { return .never }
            type = fieldType
            value = word(at: value, found.offset, type, span)
        } else {
            guard case .integer(let given, _) = syscall.parameters[index].type else {
                return .never
            }
            type = given
        }
        let wanted = exception.values.compactMap { value in
            Int64(value) ?? Self.hexadecimal(value) ?? catalog.constant(named: value)?.value
        }
        if let known = constant(value) {
            return wanted.contains { type.bits(of: $0) == type.bits(of: known) } ? .always : .never
        }
        value = kept(value, span)
        if exception.field == nil { placed.values[index] = value }
        let tests = wanted.map { add(.binary(.equal, value, add(.constant($0), span)), span) }
        guard let first = tests.first else { return .never }
        return .where(
            tests.dropFirst().reduce(first) { add(.binary(.logicalOr, $0, $1), span) })
    }

    private static func hexadecimal(_ text: String) -> Int64? {
        text.hasPrefix("0x") ? Int64(text.dropFirst(2), radix: 16) : nil
    }

    /// A field of a structure: known where it stands in the call itself.
    private mutating func word(
        at address: ValueID, _ offset: Int, _ type: IntegerType, _ span: Span
    ) -> ValueID {
        guard case .address(let region, let start) = program[address] else {
            let place = add(.binary(.add, address, add(.constant(Int64(offset)), span)), span)
            return add(.load(place, type), span)
        }
        let place = add(.address(region, offset: start + offset), span)
        if case .constant(let index) = region, !isStored(at: region, start + offset) {
            let bytes = program.data.constants[index].bytes.dropFirst(start + offset)
            let initial = Initial(region: region, bytes: Array(bytes), relocations: [])
            if let known = initial.word(type) { return add(.constant(known), span) }
        }
        return add(.load(place, type), span)
    }

    /// A statement before the call puts a value there.
    private func isStored(at region: Region, _ offset: Int) -> Bool {
        for statement in program.statements.reversed() {
            switch statement {
            case .store(let address, _, _, _):
                if program[address] == .address(region, offset: offset) { return true }
            case .copy, .setLocal: continue
            // What stands in the call is put there right before it.
            default: return false
            }
        }
        return false
    }

    // MARK: Meant to fail

    /// `close(-1) expect EBADF`, `close_range(4, 3) expect EINVAL`: the call fails, whatever else is there, and
    /// touches nothing.
    func isMeantToFail(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax
    ) -> Bool {
        guard let modifiers = call.modifiers.map({ tree.modifiers[Int($0)] }),
            modifiers.expect != nil || modifiers.allow != nil
        else { return false }
        let numbers = syscall.parameters.indices.compactMap { index -> Int64? in
            switch syscall.parameters[index].type {
            case .integer(_, .descriptor), .integer(_, .directory):
                constant(placed.values[index])
            default: nil
            }
        }
        if isCloseRange(syscall) {
            return numbers.count == 2
                && UInt32(truncatingIfNeeded: numbers[0])
                    > UInt32(truncatingIfNeeded: numbers[1])
        }
        return numbers.contains { (-1 << 31..<0).contains($0) }
    }

    func isCloseRange(_ syscall: Syscall) -> Bool { syscall.name == "close_range" }

    /// The call may get null where an address must be: nothing is read or written there, or that it fails is what
    /// is expected.
    func allowsNull(
        _ index: Int, _ expressions: [ExpressionID?], _ syscall: Syscall, _ call: CallSyntax
    ) -> Bool {
        let count = syscall.parameters.firstIndex { $0.defaultArgument == .derived(of: index) }
        if let count, let given = expressions[count], case .integer(0) = tree[given].kind {
            return true
        }
        guard let modifiers = call.modifiers.map({ tree.modifiers[Int($0)] }) else { return false }
        if case .equal(let id)? = modifiers.expect, isName(id, "EFAULT") { return true }
        return modifiers.allow?.indices.contains { isName(tree.expressionLists[$0], "EFAULT") }
            ?? false
    }

    private func isName(_ id: ExpressionID, _ wanted: String) -> Bool {
        if case .name(let name) = tree[id].kind { text(name) == wanted } else { false }
    }
}

extension IntegerType {
    /// What a register holds of a value of this type.
    fileprivate func bits(of value: Int64) -> UInt64 {
        let unused = UInt64(64 - Int(width) * 8)
        return (UInt64(bitPattern: value) << unused) >> unused
    }
}
