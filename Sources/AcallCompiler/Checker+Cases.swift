// Cases: the type of an argument by the operation that another argument names (`ioctl`'s request, `fcntl`'s command).
//
// Invariant: where the operation is not known, or the catalog does not list it, only a number may be given, and one
// that the kernel can't take for an address of the program's memory.

import AcallCatalog
import AcallSyntax

/// The parameter that an argument is for.
enum ParameterCase {
    case parameter(Parameter)
    /// The operation takes nothing there.
    case nothing(operation: String)
    /// A number, which may be taken for an address.
    case number(Parameter)
    /// Wrong, and reported.
    case hole
}

extension Checker {
    /// Numbers from here on may be addresses: the kernel maps nothing below.
    static let lowestAddress: Int64 = 65536

    mutating func parameterCase(
        _ index: Int, _ syscall: Syscall, _ values: [ValueID?], isGiven: Bool, _ call: CallSyntax
    ) -> ParameterCase {
        let own = syscall.parameters[index]
        guard let name = own.cases, let table = caseTable(name) else { return .parameter(own) }
        if refusesUnknown(table, syscall, values, call) { return .hole }
        guard let row = row(of: table, syscall, values) else {
            guard case .pointer(.opaque, _) = own.type else { return .parameter(own) }
            var number = own
            number.type = .integer(.i64, .plain)
            return .number(number)
        }
        let names = row.constants.map { $0.first ?? "" }
        if !row.refusal.isEmpty {
            if !isFirstCase(index, syscall) { return .hole }
            let operation = operation(of: table, syscall, values) ?? names.last ?? ""
            diagnostics.error(
                "E0601", call.calleeSpan,
                "`\(syscall.name)` with `\(operation)` would harm the runner", help: row.refusal)
            return .hole
        }
        let position = syscall.parameters[..<index].count { $0.cases == name }
        guard row.arguments.indices.contains(position), var parameter = row.arguments[position]
        else {
            return .nothing(operation: operation(of: table, syscall, values) ?? "")
        }
        guard case .pointer(.opaque, _) = own.type else {
            // The row says how much there is; the table, what it is, where that makes a difference.
            var result = own
            if let size = parameter.size { result.size = size }
            if case .pointer(.structure(let name), let direction) = parameter.type,
                let structure = catalog.structure(named: name), !structure.pointers(catalog).isEmpty
            {
                result.type = .pointer(.structure(name), direction)
            }
            return .parameter(result)
        }
        parameter.name = own.name
        parameter.kernelName = own.kernelName
        parameter.defaultArgument = own.defaultArgument
        if case .integer = parameter.type { return .parameter(parameter) }
        if !isGiven, !parameter.mayBeNull {
            let operation = operation(of: table, syscall, values) ?? ""
            diagnostics.error(
                "E0402", call.span, "`\(syscall.name)` with `\(operation)` needs `\(own.name)` too",
                help: "pass the storage that it is about")
            return .hole
        }
        return .parameter(parameter)
    }

    /// What is wrong with a number that the kernel may take for an address: it can be one.
    mutating func boundNumber(
        _ value: ValueID, _ parameter: Parameter, _ span: Span, _ guards: inout CheckedGuards
    ) {
        guard let known = constant(value) else {
            guards.bounds.append(
                CheckedBound(
                    needed: .value(value), room: add(.constant(Self.lowestAddress - 1), span),
                    subject: parameter.name, span: span))
            return
        }
        if (-4095..<Self.lowestAddress).contains(known) { return }
        diagnostics.error(
            "E0503", span, "the kernel may take `\(parameter.name)`, \(known), for an address",
            help: "name the operation by a constant of the catalog: then it is known what it takes")
    }

    /// Of some operations nothing may be done: which one it is must be known then.
    private mutating func refusesUnknown(
        _ table: CaseTable, _ syscall: Syscall, _ values: [ValueID?], _ call: CallSyntax
    ) -> Bool {
        guard table.rows.contains(where: { !$0.refusal.isEmpty }) else { return false }
        for name in table.parameters {
            guard let index = syscall.parameters.firstIndex(where: { $0.name == name }),
                let value = values[index], constant(value) == nil
            else { continue }
            let example = table.rows.first?.constants.last?.first ?? ""
            diagnostics.error(
                "E0601", span(of: value, in: call),
                "what `\(name)` will be can't be told, and some operations of `\(syscall.name)` "
                    + "are not allowed",
                help: "write a constant, such as `\(example)`; choose between calls with `if`")
            return true
        }
        return false
    }

    /// True, and reported, where storage is given to an operation of which nothing is known.
    mutating func refusesStorage(
        _ id: ExpressionID, _ parameter: Parameter, _ syscall: Syscall
    ) -> Bool {
        switch operand(id) {
        case .integer, .time, .hole, .null: return false
        case .place(let place):
            if case .integer = place.type { return false }
        default: break
        }
        diagnostics.error(
            "E0406", tree[id].span,
            "the catalog does not list this operation of `\(syscall.name)`, and so not how much of "
                + "`\(parameter.name)` it reads or writes",
            help: "only a number may be given here; `acall-run syscalls \(syscall.name)` tells more"
        )
        return true
    }

    private func isFirstCase(_ index: Int, _ syscall: Syscall) -> Bool {
        !syscall.parameters[..<index].contains { $0.cases != nil }
    }

    private mutating func caseTable(_ name: String) -> CaseTable? {
        if let known = memory.cases[name] { return known }
        guard let table = catalog.cases(named: name) else { return nil }
        memory.cases[name] = table
        return table
    }

    /// nil where the operation is not known, or is none of the table.
    private func row(
        of table: CaseTable, _ syscall: Syscall, _ values: [ValueID?]
    ) -> CaseTable.Row? {
        var known: [Int64] = []
        for (position, name) in table.parameters.enumerated() {
            guard let index = syscall.parameters.firstIndex(where: { $0.name == name }),
                let value = values[index].flatMap({ constant($0) })
            else { return nil }
            let isLast = position == table.parameters.count - 1
            let word = isLast ? value & table.mask : value
            // The kernel takes as many bits as the parameter has.
            known.append(syscall.parameters[index].type.truncated(word))
        }
        return table.rows.first { row in
            zip(row.constants, known).allSatisfy { names, value in
                names == ["else"]
                    || names.contains { catalog.constant(named: $0)?.value == value }
            }
        }
    }

    /// The constant of the table that the last of its parameters is.
    private func operation(
        of table: CaseTable, _ syscall: Syscall, _ values: [ValueID?]
    ) -> String? {
        guard let name = table.parameters.last,
            let index = syscall.parameters.firstIndex(where: { $0.name == name }),
            let value = values[index].flatMap({ constant($0) }),
            let row = row(of: table, syscall, values)
        else { return nil }
        let word = syscall.parameters[index].type.truncated(value & table.mask)
        return row.constants.last?.first { catalog.constant(named: $0)?.value == word } ?? "\(word)"
    }
}

extension ParameterType {
    /// As the kernel gets it.
    fileprivate func truncated(_ value: Int64) -> Int64 {
        guard case .integer(let type, _) = self else { return value }
        switch (type.width, type.isSigned) {
        case (4, true): return Int64(Int32(truncatingIfNeeded: value))
        case (4, false): return Int64(UInt32(truncatingIfNeeded: value))
        default: return value
        }
    }
}
