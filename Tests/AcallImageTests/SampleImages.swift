// Images that the tests share: the shortest one, one with a bit of everything, and random ones.
//
// Invariant: each is valid; a random one depends on its seed alone.

import AcallCatalog
import CAcall

@testable import AcallImage

enum Sample {
    static let observed = ACALL_SUBMIT_OBSERVED
    static let stopOnError = ACALL_SUBMIT_STOP_ERROR

    /// `write(1, "Hello, world\n")`
    static func hello() -> BatchImage {
        var builder = ImageBuilder()
        builder.image.sourceName = "hello.acall"
        builder.image.source = Array("write(1, \"Hello, world\\n\")\n".utf8)
        let completion = builder.completion()
        let text = builder.constant("Hello, world\n")
        let step = builder.step("", "write", at: "write", result: completion)
        builder.record(
            TestCalls.write, .literal(1), .address(text), .literal(13),
            flags: stopOnError | observed, completion: completion, step: step)
        builder.endBatch()
        return builder.image
    }

    static let copySource = """
        # copy.acall
        input src: path = "/etc/hosts"
        input limit: long = 4096
        var block: bytes[64KiB]
        var total: long
        from = openat(AT_FDCWD, src, 0)
        loop {
            n = read(from, block)
            break if n == 0
            write(1, block[..<n])
            total += n
        }
        fail "nothing there" if total == 0
        output total = total
        async close(3)

        """

    /// Two chains, inputs with defaults, an output, storage, a loop, a stop with a message.
    static func copy() -> BatchImage {
        var builder = ImageBuilder()
        builder.image.sourceName = "copy.acall"
        builder.image.source = Array(copySource.utf8)
        let completions = (0..<5).map { _ in builder.completion() }
        let plain = builder.completion(observed: false)
        let slice = builder.slots(0, 0)
        let output = builder.slots(0)
        let isSet = builder.slots(0)
        let limit = builder.slots(4096)
        let src = builder.textSlots("/etc/hosts")
        let block = builder.storage("block", 65536)
        let total = builder.storage("total", 8)
        addInterface(to: &builder, src: src, limit: limit, output: output, isSet: isSet)

        let call = stopOnError | observed
        let from = builder.step("from", "openat", at: "from = openat", result: completions[0])
        builder.record(
            TestCalls.openat, .literal(-100), .indirect(src), .literal(0), flags: call,
            completion: completions[0], step: from)
        let n = builder.step("n", "read", at: "n = read", result: completions[1])
        builder.record(
            TestCalls.read, .indirect(completions[0]), .address(block), .literal(65536),
            flags: call, completion: completions[1], step: n)
        builder.record(
            ACALL_OP_BRANCH, .literal(Int64(ACALL_IF_EQUAL)), .indirect(completions[1]),
            .literal(0), .literal(7))
        builder.record(
            ACALL_OP_SLICE, .address(slice), .address(block), .literal(0),
            .indirect(completions[1]), .literal(65536), flags: ACALL_SUBMIT_STOP_NEGATIVE,
            completion: plain)
        let write = builder.step("", "write", at: "write(1", result: completions[2])
        builder.record(
            TestCalls.write, .literal(1), .indirect(slice), .indirect(slice + 8), flags: call,
            completion: completions[2], step: write)
        builder.record(
            ACALL_OP_ADD, .address(total), .indirect(total), .indirect(completions[1]),
            flags: ACALL_SUBMIT_STOP_NEGATIVE)
        builder.record(
            ACALL_OP_BRANCH, .literal(Int64(ACALL_IF_ALWAYS)), .literal(0), .literal(0),
            .literal(1))
        addStops(to: &builder)
        builder.record(
            ACALL_OP_COMPARE, .address(isSet), .literal(Int64(ACALL_IF_EQUAL)), .literal(0),
            .literal(0))
        builder.record(
            ACALL_OP_BRANCH, .literal(Int64(ACALL_IF_NOT_EQUAL)), .indirect(total), .literal(0),
            .literal(10))
        builder.record(ACALL_OP_VALUE, .literal(-1), flags: ACALL_SUBMIT_STOP_ALWAYS)
        builder.record(ACALL_OP_MOVE, .address(output), .indirect(total))
        let end = builder.step(
            "", "close", at: "from = openat", result: completions[3], origin: .automaticClose)
        builder.record(
            TestCalls.close, .indirect(completions[0]), flags: ACALL_SUBMIT_CLEANUP | observed,
            completion: completions[3], step: end)
        builder.endBatch()
        let close = builder.step("", "close", at: "close(3)", result: completions[4])
        builder.record(
            TestCalls.close, .literal(3), flags: call, completion: completions[4], step: close)
        builder.endBatch()
        return builder.image
    }

