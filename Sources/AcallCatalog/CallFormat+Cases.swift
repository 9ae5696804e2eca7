// Which type an argument has beside the call's other arguments: narrowed sets, and cases by operation.
//
// Input: a call. Output: its parameters as they are for these arguments, and how much stands at their pointers.
// Invariant: an operation that the catalog does not list leaves the parameter as its row has it.

extension Catalog.Format {
    /// A parameter with the type that it has beside the call's other arguments; nil where the operation takes none.
    mutating func parameter(_ index: Int, of call: ShownCall) -> Parameter? {
        let parameter = call.row.parameters[index]
        if let name = parameter.cases {
            guard let row = row(ofCases: name, call) else {
                return narrowed(parameter, index, call)
            }
            let position = call.row.parameters[..<index].count { $0.cases == name }
            // What is refused is never called; what is not there is not shown.
            guard row.arguments.indices.contains(position), let known = row.arguments[position]
            else { return row.refusal.isEmpty && parameter.isVariadic ? nil : parameter }
            return isTooShort(parameter, for: known, call) ? parameter : parameter.taking(known)
        }
        return narrowed(parameter, index, call)
    }

    /// The call's own length says that there are fewer bytes than the operation's type has.
    private mutating func isTooShort(
        _ own: Parameter, for known: Parameter, _ call: ShownCall
    ) -> Bool {
        guard case .pointer(.bytes(let length), _) = own.type,
            case .pointer(let pointee, _) = known.type,
            let count = Operands(call).length(length, .after)
        else { return false }
        switch pointee {
        case .integer(let type, _): return count < UInt64(type.width)
        case .structure(let name): return count < UInt64(layout(name)?.size ?? 0)
        default: return false
        }
    }

    private func narrowed(_ declared: Parameter, _ index: Int, _ call: ShownCall) -> Parameter {
        var parameter = declared
        let narrowings = call.row.narrowings.filter { $0.parameter == index }
        if narrowings.isEmpty { return parameter }
        guard let narrowing = narrowings.first(where: { catalog.holds($0.condition, in: call) })
        else {
            // Which set it is depends on an argument of which nothing is known: the number says most.
            if case .integer(let type, .enumeration) = parameter.type {
                parameter.type = .integer(type, .plain)
            }
            return parameter
        }
        switch parameter.type {
        case .integer(let type, .flags): parameter.type = .integer(type, .flags(set: narrowing.set))
        case .integer(let type, .enumeration):
            parameter.type = .integer(type, .enumeration(set: narrowing.set))
        case .pointer(.opaque, _):
            // A number where another use of the call has an address.
            parameter.type = .integer(.word, .flags(set: narrowing.set))
        case .integer, .pointer: break
        }
        return parameter
    }

    // MARK: Cases

    /// The row that holds for a call; nil where its operation is not known, or not listed.
    private mutating func row(ofCases name: String, _ call: ShownCall) -> CaseTable.Row? {
        guard let table = table(name) else { return nil }
        var key = CaseKey(table: name, values: [])
        for parameter in table.parameters {
            guard let index = call.row.parameters.firstIndex(where: { $0.name == parameter }),
                let value = call.integer(index)
            else { return nil }
            key.values.append(value)
        }
        if let last = key.values.indices.last { key.values[last] &= table.mask }
        if let known = caseRows[key] { return known }
        let found = table.rows.first { row in
            zip(row.constants, key.values).allSatisfy { names, value in
                names.contains { catalog.constant(named: $0)?.value == value }
            }
        }
        caseRows[key] = .some(found)
        return found
    }

    private mutating func table(_ name: String) -> CaseTable? {
        if let known = tables[name] { return known }
        let found = catalog.cases(named: name)
        tables[name] = found
        return found
    }

    /// The parameters by which the types of others are told, in their order.
    package mutating func deciding(_ row: Syscall) -> [Int] {
        let names = Set(row.parameters.compactMap(\.cases)).flatMap { table($0)?.parameters ?? [] }
        return row.parameters.indices.filter { names.contains(row.parameters[$0].name) }
    }

    /// The catalog lists the operation of every parameter whose type depends on one.
    package mutating func isListed(_ call: ShownCall) -> Bool {
        for name in Set(call.row.parameters.compactMap(\.cases))
        where row(ofCases: name, call) == nil {
            return false
        }
        return true
    }

    /// All parameters, as they are beside each other.
    package mutating func parameters(of call: ShownCall) -> [Parameter] {
        call.row.parameters.indices.map { parameter($0, of: call) ?? call.row.parameters[$0] }
    }
}

struct CaseKey: Hashable {
    var table: String
    var values: [Int64]
}

extension Parameter {
    /// In C's prototype it is one of `...`: an operation that takes nothing there is called without it.
    var isVariadic: Bool { name.hasPrefix("arg") }

    /// As a row of cases has it. Where the parameter's own row says which way it goes, the case says what it is.
    fileprivate func taking(_ known: Parameter) -> Parameter {
        var result = self
        guard case .pointer(let own, let direction) = type, own != .opaque else {
            (result.type, result.size, result.fills) = (known.type, known.size, known.fills)
            return result
        }
        guard case .pointer(let pointee, _) = known.type else { return self }
        if case .bytes = pointee { return self }
        result.type = .pointer(pointee, direction)
        result.size = known.size
        result.fills = known.fills
        return result
    }
}

// MARK: Sizes

extension Catalog.Format {
    /// How many elements of `unit` bytes stand at a pointer; nil where nobody knows.
    mutating func count(
        _ target: Target, _ index: Int?, _ unit: Int, _ operands: Operands,
        _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> UInt64? {
        guard let size = target.parameter?.size else { return operands.length(index, moment) }
        return bytes(size, moment, call).map { UInt64($0) / UInt64(max(1, unit)) }
    }

    /// The bytes that the kernel touches; nil where an operand is not known.
    mutating func bytes(_ size: Size, _ moment: ShownCall.Moment, _ call: ShownCall) -> Int64? {
        func both(
            _ a: Size, _ b: Size, _ combine: (Int64, Int64) -> (Int64, Bool)
        ) -> Int64? {
            guard let x = bytes(a, moment, call), let y = bytes(b, moment, call) else { return nil }
            let (result, isWrong) = combine(x, y)
            return isWrong || result < 0 ? nil : result
        }
        switch size {
        case .number(let value): return value
        case .parameter(let index): return call.integer(index)
        case .behind(let index):
            return Operands(call).length(index, moment).map { Int64(bitPattern: $0) }
        case .field(let index, let name): return field(name, behind: index, moment, call)
        case .structure(let name): return layout(name).map { Int64($0.size) }
        case .sum(let a, let b): return both(a, b) { $0.addingReportingOverflow($1) }
        case .product(let a, let b): return both(a, b) { $0.multipliedReportingOverflow(by: $1) }
        case .quotient(let a, let b): return both(a, b) { $0.dividedReportingOverflow(by: $1) }
        case .maximum(let a, let b): return both(a, b) { (max($0, $1), false) }
        }
    }

    private mutating func field(
        _ name: String, behind index: Int, _ moment: ShownCall.Moment, _ call: ShownCall
    ) -> Int64? {
        guard call.row.parameters.indices.contains(index), let address = call.value(index),
            let parameter = parameter(index, of: call),
            case .pointer(.structure(let structure), _) = parameter.type,
            let layout = layout(structure), let bytes = call.memory.bytes(at: address, moment),
            let field = layout.fields.first(where: { $0.name == name }),
            case .integer(let type, _) = field.type
        else { return nil }
        return type.load(bytes, at: field.offset)
    }
}
