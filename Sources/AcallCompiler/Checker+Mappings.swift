// What is mapped: until when, and what may be done with it.
//
// Invariant: a name whose memory may be gone on some way to where it is used is an error there, and so is a second
// unmapping; what the program does not unmap is unmapped by itself, once. Where only the run can tell (a file that
// is shorter than its mapping, a protection that is computed), the step fails: see `Lowering+Mapped.swift`.

import AcallCatalog
import AcallSyntax

extension Syscall {
    /// The parameter that says how large a shared memory segment is, of the call that gets it.
    var segmentLength: Int? {
        self.name == "shmget" ? self.parameters.firstIndex { $0.name == "size" } : nil
    }

    /// It maps the segment that its first argument names.
    var attachesSegment: Bool { self.name == "shmat" }

    /// It ends the mapping that its first argument names, all of it.
    var detachesSegment: Bool { self.name == "shmdt" }

    /// It ends the mapping that its first argument names: `munmap`, and `mremap`, which makes another of it.
    var endsMapping: Bool { self.traits.contains(.unmapping) || detachesSegment }
}

extension TypedProgram {
    /// The step whose mapping starts at an address; nil where it is none.
    func mappedStep(_ value: ValueID) -> Int? {
        guard case .result(let step) = self[value], steps[step].mapped != nil else { return nil }
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
        case .sliceAddress(let index): return mappedSteps(pool.slices[index].base, &seen)
        case .local(let index):
            guard seen.insert(index).inserted else { return [] }
            return words.localValues[index].flatMap { mappedSteps($0, &seen) }
        default: return []
        }
    }
}

extension Checker {
    /// How many bytes a call maps; nil where it maps none, or where that is not known. A segment has at least as
    /// many as the program's own `shmget` asked for.
    func mappedLength(of syscall: Syscall, _ placed: PlacedArguments) -> ValueID? {
        if let position = syscall.mappedLength { return placed.values[position] }
        guard syscall.attachesSegment, let first = placed.values.first else { return nil }
        return segmentLength(first)
    }

    private func segmentLength(_ value: ValueID) -> ValueID? {
        switch program[value] {
        case .result(let step):
            let call = program.steps[step]
            return program.syscalls[call.syscall].segmentLength.map { call.arguments[$0] }
        case .fitting(let inner, _): return segmentLength(inner)
        case .local(let index):
            // A proc's parameter: it is set once, before its steps.
            let values = program.words.localValues[index]
            guard values.count == 1 else {
                return nil
            }
            return segmentLength(values[0])
        default: return nil
        }
    }

    /// The storage that a call mapped: its address, and the length that was asked for.
    mutating func mapping(of step: Int, _ span: Span) -> Operand? {
        guard let length = program.steps[step].mapped else { return nil }
        note(.useMapping, step, span)
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
        if let known = contents.mappings[step] { return known }
        let name = program.steps[step].name ?? Name(id: 0)
        program.data.storages.append(
            CheckedStorage(
                name: name, span: program.steps[step].span, type: .bytes(0), size: 0, initial: [],
                relocations: [], region: here.region, mappedBy: step))
        contents.mappings[step] = program.data.storages.count - 1
        return program.data.storages.count - 1
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
                let known = isKnown ? constant(placed.values[prot]) : nil
                note(.protect, step, value: known.map { ValueID(Int($0)) }, call.span)
            }
        } else if syscall.parameters.contains(where: { $0.name == "prot" }) {
            for step in program.mappedSteps(first) { note(.protect, step, call.span) }
        }
        return nil
    }

    private mutating func unmap(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax, isDeferred: Bool
    ) -> Int? {
        guard let step = program.mappedStep(placed.values[0]),
            syscall.detachesSegment || isWhole(placed, of: step)
        else {
            // What is no mapping at all is reported elsewhere.
            if !program.mappedSteps(placed.values[0]).isEmpty {
                diagnostics.error(
                    "E0507", call.span, "only a whole mapping can be given to `\(syscall.name)`",
                    help: "name it without a length, as in `\(syscall.name)(page)`: the rest "
                        + "would be unmapped by itself later, when something else may have the addresses"
                )
            }
            return nil
        }
        if keepsOld(syscall, placed) { return nil }
        note(syscall.name == "mremap" ? .move : .unmap, step, call.span)
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
        guard placed.values.count > 1, let length = program.steps[step].mapped else {
            return false
        }
        let given = placed.values[1]
        return given == length || constant(given).map { $0 == constant(length) } ?? false
    }

    // MARK: What may be done with it

    /// A statement of the program's own reads or writes there. A call would say EFAULT; this can be told before.
    mutating func requireAccess(_ storage: Int, isWrite: Bool, _ span: Span) {
        guard let step = program.data.storages[storage].mappedBy else { return }
        note(isWrite ? .writeMapping : .readMapping, step, span)
    }
}
