// What a chain did, told afterwards from what it left in memory: so that nobody need be told while it runs.
//
// Input: the image of one chain. Output: whether its records run at most once each and leave what they were called
// with as it was; then, after a run, its log. Invariant: a log made so says what an observer's would, but for the
// times.

import AcallCatalog
import AcallEngine
import AcallImage
import CAcall

struct Replay {
    /// The records that make calls.
    private let calls: [Int]
    /// Storage of which one call alone writes as many bytes as it returns.
    let measured: [MeasuredStorage]

    /// nil where something that a report shows is gone when the chain has ended.
    init?(_ image: BatchImage, catalog: Catalog) {
        var survey = Survey(image, catalog)
        guard image.batches.count == 1, survey.isTellable() else { return nil }
        calls = image.records.indices.filter { image.records[$0].nr < ACALL_OP_BASE }
        measured = survey.measured
    }

    /// Logs what a chain that has ended did. The log knows the records that stopped it, and the calls that were made
    /// again.
    func log(_ records: UnsafeMutablePointer<acall_submission>, _ end: ChainEnd, in log: EventLog) {
        for index in calls {
            let record = records + index
            guard !isTold(log.records[index], index, end), wasMade(record, index, end),
                let completion = UnsafePointer<acall_completion>(
                    bitPattern: UInt(record.pointee.completion_pointer))
            else { continue }
            var arguments = record.pointee.args
            withUnsafeMutableBytes(of: &arguments) { bytes in
                let arguments = bytes.bindMemory(to: UInt64.self)
                let flags = record.pointee.flags >> UInt32(ACALL_SUBMIT_INDIRECT_SHIFT)
                for position in 0..<6 where flags & 1 << UInt32(position) != 0 {
                    guard let word = UnsafeRawPointer(bitPattern: UInt(arguments[position])) else {
                        continue
                    }
                    arguments[position] = word.loadUnaligned(as: UInt64.self)
                }
                guard let base = arguments.baseAddress else { return }
                var code = Int64(bitPattern: completion.pointee.return_code)
                // For a request that ended a record the engine gives its submitter the kernel's code.
                if code == -4, index == end.stoppedAt, isMadeAgain(record) { code = -125 }
                EventLog.completed(log.context, record, base, code, 0, 0)
            }
        }
        log.orderByRecord()
    }

    /// Whether the log has the record's end: a call that was interrupted was made again, but for one that stopped the
    /// chain.
    private func isTold(_ events: RecordEvents, _ index: Int, _ end: ChainEnd) -> Bool {
        guard let newest = events.newest else { return false }
        return newest.pointee.result != -4 || index == end.stoppedAt
    }

    /// A signal's handler that interrupts the call does not stop the chain.
    private func isMadeAgain(_ record: UnsafePointer<acall_submission>) -> Bool {
        record.pointee.flags & ACALL_SUBMIT_INTERRUPTIBLE != 0
            || acall_call_traits(record.pointee.nr) & ACALL_CALL_IS_MADE_ONCE == 0
    }

    /// A record has its cookie stored when it is passed over too.
    private func wasMade(
        _ record: UnsafePointer<acall_submission>, _ index: Int, _ end: ChainEnd
    ) -> Bool {
        guard
            let completion = UnsafePointer<acall_completion>(
                bitPattern: UInt(record.pointee.completion_pointer)),
            completion.pointee.cookie == record.pointee.cookie
        else { return false }
        return end.stoppedAt < 0 || index <= end.stoppedAt
            || record.pointee.flags & ACALL_SUBMIT_CLEANUP != 0
    }
}

/// A piece of storage, and the call that writes to it: all that is written are so many bytes as it returns.
struct MeasuredStorage {
    /// Whether anything but the call may look at more of it than those bytes.
    var isVisible = true
    /// In the data segment.
    var range: Range<Int>
    /// Where the call's return code stands.
    var result: Int
    /// The address it was given, or where that stands.
    var address: Int
    var isIndirect: Bool
}

