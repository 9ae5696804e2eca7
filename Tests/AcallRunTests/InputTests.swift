// Inputs on the command line: names, values, escapes, bytes that are no text.

import Testing

@testable import AcallCommand

@Suite struct InputTests {
    @Test(arguments: [
        ("a=1", InputValue.text(bytes("1"))), ("a=", .text([])), ("a=b=c", .text(bytes("b=c"))),
        ("a=@f", .listFile(bytes("f"))), ("a=@-", .listFile(bytes("-"))),
        ("a=@@", .text(bytes("@"))), ("a=@@f", .text(bytes("@f"))), ("a=x@f", .text(bytes("x@f"))),
    ])
    func aValueIsTextOrAList(_ word: String, _ value: InputValue) throws {
        #expect(
            try InputArgument(parsing: bytes(word)) == InputArgument(name: "a", value: value))
    }

    @Test(arguments: [
        ("file", "'file' has no '='"), ("=x", "'=x' has no name before the '='"),
        ("a=@", "'a=@' names no file behind the '@'"),
    ])
    func aWrongInputSaysWhatToWrite(_ word: String, _ message: String) throws {
        let failure = try #require(refusal("p", word))
        #expect(failure.message == message)
        #expect(
            failure.help?.contains("name=value") == true
                || failure.help?.contains("a=@FILE") == true)
    }

    @Test func aNameGivenTwiceIsAnError() throws {
        for words in [["p", "a=1", "b=2", "a=3"], ["p", "--yaml", "a=1", "b=2", "a=3"]] {
            let failure = try #require(refusal(ofBytes: words.map(bytes)))
            #expect(failure.message == "input 'a' is given twice")
            #expect(failure.help?.contains("a=@FILE") == true)
        }
    }

    @Test func aNameMustBeText() throws {
        let failure = try #require(refusal(ofBytes: [bytes("p"), [0xff] + bytes("=1")]))
        #expect(failure.message == "'\\xff=1': the input's name is not UTF-8")
    }

    @Test func bytesThatAreNoTextArriveUnchanged() throws {
        let odd: [[UInt8]] = [
            [0xff], [0xc3], [0xe2, 0x82], [0xf4, 0x90, 0x80, 0x80], [0xed, 0xa0, 0x80],
            [0x80, 0x41],
            [1, 0x1b, 0x7f], Array("\u{10FF41}\u{10FFFF}é".utf8), [0xf4, 0x8f, 0xbd, 0x81, 0xff],
        ]
        for value in odd {
            for words in [
                [value, bytes("a=") + value], [value, bytes("a=") + value, bytes("-0")],
            ] {
                guard case .run(let request) = try Invocation(arguments: words) else {
                    Issue.record("not a run")
                    return
                }
                #expect(request.program.path == value)
                #expect(request.inputs[0].value == .text(value))
            }
        }
    }

    @Test func anyBytesSurviveTheOptionParser() {
        var generator = SeededGenerator(seed: 0x5eed)
        for round in 0..<2000 {
            let count = Int.random(in: 0..<24, using: &generator)
            let value = (0..<count).map { _ in
                // Lead bytes of four-byte scalars more often than chance gives them.
                generator.next() % 4 == 0 ? 0xf4 : UInt8.random(in: 0...255, using: &generator)
            }
            #expect(
                ArgumentBytes.decode(ArgumentBytes.encode(value)) == value,
                "seed 0x5eed, round \(round)")
        }
    }

    @Test func whatIsShownCannotMoveTheCursor() {
        #expect(quotable(bytes("é ok")) == "é ok")
        #expect(quotable([0x1b, 0x5b, 0x41]) == "\\x1b[A")
        #expect(quotable([0xff, 0x0a, 0x41]) == "\\xff\\x0aA")
        #expect(quotable(Array("\u{9b}x".utf8)) == "\\xc2\\x9bx")
    }
}

/// A small generator whose whole state is its seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
