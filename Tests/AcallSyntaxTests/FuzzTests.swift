// Bytes that are no programs: both front ends end, with a diagnostic or a tree.

import Foundation
import TestSupport
import Testing

@testable import AcallSyntax

@Suite struct FuzzTests {
    /// How many cases each part makes: ACALL_FUZZ_CASES asks for more than a test run has time for.
    private static let cases =
        ProcessInfo.processInfo.environment["ACALL_FUZZ_CASES"].flatMap { Int($0) } ?? 800

    private static let pieces = [
        "input ", "var ", "output ", "defer ", "assert ", "fail ", "stop", "if ", "x", "fd", " = ",
        "openat", "(",
        ")", "[", "]", "{", "}", ",", ":", "..<", "...", "\"", "'", "\\", "\n", ";", "#", "0x",
        "64KiB", "1", "&",
        "- ", "acall: 1\n", "steps:\n", "  - ", "    ", "|\n", ">-\n", "*a", "&a ", "!t ", "---\n",
        "? ", "\t", "\r\n",
        "\u{e9}", "\u{1f600}", "\0",
    ].map { Array($0.utf8) }

    @Test(arguments: 0..<8)
    func anyBytesEndInATreeOrADiagnostic(_ part: Int) {
        let seed = seed()
        var random = Random(state: seed)
        for number in 0..<Self.cases {
            var bytes: [UInt8] = []
            if number % 2 == 0 {
                for _ in 0..<Int.random(in: 0...60, using: &random) {
                    bytes += Self.pieces.randomElement(using: &random) ?? []
                }
            } else {
                bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            }
            let source = SourceText(name: "seed \(seed), case \(number)", bytes: bytes)
            for isYAML in [false, true] {
                var diagnostics = Diagnostics(source)
                let tree =
                    isYAML
                    ? SyntaxTree(readingYAML: source, into: &diagnostics)
                    : SyntaxTree(parsing: source, into: &diagnostics)
                check(tree, diagnostics, bytes.count)
            }
        }
    }

    /// Indexes and places are valid, whatever was read.
    private func check(_ tree: SyntaxTree, _ diagnostics: Diagnostics, _ count: Int) {
        for diagnostic in diagnostics.list {
            let isInside =
                Int(diagnostic.span.start) <= count && diagnostic.span.start <= diagnostic.span.end
            #expect(isInside, "\(diagnostics.source.name): \(diagnostic)")
        }
        if !diagnostics.list.isEmpty {
            #expect(diagnostics.rendered(colour: true).contains("["), "\(diagnostics.source.name)")
        }
        for expression in tree.expressions {
            if case .binary(_, let a, let b) = expression.kind {
                #expect(
                    Int(max(a.index, b.index)) < tree.expressions.count,
                    "\(diagnostics.source.name)")
            }
        }
        for call in tree.calls {
            #expect(
                call.arguments.indices.upperBound <= tree.arguments.count,
                "\(diagnostics.source.name)")
        }
    }

    @Test func everyCodeIsWrittenDown() throws {
        let root = Grammar.file.deletingLastPathComponent().deletingLastPathComponent()
        let listed = try String(
            contentsOf: root.appendingPathComponent("grammar/diagnostics.md"), encoding: .utf8)
        var found: Set<String> = []
        for folder in ["Sources/AcallSyntax", "Sources/AcallCompiler"] {
            let directory = root.appendingPathComponent(folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
                let text = try String(
                    contentsOf: directory.appendingPathComponent(name), encoding: .utf8)
                for match in text.matches(of: /"([EW]0\d{3})"/) { found.insert(String(match.1)) }
            }
        }
        #expect(found.count > 40)
        for code in found.sorted() { #expect(listed.contains("| \(code) |"), "\(code)") }
    }
}