    private static func addInterface(
        to builder: inout ImageBuilder, src: DataOffset, limit: DataOffset, output: DataOffset,
        isSet: DataOffset
    ) {
        builder.image.inputs = [
            InputEntry(
                name: builder.string("src"), type: .path, slot: src, hasDefault: true,
                range: builder.range(of: "src")),
            InputEntry(
                name: builder.string("limit"),
                type: .integer(IntegerType(width: 8, isSigned: true)), slot: limit,
                hasDefault: true, range: builder.range(of: "limit")),
        ]
        builder.image.outputs = [
            OutputEntry(
                name: builder.string("total"), kind: .integer, slot: output, isSet: isSet)
        ]
    }

    private static func addStops(to builder: inout ImageBuilder) {
        let fail = builder.range(of: "fail \"nothing there\" if total == 0")
        builder.image.stops = [
            StopEntry(
                record: 0, kind: .callFailed, step: 0, range: builder.range(of: "from = openat"),
                message: .empty),
            StopEntry(
                record: 5, kind: .arithmetic, step: nil, range: builder.range(of: "total += n"),
                message: .empty),
            StopEntry(
                record: 9, kind: .fail, step: nil, range: fail,
                message: builder.string("nothing there")),
        ]
    }

    // MARK: Random images

    /// A valid image of any shape.
    static func random(_ random: inout SeededGenerator) -> BatchImage {
        var builder = ImageBuilder(random.next() % 4 == 0 ? .aarch64 : .x86_64)
        builder.image.sourceName = ["", "a.acall", "größer.acall"].randomElement(using: &random)!
        let lines = Int.random(in: 1...20, using: &random)
        builder.image.source = Array(repeating: UInt8(ascii: "x"), count: lines * 10)
        for index in stride(from: 9, to: lines * 10, by: 10) { builder.image.source[index] = 10 }
        var slots: [DataOffset] = []
        for _ in 0..<Int.random(in: 1...8, using: &random) { slots.append(builder.slots(.max, 7)) }
        let text = builder.constant("constant")
        addInputs(to: &builder, &random)
        var completions: [DataOffset] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            completions.append(builder.completion())
        }
        let storage = builder.storage("st", UInt32.random(in: 16...5000, using: &random) / 8 * 8)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                addRecord(
                    to: &builder, slots: slots, completions: completions, text: text,
                    storage: storage, &random)
            }
            builder.endBatch()
        }
        addOutputs(to: &builder, slots: slots, &random)
        addRegions(to: &builder, &random)
        return builder.image
    }

    private static func addRegions(
        to builder: inout ImageBuilder, _ random: inout SeededGenerator
    ) {
        var data: UInt32 = 0
        var zeroes = (UInt32(builder.image.data.count) + 15) / 16 * 16
        for index in 0..<UInt32.random(in: 0...3, using: &random) {
            let dataCount = UInt32.random(in: 0...20, using: &random)
            let zeroCount = UInt32.random(in: 0...200, using: &random)
            guard data + dataCount <= builder.image.data.count,
                zeroes + zeroCount <= builder.image.dataSize
            else { break }
            builder.image.regions.append(
                ChainRegion(
                    parent: UInt32.random(in: 0...index, using: &random), data: data,
                    dataCount: dataCount, zeroes: zeroes, zeroCount: zeroCount))
            data = (data + dataCount + 15) / 16 * 16
            zeroes = (zeroes + zeroCount + 15) / 16 * 16
        }
        for index in builder.image.batches.indices.dropFirst() {
            builder.image.batches[index].region = UInt32.random(
                in: 0...UInt32(builder.image.regions.count), using: &random)
        }
    }

    private static func addInputs(
        to builder: inout ImageBuilder, _ random: inout SeededGenerator
    ) {
        let integer = IntegerType(width: 4, isSigned: true)
        let types: [InputType] = [
            .integer(integer), .descriptor, .path, .string, .integers(integer), .paths, .strings,
        ]
        for (index, type) in types.enumerated() where Bool.random(using: &random) {
            let hasDefault = Bool.random(using: &random) && (type == .path || type == .string)
            let slot = hasDefault ? builder.textSlots("grüße") : builder.slots(0, 0)
            builder.image.inputs.append(
                InputEntry(
                    name: builder.string("i\(index)é"), type: type, slot: slot,
                    hasDefault: hasDefault || type == .integer(integer),
                    range: SourceRange(start: 0, end: UInt32(index))))
        }
    }

    private static func addOutputs(
        to builder: inout ImageBuilder, slots: [DataOffset], _ random: inout SeededGenerator
    ) {
        for kind in OutputKind.allCases where Bool.random(using: &random) {
            builder.image.outputs.append(
                OutputEntry(
                    name: builder.string("o"), kind: kind,
                    slot: slots.randomElement(using: &random)!,
                    isSet: slots.randomElement(using: &random)!,
                    key: ([nil] + OutputKey.allCases).randomElement(using: &random)!))
        }
    }

    private static func addRecord(
        to builder: inout ImageBuilder, slots: [DataOffset], completions: [DataOffset],
        text: DataOffset, storage: DataOffset, _ random: inout SeededGenerator
    ) {
        func value() -> ImageBuilder.Value {
            switch random.next() % 4 {
            case 0: .indirect(slots.randomElement(using: &random)!)
            case 1: .indirect(completions.randomElement(using: &random)!)
            case 2: .literal(Int64(truncatingIfNeeded: random.next()))
            default: .literal(Int64.random(in: -200...200, using: &random))
            }
        }
        let slot = slots.randomElement(using: &random)!
        let completion = completions.randomElement(using: &random)!
        let flags = ACALL_SUBMIT_OBSERVED | [0, 0x10, 0x50, 0x60].randomElement(using: &random)!
        let formats: [Int64] = [1, 2, 0x14, 0x28, 0x38]
        let format = formats.randomElement(using: &random)!
        switch random.next() % 11 {
        case 0:
            let step = builder.step("s", "write", at: "xx", result: completion)
            builder.record(
                TestCalls.write, value(), .address(text), .literal(3), flags: flags,
                completion: completion, step: step)
        case 1:
            let index = UInt32(builder.image.records.count)
            builder.record(TestCalls.read, value(), .address(storage), .literal(8), flags: 0x10)
            let form = StopForm.allCases.randomElement(using: &random)!
            let operands = form.roles.sorted { $0.rawValue < $1.rawValue }.map { role in
                StopOperand(
                    role: role, argument: UInt8(random.next() % 6),
                    unit: StopOperand.Unit.allCases.randomElement(using: &random)!)
            }
            builder.image.stops.append(
                StopEntry(
                    record: index, kind: StopKind.allCases.randomElement(using: &random)!,
                    step: nil, range: SourceRange(start: 1, end: 2),
                    message: builder.string("why ü"), form: form, operands: operands))
        case 2:
            builder.record(
                ACALL_OP_ADD + UInt32(random.next() % 12), .address(slot), value(), value())
        case 3: builder.record(ACALL_OP_LOAD, .address(slot), .address(storage), .literal(format))
        case 4: builder.record(ACALL_OP_STORE, .address(storage), value(), .literal(format))
        case 5:
            let condition = Int64.random(in: 0...8, using: &random)
            builder.record(ACALL_OP_BRANCH, .literal(condition), value(), value(), .literal(0))
        case 6: builder.record(ACALL_OP_WAIT, .address(slot), flags: ACALL_SUBMIT_CLEANUP)
        case 7: builder.record(ACALL_OP_LENGTH, .address(slot), .address(storage), value())
        case 8: builder.record(ACALL_OP_DEADLINE, value())
        case 9:
            let function = HostFunction.allCases.randomElement(using: &random)!
            builder.record(
                ACALL_OP_HOST, .literal(Int64(function.rawValue)), .literal(0), value(),
                .address(slot), value(), value())
        default: builder.record(ACALL_OP_VALUE, value(), completion: completion)
        }
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
