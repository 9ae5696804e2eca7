// What bytes a YAML program may be made of, how long it may be, and that what is wrong is shown in
// the right place.

import Testing

@testable import AcallSyntax

@Suite struct EncodingTests {
    private func read(_ bytes: [UInt8]) -> (tree: SyntaxTree, diagnostics: Diagnostics) {
        let source = SourceText(name: "a.yaml", bytes: bytes)
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(readingYAML: source, into: &diagnostics)
        return (tree, diagnostics)
    }

    private func read(_ text: String) -> (tree: SyntaxTree, diagnostics: Diagnostics) {
        read(Array(text.utf8))
    }

    /// The bytes that the first diagnostic is about.
    private func marked(_ text: String) -> String {
        let diagnostics = read(text).diagnostics
        guard let span = diagnostics.list.first?.span else { return "nothing is wrong" }
        return String(
            decoding: diagnostics.source.bytes[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    private let wrong = "acall: 1\nsteps:\n  - close: [fd]\n  - f: ['fur']\n    fuly: 1\n"

    @Test func placesAreTheSameBehindAByteOrderMark() {
        let plain = read(wrong).diagnostics.list
        #expect(plain.map(\.code) == ["E0809"])
        #expect(marked(wrong) == "fuly")
        #expect(marked("\u{feff}" + wrong) == "fuly")
    }

    @Test func placesAreRightInEveryKindOfScalar() {
        for prefix in ["", "\u{feff}", "# größe 漢字 😀\n"] {
            for scalar in [
                "a + $b", "'a + $b'", "\"a + $b\"", "\"\\x61 + $b\"", "\"\\u00e9x\"",
                "\"\u{e9} \\\n  b\"",
            ] {
                let text = prefix + "acall: 1\nsteps:\n  - f: [x, \(scalar), 'ü']\n"
                let expected =
                    scalar.contains("$") ? "$" : scalar.contains("u00e9") ? "\\u00e9" : "é"
                // The escape stands for both of the character's bytes, and ends where the next one
                // starts.
                #expect(marked(text).hasPrefix(expected), "\(text)")
            }
        }
    }

    @Test func linesMayEndInCRLF() {
        let text = wrong.split(separator: "\n").joined(separator: "\r\n") + "\r\n"
        #expect(marked(text) == "fuly")
        #expect(
            read(text).diagnostics.rendered(colour: false).hasPrefix("a.yaml:5:5: error[E0809]"))
        let folded =
            "acall: 1\r\nsteps:\r\n- if: >-\r\n    a +\r\n    b\r\n\r\n    $c\r\n  close: [fd]\r\n"
        #expect(marked(folded) == "$")
        let literal = folded.split(separator: ">-").joined(separator: "|")
        #expect(marked(literal) == "$")
        let quoted = "acall: 1\r\nsteps:\r\n- close: \"a +\r\n    b\r\n\r\n    $c\"\r\n"
        #expect(marked(quoted) == "$")
    }

    @Test func otherEncodingsAreNamed() {
        let bare: [UInt8] = wrong.utf8.flatMap { [$0, 0] as [UInt8] }
        let bigEndian: [UInt8] = wrong.utf8.flatMap { [0, $0] as [UInt8] }
        for bytes in [[0xff, 0xfe] + bare, [0xfe, 0xff] + bigEndian] as [[UInt8]] {
            let list = read(bytes).diagnostics.list
            #expect(list.map(\.code) == ["E0801"])
            #expect(list.first?.message == "this is UTF-16")
        }
        // Without a mark it is seen by its zeros.
        #expect(
            read(bare).diagnostics.list.first?.message
                == "a control character can't stand in a program")
    }

    @Test func bytesThatAreNoTextAreShownWhereTheyStand() {
        let cases: [(byte: UInt8, message: String)] = [
            (0xff, "this byte is not UTF-8"), (0xc3, "this byte is not UTF-8"),
            (0x80, "this byte is not UTF-8"), (0xed, "this byte is not UTF-8"),
            (0x01, "a control character can't stand in a program"),
            (0x00, "a control character can't stand in a program"),
            (0x7f, "a control character can't stand in a program"),
        ]
        for prefix in ["", "\u{feff}", "# ü\n"] {
            for (byte, message) in cases {
                let start = Array((prefix + "acall: 1\nsteps:\n  - fail: ").utf8)
                let list = read(start + [byte] + Array("x\n".utf8)).diagnostics.list
                #expect(list.count == 1 && list[0].code == "E0801")
                #expect(list.first?.message == message)
                #expect(list.first.map { Int($0.span.start) } == start.count)
            }
        }
    }

    @Test func limitsAreNamed() {
        let long = read([UInt8](repeating: 0x23, count: (4 << 20) + 1)).diagnostics.list
        #expect(long.map(\.code) == ["E0701"])
        #expect(
            read([UInt8](repeating: 0x23, count: 4 << 20)).diagnostics.list.map(\.code) == ["E0808"]
        )

        let text = String(repeating: "x", count: (1 << 20) + 1)
        #expect(
            read("acall: 1\nsteps:\n- fail: \(text)\n").diagnostics.list.map(\.code) == ["E0701"])
        #expect(read("acall: 1\nsteps:\n- fail: \(text.dropLast())\n").diagnostics.list.isEmpty)
    }

    @Test(arguments: [64, 65, 66, 300, 2000]) func depthIsLimited(_ depth: Int) {
        // The outermost sequence has the arguments.
        let open = String(repeating: "[", count: depth)
        let close = String(repeating: "]", count: depth)
        let codes = read("acall: 1\nsteps:\n- f: \(open)\(close)\n").diagnostics.list.map(\.code)
        #expect(codes == (depth <= 65 ? [] : ["E0702"]))
        let values = String(repeating: "[", count: depth - 2) + "'(1)'"
        let other = "acall: 1\nsteps:\n- f: \(values)\(close.dropFirst(2))\n"
        // 64 less one vectors, an expression, and another within its parentheses.
        #expect(read(other).diagnostics.list.map(\.code) == (depth <= 65 ? [] : ["E0702"]))
    }

    /// Blocks in each other, as deep as this, with what is below the innermost.
    private func nested(_ open: String, _ depth: Int, _ inner: String) -> String {
        var closing = ""
        for byte in open {
            if byte == "[" { closing = "]" + closing }
            if byte == "{" { closing = "}" + closing }
            if byte == "]" || byte == "}" { closing.removeFirst() }
        }
        return "acall: 1\nsteps: ["
            + String(repeating: open, count: depth) + inner
            + String(repeating: closing, count: depth) + "]\n"
    }

    @Test func blocksNestAsDeepAsInText() {
        let blocks = [
            "{loop: [", "{if: c, then: [", "{if: c, then: [], else: [", "{parallel: [",
            "{while: {cond: c, steps: [", "{for: {each: i, in: a, steps: [", "{task: {steps: [",
            "{parallel: {for: i, in: a, steps: [", "{await: {all: a, else: [",
        ]
        let deep =
            "{f: [" + String(repeating: "[", count: 63) + "1" + String(repeating: "]", count: 63)
            + "]}"
        for block in blocks {
            #expect(read(nested(block, 64, deep)).diagnostics.list.isEmpty, "\(block)")
            for depth in [65, 70, 100] {
                let list = read(nested(block, depth, "stop")).diagnostics.list
                #expect(Set(list.map(\.code)) == ["E0702"], "\(block) \(depth)")
                #expect(list.first?.message == "blocks nest at most 64 deep")
            }
            #expect(read(nested(block, 1000, "stop")).diagnostics.list.map(\.code) == ["E0702"])
        }
        let proc = "acall: 1\nprocs: {p: {steps: "
        let inner = nested("{for: {each: i, in: a, steps: [", 63, deep)
        let steps = inner.dropFirst("acall: 1\nsteps: ".count).dropLast()
        #expect(read(proc + steps + "}}\n").diagnostics.list.isEmpty)
    }

    /// What is said of a program of which so many statements are read already.
    private func read(_ text: String, behind count: Int) -> [Diagnostic] {
        var diagnostics = Diagnostics(SourceText(name: "a.yaml", bytes: Array(text.utf8)))
        guard let document = YAMLDocumentReader.read(diagnostics.source, into: &diagnostics) else {
            return diagnostics.list
        }
        var reader = YAMLReader(SyntaxTree(), diagnostics, document)
        reader.parser.statementCount = count
        reader.readProgram()
        return reader.parser.diagnostics.list
    }

    @Test func stepsAreLimitedWhereverTheyStand() {
        let cases = [
            ("steps: [stop, stop, stop]", 3), ("steps: [{loop: [stop, stop]}]", 3),
            ("steps: [{output: [a, b, c]}, stop]", 4), ("steps: [{output: {a: b, c: d}}]", 2),
            ("steps: [{output: a}]", 1), ("steps: [{var: {a: int, b: int}}, stop]", 3),
            ("steps: [{input: {a: int}}]", 1), ("steps: [{include: [a, b]}, {include: c}]", 3),
            ("include: [a, b]\nprocs: {p: {steps: [stop]}}\ninputs: {a: int}", 5),
            ("include: a\nvars: {a: int, b: int}", 3),
            ("steps: [{if: c, then: [], else: [{if: c, then: [stop]}]}]", 2),
            ("steps: [{if: c, then: [stop], else: [{if: c, then: []}, stop]}]", 4),
            ("steps: [{parallel: [{steps: [stop]}, {task: {steps: []}}]}]", 4),
            ("steps: [{defer: {f: }}, {async: {f: }}, {await: {any: [a, b], else: [stop]}}]", 4),
        ]
        for (text, count) in cases {
            let text = "acall: 1\n\(text)\n"
            #expect(read(text, behind: 1_000_000 - count).isEmpty, "\(text)")
            let list = read(text, behind: 1_000_001 - count)
            #expect(list.map(\.code) == ["E0701"], "\(text)")
            #expect(list.first?.message == "a program has at most 1,000,000 steps")
        }
    }

    @Test func errorsAreLimited() {
        let item = "  - f: [a b]\n"
        let cases = [
            "acall: 1\nsteps:\n" + String(repeating: item, count: 3000),
            "acall: 1\nsteps:\n- f:\n" + String(repeating: "  - a b\n", count: 3000),
            "acall: 1\nsteps:\n- f:\n" + (0..<3000).map { "    a\($0): a b\n" }.joined(),
            "acall: 1\nsteps:\n- f: [{" + (0..<3000).map { "\"-\($0)\": 1, " }.joined() + "}]\n",
            "acall: 1\nsteps:\n- f:\n" + String(repeating: "    a: b\n", count: 3000),
            "acall: 1\nsteps:\n" + String(repeating: "- {a: 1, a: 1}\n", count: 3000),
            "acall: 1\nsteps:\n- close: [fd]\n  allow:\n"
                + String(repeating: "  - 1\n", count: 3000),
            "acall: 1\ninputs:\n" + (0..<3000).map { "  a\($0): 1\n" }.joined(),
            "acall: 1\nsteps:\n- output:\n" + (0..<3000).map { "    a\($0): a b\n" }.joined(),
            "acall: 1\n" + (0..<3000).map { "a\($0): 1\n" }.joined(),
            "acall: 1\nsteps:\n- loop:\n" + String(repeating: item, count: 3000),
            "acall: 1\nsteps:\n" + String(repeating: "- {loop: [{f: [a b]}]}\n", count: 3000),
            "acall: 1\nsteps:\n- await:\n" + String(repeating: "  - a b\n", count: 3000),
            "acall: 1\ninclude:\n" + String(repeating: "- []\n", count: 3000),
            "acall: 1\nprocs:\n" + (0..<3000).map { "  a\($0): 1\n" }.joined(),
            "acall: 1\nprocs:\n  p:\n    steps: []\n    params:\n"
                + (0..<3000).map { "      a\($0): 1\n" }.joined(),
            "acall: 1\nsteps:\n- while:\n" + (0..<3000).map { "    a\($0): 1\n" }.joined(),
        ]
        for (index, text) in cases.enumerated() {
            let list = read(text).diagnostics.list
            #expect((100...103).contains(list.count), "case \(index): \(list.count)")
            #expect(list.count { $0.code == "E0103" } == 1, "case \(index)")
        }
    }
}
