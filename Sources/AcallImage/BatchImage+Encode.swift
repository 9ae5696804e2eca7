// The writer: an image as a file. All integers are little-endian and unaligned.
//
//   header, 40 bytes:  magic "acall\r\n\u{1a}" (8), version u16 = 3, architecture u8, 0 u8, sections u32,
//                      file length u64, data size u32, 0 u32, digest u64
//   section table:     kind u32, entries u32, bytes u32 for each section, kinds ascending; a section
//                      without entries is left out; the sections' bytes follow in the same order
//   1 batches:         first record u32, count u32, region u32
//   2 records:         nr u32, flags u32, step u32, mask u32, then the fields the mask names. The nine
//                      fields are completion, ring, id, args 0 to 5. Mask: nine bits for relocated, nine for
//                      present in 4 bytes, nine for present in 8 (only where 4 do not do); an absent
//                      field is 0. The cookie is not written: it is the index + 1
//   3 data:            bytes; up to 4095 zeroes at the end (what aligns the zeroed part to a page) are left out
//   4 data relocations: offset u32                         10 strings, 11 source name, 12 source: bytes
//   5 inputs:          name, type u8, width u8, flags u8 (1 signed, 2 big-endian, 4 default), 0 u8, slot
//                      u32, range;  a name or a message is offset u32, count u32; a range start u32, end u32
//   6 outputs:         name, kind u8, key u8, 0 u8[2], slot u32, isSet u32
//   7 steps:           name, call, origin u8, flags u8 (1 fully, 2 retried, 4 the result is an exit status, 8 it
//                      has a deadline), 0 u16, range, record, result, deadline u64 (0: none, or not known)
//   8 stops:           record u32, step u32 (all ones: none), range, message, kind u8, form u8, 0 u8[2]
//   9 storages:        name, structure, offset u32, size u32
//   14 sources:         start u32, name: the included files, which stand behind the program in the source
//   15 sites:           first record u32, count u32, range, name, proc's name: calls of procs, which nest
//   16 operands:       stop u32, role u8, argument u8, width u8, flags u8 (1 signed, 2 big-endian, 4 counts bytes,
//                      8 counts items): what a report shows of a stop, by ascending stop
//   13 regions:        parent u32, data u32, its count u32, zeroes u32, their count u32
//
// Every image has one spelling as a file, and the reader accepts no other: writer and reader are exact
// inverses. The digest is 64-bit FNV-1a over the whole file but the digest itself: it finds damage, not
// forgery: proof of where an image comes from needs a signature beside it.
// Invariant: what is written can be read back, provided that `verify` accepts the image.

import AcallCatalog
import CAcall

/// The fixed numbers of the file format.
package enum ImageFormat {
    static let magic: [UInt8] = [0x61, 0x63, 0x61, 0x6c, 0x6c, 0x0d, 0x0a, 0x1a]
    package static let version: UInt16 = 3
    static let headerSize = 40
    static let tableEntrySize = 12
    static let digestOffset = 32
    static let noStep = UInt32.max
    /// How many zeroes at the end of the data a file leaves out at most: few enough that a small file
    /// can't make the reader allocate much.
    static let mostTrimmed = 4095

    static let isSigned: UInt8 = 1
    static let isBigEndian: UInt8 = 2
    static let hasDefault: UInt8 = 4
    static let isFully: UInt8 = 1
    static let isRetried: UInt8 = 2
    static let isExitStatus: UInt8 = 4
    static let hasDeadline: UInt8 = 8
    static let countsBytes: UInt8 = 4
    static let countsItems: UInt8 = 8
    static let isResult: UInt8 = 16

    /// The digest of a whole file, whatever its digest field holds. A shorter file is digested too.
    package static func digest(of file: [UInt8]) -> UInt64 {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        file.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                if index == digestOffset { index += 8 }
                guard index < bytes.count else { return }
                digest = (digest ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
                index += 1
            }
        }
        return digest
    }
}

