// Images damaged by hand, each refused with the reason that was meant.

import AcallCatalog
import CAcall
import Testing

@testable import AcallImage

/// A change to `Sample.copy()` and what the verifier says about it.
struct Damage: Sendable, CustomTestStringConvertible {
    var error: String
    var change: @Sendable (inout BatchImage) -> Void

    init(_ error: String, _ change: @escaping @Sendable (inout BatchImage) -> Void) {
        self.error = error
        self.change = change
    }

    var testDescription: String { error }
}

@Suite struct DamageTests {
    @Test(arguments: ofSizes + ofBatches + ofRecords)
    func damagedCodeIsRefused(_ damage: Damage) { check(damage) }

    @Test(arguments: ofOperations + ofCalls)
    func damagedArgumentsAreRefused(_ damage: Damage) { check(damage) }

    @Test(arguments: ofData + ofInputs + ofTables)
    func damagedTablesAreRefused(_ damage: Damage) { check(damage) }

    private func check(_ damage: Damage) {
        var image = Sample.copy()
        damage.change(&image)
        let error = #expect(throws: ImageError.self) { try image.verify(knowing: TestCalls.all) }
        #expect(error?.description == damage.error)
    }

    static let ofSizes = [
        Damage("records: 13 records and 12 relocation masks") { $0.relocations.removeLast() },
        Damage("records: 13 records, and the steps of 14") { $0.recordSteps.append(.max) },
        Damage("data: a data segment of 1073741825 bytes; the limit is 1073741824") {
            $0.dataSize = 1 << 30 + 1
        },
        Damage("data: 323 initialised bytes in a segment of 100") { $0.dataSize = 100 },
        Damage("strings: they are not valid UTF-8") { $0.strings[0] = 0xff },
        Damage("source name: 4097 entries; the limit is 4096") {
            $0.sourceName = String(repeating: "x", count: 4097)
        },
        Damage("source: 4194305 entries; the limit is 4194304") {
            $0.source = Array(repeating: 0, count: 4 << 20 + 1)
        },
    ]

    static let ofBatches = [
        Damage("batches: there is none, and the first is the main chain") { $0.batches = [] },
        Damage("batch 1: it has no records") { $0.batches[1].count = 0 },
        Damage("batch 1: records 12 to 13; there are 13") { $0.batches[1].count = 2 },
        Damage("batch 1: records 4294967295 to 4294967295; there are 13") {
            $0.batches[1].firstRecord = .max
        },
        Damage("batch 1: record 11 is in another batch already") {
            $0.batches[1].firstRecord = 11
        },
        Damage("record 12: it is in no batch") { $0.batches.removeLast() },
        Damage("record 11: it is in no batch") { $0.batches[0].count = 11 },
    ]

    static let ofRecords = [
        Damage("record 2, flags: 0x80 is unknown") { $0.records[2].flags |= 0x80 },
        Damage("record 2, flags: the stop condition is unknown") { $0.records[2].flags |= 0x70 },
        Damage("record 2, flags: it is not linked to the next record of its batch") {
            $0.records[2].flags &= ~ACALL_SUBMIT_LINK
        },
        Damage("record 12, flags: the last record of a batch is linked to the next") {
            $0.records[12].flags |= ACALL_SUBMIT_LINK
        },
        Damage("record 3, cookie: it is 7, not 4") { $0.records[3].cookie = 7 },
        Damage("relocation of record 3, mask: it has unknown bits") {
            $0.relocations[3] = RelocationMask(rawValue: 0x200)
        },
        Damage("record 0, ring: this version has no rings") {
            $0.records[0].completion_ring_pointer = 8
        },
        Damage("record 0, id: this version has no ids") { $0.relocations[0].insert(.id) },
        Damage("record 0, completion: 0x30 is not relocated") {
            $0.records[0].completion_pointer = 48
            $0.relocations[0].remove(.completion)
        },
        Damage("record 0, completion: an observed record has a completion") {
            $0.relocations[0].remove(.completion)
        },
        Damage("relocation of record 0, completion: offset 12 is not a multiple of 8") {
            $0.records[0].completion_pointer = 12
        },
        Damage(
            "relocation of record 0, completion: "
                + "48 bytes at offset 65832 do not fit in the data segment of 65872 bytes"
        ) { $0.records[0].completion_pointer = 65832 },
        Damage("record 1, completion: the one at offset 8 overlaps the one at offset 0") {
            $0.records[1].completion_pointer = 8
        },
        Damage("record 0, completion: the one at offset 328 overlaps storage or an input") {
            $0.records[0].completion_pointer = 328
        },
        Damage("record 0, completion: the one at offset 280 overlaps storage or an input") {
            $0.records[0].completion_pointer = 280
        },
        Damage("record 6: it belongs to step 5; there are 5") { $0.recordSteps[6] = 5 },
    ]

