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

struct Lowering {
    let program: TypedProgram
    var image: BatchImage
    var data: DataSegment
    var jumps = Jumps()
    var position = RecordPosition()
    var slots: Slots
    var owned: OwnedSlots
    var tasks: TaskBatches
    var around = Surrounding()
    /// Some call maps memory.
    let hasMappings: Bool

    init(_ program: TypedProgram) {
        self.program = program
        image = BatchImage(architecture: program.architecture)
        image.sourceName = program.source.name
        image.source = program.source.bytes
        data = DataSegment(regions: program.chains.regionParents.count + 1)
        slots = Slots(program)
        owned = OwnedSlots(program)
        tasks = TaskBatches(tasks: program.chains.tasks.count)
        hasMappings = program.steps.contains { $0.mapped != nil }
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
        while next < tasks.queue.count {
            lower(task: tasks.queue[next])
            next += 1
        }
        finish()
    }

    /// Appends to another region.
    mutating func inRegion(_ other: Int, _ body: (inout Lowering) -> Void) {
        let before = data.region
        data.enter(other)
        body(&self)
        data.enter(before)
    }

    /// One batch.
    mutating func lowerChain(region: Int, _ body: (inout Lowering) -> Void) {
        data.enter(region)
        position.batchStart = image.records.count
        owned.kept = nil
        pushFrame(.chain)
        body(&self)
        endFrame()
        if image.records.count == position.batchStart { emit(ACALL_OP_VALUE, [.number(0)]) }
        let count = image.records.count - position.batchStart
        for index in position.batchStart..<position.batchStart + count - 1 {
            image.records[index].flags |= UInt32(ACALL_SUBMIT_LINK)
        }
        image.batches.append(
            Batch(
                firstRecord: UInt32(position.batchStart), count: UInt32(count),
                region: UInt32(region)))
    }

    mutating func lower(_ statement: CheckedStatement) {
        position.currentStep = nil
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
            let armed = data.slot(0)
            emit(ACALL_OP_MOVE, [.data(armed), .number(1)])
            around.frames[around.frames.count - 1].cleanUps.append(
                .deferred(step: step, armed: armed))
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
            for inner in program.words.localValues[index] where isResult(inner, &seen) {
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
        for (record, label, batch) in jumps.branches {
            let target = UInt64(jumps.labels[label.index] - batch)
            withArgument(3, of: record) { $0 = target }
        }
        image.sites.removeAll { $0.count == 0 }
        let layout = data.laid(parents: program.chains.regionParents)
        image.data = layout.bytes
        image.dataRelocations = layout.relocations
        image.dataSize = UInt32(layout.size)
        image.regions += layout.regions
        resolve(layout)
        nameStorage(layout)
    }

    /// What is meant becomes where it is.
    private mutating func resolve(_ layout: DataSegment.Layout) {
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
        for (index, ref) in slots.stepRefs.enumerated() {
            image.steps[index].result = UInt32(layout.resolved(ref))
        }
    }

    private mutating func nameStorage(_ layout: DataSegment.Layout) {
        for (index, storage) in program.data.storages.enumerated() where !storage.isMapping {
            let offset = layout.resolved(slots.storageRefs[index])
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
    package init(lowering program: TypedProgram) {
        var lowering = Lowering(program)
        lowering.run()
        self = lowering.image
    }
}
