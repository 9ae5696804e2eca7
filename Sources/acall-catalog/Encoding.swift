// Rows as the generated tables hold them: the inverse of the catalog's `Decoding.swift`, which documents the
// codes.
//
// Input: values of the model. Output: lines of ASCII. Invariant: what the catalog reads from a line is the value
// the line was made from.

import AcallCatalog

extension IntegerType {
    var code: String { "i\(width)\(isBigEndian ? "b" : isSigned ? "s" : "u")" }
}

extension IntegerMeaning {
    /// With the colon before it; empty for a plain integer.
    var code: String {
        switch self {
        case .plain: ""
        case .mode: ":m"
        case .hex: ":x"
        case .milliseconds: ":M"
        case .seconds: ":s"
        case .pid: ":p"
        case .uid: ":u"
        case .gid: ":g"
        case .device: ":v"
        case .signal: ":S"
        case .descriptor: ":d"
        case .directory: ":D"
        case .flags(let set): ":f:\(set)"
        case .enumeration(let set): ":e:\(set)"
        }
    }
}

extension Optional where Wrapped: BinaryInteger {
    /// `-` for nil.
    var code: String { map { "\($0)" } ?? "-" }
}

extension Pointee {
    var code: String {
        switch self {
        case .path: "P"
        case .string: "T"
        case .stringArray: "L"
        case .opaque: "O"
        case .bytes(let length): "B:\(length.code)"
        case .structure(let name): "S:\(name)"
        case .structures(let name, let count): "A:\(count.code):\(name)"
        case .integer(let type, let meaning): "I:\(type.code)\(meaning.code)"
        case .integers(let type, let meaning, let count): "N:\(count):\(type.code)\(meaning.code)"
        case .integerArray(let type, let count): "R:\(count.code):\(type.code)"
        case .vector(let count): "V:\(count.code)"
        case .socketAddress(let length): "K:\(length.code)"
        case .signalSet(let size): "G:\(size.code)"
        }
    }
}

extension Direction {
    var code: String {
        switch self {
        case .in: "<"
        case .out: ">"
        case .inOut: "="
        }
    }
}

extension ParameterType {
    var code: String {
        switch self {
        case .integer(let type, let meaning): type.code + meaning.code
        case .pointer(let pointee, let direction): direction.code + pointee.code
        }
    }
}

extension DefaultArgument {
    var code: String {
        switch self {
        case .none: "-"
        case .null: "n"
        case .value(let value): "v\(value)"
        case .derived(let index): "d\(index)"
        }
    }
}

extension Parameter.Requirement {
    var code: String { "\(ifParameter):\(hasOneOf.joined(separator: ","))" }
}

extension Parameter {
    var code: String {
        let marks = (mayBeNull ? "?" : "") + (isImplied ? "!" : "") + (isUnslashed ? "/" : "")
        var parts = [
            name, kernelName == name ? "-" : kernelName, type.code, marks.isEmpty ? "-" : marks,
            defaultArgument.code, requiredIf?.code ?? "-",
        ]
        let hasMore = size != nil || cases != nil || !fills.isEmpty || absolute != nil
        if records != nil || hasMore { parts.append(records ?? "-") }
        if hasMore {
            let filled = fills.joined(separator: ",")
            parts += [size?.code ?? "-", cases ?? "-", filled.isEmpty ? "-" : filled]
        }
        if let absolute { parts.append(absolute.code) }
        return parts.joined(separator: " ")
    }
}

extension Size {
    /// Operands before operators.
    var code: String {
        switch self {
        case .number(let value): "n\(value)"
        case .parameter(let index): "p\(index)"
        case .behind(let index): "b\(index)"
        case .field(let index, let name): "f\(index).\(name)"
        case .structure(let name): "s.\(name)"
        case .sum(let a, let b): "\(a.code);\(b.code);+"
        case .product(let a, let b): "\(a.code);\(b.code);*"
        case .quotient(let a, let b): "\(a.code);\(b.code);/"
        case .maximum(let a, let b): "\(a.code);\(b.code);^"
        }
    }
}