    static let ofOperations = [
        Damage("record 2: operation 0xac00001b is unknown") { $0.records[2].nr = 0xac00_001b },
        Damage("record 2, argument 0: condition 9 is unknown") {
            $0.records[2].setArgument(0, to: 9)
        },
        Damage("record 2, argument 3: the branch goes to record 13 of a batch of 12") {
            $0.records[2].setArgument(3, to: 13)
        },
        Damage("record 2, argument 3: branch wants a literal here") {
            $0.relocations[2].insert(.argument(3))
        },
        Damage("record 2, argument 3: it is indirect and not relocated") {
            $0.records[2].flags |= 0x800
        },
        Damage("record 2, argument 4: branch has 4 arguments") {
            $0.records[2].setArgument(4, to: 1)
        },
        Damage("record 5, argument 0: add wants an address here, not a literal") {
            $0.relocations[5].remove(.argument(0))
        },
        Damage("relocation of record 5, argument 0: offset 4 is not a multiple of 8") {
            $0.records[5].setArgument(0, to: 4)
        },
        Damage("relocation of record 5, argument 1: offset 65865 is not a multiple of 8") {
            $0.records[5].setArgument(1, to: 65865)
        },
        Damage(
            "relocation of record 5, argument 2: "
                + "8 bytes at offset 65872 do not fit in the data segment of 65872 bytes"
        ) { $0.records[5].setArgument(2, to: 65872) },
        Damage(
            "relocation of record 3, argument 0: "
                + "16 bytes at offset 65864 do not fit in the data segment of 65872 bytes"
        ) { $0.records[3].setArgument(0, to: 65864) },
        Damage(
            "relocation of record 3, argument 1: "
                + "65545 bytes at offset 328 do not fit in the data segment of 65872 bytes"
        ) { $0.records[3].setArgument(4, to: 65545) },
        Damage("record 10, argument 2: format 0x3 is unknown") {
            $0.records[10].nr = ACALL_OP_LOAD
            $0.records[10].setArgument(2, to: 3)
        },
        Damage(
            "relocation of record 10, argument 0: "
                + "4 bytes at offset 65870 do not fit in the data segment of 65872 bytes"
        ) {
            $0.records[10].nr = ACALL_OP_STORE
            $0.records[10].setArgument(0, to: 65870)
            $0.records[10].setArgument(2, to: 4)
        },
        Damage(
            "relocation of record 10, argument 0: "
                + "18446744073709551615 bytes at offset 272 do not fit "
                + "in the data segment of 65872 bytes"
        ) {
            $0.records[10].nr = ACALL_OP_COPY
            $0.records[10].flags &= ~ACALL_SUBMIT_INDIRECT_MASK
            $0.records[10].setArgument(1, to: .max)
            $0.records[10].setArgument(2, to: 8)
            $0.relocations[10] = [.argument(0), .argument(2)]
        },
        Damage(
            "relocation of record 10, argument 0: "
                + "16 bytes at offset 65864 do not fit in the data segment of 65872 bytes"
        ) {
            $0.records[10].nr = ACALL_OP_WAIT
            $0.records[10].flags &= ~ACALL_SUBMIT_INDIRECT_MASK
            $0.records[10].setArgument(0, to: 65864)
            $0.records[10].setArgument(1, to: 0)
            $0.relocations[10] = [.argument(0)]
        },
    ]

    static let ofCalls = [
        Damage("record 12: x86_64 has no system call with the number 4242") {
            $0.records[12].nr = 4242
        },
        Damage("record 12: fork may not run in an image: write a spawn step instead") {
            $0.records[12].nr = TestCalls.fork
        },
        Damage("record 1, argument 1: read wants an address as buf, and 0x148 is not relocated") {
            $0.relocations[1].remove(.argument(1))
        },
        Damage(
            "relocation of record 1, argument 1: "
                + "offset 70000 is outside the data segment of 65872 bytes"
        ) { $0.records[1].setArgument(1, to: 70000) },
        Damage(
            "relocation of record 1, argument 1: "
                + "65545 bytes at offset 328 do not fit in the data segment of 65872 bytes"
        ) { $0.records[1].setArgument(2, to: 65545) },
        Damage("relocation of record 12, argument 0: an address does not fit in fd of 4 bytes") {
            $0.relocations[12].insert(.argument(0))
        },
        Damage(
            "relocation of record 12, argument 0: "
                + "8 bytes at offset 65868 do not fit in the data segment of 65872 bytes"
        ) {
            $0.records[12].nr = TestCalls.pipe
            $0.records[12].setArgument(0, to: 65868)
            $0.relocations[12].insert(.argument(0))
        },
        Damage(
            "relocation of record 12, argument 1: "
                + "18446744073709551615 bytes at offset 0 do not fit "
                + "in the data segment of 65872 bytes"
        ) {
            $0.records[12].nr = TestCalls.writev
            $0.records[12].setArgument(2, to: 1 << 62)
            $0.relocations[12].insert(.argument(1))
        },
        Damage(
            "relocation of record 0, argument 1: "
                + "the string at offset 65872 does not end inside the data segment"
        ) {
            $0.records[0].flags &= ~ACALL_SUBMIT_INDIRECT_MASK
            $0.records[0].setArgument(1, to: 65872)
        },
    ]

