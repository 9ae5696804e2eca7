// Descriptors: what is used or closed is open, and what is closed or handed out is so once.
//
// The analysis follows the descriptors themselves, by the step that opens them, and the words that hold them:
// variables, elements, fields, parameters of procs. On some path to a point a descriptor may have been opened, closed,
// handed out; a use where it may have been closed is an error. A word holds one of a few descriptors, or nothing is
// known of it.
//
// Elements whose number is known only when the program runs are taken together, with one exception: a pass of a loop
// that closes `fds[i]` closes another element than the pass before. So the effect of such a close is forgotten on the
// way back to the loop's head, and holds for all elements behind the loop.

import AcallSyntax

struct DescriptorAnalysis: FlowAnalysis {
    struct Fact: Equatable, BitwiseCopyable {
        /// Of a descriptor: what may have happened to it. Of a word: what may stand in it.
        var bits: UInt8 = 0
        /// If it was closed, then this held; key -1: nothing is known.
        var condition = Self.noCondition
        /// Of a descriptor, or of elements: the operation that closed it; -1 if none did. Of a word: a number of
        /// `DescriptorSets`.
        var detail: Int32 = -1
        /// Of a descriptor: the operation that handed it out. Of a word: the operation that stored there. -1: none.
        var place: Int32 = -1
        /// Of a word: the operation that closed what stands there. -1: none.
        var closer: Int32 = -1

        static let opened: UInt8 = 1
        static let closed: UInt8 = 2
        static let handedOut: UInt8 = 4
        /// It is a word, and nothing is known of it.
        static let unknown: UInt8 = 8
        static let word: UInt8 = 16
        static let elements: UInt8 = 32
        /// Of a word: of what a step in a loop opens, it holds what the step opened last.
        static let latest: UInt8 = 64

        static let noCondition = ConditionKey(key: -1, isPositive: true)
        static let anything = Fact(bits: unknown | word, detail: 0)

        var isClosed: Bool { bits & Self.closed != 0 }
        var isWord: Bool { bits & Self.word != 0 }
        var isUnknown: Bool { bits & Self.unknown != 0 }
    }

    var context: FlowContext
    private(set) var findings = Findings()
    /// By entry of the program's `handedOut`: the descriptors that the output may hand out.
    private(set) var handedOut: [Int: [Int32]] = [:]
    /// By step that closes: the one descriptor that it can close; -1 if there may be several.
    private(set) var closes: [Int: Int] = [:]
    /// By operation that uses or closes: the descriptors.
    private(set) var touched: [Int: [Int32]] = [:]
    /// Descriptors that are used wrongly.
    private(set) var reported: Set<Int> = []
    private let words: DescriptorWords
    private var sets = DescriptorSets()
    private let count: Int

    init(_ context: FlowContext) {
        self.context = context
        words = DescriptorWords(context.program, context.graph)
        count = context.program.descriptors.count
    }

    // MARK: Variables

    /// The descriptors; the words; for each word of elements, what was closed there.
    func initialFacts() -> [Fact] {
        let word = Fact(bits: Fact.word, detail: 0)
        return Array(repeating: Fact(), count: count) + Array(repeating: word, count: words.count)
            + Array(repeating: Fact(bits: Fact.elements), count: words.count)
    }

    /// A descriptor is looked at where its step is named. If a word holds it, it may be looked at anywhere.
    func lastUses() -> [Int32] {
        let (program, graph) = (context.program, context.graph)
        var last = [Int32](repeating: 0, count: count)
        for index in 0..<count where program.descriptors[index].storage != nil {
            last[index] = .max
        }
        func made(_ value: ValueID) -> Int? {
            switch program[value] {
            case .fitting(let inner, _): return made(inner)
            case .result:
                guard case .descriptor(let made) = program.holder(of: value) else { return nil }
                return made
            default: return nil
            }
        }
        for (index, operation) in graph.operations.enumerated() {
            let payload = Int(operation.payload)
            switch operation.kind {
            case .set: if let made = made(graph.sets[payload].value) { last[made] = .max }
            case .store:
                if let made = graph.stores[payload].value.flatMap(made) { last[made] = .max }
            case .effect:
                let effect = program.effects[payload]
                let use = Int32(truncatingIfNeeded: context.last(after: index))
                if effect.kind == .name {
                    for made in program.steps[Int(effect.subject)].makes {
                        last[made] = max(last[made], use)
                    }
                } else if let made = effect.valueID.flatMap(made) {
                    last[made] = max(last[made], use)
                }
            default: break
            }
        }
        return last + Array(repeating: .max, count: 2 * words.count)
    }

