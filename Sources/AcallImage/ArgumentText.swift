// The disassembler's part for one record: the operation and its arguments as text.
//
// Input: a record of an image. Output: `openat(AT_FDCWD, input file, O_RDONLY|O_CLOEXEC, 0)` or
// `add total, total, result of 4`. Invariant: any record has a text; what has no name is a number.

import AcallCatalog
import CAcall

struct ArgumentText {
    let image: BatchImage
    let names: DataNames
    var calls: KnownCalls

    init(_ image: BatchImage, calls: KnownCalls) {
        self.image = image
        self.calls = calls
        names = DataNames(image)
    }

    private struct Argument {
        var value: UInt64
        var isRelocated: Bool
        var isIndirect: Bool
        /// The record it is an argument of, for the arguments beside it.
        var record: acall_submission
        var relocations: RelocationMask

        func beside(_ index: Int) -> Argument { Argument(record, index, relocations) }

        init(_ record: acall_submission, _ index: Int, _ relocations: RelocationMask) {
            value = record.argument(index)
            isRelocated = relocations.contains(.argument(index))
            isIndirect = record.isIndirect(index)
            self.record = record
            self.relocations = relocations
        }

        var literal: UInt64? { isRelocated || isIndirect ? nil : value }
    }

    /// The record; `batch` says where its branches go.
    mutating func text(of index: Int, in batch: Batch) -> String {
        let record = image.records[index]
        let mask = index < image.relocations.count ? image.relocations[index] : []
        let arguments = (0..<acall_submission.argumentCount).map { Argument(record, $0, mask) }
        if let operation = Operation(number: record.nr) {
            return text(of: operation, number: record.nr, arguments, batch)
        }
        guard let call = calls.call(number: record.nr) else {
            var values: [String] = []
            for argument in arguments { values.append(value(argument)) }
            return "syscall(" + ([String(record.nr)] + values).joined(separator: ", ") + ")"
        }
        var values: [String] = []
        for (parameter, argument) in zip(call.syscall.parameters, arguments) {
            values.append(text(of: argument, for: parameter))
        }
        return call.syscall.name + "(" + values.joined(separator: ", ") + ")"
    }

    // MARK: Operations

    private mutating func text(
        of operation: Operation, number: UInt32, _ arguments: [Argument], _ batch: Batch
    ) -> String {
        switch number {
        case ACALL_OP_BRANCH:
            let target = arguments[3].value
            let isEnd = target >= UInt64(batch.count)
            let end = isEnd ? "end" : String(UInt64(batch.firstRecord) + target)
            let condition = condition(arguments[0], arguments[1], arguments[2])
            return condition.isEmpty ? "branch -> \(end)" : "branch \(condition) -> \(end)"
        case ACALL_OP_COMPARE:
            let condition = condition(arguments[1], arguments[2], arguments[3])
            return "compare \(place(arguments[0])), \(condition.isEmpty ? "true" : condition)"
        default:
            var operands: [String] = []
            // Most values have nothing behind them.
            let isBare =
                number == ACALL_OP_VALUE && arguments[1].literal == 0 && arguments[2].literal == 0
            let shown = isBare ? 1 : number == ACALL_OP_SLICE ? 5 : 6
            for (operand, argument) in zip(operation.operands.prefix(shown), arguments) {
                switch operand {
                case .destination: operands.append(place(argument))
                case .format: operands.append(Self.format(argument.value))
                case .value, .address, .condition, .target: operands.append(value(argument))
                case .function: operands.append(Self.function(argument.value))
                case .context: continue
                }
            }
            return operation.name + " " + operands.joined(separator: ", ")
        }
    }

    private mutating func condition(_ sign: Argument, _ a: Argument, _ b: Argument) -> String {
        guard let sign = Operation.sign(ofCondition: sign.value) else { return "" }
        return "\(value(a)) \(sign) \(value(b))"
    }

    private static func function(_ number: UInt64) -> String {
        HostFunction(rawValue: number).map { "\($0)" } ?? "function \(number)"
    }

    /// `u32`, `i16be`.
    private static func format(_ format: UInt64) -> String {
        guard let width = Operation.width(ofFormat: format) else { return hexadecimal(format) }
        let sign = format & UInt64(ACALL_FORMAT_SIGNED) != 0 ? "i" : "u"
        let order = format & UInt64(ACALL_FORMAT_BIG_ENDIAN) != 0 ? "be" : ""
        return "\(sign)\(width * 8)\(order)"
    }

    // MARK: Values and places

    /// Where an operation stores its result.
    private mutating func place(_ argument: Argument) -> String {
        if argument.isIndirect { return "*" + content(at: argument.value) }
        return argument.isRelocated ? content(at: argument.value) : number(argument.value)
    }

    private mutating func value(_ argument: Argument) -> String {
        if argument.isIndirect { return content(at: argument.value) }
        return argument.isRelocated ? address(argument.value) : number(argument.value)
    }

