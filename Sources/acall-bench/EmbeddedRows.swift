// Rows about programs that are embedded in a Swift app: what calling one costs beside its system calls.

import Acall
import CBenchBaselines
import Dispatch
import Glibc
import Synchronization

private let runs = 100_000

func embeddedRows(_ fixtures: Fixtures) -> [Row] {
    [
        Row(
            "embedded: a chain of 4 calls, runBlocking", against: "serial loop",
            .speed(atLeast: 0.9),
            baseline: { () throws(BenchFailure) in
                try each(bench_chain_serial(try fixtures.file("one", size: 1024), runs), of: runs)
            },
            subject: { () throws(BenchFailure) in
                try blockingTime(try fixtures.file("one", size: 1024))
            }),
        Row(
            "embedded: the same, await", against: "serial loop, futex ping-pong",
            .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                try loopAndHops(try fixtures.file("one", size: 1024))
            },
            subject: { () throws(BenchFailure) in
                try awaitTime(try fixtures.file("one", size: 1024))
            }),
        // So rarely that the path is looked at before it is opened.
        Row(
            "embedded: the same, await after 2 ms", against: "serial loop, futex ping-pong",
            .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                try loopAndHops(try fixtures.file("one", size: 1024), every: longGap)
            },
            subject: { () throws(BenchFailure) in
                try awaitTime(try fixtures.file("one", size: 1024), every: longGap)
            }),
        // Run after run, as the baseline's calls are made.
        Row(
            "embedded: the same, await in a loop", against: "serial loop, futex ping-pong",
            .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                try loopAndHops(try fixtures.file("one", size: 1024))
            },
            subject: { () throws(BenchFailure) in
                try awaitLoopTime(try fixtures.file("one", size: 1024))
            }),
        // One at a time: against the calls and the two hops in one, since the calls of a thread that was asleep take half
        // as long again as those of a loop.
        Row(
            "embedded: the same, await", against: "a C thread, futex there and back",
            .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                try each(
                    bench_chain_elsewhere(try fixtures.file("one", size: 1024), awaits, gap),
                    of: 1)
            },
            subject: { () throws(BenchFailure) in
                try awaitTime(try fixtures.file("one", size: 1024))
            }),
        // The hops as Swift makes them, and calls that are as cold: a task waits for a sleeping thread that makes them.
        Row(
            "embedded: the same, await",
            against: "a task, a thread that makes the calls in C",
            .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                try hopTime(try fixtures.file("one", size: 1024))
            },
            subject: { () throws(BenchFailure) in
                try awaitTime(try fixtures.file("one", size: 1024))
            }),
        // What is not in memory takes the hops: here every call is a thread's of the engine, which was asleep.
        Row(
            "embedded: the same, await, on an engine's thread",
            against: "a C thread, futex there and back", .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                try each(
                    bench_chain_elsewhere(try fixtures.file("one", size: 1024), awaits, gap),
                    of: 1)
            },
            subject: { () throws(BenchFailure) in
                try awaitTime(try fixtures.file("one", size: 1024), triesOnCaller: false)
            }),
    ]
}

private let awaits = 500
/// Between two of them, so that the waiting thread is asleep.
private let gap: Int64 = 300_000
private let longGap: Int64 = 2_000_000

/// The calls of a loop, and a round trip between two threads that were asleep.
private func loopAndHops(
    _ path: String, every gap: Int64 = gap
) throws(BenchFailure) -> Double {
    try each(bench_chain_serial(path, awaits), of: awaits)
        + each(bench_ping_pong(awaits, gap, -1), of: 1)
}

/// What an `await` takes, one after the other.
private func awaitLoopTime(_ path: String) throws(BenchFailure) -> Double {
    try inTask {
        let engine = try Engine()
        var size = 0
        let start = bench_now()
        for _ in 0..<runs { size += try await engine.run(FirstBytes(file: path)).outputs.size }
        let time = Double(bench_now() - start) / Double(runs)
        guard size == runs * 1024 else { throw BenchFailure("the sizes are wrong") }
        return time
    }
}

/// The median of what one `await` takes.
private func awaitTime(
    _ path: String, every gap: Int64 = gap, triesOnCaller: Bool = true
) throws(BenchFailure) -> Double {
    try inTask {
        var configuration = EngineConfiguration()
        configuration.triesOnCaller = triesOnCaller
        let engine = try Engine(configuration: configuration)
        return try await medianTime(every: gap) {
            guard try await engine.run(FirstBytes(file: path)).outputs.size == 1024 else {
                throw BenchFailure("the size is wrong")
            }
        }
    }
}

/// The same for a continuation that a sleeping thread resumes when it has made the calls.
private func hopTime(_ path: String) throws(BenchFailure) -> Double {
    try inTask {
        let resumer = try Resumer(path)
        defer { resumer.end() }
        return try await medianTime { await resumer.hop() }
    }
}

private func medianTime(every gap: Int64 = gap, _ body: () async throws -> Void) async throws
    -> Double
{
    var times: [Double] = []
    for _ in 0..<awaits {
        bench_pause(gap)
        let start = bench_now()
        try await body()
        times.append(Double(bench_now() - start))
    }
    return median(times)
}

private func inTask(
    _ body: @escaping @Sendable () async throws -> Double
) throws(BenchFailure) -> Double {
    let result = Mutex<Result<Double, BenchFailure>?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
        let outcome: Result<Double, BenchFailure>
        do { outcome = .success(try await body()) } catch {
            outcome = .failure(BenchFailure("\(error)"))
        }
        result.withLock { $0 = outcome }
        done.signal()
    }
    done.wait()
    guard let outcome = result.withLock({ $0 }) else { throw BenchFailure("no result") }
    return try outcome.get()
}

/// A thread that sleeps until a task hands it its continuation, makes the calls, and resumes that.
private final class Resumer: Sendable {
    private let handed = DispatchSemaphore(value: 0)
    /// nil: the thread is to end.
    private let next = Mutex<CheckedContinuation<Void, Never>?>(nil)
    private let path: String

    init(_ path: String) throws(BenchFailure) {
        self.path = path
        var thread = pthread_t()
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Resumer>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        guard code == 0 else { throw BenchFailure("no thread") }
        pthread_detach(thread)
    }

    private func run() {
        while true {
            handed.wait()
            guard let continuation = next.withLock({ $0 }) else { return }
            _ = bench_chain_serial(path, 1)
            continuation.resume()
        }
    }

    func hop() async {
        await withCheckedContinuation { continuation in
            next.withLock { $0 = continuation }
            handed.signal()
        }
    }

    func end() {
        next.withLock { $0 = nil }
        handed.signal()
    }
}

private func blockingTime(_ path: String) throws(BenchFailure) -> Double {
    do {
        let engine = try Engine()
        var size = 0
        let start = bench_now()
        for _ in 0..<runs {
            size += try engine.runBlocking(FirstBytes(file: path)).outputs.size
        }
        let time = Double(bench_now() - start) / Double(runs)
        guard size == runs * 1024 else { throw BenchFailure("the sizes are wrong") }
        return time
    } catch {
        throw BenchFailure("\(error)")
    }
}