    private func closedElements(of storage: Int) -> Int? {
        words.elements(of: storage).map { count + words.count + $0 }
    }

    mutating func join(_ a: Fact, _ b: Fact) -> Fact {
        if a == b { return a }
        if a.isWord {
            guard !a.isUnknown, !b.isUnknown, let union = sets.union(a.detail, b.detail) else {
                return .anything
            }
            return Fact(
                bits: Fact.word | a.bits & b.bits & Fact.latest, detail: union,
                place: min(a.place, b.place), closer: max(a.closer, b.closer))
        }
        var result = a
        result.bits |= b.bits
        if !a.isClosed { result.condition = b.condition }
        if a.isClosed, b.isClosed, a.condition != b.condition {
            result.condition = Fact.noCondition
        }
        result.detail = a.detail < 0 ? b.detail : b.detail < 0 ? a.detail : min(a.detail, b.detail)
        result.place = a.place < 0 ? b.place : b.place < 0 ? a.place : min(a.place, b.place)
        return result
    }

    mutating func joinBack(_ entry: Fact, _ back: Fact) -> Fact {
        entry.bits & Fact.elements != 0 ? entry : join(entry, back)
    }

    func along(_ kind: ProgramGraph.EdgeKind, _ fact: Fact) -> Fact {
        guard kind == .back else { return fact }
        var fact = fact
        fact.condition = Fact.noCondition
        fact.bits &= ~Fact.latest
        return fact
    }

    // MARK: Values

    /// What a value may be.
    private struct Candidates {
        var set: [Int32] = []
        var isUnknown = false
        /// Of an element: its storage, and the key of its address.
        var element: (storage: Int, key: Int32, isConstant: Bool)?
        /// The operation that stored it.
        var place: Int32 = -1
        /// The word, the operation that closed what stands there, and whether that is what was opened last.
        var word = -1
        var closer: Int32 = -1
        var isLatest = false
    }

    private mutating func candidates(
        _ value: ValueID, _ state: borrowing FlowState<Fact>
    ) -> Candidates {
        let program = context.program
        switch program[value] {
        case .fitting(let inner, _): return candidates(inner, state)
        case .result:
            guard case .descriptor(let made) = program.holder(of: value) else { break }
            return Candidates(set: [Int32(truncatingIfNeeded: made)], isLatest: true)
        case .local(let local):
            guard let word = words.local(local) else { break }
            return candidates(inWord: count + word, state)
        case .load(let address, let type) where type.width >= 4:
            guard let place = program.place(at: address) else { break }
            return candidates(at: place, address, state)
        default: break
        }
        return Candidates()
    }

    private func candidates(
        inWord word: Int, _ state: borrowing FlowState<Fact>
    ) -> Candidates {
        let fact = state[word]
        return Candidates(
            set: sets[fact.detail], isUnknown: fact.isUnknown, place: fact.place, word: word,
            closer: fact.closer, isLatest: fact.bits & Fact.latest != 0)
    }

    private mutating func candidates(
        at place: CheckedProgram.StoragePlace, _ address: ValueID,
        _ state: borrowing FlowState<Fact>
    ) -> Candidates {
        guard let elements = words.elements(of: place.storage) else { return Candidates() }
        let all = candidates(inWord: count + elements, state)
        let key = context.keys.key(address)
        var result: Candidates
        if let offset = place.offset {
            guard let cell = words.cell(place.storage, at: offset) else { return all }
            result = candidates(inWord: count + cell, state)
            if all.set.isEmpty, !all.isUnknown {
                result.element = (place.storage, key, true)
                return result
            }
        } else {
            result = Candidates()
            for cell in words.cells(of: place.storage) {
                let other = candidates(inWord: count + cell, state)
                result.set += other.set
                result.isUnknown = result.isUnknown || other.isUnknown
            }
        }
        result.set = Array(Set(result.set + all.set)).sorted()
        result.isLatest = false
        result.isUnknown = result.isUnknown || all.isUnknown
        result.element = (place.storage, key, place.offset != nil)
        return result
    }

