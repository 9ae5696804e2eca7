// Diagnostics as they are shown: carets under what they are about, whatever stands before it.

import AcallText
import Testing

@testable import AcallSyntax

@Suite struct RenderingTests {
    private func shown(_ text: String, colour: Bool = false, name: String = "t.acall") -> String {
        shown(Array(text.utf8), colour: colour, name: name)
    }

    private func shown(_ bytes: [UInt8], colour: Bool = false, name: String = "t.acall") -> String {
        var diagnostics = Diagnostics(SourceText(name: name, bytes: bytes))
        _ = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        return diagnostics.rendered(colour: colour)
    }

    @Test func aTabIsOneColumn() {
        #expect(
            shown("\tclose(fd))\n") == """
                t.acall:1:11: error[E0203]: `)` closes nothing
                1 |  close(fd))
                  |           ^
                  = help: remove it

                1 error

                """)
    }

    @Test func wideCharactersTakeTwoColumns() {
        #expect(
            shown("write(1, \"\u{65e5}\u{672c}\", $x)\n") == """
                t.acall:1:16: error[E0101]: `$` can't stand here
                1 | write(1, "\u{65e5}\u{672c}", $x)
                  |                  ^
                  = help: a name stands by itself, without `$`

                1 error

                """)
    }

    @Test func marksOnLettersTakeNone() {
        let lines = shown("write(1, \"e\u{301}\u{e9}\", $x)\n").split(separator: "\n")
        #expect(lines[0].hasPrefix("t.acall:1:17:"))
        #expect(lines[2] == "  |                ^")
    }

    @Test func notesStandUnderTheirOwnLines() {
        #expect(
            shown("\n\n\n\n\n\n\n\nn = f(a,\n  b c)\n") == """
                t.acall:10:5: error[E0201]: `,` or `)` is needed here, not `c`
                10 |   b c)
                   |     ^
                 9 | n = f(a,
                   |      - in the arguments that start here
                   = help: a comma stands between two arguments

                1 error

                """)
    }

    @Test func aLongLineIsShownAroundItsRange() {
        let many = String(repeating: "a, ", count: 100)
        let lines = shown("f(\(many)$, \(many)b)\n").split(separator: "\n")
        #expect(lines[0] == "t.acall:1:303: error[E0101]: `$` can't stand here")
        let half = String(many.suffix(60))
        #expect(lines[1] == "1 | ...\(half)$\(String((", " + many).prefix(60)))...")
        #expect(lines[2] == "  | " + String(repeating: " ", count: 63) + "^")
    }

    @Test func aLongRangeIsCutShort() {
        let lines = shown("write(1, \"\(String(repeating: "x", count: 500))\n").split(
            separator: "\n")
        #expect(lines[1] == "1 | write(1, \"\(String(repeating: "x", count: 119))...")
        #expect(
            lines[2] == "  | " + String(repeating: " ", count: 9)
                + String(repeating: "^", count: 120))
    }

    @Test func controlCharactersAreMadeVisible() {
        let text = shown(
            "close(\u{1b}[31m\u{202e}\u{7})\n", name: "a\u{1b}]0;b\u{7}.acall")
        #expect(!text.unicodeScalars.contains { Terminal.isControl($0) && $0 != "\n" })
        #expect(text.hasPrefix("a\u{fffd}]0;b\u{fffd}.acall:1:7: error[E0101]: the byte 0x1b"))
        #expect(text.contains("close(\u{fffd}[31m\u{fffd}\u{fffd})"))
    }

    @Test func bytesThatAreNotTextAreShown() {
        let text = shown(Array("close(".utf8) + [0xff] + Array(")\n".utf8))
        #expect(text.contains("t.acall:1:7: error[E0101]: the byte 0xff can't stand here"))
        #expect(text.contains("1 | close(\u{fffd})\n  |       ^\n"))
    }

    @Test func colourIsOnlyWhereItIsAskedFor() {
        #expect(
            shown("close(fd))\n", colour: true) == """
                t.acall:1:10: \u{1b}[1;31merror[E0203]\u{1b}[0m: \u{1b}[1m`)` closes nothing\u{1b}[0m
                \u{1b}[1;34m1 |\u{1b}[0m close(fd))
                 \u{1b}[1;34m |\u{1b}[0m          \u{1b}[1;31m^\u{1b}[0m
                  \u{1b}[1;34m=\u{1b}[0m help: remove it

                1 error

                """)
        #expect(!shown("close(fd))\n").contains("\u{1b}"))
    }

    @Test func theSameIsSaidOnceAndInOrder() {
        var diagnostics = Diagnostics(SourceText(name: "t", bytes: Array("ab\ncd".utf8)))
        diagnostics.warning("W0601", Span(3, 5), "second")
        diagnostics.error("E0201", Span(0, 2), "first")
        diagnostics.warning("W0601", Span(3, 5), "second")
        // A place behind the end is the end.
        diagnostics.error("E0201", Span(900, 901), "last")
        let lines = diagnostics.rendered(colour: false).split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("t:") }.map { $0.suffix(6) }
                == [": first", "second", ": last"].map { $0.suffix(6) })
        #expect(lines.last == "2 errors, 1 warning")
        #expect(Diagnostics(diagnostics.source).rendered(colour: true) == "")
    }
}
