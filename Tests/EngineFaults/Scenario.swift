// What is done to an engine whose own system calls fail: scenarios, and what must hold after each.
//
// Input: an engine. Output: nothing, or the first promise that was broken. Invariant: what was
// accepted completes exactly once, what was refused never; a scenario that can't go on because its
// own calls are refused is no failure.

import AcallEngine
import CAcall
import Glibc

/// A promise that was broken.
struct Broken: Error {
    let what: String
    init(_ what: String) { self.what = what }
}

func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(Broken) {
    if !holds { throw Broken(what()) }
}

/// Records that each complete into a slot of their own and into one ring.
final class Work {
    let count: Int
    let records: UnsafeMutablePointer<acall_submission>
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<acall_submission>?>
    let slots: UnsafeMutablePointer<acall_observed_completion>
    let ids: UnsafeMutablePointer<acall_id>
    let ring: UnsafeMutablePointer<acall_completion_ring>
    /// Which were accepted.
    var accepted: [Bool]

    init(_ count: Int, nr: Int, flags: UInt32, hasIds: Bool = false) {
        self.count = count
        records = .allocate(capacity: count)
        pointers = .allocate(capacity: count)
        slots = .allocate(capacity: count)
        slots.initialize(repeating: acall_observed_completion(), count: count)
        ids = .allocate(capacity: count)
        ids.initialize(repeating: acall_id(), count: count)
        let bytes = UnsafeMutableRawPointer.allocate(byteCount: 8 + 16 * count, alignment: 16)
        ring = bytes.bindMemory(to: acall_completion_ring.self, capacity: 1)
        ring.initialize(to: acall_completion_ring(head: 0, nr: UInt32(count)))
        (bytes + 8).initializeMemory(as: UInt8.self, repeating: 0, count: 16 * count)
        accepted = [Bool](repeating: false, count: count)
        for index in 0..<count {
            var record = acall_submission()
            record.nr = UInt32(nr)
            record.flags = flags | ACALL_SUBMIT_OBSERVED
            record.cookie = UInt64(index + 1)
            record.completion_pointer = UInt64(UInt(bitPattern: slots + index))
            record.completion_ring_pointer = UInt64(UInt(bitPattern: ring))
            if hasIds { record.id_pointer = UInt64(UInt(bitPattern: ids + index)) }
            (records + index).initialize(to: record)
            pointers[index] = records + index
        }
    }

    func set(_ index: Int, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
        records[index].args.0 = a
        records[index].args.1 = b
        records[index].args.2 = c
    }

    /// Submits `size` at a time; what is refused is left out.
    func submit(_ engine: Engine, inRunsOf size: Int) throws(Broken) {
        var index = 0
        while index < count {
            let length = min(size, count - index)
            let code = engine.submit(pointers + index, count: length)
            try require(code != 0 && code <= length, "submit returned \(code) of \(length)")
            try require(code > 0 || code == -Int(EAGAIN), "submit returned \(code)")
            for taken in index..<index + max(code, 0) { accepted[taken] = true }
            // The one that was refused is left out.
            index += code == length ? length : max(code, 0) + 1
        }
    }

    var acceptedCount: Int { accepted.count { $0 } }

    private func isDone(_ index: Int) -> Bool {
        acall_load_cookie(&slots[index].cookie) != 0
    }

    /// Waits until all that was accepted has completed, and checks that each did once. Where there
    /// is a limit, what was accepted waits for a thread: then one is to be had again.
    func finish(threadsComeBack: Bool = false) throws(Broken) {
        if threadsComeBack {
            usleep(5_000)
            acall_inject_fault(Int32(ACALL_FAULT_THREAD.rawValue), 0, 0, 0)
            acall_inject_fault(Int32(ACALL_FAULT_MEMORY.rawValue), 0, 0, 0)
        }
        for index in 0..<count where accepted[index] {
            var patience = 200_000
            while !isDone(index) {
                usleep(50)
                patience -= 1
                try require(patience > 0, "record \(index) never completed")
            }
        }
        // The ring is filled after the slot.
        let expected = acceptedCount
        var patience = 200_000
        while Int(acall_load_ring_head(ring)) < expected && patience > 0 {
            usleep(50)
            patience -= 1
        }
        try require(
            Int(acall_load_ring_head(ring)) == expected,
            "\(acall_load_ring_head(ring)) completions of \(expected) in the ring")
        for index in 0..<count {
            // One that was cancelled before it was reached has its code and cookie only.
            let (ran, isReached) = (slots[index].count, code(index) != -Int64(ECANCELED))
            let isRight = accepted[index] ? ran == 1 || !isReached && ran == 0 : ran == 0
            try require(isRight, "record \(index) ran \(ran) times")
        }
    }

    func code(_ index: Int) -> Int64 { Int64(bitPattern: slots[index].return_code) }
}

/// A pipe.
struct Ends {
    let reader: Int32
    let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        (reader, writer) = (ends[0], ends[1])
    }

    func close() {
        _ = Glibc.close(reader)
        _ = Glibc.close(writer)
    }
}

/// A thread of its own, whose signals are not blocked as those of Swift's concurrency are.
func onThread(_ body: @escaping @Sendable () -> Void) -> pthread_t {
    final class Box: Sendable {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Box(body)).toOpaque()
    let code = pthread_create(
        &thread, nil,
        { argument in
            guard let argument else { return nil }
            Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        }, box)
    precondition(code == 0, "no thread to be had")
    return thread
}