    // MARK: Operations

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        let payload = Int(operation.payload)
        switch operation.kind {
        case .effect: visit(payload, at: index, &state, isReporting)
        case .call: open(by: payload, at: index, &state)
        case .store: store(context.graph.stores[payload], at: index, &state)
        case .set:
            let set = context.graph.sets[payload]
            if let word = words.local(set.local) {
                state[count + word] = fact(of: candidates(set.value, state), at: index)
            }
        case .start, .endTask, .await, .cancel, .finish: break
        }
    }

    private mutating func visit(
        _ number: Int, at index: Int, _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        let effect = context.program.effects[number]
        switch effect.kind {
        case .declare: forget(Int(effect.subject), Fact(bits: Fact.word, detail: 0), &state)
        case .write: forget(Int(effect.subject), .anything, &state)
        case .name where isReporting:
            let made = context.program.steps[Int(effect.subject)].makes.first {
                context.program.descriptors[$0].element == nil
            }
            guard let made else { return }
            let named = Candidates(set: [Int32(truncatingIfNeeded: made)])
            touched[index] = named.set
            checkUse(named, effect, at: index, state)
        case .use where isReporting:
            guard let value = effect.valueID else { return }
            let used = candidates(value, state)
            if !used.set.isEmpty { touched[index] = used.set }
            checkUse(used, effect, at: index, state)
        case .close:
            guard let value = effect.valueID else { return }
            close(candidates(value, state), effect, at: index, &state, isReporting)
        case .handOut:
            guard let value = effect.valueID else { return }
            handOut(candidates(value, state), effect, at: index, &state, isReporting)
        default: break
        }
    }

    private mutating func fact(of candidates: Candidates, at index: Int) -> Fact {
        if candidates.isUnknown { return .anything }
        var set: Int32 = 0
        for descriptor in candidates.set {
            guard let union = sets.union(set, sets.only(Int(descriptor))) else { return .anything }
            set = union
        }
        let latest = candidates.isLatest ? Fact.latest : 0
        return Fact(
            bits: Fact.word | latest, detail: set, place: Int32(truncatingIfNeeded: index))
    }

    private mutating func forget(_ storage: Int, _ fact: Fact, _ state: inout FlowState<Fact>) {
        guard let elements = words.elements(of: storage) else { return }
        state[count + elements] = fact
        for cell in words.cells(of: storage) { state[count + cell] = fact }
        if let closed = closedElements(of: storage) { state[closed] = Fact(bits: Fact.elements) }
    }

    private mutating func open(by step: Int, at index: Int, _ state: inout FlowState<Fact>) {
        let made = context.program.steps[step]
        for descriptor in made.makes {
            if made.condition == nil {
                state[descriptor] = Fact(bits: Fact.opened)
            } else {
                state[descriptor].bits |= Fact.opened
            }
            let owned = context.program.descriptors[descriptor]
            guard let storage = owned.storage, let element = owned.element,
                let cell = words.cell(storage, at: element * 4)
            else { continue }
            let word = Fact(
                bits: Fact.word, detail: sets.only(descriptor),
                place: Int32(truncatingIfNeeded: index))
            state[count + cell] =
                made.condition == nil ? word : join(state[count + cell], word)
            if let elements = words.elements(of: storage), element == 0, made.condition == nil {
                state[count + elements] = Fact(bits: Fact.word, detail: 0)
            }
        }
    }

    private mutating func store(
        _ store: ProgramGraph.Store, at index: Int, _ state: inout FlowState<Fact>
    ) {
        guard let place = context.program.place(at: store.address) else { return }
        let storage = place.storage
        guard let elements = words.elements(of: storage) else { return }
        guard let value = store.value else { return forget(storage, .anything, &state) }
        let stored = candidates(value, state)
        let word = fact(of: stored, at: index)
        if let offset = place.offset {
            for cell in words.cells(of: storage, overlapping: offset, store.width) {
                state[count + cell] = .anything
            }
            if let cell = words.cell(storage, at: offset) { state[count + cell] = word }
            return
        }
        // Any of the elements.
        state[count + elements] = join(state[count + elements], word)
        if let closed = closedElements(of: storage), stored.isUnknown || !stored.set.isEmpty {
            state[closed] = Fact(bits: Fact.elements)
        }
    }

    private mutating func close(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        if isReporting {
            noteClose(candidates, effect)
            if !candidates.set.isEmpty { touched[index] = candidates.set }
            checkClose(candidates, effect, at: index, state)
        }
        let condition = context.condition(of: effect)
        var closed = Fact(bits: Fact.closed, detail: Int32(truncatingIfNeeded: index))
        closed.condition = condition ?? Fact.noCondition
        if let element = candidates.element, !element.isConstant {
            guard let variable = closedElements(of: element.storage) else { return }
            closed.bits |= Fact.elements
            state[variable] = closed
            return
        }
        for descriptor in candidates.set {
            let before = state[Int(descriptor)]
            if isAnyOfMany(descriptor), !candidates.isLatest {
                if candidates.word >= 0 { state[candidates.word].closer = Int32(index) }
                continue
            }
            if candidates.set.count == 1, !candidates.isUnknown, condition == nil {
                closed.bits = Fact.closed | before.bits & Fact.handedOut
                closed.place = before.place
                state[Int(descriptor)] = closed
            } else {
                state[Int(descriptor)] = join(before, closed)
            }
        }
    }

    /// Of a step in a loop whose descriptors are kept: a word may hold one of an earlier pass.
    private func isAnyOfMany(_ descriptor: Int32) -> Bool {
        let made = context.program.descriptors[Int(descriptor)]
        return made.isInLoop && made.isEscaped
    }

    private mutating func noteClose(_ candidates: Candidates, _ effect: Effect) {
        let isOne =
            candidates.set.count == 1 && !candidates.isUnknown
            && candidates.element.map(\.isConstant) ?? true
        let one = isOne ? Int(candidates.set[0]) : -1
        let step = Int(effect.subject)
        closes[step] = closes[step].map { $0 == one ? one : -1 } ?? one
    }

    private mutating func handOut(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        if isReporting {
            handedOut[Int(effect.subject), default: []] += candidates.set
            checkUse(candidates, effect, at: index, state)
            checkHandedOut(candidates, effect, at: index, state)
        }
        for descriptor in candidates.set {
            var fact = state[Int(descriptor)]
            fact.bits |= Fact.handedOut
            fact.place = Int32(truncatingIfNeeded: index)
            state[Int(descriptor)] = fact
        }
    }
}

