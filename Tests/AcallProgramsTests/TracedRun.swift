// Runs of the tool whose reports are compared with what strace saw of them.
//
// What may differ: an address, which a report shows by the name of what is there; what a call has changed, where strace
// shows only what was there before; the result of a call that the engine ended by a signal; and the calls that the
// tool makes for itself between those of the program.

import Foundation
import Testing

/// Compares the report of each run that is made while it is the current one.
final class Comparison: @unchecked Sendable {
    @TaskLocal static var current: Comparison?

    /// The programs whose runs have been compared; a test runs them one after the other.
    private(set) var programs: Set<String> = []

    fileprivate func add(_ program: String) { programs.insert(program) }
}

/// One run of a program, under strace where reports are compared.
struct TracedRun {
    private let program: String
    private let scratch: Scratch
    private let comparison = Comparison.current

    init(_ program: String) throws {
        self.program = program
        scratch = try Scratch()
    }

    func remove() { scratch.remove() }

    func command(_ inputs: [String]) -> [String] {
        // A file for each thread, in which no other thread's calls interrupt a line.
        let strace = ["strace", "-ff", "-ttt", "-qq", "-o", scratch.path("trace")]
        let file =
            program.hasPrefix("/")
            ? program : Tool.programs.appendingPathComponent(program).path
        return (comparison == nil ? [] : strace)
            + [Tool.path, "--report", "json", "--report-file", scratch.path("report"), file]
            + inputs
    }

    /// The report; empty where the tool has written none.
    func report() throws -> [String: Any] {
        guard let data = FileManager.default.contents(atPath: scratch.path("report")),
            let report = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        else { return [:] }
        if let comparison {
            comparison.add(program)
            let differences = try Trace(scratch.url).differences(from: ShownCalls(report))
            let list = differences.joined(separator: "\n")
            #expect(differences.isEmpty, "\(program): its report and strace differ\n\(list)")
        }
        return report
    }
}

// MARK: Reports

/// The calls that a report shows, as strace would print them.
struct ShownCalls {
    struct Call {
        var order: Int
        var text: String
    }
    /// The calls of each chain, or of each item of one, in their order.
    private(set) var chains: [[Call]] = []
    /// By name: how many more calls of one step were made than the report shows.
    private(set) var omitted: [String: Int] = [:]

    init(_ report: [String: Any]) {
        var calls: [String: [Call]] = [:]
        for step in report.steps where step["outcome"] as? String != "skipped" {
            let name = step["call"] as? String ?? ""
            // The tool's own word for what strace sees as clone3 and execve.
            if name == "spawn" { continue }
            let shown = step["calls"] as? [[String: Any]] ?? [step]
            guard shown.contains(where: { $0["arguments"] != nil }) else { continue }
            let count = step["call_count"] as? Int ?? 0
            omitted[name, default: 0] += count - shown.count
            for call in shown {
                // One item's calls are made by one thread, all items' by several.
                let chain = "\(call["chain"] ?? 0) \(call["item"] ?? "")"
                calls[chain, default: []].append(
                    Call(order: call["order"] as? Int ?? -1, text: Self.text(name, call)))
            }
        }
        chains = calls.values.map { $0.sorted { $0.order < $1.order } }
            .sorted { $0[0].order < $1[0].order }
    }

    private static func text(_ name: String, _ call: [String: Any]) -> String {
        let arguments = call["arguments"] as? [[String: Any]] ?? []
        let shown = arguments.compactMap { $0["shown"] as? String }.joined(separator: ", ")
        var end = "?"
        if let errno = call["errno"] as? String {
            end = "-1 \(errno)"
        } else if let number = call["result"] as? Int {
            end = "\(number)"
        } else if call["result"] is String {
            end = "ADDRESS"
        }
        return normalised("\(name)(\(shown)) = \(end)")
    }
}

// MARK: Traces

/// What strace saw of the threads of one process.
struct Trace {
    private struct Line {
        var thread: Int
        var start: Double
        var text: String
        var isShown = false
        var name: Substring { text.prefix { $0 != "(" } }
    }
    /// In the order in which they began.
    private var lines: [Line] = []

    /// Calls by which the tool gets memory and time, and by which its threads tell each other something.
    private static let own: Set<Substring> = [
        "brk", "mmap", "munmap", "mremap", "mprotect", "madvise", "futex", "clone3",
        "rt_sigprocmask", "rt_sigreturn", "rt_sigaction", "timer_create", "timer_settime",
        "timer_delete", "getpid", "getppid", "gettid", "tgkill", "sched_yield", "sched_getaffinity",
        "set_robust_list", "rseq", "prlimit64", "exit", "exit_group", "pidfd_open",
        "restart_syscall", "rt_sigtimedwait", "process_vm_readv", "membarrier",
    ]
    /// Files that the engine and malloc read: what threads do, and how many there should be.
    private static let looked = [
        "\"/proc/self/task/", "\"/proc/sys/vm/overcommit_memory",
        "\"/sys/devices/system/cpu/online",
    ]

