// Races between operations and the requests to cancel them.
//
// Input: a kind of operation, a seed. Output: how many ended in which way. Invariant: each record
// completes exactly once; a code of -ECANCELED or -EINTR says that the call had no effect; only an
// operation that was asked to end ends so.

import AcallEngine
import CAcall
import Glibc

struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// Once in `count` times.
    mutating func isOne(in count: UInt64) -> Bool { next() % count == 0 }

    /// Spins: mostly not long, now and then as long as a hand-off takes.
    mutating func pause() {
        let limit = UInt64(1) << (next() % 11)
        for _ in 0..<(next() % limit) { acall_pause() }
    }
}

let pooled = ACALL_SUBMIT_THREAD_POOL

/// What is raced: up to `Round.capacity` operations at a time.
protocol Race: AnyObject {
    /// The numbers of its calls.
    var calls: [UInt32] { get }
    /// A round begins.
    func begin(_ random: inout Random)
    /// The record that is raced, and what else stands in its chain.
    func add(_ slot: Int, to round: Round, _ random: inout Random)
    /// What waits for something gets it; called once in each round, at a random moment.
    func release()
    /// All have completed: `code(slot)` is the raced record's. Gives back what they made.
    func check(_ round: Round) throws(Broken)
    /// Nothing may be left.
    func finish() throws(Broken)
}

/// The records of one round. Memory that is never freed: what went wrong may still write to it.
final class Round {
    static let capacity = 8
    private static let recordCapacity = 32
    private let records: UnsafeMutablePointer<acall_submission>
    private let pointers: UnsafeMutablePointer<UnsafeMutablePointer<acall_submission>?>
    private let ids: UnsafeMutablePointer<acall_id>
    private let ring: UnsafeMutablePointer<acall_completion_ring>
    private(set) var count = 0
    /// By slot: its raced record; how many records stand there; whether it was asked to end.
    private(set) var raced: [Int] = []
    private var starts: [Int] = []
    var isAsked: [Bool] = []
    private(set) var codes: [Int64] = []
    var flags = pooled

    init() {
        records = .allocate(capacity: Self.recordCapacity)
        pointers = .allocate(capacity: Self.recordCapacity)
        ids = .allocate(capacity: Self.capacity)
        ids.initialize(repeating: acall_id(), count: Self.capacity)
        let bytes = 8 + 16 * Self.recordCapacity
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
        ring = memory.bindMemory(to: acall_completion_ring.self, capacity: 1)
        ring.pointee.nr = UInt32(Self.recordCapacity)
    }

    var slots: Int { raced.count }
    func code(_ slot: Int) -> Int64 { codes[raced[slot]] }

    func clear() {
        count = 0
        raced.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        isAsked.removeAll(keepingCapacity: true)
    }

    /// A slot of its own begins with the next record.
    func beginSlot() {
        starts.append(count)
        raced.append(count)
        isAsked.append(false)
    }

    /// Adds a record to the last slot's chain.
    @discardableResult
    func add(_ nr: UInt32, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) -> Int {
        var record = acall_submission()
        record.nr = nr
        record.flags = flags
        record.cookie = UInt64(count + 1)
        record.completion_ring_pointer = address(ring)
        (record.args.0, record.args.1, record.args.2) = (a, b, c)
        (records + count).initialize(to: record)
        pointers[count] = records + count
        count += 1
        return count - 1
    }

    /// The last record is the one that is raced; `isCleanup`: it runs whatever happens.
    func isRaced(isCleanup: Bool = false) {
        raced[slots - 1] = count - 1
        if isCleanup { records[count - 1].flags |= ACALL_SUBMIT_CLEANUP }
    }

    func endSlot() {
        let start = starts[slots - 1]
        for index in start..<(count - 1) { records[index].flags |= ACALL_SUBMIT_LINK }
        records[start].id_pointer = address(ids + slots - 1)
    }

    /// A record that asks for a slot to be cancelled, on a thread of the engine's.
    func addCancel(of slot: Int) {
        isAsked[slot] = true
        add(ACALL_OP_CANCEL, address(ids + slot))
        records[count - 1].flags = pooled
    }

    /// Submits `range` of the records.
    func submit(_ engine: Engine, _ range: Range<Int>) throws(Broken) {
        let code = engine.submit(pointers + range.lowerBound, count: range.count)
        try require(code == range.count, "submit returned \(code) of \(range.count)")
    }

    /// Where slot `slot` and what follows it begin.
    func start(_ slot: Int) -> Int { slot < slots ? starts[slot] : count }

    func cancel(_ slot: Int, _ engine: Engine) throws(Broken) {
        isAsked[slot] = true
        let code = engine.cancel(ids + slot)
        try require(code == 0 || code == -Int(EAGAIN), "cancel returned \(code)")
    }

    /// Waits for all of them; each has completed once. The ring starts anew.
    func wait(_ engine: Engine) throws(Broken) {
        let code = engine.waitForRing(ring, tail: 0, minimum: UInt32(count))
        try require(code == 0, "waitForRing returned \(code)")
        codes = [Int64](repeating: .min, count: count)
        let head = Int(acall_load_ring_head(ring))
        try require(head == count, "\(head) completions of \(count)")
        for index in 0..<count {
            guard let entry = acall_ring_entry(ring, UInt32(index)) else { continue }
            // The head grows before the entry is stored.
            while acall_load_cookie(&entry.pointee.cookie) == 0 { acall_pause() }
            let record = Int(entry.pointee.cookie) - 1
            try require(
                codes.indices ~= record && codes[record] == .min, "cookie \(record + 1) twice")
            codes[record] = Int64(bitPattern: entry.pointee.return_code)
            entry.initialize(to: acall_completion())
        }
        // One that comes too late is found in the next round's head.
        try require(Int(acall_load_ring_head(ring)) == count, "more completions than records")
        acall_store32(&ring.pointee.head, 0)
    }

