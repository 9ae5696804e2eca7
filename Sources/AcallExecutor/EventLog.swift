// What a chain's observer is told, kept until the report is made: one event for each call.
//
// Input: the engine's `completed` callback, on the chain's thread. Output: the events of each
// record, oldest first. Invariant: memory is bounded by the number of records, not by how often a
// loop runs: of each record the first `eventsKept` events and the last one are kept, and of all of
// them the number, time and total.
//
// One log belongs to one chain: nothing in it is shared between threads while the chain runs.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Synchronization

/// One call, as the engine reported it. In memory the captured pieces follow it.
struct Event {
    var record: UInt32
    /// Bytes of pieces: those kept before the call come first.
    var beforeCount: UInt32
    var capturedCount: UInt32
    var result: Int64
    /// Its place among the log's events.
    var sequence: UInt64
    /// CLOCK_MONOTONIC, in nanoseconds. A record that was not timed stands at the end of the one before it.
    var start: UInt64
    var end: UInt64
    var arguments: (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64)
    /// The chain that made it, and the item that it was made for.
    var chain: UInt32
    /// Of the item's text, which stands at `itemText`; 0 where it has none.
    var itemCount: UInt32
    /// -1: for none.
    var item: Int64
    var itemText: UInt64
    /// Its place among all kept events of the run: the report's.
    var order: UInt64 = 0
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
    private let room: LogRoom

    /// The records whose calls it keeps, counted from the image's first.
    let range: Range<Int>

    /// - Parameters:
    ///   - range: the chain's records; events of others are dropped.
    ///   - memory: what may be read, while the chain runs.
    ///   - eventsKept: how many events of one record are kept, the last one apart; at least 1.
    ///   - keepsLast: the last one too. Where many chains run the same records, nobody could say which it was.
    ///   - isOneOfMany: it takes little memory at first.
    ///   - room: what all logs of a run may take together.
    package init(
        range: Range<Int>, catalog: Catalog, memory: MemoryMap, eventsKept: Int = 1000,
        keepsLast: Bool = true, isOneOfMany: Bool = false, room: LogRoom = LogRoom()
    ) {
        self.range = range
        self.room = room
        state = .allocate(capacity: 1)
        state.initialize(
            to: EventLogState(
                range: range, catalog: catalog, memory: memory,
                eventsKept: UInt64(max(1, eventsKept)), keepsLast: keepsLast,
                isOneOfMany: isOneOfMany, room: .passUnretained(room)))
    }

    package convenience init(
        image: BatchImage, catalog: Catalog, memory: MemoryMap, eventsKept: Int = 1000,
        keepsLast: Bool = true
    ) {
        self.init(
            range: 0..<image.records.count, catalog: catalog, memory: memory,
            eventsKept: eventsKept, keepsLast: keepsLast)
    }

    deinit {
        state.pointee.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// What the callback gets as its context; valid as long as the log lives.
    package var context: UnsafeMutableRawPointer { UnsafeMutableRawPointer(state) }

    /// The engine's `starting` callback.
    package typealias Starting =
        @convention(c) (
            UnsafeMutableRawPointer?, UnsafePointer<acall_submission>, UnsafePointer<UInt64>
        ) -> Void

    /// Keeps what the call is about to change; on the chain's thread.
    package static let starting: Starting = { context, submission, arguments in
        guard let context, submission.pointee.nr < ACALL_OP_BASE else { return }
        context.assumingMemoryBound(to: EventLogState.self).pointee.keepChanged(
            submission, arguments)
    }

    /// An observer that writes to this log.
    package var observer: ChainObserver {
        ChainObserver(
            context: context, starting: EventLog.starting, completed: EventLog.completed)
    }

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

    /// The chain whose calls are told from here on.
    var chain: UInt32 {
        get { state.pointee.chain }
        set {
            state.pointee.chain = newValue
            begin(item: -1)
        }
    }

    /// The item whose calls are told from here on: its number, and where it has one its text.
    func begin(item: Int, text: UInt64 = 0, count: UInt64 = 0) {
        state.pointee.begin(item: Int64(item), text: text, count: count)
    }

    var records: UnsafeBufferPointer<RecordEvents> { state.pointee.recordEvents }

    /// The events of a record of the image; nil where it is not one of the chain's.
    func events(ofRecord record: Int) -> RecordEvents? {
        range.contains(record) ? records[record - range.lowerBound] : nil
    }

    /// For another chain of the same records, with storage of its own.
    func renew(memory: MemoryMap) { state.pointee.renew(memory) }

    /// Of records that ran once each, in their order: whenever they were told of.
    func orderByRecord() {
        for record in records {
            var next = record.first
            var position: UInt64 = 0
            while let event = next {
                event.pointee.sequence = (UInt64(event.pointee.record) + 1) << 32 + position
                position += 1
                next = event.pointee.next
            }
        }
    }

    /// Something was told of.
    var isUsed: Bool { state.pointee.sequence > 0 }

    /// For another run of the same program: nothing of the last one is kept.
    func reset(memory: MemoryMap) { state.pointee.reset(memory) }
}

/// What the logs of one run may take together. Beyond it calls are counted, and of each record the first is kept.
package final class LogRoom: Sendable {
    private let left: Atomic<Int>

    /// In bytes.
    package static let usual = 256 << 20

    package init(_ bytes: Int = usual) { left = Atomic(bytes) }

    func take(_ bytes: Int) -> Bool {
        if left.load(ordering: .relaxed) < bytes { return false }
        left.subtract(bytes, ordering: .relaxed)
        return true
    }
}

struct EventLogState {
    private static let firstChunk = 120 * 1024
    /// Of one of many chains, most of which make a call or two.
    private static let firstSmallChunk = 512
    private static let largestChunk = 4 * 1024 * 1024
    private static let eventRoom =
        MemoryLayout<Event>.size + CaptureLimit.call + CaptureLimit.before
    /// More than any system call's number; a larger one has no plan.
    private static let planCount = 1024
    /// The plan for `spawn`, which has no number.
    private static let spawnPlan: UInt32 = 1023

