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

    func advanced(by bytes: Int) -> DataRef {
        DataRef(raw: raw &+ UInt64(bitPattern: Int64(bytes)))
    }
}

struct Label: Hashable {
    var index: Int
}

/// What the end of the chain does, whichever way it ends.
enum CleanUp {
    case close(descriptor: Int)
    case deferred(step: Int, armed: DataRef)
}

struct Lowering {
    let program: CheckedProgram
    var image: BatchImage
    /// The size of the zeroed part so far.
    var zeroSize: UInt64 = 0
    var labels: [Int] = []
    /// Branches whose target is not placed yet.
    var branches: [(record: Int, label: Label)] = []

    var storageRefs: [DataRef] = []
    var constantRefs: [DataRef] = []
    var inputRefs: [DataRef] = []
    /// By step: where its result is, once it is lowered.
    var resultRefs: [DataRef?] = []
    /// By descriptor: the slot that holds it while the program owns it, else a negative number.
    var ownedRefs: [DataRef?] = []
    var sliceRefs: [DataRef?] = []
    /// The newest entry of the string table.
    var lastString: StringRef?
    var cleanUps: [CleanUp] = []
    /// Every record of the clean-up has the flag.
    var isCleaningUp = false
    /// The entry of `image.steps` that records belong to.
    var currentStep: UInt32?

    init(_ program: CheckedProgram) {
        self.program = program
        image = BatchImage(architecture: program.architecture)
        image.sourceName = program.source.name
        image.source = program.source.bytes
        resultRefs = Array(repeating: nil, count: program.steps.count)
        ownedRefs = Array(repeating: nil, count: program.descriptors.count)
        sliceRefs = Array(repeating: nil, count: program.slices.count)
        image.records.reserveCapacity(program.statements.count * 2)
    }

    mutating func run() {
        placeInputs()
        placeStorage()
        for statement in program.statements {
            currentStep = nil
            lower(statement)
        }
        isCleaningUp = true
        for cleanUp in cleanUps.reversed() {
            currentStep = nil
            lower(cleanUp)
        }
        finish()
    }

