// What a statement is as YAML: the keys of its step.

/// A step: a word by itself, or keys.
enum YAMLStep {
    case word(String)
    case entries([(key: String, value: YAMLValue)])
    /// Keys that stand on one line, if they fit.
    case short([(key: String, value: YAMLValue)])
}

extension YAMLPrinter {
    typealias Entries = [(key: String, value: YAMLValue)]

    mutating func add(_ step: YAMLStep, _ column: Int, comment: SourceComment?) {
        switch step {
        case .word(let word):
            add(word)
            endLine(comment)
        case .entries(let entries): add(entries, column, comment: comment)
        case .short(let entries):
            let line = flow(.mapping(entries))
            guard column + line.count <= Self.maximumWidth else {
                return add(entries, column, comment: comment)
            }
            text += line
            endLine(comment)
        }
    }

    mutating func step(_ statement: Statement, isTask: Bool) -> YAMLStep {
        switch statement.kind {
        case .input, .variable, .procedure:
            let isInput = if case .input = statement.kind { true } else { false }
            let isVariable = if case .variable = statement.kind { true } else { false }
            let entries = declaration(statement).map { [$0] } ?? []
            return .entries([(isInput ? "input" : isVariable ? "var" : "proc", .mapping(entries))])
        case .call(let index): return .entries(call(tree.calls[Int(index)]))
        case .deferred(let index):
            return .entries([("defer", .mapping(call(tree.calls[Int(index)])))])
        case .async(let index):
            return .entries([("async", .mapping(call(tree.calls[Int(index)])))])
        case .output: return .entries([("output", output(statement))])
        case .assert(let condition, nil): return .entries([("assert", scalar(condition))])
        case .assert(let condition, let reason?):
            return .entries([
                ("assert", .mapping([("that", scalar(condition)), ("message", message(reason))]))
            ])
        case .fail(let text, let condition):
            return .entries([("fail", message(text))] + optional("if", condition))
        case .stop(let condition): return word("stop", condition)
        case .break(let condition): return word("break", condition)
        case .continue(let condition): return word("continue", condition)
        case .return(let value): return word("return", value)
        case .assign(let target, let op, let value):
            let sign = op.map { $0.spelling + "= " } ?? ""
            let result = YAMLValue.scalar(
                printed {
                    $0.add(sign)
                    $0.add(assigned: value)
                })
            return .short([("as", scalar(target)), ("set", result)])
        case .cancel(let name, _): return .entries([("cancel", self.name(name))])
        case .include(let file): return .entries([("include", message(file))])
        default: return .entries(blockEntries(statement.kind, isTask: isTask))
        }
    }

    private mutating func blockEntries(_ kind: Statement.Kind, isTask: Bool) -> Entries {
        switch kind {
        case .if(let condition, let then, let otherwise):
            let entries: Entries = [("if", scalar(condition)), ("then", .steps(then))]
            return entries + (otherwise.map { [("else", .steps($0))] } ?? [])
        case .loop(let body): return [("loop", .steps(body))]
        case .while(let condition, let body):
            return [("while", .mapping([("cond", scalar(condition)), ("steps", .steps(body))]))]
        case .for(let name, _, let items, let body):
            return [
                (
                    "for",
                    .mapping([
                        ("each", self.name(name)), ("in", iteration(items)),
                        ("steps", .steps(body)),
                    ])
                )
            ]
        case .task(let name, _, let body):
            let entries: Entries =
                (name.map { [("as", self.name($0))] } ?? []) + [("steps", .steps(body))]
            return isTask ? entries : [("task", .mapping(entries))]
        case .await(let syntax): return [("await", awaited(syntax))]
        case .parallel(let body): return [("parallel", .tasks(body))]
        case .parallelFor(let name, _, let items, let limit, let body):
            let head: Entries = [("for", self.name(name)), ("in", iteration(items))]
            return [
                ("parallel", .mapping(head + optional("limit", limit) + [("steps", .steps(body))]))
            ]
        default: return []
        }
    }

    private mutating func awaited(_ syntax: AwaitSyntax) -> YAMLValue {
        let targets = YAMLValue.sequence(syntax.targets.map { name($0.name) })
        if !syntax.isAny, syntax.timeout == nil, syntax.otherwise == nil { return targets }
        let first: Entries = [(syntax.isAny ? "any" : "all", targets)]
        let last: Entries = syntax.otherwise.map { [("else", .steps($0))] } ?? []
        return .mapping(first + optional("timeout", syntax.timeout) + last)
    }

    private mutating func word(_ word: String, _ condition: ExpressionID?) -> YAMLStep {
        condition.map { .entries([(word, scalar($0))]) } ?? .word(word)
    }

    private mutating func optional(_ key: String, _ id: ExpressionID?) -> Entries {
        id.map { [(key, scalar($0))] } ?? []
    }

    // MARK: Declarations

    /// `name: type`, `name: {type: ..., value: ...}`, `name: {params: ..., result: ..., steps: ...}`
    mutating func declaration(_ statement: Statement) -> (key: String, value: YAMLValue)? {
        switch statement.kind {
        case .input(let name, _, let type, let value):
            (tree.names[name], declared(type, "default", value))
        case .variable(let name, _, let type, let value):
            (tree.names[name], declared(type, "value", value))
        case .procedure(let index): procedure(tree.procedures[Int(index)])
        default: nil
        }
    }

