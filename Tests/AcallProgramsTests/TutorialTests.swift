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
}
