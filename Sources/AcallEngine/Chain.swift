// What a chain gives back, who is told of its records, and where its records stand.
//
// Input: records of acall.h, in memory that the caller keeps alive and unmoved while the chain
// runs. Invariant: nothing here owns memory; all of it is trivial and is passed by value.

import CAcall

/// Who is told of a chain's records: `context` is handed back in each call of `completed`.
///
/// The call is made on the thread that runs the chain, after the record has run and before the next
/// one starts; neither pointer outlives it.
public typealias ChainObserver = acall_observer

extension ChainObserver {
    /// One that is told of records once they have run, and not before.
    public init(
        context: UnsafeMutableRawPointer?,
        completed:
            @escaping @convention(c) (
                UnsafeMutableRawPointer?, UnsafePointer<acall_submission>, UnsafePointer<UInt64>,
                Int64, UInt64, UInt64
            ) -> Void
    ) {
        self.init(context: context, starting: nil, completed: completed)
    }
}

/// Who is told that a chain given to `Engine.submitChain` has ended.
///
/// The call is made on the thread that ran the chain, after the last completion was stored; it
/// should not wait for anything.
public typealias ChainEnded = acall_chain_ended

/// How a chain ended.
public struct ChainEnd: Equatable, Sendable {
    /// The index of the first record whose stop condition held (or that was cancelled); -1 if none.
    public var stoppedAt: Int
    /// The return code of that record; of the last record that ran, if none stopped the chain.
    public var returnCode: Int64

    public init(stoppedAt: Int, returnCode: Int64) {
        self.stoppedAt = stoppedAt
        self.returnCode = returnCode
    }
}

/// Where a chain's records stand. Generic and not an existential, so that the loop is compiled for
/// each.
protocol ChainRecords {
    subscript(index: Int) -> UnsafeMutablePointer<acall_submission>? { get }
}

/// Records one after the other in memory, as the compiler's images have them.
struct ContiguousRecords: ChainRecords {
    let base: UnsafeMutablePointer<acall_submission>

    @inline(__always)
    subscript(index: Int) -> UnsafeMutablePointer<acall_submission>? { base + index }
}

/// Records named by an array of pointers, as `acall_submit` gets them.
struct ScatteredRecords: ChainRecords {
    let base: UnsafePointer<UnsafeMutablePointer<acall_submission>?>

    @inline(__always)
    subscript(index: Int) -> UnsafeMutablePointer<acall_submission>? { base[index] }
}

extension UnsafeMutablePointer<acall_submission> {
    /// The record's own six arguments, before any of them is loaded.
    @inline(__always)
    var arguments: UnsafePointer<UInt64> {
        // 40: two words of 32 bits and four of 64 precede them; acall.h asserts the size.
        (UnsafeRawPointer(self) + 40).assumingMemoryBound(to: UInt64.self)
    }
}

/// How a completion that is no observed one is stored. (In a debug build a sanitizer sees it, in C.)
enum CompletionStore {
    #if DEBUG
        static func store(
            _ slot: UnsafeMutablePointer<acall_completion>, _ bits: UInt64, _ cookie: UInt64
        ) { acall_noisy_store_completion(slot, bits, cookie) }

        static func store(
            _ ring: UnsafeMutablePointer<acall_completion_ring>, _ bits: UInt64, _ cookie: UInt64
        ) { acall_noisy_store_ring(ring, bits, cookie) }
    #else
        @inline(__always)
        static func store(
            _ slot: UnsafeMutablePointer<acall_completion>, _ bits: UInt64, _ cookie: UInt64
        ) { acall_store_completion(slot, bits, cookie) }

        @inline(__always)
        static func store(
            _ ring: UnsafeMutablePointer<acall_completion_ring>, _ bits: UInt64, _ cookie: UInt64
        ) { acall_store_ring(ring, bits, cookie) }
    #endif
}

/// The negated errno codes that the engine itself returns.
enum Code {
    static let interrupted: Int64 = -4
    static let tryAgain: Int64 = -11
    static let noMemory: Int64 = -12
    static let badAddress: Int64 = -14
    static let busy: Int64 = -16
    static let invalid: Int64 = -22
    static let domain: Int64 = -33
    static let range: Int64 = -34
    static let noSuchCall: Int64 = -38
    static let overflow: Int64 = -75
    static let timedOut: Int64 = -110
    static let cancelled: Int64 = -125
}
