// Which parameters the positional arguments of a call stand for.
//
// Input: how many arguments have no name, which parameters are given by name, and the name the call is made by.
// Output: an index for each argument. Invariant: the rule is one for all calls and looks at no argument's value.

extension Parameter {
    /// It is a length, a count or a size that follows from another argument.
    package var isDerived: Bool {
        if case .derived = defaultArgument { return true }
        return false
    }
}

extension Syscall {
    /// The parameters that positional arguments can stand for, in C's order: neither those that only a name
    /// gives, nor those that libc's function of this name lacks.
    package func positionalParameters(as name: String) -> [Int] {
        positionalParameters(below: name == self.name ? nil : libcCounts[name])
    }

    private func positionalParameters(below count: Int?) -> [Int] {
        parameters.indices.filter { $0 < count ?? parameters.count && !parameters[$0].isImplied }
    }

    /// The parameter of each of `count` positional arguments; nil where there are too many.
    ///
    /// As many arguments as parameters are C's. With fewer, the lengths, counts and sizes that follow from
    /// another argument are left out first, the last ones if not all of them must be; then what is at the end.
    /// Where libc's function of the call's own name has fewer parameters (`mremap`), as many as it has are C's too.
    package func positions(of count: Int, named: Set<Int> = [], as name: String) -> [Int]? {
        var open = positionalParameters(below: libcCounts[name]).filter { !named.contains($0) }
        if open.count < count {
            open = positionalParameters(as: name).filter { !named.contains($0) }
        }
        guard count <= open.count else { return nil }
        let omitted = open.filter { parameters[$0].isDerived }.suffix(open.count - count)
        open.removeAll { omitted.contains($0) }
        return Array(open.prefix(count))
    }
}
