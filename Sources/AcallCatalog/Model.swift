// The kernel's interface as values: what a catalog row says once it is read.
//
// Input: the rows of `grammar/`, through the generated blob. Invariant: a value here describes one
// architecture; numbers, constants, sizes and offsets are that architecture's.

/// A processor architecture that programs are compiled for.
package enum Architecture: UInt8, Sendable, CaseIterable {
    case x86_64 = 1
    case aarch64 = 2

    /// The one this code runs on.
    package static var host: Architecture {
        #if arch(arm64)
            .aarch64
        #else
            .x86_64
        #endif
    }
}

/// An integer of the kernel's interface: its width in bytes and its signedness.
package struct IntegerType: Sendable, Hashable {
    package var width: UInt8
    package var isSigned: Bool
    package var isBigEndian = false

    package init(width: UInt8, isSigned: Bool, isBigEndian: Bool = false) {
        self.width = width
        self.isSigned = isSigned
        self.isBigEndian = isBigEndian
    }
}

/// What an integer means, which says how it is checked and shown.
package enum IntegerMeaning: Sendable, Hashable {
    case plain
    /// Shown in octal: file modes.
    case mode
    /// Shown in hexadecimal: addresses, magic numbers.
    case hex
    /// A count of milliseconds: a time literal is accepted (`poll`'s timeout).
    case milliseconds
    case seconds
    case pid, uid, gid
    /// A device's number, which is shown as its two parts.
    case device
    /// A signal's number.
    case signal
    /// A descriptor; a directory's, where `AT_FDCWD` is accepted too.
    case descriptor, directory
    /// Any union of the constants of a set.
    case flags(set: String)
    /// One constant of a set (or, where the set says so, one or'ed with flags: see `ConstantSet`).
    case enumeration(set: String)
}

/// What a pointer points to.
package indirect enum Pointee: Sendable, Hashable {
    /// A NUL-terminated path, looked up in the file system.
    case path
    /// A NUL-terminated string that is no path (an attribute's name, a file system's type).
    case string
    /// Bytes; `length` is the index of the parameter that holds their count, if one does.
    case bytes(length: Int?)
    /// One structure of the catalog.
    case structure(String)
    /// An array of structures (`poll`'s `fds`); `count` is the index of the parameter with their number.
    case structures(String, count: Int?)
    /// One integer (`off_t *`, `socklen_t *`).
    case integer(IntegerType, IntegerMeaning)
    /// A fixed number of integers (`pipe2`'s two descriptors).
    case integers(IntegerType, IntegerMeaning, count: Int)
    /// An array of integers whose number another parameter holds (`setgroups`).
    case integerArray(IntegerType, count: Int?)
    /// An array of `iovec`; `count` is the index of the parameter with their number.
    case vector(count: Int?)
    /// A socket address; `length` is the index of the parameter that holds its size (in), or that
    /// points to it (out and in-out: `accept4`, `getsockname`).
    case socketAddress(length: Int?)
    /// A signal set; `size` is the index of the parameter that holds its size in bytes (8).
    case signalSet(size: Int?)
    /// A NULL-terminated array of strings (`execve`).
    case stringArray
    /// An address that is only handed on: mappings, hints, call-specific layouts.
    case opaque
}

package enum Direction: UInt8, Sendable {
    case `in`, out, inOut
}

package enum ParameterType: Sendable, Hashable {
    case integer(IntegerType, IntegerMeaning)
    case pointer(Pointee, Direction)
}

/// What stands for an argument that the program leaves out.
package enum DefaultArgument: Sendable, Hashable {
    /// It can't be left out.
    case none
    /// This value (0 for flags; null for a pointer that may be null is `.null`).
    case value(Int64)
    case null
    /// Derived from another argument: the length, count or size of parameter `of`.
    case derived(of: Int)
}

