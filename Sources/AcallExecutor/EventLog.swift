// What a chain's observer is told, kept until the report is made: one event for each call.
//
// Input: the engine's `completed` callback, on the chain's thread. Output: the events of each
// record, oldest first. Invariant: memory is bounded by the number of records, not by how often a
// loop runs: of each record the first `eventsKept` events and the last one are kept, and of all of
// them the number, time and total.
//
// One log belongs to one chain: nothing in it is shared between threads while the chain runs.

import AcallCatalog
import AcallImage
import CAcall

/// One call, as the engine reported it. In memory the captured pieces follow it.
struct Event {
    var record: UInt32
    var capturedCount: UInt32
    var result: Int64
    /// Its place among the log's events.
    var sequence: UInt64
    /// CLOCK_MONOTONIC, in nanoseconds. A record without a time of its own stands at the end of the one before it.
    var start: UInt64
    var end: UInt64
    var arguments: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    var next: UnsafeMutablePointer<Event>?

    func argument(_ index: Int) -> UInt64 {
        withUnsafeBytes(of: arguments) {
            $0.loadUnaligned(fromByteOffset: min(max(index, 0), 5) * 8, as: UInt64.self)
        }
    }
}

/// All events of one record.
struct RecordEvents {
    var first: UnsafeMutablePointer<Event>?
    var tail: UnsafeMutablePointer<Event>?
    /// The newest event, where more than the limit were seen.
    var last: UnsafeMutablePointer<Event>?
    var count: UInt64 = 0
    /// Of the results that are not negative; stops at the largest value.
    var total: Int64 = 0
    /// Of those that were timed.
    var duration: UInt64 = 0
    var timedCount: UInt64 = 0
    /// How many of them a signal's handler had interrupted, after which the call was made again.
    var restarts: UInt64 = 0

    var newest: UnsafeMutablePointer<Event>? { last ?? tail }
}

/// The log of one chain.
package final class EventLog {
    /// The engine's `completed` callback.
    package typealias Callback =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<acall_submission>, UnsafePointer<UInt64>, Int64,
            UInt64, UInt64
        ) -> Void

    private let state: UnsafeMutablePointer<EventLogState>

    /// - Parameters:
    ///   - recordCount: the image's number of records; events of others are dropped.
    ///   - memory: what may be read, while the chain runs.
    ///   - eventsKept: how many events of one record are kept, the last one apart; at least 1.
    ///   - keepsLast: the last one too. Where many chains run the same records, nobody could say which it was.
    package init(
        recordCount: Int, catalog: Catalog, memory: MemoryMap, eventsKept: Int = 1000,
        keepsLast: Bool = true
    ) {
        state = .allocate(capacity: 1)
        state.initialize(
            to: EventLogState(
                recordCount: recordCount, catalog: catalog, memory: memory,
                eventsKept: UInt64(max(1, eventsKept)), keepsLast: keepsLast))
    }

    package convenience init(
        image: BatchImage, catalog: Catalog, memory: MemoryMap, eventsKept: Int = 1000,
        keepsLast: Bool = true
    ) {
        self.init(
            recordCount: image.records.count, catalog: catalog, memory: memory,
            eventsKept: eventsKept, keepsLast: keepsLast)
    }

    deinit {
        state.pointee.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// What the callback gets as its context; valid as long as the log lives.
    package var context: UnsafeMutableRawPointer { UnsafeMutableRawPointer(state) }

    /// Appends an event to the log that `context` names; on the chain's thread.
    package static let completed: Callback = { context, submission, arguments, result, start, end in
        guard let context else { return }
        var arguments = arguments
        if submission.pointee.nr == ACALL_OP_HOST,
            submission.pointee.flags & (ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED) != 0
        {
            // What a process is started with stands in a block.
            guard let block = UnsafePointer<UInt64>(bitPattern: UInt(arguments[2])) else { return }
            arguments = block
        }
        context.assumingMemoryBound(to: EventLogState.self).pointee.append(
            submission, arguments, result, start, end)
    }

    var records: UnsafeBufferPointer<RecordEvents> { state.pointee.recordEvents }

    /// For another chain of the same records, with storage of its own.
    func renew(memory: MemoryMap) { state.pointee.renew(memory) }

    /// Of records that ran once each, in their order: whenever they were told of.
    func orderByRecord() {
        for record in records {
            record.first?.pointee.sequence = UInt64(record.first?.pointee.record ?? 0) + 1
        }
    }

    /// For another run of the same program: nothing of the last one is kept.
    func reset(memory: MemoryMap) { state.pointee.reset(memory) }
}

