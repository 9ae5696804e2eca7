// What a program may touch of the process it runs in: hazards, and the descriptors it owns.

import AcallCatalog
import AcallSyntax

extension Checker {
    // MARK: Hazards

    /// False where the call would harm the runner whatever its arguments, which is reported.
    mutating func permitted(_ syscall: Syscall, _ call: CallSyntax) -> Bool {
        if !syscall.warning.isEmpty {
            diagnostics.warning("W0601", call.calleeSpan, syscall.warning)
        }
        return permitted(
            syscall.policy, "`\(syscall.name)`", syscall.policyReason, call.calleeSpan)
    }

    private mutating func permitted(
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
        checkRestrictions(syscall, placed)
        guard syscall.policy == .own else { return }
        let hasSignal = syscall.parameters.contains { $0.type.meaning == .signal }
        if hasSignal, isOwnChild(syscall, placed) { return }
        if hasSignal, !hasZeroSignal(syscall, placed) {
            diagnostics.error(
                "E0603", call.calleeSpan, "`\(syscall.name)` could hit the runner",
                help:
                    "a child that `spawn` started may get one, as in `pidfd_send_signal(child, SIGTERM)`; signal 0 only asks whether the process is there"
            )
            return
        }
        if hasSignal { return }
        for (index, parameter) in syscall.parameters.enumerated() {
            let value = placed.values[index]
            let span = program.span(of: value)
            switch parameter.type {
            case .integer(_, .descriptor), .integer(_, .directory):
                guard isLiteral(value), !(0...2).contains(constant(value) ?? -1) else { continue }
                diagnostics.error(
                    "E0603", span, "this descriptor is not the program's own",
                    help: "pass the result of the step that opened it; 0, 1 and 2 are allowed")
            case .integer(_, .pid):
                diagnostics.error(
                    "E0603", span, "`\(syscall.name)` is allowed on the program's own children",
                    help: "and this program has none")
            case .pointer(.opaque, _) where !isMapping(value):
                diagnostics.error(
                    "E0603", span, "`\(syscall.name)` is allowed on the program's own mappings",
                    help: "pass the result of an `mmap`")
            default: break
            }
        }
    }

    /// The descriptor is what a `spawn` gave.
    private func isOwnChild(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        for (index, parameter) in syscall.parameters.enumerated()
        where parameter.type.meaning == .descriptor {
            if case .result(let step) = program[placed.values[index]] {
                return program.syscalls[program.steps[step].syscall].name == Syscall.spawn.name
            }
        }
        return false
    }

    private func isLiteral(_ value: ValueID) -> Bool {
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

    /// Arguments that make a harmless call harmful.
    private mutating func checkRestrictions(_ syscall: Syscall, _ placed: PlacedArguments) {
        for restriction in syscall.restrictions {
            let index = restriction.condition.ifParameter
            let value = placed.values[index]
            guard let known = constant(value) else { continue }
            for name in restriction.condition.hasOneOf {
                guard let constant = catalog.constant(named: name),
                    syscall.parameters[index].type.has(constant.value, in: known)
                else { continue }
                _ = permitted(
                    restriction.policy, "`\(syscall.name)` with `\(name)`", restriction.reason,
                    program.span(of: value))
                break
            }
        }
    }

    // MARK: Descriptors

    /// Notes the descriptors that a step makes; a copy onto a number that the program chose is not new.
    mutating func recordDescriptors(
        madeBy step: Int, _ syscall: Syscall, _ placed: PlacedArguments
    ) {
        if syscall.result == .descriptor, syscall.policy != .own {
            addDescriptor(OwnedDescriptor(step: step, element: nil, storage: nil))
        }
        guard let parameter = syscall.makesDescriptorsIn, !placed.isNull[parameter] else { return }
        program.steps[step].madeAt = placed.values[parameter]
        var storage: Int?
        if case .address(.storage(let index), offset: 0) = program[placed.values[parameter]] {
            storage = index
        }
        for element in 0..<2 {
            addDescriptor(OwnedDescriptor(step: step, element: element, storage: storage))
        }
    }

    private mutating func addDescriptor(_ descriptor: OwnedDescriptor) {
        var descriptor = descriptor
        descriptor.isInLoop = loopDepth > 0
        program.descriptors.append(descriptor)
        flow.closedAt.append(nil)
        flow.deferredCloseAt.append(nil)
        program.steps[descriptor.step].makes.append(program.descriptors.count - 1)
    }

    func closedSpan(ofResult step: Int) -> Span? {
        program.steps[step].makes.lazy.compactMap { index in
            program.descriptors[index].element == nil ? flow.closedAt[index] : nil
        }.first
    }

    func closedSpan(ofElement element: Int, at storage: Int, _ offset: Int) -> Span? {
        guard offset == 0, let index = descriptor(element: element, of: storage) else { return nil }
        return flow.closedAt[index]
    }

    /// The newest descriptor in an element of storage.
    private func descriptor(element: Int, of storage: Int) -> Int? {
        program.descriptors.lastIndex { $0.storage == storage && $0.element == element }
    }

    /// Which descriptors a call closes, each of which the program must own.
    mutating func release(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax, _ isDeferred: Bool,
        _ modifiers: Modifiers
    ) -> Release {
        guard let parameter = syscall.consumes else { return .nothing }
        let value = placed.values[parameter]
        guard let index = descriptor(of: value) else {
            if isLiteral(value) { return .nothing }
            for index in program.descriptors.indices {
                program.descriptors[index].isReleased = true
            }
            return .anyEqual(to: value)
        }
        if let first = flow.closedAt[index] ?? flow.deferredCloseAt[index] {
            diagnostics.error(
                "E0505", call.span, "this descriptor is closed twice",
                help: "remove one of them", notes: [.init(first, "the other one is here")])
        }
        program.descriptors[index].isReleased = true
        if isDeferred {
            flow.deferredCloseAt[index] = call.span
        } else if modifiers.condition == nil {
            flow.closedAt[index] = call.span
        }
        return .descriptor(index)
    }

    private func descriptor(of value: ValueID) -> Int? {
        switch program[value] {
        case .result(let step):
            return program.steps[step].makes.first { program.descriptors[$0].element == nil }
        case .load(let address, let type) where type.width == 4:
            guard case .address(.storage(let storage), let offset) = program[address] else {
                return nil
            }
            return descriptor(element: offset / 4, of: storage)
        case .fitting(let inner, _): return descriptor(of: inner)
        default: return nil
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