extension BatchImage {
    /// A call's parameters, with the types that they have for its operation; nil where that is known only when it is
    /// made, or not listed.
    func parameters(
        of record: Int, _ row: Syscall, _ format: inout Catalog.Format
    ) -> [Parameter]? {
        guard row.parameters.contains(where: { $0.cases != nil }) else { return row.parameters }
        let words = (0..<6).map { position -> ShownCall.Word in
            let bit = UInt32(1) << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + Int32(position))
            let isLiteral =
                !relocations[record].contains(.argument(position))
                && records[record].flags & bit == 0
            let value = withUnsafeBytes(of: records[record].args) {
                $0.loadUnaligned(fromByteOffset: position * 8, as: UInt64.self)
            }
            return isLiteral ? .value(value) : .named("")
        }
        let call = ShownCall(row, words, NoMemory(), .planned)
        return format.isListed(call) ? format.parameters(of: call) : nil
    }
}

/// Looks at the records in their order, which is that of their execution.
private struct Survey {
    private let image: BatchImage
    private let catalog: Catalog
    private var format: Catalog.Format
    /// Storage that some call was given: its entry's index.
    private var shown: Set<Int> = []
    private var completions: Set<UInt64> = []
    /// By storage: what one call writes there; and storage that is written in another way.
    private var written: [Int: MeasuredStorage] = [:]
    private var unmeasured: Set<Int> = []

    var measured: [MeasuredStorage] {
        written.filter { !unmeasured.contains($0.key) }.map { $0.value }
            .filter { $0.range.lowerBound >= image.data.count }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
            .map { storage in
                var storage = storage
                storage.isVisible = isVisible(storage)
                return storage
            }
    }

    /// Whether a record but the call's names the storage, other than for its first bytes, as many as the call returned.
    private func isVisible(_ storage: MeasuredStorage) -> Bool {
        func isInside(_ place: UInt64) -> Bool { storage.range.contains(Int(clamping: place)) }
        let result = UInt64(storage.result)
        for index in image.records.indices where image.records[index].completion_pointer != result {
            for position in 0..<6 {
                switch operand(position, of: index) {
                case .literal: continue
                case .slot(let slot): if isInside(slot) { return true }
                case .place(let place):
                    guard isInside(place) else { continue }
                    guard image.records[index].nr == ACALL_OP_SLICE, position == 1,
                        place == UInt64(storage.range.lowerBound),
                        case .literal = operand(2, of: index), argument(2, of: index) == 0,
                        case .slot(result) = operand(3, of: index)
                    else { return true }
                }
            }
        }
        // Addresses that stand in the data.
        return image.dataRelocations.contains { offset in
            image.data.withUnsafeBytes {
                isInside($0.loadUnaligned(fromByteOffset: Int(offset), as: UInt64.self))
            }
        }
    }

    init(_ image: BatchImage, _ catalog: Catalog) {
        self.image = image
        self.catalog = catalog
        format = Catalog.Format(catalog)
    }

    mutating func isTellable() -> Bool {
        for index in image.records.indices {
            let isFine =
                image.records[index].nr < ACALL_OP_BASE
                ? isTellableCall(index) : isHarmlessOperation(index)
            if !isFine { return false }
        }
        return true
    }

    // MARK: Operations

    private mutating func isHarmlessOperation(_ index: Int) -> Bool {
        let record = image.records[index]
        switch record.nr {
        case ACALL_OP_BRANCH: return Int64(bitPattern: argument(3, of: index)) > Int64(index)
        case ACALL_OP_VALUE, ACALL_OP_DEADLINE: return true
        case ACALL_OP_FETCH_ADD, ACALL_OP_HOST, ACALL_OP_WAIT, ACALL_OP_CANCEL: return false
        default: break
        }
        // All others write to what their first argument names.
        guard case .place(let place) = operand(0, of: index) else { return false }
        guard let entry = storage(at: place) else { return true }
        unmeasured.insert(entry)
        return !shown.contains(entry)
    }

    // MARK: Calls

