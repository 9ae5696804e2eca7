// A tree as canonical text: one statement a line; parentheses where they are needed, and where they part operators
// of different precedence as their author wrote them; decimal numbers where it is not known how they were written.
//
// Input: a tree, of either spelling, and what its source holds beside it. Output: text that parses to an equal
// tree, but for the places in it and the order of its arrays. Invariant: only a tree with holes (one with errors)
// gives text that does not parse.

extension SyntaxTree {
    /// The program in the text spelling, a newline behind every statement.
    package func printedAsText() -> String {
        String(decoding: printedAsText(keeping: nil), as: UTF8.self)
    }

    /// With the comments, the empty lines and the literals of the source it was made of.
    package func printedAsText(keeping layout: SourceLayout?) -> [UInt8] {
        var printer = TextPrinter(tree: self, layout: layout)
        printer.addProgram()
        return printer.text
    }
}

struct TextPrinter {
    let tree: SyntaxTree
    var layout: SourceLayout?
    var text: [UInt8] = []
    /// Of blocks.
    var depth = 0

    mutating func add(_ words: String) { text += words.utf8 }

    mutating func add(_ name: Name) { add(tree.names[name]) }

    mutating func addTimeout(_ time: ExpressionID) {
        add(" timeout ")
        add(time, atLeast: BinaryOperator.additive)
    }

    // MARK: Statements

    mutating func addKind(_ kind: Statement.Kind) {
        switch kind {
        case .input(let name, _, let type, let value): declare("input ", name, type, value)
        case .variable(let name, _, let type, let value): declare("var ", name, type, value)
        case .call(let index): add(tree.calls[Int(index)])
        case .deferred(let index): add("defer ", tree.calls[Int(index)])
        case .output(let name, _, let key, let value, let format):
            addOutput(name, key, value, format)
        case .assert(let condition, let message):
            add("assert ")
            add(condition)
            if let message {
                add(", ")
                add(message)
            }
        case .fail(let message, let condition):
            add("fail ")
            add(message)
            addCondition(condition)
        case .stop(let condition): add("stop", condition)
        case .break(let condition): add("break", condition)
        case .continue(let condition): add("continue", condition)
        case .assign(let target, let op, let value):
            add(target)
            add(op.map { " \($0.spelling)= " } ?? " = ")
            add(assigned: value)
        default: addBlockKind(kind)
        }
    }

    /// What starts as a call would be read as one.
    mutating func add(assigned value: ExpressionID) {
        var first = value
        while true {
            switch tree[first].kind {
            case .binary(_, let left, _): first = left
            case .field(let base, _, _), .index(let base, _), .slice(let base, _, _, _):
                first = base
            case .function(let name, _, _)
            where tree.names[name] == "now"
                ? first == value : !Parser.functions.contains(tree.names[name]):
                add("(")
                add(value)
                return add(")")
            default: return add(value)
            }
        }
    }

    private mutating func add(_ word: String, _ condition: ExpressionID?) {
        add(word)
        addCondition(condition)
    }

    private mutating func add(_ word: String, _ call: CallSyntax) {
        add(word)
        add(call)
    }

    private mutating func declare(
        _ word: String, _ name: Name, _ type: TypeSyntax, _ value: ExpressionID?
    ) {
        add(word)
        add(name)
        add(": ")
        add(type)
        if let value {
            add(" = ")
            add(value)
        }
    }

    private mutating func addOutput(
        _ name: Name, _ key: ExpressionID?, _ value: ExpressionID, _ format: OutputFormat
    ) {
        add("output ")
        add(name)
        if let key {
            add("[")
            add(key)
            add("]")
        }
        if key != nil || tree[value].kind != .name(name) {
            add(" = ")
            add(value)
        }
        switch format {
        case .plain: break
        case .text: add(" as text")
        case .hex: add(" as hex")
        }
    }

    private mutating func addCondition(_ condition: ExpressionID?) {
        guard let condition else { return }
        add(" if ")
        add(condition)
    }

    // MARK: Calls

    mutating func add(_ call: CallSyntax) {
        if let result = call.result {
            add(result)
            add(" = ")
        } else if let target = call.target {
            add(target)
            add(" = ")
        }
        add(call.callee)
        add("(")
        for index in call.arguments.indices {
            if index > Int(call.arguments.start) { add(", ") }
            let argument = tree.arguments[index]
            if let label = argument.label {
                add(label)
                add(": ")
            }
            add(argument.value)
        }
        add(")")
        if let modifiers = call.modifiers { add(tree.modifiers[Int(modifiers)]) }
    }

