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

    @Test(arguments: [60, 61, 62, 2000]) func depthIsLimited(_ depth: Int) {
        // The program, its steps, and a step are three levels.
        let open = String(repeating: "[", count: depth)
        let close = String(repeating: "]", count: depth)
        let codes = read("acall: 1\nsteps:\n- f: \(open)\(close)\n").diagnostics.list.map(\.code)
        #expect(codes == (depth <= 61 ? [] : ["E0702"]))
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
        ]
        for (index, text) in cases.enumerated() {
            let list = read(text).diagnostics.list
            #expect((100...103).contains(list.count), "case \(index): \(list.count)")
            #expect(list.count { $0.code == "E0103" } == 1, "case \(index)")
        }
    }
}
