// Sizes: what the kernel reads and writes at a pointer stays within the storage that the program names there.
//
// Input: a call's row, its placed arguments, and how much room there is behind each pointer. Output: an error where
// both are known and the kernel takes more than there is; otherwise what records compare before the call.
// Invariant: a size that the catalog's row does not say is never taken for small.

import AcallCatalog
import AcallSyntax

extension Pointee {
    /// The bytes of what a `PlacedPointer.count` counts.
    func unit(_ checker: inout Checker) -> Int {
        switch self {
        case .structures(let name, _): checker.structure(named: name)?.layout.size ?? 1
        case .integers(let type, _, _), .integerArray(let type, _): Int(type.width)
        case .vector: 16
        default: 1
        }
    }
}

extension Checker {
    /// Fills in how many bytes there are behind a pointer.
    mutating func measure(_ pointer: inout PlacedPointer, _ pointee: Pointee, _ span: Span) {
        guard pointer.room == nil, let count = pointer.count else { return }
        let unit = pointee.unit(&self)
        if unit == 1 {
            pointer.room = count
        } else if let known = constant(count) {
            pointer.room = add(.constant(known * Int64(unit)), span)
        } else {
            pointer.room = add(.binary(.multiply, count, add(.constant(Int64(unit)), span)), span)
        }
    }

    /// What must hold before the call is made.
    mutating func guards(
        _ parameters: [Parameter], _ expressions: [ExpressionID?], _ values: [ValueID?],
        _ pointers: [PlacedPointer?], _ call: CallSyntax
    ) -> CheckedGuards {
        var guards = CheckedGuards()
        for (index, parameter) in parameters.enumerated() {
            guard case .pointer(let pointee, let direction) = parameter.type,
                let pointer = pointers[index], !pointer.isNull
            else { continue }
            let span = expressions[index].map { tree[$0].span } ?? call.span
            if let room = pointer.room, let size = parameter.extent(among: parameters),
                !isDerived(size, from: index, parameters, expressions)
            {
                let arguments = SizedArguments(
                    parameters: parameters, expressions: expressions, values: values,
                    pointers: pointers)
                if let needed = needed(size, arguments, span) {
                    compare(needed, room, parameter, direction, span, &guards)
                }
            }
            if let targets = targets(index, pointee, parameters, values, pointer, span) {
                guards.targets.append(targets)
            }
        }
        return guards
    }

    /// The length follows from the pointer, or was compared with it as it was placed.
    private func isDerived(
        _ size: Size, from index: Int, _ parameters: [Parameter], _ expressions: [ExpressionID?]
    ) -> Bool {
        func isOwn(_ position: Int) -> Bool {
            guard case .derived(of: index) = parameters[position].defaultArgument else {
                return false
            }
            return true
        }
        switch size {
        case .parameter(let position): return isOwn(position)
        case .behind(let position): return isOwn(position) && expressions[position] == nil
        case .product(.parameter(let position), .structure),
            .product(.parameter(let position), .number):
            return isOwn(position)
        default: return false
        }
    }

    private mutating func compare(
        _ needed: CheckedSize, _ room: ValueID, _ parameter: Parameter, _ direction: Direction,
        _ span: Span, _ guards: inout CheckedGuards
    ) {
        let (bytes, isAll) = least(needed)
        guard let known = constant(room), isAll || bytes > known else {
            guards.bounds.append(
                CheckedBound(needed: needed, room: room, subject: parameter.name, span: span))
            return
        }
        guard bytes > known else { return }
        let verb: String
        switch direction {
        case .in: verb = "reads"
        case .out: verb = "writes"
        case .inOut: verb = "reads and writes"
        }
        diagnostics.error(
            "E0503", span,
            "`\(parameter.name)` has \(known) byte\(known == 1 ? "" : "s"), and the kernel \(verb) "
                + (isAll ? "\(bytes) there" : "\(bytes) and more there"),
            help: storageHelp(for: bytes, parameter))
    }

    /// The bytes that are known to be needed, and whether these are all.
    private func least(_ size: CheckedSize) -> (bytes: Int64, isAll: Bool) {
        switch size {
        case .value(let value): return constant(value).map { ($0, true) } ?? (0, false)
        case .sum(let a, let b):
            let (x, y) = (least(a), least(b))
            return (x.bytes &+ y.bytes, x.isAll && y.isAll)
        case .maximum(let a, let b):
            let (x, y) = (least(a), least(b))
            return (max(x.bytes, y.bytes), x.isAll && y.isAll)
        case .product, .quotient: return (0, false)
        }
    }

