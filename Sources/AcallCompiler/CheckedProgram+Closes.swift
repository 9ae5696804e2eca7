// Which descriptors are closed by one step alone, of the chain that opened them: that step's result says whether they
// still are to be closed.

extension CheckedProgram {
    /// By descriptor.
    var onlyCloses: [Int: Int] {
        var closes: [Int: Int] = [:]
        var several: Set<Int> = []
        for (index, step) in steps.enumerated() {
            switch step.releases {
            case .nothing: continue
            // It may be any.
            case .anyEqual: return [:]
            case .descriptor(let descriptor):
                if closes.updateValue(index, forKey: descriptor) != nil {
                    several.insert(descriptor)
                }
            }
        }
        if closes.isEmpty { return closes }
        let chains = chains
        return closes.filter { descriptor, close in
            let made = descriptors[descriptor]
            return !several.contains(descriptor) && made.element == nil && made.owner == nil
                && !made.isInLoop && !made.isEscaped && !made.isHandedOut
                && !steps[close].isInLoop && !steps[close].isFully
                && chains[close] == chains[made.step] && chains[close] != nil
        }
    }

    /// By step: the task in whose chain it is; -1: the main chain.
    private var chains: [Int: Int] {
        var chains: [Int: Int] = [:]
        func note(_ statements: [CheckedStatement], _ chain: Int) {
            for statement in statements {
                switch statement {
                case .call(let step), .deferred(let step): chains[step] = chain
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
        for (index, task) in tasks.enumerated() { note(task.statements, index) }
        return chains
    }
}