package struct Parameter: Sendable, Hashable {
    /// As in the call's man page (`pathname`).
    package var name: String
    /// As in the kernel's prototype (`filename`), where that differs.
    package var kernelName: String
    package var type: ParameterType
    package var mayBeNull: Bool
    package var defaultArgument: DefaultArgument
    /// The default does not hold where parameter `ifParameter` has one of these flags (`mode` with `O_CREAT`).
    package var requiredIf: Requirement?
    /// No positional argument stands for it: it keeps its default unless it is named. (`preadv2`'s `pos_h`,
    /// which the man page's prototype does not have.)
    package var isImplied = false
    /// A slash at the start of the name is not passed on, as libc does it (`mq_open`).
    package var isUnslashed = false
    /// The structure whose records, of variable length, the bytes hold (`getdents64`'s entries): for showing them.
    package var records: String?
    /// The bytes that the kernel touches there, where they do not follow from the type: see `extent`.
    package var size: Size?
    /// The table that says which type the argument has, by the operation.
    package var cases: String?
    /// Fields of the structure, pointers, to whose targets the call writes.
    package var fills: [String] = []
    /// Times that it holds are points in time, and no durations.
    package var absolute: AbsoluteTime?

    package struct AbsoluteTime: Sendable, Hashable {
        /// The clock whose time it is, or the parameter that names it.
        package var clock: String
        /// The field that is one, where the parameter is a structure of times.
        package var field: String?
        /// Where another parameter has one of these flags; nil: always.
        package var condition: Requirement?
        package init(clock: String, field: String?, condition: Requirement?) {
            self.clock = clock
            self.field = field
            self.condition = condition
        }
    }

    package struct Requirement: Sendable, Hashable {
        package var ifParameter: Int
        package var hasOneOf: [String]
        package init(ifParameter: Int, hasOneOf: [String]) {
            self.ifParameter = ifParameter
            self.hasOneOf = hasOneOf
        }
    }

    package init(
        name: String, kernelName: String, type: ParameterType, mayBeNull: Bool,
        defaultArgument: DefaultArgument, requiredIf: Requirement?, isImplied: Bool = false
    ) {
        self.name = name
        self.kernelName = kernelName
        self.type = type
        self.mayBeNull = mayBeNull
        self.defaultArgument = defaultArgument
        self.requiredIf = requiredIf
        self.isImplied = isImplied
    }
}

/// What a call returns when it succeeds.
package enum ResultKind: Sendable, Hashable {
    /// 0; nothing to show.
    case zero
    /// A count of bytes done of the buffer that `fully` repeats.
    case count
    case integer
    /// A new descriptor, closed by itself when its chain ends.
    case descriptor
    /// An address (`mmap`, `mremap`, `shmat`).
    case address
    case pid
    /// It does not return (`exit_group`).
    case never
}

/// What `hazards.md` calls a policy: how a call that could harm the runner is dealt with.
package enum Policy: UInt8, Sendable {
    case allow, reject, virtual, own, isolate, host
}

/// Facts about a call that are yes or no: a word each in the row.
package struct CallTraits: OptionSet, Sendable, Hashable {
    package var rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It asks the kernel for what is in memory, and never waits.
    package static let quick = CallTraits(rawValue: 1 << 0)
    /// It tells every thread of a process the same.
    package static let shared = CallTraits(rawValue: 1 << 1)
    /// It waits only for a reader that has stopped reading.
    package static let sending = CallTraits(rawValue: 1 << 2)
    /// It makes descriptors that may have to be waited for: of pipes, sockets, timers.
    package static let endpoint = CallTraits(rawValue: 1 << 3)
    /// It may fail with ETIMEDOUT by itself, before a step's time is over.
    package static let expiring = CallTraits(rawValue: 1 << 4)
    /// It fills the first bytes of its buffer, as many as its result says.
    package static let measuring = CallTraits(rawValue: 1 << 5)
    /// EINTR is its answer: made again it would mean another thing.
    package static let once = CallTraits(rawValue: 1 << 6)
    /// A signal mask or set is among its arguments.
    package static let masked = CallTraits(rawValue: 1 << 7)
    /// A relative time is among its arguments, which a second try must not begin anew.
    package static let timed = CallTraits(rawValue: 1 << 8)
    /// It ends the mapping that its first argument names.
    package static let unmapping = CallTraits(rawValue: 1 << 9)
    /// Its result shares the open file of its first argument.
    package static let duplicating = CallTraits(rawValue: 1 << 10)

    /// As rows write them.
    package static let words: [(String, CallTraits)] = [
        ("quick", .quick), ("shared", .shared), ("sending", .sending), ("endpoint", .endpoint),
        ("expiring", .expiring), ("measuring", .measuring), ("once", .once), ("masked", .masked),
        ("timed", .timed), ("unmapping", .unmapping),
        ("duplicating", .duplicating),
    ]
}