struct EventLogState {
    private static let firstChunk = 120 * 1024
    private static let largestChunk = 4 * 1024 * 1024
    private static let eventRoom = MemoryLayout<Event>.size + CaptureLimit.call
    /// More than any system call's number; a larger one has no plan.
    private static let planCount = 1024
    /// The plan for `spawn`, which has no number.
    private static let spawnPlan: UInt32 = 1023

    private let catalog: Catalog
    private var readable: ReadableRanges
    private let eventsKept: UInt64
    private let keepsLast: Bool
    private let recordCount: Int
    private let records: UnsafeMutablePointer<RecordEvents>
    private var plans: UnsafeMutablePointer<NumberPlan>
    private var steps: UnsafeMutablePointer<CaptureStep>
    private var stepCount = 0
    /// Each chunk starts with the address of the one before it.
    private var chunk: UnsafeMutableRawPointer?
    private var chunkSize = 0
    private var chunkUsed = 0
    private var sequence: UInt64 = 0
    private var lastEnd: UInt64 = 0

    /// The plan for a system call's number: a range of `steps`, once it is known.
    private struct NumberPlan {
        var isKnown = false
        var roots: Range<Int> = 0..<0
    }

    init(
        recordCount: Int, catalog: Catalog, memory: MemoryMap, eventsKept: UInt64, keepsLast: Bool
    ) {
        self.catalog = catalog
        self.keepsLast = keepsLast
        self.eventsKept = eventsKept
        self.recordCount = recordCount
        readable = ReadableRanges(memory)
        records = .allocate(capacity: max(1, recordCount))
        records.initialize(repeating: RecordEvents(), count: recordCount)
        plans = .allocate(capacity: Self.planCount)
        plans.initialize(repeating: NumberPlan(), count: Self.planCount)
        steps = .allocate(capacity: 1)
    }

    func deallocate() {
        for record in 0..<recordCount { records[record].last?.deallocateRoom() }
        var chunk = chunk
        while let current = chunk {
            chunk = current.load(as: UnsafeMutableRawPointer?.self)
            current.deallocate()
        }
        readable.deallocate()
        records.deallocate()
        plans.deallocate()
        steps.deallocate()
    }

    mutating func reset(_ memory: MemoryMap) {
        for record in 0..<recordCount {
            records[record].last?.deallocateRoom()
            records[record] = RecordEvents()
        }
        // The newest chunk, which is the largest, is enough.
        if let chunk {
            var older = chunk.load(as: UnsafeMutableRawPointer?.self)
            while let current = older {
                older = current.load(as: UnsafeMutableRawPointer?.self)
                current.deallocate()
            }
            chunk.storeBytes(of: nil, as: UnsafeMutableRawPointer?.self)
            chunkUsed = 16
        }
        (sequence, lastEnd) = (0, 0)
        renew(memory)
    }

    mutating func renew(_ memory: MemoryMap) {
        readable.deallocate()
        readable = ReadableRanges(memory)
    }

    var recordEvents: UnsafeBufferPointer<RecordEvents> {
        UnsafeBufferPointer(start: records, count: recordCount)
    }

    @inline(__always)
    mutating func append(
        _ submission: UnsafePointer<acall_submission>, _ arguments: UnsafePointer<UInt64>,
        _ result: Int64, _ start: UInt64, _ end: UInt64
    ) {
        let index = submission.pointee.cookie &- 1
        guard index < UInt64(recordCount) else { return }
        // What is only counted needs no more than this, between two calls.
        if start == 0 && !keepsLast && records[Int(index)].count >= eventsKept {
            return count(records + Int(index), submission, result)
        }
        appendEvent(index, submission, arguments, result, start, end)
    }

