// Makes a report of a run that has ended.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall

extension Report {
    /// - Parameters:
    ///   - logs: of the program's chains, none of which runs any more.
    ///   - run: what other chains than the main one did.
    ///   - end: how the main chain, whose first record is the image's first, ended.
    ///   - dataSegment: where the image's data segment lies; `image.dataSize` bytes. Read only here.
    ///   - memory: what of the rest may be read: inputs' bytes, for outputs that point there.
    ///   - start, finish: of the whole run, CLOCK_MONOTONIC in nanoseconds.
    init(
        image: BatchImage, catalog: Catalog, logs: [EventLog], run: ProgramRun? = nil,
        end: ChainEnd,
        dataSegment: UnsafeRawPointer?, memory: MemoryMap, start: UInt64, finish: UInt64,
        status: Int32
    ) {
        program = image.sourceName
        source = image.source
        duration = finish >= start ? finish - start : 0
        self.status = status
        var builder = ReportBuilder(
            image: image, catalog: catalog, logs: logs, end: end, start: start,
            dataSegment: dataSegment)
        if let run {
            builder.others = run.failures
            builder.wasEnded = run.hasEnded
            builder.formatter.names.add(regions: run.places, of: image)
        }
        builder.build()
        steps = builder.steps
        failures = builder.failures
        outputs = OutputReader(image: image, dataSegment: dataSegment, memory: memory).outputs(
            run?.outputs ?? OutputLog())
    }
}

private struct ReportBuilder {
    let image: BatchImage
    let logs: [EventLog]
    let end: ChainEnd
    let start: UInt64
    let places: SourceLines
    let sites: CallSites
    let deadlines: [UInt32: UInt64?]
    /// What written steps opened, by their ranges, where something is closed by itself.
    let openers: [SourceRange: String]
    let dataSegment: UnsafeRawPointer?
    var formatter: CallFormatter
    /// What stopped other chains than the main one, by record.
    var others: [Int: (first: ChainFailure, count: Int, order: Int)] = [:]
    /// One of them ended the main chain, which is no failure of its own.
    var wasEnded = false
    var steps: [Report.Step] = []
    var failures: [Report.Failure] = []

    /// -ECANCELED.
    private static let cancelled: Int64 = -125
    /// -ETIMEDOUT.
    private static let timedOut: Int64 = -110

    /// A record's events, of all chains.
    private struct Seen {
        var events: [UnsafeMutablePointer<Event>] = []
        var count: UInt64 = 0
        var total: Int64 = 0
        var duration: UInt64 = 0
        var timed: UInt64 = 0
        var restarts: UInt64 = 0
    }

    init(
        image: BatchImage, catalog: Catalog, logs: [EventLog], end: ChainEnd, start: UInt64,
        dataSegment: UnsafeRawPointer?
    ) {
        self.image = image
        self.logs = logs
        self.end = end
        self.start = start
        self.dataSegment = dataSegment
        places = SourceLines(
            image.source, files: image.sources.map { (Int($0.start), image.name($0.name)) })
        sites = CallSites(image, places)
        deadlines = Self.deadlines(image)
        openers = Self.openers(image)
        formatter = CallFormatter(
            catalog: catalog, names: AddressNames(image: image, dataSegment: dataSegment))
    }

    mutating func build() {
        var made: [(first: (UInt64, UInt64), index: Int, seen: Seen)] = []
        var skipped: [Int] = []
        for (index, entry) in image.steps.enumerated() {
            let seen = seen(entry.record)
            if let first = seen.events.first {
                made.append(((first.pointee.start, first.pointee.sequence), index, seen))
                nameAddress(entry, seen)
            } else if !entry.origin.isAutomatic {
                skipped.append(index)
            }
        }
        made.sort { $0.first < $1.first }
        // By step of the image: where it stands in the report, -1 where it does not.
        var positions = [Int](repeating: -1, count: image.steps.count)
        for (_, index, seen) in made {
            positions[index] = steps.count
            steps.append(step(index, seen))
        }
        for index in skipped {
            positions[index] = steps.count
            steps.append(step(index, Seen()))
        }
        addFailures(positions)
    }

