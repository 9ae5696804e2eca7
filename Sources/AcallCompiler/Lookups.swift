// What the checker has looked up in the catalog, which makes a value anew each time it is asked.

import AcallCatalog
import AcallSyntax

struct Lookups {
    let catalog: Catalog
    /// By name: an entry of the program's `syscalls`.
    private var syscalls: [SyscallEntry]
    private var constantSets: [String: ConstantSet?] = [:]
    /// By name: what could be read of a structure.
    var structures: [String: StructureInfo] = [:]
    /// How many names may still be compared with wrong ones.
    private var comparisonsLeft = 1_000_000

    enum SyscallEntry {
        case unknown, missing
        case found(Int32)
    }

    init(_ catalog: Catalog, names: Int) {
        self.catalog = catalog
        syscalls = Array(repeating: .unknown, count: names)
    }

    /// The entry of the program's `syscalls` for a name; nil if there is no such call.
    /// - Parameter find: makes the entry.
    mutating func syscall(_ name: Name, _ find: () -> Int?) -> Int? {
        switch syscalls[Int(name.id)] {
        case .found(let index): return Int(index)
        case .missing: return nil
        case .unknown:
            let found = find()
            syscalls[Int(name.id)] = found.map { .found(Int32($0)) } ?? .missing
            return found
        }
    }

    mutating func constantSet(named name: String) -> ConstantSet? {
        if let known = constantSets[name] { return known }
        let set = catalog.constantSet(named: name)
        constantSets[name] = .some(set)
        return set
    }

    /// `did you mean ...?` as help, if a name comes near.
    mutating func suggestion(_ name: String, among names: [String]) -> String? {
        // A file with many names and many mistakes in them would take long.
        comparisonsLeft -= names.count
        if comparisonsLeft < 0 { return nil }
        return catalog.nearest(name, among: names).map { "did you mean `\($0)`?" }
    }
}
