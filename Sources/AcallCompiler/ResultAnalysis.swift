// Results that nothing has looked at.
//
// - A result may be an error's number, if its step has an `allow` or an `if`. Used as a descriptor or a length without
//   a comparison before, it is a mistake.
// - A result may say how much of a buffer a call filled. If the whole buffer is used afterwards, the count was ignored.

import AcallSyntax

struct ResultAnalysis: FlowAnalysis {
    struct Fact: Equatable, BitwiseCopyable {
        enum Kind: UInt8 {
            /// Of a result: it has been compared.
            case asked
            case fine
            /// Of a result: it may be an error's number.
            case unasked
            /// Of storage: as much of it is filled as the result of `step` says.
            case partly
        }

        var kind = Kind.fine
        var step: Int32 = -1
    }

    let context: FlowContext
    private(set) var findings = Findings()
    private let steps: Int

    init(_ context: FlowContext) {
        self.context = context
        steps = context.program.steps.count
    }

    /// The results, then the storage.
    func initialFacts() -> [Fact] {
        Array(repeating: Fact(), count: steps + context.program.storages.count)
    }

    func join(_ a: Fact, _ b: Fact) -> Fact {
        if a == b { return a }
        if a.kind != b.kind { return a.kind.rawValue > b.kind.rawValue ? a : b }
        return a.step < b.step ? a : b
    }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        let payload = Int(operation.payload)
        if operation.kind == .call {
            let step = context.program.steps[payload]
            let mayBeError = step.condition != nil || !step.allowed.isEmpty
            state[payload] = Fact(kind: mayBeError ? .unasked : .fine)
            return
        }
        guard operation.kind == .effect else { return }
        let effect = context.program.effects[payload]
        let storage = steps + Int(effect.subject)
        switch effect.kind {
        case .compare:
            state[Int(effect.subject)] = Fact(kind: .asked)
        case .use, .length:
            guard let value = effect.valueID, effect.condition == Effect.noValue,
                case .result(let step) = context.program[value], state[step].kind == .unasked
            else { return }
            if isReporting { warnOfError(step, effect) }
            state[step] = Fact()
        case .fill:
            state[storage] = Fact(kind: .partly, step: Int32(truncatingIfNeeded: effect.value))
        case .declare, .assign: state[storage] = Fact()
        case .whole:
            let fact = state[storage]
            guard isReporting, fact.kind == .partly, state[Int(fact.step)].kind != .asked else {
                return
            }
            warnOfCount(Int(fact.step), Int(effect.subject), effect.span)
        default: break
        }
    }

    // MARK: Warnings

    private mutating func warnOfError(_ index: Int, _ effect: Effect) {
        guard findings.isNew(0, index) else { return }
        let step = context.program.steps[index]
        if step.condition != nil {
            findings.warning(
                "W0502", effect.span,
                "the step that opens this may have been skipped: it is -125 then",
                help: "give this step the same `if`, or put both into the braces of an `if`",
                notes: [.init(step.span, "this one has an `if`")])
            return
        }
        let name = step.name.map { context.program.names[$0] } ?? "n"
        findings.warning(
            "W0502", effect.span, "this may be an error's number, which the step allows",
            help: "look at it first: `if \(name) >= 0 { ... }`",
            notes: [.init(step.span, "this one has an `allow`")])
    }

    private mutating func warnOfCount(_ index: Int, _ storage: Int, _ span: Span) {
        guard findings.isNew(1, index, storage) else { return }
        let step = context.program.steps[index]
        let buffer = context.name(of: storage)
        let call = context.program.syscalls[step.syscall].name
        let name = step.name.map { context.program.names[$0] }
        findings.warning(
            "W0503", span,
            "the whole of `\(buffer)` is used, and `\(call)` may have filled less of it",
            help: name.map { "use what is filled: `\(buffer)[..<\($0)]`" }
                ?? "name the count, `n = \(call)(...)`, and use `\(buffer)[..<n]`",
            notes: [.init(step.span, "filled here")])
    }
}
