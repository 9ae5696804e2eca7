// The verifier: every invariant of `BatchImage.swift`, for images that come from a file.
//
// Input: an image. Output: nothing, or the first `ImageError`. Invariant: after it, no offset, index or
// range of the image leaves what it refers to, so the loader needs no checks of its own. Its time is
// n log n in the image's size at worst, and its memory a few bytes for each entry.
//
// It finds damage and the mistakes of a compiler. It does not make a program from a stranger harmless:
// what a program does is its system calls, and a system call can write wherever it is pointed to.

import AcallCatalog
import CAcall

extension BatchImage {
    /// Checks everything that the loader, the disassembler and the report rely on.
    package func verify() throws(ImageError) {
        try verify(knowing: [])
    }

    /// As above, with system calls that the catalog does not have.
    func verify(knowing calls: [Syscall]) throws(ImageError) {
        var verifier = ImageVerifier(
            self, calls: KnownCalls(architecture: architecture, more: calls))
        try verifier.verify()
    }
}

struct ImageVerifier {
    let image: BatchImage
    let segmentSize: UInt64
    /// The last zero byte of `data`, if any: a string that starts after it has no end there.
    let lastZero: Int?
    var calls: KnownCalls

    init(_ image: BatchImage, calls: KnownCalls) {
        self.image = image
        segmentSize = UInt64(image.dataSize)
        lastZero = image.data.lastIndex(of: 0)
        self.calls = calls
    }

    mutating func verify() throws(ImageError) {
        try checkSizes()
        try checkText()
        try checkRegions()
        try checkSources()
        try checkSites()
        try checkBatches()
        for (index, batch) in image.batches.enumerated() {
            try checkRecords(of: batch, at: index)
        }
        try checkDataRelocations()
        try checkInputs()
        try checkOutputs()
        try checkSteps()
        try checkStops()
        try checkStorages()
        try checkCompletions()
    }

    // MARK: Sizes

    private func checkSizes() throws(ImageError) {
        let counts: [(ImageSection, Int)] = [
            (.batches, image.batches.count), (.records, image.records.count),
            (.data, image.data.count), (.dataRelocations, image.dataRelocations.count),
            (.inputs, image.inputs.count), (.outputs, image.outputs.count),
            (.steps, image.steps.count), (.stops, image.stops.count),
            (.storages, image.storages.count), (.strings, image.strings.count),
            (.sourceName, image.sourceName.utf8.count), (.source, image.source.count),
            (.regions, image.regions.count), (.sources, image.sources.count),
            (.sites, image.sites.count),
            (.operands, image.stops.reduce(0) { $0 + $1.operands.count }),
        ]
        for (section, count) in counts where count > section.limit {
            throw ImageError(
                .section(section), "\(count) entries; the limit is \(section.limit)")
        }
        guard image.relocations.count == image.records.count else {
            throw ImageError(
                .section(.records),
                "\(image.records.count) records and \(image.relocations.count) relocation masks")
        }
        guard image.recordSteps.count == image.records.count else {
            throw ImageError(
                .section(.records),
                "\(image.records.count) records, and the steps of \(image.recordSteps.count)")
        }
        guard image.dataSize <= ImageLimit.dataSize else {
            throw ImageError(
                .section(.data),
                "a data segment of \(image.dataSize) bytes; the limit is \(ImageLimit.dataSize)")
        }
        guard image.data.count <= image.dataSize else {
            throw ImageError(
                .section(.data),
                "\(image.data.count) initialised bytes in a segment of \(image.dataSize)")
        }
    }

    /// The string table is valid UTF-8 as a whole; `checkString` then looks at a name's ends only.
    private func checkText() throws(ImageError) {
        guard UTF8.isValid(image.strings) else {
            throw ImageError(.section(.strings), "they are not valid UTF-8")
        }
    }

    // MARK: Regions

