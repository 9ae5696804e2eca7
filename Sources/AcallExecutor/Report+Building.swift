// Makes a report of a run that has ended.

import AcallCatalog
import AcallEngine
import AcallImage
import AcallText
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
        duration = finish >= start ? finish - start : 0
        self.status = status
        source = image.sourceMap
        var builder = ReportBuilder(
            image: image, catalog: catalog, logs: logs, end: end, start: start,
            dataSegment: dataSegment, memory: memory)
        if let run {
            builder.others = run.failures
            builder.wasEnded = run.hasEnded
            builder.names.add(regions: run.places, of: image)
        }
        builder.build()
        steps = builder.steps
        failures = builder.failures
        outputs = OutputReader(image: image, dataSegment: dataSegment, memory: memory).outputs(
            run?.outputs ?? OutputLog())
    }
}

/// The logs of a program's chains, by the records that they keep calls of: a chain's, which no other batch has.
private struct LogsByRecord {
    private var ranges: [(range: Range<Int>, logs: [EventLog])] = []

    init(_ logs: [EventLog]) {
        for log in logs.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            if ranges.last?.range == log.range {
                ranges[ranges.count - 1].logs.append(log)
            } else {
                ranges.append((log.range, [log]))
            }
        }
    }

    func of(_ record: UInt32) -> [EventLog] {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].range.upperBound <= Int(record) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < ranges.count && ranges[low].range.contains(Int(record)) ? ranges[low].logs : []
    }
}

