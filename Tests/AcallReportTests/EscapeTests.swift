// What a report shows of bytes that are no plain text.

import AcallText
import Testing

@testable import AcallExecutor

/// Expected texts are what strace 6.1 prints for `write` of the same bytes.
@Suite struct EscapeTests {
    private static let quoted: [([UInt8], String)] = [
        ([], #""""#),
        (Array("plain".utf8), #""plain""#),
        (Array("a\"b\\c".utf8), #""a\"b\\c""#),
        ([0x0a, 0x09, 0x0d, 0x0b, 0x0c], #""\n\t\r\v\f""#),
        ([0x07, 0x08, 0x1b], #""\7\10\33""#),
        ([0x00], #""\0""#),
        ([0x00, 0x31], #""\0001""#),
        ([0x00, 0x39], #""\09""#),
        ([0x00, 0x61], #""\0a""#),
        ([0x1b, 0x5b], #""\33[""#),
        ([0x1b, 0x30], #""\0330""#),
        ([0x7f, 0x80, 0xff], #""\177\200\377""#),
        ([0xc3, 0xa9], #""\303\251""#),
    ]

    @Test(arguments: quoted)
    func quotesAsStraceDoes(bytes: [UInt8], expected: String) {
        #expect(QuotedText.quoted(bytes) == expected)
    }

    @Test func cutTextIsFollowedByDots() {
        #expect(QuotedText.quoted(Array("abc".utf8), isCut: true) == #""abc"..."#)
    }

    @Test func readableTextKeepsLettersAndEscapesControl() {
        #expect(QuotedText.readable(Array("grün\n".utf8), limit: 100) == #""grün\n""#)
        #expect(QuotedText.readable(Array("\u{9b}31m".utf8), limit: 100) == #""\302\23331m""#)
        #expect(QuotedText.readable(Array("ab".utf8), limit: 1) == #""a"..."#)
        #expect(QuotedText.readable([0xff, 0x41], limit: 100) == #""\377A""#)
        #expect(QuotedText.readable([0x1b, 0x31], limit: 100) == #""\0331""#)
    }

    private static let times: [(UInt64, String)] = [
        (0, "0ns"), (999, "999ns"), (1000, "1.0us"), (12_345, "12.3us"), (999_949, "999.9us"),
        (999_950, "1.0ms"), (1_500_000, "1.5ms"), (59_999_000_000, "60.0s"),
        (UInt64.max, "18446744073.7s"),
    ]

    @Test(arguments: times)
    func timesHaveFewDigits(nanoseconds: UInt64, expected: String) {
        #expect(Terminal.time(nanoseconds) == expected)
    }
}
