// The verifier's part for records: flags, pointers, and each argument as its system call or operation
// takes it.
//
// Input: records of a batch whose range is checked. Output: nothing, or an error with the record and the
// field. Invariant: after it, a relocated field lies inside the data segment with all the bytes that the
// call is known to touch, and no other field is taken for an address.

import AcallCatalog
import CAcall

extension ImageVerifier {
    mutating func checkRecords(of batch: Batch, at batchIndex: Int) throws(ImageError) {
        let first = Int(batch.firstRecord)
        let last = first + Int(batch.count) - 1
        for index in first...last {
            let record = image.records[index]
            try checkFlags(of: record, at: index, isLast: index == last)
            try checkPointers(of: record, at: index)
            for argument in 0..<acall_submission.argumentCount where record.isIndirect(argument) {
                try checkIndirect(argument, of: record, at: index)
            }
            if let operation = Operation(number: record.nr) {
                try check(operation, record, at: index, batch: batch)
            } else {
                try checkCall(record, at: index)
            }
            let step = image.recordSteps[index]
            guard step == ImageFormat.noStep || step < image.steps.count else {
                throw ImageError(
                    .entry(.records, index),
                    "it belongs to step \(step); there are \(image.steps.count)")
            }
        }
    }

    // MARK: The record itself

    private func checkFlags(
        of record: acall_submission, at index: Int, isLast: Bool
    ) throws(ImageError) {
        let place = ImageError.Place.field(.records, index, "flags")
        let known = UInt32(ACALL_SUBMIT_KNOWN_FLAGS) & ~UInt32(ACALL_SUBMIT_COUNTED)
        let unknown = record.flags & ~known
        guard unknown == 0 else {
            throw ImageError(place, "\(hexadecimal(UInt64(unknown))) is unknown")
        }
        guard record.flags & UInt32(ACALL_SUBMIT_STOP_MASK) <= UInt32(ACALL_SUBMIT_STOP_ALWAYS)
        else { throw ImageError(place, "the stop condition is unknown") }
        let isLinked = record.flags & UInt32(ACALL_SUBMIT_LINK) != 0
        guard isLinked != isLast else {
            throw ImageError(
                place,
                isLast
                    ? "the last record of a batch is linked to the next"
                    : "it is not linked to the next record of its batch")
        }
        guard record.cookie == UInt64(index) + 1 else {
            throw ImageError(
                .field(.records, index, "cookie"), "it is \(record.cookie), not \(index + 1)")
        }
    }

    private func checkPointers(of record: acall_submission, at index: Int) throws(ImageError) {
        let mask = image.relocations[index]
        guard mask.isSubset(of: .all) else {
            throw ImageError(.relocation(record: index, "mask"), "it has unknown bits")
        }
        guard record.completion_ring_pointer == 0, !mask.contains(.ring) else {
            throw ImageError(.field(.records, index, "ring"), "this version has no rings")
        }
        guard record.id_pointer == 0, !mask.contains(.id) else {
            throw ImageError(.field(.records, index, "id"), "this version has no ids")
        }
        let place = ImageError.Place.field(.records, index, "completion")
        let isObserved = record.flags & UInt32(ACALL_SUBMIT_OBSERVED) != 0
        guard mask.contains(.completion) else {
            guard record.completion_pointer == 0 else {
                throw ImageError(
                    place, "\(hexadecimal(record.completion_pointer)) is not relocated")
            }
            guard !isObserved else {
                throw ImageError(place, "an observed record has a completion")
            }
            return
        }
        let slots = record.completionSize / 8
        if let problem = problem(ofSlots: UInt64(slots), at: record.completion_pointer) {
            throw ImageError(.relocation(record: index, "completion"), problem)
        }
    }

    private func checkIndirect(
        _ argument: Int, of record: acall_submission, at index: Int
    ) throws(ImageError) {
        guard image.relocations[index].contains(.argument(argument)) else {
            throw ImageError(
                .argument(record: index, argument), "it is indirect and not relocated")
        }
        if let problem = problem(ofSlots: 1, at: record.argument(argument)) {
            throw ImageError(.relocation(record: index, "argument \(argument)"), problem)
        }
    }

    // MARK: Operations

    private func check(
        _ operation: Operation, _ record: acall_submission, at index: Int, batch: Batch
    ) throws(ImageError) {
        for argument in 0..<acall_submission.argumentCount {
            let place = ImageError.Place.argument(record: index, argument)
            let isRelocated = image.relocations[index].contains(.argument(argument))
            let isIndirect = record.isIndirect(argument)
            let value = record.argument(argument)
            guard argument < operation.operands.count else {
                guard value == 0, !isRelocated else {
                    throw ImageError(
                        place, "\(operation.name) has \(operation.operands.count) arguments")
                }
                continue
            }
            let operand = operation.operands[argument]
            switch operand {
            case .condition, .format, .target, .function, .context:
                guard !isRelocated else {
                    throw ImageError(place, "\(operation.name) wants a literal here")
                }
                if let problem = problem(ofLiteral: value, for: operand, batch: batch) {
                    throw ImageError(place, problem)
                }
            case .value:
                if isRelocated, !isIndirect, let problem = problem(ofBytes: 0, at: value) {
                    throw ImageError(.relocation(record: index, "argument \(argument)"), problem)
                }
            case .destination, .address:
                guard isRelocated else {
                    throw ImageError(
                        place, "\(operation.name) wants an address here, not a literal")
                }
                if !isIndirect {
                    try checkAddress(argument, operand, of: record, at: index)
                }
            }
        }
        try checkSlice(record, at: index)
    }

