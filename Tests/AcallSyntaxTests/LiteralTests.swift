// Literals and what they are worth, and the words that may be names.

import Testing

@testable import AcallSyntax

@Suite struct LiteralTests {
    /// A value's node and what was said about it.
    private func value(_ text: String) -> (
        kind: Expression.Kind?, tree: SyntaxTree, codes: [String]
    ) {
        var diagnostics = Diagnostics(SourceText(name: "t", bytes: Array("f(\(text))".utf8)))
        let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        return (
            tree.arguments.first.map { tree[$0.value].kind }, tree, diagnostics.list.map(\.code)
        )
    }

    private static let integers: [(String, UInt64)] = [
        ("0", 0), ("42", 42), ("1_000", 1000), ("1_", 1), ("0x2a", 42), ("0X2A", 42),
        ("0xff_ff", 65535), ("0644", 420), ("00", 0), ("0o644", 420), ("0b11", 3), ("0b1_0", 2),
        ("18446744073709551615", .max), ("0xffffffffffffffff", .max),
        ("01777777777777777777777", .max), ("64KiB", 65536), ("1MiB", 1 << 20), ("2GiB", 2 << 30),
        ("1TiB", 1 << 40), ("0x10KiB", 16384), ("16777215TiB", 0xff_ffff << 40), ("'A'", 65),
        ("'\\n'", 10), ("'\\x00'", 0), ("'\\xff'", 255), ("'\\''", 39), ("'\"'", 34),
        ("' '", 32), ("'\\0'", 0), ("'\\e'", 27),
    ]

    @Test(arguments: integers)
    func integersAreWorth(_ text: String, _ worth: UInt64) {
        let (kind, _, codes) = value(text)
        #expect(codes == [] && kind == .integer(worth))
    }

    private static let times: [(String, UInt64)] = [
        ("0s", 0), ("100ns", 100), ("10us", 10_000), ("500ms", 500_000_000), ("2s", 2_000_000_000),
        ("1_000ms", 1_000_000_000), ("18446744073s", 18_446_744_073_000_000_000),
    ]

    @Test(arguments: times)
    func timesAreNanoseconds(_ text: String, _ worth: UInt64) {
        let (kind, _, codes) = value(text)
        #expect(codes == [] && kind == .time(worth))
    }

    private static let strings: [(String, [UInt8])] = [
        (#""""#, []), (#""a""#, [97]), (#""\n\t\r\0\e\\\"\'""#, [10, 9, 13, 0, 27, 92, 34, 39]),
        (#""\x00\xff\x7F""#, [0, 255, 127]), (#""\u00e9""#, [0xc3, 0xa9]),
        (#""\u0041\u20ac""#, [0x41, 0xe2, 0x82, 0xac]),
        ("\"\u{e9}\u{1f600}\"", [195, 169, 240, 159, 152, 128]),
        ("\"a\tb # no comment; no end\"", Array("a\tb # no comment; no end".utf8)),
    ]

    @Test(arguments: strings)
    func stringsAreBytes(_ text: String, _ bytes: [UInt8]) {
        let (kind, tree, codes) = value(text)
        #expect(codes == [] && kind == .string(0) && tree.strings == [bytes])
    }

    private static let wrong: [(String, String)] = [
        ("08", "E0102"), ("0o9", "E0102"), ("0b2", "E0102"), ("0x", "E0102"), ("0b", "E0102"),
        ("0o", "E0102"), ("0xg", "E0102"), ("1kb", "E0102"), ("1S", "E0102"), ("1sec", "E0102"),
        ("1e9", "E0102"), ("12abc", "E0102"), ("18446744073709551616", "E0102"),
        ("0x1_0000_0000_0000_0000", "E0102"), ("16777216TiB", "E0102"), ("18446744074s", "E0102"),
        (String(repeating: "9", count: 10_000), "E0102"), ("''", "E0102"), ("'ab'", "E0102"),
        ("'\u{e9}'", "E0102"), ("'", "E0104"), ("\"", "E0104"), ("\"\\\"", "E0104"),
        ("\"\\q\"", "E0105"), ("\"\\x\"", "E0105"), ("\"\\x1\"", "E0105"), ("\"\\xgg\"", "E0105"),
        ("\"\\u\"", "E0105"), ("\"\\u12\"", "E0105"), ("\"\\ud800\"", "E0105"),
        ("\"\\u{41}\"", "E0105"), ("\"a\u{1}b\"", "E0101"), ("\"a\u{7f}b\"", "E0101"),
        ("1.5", "E0102"), ("0x10ms", "E0102"), ("010s", "E0102"), ("0b1us", "E0102"),
    ]

    @Test(arguments: wrong)
    func wrongLiteralsGetOneError(_ text: String, _ code: String) {
        #expect(value(text).codes == [code])
    }

    @Test(arguments: [
        "to", "text", "any", "after", "limit", "up", "as", "hex", "from", "on", "in", "times",
        "then", "each", "min", "max", "sizeof", "steps",
    ])
    func wordsInsideStatementsMayBeNames(_ word: String) {
        let text = """
            input \(word): int
            \(word) = openat(\(word), \(word): \(word).\(word)) if \(word) == \(word)
            write(1, "x") allow \(word) retry \(word) up to \(word) after \(word)
            output \(word) = \(word) as text
            """
        var diagnostics = Diagnostics(SourceText(name: "t", bytes: Array(text.utf8)))
        let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        #expect(diagnostics.list.isEmpty, "\(diagnostics.list)")
        #expect(tree.statements.count == 4)
    }

    @Test(arguments: [
        "input", "var", "output", "defer", "assert", "fail", "stop", "if", "else", "loop", "while",
        "for", "break", "continue", "async", "task", "await", "cancel", "parallel", "include",
        "proc", "return", "null",
    ])
    func wordsThatStartStatementsMayNot(_ word: String) {
        for text in [
            "input \(word): int", "var \(word): int", "output \(word)", "output \(word) = n",
            "\(word) = getpid()",
        ] {
            var diagnostics = Diagnostics(SourceText(name: "t", bytes: Array(text.utf8)))
            _ = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
            #expect(diagnostics.list.count == 1, "\(text): \(diagnostics.list)")
            #expect(
                diagnostics.list.first.map { $0.message.contains("`\(word)`") } == true,
                "\(text): \(diagnostics.list)")
        }
    }
}
