// A plan's calls on its submitter's thread, as far as none of them has to wait.
//
// Input: a plan that is about to be handed to a thread of the engine's. Output: how far it came without one. Invariant:
// what was not made is as if it had not been tried; each descriptor that is used was opened here, as a regular file of
// this machine.

import CAcall

/// Of one run of one plan.
struct Attempt {
    /// A run's calls and operations read and copy no more than this in all: it takes time, too.
    static let mostBytes: UInt64 = 128 << 10
    /// How many records a plan may have, and how many of them may be calls.
    static let mostRecords = 512
    static let mostCalls = 16
    /// What was looked at so long ago, in nanoseconds, is looked at again before it is opened. An open can have an
    /// effect on a FIFO, on a device, or in a file system that asks for leave.
    static let freshness: UInt64 = 1_000_000
    /// Files from this size on are not closed here where that may free them, which takes its time.
    static let largeFile = 1 << 20

    private let files: KnownFiles
    private let readable: ReadableMemory
    private var opened = InlineArray<4, Opened>(repeating: Opened())
    private var left = mostBytes
    /// A path that the thread which makes the calls is to look at.
    private(set) var wanted: KnownKey?
    /// Whether the call that ended it was not made.
    private var wasDeclined = false

    private struct Opened {
        /// -1: none.
        var descriptor: Int32 = -1
        /// Its file system is all in memory.
        var isMemory = false
        var isLarge = false
        var key = KnownKey()
    }

    init(_ files: KnownFiles, _ readable: ReadableMemory) {
        (self.files, self.readable) = (files, readable)
    }

    /// Whether all that a plan does might be done in an attempt.
    static func takes(
        _ records: UnsafePointer<acall_submission>, _ planned: UnsafePointer<PlannedRecord>,
        count: Int
    ) -> Bool {
        guard count <= mostRecords else { return false }
        var calls = 0
        for index in 0..<count {
            let nr = records[index].nr
            switch planned[index].kind {
            case PlannedRecord.Kind.call, PlannedRecord.Kind.undisturbed:
                guard
                    acall_attempt_kind(nr) != ACALL_ATTEMPT_NOT
                        || SystemCallSet.sameForEveryThread.contains(nr)
                else { return false }
                calls += 1
            case PlannedRecord.Kind.move, PlannedRecord.Kind.branch: break
            default:
                guard isOperation(nr), records[index].completion_ring_pointer == 0 else {
                    return false
                }
            }
        }
        return 1...mostCalls ~= calls
    }

    /// What is done in memory, and goes on with the next record.
    private static func isOperation(_ nr: UInt32) -> Bool {
        nr >= ACALL_OP_VALUE && nr <= ACALL_OP_SLICE || nr == ACALL_OP_FETCH_ADD
            || nr == ACALL_OP_LENGTH || nr == ACALL_OP_SAME
    }

    /// Runs a plan that it `takes`, as far as it comes: not back, since others have a say in loops.
    mutating func run(
        _ steps: PlannedSteps, _ records: UnsafeMutablePointer<acall_submission>, count: Int
    ) -> PlannedSpot {
        var spot = PlannedSpot(index: 0, code: 0)
        while true {
            spot = steps.run(from: spot, mayLoop: false) { nr, args, _ in call(nr, args) }
            if spot.index == count { return spot }
            if spot.hasFailed {
                if wasDeclined { (spot.hasFailed, spot.code) = (false, 0) }
                return spot
            }
            guard operate(records + spot.index, &spot), !spot.hasFailed else { return spot }
        }
    }