    private func problem(
        ofLiteral value: UInt64, for operand: Operation.Operand, batch: Batch
    ) -> String? {
        switch operand {
        case .condition:
            value <= UInt64(ACALL_IF_LAST) ? nil : "condition \(value) is unknown"
        case .format:
            Operation.width(ofFormat: value) != nil
                ? nil : "format \(hexadecimal(value)) is unknown"
        case .target:
            value <= UInt64(batch.count)
                ? nil : "the branch goes to record \(value) of a batch of \(batch.count)"
        case .function:
            HostFunction(rawValue: value) != nil ? nil : "function \(value) is unknown"
        case .context: value == 0 ? nil : "the loader's own goes here"
        case .destination, .value, .address: nil
        }
    }

    private func checkAddress(
        _ argument: Int, _ operand: Operation.Operand, of record: acall_submission, at index: Int
    ) throws(ImageError) {
        let offset = record.argument(argument)
        var problem: String?
        switch operand {
        case .destination(let size):
            problem = self.problem(ofSlots: UInt64(size / 8), at: offset)
        case .address(.fixed(let size)):
            problem = self.problem(ofSlots: UInt64(size / 8), at: offset)
        case .address(.format(let other)):
            // An unknown format is found when its own turn comes.
            let width = Operation.width(ofFormat: record.argument(other)) ?? 1
            problem = self.problem(ofBytes: UInt64(width), at: offset)
        case .address(.count(let other)):
            problem = self.problem(ofBytes: 0, at: offset)
            if problem == nil, let count = literal(other, of: record, at: index) {
                problem = self.problem(ofBytes: count, at: offset)
            }
        case .value, .condition, .format, .target, .function, .context: break
        }
        if let problem {
            throw ImageError(.relocation(record: index, "argument \(argument)"), problem)
        }
    }

    /// A slice of a base that is known and whose capacity is known is of memory that is there.
    private func checkSlice(_ record: acall_submission, at index: Int) throws(ImageError) {
        guard record.nr == ACALL_OP_SLICE, !record.isIndirect(1),
            image.relocations[index].contains(.argument(1)),
            let capacity = literal(4, of: record, at: index)
        else { return }
        if let problem = problem(ofBytes: capacity, at: record.argument(1)) {
            throw ImageError(.relocation(record: index, "argument 1"), problem)
        }
    }

    /// An argument that is neither relocated nor indirect.
    private func literal(_ argument: Int, of record: acall_submission, at index: Int) -> UInt64? {
        let isLiteral =
            !record.isIndirect(argument)
            && !image.relocations[index].contains(.argument(argument))
        return isLiteral ? record.argument(argument) : nil
    }

    // MARK: System calls

    private mutating func checkCall(_ record: acall_submission, at index: Int) throws(ImageError) {
        let place = ImageError.Place.entry(.records, index)
        guard record.nr < ACALL_OP_BASE else {
            throw ImageError(place, "operation \(hexadecimal(UInt64(record.nr))) is unknown")
        }
        guard let call = calls.call(number: record.nr) else {
            throw ImageError(
                place, "\(image.architecture) has no system call with the number \(record.nr)")
        }
        switch call.syscall.policy {
        case .allow, .own: break
        case .reject, .virtual, .isolate, .host:
            // The compiler has looked at the arguments.
            if !call.syscall.exceptions.isEmpty { break }
            throw ImageError(
                place, "\(call.syscall.name) may not run in an image: \(call.syscall.policyReason)")
        }
        for argument in 0..<acall_submission.argumentCount where !record.isIndirect(argument) {
            try check(argument, of: call, record, at: index)
        }
    }

    private func check(
        _ argument: Int, of call: KnownCall, _ record: acall_submission, at index: Int
    ) throws(ImageError) {
        let value = record.argument(argument)
        let isRelocated = image.relocations[index].contains(.argument(argument))
        let parameters = call.syscall.parameters
        let parameter = argument < parameters.count ? parameters[argument] : nil
        guard isRelocated else {
            if value != 0, let parameter, case .pointer(let pointee, _) = parameter.type,
                pointee != .opaque
            {
                throw ImageError(
                    .argument(record: index, argument),
                    "\(call.syscall.name) wants an address as \(parameter.name), "
                        + "and \(hexadecimal(value)) is not relocated")
            }
            return
        }
        var problem = problem(ofBytes: 0, at: value)
        if problem == nil, let parameter {
            switch parameter.type {
            case .integer(let type, _):
                if type.width < 8 {
                    problem = "an address does not fit in \(parameter.name) of \(type.width) bytes"
                }
            case .pointer:
                problem = self.problem(of: call.extents[argument], at: value, of: record, index)
            }
        }
        if let problem {
            throw ImageError(.relocation(record: index, "argument \(argument)"), problem)
        }
    }

    private func problem(
        of extent: KnownCall.Extent, at offset: UInt64, of record: acall_submission, _ index: Int
    ) -> String? {
        switch extent {
        case .none: return nil
        case .fixed(let size): return problem(ofBytes: UInt64(size), at: offset)
        case .terminated:
            return isTerminated(at: offset)
                ? nil : "the string at offset \(offset) does not end inside the data segment"
        case .array(let size, let parameter):
            guard let parameter, parameter < acall_submission.argumentCount,
                let count = literal(parameter, of: record, at: index)
            else { return nil }
            let (bytes, overflow) = count.multipliedReportingOverflow(by: UInt64(size))
            return problem(ofBytes: overflow ? .max : bytes, at: offset)
        }
    }
}

extension acall_submission {
    /// The bytes that a completion of this record takes.
    var completionSize: Int {
        flags & UInt32(ACALL_SUBMIT_OBSERVED) != 0
            ? MemoryLayout<acall_observed_completion>.size : MemoryLayout<acall_completion>.size
    }
}
