// One run of one chain of a program: its records and its storage, in memory of their own.
//
// Input: a batch of a loaded program, and the instance whose chain starts it. Output: records with real
// addresses. Invariant: an address in the batch's region is in this instance's memory, one in a region around it
// in that of the instance that started it, any other in the program's data segment.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Glibc

/// A chain that runs, or that will.
final class ChainInstance {
    let run: ProgramRun
    let batch: Batch
    /// What its records and storage lie in: the program's, and those of the chains that started it.
    let regions: [RegionMemory]
    let records: UnsafeMutablePointer<acall_submission>
    let log: EventLog
    /// The engine's name for it, of a chain that was submitted.
    let id: UnsafeMutablePointer<acall_id>
    /// It waits for a turn that another chain of its group does not need. Set before it is submitted.
    var isSpare = false
    /// Which share of the items it takes from.
    var share = 0
    /// The item at hand; 0 where there are none.
    private var item = 0
    /// nil for the main chain.
    private let owner: Unmanaged<ChainGroup>?
    /// Retained. Unmanaged, so that an output costs no counting.
    private var outputs: Unmanaged<OutputLog>
    private let outputKinds: UnsafeMutablePointer<OutputRow>
    private let outputCount: Int
    /// The chain's thread's own.
    private var children = Children()
    /// 1: it has ended. Partner: the load in `ChainGroup.next`.
    let ended: UnsafeMutablePointer<UInt32>
    private(set) var end = ChainEndRecord()
    private let ownMemory: UnsafeMutableRawPointer?
    private let ownSize: Int

    /// nil where there is no memory.
    init?(_ run: ProgramRun, batch: Int, startedBy parent: ChainInstance?, in group: ChainGroup?) {
        let image = run.program.image
        self.run = run
        outputs = .passRetained(OutputLog(run.outputBudget))
        outputKinds = run.outputKinds
        outputCount = run.outputCount
        self.batch = image.batches[batch]
        owner = group.map { Unmanaged.passUnretained($0) }
        var regions = parent?.regions ?? []
        var memory: UnsafeMutableRawPointer?
        var size = 0
        let number = Int(self.batch.region)
        if number > 0, !regions.contains(where: { $0.number == number }) {
            let region = image.regions[number - 1]
            let dataSize = (Int(region.dataCount) + 4095) / 4096 * 4096
            size = max(4096, dataSize + Int(region.zeroCount))
            memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            guard let memory, memory != MAP_FAILED else { return nil }
            run.addMemory(size)
            regions.append(
                RegionMemory(
                    number: number, region: region, data: memory, zeroes: memory + dataSize))
        }
        self.regions = regions
        ownMemory = memory
        ownSize = size
        records = .allocate(capacity: Int(self.batch.count))
        id = .allocate(capacity: 1)
        id.initialize(to: acall_id())
        ended = .allocate(capacity: 1)
        ended.initialize(to: 0)
        log = run.log(for: batch, regions)
        log.chain = run.nextChain()
        if memory != nil { copyData() }
        copyRecords()
    }

    deinit {
        if let ownMemory {
            munmap(ownMemory, ownSize)
            run.addMemory(-ownSize)
        }
        records.deallocate()
        id.deallocate()
        ended.deallocate()
        outputs.release()
    }

    // MARK: Relocation

    private func address(_ offset: UInt64) -> UInt64 {
        for region in regions.reversed() {
            if let address = region.address(offset) { return address }
        }
        return UInt64(UInt(bitPattern: run.program.segment)) &+ offset
    }

    private func copyData() {
        guard let own = regions.last else { return }
        let image = run.program.image
        let (start, count) = (Int(own.region.data), Int(own.region.dataCount))
        image.data.withUnsafeBytes {
            if count > 0 {
                own.data.copyMemory(from: $0.baseAddress! + start, byteCount: count)
            }
        }
        let relocations = image.dataRelocations
        var low = 0
        var high = relocations.count
        while low < high {
            let middle = (low + high) / 2
            if relocations[middle] < start { low = middle + 1 } else { high = middle }
        }
        while low < relocations.count, Int(relocations[low]) < start + count {
            let word = own.data + (Int(relocations[low]) - start)
            let target = word.loadUnaligned(as: UInt64.self)
            word.storeBytes(of: address(target), as: UInt64.self)
            low += 1
        }
    }

    private func copyRecords() {
        let image = run.program.image
        let first = Int(batch.firstRecord)
        let context = UInt64(UInt(bitPattern: Unmanaged.passUnretained(self).toOpaque()))
        for index in 0..<Int(batch.count) {
            var record = image.records[first + index]
            let mask = image.relocations[first + index]
            if !mask.isEmpty {
                if mask.contains(.completion) {
                    record.completion_pointer = address(record.completion_pointer)
                }
                withUnsafeMutableBytes(of: &record.args) { bytes in
                    let arguments = bytes.bindMemory(to: UInt64.self)
                    for argument in 0..<6 where mask.contains(.argument(argument)) {
                        arguments[argument] = address(arguments[argument])
                    }
                }
            }
            if !run.keepsCalls, record.flags & ACALL_SUBMIT_OBSERVED != 0 {
                record.flags = record.flags & ~ACALL_SUBMIT_OBSERVED | ACALL_SUBMIT_COUNTED
            }
            if record.nr == ACALL_OP_HOST {
                record.args.0 = HostFunctions.address(record.args.0)
                record.args.1 = context
            }
            (records + index).initialize(to: record)
        }
    }

    // MARK: Running

    /// It outlives its instances.
    var group: ChainGroup? { owner?.takeUnretainedValue() }

