// Which records stand for which call of a proc, so that a report can say where a step was called from.
//
// Invariant: an entry is made when its first record is about to be, so that they ascend, the outermost first.

import AcallImage
import AcallSyntax

extension Lowering {
    /// Lowers what a call stands for.
    mutating func at(_ site: CheckedSite, _ body: (inout Lowering) -> Void) {
        let index = image.sites.count
        let first = image.records.count
        image.sites.append(
            SiteEntry(
                firstRecord: UInt32(first), count: 0,
                range: SourceRange(start: site.span.start, end: site.span.end),
                name: site.name.map { intern(program.names[$0]) } ?? .empty,
                procedure: intern(program.names[site.procedure])))
        around.sites.append(site)
        body(&self)
        around.sites.removeLast()
        image.sites[index].count = UInt32(image.records.count - first)
    }

    /// As above, of calls one in the other, the outermost first.
    mutating func at(_ calls: ArraySlice<CheckedSite>, _ body: (inout Lowering) -> Void) {
        guard let first = calls.first else { return body(&self) }
        at(first) { $0.at(calls.dropFirst(), body) }
    }
}
