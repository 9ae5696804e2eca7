// Outputs: on every path through the program, one statement gives an output without a key.
//
// The passes of a loop may give an output again: the last one counts. So what an earlier pass gave matters only behind
// the loop.

import AcallSyntax

struct OutputAnalysis: FlowAnalysis {
    struct Fact: Equatable, BitwiseCopyable {
        /// The operation that may have given the output; -1 if none has.
        var operation: Int32 = -1
        /// It did in an earlier pass of a loop that is still running.
        var isEarlier = false
    }

    let context: FlowContext
    private(set) var findings = Findings()
    /// By name: the output's number.
    private var numbers: [UInt32: Int] = [:]
    /// By output: the first statement that gives it, in the order of the source.
    private var first: [Span] = []

    init(_ context: FlowContext) {
        self.context = context
        for effect in context.program.effects where effect.kind == .output {
            if let number = numbers[effect.subject] {
                if effect.span.start < first[number].start { first[number] = effect.span }
                continue
            }
            numbers[effect.subject] = numbers.count
            first.append(effect.span)
        }
    }

    func initialFacts() -> [Fact] { Array(repeating: Fact(), count: numbers.count) }

    func join(_ a: Fact, _ b: Fact) -> Fact {
        if a.operation < 0 { return b }
        if b.operation < 0 { return a }
        return Fact(
            operation: min(a.operation, b.operation), isEarlier: a.isEarlier && b.isEarlier)
    }

    func joinBack(_ entry: Fact, _ back: Fact) -> Fact {
        entry.operation >= 0 && !entry.isEarlier
            ? entry : Fact(operation: back.operation, isEarlier: true)
    }

    func along(_ kind: ProgramGraph.EdgeKind, _ fact: Fact) -> Fact {
        kind == .breaks || kind == .exit ? Fact(operation: fact.operation) : fact
    }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        guard operation.kind == .effect else { return }
        let effect = context.program.effects[Int(operation.payload)]
        guard effect.kind == .output, let number = numbers[effect.subject] else { return }
        if isReporting, state[number].operation >= 0, !state[number].isEarlier,
            findings.isNew(0, index)
        {
            let name = context.program.names[Name(id: effect.subject)]
            findings.error(
                "E0303", effect.span, "there is an output `\(name)` already",
                help: "give this output another name, or make sure that only one of them is given: "
                    + "`if ... { output ... } else { output ... }`",
                notes: [.init(first[number], "first one here")])
        }
        state[number] = Fact(operation: Int32(truncatingIfNeeded: index))
    }
}
