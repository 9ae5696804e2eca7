// Programs of this target, compiled with it: typed inputs, typed outputs, and what goes wrong.

import Acall
import CAcall
import Glibc
import Testing

/// Whether a number is that of a file in memory named "acall-many": other tests open files too.
private func isMemory(_ number: Int32) -> Bool {
    var path = [CChar](repeating: 0, count: 256)
    let count = readlink("/proc/self/fd/\(number)", &path, path.count)
    let bytes = path.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self).contains("acall-m")
}

/// Whether this kernel, in this sandbox, has what it takes to read only what is in memory.
private let kernelHasAttempts: Bool = {
    var (how, file) = (acall_open_how(), acall_local_file())
    return acall_attempts_are_possible() && acall_attempt_look(AT_FDCWD, "/", &how, &file) >= 0
}()

@Suite struct EmbeddingTests {
    @Test func aProgramIsATypedFunction() async throws {
        let engine = try Engine()
        let head = try await engine.run(Head(file: "/etc/passwd", count: 5))
        #expect(head.outputs.shown == "root:" && head.outputs.length == 5)
        #expect(head.report.steps.count == 3)
        let blocking = try engine.runBlocking(Head(file: "/etc/passwd"))
        #expect(blocking.outputs.length == 512 || blocking.outputs.shown.hasPrefix("root:"))
    }

    /// One after the other, alone on its engine: short runs end before their task would sleep, and are timed only where
    /// that is asked for.
    @Test func whenAndHowLongIsToldWhereItIsAskedFor() async throws {
        let engine = try Engine()
        for count in 0..<200 {
            let isTimed = count % 3 == 0
            let head = try await engine.run(
                Head(file: "/etc/passwd", count: Int32(1 + count % 20)), isTimed: isTimed)
            #expect(head.outputs.length == 1 + count % 20)
            #expect(head.report.steps.allSatisfy { ($0.duration > 0) == isTimed })
        }
    }

    /// What the kernel has in memory is read by the task itself, and told of in the same way.
    @Test(.enabled(if: kernelHasAttempts)) func whatIsInMemoryNeedsNoThread() async throws {
        var configuration = EngineConfiguration()
        configuration.idleTime = .milliseconds(1)
        let engine = try Engine(configuration: configuration)
        var lines: [String] = []
        for _ in 0..<2 {
            lines.append(try await engine.run(Head(file: "/etc/passwd", count: 4)).report.lines)
        }
        // Now and then the kernel does not say at once what it has.
        var here = 0
        for run in 0..<1000 where here < 20 {
            while engine.statistics.threads > 0 { try await Task.sleep(for: .milliseconds(1)) }
            let started = engine.statistics.threadsStarted
            let count = 1 + run % 20
            let head = try await engine.run(Head(file: "/etc/passwd", count: Int32(count)))
            #expect(head.outputs.length == count && head.outputs.shown.utf8.count == count)
            if count == 4 { lines.append(head.report.lines) }
            if engine.statistics.threadsStarted == started { here += 1 }
        }
        #expect(here == 20)
        // But for which descriptor it was.
        #expect(Set(lines.map { $0.filter { !$0.isNumber } }).count == 1)
        // It fails as it does elsewhere: beyond the program's own bounds.
        let beyond = Head(file: "/etc/passwd", count: 1 << 20)
        var failures: [String] = []
        for isBlocking in [true, false, false] {
            do {
                if isBlocking {
                    _ = try engine.runBlocking(beyond)
                } else {
                    _ = try await engine.run(beyond)
                }
                Issue.record("it should have failed")
            } catch RunError.failed(let report) {
                failures.append(report.lines.filter { !$0.isNumber })
            }
        }
        #expect(failures.count == 3 && Set(failures).count == 1)
    }

