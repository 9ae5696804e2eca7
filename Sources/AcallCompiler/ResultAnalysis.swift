// Results that nothing has looked at.
//
// - A result may be an error's number, if its step has an `allow` or an `if`, or if its chain was cancelled. Used as a
//   descriptor or a length without a comparison before, it is a mistake. The result is followed through variables,
//   elements and the parameters of procs.
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
            /// Of a word: it may hold the result of `step`.
            case holds
            /// Of a word: it may hold the number of an error, the value `step`, in place of what a proc returns.
            case error
        }

        var kind = Kind.fine
        var step: Int32 = -1
    }

    var context: FlowContext
    private(set) var findings = Findings()
    private let steps: Int

    private enum Word: Hashable {
        case cell(storage: Int, offset: Int)
        case local(Int)
    }

    /// By word into which something is stored: its variable.
    private var words: [Word: Int] = [:]
    /// By storage: its words.
    private var cells: [Int: [Int]] = [:]

    init(_ context: FlowContext) {
        self.context = context
        steps = context.program.steps.count
        for store in context.graph.stores where store.value != nil {
            if let place = context.program.place(at: store.address), let offset = place.offset {
                add(.cell(storage: place.storage, offset: offset))
            }
        }
        for set in context.graph.sets { add(.local(set.local)) }
    }

    private mutating func add(_ word: Word) {
        guard words[word] == nil else { return }
        let variable = steps + context.program.data.storages.count + words.count
        words[word] = variable
        if case .cell(let storage, _) = word { cells[storage, default: []].append(variable) }
    }

    /// The results, the storage, the words.
    func initialFacts() -> [Fact] {
        Array(repeating: Fact(), count: steps + context.program.data.storages.count + words.count)
    }

    func join(_ a: Fact, _ b: Fact) -> Fact {
        if a == b { return a }
        if a.kind != b.kind { return a.kind.rawValue > b.kind.rawValue ? a : b }
        // Of two results the one that may be an error's number counts.
        if a.kind == .holds, mayBeError(a.step) != mayBeError(b.step) {
            return mayBeError(a.step) ? a : b
        }
        return a.step < b.step ? a : b
    }

    private func mayBeError(_ step: Int32) -> Bool {
        let step = context.program.steps[Int(step)]
        return step.condition != nil || !step.allowed.isEmpty
    }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        let payload = Int(operation.payload)
        if operation.kind == .call {
            let mayBeError = mayBeError(Int32(truncatingIfNeeded: payload))
            state[payload] = Fact(kind: mayBeError ? .unasked : .fine)
            return
        }
        switch operation.kind {
        case .effect: visit(context.program.effects[payload], &state, isReporting)
        case .store:
            let store = context.graph.stores[payload]
            guard let place = context.program.place(at: store.address), let offset = place.offset,
                let word = words[.cell(storage: place.storage, offset: offset)]
            else { return }
            put(store.value, in: word, &state)
        case .set:
            let set = context.graph.sets[payload]
            if let word = words[.local(set.local)] { put(set.value, in: word, &state) }
        case .cancel:
            if let step = context.program.chains.tasks[payload].step {
                state[step] = Fact(kind: .unasked)
            }
        default: break
        }
    }

    private func put(_ value: ValueID?, in word: Int, _ state: inout FlowState<Fact>) {
        if let value, case .constant(let number) = context.program[value], number < 0,
            context.program.words.procedureErrors.contains(value)
        {
            state[word] = Fact(kind: .error, step: Int32(truncatingIfNeeded: value.index))
            return
        }
        if let value, let inner = self.word(of: value), state[inner].kind == .error {
            state[word] = state[inner]
            return
        }
        let step = value.flatMap { self.step(of: $0, state) }
        state[word] = step.map { Fact(kind: .holds, step: Int32(truncatingIfNeeded: $0)) } ?? Fact()
    }

    /// The variable of the word that a value is read from.
    private func word(of value: ValueID) -> Int? {
        let program = context.program
        switch program[value] {
        case .fitting(let inner, _): return word(of: inner)
        case .local(let local): return words[.local(local)]
        case .load(let address, _):
            guard let place = program.place(at: address), let offset = place.offset else {
                return nil
            }
            return words[.cell(storage: place.storage, offset: offset)]
        default: return nil
        }
    }

    /// The step whose result a value is.
    private func step(of value: ValueID, _ state: borrowing FlowState<Fact>) -> Int? {
        switch context.program[value] {
        case .result(let step): return step
        case .fitting(let inner, _): return step(of: inner, state)
        default:
            guard let word = word(of: value), state[word].kind == .holds else { return nil }
            return Int(state[word].step)
        }
    }

    private mutating func visit(
        _ effect: Effect, _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        let storage = steps + Int(effect.subject)
        switch effect.kind {
        case .compare:
            if let step = effect.valueID.flatMap({ step(of: $0, state) }) {
                state[step] = Fact(kind: .asked)
            } else if let word = effect.valueID.flatMap(word(of:)), state[word].kind == .error {
                state[word] = Fact()
            }
        case .use, .length, .close:
            if let word = effect.valueID.flatMap(word(of:)), state[word].kind == .error {
                if isReporting, effect.conditionID == nil {
                    warnOfProcedure(ValueID(Int(state[word].step)), effect)
                }
                state[word] = Fact()
                return
            }
            guard let value = effect.valueID, let step = step(of: value, state),
                state[step].kind == .unasked, !isOnlyMade(effect, with: step)
            else { return }
            if isReporting { warnOfError(step, effect) }
            state[step] = Fact()
        case .fill:
            state[storage] = Fact(kind: .partly, step: Int32(truncatingIfNeeded: effect.value))
        case .declare, .write, .assign:
            if effect.kind != .write { state[storage] = Fact() }
            if effect.kind != .assign {
                for word in cells[Int(effect.subject)] ?? [] { state[word] = Fact() }
            }
        case .whole:
            let fact = state[storage]
            guard isReporting, fact.kind == .partly, state[Int(fact.step)].kind != .asked else {
                return
            }
            warnOfCount(Int(fact.step), Int(effect.subject), effect.span)
        default: break
        }
    }

    /// Whether an effect happens only if a step has been made: both have the same condition.
    private mutating func isOnlyMade(_ effect: Effect, with step: Int) -> Bool {
        guard let condition = context.condition(of: effect),
            let made = context.program.steps[step].condition,
            context.program.steps[step].allowed.isEmpty
        else { return false }
        return condition.key == ConditionKey.unknown || condition == context.keys.condition(made)
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
        if step.allowed.isEmpty {
            findings.warning(
                "W0502", effect.span, "this may be an error's number: the call may be cancelled",
                help: "look at it first: "
                    + "`if \(step.name.map { context.program.names[$0] } ?? "n") >= 0 { ... }`",
                notes: [.init(step.span, "it is made here")])
            return
        }
        let name = step.name.map { context.program.names[$0] } ?? "n"
        findings.warning(
            "W0502", effect.span, "this may be an error's number, which the step allows",
            help: "look at it first: `if \(name) >= 0 { ... }`",
            notes: [.init(step.span, "this one has an `allow`")])
    }

    private mutating func warnOfProcedure(_ error: ValueID, _ effect: Effect) {
        guard findings.isNew(2, Int(error.index)) else { return }
        let isSkipped = context.program[error] == .constant(-125)
        findings.warning(
            "W0502", effect.span,
            isSkipped
                ? "the call of the proc may have been skipped: this is -125 then"
                : "this may be an error's number, which the call of the proc allows",
            help: isSkipped
                ? "give this step the same `if`, or put both into the braces of an `if`"
                : "compare what it returned first, as in `if n >= 0 { ... }`",
            notes: [.init(context.program.span(of: error), "the proc is called here")])
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
