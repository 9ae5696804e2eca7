// Times that are computed: `n * 1ms`, `1s + patience * 1ms`, `now(CLOCK_MONOTONIC) + 2s`. In nanoseconds, like all
// times.
//
// Invariant: a time is a duration or a point in time; which of them it is follows from how it is written.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// There is a time in it, so that it is one.
    func hasTime(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .time: true
        case .name(let name): namedTime(name) != nil
        case .binary(let op, let left, let right):
            switch op {
            case .multiply, .add, .subtract: hasTime(left) || hasTime(right)
            case .divide: hasTime(left)
            default: false
            }
        case .function(let name, let list, _):
            isNow(name)
                || (text(name) == "min" || text(name) == "max")
                    && list.indices.contains { hasTime(tree.expressionLists[$0]) }
        default: false
        }
    }

    /// It is a point in time, and no duration.
    func isAbsolute(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .name(let name): namedTime(name)?.isAbsolute ?? false
        case .binary(.add, let left, let right): isAbsolute(left) || isAbsolute(right)
        case .binary(.subtract, let left, let right): isAbsolute(left) && !isAbsolute(right)
        case .function(let name, let list, _):
            isNow(name) || list.indices.contains { isAbsolute(tree.expressionLists[$0]) }
        default: false
        }
    }

    /// A clock is read where it is used.
    func readsClock(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .binary(_, let left, let right): readsClock(left) || readsClock(right)
        case .function(let name, let list, _):
            isNow(name) || list.indices.contains { readsClock(tree.expressionLists[$0]) }
        default: false
        }
    }

    private func namedTime(_ name: Name) -> (value: ValueID, isAbsolute: Bool)? {
        guard case .operand(let index) = scope.symbols[Int(name.id)],
            case .computedTime(let value, let isAbsolute) = scope.operands[index]
        else { return nil }
        return (value, isAbsolute)
    }

    /// `now`, where the program has not given the name to something.
    func isNow(_ name: Name) -> Bool {
        guard text(name) == "now", case .unknown = scope.symbols[Int(name.id)] else { return false }
        return scope.declarations[Int(name.id)] == nil
    }

    /// Its nanoseconds; nil where something in it is wrong, which is reported.
    mutating func duration(_ id: ExpressionID) -> ValueID? {
        let span = tree[id].span
        switch tree[id].kind {
        case .time(let nanoseconds):
            return add(.constant(Int64(clamping: nanoseconds)), span)
        case .name(let name):
            guard let named = namedTime(name) else { break }
            noteUsed(name)
            return named.value
        case .binary(let op, let left, let right) where hasTime(id):
            if isHole(left) || isHole(right) { return nil }
            if refuses(op, left, right, span) { return nil }
            let isScaled = op == .multiply || op == .divide
            let a = part(left, isTime: !isScaled || hasTime(left))
            let b = part(right, isTime: !isScaled || hasTime(right))
            guard let a, let b, case .integer(let value) = arithmetic(op, a, b, span) else {
                return nil
            }
            return value
        case .function(let name, let list, _) where isNow(name):
            return clockTime(list.indices.map { tree.expressionLists[$0] }, span)
        case .function(let name, let list, _) where hasTime(id) && list.count == 2:
            let parts = list.indices.map { part(tree.expressionLists[$0], isTime: true) }
            guard let a = parts[0], let b = parts[1] else { return nil }
            let ids = list.indices.map { tree.expressionLists[$0] }
            if isAbsolute(ids[0]) != isAbsolute(ids[1]) {
                reportMixed(span)
                return nil
            }
            return add(text(name) == "min" ? .minimum(a, b) : .maximum(a, b), span)
        default: break
        }
        _ = part(id, isTime: true)
        return nil
    }

    /// A duration, where a point in time would mean decades.
    mutating func onlyDuration(_ id: ExpressionID, _ what: String) -> ValueID? {
        guard let value = duration(id) else { return nil }
        guard isAbsolute(id) else { return value }
        diagnostics.error(
            "E0406", tree[id].span, "\(what) is a duration, and this is a point in time",
            help: "subtract the time at which it starts: `... - now(CLOCK_MONOTONIC)`, "
                + "or write how long it is: `2s`")
        return nil
    }

    /// What can't be computed with times.
    private mutating func refuses(
        _ op: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ span: Span
    ) -> Bool {
        let (a, b) = (isAbsolute(left), isAbsolute(right))
        if op == .multiply, hasTime(left), hasTime(right) {
            diagnostics.error(
                "E0406", span, "a time can't be multiplied by a time", help: "as in `n * 1ms`")
            return true
        }
        if op == .multiply || op == .divide, a || b {
            diagnostics.error(
                "E0406", span, "a point in time can't be multiplied or divided",
                help: "subtract another one first: what is between them is a duration")
            return true
        }
        if op == .add && a && b || op == .subtract && b && !a {
            diagnostics.error(
                "E0406", span,
                op == .add
                    ? "two points in time can't be added"
                    : "a point in time can't be subtracted from a duration",
                help: "add a duration: `now(CLOCK_MONOTONIC) + 2s`")
            return true
        }
        return false
    }

    private mutating func part(_ id: ExpressionID, isTime: Bool) -> ValueID? {
        if hasTime(id) { return duration(id) }
        guard isTime else { return integer(id) }
        if case .hole = tree[id].kind { return nil }
        diagnostics.error(
            "E0406", tree[id].span, "a time is needed here", help: "as in `1s`, `n * 1ms`")
        return nil
    }

    /// What stands there is wrong, and reported.
    private func isHole(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .hole: return true
        case .name(let name):
            if case .hole = scope.symbols[Int(name.id)] { return true }
            return false
        default: return false
        }
    }

    private mutating func reportMixed(_ span: Span) {
        diagnostics.error(
            "E0406", span, "a point in time is compared with a duration",
            help: "subtract the time at which it starts: `now(CLOCK_MONOTONIC) - start`")
    }

    // MARK: Clocks

    /// The time that `now` gives.
    mutating func clockTime(_ arguments: [ExpressionID], _ span: Span) -> ValueID? {
        guard arguments.count == 1 else {
            diagnostics.error(
                "E0402", span, "`now` takes a clock", help: "as in `now(CLOCK_MONOTONIC)`")
            return nil
        }
        guard let clock = integer(arguments[0], meaning: .enumeration(set: "clock")) else {
            return nil
        }
        return add(.now(clock: clock), span)
    }

    /// `start = now(CLOCK_MONOTONIC)`: names a time.
    mutating func checkNow(_ call: CallSyntax, isDeferred: Bool) {
        let written = modifiers(of: call)
        let isPlain =
            written.expect == nil && written.allow == nil && written.retry == nil
            && !written.isFully && written.timeout == nil && written.condition == nil
        guard isPlain, !isDeferred, call.result != nil || call.target != nil else {
            diagnostics.error(
                "E0206", call.span, "`now` is no call, and does nothing by itself",
                help: "name the time in a separate step: `start = now(CLOCK_MONOTONIC)`")
            return declareHole(call)
        }
        let arguments = call.arguments.indices.map { tree.arguments[$0].value }
        guard let value = clockTime(arguments, call.span) else { return declareHole(call) }
        bindTime(call.result, call.resultSpan, value, isAbsolute: true)
    }

    /// Gives a time a new name; `name` is nil for a place in storage.
    mutating func bindTime(_ name: Name?, _ span: Span, _ value: ValueID, isAbsolute: Bool) {
        var isVariable = name == nil
        if let name, case .variable = scope.symbols[Int(name.id)] { isVariable = true }
        guard let name, !isVariable else {
            diagnostics.error(
                "E0425", span, "a time can't be stored in a variable",
                help: "give it a new name: `start = now(CLOCK_MONOTONIC)`")
            return
        }
        let kept = self.kept(value, span)
        let operand = addOperand(.computedTime(kept, isAbsolute: isAbsolute))
        _ = declare(name, span, as: .operand(operand))
    }

    /// `now(CLOCK_MONOTONIC) - start > 2s`: nil where the sides are no times.
    mutating func comparedTimes(
        _ op: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ span: Span
    ) -> Operand? {
        guard op.condition != nil, hasTime(left) || hasTime(right) else { return nil }
        if isHole(left) || isHole(right) { return .hole }
        guard hasTime(left), hasTime(right) else {
            let other = hasTime(left) ? right : left
            diagnostics.error(
                "E0406", tree[other].span, "a time can be compared with a time only",
                help: "a time has a unit: `2s`, `n * 1ms`")
            return .hole
        }
        guard isAbsolute(left) == isAbsolute(right) else {
            reportMixed(span)
            return .hole
        }
        guard let a = duration(left), let b = duration(right) else { return .hole }
        return arithmetic(op, a, b, span)
    }

    // MARK: Arguments

    /// Whether what a call gets is a point in time where it takes one, and a duration where it takes that.
    mutating func checkTimes(
        _ expressions: [ExpressionID?], _ values: [ValueID?], _ syscall: Syscall
    ) {
        for (index, parameter) in syscall.parameters.enumerated() {
            guard let id = expressions[index] else { continue }
            guard let absolute = parameter.absolute else {
                checkTimes(in: id, nil, isAbsolute: false, syscall.name, "")
                continue
            }
            var isAbsolute = true
            if let condition = absolute.condition {
                // Where the flags are not known, either may be meant.
                guard let flags = values[condition.ifParameter].flatMap({ constant($0) }) else {
                    continue
                }
                isAbsolute = condition.hasOneOf.contains { name in
                    catalog.constant(named: name).map {
                        syscall.parameters[condition.ifParameter].type.has($0.value, in: flags)
                    } ?? false
                }
            }
            var clock = absolute.clock
            if let named = syscall.parameters.firstIndex(where: { $0.name == clock }) {
                let given = expressions[named].map { source(tree[$0].span) }
                clock = given.map { String(decoding: $0, as: UTF8.self) } ?? "CLOCK_REALTIME"
            }
            checkTimes(in: id, absolute.field, isAbsolute: isAbsolute, syscall.name, clock)
        }
    }

    private mutating func checkTimes(
        in id: ExpressionID, _ field: String?, isAbsolute wanted: Bool, _ call: String,
        _ clock: String
    ) {
        switch tree[id].kind {
        case .name(let name):
            if case .variable(let storage) = scope.symbols[Int(name.id)],
                let value = contents.givenTimes[storage]
            {
                return checkTimes(in: value, field, isAbsolute: wanted, call, clock)
            }
        case .address(let inner):
            return checkTimes(in: inner, field, isAbsolute: wanted, call, clock)
        case .record(let list):
            for index in list.indices {
                let member = tree.fieldInitialisers[index]
                let isField = field.map { Self.names(text(member.name), $0) } ?? true
                checkTimes(
                    in: member.value, nil, isAbsolute: wanted && isField, call, clock)
            }
            return
        case .vector(let list):
            for index in list.indices {
                checkTimes(
                    in: tree.expressionLists[index], field, isAbsolute: wanted, call, clock)
            }
            return
        default: break
        }
        guard hasTime(id), isAbsolute(id) != wanted else { return }
        let written = String(decoding: source(tree[id].span), as: UTF8.self)
        diagnostics.error(
            "E0406", tree[id].span,
            wanted
                ? "`\(call)` takes a point in time here, and this is a duration"
                : "`\(call)` takes a duration here, and this is a point in time",
            help: wanted
                ? "add it to the clock's time: `now(\(clock)) + \(written)`"
                : "write how long it is, as in `2s`")
    }

    /// A field may be written without its structure's prefix.
    private static func names(_ written: String, _ field: String) -> Bool {
        written == field || field.hasSuffix("_" + written)
    }
}