    /// Who is told of its calls: its log, and through the log the followers of the run.
    var observer: ChainObserver {
        guard run.isFollowed else {
            return log.observer
        }
        return ChainObserver(
            context: Unmanaged.passUnretained(self).toOpaque(),
            starting: { context, submission, arguments in
                guard let context else { return }
                Unmanaged<ChainInstance>.fromOpaque(context)._withUnsafeGuaranteedRef {
                    EventLog.starting($0.log.context, submission, arguments)
                }
            },
            completed: { context, submission, arguments, result, start, end in
                guard let context else { return }
                let instance = Unmanaged<ChainInstance>.fromOpaque(context)
                instance._withUnsafeGuaranteedRef {
                    EventLog.completed(
                        $0.log.context, submission, arguments, result, start, end)
                    $0.run.check(submission, arguments, result, by: $0)
                    $0.run.onStep?(
                        StepEvent(
                            record: Int(clamping: submission.pointee.cookie) - 1, result: result,
                            start: start, end: end))
                }
            })
    }

    /// The next item; -1 where there are no more.
    func takeItem() -> Int {
        // A copy: an object's property that is lent is checked for others' use each time.
        var share = share
        let taken = owner?._withUnsafeGuaranteedRef { $0.takeItem(&share) } ?? -1
        self.share = share
        if taken >= 0 { item = taken }
        log.begin(item: taken)
        return taken
    }

    func noteEnd(_ end: ChainEndRecord) {
        self.end = end
        acall_store_release_u32(ended, 1)
    }

    var hasEnded: Bool { acall_load_acquire_u32(ended) != 0 }

    /// It will run once more.
    func renew() {
        id.pointee = acall_id()
    }

    func output(_ index: Int, _ block: UnsafePointer<UInt64>, order: UInt64) -> Int64 {
        guard 0..<outputCount ~= index else { return -Int64(EINVAL) }
        let row = outputKinds[index]
        let isKept = outputs._withUnsafeGuaranteedRef {
            $0.add(UInt32(index), of: row.group, row.key, row.kind, block, order: order)
        }
        return isKept ? 0 : outputRefused()
    }

    /// An integer, of the item at hand.
    func give(_ index: Int, _ arguments: UnsafePointer<UInt64>) -> Int64 {
        guard 0..<outputCount ~= index, let key = outputKinds[index].key else {
            return -Int64(EINVAL)
        }
        switch outputKinds[index].kind {
        case .integer, .unsigned, .descriptor: break
        default: return -Int64(EINVAL)
        }
        let group = outputKinds[index].group
        let isKept = outputs._withUnsafeGuaranteedRef {
            $0.add(
                UInt32(index), of: group, key, arguments[1], arguments[2], value: arguments[3],
                order: UInt64(item))
        }
        return isKept ? 0 : outputRefused()
    }

    @inline(never)
    private func outputRefused() -> Int64 {
        guard run.outputBudget.isSpent else {
            // The report needs memory, too, and more than they have.
            outputs.release()
            outputs = .passRetained(OutputLog(run.outputBudget))
            run.exceed(.room)
            return -Int64(EDQUOT)
        }
        run.exceed(.output)
        return -Int64(EDQUOT)
    }

    /// Starts a process.
    func spawn(_ words: UnsafePointer<UInt64>) -> Int64 {
        guard run.mayStartChild() else {
            run.exceed(.processes)
            run.end(by: self)
            return -Int64(EDQUOT)
        }
        var child = acall_child()
        let descriptor = acall_spawn(words, &child)
        if descriptor >= 0 {
            children.add(child)
            run.note(child)
        }
        return descriptor
    }

    /// Children that chains of a group have passed on.
    func adopt(from group: ChainGroup) {
        if let others = group.takeChildren() { children.add(others) }
    }

    /// The chain has ended: what it started, and was not waited for, is killed and waited for.
    func endChildren(after end: ChainEnd, keepsHandedOut: Bool = true) {
        if children.isEmpty { return }
        let isGood = run.program.goodEnds.contains(end) && !run.hasEnded
        var kept = children.end(keepsHandedOut: keepsHandedOut && isGood)
        kept.forget()
    }

    /// The same for a chain of a group: returned is what goes to the chain that waits for it.
    func endChildren(isGood: Bool) -> Children? {
        if children.isEmpty { return nil }
        let kept = children.end(keepsHandedOut: isGood)
        return kept.isEmpty ? nil : kept
    }

    func takeOutputs() -> OutputLog {
        let taken = outputs.takeRetainedValue()
        outputs = .passRetained(OutputLog(run.outputBudget))
        return taken
    }

    /// The outputs of chains that this one has started.
    func append(_ log: OutputLog, order: UInt64) {
        let isWhole = outputs._withUnsafeGuaranteedRef { $0.append(log, order: order) }
        if !isWhole { run.exceed(.output) }
    }
}

/// How a chain ended.
struct ChainEndRecord {
    /// The record that stopped it, counted from its batch's first; -1: none.
    var stoppedAt: Int64 = -1
    var returnCode: Int64 = 0
}

/// A region's memory in one instance.
struct RegionMemory {
    let number: Int
    let region: ChainRegion
    let data: UnsafeMutableRawPointer
    let zeroes: UnsafeMutableRawPointer

    /// Where a place of the image's data lies; nil where it is not in this region.
    func address(_ offset: UInt64) -> UInt64? {
        let (start, count) = (UInt64(region.data), UInt64(region.dataCount))
        if offset >= start, offset - start < count {
            return UInt64(UInt(bitPattern: data)) + offset - start
        }
        let (zeroStart, zeroCount) = (UInt64(region.zeroes), UInt64(region.zeroCount))
        if offset >= zeroStart, offset - zeroStart < zeroCount {
            return UInt64(UInt(bitPattern: zeroes)) + offset - zeroStart
        }
        return nil
    }
}
