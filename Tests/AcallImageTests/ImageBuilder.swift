// Valid images made by hand: the parts of an image are appended, and offsets come back.
//
// Input: records, slots, constants. Output: an image that the verifier accepts as long as the caller keeps
// to what a compiler would do. Invariant: slots are 8-aligned; a constant ends with a zero byte.

import AcallCatalog
import CAcall

@testable import AcallImage

struct ImageBuilder {
    var image: BatchImage

    init(_ architecture: Architecture = .x86_64) {
        image = BatchImage(architecture: architecture)
    }

    enum Value {
        case literal(Int64)
        case address(DataOffset)
        case indirect(DataOffset)
    }

    // MARK: Data

    mutating func align() {
        while image.data.count % 8 != 0 { image.data.append(0) }
    }

    mutating func slots(_ values: UInt64...) -> DataOffset {
        align()
        let offset = DataOffset(image.data.count)
        for value in values {
            for byte in 0..<8 {
                image.data.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(byte))))
            }
        }
        image.dataSize = UInt32(image.data.count)
        return offset
    }

    mutating func completion(observed: Bool = true) -> DataOffset {
        observed ? slots(0, 0, 0, 0, 0, 0) : slots(0, 0)
    }

    mutating func constant(_ text: String) -> DataOffset {
        let offset = DataOffset(image.data.count)
        image.data += Array(text.utf8) + [0]
        image.dataSize = UInt32(image.data.count)
        return offset
    }

    /// The address and the count of a constant, as an input's default.
    mutating func textSlots(_ text: String) -> DataOffset {
        let slot = slots(UInt64(image.data.count + 7) / 8 * 8 + 16, UInt64(text.utf8.count))
        image.dataRelocations.append(slot)
        _ = constant(text)
        return slot
    }

    /// Zeroes after the initialised data; nothing can be initialised after it.
    mutating func storage(_ name: String, _ size: UInt32, structure: String = "") -> DataOffset {
        image.dataSize = (image.dataSize + 7) / 8 * 8
        let entry = StorageEntry(
            name: string(name), offset: image.dataSize, size: size, structure: string(structure))
        image.storages.append(entry)
        image.dataSize += size
        return entry.offset
    }

    mutating func string(_ text: String) -> StringRef {
        let ref = StringRef(
            offset: UInt32(image.strings.count), count: UInt32(text.utf8.count))
        image.strings += Array(text.utf8)
        return ref
    }

    // MARK: Code

    /// Appends a record; returns its index.
    @discardableResult
    mutating func record(
        _ nr: UInt32, _ arguments: Value..., flags: UInt32 = 0, completion: DataOffset? = nil,
        step: Int? = nil
    ) -> Int {
        var record = acall_submission()
        record.nr = nr
        record.flags = flags
        record.cookie = UInt64(image.records.count) + 1
        var mask: RelocationMask = []
        if let completion {
            record.completion_pointer = UInt64(completion)
            mask.insert(.completion)
        }
        for (index, argument) in arguments.enumerated() {
            switch argument {
            case .literal(let value):
                record.setArgument(index, to: UInt64(bitPattern: value))
            case .address(let offset):
                record.setArgument(index, to: UInt64(offset))
                mask.insert(.argument(index))
            case .indirect(let offset):
                record.setArgument(index, to: UInt64(offset))
                mask.insert(.argument(index))
                record.flags |= 1 << (UInt32(ACALL_SUBMIT_INDIRECT_SHIFT) + UInt32(index))
            }
        }
        image.records.append(record)
        image.relocations.append(mask)
        image.recordSteps.append(step.map(UInt32.init) ?? .max)
        return image.records.count - 1
    }

    /// Makes a batch of the records since the last one, and links them.
    mutating func endBatch() {
        let first = image.batches.last.map { $0.firstRecord + $0.count } ?? 0
        let count = UInt32(image.records.count) - first
        image.batches.append(Batch(firstRecord: first, count: count))
        for index in Int(first)..<image.records.count - 1 {
            image.records[index].flags |= ACALL_SUBMIT_LINK
        }
    }

    /// A step whose call stands in the source as `text`, of the record that comes next.
    mutating func step(
        _ name: String, _ call: String, at text: String, result: DataOffset,
        origin: StepOrigin = .written
    ) -> Int {
        image.steps.append(
            StepEntry(
                name: string(name), call: string(call), origin: origin, range: range(of: text),
                record: UInt32(image.records.count), result: result, isFully: false,
                isRetried: false))
        return image.steps.count - 1
    }

    /// Where a text stands in the source for the first time.
    func range(of text: String) -> SourceRange {
        let bytes = Array(text.utf8)
        var start = 0
        while start + bytes.count <= image.source.count {
            if image.source[start..<start + bytes.count].elementsEqual(bytes) {
                return SourceRange(start: UInt32(start), end: UInt32(start + bytes.count))
            }
            start += 1
        }
        return SourceRange(start: 0, end: 0)
    }
}

