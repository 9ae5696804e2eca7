// What the chains of one run share: the engine, the logs, what went wrong.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall
import Glibc
import Synchronization

/// An output of the image.
struct OutputRow {
    var key: OutputKey?
    var kind: OutputKind
    /// The first output of the same name.
    var group: UInt32
}

final class ProgramRun {
    let program: LoadedProgram
    /// nil between the runs of a program that is run again.
    private(set) var engine: Engine?
    let catalog: Catalog
    private let logRoom = LogRoom()
    /// The limits that the run has, and which of them it has reached.
    let limits: RunLimits
    /// Otherwise nothing but outputs and failures: see `RunOptions`.
    let keepsCalls: Bool
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private(set) var logs: [EventLog] = []
    /// By batch: logs that no chain uses now.
    private var freeLogs: [Int: [EventLog]] = [:]
    /// Of chains but the main one, by record: the first, and how many.
    private(set) var failures: [Int: (first: ChainFailure, count: Int, order: Int)] = [:]
    private(set) var outputs: OutputLog
    let outputBudget: OutputBudget
    /// By output of the image: its key's kind (0: none) and its own; for chains that run side by side, so that
    /// none counts references that others count too.
    let outputKinds: UnsafeMutablePointer<OutputRow>
    let outputCount: Int
    /// Where region memory lay: so that addresses have names after it is gone.
    private(set) var places: [RegionMemory] = []

    /// Events of a record that a log keeps, where many chains have one each.
    private static let manyKept = 32

    /// Groups whose chains may run. Under the lock.
    private var groups: [ChainGroup] = []
    /// A chain has failed, or has ended the program: all are to end. Under the lock.
    private var isEnding = false
    /// How other chains cancel the main one: by its control, or by its id. Set before it runs.
    var control: ChainControl?
    var mainId: UnsafePointer<acall_id>?

    /// Chains that were made. Under the lock.
    private var chains: UInt32 = 0

    /// The number of a chain that is about to be made: 0 for the main one.
    func nextChain() -> UInt32 {
        locked {
            defer { chains &+= 1 }
            return chains
        }
    }

    /// What the program and its storage have added to the address space, in bytes.
    private let memory: Atomic<Int>
    private var reached: RunLimits.Kind?
    private var reachedAt: Int?
    /// Why the engine took no chain.
    private var refusal: Int64 = 0

    /// Told of each call as soon as it has returned.
    let onStep: (@Sendable (StepEvent) -> Void)?

    /// Where their number is limited: children of all chains. Under the lock.
    private var children: [acall_child] = []

    /// Whether another child may be started.
    func mayStartChild() -> Bool {
        guard let most = limits.processes else { return true }
        return locked {
            children.removeAll { child in withUnsafePointer(to: child) { acall_child_runs($0) == 0 }
            }
            return children.count < most
        }
    }

    func note(_ child: acall_child) {
        guard limits.processes != nil else { return }
        // By its number: the descriptor is its chain's.
        locked { children.append(acall_child(process: child.process, given: -1, own: -1)) }
    }

    init(
        _ program: LoadedProgram, on engine: Engine?, catalog: Catalog,
        limits: RunLimits = RunLimits(), keepsCalls: Bool = true,
        onStep: (@Sendable (StepEvent) -> Void)? = nil
    ) {
        self.program = program
        self.limits = limits
        self.keepsCalls = keepsCalls
        outputBudget = OutputBudget(limits.output)
        outputs = OutputLog(outputBudget)
        memory = Atomic(program.size)
        self.onStep = onStep
        self.engine = engine
        self.catalog = catalog
        pthread_mutex_init(mutex, nil)
        outputCount = program.image.outputs.count
        outputKinds = .allocate(capacity: max(1, outputCount))
        for (index, output) in program.image.outputs.enumerated() {
            let first = program.image.outputs.firstIndex { $0.name == output.name } ?? index
            (outputKinds + index).initialize(
                to: OutputRow(key: output.key, kind: output.kind, group: UInt32(first)))
        }
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
        outputKinds.deallocate()
    }

    /// For another run, or none.
    func renew(_ engine: Engine?) { self.engine = engine }

