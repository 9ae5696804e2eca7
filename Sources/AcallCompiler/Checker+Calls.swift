// Calls: which one it is, what stands behind it, which descriptors it makes and closes.

import AcallCatalog
import AcallSyntax

extension Checker {
    mutating func checkCall(_ call: CallSyntax, isDeferred: Bool) {
        if let procedure = procedure(named: call.callee) {
            noteUsed(call.callee)
            if isDeferred {
                diagnostics.error(
                    "E0427", call.calleeSpan, "a proc can't be deferred",
                    help: "defer the calls that it makes")
            }
            return checkProcedureCall(call, procedure)
        }
        if checkSpecialCall(call, isDeferred: isDeferred) { return }
        guard let (index, number) = resolve(call) else {
            declareHole(call)
            for index in call.arguments.indices { skim(tree.arguments[index].value) }
            noteGiven(call)
            return
        }
        let syscall = program.syscalls[index]
        let modifiers = modifiers(of: call)
        here.isDeferring = isDeferred
        defer { here.isDeferring = false }
        let firstDeferred = program.effects.count
        let condition = modifiers.condition.map { self.condition($0) }
        if syscall.policy == .virtual {
            return checkVirtual(call, syscall, modifiers, condition, isDeferred)
        }
        let firstEffect = program.effects.count
        guard var placed = place(call, syscall) else {
            declareHole(call)
            noteGiven(call)
            return
        }
        checkRestrictions(syscall, &placed, condition, isDeferred: isDeferred)
        checkExceptions(syscall, &placed, call, condition, isDeferred: isDeferred)
        // What it is made of may change before it is unmapped.
        if let length = syscall.mappedLength ?? syscall.segmentLength, !isDeferred {
            placed.values[length] = kept(placed.values[length], call.span)
        }
        let checked =
            call.modifiers == nil
            ? CheckedModifiers()
            : applyModifiers(
                modifiers, condition, to: .syscall(syscall, placed), isDeferred: isDeferred)
        var step = step(call, syscall: index, number, placed.values, checked)
        step.guards = placed.guards
        step.isByNumber = text(call.callee) == "syscall"
        if here.loopDepth == 0, !step.isFully, modifiers.retry == nil, here.chain.task == nil {
            step.guards.resets = []
        }
        step.mapped = mappedLength(of: syscall, placed)
        checkOwnership(call, syscall, placed)
        useDescriptors(syscall, placed, call)
        if !isDeferred { warnOfWaiting(call, syscall, placed, modifiers) }
        step.releases = release(syscall, placed, call)
        if syscall.name.hasPrefix("futex") { program.chains.futexWords.formUnion(placed.written) }
        for storage in placed.written { written(storage, call.span) }
        contents.filled.formUnion(placed.written)
        step.unmaps = noteMapping(syscall, placed, call, isDeferred: isDeferred)
        makeConditional(condition, since: firstEffect)
        if syscall.consumes != nil || step.unmaps != nil { dropNames(since: firstEffect) }
        if isDeferred { step.deferredEffects = firstDeferred..<program.effects.count }
        here.isDeferring = false
        let stepIndex = append(step, syscall, placed)
        if program.steps[stepIndex].mapped != nil { mappingStorage(stepIndex) }
        program.statements.append(isDeferred ? .deferred(stepIndex) : .call(stepIndex))
        if !isDeferred { noteFilled(by: stepIndex, syscall, placed, call) }
        bind(stepIndex, to: call)
    }

    /// A step without what its call releases.
    func step(
        _ call: CallSyntax, syscall: Int, _ number: UInt32, _ arguments: [ValueID],
        _ modifiers: CheckedModifiers
    ) -> CheckedStep {
        var step = CheckedStep(
            name: call.result, span: call.span, syscall: syscall, number: number,
            arguments: arguments, modifiers: modifiers)
        step.isInLoop = here.loopDepth > 0
        step.isCalled = !procedures.calls.isEmpty
        return step
    }

