// From a checked program to an image: one chain of records, and the data they work on.
//
// Input: a checked program. Output: an image that its verifier accepts. It cannot fail: every limit is the
// checker's. The chain is the statements in order, then the clean-up: deferred calls and the closes of
// descriptors, newest first. A call's records are, in this order: its condition, its arguments, the call
// (again where it is retried or done `fully`), the descriptors it made, the checks of its result.

import AcallCatalog
import AcallImage
import AcallSyntax
import CAcall

/// An argument of a record.
enum Word {
    case literal(UInt64)
    /// An address in the data segment.
    case data(DataRef)
    /// The u64 at an address in the data segment, loaded when the record starts.
    case slot(DataRef)

    static func number(_ value: Int64) -> Word { .literal(UInt64(bitPattern: value)) }
}

/// A place in the data segment while it grows: in the initialised part, or in the zeroes behind it,
/// whose start is known only at the end.
struct DataRef: Hashable {
    var raw: UInt64
    static let zeroMark: UInt64 = 1 << 40
    private static let regionShift: UInt64 = 48

    static func regionBits(_ region: Int) -> UInt64 { UInt64(region) << regionShift }

    var region: Int { Int(raw >> Self.regionShift) }
    var isZero: Bool { raw & Self.zeroMark != 0 }
    /// In its part of its region.
    var offset: Int { Int(raw & (Self.zeroMark - 1)) }

    func advanced(by bytes: Int) -> DataRef {
        DataRef(raw: raw &+ UInt64(bitPattern: Int64(bytes)))
    }
}

struct Label: Hashable {
    var index: Int
}

/// What the end of a block does, whichever way it ends.
enum CleanUp {
    case close(descriptor: Int)
    case deferred(step: Int, armed: DataRef)
    /// The descriptors whose numbers a loop kept.
    case closeKept
    case unmap(step: Int)
    /// Cancels a chain that was started, and waits for it.
    case finish(task: Int)
}

/// A part of the data segment while it grows.
struct Segment {
    var data: [UInt8] = []
    var relocations: [DataOffset] = []
    var zeroSize: UInt64 = 0
}

struct Lowering {
    let program: CheckedProgram
    var image: BatchImage
    /// The size of the zeroed part so far.
    var zeroSize: UInt64 = 0
    /// The region whose parts `image.data`, `image.dataRelocations` and `zeroSize` are for now.
    var region = 0
    /// The parts of the others.
    var segments: [Segment]
    var labels: [Int] = []
    /// The last record before which a label was placed.
    var lastLabel = -1
    /// The record that says of the newest output that it is set.
    var lastFlag = -1
    /// Branches whose target is not placed yet.
    var branches: [(record: Int, label: Label, batch: Int)] = []
    /// The record that the batch at hand starts with.
    var batchStart = 0

    var storageRefs: [DataRef] = []
    var constantRefs: [DataRef] = []
    var inputRefs: [DataRef] = []
    var localRefs: [DataRef] = []
    /// By step: where its result is, once it is lowered.
    var resultRefs: [DataRef?] = []
    /// By descriptor: the slot that holds it while the program owns it, else a negative number.
    var ownedRefs: [DataRef?] = []
    /// By region: where these slots are many.
    var ownedTables: [Int: OwnedTable]
    /// Of those that one step alone closes: that step, and where its result will be.
    let onlyCloses: [Int?]
    var closedRefs: [DataRef?]
    var sliceRefs: [DataRef?] = []
    /// By entry of `image.steps`.
    var stepRefs: [DataRef] = []
    /// By task: the slot of its group, and its batch.
    var groupRefs: [DataRef?] = []
    var batchNumbers: [Int?] = []
    /// Tasks whose batches are to be lowered.
    var queue: [Int] = []
    /// The newest entry of the string table.
    var lastString: StringRef?
    /// The blocks around the place at hand, the chain's own first.
    var frames: [Frame] = []
    /// Where the chain keeps descriptors whose numbers outlive the loops that opened them.
    var kept: KeptDescriptors?
    /// The task whose batch is being lowered; nil for the main chain.
    var currentTask: Int?
    /// Some descriptor's number outlives the loop that opened it.
    let hasKept: Bool
    /// Some call maps memory.
    let hasMappings: Bool
    /// By step of an `mmap`: the length that was mapped; 0 where it is not, or no longer.
    var mappedLengths: [Int: DataRef] = [:]
    /// Every record of the clean-up has the flag.
    var isCleaningUp = false
    /// The calls of procs whose steps these are, the outermost first; and those of the queued tasks.
    var sites: [CheckedSite] = []
    var taskSites: [Int: [CheckedSite]] = [:]
    /// The calls of procs around the place at hand that have modifiers, the outermost first.
    var acceptingCalls: [AcceptingCall] = []
    /// The entry of `image.steps` that records belong to.
    var currentStep: UInt32?

