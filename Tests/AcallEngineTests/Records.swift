// What the tests build chains of: records, cells that operations read and write, and completions.
//
// Invariant: none of it is ever freed: Swift lets go of an object after its last use, when an
// operation may still write to what the object owned.

import AcallEngine
import CAcall
import Glibc

/// A chain under construction, and everything that its records point to.
final class Chain {
    private(set) var records: [acall_submission] = []
    let completions: UnsafeMutablePointer<acall_observed_completion>
    let cells: UnsafeMutablePointer<UInt64>
    static let capacity = 256

    init() {
        completions = .allocate(capacity: Self.capacity)
        completions.initialize(repeating: .init(), count: Self.capacity)
        cells = .allocate(capacity: Self.capacity)
        cells.initialize(repeating: 0, count: Self.capacity)
    }

    /// The address of a cell.
    func cell(_ index: Int) -> UInt64 { UInt64(UInt(bitPattern: cells + index)) }

    /// The address of a record's return code, as a later record's indirect argument wants it.
    func result(_ index: Int) -> UInt64 { UInt64(UInt(bitPattern: completions + index)) }

    /// Adds a record whose completion goes to the slot of the same index.
    @discardableResult
    func add(_ nr: UInt32, _ args: [UInt64] = [], flags: UInt32 = 0, indirect: [Int] = []) -> Int {
        var record = acall_submission()
        record.nr = nr
        record.flags = indirect.reduce(flags) {
            $0 | 1 << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + Int32($1))
        }
        record.cookie = UInt64(records.count + 1)
        record.completion_pointer = result(records.count)
        record.args = Self.six(args)
        records.append(record)
        return records.count - 1
    }

    func edit(_ index: Int, _ change: (inout acall_submission) -> Void) { change(&records[index]) }

    /// The return code of a record; nil where no completion was stored.
    func code(_ index: Int) -> Int64? {
        // Partner: the engine's store of a completion, whose cookie comes last; of a loop, again.
        let words = UnsafeRawPointer(completions + index).assumingMemoryBound(to: UInt64.self)
        if acall_load_acquire_u64(words + 1) == 0 { return nil }
        return Int64(bitPattern: acall_load_acquire_u64(words))
    }

    /// Runs the chain on this thread, from contiguous records or from pointers to them.
    @discardableResult
    func run(
        _ engine: Engine, scattered: Bool = false, observer: UnsafePointer<ChainObserver>? = nil,
        control: ChainControl? = nil
    ) -> ChainEnd {
        records.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else {
                var nothing = acall_submission()
                return engine.runChain(records: &nothing, count: 0, observer: observer)
            }
            guard scattered else {
                return engine.runChain(
                    records: base, count: buffer.count, observer: observer, control: control)
            }
            let pointers: [UnsafeMutablePointer<acall_submission>?] = buffer.indices.map {
                base + $0
            }
            return engine.runChain(pointers, count: buffer.count, observer: observer)
        }
    }

    static func six(_ args: [UInt64]) -> (UInt64, UInt64, UInt64, UInt64, UInt64, UInt64) {
        func at(_ index: Int) -> UInt64 { index < args.count ? args[index] : 0 }
        return (at(0), at(1), at(2), at(3), at(4), at(5))
    }
}

/// A ring and its entries in one allocation.
final class Ring {
    let head: UnsafeMutablePointer<acall_completion_ring>
    let entries: UnsafeMutablePointer<acall_completion>

    init(_ count: Int) {
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: 8 + 16 * max(count, 1), alignment: 16)
        head = bytes.bindMemory(to: acall_completion_ring.self, capacity: 1)
        head.initialize(to: acall_completion_ring(head: 0, nr: UInt32(count)))
        entries = (bytes + 8).bindMemory(to: acall_completion.self, capacity: max(count, 1))
        entries.initialize(repeating: .init(), count: max(count, 1))
    }

    var address: UInt64 { UInt64(UInt(bitPattern: head)) }

    /// The head, as a reader on another thread loads it.
    var filled: UInt32 { acall_load_ring_head(head) }

    /// An entry's cookie: once it is not 0, the return code is there.
    func cookie(_ index: Int) -> UInt64 {
        let word = UnsafeRawPointer(entries + index) + 8
        return acall_load_cookie(word.assumingMemoryBound(to: UInt64.self))
    }
}

/// Sets the low halves of a time's words, while the engine may read them.
func setTime(_ words: UnsafeMutablePointer<UInt64>, _ seconds: UInt32, _ nanoseconds: UInt32) {
    let halves = UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt32.self)
    acall_store_release_u32(halves, seconds)
    acall_store_release_u32(halves + 2, nanoseconds)
}

/// A signed value's bits.
func bits(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) }
func bits(_ value: Int) -> UInt64 { UInt64(bitPattern: Int64(value)) }
func address(_ pointer: UnsafeRawPointer) -> UInt64 { UInt64(UInt(bitPattern: pointer)) }

/// The numbers of the calls that the tests make.
enum Number {
    #if arch(x86_64)
        static let (read, write, close, nanosleep, getpid):
            (UInt32, UInt32, UInt32, UInt32, UInt32) =
                (0, 1, 3, 35, 39)
        static let (getppid, gettid, futex, openat, fstat):
            (UInt32, UInt32, UInt32, UInt32, UInt32) =
                (110, 186, 202, 257, 5)
        static let (pipe2, ppoll, socketpair): (UInt32, UInt32, UInt32) = (293, 271, 53)
        static let (tgkill, sigpending): (UInt32, UInt32) = (234, 127)
    #else
        static let (read, write, close, nanosleep, getpid):
            (UInt32, UInt32, UInt32, UInt32, UInt32) =
                (63, 64, 57, 101, 172)
        static let (getppid, gettid, futex, openat, fstat):
            (UInt32, UInt32, UInt32, UInt32, UInt32) =
                (173, 178, 98, 56, 80)
        static let (pipe2, ppoll, socketpair): (UInt32, UInt32, UInt32) = (59, 73, 199)
        static let (tgkill, sigpending): (UInt32, UInt32) = (131, 136)
    #endif
}

/// A pipe, closed by hand.
struct SystemPipe {
    let reader: Int32
    let writer: Int32

    init() {
        var ends: [Int32] = [0, 0]
        _ = pipe(&ends)
        (reader, writer) = (ends[0], ends[1])
    }

    func close() {
        _ = Glibc.close(reader)
        _ = Glibc.close(writer)
    }
}
