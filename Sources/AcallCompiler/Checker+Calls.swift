// Calls: which one it is, what stands behind it, which descriptors it makes and closes.

import AcallCatalog
import AcallSyntax

extension Checker {
    mutating func checkCall(_ call: CallSyntax, isDeferred: Bool) {
        if let procedure = procedure(named: call.callee) {
            noteUsed(call.callee)
            let modifiers = call.modifiers.map { tree.modifiers[Int($0)] } ?? Modifiers()
            if isDeferred {
                diagnostics.error(
                    "E0427", call.calleeSpan, "a proc can't be deferred",
                    help: "defer the calls that it makes")
            }
            return checkProcedureCall(call, procedure, modifiers)
        }
        if checkSpecialCall(call, isDeferred: isDeferred) { return }
        guard let (index, number) = resolve(call) else {
            declareHole(call)
            for index in call.arguments.indices { skim(tree.arguments[index].value) }
            noteGiven(call)
            return
        }
        let syscall = program.syscalls[index]
        let modifiers = call.modifiers.map { tree.modifiers[Int($0)] } ?? Modifiers()
        let condition = modifiers.condition.flatMap { integer($0) }
        if syscall.policy == .virtual {
            return checkVirtual(call, syscall, modifiers, condition, isDeferred)
        }
        guard var placed = place(call, syscall) else {
            declareHole(call)
            noteGiven(call)
            return
        }
        checkRestrictions(syscall, &placed, condition, isDeferred: isDeferred)
        // What it is made of may change before it is unmapped.
        if let length = syscall.mappedLength, !isDeferred {
            placed.values[length] = kept(placed.values[length], call.span)
        }
        var step = CheckedStep(
            name: call.result, span: call.span, syscall: index, number: number,
            arguments: placed.values, condition: condition, expectation: nil,
            expectSpan: modifiers.expectSpan, allowed: [], retry: nil, isFully: modifiers.isFully)
        step.guards = placed.guards
        step.isByNumber = text(call.callee) == "syscall"
        if loopDepth == 0, !step.isFully, modifiers.retry == nil, chain.task == nil {
            step.guards.resets = []
        }
        check(modifiers, of: syscall, placed, &step)
        step.timeout = modifiers.timeout.flatMap { time($0, "timeout") }
        step.isInLoop = loopDepth > 0
        step.isCalled = !calls.isEmpty
        checkOwnership(call, syscall, placed)
        useDescriptors(syscall, placed, call, modifiers)
        if !isDeferred { warnOfWaiting(call, syscall, placed, modifiers) }
        step.releases = release(syscall, placed, call, isDeferred, modifiers)
        for storage in placed.written { written(storage, call.span) }
        filled.formUnion(placed.written)
        step.unmaps = noteMapping(syscall, placed, call, isDeferred: isDeferred)
        program.steps.append(step)
        let stepIndex = program.steps.count - 1
        if condition != nil { conditionalDepths[stepIndex] = blockDepth }
        recordDescriptors(madeBy: stepIndex, syscall, placed)
        if syscall.mappedLength != nil { mappingStorage(stepIndex) }
        program.statements.append(isDeferred ? .deferred(stepIndex) : .call(stepIndex))
        bindResult(of: call, to: stepIndex)
    }

    /// A result gets its name, or is stored where the program wants it.
    mutating func bindResult(of call: CallSyntax, to step: Int) {
        if let target = call.target {
            guard let place = assignable(target) else { return }
            return storeResult(step, place, call)
        }
        guard let name = call.result else { return }
        guard case .variable(let storage) = symbols[Int(name.id)] else {
            _ = declare(name, call.resultSpan, as: .result(step))
            return
        }
        let address = add(.address(.storage(storage), offset: 0), call.resultSpan)
        storeResult(
            step,
            Place(
                address: address, type: program.storages[storage].type, storage: storage, offset: 0,
                span: call.resultSpan), call)
    }

    private mutating func storeResult(_ step: Int, _ place: Place, _ call: CallSyntax) {
        guard case .integer(let type, _) = place.type else {
            diagnostics.error(
                "E0425", call.resultSpan,
                "a result is an integer, and this is \(Operand.place(place).kindName)",
                help: "give it a name of its own, or store it in an integer")
            return
        }
        store(add(.result(step), call.resultSpan), in: place, type, call.span)
    }

