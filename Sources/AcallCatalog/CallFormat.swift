// A call's arguments as strace 6.1 shows them: for a report, of a call that was made; for a disassembly, of one that
// will be.
//
// Input: a `ShownCall`. Output: the text of each argument and of the result. Invariant: nothing is read but what the
// call's memory gives, and nothing is switched on a call's name. It differs from strace on purpose in one thing: an
// address that can't be shown by its content goes by the name of the program's storage (`&block+16`), so that two runs
// give the same text.

extension Catalog {
    /// Shows calls. It keeps what it has looked up: make one for many calls.
    package struct Format {
        package let catalog: Catalog
        private var rows: [String: Syscall] = [:]
        private var layouts: [String: Structure] = [:]
        private var sets: [String: ConstantSet] = [:]
        var tables: [String: CaseTable] = [:]
        /// By table and operation: the row that holds; nil for none.
        var caseRows: [CaseKey: CaseTable.Row?] = [:]

        package init(_ catalog: Catalog) { self.catalog = catalog }
    }
}

extension Catalog.Format {
    /// By its name first: where the runner makes a call itself, the record's number is no system call's.
    package mutating func row(named name: String, number: UInt32) -> Syscall? {
        if name == Syscall.spawn.name { return .spawn }
        if let known = rows[name] { return known }
        guard let found = catalog.syscall(named: name), found.name == name else {
            return catalog.syscall(number: number)
        }
        rows[name] = found
        return found
    }

    mutating func layout(_ name: String) -> Structure? {
        if let known = layouts[name] { return known }
        let found = catalog.structure(named: name)
        layouts[name] = found
        return found
    }

    package mutating func text(of value: Int64, set name: String) -> String {
        if let known = sets[name] { return known.text(of: value) }
        guard let found = catalog.constantSet(named: name) else { return String(value) }
        sets[name] = found
        return found.text(of: value)
    }

    // MARK: Arguments

    package mutating func arguments(of call: ShownCall) -> [ShownArgument] {
        let row = call.row
        var shown: [(parameter: Parameter, argument: ShownArgument)] = []
        for (index, declared) in row.parameters.prefix(6).enumerated() {
            guard let parameter = parameter(index, of: call) else { continue }
            let argument = argument(parameter, index, call)
            if declared.isImplied, call.value(index) == 0 { continue }
            shown.append((parameter, argument))
        }
        // What a program need not write and strace does not show.
        while let last = shown.last, isLeftOut(last.parameter, call) || isEmptyTail(last) {
            shown.removeLast()
        }
        return shown.map(\.argument)
    }

    private mutating func argument(
        _ parameter: Parameter, _ index: Int, _ call: ShownCall
    ) -> ShownArgument {
        var argument = ShownArgument(name: parameter.name, shown: "", value: nil)
        switch (call.words[index], parameter.type) {
        case (.named(let text), _): argument.shown = text
        case (.value(let word), .integer(let type, let meaning)):
            let value = type.value(of: word)
            argument.shown = integer(value, type, meaning)
            argument.value = value
        case (.value(let word), .pointer(let pointee, let direction)):
            argument.shown = pointer(
                word, Target(pointee, direction, parameter), Operands(call), call)
        }
        return argument
    }

    /// A trailing argument that means nothing with these flags (`mode` without `O_CREAT`; `dev` for a FIFO).
    private func isLeftOut(_ parameter: Parameter, _ call: ShownCall) -> Bool {
        if case .integer(_, .device) = parameter.type { return call.makesNoDevice }
        guard let requirement = parameter.requiredIf else { return false }
        return !catalog.holds(requirement, in: call)
    }

    /// A null for an argument that only some uses of the call have, where nobody knows which (`ioctl`'s third).
    private func isEmptyTail(_ last: (parameter: Parameter, argument: ShownArgument)) -> Bool {
        guard case .pointer(.opaque, _) = last.parameter.type,
            last.parameter.cases == nil
                || last.parameter.isVariadic
        else { return false }
        return last.parameter.defaultArgument == .null && last.argument.shown == "NULL"
    }

    // MARK: The result

