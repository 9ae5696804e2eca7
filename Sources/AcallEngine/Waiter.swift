// One thread that waits for completions: what it sleeps on and how it is woken.
//
// Input: a deadline, perhaps a signal mask. Output: why the sleep ended. Invariant: the waiter is
// in a list under that list's lock while it may be woken; `wake` is called under the same lock.
// Without a mask it sleeps on a futex; with one on a descriptor, since only ppoll replaces the mask
// atomically.

import CAcall

/// A handle: trivial, copied freely.
struct Waiter {
    private enum Sleep {
        static let awake: UInt32 = 0
        static let woken: UInt32 = 1
        static let asleep: UInt32 = 2
    }

    private let word: Word
    private let event: Int32
    private let mask: UnsafePointer<sigset_t>?

    private init(_ word: Word, event: Int32, mask: UnsafePointer<sigset_t>?) {
        self.word = word
        self.event = event
        self.mask = mask
    }

    /// A waiter on this thread's stack, or the negated errno where a descriptor is needed and can't
    /// be had.
    @inline(__always)
    static func with(mask: UnsafePointer<sigset_t>?, _ body: (Waiter) -> Int64) -> Int64 {
        let event = mask == nil ? -1 : acall_event_make()
        if mask != nil && event < 0 { return Int64(event) }
        defer { if event >= 0 { acall_event_close(event) } }
        return withUnsafeTemporaryAllocation(byteCount: Word.size, alignment: 8) { space in
            guard let base = space.baseAddress else { return Code.noMemory }
            return body(Waiter(Word(at: base), event: event, mask: mask))
        }
    }

    /// Wakes the waiter, once, at the latest when `batch` is carried out; `wakes` counts the system
    /// calls that this takes.
    func wake(_ batch: inout WakeBatch, counting wakes: Counter) {
        let thread = word.sleeper
        // Partner: the swap in `sleep`. What it waits for was stored before. From here on the waiter
        // may be gone.
        let before = word.exchange(Sleep.woken)
        guard before != Sleep.woken else { return }
        if event >= 0 {
            wakes.add(1)
            acall_event_set(event)
        } else if before == Sleep.asleep {
            wakes.add(1)
            batch.add(word.address, thread)
        }
    }

    /// Whether `wake` was called.
    var isWoken: Bool { word.value == Sleep.woken }

    /// Makes it possible to wake it again. Only while it is in no list.
    func rearm() {
        word.store(Sleep.awake)
        if event >= 0 { acall_event_clear(event) }
    }

    /// Sleeps until it is woken: 0; -ETIMEDOUT; -EINTR; -ECANCELED.
    func sleep(until deadline: UInt64, cancel: UnsafePointer<UInt32>? = nil) -> Int64 {
        if event >= 0, let mask {
            return isWoken ? 0 : acall_event_wait(event, deadline, mask)
        }
        // Partner: the exchange in `wake`: either it finds us asleep, or the swap fails.
        guard word.swap(Sleep.awake, Sleep.asleep) else { return 0 }
        while !isWoken {
            let code = word.wait(while: Sleep.asleep, until: deadline, cancel: cancel)
            guard code == 0 || code == Code.tryAgain else { return code }
        }
        return 0
    }
}

/// Sleepers to be woken when a lock is free again: woken under it, they would run into it.
struct WakeBatch {
    private static let capacity = 16
    private let words: UnsafeMutableBufferPointer<(word: UnsafeMutablePointer<UInt32>, UInt32)>
    private var count = 0

    /// Does what is to be done under a lock, unlocks it, and wakes.
    static func locked(_ lock: Lock, _ body: (inout WakeBatch) -> Void) {
        withUnsafeTemporaryAllocation(
            of: (word: UnsafeMutablePointer<UInt32>, UInt32).self, capacity: capacity
        ) { words in
            var batch = WakeBatch(words: words)
            lock.lock()
            body(&batch)
            lock.unlock()
            for index in 0..<batch.count { acall_futex_wake(words[index].0, 1, words[index].1) }
        }
    }

    /// The word's memory need not live on.
    mutating func add(_ word: UnsafeMutablePointer<UInt32>, _ thread: UInt32) {
        if count == Self.capacity {
            acall_futex_wake(word, 1, thread)
        } else {
            words.initializeElement(at: count, to: (word, thread))
            count += 1
        }
    }
}

/// What `acall_comp_pwait` and `acall_ring_pwait` are given beside what they wait for.
struct WaitLimits {
    /// CLOCK_MONOTONIC, ns.
    var deadline: UInt64
    var mask: UnsafePointer<sigset_t>?

    /// Nil for a bad time, or a bad size of a mask.
    init?(_ time: UnsafePointer<timespec>?, _ mask: UnsafePointer<sigset_t>?, size: Int) {
        self.mask = mask
        guard mask == nil || size == 8 || size == MemoryLayout<sigset_t>.size else { return nil }
        guard let time else {
            deadline = Moment.untilASignal
            return
        }
        let (seconds, fraction) = (time.pointee.tv_sec, time.pointee.tv_nsec)
        guard seconds >= 0, 0..<1_000_000_000 ~= fraction else { return nil }
        let whole = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        let sum = whole.partialValue.addingReportingOverflow(UInt64(fraction))
        let end = sum.partialValue.addingReportingOverflow(acall_monotonic_time())
        // What does not fit is past the end of time.
        deadline =
            whole.overflow || sum.overflow || end.overflow
            ? Moment.untilASignal : min(end.partialValue, Moment.untilASignal)
    }

    /// For ever, with the mask as it is.
    init() { (deadline, mask) = (Moment.untilASignal, nil) }
}
