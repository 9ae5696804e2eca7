// The verifier's part for what reports and callers read: inputs, outputs, steps, stops, storage; and that
// completions stay clear of them.
//
// Input: tables of an image whose sizes are checked. Output: nothing, or an error with the entry and the
// field. Invariant: after it, every name is text, every slot is inside the data segment, and a default is
// all there.

import AcallCatalog
import CAcall

extension ImageVerifier {
    // MARK: Names and ranges

    /// A name or a message. The table is valid UTF-8, so its ends are all that can be wrong.
    private func checkString(
        _ ref: StringRef, _ section: ImageSection, _ index: Int, _ field: String,
        limit: Int = ImageLimit.name, mayBeEmpty: Bool = true
    ) throws(ImageError) {
        let place = ImageError.Place.field(section, index, field)
        let end = Int(ref.offset) + Int(ref.count)
        guard end <= image.strings.count else {
            throw ImageError(
                place,
                "bytes \(ref.offset) to \(end) of a string table of \(image.strings.count)")
        }
        guard ref.count <= limit else {
            throw ImageError(place, "\(ref.count) bytes; the limit is \(limit)")
        }
        guard mayBeEmpty || ref.count > 0 else { throw ImageError(place, "it is empty") }
        for offset in [Int(ref.offset), end]
        where offset < image.strings.count && image.strings[offset] & 0xc0 == 0x80 {
            throw ImageError(place, "byte \(offset) is inside a character")
        }
    }

    private func checkRange(
        _ range: SourceRange, _ section: ImageSection, _ index: Int
    ) throws(ImageError) {
        guard range.start <= range.end, range.end <= image.source.count else {
            throw ImageError(
                .field(section, index, "source range"),
                "bytes \(range.start) to \(range.end) of a source of \(image.source.count)")
        }
    }

    private func checkSlots(
        _ count: Int, at offset: DataOffset, _ section: ImageSection, _ index: Int, _ field: String
    ) throws(ImageError) {
        if let problem = problem(ofSlots: UInt64(count), at: UInt64(offset)) {
            throw ImageError(.field(section, index, field), problem)
        }
    }

    // MARK: Inputs and outputs

    func checkInputs() throws(ImageError) {
        var names: [ArraySlice<UInt8>: Int] = [:]
        // Lists may share their elements; a budget keeps the work in proportion to the data.
        var elements = image.dataRelocations.count
        for (index, input) in image.inputs.enumerated() {
            try checkString(input.name, .inputs, index, "name", mayBeEmpty: false)
            let start = Int(input.name.offset)
            let name = image.strings[start..<start + Int(input.name.count)]
            if let other = names.updateValue(index, forKey: name) {
                throw ImageError(
                    .field(.inputs, index, "name"), "input \(other) has the same name")
            }
            try checkRange(input.range, .inputs, index)
            try checkSlots(input.type.slotCount, at: input.slot, .inputs, index, "slot")
            if let type = input.type.integerType, ![1, 2, 4, 8].contains(type.width) {
                throw ImageError(
                    .field(.inputs, index, "type"), "an integer of \(type.width) bytes")
            }
            if input.hasDefault { try checkDefault(of: input, at: index, elements: &elements) }
        }
    }

