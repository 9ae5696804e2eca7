// How many runs an engine takes at once: whoever comes then waits in line, without a thread.
//
// Invariant: `running` is at most `limit`; who is in line is let in in the order of coming, once, and one whose
// task is cancelled leaves the line.

import AcallEngine
import AcallExecutor
import Glibc

final class Admission: Sendable {
    private struct State {
        var running = 0
        var isClosed = false
        /// Who waits for the last run's end.
        var closers: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var next: UInt64 = 0
        var line: [(number: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []

        mutating func takeClosers() -> [CheckedContinuation<Void, Never>] {
            if running > 0 || closers.isEmpty { return [] }
            defer { closers = [:] }
            return Array(closers.values)
        }
    }

    private let limit: Int
    private let state = Guarded(State())
    let instruments = Instruments()

    init(limit: Int) { self.limit = limit }

    static func of(_ engine: Engine) -> Admission {
        let pointer = engine.companion(
            make: { Unmanaged.passRetained(Admission(limit: engine.concurrentRuns)).toOpaque() },
            free: { Unmanaged<Admission>.fromOpaque($0).release() })
        return Unmanaged<Admission>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Takes a place where there is one: how many are taken now. nil: `enter` waits for one, or knows why not.
    func enterAtOnce() -> Int? {
        state.withLock { state in
            if state.isClosed || state.running >= limit { return nil }
            state.running += 1
            return state.running
        }
    }

    /// Waits for a place. Whoever got one gives it back with `leave`. Throws `RunError.refused`, `CancellationError`.
    func enter() async throws {
        if enterAtOnce() != nil { return }
        let number = state.withLock { state -> UInt64? in
            if state.isClosed { return nil }
            state.next += 1
            return state.next
        }
        guard let number else { throw RunError.refused(errno: ESHUTDOWN) }
        let isLet = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isLet = state.withLock { state -> Bool? in
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
            let continuation = state.withLock { state -> CheckedContinuation<Bool, Never>? in
                guard let index = state.line.firstIndex(where: { $0.number == number }) else {
                    return nil
                }
                return state.line.remove(at: index).continuation
            }
            continuation?.resume(returning: false)
        }
        if !isLet { throw CancellationError() }
    }

    func leave() {
        let isDone = state.withLock { state in
            if !state.line.isEmpty || !state.closers.isEmpty { return false }
            state.running -= 1
            return true
        }
        if isDone { return }
        // The place goes to the first in line.
        let (next, closers) = state.withLock { state in
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
    func close() { state.withLock { $0.isClosed = true } }

    /// Until no run is left, or the task is cancelled.
    func waitUntilEmpty() async {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isEmpty = state.withLock { state in
                    if state.running == 0 || Task.isCancelled { return true }
                    state.closers[number] = continuation
                    return false
                }
                if isEmpty { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.closers.removeValue(forKey: number) }?.resume()
        }
    }
}
