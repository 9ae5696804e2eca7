// The compiled program: batches of submissions, the data they work on, and what a report needs to know.
// The treaty between compiler and executor: neither sees the other.
//
// An image is position-free. It has one data segment, addressed from 0: first the initialised part
// (`data`: slots, completions, constants, initialised storage), then zeroes up to `dataSize`. Where a field
// of a record is relocated, it holds an offset into the data segment, to which the loader adds the
// segment's address. Nothing else in an image is an address.
//
// Invariants (the verifier's, see `BatchImage+Verify.swift`): every range, offset and index lies inside
// what it refers to; a record's cookie is its index + 1; a batch is one chain, its branches stay inside it.

import AcallCatalog
import AcallText
import CAcall

/// A place in the data segment, in bytes.
package typealias DataOffset = UInt32

/// A run of bytes of the image's string table.
package struct StringRef: Hashable, Sendable {
    package var offset: UInt32
    package var count: UInt32
    package init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }
    package static let empty = StringRef(offset: 0, count: 0)
}

/// A place in the program's source: a range of bytes.
package struct SourceRange: Hashable, Sendable {
    package var start: UInt32
    package var end: UInt32
    package init(start: UInt32, end: UInt32) {
        self.start = start
        self.end = end
    }

    package var bytes: Range<Int> { Int(start)..<max(Int(start), Int(end)) }
}

/// The fields of a record that hold data offsets and are relocated: one bit each.
package struct RelocationMask: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let completion = RelocationMask(rawValue: 1)
    package static let ring = RelocationMask(rawValue: 2)
    package static let id = RelocationMask(rawValue: 4)
    package static func argument(_ index: Int) -> RelocationMask {
        RelocationMask(rawValue: 8 << UInt16(index))
    }
    /// All bits that mean something.
    package static let all = RelocationMask(rawValue: 0x1ff)
}

/// A chain: a run of records, submitted together.
package struct Batch: Hashable, Sendable {
    package var firstRecord: UInt32
    package var count: UInt32
    /// The entry of `regions` that each run of it has a copy of; 0 for none of its own.
    package var region: UInt32
    package init(firstRecord: UInt32, count: UInt32, region: UInt32 = 0) {
        self.firstRecord = firstRecord
        self.count = count
        self.region = region
    }
}

/// A part of the data segment that every run of a chain has for itself: a range of the initialised part,
/// and one of the zeroes. What lies in no region is the program's, and shared.
package struct ChainRegion: Hashable, Sendable {
    /// The region of the chain that starts it: the number of its entry, 1 for the first; 0 for the program's own data.
    package var parent: UInt32
    package var data: DataOffset
    package var dataCount: UInt32
    package var zeroes: DataOffset
    package var zeroCount: UInt32
    package init(
        parent: UInt32, data: DataOffset, dataCount: UInt32, zeroes: DataOffset, zeroCount: UInt32
    ) {
        self.parent = parent
        self.data = data
        self.dataCount = dataCount
        self.zeroes = zeroes
        self.zeroCount = zeroCount
    }
}

/// The functions that ACALL_OP_HOST names by number in an image; the loader puts their addresses there.
package enum HostFunction: UInt64, CaseIterable, Sendable {
    /// (batch, group address, chains, address of the number of items or 0): starts a group of chains; its handle is
    /// stored at the address.
    case start = 0
    /// (group address): the address of the id of a chain that has not ended; 0 where all have.
    case next = 1
    /// (group address, item of the chain that asks): 0 where every chain went well, -ECANCELED where one failed.
    case outcome = 2
    /// (group address): cancels what has not ended.
    case cancel = 3
    /// (group address, item of the chain that asks): all have ended; the handle is gone.
    case finish = 4
    /// (output, address of key, key's count, value, value's count)
    case output = 5
    /// (address of path, argv, envp, and three descriptors): starts a process; its pidfd, or a negated errno.
    case spawn = 6
    /// (): a chain of many has begun to run; the next one may be started.
    case begin = 7
    /// (address, list, first, second): the number of the next item that the chain is to take is stored at the
    /// address, -1 where there are no more; and of a list (not 0) the item's words at `first` and, where it has two,
    /// `second`.
    case take = 8
    /// (output, key or its address, key's count, value): as `output`, of an integer, for the item that was taken last.
    case give = 9
    /// (address, capacity, source, length): as the engine's COPY; memory that can't be read or written is -EFAULT,
    /// and not the end of the host. So for the next three.
    case copy = 10
    /// (address, text, limit): the bytes before the first NUL are counted at the address.
    case length = 11
    /// (address, address of a, a's count, b and b's count): whether the bytes are the same, 1 or 0, is stored.
    case same = 12
    /// (address, count): 0 where the bytes can be read.
    case readable = 13
    /// (structures, how many, layout, table): -ERANGE where a pointer in one of them points to less than the length
    /// beside it, or to memory that is not in the table. The layout is `size, pointers`, and for each pointer `offset,
    /// the length's offset or -1, its width, unit, the layout of what it points to or 0, whether it is written`. The
    /// table is `next table or 0, entries`, and for each entry `address, size, whether it may be written`.
    case targets = 14
    /// (address, clock): the clock's time, in nanoseconds, is stored at the address.
    case now = 15
}

