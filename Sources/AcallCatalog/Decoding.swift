// Rows of the generated tables, read: the inverse of the generator's `Encoding.swift`.
//
// A row is fields separated by tabs, the key first. A type is codes separated by colons, in prefix order:
//
//     integer     i WIDTH (s|u|b) [: MEANING [: SET]]     i4s:f:open
//     pointer     (<|>|=) POINTEE                         in, out, in-out: >B:2
//     pointee     P path  T string  L strings  O opaque  B:LENGTH bytes  S:NAME structure
//                 A:COUNT:NAME structures  I:INTEGER  N:COUNT:INTEGER  R:COUNT:INTEGER
//                 V:COUNT vector  K:LENGTH socket address  G:SIZE signal set
//     field       INTEGER  S:SIZE:NAME  a:COUNT:INTEGER  z:ELEMENT:COUNT:NAME  4  6  p:POINTEE  F:(0|1)
//
// Where an index is not there it is `-`. Input: bytes the generator wrote. Invariant: what can't be read gives
// the plainest value; nothing traps.

extension IntegerType {
    /// `i4s`.
    init(code: Bytes) {
        self.init(width: 8, isSigned: false)
        guard code.count == 3 else { return }
        width = code[1] &- 0x30
        isSigned = code[2] == UInt8(ascii: "s")
        isBigEndian = code[2] == UInt8(ascii: "b")
    }
}

extension Fields {
    /// The codes that remain are a meaning, or nothing.
    mutating func nextMeaning() -> IntegerMeaning {
        switch next().first {
        case UInt8(ascii: "m"): .mode
        case UInt8(ascii: "x"): .hex
        case UInt8(ascii: "M"): .milliseconds
        case UInt8(ascii: "s"): .seconds
        case UInt8(ascii: "p"): .pid
        case UInt8(ascii: "u"): .uid
        case UInt8(ascii: "g"): .gid
        case UInt8(ascii: "v"): .device
        case UInt8(ascii: "S"): .signal
        case UInt8(ascii: "d"): .descriptor
        case UInt8(ascii: "D"): .directory
        case UInt8(ascii: "f"): .flags(set: nextString())
        case UInt8(ascii: "e"): .enumeration(set: nextString())
        default: .plain
        }
    }

    mutating func nextPointee(_ kind: Bytes) -> Pointee {
        switch kind.first {
        case UInt8(ascii: "P"): return .path
        case UInt8(ascii: "T"): return .string
        case UInt8(ascii: "L"): return .stringArray
        case UInt8(ascii: "B"): return .bytes(length: nextIndex())
        case UInt8(ascii: "S"): return .structure(nextString())
        case UInt8(ascii: "A"):
            let count = nextIndex()
            return .structures(nextString(), count: count)
        case UInt8(ascii: "I"):
            let type = IntegerType(code: next())
            return .integer(type, nextMeaning())
        case UInt8(ascii: "N"):
            let count = nextIndex() ?? 0
            let type = IntegerType(code: next())
            return .integers(type, nextMeaning(), count: count)
        case UInt8(ascii: "R"):
            let count = nextIndex()
            return .integerArray(IntegerType(code: next()), count: count)
        case UInt8(ascii: "V"): return .vector(count: nextIndex())
        case UInt8(ascii: "K"): return .socketAddress(length: nextIndex())
        case UInt8(ascii: "G"): return .signalSet(size: nextIndex())
        default: return .opaque
        }
    }
}

extension ParameterType {
    init(code: Bytes) {
        var codes = Fields(code, separatedBy: Separator.code)
        let first = codes.next()
        let kind = Bytes(rebasing: first.dropFirst())
        switch first.first {
        case UInt8(ascii: "<"): self = .pointer(codes.nextPointee(kind), .in)
        case UInt8(ascii: ">"): self = .pointer(codes.nextPointee(kind), .out)
        case UInt8(ascii: "="): self = .pointer(codes.nextPointee(kind), .inOut)
        default: self = .integer(IntegerType(code: first), codes.nextMeaning())
        }
    }
}

