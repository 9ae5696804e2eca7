// Expressions: names resolved, constants folded, integers typed.

import AcallCatalog
import AcallSyntax

extension Checker {
    /// What an expression is. `meaning` says what an integer here means, so that a constant of
    /// another set is found.
    mutating func operand(_ id: ExpressionID, meaning: IntegerMeaning = .plain) -> Operand {
        let expression = tree[id]
        let span = expression.span
        switch expression.kind {
        case .hole: return .hole
        case .integer(let magnitude):
            return .integer(
                add(Int64(exactly: magnitude).map { .constant($0) } ?? .unsigned(magnitude), span))
        case .time(let nanoseconds): return .time(nanoseconds)
        case .null: return .null
        case .string(let index): return .bytes(stringConstant(tree.strings[Int(index)], span))
        case .name(let name): return named(name, span, meaning: meaning)
        case .unary(let op, let inner): return unary(op, inner, span, meaning)
        case .binary(let op, let left, let right): return binary(op, left, right, span, meaning)
        case .field(let base, let name, let nameSpan): return field(base, name, nameSpan, span)
        case .index(let base, let index): return element(base, index, span)
        case .slice(let base, let lower, let upper, let kind):
            return slice(base, lower, upper, kind, span)
        case .vector(let range): return .vector(range)
        case .record(let range): return .record(range)
        case .function(let name, let arguments, let nameSpan):
            return function(name, arguments, nameSpan, span, meaning)
        case .address(let inner):
            switch operand(inner) {
            case .place(let place): return .address(place)
            case .hole: return .hole
            case let other:
                diagnostics.error(
                    "E0406", tree[inner].span, "\(other.kindName) has no address",
                    help: "`&` takes a variable, a field or an element")
                return .hole
            }
        }
    }

    /// An expression that must be an integer; nil where it is not, which is reported.
    mutating func integer(_ id: ExpressionID, meaning: IntegerMeaning = .plain) -> ValueID? {
        integer(operand(id, meaning: meaning), tree[id].span)
    }

    mutating func integer(_ operand: Operand, _ span: Span) -> ValueID? {
        switch operand {
        case .hole: return nil
        case .integer(let value): return value
        case .place(let place):
            if case .integer(let type, _) = place.type {
                requireWritten(place.storage, span)
                requireAccess(place.storage, isWrite: false, span)
                return add(.load(place.address, type), span)
            }
            fallthrough
        default:
            diagnostics.error(
                "E0406", span, "an integer is needed here, not \(operand.kindName)",
                help: integerHelp(operand, span))
            return nil
        }
    }

    /// An integer that is known before the program runs.
    mutating func constantInteger(_ id: ExpressionID, what: String) -> Int64? {
        let outer = here.wanted
        here.wanted = .constant
        defer { here.wanted = outer }
        guard let value = integer(id) else { return nil }
        if let constant = constant(value) { return constant }
        diagnostics.error(
            "E0411", tree[id].span, "\(what) must be known before the program runs",
            help: "write a number or a constant")
        return nil
    }

    // MARK: Names

