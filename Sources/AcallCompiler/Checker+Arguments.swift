// Arguments: which expression goes to which parameter, and what stands where one is left out.

import AcallCatalog
import AcallSyntax

/// A call's arguments, in the kernel's order.
struct PlacedArguments {
    var values: [ValueID] = []
    var isNull: [Bool] = []
    /// Storage that the call writes.
    var written: [Int] = []
    /// What must hold before the call.
    var guards = CheckedGuards()
    /// As many as values: those of the row, with the types that the operation gives them.
    var parameters: [Parameter] = []
}

/// What a pointer argument points to, for the arguments that are derived from it.
struct PlacedPointer {
    var address: ValueID
    /// In the parameter's own unit: bytes, or elements of an array.
    var count: ValueID?
    var isNull = false
    /// How much there is where that is more than what is passed by itself (`bytes` where a structure is expected).
    var capacity: ValueID?
    /// The storage it is part of.
    var storage: Int?
    /// In bytes; nil where it is not known.
    var room: ValueID?
    /// It holds pointers, and what they point to is known only when the program runs.
    var hasOpenTargets = false
}

extension Checker {
    /// Places and types the arguments; nil where something is wrong, which is reported.
    mutating func place(_ call: CallSyntax, _ syscall: Syscall) -> PlacedArguments? {
        guard let expressions = assign(call, syscall) else { return nil }
        let errorsBefore = diagnostics.list.count
        let count = syscall.parameters.count
        var values = [ValueID?](repeating: nil, count: count)
        var pointers = [PlacedPointer?](repeating: nil, count: count)
        var placed = PlacedArguments()
        var parameters = syscall.parameters
        // Those of the operation's come after what names it, derived ones after what they are derived from.
        for turn in 0...2 {
            for (index, parameter) in syscall.parameters.enumerated() where parameter.turn == turn {
                if parameter.cases != nil {
                    values[index] = caseArgument(
                        index, expressions, syscall, call, values, &parameters, &pointers, &placed)
                    continue
                }
                values[index] = argument(
                    index, expressions, syscall, call, parameter, &pointers, &placed)
            }
        }
        let guards = guards(parameters, expressions, values, pointers, call)
        placed.guards.bounds += guards.bounds
        placed.guards.targets = guards.targets
        placed.parameters = parameters
        checkRequired(expressions, values, syscall, call)
        checkTimes(expressions, values, syscall)
        guard diagnostics.list.count == errorsBefore else {
            // What it would have written counts as written: one mistake, one error.
            for storage in placed.written { written(storage, call.span) }
            return nil
        }
        placed.values = values.map { $0 ?? add(.constant(0), call.span) }
        placed.isNull = pointers.map { $0?.isNull ?? false }
        return placed
    }

    /// An argument whose type the operation says.
    private mutating func caseArgument(
        _ index: Int, _ expressions: [ExpressionID?], _ syscall: Syscall, _ call: CallSyntax,
        _ values: [ValueID?], _ parameters: inout [Parameter],
        _ pointers: inout [PlacedPointer?], _ placed: inout PlacedArguments
    ) -> ValueID? {
        let given = expressions[index]
        switch parameterCase(index, syscall, values, isGiven: given != nil, call) {
        case .hole: return nil
        case .parameter(let parameter):
            parameters[index] = parameter
            return argument(index, expressions, syscall, call, parameter, &pointers, &placed)
        case .nothing(let operation):
            guard let given else { return add(.constant(0), call.span) }
            switch tree[given].kind {
            case .null, .integer(0): return add(.constant(0), call.span)
            default: break
            }
            diagnostics.error(
                "E0401", tree[given].span,
                "`\(syscall.name)` with `\(operation)` takes no `\(parameters[index].name)`",
                help: "remove it")
            return nil
        case .number(let parameter):
            parameters[index] = parameter
            guard let given else { return add(.constant(0), call.span) }
            if case .null = tree[given].kind { return add(.constant(0), call.span) }
            if refusesStorage(given, parameter, syscall) { return nil }
            guard
                let value = argument(
                    index, expressions, syscall, call, parameter, &pointers, &placed)
            else { return nil }
            boundNumber(value, parameter, tree[given].span, &placed.guards)
            return value
        }
    }

