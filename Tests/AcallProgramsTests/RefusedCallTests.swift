// The tool under a filter that refuses one call: it does without, or the step fails that makes the call, or it says at
// the start which call it needs. It never hangs, and never dies of a signal.

import Foundation
import Testing

@Suite struct RefusedCallTests {
    private static let refuse = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appendingPathComponent("refuse-calls").path

    /// Cancels, spawns, times out, runs chains side by side, maps memory.
    private static let program = """
        var ends: int[2]
        var b: bytes[8]
        pipe2(ends, O_CLOEXEC)
        async a = read(ends[0], b)
        nanosleep(20ms)
        cancel a
        child = spawn("/bin/true", ["true"])
        wait(child)
        n = nanosleep(10s) timeout 20ms allow ETIMEDOUT
        parallel for i in 0..<4 limit 4 { nanosleep(1ms) }
        """

    private static let calls = [
        "getpid", "gettid", "tgkill", "futex", "membarrier", "rt_sigaction", "rt_sigprocmask",
        "rt_sigreturn", "rt_sigtimedwait", "rt_sigpending", "clone", "clone3", "fcntl", "ioctl",
        "sched_getaffinity", "sched_yield", "timer_create", "timer_settime", "timer_delete",
        "getppid", "uname", "clock_nanosleep", "nanosleep", "poll", "ppoll", "sigaltstack",
        "set_robust_list", "prlimit64", "rseq", "getrandom", "kill", "exit", "pidfd_open",
        "pidfd_send_signal", "waitid", "wait4", "sysinfo", "eventfd2", "madvise", "munmap",
        "readlink", "write",
    ]
    /// The shared build's loader needs these to load it.
    private static let loading = ["mmap", "openat", "read", "fstat", "close", "brk"]

    private static let isStatic: Bool = {
        (try? Tool.run(["ldd", Tool.path], in: Tool.root).status) != 0
    }()

    @Test(arguments: calls + (isStatic ? loading : []), ["EPERM", "ENOSYS"])
    func itEndsAndSaysWhy(_ call: String, _ error: String) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", Self.program)
        // Far longer than it takes: only what hangs is ended.
        let ended = try Tool.run(
            ["timeout", "-s", "KILL", "100", Self.refuse, call, error, Tool.path, "p.acall"],
            in: scratch.url)
        switch ended.status {
        case 0: break
        case 1: #expect(ended.errorText.contains("error: "), "\(ended.errorText)")
        // What it can't read or write it says, too: there the call is not an engine's.
        case 2, 3:
            let words = [call, "thread", "can't be read", "can't write", "no memory"]
            let isSaid = words.contains { ended.errorText.contains($0) }
            #expect(isSaid || call == "write", "\(ended.errorText)")
        default: Issue.record("status \(ended.status): \(ended.errorText)")
        }
    }

    /// Whatever is refused: a signal ends it, cleaned up.
    @Test(arguments: ["membarrier", "sched_yield", "getppid", "futex", "tgkill", "exit", "kill"])
    func aSignalEndsIt(_ call: String) throws {
        let run = try Signalled(
            """
            defer write(1, "cleaned up\\n")
            write(1, "ready\\n")
            nanosleep(1000s)
            """, before: [Self.refuse, call, "EPERM"])
        run.send(15)
        let ended = try run.end()
        let isRefused = ended.status == 3 && ended.errorText.contains(call)
        #expect(
            isRefused || ended.text == "ready\ncleaned up\n" && [-15, 143].contains(ended.status),
            "\(ended.status) \(ended.errorText)")
    }

    /// No thread is to be had: said at the start, with the reason.
    @Test func whereThereAreNoThreadsItIsSaid() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for (name, text) in [("one.acall", "getpid()"), ("two.acall", "async a = getpid()")] {
            _ = try scratch.file(name, text)
            let ended = try Tool.run(
                [Self.refuse, "clone3", "EPERM", Tool.path, name], in: scratch.url)
            #expect(ended.status == 3)
            #expect(
                ended.errorText.contains("thread can't be had: Operation not permitted"),
                "\(ended.errorText)")
        }
    }
}
