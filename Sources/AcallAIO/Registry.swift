// All requests that are not done, by descriptor, and who waits for any of them.
//
// Input: requests as they are submitted, and their results. Output: which one may start, wakes.
// Invariant: requests of a descriptor stand in the order of their submission; of a lane that has an
// order at most one is with the engine.

import AcallEngine
import CAcall
import CAcallAIO

/// The process's one registry. What it points to is never freed; what changes there is in words or
/// under the lock.
struct Registry: @unchecked Sendable {
    private struct Bucket {
        var first: UnsafeMutablePointer<Request>?
        var last: UnsafeMutablePointer<Request>?
        /// How many of them have not started: mostly none, and then nobody has to be looked for.
        var waiting = 0
        /// Who waits for results of its descriptors.
        let results: Results
    }

    private static let bucketCount = 64

    private let buckets: UnsafeMutablePointer<Bucket>
    private let lockPlace: UnsafeMutableRawPointer
    let lock: Lock
    /// Who waits for results of any descriptor.
    let any: Results
    let engine: Engine
    /// How long a wait spins, in ns: a sleep and a wake cost more than most reads.
    private let spinTime: UInt64
    private let spinners: Word
    private let mostSpinners: UInt32

    static let shared: Registry? = make()

    private static func make() -> Registry? {
        var configuration = EngineConfiguration()
        // Files answer from memory as a rule; where they don't, the engine adds threads.
        configuration.quickCalls.insert(acall_aio_number(ACALL_AIO_CALL_PREAD))
        configuration.quickCalls.insert(acall_aio_number(ACALL_AIO_CALL_PWRITE))
        let space = MemoryLayout<Bucket>.stride * bucketCount
        guard let engine = try? Engine(configuration: configuration),
            let memory = acall_memory_get(
                Arena.size(lines: 2 + (bucketCount + 1) * Results.lines, beside: space))
        else { return nil }
        return Registry(memory, space, engine)
    }

    private init(_ memory: UnsafeMutableRawPointer, _ space: Int, _ engine: Engine) {
        buckets = memory.bindMemory(to: Bucket.self, capacity: Self.bucketCount)
        var arena = Arena(memory, beside: space)
        for index in 0..<Self.bucketCount {
            (buckets + index).initialize(to: Bucket(results: Results(&arena)))
        }
        any = Results(&arena)
        spinners = Word(&arena)
        mostSpinners = UInt32(acall_processor_count() / 2)
        spinTime = mostSpinners > 0 ? 20_000 : 0
        lockPlace = UnsafeMutableRawPointer(arena.place(UInt64(0)))
        lock = Lock(at: lockPlace)
        self.engine = engine
    }

    /// In the child of a fork: the requests are the parent's, and so is the thread that holds the lock.
    func forget() {
        _ = Lock(at: lockPlace)
        any.forget()
        for index in 0..<Self.bucketCount {
            let results = buckets[index].results
            results.forget()
            buckets[index] = Bucket(results: results)
        }
    }

    private func bucket(_ descriptor: Int32) -> UnsafeMutablePointer<Bucket> {
        buckets + Int(UInt32(bitPattern: descriptor) % UInt32(Self.bucketCount))
    }

