// `--max-time` and its siblings, and what is limited where nobody says so.

import Foundation
import Testing

@Suite struct LimitTests {
    private func run(_ text: String, _ options: String...) throws -> Ended {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", "defer write(1, \"cleaned up\\n\")\n" + text)
        return try Tool.acall(["p.acall"] + options, in: scratch.url)
    }

    private func expectExceeded(_ ended: Ended, _ option: String, line: Int) {
        #expect(ended.status == 1)
        #expect(ended.text.hasSuffix("cleaned up\n"))
        let text = ended.errorText
        #expect(text.contains("p.acall:\(line):") && text.contains(option), "\(text)")
    }

    @Test func time() throws {
        let ended = try run(
            "async a = nanosleep(1000s)\nnanosleep(1000s)", "--max-time", "100ms")
        expectExceeded(ended, "--max-time", line: 3)
        #expect(ended.errorText.contains(" cancelled, "), "\(ended.errorText)")
        #expect(try run("nanosleep(1ms)", "--max-time", "10h").status == 0)
    }

    @Test func memory() throws {
        let maps = """
            var at: long[64]
            var i: int
            p0 = mmap(null, 1MiB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            p1 = mmap(null, 6MiB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) allow ENOMEM
            nanosleep(1000s)
            """
        expectExceeded(try run(maps, "--max-memory", "5MiB"), "--max-memory", line: 5)
        let storage = try run("var large: bytes[8MiB]\nread(0, large)", "--max-memory", "4MiB")
        #expect(storage.status == 1 && storage.errorText.contains("--max-memory"))
        // What is given back does not count.
        let loop = """
            var i: int
            while i < 20 {
                p = mmap(null, 1MiB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                i += 1
            }
            """
        #expect(try run(loop, "--max-memory", "5MiB").status == 0)
    }

    /// Also where the step allows the kernel's own error.
    @Test func files() throws {
        let text = """
            var fds: int[100]
            var i: int
            while i < 30 {
                fds[i] = memfd_create("x", 0) allow EMFILE
                i += 1
            }
            """
        expectExceeded(try run(text, "--max-files", "20"), "--max-files", line: 5)
        #expect(try run(text, "--max-files", "30").status == 0)
    }

    @Test func processes() throws {
        let text = """
            var i: int
            while i < 5 {
                child = spawn("/bin/sleep", ["sleep", "1000"]) allow EAGAIN
                i += 1
            }
            """
        expectExceeded(try run(text, "--max-processes", "3"), "--max-processes", line: 4)
        #expect(try run(text, "--max-processes", "5").status == 0)
        // The limit on descriptors is not the children's.
        let child = try run(
            "c = spawn(\"/bin/sh\", [\"sh\", \"-c\", \"test $(ulimit -n) -gt 10\"])\nwait(c) expect 0",
            "--max-files", "10")
        #expect(child.status == 0, "\(child.errorText)")
    }

    @Test func outputs() throws {
        let keyed = "var i: int\nloop { i += 1; output x[i] = i; break if i == 100 }"
        expectExceeded(try run(keyed, "--max-output", "1KiB"), "--max-output", line: 3)
        #expect(try run(keyed, "--max-output", "2KiB").status == 0)
        let text = "var b: bytes[64]\ngetrandom(b)\noutput b = b[..<64]"
        let ended = try run(text, "--max-output", "63")
        #expect(ended.status == 1 && ended.errorText.contains("--max-output"), "\(ended.errorText)")
        #expect(try run(text, "--max-output", "64").status == 0)
    }

    /// One value for each key, whatever the number of passes.
    @Test func anOutputThatIsReplacedTakesNoMore() throws {
        let ended = try run(
            """
            var i: int
            while i < 100000 {
                i += 1
                output x[i % 2] = i
            }
            """, "--max-output", "100")
        #expect(
            ended.status == 0 && ended.errorText.contains("x[0] = 100000"), "\(ended.errorText)")
    }

    /// Without memory the `output` fails, and the program is cleaned up.
    @Test func outputsWithoutMemoryFail() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file(
            "p.acall",
            """
            defer write(1, "cleaned up\\n")
            var i: int
            loop { i += 1; output x[i] = i }
            """)
        let ended = try Tool.run(
            ["sh", "-c", "ulimit -v 400000; exec \"$0\" p.acall", Tool.path], in: scratch.url)
        #expect(ended.status == 1 && ended.text == "cleaned up\n", "\(ended.status)")
        #expect(ended.errorText.contains("p.acall:3:"), "\(ended.errorText.prefix(500))")
    }

    @Test(arguments: [["--max-time", "10"], ["--max-memory", "x"], ["--max-files", "-1"]])
    func whatIsNoLimitIsSaid(_ words: [String]) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", "getpid()")
        let ended = try Tool.acall(["p.acall"] + words, in: scratch.url)
        #expect(ended.status == 2, "\(ended.errorText)")
    }

    /// What stands in memory for a chain is what it needs.
    @Test func manyChainsTakeLittleMemoryEach() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let text = (0..<2000).map { "async a\($0) = nanosleep(1ms)\n" }.joined()
        _ = try scratch.file("p.acall", text)
        // Far from what a log as long as the program took for each, 3 GB.
        let ended = try Tool.run(
            ["sh", "-c", "ulimit -v 2500000; exec \"$0\" p.acall", Tool.path], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText.suffix(2000))")
    }
}
