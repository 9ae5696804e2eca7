// What is raced: writes, opens, closes.
//
// Input: a round's slots. Output: whether what they did is what their codes say. Invariant: after
// each round the pipes are empty and the descriptors are those of the beginning.

import AcallEngine
import CAcall
import Glibc

#if arch(x86_64)
    private let (readNumber, writeNumber, closeNumber, openNumber, getppidNumber):
        (UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 1, 3, 257, 110)
    private let (pipe2Number, direct): (UInt64, UInt64) = (293, 0o40000)
    private let sleepNumber: UInt32 = 35
#else
    private let (readNumber, writeNumber, closeNumber, openNumber, getppidNumber):
        (UInt32, UInt32, UInt32, UInt32, UInt32) = (63, 64, 57, 56, 173)
    private let (pipe2Number, direct): (UInt64, UInt64) = (59, 0o200000)
    private let sleepNumber: UInt32 = 101
#endif

/// How many descriptors are open, the one that counts them left out.
private func openDescriptors() -> Int {
    guard let directory = opendir("/proc/self/fd") else { return -1 }
    defer { closedir(directory) }
    var count = -1
    while let entry = readdir(directory) {
        if entry.pointee.d_name.0 != CChar(bitPattern: UInt8(ascii: ".")) { count += 1 }
    }
    return count
}

/// The descriptors of the beginning.
private struct Descriptors {
    private let count = openDescriptors()
    private let lowest = Self.lowestFree()

    /// The lowest number that is free: one that leaks takes it.
    private static func lowestFree() -> Int32 {
        let descriptor = dup(0)
        close(descriptor)
        return descriptor
    }

    /// The quick test, after every round. An engine with a limit has one open itself now and then.
    func check() throws(Broken) {
        var now = Self.lowestFree()
        for _ in 0..<100 where now != lowest {
            usleep(100)
            now = Self.lowestFree()
        }
        try require(now == lowest, "descriptor \(lowest) leaked: \(now) is free")
    }

    /// The thorough one, when no engine is left.
    func finish() throws(Broken) {
        let now = openDescriptors()
        try require(now == count, "\(now) descriptors, \(count) before")
    }
}

/// One byte to a pipe, which is sometimes full, so that the write waits for the reader.
final class WriteRace: Race {
    let calls = [writeNumber]
    private let pipe: Ends
    private let bytes: UnsafeMutablePointer<UInt8>
    private var received: [UInt8] = []
    private let descriptors: Descriptors
    private static let setPipeSize: Int32 = 1031
    private static let filler: UInt8 = 255

    init() throws(Broken) {
        // Every write takes a place of its own, and there are as many as slots: so eight bytes fill
        // it, and once they are read, nobody has to wait.
        var ends: [Int32] = [-1, -1]
        let code = ends.withUnsafeMutableBytes { ends in
            let base = ends.baseAddress.map { address($0) } ?? 0
            var args: [UInt64] = [base, direct, 0, 0, 0, 0]
            return acall_raw_syscall(pipe2Number, &args)
        }
        try require(code == 0, "no pipe: \(code)")
        pipe = Ends(reader: ends[0], writer: ends[1])
        _ = fcntl(pipe.reader, F_SETFL, O_NONBLOCK)
        _ = fcntl(pipe.writer, Self.setPipeSize, Int32(4096 * Round.capacity))
        bytes = .allocate(capacity: Round.capacity)
        for slot in 0..<Round.capacity { bytes[slot] = UInt8(slot) }
        descriptors = Descriptors()
    }

    func begin(_ random: inout Random) {
        received.removeAll(keepingCapacity: true)
        guard random.isOne(in: 4) else { return }
        var filler = Self.filler
        for _ in 0..<Round.capacity { _ = write(pipe.writer, &filler, 1) }
    }

    func add(_ slot: Int, to round: Round, _ random: inout Random) {
        round.add(writeNumber, UInt64(pipe.writer), address(bytes + slot), 1)
    }

    func release() { received = pipe.drain() }

    func check(_ round: Round) throws(Broken) {
        received += pipe.drain()
        for slot in 0..<round.slots {
            let code = round.code(slot)
            let count = received.count { $0 == UInt8(slot) }
            let isKnown = [1, -Int64(EINTR), -Int64(ECANCELED)].contains(code)
            try require(isKnown, "a write returned \(code)")
            try require(
                count == (code == 1 ? 1 : 0), "a write returned \(code), \(count) bytes arrived")
        }
        let strange = received.count { $0 != Self.filler && Int($0) >= round.slots }
        try require(strange == 0, "\(strange) bytes that nobody wrote")
        try descriptors.check()
    }

    func finish() throws(Broken) { try descriptors.finish() }
}

/// A file opened, or a fifo, whose open waits for its other end.
final class OpenRace: Race {
    let calls = [openNumber]
    private let directory: String
    private let paths: [UnsafeMutablePointer<CChar>]
    private var isFifo = false
    private var other: Int32 = -1
    private let descriptors: Descriptors

