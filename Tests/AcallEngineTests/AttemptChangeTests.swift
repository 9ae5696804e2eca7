// Attempts of which something has changed since the path was looked at; and what is left when the rest does not run.

import AcallEngine
import CAcall
import Glibc
import Synchronization
import TestSupport
import Testing

/// Whether a test is.
private final class Over: Sendable {
    let value = Atomic(false)
}

@Suite(.enabled(if: Tried.isPossible)) struct AttemptChangeTests {
    let engine: Engine

    init() throws { engine = try Engine() }

    /// A FIFO in the place of a file that was known: the submitter does not wait for its other end.
    @Test func aFIFOIsWaitedForElsewhere() throws {
        let directory = try Directory()
        let tried = Tried.reading(try directory.write("a", [1]))
        tried.know(engine)
        #expect(tried.comesToBeHere(engine))
        unlink(tried.path)
        try #require(mkfifo(tried.path, 0o600) == 0)
        for _ in 0..<3 {
            let ending = TriedEnding()
            // Were it to wait, nobody would open the other end.
            #expect(engine.submitChain(tried.plan, isTriedHere: true, ended: ending.ended) == 3)
            #expect(!ending.hasEnded)
            let writer = open(tried.path, O_WRONLY)
            #expect(write(writer, "fifo", 4) == 4)
            #expect(ending.wait() == ChainEnd(stoppedAt: ran, returnCode: 0))
            close(writer)
            #expect(tried.chain.code(1) == 4 && tried.bytes(4) == Array("fifo".utf8))
        }
    }

    /// Nobody opens a FIFO's end only to leave it again: whoever waits at the other end would write to nobody.
    @Test func aFIFOIsOpenedOnce() throws {
        let directory = try Directory()
        let path = try directory.write("a", [1])
        let tried = Tried.reading(path)
        tried.know(engine)
        #expect(tried.comesToBeHere(engine))
        unlink(path)
        try #require(mkfifo(path, 0o600) == 0)
        let watch = inotify_init1(Int32(IN_NONBLOCK))
        defer { close(watch) }
        try #require(inotify_add_watch(watch, path, UInt32(IN_OPEN | IN_CLOSE_NOWRITE)) >= 0)
        let writing = TestThread {
            let writer = open(path, O_WRONLY)
            #expect(write(writer, "fifo", 4) == 4)
            close(writer)
        }
        // Until it waits, and until the path is to be looked at again.
        usleep(20_000)
        #expect(tried.run(engine).end == ChainEnd(stoppedAt: ran, returnCode: 0))
        #expect(tried.chain.code(1) == 4 && tried.bytes(4) == Array("fifo".utf8))
        writing.join()
        // Both open, then the reader closes: events without names, 16 bytes each; those that are the same are one.
        var events = [UInt8](repeating: 0, count: 1024)
        #expect(read(watch, &events, events.count) == 2 * 16)
    }

    /// By this an attempt knows a large file that it had better not close itself: that would free it. One that has its
    /// name is closed on the spot.
    @Test func aFileWithoutANameIsKnown() throws {
        let directory = try Directory()
        let tried = Tried()
        tried.path = try directory.write("a", [UInt8](repeating: 1, count: 2 << 20))
        tried.addOpen()
        tried.add(Number.close, flags: ACALL_SUBMIT_CLEANUP)
        tried.know(engine)
        #expect(tried.comesToBeHere(engine))
        let descriptor = open(tried.path, O_RDONLY)
        #expect(!acall_attempt_frees(UInt64(descriptor)))
        unlink(tried.path)
        #expect(acall_attempt_frees(UInt64(descriptor)))
        close(descriptor)
    }

    /// What a read that was given up had brought already is gone, and so is its place in the file.
    @Test func aReadThatIsGivenUpLeavesNothing() throws {
        let directory = try Directory()
        let path = try directory.write("a", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 | 1) })
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 100_000)
        #expect(fsync(descriptor) == 0)
        // Only the front is in memory; whether the kernel lets go of the rest is its own affair.
        #expect(posix_fadvise(descriptor, 0, 0, POSIX_FADV_RANDOM) == 0)
        #expect(posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) == 0)
        #expect(pread(descriptor, &buffer, 10, 0) == 10)
        buffer[0..<10] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
        let code = buffer.withUnsafeMutableBytes {
            acall_attempt_read(
                UInt64(descriptor), UInt64(UInt(bitPattern: $0.baseAddress)), 100_000, -1)
        }
        if code < 0 {
            #expect(buffer.allSatisfy { $0 == 0 })
            #expect(lseek(descriptor, 0, SEEK_CUR) == 0)
        } else {
            #expect(code == 100_000)
        }
    }

    @Test func whatIsLeftToAThreadCanBeCancelled() throws {
        let directory = try Directory()
        let tried = Tried()
        tried.path = try directory.write("a", [1])
        // Clean-up tells that it has been there.
        tried.addOpen()
        tried.addReadAndClose()
        tried.know(engine)
        unlink(tried.path)
        try #require(mkfifo(tried.path, 0o600) == 0)
        let ending = TriedEnding()
        #expect(engine.submitChain(tried.plan, isTriedHere: true, ended: ending.ended) == 3)
        #expect(engine.submitChain(tried.plan, isTriedHere: true, ended: ending.ended) == -16)
        #expect(engine.cancel(tried.plan) == 0)
        let end = ending.wait()
        #expect(end.stoppedAt == 0 && [-4, -125].contains(end.returnCode))
        #expect(engine.cancel(tried.plan) == -11)
        // The next run is nobody's to cancel.
        unlink(tried.path)
        try directory.write("a", [2, 3])
        #expect(tried.run(engine).end.stoppedAt == ran && tried.chain.code(1) == 2)
    }

    @Test func aFileThatIsGoneIsGone() throws {
        let directory = try Directory()
        let tried = Tried.reading(try directory.write("a", [1]))
        tried.know(engine)
        unlink(tried.path)
        for _ in 0..<3 {
            #expect(tried.run(engine).end == ChainEnd(stoppedAt: 0, returnCode: -2))
            // Clean-up has found nothing to close.
            #expect(tried.chain.code(2) == -9)
        }
        mkdir(tried.path, 0o700)
        for _ in 0..<3 {
            #expect(tried.run(engine).end == ChainEnd(stoppedAt: 1, returnCode: -21))
        }
        rmdir(tried.path)
        try directory.write("a", [5, 6])
        for _ in 0..<4 {
            #expect(tried.run(engine).end.stoppedAt == ran && tried.bytes(2) == [5, 6])
        }
        // What was a directory is not looked at again at once.
        #expect((0..<1000).contains { _ in tried.run(engine).wasHere || usleep(10_000) != 0 })
    }

    /// A path that leads to another file system by now is looked at again.
    @Test(.enabled(if: access("/dev/shm", W_OK) == 0)) func aPathMayLeadElsewhere() throws {
        let (first, second) = (try Directory(), try Directory(in: "/dev/shm"))
        let files = [try first.write("a", [1]), try second.write("b", [2])]
        let link = first.file("link")
        let tried = Tried.reading(link)
        for turn in 0..<6 {
            unlink(link)
            try #require(symlink(files[turn % 2], link) == 0)
            for _ in 0..<4 {
                #expect(tried.run(engine).end.stoppedAt == ran)
                #expect(tried.bytes(1) == [UInt8(turn % 2 + 1)])
            }
            #expect(tried.comesToBeHere(engine))
        }
        // Not a file system of this machine's memory or disks.
        unlink(link)
        try #require(symlink("/proc/self/stat", link) == 0)
        for _ in 0..<5 {
            let (end, wasHere) = tried.run(engine)
            #expect(end.stoppedAt == ran && !wasHere)
            #expect((tried.chain.code(1) ?? 0) > 10)
        }
    }

    /// What is not in memory is a thread's to wait for.
    @Test func whatIsOnDiskIsReadElsewhere() throws {
        let directory = try Directory()
        let content = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 9) }
        let tried = Tried.reading(try directory.write("a", content), 60_000)
        tried.know(engine)
        let descriptor = open(tried.path, O_RDONLY)
        defer { close(descriptor) }
        for offset in [0, 20_480, 40_960] {
            #expect(fsync(descriptor) == 0)
            #expect(posix_fadvise(descriptor, off_t(offset), 0, POSIX_FADV_DONTNEED) == 0)
            // Whether the kernel let go of it is its own affair.
            let isGone = acall_attempt_read(UInt64(descriptor), tried.buffer, 1, 59_000) == -11
            let (end, wasHere) = tried.run(engine)
            #expect(end == ChainEnd(stoppedAt: ran, returnCode: 0))
            #expect(tried.chain.code(1) == 60_000 && tried.holds(60_000, of: content))
            if isGone { #expect(!wasHere) }
        }
    }

    /// A chain whose rest nobody can run leaves nothing open.
    @Test func whatWasOpenedIsClosedWhereNoThreadIsToBeHad() async {
        await #expect(processExitsWith: .success) {
            var configuration = EngineConfiguration()
            configuration.idleTime = .milliseconds(1)
            let engine = try Engine(configuration: configuration)
            let directory = try Directory()
            let tried = Tried(bytes: 150_000)
            tried.path = try directory.write("a", [1])
            tried.addOpen()
            tried.add(Number.read, [tried.buffer, 150_000])
            tried.add(Number.close, flags: ACALL_SUBMIT_CLEANUP)
            tried.know(engine)
            while engine.statistics.threads > 0 { usleep(1000) }
            let next = open("/dev/null", O_RDONLY)
            close(next)
            acall_inject_fault(Int32(ACALL_FAULT_THREAD.rawValue), 1, 1000, EAGAIN)
            #expect(tried.run(engine).end == ChainEnd(stoppedAt: -2, returnCode: -11))
            #expect(tried.chain.code(0) == Int64(next))
            #expect(fcntl(next, F_GETFD) == -1)
            acall_inject_fault(Int32(ACALL_FAULT_THREAD.rawValue), 0, 0, 0)
            #expect(tried.run(engine).end.stoppedAt == ran)
        }
    }

    /// A shutdown waits for attempts, whose end wakes it, and leaves no thread behind that one of them has asked for.
    @Test func aShutdownWaitsForAttempts() throws {
        let directory = try Directory()
        let path = try directory.write("a", [UInt8](repeating: 1, count: 150_000))
        for round in 0..<150 {
            let engine = try Engine()
            Tried.reading(path, 100_000).know(engine)
            // The first are made on the spot, the others have a rest that is a thread's.
            let submitters = [100_000, 100_000, 150_000].map { count in
                TestThread {
                    let tried = Tried.reading(path, count)
                    while true {
                        let end = tried.run(engine).end
                        if end.stoppedAt == -2 {
                            #expect(end.returnCode == -11)
                            return
                        }
                        #expect(end.stoppedAt == ran || [-4, -125].contains(end.returnCode))
                    }
                }
            }
            for _ in 0..<round * 20 { acall_pause() }
            engine.shutdown()
            #expect(engine.statistics.threads == 0, "round \(round)")
            for submitter in submitters { submitter.join() }
            #expect(engine.statistics.threads == 0, "round \(round)")
        }
    }

    /// Files that are put in each other's place all the while: each run reads one of them, whole.
    @Test func filesMayBeReplacedMeanwhile() throws {
        let directory = try Directory()
        let path = try directory.write("a", [UInt8](repeating: 0, count: 3000))
        let isOver = Over()
        let replacing = TestThread {
            var turn: UInt8 = 0
            while !isOver.value.load(ordering: .relaxed) {
                turn &+= 1
                let count = 1000 + Int(turn) * 10
                guard
                    let next = try? directory.write("b", [UInt8](repeating: turn, count: count))
                else { return }
                rename(next, path)
            }
        }
        let readers = (0..<4).map { _ in
            TestThread {
                let tried = Tried()
                tried.path = path
                tried.addOpen()
                tried.addReadAndClose()
                for _ in 0..<1000 {
                    let end = tried.run(engine).end
                    #expect(end == ChainEnd(stoppedAt: ran, returnCode: 0))
                    let count = Int(tried.chain.code(1) ?? 0)
                    let bytes = tried.bytes(count)
                    #expect(bytes.allSatisfy { $0 == bytes.first })
                    #expect(count == 3000 || count == 1000 + Int(bytes.first ?? 0) * 10)
                }
            }
        }
        for reader in readers { reader.join() }
        isOver.value.store(true, ordering: .relaxed)
        replacing.join()
    }
}
