// Style as a test that fails: the formatter's word, how much state a type has, what libraries may import.

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

    /// State is owned by the type that needs it.
    @Test func typesHaveFewStoredProperties() throws {
        #expect(Self.sources.count > 100)
        for name in Self.sources
        where name.hasPrefix("Sources/AcallCompiler/") && name.hasSuffix(".swift") {
            for (type, count) in Self.storedProperties(in: try text(name)) {
                #expect(count <= 15, "\(type) in \(name) has \(count) stored properties")
            }
        }
    }

    @Test func storedPropertiesAreCounted() {
        let text = """
            struct Pair {
                var a = 1, b: Int
                static let c = 2
                var d: Int { a }
                struct Inner { var e: Int }
                private(set) var f: [Int] = [] {
                    didSet { a = 2 }
                }
            }
            final class Other {
                let g: Int
            }
            """
        let counted = Self.storedProperties(in: text)
        #expect(counted.map { "\($0.type) \($0.count)" } == ["Pair 2", "Other 1"])
    }

    /// The types at the top level of a formatted file, and how many declarations of stored properties each has.
    private static func storedProperties(in text: String) -> [(type: String, count: Int)] {
        var found: [(type: String, count: Int)] = []
        let modifiers = ["public ", "package ", "private ", "fileprivate ", "final ", "internal "]
        for line in text.split(separator: "\n").map(String.init) {
            var rest = line
            if !line.hasPrefix(" ") {
                for modifier in modifiers where rest.hasPrefix(modifier) {
                    rest.removeFirst(modifier.count)
                }
                for kind in ["struct ", "class ", "actor "] where rest.hasPrefix(kind) {
                    let name = rest.dropFirst(kind.count).prefix { $0.isLetter || $0.isNumber }
                    found.append((String(name), 0))
                }
                continue
            }
            guard line.hasPrefix("    "), !line.hasPrefix("     "), !found.isEmpty else { continue }
            rest = String(line.dropFirst(4))
            for modifier in modifiers + ["private(set) ", "package(set) ", "fileprivate "]
            where rest.hasPrefix(modifier) {
                rest.removeFirst(modifier.count)
            }
            guard rest.hasPrefix("var ") || rest.hasPrefix("let ") else { continue }
            let isComputed = rest.contains("{") && !rest.contains("=")
            if !isComputed { found[found.count - 1].count += 1 }
        }
        return found.filter { $0.count > 0 }
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
