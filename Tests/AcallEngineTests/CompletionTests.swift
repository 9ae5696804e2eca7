// How completions are stored: in which order, with what, and without a call of the system.
//
// Input: chains of stores, watched by threads that poll. Output: return codes that are there before
// their cookies. Invariant: a slot is stored to once, so that whoever sees its cookie knows what
// its return code has to be.

import AcallEngine
import CAcall
import Glibc
import Testing

/// Who runs the records.
enum Runner: Int, CaseIterable, Codable {
    case here, pool, own

    var flags: UInt32 { self == .pool ? ACALL_SUBMIT_THREAD_POOL : 0 }
}

/// Where completions go.
enum Storing: Int, CaseIterable, Codable { case slot, ring, observed, both }

/// Slots full of old values, and a chain that stores to each once.
struct WatchedStores {
    static let count = 200
    let storing: Storing
    let batch = Batch(count)
    let slots = UnsafeMutablePointer<acall_observed_completion>.allocate(capacity: count)
    let ring = Ring(count)

    init(_ storing: Storing) {
        self.storing = storing
        let old = acall_observed_completion(
            return_code: 0xdead, cookie: 0, start: 0, end: 0, thread: 0, count: 0)
        slots.initialize(repeating: old, count: Self.count)
        for index in 0..<Self.count {
            ring.entries[index].return_code = 0xdead
            batch.set(index, ACALL_OP_VALUE, [UInt64(7 * index)])
            batch.records[index].flags = ACALL_SUBMIT_LINK
            if storing != .ring { batch.records[index].completion_pointer = address(slots + index) }
            if storing == .observed { batch.records[index].flags |= ACALL_SUBMIT_OBSERVED }
            if storing == .ring || storing == .both {
                batch.records[index].completion_ring_pointer = ring.address
            }
        }
    }

    func run(_ runner: Runner, _ engine: Engine) {
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: Self.count)
        } else {
            batch.records[0].flags |= runner.flags
            precondition(batch.submit(engine) == Self.count)
        }
    }

    /// Polls each cookie in turn, and looks at once at what must be there before it.
    func watch() -> Bool {
        for index in 0..<Self.count {
            let expected = UInt64(7 * index)
            if storing != .ring {
                let cookie = UnsafeRawPointer(slots + index) + 8
                let word = cookie.assumingMemoryBound(to: UInt64.self)
                while acall_load_cookie(word) == 0 { sched_yield() }
                let seen = slots[index]
                guard seen.return_code == expected, seen.cookie == UInt64(index + 1) else {
                    return false
                }
                if storing == .observed {
                    guard seen.start != 0, seen.end >= seen.start, seen.thread != 0,
                        seen.count == 1
                    else { return false }
                }
            }
            if storing == .ring || storing == .both {
                while ring.cookie(index) == 0 { sched_yield() }
                guard ring.entries[index].return_code == expected, ring.filled > UInt32(index)
                else { return false }
            }
        }
        return true
    }
}

