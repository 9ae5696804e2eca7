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

    /// What each way to a good end gives is certain, in whichever branch it stands.
    @Test(arguments: [
        ("if n == 1 { output a = 1 } else { output a = 2 }", true),
        ("if n == 1 { output a = 1 } else if n == 2 { output a = 2 }", false),
        ("if n == 1 { output a = 1 } else { fail \"no\" }", true),
        ("if n == 1 { output a = 1 } else { stop }", false),
        ("if n == 1 { output a = 1; stop }\noutput a = 2", true),
        ("if n == 1 { output a = 1; stop if n > 3 } else { output a = 2 }", true),
        ("stop if n == 1\noutput a = 2", false),
        ("fail \"no\" if n == 1\noutput a = 2", true),
        ("loop { if n == 1 { output a = 1; break } else { output a = 2; break } }", true),
        ("loop { break if n == 1; output a = 1 }", false),
        ("while n == 0 { output a = 1; stop }", false),
        ("while n == 0 { output a = 1; stop }\noutput a = 2", true),
        ("proc p(n: int) { if n == 1 { output a = 1; return }; output a = 2 }\np(n)", true),
        ("proc p(n: int) { if n == 1 { return }; output a = 2 }\np(n)", false),
        ("proc p(n: int) { output a = 2 }\np(n) if n == 1", false),
        ("proc p(n: int) { exit_group(0) if n == 1 }\np(n)\noutput a = 2", false),
        ("async exit_group(0)\noutput a = 2", false),
        ("task t { output a = 1 }\nawait t", false),
        ("task t { getpid() }\noutput a = 1\nawait t", true),
        ("task t { getpid() }\nawait t timeout 1s else { stop }\noutput a = 1", false),
    ])
    func anOutputIsOptionalWhereAWayDoesNotGiveIt(_ steps: String, _ isCertain: Bool) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let file = try scratch.file("p.acall", "input n: int\n\(steps)\noutput last = n\n")
        let ended = try Tool.acall(["compile", file, "-o", "P.swift"], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
        let text = try scratch.text("P.swift")
        #expect(text.contains("let a: \(isCertain ? "Int" : "Int?")\n"), "\(steps)")
        #expect(text.components(separatedBy: "let a: ").count == 2)
    }

    /// An output of two branches: the header looks at both places.
    @Test func theHeaderHasAnOutputOfEachBranch() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let file = try scratch.file(
            "p.acall",
            """
            input n: int
            if n == 1 { output a = 1; output b = "one" } else { output a = n; output b = "more" }

            """)
        let ended = try Tool.acall(["compile", file, "-o", "p.h"], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
        let text = try scratch.text("p.h")
        #expect(text.components(separatedBy: "int p_get_a(").count == 3)
        #expect(text.components(separatedBy: "memcpy(value, program->data").count == 5)
        let main = try scratch.file(
            "main.c",
            """
            #include "p.h"
            int main(void) {
                static struct p program;
                const unsigned char *bytes;
                size_t count;
                int64_t a;
                p_load(&program);
                p_set_n(&program, 5);
                return p_run(&program) == 0 && p_get_a(&program, &a) && p_get_b(&program, &bytes, &count) ? 0 : 1;
            }

            """)
        #expect(try checkC(main, in: scratch) == 0)
        let loop = try scratch.file(
            "l.acall", "for i in 0..<3 { if i == 1 { output a = 1 } else { output a = i } }\n")
        let refused = try Tool.acall(["compile", loop, "-o", "l.h"], in: scratch.url)
        #expect(refused.status == 2 && refused.errorText.contains("change in a loop"))
    }

    private func checkC(_ file: String, in scratch: Scratch) throws -> Int32 {
        let headers = Tool.root.appendingPathComponent("Sources/CAcall/include").path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "cc", "-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", headers, file,
        ]
        process.currentDirectoryURL = scratch.url
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
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
        #expect(try checkC(main, in: scratch) == 0)
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