    /// The slots of an input with a default hold a value of its type.
    private func checkDefault(
        of input: InputEntry, at index: Int, elements: inout Int
    ) throws(ImageError) {
        let place = ImageError.Place.field(.inputs, index, "default")
        let slot = Int(input.slot)
        guard slot + 8 * input.type.slotCount <= image.data.count else {
            throw ImageError(place, "it is outside the \(image.data.count) initialised bytes")
        }
        let first = image.data.littleEndian(UInt64.self, at: slot)
        if input.type.slotCount == 1 {
            if case .integer(let type) = input.type, !type.holds(first) {
                throw ImageError(
                    place, "\(Int64(bitPattern: first)) does not fit in \(type.width) bytes")
            }
            guard !isDataRelocation(slot) else {
                throw ImageError(place, "it is an address")
            }
            return
        }
        guard isDataRelocation(slot), !isDataRelocation(slot + 8) else {
            throw ImageError(place, "its first slot is relocated, and only that")
        }
        let count = image.data.littleEndian(UInt64.self, at: slot + 8)
        switch input.type {
        case .path, .string: try checkText(at: first, count: count, place)
        case .integers: try checkInitialised(first, count, size: 8, place)
        case .paths, .strings:
            try checkInitialised(first, count, size: 16, place)
            guard count <= elements else {
                throw ImageError(place, "\(count) elements are more than the relocations left")
            }
            elements -= Int(count)
            for element in 0..<Int(count) {
                let vector = Int(first) + 16 * element
                guard isDataRelocation(vector), !isDataRelocation(vector + 8) else {
                    throw ImageError(place, "element \(element) is no address and count")
                }
                try checkText(
                    at: image.data.littleEndian(UInt64.self, at: vector),
                    count: image.data.littleEndian(UInt64.self, at: vector + 8), place)
            }
        case .integer, .descriptor: break
        }
    }

    /// Bytes with a zero byte after them.
    private func checkText(
        at offset: UInt64, count: UInt64, _ place: ImageError.Place
    ) throws(ImageError) {
        if let problem = problem(ofBytes: count, at: offset) { throw ImageError(place, problem) }
        let end = offset + count
        guard end < segmentSize, end >= image.data.count || image.data[Int(end)] == 0 else {
            throw ImageError(place, "no zero byte follows the \(count) bytes at offset \(offset)")
        }
    }

    private func checkInitialised(
        _ offset: UInt64, _ count: UInt64, size: UInt64, _ place: ImageError.Place
    ) throws(ImageError) {
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        let initialised = UInt64(image.data.count)
        guard offset % 8 == 0, !overflow, offset <= initialised, bytes <= initialised - offset
        else {
            throw ImageError(
                place, "\(count) elements at offset \(offset) are not in the initialised data")
        }
    }