    private let catalog: Catalog
    private var readable: ReadableRanges
    private let eventsKept: UInt64
    private let keepsLast: Bool
    private let firstRecord: Int
    private let recordCount: Int
    private let records: UnsafeMutablePointer<RecordEvents>
    private let isOneOfMany: Bool
    /// Retained by the log.
    private let logRoom: Unmanaged<LogRoom>
    /// A table of as many places as a power of two, by number: each at its own place, or behind it.
    private var plans: UnsafeMutablePointer<NumberPlan>
    private var planRoom = 8
    private var plansKnown = 0
    private var operationPlans: [OperationKey: NumberPlan] = [:]
    private var format: Catalog.Format
    private var steps: UnsafeMutablePointer<CaptureStep>
    private var stepCount = 0
    /// Each chunk starts with the address of the one before it.
    private var chunk: UnsafeMutableRawPointer?
    private var chunkSize = 0
    private var chunkUsed = 0
    fileprivate var sequence: UInt64 = 0
    private var lastEnd: UInt64 = 0
    /// Of whom the calls are: see `Event`.
    fileprivate(set) var chain: UInt32 = 0
    private var itemCount: UInt32 = 0
    private var item: Int64 = -1
    private var itemText: UInt64 = 0
    /// What was kept before the call that is being made, and its record.
    private var pending: UnsafeMutableRawPointer?
    private var pendingCount = 0
    private var pendingRecord = UInt64.max

    /// An operation of a call like `ioctl`.
    private struct OperationKey: Hashable {
        var number: UInt32
        var first: UInt64
        var second: UInt64
    }

    /// The plan for a system call's number: a range of `steps`, once it is known.
    private struct NumberPlan {
        /// -1: none stands here.
        var number: Int32 = -1
        /// The arguments that say which operation it is, each with a plan of its own; -1: none.
        var deciding = (-1, -1)
        var hasChanged = false
        var roots: Range<Int> = 0..<0
    }