extension Parameter.Requirement {
    /// `2:O_CREAT,O_TMPFILE`, or `-` for none.
    init?(code: Bytes) {
        var codes = Fields(code, separatedBy: Separator.code)
        guard let parameter = codes.nextIndex() else { return nil }
        self.init(ifParameter: parameter, hasOneOf: codes.nextList())
    }
}

extension DefaultArgument {
    /// `-` none, `n` null, `dINDEX` derived, `vVALUE` a value.
    init(code: Bytes) {
        let number = Bytes(rebasing: code.dropFirst()).number ?? 0
        switch code.first {
        case UInt8(ascii: "n"): self = .null
        case UInt8(ascii: "d"): self = .derived(of: Int(truncatingIfNeeded: number))
        case UInt8(ascii: "v"): self = .value(number)
        default: self = .none
        }
    }
}

extension Parameter {
    /// `NAME KERNEL-NAME TYPE MARKS DEFAULT REQUIREMENT [RECORDS [SIZE CASES FILLS [ABSOLUTE]]]`; marks: `?` may be
    /// null, `!` implied, `/` without a slash at the start, else `-`; `-` for what is not there.
    init(code: Bytes) {
        var parts = Fields(code, separatedBy: Separator.part)
        let name = parts.nextString()
        let kernelName = parts.next()
        let type = ParameterType(code: parts.next())
        let marks = parts.next()
        self.init(
            name: name,
            kernelName: kernelName.elementsEqual([UInt8(ascii: "-")])
                ? name : String(decoding: kernelName, as: UTF8.self),
            type: type, mayBeNull: marks.contains(UInt8(ascii: "?")),
            defaultArgument: DefaultArgument(code: parts.next()),
            requiredIf: Requirement(code: parts.next()),
            isImplied: marks.contains(UInt8(ascii: "!")))
        isUnslashed = marks.contains(UInt8(ascii: "/"))
        if !parts.isAtEnd { records = parts.nextName() }
        if parts.isAtEnd { return }
        size = Size(code: parts.next())
        cases = parts.nextName()
        fills = parts.nextName().map { $0.split(separator: ",").map { String($0) } } ?? []
        if !parts.isAtEnd { absolute = AbsoluteTime(code: parts.next()) }
    }
}

extension Parameter.AbsoluteTime {
    /// `CLOCK/FIELD/REQUIREMENT`, the last two `-` for none.
    init(code: Bytes) {
        var parts = Fields(code, separatedBy: UInt8(ascii: "/"))
        let clock = parts.nextString()
        let field = parts.nextString()
        self.init(
            clock: clock, field: field == "-" ? nil : field,
            condition: Parameter.Requirement(code: parts.next()))
    }
}

extension ResultKind {
    init(code: Bytes) {
        switch code.first {
        case UInt8(ascii: "z"): self = .zero
        case UInt8(ascii: "c"): self = .count
        case UInt8(ascii: "d"): self = .descriptor
        case UInt8(ascii: "a"): self = .address
        case UInt8(ascii: "p"): self = .pid
        case UInt8(ascii: "n"): self = .never
        default: self = .integer
        }
    }
}

