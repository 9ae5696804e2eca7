// Watches a run from another thread: a signal that would end the process ends the program, so that what it has open
// is closed and its report is printed; and on a terminal, a step that does not return is named.
//
// Input: signals, and where the main chain is. Invariant: a second request, or one that comes when the run is over,
// ends the process as if nobody watched, whatever the other threads do. What a program takes itself is not watched.

import AcallCatalog
import AcallCommand
import AcallEngine
import AcallExecutor
import AcallImage
import CAcall
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
    private let signals: SignalSet
    /// When the time is over that the program has; nil: never.
    private let end: ContinuousClock.Instant?
    /// 1: it was over before the program had ended. Partner: the load in `isTimeOver`, after the run.
    private let timeOver = Atomic(false)

    /// Whether the run was ended because its time was over.
    var isTimeOver: Bool { timeOver.load(ordering: .acquiring) }

    /// Seconds that a call may take before anybody is told.
    private static let patience = 3
    /// Milliseconds in which a second request is the same one: some send it to the process and to its group.
    private static let repeated = 300

    /// From here on the signals are for the watch's thread: to be made before the engine, whose threads block
    /// what their maker does. nil where nothing is to be watched.
    init?(_ image: BatchImage, _ request: RunRequest) throws(CommandFailure) {
        let taken = image.takenSignals
        let cancelling = acall_signal_installed()
        acall_probe_handler(cancelling)
        var heeded = SignalSet.ending.subtracting(taken)
        if cancelling > 0 { heeded.remove(SignalSet([cancelling])) }
        signals = heeded.withoutIgnored()
        if signals.isEmpty && request.limits.time == nil { return nil }
        self.image = image
        end = request.limits.time.map { .now + .nanoseconds(Int64(clamping: $0)) }
        let isShown = request.report == .lines || request.report == .table
        terminal = isShown && isatty(2) == 1 ? Output.error : nil
        let blocked = signals.union(taken.subtracting(.unblockable))
        blocked.withLibcSet { _ = pthread_sigmask(SIG_BLOCK, $0, nil) }
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 256 << 10)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        errno = 0
        let context = Unmanaged.passRetained(self)
        let code = pthread_create(
            &thread, &attributes,
            { context in
                guard let context else { return nil }
                Unmanaged<Watch>.fromOpaque(context).takeRetainedValue().watch()
                return nil
            }, context.toOpaque())
        // libc says EAGAIN where the kernel had no memory, too.
        let number = errno == 0 ? code : errno
        pthread_attr_destroy(&attributes)
        guard code != 0 else {
            acall_signal_pass_on(signals.contains(SIGTERM) ? SIGTERM : 0)
            return
        }
        context.release()
        signals.withLibcSet { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
        // Nobody would clean up behind a signal.
        throw CommandFailure(
            "a thread can't be had: \(String(cString: strerror(code == EAGAIN ? number : code)))",
            status: .unable)
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
            if let end, !timeOver.load(ordering: .relaxed), .now >= end,
                !isOver.load(ordering: .acquiring)
            {
                timeOver.store(true, ordering: .releasing)
                control.cancel()
            }
            guard terminal != nil else { continue }
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

    /// The next signal; 0 after a second without one, if the run is asked what it waits for, or when its time is over.
    private func next() -> Int32 {
        var signal: Int32 = 0
        var info = siginfo_t()
        signals.withLibcSet { signals in
            guard var left = timeLeft else {
                signal = sigwaitinfo(signals, &info)
                return
            }
            signal = sigtimedwait(signals, &info, &left)
        }
        // The engine's own signal, sent by another process: see `acall_signal_pass_on`.
        let isPassedOn = signal > 0 && info.si_code == SI_QUEUE && Self.sender(info) == getpid()
        return isPassedOn ? Self.value(info) : max(signal, 0)
    }

    /// Until something is to be done though no signal comes; nil: for ever.
    private var timeLeft: timespec? {
        var left = terminal == nil ? nil : Duration.seconds(1)
        if let end, !timeOver.load(ordering: .relaxed) {
            let rest = max(.zero, ContinuousClock.now.duration(to: end))
            left = min(left ?? rest, rest)
        }
        return left.map { left in
            let (seconds, attoseconds) = left.components
            return timespec(
                tv_sec: Int(min(seconds, 1 << 30)), tv_nsec: Int(attoseconds / 1_000_000_000))
        }
    }

    /// `si_pid` and `si_value` of a signal that was sent: behind three words and what aligns the union to 8.
    private static func sender(_ info: siginfo_t) -> pid_t {
        withUnsafeBytes(of: info) { $0.load(fromByteOffset: 16, as: pid_t.self) }
    }

    private static func value(_ info: siginfo_t) -> Int32 {
        withUnsafeBytes(of: info) { $0.load(fromByteOffset: 24, as: Int32.self) }
    }

    private func tell(_ record: Int) {
        // A terminal that was stopped takes nothing, and this thread must not wait for it.
        var entry = pollfd(fd: terminal?.descriptor ?? -1, events: Int16(POLLOUT), revents: 0)
        guard let terminal, poll(&entry, 1, 0) == 1,
            let waiting = WaitingPlace(image, record: record)
        else { return }
        try? terminal.write(
            "\(waiting.place): waiting in \(waiting.text) since \(Self.patience) s; "
                + "the interrupt key ends the program\n")
    }

    /// Whether a signal ended the run.
    var wasInterrupted: Bool { received.load(ordering: .acquiring) != 0 }

    /// The run is over and its report is written. A tool that a signal ended dies of it, as the sender expects.
    func finish() {
        isOver.store(true, ordering: .releasing)
        let signal = received.load(ordering: .acquiring)
        if signal != 0 { Self.die(of: signal) }
    }

    private static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        SignalSet([number]).withLibcSet { _ = pthread_sigmask(SIG_UNBLOCK, $0, nil) }
        kill(getpid(), number)
        _exit(128 + number)
    }
}
