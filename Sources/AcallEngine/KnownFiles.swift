// The paths that an engine has seen to name files of this machine: what it takes to open one where nothing may wait.
//
// Input: paths that were opened. Output: the regular file that one named when last looked at. Invariant:
// it is a guess, which whoever opens the path checks; a path is looked at, by a thread that may wait, once it has come
// twice, so that paths that come once cost nothing.

import CAcall

/// A table of one path a place: the later takes it.
struct KnownFiles: @unchecked Sendable {
    /// What is known of a path.
    enum Knowledge {
        case nothing
        /// It has come before: it is to be looked at.
        case isWanted
        case file(acall_local_file)
    }

    private struct Place {
        /// A `Lock`, which guards the rest.
        var lock: (UInt64, UInt64)
        var file: acall_local_file
        var state: UInt32
        var length: UInt32
    }

    private enum State {
        static let seen: UInt32 = 0
        static let known: UInt32 = 1
        /// Not to be attempted, for as long as it is here.
        static let unfit: UInt32 = 2
    }

    private static let placeBytes = 256
    private static let offset = MemoryLayout<Place>.size
    private static let count = 256
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
        withPlace(of: path) { place, isSame in
            guard isSame else {
                (place.pointee.state, place.pointee.length) = (State.seen, UInt32(path.count))
                UnsafeMutableRawBufferPointer(
                    start: UnsafeMutableRawPointer(place) + Self.offset, count: path.count
                ).copyMemory(from: path)
                return .nothing
            }
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
        withPlace(of: path) { place, isSame in
            guard isSame, place.pointee.state == State.seen else { return }
            place.pointee.state = file.is_local ? State.known : State.unfit
            place.pointee.file = file
        }
    }

    /// What was known is wrong: it is to be looked at again.
    func forget(_ path: UnsafeRawBufferPointer) { set(path, State.seen) }

    /// It is no longer to be attempted.
    func exclude(_ path: UnsafeRawBufferPointer) { set(path, State.unfit) }

    private func set(_ path: UnsafeRawBufferPointer, _ state: UInt32) {
        withPlace(of: path) { place, isSame in if isSame { place.pointee.state = state } }
    }

    /// The path's place, locked, and whether it has it. nil: there is none.
    @discardableResult
    private func withPlace<Result>(
        of path: UnsafeRawBufferPointer, _ body: (UnsafeMutablePointer<Place>, Bool) -> Result
    ) -> Result? {
        guard let start = path.baseAddress, 1...Self.longestPath ~= path.count,
            let table = UnsafeMutableRawPointer(bitPattern: UInt(table.value)) ?? made()
        else { return nil }
        let place = (table + Int(Self.hash(path) % UInt64(Self.count)) * Self.placeBytes)
            .assumingMemoryBound(to: Place.self)
        return Lock(inUseAt: place).locked {
            let isSame =
                Int(place.pointee.length) == path.count
                && acall_same_bytes(
                    UnsafeRawPointer(place) + Self.offset, start, UInt64(path.count))
            return body(place, isSame)
        }
    }

    /// nil: no memory was to be had.
    private func made() -> UnsafeMutableRawPointer? {
        let size = Self.count * Self.placeBytes
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
