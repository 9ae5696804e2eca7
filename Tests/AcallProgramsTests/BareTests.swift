// Where there is next to nothing: no /proc, no file but the tool, no room for another descriptor.

import Foundation
import Glibc
import Testing

@Suite struct BareTests {
    /// A directory with the tool, what it is linked with, and a program.
    private func root() throws -> Scratch {
        let scratch = try Scratch()
        try install(Tool.path, as: "acall-run", in: scratch)
        _ = try scratch.file("h.acall", "me = getpid()\noutput me\n")
        return scratch
    }

    private func install(_ path: String, as name: String, in scratch: Scratch) throws {
        let manager = FileManager.default
        try manager.copyItem(atPath: path, toPath: scratch.path(name))
        let listed = try Tool.run(["ldd", path], in: scratch.url)
        for line in listed.text.split(separator: "\n") {
            guard let start = line.firstIndex(of: "/") else { continue }
            let library = String(line[start...].prefix { $0 != " " })
            let copy = scratch.url.appendingPathComponent(library)
            try manager.createDirectory(
                at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? manager.copyItem(
                at: URL(fileURLWithPath: library).resolvingSymlinksInPath(), to: copy)
        }
    }

    @Test(.enabled(if: geteuid() == 0)) func itRunsInADirectoryOfItsOwn() throws {
        let scratch = try root()
        defer { scratch.remove() }
        for before in [[], ["-i", "PATH=\(ProcessInfo.processInfo.environment["PATH"] ?? "")"]] {
            let ended = try Tool.run(
                before + ["chroot", scratch.url.path, "/acall-run", "/h.acall"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(ended.errorText.contains("me = "), "\(ended.errorText)")
        }
        let ended = try Tool.run(
            ["chroot", scratch.url.path, "/acall-run", "/none.acall"], in: scratch.url)
        #expect(ended.status == 2)
        #expect(ended.errorText.contains("'/none.acall': no such file"), "\(ended.errorText)")
    }

    /// What the tool does to its environment to get there is not seen by children.
    @Test(.enabled(if: geteuid() == 0)) func aChildHasTheSameEnvironment() throws {
        let scratch = try root()
        defer { scratch.remove() }
        try install("/usr/bin/env", as: "env", in: scratch)
        _ = try scratch.file("p.acall", #"c = spawn("/env", ["env"])\#nwait(c) expect 0"#)
        let ended = try Tool.run(
            [
                "-i", "ALPHA=1", "ZULU=2", "/bin/sh", "-c",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin; exec chroot \"$0\" /acall-run /p.acall",
                scratch.url.path,
            ], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
        let lines = Set(ended.text.split(separator: "\n").map(String.init))
        #expect(lines.isSuperset(of: ["ALPHA=1", "ZULU=2"]), "\(lines)")
        #expect(!lines.contains { $0.hasPrefix("SWIFT_ROOT") }, "\(lines)")
    }

    /// The shared build's loader needs descriptors, too.
    private var isStatic: Bool {
        (try? Tool.run(["ldd", Tool.path], in: Tool.root).status) != 0
    }

    @Test func aLimitOfThreeDescriptorsIsSaid() throws {
        guard isStatic else { return }
        let scratch = try Scratch()
        defer { scratch.remove() }
        let text = "me = getpid()\noutput me\n"
        _ = try scratch.file("h.acall", text)
        let named = try Tool.run(
            ["sh", "-c", "ulimit -n 3; exec \"$0\" h.acall", Tool.path], in: scratch.url)
        #expect(named.status == 2)
        #expect(
            named.errorText.contains("'h.acall' can't be read: openat: Too many open files"),
            "\(named.errorText)")
        let piped = try Tool.run(
            ["sh", "-c", "ulimit -n 3; exec \"$0\" -", Tool.path], in: scratch.url,
            input: Data(text.utf8))
        #expect(piped.status == 0 && piped.errorText.contains("me = "), "\(piped.errorText)")
    }
}
