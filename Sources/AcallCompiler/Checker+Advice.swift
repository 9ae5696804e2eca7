// What to write in place of what was written: advice that takes a closer look at the mistake.

import AcallCatalog
import AcallSyntax
import Glibc

extension Checker {
    /// What a name that is nowhere may have been meant to be.
    func unknownHelp(_ name: String, _ meaning: IntegerMeaning) -> String {
        if meaning == .descriptor || meaning == .directory {
            return "open it first: `\(name) = openat(AT_FDCWD, \"name\", O_RDONLY)`"
        }
        switch here.wanted {
        case .storage(let storage, let type) where text(storage) == name:
            return "declare it, as `var \(name): \(type)`"
        case .items: return "a list is an input, as `input \(name): [path]`"
        case .constant: return "write a number, which is known before the program runs"
        case .value, .storage:
            return
                "declare it, as `var \(name): int`, or give a call's result this name, as `\(name) = getpid()`"
        }
    }

    /// It stands where a call writes, which no string can be.
    func wantsStorage(_ name: Name) -> Bool {
        if case .storage(name, _) = here.wanted { true } else { false }
    }

    /// The type that storage has where a call wants it; nil where a value may stand as well.
    func storageType(for pointee: Pointee, _ direction: Direction) -> String? {
        switch pointee {
        case .bytes, .opaque: direction == .in ? nil : "bytes[4KiB]"
        case .structure(let name): name
        case .structures(let name, _): "\(name)[4]"
        case .integer(let type, _): type.languageName
        case .integers(let type, _, let count): "\(type.languageName)[\(count)]"
        case .integerArray(let type, _): "\(type.languageName)[16]"
        case .socketAddress: "sockaddr_in"
        case .signalSet: "u64"
        case .path, .string, .vector, .stringArray: nil
        }
    }

    /// The variable that an expression is a part of.
    func baseName(_ id: ExpressionID) -> Name? {
        switch tree[id].kind {
        case .name(let name): name
        case .slice(let base, _, _, _), .index(let base, _), .field(let base, _, _),
            .address(let base):
            baseName(base)
        default: nil
        }
    }

    // MARK: Integers

    /// What was meant where an integer is needed.
    func integerHelp(_ operand: Operand, _ span: Span) -> String? {
        switch operand {
        case .place(let place):
            switch place.type {
            case .structure(let info):
                return info.layout.fields.first.map {
                    "name one of its fields, as in `.\($0.name)`"
                }
            case .structures, .integers: return "name one of its elements, as in `x[0]`"
            case .bytes: return "a byte is an element, as in `x[0]`; its size is `sizeof(x)`"
            case .ipv4: return "compare it with an address in quotes: `x == \"127.0.0.1\"`"
            case .ipv6: return "compare it with an address in quotes: `x == \"::1\"`"
            default: return nil
            }
        case .bytes(let bytes):
            let written = source(span)
            guard bytes.storage == nil else {
                return "a byte is an element, as in `x[0]`; its size is `sizeof(x)`"
            }
            guard written.first == UInt8(ascii: "\"") else {
                return "an input that is a number is declared as one: `input x: int`"
            }
            let digits = written.dropFirst().dropLast()
            let isNumber = !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
            return isNumber
                ? "write it without quotes: `\(String(decoding: digits, as: UTF8.self))`"
                : "a text is kept in storage of type `bytes[N]`"
        case .list: return "name one of its items, as in `x[0]`; `for item in x { }` takes each"
        case .vector: return "a list of values goes into an array, as in `var x: int[2] = [1, 2]`"
        case .record: return "fields belong to a structure, as in `var x: timespec = {sec: 1}`"
        case .null: return "write 0"
        case .time: return "a time is a number where a call takes one; a variable holds its count"
        case .address: return "name what is there, without `&`"
        case .entry: return "name one of its fields"
        default: return nil
        }
    }

    // MARK: Texts

    /// `"a" + "b"`, `name < "b"`: true where that is reported.
    mutating func refusesAsText(
        _ op: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ span: Span
    ) -> Bool {
        func isString(_ id: ExpressionID) -> Bool {
            if case .string = tree[id].kind { return true }
            return false
        }
        guard isString(left) || isString(right) else { return false }
        diagnostics.error(
            "E0406", span,
            op == .add
                ? "strings are not joined with `+`"
                : "strings have no `\(op.symbol)`",
            help: op == .add
                ? "write one string; a call that takes several parts gets a list of them: `writev(1, [\"a\", \"b\"])`"
                : "they are compared with `==` and `!=`")
        return true
    }

    /// `here.addr == "127.0.0.1"`: both are bytes then.
    mutating func asAddresses(
        _ a: inout Operand, _ left: ExpressionID, _ b: inout Operand, _ right: ExpressionID
    ) {
        if let type = addressType(a), let bytes = addressBytes(right, type) {
            (a, b) = (addressed(a), .bytes(bytes))
        } else if let type = addressType(b), let bytes = addressBytes(left, type) {
            (a, b) = (.bytes(bytes), addressed(b))
        }
    }

    private func addressType(_ operand: Operand) -> StorageType? {
        guard case .place(let place) = operand else { return nil }
        switch place.type {
        case .ipv4, .ipv6: return place.type
        default: return nil
        }
    }

    private mutating func addressed(_ operand: Operand) -> Operand {
        guard case .place(let place) = operand else { return operand }
        let size = place.type.size
        return .bytes(
            Bytes(
                address: place.address, count: add(.constant(Int64(size)), place.span),
                capacity: size, storage: place.storage, isTerminated: false))
    }

