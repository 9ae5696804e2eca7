// A call's arguments as strace 6.1 shows them.
//
// Input: an event (resolved arguments and what was kept of memory) and the catalog's row of the
// call. Output: the text of each argument. Invariant: nothing is read but the event, and nothing is
// switched on a call's name. It differs from strace on purpose in one thing: an address that can't
// be shown by its content is shown by the name of the program's storage (`&block+16`), so that two
// runs give the same report.

import AcallCatalog

/// An argument as a report shows it.
package struct ShownArgument: Sendable, Hashable {
    /// As in the call's man page.
    package var name: String
    package var shown: String
    /// The number behind it, where it is no address.
    package var value: Int64?

    package init(name: String, shown: String, value: Int64?) {
        self.name = name
        self.shown = shown
        self.value = value
    }
}

struct CallFormatter {
    let catalog: Catalog
    var names: AddressNames
    /// The rows that were looked up, in no order: a program has few different calls.
    private var rows: [Syscall] = []
    private var layouts: [String: Structure] = [:]

    init(catalog: Catalog, names: AddressNames) {
        self.catalog = catalog
        self.names = names
    }

    /// By its name first: where the runner makes a call itself, the record's number is no system
    /// call's.
    mutating func row(named name: String, number: UInt32) -> Syscall? {
        for row in rows where row.name == name { return row }
        if name == Syscall.spawn.name { return .spawn }
        let found = catalog.syscall(named: name)
        if let found, found.name == name {
            rows.append(found)
            return found
        }
        return catalog.syscall(number: number)
    }

    mutating func layout(_ name: String) -> Structure? {
        if let known = layouts[name] { return known }
        let found = catalog.structure(named: name)
        layouts[name] = found
        return found
    }

    /// - Parameter row: nil for a call that the catalog does not know: its arguments are numbers.
    mutating func arguments(
        _ row: Syscall?, of event: UnsafeMutablePointer<Event>
    ) -> [ShownArgument] {
        let values = (0..<6).map { event.pointee.argument($0) }
        guard let row else {
            return values.enumerated().map { index, value in
                ShownArgument(
                    name: "arg\(index)", shown: value == 0 ? "0" : names.shown(value), value: nil)
            }
        }
        let context = CallContext(
            row: row, values: values, memory: event.captured, result: event.pointee.result)
        var shown: [ShownArgument] = []
        for (index, parameter) in row.parameters.prefix(6).enumerated() {
            switch parameter.type {
            case .integer(let type, let meaning):
                let value = Self.extended(values[index], type)
                let meaning = narrowed(meaning, parameter: index, row: row, values: values)
                shown.append(
                    ShownArgument(
                        name: parameter.name, shown: integer(value, type, meaning), value: value))
            case .pointer(.opaque, _)
            where narrowing(parameter: index, row: row, values: values) != nil:
                // `fcntl`'s third argument is a number for some commands.
                let set = narrowing(parameter: index, row: row, values: values) ?? ""
                let value = Int64(bitPattern: values[index])
                shown.append(
                    ShownArgument(
                        name: parameter.name, shown: catalog.format(value: value, set: set),
                        value: value))
            case .pointer(let pointee, let direction):
                let operands = Operands(arguments: context)
                let text =
                    records(of: parameter, at: values[index], operands, context)
                    ?? pointer(values[index], pointee, direction, operands, context)
                shown.append(ShownArgument(name: parameter.name, shown: text, value: nil))
            }
        }
        // What a program need not write and strace does not show.
        let parameters = row.parameters.prefix(shown.count)
        while let last = parameters.prefix(shown.count).last, let text = shown.last?.shown,
            isLeftOut(last, row: row, values: values) || last.isEmptyTail(text)
        {
            shown.removeLast()
        }
        return zip(parameters, shown).filter { !$0.isImplied || $1.value != 0 }.map { $1 }
    }

    /// A trailing argument that means nothing with these flags (`mode` without `O_CREAT`).
    private func isLeftOut(_ parameter: Parameter, row: Syscall, values: [UInt64]) -> Bool {
        guard let requirement = parameter.requiredIf else { return false }
        return !holds(requirement, row: row, values: values)
    }