    /// Adds a request; whether it may start.
    func add(_ request: UnsafeMutablePointer<Request>) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        let bucket = bucket(request.pointee.descriptor)
        if request.pointee.lane != .free {
            var other = bucket.pointee.first
            while let each = other {
                if each.pointee.descriptor == request.pointee.descriptor
                    && (request.pointee.lane == .sync || each.pointee.lane == request.pointee.lane)
                {
                    request.pointee.ahead += 1
                }
                other = each.pointee.after
            }
        }
        request.pointee.before = bucket.pointee.last
        if let last = bucket.pointee.last {
            last.pointee.after = request
        } else {
            bucket.pointee.first = request
        }
        bucket.pointee.last = request
        guard request.pointee.ahead == 0 else {
            bucket.pointee.waiting += 1
            return false
        }
        prepareStart(request)
        return true
    }

    /// Under the lock.
    private func prepareStart(_ request: UnsafeMutablePointer<Request>) {
        request.pointee.state = .starting
        request.pointee.holders += 1
    }

    /// Takes a request out, its result stored; returns those that may start now.
    func remove(
        _ request: UnsafeMutablePointer<Request>, _ result: Int64, _ error: Int32
    ) -> UnsafeMutablePointer<Request>? {
        lock.lock()
        defer { lock.unlock() }
        let bucket = bucket(request.pointee.descriptor)
        if request.pointee.state == .queued { bucket.pointee.waiting -= 1 }
        (request.pointee.state, request.pointee.outcome) = (.done, error)
        unlink(request, bucket)
        // From here on the control block is its owner's.
        acall_aio_set_result(request.pointee.block, result, error)
        guard bucket.pointee.waiting > 0 else { return nil }
        var first: UnsafeMutablePointer<Request>?
        // Only those behind it waited for it.
        var other = request.pointee.after
        while let each = other {
            other = each.pointee.after
            guard each.pointee.state == .queued,
                each.pointee.descriptor == request.pointee.descriptor,
                each.pointee.lane == .sync || each.pointee.lane == request.pointee.lane
            else { continue }
            each.pointee.ahead -= 1
            guard each.pointee.ahead == 0, !each.pointee.isCancelled else { continue }
            bucket.pointee.waiting -= 1
            prepareStart(each)
            each.pointee.nextToStart = first
            first = each
        }
        return first
    }

    private func unlink(
        _ request: UnsafeMutablePointer<Request>, _ bucket: UnsafeMutablePointer<Bucket>
    ) {
        if let before = request.pointee.before {
            before.pointee.after = request.pointee.after
        } else {
            bucket.pointee.first = request.pointee.after
        }
        if let after = request.pointee.after {
            after.pointee.before = request.pointee.before
        } else {
            bucket.pointee.last = request.pointee.before
        }
    }

    /// Lets go of a request.
    func release(_ request: UnsafeMutablePointer<Request>) {
        lock.lock()
        request.pointee.holders -= 1
        let isLast = request.pointee.holders == 0
        lock.unlock()
        if isLast { acall_memory_free(request) }
    }

    /// Those of a descriptor (or of one control block) that are not done, each held, in a list by
    /// `nextToStart`, the last one first. They are marked as cancelled. A write to a stream that has
    /// begun is not among them but counted as `left`: a part of it may be on its way, and a record
    /// cut in two is worse for the other end than one that comes late. glibc interrupts nothing.
    func hold(
        _ descriptor: Int32, _ block: UnsafePointer<aiocb>?, left: inout Int
    ) -> UnsafeMutablePointer<Request>? {
        lock.lock()
        defer { lock.unlock() }
        var list: UnsafeMutablePointer<Request>?
        var other = bucket(descriptor).pointee.first
        while let each = other {
            other = each.pointee.after
            guard each.pointee.descriptor == descriptor,
                block == nil || UnsafePointer(each.pointee.block) == block,
                !each.pointee.isCancelled
            else { continue }
            if each.pointee.lane == .writes && each.pointee.state != .queued {
                left += 1
                continue
            }
            each.pointee.isCancelled = true
            each.pointee.holders += 1
            each.pointee.nextToStart = list
            list = each
        }
        return list
    }

    /// A result of a descriptor is there: wakes those who wait, if anybody does.
    func told(_ descriptor: Int32) {
        bucket(descriptor).pointee.results.told()
        any.told()
    }

    /// Those who wait for results of one descriptor only; -1: of any.
    private func results(_ descriptor: Int32) -> Results {
        descriptor < 0 ? any : bucket(descriptor).pointee.results
    }

    /// Waits until `isDone`, which is asked again after every result of the descriptor (-1: of any):
    /// 0, -EINTR or -EAGAIN where the time ran out. At a cancellation point the thread may end in
    /// the sleep: its caller then holds nothing.
    func wait(
        _ descriptor: Int32, until deadline: UInt64, isCancellationPoint: Bool = false,
        _ isDone: () -> Bool
    ) -> Int32 {
        if isDone() || spins(until: deadline, isDone) { return 0 }
        let results = results(descriptor)
        while true {
            let seen = results.count.value
            results.isAwaited.store(1)
            if isDone() { return 0 }
            let type = isCancellationPoint ? acall_aio_cancel_at_once() : 0
            let code = results.count.wait(while: seen, until: deadline)
            if isCancellationPoint { acall_aio_cancel_as(type) }
            if code == 0 || code == -Int64(EAGAIN) { continue }
            if isDone() { return 0 }
            return code == -Int64(EINTR) ? -EINTR : -EAGAIN
        }
    }

    private func spins(until deadline: UInt64, _ isDone: () -> Bool) -> Bool {
        guard spinTime > 0 else { return false }
        // One for two processors: those who are waited for want them too.
        let count = spinners.add(1)
        defer { spinners.add(UInt32.max) }
        guard count <= mostSpinners else { return false }
        let end = min(deadline, acall_monotonic_time() &+ spinTime)
        repeat {
            for _ in 0..<16 { acall_pause() }
            if isDone() { return true }
        } while acall_monotonic_time() < end
        return false
    }
}

/// Results that some may wait for. A handle: trivial, copied freely.
struct Results {
    /// Grows with every result. Partner: the loads of who waits for one, made before its last look.
    let count: Word
    /// 1: a thread may sleep. The thread that clears it wakes all of them, and the next result wakes
    /// nobody who is on the way. Partner: the store by who waits, made before the last look; the
    /// exchange in `told`, made after the result was counted.
    let isAwaited: Word

    static let lines = 2

    init(_ arena: inout Arena) {
        count = Word(&arena)
        isAwaited = Word(&arena)
    }

    /// In the child of a fork nobody waits.
    func forget() { isAwaited.store(0) }

    func told() {
        count.add(1)
        if isAwaited.value != 0 && isAwaited.exchange(0) != 0 { count.wake() }
    }
}