    init(_ program: CheckedProgram) {
        self.program = program
        onlyCloses = program.onlyCloses
        ownedTables = program.ownedTables
        closedRefs = Array(repeating: nil, count: program.descriptors.count)
        image = BatchImage(architecture: program.architecture)
        image.sourceName = program.source.name
        image.source = program.source.bytes
        segments = Array(repeating: Segment(), count: program.regionParents.count + 1)
        resultRefs = Array(repeating: nil, count: program.steps.count)
        ownedRefs = Array(repeating: nil, count: program.descriptors.count)
        sliceRefs = Array(repeating: nil, count: program.slices.count)
        hasKept = program.descriptors.contains { $0.isInLoop && $0.isEscaped }
        hasMappings = program.steps.contains { $0.mapped != nil }
        groupRefs = Array(repeating: nil, count: program.tasks.count)
        batchNumbers = groupRefs.map { _ in nil }
        image.records.reserveCapacity(program.statements.count * 2)
    }

    mutating func run() {
        for part in program.source.parts {
            image.sources.append(SourceEntry(start: UInt32(part.start), name: intern(part.name)))
        }
        placeInputs()
        placeStorage()
        lowerChain(region: 0) { lowering in
            for statement in lowering.program.statements { lowering.lower(statement) }
        }
        var next = 0
        while next < queue.count {
            lower(task: queue[next])
            next += 1
        }
        finish()
    }

    /// Appends to another region.
    mutating func inRegion(_ other: Int, _ body: (inout Lowering) -> Void) {
        let before = region
        enter(other)
        body(&self)
        enter(before)
    }

    private mutating func enter(_ other: Int) {
        if other == region { return }
        swapSegment(region)
        region = other
        swapSegment(region)
    }

    private mutating func swapSegment(_ index: Int) {
        swap(&segments[index].data, &image.data)
        swap(&segments[index].relocations, &image.dataRelocations)
        swap(&segments[index].zeroSize, &zeroSize)
    }

    /// One batch.
    mutating func lowerChain(region: Int, _ body: (inout Lowering) -> Void) {
        enter(region)
        batchStart = image.records.count
        kept = nil
        pushFrame(.chain)
        body(&self)
        endFrame()
        if image.records.count == batchStart { emit(ACALL_OP_VALUE, [.number(0)]) }
        let count = image.records.count - batchStart
        for index in batchStart..<batchStart + count - 1 {
            image.records[index].flags |= UInt32(ACALL_SUBMIT_LINK)
        }
        image.batches.append(
            Batch(
                firstRecord: UInt32(batchStart), count: UInt32(count), region: UInt32(region)))
    }

