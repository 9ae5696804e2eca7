// What a host may do while the engine runs: change its user, fork, forbid system calls.
//
// Input: a process of its own for each case, since all of this is the whole process's. Output:
// completions as if nothing had happened. Invariant: a child process ends by itself, by an alarm at
// the latest.

import AcallEngine
import CAcall
import Glibc
import Testing

/// Calls that sleep, and that a signal may end whatever its SA_RESTART.
enum SleepingCall: Int, CaseIterable, Codable {
    case nanosleep, clockNanosleep, absoluteNanosleep, poll, pollForever, read, futex, selectTime
    case epoll, signalWait

    static let time: UInt64 = 30_000_000
    #if arch(x86_64)
        static let (clock, pselect, epollPwait, sigtimedwait): (UInt32, UInt32, UInt32, UInt32) =
            (230, 270, 281, 128)
        static let epollCreate: UInt64 = 291
    #else
        static let (clock, pselect, epollPwait, sigtimedwait): (UInt32, UInt32, UInt32, UInt32) =
            (115, 72, 22, 137)
        static let epollCreate: UInt64 = 20
    #endif

    /// Cells 0 and 1: a time; 2: a pollfd; 3: a futex; 4: room; 6: an empty signal set.
    func make(_ cells: Chain, _ pipe: SystemPipe) -> (nr: UInt32, args: [UInt64]) {
        (cells.cells[0], cells.cells[1]) = (0, Self.time)
        cells.cells[2] = UInt64(UInt32(bitPattern: pipe.reader)) | 1 << 32
        switch self {
        case .nanosleep: return (Number.nanosleep, [cells.cell(0), 0])
        case .clockNanosleep: return (Self.clock, [1, 0, cells.cell(0), 0])
        case .absoluteNanosleep:
            cells.cells[1] = 0
            let end = acall_monotonic_time() + Self.time
            (cells.cells[0], cells.cells[1]) = (end / 1_000_000_000, end % 1_000_000_000)
            return (Self.clock, [1, 1, cells.cell(0), 0])
        case .poll: return (Number.ppoll, [cells.cell(2), 1, cells.cell(0), 0, 8])
        case .pollForever: return (Number.ppoll, [cells.cell(2), 1, 0, 0, 8])
        case .read: return (Number.read, [UInt64(pipe.reader), cells.cell(4), 1])
        case .futex: return (Number.futex, [cells.cell(3), 128, 0, cells.cell(0), 0, 0])
        case .selectTime: return (Self.pselect, [0, 0, 0, 0, cells.cell(0), 0])
        case .epoll:
            let file = StateCall.raw(Self.epollCreate, [0])
            return (Self.epollPwait, [UInt64(file), cells.cell(4), 1, 30, 0, 8])
        case .signalWait: return (Self.sigtimedwait, [cells.cell(6), 0, cells.cell(0), 8])
        }
    }

    var endsByWriting: Bool { self == .pollForever || self == .read }

    var code: Int64 {
        switch self {
        case .pollForever, .read: 1
        case .futex: -110
        case .signalWait: -11
        default: 0
        }
    }
}

/// Swift hides fork; what the child may do is the test's business.
func forkProcess() -> Int32 {
    unsafeBitCast(dlsym(nil, "fork"), to: (@convention(c) () -> Int32).self)()
}

/// Forks, and ends the child with 0 where the closure holds.
func childHolds(_ body: () -> Bool) -> Bool {
    let child = forkProcess()
    if child == 0 {
        // Threads of Swift's have signals blocked: the alarm too.
        var alarmOnly = sigset_t()
        sigemptyset(&alarmOnly)
        sigaddset(&alarmOnly, SIGALRM)
        pthread_sigmask(SIG_UNBLOCK, &alarmOnly, nil)
        alarm(30)
        _exit(body() ? 0 : 1)
    }
    var status: Int32 = -1
    return waitpid(child, &status, 0) == child && status == 0
}

