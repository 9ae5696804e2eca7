// Programs that are run again and again: what one run leaves, what the next one finds, and what is told of a run
// that nobody observed.

import AcallCatalog
import AcallCompiler
import AcallEngine
import AcallExecutor
import AcallImage
import AcallSyntax
import Foundation
import Synchronization
import Testing

/// How many signals the handler has seen; read by the thread that sends them.
private let handled = Atomic<Int>(0)

/// Waits until a thread is blocked in a call that reads or polls.
/// - Parameter thread: what `/proc/thread-self` says in it.
private func awaitCall(of thread: String) {
    while true {
        let state = try? String(
            contentsOfFile: "/proc/\(thread)/syscall", encoding: .utf8)
        if let number = state?.split(separator: " ").first,
            ["0", "7", "63", "73", "271"].contains(number)
        {
            return
        }
        usleep(1000)
    }
}

@Suite struct PreparedTests {
    private func image(_ text: String) throws -> BatchImage {
        let source = SourceText(name: "prepared.acall", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &diagnostics)
        let checked = try? TypedProgram(checking: tree, into: &diagnostics)
        return BatchImage(
            lowering: try #require(checked, "\(diagnostics.rendered(colour: false))"))
    }

    private func bind(_ program: PreparedProgram, _ inputs: [String: InputValue]) throws {
        for (place, entry) in program.program.image.inputs.enumerated() {
            guard let value = inputs[program.program.image.string(entry.name)] else { continue }
            try program.program.bind(place, value)
        }
    }

    /// Runs it on this thread; whether all went well.
    private func ran(_ program: PreparedProgram, on engine: Engine, isTimed: Bool) -> Bool {
        let chain = program.begin(on: engine, isTimed: isTimed)
        return program.ended(
            chain.plan._withUnsafeGuaranteedRef {
                engine.runChain($0, observer: chain.observer)
            })
    }

    /// Without its times, and without small numbers: descriptors are other tests' too.
    private func lines(_ report: Report) -> String {
        String(decoding: report.rendered(style: .lines, colour: false), as: UTF8.self)
            .replacing(#/ <[^>]*>/#, with: "")
            .replacing(#/, [0-9.]+ [mnµu]?s\b/#, with: "")
            .replacing(#/\b[0-9]{1,3}\b/#, with: "#")
    }

    /// Whether it is told afterwards, a program, and its inputs.
    private static let programs: [(Bool, String, [String: InputValue])] = [
        (
            true,
            """
            input file: path
            var st: stat
            var text: bytes[4KiB]
            fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            fstat(fd, st)
            n = read(fd, text)
            close(fd)
            output size = st.st_size
            output shown = text[..<n] as text
            """, ["file": .bytes(Array("/etc/passwd".utf8))]
        ),
        // A call that fails; storage in the initialised part; a descriptor left open.
        (
            false,
            """
            var st: stat
            fd = openat(AT_FDCWD, "/etc", O_RDONLY | O_CLOEXEC)
            fstat(fd, st)
            n = read(fd, st)
            output n
            """, [:]
        ),
        (true, "fd = openat(AT_FDCWD, \"/no/such\", O_RDONLY)\noutput fd\n", [:]),
        // Stopped by what is no call.
        (true, "me = getpid()\nassert me == 1, \"not the first\"\nyou = getppid()\n", [:]),
        (
            true, "a = getpid()\nif a > 0 { b = getppid() } else { c = gettid() }\nfail \"no\"\n",
            [:]
        ),
        // What `fcntl` is given, its operation says.
        (true, "r = fsync(-1) expect EBADF\nfcntl(-1, F_GETFD) allow EBADF\n", [:]),
        (
            true,
            """
            s = socket(AF_INET, SOCK_STREAM)
            var on: int = 1
            setsockopt(s, SOL_SOCKET, SO_REUSEADDR, on)
            fcntl(s, F_SETFL, O_NONBLOCK)
            fd = memfd_create("x", MFD_CLOEXEC)
            var flags: int
            ioctl(fd, FS_IOC_GETFLAGS, flags) allow ENOTTY
            """, [:]
        ),
        // What is changed is looked at before the call.
        (
            false,
            """
            s = socket(AF_INET, SOCK_STREAM)
            var kind: int
            getsockopt(s, SOL_SOCKET, SO_TYPE, kind)
            """, [:]
        ),
        (true, "r = fsync(-1) expect EBADF\ngetppid()\n", [:]),
        (true, "fd = memfd_create(\"x\", MFD_CLOEXEC)\nwrite(fd, \"hello\") expect 4\n", [:]),
        (
            true,
            "input n: int\nvar b: bytes[8]\ngetrandom(b[..<0])\nfd = memfd_create(\"x\", MFD_CLOEXEC)\nwrite(fd, b[..<n])\n",
            ["n": .integer(9)]
        ),
        (true, "defer getppid()\nfd = memfd_create(\"x\", MFD_CLOEXEC)\nfsync(-1)\n", [:]),
        // A buffer that is shown twice: what it held first is gone.
        (
            false,
            """
            var b: bytes[16]
            var ends: int[2]
            pipe2(ends, O_CLOEXEC)
            write(ends[1], "hello you")
            read(ends[0], b[..<5])
            read(ends[0], b)
            """, [:]
        ),
        // Only read again.
        (
            true,
            """
            var b: bytes[16]
            fd = memfd_create("x", MFD_CLOEXEC)
            n = pread64(fd, b, 0)
            write(fd, b)
            """, [:]
        ),
        (
            false,
            "var b: bytes[8]\nb[0] = 65\nfd = memfd_create(\"x\", MFD_CLOEXEC)\nwrite(fd, b)\nb[0] = 66\n",
            [:]
        ),
        (false, "var i: int\nwhile i < 3 { getppid()\ni = i + 1 }\n", [:]),
        (false, "fd = memfd_create(\"x\", MFD_CLOEXEC)\nwrite(fd, \"hello\") fully\n", [:]),
        (false, "var at: long = 5\nlseek(-1, at, SEEK_SET) allow EBADF\nat = 7\n", [:]),
    ]

    @Test(arguments: programs.indices)
    func whatIsToldAfterwardsIsWhatAnObserverTells(_ index: Int) throws {
        let (isToldAfterwards, text, inputs) = Self.programs[index]
        let engine = try Engine()
        let program = try PreparedProgram(try image(text))
        #expect(program.isToldAfterwards == isToldAfterwards)
        var seen: [String] = []
        var wholes: [Bool] = []
        for isTimed in [false, true, false, false, true] {
            program.reset()
            try bind(program, inputs)
            wholes.append(ran(program, on: engine, isTimed: isTimed))
            let report = program.report
            seen.append(lines(report))
            // What is looked at before it is made is timed as well.
            let steps = report.steps.filter {
                isTimed || isToldAfterwards || !["fcntl", "getsockopt"].contains($0.call)
            }
            #expect(steps.allSatisfy { ($0.duration > 0 && isTimed) == ($0.timedCount > 0) })
        }
        #expect(Set(wholes).count == 1)
        let loaded = try LoadedProgram(try image(text), inputs: inputs)
        seen.append(lines(loaded.run(on: engine, catalog: Catalog())))
        #expect(Set(seen).count == 1, "\(seen.joined(separator: "\n--\n"))")
        #expect(seen[0].contains("("))
    }

    /// A call that a signal's handler interrupts counts in every kind of report.
    @Test(
        .timeLimit(.minutes(20)),
        arguments: [
            "n = read(from, b)\nlen = write(to, b[..<n])",
            // One that has a time among its arguments.
            "var ready: pollfd = {fd: from, events: POLLIN}\nn = poll(ready, 1, 60000)",
        ])
    func whatIsMadeAgainIsCounted(_ calls: String) throws {
        let engine = try Engine()
        let program = try PreparedProgram(
            try image("input from: fd\ninput to: fd\nvar b: bytes[8]\nme = getpid()\n" + calls))
        let blocked = admitSignals()
        defer { pthread_sigmask(SIG_SETMASK, [blocked], nil) }
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        var seen: [String] = []
        for (isTimed, signals) in [(true, 2), (false, 2), (false, 0), (false, 1), (true, 1)] {
            program.reset()
            try bind(
                program, ["from": .integer(Int64(ends[0])), "to": .integer(Int64(ends[1]))])
            let thread = pthread_self()
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/thread-self")
            let other = Thread { [ends] in
                for _ in 0..<signals {
                    awaitCall(of: own)
                    let before = handled.load(ordering: .acquiring)
                    pthread_kill(thread, SIGUSR2)
                    while handled.load(ordering: .acquiring) == before { usleep(1000) }
                }
                awaitCall(of: own)
                write(ends[1], "x", 1)
            }
            other.start()
            #expect(ran(program, on: engine, isTimed: isTimed))
            let step = try #require(
                program.report.steps.first { ["read", "poll"].contains($0.call) })
            #expect(step.callCount == UInt64(signals) + 1, "\(isTimed) \(lines(program.report))")
            #expect(step.restarts == UInt64(signals))
            seen.append("\(signals): " + lines(program.report))
            // What the calls have left there.
            var rest = [UInt8](repeating: 0, count: 8)
            #expect(read(ends[0], &rest, 8) == 1)
        }
        #expect(seen[0] == seen[1])
        #expect(seen[3] == seen[4])
    }

    /// A handler that only interrupts, on this thread too, which is the library's. What was blocked before.
    private func admitSignals() -> sigset_t {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            handled.add(1, ordering: .releasing)
        }
        sigaction(SIGUSR2, &action, nil)
        var (own, before) = (sigset_t(), sigset_t())
        sigaddset(&own, SIGUSR2)
        pthread_sigmask(SIG_UNBLOCK, &own, &before)
        return before
    }

    /// Of a file that is longer than the next one nothing is left: neither of what `read` is known to have written,
    /// nor of what another call has.
    @Test(arguments: [true, false]) func storageIsClearedBetweenRuns(_ isMeasured: Bool) throws {
        let read = isMeasured ? "read(fd, text)" : "readv(fd, [text], 1)"
        let program = try PreparedProgram(
            try image(
                """
                input file: path
                var text: bytes[8KiB]
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                \(read)
                output all = text as hex
                """))
        let engine = try Engine()
        for count in [5000, 10, 8192, 0, 100] {
            let path = try Host.file(String(repeating: "x", count: count))
            defer { unlink(path) }
            program.reset()
            try bind(program, ["file": .bytes(Array(path.utf8))])
            #expect(ran(program, on: engine, isTimed: false))
            let place = try #require(program.place(ofOutput: "all"))
            let wanted =
                [UInt8](repeating: 120, count: count) + [UInt8](repeating: 0, count: 8192 - count)
            #expect(program.output(place) == .hex(wanted))
        }
    }

    /// What was not written in this run is not seen, whether it is cleared or can't be named.
    @Test(arguments: ["n", "10"]) func nothingOfALongerRunIsSeen(_ end: String) throws {
        let program = try PreparedProgram(
            try image(
                """
                input file: path
                var text: bytes[8KiB]
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                n = read(fd, text)
                output start = text[..<\(end)] as hex
                """))
        let engine = try Engine()
        for count in [100, 3, 0, 50] {
            let path = try Host.file(String(repeating: "x", count: count))
            defer { unlink(path) }
            program.reset()
            try bind(program, ["file": .bytes(Array(path.utf8))])
            #expect(ran(program, on: engine, isTimed: false))
            let x = [UInt8](repeating: 120, count: end == "n" ? count : min(count, 10))
            let zeroes = [UInt8](repeating: 0, count: end == "n" ? 0 : 10 - x.count)
            #expect(program.output(0) == .hex(x + zeroes))
        }
    }

    /// A slice's place in the storage is what was written to, wherever it lies.
    @Test func aSliceIsClearedWhereItLay() throws {
        let program = try PreparedProgram(
            try image(
                """
                input at: int
                input file: path
                var text: bytes[8KiB]
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                read(fd, text[at..<8192])
                output all = text as hex
                """))
        let engine = try Engine()
        let path = try Host.file(String(repeating: "x", count: 100))
        defer { unlink(path) }
        for start in [0, 4000, 8150, 8192, 17] {
            program.reset()
            try bind(program, ["file": .bytes(Array(path.utf8)), "at": .integer(Int64(start))])
            #expect(ran(program, on: engine, isTimed: false))
            guard case .hex(let all)? = program.output(0) else {
                Issue.record("no output")
                return
            }
            #expect(all.firstIndex(of: 120) == (start < 8192 ? start : nil))
            #expect(all.count { $0 == 120 } == min(100, 8192 - start))
        }
    }

    /// A long text, a short one, one that is too long to be kept.
    @Test func inputsOfAnyLengthFollowEachOther() throws {
        let program = try PreparedProgram(
            try image(
                "input text: string\nfd = memfd_create(\"x\", MFD_CLOEXEC)\noutput text = text as text\nn = write(fd, text)\n"
            ))
        let engine = try Engine()
        for count in [0, 3, 100, 5, 70_000, 1, 200_000, 64] {
            program.reset()
            let bytes = [UInt8](repeating: UInt8(ascii: "a") + UInt8(count % 7), count: count)
            try bind(program, ["text": .bytes(bytes)])
            #expect(ran(program, on: engine, isTimed: count % 2 == 0))
            #expect(program.output(0) == .text(bytes))
            let write = try #require(program.report.steps.first { $0.call == "write" })
            #expect(write.result?.value == Int64(count))
        }
    }
}
