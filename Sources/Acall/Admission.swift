// How many runs an engine takes at once: later ones wait in line, without a thread.
//
// Invariant: `running` is at most `limit`; who is in line is let in in the order of coming, once, and one whose
// task is cancelled leaves the line.

import AcallEngine
import AcallExecutor
import Glibc
import Synchronization

final class Admission: Sendable {
    private struct State {
        var running = 0
        var isClosed = false
        /// Who waits for the last run's end.
        var closers: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var next: UInt64 = 0
        var line: [(number: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []

        /// A run that comes or goes needs only the number of runs.
        var isPlain: Bool { !isClosed && line.isEmpty && closers.isEmpty }

        mutating func takeClosers() -> [CheckedContinuation<Void, Never>] {
            if running > 0 || closers.isEmpty { return [] }
            defer { closers = [:] }
            return Array(closers.values)
        }
    }

    private let limit: Int
    /// What is done under the lock knows the count from `word`, and leaves it there.
    private let state = Guarded(State())
    /// How many run; and whether everybody has to take the lock.
    private let word = Atomic<UInt64>(0)
    private static let isSlow: UInt64 = 1 << 63
    let instruments = Instruments()

    init(limit: Int) { self.limit = limit }

    static func of(_ engine: Engine) -> Admission { unmanaged(of: engine).takeUnretainedValue() }

    static func unmanaged(of engine: Engine) -> Unmanaged<Admission> {
        let pointer = engine.companion(
            make: { Unmanaged.passRetained(Admission(limit: engine.concurrentRuns)).toOpaque() },
            free: { Unmanaged<Admission>.fromOpaque($0).release() })
        return Unmanaged<Admission>.fromOpaque(pointer)
    }

    private func slowly<Result>(_ body: (inout State) -> Result) -> Result {
        state.withLock { state in
            // Partner: the exchanges in `change`: from here on they fail.
            let (before, _) = word.bitwiseOr(Self.isSlow, ordering: .acquiringAndReleasing)
            state.running = Int(before & ~Self.isSlow)
            defer {
                word.store(
                    UInt64(state.running) | (state.isPlain ? 0 : Self.isSlow), ordering: .releasing)
            }
            return body(&state)
        }
    }

    /// Without the lock: how many run then; nil where the lock is needed, or there would be more than `most`.
    private func change(_ body: (Int) -> Int, most: Int) -> Int? {
        var known = word.load(ordering: .relaxed)
        while known & Self.isSlow == 0 {
            let wanted = body(Int(known))
            if wanted > most { return nil }
            // Partner: `slowly`, which sees what this one leaves.
            let (isDone, found) = word.weakCompareExchange(
                expected: known, desired: UInt64(wanted), ordering: .acquiringAndReleasing)
            if isDone { return wanted }
            known = found
        }
        return nil
    }

    /// Takes a place where there is one: how many are taken now. nil: `enter` waits for one, or knows why not.
    func enterAtOnce() -> Int? { change({ $0 + 1 }, most: limit) }

    /// Waits for a place, which the caller gives back with `leave`. Throws `RunError.refused`, `CancellationError`.
    func enter() async throws {
        if enterAtOnce() != nil { return }
        let number = slowly { state -> UInt64? in
            if state.isClosed { return nil }
            state.next += 1
            return state.next
        }
        guard let number else { throw RunError.refused(errno: ESHUTDOWN) }
        let isLet = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isLet = slowly { state -> Bool? in
                    if state.running < limit {
                        state.running += 1
                        return true
                    }
                    if Task.isCancelled { return false }
                    state.line.append((number, continuation))
                    return nil
                }
                if let isLet { continuation.resume(returning: isLet) }
            }
        } onCancel: {
            let continuation = slowly { state -> CheckedContinuation<Bool, Never>? in
                guard let index = state.line.firstIndex(where: { $0.number == number }) else {
                    return nil
                }
                return state.line.remove(at: index).continuation
            }
            continuation?.resume(returning: false)
        }
        if !isLet { throw CancellationError() }
    }

    func leave() { if change({ $0 - 1 }, most: .max) == nil { leaveSlowly() } }

    @inline(never)
    private func leaveSlowly() {
        // The place goes to the first in line.
        let (next, closers) = slowly { state in
            if state.line.isEmpty {
                state.running -= 1
                return (CheckedContinuation<Bool, Never>?.none, state.takeClosers())
            }
            return (state.line.removeFirst().continuation, [])
        }
        next?.resume(returning: true)
        for closer in closers { closer.resume() }
    }

    /// From now on nobody is let in but those in line.
    func close() { slowly { $0.isClosed = true } }

    /// Until no run is left, or the task is cancelled.
    func waitUntilEmpty() async {
        let number = slowly { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isEmpty = slowly { state in
                    if state.running == 0 || Task.isCancelled { return true }
                    state.closers[number] = continuation
                    return false
                }
                if isEmpty { continuation.resume() }
            }
        } onCancel: {
            slowly { $0.closers.removeValue(forKey: number) }?.resume()
        }
    }
}
