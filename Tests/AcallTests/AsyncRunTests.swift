// Runs that a task waits for: what they give, how they are cancelled, how many there may be.

import Acall
import Foundation
import Synchronization
import Testing

@Suite struct AsyncRunTests {
    private let head = """
        input file: path
        input count: int = 10
        fd = openat(AT_FDCWD, file, O_RDONLY)
        var block: bytes[64]
        n = read(fd, block[..<count])
        output size = n
        output text = block[..<n] as text
        """

    @Test func aRunGivesWhatABlockingRunGives() async throws {
        let program = try Program(text: head)
        let engine = try Engine()
        let blocking = try engine.runBlocking(program, ["file": "/etc/passwd", "count": 5])
        let report = try await engine.run(program, ["file": "/etc/passwd", "count": 5])
        #expect(report.status == 0 && report.outputs == blocking.outputs)
        #expect(report.outputs["size"] == .integer(5))
        #expect(report.steps.map(\.call) == blocking.steps.map(\.call))
        await #expect(throws: RunError.self) { try await engine.run(program, ["fil": "x"]) }
        let failed = try await engine.run(program, ["file": "/no/such/file"])
        #expect(failed.status == 1 && failed.failures.count == 1)
    }

    @Test func cancellationInterruptsWhatIsInFlight() async throws {
        let program = try Program(
            text: """
                var fds: int[2]
                pipe2(fds, O_CLOEXEC)
                var block: bytes[8]
                n = read(fds[0], block)
                """)
        let engine = try Engine()
        let before = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
        let steps = engine.steps(of: program)
        var iterator = steps.makeAsyncIterator()
        #expect(await iterator.next()?.call == "pipe2")
        try await Task.sleep(for: .milliseconds(20))
        steps.cancel()
        let report = try await steps.report
        // Only a machine that is very busy has not begun to read by now.
        #expect(report.steps.contains { ["cancelled", "skipped"].contains($0.outcome) })
        #expect(report.outputs.isEmpty && report.status == 1)
        #expect(report.steps.filter { $0.call == "close" }.count == 2)
        // Other tests open files too: it comes back to what it was, or less, in time.
        for _ in 0..<1000 {
            let now = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
            if now <= before { break }
            usleep(1000)
        }
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await engine.run(program)
        }
        await #expect(throws: CancellationError.self) { _ = try await late.value }
    }

    @Test func runsBeyondTheLimitWaitInLine() async throws {
        var configuration = EngineConfiguration()
        configuration.concurrentRuns = 3
        let engine = try Engine(configuration: configuration)
        let starts = Starts()
        engine.add(starts)
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let (from, to) = (ends[0], ends[1])
        defer {
            close(from)
            close(to)
        }
        let program = try Program(
            text: "input from: fd\nvar b: bytes[1]\nn = read(from, b)\noutput n")
        try await withThrowingTaskGroup(of: RunReport.self) { group in
            for _ in 0..<20 {
                group.addTask { try await engine.run(program, ["from": .integer(Int64(from))]) }
            }
            var count = 0
            // Each byte lets one end, and one begin in its place.
            for written in 0..<20 {
                while starts.count < min(3 + written, 20) {
                    try await Task.sleep(for: .milliseconds(1))
                }
                #expect(starts.count == min(3 + written, 20))
                #expect(write(to, "x", 1) == 1)
                let report = try #require(try await group.next())
                #expect(report.outputs["n"] == .integer(1))
                count += 1
            }
            #expect(count == 20)
        }
    }

    /// Counts what begins.
    private final class Starts: EngineInstrument, RunInstrument {
        private let starts = Atomic(0)
        var count: Int { starts.load(ordering: .relaxed) }
        func runRequested(_ request: RunRequest) -> any RunInstrument { self }
        func started() { starts.add(1, ordering: .relaxed) }
        func ended(_ end: RunEnd) {}
    }

    @Test func aLimitOfNothingIsRefused() {
        var configuration = EngineConfiguration()
        configuration.concurrentRuns = 0
        #expect(throws: EngineError.invalidConcurrentRuns) {
            try Engine(configuration: configuration)
        }
    }

    @Test func whoWaitsInLineCanLeave() async throws {
        var configuration = EngineConfiguration()
        configuration.concurrentRuns = 1
        let engine = try Engine(configuration: configuration)
        let slow = try Program(text: "nanosleep(3600s)")
        let first = Task { try await engine.run(slow) }
        try await Task.sleep(for: .milliseconds(30))
        let second = Task { try await engine.run(slow) }
        try await Task.sleep(for: .milliseconds(10))
        second.cancel()
        await #expect(throws: CancellationError.self) { _ = try await second.value }
        first.cancel()
        _ = try await first.value
        let third = try await engine.run(Program(text: "output x = 1"))
        #expect(third.outputs["x"] == .integer(1))
    }

    @Test func stepsComeAsTheyHappen() async throws {
        let engine = try Engine()
        let program = try Program(text: "a = getpid()\nnanosleep(1ms)\nb = getppid()")
        let steps = engine.steps(of: program)
        var calls: [String] = []
        for await step in steps { calls.append(step.call) }
        #expect(calls == ["getpid", "nanosleep", "getppid"])
        #expect(try await steps.report.status == 0)
    }

    /// As many as are asked for, half of them cancelled at some moment: each ends once, no descriptor stays.
    @Test func manyRunsAreCancelledAtRandom() async throws {
        let engine = try Engine()
        let program = try Program(
            text: """
                fd = memfd_create("x", MFD_CLOEXEC)
                write(fd, "12345678")
                nanosleep(3ms)
                var block: bytes[8]
                n = pread64(fd, block, 8, 0)
                output n
                """)
        let finished = await withTaskGroup(of: Bool.self) { group in
            for index in 0..<10_000 {
                group.addTask {
                    let task = Task { try await engine.run(program) }
                    if index % 2 == 0 {
                        usleep(UInt32((index &* 7919) % 3000) / 10)
                        task.cancel()
                    }
                    let report = try? await task.value
                    let isWhole = report?.outputs["n"] == .integer(8)
                    #expect(isWhole || index % 2 == 0)
                    return isWhole
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(finished.count == 10_000 && finished.count { $0 } >= 5000)
        let names = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").compactMap
        {
            try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0)
        }
        #expect(!names.contains { $0.hasPrefix("/memfd:x ") })
    }

    /// The last reference may be given up by the task as soon as it goes on.
    @Test func enginesMayGoAtOnce() async throws {
        let program = try Program(text: "nanosleep(100us)\noutput x = 1")
        for _ in 0..<100 {
            let report = try await Engine().run(program)
            #expect(report.outputs["x"] == .integer(1))
        }
    }

    @Test func afterAShutdownRunsAreRefused() async throws {
        let engine = try Engine()
        engine.shutdown()
        let program = try Program(text: "getpid()")
        await #expect(throws: RunError.self) { try await engine.run(program) }
    }
}
