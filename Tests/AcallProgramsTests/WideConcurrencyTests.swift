// Programs with several chains, sockets, processes and timeouts, run in both spellings.

import Foundation
import Glibc
import Testing

@Suite struct WideProgramConcurrencyTests {
    @Test func echo() throws {
        try each("echo") { program, scratch in
            let port = try Wire.freePort()
            let server = try Started(program, ["port=\(port)", "clients=3"], in: scratch)
            let clients = try (0..<3).map { _ in try Wire.connect(port) }
            let texts = (1...3).map { String(repeating: "text \($0) ", count: $0 * 300) }
            for (client, text) in zip(clients, texts) {
                Wire.send(client, "first\n")
                #expect(Wire.receive(client, until: "\n") == "first\n")
                Wire.send(client, text)
            }
            // The last one first: no client waits for another.
            for (client, text) in zip(clients, texts).reversed() {
                shutdown(client, Int32(SHUT_WR))
                #expect(Wire.receive(client) == text)
                close(client)
            }
            let echoed = try server.finish().outputs["echoed"] as? [String: Int] ?? [:]
            #expect(Set(echoed.keys) == ["0", "1", "2"])
            #expect(echoed.values.sorted() == texts.map { $0.utf8.count + 6 })
        }
    }

    @Test func serveFile() throws {
        try each("serve-file") { program, scratch in
            for text in ["", "x", "123456789\n", String(repeating: "page\n", count: 100_000)] {
                let file = try scratch.file("file", text)
                let port = try Wire.freePort()
                let server = try Started(
                    program, ["file=\(file)", "port=\(port)", "clients=2"], in: scratch)
                for _ in 0..<2 {
                    let client = try Wire.connect(port)
                    Wire.send(client, "GET / HTTP/1.0\r\n\r\n")
                    let answer = Wire.receive(client)
                    close(client)
                    let head = answer.range(of: "\r\n\r\n").map { answer[..<$0.lowerBound] } ?? ""
                    let lines = head.components(separatedBy: "\r\n")
                    #expect(lines.first == "HTTP/1.0 200 OK")
                    #expect(lines.contains("Content-Length: \(text.utf8.count)"))
                    #expect(answer.utf8.count == head.utf8.count + 4 + text.utf8.count)
                    #expect(answer.hasSuffix(text))
                }
                let sent = try server.finish().outputs["sent"] as? [String: Int] ?? [:]
                #expect(sent == ["0": text.utf8.count, "1": text.utf8.count])
            }
        }
    }

    @Test func fetch() throws {
        try each("fetch") { program, scratch in
            let (listener, port) = try Wire.listener()
            defer { close(listener) }
            let client = try Started(program, ["port=\(port)", "target=/a/b"], in: scratch)
            let peer = accept(listener, nil, nil)
            let request = Wire.receive(peer, until: "\r\n\r\n")
            #expect(request.hasPrefix("GET /a/b HTTP/1.0\r\nHost: "))
            let answer = "HTTP/1.0 200 OK\r\n\r\n" + String(repeating: "body\n", count: 20_000)
            Wire.send(peer, answer)
            close(peer)
            let (text, outputs) = try client.finish()
            #expect(text == answer)
            #expect(outputs["total"] as? Int == answer.utf8.count)
        }
    }

    @Test func ports() throws {
        try each("ports") { program, scratch in
            let (listener, open) = try Wire.listener()
            defer { close(listener) }
            let list = try scratch.file("list", "\(open)\n1\n")
            let (_, outputs) = try succeed(program, ["ports=@\(list)"], in: scratch)
            #expect(outputs["open"] as? [String: Int] == ["\(open)": 1, "1": 0])
        }
    }

    @Test func passDescriptor() throws {
        try each("pass-descriptor") { program, scratch in
            let file = try scratch.file("file", "over the socket\n")
            let (_, outputs) = try succeed(program, ["file=\(file)"], in: scratch)
            #expect(outputs["text"] as? String == "over the socket\n")
        }
    }

