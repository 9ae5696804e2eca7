// Which descriptors are closed by one step alone, of the chain that opened them: that step's result says whether they
// still are to be closed.

extension TypedProgram {
    /// By descriptor.
    var onlyCloses: [Int?] {
        var closes = [Int?](repeating: nil, count: descriptors.count)
        var several: Set<Int> = []
        var hasAny = false
        for index in steps.indices {
            switch steps[index].releases {
            case .nothing: continue
            // It may be any.
            case .anyEqual: return Array(repeating: nil, count: descriptors.count)
            case .descriptor(let descriptor):
                hasAny = true
                if closes[descriptor] != nil { several.insert(descriptor) }
                closes[descriptor] = index
            }
        }
        guard hasAny else { return closes }
        let chainOf = chainsOfSteps
        for index in closes.indices {
            guard let close = closes[index] else { continue }
            let made = descriptors[index]
            let isOnly =
                !several.contains(index) && made.element == nil && made.owner == nil
                && !made.isInLoop && !made.isEscaped && !made.isHandedOut
                && !steps[close].isInLoop && !steps[close].isFully
                && chainOf[close] == chainOf[made.step] && chainOf[close] != nil
            if !isOnly { closes[index] = nil }
        }
        return closes
    }

    /// By step: the task in whose chain it is; -1: the main chain; nil: none, since it is not part of the program.
    private var chainsOfSteps: [Int?] {
        var chainOf = [Int?](repeating: nil, count: steps.count)
        func note(_ statements: [CheckedStatement], _ chain: Int) {
            for statement in statements {
                switch statement {
                case .call(let step), .deferred(let step): chainOf[step] = chain
                case .scope(let inner), .procedure(let inner, _): note(inner, chain)
                case .if(_, let then, let otherwise):
                    note(then, chain)
                    note(otherwise, chain)
                case .loop(let loop):
                    note(loop.body, chain)
                    note(loop.next, chain)
                case .await(let wait): note(wait.otherwise ?? [], chain)
                default: break
                }
            }
        }
        note(statements, -1)
        for (index, task) in chains.tasks.enumerated() { note(task.statements, index) }
        return chainOf
    }
}
