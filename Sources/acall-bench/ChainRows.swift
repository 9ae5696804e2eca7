// Rows about chains on the caller's thread: no hand-off, only the records' interpretation.

import AcallEngine
import CAcall
import CBenchBaselines
import Glibc

private let runs = 100_000

func chainRows(_ fixtures: Fixtures) -> [Row] {
    [
        Row(
            "engine: a chain of openat, fstat, read, close", against: "serial loop",
            .speed(atLeast: 0.9),
            baseline: { () throws(BenchFailure) in
                try each(bench_chain_serial(try fixtures.file("one", size: 1024), runs), of: runs)
            },
            subject: { () throws(BenchFailure) in
                try chainTime(try fixtures.file("one", size: 1024))
            })
    ]
}

/// The chain's records: the last three take the descriptor from the first one's completion.
private func chainTime(_ path: String) throws(BenchFailure) -> Double {
    let engine: Engine
    do {
        engine = try Engine()
    } catch {
        throw BenchFailure("no engine: \(error)")
    }
    let name = strdup(path)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: 8192, alignment: 64)
    let records = UnsafeMutablePointer<acall_submission>.allocate(capacity: 4)
    let completions = UnsafeMutablePointer<acall_completion>.allocate(capacity: 4)
    defer {
        free(name)
        memory.deallocate()
        records.deallocate()
        completions.deallocate()
    }
    completions.initialize(repeating: acall_completion(return_code: 0, cookie: 0), count: 4)
    let descriptor = UInt64(UInt(bitPattern: completions))
    let buffer = UInt64(UInt(bitPattern: memory))
    let here = UInt64(bitPattern: Int64(AT_FDCWD))
    let text = UInt64(UInt(bitPattern: name))
    records[0] = pooled(Int(BENCH_OPENAT), here, text, UInt64(O_RDONLY | O_CLOEXEC))
    records[1] = pooled(Int(BENCH_FSTAT), descriptor, buffer)
    records[2] = pooled(Int(BENCH_READ), descriptor, buffer + 4096, 4096)
    records[3] = pooled(Int(BENCH_CLOSE), descriptor)
    for index in 0..<4 {
        let indirect: UInt32 = index == 0 ? 0 : 1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
        records[index].flags =
            indirect | ACALL_SUBMIT_STOP_ERROR | (index == 3 ? ACALL_SUBMIT_CLEANUP : 0)
        records[index].cookie = 1
        records[index].completion_pointer = UInt64(UInt(bitPattern: completions + index))
    }
    let start = bench_now()
    for _ in 0..<runs { _ = engine.runChain(records: records, count: 4) }
    let time = Double(bench_now() - start) / Double(runs)
    guard Int64(bitPattern: completions[2].return_code) == 1024 else {
        throw BenchFailure("the read returned \(Int64(bitPattern: completions[2].return_code))")
    }
    return time
}
