// What a program may touch of the process it runs in: hazards, and what of it the program itself has made.

import AcallCatalog
import AcallSyntax

extension Checker {
    // MARK: Hazards

    /// False where the call would harm the runner whatever its arguments, which is reported.
    mutating func permitted(_ syscall: Syscall, _ call: CallSyntax) -> Bool {
        if !syscall.warning.isEmpty {
            diagnostics.warning("W0601", call.calleeSpan, syscall.warning)
        }
        if !syscall.exceptions.isEmpty { return true }
        return permitted(
            syscall.policy, "`\(syscall.name)`", syscall.policyReason, call.calleeSpan)
    }

    @discardableResult
    mutating func permitted(
        _ policy: Policy, _ subject: String, _ reason: String, _ span: Span
    ) -> Bool {
        // A reason that says no more than the message is no help.
        let isKnown = reason.isEmpty || reason == "it changes the whole machine"
        let help = isKnown ? nil : reason
        switch policy {
        case .allow, .own, .virtual: return true
        case .reject:
            diagnostics.error("E0601", span, "\(subject) would harm the runner", help: help)
        case .isolate:
            diagnostics.error(
                "E0604", span, "\(subject) changes the whole process that runs this program",
                help: help)
        case .host:
            diagnostics.error(
                "E0605", span, "\(subject) changes the whole machine",
                help: help ?? "it is for an administrator's tools, which `spawn` can start")
        }
        return false
    }

    /// A call that is allowed on what the program itself made.
    mutating func checkOwnership(_ call: CallSyntax, _ syscall: Syscall, _ placed: PlacedArguments)
    {
        guard syscall.policy == .own else { return }
        let hasSignal = syscall.parameters.contains { $0.type.meaning == .signal }
        if hasSignal, isOwnChild(syscall, placed) { return }
        if hasSignal, !hasZeroSignal(syscall, placed) {
            diagnostics.error(
                "E0603", call.calleeSpan, "`\(syscall.name)` could hit the runner",
                help:
                    "a child that `spawn` started may get one, as in `pidfd_send_signal(child, SIGTERM)`, and so may the process of an input of type `fd`; signal 0 only asks whether the process is there"
            )
            return
        }
        if hasSignal || isMeantToFail(syscall, placed, call) { return }
        if isCloseRange(syscall), !hasConstant("CLOSE_RANGE_CLOEXEC", syscall, placed) {
            diagnostics.error(
                "E0603", call.calleeSpan,
                "`close_range` closes whatever the runner has open between the two numbers",
                help: "close what the program opened, one by one: `close(fd)`")
            return
        }
        for (index, parameter) in syscall.parameters.enumerated() {
            let value = placed.values[index]
            let span = span(of: value, in: call)
            switch parameter.type {
            case .integer(_, .descriptor), .integer(_, .directory):
                requireOwn(value, span)
            case .integer(_, .pid):
                if hasConstant("P_PIDFD", syscall, placed) {
                    refuseForeignChild(value)
                    continue
                }
                diagnostics.error(
                    "E0603", span, "`\(syscall.name)` is allowed on the program's own children",
                    help:
                        "a child that `spawn` started is told by its descriptor: `status = wait(child)`, or `waitid(P_PIDFD, child, info, WEXITED)`"
                )
            case .pointer(.opaque, _) where !isMapping(value):
                diagnostics.error(
                    "E0603", span, "`\(syscall.name)` is allowed on the program's own mappings",
                    help: "pass the result of an `mmap`")
            default: break
            }
        }
    }

    /// Where an argument stands; the whole call where that is elsewhere: a proc's caller, a loop's head.
    func span(of value: ValueID, in call: CallSyntax) -> Span {
        let span = program.span(of: value)
        return span.start >= call.span.start && span.end <= call.span.end ? span : call.span
    }

    /// A process to wait for must be one that `spawn` started, as far as that is known.
    mutating func refuseForeignChild(_ value: ValueID) {
        switch program[value] {
        case .constant, .unsigned: break
        case .result(let step):
            if program.syscalls[program.steps[step].syscall].name == Syscall.spawn.name { return }
        default: return
        }
        diagnostics.error(
            "E0603", program.span(of: value), "this is no child of the program's own",
            help: "pass the result of a `spawn`")
    }

