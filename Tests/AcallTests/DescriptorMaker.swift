// Makes random programs with descriptors and buffers. Most of what it uses is open, and some is not.

struct DescriptorMaker {
    private var state: UInt64
    private var names = 0
    private var program = DescriptorProgram()
    private var isInProcedure = false

    /// What can be named at a point.
    private struct Scope {
        var results: [String] = []
        var variables: [String] = []
        var arrays: [String] = []
        var structures: [String] = []
        var indices: [String] = []
        var tasks: [String] = []
        var isInLoop = false
        var isInTask = false
        /// Places that were closed, as far as the maker looks.
        var closed: Set<DescriptorPlace> = []
    }

    init(seed: UInt64) { state = seed }

    mutating func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func name(_ prefix: String) -> String {
        names += 1
        return "\(prefix)\(names)"
    }

    private mutating func pick<Item>(_ items: [Item]) -> Item { items[next(items.count)] }

    mutating func make() -> DescriptorProgram {
        for _ in 0..<next(3) { program.variables.append(name("v")) }
        for _ in 0..<next(2) { program.arrays.append(name("a")) }
        for _ in 0..<next(3) { program.buffers.append(name("b")) }
        if next(3) == 0 { for _ in 0...next(2) { makeProcedure() } }
        var scope = Scope(variables: program.variables, arrays: program.arrays)
        program.body = block(&scope, depth: 3, count: 3 + next(7))
        return program
    }

    private mutating func makeProcedure() {
        isInProcedure = true
        let buffers = program.buffers
        program.buffers = []
        defer { (isInProcedure, program.buffers) = (false, buffers) }
        let parameters = (0..<next(3)).map { _ in name("q") }
        var scope = Scope(results: parameters)
        let seen = DescriptorAction.declare("seen")
        let body = block(&scope, depth: 1, count: 1 + next(3))
        let result =
            next(2) == 0 && !scope.results.isEmpty
            ? DescriptorPlace.result(pick(scope.results)) : nil
        program.procedures.append(
            DescriptorProcedure(
                name: name("proc"), parameters: parameters, body: [seen] + body, result: result))
    }

    private mutating func place(_ scope: Scope) -> DescriptorPlace? {
        for attempt in 0..<8 {
            let place: DescriptorPlace
            switch next(16) {
            case 0...5 where !scope.results.isEmpty: place = .result(pick(scope.results))
            case 6...10 where !scope.variables.isEmpty: place = .variable(pick(scope.variables))
            case 11...13 where !scope.arrays.isEmpty: place = element(scope)
            case 14 where !scope.structures.isEmpty: place = .field(pick(scope.structures))
            case 15 where !isInProcedure && next(3) == 0: place = .input("h")
            default: continue
            }
            if attempt < 7, scope.closed.contains(place), next(6) != 0 { continue }
            return place
        }
        return nil
    }

    private mutating func element(_ scope: Scope) -> DescriptorPlace {
        .element(
            pick(scope.arrays),
            !scope.indices.isEmpty && next(2) == 0
                ? .variable(pick(scope.indices)) : next(4) == 0 ? .variable("x") : .number(next(3)))
    }

    /// What can be assigned.
    private mutating func target(_ scope: Scope) -> DescriptorPlace? {
        switch next(4) {
        case 0 where !scope.variables.isEmpty, 1 where !scope.variables.isEmpty:
            return .variable(pick(scope.variables))
        case 2 where !scope.arrays.isEmpty: return element(scope)
        case 3 where !scope.structures.isEmpty: return .field(pick(scope.structures))
        default: return nil
        }
    }

    private mutating func condition(_ scope: Scope) -> DescriptorCondition {
        let names = scope.indices + (isInProcedure ? ["x", "x"] : ["x", "x", "n"])
        switch next(5) {
        case 0: return .below(pick(names), 1 + next(2))
        case 1: return .notEqual(pick(names), next(3))
        default: return .equal(pick(names), next(3))
        }
    }

    private mutating func source(_ scope: Scope) -> DescriptorSource {
        switch next(8) {
        case 0: return .path(isAllowed: next(2) == 0)
        case 1, 2: if let place = place(scope) { return .copy(place) }
        case 3:
            let indices = program.procedures.indices.filter { program.procedures[$0].result != nil }
            if !indices.isEmpty, !isInProcedure, !scope.isInTask {
                let index = pick(indices)
                if let arguments = arguments(index, scope) { return .call(index, arguments) }
            }
        default: break
        }
        return .file(next(DescriptorProgram.fileCount))
    }

    private mutating func arguments(_ index: Int, _ scope: Scope) -> [DescriptorPlace]? {
        var result: [DescriptorPlace] = []
        for _ in program.procedures[index].parameters {
            guard let place = place(scope) else { return nil }
            result.append(place)
        }
        return result
    }

    private mutating func slice() -> DescriptorSlice {
        let low = next(3) == 0 ? next(4) : 0
        return DescriptorSlice(
            buffer: pick(program.buffers), low: low,
            high: next(3) == 0 ? nil : low + next(DescriptorProgram.bufferSize + 1 - low))
    }

