// Watches a run from a thread of its own: the interrupt key ends the program and not the process, so that its
// report is printed; and on a terminal, a step that does not return is named.
//
// Input: SIGINT and SIGTERM, and where the main chain is. Invariant: a second request, or one that comes when the
// run is over, ends the process as if nobody watched. A program that takes these signals itself is not watched.

import AcallCatalog
import AcallCommand
import AcallEngine
import AcallExecutor
import AcallImage
import Glibc
import Synchronization

final class Watch: Sendable {
    let control = ChainControl()
    private let image: BatchImage
    /// Where to say what is being waited for; nil: nowhere.
    private let terminal: Output?
    /// The signal that ended the run; 0: none. Partner: the load in `finish`, after the run.
    private let received = Atomic<Int32>(0)
    private let isOver = Atomic(false)

    /// Seconds that a call may take before anybody is told.
    private static let patience = 3

    /// From here on the signals are for the watch's thread: to be made before the engine, whose threads block
    /// what their maker does. nil where the program is not to be watched.
    init?(_ image: BatchImage, _ request: RunRequest) {
        let catalog = Catalog()
        let own = ["signalfd", "signalfd4", "rt_sigtimedwait"].compactMap {
            catalog.syscall(named: $0)?.number
        }
        if image.records.contains(where: { own.contains($0.nr) }) { return nil }
        self.image = image
        let isShown = request.report == .lines || request.report == .table
        terminal = isShown && isatty(2) == 1 ? Output.error : nil
        Self.withSignals { _ = pthread_sigmask(SIG_BLOCK, $0, nil) }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 256 << 10)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Watch>.fromOpaque(context).takeRetainedValue().watch()
                return nil
            }, context.toOpaque())
        pthread_attr_destroy(&attributes)
        guard code != 0 else { return }
        context.release()
        Self.withSignals { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
    }

    private static func withSignals(_ body: (UnsafePointer<sigset_t>) -> Void) {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        body(&signals)
    }

    private func watch() {
        var known: (record: Int, calls: UInt32) = (0, 0)
        var seconds = 0
        while true {
            let signal = next()
            if signal > 0 {
                if isOver.load(ordering: .acquiring) || received.load(ordering: .relaxed) != 0 {
                    Self.die(of: signal)
                }
                received.store(signal, ordering: .releasing)
                control.cancel()
            }
            guard let spot = control.spot, spot == known else {
                known = control.spot ?? (0, 0)
                seconds = 0
                continue
            }
            seconds += 1
            let isRunning =
                !isOver.load(ordering: .acquiring) && received.load(ordering: .relaxed) == 0
            if seconds == Self.patience, isRunning { tell(spot.record) }
        }
    }

    /// The next signal; 0 after a second without one, where somebody wants to know what is waited for.
    private func next() -> Int32 {
        var signal: Int32 = 0
        Self.withSignals { signals in
            if terminal == nil {
                signal = sigwaitinfo(signals, nil)
            } else {
                var second = timespec(tv_sec: 1, tv_nsec: 0)
                signal = sigtimedwait(signals, nil, &second)
            }
        }
        return max(signal, 0)
    }

    private func tell(_ record: Int) {
        guard let terminal, let waiting = WaitingPlace(image, record: record) else { return }
        try? terminal.write(
            "\(waiting.place): waiting in \(waiting.text) since \(Self.patience) s; "
                + "the interrupt key ends the program\n")
    }

    /// The run is over and its report is written. One that a signal ended dies of it, as whoever sent it expects.
    func finish() {
        isOver.store(true, ordering: .releasing)
        let signal = received.load(ordering: .acquiring)
        if signal != 0 { Self.die(of: signal) }
    }

    private static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        withSignals { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
        kill(getpid(), number)
        _exit(128 + number)
    }
}
