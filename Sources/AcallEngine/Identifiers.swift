// The ids: an ordered map from each to its operation, from submission to completion.
//
// Input: operations that want ids. Output: which one an id names while it is pending; wakes for who
// waits for one. Invariant: entries are sorted by counter, as they are made; a removed one stays as
// a gap until half of them are gaps. Counters only grow, so an id is never given twice. A red/black
// tree was rejected: insertion is at the end always, so a sorted array does with none of its links.

import CAcall

/// A handle: trivial, copied freely.
struct Identifiers {
    private struct Entry {
        var counter: UInt64
        var operation: UnsafeMutablePointer<Operation>?
    }

    private struct Node {
        let waiter: Waiter
        var next: UnsafeMutablePointer<Node>?
    }

    private struct State {
        var entries: UnsafeMutablePointer<Entry>
        var capacity: Int
        var count = 0
        var gaps = 0
        var lastCounter: UInt64 = 0
        var isUsed = false
        var waiters: UnsafeMutablePointer<Node>?
    }

    private let state: UnsafeMutablePointer<State>
    /// Guards the state and the operations' fields that say so. Taken before a control's lock.
    private let lock: Lock
    /// System calls made to wake waiters, of ids and of rings.
    let wakes: Counter
    /// Which engine's ids these are: the first half of each.
    private let engine: UInt64

    static let lines = 3

    /// Nil where there is no memory to be had.
    init?(_ arena: inout Arena, engine: UInt64) {
        let capacity = 64
        guard let entries = acall_memory_get(capacity * MemoryLayout<Entry>.stride) else {
            return nil
        }
        self.engine = engine
        state = arena.place(
            State(
                entries: entries.bindMemory(to: Entry.self, capacity: capacity),
                capacity: capacity))
        lock = Lock(&arena)
        wakes = Counter(&arena)
    }

    func free() { acall_memory_free(state.pointee.entries) }

    /// Gives an id to each of the operation's records that wants one, and writes it. False, and
    /// nothing was done, where there is no memory to be had. `isAccepted`: nothing can refuse the operation any more.
    func register(_ operation: UnsafeMutablePointer<Operation>, isAccepted: Bool) -> Bool {
        lock.locked {
            guard hasRoom(for: operation.pointee.count) else { return false }
            if isAccepted { state.pointee.isUsed = true }
            operation.pointee.firstId = state.pointee.lastCounter + 1
            for index in 0..<operation.pointee.count {
                guard
                    let place = UnsafeMutableRawPointer(
                        bitPattern: UInt(
                            truncatingIfNeeded: operation.records[index].id_pointer))
                else { continue }
                state.pointee.lastCounter += 1
                operation.pointee.ids += 1
                append(Entry(counter: state.pointee.lastCounter, operation: operation))
                place.storeBytes(of: engine, as: UInt64.self)
                place.storeBytes(of: state.pointee.lastCounter, toByteOffset: 8, as: UInt64.self)
            }
            return true
        }
    }

    /// An operation with an id was accepted.
    func noteUse() { lock.locked { state.pointee.isUsed = true } }

    /// The operation starts on `worker`. False where it was cancelled before.
    func start(
        _ operation: UnsafeMutablePointer<Operation>, on worker: UnsafeMutablePointer<Worker>
    ) -> Bool {
        lock.locked {
            operation.pointee.worker = worker
            return !operation.pointee.isCancelled
        }
    }

    /// The operation's completions are all stored: its ids name nothing any more.
    func finish(_ operation: UnsafeMutablePointer<Operation>) {
        WakeBatch.locked(lock) { finish(operation, &$0) }
    }

    private func finish(_ operation: UnsafeMutablePointer<Operation>, _ batch: inout WakeBatch) {
        for offset in 0..<UInt64(operation.pointee.ids) {
            guard let index = position(of: operation.pointee.firstId + offset) else { continue }
            state.pointee.entries[index].operation = nil
            state.pointee.gaps += 1
        }
        compact()
        guard operation.pointee.isAwaited else { return }
        var node = state.pointee.waiters
        while let current = node {
            node = current.pointee.next
            current.pointee.waiter.wake(&batch, counting: wakes)
        }
    }

    /// As `acall_cancel`: 0 or -EAGAIN.
    func cancel(_ id: UnsafeRawPointer) -> Int64 {
        UnsafeMutablePointer<Operation>.cancel(under: lock) { pending(id) }
    }