    private static func openers(_ image: BatchImage) -> [SourceRange: String] {
        guard image.steps.contains(where: { $0.origin == .automaticClose }) else { return [:] }
        var names: [SourceRange: String] = [:]
        for step in image.steps where step.origin == .written {
            names[step.range] =
                step.name.count > 0
                ? image.name(step.name) : "what \(image.name(step.call)) opened"
        }
        return names
    }

    private func seen(_ record: UInt32) -> Seen {
        var seen = Seen()
        for log in logs where Int(record) < log.records.count {
            let events = log.records[Int(record)]
            var next = events.first
            while let event = next {
                seen.events.append(event)
                next = event.pointee.next
            }
            if let last = events.last { seen.events.append(last) }
            seen.count &+= events.count
            seen.duration &+= events.duration
            seen.timed &+= events.timedCount
            seen.restarts &+= events.restarts
            // A call that is never made again has failed so.
            if events.newest?.pointee.result == -4, events.restarts > 0 { seen.restarts &-= 1 }
            let (sum, isTooLarge) = seen.total.addingReportingOverflow(events.total)
            seen.total = isTooLarge ? .max : sum
        }
        if logs.count > 1 { seen.events.sort { $0.pointee.start < $1.pointee.start } }
        return seen
    }

    private func lastEvent(_ record: UInt32) -> UnsafeMutablePointer<Event>? {
        let last = logs.compactMap { log in
            Int(record) < log.records.count ? log.records[Int(record)].newest : nil
        }
        return last.max { $0.pointee.start < $1.pointee.start }
    }

    /// An address that a call returned goes by the step's name from here on.
    private mutating func nameAddress(_ entry: StepEntry, _ seen: Seen) {
        guard case .address? = row(entry)?.result else { return }
        let name = image.name(entry.name)
        for event in seen.events where !(-4095 ... -1).contains(event.pointee.result) {
            formatter.names.add(
                mapping: name.isEmpty ? "address" : name,
                start: UInt64(bitPattern: event.pointee.result))
        }
    }

    private mutating func row(_ entry: StepEntry) -> Syscall? {
        formatter.row(named: image.name(entry.call), number: number(entry))
    }

    private func number(_ entry: StepEntry) -> UInt32 {
        let record = Int(entry.record)
        return image.records.indices.contains(record) ? image.records[record].nr : .max
    }

    // MARK: Steps

    private mutating func step(_ index: Int, _ seen: Seen) -> Report.Step {
        let entry = image.steps[index]
        let row = row(entry)
        var calls = seen.events.map { event in
            Report.Call(
                arguments: numberArgument(entry, row) + formatter.arguments(row, of: event),
                result: result(event.pointee.result, row),
                start: event.pointee.start >= start ? event.pointee.start - start : 0,
                duration: event.pointee.end &- event.pointee.start)
        }
        if let text = expiry(entry, seen) { calls[calls.count - 1].result.meaning = text }
        var last = calls.last?.result
        if entry.isFully, let value = last?.value {
            if value >= 0 {
                last?.value = seen.total
            } else if let stored = stored(index), stored > 0 {
                // The error ended it behind what was done.
                last = Report.Result(value: stored)
            }
        }
        if let expired = expired(index, seen) { last = expired }
        var outcome = Report.Outcome.skipped
        if let last { outcome = last.value == Self.cancelled ? .cancelled : .returned }
        var call = image.name(entry.call)
        if row == nil, call.isEmpty {
            call = "syscall_0x" + String(number(entry), radix: 16)
        }
        let callers = sites.around(entry.record)
        let remarks = [remark(entry)] + callers.map(\.shown)
        return Report.Step(
            name: image.name(entry.name), call: call, origin: entry.origin, range: entry.range,
            place: places.place(of: entry.range.start), outcome: outcome, result: last,
            calls: calls, callCount: seen.count, start: calls.first?.start ?? 0,
            duration: seen.duration, timedCount: seen.timed, restarts: seen.restarts,
            remark: remarks.filter { !$0.isEmpty }.joined(separator: ", "), callers: callers)
    }

