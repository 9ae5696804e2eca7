// Children that a program started: ended with the chain that started them, unless their pidfds were passed on.

import Acall
import Foundation
import Glibc
import Testing

@Suite(.timeLimit(.minutes(2))) struct ChildTests {
    private static let start = """
        input to: fd
        child = spawn("/bin/sh", ["sh", "-c", "echo $$; exec sleep 1000"], stdout: to)

        """

    /// Runs it with a pipe to `to`; the ids that its children wrote.
    private func children(
        _ count: Int, _ body: (FileHandle, FileHandle) async throws -> Void
    ) async throws -> [pid_t] {
        let pipe = Pipe()
        try await body(pipe.fileHandleForWriting, pipe.fileHandleForReading)
        try pipe.fileHandleForWriting.close()
        let text = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        return text.split(separator: "\n").compactMap { pid_t($0) }
    }

    private func isGone(_ process: pid_t) -> Bool { kill(process, 0) == -1 && errno == ESRCH }

    @Test(arguments: [
        "getpid()", "assert 1 == 2", "stop", "exit_group(3)",
        "task t { nanosleep(1ms); assert 1 == 2 }\nnanosleep(1000s)",
    ])
    func theyEndWithTheProgram(_ ending: String) async throws {
        // What it wrote is read by a second step, so that it has begun.
        for isBlocking in [true, false] {
            let engine = try Engine()
            let ids = try await children(1) { to, from in
                let program = try Program(
                    text: Self.start.replacingOccurrences(
                        of: "input to: fd", with: "input to: fd\ninput from: fd")
                        + "var ready: pollfd[1] = [{fd: from, events: POLLIN}]\nppoll(ready)\n"
                        + ending)
                let inputs: [String: InputValue] = [
                    "to": .integer(Int64(to.fileDescriptor)),
                    "from": .integer(Int64(from.fileDescriptor)),
                ]
                _ =
                    isBlocking
                    ? try engine.runBlocking(program, inputs)
                    : try await engine.run(program, inputs)
            }
            #expect(ids.count == 1 && ids.allSatisfy(isGone), "\(ids)")
        }
    }

    @Test func aCancelledRunLeavesNone() async throws {
        let engine = try Engine()
        let ids = try await children(1) { to, from in
            let program = try Program(text: Self.start + "nanosleep(1000s)")
            let task = Task {
                try await engine.run(program, ["to": .integer(Int64(to.fileDescriptor))])
            }
            var ready = pollfd(fd: from.fileDescriptor, events: Int16(POLLIN), revents: 0)
            #expect(poll(&ready, 1, -1) == 1)
            task.cancel()
            #expect(try await task.value.wasCancelled)
        }
        #expect(ids.count == 1 && ids.allSatisfy(isGone), "\(ids)")
    }

    /// At the task's end, and not only at the program's.
    @Test func theyEndWithTheirChain() throws {
        let report = try run(
            """
            var ends: int[2]
            var got: bytes[16]
            pipe2(ends, O_CLOEXEC)
            parallel {
                task t { child = spawn("/bin/sh", ["sh", "-c", "echo x; exec sleep 1000"], stdout: ends[1]); read(ends[0], got) }
            }
            close(ends[1])
            n = read(ends[0], got)
            output n
            """)
        // The child had the pipe's last writing end.
        #expect(number(report, "n") == 0, "\(report.failures)")
    }

    @Test func oneThatIsPassedOnLives() async throws {
        let engine = try Engine()
        let report = try run(
            """
            proc begin() -> long {
                c = spawn("/bin/sh", ["sh", "-c", "exit 7"])
                return c
            }
            async first = spawn("/bin/sh", ["sh", "-c", "sleep 0.2; exit 5"])
            async second = begin()
            await first
            await second
            status = wait(first)
            output status
            """, on: engine)
        #expect(number(report, "status") == 5, "\(report.failures)")
        // An output of a run that went well is the app's.
        let given = try run(
            "child = spawn(\"/bin/sleep\", [\"sleep\", \"1000\"])\noutput child\n", on: engine)
        let pidfd = Int32(try #require(number(given, "child")))
        var info = siginfo_t()
        #expect(waitid(idtype_t(3), id_t(pidfd), &info, WEXITED | WNOHANG | WNOWAIT) == 0)
        let about = try String(contentsOfFile: "/proc/self/fdinfo/\(pidfd)", encoding: .utf8)
        let line = try #require(about.split(separator: "\n").first { $0.hasPrefix("Pid:") })
        #expect(kill(try #require(pid_t(line.split(separator: "\t")[1])), SIGKILL) == 0)
        #expect(waitid(idtype_t(3), id_t(pidfd), &info, WEXITED) == 0)
        close(pidfd)
    }

    /// What was waited for costs nothing any more.
    @Test func manyThatWereWaitedForLeaveNoDescriptors() throws {
        let before = Host.descriptors.count
        let report = try run(
            """
            var i: long
            while i < 100 {
                child = spawn("/bin/true", ["true"])
                wait(child)
                close(child)
                i += 1
            }
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(Host.descriptors.count < before + 50)
    }
}
