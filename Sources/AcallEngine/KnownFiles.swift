// The paths that an engine has seen to name files of this machine: what it takes to open one where nothing may wait.
//
// Input: paths that were opened. Output: the regular file that one named when last looked at. Invariant:
// it is a guess, which the open of the path checks; a path is looked at, by a thread that may wait, once it has come
// twice, so that paths that come once cost nothing. Where two paths have the same hash, one is not known.

import CAcall

/// A path, as an open gives it.
struct KnownPath {
    /// Of a directory's descriptor, or AT_FDCWD.
    let directory: Int32
    let bytes: UnsafeRawBufferPointer

    /// What it is known by.
    func key(_ resolve: UInt64) -> KnownKey {
        KnownKey(hash: hash, directory: directory, resolve: resolve)
    }

    private var hash: UInt64 {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
        }
        var index = 0
        while index + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest = UInt64(UInt32(bitPattern: directory))
        while index < bytes.count {
            rest = rest << 8 ^ UInt64(bytes[index])
            index += 1
        }
        mix(rest)
        return hash
    }
}

/// By what a path that is known is found again, when it is gone itself.
struct KnownKey {
    var hash: UInt64 = 0
    var directory: Int32 = -1
    /// How it is followed: see openat2(2).
    var resolve: UInt64 = 0
}

/// A table of sets of a few places each: of a set's paths the one that has not come for longest makes room.
struct KnownFiles: @unchecked Sendable {
    /// What is known of a path.
    enum Knowledge {
        case nothing
        /// It has come before: it is to be looked at.
        case isWanted
        /// When it was last looked at, by the clock of `acall_monotonic_time`.
        case file(acall_local_file, UInt64)
    }

    private struct Place {
        /// The set's: a `Lock`, which guards the rest, and which place is asked first to make room. Of its first place.
        var lock: (UInt64, UInt64)
        var hand: UInt32
        /// 0: empty.
        var length: UInt32
        var hash: UInt64
        var file: acall_local_file
        /// When it was last looked at.
        var time: UInt64
        var directory: Int32
        var state: UInt32
        /// Whether it has come since it was last asked to make room.
        var isUsed: Bool
    }

    private enum State {
        static let seen: UInt32 = 0
        static let known: UInt32 = 1
        /// Not to be attempted for a while.
        static let unfit: UInt32 = 2
    }

    /// In nanoseconds.
    private static let unfitTime: UInt64 = 1_000_000_000

    private static let placeBytes = 256
    private static let offset = MemoryLayout<Place>.size
    private static let ways = 4
    private static let sets = 128
    /// Longer paths are not known.
    static let longestPath = placeBytes - offset - 1

    /// The table's address: 0 before the first path came. Partner of the swap: each load.
    private let table: Counter
    /// 1: the kernel, or a sandbox, does not have what an attempt takes. No partner: a hint.
    private let refused: Word

    static let lines = 2

    init(_ arena: inout Arena) {
        table = Counter(&arena)
        refused = Word(&arena)
    }

    func free() { acall_memory_free(UnsafeMutableRawPointer(bitPattern: UInt(table.value))) }

    var isRefused: Bool { refused.value != 0 }
    func refuse() { refused.store(1) }

    /// What is known of a path, which has come.
    func knowledge(of path: KnownPath, _ key: KnownKey) -> Knowledge {
        guard 1...Self.longestPath ~= path.bytes.count else { return .nothing }
        return withSet(of: key) { set in
            guard let place = Self.place(of: key, in: set) else {
                Self.add(path, key, to: set)
                return .nothing
            }
            guard Self.place(place, has: path) else { return .nothing }
            place.pointee.isUsed = true
            switch place.pointee.state {
            case State.seen: return .isWanted
            case State.known: return .file(place.pointee.file, place.pointee.time)
            default:
                let now = acall_monotonic_time()
                if now &- place.pointee.time > Self.unfitTime { place.pointee.state = State.seen }
                return .nothing
            }
        } ?? .nothing
    }

