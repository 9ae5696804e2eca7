// Which argument goes where, and the mistakes that the order allows: a length where flags are, a length of 0.
//
// Input: a call's arguments and its row. Output: an expression for each parameter. Invariant: what stands where
// follows from the number of arguments and their names alone (`Syscall.positions`).

import AcallCatalog
import AcallSyntax

extension Checker {
    /// The expression of each parameter; nil where something is wrong, which is reported.
    mutating func assign(_ call: CallSyntax, _ syscall: Syscall) -> [ExpressionID?]? {
        var result = [ExpressionID?](repeating: nil, count: syscall.parameters.count)
        var arguments = call.arguments.indices.map { tree.arguments[$0] }
        // The number of a call made by number is no argument of it.
        let isByNumber = text(call.callee) == "syscall"
        if isByNumber { arguments.removeFirst() }
        let errorsBefore = diagnostics.list.count
        for argument in arguments {
            guard let label = argument.label else { continue }
            assign(argument, label, syscall, &result)
        }
        guard diagnostics.list.count == errorsBefore else { return nil }
        let named = Set(result.indices.filter { result[$0] != nil })
        let positional = arguments.compactMap { $0.label == nil ? $0.value : nil }
        let name = isByNumber ? syscall.name : text(call.callee)
        guard let places = syscall.positions(of: positional.count, named: named, as: name) else {
            refuseSurplus(positional, named, name, syscall)
            return nil
        }
        for (id, place) in zip(positional, places) {
            // A name in the middle would move what stands behind it.
            if let passed = named.sorted().first(where: {
                $0 < place && !syscall.parameters[$0].isDerived
            }) {
                refuseTwice(passed, id, syscall)
                return nil
            }
            result[place] = id
        }
        for (id, place) in zip(positional, places)
        where refusesLength(id, at: place, places, result, syscall, name) {
            return nil
        }
        return result
    }

    private mutating func assign(
        _ argument: Argument, _ label: Name, _ syscall: Syscall, _ result: inout [ExpressionID?]
    ) {
        let name = text(label)
        let parameters = syscall.parameters
        guard
            let index = parameters.firstIndex(where: { $0.name == name })
                ?? parameters.firstIndex(where: { $0.kernelName == name })
        else {
            diagnostics.error(
                "E0403", argument.labelSpan, "`\(syscall.name)` has no parameter `\(name)`",
                help: lookups.suggestion(name, among: parameters.map(\.name)) ?? signature(syscall))
            return
        }
        if result[index] != nil {
            diagnostics.error(
                "E0404", argument.labelSpan, "`\(name)` is given twice", help: "remove one of them")
            return
        }
        result[index] = argument.value
    }

    private mutating func refuseTwice(_ index: Int, _ id: ExpressionID, _ syscall: Syscall) {
        diagnostics.error(
            "E0404", tree[id].span,
            "`\(syscall.parameters[index].name)` is given by its name too",
            help: "remove one of them")
    }

    private mutating func refuseSurplus(
        _ positional: [ExpressionID], _ named: Set<Int>, _ name: String, _ syscall: Syscall
    ) {
        let places = syscall.positions(of: positional.count, as: name) ?? []
        for (id, place) in zip(positional, places) where named.contains(place) {
            return refuseTwice(place, id, syscall)
        }
        let parameters = syscall.positionalParameters(as: name)
        let count = parameters.count
        let byName = syscall.parameters.indices.filter { !parameters.contains($0) }
        let rest = byName.map { "`\(syscall.parameters[$0].name): ...`" }
        let help =
            rest.isEmpty
            ? ""
            : "; by \(rest.count == 1 ? "its name" : "their names"): "
                + rest.joined(separator: ", ")
        let first = max(0, count - named.intersection(parameters).count)
        diagnostics.error(
            "E0401", tree[positional[first]].span,
            "`\(name)` has \(count) parameter\(count == 1 ? "" : "s"), and this is one more",
            help: signature(syscall, as: name) + help)
    }

    /// `openat(dirfd, pathname, flags, mode)`, as help.
    func signature(_ syscall: Syscall, as name: String? = nil) -> String {
        let name = name ?? syscall.name
        let names = syscall.positionalParameters(as: name).map { syscall.parameters[$0].name }
        return "it is `\(name)(\(names.joined(separator: ", ")))`"
    }

    // MARK: Lengths in other places

    /// `recv(s, b, 10)`: with the length left out, the number is the flags. True where that is reported.
    private mutating func refusesLength(
        _ id: ExpressionID, at place: Int, _ places: [Int], _ expressions: [ExpressionID?],
        _ syscall: Syscall, _ name: String
    ) -> Bool {
        let parameter = syscall.parameters[place]
        let omitted = syscall.positionalParameters(as: name).last {
            $0 < place && syscall.parameters[$0].isDerived && expressions[$0] == nil
        }
        guard let omitted, case .derived(let base) = syscall.parameters[omitted].defaultArgument,
            let given = expressions[base], isLengthLike(id, for: parameter)
        else { return false }
        let shown = plainText(id) ?? "..."
        let positional = places.filter { $0 < place }.compactMap { expressions[$0] }
        let others = positional.map { (plainText($0) ?? "...") + ", " }.joined()
        diagnostics.error(
            "E0418", tree[id].span,
            "`\(name)` takes this as its `\(parameter.name)`, not as a length",
            help: lengthHelp(
                shown, given, positional, name, isComplete: parameter.defaultArgument != .none)
                + "; for `\(parameter.name)`, `\(name)(\(others)\(parameter.name): \(shown))`")
        return true
    }

