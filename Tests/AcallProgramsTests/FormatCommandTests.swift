// `acall-run fmt` and `acall-run convert` as a user meets them: what is written, what is left alone, statuses.

import Foundation
import Glibc
import Testing

@Suite struct FormatCommandTests {
    private let rough = "# a comment\nfd=openat( AT_FDCWD,\"x\",O_RDONLY ,0644 )# behind\n"
    private let smooth = "# a comment\nfd = openat(AT_FDCWD, \"x\", O_RDONLY, 0644)  # behind\n"
    private let yaml = """
        # a comment
        acall: 1
        steps:
          - as: fd  # behind
            openat: [AT_FDCWD, '"x"', O_RDONLY, 0644]

        """

    private func inScratch(_ body: (Scratch) throws -> Void) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try body(scratch)
    }

    @Test func filesAreRewrittenInTheirOwnSpelling() throws {
        try inScratch { scratch in
            let text = try scratch.file("a.acall", rough)
            let other = try scratch.file(
                "b.yaml",
                yaml.replacing("  - as", with: "    -   as")
                    .replacing("    openat", with: "        openat"))
            let ended = try Tool.acall(["fmt", text, other], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(ended.text.isEmpty && ended.errorText.isEmpty)
            #expect(try scratch.text("a.acall") == smooth)
            #expect(try scratch.text("b.yaml") == yaml)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).count == 2)
        }
    }

    @Test func checkListsAndChangesNothing() throws {
        try inScratch { scratch in
            _ = try scratch.file("rough.acall", rough)
            _ = try scratch.file("smooth.acall", smooth)
            let ended = try Tool.acall(
                ["fmt", "--check", "rough.acall", "smooth.acall"], in: scratch.url)
            #expect(ended.status == 1)
            #expect(ended.text == "rough.acall\n")
            #expect(try scratch.text("rough.acall") == rough)
            #expect(
                try Tool.acall(["fmt", "--check", "smooth.acall"], in: scratch.url).status == 0)
            let input = try Tool.acall(
                ["fmt", "--check", "-"], in: scratch.url, input: Data(rough.utf8))
            #expect(input.status == 1)
            #expect(input.text == "<stdin>\n")
        }
    }

    @Test func theProgramsOfThisProjectAreFormatted() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Tool.programs.path)
        // These align what belongs together by hand.
        let aligned: Set = ["copy.acall", "giveup.acall"]
        let texts = names.filter { $0.hasSuffix(".acall") && !aligned.contains($0) }.sorted()
        let ended = try Tool.acall(["fmt", "--check"] + texts, in: Tool.programs)
        #expect(ended.status == 0, "\(ended.text)\(ended.errorText)")
    }

    @Test func standardInputGoesToStandardOutput() throws {
        try inScratch { scratch in
            let text = try Tool.acall(["fmt", "-"], in: scratch.url, input: Data(rough.utf8))
            #expect(text.status == 0)
            #expect(text.text == smooth)
            let same = try Tool.acall(
                ["fmt", "--yaml", "-"], in: scratch.url, input: Data(yaml.utf8))
            #expect(same.text == yaml)
            let other = try Tool.acall(["convert", "-"], in: scratch.url, input: Data(rough.utf8))
            #expect(other.text == yaml)
            let back = try Tool.acall(
                ["convert", "--yaml", "-"], in: scratch.url, input: Data(yaml.utf8))
            #expect(back.text == smooth)
        }
    }

    @Test func modesLinksAndFilesThatAreRightStay() throws {
        try inScratch { scratch in
            let path = try scratch.file("a.acall", rough)
            #expect(chmod(path, 0o750) == 0)
            #expect(symlink("a.acall", scratch.path("link.acall")) == 0)
            #expect(try Tool.acall(["fmt", "link.acall"], in: scratch.url).status == 0)
            #expect(try scratch.text("a.acall") == smooth)
            var status = stat()
            #expect(lstat(scratch.path("link.acall"), &status) == 0)
            #expect(status.st_mode & S_IFMT == S_IFLNK)
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o7777 == 0o750)
            let inode = status.st_ino
            #expect(try Tool.acall(["fmt", path], in: scratch.url).status == 0)
            #expect(stat(path, &status) == 0)
            #expect(status.st_ino == inode, "it was right, so it was not written")
        }
    }

    @Test func convertWritesTheOtherSpelling() throws {
        try inScratch { scratch in
            let path = try scratch.file("a.acall", rough)
            #expect(try Tool.acall(["convert", path], in: scratch.url).text == yaml)
            let ended = try Tool.acall(["convert", path, "-o", "b.yaml"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(ended.text.isEmpty)
            #expect(try scratch.text("b.yaml") == yaml)
            #expect(try Tool.acall(["convert", "b.yaml"], in: scratch.url).text == smooth)
            #expect(
                try Tool.acall(["convert", "b.yaml", "-o", "/dev/stdout"], in: scratch.url).text
                    == smooth)
        }
    }

    @Test func aWrongProgramIsLeftAlone() throws {
        try inScratch { scratch in
            let wrong = try scratch.file("wrong.acall", "f(\n")
            let path = try scratch.file("a.acall", rough)
            let ended = try Tool.acall(["fmt", wrong, path], in: scratch.url)
            #expect(ended.status == 2)
            #expect(ended.errorText.contains("wrong.acall:1:"))
            #expect(try scratch.text("wrong.acall") == "f(\n")
            #expect(try scratch.text("a.acall") == smooth, "the others are formatted")
            let converted = try Tool.acall(["convert", wrong, "-o", "b.yaml"], in: scratch.url)
            #expect(converted.status == 2)
            #expect(!FileManager.default.fileExists(atPath: scratch.path("b.yaml")))
        }
    }

    @Test func whatASpellingCantSayIsSaid() throws {
        try inScratch { scratch in
            let path = try scratch.file("a.acall", "fail \"\\xff\"\n")
            let ended = try Tool.acall(["convert", path, "-o", "b.yaml"], in: scratch.url)
            #expect(ended.status == 2)
            #expect(ended.errorText.contains("can't be spelled in YAML"))
            #expect(!FileManager.default.fileExists(atPath: scratch.path("b.yaml")))
        }
    }

    @Test func aWrongCommandLineIsStatusTwo() throws {
        for (arguments, text) in [
            (["fmt"], "FILE"), (["fmt", "/nowhere.acall"], "no such file"),
            (["fmt", "--chek", "x"], "--check"), (["fmt", "-", "-"], "named twice"),
            (["fmt", "/etc"], "is a directory"), (["convert"], "FILE"),
            (["convert", "a", "b"], "b"), (["convert", "a.acall", "-o", "b.acall"], "hold YAML"),
            (["convert", "a.yaml", "-o", "b.yaml"], "hold text"),
            (["convert", Tool.programs.path + "/head.acall", "-o", "/nowhere/b.yaml"], "/nowhere"),
            (["convert", Tool.programs.path + "/head.acall", "-o", "/etc"], "/etc"),
        ] {
            try inScratch { scratch in
                let ended = try Tool.acall(arguments, in: scratch.url)
                #expect(ended.status == 2, "\(arguments): \(ended.errorText)")
                #expect(ended.errorText.contains(text), "\(arguments): \(ended.errorText)")
                #expect(ended.text.isEmpty)
            }
        }
    }

    @Test func helpShowsExamples() throws {
        try inScratch { scratch in
            let format = try Tool.acall(["fmt", "--help"], in: scratch.url).text
            #expect(format.contains("acall-run fmt --check programs/*"))
            let convert = try Tool.acall(["help", "convert"], in: scratch.url).text
            #expect(convert.contains("acall-run convert programs/head.acall"))
        }
    }
}
