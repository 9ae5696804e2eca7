// A tree as text without its places: two spellings of one program have equal outlines.

@testable import AcallSyntax

extension SyntaxTree {
    /// One line a statement, every part of it but the spans.
    var outline: [String] { statements.map { outline($0.kind) } }

    /// The same with every argument by its position.
    var outlineWithoutLabels: [String] {
        var tree = self
        for index in tree.arguments.indices { tree.arguments[index].label = nil }
        return tree.outline
    }

    private func outline(_ statement: Statement.Kind) -> String {
        switch statement {
        case .input(let name, _, let type, let value):
            "input \(names[name]): \(outline(type)) = \(outline(value))"
        case .variable(let name, _, let type, let value):
            "var \(names[name]): \(outline(type)) = \(outline(value))"
        case .call(let call): outline(calls[Int(call)])
        case .deferred(let call): "defer \(outline(calls[Int(call)]))"
        case .output(let name, _, let key, let value, let format):
            "output \(names[name])[\(outline(key))] = \(outline(value)) as \(format)"
        case .assert(let condition, let message):
            "assert \(outline(condition)), \(outline(message))"
        case .fail(let message, let condition): "fail \(outline(message)) if \(outline(condition))"
        case .stop(let condition): "stop if \(outline(condition))"
        case .assign(let target, let op, let value):
            "\(outline(target)) \(op.map { "\($0)" } ?? "") = \(outline(value))"
        case .if(let condition, let then, let otherwise):
            "if \(outline(condition)) \(outline(then)) else \(otherwise.map { outline($0) } ?? "")"
        case .loop(let body): "loop \(outline(body))"
        case .while(let condition, let body): "while \(outline(condition)) \(outline(body))"
        case .for(let name, _, let items, let body):
            "for \(names[name]) in \(outline(items)) \(outline(body))"
        case .break(let condition): "break if \(outline(condition))"
        case .continue(let condition): "continue if \(outline(condition))"
        case .async(let call): "async \(outline(calls[Int(call)]))"
        case .task(let name, _, let body): "task \(name.map { names[$0] } ?? "") \(outline(body))"
        case .await(let syntax):
            "await any \(syntax.isAny) \(syntax.targets.map { names[$0.name] }) timeout "
                + "\(outline(syntax.timeout)) else \(syntax.otherwise.map { outline($0) } ?? "")"
        case .cancel(let name, _): "cancel \(names[name])"
        case .parallel(let body): "parallel \(outline(body))"
        case .parallelFor(let name, _, let items, let limit, let body):
            "parallel for \(names[name]) in \(outline(items)) limit \(outline(limit)) "
                + outline(body)
        case .include(let file): "include \(outline(file))"
        case .procedure(let index): outline(procedures[Int(index)])
        case .return(let value): "return \(outline(value))"
        }
    }

    private func outline(_ id: BlockID) -> String {
        "{ \(self[id].statements.map { outline($0.kind) }.joined(separator: "; ")) }"
    }

    private func outline(_ items: Iteration) -> String {
        switch items {
        case .items(let list): outline(list)
        case .range(let low, let high, let isClosed):
            "\(outline(low)) \(isClosed ? "through" : "to") \(outline(high))"
        }
    }

    private func outline(_ procedure: ProcedureSyntax) -> String {
        let parameters = procedure.parameters.map { "\(names[$0.name]): \(outline($0.type))" }
        return "proc \(names[procedure.name])(\(parameters)) -> "
            + "\(procedure.result.map { outline($0) } ?? "") \(outline(procedure.body))"
    }

    private func outline(_ type: TypeSyntax) -> String {
        "\(type.isList ? "list of " : "")\(names[type.name])[\(outline(type.count))]"
    }

    private func outline(_ call: CallSyntax) -> String {
        let arguments = self.arguments[call.arguments.indices].map {
            ($0.label.map { "\(names[$0]): " } ?? "") + outline($0.value)
        }
        let result =
            call.result.map { "\(names[$0]) = " } ?? call.target.map { "\(outline($0)) = " } ?? ""
        return "\(result)\(names[call.callee])(\(arguments.joined(separator: ", ")))"
            + (call.modifiers.map { outline(modifiers[Int($0)]) } ?? "")
    }

    private func outline(_ modifiers: Modifiers) -> String {
        var text = " modified"
        switch modifiers.expect {
        case .equal(let value): text += " expect \(outline(value))"
        case .compare(let op, let value): text += " expect \(op) \(outline(value))"
        case .range(let low, let high, let isClosed):
            text += " expect \(outline(low)) \(isClosed ? "through" : "to") \(outline(high))"
        case nil: break
        }
        if let allow = modifiers.allow { text += " allow \(outline(allow))" }
        if let retry = modifiers.retry {
            text += " retry \(outline(retry.on)) times \(outline(retry.times))"
            text += " after \(outline(retry.after))"
        }
        if modifiers.isFully { text += " fully" }
        if modifiers.timeout != nil { text += " timeout \(outline(modifiers.timeout))" }
        return text + " if \(outline(modifiers.condition))"
    }

    private func outline(_ list: ListRange) -> String {
        "[" + expressionLists[list.indices].map { outline($0) }.joined(separator: ", ") + "]"
    }

    private func outline(_ id: ExpressionID?) -> String { id.map { outline($0) } ?? "none" }

    private func outline(_ id: ExpressionID) -> String {
        switch self[id].kind {
        case .hole: "<hole>"
        case .integer(let value): "\(value)"
        case .time(let value): "\(value)ns"
        case .string(let index): "text\(strings[Int(index)])"
        case .name(let name): names[name]
        case .null: "null"
        case .unary(let op, let inner): "(\(op) \(outline(inner)))"
        case .binary(let op, let left, let right): "(\(outline(left)) \(op) \(outline(right)))"
        case .field(let base, let name, _): "\(outline(base)).\(names[name])"
        case .index(let base, let index): "\(outline(base))[\(outline(index))]"
        case .slice(let base, let lower, let upper, let kind):
            "\(outline(base))[\(outline(lower)) \(kind) \(outline(upper))]"
        case .vector(let items): outline(items)
        case .record(let range):
            "{"
                + fieldInitialisers[range.indices]
                .map { "\(names[$0.name]): \(outline($0.value))" }.joined(separator: ", ") + "}"
        case .function(let name, let arguments, _): "\(names[name])\(outline(arguments))"
        case .address(let inner): "&\(outline(inner))"
        }
    }
}
