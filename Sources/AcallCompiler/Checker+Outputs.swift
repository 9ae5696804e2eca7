// Outputs: what each is, and which statements may give one.
//
// Invariant: on every way through the program one statement gives an output without a key, but for what the
// passes of a loop do; all statements that give an output give the same kind of value, and of key.

import AcallCatalog
import AcallSyntax

/// What an output is, as its first statement has it.
struct OutputShape {
    enum Kind {
        case integer, descriptor, text, hex, bytes

        var isInteger: Bool { self == .integer || self == .descriptor }

        /// As a person would call it.
        var name: String {
            switch self {
            case .integer: "an integer"
            case .descriptor: "a descriptor"
            case .text: "text"
            case .hex: "bytes as hex"
            case .bytes: "bytes"
            }
        }
    }

    var span: Span
    var isKeyed: Bool
    /// Of the value, and of the key; nil where what the statement says is wrong, which is reported.
    var kind: Kind?
    var key: Kind?
    /// Statements that may be made again.
    var loops = 0
}

extension Checker {
    mutating func checkOutput(
        _ name: Name, _ span: Span, _ key: ExpressionID?, _ value: ExpressionID,
        _ format: OutputFormat
    ) {
        let isKeyed = key != nil
        guard mayGive(name, span, isKeyed: isKeyed) else { return }
        if !isKeyed { note(.output, Int(name.id), span) }
        if outputs[name] == nil { outputs[name] = OutputShape(span: span, isKeyed: isKeyed) }
        if !isKeyed, here.chain.isMany {
            diagnostics.error(
                "E0428", span, "every item would give the output `\(text(name))`",
                help: "give it a key: `output \(text(name))[i] = ...`")
            return
        }
        let checkedKey = key.flatMap { outputKey($0) }
        if isKeyed, checkedKey == nil { return }
        let valueSpan = tree[value].span
        let operand = outputOperand(value)
        if case .hole = operand { return }
        let isAddress = operand.isInternetAddress
        if let bytes = outputBytes(operand, format, valueSpan) {
            if let storage = bytes.storage {
                requireWritten(storage, valueSpan)
                requireAccess(storage, isWrite: false, valueSpan)
                if format != .text { noteWhole(operand, valueSpan) }
            }
            let form: CheckedOutput.BytesForm =
                switch format {
                case .text where isAddress, .plain where isAddress: .address
                case .text: bytes.isWhole ? .string : .text
                case .hex: .hex
                case .plain: bytes.storage == nil ? .text : .bytes
                }
            append(
                name, span, checkedKey,
                .bytes(
                    address: bytes.address, count: bytes.count,
                    capacity: bytes.storage == nil ? nil : bytes.capacity, form),
                isConstant: bytes.storage == nil)
            return
        }
        guard let integer = integer(operand, valueSpan) else { return }
        if format != .plain {
            diagnostics.error(
                "E0413", valueSpan,
                "`as \(format == .text ? "text" : "hex")` is for bytes, and this is an integer",
                help: "remove it, or name a slice, as in `block[..<n]`")
            return
        }
        if let step = madeDescriptor(integer) {
            let owned = program.steps[step].makes.first
            if let owned { program.descriptors[owned].isHandedOut = true }
            let number = handOut(name, span, integer, isResult: true, valueSpan)
            append(
                name, span, checkedKey, .descriptor(integer, owned: owned), handOut: number)
            return
        }
        let number = handOut(name, span, integer, isResult: false, valueSpan)
        append(
            name, span, checkedKey, .integer(integer, isUnsigned: isUnsignedWord(integer)),
            handOut: number)
    }

    /// An integer goes out: it may be a descriptor, which the program gives away by that.
    private mutating func handOut(
        _ name: Name, _ span: Span, _ value: ValueID, isResult: Bool, _ valueSpan: Span
    ) -> Int {
        program.results.handedOut.append(HandOut(name: name, span: span, isResult: isResult))
        note(.handOut, program.results.handedOut.count - 1, value: value, valueSpan)
        return program.results.handedOut.count - 1
    }

    /// A time that is computed is given in nanoseconds.
    private mutating func outputOperand(_ id: ExpressionID) -> Operand {
        if case .time = tree[id].kind { return operand(id) }
        guard hasTime(id) else { return operand(id) }
        return duration(id).map { .integer($0) } ?? .hole
    }

    /// Another statement may give it where none has on the way to here; many may, of an output with a key.
    private mutating func mayGive(_ name: Name, _ span: Span, isKeyed: Bool) -> Bool {
        guard let first = outputs[name] else { return true }
        if isKeyed != first.isKeyed {
            diagnostics.error(
                "E0303", span, "there is an output `\(text(name))` already",
                help: first.isKeyed
                    ? "the other output has a key: give this one a key too, or another name"
                    : "the other output has no key: give this one another name",
                notes: [.init(first.span, "first one here")])
            return false
        }
        return true
    }

