// Programs that are no programs, each with the diagnostics it must get, and where.
//
// Input: `Corpus/wrong.txt`. A program starts with `== name`; a line `#> ` under a line of the program gives
// a diagnostic of that line: carets under the range (shifted by the three bytes of `#> `), its code and its
// message; `#> help: ` gives its help. Run with ACALL_BLESS=1 to write what is printed now.

import Foundation
import Testing

@testable import AcallSyntax

struct WrongProgram: Sendable, CustomTestStringConvertible {
    let name: String
    var lines: [String] = []
    var annotated: [String] = []

    var testDescription: String { name }

    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Corpus/wrong.txt")

    static let all: [WrongProgram] = {
        let programs = read()
        guard ProcessInfo.processInfo.environment["ACALL_BLESS"] != nil else { return programs }
        let text = programs.map { (["== \($0.name)"] + $0.checked()).joined(separator: "\n") }
        try? text.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        return read()
    }()

    private static func read() -> [WrongProgram] {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        var programs: [WrongProgram] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("== ") {
                programs.append(WrongProgram(name: String(line.dropFirst(3))))
            } else if !programs.isEmpty {
                programs[programs.count - 1].annotated.append(line)
                if !line.hasPrefix("#>") { programs[programs.count - 1].lines.append(line) }
            }
        }
        return programs
    }

    /// The program with what the parser says of it now.
    func checked() -> [String] {
        let source = SourceText(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
        var diagnostics = Diagnostics(source)
        _ = SyntaxTree(parsing: source, into: &diagnostics)
        let sorted = diagnostics.list.sorted { $0.span.start < $1.span.start }
        var start = 0
        var result: [String] = []
        for (number, line) in lines.enumerated() {
            result.append(line)
            let isLast = number == lines.count - 1
            let end = start + line.utf8.count + (isLast ? 1 : 0)
            for diagnostic in sorted
            where Int(diagnostic.span.start) >= start && Int(diagnostic.span.start) <= end {
                let column = Int(diagnostic.span.start) - start
                let width = max(1, min(Int(diagnostic.span.end), end) - Int(diagnostic.span.start))
                result.append(
                    "#> " + String(repeating: " ", count: column)
                        + String(repeating: "^", count: width)
                        + " \(diagnostic.code) \(diagnostic.message)")
                if let help = diagnostic.help { result.append("#> help: \(help)") }
            }
            start += line.utf8.count + 1
        }
        return result
    }
}

@Suite struct CorpusTests {
    @Test(arguments: WrongProgram.all)
    func diagnosticsStandWhereTheyBelong(_ program: WrongProgram) {
        #expect(program.checked() == program.annotated)
        #expect(
            program.annotated.contains { $0.hasPrefix("#>") }, "it is wrong, so something is said")
    }

    @Test func thereAreManyOfThem() {
        #expect(WrongProgram.all.count >= 70)
    }
}
