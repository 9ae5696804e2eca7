// Random programs with blocks, chains, procedures, comments and empty lines: their expressions and calls are the
// grammar's sentences, what holds them is made here.
//
// Invariant: every program parses without errors; `comments` holds the comments' texts in their order.

@testable import AcallSyntax

struct ProgramMaker {
    private var sentences: SentenceMaker
    private(set) var text = ""
    private(set) var comments: [String] = []
    private let hasBlocks: Bool
    private var random: Random
    private var names = 0

    init(_ grammar: Grammar, seed: UInt64, hasBlocks: Bool) {
        sentences = SentenceMaker(grammar, seed: seed)
        random = Random(state: ~seed)
        self.hasBlocks = hasBlocks
    }

    mutating func make() -> String {
        text = ""
        comments = []
        names = 0
        if oneIn(2) { addComments(0) }
        if hasBlocks, oneIn(3) { addLine("include \(make("STRING"))", 0) }
        if hasBlocks, oneIn(2) { addProcedure(0) }
        for _ in 0..<count(3) { addLine("input \(name()): \(make("type"))\(initial())", 0) }
        for _ in 0..<count(3) { addLine("var \(name()): \(make("type"))\(initial())", 0) }
        addStatements(0, count(6))
        if oneIn(2) { addComments(0) }
        return text
    }

    // MARK: Choices

    private mutating func oneIn(_ number: Int) -> Bool {
        Int.random(in: 0..<number, using: &random) == 0
    }

    private mutating func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &random) }

    private mutating func make(_ production: String) -> String {
        let depth = Int.random(in: 4...10, using: &random)
        return sentences.tokens(of: production, depth: depth).joined(separator: " ")
    }

    private mutating func name() -> String {
        names += 1
        return "name\(names)"
    }

    private mutating func initial() -> String { oneIn(2) ? " = \(make("expression"))" : "" }

    private mutating func condition() -> String { oneIn(2) ? " if \(make("expression"))" : "" }

    // MARK: Lines

    private mutating func comment() -> String {
        let words = [
            "plain", "# twice", "a: b", "- dash", "\"quoted", "{x", "é\u{2028}", "\u{1}", "",
            "  far",
        ]
        let text = " c\(comments.count) \(words.randomElement(using: &random) ?? "")"
        var end = text[...]
        while end.last == " " { end = end.dropLast() }
        comments.append(String(end))
        return "#" + text
    }

    private mutating func addComments(_ depth: Int) {
        for _ in 0..<count(2) {
            if oneIn(3) { text += "\n" }
            text += indentation(depth) + comment() + "\n"
        }
    }

    private mutating func indentation(_ depth: Int) -> String {
        oneIn(4) ? " " : String(repeating: "\t", count: depth)
    }

    /// A line, perhaps with a comment behind it.
    private mutating func addLine(_ line: String, _ depth: Int) {
        if oneIn(4) { text += "\n\n" }
        if oneIn(4) { addComments(depth) }
        text += indentation(depth) + line
        if oneIn(4) { text += " " + comment() }
        text += "\n"
    }

    // MARK: Statements

    private mutating func addStatements(_ depth: Int, _ count: Int) {
        for _ in 0..<count { addStatement(depth) }
        if oneIn(4) { addComments(depth) }
    }

    private mutating func addStatement(_ depth: Int) {
        guard hasBlocks, depth < 4, oneIn(2) else { return addSimple(depth) }
        switch Int.random(in: 0..<11, using: &random) {
        case 0: addIf(depth)
        case 1: addBlock("loop", depth)
        case 2: addBlock("while \(make("expression"))", depth)
        case 3: addBlock("for \(iteration())", depth)
        case 4: addBlock(oneIn(2) ? "task" : "task \(name())", depth)
        case 5: addBlock("parallel", depth)
        case 6:
            let limit = oneIn(2) ? " limit \(make("sum"))" : ""
            addBlock("parallel for \(iteration())\(limit)", depth)
        case 7:
            addBlock("await \(oneIn(2) ? "any " : "")\(name()) timeout \(make("sum")) else", depth)
        case 8: addProcedure(depth)
        case 9: addLine("async \(oneIn(2) ? "\(name()) = " : "")\(make("call"))", depth)
        default: addJump(depth)
        }
    }

    private mutating func iteration() -> String {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: "\(name()) in \(make("sum"))"
        case 1: "\(name()) in \(make("sum")) ..< \(make("sum"))"
        default: "\(name()) in \(make("sum")) ... \(make("sum"))"
        }
    }

    private mutating func addSimple(_ depth: Int) {
        if hasBlocks, oneIn(4) {
            let op = ["", "+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||"]
            let compound = op.randomElement(using: &random) ?? ""
            let place = oneIn(2) ? name() : "\(name())[\(make("sum"))].f"
            return addLine("\(place) \(compound)= (\(make("expression")))", depth)
        }
        if hasBlocks, oneIn(8) { return addLine("\(name())[1] = \(make("call"))", depth) }
        if hasBlocks, oneIn(8) {
            return addLine("output \(name())[\(make("sum"))] = \(make("expression"))", depth)
        }
        let kinds = ["output", "assertion", "failure", "end", "deferral", "step", "step", "step"]
        addLine(make(kinds.randomElement(using: &random) ?? "step"), depth)
    }

    private mutating func addJump(_ depth: Int) {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: addLine("break\(condition())", depth)
        case 1: addLine("continue\(condition())", depth)
        case 2: addLine("cancel \(name())", depth)
        case 3: addLine("return\(oneIn(2) ? " \(make("expression"))" : "")", depth)
        case 4: addLine("await \(name()), \(name())", depth)
        default: addLine("var \(name()): \(make("type"))\(initial())", depth)
        }
    }

    private mutating func addBlock(_ head: String, _ depth: Int) {
        addLine("\(head) {", depth)
        addStatements(depth + 1, count(3))
        addLine("}", depth)
    }

    private mutating func addIf(_ depth: Int) {
        addLine("if \(make("expression")) {", depth)
        addStatements(depth + 1, count(3))
        for _ in 0..<count(2) {
            addLine("} else if \(make("expression")) {", depth)
            addStatements(depth + 1, count(2))
        }
        if oneIn(2) {
            addLine(oneIn(2) ? "} else {" : "}\n else {", depth)
            addStatements(depth + 1, count(3))
        }
        addLine("}", depth)
    }

    private mutating func addProcedure(_ depth: Int) {
        var parameters: [String] = []
        for _ in 0..<count(3) { parameters.append("\(name()): \(make("type"))") }
        let result = oneIn(2) ? " -> \(make("type"))" : ""
        addBlock("proc \(name())(\(parameters.joined(separator: ", ")))\(result)", depth)
    }
}
