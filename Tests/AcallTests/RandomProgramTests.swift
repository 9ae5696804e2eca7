// Random well-typed programs, run in four ways: text and YAML, the image written and read back, and a plain
// sequential interpreter of the test's own. All must give the same outputs.
//
// Input: a seed, printed where something differs. The programs terminate: every loop counts.

import AcallCatalog
import TestSupport
import Testing

@testable import Acall
@testable import AcallCompiler
@testable import AcallExecutor
@testable import AcallImage
@testable import AcallSyntax

/// Arithmetic that fails, or the program's own `fail`: it ends there.
private struct Stopped: Error {}

/// A way out of a block.
private enum Exit { case none, breaks, continues, returns }

private indirect enum Term {
    case number(Int64)
    case variable(String)
    case binary(String, Term, Term)
    case smaller(Term, Term)
    case larger(Term, Term)
    /// A clock does not go back.
    case clock

    var text: String {
        switch self {
        case .number(let value): value < 0 ? "(0 - \(-value))" : String(value)
        case .variable(let name): name
        case .binary(let op, let a, let b): "(\(a.text) \(op) \(b.text))"
        case .smaller(let a, let b): "min(\(a.text), \(b.text))"
        case .larger(let a, let b): "max(\(a.text), \(b.text))"
        case .clock: "(now(CLOCK_MONOTONIC) + 1s - now(CLOCK_MONOTONIC) <= 1s)"
        }
    }
}

private indirect enum Action {
    case assign(String, String, Term)
    case output(String, Term)
    case keyed(String, Term, Term)
    case branch(Term, [Action], [Action])
    case count(String, Int, [Action])
    case loop(String, Int, [Action])
    case leave(Exit, Term)
    case fail(Term)
    case call(String, Int, [Term])
    case parallel(String, Int, String, [Action], Term)
    case declare(String, Term)
}

private struct Procedure {
    var name: String
    var body: [Action]
    var result: Term
}

private struct Generator {
    var state: UInt64
    var names = 0
    var outputs = 0
    var procedures: [Procedure] = []

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func name(_ prefix: String) -> String {
        names += 1
        return "\(prefix)\(names)"
    }

    mutating func term(_ variables: [String], _ depth: Int = 3) -> Term {
        if depth == 0 || next(3) == 0 {
            if !variables.isEmpty, next(3) > 0 {
                return .variable(variables[next(variables.count)])
            }
            return next(20) == 0 ? .clock : .number(Int64(next(40)) - 12)
        }
        let (a, b) = (term(variables, depth - 1), term(variables, depth - 1))
        switch next(10) {
        case 0: return .smaller(a, b)
        case 1: return .larger(a, b)
        default:
            let operators = ["+", "-", "*", "&", "|", "^", "==", "<", ">=", "&&", "||", "/", "%"]
            return .binary(operators[next(operators.count)], a, b)
        }
    }

    mutating func block(
        _ readable: [String], _ writable: [String], _ depth: Int, inLoop: Bool, isShared: Bool
    ) -> [Action] {
        var (readable, writable) = (readable, writable)
        var actions: [Action] = []
        for _ in 0..<1 + next(4) {
            switch next(depth > 0 ? 12 : 5) {
            case 0...2 where !writable.isEmpty:
                let ops = ["=", "+=", "-=", "^="]
                actions.append(
                    .assign(writable[next(writable.count)], ops[next(4)], term(readable)))
            case 3 where !isShared:
                outputs += 1
                actions.append(.keyed("o\(outputs)", term(readable, 1), term(readable)))
            case 4:
                let name = name("v")
                actions.append(.declare(name, term(readable)))
                readable.append(name)
                writable.append(name)
            case 5, 6:
                actions.append(
                    .branch(
                        term(readable),
                        block(readable, writable, depth - 1, inLoop: inLoop, isShared: isShared),
                        next(2) == 0
                            ? []
                            : block(
                                readable, writable, depth - 1, inLoop: inLoop, isShared: isShared)))
            case 7, 8:
                let index = name("i")
                let body = block(
                    readable + [index], writable, depth - 1, inLoop: true, isShared: isShared)
                actions.append(
                    next(2) == 0 ? .count(index, next(5), body) : .loop(index, next(5), body))
            case 9 where inLoop:
                actions.append(.leave(next(2) == 0 ? .breaks : .continues, term(readable)))
            case 10 where !procedures.isEmpty && !isShared:
                let name = name("r")
                actions.append(
                    .call(name, next(procedures.count), [term(readable), term(readable)]))
                readable.append(name)
            case 11 where !isShared && !inLoop:
                outputs += 1
                let index = name("p")
                let own = block(readable + [index], [], 1, inLoop: false, isShared: true)
                let declared = own.compactMap {
                    if case .declare(let name, _) = $0 { name } else { nil }
                }
                actions.append(
                    .parallel(
                        index, next(9), "o\(outputs)", own, term(readable + [index] + declared)))
            default: if next(12) == 0 { actions.append(.fail(term(readable, 1))) }
            }
        }
        return actions
    }
}