@Suite(.timeLimit(.minutes(20))) struct CompletionTests {
    /// A thread polls while the stores are made, with pauses between their steps in a debug build.
    @Test(arguments: Runner.allCases, Storing.allCases)
    func theReturnCodeIsThereBeforeTheCookie(_ runner: Runner, _ storing: Storing) async {
        await #expect(processExitsWith: .success) { [runner, storing] in
            let engine = try Engine()
            for seed in 0..<3 as Range<UInt64> {
                acall_make_noise(seed)
                let stores = WatchedStores(storing)
                let watcher = Companion { precondition(stores.watch()) }
                stores.run(runner, engine)
                watcher.join()
            }
        }
    }

    /// Without OBSERVED only 16 bytes of the slot are the engine's.
    @Test(arguments: Runner.allCases, [false, true])
    func aSlotIsAsLongAsItsRecordSays(_ runner: Runner, _ isObserved: Bool) throws {
        let engine = try Engine()
        let slots = UnsafeMutablePointer<acall_observed_completion>.allocate(capacity: 2)
        let old = acall_observed_completion(
            return_code: 1, cookie: 0, start: 2, end: 3, thread: 4, count: 41)
        slots.initialize(repeating: old, count: 2)
        let ring = Ring(2)
        let batch = Batch(1, ring: ring, flags: runner.flags)
        batch.set(0, ACALL_OP_VALUE, [99])
        batch.records[0].completion_pointer = address(slots)
        if isObserved { batch.records[0].flags |= ACALL_SUBMIT_OBSERVED }
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: 1)
        } else {
            #expect(batch.submit(engine) == 1)
        }
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        #expect(slots[0].return_code == 99 && slots[0].cookie == 1)
        // The count is added to what stands there.
        #expect(slots[0].count == (isObserved ? 42 : 41))
        #expect((slots[0].start != 2) == isObserved && (slots[0].thread != 4) == isObserved)
        #expect(slots[1].return_code == 1 && slots[1].cookie == 0 && slots[1].start == 2)
        engine.shutdown()
        slots.deallocate()
    }

    /// Start and end enclose the call; the thread is the one that made it.
    @Test(arguments: Runner.allCases)
    func anObservedCallSaysWhenAndWhere(_ runner: Runner) throws {
        let engine = try Engine()
        let (cells, ring) = (Chain(), Ring(4))
        (cells.cells[0], cells.cells[1]) = (0, 3_000_000)
        let batch = Batch(3, ring: ring, flags: runner.flags | ACALL_SUBMIT_LINK)
        batch.set(0, Number.nanosleep, [cells.cell(0), 0])
        batch.set(1, Number.gettid, [])
        batch.set(2, Number.gettid, [])
        for index in 0..<3 {
            batch.records[index].flags |= ACALL_SUBMIT_OBSERVED
            batch.records[index].completion_pointer = cells.result(index)
        }
        let before = acall_monotonic_time()
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: 3)
        } else {
            #expect(batch.submit(engine) == 3)
        }
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 3) == 0)
        try #require(eventually { ring.cookie(2) != 0 })
        let after = acall_monotonic_time()
        let seen = (0..<3).map { cells.completions[$0] }
        #expect(before <= seen[0].start && seen[0].end - seen[0].start >= 3_000_000)
        for index in 0..<3 {
            #expect(seen[index].start <= seen[index].end)
            if index > 0 { #expect(seen[index - 1].end <= seen[index].start) }
            #expect(seen[index].thread == seen[1].return_code)
            #expect(seen[index].count == 1)
        }
        #expect(seen[2].end <= after)
        #expect((seen[0].thread == UInt64(acall_thread_id())) == (runner == .here))
    }

    /// The count grows each time that a branch goes back; the last time's start and end stand there.
    @Test(arguments: Runner.allCases, [1, 2, 1000])
    func theCountGrowsWhenABranchGoesBack(_ runner: Runner, _ times: Int) throws {
        let engine = try Engine()
        let (cells, ring) = (Chain(), Ring(1))
        let batch = Batch(3, flags: runner.flags | ACALL_SUBMIT_LINK)
        let first = UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
        batch.set(0, ACALL_OP_ADD, [cells.cell(0), cells.cell(0), 1])
        batch.set(1, ACALL_OP_BRANCH, [UInt64(ACALL_IF_LESS), cells.cell(0), UInt64(times), 0])
        for index in 0..<2 {
            batch.records[index].flags |= ACALL_SUBMIT_OBSERVED | 1 << (first + 1)
        }
        for index in 0..<3 { batch.records[index].completion_pointer = cells.result(index) }
        batch.records[2].completion_ring_pointer = ring.address
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: 3)
        } else {
            #expect(batch.submit(engine) == 3)
        }
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 1) == 0)
        try #require(eventually { ring.cookie(0) != 0 })
        #expect(cells.cells[0] == UInt64(times))
        #expect(cells.completions[0].count == UInt64(times))
        #expect(cells.completions[1].count == UInt64(times))
        #expect(cells.completions[0].end <= cells.completions[1].start)
        // Not observed: not counted.
        #expect(cells.completions[2].count == 0)
    }

    /// A record not reached has not run: no time, no thread, no count.
    @Test(arguments: Runner.allCases)
    func whatDidNotRunIsNotObserved(_ runner: Runner) throws {
        let engine = try Engine()
        let (cells, ring) = (Chain(), Ring(4))
        let batch = Batch(2, ring: ring, flags: runner.flags | ACALL_SUBMIT_LINK)
        batch.records[0].flags |= ACALL_SUBMIT_STOP_ALWAYS
        batch.records[1].flags |= ACALL_SUBMIT_OBSERVED
        batch.records[1].completion_pointer = cells.result(1)
        if runner == .here {
            _ = engine.runChain(records: batch.records, count: 2)
        } else {
            #expect(batch.submit(engine) == 2)
        }
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
        try #require(eventually { ring.cookie(1) != 0 })
        let seen = cells.completions[1]
        #expect(Int64(bitPattern: seen.return_code) == -125 && seen.cookie == 2)
        #expect(seen.start == 0 && seen.end == 0 && seen.thread == 0 && seen.count == 0)
    }
}
