// Every program of `programs`, run on real files, its effect looked at with the system's own tools.

import Foundation
import Testing

@Suite struct ProgramTests {
    /// The system's own word on a file.
    private func system(
        _ command: String..., in scratch: Scratch, input: String? = nil
    ) throws -> String {
        let data = try input.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
        let ended = try Tool.run(command, in: scratch.url, input: data)
        #expect(ended.status == 0, "\(command): \(ended.errorText)")
        return ended.text
    }

    /// Runs a program in both of its spellings, where it has both.
    private func spellings(_ name: String) -> [String] {
        ["\(name).acall", "\(name).yaml"].filter {
            FileManager.default.fileExists(atPath: Tool.programs.appendingPathComponent($0).path)
        }
    }

    @Test func hello() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for program in spellings("hello") {
            let ended = try Tool.acall(
                [Tool.programs.appendingPathComponent(program).path], in: scratch.url)
            #expect(ended.status == 0)
            #expect(try Tool.report(program, [], in: scratch.url).ended.text == "hello, world\n")
            #expect(ended.text == "hello, world\n")
            #expect(ended.errorText.contains("write(1, \"hello, world\\n\", 13) = 13"))
        }
    }

    @Test func head() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let text = (0..<200).map { "line \($0)\n" }.joined()
        let file = try scratch.file("text", text)
        for program in spellings("head") {
            let (ended, report) = try Tool.report(
                program, ["file=\(file)", "count=100"], in: scratch.url)
            #expect(ended.status == 0)
            #expect(try ended.text == system("head", "-c", "100", file, in: scratch))
            #expect(report.outputs["size"] as? Int == text.utf8.count)
            #expect(report.outputs["shown"] as? Int == 100)
        }
    }

    @Test func replace() throws {
        try each("replace") { program, scratch in
            _ = try scratch.file("file", "old")
            let (ended, report) = try Tool.report(
                program, ["file=file", "temporary=file.new", "text=new text"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(try system("cat", "file", in: scratch) == "new text")
            #expect(report.outputs["written"] as? Int == 8)
            #expect(!FileManager.default.fileExists(atPath: scratch.path("file.new")))
        }
    }

    @Test func copyRange() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for (index, program) in spellings("copy-range").enumerated() {
            let source = try scratch.file(
                "source", String(repeating: "0123456789\n", count: 50_000))
            let (ended, report) = try Tool.report(
                program, ["src=\(source)", "dst=copy\(index)", "mode=0600"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            _ = try system("cmp", source, "copy\(index)", in: scratch)
            #expect(try system("stat", "-c", "%a", "copy\(index)", in: scratch) == "600\n")
            #expect(report.outputs["copied"] as? Int == 550_000)
        }
    }

    @Test func stat() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let file = try scratch.file("file", "four")
        _ = try system("chmod", "4751", file, in: scratch)
        _ = try system("ln", file, "\(file).link", in: scratch)
        for program in spellings("stat") {
            let (_, report) = try Tool.report(program, ["path=\(file)"], in: scratch.url)
            let shown = try system("stat", "-c", "%s %a %h %u", file, in: scratch)
            let mode = String(report.outputs["mode"] as? Int ?? -1, radix: 8)
            let found = ["size", "links", "owner"].map { "\(report.outputs[$0] as? Int ?? -1)" }
            #expect(shown == "\(found[0]) \(mode) \(found[1]) \(found[2])\n")
            #expect(report.outputs["is_directory"] as? Int == 0)
            let (_, directory) = try Tool.report(
                program, ["path=\(scratch.url.path)"], in: scratch.url)
            #expect(directory.outputs["is_directory"] as? Int == 1)
        }
    }

    @Test func appendLine() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        var lines = ""
        for program in spellings("append-line") {
            for line in ["first", "", "third and last"] {
                let (ended, _) = try Tool.report(
                    program, ["log=log", "line=\(line)"], in: scratch.url)
                #expect(ended.status == 0, "\(ended.errorText)")
                lines += line + "\n"
            }
        }
        #expect(try system("cat", "log", in: scratch) == lines)
    }

    @Test func makeDirectory() throws {
        try each("make-directory") { program, scratch in
            for expected in [0, 1] {
                let (ended, report) = try Tool.report(
                    program, ["path=new", "mode=0700"], in: scratch.url)
                #expect(ended.status == 0, "\(ended.errorText)")
                #expect(report.outputs["was_there"] as? Int == expected)
            }
            #expect(try system("stat", "-c", "%F %a", "new", in: scratch) == "directory 700\n")
        }
    }

    @Test func lock() throws {
        try each("lock") { program, scratch in
            let (ended, report) = try Tool.report(program, ["file=lock"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(report.outputs["held"] as? Int == 1)
            // Held by flock(1) while the program tries.
            let file = Tool.programs.appendingPathComponent(program).path
            let second = try Tool.run(
                ["flock", "lock", Tool.path, "--report", "json", file, "file=lock"], in: scratch.url
            )
            #expect(second.status == 0, "\(second.errorText)")
            #expect(second.errorText.contains("\"held\": 0"))
        }
    }

    @Test func pipePair() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for program in spellings("pipe-pair") {
            for text in [
                "to and fro", "\t\u{1}\"quoted\"\n", String(repeating: "long ", count: 20),
            ] {
                let (ended, report) = try Tool.report(program, ["text=\(text)"], in: scratch.url)
                #expect(ended.status == 0, "\(ended.errorText)")
                #expect(report.outputs["echoed"] as? String == text)
            }
        }
    }

    @Test func random() throws {
        try each("random") { program, scratch in
            let reports = try (0..<2).map { _ in
                try Tool.report(program, ["count=20"], in: scratch.url).report
            }
            let digits = reports.map { $0.outputs["digits"] as? String ?? "" }
            #expect(digits.allSatisfy { $0.count == 40 && $0.allSatisfy(\.isHexDigit) })
            #expect(digits[0] != digits[1])
            let (ended, _) = try Tool.report(program, ["count=257"], in: scratch.url)
            #expect(ended.status == 1, "the slice is beyond its buffer")
        }
    }

    @Test func sparse() throws {
        try each("sparse") { program, scratch in
            let (ended, report) = try Tool.report(program, ["file=holes"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            let hole = report.outputs["hole"] as? Int ?? 0
            let data = report.outputs["data"] as? Int ?? 0
            #expect(4 <= hole && hole < data && data <= (1 << 20) - 4)
            #expect(try system("stat", "-c", "%s", "holes", in: scratch) == "\(1 << 20)\n")
            #expect(try system("head", "-c", "4", "holes", in: scratch) == "head")
        }
    }

    @Test func timer() throws {
        try each("timer") { program, scratch in
            let (ended, report) = try Tool.report(program, [], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(report.outputs["count"] as? Int ?? 0 >= 2)
        }
    }

    @Test func sealed() throws {
        try each("sealed") { program, scratch in
            let (ended, report) = try Tool.report(program, ["text=12345"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(report.outputs["size"] as? Int == 5)
        }
    }

    @Test func socketPair() throws {
        try each("socket-pair") { program, scratch in
            let (ended, report) = try Tool.report(program, [], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(report.outputs["peeked"] as? String == "onetwo")
            #expect(report.outputs["taken"] as? String == "one")
        }
    }

    @Test func systemNames() throws {
        try each("system") { program, scratch in
            let (_, report) = try Tool.report(program, [], in: scratch.url)
            let names = ["system", "release", "machine"].map { report.outputs[$0] as? String ?? "" }
            #expect(try system("uname", "-srm", in: scratch) == names.joined(separator: " ") + "\n")
            #expect(report.outputs["memory"] as? Int ?? 0 > 0)
        }
    }

    @Test func swap() throws {
        try each("swap") { program, scratch in
            _ = try scratch.file("a", "was a")
            _ = try scratch.file("b", "was b")
            let (ended, _) = try Tool.report(program, ["a=a", "b=b"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(try system("cat", "a", "b", in: scratch) == "was bwas a")
            let (failed, report) = try Tool.report(program, ["a=a", "b=nowhere"], in: scratch.url)
            #expect(failed.status == 1)
            #expect(report.steps.first?["errno"] as? String == "ENOENT")
            #expect(try system("cat", "a", in: scratch) == "was b")
        }
    }

    @Test func temporary() throws {
        try each("temporary") { program, scratch in
            let (ended, _) = try Tool.report(
                program, ["directory=.", "name=done", "text=whole"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(try system("cat", "done", in: scratch) == "whole")
        }
    }

    @Test func join() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let parts = try scratch.file("parts", "one\nand\ntwo\n")
        for program in spellings("join") {
            let (ended, report) = try Tool.report(
                program, ["parts=@\(parts)", "tail=."], in: scratch.url)
            #expect(try ended.text == system("tr", "-d", "\\n", in: scratch, input: parts) + ".")
            #expect(report.outputs["count"] as? Int == 3)
        }
    }

    @Test func everyProgramIsTestedAndExplained() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Tool.programs.path)
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let tests = try ["ProgramTests", "WideProgramTests", "WideConcurrencyTests"].map {
            try String(
                contentsOf: here.appendingPathComponent("\($0).swift"), encoding: .utf8)
        }.joined()
        let scratch = try Scratch()
        defer { scratch.remove() }
        var stems: Set<String> = []
        for name in names {
            let file = Tool.programs.appendingPathComponent(name).path
            stems.insert(String(name.split(separator: ".")[0]))
            #expect(try Tool.acall(["check", file], in: scratch.url).status == 0, "\(name)")
            #expect(try Tool.acall(["explain", file], in: scratch.url).status == 0, "\(name)")
            let comment = try String(contentsOfFile: file, encoding: .utf8).prefix(while: {
                $0 != "\n"
            })
            #expect(comment.hasPrefix("# \(name): "), "\(name) says what it is")
        }
        #expect(stems.count >= 36)
        for stem in stems {
            #expect(
                ["\"\(stem).acall\"", "spellings(\"\(stem)\")", "each(\"\(stem)\")"]
                    .contains { tests.contains($0) },
                "\(stem) is run")
        }
    }
}