    mutating func lower(_ statement: CheckedStatement) {
        currentStep = nil
        switch statement {
        case .store(let address, let value, let type, let span):
            if isMapped(address) { return storeMapped(address, value, type, span) }
            emit(
                ACALL_OP_STORE, [word(address), word(value), .number(type.format)],
                stop: StopReason(.arithmetic, span))
        case .copy(let address, let capacity, let source, let count, let span):
            if isMapped(address) || isMapped(source) {
                let words = [word(address), .number(Int64(capacity)), word(source), word(count)]
                return copyMapped(words, span)
            }
            emit(
                ACALL_OP_COPY,
                [word(address), .number(Int64(capacity)), word(source), word(count)],
                stop: StopReason(.bounds, span))
        case .call(let step): lowerCall(step, origin: .written)
        case .deferred(let step):
            let armed = slot(0)
            emit(ACALL_OP_MOVE, [.data(armed), .number(1)])
            frames[frames.count - 1].cleanUps.append(.deferred(step: step, armed: armed))
        case .virtual(let call, let condition, let span):
            switch call {
            case .endChain: stop(if: condition, span)
            case .endProgram(let status):
                guarded(by: condition) {
                    $0.emit(
                        ACALL_OP_VALUE, [$0.word(status)], stop: StopReason(.exit, span),
                        stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
                }
            }
        case .output(let output): lower(agreed: output)
        case .assert(let condition, let message, let span):
            lowerAssert(condition, StopReason(.assertion, span, message))
        case .fail(let message, let condition, let span):
            end(.number(-125), if: condition, StopReason(.fail, span, message))
        case .stop(let condition, let span): stop(if: condition, span)
        default: lowerBlockStatement(statement)
        }
    }

    /// What a call or a proc returned, which may be the number of an error.
    private func isResult(_ value: ValueID) -> Bool {
        var seen: Set<Int> = []
        return isResult(value, &seen)
    }

    /// - Parameter seen: locals, which may be made of themselves.
    private func isResult(_ value: ValueID, _ seen: inout Set<Int>) -> Bool {
        switch program[value] {
        case .result: return true
        case .fitting(let inner, _): return isResult(inner, &seen)
        case .local(let index):
            guard seen.insert(index).inserted else { return false }
            for inner in program.localValues[index, default: []] where isResult(inner, &seen) {
                return true
            }
            return false
        default: return false
        }
    }

    /// What is compared stays with the record that stops the chain, so that the report can show it: both sides,
    /// and 1 where they have no sign, 2 and 4 where the first and the second may be an error's number.
    private mutating func lowerAssert(_ condition: ValueID, _ reason: StopReason) {
        let held = newLabel()
        var sides: [Word] = []
        switch program[condition] {
        case .binary(let op, let a, let b):
            guard let test = op.condition else { break }
            let isSwapped = isWritten(b, before: a, within: reason.span)
            let (first, second) = isSwapped ? (b, a) : (a, b)
            let marks = (isResult(first) ? 2 : 0) + (isResult(second) ? 4 : 0)
            sides =
                compared(a, b, test, isSwapped: isSwapped, to: held) + [.number(Int64(marks))]
        case .below(let a, let b, let orEqual):
            let test = orEqual ? ACALL_IF_BELOW_EQUAL : ACALL_IF_BELOW
            sides =
                compared(a, b, test, isSwapped: isMore(reason.span), to: held) + [.number(1)]
        default: break
        }
        if sides.isEmpty { branch(if: condition, is: true, to: held) }
        emit(
            ACALL_OP_VALUE, [.number(-125)] + sides, stop: reason,
            stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
        place(held)
    }

    /// Both sides, in the order in which they are written.
    private mutating func compared(
        _ a: ValueID, _ b: ValueID, _ test: Int32, isSwapped: Bool, to held: Label
    ) -> [Word] {
        let (x, y) = (word(a), word(b))
        branch(test, x, y, to: held)
        return isSwapped ? [y, x] : [x, y]
    }

    /// An argument of a proc stands elsewhere: its place says nothing.
    private func isWritten(_ a: ValueID, before b: ValueID, within span: Span) -> Bool {
        let (first, second) = (program.span(of: a), program.span(of: b))
        return span.start <= first.start && first.start < second.start && second.end <= span.end
    }

    /// Whether a comparison is written with `>` or `>=`, which compares the second side with the first.
    private func isMore(_ span: Span) -> Bool {
        let text = image.source[Int(span.start)..<Int(span.end)]
        var depth = 0
        for (index, byte) in zip(text.indices, text) {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "<"), UInt8(ascii: ">"):
                let isShift =
                    text[..<index].last == byte || text[(index + 1)...].first == byte
                if depth == 0, !isShift { return byte == UInt8(ascii: ">") }
            default: break
            }
        }
        return false
    }

    /// Ends the chain, well; of many items, the item's part of it.
    private mutating func stop(if condition: ValueID?, _ span: Span) {
        if let item = itemFrame { return leave(item, isBreak: false, if: condition) }
        end(.number(0), if: condition, StopReason(.stop, span))
    }