    private mutating func argument(
        _ index: Int, _ expressions: [ExpressionID?], _ syscall: Syscall, _ call: CallSyntax,
        _ parameter: Parameter, _ pointers: inout [PlacedPointer?],
        _ placed: inout PlacedArguments
    ) -> ValueID? {
        if let id = expressions[index] {
            switch parameter.type {
            case .integer(let type, let meaning):
                if refusesMisplaced(id, parameter, syscall) { return nil }
                warnOfDecimalMode(id, meaning)
                warnOfAlternatives(id, meaning)
                guard let value = integerArgument(id, type, meaning, parameter) else { return nil }
                if case .derived(let base) = parameter.defaultArgument, constant(value) == 0,
                    refusesZero(id, of: base, expressions, pointers, index, call, syscall)
                {
                    return nil
                }
                return bounded(value, id, parameter, syscall.parameters, pointers)
            case .pointer(let pointee, let direction):
                if case .integer(let type, _) = pointee, parameter.isDerived, direction == .inOut,
                    let value = lengthPointer(given: id, type, &placed.guards)
                {
                    if case .integer(0) = tree[id].kind,
                        case .derived(let base) = parameter.defaultArgument,
                        refusesZero(id, of: base, expressions, pointers, index, call, syscall)
                    {
                        return nil
                    }
                    return value
                }
                var parameter = parameter
                if case .null = tree[id].kind, allowsNull(index, expressions, syscall, call) {
                    parameter.mayBeNull = true
                }
                (memory.pending, memory.isOpen) = ([], false)
                guard var pointer = pointer(id, pointee, direction, parameter, in: syscall) else {
                    return nil
                }
                measure(&pointer, pointee, tree[id].span)
                settleTargets(&pointer, parameter, direction, tree[id].span)
                pointers[index] = pointer
                if let storage = pointer.storage, direction != .in {
                    placed.written.append(storage)
                }
                return pointer.address
            }
        }
        switch parameter.defaultArgument {
        case .none: return nil
        case .null:
            pointers[index] = PlacedPointer(address: add(.constant(0), call.span), isNull: true)
            return pointers[index]?.address
        case .value(let value): return add(.constant(value), call.span)
        case .derived(let base):
            return derived(parameter, from: pointers[base], call.span, &placed.guards)
        }
    }

    /// What the argument's own pointers point to: right as it is written, or looked up in the table.
    private mutating func settleTargets(
        _ pointer: inout PlacedPointer, _ parameter: Parameter, _ direction: Direction,
        _ span: Span
    ) {
        pointer.hasOpenTargets = memory.isOpen
        var isFilled = !parameter.fills.isEmpty
        if case .pointer(.vector, _) = parameter.type { isFilled = direction != .in }
        if isFilled, let literal = memory.pending.first(where: { !$0.isWritable }) {
            diagnostics.error(
                "E0408", literal.span,
                "the call writes to this, and a string can't be written",
                help: "declare storage for it: `var block: bytes[4KiB]`")
        }
        if pointer.hasOpenTargets || pointer.storage != nil { commitTargets() }
        memory.pending = []
    }

    private mutating func checkRequired(
        _ expressions: [ExpressionID?], _ values: [ValueID?], _ syscall: Syscall, _ call: CallSyntax
    ) {
        let missing = syscall.parameters.indices.filter {
            expressions[$0] == nil && syscall.parameters[$0].defaultArgument == .none
        }
        if !missing.isEmpty {
            let names = missing.map { "`\(syscall.parameters[$0].name)`" }
            diagnostics.error(
                "E0402", call.span,
                "`\(syscall.name)` needs \(names.joined(separator: " and ")) too",
                help: signature(syscall))
            return
        }
        for (index, parameter) in syscall.parameters.enumerated() where expressions[index] == nil {
            guard let requirement = parameter.requiredIf,
                let flags = values[requirement.ifParameter].flatMap({ constant($0) })
            else { continue }
            for name in requirement.hasOneOf {
                guard let flag = catalog.constant(named: name),
                    syscall.parameters[requirement.ifParameter].type.has(flag.value, in: flags)
                else { continue }
                diagnostics.error(
                    "E0417", call.span,
                    "with `\(name)`, `\(syscall.name)` needs `\(parameter.name)`",
                    help: "add it, as in `\(parameter.name): 0644`")
                break
            }
        }
    }