    private mutating func lower(_ statement: CheckedStatement) {
        switch statement {
        case .store(let address, let value, let type, let span):
            emit(
                ACALL_OP_STORE, [word(address), word(value), .number(type.format)],
                stop: StopReason(.arithmetic, span))
        case .copy(let address, let capacity, let source, let count, let span):
            emit(
                ACALL_OP_COPY,
                [word(address), .number(Int64(capacity)), word(source), word(count)],
                stop: StopReason(.bounds, span))
        case .call(let step): lowerCall(step, origin: .written)
        case .deferred(let step):
            let armed = slot(0)
            emit(ACALL_OP_MOVE, [.data(armed), .number(1)])
            cleanUps.append(.deferred(step: step, armed: armed))
        case .virtual(let call, let condition, let span):
            switch call {
            case .endChain: end(.number(0), if: condition, StopReason(.stop, span))
            case .endProgram(let status):
                guarded(by: condition) {
                    $0.emit(
                        ACALL_OP_VALUE, [$0.word(status)], stop: StopReason(.exit, span),
                        stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
                }
            }
        case .output(let output): lower(output)
        case .assert(let condition, let message, let span):
            let held = newLabel()
            branch(if: condition, is: true, to: held)
            end(.number(-125), if: nil, StopReason(.assertion, span, message))
            place(held)
        case .fail(let message, let condition, let span):
            end(.number(-125), if: condition, StopReason(.fail, span, message))
        case .stop(let condition, let span):
            end(.number(0), if: condition, StopReason(.stop, span))
        }
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

    private mutating func lower(_ output: CheckedOutput) {
        let name = intern(program.names[output.name])
        let isSet = slot(0)
        let kind: OutputKind
        let value: DataRef
        switch output.content {
        case .integer(let id, let isUnsigned):
            kind = isUnsigned ? .unsigned : .integer
            value = slot(0)
            emit(ACALL_OP_MOVE, [.data(value), word(id)])
        case .descriptor(let id, let owned):
            kind = .descriptor
            value = slot(0)
            emit(ACALL_OP_MOVE, [.data(value), word(id)])
            if let owned, let ref = ownedRefs[owned] {
                emit(ACALL_OP_MOVE, [.data(ref), .number(-1)])
            }
        case .bytes(let address, let count, let capacity, let form):
            kind =
                switch form {
                case .text: .text
                case .hex: .hex
                case .bytes: .bytes
                case .string: .string
                }
            value = slot(0)
            _ = slot(0)
            if let capacity {
                // The bytes are what they are now, whatever the program does to its storage later.
                let copy = reserve(max(1, capacity), alignment: 16)
                relocate(at: value, to: copy)
                let size = word(count)
                emit(
                    ACALL_OP_COPY,
                    [.data(copy), .number(Int64(capacity)), word(address), size],
                    stop: StopReason(.bounds, output.span))
                emit(ACALL_OP_MOVE, [.data(value.advanced(by: 8)), size])
            } else {
                emit(ACALL_OP_MOVE, [.data(value), word(address)])
                emit(ACALL_OP_MOVE, [.data(value.advanced(by: 8)), word(count)])
            }
        }
        emit(ACALL_OP_MOVE, [.data(isSet), .number(1)])
        image.outputs.append(
            OutputEntry(
                name: name, kind: kind, slot: UInt32(value.raw), isSet: UInt32(isSet.raw)))
    }

    private mutating func lower(_ cleanUp: CleanUp) {
        let after = newLabel()
        switch cleanUp {
        case .close(let descriptor):
            guard let owned = ownedRefs[descriptor] else { return }
            branch(ACALL_IF_LESS, .slot(owned), .number(0), to: after)
            let span = program.steps[program.descriptors[descriptor].step].span
            let completion = newCompletion()
            beginStep(
                name: nil, call: "close", origin: .automaticClose, span: span, result: completion)
            emitCall(
                program.closeNumber, [.slot(owned)], completion: completion,
                stop: StopReason(.callFailed, span))
        case .deferred(let step, let armed):
            branch(ACALL_IF_EQUAL, .slot(armed), .number(0), to: after)
            let count = cleanUps.count
            lowerCall(step, origin: .deferred)
            // What a deferred call opens is closed right after it.
            for opened in cleanUps[count...].reversed() {
                currentStep = nil
                lower(opened)
            }
        }
        place(after)
    }

    // MARK: Finishing

    private mutating func finish() {
        if image.records.isEmpty { emit(ACALL_OP_VALUE, [.number(0)]) }
        for (record, label) in branches {
            let target = UInt64(labels[label.index])
            withArgument(3, of: record) { $0 = target }
        }
        for index in image.records.indices.dropLast() {
            image.records[index].flags |= UInt32(ACALL_SUBMIT_LINK)
        }
        image.batches = [Batch(firstRecord: 0, count: UInt32(image.records.count))]
        let hasPages = zeroSize >= 4096
        align(to: hasPages ? 4096 : 16)
        let zeroBase = UInt64(image.data.count)
        resolveZeroes(zeroBase)
        image.dataSize = UInt32(zeroBase + zeroSize)
        image.dataRelocations.sort()
        nameStorage(zeroBase)
    }

    /// Adds the start of the zeroed part wherever a place in it is meant.
    private mutating func resolveZeroes(_ base: UInt64) {
        func resolve(_ field: inout UInt64) {
            if field >= DataRef.zeroMark { field = field - DataRef.zeroMark + base }
        }
        for index in image.records.indices {
            let mask = image.relocations[index]
            for argument in 0..<6 where mask.contains(.argument(argument)) {
                withArgument(argument, of: index, resolve)
            }
        }
        for offset in image.dataRelocations {
            var value = readData(at: Int(offset))
            resolve(&value)
            writeData(value, at: Int(offset))
        }
    }

    private mutating func nameStorage(_ zeroBase: UInt64) {
        for (index, storage) in program.storages.enumerated() {
            var offset = storageRefs[index].raw
            if offset >= DataRef.zeroMark { offset = offset - DataRef.zeroMark + zeroBase }
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
