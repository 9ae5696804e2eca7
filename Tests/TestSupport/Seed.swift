// The seed of tests that choose at random.

import Foundation

/// What a test starts its random choices from: a fixed number, so that a run can be repeated, or what the
/// environment variable ACALL_SEED says: a number, or `random`.
package func seed(_ usual: UInt64 = 20_090_218) -> UInt64 {
    guard let wanted = ProcessInfo.processInfo.environment["ACALL_SEED"] else { return usual }
    return UInt64(wanted) ?? .random(in: 1...(1 << 60))
}