    var isQuiet: Bool { acall_load_ring_head(ring) == 0 }
}

private struct Tally {
    var (before, interrupted, completed, late, shutdowns) = (0, 0, 0, 0, 0)

    mutating func count(_ round: Round) {
        for slot in 0..<round.slots {
            switch round.code(slot) {
            case -Int64(ECANCELED): before += 1
            case -Int64(EINTR): interrupted += 1
            default:
                completed += 1
                late += round.isAsked[slot] ? 1 : 0
            }
        }
    }
}

/// An engine as one of those that apps make: with calls that are taken for quick and so share a
/// thread, rightly or not; with a limit; with threads that sleep at once or late.
private func makeEngine(_ random: inout Random, _ calls: [UInt32]) throws -> Engine {
    var configuration = EngineConfiguration()
    if !random.isOne(in: 4) {
        for call in calls { configuration.quickCalls.insert(call) }
    }
    let spins = [Duration.zero, .microseconds(20), .microseconds(200)]
    configuration.spinTime = spins[Int(random.next() % 3)]
    if random.isOne(in: 4) { configuration.runnableLimit = Int(random.next() % 3) + 1 }
    if random.isOne(in: 8) { configuration.queueTime = .zero }
    // Other orders yet, in a debug build.
    acall_make_noise(random.isOne(in: 4) ? random.next() | 1 : 0)
    return try Engine(configuration: configuration)
}

/// Races `count` operations.
func race(_ kind: some Race, count: UInt64, seed: UInt64) throws {
    var random = Random(state: seed)
    var engine = try makeEngine(&random, kind.calls)
    var tally = Tally()
    let round = Round()
    var done: UInt64 = 0
    while done < count {
        let isLast = random.isOne(in: 256)
        do {
            try run(kind, round, engine, &random, isLast: isLast)
        } catch {
            throw Broken("seed \(seed), after \(done) races: \(error.what)")
        }
        tally.count(round)
        done += UInt64(round.slots)
        guard isLast else { continue }
        tally.shutdowns += 1
        try require(engine.statistics.threads == 0, "threads left")
        engine = try makeEngine(&random, kind.calls)
    }
    engine.shutdown()
    try require(engine.statistics.threads == 0, "threads left")
    try require(round.isQuiet, "a completion too many")
    try kind.finish()
    print(
        "\(done) races: \(tally.before) cancelled before the call, \(tally.interrupted) "
            + "interrupted, \(tally.completed) completed (\(tally.late) of them asked to end); "
            + "\(tally.shutdowns) shutdowns")
}

/// One round; with `isLast` the engine is shut down in it.
private func run(
    _ kind: some Race, _ round: Round, _ engine: Engine, _ random: inout Random, isLast: Bool
) throws(Broken) {
    round.clear()
    // A thread for each operation costs more: seldom.
    round.flags = random.isOne(in: 64) ? 0 : pooled
    kind.begin(&random)
    let slots = Int(random.next() % UInt64(Round.capacity)) + 1
    for slot in 0..<slots {
        round.beginSlot()
        kind.add(slot, to: round, &random)
        round.endSlot()
    }
    let raced = round.count
    for slot in 0..<slots where random.isOne(in: 16) { round.addCancel(of: slot) }
    // All at once, or one by one with a request between them.
    if random.isOne(in: 2) {
        try round.submit(engine, 0..<round.count)
    } else {
        for slot in 0..<slots {
            let end = slot + 1 < slots ? round.start(slot + 1) : raced
            try round.submit(engine, round.start(slot)..<end)
            guard random.isOne(in: 4) else { continue }
            random.pause()
            try round.cancel(slot, engine)
        }
        if round.count > raced { try round.submit(engine, raced..<round.count) }
    }
    let first = Int(random.next() % UInt64(slots))
    let releasing = Int(random.next() % UInt64(slots + 1))
    let ending = isLast ? Int(random.next() % UInt64(slots)) : slots
    for turn in 0..<slots {
        let slot = (first + turn) % slots
        if turn == releasing { kind.release() }
        if turn == ending {
            for slot in 0..<slots { round.isAsked[slot] = true }
            engine.shutdown()
        }
        random.pause()
        if random.isOne(in: 8) { continue }
        try round.cancel(slot, engine)
        if random.isOne(in: 8) { try round.cancel(slot, engine) }
    }
    if releasing == slots { kind.release() }
    try round.wait(engine)
    for index in raced..<round.count {
        let code = round.codes[index]
        try require(
            [0, -Int64(EAGAIN), -Int64(ECANCELED)].contains(code), "a cancel operation: \(code)")
    }
    for slot in 0..<slots where !round.isAsked[slot] {
        try require(round.code(slot) >= 0, "slot \(slot) not asked to end: \(round.code(slot))")
    }
    try kind.check(round)
}