    /// What a call says that its step's `timeout` ended, and not the kernel: nil for any other.
    private func expiry(_ entry: StepEntry, _ seen: Seen) -> String? {
        guard let first = seen.events.first, let last = seen.events.last,
            last.pointee.result == Self.timedOut, let limit = deadlines[entry.record]
        else { return nil }
        guard let limit else { return "timed out" }
        // A call like `connect` may itself fail so, before the time is over.
        let isOver = last.pointee.end &- first.pointee.start &+ 1_000_000 >= limit
        return isOver ? "timed out after " + Terminal.time(limit) : nil
    }

    /// The result of a step whose `timeout` ended between two of its calls: nil for any other.
    private func expired(_ index: Int, _ seen: Seen) -> Report.Result? {
        let entry = image.steps[index]
        guard entry.isRetried || entry.isFully, let first = seen.events.first?.pointee,
            let last = seen.events.last?.pointee, last.result != Self.timedOut,
            let limit = deadlines[entry.record], hasExpired(index, limit, first, last),
            stored(index) ?? Self.timedOut == Self.timedOut
        else { return nil }
        var result = result(Self.timedOut, nil)
        result.meaning = "timed out" + (limit.map { " after " + Terminal.time($0) } ?? "")
        return result
    }

    /// Its last call was followed by a wait that the deadline ended; or the program reads the deadline's code as its
    /// result. Where a chain's data is its own and gone, the clock says whether a wait ended too late for another call.
    private func hasExpired(_ index: Int, _ limit: UInt64?, _ first: Event, _ last: Event) -> Bool {
        let wait = index + 1
        var end = last.end
        if image.steps.indices.contains(wait), image.steps[wait].origin == .retryWait,
            let event = lastEvent(image.steps[wait].record)?.pointee, event.start >= last.start
        {
            if event.result == Self.timedOut { return true }
            end = event.end
        }
        guard let stored = stored(index) else {
            return limit.map { first.start > 0 && end &- first.start >= $0 } ?? false
        }
        return stored == Self.timedOut
    }

    /// The result that the program has; nil where the chain's data is its own and gone.
    private func stored(_ index: Int) -> Int64? {
        let record = image.steps[index].record
        let batch = image.batches.first {
            record >= $0.firstRecord && record - $0.firstRecord < $0.count
        }
        guard batch?.region == 0, let dataSegment else { return nil }
        let offset = Int(image.steps[index].result)
        return dataSegment.loadUnaligned(fromByteOffset: offset, as: Int64.self)
    }

    /// By record of a call: the `timeout` of its step in nanoseconds, nil where it is computed.
    private static func deadlines(_ image: BatchImage) -> [UInt32: UInt64?] {
        var deadlines: [UInt32: UInt64?] = [:]
        for (index, record) in image.records.enumerated()
        where record.nr == ACALL_OP_DEADLINE && image.recordSteps.indices.contains(index) {
            let step = Int(image.recordSteps[index])
            let isLiteral =
                record.flags & UInt32(ACALL_SUBMIT_INDIRECT_MASK) == 0
                && !image.relocations[index].contains(.argument(0))
            // The deadline is taken away with a 0.
            guard !isLiteral || record.args.0 > 0 else { continue }
            guard image.steps.indices.contains(step) else {
                addSteps(ofProcedureAt: index, in: image, to: &deadlines)
                continue
            }
            deadlines[image.steps[step].record] = isLiteral ? record.args.0 : .some(nil)
        }
        return deadlines
    }

    /// The deadline of a proc's call is armed before its steps, and is that of those without one.
    private static func addSteps(
        ofProcedureAt record: Int, in image: BatchImage, to deadlines: inout [UInt32: UInt64?]
    ) {
        let site = image.sites.last {
            let first = Int($0.firstRecord)
            return first <= record && record < first + Int($0.count)
        }
        guard let site else { return }
        let (first, end) = (site.firstRecord, site.firstRecord + site.count)
        let own = image.steps.filter { first <= $0.record && $0.record < end }
        guard own.allSatisfy({ Int($0.record) > record }) else { return }
        for step in own where deadlines[step.record] == nil {
            deadlines[step.record] = .some(nil)
        }
    }

