// Initialised storage: what is read has been written, on every path to the read.
//
// The fact of a storage says whether something wrote it. A call that fills part of it counts as writing it: what the
// program declares starts as zeroes. Two rules are made for what people write:
// - an integer that some statement of the program writes starts at 0;
// - in a loop, an earlier pass may have written what a later one reads; and a loop with a condition runs.

import AcallSyntax

struct InitialisedAnalysis: FlowAnalysis {
    struct Fact: Equatable, BitwiseCopyable {
        enum Kind: UInt8 {
            case no, yes, maybe
            /// A later statement of the loop writes it: in the passes after the first it is there.
            case later
            /// If a condition held when it was written.
            case conditionally
        }

        var kind: Kind
        var condition = ConditionKey(key: -1, isPositive: true)
        /// The operation that wrote it, of `conditionally`.
        var place: Int32 = -1

        init(_ kind: Kind) { self.kind = kind }

        init(_ condition: ConditionKey, at place: Int) {
            kind = .conditionally
            self.condition = condition
            self.place = Int32(truncatingIfNeeded: place)
        }
    }

    var context: FlowContext
    private(set) var findings = Findings()
    /// By storage: some statement writes it.
    private var isWrittenSomewhere: [Bool]

    init(_ context: FlowContext) {
        self.context = context
        let program = context.program
        isWrittenSomewhere = Array(repeating: false, count: program.data.storages.count)
        for effect in program.effects where effect.kind == .write || effect.kind == .assign {
            isWrittenSomewhere[Int(effect.subject)] = true
        }
    }

    func initialFacts() -> [Fact] {
        context.program.data.storages.map { Fact($0.isMapping ? .yes : .no) }
    }

    func join(_ a: Fact, _ b: Fact) -> Fact {
        if a == b { return a }
        switch (a.kind, b.kind) {
        case (.later, .yes), (.yes, .later), (.later, .later): return Fact(.later)
        case (.no, .later), (.later, .no): return Fact(.later)
        case (.conditionally, .conditionally)
        where a.condition.key == b.condition.key
            && a.condition.isPositive
                == b.condition.isPositive:
            return Fact(a.condition, at: Int(max(a.place, b.place)))
        default: return Fact(.maybe)
        }
    }

    func joinBack(_ entry: Fact, _ back: Fact) -> Fact {
        switch (entry.kind, back.kind) {
        case (.yes, _): entry
        case (_, .no): entry
        default: Fact(.later)
        }
    }

    func along(_ kind: ProgramGraph.EdgeKind, _ fact: Fact) -> Fact {
        switch kind {
        case .breaks, .exit: fact.kind == .later ? Fact(.maybe) : fact
        case .back: fact.kind == .conditionally ? Fact(.maybe) : fact
        default: fact
        }
    }

    /// Most loops run, most lists have items, and a chain is cancelled where its result is no longer wanted.
    func follows(_ kind: ProgramGraph.EdgeKind) -> Bool {
        kind != .zeroPasses && kind != .cancelled
    }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        guard operation.kind == .effect else { return }
        let effect = context.program.effects[Int(operation.payload)]
        let storage = Int(effect.subject)
        switch effect.kind {
        case .declare: state[storage] = Fact(.no)
        case .write, .assign: write(storage, effect, index, &state)
        case .read where isReporting: read(storage, effect, index, &state)
        default: break
        }
    }

    private mutating func write(
        _ storage: Int, _ effect: Effect, _ index: Int, _ state: inout FlowState<Fact>
    ) {
        let before = state[storage]
        guard let condition = context.condition(of: effect), before.kind != .yes else {
            state[storage] = Fact(.yes)
            return
        }
        switch before.kind {
        case .no: state[storage] = Fact(condition, at: index)
        case .conditionally:
            let isStable = context.keys.isStable(
                condition.key, from: Int(before.place), to: index)
            guard isStable, before.condition.key == condition.key else {
                state[storage] = Fact(.maybe)
                return
            }
            state[storage] =
                before.condition.isPositive == condition.isPositive
                ? Fact(condition, at: index) : Fact(.yes)
        default: break
        }
    }

    private mutating func read(
        _ storage: Int, _ effect: Effect, _ index: Int, _ state: inout FlowState<Fact>
    ) {
        let fact = state[storage]
        switch fact.kind {
        case .yes, .later: return
        case .conditionally:
            if let condition = context.condition(of: effect), condition == fact.condition,
                context.keys.isStable(condition.key, from: Int(fact.place), to: index)
            {
                return
            }
        case .no, .maybe: break
        }
        if context.condition(of: effect)?.key == ConditionKey.unknown { return }
        if case .integer = context.program.data.storages[storage].type, isWrittenSomewhere[storage]
        {
            return
        }
        guard findings.isNew(0, storage) else { return }
        let name = context.name(of: storage)
        findings.error(
            "E0502", effect.span,
            isWrittenSomewhere[storage]
                ? "`\(name)` may be read before anything has written it: not every path here does"
                : "`\(name)` is read before anything has written it",
            help: "pass it to a call that fills it, or give it a value where it is declared"
                + zeroesHelp(storage),
            notes: [.init(context.program.data.storages[storage].span, "declared here")])
    }

    /// How storage is declared that is meant to be all zeroes.
    private func zeroesHelp(_ storage: Int) -> String {
        let type = context.program.data.storages[storage].type
        let value: String
        switch type {
        case .bytes: value = "\"\""
        case .structure: value = "{}"
        case .integers, .structures: value = "[]"
        case .integer: value = "0"
        default: return ""
        }
        return "; for zeroes, `var \(context.name(of: storage)): \(type.languageName) = \(value)`"
    }
}
