// Files by their bytes: line ends, marks, bytes that are no text, and files at the limits.

import Testing

@testable import AcallSyntax

@Suite struct ByteTests {
    private func parse(_ bytes: [UInt8]) -> (tree: SyntaxTree, list: [Diagnostic]) {
        var diagnostics = Diagnostics(SourceText(name: "t", bytes: bytes))
        let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        return (tree, diagnostics.list)
    }

    private func parse(_ text: String) -> (tree: SyntaxTree, list: [Diagnostic]) {
        parse(Array(text.utf8))
    }

    private static let good: [(String, Int)] = [
        ("", 0), ("\n\n\n", 0), ("# nothing", 0), (";;;", 0), ("\u{feff}", 0), ("\r\n", 0),
        ("f()", 1), ("f()\n", 1), ("f()\r\ng()\r\n", 2), ("\u{feff}f()\ng()", 2), ("\tf(\t)\t", 1),
        ("f(); g();", 2), ("f(\n\n  a,\r\n  b # both\n)\ng()", 2), ("f() # g()\n", 1),
        ("f(\"\u{1f600}\") # \u{e9}", 1),
    ]

    @Test(arguments: good)
    func lineEndsAndMarksMeanNothingElse(_ text: String, _ statements: Int) {
        let (tree, list) = parse(text)
        #expect(list.isEmpty && tree.statements.count == statements, "\(list)")
    }

    @Test func placesCountTheByteOrderMark() {
        #expect(parse("\u{feff}f(]").list.map(\.span) == [Span(5, 6)])
        #expect(parse("f(]").list.map(\.span) == [Span(2, 3)])
    }

    private static let wrong: [([UInt8], String, Int)] = [
        (Array("f(\0)".utf8), "E0101", 2), (Array("\0".utf8), "E0101", 0),
        (Array("f(".utf8) + [0xff] + Array(")".utf8), "E0101", 2),
        (Array("f(\"a".utf8) + [0xc3, 0x28] + Array("\")".utf8), "E0101", 2),
        (Array("f(\"a".utf8) + [0xed, 0xa0, 0x80] + Array("\")".utf8), "E0101", 2),
        (Array("f(\"\0\")".utf8), "E0101", 3), (Array("f(\"a\r\n\")".utf8), "E0104", 2),
        (Array("f()\n\u{feff}g()".utf8), "E0101", 4), (Array("f\u{a0}()".utf8), "E0101", 1),
        (Array("fail \"a\\\"\ng()".utf8), "E0104", 5), (Array("f('\\'".utf8), "E0104", 2),
        ([0xfe, 0xff, 0, 0x66], "E0101", 0), (Array("f() \u{b}".utf8), "E0101", 4),
    ]

    @Test(arguments: wrong)
    func bytesThatAreNoProgramAreFound(_ bytes: [UInt8], _ code: String, _ place: Int) {
        let list = parse(bytes).list
        #expect(list.first?.code == code && list.first?.span.start == UInt32(place), "\(list)")
    }

    @Test(arguments: ["(", "[", "-", "!", "& ", "a[", "{a: ", "max(", "(((((a + "])
    func nestingHasALimit(_ opening: String) {
        for count in [65, 1000, 100_000] {
            let list = parse("f(" + String(repeating: opening, count: count) + "\nclose(fd))").list
            #expect(list.contains { $0.code == "E0702" }, "\(count)")
            #expect(list.count <= 3, "\(count): \(list.count)")
        }
        #expect(parse("f(((((((((((a))))))))))) # ten").list.isEmpty)
        #expect(parse("f(" + String(repeating: ".x", count: 1000) + ")").list.count == 1)
    }

    @Test func errorsHaveALimit() {
        let list = parse(String(repeating: "f(]\n", count: 10_000)).list
        #expect(list.count == 101 && list.last?.code == "E0103")
    }

    @Test func sourceHasALimit() {
        let most = [UInt8](repeating: 0x0a, count: 4 << 20)
        #expect(parse(most).list.isEmpty)
        #expect(parse(most + [0x0a]).list.map(\.code) == ["E0701"])
    }

    @Test func stringsHaveALimit() {
        let most = String(repeating: "a", count: 1 << 20)
        #expect(parse("f(\"\(most)\")").list.isEmpty)
        #expect(parse("f(\"\(most)a\")").list.map(\.code) == ["E0701"])
    }
}
