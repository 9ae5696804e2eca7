// Programs with loops, procs and mappings, run on real files, in both spellings.

import Foundation
import Glibc
import Testing

@Suite struct WideProgramTests {
    @Test func copy() throws {
        try each("copy") { program, scratch in
            let source = try scratch.large("source")
            _ = try succeed(program, ["src=\(source)", "dst=copy", "mode=0600"], in: scratch)
            _ = try system("cmp", "source", "copy", in: scratch)
            #expect(try system("stat", "-c", "%a", "copy", in: scratch) == "600\n")
        }
    }

    @Test func cat() throws {
        try each("cat") { program, scratch in
            _ = try scratch.large("large")
            _ = try scratch.file("empty", "")
            _ = try scratch.file("small", "small\n")
            let list = try scratch.file("list", "small\nlarge\nempty\nsmall\n")
            let (text, _) = try succeed(program, ["files=@\(list)"], in: scratch)
            #expect(try text == system("cat", "small", "large", "empty", "small", in: scratch))
            let nowhere = try scratch.file("nowhere.list", "small\nnowhere\nlarge\n")
            let (ended, _) = try Tool.report(program, ["files=@\(nowhere)"], in: scratch.url)
            #expect(ended.status == 1)
            #expect(ended.text == "small\n")
        }
    }

    @Test func list() throws {
        try each("list") { program, scratch in
            _ = try system("mkdir", "-p", "d/below", in: scratch)
            _ = try system("touch", "d/file", in: scratch)
            _ = try system("ln", "-s", "file", "d/link", in: scratch)
            _ = try system("mkfifo", "d/fifo", in: scratch)
            let (_, outputs) = try succeed(program, ["directory=d"], in: scratch)
            let expected = [".": 4, "..": 4, "below": 4, "file": 8, "link": 10, "fifo": 1]
            #expect(outputs["type"] as? [String: Int] == expected)
        }
    }

    @Test func walk() throws {
        try each("walk") { program, scratch in
            _ = try system("mkdir", "-p", "d/a/b/c/d/e", "d/x/y", "d/x/z", "d/.dot", in: scratch)
            for index in 0..<100 {
                _ = try scratch.file("d/a/\(index)", String(repeating: "x", count: index))
                _ = try scratch.file("d/x/y/a rather long name, number \(index)", "four")
            }
            _ = try system("ln", "-s", "..", "d/x/up", in: scratch)
            let (_, outputs) = try succeed(program, ["root=d"], in: scratch)
            let found = try system("find", "d", "-printf", "%y %s\\n", in: scratch)
                .split(separator: "\n")
            let top = try system("stat", "-c", "%s", "d", in: scratch).dropLast()
            let sizes = found.compactMap { Int($0.dropFirst(2)) }.reduce(0, +)
            #expect(outputs["directories"] as? Int == found.count { $0.hasPrefix("d") })
            #expect(outputs["others"] as? Int == found.count { !$0.hasPrefix("d") })
            #expect(outputs["total"] as? Int == sizes - (Int(top) ?? 0))
        }
    }

    @Test func sizes() throws {
        try each("sizes") { program, scratch in
            var expected: [String: Int] = [:]
            for index in 0..<200 {
                _ = try scratch.file("f\(index)", String(repeating: "x", count: index * 3))
                expected["f\(index)"] = index * 3
            }
            let list = try scratch.file(
                "list", expected.keys.map { "\($0)\n" }.joined())
            let (_, outputs) = try succeed(program, ["files=@\(list)"], in: scratch)
            #expect(outputs["size"] as? [String: Int] == expected)
        }
    }

