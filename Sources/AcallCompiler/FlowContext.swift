// What all analyses look at: the program, its graph, which values are the same, and which loops an operation is in.

import AcallSyntax

struct FlowContext {
    let program: TypedProgram
    let graph: ProgramGraph
    var keys: ValueKeys
    /// By loop: its operations, and the loop around it.
    private var loops: [(operations: Range<Int>, outer: Int?)] = []
    /// By operation: the innermost loop; -1 outside of all.
    private var innermost: [Int32]

    init(_ program: TypedProgram) {
        self.program = program
        graph = ProgramGraph(of: program)
        keys = ValueKeys(program, graph)
        innermost = Array(repeating: -1, count: graph.operations.count)
        for block in graph.blocks {
            guard case .head = block.entry else { continue }
            let first = block.operations.lowerBound
            let last = graph.blocks[block.loopEnd - 1].operations.upperBound
            let outer =
                first < innermost.count && innermost[first] >= 0 ? Int(innermost[first]) : nil
            loops.append((first..<max(first, last), outer))
            // Heads come before those of the loops inside.
            for operation in first..<max(first, last) {
                innermost[operation] = Int32(truncatingIfNeeded: loops.count - 1)
            }
        }
    }

    /// Whether an operation is in a loop that another one is not in.
    func isInLoop(_ operation: Int, without other: Int) -> Bool {
        var loop = Int(innermost[operation])
        while loop >= 0 {
            if !loops[loop].operations.contains(other) { return true }
            loop = loops[loop].outer ?? -1
        }
        return false
    }

    /// An operation may be made again by the loops around it: the end of the outermost; itself if there is none.
    func last(after operation: Int) -> Int {
        var last = operation
        var loop = Int(innermost[operation])
        while loop >= 0 {
            last = max(last, loops[loop].operations.upperBound)
            loop = loops[loop].outer ?? -1
        }
        return last
    }

    /// Whether some loop has both operations.
    func areInOneLoop(_ a: Int, _ b: Int) -> Bool {
        var loop = Int(innermost[a])
        while loop >= 0 {
            if loops[loop].operations.contains(b) { return true }
            loop = loops[loop].outer ?? -1
        }
        return false
    }

    /// The key of the condition under which an effect happens.
    mutating func condition(of effect: Effect) -> ConditionKey? {
        effect.conditionID.map { keys.condition($0) }
    }

    /// The descriptors that the program makes, and behind them its inputs, some of which are descriptors too.
    var descriptorCount: Int { program.descriptors.count + program.data.inputs.count }

    /// The descriptor, if a step of the program makes it.
    func made(_ descriptor: Int) -> OwnedDescriptor? {
        program.descriptors.indices.contains(descriptor) ? program.descriptors[descriptor] : nil
    }

    /// Where a descriptor comes from.
    func opened(_ descriptor: Int) -> Diagnostic.Note {
        if let made = made(descriptor) {
            return .init(program.steps[made.step].span, "opened here")
        }
        return .init(
            program.data.inputs[descriptor - program.descriptors.count].span, "declared here")
    }

    /// The innermost loop that an operation is in: its operations.
    func loop(around operation: Int) -> Range<Int>? {
        innermost[operation] < 0 ? nil : loops[Int(innermost[operation])].operations
    }

    func name(of storage: Int) -> String { program.names[program.data.storages[storage].name] }
}

/// What the analyses found, each thing once.
struct Findings {
    private struct Key: Hashable {
        var kind: UInt8
        var a: Int
        var b: Int
    }

    struct Finding {
        var isError: Bool
        var code: String
        var span: Span
        var message: String
        var help: String?
        var notes: [Diagnostic.Note]
    }

    private(set) var list: [Finding] = []
    private var keys: Set<Key> = []

    /// True the first time that a kind of thing is found for a pair of subjects.
    mutating func isNew(_ kind: UInt8, _ a: Int, _ b: Int = 0) -> Bool {
        keys.insert(Key(kind: kind, a: a, b: b)).inserted
    }

    mutating func error(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        list.append(
            Finding(
                isError: true, code: code, span: span, message: message, help: help, notes: notes))
    }

    mutating func warning(
        _ code: String, _ span: Span, _ message: String, help: String? = nil,
        notes: [Diagnostic.Note] = []
    ) {
        list.append(
            Finding(
                isError: false, code: code, span: span, message: message, help: help, notes: notes))
    }
}

extension Diagnostics {
    /// Adds what analyses found, in the order of the source.
    mutating func add(_ findings: [Findings]) {
        let all = findings.flatMap(\.list).enumerated().sorted {
            ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
        }
        for (_, found) in all {
            if found.isError {
                error(found.code, found.span, found.message, help: found.help, notes: found.notes)
            } else {
                warning(found.code, found.span, found.message, help: found.help, notes: found.notes)
            }
        }
    }
}
