// What was measured, as a table and as JSON.

struct Figures: Codable, Sendable {
    /// Of one backend: medians over the rounds.
    struct Backend: Codable, Sendable {
        var requestsPerSecond: Double
        /// Half of the distance between the quartiles of the rounds, in percent of the median.
        var spreadPercent: Double
        var p50Microseconds: Double
        var p99Microseconds: Double
    }

    struct Line: Codable, Sendable {
        var workload: String
        var acall: Backend
        var nio: Backend
        /// How many times as many requests acall's server answers, the median of the rounds' ratios.
        var ratio: Double
    }

    var machine: String
    var processors: Int
    var rounds: Int
    var secondsEach: Double
    var connections: Int
    var lines: [Line]

    var table: String {
        func row(_ cells: [String]) -> String {
            let widths = [18, -6, -10, -6, -10, -10, -6]
            return zip(cells, widths).map { $0.padded(to: $1) }.joined(separator: " ")
        }
        var rows = [
            "\(machine), \(processors) processors; \(connections) connections, "
                + "median of \(rounds) rounds of \(secondsEach) s",
            row(["", "", "requests/s", "+-%", "p50 us", "p99 us", "ratio"]),
        ]
        for line in lines {
            for (name, figures) in [("acall", line.acall), ("nio", line.nio)] {
                rows.append(
                    row([
                        name == "acall" ? line.workload : "", name,
                        figures.requestsPerSecond.rounded(to: 0),
                        figures.spreadPercent.rounded(to: 1),
                        figures.p50Microseconds.rounded(to: 0),
                        figures.p99Microseconds.rounded(to: 0),
                        name == "acall" ? line.ratio.rounded(to: 2) : "",
                    ]))
            }
        }
        return rows.joined(separator: "\n")
    }
}

extension Figures.Backend {
    init(_ rounds: [LoadResult]) {
        let rates = rounds.map(\.perSecond)
        requestsPerSecond = rates.quantile(0.5)
        spreadPercent =
            (rates.quantile(0.75) - rates.quantile(0.25)) / 2 / requestsPerSecond * 100
        func microseconds(_ part: Double) -> Double {
            rounds.map { $0.latencies.map { Double($0) }.quantile(part) / 1000 }.quantile(0.5)
        }
        p50Microseconds = microseconds(0.5)
        p99Microseconds = microseconds(0.99)
    }
}

extension [Double] {
    /// Between the two values beside it.
    func quantile(_ part: Double) -> Double {
        let sorted = sorted()
        guard let last = sorted.last else { return 0 }
        let place = part * Double(sorted.count - 1)
        let below = Int(place)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * (place - Double(below))
    }
}

extension Double {
    fileprivate func rounded(to digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (self * scale).rounded()
        return digits == 0 ? String(Int(scaled)) : String(scaled / scale)
    }
}

extension String {
    /// To the right where the width is negative.
    fileprivate func padded(to width: Int) -> String {
        let space = String(repeating: " ", count: Swift.max(0, abs(width) - count))
        return width < 0 ? space + self : self + space
    }
}
