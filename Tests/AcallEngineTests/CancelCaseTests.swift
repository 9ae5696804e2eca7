// Cancelling, case by case: every blocking call, at every moment, in every shape.
//
// Input: a call that waits, when it is cancelled, what stands around it; the programs of
// engine-cancel. Output: the code that acall.h promises, and that the call, made again, finds
// everything as if it had not been made before. Invariant: each case has an engine of its own.

import AcallEngine
import CAcall
import Glibc
import TestSupport
import Testing

/// A call that waits, made as the tests want it.
enum WaitingCall: CaseIterable {
    case read, write, poll, ppoll, pselect6, epollWait, epollPwait
    case accept, connect, recvfrom, recvmsg, sendto
    case nanosleep, clockNanosleep, sigtimedwait, futex, flock, semtimedop, msgrcv, wait4, waitid

    /// Its numbers on x86_64 and aarch64; -1: there is none.
    private var numbers: (Int, Int) {
        switch self {
        case .read: (0, 63)
        case .write: (1, 64)
        case .poll: (7, -1)
        case .ppoll: (271, 73)
        case .pselect6: (270, 72)
        case .epollWait: (232, -1)
        case .epollPwait: (281, 22)
        case .accept: (43, 202)
        case .connect: (42, 203)
        case .recvfrom: (45, 207)
        case .recvmsg: (47, 212)
        case .sendto: (44, 206)
        case .nanosleep: (35, 101)
        case .clockNanosleep: (230, 115)
        case .sigtimedwait: (128, 137)
        case .futex: (202, 98)
        case .flock: (73, 32)
        case .semtimedop: (220, 192)
        case .msgrcv: (70, 188)
        case .wait4: (61, 260)
        case .waitid: (247, 95)
        }
    }

    #if arch(x86_64)
        var number: UInt32 { UInt32(numbers.0) }
        static let all = allCases
    #else
        var number: UInt32 { UInt32(numbers.1) }
        static let all = allCases.filter { $0.numbers.1 >= 0 }
    #endif
}