    static let ofData = [
        Damage("data relocation 0: offset 298 is not a multiple of 4") {
            $0.dataRelocations[0] = 298
        },
        Damage("data relocation 0: offset 320 is outside the 323 initialised bytes") {
            $0.dataRelocations[0] = 320
        },
        Damage("data relocation 1: offset 296 is inside or below the one before it") {
            $0.dataRelocations.append(296)
        },
        Damage(
            "data relocation 0: the value at 296: "
                + "offset 16777528 is outside the data segment of 65872 bytes"
        ) { $0.data[299] = 1 },
    ]

    static let ofInputs = [
        Damage("input 0, name: bytes 1000 to 1003 of a string table of 66") {
            $0.inputs[0].name.offset = 1000
        },
        Damage("input 0, name: it is empty") { $0.inputs[0].name = .empty },
        Damage("input 1, name: input 0 has the same name") {
            $0.inputs[1].name = $0.inputs[0].name
        },
        Damage("input 0, name: byte 1 is inside a character") {
            $0.strings.replaceSubrange(0..<2, with: [0xc3, 0xa9])
            $0.inputs[0].name = StringRef(offset: 1, count: 3)
        },
        Damage("input 0, source range: bytes 5 to 4 of a source of \(Sample.copySource.count)") {
            $0.inputs[0].range = SourceRange(start: 5, end: 4)
        },
        Damage("input 0, slot: offset 300 is not a multiple of 8") { $0.inputs[0].slot = 300 },
        Damage("input 1, type: an integer of 3 bytes") {
            $0.inputs[1].type = .integer(IntegerType(width: 3, isSigned: true))
        },
        Damage("input 1, default: 4096 does not fit in 1 bytes") {
            $0.inputs[1].type = .integer(IntegerType(width: 1, isSigned: false))
        },
        Damage("input 1, default: it is outside the 323 initialised bytes") {
            $0.inputs[1].slot = 328
        },
        Damage("input 1, default: its first slot is relocated, and only that") {
            $0.inputs[1].type = .string
        },
        Damage("input 0, default: it is an address") { $0.inputs[0].type = .descriptor },
        Damage("input 0, default: no zero byte follows the 9 bytes at offset 312") {
            $0.data[304] = 9
        },
        Damage(
            "input 0, default: 65561 bytes at offset 312 do not fit "
                + "in the data segment of 65872 bytes"
        ) { $0.data.replaceSubrange(304..<307, with: [0x19, 0, 1]) },
        Damage("input 0, default: 10 elements at offset 312 are not in the initialised data") {
            $0.inputs[0].type = .integers(IntegerType(width: 8, isSigned: true))
        },
        Damage("input 0, default: 2 elements are more than the relocations left") {
            $0.inputs[0].type = .paths
            $0.data[296] = 0
            $0.data[297] = 0
            $0.data[304] = 2
        },
    ]

    static let ofTables = [
        Damage("output 0, name: it is empty") { $0.outputs[0].name = .empty },
        Damage(
            "output 0, slot: "
                + "16 bytes at offset 65864 do not fit in the data segment of 65872 bytes"
        ) {
            $0.outputs[0].kind = .text
            $0.outputs[0].slot = 65864
        },
        Damage("output 0, slot that says it is set: offset 1 is not a multiple of 8") {
            $0.outputs[0].isSet = 1
        },
        Damage("step 2, call: it is empty") { $0.steps[2].call = .empty },
        Damage("step 2, call: `openat`, and its record makes `write`") {
            $0.steps[2].call = $0.steps[0].call
        },
        Damage("step 2, record: record 13; there are 13") { $0.steps[2].record = 13 },
        Damage("step 2, record: record 5 does not belong to it") { $0.steps[2].record = 5 },
        Damage("step 2, result: offset 70000 is outside the data segment of 65872 bytes") {
            $0.steps[2].result = 70000
        },
        Damage("stop 1, record: record 0 is not above the one before it") {
            $0.stops[1].record = 0
        },
        Damage("stop 1, record: record 99; there are 13") { $0.stops[1].record = 99 },
        Damage("stop 1, record: record 6 never stops its chain") { $0.stops[1].record = 6 },
        Damage("stop 0, step: step 5; there are 5") { $0.stops[0].step = 5 },
        Damage("storage 1: offset 0 is below that of the one before it") {
            $0.storages[1].offset = 0
        },
        Damage(
            "storage 1: 4294967295 bytes at offset 65864 do not fit "
                + "in the data segment of 65872 bytes"
        ) { $0.storages[1].size = .max },
        Damage("storage 1, structure: 300 bytes; the limit is 256") {
            $0.strings += Array(repeating: 0x61, count: 300)
            $0.storages[1].structure = StringRef(
                offset: UInt32($0.strings.count - 300), count: 300)
        },
    ]
}
