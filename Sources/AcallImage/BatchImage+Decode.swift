// The reader: a file back into an image. The format is told in `BatchImage+Encode.swift`.
//
// Input: any bytes. Output: an image that `verify` accepts, or an `ImageError` with the place and the
// reason. Invariant: no input crashes, hangs, or makes it allocate more than a small multiple of the
// file's size; every count is checked against the bytes that are there before anything is allocated.

import AcallCatalog
import CAcall

extension BatchImage {
    /// Reads and verifies an image.
    package init(decoding bytes: [UInt8]) throws(ImageError) {
        try self.init(decoding: bytes, knowing: [])
    }

    /// As above, with system calls that the catalog does not have.
    init(decoding bytes: [UInt8], knowing calls: [Syscall]) throws(ImageError) {
        try self.init(unverified: bytes)
        try verify(knowing: calls)
    }

    /// Reads a well-formed file; what it says may still make no sense (`verify` tells).
    init(unverified bytes: [UInt8]) throws(ImageError) {
        let header = try ImageHeader(reading: bytes)
        self.init(architecture: header.architecture)
        dataSize = header.dataSize
        for entry in try Self.sectionTable(of: bytes, header: header) {
            var reader = SectionReader(
                bytes: bytes, section: entry.section, start: entry.start, count: entry.bytes)
            try read(entry.section, entries: entry.entries, from: &reader)
            try reader.finish()
        }
    }

    private struct TableEntry {
        var section: ImageSection
        var entries: Int
        var start: Int
        var bytes: Int
    }

    /// The table, with every section inside the file and every count matched by its bytes.
    private static func sectionTable(
        of bytes: [UInt8], header: ImageHeader
    ) throws(ImageError) -> [TableEntry] {
        func wrong(_ problem: String) -> ImageError { ImageError(.sectionTable, problem) }
        var table: [TableEntry] = []
        var previous: UInt32 = 0
        var start = ImageFormat.headerSize + header.sectionCount * ImageFormat.tableEntrySize
        guard start <= bytes.count else {
            throw wrong("\(header.sectionCount) sections do not fit in \(bytes.count) bytes")
        }
        for index in 0..<header.sectionCount {
            let offset = ImageFormat.headerSize + index * ImageFormat.tableEntrySize
            let kind = bytes.littleEndian(UInt32.self, at: offset)
            let entries = Int(bytes.littleEndian(UInt32.self, at: offset + 4))
            let size = Int(bytes.littleEndian(UInt32.self, at: offset + 8))
            guard let section = ImageSection(rawValue: kind) else {
                throw wrong("entry \(index): there is no section of kind \(kind)")
            }
            guard kind > previous else {
                throw wrong("entry \(index): \(section.name) is not in its place")
            }
            previous = kind
            guard entries > 0 else {
                throw wrong("\(section.name): a section without entries is left out")
            }
            guard entries <= section.limit else {
                throw wrong("\(section.name): \(entries) entries; the limit is \(section.limit)")
            }
            // The limits keep this far from overflow.
            let least = entries * section.entrySize
            let fits =
                switch section {
                case .records: size >= least
                case .data: size <= least && least - size <= ImageFormat.mostTrimmed
                default: size == least
                }
            guard fits else {
                throw wrong("\(section.name): \(entries) entries do not fill \(size) bytes")
            }
            guard size <= bytes.count - start else {
                throw wrong(
                    "\(section.name): \(size) bytes from \(start) on are more than the file has")
            }
            table.append(
                TableEntry(section: section, entries: entries, start: start, bytes: size))
            start += size
        }
        guard start == bytes.count else {
            throw wrong("the sections end at \(start), the file at \(bytes.count)")
        }
        return table
    }

    private mutating func read(
        _ section: ImageSection, entries: Int, from reader: inout SectionReader
    ) throws(ImageError) {
        switch section {
        case .batches:
            try reader.each(entries, into: &batches) { reader throws(ImageError) in
                Batch(
                    firstRecord: try reader.u32(), count: try reader.u32(),
                    region: try reader.u32())
            }
        case .records: try readRecords(entries, from: &reader)
        case .data:
            let written = reader.rest()
            data = written + [UInt8](repeating: 0, count: entries - written.count)
            guard trimmedZeroes == entries - written.count else {
                throw ImageError(.section(.data), "zeroes at its end are written")
            }
        case .dataRelocations:
            try reader.each(entries, into: &dataRelocations) { reader throws(ImageError) in
                try reader.u32()
            }
        case .inputs:
            try reader.each(entries, into: &inputs) { reader throws(ImageError) in
                try reader.input()
            }
        case .outputs:
            try reader.each(entries, into: &outputs) { reader throws(ImageError) in
                try reader.output()
            }
        case .steps:
            try reader.each(entries, into: &steps) { reader throws(ImageError) in
                try reader.step()
            }
        case .stops:
            try reader.each(entries, into: &stops) { reader throws(ImageError) in
                try reader.stop()
            }
        case .storages:
            try reader.each(entries, into: &storages) { reader throws(ImageError) in
                try reader.storage()
            }
        case .regions:
            try reader.each(entries, into: &regions) { reader throws(ImageError) in
                ChainRegion(
                    parent: try reader.u32(), data: try reader.u32(), dataCount: try reader.u32(),
                    zeroes: try reader.u32(), zeroCount: try reader.u32())
            }
        case .sources:
            try reader.each(entries, into: &sources) { reader throws(ImageError) in
                SourceEntry(start: try reader.u32(), name: try reader.stringRef())
            }
        case .sites:
            try reader.each(entries, into: &sites) { reader throws(ImageError) in
                SiteEntry(
                    firstRecord: try reader.u32(), count: try reader.u32(),
                    range: try reader.range(), name: try reader.stringRef(),
                    procedure: try reader.stringRef())
            }
        case .operands: try readOperands(entries, from: &reader)
        case .strings: strings = reader.rest()
        case .sourceName:
            guard let name = String(validating: reader.rest(), as: UTF8.self) else {
                throw ImageError(.section(.sourceName), "it is not valid UTF-8")
            }
            sourceName = name
        case .source: source = reader.rest()
        }
    }

