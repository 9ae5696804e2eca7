// What an interrupt leaves behind: a report, and a process that died of the signal.

import Foundation
import Glibc
import Testing

@Suite struct InterruptTests {
    private static let waiting = """
        var ends: int[2]
        var b: bytes[8]
        pipe2(ends, 0)
        defer write(1, "cleaned up\\n")
        write(1, "ready\\n")
        n = read(ends[0], b)
        write(1, "never")

        """

    /// Sends a signal once the program runs, and after so many milliseconds more.
    private func interrupted(
        _ signal: String, _ text: String, _ arguments: String..., after pause: UInt32 = 0
    ) throws -> Ended {
        let run = try Signalled(
            text.contains("ready") ? text : "write(1, \"ready\\n\")\n" + text, arguments)
        usleep(pause * 1000)
        run.send(signal == "INT" ? SIGINT : SIGTERM)
        var ended = try run.end()
        // As a shell has it.
        if ended.status < 0 { ended.status = 128 - ended.status }
        #expect(ended.text.hasPrefix("ready\n"))
        ended.output.removeFirst(min(6, ended.output.count))
        return ended
    }

    @Test(arguments: ["INT", "TERM"]) func theReportIsPrinted(_ signal: String) throws {
        let ended = try interrupted(signal, Self.waiting)
        #expect(ended.status == (signal == "INT" ? 130 : 143), "\(ended.errorText)")
        #expect(ended.text == "cleaned up\n")
        for text in [
            "n  read(3, &b, 8) = ", ">  # cancelled", "1 cancelled, 1 skipped",
            "# closes what pipe2",
        ] {
            #expect(ended.errorText.contains(text), "\(ended.errorText)")
        }
        #expect(!ended.errorText.contains("error:"), "\(ended.errorText)")
    }

