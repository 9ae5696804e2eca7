// The nearest name to one that does not exist: "did you mean".
//
// Input: what was written and the names it could have been. Output: one of the names, or nil where none is
// near. Invariant: the answer depends on the names alone, not on their order; time is bounded by the cap on a
// name's length.

extension Catalog {
    /// The names that a suggestion is chosen from.
    package enum Names: Sendable, Hashable {
        case syscalls
        case constants
        /// The members of one set.
        case members(ofSet: String)
        case structures
        /// The fields of one structure, with their common prefix and without it.
        case fields(of: String)
    }

    /// The nearest of the catalog's names, if one is near: by edits of a letter (put in, left out, changed, or
    /// two swapped), upper and lower case being equal; of equally near ones the one made of the same letters, then
    /// the one whose case fits best, then the first in order.
    package func nearest(_ name: String, among names: Names) -> String? {
        switch names {
        case .syscalls: return nearest(name, among: syscallNames)
        case .constants: return nearest(name, among: constantNames)
        case .members(let set):
            return nearest(name, among: constantSet(named: set)?.members.map(\.name) ?? [])
        case .structures: return nearest(name, among: structureNames)
        case .fields(let structure):
            guard let structure = self.structure(named: structure) else { return nil }
            return nearest(name, among: structure.spellings)
        }
    }

    /// The nearest of any names, by the same rule.
    package func nearest(_ name: String, among names: [String]) -> String? {
        Catalog.nearest(name, among: names)
    }

    package static func nearest(_ name: String, among names: [String]) -> String? {
        let wanted = Array(name.utf8)
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        let folded = wanted.map(lowercased)
        var best: (distance: Int, strange: Int, exact: Int, name: String)?
        // A third of the letters may be wrong, and one always may.
        let limit = max(1, min(4, wanted.count / 3))
        for candidate in names {
            let letters = Array(candidate.utf8)
            guard letters.count <= longest, abs(letters.count - wanted.count) <= limit
            else { continue }
            let foldedLetters = letters.map(lowercased)
            let distance = editDistance(folded, foldedLetters, atMost: limit)
            // A name of which nothing is left is near everything.
            guard distance <= limit, distance < wanted.count, distance <= best?.distance ?? limit
            else { continue }
            let strange = strangeLetters(folded, foldedLetters)
            let exact = editDistance(wanted, letters)
            if let best,
                (best.distance, best.strange, best.exact, best.name)
                    <= (distance, strange, exact, candidate)
            {
                continue
            }
            best = (distance, strange, exact, candidate)
        }
        return best?.name
    }

    /// Names longer than this are not compared.
    private static let longest = 64

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }

    /// How many letters only one of two words has: none where letters are only swapped, fewer where one is
    /// doubled than where one is another.
    private static func strangeLetters(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var counts = [Int](repeating: 0, count: 256)
        for letter in first { counts[Int(letter)] += 1 }
        for letter in second { counts[Int(letter)] -= 1 }
        return counts.reduce(0) { $0 + abs($1) }
    }

    /// Damerau and Levenshtein's distance, no part being edited twice; where it is above the limit, something above
    /// the limit.
    private static func editDistance(
        _ first: [UInt8], _ second: [UInt8], atMost limit: Int = .max
    ) -> Int {
        guard !first.isEmpty, !second.isEmpty else { return max(first.count, second.count) }
        var beforePrevious = [Int](repeating: 0, count: second.count + 1)
        var previous = Array(0...second.count)
        var current = previous
        var leastBefore = 0
        for row in 1...first.count {
            current[0] = row
            var least = row
            for column in 1...second.count {
                let isSame = first[row - 1] == second[column - 1]
                var cost = min(previous[column], current[column - 1]) + 1
                cost = min(cost, previous[column - 1] + (isSame ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2],
                    first[row - 2] == second[column - 1]
                {
                    cost = min(cost, beforePrevious[column - 2] + 1)
                }
                current[column] = cost
                least = min(least, cost)
            }
            // No later row comes below the least of two rows.
            if min(least, leastBefore) > limit { return least }
            leastBefore = least
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[second.count]
    }
}

extension Structure {
    /// The names by which a program can call its fields: each as it is, and without the common prefix.
    var spellings: [String] {
        fields.flatMap { field in
            guard !commonPrefix.isEmpty, field.name.hasPrefix(commonPrefix) else {
                return [field.name]
            }
            return [field.name, String(field.name.dropFirst(commonPrefix.count))]
        }
    }
}
