// Programs in both spellings: equal trees but for the places in them.

import Foundation
import Testing

@testable import AcallSyntax

/// Where the project's files are.
enum Project {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: root.appendingPathComponent(path)))
    }

    static func text(_ path: String) throws -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// The programs that have this ending.
    static func programs(_ ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(
            atPath: root.appendingPathComponent("programs").path
        ).filter { $0.hasSuffix(ending) }.sorted()
    }
}

/// A program in both spellings, by what they say it is.
struct Twin: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let yaml: String

    var testDescription: String { name }

    func trees() -> (text: SyntaxTree, yaml: SyntaxTree, diagnostics: String) {
        let textSource = SourceText(name: "\(name).acall", bytes: Array(text.utf8))
        var textDiagnostics = Diagnostics(textSource)
        let textTree = SyntaxTree(parsing: textSource, into: &textDiagnostics)
        let yamlSource = SourceText(name: "\(name).yaml", bytes: Array(yaml.utf8))
        var yamlDiagnostics = Diagnostics(yamlSource)
        let yamlTree = SyntaxTree(readingYAML: yamlSource, into: &yamlDiagnostics)
        return (
            textTree, yamlTree,
            textDiagnostics.rendered(colour: false) + yamlDiagnostics.rendered(colour: false)
        )
    }

    /// The pairs of code blocks of a page: ```acall, and ```yaml behind it.
    static func pairs(inPage path: String) throws -> [Twin] {
        var twins: [Twin] = []
        var text: String?
        var block: (language: String, lines: [String], line: Int)?
        for (index, line) in try Project.text(path).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            if let open = block {
                guard line == "```" else {
                    block?.lines.append(String(line))
                    continue
                }
                let body = open.lines.joined(separator: "\n") + "\n"
                if open.language == "acall" { text = body }
                if open.language == "yaml", let twin = text {
                    twins.append(Twin(name: "line \(open.line)", text: twin, yaml: body))
                    text = nil
                }
                block = nil
            } else if line.hasPrefix("```") {
                block = (String(line.dropFirst(3)), [], index + 1)
            }
        }
        return twins
    }
}

@Suite struct TwinTests {
    private func expectEqual(_ twin: Twin) {
        let (text, yaml, diagnostics) = twin.trees()
        #expect(diagnostics == "")
        #expect(!text.statements.isEmpty)
        #expect(text.outline == yaml.outline)
        // What is read from YAML can be printed as text, and is the same.
        let printed = yaml.printedAsText()
        let source = SourceText(name: "\(twin.name).acall", bytes: Array(printed.utf8))
        var again = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &again)
        #expect(again.list.isEmpty, "\(printed)")
        #expect(tree.outline == yaml.outline)
    }

    @Test func programsAreEqualInBothSpellings() throws {
        let names = try Project.programs(".yaml")
        #expect(names.count >= 12)
        for name in names {
            let stem = String(name.dropLast(5))
            let yaml = try Project.text("programs/\(name)")
            #expect(yaml.hasPrefix("# \(name): \(stem).acall, spelled in YAML\n"))
            let twin = Twin(
                name: stem, text: try Project.text("programs/\(stem).acall"), yaml: yaml)
            let (textTree, yamlTree, diagnostics) = twin.trees()
            #expect(diagnostics == "")
            // One of them may name a parameter where the other goes by position.
            #expect(textTree.outlineWithoutLabels == yamlTree.outlineWithoutLabels)
        }
    }

    @Test func thePageShowsEqualPrograms() throws {
        let pairs = try Twin.pairs(inPage: "grammar/yaml.md")
        #expect(pairs.count >= 13)
        for pair in pairs { expectEqual(pair) }
    }

    @Test(arguments: Twin.unusual) func unusualWritingsAreEqual(_ twin: Twin) {
        expectEqual(twin)
    }

    @Test(arguments: Twin.blocks) func blocksAreEqual(_ twin: Twin) { expectEqual(twin) }

    @Test func everyCompoundOperatorCanBeWritten() {
        for op in ["+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", "&&", "||"] {
            for target in ["n", "fds[0]", "st.st_size"] {
                expectEqual(
                    Twin(
                        name: op, text: "\(target) \(op)= a + 1\n",
                        yaml: "acall: 1\nsteps: [{as: '\(target)', set: '\(op)= a + 1'}]\n"))
            }
        }
    }

    @Test func differentProgramsHaveDifferentOutlines() {
        // What the other tests compare says all there is.
        let texts = [
            "a(1)", "a(2)", "a(x: 1)", "n = a(1)", "a(1) fully", "a(1) expect 1", "a(1) expect > 1",
            "a(1) expect 1...2", "a(1) expect 1..<2", "a(1) allow E", "a(1) retry E up to 1",
            "a(1) retry E up to 1 after 1s", "a(1) if x", "defer a(1)", "a(b[1])", "a(b[1...])",
            "a(b[..<1])", "a(b[...1])", "a(b[1...1])", "a([1])", "a({x: 1})", "a(\"1\")", "a(1ns)",
            "a(-1)", "a(!1)", "a(~1)", "a(&x)", "a(x.y)", "a(min(1))", "a(null)", "a(1 + 2 * 3)",
            "a((1 + 2) * 3)", "output x", "output x = y", "output x as text", "output x as hex",
            "assert x", "assert x, \"y\"", "fail \"y\"", "fail \"y\" if x", "stop", "stop if x",
            "var x: int", "var x: int = 1", "var x: int[1]", "input x: int", "input x: [int]",
            "x = 1", "x += 1", "x -= 1", "x[0] = 1", "x[0] = a(1)", "a(1) timeout 1s",
            "if x { }", "if x { } else { }", "if x { stop }", "if x { } else { stop }",
            "loop { }", "loop { stop }", "while x { }", "while y { }", "for x in y { }",
            "for x in 0..<1 { }", "for x in 0...1 { }", "break", "break if x", "continue",
            "continue if x", "async a(1)", "async n = a(1)", "task { }", "task a { }", "await a",
            "await a, b", "await any a", "await a timeout 1s", "await a else { }", "cancel a",
            "parallel { }", "parallel { task a { } }", "parallel for x in y { }",
            "parallel for x in y limit 1 { }", "include \"a\"", "proc a() { }",
            "proc a() -> size { }", "proc a(x: int) { }", "proc a(x: int, y: int) { }",
            "return", "return x", "output x[y] = 1", "output x = 1",
        ]
        let outlines = texts.map { text in
            let source = SourceText(name: "text", bytes: Array(text.utf8))
            var diagnostics = Diagnostics(source)
            let tree = SyntaxTree(parsing: source, into: &diagnostics)
            #expect(diagnostics.list.isEmpty, "\(text)")
            return tree.outline
        }
        #expect(Set(outlines).count == texts.count)
    }
}
