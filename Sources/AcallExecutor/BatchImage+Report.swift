// What an image says of its records, for the report: the deadlines of steps, and what stops a chain.
//
// Input: an image. Output: by record, how long a call may take, and what a stop says.

import AcallImage
import CAcall

extension BatchImage {
    /// By record of a call: the `timeout` of its step in nanoseconds, nil where it is computed.
    func stepDeadlines() -> [UInt32: UInt64?] {
        var deadlines: [UInt32: UInt64?] = [:]
        for (index, record) in records.enumerated()
        where record.nr == ACALL_OP_DEADLINE && recordSteps.indices.contains(index) {
            let step = Int(recordSteps[index])
            let isLiteral =
                record.flags & UInt32(ACALL_SUBMIT_INDIRECT_MASK) == 0
                && !relocations[index].contains(.argument(0))
            // The deadline is taken away with a 0.
            guard !isLiteral || record.args.0 > 0 else { continue }
            guard steps.indices.contains(step) else {
                addSteps(ofProcedureAt: index, to: &deadlines)
                continue
            }
            deadlines[steps[step].record] = isLiteral ? record.args.0 : .some(nil)
        }
        return deadlines
    }

    /// The deadline of a proc's call is armed before its steps, and is that of those without one.
    private func addSteps(
        ofProcedureAt record: Int, to deadlines: inout [UInt32: UInt64?]
    ) {
        let site = sites.last {
            let first = Int($0.firstRecord)
            return first <= record && record < first + Int($0.count)
        }
        guard let site else { return }
        let (first, end) = (site.firstRecord, site.firstRecord + site.count)
        let own = steps.filter { first <= $0.record && $0.record < end }
        guard own.allSatisfy({ Int($0.record) > record }) else { return }
        for step in own where deadlines[step.record] == nil {
            deadlines[step.record] = .some(nil)
        }
    }

    // MARK: Stops

    /// Whether a record stops its chain with this result.
    func stops(at record: UInt32, _ result: Int64) -> Bool {
        guard records.indices.contains(Int(record)) else { return false }
        switch records[Int(record)].flags & ACALL_SUBMIT_STOP_MASK {
        case ACALL_SUBMIT_STOP_NEGATIVE: return result < 0
        case ACALL_SUBMIT_STOP_ZERO: return result == 0
        case ACALL_SUBMIT_STOP_NONPOSITIVE: return result <= 0
        case ACALL_SUBMIT_STOP_NONZERO: return result != 0
        case ACALL_SUBMIT_STOP_ERROR: return (-4095 ... -1).contains(result)
        case ACALL_SUBMIT_STOP_ALWAYS: return true
        default: return false
        }
    }

    /// What the arguments of a record that stops its chain say.
    func stopOperands(at record: UInt32) -> StopOperands? {
        guard records.indices.contains(Int(record)), records[Int(record)].nr == ACALL_OP_VALUE
        else { return nil }
        return StopOperands(rawValue: Int64(bitPattern: records[Int(record)].args.3))
    }
}
