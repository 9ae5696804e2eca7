// `spawn` and `wait`: processes of the program's own.

import AcallCatalog
import AcallSyntax
import CAcall

extension Checker {
    /// A call of the language's own; false where it is none.
    mutating func checkSpecialCall(_ call: CallSyntax, isDeferred: Bool) -> Bool {
        let name = text(call.callee)
        if isNow(call.callee) {
            checkNow(call, isDeferred: isDeferred)
            return true
        }
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
        let modifiers = modifiers(of: call)
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
        let checked = applyModifiers(modifiers, condition, to: .spawn)
        let step = step(
            call, syscall: program.syscalls.count - 1, ACALL_OP_HOST, placed.values, checked)
        for (index, name) in ["stdin", "stdout", "stderr"].enumerated() {
            refuseForeign(placed.values[index + 3], name)
        }
        let index = append(step, .spawn, placed)
        program.statements.append(.call(index))
        bind(index, to: call)
    }

    private mutating func refuseForeign(_ value: ValueID, _ name: String) {
        guard let known = constant(value), !(-1...2).contains(known) else { return }
        diagnostics.error(
            "E0603", program.span(of: value), "this descriptor is not the program's own",
            help: "pass the result of the step that opened it as `\(name)`")
    }

    /// `status = wait(child)`: `waitid`, and what it tells as one number.
    private mutating func checkWait(_ call: CallSyntax, isDeferred: Bool) {
        let modifiers = modifiers(of: call)
        let span = call.span
        guard call.arguments.count == 1, let first = call.arguments.indices.first else {
            diagnostics.error(
                "E0402", span, "`wait` takes one process",
                help: "the result of a `spawn`, as in `status = wait(child)`")
            return declareHole(call)
        }
        let given = tree.arguments[first].value
        guard let child = integer(given, meaning: .descriptor) else { return declareHole(call) }
        refuseForeignChild(child)
        note(.use, value: child, tree[given].span)
        guard let syscall = catalog.syscall(named: "waitid"), let number = syscall.number else {
            return declareHole(call)
        }
        let condition = modifiers.condition.map { self.condition($0) }
        program.data.constants.append(
            CheckedConstant(
                bytes: [UInt8](repeating: 0, count: 128), isWritten: true, region: here.region))
        let told = Region.constant(program.data.constants.count - 1)
        func word(_ value: Int64, _ checker: inout Checker) -> ValueID {
            checker.add(.constant(value), span)
        }
        // P_PIDFD and WEXITED.
        let arguments = [
            word(3, &self), child, add(.address(told, offset: 0), span), word(4, &self),
            word(0, &self),
        ]
        program.syscalls.append(syscall)
        let checked = applyModifiers(modifiers, condition, to: .wait, isDeferred: isDeferred)
        var step = step(call, syscall: program.syscalls.count - 1, number, arguments, checked)
        step.exitStatus = told
        program.steps.append(step)
        let index = program.steps.count - 1
        program.statements.append(isDeferred ? .deferred(index) : .call(index))
        if !isDeferred { bind(index, to: call) }
    }
}
