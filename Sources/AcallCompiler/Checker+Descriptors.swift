// The descriptors that a program owns: which steps make them, which close them, and who may be using them then.
//
// Invariant: what is used is open, on every way to the use, and no chain that runs beside it closes it; what a call
// closes is the program's own.

import AcallCatalog
import AcallSyntax

extension Checker {
    // MARK: Made and closed

    /// Notes the descriptors that a step makes; a copy onto a number that the program chose is not new.
    mutating func recordDescriptors(
        madeBy step: Int, _ syscall: Syscall, _ placed: PlacedArguments
    ) {
        if isNew(syscall, placed) {
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

    private func isNew(_ syscall: Syscall, _ placed: PlacedArguments) -> Bool {
        if syscall.result == .descriptor { return syscall.policy != .own }
        guard let condition = syscall.makesDescriptorIf,
            let known = constant(placed.values[condition.ifParameter])
        else { return false }
        return condition.hasOneOf.contains { name in
            catalog.constant(named: name).map {
                syscall.parameters[condition.ifParameter].type.has($0.value, in: known)
            } ?? false
        }
    }

    private mutating func addDescriptor(_ descriptor: OwnedDescriptor) {
        var descriptor = descriptor
        descriptor.isInLoop = here.loopDepth > 0
        descriptor.task = here.chain.task
        program.descriptors.append(descriptor)
        if let storage = descriptor.storage, contents.firstDescriptors[storage] == nil {
            contents.firstDescriptors[storage] = program.descriptors.count - 1
        }
        program.steps[descriptor.step].makes.append(program.descriptors.count - 1)
    }

    /// Which descriptors a call closes, each of which the program must own. What a word holds, the analysis tells.
    mutating func release(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax
    ) -> Release {
        guard let parameter = syscall.consumes else { return .nothing }
        let value = placed.values[parameter]
        if isLiteral(value) { return .nothing }
        // The step is appended next.
        note(.close, program.steps.count, value: value, call.span)
        if case .descriptor(let index) = program.holder(of: value) { return .descriptor(index) }
        return .anyEqual(to: value)
    }

    // MARK: Used

    /// A call's arguments are open, and are used by this chain.
    mutating func useDescriptors(
        _ syscall: Syscall, _ placed: PlacedArguments, _ call: CallSyntax
    ) {
        for (position, parameter) in syscall.parameters.enumerated()
        where position != syscall.consumes {
            switch parameter.type.meaning {
            case .descriptor, .directory:
                let value = placed.values[position]
                note(.use, value: value, span(of: value, in: call))
            default: break
            }
        }
    }

    /// A result is named: wherever it goes from there, this chain uses it.
    mutating func noteUse(ofResult step: Int, _ span: Span) {
        if program.steps[step].makes.isEmpty { return }
        note(.name, step, span)
    }

    // MARK: Own

    /// An argument of a call that could close what the runner has open.
    mutating func requireOwn(_ value: ValueID, _ span: Span, help: String? = nil) {
        if isLiteral(value), (0...2).contains(constant(value) ?? -1) { return }
        var seen: Set<Int> = []
        switch origin(of: value, &seen) {
        case .own: return
        // What else is put there may be seen later.
        case .storage(let index): contents.ownNumbers.append((index, span))
        case .number: reportNotOwn(span, help)
        }
    }

    private mutating func reportNotOwn(_ span: Span, _ help: String? = nil) {
        diagnostics.error(
            "E0603", span, "this descriptor is not the program's own",
            help: help
                ?? "pass the result of the step that opened it, or an input of type `fd`; "
                + "0, 1 and 2 are allowed")
    }

    /// At the program's end, when it is known what is put into its storage.
    mutating func reportNumbers() {
        if contents.ownNumbers.isEmpty { return }
        let holding = storageWithDescriptors
        for (storage, span) in contents.ownNumbers where !holding.contains(storage) {
            reportNotOwn(span)
        }
    }

    /// Storage that a descriptor is put into, straight or by way of other storage.
    private var storageWithDescriptors: Set<Int> {
        var holding = contents.filled
        var copies: [Int: [Int]] = [:]
        for (storage, values) in contents.storedValues {
            for value in values {
                var seen: Set<Int> = []
                switch origin(of: value, &seen) {
                case .own: holding.insert(storage)
                case .storage(let other): copies[other, default: []].append(storage)
                case .number: break
                }
            }
        }
        var left = Array(holding)
        while let storage = left.popLast() {
            for copy in copies[storage, default: []] where holding.insert(copy).inserted {
                left.append(copy)
            }
        }
        return holding
    }

    private enum Origin {
        /// A call's result, or the embedding app's.
        case own
        /// What stands in storage: it depends on who put it there.
        case storage(Int)
        case number
    }

    /// - Parameter seen: locals that are being looked at.
    private func origin(of value: ValueID, _ seen: inout Set<Int>) -> Origin {
        switch program[value] {
        case .result(let step):
            switch program.syscalls[program.steps[step].syscall].result {
            case .descriptor, .integer: return .own
            default: return .number
            }
        case .input(let index, _):
            return program.data.inputs[index].type == .descriptor ? .own : .number
        case .fitting(let inner, _): return origin(of: inner, &seen)
        case .load(let address, _):
            var locals: Set<Int> = []
            return storage(at: address, &locals).map { .storage($0) } ?? .number
        case .local(let index):
            guard seen.insert(index).inserted else { return .number }
            for value in program.words.localValues[index] {
                switch origin(of: value, &seen) {
                case .number: continue
                case let other: return other
                }
            }
            return .number
        default: return .number
        }
    }

    private func storage(at address: ValueID, _ seen: inout Set<Int>) -> Int? {
        switch program[address] {
        case .address(.storage(let index), _): return index
        case .binary(_, let a, let b): return storage(at: a, &seen) ?? storage(at: b, &seen)
        case .minimum(let a, let b), .maximum(let a, let b):
            return storage(at: a, &seen) ?? storage(at: b, &seen)
        case .sliceAddress(let index): return storage(at: program.pool.slices[index].base, &seen)
        case .result(let step): return contents.mappings[step]
        case .local(let index):
            guard seen.insert(index).inserted else { return nil }
            for value in program.words.localValues[index] {
                if let found = storage(at: value, &seen) { return found }
            }
            return nil
        default: return nil
        }
    }
}
