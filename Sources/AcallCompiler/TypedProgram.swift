// What the checker makes of a tree: every name resolved, every argument placed, every value typed.
//
// Input: a syntax tree. Output: this. Invariant: a checked program can be lowered without a further
// check; every value is a 64-bit word that is known, or that records of the batch compute.

import AcallCatalog
import AcallSyntax

/// An entry of `ValuePool.values`.
package struct ValueID: Hashable, Sendable {
    let index: UInt32
    init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
}

/// A piece of the data segment that the lowering places.
enum Region: Hashable, Sendable {
    /// A variable.
    case storage(Int)
    /// Constant bytes: an entry of `constants`.
    case constant(Int)
}

/// A word that is known before the run, or computed during it.
enum Value: Hashable, Sendable {
    case constant(Int64)
    /// A literal above the signed range: good as it is, not for arithmetic.
    case unsigned(UInt64)
    /// A slot of an input: 0 the value or address, 1 the count.
    case input(Int, slot: Int)
    /// What the kernel returned for a step (for `fully` the total).
    case result(Int)
    /// The address of a piece of the data segment.
    case address(Region, offset: Int)
    /// The integer at an address.
    case load(ValueID, IntegerType)
    case binary(BinaryOperator, ValueID, ValueID)
    case not(ValueID)
    case minimum(ValueID, ValueID)
    case maximum(ValueID, ValueID)
    /// Of two words that are not negative, and that may be above the signed range.
    case wide(WideOperation, ValueID, ValueID)
    /// Where a slice starts and how many bytes it has: an entry of `slices`.
    case sliceAddress(Int)
    case sliceCount(Int)
    /// The same value, which must fit this type; of 8 bytes, both with a sign and without.
    case fitting(ValueID, IntegerType)
    /// Whether the one is less than the other (or the same), both without a sign: 1 or 0.
    case below(ValueID, ValueID, orEqual: Bool)
    /// A word that the compiler keeps: an entry of `locals`.
    case local(Int)
    /// The bytes before the first NUL at an address, at most so many.
    case length(ValueID, limit: ValueID)
    /// Whether two runs of bytes are the same: 1 or 0.
    case same(ValueID, ValueID, ValueID, ValueID)
    /// A clock's time in nanoseconds, read where the value is used.
    case now(clock: ValueID)
}

enum WideOperation: Hashable, Sendable {
    /// The second is in the signed range.
    case add
    /// Either may be above it.
    case addBoth
    case minimum, maximum
    /// By one in the signed range; what comes out is in it too.
    case divide, remainder
}

/// A slice whose bounds are checked when it runs.
struct CheckedSlice: Sendable {
    var base: ValueID
    var low: ValueID
    var high: ValueID
    var capacity: ValueID
    var span: Span
    /// Bytes of an element, and whether it is one that was asked for: for telling what was outside.
    var unit = 1
    var isElement = false
    /// The bounds count elements already.
    var isCount = false
}

struct CheckedInput: Sendable {
    var name: Name
    var span: Span
    var type: CheckedInputType
    var defaultValue: DefaultValue?

    enum DefaultValue: Sendable {
        case integer(Int64)
        case bytes([UInt8])
        case integers([Int64])
        case list([[UInt8]])
    }
}

enum CheckedInputType: Hashable, Sendable {
    case integer(IntegerType)
    case descriptor, path, string
    case integers(IntegerType)
    case paths, strings
}

struct CheckedStorage: Sendable {
    var name: Name
    var span: Span
    var type: StorageType
    var size: Int
    /// Its first bytes where an initialiser is constant; empty: zeroes.
    var initial: [UInt8]
    /// Addresses within `initial`.
    var relocations: [Relocation]
    /// Of the chain that has it for itself.
    var region = 0
    /// The step that mapped it: there is no storage in the data for it.
    var mappedBy: Int?

    var isMapping: Bool { mappedBy != nil }
}