// MARK: - What is wrong

extension DescriptorAnalysis {
    private func effect(at operation: Int32) -> Effect {
        context.program.effects[Int(context.graph.operations[Int(operation)].payload)]
    }

    private func opened(_ descriptor: Int32) -> Diagnostic.Note {
        let step = context.program.descriptors[Int(descriptor)].step
        return .init(context.program.steps[step].span, "opened here")
    }

    /// The operation that may have closed what is used here; nil if none has.
    private mutating func closing(
        _ descriptor: Int32, _ effect: Effect, at index: Int, _ state: borrowing FlowState<Fact>
    ) -> Int32? {
        let fact = state[Int(descriptor)]
        guard fact.isClosed, fact.detail >= 0 else { return nil }
        if fact.condition.key == ConditionKey.unknown
            || context.condition(of: effect)?.key == ConditionKey.unknown
        {
            return nil
        }
        if fact.condition.key >= 0, let condition = context.condition(of: effect),
            condition == fact.condition.negated,
            context.keys.isStable(condition.key, from: Int(fact.detail), to: index)
        {
            return nil
        }
        return fact.detail
    }

    /// The operation that closed an element, or all of them.
    private mutating func closingElement(
        _ candidates: Candidates, at index: Int, _ state: borrowing FlowState<Fact>
    ) -> Int32? {
        guard let element = candidates.element, let variable = closedElements(of: element.storage)
        else { return nil }
        let fact = state[variable]
        guard fact.isClosed, fact.detail >= 0 else { return nil }
        let close = Int(fact.detail)
        if context.isInLoop(close, without: index) {
            return close > candidates.place ? fact.detail : nil
        }
        guard let value = self.effect(at: fact.detail).valueID,
            let key = elementKey(value), key == element.key,
            context.keys.isStable(key, from: close, to: index)
        else { return nil }
        return fact.detail
    }