    func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }

    /// A log for an instance of a batch.
    func log(for batch: Int, _ regions: [RegionMemory]) -> EventLog {
        var memory = program.memory
        for region in regions {
            memory.add(start: UInt(bitPattern: region.data), count: Int(region.region.dataCount))
            memory.add(start: UInt(bitPattern: region.zeroes), count: Int(region.region.zeroCount))
        }
        return locked {
            if !regions.isEmpty {
                for region in regions where places.count < 4096 { places.append(region) }
                if let log = freeLogs[batch]?.popLast() {
                    log.renew(memory: memory)
                    return log
                }
            }
            let isMany = batch > 0 && program.image.batches[batch].region > 0
            let first = Int(program.image.batches[batch].firstRecord)
            let log = EventLog(
                range: first..<first + Int(program.image.batches[batch].count), catalog: catalog,
                memory: memory, eventsKept: keepsCalls ? isMany ? Self.manyKept : 1000 : 1,
                keepsLast: !isMany, isOneOfMany: batch > 0, room: logRoom)
            logs.append(log)
            return log
        }
    }

    /// What a group's chains have given by their end, once.
    func takeOutputs(of group: ChainGroup) -> OutputLog {
        locked {
            let outputs = OutputLog(outputBudget)
            for instance in group.instances where instance.hasEnded {
                if !outputs.append(instance.takeOutputs()), reached == nil { reached = .output }
            }
            return outputs
        }
    }

    /// A group whose chains are about to begin. False: the program is ending, and none may.
    func add(_ group: ChainGroup) -> Bool {
        locked {
            if !isEnding { groups.append(group) }
            return !isEnding
        }
    }

    /// Cancels every chain of the program, the main one too. Only the first who asks does it: of two who wait for
    /// each other's end neither would come to its own.
    ///
    /// - Parameter asking: a chain that has ended but for its last word: what belongs to the run lives until
    ///   it has said that.
    func end(by asking: ChainInstance) {
        let groups: [ChainGroup]? = locked {
            if isEnding { return nil }
            isEnding = true
            // All are marked before one is interrupted, or is refused a chain: what follows from this is no failure of its
            // own.
            for group in self.groups { group.mark() }
            return self.groups
        }
        guard let groups else { return }
        if let control {
            control.cancel()
        } else if let mainId {
            _ = engine?.cancel(mainId)
        }
        for group in groups { group.interrupt(except: asking) }
    }

    /// Whether a chain has ended the others.
    var hasEnded: Bool { locked { isEnding } }

    /// A group is over: its logs are for others.
    func finish(_ group: ChainGroup) {
        locked {
            groups.removeAll { $0 === group }
            for instance in group.instances where instance.batch.region > 0 {
                let batch = program.image.batches.firstIndex(of: instance.batch) ?? 0
                freeLogs[batch, default: []].append(instance.log)
            }
        }
    }

    /// An instance that never ran.
    func give(back instance: ChainInstance) {
        locked {
            let batch = program.image.batches.firstIndex(of: instance.batch) ?? 0
            freeLogs[batch, default: []].append(instance.log)
        }
    }

    func takeOutputs(of instance: ChainInstance) {
        let isWhole = locked { outputs.append(instance.takeOutputs()) }
        if !isWhole { exceed(.output) }
        locked {
            if outputs.fitsInReport { return }
            outputs = OutputLog(outputBudget)
            reached = .room
        }
    }

    /// Under the lock.
    func note(_ failure: ChainFailure) {
        if let known = failures[failure.record] {
            failures[failure.record] = (known.first, known.count + 1, known.order)
        } else {
            failures[failure.record] = (failure, 1, failures.count)
        }
    }

    /// Why a batch's record stopped its chain.
    func stop(_ batch: Batch, _ end: ChainEndRecord) -> StopEntry? {
        let record = Int(batch.firstRecord) + Int(end.stoppedAt)
        return program.image.stops.first { Int($0.record) == record }
    }

    // MARK: Limits

    /// Somebody looks at each call when it has returned.
    var isFollowed: Bool { onStep != nil || limits.memory != nil || limits.files != nil }

    /// The first limit that the run has reached.
    var exceeded: RunLimits.Kind? { locked { reached } }

    /// - Parameter record: what reached it, where that is known, counted from the image's first.
    func exceed(_ kind: RunLimits.Kind, at record: Int? = nil) {
        locked { if reached == nil { (reached, reachedAt) = (kind, record) } }
    }

    /// Where the limit was reached that was reached first.
    var exceededAt: Int? { locked { reachedAt } }

    func addMemory(_ bytes: Int) { memory.add(bytes, ordering: .relaxed) }

    /// On the thread of the chain that made the call.
    func check(
        _ record: UnsafePointer<acall_submission>, _ arguments: UnsafePointer<UInt64>,
        _ result: Int64, by instance: ChainInstance
    ) {
        if limits.files != nil, result == -Int64(EMFILE) {
            exceed(.files, at: Int(clamping: record.pointee.cookie) - 1)
            end(by: instance)
        }
        guard let limit = limits.memory else { return }
        if let change = MemoryCalls.change(record.pointee.nr, arguments, result) {
            addMemory(change)
        }
        if memory.load(ordering: .relaxed) > limit, exceeded == nil {
            exceed(.memory, at: Int(clamping: record.pointee.cookie) - 1)
            end(by: instance)
        }
    }

    /// The engine took no chain, since no thread is to be had.
    func noteRefusal(_ code: Int64) {
        locked {
            if refusal == 0, code != -Int64(ECANCELED) { refusal = code }
        }
    }

    var wasRefused: Bool { locked { refusal != 0 } }
}