/// An address in constant data: the word at `offset` is the address of `target`.
struct Relocation: Sendable {
    var offset: Int
    var target: Region
    var targetOffset: Int
}

struct CheckedConstant: Sendable {
    var bytes: [UInt8]
    var relocations: [Relocation] = []
    /// The program may have it written to (a hidden `socklen_t`).
    var isWritten = false
    var region = 0
    /// Where it has no bytes: as many zeroes.
    var zeroes = 0
}

enum CheckedExpectation: Sendable {
    case compare(BinaryOperator, ValueID)
    case range(ValueID, ValueID, isClosed: Bool)
}

/// A descriptor that the program owns until it is closed or handed out.
struct OwnedDescriptor: Sendable {
    var step: Int
    /// Which element of the `int[2]`; nil where the descriptor is the step's result.
    var element: Int?
    /// The storage whose element it is, where that is known.
    var storage: Int?
    /// Some statement closes it or hands it out, so that it needs a slot of its own.
    var isReleased = false
    /// It is an output.
    var isHandedOut = false
    /// The step may be made again in its chain: it is closed when the block of its loop ends, unless its
    /// number went into storage that outlives that.
    var isInLoop = false
    var isEscaped = false
    /// The task that opens it for the chain that started it.
    var owner: Int?
    /// The task whose chain opens it; nil for the main chain.
    var task: Int?

    /// It is in the chain's table, which goes by the number alone.
    var isKept: Bool { isInLoop && isEscaped }
}

struct CheckedRetry: Sendable {
    var errnos: [Int64]
    var times: ValueID
    /// The address of a `timespec`.
    var after: ValueID?
    var span: Span
}

/// What stands behind a call, checked.
struct CheckedModifiers: Sendable {
    var condition: ValueID?
    var expectation: CheckedExpectation?
    /// `expect ENOENT`
    var isErrnoExpected = false
    var expectSpan = Span(0, 0)
    /// Errors that are results, as the kernel returns them.
    var allowed: [Int64] = []
    var retry: CheckedRetry?
    var isFully = false
    /// In nanoseconds.
    var timeout: ValueID?
    var timeoutSpan = Span(0, 0)

    /// There is none but perhaps a condition.
    var isPlain: Bool {
        expectation == nil && allowed.isEmpty && retry == nil && !isFully && timeout == nil
    }
}

/// A call, checked. There are as many as the program has steps, so that what few of them have is kept apart.
struct CheckedStep: Sendable {
    struct Traits: OptionSet {
        var rawValue: UInt8

        static let inLoop = Traits(rawValue: 1 << 0)
        static let called = Traits(rawValue: 1 << 1)
        static let wait = Traits(rawValue: 1 << 2)
        static let byNumber = Traits(rawValue: 1 << 3)
    }

    /// What most calls do not have.
    struct Details: Sendable {
        var modifiers = CheckedModifiers()
        /// Of a `wait`: what `waitid` tells of the process. The step's result is its exit status, or minus its signal.
        var exitStatus: Region?
        /// Where the descriptors stand that it made in storage.
        var madeAt: ValueID?
        /// How many bytes it maps.
        var mapped: ValueID?
        /// The step whose mapping it ends.
        var unmaps: Int?
        /// Of a deferred call: entries of `effects`, which happen when it is made.
        var deferredEffects = 0..<0
        /// What must hold before each attempt.
        var guards = CheckedGuards()
    }

    private final class Box: Sendable {
        let details: Details

        init(_ details: Details) { self.details = details }
    }

    var name: Name?
    var span: Span
    /// An entry of `syscalls`.
    var syscall: Int
    var number: UInt32
    var arguments: [ValueID]
    private var traits: Traits = []
    private var box: Box?
    /// Entries of `descriptors` that it makes.
    var makes: [Int] = []
    var releases = Release.nothing