    @Test func datagram() throws {
        try each("datagram") { program, scratch in
            let (_, outputs) = try succeed(program, ["server=there", "client=here"], in: scratch)
            #expect(outputs["first"] as? String == "first")
            #expect(outputs["second"] as? String == "second")
            #expect(outputs["from"] as? String == "here")
            #expect(!FileManager.default.fileExists(atPath: scratch.path("there")))
            #expect(!FileManager.default.fileExists(atPath: scratch.path("here")))
        }
    }

    @Test func watch() throws {
        try each("watch") { program, scratch in
            _ = try system("mkdir", "d", in: scratch)
            let file = try scratch.file("arrives", "")
            let watcher = try Started(program, ["directory=d", "patience=60"], in: scratch)
            watcher.prints("watching")
            #expect(rename(file, scratch.path("d/arrived")) == 0)
            let changed = try watcher.finish().outputs["changed"] as? [String: Int]
            #expect(changed == ["arrived": 0x80])
        }
    }

    @Test func tail() throws {
        try each("tail") { program, scratch in
            let file = try scratch.file("file", "0123456789")
            let (text, outputs) = try succeed(program, ["file=\(file)", "count=4"], in: scratch)
            #expect(text == "6789")
            #expect(outputs["end"] as? Int == 10)
            let follower = try Started(
                program, ["file=\(file)", "count=2", "patience=2"], in: scratch)
            follower.prints("89")
            let more = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
            try more.seekToEnd()
            try more.write(contentsOf: Data(" and more".utf8))
            try more.close()
            #expect(try follower.finish().text == "89 and more")
        }
    }

    @Test func ready() throws {
        try each("ready") { program, scratch in
            let (_, outputs) = try succeed(program, [], in: scratch)
            #expect(outputs["value"] as? [String: Int] == ["0": 7, "2": 9])
            #expect(outputs["ready"] as? Int == 2)
        }
    }

    @Test func race() throws {
        try each("race") { program, scratch in
            for (told, delay) in [(0, 20), (1, 100_000)] {
                let (_, outputs) = try succeed(
                    program, ["told=\(told)", "delay=\(delay)"], in: scratch)
                #expect(outputs["event_won"] as? Int == told)
                #expect(outputs["timer_won"] as? Int == 1 - told)
            }
        }
    }

    @Test func contend() throws {
        try each("contend") { program, scratch in
            let (_, outputs) = try succeed(program, ["file=lock"], in: scratch)
            #expect(outputs["waited"] as? Int == 1)
            // Nothing holds the lock any more.
            _ = try system("flock", "-n", "lock", "true", in: scratch)
        }
    }

    @Test func fifo() throws {
        try each("fifo") { program, scratch in
            let (_, outputs) = try succeed(program, ["fifo=fifo", "text=a to b"], in: scratch)
            #expect(outputs["got"] as? String == "a to b")
            #expect(!FileManager.default.fileExists(atPath: scratch.path("fifo")))
        }
    }

    @Test func semaphore() throws {
        try each("semaphore") { program, scratch in
            let (_, outputs) = try succeed(program, ["workers=9"], in: scratch)
            let done = outputs["done"] as? [String: Int] ?? [:]
            #expect(done.count == 9)
            #expect(done.values.allSatisfy { $0 == 1 })
        }
    }

    @Test func sort() throws {
        try each("sort") { program, scratch in
            let (_, outputs) = try succeed(program, ["text=c\nb\na\n"], in: scratch)
            #expect(outputs["sorted"] as? String == "a\nb\nc\n")
            #expect(outputs["status"] as? Int == 0)
        }
    }

