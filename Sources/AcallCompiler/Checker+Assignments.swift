// Assignments, and what names of the compiler's own making stand for.

import AcallCatalog
import AcallSyntax

extension Operand {
    /// The same, used elsewhere.
    func at(_ span: Span) -> Operand {
        guard case .place(var place) = self else { return self }
        place.span = span
        return .place(place)
    }
}

extension Checker {
    mutating func addOperand(_ operand: Operand) -> Int {
        scope.operands.append(operand)
        return scope.operands.count - 1
    }

    /// `total = value`, `total += value`
    mutating func checkAssignment(
        _ target: ExpressionID, _ op: BinaryOperator?, _ value: ExpressionID, _ span: Span
    ) {
        if op == nil, hasTime(value), case .name(let name) = tree[target].kind {
            switch scope.symbols[Int(name.id)] {
            case .unknown, .variable:
                guard let time = duration(value) else {
                    if case .unknown = scope.symbols[Int(name.id)] {
                        _ = declare(name, tree[target].span, as: .hole)
                    }
                    return noteGiven(target)
                }
                return bindTime(name, tree[target].span, time, isAbsolute: isAbsolute(value))
            default: break
            }
        }
        let operand = assignable(target, op == nil ? value : nil)
        if let operand, case .integer = operand.type, reportFields(value) {
            return noteGiven(target)
        }
        if let operand, refusesWhole(operand, target, value) {
            noteGiven(value)
            return noteGiven(target)
        }
        let given = integer(value)
        guard let operand, var result = given, case .integer(let type, _) = operand.type else {
            return noteGiven(target)
        }
        if op == nil {
            let isField = if case .field = tree[target].kind { true } else { false }
            guard
                let fitted = fitted(
                    result, value, to: type, operand.meaning, isField: isField)
            else { return }
            result = fitted
        }
        if let op {
            requireWritten(operand.storage, tree[target].span)
            let before = add(.load(operand.address, type), tree[target].span)
            guard case .integer(let sum) = arithmetic(op, before, result, span) else { return }
            result = sum
        }
        store(result, in: operand, type, span)
    }

    /// `buf = "abc"`, `st = {}`: true where that is reported.
    private mutating func refusesWhole(
        _ place: Place, _ target: ExpressionID, _ value: ExpressionID
    ) -> Bool {
        if case .integer = place.type { return false }
        diagnostics.error(
            "E0425", tree[target].span,
            "only integers are assigned, and this is \(Operand.place(place).kindName)",
            help: wholeHelp(place, target, value))
        return true
    }

    /// What to write where all of some storage would be assigned.
    private func wholeHelp(
        _ place: Place, _ target: ExpressionID, _ value: ExpressionID
    ) -> String {
        let name = plainText(target) ?? "x"
        let isWhole = if case .name = tree[target].kind { true } else { false }
        var given: String?
        switch (place.type, tree[value].kind) {
        case (.bytes, .string), (.structure, .record), (.integers, .vector),
            (.structures, .vector):
            if !tree.isYAML { given = String(decoding: source(tree[value].span), as: UTF8.self) }
        default: break
        }
        let part: String
        switch place.type {
        case .structure(let info):
            part = info.layout.fields.first.map { "\(name).\($0.name) = ..." } ?? "x.field = ..."
        case .structures(let info, _):
            let field = info.layout.fields.first?.name ?? "field"
            part = "\(name)[0].\(field) = ..."
        default: part = "\(name)[0] = ..."
        }
        guard isWhole else { return "its parts can be: `\(part)`" }
        return "give it a value where it is declared: "
            + "`var \(name): \(place.type.languageName) = \(given ?? "...")`; its parts can be "
            + "assigned: `\(part)`"
    }

    /// `fds[1] = {fd: 3}`: true where that is reported.
    private mutating func reportFields(_ id: ExpressionID) -> Bool {
        guard case .record = tree[id].kind else { return false }
        diagnostics.error(
            "E0406", tree[id].span, "an integer is needed here, not a structure's fields",
            help: "a structure gets its fields where it is declared, or one by one: `x.field = ...`"
        )
        return true
    }

    mutating func store(_ value: ValueID, in place: Place, _ type: IntegerType, _ span: Span) {
        if let known = constant(value), !type.range.contains(known) {
            diagnostics.error(
                "E0407", span, "\(known) does not fit \(type.name)", help: Self.rangeHelp(type))
            return
        }
        program.statements.append(
            .store(address: place.address, value: storable(value, type), type, span))
        requireAccess(place.storage, isWrite: true, span)
        assigned(place.storage, span)
        contents.storedValues[place.storage, default: []].append(value)
        escape(value)
        if here.chain.isProcedure, place.storage < here.chain.firstStorage {
            refuseOfLoop(value, span)
        }
    }

    /// `var x: int = 5`: with what the name was to get, where that is short.
    private func declaration(of name: Name, _ value: ExpressionID?) -> String {
        let start = "var \(text(name)): "
        guard let value else { return start + "long = 0" }
        let written = String(decoding: source(tree[value].span), as: UTF8.self)
        if case .integer(let number) = tree[value].kind, Int32(exactly: number) != nil {
            return start + "int = " + written
        }
        let isShort = written.utf8.count <= 40 && !written.contains("\n") && !written.contains("`")
        return start + "long = " + (isShort ? written : "...")
    }

    /// A variable, or a part of one; nil where it is none, which is reported.
    mutating func assignable(_ id: ExpressionID, _ value: ExpressionID? = nil) -> Place? {
        let span = tree[id].span
        if case .name(let name) = tree[id].kind {
            switch scope.symbols[Int(name.id)] {
            case .variable, .operand, .hole: break
            case .unknown where catalog.constant(named: text(name)) != nil, .constant:
                diagnostics.error(
                    "E0425", span, "`\(text(name))` is a constant of the kernel's interface",
                    help: "declare a variable: `var x: long = 0`")
                return nil
            case .unknown:
                let variables = usage.declared.filter { $0.what == "variable" }.map {
                    text($0.name)
                }
                diagnostics.error(
                    "E0205", span, "only the result of a call can be given a new name",
                    help: lookups.suggestion(text(name), among: variables)
                        ?? "declare a variable: `\(declaration(of: name, value))`")
                scope.symbols[Int(name.id)] = .hole
                return nil
            default:
                diagnostics.error(
                    "E0425", span, "`\(text(name))` can't be assigned",
                    help: "declare a variable: `var x: long = 0`")
                return nil
            }
        }
        switch operand(id) {
        case .hole: return nil
        case .place(let place): return place
        case let other:
            var what = other.kindName
            if case .name(let name) = tree[id].kind { what = "`\(text(name))` is no variable, and" }
            diagnostics.error(
                "E0425", span, "\(what) can't be assigned",
                help: "assign to a variable, to one of its fields or to one of its elements")
            return nil
        }
    }

    /// A descriptor whose number is kept in storage outlives the pass of the loop that opened it.
    mutating func escape(_ value: ValueID) {
        guard let step = madeDescriptor(value) else { return }
        for index in program.steps[step].makes { program.descriptors[index].isEscaped = true }
    }
}
