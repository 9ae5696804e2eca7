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
        case .output(let name, _, let value, let format):
            "output \(names[name]) = \(outline(value)) as \(format)"
        case .assert(let condition, let message):
            "assert \(outline(condition)), \(outline(message))"
        case .fail(let message, let condition): "fail \(outline(message)) if \(outline(condition))"
        case .stop(let condition): "stop if \(outline(condition))"
        }
    }

    private func outline(_ type: TypeSyntax) -> String {
        "\(type.isList ? "list of " : "")\(names[type.name])[\(outline(type.count))]"
    }

    private func outline(_ call: CallSyntax) -> String {
        let arguments = self.arguments[call.arguments.indices].map {
            ($0.label.map { "\(names[$0]): " } ?? "") + outline($0.value)
        }
        let result = call.result.map { "\(names[$0]) = " } ?? ""
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
