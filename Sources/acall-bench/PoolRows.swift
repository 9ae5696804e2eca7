// Rows about the engine's pool: what a hand-off costs, how soon threads are there, how soon one is stopped.

import CAcall
import CBenchBaselines
import Glibc

/// getppid in a pool: enough calls that a round takes a tenth of a second or so.
private let calls = 500_000
/// Long enough for a thread that waits for work to have fallen asleep.
private let gap: Int64 = 300_000
private let samples = 100

func poolRows() -> [Row] {
    [
        Row(
            "engine: getppid in arrays of 64", against: "made directly", .time(atMost: 1.25),
            baseline: { () throws(BenchFailure) in try each(bench_getppid(calls), of: calls) },
            subject: { () throws(BenchFailure) in try getppidTime(inArraysOf: 64).whole }),
        Row("engine: submitting one, in arrays of 64", .cost(atMost: 40)) {
            () throws(BenchFailure) in
            try getppidTime(inArraysOf: 64).submitting
        },
        Row(
            "engine: getppid one at a time", against: "mutex and condition", .time(atMost: 1),
            baseline: { () throws(BenchFailure) in
                let workers = Int32(sysconf(Int32(_SC_NPROCESSORS_ONLN)))
                return try each(bench_pool_getppid(calls / 2, workers, 1024), of: calls / 2)
            },
            subject: { () throws(BenchFailure) in try getppidTime(inArraysOf: 1).whole }),
        Row(
            "engine: 2,000 calls that sleep 1 ms, all at once", against: "as many threads",
            .time(atMost: 2),
            baseline: { () throws(BenchFailure) in
                try each(bench_sleepers(2000, 1_000_000), of: 1)
            },
            subject: sleepersTime),
    ] + Placement.allCases.flatMap(wakeRows)
}

/// Where the scheduler puts two threads decides what a wake costs, 3 us or 100: so it is said here.
private enum Placement: CaseIterable {
    case oneProcessor, twoProcessors

    var name: String { self == .oneProcessor ? "one processor" : "two processors" }

    /// Where the other thread runs; the caller's is number 0.
    var other: Int32 { self == .oneProcessor ? 0 : 1 }

    /// Runs `body` on processor 0.
    func place(
        _ body: () throws(BenchFailure) -> Double
    ) throws(BenchFailure) -> Double {
        guard bench_place(0) == 0 else { throw BenchFailure("no processor to be had") }
        defer { bench_place(-1) }
        return try body()
    }

    /// An engine whose pool thread runs where the other thread is to.
    func run(of record: acall_submission) throws(BenchFailure) -> PoolRun {
        let mask = UnsafeMutablePointer<UInt64>.allocate(capacity: 16)
        defer { mask.deallocate() }
        guard bench_place(other) == 0 else { throw BenchFailure("no processor to be had") }
        let size = bench_processor_mask(mask)
        guard bench_place(0) == 0, size > 0 else { throw BenchFailure("no processor to be had") }
        let run = try PoolRun(
            capacity: 64, records: 1,
            of: pooled(
                Int(BENCH_SCHED_SETAFFINITY), 0, UInt64(size), UInt64(UInt(bitPattern: mask))))
        try run.submit()
        try run.finish()
        guard run.returnCode == 0 else {
            throw BenchFailure("sched_setaffinity: \(run.returnCode)")
        }
        run.replace(record)
        return run
    }
}

private func wakeRows(_ placement: Placement) -> [Row] {
    [
        Row(
            "engine: submit to completion, asleep, \(placement.name)", against: "futex ping-pong",
            .time(atMost: 1.3),
            baseline: { () throws(BenchFailure) in
                try placement.place { () throws(BenchFailure) in
                    try each(bench_ping_pong(samples, gap, placement.other), of: 1)
                }
            },
            subject: { () throws(BenchFailure) in
                try placement.place { () throws(BenchFailure) in try roundTripTime(placement) }
            }),
        Row(
            "engine: cancel of a blocked read, \(placement.name)", against: "tgkill and futex",
            .time(atMost: 1.5),
            baseline: { () throws(BenchFailure) in
                try placement.place { () throws(BenchFailure) in
                    try each(bench_interrupt(samples, placement.other), of: 1)
                }
            },
            subject: { () throws(BenchFailure) in
                try placement.place { () throws(BenchFailure) in try cancelTime(placement) }
            }),
    ]
}

/// Nanoseconds a call: in all, and in the calls of `submit` alone.
private func getppidTime(
    inArraysOf size: Int
) throws(BenchFailure) -> (whole: Double, submitting: Double) {
    let run = try PoolRun(capacity: 1024, records: size, of: pooled(Int(BENCH_GETPPID)))
    let rounds = calls / size
    // Sampled: a look at the clock costs more than a submission.
    var submitting: [Double] = []
    let start = bench_now()
    for round in 0..<rounds {
        guard round.isMultiple(of: 16), run.submitted &- run.tail <= 1024 - UInt32(size) else {
            try run.submit()
            continue
        }
        let before = bench_now()
        try run.submit()
        submitting.append(Double(bench_now() - before) / Double(size))
    }
    try run.finish()
    let whole = Double(bench_now() - start) / Double(rounds * size)
    return (whole, submitting.isEmpty ? .nan : median(submitting))
}

private func roundTripTime(_ placement: Placement) throws(BenchFailure) -> Double {
    // A call that only a pool thread makes: the caller would run an instant one itself.
    let run = try placement.run(of: pooled(Int(BENCH_GETTID)))
    var times: [Double] = []
    for _ in 0..<samples {
        bench_pause(gap)
        let start = bench_now()
        try run.submit()
        try run.finish()
        times.append(Double(bench_now() - start))
    }
    return median(times)
}

/// With a new engine: its threads are started in this time, as the baseline's are.
private func sleepersTime() throws(BenchFailure) -> Double {
    var duration = timespec(tv_sec: 0, tv_nsec: 1_000_000)
    return try withUnsafeMutablePointer(to: &duration) { duration throws(BenchFailure) in
        let run = try PoolRun(
            capacity: 2048, records: 2000,
            of: pooled(Int(BENCH_NANOSLEEP), UInt64(UInt(bitPattern: duration)), 0))
        let start = bench_now()
        try run.submit()
        try run.finish()
        return Double(bench_now() - start)
    }
}

private func cancelTime(_ placement: Placement) throws(BenchFailure) -> Double {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchFailure("no pipe to be had") }
    defer { for end in ends { close(end) } }
    let id = UnsafeMutablePointer<acall_id>.allocate(capacity: 1)
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    defer {
        id.deallocate()
        byte.deallocate()
    }
    var record = pooled(
        Int(BENCH_READ), UInt64(ends[0]), UInt64(UInt(bitPattern: byte)), 1)
    record.id_pointer = UInt64(UInt(bitPattern: id))
    let run = try placement.run(of: record)
    var times: [Double] = []
    for _ in 0..<samples {
        try run.submit()
        bench_pause(gap)
        let start = bench_now()
        guard run.engine.cancel(id) == 0 else { throw BenchFailure("nothing to cancel") }
        try run.finish()
        times.append(Double(bench_now() - start))
        guard run.returnCode == Int64(-EINTR) || run.returnCode == Int64(-ECANCELED) else {
            throw BenchFailure("the read returned \(run.returnCode)")
        }
    }
    return median(times)
}