    /// As `acall_comp_pwait`, for arguments that were checked.
    func wait(
        _ ids: UnsafePointer<UnsafeMutablePointer<acall_id>?>, count: Int, limits: WaitLimits,
        cancel: UnsafePointer<UInt32>? = nil
    ) -> Int64 {
        Waiter.with(mask: limits.mask) { waiter in
            var node = Node(waiter: waiter)
            return withUnsafeMutablePointer(to: &node) { sleep($0, ids, count, limits, cancel) }
        }
    }

    private func sleep(
        _ node: UnsafeMutablePointer<Node>,
        _ ids: UnsafePointer<UnsafeMutablePointer<acall_id>?>, _ count: Int, _ limits: WaitLimits,
        _ cancel: UnsafePointer<UInt32>?
    ) -> Int64 {
        let waiter = node.pointee.waiter
        while true {
            lock.lock()
            if anyCompleted(ids, count) {
                lock.unlock()
                return 1
            }
            // The waiter is woken at most once for each time in the list.
            waiter.rearm()
            node.pointee.next = state.pointee.waiters
            state.pointee.waiters = node
            lock.unlock()
            let code = waiter.sleep(until: limits.deadline, cancel: cancel)
            lock.lock()
            remove(node)
            let done = anyCompleted(ids, count)
            lock.unlock()
            if done { return 1 }
            if code == Code.interrupted || code == Code.cancelled { return code }
            if code != 0 { return 0 }
        }
    }

    /// Whether an operation with an id was ever submitted.
    var isUsed: Bool { lock.locked { state.pointee.isUsed } }
}

// Under the lock.
extension Identifiers {
    /// Whether one of them is pending no more; marks the others as awaited.
    private func anyCompleted(
        _ ids: UnsafePointer<UnsafeMutablePointer<acall_id>?>, _ count: Int
    ) -> Bool {
        for index in 0..<count {
            guard let id = ids[index], let operation = pending(id) else { return true }
            operation.pointee.isAwaited = true
        }
        return false
    }

    private func pending(_ id: UnsafeRawPointer) -> UnsafeMutablePointer<Operation>? {
        guard id.loadUnaligned(as: UInt64.self) == engine,
            let index = position(of: id.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        else { return nil }
        return state.pointee.entries[index].operation
    }

    /// Binary search.
    private func position(of counter: UInt64) -> Int? {
        var (low, high) = (0, state.pointee.count)
        while low < high {
            let middle = low + (high - low) / 2
            if state.pointee.entries[middle].counter < counter {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low < state.pointee.count, state.pointee.entries[low].counter == counter else {
            return nil
        }
        return low
    }

    private func append(_ entry: Entry) {
        (state.pointee.entries + state.pointee.count).initialize(to: entry)
        state.pointee.count += 1
    }

    /// Whether there is room for so many more; makes it where there is not.
    private func hasRoom(for more: Int) -> Bool {
        let needed = state.pointee.count + more
        guard needed > state.pointee.capacity else { return true }
        let capacity = max(needed, state.pointee.capacity * 2)
        guard let memory = acall_memory_get(capacity * MemoryLayout<Entry>.stride) else {
            return false
        }
        let larger = memory.bindMemory(to: Entry.self, capacity: capacity)
        larger.moveInitialize(from: state.pointee.entries, count: state.pointee.count)
        acall_memory_free(state.pointee.entries)
        state.pointee.entries = larger
        state.pointee.capacity = capacity
        return true
    }

    /// Closes the gaps once they are the half: constant time for each removal, taken together.
    private func compact() {
        guard state.pointee.gaps >= 32, state.pointee.gaps * 2 >= state.pointee.count else {
            return
        }
        var kept = 0
        for index in 0..<state.pointee.count where state.pointee.entries[index].operation != nil {
            state.pointee.entries[kept] = state.pointee.entries[index]
            kept += 1
        }
        state.pointee.count = kept
        state.pointee.gaps = 0
    }

    private func remove(_ node: UnsafeMutablePointer<Node>) {
        if state.pointee.waiters == node {
            state.pointee.waiters = node.pointee.next
            return
        }
        var before = state.pointee.waiters
        while let current = before {
            if current.pointee.next == node {
                current.pointee.next = node.pointee.next
                return
            }
            before = current.pointee.next
        }
    }
}
