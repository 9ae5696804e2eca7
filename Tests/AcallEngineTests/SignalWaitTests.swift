// Signals and waits: -EINTR, and masks that hold for the wait and no longer.
//
// Input: a signal to the thread that waits, pending, blocked, ignored or handled. Output: how the
// wait ends and how often the handler ran. Invariant: one test at a time, and a signal that no
// other test uses, since a handler is the whole process's.

import AcallEngine
import CAcall
import Glibc
import Testing

/// How often the handler ran. Made before the handler is installed: a handler may not make it.
nonisolated(unsafe) let handled: UnsafeMutablePointer<UInt64> = {
    let count = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
    count.initialize(to: 0)
    return count
}()

/// A real-time signal far from those that the engine chooses from.
let testSignal = __libc_current_sigrtmin() + 5

/// Installs the counting handler and sets the count to 0.
func countSignals(_ signal: Int32, flags: Int32) {
    acall_store64_release(handled, 0)
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in acall_add64(handled, 1) }
    action.sa_flags = flags
    precondition(sigaction(signal, &action, nil) == 0)
}

/// The calling thread's mask, and a mask of all signals but these.
func currentMask() -> sigset_t {
    var mask = sigset_t()
    pthread_sigmask(SIG_BLOCK, nil, &mask)
    return mask
}
func allBut(_ signals: Int32...) -> sigset_t {
    var mask = sigset_t()
    sigfillset(&mask)
    for signal in signals { sigdelset(&mask, signal) }
    return mask
}
func blocked(_ mask: sigset_t) -> [Int32] {
    var mask = mask
    return (1...64).filter { sigismember(&mask, $0) == 1 }
}

extension Companion {
    /// Waits until it sleeps, as the kernel has it, for some time on end.
    func waitUntilAsleep() -> Bool {
        var times = 0
        return eventually {
            let thread = self.threadId
            times = thread != 0 && acall_thread_sleeps(thread) != 0 ? times + 1 : 0
            return times >= 10 || isFinished
        }
    }

    func send(_ signal: Int32) {
        let args: [UInt64] = [UInt64(getpid()), UInt64(threadId), UInt64(signal), 0, 0, 0]
        _ = acall_raw_syscall(UInt64(Number.tgkill), args)
    }
}

/// How a wait with a mask may end.
enum Ending: CaseIterable { case atOnce, completion, timeout, signal, refusal }