    init(
        name: Name?, span: Span, syscall: Int, number: UInt32, arguments: [ValueID],
        modifiers: CheckedModifiers
    ) {
        self.name = name
        self.span = span
        self.syscall = syscall
        self.number = number
        self.arguments = arguments
        if !modifiers.isPlain || modifiers.condition != nil { details.modifiers = modifiers }
    }

    private var details: Details {
        get { box?.details ?? Details() }
        set { box = Box(newValue) }
    }
    var exitStatus: Region? {
        get { box?.details.exitStatus }
        set { if newValue != nil || box != nil { details.exitStatus = newValue } }
    }
    var madeAt: ValueID? {
        get { box?.details.madeAt }
        set { if newValue != nil || box != nil { details.madeAt = newValue } }
    }
    var mapped: ValueID? {
        get { box?.details.mapped }
        set { if newValue != nil || box != nil { details.mapped = newValue } }
    }
    var unmaps: Int? {
        get { box?.details.unmaps }
        set { if newValue != nil || box != nil { details.unmaps = newValue } }
    }
    var deferredEffects: Range<Int> {
        get { box?.details.deferredEffects ?? 0..<0 }
        set { if !newValue.isEmpty || box != nil { details.deferredEffects = newValue } }
    }
    var guards: CheckedGuards {
        get { box?.details.guards ?? CheckedGuards() }
        set { if !newValue.isEmpty || box != nil { details.guards = newValue } }
    }
    var modifiers: CheckedModifiers { box?.details.modifiers ?? CheckedModifiers() }
    var condition: ValueID? { box?.details.modifiers.condition }
    var expectation: CheckedExpectation? { box?.details.modifiers.expectation }
    var expectSpan: Span { box?.details.modifiers.expectSpan ?? Span(0, 0) }
    var allowed: [Int64] { box?.details.modifiers.allowed ?? [] }
    var retry: CheckedRetry? { box?.details.modifiers.retry }
    var isFully: Bool { box?.details.modifiers.isFully ?? false }
    var timeout: ValueID? { box?.details.modifiers.timeout }
    var isInLoop: Bool {
        get { traits.contains(.inLoop) }
        set { set(.inLoop, newValue) }
    }
    /// A step of a `proc`.
    var isCalled: Bool {
        get { traits.contains(.called) }
        set { set(.called, newValue) }
    }
    /// Its result is the exit status of the process that it waits for.
    var isWait: Bool {
        get { traits.contains(.wait) }
        set { set(.wait, newValue) }
    }
    /// It is written as `syscall(nr, ...)`, and is shown so.
    var isByNumber: Bool {
        get { traits.contains(.byNumber) }
        set { set(.byNumber, newValue) }
    }

    private mutating func set(_ trait: Traits, _ isSet: Bool) {
        if isSet { traits.insert(trait) } else { traits.remove(trait) }
    }
}

/// Which descriptors a call closes.
enum Release: Sendable {
    case nothing
    case descriptor(Int)
    /// Known only when it runs: the argument's value is compared with each.
    case anyEqual(to: ValueID)
}

/// A call that the runner makes in its own way.
enum VirtualCall: Sendable {
    case endChain, endProgram(status: ValueID)
}

struct CheckedOutput: Sendable {
    var name: Name
    var span: Span
    var content: Content
    var key: Key?
    /// Bytes that never change (inputs): they are not copied.
    var isConstant = false
    /// Of an unsigned value: the same, which must be in the signed range.
    var signedValue: ValueID?
    /// An entry of `handedOut`, of a value that may be a descriptor.
    var handOut: Int?

    enum Content: Sendable {
        case integer(ValueID, isUnsigned: Bool)
        /// A descriptor, handed out: an entry of `descriptors` where it is known.
        case descriptor(ValueID, owned: Int?)
        /// `capacity` is nil where it is not known how many bytes there can be.
        case bytes(address: ValueID, count: ValueID, capacity: Int?, BytesForm)
    }

