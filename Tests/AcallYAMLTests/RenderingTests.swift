// How a wrong YAML program is shown to the person who wrote it, to the letter.

import Testing

@testable import AcallSyntax

@Suite struct RenderingTests {
    private func rendered(_ text: String) -> String {
        let source = SourceText(name: "job.yaml", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        _ = SyntaxTree(readingYAML: source, into: &diagnostics)
        return diagnostics.rendered(colour: false)
    }

    @Test func aMistakeBehindWideText() {
        #expect(
            rendered("acall: 1\nsteps:\n  - write: [1, '\"größer\" n']\n")
                == """
                job.yaml:3:26: error[E0202]: an operator or the end is needed here, not `n`
                3 |   - write: [1, '"größer" n']
                  |                          ^
                  = help: write a string with quotes inside YAML's: '"text"', or as {text: ...}

                1 error

                """)
    }

    @Test func aSliceWithoutQuotes() {
        #expect(
            rendered("acall: 1\nsteps:\n  - write: [1, block[..<n]]\n")
                == """
                job.yaml:3:21: error[E0801]: `[` can't stand within a value here
                3 |   - write: [1, block[..<n]]
                  |                     ^
                3 |   - write: [1, block[..<n]]
                  |            - in the sequence that starts here
                  = help: put the whole value in quotes: "block[..<n]"

                1 error

                """)
    }

    @Test func aKeyGivenTwice() {
        #expect(
            rendered("acall: 1\nsteps:\n  - close: [a]\n    if: a > 0\n    if: b > 0\n")
                == """
                job.yaml:5:5: error[E0807]: `if` is given twice
                5 |     if: b > 0
                  |     ^^
                4 |     if: a > 0
                  |     -- first given here
                  = help: remove one of them

                1 error

                """)
    }

    @Test func severalMistakesInTheOrderOfTheirPlaces() {
        #expect(
            rendered("acall: 2\nsteps:\n- fuly: true\n  write: [1, b]\nvars: [x]\n")
                == """
                job.yaml:1:8: error[E0808]: the version is 1, and this is `2`
                1 | acall: 2
                  |        ^
                  = help: write `acall: 1`

                job.yaml:3:3: error[E0809]: a step has no key `fuly`
                3 | - fuly: true
                  |   ^^^^
                  = help: did you mean `fully`?

                job.yaml:5:7: error[E0811]: `vars` is a mapping, and this is a sequence
                5 | vars: [x]
                  |       ^^^
                  = help: as in `name: type`, without `- `

                3 errors

                """)
    }

    @Test func anUnclosedQuote() {
        #expect(
            rendered("acall: 1\nsteps:\n  - fail: \"no\n  - stop\n")
                == """
                job.yaml:3:11: error[E0801]: this quote is not closed
                3 |   - fail: "no
                  |           ^
                  = help: close it on the same line

                1 error

                """)
    }
}
