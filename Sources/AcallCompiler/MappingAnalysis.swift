// Mappings: memory is used between its `mmap` and its `munmap`, and unmapped once.
//
// The analysis has two variables for each step that maps memory: whether the mapping may be gone, and by what; and
// what `mprotect` made of its protection.

import AcallCatalog
import AcallSyntax

struct MappingAnalysis: FlowAnalysis {
    struct Fact: Equatable, BitwiseCopyable {
        enum Kind: UInt8 {
            case live, ended
            /// A protection: as it was mapped, known, or not known.
            case asMapped, known, unknown
        }

        var kind: Kind
        /// The operation that ended it, or the protection.
        var detail: Int32 = -1
    }

    let context: FlowContext
    private(set) var findings = Findings()
    /// By step: its number among those that map memory.
    private var numbers: [Int: Int] = [:]

    init(_ context: FlowContext) {
        self.context = context
        for (step, call) in context.program.steps.enumerated() where call.mapped != nil {
            numbers[step] = numbers.count
        }
    }

    func initialFacts() -> [Fact] {
        (0..<numbers.count).flatMap { _ in [Fact(kind: .live), Fact(kind: .asMapped)] }
    }

    func join(_ a: Fact, _ b: Fact) -> Fact {
        if a == b { return a }
        switch (a.kind, b.kind) {
        case (.live, _): return b
        case (_, .live): return a
        case (.ended, _): return a.detail < b.detail ? a : b
        default: return Fact(kind: .unknown)
        }
    }

    mutating func visit(
        _ operation: ProgramGraph.Operation, at index: Int, _ state: inout FlowState<Fact>,
        isReporting: Bool
    ) {
        let payload = Int(operation.payload)
        if operation.kind == .call, let number = numbers[payload] {
            state[number * 2] = Fact(kind: .live)
            state[number * 2 + 1] = Fact(kind: .asMapped)
        }
        guard operation.kind == .effect else { return }
        let effect = context.program.effects[payload]
        guard let number = numbers[Int(effect.subject)] else { return }
        switch effect.kind {
        case .useMapping where isReporting: use(state[number * 2], effect, at: index)
        case .readMapping where isReporting:
            access(state[number * 2 + 1], effect, isWrite: false)
        case .writeMapping where isReporting:
            access(state[number * 2 + 1], effect, isWrite: true)
        case .protect:
            state[number * 2 + 1] =
                effect.value == Effect.noValue
                ? Fact(kind: .unknown)
                : Fact(kind: .known, detail: Int32(truncatingIfNeeded: effect.value))
        case .unmap, .move:
            if isReporting { end(state[number * 2], effect, at: index) }
            if effect.conditionID == nil || state[number * 2].kind == .live {
                state[number * 2] = Fact(kind: .ended, detail: Int32(truncatingIfNeeded: index))
            }
        default: break
        }
    }

    // MARK: What is wrong

    private func effect(at operation: Int32) -> Effect {
        context.program.effects[Int(context.graph.operations[Int(operation)].payload)]
    }

    private mutating func use(_ fact: Fact, _ effect: Effect, at index: Int) {
        guard fact.kind == .ended else { return }
        let end = self.effect(at: fact.detail)
        if end.span.start <= effect.span.start, effect.span.end <= end.span.end { return }
        let step = Int(effect.subject)
        guard findings.isNew(0, step, Int(fact.detail)) else { return }
        if Int(fact.detail) > index { return reportLoop(step, end.span) }
        let call = context.program.steps[step]
        let name = call.name.map { "`\(context.program.names[$0])`" } ?? "this mapping"
        findings.error(
            "E0507", effect.span, "\(name) is used after it was unmapped",
            notes: [
                .init(end.span, end.kind == .move ? "another one since this" : "unmapped here")
            ])
    }

    private mutating func end(_ fact: Fact, _ effect: Effect, at index: Int) {
        guard fact.kind == .ended, findings.isNew(0, Int(effect.subject), Int(fact.detail)) else {
            return
        }
        let other = self.effect(at: fact.detail)
        if Int(fact.detail) >= index { return reportLoop(Int(effect.subject), other.span) }
        let (first, last) =
            other.span.start < effect.span.start
            ? (other.span, effect.span) : (effect.span, other.span)
        findings.error(
            "E0507", last, "this mapping is unmapped twice",
            help: "remove one of them", notes: [.init(first, "the other one is here")])
    }

    private mutating func reportLoop(_ step: Int, _ span: Span) {
        findings.error(
            "E0507", span, "the next pass of the loop would unmap this again",
            help: "unmap it behind the loop, or leave it to the end of the program",
            notes: [.init(context.program.steps[step].span, "mapped here")])
    }

    private mutating func access(_ fact: Fact, _ effect: Effect, isWrite: Bool) {
        let program = context.program
        let call = program.steps[Int(effect.subject)]
        var protection: Int64?
        switch fact.kind {
        case .known: protection = Int64(fact.detail)
        case .asMapped:
            let position = program.syscalls[call.syscall].parameters.firstIndex {
                $0.name == "prot"
            }
            if let position, case .constant(let known) = program[call.arguments[position]] {
                protection = known
            }
        default: break
        }
        guard let protection,
            let write = Catalog(architecture: program.architecture).constant(named: "PROT_WRITE")
        else { return }
        if isWrite ? protection & write.value != 0 : protection != 0 { return }
        let name = call.name.map { "`\(program.names[$0])`" } ?? "this mapping"
        findings.error(
            "E0508", effect.span,
            "\(name) can't be \(isWrite ? "written" : "read"): its protection says so",
            help: "map it with `\(isWrite ? "PROT_READ | PROT_WRITE" : "PROT_READ")`, or change "
                + "that with `mprotect`",
            notes: [.init(call.span, "mapped here")])
    }
}
