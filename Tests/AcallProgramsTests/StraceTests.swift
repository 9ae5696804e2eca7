// Reports against strace: the same run, the same calls, arguments and results, in the same order.
//
// What may differ: an address, which a report shows by the name of what is there, and the calls by which
// the tool itself gets memory between two steps.

import Foundation
import Testing

@Suite struct StraceTests {
    struct Run: Sendable, CustomTestStringConvertible {
        var program: String
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
    ]

    static let hasStrace = ["/usr/bin/strace", "/usr/local/bin/strace"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: hasStrace), arguments: runs)
    func reportsAgreeWithStrace(_ run: Run) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for (name, text) in run.files { _ = try scratch.file(name, text) }
        let file = Tool.programs.appendingPathComponent(run.program).path
        let ended = try Tool.run(
            [
                // The main chain's thread; another one watches it.
                "strace", "-qq", "-o", "trace", Tool.path, "--report", "json",
                "--report-file", "report", file,
            ] + run.inputs, in: scratch.url)
        #expect(ended.status <= 1, "\(ended.errorText)")
        let data = try Data(contentsOf: scratch.url.appendingPathComponent("report"))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let shown = report.steps.flatMap { Self.calls($0) }
        #expect(!shown.isEmpty)
        let traced = try scratch.text("trace").split(separator: "\n").map {
            Self.normalised(String($0))
        }
        let found = Self.part(of: traced, from: shown.first ?? "", count: shown.count)
        #expect(found == shown)
    }

    /// A step's calls, as strace would print them.
    static func calls(_ step: [String: Any]) -> [String] {
        if step["outcome"] as? String == "skipped" { return [] }
        let name = step["call"] as? String ?? ""
        let calls = step["calls"] as? [[String: Any]] ?? [step]
        return calls.map { call in
            let arguments = call["arguments"] as? [[String: Any]] ?? []
            let shown = arguments.compactMap { $0["shown"] as? String }.joined(separator: ", ")
            let result = call["result"] as? Int ?? 0
            let errno = call["errno"] as? String
            let end = errno.map { "-1 \($0)" } ?? "\(result)"
            return normalised("\(name)(\(shown)) = \(end)")
        }
    }

    /// Addresses are not compared, nor what stands in brackets behind an errno or a result, nor which
    /// fields of the machine's description are shown, nor how random bytes are written.
    static func normalised(_ line: String) -> String {
        var line = line
        for (pattern, replacement) in [
            (#"^[0-9]+ +"#, ""), (#"0x[0-9a-f]{6,}"#, "ADDRESS"), (#"&\w+(\+[0-9]+)?"#, "ADDRESS"),
            (#"\) += "#, ") = "),
            // What depends on another argument is a number in one of the two.
            (#"IPPROTO_IP"#, "0"),
            (#"( = -1 E[A-Z0-9]+).*$"#, "$1"), (#"( = [0-9]+) \(.*\)$"#, "$1"),
            (#"^(uname|sysinfo)\(\{.*\}\)"#, "$1({...})"),
            (#"^getrandom\(".*"(\.\.\.)?,"#, "getrandom(...,"),
        ] {
            line = line.replacingOccurrences(
                of: pattern, with: replacement, options: .regularExpression)
        }
        return line
    }

    /// As many of the traced calls as the report has, from the first one on, without the tool's own
    /// requests for memory.
    static func part(of traced: [String], from first: String, count: Int) -> [String] {
        guard let start = traced.lastIndex(of: first) else { return traced }
        let own = ["brk(", "mmap(", "munmap(", "mremap("]
        return Array(
            traced[start...].filter { line in !own.contains { line.hasPrefix($0) } }.prefix(count))
    }
}
