// Structures: their layouts are computed from the types of their fields, as C does.
//
// Input: the rows of `grammar/structs`. Output: a layout per architecture, nested structures flattened.
// Invariant: a structure's fields are in the order of the row, each nested field after the one it is in.

import AcallCatalog

struct StructureGrammar {
    private struct Declaration {
        var row: Row
        var name: String
        var architectures: [Architecture]
        var prefix = ""
        var isPacked = false
        var size: Int?
        var alignment: Int?
    }

    private var declarations: [Declaration] = []
    private var layouts: [Architecture: [String: Structure]] = [:]

    /// Every name, sorted, and where it is declared.
    var names: [String] { Set(declarations.map(\.name)).sorted() }

    func place(of name: String) -> Place? {
        declarations.first { $0.name == name }?.row.header.place
    }

    func layout(of name: String, on architecture: Architecture) -> Structure? {
        layouts[architecture]?[name]
    }

    /// `struct NAME [x86_64|aarch64] [prefix P] [packed] [size N] [align N]`.
    mutating func read(_ row: Row) throws(GrammarError) {
        var header = Scanner(row.header)
        guard header.takeWord("struct") else { throw header.unexpected("`struct`") }
        var new = Declaration(
            row: row, name: try header.word(), architectures: Architecture.allCases)
        while !header.isAtEnd {
            switch try header.word() {
            case "x86_64": new.architectures = [.x86_64]
            case "aarch64": new.architectures = [.aarch64]
            case "prefix": new.prefix = try header.word()
            case "packed": new.isPacked = true
            case "size": new.size = Int(try header.number())
            case "align": new.alignment = Int(try header.number())
            case let word: throw GrammarError("`\(word)` means nothing here", at: header.place)
            }
        }
        for other in declarations where other.name == new.name {
            guard Set(other.architectures).isDisjoint(with: new.architectures) else {
                throw GrammarError("the structure `\(new.name)` is there twice", at: header.place)
            }
        }
        declarations.append(new)
    }

    /// Lays all of them out.
    mutating func resolve() throws(GrammarError) {
        for architecture in Architecture.allCases {
            for declaration in declarations where declaration.architectures.contains(architecture) {
                _ = try resolve(
                    declaration.name, on: architecture, within: [], at: declaration.row.header.place
                )
            }
        }
    }

    private mutating func resolve(
        _ name: String, on architecture: Architecture, within outer: [String], at place: Place
    ) throws(GrammarError) -> Structure {
        if let done = layouts[architecture]?[name] { return done }
        guard !outer.contains(name) else {
            throw GrammarError("the structure `\(name)` contains itself", at: place)
        }
        let found = declarations.first {
            $0.name == name && $0.architectures.contains(architecture)
        }
        guard let declaration = found else {
            throw GrammarError("there is no structure `\(name)` on \(architecture)", at: place)
        }
        let structure = try lay(declaration, on: architecture, within: outer + [name])
        layouts[architecture, default: [:]][name] = structure
        return structure
    }

    private mutating func lay(
        _ declaration: Declaration, on architecture: Architecture, within outer: [String]
    ) throws(GrammarError) -> Structure {
        var fields: [Structure.Field] = []
        var lengths: [(field: Int, pointee: OpenPointee, place: Place)] = []
        var end = 0
        var size = 0
        var alignment = 1
        for line in declaration.row.body {
            var scanner = Scanner(line)
            let name = try scanner.word()
            let type = try fieldType(&scanner, on: architecture, within: outer)
            let own = declaration.isPacked ? 1 : type.alignment
            var offset = (end + own - 1) / own * own
            if scanner.takeWord("at") { offset = try place(&scanner, among: fields) }
            let isBrief = scanner.take("*")
            guard scanner.isAtEnd else { throw scanner.unexpected("`at`, `*` or the line's end") }
            guard !fields.contains(where: { $0.name == name }) else {
                throw GrammarError("the field `\(name)` is there twice", at: line.place)
            }
            end = offset + type.size
            size = max(size, end)
            alignment = max(alignment, own)
            // A field called `_` is padding.
            guard name != "_" else { continue }
            if let open = type.pointee { lengths.append((fields.count, open, line.place)) }
            fields.append(
                Structure.Field(name: name, offset: offset, type: type.type, isBrief: isBrief))
            fields += type.nested.map { nested in
                Structure.Field(
                    name: "\(name).\(nested.name)", offset: offset + nested.offset,
                    type: nested.type,
                    isBrief: false)
            }
        }
        for (field, pointee, place) in lengths {
            fields[field].type = .pointer(try close(pointee, among: fields, at: place))
        }
        alignment = max(declaration.alignment ?? 1, alignment)
        size = (max(size, declaration.size ?? 0) + alignment - 1) / alignment * alignment
        for field in fields
        where !declaration.prefix.isEmpty && !field.name.hasPrefix(declaration.prefix) {
            throw GrammarError(
                "the field `\(field.name)` lacks the prefix `\(declaration.prefix)`",
                at: declaration.row.header.place)
        }
        return Structure(
            name: declaration.name, size: size, alignment: alignment, fields: fields,
            commonPrefix: declaration.prefix)
    }