/// What is known of a system call. A copy shares its row with the original, so that it costs no more than a pointer;
/// a change makes a new row.
package struct Syscall: Sendable, Hashable {
    @usableFromInline
    package final class Storage: Sendable {
        @usableFromInline
        package let row: Row

        @usableFromInline
        package init(_ row: Row) { self.row = row }
    }

    @usableFromInline
    package var storage: Storage

    package static func == (a: Syscall, b: Syscall) -> Bool {
        a.storage === b.storage || a.storage.row == b.storage.row
    }

    package func hash(into hasher: inout Hasher) { storage.row.hash(into: &hasher) }

    /// What is known of the call.
    package struct Row: Sendable, Hashable {
        /// The kernel's name (`pread64`).
        package var name: String
        /// libc's, where they differ (`pread`).
        package var aliases: [String]
        /// How many parameters libc's function has, by its name, where it has fewer than the call (`send`: 4).
        package var libcCounts: [String: Int] = [:]
        /// nil where the architecture does not have it (`open` on aarch64).
        package var number: UInt32?
        package var parameters: [Parameter]
        package var result: ResultKind
        /// What the result means where it is more than a number, for showing it; the first that holds.
        package var resultMeanings: [ResultMeaning] = []
        package var policy: Policy
        /// Why the policy is what it is and what to write instead; empty for `.allow`.
        package var policyReason: String
        /// It can wait for ever.
        package var mayBlock: Bool
        /// The index of a parameter whose descriptor the call closes (`close`).
        package var consumes: Int?
        /// The index of an out parameter that receives new descriptors (`pipe2`, `socketpair`).
        package var makesDescriptorsIn: Int?
        /// The result is a new descriptor, but only where this holds (`fcntl` with `F_DUPFD`).
        package var makesDescriptorIf: Parameter.Requirement?
        /// For `fully`: the parameters that advance by the result: the buffer, its length, and the offset, if any.
        package var advance: Advance?
        /// One line: what it does.
        package var summary: String
        /// It can wait for ever, but only where this holds (`fcntl` with `F_SETLKW`); `mayBlock` is false then.
        package var mayBlockIf: Parameter.Requirement?
        /// It can wait for ever where the descriptor in this parameter is a pipe, a socket, a terminal or the like
        /// (`read`); `mayBlock` is false then.
        package var mayBlockOn: Int?
        /// Sets that are smaller where another argument is known (`setsockopt`'s `optname` by its `level`).
        package var narrowings: [Narrowing]
        /// Policies that hold only for some arguments (`mmap` with `MAP_FIXED`); they come before `policy`.
        package var restrictions: [Restriction]
        /// Arguments with which the policy does not hold (`prctl` with `PR_GET_DUMPABLE`).
        package var exceptions: [Exception] = []
        /// Said as a warning wherever the call is used, and why it is refused under `--sandbox`; empty for most.
        package var warning: String
        /// What to write where an architecture lacks the call (`open` on aarch64); empty where nothing is.
        package var instead: String
        /// A line of the language that calls it.
        package var example: String
        /// What else there is to know of it.
        package var traits: CallTraits = []
        /// It does not wait where this holds (`recvfrom` with `MSG_DONTWAIT`).
        package var mayBlockUnless: Parameter.Requirement?
        /// The parameter that says how much is mapped, of a call whose result is a mapping.
        package var mappedLength: Int?
    }

    /// The set that holds for a parameter where another argument has one of some constants.
    package struct Narrowing: Sendable, Hashable {
        package var parameter: Int
        package var condition: Parameter.Requirement
        package var set: String
        package init(parameter: Int, condition: Parameter.Requirement, set: String) {
            self.parameter = parameter
            self.condition = condition
            self.set = set
        }
    }

    /// What a result means (`fcntl`'s flags where the operation is F_GETFL).
    package struct ResultMeaning: Sendable, Hashable {
        /// nil: always.
        package var condition: Parameter.Requirement?
        package var meaning: IntegerMeaning
        package init(condition: Parameter.Requirement?, meaning: IntegerMeaning) {
            self.condition = condition
            self.meaning = meaning
        }
    }

    /// A policy that holds where an argument has one of these constants.
    package struct Restriction: Sendable, Hashable {
        package var condition: Parameter.Requirement
        package var policy: Policy
        package var reason: String
        /// It is this field of the structure that the parameter points to that has one of the constants.
        package var field: String?
        /// The policy holds where the field has none of them.
        package var isNegated = false
        package init(condition: Parameter.Requirement, policy: Policy, reason: String) {
            self.condition = condition
            self.policy = policy
            self.reason = reason
        }
    }

    /// An argument, or a field of the structure it points to, with one of these values: names, numbers or `null`.
    package struct Exception: Sendable, Hashable {
        package var parameter: Int
        package var field: String?
        package var values: [String]
        package init(parameter: Int, field: String?, values: [String]) {
            self.parameter = parameter
            self.field = field
            self.values = values
        }
    }

    package struct Advance: Sendable, Hashable {
        package var buffer: Int?
        package var length: Int
        package var offset: Int?
        package init(buffer: Int?, length: Int, offset: Int?) {
            self.buffer = buffer
            self.length = length
            self.offset = offset
        }
    }

    package init(
        name: String, aliases: [String], number: UInt32?, parameters: [Parameter],
        result: ResultKind, policy: Policy, policyReason: String, mayBlock: Bool, consumes: Int?,
        makesDescriptorsIn: Int?, advance: Advance?, summary: String,
        makesDescriptorIf: Parameter.Requirement? = nil,
        mayBlockIf: Parameter.Requirement? = nil, mayBlockOn: Int? = nil,
        narrowings: [Narrowing] = [], restrictions: [Restriction] = [],
        warning: String = "", instead: String = "", example: String = ""
    ) {
        storage = Storage(
            Row(
                name: name, aliases: aliases, number: number, parameters: parameters,
                result: result,
                policy: policy, policyReason: policyReason, mayBlock: mayBlock, consumes: consumes,
                makesDescriptorsIn: makesDescriptorsIn, makesDescriptorIf: makesDescriptorIf,
                advance: advance, summary: summary, mayBlockIf: mayBlockIf, mayBlockOn: mayBlockOn,
                narrowings: narrowings, restrictions: restrictions, warning: warning,
                instead: instead, example: example))
    }
}