    init() throws(Broken) {
        let template = strdup("/tmp/engine-cancel.XXXXXX")
        guard let template, mkdtemp(template) != nil else { throw Broken("no directory") }
        let name = String(cString: template)
        free(template)
        directory = name
        paths = ["file", "fifo"].compactMap { strdup("\(name)/\($0)") }
        close(open(paths[0], O_CREAT | O_RDWR | O_CLOEXEC, 0o600))
        try require(mkfifo(paths[1], 0o600) == 0, "no fifo")
        descriptors = Descriptors()
    }

    func begin(_ random: inout Random) { isFifo = random.isOne(in: 4) }

    func add(_ slot: Int, to round: Round, _ random: inout Random) {
        let working = UInt64(bitPattern: -100)
        let flags = UInt64(O_RDONLY | O_CLOEXEC)
        round.add(openNumber, working, address(paths[isFifo ? 1 : 0]), flags)
    }

    /// With a writer there is nothing to wait for.
    func release() {
        if isFifo { other = open(paths[1], O_RDWR | O_NONBLOCK | O_CLOEXEC) }
    }

    func check(_ round: Round) throws(Broken) {
        for slot in 0..<round.slots {
            let code = round.code(slot)
            if code >= 0 {
                let isClosed = close(Int32(code)) == 0
                try require(isClosed, "an open returned \(code), which is not open")
            } else {
                let isKnown = code == -Int64(EINTR) || code == -Int64(ECANCELED)
                try require(isKnown, "an open returned \(code)")
            }
        }
        if other >= 0 { close(other) }
        other = -1
        try descriptors.check()
    }

    func finish() throws(Broken) {
        for path in paths { unlink(path) }
        rmdir(directory)
        try descriptors.finish()
    }
}

/// A descriptor closed: alone; in a chain; as the clean-up of a chain that waits.
final class CloseRace: Race {
    let calls = [readNumber, closeNumber]
    private enum Shape {
        case alone, linked, cleanup
        /// Clean-up with a sleep before it: a signal that comes too late would end that.
        case sleeping

        var isCleanup: Bool { self == .cleanup || self == .sleeping }
    }

    private let pipe = Ends()
    private let waiting: Int32
    private let byte: UnsafeMutablePointer<UInt8>
    private let time: UnsafeMutablePointer<timespec>
    private var shapes: [Shape] = []
    private var targets: [Int32] = []
    private let descriptors: Descriptors

    init() {
        // Its reads wait, those of `pipe` itself don't.
        waiting = open("/proc/self/fd/\(pipe.reader)", O_RDONLY | O_CLOEXEC)
        byte = .allocate(capacity: Round.capacity)
        byte.initialize(repeating: 0, count: Round.capacity)
        time = .allocate(capacity: 1)
        time.initialize(to: timespec(tv_sec: 0, tv_nsec: 20_000))
        descriptors = Descriptors()
    }

    func begin(_ random: inout Random) {
        shapes.removeAll(keepingCapacity: true)
        targets.removeAll(keepingCapacity: true)
    }

    func add(_ slot: Int, to round: Round, _ random: inout Random) {
        // High numbers: nobody else is given one of them meanwhile.
        let target = fcntl(pipe.writer, F_DUPFD_CLOEXEC, 300)
        var shape: Shape =
            random.isOne(in: 2) ? .alone : random.isOne(in: 2) ? .linked : .cleanup
        if shape == .cleanup && random.isOne(in: 4) { shape = .sleeping }
        switch shape {
        case .alone: break
        case .linked: round.add(getppidNumber)
        case .cleanup, .sleeping:
            round.add(readNumber, UInt64(waiting), address(byte + slot), 1)
        }
        if shape == .sleeping {
            round.add(sleepNumber, address(time))
            round.isRaced(isCleanup: true)
        }
        round.add(closeNumber, UInt64(target))
        round.isRaced(isCleanup: shape.isCleanup)
        targets.append(target)
        shapes.append(shape)
    }

    func release() { _ = write(pipe.writer, byte, shapes.count { $0.isCleanup }) }

    func check(_ round: Round) throws(Broken) {
        let left = pipe.drain().count
        var unread = 0
        for slot in 0..<round.slots {
            let code = round.code(slot)
            let isOpen = fcntl(targets[slot], F_GETFD) >= 0
            if isOpen { close(targets[slot]) }
            let isKnown = code == 0 || code == -Int64(ECANCELED) && !shapes[slot].isCleanup
            try require(isKnown, "a close (\(shapes[slot])) returned \(code)")
            try require(
                isOpen == (code != 0), "a close returned \(code), it is \(isOpen ? "" : "not ")open"
            )
            guard shapes[slot].isCleanup else { continue }
            var reading = round.raced[slot] - 1
            if shapes[slot] == .sleeping {
                let slept = round.codes[reading]
                try require(slept == 0, "a sleep for clean-up returned \(slept)")
                reading -= 1
            }
            let waited = round.codes[reading]
            let isRight = [1, -Int64(EINTR), -Int64(ECANCELED)].contains(waited)
            try require(isRight, "a read returned \(waited)")
            try require(waited == 1 || round.isAsked[slot], "a read nobody asked: \(waited)")
            unread += waited == 1 ? 0 : 1
        }
        try require(left == unread, "\(left) bytes left by \(unread) reads that were cancelled")
        try descriptors.check()
    }

    func finish() throws(Broken) { try descriptors.finish() }
}
