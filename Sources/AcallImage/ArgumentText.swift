// The disassembler's part for one record: the operation and its arguments as text.
//
// Input: a record of an image. Output: `openat(AT_FDCWD, input file, O_RDONLY|O_CLOEXEC, 0)` or
// `add total, total, result of 4`. Invariant: any record has a text; what has no name is a number.

import AcallCatalog
import AcallText
import CAcall

struct ArgumentText {
    let image: BatchImage
    let names: DataNames
    var calls: KnownCalls
    private var format: Catalog.Format
    private let memory: PlannedMemory

    init(_ image: BatchImage, calls: KnownCalls) {
        self.image = image
        self.calls = calls
        names = DataNames(image)
        format = Catalog.Format(calls.catalog)
        memory = PlannedMemory(image, names)
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
        let words = arguments.enumerated().map { index, argument -> ShownCall.Word in
            if argument.isIndirect { return .named(content(at: argument.value)) }
            guard argument.isRelocated else { return .value(argument.value) }
            if index < call.syscall.parameters.count,
                case .integer = call.syscall.parameters[index].type
            {
                return .named(address(argument.value))
            }
            return .value(PlannedMemory.base + argument.value)
        }
        let planned = ShownCall(
            call.syscall, words, memory, .planned)
        let values = format.arguments(of: planned).map(\.shown)
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

    private func address(_ offset: UInt64) -> String { names.address(offset, in: image) }

    private func number(_ value: UInt64) -> String {
        let signed = Int64(bitPattern: value)
        return signed.magnitude < 1 << 32 ? String(signed) : hexadecimal(value)
    }
}

/// The data segment as a call will find it: an address is an offset, and `base`.
private final class PlannedMemory: CallMemory {
    private let image: BatchImage
    private let names: DataNames
    private let data: UnsafeMutableRawBufferPointer

    /// Above every address that a program could mean as a number.
    static let base: UInt64 = 1 << 48

    init(_ image: BatchImage, _ names: DataNames) {
        self.image = image
        self.names = names
        data = .allocate(byteCount: image.data.count, alignment: 16)
        data.copyBytes(from: image.data)
    }

    deinit { data.deallocate() }

    /// Initialised bytes that have no name are the program's constants.
    func bytes(at address: UInt64, _ moment: ShownCall.Moment) -> UnsafeRawBufferPointer? {
        guard address >= Self.base, address - Self.base < UInt64(data.count),
            names.storage(at: address - Self.base) == nil
        else { return nil }
        return UnsafeRawBufferPointer(rebasing: data[Int(address - Self.base)...])
    }

    func name(of address: UInt64) -> String {
        guard address >= Self.base else { return hexadecimal(address) }
        return names.address(address - Self.base, in: image)
    }
}
