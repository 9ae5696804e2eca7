// Procs: their steps stand where they are called, with the parameters bound to the arguments.
//
// Invariant: what a proc's names stand for does not depend on who calls it, but for its parameters; a call
// can't lead to itself, so that the steps are finite.

import AcallCatalog
import AcallSyntax

/// A proc whose steps are looked at.
struct ProcedureCall {
    var procedure: Int
    var span: Span
    /// The word that a `return` stores into.
    var result: Int?
    var type: IntegerType?
    /// The result may be an error's number, where the steps were not made: it has a sign, whatever its type.
    var isSigned = false
    /// A chain of its own makes the steps.
    var isAsync = false
    /// How many tasks the callers have started: a `return` waits for the others.
    var started = 0
}

extension Checker {
    static let maximumCalls = 16
    /// Of blocks, those of the procs that are called in them too.
    static let maximumNesting = 256
    static let maximumSteps = 1_000_000

    /// Procs are known in the whole program, wherever they stand.
    mutating func declareProcedures(_ statements: [Statement]) {
        for statement in statements {
            guard case .procedure(let index) = statement.kind else { continue }
            let procedure = tree.procedures[Int(index)]
            let name = procedure.name
            if case .procedure(let first) = scope.symbols[Int(name.id)] {
                diagnostics.error(
                    "E0303", procedure.nameSpan, "`\(text(name))` is declared twice",
                    help: "give one of them another name",
                    notes: [.init(tree.procedures[first].nameSpan, "first declared here")])
                continue
            }
            if catalog.syscall(named: text(name)) != nil || Self.builtins.contains(text(name)) {
                diagnostics.error(
                    "E0308", procedure.nameSpan, "`\(text(name))` is a call of the language's own",
                    help: "give the proc another name")
                continue
            }
            scope.declarations.share(Int(name.id), procedure.nameSpan)
            scope.symbols.share(Int(name.id), .procedure(Int(index)))
            checkTypes(procedure)
        }
    }

    /// The types of a proc's parameters and result are there, whether it is called or not.
    private mutating func checkTypes(_ procedure: ProcedureSyntax) {
        for parameter in procedure.parameters where !isParameterType(parameter.type) {
            procedures.wrongParameters.insert(parameter.span)
            let name = text(parameter.type.name)
            if parameter.type.isList, structure(named: name) != nil || name == "bytes" {
                diagnostics.error(
                    "E0305", parameter.type.span, "there are no lists of `\(name)`",
                    help: "a list holds integers, paths or strings, as an input's does")
                continue
            }
            let names =
                IntegerType.byName.keys.sorted() + ["fd", "path", "string", "bytes"]
                + catalog.structureNames
            diagnostics.error(
                "E0305", parameter.type.span, "there is no type `\(name)`",
                help: Self.familiar[name].map { "C's `\(name)` is `\($0)` here" }
                    ?? lookups.suggestion(name, among: names)
                    ?? "a parameter is an integer (`int`, `long`, `size`, `u8`...), `fd`, `path`, `string`, `bytes`, a structure, as `stat`, or a list, as `[path]`"
            )
        }
        guard let result = procedure.result else { return }
        if IntegerType.byName[text(result.name)] != nil, !result.isList, result.count == nil {
            return
        }
        diagnostics.error(
            "E0305", result.span, "a proc returns an integer",
            help: "as in `-> long`; what it reads goes into storage that it gets as a parameter")
    }

    private mutating func isParameterType(_ type: TypeSyntax) -> Bool {
        let name = text(type.name)
        if IntegerType.byName[name] != nil || name == "path" || name == "string" { return true }
        if type.isList { return false }
        return name == "fd" || name == "bytes" || structure(named: name) != nil
    }

    static let builtins: Set<String> = [
        "spawn", "wait", "min", "max", "sizeof", "records", "syscall",
    ]

    mutating func checkProcedurePlace(_ index: Int) {
        if scope.isOutermost { return }
        diagnostics.error(
            "E0215", tree.procedures[index].nameSpan, "a proc can't stand in a block",
            help: "move it out of the braces")
    }

