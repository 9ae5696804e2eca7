// Random bytes and damaged programs: the reader ends, with diagnostics or with a tree whose parts
// are all there.

import Foundation
import Testing

@testable import AcallSyntax

/// SplitMix64: the same seed gives the same cases everywhere.
private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

@Suite struct FuzzTests {
    private static let pieces = [
        "- ", ": ", "? ", "{", "}", "[", "]", ", ", "\"", "'", "|\n", ">-\n", "#", "&a ", "*a",
        "!!str ",
        "\n", "\n  ", "\r\n", "\t", "---\n", "...\n", "%YAML 1.2\n", "\\", "\\x", "\\u00e9", "ü",
        "漢", "😀",
        "\u{feff}", "\u{85}", "\u{2028}", "<<: ", "..<", "~", "null", "0x", "1e", "steps:\n",
        "if: ",
        "as: ", "retry: {on: ", "text: ", "output: ", "defer: ", "fully: true", "acall: 1\n",
        "[[[[[[", "{{", "then: ", "else: ", "loop: [", "{while: {cond: c, steps: [",
        "for: {each: i, in: ", "parallel: ", "task: {as: a, steps: ", "await: {any: ", "set: += ",
        "async: {", "procs: {p: {params: {", "include: ", "- break", "- return", "var: {",
        "a[0]", "timeout: 1s",
    ].map { Array($0.utf8) }

    /// Everything that a reader of the tree does with it, short of checking.
    private func read(_ bytes: [UInt8], seed: UInt64) {
        let source = SourceText(name: "fuzz.yaml", bytes: bytes)
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(readingYAML: source, into: &diagnostics)
        for diagnostic in diagnostics.list {
            let spans = [diagnostic.span] + diagnostic.notes.map(\.span)
            if !spans.allSatisfy({ $0.start <= $0.end && Int($0.start) <= bytes.count }) {
                Issue.record("seed \(seed): \(diagnostic) is outside of its source")
            }
        }
        let isClean = diagnostics.list.isEmpty
        let outline = tree.outline
        if isClean, outline.contains(where: { $0.contains("<hole>") }) {
            Issue.record("seed \(seed): a hole, and nothing was said of it")
        }
        if !isClean, diagnostics.rendered(colour: seed & 1 == 0).isEmpty {
            Issue.record("seed \(seed): nothing to show")
        }
    }

    private func mutate(_ program: [UInt8], _ random: inout Generator) -> [UInt8] {
        var bytes = program
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let at = Int.random(in: 0...bytes.count, using: &random)
            let end = min(bytes.count, at + Int.random(in: 0...12, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes.replaceSubrange(at..<end, with: [])
            case 1:
                bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
            case 3: bytes.insert(contentsOf: Array(bytes[at..<end]), at: at)
            case 4: bytes.removeLast(bytes.count - at)
            default:
                let piece = Self.pieces.randomElement(using: &random) ?? []
                bytes.replaceSubrange(at..<end, with: piece)
            }
        }
        return bytes
    }

    @Test(arguments: 0..<8 as Range<UInt64>) func damagedProgramsAreRead(_ part: UInt64) throws {
        let programs =
            try Project.programs(".yaml").map { try Project.bytes("programs/\($0)") }
            + Twin.pairs(inPage: "grammar/yaml.md").map { Array($0.yaml.utf8) }
        for index in 0..<1750 as Range<UInt64> {
            let seed = 0xaca1_1000_0000 + part << 16 + index
            var random = Generator(state: seed)
            let program = programs.randomElement(using: &random) ?? []
            read(mutate(program, &random), seed: seed)
        }
    }

    @Test func randomBytesAreRead() {
        for seed in 0..<2000 as Range<UInt64> {
            var random = Generator(state: seed)
            let count = Int.random(in: 0...200, using: &random)
            read((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, seed: seed)
        }
    }

    @Test func randomPiecesAreRead() {
        for seed in 10_000..<14_000 as Range<UInt64> {
            var random = Generator(state: seed)
            let count = Int.random(in: 0...40, using: &random)
            let start = Bool.random(using: &random) ? Array("acall: 1\nsteps:\n- ".utf8) : []
            read(
                start
                    + (0..<count).flatMap { _ in Self.pieces.randomElement(using: &random) ?? [] },
                seed: seed)
        }
    }
}
