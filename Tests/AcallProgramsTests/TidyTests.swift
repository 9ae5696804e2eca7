// Style as a test that fails: the formatter's word, the size of files, what libraries may import.

import Foundation
import Testing

@Suite struct TidyTests {
    private static let sources: [String] = {
        let root = Tool.root.path
        let folders = ["Sources", "Tests"].compactMap {
            FileManager.default.enumerator(atPath: "\(root)/\($0)").map { found in
                found.compactMap { $0 as? String }
            }
        }
        return zip(["Sources", "Tests"], folders).flatMap { folder, names in
            // What the documentation shows is the reader's, and stands as they would write it.
            names.filter { !$0.contains(".docc/") }
                .filter { name in [".swift", ".c", ".h", ".S"].contains { name.hasSuffix($0) } }
                .map { "\(folder)/\($0)" }
        }
    }()

    private func text(_ name: String) throws -> String {
        try String(contentsOf: Tool.root.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func theFormatterHasNothingToSay() throws {
        let ended = try Tool.run(
            ["swift", "format", "lint", "--strict", "-r", "Sources", "Tests", "Package.swift"],
            in: Tool.root)
        #expect(ended.status == 0, "\(ended.errorText.prefix(2000))")
    }

    @Test func filesAreOfAReadableSize() throws {
        #expect(Self.sources.count > 100)
        for name in Self.sources where !name.contains("/Generated") {
            let lines = try text(name).split(separator: "\n", omittingEmptySubsequences: false)
                .count
            #expect(lines <= 501, "\(name) has \(lines) lines")
        }
    }

    @Test func librariesAndTheToolDoWithoutFoundation() throws {
        for name in Self.sources where name.hasPrefix("Sources/") && name.hasSuffix(".swift") {
            let lines = try text(name).split(separator: "\n")
            #expect(!lines.contains { $0.hasPrefix("import Foundation") }, "\(name)")
        }
    }

    /// What an operation of the engine means to a reader, the compiler writes into the image.
    @Test func reportsLookAtNoOperationCode() throws {
        let reports = Self.sources.filter {
            $0.hasPrefix("Sources/AcallExecutor/Report") || $0.hasSuffix("/StopWords.swift")
        }
        #expect(reports.count >= 6)
        for name in reports {
            #expect(try !text(name).contains("ACALL_OP_"), "\(name)")
        }
    }

    @Test func aFileOpensWithWhatItIs() throws {
        for name in Self.sources where name.hasSuffix(".swift") && !name.contains("/Generated") {
            #expect(try text(name).hasPrefix("//"), "\(name)")
        }
    }
}