    private mutating func named(_ name: Name, _ span: Span, meaning: IntegerMeaning) -> Operand {
        noteUsed(name)
        switch scope.symbols[Int(name.id)] {
        case .hole: return .hole
        case .input(let index): return input(index, span)
        case .result(let step):
            if let mapping = mapping(of: step, span) { return mapping }
            noteUse(ofResult: step, span)
            return .integer(add(.result(step), span))
        case .variable(let index):
            let type = program.data.storages[index].type
            let address = add(.address(.storage(index), offset: 0), span)
            return place(
                Place(address: address, type: type, storage: index, offset: 0, span: span))
        case .constant(let index): return constantOperand(scope.constants[index], span, meaning)
        case .operand(let index): return scope.operands[index].at(span)
        case .task(let index): return taskResult(index, name, span)
        case .procedure:
            diagnostics.error(
                "E0406", span, "`\(text(name))` is a proc",
                help: "call it in a separate step: `n = \(text(name))(...)`")
            return .hole
        case .unknown: break
        }
        if let declared = scope.declarations[Int(name.id)] {
            diagnostics.error(
                "E0302", span, "`\(text(name))` is used before it has a value",
                help: "move this below the line that makes it",
                notes: [.init(declared, "made here")])
            return .hole
        }
        if let constant = catalog.constant(named: text(name)) {
            scope.constants.append(constant)
            noteConstant(name, scope.constants.count - 1)
            return constantOperand(constant, span, meaning)
        }
        if meaning.set == nil, let number = callNumber(named: text(name)) {
            return .integer(add(.constant(Int64(number)), span))
        }
        if let declared = scope.left[name] ?? scope.declarations.hidden(Int(name.id)) ?? nil {
            let isOutside = isCallers(declared)
            diagnostics.error(
                "E0301", span,
                isOutside
                    ? "a proc does not see `\(text(name))`, which is its caller's"
                    : "`\(text(name))` is known in its own block only",
                help: isOutside
                    ? "make it a parameter of the proc"
                    : "declare a variable before the block, and assign it there",
                notes: [.init(declared, "declared here")])
            scope.symbols[Int(name.id)] = .hole
            return .hole
        }
        reportUnknown(name, span, meaning)
        scope.symbols[Int(name.id)] = .hole
        return .hole
    }

    /// What is a constant in one proc is one everywhere, unless something else is called so there.
    private mutating func noteConstant(_ name: Name, _ index: Int) {
        let hidden = scope.declarations.hidden(Int(name.id)) ?? nil
        if case .unknown = scope.symbols.hidden(Int(name.id)) ?? .unknown, hidden == nil {
            scope.symbols.share(Int(name.id), .constant(index))
        } else {
            scope.symbols[Int(name.id)] = .constant(index)
        }
    }

    /// Whether a name that a proc can't see is one of those that called it, and not of a block of its own.
    private func isCallers(_ declared: Span) -> Bool {
        guard let call = procedures.calls.last else { return false }
        let procedure = tree.procedures[call.procedure]
        let body = tree[procedure.body].span
        return declared.start < procedure.nameSpan.start || declared.start > body.end
    }

    private static let booleans = [
        "true": "yes is 1: write `1`", "false": "no is 0: write `0`",
        "True": "yes is 1: write `1`", "False": "no is 0: write `0`",
        "yes": "yes is 1: write `1`", "no": "no is 0: write `0`",
        "on": "yes is 1: write `1`", "off": "no is 0: write `0`",
        "nil": "write `null`", "None": "write `null`", "NULL": "write `null`",
    ]

    /// In YAML, whose own quotes are no part of a value, a word that is no name was mostly meant as a string.
    func stringHelp(_ span: Span) -> String? {
        tree.isYAML ? diagnostics.source.stringHelp(around: span) : nil
    }

    private mutating func reportUnknown(_ name: Name, _ span: Span, _ meaning: IntegerMeaning) {
        let written = text(name)
        // Constants are in capitals: that says which names it could have been.
        let looksConstant = written.utf8.allSatisfy { $0 < 0x61 || $0 > 0x7a }
        var candidates = looksConstant ? catalog.constantNames : namesInScope
        if looksConstant, let set = meaning.set, let members = catalog.constantSet(named: set) {
            let names = members.members.map(\.name)
            if catalog.nearest(written, among: names) != nil { candidates = names }
        }
        let call =
            catalog.syscall(named: written) != nil || Self.builtins.contains(written)
            ? "write the call as a separate step: `n = \(written)(...)`" : nil
        let help =
            call ?? Self.callName(in: written).map { callNumberHelp($0, written) }
            ?? lookups.suggestion(written, among: candidates)
            ?? (looksConstant ? nil : lookups.suggestion(written, among: catalog.constantNames))
        let what = looksConstant ? "there is no constant" : "nothing is called"
        diagnostics.error(
            "E0301", span, "\(what) `\(written)`",
            help: Self.booleans[written] ?? help
                ?? (looksConstant
                    ? nil
                    : (wantsStorage(name) ? nil : stringHelp(span))
                        ?? unknownHelp(written, meaning)))
    }

