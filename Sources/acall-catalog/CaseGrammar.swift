// Cases: the type of an argument by the operation that another argument names.
//
// Input: the rows of `grammar/cases`. Output: tables, the names in their sizes turned into the indexes of the calls
// that use them. Invariant: a constant stands in one row of its table; the calls that use a table agree on the
// places of the parameters that its sizes name.

import AcallCatalog

/// `case NAME by PARAMETER, ... [& MASK]`, and below it `CONSTANT|...[, CONSTANT|...]: TYPE, ...`.
struct CaseGrammar {
    private struct Declaration {
        var name: String
        var parameters: [String]
        var mask: Int64
        var lines: [Line]
        var place: Place
    }

    private var declarations: [Declaration] = []

    var names: [String] { declarations.map(\.name).sorted() }

    func place(of name: String) -> Place? { declarations.first { $0.name == name }?.place }

    mutating func read(_ row: Row) throws(GrammarError) {
        var header = Scanner(row.header)
        guard header.takeWord("case") else { throw header.unexpected("`case`") }
        var new = Declaration(
            name: try header.word(), parameters: [], mask: -1, lines: row.body,
            place: row.header.place)
        guard header.takeWord("by") else { throw header.unexpected("`by`") }
        repeat { new.parameters.append(try header.word()) } while header.take(",")
        if header.take("&") { new.mask = try header.number() }
        guard header.isAtEnd else { throw header.unexpected("the line's end") }
        guard !declarations.contains(where: { $0.name == new.name }) else {
            throw GrammarError("the cases `\(new.name)` are there twice", at: new.place)
        }
        declarations.append(new)
    }

    /// The tables, for the calls that use them.
    func tables(for calls: [SyscallEntry]) throws(GrammarError) -> [CaseTable] {
        var tables: [CaseTable] = []
        for declaration in declarations {
            let users = calls.map(\.syscall).filter { call in
                call.parameters.contains { $0.cases == declaration.name }
            }
            guard let user = users.first else {
                throw GrammarError("no call uses `\(declaration.name)`", at: declaration.place)
            }
            for other in users where other.parameters.map(\.name) != user.parameters.map(\.name) {
                throw GrammarError(
                    "`\(user.name)` and `\(other.name)` differ", at: declaration.place)
            }
            for name in declaration.parameters where user.index(of: name) == nil {
                throw GrammarError("there is no parameter `\(name)`", at: declaration.place)
            }
            var table = CaseTable(
                name: declaration.name, parameters: declaration.parameters,
                mask: declaration.mask, rows: [])
            let names = user.parameters.filter { $0.cases == declaration.name }.map(\.name)
            table.rows = try rows(declaration, user, names)
            tables.append(table)
        }
        return tables
    }

    /// - Parameter names: the parameters of the call whose types the rows give.
    private func rows(
        _ declaration: Declaration, _ user: Syscall, _ names: [String]
    ) throws(GrammarError) -> [CaseTable.Row] {
        var rows: [CaseTable.Row] = []
        for line in declaration.lines {
            if line.text.hasPrefix("+") {
                let other = line.text.dropFirst().trimmed
                guard let included = declarations.first(where: { $0.name == other }) else {
                    throw GrammarError("there are no cases `\(other)`", at: line.place)
                }
                rows += try self.rows(included, user, names)
                continue
            }
            var scanner = Scanner(line)
            var row = CaseTable.Row(constants: [], arguments: [], refusal: "")
            if !scanner.takeWord("else") {
                repeat { row.constants.append(try scanner.alternatives()) } while scanner.take(",")
                guard row.constants.count == declaration.parameters.count else {
                    throw GrammarError(
                        "`\(declaration.name)` has \(declaration.parameters.count) constants",
                        at: line.place)
                }
            }
            try scanner.expect(":")
            if scanner.takeWord("refuse") {
                try scanner.expect(":")
                row.refusal = scanner.remainder()
            } else {
                repeat {
                    guard row.arguments.count < names.count else {
                        throw GrammarError("one type too many", at: line.place)
                    }
                    let name = names[row.arguments.count]
                    row.arguments.append(try scanner.caseArgument(name, of: user))
                } while scanner.take(",")
            }
            guard scanner.isAtEnd else { throw scanner.unexpected("the line's end") }
            rows.append(row)
        }
        return rows
    }
}

extension Scanner {
    fileprivate mutating func alternatives() throws(GrammarError) -> [String] {
        var names = [try word()]
        while take("|") { names.append(try word()) }
        return names
    }

    /// `none`, or a parameter's type.
    fileprivate mutating func caseArgument(
        _ name: String, of call: Syscall
    ) throws(GrammarError) -> Parameter? {
        if takeWord("none") { return nil }
        var parameter = Parameter(
            name: name, kernelName: name, type: .pointer(.opaque, .in), mayBeNull: false,
            defaultArgument: .none, requiredIf: nil)
        let open = try openType()
        let place = place
        func index(_ name: String) throws(GrammarError) -> Int {
            guard let index = call.index(of: name) else {
                throw GrammarError("there is no parameter `\(name)`", at: place)
            }
            return index
        }
        switch open {
        case .integer(let type, let meaning): parameter.type = .integer(type, meaning)
        case .pointer(let pointee, let direction):
            var indexes: [Int] = []
            for name in pointee.names { indexes.append(try index(name)) }
            parameter.type = .pointer(pointee.make(indexes), direction)
            parameter.size = try pointee.size?.close(index)
        }
        parameter.mayBeNull = take("?")
        if takeWord("fills") { parameter.fills = try alternatives() }
        return parameter
    }
}

extension Syscall {
    func index(of parameter: String) -> Int? {
        self.parameters.firstIndex { $0.name == parameter }
    }
}
