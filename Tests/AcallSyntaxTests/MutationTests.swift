// Programs with bytes changed, and bytes that are no programs: the parser ends with diagnostics or without, and
// what it takes without comes back from its printed text.

import Foundation
import TestSupport
import Testing

@testable import AcallSyntax

@Suite struct MutationTests {
    /// Cases in each of the parts, which run side by side: 20,000 in all.
    private static let cases = 1000

    private static let lines: [[[UInt8]]] = {
        let folder = Grammar.file.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("programs")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(".acall") }.compactMap { name in
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else {
                return nil
            }
            return data.split(separator: 0x0a).filter { $0.first != UInt8(ascii: "#") }
                .map { Array($0) + [0x0a] }
        }
    }()

    private static let pieces = [
        "(", ")", "[", "]", "{", "}", ",", ":", "=", "==", "..<", "...", "\"", "'", "\\", "#", ";",
        "\n", "\r\n", "\t", "&", "&&", "-", "0x", "1", "s", "KiB", "if ", "loop {", "\0", "\u{e9}",
    ].map { Array($0.utf8) }

    private func makeCase(_ random: inout Random) -> [UInt8] {
        guard Int.random(in: 0..<5, using: &random) > 0,
            let program = Self.lines.randomElement(using: &random), !program.isEmpty
        else {
            return (0..<Int.random(in: 0...60, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
        }
        let start = Int.random(in: 0..<program.count, using: &random)
        var bytes = Array(program[start...].prefix(4).joined())
        for _ in 0..<Int.random(in: 0...3, using: &random) { change(&bytes, &random) }
        return bytes
    }

    private func change(_ bytes: inout [UInt8], _ random: inout Random) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(place + Int.random(in: 1...8, using: &random), bytes.count)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 3: bytes.removeSubrange(place...)
        default:
            bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: place)
        }
    }

    @Test(arguments: 0..<20)
    func changedProgramsEndInATreeOrADiagnostic(_ part: Int) {
        #expect(Self.lines.count >= 15)
        let seed = seed()
        var random = Random(state: seed)
        var clean = 0
        for number in 0..<Self.cases {
            let bytes = makeCase(&random)
            var diagnostics = Diagnostics(SourceText(name: "test", bytes: bytes))
            let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
            let isInside = diagnostics.list.allSatisfy {
                Int($0.span.start) <= bytes.count && $0.span.start <= $0.span.end
            }
            if !isInside { Issue.record("seed \(seed), case \(number): \(diagnostics.list)") }
            // A brace may start a statement, or be missing.
            let lines = bytes.count { $0 == 0x0a || [0x3b, 0x7b, 0x7d].contains($0) } + 1
            if diagnostics.list.count > lines {
                Issue.record("seed \(seed), case \(number): more errors than statements")
            }
            guard diagnostics.list.isEmpty else { continue }
            clean += 1
            let printed = tree.printedAsText()
            var again = Diagnostics(SourceText(name: "test", bytes: Array(printed.utf8)))
            let second = SyntaxTree(parsing: again.source, into: &again)
            if !again.list.isEmpty || second.shapes != tree.shapes {
                Issue.record("seed \(seed), case \(number):\n\(printed)\n\(again.list)")
            }
        }
        #expect(clean > Self.cases / 10 && clean < Self.cases, "seed \(seed): both kinds occur")
    }
}