    mutating func declareHole(_ call: CallSyntax) {
        guard let name = call.result else { return }
        if case .variable = symbols[Int(name.id)] { return }
        _ = declare(name, call.resultSpan, as: .hole)
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
        if let name = call.result, case .variable(let storage) = symbols[Int(name.id)] {
            noteWritten(storage)
        }
    }

    mutating func noteGiven(_ id: ExpressionID) {
        switch tree[id].kind {
        case .name(let name):
            guard case .variable(let storage) = symbols[Int(name.id)] else { return }
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
        flow.isWritten[storage] = true
        wasWritten.insert(storage)
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
        if syscallIndexes[slot] == -1 {
            syscallIndexes[slot] = syscallIndex(named: text(call.callee)).map { Int32($0) } ?? -2
        }
        let name = text(call.callee)
        guard syscallIndexes[slot] >= 0 else {
            if name == "syscall" { return resolveByNumber(call) }
            // What it would have been is left out, and is reported already.
            if case .hole = symbols[slot] { return nil }
            if tree.lacksProcedures { return nil }
            var help = suggestion(
                name, among: catalog.syscallNames + procedureNames + tree.statementWords)
            if case .variable = symbols[slot] {
                help = "`\(name)` is a variable"
            }
            diagnostics.error(
                "E0304", call.calleeSpan, "there is no system call `\(name)`",
                help: SyntaxTree.help(forForeign: name) ?? help ?? "`acall-run syscalls` lists them"
            )
            return nil
        }
        let index = Int(syscallIndexes[slot])
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
            guard known.policy == .allow else {
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

    private var procedureNames: [String] {
        (0..<tree.names.count).compactMap { id in
            if case .procedure = symbols[id] { tree.names[Name(id: UInt32(id))] } else { nil }
        }
    }

    // MARK: Modifiers

    mutating func check(
        _ modifiers: Modifiers, of syscall: Syscall, _ placed: PlacedArguments,
        _ step: inout CheckedStep
    ) {
        if let allow = modifiers.allow { step.allowed = errnos(allow) }
        if let expect = modifiers.expect { step.expectation = expectation(expect) }
        if let retry = modifiers.retry { step.retry = checkRetry(retry, modifiers, syscall) }
        if modifiers.isFully {
            let hasBuffer = syscall.advance.map { advance in
                advance.buffer.map { !placed.isNull[$0] } ?? true
            }
            if hasBuffer != true {
                diagnostics.error(
                    "E0415", modifiers.fullySpan, "`fully` can't repeat `\(syscall.name)`",
                    help: "it is for calls that read, write or copy a number of bytes")
            }
        }
    }

    private mutating func checkRetry(
        _ retry: Retry, _ modifiers: Modifiers, _ syscall: Syscall
    ) -> CheckedRetry? {
        if syscall.consumes != nil {
            diagnostics.error(
                "E0415", modifiers.retrySpan, "`\(syscall.name)` is never made again",
                help: "the descriptor is gone even when it fails: remove `retry`")
            return nil
        }
        if modifiers.timeout != nil { refuseExpired(retry.on, syscall) }
        guard let times = integer(retry.times) else { return nil }
        if let known = constant(times), known < 1 {
            diagnostics.error(
                "E0407", tree[retry.times].span, "`up to \(known)` makes no other attempt",
                help: "`up to 1` makes one more; without `retry` the call is made once")
        }
        var after: ValueID?
        if let id = retry.after {
            if case .time(let nanoseconds) = tree[id].kind {
                after = timespec(nanoseconds, tree[id].span)
            } else {
                guard hasTime(id) else {
                    _ = time(id, "after")
                    return nil
                }
                guard let time = computedTime(id, .structure("timespec")) else { return nil }
                after = time.address
            }
        }
        return CheckedRetry(
            errnos: errnos(retry.on), times: times, after: after, span: modifiers.retrySpan)
    }

    /// `timeout 10ms retry ETIMEDOUT up to 2`: when the time is over, there is none left for another attempt. Calls
    /// that may say ETIMEDOUT themselves can be made again before.
    private mutating func refuseExpired(_ errnos: ListRange, _ syscall: Syscall) {
        guard !syscall.traits.contains(.expiring) else { return }
        for index in errnos.indices {
            let id = tree.expressionLists[index]
            guard case .name(let name) = tree[id].kind, text(name) == "ETIMEDOUT" else { continue }
            diagnostics.error(
                "E0415", tree[id].span,
                "no attempt follows ETIMEDOUT: the `timeout` is for all of them together",
                help: "remove it here, and give the step more time; "
                    + "or make the call in a loop, with `allow ETIMEDOUT`")
        }
    }

    /// A constant `timespec`; its address.
    mutating func timespec(_ nanoseconds: UInt64, _ span: Span) -> ValueID {
        var initial = Initial(region: .constant(0), bytes: [], relocations: [])
        initial.put(nanoseconds / 1_000_000_000, .u64, at: 0)
        initial.put(nanoseconds % 1_000_000_000, .u64, at: 8)
        program.constants.append(CheckedConstant(bytes: initial.bytes))
        return add(.address(.constant(program.constants.count - 1), offset: 0), span)
    }

    /// Errno names, as the negative results they are.
    private mutating func errnos(_ list: ListRange) -> [Int64] {
        list.indices.compactMap { errno(tree.expressionLists[$0]) }
    }

    private mutating func errno(_ id: ExpressionID) -> Int64? {
        let span = tree[id].span
        if case .hole = tree[id].kind { return nil }
        guard case .name(let name) = tree[id].kind else {
            diagnostics.error(
                "E0416", span, "an errno's name is needed here", help: "as in `ENOENT`")
            return nil
        }
        if let value = errnoValue(name) { return -value }
        let names = catalog.constantSet(named: "errno")?.members.map(\.name) ?? []
        diagnostics.error(
            "E0416", span, "`\(text(name))` is not an errno",
            help: suggestion(text(name), among: names) ?? "as in `ENOENT`")
        return nil
    }

    private func errnoValue(_ name: Name) -> Int64? {
        guard let constant = catalog.constant(named: text(name)), constant.sets.contains("errno")
        else { return nil }
        return constant.value
    }

    mutating func expectation(_ expect: Expectation) -> CheckedExpectation? {
        switch expect {
        case .equal(let id):
            // A constant that was looked up before is one still.
            if case .name(let name) = tree[id].kind {
                switch symbols[Int(name.id)] {
                case .unknown, .constant:
                    if let value = errnoValue(name) {
                        return .compare(.equal, add(.constant(-value), tree[id].span))
                    }
                    if catalog.constant(named: text(name)) == nil,
                        declarations[Int(name.id)] == nil
                    {
                        _ = errno(id)
                        return nil
                    }
                default: break
                }
            }
            return integer(id).map { .compare(.equal, signed($0)) }
        case .compare(let op, let id): return integer(id).map { .compare(op, signed($0)) }
        case .range(let low, let high, let isClosed):
            let a = integer(low)
            let b = integer(high)
            guard let a, let b else { return nil }
            if let first = constant(a), let last = constant(b), first > (isClosed ? last : last - 1)
            {
                let sign = isClosed ? "..." : "..<"
                diagnostics.error(
                    "E0407", tree[low].span.joined(to: tree[high].span),
                    "no result lies in \(first)\(sign)\(last)",
                    help: first > last
                        ? "the lower bound comes first: `\(last)\(sign)\(first)`"
                        : "`...` takes the upper bound in")
            }
            return .range(signed(a), signed(b), isClosed: isClosed)
        }
    }

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
        guard let placed = place(call, syscall) else { return }
        let status = placed.values.first ?? add(.constant(0), call.span)
        // `exit` ends a thread, `exit_group` the process: here the chain and the program.
        if syscall.name == "exit_group" {
            program.statements.append(
                .virtual(.endProgram(status: status), condition: condition, call.span))
        } else if modifiers.condition == nil || condition != nil {
            leaveChain(if: condition) { .virtual(.endChain, condition: $0, call.span) }
        }
        if condition == nil, modifiers.condition == nil { end(call.span) }
    }
}
