// Which calls of procs a record was made in.
//
// Input: an image's sites, which nest and ascend. Output: those around a record, the innermost first.

import AcallImage
import AcallText

struct CallSites {
    private let sites: [SiteEntry]
    /// By site: the one that it stands in, -1 for none.
    private let parents: [Int]
    private let callers: [Report.Caller]

    init(_ image: BatchImage, _ places: SourceMap) {
        sites = image.sites
        var parents: [Int] = []
        var open: [Int] = []
        for (index, site) in sites.enumerated() {
            while let outer = open.last, !sites[outer].contains(site.firstRecord) {
                open.removeLast()
            }
            parents.append(open.last ?? -1)
            open.append(index)
        }
        self.parents = parents
        callers = sites.map { site in
            Report.Caller(
                name: image.name(site.name), procedure: image.name(site.procedure),
                range: site.range, place: places.place(of: Int(site.range.start)))
        }
    }

    func around(_ record: UInt32) -> [Report.Caller] {
        var low = 0
        var high = sites.count
        while low < high {
            let middle = (low + high) / 2
            if sites[middle].firstRecord <= record { low = middle + 1 } else { high = middle }
        }
        var found: [Report.Caller] = []
        var index = low - 1
        while index >= 0 {
            if sites[index].contains(record) { found.append(callers[index]) }
            index = parents[index]
        }
        return found
    }
}

extension SiteEntry {
    fileprivate func contains(_ record: UInt32) -> Bool {
        record >= firstRecord && record - firstRecord < count
    }
}

extension Report.Caller {
    /// `in slurp for b, line 5`
    var shown: String {
        let named = name.isEmpty ? "" : " for \(name)"
        let line = place.file.map { "\($0):\(place.line)" } ?? "line \(place.line)"
        return "in \(procedure)\(named), \(line)"
    }
}