    /// A constant, which must belong to the set that is wanted.
    private mutating func constantOperand(
        _ constant: Constant, _ span: Span, _ meaning: IntegerMeaning
    ) -> Operand {
        if let wanted = meaning.set, !constant.sets.contains(wanted) {
            let members = catalog.constantSet(named: wanted)?.members.map(\.name) ?? []
            let near = catalog.nearest(constant.name, among: members).map {
                "did you mean `\($0)`?"
            }
            let some = members.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
            diagnostics.error(
                "E0405", span, "`\(constant.name)` can't stand here",
                help: near ?? (some.isEmpty ? nil : "others can: \(some), ..."))
            return .hole
        }
        return .integer(add(.constant(constant.value), span))
    }

    private mutating func input(_ index: Int, _ span: Span) -> Operand {
        switch program.data.inputs[index].type {
        case .integer, .descriptor: return .integer(add(.input(index, slot: 0), span))
        case .path, .string:
            return .bytes(
                Bytes(
                    address: add(.input(index, slot: 0), span),
                    count: add(.input(index, slot: 1), span), capacity: nil, storage: nil,
                    isTerminated: true))
        case .integers, .paths, .strings:
            return .list(
                InputList(
                    type: program.data.inputs[index].type, base: add(.input(index, slot: 0), span),
                    count: add(.input(index, slot: 1), span)))
        }
    }

    /// Storage as an operand: bytes are bytes, the rest is a place.
    func place(_ place: Place) -> Operand { .place(place) }

    mutating func stringConstant(_ text: [UInt8], _ span: Span) -> Bytes {
        program.data.constants.append(CheckedConstant(bytes: text + [0]))
        let region = Region.constant(program.data.constants.count - 1)
        return Bytes(
            address: add(.address(region, offset: 0), span),
            count: add(.constant(Int64(text.count)), span), capacity: text.count, storage: nil,
            isTerminated: true)
    }

    // MARK: Operators

    private mutating func unary(
        _ op: UnaryOperator, _ inner: ExpressionID, _ span: Span, _ meaning: IntegerMeaning
    ) -> Operand {
        guard let value = integer(inner, meaning: op == .complement ? meaning : .plain) else {
            return .hole
        }
        switch op {
        case .not:
            if let known = constant(value) {
                return .integer(add(.constant(known == 0 ? 1 : 0), span))
            }
            return .integer(add(.not(value), span))
        case .minus:
            if case .unsigned(1 << 63) = program[value] {
                return .integer(add(.constant(.min), span))
            }
            return arithmetic(.subtract, add(.constant(0), span), value, span)
        case .complement:
            return arithmetic(.xor, value, add(.constant(-1), span), span)
        }
    }

    private mutating func binary(
        _ op: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ span: Span,
        _ meaning: IntegerMeaning
    ) -> Operand {
        if op == .equal || op == .notEqual, let compared = comparedBytes(op, left, right, span) {
            return compared
        }
        if let compared = comparedTimes(op, left, right, span) { return compared }
        if refusesAsText(op, left, right, span) { return .hole }
        // In `a | b` both sides are flags; in `a == b` neither is.
        let inner: IntegerMeaning =
            switch op {
            case .or, .and, .xor, .add: meaning
            default: .plain
            }
        if refusesAsFlags(op, left, right, span, meaning) { return .hole }
        let a = integer(left, meaning: inner)
        let b = integer(right, meaning: inner)
        guard let a, let b else { return .hole }
        if op.condition != nil {
            refuseErrno(right, comparedWith: a)
            refuseErrno(left, comparedWith: b)
            noteCompared(a, b, op, span)
        }
        return arithmetic(op, a, b, span)
    }

