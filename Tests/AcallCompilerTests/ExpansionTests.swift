// The size of programs whose procs are written out: known before any of them is.

import Testing

@testable import AcallCompiler
@testable import AcallImage
@testable import AcallSyntax

@Suite struct ExpansionTests {
    /// Each proc calls the one before it so many times.
    private func chain(of count: Int, calling times: Int, _ innermost: String) -> String {
        var text = "proc p0() {\n\(innermost)\n}\n"
        for index in 1..<count {
            text += "proc p\(index)() {\n" + String(repeating: "p\(index - 1)()\n", count: times)
            text += "}\n"
        }
        return text
    }

    private func errors(_ text: String) -> [Diagnostic] {
        let (_, diagnostics) = Compiled.image("x.acall", Array(text.utf8))
        return diagnostics.list.filter { $0.severity == .error }
    }

    @Test(arguments: ["var x: int = 1\nassert x == 1", "getpid()"])
    func stepsThatAreTooManyAreRefusedAtTheirCall(_ innermost: String) throws {
        let text = chain(of: 13, calling: 3, innermost) + "getuid()\np12()\nclose(nothing)\n"
        let found = errors(text)
        #expect(found.map(\.code) == ["E0701", "E0301"])
        let first = try #require(found.first)
        #expect(
            first.message.hasPrefix("this call of `p12` makes 1,")
                && first.message.hasSuffix(" steps, and a program has at most 1,000,000"))
        let place = Array(text.utf8)[Int(first.span.start)..<Int(first.span.end)]
        #expect(String(decoding: place, as: UTF8.self) == "p12()")
    }

    @Test func theNumberOfStepsIsCapped() {
        let found = errors(chain(of: 60, calling: 9, "getpid()") + "p59()\n")
        #expect(found.first?.message.contains("makes over 1,000,000,000,000,000 steps") == true)
    }

    @Test func aLongProcThatIsCalledOftenIsRefused() {
        let line = "write(1, \"" + String(repeating: "x", count: 1000) + "\")"
        let found = errors(chain(of: 5, calling: 10, line) + "p4()\n")
        #expect(found.map(\.code) == ["E0701"])
        #expect(found.first?.message.contains("come to more than 8 MiB of source") == true)
    }

    @Test func callsThatAreWithinTheLimitAreMade() throws {
        let (image, diagnostics) = Compiled.image(
            "x.acall", Array((chain(of: 6, calling: 3, "getpid()") + "p5()\n").utf8))
        #expect(diagnostics.list.isEmpty)
        #expect(try #require(image).steps.count == 243)
    }

    @Test func procsThatNobodyCallsCountToo() {
        #expect(
            errors(chain(of: 13, calling: 3, "getpid()") + "getpid()\n").map(\.code) == ["E0701"])
    }

    @Test func aCircleIsNoEndlessSum() {
        let found = errors("proc a() {\nb()\n}\nproc b() {\na()\n}\na()\n")
        #expect(found.map(\.code) == ["E0427"])
    }

    @Test func aCallersNamesAreKnownAgainBehindTheCall() {
        let text = """
            proc inner(n: int) {
                own = getppid()
                assert own != n
            }
            proc outer(n: int) {
                own = getpid()
                inner(own)
                assert own != n
            }
            own = getuid()
            outer(3)
            assert own >= 0
            inner(4)

            """
        #expect(errors(text).isEmpty)
        let wrong = errors("proc p() {\nassert own > 0\n}\nown = getpid()\np()\n")
        #expect(wrong.map(\.message) == ["a proc does not see `own`, which is its caller's"])
    }
}
