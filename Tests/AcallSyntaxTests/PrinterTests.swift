// Trees as text: the printed text parses to the same tree, keeps the parentheses between operators of different
// precedence and no others that it can do without, and printing it again changes nothing.

import Foundation
import TestSupport
import Testing

@testable import AcallSyntax

@Suite struct PrinterTests {
    private func parse(_ text: String) -> (tree: SyntaxTree, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics(SourceText(name: "test", bytes: Array(text.utf8)))
        let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        return (tree, diagnostics)
    }

    /// Parses, prints, parses again.
    private func check(_ text: String, _ comment: Comment) {
        let (tree, before) = parse(text)
        guard before.list.isEmpty else { return }
        let printed = tree.printedAsText()
        let (again, after) = parse(printed)
        #expect(after.list.isEmpty, "\(comment)\n\(text)\n\(printed)\n\(after.list)")
        #expect(again.shapes == tree.shapes, "\(comment)\n\(text)\n\(printed)")
        #expect(again.printedAsText() == printed, "\(comment)\n\(text)")
    }

    @Test func programsComeBackAsTheyWere() throws {
        let folder = Grammar.file.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("programs")
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".acall") {
            let text = try String(
                contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            #expect(parse(text).diagnostics.list.isEmpty, "\(name)")
            check(text, "\(name)")
            count += 1
        }
        #expect(count >= 15)
    }

    @Test func sentencesOfTheGrammarComeBackAsTheyWere() throws {
        let seed = seed()
        var maker = SentenceMaker(try Grammar(), seed: seed)
        for _ in 0..<400 {
            let tokens = maker.tokens(
                of: "program", depth: Int.random(in: 8...20, using: &maker.random))
            check(tokens.joined(separator: " "), "seed \(seed)")
        }
    }

    /// What is written, and its canonical form.
    private static let canonical: [(String, String)] = [
        ("stop if ((a))", "stop if a"),
        ("stop if (a * b) + c", "stop if (a * b) + c"),
        ("stop if x * b + c", "stop if x * b + c"),
        ("stop if (a + b) | c", "stop if (a + b) | c"),
        ("stop if (a << b) + 1", "stop if (a << b) + 1"),
        ("stop if a << (b + 1)", "stop if a << (b + 1)"),
        ("stop if (a & b) == 0", "stop if (a & b) == 0"),
        ("stop if a == (b | c)", "stop if a == (b | c)"),
        ("stop if (a - 1) & 6", "stop if (a - 1) & 6"),
        ("stop if (a) & (b[0])", "stop if a & b[0]"),
        ("stop if (a && b) || c", "stop if (a && b) || c"),
        ("stop if a * (b + c)", "stop if a * (b + c)"),
        ("stop if (a - b) - c", "stop if a - b - c"),
        ("stop if a - (b - c)", "stop if a - (b - c)"),
        ("stop if a | (b & c)", "stop if a | (b & c)"),
        ("stop if x | b & c", "stop if x | b & c"),
        ("stop if (a | b) & c", "stop if (a | b) & c"),
        ("stop if a << (b << c)", "stop if a << (b << c)"),
        ("stop if (a < b) == (c < d)", "stop if (a < b) == (c < d)"),
        ("stop if (a < b) && (c || d)", "stop if (a < b) && (c || d)"),
        ("stop if a && (b && c)", "stop if a && (b && c)"),
        ("stop if -(-a)", "stop if --a"),
        ("stop if -(a + b)", "stop if -(a + b)"),
        ("stop if (-a).b", "stop if (-a).b"),
        ("stop if -(a.b)", "stop if -a.b"),
        ("f(&(&a), b & &a)", "f(& &a, b & &a)"),
        ("f(b[(i)], b[(i < j)], b[(a + 1)...])", "f(b[i], b[(i < j)], b[a + 1...])"),
        ("f(b[..<n], b[1...2], b[0..<(4)])", "f(b[..<n], b[1...2], b[0..<4])"),
        ("n = f(x: 1,) expect (a == b)", "n = f(x: 1) expect (a == b)"),
        ("f() fully if a allow E, F", "f() allow E, F fully if a"),
        ("f() retry E up to (2) after 1000ms", "f() retry E up to 2 after 1s"),
        ("f() expect 3...(5)", "f() expect 3...5"),
        ("f() expect > (-1)", "f() expect > -1"),
        ("f(0x10, 0644, 1KiB, 'A', 1_000)", "f(16, 420, 1024, 65, 1000)"),
        ("f(1500us, 2000ns, 0s, 7ns)", "f(1500us, 2us, 0s, 7ns)"),
        (#"f("\x41\u00e9\x00\x1b\xff\x7f\u0085")"#, #"f("A\#u{e9}\0\e\xff\x7f\xc2\x85")"#),
        (#"f("a\"b\\c\n\t\r'\'")"#, #"f("a\"b\\c\n\t\r''")"#),
        ("output n = n", "output n"),
        ("output n = m as hex", "output n = m as hex"),
        ("var p: pollfd = {fd: 0, events: 1,}", "var p: pollfd = {fd: 0, events: 1}"),
        ("input xs: [path] = [ ]", "input xs: [path] = []"),
        (
            "assert a, \"b\"; fail \"c\" if d; defer f()",
            "assert a, \"b\"\nfail \"c\" if d\ndefer f()"
        ),
    ]

    @Test(arguments: canonical)
    func canonicalTextIsTheShortest(_ written: String, _ canonical: String) {
        let (tree, diagnostics) = parse(written)
        #expect(diagnostics.list.isEmpty, "\(diagnostics.list)")
        #expect(tree.printedAsText() == canonical + "\n")
        check(written, "\(written)")
    }

    @Test func longChainsOfOperatorsArePrinted() {
        let text = "stop if " + Array(repeating: "a", count: 257).joined(separator: " + ") + "\n"
        #expect(parse(text).tree.printedAsText() == text)
    }

    @Test func shapesTellTreesApart() {
        let texts =
            Self.canonical.map(\.1) + ["f(a)", "f(b)", "g(a)", "f(a: a)", "n = f(a)", "f(1s)"]
        let shapes = texts.map { parse($0).tree.shapes }
        for (index, shape) in shapes.enumerated() {
            #expect(!shape.isEmpty)
            for other in shapes[..<index] { #expect(shape != other, "\(texts[index])") }
        }
    }
}