    /// Another argument has one of the constants; true where that can't be told.
    private func holds(
        _ requirement: Parameter.Requirement, row: Syscall, values: [UInt64]
    ) -> Bool {
        guard row.parameters.indices.contains(requirement.ifParameter), requirement.ifParameter < 6,
            case .integer(let type, let meaning) = row.parameters[requirement.ifParameter].type
        else { return true }
        let value = Self.extended(values[requirement.ifParameter], type)
        return requirement.hasOneOf.contains { name in
            guard let wanted = catalog.constant(named: name)?.value else { return true }
            if case .flags = meaning { return wanted != 0 && value & wanted == wanted }
            return value == wanted
        }
    }

    /// The set that holds with these arguments (`setsockopt`'s options of one level).
    private func narrowed(
        _ meaning: IntegerMeaning, parameter: Int, row: Syscall, values: [UInt64]
    ) -> IntegerMeaning {
        guard let set = narrowing(parameter: parameter, row: row, values: values) else {
            return meaning
        }
        switch meaning {
        case .flags: return .flags(set: set)
        case .enumeration: return .enumeration(set: set)
        default: return meaning
        }
    }

    private func narrowing(parameter: Int, row: Syscall, values: [UInt64]) -> String? {
        row.narrowings.first {
            $0.parameter == parameter && holds($0.condition, row: row, values: values)
        }?.set
    }

    /// The value that a register holds for an argument of a type: the rest of the register is
    /// noise.
    static func extended(_ value: UInt64, _ type: IntegerType) -> Int64 {
        switch (type.width, type.isSigned) {
        case (1, true): Int64(Int8(truncatingIfNeeded: value))
        case (1, false): Int64(UInt8(truncatingIfNeeded: value))
        case (2, true): Int64(Int16(truncatingIfNeeded: value))
        case (2, false): Int64(UInt16(truncatingIfNeeded: value))
        case (4, true): Int64(Int32(truncatingIfNeeded: value))
        case (4, false): Int64(UInt32(truncatingIfNeeded: value))
        default: Int64(bitPattern: value)
        }
    }
}

extension Parameter {
    /// A null for an argument that only some uses of the call have (`fcntl`'s third).
    fileprivate func isEmptyTail(_ shown: String) -> Bool {
        guard case .pointer(.opaque, _) = type, defaultArgument == .null else { return false }
        return shown == "NULL"
    }
}

/// The call whose arguments are shown.
struct CallContext {
    let row: Syscall
    let values: [UInt64]
    let memory: CapturedMemory
    let result: Int64

    var succeeded: Bool { !(-4095 ... -1).contains(result) }

    /// How much of an out buffer of `count` the call has filled.
    func filled(_ count: UInt64) -> UInt64 {
        switch row.result {
        case .count, .integer: min(count, UInt64(max(0, result)))
        case .zero, .descriptor, .address, .pid, .never: count
        }
    }
}

/// What stands beside a pointer and may be its length: the call's arguments or a structure's
/// fields.
struct Operands {
    private enum Source {
        case arguments(CallContext)
        case fields(Structure, UnsafeRawBufferPointer)
    }
    private let source: Source

    init(arguments context: CallContext) { source = .arguments(context) }

    init(fields structure: Structure, bytes: UnsafeRawBufferPointer) {
        source = .fields(structure, bytes)
    }

    /// The length that operand `index` holds or points to; nil where there is none.
    func length(_ index: Int?) -> UInt64? {
        guard let index, index >= 0 else { return nil }
        switch source {
        case .arguments(let context):
            guard index < min(6, context.row.parameters.count) else { return nil }
            let value = context.values[index]
            switch context.row.parameters[index].type {
            case .integer(let type, _):
                return UInt64(bitPattern: CallFormatter.extended(value, type))
            case .pointer(.integer(let type, _), _):
                return context.memory.bytes(at: value)
                    .flatMap { CallFormatter.load($0, at: 0, type) }
                    .map { UInt64(bitPattern: $0) }
            case .pointer:
                return nil
            }
        case .fields(let structure, let bytes):
            guard index < structure.fields.count,
                case .integer(let type, _) = structure.fields[index].type
            else { return nil }
            return CallFormatter.load(bytes, at: structure.fields[index].offset, type)
                .map { UInt64(bitPattern: $0) }
        }
    }
}
