// System calls: a row each.
//
// Input: the rows of `grammar/syscalls`. Output: calls with their numbers on both architectures. Invariant: a
// name stands for one call on each architecture; an index points at a parameter of the kind it needs.

import AcallCatalog

/// A call and its numbers: x86_64, aarch64.
struct SyscallEntry {
    var syscall: Syscall
    var numbers: ByArchitecture<UInt32>
    var place: Place
}

/// Reads one row.
struct SyscallReader {
    private var scanner: Scanner
    private var parameters: [Parameter] = []
    /// What parameters say of others by name, to be looked up once all are known.
    private var openTypes: [Int: (OpenPointee, Direction)] = [:]
    private var openCases: [Int: String] = [:]
    private var openDefaults: [Int: String] = [:]
    private var openRequirements: [Int: (String, [String])] = [:]
    private var openAbsolutes: [Int: (String, [String])] = [:]

    private init(_ row: Row) { scanner = Scanner(row.header) }

    static func read(_ row: Row) throws(GrammarError) -> SyscallEntry {
        var reader = SyscallReader(row)
        var entry = try reader.header()
        for line in row.body { try reader.attribute(line, of: &entry.syscall) }
        let call = entry.syscall
        guard !call.summary.isEmpty else {
            throw GrammarError("`\(call.name)` has no summary", at: row.header.place)
        }
        guard (call.policy == .allow) == call.policyReason.isEmpty else {
            throw GrammarError("`\(call.name)` has a policy without a reason", at: row.header.place)
        }
        if call.example.isEmpty { entry.syscall.example = call.plainExample }
        return entry
    }

    /// `NAME[/ALIAS]... X86 ARM (PARAMETER, ...) -> RESULT`.
    private mutating func header() throws(GrammarError) -> SyscallEntry {
        let name = try scanner.word()
        var aliases: [String] = []
        while scanner.take("/") { aliases.append(try scanner.word()) }
        let numbers = ByArchitecture(x86: try callNumber(), arm: try callNumber())
        try scanner.expect("(")
        while !scanner.take(")") {
            if !parameters.isEmpty { try scanner.expect(",") }
            try parameter()
        }
        try scanner.expect("->")
        let word = try scanner.word()
        guard let result = SyscallReader.results[word] else {
            throw GrammarError("`\(word)` is no result", at: scanner.place)
        }
        guard scanner.isAtEnd else { throw scanner.unexpected("the line's end") }
        guard parameters.count <= 6 else {
            throw GrammarError("`\(name)` has more than six parameters", at: scanner.place)
        }
        try close()
        let syscall = Syscall(
            name: name, aliases: aliases, number: nil, parameters: parameters, result: result,
            policy: .allow, policyReason: "", mayBlock: false, consumes: nil,
            makesDescriptorsIn: nil,
            advance: nil, summary: "")
        return SyscallEntry(syscall: syscall, numbers: numbers, place: scanner.place)
    }

    private mutating func callNumber() throws(GrammarError) -> UInt32? {
        if scanner.takeWord("-") { return nil }
        let number = try scanner.number()
        guard number >= 0, number < 4096 else {
            throw GrammarError("\(number) is no system call's number", at: scanner.place)
        }
        return UInt32(number)
    }

    /// `NAME[/KERNEL-NAME]: TYPE [?] [= DEFAULT] [unless PARAMETER CONSTANT|...] [implied]
    /// [unslashed] [records STRUCT] [absolute CLOCK [in FIELD] [if PARAMETER CONSTANT|...]]`.
    private mutating func parameter() throws(GrammarError) {
        let name = try scanner.word()
        let kernelName = scanner.take("/") ? try scanner.word() : name
        try scanner.expect(":")
        for word in [name, kernelName] where parameters.contains(where: { $0.name == word }) {
            throw GrammarError("the parameter `\(word)` is there twice", at: scanner.place)
        }
        let cases = try caseTable()
        let type = cases == nil ? try parameterType() : .pointer(.opaque, .inOut)
        let fills = scanner.takeWord("fills") ? try alternatives() : []
        var new = Parameter(
            name: name, kernelName: kernelName, type: type, mayBeNull: scanner.take("?"),
            defaultArgument: .none, requiredIf: nil)
        if scanner.take("=") { new.defaultArgument = try defaultArgument() }
        if scanner.takeWord("unless") {
            let other = try scanner.word()
            openRequirements[parameters.count] = (other, try alternatives())
        }
        new.isImplied = scanner.takeWord("implied")
        new.isUnslashed = scanner.takeWord("unslashed")
        if scanner.takeWord("records") { new.records = try scanner.word() }
        new.cases = cases
        new.fills = fills
        if scanner.takeWord("absolute") { new.absolute = try absoluteTime() }
        if new.defaultArgument == .null, !new.mayBeNull {
            throw GrammarError("`\(name)` may not be null", at: scanner.place)
        }
        parameters.append(new)
    }