extension BatchImage {
    /// The image as a file. The image must be one that `verify` accepts.
    package func encoded() -> [UInt8] {
        var body = ByteWriter()
        body.bytes.reserveCapacity(data.count + source.count + strings.count + records.count * 48)
        var table = ByteWriter()
        var sectionCount: UInt32 = 0
        for section in ImageSection.allCases {
            let start = body.bytes.count
            let entries = write(section, to: &body)
            guard entries > 0 else { continue }
            sectionCount += 1
            table.put(section.rawValue)
            table.put(UInt32(entries))
            table.put(UInt32(body.bytes.count - start))
        }
        var file = ByteWriter()
        file.bytes = ImageFormat.magic
        file.put(ImageFormat.version)
        file.put(architecture.rawValue)
        file.put(UInt8(0))
        file.put(sectionCount)
        let length = ImageFormat.headerSize + table.bytes.count + body.bytes.count
        file.put(UInt64(length))
        file.put(dataSize)
        file.put(UInt32(0))
        file.put(UInt64(0))
        file.bytes.reserveCapacity(length)
        file.bytes += table.bytes
        file.bytes += body.bytes
        file.patch(ImageFormat.digest(of: file.bytes), at: ImageFormat.digestOffset)
        return file.bytes
    }

    /// The digest that the image's file carries: the same for the same image, everywhere.
    package var digest: UInt64 { ImageFormat.digest(of: encoded()) }

    /// Writes a section's entries; returns how many they are.
    private func write(_ section: ImageSection, to writer: inout ByteWriter) -> Int {
        switch section {
        case .batches:
            for batch in batches {
                writer.put(batch.firstRecord)
                writer.put(batch.count)
                writer.put(batch.region)
            }
            return batches.count
        case .records:
            for index in records.indices { writeRecord(index, to: &writer) }
            return records.count
        case .data:
            _ = writer.put(bytes: data.dropLast(trimmedZeroes))
            return data.count
        case .dataRelocations:
            for offset in dataRelocations { writer.put(offset) }
            return dataRelocations.count
        case .inputs:
            for input in inputs { writer.put(input) }
            return inputs.count
        case .outputs:
            for output in outputs { writer.put(output) }
            return outputs.count
        case .steps:
            for step in steps { writer.put(step) }
            return steps.count
        case .stops:
            for stop in stops { writer.put(stop) }
            return stops.count
        case .storages:
            for storage in storages { writer.put(storage) }
            return storages.count
        case .regions:
            for region in regions {
                writer.put(region.parent)
                writer.put(region.data)
                writer.put(region.dataCount)
                writer.put(region.zeroes)
                writer.put(region.zeroCount)
            }
            return regions.count
        case .sources:
            for entry in sources {
                writer.put(entry.start)
                writer.put(entry.name)
            }
            return sources.count
        case .sites:
            for site in sites {
                writer.put(site.firstRecord)
                writer.put(site.count)
                writer.put(site.range)
                writer.put(site.name)
                writer.put(site.procedure)
            }
            return sites.count
        case .operands:
            var count = 0
            for (index, stop) in stops.enumerated() {
                for operand in stop.operands {
                    writer.put(UInt32(index))
                    writer.put(operand)
                    count += 1
                }
            }
            return count
        case .strings: return writer.put(bytes: strings)
        case .sourceName: return writer.put(bytes: Array(sourceName.utf8))
        case .source: return writer.put(bytes: source)
        }
    }

    /// The zeroes at the end of the data that a file leaves out.
    var trimmedZeroes: Int {
        data.reversed().prefix(ImageFormat.mostTrimmed).prefix { $0 == 0 }.count
    }

    private func writeRecord(_ index: Int, to writer: inout ByteWriter) {
        let record = records[index]
        let fieldCount = acall_submission.relocatableFieldCount
        var mask = UInt32(relocations[index].rawValue)
        // Together, since there are many records: four words of 4 bytes, and fields of up to 8.
        withUnsafeTemporaryAllocation(byteCount: 16 + 8 * fieldCount, alignment: 8) { room in
            var end = 16
            for field in 0..<fieldCount {
                let value = record.relocatableField(field)
                guard value != 0 else { continue }
                let isWide = value > UInt64(UInt32.max)
                mask |= 1 << UInt32(field + (isWide ? 2 : 1) * fieldCount)
                if isWide {
                    room.storeBytes(of: value.littleEndian, toByteOffset: end, as: UInt64.self)
                } else {
                    room.storeBytes(
                        of: UInt32(value).littleEndian, toByteOffset: end, as: UInt32.self)
                }
                end += isWide ? 8 : 4
            }
            room.storeBytes(of: record.nr.littleEndian, as: UInt32.self)
            room.storeBytes(of: record.flags.littleEndian, toByteOffset: 4, as: UInt32.self)
            room.storeBytes(of: recordSteps[index].littleEndian, toByteOffset: 8, as: UInt32.self)
            room.storeBytes(of: mask.littleEndian, toByteOffset: 12, as: UInt32.self)
            writer.bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: room[..<end]))
        }
    }
}