    private mutating func readOperands(
        _ entries: Int, from reader: inout SectionReader
    ) throws(ImageError) {
        var last = 0
        for index in 0..<entries {
            reader.entry = index
            let stop = Int(try reader.u32())
            guard stop >= last, stop < stops.count else {
                throw reader.error("stop \(stop) is not in its place; there are \(stops.count)")
            }
            last = stop
            stops[stop].operands.append(try reader.operand())
        }
    }

    private mutating func readRecords(
        _ entries: Int, from reader: inout SectionReader
    ) throws(ImageError) {
        records.reserveCapacity(entries)
        relocations.reserveCapacity(entries)
        recordSteps.reserveCapacity(entries)
        let fieldCount = acall_submission.relocatableFieldCount
        for index in 0..<entries {
            reader.entry = index
            var record = acall_submission()
            record.nr = try reader.u32()
            record.flags = try reader.u32()
            record.cookie = UInt64(index) + 1
            recordSteps.append(try reader.u32())
            let mask = try reader.u32()
            let short = mask >> UInt32(fieldCount)
            let long = mask >> UInt32(2 * fieldCount)
            guard mask >> UInt32(3 * fieldCount) == 0 else {
                throw reader.error("its mask has unknown bits")
            }
            relocations.append(
                RelocationMask(rawValue: UInt16(mask & UInt32(RelocationMask.all.rawValue))))
            for field in 0..<fieldCount {
                let bit: UInt32 = 1 << UInt32(field)
                switch (short & bit != 0, long & bit != 0) {
                case (false, false): continue
                case (true, false):
                    let value = try reader.u32()
                    guard value != 0 else { throw reader.error("a field of 0 is left out") }
                    record.setRelocatableField(field, to: UInt64(value))
                case (false, true):
                    let value = try reader.integer(UInt64.self)
                    guard value > UInt64(UInt32.max) else {
                        throw reader.error("a field that fits in 4 bytes is written in 8")
                    }
                    record.setRelocatableField(field, to: value)
                case (true, true): throw reader.error("a field is there twice")
                }
            }
            records.append(record)
        }
    }
}

/// The first 40 bytes.
private struct ImageHeader {
    var architecture: Architecture
    var sectionCount: Int
    var dataSize: UInt32

    init(reading bytes: [UInt8]) throws(ImageError) {
        func wrong(_ problem: String) -> ImageError { ImageError(.header, problem) }
        guard bytes.starts(with: ImageFormat.magic) else {
            throw wrong("this is no acall image: it does not start with its eight bytes")
        }
        guard bytes.count >= ImageFormat.headerSize else {
            throw wrong(
                "\(bytes.count) bytes are too few: a header has \(ImageFormat.headerSize)")
        }
        let version = bytes.littleEndian(UInt16.self, at: 8)
        guard version == ImageFormat.version else {
            throw wrong("format version \(version) is unknown; this reads \(ImageFormat.version)")
        }
        let length = bytes.littleEndian(UInt64.self, at: 16)
        guard length == UInt64(bytes.count) else {
            throw wrong("the file should have \(length) bytes and has \(bytes.count)")
        }
        let expected = bytes.littleEndian(UInt64.self, at: ImageFormat.digestOffset)
        let found = ImageFormat.digest(of: bytes)
        guard expected == found else {
            throw wrong(
                "the file is damaged: its digest is \(hexadecimal(found)), "
                    + "and it says \(hexadecimal(expected))")
        }
        guard let architecture = Architecture(rawValue: bytes[10]) else {
            throw wrong("architecture \(bytes[10]) is unknown")
        }
        guard bytes[11] == 0, bytes.littleEndian(UInt32.self, at: 28) == 0 else {
            throw wrong("its reserved bytes are not 0")
        }
        self.architecture = architecture
        let sections = Int(bytes.littleEndian(UInt32.self, at: 12))
        guard sections <= ImageSection.allCases.count else {
            throw wrong("\(sections) sections; there are \(ImageSection.allCases.count) kinds")
        }
        sectionCount = sections
        dataSize = bytes.littleEndian(UInt32.self, at: 24)
    }
}
