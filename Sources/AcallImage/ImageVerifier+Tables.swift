// The verifier's part for what reports and callers read: outputs, steps, stops, storage; and that
// completions stay clear of them.
//
// Input: tables of an image whose sizes are checked. Output: nothing, or an error with the entry and the
// field. Invariant: after it, every name is text, and every slot is inside the data segment.

import AcallCatalog
import CAcall

extension ImageVerifier {
    // MARK: Names and ranges

    /// A name or a message. The table is valid UTF-8, so its ends are all that can be wrong.
    func checkString(
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

    func checkRange(
        _ range: SourceRange, _ section: ImageSection, _ index: Int
    ) throws(ImageError) {
        guard range.start <= range.end, range.end <= image.source.count else {
            throw ImageError(
                .field(section, index, "source range"),
                "bytes \(range.start) to \(range.end) of a source of \(image.source.count)")
        }
    }

    /// Included files: each starts behind the one before it.
    func checkSources() throws(ImageError) {
        var end: UInt32 = 0
        for (index, entry) in image.sources.enumerated() {
            try checkString(entry.name, .sources, index, "name", mayBeEmpty: false)
            guard entry.start > end || index == 0, entry.start <= image.source.count else {
                throw ImageError(
                    .field(.sources, index, "start"),
                    "byte \(entry.start) of a source of \(image.source.count)")
            }
            end = entry.start
        }
    }

    /// Calls of procs: each inside the one that it starts in.
    func checkSites() throws(ImageError) {
        var ends: [UInt64] = []
        var last: UInt32 = 0
        for (index, site) in image.sites.enumerated() {
            try checkString(site.name, .sites, index, "name")
            try checkString(site.procedure, .sites, index, "proc", mayBeEmpty: false)
            try checkRange(site.range, .sites, index)
            let end = UInt64(site.firstRecord) + UInt64(site.count)
            while let outer = ends.last, outer <= UInt64(site.firstRecord) { ends.removeLast() }
            guard site.count > 0, site.firstRecord >= last,
                end <= ends.last ?? UInt64(image.records.count)
            else {
                throw ImageError(
                    .field(.sites, index, "first record"),
                    "records \(site.firstRecord) to \(end) are not in their place")
            }
            last = site.firstRecord
            ends.append(end)
        }
    }

    func checkSlots(
        _ count: Int, at offset: DataOffset, _ section: ImageSection, _ index: Int, _ field: String
    ) throws(ImageError) {
        if let problem = problem(ofSlots: UInt64(count), at: UInt64(offset)) {
            throw ImageError(.field(section, index, field), problem)
        }
    }

    // MARK: Outputs

    func checkOutputs() throws(ImageError) {
        for (index, output) in image.outputs.enumerated() {
            try checkString(output.name, .outputs, index, "name", mayBeEmpty: false)
            try checkSlots(output.kind.slotCount, at: output.slot, .outputs, index, "slot")
            try checkSlots(1, at: output.isSet, .outputs, index, "slot that says it is set")
        }
    }

    // MARK: Steps, stops, storage

    mutating func checkSteps() throws(ImageError) {
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
            try checkCall(of: step, index)
            try checkSlots(1, at: step.result, .steps, index, "result")
        }
    }

    /// A step says by name what its record calls.
    private mutating func checkCall(of step: StepEntry, _ index: Int) throws(ImageError) {
        let number = image.records[Int(step.record)].nr
        let name =
            Operation(number: number) == nil
            ? calls.call(number: number)?.syscall.name
            : number == ACALL_OP_HOST ? Syscall.spawn.name : nil
        let written = image.string(step.call)
        // By its number a call is written as `syscall(39)`.
        if written == name || written == "syscall" { return }
        throw ImageError(
            .field(.steps, index, "call"),
            "`\(written)`, and its record makes " + (name.map { "`\($0)`" } ?? "no call"))
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
            try checkOperands(stop, index)
        }
    }

    /// Each has a role that its form knows, once, and an argument of the record.
    private func checkOperands(_ stop: StopEntry, _ index: Int) throws(ImageError) {
        var seen: Set<StopOperand.Role> = []
        for operand in stop.operands {
            func wrong(_ problem: String) -> ImageError {
                ImageError(.field(.stops, index, "operands"), problem)
            }
            guard stop.form.roles.contains(operand.role) else {
                throw wrong("the role \(operand.role) is unknown to the form \(stop.form)")
            }
            guard seen.insert(operand.role).inserted else {
                throw wrong("the role \(operand.role) is there twice")
            }
            guard operand.argument < acall_submission.argumentCount else {
                throw wrong("a record has no argument \(operand.argument)")
            }
            guard [1, 2, 4, 8].contains(operand.type.width) else {
                throw wrong("no integer has \(operand.type.width) bytes")
            }
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

extension OutputKind {
    package var slotCount: Int {
        switch self {
        case .integer, .unsigned, .descriptor: 1
        case .text, .hex, .bytes, .string, .address: 2
        }
    }
}
