// Warnings: what is right, and probably not meant.

import AcallCatalog
import AcallSyntax

extension Checker {
    // MARK: Unused names

    mutating func noteUsed(_ name: Name) {
        usage.use(name, declaredAt: scope.declarations[Int(name.id)])
    }

    /// A result's name is shown in the report, so it has a use; what nobody reads or writes has none.
    /// Where something is wrong, a name may be unused because of that.
    mutating func warnOfUnused() {
        if diagnostics.hasErrors { return }
        var seen: Set<Span> = []
        for (name, span, what) in usage.declared
        where !usage.isUsed(span) && seen.insert(span).inserted && !text(name).hasPrefix("_") {
            diagnostics.warning(
                "W0301", span, "the \(what) `\(text(name))` is never used",
                help: "remove it, or let its name start with `_`")
        }
        let isLibrary = tree.statements.allSatisfy {
            switch $0.kind {
            case .procedure, .include: true
            default: false
            }
        }
        if isLibrary { return }
        for statement in tree.statements {
            // The procs of an included file are for many programs.
            guard case .procedure(let index) = statement.kind else { continue }
            let procedure = tree.procedures[Int(index)]
            let isOwn = diagnostics.source.file(at: Int(procedure.nameSpan.start)).start == 0
            if isOwn, !usage.isUsed(procedure.nameSpan) {
                diagnostics.warning(
                    "W0301", procedure.nameSpan,
                    "the proc `\(text(procedure.name))` is never called", help: "remove it")
            }
        }
    }

    // MARK: Waiting

    /// A call that may wait for ever, on the only chain that runs.
    mutating func warnOfWaiting(
        _ call: CallSyntax, _ syscall: Syscall, _ placed: PlacedArguments, _ modifiers: Modifiers
    ) {
        guard modifiers.timeout == nil, mayWait(syscall, placed) else { return }
        // A wait for another chain can be limited.
        guard here.chain.task == nil else { return }
        diagnostics.warning(
            "W0501", call.span, "`\(syscall.name)` may wait for ever",
            help: "limit it: `\(syscall.name)(...) timeout 5s`")
    }

    private mutating func mayWait(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        // What sends waits only for a reader that has stopped reading.
        guard isOneThatWaits(syscall, placed), !syscall.traits.contains(.sending) else {
            return false
        }
        // Its own limit is one, unless it is none: null, or a negative number of milliseconds.
        for (index, parameter) in syscall.parameters.enumerated()
        where parameter.name.contains("timeout") {
            let known = constant(placed.values[index])
            return placed.isNull[index] || known.map { $0 < 0 } ?? false
        }
        return !hasNoWait(syscall, placed)
    }

    private func isOneThatWaits(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        if syscall.mayBlock { return true }
        if let condition = syscall.mayBlockIf {
            guard let known = constant(placed.values[condition.ifParameter]) else { return false }
            return condition.hasOneOf.contains { name in
                catalog.constant(named: name).map {
                    syscall.parameters[condition.ifParameter].type.has($0.value, in: known)
                } ?? false
            }
        }
        if let parameter = syscall.mayBlockOn { return isEndpoint(placed.values[parameter]) }
        return false
    }

    /// One of its flags says that it doesn't wait.
    private func hasNoWait(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        guard let condition = syscall.mayBlockUnless,
            let known = constant(placed.values[condition.ifParameter])
        else { return false }
        let type = syscall.parameters[condition.ifParameter].type
        return condition.hasOneOf.contains { name in
            catalog.constant(named: name).map { type.has($0.value, in: known) } ?? false
        }
    }

    /// A descriptor that is known to be a pipe's or a socket's, opened without `O_NONBLOCK`.
    private func isEndpoint(_ value: ValueID) -> Bool {
        let step: Int
        switch program[value] {
        case .result(let index): step = index
        case .load(let address, _):
            guard case .address(.storage(let storage), _) = program[address],
                let first = contents.firstDescriptors[storage]
            else { return false }
            step = program.descriptors[first].step
        default: return false
        }
        let maker = program.steps[step]
        guard program.syscalls[maker.syscall].traits.contains(.endpoint) else { return false }
        // O_NONBLOCK is SOCK_NONBLOCK too.
        let flags = program.syscalls[maker.syscall].parameters.indices.filter { index in
            if case .flags? = program.syscalls[maker.syscall].parameters[index].type.meaning {
                return true
            }
            return false
        }
        return !flags.contains { constant(maker.arguments[$0]).map { $0 & 0o4000 != 0 } ?? false }
    }
}