@Suite(.serialized, .timeLimit(.minutes(20))) struct SignalWaitTests {
    let engine: Engine
    static let times: [TimeRow?] = [nil, TimeRow(3600, 0)]

    init() throws { engine = try Engine() }

    /// Pending before the wait, blocked, and let in by the mask.
    @Test(arguments: Waiting.allCases, [0, SA_RESTART])
    func aPendingSignalThatTheMaskLetsInInterrupts(_ waiting: Waiting, _ flags: Int32) {
        for time in Self.times {
            countSignals(testSignal, flags: flags)
            let read = PendingRead(engine)
            let companion = Companion {
                var own = allBut()
                pthread_sigmask(SIG_SETMASK, &own, nil)
                let before = blocked(currentMask())
                pthread_kill(pthread_self(), testSignal)
                precondition(acall_load64(handled) == 0)
                var during = allBut(testSignal)
                let code = withUnsafePointer(to: &during) { read.wait(waiting, time?.time, $0) }
                precondition(code == -4, "\(code)")
                precondition(acall_load64(handled) == 1)
                precondition(blocked(currentMask()) == before)
                // Nothing of it is left: the next wait with the same mask goes on.
                let soon = timespec(tv_sec: 0, tv_nsec: 1_000_000)
                precondition(withUnsafePointer(to: &during) { read.wait(waiting, soon, $0) } == 0)
            }
            companion.join()
            #expect(acall_load64(handled) == 1)
            read.finish()
            #expect(read.wait(waiting) == read.done(waiting))
            read.pipe.close()
        }
    }

    /// A signal that comes while the thread sleeps, with and without a mask that lets it in.
    @Test(arguments: Waiting.allCases, [0, SA_RESTART])
    func aSignalDuringTheWaitInterrupts(_ waiting: Waiting, _ flags: Int32) {
        for time in Self.times {
            for masked in [false, true] {
                countSignals(testSignal, flags: flags)
                let read = PendingRead(engine)
                let companion = Companion {
                    var own = allBut(testSignal)
                    var during = own
                    if masked { sigaddset(&own, testSignal) }
                    pthread_sigmask(SIG_SETMASK, &own, nil)
                    let code = withUnsafePointer(to: &during) {
                        read.wait(waiting, time?.time, masked ? $0 : nil)
                    }
                    precondition(code == -4, "\(code)")
                    precondition(blocked(currentMask()).contains(testSignal) == masked)
                }
                #expect(companion.interrupt(testSignal))
                companion.join()
                #expect(acall_load64(handled) >= 1)
                read.finish()
                #expect(read.wait(waiting) == read.done(waiting))
                read.pipe.close()
            }
        }
    }

    /// A mask that keeps out what the thread would let in: the handler runs after the wait.
    @Test(arguments: Waiting.allCases, [0, SA_RESTART])
    func aSignalThatTheMaskKeepsOutWaits(_ waiting: Waiting, _ flags: Int32) {
        countSignals(testSignal, flags: flags)
        let read = PendingRead(engine)
        let companion = Companion {
            var own = allBut(testSignal)
            pthread_sigmask(SIG_SETMASK, &own, nil)
            let before = blocked(currentMask())
            var during = allBut()
            let code = withUnsafePointer(to: &during) { read.wait(waiting, nil, $0) }
            precondition(code == read.done(waiting), "\(code)")
            precondition(blocked(currentMask()) == before)
            precondition(eventually { acall_load64(handled) == 1 })
        }
        #expect(companion.waitUntilAsleep())
        companion.send(testSignal)
        usleep(3000)
        #expect(!companion.isFinished && acall_load64(handled) == 0)
        read.finish()
        companion.join()
        #expect(acall_load64(handled) == 1)
        read.pipe.close()
    }

    /// Blocked by the thread and no mask given: it stays pending.
    @Test(arguments: Waiting.allCases)
    func aBlockedSignalDoesNotInterrupt(_ waiting: Waiting) {
        countSignals(testSignal, flags: 0)
        let read = PendingRead(engine)
        let companion = Companion {
            var own = allBut()
            pthread_sigmask(SIG_SETMASK, &own, nil)
            pthread_kill(pthread_self(), testSignal)
            let code = read.wait(waiting, TimeRow(3600, 0).time)
            precondition(code == read.done(waiting), "\(code)")
            precondition(acall_load64(handled) == 0)
            var pending = sigset_t()
            sigpending(&pending)
            precondition(sigismember(&pending, testSignal) == 1)
        }
        #expect(companion.waitUntilAsleep())
        companion.send(testSignal)
        read.finish()
        companion.join()
        #expect(acall_load64(handled) == 0)
        read.pipe.close()
    }

    /// Ignored by default or by choice: no handler, no interruption, with and without a mask.
    @Test(arguments: Waiting.allCases, [SIGURG, SIGWINCH, SIGCONT])
    func anIgnoredSignalDoesNotInterrupt(_ waiting: Waiting, _ signal: Int32) {
        for masked in [false, true] {
            let read = PendingRead(engine)
            let companion = Companion {
                var own = allBut(signal)
                pthread_sigmask(SIG_SETMASK, &own, nil)
                let code = withUnsafePointer(to: &own) {
                    read.wait(waiting, nil, masked ? $0 : nil)
                }
                precondition(code == read.done(waiting), "\(code)")
            }
            #expect(companion.waitUntilAsleep())
            for _ in 0..<5 {
                companion.send(signal)
                usleep(300)
            }
            #expect(!companion.isFinished)
            read.finish()
            companion.join()
            read.pipe.close()
        }
    }

    /// However a wait ends, the thread's mask is as it was.
    @Test(arguments: Waiting.allCases, Ending.allCases)
    func theMaskIsRestored(_ waiting: Waiting, _ ending: Ending) {
        countSignals(testSignal, flags: 0)
        for size in [8, 128] {
            let read = PendingRead(engine)
            if ending == .atOnce {
                read.finish()
                #expect(read.wait(waiting) == read.done(waiting))
            }
            let companion = Companion {
                var own = allBut(SIGINT, SIGUSR1, SIGCHLD)
                pthread_sigmask(SIG_SETMASK, &own, nil)
                let before = blocked(currentMask())
                if ending == .signal { pthread_kill(pthread_self(), testSignal) }
                let time =
                    switch ending {
                    case .timeout: timespec(tv_sec: 0, tv_nsec: 500_000)
                    case .refusal: timespec(tv_sec: 0, tv_nsec: -1)
                    default: timespec(tv_sec: 3600, tv_nsec: 0)
                    }
                var during = allBut(testSignal, SIGUSR2)
                let code = withUnsafePointer(to: &during) {
                    read.wait(waiting, time, $0, size: size)
                }
                let expected =
                    switch ending {
                    case .timeout: 0
                    case .refusal: -22
                    case .signal: -4
                    default: read.done(waiting)
                    }
                precondition(code == expected, "\(code)")
                precondition(blocked(currentMask()) == before)
            }
            if ending == .completion {
                #expect(companion.waitUntilAsleep())
                read.finish()
            }
            companion.join()
            if ending != .completion && ending != .atOnce { read.finish() }
            #expect(read.wait(waiting) == read.done(waiting))
            read.pipe.close()
        }
    }

    /// What is there already is told, whatever signal is pending: that is left for the next wait.
    @Test(arguments: Waiting.allCases)
    func aCompletionThatIsThereComesBeforeASignal(_ waiting: Waiting) {
        countSignals(testSignal, flags: 0)
        let read = PendingRead(engine)
        read.finish()
        #expect(read.wait(waiting) == read.done(waiting))
        let companion = Companion {
            var own = allBut()
            pthread_sigmask(SIG_SETMASK, &own, nil)
            pthread_kill(pthread_self(), testSignal)
            var during = allBut(testSignal)
            let code = withUnsafePointer(to: &during) { read.wait(waiting, nil, $0) }
            precondition(code == read.done(waiting), "\(code)")
        }
        companion.join()
        read.pipe.close()
    }

    /// The engine's own threads take no signal of the process's: the waiting host thread does.
    @Test func aPoolThreadTakesNoSignal() throws {
        countSignals(testSignal, flags: 0)
        let cells = Chain()
        let ring = Ring(4)
        let pipe = SystemPipe()
        let batch = Batch(2, ring: ring)
        batch.set(0, Number.gettid, [])
        batch.records[0].flags |= ACALL_SUBMIT_LINK
        batch.records[0].completion_pointer = cells.result(0)
        batch.set(1, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
        #expect(batch.submit(engine) == 2)
        try #require(eventually { ring.cookie(0) != 0 })
        let thread = try #require(cells.code(0))
        let args: [UInt64] = [
            UInt64(getpid()), UInt64(thread), UInt64(testSignal), 0, 0, 0,
        ]
        #expect(acall_raw_syscall(UInt64(Number.tgkill), args) == 0)
        usleep(2000)
        #expect(acall_load64(handled) == 0 && ring.filled == 1)
        #expect(write(pipe.writer, "x", 1) == 1)
        #expect(engine.waitForRing(ring.head, tail: 0, minimum: 2) == 0)
        engine.shutdown()
        #expect(acall_load64(handled) == 0)
        #expect(ring.entries[1].return_code == 1)
        pipe.close()
    }
}