    /// Of a call that is made by its number, the number comes first.
    private func numberArgument(_ entry: StepEntry, _ row: Syscall?) -> [ShownArgument] {
        guard image.name(entry.call) == "syscall" else { return [] }
        let number = number(entry)
        let shown = row.map { "SYS_\($0.name)" } ?? String(number)
        return [ShownArgument(name: "number", shown: shown, value: Int64(number))]
    }

    private func remark(_ entry: StepEntry) -> String {
        switch entry.origin {
        case .written, .called: return ""
        case .deferred: return "deferred"
        case .retryWait: return "waits before the next attempt"
        case .automaticClose where image.name(entry.call) == "munmap":
            return openers[entry.range].map { "unmaps \($0)" } ?? "unmaps what was mapped"
        case .automaticClose:
            return openers[entry.range].map { "closes \($0)" } ?? "closes what was left open"
        }
    }

    private func result(_ value: Int64, _ row: Syscall?) -> Report.Result {
        if (-4095 ... -1).contains(value) {
            let number = Int(-value)
            return Report.Result(
                value: value, errno: formatter.catalog.errnoName(number) ?? "errno \(number)",
                meaning: formatter.catalog.errnoMeaning(number))
        }
        switch row?.result {
        case .address?:
            return Report.Result(
                value: value, text: formatter.names.shown(UInt64(bitPattern: value)))
        case .never?:
            return Report.Result(value: value, text: "?")
        default:
            return Report.Result(value: value)
        }
    }

    // MARK: Failures

    private mutating func addFailures(_ positions: [Int]) {
        var found: [(order: UInt64, failure: Report.Failure)] = []
        var isEndKnown = end.stoppedAt < 0 || wasInterrupted(end.stoppedAt, end.returnCode)
        for stop in image.stops {
            let other = others[Int(stop.record)]
            let isEnd = Int(stop.record) == end.stoppedAt && !isEndKnown
            if isEnd { isEndKnown = true }
            guard stop.kind != .stop, stop.kind != .exit else { continue }
            // The chain that failed says why.
            if stop.kind == .chainFailed, !others.isEmpty { continue }
            let event = lastEvent(stop.record)
            if other == nil, let event,
                wasInterrupted(Int(stop.record), event.pointee.result)
            {
                continue
            }
            // Another chain may have been cancelled: then its call failed, and it did not.
            let isOwn = stop.record < image.batches.first?.count ?? .max
            let isClean =
                image.records.indices.contains(Int(stop.record))
                && image.records[Int(stop.record)].flags & ACALL_SUBMIT_CLEANUP != 0
            let didStop =
                (isOwn || isClean)
                && (event.map { didHold(stop.record, $0.pointee.result) } ?? false)
            guard isEnd || didStop || other != nil else { continue }
            let code = other?.first.returnCode ?? event?.pointee.result ?? end.returnCode
            // What ended the others comes first.
            let order =
                other.map { UInt64($0.order) }
                ?? (isEnd ? UInt64(others.count) : event?.pointee.start ?? .max)
            var failure = failure(stop, code: code, positions)
            if let count = other?.count, count > 1 { failure.message += " (\(count) times)" }
            found.append((order, failure))
        }
        if !isEndKnown { found.append((0, unexplained(positions))) }
        found.sort { $0.order < $1.order }
        failures = found.map { $0.failure }
        for failure in failures {
            guard let step = failure.step else { continue }
            // One whose arguments could not be made has failed too, without a call.
            let outcome = steps[step].outcome
            if outcome == .returned || outcome == .skipped { steps[step].outcome = .failed }
        }
    }

    /// Whether a record stopped its chain because another chain ended it; what a statement stops is its own.
    private func wasInterrupted(_ record: Int, _ code: Int64) -> Bool {
        wasEnded && code == Self.cancelled && image.records.indices.contains(record)
            && image.records[record].nr != ACALL_OP_VALUE
    }

