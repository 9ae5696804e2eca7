// `async name = proc(...)`: a proc's steps as a chain of their own, whose result is what the proc returns.
//
// Invariant: what such a chain opens belongs to the chain that started it, as the descriptor of an `async` call does,
// but for what its loops and the chains that it starts itself open: that is closed before it ends.

import AcallCatalog
import AcallSyntax

extension Checker {
    mutating func checkAsync(_ call: CallSyntax, calling procedure: Int) {
        noteUsed(call.callee)
        var result: Int?
        if tree.procedures[procedure].result != nil {
            let local = newLocal()
            // As long as nothing was returned: of a chain that is cancelled nothing ever is.
            setLocal(local, add(.constant(-125), call.span))
            result = local
        }
        let firstDescriptor = program.descriptors.count
        var isRight = false
        let task = newTask(call.result, call.span, isMany: false) { checker in
            checker.here.chain.isProcedure = true
            isRight = checker.steps(of: call, procedure, isAsync: true, result: result) != nil
        }
        guard isRight else {
            here.started.removeLast()
            if let name = call.result { _ = declare(name, call.resultSpan, as: .hole) }
            return
        }
        handOver(from: firstDescriptor, task)
        program.chains.tasks[task].procedure = call.callee
        program.chains.tasks[task].result = result
        program.statements.append(.start(task))
        if let name = call.result { _ = declare(name, call.resultSpan, as: .task(task)) }
    }

    /// What an `async` call opens is for the chain that asked for it.
    mutating func handOver(from first: Int, _ task: Int) {
        for index in first..<program.descriptors.count
        where program.descriptors[index].task == task && !program.descriptors[index].isInLoop {
            program.descriptors[index].owner = task
            program.chains.tasks[task].opens.append(index)
        }
    }

    mutating func reportNoValue(_ task: Int, _ name: Name, _ span: Span) {
        guard let procedure = program.chains.tasks[task].procedure else {
            diagnostics.error(
                "E0426", span, "`\(text(name))` is a task, and a task has no value",
                help: "`async \(text(name)) = call(...)` has the call's")
            return
        }
        diagnostics.error(
            "E0426", span, "`\(text(name))` has no value: `\(text(procedure))` returns nothing",
            help: "declare what it returns: `proc \(text(procedure))(...) -> long { }`")
    }

    /// What a loop of the chain opened is closed when the chain ends: its number is good for nothing outside.
    mutating func refuseOfLoop(_ value: ValueID, _ span: Span) {
        guard let step = stepOfLoop(value) else { return }
        diagnostics.error(
            "E0427", span, "this descriptor is closed when the `async` call ends: a loop opened it",
            help: "open it outside of the loop, or call the proc without `async`",
            notes: [.init(program.steps[step].span, "opened here")])
    }

    /// The step in a loop whose descriptor this may be, by whatever words it comes here.
    private func stepOfLoop(_ value: ValueID) -> Int? {
        var left = [value]
        // Locals, and the complements of storage, that were looked at.
        var seen: Set<Int> = []
        while let value = left.popLast() {
            switch program[value] {
            case .result(let step):
                let isOfLoop = program.steps[step].makes.contains {
                    program.descriptors[$0].isInLoop
                        && program.descriptors[$0].task == here.chain.task
                }
                if isOfLoop { return step }
            case .fitting(let inner, _): left.append(inner)
            case .local(let index) where seen.insert(index).inserted:
                left += program.words.localValues[index].reversed()
            case .load(let address, _):
                guard case .address(.storage(let storage), _) = program[address],
                    seen.insert(~storage).inserted
                else { continue }
                left += contents.storedValues[storage, default: []].reversed()
            default: continue
            }
        }
        return nil
    }
}