    private mutating func elementKey(_ value: ValueID) -> Int32? {
        switch context.program[value] {
        case .load(let address, _): context.keys.key(address)
        case .fitting(let inner, _): elementKey(inner)
        default: nil
        }
    }

    private mutating func checkUse(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: borrowing FlowState<Fact>
    ) {
        if candidates.closer >= 0, candidates.word >= 0 {
            reportUse(-2 - candidates.word, candidates.closer, effect, at: index)
        }
        for descriptor in candidates.set {
            guard let close = closing(descriptor, effect, at: index, state) else { continue }
            reported.insert(Int(descriptor))
            reportUse(Int(descriptor), close, effect, at: index)
        }
        if let close = closingElement(candidates, at: index, state) {
            reportUse(-1, close, effect, at: index)
        }
    }

    private mutating func reportUse(
        _ descriptor: Int, _ close: Int32, _ effect: Effect, at index: Int
    ) {
        let closed = self.effect(at: close).span
        // A call that closes it names it first.
        if closed.start <= effect.span.start, effect.span.end <= closed.end { return }
        guard findings.isNew(1, descriptor, Int(close)) else { return }
        if Int(close) > index, descriptor >= 0 { return reportLoop(Int32(descriptor), closed) }
        let what: String
        switch effect.kind {
        case .name:
            let name = context.program.steps[Int(effect.subject)].name
            what = name.map { "`\(context.program.names[$0])`" } ?? "this descriptor"
        case .handOut:
            findings.error(
                "E0501", effect.span,
                "the output hands out a descriptor that may be closed by then",
                help: "leave the `close` out: the program that gets the output closes it",
                notes: [.init(closed, "closed here")])
            return
        default: what = "this descriptor"
        }
        findings.error(
            "E0501", effect.span, "\(what) is used after it was closed",
            notes: [.init(closed, "closed here")])
    }

    private mutating func reportLoop(_ descriptor: Int32, _ span: Span) {
        findings.error(
            "E0505", span, "the next pass of the loop would close this descriptor again",
            help: "close it behind the loop, or leave it to the end of the program",
            notes: [opened(descriptor)])
    }

    private mutating func checkClose(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: borrowing FlowState<Fact>
    ) {
        for descriptor in candidates.set {
            checkHandedOut(Candidates(set: [descriptor]), effect, at: index, state)
            guard let close = closing(descriptor, effect, at: index, state),
                findings.isNew(1, Int(descriptor), Int(close))
            else { continue }
            if Int(close) >= index {
                let later = self.effect(at: close).span
                reportLoop(descriptor, later)
                continue
            }
            reportTwice(effect.span, self.effect(at: close).span)
        }
        if candidates.closer >= 0, findings.isNew(1, -2 - candidates.word, Int(candidates.closer)) {
            reportTwice(effect.span, self.effect(at: candidates.closer).span)
        }
        guard let close = closingElement(candidates, at: index, state),
            findings.isNew(1, -1, Int(close)), Int(close) != index
        else { return }
        reportTwice(effect.span, self.effect(at: close).span)
    }

    /// The close that stands last in the source is the one too many.
    private mutating func reportTwice(_ a: Span, _ b: Span) {
        let (first, last) = a.start < b.start ? (a, b) : (b, a)
        findings.error(
            "E0505", last, "this descriptor is closed twice",
            help: "remove one of them", notes: [.init(first, "the other one is here")])
    }

    private mutating func checkHandedOut(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: borrowing FlowState<Fact>
    ) {
        for descriptor in candidates.set {
            let fact = state[Int(descriptor)]
            guard fact.bits & Fact.handedOut != 0, fact.place >= 0, Int(fact.place) != index,
                findings.isNew(2, Int(descriptor), Int(fact.place))
            else { continue }
            let note = Diagnostic.Note(self.effect(at: fact.place).span, "handed out here")
            if effect.kind == .close {
                findings.error(
                    "E0505", effect.span,
                    "this closes a descriptor that an output hands out",
                    help: "leave the `close` out: the program that gets the output closes it",
                    notes: [note])
            } else {
                findings.error(
                    "E0505", effect.span, "two outputs would hand out this descriptor",
                    help: "hand out a copy: `copy = fcntl(fd, F_DUPFD_CLOEXEC, 0)`",
                    notes: [note])
            }
        }
    }
}