    /// Runs an operation that is not planned. False: it is left to others.
    private mutating func operate(
        _ record: UnsafeMutablePointer<acall_submission>, _ spot: inout PlannedSpot
    ) -> Bool {
        guard Self.isOperation(record.pointee.nr), let args = CallArguments(of: record) else {
            return false
        }
        let bytes: UInt64 =
            switch record.pointee.nr {
            case ACALL_OP_COPY: args[3]
            case ACALL_OP_LENGTH, ACALL_OP_SAME: args[2]
            default: 0
            }
        guard bytes <= left else { return false }
        left -= bytes
        spot.code = args.evaluate(record.pointee.nr)
        if ContiguousRunner.stops(record.pointee.flags, spot.code) {
            spot.hasFailed = true
            return true
        }
        if let slot = UnsafeMutablePointer<acall_completion>(
            bitPattern: UInt(truncatingIfNeeded: record.pointee.completion_pointer))
        {
            CompletionStore.store(slot, UInt64(bitPattern: spot.code), record.pointee.cookie)
        }
        spot.index += 1
        return true
    }

    private typealias ContiguousRunner = ChainRunner<ContiguousRecords>

    /// Makes a call if it need not wait; else an error, and it `wasDeclined`.
    private mutating func call(_ nr: UInt32, _ args: CallArguments) -> Int64 {
        switch acall_attempt_kind(nr) {
        case ACALL_ATTEMPT_OPENAT:
            let how = acall_open_how(flags: args[2], mode: 0, resolve: 0)
            // From the root it is the same file whatever the directory.
            return open(args[0], args[1], how, isFromAnywhere: true)
        case ACALL_ATTEMPT_OPEN:
            let how = acall_open_how(flags: args[1], mode: 0, resolve: 0)
            return open(Self.workingDirectory, args[0], how, isFromAnywhere: true)
        case ACALL_ATTEMPT_OPENAT2:
            guard args[3] == MemoryLayout<acall_open_how>.size,
                let how = readable.value(at: args[2], as: acall_open_how.self)
            else { return declined() }
            return open(args[0], args[1], how, isFromAnywhere: false)
        case ACALL_ATTEMPT_READ:
            return read(nr, args, at: -1)
        case ACALL_ATTEMPT_PREAD:
            let offset = Int64(bitPattern: args[3])
            return offset >= 0 ? read(nr, args, at: offset) : declined()
        case ACALL_ATTEMPT_STAT:
            return place(of: args[0]) != nil ? done(args.callHere(nr)) : declined()
        case ACALL_ATTEMPT_SEEK:
            // Beyond SEEK_END the file's map is asked.
            guard args[2] <= 2, place(of: args[0]) != nil else { return declined() }
            return done(args.callHere(nr))
        case ACALL_ATTEMPT_CLOSE:
            guard let place = place(of: args[0]),
                !opened[place].isLarge || !acall_attempt_frees(args[0])
            else { return declined() }
            opened[place] = Opened()
            // Whatever it returns: it is closed.
            return args.callHere(nr)
        default: return done(args.callHere(nr))
        }
    }

    /// AT_FDCWD
    private static let workingDirectory = UInt64(bitPattern: -100)

    private mutating func declined() -> Int64 {
        wasDeclined = true
        return Code.tryAgain
    }

    /// A call that failed is made again by a thread that may wait, and fails there.
    private mutating func done(_ code: Int64) -> Int64 {
        UInt64(bitPattern: code) >= UInt64(bitPattern: -4095) ? declined() : code
    }

    /// - Parameter isFromAnywhere: whether it is the same with any directory, if it begins at the root.
    private mutating func open(
        _ directory: UInt64, _ address: UInt64, _ how: acall_open_how, isFromAnywhere: Bool
    ) -> Int64 {
        var how = how
        guard let place = opened.indices.first(where: { opened[$0].descriptor < 0 }),
            acall_attempt_takes(&how), let bytes = readable.string(at: address),
            let start = bytes.baseAddress
        else { return declined() }
        let isAbsolute = isFromAnywhere && bytes.first == UInt8(ascii: "/")
        let path = KnownPath(
            directory: Int32(truncatingIfNeeded: isAbsolute ? Self.workingDirectory : directory),
            bytes: bytes)
        let key = path.key(how.resolve)
        switch files.knowledge(of: path, key) {
        case .nothing: return declined()
        case .isWanted:
            wanted = key
            return declined()
        case .file(var file, let time):
            let text = start.assumingMemoryBound(to: CChar.self)
            let now = acall_monotonic_time()
            if now &- time > Self.freshness {
                let answer = acall_attempt_look(path.directory, text, &how, &file)
                if answer == 0 { files.forget(key) }
                guard answer > 0 else { return declined() }
                files.confirm(key, at: now)
            }
            var status = stat()
            let code = acall_attempt_open(path.directory, text, &how, &file, &status)
            guard code >= 0 else {
                noteRefusal(code, of: key)
                return declined()
            }
            opened[place] = Opened(
                descriptor: Int32(truncatingIfNeeded: code), isMemory: file.is_memory,
                isLarge: status.st_size >= Self.largeFile, key: key)
            return code
        }
    }