/// The numbers of calls that Swift does not see.
private enum Other {
    #if arch(x86_64)
        static let (msgget, msgsnd, msgctl, semctl, epollCreate, epollControl):
            (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (68, 69, 71, 66, 291, 233)
    #else
        static let (msgget, msgsnd, msgctl, semctl, epollCreate, epollControl):
            (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (186, 189, 187, 191, 20, 21)
    #endif
    static let closeRange: UInt64 = 436
}

@discardableResult
private func direct(_ nr: UInt32, _ args: [UInt64]) -> Int64 {
    var six = args + [UInt64](repeating: 0, count: 6 - args.count)
    return acall_raw_syscall(UInt64(nr), &six)
}

/// What a call waits for, and how to make it come.
private final class Awaited {
    let call: WaitingCall
    private(set) var args: [UInt64] = []
    /// What the call returns once it need not wait.
    private(set) var codes: [Int64] = [1]
    private(set) var release: () -> Void = {}
    private var descriptors: [Int32] = []
    private var cleanUp: () -> Void = {}
    /// Memory for what the arguments point to: never freed, as the chains' cells.
    private let cells: UnsafeMutablePointer<UInt64>
    /// From here on: what is received, a mask of all signals.
    private static let (data, mask, size) = (128, 100, 1024)

    /// `isShort`: a time that the call waits for is 20 ms, else for ever.
    init(_ call: WaitingCall, isShort: Bool) throws {
        self.call = call
        cells = .allocate(capacity: Self.size)
        cells.initialize(repeating: 0, count: Self.size)
        cells[Self.mask] = UInt64.max
        switch call {
        case .nanosleep, .clockNanosleep, .sigtimedwait: makeTimed(isShort)
        case .accept, .recvfrom, .recvmsg, .sendto, .connect: try makeSocket()
        case .wait4, .waitid: try makeChild()
        case .futex, .flock, .semtimedop, .msgrcv: try makeLock()
        default: try makePipe()
        }
    }

    func close() {
        for descriptor in descriptors { _ = Glibc.close(descriptor) }
        cleanUp()
    }

    func makeAgain() -> Bool { isRight(direct(call.number, args)) }

    /// Whether it returned what it should.
    func isRight(_ code: Int64) -> Bool {
        guard call == .accept else { return codes.contains(code) }
        return code >= 0 && Glibc.close(Int32(code)) == 0
    }

    private func cell(_ index: Int) -> UInt64 { address(cells + index) }
    private func makeTimed(_ isShort: Bool) {
        release = { [cells] in setTime(cells, 0, 20_000_000) }
        if isShort { release() } else { cells[0] = 100_000 }
        codes = [call == .sigtimedwait ? -11 : 0]
        switch call {
        case .nanosleep: args = [cell(0)]
        case .clockNanosleep: args = [UInt64(CLOCK_MONOTONIC), 0, cell(0)]
        default:
            cells[2] = 1 << UInt64(SIGUSR2 - 1)
            args = [cell(2), cell(Self.data), cell(0), 8]
        }
    }

    /// A pipe to be read, filled, or watched.
    private func makePipe() throws {
        let pipe = SystemPipe()
        descriptors = [pipe.reader, pipe.writer]
        release = { _ = Glibc.write(pipe.writer, "x", 1) }
        switch call {
        case .read: args = [UInt64(pipe.reader), cell(Self.data), 1]
        case .write:
            let block = [UInt8](repeating: 0, count: 65536)
            _ = fcntl(pipe.writer, F_SETFL, O_NONBLOCK)
            while Glibc.write(pipe.writer, block, block.count) > 0 {}
            _ = fcntl(pipe.writer, F_SETFL, 0)
            args = [UInt64(pipe.writer), cell(Self.data), 1]
            release = {
                var all = block
                _ = Glibc.read(pipe.reader, &all, all.count)
            }
        case .pselect6:
            let (word, bit) = (Int(pipe.reader) / 64, UInt64(1) << UInt64(pipe.reader % 64))
            try #require(word < 16)
            cells[word] = bit
            (cells[50], cells[51]) = (cell(Self.mask), 8)
            args = [UInt64(pipe.reader) + 1, cell(0), 0, 0, 0, cell(50)]
        case .ppoll:
            cells[0] = UInt64(pipe.reader) | UInt64(POLLIN) << 32
            args = [cell(0), 1, 0, cell(Self.mask), 8]
        default: try watch(pipe)
        }
    }

    private func watch(_ pipe: SystemPipe) throws {
        if call == .poll {
            cells[0] = UInt64(pipe.reader) | UInt64(POLLIN) << 32
            args = [cell(0), 1, bits(-1)]
            return
        }
        let epoll = direct(Other.epollCreate, [0])
        try #require(epoll >= 0)
        descriptors.append(Int32(epoll))
        cells[0] = UInt64(POLLIN)
        try #require(
            direct(Other.epollControl, [UInt64(epoll), 1, UInt64(pipe.reader), cell(0)]) == 0)
        // The older call has no mask, and looks at neither of the last two.
        args = [UInt64(epoll), cell(Self.data), 1, bits(-1), cell(Self.mask), 8]
    }

    private func makeSocket() throws {
        if call == .accept || call == .connect { return try makeListener() }
        var ends: [Int32] = [-1, -1]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
        descriptors = ends
        let (own, other) = (ends[0], ends[1])
        release = { _ = Glibc.write(other, "x", 1) }
        args = [UInt64(own), cell(Self.data), 1]
        if call == .recvmsg {
            // struct msghdr with one buffer.
            (cells[2], cells[3]) = (cell(10), 1)
            (cells[10], cells[11]) = (cell(Self.data), 1)
            args = [UInt64(own), cell(0), 0]
        } else if call == .sendto {
            let block = [UInt8](repeating: 0, count: 65536)
            let atOnce = Int32(MSG_DONTWAIT)
            while send(own, block, block.count, atOnce) > 0 || send(own, block, 1, atOnce) > 0 {}
            release = {
                var all = block
                while recv(other, &all, all.count, atOnce) > 0 {}
            }
        }
    }

    private func makeListener() throws {
        let type = Int32(SOCK_STREAM.rawValue)
        let (listener, client) = (socket(AF_UNIX, type, 0), socket(AF_UNIX, type, 0))
        descriptors = [listener, client]
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        var length = socklen_t(MemoryLayout<sa_family_t>.size)
        let isBound = withUnsafeMutablePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                // The kernel chooses the name.
                guard bind(listener, name, length) == 0 else { return false }
                length = socklen_t(MemoryLayout<sockaddr_un>.size)
                return getsockname(listener, name, &length) == 0
            }
        }
        try #require(isBound && listen(listener, 1) == 0)
        withUnsafeBytes(of: &name) {
            UnsafeMutableRawBufferPointer(start: cells, count: $0.count).copyMemory(from: $0)
        }
        let target = [cell(0), UInt64(length)]
        if call == .accept {
            args = [UInt64(listener), 0, 0]
            release = { [connect = WaitingCall.connect.number] in
                _ = direct(connect, [UInt64(client)] + target)
            }
            return
        }
        codes = [0]
        args = [UInt64(client)] + target
        var isFull = false
        while !isFull {
            let other = socket(AF_UNIX, type | Int32(SOCK_NONBLOCK.rawValue), 0)
            descriptors.append(other)
            let code = direct(WaitingCall.connect.number, [UInt64(other)] + target)
            try #require(code == 0 || code == -Int64(EAGAIN))
            isFull = code != 0
        }
        release = { _ = Glibc.close(Glibc.accept(listener, nil, nil)) }
    }

    /// A process that sleeps, with no descriptor of other tests, until it is killed.
    private func makeChild() throws {
        cells[1] = UInt64(UInt32.max)
        let pid = fork()
        if pid == 0 {
            // As little as can be: other threads' locks are as they were left.
            _ = acall_raw_syscall(Other.closeRange, cells)
            var none = sigset_t()
            sigprocmask(SIG_SETMASK, &none, nil)
            alarm(170)
            while true { pause() }
        }
        try #require(pid > 0)
        release = { _ = kill(pid, SIGKILL) }
        if call == .wait4 {
            (args, codes) = ([UInt64(pid), cell(Self.data)], [Int64(pid)])
        } else {
            // P_PID, WEXITED.
            (args, codes) = ([1, UInt64(pid), cell(Self.data), 4], [0])
        }
    }

    private func makeLock() throws {
        codes = [0]
        switch call {
        case .futex:
            // Released before it waits, it finds another value.
            codes = [0, -11]
            args = [cell(0), 128]
            release = { [cells] in
                cells[0] = 1
                direct(WaitingCall.futex.number, [address(cells), 129, 1])
            }
        case .flock:
            let template = strdup("/tmp/acall-flock.XXXXXX")
            defer { free(template) }
            let holder = mkstemp(try #require(template))
            let other = open(try #require(template), O_RDWR)
            unlink(try #require(template))
            descriptors = [holder, other]
            args = [UInt64(other), UInt64(LOCK_EX)]
            try #require(direct(call.number, [UInt64(holder), UInt64(LOCK_EX)]) == 0)
            let unlock = [UInt64(holder), UInt64(LOCK_UN)]
            release = { _ = direct(WaitingCall.flock.number, unlock) }
        case .semtimedop:
            let set = semget(IPC_PRIVATE, 1, 0o600)
            // struct sembuf: number 0, by -1 or 1, no flags.
            (cells[0], cells[1]) = (0xffff_0000, 0x0001_0000)
            args = [UInt64(set), cell(0), 1, 0]
            let add = [UInt64(set), cell(1), 1, 0]
            release = { _ = direct(WaitingCall.semtimedop.number, add) }
            cleanUp = { _ = direct(Other.semctl, [UInt64(set), 0, UInt64(IPC_RMID)]) }
        default:
            let queue = direct(Other.msgget, [UInt64(IPC_PRIVATE), 0o600])
            try #require(queue >= 0)
            codes = [8]
            cells[0] = 1
            args = [UInt64(queue), cell(Self.data), 8]
            let message = [UInt64(queue), cell(0), 8]
            release = { _ = direct(Other.msgsnd, message) }
            cleanUp = { _ = direct(Other.msgctl, [UInt64(queue), UInt64(IPC_RMID)]) }
        }
    }
}

struct CancelCase: CustomTestStringConvertible {
    enum Moment: CaseIterable { case queued, blocked, late }
    enum Shape: CaseIterable { case pooled, ownThread, middle, last }

    let call: WaitingCall
    let moment: Moment
    let shape: Shape

    var testDescription: String { "\(call), \(moment), \(shape)" }

    static let all = WaitingCall.all.flatMap { call in
        Moment.allCases.flatMap { moment in
            Shape.allCases.map { CancelCase(call: call, moment: moment, shape: $0) }
        }
    }
}

/// The call and what stands around it, and one completion for each record.
private final class Arrangement {
    let chain = Chain()
    let ring = Ring(16)
    let batch: Batch
    let isChain: Bool
    /// Which record is the call.
    let place: Int
    /// What the clean-up closes, and the end that sees it closed.
    private var closed: [Int32] = [-1, -1]

    init(_ shape: CancelCase.Shape, _ awaited: Awaited) {
        isChain = shape == .middle || shape == .last
        let flags = shape == .ownThread ? 0 : ACALL_SUBMIT_THREAD_POOL
        let count = shape == .middle ? 5 : shape == .last ? 3 : 1
        place = shape == .middle ? 1 : shape == .last ? 2 : 0
        batch = Batch(count, ring: ring, flags: flags | (isChain ? ACALL_SUBMIT_LINK : 0))
        batch.records[count - 1].flags = flags
        for index in 0..<count {
            batch.records[index].flags |= ACALL_SUBMIT_OBSERVED
            batch.records[index].completion_pointer = chain.result(index)
        }
        batch.wantId(count - 1)
        batch.set(place, awaited.call.number, awaited.args)
        if shape == .last { batch.set(1, ACALL_OP_MOVE, [chain.cell(0), 1]) }
        guard shape == .middle else { return }
        closed.withUnsafeMutableBytes {
            _ = direct(Number.pipe2, [$0.baseAddress.map { address($0) } ?? 0, UInt64(O_CLOEXEC)])
        }
        _ = fcntl(closed[0], F_SETFL, O_NONBLOCK)
        batch.set(2, ACALL_OP_MOVE, [chain.cell(0), 1])
        batch.set(3, ACALL_OP_MOVE, [chain.cell(1), 1])
        batch.set(4, Number.close, [UInt64(closed[1])])
        for index in 3...4 { batch.records[index].flags |= ACALL_SUBMIT_CLEANUP }
    }

    var id: UnsafeMutablePointer<acall_id> { batch.ids + batch.count - 1 }
    var code: Int64? { chain.code(place) }

    /// Until the call is made and waits. Who is alone has nothing to tell which thread it is on.
    func waitUntilBlocked() throws {
        if !isChain { return _ = usleep(3000) }
        try #require(eventually { chain.code(place - 1) != nil })
        let thread = Int32(chain.completions[0].thread)
        // Twice: the first sleep may be another's page or lock.
        for _ in 0..<2 {
            try #require(eventually { acall_thread_sleeps(thread) != 0 })
            usleep(200)
        }
    }

    func finish(_ engine: Engine) throws {
        var ids: UnsafeMutablePointer<acall_id>? = id
        var time = timespec(tv_sec: 20, tv_nsec: 0)
        try #require(engine.waitForCompletion(&ids, count: 1, time: &time) == 1)
        try #require(engine.cancel(id) == -11)
        #expect(ring.filled == UInt32(batch.count))
    }

    /// What stands around the call: `isStopped` by it, or before it where nothing began.
    func checkOthers(isStopped: Bool, hasBegun: Bool) {
        for index in 0..<batch.count where index != place {
            let isCleanup = batch.records[index].flags & ACALL_SUBMIT_CLEANUP != 0
            let ran = isCleanup || (index < place ? hasBegun : !isStopped)
            let result = batch.records[index].nr == Number.getppid ? Int64(getppid()) : 0
            #expect(chain.code(index) == (ran ? result : -125), "record \(index)")
            #expect(chain.completions[index].count == (ran ? 1 : 0), "record \(index)")
        }
        if batch.count == 5 {
            #expect(chain.cells[0] == (isStopped ? 0 : 1) && chain.cells[1] == 1)
            // The last writer is gone: the end of the file, and not -EAGAIN.
            var byte: UInt8 = 0
            #expect(eventually { read(closed[0], &byte, 1) == 0 })
            _ = close(closed[0])
        }
    }
}

/// A limited engine's only thread kept busy, so that what is submitted stays in the queue.
private final class Occupant {
    private let words = UnsafeMutablePointer<UInt32>.allocate(capacity: 2)

    init(_ engine: Engine) throws {
        words.initialize(repeating: 0, count: 2)
        var record = acall_submission()
        record.nr = ACALL_OP_VALUE
        record.flags = ACALL_SUBMIT_OBSERVED
        let observer = ChainObserver(context: words) { context, _, _, _, _, _ in
            guard let words = context?.assumingMemoryBound(to: UInt32.self) else { return }
            acall_store32(words, 1)
            while acall_load32(words + 1) == 0 { acall_pause() }
        }
        try #require(engine.submitChain(records: &record, count: 1, observer: observer) == 1)
        try #require(eventually { acall_load32(words) == 1 })
    }

    func leave() { acall_store32(words + 1, 1) }
}

@Suite(.timeLimit(.minutes(20)))
struct CancelCaseTests {
    @Test(arguments: CancelCase.all)
    func aCallEndsAsPromised(_ each: CancelCase) throws {
        let awaited = try Awaited(each.call, isShort: each.moment == .late)
        defer { awaited.close() }
        let work = Arrangement(each.shape, awaited)
        var configuration = EngineConfiguration()
        let isQueued = each.moment == .queued && each.shape != .ownThread
        if isQueued { configuration.runnableLimit = 1 }
        let engine = try Engine(configuration: configuration)
        let occupant = isQueued ? try Occupant(engine) : nil
        #expect(work.batch.submit(engine) == work.batch.count)
        switch each.moment {
        case .queued:
            #expect(engine.cancel(work.id) == 0)
            occupant?.leave()
            try work.finish(engine)
            // A thread of its own may be quicker than the request.
            let codes: [Int64?] = isQueued ? [-125] : [-125, -4]
            #expect(codes.contains(work.code), "\(String(describing: work.code))")
            work.checkOthers(isStopped: true, hasBegun: false)
        case .blocked:
            try work.waitUntilBlocked()
            #expect(engine.cancel(work.id) == 0)
            try work.finish(engine)
            let codes: [Int64?] = work.isChain ? [-4] : [-4, -125]
            #expect(codes.contains(work.code), "\(String(describing: work.code))")
            work.checkOthers(isStopped: true, hasBegun: true)
        case .late:
            awaited.release()
            try work.finish(engine)
            #expect(awaited.isRight(work.code ?? .min), "\(String(describing: work.code))")
            work.checkOthers(isStopped: false, hasBegun: true)
        }
        engine.shutdown()
        #expect(engine.statistics.threads == 0)
        guard each.moment != .late else { return }
        // Nothing was taken, given or changed.
        awaited.release()
        #expect(awaited.makeAgain())
    }

    /// `connect` is not among them: made again it would mean another thing, so it ends.
    @Test(arguments: WaitingCall.all.filter { $0 != .connect })
    func aStrayOneChangesNothing(_ call: WaitingCall) throws {
        let awaited = try Awaited(call, isShort: true)
        defer { awaited.close() }
        let work = Arrangement(.last, awaited)
        let engine = try Engine()
        #expect(work.batch.submit(engine) == 3)
        try work.waitUntilBlocked()
        for _ in 0..<5 {
            let thread = Int32(work.chain.completions[0].thread)
            #expect(acall_signal_send(thread, acall_signal_installed()) == 0)
            usleep(300)
        }
        awaited.release()
        try work.finish(engine)
        #expect(awaited.isRight(work.code ?? .min), "\(String(describing: work.code))")
        work.checkOthers(isStopped: false, hasBegun: true)
        engine.shutdown()
        #expect(engine.statistics.threads == 0)
    }

    @Test func theSignalMayComeBetweenAnyTwoInstructions() throws {
        let (output, status) = try Helper.run("engine-cancel", ["window"])
        // 3: another processor, or a machine that lets nobody trace.
        #expect(status == 0 || status == 3 << 8, "\(output)")
    }

    @Test(arguments: ["race-write", "race-open", "race-close"])
    func nothingIsLostOrDoubledInRaces(_ kind: String) throws {
        let races = getenv("ACALL_STRESS_RACES").flatMap { UInt64(String(cString: $0)) } ?? 20_000
        let seed = seed()
        let (output, status) = try Helper.run("engine-cancel", [kind, "\(races)", "\(seed)"])
        #expect(status == 0, "seed \(seed): \(output)")
    }
}