    private mutating func block(_ scope: inout Scope, depth: Int, count: Int) -> [DescriptorAction]
    {
        var actions: [DescriptorAction] = []
        for _ in 0..<count {
            if let action = action(&scope, depth) { actions.append(action) }
        }
        return actions
    }

    private mutating func inner(
        _ scope: inout Scope, _ depth: Int, _ change: (inout Scope) -> Void = { _ in }
    ) -> [DescriptorAction] {
        var copy = scope
        change(&copy)
        let actions = block(&copy, depth: depth - 1, count: 1 + next(3))
        scope.closed = copy.closed
        return actions
    }

    private mutating func action(_ scope: inout Scope, _ depth: Int) -> DescriptorAction? {
        switch next(depth > 0 ? 34 : 24) {
        case 0...3:
            let source = source(scope)
            let name = name("r")
            scope.results.append(name)
            return .open(.result(name), source, next(8) == 0 ? condition(scope) : nil)
        case 4, 5:
            guard let place = target(scope) else { return nil }
            let source = source(scope)
            scope.closed.remove(place)
            return .open(place, source, nil)
        case 6, 7:
            guard let a = target(scope), let b = place(scope) else { return nil }
            scope.closed.remove(a)
            return .assign(a, b)
        case 8...11:
            guard let place = place(scope) else { return nil }
            let condition = next(5) == 0 ? condition(scope) : nil
            if condition == nil || next(2) == 0 { scope.closed.insert(place) }
            return .close(place, condition)
        case 12...15:
            guard let place = place(scope) else { return nil }
            return .use(
                place, isInProcedure ? "" : name("o"), next(5) == 0 ? condition(scope) : nil)
        case 16:
            guard !scope.arrays.isEmpty else { return nil }
            let array = pick(scope.arrays)
            scope.closed = scope.closed.filter {
                if case .element(array, _) = $0 { false } else { true }
            }
            return .pipe(array)
        case 17:
            guard let place = place(scope) else { return nil }
            if next(2) == 0, !scope.isInLoop, !isInProcedure, !scope.isInTask {
                return .handOut(place, name("d"))
            }
            let name = name("s")
            scope.structures.append(name)
            return scope.structures.count > 1 && next(2) == 0
                ? .copyStructure(name, scope.structures[next(scope.structures.count - 1)])
                : .structure(name, place)
        case 18:
            guard let place = place(scope) else { return nil }
            if next(2) == 0 {
                scope.closed.insert(place)
                return .closeRange(place)
            }
            scope.closed.insert(place)
            return .deferClose(place)
        case 19:
            guard let from = place(scope), let onto = place(scope), from != onto else { return nil }
            guard next(2) == 0 else { return .replace(nil, from, onto: onto) }
            let name = name("r")
            scope.results.append(name)
            return .replace(name, from, onto: onto)
        case 20, 21:
            guard !program.buffers.isEmpty, let place = place(scope) else { return nil }
            if next(4) == 0 { return .setByte(pick(program.buffers), next(8)) }
            if next(6) == 0 {
                return .fillVector(
                    name("io"), place, pick(program.buffers), next(2) == 0 ? nil : next(9))
            }
            return .fill(place, slice(), next(6) == 0 ? condition(scope) : nil)
        case 22:
            guard !program.buffers.isEmpty else { return nil }
            return .show(slice(), name("t"))
        case 23:
            if scope.isInLoop {
                return .leave(next(2) == 0 ? .breaks : .continues, condition(scope))
            }
            if next(3) == 0 { return .fail(condition(scope)) }
            if next(2) == 0, !isInProcedure { return .leave(.stops, condition(scope)) }
            return isInProcedure ? nil : .set("n", next(3))
        case 24...27:
            let condition = condition(scope)
            return .branch(
                condition, inner(&scope, depth), next(2) == 0 ? inner(&scope, depth) : [])
        case 28...31:
            let index = name("i")
            let body = inner(&scope, depth) {
                $0.isInLoop = true
                $0.indices.append(index)
            }
            return next(2) == 0
                ? .count(index, 2 + next(3), body) : .repeated(index, 2 + next(3), body)
        case 32:
            guard !program.procedures.isEmpty, !isInProcedure, !scope.isInTask else { return nil }
            let index = next(program.procedures.count)
            return arguments(index, scope).map { .call(index, $0) }
        default:
            guard !scope.isInLoop, !isInProcedure, !scope.isInTask else {
                return nil
            }
            if !scope.tasks.isEmpty, next(2) == 0 { return .wait(pick(scope.tasks)) }
            let name = name("k")
            let body = inner(&scope, depth) { $0.isInTask = true }
            scope.tasks.append(name)
            return .task(
                name,
                [.declare("seen_\(name)")]
                    + body.filter {
                        if case .use = $0 { false } else { true }
                    })
        }
    }
}
