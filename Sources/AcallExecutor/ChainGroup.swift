// Chains that another chain has started: one, or those that take the items of a `parallel for`.
//
// Input: the host functions' calls, on the thread of the chain that started them; the engine's word that a
// chain has ended, on that chain's. Output: ids to wait for. Invariant: an instance lives until its group is
// finished, and it is finished only once every instance has ended.

import AcallEngine
import AcallImage
import CAcall
import Glibc

final class ChainGroup {
    let run: ProgramRun
    /// Under the run's lock: a chain that runs may start another one.
    private(set) var instances: [ChainInstance] = []
    private var batch = 0
    private var target = 0
    /// It outlives its groups.
    private unowned(unsafe) var parent: ChainInstance?
    /// What is to be done; nil for a single chain.
    private let items: Items?
    /// 1: they were asked to end. Partner: the loads in `ended`, `began` and `startOne`.
    private let cancelled: UnsafeMutablePointer<UInt32>
    /// What chains found wrong. Partner of its lock: `ended` on other threads.
    private var failures: [ChainFailure] = []
    private var asked = -1
    /// Under the run's lock.
    private var children = Children()

    /// Of the failures of one group so many are kept.
    static let failuresKept = 64

    init(_ run: ProgramRun, items: Items?) {
        self.run = run
        self.items = items
        cancelled = .allocate(capacity: 1)
        cancelled.initialize(to: 0)
    }

    deinit {
        cancelled.deallocate()
        items?.deallocate()
    }

    /// The next item for a chain; -1 where there are no more.
    func takeItem(_ share: inout Int) -> Int { items?.take(&share) ?? -1 }

    var isCancelled: Bool { acall_load_acquire_u32(cancelled) != 0 }

    /// Starts `count` chains: 0, or a negated errno where not even one could be started.
    ///
    /// Of many, as many as there are processors, and one that waits for its turn: it has one when another
    /// blocks, and then the next is started. So chains that never block cost no more threads than can run.
    func start(batch: Int, count: Int, by parent: ChainInstance) -> Int64 {
        guard run.add(self) else { return -Int64(ECANCELED) }
        self.batch = batch
        self.parent = parent
        target = count
        let first = items == nil ? count : min(count, Self.processors + 1)
        for index in 0..<first {
            let code = startOne(isSpare: items != nil && index == Self.processors)
            if code < 0 {
                guard run.locked({ instances.isEmpty }) || items == nil else { return 0 }
                let isThread = code == -Int(EAGAIN)
                let reason = isThread ? run.engine?.threadFailure ?? code : code
                run.noteRefusal(Int64(reason))
                return Int64(reason)
            }
        }
        return 0
    }

    private static let processors = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

    /// A chain of many has its turn: if it is the one that waited for it, another is to wait now.
    func began(_ instance: ChainInstance) {
        guard instance.isSpare, let items, items.areLeft, !isCancelled else { return }
        let isWanted = run.locked { instances.count < target }
        if isWanted { _ = startOne(isSpare: true) }
    }

    private func startOne(isSpare: Bool) -> Int {
        guard let parent,
            let instance = ChainInstance(run, batch: batch, startedBy: parent, in: self)
        else { return -Int(ENOMEM) }
        instance.isSpare = isSpare
        instance.share = run.locked { instances.count }
        let isWanted = run.locked {
            // Partner: the store in `mark`, after which the cancelling thread looks at the instances.
            guard instances.count < target, !isCancelled else { return false }
            instances.append(instance)
            return true
        }
        guard isWanted else {
            run.give(back: instance)
            return 0
        }
        let code = submit(instance)
        // Fewer chains take the items as well.
        if code < 0 {
            run.locked { instances.removeAll { $0 === instance } }
            run.give(back: instance)
            // Somebody who cancels may be waiting for it to begin.
            instance.noteEnd(ChainEndRecord())
        }
        return code
    }

    private func submit(_ instance: ChainInstance) -> Int {
        instance.renew()
        instance.records[0].id_pointer = UInt64(UInt(bitPattern: instance.id))
        let context = Unmanaged.passUnretained(instance).toOpaque()
        guard let engine = run.engine else { return -Int(ECANCELED) }
        return engine.submitChain(
            records: instance.records, count: Int(instance.batch.count),
            isSpare: instance.isSpare, observer: instance.observer,
            ended: ChainEnded(
                context: context,
                ended: { context, stoppedAt, code in
                    guard let context else { return }
                    let instance = Unmanaged<ChainInstance>.fromOpaque(context)
                        .takeUnretainedValue()
                    instance.group?.ended(
                        instance, ChainEndRecord(stoppedAt: stoppedAt, returnCode: code))
                }))
    }

    /// On the chain's thread. The first chain that fails, or that ends the program, ends all the others: what
    /// they would do was to be done beside it, or after it.
    private func ended(_ instance: ChainInstance, _ end: ChainEndRecord) {
        var end = end
        var isGood = true
        if end.stoppedAt >= 0 {
            // What was asked to end has not failed.
            if isCancelled {
                end.stoppedAt = -1
                isGood = false
            } else if run.stop(instance.batch, end)?.kind != .stop {
                isGood = false
                note(ChainFailure(batch: instance.batch, end: end))
                run.end(by: instance)
            }
        }
        if let kept = instance.endChildren(isGood: isGood) {
            run.locked { children.add(kept) }
        }
        instance.noteEnd(end)
    }

    /// Children whose pidfds its chains have passed on.
    func takeChildren() -> Children? {
        run.locked {
            if children.isEmpty { return nil }
            defer { children = Children() }
            return children
        }
    }

    private func note(_ failure: ChainFailure) {
        run.locked {
            if failures.count < Self.failuresKept { failures.append(failure) }
            run.note(failure)
        }
    }

    /// The id of a chain that has not ended; nil where all have.
    func next() -> UnsafeMutablePointer<acall_id>? {
        let found = run.locked {
            instances.firstIndex { !$0.hasEnded }.map { ($0, instances[$0].id) }
        }
        guard let (index, id) = found else { return nil }
        // Asked for again, it has ended but for its last word.
        if index == asked { sched_yield() }
        asked = index
        return id
    }

    /// 0, or -ECANCELED where a chain failed that nobody asked to end.
    func outcome() -> Int64 {
        run.locked { failures.isEmpty ? 0 : -Int64(ECANCELED) }
    }

    func cancel() {
        mark()
        interrupt(except: nil)
    }

    /// From here on none of its chains begins, and none fails.
    func mark() { acall_store_release_u32(cancelled, 1) }

    /// Ends what its chains are doing, after `mark`.
    ///
    /// - Parameter asking: the chain whose end this is: it has ended but for its last word.
    func interrupt(except asking: ChainInstance?) {
        for instance in run.locked({ instances }) where instance !== asking {
            while !instance.hasEnded {
                let code = run.engine?.cancel(instance.id) ?? 0
                // -EAGAIN also where the chain has ended but for its last word, or is about to begin.
                if code == 0 { break }
                sched_yield()
            }
        }
    }
}

/// A chain that stopped where the program did not ask for it.
struct ChainFailure {
    /// The record, counted from the image's first.
    var record: Int
    var returnCode: Int64

    init(batch: Batch, end: ChainEndRecord) {
        record = Int(batch.firstRecord) + Int(end.stoppedAt)
        returnCode = end.returnCode
    }
}
