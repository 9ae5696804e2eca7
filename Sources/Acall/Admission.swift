// How many runs an engine takes at once: whoever comes then waits in line, without a thread.
//
// Invariant: `running` is at most `limit`; who is in line is let in in the order of coming, once, and one whose
// task is cancelled leaves the line.

import AcallEngine
import AcallExecutor

final class Admission: Sendable {
    private struct State {
        var running = 0
        var next: UInt64 = 0
        var line: [(number: UInt64, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private let limit: Int
    private let state = Guarded(State())

    init(limit: Int) { self.limit = limit }

    static func of(_ engine: Engine) -> Admission {
        let pointer = engine.companion(
            make: { Unmanaged.passRetained(Admission(limit: engine.concurrentRuns)).toOpaque() },
            free: { Unmanaged<Admission>.fromOpaque($0).release() })
        return Unmanaged<Admission>.fromOpaque(pointer).takeUnretainedValue()
    }

    /// Waits for a place. Whoever got one gives it back with `leave`.
    func enter() async throws(CancellationError) {
        let number = state.withLock { state -> UInt64? in
            if state.running < limit {
                state.running += 1
                return nil
            }
            state.next += 1
            return state.next
        }
        guard let number else { return }
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
        // The place goes to the first in line.
        let next = state.withLock { state -> CheckedContinuation<Bool, Never>? in
            if state.line.isEmpty {
                state.running -= 1
                return nil
            }
            return state.line.removeFirst().continuation
        }
        next?.resume(returning: true)
    }
}