    private mutating func add(_ modifiers: Modifiers) {
        if let expectation = modifiers.expect {
            add(" expect ")
            add(expectation)
        }
        if let allow = modifiers.allow {
            add(" allow ")
            add(list: allow)
        }
        if let retry = modifiers.retry {
            add(" retry ")
            add(list: retry.on)
            add(" up to ")
            add(retry.times, atLeast: BinaryOperator.additive)
            if let after = retry.after {
                add(" after ")
                add(after, atLeast: BinaryOperator.additive)
            }
        }
        if modifiers.isFully { add(" fully") }
        if let timeout = modifiers.timeout { addTimeout(timeout) }
        addCondition(modifiers.condition)
    }

    mutating func add(_ expectation: Expectation) {
        switch expectation {
        case .equal(let value): add(value, atLeast: BinaryOperator.additive)
        case .compare(let op, let value):
            add(op.spelling + " ")
            add(value, atLeast: BinaryOperator.additive)
        case .range(let low, let high, let isClosed):
            add(low, atLeast: BinaryOperator.additive)
            add(isClosed ? "..." : "..<")
            add(high, atLeast: BinaryOperator.additive)
        }
    }

    // MARK: Expressions

    /// How tightly what stands outermost binds; a postfix's base binds tightest.
    private func level(_ id: ExpressionID) -> Int {
        switch tree[id].kind {
        case .binary(let op, _, _): op.level
        case .unary, .address: Self.unaryLevel
        default: Self.postfixLevel
        }
    }

    private static let unaryLevel = BinaryOperator.shift + 1
    private static let postfixLevel = BinaryOperator.shift + 2

    /// In parentheses where it binds less tightly than its place asks for.
    mutating func add(_ id: ExpressionID, atLeast least: Int = 0) {
        guard level(id) >= least else {
            add("(")
            add(id)
            return add(")")
        }
        switch tree[id].kind {
        case .hole: add("?")
        case .integer, .time, .string: addLiteral(tree[id])
        case .name(let name): add(name)
        case .null: add("null")
        case .unary(let op, let inner):
            add(op.spelling)
            add(inner, atLeast: Self.unaryLevel)
        case .address(let inner):
            // Two of them side by side would be another operator.
            add("&")
            if case .address = tree[inner].kind { add(" ") }
            add(inner, atLeast: Self.unaryLevel)
        case .binary: addChain(id)
        case .field(let base, let name, _):
            add(base, atLeast: Self.postfixLevel)
            add(".")
            add(name)
        case .index(let base, let index):
            add(base, atLeast: Self.postfixLevel)
            add("[")
            add(index, atLeast: BinaryOperator.additive)
            add("]")
        case .slice(let base, let lower, let upper, let kind):
            add(base, atLeast: Self.postfixLevel)
            addBounds(lower, upper, kind)
        case .vector(let items):
            add("[")
            add(list: items)
            add("]")
        case .record(let fields): addRecord(fields)
        case .function(let name, let arguments, _):
            add(name)
            add("(")
            add(list: arguments)
            add(")")
        }
    }

    /// `a + b + c`: operators of one level group to the left, as far as they go without parentheses.
    private mutating func addChain(_ id: ExpressionID) {
        var chain: [(op: BinaryOperator, right: ExpressionID)] = []
        var left = id
        while case .binary(let op, let before, let right) = tree[left].kind {
            chain.append((op, right))
            left = before
            if tree.needsParentheses(left, in: op, onRight: false) { break }
        }
        guard let first = chain.last?.op else { return }
        add(left, in: first, onRight: false)
        for (op, right) in chain.reversed() {
            add(" \(op.spelling) ")
            add(right, in: op, onRight: true)
        }
    }

    /// A side of an operator.
    private mutating func add(
        _ side: ExpressionID, in op: BinaryOperator, onRight isRight: Bool
    ) {
        guard tree.needsParentheses(side, in: op, onRight: isRight) else { return add(side) }
        add("(")
        add(side)
        add(")")
    }

    private mutating func addBounds(
        _ lower: ExpressionID?, _ upper: ExpressionID?, _ kind: BoundKind
    ) {
        add("[")
        if let lower { add(lower, atLeast: BinaryOperator.additive) }
        add(kind == .below ? "..<" : "...")
        if let upper { add(upper, atLeast: BinaryOperator.additive) }
        add("]")
    }

    private mutating func addRecord(_ fields: ListRange) {
        add("{")
        for index in fields.indices {
            if index > Int(fields.start) { add(", ") }
            add(tree.fieldInitialisers[index].name)
            add(": ")
            add(tree.fieldInitialisers[index].value)
        }
        add("}")
    }

    private mutating func add(list: ListRange) {
        for index in list.indices {
            if index > Int(list.start) { add(", ") }
            add(tree.expressionLists[index])
        }
    }
}
