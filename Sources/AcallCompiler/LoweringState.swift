// What the lowering keeps while it goes through a program: where values are, labels, the blocks and chains at hand.

import AcallCatalog
import AcallImage
import AcallSyntax

struct Label: Hashable {
    var index: Int
}

/// Labels, and the branches whose targets are not placed yet.
struct Jumps {
    var labels: [Int] = []
    /// The last record before which a label was placed.
    var lastLabel = -1
    var branches: [(record: Int, label: Label, batch: Int)] = []
}

/// Where the lowering is.
struct RecordPosition {
    /// The record that the batch at hand starts with.
    var batchStart = 0
    /// The record that says of the newest output that it is set.
    var lastFlag = -1
    /// The entry of `image.steps` that records belong to.
    var currentStep: UInt32?
    /// The newest entry of the string table.
    var lastString: StringRef?
}

/// Where the program's values are.
struct Slots {
    var storageRefs: [DataRef] = []
    var constantRefs: [DataRef] = []
    var inputRefs: [DataRef] = []
    var localRefs: [DataRef] = []
    /// By step: where its result is, once it is lowered.
    var resultRefs: [DataRef?]
    var sliceRefs: [DataRef?]
    /// By entry of `image.steps`.
    var stepRefs: [DataRef] = []
    /// By step of an `mmap`: the length that was mapped; 0 where it is not, or no longer.
    var mappedLengths: [Int: DataRef] = [:]

    init(_ program: TypedProgram) {
        resultRefs = Array(repeating: nil, count: program.steps.count)
        sliceRefs = Array(repeating: nil, count: program.pool.slices.count)
    }
}

/// The slots that hold descriptors while the program owns them.
struct OwnedSlots {
    /// By descriptor: the slot that holds it while the program owns it, else a negative number.
    var ownedRefs: [DataRef?]
    /// By region: where these slots are many.
    var ownedTables: [Int: OwnedTable]
    /// By descriptor that only one step closes: the step, and where its result will be.
    let onlyCloses: [Int?]
    var closedRefs: [DataRef?]
    /// Where the chain keeps descriptors whose numbers outlive the loops that opened them.
    var kept: KeptDescriptors?
    /// Some descriptor's number outlives the loop that opened it.
    let hasKept: Bool

    init(_ program: TypedProgram) {
        ownedRefs = Array(repeating: nil, count: program.descriptors.count)
        closedRefs = ownedRefs
        ownedTables = program.ownedTables
        onlyCloses = program.onlyCloses
        hasKept = program.descriptors.contains { $0.isKept }
    }
}

/// The chains that the program starts.
struct TaskBatches {
    /// By task: the slot of its group, and its batch.
    var groupRefs: [DataRef?]
    var batchNumbers: [Int?]
    /// Tasks whose batches are to be lowered.
    var queue: [Int] = []
    /// The task whose batch is being lowered; nil for the main chain.
    var currentTask: Int?
    /// By task in the queue: the calls of procs whose steps start it, the outermost first.
    var taskSites: [Int: [CheckedSite]] = [:]

    init(tasks: Int) {
        groupRefs = Array(repeating: nil, count: tasks)
        batchNumbers = Array(repeating: nil, count: tasks)
    }
}

/// The blocks and the calls of procs around the place at hand.
struct Surrounding {
    /// The chain's own block first.
    var frames: [Frame] = []
    /// Every record of the clean-up has the flag.
    var isCleaningUp = false
    /// The calls of procs whose steps these are, the outermost first.
    var sites: [CheckedSite] = []
    /// Those of them that have modifiers.
    var acceptingCalls: [AcceptingCall] = []
}