    /// A record stopped the chain, and the image does not say why it would.
    private func unexplained(_ positions: [Int]) -> Report.Failure {
        let record = end.stoppedAt
        var step: UInt32?
        if image.recordSteps.indices.contains(record), image.recordSteps[record] != .max {
            step = image.recordSteps[record]
        }
        let entry = step.flatMap { Int($0) < image.steps.count ? image.steps[Int($0)] : nil }
        let stop = StopEntry(
            record: UInt32(clamping: record), kind: .callFailed, step: step,
            range: entry?.range ?? SourceRange(start: 0, end: 0), message: .empty)
        return failure(stop, code: end.returnCode, positions)
    }

    private func didHold(_ record: UInt32, _ result: Int64) -> Bool {
        guard image.records.indices.contains(Int(record)) else { return false }
        switch image.records[Int(record)].flags & ACALL_SUBMIT_STOP_MASK {
        case ACALL_SUBMIT_STOP_NEGATIVE: return result < 0
        case ACALL_SUBMIT_STOP_ZERO: return result == 0
        case ACALL_SUBMIT_STOP_NONPOSITIVE: return result <= 0
        case ACALL_SUBMIT_STOP_NONZERO: return result != 0
        case ACALL_SUBMIT_STOP_ERROR: return (-4095 ... -1).contains(result)
        case ACALL_SUBMIT_STOP_ALWAYS: return true
        default: return false
        }
    }

    private func failure(
        _ stop: StopEntry, code: Int64, _ positions: [Int]
    ) -> Report.Failure {
        let step = stop.step.flatMap { step in
            Int(step) < positions.count && positions[Int(step)] >= 0 ? positions[Int(step)] : nil
        }
        let stepResult = step.flatMap { steps[$0].result }
        let message = image.name(stop.message)
        let own = result(code, nil)
        var failure = Report.Failure(
            kind: stop.kind, step: step, message: "", errno: nil, range: stop.range,
            place: places.place(of: stop.range.start), callers: sites.around(stop.record))
        switch stop.kind {
        case .callFailed:
            failure.errno = own.errno
            let meaning =
                stepResult?.value == own.value ? stepResult?.meaning ?? own.meaning : own.meaning
            failure.message =
                own.errno.map { name in meaning.map { "\(name): \($0)" } ?? name }
                ?? "returned \(code)"
            failure.message += progress(stop.record)
        case .unexpectedResult where operands(stop.record) == .exitStatus:
            let signal = formatter.catalog.constantSet(named: "signal")?.members
                .first { $0.value == -code }?.name
            let shown = signal.map { "\(code) (killed by \($0))" } ?? String(code)
            failure.message = "unexpected exit status: expected \(message), got \(shown)"
        case .unexpectedResult:
            let got = operands(stop.record) == .progress ? own : stepResult ?? own
            failure.errno = got.errno
            var shown = got.errno == nil ? got.shown : String(got.value)
            if let errno = got.errno { shown += " (\(errno))" }
            let expected = message.isEmpty ? "another result" : message
            failure.message = "expected \(expected), got \(shown)" + progress(stop.record)
        case .arithmetic:
            let record = Int(stop.record)
            failure.message = ArithmeticFailure.message(
                image.records.indices.contains(record) ? image.records[record].nr : 0,
                lastEvent(stop.record)?.pointee, own.errno)
            if !message.isEmpty { failure.message += ": " + message }
        case .bounds where own.errno == "EFAULT":
            failure.errno = own.errno
            failure.message = "EFAULT: " + (own.meaning ?? "Bad address")
            if !message.isEmpty { failure.message += ": " + message }
        case .bounds:
            // An argument's name in quotes: a call would have taken more of it than there is.
            if message.hasPrefix("`") {
                failure.message = room(stop.record, of: message)
                break
            }
            failure.message = bounds(stop.record) ?? "slice out of bounds"
            if !message.isEmpty { failure.message += ": " + message }
        case .assertion:
            failure.message = "assertion failed" + (message.isEmpty ? "" : ": " + message)
            failure.message += sides(stop.record)
        case .chainFailed: failure.message = "a chain that this one started has failed"
        case .fail, .stop, .exit:
            failure.message = message.isEmpty ? "the program failed" : message
        }
        return failure
    }

