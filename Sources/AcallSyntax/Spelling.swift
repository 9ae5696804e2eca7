// "Did you mean": the nearest of a few words.

enum Spelling {
    /// The word that differs by at most a third of its letters; nil where none does.
    static func nearest(_ word: String, among candidates: [String]) -> String? {
        let letters = Array(word.utf8)
        guard letters.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let distance = distance(letters, Array(candidate.utf8))
            if distance <= max(1, candidate.utf8.count / 3), distance < best?.distance ?? .max {
                best = (distance, candidate)
            }
        }
        return best?.word
    }

    /// Letters wrong, missing, too many, or two neighbours exchanged.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            before = last
            last = row
        }
        return last[b.count]
    }
}