    /// `output size[file]`
    enum Key: Sendable {
        case integer(ValueID)
        /// Of an internet address the bytes, shown as people write it.
        case text(address: ValueID, count: ValueID, isInternet: Bool = false)
    }

    enum BytesForm: Sendable {
        case text, hex, bytes, string
        /// An internet address, shown as people write it.
        case address
    }
}

/// An output whose value is an integer or a descriptor.
struct HandOut: Sendable {
    var name: Name
    var span: Span
    /// Entries of `descriptors` that it may hand out, as the analysis of descriptors finds.
    var descriptors: [Int] = []
    /// The value is the result of a step that opens something.
    var isResult: Bool

    var isDescriptor: Bool { isResult || !descriptors.isEmpty }
}

/// Where a proc is called.
struct CheckedSite: Sendable {
    var span: Span
    /// The result's name.
    var name: Name?
    var procedure: Name
    var modifiers = CheckedModifiers()
    /// The local that what it returns comes to; a separate one where it returns nothing and has modifiers.
    var result: Int?
    /// The number of an error that it may return instead, since the call allows it.
    var error: ValueID?
}

enum CheckedStatement: Sendable {
    /// Entries of `effects`: no records come of them.
    case effects(Range<Int>)
    /// An initialiser that is known only when it runs.
    case store(address: ValueID, value: ValueID, IntegerType, Span)
    case copy(address: ValueID, capacity: Int, source: ValueID, count: ValueID, Span)
    case call(Int)
    case deferred(Int)
    case virtual(VirtualCall, condition: ValueID?, Span)
    indirect case output(CheckedOutput)
    case assert(ValueID, message: [UInt8], Span)
    case fail(message: [UInt8], condition: ValueID?, Span)
    case stop(condition: ValueID?, Span)
    case setLocal(Int, ValueID)
    /// A block with its own `defer`s.
    case scope([CheckedStatement])
    case `if`(ValueID, then: [CheckedStatement], otherwise: [CheckedStatement])
    case loop(CheckedLoop)
    case `break`(condition: ValueID?)
    case `continue`(condition: ValueID?)
    /// A proc's steps, and where its `return`s go.
    indirect case procedure([CheckedStatement], CheckedSite)
    case `return`
    /// Entries of `tasks`.
    case start(Int)
    indirect case startMany(Int, CheckedItems)
    indirect case await(CheckedAwait)
    case cancel(Int)
}

struct CheckedLoop: Sendable {
    /// Tested before each pass; nil: for ever.
    var condition: ValueID?
    var body: [CheckedStatement]
    /// What a `continue` leads to.
    var next: [CheckedStatement] = []
}

/// The items of a `parallel for`: how many, how many chains at most, and the local that is an item's number.
struct CheckedItems: Sendable {
    var count: ValueID
    var limit: ValueID?
    var index: Int
    /// Of a list: where it stands, and the locals that an item's one word or two come to.
    var list: (base: ValueID, words: [Int])?
    /// What an item is called.
    var name: Name
    var span: Span
}

struct CheckedAwait: Sendable {
    /// A number, of a wait that the compiler adds: it is made for the tasks that may still be running.
    var implicit: Int?
    var tasks: [Int]
    var isAny: Bool
    /// In nanoseconds.
    var timeout: ValueID?
    /// nil: a time that is over is a failure.
    var otherwise: [CheckedStatement]?
    var span: Span
}

/// A chain that another one starts.
struct CheckedTask: Sendable {
    var name: Name?
    var span: Span
    var statements: [CheckedStatement] = []
    /// Of its storage, and of that of the chain that starts it: the same unless it is run many times.
    var region: Int
    var parentRegion: Int
    /// The step of `async name = call(...)`.
    var step: Int?
    /// Of `async name = proc(...)`: the proc, and the local that what it returns comes to.
    var procedure: Name?
    var result: Int?
    /// What it opens for the chain that started it: entries of `descriptors`.
    var opens: [Int] = []
    /// Some statement cancels it.
    var mayBeCancelled = false
    var items: CheckedItems?
}

