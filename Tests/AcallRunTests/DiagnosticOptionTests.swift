// `explain` for codes, and `--diagnostics`.

import Testing

@testable import AcallCommand

@Suite struct DiagnosticOptionTests {
    private func subject(_ words: String...) throws -> ExplainRequest.Subject? {
        let invocation = try Invocation(arguments: (["explain"] + words).map(bytes))
        guard case .explain(let request) = invocation else { return nil }
        return request.subject
    }

    @Test(arguments: ["E0312", "e0312", "W0601", "w0601", "E9999"])
    func aWordLikeACodeIsOne(_ word: String) throws {
        let file = ProgramFile(path: bytes(word))
        #expect(try subject(word) == .code(word.uppercased(), orProgram: file))
    }

    @Test(arguments: [
        "E031", "E03122", "X0312", "E03l2", "./E0312", "E0312.acall", "e", "-", "É012", "%0312",
    ])
    func anyOtherIsAFile(_ word: String) throws {
        #expect(try subject(word) == .program(ProgramFile(path: bytes(word))))
    }

    @Test func aDeclaredProgramIsNoCode() throws {
        #expect(
            try subject("--yaml", "E0312")
                == .program(ProgramFile(path: bytes("E0312"), isDeclaredYAML: true)))
    }

    @Test func allCodesAreListed() throws {
        #expect(try subject("--codes") == .codes)
        let refused = refusal("explain", "--codes", "E0312")
        #expect(refused?.message.contains("--codes") == true)
        #expect(refused?.status == .wrong)
        let nothing = refusal("explain")
        #expect(nothing?.message == "no program and no code is named")
        #expect(nothing?.help?.contains("--codes") == true)
    }

    @Test func theStyleOfDiagnosticsIsChosen() throws {
        #expect(try runRequest("p").diagnostics == .text)
        #expect(try runRequest("p", "--no-color").diagnostics == .text)
        #expect(try runRequest("p", "a=1", "--diagnostics", "json").diagnostics == .json)
        #expect(try runRequest("--diagnostics=text", "p").diagnostics == .text)
        guard case .check(let check) = try invoke("check", "p", "--diagnostics", "json"),
            case .explain(let explain) = try invoke("explain", "--diagnostics=json", "p")
        else {
            Issue.record("other forms")
            return
        }
        #expect(check.diagnostics == .json)
        #expect(explain.diagnostics == .json)
        #expect(refusal("p", "--diagnostics", "xml")?.message.contains("xml") == true)
    }

    @Test func helpTellsOfBoth() throws {
        for words in [["--help"], ["help", "check"], ["explain", "--help"]] {
            guard case .message(let text) = try Invocation(arguments: words.map(bytes)) else {
                Issue.record("no help for \(words)")
                continue
            }
            #expect(text.contains("--diagnostics"))
            #expect(words == ["help", "check"] || text.contains("CODE"))
        }
    }
}
