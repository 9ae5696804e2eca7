// Memory that may not be there: copied by the kernel, which says EFAULT where a load would end the process.
//
// Input: addresses that a program computed. Output: bytes copied, or a negated errno. Invariant: the only loads and
// stores made here directly are of the caller's own memory, but where the kernel refuses to copy (an old sandbox):
// then pages that are not mapped are still found, and a file that is too short is not.

import CAcall
import Glibc

enum ForeignMemory {
    /// Any of both sides may not be there: 0, or a negated errno.
    static func copy(
        _ destination: UInt64, capacity: UInt64, _ source: UInt64, _ count: UInt64
    ) -> Int64 {
        let (capacity, length) = (Int64(bitPattern: capacity), Int64(bitPattern: count))
        guard length >= 0, length <= capacity else { return -Int64(EOVERFLOW) }
        guard length > 0 else { return 0 }
        guard let to = UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: destination)),
            let from = UnsafeMutableRawPointer(bitPattern: UInt(truncatingIfNeeded: source))
        else { return -Int64(EFAULT) }
        return copy(to, from, Int(length))
    }

    private static func copy(
        _ destination: UnsafeMutableRawPointer, _ source: UnsafeMutableRawPointer, _ count: Int
    ) -> Int64 {
        var done = 0
        while done < count {
            let copied = acall_ask_copy(destination + done, source + done, UInt64(count - done))
            guard copied > 0 else {
                if copied == -Int64(ENOSYS) || copied == -Int64(EPERM) {
                    return copyUnasked(destination + done, source + done, count - done)
                }
                return -Int64(EFAULT)
            }
            done += Int(copied)
        }
        return 0
    }

    /// Where the kernel may not copy.
    private static func copyUnasked(
        _ destination: UnsafeMutableRawPointer, _ source: UnsafeMutableRawPointer, _ count: Int
    ) -> Int64 {
        guard isMapped(destination, count), isMapped(source, count) else {
            return -Int64(EFAULT)
        }
        destination.copyMemory(from: source, byteCount: count)
        return 0
    }

    private static func isMapped(_ start: UnsafeMutableRawPointer, _ count: Int) -> Bool {
        let page = sysconf(Int32(_SC_PAGESIZE))
        let first = UInt(bitPattern: start) & ~UInt(page - 1)
        let size = Int(UInt(bitPattern: start) - first) + count
        guard let base = UnsafeMutableRawPointer(bitPattern: first) else { return false }
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: size / page + 1) {
            mincore(base, size, $0.baseAddress) == 0
        }
    }

    // MARK: In pieces

    private static let piece = 4096

    /// Hands the bytes over piece by piece, until `body` says that it has enough.
    private static func read(
        _ address: UInt64, _ count: Int, _ body: (UnsafeRawBufferPointer) -> Bool
    ) -> Int64 {
        withUnsafeTemporaryAllocation(byteCount: piece, alignment: 16) { space in
            var done = 0
            while done < count {
                // Up to the end of a page: what is wanted may end before the next one begins.
                let place = address &+ UInt64(done)
                let size = min(count - done, piece - Int(place % UInt64(piece)))
                let code = copy(
                    UInt64(UInt(bitPattern: space.baseAddress)), capacity: UInt64(size), place,
                    UInt64(size))
                if code < 0 { return code }
                if !body(UnsafeRawBufferPointer(rebasing: space[..<size])) { return 0 }
                done += size
            }
            return 0
        }
    }

    /// The bytes before the first NUL, at most `limit`; or a negated errno.
    static func length(_ text: UInt64, limit: UInt64) -> Int64 {
        guard let limit = Int(exactly: limit) else { return -Int64(EINVAL) }
        var found = 0
        let code = read(text, limit) { bytes in
            let end = bytes.firstIndex(of: 0)
            found += end ?? bytes.count
            return end == nil
        }
        return code < 0 ? code : Int64(found)
    }

    /// 1 where the bytes are the same, 0 where they are not; or a negated errno.
    static func isSame(_ a: UInt64, _ aCount: UInt64, _ b: UInt64, _ bCount: UInt64) -> Int64 {
        guard aCount == bCount else { return 0 }
        guard let count = Int(exactly: aCount) else { return -Int64(EINVAL) }
        var isSame = true
        var done = 0
        var inner: Int64 = 0
        let outer = read(a, count) { one in
            var offset = 0
            inner = read(b &+ UInt64(done), one.count) { other in
                let part = UnsafeRawBufferPointer(
                    rebasing: one[offset..<offset + other.count])
                isSame = part.elementsEqual(other)
                offset += other.count
                return isSame
            }
            done += one.count
            return isSame && inner == 0
        }
        if outer < 0 || inner < 0 { return min(outer, inner) }
        return isSame ? 1 : 0
    }

    /// 0 where all of it can be read now.
    static func readable(_ address: UInt64, _ count: UInt64) -> Int64 {
        guard let count = Int(exactly: count) else { return -Int64(EINVAL) }
        return read(address, count) { _ in true }
    }
}