    /// Its number, once its descriptors are known.
    mutating func append(
        _ step: CheckedStep, _ syscall: Syscall, _ placed: PlacedArguments
    ) -> Int {
        program.steps.append(step)
        let index = program.steps.count - 1
        recordDescriptors(madeBy: index, syscall, placed)
        return index
    }

    mutating func bind(_ step: Int, to call: CallSyntax) {
        bind(add(.result(step), call.resultSpan), to: call) { _ in .result(step) }
    }

    /// Looks at an argument of a call that is unknown, so that its own mistakes are shown too.
    private mutating func skim(_ id: ExpressionID) {
        switch tree[id].kind {
        case .vector, .record, .string, .null, .time, .hole: return
        default:
            noteGiven(id)
            _ = operand(id)
        }
    }

    /// A call is wrong: what it was given counts as written by whatever it was meant to be. One mistake, one error.
    mutating func noteGiven(_ call: CallSyntax) {
        for index in call.arguments.indices { noteGiven(tree.arguments[index].value) }
        if let target = call.target { noteGiven(target) }
        if let name = call.result, case .variable(let storage) = scope.symbols[Int(name.id)] {
            noteWritten(storage)
        }
    }

    mutating func noteGiven(_ id: ExpressionID) {
        switch tree[id].kind {
        case .name(let name):
            guard case .variable(let storage) = scope.symbols[Int(name.id)] else { return }
            noteUsed(name)
            noteWritten(storage)
        case .field(let base, _, _), .index(let base, _), .slice(let base, _, _, _),
            .address(let base):
            noteGiven(base)
        case .vector(let list):
            for index in list.indices { noteGiven(tree.expressionLists[index]) }
        case .record(let list):
            for index in list.indices { noteGiven(tree.fieldInitialisers[index].value) }
        default: break
        }
    }

    private mutating func noteWritten(_ storage: Int) {
        note(.write, storage, program.data.storages[storage].span)
    }

    /// A call that says by its result how much of a buffer it filled.
    private mutating func noteFilled(
        by step: Int, _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax
    ) {
        guard syscall.result == .count, program.steps[step].expectation == nil else { return }
        for (index, parameter) in syscall.parameters.enumerated() {
            guard case .pointer(.bytes, let direction) = parameter.type, direction != .in,
                let place = program.place(at: placed.values[index]),
                case .bytes = program.data.storages[place.storage].type
            else { continue }
            note(.fill, place.storage, value: ValueID(step), call.span)
        }
    }

    // MARK: Which call

    /// The entry of `program.syscalls` for a name.
    mutating func syscallIndex(named name: String) -> Int? {
        guard let syscall = catalog.syscall(named: name) else { return nil }
        program.syscalls.append(syscall)
        return program.syscalls.count - 1
    }

    private mutating func resolve(_ call: CallSyntax) -> (Int, UInt32)? {
        let slot = Int(call.callee.id)
        let name = text(call.callee)
        let found = lookups.syscall(call.callee) {
            catalog.syscall(named: name).map {
                program.syscalls.append($0)
                return program.syscalls.count - 1
            }
        }
        guard let index = found else {
            if name == "syscall" { return resolveByNumber(call) }
            // What it would have been is left out, and is reported already.
            if case .hole = scope.symbols[slot] { return nil }
            if tree.lacksProcedures { return nil }
            var help = lookups.suggestion(
                name, among: catalog.syscallNames + procedureNames + tree.statementWords)
            if case .variable = scope.symbols[slot] {
                help = "`\(name)` is a variable"
            }
            diagnostics.error(
                "E0304", call.calleeSpan, "there is no system call `\(name)`",
                help: SyntaxTree.help(forForeign: name) ?? help ?? "`acall-run syscalls` lists them"
            )
            return nil
        }
        let syscall = program.syscalls[index]
        guard let number = syscall.number else {
            diagnostics.error(
                "E0309", call.calleeSpan,
                "\(catalog.architecture) has no system call `\(syscall.name)`",
                help: syscall.instead.isEmpty ? nil : "use `\(syscall.instead)`")
            return nil
        }
        guard permitted(syscall, call) else { return nil }
        return (index, number)
    }

