// What a run did: every step with its calls, what failed and where, the outputs, the totals.
//
// Input: the image, the chains' logs, how the chains ended, the data segment
// (`Report+Building.swift`). Output: a value that needs none of them any more, and its renderings
// (`Report+Lines.swift`, `+Table`, `+JSON`). Invariant: it holds no address; two runs that do the
// same give the same report but for times.

import AcallCatalog
import AcallEngine
import AcallImage
import AcallText

/// How a report is shown.
package enum ReportStyle: String, Sendable, CaseIterable {
    /// One line a step, for people.
    case lines
    case table
    case json
    /// Nothing.
    case none
}

extension ChainEnd {
    /// No record stopped it.
    package static let ranToEnd = ChainEnd(stoppedAt: -1, returnCode: 0)
}

package struct Report: Sendable {
    /// The program's name: that of its source.
    package internal(set) var program: String
    package internal(set) var source: SourceMap
    /// The steps in the order they were first made, then those never made, in the program's order.
    package internal(set) var steps: [Step] = []
    /// The first is the one that stopped the program; clean-up may add others.
    package internal(set) var failures: [Failure] = []
    package internal(set) var outputs: [Output] = []
    /// Of the whole run, in nanoseconds.
    package internal(set) var duration: UInt64
    /// The program's exit status.
    package internal(set) var status: Int32
    /// Somebody asked for its end, and it had neither ended nor failed by then.
    package internal(set) var wasCancelled = false

    package enum Outcome: String, Sendable, CaseIterable {
        /// It returned what the program accepts, an errno too where the program allows it.
        case returned
        case failed
        /// It was never made: the program stopped before it, or a condition said so.
        case skipped
        case cancelled
    }

    package struct Step: Sendable {
        /// The result's name; empty if there is none.
        package var name: String
        /// The kernel's name of the call.
        package var call: String
        package var origin: StepOrigin
        package var range: SourceRange
        package var place: SourcePlace
        package var outcome: Outcome
        /// The total for `fully`, else the last call's; nil where it was skipped.
        package var result: Result?
        /// The first calls, and the last one where there were more than were kept.
        package var calls: [Call]
        package var callCount: UInt64
        /// Since the start of the run, in nanoseconds.
        package var start: UInt64
        /// In its calls, in nanoseconds.
        package var duration: UInt64
        /// Of how many of the calls that is the time; where many chains run, not all are timed.
        package var timedCount: UInt64
        /// How many of the calls a signal's handler had interrupted, after which the call was made again.
        package var restarts: UInt64 = 0
        /// What an automatic step is for (`closes from`); empty for one the program wrote.
        package var remark: String
        /// The calls of procs that it is a step of, the innermost first.
        package var callers: [Caller] = []
    }

    /// A call of a proc.
    package struct Caller: Sendable, Hashable {
        /// The result's name; empty if there is none.
        package var name: String
        package var procedure: String
        package var range: SourceRange
        package var place: SourcePlace
    }

    package struct Call: Sendable, Hashable {
        package var arguments: [ShownArgument]
        package var result: Result
        /// Since the start of the run, in nanoseconds.
        package var start: UInt64
        package var duration: UInt64
        /// The chain that made it: 0 for the program's own, the others in the order in which they began.
        package var chain: UInt32
        /// The item of a `parallel for` that it was made for: its text, or its number from 0.
        package var item: Key?
        /// Its place among all calls that are reported, from 0.
        package var order: UInt64
    }

    /// What a call returned.
    package struct Result: Sendable, Hashable {
        package var value: Int64
        /// The errno's name where the value is one (`ENOENT`), and its meaning.
        package var errno: String?
        package var meaning: String?
        /// What is shown for an address, or where there is no result (`?`); nil for a number.
        package var text: String?
        /// What is shown for a number that means more (`0x8000 (flags O_RDONLY|O_LARGEFILE)`).
        package var readable: String?

        /// As strace has it: `3`, `-1 ENOENT (No such file or directory)`, `&page`.
        package var shown: String {
            if let text = text ?? readable { return text }
            guard let errno else { return String(value) }
            return meaning.map { "-1 \(errno) (\($0))" } ?? "-1 \(errno)"
        }
    }

    /// A reason for which the program did not go on.
    package struct Failure: Sendable {
        package var kind: StopKind
        /// An index in `steps`; nil for a statement that is no call.
        package var step: Int?
        /// One sentence, lower case where it does not start with a name.
        package var message: String
        package var errno: String?
        package var range: SourceRange
        package var place: SourcePlace
        /// The calls of procs that it happened in, the innermost first.
        package var callers: [Caller] = []
    }

    package enum Value: Sendable, Hashable {
        case integer(Int64)
        case unsigned(UInt64)
        case text([UInt8])
        case hex([UInt8])
        case bytes([UInt8])
    }

    package struct Output: Sendable {
        package var name: String
        package var kind: OutputKind
        /// nil where the program did not set it.
        package var value: Value?
        /// Not nil: a value for each key.
        package var items: [Item]?

        init(name: String, kind: OutputKind, value: Value? = nil, items: [Item]? = nil) {
            self.name = name
            self.kind = kind
            self.value = value
            self.items = items
        }
    }

    package enum Key: Sendable, Hashable {
        case integer(Int64)
        case text([UInt8])
    }

    package struct Item: Sendable, Hashable {
        package var key: Key
        package var value: Value
    }

    /// Where something stands in the source.
    package typealias SourcePlace = SourceMap.Place

    /// - Parameter colour: with terminal colours; JSON has none.
    /// - Returns: whole lines.
    package func rendered(style: ReportStyle, colour: Bool) -> [UInt8] {
        switch style {
        case .lines: lines(colour: colour)
        case .table: table(colour: colour)
        case .json: json()
        case .none: []
        }
    }
}

extension Report {
    /// The whole program's numbers.
    package struct Totals: Sendable, Hashable {
        package var steps = 0
        package var calls: UInt64 = 0
        package var failed = 0
        package var skipped = 0
        package var cancelled = 0
    }

    package var totals: Totals {
        var totals = Totals()
        totals.steps = steps.count
        for step in steps {
            totals.calls &+= step.callCount
            switch step.outcome {
            case .returned: break
            case .failed: totals.failed += 1
            case .skipped: totals.skipped += 1
            case .cancelled: totals.cancelled += 1
            }
        }
        return totals
    }
}