    @inline(never)
    private mutating func appendEvent(
        _ index: UInt64, _ submission: UnsafePointer<acall_submission>,
        _ arguments: UnsafePointer<UInt64>, _ result: Int64, _ start: UInt64, _ end: UInt64
    ) {
        let isTimed = start != 0
        let (start, end) = isTimed ? (start, end) : (lastEnd, lastEnd)
        lastEnd = end
        sequence &+= 1
        let events = records + Int(index)
        count(events, submission, result)
        if isTimed {
            events.pointee.duration &+= end &- start
            events.pointee.timedCount &+= 1
        }
        let isKept = events.pointee.count <= eventsKept
        if !isKept && !keepsLast {
            // The record is this chain's own copy: from now on it is only counted.
            if isTimed {
                let record = UnsafeMutablePointer(mutating: submission)
                record.pointee.flags =
                    record.pointee.flags & ~ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED
            }
            return
        }
        let event = isKept ? room() : lastRoom(events)
        event.pointee = Event(
            record: UInt32(truncatingIfNeeded: index), capturedCount: 0, result: result,
            sequence: sequence, start: start, end: end,
            arguments: (
                arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]
            ), next: nil)
        let used = capture(submission.pointee.nr, arguments, result, event)
        event.pointee.capturedCount = UInt32(truncatingIfNeeded: used)
        guard isKept else { return }
        chunkUsed &+= MemoryLayout<Event>.size &+ used
        if let tail = events.pointee.tail {
            tail.pointee.next = event
        } else {
            events.pointee.first = event
        }
        events.pointee.tail = event
    }

    @inline(__always)
    private func count(
        _ events: UnsafeMutablePointer<RecordEvents>, _ submission: UnsafePointer<acall_submission>,
        _ result: Int64
    ) {
        events.pointee.count &+= 1
        if result == -4, submission.pointee.flags & ACALL_SUBMIT_INTERRUPTIBLE == 0 {
            events.pointee.restarts &+= 1
        }
        if result > 0 {
            let (sum, isTooLarge) = events.pointee.total.addingReportingOverflow(result)
            events.pointee.total = isTooLarge ? .max : sum
        }
    }

    private mutating func capture(
        _ number: UInt32, _ arguments: UnsafePointer<UInt64>, _ result: Int64,
        _ event: UnsafeMutablePointer<Event>
    ) -> Int {
        let number = number == ACALL_OP_HOST ? Self.spawnPlan : number
        guard number < UInt32(Self.planCount) else { return 0 }
        if !plans[Int(number)].isKnown { makePlan(number) }
        let roots = plans[Int(number)].roots
        if roots.isEmpty { return 0 }
        var writer = CaptureWriter(
            steps: steps, readable: readable, into: UnsafeMutableRawPointer(event + 1),
            capacity: CaptureLimit.call)
        writer.capture(roots, at: arguments, succeeded: result >= 0 || result < -4095)
        return writer.used
    }

    /// Once for each number that a chain calls: the only time the catalog is asked.
    private mutating func makePlan(_ number: UInt32) {
        plans[Int(number)].isKnown = true
        let row = number == Self.spawnPlan ? Syscall.spawn : catalog.syscall(number: number)
        guard let syscall = row else { return }
        let plan = CapturePlan(syscall: syscall, catalog: catalog)
        let grown = UnsafeMutablePointer<CaptureStep>.allocate(
            capacity: max(1, stepCount + plan.steps.count))
        grown.initialize(from: steps, count: stepCount)
        for (offset, step) in plan.steps.enumerated() {
            var step = step
            step.nested = step.nested.lowerBound + stepCount..<step.nested.upperBound + stepCount
            (grown + stepCount + offset).initialize(to: step)
        }
        steps.deallocate()
        steps = grown
        plans[Int(number)].roots =
            plan.roots.lowerBound + stepCount..<plan.roots.upperBound + stepCount
        stepCount += plan.steps.count
    }

    private mutating func room() -> UnsafeMutablePointer<Event> {
        if chunkUsed &+ Self.eventRoom > chunkSize {
            let size = chunk == nil ? Self.firstChunk : min(chunkSize * 2, Self.largestChunk)
            let fresh = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
            fresh.storeBytes(of: chunk, as: UnsafeMutableRawPointer?.self)
            chunk = fresh
            chunkSize = size
            chunkUsed = 16
        }
        return (chunk! + chunkUsed).assumingMemoryBound(to: Event.self)
    }

    private func lastRoom(
        _ events: UnsafeMutablePointer<RecordEvents>
    ) -> UnsafeMutablePointer<Event> {
        if let last = events.pointee.last { return last }
        let room = UnsafeMutableRawPointer.allocate(byteCount: Self.eventRoom, alignment: 16)
        let last = room.assumingMemoryBound(to: Event.self)
        events.pointee.last = last
        return last
    }
}

extension UnsafeMutablePointer<Event> {
    fileprivate func deallocateRoom() { UnsafeMutableRawPointer(self).deallocate() }

    /// What was kept of the memory that the call's arguments point to.
    var captured: CapturedMemory {
        CapturedMemory(start: UnsafeRawPointer(self + 1), count: Int(pointee.capturedCount))
    }
}
