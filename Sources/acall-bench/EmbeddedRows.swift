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
                let path = try fixtures.file("one", size: 1024)
                return try each(bench_chain_serial(path, awaits), of: awaits)
                    + each(bench_ping_pong(awaits, gap, -1), of: 1)
            },
            subject: { () throws(BenchFailure) in
                try awaitTime(try fixtures.file("one", size: 1024))
            }),
    ]
}

private let awaits = 500
/// Between two of them, so that whoever waits is asleep.
private let gap: Int64 = 300_000

/// The median of what one `await` takes.
private func awaitTime(_ path: String) throws(BenchFailure) -> Double {
    let result = Mutex<Result<Double, BenchFailure>?>(nil)
    let done = DispatchSemaphore(value: 0)
    Task {
        do {
            let engine = try Engine()
            var times: [Double] = []
            for _ in 0..<awaits {
                bench_pause(gap)
                let start = bench_now()
                guard try await engine.run(FirstBytes(file: path)).outputs.size == 1024 else {
                    throw BenchFailure("the size is wrong")
                }
                times.append(Double(bench_now() - start))
            }
            let time = median(times)
            result.withLock { $0 = .success(time) }
        } catch {
            result.withLock { $0 = .failure(BenchFailure("\(error)")) }
        }
        done.signal()
    }
    done.wait()
    guard let outcome = result.withLock({ $0 }) else { throw BenchFailure("no result") }
    return try outcome.get()
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
