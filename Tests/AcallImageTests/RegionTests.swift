// Chains with data of their own, keyed outputs, host functions: round trip and every damage that is refused.

import AcallCatalog
import CAcall
import Testing

@testable import AcallImage

extension Sample {
    /// A main chain that starts others; those have a region each, one in the other, and give a keyed output.
    static func wide() -> BatchImage {
        var builder = ImageBuilder()
        builder.image.sourceName = "wide.acall"
        builder.image.source = Array("parallel for i in 0..<10 { }\n".utf8)
        let group = builder.slots(0, 0)
        let items = builder.slots(0, 10)
        let (value, isSet) = (builder.slots(0, 0), builder.slots(0, 0))
        // 64 to 96 and 96 to 112 are regions of the initialised part.
        let own = builder.slots(1, 2, 3, 4)
        let inner = builder.slots(5, 6)
        builder.image.outputs = [
            OutputEntry(
                name: builder.string("sizes"), kind: .text, slot: value, isSet: isSet, key: .text)
        ]
        builder.image.dataSize = 256
        builder.image.regions = [
            ChainRegion(parent: 0, data: own, dataCount: 32, zeroes: 112, zeroCount: 64),
            ChainRegion(parent: 1, data: inner, dataCount: 16, zeroes: 176, zeroCount: 0),
        ]
        host(&builder, .start, .literal(1), .address(group), .literal(4), .address(items))
        builder.record(ACALL_OP_DEADLINE, .literal(1_000_000))
        host(&builder, .next, .address(group))
        builder.record(ACALL_OP_WAIT, .address(group), .literal(1))
        host(&builder, .outcome, .address(group))
        host(&builder, .finish, .address(group))
        builder.endBatch()
        builder.record(ACALL_OP_LENGTH, .address(own), .address(112), .literal(64))
        host(&builder, .output, .literal(0), .address(own), .indirect(items))
        host(&builder, .start, .literal(2), .address(own), .literal(1), .literal(0))
        builder.endBatch()
        host(&builder, .spawn, .address(inner))
        host(&builder, .cancel, .address(inner))
        builder.endBatch()
        builder.image.batches[1].region = 1
        builder.image.batches[2].region = 2
        return builder.image
    }

    private static func host(
        _ builder: inout ImageBuilder, _ function: HostFunction, _ arguments: ImageBuilder.Value...
    ) {
        let index = builder.record(ACALL_OP_HOST)
        builder.image.records[index].setArgument(0, to: function.rawValue)
        for (position, argument) in arguments.enumerated() {
            builder.image.set(argument, at: position + 2, of: index)
        }
    }
}

extension BatchImage {
    mutating func set(_ value: ImageBuilder.Value, at argument: Int, of record: Int) {
        switch value {
        case .literal(let value):
            records[record].setArgument(argument, to: UInt64(bitPattern: value))
        case .address(let offset), .indirect(let offset):
            records[record].setArgument(argument, to: UInt64(offset))
            relocations[record].insert(.argument(argument))
        }
        if case .indirect = value {
            records[record].flags |= 1 << (UInt32(ACALL_SUBMIT_INDIRECT_SHIFT) + UInt32(argument))
        }
    }
}

@Suite struct RegionTests {
    @Test func chainsWithDataOfTheirOwnComeBack() throws {
        let image = Sample.wide()
        try image.verify(knowing: TestCalls.all)
        let bytes = image.encoded()
        let back = try BatchImage(decoding: bytes, knowing: TestCalls.all)
        #expect(back == image)
        #expect(back.regions == image.regions && back.batches.map(\.region) == [0, 1, 2])
        #expect(back.outputs[0].key == .text)
        #expect(back.encoded() == bytes)
        #expect(hexadecimal(image.digest) == "0x7a306ede6f81d819")
    }

    @Test(arguments: OutputKey.allCases.map { $0 as OutputKey? } + [nil])
    func keysComeBack(_ key: OutputKey?) throws {
        var image = Sample.wide()
        image.outputs[0].key = key
        #expect(try BatchImage(decoding: image.encoded()).outputs[0].key == key)
    }

    /// What a region may be, at its edges.
    static let allowed: [@Sendable (inout BatchImage) -> Void] = [
        { $0.regions[0].dataCount = 0 },
        { $0.regions[0].zeroCount = 0 },
        { $0.regions[1].zeroes = 256 },
        { $0.regions[1].zeroCount = 80 },
        { $0.regions[1].parent = 0 },
        { $0.regions[0].data = 0 },
        // A region that no chain has.
        { $0.batches[2].region = 0 },
        { $0.batches[2].region = 1 },
    ]

