// The pool's queue: bounded, for many producers and many consumers, records copied into its slots.
//
// Input: runs of records, or one operation. Output: one entry after the other. Invariant: a slot's
// sequence is 8 * p while it is free for the p-th entry and 8 * (p + 1) + kind while it holds it, p
// counting all entries ever made; only who moved `tail` past p fills it, only who moved `head` past
// p empties it. A queue with a mutex was rejected: it costs 50 to 140 ns a submission, this 10
// where they come in arrays.

import CAcall

/// What a slot holds.
enum EntryKind {
    /// A record whose call does not wait, and may be run by any thread.
    static let instant: UInt64 = 0
    /// A record whose call does not wait.
    static let quick: UInt64 = 1
    /// A record whose call may block.
    static let mayBlock: UInt64 = 2
    /// An operation in memory of its own whose records do not wait.
    static let quickOperation: UInt64 = 3
    /// An operation in memory of its own, of which a record may block.
    static let operation: UInt64 = 4

    /// Bits of a slot's sequence.
    static let bits: UInt64 = 3
}

/// A handle: trivial, copied freely.
struct SubmissionQueue {
    private let slots: UnsafeMutableRawPointer
    private let capacity: UInt64
    /// How many entries were ever taken. Partner: the compare-and-swap of the other consumers.
    private let head: Counter
    /// How many entries were ever made. Partner: the other producers', and the load in `isEmpty` by
    /// a worker that has counted itself out: sequentially consistent, so that one of the two sees
    /// the other.
    private let tail: Counter

    /// A sequence and a record.
    private static let stride = 8 + 88

    /// How many lines of an arena it takes, beside its slots.
    static let lines = 2

    static func size(capacity: Int) -> Int { capacity * stride }

    /// - Parameter slots: `size` bytes, from now on its own.
    /// - Parameter capacity: a power of two.
    init(_ arena: inout Arena, _ slots: UnsafeMutableRawPointer, capacity: Int) {
        self.capacity = UInt64(capacity)
        self.slots = slots
        head = Counter(&arena)
        tail = Counter(&arena)
        for position in 0..<UInt64(capacity) {
            sequence(position).initialize(to: position << EntryKind.bits)
        }
    }

    func free() { acall_memory_free(slots) }

    @inline(__always)
    private func sequence(_ position: UInt64) -> UnsafeMutablePointer<UInt64> {
        let index = Int(truncatingIfNeeded: position & (capacity - 1))
        return (slots + index * Self.stride).assumingMemoryBound(to: UInt64.self)
    }

