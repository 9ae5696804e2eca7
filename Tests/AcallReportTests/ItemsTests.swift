// The items of a `parallel for`: each is taken once, by whoever comes for it.

import Glibc
import Testing

@testable import AcallExecutor

@Suite struct ItemsTests {
    @Test(arguments: [Int64.min, -1, 0, 1, 2, 255, 256, 257, 1000, 4097], [Int64](1...5))
    func eachIsTakenOnce(_ count: Int64, _ chains: Int64) {
        let items = Items(count, chains: chains)
        defer { items.deallocate() }
        #expect(items.areLeft == (count > 0))
        var taken: [Int] = []
        // Every chain has its share; the last ones take what the others leave.
        var shares = (0..<Int(chains)).map { $0 }
        var turn = 0
        while true {
            let item = items.take(&shares[turn % Int(chains)])
            if item < 0 { break }
            taken.append(item)
            turn += 1
        }
        #expect(taken.sorted() == Array(0..<max(0, Int(count))))
        #expect(!items.areLeft)
        for chain in shares.indices { #expect(items.take(&shares[chain]) == -1) }
    }

    /// So many that a product of two of them would not fit.
    @Test func veryMany() {
        let items = Items(.max, chains: 64)
        defer { items.deallocate() }
        var (share, other) = (0, 1)
        #expect(items.take(&share) == 0 && items.take(&share) == 1)
        #expect(items.take(&other) >= 0 && items.areLeft)
    }

    /// Few, or with no chain to spare: in their order, since somebody may count on it.
    @Test(arguments: [(100, 64), (1000, 1), (1000, 2)] as [(Int64, Int64)])
    func inOrder(_ count: Int64, _ chains: Int64) {
        let items = Items(count, chains: chains)
        defer { items.deallocate() }
        var shares = (0..<Int(chains)).map { $0 }
        let taken = (0..<Int(count)).map { items.take(&shares[$0 % Int(chains)]) }
        #expect(taken == Array(0..<Int(count)))
    }

    /// Threads that all begin at the same share.
    @Test func threadsTakeEachOnce() {
        let work = Work(items: Items(50_000, chains: 8))
        var threads: [pthread_t] = []
        for _ in 0..<4 {
            var thread = pthread_t()
            let code = pthread_create(
                &thread, nil,
                { context in
                    guard let context else { return nil }
                    Unmanaged<Work>.fromOpaque(context).takeUnretainedValue().run()
                    return nil
                }, Unmanaged.passUnretained(work).toOpaque())
            #expect(code == 0)
            threads.append(thread)
        }
        for thread in threads { pthread_join(thread, nil) }
        #expect((0..<50_000).allSatisfy { work.counts[$0] == 1 })
        work.items.deallocate()
        work.counts.deallocate()
    }
}

/// What is counted; each item's own count is only ever written by who took it.
private final class Work: @unchecked Sendable {
    let items: Items
    let counts: UnsafeMutablePointer<Int>

    init(items: Items) {
        self.items = items
        counts = .allocate(capacity: 50_000)
        counts.initialize(repeating: 0, count: 50_000)
    }

    func run() {
        var share = 0
        while true {
            let item = items.take(&share)
            if item < 0 { return }
            counts[item] += 1
        }
    }
}