    init(_ directory: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
        let threads = names.filter { $0.hasPrefix("trace.") }.compactMap { Int($0.dropFirst(6)) }
        for thread in threads {
            let file = directory.appendingPathComponent("trace.\(thread)")
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            let own = text.split(separator: "\n").map { line -> Line in
                let parts = line.split(separator: " ", maxSplits: 1)
                return Line(
                    thread: thread, start: Double(parts[0]) ?? 0,
                    text: parts.count == 2 ? String(parts[1]) : "")
            }
            // A program that this one has started.
            if thread != threads.min(), own.contains(where: { $0.name == "execve" }) { continue }
            lines += Self.withoutLooks(
                own.filter { !$0.text.hasPrefix("---") && !$0.text.hasPrefix("+++") },
                of: threads.min() ?? 0)
        }
        // What a thread did before another one stays before it where both began at once.
        let sorted = lines.enumerated().sorted {
            ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
        }
        lines = sorted.map(\.element)
        // Behind the program's calls the tool writes the report.
        let end = lines.lastIndex { $0.name == "write" && $0.text.contains(#"{\n  \"acall\""#) }
        lines = lines[..<(end ?? lines.count)].map { line in
            var line = line
            line.text = normalised(line.text)
            return line
        }
    }

    /// Whether a call is about the engine's own descriptor of a child, which is far from the program's.
    private static func isOfOwnChild(_ line: Line) -> Bool {
        let places = ["close(", "waitid(P_PIDFD, ", "pidfd_send_signal("]
        guard let place = places.first(where: line.text.hasPrefix) else {
            return line.name == "fcntl" && line.text.contains("F_DUPFD_CLOEXEC, 1000)")
        }
        return (Int(line.text.dropFirst(place.count).prefix { $0.isNumber }) ?? 0) >= 1000
    }

    /// Without a file that the engine has opened, read and closed for itself, and without what it does with children.
    private static func withoutLooks(_ lines: [Line], of process: Int) -> [Line] {
        var left: [Line] = []
        var opened: Substring?
        for line in lines {
            if isOfOwnChild(line) { continue }
            if line.text.hasPrefix("pidfd_open(\(process),") {
                opened = line.text.split(separator: " ").last
            } else if line.name == "openat", looked.contains(where: { line.text.contains($0) }) {
                opened = line.text.split(separator: " ").last
            } else if let descriptor = opened,
                line.text.hasPrefix("read(\(descriptor),")
                    || line.text.hasPrefix("close(\(descriptor))")
            {
                if line.name == "close" { opened = nil }
            } else {
                left.append(line)
            }
        }
        return left
    }

    /// What one of both has and the other one has not; the fewest differences, for the tool makes the same calls as
    /// the program before that begins.
    func differences(from shown: ShownCalls) -> [String] {
        if shown.chains.isEmpty { return [] }
        // Which of several chains began is not always told alike.
        let firsts = Set(shown.chains.flatMap { chain in Self.spellings(chain[0].text) })
        var best: [String]?
        for start in lines.indices where firsts.contains(lines[start].text) {
            let found = differences(from: shown, start)
            if found.isEmpty { return [] }
            if found.count < best?.count ?? .max { best = found }
        }
        return best ?? differences(from: shown, lines.endIndex)
    }

    private func differences(from shown: ShownCalls, _ start: Int) -> [String] {
        var lines = Array(self.lines[start...])
        var found: [String] = []
        let threads = Set(lines.map(\.thread))
        for chain in shown.chains {
            // A chain's calls are made by one thread, in their order.
            let best = threads.map { Self.places(of: chain, on: $0, in: lines) }
                .max { $0.count { $0 != nil } < $1.count { $0 != nil } }
            for (call, place) in zip(chain, best ?? []) {
                if let place {
                    lines[place].isShown = true
                } else if !["ECANCELED", "ETIMEDOUT"].contains(where: call.text.hasSuffix) {
                    // One whose time was over before, or that was to end before, is not made.
                    found.append("report: \(call.text)")
                }
            }
        }
        var omitted = shown.omitted
        for line in lines where !line.isShown && !Self.own.contains(line.name) {
            if let left = omitted[String(line.name)], left > 0 {
                omitted[String(line.name)] = left - 1
            } else {
                found.append("strace: \(line.text)")
            }
        }
        return found
    }

    /// Where a thread made each of a chain's calls, in their order; nil where it did not.
    private static func places(
        of chain: [ShownCalls.Call], on thread: Int, in lines: [Line]
    ) -> [Int?] {
        var next = 0
        return chain.map { call in
            let place = lines[next...].firstIndex {
                $0.thread == thread && !$0.isShown && agree(call.text, $0.text)
            }
            if let place { next = place + 1 }
            return place
        }
    }

    /// Of a structure that is changed strace shows what it was before (`poll`), or after (`recvmsg`).
    private static func spellings(_ shown: String) -> [String] {
        shown.contains(" => ")
            ? [shown, withoutChanges(shown), withoutOriginals(shown)] : [shown]
    }

    private static func agree(_ shown: String, _ traced: String) -> Bool {
        if shown == traced { return true }
        let texts = traced.contains(" => ") ? [shown] : spellings(shown)
        if texts.contains(traced) { return true }
        // A call that the engine has ended by a signal.
        guard traced.hasSuffix(" = -1 EINTR") else { return false }
        return ["ECANCELED", "ETIMEDOUT"].contains { errno in
            texts.contains {
                $0.hasSuffix(" = -1 \(errno)")
                    && $0.dropLast(errno.utf8.count) == traced.dropLast(5)
            }
        }
    }
}

// MARK: Text

/// What stood there before the call: what a report shows behind ` => ` is left out.
func withoutChanges(_ shown: String) -> String {
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

/// What stands there after the call alone.
func withoutOriginals(_ shown: String) -> String {
    var text = shown
    while let arrow = text.range(of: " => ") {
        var depth = 0
        var start = arrow.lowerBound
        while start > text.startIndex {
            let before = text.index(before: start)
            if "]})".contains(text[before]) { depth += 1 }
            if "[{(".contains(text[before]) { depth -= 1 }
            start = before
            if depth == 0 { break }
        }
        text.removeSubrange(start..<arrow.upperBound)
    }
    return text
}

private let patterns: [(NSRegularExpression, String)] = [
    (#"0x[0-9a-f]{6,}"#, "ADDRESS"), (#"&\w+(\+[0-9]+)?"#, "ADDRESS"), (#"\) += "#, ") = "),
    // What strace says beside a number.
    (#" /\* [^*]* \*/"#, ""),
    // What a call has changed: `[128 => 16]`.
    (#"\[([0-9]+) => ([0-9]+)\]"#, "[$1] => [$2]"),
    // A union, of which a report shows the widest field.
    (#"data=\{u32=\d+, u64=(\d+)\}"#, "data=$1"),
    // Only newer versions of strace know this name.
    (#"FALLOC_FL_ALLOCATE_RANGE"#, "0"),
    // Entries, which strace counts.
    (#"^(getdents64\(\d+, )\[.*\](, \d+\) = )"#, "$1ADDRESS$2"),
    // The exit status, which is the result of `wait`.
    (#"^(waitid\(P_PIDFD, .*\)) = -?\d+$"#, "$1 = 0"),
    // The time that was left.
    (#" \((left|Timeout).*\)$"#, ""),
    // A signal has ended it.
    (#" = \? ERESTART.*$"#, " = -1 EINTR"), (#" <unfinished \.\.\.>\) = \?$"#, ") = -1 EINTR"),
    (#"( = -1 E[A-Z0-9]+).*$"#, "$1"), (#"( = [0-9]+) \(.*\)$"#, "$1"),
    // Which fields of the machine's description are shown, and how random bytes are written.
    (#"^(uname|sysinfo)\(\{.*\}\)"#, "$1({...})"),
    (#"^getrandom\(".*"(\.\.\.)?,"#, "getrandom(...,"),
].map { (try! NSRegularExpression(pattern: $0), $1) }

/// A call without what two correct texts may differ in.
func normalised(_ line: String) -> String {
    var line = line
    for (pattern, replacement) in patterns {
        line = pattern.stringByReplacingMatches(
            in: line, range: NSRange(line.startIndex..., in: line), withTemplate: replacement)
    }
    let pattern = #" = 0x[0-9a-f]+ \(flags .*\)$"#
    guard let flags = line.range(of: pattern, options: .regularExpression) else { return line }
    let digits = line[flags].dropFirst(5).prefix { $0.isHexDigit }
    return line[..<flags.lowerBound] + " = \(Int(digits, radix: 16) ?? -1)"
}