    private func isDataRelocation(_ offset: Int) -> Bool {
        var low = 0
        var high = image.dataRelocations.count
        while low < high {
            let middle = (low + high) / 2
            if image.dataRelocations[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low < image.dataRelocations.count && image.dataRelocations[low] == offset
    }

    func checkOutputs() throws(ImageError) {
        for (index, output) in image.outputs.enumerated() {
            try checkString(output.name, .outputs, index, "name", mayBeEmpty: false)
            try checkSlots(output.kind.slotCount, at: output.slot, .outputs, index, "slot")
            try checkSlots(1, at: output.isSet, .outputs, index, "slot that says it is set")
        }
    }

    // MARK: Steps, stops, storage

    func checkSteps() throws(ImageError) {
        for (index, step) in image.steps.enumerated() {
            try checkString(step.name, .steps, index, "name")
            try checkString(
                step.call, .steps, index, "call", limit: ImageLimit.kernelName, mayBeEmpty: false)
            try checkRange(step.range, .steps, index)
            let place = ImageError.Place.field(.steps, index, "record")
            guard step.record < image.records.count else {
                throw ImageError(
                    place, "record \(step.record); there are \(image.records.count)")
            }
            guard image.recordSteps[Int(step.record)] == index else {
                throw ImageError(place, "record \(step.record) does not belong to it")
            }
            try checkSlots(1, at: step.result, .steps, index, "result")
        }
    }

    func checkStops() throws(ImageError) {
        var next: UInt32 = 0
        for (index, stop) in image.stops.enumerated() {
            let place = ImageError.Place.field(.stops, index, "record")
            guard stop.record < image.records.count else {
                throw ImageError(place, "record \(stop.record); there are \(image.records.count)")
            }
            guard stop.record >= next else {
                throw ImageError(place, "record \(stop.record) is not above the one before it")
            }
            next = stop.record + 1
            guard
                image.records[Int(stop.record)].flags & UInt32(ACALL_SUBMIT_STOP_MASK)
                    != ACALL_SUBMIT_STOP_NEVER
            else { throw ImageError(place, "record \(stop.record) never stops its chain") }
            if let step = stop.step, step >= image.steps.count {
                throw ImageError(
                    .field(.stops, index, "step"), "step \(step); there are \(image.steps.count)")
            }
            try checkRange(stop.range, .stops, index)
            try checkString(stop.message, .stops, index, "message", limit: ImageLimit.message)
        }
    }

    mutating func checkStorages() throws(ImageError) {
        var previous: DataOffset = 0
        for (index, storage) in image.storages.enumerated() {
            try checkString(storage.name, .storages, index, "name", mayBeEmpty: false)
            try checkString(
                storage.structure, .storages, index, "structure", limit: ImageLimit.kernelName)
            let place = ImageError.Place.entry(.storages, index)
            let offset = UInt64(storage.offset)
            if let problem = problem(ofBytes: UInt64(storage.size), at: offset) {
                throw ImageError(place, problem)
            }
            guard storage.offset >= previous else {
                throw ImageError(place, "offset \(offset) is below that of the one before it")
            }
            previous = storage.offset
            guard storage.structure.count > 0 else { continue }
            let structure = image.string(storage.structure)
            if let size = calls.structure(named: structure)?.size, storage.size < size {
                throw ImageError(
                    place, "\(storage.size) bytes are too few for a \(structure) of \(size)")
            }
        }
    }

    // MARK: Completions

    /// Completions that are not the same are apart, and apart from storage and from input slots.
    func checkCompletions() throws(ImageError) {
        struct Object {
            var start: UInt64
            var end: UInt64
        }
        var objects: [Object] = []
        for storage in image.storages where storage.size > 0 {
            let start = UInt64(storage.offset)
            objects.append(Object(start: start, end: start + UInt64(storage.size)))
        }
        for input in image.inputs {
            let start = UInt64(input.slot)
            objects.append(Object(start: start, end: start + 8 * UInt64(input.type.slotCount)))
        }
        objects.sort { $0.start < $1.start }
        let order = image.records.indices
            .filter { image.relocations[$0].contains(.completion) }
            .sorted { image.records[$0].completion_pointer < image.records[$1].completion_pointer }
        var next = 0
        var objectsEnd: UInt64 = 0
        var previous = Object(start: 0, end: 0)
        for index in order {
            let record = image.records[index]
            let start = record.completion_pointer
            let end = start + UInt64(record.completionSize)
            guard start >= previous.end || start == previous.start else {
                throw ImageError(
                    .field(.records, index, "completion"),
                    "the one at offset \(start) overlaps the one at offset \(previous.start)")
            }
            previous = Object(
                start: start, end: start == previous.start ? max(end, previous.end) : end)
            while next < objects.count, objects[next].start < end {
                objectsEnd = max(objectsEnd, objects[next].end)
                next += 1
            }
            guard objectsEnd <= start else {
                throw ImageError(
                    .field(.records, index, "completion"),
                    "the one at offset \(start) overlaps storage or an input")
            }
        }
    }
}

extension InputType {
    package var slotCount: Int {
        switch self {
        case .integer, .descriptor: 1
        case .path, .string, .integers, .paths, .strings: 2
        }
    }

    var integerType: IntegerType? {
        switch self {
        case .integer(let type), .integers(let type): type
        case .descriptor, .path, .string, .paths, .strings: nil
        }
    }
}

extension OutputKind {
    package var slotCount: Int {
        switch self {
        case .integer, .unsigned, .descriptor: 1
        case .text, .hex, .bytes, .string: 2
        }
    }
}

extension IntegerType {
    /// Whether a slot's value is one of this type.
    fileprivate func holds(_ value: UInt64) -> Bool {
        if width >= 8 { return true }
        let bits = 8 * UInt64(width)
        guard isSigned else { return value >> bits == 0 }
        let signed = Int64(bitPattern: value)
        return signed >> (bits - 1) == 0 || signed >> (bits - 1) == -1
    }
}