    /// Ends the chain here, where the condition holds.
    private mutating func end(_ value: Word, if condition: ValueID?, _ reason: StopReason) {
        guarded(by: condition) {
            $0.emit(ACALL_OP_VALUE, [value], stop: reason, stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
        }
    }

    mutating func guarded(by condition: ValueID?, _ body: (inout Lowering) -> Void) {
        guard let condition else { return body(&self) }
        let after = newLabel()
        branch(if: condition, is: false, to: after)
        body(&self)
        place(after)
    }

    // MARK: Finishing

    private mutating func finish() {
        enter(0)
        swapSegment(0)
        for (record, label, batch) in branches {
            let target = UInt64(labels[label.index] - batch)
            withArgument(3, of: record) { $0 = target }
        }
        image.sites.removeAll { $0.count == 0 }
        let layout = lay()
        resolve(layout)
        nameStorage(layout)
    }

    /// Where each region's two parts begin.
    private struct Layout {
        var data: [UInt64] = []
        var zeroes: [UInt64] = []

        func resolved(_ ref: DataRef) -> UInt64 {
            (ref.isZero ? zeroes : data)[ref.region] + UInt64(ref.offset)
        }
    }

    /// The initialised parts of all regions one after the other, then their zeroes.
    private mutating func lay() -> Layout {
        var layout = Layout()
        for index in segments.indices {
            align(to: 16)
            layout.data.append(UInt64(image.data.count))
            let start = UInt32(image.data.count)
            image.data += segments[index].data
            image.dataRelocations += segments[index].relocations.sorted().map { $0 + start }
        }
        align(to: segments.contains { $0.zeroSize >= 4096 } ? 4096 : 16)
        var end = UInt64(image.data.count)
        for segment in segments {
            let alignment: UInt64 = segment.zeroSize >= 4096 ? 4096 : 16
            end = (end + alignment - 1) / alignment * alignment
            layout.zeroes.append(end)
            end += segment.zeroSize
        }
        image.dataSize = UInt32(end)
        for (index, parent) in program.regionParents.enumerated() {
            let segment = segments[index + 1]
            image.regions.append(
                ChainRegion(
                    parent: UInt32(parent), data: UInt32(layout.data[index + 1]),
                    dataCount: UInt32(segment.data.count),
                    zeroes: UInt32(layout.zeroes[index + 1]),
                    zeroCount: UInt32(segment.zeroSize)))
        }
        return layout
    }

    /// What is meant becomes where it is.
    private mutating func resolve(_ layout: Layout) {
        for index in image.records.indices {
            let mask = image.relocations[index]
            for argument in 0..<6 where mask.contains(.argument(argument)) {
                withArgument(argument, of: index) { $0 = layout.resolved(DataRef(raw: $0)) }
            }
            if mask.contains(.completion) {
                let place = DataRef(raw: image.records[index].completion_pointer)
                image.records[index].completion_pointer = layout.resolved(place)
            }
        }
        for offset in image.dataRelocations {
            let value = DataRef(raw: readData(at: Int(offset)))
            writeData(layout.resolved(value), at: Int(offset))
        }
        for (index, ref) in stepRefs.enumerated() {
            image.steps[index].result = UInt32(layout.resolved(ref))
        }
    }

    private mutating func nameStorage(_ layout: Layout) {
        for (index, storage) in program.storages.enumerated() where !storage.isMapping {
            let offset = layout.resolved(storageRefs[index])
            var structure = StringRef.empty
            if case .structure(let info) = storage.type { structure = intern(info.layout.name) }
            image.storages.append(
                StorageEntry(
                    name: intern(program.names[storage.name]), offset: UInt32(offset),
                    size: UInt32(storage.size), structure: structure))
        }
        image.storages.sort { $0.offset < $1.offset }
    }
}

extension BatchImage {
    /// Lowers a checked program. It cannot fail: every limit is the checker's.
    package init(lowering program: CheckedProgram) {
        var lowering = Lowering(program)
        lowering.run()
        self = lowering.image
    }
}
