// The checker: from a syntax tree to a checked program, every error of the file reported.
//
// Statements are taken in the order they are written, since a name stands for what came before it. One
// that is wrong is reported and left out; its name stays declared, so that one mistake gives one error.

import AcallCatalog
import AcallSyntax

struct Checker {
    let tree: SyntaxTree
    let catalog: Catalog
    var diagnostics: Diagnostics
    var program: TypedProgram

    var scope: Scope
    var usage: Usage
    var lookups: Lookups
    var here = Surroundings()
    var procedures = ProcedureNotes()
    var contents = StorageNotes()
    /// What pointers in structures may point to.
    var memory = TargetNotes()
    var chains: ChainNotes
    var outputs: [Name: OutputShape] = [:]

    init(tree: SyntaxTree, architecture: Architecture, diagnostics: Diagnostics) {
        self.tree = tree
        self.catalog = Catalog(architecture: architecture)
        self.diagnostics = diagnostics
        program = TypedProgram(
            source: diagnostics.source, names: tree.names, architecture: architecture)
        scope = Scope(tree)
        usage = Usage(names: tree.names.count)
        lookups = Lookups(catalog, names: tree.names.count)
        chains = ChainNotes(cancelledNames: Self.cancelledNames(tree))
        program.pool.values.reserveCapacity(tree.expressions.count)
        program.pool.valueSpans.reserveCapacity(tree.expressions.count)
        program.steps.reserveCapacity(tree.calls.count)
        program.statements.reserveCapacity(tree.statements.count)
    }

    mutating func run() {
        declareProcedures(tree.statements)
        limitExpansion()
        scope.declareAhead(tree.statements, of: tree)
        check(tree.statements)
        waitForStarted(since: 0)
        let uncalled = checkUncalled(tree.statements)
        reportNumbers()
        let facts = FlowFacts(of: uncalled ?? program, isRight: !diagnostics.hasErrors)
        program.apply(facts, into: &diagnostics)
        warnOfUnused()
    }

    mutating func check(_ statement: Statement) {
        if statement.kind.isExecuted { note(.statement, 0, statement.span) }
        switch statement.kind {
        case .input(let name, let span, let type, let value):
            checkInput(name, span, type, value)
        case .variable(let name, let span, let type, let value):
            checkVariable(name, span, type, value)
        case .call(let index):
            checkCall(tree.calls[Int(index)], isDeferred: false)
        case .deferred(let index):
            checkCall(tree.calls[Int(index)], isDeferred: true)
        case .output(let name, let span, let key, let value, let format):
            checkOutput(name, span, key, value, format)
        case .assert(let condition, let message):
            let text = message.map { literal($0) } ?? source(tree[condition].span)
            if let value = integer(condition) {
                program.statements.append(.assert(value, message: text, tree[condition].span))
            }
        case .fail(let message, let condition):
            let value = condition.map { self.condition($0) }
            if condition == nil { noteExit(.program, statement.span) }
            program.statements.append(
                .fail(message: literal(message), condition: value, statement.span))
        case .stop(let condition):
            let value = condition.map { self.condition($0) }
            leaveChain(if: value, statement.span) { .stop(condition: $0, statement.span) }
        default: checkBlockStatement(statement)
        }
    }