    /// Each lies in the data segment, behind the one before it, and its parent is an earlier one.
    private func checkRegions() throws(ImageError) {
        var dataEnd: UInt64 = 0
        var zeroesEnd = UInt64(image.data.count)
        for (index, region) in image.regions.enumerated() {
            let place = ImageError.Place.entry(.regions, index)
            guard region.parent <= index else {
                throw ImageError(place, "its parent \(region.parent) does not come before it")
            }
            let data = UInt64(region.data) + UInt64(region.dataCount)
            guard region.data >= dataEnd, region.data % 16 == 0, data <= image.data.count else {
                throw ImageError(
                    place, "bytes \(region.data) to \(data) of \(image.data.count) initialised ones"
                )
            }
            let zeroes = UInt64(region.zeroes) + UInt64(region.zeroCount)
            guard region.zeroes >= zeroesEnd, region.zeroes % 16 == 0, zeroes <= segmentSize else {
                throw ImageError(
                    place, "bytes \(region.zeroes) to \(zeroes) of a segment of \(segmentSize)")
            }
            (dataEnd, zeroesEnd) = (data, zeroes)
        }
    }

    // MARK: Batches

    /// Every record is in exactly one batch.
    private func checkBatches() throws(ImageError) {
        guard !image.batches.isEmpty else {
            throw ImageError(.section(.batches), "there is none, and the first is the main chain")
        }
        for (index, batch) in image.batches.enumerated() {
            guard batch.count > 0 else {
                throw ImageError(.entry(.batches, index), "it has no records")
            }
            guard batch.region <= image.regions.count, index > 0 || batch.region == 0 else {
                throw ImageError(
                    .entry(.batches, index),
                    "region \(batch.region); there are \(image.regions.count)")
            }
            let end = UInt64(batch.firstRecord) + UInt64(batch.count)
            guard end <= image.records.count else {
                throw ImageError(
                    .entry(.batches, index),
                    "records \(batch.firstRecord) to \(end - 1); there are \(image.records.count)")
            }
        }
        let order = image.batches.indices.sorted {
            image.batches[$0].firstRecord < image.batches[$1].firstRecord
        }
        var next: UInt32 = 0
        for index in order {
            let batch = image.batches[index]
            guard batch.firstRecord >= next else {
                throw ImageError(
                    .entry(.batches, index),
                    "record \(batch.firstRecord) is in another batch already")
            }
            guard batch.firstRecord == next else {
                throw ImageError(.entry(.records, Int(next)), "it is in no batch")
            }
            next = batch.firstRecord + batch.count
        }
        guard next == image.records.count else {
            throw ImageError(.entry(.records, Int(next)), "it is in no batch")
        }
    }

    // MARK: The data segment

    /// Why `count` bytes at an offset do not lie inside the data segment; nil where they do.
    func problem(ofBytes count: UInt64, at offset: UInt64) -> String? {
        guard offset <= segmentSize else {
            return "offset \(offset) is outside the data segment of \(segmentSize) bytes"
        }
        guard count <= segmentSize - offset else {
            return "\(count) bytes at offset \(offset) do not fit in the data segment of "
                + "\(segmentSize) bytes"
        }
        return nil
    }

    /// As above, for slots: 8-aligned too.
    func problem(ofSlots count: UInt64, at offset: UInt64) -> String? {
        guard offset % 8 == 0 else { return "offset \(offset) is not a multiple of 8" }
        return problem(ofBytes: count * 8, at: offset)
    }

    /// Whether a zero byte ends what starts at an offset inside the segment.
    func isTerminated(at offset: UInt64) -> Bool {
        if offset >= segmentSize { return false }
        if image.data.count < segmentSize { return true }
        return lastZero.map { offset <= UInt64($0) } ?? false
    }

    private func checkDataRelocations() throws(ImageError) {
        var end: UInt64 = 0
        for (index, offset) in image.dataRelocations.enumerated() {
            let place = ImageError.Place.entry(.dataRelocations, index)
            // Not 8: in a packed structure (`epoll_event` on x86_64) an address may stand there.
            guard offset % 4 == 0 else {
                throw ImageError(place, "offset \(offset) is not a multiple of 4")
            }
            guard offset >= end else {
                throw ImageError(place, "offset \(offset) is inside or below the one before it")
            }
            guard UInt64(offset) + 8 <= image.data.count else {
                throw ImageError(
                    place,
                    "offset \(offset) is outside the \(image.data.count) initialised bytes")
            }
            let target = image.data.littleEndian(UInt64.self, at: Int(offset))
            if let problem = problem(ofBytes: 0, at: target) {
                throw ImageError(place, "the value at \(offset): " + problem)
            }
            end = UInt64(offset) + 8
        }
    }
}

extension UTF8 {
    /// Whether the bytes are text, without making the text.
    static func isValid(_ bytes: [UInt8]) -> Bool {
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue: continue
            case .emptyInput: return true
            case .error: return false
            }
        }
    }
}