    @Test(arguments: allowed.indices)
    func theseAreValid(_ index: Int) throws {
        var image = Sample.wide()
        Self.allowed[index](&image)
        try image.verify(knowing: TestCalls.all)
        #expect(try BatchImage(decoding: image.encoded()) == image)
    }

    static let ofRegions = [
        Damage("region 0: its parent 1 does not come before it") { $0.regions[0].parent = 1 },
        Damage("region 1: its parent 2 does not come before it") { $0.regions[1].parent = 2 },
        Damage("region 1: its parent 4294967295 does not come before it") {
            $0.regions[1].parent = .max
        },
        Damage("region 0: bytes 72 to 104 of 112 initialised ones") { $0.regions[0].data = 72 },
        Damage("region 0: bytes 64 to 113 of 112 initialised ones") {
            $0.regions[0].dataCount = 49
        },
        Damage("region 0: bytes 64 to 4294967359 of 112 initialised ones") {
            $0.regions[0].dataCount = .max
        },
        Damage("region 1: bytes 80 to 96 of 112 initialised ones") { $0.regions[1].data = 80 },
        Damage("region 0: bytes 104 to 168 of a segment of 256") { $0.regions[0].zeroes = 104 },
        Damage("region 0: bytes 96 to 160 of a segment of 256") { $0.regions[0].zeroes = 96 },
        Damage("region 1: bytes 160 to 160 of a segment of 256") { $0.regions[1].zeroes = 160 },
        Damage("region 1: bytes 176 to 257 of a segment of 256") { $0.regions[1].zeroCount = 81 },
        Damage("region 1: bytes 184 to 184 of a segment of 256") { $0.regions[1].zeroes = 184 },
        Damage("region 1: bytes 4294967280 to 8589934575 of a segment of 256") {
            $0.regions[1].zeroes = 0xffff_fff0
            $0.regions[1].zeroCount = .max
        },
        Damage("regions: 65537 entries; the limit is 65536") {
            $0.regions = Array(repeating: $0.regions[0], count: 65537)
        },
        Damage("batch 1: region 3; there are 2") { $0.batches[1].region = 3 },
        Damage("batch 2: region 4294967295; there are 2") { $0.batches[2].region = .max },
        Damage("batch 0: region 1; there are 2") { $0.batches[0].region = 1 },
        Damage("batch 1: region 1; there are 0") { $0.regions = [] },
    ]

