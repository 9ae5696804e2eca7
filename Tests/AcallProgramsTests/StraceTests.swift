// Reports against strace: the same run, the same calls, arguments and results, in the same order.
//
// What may differ: an address, which a report shows by the name of what is there, what a call has changed, which a
// report shows beside what was there before, and the calls by which the tool itself gets memory between two steps.

import Foundation
import Testing

@Suite struct StraceTests {
    struct Run: Sendable, CustomTestStringConvertible {
        var program: String
        /// The program itself, where it is not one of `programs/`.
        var source: String?
        var inputs: [String] = []
        var files: [String: String] = [:]
        var testDescription: String { program }
    }

    static let runs = [
        Run(program: "hello.acall"),
        Run(
            program: "head.acall", inputs: ["file=file"],
            files: ["file": "one\ntwo\t\u{1}\"three\""]),
        Run(program: "head.yaml", inputs: ["file=file", "count=3"], files: ["file": "one\ntwo"]),
        Run(
            program: "replace.acall", inputs: ["file=file", "temporary=new", "text=text"],
            files: ["file": "old"]),
        Run(
            program: "copy-range.acall", inputs: ["src=file", "dst=copy"],
            files: ["file": String(repeating: "x", count: 10_000)]),
        Run(program: "stat.acall", inputs: ["path=file"], files: ["file": "1234"]),
        Run(program: "append-line.acall", inputs: ["log=log", "line=a line"]),
        Run(program: "make-directory.acall", inputs: ["path=new"]),
        Run(program: "lock.acall", inputs: ["file=lock"]),
        Run(program: "pipe-pair.acall", inputs: ["text=\(String(repeating: "long ", count: 20))"]),
        Run(program: "random.acall"),
        Run(program: "sparse.acall", inputs: ["file=holes"]),
        Run(program: "timer.acall"),
        Run(program: "sealed.acall"),
        Run(program: "socket-pair.acall"),
        Run(program: "system.acall"),
        Run(program: "swap.acall", inputs: ["a=file", "b=nowhere"], files: ["file": "x"]),
        Run(program: "temporary.acall", inputs: ["directory=.", "name=named", "text=x"]),
        Run(
            program: "changed.acall",
            source: """
                from = openat(AT_FDCWD, "file", O_RDONLY)
                to = openat(AT_FDCWD, "copy", O_WRONLY | O_CREAT, 0600)
                var here: long = 0
                var there: long = 1
                copy_file_range(from, here, to, there, 6, 0)
                copy_file_range(from, here, to, there, 6, 0)
                select(0, null, null, null, 1ms)
                s = socket(AF_UNIX, SOCK_STREAM)
                var name: sockaddr_un
                getsockname(s, name)
                """, files: ["file": "twelve bytes"]),
        Run(
            program: "descriptors.acall",
            source: """
                file = openat(AT_FDCWD, "file", O_RDWR | O_CREAT | O_APPEND, 0640)
                fcntl(file, F_GETFL)
                fcntl(file, F_GETFD)
                fcntl(file, F_SETFD, FD_CLOEXEC)
                mknodat(AT_FDCWD, "null", S_IFCHR | 0600, 259) allow EPERM
                """),
        Run(
            program: "addresses.acall",
            source: """
                route = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE)
                local = socket(AF_UNIX, SOCK_STREAM)
                internet = socket(AF_INET, SOCK_STREAM)
                """),
        Run(
            program: "queues.acall",
            source: """
                queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600)
                msgctl(queue, IPC_RMID)
                var ids: u32[4]
                getgroups(4, ids)
                """),
        Run(
            program: "operations.acall",
            source: """
                var ends: int[2]
                pipe2(ends, O_CLOEXEC)
                fcntl(ends[0], F_SETPIPE_SZ, 0) allow EBUSY, EINVAL
                write(ends[1], "seven b")
                var available: int
                ioctl(ends[0], FIONREAD, available)
                file = openat(AT_FDCWD, "file", O_RDWR)
                var lock: flock = {type: F_WRLCK, len: 5}
                fcntl(file, F_SETLK, &lock)
                utimensat(file, null, [{sec: 1000, nsec: 5}, {sec: 1001, nsec: 6}], 0)
                var block: bytes[8]
                preadv2(file, [block], offset: 0, flags: 0x7000) allow EOPNOTSUPP, EINVAL
                """, files: ["file": "x"]),
        Run(
            program: "options.acall",
            source: """
                s = socket(AF_INET, SOCK_STREAM)
                var on: int = 1
                setsockopt(s, SOL_SOCKET, SO_REUSEADDR, on)
                var patience: linger = {onoff: 1, linger: 5}
                setsockopt(s, SOL_SOCKET, SO_LINGER, patience)
                var kind: int
                getsockopt(s, SOL_SOCKET, SO_TYPE, kind)
                """),
        Run(
            program: "loop.acall",
            source: """
                for i in 0..<3 {
                    file = openat(AT_FDCWD, "file", O_RDONLY)
                    lseek(file, i, SEEK_SET)
                }
                """, files: ["file": "x"]),
    ]