// The text.
private func lines(_ actions: [Action], _ procedures: [Procedure], _ indent: String) -> String {
    actions.map { line($0, procedures, indent) }.joined()
}

private func line(_ action: Action, _ procedures: [Procedure], _ indent: String) -> String {
    let inner = indent + "    "
    switch action {
    case .assign(let name, let op, let value): return "\(indent)\(name) \(op) \(value.text)\n"
    case .output(let name, let value): return "\(indent)output \(name) = \(value.text)\n"
    case .keyed(let name, let key, let value):
        return "\(indent)output \(name)[\(key.text)] = \(value.text)\n"
    case .branch(let condition, let then, let otherwise):
        var text = "\(indent)if \(condition.text) {\n\(lines(then, procedures, inner))\(indent)}"
        if !otherwise.isEmpty {
            text += " else {\n\(lines(otherwise, procedures, inner))\(indent)}"
        }
        return text + "\n"
    case .count(let name, let count, let body):
        return
            "\(indent)for \(name) in 0..<\(count) {\n\(lines(body, procedures, inner))\(indent)}\n"
    case .loop(let name, let count, let body):
        return "\(indent)var \(name): long = -1\n\(indent)loop {\n\(inner)\(name) += 1\n"
            + "\(inner)break if \(name) >= \(count)\n\(lines(body, procedures, inner))\(indent)}\n"
    case .leave(let exit, let condition):
        return "\(indent)\(exit == .breaks ? "break" : "continue") if \(condition.text)\n"
    case .fail(let condition): return "\(indent)fail \"on purpose\" if \(condition.text)\n"
    case .call(let name, let index, let arguments):
        let words = arguments.map(\.text).joined(separator: ", ")
        // What changes nothing.
        let modifiers = ["", " timeout 600s", " allow ETIMEDOUT, ENOENT timeout 600s"][index % 3]
        return "\(indent)\(name) = \(procedures[index].name)(\(words))\(modifiers)\n"
    case .parallel(let name, let count, let output, let body, let value):
        return
            "\(indent)parallel for \(name) in 0..<\(count) limit 3 {\n\(lines(body, procedures, inner))"
            + "\(inner)output \(output)[\(name)] = \(value.text)\n\(indent)}\n"
    case .declare(let name, let value): return "\(indent)var \(name): long = \(value.text)\n"
    }
}

/// The interpreter.
private struct Machine {
    var variables: [String: Int64] = [:]
    var outputs: [String: Int64] = [:]
    /// Outputs of items of a `parallel for` that failed, and what they were before, which they may be still.
    var replaced: [String: Int64?] = [:]
    var hasFailed = false
    let procedures: [Procedure]

    func value(_ term: Term) throws -> Int64 {
        switch term {
        case .number(let value): return value
        case .variable(let name): return variables[name]!
        case .smaller(let a, let b): return min(try value(a), try value(b))
        case .larger(let a, let b): return max(try value(a), try value(b))
        case .clock: return 1
        case .binary(let op, let left, let right):
            let a = try value(left)
            if op == "&&" { return a == 0 ? 0 : try value(right) != 0 ? 1 : 0 }
            if op == "||" { return a != 0 ? 1 : try value(right) != 0 ? 1 : 0 }
            let b = try value(right)
            func checked(_ result: (partialValue: Int64, overflow: Bool)) throws -> Int64 {
                if result.overflow { throw Stopped() }
                return result.partialValue
            }
            switch op {
            case "+": return try checked(a.addingReportingOverflow(b))
            case "-": return try checked(a.subtractingReportingOverflow(b))
            case "*": return try checked(a.multipliedReportingOverflow(by: b))
            case "/":
                return b == 0
                    ? try { throw Stopped() }() : try checked(a.dividedReportingOverflow(by: b))
            case "%": return b == 0 ? try { throw Stopped() }() : b == -1 ? 0 : a % b
            case "&": return a & b
            case "|": return a | b
            case "^": return a ^ b
            case "==": return a == b ? 1 : 0
            case "<": return a < b ? 1 : 0
            default: return a >= b ? 1 : 0
            }
        }
    }

    mutating func run(_ actions: [Action]) throws -> Exit {
        for action in actions {
            let exit = try run(action)
            if exit != .none { return exit }
        }
        return .none
    }

