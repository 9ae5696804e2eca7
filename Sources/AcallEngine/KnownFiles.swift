// The paths that an engine has seen to name files of this machine: what it takes to open one where nothing may wait.
//
// Input: paths that were opened. Output: the regular file that one named when last looked at. Invariant:
// it is a guess, which whoever opens the path checks; a path is looked at, by a thread that may wait, once it has come
// twice, so that paths that come once cost nothing.

import CAcall

/// A table of sets of a few places each: of a set's paths the one that has not come for longest makes room.
struct KnownFiles: @unchecked Sendable {
    /// What is known of a path.
    enum Knowledge {
        case nothing
        /// It has come before: it is to be looked at.
        case isWanted
        case file(acall_local_file)
    }

    private struct Place {
        /// The set's: a `Lock`, which guards the rest, and which place is asked first to make room. Of its first place.
        var lock: (UInt64, UInt64)
        var hand: UInt32
        /// 0: empty.
        var length: UInt32
        var hash: UInt64
        var file: acall_local_file
        var state: UInt32
        /// Whether it has come since it was last asked to make room.
        var isUsed: Bool
    }

    private enum State {
        static let seen: UInt32 = 0
        static let known: UInt32 = 1
        /// Not to be attempted, for as long as it is here.
        static let unfit: UInt32 = 2
    }

    private static let placeBytes = 256
    private static let offset = MemoryLayout<Place>.size
    private static let ways = 4
    private static let sets = 128
    /// Longer paths are not known.
    static let longestPath = placeBytes - offset

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
    func knowledge(of path: UnsafeRawBufferPointer) -> Knowledge {
        withSet(of: path) { set, hash in
            guard let place = Self.place(of: path, hash, in: set) else {
                Self.add(path, hash, to: set)
                return .nothing
            }
            place.pointee.isUsed = true
            switch place.pointee.state {
            case State.seen: return .isWanted
            case State.known: return .file(place.pointee.file)
            default: return .nothing
            }
        } ?? .nothing
    }

    /// Looks at a path that is wanted. May wait. It is followed by a NUL.
    func learn(_ path: UnsafeRawBufferPointer) {
        guard let start = path.baseAddress else { return }
        let file = acall_look_at(start.assumingMemoryBound(to: CChar.self))
        change(path) { place in
            guard place.pointee.state == State.seen else { return }
            place.pointee.state = file.is_local ? State.known : State.unfit
            place.pointee.file = file
        }
    }

    /// What was known is wrong: it is to be looked at again.
    func forget(_ path: UnsafeRawBufferPointer) { change(path) { $0.pointee.state = State.seen } }

    /// It is no longer to be attempted.
    func exclude(_ path: UnsafeRawBufferPointer) { change(path) { $0.pointee.state = State.unfit } }

    private func change(
        _ path: UnsafeRawBufferPointer, _ body: (UnsafeMutablePointer<Place>) -> Void
    ) {
        _ = withSet(of: path) { set, hash in
            if let place = Self.place(of: path, hash, in: set) { body(place) }
        }
    }

    /// The path's set, locked. nil: it has none.
    private func withSet<Result>(
        of path: UnsafeRawBufferPointer,
        _ body: (UnsafeMutableRawPointer, UInt64) -> Result
    ) -> Result? {
        guard 1...Self.longestPath ~= path.count,
            let table = UnsafeMutableRawPointer(bitPattern: UInt(table.value)) ?? made()
        else { return nil }
        let hash = Self.hash(path)
        let set = table + Int(hash % UInt64(Self.sets)) * Self.ways * Self.placeBytes
        return Lock(inUseAt: set).locked { body(set, hash) }
    }

    private static func place(
        _ way: Int, in set: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<Place> {
        (set + way * placeBytes).assumingMemoryBound(to: Place.self)
    }

    private static func place(
        of path: UnsafeRawBufferPointer, _ hash: UInt64, in set: UnsafeMutableRawPointer
    ) -> UnsafeMutablePointer<Place>? {
        guard let start = path.baseAddress else { return nil }
        for way in 0..<ways {
            let place = place(way, in: set)
            if place.pointee.hash == hash, place.pointee.length == UInt32(path.count),
                acall_same_bytes(UnsafeRawPointer(place) + offset, start, UInt64(path.count))
            {
                return place
            }
        }
        return nil
    }

    private static func add(
        _ path: UnsafeRawBufferPointer, _ hash: UInt64, to set: UnsafeMutableRawPointer
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
        place.pointee.hash = hash
        place.pointee.length = UInt32(path.count)
        place.pointee.state = State.seen
        UnsafeMutableRawBufferPointer(
            start: UnsafeMutableRawPointer(place) + offset, count: path.count
        ).copyMemory(from: path)
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

    private static func hash(_ path: UnsafeRawBufferPointer) -> UInt64 {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
        }
        var index = 0
        while index + 8 <= path.count {
            mix(path.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest: UInt64 = 0
        while index < path.count {
            rest = rest << 8 | UInt64(path[index])
            index += 1
        }
        mix(rest)
        return hash
    }
}
