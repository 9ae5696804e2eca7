// Deep programs: what nests or follows without end is answered, by every stage, on a small stack.
//
// Input: sources that nest as deep as a source can be long, and those that nest as deep as the language allows.
// Output: an image, or an error that names the limit; never a crash.

import Foundation
import Testing

@testable import AcallCompiler
@testable import AcallImage
@testable import AcallSyntax

private struct Deep: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    var testDescription: String { name }

    init(_ name: String, _ source: String) {
        self.name = name
        self.source = source
    }
}

private func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
}

private let endless: [Deep] = [
    Deep("sum.acall", "nanosleep(1" + times("+1", 400_000) + ")\n"),
    Deep("flags.acall", "openat(AT_FDCWD, \"x\", O_RDONLY" + times("|O_RDONLY", 40_000) + ")\n"),
    Deep("conditions.acall", "input i: int\nassert i == 0" + times(" && i == 0", 100_000) + "\n"),
    Deep("parentheses.acall", "var x: long = " + times("(", 500_000) + "1\n"),
    Deep("signs.acall", "var x: long = " + times("- ", 500_000) + "1\n"),
    Deep("addresses.acall", "uname(" + times("& ", 500_000) + "x)\n"),
    Deep("functions.acall", "var x: long = " + times("min(", 500_000) + "1\n"),
    Deep("lists.acall", "writev(1, " + times("[", 500_000) + "\n"),
    Deep("records.acall", "var x: itimerspec = " + times("{value: ", 200_000) + "\n"),
    Deep("subscripts.acall", "var x: int[4]\nx" + times("[0", 500_000) + " = 1\n"),
    Deep("elements.acall", "var x: int[4]\nx" + times("[0]", 500_000) + " = 1\n"),
    Deep("fields.acall", "var x: stat\nx" + times(".y", 500_000) + " = 1\n"),
    Deep("blocks.acall", "input x: int\n" + times("if x == 0 {\n", 200_000)),
    Deep(
        "else if.acall",
        "input x: int\nif x == 0 {\n" + times("} else if x == 1 {\n", 100_000) + "}\n"),
    Deep("loops.acall", times("loop {\n", 200_000)),
    Deep("tasks.acall", times("task {\n", 200_000)),
    Deep("procs.acall", callsOfCalls(20_000)),
    Deep("blocks of procs.acall", nestedProcs(63)),
    Deep("sum.yaml", "acall: 1\nsteps:\n- nanosleep: [1" + times("+1", 400_000) + "]\n"),
    Deep(
        "flags.yaml",
        "acall: 1\nsteps:\n- openat: [AT_FDCWD, '\"x\"', O_RDONLY" + times("|O_RDONLY", 40_000)
            + "]\n"),
    Deep(
        "list of flags.yaml",
        "acall: 1\ninputs: {i: int}\nsteps:\n- openat: [AT_FDCWD, '\"x\"', [i"
            + times(", i", 40_000) + "]]\n"),
    Deep("sequences.yaml", "acall: 1\nsteps:\n- writev: [1, " + times("[", 500_000)),
    Deep("mappings.yaml", "acall: 1\nsteps:\n- f: " + times("{a: ", 500_000)),
    Deep("blocks.yaml", "acall: 1\nsteps:\n- " + times("loop: [", 100_000)),
    Deep("parentheses.yaml", "acall: 1\nsteps:\n- f: [\"" + times("(", 500_000) + "\"]\n"),
]

private let allowed: [Deep] = [
    Deep("sum.acall", "var x: long\nx = x" + times(" + x", 255) + "\n"),
    Deep("flags.acall", "openat(AT_FDCWD, \"x\", O_RDONLY" + times(" | O_RDONLY", 256) + ")\n"),
    Deep("times.acall", "nanosleep(1ms" + times(" + 1ms", 256) + ")\n"),
    Deep("conditions.acall", "input i: int\nassert i == 0" + times(" && i == 0", 255) + "\n"),
    Deep(
        "parentheses.acall",
        "input i: int\nvar x: long = " + times("(i + ", 31) + "i" + times(")", 31) + "\n"),
    Deep(
        "functions.acall",
        "input i: int\nvar x: long = " + times("min(i, ", 60) + "i" + times(")", 60) + "\n"),
    Deep(
        "blocks.acall",
        "input x: int\n" + times("if x == 0 {\n", 64) + "getpid()\n" + times("}\n", 64)),
    Deep("procs.acall", nestedProcs(15)),
]

/// Each proc calls the one before it.
private func callsOfCalls(_ count: Int) -> String {
    "proc p0() {\ngetpid()\n}\n"
        + (1..<count).map { "proc p\($0)() {\np\($0 - 1)()\n}\n" }.joined() + "p\(count - 1)()\n"
}

/// As deep as procs call each other, each call in so many blocks.
private func nestedProcs(_ depth: Int) -> String {
    let (open, close) = (times("if x == 0 {\n", depth), times("}\n", depth))
    var text = "proc p0(x: int) {\n" + open + "getpid()\n" + close + "}\n"
    for index in 1..<16 {
        text += "proc p\(index)(x: int) {\n" + open + "p\(index - 1)(x)\n" + close + "}\n"
    }
    return text + "input y: int\np15(y)\n"
}

@Suite struct DepthTests {
    /// Debug code needs several times the stack that the tool has use for.
    private static let stack = 8 << 20

    @Test(arguments: endless)
    fileprivate func whatNestsWithoutEndIsAnswered(_ deep: Deep) async {
        let result = await compile(deep)
        #expect(result.isAnswered, "\(result.messages)")
    }

    @Test(arguments: allowed)
    fileprivate func whatIsAllowedIsCompiledAndPrinted(_ deep: Deep) async {
        let result = await compile(deep)
        #expect(result.messages.isEmpty)
        #expect(result.isPrinted)
    }

    private struct Result: Sendable {
        var isAnswered = false
        var isPrinted = false
        var messages: [String] = []
    }

    private func compile(_ deep: Deep) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: Self.result(of: deep)) }
            thread.stackSize = Self.stack
            thread.start()
        }
    }

    private static func result(of deep: Deep) -> Result {
        let source = SourceText(name: deep.name, bytes: Array(deep.source.utf8))
        var diagnostics = Diagnostics(source)
        let tree =
            deep.name.hasSuffix(".yaml")
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
        let text = tree.printedAsText()
        let yaml = tree.printedAsYAML()
        var result = Result()
        let checked = try? TypedProgram(checking: tree, into: &diagnostics)
        result.messages = diagnostics.list.filter { $0.severity == .error }.map(\.message)
        _ = diagnostics.rendered(colour: false)
        guard let checked else {
            result.isAnswered = !result.messages.isEmpty
            return result
        }
        let image = BatchImage(lowering: checked)
        result.isAnswered = (try? image.verify()) != nil && !image.disassembly().isEmpty
        result.isPrinted = !text.isEmpty && !yaml.isEmpty && result.isAnswered
        return result
    }
}