// MARK: System calls

/// The calls of these tests, whatever the catalog has.
enum TestCalls {
    static let read: UInt32 = 0
    static let write: UInt32 = 1
    static let close: UInt32 = 3
    static let fstat: UInt32 = 5
    static let mmap: UInt32 = 9
    static let writev: UInt32 = 20
    static let pipe: UInt32 = 22
    static let fork: UInt32 = 57
    static let openat: UInt32 = 257

    static let all: [Syscall] = [
        call(read, "read", [fd, pointer("buf", .bytes(length: 2), .out), size("count")]),
        call(write, "write", [fd, pointer("buf", .bytes(length: 2), .in), size("count")]),
        call(close, "close", [fd], policy: .own),
        call(fstat, "fstat", [fd, pointer("statbuf", .bytes(length: nil), .out)]),
        call(
            mmap, "mmap",
            [
                pointer("addr", .opaque, .in), size("length"), int("prot", .hex),
                int("flags", .hex), fd, size("offset"),
            ]),
        call(
            writev, "writev", [fd, pointer("iov", .vector(count: 2), .in), int("iovcnt", .plain)]),
        call(
            pipe, "pipe",
            [
                pointer(
                    "pipefd",
                    .integers(IntegerType(width: 4, isSigned: true), .descriptor, count: 2), .out)
            ]),
        call(fork, "fork", [], policy: .virtual, reason: "write a spawn step instead"),
        call(
            openat, "openat",
            [
                int("dirfd", .directory), pointer("pathname", .path, .in), int("flags", .hex),
                int("mode", .mode),
            ]),
    ]

    private static let fd = int("fd", .descriptor)

    private static func int(_ name: String, _ meaning: IntegerMeaning) -> Parameter {
        parameter(name, .integer(IntegerType(width: 4, isSigned: true), meaning))
    }

    private static func size(_ name: String) -> Parameter {
        parameter(name, .integer(IntegerType(width: 8, isSigned: false), .plain))
    }

    private static func pointer(
        _ name: String, _ pointee: Pointee, _ direction: Direction
    ) -> Parameter {
        parameter(name, .pointer(pointee, direction))
    }

    private static func parameter(_ name: String, _ type: ParameterType) -> Parameter {
        Parameter(
            name: name, kernelName: name, type: type, mayBeNull: false, defaultArgument: .none,
            requiredIf: nil)
    }

    private static func call(
        _ number: UInt32, _ name: String, _ parameters: [Parameter], policy: Policy = .allow,
        reason: String = ""
    ) -> Syscall {
        Syscall(
            name: name, aliases: [], number: number, parameters: parameters, result: .integer,
            policy: policy, policyReason: reason, mayBlock: false, consumes: nil,
            makesDescriptorsIn: nil, advance: nil, summary: "")
    }
}