    private func storageHelp(for bytes: Int64, _ parameter: Parameter) -> String {
        if case .pointer(.structure(let name), _) = parameter.type, parameter.size == nil {
            return "declare it as `var x: \(name)`"
        }
        if case .pointer(.structures(let name, _), _) = parameter.type,
            let size = catalog.structure(named: name)?.size, size > 0
        {
            return "declare it as `var x: \(name)[\((Int(bytes) + size - 1) / size)]`"
        }
        return "declare storage of that size: `var x: bytes[\(bytes)]`"
    }

    // MARK: What a size comes to

    /// A call's arguments, to look sizes up in.
    struct SizedArguments {
        var parameters: [Parameter]
        var expressions: [ExpressionID?]
        var values: [ValueID?]
        var pointers: [PlacedPointer?]
    }

    /// nil where the kernel does not go there: what would say how much is null.
    private mutating func needed(
        _ size: Size, _ arguments: SizedArguments, _ span: Span
    ) -> CheckedSize? {
        switch size {
        case .number(let number): return .value(add(.constant(number), span))
        case .structure(let name):
            guard let layout = structure(named: name)?.layout else { return nil }
            return .value(add(.constant(Int64(layout.size)), span))
        case .parameter(let index): return arguments.values[index].map { .value($0) }
        case .behind(let index):
            if let id = arguments.expressions[index], case .integer(let known) = tree[id].kind {
                return .value(add(.constant(Int64(clamping: known)), span))
            }
            guard let pointer = arguments.pointers[index], !pointer.isNull,
                case .pointer(.integer(let type, _), _) = arguments.parameters[index].type
            else { return nil }
            if refusesMapped(pointer, arguments.parameters[index], span) { return nil }
            return .value(add(.load(pointer.address, type), span))
        case .field(let index, let name):
            guard let pointer = arguments.pointers[index], !pointer.isNull,
                case .pointer(.structure(let structure), _) = arguments.parameters[index].type,
                let field = self.structure(named: structure)?.field(named: name),
                case .integer(let type, _) = field.type
            else { return nil }
            if refusesMapped(pointer, arguments.parameters[index], span) { return nil }
            return .value(add(.load(offset(pointer.address, by: field.offset, span), type), span))
        case .sum(let a, let b):
            return both(a, b, arguments, span, { $0.addingReportingOverflow($1) }) { .sum($0, $1) }
        case .product(let a, let b):
            return both(a, b, arguments, span, { $0.multipliedReportingOverflow(by: $1) }) {
                .product($0, $1)
            }
        case .quotient(let a, let b):
            return both(a, b, arguments, span, { $0.dividedReportingOverflow(by: $1) }) {
                .quotient($0, $1)
            }
        case .maximum(let a, let b):
            return both(a, b, arguments, span, { (max($0, $1), false) }) { .maximum($0, $1) }
        }
    }

    private mutating func both(
        _ a: Size, _ b: Size, _ arguments: SizedArguments, _ span: Span,
        _ fold: (Int64, Int64) -> (partialValue: Int64, overflow: Bool),
        _ make: (CheckedSize, CheckedSize) -> CheckedSize
    ) -> CheckedSize? {
        guard let first = needed(a, arguments, span), let second = needed(b, arguments, span)
        else { return nil }
        guard case .value(let x) = first, case .value(let y) = second, let left = constant(x),
            let right = constant(y)
        else { return make(first, second) }
        let result = fold(left, right)
        return .value(add(.constant(result.overflow ? .max : result.partialValue), span))
    }

    /// Others could change a length in a mapping after it was looked at.
    private mutating func refusesMapped(
        _ pointer: PlacedPointer, _ parameter: Parameter, _ span: Span
    ) -> Bool {
        guard let storage = pointer.storage, program.data.storages[storage].isMapping else {
            return false
        }
        diagnostics.error(
            "E0406", span,
            "`\(parameter.name)` says how much memory is used, and can't stand in a mapping",
            help: "copy it into a variable, and pass that")
        return true
    }
}