    /// The bytes of an address in quotes; of a text that is none, which is reported, as many zeroes.
    private mutating func addressBytes(_ id: ExpressionID, _ type: StorageType) -> Bytes? {
        guard case .string(let index) = tree[id].kind else { return nil }
        let text = String(decoding: tree.strings[Int(index)], as: UTF8.self)
        var bytes = [UInt8](repeating: 0, count: type.size)
        if inet_pton(type == .ipv4 ? AF_INET : AF_INET6, text, &bytes) != 1 {
            diagnostics.error(
                "E0412", tree[id].span, "`\(text)` is not \(type.description)",
                help: type == .ipv4 ? "as in \"127.0.0.1\"" : "as in \"::1\"")
        }
        return stringConstant(bytes, tree[id].span)
    }

    // MARK: Arguments

    /// What to pass where null can't stand.
    func helpForNull(_ pointee: Pointee, _ direction: Direction) -> String? {
        switch pointee {
        case .path, .string: "write a text, as in \"name\""
        case .bytes where direction == .in: "pass a variable, a slice or a string"
        case .bytes: "declare storage for it: `var block: bytes[4KiB]`, and pass `block`"
        case .structure(let name), .structures(let name, _):
            "declare one: `var x: \(name)`, and pass `x`"
        case .stringArray: "as in `[\"a\", \"b\"]`"
        case .vector: "pass a list, as in `[block, \"tail\"]`"
        default: "declare storage for it, and pass its name"
        }
    }

    /// What was meant by something that is no bytes.
    func bytesHelp(_ operand: Operand, _ direction: Direction, _ span: Span) -> String {
        if case .vector = operand {
            return direction == .in
                ? "several parts are for `writev`: `writev(fd, [\"a\", \"b\"])`"
                : "several parts are for `readv`: `readv(fd, [head, block])`"
        }
        guard case .integer(let value) = operand, let known = constant(value) else {
            return "pass a variable, a slice or a string"
        }
        let written = source(span)
        if written.count > 2, written.first == UInt8(ascii: "'") {
            let character = String(decoding: written.dropFirst().dropLast(), as: UTF8.self)
            return "a string is written in double quotes: `\"\(character)\"`"
        }
        return "declare it, `var value: int = \(known)`, and pass `value`"
    }

    /// What was meant where a structure is needed.
    func structureHelp(_ operand: Operand, _ info: StructureInfo) -> String {
        if info.field(named: "tv_sec") != nil, info.layout.fields.count == 2,
            case .integer(let value) = operand
        {
            return constant(value).map { "a time has a unit: `\($0)s`" }
                ?? "a time has a unit, as in `n * 1s`"
        }
        return "declare one: `var x: \(info.layout.name)`"
    }

    /// `open(path, "r")`: the flags that C's `fopen` has letters for.
    func flagsHelp(_ operand: Operand, _ set: String, _ span: Span) -> String? {
        let modes = [
            "r": "O_RDONLY", "r+": "O_RDWR", "w": "O_WRONLY | O_CREAT | O_TRUNC",
            "w+": "O_RDWR | O_CREAT | O_TRUNC", "a": "O_WRONLY | O_CREAT | O_APPEND",
            "rb": "O_RDONLY", "wb": "O_WRONLY | O_CREAT | O_TRUNC",
        ]
        let written = String(decoding: source(span).dropFirst().dropLast(), as: UTF8.self)
        if set == "open", case .bytes = operand, let flags = modes[written] {
            return "write `\(flags)`"
        }
        let members = catalog.constantSet(named: set)?.members.prefix(3).map { "`\($0.name)`" }
        guard let members, !members.isEmpty else { return nil }
        return "as in " + members.joined(separator: ", ")
    }

    // MARK: Results

    /// `if fd == -1` behind a call whose failures end the program, or whose errors have other numbers.
    mutating func noteCompared(_ a: ValueID, _ b: ValueID, _ op: BinaryOperator, _ span: Span) {
        for (value, other, isRight) in [(a, b, true), (b, a, false)] {
            switch program[value] {
            case .result, .load, .local, .fitting: note(.compare, value: value, span)
            default: break
            }
            guard case .result(let index) = program[value] else { continue }
            guard let known = constant(other), Self.isError(known, op, isRight: isRight) else {
                continue
            }
            let step = program.steps[index]
            let call = program.syscalls[step.syscall]
            let canBeNegative =
                step.condition != nil || step.expectation != nil || step.exitStatus != nil
                || chains.asyncSteps.contains(index)
            if canBeNegative || call.result == .address || call.name == "syscall" { continue }
            if step.allowed.isEmpty {
                diagnostics.warning(
                    "W0403", span, "`\(call.name)` returns no error here: one ends the program",
                    help: "errors that are results are listed behind the call, "
                        + "`allow ENOENT`, and are compared as `-ENOENT`")
            } else if known == -1, op == .equal || op == .notEqual, !step.allowed.contains(-1) {
                diagnostics.warning(
                    "W0403", span, "`\(call.name)` returns an error's number, and not -1",
                    help: "write `< 0`, or the error, as in `-ENOENT`")
            }
        }
    }

    /// What is asked is whether the result is an error.
    private static func isError(_ known: Int64, _ op: BinaryOperator, isRight: Bool) -> Bool {
        switch op {
        case .equal, .notEqual: (-4095 ... -1).contains(known)
        case .less: isRight && known == 0
        case .lessEqual: isRight && known == -1
        case .greater: !isRight && known == 0
        case .greaterEqual: !isRight && known == -1
        default: false
        }
    }
}
