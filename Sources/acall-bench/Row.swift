// One row of the bench: two ways of doing the same work, and what their times must be to each other.

/// What a row promises, in the terms of its table: speed and time are ratios to the baseline.
enum Target {
    /// The baseline's time divided by the subject's is at least this.
    case speed(atLeast: Double)
    /// The subject's time divided by the baseline's is at most this.
    case time(atMost: Double)
    /// So many operations a second, whatever else the machine does.
    case rate(atLeast: Double)
    /// So many nanoseconds an operation.
    case cost(atMost: Double)

    /// The figure that is compared, from one round's two times in nanoseconds an operation.
    func figure(baseline: Double?, subject: Double) -> Double {
        switch self {
        case .speed: (baseline ?? .nan) / subject
        case .time: subject / (baseline ?? .nan)
        case .rate: 1e9 / subject
        case .cost: subject
        }
    }

    func isMet(by figure: Double) -> Bool {
        switch self {
        case .speed(let least), .rate(let least): figure >= least
        case .time(let most), .cost(let most): figure <= most
        }
    }

    var description: String {
        switch self {
        case .speed(let least): ">= \(decimal(least, 2)) of its speed"
        case .time(let most): "<= \(decimal(most, 2)) times its time"
        case .rate(let least): ">= \(quantity(least)) a second"
        case .cost(let most): "<= \(duration(most))"
        }
    }
}

/// One round of one side: nanoseconds an operation.
typealias Measure = () throws(BenchFailure) -> Double

struct Row {
    let name: String
    /// What the baseline is; nil where the target is absolute.
    let baselineName: String?
    let target: Target
    let baseline: Measure?
    let subject: Measure

    init(
        _ name: String, against baselineName: String, _ target: Target,
        baseline: @escaping Measure, subject: @escaping Measure
    ) {
        self.name = name
        self.baselineName = baselineName
        self.target = target
        self.baseline = baseline
        self.subject = subject
    }

    /// A row without a baseline, for `.rate` and `.cost`.
    init(_ name: String, _ target: Target, subject: @escaping Measure) {
        self.name = name
        baselineName = nil
        self.target = target
        baseline = nil
        self.subject = subject
    }
}

/// Why a row could not be measured.
struct BenchFailure: Error {
    let message: String
    init(_ message: String) { self.message = message }
}

/// One row's rounds, summed up.
struct Outcome {
    let row: Row
    /// Medians, in nanoseconds an operation.
    let baseline: Double?
    let subject: Double
    /// The median of the rounds' figures, and their least and greatest.
    let figure: Double
    let spread: ClosedRange<Double>

    var isMet: Bool { row.target.isMet(by: figure) }

    /// Measures a row: the two sides in turn, the one that goes first changing with each round, so that
    /// what happens on the machine meanwhile is met by both.
    init(measuring row: Row, rounds: Int) throws(BenchFailure) {
        self.row = row
        var baselines: [Double] = []
        var subjects: [Double] = []
        // What is cold is not what is measured.
        _ = try row.baseline?()
        _ = try row.subject()
        for round in 0..<rounds {
            if round.isMultiple(of: 2), let measure = row.baseline {
                baselines.append(try measure())
            }
            subjects.append(try row.subject())
            if !round.isMultiple(of: 2), let measure = row.baseline {
                baselines.append(try measure())
            }
        }
        let figures = subjects.indices.map { index in
            row.target.figure(
                baseline: baselines.isEmpty ? nil : baselines[index], subject: subjects[index])
        }
        baseline = baselines.isEmpty ? nil : median(baselines)
        subject = median(subjects)
        figure = median(figures)
        spread = figures.min()!...figures.max()!
    }
}

func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}
