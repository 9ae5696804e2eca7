// The analyses of a program's paths, and what the lowering asks of them.

import AcallSyntax

/// What the analyses found out about a program.
struct FlowFacts {
    private(set) var findings: [Findings] = []
    /// Found where nothing is wrong.
    private(set) var advice = Findings()
    /// By step that closes a descriptor: which one.
    private(set) var closes: [Int: Int] = [:]
    /// By entry of the program's `handedOut`: the descriptors that it may hand out.
    private(set) var handedOut: [Int: [Int32]] = [:]
    private(set) var neededWaits: [Int: [Int]] = [:]

    /// Runs all analyses.
    /// - Parameters:
    ///   - program: It contains the procs that nothing calls, too.
    ///   - isRight: No error has been found so far.
    init(of program: TypedProgram, isRight: Bool) {
        let context = FlowContext(program)
        let reachability = FlowSolver(ReachabilityAnalysis(context), on: context.graph)
        var reached = reachability.analysis
        reached.report(reachability.isReached)
        findings.append(reached.findings)
        func run<Analysis: FlowAnalysis>(_ analysis: Analysis) -> Analysis {
            FlowSolver(analysis, on: context.graph).analysis
        }
        if !program.data.storages.isEmpty {
            findings.append(run(InitialisedAnalysis(context)).findings)
        }
        if program.effects.contains(where: { $0.kind == .output }) {
            findings.append(run(OutputAnalysis(context)).findings)
        }
        if program.effects.contains(where: { $0.kind == .walk }) {
            findings.append(run(WalkAnalysis(context)).findings)
        }
        if program.steps.contains(where: { $0.mapped != nil }) {
            findings.append(run(MappingAnalysis(context)).findings)
        }
        let descriptors = run(DescriptorAnalysis(context))
        findings.append(descriptors.findings)
        closes = descriptors.closes
        handedOut = descriptors.handedOut
        if !program.chains.tasks.isEmpty {
            let chains = run(
                ChainAnalysis(context, descriptors.touched, reported: descriptors.reported))
            findings.append(chains.findings)
            neededWaits = chains.needed
        }
        let isWrong = findings.contains { $0.list.contains { $0.isError } }
        if isRight && !isWrong { advice = run(ResultAnalysis(context)).findings }
    }
}

extension TypedProgram {
    /// Takes over what the analyses found; what the programmer is to know goes to `diagnostics`.
    mutating func apply(_ facts: FlowFacts, into diagnostics: inout Diagnostics) {
        for (step, descriptor) in facts.closes
        where step < steps.count && (0..<descriptors.count).contains(descriptor) {
            // The table of a loop's descriptors goes by the number alone.
            let made = descriptors[descriptor]
            guard case .anyEqual = steps[step].releases, !made.isKept else {
                continue
            }
            steps[step].releases = .descriptor(descriptor)
        }
        for (number, handed) in facts.handedOut where number < results.handedOut.count {
            results.handedOut[number].descriptors = Set(handed.map { Int($0) })
                .filter { descriptors.indices.contains($0) }.sorted()
        }
        for index in steps.indices {
            // Its number went into storage, perhaps behind the close: the table has it.
            guard case .descriptor(let made) = steps[index].releases, descriptors[made].isKept,
                let parameter = syscalls[steps[index].syscall].consumes
            else { continue }
            steps[index].releases = .anyEqual(to: steps[index].arguments[parameter])
        }
        chains.neededWaits = facts.neededWaits
        markReleased()
        diagnostics.add(facts.findings + [disagreements()])
        // Advice is for a program that is right.
        if !diagnostics.hasErrors { diagnostics.add([facts.advice]) }
    }

    /// Descriptors that some step closes or hands out have a slot that says whether they still are to be closed.
    private mutating func markReleased() {
        var isAny = false
        for step in steps {
            switch step.releases {
            case .nothing: break
            case .descriptor(let descriptor): descriptors[descriptor].isReleased = true
            case .anyEqual: isAny = true
            }
        }
        for out in results.handedOut where out.isDescriptor {
            if !out.isResult { isAny = true }
            for descriptor in out.descriptors { descriptors[descriptor].isReleased = true }
        }
        if isAny { for index in descriptors.indices { descriptors[index].isReleased = true } }
    }

    /// An output is a descriptor in all statements that give it, or in none.
    private func disagreements() -> Findings {
        var findings = Findings()
        var first: [Name: HandOut] = [:]
        for out in results.handedOut {
            guard let other = first[out.name] else {
                first[out.name] = out
                continue
            }
            if other.isDescriptor == out.isDescriptor { continue }
            let kinds = ["an integer", "a descriptor"]
            let (here, there) = out.isDescriptor ? (kinds[1], kinds[0]) : (kinds[0], kinds[1])
            findings.error(
                "E0429", out.span,
                "the output `\(names[out.name])` is \(here) here, and \(there) elsewhere",
                help:
                    "leave out the one that is no descriptor: an output that was not given is none",
                notes: [.init(other.span, "\(there) here")])
        }
        return findings
    }
}