    /// A value that nobody would write where flags or one of some names go, unless by its parameter's name.
    private func isLengthLike(_ id: ExpressionID, for parameter: Parameter) -> Bool {
        guard case .integer(_, let meaning) = parameter.type else { return false }
        switch tree[id].kind {
        case .integer(0), .string, .vector, .record, .null, .time, .slice, .address: return false
        default: break
        }
        switch meaning {
        case .flags: return !hasConstant(id)
        case .enumeration(let set):
            guard case .integer(let value) = tree[id].kind else { return false }
            let members = catalog.constantSet(named: set)?.members ?? []
            return !members.contains { UInt64(bitPattern: $0.value) == value }
        case .plain where parameter.name.hasSuffix("flags"): return !hasConstant(id)
        default: return false
        }
    }

    /// A constant of the kernel's stands in it, or what gives one.
    private func hasConstant(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .hole: true
        case .name: kernelConstant(id) != nil || isUnknown(id)
        case .unary(_, let inner): hasConstant(inner)
        case .binary(_, let left, let right): hasConstant(left) || hasConstant(right)
        case .function(_, let arguments, _):
            arguments.indices.contains { hasConstant(tree.expressionLists[$0]) }
        case .vector: true
        default: false
        }
    }

    /// Nothing has this name, which is reported where it is looked at.
    private func isUnknown(_ id: ExpressionID) -> Bool {
        guard case .name(let name) = tree[id].kind else { return false }
        switch scope.symbols[Int(name.id)] {
        case .unknown, .hole: return scope.declarations[Int(name.id)] == nil
        default: return false
        }
    }

    /// The call with the length where it belongs.
    private func lengthHelp(
        _ length: String, _ base: ExpressionID, _ positional: [ExpressionID], _ name: String,
        isComplete: Bool
    ) -> String {
        guard let storage = plainText(base) else {
            return "a length follows from the argument, and is left out"
        }
        let shown = positional.map { id in
            id == base ? "\(storage)[..<\(length)]" : plainText(id) ?? "..."
        }
        let rest = isComplete ? "" : ", ..."
        return "for a length, write `\(name)(\(shown.joined(separator: ", "))\(rest))`"
    }

    /// A name or a number as it is written; nil for all else.
    func plainText(_ id: ExpressionID) -> String? {
        switch tree[id].kind {
        case .name(let name): return text(name)
        case .integer, .time: return String(decoding: source(tree[id].span), as: UTF8.self)
        case .null: return "null"
        case .field(let base, let name, _):
            return plainText(base).map { "\($0).\(text(name))" }
        case .index(let base, let index):
            guard let base = plainText(base), let index = plainText(index) else { return nil }
            return "\(base)[\(index)]"
        default: return nil
        }
    }

    /// `write(1, b, 0)`: a 0 that stands where the length does may have been meant for what follows. True where
    /// that is reported.
    mutating func refusesZero(
        _ id: ExpressionID, of base: Int, _ expressions: [ExpressionID?],
        _ pointers: [PlacedPointer?], _ index: Int, _ call: CallSyntax, _ syscall: Syscall
    ) -> Bool {
        guard let counted = expressions[base], let pointer = pointers[base], !pointer.isNull,
            pointer.count.flatMap({ constant($0) }) != 0
        else { return false }
        let isNamed = call.arguments.indices.contains {
            tree.arguments[$0].value == id && tree.arguments[$0].label != nil
        }
        let parameter = syscall.parameters[index]
        let slice = emptySlice(counted, for: syscall.parameters[base])
        if isNamed, slice == nil { return false }
        // A mapping ends as a whole.
        let isOpaque =
            if case .pointer(.opaque, _) = syscall.parameters[base].type { true } else { false }
        let hasOthers = syscall.parameters.indices.contains {
            $0 != index && syscall.parameters[$0].isDerived && expressions[$0] != nil
        }
        let arguments = call.arguments.indices.compactMap { position -> String? in
            let argument = tree.arguments[position]
            let label = argument.label.map { text($0) + ": " } ?? ""
            if argument.value == id {
                if slice == nil { return "\(parameter.name): 0" }
                return hasOthers ? label + "0" : nil
            }
            let shown =
                argument.value == counted ? slice ?? plainText(counted) : plainText(argument.value)
            return label + (shown ?? "...")
        }
        let whole = "`\(text(call.callee))(\(arguments.joined(separator: ", ")))`"
        diagnostics.error(
            "E0419", tree[id].span, "`\(parameter.name)` is 0, and what it counts is not empty",
            help: "leave it out: it follows from `\(syscall.parameters[base].name)`"
                + (isOpaque ? "" : "; for none of it, write \(whole)"))
        return true
    }

    /// How none of it is written; nil where it can't be sliced.
    private func emptySlice(_ id: ExpressionID, for parameter: Parameter) -> String? {
        guard case .pointer(let pointee, _) = parameter.type else { return nil }
        let isBytes = if case .bytes = pointee { true } else { false }
        switch tree[id].kind {
        case .string: return "\"\""
        case .vector: return "[]"
        case .slice(let base, _, _, _): return plainText(base).map { "\($0)[..<0]" } ?? "..."
        case .name(let name):
            let empty = "\(text(name))[..<0]"
            switch scope.symbols[Int(name.id)] {
            case .variable(let storage):
                switch program.data.storages[storage].type {
                case .bytes, .integers, .structures: return empty
                default: return nil
                }
            case .operand, .input, .result: return isBytes ? empty : nil
            default: return nil
            }
        default: return nil
        }
    }
}

extension ParameterType {
    /// What counts it counts elements, and not bytes.
    var countsElements: Bool {
        guard case .pointer(let pointee, _) = self else { return false }
        switch pointee {
        case .structures, .integerArray, .integers, .vector, .stringArray: return true
        default: return false
        }
    }
}