    /// Procs that nothing calls are looked at all the same, as if something did, so that their errors are shown.
    ///
    /// What depends on their arguments is not known. Nothing of them is part of the program: it is part of the one
    /// that is returned, which is for the analyses; nil if there are no such procs.
    mutating func checkUncalled(_ statements: [Statement]) -> TypedProgram? {
        if diagnostics.hasErrors { return nil }
        let uncalled = statements.compactMap { statement -> Int? in
            guard case .procedure(let index) = statement.kind,
                !procedures.called.contains(Int(index))
            else {
                return nil
            }
            return Int(index)
        }
        if uncalled.isEmpty { return nil }
        var trial = self
        for index in uncalled where !trial.procedures.called.contains(index) {
            let procedure = tree.procedures[index]
            var context = ProcedureCall(procedure: index, span: procedure.nameSpan)
            if let result = procedure.result {
                let type = IntegerType.byName[text(result.name)] ?? .int
                (context.type, context.result) = (type, trial.newLocal(type))
            }
            let unknown = [Symbol](repeating: .hole, count: procedure.parameters.count)
            let body = trial.collecting { $0.checkBody(procedure, unknown, &context) }
            let site = CheckedSite(
                span: procedure.nameSpan, name: nil, procedure: procedure.name)
            trial.program.uncalled.append([.procedure(body, site)])
        }
        diagnostics = trial.diagnostics
        procedures.called = trial.procedures.called
        usage = trial.usage
        return trial.program
    }

    /// The proc of a name, if it is one's.
    func procedure(named name: Name) -> Int? {
        if case .procedure(let index) = scope.symbols[Int(name.id)] { return index }
        return nil
    }

    /// A call of a proc: its steps, here.
    mutating func checkProcedureCall(_ call: CallSyntax, _ index: Int) {
        guard let context = steps(of: call, index) else { return declareHole(call) }
        guard let result = context.result, context.type != nil else {
            guard call.result != nil || call.target != nil else { return }
            diagnostics.error(
                "E0427", call.resultSpan, "`\(text(call.callee))` returns nothing",
                help: "declare what it returns: `proc \(text(call.callee))(...) -> long { }`")
            return declareHole(call)
        }
        let value = add(.local(result), call.span)
        bind(value, to: call) { checker in
            .operand(checker.addOperand(.integer(checker.kept(value, call.span))))
        }
    }

    /// A proc's steps, here; nil where something is wrong with the call, which is reported.
    ///
    /// `isAsync`: a chain of its own makes them, and `result` is the word for what it returns.
    mutating func steps(
        of call: CallSyntax, _ index: Int, isAsync: Bool = false, result: Int? = nil
    ) -> ProcedureCall? {
        let procedure = tree.procedures[index]
        guard !procedures.isTooLarge, let arguments = arguments(of: call, procedure),
            isCallable(call, index)
        else { return nil }
        let written = self.modifiers(of: call)
        let modifiers = applyModifiers(
            written, written.condition.map { condition($0) },
            to: .procedure(text(call.callee)))
        var context = ProcedureCall(procedure: index, span: call.span)
        context.isAsync = isAsync
        context.isSigned = isAsync || modifiers.condition != nil || !modifiers.isPlain
        if let syntax = procedure.result {
            let type = IntegerType.byName[text(syntax.name)] ?? .int
            context.type = type
            context.result = result ?? newLocal(context.isSigned ? .i64 : type)
        } else if !modifiers.isPlain {
            context.result = newLocal()
        }
        // Steps that are not made have the result of a call that was not.
        if result == nil, let local = context.result, modifiers.condition != nil {
            setLocal(local, procedureError(-125, call.span))
        }
        let statements = collecting { checker in
            // What returns nothing has done well at its end.
            if let result = context.result, context.type == nil || !context.isSigned {
                checker.setLocal(result, checker.add(.constant(0), call.span))
            }
            checker.checkBody(procedure, arguments, &context)
        }
        let whole = CheckedStatement.procedure(
            statements,
            CheckedSite(
                span: call.span, name: call.result, procedure: call.callee, modifiers: modifiers,
                result: context.result,
                error: modifiers.allowed.first.map { procedureError($0, call.span) }))
        program.statements.append(
            modifiers.condition.map { .if($0, then: [whole], otherwise: []) } ?? whole)
        return context
    }