/// A named number (`O_RDONLY`) and the sets it belongs to.
package struct Constant: Sendable, Hashable {
    package var name: String
    package var value: Int64
    package var sets: [String]

    package init(name: String, value: Int64, sets: [String]) {
        self.name = name
        self.value = value
        self.sets = sets
    }
}

/// A flag set or an enumeration.
package struct ConstantSet: Sendable, Hashable {
    package var name: String
    /// Its constants are or'ed together; otherwise one of them stands alone.
    package var isFlags: Bool
    /// Bits that hold an enumeration within a flag set (`O_ACCMODE` in open's flags; the type bits of
    /// `socket`'s type are the complement of its flags); 0 where there is none.
    package var enumerationMask: Int64
    package var members: [Constant]

    package init(name: String, isFlags: Bool, enumerationMask: Int64, members: [Constant]) {
        self.name = name
        self.isFlags = isFlags
        self.enumerationMask = enumerationMask
        self.members = members
    }
}

/// A structure's layout.
package struct Structure: Sendable, Hashable {
    package var name: String
    package var size: Int
    package var alignment: Int
    package var fields: [Field]

    /// A field; nested structures are flattened with dotted names too (`it_value.tv_sec`).
    package struct Field: Sendable, Hashable {
        package var name: String
        package var offset: Int
        package var type: FieldType
        /// Shown when the structure is shown in short.
        package var isBrief: Bool

        package init(name: String, offset: Int, type: FieldType, isBrief: Bool) {
            self.name = name
            self.offset = offset
            self.type = type
            self.isBrief = isBrief
        }
    }

    package enum FieldType: Sendable, Hashable {
        case integer(IntegerType, IntegerMeaning)
        case structure(String, size: Int)
        /// An array of integers; one of bytes (`sun_path`, `machine`) can be given as a string.
        case array(IntegerType, count: Int)
        case structureArray(String, elementSize: Int, count: Int)
        /// An IPv4 address in network order, given as `"127.0.0.1"`; an IPv6 one of 16 bytes.
        case ipv4, ipv6
        /// An address; what it points to, where that is known (`iov_base`: bytes of length `iov_len`). An
        /// index in the pointee is that of a field in `fields`.
        case pointer(Pointee)
        /// The flexible array at the end (`d_name`), NUL-terminated where `isString`.
        case flexible(isString: Bool)
    }

    /// The prefix that all its fields share and that a program may leave out (`st_`); empty if there is none.
    package var commonPrefix: String

    package init(
        name: String, size: Int, alignment: Int, fields: [Field], commonPrefix: String
    ) {
        self.name = name
        self.size = size
        self.alignment = alignment
        self.fields = fields
        self.commonPrefix = commonPrefix
    }
}
