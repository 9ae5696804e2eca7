// `acall-run compile` as a user meets it: types, headers, images, and what is refused.

import Foundation
import Glibc
import Testing

@Suite struct CompileCommandTests {
    private func compile(_ program: String, _ output: String, in scratch: Scratch) throws -> Ended {
        try Tool.acall(
            [
                "compile", Tool.root.appendingPathComponent("programs/\(program)").path, "-o",
                output,
            ],
            in: scratch.url)
    }

    @Test func anImageRunsAsItsProgramDoes() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        #expect(try compile("head.acall", "head.acb", in: scratch).status == 0)
        let ended = try Tool.acall(["head.acb", "file=/etc/passwd", "count=5"], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
        #expect(ended.text == "root:")
        let explained = try Tool.acall(["explain", "head.acb"], in: scratch.url)
        #expect(explained.status == 0 && explained.text.contains("openat"))
    }

    @Test func aDamagedImageIsRefused() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try compile("head.acall", "head.acb", in: scratch)
        let file = scratch.url.appendingPathComponent("head.acb")
        var bytes = try Data(contentsOf: file)
        bytes[bytes.count / 2] ^= 0x55
        try bytes.write(to: file)
        let ended = try Tool.acall(["head.acb", "file=/etc/passwd"], in: scratch.url)
        #expect(ended.status == 2 && ended.errorText.contains("no sound image"))
        let text = try scratch.file("text.acb", "getpid()\n")
        #expect(try Tool.acall([text], in: scratch.url).errorText.contains("is no image"))
    }

    @Test func theSwiftTypeHasInputsOutputsAndComments() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        #expect(try compile("head.acall", "Head.swift", in: scratch).status == 0)
        let text = try scratch.text("Head.swift")
        #expect(text.contains("struct Head: EmbeddedProgram {"))
        #expect(text.contains("init(file: any ProgramText, count: Int32 = 512) {"))
        #expect(text.contains("#if arch(x86_64)") && text.contains("#elseif arch(arm64)"))
        #expect(text.contains("/// Print the first bytes of a file"))
        // Calls that the other architecture lacks: an error there, not here.
        let old = try scratch.file("old.acall", "fd = open(\"x\", O_RDONLY)\n")
        #expect(try Tool.acall(["compile", old, "-o", "Old.swift"], in: scratch.url).status == 0)
        #expect(try scratch.text("Old.swift").contains("#error"))
    }

    @Test func everyProgramHasAType() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let programs = try FileManager.default.contentsOfDirectory(
            atPath: Tool.root.appendingPathComponent("programs").path)
        #expect(programs.count > 100)
        for program in programs {
            let ended = try compile(program, "P.swift", in: scratch)
            #expect(ended.status == 0, "\(program): \(ended.errorText)")
        }
    }

    /// Nothing of Swift is needed where the header is used; without the library its syntax is checked all the same.
    @Test func theHeaderIsCleanC() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        #expect(try compile("head.acall", "head.h", in: scratch).status == 0)
        let main = try scratch.file(
            "main.c",
            """
            #include "head.h"
            int main(void) {
                static struct head program;
                int64_t size;
                head_load(&program);
                head_set_file(&program, "/etc/passwd");
                head_set_count(&program, 5);
                return head_run(&program) == 0 && head_get_size(&program, &size) ? 0 : 1;
            }

            """)
        let headers = Tool.root.appendingPathComponent("Sources/CAcall/include").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", headers, main,
        ]
        process.currentDirectoryURL = scratch.url
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test func whatCanNotBeIsSaid() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let ending = try compile("head.acall", "head.txt", in: scratch)
        #expect(ending.status == 2 && ending.errorText.contains("has none of the endings"))
        let chains = try compile("sizes.acall", "sizes.h", in: scratch)
        #expect(chains.status == 2 && chains.errorText.contains("can't be a C header"))
        let wrong = try scratch.file("wrong.acall", "fd = opnat(\"x\")\n")
        let ended = try Tool.acall(
            ["compile", wrong, "-o", "W.swift", "--diagnostics", "editor"], in: scratch.url)
        #expect(ended.status == 2)
        #expect(ended.errorText.contains("wrong.acall:1:6: error: there is no system call `opnat`"))
        #expect(
            !FileManager.default.fileExists(
                atPath: scratch.url.appendingPathComponent("W.swift").path))
    }
}