private struct ReportBuilder {
    let image: BatchImage
    let logs: LogsByRecord
    let end: ChainEnd
    let start: UInt64
    let places: SourceMap
    let sites: CallSites
    /// What written steps opened, by their ranges, where something is closed by itself.
    let openers: [SourceRange: String]
    let dataSegment: UnsafeRawPointer?
    /// What may be read now.
    let memory: MemoryMap
    var format: Catalog.Format
    var names: AddressNames
    /// What stopped other chains than the main one, by record.
    var others: [Int: (first: ChainFailure, count: Int, order: Int)] = [:]
    /// One of them ended the main chain, which is no second failure.
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
        dataSegment: UnsafeRawPointer?, memory: MemoryMap
    ) {
        self.memory = memory
        self.image = image
        self.logs = LogsByRecord(logs)
        self.end = end
        self.start = start
        self.dataSegment = dataSegment
        places = image.sourceMap
        sites = CallSites(image, places)
        openers = Self.openers(image)
        format = Catalog.Format(catalog)
        names = AddressNames(image: image, dataSegment: dataSegment)
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
        number(made.map(\.seen))
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
        let logs = logs.of(record)
        for log in logs {
            guard let events = log.events(ofRecord: Int(record)) else { continue }
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
        let last = logs.of(record).compactMap { $0.events(ofRecord: Int(record))?.newest }
        return last.max { $0.pointee.start < $1.pointee.start }
    }

    /// An address that a call returned goes by the step's name from here on.
    private mutating func nameAddress(_ entry: StepEntry, _ seen: Seen) {
        guard case .address? = row(entry)?.result else { return }
        let name = image.name(entry.name)
        for event in seen.events where !(-4095 ... -1).contains(event.pointee.result) {
            names.add(
                mapping: name.isEmpty ? "address" : name,
                start: UInt64(bitPattern: event.pointee.result))
        }
    }

    private mutating func row(_ entry: StepEntry) -> Syscall? {
        format.row(named: image.name(entry.call), number: number(entry))
    }

    private func number(_ entry: StepEntry) -> UInt32 {
        let record = Int(entry.record)
        return image.records.indices.contains(record) ? image.records[record].nr : .max
    }

    // MARK: Calls

    /// Gives every kept call its place in the order of the whole run.
    private func number(_ seen: [Seen]) {
        var events = seen.flatMap(\.events)
        events.sort {
            ($0.pointee.start, $0.pointee.chain, $0.pointee.sequence)
                < ($1.pointee.start, $1.pointee.chain, $1.pointee.sequence)
        }
        for (order, event) in events.enumerated() { event.pointee.order = UInt64(order) }
    }

    private mutating func shownCall(
        _ event: UnsafeMutablePointer<Event>, of entry: StepEntry, _ row: Syscall?
    ) -> Report.Call {
        let values = (0..<6).map { event.pointee.argument($0) }
        var arguments = numberArgument(entry, row)
        var result = result(event.pointee.result, row)
        if let row {
            let call = ShownCall(
                row, values.map { .value($0) }, EventMemory(event: event, names: names),
                .returned(event.pointee.result))
            arguments += format.arguments(of: call)
            if entry.isExitStatus, let status = format.exitStatus(of: call) {
                result = Report.Result(value: status)
            } else {
                result.readable = format.resultText(of: call)
            }
        } else {
            // A call that the catalog does not know: its arguments are numbers.
            arguments += values.enumerated().map { index, value in
                ShownArgument(
                    name: "arg\(index)", shown: value == 0 ? "0" : names.shown(value), value: nil)
            }
        }
        return Report.Call(
            arguments: arguments, result: result,
            start: event.pointee.start >= start ? event.pointee.start - start : 0,
            duration: event.pointee.end &- event.pointee.start, chain: event.pointee.chain,
            item: item(event.pointee), order: event.pointee.order)
    }

    /// The item of a list that a call was made for.
    private func item(_ event: Event) -> Report.Key? {
        guard event.item >= 0 else { return nil }
        if event.itemText != 0, event.itemCount > 0,
            memory.readableCount(at: UInt(event.itemText)) >= Int(event.itemCount),
            let start = UnsafeRawPointer(bitPattern: UInt(event.itemText))
        {
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(event.itemCount))
            return .text([UInt8](bytes))
        }
        return .integer(event.item)
    }

    // MARK: Steps

    private mutating func step(_ index: Int, _ seen: Seen) -> Report.Step {
        let entry = image.steps[index]
        let row = row(entry)
        var calls = seen.events.map { shownCall($0, of: entry, row) }
        if let text = expiry(entry, seen) { calls[calls.count - 1].result.meaning = text }
        var last = calls.last?.result
        if entry.isFully, let value = last?.value {
            if value >= 0 {
                last?.value = seen.total
            } else if let stored = stored(index) ?? done(entry, seen, row), stored > 0 {
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
            place: places.place(of: Int(entry.range.start)), outcome: outcome, result: last,
            calls: calls, callCount: seen.count, start: calls.first?.start ?? 0,
            duration: seen.duration, timedCount: seen.timed, restarts: seen.restarts,
            remark: remarks.filter { !$0.isEmpty }.joined(separator: ", "), callers: callers)
    }

    /// What a `fully` did before the error of its last call, of a chain whose data is its own and gone: each call
    /// goes on where the one before it ended.
    private func done(_ entry: StepEntry, _ seen: Seen, _ row: Syscall?) -> Int64? {
        guard let length = row?.advance?.length, var next = seen.events.last?.pointee else {
            return nil
        }
        var sum: Int64 = 0
        for event in seen.events.dropLast().reversed() {
            let event = event.pointee
            guard event.chain == next.chain, event.item == next.item else { continue }
            let left = event.argument(length) &- UInt64(bitPattern: event.result)
            guard event.result > 0, left == next.argument(length) else { break }
            sum += event.result
            next = event
        }
        return sum
    }

    /// What a call says that its step's `timeout` ended, and not the kernel: nil for any other.
    private func expiry(_ entry: StepEntry, _ seen: Seen) -> String? {
        guard let first = seen.events.first, let last = seen.events.last,
            last.pointee.result == Self.timedOut, entry.deadline != .none
        else { return nil }
        guard case .fixed(let limit) = entry.deadline else { return "timed out" }
        // A call like `connect` may itself fail so, before the time is over.
        let isOver = last.pointee.end &- first.pointee.start &+ 1_000_000 >= limit
        return isOver ? "timed out after " + Terminal.time(limit) : nil
    }

    /// The result of a step whose `timeout` ended between two of its calls: nil for any other.
    private func expired(_ index: Int, _ seen: Seen) -> Report.Result? {
        let entry = image.steps[index]
        guard entry.isRetried || entry.isFully, let first = seen.events.first?.pointee,
            let last = seen.events.last?.pointee, last.result != Self.timedOut,
            entry.deadline != .none, hasExpired(index, first, last),
            stored(index) ?? Self.timedOut == Self.timedOut
        else { return nil }
        var result = result(Self.timedOut, nil)
        result.meaning = "timed out"
        if case .fixed(let limit) = entry.deadline {
            result.meaning = "timed out after " + Terminal.time(limit)
        }
        return result
    }

    /// Its last call was followed by a wait that the deadline ended; or the program reads the deadline's code as its
    /// result. Where a chain's data is its own and gone, the clock says whether a wait ended too late for another call.
    private func hasExpired(_ index: Int, _ first: Event, _ last: Event) -> Bool {
        let wait = index + 1
        var end = last.end
        if image.steps.indices.contains(wait), image.steps[wait].origin == .retryWait,
            let event = lastEvent(image.steps[wait].record)?.pointee, event.start >= last.start
        {
            if event.result == Self.timedOut { return true }
            end = event.end
        }
        guard let stored = stored(index) else {
            guard case .fixed(let limit) = image.steps[index].deadline else { return false }
            return first.start > 0 && end &- first.start >= limit
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
                value: value, errno: format.catalog.errnoName(number) ?? "errno \(number)",
                meaning: format.catalog.errnoMeaning(number))
        }
        switch row?.result {
        case .address?:
            return Report.Result(
                value: value, text: names.shown(UInt64(bitPattern: value)))
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
                && (event.map { image.stops(at: stop.record, $0.pointee.result) } ?? false)
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
            && stop(of: record)?.form.isStatement != true
    }

    private func stop(of record: Int) -> StopEntry? {
        var low = 0
        var high = image.stops.count
        while low < high {
            let middle = (low + high) / 2
            if image.stops[middle].record < record { low = middle + 1 } else { high = middle }
        }
        return low < image.stops.count && image.stops[low].record == record
            ? image.stops[low] : nil
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
            place: places.place(of: Int(stop.range.start)), callers: sites.around(stop.record))
        switch stop.kind {
        case .callFailed:
            failure.errno = own.errno
            let meaning =
                stepResult?.value == own.value ? stepResult?.meaning ?? own.meaning : own.meaning
            failure.message =
                own.errno.map { name in meaning.map { "\(name): \($0)" } ?? name }
                ?? "returned \(code)"
            failure.message += progress(stop)
        case .unexpectedResult where stop.form == .exitStatus:
            let signal = format.catalog.constantSet(named: "signal")?.members
                .first { $0.value == -code }?.name
            let shown = signal.map { "\(code) (killed by \($0))" } ?? String(code)
            failure.message = "unexpected exit status: expected \(message), got \(shown)"
        case .unexpectedResult:
            let got = stop.form == .progress ? own : stepResult ?? own
            failure.errno = got.errno
            var shown = got.errno == nil ? got.shown : String(got.value)
            if let errno = got.errno { shown += " (\(errno))" }
            let expected = message.isEmpty ? "another result" : message
            failure.message = "expected \(expected), got \(shown)" + progress(stop)
        case .arithmetic:
            failure.message = StopWords(stop, lastEvent(stop.record)).arithmetic(own.errno)
            if !message.isEmpty { failure.message += ": " + message }
        case .bounds where own.errno == "EFAULT":
            failure.errno = own.errno
            failure.message = "EFAULT: " + (own.meaning ?? "Bad address")
            if !message.isEmpty { failure.message += ": " + message }
        case .bounds:
            let words = StopWords(stop, lastEvent(stop.record))
            if let room = words.room(of: message) {
                failure.message = room
                break
            }
            failure.message = words.bounds
            if !message.isEmpty { failure.message += ": " + message }
        case .assertion:
            failure.message = "assertion failed" + (message.isEmpty ? "" : ": " + message)
            let words = StopWords(stop, lastEvent(stop.record))
            failure.message += words.sides { result($0, nil).errno }
        case .chainFailed: failure.message = "a chain that this one started has failed"
        case .fail, .stop, .exit:
            failure.message = message.isEmpty ? "the program failed" : message
        }
        return failure
    }

    /// How much was done before a step that is done `fully` failed.
    private func progress(_ stop: StopEntry) -> String {
        StopWords(stop, lastEvent(stop.record)).progress
    }
}

extension StepOrigin {
    /// A step that no line of the program asks for: it is reported only where it was made.
    fileprivate var isAutomatic: Bool { self == .automaticClose || self == .retryWait }
}