    @Test func run() throws {
        try each("run") { program, scratch in
            let (_, plain) = try succeed(program, [], in: scratch)
            #expect(plain["ended"] as? String == "by itself" && plain["status"] as? Int == 0)
            let command = try scratch.file(
                "command", "#!/bin/sh\necho $# >&2\n[ $1 = kill ] && kill -9 $$\nexit $#\n")
            _ = try system("chmod", "+x", command, in: scratch)
            let list = try scratch.file("list", "one\n\nthree\n")
            let (_, counted) = try succeed(
                program, ["program=\(command)", "args=@\(list)"], in: scratch)
            #expect(counted["status"] as? Int == 3 && counted["signal"] as? Int == nil)
            let (_, killed) = try succeed(
                program, ["program=\(command)", "args=kill"], in: scratch)
            #expect(killed["ended"] as? String == "by a signal" && killed["signal"] as? Int == 9)
            let (_, late) = try succeed(
                program, ["program=/bin/sleep", "args=60", "patience=1"], in: scratch)
            #expect(late["ended"] as? String == "killed" && late["status"] as? Int == nil)
        }
    }

    @Test func impatient() throws {
        try each("impatient") { program, scratch in
            let (_, late) = try succeed(
                program, ["command=/bin/sleep", "argument=60", "patience=100"], in: scratch)
            #expect(late["late"] as? Int == 1)
            let command = try scratch.file("command", "#!/bin/sh\nexit $1\n")
            _ = try system("chmod", "+x", command, in: scratch)
            let (_, done) = try succeed(
                program, ["command=\(command)", "argument=7", "patience=60000"], in: scratch)
            #expect(done["late"] as? Int == 0)
            #expect(done["status"] as? Int == 7)
        }
    }

    @Test func checksum() throws {
        try each("checksum") { program, scratch in
            let text = (0..<3_000).map { "line \($0)\n" }.joined()
            let file = try scratch.file("file", text)
            let (_, outputs) = try succeed(program, ["file=\(file)", "piece=10000"], in: scratch)
            var expected: [String: Int] = [:]
            let bytes = Array(text.utf8)
            for (index, start) in stride(from: 0, to: bytes.count, by: 10_000).enumerated() {
                var a = 1
                var b = 0
                for byte in bytes[start..<min(start + 10_000, bytes.count)] {
                    a = (a + Int(byte)) % 65521
                    b = (b + a) % 65521
                }
                expected["\(index)"] = b << 16 | a
            }
            #expect(outputs["sum"] as? [String: Int] == expected)
        }
    }

    @Test func table() throws {
        try each("table") { program, scratch in
            _ = try scratch.file("file", "1234567")
            _ = try system("chmod", "0640", "file", in: scratch)
            _ = try system("mkdir", "-m", "0711", "directory", in: scratch)
            let list = try scratch.file("list", "file\ndirectory\nnowhere\n")
            let (_, outputs) = try succeed(program, ["paths=@\(list)"], in: scratch)
            let sizes = outputs["size"] as? [String: Int] ?? [:]
            #expect(sizes["file"] == 7)
            #expect(sizes["nowhere"] == -1)
            #expect(outputs["mode"] as? [String: Int] == ["file": 0o640, "directory": 0o711])
            #expect(outputs["directory"] as? [String: Int] == ["file": 0, "directory": 1])
            let modified = outputs["modified"] as? [String: Int] ?? [:]
            let shown = try system("stat", "-c", "%Y", "file", in: scratch)
            #expect("\(modified["file"] ?? 0)\n" == shown)
        }
    }

    @Test func remove() throws {
        try each("remove") { program, scratch in
            for name in ["a", "b", "kept"] { _ = try scratch.file(name, "") }
            let list = try scratch.file("list", "a\nb\nnowhere\n")
            let (_, outputs) = try succeed(program, ["files=@\(list)"], in: scratch)
            #expect(outputs["removed"] as? [String: Int] == ["a": 1, "b": 1, "nowhere": 0])
            #expect(
                try system("ls", in: scratch).split(separator: "\n").filter { $0.count < 5 }
                    == ["kept", "list"])
        }
    }
}