    /// What the arguments of the record that stopped the chain say.
    private func operands(_ record: UInt32) -> StopOperands? {
        guard image.records.indices.contains(Int(record)),
            image.records[Int(record)].nr == ACALL_OP_VALUE
        else { return nil }
        return StopOperands(rawValue: Int64(bitPattern: image.records[Int(record)].args.3))
    }

    /// How much was done before a step that is done `fully` failed.
    private func progress(_ record: UInt32) -> String {
        guard operands(record) == .progress, let event = lastEvent(record)?.pointee else {
            return ""
        }
        let (done, left) = (event.argument(1), event.argument(2))
        return done == 0 ? "" : ", after \(done) of \(done &+ left) bytes"
    }

    /// What an assertion compared, from the arguments of the record that stopped the chain.
    private func sides(_ record: UInt32) -> String {
        guard image.records.indices.contains(Int(record)),
            image.records[Int(record)].nr == ACALL_OP_VALUE, let event = lastEvent(record)?.pointee
        else { return "" }
        let computed = [1, 2].filter { image.relocations[Int(record)].contains(.argument($0)) }
        let shown = computed.map { side in
            let word = event.argument(side)
            if event.argument(3) & 1 != 0 { return String(word) }
            guard event.argument(3) & UInt64(side * 2) != 0 else {
                return String(Int64(bitPattern: word))
            }
            let result = result(Int64(bitPattern: word), nil)
            return result.errno.map { "\(result.value) (\($0))" } ?? String(result.value)
        }
        return shown.isEmpty ? "" : " (" + shown.joined(separator: " and ") + ")"
    }

    /// What a call would have taken of an argument, from the arguments of the record that compared the sizes.
    private func room(_ record: UInt32, of name: String) -> String {
        guard image.records.indices.contains(Int(record)) else { return name }
        switch image.records[Int(record)].nr {
        case UInt32(ACALL_OP_SLICE):
            guard let event = lastEvent(record)?.pointee else { return name }
            let size = event.argument(4)
            return "the call would take \(event.argument(3)) bytes of \(name), which has \(size)"
        case UInt32(ACALL_OP_HOST):
            return "a pointer in \(name) points to less than the length beside it says, "
                + "or to memory that the program does not name"
        default: return "the call would take more of \(name) than a word can count"
        }
    }

    /// Which bounds a slice had, from the arguments of the record that checked them.
    private func bounds(_ record: UInt32) -> String? {
        guard image.records.indices.contains(Int(record)),
            image.records[Int(record)].nr == ACALL_OP_SLICE, let event = lastEvent(record)?.pointee
        else { return nil }
        let (low, high, size) = (
            Int64(bitPattern: event.argument(2)), Int64(bitPattern: event.argument(3)),
            Int64(bitPattern: event.argument(4))
        )
        let bytes = Int64(event.argument(5) & 0xffff_ffff)
        let marks = event.argument(5) >> 32
        if marks & 2 != 0 {
            return "\(high) is more than the \(size) element\(size == 1 ? "" : "s") there"
        }
        if marks & 1 != 0, bytes > 0 {
            let count = size / bytes
            return "element \(low / bytes) is outside of \(count) element\(count == 1 ? "" : "s")"
        }
        if bytes > 1 {
            return "slice out of bounds: \(low / bytes)..<\(high / bytes) of "
                + "\(size / bytes) elements"
        }
        // Of a list's items none is at address 0: they are counted.
        let unit = event.argument(1) == 0 ? "item" : "byte"
        return "slice out of bounds: \(low)..<\(high) of \(size) \(unit)\(size == 1 ? "" : "s")"
    }
}

extension StepOrigin {
    /// A step that no line of the program asks for: it is reported only where it was made.
    fileprivate var isAutomatic: Bool { self == .automaticClose || self == .retryWait }
}
