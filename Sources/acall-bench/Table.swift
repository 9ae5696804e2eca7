// The outcomes as a table for people and as JSON for machines, and the line that says which machine.

import AcallText
import Glibc

/// The machine the numbers belong to.
struct Machine {
    let processor: String
    let cores: Int
    let kernel: String

    init() {
        var name = utsname()
        kernel =
            uname(&name) == 0
            ? withUnsafeBytes(of: &name.release) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            } : "unknown"
        cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        processor = Self.processorName() ?? "unknown processor"
    }

    var description: String { "\(processor), \(cores) cores, Linux \(kernel)" }

    /// The first `model name` of /proc/cpuinfo (x86_64), or its `CPU part` (aarch64).
    private static func processorName() -> String? {
        guard let file = fopen("/proc/cpuinfo", "re") else { return nil }
        defer { fclose(file) }
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, file) > 0, let line {
            let parts = String(cString: line).split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { continue }
            if parts[0].hasPrefix("model name") || parts[0].hasPrefix("CPU part") {
                return parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ")
            }
        }
        return nil
    }
}

extension Outcome {
    static let header = ["workload", "against", "C", "acall", "figure", "spread", "target", ""]

    /// One line of the table, as cells.
    var cells: [String] {
        [
            row.name, row.baselineName ?? "-", baseline.map(duration) ?? "-", duration(subject),
            shown(figure), "\(shown(spread.lowerBound)) to \(shown(spread.upperBound))",
            row.target.description, isMet ? "met" : "NOT MET",
        ]
    }

    private func shown(_ figure: Double) -> String {
        switch row.target {
        case .speed, .time: decimal(figure, 2)
        case .rate: quantity(figure) + "/s"
        case .cost: duration(figure)
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for (name, text) in [
                ("name", row.name), ("against", row.baselineName),
                ("target", row.target.description),
            ] {
                writer.key(name)
                writer.stringOrNull(text)
            }
            for (name, number) in [
                ("baseline_ns", baseline.map { decimal($0, 3) } ?? "null"),
                ("subject_ns", decimal(subject, 3)), ("figure", decimal(figure, 4)),
                ("least", decimal(spread.lowerBound, 4)),
                ("greatest", decimal(spread.upperBound, 4)),
            ] {
                writer.key(name)
                writer.number(number)
            }
            writer.key("met")
            writer.boolean(isMet)
        }
    }
}

/// Columns as wide as their widest cell.
func aligned(_ lines: [[String]]) -> [String] {
    let widths = (lines.first ?? []).indices.map { column in
        lines.map { $0[column].count }.max() ?? 0
    }
    return lines.map { line in
        var text = ""
        for (cell, width) in zip(line, widths) {
            text += cell + String(repeating: " ", count: width - cell.count + 2)
        }
        while text.last == " " { text.removeLast() }
        return text
    }
}

func jsonText(_ outcomes: [Outcome], machine: Machine, rounds: Int) -> String {
    var writer = JSONWriter()
    writer.object(spread: true) { writer in
        writer.key("machine")
        writer.object { writer in
            writer.key("processor")
            writer.string(machine.processor)
            writer.key("cores")
            writer.integer(machine.cores)
            writer.key("kernel")
            writer.string(machine.kernel)
        }
        writer.key("rounds")
        writer.integer(rounds)
        writer.key("rows")
        writer.array(spread: true) { writer in
            for outcome in outcomes { outcome.write(to: &writer) }
        }
    }
    writer.endLine()
    return String(decoding: writer.bytes, as: UTF8.self)
}

/// With a fixed number of digits behind the point; not a number is shown as null, as JSON needs it.
func decimal(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "null" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let fraction = String(scaled % Int(scale))
    let sign = value < 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(scaled / Int(scale)).\(zeros)\(fraction)"
}

/// Nanoseconds in the unit that leaves one to three digits before the point.
func duration(_ nanoseconds: Double) -> String {
    for (unit, size) in [("s", 1e9), ("ms", 1e6), ("us", 1e3)] where nanoseconds >= size {
        return "\(decimal(nanoseconds / size, 2)) \(unit)"
    }
    return "\(decimal(nanoseconds, 1)) ns"
}

/// A count, with M or k.
func quantity(_ count: Double) -> String {
    if count >= 1e6 { return decimal(count / 1e6, 2) + " M" }
    return count >= 1e3 ? decimal(count / 1e3, 1) + " k" : decimal(count, 0)
}