    static let ofHostCalls = [
        Damage("record 0, argument 0: function 16 is unknown") {
            $0.records[0].setArgument(0, to: UInt64(HostFunction.allCases.count))
        },
        Damage("record 0, argument 0: function 18446744073709551615 is unknown") {
            $0.records[0].setArgument(0, to: .max)
        },
        Damage("record 0, argument 0: host wants a literal here") {
            $0.relocations[0].insert(.argument(0))
        },
        Damage("record 0, argument 0: host wants a literal here") {
            $0.set(.indirect(0), at: 0, of: 0)
        },
        Damage("record 0, argument 1: the loader's own goes here") {
            $0.records[0].setArgument(1, to: 8)
        },
        Damage("record 0, argument 1: host wants a literal here") {
            $0.set(.address(0), at: 1, of: 0)
        },
        Damage(
            "relocation of record 0, argument 3: "
                + "offset 257 is outside the data segment of 256 bytes"
        ) { $0.records[0].setArgument(3, to: 257) },
        Damage(
            "relocation of record 7, argument 4: "
                + "8 bytes at offset 256 do not fit in the data segment of 256 bytes"
        ) { $0.records[7].setArgument(4, to: 256) },
        Damage("record 1, argument 1: deadline has 1 arguments") {
            $0.records[1].setArgument(1, to: 1)
        },
        Damage("record 6, argument 3: length has 3 arguments") {
            $0.records[6].setArgument(3, to: 1)
        },
        Damage("record 6, argument 0: length wants an address here, not a literal") {
            $0.relocations[6].remove(.argument(0))
        },
        Damage("relocation of record 6, argument 0: offset 68 is not a multiple of 8") {
            $0.records[6].setArgument(0, to: 68)
        },
        Damage(
            "relocation of record 6, argument 1: "
                + "offset 300 is outside the data segment of 256 bytes"
        ) { $0.records[6].setArgument(1, to: 300) },
        Damage(
            "relocation of record 3, argument 0: "
                + "16 bytes at offset 248 do not fit in the data segment of 256 bytes"
        ) { $0.records[3].setArgument(0, to: 248) },
        Damage("record 9, flags: 0x10000 is unknown") { $0.records[9].flags |= 0x10000 },
        Damage("included source 0, name: it is empty") {
            $0.sources = [SourceEntry(start: 0, name: .empty)]
        },
        Damage("included source 0, start: byte 40 of a source of 29") {
            $0.sources = [SourceEntry(start: 40, name: $0.outputs[0].name)]
        },
        Damage("included source 1, start: byte 9 of a source of 29") {
            $0.sources = [9, 9].map { [name = $0.outputs[0].name] in
                SourceEntry(start: $0, name: name)
            }
        },
        Damage("call of a proc 0, proc: it is empty") {
            $0.sites = [site($0, first: 0, count: 1, procedure: .empty)]
        },
        Damage("call of a proc 0, first record: records 10 to 12 are not in their place") {
            $0.sites = [site($0, first: 10, count: 2)]
        },
        Damage("call of a proc 0, first record: records 3 to 3 are not in their place") {
            $0.sites = [site($0, first: 3, count: 0)]
        },
        Damage("call of a proc 1, first record: records 2 to 6 are not in their place") {
            $0.sites = [site($0, first: 1, count: 4), site($0, first: 2, count: 4)]
        },
        Damage("call of a proc 1, first record: records 1 to 2 are not in their place") {
            $0.sites = [site($0, first: 2, count: 4), site($0, first: 1, count: 1)]
        },
        Damage("call of a proc 0, source range: bytes 0 to 99 of a source of 29") {
            $0.sites = [site($0, first: 0, count: 1)]
            $0.sites[0].range.end = 99
        },
        Damage("output 0, slot that says it is set: offset 4 is not a multiple of 8") {
            $0.outputs[0].isSet = 4
        },
        Damage(
            "output 0, slot: 16 bytes at offset 248 do not fit in the data segment of 256 bytes"
        ) { $0.outputs[0].slot = 248 },
    ]

    private static func site(
        _ image: BatchImage, first: UInt32, count: UInt32, procedure: StringRef? = nil
    ) -> SiteEntry {
        SiteEntry(
            firstRecord: first, count: count, range: SourceRange(start: 0, end: 1), name: .empty,
            procedure: procedure ?? image.outputs[0].name)
    }

    @Test func callsOfProcsComeBackFromAFile() throws {
        var image = Sample.wide()
        image.sites = [
            Self.site(image, first: 0, count: 6), Self.site(image, first: 0, count: 2),
            Self.site(image, first: 3, count: 1), Self.site(image, first: 9, count: 1),
        ]
        let read = try BatchImage(decoding: image.encoded(), knowing: TestCalls.all)
        #expect(read.sites == image.sites)
    }

    @Test(arguments: ofRegions + ofHostCalls)
    func damageIsRefused(_ damage: Damage) {
        var image = Sample.wide()
        damage.change(&image)
        let error = #expect(throws: ImageError.self) { try image.verify(knowing: TestCalls.all) }
        #expect(error?.description == damage.error)
    }

    @Test func theyHaveATextToo() {
        let text = Sample.wide().disassembly(color: false, knowing: TestCalls.all)
        #expect(
            text == """
                wide.acall for x86_64, digest 0x7a306ede6f81d819
                  3 chains, 11 records, 0 steps, 256 bytes of data (112 initialised), 0 inputs, 1 output

                outputs
                  sizes  text

                chain 0, the main one
                     ;
                  0  host start, 1, @0x0, 4, @0x10  linked
                  1  deadline 1000000               linked
                  2  host next, @0x0, 0, 0, 0       linked
                  3  wait @0x0, 1                   linked
                  4  host outcome, @0x0, 0, 0, 0    linked
                  5  host finish, @0x0, 0, 0, 0

                chain 1
                     ;
                  6  length slot 0x40, @0x70, 64          linked
                  7  host output, 0, @0x40, slot 0x10, 0  linked
                  8  host start, 2, @0x40, 1, 0

                chain 2
                      ;
                   9  host spawn, @0x60, 0, 0, 0   linked
                  10  host cancel, @0x60, 0, 0, 0

                """)
    }
}
