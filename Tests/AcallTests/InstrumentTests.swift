// What an engine's instruments are told, and the end of an engine that lets its programs end first.

import Acall
import Glibc
import Synchronization
import Testing

/// Notes what it is told.
private final class Notebook: EngineInstrument {
    let lines = Mutex<[String]>([])
    let needsTimes: Bool

    init(needsTimes: Bool = false) { self.needsTimes = needsTimes }

    func note(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }

    func runRequested(_ request: RunRequest) -> any RunInstrument {
        note("\(request.kind) \(request.name)")
        return Page(book: self)
    }

    private struct Page: RunInstrument {
        let book: Notebook
        func started() { book.note("started") }
        func ended(_ end: RunEnd) {
            switch end {
            case .succeeded(let report): book.note("succeeded \(report.steps.count)")
            case .failed(let report): book.note("failed \(report.failures.count)")
            case .cancelled: book.note("cancelled")
            case .returned(let result): book.note("returned \(result)")
            case .refused(let error): book.note("refused \(error)")
            }
        }
    }
}

@Suite struct InstrumentTests {
    @Test func eachRunIsToldOfFromItsRequestToItsEnd() async throws {
        let engine = try Engine()
        let book = Notebook()
        engine.add(book)
        let good = try Program(text: "a = getpid()\nb = getppid()\n", name: "some/where/good.acall")
        let bad = try Program(text: "openat(AT_FDCWD, \"/no/such\", O_RDONLY)\n", name: "bad.acall")
        _ = try await engine.run(good)
        _ = try engine.runBlocking(good)
        _ = try await engine.run(bad)
        _ = try engine.runBlocking(bad)
        _ = try await engine.call(.getpgid, -1)
        #expect(
            book.all == [
                "program good.acall", "started", "succeeded 2", "program good.acall", "started",
                "succeeded 2", "program bad.acall", "started", "failed 1", "program bad.acall",
                "started", "failed 1", "call getpgid", "started", "returned -3",
            ])
    }

    @Test func cancelledAndRefusedRunsAreToldOfToo() async throws {
        let engine = try Engine()
        let book = Notebook()
        let other = Notebook()
        engine.add(book)
        engine.add(other)
        let waits = try Program(
            text: "var t: timespec = { tv_sec: 100 }\nnanosleep(t, null)\n", name: "w.acall")
        let task = Task { try await engine.run(waits) }
        while !book.all.contains("started") { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        _ = await task.result
        engine.shutdown()
        await #expect(throws: RunError.self) { try await engine.run(waits) }
        await #expect(throws: RunError.self) { try await engine.call(.getpgid, 0) }
        #expect(
            book.all == [
                "program w.acall", "started", "cancelled", "program w.acall", "started",
                "refused the engine refused the program (errno 11)", "call getpgid", "started",
                "refused the engine refused the program (errno 11)",
            ])
        #expect(other.all == book.all)
    }

    @Test func closingLetsProgramsEnd() async throws {
        let engine = try Engine()
        var ends: [Int32] = [-1, -1]
        #expect(pipe(&ends) == 0)
        let (from, to) = (ends[0], ends[1])
        defer {
            close(from)
            close(to)
        }
        let waits = try Program(
            text: "input from: fd\nvar b: bytes[8]\nn = read(from, b)\noutput n\n")
        let book = Notebook()
        engine.add(book)
        async let run = engine.run(waits, ["from": .integer(Int64(from))])
        while !book.all.contains("started") { try await Task.sleep(for: .milliseconds(1)) }
        let closing = Task {
            await engine.close()
            return book.all.count
        }
        // Refused only once it is closed: closing is another task.
        while true {
            do {
                _ = try await engine.run(try Program(text: "getpid()\n"))
                try await Task.sleep(for: .milliseconds(1))
            } catch RunError.refused(let errno) {
                #expect(errno == ESHUTDOWN)
                break
            }
        }
        #expect(write(to, "hello", 5) == 5)
        #expect(try await run.outputs["n"] == .integer(5))
        _ = await closing.value
        // Nothing is left to wait for.
        await engine.close()
        await engine.shutdownInBackground()
    }

    @Test func whoClosesMayGiveUp() async throws {
        let engine = try Engine()
        let book = Notebook()
        engine.add(book)
        let waits = try Program(text: "var t: timespec = { tv_sec: 100 }\nnanosleep(t, null)\n")
        let run = Task { try await engine.run(waits) }
        while !book.all.contains("started") { try await Task.sleep(for: .milliseconds(1)) }
        let closing = Task { await engine.close() }
        closing.cancel()
        await closing.value
        #expect(book.all.count == 2)
        await engine.shutdownInBackground()
        #expect(try await run.value.wasCancelled)
    }
}
