// What a tree says, without where it says it: the same for two trees that differ in spans, in the order of
// their arrays and in the ids of their names only.
//
// Input: a tree. Output: one shape a statement. Invariant: every part of a node but its spans is in its shape.

@testable import AcallSyntax

/// A node by its kind, its own text and its children.
indirect enum Shape: Equatable {
    case leaf(String)
    case node(String, [Shape])
    /// Where an optional part is missing.
    case none
}

extension SyntaxTree {
    var shapes: [Shape] { statements.map { shape($0.kind) } }

    private func shape(_ statement: Statement.Kind) -> Shape {
        switch statement {
        case .input(let name, _, let type, let value):
            .node("input \(names[name])", [shape(type), shape(value)])
        case .variable(let name, _, let type, let value):
            .node("var \(names[name])", [shape(type), shape(value)])
        case .call(let index): shape(calls[Int(index)])
        case .deferred(let index): .node("defer", [shape(calls[Int(index)])])
        case .output(let name, _, let key, let value, let format):
            .node("output \(names[name]) \(format)", [shape(key), shape(value)])
        case .assert(let condition, let message):
            .node("assert", [shape(condition), shape(message)])
        case .fail(let message, let condition):
            .node("fail", [shape(message), shape(condition)])
        case .stop(let condition): .node("stop", [shape(condition)])
        case .assign(let target, let op, let value):
            .node("assign \(op.map { "\($0)" } ?? "")", [shape(target), shape(value)])
        case .break(let condition): .node("break", [shape(condition)])
        case .continue(let condition): .node("continue", [shape(condition)])
        case .return(let value): .node("return", [shape(value)])
        case .cancel(let name, _): .leaf("cancel \(names[name])")
        case .include(let file): .node("include", [shape(file)])
        case .async(let index): .node("async", [shape(calls[Int(index)])])
        default: blockShape(statement)
        }
    }

    private func blockShape(_ statement: Statement.Kind) -> Shape {
        switch statement {
        case .if(let condition, let then, let otherwise):
            .node(
                "if", [shape(condition), shape(then), otherwise.map { shape($0) } ?? .none])
        case .loop(let body): .node("loop", [shape(body)])
        case .while(let condition, let body): .node("while", [shape(condition), shape(body)])
        case .for(let name, _, let items, let body):
            .node("for \(names[name])", [shape(items), shape(body)])
        case .task(let name, _, let body):
            .node("task \(name.map { names[$0] } ?? "")", [shape(body)])
        case .await(let syntax):
            .node(
                "await \(syntax.isAny) \(syntax.targets.map { names[$0.name] })",
                [shape(syntax.timeout), syntax.otherwise.map { shape($0) } ?? .none])
        case .parallel(let body): .node("parallel", [shape(body)])
        case .parallelFor(let name, _, let items, let limit, let body):
            .node("parallel for \(names[name])", [shape(items), shape(limit), shape(body)])
        case .procedure(let index): shape(procedures[Int(index)])
        default: .none
        }
    }

    private func shape(_ id: BlockID) -> Shape {
        .node("block", self[id].statements.map { shape($0.kind) })
    }

    private func shape(_ items: Iteration) -> Shape {
        switch items {
        case .items(let list): shape(list)
        case .range(let low, let high, let isClosed):
            .node("range \(isClosed)", [shape(low), shape(high)])
        }
    }

    private func shape(_ procedure: ProcedureSyntax) -> Shape {
        .node(
            "proc \(names[procedure.name])",
            procedure.parameters.map { .node(names[$0.name], [shape($0.type)]) }
                + [procedure.result.map { shape($0) } ?? .none, shape(procedure.body)])
    }

    private func shape(_ type: TypeSyntax) -> Shape {
        .node("\(type.isList ? "list" : "one") \(names[type.name])", [shape(type.count)])
    }

    private func shape(_ call: CallSyntax) -> Shape {
        let arguments = call.arguments.indices.map { index in
            Shape.node(
                self.arguments[index].label.map { names[$0] } ?? "",
                [shape(self.arguments[index].value)])
        }
        return .node(
            "\(call.result.map { names[$0] } ?? "") = \(names[call.callee])",
            [shape(call.target)] + arguments + [
                call.modifiers.map { shape(modifiers[Int($0)]) } ?? .none
            ])
    }

    private func shape(_ modifiers: Modifiers) -> Shape {
        .node("timed", [shape(modifiers.timeout), untimedShape(modifiers)])
    }

    private func untimedShape(_ modifiers: Modifiers) -> Shape {
        let expectation: Shape =
            switch modifiers.expect {
            case .equal(let value): shape(value)
            case .compare(let op, let value): .node("\(op)", [shape(value)])
            case .range(let low, let high, let isClosed):
                .node("\(isClosed)", [shape(low), shape(high)])
            case nil: .none
            }
        let retry: Shape =
            modifiers.retry.map {
                .node("retry", [shape($0.on), shape($0.times), shape($0.after)])
            } ?? .none
        return .node(
            "fully \(modifiers.isFully)",
            [
                expectation, modifiers.allow.map { shape($0) } ?? .none, retry,
                shape(modifiers.condition),
            ])
    }

    private func shape(_ list: ListRange) -> Shape {
        .node("list", expressionLists[list.indices].map { shape($0) })
    }

    private func shape(_ id: ExpressionID?) -> Shape { id.map { shape($0) } ?? .none }

    private func shape(_ id: ExpressionID) -> Shape {
        switch self[id].kind {
        case .hole: .leaf("hole")
        case .integer(let value): .leaf("integer \(value)")
        case .time(let value): .leaf("time \(value)")
        case .string(let index): .leaf("string \(strings[Int(index)])")
        case .name(let name): .leaf("name \(names[name])")
        case .null: .leaf("null")
        case .unary(let op, let inner): .node("\(op)", [shape(inner)])
        case .binary(let op, let left, let right): .node("\(op)", [shape(left), shape(right)])
        case .field(let base, let name, _): .node("field \(names[name])", [shape(base)])
        case .index(let base, let index): .node("index", [shape(base), shape(index)])
        case .slice(let base, let lower, let upper, let kind):
            .node("slice \(kind)", [shape(base), shape(lower), shape(upper)])
        case .vector(let items): .node("vector", [shape(items)])
        case .record(let fields):
            .node(
                "record",
                fieldInitialisers[fields.indices].map { field in
                    .node("field \(names[field.name])", [shape(field.value)])
                })
        case .function(let name, let arguments, _):
            .node("function \(names[name])", [shape(arguments)])
        case .address(let inner): .node("address", [shape(inner)])
        }
    }
}