    /// One of the arguments is this constant.
    private func hasConstant(
        _ name: String, _ syscall: Syscall, _ placed: PlacedArguments
    ) -> Bool {
        guard let wanted = catalog.constant(named: name) else { return false }
        return syscall.parameters.indices.contains { index in
            guard let set = syscall.parameters[index].type.meaning?.set else { return false }
            return wanted.sets.contains(set) && constant(placed.values[index]) == wanted.value
        }
    }

    /// The descriptor is what a `spawn` gave, or what the embedding app did.
    private func isOwnChild(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        let position = syscall.parameters.firstIndex { $0.type.meaning == .descriptor }
        return position.map { isProcess(placed.values[$0]) } ?? false
    }

    private func isProcess(_ value: ValueID) -> Bool {
        switch program[value] {
        case .result(let step):
            return program.syscalls[program.steps[step].syscall].name == Syscall.spawn.name
        case .input(let index, _): return program.data.inputs[index].type == .descriptor
        case .fitting(let inner, _): return isProcess(inner)
        case .local(let index):
            // A proc's parameter: it is set once, before its steps.
            let values = program.words.localValues[index]
            guard values.count == 1 else {
                return false
            }
            return isProcess(values[0])
        default: return false
        }
    }

    func isLiteral(_ value: ValueID) -> Bool {
        switch program[value] {
        case .constant, .unsigned: true
        default: false
        }
    }

    private func hasZeroSignal(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        for (index, parameter) in syscall.parameters.enumerated()
        where parameter.type.meaning == .signal {
            return constant(placed.values[index]) == 0
        }
        return false
    }

    private func isMapping(_ value: ValueID) -> Bool {
        switch program[value] {
        case .result(let step):
            program.syscalls[program.steps[step].syscall].result == .address
        case .binary(.add, let a, _), .binary(.subtract, let a, _): isMapping(a)
        default: false
        }
    }

    /// Arguments that make a harmless call harmful. What is not known yet is looked at when the program runs, before
    /// the call: the argument is then the value that was looked at.
    mutating func checkRestrictions(
        _ syscall: Syscall, _ placed: inout PlacedArguments, _ condition: ValueID?,
        isDeferred: Bool
    ) {
        for restriction in syscall.restrictions {
            let index = restriction.condition.ifParameter
            if let field = restriction.field {
                checkField(field, restriction, syscall, placed, condition, isDeferred: isDeferred)
                continue
            }
            // What an operation takes may be no union of flags at all.
            let set = placed.parameters[index].type.meaning?.set
            if placed.parameters[index].cases != nil || syscall.parameters[index].cases != nil,
                set == nil
            {
                continue
            }
            let value = placed.values[index]
            guard let known = constant(value) else {
                forbid(restriction, syscall, &placed, condition, isDeferred: isDeferred)
                continue
            }
            for name in restriction.condition.hasOneOf {
                guard let constant = catalog.constant(named: name),
                    placed.parameters[index].type.has(constant.value, in: known)
                else { continue }
                let subject = "`\(syscall.name)` with `\(name)`"
                if restriction.policy == .own {
                    requireOwn(of: syscall, placed, subject, restriction.reason)
                } else {
                    _ = permitted(
                        restriction.policy, subject, restriction.reason, program.span(of: value))
                }
                break
            }
        }
    }

    /// What a call changes of a descriptor, others see too: only of what the program opened, not of 0, 1 and 2.
    private mutating func requireOwn(
        of syscall: Syscall, _ placed: PlacedArguments, _ subject: String, _ reason: String
    ) {
        for (index, parameter) in syscall.parameters.enumerated()
        where parameter.type.meaning == .descriptor {
            let value = placed.values[index]
            let span = program.span(of: value)
            guard isShared(value) else {
                requireOwn(value, span, help: reason)
                continue
            }
            diagnostics.error(
                "E0603", span, "\(subject) is allowed on the program's own descriptors",
                help: reason)
        }
    }

    /// A number that is written, or a copy of one: other processes share the open file.
    private func isShared(_ value: ValueID) -> Bool {
        if isLiteral(value) { return true }
        switch program[value] {
        case .result(let index):
            let step = program.steps[index]
            return program.syscalls[step.syscall].traits.contains(.duplicating)
                && step.arguments.first.map { isShared($0) } ?? false
        case .fitting(let inner, _): return isShared(inner)
        default: return false
        }
    }