    private mutating func append(
        _ name: Name, _ span: Span, _ key: CheckedOutput.Key?, _ content: CheckedOutput.Content,
        isConstant: Bool = false, handOut: Int? = nil
    ) {
        guard agrees(name, span, key, content.kind) else { return }
        var signedValue: ValueID?
        if case .integer(let value, let isUnsigned) = content {
            if isUnsigned {
                program.results.unsignedOutputs.insert(name)
                if key == nil { signedValue = signed(value) }
            } else if range(value).lowerBound < 0 {
                program.results.signedOutputs.insert(name)
            }
        }
        if key == nil, here.loopDepth > 0 {
            outputs[name]?.loops += 1
            if outputs[name]?.loops == 2 { program.results.repeatedOutputs.insert(name) }
        }
        program.statements.append(
            .output(
                CheckedOutput(
                    name: name, span: span, content: content, key: key, isConstant: isConstant,
                    signedValue: signedValue, handOut: handOut)))
    }

    /// The embedding app knows the output's type, whichever statement gave it.
    private mutating func agrees(
        _ name: Name, _ span: Span, _ key: CheckedOutput.Key?, _ kind: OutputShape.Kind
    ) -> Bool {
        guard var shape = outputs[name] else { return true }
        let first = (kind: shape.kind ?? kind, key: shape.key ?? key?.kind)
        (shape.kind, shape.key) = (first.kind, first.key)
        outputs[name] = shape
        // Which integers are descriptors, the analysis tells.
        let areIntegers = first.kind.isInteger && kind.isInteger
        if first.kind != kind, !areIntegers {
            diagnostics.error(
                "E0429", span,
                "the output `\(text(name))` is \(kind.name) here, and \(first.kind.name) elsewhere",
                help: Self.agreement(first.kind, kind, text(name)),
                notes: [.init(shape.span, "\(first.kind.name) here")])
            return false
        }
        guard let given = key?.kind, let known = first.key, given != known else { return true }
        diagnostics.error(
            "E0429", span,
            "the key of the output `\(text(name))` is \(given.name) here, and \(known.name) elsewhere",
            help: "give one of them another name",
            notes: [.init(shape.span, "\(known.name) here")])
        return false
    }

    private static func agreement(
        _ a: OutputShape.Kind, _ b: OutputShape.Kind, _ name: String
    ) -> String {
        switch (a, b) {
        case (.integer, _), (_, .integer), (.descriptor, _), (_, .descriptor):
            "give one of them another name"
        default: "show both in the same form, as in `output \(name) = ... as text`"
        }
    }

    private mutating func outputKey(_ id: ExpressionID) -> CheckedOutput.Key? {
        let span = tree[id].span
        let operand = operand(id)
        if let bytes = outputBytes(operand, .plain, span) {
            if let storage = bytes.storage { requireWritten(storage, span) }
            return .text(
                address: bytes.address, count: bytes.count, isInternet: operand.isInternetAddress)
        }
        return integer(operand, span).map { .integer($0) }
    }

    private mutating func outputBytes(
        _ operand: Operand, _ format: OutputFormat, _ span: Span
    ) -> Bytes? {
        switch operand {
        case .bytes(let bytes): return bytes
        case .place(let place):
            switch place.type {
            case .integer where format == .plain: return nil
            case .structure where format == .plain: return nil
            default: return bytes(operand, span)
            }
        default: return nil
        }
    }

    /// The step whose result this is, where that is a descriptor.
    func madeDescriptor(_ value: ValueID) -> Int? {
        guard case .result(let step) = program[value] else { return nil }
        let isMade = program.steps[step].makes.contains { program.descriptors[$0].element == nil }
        guard isMade || program.syscalls[program.steps[step].syscall].result == .descriptor
        else { return nil }
        return step
    }
}

extension Operand {
    fileprivate var isInternetAddress: Bool {
        guard case .place(let place) = self else { return false }
        return place.type == .ipv4 || place.type == .ipv6
    }
}

extension CheckedOutput.Content {
    var kind: OutputShape.Kind {
        switch self {
        case .integer: .integer
        case .descriptor: .descriptor
        case .bytes(_, _, _, let form):
            switch form {
            case .text, .string, .address: .text
            case .hex: .hex
            case .bytes: .bytes
            }
        }
    }
}

extension CheckedOutput.Key {
    var kind: OutputShape.Kind {
        switch self {
        case .integer: .integer
        case .text: .text
        }
    }
}
