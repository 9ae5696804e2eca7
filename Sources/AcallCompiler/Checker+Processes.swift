// `spawn` and `wait`: processes of the program's own.

import AcallCatalog
import AcallSyntax
import CAcall

extension Checker {
    /// A call of the language's own; false where it is none.
    mutating func checkSpecialCall(_ call: CallSyntax, isDeferred: Bool) -> Bool {
        let name = text(call.callee)
        guard name == "spawn" || name == "wait" else { return false }
        if isDeferred, name == "spawn" {
            diagnostics.error(
                "E0427", call.calleeSpan, "`spawn` can't be deferred",
                help: "start it where the program is")
            declareHole(call)
            return true
        }
        if name == "spawn" { checkSpawn(call) } else { checkWait(call, isDeferred: isDeferred) }
        return true
    }

    private mutating func checkSpawn(_ call: CallSyntax) {
        let modifiers = call.modifiers.map { tree.modifiers[Int($0)] } ?? Modifiers()
        let condition = modifiers.condition.map { self.condition($0) }
        var arguments: PlacedArguments?
        let made = collecting { arguments = $0.place(call, .spawn) }
        // A part of a list need not be there if no process is started. The waits for results are made either way.
        func isWait(_ statement: CheckedStatement) -> Bool {
            if case .await = statement { true } else { false }
        }
        let rest = made.filter { !isWait($0) }
        program.statements += made.filter(isWait)
        if let condition, !rest.makeNothing {
            program.statements.append(.if(condition, then: rest, otherwise: []))
        } else {
            program.statements += rest
        }
        guard let placed = arguments else { return declareHole(call) }
        program.syscalls.append(.spawn)
        var step = step(
            call, syscall: program.syscalls.count - 1, number: ACALL_OP_HOST,
            arguments: placed.values, condition: condition)
        check(modifiers, of: .spawn, placed, &step)
        for (index, name) in ["stdin", "stdout", "stderr"].enumerated() {
            refuseForeign(placed.values[index + 3], name)
        }
        program.steps.append(step)
        let index = program.steps.count - 1
        recordDescriptors(madeBy: index, .spawn, placed)
        program.statements.append(.call(index))
        bindResult(of: call, to: index)
    }

    private mutating func refuseForeign(_ value: ValueID, _ name: String) {
        guard let known = constant(value), !(-1...2).contains(known) else { return }
        diagnostics.error(
            "E0603", program.span(of: value), "this descriptor is not the program's own",
            help: "pass the result of the step that opened it as `\(name)`")
    }

    func step(
        _ call: CallSyntax, syscall: Int, number: UInt32, arguments: [ValueID],
        condition: ValueID?
    ) -> CheckedStep {
        let modifiers = call.modifiers.map { tree.modifiers[Int($0)] } ?? Modifiers()
        var step = CheckedStep(
            name: call.result, span: call.span, syscall: syscall, number: number,
            arguments: arguments, condition: condition, expectation: nil,
            expectSpan: modifiers.expectSpan, allowed: [], retry: nil,
            isFully: modifiers.isFully)
        step.isInLoop = loopDepth > 0
        step.isCalled = !calls.isEmpty
        return step
    }

    /// `status = wait(child)`: `waitid`, and what it tells as one number.
    private mutating func checkWait(_ call: CallSyntax, isDeferred: Bool) {
        var modifiers = call.modifiers.map { tree.modifiers[Int($0)] } ?? Modifiers()
        let span = call.span
        guard call.arguments.count == 1, let first = call.arguments.indices.first else {
            diagnostics.error(
                "E0402", span, "`wait` takes one process",
                help: "the result of a `spawn`, as in `status = wait(child)`")
            return declareHole(call)
        }
        guard let child = integer(tree.arguments[first].value, meaning: .descriptor) else {
            return declareHole(call)
        }
        refuseForeignChild(child)
        guard let syscall = catalog.syscall(named: "waitid"), let number = syscall.number else {
            return
        }
        let condition = modifiers.condition.map { self.condition($0) }
        program.constants.append(
            CheckedConstant(
                bytes: [UInt8](repeating: 0, count: 128), isWritten: true, region: region))
        let told = Region.constant(program.constants.count - 1)
        func word(_ value: Int64, _ checker: inout Checker) -> ValueID {
            checker.add(.constant(value), span)
        }
        // P_PIDFD and WEXITED.
        let arguments = [
            word(3, &self), child, add(.address(told, offset: 0), span), word(4, &self),
            word(0, &self),
        ]
        program.syscalls.append(syscall)
        var step = step(
            call, syscall: program.syscalls.count - 1, number: number, arguments: arguments,
            condition: condition)
        // What is expected is expected of the status.
        let expected = modifiers.expect
        modifiers.expect = nil
        check(modifiers, of: syscall, PlacedArguments(), &step)
        step.timeout = modifiers.timeout.flatMap { time($0, "timeout") }
        step.isWait = true
        program.steps.append(step)
        let index = program.steps.count - 1
        program.statements.append(isDeferred ? .deferred(index) : .call(index))
        if isDeferred { return }
        let status = status(of: index, told, span)
        if let expected { expect(expected, of: status, modifiers.expectSpan, condition) }
        if let target = call.target {
            guard let place = assignable(target), case .integer(let type, _) = place.type else {
                return
            }
            return store(status, in: place, type, span)
        }
        guard let name = call.result else { return }
        if case .variable(let storage) = symbols[Int(name.id)],
            case .integer(let type, _) = program.storages[storage].type
        {
            let address = add(.address(.storage(storage), offset: 0), call.resultSpan)
            let place = Place(
                address: address, type: program.storages[storage].type, storage: storage,
                offset: 0, span: call.resultSpan)
            return store(status, in: place, type, span)
        }
        _ = declare(name, call.resultSpan, as: .operand(addOperand(.integer(status))))
    }

    /// The exit status, or minus the signal; the call's own result where that is negative.
    private mutating func status(of step: Int, _ told: Region, _ span: Span) -> ValueID {
        let status = newLocal()
        let result = add(.result(step), span)
        let code = add(.load(add(.address(told, offset: 8), span), .int), span)
        let value = add(.load(add(.address(told, offset: 24), span), .int), span)
        let zero = add(.constant(0), span)
        let isFailed = add(.binary(.less, result, zero), span)
        // CLD_EXITED
        let isExited = add(.binary(.equal, code, add(.constant(1), span)), span)
        let negated = add(.binary(.subtract, zero, value), span)
        program.statements.append(
            .if(
                isFailed, then: [.setLocal(status, result)],
                otherwise: [
                    .if(
                        isExited, then: [.setLocal(status, value)],
                        otherwise: [.setLocal(status, negated)])
                ]))
        return add(.local(status), span)
    }

    private mutating func expect(
        _ expected: Expectation, of status: ValueID, _ span: Span, _ condition: ValueID?
    ) {
        guard let checked = expectation(expected) else { return }
        let test: ValueID
        switch checked {
        case .compare(let op, let value): test = add(.binary(op, status, value), span)
        case .range(let low, let high, let isClosed):
            let above = add(.binary(.greaterEqual, status, low), span)
            let below = add(.binary(isClosed ? .lessEqual : .less, status, high), span)
            test = add(.binary(.logicalAnd, above, below), span)
        }
        let message = Array("the process ended otherwise: ".utf8) + source(span)
        let assertion = CheckedStatement.assert(test, message: message, span)
        program.statements.append(
            condition.map { .if($0, then: [assertion], otherwise: []) } ?? assertion)
    }
}