    // MARK: Integers

    private mutating func integerArgument(
        _ id: ExpressionID, _ type: IntegerType, _ meaning: IntegerMeaning, _ parameter: Parameter
    ) -> ValueID? {
        let span = tree[id].span
        var operand: Operand
        if case .vector(let list) = tree[id].kind, case .flags = meaning {
            guard let union = union(of: list, meaning, span) else { return nil }
            operand = .integer(union)
        } else if let unit = meaning.unit, hasTime(id), !isLiteralTime(id) {
            guard let time = duration(id) else { return nil }
            operand = arithmetic(.divide, time, add(.constant(Int64(unit)), span), span)
        } else {
            operand = self.operand(id, meaning: meaning)
        }
        switch operand {
        case .time(let nanoseconds):
            guard let unit = meaning.unit else {
                diagnostics.error(
                    "E0406", span, "`\(parameter.name)` is no time", help: "write a number")
                return nil
            }
            guard nanoseconds % unit == 0 else {
                diagnostics.error(
                    "E0407", span, "`\(parameter.name)` is counted in whole \(meaning.unitName)")
                return nil
            }
            operand = .integer(add(.constant(Int64(nanoseconds / unit)), span))
        case .null where meaning == .plain || meaning == .hex:
            diagnostics.error(
                "E0414", span, "`\(parameter.name)` is an integer, not a pointer", help: "write 0")
            return nil
        case .bytes, .list, .vector, .record, .address, .place:
            if case .place(let place) = operand, case .integer = place.type { break }
            let flags = meaning.set.flatMap { flagsHelp(operand, $0, span) }
            diagnostics.error(
                "E0406", span,
                "`\(parameter.name)` is \(meaning.noun), and this is \(operand.kindName)",
                help: meaning.advice ?? flags)
            return nil
        default: break
        }
        guard let value = integer(operand, span) else { return nil }
        switch program[value] {
        // The kernel takes what it needs of the register: the word stays as it is written.
        case .constant, .unsigned:
            return fitted(value, id, to: type, meaning, isField: true) == nil ? nil : value
        default: return fitting(value, type)
        }
    }

    private func isLiteralTime(_ id: ExpressionID) -> Bool {
        if case .time = tree[id].kind { true } else { false }
    }

    /// `[O_RDONLY, O_CLOEXEC]` where flags are expected.
    mutating func union(of list: ListRange, _ meaning: IntegerMeaning, _ span: Span) -> ValueID? {
        let flags = list.indices.map {
            integer(tree.expressionLists[$0], meaning: meaning)
        }
        if flags.isEmpty { return add(.constant(0), span) }
        return joined(flags[...], span)
    }

    /// By halves, so that the values do not nest as deep as they are many.
    private mutating func joined(_ flags: ArraySlice<ValueID?>, _ span: Span) -> ValueID? {
        if flags.count <= 1 { return flags.first ?? nil }
        let middle = flags.startIndex + (flags.count + 1) / 2
        let low = joined(flags[..<middle], span)
        let high = joined(flags[middle...], span)
        guard let low, let high, case .integer(let both) = arithmetic(.or, low, high, span) else {
            return nil
        }
        return both
    }

    // MARK: Lengths

