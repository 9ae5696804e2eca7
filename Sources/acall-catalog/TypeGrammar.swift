// Types: those of parameters and those of fields.
//
// Input: a scanner that stands on a type. Output: the model's type, with parameters or fields that it names
// still names (`Reference`). Invariant: what this reads, `grammar/catalog.md` documents.

import AcallCatalog

/// A type whose indexes are not known yet: `make` gets an index for each name in `names`.
struct OpenPointee {
    var names: [String] = []
    /// The bytes there, where they do not follow from the type.
    var size: OpenSize?
    var make: ([Int]) -> Pointee
}

enum OpenType {
    case integer(IntegerType, IntegerMeaning)
    case pointer(OpenPointee, Direction)
}

extension Scanner {
    /// An integer's type and meaning; nil, nothing being taken, if none is next.
    mutating func integer() throws(GrammarError) -> (IntegerType, IntegerMeaning)? {
        var copy = self
        guard let name = try? copy.word() else { return nil }
        if let short = Scanner.shorthands[name] {
            self = copy
            return short
        }
        guard let type = Scanner.integers[name] else { return nil }
        self = copy
        return (type, try meaning())
    }

    private mutating func meaning() throws(GrammarError) -> IntegerMeaning {
        var copy = self
        guard let name = try? copy.word() else { return .plain }
        switch name {
        case "flags", "enum":
            try copy.expect("(")
            let set = try copy.word()
            try copy.expect(")")
            self = copy
            return name == "flags" ? .flags(set: set) : .enumeration(set: set)
        default:
            guard let meaning = Scanner.meanings[name] else { return .plain }
            self = copy
            return meaning
        }
    }

    /// An integer, or a direction and what the pointer points to.
    mutating func openType() throws(GrammarError) -> OpenType {
        if let (type, meaning) = try integer() { return .integer(type, meaning) }
        var direction = Direction.in
        if takeWord("out") {
            direction = .out
        } else if takeWord("inout") {
            direction = .inOut
        } else {
            _ = takeWord("in")
        }
        return .pointer(try pointee(), direction)
    }

    /// What a pointer points to, after its direction, and the tail behind it.
    mutating func pointee() throws(GrammarError) -> OpenPointee {
        var whole = try plainPointee()
        while true {
            if take("+") {
                whole.size = .sum(try base(of: whole), try base(of: try plainPointee()))
            } else if takeWord("or") {
                whole.size = .maximum(try base(of: whole), try base(of: try plainPointee()))
            } else {
                return whole
            }
        }
    }

    /// What a type takes: given with it, or that of its one structure.
    private func base(of open: OpenPointee) throws(GrammarError) -> OpenSize {
        if let size = open.size { return size }
        if case .structure(let name) = open.make([0]) { return .known(.structure(name)) }
        if let name = open.names.first {
            switch open.make([0]) {
            case .bytes: return .parameter(name)
            case .structures(let structure, _):
                return .product(.parameter(name), .known(.structure(structure)))
            default: break
            }
        }
        throw GrammarError("the size of this is not known", at: place)
    }

    private mutating func plainPointee() throws(GrammarError) -> OpenPointee {
        let kind = try word()
        switch kind {
        case "path": return OpenPointee { _ in .path }
        case "string": return OpenPointee { _ in .string }
        case "strings": return OpenPointee { _ in .stringArray }
        case "opaque": return OpenPointee { _ in .opaque }
        case "bytes": return try counted(unit: .number(1)) { .bytes(length: $0) }
        case "iovec": return try counted(unit: .structure("iovec")) { .vector(count: $0) }
        case "sockaddr": return try counted(unit: .number(1)) { .socketAddress(length: $0) }
        case "sigset": return try counted(unit: .number(1)) { .signalSet(size: $0) }
        case "struct":
            try expect("(")
            let name = try word()
            try expect(")")
            return OpenPointee { _ in .structure(name) }
        case "structs":
            try expect("(")
            let name = try word()
            return try counted(after: ",", closing: true, unit: .structure(name)) {
                .structures(name, count: $0)
            }
        case "ptr", "ints", "array":
            return try integerPointee(kind)
        default:
            throw GrammarError("`\(kind)` is no type", at: place)
        }
    }

    private mutating func integerPointee(_ kind: String) throws(GrammarError) -> OpenPointee {
        try expect("(")
        guard let (type, meaning) = try integer() else { throw unexpected("an integer's type") }
        switch kind {
        case "ptr":
            try expect(")")
            return OpenPointee { _ in .integer(type, meaning) }
        case "ints":
            try expect(",")
            let count = Int(try number())
            try expect(")")
            return OpenPointee { _ in .integers(type, meaning, count: count) }
        default:
            let unit = Size.number(Int64(type.width))
            return try counted(after: ",", closing: true, unit: unit) {
                .integerArray(type, count: $0)
            }
        }
    }

    /// `(SIZE)`, or with `after` the rest of `(..., SIZE)`; without either, no index. A parameter's name alone is an
    /// index; any other size counts units.
    private mutating func counted(
        after sign: String = "(", closing: Bool = false, unit: Size,
        _ make: @escaping (Int?) -> Pointee
    ) throws(GrammarError) -> OpenPointee {
        guard take(sign) else {
            if closing { try expect(")") }
            return OpenPointee { _ in make(nil) }
        }
        let size = try size()
        try expect(")")
        if case .parameter(let name) = size { return OpenPointee(names: [name]) { make($0.first) } }
        if unit == .number(1) { return OpenPointee(size: size) { _ in make(nil) } }
        return OpenPointee(size: .product(size, .known(unit))) { _ in make(nil) }
    }

    private static let integers: [String: IntegerType] = [
        "i8": IntegerType(width: 1, isSigned: true), "u8": IntegerType(width: 1, isSigned: false),
        "i16": IntegerType(width: 2, isSigned: true), "u16": IntegerType(width: 2, isSigned: false),
        "i32": IntegerType(width: 4, isSigned: true), "u32": IntegerType(width: 4, isSigned: false),
        "i64": IntegerType(width: 8, isSigned: true), "u64": IntegerType(width: 8, isSigned: false),
        "int": IntegerType(width: 4, isSigned: true),
        "uint": IntegerType(width: 4, isSigned: false),
        "long": IntegerType(width: 8, isSigned: true),
        "ulong": IntegerType(width: 8, isSigned: false),
        "size": IntegerType(width: 8, isSigned: false),
        "off": IntegerType(width: 8, isSigned: true),
        "be16": IntegerType(width: 2, isSigned: false, isBigEndian: true),
        "be32": IntegerType(width: 4, isSigned: false, isBigEndian: true),
    ]

    private static let meanings: [String: IntegerMeaning] = [
        "mode": .mode, "hex": .hex, "ms": .milliseconds, "seconds": .seconds, "pid": .pid,
        "uid": .uid,
        "gid": .gid, "signal": .signal, "fd": .descriptor, "dir": .directory, "dev": .device,
    ]

    private static let shorthands: [String: (IntegerType, IntegerMeaning)] = [
        "fd": (IntegerType(width: 4, isSigned: true), .descriptor),
        "dir": (IntegerType(width: 4, isSigned: true), .directory),
        "pid": (IntegerType(width: 4, isSigned: true), .pid),
        "uid": (IntegerType(width: 4, isSigned: false), .uid),
        "gid": (IntegerType(width: 4, isSigned: false), .gid),
        "mode": (IntegerType(width: 2, isSigned: false), .mode),
        "signal": (IntegerType(width: 4, isSigned: true), .signal),
    ]
}