    /// The number of an error in place of what a proc returns.
    private mutating func procedureError(_ number: Int64, _ span: Span) -> ValueID {
        let value = add(.constant(number), span)
        program.words.procedureErrors.insert(value)
        return value
    }

    private mutating func isCallable(_ call: CallSyntax, _ index: Int) -> Bool {
        if let outer = procedures.calls.first(where: { $0.procedure == index }) {
            diagnostics.error(
                "E0427", call.calleeSpan, "`\(text(call.callee))` would call itself",
                help: "a proc's steps stand where it is called: use a `loop`",
                notes: [.init(outer.span, "called here")])
            return false
        }
        guard procedures.calls.count < Self.maximumCalls else {
            diagnostics.error(
                "E0702", call.calleeSpan, "procs call each other at most \(Self.maximumCalls) deep")
            return false
        }
        guard scope.depth < Self.maximumNesting else {
            diagnostics.error(
                "E0702", call.calleeSpan,
                "blocks nest at most \(Self.maximumNesting) deep, those around calls of procs included",
                help: "call `\(text(call.callee))` in fewer blocks")
            return false
        }
        return true
    }

    // MARK: The body

    private mutating func checkBody(
        _ procedure: ProcedureSyntax, _ arguments: [Symbol], _ context: inout ProcedureCall
    ) {
        let (outer, loops) = (scope.enterProcedure(), here.loops)
        here.loops = 0
        context.started = here.started.count
        procedures.calls.append(context)
        procedures.called.insert(context.procedure)
        let statements = block(procedure.body) { checker in
            for (parameter, symbol) in zip(procedure.parameters, arguments) {
                _ = checker.declare(item: parameter.name, parameter.span, symbol)
            }
        }
        context = procedures.calls.removeLast()
        program.statements.append(.scope(statements))
        if context.type != nil {
            note(.endProcedure, Int(procedure.name.id), procedure.nameSpan)
        }
        scope.leaveProcedure(outer)
        here.loops = loops
    }

    mutating func checkReturn(_ value: ExpressionID?, _ span: Span) {
        guard !procedures.calls.isEmpty else {
            if let value { _ = integer(value) }
            diagnostics.error(
                "E0211", span, "`return` stands in no proc",
                help: "`stop` ends the program, and `output` hands a value out")
            return
        }
        let context = procedures.calls[procedures.calls.count - 1]
        if let value {
            guard let result = integer(value) else { return leaveProcedure(span) }
            guard let local = context.result, let type = context.type else {
                diagnostics.error(
                    "E0427", span, "this proc returns nothing",
                    help: "declare what it returns, as in `proc name(...) -> long { }`")
                return
            }
            let stored = storable(fitting(result, type), type)
            setLocal(local, context.isSigned ? signed(stored) : stored)
            escape(result)
            if context.isAsync { refuseOfLoop(result, span) }
        } else if context.type != nil {
            diagnostics.error(
                "E0427", span, "this proc returns a value", help: "write it behind `return`")
        }
        leaveProcedure(span)
    }

    private mutating func leaveProcedure(_ span: Span) {
        waitForStarted(since: procedures.calls[procedures.calls.count - 1].started)
        noteExit(.procedure, span)
        program.statements.append(.return)
    }

    // MARK: Arguments