    /// `entry.name == "."`: nil where the sides are no bytes.
    private mutating func comparedBytes(
        _ op: BinaryOperator, _ left: ExpressionID, _ right: ExpressionID, _ span: Span
    ) -> Operand? {
        guard isTextLike(left) || isTextLike(right) else { return nil }
        var (a, b) = (operand(left), operand(right))
        if case .hole = a { return .hole }
        if case .hole = b { return .hole }
        asAddresses(&a, left, &b, right)
        guard let x = text(a, tree[left].span), let y = text(b, tree[right].span) else {
            let (other, at) = text(a, tree[left].span) == nil ? (a, left) : (b, right)
            diagnostics.error(
                "E0406", tree[at].span,
                "a string is compared with a string or with bytes, not with \(other.kindName)",
                help: "name the part that is meant: `block[..<n]`")
            return .hole
        }
        for (bytes, id) in [(x, left), (y, right)] {
            guard let storage = bytes.storage else { continue }
            requireWritten(storage, tree[id].span)
            requireAccess(storage, isWrite: false, tree[id].span)
        }
        let same = add(.same(x.address, x.count, y.address, y.count), span)
        return .integer(op == .equal ? same : add(.not(same), span))
    }

    /// What can only be compared as bytes, told by its form.
    private func isTextLike(_ id: ExpressionID) -> Bool {
        switch tree[id].kind {
        case .string, .slice: return true
        case .name(let name):
            switch scope.symbols[Int(name.id)] {
            case .input(let index):
                return program.data.inputs[index].type == .path
                    || program.data.inputs[index].type == .string
            case .operand(let index):
                if case .bytes = scope.operands[index] { return true }
            default: break
            }
        default: break
        }
        return false
    }

    /// Bytes to compare; of a whole `char` array the part before its NUL.
    private mutating func text(_ operand: Operand, _ span: Span) -> Bytes? {
        if case .place(let place) = operand, case .bytes = place.type {
        } else {
            guard case .bytes = operand else { return nil }
        }
        guard var bytes = bytes(operand, span) else { return nil }
        if bytes.isWhole { bytes.count = add(.length(bytes.address, limit: bytes.count), span) }
        return bytes
    }

    mutating func arithmetic(_ op: BinaryOperator, _ a: ValueID, _ b: ValueID, _ span: Span)
        -> Operand
    {
        if isUnsignedWord(a) || isUnsignedWord(b) { return unsignedArithmetic(op, a, b, span) }
        guard let x = constant(a), let y = constant(b) else {
            return .integer(add(.binary(op, a, b), span))
        }
        guard let value = op.folded(x, y) else {
            let isDivision = op == .divide || op == .remainder
            diagnostics.error(
                "E0422", span,
                isDivision && y == 0 ? "this divides by zero" : "this does not fit 64 signed bits")
            return .hole
        }
        return .integer(add(.constant(value), span))
    }

    private mutating func function(
        _ function: Name, _ arguments: ListRange, _ nameSpan: Span, _ span: Span,
        _ meaning: IntegerMeaning
    ) -> Operand {
        let ids = arguments.indices.map { tree.expressionLists[$0] }
        let name = text(function)
        switch name {
        case "now" where isNow(function):
            return clockTime(ids, span).map { .computedTime($0, isAbsolute: true) } ?? .hole
        case "now":
            diagnostics.error(
                "E0307", nameSpan, "`now` is a name of the program's, and no function here",
                help: "give what has that name another one")
        case "sizeof" where ids.count == 1: return size(of: ids[0], span)
        case "min" where ids.count == 2, "max" where ids.count == 2:
            let a = integer(ids[0], meaning: meaning)
            let b = integer(ids[1], meaning: meaning)
            guard let a, let b else { return .hole }
            if let x = constant(a), let y = constant(b) {
                return .integer(add(.constant(name == "min" ? min(x, y) : max(x, y)), span))
            }
            return .integer(extreme(name == "min", a, b, span))
        case "min", "max", "sizeof":
            let wanted = name == "sizeof" ? "one argument" : "two arguments"
            diagnostics.error("E0402", span, "`\(name)` takes \(wanted), not \(ids.count)")
        default:
            // The parser knows the functions.
            break
        }
        return .hole
    }