    /// What stands at an offset.
    private mutating func content(at offset: UInt64) -> String {
        if let slot = names.slot(at: offset) { return slot }
        guard let (storage, inside) = names.storage(at: offset) else {
            return "slot " + hexadecimal(offset)
        }
        let name = image.text(storage.name, else: "storage")
        if inside == 0 && storage.size <= 8 { return name }
        if storage.structure.count > 0,
            let structure = calls.structure(named: image.text(storage.structure)),
            let field = structure.fields.first(where: {
                // Not a nested structure that starts where its first field does.
                if case .structure = $0.type { return false }
                return UInt64($0.offset) == inside
            })
        {
            return "\(name).\(field.name)"
        }
        return "[" + address(offset) + "]"
    }

    /// An offset as an address.
    private func address(_ offset: UInt64) -> String {
        guard let (storage, inside) = names.storage(at: offset) else {
            return "@" + hexadecimal(offset)
        }
        let name = "@" + image.text(storage.name, else: "storage")
        return inside == 0 ? name : "\(name)+\(inside)"
    }

    private func number(_ value: UInt64) -> String {
        let signed = Int64(bitPattern: value)
        return signed.magnitude < 1 << 32 ? String(signed) : hexadecimal(value)
    }

    // MARK: Arguments of system calls

    private mutating func text(of argument: Argument, for parameter: Parameter) -> String {
        if argument.isIndirect { return content(at: argument.value) }
        switch parameter.type {
        case .integer(let type, let meaning):
            guard !argument.isRelocated else { return address(argument.value) }
            return text(of: argument.value, type, meaning)
        case .pointer(let pointee, let direction):
            guard argument.isRelocated else {
                return argument.value == 0 ? "null" : hexadecimal(argument.value)
            }
            if direction != .out, let string = string(at: argument, pointee) { return string }
            return address(argument.value)
        }
    }

    private func text(
        of value: UInt64, _ type: IntegerType, _ meaning: IntegerMeaning
    ) -> String {
        let number = type.value(of: value)
        switch meaning {
        case .mode: return number == 0 ? "0" : "0" + String(number, radix: 8)
        case .hex: return hexadecimal(value)
        case .directory: return number == -100 ? "AT_FDCWD" : String(number)
        case .signal: return constant(number, set: "signal")
        case .enumeration(let set), .flags(let set): return constant(number, set: set)
        case .plain, .milliseconds, .seconds, .pid, .uid, .gid, .descriptor:
            return type.isSigned || type.width < 8 ? String(number) : String(value)
        }
    }

    /// A number by the names of a set; in digits where the set does not have it.
    private func constant(_ value: Int64, set name: String) -> String {
        guard let set = calls.catalog.constantSet(named: name) else {
            return number(UInt64(bitPattern: value))
        }
        if let whole = set.members.first(where: { $0.value == value }) { return whole.name }
        guard set.isFlags else { return number(UInt64(bitPattern: value)) }
        var rest = value
        var parts: [String] = []
        if set.enumerationMask != 0 {
            let choice = value & set.enumerationMask
            if let member = set.members.first(where: { $0.value == choice }) {
                parts.append(member.name)
                rest &= ~set.enumerationMask
            }
        }
        // A flag of several bits (`O_SYNC`) goes before those that are part of it.
        let widestFirst = set.members.sorted {
            $0.value.nonzeroBitCount > $1.value.nonzeroBitCount
        }
        for member in widestFirst
        where member.value != 0 && rest & member.value == member.value {
            parts.append(member.name)
            rest &= ~member.value
        }
        if rest != 0 || parts.isEmpty { parts.append(hexadecimal(UInt64(bitPattern: rest))) }
        return parts.joined(separator: "|")
    }

    /// A constant's text, where an argument points at initialised bytes that have no name.
    private func string(at argument: Argument, _ pointee: Pointee) -> String? {
        let longest = 32
        guard argument.value < image.data.count, names.storage(at: argument.value) == nil else {
            return nil
        }
        let start = Int(argument.value)
        var bytes = image.data[start...].prefix(longest + 1)
        switch pointee {
        case .path, .string: bytes = bytes.prefix { $0 != 0 }
        case .bytes(let length):
            guard let length, length < acall_submission.argumentCount,
                let count = argument.beside(length).literal,
                count <= image.data.count - start
            else { return nil }
            bytes = bytes.prefix(Int(count))
        default: return nil
        }
        if bytes.count <= longest { return "\"" + shown(bytes, quoted: true) + "\"" }
        // Cut before a character, not inside one.
        var end = bytes.startIndex + longest
        while end > bytes.startIndex, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        return "\"" + shown(bytes[..<end], quoted: true) + "\"..."
    }
}

extension IntegerType {
    /// What the kernel makes of an argument of this type.
    fileprivate func value(of argument: UInt64) -> Int64 {
        let spare = 64 - 8 * Int64(min(max(width, 1), 8))
        let shifted = argument << UInt64(spare)
        return isSigned
            ? Int64(bitPattern: shifted) >> spare
            : Int64(bitPattern: shifted >> UInt64(spare))
    }
}