    @Test func aFailureIsThrownWithItsReport() async throws {
        let engine = try Engine()
        do {
            _ = try await engine.run(Head(file: "/no/such/file"))
            Issue.record("it should have failed")
        } catch RunError.failed(let report) {
            #expect(report.failures.count == 1 && report.steps[0].result == -2)
        }
        // More than the storage holds: the program's own bounds.
        #expect(throws: RunError.self) {
            try engine.runBlocking(Head(file: "/etc/passwd", count: 1 << 20))
        }
    }

    @Test func outputsWithAKeyAreADictionary() async throws {
        let engine = try Engine()
        let sizes = try await engine.run(Sizes(files: ["/etc/passwd", "/etc/hostname"]))
        var status = stat()
        #expect(stat("/etc/passwd", &status) == 0)
        #expect(sizes.outputs.size["/etc/passwd"] == Int(status.st_size))
        #expect(sizes.outputs.size.count == 2)
    }

    @Test func outputsThatMayBeMissingAreOptional() async throws {
        let engine = try Engine()
        let made = try await engine.run(OpenMemory())
        #expect(made.outputs.kind == 1)
        let nothing = try await engine.run(OpenMemory(wanted: 0))
        #expect(nothing.outputs.kind == nil)
        if let fd = nothing.outputs.fd { Issue.record("a descriptor: \(fd.rawValue)") }
    }

    @Test func whatEachWayGivesIsNotOptional() async throws {
        let engine = try Engine()
        for (n, expected) in [(0, "none"), (-2, "low"), (3, "high")] as [(Int32, String)] {
            let ended = try await engine.run(Branches(n: n))
            let kind: String = ended.outputs.kind
            #expect(kind == expected)
            let (depth, height): (Int?, Int?) = (ended.outputs.depth, ended.outputs.height)
            #expect(depth == (n < 0 ? Int(-n) : nil) && height == (n > 0 ? Int(n) : nil))
        }
        #expect(throws: RunError.self) { try engine.runBlocking(Branches(n: -9)) }
    }

    @Test func aListInputHasItsDefault() async throws {
        let engine = try Engine()
        let ended = try await engine.run(Defaults())
        #expect(ended.outputs.sum == -1 && ended.outputs.raw == "\u{fffd}")
        #expect(ended.outputs.known.keys.sorted() == ["a", "b\u{fffd}", "say \"no\""])
        let given = try engine.runBlocking(Defaults(names: ["x"], files: ["f"], counts: [5]))
        #expect(given.outputs.sum == 105 && given.outputs.known == ["x": 1])
        let none = try engine.runBlocking(Defaults(names: [], counts: []))
        #expect(none.outputs.sum == 0 && none.outputs.known.isEmpty)
    }

    /// Outputs with descriptors can't be copied: there is one owner.
    @Test func aDescriptorHasAnOwner() async throws {
        let engine = try Engine()
        var number: Int32 = -1
        do {
            let made = try await engine.run(OpenMemory(content: "hello"))
            guard let fd = made.outputs.fd else { throw CancellationError() }
            number = fd.rawValue
            var bytes = [UInt8](repeating: 0, count: 8)
            #expect(pread(number, &bytes, 8, 0) == 5 && bytes[0] == UInt8(ascii: "h"))
            let status = fcntl(number, F_GETFD)
            #expect(status == FD_CLOEXEC)
        }
        #expect(!isMemory(number))
        let blocking = try engine.runBlocking(OpenMemory())
        var taken: Int32 = -1
        if let fd = blocking.outputs.fd { taken = fd.take() }
        #expect(fcntl(taken, F_GETFD) == FD_CLOEXEC)
        #expect(close(taken) == 0)
    }

    /// Descriptors with keys: each is taken or closed.
    @Test func manyDescriptorsHaveAnOwnerToo() async throws {
        let engine = try Engine()
        var numbers: [Int32] = []
        do {
            let made = try await engine.run(OpenMany(count: 3))
            var fds = made.outputs.fds
            #expect(fds.count == 3 && fds.keys.sorted() == [0, 1, 2] && fds[3] == nil)
            numbers = (0..<3).map { fds[$0] ?? -1 }
            #expect(numbers.allSatisfy(isMemory))
            let second = fds.take(1)?.take()
            #expect(second == numbers[1] && isMemory(numbers[1]))
            let again = fds.take(1)?.take()
            #expect(again == nil && fds.count == 2)
            #expect(close(numbers[1]) == 0)
        }
        #expect(!numbers.contains(where: isMemory))
    }

    /// What a program had handed out when it failed is closed: nobody has it.
    @Test func aFailureClosesWhatWasHandedOut() async throws {
        let engine = try Engine()
        do {
            _ = try await engine.run(OpenMany(count: 3, fails: 1))
            Issue.record("it should have failed")
        } catch RunError.failed(let report) {
            let numbers = report.steps.filter { $0.call == "memfd_create" }.compactMap(\.result)
            #expect(numbers.count == 1 && !isMemory(Int32(numbers[0])))
            guard case .indexed(let fds)? = report.outputs["fds"] else {
                Issue.record("no descriptors")
                return
            }
            for case .integer(let number) in fds.values { #expect(!isMemory(Int32(number))) }
        }
    }

    /// A program that stops has done all it was to do.
    @Test func aStopIsAGoodEnd() async throws {
        let engine = try Engine()
        let whole = try await engine.run(Certain())
        // Not optional: the proc can't end the program.
        let me: Int = whole.outputs.me
        #expect(me == Int(getpid()) && whole.outputs.more == me)
        let stopped = try await engine.run(Certain(wanted: 0))
        #expect(stopped.outputs.me == me && stopped.outputs.more == nil)
        #expect(stopped.report.status == 0 && stopped.report.failedStep == nil)
        let blocking = try engine.runBlocking(Certain(wanted: 0))
        #expect(blocking.outputs.before == Int(getppid()) && blocking.report.failures.isEmpty)
    }

    @Test func aFailureSaysWhereAndWhy() async throws {
        let engine = try Engine()
        do {
            _ = try await engine.run(Head(file: "/no/such/file"))
            Issue.record("it should have failed")
        } catch let error as RunError {
            #expect("\(error)".hasPrefix("head.acall:"))
            #expect("\(error)".contains(#": openat(AT_FDCWD, "/no/such/file", "#))
            guard case .failed(let report) = error else { return }
            #expect(report.failedStep?.errno == ENOENT && report.failedStep?.call == "openat")
        }
    }

    /// A report that nobody has looked at does not hold the engine, and tells all when somebody does.
    @Test func aReportOutlivesItsEngine() async throws {
        weak var gone: Engine?
        let report: RunReport
        do {
            let engine = try Engine()
            gone = engine
            report = try await engine.run(Sizes(files: ["/etc/passwd", "/etc/hostname"])).report
        }
        #expect(gone == nil)
        #expect(report.status == 0 && report.steps.count >= 1)
    }

    /// An engine that refused a program is not held by it.
    @Test func aRefusalHoldsNoEngine() async throws {
        weak var gone: Engine?
        do {
            let engine = try Engine()
            gone = engine
            engine.shutdown()
            await #expect(throws: RunError.self) { try await engine.run(Forever()) }
        }
        #expect(gone == nil)
    }

    @Test func aCancelledTaskThrows() async throws {
        let engine = try Engine()
        let task = Task { try await engine.run(Forever()) }
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        await #expect(throws: CancellationError.self) { _ = try await task.value }
    }
}