    private mutating func isTellableCall(_ index: Int) -> Bool {
        let record = image.records[index]
        guard image.relocations[index].contains(.completion),
            completions.insert(record.completion_pointer).inserted,
            let row = catalog.syscall(number: record.nr),
            let parameters = image.parameters(of: index, row, &format),
            CapturePlan(parameters, catalog: catalog).steps.allSatisfy({ $0.nested.isEmpty })
        else { return false }
        for position in 0..<6 {
            let operand = operand(position, of: index)
            if case .slot(let slot) = operand,
                storage(at: slot) != nil || isWritten(slot, after: index)
            {
                return false
            }
            guard position < parameters.count,
                case .pointer(_, let direction) = parameters[position].type
            else { continue }
            // What stood there before the call is gone.
            if direction == .inOut {
                guard case .literal = operand, argument(position, of: index) == 0 else {
                    return false
                }
                continue
            }
            switch base(of: operand, before: index) {
            case .nothing: continue
            case .unknown: return false
            case .storage(let entry):
                if !shown.insert(entry).inserted && direction != .in { return false }
                if direction != .in { note(entry, operand, index, row) }
            }
        }
        return true
    }

    /// The call writes to the storage.
    private mutating func note(_ entry: Int, _ operand: Operand, _ index: Int, _ row: Syscall) {
        let storage = image.storages[entry]
        let (address, isIndirect): (UInt64, Bool)
        switch operand {
        case .literal: return
        case .place(let place): (address, isIndirect) = (place, false)
        case .slot(let slot): (address, isIndirect) = (slot, true)
        }
        guard row.traits.contains(.measuring) else {
            unmeasured.insert(entry)
            return
        }
        written[entry] = MeasuredStorage(
            isVisible: true,
            range: Int(storage.offset)..<Int(storage.offset) + Int(storage.size),
            result: Int(image.records[index].completion_pointer), address: Int(address),
            isIndirect: isIndirect)
    }

    private func isWritten(_ slot: UInt64, after index: Int) -> Bool {
        image.records.indices[(index + 1)...].contains { later in
            let record = image.records[later]
            if image.relocations[later].contains(.completion),
                record.completion_pointer <= slot, slot < record.completion_pointer + 40
            {
                return true
            }
            // A slice has two words.
            guard record.nr >= ACALL_OP_BASE, case .place(let place) = operand(0, of: later) else {
                return false
            }
            return place == slot || record.nr == ACALL_OP_SLICE && place + 8 == slot
        }
    }

    /// What memory an argument names.
    private enum Base {
        /// None that the program writes to.
        case nothing
        case storage(Int)
        case unknown
    }

    private func base(of operand: Operand, before index: Int) -> Base {
        switch operand {
        case .literal: return .nothing
        case .place(let place): return storage(at: place).map { .storage($0) } ?? .nothing
        case .slot(let slot):
            if image.inputs.contains(where: { UInt64($0.slot) == slot }) { return .nothing }
            var base = Base.unknown
            for earlier in 0..<index {
                guard image.records[earlier].nr >= ACALL_OP_BASE,
                    case .place(slot) = self.operand(0, of: earlier)
                else { continue }
                guard image.records[earlier].nr == ACALL_OP_SLICE else { return .unknown }
                base = self.base(of: self.operand(1, of: earlier), before: earlier)
            }
            return base
        }
    }

    // MARK: Records

    private enum Operand {
        case literal
        /// An address in the data.
        case place(UInt64)
        /// What stands at an address in the data.
        case slot(UInt64)
    }

    private func operand(_ position: Int, of index: Int) -> Operand {
        guard image.relocations[index].contains(.argument(position)) else { return .literal }
        let value = argument(position, of: index)
        let bit = UInt32(1) << UInt32(ACALL_SUBMIT_INDIRECT_SHIFT + Int32(position))
        return image.records[index].flags & bit != 0 ? .slot(value) : .place(value)
    }

    private func argument(_ position: Int, of index: Int) -> UInt64 {
        withUnsafeBytes(of: image.records[index].args) {
            $0.loadUnaligned(fromByteOffset: position * 8, as: UInt64.self)
        }
    }

    private func storage(at place: UInt64) -> Int? {
        image.storages.firstIndex {
            UInt64($0.offset) <= place && place < UInt64($0.offset) + UInt64($0.size)
        }
    }
}
