// Wrong YAML programs, each with the diagnostics it must get, and where.
//
// Input: `Corpus/wrong.txt`. A program starts with `== name`; a line `#> ` under a line of the
// program gives a diagnostic of that line: carets under the range (shifted by the three columns of
// `#> `), its code and its message; lines `#> help: ` and `#> note: ` give its help and its notes,
// a note with its line and column. Run with ACALL_BLESS=1 to write what is printed now.

import Foundation
import AcallText
import Testing

@testable import AcallSyntax

struct WrongYAML: Sendable, CustomTestStringConvertible {
    let name: String
    var lines: [String] = []
    var annotated: [String] = []

    var testDescription: String { name }
    var text: String { lines.joined(separator: "\n") }

    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus/wrong.txt")

    static let all: [WrongYAML] = {
        let programs = read()
        guard ProcessInfo.processInfo.environment["ACALL_BLESS"] != nil else { return programs }
        let text = programs.map { (["== \($0.name)"] + $0.checked()).joined(separator: "\n") }
        try? text.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        return read()
    }()

    private static func read() -> [WrongYAML] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        var programs: [WrongYAML] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("== ") {
                programs.append(WrongYAML(name: String(line.dropFirst(3))))
            } else if !programs.isEmpty {
                programs[programs.count - 1].annotated.append(line)
                if !line.hasPrefix("#>") { programs[programs.count - 1].lines.append(line) }
            }
        }
        return programs
    }

    func diagnostics() -> Diagnostics {
        let source = SourceText(name: "wrong.yaml", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        _ = SyntaxTree(readingYAML: source, into: &diagnostics)
        return diagnostics
    }

    /// The program with what the reader says of it now.
    func checked() -> [String] {
        let diagnostics = diagnostics()
        let index = SourceMap(diagnostics.source.bytes)
        var result: [String] = []
        for (number, line) in lines.enumerated() {
            result.append(line)
            for diagnostic in diagnostics.list.sorted(by: { $0.span.start < $1.span.start })
            where index.line(of: Int(diagnostic.span.start)) == number + 1 {
                result += annotation(diagnostic, index)
            }
        }
        return result
    }

    private func annotation(_ diagnostic: Diagnostic, _ index: SourceMap) -> [String] {
        let start = Int(diagnostic.span.start)
        let line = index.range(ofLine: index.line(of: start))
        let column = index.column(of: start)
        let end = index.column(of: max(start, min(Int(diagnostic.span.end), line.upperBound)))
        var result = [
            "#> " + String(repeating: " ", count: column - 1)
                + String(repeating: "^", count: max(1, end - column))
                + " \(diagnostic.code) \(diagnostic.message)"
        ]
        if let help = diagnostic.help { result.append("#> help: \(help)") }
        for note in diagnostic.notes {
            let start = Int(note.span.start)
            result.append(
                "#> note: \(index.line(of: start)):\(index.column(of: start)): \(note.message)")
        }
        return result
    }
}

@Suite struct WrongYAMLTests {
    @Test(arguments: WrongYAML.all)
    func diagnosticsStandWhereTheyBelong(_ program: WrongYAML) {
        #expect(program.checked() == program.annotated)
        #expect(
            program.annotated.contains { $0.hasPrefix("#>") }, "it is wrong, so something is said")
    }

    @Test func thereAreManyOfThem() {
        #expect(WrongYAML.all.count >= 90)
        #expect(Set(WrongYAML.all.map(\.name)).count == WrongYAML.all.count)
        let codes = Set(WrongYAML.all.flatMap { $0.diagnostics().list.map(\.code) })
        for number in 1...12 {
            let code = "E08\(number < 10 ? "0" : "")\(number)"
            #expect(codes.contains(code), "\(code) is said of some program")
        }
    }

    @Test func diagnosticsReadWell() {
        for program in WrongYAML.all {
            for diagnostic in program.diagnostics().list {
                let message = diagnostic.message
                #expect(!message.hasSuffix("."))
                #expect(!message.contains("this is not YAML:"), "libyaml's words: \(message)")
                #expect(message.first.map { $0.isUppercase } == false)
            }
        }
    }
}
