// engine-faults: one scenario with one fault, or with noise.
//
//   engine-faults SCENARIO POINT FIRST COUNT     the FIRST-th use of POINT and the COUNT - 1 after fail
//   engine-faults SCENARIO noise SEED            threads yield at random at every atomic access
//   engine-faults list                           the names of the scenarios
//
// Output: the uses of POINT. Exit status 1 and the broken promise on standard error; 3: no engine.

import AcallEngine
import CAcall
import Glibc

let arguments = CommandLine.arguments.dropFirst()

func fail(_ text: String, _ status: Int32) -> Never {
    let line = text + "\n"
    _ = line.withCString { Glibc.write(2, $0, strlen($0)) }
    exit(status)
}

if arguments.first == "list" {
    for name in scenarios.map(\.name) { print(name) }
    exit(0)
}
guard arguments.count >= 3, let name = arguments.first,
    let scenario = scenarios.first(where: { $0.name == name })
else { fail("usage: engine-faults SCENARIO (POINT FIRST COUNT | noise SEED)", 2) }
let numbers = arguments.dropFirst().compactMap(UInt64.init)

/// The errno with which each point fails in earnest.
let errors: [Int32] = [ENOMEM, EAGAIN, ENOSYS, ENOSYS, EINVAL, EAGAIN, EMFILE, EAGAIN]
let point: Int32? = numbers.count == 3 ? Int32(truncatingIfNeeded: numbers[0]) : nil
let isSignalFaulty = point == Int32(ACALL_FAULT_SIGNAL.rawValue)
if let point {
    guard errors.indices ~= Int(point) else { fail("no such point", 2) }
    acall_inject_fault(point, numbers[1], numbers[2], errors[Int(point)])
} else if let seed = numbers.first {
    acall_make_noise(seed)
}

// A lost wake-up would hang: SIGALRM ends it.
alarm(60)
let descriptors = openDescriptors()
do {
    try scenario.run()
    if let point {
        print(acall_fault_uses(point))
        // What failed is over: nothing may be left of it.
        acall_inject_fault(point, 0, 0, 0)
    }
    try afterwards()
    try require(openDescriptors() == descriptors, "descriptors leaked")
} catch let broken as Broken {
    fail("\(name): \(broken.what)", 1)
} catch {
    // No engine to be had is an answer, where something fails.
    if point == nil { fail("\(name): \(error)", 1) }
    acall_inject_fault(point ?? 0, 0, 0, 0)
    do { try afterwards() } catch { fail("\(name): afterwards: \(error)", 1) }
    exit(3)
}

func openDescriptors() -> Int { (0..<256).count { fcntl($0, F_GETFD) >= 0 } }

/// A new engine works, and leaves nothing behind.
func afterwards() throws {
    let engine = try Engine()
    let work = Work(
        64, nr: Int(SYS_getppid_number), flags: ACALL_SUBMIT_THREAD_POOL, hasIds: true)
    try work.submit(engine, inRunsOf: 8)
    try require(work.acceptedCount == 64, "refused although nothing fails any more")
    try work.finish()
    engine.shutdown()
    try require(engine.statistics.threads == 0, "threads left")
}
