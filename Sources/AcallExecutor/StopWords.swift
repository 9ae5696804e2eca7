// Why a record stopped its chain, in words: what it calculated, compared or cut out.
//
// Input: the image's entry for the stop, and the event of the record. Output: sentences. Invariant: what the operands
// mean is what the image says.

import AcallCatalog
import AcallImage

struct StopWords {
    private let form: StopForm
    private var words: [StopOperand.Role: (operand: StopOperand, bits: UInt64)] = [:]

    /// - Parameter event: nil where the record was not told of: then there are no operands.
    init(_ stop: StopEntry, _ event: UnsafeMutablePointer<Event>?) {
        form = stop.form
        guard let event else { return }
        for operand in stop.operands {
            words[operand.role] = (operand, event.pointee.argument(Int(operand.argument)))
        }
    }

    private func text(_ role: StopOperand.Role) -> String? {
        words[role].map { word in
            word.operand.type.isSigned ? String(Int64(bitPattern: word.bits)) : String(word.bits)
        }
    }

    /// Why a calculation failed.
    func arithmetic(_ errno: String?) -> String {
        let isImpossible = errno == "EDOM"
        let general =
            isImpossible ? "division by zero, or a shift by too much" : "value does not fit"
        if let sign = form.sign, let left = text(.left), let right = text(.right) {
            if form == .quotient || form == .remainder, right == "0" { return "division by zero" }
            if isImpossible, form == .leftShift || form == .rightShift {
                return "a shift by \(right), and it is by 0 to 63"
            }
            return "value does not fit: \(left) \(sign) \(right) is no number of 64 signed bits"
        }
        guard let value = words[.value] else { return general }
        let signed = Int64(bitPattern: value.bits)
        switch form {
        case .store: return "value does not fit: \(signed) is not in \(value.operand.type.shown)"
        case .sign:
            // With its highest bit a word is too large for a number with a sign, or too small for one without.
            return "value does not fit: it is \(signed) with a sign, \(value.bits) without one"
        default: return general
        }
    }

    /// Which bounds a slice had.
    var bounds: String {
        guard let low = text(.low), let high = text(.high), let size = words[.size] else {
            return "slice out of bounds"
        }
        let unit = size.operand.unit == .items ? "item" : "byte"
        let count = Int64(bitPattern: size.bits)
        if let told = elements(count) { return told }
        return "slice out of bounds: \(low)..<\(high) of \(count) \(unit)\(count == 1 ? "" : "s")"
    }

    /// The bounds of an array's elements; nil where bytes or items were counted.
    private func elements(_ size: Int64) -> String? {
        guard let element = words[.element]?.bits, let low = words[.low]?.bits,
            let high = words[.high]?.bits
        else { return nil }
        let (first, last) = (Int64(bitPattern: low), Int64(bitPattern: high))
        let bytes = Int64(element & 0xffff_ffff)
        let marks = element >> 32
        if marks & 2 != 0 {
            return "\(last) is more than the \(size) element\(size == 1 ? "" : "s") there"
        }
        if marks & 1 != 0, bytes > 0 {
            let count = size / bytes
            return "element \(first / bytes) is outside of \(count) element\(count == 1 ? "" : "s")"
        }
        if bytes > 1 {
            return "slice out of bounds: \(first / bytes)..<\(last / bytes) of "
                + "\(size / bytes) elements"
        }
        return nil
    }

    /// How much was done before a step failed: `, after 2 of 10 bytes`.
    var progress: String {
        guard form == .progress, let done = words[.left]?.bits, let left = words[.right]?.bits,
            done > 0
        else { return "" }
        return ", after \(done) of \(done &+ left) bytes"
    }

    /// What a call would have taken of an argument; nil where that is not what stopped the chain.
    func room(of argument: String) -> String? {
        switch form {
        case .room:
            guard let needed = text(.value), let size = text(.size) else { return argument }
            return "the call would take \(needed) bytes of \(argument), which has \(size)"
        case .targets:
            return "a pointer in \(argument) points to less than the length beside it says, "
                + "or to memory that the program does not name"
        case .overflow: return "the call would take more of \(argument) than a word can count"
        default: return nil
        }
    }

    /// What was compared: ` (3 and -2 (ENOENT))`.
    func sides(_ errno: (Int64) -> String?) -> String {
        let shown = [StopOperand.Role.left, .right].compactMap { role -> String? in
            guard let word = words[role], let text = text(role) else { return nil }
            let isResult = word.operand.unit == .results
            let name = isResult ? errno(Int64(bitPattern: word.bits)) : nil
            return name.map { "\(text) (\($0))" } ?? text
        }
        return shown.isEmpty ? "" : " (" + shown.joined(separator: " and ") + ")"
    }
}

extension IntegerType {
    /// What it is called, and what it holds.
    fileprivate var shown: String {
        let bits = Int(width) * 8
        let name = "\(isSigned ? "i" : "u")\(bits)"
        if bits == 64 { return name }
        let most = (Int64(1) << (isSigned ? bits - 1 : bits)) - 1
        return "\(name), \(isSigned ? -most - 1 : 0) to \(most)"
    }
}
