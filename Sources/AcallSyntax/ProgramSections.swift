// The parts of a program that the YAML spelling gives keys of their own.
//
// Input: a tree. Output: how many of its first statements are includes, procedures, inputs, variables, in this
// order; the others are steps. Invariant: within a part, no name is declared twice (no key is given twice).

struct ProgramSections {
    var includes: Range<Int>
    var procedures: Range<Int>
    var inputs: Range<Int>
    var variables: Range<Int>
    var steps: Range<Int>

    /// The first statement of each part.
    var starts: Set<Int> {
        Set(
            [includes, procedures, inputs, variables, steps].filter { !$0.isEmpty }
                .map(\.lowerBound))
    }
}

extension SyntaxTree {
    var sections: ProgramSections {
        var end = 0
        /// The statements from here on that are of a kind; `name` gives nil for those of another.
        func run(_ name: (Statement.Kind) -> Name??) -> Range<Int> {
            let start = end
            var seen: Set<Name> = []
            while end < statements.count, let name = name(statements[end].kind) {
                if let name, !seen.insert(name).inserted { break }
                end += 1
            }
            return start..<end
        }
        let includes = run { if case .include = $0 { .some(nil) } else { nil } }
        let procedures = run {
            if case .procedure(let index) = $0 {
                .some(self.procedures[Int(index)].name)
            } else {
                nil
            }
        }
        let inputs = run { if case .input(let name, _, _, _) = $0 { .some(name) } else { nil } }
        let variables = run {
            if case .variable(let name, _, _, _) = $0 { .some(name) } else { nil }
        }
        return ProgramSections(
            includes: includes, procedures: procedures, inputs: inputs, variables: variables,
            steps: end..<statements.count)
    }
}
