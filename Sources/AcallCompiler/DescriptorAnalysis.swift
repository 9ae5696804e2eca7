// Descriptors: what is used or closed is open, and what is closed or handed out is so once.
//
// The analysis follows the descriptors themselves, by the step that opens them, and the words that hold them:
// variables, elements, fields, parameters of procs. On some path to a point a descriptor may have been opened, closed,
// handed out; a use where it may have been closed is an error. A word holds one of a few descriptors, or nothing is
// known of it. It remembers what closed each of them since it got them: the path on which a variable got another
// descriptor is then another one than that on which the first was closed. What closes the word itself is remembered
// too, also where nothing is known of it.
//
// Elements whose number is known only when the program runs are taken together, with one exception: a pass of a loop
// that closes `fds[i]` closes another element than the pass before. So on the way back to the loop's head such a close
// becomes one of an earlier pass: in the loop it says nothing, and behind the loop it holds for all elements.

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
        /// Of elements: they were closed in the pass at hand of each loop around.
        static let thisPass: UInt8 = 1
        /// Of a word: its descriptors may be closed whatever the conditions of what closed them are now.
        static let always: UInt8 = 128

        static let noCondition = ConditionKey(key: -1, isPositive: true)
        static let anything = Fact(bits: unknown | word, detail: 0)

        var isClosed: Bool { bits & Self.closed != 0 }
        var isOfThisPass: Bool { bits & Self.thisPass != 0 }
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
    /// By descriptor: the words that have held it.
    private var holders: [Int32: Set<Int>] = [:]
    /// Effects that say that a call writes storage, where it puts its descriptors at a known place.
    private var descriptorWrites: Set<Int> = []

    init(_ context: FlowContext) {
        self.context = context
        words = DescriptorWords(context.program, context.graph)
        count = context.descriptorCount
        var writes: [Int] = []
        for operation in context.graph.operations {
            let payload = Int(operation.payload)
            switch operation.kind {
            case .effect where context.program.effects[payload].kind == .write:
                writes.append(payload)
            case .call:
                let made = context.program.steps[payload].makes.first.flatMap {
                    context.program.place(of: context.program.descriptors[$0])
                }
                if let made, made.offset != nil {
                    descriptorWrites.formUnion(
                        writes.filter {
                            Int(context.program.effects[$0].subject) == made.storage
                        })
                }
                writes = []
            default: break
            }
        }
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
        for index in 0..<count where context.made(index).map({ $0.element != nil }) ?? true {
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
            case .call where words.replaced(by: payload) != nil:
                // The result is one of the arguments.
                for made in program.steps[payload].arguments.compactMap(made) { last[made] = .max }
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
            var joined = Fact.anything
            if !a.isUnknown, !b.isUnknown, let union = sets.union(a.detail, b.detail) {
                joined = Fact(
                    bits: Fact.word | a.bits & b.bits & Fact.latest, detail: union,
                    place: min(a.place, b.place))
                joined.bits |= (a.bits | b.bits) & Fact.always
                if sets.disagree(a.detail, b.detail) { joined.bits |= Fact.always }
            }
            joined.closer = max(a.closer, b.closer)
            joined.condition =
                a.closer < 0
                ? b.condition
                : b.closer < 0 || a.condition == b.condition
                    ? a.condition : Fact.noCondition
            return joined
        }
        var result = a
        result.bits |= b.bits
        if !a.isClosed { result.condition = b.condition }
        if a.isClosed, b.isClosed, a.condition != b.condition {
            result.condition = Fact.noCondition
        }
        if a.bits & Fact.elements != 0, a.isOfThisPass != b.isOfThisPass {
            result.detail = a.isOfThisPass ? a.detail : b.detail
            return result
        }
        result.detail = a.detail < 0 ? b.detail : b.detail < 0 ? a.detail : min(a.detail, b.detail)
        result.place = a.place < 0 ? b.place : b.place < 0 ? a.place : min(a.place, b.place)
        return result
    }

    func along(_ kind: ProgramGraph.EdgeKind, _ fact: Fact) -> Fact {
        guard kind == .back else { return fact }
        var fact = fact
        fact.condition = Fact.noCondition
        fact.bits &= ~Fact.latest
        if fact.bits & Fact.elements != 0 { fact.bits &= ~Fact.thisPass }
        if fact.isWord, !fact.isUnknown, sets[fact.detail].contains(where: { $0.closer >= 0 }) {
            fact.bits |= Fact.always
        }
        return fact
    }

    // MARK: Values

    /// What a value may be.
    private struct Candidates {
        var held: [HeldDescriptor] = []
        var isUnknown = false
        /// Of an element: its storage, and the key of its address.
        var element: (storage: Int, key: Int32, isConstant: Bool)?
        /// The operation that stored it.
        var place: Int32 = -1
        /// The word, the operation that closed what stands there, and whether that is what was opened last.
        var word = -1
        var closer: Int32 = -1
        var condition = Fact.noCondition
        var isLatest = false
        /// It may be closed whatever the conditions are now of what closed it.
        var isAlways = false

        var set: [Int32] { held.map(\.descriptor) }

        /// What a name stands for, whose closes are those of the descriptor.
        static func only(_ descriptor: Int, _ state: borrowing FlowState<Fact>) -> Candidates {
            let fact = state[descriptor]
            let number = Int32(truncatingIfNeeded: descriptor)
            return Candidates(
                held: [
                    HeldDescriptor(descriptor: number, closer: fact.isClosed ? fact.detail : -1)
                ], isLatest: true)
        }
    }

    private mutating func candidates(
        _ value: ValueID, _ state: borrowing FlowState<Fact>
    ) -> Candidates {
        let program = context.program
        switch program[value] {
        case .fitting(let inner, _): return candidates(inner, state)
        case .result(let step):
            switch program.holder(of: value) {
            case .descriptor(let made): return .only(made, state)
            case .replaced:
                if let word = words.replaced(by: step) {
                    return candidates(inWord: count + word, state)
                }
            default: break
            }
        case .input(let index, _):
            guard case .input = program.holder(of: value) else { break }
            return .only(program.descriptors.count + index, state)
        case .local(let local):
            guard let word = words.local(local) else { break }
            return candidates(inWord: count + word, state)
        case .load(let address, _):
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
            held: sets[fact.detail], isUnknown: fact.isUnknown, place: fact.place, word: word,
            closer: fact.closer, condition: fact.condition,
            isLatest: fact.bits & Fact.latest != 0, isAlways: fact.bits & Fact.always != 0)
    }

    private mutating func candidates(
        at place: TypedProgram.StoragePlace, _ address: ValueID,
        _ state: borrowing FlowState<Fact>
    ) -> Candidates {
        guard let elements = words.elements(of: place.storage) else { return Candidates() }
        let all = candidates(inWord: count + elements, state)
        let key = context.keys.key(address)
        var result: Candidates
        if let offset = place.offset {
            guard let cell = words.cell(place.storage, at: offset) else { return all }
            result = candidates(inWord: count + cell, state)
            if all.held.isEmpty, !all.isUnknown {
                result.element = (place.storage, key, true)
                return result
            }
        } else {
            result = Candidates()
            for cell in words.cells(of: place.storage) {
                let other = candidates(inWord: count + cell, state)
                result.held += other.held
                result.isUnknown = result.isUnknown || other.isUnknown
                result.isAlways = result.isAlways || other.isAlways
            }
        }
        var closers: [Int32: Int32] = [:]
        for one in result.held + all.held {
            closers[one.descriptor] = max(closers[one.descriptor] ?? -1, one.closer)
        }
        // Of several elements it is not known which one this is: it is closed if all are.
        let isOne = place.offset != nil || closers.values.allSatisfy { $0 >= 0 }
        result.held = closers.keys.sorted().map {
            HeldDescriptor(descriptor: $0, closer: isOne ? closers[$0] ?? -1 : -1)
        }
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
                put(candidates(set.value, state), in: count + word, at: index, &state)
            }
        case .ending: end(context.graph.endings[payload].descriptors, at: index, &state)
        case .start, .endTask, .await, .cancel, .finish: break
        }
    }

    private mutating func visit(
        _ number: Int, at index: Int, _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        let effect = context.program.effects[number]
        switch effect.kind {
        case .declare: forget(Int(effect.subject), Fact(bits: Fact.word, detail: 0), &state)
        case .write where !descriptorWrites.contains(number):
            forget(Int(effect.subject), .anything, &state)
        case .name where isReporting:
            let made = context.program.steps[Int(effect.subject)].makes.first {
                context.program.descriptors[$0].element == nil
            }
            guard let made else { return }
            let named = Candidates.only(made, state)
            touched[index] = named.set
            checkUse(named, effect, at: index, state)
        case .use where isReporting:
            guard let value = effect.valueID else { return }
            let used = candidates(value, state)
            if !used.held.isEmpty { touched[index] = used.set }
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

    private mutating func put(
        _ candidates: Candidates, in word: Int, at index: Int, _ state: inout FlowState<Fact>
    ) {
        state[word] = fact(of: candidates, heldIn: word, at: index)
    }

    private mutating func fact(
        of candidates: Candidates, heldIn word: Int, at index: Int
    ) -> Fact {
        // What is copied from a closed word is closed.
        let closer = candidates.closer
        var result = Fact.anything
        if !candidates.isUnknown {
            let held = candidates.held.map {
                HeldDescriptor(descriptor: $0.descriptor, closer: max($0.closer, closer))
            }
            if let set = sets.number(of: held) {
                for one in held { holders[one.descriptor, default: []].insert(word) }
                result = Fact(
                    bits: Fact.word, detail: set, place: Int32(truncatingIfNeeded: index))
                if candidates.isLatest { result.bits |= Fact.latest }
                if candidates.isAlways { result.bits |= Fact.always }
            }
        }
        if result.isUnknown || candidates.held.isEmpty {
            (result.closer, result.condition) = (closer, candidates.condition)
        }
        return result
    }

    private mutating func forget(_ storage: Int, _ fact: Fact, _ state: inout FlowState<Fact>) {
        guard let elements = words.elements(of: storage) else { return }
        state[count + elements] = fact
        for cell in words.cells(of: storage) { state[count + cell] = fact }
        if let closed = closedElements(of: storage) { state[closed] = Fact(bits: Fact.elements) }
    }

    private mutating func open(by step: Int, at index: Int, _ state: inout FlowState<Fact>) {
        let made = context.program.steps[step]
        if let word = words.replaced(by: step), let number = context.program.replaced(by: made) {
            put(candidates(number, state), in: count + word, at: index, &state)
        }
        for descriptor in made.makes {
            if made.condition == nil {
                state[descriptor] = Fact(bits: Fact.opened)
            } else if context.program.descriptors[descriptor].isInLoop {
                // Those who use it have the same condition: what a pass before has closed is another one.
                state[descriptor] = Fact(
                    bits: Fact.opened | state[descriptor].bits & Fact.handedOut,
                    place: state[descriptor].place)
            } else {
                state[descriptor].bits |= Fact.opened
            }
            let owned = context.program.descriptors[descriptor]
            guard let place = context.program.place(of: owned), let offset = place.offset,
                let cell = words.cell(place.storage, at: offset)
            else { continue }
            let number = Int32(truncatingIfNeeded: descriptor)
            let new = Candidates(held: [HeldDescriptor(descriptor: number)], isLatest: false)
            let word = fact(of: new, heldIn: count + cell, at: index)
            if made.condition == nil {
                state[count + cell] = word
                // Nothing is left of what else was put into these two elements.
                if offset == 0, context.program.data.storages[place.storage].size == 8,
                    let elements = words.elements(of: place.storage)
                {
                    state[count + elements] = Fact(bits: Fact.word, detail: 0)
                }
            } else {
                var before = state[count + cell]
                before.detail = sets.removing(number, from: before.detail)
                state[count + cell] = join(before, word)
            }
        }
    }

    private mutating func store(
        _ store: ProgramGraph.Store, at index: Int, _ state: inout FlowState<Fact>
    ) {
        guard let place = context.program.place(at: store.address) else { return }
        let storage = place.storage
        guard let elements = words.elements(of: storage) else { return }
        guard let value = store.value else { return copy(store, into: place, &state) }
        let stored = candidates(value, state)
        if let offset = place.offset {
            for cell in words.cells(of: storage, overlapping: offset, store.width) {
                state[count + cell] = .anything
            }
            if let cell = words.cell(storage, at: offset) {
                put(stored, in: count + cell, at: index, &state)
            }
            return
        }
        // Any of the elements.
        let word = fact(of: stored, heldIn: count + elements, at: index)
        state[count + elements] = join(state[count + elements], word)
        if let closed = closedElements(of: storage), stored.isUnknown || !stored.held.isEmpty {
            state[closed] = Fact(bits: Fact.elements)
        }
    }

    /// The words of a copy are those of what is copied; what is made of constants holds no descriptor.
    private mutating func copy(
        _ store: ProgramGraph.Store, into place: TypedProgram.StoragePlace,
        _ state: inout FlowState<Fact>
    ) {
        let nothing = Fact(bits: Fact.word, detail: 0)
        guard let offset = place.offset else { return forget(place.storage, .anything, &state) }
        let range = offset..<offset + max(0, store.width)
        let source = store.source.flatMap { context.program.place(at: $0) }
        for (inside, cell) in words.cells(of: place.storage, in: range) {
            guard let source else {
                state[count + cell] = nothing
                continue
            }
            guard let from = source.offset, let elements = words.elements(of: source.storage) else {
                state[count + cell] =
                    words.elements(of: source.storage) == nil ? nothing : .anything
                continue
            }
            guard let other = words.cell(source.storage, at: from + inside) else {
                state[count + cell] = .anything
                continue
            }
            var fact = state[count + other]
            let all = state[count + elements]
            if all.isUnknown || all.detail != 0 { fact = join(fact, all) }
            if !fact.isUnknown {
                for one in sets[fact.detail] {
                    holders[one.descriptor, default: []].insert(count + cell)
                }
            }
            state[count + cell] = fact
        }
    }

    /// The end of a pass, or of a task, closes what was opened there and is not handed out.
    private mutating func end(
        _ descriptors: [Int], at index: Int, _ state: inout FlowState<Fact>
    ) {
        for descriptor in descriptors where state[descriptor].bits & Fact.handedOut == 0 {
            noteClosed(Int32(truncatingIfNeeded: descriptor), except: -1, at: index, &state)
        }
    }

    /// The words that hold a descriptor hold one that is closed.
    private mutating func noteClosed(
        _ descriptor: Int32, except word: Int, at index: Int, _ state: inout FlowState<Fact>
    ) {
        for holder in holders[descriptor] ?? [] where holder != word {
            let before = state[holder]
            guard before.isWord, !before.isUnknown else { continue }
            let changed = sets.closing(
                descriptor, in: before.detail, by: Int32(truncatingIfNeeded: index))
            if changed == before.detail { continue }
            var fact = before
            if sets.disagree(before.detail, changed) { fact.bits |= Fact.always }
            fact.detail = changed
            state[holder] = fact
        }
    }

    private mutating func close(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: inout FlowState<Fact>, _ isReporting: Bool
    ) {
        if isReporting {
            noteClose(candidates, effect)
            if !candidates.held.isEmpty { touched[index] = candidates.set }
            checkClose(candidates, effect, at: index, state)
        }
        let condition = context.condition(of: effect)
        var closed = Fact(bits: Fact.closed, detail: Int32(truncatingIfNeeded: index))
        closed.condition = condition ?? Fact.noCondition
        if let element = candidates.element, !element.isConstant {
            guard let variable = closedElements(of: element.storage) else { return }
            closed.bits |= Fact.elements | Fact.thisPass
            if isReporting { checkLoop(element, effect, at: index) }
            state[variable] = closed
            return
        }
        if candidates.word >= 0 {
            var word = state[candidates.word]
            word.condition =
                word.closer < 0 || word.condition == closed.condition
                ? closed.condition : Fact.noCondition
            word.closer = Int32(truncatingIfNeeded: index)
            state[candidates.word] = word
        }
        for one in candidates.held {
            let descriptor = one.descriptor
            let before = state[Int(descriptor)]
            if isAnyOfMany(descriptor), !candidates.isLatest { continue }
            if candidates.held.count == 1, !candidates.isUnknown, condition == nil {
                closed.bits = Fact.closed | before.bits & Fact.handedOut
                closed.place = before.place
                state[Int(descriptor)] = closed
            } else {
                state[Int(descriptor)] = join(before, closed)
            }
            // What holds it has been told before if all paths to here have closed it.
            if before.bits & (Fact.opened | Fact.closed) == Fact.closed { continue }
            noteClosed(descriptor, except: candidates.word, at: index, &state)
        }
    }

    /// A loop that closes the element whose number never changes in it closes it again and again.
    private mutating func checkLoop(
        _ element: (storage: Int, key: Int32, isConstant: Bool), _ effect: Effect, at index: Int
    ) {
        guard let loop = context.loop(around: index),
            context.keys.isStable(element.key, from: loop.lowerBound, to: loop.upperBound),
            !context.keys.isWritten(element.storage, in: loop),
            findings.isNew(3, element.storage, index)
        else { return }
        findings.error(
            "E0505", effect.span, "the next pass of the loop would close this descriptor again",
            help: "close it behind the loop, or use the number of the pass: `fds[i]`")
    }

    /// Of a step in a loop whose descriptors are kept: a word may hold one of an earlier pass.
    private func isAnyOfMany(_ descriptor: Int32) -> Bool {
        context.made(Int(descriptor))?.isKept ?? false
    }

    private mutating func noteClose(_ candidates: Candidates, _ effect: Effect) {
        let isOne =
            candidates.held.count == 1 && !candidates.isUnknown
            && candidates.element.map(\.isConstant) ?? true
        let one = isOne ? Int(candidates.held[0].descriptor) : -1
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

    /// Descriptors that something closes by itself, if an operation is the end of a pass or of a task.
    private func ending(at operation: Int32) -> (descriptors: [Int], isTask: Bool)? {
        let operation = context.graph.operations[Int(operation)]
        return operation.kind == .ending ? context.graph.endings[Int(operation.payload)] : nil
    }

    /// The operation that may have closed what is used here; nil if none has.
    private mutating func closing(
        _ held: HeldDescriptor, _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: borrowing FlowState<Fact>
    ) -> Int32? {
        guard held.closer >= 0 else { return nil }
        let fact = state[Int(held.descriptor)]
        let condition: ConditionKey
        if candidates.word < 0, candidates.element == nil {
            condition = fact.condition
        } else if candidates.isAlways || ending(at: held.closer) != nil {
            condition = Fact.noCondition
        } else {
            condition = context.condition(of: self.effect(at: held.closer)) ?? Fact.noCondition
        }
        return mayBeClosed(by: held.closer, condition, effect, at: index) ? held.closer : nil
    }

    /// Whether a close under a condition has been made where another effect happens.
    private mutating func mayBeClosed(
        by closer: Int32, _ condition: ConditionKey, _ effect: Effect, at index: Int
    ) -> Bool {
        let own = context.condition(of: effect)
        if condition.key == ConditionKey.unknown || own?.key == ConditionKey.unknown {
            return false
        }
        guard condition.key >= 0, let own, own == condition.negated else { return true }
        return !context.keys.isStable(condition.key, from: Int(closer), to: index)
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
        guard fact.isOfThisPass || !context.areInOneLoop(close, index) else { return nil }
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
        if candidates.closer >= 0, candidates.word >= 0,
            mayBeClosed(by: candidates.closer, candidates.condition, effect, at: index)
        {
            reported.formUnion(candidates.set.map { Int($0) })
            return reportUse(-2 - candidates.word, candidates.closer, effect, at: index)
        }
        for one in candidates.held {
            guard let close = closing(one, candidates, effect, at: index, state) else { continue }
            reported.insert(Int(one.descriptor))
            reportUse(Int(one.descriptor), close, effect, at: index)
        }
        if let close = closingElement(candidates, at: index, state) {
            reportUse(-1, close, effect, at: index)
        }
    }

    private mutating func reportUse(
        _ descriptor: Int, _ close: Int32, _ effect: Effect, at index: Int
    ) {
        if let ending = ending(at: close) {
            return reportEnded(descriptor, ending.isTask, effect)
        }
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

    private mutating func reportEnded(_ descriptor: Int, _ isTask: Bool, _ effect: Effect) {
        guard descriptor >= 0, findings.isNew(4, descriptor) else { return }
        let what = isTask ? "the task that opened it" : "the pass of the loop that opened it"
        findings.error(
            "E0501", effect.span, "this descriptor was closed when \(what) ended",
            help: isTask
                ? "open it before the task starts, or use it in the task"
                : "use it in the loop, or keep a copy: `var kept: int = 0`, "
                    + "and in the loop `kept = fcntl(fd, F_DUPFD_CLOEXEC, 0)`",
            notes: [context.opened(descriptor)])
    }

    private mutating func reportLoop(_ descriptor: Int32?, _ span: Span) {
        findings.error(
            "E0505", span, "the next pass of the loop would close this descriptor again",
            help: "close it behind the loop, or leave it to the end of the program",
            notes: descriptor.map { [context.opened(Int($0))] } ?? [])
    }

    private mutating func checkClose(
        _ candidates: Candidates, _ effect: Effect, at index: Int,
        _ state: borrowing FlowState<Fact>
    ) {
        checkHandedOut(candidates, effect, at: index, state)
        var isClosed = false
        if candidates.closer >= 0, candidates.word >= 0,
            mayBeClosed(by: candidates.closer, candidates.condition, effect, at: index)
        {
            isClosed = true
            if findings.isNew(1, -2 - candidates.word, Int(candidates.closer)) {
                if Int(candidates.closer) < index {
                    reportTwice(effect.span, self.effect(at: candidates.closer).span)
                } else {
                    reportLoop(
                        candidates.held.first?.descriptor,
                        self.effect(at: candidates.closer).span)
                }
            }
        }
        for one in candidates.held where !isClosed {
            guard let close = closing(one, candidates, effect, at: index, state),
                findings.isNew(1, Int(one.descriptor), Int(close))
            else { continue }
            if let ending = ending(at: close) {
                reportEnded(Int(one.descriptor), ending.isTask, effect)
            } else if Int(close) >= index {
                reportLoop(one.descriptor, self.effect(at: close).span)
            } else {
                reportTwice(effect.span, self.effect(at: close).span)
            }
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
