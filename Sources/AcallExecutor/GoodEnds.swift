// How a program's main chain may end and have done all that it was to do: so that nobody has to make a report to know.
//
// Input: an image. Output: whether an end is such a one; where this says no, the report knows.

import AcallEngine
import AcallImage
import CAcall
import Glibc

struct GoodEnds {
    /// The records of `stop`.
    private let stops: Set<Int>

    init(_ image: BatchImage) {
        // Behind a `stop` clean-up may fail, which the end says nothing of.
        let mayFailLater = image.stops.contains { stop in
            image.records.indices.contains(Int(stop.record))
                && image.records[Int(stop.record)].flags & ACALL_SUBMIT_CLEANUP != 0
        }
        stops =
            mayFailLater
            ? [] : Set(image.stops.lazy.filter { $0.kind == .stop }.map { Int($0.record) })
    }

    func contains(_ end: ChainEnd) -> Bool {
        if end.stoppedAt < 0 { return true }
        return end.returnCode != -Int64(ECANCELED) && stops.contains(end.stoppedAt)
    }
}
