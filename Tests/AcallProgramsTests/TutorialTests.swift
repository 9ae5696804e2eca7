// The documentation's programs: they are what a reader copies first.

import Foundation
import Testing

@Suite struct TutorialTests {
    private static let folder = Tool.root.appendingPathComponent(
        "Sources/Acall/Acall.docc/Resources")

    private static var programs: [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0.hasSuffix(".acall") }.sorted()
    }

    @Test func programsAreRightAndCanonical() throws {
        #expect(Self.programs.count == 3)
        for command in [["check"], ["fmt", "--check"]] {
            let ended = try Tool.acall(command + Self.programs, in: Self.folder)
            #expect(ended.status == 0 && ended.errorText.isEmpty, "\(ended.errorText)")
        }
    }

    @Test func theyGiveTheSizes() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let (five, none) = (try scratch.file("five", "12345"), scratch.path("none"))
        let list = try scratch.file("list", "\(five)\n\(none)\n")
        let program = Self.folder.appendingPathComponent("sizes-allow.acall").path
        let ended = try Tool.acall([program, "files=@\(list)", "--no-color"], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
        #expect(ended.errorText.contains("size[\"\(five)\"] = 5"), "\(ended.errorText)")
        #expect(!ended.errorText.contains("size[\"\(none)\"]"))
    }

    /// The README's programs, and those by which the YAML page shows what the checks ask for, are whole and pass them.
    @Test(arguments: [("README.md", ""), ("grammar/yaml.md", "## What the checks ask for")])
    func thePagesWholeProgramsPassTheChecks(_ page: String, _ heading: String) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let whole = try String(
            contentsOf: Tool.root.appendingPathComponent(page), encoding: .utf8)
        let start = heading.isEmpty ? whole.startIndex : whole.range(of: heading)?.upperBound
        let rest = whole[try #require(start)...]
        let section =
            heading.isEmpty ? rest : rest.prefix(upTo: rest.range(of: "\n## ")!.lowerBound)
        var programs: [String] = []
        for (index, part) in section.components(separatedBy: "\n```").enumerated() {
            for spelling in ["acall", "yaml"] where part.hasPrefix("\(spelling)\n") {
                let text = String(part.dropFirst(spelling.count + 1)) + "\n"
                programs.append(try scratch.file("\(index).\(spelling)", text))
            }
        }
        #expect(programs.count >= 2)
        let ended = try Tool.acall(["check"] + programs, in: scratch.url)
        #expect(ended.status == 0 && ended.errorText.isEmpty, "\(ended.errorText)")
    }
}