    /// `case(TABLE)`: the type is in a table, by operation.
    private mutating func caseTable() throws(GrammarError) -> String? {
        guard scanner.takeWord("case") else { return nil }
        try scanner.expect("(")
        let name = try scanner.word()
        try scanner.expect(")")
        return name
    }

    private mutating func absoluteTime() throws(GrammarError) -> Parameter.AbsoluteTime {
        let clock = try scanner.word()
        let field = scanner.takeWord("in") ? try scanner.word() : nil
        if scanner.takeWord("if") {
            let other = try scanner.word()
            openAbsolutes[parameters.count] = (other, try alternatives())
        }
        return Parameter.AbsoluteTime(clock: clock, field: field, condition: nil)
    }

    private mutating func parameterType() throws(GrammarError) -> ParameterType {
        switch try scanner.openType() {
        case .integer(let type, let meaning): return .integer(type, meaning)
        case .pointer(let open, let direction):
            openTypes[parameters.count] = (open, direction)
            if scanner.takeWord("by") { openCases[parameters.count] = try scanner.word() }
            return .pointer(.opaque, direction)
        }
    }

    private mutating func defaultArgument() throws(GrammarError) -> DefaultArgument {
        if scanner.takeWord("null") { return .null }
        guard scanner.takeWord("of") else { return .value(try scanner.number()) }
        openDefaults[parameters.count] = try scanner.word()
        return .none
    }

    private mutating func alternatives() throws(GrammarError) -> [String] {
        var names = [try scanner.word()]
        while scanner.take("|") { names.append(try scanner.word()) }
        return names
    }

    /// Turns the names into indexes.
    private mutating func close() throws(GrammarError) {
        for (index, (pointee, direction)) in openTypes {
            var indexes: [Int] = []
            for name in pointee.names { indexes.append(try self.index(of: name)) }
            parameters[index].type = .pointer(pointee.make(indexes), direction)
            parameters[index].size = try pointee.size?.close(index(of:))
            parameters[index].cases = openCases[index]
        }
        for (index, name) in openDefaults {
            parameters[index].defaultArgument = .derived(of: try self.index(of: name))
        }
        for (index, (name, constants)) in openRequirements {
            parameters[index].requiredIf = Parameter.Requirement(
                ifParameter: try self.index(of: name), hasOneOf: constants)
        }
        for (index, (name, constants)) in openAbsolutes {
            let other = try self.index(of: name)
            parameters[index].absolute?.condition = Parameter.Requirement(
                ifParameter: other, hasOneOf: constants)
        }
    }

    private func index(of name: String) throws(GrammarError) -> Int {
        guard let index = parameters.firstIndex(where: { $0.name == name }) else {
            throw GrammarError("there is no parameter `\(name)`", at: scanner.place)
        }
        return index
    }

    private static let results: [String: ResultKind] = [
        "zero": .zero, "count": .count, "int": .integer, "fd": .descriptor, "address": .address,
        "pid": .pid, "never": .never,
    ]
}

extension SyscallReader {
    /// A line below the header.
    fileprivate mutating func attribute(_ line: Line, of call: inout Syscall) throws(GrammarError) {
        scanner = Scanner(line)
        if scanner.take("\"") {
            let text = scanner.remainder()
            guard text.hasSuffix(".\""), call.summary.isEmpty else {
                throw GrammarError("a summary is one sentence in quotes", at: line.place)
            }
            call.summary = String(text.dropLast(1))
            return
        }
        switch try scanner.word() {
        case "blocks":
            if scanner.takeWord("if") {
                call.mayBlockIf = try condition()
            } else if scanner.takeWord("on") {
                call.mayBlockOn = try index(of: try scanner.word())
            } else {
                call.mayBlock = true
            }
            if scanner.takeWord("unless") { call.mayBlockUnless = try condition() }
        case "libc":
            let name = try scanner.word()
            let count = try scanner.number()
            guard ([call.name] + call.aliases).contains(name),
                (1..<Int64(parameters.count)).contains(count)
            else {
                throw GrammarError(
                    "`libc` has a name of the call, and fewer parameters", at: line.place)
            }
            call.libcCounts[name] = Int(count)
        case "is":
            while !scanner.isAtEnd {
                let word = try scanner.word()
                guard let trait = CallTraits.words.first(where: { $0.0 == word })?.1 else {
                    throw GrammarError("`\(word)` is nothing that a call is", at: line.place)
                }
                call.traits.insert(trait)
            }
        case "maps": call.mappedLength = try index(of: try scanner.word())
        case "narrow": try narrow(&call)
        case "returns":
            guard let (_, meaning) = try scanner.integer() else {
                throw scanner.unexpected("an integer's type")
            }
            let condition = scanner.takeWord("if") ? try condition() : nil
            call.resultMeanings.append(
                Syscall.ResultMeaning(condition: condition, meaning: meaning))
        case "advance":
            let indexes = [try indexOrNone(), try indexOrNone(), try indexOrNone()]
            guard let length = indexes[1] else {
                throw GrammarError("`advance` needs a length", at: line.place)
            }
            call.advance = Syscall.Advance(buffer: indexes[0], length: length, offset: indexes[2])
        case "consumes": call.consumes = try index(of: try scanner.word())
        case "makes":
            if scanner.takeWord("if") {
                call.makesDescriptorIf = try condition()
            } else {
                call.makesDescriptorsIn = try index(of: try scanner.word())
            }
        case "policy": try policy(&call)
        case "harmless": try harmless(&call)
        case "warning": call.warning = try sentence()
        case "instead": call.instead = try sentence()
        case "example": call.example = try sentence()
        case let word: throw GrammarError("`\(word)` is no attribute", at: line.place)
        }
        guard scanner.isAtEnd else { throw scanner.unexpected("the line's end") }
    }

