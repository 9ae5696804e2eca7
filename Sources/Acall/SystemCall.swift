// Single calls, for apps that want the engine and no program.

import AcallCatalog
import AcallEngine
import AcallExecutor
import CAcall
import Glibc

/// A system call by its kernel's name.
public struct SystemCall: Sendable, Hashable {
    /// As the kernel has it: `pread64`.
    public let name: String
    /// On this machine; nil where it has no such call.
    public let number: UInt32?

    init(_ name: String) {
        self.name = name
        number = Catalog().syscall(named: name)?.number
    }

    /// One that has no name here.
    public init(number: UInt32) {
        name = "syscall \(number)"
        self.number = number
    }
}

/// What a call's argument can be. Memory that an address names stays the caller's, who keeps it until the call has
/// returned.
public struct CallArgument: Sendable, ExpressibleByIntegerLiteral {
    let word: UInt64

    public init(integerLiteral value: Int64) { word = UInt64(bitPattern: value) }
    public init(_ value: some BinaryInteger) { word = UInt64(truncatingIfNeeded: value) }
    public init(_ address: UnsafeRawPointer?) { word = UInt64(UInt(bitPattern: address)) }
    public init(_ address: UnsafeMutableRawPointer?) { word = UInt64(UInt(bitPattern: address)) }

    public static func value(_ value: some BinaryInteger) -> CallArgument { CallArgument(value) }
    public static func address(_ address: UnsafeRawPointer?) -> CallArgument {
        CallArgument(address)
    }
}

extension Engine {
    /// Makes one call on a thread of the engine's; the task is suspended meanwhile.
    ///
    /// When the task is cancelled, a call that waits is interrupted: it returns -EINTR or -ECANCELED, unless it was
    /// done already.
    /// - Parameters:
    ///   - call: which one, as in `.pread64`.
    ///   - arguments: at most six; those left out are 0.
    /// - Returns: what the kernel returned: a negated errno where it failed; -ENOSYS where this machine has no such
    ///   call.
    /// - Throws: `RunError.refused` where the engine takes no more; `CancellationError` where the task was cancelled
    ///   before the call was begun.
    public func call(_ call: SystemCall, _ arguments: CallArgument...) async throws -> Int {
        precondition(arguments.count <= 6, "a system call has at most six arguments")
        guard let number = call.number else { return -Int(ENOSYS) }
        try Task.checkCancellation()
        let watch = watch(RunRequest(call))
        let pending = PendingCall(self, number, arguments.map(\.word))
        watch.started()
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { pending.submit($0) }
        } onCancel: {
            pending.cancel()
        }
        switch outcome {
        case .refused(let errno):
            let error = RunError.refused(errno: errno)
            watch.ended(.refused(error))
            throw error
        case .returned(let value):
            watch.ended(.returned(Int(value)))
            return Int(value)
        }
    }
}

/// A call that was submitted.
private final class PendingCall: @unchecked Sendable {
    enum Outcome: Sendable {
        case returned(Int64)
        case refused(errno: Int32)
    }

    private struct State {
        var isCancelled = false
        var isSubmitted = false
        var continuation: CheckedContinuation<Outcome, Never>?
    }

    private let engine: Engine
    private let record: UnsafeMutablePointer<acall_submission>
    private let id: UnsafeMutablePointer<acall_id>
    private let state = Guarded(State())

    init(_ engine: Engine, _ number: UInt32, _ arguments: [UInt64]) {
        self.engine = engine
        id = .allocate(capacity: 1)
        id.initialize(to: acall_id())
        record = .allocate(capacity: 1)
        record.initialize(to: acall_submission())
        record.pointee.nr = number
        record.pointee.cookie = 1
        record.pointee.id_pointer = UInt64(UInt(bitPattern: id))
        withUnsafeMutableBytes(of: &record.pointee.args) { bytes in
            for (index, word) in arguments.enumerated() {
                bytes.storeBytes(of: word, toByteOffset: index * 8, as: UInt64.self)
            }
        }
    }

    deinit {
        id.deallocate()
        record.deallocate()
    }

    func submit(_ continuation: CheckedContinuation<Outcome, Never>) {
        state.withLock { $0.continuation = continuation }
        let context = Unmanaged.passRetained(self)
        let code = engine.submitChain(
            records: record, count: 1,
            ended: ChainEnded(
                context: context.toOpaque(),
                ended: { context, _, code in
                    guard let context else { return }
                    PendingCall.end(context, code)
                }))
        if code < 0 {
            context.release()
            continuation.resume(returning: .refused(errno: Int32(-code)))
            return
        }
        let isLate = state.withLock { state in
            state.isSubmitted = true
            return state.isCancelled
        }
        if isLate { _ = engine.cancel(id) }
    }

    /// Nothing of the call is held on the engine's thread when the task goes on, which may free the engine.
    private static func end(_ context: UnsafeMutableRawPointer, _ code: Int64) {
        let pending = Unmanaged<PendingCall>.fromOpaque(context)
        let continuation = pending._withUnsafeGuaranteedRef {
            $0.state.withLock { $0.continuation }
        }
        pending.release()
        continuation?.resume(returning: .returned(code))
    }

    func cancel() {
        let isSubmitted = state.withLock { state in
            state.isCancelled = true
            return state.isSubmitted
        }
        if isSubmitted { _ = engine.cancel(id) }
    }
}