    private mutating func declared(
        _ type: TypeSyntax, _ key: String, _ value: ExpressionID?
    ) -> YAMLValue {
        guard let value else { return self.type(type) }
        return .mapping([("type", self.type(type)), (key, self.value(value))])
    }

    private mutating func procedure(_ syntax: ProcedureSyntax) -> (key: String, value: YAMLValue) {
        var entries: Entries = []
        if !syntax.parameters.isEmpty {
            var parameters: Entries = []
            for parameter in syntax.parameters {
                parameters.append((tree.names[parameter.name], type(parameter.type)))
            }
            entries.append(("params", .mapping(parameters)))
        }
        if let result = syntax.result { entries.append(("result", type(result))) }
        entries.append(("steps", .steps(syntax.body)))
        return (tree.names[syntax.name], .mapping(entries))
    }

    private mutating func type(_ type: TypeSyntax) -> YAMLValue {
        if type.isList { return .sequence([name(type.name)]) }
        return .scalar(printed { $0.add(type) })
    }

    // MARK: Outputs

    /// A name, or a mapping of one.
    mutating func output(_ statement: Statement) -> YAMLValue {
        guard case .output(let name, _, let key, let value, let format) = statement.kind else {
            return .sequence([])
        }
        if key == nil, tree[value].kind == .name(name), format == .plain { return self.name(name) }
        let shown: YAMLValue =
            switch format {
            case .plain: scalar(value)
            case .text: .mapping([("value", scalar(value)), ("as", .text("text"))])
            case .hex: .mapping([("value", scalar(value)), ("as", .text("hex"))])
            }
        var label = tree.names[name]
        if let key {
            label += "[\(String(decoding: printed { $0.add(key) }, as: UTF8.self))]"
        }
        return .mapping([(label, shown)])
    }

    // MARK: Calls

    /// `as`, the call, its modifiers.
    mutating func call(_ call: CallSyntax) -> Entries {
        var entries: Entries = []
        if let result = call.result {
            entries.append(("as", name(result)))
        } else if let target = call.target {
            entries.append(("as", scalar(target)))
        }
        entries.append((tree.names[call.callee], arguments(call.arguments)))
        if let modifiers = call.modifiers { add(tree.modifiers[Int(modifiers)], to: &entries) }
        return entries
    }

    private mutating func arguments(_ range: ListRange) -> YAMLValue {
        let list = tree.arguments[range.indices]
        if list.allSatisfy({ $0.label == nil }) {
            var items: [YAMLValue] = []
            for argument in list { items.append(value(argument.value)) }
            return .sequence(items)
        }
        var entries: Entries = []
        for (index, argument) in list.enumerated() {
            // One that goes by its position has that as its key.
            let key = argument.label.map { tree.names[$0] } ?? String(index)
            entries.append((key, value(argument.value)))
        }
        return .mapping(entries)
    }

    private mutating func add(_ modifiers: Modifiers, to entries: inout Entries) {
        if let expectation = modifiers.expect {
            entries.append(("expect", .scalar(printed { $0.add(expectation) })))
        }
        if let allow = modifiers.allow { entries.append(("allow", errnos(allow))) }
        if let retry = modifiers.retry {
            let parts: Entries = [("on", errnos(retry.on)), ("times", scalar(retry.times))]
            entries.append(("retry", .mapping(parts + optional("after", retry.after))))
        }
        if modifiers.isFully { entries.append(("fully", .text("true"))) }
        entries += optional("timeout", modifiers.timeout)
        entries += optional("if", modifiers.condition)
    }

    private mutating func errnos(_ list: ListRange) -> YAMLValue {
        var items: [YAMLValue] = []
        for id in tree.expressionLists[list.indices] { items.append(scalar(id)) }
        return .sequence(items)
    }

    // MARK: Values

    private func name(_ name: Name) -> YAMLValue { .text(tree.names[name]) }

    private mutating func scalar(_ id: ExpressionID) -> YAMLValue {
        .scalar(printed { $0.add(id) })
    }

    private mutating func iteration(_ items: Iteration) -> YAMLValue {
        .scalar(printed { $0.add(items) })
    }

    /// A string's bytes as they stand.
    func string(_ id: ExpressionID) -> [UInt8] {
        if case .string(let index) = tree[id].kind { tree.strings[Int(index)] } else { [] }
    }

    private func message(_ id: ExpressionID) -> YAMLValue { .scalar(string(id)) }

    /// Where sequences are vectors and mappings are structures. What would mean something else is spelled as text.
    private mutating func value(_ id: ExpressionID, depth: Int = 0) -> YAMLValue {
        switch tree[id].kind {
        case .vector(let items) where depth < 8:
            var values: [YAMLValue] = []
            for item in tree.expressionLists[items.indices] {
                values.append(value(item, depth: depth + 1))
            }
            return .sequence(values)
        case .record(let range) where depth < 8:
            let fields = tree.fieldInitialisers[range.indices]
            let names = fields.map { tree.names[$0.name] }
            // `{text: ...}` is a string.
            guard names != ["text"], Set(names).count == names.count else { return scalar(id) }
            var entries: Entries = []
            for field in fields {
                entries.append((tree.names[field.name], value(field.value, depth: depth + 1)))
            }
            return .mapping(entries)
        default: return scalar(id)
        }
    }
}