/// Bytes in the making.
private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func put<T: FixedWidthInteger>(_ value: T) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func put(bytes more: some Collection<UInt8>) -> Int {
        bytes += more
        return more.count
    }

    mutating func patch(_ value: UInt64, at offset: Int) {
        for index in 0..<8 {
            bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
        }
    }

    mutating func put(_ ref: StringRef) {
        put(ref.offset)
        put(ref.count)
    }

    mutating func put(_ range: SourceRange) {
        put(range.start)
        put(range.end)
    }

    mutating func putZeroes(_ count: Int) {
        for _ in 0..<count { bytes.append(0) }
    }

    mutating func put(_ input: InputEntry) {
        put(input.name)
        let (tag, integer) = input.type.tag
        put(tag)
        put(integer?.width ?? 0)
        var flags: UInt8 = input.hasDefault ? ImageFormat.hasDefault : 0
        if integer?.isSigned == true { flags |= ImageFormat.isSigned }
        if integer?.isBigEndian == true { flags |= ImageFormat.isBigEndian }
        put(flags)
        putZeroes(1)
        put(input.slot)
        put(input.range)
    }

    mutating func put(_ output: OutputEntry) {
        put(output.name)
        put(output.kind.rawValue)
        put(output.key?.rawValue ?? 0)
        putZeroes(2)
        put(output.slot)
        put(output.isSet)
    }

    mutating func put(_ step: StepEntry) {
        put(step.name)
        put(step.call)
        put(step.origin.rawValue)
        let fully = step.isFully ? ImageFormat.isFully : 0
        var flags = fully | (step.isRetried ? ImageFormat.isRetried : 0)
        if step.isExitStatus { flags |= ImageFormat.isExitStatus }
        if step.deadline != .none { flags |= ImageFormat.hasDeadline }
        put(flags)
        putZeroes(2)
        put(step.range)
        put(step.record)
        put(step.result)
        if case .fixed(let time) = step.deadline { put(time) } else { put(UInt64(0)) }
    }

    mutating func put(_ operand: StopOperand) {
        put(operand.role.rawValue)
        put(operand.argument)
        put(operand.type.width)
        var flags = operand.type.isSigned ? ImageFormat.isSigned : 0
        if operand.type.isBigEndian { flags |= ImageFormat.isBigEndian }
        switch operand.unit {
        case .none: break
        case .bytes: flags |= ImageFormat.countsBytes
        case .items: flags |= ImageFormat.countsItems
        case .results: flags |= ImageFormat.isResult
        }
        put(flags)
    }

    mutating func put(_ stop: StopEntry) {
        put(stop.record)
        put(stop.step ?? ImageFormat.noStep)
        put(stop.range)
        put(stop.message)
        put(stop.kind.rawValue)
        put(stop.form.rawValue)
        putZeroes(2)
    }

    mutating func put(_ storage: StorageEntry) {
        put(storage.name)
        put(storage.structure)
        put(storage.offset)
        put(storage.size)
    }
}

extension InputType {
    /// How a file spells the type.
    fileprivate var tag: (UInt8, IntegerType?) {
        switch self {
        case .integer(let type): (0, type)
        case .descriptor: (1, nil)
        case .path: (2, nil)
        case .string: (3, nil)
        case .integers(let type): (4, type)
        case .paths: (5, nil)
        case .strings: (6, nil)
        }
    }
}

extension BatchImage {
    /// What an image's file starts with.
    package static var magic: [UInt8] { ImageFormat.magic }
}
