// Wrong programs, each with the diagnostics it must get, and where.
//
// Input: the files of `Corpus`. A program starts with `== name`; a line `#> ` under a line of the program
// gives a diagnostic of that line: carets under the range (shifted by the three bytes of `#> `), its code
// and its message; a line `#> help: ` gives its help. Run with ACALL_BLESS=1 to write what is printed now.

import AcallCatalog
import Foundation
import Testing

@testable import AcallCompiler
@testable import AcallSyntax

struct WrongProgram: Sendable, CustomTestStringConvertible {
    let file: String
    let name: String
    var lines: [String] = []
    var annotated: [String] = []

    var testDescription: String { "\(file): \(name)" }
    var isYAML: Bool { file.hasPrefix("yaml") }

    static let directory = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus")

    static let files = [
        "wrong.txt", "flow-wrong.txt", "sizes-wrong.txt", "yaml-wrong.txt", "yaml-sizes-wrong.txt",
    ]

    static func read(_ file: String) -> [WrongProgram] {
        guard
            let text = try? String(
                contentsOf: directory.appendingPathComponent(file), encoding: .utf8)
        else { return [] }
        var programs: [WrongProgram] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("== ") {
                programs.append(WrongProgram(file: file, name: String(line.dropFirst(3))))
            } else if !programs.isEmpty {
                programs[programs.count - 1].annotated.append(line)
                if !line.hasPrefix("#>") { programs[programs.count - 1].lines.append(line) }
            }
        }
        return programs
    }

    static let all: [WrongProgram] = {
        if ProcessInfo.processInfo.environment["ACALL_BLESS"] != nil {
            for file in files { bless(file) }
        }
        return files.flatMap { read($0) }
    }()

    private static func bless(_ file: String) {
        let text = read(file).map { (["== \($0.name)"] + $0.checked()).joined(separator: "\n") }
        try? text.joined(separator: "\n").write(
            to: directory.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }

    /// The program with what the front half says of it now.
    func checked() -> [String] {
        let source = SourceText(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
        var diagnostics = Diagnostics(source)
        let tree =
            isYAML
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
        _ = try? TypedProgram(checking: tree, architecture: .x86_64, into: &diagnostics)
        var starts = [0]
        for (index, byte) in source.bytes.enumerated() where byte == 0x0a {
            starts.append(index + 1)
        }
        var result: [String] = []
        for (number, line) in lines.enumerated() {
            result.append(line)
            let range = starts[number]..<(starts[number] + line.utf8.count + 1)
            for diagnostic in diagnostics.list.sorted(by: { $0.span.start < $1.span.start })
            where range.contains(Int(diagnostic.span.start)) {
                let column = Int(diagnostic.span.start) - range.lowerBound
                let width = max(
                    1,
                    min(Int(diagnostic.span.end), range.upperBound - 1) - Int(diagnostic.span.start)
                )
                result.append(
                    "#> " + String(repeating: " ", count: column)
                        + String(repeating: "^", count: width)
                        + " \(diagnostic.code) \(diagnostic.message)")
                if let help = diagnostic.help { result.append("#> help: \(help)") }
            }
        }
        return result
    }
}

@Suite struct WrongProgramTests {
    @Test(arguments: WrongProgram.all)
    func diagnosticsStandWhereTheyBelong(_ program: WrongProgram) {
        #expect(program.checked() == program.annotated)
        #expect(
            program.annotated.contains { $0.hasPrefix("#>") }, "it is wrong, so something is said")
    }

    /// What one architecture has and another has not.
    @Test func callsOfAnotherArchitectureAreTold() {
        for (architecture, codes) in [(.x86_64, []), (.aarch64, ["E0309"])]
            as [(Architecture, [String])]
        {
            let source = SourceText(name: "p", bytes: Array("fd = open(\"x\", O_RDONLY)".utf8))
            var diagnostics = Diagnostics(source)
            let tree = SyntaxTree(parsing: source, into: &diagnostics)
            _ = try? TypedProgram(
                checking: tree, architecture: architecture, into: &diagnostics)
            #expect(diagnostics.list.map(\.code) == codes)
        }
    }

    @Test func thereAreManyOfThem() {
        #expect(WrongProgram.all.count >= 190)
        #expect(WrongProgram.all.filter(\.isYAML).count >= 15)
    }
}
