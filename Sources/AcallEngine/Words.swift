// Words that threads share, each on a cache line of its own, and the lock made of one.
//
// Input: an arena. Output: trivial handles, copied freely, good as long as the arena's memory.
// Invariant: every access is atomic. The orders are the strongest that any user needs; users name their
// partners.

import CAcall

/// How many bytes two words must be apart so that two processors don't fight for a line.
private let line = 128

/// Memory for words, asked for at once, so that it is had or not before anything is built in it.
package struct Arena {
    private var next: UnsafeMutableRawPointer

    /// What it takes to hold `lines` words, locks or counters beside `bytes` of something else.
    package static func size(lines: Int, beside bytes: Int = 0) -> Int {
        (bytes + line - 1) & ~(line - 1) + lines * line
    }

    /// - Parameter memory: aligned for a line, of at least `size` bytes, whose first `bytes` are
    ///   something else's.
    package init(_ memory: UnsafeMutableRawPointer, beside bytes: Int = 0) {
        next = memory + ((bytes + line - 1) & ~(line - 1))
    }

    /// A value on a line of its own, or on as many as it takes.
    package mutating func place<Value>(_ value: Value) -> UnsafeMutablePointer<Value> {
        let place = next.bindMemory(to: Value.self, capacity: 1)
        place.initialize(to: value)
        next += (MemoryLayout<Value>.size + line - 1) & ~(line - 1)
        return place
    }

    fileprivate mutating func take() -> UnsafeMutableRawPointer {
        defer { next += line }
        return next
    }
}

/// At an atomic access, where a test wants threads to meet in other orders than they would.
@inline(__always)
func noise() {
    #if DEBUG
        acall_noise_point()
    #endif
}

/// Deadlines that never come: see acall_threads.h.
package enum Moment {
    /// ACALL_FOREVER
    package static let never = UInt64.max
    /// ACALL_UNTIL_A_SIGNAL
    package static let untilASignal = UInt64.max - 1
}

/// A 32-bit word that threads can sleep on. Memory next to it on its line is the sleeper's.
package struct Word: @unchecked Sendable {
    package let address: UnsafeMutablePointer<UInt32>

    package init(_ arena: inout Arena, _ value: UInt32 = 0) { self.init(at: arena.take(), value) }

    /// How many bytes it takes where it need not have a line of its own.
    package static let size = 16

    /// In memory that already holds a word, or is all 0.
    init(inUseAt place: UnsafeMutableRawPointer) {
        address = place.assumingMemoryBound(to: UInt32.self)
    }

    package init(at place: UnsafeMutableRawPointer, _ value: UInt32 = 0) {
        address = place.bindMemory(to: UInt32.self, capacity: 4)
        address.initialize(repeating: 0, count: 4)
        address.pointee = value
    }

    @inline(__always) package var value: UInt32 {
        noise()
        return acall_load32(address)
    }
    @inline(__always) package func store(_ value: UInt32) {
        noise()
        acall_store32(address, value)
    }
    /// What was written before is seen by a thread that sees this; nothing is said of later loads.
    @inline(__always) package func storeRelease(_ value: UInt32) {
        noise()
        acall_store_release_u32(address, value)
    }
    @inline(__always) package func exchange(_ value: UInt32) -> UInt32 {
        noise()
        return acall_exchange32(address, value)
    }
    /// Sets bits; returns the value before.
    @inline(__always) package func fetchOr(_ bits: UInt32) -> UInt32 {
        noise()
        return acall_fetch_or32(address, bits)
    }
    /// Returns the new value; wraps.
    @inline(__always) @discardableResult
    package func add(_ delta: UInt32) -> UInt32 {
        noise()
        return acall_add32(address, delta)
    }
    @inline(__always) package func swap(_ from: UInt32, _ to: UInt32) -> Bool {
        noise()
        return acall_swap32(address, from, to) != 0
    }

    /// Sleeps while the value is `expected`; see `acall_futex_wait` for what is returned.
    @discardableResult
    package func wait(
        while expected: UInt32, until deadline: UInt64 = UInt64.max,
        cancel: UnsafePointer<UInt32>? = nil
    ) -> Int64 {
        guard let cancel else {
            return acall_futex_wait(address, expected, deadline, acall_never())
        }
        return acall_futex_wait(address, expected, deadline, cancel)
    }

    package func wake(_ count: Int32 = Int32.max) { acall_futex_wake(address, count, sleeper) }

    /// The thread that slept here last; 0: none did.
    package var sleeper: UInt32 { acall_load32(address + 1) }
}

/// A 64-bit counter.
struct Counter: @unchecked Sendable {
    let address: UnsafeMutablePointer<UInt64>

    init(_ arena: inout Arena, _ value: UInt64 = 0) {
        address = arena.take().bindMemory(to: UInt64.self, capacity: 1)
        address.initialize(to: value)
    }

    @inline(__always) var value: UInt64 {
        noise()
        return acall_load64(address)
    }
    @inline(__always) func exchange(_ value: UInt64) -> UInt64 {
        noise()
        return acall_exchange64(address, value)
    }
    /// Returns the new value; wraps, so that adding the two's complement subtracts.
    @inline(__always) @discardableResult
    func add(_ delta: UInt64) -> UInt64 {
        noise()
        return acall_add64(address, delta)
    }
    @inline(__always) func swap(_ from: UInt64, _ to: UInt64) -> Bool {
        noise()
        return acall_swap64(address, from, to) != 0
    }
}

/// A lock for sections of a few instructions. 0: free, 1: taken, 2: taken and perhaps waited for.
///
/// Partner of each taking: the last release. Not recursive; a thread that dies in it blocks the others.
package struct Lock: Sendable {
    private let word: Word

    package init(_ arena: inout Arena) { word = Word(&arena) }

    /// In memory of `Word.size` bytes.
    package init(at place: UnsafeMutableRawPointer) { word = Word(at: place) }

    /// In memory that already holds a lock, or `Word.size` bytes of 0.
    init(inUseAt place: UnsafeMutableRawPointer) { word = Word(inUseAt: place) }

    /// No thread has it: the one that had it is gone.
    func reset() { word.store(0) }

    @inline(__always)
    package func lock() { if !word.swap(0, 1) { lockContended() } }

    @inline(__always)
    package func unlock() { if word.exchange(0) == 2 { word.wake(1) } }

    @inline(__always)
    package func locked<Result>(_ body: () -> Result) -> Result {
        lock()
        defer { unlock() }
        return body()
    }

    private func lockContended() {
        for _ in 0..<100 {
            acall_pause()
            if word.value == 0 && word.swap(0, 1) { return }
        }
        // With a limit: were a wake refused (see acall_futex_wake), only one of many sleepers would
        // learn of it.
        while word.exchange(2) != 0 {
            word.wait(while: 2, until: acall_monotonic_time() &+ 100_000_000)
        }
    }
}
