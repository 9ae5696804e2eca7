// After an error: the rest of the statement is passed over, and nothing else; however much is wrong, little is
// said and little time is taken.

import AcallText
import Testing

@testable import AcallSyntax

@Suite struct RecoveryTests {
    /// The lines on which something is wrong, and the names of the calls that were read.
    private func read(_ text: String) -> (lines: [Int], calls: [String]) {
        let source = SourceText(name: "test", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &diagnostics)
        let index = SourceMap(source.bytes)
        return (
            diagnostics.list.map { index.line(of: Int($0.span.start)) },
            tree.calls.map { tree.names[$0.callee] }
        )
    }

    private static let statements: [(String, [Int], [String])] = [
        // The next line is a statement of its own, whatever was left open.
        ("f(\"x\ng())\nh()", [1, 2], ["g", "h"]),
        ("f(1\ng(2\nh()", [1, 2], ["h"]),
        ("f([1, {a: 2\ng()", [1], ["g"]),
        ("f(1 2\ng(3 4\nh(5 6)", [1, 2, 3], []),
        ("a = f(\"x\nvar b: bytes[0x]\nc(\n", [1, 2, 3], []),
        ("  f(1 2\n  g()", [1], ["g"]),
        // The lines of one call are passed over together.
        ("f(\n  1 2,\n  3)\ng()", [2], ["g"]),
        ("f(\n  1 2,\n  3\n)\ng()", [2], ["g"]),
        ("f((1 2),\n  3)\ng()", [1], ["g"]),
        ("f(1, [\n  2 3,\n\n  # more\n  4,\n], 5) fully\ng()", [2], ["g"]),
        ("var x: t = {\n  a 1,\n  b: 2\n}\ng()", [2], ["g"]),
        ("\tf(1 2,\n\t\t3)\n\tg()", [1], ["g"]),
        // A semicolon behind an error may have been meant for something else.
        ("f(1; 2); g()\nh()", [1], ["h"]),
        ("f(); g(1 2\nh()", [1], ["f", "h"]),
        // Blocks.
        ("loop {\n  f(\n}\ng()", [2], ["g"]),
        ("loop {\n  f(1 2\n  g()\n}\nh()", [2], ["g", "h"]),
        ("if a {\n  f()\n} else {\n  f()\n}\ng()", [], ["f", "f", "g"]),
        ("if a b {\n  f()\n} else {\n  f()\n}\ng()", [1], ["g"]),
        ("while {\n  f()\n}\ng()", [1], ["g"]),
        ("loop {\n  f()\n", [3], ["f"]),
        // Nothing behind it.
        ("f(1 2", [1], []), ("f(1 2\n\n\n", [1], []), ("f(1 2\n  ", [1], []), ("f(1 2\n#", [1], []),
    ]

    @Test(arguments: statements)
    func theNextStatementIsReadForItself(_ text: String, _ lines: [Int], _ calls: [String]) {
        let (wrong, read) = read(text)
        #expect(wrong == lines)
        #expect(read == calls)
    }

    @Test func errorsBeyondAHundredAreLeftOut() {
        let (lines, _) = read(String(repeating: "x(1))\n", count: 5000))
        #expect(lines.count == 101 && lines.last == 101)
        let source = SourceText(name: "n", bytes: Array("a b".utf8))
        var many = Diagnostics(source)
        for number in 0..<1000 { many.warning("W0601", Span(0, 1), "warning \(number)") }
        #expect(many.list.count == 100 && !many.hasErrors && !many.isFull)
        for number in 0..<1000 { many.error("E0301", Span(2, 3), "error \(number)") }
        #expect(many.list.count == 201 && many.hasErrors && many.isFull)
        #expect(many.list.count { $0.code == "E0103" } == 1)
    }

    @Test func thatThereAreTooManyIsSaidLast() {
        var many = Diagnostics(SourceText(name: "n", bytes: Array(repeating: 0x61, count: 300)))
        for number in 0..<200 { many.error("E0301", Span(200 - number, 200), "error") }
        let heads = many.rendered(colour: false).split(separator: "\n").filter {
            $0.contains(": error[")
        }
        #expect(heads.count == 101)
        #expect(heads.last?.contains("E0103") == true)
    }

    /// Each would take minutes if an error took time in proportion to its line, or a line to those before it.
    @Test(arguments: [
        String(repeating: "a(1);", count: 20_000) + "b(1 2",
        "f(1 2" + String(repeating: "\n", count: 200_000),
        "f(1 2" + String(repeating: "\n #", count: 100_000),
        String(repeating: "f(1 2\n #\n", count: 20_000),
        String(repeating: "f(\n", count: 50_000),
        "f(1 2\n" + String(repeating: " ;\n", count: 100_000),
        "f(1 2\n" + String(repeating: " (", count: 100_000),
    ]) func largeSourcesEnd(_ text: String) {
        let (lines, _) = read(text)
        #expect((1...101).contains(lines.count))
    }

    @Test func errorsOnOneLongLineAreShown() {
        // As a later stage finds them: a hundred, on a line that is the whole file.
        let bytes = Array(String(repeating: "nosuch(1);", count: 40_000).utf8)
        var diagnostics = Diagnostics(SourceText(name: "n", bytes: bytes))
        for number in 0..<40_000 {
            diagnostics.error("E0304", Span(number * 10, number * 10 + 6), "nothing")
        }
        let text = diagnostics.rendered(colour: false)
        #expect(text.hasSuffix("\n101 errors\n"))
        #expect(text.contains("n:1:991: error[E0304]: nothing\n1 | ...nosuch(1);"))
        #expect(text.utf8.count < 40_000)
    }
}