extension Syscall {
    /// The fields after the key, in this order: split mark, aliases, the two numbers, result, policy, blocks,
    /// consumes, makes, advance, narrowings, restrictions, exceptions, summary, reason, warning, instead, example, traits,
    /// what keeps it from waiting, what says how much is mapped, parameters.
    init(row: Bytes, for architecture: Architecture) {
        var fields = Fields(row)
        let key = fields.next()
        let name = key.prefix { $0 != Table.architectureMark }
        _ = fields.next()
        let ownName = String(decoding: key[..<name.endIndex], as: UTF8.self)
        let aliases = fields.nextAliases()
        let numbers = [fields.nextNumber(), fields.nextNumber()]
        let number = architecture == .x86_64 ? numbers[0] : numbers[1]
        let resultCode = fields.next()
        let result = ResultKind(code: resultCode)
        let policy = Policy(rawValue: UInt8(truncatingIfNeeded: fields.nextIndex() ?? 0)) ?? .reject
        let blocks = fields.next()
        let consumes = fields.nextIndex()
        let makes = fields.next()
        let isConditional = makes.contains(Separator.code)
        let advance = Advance(code: fields.next())
        let narrowings = Narrowing.list(code: fields.next())
        let restrictions = Restriction.list(code: fields.next())
        let exceptions = Exception.list(code: fields.next())
        let texts = (0..<5).map { _ in fields.nextString() }
        let traits = CallTraits(rawValue: UInt16(truncatingIfNeeded: fields.nextIndex() ?? 0))
        let mayBlockUnless = Parameter.Requirement(code: fields.next())
        let mappedLength = fields.nextIndex()
        var parameters: [Parameter] = []
        while !fields.isAtEnd { parameters.append(Parameter(code: fields.next())) }
        self.init(
            name: ownName, aliases: aliases.names.filter { $0 != ownName },
            number: number.map { UInt32(truncatingIfNeeded: $0) },
            parameters: parameters, result: result, policy: policy, policyReason: texts[1],
            mayBlock: blocks.first == UInt8(ascii: "b"), consumes: consumes,
            makesDescriptorsIn: isConditional
                ? nil : makes.number.map { Int(truncatingIfNeeded: $0) },
            advance: advance, summary: texts[0],
            makesDescriptorIf: isConditional ? Parameter.Requirement(code: makes) : nil,
            mayBlockIf: Parameter.Requirement(code: blocks),
            mayBlockOn: blocks.first == UInt8(ascii: "o")
                ? Bytes(rebasing: blocks.dropFirst()).number.map { Int(truncatingIfNeeded: $0) }
                : nil,
            narrowings: narrowings, restrictions: restrictions,
            warning: texts[2], instead: texts[3], example: texts[4])
        libcCounts = aliases.counts
        self.exceptions = exceptions
        self.traits = traits
        self.mayBlockUnless = mayBlockUnless
        self.mappedLength = mappedLength
        resultMeanings = ResultMeaning.list(code: resultCode)
    }
}

extension Fields {
    /// `NAME[:COUNT],...`: libc's names, and how many parameters each has where these are not all.
    fileprivate mutating func nextAliases() -> (names: [String], counts: [String: Int]) {
        var names: [String] = []
        var counts: [String: Int] = [:]
        for alias in nextList() {
            let parts = alias.split(separator: ":").map(String.init)
            guard let name = parts.first else { continue }
            names.append(name)
            if parts.count == 2 { counts[name] = Int(parts[1]) }
        }
        return (names, counts)
    }
}

extension Syscall.Advance {
    /// `BUFFER,LENGTH,OFFSET`, each an index or `-`.
    init?(code: Bytes) {
        var parts = Fields(code, separatedBy: Separator.list)
        let buffer = parts.nextIndex()
        guard let length = parts.nextIndex() else { return nil }
        self.init(buffer: buffer, length: length, offset: parts.nextIndex())
    }
}

extension Syscall.Narrowing {
    /// `PARAMETER:INDEX:NAMES:SET`, several separated by `|`.
    static func list(code: Bytes) -> [Syscall.Narrowing] {
        guard !code.isEmpty else { return [] }
        var all: [Syscall.Narrowing] = []
        var parts = Fields(code, separatedBy: UInt8(ascii: "|"))
        while !parts.isAtEnd {
            var codes = Fields(parts.next(), separatedBy: Separator.code)
            let parameter = codes.nextIndex() ?? 0
            let condition = Parameter.Requirement(
                ifParameter: codes.nextIndex() ?? 0, hasOneOf: codes.nextList())
            all.append(
                Syscall.Narrowing(
                    parameter: parameter, condition: condition, set: codes.nextString()))
        }
        return all
    }
}

extension Syscall.Exception {
    /// `INDEX:VALUES:FIELD`, several separated by `|`.
    static func list(code: Bytes) -> [Syscall.Exception] {
        guard !code.isEmpty else { return [] }
        var all: [Syscall.Exception] = []
        var parts = Fields(code, separatedBy: UInt8(ascii: "|"))
        while !parts.isAtEnd {
            var codes = Fields(parts.next(), separatedBy: Separator.code)
            let parameter = codes.nextIndex() ?? 0
            let values = codes.nextList()
            let field = codes.nextString()
            all.append(
                Syscall.Exception(
                    parameter: parameter, field: field.isEmpty ? nil : field, values: values))
        }
        return all
    }
}