/// An input's type, which says what its slots hold.
package enum InputType: Hashable, Sendable {
    /// One slot: the value.
    case integer(IntegerType)
    /// One slot: a descriptor that the caller hands in.
    case descriptor
    /// Two slots: the address of NUL-terminated bytes, and their count without the NUL.
    case path, string
    /// Two slots: the address of an array of u64, and its count.
    case integers(IntegerType)
    /// Two slots: the address of an array of `iovec` (each element NUL-terminated too), and its count.
    case paths, strings
}

package struct InputEntry: Hashable, Sendable {
    package var name: StringRef
    package var type: InputType
    /// Where its first slot is. Where there is a default, the initialised data holds it already.
    package var slot: DataOffset
    package var hasDefault: Bool
    package var range: SourceRange
    package init(
        name: StringRef, type: InputType, slot: DataOffset, hasDefault: Bool, range: SourceRange
    ) {
        self.name = name
        self.type = type
        self.slot = slot
        self.hasDefault = hasDefault
        self.range = range
    }
}

package enum OutputKind: UInt8, Hashable, Sendable, CaseIterable {
    /// One slot: a signed value.
    case integer = 0
    /// One slot: an unsigned value.
    case unsigned = 1
    /// One slot: a descriptor, which is the caller's from then on.
    case descriptor = 2
    /// Two slots: address and count of the bytes.
    case text = 3
    case hex = 4
    case bytes = 5
    /// Two slots, as text; the text ends at the first NUL (a `char` array).
    case string = 6
    /// Two slots: the bytes of an internet address, 4 or 16, in network order; shown as people write it.
    case address = 7
}

package enum OutputKey: UInt8, Hashable, Sendable, CaseIterable {
    case integer = 1
    case text = 2
    /// As a text: the bytes of an internet address, 4 or 16, in network order; shown as people write it.
    case address = 3

    /// Its bytes are the key.
    package var hasBytes: Bool { self != .integer }
}

package struct OutputEntry: Hashable, Sendable {
    package var name: StringRef
    package var kind: OutputKind
    package var slot: DataOffset
    /// A slot that is 1 once the output has its value.
    package var isSet: DataOffset
    /// Not nil: it has a value for each key, given by `HostFunction.output`; the slots are the first of these.
    package var key: OutputKey?
    package init(
        name: StringRef, kind: OutputKind, slot: DataOffset, isSet: DataOffset,
        key: OutputKey? = nil
    ) {
        self.name = name
        self.kind = kind
        self.slot = slot
        self.isSet = isSet
        self.key = key
    }
}

/// Where a step comes from.
package enum StepOrigin: UInt8, Hashable, Sendable, CaseIterable {
    case written = 0
    case deferred = 1
    /// The close of a descriptor that the program left open; the range is that of the step that made it.
    case automaticClose = 2
    /// The wait between the attempts of a `retry`; the range is the modifier's.
    case retryWait = 3
    /// A step of a `proc`, below the step that called it.
    case called = 4
}

package struct StepEntry: Hashable, Sendable {
    /// The result's name; empty if there is none.
    package var name: StringRef
    /// The call's name as the kernel has it.
    package var call: StringRef
    package var origin: StepOrigin
    /// The call as written.
    package var range: SourceRange
    /// The record that makes the call (one, also where it is repeated).
    package var record: UInt32
    /// The slot of the step's result (for `fully` the total, which is not the last call's return code).
    package var result: DataOffset
    package var isFully: Bool
    package var isRetried: Bool
    /// The step's result is the exit status in the `siginfo` that the call fills, and not what the call returns.
    package var isExitStatus: Bool
    package var deadline: StepDeadline
    package init(
        name: StringRef, call: StringRef, origin: StepOrigin, range: SourceRange, record: UInt32,
        result: DataOffset, isFully: Bool, isRetried: Bool, isExitStatus: Bool = false,
        deadline: StepDeadline = .none
    ) {
        self.name = name
        self.call = call
        self.origin = origin
        self.range = range
        self.record = record
        self.result = result
        self.isFully = isFully
        self.isRetried = isRetried
        self.isExitStatus = isExitStatus
        self.deadline = deadline
    }
}

/// How long a step may take.
package enum StepDeadline: Hashable, Sendable {
    case none
    /// Nanoseconds, not 0.
    case fixed(UInt64)
    /// Known when the step begins.
    case computed
}