    /// Looks at a path that is wanted. May wait.
    func learn(_ key: KnownKey) {
        withUnsafeTemporaryAllocation(byteCount: Self.placeBytes, alignment: 8) { path in
            var isThere = false
            change(key) { place in
                guard place.pointee.state == State.seen else { return }
                let count = Int(place.pointee.length)
                path.copyMemory(
                    from: UnsafeRawBufferPointer(
                        start: UnsafeRawPointer(place) + Self.offset, count: count))
                path[count] = 0
                isThere = true
            }
            guard isThere, let start = path.baseAddress else { return }
            var file = acall_local_file()
            let now = acall_monotonic_time()
            let answer = acall_look_at(
                key.directory, start.assumingMemoryBound(to: CChar.self), key.resolve, &file)
            // One that can't be seen is not asked for again at once, either.
            change(key) { place in
                guard place.pointee.state == State.seen else { return }
                place.pointee.state = answer > 0 ? State.known : State.unfit
                (place.pointee.file, place.pointee.time) = (file, now)
            }
        }
    }

    /// It was looked at again, and is the same.
    func confirm(_ key: KnownKey, at time: UInt64) { change(key) { $0.pointee.time = time } }

    /// What was known is wrong: it is to be looked at anew.
    func forget(_ key: KnownKey) { change(key) { $0.pointee.state = State.seen } }

    /// It is not to be attempted for now.
    func exclude(_ key: KnownKey) {
        let now = acall_monotonic_time()
        change(key) { ($0.pointee.state, $0.pointee.time) = (State.unfit, now) }
    }

    private func change(_ key: KnownKey, _ body: (UnsafeMutablePointer<Place>) -> Void) {
        _ = withSet(of: key) { set in
            if let place = Self.place(of: key, in: set) { body(place) }
        }
    }

    /// The key's set, locked. nil: there is none.
    private func withSet<Result>(
        of key: KnownKey, _ body: (UnsafeMutableRawPointer) -> Result
    ) -> Result? {
        guard let table = UnsafeMutableRawPointer(bitPattern: UInt(table.value)) ?? made() else {
            return nil
        }
        let set = table + Int(key.hash % UInt64(Self.sets)) * Self.ways * Self.placeBytes
        return Lock(inUseAt: set).locked { body(set) }
    }

    private static func place(
        _ way: Int, in set: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<Place> {
        (set + way * placeBytes).assumingMemoryBound(to: Place.self)
    }

    private static func place(
        of key: KnownKey, in set: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<Place>? {
        for way in 0..<ways {
            let place = place(way, in: set)
            if place.pointee.hash == key.hash, place.pointee.length > 0,
                place.pointee.directory == key.directory
            {
                return place
            }
        }
        return nil
    }

    private static func place(_ place: UnsafePointer<Place>, has path: KnownPath) -> Bool {
        guard let start = path.bytes.baseAddress else { return false }
        return place.pointee.length == UInt32(path.bytes.count)
            && acall_same_bytes(
                UnsafeRawPointer(place) + offset, start, UInt64(path.bytes.count))
    }

    private static func add(
        _ path: KnownPath, _ key: KnownKey, to set: UnsafeMutableRawPointer
    ) {
        let first = place(0, in: set)
        var place = place(Int(first.pointee.hand), in: set)
        while true {
            first.pointee.hand = (first.pointee.hand + 1) % UInt32(ways)
            // The second time round it is not used.
            if !place.pointee.isUsed { break }
            place.pointee.isUsed = false
            place = Self.place(Int(first.pointee.hand), in: set)
        }
        place.pointee.hash = key.hash
        place.pointee.length = UInt32(path.bytes.count)
        place.pointee.directory = key.directory
        place.pointee.state = State.seen
        UnsafeMutableRawBufferPointer(
            start: UnsafeMutableRawPointer(place) + offset, count: path.bytes.count
        ).copyMemory(from: path.bytes)
    }

    /// nil: no memory was to be had.
    private func made() -> UnsafeMutableRawPointer? {
        let size = Self.sets * Self.ways * Self.placeBytes
        guard let memory = acall_memory_get(size) else { return nil }
        memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
        if table.swap(0, UInt64(UInt(bitPattern: memory))) { return memory }
        acall_memory_free(memory)
        return UnsafeMutableRawPointer(bitPattern: UInt(table.value))
    }
}
