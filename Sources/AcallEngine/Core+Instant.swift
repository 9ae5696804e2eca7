// Instant calls: taken by the handful, by pool threads and by threads that wait for a ring.
//
// Input: the queue's oldest entries, as far as they are instant: single records without extensions
// whose calls take no longer than a look at memory. Output: their completions. Invariant: a thread
// that waits with another signal mask runs nothing, since the mask is for the wait; a shutdown
// waits for those who help, and once it has begun nobody begins to.

import CAcall

/// Room for entries that one thread has in hand, out of the others' reach: few, since the first
/// completes only with the last.
struct Handful {
    static let size = 8

    let records: UnsafeMutablePointer<acall_submission>
    let codes: UnsafeMutablePointer<Int64>

    /// False also where there is no room.
    @discardableResult
    static func with(_ body: (Handful) -> Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: acall_submission.self, capacity: size) { records in
            withUnsafeTemporaryAllocation(of: Int64.self, capacity: size) { codes in
                guard let records = records.baseAddress, let codes = codes.baseAddress else {
                    return false
                }
                return body(Handful(records: records, codes: codes))
            }
        }
    }
}

extension UnsafeMutablePointer<Core> {
    /// How many are run in one wait, so that a signal's handler is not kept waiting for its EINTR.
    private static var mostInAWait: Int { 4096 }

    /// Takes at most `most` instant entries and completes them: how many.
    @inline(__always)
    func runInstant(_ hand: Handful, upTo most: Int) -> Int {
        let count = pointee.queue.takeInstant(hand.records, upTo: most)
        guard count > 0 else { return 0 }
        let isStopping = pointee.stopping.value != 0
        for index in 0..<count {
            hand.codes[index] =
                isStopping
                ? Code.cancelled
                : acall_raw_syscall(
                    UInt64(hand.records[index].nr), (hand.records + index).arguments)
        }
        complete(hand, count)
        return count
    }

    /// Stores the completions: neighbours of one ring at once, so that its head's line is fetched
    /// once.
    @inline(__always)
    private func complete(_ hand: Handful, _ count: Int) {
        var start = 0
        while start < count {
            let address = hand.records[start].completion_ring_pointer
            var end = start
            while end < count, hand.records[end].completion_ring_pointer == address {
                let record = hand.records + end
                if let slot = UnsafeMutablePointer<acall_completion>(
                    bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_pointer))
                {
                    acall_store_completion(
                        slot, UInt64(bitPattern: hand.codes[end]), record.pointee.cookie)
                }
                end += 1
            }
            if let ring = UnsafeMutablePointer<acall_completion_ring>(
                bitPattern: UInt(truncatingIfNeeded: address))
            {
                acall_store_ring_run(
                    ring, UInt32(truncatingIfNeeded: end - start), hand.codes + start,
                    hand.records + start)
                pointee.ringWaiters.ringChanged(ring)
            }
            start = end
        }
    }

    /// Runs instant calls until `head - tail >= minimum`, true; false where it has to be waited
    /// for.
    func help(
        _ ring: UnsafeMutablePointer<acall_completion_ring>, tail: UInt32, minimum: UInt32,
        until deadline: UInt64
    ) -> Bool {
        if acall_load_ring_head(ring) &- tail >= minimum { return true }
        guard pointee.queue.hasInstant else { return false }
        pointee.helpers.add(1)
        // Partner: the store in `shutDown`, made before it waits for the helpers.
        let isDone =
            pointee.stopping.value == 0
            && Handful.with { runInstant($0, until: ring, tail, minimum, deadline) }
        leave(pointee.helpers)
        return isDone
    }

    private func runInstant(
        _ hand: Handful, until ring: UnsafeMutablePointer<acall_completion_ring>, _ tail: UInt32,
        _ minimum: UInt32, _ deadline: UInt64
    ) -> Bool {
        var done = 0
        while done < Self.mostInAWait {
            let completed = acall_load_ring_head(ring) &- tail
            if completed >= minimum { return true }
            let count = runInstant(hand, upTo: min(Handful.size, Int(minimum - completed)))
            guard count > 0 else { return false }
            done += count
            if deadline < acall_monotonic_time() { return false }
        }
        return false
    }
}
