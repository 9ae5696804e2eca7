// Defaults of inputs, lists above all: what a run has that gives none, and what replaces them.

import Acall
import Testing

@Suite struct InputDefaultTests {
    private static let text = #"""
        input names: [string] = ["one", "", "thr\x00e\xff"]
        input files: [path] = ["/etc/passwd"]
        input counts: [int] = [1, -5, 0x10]
        input large: [u64] = [1 << 40]
        input none: [string] = []
        input bytes: [u8] = []
        input greeting: string = "hi"
        var sum: long
        parallel for name in names { output again[name] = 1 }
        for file in files {
            f = openat(AT_FDCWD, file, O_RDONLY)
            output opened = f > 0
        }
        for count in counts { sum += count }
        for value in large { sum += value }
        for item in none { fail "there is one" }
        for item in bytes { sum += item * 1000 }
        parallel for item in none { fail "there is one" }
        output sum
        output text = greeting
        """#

    @Test func aRunThatGivesNoneHasThem() throws {
        let report = try run(Self.text)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "sum") == 1_099_511_627_788)
        #expect(number(report, "opened") == 1 && report.text == "hi")
        guard case .named(let again)? = report.outputs["again"] else {
            Issue.record("no items")
            return
        }
        #expect(
            Set(again.map(\.key)) == [Array("one".utf8), [], Array("thr".utf8) + [0, 0x65, 0xff]])
    }

    @Test func whatIsGivenReplacesAllOfTheList() throws {
        let report = try run(
            Self.text,
            [
                "names": ["x"], "counts": .integers([]), "large": .integers([7]),
                "bytes": .integers([2]),
            ])
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "sum") == 2007)
        guard case .named(let again)? = report.outputs["again"] else {
            Issue.record("no items")
            return
        }
        #expect(again.count == 1)
    }

    @Test func aProgramThatRunsAgainHasThemAgain() throws {
        let engine = try Engine()
        let program = try Program(
            text:
                "input counts: [int] = [1, 2]\nvar sum: int\nfor c in counts { sum += c }\noutput sum\n"
        )
        #expect(number(try engine.runBlocking(program), "sum") == 3)
        #expect(number(try engine.runBlocking(program, ["counts": .integers([5])]), "sum") == 5)
        #expect(number(try engine.runBlocking(program), "sum") == 3)
        #expect(program.inputs.map(\.hasDefault) == [true])
    }

    @Test func theOtherSpellingHasThemToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                inputs:
                  names: {type: [string], default: ['"a"', {text: bc}]}
                  counts: {type: [int], default: [1, 2 * 3]}
                  none: {type: [path], default: []}
                vars: {sum: int}
                steps:
                  - for: {each: c, in: counts, steps: [{as: sum, set: += c}]}
                  - for: {each: n, in: names, steps: [output: {"seen[n]": 1}]}
                  - for: {each: n, in: none, steps: [fail: there is one]}
                  - output: sum
                """)
        let report = try Engine().runBlocking(program)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "sum") == 7 && report.keyed("seen") == ["a": 1, "bc": 1])
    }
}
