// How many bytes the kernel touches at a pointer, and which type an argument has by the operation.
//
// Input: rows of the generated tables. Invariant: an index is that of a parameter of the call that the size
// belongs to.

/// A number of bytes that the kernel takes from the arguments of a call.
package indirect enum Size: Sendable, Hashable {
    case number(Int64)
    /// The value of an integer parameter.
    case parameter(Int)
    /// The integer that a pointer parameter points to.
    case behind(Int)
    /// A field of the structure that a pointer parameter points to.
    case field(Int, String)
    /// The size of a structure.
    case structure(String)
    case sum(Size, Size)
    case product(Size, Size)
    case quotient(Size, Size)
    case maximum(Size, Size)
}

extension Parameter {
    /// The bytes that the kernel reads or writes at the pointer. nil: the type alone says it (a string ends
    /// with a NUL), the parameter is an integer, or the kernel does not go there (`mmap`'s address).
    package func extent(among parameters: [Parameter]) -> Size? {
        if let size { return size }
        guard case .pointer(let pointee, _) = type else { return nil }
        func counted(_ index: Int?, _ unit: Size) -> Size? {
            guard let index, parameters.indices.contains(index) else { return nil }
            var count = Size.parameter(index)
            if case .pointer = parameters[index].type { count = .behind(index) }
            return unit == .number(1) ? count : .product(count, unit)
        }
        switch pointee {
        case .path, .string, .stringArray, .opaque: return nil
        case .bytes(let index), .socketAddress(let index), .signalSet(let index):
            return counted(index, .number(1))
        case .structure(let name): return .structure(name)
        case .structures(let name, let index): return counted(index, .structure(name))
        case .integer(let type, _): return .number(Int64(type.width))
        case .integers(let type, _, let count): return .number(Int64(type.width) * Int64(count))
        case .integerArray(let type, let index): return counted(index, .number(Int64(type.width)))
        case .vector(let index): return counted(index, .structure("iovec"))
        }
    }
}

/// The types of arguments by operation: what `ioctl` takes for each request, `fcntl` for each command.
package struct CaseTable: Sendable, Hashable {
    package var name: String
    /// The parameters that say which operation it is, by name.
    package var parameters: [String]
    /// The bits of the last one of them that count.
    package var mask: Int64
    /// Earlier rows come first where two constants have one value.
    package var rows: [Row]

    package init(name: String, parameters: [String], mask: Int64, rows: [Row]) {
        self.name = name
        self.parameters = parameters
        self.mask = mask
        self.rows = rows
    }

    package struct Row: Sendable, Hashable {
        /// By parameter: the constants it is one of. Empty: every other operation.
        package var constants: [[String]]
        /// What stands for each parameter of the call that says `case`; nil: nothing.
        package var arguments: [Parameter?]
        /// Why the operation is refused; empty where it is not.
        package var refusal: String

        package init(constants: [[String]], arguments: [Parameter?], refusal: String) {
            self.constants = constants
            self.arguments = arguments
            self.refusal = refusal
        }
    }
}

extension Catalog {
    /// The types of arguments by operation; nil where there is no such table.
    package func cases(named name: String) -> CaseTable? {
        Table.cases.row(name).map { CaseTable(row: $0) }
    }

    /// The names of all tables of cases, sorted.
    package var caseTableNames: [String] { Table.cases.keys }
}

extension CaseTable {
    /// `NAME PARAMETERS MASK`, then for each row `=CONSTANTS` (alternatives separated by commas, parameters by
    /// semicolons), and the arguments, each as a parameter's code, `-` for none, or `!REASON`.
    init(row: Bytes) {
        var fields = Fields(row)
        self.init(
            name: fields.nextString(), parameters: fields.nextList(),
            mask: fields.nextNumber() ?? -1, rows: [])
        while !fields.isAtEnd {
            let field = fields.next()
            switch field.first {
            case UInt8(ascii: "="):
                var constants: [[String]] = []
                var parts = Fields(
                    Bytes(rebasing: field.dropFirst()), separatedBy: UInt8(ascii: ";"))
                while !parts.isAtEnd { constants.append(parts.next().list) }
                rows.append(Row(constants: constants, arguments: [], refusal: ""))
            case _ where rows.isEmpty: continue
            case UInt8(ascii: "!"):
                rows[rows.count - 1].refusal = String(
                    decoding: field.dropFirst(), as: UTF8.self)
            case UInt8(ascii: "-") where field.count == 1:
                rows[rows.count - 1].arguments.append(nil)
            default: rows[rows.count - 1].arguments.append(Parameter(code: field))
            }
        }
    }
}

extension Size {
    /// Operands, then the operator, separated by semicolons: `n8`, `p2`, `b3`, `f1.NAME`, `s.NAME`, and `+ * / ^`,
    /// the last one being the maximum.
    init?(code: Bytes) {
        var stack: [Size] = []
        var parts = Fields(code, separatedBy: UInt8(ascii: ";"))
        while !parts.isAtEnd {
            let part = parts.next()
            let rest = Bytes(rebasing: part.dropFirst())
            switch part.first {
            case UInt8(ascii: "n"): stack.append(.number(rest.number ?? 0))
            case UInt8(ascii: "p"): stack.append(.parameter(Int(rest.number ?? 0)))
            case UInt8(ascii: "b"): stack.append(.behind(Int(rest.number ?? 0)))
            case UInt8(ascii: "s"):
                stack.append(.structure(String(decoding: rest.dropFirst(), as: UTF8.self)))
            case UInt8(ascii: "f"):
                let index = rest.prefix { $0 != UInt8(ascii: ".") }
                stack.append(
                    .field(
                        Int(Bytes(rebasing: index).number ?? 0),
                        String(decoding: rest[index.endIndex...].dropFirst(), as: UTF8.self)))
            default:
                guard let sign = part.first, let b = stack.popLast(), let a = stack.popLast()
                else { return nil }
                switch sign {
                case UInt8(ascii: "+"): stack.append(.sum(a, b))
                case UInt8(ascii: "*"): stack.append(.product(a, b))
                case UInt8(ascii: "/"): stack.append(.quotient(a, b))
                default: stack.append(.maximum(a, b))
                }
            }
        }
        guard stack.count == 1 else { return nil }
        self = stack[0]
    }
}
