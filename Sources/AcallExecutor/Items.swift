// The items of a `parallel for`: taken by its chains, each once.
//
// Input: how many there are. Output: their numbers, in order from each of a few shares. Invariant: an item is
// handed out when a chain is about to run it, never before: none waits behind a chain that is blocked. A share for
// each processor, since neighbours on a list are often neighbours in the kernel's memory, for which processors
// would fight; and one chain more than shares, so that no share is left alone.

import CAcall
import Glibc

struct Items {
    /// The next one and the end, on lines of their own. Partner of the addition: that of other chains.
    private let shares: UnsafeMutableRawPointer
    private let count: Int

    private static let stride = 128
    /// Fewer are not worth being taken out of their order.
    private static let fewest: Int64 = 256

    /// - Parameter chains: at most so many take them side by side.
    init(_ items: Int64, chains: Int64) {
        let processors = Int64(max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        let number = items < Self.fewest ? 1 : max(1, min(processors, chains - 1))
        count = Int(number)
        shares = .allocate(byteCount: count * Self.stride, alignment: Self.stride)
        for share in 0..<number {
            let words = words(Int(share))
            words[0] = UInt64(Self.bound(share, of: number, max(0, items)))
            words[1] = UInt64(Self.bound(share + 1, of: number, max(0, items)))
        }
    }

    /// Where a share begins, without a product that could be too large.
    private static func bound(_ share: Int64, of number: Int64, _ items: Int64) -> Int64 {
        items / number * share + items % number * share / number
    }

    func deallocate() { shares.deallocate() }

    private func words(_ share: Int) -> UnsafeMutablePointer<UInt64> {
        (shares + share * Self.stride).assumingMemoryBound(to: UInt64.self)
    }

    /// From the share given; from the next one where that is used up.
    func take(_ share: inout Int) -> Int {
        for _ in 0..<count {
            if share >= count { share %= count }
            let words = words(share)
            // Looked at first: an addition for each that comes too late could wrap one day.
            if acall_load_acquire_u64(words) < words[1] {
                let item = acall_fetch_add(words, 1)
                if item < words[1] { return Int(item) }
            }
            share += 1
        }
        return -1
    }

    var areLeft: Bool {
        (0..<count).contains { acall_load_acquire_u64(words($0)) < words($0)[1] }
    }
}