    /// After `at`: an offset in bytes, or the field that starts there too.
    private func place(
        _ scanner: inout Scanner, among fields: [Structure.Field]
    ) throws(GrammarError) -> Int {
        let word = try scanner.word()
        if let offset = Int64(grammar: word) { return Int(offset) }
        guard let other = fields.first(where: { $0.name == word }) else {
            throw GrammarError("there is no field `\(word)` above", at: scanner.place)
        }
        return other.offset
    }

    private func close(
        _ pointee: OpenPointee, among fields: [Structure.Field], at place: Place
    ) throws(GrammarError) -> Pointee {
        var indexes: [Int] = []
        for name in pointee.names {
            guard let index = fields.firstIndex(where: { $0.name == name }) else {
                throw GrammarError("there is no field `\(name)`", at: place)
            }
            indexes.append(index)
        }
        return pointee.make(indexes)
    }

    private struct FieldLayout {
        var type: Structure.FieldType
        var size: Int
        var alignment: Int
        var nested: [Structure.Field] = []
        var pointee: OpenPointee?
    }

    private mutating func fieldType(
        _ scanner: inout Scanner, on architecture: Architecture, within outer: [String]
    ) throws(GrammarError) -> FieldLayout {
        if let (type, meaning) = try scanner.integer() {
            let width = Int(type.width)
            guard scanner.take("[") else {
                return FieldLayout(type: .integer(type, meaning), size: width, alignment: width)
            }
            guard !scanner.take("]") else {
                return FieldLayout(type: .flexible(isString: false), size: 0, alignment: width)
            }
            let count = Int(try scanner.number())
            try scanner.expect("]")
            return FieldLayout(
                type: .array(type, count: count), size: width * count, alignment: width)
        }
        switch try scanner.word() {
        case "ipv4": return FieldLayout(type: .ipv4, size: 4, alignment: 4)
        case "ipv6": return FieldLayout(type: .ipv6, size: 16, alignment: 4)
        case "ptr":
            var copy = scanner
            let isPlain = scanner.isAtEnd || scanner.ahead == "*" || copy.takeWord("at")
            let pointee = isPlain ? nil : try scanner.pointee()
            return FieldLayout(type: .pointer(.opaque), size: 8, alignment: 8, pointee: pointee)
        case "string":
            try scanner.expect("[")
            try scanner.expect("]")
            return FieldLayout(type: .flexible(isString: true), size: 0, alignment: 1)
        case "struct":
            try scanner.expect("(")
            let name = try scanner.word()
            let inner = try resolve(name, on: architecture, within: outer, at: scanner.place)
            if scanner.take(",") {
                let count = Int(try scanner.number())
                try scanner.expect(")")
                return FieldLayout(
                    type: .structureArray(name, elementSize: inner.size, count: count),
                    size: inner.size * count, alignment: inner.alignment)
            }
            try scanner.expect(")")
            return FieldLayout(
                type: .structure(name, size: inner.size), size: inner.size,
                alignment: inner.alignment, nested: inner.fields)
        case let word: throw GrammarError("`\(word)` is no type", at: scanner.place)
        }
    }
}
