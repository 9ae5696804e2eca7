// Work against size: what each stage does for a source of one construct, written more and more often.
//
// Input: the shapes of compiler-work, at three sizes. Output: the growth of what the stages allocate, move and
// retain, which is counted exactly, so that it is the same on every machine and however busy that is. What is worse
// than about n^1.15 fails.

import Foundation
import Testing

/// The tool beside the tests.
private enum Work {
    static let path = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("compiler-work").path

    static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        // The order in hash tables has its part in the work.
        environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
        process.environment = environment
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    static let shapes: [String] = {
        let names = (try? run(["shapes"])) ?? ""
        return names.split(separator: "\n").map(String.init)
    }()
}

/// What one stage did at one size.
private struct Sample {
    /// The source's bytes, then the counts in the order in which the tool gives them.
    let numbers: [Double]

    static let names = [
        "allocations", "bytes allocated", "bytes moved", "objects retained", "bytes at once",
    ]
    /// Where less than this is added, a table's growth is most of it.
    static let least: [Double] = [1000, 240_000, 200_000, 2000, 130_000]
    /// Of decoding: what sorts up to 64 things goes another way with more, and is steeper before.
    static let leastDecoding: [Double] = [5000, 310_000, 200_000, 2000, 130_000]
}

@Suite struct GrowthTests {
    private static let sizes = [32, 64, 128]
    private static let most = 1.15

    @Test(arguments: Work.shapes)
    func theTextSpellingIsLinear(_ shape: String) throws {
        let growth = try growth(shape, [])
        #expect(growth.isEmpty, "\(growth.joined(separator: "; "))")
    }

    @Test(arguments: Work.shapes)
    func theYAMLSpellingIsLinear(_ shape: String) throws {
        let growth = try growth(shape, ["yaml"])
        #expect(growth.isEmpty, "\(growth.joined(separator: "; "))")
    }

    @Test func theShapesAreMany() {
        #expect(Work.shapes.count > 90)
    }

    /// What grows too fast, and how.
    private func growth(_ shape: String, _ spelling: [String]) throws -> [String] {
        let output = try Work.run(["count", shape] + Self.sizes.map(String.init) + spelling)
        var stages: [String: [Sample]] = [:]
        for line in output.split(separator: "\n") {
            let words = line.split(separator: " ")
            let numbers = words.suffix(6).compactMap { Double($0) }
            stages[words.dropLast(6).joined(separator: " "), default: []]
                .append(Sample(numbers: numbers))
        }
        #expect(stages["read"]?.count == Self.sizes.count)
        return stages.sorted { $0.key < $1.key }.flatMap { stage, samples in
            // A stage that is left out at some size has met an error there.
            samples.count == Self.sizes.count ? growth(of: stage, samples) : []
        }
    }

    private func growth(of stage: String, _ samples: [Sample]) -> [String] {
        Sample.names.indices.compactMap { index in
            let counts = samples.map { $0.numbers[index + 1] }
            let added = counts[2] - counts[1]
            let least = stage == "decode" ? Sample.leastDecoding : Sample.least
            guard added > least[index] else { return nil }
            // What is there at once has a part that is always the same.
            let isPeak = index == Sample.names.count - 1
            let exponent = log2(
                isPeak ? counts[2] / counts[1] : added / max(counts[1] - counts[0], 1))
            guard exponent > Self.most else { return nil }
            let shown = counts.map { String(Int($0)) }.joined(separator: ", ")
            return "\(stage): \(Sample.names[index]) grow as n^\(exponent): \(shown)"
        }
    }
}