/// Why a record that stops its chain does so.
package enum StopKind: UInt8, Hashable, Sendable, CaseIterable {
    /// The call failed with an errno.
    case callFailed = 0
    /// The result is not what `expect` asked for (or an errno that it and `allow` do not name).
    case unexpectedResult = 1
    /// A value does not fit where it is to be stored, or an operation overflowed (or divided by zero).
    case arithmetic = 2
    /// A slice or an index outside its storage.
    case bounds = 3
    case assertion = 4
    case fail = 5
    /// `stop`: not a failure.
    case stop = 6
    /// `exit_group(status)`, made by the runner: ends the program with the return code as its status.
    case exit = 7
    /// A chain that this one started has failed: the other chain says why.
    case chainFailed = 8
}

/// What the arguments of a VALUE record that stops its chain say beside its result: its fourth argument.
package enum StopOperands: Int64, Sendable {
    /// What a step that is done `fully` has done, and what was left.
    case progress = 16
    /// The result is a process's exit status, or minus its signal.
    case exitStatus = 17
}

package struct StopEntry: Hashable, Sendable {
    package var record: UInt32
    package var kind: StopKind
    /// The step it belongs to; nil for a statement that is no call.
    package var step: UInt32?
    package var range: SourceRange
    /// What was asserted or said, or what `expect` asked for, as a person would say it (`> 0`).
    package var message: StringRef
    package var form: StopForm
    /// What a report shows of it; each role once, in the order in which the source has them.
    package var operands: [StopOperand]
    package init(
        record: UInt32, kind: StopKind, step: UInt32?, range: SourceRange, message: StringRef,
        form: StopForm = .plain, operands: [StopOperand] = []
    ) {
        self.record = record
        self.kind = kind
        self.step = step
        self.range = range
        self.message = message
        self.form = form
        self.operands = operands
    }
}

/// A named piece of the data segment, so that a report can say `block` and not an address.
package struct StorageEntry: Hashable, Sendable {
    package var name: StringRef
    package var offset: DataOffset
    package var size: UInt32
    /// The catalog's name where it is a structure; empty otherwise.
    package var structure: StringRef
    package init(name: StringRef, offset: DataOffset, size: UInt32, structure: StringRef) {
        self.name = name
        self.offset = offset
        self.size = size
        self.structure = structure
    }
}

/// An included file in the source.
package struct SourceEntry: Hashable, Sendable {
    package var start: UInt32
    package var name: StringRef
    package init(start: UInt32, name: StringRef) {
        self.start = start
        self.name = name
    }
}

/// A call of a proc: which records stand for it. They nest as the calls do.
package struct SiteEntry: Hashable, Sendable {
    package var firstRecord: UInt32
    package var count: UInt32
    /// The call as written.
    package var range: SourceRange
    /// The result's name; empty if there is none.
    package var name: StringRef
    package var procedure: StringRef
    package init(
        firstRecord: UInt32, count: UInt32, range: SourceRange, name: StringRef,
        procedure: StringRef
    ) {
        self.firstRecord = firstRecord
        self.count = count
        self.range = range
        self.name = name
        self.procedure = procedure
    }
}

package struct BatchImage: Sendable {
    package var architecture: Architecture
    /// The program's chains; the first is the main chain.
    package var batches: [Batch] = []
    /// Entry 1 of the numbers that a batch uses comes first.
    package var regions: [ChainRegion] = []
    package var records: [acall_submission] = []
    /// As many as records.
    package var relocations: [RelocationMask] = []
    /// As many as records: the step a record belongs to, `UInt32.max` if none.
    package var recordSteps: [UInt32] = []
    /// The initialised part of the data segment.
    package var data: [UInt8] = []
    /// The whole data segment.
    package var dataSize: UInt32 = 0
    /// Offsets in `data` of u64 that hold data offsets and are relocated; ascending.
    package var dataRelocations: [DataOffset] = []
    package var inputs: [InputEntry] = []
    package var outputs: [OutputEntry] = []
    package var steps: [StepEntry] = []
    /// By ascending record.
    package var stops: [StopEntry] = []
    /// By ascending offset.
    package var storages: [StorageEntry] = []
    /// Names and messages.
    package var strings: [UInt8] = []
    package var sourceName: String = ""
    package var source: [UInt8] = []
    /// The files that the source includes stand behind it, each from here on: by ascending start.
    package var sources: [SourceEntry] = []
    /// By ascending first record; of those that start together the outermost first.
    package var sites: [SiteEntry] = []

    package init(architecture: Architecture) {
        self.architecture = architecture
    }

    /// The source's lines, made anew at each look.
    package var sourceMap: SourceMap {
        SourceMap(
            source, files: sources.map { SourceMap.File(start: Int($0.start), name: text($0.name)) }
        )
    }

    package func string(_ ref: StringRef) -> String {
        String(decoding: strings[Int(ref.offset)..<Int(ref.offset) + Int(ref.count)], as: UTF8.self)
    }
}
