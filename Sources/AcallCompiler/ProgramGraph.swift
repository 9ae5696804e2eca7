// The program graph: a program's statements as basic blocks, with an edge for each way to go on.
//
// Input: a checked program. Output: blocks of operations. Invariant: blocks stand in the order of the source, each
// behind its dominator; a loop's blocks are contiguous, its head first. The body of a task stands behind the
// operation that starts it, as if it ran then: which chains run side by side is the analysis of chains' concern.
//
// A block is entered in one of these ways:
// - straight: its dominator alone leads to it;
// - behind a task: as by a join, or by its dominator alone if the task never ends;
// - by a join: edges lead to the join, and its dominator stands before all their sources;
// - as a loop's head: its dominator, or the back edge of its loop, leads to it;
// - never: the statements before it leave.

import AcallSyntax

struct ProgramGraph {
    /// What happens at a point of a chain.
    struct Operation {
        enum Kind: UInt8 {
            /// `payload` is an entry of the program's `effects`.
            case effect
            /// A step is made. `payload` is the step.
            case call
            /// `payload` is an entry of `stores`.
            case store
            /// `payload` is an entry of `sets`.
            case set
            /// A chain starts, or its statements end. `payload` is the task.
            case start, endTask
            /// A wait for chains. `payload` is an entry of `awaits`.
            case await
            /// A chain is cancelled. `payload` is the task.
            case cancel
            /// The compiler ends chains. `payload` is an entry of `finishes`.
            case finish
            /// The pass of a loop, or a chain, ends, and closes what it opened. `payload` is an entry of `endings`.
            case ending
        }

        var kind: Kind
        var payload: UInt32
        /// The join to which a failure leads, if a deferred call runs then.
        var failure: JoinID?
    }

    /// An integer of `width` bytes goes to an address, or as many bytes are copied there from `source`.
    struct Store {
        var address: ValueID
        var value: ValueID?
        var source: ValueID?
        var width: Int
        var span: Span
    }

    struct LocalSet {
        var local: Int
        var value: ValueID
    }

    struct JoinID: Hashable {
        var index: UInt32
    }

    enum EdgeKind: UInt8 {
        case next, then, otherwise
        /// Past a loop whose body does not run at all, or past items of which there are none.
        case zeroPasses
        /// Out of a loop: its condition no longer holds.
        case exit
        case back, breaks, continues, returns, stops, fails
        /// Out of a proc whose call accepts errors.
        case escapes
        /// Past a chain that may be cancelled before it did anything.
        case cancelled
    }

    struct Edge {
        var to: JoinID
        var kind: EdgeKind
    }

    struct Block {
        enum Entry {
            case straight
            case join(JoinID)
            /// Behind the statements of a task: the chain that started it goes on however they end.
            case after(JoinID)
            case head(JoinID)
            case dead
        }

        var entry: Entry
        var dominator: Int
        var operations: Range<Int>
        var edges: Range<Int>
        /// Of a head: the first block behind the loop.
        var loopEnd = 0
    }

    var blocks: [Block] = []
    var operations: [Operation] = []
    var edges: [Edge] = []
    /// By join: its dominator.
    var joins: [Int] = []
    var stores: [Store] = []
    var sets: [LocalSet] = []
    var awaits: [CheckedAwait] = []
    /// The tasks in the order in which they start, and runs of them.
    var started: [Int] = []
    var finishes: [Range<Int>] = []
    /// Descriptors that are closed by themselves, where a task ends or else a pass of a loop.
    var endings: [(descriptors: [Int], isTask: Bool)] = []
}
