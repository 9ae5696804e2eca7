// An engine, a ring and records to submit: what the engine's rows are made of.
//
// Invariant: no more is in flight than the ring has entries, so no completion is overwritten.

import AcallEngine
import CAcall
import CBenchBaselines
import Glibc

final class PoolRun {
    let engine: Engine
    let ring: UnsafeMutablePointer<acall_completion_ring>
    private let entries: UnsafeMutablePointer<acall_completion>
    private let capacity: UInt32
    let records: UnsafeMutablePointer<acall_submission>
    private let pointers: UnsafeMutablePointer<UnsafeMutablePointer<acall_submission>?>
    private let recordCount: Int
    /// Up to where the ring has been read.
    private(set) var tail: UInt32 = 0
    private(set) var submitted: UInt32 = 0
    /// The last completion's.
    private(set) var returnCode: Int64 = 0

    /// - Parameter capacity: the ring's, and the most in flight; a power of two.
    /// - Parameter records: as many as are submitted at once; all alike.
    init(capacity: Int, records count: Int, of record: acall_submission) throws(BenchFailure) {
        do {
            engine = try Engine()
        } catch {
            throw BenchFailure("no engine: \(error)")
        }
        let size = MemoryLayout<acall_completion_ring>.size
        let area = UnsafeMutableRawPointer.allocate(
            byteCount: size + capacity * MemoryLayout<acall_completion>.stride, alignment: 64)
        ring = area.bindMemory(to: acall_completion_ring.self, capacity: 1)
        ring.initialize(to: acall_completion_ring(head: 0, nr: UInt32(capacity)))
        entries = (area + size).bindMemory(to: acall_completion.self, capacity: capacity)
        entries.initialize(
            repeating: acall_completion(return_code: 0, cookie: 0), count: capacity)
        self.capacity = UInt32(capacity)
        var record = record
        record.cookie = 1
        record.completion_ring_pointer = UInt64(UInt(bitPattern: ring))
        recordCount = count
        records = .allocate(capacity: count)
        records.initialize(repeating: record, count: count)
        pointers = .allocate(capacity: count)
        for index in 0..<count { pointers[index] = records + index }
    }

    deinit {
        engine.shutdown()
        UnsafeMutableRawPointer(ring).deallocate()
        records.deallocate()
        pointers.deallocate()
    }

    /// From now on all the records are like this one.
    func replace(_ record: acall_submission) {
        var record = record
        record.cookie = 1
        record.completion_ring_pointer = UInt64(UInt(bitPattern: ring))
        records.update(repeating: record, count: recordCount)
    }

    /// Submits all the records once, when the ring has room for them.
    func submit() throws(BenchFailure) {
        if submitted &- tail > capacity - UInt32(recordCount) {
            // Half a ring at a time, so that one wake serves many.
            try reap(min(capacity / 2, submitted &- tail))
        }
        let count = engine.submit(pointers, count: recordCount)
        guard count == recordCount else { throw BenchFailure("the engine took \(count) only") }
        submitted &+= UInt32(recordCount)
    }

    /// Waits until so many more have completed, and reads all that have.
    func reap(_ minimum: UInt32) throws(BenchFailure) {
        let code = engine.waitForRing(ring, tail: tail, minimum: minimum)
        guard code == 0 else { throw BenchFailure("acall_ring_pwait: \(code)") }
        let head = acall_load32(UnsafeRawPointer(ring).assumingMemoryBound(to: UInt32.self))
        let cookieOffset = MemoryLayout<acall_completion>.offset(of: \.cookie)!
        while tail != head {
            let entry = entries + Int(tail % capacity)
            let cookie = (UnsafeRawPointer(entry) + cookieOffset)
                .assumingMemoryBound(to: UInt64.self)
            // The head is moved before the entry is written.
            while acall_load64_acquire(cookie) == 0 { acall_pause() }
            returnCode = Int64(bitPattern: entry.pointee.return_code)
            entry.pointee.cookie = 0
            tail &+= 1
        }
    }

    func finish() throws(BenchFailure) { try reap(submitted &- tail) }
}

/// A record for the pool.
func pooled(_ number: Int, _ arguments: UInt64...) -> acall_submission {
    var record = acall_submission()
    record.nr = UInt32(number)
    record.flags = ACALL_SUBMIT_THREAD_POOL
    withUnsafeMutableBytes(of: &record.args) { bytes in
        for (index, argument) in arguments.enumerated() {
            bytes.storeBytes(of: argument, toByteOffset: index * 8, as: UInt64.self)
        }
    }
    return record
}