    /// What a result is where it is more than a number: `0x8000 (flags O_RDONLY|O_LARGEFILE)`, `022`.
    package mutating func resultText(of call: ShownCall) -> String? {
        guard case .returned(let value) = call.outcome, call.succeeded else { return nil }
        let meaning = call.row.resultMeanings.first { returned in
            returned.condition.map { catalog.holds($0, in: call) } ?? true
        }?.meaning
        guard let meaning else { return nil }
        switch meaning {
        case .mode: return value == 0 ? "0" : "0" + String(UInt64(bitPattern: value), radix: 8)
        case .flags(let set):
            let names = text(of: value, set: set)
            if names == "0" { return names }
            let digits = String(UInt64(bitPattern: value), radix: 16)
            return (value == 0 ? "0" : "0x" + digits) + " (flags \(names))"
        default: return integer(value, IntegerType(width: 8, isSigned: true), meaning)
        }
    }
}

extension Catalog.Format {
    /// The exit status in the `siginfo` that a call has filled; minus the signal where one ended the process. nil
    /// where the call failed or found nobody.
    package mutating func exitStatus(of call: ShownCall) -> Int64? {
        let filled = call.row.parameters.firstIndex {
            if case .pointer(.structure("siginfo"), _) = $0.type { true } else { false }
        }
        guard call.succeeded, let filled, let address = call.value(filled),
            let bytes = call.memory.bytes(at: address, .after), let layout = layout("siginfo"),
            let exited = catalog.constant(named: "CLD_EXITED")?.value
        else { return nil }
        func field(_ name: String) -> Int64? {
            guard let field = layout.fields.first(where: { $0.name == name }),
                case .integer(let type, _) = field.type
            else { return nil }
            return type.load(bytes, at: field.offset)
        }
        guard let code = field("si_code"), let status = field("si_status") else { return nil }
        return code == exited ? status : -status
    }
}

extension Catalog {
    /// Another argument has one of the constants; true where that can't be told.
    func holds(_ requirement: Parameter.Requirement, in call: ShownCall) -> Bool {
        guard let value = call.integer(requirement.ifParameter),
            case .integer(_, let meaning) = call.row.parameters[requirement.ifParameter].type
        else { return true }
        return requirement.hasOneOf.contains { name in
            guard let wanted = constant(named: name)?.value else { return true }
            if case .flags = meaning { return wanted != 0 && value & wanted == wanted }
            return value == wanted
        }
    }
}

/// What a pointer points to, and whose it is.
struct Target {
    var pointee: Pointee
    var direction: Direction
    /// nil for a structure's field.
    var parameter: Parameter?
    /// How many bytes the call has written there, where a field beside the pointer says it.
    var filled: UInt64?

    init(_ pointee: Pointee, _ direction: Direction, _ parameter: Parameter? = nil) {
        self.pointee = pointee
        self.direction = direction
        self.parameter = parameter
    }
}

/// What stands beside a pointer and may be its length: the call's arguments or a structure's fields.
struct Operands {
    private enum Source {
        case arguments(ShownCall)
        case fields(Structure, UnsafeRawBufferPointer)
    }
    private let source: Source

    init(_ call: ShownCall) { source = .arguments(call) }

    init(fields structure: Structure, bytes: UnsafeRawBufferPointer) {
        source = .fields(structure, bytes)
    }

    /// The length that operand `index` holds or points to; nil where there is none.
    func length(_ index: Int?, _ moment: ShownCall.Moment) -> UInt64? {
        guard let index, index >= 0 else { return nil }
        switch source {
        case .arguments(let call):
            guard index < min(6, call.row.parameters.count) else { return nil }
            switch call.row.parameters[index].type {
            case .integer: return call.integer(index).map { UInt64(bitPattern: $0) }
            case .pointer(.integer(let type, _), _):
                return call.value(index).flatMap { call.memory.bytes(at: $0, moment) }
                    .flatMap { type.load($0) }.map { UInt64(bitPattern: $0) }
            case .pointer: return nil
            }
        case .fields(let structure, let bytes):
            guard index < structure.fields.count,
                case .integer(let type, _) = structure.fields[index].type
            else { return nil }
            return type.load(bytes, at: structure.fields[index].offset).map {
                UInt64(bitPattern: $0)
            }
        }
    }
}