/// Does once what an engine does: not optimised, it asks Swift's runtime for types when it first needs them, under a
/// lock which a child would find taken for ever. Optimised it asks for none.
func makeTypesKnown(_ engine: Engine) {
    for waiting in Waiting.allCases {
        let read = PendingRead(engine)
        let companion = Companion { precondition(read.wait(waiting) == read.done(waiting)) }
        precondition(companion.waitUntilAsleep())
        read.finish()
        companion.join()
    }
    for flags in [0, ACALL_SUBMIT_THREAD_POOL] {
        let ring = Ring(64)
        let batch = Batch(20, ring: ring, flags: flags)
        for index in 0..<20 { batch.wantId(index) }
        precondition(batch.submit(engine) == 20)
        precondition(engine.waitForRing(ring.head, tail: 0, minimum: 20) == 0)
        precondition(engine.waitForCompletion([batch.ids + 1], count: 1) == 1)
    }
}

@Suite(.timeLimit(.minutes(20))) struct HostTests {
    /// libc tells every thread of a setuid by a signal; calls in progress go on with what is left of
    /// their time.
    @Test(arguments: SleepingCall.allCases, [0, ACALL_SUBMIT_THREAD_POOL])
    func aSetuidEndsNoCall(_ call: SleepingCall, _ flags: UInt32) async {
        await #expect(processExitsWith: .success) { [call, flags] in
            let engine = try Engine()
            let (ring, pipe, cells) = (Ring(4), SystemPipe(), Chain())
            let (nr, args) = call.make(cells, pipe)
            let batch = Batch(1, ring: ring, flags: flags)
            batch.set(0, nr, args)
            batch.wantId(0)
            let before = acall_monotonic_time()
            #expect(batch.submit(engine) == 1)
            for _ in 0..<20 {
                usleep(500)
                #expect(setuid(getuid()) == 0)
            }
            if call.endsByWriting {
                #expect(ring.filled == 0)
                #expect(write(pipe.writer, "x", 1) == 1)
            }
            #expect(engine.waitForCompletion([batch.ids], count: 1) == 1)
            #expect(Int64(bitPattern: ring.entries[0].return_code) == call.code)
            if !call.endsByWriting {
                #expect(acall_monotonic_time() - before >= SleepingCall.time)
            }
            // The caller's times are as they were, but where the kernel itself writes to them.
            if call == .nanosleep { #expect(cells.cells[1] == SleepingCall.time) }
        }
    }

    /// A waiting host thread is interrupted, as one in ppoll is: libc's signal has a handler. Nothing
    /// is lost by that.
    @Test(arguments: [0, 1])
    func aSetuidInterruptsWaitersAtMost(_ masked: Int) async {
        await #expect(processExitsWith: .success) { [masked] in
            let engine = try Engine()
            let read = PendingRead(engine)
            let companions = Waiting.allCases.map { waiting in
                Companion {
                    var own = currentMask()
                    var code = -4
                    while code == -4 {
                        code = withUnsafePointer(to: &own) {
                            read.wait(waiting, nil, masked == 1 ? $0 : nil)
                        }
                    }
                    precondition(code == read.done(waiting), "\(code)")
                }
            }
            for companion in companions { #expect(companion.waitUntilAsleep()) }
            for _ in 0..<20 {
                usleep(300)
                #expect(setuid(getuid()) == 0)
            }
            read.finish()
            for companion in companions { companion.join() }
        }
    }

    /// The sanitizer for threads ends a child that starts one.
    static let mayFork = dlsym(nil, "__tsan_init") == nil

    @Test(.enabled(if: mayFork), arguments: [0, 1, 2])
    func aChildsEngineIsEmptyAndWorks(_ state: Int) async {
        await #expect(processExitsWith: .success) { [state] in
            let engine = try Engine()
            let read = state == 2 ? PendingRead(engine) : nil
            let ring = Ring(64)
            if state == 1 {
                #expect(Batch(8, ring: ring).submit(engine) == 8)
                #expect(engine.waitForRing(ring.head, tail: 0, minimum: 8) == 0)
            }
            let tail = ring.filled
            #expect(
                childHolds {
                    let statistics = engine.statistics
                    guard statistics.threads == 0, statistics.threadsStarted == 0 else {
                        return false
                    }
                    // No operation with an id was ever submitted to it.
                    var id = acall_id()
                    let unknown = withUnsafeMutablePointer(to: &id) { id in
                        engine.waitForCompletion([read?.batch.ids ?? id], count: 1)
                    }
                    guard unknown == -22 else { return false }
                    if let read, engine.cancel(read.batch.ids) != -11 { return false }
                    let batch = Batch(4, ring: ring)
                    for index in 0..<4 { batch.wantId(index) }
                    guard batch.submit(engine) == 4,
                        engine.waitForRing(ring.head, tail: tail, minimum: 4) == 0
                    else { return false }
                    for index in 0..<4
                    where engine.waitForCompletion([batch.ids + index], count: 1) != 1 {
                        return false
                    }
                    engine.shutdown()
                    return engine.statistics.threads == 0 && ring.filled == tail + 4
                        && batch.submit(engine) == -11
                })
            // The parent's goes on as if nothing had been.
            #expect(ring.filled == tail)
            if let read {
                #expect(read.ring.filled == 0)
                read.finish()
                #expect(read.wait(.id) == 1)
            }
            #expect(Batch(4, ring: ring).submit(engine) == 4)
            #expect(engine.waitForRing(ring.head, tail: tail, minimum: 4) == 0)
        }
    }

    /// Forks at any moment of the engine's work: no child finds a lock that nobody holds.
    @Test(.enabled(if: mayFork), arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func aChildMayComeAtAnyMoment(_ flags: UInt32) async {
        await #expect(processExitsWith: .success) { [flags] in
            let engine = try Engine()
            makeTypesKnown(engine)
            let end = Chain()
            let companion = Companion {
                let ring = Ring(64)
                while acall_load64_acquire(end.cells) == 0 {
                    let batch = Batch(20, ring: ring, flags: flags)
                    for index in 0..<10 { batch.wantId(2 * index) }
                    let tail = ring.filled
                    precondition(batch.submit(engine) == 20)
                    precondition(engine.waitForRing(ring.head, tail: tail, minimum: 20) == 0)
                }
            }
            let ring = Ring(8)
            let batch = Batch(3, ring: ring, flags: flags)
            batch.wantId(1)
            for _ in 0..<20 {
                #expect(
                    childHolds {
                        batch.submit(engine) == 3
                            && engine.waitForRing(ring.head, tail: 0, minimum: 3) == 0
                            && engine.waitForCompletion([batch.ids + 1], count: 1) == 1
                    })
            }
            acall_store64_release(end.cells, 1)
            companion.join()
        }
    }

    /// A child's child has an engine too, and an engine made by a child is its own.
    @Test(.enabled(if: mayFork)) func grandchildrenHaveEnginesToo() async {
        await #expect(processExitsWith: .success) {
            let engine = try Engine()
            let batch = Batch(2)
            batch.wantId(0)
            func works(_ engine: Engine) -> Bool {
                batch.submit(engine) == 2
                    && engine.waitForCompletion([batch.ids], count: 1) == 1
            }
            #expect(works(engine))
            #expect(
                childHolds {
                    guard let own = try? Engine() else { return false }
                    return works(engine) && works(own)
                        && childHolds { works(engine) && works(own) } && works(own)
                        && works(engine)
                })
            #expect(works(engine))
        }
    }

    /// An engine that was shut down, or freed, before or after the fork.
    @Test(.enabled(if: mayFork), arguments: [0, 1])
    func aChildMayLetGoOfItsEngine(_ order: Int) async {
        await #expect(processExitsWith: .success) { [order] in
            var engine: Engine? = try Engine()
            var read = PendingRead(engine!) as PendingRead?
            let (ring, pipe) = (read!.ring, read!.pipe)
            if order == 0 { engine!.shutdown() }
            #expect(
                childHolds {
                    read = nil
                    engine?.shutdown()
                    engine = nil
                    return true
                })
            #expect(write(pipe.writer, "x", 1) == 1)
            if order == 1 { #expect(read!.wait(.id) == 1) }
            #expect(ring.filled == 1)
        }
    }
}