    private func noteRefusal(_ code: Int64, of key: KnownKey) {
        switch code {
        case Int64(ACALL_ATTEMPT_MISTAKEN): files.forget(key)
        case Int64(ACALL_ATTEMPT_REFUSED): files.refuse()
        case Int64(ACALL_ATTEMPT_UNFIT): files.exclude(key)
        default: break
        }
    }

    private mutating func read(
        _ nr: UInt32, _ args: CallArguments, at offset: Int64
    ) -> Int64 {
        guard args[2] <= left, let place = place(of: args[0]) else { return declined() }
        let code: Int64
        if opened[place].isMemory {
            code = args.callHere(nr)
        } else {
            code = acall_attempt_read(args[0], args[1], args[2], offset)
            noteRefusal(code, of: opened[place].key)
        }
        guard code >= 0 else { return declined() }
        left -= UInt64(code)
        return code
    }

    private func place(of descriptor: UInt64) -> Int? {
        let descriptor = Int32(truncatingIfNeeded: descriptor)
        guard descriptor >= 0 else { return nil }
        return opened.indices.first { opened[$0].descriptor == descriptor }
    }

    /// The rest is run by nobody: what it would have closed is closed.
    func giveUp() {
        for place in opened.indices where opened[place].descriptor >= 0 {
            acall_attempt_close(UInt64(opened[place].descriptor))
        }
    }
}

/// Memory in which a path may be looked at. Its owner deallocates it.
struct ReadableMemory {
    private let pieces: UnsafeMutableBufferPointer<UnsafeRawBufferPointer>

    init() { pieces = .init(start: nil, count: 0) }

    init(_ memory: [UnsafeRawBufferPointer]) {
        pieces = .allocate(capacity: memory.count)
        _ = pieces.initialize(from: memory)
    }

    func deallocate() { pieces.deallocate() }

    /// A string whose end is in sight, without its NUL. nil: it does not stand here, or is longer than known files'.
    func string(at address: UInt64) -> UnsafeRawBufferPointer? {
        guard let bytes = bytes(at: address), let start = bytes.baseAddress else { return nil }
        let most = min(bytes.count, KnownFiles.longestPath + 1)
        let length = acall_string_length(start, most)
        return 1..<most ~= length ? UnsafeRawBufferPointer(start: start, count: length) : nil
    }

    /// nil: it does not stand here.
    func value<Value: BitwiseCopyable>(at address: UInt64, as type: Value.Type) -> Value? {
        guard let bytes = bytes(at: address), bytes.count >= MemoryLayout<Value>.size else {
            return nil
        }
        return bytes.loadUnaligned(as: type)
    }

    /// From there to the end of the piece.
    private func bytes(at address: UInt64) -> UnsafeRawBufferPointer? {
        guard let start = UnsafeRawPointer(bitPattern: UInt(truncatingIfNeeded: address)) else {
            return nil
        }
        for piece in pieces {
            guard let first = piece.baseAddress, first <= start, start < first + piece.count else {
                continue
            }
            return UnsafeRawBufferPointer(start: start, count: first + piece.count - start)
        }
        return nil
    }
}
