// The values that a run gives a program's inputs: from strings (a command line) or from the app itself.

import AcallCatalog
import AcallImage

/// A value for an input.
package enum InputValue: Sendable, Hashable {
    case integer(Int64)
    /// Without a terminator.
    case bytes([UInt8])
    case integers([Int64])
    case list([[UInt8]])
}

/// Why a program can't run with the inputs it was given.
package enum InputError: Error, Sendable, Hashable {
    case missing([String])
    case unknown(name: String, near: String?)
    /// What the input takes, and what was given.
    case wrongType(name: String, wanted: String, given: String)
    case outOfRange(name: String, given: String, wanted: String)
    case hasNUL(name: String)
    /// What is wrong with an item of a list, and its number, from 1.
    indirect case item(Int, InputError)
}

extension InputError {
    /// One sentence.
    package var description: String {
        switch self {
        case .missing(let names):
            let list = names.map { "'\($0)'" }.joined(separator: ", ")
            return names.count == 1 ? "input \(list) is missing" : "inputs \(list) are missing"
        case .unknown(let name, let near):
            let hint = near.map { ": did you mean '\($0)'?" } ?? ""
            return "the program has no input '\(name)'\(hint)"
        case .wrongType(let name, let wanted, let given):
            return "input '\(name)' takes \(wanted), not \(given)"
        case .outOfRange(let name, let given, let wanted):
            return "input '\(name)': \(given) does not fit \(wanted)"
        case .hasNUL(let name):
            return "input '\(name)' is a path, and a path can't contain a NUL byte"
        case .item(let number, let error): return "item \(number): \(error.description)"
        }
    }
}

extension InputType {
    /// As it is declared.
    package var declaration: String {
        switch self {
        case .integer(let type): type.declaration
        case .descriptor: "fd"
        case .path: "path"
        case .string: "string"
        case .integers(let type): "[\(type.declaration)]"
        case .paths: "[path]"
        case .strings: "[string]"
        }
    }

    package var isList: Bool {
        switch self {
        case .integers, .paths, .strings: true
        default: false
        }
    }

    /// What it takes, in words.
    var wanted: String {
        switch self {
        case .integer: "an integer, as 42, 0x2a, 0644 or 64KiB"
        case .descriptor: "the number of an open descriptor"
        case .path: "a path"
        case .string: "a string"
        case .integers: "a list of integers"
        case .paths: "a list of paths"
        case .strings: "a list of strings"
        }
    }
}

extension IntegerType {
    var declaration: String {
        switch (width, isSigned) {
        case (4, true): "int"
        case (8, true): "long"
        case (8, false): "size"
        default: "\(isSigned ? "i" : "u")\(Int(width) * 8)"
        }
    }

    /// What it holds, as far as signed 64 bits reach.
    func holds(_ value: Int64) -> Bool {
        if width >= 8 { return isSigned || value >= 0 }
        let bits = Int64(width) * 8
        return isSigned
            ? value >= -(1 << (bits - 1)) && value < 1 << (bits - 1)
            : value >= 0 && value < 1 << bits
    }
}

extension BatchImage {
    /// The input of a name.
    package func input(named name: String) -> InputEntry? {
        inputs.first { string($0.name) == name }
    }

    /// A text as the input's value; of a list, its only item.
    package func value(for input: InputEntry, bytes: [UInt8]) throws(InputError) -> InputValue {
        switch input.type {
        case .integer(let type): .integer(try integer(bytes, type, input))
        case .descriptor:
            .integer(try descriptor(bytes, input))
        case .path, .string: .bytes(bytes)
        case .integers(let type): .integers([try integer(bytes, type, input)])
        case .paths, .strings: .list([bytes])
        }
    }

    /// A list input's items.
    package func value(for input: InputEntry, items: [[UInt8]]) throws(InputError) -> InputValue {
        switch input.type {
        case .integers(let type):
            var integers: [Int64] = []
            integers.reserveCapacity(items.count)
            for (index, item) in items.enumerated() {
                do throws(InputError) {
                    integers.append(try integer(item, type, input))
                } catch {
                    throw .item(index + 1, error)
                }
            }
            return .integers(integers)
        case .paths, .strings: return .list(items)
        default:
            throw .wrongType(
                name: string(input.name), wanted: input.type.wanted, given: "a list from a file")
        }
    }

    private func descriptor(_ bytes: [UInt8], _ input: InputEntry) throws(InputError) -> Int64 {
        let type = IntegerType(width: 4, isSigned: true)
        let value = try integer(bytes, type, input)
        guard value >= 0 else {
            throw .wrongType(
                name: string(input.name), wanted: "the number of an open descriptor, 0 or more",
                given: String(value))
        }
        return value
    }

    private func integer(
        _ bytes: [UInt8], _ type: IntegerType, _ input: InputEntry
    ) throws(InputError) -> Int64 {
        let name = string(input.name)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let value = IntegerText.parse(bytes) else {
            throw .wrongType(
                name: name, wanted: "an integer, as 42, 0x2a, 0644 or 64KiB", given: "\"\(text)\"")
        }
        guard type.holds(value) else {
            throw .outOfRange(name: name, given: text, wanted: type.declaration)
        }
        return value
    }

    /// Finds inputs that are missing; the rest is typed already.
    func checkComplete(_ values: [String: InputValue]) throws(InputError) {
        let missing = inputs.filter { !$0.hasDefault && values[string($0.name)] == nil }
        if !missing.isEmpty { throw .missing(missing.map { string($0.name) }) }
    }
}

/// Integers on a command line, as the language writes them.
enum IntegerText {
    static func parse(_ text: [UInt8]) -> Int64? {
        var text = text[...]
        var isNegative = false
        if text.first == UInt8(ascii: "-") {
            isNegative = true
            text = text.dropFirst()
        }
        var scale: Int64 = 1
        for (suffix, factor) in [("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30)]
            as [(String, Int64)]
        where text.count > 3 && text.suffix(3).elementsEqual(suffix.utf8) {
            text = text.dropLast(3)
            scale = factor
        }
        let (digits, radix) = split(text)
        guard let first = digits.first, first != UInt8(ascii: "_") else { return nil }
        var value: Int64 = 0
        for byte in digits where byte != UInt8(ascii: "_") {
            guard let digit = Self.digit(byte), digit < radix else { return nil }
            let (scaled, overflow) = value.multipliedReportingOverflow(by: radix)
            let (sum, carry) = scaled.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        let (scaled, overflow) = value.multipliedReportingOverflow(by: isNegative ? -scale : scale)
        return overflow ? nil : scaled
    }

    private static func split(_ text: ArraySlice<UInt8>) -> (ArraySlice<UInt8>, Int64) {
        guard text.count > 1, text.first == UInt8(ascii: "0") else { return (text, 10) }
        switch text[text.startIndex + 1] {
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return (text.dropFirst(2), 16)
        case UInt8(ascii: "b"), UInt8(ascii: "B"): return (text.dropFirst(2), 2)
        case UInt8(ascii: "o"): return (text.dropFirst(2), 8)
        default: return (text.dropFirst(1), 8)
        }
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): Int64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): Int64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