    @Test func straceIsThere() {
        let found = ["/usr/bin/strace", "/usr/local/bin/strace"].contains {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        #expect(found, "reports are compared with strace's: apt-get install strace")
    }

    @Test(arguments: runs)
    func reportsAgreeWithStrace(_ run: Run) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for (name, text) in run.files { _ = try scratch.file(name, text) }
        let file =
            try run.source.map { try scratch.file(run.program, $0 + "\n") }
            ?? Tool.programs.appendingPathComponent(run.program).path
        let ended = try Tool.run(
            [
                // The main chain's thread; another one watches it.
                "strace", "-qq", "-o", "trace", Tool.path, "--report", "json",
                "--report-file", "report", file,
            ] + run.inputs, in: scratch.url)
        #expect(ended.status <= 1, "\(ended.errorText)")
        let data = try Data(contentsOf: scratch.url.appendingPathComponent("report"))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let shown = report.steps.flatMap { Self.calls($0) }.sorted { $0.order < $1.order }
            .map(\.text)
        #expect(!shown.isEmpty)
        let traced = try scratch.text("trace").split(separator: "\n").map {
            Self.normalised(String($0))
        }
        let found = Self.part(of: traced, like: shown)
        #expect(found == shown)
    }

    /// A step's calls, as strace would print them, and when each was made.
    static func calls(_ step: [String: Any]) -> [(order: Int, text: String)] {
        if step["outcome"] as? String == "skipped" { return [] }
        let name = step["call"] as? String ?? ""
        let calls = step["calls"] as? [[String: Any]] ?? [step]
        return calls.map { call in
            let arguments = call["arguments"] as? [[String: Any]] ?? []
            let shown = arguments.compactMap { $0["shown"] as? String }.joined(separator: ", ")
            let result = call["result"] as? Int ?? 0
            let errno = call["errno"] as? String
            let end = errno.map { "-1 \($0)" } ?? "\(result)"
            let text = normalised("\(name)(\(withoutChanges(shown))) = \(end)")
            return (call["order"] as? Int ?? -1, text)
        }
    }

    /// What stood there before the call: what a report shows behind ` => ` is left out.
    static func withoutChanges(_ shown: String) -> String {
        var text = shown
        while let arrow = text.range(of: " => ") {
            var depth = 0
            var end = arrow.upperBound
            while end < text.endIndex {
                if "[{(".contains(text[end]) { depth += 1 }
                if "]})".contains(text[end]) { depth -= 1 }
                end = text.index(after: end)
                if depth == 0 { break }
            }
            text.removeSubrange(arrow.lowerBound..<end)
        }
        return text
    }

    /// Addresses are not compared, nor what stands in brackets behind an errno or a result, nor which
    /// fields of the machine's description are shown, nor how random bytes are written.
    static func normalised(_ line: String) -> String {
        var line = line
        for (pattern, replacement) in [
            (#"^[0-9]+ +"#, ""), (#"0x[0-9a-f]{6,}"#, "ADDRESS"), (#"&\w+(\+[0-9]+)?"#, "ADDRESS"),
            (#"\) += "#, ") = "),
            // What strace says beside a number.
            (#" /\* [^*]* \*/"#, ""),
            // What a call has changed: `[128 => 16]`.
            (#" => [0-9]+\]"#, "]"),
            // The time that was left.
            (#" \((left|Timeout).*\)$"#, ""),
            (#"( = -1 E[A-Z0-9]+).*$"#, "$1"), (#"( = [0-9]+) \(.*\)$"#, "$1"),
            (#"^(uname|sysinfo)\(\{.*\}\)"#, "$1({...})"),
            (#"^getrandom\(".*"(\.\.\.)?,"#, "getrandom(...,"),
        ] {
            line = line.replacingOccurrences(
                of: pattern, with: replacement, options: .regularExpression)
        }
        let pattern = #" = 0x[0-9a-f]+ \(flags .*\)$"#
        guard let flags = line.range(of: pattern, options: .regularExpression) else { return line }
        let digits = line[flags].dropFirst(5).prefix { $0.isHexDigit }
        return line[..<flags.lowerBound] + " = \(Int(digits, radix: 16) ?? -1)"
    }

    /// As many of the traced calls as the report has, from its first one on, without the tool's own requests for
    /// memory.
    static func part(of traced: [String], like shown: [String]) -> [String] {
        let own = ["brk(", "mmap(", "munmap(", "mremap("]
        func part(_ start: Int) -> [String] {
            Array(
                traced[start...].filter { line in !own.contains { line.hasPrefix($0) } }
                    .prefix(shown.count))
        }
        // The tool makes calls of its own before, and a program may begin with the same call often.
        let starts = traced.indices.filter { traced[$0] == shown.first }
        guard let last = starts.last else { return traced }
        return part(starts.first { part($0) == shown } ?? last)
    }
}
