// Who waits for rings.
//
// Input: a ring, a tail, how many completions are wanted. Output: a wake when the ring has them.
// Invariant: a waiter says for how much it waits before it says that it waits, and looks at the
// ring once more after; a completing thread moves the head before it asks who waits. So one of the
// two sees the other.

import CAcall

/// A handle: trivial, copied freely.
struct RingWaiters {
    private struct Node {
        let ring: UnsafeMutablePointer<acall_completion_ring>
        let tail: UInt32
        let minimum: UInt32
        let waiter: Waiter
        var next: UnsafeMutablePointer<Node>?

        var isSatisfied: Bool { acall_load_ring_head(ring) &- tail >= minimum }
    }

    private let first: UnsafeMutablePointer<UnsafeMutablePointer<Node>?>
    private let lock: Lock
    /// How many wait. Partner of its load in `ringChanged`: the addition in `wait`, before the last
    /// look.
    private let count: Word
    /// The ring of the only waiter, 0 where there are none or more; the head that it waits for.
    /// Changed under the lock, before `count` grows. Partner: the loads in `concerns`. Whoever
    /// loads what was true before a waiter came moved its ring's head before that waiter's last
    /// look.
    private let onlyRing: Counter
    private let onlyTarget: Word
    private let wakes: Counter

    static let lines = 5

    init(_ arena: inout Arena, wakes: Counter) {
        self.wakes = wakes
        first = arena.place(nil)
        lock = Lock(&arena)
        count = Word(&arena)
        onlyRing = Counter(&arena)
        onlyTarget = Word(&arena)
    }

    /// After a completion was put into a ring. Makes no system call unless a thread waits for just
    /// this.
    @inline(__always)
    func ringChanged(_ ring: UnsafeMutablePointer<acall_completion_ring>) {
        if count.value != 0 && concerns(ring) { wakeSatisfied(ring) }
    }

    /// Whether a waiter may be satisfied now: without the lock, since most completions are too few.
    private func concerns(_ ring: UnsafeMutablePointer<acall_completion_ring>) -> Bool {
        let only = onlyRing.value
        guard only != 0 else { return true }
        guard only == UInt64(UInt(bitPattern: ring)) else { return false }
        let missing = onlyTarget.value &- acall_load_ring_head(ring)
        return missing == 0 || missing > UInt32.max / 2
    }

    @inline(never)
    private func wakeSatisfied(_ ring: UnsafeMutablePointer<acall_completion_ring>) {
        WakeBatch.locked(lock) { batch in
            var node = first.pointee
            while let current = node {
                let next = current.pointee.next
                if current.pointee.ring == ring && current.pointee.isSatisfied {
                    // Taken out here, so that a woken waiter need not ask for the lock.
                    remove(current)
                    current.pointee.waiter.wake(&batch, counting: wakes)
                }
                node = next
            }
            describe()
        }
    }

    /// Waits until `head - tail >= minimum`: 0, also where the time ran out; or a negated errno.
    func wait(
        _ ring: UnsafeMutablePointer<acall_completion_ring>, tail: UInt32, minimum: UInt32,
        limits: WaitLimits, spin: UInt64
    ) -> Int64 {
        if acall_load_ring_head(ring) &- tail >= minimum { return 0 }
        if Self.spins(ring, tail, minimum, for: spin, until: limits.deadline) { return 0 }
        return Waiter.with(mask: limits.mask) { waiter in
            var node = Node(ring: ring, tail: tail, minimum: minimum, waiter: waiter)
            return withUnsafeMutablePointer(to: &node) { sleep($0, limits) }
        }
    }

    private func sleep(_ node: UnsafeMutablePointer<Node>, _ limits: WaitLimits) -> Int64 {
        let waiter = node.pointee.waiter
        var code: Int64 = 0
        lock.locked {
            node.pointee.next = first.pointee
            first.pointee = node
            describe()
        }
        // Partner: the load in `ringChanged`. The node, with what is wanted, was put into the list
        // before.
        count.add(1)
        if !node.pointee.isSatisfied { code = waiter.sleep(until: limits.deadline) }
        if !waiter.isWoken {
            lock.locked {
                guard !waiter.isWoken else { return }
                remove(node)
                describe()
            }
        }
        let isSatisfied = node.pointee.isSatisfied
        return code == Code.interrupted && !isSatisfied ? code : 0
    }

    /// How long a spin goes on while the ring does not move, in ns.
    private static let patience: UInt64 = 2_000

    /// A completion that comes soon is worth a short spin: a sleep and a wake cost more. But a ring
    /// that does not move is filled by a thread that sleeps or that waits for this very processor.
    private static func spins(
        _ ring: UnsafeMutablePointer<acall_completion_ring>, _ tail: UInt32, _ minimum: UInt32,
        for spin: UInt64, until deadline: UInt64
    ) -> Bool {
        guard spin > 0 else { return false }
        var now = acall_monotonic_time()
        let end = min(deadline, now.addingReportingOverflow(spin).partialValue)
        var last: UInt32 = 0
        var moved = now
        while true {
            let completed = acall_load_ring_head(ring) &- tail
            if completed >= minimum { return true }
            if completed != last { (last, moved) = (completed, now) }
            if now >= end || now &- moved > patience { return false }
            // Each look takes the head's line away from who completes: the more is missing, the
            // fewer.
            for _ in 0..<min(minimum &- completed, 32) { acall_pause() }
            now = acall_monotonic_time()
        }
    }

    /// Says who waits, where it is one. Under the lock.
    private func describe() {
        _ = onlyRing.exchange(0)
        guard let node = first.pointee, node.pointee.next == nil,
            node.pointee.minimum <= UInt32.max / 2
        else { return }
        onlyTarget.store(node.pointee.tail &+ node.pointee.minimum)
        _ = onlyRing.exchange(UInt64(UInt(bitPattern: node.pointee.ring)))
    }

    /// Under the lock.
    private func remove(_ node: UnsafeMutablePointer<Node>) {
        count.add(UInt32.max)
        if first.pointee == node {
            first.pointee = node.pointee.next
            return
        }
        var before = first.pointee
        while let current = before {
            if current.pointee.next == node {
                current.pointee.next = node.pointee.next
                return
            }
            before = current.pointee.next
        }
    }
}
