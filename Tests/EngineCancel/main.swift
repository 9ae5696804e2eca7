// engine-cancel: cancellation at every instruction of the window, and at random moments.
//
//   engine-cancel window              the signal between any two instructions of the window
//   engine-cancel race-write N SEED   N writes of one byte to a pipe, raced by cancellations
//   engine-cancel race-open N SEED    N opens of files and of fifos
//   engine-cancel race-close N SEED   N closes, alone, in chains and as clean-up
//
// Output: how many ended in which way. Exit status 1 and the broken promise on standard error; 2: a
// usage error; 3: the machine does not do it (`window` needs x86_64 and ptrace).

import AcallEngine
import CAcall
import Glibc

/// A promise that was broken.
struct Broken: Error {
    let what: String
    init(_ what: String) { self.what = what }
}

func require(_ holds: Bool, _ what: @autoclosure () -> String) throws(Broken) {
    if !holds { throw Broken(what()) }
}

func fail(_ text: String, _ status: Int32) -> Never {
    let line = text + "\n"
    _ = line.withCString { Glibc.write(2, $0, strlen($0)) }
    exit(status)
}

func address(_ pointer: UnsafeRawPointer) -> UInt64 { UInt64(UInt(bitPattern: pointer)) }

/// A pipe whose reader does not block; its writer does.
struct Ends {
    let reader: Int32
    let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        self.init(reader: ends[0], writer: ends[1])
        _ = fcntl(reader, F_SETFL, O_NONBLOCK)
    }

    init(reader: Int32, writer: Int32) { (self.reader, self.writer) = (reader, writer) }

    /// Takes out what is in it.
    func drain() -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else { return all }
            all += buffer[..<count]
        }
    }

    func close() {
        _ = Glibc.close(reader)
        _ = Glibc.close(writer)
    }
}

let arguments = Array(CommandLine.arguments.dropFirst())
let numbers = arguments.dropFirst().compactMap(UInt64.init)
// A lost wake-up or signal would hang: SIGALRM ends it, minutes and what the races may take later.
alarm(170 + UInt32(clamping: (numbers.first ?? 0) / 2_000))
do {
    switch (arguments.first, numbers.count) {
    case ("window", 0): try window()
    case ("race-write", 2): try race(WriteRace(), count: numbers[0], seed: numbers[1])
    case ("race-open", 2): try race(OpenRace(), count: numbers[0], seed: numbers[1])
    case ("race-close", 2): try race(CloseRace(), count: numbers[0], seed: numbers[1])
    default: fail("usage: engine-cancel window | race-write|race-open|race-close N SEED", 2)
    }
} catch let broken as Broken {
    fail("\(arguments.joined(separator: " ")): \(broken.what)", 1)
} catch {
    fail("\(arguments.joined(separator: " ")): \(error)", 1)
}
