// The explanations of the codes: complete, and true of the compiler as it is.

import AcallExplanations
import Foundation
import Testing

@testable import AcallCompiler
@testable import AcallSyntax

@Suite struct ExplanationTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every code in the sources, but for the explanations' own.
    private func codesOfSources() throws -> Set<String> {
        let sources = Self.root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(atPath: sources.path))
        var codes: Set<String> = []
        for case let name as String in files
        where name.hasSuffix(".swift") && !name.hasPrefix("AcallExplanations/") {
            let text = try String(
                contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            for match in text.matches(of: /"([EW][0-9]{4})"/) { codes.insert(String(match.1)) }
        }
        return codes
    }

    private func diagnostics(_ program: String, _ example: Explanation.Example) -> [Diagnostic] {
        let source = SourceText(name: "p", bytes: Array(program.utf8))
        var diagnostics = Diagnostics(source)
        let tree =
            example == .yaml
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
        _ = try? TypedProgram(
            checking: tree, architecture: example == .aarch64 ? .aarch64 : .x86_64,
            into: &diagnostics)
        return diagnostics.list
    }

    @Test func everyCodeHasOneAndTheReverse() throws {
        let codes = Explanation.all.map(\.code)
        #expect(Set(codes).count == codes.count, "each once")
        let used = try codesOfSources()
        #expect(used.count >= 80)
        #expect(used.subtracting(codes).sorted() == [])
        #expect(Set(codes).subtracting(used).sorted() == [])
        let errors = codes.filter { $0.hasPrefix("E") }
        #expect(codes == errors.sorted() + codes.filter { $0.hasPrefix("W") }.sorted())
    }

    @Test(arguments: Explanation.all.map(\.code))
    func theExamplesAreTrue(_ code: String) throws {
        let explanation = try #require(Explanation.of(code))
        let isDescribed = explanation.example == .described
        #expect(isDescribed == ["E0103", "E0216", "E0217"].contains(code))
        if !isDescribed {
            let found = diagnostics(explanation.wrong, explanation.example)
            #expect(Set(found.map(\.code)) == [code], "\(found.map(\.message))")
        }
        // An example may declare what it goes on to use.
        let right = diagnostics(explanation.right, explanation.example)
            .filter { $0.code != "W0301" || code == "W0301" }
        #expect(right.map(\.message) == [], "\(code)")
    }

    @Test func theTextsReadWell() {
        for explanation in Explanation.all {
            let title = explanation.title
            #expect(!title.hasSuffix(".") && title.first?.isUppercase == false, "\(title)")
            let sentences = explanation.text.matches(of: /[.?](\s|$)/).count
            #expect((2...6).contains(sentences), "\(explanation.code) has \(sentences)")
            #expect(explanation.text.hasSuffix("."))
            for line in explanation.text.split(separator: "\n") {
                #expect(line.count <= 100, "\(explanation.code): \(line)")
            }
        }
    }

    /// `grammar/diagnostics.md` lists the same codes under the same titles.
    @Test func theListOfCodesAgrees() throws {
        let text = try String(
            contentsOf: Self.root.appendingPathComponent("grammar/diagnostics.md"), encoding: .utf8)
        var listed: [String: String] = [:]
        for match in text.matches(of: /\| ([EW][0-9]{4}) \| ([^|]*) \|/) {
            listed[String(match.1)] = String(match.2)
        }
        for explanation in Explanation.all {
            #expect(listed[explanation.code] == explanation.title, "\(explanation.code)")
        }
        #expect(listed.count == Explanation.all.count)
    }

    @Test func codesAreFoundInAnyCase() {
        #expect(Explanation.of("e0304")?.code == "E0304")
        #expect(Explanation.of("w0601")?.code == "W0601")
        #expect(Explanation.of("E9999") == nil)
    }

    @Test func theNearestHasTheNearestNumber() {
        #expect(Explanation.nearest("E0310") == "E0309")
        #expect(Explanation.nearest("W0602") == "W0601")
        #expect(Explanation.nearest("W0001") == "W0301")
        #expect(Explanation.nearest("E9999") == "E0812")
        #expect(Explanation.nearest("E0421") == "E0420")
        #expect(Explanation.nearest("e0409") == "E0408")
    }

    @Test func aPageHasAllParts() throws {
        let explanation = try #require(Explanation.of("E0304"))
        let page = explanation.rendered(diagnostic: "p:1:1: no\n\n1 error")
        #expect(
            page.hasPrefix("E0304: there is no such system call\n\nA step is a system call of"))
        #expect(
            page.hasSuffix(
                """

                Wrong:

                    fd = opnat(AT_FDCWD, "notes", O_RDONLY)

                It gives:

                    p:1:1: no

                    1 error

                Right:

                    fd = openat(AT_FDCWD, "notes", O_RDONLY)

                """))
        #expect(!Explanation.all[0].rendered(diagnostic: "").contains("It gives"))
        #expect(Explanation.listing().contains("E0304  there is no such system call\n"))
    }
}