    private mutating func size(of id: ExpressionID, _ span: Span) -> Operand {
        // A type's name is good too, where nothing else is called so.
        if case .name(let name) = tree[id].kind, case .unknown = scope.symbols[Int(name.id)] {
            if let type = IntegerType.byName[text(name)] {
                return .integer(add(.constant(Int64(type.width)), span))
            }
            if let info = structure(named: text(name)) {
                return .integer(add(.constant(Int64(info.layout.size)), span))
            }
        }
        if let type = inputInteger(id) {
            return .integer(add(.constant(Int64(type.width)), span))
        }
        switch operand(id) {
        case .hole: return .hole
        case .place(let place):
            return .integer(add(.constant(Int64(place.type.size)), span))
        case .bytes(let bytes): return .integer(bytes.count)
        case .list(let list): return .integer(add(program[list.count], span))
        case let other:
            diagnostics.error(
                "E0424", tree[id].span, "\(other.kindName) has no size",
                help: "`sizeof` takes a variable, a type, a string or a list")
            return .hole
        }
    }
}

extension Checker {
    /// The type of an input that is an integer; nil where the expression names none.
    private mutating func inputInteger(_ id: ExpressionID) -> IntegerType? {
        guard case .name(let name) = tree[id].kind,
            case .input(let index) = scope.symbols[Int(name.id)]
        else { return nil }
        switch program.data.inputs[index].type {
        case .integer(let type):
            noteUsed(name)
            return type
        case .descriptor:
            noteUsed(name)
            return .int
        default: return nil
        }
    }
}

extension IntegerMeaning {
    /// The constants that go where this is wanted; nil where any will do.
    var set: String? {
        switch self {
        case .flags(let set), .enumeration(let set): set
        case .signal: "signal"
        default: nil
        }
    }
}

extension BinaryOperator {
    /// The value for known operands; nil where there is none in 64 signed bits.
    func folded(_ a: Int64, _ b: Int64) -> Int64? {
        func checked(_ result: (partialValue: Int64, overflow: Bool)) -> Int64? {
            result.overflow ? nil : result.partialValue
        }
        switch self {
        case .multiply: return checked(a.multipliedReportingOverflow(by: b))
        case .divide: return b == 0 ? nil : checked(a.dividedReportingOverflow(by: b))
        case .remainder:
            return b == 0 ? nil : b == -1 ? 0 : a % b
        case .and: return a & b
        case .or: return a | b
        case .xor: return a ^ b
        case .shiftLeft:
            guard (0...63).contains(b) else { return nil }
            let shifted = a << b
            return shifted >> b == a ? shifted : nil
        case .shiftRight: return (0...63).contains(b) ? a >> b : nil
        case .add: return checked(a.addingReportingOverflow(b))
        case .subtract: return checked(a.subtractingReportingOverflow(b))
        case .equal: return a == b ? 1 : 0
        case .notEqual: return a != b ? 1 : 0
        case .less: return a < b ? 1 : 0
        case .lessEqual: return a <= b ? 1 : 0
        case .greater: return a > b ? 1 : 0
        case .greaterEqual: return a >= b ? 1 : 0
        case .logicalAnd: return a != 0 && b != 0 ? 1 : 0
        case .logicalOr: return a != 0 || b != 0 ? 1 : 0
        }
    }
}
