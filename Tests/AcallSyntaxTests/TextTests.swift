// Source maps, excerpts, widths and JSON: what all who show something share.

import AcallText
import Testing

@Suite struct TextTests {
    private func lines(_ excerpt: Excerpt, lead: Int = 0) -> String {
        var writer = TextWriter(colour: false)
        excerpt.write(to: &writer, lead: lead, .error, edge: .note)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func offsetsHavePlacesInTheirFiles() {
        let map = SourceMap(
            Array("één\nb\r\nproc\n".utf8), files: [SourceMap.File(start: 9, name: "lib.acall")])
        #expect(map.place(of: 0) == SourceMap.Place(line: 1, column: 1))
        #expect(map.place(of: 4) == SourceMap.Place(line: 1, column: 3))
        #expect(map.range(ofLine: 2) == 6..<7 && map.whole(ofLine: 2) == 6..<8)
        #expect(map.place(of: 10) == SourceMap.Place(line: 1, column: 2, file: "lib.acall"))
        #expect(map.place(of: 1000) == SourceMap.Place(line: 2, column: 1, file: "lib.acall"))
        #expect(SourceMap([]).place(of: 7) == SourceMap.Place(line: 1, column: 1))
    }

    @Test func marksStandBelowTheirText() {
        let text = "\tx = \"日本\" + y\u{1b}"
        let start = "\tx = ".utf8.count
        let excerpt = Excerpt(SourceMap(Array(text.utf8)), start..<start + 8)
        #expect(lines(excerpt) == "1 |  x = \"日本\" + y\u{fffd}\n  |      ^^^^^^\n")
        #expect(lines(excerpt, lead: 2).hasPrefix("  1 |  x"))
    }

    @Test func aLongLineIsShownAroundItsRange() {
        let many = { (letter: String) in String(repeating: letter, count: 500) }
        let text = many("a") + "X" + many("b")
        let shown = lines(Excerpt(SourceMap(Array(text.utf8)), 500..<501)).split(separator: "\n")
        #expect(shown[0].count < 140 && shown[0].contains("...a") && shown[0].hasSuffix("b..."))
        let mark = shown[1].distance(from: shown[1].startIndex, to: shown[1].firstIndex(of: "^")!)
        #expect(Array(shown[0])[mark] == "X")
    }

    @Test func widthsAreColumns() {
        #expect(Terminal.width("日本") == 4 && Terminal.width("e\u{301}") == 1)
        #expect(Terminal.cut("日本語日本語", to: 9) == "日本語...")
        #expect(Terminal.printable("a\u{1b}\u{202e}b") == "a\u{fffd}\u{fffd}b")
    }

    @Test func jsonIsValidWhateverAStringHolds() {
        var writer = JSONWriter(isCompact: true)
        writer.object { writer in
            writer.key("k\"")
            writer.array { writer in
                writer.string("\\\n\u{1}\u{7f}\u{9b}\u{2028}é😀")
                writer.integer(-1)
                writer.null()
                writer.boolean(true)
            }
        }
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text == #"{"k\"":["\\\n\u0001\u007f\u009b\u2028é😀",-1,null,true]}"#)
        var spaced = JSONWriter()
        spaced.array { writer in
            writer.integer(1)
            writer.integer(2)
        }
        #expect(String(decoding: spaced.bytes, as: UTF8.self) == "[1, 2]")
    }
}
