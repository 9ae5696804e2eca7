// More about a diagnostic's code: the rule, why it is there, a program that breaks it and one that does not.
//
// Input: a code. Output: plain text. Invariant: every code that the compiler gives has one entry; each `wrong`
// gives its code and no other, each `right` none (the tests compile them all).

package struct Explanation: Sendable, Hashable {
    /// How the examples are to be read.
    package enum Example: Sendable, Hashable {
        case text, yaml
        /// Wrong on that architecture only.
        case aarch64
        /// No short program shows it: `wrong` describes one.
        case described
    }

    package let code: String
    /// As in `grammar/diagnostics.md`: lower case, no full stop.
    package let title: String
    /// What the rule is, and why.
    package let text: String
    package let example: Example
    package let wrong: String
    package let right: String

    init(
        _ code: String, _ title: String, _ text: String, _ example: Example = .text,
        wrong: String, right: String
    ) {
        self.code = code
        self.title = title
        self.text = text
        self.example = example
        self.wrong = wrong
        self.right = right
    }

    /// All of them, by code; the warnings last.
    package static let all: [Explanation] =
        tokens + syntax + blocks + names + arguments + values + results + flow + hazards + limits
        + yaml + warnings

    /// A code in any case.
    package static func of(_ code: String) -> Explanation? {
        let code = code.uppercased()
        return all.first { $0.code == code }
    }

    /// The code that an unknown one was most likely meant to be: of the same letter, the nearest number.
    package static func nearest(_ code: String) -> String? {
        guard let number = Int(code.dropFirst()) else { return nil }
        func distance(_ other: String) -> Int { abs((Int(other.dropFirst()) ?? 0) - number) }
        let letter = code.uppercased().prefix(1)
        return all.map(\.code).filter { $0.hasPrefix(letter) }
            .min { distance($0) < distance($1) }
    }

    /// Every code and its title, a line each.
    package static func listing() -> String {
        all.map { "\($0.code)  \($0.title)\n" }.joined()
    }

    /// All that there is to say. `diagnostic`: what the compiler says of `wrong`.
    package func rendered(diagnostic: String) -> String {
        var page = "\(code): \(title)\n\n\(text)\n\nWrong:\n\n"
        page += Self.indented(wrong)
        if !diagnostic.isEmpty { page += "\nIt gives:\n\n" + Self.indented(diagnostic) }
        return page + "\nRight:\n\n" + Self.indented(right)
    }

    private static func indented(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
    }
}
