// Inputs and variables.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// All storage of a program together.
    static let maximumStorage = 1 << 30

    // MARK: Inputs

    mutating func checkInput(
        _ name: Name, _ span: Span, _ type: TypeSyntax, _ value: ExpressionID?
    ) {
        let resolved = inputType(type)
        program.data.inputs.append(
            CheckedInput(name: name, span: span, type: resolved ?? .string, defaultValue: nil))
        let index = program.data.inputs.count - 1
        guard declare(name, span, as: resolved == nil ? .hole : .input(index)),
            let resolved, let value
        else { return }
        program.data.inputs[index].defaultValue = defaultValue(value, resolved, text(type.name))
    }

    private mutating func inputType(_ type: TypeSyntax) -> CheckedInputType? {
        let name = text(type.name)
        if type.count != nil {
            diagnostics.error(
                "E0305", type.span, "an input can't be an array",
                help: "a list input is written `[\(name)]`; storage is declared with `var`")
            return nil
        }
        if let integer = IntegerType.byName[name] {
            return type.isList ? .integers(integer) : .integer(integer)
        }
        switch name {
        case "path": return type.isList ? .paths : .path
        case "string": return type.isList ? .strings : .string
        case "fd" where !type.isList: return .descriptor
        default:
            let names = IntegerType.byName.keys.sorted() + ["fd", "path", "string"]
            diagnostics.error(
                "E0305", type.span, "`\(name)` is not a type that an input can have",
                help: Self.foreign[name]?.input ?? lookups.suggestion(name, among: names)
                    ?? "inputs are integers (`int`, `long`, `size`, `u8`...), `path`, `string`, `fd`, or a list as `[path]`"
            )
            return nil
        }
    }

    /// Types of C's that people write, and what they are here.
    static let familiar = [
        "char": "u8", "short": "i16", "unsigned": "u32", "size_t": "size", "ssize_t": "long",
        "off_t": "long", "loff_t": "long", "time_t": "long", "socklen_t": "u32", "mode_t": "u32",
        "pid_t": "int", "uid_t": "u32", "gid_t": "u32", "dev_t": "u64", "ino_t": "u64",
        "uint8_t": "u8", "uint16_t": "u16", "uint32_t": "u32", "uint64_t": "u64",
        "siginfo_t": "siginfo", "stack_t": "sigaltstack", "fd_set": "bytes[128]",
        "int8_t": "i8", "int16_t": "i16", "int32_t": "i32", "int64_t": "i64",
    ]

    /// Types of other languages, for storage and for inputs.
    static let foreign: [String: (storage: String, input: String)] = [
        "integer": ("an integer is `int` or `long`", "an integer is `int` or `long`"),
        "number": ("an integer is `int` or `long`", "an integer is `int` or `long`"),
        "bool": ("yes and no are 1 and 0 in an `int`", "yes and no are 1 and 0 in an `int`"),
        "boolean": ("yes and no are 1 and 0 in an `int`", "yes and no are 1 and 0 in an `int`"),
        "float": ("there are no fractions: count in smaller units", "there are no fractions"),
        "double": ("there are no fractions: count in smaller units", "there are no fractions"),
        "str": ("text is kept in `bytes[64]`", "a text is a `string`"),
        "text": ("text is kept in `bytes[64]`", "a text is a `string`"),
        "String": ("text is kept in `bytes[64]`", "a text is a `string`"),
        "buffer": ("a buffer is `bytes[4KiB]`", "a buffer is storage: `var x: bytes[4KiB]`"),
        "list": (
            "several integers are an array: `int[4]`", "a list is `[path]`, `[string]` or `[int]`"
        ),
        "array": (
            "several integers are an array: `int[4]`", "a list is `[path]`, `[string]` or `[int]`"
        ),
        "file": ("a descriptor is an `int`", "a file's name is a `path`"),
        "filename": ("text is kept in `bytes[64]`", "a file's name is a `path`"),
    ]

    static func rangeHelp(_ type: IntegerType) -> String {
        type.width == 8 && !type.isSigned
            ? "it holds 0 and up" : "it holds \(type.range.lowerBound) to \(type.range.upperBound)"
    }

    // MARK: Variables

    mutating func checkVariable(
        _ name: Name, _ span: Span, _ syntax: TypeSyntax, _ value: ExpressionID?
    ) {
        guard let type = storageType(syntax) else {
            _ = declare(name, span, as: .hole)
            return
        }
        let size = type.size
        contents.total += min(size, Self.maximumStorage + 1)
        if contents.total > Self.maximumStorage {
            diagnostics.error(
                "E0701", syntax.span, "the program's storage is larger than 1 GiB",
                help: "work in pieces: a call can be made again for the next one")
            contents.total = 0
            _ = declare(name, span, as: .hole)
            return
        }
        program.data.storages.append(
            CheckedStorage(
                name: name, span: span, type: type, size: size, initial: [], relocations: [],
                region: here.region))
        let index = program.data.storages.count - 1
        note(.declare, index, span)
        if let value {
            contents.givenTimes[index] = value
            var initial = Initial(region: .storage(index), bytes: [], relocations: [])
            let first = program.statements.count
            initialise(type, value, at: 0, &initial)
            if here.loopDepth > 0 {
                renew(index, initial, size, span, before: first)
            } else {
                program.data.storages[index].initial = initial.bytes
                program.data.storages[index].relocations = initial.relocations
            }
            assigned(index, span)
        } else if here.loopDepth > 0, case .integer(let integer, _) = type {
            let address = add(.address(.storage(index), offset: 0), span)
            program.statements.append(
                .store(address: address, value: add(.constant(0), span), integer, span))
        }
        _ = declare(name, span, as: .variable(index))
    }

    /// In a loop storage has its first value at the start of each pass.
    private mutating func renew(
        _ storage: Int, _ initial: Initial, _ size: Int, _ span: Span, before first: Int
    ) {
        let address = add(.address(.storage(storage), offset: 0), span)
        if case .integer(let type, _) = program.data.storages[storage].type,
            initial.relocations.isEmpty, let word = initial.word(type)
        {
            program.statements.insert(
                .store(address: address, value: add(.constant(word), span), type, span), at: first)
            return
        }
        var initial = initial
        initial.grow(to: min(size, 4096))
        program.data.constants.append(
            CheckedConstant(
                bytes: initial.bytes, relocations: initial.relocations, isWritten: false,
                region: here.region))
        let source = add(.address(.constant(program.data.constants.count - 1), offset: 0), span)
        let count = add(.constant(Int64(initial.bytes.count)), span)
        program.statements.insert(
            .copy(address: address, capacity: size, source: source, count: count, span), at: first)
    }

    private mutating func storageType(_ type: TypeSyntax) -> StorageType? {
        let name = text(type.name)
        if type.isList {
            diagnostics.error(
                "E0305", type.span, "lists are for inputs", help: "an array is written `\(name)[8]`"
            )
            return nil
        }
        var count: Int?
        if let expression = type.count {
            guard let value = constantInteger(expression, what: "an array's length") else {
                return nil
            }
            guard value > 0, value <= Self.maximumStorage else {
                diagnostics.error(
                    value > 0 ? "E0701" : "E0305", tree[expression].span,
                    value > 0
                        ? "storage is limited to 1 GiB" : "an array has at least one element")
                return nil
            }
            count = Int(value)
        }
        if let integer = IntegerType.byName[name] {
            return count.map { .integers(integer, $0) } ?? .integer(integer, .plain)
        }
        switch name {
        case "bytes":
            if let count { return .bytes(count) }
            diagnostics.error(
                "E0305", type.span, "`bytes` needs a length", help: "as in `bytes[64KiB]`")
            return nil
        case "path", "string", "fd":
            diagnostics.error(
                "E0305", type.span, "`\(name)` is a type for inputs only",
                help: name == "fd" ? "a descriptor is an `int`" : "storage is `bytes[N]`")
            return nil
        default: break
        }
        if let info = structure(named: name) {
            return count.map { .structures(info, $0) } ?? .structure(info)
        }
        let names = IntegerType.byName.keys.sorted() + ["bytes"] + catalog.structureNames
        diagnostics.error(
            "E0305", type.span, "there is no type `\(name)`",
            help: name == "sigset_t" || name == "sigset"
                ? "a set of signals is written where it goes, as in `signalfd4(-1, [SIGUSR1, SIGCHLD])`"
                : name == "char" && count != nil
                    ? "text is kept in `bytes[\(count ?? 1)]`"
                    : Self.familiar[name].map { "C's `\(name)` is `\($0)` here" }
                        ?? Self.foreign[name]?.storage
                        ?? lookups.suggestion(name, among: names)
                        ?? "types are `int`, `long`, `size`, `u8`..., `bytes[N]`, and the kernel's structures, as `stat`"
        )
        return nil
    }
}