    /// `policy NAME [if PARAMETER[.FIELD] CONSTANT|...]: REASON`; `unless PARAMETER.FIELD` for all but these.
    private mutating func policy(_ call: inout Syscall) throws(GrammarError) {
        let name = try scanner.word()
        let names: [String: Policy] = [
            "reject": .reject, "virtual": .virtual, "own": .own, "isolate": .isolate, "host": .host,
        ]
        guard let policy = names[name] else {
            throw GrammarError("`\(name)` is no policy", at: scanner.place)
        }
        let isNegated = scanner.takeWord("unless")
        guard isNegated || scanner.takeWord("if") else {
            call.policy = policy
            call.policyReason = try sentence()
            return
        }
        let (condition, field) = try fieldCondition()
        guard !isNegated || field != nil else {
            throw GrammarError("`unless` needs a field", at: scanner.place)
        }
        let reason = try sentence()
        guard !reason.contains(":"), !reason.contains("|") else {
            throw GrammarError("a restriction's reason has no `:` and no `|`", at: scanner.place)
        }
        var restriction = Syscall.Restriction(
            condition: condition, policy: policy, reason: reason)
        restriction.field = field
        restriction.isNegated = isNegated
        call.restrictions.append(restriction)
    }

    /// `harmless if PARAMETER[.FIELD] VALUE|...`.
    private mutating func harmless(_ call: inout Syscall) throws(GrammarError) {
        guard scanner.takeWord("if") else { throw scanner.unexpected("`if`") }
        let parts = try scanner.word().split(separator: ".").map(String.init)
        let parameter = try index(of: parts[0])
        call.exceptions.append(
            Syscall.Exception(
                parameter: parameter, field: parts.count > 1 ? parts[1] : nil,
                values: try alternatives()))
    }

    /// `narrow PARAMETER if PARAMETER CONSTANT|...: SET`.
    private mutating func narrow(_ call: inout Syscall) throws(GrammarError) {
        let parameter = try index(of: try scanner.word())
        guard scanner.takeWord("if") else { throw scanner.unexpected("`if`") }
        let condition = try condition()
        try scanner.expect(":")
        call.narrowings.append(
            Syscall.Narrowing(parameter: parameter, condition: condition, set: try scanner.word()))
    }

    private mutating func condition() throws(GrammarError) -> Parameter.Requirement {
        let index = try index(of: try scanner.word())
        return Parameter.Requirement(ifParameter: index, hasOneOf: try alternatives())
    }

    /// The parameter may be a structure's, and one of its fields the one that is meant.
    private mutating func fieldCondition() throws(GrammarError)
        -> (Parameter.Requirement, field: String?)
    {
        let parts = try scanner.word().split(separator: ".", maxSplits: 1).map { String($0) }
        let index = try index(of: parts[0])
        return (
            Parameter.Requirement(ifParameter: index, hasOneOf: try alternatives()),
            parts.count > 1 ? parts[1] : nil
        )
    }

    private mutating func indexOrNone() throws(GrammarError) -> Int? {
        let name = try scanner.word()
        return name == "-" ? nil : try index(of: name)
    }

    private mutating func sentence() throws(GrammarError) -> String {
        try scanner.expect(":")
        let text = scanner.remainder()
        guard !text.isEmpty else { throw scanner.unexpected("some text") }
        return text
    }
}

extension Syscall {
    /// The call with the arguments that can't be left out, by their names.
    fileprivate var plainExample: String {
        var arguments: [String] = []
        var isPositional = true
        for parameter in self.parameters where !parameter.isImplied {
            let isNeeded = parameter.defaultArgument == .none
            guard isNeeded else {
                isPositional = false
                continue
            }
            let value = parameter.plainArgument
            arguments.append(isPositional ? value : "\(parameter.name): \(value)")
        }
        let call = "\(self.name)(\(arguments.joined(separator: ", ")))"
        switch self.result {
        case .zero, .never: return call
        case .count: return "n = " + call
        case .descriptor: return "fd = " + call
        case .address: return "page = " + call
        case .pid: return "pid = " + call
        case .integer: return "value = " + call
        }
    }
}

extension Parameter {
    fileprivate var plainArgument: String {
        switch type {
        case .integer(_, .directory): "AT_FDCWD"
        case .pointer(.path, _): "\"/tmp/\(name == "pathname" || name == "path" ? "file" : name)\""
        case .integer(_, .mode): "0644"
        default: name
        }
    }
}