    @inline(__always)
    private func record(_ position: UInt64) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(sequence(position)) + 8
    }

    /// Whether every entry that was announced has been taken; an entry announced may still be on
    /// its way.
    var isEmpty: Bool { tail.value == head.value }

    /// How many entries were announced and not taken.
    var length: UInt64 {
        let taken = head.value
        return tail.value &- taken
    }

    /// How many entries were ever taken: whether the queue moves.
    var progress: UInt64 { head.value }

    /// Adds as many of the quick records as there is room for; returns how many.
    @inline(__always)
    func push(
        _ records: UnsafePointer<UnsafeMutablePointer<acall_submission>?>, _ count: Int,
        instant: UnsafePointer<SystemCallSet.Words>
    ) -> Int {
        var free = 0
        guard let start = claim(upTo: count, &free) else { return 0 }
        for index in 0..<free {
            let position = start &+ UInt64(index)
            var kind = EntryKind.quick
            if let source = records[index] {
                record(position).copyMemory(from: source, byteCount: 88)
                if source.pointee.flags == ACALL_SUBMIT_THREAD_POOL,
                    SystemCallSet.contains(instant, source.pointee.nr)
                {
                    kind = EntryKind.instant
                }
            }
            publish(position, kind)
        }
        return free
    }

    /// Adds one record whose call may block; false where there is no room.
    func push(mayBlock source: UnsafeMutablePointer<acall_submission>) -> Bool {
        var free = 0
        guard let position = claim(upTo: 1, &free) else { return false }
        record(position).copyMemory(from: source, byteCount: 88)
        publish(position, EntryKind.mayBlock)
        return true
    }

    /// Adds an operation; false where there is no room.
    func push(_ operation: UnsafeMutablePointer<Operation>, kind: UInt64) -> Bool {
        var free = 0
        guard let position = claim(upTo: 1, &free) else { return false }
        record(position).storeBytes(
            of: operation, as: UnsafeMutablePointer<Operation>.self)
        publish(position, kind)
        return true
    }

    /// The first position of a run of free slots that is now the caller's; nil where there is none.
    @inline(__always)
    private func claim(upTo count: Int, _ free: inout Int) -> UInt64? {
        while true {
            let start = tail.value
            free = 0
            // Partner of the acquire: the release in `take`, after the slot's record was copied
            // out.
            while free < count {
                let position = start &+ UInt64(free)
                guard acall_load64_acquire(sequence(position)) == position << EntryKind.bits else {
                    break
                }
                free += 1
            }
            if free == 0 {
                if tail.value == start { return nil }
            } else if tail.swap(start, start &+ UInt64(free)) {
                return start
            }
        }
    }

    /// Partner of the release: the acquire in `take`.
    @inline(__always)
    private func publish(_ position: UInt64, _ kind: UInt64) {
        acall_store64_release(sequence(position), (position &+ 1) << EntryKind.bits | kind)
    }

    /// Takes the oldest entry: its kind, and the record or the operation; nil where there is none.
    ///
    /// One at a time: an entry in a worker's hands is out of the others' reach, and would wait
    /// behind a call that was wrongly taken for quick. Taking 16 was measured to gain nothing.
    @inline(__always)
    func take(
        _ record: UnsafeMutablePointer<acall_submission>,
        _ operation: inout UnsafeMutablePointer<Operation>?
    ) -> UInt64? {
        while true {
            let position = head.value
            let kind = kind(position)
            guard kind <= EntryKind.operation else {
                if head.value == position { return nil }
                continue
            }
            guard head.swap(position, position &+ 1) else { continue }
            if kind >= EntryKind.quickOperation {
                operation = self.record(position).load(as: UnsafeMutablePointer<Operation>.self)
            } else {
                UnsafeMutableRawPointer(record).copyMemory(
                    from: self.record(position), byteCount: 88)
            }
            release(position)
            let next = UnsafeRawPointer(sequence(position &+ 1))
            acall_prefetch(next)
            acall_prefetch(next + 64)
            return kind
        }
    }

    /// Whether the oldest entry is instant, as far as it can be seen.
    var hasInstant: Bool {
        let position = head.value
        return kind(position) == EntryKind.instant
    }

    /// Takes the oldest entries, as many as are instant: how many.
    func takeInstant(_ records: UnsafeMutablePointer<acall_submission>, upTo most: Int) -> Int {
        while true {
            let position = head.value
            var count = 0
            while count < most, kind(position &+ UInt64(count)) == EntryKind.instant { count += 1 }
            guard count > 0 else {
                if head.value == position { return 0 }
                continue
            }
            guard head.swap(position, position &+ UInt64(count)) else { continue }
            for index in 0..<count {
                let taken = position &+ UInt64(index)
                UnsafeMutableRawPointer(records + index).copyMemory(
                    from: record(taken), byteCount: 88)
                release(taken)
            }
            return count
        }
    }

    /// What the slot holds for the entry at `position`; no kind at all where it does not hold it.
    /// Partner of the acquire: the release in `publish`.
    @inline(__always)
    private func kind(_ position: UInt64) -> UInt64 {
        acall_load64_acquire(sequence(position)) &- ((position &+ 1) << EntryKind.bits)
    }

    /// The slot is free for the entry a round later. Partner of the release: the acquire in
    /// `claim`.
    @inline(__always)
    private func release(_ position: UInt64) {
        acall_store64_release(sequence(position), (position &+ capacity) << EntryKind.bits)
    }
}