    private mutating func run(_ action: Action) throws -> Exit {
        switch action {
        case .assign(let name, let op, let term):
            let (old, new) = (Term.number(variables[name]!), Term.number(try value(term)))
            variables[name] = try value(op == "=" ? new : .binary(String(op.dropLast()), old, new))
        case .declare(let name, let term): variables[name] = try value(term)
        case .output(let name, let term): outputs[name] = try value(term)
        case .keyed(let name, let key, let term):
            let key = try value(key)
            outputs["\(name)[\(key)]"] = try value(term)
        case .branch(let condition, let then, let otherwise):
            return try run(try value(condition) != 0 ? then : otherwise)
        case .count(let name, let count, let body), .loop(let name, let count, let body):
            for index in 0..<count {
                variables[name] = Int64(index)
                if try run(body) == .breaks { break }
            }
        case .leave(let exit, let condition): return try value(condition) != 0 ? exit : .none
        case .fail(let condition): if try value(condition) != 0 { throw Stopped() }
        case .call(let name, let index, let arguments):
            var machine = Machine(procedures: procedures)
            machine.variables = ["a": try value(arguments[0]), "b": try value(arguments[1])]
            _ = try machine.run(procedures[index].body)
            variables[name] = try machine.value(procedures[index].result)
        case .parallel(let name, let count, let output, let body, let term):
            let before = outputs
            var failed = false
            for index in 0..<count {
                var machine = self
                machine.variables[name] = Int64(index)
                do {
                    _ = try machine.run(body)
                    outputs["\(output)[\(index)]"] = try machine.value(term)
                } catch { failed = true }
            }
            guard failed else { break }
            // One item that fails ends the others wherever they are.
            for key in outputs.keys where outputs[key] != before[key] {
                replaced[key] = .some(before[key])
            }
            throw Stopped()
        }
        return .none
    }
}

@Suite struct RandomProgramTests {
    private func outputs(_ report: Report) -> [String: Int64] {
        var found: [String: Int64] = [:]
        for output in report.outputs {
            if case .integer(let value)? = output.value { found[output.name] = value }
            for item in output.items ?? [] {
                if case .integer(let value) = item.value {
                    found["\(output.name)[\(item.key.shown)]"] = value
                }
            }
        }
        return found
    }

    /// nil where the checker sees an overflow or a division by zero that the generator made of constants.
    private func image(_ source: SourceText, isYAML: Bool) throws -> (SyntaxTree, BatchImage)? {
        var diagnostics = Diagnostics(source)
        let tree =
            isYAML
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
        let checked = try? TypedProgram(checking: tree, into: &diagnostics)
        if checked == nil, diagnostics.list.contains(where: { $0.code == "E0422" }) {
            return nil
        }
        let program = try #require(
            checked,
            """
            \(diagnostics.rendered(colour: false))
            \(String(decoding: source.bytes, as: UTF8.self))
            """)
        return (tree, BatchImage(lowering: program))
    }

    @Test func fourWaysGiveTheSame() throws {
        var (compared, outputs) = (0, 0)
        let first = seed()
        for number: UInt64 in 0..<200 {
            guard let count = try compare(first &+ number &* 0x9e37_79b9_7f4a_7c15) else {
                continue
            }
            compared += 1
            outputs += count
        }
        // What is compared is worth it.
        #expect(compared > 100 && outputs > compared, "\(compared) programs, \(outputs) outputs")
    }

    /// How many outputs it had; nil where the checker refuses it.
    private func compare(_ seed: UInt64) throws -> Int? {
        var generator = Generator(state: seed)
        for _ in 0..<2 {
            let body = generator.block(["a", "b"], [], 1, inLoop: false, isShared: true)
            let declared = body.compactMap {
                if case .declare(let name, _) = $0 { name } else { nil }
            }
            let result = generator.term(["a", "b"] + declared)
            generator.procedures.append(
                Procedure(name: generator.name("f"), body: body, result: result))
        }
        let globals = ["x", "y", "z"]
        let actions = generator.block(globals, globals, 4, inLoop: false, isShared: false)
        let procedures = generator.procedures
        var text = ""
        for procedure in procedures {
            text +=
                "proc \(procedure.name)(a: long, b: long) -> long {\n"
                + lines(procedure.body, procedures, "    ")
                + "    return \(procedure.result.text)\n}\n"
        }
        text += globals.map { "var \($0): long = 3\n" }.joined() + lines(actions, procedures, "")
        text += globals.map { "output g_\($0) = \($0)\n" }.joined()

        var machine = Machine(procedures: procedures)
        for name in globals { machine.variables[name] = 3 }
        var hasFailed = false
        do {
            _ = try machine.run(actions)
            for name in globals { machine.outputs["g_\(name)"] = machine.variables[name] }
        } catch { hasFailed = true }

        let note = Comment(rawValue: "seed \(seed)\n\(text)")
        let source = SourceText(name: "random.acall", bytes: Array(text.utf8))
        guard let (tree, own) = try image(source, isYAML: false) else { return nil }
        let yaml = SourceText(name: "random.acall", bytes: tree.printedAsYAML())
        let (_, other) = try #require(try image(yaml, isYAML: true))
        #expect(own.records.count == other.records.count, note)
        #expect(own.data == other.data, note)
        let back = try BatchImage(decoding: own.encoded())
        #expect(back.encoded() == own.encoded(), note)
        let engine = try Engine()
        for image in [own, other, back] {
            let report = try LoadedProgram(image, inputs: [:]).run(on: engine, catalog: Catalog())
            let given = outputs(report)
            for key in Set(given.keys).union(machine.outputs.keys)
            where given[key] != machine.outputs[key] {
                #expect(machine.replaced[key].map { $0 == given[key] } ?? false, note)
            }
            #expect((report.status != 0) == hasFailed, note)
        }
        return machine.outputs.count
    }
}