    init(
        range: Range<Int>, catalog: Catalog, memory: MemoryMap, eventsKept: UInt64, keepsLast: Bool,
        isOneOfMany: Bool, room: Unmanaged<LogRoom>
    ) {
        firstRecord = range.lowerBound
        recordCount = range.count
        self.isOneOfMany = isOneOfMany
        logRoom = room
        self.catalog = catalog
        format = Catalog.Format(catalog)
        self.keepsLast = keepsLast
        self.eventsKept = eventsKept
        readable = ReadableRanges(memory)
        records = .allocate(capacity: max(1, recordCount))
        records.initialize(repeating: RecordEvents(), count: recordCount)
        plans = .allocate(capacity: planRoom)
        plans.initialize(repeating: NumberPlan(), count: planRoom)
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
        pending?.deallocate()
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

    /// What is appended from here on belongs to this item; -1: to none.
    mutating func begin(item: Int64, text: UInt64, count: UInt64) {
        self.item = item
        (itemText, itemCount) = (text, UInt32(clamping: count))
    }

    var recordEvents: UnsafeBufferPointer<RecordEvents> {
        UnsafeBufferPointer(start: records, count: recordCount)
    }

    @inline(__always)
    mutating func append(
        _ submission: UnsafePointer<acall_submission>, _ arguments: UnsafePointer<UInt64>,
        _ result: Int64, _ start: UInt64, _ end: UInt64
    ) {
        let index = submission.pointee.cookie &- 1 &- UInt64(firstRecord)
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
        var isKept = events.pointee.count <= eventsKept
        // A record's first call is always kept: the report would say that it was skipped.
        if isKept, !hasRoom, !makeRoom(isNeeded: events.pointee.first == nil) { isKept = false }
        if !isKept && !keepsLast {
            // The record is this chain's own copy: from now on it is only counted.
            if isTimed {
                let record = UnsafeMutablePointer(mutating: submission)
                record.pointee.flags =
                    record.pointee.flags & ~ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED
            }
            return
        }
        var scratch: UnsafeMutableRawPointer?
        var event: UnsafeMutablePointer<Event>
        if !isKept {
            event = lastRoom(events)
        } else if hasRoom, let chunk {
            event = (chunk + chunkUsed).assumingMemoryBound(to: Event.self)
        } else {
            let space = UnsafeMutableRawPointer.allocate(
                byteCount: Self.eventRoom, alignment: 16)
            scratch = space
            event = space.assumingMemoryBound(to: Event.self)
        }
        let before = takePending(index, into: UnsafeMutableRawPointer(event + 1))
        event.pointee = Event(
            record: UInt32(truncatingIfNeeded: Int(index) &+ firstRecord),
            beforeCount: UInt32(truncatingIfNeeded: before), capturedCount: 0, result: result,
            sequence: sequence, start: start, end: end,
            arguments: (
                arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5]
            ), chain: chain, itemCount: itemCount, item: item, itemText: itemText, next: nil)
        let used = capture(submission.pointee.nr, arguments, result, event)
        event.pointee.capturedCount = UInt32(truncatingIfNeeded: used)
        guard isKept else { return }
        let size = MemoryLayout<Event>.size &+ before &+ used
        if let scratch { event = moveToChunk(scratch, size) }
        chunkUsed &+= size
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
        let roots = plan(for: number, arguments).roots
        if roots.isEmpty { return 0 }
        var writer = CaptureWriter(
            steps: steps, readable: readable,
            into: UnsafeMutableRawPointer(event + 1) + Int(event.pointee.beforeCount),
            capacity: CaptureLimit.call)
        writer.capture(roots, at: arguments, succeeded: result >= 0 || result < -4095)
        return writer.used
    }

    /// Before a call: what it will change is kept aside until it has returned.
    @inline(never)
    mutating func keepChanged(
        _ submission: UnsafePointer<acall_submission>, _ arguments: UnsafePointer<UInt64>
    ) {
        let index = submission.pointee.cookie &- 1 &- UInt64(firstRecord)
        let plan = plan(for: submission.pointee.nr, arguments)
        guard plan.hasChanged, index < UInt64(recordCount) else { return }
        let space = pending ?? .allocate(byteCount: CaptureLimit.before, alignment: 16)
        pending = space
        var writer = CaptureWriter(
            steps: steps, readable: readable, into: space, capacity: CaptureLimit.before)
        writer.captureChanged(plan.roots, at: arguments)
        (pendingCount, pendingRecord) = (writer.used, index)
    }

    /// How many bytes were copied.
    private mutating func takePending(_ index: UInt64, into room: UnsafeMutableRawPointer) -> Int {
        guard pendingRecord == index, let pending else { return 0 }
        pendingRecord = .max
        room.copyMemory(from: pending, byteCount: pendingCount)
        return pendingCount
    }

    private mutating func plan(
        for number: UInt32, _ arguments: UnsafePointer<UInt64>
    ) -> NumberPlan {
        let number = number == ACALL_OP_HOST ? Self.spawnPlan : number
        guard number < UInt32(Self.planCount) else { return NumberPlan() }
        var place = planPlace(number)
        if plans[place].number < 0 {
            makePlan(number)
            place = planPlace(number)
        }
        let plan = plans[place]
        if plan.deciding.0 < 0 { return plan }
        let key = OperationKey(
            number: number, first: arguments[plan.deciding.0],
            second: plan.deciding.1 < 0 ? 0 : arguments[plan.deciding.1])
        if let known = operationPlans[key] { return known }
        return makePlan(key, arguments)
    }

    /// Once for each operation of a call like `ioctl`.
    @inline(never)
    private mutating func makePlan(
        _ key: OperationKey, _ arguments: UnsafePointer<UInt64>
    ) -> NumberPlan {
        guard operationPlans.count < Self.planCount,
            let row = catalog.syscall(number: key.number)
        else { return NumberPlan() }
        let words = (0..<6).map { ShownCall.Word.value(arguments[$0]) }
        let call = ShownCall(row, words, NoMemory(), .planned)
        let plan = append(CapturePlan(format.parameters(of: call), catalog: catalog))
        operationPlans[key] = plan
        return plan
    }