extension Syscall.ResultMeaning {
    /// `KIND`, then a condition or `-` and a meaning for each, separated by `;`.
    static func list(code: Bytes) -> [Syscall.ResultMeaning] {
        var parts = Fields(code, separatedBy: UInt8(ascii: ";"))
        _ = parts.next()
        var all: [Syscall.ResultMeaning] = []
        while !parts.isAtEnd {
            let condition = Parameter.Requirement(code: parts.next())
            var codes = Fields(parts.next(), separatedBy: Separator.code)
            all.append(Syscall.ResultMeaning(condition: condition, meaning: codes.nextMeaning()))
        }
        return all
    }
}

extension Syscall.Restriction {
    /// `POLICY:INDEX:NAMES:FIELD:REASON`, several separated by `|`; the field is `-` for none, and `!` stands before it
    /// where the policy holds for all but these.
    static func list(code: Bytes) -> [Syscall.Restriction] {
        guard !code.isEmpty else { return [] }
        var all: [Syscall.Restriction] = []
        var parts = Fields(code, separatedBy: UInt8(ascii: "|"))
        while !parts.isAtEnd {
            var codes = Fields(parts.next(), separatedBy: Separator.code)
            let policy = Policy(rawValue: UInt8(truncatingIfNeeded: codes.nextIndex() ?? 0))
            let condition = Parameter.Requirement(
                ifParameter: codes.nextIndex() ?? 0, hasOneOf: codes.nextList())
            let field = codes.nextName()
            var restriction = Syscall.Restriction(
                condition: condition, policy: policy ?? .reject, reason: codes.nextString())
            restriction.isNegated = field?.hasPrefix("!") == true
            restriction.field = field.map { String($0.drop { $0 == "!" }) }
            all.append(restriction)
        }
        return all
    }
}

extension Structure {
    /// The fields after the key: split mark, size, alignment, prefix; then each field as
    /// `NAME OFFSET TYPE MARK`, the mark `*` where it is shown in short.
    init(row: Bytes) {
        var fields = Fields(row)
        let key = fields.next()
        _ = fields.next()
        let name = key.prefix { $0 != Table.architectureMark }
        let size = fields.nextIndex() ?? 0
        let alignment = fields.nextIndex() ?? 1
        let prefix = fields.nextString()
        var all: [Field] = []
        while !fields.isAtEnd {
            var parts = Fields(fields.next(), separatedBy: Separator.part)
            let name = parts.nextString()
            let offset = parts.nextIndex() ?? 0
            let type = FieldType(code: parts.next())
            all.append(
                Field(name: name, offset: offset, type: type, isBrief: !parts.next().isEmpty))
        }
        self.init(
            name: String(decoding: key[..<name.endIndex], as: UTF8.self), size: size,
            alignment: alignment, fields: all, commonPrefix: prefix)
    }
}

extension Structure.FieldType {
    init(code: Bytes) {
        var codes = Fields(code, separatedBy: Separator.code)
        let first = codes.next()
        switch first.first {
        case UInt8(ascii: "S"):
            let size = codes.nextIndex() ?? 0
            self = .structure(codes.nextString(), size: size)
        case UInt8(ascii: "a"):
            let count = codes.nextIndex() ?? 0
            self = .array(IntegerType(code: codes.next()), count: count)
        case UInt8(ascii: "z"):
            let element = codes.nextIndex() ?? 0
            let count = codes.nextIndex() ?? 0
            self = .structureArray(codes.nextString(), elementSize: element, count: count)
        case UInt8(ascii: "4"): self = .ipv4
        case UInt8(ascii: "6"): self = .ipv6
        case UInt8(ascii: "p"): self = .pointer(codes.nextPointee(codes.next()))
        case UInt8(ascii: "F"): self = .flexible(isString: codes.nextIndex() == 1)
        default: self = .integer(IntegerType(code: first), codes.nextMeaning())
        }
    }
}