    @Test func theStepIsCancelledInJSONToo() throws {
        let ended = try interrupted("INT", Self.waiting, "--report", "json")
        let report = try JSONSerialization.jsonObject(with: ended.error) as? [String: Any] ?? [:]
        #expect(report["status"] as? Int == 1)
        #expect(
            report.steps.first { $0["name"] as? String == "n" }?["outcome"] as? String
                == "cancelled")
    }

    @Test func aLoopWithoutCallsEndsToo() throws {
        let ended = try interrupted("INT", "var i: long\nloop { i += 1 }\n")
        #expect(ended.status == 130, "\(ended.errorText)")
        #expect(ended.errorText.contains("p.acall: "), "\(ended.errorText)")
    }

    @Test func chainsEndWithTheirProgram() throws {
        let ended = try interrupted(
            "INT",
            """
            var ends: int[2]
            pipe2(ends, 0)
            parallel {
                task a { var x: bytes[8]; read(ends[0], x) }
                task b { nanosleep(30s) }
            }

            """, after: 1000)
        #expect(ended.status == 130, "\(ended.errorText)")
        #expect(ended.errorText.contains("2 cancelled"), "\(ended.errorText)")
    }

    /// Whoever starts the tool may have it ignore the key, as shells do for what runs in the background.
    @Test func anIgnoredSignalIsIgnored() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", "nanosleep(3s)\n")
        let ended = try Tool.run(
            [
                "sh", "-c",
                "trap '' INT; \"$0\" p.acall & pid=$!; sleep 1; kill -INT $pid; wait $pid",
                Tool.path,
            ], in: scratch.url)
        #expect(ended.errorText.contains("all returned"), "\(ended.errorText)")
    }

    /// A program that reads the signal itself gets it.
    @Test func aSignalThatTheProgramReadsIsTheProgramsOwn() throws {
        let ended = try interrupted(
            "INT",
            """
            fd = signalfd4(-1, [SIGUSR1])
            nanosleep(30s)

            """)
        #expect(ended.status == 130)
        #expect(ended.errorText.contains("1 cancelled"), "\(ended.errorText)")
    }

    private static let stuck = """
        var ends: int[2]
        var b: bytes[8]
        pipe2(ends, 0)
        defer write(1, "cleaned up\\n")
        child = spawn("/bin/sh", ["sh", "-c", "echo $$; exec sleep 1000"])
        n = read(ends[0], b)

        """

    /// But for the synchronous ones, and for SIGPIPE and SIGXFSZ, which are errnos. Two of the real-time ones: the
    /// engine's own is one of the last.
    @Test(
        arguments: [
            SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGTERM, SIGSTKFLT, SIGXCPU,
            SIGVTALRM, SIGPROF, SIGIO, SIGPWR, 34, 35, 62, 63, 64,
        ] as [Int32])
    func everySignalThatWouldEndTheProcessCleansUp(_ signal: Int32) throws {
        let run = try Signalled(Self.stuck, before: ["sh", "-c", "ulimit -c 0; exec \"$@\"", "sh"])
        run.send(signal)
        let ended = try run.end()
        #expect(ended.status == -signal, "\(ended.errorText)")
        #expect(ended.text.hasSuffix("cleaned up\n"), "\(ended.text)")
        #expect(ended.errorText.contains("1 cancelled"), "\(ended.errorText)")
        let child = try #require(pid_t(run.firstLine), "\(ended.text)")
        #expect(kill(child, 0) == -1 && errno == ESRCH)
    }

    /// Also while the clean-up of the first takes for ever.
    @Test func aSecondSignalEndsItAtOnce() throws {
        let run = try Signalled(
            """
            defer nanosleep(1000s)
            defer write(1, "cleaning\\n")
            write(1, "ready\\n")
            nanosleep(1000s)
            """)
        run.send(SIGTERM)
        // As often as it takes: those that come at once count as the first.
        while run.isRunning {
            usleep(100_000)
            run.send(SIGTERM)
        }
        let ended = try run.end()
        #expect(ended.status == -SIGTERM && ended.errorText.isEmpty, "\(ended.errorText)")
        #expect(ended.text == "ready\ncleaning\n")
    }

    /// Two within a moment are one: some send it to a process and to its group.
    @Test func aSignalThatIsSentTwiceCountsOnce() throws {
        let run = try Signalled(Self.stuck)
        run.send(SIGTERM)
        run.send(SIGTERM)
        let ended = try run.end()
        #expect(ended.status == -SIGTERM && ended.text.hasSuffix("cleaned up\n"))
        #expect(ended.errorText.contains("1 cancelled"), "\(ended.errorText)")
    }

    @Test func aSignalThatTheProgramReadsIsRead() throws {
        for (named, sent) in [("SIGUSR1", "USR1"), ("SIGCHLD", "CHLD"), ("SIGTERM", "TERM")] {
            let scratch = try Scratch()
            defer { scratch.remove() }
            _ = try scratch.file(
                "p.acall",
                """
                var info: signalfd_siginfo
                fd = signalfd4(-1, [\(named)])
                child = spawn("/bin/sh", ["sh", "-c", "kill -\(sent) $PPID"])
                read(fd, info)
                wait(child)
                output signal = info.ssi_signo
                """)
            let ended = try Tool.acall(["p.acall"], in: scratch.url)
            #expect(ended.status == 0, "\(ended.errorText)")
            #expect(ended.errorText.contains("signal = "), "\(ended.errorText)")
        }
    }

    /// A set that is made at run time may hold any signal: SIGTERM is left.
    @Test func aProgramThatMayReadAnySignalEndsByTERM() throws {
        let run = try Signalled(
            """
            var set: u64 = 3
            fd = signalfd4(-1, set)
            write(1, "ready\\n")
            nanosleep(1000s)
            """)
        run.send(SIGHUP)
        run.send(SIGTERM)
        let ended = try run.end()
        #expect(ended.status == -SIGTERM, "\(ended.errorText)")
        #expect(ended.errorText.contains("1 cancelled"), "\(ended.errorText)")
    }

    /// A limit on a file's size, and a reader who has gone, are the call's errno.
    @Test func whatACallRaisesIsItsErrno() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file(
            "p.acall",
            """
            var ends: int[2]
            fd = openat(AT_FDCWD, "large", O_RDWR | O_CREAT, 0600)
            ftruncate(fd, 1GiB) expect EFBIG
            pipe2(ends, 0)
            close(ends[0])
            write(ends[1], "x") expect EPIPE
            """)
        let ended = try Tool.run(
            [
                "--default-signal=PIPE,XFSZ", "sh", "-c", "ulimit -f 1; exec \"$0\" p.acall",
                Tool.path,
            ],
            in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
    }

    /// On a terminal, what does not return is named.
    @Test func aStepThatWaitsIsNamedOnATerminal() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", Self.waiting)
        let ended = try onTerminal([Tool.path, "p.acall"], in: scratch.url, seconds: 6)
        #expect(
            ended.contains("p.acall:6:5: waiting in read(ends[0], b) since 3 s"), "\(ended)")
    }

    /// What a command writes to a terminal of its own, until it has had its time.
    private func onTerminal(
        _ command: [String], in directory: URL, seconds: Int
    ) throws -> String {
        // As posix_openpt, unlockpt and ptsname do, which are not imported: TIOCSPTLCK and TIOCGPTN.
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (unlocked, number): (Int32, UInt32) = (0, 0)
        try #require(
            master >= 0 && ioctl(master, 0x4004_5431, &unlocked) == 0
                && ioctl(master, 0x8004_5430, &number) == 0)
        let name = "/dev/pts/\(number)"
        let slave = open(name, O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["--default-signal=INT", "timeout", "-s", "INT", "\(seconds)"] + command
        process.currentDirectoryURL = directory
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = handle
        try process.run()
        process.waitUntilExit()
        // It stays open until all is read, so that nothing is lost.
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        _ = fcntl(master, F_SETFL, O_NONBLOCK)
        let count = read(master, &buffer, buffer.count)
        close(slave)
        close(master)
        return String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    }
}