    /// Where a number's plan stands, or would.
    private func planPlace(_ number: UInt32) -> Int {
        var place = Int(number) & (planRoom - 1)
        while plans[place].number >= 0, plans[place].number != Int32(number) {
            place = (place + 1) & (planRoom - 1)
        }
        return place
    }

    private mutating func put(_ plan: NumberPlan) {
        if 2 * plansKnown >= planRoom {
            let (old, count) = (plans, planRoom)
            planRoom = 2 * count
            plans = .allocate(capacity: planRoom)
            plans.initialize(repeating: NumberPlan(), count: planRoom)
            for index in 0..<count where old[index].number >= 0 {
                plans[planPlace(UInt32(old[index].number))] = old[index]
            }
            old.deallocate()
        }
        plans[planPlace(UInt32(plan.number))] = plan
        plansKnown += 1
    }

    /// Once for each number that a chain calls: the only time the catalog is asked.
    private mutating func makePlan(_ number: UInt32) {
        let none = NumberPlan(number: Int32(number))
        let row = number == Self.spawnPlan ? Syscall.spawn : catalog.syscall(number: number)
        guard let syscall = row else { return put(none) }
        let deciding = format.deciding(syscall).filter { $0 < 6 }
        if let first = deciding.first {
            var plan = none
            plan.deciding = (first, deciding.count > 1 ? deciding[1] : -1)
            return put(plan)
        }
        var plan = append(CapturePlan(syscall.parameters, catalog: catalog))
        plan.number = Int32(number)
        put(plan)
    }

    /// Appends a plan's steps to all steps.
    private mutating func append(_ plan: CapturePlan) -> NumberPlan {
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
        let roots = plan.roots.lowerBound + stepCount..<plan.roots.upperBound + stepCount
        stepCount += plan.steps.count
        return NumberPlan(hasChanged: plan.hasChanged, roots: roots)
    }

    /// Whether an event of any size fits behind the last one.
    private var hasRoom: Bool { chunkUsed &+ Self.eventRoom <= chunkSize }

    /// Whether another event may be kept. A chunk is made here where it is large; a small one is as large as it has
    /// to be, once that is known.
    private mutating func makeRoom(isNeeded: Bool) -> Bool {
        let next = nextChunk
        if next < Self.firstChunk {
            return logRoom._withUnsafeGuaranteedRef { $0.take(next) } || isNeeded
        }
        guard logRoom._withUnsafeGuaranteedRef({ $0.take(next) }) else { return isNeeded }
        addChunk(next)
        return true
    }

    private var nextChunk: Int {
        if chunk == nil { return isOneOfMany ? Self.firstSmallChunk : Self.firstChunk }
        return min(chunkSize * 2, Self.largestChunk)
    }

    private mutating func addChunk(_ size: Int) {
        let fresh = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        fresh.storeBytes(of: chunk, as: UnsafeMutableRawPointer?.self)
        chunk = fresh
        chunkSize = size
        chunkUsed = 16
    }

    /// Of an event that was made elsewhere, since nobody knew its size before.
    private mutating func moveToChunk(
        _ scratch: UnsafeMutableRawPointer, _ size: Int
    ) -> UnsafeMutablePointer<Event> {
        if chunkUsed &+ size > chunkSize || chunk == nil {
            addChunk(max(min(nextChunk, Self.firstChunk), size + 16))
        }
        let place = chunk! + chunkUsed
        place.copyMemory(from: scratch, byteCount: size)
        scratch.deallocate()
        return place.assumingMemoryBound(to: Event.self)
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

/// For what is told by numbers alone.
struct NoMemory: CallMemory {
    func bytes(at address: UInt64, _ moment: ShownCall.Moment) -> UnsafeRawBufferPointer? { nil }
    func name(of address: UInt64) -> String { String(address) }
}

extension UnsafeMutablePointer<Event> {
    fileprivate func deallocateRoom() { UnsafeMutableRawPointer(self).deallocate() }

    /// What was kept of the memory that the call's arguments point to.
    func captured(_ moment: ShownCall.Moment) -> CapturedMemory {
        let start = UnsafeRawPointer(self + 1)
        let before = Int(pointee.beforeCount)
        return switch moment {
        case .before: CapturedMemory(start: start, count: before)
        case .after:
            CapturedMemory(start: start + before, count: Int(pointee.capturedCount))
        }
    }
}