    /// A length given beside its buffer must not reach beyond it.
    private mutating func bounded(
        _ value: ValueID, _ id: ExpressionID, _ parameter: Parameter, _ parameters: [Parameter],
        _ pointers: [PlacedPointer?]
    ) -> ValueID? {
        guard case .derived(let base) = parameter.defaultArgument, let pointer = pointers[base],
            let capacity = pointer.capacity ?? pointer.count, !pointer.isNull
        else { return value }
        let span = tree[id].span
        if let length = constant(value), let size = constant(capacity) {
            if length < 0 || length > size {
                diagnostics.error(
                    "E0503", span,
                    "`\(parameter.name)` is \(length), and what it counts has \(size)",
                    help: "leave it out: it follows from the argument before it")
                return nil
            }
            return value
        }
        let low = add(.constant(0), span)
        let counts = parameters[base].type.countsElements
        program.pool.slices.append(
            CheckedSlice(
                base: pointer.address, low: low, high: value, capacity: capacity, span: span,
                isCount: counts))
        return add(.sliceCount(program.pool.slices.count - 1), span)
    }

    /// The length, count or size that follows from another argument.
    private mutating func derived(
        _ parameter: Parameter, from pointer: PlacedPointer?, _ span: Span,
        _ guards: inout CheckedGuards
    ) -> ValueID? {
        if case .pointer(.integer(let type, _), _) = parameter.type {
            guard let pointer, !pointer.isNull, let count = pointer.count,
                let size = constant(count)
            else { return add(.constant(0), span) }
            return hiddenLength(size, type, span, &guards)
        }
        guard let pointer, !pointer.isNull else { return add(.constant(0), span) }
        guard let count = pointer.count else {
            // An address alone does not say how much is there.
            diagnostics.error(
                "E0402", span, "`\(parameter.name)` does not follow from an address alone",
                help: "add `\(parameter.name): ...`")
            return nil
        }
        if case .integer(let type, _) = parameter.type { return fitting(count, type) }
        return count
    }

    /// A length that the call reads and writes: storage of its own. Each attempt finds it as it was.
    private mutating func hiddenLength(
        _ size: Int64, _ type: IntegerType, _ span: Span, _ guards: inout CheckedGuards
    ) -> ValueID {
        var initial = Initial(region: .constant(0), bytes: [], relocations: [])
        initial.put(UInt64(bitPattern: size), type, at: 0)
        program.data.constants.append(
            CheckedConstant(bytes: initial.bytes, isWritten: true, region: here.region))
        let address = add(.address(.constant(program.data.constants.count - 1), offset: 0), span)
        guards.resets.append(
            CheckedReset(address: address, value: add(.constant(size), span), type: type))
        return address
    }

    private mutating func lengthPointer(
        given id: ExpressionID, _ type: IntegerType, _ guards: inout CheckedGuards
    ) -> ValueID? {
        guard case .integer(let magnitude) = tree[id].kind, magnitude < 1 << 31 else { return nil }
        return hiddenLength(Int64(magnitude), type, tree[id].span, &guards)
    }
}

extension Parameter {
    /// In which order arguments are placed.
    fileprivate var turn: Int { isDerived ? 2 : cases == nil ? 0 : 1 }

    var isDerived: Bool {
        if case .derived = defaultArgument { return true }
        return false
    }
}

extension IntegerMeaning {
    /// What an integer of this meaning is, in a sentence.
    var noun: String {
        switch self {
        case .descriptor: "a descriptor"
        case .directory: "a directory's descriptor"
        case .flags: "a union of flags"
        case .signal: "a signal"
        case .mode: "a mode"
        default: "an integer"
        }
    }

    /// What to write.
    var advice: String? {
        switch self {
        case .descriptor: "the result of a step that opens something, as in `fd = openat(...)`"
        case .directory: "`AT_FDCWD`, or the result of a step that opens a directory"
        case .mode: "as in 0644"
        case .signal: "as in SIGTERM"
        default: nil
        }
    }

    /// What a time is counted in, in nanoseconds.
    var unit: UInt64? {
        switch self {
        case .milliseconds: 1_000_000
        case .seconds: 1_000_000_000
        default: nil
        }
    }

    var unitName: String { self == .seconds ? "seconds" : "milliseconds" }
}
