// The scenarios: each uses the engine in one way, with its own pipes and threads.

import AcallEngine
import CAcall
import Glibc

#if arch(x86_64)
    let (SYS_getppid_number, readNumber, writeNumber, closeNumber) = (110, 0, 1, 3)
#else
    let (SYS_getppid_number, readNumber, writeNumber, closeNumber) = (173, 63, 64, 57)
#endif

struct Scenario {
    let name: String
    let run: () throws -> Void
}

let pooled = ACALL_SUBMIT_THREAD_POOL

nonisolated(unsafe) let scenarios: [Scenario] = [
    Scenario(name: "quick", run: { try quick(try Engine(), pooled) }),
    Scenario(
        name: "full-queue",
        run: {
            var configuration = EngineConfiguration()
            configuration.queueCapacity = 64
            try quick(try Engine(configuration: configuration), pooled)
        }),
    Scenario(name: "threads", run: { try quick(try Engine(), 0) }),
    Scenario(name: "blocking", run: { try blocking(try Engine()) }),
    Scenario(
        name: "limited",
        run: {
            var configuration = EngineConfiguration()
            configuration.runnableLimit = 1
            try blocking(try Engine(configuration: configuration), isLimited: true)
        }),
    Scenario(name: "cancels", run: { try cancels(try Engine()) }),
    Scenario(name: "chains", run: { try chains(try Engine()) }),
    Scenario(name: "waits", run: { try waits(try Engine()) }),
    Scenario(name: "shutdown", run: { try shutdown() }),
]

/// Calls that don't wait, with ids, one at a time and many at once.
private func quick(_ engine: Engine, _ flags: UInt32) throws {
    for (hasIds, size) in [(false, 1), (false, 16), (true, 4)] {
        let work = Work(96, nr: SYS_getppid_number, flags: flags, hasIds: hasIds)
        try work.submit(engine, inRunsOf: size)
        try work.finish()
        for index in 0..<work.count where work.accepted[index] {
            try require(work.code(index) == Int64(getppid()), "a wrong result")
        }
    }
    engine.shutdown()
    try require(engine.statistics.threads == 0, "threads left")
}

/// Readers of pipes, then their writers.
private func blocking(_ engine: Engine, isLimited: Bool = false) throws {
    let pipes = (0..<12).map { _ in Ends() }
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    bytes.initialize(repeating: 1, count: 64)
    let readers = Work(12, nr: readNumber, flags: pooled, hasIds: true)
    for (index, pipe) in pipes.enumerated() {
        readers.set(index, UInt64(pipe.reader), UInt64(UInt(bitPattern: bytes + index)), 1)
    }
    try readers.submit(engine, inRunsOf: 3)
    let writers = Work(12, nr: writeNumber, flags: pooled)
    for (index, pipe) in pipes.enumerated() {
        writers.set(index, UInt64(pipe.writer), UInt64(UInt(bitPattern: bytes + 32)), 1)
    }
    try writers.submit(engine, inRunsOf: 5)
    // A writer that was refused is made up for.
    for (index, pipe) in pipes.enumerated() where !writers.accepted[index] {
        write(pipe.writer, bytes + 32, 1)
    }
    try readers.finish(threadsComeBack: isLimited)
    try writers.finish()
    for index in 0..<12 where readers.accepted[index] {
        try require(readers.code(index) == 1, "a read of \(readers.code(index))")
    }
    engine.shutdown()
    try require(engine.statistics.threads == 0, "threads left")
    for pipe in pipes { pipe.close() }
}

/// Blocked readers, half of them cancelled, the others fed.
private func cancels(_ engine: Engine) throws {
    let pipes = (0..<16).map { _ in Ends() }
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    bytes.initialize(repeating: 1, count: 64)
    let readers = Work(16, nr: readNumber, flags: pooled, hasIds: true)
    for (index, pipe) in pipes.enumerated() {
        readers.set(index, UInt64(pipe.reader), UInt64(UInt(bitPattern: bytes + index)), 1)
    }
    try readers.submit(engine, inRunsOf: 4)
    for (index, pipe) in pipes.enumerated() where readers.accepted[index] {
        if index % 2 == 0 {
            // -EAGAIN for ever would be a signal that is never sent: then the byte ends it.
            if isSignalFaulty { write(pipe.writer, bytes + 32, 1) }
            let code = engine.cancel(readers.ids + index)
            try require(
                code == 0 || isSignalFaulty && code == -Int(EAGAIN), "cancel returned \(code)")
        } else {
            write(pipe.writer, bytes + 32, 1)
        }
    }
    try readers.finish()
    for index in 0..<16 where readers.accepted[index] {
        let isFine =
            index % 2 == 1 ? readers.code(index) == 1 : [1, -4, -125].contains(readers.code(index))
        try require(isFine, "reader \(index): \(readers.code(index))")
    }
    engine.shutdown()
    try require(engine.statistics.threads == 0, "threads left")
    for pipe in pipes { pipe.close() }
}

