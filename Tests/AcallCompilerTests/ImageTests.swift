// Compiled programs: their disassembly against golden files, the verifier's word on each, both spellings'
// equal batches, and random changes to programs, which must end in diagnostics or a valid image.

import AcallCatalog
import CAcall
import Foundation
import TestSupport
import Testing

@testable import AcallCompiler
@testable import AcallImage
@testable import AcallSyntax

enum Compiled {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let programs = root.appendingPathComponent("programs")
    static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: programs.path)) ?? []
        return all.filter { $0.hasSuffix(".acall") || $0.hasSuffix(".yaml") }.sorted()
    }()

    static func source(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: programs.appendingPathComponent(name)))
    }

    /// The image, or what is wrong.
    static func image(
        _ name: String, _ bytes: [UInt8], _ architecture: Architecture = .x86_64
    ) -> (image: BatchImage?, diagnostics: Diagnostics) {
        let source = SourceText(name: name, bytes: bytes)
        var diagnostics = Diagnostics(source)
        var tree =
            name.hasSuffix(".yaml")
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
        tree.resolveIncludes(into: &diagnostics) { path throws(IncludeFailure) in
            guard let bytes = try? Self.source(path) else { throw IncludeFailure("missing") }
            return bytes
        }
        let checked = try? TypedProgram(
            checking: tree, architecture: architecture, into: &diagnostics)
        diagnostics.dropAdvice()
        return (checked.map { BatchImage(lowering: $0) }, diagnostics)
    }
}

@Suite struct ImageTests {
    @Test(arguments: Compiled.names, Architecture.allCases)
    func programsCompileToValidImages(_ name: String, _ architecture: Architecture) throws {
        let (image, diagnostics) = Compiled.image(name, try Compiled.source(name), architecture)
        #expect(diagnostics.list.isEmpty, "\(diagnostics.rendered(colour: false))")
        let compiled = try #require(image)
        try compiled.verify()
        let read = try BatchImage(decoding: compiled.encoded())
        #expect(read.encoded() == compiled.encoded())
        #expect(read.disassembly() == compiled.disassembly())
    }

    /// Of the text spelling: its twin in YAML compiles to equal batches.
    @Test(arguments: Compiled.names.filter { $0.hasSuffix(".acall") })
    func disassemblyIsAsItWas(_ name: String) throws {
        let (image, _) = Compiled.image(name, try Compiled.source(name))
        let text = try #require(image).disassembly()
        let file = Compiled.golden.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["ACALL_BLESS"] != nil {
            try FileManager.default.createDirectory(
                at: Compiled.golden, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try text == String(contentsOf: file, encoding: .utf8))
    }

    @Test func twinsCompileToEqualBatches() throws {
        let twins = Compiled.names.filter { $0.hasSuffix(".yaml") }
        #expect(twins.count >= 5)
        for yaml in twins {
            let text = yaml.replacingOccurrences(of: ".yaml", with: ".acall")
            let a = try #require(Compiled.image(text, try Compiled.source(text)).image)
            let b = try #require(Compiled.image(yaml, try Compiled.source(yaml)).image)
            #expect(a.records.map(Self.words) == b.records.map(Self.words), "\(yaml)")
            #expect(a.relocations == b.relocations)
            #expect(a.data == b.data)
            #expect(a.dataRelocations == b.dataRelocations)
            #expect(a.dataSize == b.dataSize)
            #expect(a.batches == b.batches)
        }
    }

    static func words(_ record: acall_submission) -> [UInt8] {
        withUnsafeBytes(of: record) { Array($0) }
    }

    /// A small generator whose sequence its seed decides.
    struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var z = state
            z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
            z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
            return z ^ (z >> 31)
        }
    }

    /// How many cases each part makes: ACALL_FUZZ_CASES asks for more than a test run has time for.
    private static let cases =
        ProcessInfo.processInfo.environment["ACALL_FUZZ_CASES"].flatMap { Int($0) } ?? 150

    @Test(arguments: 0..<8)
    func changedProgramsEndInDiagnosticsOrAValidImage(_ part: Int) throws {
        let seed = seed()
        var random = Random(state: seed &+ UInt64(part))
        let sources = try Compiled.names.map { ($0, try Compiled.source($0)) }
        let words = sources.flatMap { source in
            String(decoding: source.1, as: UTF8.self).split {
                !($0.isLetter || $0.isNumber || $0 == "_")
            }
            .map { Array($0.utf8) }
        }
        for _ in 0..<Self.cases {
            guard let (name, original) = sources.randomElement(using: &random) else { return }
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                mutate(&bytes, words, &random)
            }
            let (image, diagnostics) = Compiled.image(name, bytes)
            if let image {
                #expect(
                    throws: Never.self,
                    "seed \(seed) part \(part): \(String(decoding: bytes, as: UTF8.self))"
                ) {
                    try image.verify()
                }
            } else {
                #expect(diagnostics.hasErrors, "seed \(seed) part \(part)")
            }
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ words: [[UInt8]], _ random: inout Random) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
        case 3:
            let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
            bytes.removeSubrange(place..<end)
        case 4:
            // One word for another.
            let isWord = { (byte: UInt8) in
                byte == 0x5f || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
            }
            guard let start = bytes[place...].firstIndex(where: isWord) else { return }
            let end = bytes[start...].firstIndex { !isWord($0) } ?? bytes.count
            bytes.replaceSubrange(start..<end, with: words.randomElement(using: &random) ?? [])
        default:
            let end = min(bytes.count, place + 30)
            bytes.insert(
                contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &random))
        }
    }
}
