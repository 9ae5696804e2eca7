// Constants that stand where they can't be meant: flags joined by another operator than `|`, arguments that
// have changed places, errors compared without their sign.

import AcallCatalog
import AcallSyntax

extension Checker {
    // MARK: Unions

    /// `O_RDONLY || O_APPEND`, `O_RDONLY + O_APPEND`: true where that is reported.
    mutating func refusesAsFlags(
        _ op: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ span: Span,
        _ meaning: IntegerMeaning
    ) -> Bool {
        guard case .flags = meaning, op == .logicalOr || op == .logicalAnd || op == .add,
            kernelConstant(left) != nil || kernelConstant(right) != nil
        else { return false }
        diagnostics.error(
            "E0405", span,
            op == .add
                ? "flags are joined, not added" : "`\(op.symbol)` gives 1 or 0, which are no flags",
            help: "write `|`")
        return true
    }

    /// Of some flags one alone is given: `O_WRONLY | O_RDWR` is a third value.
    mutating func warnOfAlternatives(_ id: ExpressionID, _ meaning: IntegerMeaning) {
        guard case .flags(let set) = meaning,
            let mask = lookups.constantSet(named: set)?.enumerationMask, mask != 0
        else { return }
        var first: Constant?
        var flags: [(Constant, Span)] = []
        addUnion(id, to: &flags)
        for (member, span) in flags where member.sets.contains(set) {
            guard member.value & ~mask == 0, member.value & mask != 0, member.value != mask
            else { continue }
            guard let other = first else {
                first = member
                continue
            }
            if other.value == member.value { continue }
            diagnostics.warning(
                "W0402", span, "`\(other.name)` and `\(member.name)` are alternatives",
                help: "together they are another value than either: write one of them")
            return
        }
    }

    /// The constants of `A | B | C`, or of `[A, B, C]`.
    private func addUnion(_ id: ExpressionID, to flags: inout [(Constant, Span)]) {
        switch tree[id].kind {
        case .binary(.or, let left, let right):
            addUnion(left, to: &flags)
            addUnion(right, to: &flags)
        case .vector(let list):
            for index in list.indices { addUnion(tree.expressionLists[index], to: &flags) }
        default:
            if let constant = kernelConstant(id) { flags.append((constant, tree[id].span)) }
        }
    }

    /// The first constant of a union of flags.
    private func leadingConstant(_ id: ExpressionID) -> Constant? {
        var id = id
        while case .binary(.or, let left, _) = tree[id].kind { id = left }
        return kernelConstant(id)
    }

    /// The constant that an expression names.
    func kernelConstant(_ id: ExpressionID) -> Constant? {
        guard case .name(let name) = tree[id].kind else { return nil }
        switch scope.symbols[Int(name.id)] {
        case .constant(let index): return scope.constants[index]
        case .unknown: return catalog.constant(named: text(name))
        default: return nil
        }
    }

    // MARK: Arguments

    /// `lseek(fd, SEEK_SET, 0)`: a constant that is for another parameter of the call.
    mutating func refusesMisplaced(
        _ id: ExpressionID, _ parameter: Parameter, _ syscall: Syscall
    ) -> Bool {
        guard case .integer(_, let meaning) = parameter.type, meaning.set == nil,
            let constant = leadingConstant(id),
            let other = syscall.parameters.first(where: { other in
                other.name != parameter.name
                    && other.type.meaning?.set.map { constant.sets.contains($0) } ?? false
            })
        else { return false }
        diagnostics.error(
            "E0405", tree[id].span,
            "`\(constant.name)` is for `\(other.name)`, and this is `\(parameter.name)`",
            help: signature(syscall))
        return true
    }

    /// `644` where a mode is wanted: in C it is octal only with a zero before it.
    mutating func warnOfDecimalMode(_ id: ExpressionID, _ meaning: IntegerMeaning) {
        guard meaning == .mode, case .integer = tree[id].kind else { return }
        let digits = source(tree[id].span)
        guard digits.count == 3 || digits.count == 4, digits[0] != 0x30,
            digits.allSatisfy({ (0x30...0x37).contains($0) })
        else { return }
        let text = String(decoding: digits, as: UTF8.self)
        diagnostics.warning(
            "W0401", tree[id].span, "`\(text)` is decimal, and a mode is mostly written in octal",
            help: "write `0\(text)`")
    }

    // MARK: Errors

    /// `n == ENOENT`, where `n` is what a call returned: that is the error's number with a minus.
    mutating func refuseErrno(_ id: ExpressionID, comparedWith value: ValueID) {
        guard case .result(let step) = program[value] else { return }
        let call = program.syscalls[program.steps[step].syscall].name
        if let constant = kernelConstant(id), constant.sets == ["errno"] {
            diagnostics.error(
                "E0416", tree[id].span, "`\(call)` returns an error as a negative number",
                help: "write `-\(constant.name)`")
            return
        }
        guard case .unary(.minus, let inner) = tree[id].kind, let constant = kernelConstant(inner),
            !constant.sets.contains("errno")
        else { return }
        let names = catalog.constantSet(named: "errno")?.members.map(\.name) ?? []
        diagnostics.error(
            "E0416", tree[id].span, "`\(constant.name)` is not an errno",
            help: lookups.suggestion(constant.name, among: names) ?? "as in `-ENOENT`")
    }
}