/// The numbers of the calls that the compiler adds.
struct AddedCalls: Sendable {
    let closeNumber: UInt32
    /// Of `nanosleep`.
    let waitNumber: UInt32
    /// Of `munmap`.
    let unmapNumber: UInt32
    /// Of `shmdt`, which ends what `shmat` mapped.
    let detachNumber: UInt32

    init(_ catalog: Catalog) {
        closeNumber = catalog.syscall(named: "close")?.number ?? .max
        waitNumber = catalog.syscall(named: "nanosleep")?.number ?? .max
        unmapNumber = catalog.syscall(named: "munmap")?.number ?? .max
        detachNumber = catalog.syscall(named: "shmdt")?.number ?? .max
    }
}

/// What is known or computed, by `ValueID`.
struct ValuePool: Sendable {
    var values: [Value] = []
    /// Where each value stands in the source; as many as `values`.
    var valueSpans: [Span] = []
    var slices: [CheckedSlice] = []
}

/// What stands in the data segment by its name or as it is written.
struct DataTables: Sendable {
    var constants: [CheckedConstant] = []
    var inputs: [CheckedInput] = []
    var storages: [CheckedStorage] = []
}

/// Words that the compiler keeps.
struct LocalWords: Sendable {
    /// The region of each.
    var locals: [Int] = []
    /// What each is set to.
    var localValues: [[ValueID]] = []
    /// Those that stand for conditions which are wrong.
    var unknownLocals: Set<Int> = []
    /// Numbers of errors that stand in place of what a proc returns.
    var procedureErrors: Set<ValueID> = []
}

/// The chains that the program starts.
struct ChainTables: Sendable {
    var tasks: [CheckedTask] = []
    /// By wait that the compiler adds: the tasks that it is made for.
    var neededWaits: [Int: [Int]] = [:]
    /// By region but the first: the region of the chain that starts its chains.
    var regionParents: [Int] = []
    /// Storage that a futex call was given: chains wait for each other there.
    var futexWords: Set<Int> = []
}

/// What is known of the program's outputs.
struct OutputTables: Sendable {
    var handedOut: [HandOut] = []
    /// Outputs that some statement gives a value which may be above the signed range, and those that one gives a
    /// value which may be negative.
    var unsignedOutputs: Set<Name> = []
    var signedOutputs: Set<Name> = []
    /// Outputs without a key that several statements in loops give: which of them ran last is known only then.
    var repeatedOutputs: Set<Name> = []
}

/// A program whose names are resolved and whose values have types: what the graph is built from, and the records.
package struct TypedProgram: Sendable {
    let source: SourceText
    let names: NameTable
    let architecture: Architecture
    let added: AddedCalls
    var pool = ValuePool()
    var data = DataTables()
    var words = LocalWords()
    var chains = ChainTables()
    var results = OutputTables()
    var syscalls: [Syscall] = []
    var steps: [CheckedStep] = []
    var descriptors: [OwnedDescriptor] = []
    var statements: [CheckedStatement] = []
    var effects: [Effect] = []
    /// The statements of procs that nothing calls: they are looked at and not lowered.
    var uncalled: [[CheckedStatement]] = []

    subscript(id: ValueID) -> Value { pool.values[Int(id.index)] }

    func span(of id: ValueID) -> Span { pool.valueSpans[Int(id.index)] }

    init(source: SourceText, names: NameTable, architecture: Architecture) {
        self.source = source
        self.names = names
        self.architecture = architecture
        added = AddedCalls(Catalog(architecture: architecture))
    }
}

/// The program is wrong: its diagnostics say how.
package struct ProgramError: Error, Sendable {
    package init() {}
}
