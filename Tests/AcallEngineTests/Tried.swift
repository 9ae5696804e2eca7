// What the tests of attempts are made of: files, plans that read them, and where these ended.

import AcallEngine
import CAcall
import Glibc
import Synchronization
import Testing

/// Where a chain that ran to its end has stopped.
let ran = -1

/// A plan that was submitted has ended, on some thread.
final class TriedEnding: Sendable {
    private let end = Atomic<Int>(.min)
    private let code = Atomic<Int64>(0)
    private let thread = Atomic<Int32>(0)

    var ended: ChainEnded {
        ChainEnded(context: Unmanaged.passUnretained(self).toOpaque()) { context, index, code in
            guard let context else { return }
            let ending = Unmanaged<TriedEnding>.fromOpaque(context).takeUnretainedValue()
            ending.code.store(code, ordering: .relaxed)
            ending.thread.store(acall_thread_id(), ordering: .relaxed)
            ending.end.store(Int(index), ordering: .releasing)
        }
    }

    var hasEnded: Bool { end.load(ordering: .acquiring) != .min }
    /// Whether it ended on the thread that asks.
    var wasHere: Bool { hasEnded && thread.load(ordering: .relaxed) == acall_thread_id() }

    func wait() -> ChainEnd {
        while !hasEnded { usleep(50) }
        return ChainEnd(
            stoppedAt: end.load(ordering: .relaxed), returnCode: code.load(ordering: .relaxed))
    }
}

/// Files of a test's own.
final class Directory: @unchecked Sendable {
    let path: String
    private var names: Set<String> = []

    /// - Parameter parent: of a file system that there is.
    init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/acall-attempt-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    func file(_ name: String) -> String {
        names.insert(name)
        return "\(path)/\(name)"
    }

    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let path = file(name)
        let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        try #require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
        return path
    }
}

/// A plan, its records and the memory in which they find paths and put bytes.
final class Tried {
    let chain = Chain()
    let memory: UnsafeMutableRawBufferPointer
    private var records: UnsafeMutablePointer<acall_submission>?
    private(set) var made: ChainPlan?

    static let pathBytes = 288

    /// Whether this kernel, in this sandbox, has what attempts take.
    static let isPossible: Bool = {
        var (how, file) = (acall_open_how(), acall_local_file())
        return acall_attempts_are_possible() && acall_attempt_look(AT_FDCWD, "/", &how, &file) >= 0
    }()

    init(bytes: Int = 8192) {
        memory = .allocate(byteCount: Self.pathBytes + bytes, alignment: 16)
        memory.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        records?.deallocate()
        memory.deallocate()
    }

    private func address(_ offset: Int) -> UInt64 {
        memory.baseAddress.map { UInt64(UInt(bitPattern: $0 + offset)) } ?? 0
    }

    var path: String = "" {
        didSet {
            memory.copyBytes(from: path.utf8)
            memory[path.utf8.count] = 0
        }
    }
    var pathAddress: UInt64 { address(0) }
    var buffer: UInt64 { address(Self.pathBytes) }
    /// What openat2 is given, behind the path.
    var how: (UInt64, UInt64, UInt64) = (0, 0, 0) {
        didSet {
            for (index, word) in [how.0, how.1, how.2].enumerated() {
                memory.storeBytes(of: word, toByteOffset: 256 + 8 * index, as: UInt64.self)
            }
        }
    }
    var howAddress: UInt64 { address(256) }
    func bytes(_ count: Int) -> [UInt8] { Array(memory[Self.pathBytes..<Self.pathBytes + count]) }

    func clear() {
        UnsafeMutableRawBufferPointer(rebasing: memory[Self.pathBytes...])
            .initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// Whether the buffer begins with as many bytes of these. (Byte by byte a sanitizer takes its time.)
    func holds(_ count: Int, of bytes: [UInt8]) -> Bool {
        guard let start = memory.baseAddress else { return false }
        return count <= bytes.count && memcmp(start + Self.pathBytes, bytes, count) == 0
    }

    /// Opens the path, as record 0.
    func addOpen(_ flags: Int32 = O_RDONLY | O_CLOEXEC, from directory: Int32 = AT_FDCWD) {
        chain.add(
            Number.openat, [bits(Int64(directory)), pathAddress, UInt64(flags)],
            flags: ACALL_SUBMIT_STOP_ERROR)
    }

    /// A call of what record 0 has opened.
    func add(_ nr: UInt32, _ args: [UInt64] = [], flags: UInt32 = ACALL_SUBMIT_STOP_ERROR) {
        chain.add(nr, [chain.result(0)] + args, flags: flags, indirect: [0])
    }

    /// Reads as much as that, and closes it whatever happened.
    func addReadAndClose(_ count: Int = 4096) {
        add(Number.read, [buffer, UInt64(count)])
        add(Number.close, flags: ACALL_SUBMIT_CLEANUP)
    }

    var plan: ChainPlan {
        if let made { return made }
        let count = chain.records.count
        let base = UnsafeMutablePointer<acall_submission>.allocate(capacity: count)
        base.initialize(from: chain.records, count: count)
        let plan = ChainPlan(records: base, count: count)
        plan.setReadable([UnsafeRawBufferPointer(memory)])
        (records, made) = (base, plan)
        return plan
    }

    /// Opens a file, reads as much as that, and closes it.
    static func reading(_ path: String, _ count: Int = 4096) -> Tried {
        let tried = Tried(bytes: max(count, 8192))
        tried.path = path
        tried.addOpen()
        tried.addReadAndClose(count)
        return tried
    }

    /// Runs it, to its end.
    func run(_ engine: Engine, isTriedHere: Bool = true) -> (end: ChainEnd, wasHere: Bool) {
        let ending = TriedEnding()
        let code = engine.submitChain(plan, isTriedHere: isTriedHere, ended: ending.ended)
        guard code > 0 else { return (ChainEnd(stoppedAt: -2, returnCode: Int64(code)), false) }
        let wasHere = ending.wasHere
        return (ending.wait(), wasHere)
    }

    /// Whether it comes to be run on the spot. Now and then the kernel does not say at once what it has in memory, such
    /// as while directories change.
    func comesToBeHere(_ engine: Engine) -> Bool {
        (0..<1000).contains { _ in run(engine).wasHere }
    }

    /// Runs it until its path is known, or as good as: it is looked at after the second run.
    func know(_ engine: Engine) {
        for _ in 0..<20 where !run(engine).wasHere { usleep(100) }
    }
}

/// A thread of a test's own.
final class TestThread: @unchecked Sendable {
    private let body: @Sendable () -> Void
    private var thread = pthread_t()

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<TestThread>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, Unmanaged.passRetained(self).toOpaque())
        precondition(code == 0, "no thread")
    }

    func join() { pthread_join(thread, nil) }
}