    /// A policy that holds by a field of a structure.
    private mutating func checkField(
        _ name: String, _ restriction: Syscall.Restriction, _ syscall: Syscall,
        _ placed: PlacedArguments, _ condition: ValueID?, isDeferred: Bool
    ) {
        let index = restriction.condition.ifParameter
        guard !placed.isNull[index],
            case .pointer(.structure(let structure), _) = syscall.parameters[index].type,
            let field = self.structure(named: structure)?.field(named: name),
            case .integer(let type, let meaning) = field.type
        else { return }
        let address = placed.values[index]
        let span = program.span(of: address)
        let constants = restriction.condition.hasOneOf.compactMap { catalog.constant(named: $0) }
        let parameter = ParameterType.integer(type, meaning)
        let names = restriction.condition.hasOneOf.map { "`\($0)`" }.joined(separator: " or ")
        let subject =
            "`\(syscall.name)` " + (restriction.isNegated ? "without " : "with ") + names
        if let known = initialWord(at: address, field.offset, type) {
            let holds = constants.contains { parameter.has($0.value, in: known) }
            if holds == restriction.isNegated { return }
            _ = permitted(restriction.policy, subject, restriction.reason, span)
            return
        }
        if isDeferred {
            diagnostics.error(
                "E0601", span,
                "what `\(name)` will be when the block ends can't be told, and some of it is not "
                    + "allowed", help: restriction.reason)
            return
        }
        let value = kept(add(.load(offset(address, by: field.offset, span), type), span), span)
        var test: ValueID?
        for constant in constants {
            let wanted = add(.constant(constant.value), span)
            var given = value
            if case .flags = meaning { given = add(.binary(.and, value, wanted), span) }
            let one = add(.binary(.equal, given, wanted), span)
            test = test.map { add(.binary(.logicalOr, $0, one), span) } ?? one
        }
        guard var test else { return }
        if restriction.isNegated { test = add(.not(test), span) }
        if let condition { test = add(.binary(.logicalAnd, condition, test), span) }
        program.statements.append(
            .fail(
                message: Array("\(subject) is not allowed: \(restriction.reason)".utf8),
                condition: test, span))
    }

    /// A word of a structure that stands in the call itself; nil where it is stored as the program runs.
    private func initialWord(
        at address: ValueID, _ offset: Int, _ type: IntegerType
    ) -> Int64? {
        guard case .address(let region, offset: 0) = program[address],
            case .constant(let index) = region
        else { return nil }
        for statement in program.statements.suffix(64) {
            if case .store(let place, _, _, _) = statement,
                case .address(region, offset: offset) = program[place]
            {
                return nil
            }
        }
        let bytes = Array(program.data.constants[index].bytes.dropFirst(offset))
        return Initial(region: region, bytes: bytes, relocations: []).word(type)
    }

    private mutating func forbid(
        _ restriction: Syscall.Restriction, _ syscall: Syscall, _ placed: inout PlacedArguments,
        _ condition: ValueID?, isDeferred: Bool
    ) {
        let index = restriction.condition.ifParameter
        let span = program.span(of: placed.values[index])
        if isDeferred {
            diagnostics.error(
                "E0601", span,
                "what this will be when the block ends can't be told, and some of it is not allowed",
                help: restriction.reason)
            return
        }
        let value = kept(placed.values[index], span)
        placed.values[index] = value
        for name in restriction.condition.hasOneOf {
            guard let constant = catalog.constant(named: name) else { continue }
            let wanted = add(.constant(constant.value), span)
            var given = value
            if case .flags = placed.parameters[index].type.meaning {
                given = add(.binary(.and, value, wanted), span)
            }
            var test = add(.binary(.equal, given, wanted), span)
            if let condition { test = add(.binary(.logicalAnd, condition, test), span) }
            let message = "`\(syscall.name)` with `\(name)` is not allowed: \(restriction.reason)"
            program.statements.append(
                .fail(message: Array(message.utf8), condition: test, span))
        }
    }
}

extension ParameterType {
    /// A constant is in a value: or'ed into flags, or the whole of anything else.
    func has(_ constant: Int64, in value: Int64) -> Bool {
        if case .flags = meaning { return value & constant == constant }
        return value == constant
    }

    var meaning: IntegerMeaning? {
        if case .integer(_, let meaning) = self { return meaning }
        return nil
    }
}
