// The analyses of a program's paths, and what the lowering asks of them.

import AcallSyntax

extension CheckedProgram {
    /// Runs all analyses; what they find goes to `diagnostics`.
    /// - Parameter whole: this program, together with the procs that nothing calls.
    mutating func analyse(as whole: CheckedProgram, into diagnostics: inout Diagnostics) {
        let context = FlowContext(whole)
        var findings: [Findings] = []
        let reachability = FlowSolver(ReachabilityAnalysis(context), on: context.graph)
        var reached = reachability.analysis
        reached.report(reachability.isReached)
        findings.append(reached.findings)
        func run<Analysis: FlowAnalysis>(_ analysis: Analysis) -> Analysis {
            FlowSolver(analysis, on: context.graph).analysis
        }
        if !whole.storages.isEmpty { findings.append(run(InitialisedAnalysis(context)).findings) }
        if whole.effects.contains(where: { $0.kind == .output }) {
            findings.append(run(OutputAnalysis(context)).findings)
        }
        if whole.effects.contains(where: { $0.kind == .walk }) {
            findings.append(run(WalkAnalysis(context)).findings)
        }
        if whole.steps.contains(where: { $0.mapped != nil }) {
            findings.append(run(MappingAnalysis(context)).findings)
        }
        let descriptors = run(DescriptorAnalysis(context))
        findings.append(descriptors.findings)
        apply(descriptors)
        if !whole.tasks.isEmpty {
            let chains = run(
                ChainAnalysis(context, descriptors.touched, reported: descriptors.reported))
            findings.append(chains.findings)
            neededWaits = chains.needed
        }
        findings.append(disagreements())
        diagnostics.add(findings)
        // Advice is for a program that is right.
        if !diagnostics.hasErrors { diagnostics.add([run(ResultAnalysis(context)).findings]) }
    }

    /// Which descriptor each close closes, and which outputs hand one out.
    private mutating func apply(_ analysis: DescriptorAnalysis) {
        for (step, descriptor) in analysis.closes
        where step < steps.count && (0..<descriptors.count).contains(descriptor) {
            // The table of a loop's descriptors goes by the number alone.
            let made = descriptors[descriptor]
            guard case .anyEqual = steps[step].releases, !(made.isInLoop && made.isEscaped) else {
                continue
            }
            steps[step].releases = .descriptor(descriptor)
        }
        for (number, handed) in analysis.handedOut where number < handedOut.count {
            handedOut[number].descriptors = Set(handed.map { Int($0) }).sorted()
        }
        markReleased()
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
        for out in handedOut where out.isDescriptor {
            if !out.isResult { isAny = true }
            for descriptor in out.descriptors { descriptors[descriptor].isReleased = true }
        }
        if isAny { for index in descriptors.indices { descriptors[index].isReleased = true } }
    }

    /// An output is a descriptor in all statements that give it, or in none.
    private func disagreements() -> Findings {
        var findings = Findings()
        var first: [Name: HandOut] = [:]
        for out in handedOut {
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
