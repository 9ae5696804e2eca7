// Watches a run from another thread: the interrupt key ends the program and not the process, so that its
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
    /// Those of the signals that the process that started the tool does not ignore.
    private let signals: [Int32]

    /// Seconds that a call may take before anybody is told.
    private static let patience = 3
    /// Milliseconds in which a second request is the same one: some send it to the process and to its group.
    private static let repeated = 500

    /// From here on the signals are for the watch's thread: to be made before the engine, whose threads block
    /// what their maker does. nil where the program is not to be watched.
    init?(_ image: BatchImage, _ request: RunRequest) {
        let catalog = Catalog()
        let own = ["signalfd", "signalfd4", "rt_sigtimedwait"].compactMap {
            catalog.syscall(named: $0)?.number
        }
        if image.records.contains(where: { own.contains($0.nr) }) { return nil }
        signals = [SIGINT, SIGTERM].filter { !Self.isIgnored($0) }
        if signals.isEmpty { return nil }
        self.image = image
        let isShown = request.report == .lines || request.report == .table
        terminal = isShown && isatty(2) == 1 ? Output.error : nil
        Self.with(signals) { _ = pthread_sigmask(SIG_BLOCK, $0, nil) }
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
        Self.with(signals) { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
    }

    /// A shell has its background jobs ignore the interrupt key.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return true }
        return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
    }

    private static func with(_ numbers: [Int32], _ body: (UnsafePointer<sigset_t>) -> Void) {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in numbers { sigaddset(&signals, number) }
        body(&signals)
    }

    private func watch() {
        var known: (record: Int, calls: UInt32) = (0, 0)
        var seconds = 0
        var asked = ContinuousClock.now
        while true {
            let signal = next()
            if signal > 0 {
                let isFirst = received.load(ordering: .relaxed) == 0
                if isFirst ? isOver.load(ordering: .acquiring) : !isRepeated(since: asked) {
                    Self.die(of: signal)
                }
                if isFirst {
                    asked = .now
                    received.store(signal, ordering: .releasing)
                    control.cancel()
                }
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

    private func isRepeated(since asked: ContinuousClock.Instant) -> Bool {
        asked.duration(to: .now) < .milliseconds(Self.repeated)
    }

    /// The next signal; 0 after a second without one, if the run is asked what it waits for.
    private func next() -> Int32 {
        var signal: Int32 = 0
        Self.with(signals) { signals in
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

    /// The run is over and its report is written. A tool that a signal ended dies of it, as the sender expects.
    func finish() {
        isOver.store(true, ordering: .releasing)
        let signal = received.load(ordering: .acquiring)
        if signal != 0 { Self.die(of: signal) }
    }

    private static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        with([number]) { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
        kill(getpid(), number)
        _exit(128 + number)
    }
}
