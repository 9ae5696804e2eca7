// Times that are computed: `n * 1ms`, `1s + patience * 1ms`. In nanoseconds, like all times.

import AcallSyntax

extension Checker {
    /// There is a time in it, so that it is one.
    func hasTime(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .time: true
        case .binary(let op, let left, let right):
            switch op {
            case .multiply, .add, .subtract: hasTime(left) || hasTime(right)
            case .divide: hasTime(left)
            default: false
            }
        case .function(let name, let list, _):
            (text(name) == "min" || text(name) == "max")
                && list.indices.contains { hasTime(tree.expressionLists[$0]) }
        default: false
        }
    }

    /// Its nanoseconds; nil where something in it is wrong, which is reported.
    mutating func duration(_ id: ExpressionID) -> ValueID? {
        let span = tree[id].span
        switch tree[id].kind {
        case .time(let nanoseconds):
            return add(.constant(Int64(clamping: nanoseconds)), span)
        case .binary(let op, let left, let right) where hasTime(id):
            let isScaled = op == .multiply || op == .divide
            if op == .multiply, hasTime(left), hasTime(right) {
                diagnostics.error(
                    "E0406", span, "a time can't be multiplied by a time", help: "as in `n * 1ms`")
                return nil
            }
            let a = part(left, isTime: !isScaled || hasTime(left))
            let b = part(right, isTime: !isScaled || hasTime(right))
            guard let a, let b, case .integer(let value) = arithmetic(op, a, b, span) else {
                return nil
            }
            return value
        case .function(let name, let list, _) where hasTime(id) && list.count == 2:
            let parts = list.indices.map { part(tree.expressionLists[$0], isTime: true) }
            guard let a = parts[0], let b = parts[1] else { return nil }
            return add(text(name) == "min" ? .minimum(a, b) : .maximum(a, b), span)
        default:
            _ = part(id, isTime: true)
            return nil
        }
    }

    private mutating func part(_ id: ExpressionID, isTime: Bool) -> ValueID? {
        if hasTime(id) { return duration(id) }
        guard isTime else { return integer(id) }
        if case .hole = tree[id].kind { return nil }
        diagnostics.error(
            "E0406", tree[id].span, "a time is needed here", help: "as in `1s`, `n * 1ms`")
        return nil
    }
}