    /// `syscall(nr, ...)`: the row of that number, or up to six words of which nothing is known.
    private mutating func resolveByNumber(_ call: CallSyntax) -> (Int, UInt32)? {
        guard let first = call.arguments.indices.first else {
            diagnostics.error(
                "E0402", call.span, "`syscall` needs the call's number",
                help: "as in `syscall(39)`")
            return nil
        }
        let id = tree.arguments[first].value
        if case .string(let index) = tree[id].kind {
            let name = String(decoding: tree.strings[Int(index)], as: UTF8.self)
            let isKnown = catalog.syscall(named: name) != nil
            diagnostics.error(
                "E0406", tree[id].span, "`syscall` takes a call's number, and this is a string",
                help: isKnown
                    ? "write the number, `SYS_\(name)`, or the call itself: `\(name)(...)`"
                    : "as in `syscall(SYS_getpid)`")
            return nil
        }
        guard let number = constantInteger(id, what: "a call's number") else { return nil }
        guard number >= 0, number < 1 << 16 else {
            diagnostics.error("E0407", tree[id].span, "\(number) is not a system call's number")
            return nil
        }
        if var known = catalog.syscall(number: UInt32(number)) {
            guard known.policy == .allow, known.restrictions.isEmpty else {
                diagnostics.error(
                    "E0601", tree[id].span,
                    "number \(number) is `\(known.name)`, which can't be called by number",
                    help: "call it by its name")
                return nil
            }
            // It is held to the row of that call, with every word in its place.
            for index in known.parameters.indices { known.parameters[index].isImplied = false }
            program.syscalls.append(known)
            return (program.syscalls.count - 1, UInt32(number))
        }
        // Nothing is known of what it does with memory: only numbers are passed.
        let word = ParameterType.integer(.i64, .plain)
        let parameters = (0..<Int(min(call.arguments.count - 1, 7))).map {
            Parameter(
                name: "arg\($0)", kernelName: "", type: word, mayBeNull: false,
                defaultArgument: .value(0), requiredIf: nil)
        }
        program.syscalls.append(
            Syscall(
                name: "syscall", aliases: [], number: UInt32(number), parameters: parameters,
                result: .integer, policy: .allow, policyReason: "", mayBlock: true, consumes: nil,
                makesDescriptorsIn: nil, advance: nil, summary: ""))
        program.syscalls[program.syscalls.count - 1].traits = .expiring
        return (program.syscalls.count - 1, UInt32(number))
    }

    private var procedureNames: [String] { tree.procedures.map { text($0.name) } }

    // MARK: Calls that the runner makes in its own way

    private mutating func checkVirtual(
        _ call: CallSyntax, _ syscall: Syscall, _ modifiers: Modifiers, _ condition: ValueID?,
        _ isDeferred: Bool
    ) {
        declareHole(call)
        guard syscall.name == "exit" || syscall.name == "exit_group" else {
            diagnostics.error(
                "E0602", call.calleeSpan,
                "`\(syscall.name)` would copy or replace the process that runs this program",
                help: syscall.policyReason.isEmpty ? nil : syscall.policyReason)
            return
        }
        if isDeferred {
            diagnostics.error(
                "E0602", call.calleeSpan,
                "`\(syscall.name)` can't be deferred: the program is ending")
            return
        }
        _ = applyModifiers(modifiers, condition, to: .exit(syscall.name))
        guard let placed = place(call, syscall) else { return }
        let status = placed.values.first ?? add(.constant(0), call.span)
        // `exit` ends a thread, `exit_group` the process: here the chain and the program.
        if syscall.name == "exit_group" {
            if modifiers.condition == nil { noteExit(.program, call.span) }
            program.statements.append(
                .virtual(.endProgram(status: status), condition: condition, call.span))
        } else {
            leaveChain(if: condition, call.span) {
                .virtual(.endChain, condition: $0, call.span)
            }
        }
    }
}