    @Test func giveup() throws {
        try each("giveup") { program, scratch in
            let (ended, report) = try Tool.report(program, [], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(report.steps.contains { $0["errno"] as? String == "ETIMEDOUT" })
            let stuck = report.steps.first { $0["name"] as? String == "stuck" }
            // One that had not begun by then has made no call.
            #expect(stuck?["errno"] as? String ?? "ECANCELED" == "ECANCELED")
        }
    }

    @Test func pipe() throws {
        try each("pipe") { program, scratch in
            let (text, outputs) = try succeed(program, [], in: scratch)
            #expect(text == "through the pipe\n")
            #expect(outputs["got"] as? Int == 17)
        }
    }

    @Test func splice() throws {
        try each("splice") { program, scratch in
            let source = try scratch.large("source")
            let (_, outputs) = try succeed(program, ["src=\(source)", "dst=copy"], in: scratch)
            _ = try system("cmp", "source", "copy", in: scratch)
            let size = try system("stat", "-c", "%s", "source", in: scratch)
            #expect("\(outputs["total"] as? Int ?? 0)\n" == size)
        }
    }

    @Test func tee() throws {
        try each("tee") { program, scratch in
            _ = try scratch.large("source")
            let (ended, _) = try Tool.report(
                program, ["file=copy"], in: scratch.url, arranged: "cat source | \"$@\"")
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(try ended.text == scratch.text("source"))
            _ = try system("cmp", "source", "copy", in: scratch)
        }
    }

    @Test func mapped() throws {
        try each("mapped") { program, scratch in
            let (_, outputs) = try succeed(program, ["file=file"], in: scratch)
            #expect(outputs["written"] as? String == "by pwrite")
            #expect(outputs["copied"] as? String == "by pwrite!")
            let stored = outputs["stored"] as? String ?? ""
            #expect(stored.count == 32)
            #expect(outputs["seen"] as? String == stored)
            let shown = try system(
                "od", "-An", "-v", "-tx1", "-j4096", "-N16", "file", in: scratch)
            #expect(shown.filter { !$0.isWhitespace } == stored)
        }
    }

    @Test func attribute() throws {
        try each("attribute") { program, scratch in
            let file = try scratch.file("file", "")
            let (_, outputs) = try succeed(program, ["file=file", "note=a note"], in: scratch)
            #expect(outputs["note"] as? String == "a note")
            #expect((outputs["names"] as? String ?? "").contains("user.acall.note"))
            var value = [UInt8](repeating: 0, count: 64)
            let count = getxattr(file, "user.acall.note", &value, value.count)
            #expect(Array(value[..<max(count, 0)]) == Array("a note".utf8))
        }
    }

    @Test func punch() throws {
        try each("punch") { program, scratch in
            let kib = 1024
            _ = try scratch.file("file", String(repeating: "x", count: 256 * kib))
            let (_, outputs) = try succeed(
                program, ["file=file", "offset=\(64 * kib)", "length=\(64 * kib)"], in: scratch)
            let expected = ["0": 64 * kib, "\(128 * kib)": 128 * kib]
            #expect(outputs["data"] as? [String: Int] == expected)
            let text = try scratch.text("file").utf8
            #expect(text.count { $0 == 0 } == 64 * kib)
            #expect(text.count == 256 * kib)
        }
    }

    @Test func errnos() throws {
        try each("errnos") { program, scratch in
            let (ended, report) = try Tool.report(program, ["directory=."], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            let errors = Set(report.steps.compactMap { $0["errno"] as? String })
            #expect(errors.count >= 20, "\(errors.sorted())")
        }
    }

    @Test func lines() throws {
        try each("lines") { program, scratch in
            let text = (0..<9_000).map { "line \($0)\n" }.joined() + "no end"
            let file = try scratch.file("file", text)
            let (_, outputs) = try succeed(program, ["file=\(file)"], in: scratch)
            let counted = try system("sh", "-c", "wc -l < file", in: scratch)
            #expect("\(outputs["lines"] as? Int ?? -1)\n" == counted)
        }
    }

    @Test func same() throws {
        try each("same") { program, scratch in
            let text = (0..<9_000).map { "line \($0)\n" }.joined()
            var other = Array(text.utf8)
            other[70_000] ^= 1
            _ = try scratch.file("a", text)
            _ = try scratch.file("b", text)
            _ = try scratch.file("c", String(decoding: other, as: UTF8.self))
            _ = try scratch.file("d", text + "more")
            for (file, differ) in [("b", -1), ("c", 70_000), ("d", text.utf8.count)] {
                let (_, outputs) = try succeed(program, ["a=a", "b=\(file)"], in: scratch)
                #expect(outputs["differ"] as? Int == differ)
                #expect(outputs["same"] as? Int == (differ < 0 ? 1 : 0))
            }
        }
    }

    @Test func sendFile() throws {
        try each("send-file") { program, scratch in
            let file = try scratch.file("file", "0123456789")
            let (text, outputs) = try succeed(
                program, ["file=\(file)", "offset=3", "length=4"], in: scratch)
            #expect(text == "3456")
            #expect(outputs["sent"] as? Int == 4)
            #expect(outputs["next"] as? Int == 7)
            let (rest, _) = try succeed(program, ["file=\(file)", "offset=8"], in: scratch)
            #expect(rest == "89")
        }
    }

    @Test func direct() throws {
        try each("direct") { program, scratch in
            let source = try scratch.large("source")
            let (_, outputs) = try succeed(program, ["src=\(source)", "dst=copy"], in: scratch)
            _ = try system("cmp", "source", "copy", in: scratch)
            #expect(outputs["total"] as? Int ?? 0 > 400_000)
        }
    }

    @Test func touch() throws {
        try each("touch") { program, scratch in
            _ = try system("touch", "-d", "2001-02-03 04:05:06.789", "like", in: scratch)
            let (_, outputs) = try succeed(program, ["file=new", "like=like"], in: scratch)
            #expect(
                try system("stat", "-c", "%x %y", "new", in: scratch)
                    == system("stat", "-c", "%x %y", "like", in: scratch))
            let seconds = try system("stat", "-c", "%Y", "like", in: scratch)
            #expect("\(outputs["modified"] as? Int ?? 0)\n" == seconds)
        }
    }

    @Test func claim() throws {
        try each("claim") { program, scratch in
            let dead = try system("sh", "-c", "echo $$", in: scratch).dropLast()
            let mine = getpid()
            let (_, first) = try succeed(program, ["file=lock", "owner=\(dead)"], in: scratch)
            #expect(first["claimed"] as? Int == Int(dead))
            let (_, second) = try succeed(program, ["file=lock", "owner=\(mine)"], in: scratch)
            #expect(second["holder"] as? Int == Int(dead))
            #expect(second["alive"] as? Int == 0)
            #expect(second["claimed"] as? Int == Int(mine))
            let (_, third) = try succeed(program, ["file=lock", "owner=1"], in: scratch)
            #expect(third["holder"] as? Int == Int(mine))
            #expect(third["claimed"] as? Int == nil)
        }
    }

    @Test func benchPread() throws {
        try each("bench-pread") { program, scratch in
            let file = try scratch.large("file")
            let (ended, report) = try Tool.report(
                program, ["file=\(file)", "rounds=1000"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            let each = report.outputs["ns_per_call"] as? Int ?? 0
            #expect(each > 10 && each < 10_000_000)
            let step = report.steps.first { $0["call"] as? String == "pread64" }
            #expect(step?["call_count"] as? Int == 1000)
        }
    }

    @Test func decimal() throws {
        try each("decimal") { library, scratch in
            let path = Tool.programs.appendingPathComponent(library).path
            let program = try scratch.file(
                "p.acall",
                """
                include "\(path)"
                input number: long
                var digits: bytes[20]
                n = decimal(number, digits)
                write(1, digits[..<n])
                """)
            for number in ["0", "9", "10", "100", "9223372036854775807"] {
                let ended = try Tool.acall([program, "number=\(number)"], in: scratch.url)
                #expect(ended.text == number, "\(ended.errorText)")
            }
        }
    }

    /// Both spellings of every program are compiled to the same instructions.
    @Test func twinsAreTheSameProgram() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let names = try FileManager.default.contentsOfDirectory(atPath: Tool.programs.path)
        let stems = Set(names.map { String($0.split(separator: ".")[0]) })
        for stem in stems where names.contains("\(stem).yaml") {
            let explained = try ["acall", "yaml"].map { spelling in
                let file = Tool.programs.appendingPathComponent("\(stem).\(spelling)").path
                // Without the lines of the source, and the head, where the file is named.
                return try Tool.acall(["explain", file], in: scratch.url).text
                    .split(separator: "\n").dropFirst()
                    .filter { !$0.drop(while: { $0 == " " }).hasPrefix(";") }
            }
            #expect(explained[0].count > 1)
            #expect(explained[0] == explained[1], "\(stem)")
        }
    }
}
