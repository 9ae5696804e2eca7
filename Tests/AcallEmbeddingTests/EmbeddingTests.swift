// Programs of this target, compiled with it: typed inputs, typed outputs, and what goes wrong.

import Acall
import Glibc
import Testing

@Suite struct EmbeddingTests {
    @Test func aProgramIsATypedFunction() async throws {
        let engine = try Engine()
        let head = try await engine.run(Head(file: "/etc/passwd", count: 5))
        #expect(head.outputs.shown == "root:" && head.outputs.length == 5)
        #expect(head.report.steps.count == 3)
        let blocking = try engine.runBlocking(Head(file: "/etc/passwd"))
        #expect(blocking.outputs.length == 512 || blocking.outputs.shown.hasPrefix("root:"))
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
        #expect(nothing.outputs.kind == nil && nothing.outputs.fd == nil)
    }

    @Test func aDescriptorHasAnOwner() async throws {
        let engine = try Engine()
        var number: Int32 = -1
        do {
            let made = try await engine.run(OpenMemory(content: "hello"))
            let descriptor = try #require(made.outputs.fd)
            number = descriptor.rawValue
            var bytes = [UInt8](repeating: 0, count: 8)
            #expect(pread(number, &bytes, 8, 0) == 5 && bytes[0] == UInt8(ascii: "h"))
        }
        let taken = try await engine.run(OpenMemory()).outputs.fd?.take() ?? -1
        #expect(fcntl(taken, F_GETFD) == FD_CLOEXEC)
        #expect(close(taken) == 0)
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
