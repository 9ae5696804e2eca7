// What an image says of its records, for the report: which results stop a chain.

import AcallImage
import CAcall

extension BatchImage {
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
}
