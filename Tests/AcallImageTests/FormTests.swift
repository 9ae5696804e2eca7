// Files that the reader refuses before anybody asks what they mean.

import Testing

@testable import AcallImage

/// What the reader itself refuses: files whose digest is right and whose form is not.
@Suite struct FormTests {
    private func refusal(
        of image: BatchImage = Sample.hello(), _ change: (inout [UInt8]) -> Void
    ) -> String {
        var file = image.encoded()
        change(&file)
        file.putNumber(UInt64(file.count), at: 16)
        if file.count >= 40 { file.putNumber(ImageFormat.digest(of: file), at: 32) }
        let error = #expect(throws: ImageError.self) { try BatchImage(unverified: file) }
        return error?.description ?? "accepted"
    }

    @Test func headers() {
        #expect(
            refusal { $0[0] = 0 }
                == "header: this is no acall image: it does not start with its eight bytes")
        #expect(refusal { $0[8] = 1 } == "header: format version 1 is unknown; this reads 3")
        #expect(refusal { $0[10] = 9 } == "header: architecture 9 is unknown")
        #expect(refusal { $0[11] = 1 } == "header: its reserved bytes are not 0")
        #expect(refusal { $0[12] = 17 } == "header: 17 sections; there are 16 kinds")
        #expect(
            refusal { $0.removeSubrange(30...) } == "header: 30 bytes are too few: a header has 40")
        let damaged = refusal { $0.removeSubrange(50...) }
        #expect(damaged == "section table: 7 sections do not fit in 50 bytes")
    }

    /// The table of `hello`: batches, records, data, steps, strings, source name, source.
    @Test func sectionTables() {
        #expect(
            refusal { $0[40] = 17 } == "section table: entry 0: there is no section of kind 17")
        #expect(
            refusal { $0[52] = 1 } == "section table: entry 1: batches is not in its place")
        #expect(
            refusal { $0[44] = 0 }
                == "section table: batches: a section without entries is left out")
        #expect(
            refusal { $0[59] = 2 }
                == "section table: records: 33554433 entries; the limit is 16777216")
        #expect(
            refusal { $0[44] = 2 } == "section table: batches: 2 entries do not fill 12 bytes")
        #expect(
            refusal { $0.append(0) }.hasPrefix("section table: the sections end at "))
        let long = refusal {
            $0[71] = 1
            $0[75] = 1
        }
        #expect(
            long == "section table: data: 16777277 bytes from 164 on are more than the file has")
        #expect(
            refusal { $0[69] = 0x20 }
                == "section table: data: 8254 entries do not fill 61 bytes")
    }

    @Test func entries() {
        // The record stands at 136: nr, flags, step, mask; then args 0 to 2 of 4 bytes each.
        #expect(refusal { $0[151] |= 0x80 } == "record 0: its mask has unknown bits")
        #expect(refusal { $0[149] |= 0x80 } == "record 0: the section ends inside it")
        #expect(refusal { $0[150] |= 0x20 } == "record 0: a field is there twice")
        let long = refusal {
            $0[149] &= ~0x10
            $0[150] |= 0x20
            $0[156] = 0
        }
        #expect(long == "record 0: a field that fits in 4 bytes is written in 8")
        #expect(refusal { $0[152] = 0 } == "record 0: a field of 0 is left out")
        #expect(
            refusal { $0[149] &= ~0x40 } == "records: 4 bytes follow the last entry")
        // The last zero of the data is left out.
        let steps = 164 + 61
        #expect(refusal { $0[steps - 1] = 0 } == "data: zeroes at its end are written")
        #expect(refusal { $0[steps + 16] = 5 } == "step 0: origin 5 is unknown")
        #expect(refusal { $0[steps + 17] = 16 } == "step 0: flags 16 have unknown bits")
        #expect(refusal { $0[steps + 18] = 1 } == "step 0: a reserved byte is not 0")
    }

    /// `wide` has one output, behind its header, a table of seven, its batches, records and data.
    @Test func outputs() {
        let start = Sample.wide().encoded().firstRange(of: [5, 0, 0, 0, 3, 2])?.lowerBound
        #expect(wide(start) { $0[$1] = 8 } == "output 0: kind 8 is unknown")
        #expect(wide(start) { $0[$1 + 1] = 4 } == "output 0: key 4 is unknown")
        #expect(wide(start) { $0[$1 + 2] = 1 } == "output 0: a reserved byte is not 0")
        #expect(wide(start) { $0[$1 + 3] = 1 } == "output 0: a reserved byte is not 0")
    }

    private func wide(_ start: Int?, _ change: (inout [UInt8], Int) -> Void) -> String {
        guard let start else { return "it is not there" }
        return refusal(of: Sample.wide()) { change(&$0, start + 4) }
    }

    @Test func wrongLengthAndDamage() {
        let file = Sample.hello().encoded()
        let error = #expect(throws: ImageError.self) { try BatchImage(decoding: file + [0]) }
        #expect(
            error?.description
                == "header: the file should have \(file.count) bytes and has \(file.count + 1)")
        var damaged = file
        damaged[100] ^= 1
        let digest = #expect(throws: ImageError.self) { try BatchImage(decoding: damaged) }
        #expect(digest?.problem.hasPrefix("the file is damaged: its digest is 0x") == true)
    }
}

extension [UInt8] {
    mutating func putNumber(_ value: UInt64, at offset: Int) {
        for byte in 0..<8 where offset + byte < count {
            self[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt64(8 * byte))
        }
    }
}
