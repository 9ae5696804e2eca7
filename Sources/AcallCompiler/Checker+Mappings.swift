// What is mapped: until when, and what may be done with it.
//
// Invariant: a name whose memory may be gone on some way to where it is used is an error there, and so is a second
// unmapping; what the program does not unmap is unmapped by itself, once. Where only the run can tell (a file that
// is shorter than its mapping, a protection that is computed), the step fails: see `Lowering+Mapped.swift`.

import AcallCatalog
import AcallSyntax

/// Why a mapping is no longer there.
struct MappingEnd {
    var span: Span
    var why: String
}

extension Syscall {
    /// It ends the mapping that its first argument names: `munmap`, and `mremap`, which makes another of it.
    var endsMapping: Bool { traits.contains(.unmapping) }
}

extension CheckedProgram {
    /// The step whose mapping starts at an address; nil where it is none.
    func mappedStep(_ value: ValueID) -> Int? {
        guard case .result(let step) = self[value],
            syscalls[steps[step].syscall].mappedLength != nil
        else { return nil }
        return step
    }

    /// The mappings that an address may be in.
    func mappedSteps(_ value: ValueID) -> [Int] {
        var seen: Set<Int> = []
        return mappedSteps(value, &seen)
    }

    /// - Parameter seen: locals, which may be made of themselves.
    private func mappedSteps(_ value: ValueID, _ seen: inout Set<Int>) -> [Int] {
        if let step = mappedStep(value) { return [step] }
        switch self[value] {
        case .binary(_, let a, let b), .minimum(let a, let b), .maximum(let a, let b):
            return mappedSteps(a, &seen) + mappedSteps(b, &seen)
        case .fitting(let inner, _): return mappedSteps(inner, &seen)
        case .sliceAddress(let index): return mappedSteps(slices[index].base, &seen)
        case .local(let index):
            guard seen.insert(index).inserted else { return [] }
            return localValues[index, default: []].flatMap { mappedSteps($0, &seen) }
        default: return []
        }
    }
}

extension Checker {
    /// The storage that a call mapped: its address, and the length that was asked for.
    mutating func mapping(of step: Int, _ span: Span) -> Operand? {
        let call = program.steps[step]
        guard let position = program.syscalls[call.syscall].mappedLength else { return nil }
        if let end = flow.unmapped[step] {
            let name = call.name.map { "`\(text($0))`" } ?? "this mapping"
            diagnostics.error(
                "E0507", span, "\(name) is used after it was unmapped",
                notes: [.init(end.span, end.why)])
            return .hole
        }
        let length = call.arguments[position]
        let storage = mappingStorage(step)
        return .bytes(
            Bytes(
                address: add(.result(step), span), count: length,
                capacity: constant(length).map { Int(clamping: $0) }, storage: storage,
                isTerminated: false))
    }

    /// What stands for the mapping where it is asked which storage is meant: it has no bytes of its own. Made with
    /// the step: it is storage of the chain that mapped it.
    @discardableResult
    mutating func mappingStorage(_ step: Int) -> Int {
        if let known = mappings[step] { return known }
        let name = program.steps[step].name ?? Name(id: 0)
        program.storages.append(
            CheckedStorage(
                name: name, span: program.steps[step].span, type: .bytes(0), size: 0, initial: [],
                relocations: [], region: region, isMapping: true))
        flow.isWritten.append(true)
        mappings[step] = program.storages.count - 1
        return program.storages.count - 1
    }

    // MARK: Its end

    /// A call that ends a mapping, or changes what may be done with it.
    mutating func noteMapping(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax, isDeferred: Bool
    ) -> Int? {
        guard let first = placed.values.first else { return nil }
        if syscall.endsMapping { return unmap(syscall, placed, call, isDeferred: isDeferred) }
        if let step = program.mappedStep(first) {
            let prot = syscall.parameters.firstIndex { $0.name == "prot" }
            if let prot, placed.values.count > prot {
                // Of a part, or some time later: the rest is as it was, and nothing is known.
                let isKnown = isWhole(placed, of: step) && !isDeferred
                flow.protections[step] = .some(isKnown ? constant(placed.values[prot]) : nil)
            }
        } else if syscall.parameters.contains(where: { $0.name == "prot" }) {
            for step in program.mappedSteps(first) { flow.protections[step] = .some(nil) }
        }
        return nil
    }

    private mutating func unmap(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax, isDeferred: Bool
    ) -> Int? {
        guard let step = program.mappedStep(placed.values[0]), isWhole(placed, of: step) else {
            // What is no mapping at all is reported elsewhere.
            if !program.mappedSteps(placed.values[0]).isEmpty {
                diagnostics.error(
                    "E0507", call.span, "only a whole mapping can be given to `\(syscall.name)`",
                    help: "name it without a length, as in `\(syscall.name)(page)`: the rest "
                        + "would be unmapped by itself later, and by then be somebody else's")
            }
            return nil
        }
        if keepsOld(syscall, placed) { return nil }
        if let first = deferredUnmaps.last(where: { $0.step == step }) {
            diagnostics.error(
                "E0507", call.span, "this mapping is unmapped twice",
                help: "remove one of them", notes: [.init(first.span, "the other one is here")])
        }
        if isDeferred {
            deferredUnmaps.append((step, call.span))
        } else {
            flow.unmapped[step] = MappingEnd(
                span: call.span,
                why: syscall.name == "munmap" ? "unmapped here" : "another one since this")
        }
        return step
    }

    /// `MREMAP_DONTUNMAP`: the old addresses stay mapped.
    private func keepsOld(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        for (index, parameter) in syscall.parameters.enumerated() {
            guard case .flags = parameter.type.meaning, let known = constant(placed.values[index]),
                let flag = catalog.constant(named: "MREMAP_DONTUNMAP")
            else { continue }
            return parameter.type.has(flag.value, in: known)
        }
        return false
    }

    private func isWhole(_ placed: PlacedArguments, of step: Int) -> Bool {
        guard placed.values.count > 1,
            let position = program.syscalls[program.steps[step].syscall].mappedLength
        else { return false }
        let length = program.steps[step].arguments[position]
        let given = placed.values[1]
        return given == length || constant(given).map { $0 == constant(length) } ?? false
    }

    // MARK: What may be done with it

    /// A statement of the program's own reads or writes there. A call would say EFAULT; this can be told before.
    mutating func requireAccess(_ storage: Int, isWrite: Bool, _ span: Span) {
        guard program.storages[storage].isMapping,
            let step = mappings.first(where: { $0.value == storage })?.key
        else { return }
        let call = program.steps[step]
        let position = program.syscalls[call.syscall].parameters.firstIndex { $0.name == "prot" }
        let first = position.flatMap { constant(call.arguments[$0]) }
        guard let known = flow.protections[step] ?? first,
            let write = catalog.constant(named: "PROT_WRITE")
        else { return }
        let isAllowed = isWrite ? known & write.value != 0 : known != 0
        if isAllowed { return }
        let name = text(program.storages[storage].name)
        diagnostics.error(
            "E0508", span,
            "`\(name)` can't be \(isWrite ? "written" : "read"): its protection says so",
            help: "map it with `\(isWrite ? "PROT_READ | PROT_WRITE" : "PROT_READ")`, or change "
                + "that with `mprotect`",
            notes: [.init(call.span, "mapped here")])
    }
}