extension CaseTable {
    /// The fields of a line, the key first.
    var code: String {
        var fields = [name, parameters.joined(separator: ","), "\(mask)"]
        for row in rows {
            let alternatives = row.constants.map { $0.joined(separator: ",") }
            fields.append("=" + alternatives.joined(separator: ";"))
            fields += row.arguments.map { $0?.code ?? "-" }
            if !row.refusal.isEmpty { fields.append("!" + row.refusal) }
        }
        return fields.joined(separator: "\t")
    }
}

extension Parameter.AbsoluteTime {
    var code: String { "\(clock)/\(field ?? "-")/\(condition?.code ?? "-")" }
}

extension ResultKind {
    var code: String {
        switch self {
        case .zero: "z"
        case .count: "c"
        case .integer: "i"
        case .descriptor: "d"
        case .address: "a"
        case .pid: "p"
        case .never: "n"
        }
    }
}

extension Syscall.Advance {
    var code: String { "\(buffer.code),\(length),\(offset.code)" }
}

extension Syscall.ResultMeaning {
    var code: String { ";\(condition?.code ?? "-");\(meaning.code.dropFirst())" }
}

extension Syscall.Restriction {
    var code: String {
        let place = field.map { (isNegated ? "!" : "") + $0 } ?? "-"
        return "\(policy.rawValue):\(condition.code):\(place):\(reason)"
    }
}

extension Syscall.Exception {
    var code: String { "\(parameter):\(values.joined(separator: ",")):\(field ?? "")" }
}

extension Syscall.Narrowing {
    var code: String { "\(parameter):\(condition.code):\(set)" }
}

extension SyscallEntry {
    /// The fields after the key and the split mark.
    var code: String {
        let condition = syscall.mayBlockIf?.code ?? syscall.mayBlockOn.map { "o\($0)" } ?? "-"
        let blocks = syscall.mayBlock ? "b" : condition
        let fields = [
            aliasCode, numbers.x86.code, numbers.arm.code,
            syscall.result.code + syscall.resultMeanings.map(\.code).joined(),
            "\(syscall.policy.rawValue)", blocks, syscall.consumes.code,
            syscall.makesDescriptorIf?.code ?? syscall.makesDescriptorsIn.code,
            syscall.advance?.code ?? "-",
            syscall.narrowings.map(\.code).joined(separator: "|"),
            syscall.restrictions.map(\.code).joined(separator: "|"),
            syscall.exceptions.map(\.code).joined(separator: "|"), syscall.summary,
            syscall.policyReason, syscall.warning, syscall.instead, syscall.example,
            "\(syscall.traits.rawValue)", syscall.mayBlockUnless?.code ?? "-",
            syscall.mappedLength.code,
        ]
        return (fields + syscall.parameters.map(\.code)).joined(separator: "\t")
    }

    private var aliasCode: String {
        func code(_ name: String) -> String? { syscall.libcCounts[name].map { "\(name):\($0)" } }
        let own = code(syscall.name).map { [$0] } ?? []
        return (syscall.aliases.map { code($0) ?? $0 } + own).joined(separator: ",")
    }
}

extension Structure.FieldType {
    var code: String {
        switch self {
        case .integer(let type, let meaning): type.code + meaning.code
        case .structure(let name, let size): "S:\(size):\(name)"
        case .array(let type, let count): "a:\(count):\(type.code)"
        case .structureArray(let name, let size, let count): "z:\(size):\(count):\(name)"
        case .ipv4: "4"
        case .ipv6: "6"
        case .pointer(let pointee): "p:\(pointee.code)"
        case .flexible(let isString): "F:\(isString ? 1 : 0)"
        }
    }
}

extension Structure {
    /// The fields after the key and the split mark.
    var code: String {
        let head = ["\(size)", "\(alignment)", commonPrefix]
        let rest = fields.map { "\($0.name) \($0.offset) \($0.type.code)\($0.isBrief ? " *" : "")" }
        return (head + rest).joined(separator: "\t")
    }
}
