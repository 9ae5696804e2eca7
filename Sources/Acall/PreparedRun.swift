// A run that has a prepared program, on its caller's thread or on one of the engine's.
//
// Input: a program whose inputs are bound. Output: whether all went well. Invariant: of a run on an engine's thread
// nothing is touched there once its end has been told: its owner may free it, and the engine, at once.

import AcallEngine
import AcallExecutor
import CAcall
import Synchronization

/// One run after the other has it.
@usableFromInline final class PreparedRun: @unchecked Sendable {
    let prepared: PreparedProgram
    /// The same, for those who know that this lives: no counting.
    let unowned: Unmanaged<PreparedProgram>
    private let words: OutputWords
    private let program: Unmanaged<LoadedProgram>
    /// Of a run on an engine's thread: whether it has ended, or a task waits for that.
    private let phase = Atomic(Phase.running)
    private enum Phase {
        static let running: UInt8 = 0
        static let awaited: UInt8 = 1
        static let ended: UInt8 = 2
    }
    /// The task's. Written before it is awaited.
    private var continuation: UnsafeContinuation<Void, Never>?
    /// The address of the engine that it was submitted to. No reference: code that looks at what is in this (a test that
    /// says what failed) would keep an engine that may be gone.
    private var engine: UnsafeMutableRawPointer?

    init(_ prepared: PreparedProgram) {
        self.prepared = prepared
        unowned = .passUnretained(prepared)
        words = prepared.words
        program = .passUnretained(prepared.program)
    }

    func reset() { unowned._withUnsafeGuaranteedRef { $0.reset() } }

    /// The run keeps the program that they are set in.
    @usableFromInline var inputs: ProgramInputs { ProgramInputs(program) }
    @usableFromInline var values: OutputValues { OutputValues(self, words) }

    // MARK: On the calling thread

    @usableFromInline func begin(
        on engine: Engine, _ inputs: borrowing ProgramInputs, isTimed: Bool
    ) throws(RunError) -> PreparedChain {
        if inputs.isRefused, let error = inputs.refusal { throw error }
        return unowned._withUnsafeGuaranteedRef { $0.begin(on: engine, isTimed: isTimed) }
    }

    @usableFromInline func ended(_ end: ChainEnd) -> Bool {
        unowned._withUnsafeGuaranteedRef { $0.ended(end) }
    }

    // MARK: On a thread of the engine's

    /// Hands it to the engine, which its caller keeps, and this, until it has ended: 1, or a negated errno.
    func submit(on engine: Engine, isTimed: Bool) -> Int {
        phase.store(Phase.running, ordering: .relaxed)
        self.engine = Unmanaged.passUnretained(engine).toOpaque()
        return prepared.submit(
            on: engine, isTimed: isTimed,
            ended: ChainEnded(
                context: Unmanaged.passUnretained(self).toOpaque(),
                ended: { context, stoppedAt, code in
                    guard let context else { return }
                    Unmanaged<PreparedRun>.fromOpaque(context)._withUnsafeGuaranteedRef {
                        $0.end(ChainEnd(stoppedAt: Int(stoppedAt), returnCode: code))
                    }
                }))
    }

    private func end(_ end: ChainEnd) {
        if let engine {
            Unmanaged<Engine>.fromOpaque(engine)._withUnsafeGuaranteedRef {
                prepared.note(end, on: $0)
            }
        }
        // Partner: the exchange in `wait`, and the load in `hasEnded`. A caller that does not wait may go on, and free this.
        if phase.exchange(Phase.ended, ordering: .acquiringAndReleasing) == Phase.awaited {
            continuation?.resume()
        }
    }

    /// Partner: the exchange in `end`: what the run wrote is seen.
    var hasEnded: Bool { phase.load(ordering: .acquiring) == Phase.ended }

    /// Until the run has ended. The task is suspended meanwhile; when it is cancelled, the run is asked to end.
    nonisolated(nonsending) func wait(on engine: Engine) async {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                self.continuation = continuation
                // Partner: the exchange in `end`.
                let (isAwaited, _) = phase.compareExchange(
                    expected: Phase.running, desired: Phase.awaited,
                    ordering: .acquiringAndReleasing)
                if !isAwaited { continuation.resume() }
            }
        } onCancel: {
            prepared.cancel(on: engine)
        }
    }
}