/// Chains with a deadline, an id and clean-up.
private func chains(_ engine: Engine) throws {
    let pipe = Ends()
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
    byte.initialize(to: 0)
    var all: [Work] = []
    for _ in 0..<8 {
        let chain = Work(
            4, nr: SYS_getppid_number, flags: pooled | ACALL_SUBMIT_LINK, hasIds: true)
        chain.records[3].flags = pooled | ACALL_SUBMIT_CLEANUP | ACALL_SUBMIT_OBSERVED
        chain.records[1].nr = ACALL_OP_DEADLINE
        chain.set(1, 3_000_000)
        chain.records[1].flags |= ACALL_SUBMIT_STOP_NEGATIVE
        chain.records[2].nr = UInt32(readNumber)
        chain.set(2, UInt64(pipe.reader), UInt64(UInt(bitPattern: byte)), 1)
        let code = engine.submit(chain.pointers, count: 4)
        try require(code == 4 || code == -Int(EAGAIN), "submit returned \(code)")
        guard code == 4 else { continue }
        for index in 0..<4 { chain.accepted[index] = true }
        all.append(chain)
    }
    for chain in all {
        var last: UnsafeMutablePointer<acall_id>? = chain.ids + 3
        let code = engine.waitForCompletion(&last, count: 1)
        try require(code == 1, "waitForCompletion returned \(code)")
        // Not run, a record has no count.
        let isArmed = chain.code(1) == 0
        try require(isArmed || chain.code(1) == -Int64(EAGAIN), "deadline: \(chain.code(1))")
        try require(chain.code(2) == (isArmed ? -110 : -125), "read: \(chain.code(2))")
        try require(chain.code(3) == Int64(getppid()), "clean-up: \(chain.code(3))")
    }
    engine.shutdown()
    try require(engine.statistics.threads == 0, "threads left")
    pipe.close()
}

/// Threads that wait for a ring and for ids, with and without a mask and a time.
private func waits(_ engine: Engine) throws {
    let pipe = Ends()
    let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
    byte.initialize(repeating: 0, count: 8)
    let work = Work(4, nr: readNumber, flags: pooled, hasIds: true)
    for index in 0..<4 {
        work.set(index, UInt64(pipe.reader), UInt64(UInt(bitPattern: byte + index)), 1)
    }
    try work.submit(engine, inRunsOf: 1)
    let count = work.acceptedCount
    let (ring, ids) = (UInt(bitPattern: work.ring), UInt(bitPattern: work.ids))
    let first = work.accepted.firstIndex(of: true)
    let threads = (0..<6).map { index in
        onThread {
            guard let ring = UnsafeMutablePointer<acall_completion_ring>(bitPattern: ring),
                let ids = UnsafeMutablePointer<acall_id>(bitPattern: ids)
            else { return }
            var mask = sigset_t()
            sigemptyset(&mask)
            var time = timespec(tv_sec: 600, tv_nsec: 0)
            if index < 4 {
                // A descriptor that is not to be had is an answer; else all have completed.
                let code =
                    index % 2 == 0
                    ? engine.waitForRing(ring, tail: 0, minimum: UInt32(count), time: &time)
                    : engine.waitForRing(ring, tail: 0, minimum: UInt32(count), mask: &mask)
                let isThere = acall_load_ring_head(ring) >= UInt32(count)
                if code != -Int(EMFILE) && (code != 0 || !isThere) {
                    fail("waitForRing: \(code), \(acall_load_ring_head(ring)) of \(count)", 1)
                }
            } else if let first {
                var id: UnsafeMutablePointer<acall_id>? = ids + first
                let code =
                    index == 4
                    ? engine.waitForCompletion(&id, count: 1)
                    : engine.waitForCompletion(&id, count: 1, mask: &mask)
                if code != 1 && code != -Int(EMFILE) { fail("waitForCompletion: \(code)", 1) }
            }
        }
    }
    usleep(3_000)
    write(pipe.writer, byte, count)
    for thread in threads { pthread_join(thread, nil) }
    try work.finish()
    engine.shutdown()
    pipe.close()
}

/// Engines that are shut down with work pending.
private func shutdown() throws {
    for round in 0..<12 {
        let engine = try Engine()
        let pipe = Ends()
        let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        byte.initialize(to: 0)
        let work = Work(
            6, nr: readNumber, flags: round % 2 == 0 ? pooled : 0, hasIds: round % 3 == 0)
        for index in 0..<6 {
            work.set(index, UInt64(pipe.reader), UInt64(UInt(bitPattern: byte)), 1)
        }
        try work.submit(engine, inRunsOf: 2)
        if isSignalFaulty { for _ in 0..<6 { write(pipe.writer, byte, 1) } }
        engine.shutdown()
        try require(engine.statistics.threads == 0, "threads left")
        try work.finish()
        for index in 0..<6 where work.accepted[index] {
            try require([1, -4, -125].contains(work.code(index)), "a read of \(work.code(index))")
        }
        pipe.close()
    }
}