    private mutating func checkBlockStatement(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .assign(let target, let op, let value): checkAssignment(target, op, value, span)
        case .if(let condition, let then, let otherwise): checkIf(condition, then, otherwise)
        case .loop(let body): checkLoop(body, span)
        case .while(let condition, let body): checkWhile(condition, body, span)
        case .for(let name, let nameSpan, let items, let body):
            checkFor(name, nameSpan, items, body, span)
        case .break(let condition): checkLeave(condition, span, isBreak: true)
        case .continue(let condition): checkLeave(condition, span, isBreak: false)
        case .async(let call): checkAsync(tree.calls[Int(call)], span)
        case .task(let name, let nameSpan, let body): checkTask(name, nameSpan, body, span)
        case .await(let syntax): checkAwait(syntax, span)
        case .cancel(let name, let nameSpan): checkCancel(name, nameSpan)
        case .parallel(let body): checkParallel(body)
        case .parallelFor(let name, let nameSpan, let items, let limit, let body):
            checkParallelFor(name, nameSpan, items, limit, body, span)
        case .return(let value): checkReturn(value, span)
        case .procedure(let index): checkProcedurePlace(Int(index))
        default: break
        }
    }

    // MARK: Names

    /// Declares a name; false where that is an error.
    mutating func declare(_ name: Name, _ span: Span, as symbol: Symbol) -> Bool {
        let index = Int(name.id)
        if let first = scope.declarations[index], first != span {
            diagnostics.error(
                "E0303", span, "`\(tree.names[name])` is declared twice",
                help: "give one of them another name", notes: [.init(first, "first declared here")])
            return false
        }
        usage.declare(name, span, symbol)
        if case .constant = scope.symbols[index] {
            scope.symbols[index] = symbol
            return true
        }
        if catalog.constant(named: tree.names[name]) != nil {
            diagnostics.error(
                "E0308", span,
                "`\(tree.names[name])` is a constant of the kernel's interface",
                help: "give this another name")
            scope.symbols[index] = .hole
            return false
        }
        scope.symbols[index] = symbol
        return true
    }

    func text(_ name: Name) -> String { tree.names[name] }

    /// The bytes of a literal string; nothing where it is no literal (reported by the parser).
    func literal(_ id: ExpressionID) -> [UInt8] {
        if case .string(let index) = tree[id].kind { return tree.strings[Int(index)] }
        return []
    }

    func source(_ span: Span) -> [UInt8] {
        let bytes = diagnostics.source.bytes
        let end = min(Int(span.end), bytes.count)
        return Array(bytes[min(Int(span.start), end)..<end])
    }

    /// The names a program can use at this point.
    var namesInScope: [String] {
        (0..<tree.names.count).compactMap { id in
            switch scope.symbols[id] {
            case .input, .variable, .result, .operand, .task: tree.names[Name(id: UInt32(id))]
            default: nil
            }
        }
    }

    // MARK: Values

    mutating func add(_ value: Value, _ span: Span) -> ValueID {
        program.pool.values.append(value)
        program.pool.valueSpans.append(span)
        return ValueID(program.pool.values.count - 1)
    }

    func constant(_ id: ValueID) -> Int64? {
        if case .constant(let value) = program[id] { return value }
        return nil
    }

    /// What a value can be at least and at most, as far as that is known.
    func range(_ id: ValueID, depth: Int = 0) -> ClosedRange<Int64> {
        let all = Int64.min...Int64.max
        if depth > 16 { return all }
        switch program[id] {
        case .constant(let value): return value...value
        case .unsigned, .address, .sliceAddress: return all
        case .input(let index, let slot):
            if slot == 1 { return 0 ... .max }
            return switch program.data.inputs[index].type {
            case .integer(let type): type == .u64 ? all : type.range
            case .descriptor: 0...Int64(Int32.max)
            default: all
            }
        case .result(let step):
            return program.syscalls[program.steps[step].syscall].result == .descriptor
                ? -4095...Int64(Int32.max) : all
        case .load(_, let type): return type.width == 8 ? all : type.range
        case .local: return all
        case .length: return 0 ... .max
        case .same: return 0...1
        case .now: return 0 ... .max
        case .binary(let op, let a, let b):
            switch op {
            case .and:
                // A mask leaves no more than it has.
                let (a, b) = (range(a, depth: depth + 1), range(b, depth: depth + 1))
                if b.lowerBound >= 0 { return 0...b.upperBound }
                return a.lowerBound >= 0 ? 0...a.upperBound : all
            case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .logicalAnd,
                .logicalOr:
                return 0...1
            default: return all
            }
        case .not, .below: return 0...1
        case .minimum(let a, let b):
            let (a, b) = (range(a, depth: depth + 1), range(b, depth: depth + 1))
            return min(a.lowerBound, b.lowerBound)...min(a.upperBound, b.upperBound)
        case .maximum(let a, let b):
            let (a, b) = (range(a, depth: depth + 1), range(b, depth: depth + 1))
            return max(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
        case .wide: return isUnsignedWord(id) ? all : 0 ... .max
        case .sliceCount(let index):
            return
                0...max(0, range(program.pool.slices[index].capacity, depth: depth + 1).upperBound)
        case .fitting(let value, let type):
            let inner = range(value, depth: depth + 1)
            return inner.clamped(to: type.range)
        }
    }
}

extension Statement.Kind {
    /// It does something when the program runs; declarations without a value do not.
    var isExecuted: Bool {
        switch self {
        case .input, .procedure, .include: false
        case .variable(_, _, _, let value): value != nil
        default: true
        }
    }
}

extension TypedProgram {
    /// Checks a tree. Errors and warnings go to `diagnostics`.
    /// - Throws: `ProgramError` where there is an error, of this stage or of one before it.
    package init(
        checking tree: SyntaxTree, architecture: Architecture = .host,
        into diagnostics: inout Diagnostics
    ) throws(ProgramError) {
        var checker = Checker(tree: tree, architecture: architecture, diagnostics: diagnostics)
        checker.run()
        if tree.isYAML { checker.diagnostics.respellHelp() }
        diagnostics = checker.diagnostics
        if diagnostics.hasErrors { throw ProgramError() }
        self = checker.program
    }
}