    /// What each parameter stands for; nil where something is wrong, which is reported.
    private mutating func arguments(
        of call: CallSyntax, _ procedure: ProcedureSyntax
    ) -> [Symbol]? {
        let errors = diagnostics.list.count
        var given = [ExpressionID?](repeating: nil, count: procedure.parameters.count)
        let positions = Dictionary(
            zip(procedure.parameters.map(\.name), 0...), uniquingKeysWith: { first, _ in first })
        var next = 0
        for index in call.arguments.indices {
            let argument = tree.arguments[index]
            var position = next
            if let label = argument.label {
                guard let found = positions[label] else {
                    diagnostics.error(
                        "E0403", argument.labelSpan,
                        "`\(text(call.callee))` has no parameter `\(text(label))`",
                        help: lookups.suggestion(
                            text(label), among: procedure.parameters.map { text($0.name) }))
                    continue
                }
                position = found
            } else {
                next += 1
            }
            guard position < given.count, given[position] == nil else {
                let count = given.count
                diagnostics.error(
                    position < count ? "E0404" : "E0401", tree[argument.value].span,
                    position < count
                        ? "`\(text(procedure.parameters[position].name))` is given twice"
                        : "`\(text(call.callee))` has \(count) parameter\(count == 1 ? "" : "s"), and this is one more"
                )
                continue
            }
            given[position] = argument.value
        }
        let missing = zip(procedure.parameters, given).filter { $0.1 == nil }
        if !missing.isEmpty, diagnostics.list.count == errors {
            let names = missing.map { "`\(text($0.0.name))`" }.joined(separator: " and ")
            diagnostics.error(
                "E0402", call.span, "`\(text(call.callee))` needs \(names) too")
        }
        guard diagnostics.list.count == errors else { return nil }
        let symbols = zip(procedure.parameters, given).map { parameter, id in
            id.map { bind(parameter, $0) } ?? .hole
        }
        return diagnostics.list.count == errors ? symbols : nil
    }

    private mutating func bind(
        _ parameter: ProcedureSyntax.Parameter, _ id: ExpressionID
    ) -> Symbol {
        let span = tree[id].span
        let typeName = text(parameter.type.name)
        let given = operand(id)
        if case .hole = given { return .hole }
        if procedures.wrongParameters.contains(parameter.span) { return .hole }
        if parameter.type.isList, case .list(let list) = given,
            isList(list.type, of: typeName)
        {
            return .operand(addOperand(given))
        }
        if parameter.type.count == nil, !parameter.type.isList {
            if let type = IntegerType.byName[typeName] ?? (typeName == "fd" ? .int : nil) {
                guard let value = integer(given, span) else { return .hole }
                // A result stays the result that it is: what it opened can be closed by it.
                if case .result = program[value], type.width >= 4 {
                    return .operand(addOperand(.integer(value)))
                }
                let kept = self.kept(fitting(value, type), span)
                return .operand(addOperand(.integer(kept)))
            }
            switch typeName {
            case "path", "string", "bytes": return bindBytes(given, parameter, typeName, span)
            default: break
            }
        }
        guard case .place(let place) = given,
            place.type.description == describe(parameter.type)
        else {
            diagnostics.error(
                "E0406", span,
                "`\(text(parameter.name))` is of type `\(describe(parameter.type))`, and this is \(given.kindName)",
                help: parameter.type.isList ? "pass a list input of this type" : nil,
                notes: [.init(parameter.span, "the parameter")])
            return .hole
        }
        var bound = place
        bound.address = kept(place.address, span)
        return .operand(addOperand(.place(bound)))
    }

    private func isList(_ type: CheckedInputType, of element: String) -> Bool {
        switch type {
        case .integers(let integer): IntegerType.byName[element] == integer
        // A path is a string too.
        case .paths: element == "path" || element == "string"
        case .strings: element == "string"
        default: false
        }
    }

    private mutating func describe(_ type: TypeSyntax) -> String {
        let name = IntegerType.byName[text(type.name)]?.name ?? text(type.name)
        if type.isList { return "[\(text(type.name))]" }
        guard let count = type.count else { return name }
        return "\(name)[\(constantInteger(count, what: "an array's length") ?? 0)]"
    }

    private mutating func bindBytes(
        _ given: Operand, _ parameter: ProcedureSyntax.Parameter, _ type: String, _ span: Span
    ) -> Symbol {
        guard let bytes = bytes(given, span), type == "bytes" || bytes.isTerminated else {
            diagnostics.error(
                "E0406", span,
                "`\(text(parameter.name))` is a \(type), and this is \(given.kindName)",
                help: type == "bytes" ? "pass a variable, a slice or a string" : "as in \"name\"",
                notes: [.init(parameter.span, "the parameter")])
            return .hole
        }
        var bound = bytes
        bound.address = kept(bytes.address, span)
        bound.count = kept(bytes.count, span)
        return .operand(addOperand(.bytes(bound)))
    }
}
