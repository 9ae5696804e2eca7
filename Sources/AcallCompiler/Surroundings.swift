// Where in the program the checker is: in which chain, how deep in loops, and what the expression at hand is for.

import AcallSyntax

/// What an expression is for, where that makes a difference to what a mistake may have meant.
enum Wanted {
    case value
    /// Something to go over.
    case items
    /// A number that is known before the program runs.
    case constant
    /// Storage of this type, by this name.
    case storage(Name, type: String)
}

/// The chain whose statements are checked.
struct ChainContext {
    /// An entry of the program's `tasks`; nil for the main chain.
    var task: Int?
    /// Its storage, and that of no other chain, has this number or a higher one.
    var firstStorage = 0
    /// The steps are those of items, of which many are taken at once.
    var isMany = false
    /// The steps are those of a proc that was called with `async`.
    var isProcedure = false
}

struct Surroundings {
    /// How many loops are around this point, in its chain or proc.
    var loops = 0
    /// How many loops of its chain are around this point, those of its callers too.
    var loopDepth = 0
    /// Of the storage of the chain at hand; 0 is the program's own.
    var region = 0
    var chain = ChainContext()
    /// The tasks that the blocks around this point have started, in its chain.
    var started: [Int] = []
    /// The effects are those of a deferred call.
    var isDeferring = false
    var wanted = Wanted.value
}

/// The calls of procs around the point at hand, and what is known of procs.
struct ProcedureNotes {
    /// The procs whose steps these are, the outermost first.
    var calls: [ProcedureCall] = []
    /// Parameters of procs whose types are wrong, which is reported.
    var wrongParameters: Set<Span> = []
    /// Procs whose steps have been checked.
    var called: Set<Int> = []
    /// The procs' steps, written out, are too many: none are.
    var isTooLarge = false
}

/// What is known of storage: what is put there, and what stands for it.
struct StorageNotes {
    /// How many bytes all of it has.
    var total = 0
    /// By step of an `mmap`: the storage that stands for the mapping.
    var mappings: [Int: Int] = [:]
    /// By storage that a call has filled with descriptors: the first of these.
    var firstDescriptors: [Int: Int] = [:]
    /// By storage: what is assigned to it or to parts of it.
    var storedValues: [Int: [ValueID]] = [:]
    /// By storage: the value that it is declared with, where times may stand in it.
    var givenTimes: [Int: ExpressionID] = [:]
    /// Storage that some call fills: what is there then the kernel knows.
    var filled: Set<Int> = []
    /// Arguments that must be descriptors of the program's own, and the storage that they are read from.
    var ownNumbers: [(storage: Int, span: Span)] = []
    /// Words that the compiler keeps of values that may be above the signed range.
    var unsignedLocals: Set<Int> = []
}

/// What is known of the chains that the program starts.
struct ChainNotes {
    /// Names of chains that some statement cancels.
    let cancelledNames: Set<Name>
    /// Steps of `async` calls.
    var asyncSteps: Set<Int> = []
    /// How many waits the compiler has added.
    var implicitWaits = 0
}
