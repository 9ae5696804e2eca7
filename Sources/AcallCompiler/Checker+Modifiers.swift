// Modifiers: what stands behind a call, whatever it is a call of; and where its result goes.
//
// Invariant: every modifier that is written is in `CheckedModifiers`, or is an error.

import AcallCatalog
import AcallSyntax

/// What modifiers stand behind.
enum ModifiedCall {
    case syscall(Syscall, PlacedArguments)
    case spawn, wait
    /// By its name.
    case procedure(String)
    /// `exit`, `exit_group`.
    case exit(String)

    fileprivate var name: String {
        switch self {
        case .syscall(let syscall, _): "`\(syscall.name)`"
        case .spawn: "`spawn`"
        case .wait: "`wait`"
        case .procedure(let name), .exit(let name): "`\(name)`"
        }
    }
}

extension Checker {
    /// As they are written.
    func modifiers(of call: CallSyntax) -> Modifiers {
        call.modifiers.map { tree.modifiers[Int($0)] } ?? Modifiers()
    }

    /// What a call's modifiers come to.
    /// - Parameter condition: that of its `if`, which is looked at before its arguments are.
    mutating func applyModifiers(
        _ written: Modifiers, _ condition: ValueID?, to call: ModifiedCall, isDeferred: Bool = false
    ) -> CheckedModifiers {
        var modifiers = CheckedModifiers()
        modifiers.condition = condition
        modifiers.expectSpan = written.expectSpan
        modifiers.timeoutSpan = written.timeoutSpan
        refuse(written, behind: call, isDeferred: isDeferred)
        if case .exit = call { return modifiers }
        if let allow = written.allow { modifiers.allowed = errnos(allow) }
        if let expect = written.expect {
            modifiers.isErrnoExpected = isErrno(expect)
            modifiers.expectation = expectation(expect)
        }
        if case .syscall(let syscall, let placed) = call {
            if let retry = written.retry {
                modifiers.retry = checkRetry(retry, written, syscall)
            }
            modifiers.isFully = written.isFully
            if written.isFully { checkFully(written, syscall, placed) }
        }
        modifiers.timeout = written.timeout.flatMap { time($0, "timeout") }
        return modifiers
    }

    /// Reports those that a call can't have.
    private mutating func refuse(
        _ written: Modifiers, behind call: ModifiedCall, isDeferred: Bool
    ) {
        if isDeferred, written.timeout != nil {
            diagnostics.error(
                "E0206", written.timeoutSpan, "a deferred call takes no `timeout`",
                help: "nothing interrupts a deferred call: make it before the block ends, "
                    + "or remove `timeout`")
        }
        var refused: [(word: String, span: Span)] = []
        if written.retry != nil { refused.append(("retry", written.retrySpan)) }
        if written.isFully { refused.append(("fully", written.fullySpan)) }
        let help: String
        switch call {
        case .syscall: return
        case .spawn, .wait:
            help = "repeat it in a `loop`: it takes `if`, `expect`, `allow` and `timeout`"
        case .procedure:
            help = "put it behind a call in the proc, or repeat the proc in a `loop`"
        case .exit:
            if written.expect != nil { refused.append(("expect", written.expectSpan)) }
            if written.allow != nil { refused.append(("allow", written.allowSpan)) }
            if written.timeout != nil { refused.append(("timeout", written.timeoutSpan)) }
            help = "remove it: the call does not return, and takes `if` alone"
        }
        for (word, span) in refused {
            diagnostics.error("E0206", span, "\(call.name) takes no `\(word)`", help: help)
        }
    }

    private mutating func checkFully(
        _ written: Modifiers, _ syscall: Syscall, _ placed: PlacedArguments
    ) {
        let hasBuffer = syscall.advance.map { advance in
            advance.buffer.map { !placed.isNull[$0] } ?? true
        }
        if hasBuffer == true { return }
        diagnostics.error(
            "E0415", written.fullySpan, "`fully` can't repeat `\(syscall.name)`",
            help: "it is for calls that read, write or copy a number of bytes")
    }

    private mutating func checkRetry(
        _ retry: Retry, _ modifiers: Modifiers, _ syscall: Syscall
    ) -> CheckedRetry? {
        if syscall.consumes != nil {
            diagnostics.error(
                "E0415", modifiers.retrySpan, "`\(syscall.name)` is never made again",
                help: "the descriptor is gone even when it fails: remove `retry`")
            return nil
        }
        if modifiers.timeout != nil { refuseExpired(retry.on, syscall) }
        guard let times = integer(retry.times) else { return nil }
        if let known = constant(times), known < 1 {
            diagnostics.error(
                "E0407", tree[retry.times].span, "`up to \(known)` makes no other attempt",
                help: "`up to 1` makes one more; without `retry` the call is made once")
        }
        var after: ValueID?
        if let id = retry.after {
            if case .time(let nanoseconds) = tree[id].kind {
                after = timespec(nanoseconds, tree[id].span)
            } else {
                guard hasTime(id) else {
                    _ = time(id, "after")
                    return nil
                }
                guard !isAbsolute(id) else {
                    _ = onlyDuration(id, "`after`")
                    return nil
                }
                guard let time = computedTime(id, .structure("timespec")) else { return nil }
                after = time.address
            }
        }
        return CheckedRetry(
            errnos: errnos(retry.on), times: times, after: after, span: modifiers.retrySpan)
    }

    /// `timeout 10ms retry ETIMEDOUT up to 2`: when the time is over, there is none left for another attempt. Calls
    /// that may fail with ETIMEDOUT by themselves can be made again before.
    private mutating func refuseExpired(_ errnos: ListRange, _ syscall: Syscall) {
        guard !syscall.traits.contains(.expiring) else { return }
        for index in errnos.indices {
            let id = tree.expressionLists[index]
            guard case .name(let name) = tree[id].kind, text(name) == "ETIMEDOUT" else { continue }
            diagnostics.error(
                "E0415", tree[id].span,
                "no attempt follows ETIMEDOUT: the `timeout` is for all of them together",
                help: "remove it here, and give the step more time; "
                    + "or make the call in a loop, with `allow ETIMEDOUT`")
        }
    }

    /// A constant `timespec`; its address.
    mutating func timespec(_ nanoseconds: UInt64, _ span: Span) -> ValueID {
        var initial = Initial(region: .constant(0), bytes: [], relocations: [])
        initial.put(nanoseconds / 1_000_000_000, .u64, at: 0)
        initial.put(nanoseconds % 1_000_000_000, .u64, at: 8)
        program.data.constants.append(CheckedConstant(bytes: initial.bytes))
        return add(.address(.constant(program.data.constants.count - 1), offset: 0), span)
    }

    /// Errno names, as the negative results they are.
    private mutating func errnos(_ list: ListRange) -> [Int64] {
        list.indices.compactMap { errno(tree.expressionLists[$0]) }
    }

    /// `expect ENOENT`: what is named is an error.
    private func isErrno(_ expect: Expectation) -> Bool {
        guard case .equal(let id) = expect, case .name(let name) = tree[id].kind else {
            return false
        }
        switch scope.symbols[Int(name.id)] {
        case .unknown, .constant: return errnoValue(name) != nil
        default: return false
        }
    }

    private mutating func errno(_ id: ExpressionID) -> Int64? {
        let span = tree[id].span
        if case .hole = tree[id].kind { return nil }
        guard case .name(let name) = tree[id].kind else {
            diagnostics.error(
                "E0416", span, "an errno's name is needed here", help: "as in `ENOENT`")
            return nil
        }
        if let value = errnoValue(name) { return -value }
        let names = catalog.constantSet(named: "errno")?.members.map(\.name) ?? []
        diagnostics.error(
            "E0416", span, "`\(text(name))` is not an errno",
            help: lookups.suggestion(text(name), among: names) ?? "as in `ENOENT`")
        return nil
    }

    private func errnoValue(_ name: Name) -> Int64? {
        guard let constant = catalog.constant(named: text(name)), constant.sets.contains("errno")
        else { return nil }
        return constant.value
    }

    private mutating func expectation(_ expect: Expectation) -> CheckedExpectation? {
        switch expect {
        case .equal(let id):
            // A constant that was looked up before is one still.
            if case .name(let name) = tree[id].kind {
                switch scope.symbols[Int(name.id)] {
                case .unknown, .constant:
                    if let value = errnoValue(name) {
                        return .compare(.equal, add(.constant(-value), tree[id].span))
                    }
                    if catalog.constant(named: text(name)) == nil,
                        scope.declarations[Int(name.id)] == nil
                    {
                        _ = errno(id)
                        return nil
                    }
                default: break
                }
            }
            return integer(id).map { .compare(.equal, signed($0)) }
        case .compare(let op, let id): return integer(id).map { .compare(op, signed($0)) }
        case .range(let low, let high, let isClosed):
            let a = integer(low)
            let b = integer(high)
            guard let a, let b else { return nil }
            if let first = constant(a), let last = constant(b), first > (isClosed ? last : last - 1)
            {
                let sign = isClosed ? "..." : "..<"
                diagnostics.error(
                    "E0407", tree[low].span.joined(to: tree[high].span),
                    "no result lies in \(first)\(sign)\(last)",
                    help: first > last
                        ? "the lower bound comes first: `\(last)\(sign)\(first)`"
                        : "`...` takes the upper bound in")
            }
            return .range(signed(a), signed(b), isClosed: isClosed)
        }
    }

    // MARK: Results

    /// The result of a call gets its name, or is stored where the program wants it.
    /// - Parameter symbol: what a new name stands for.
    mutating func bind(
        _ value: ValueID, to call: CallSyntax, as symbol: (inout Checker) -> Symbol
    ) {
        if let target = call.target {
            guard let place = assignable(target) else { return }
            return store(value, in: place, of: call)
        }
        guard let name = call.result else { return }
        guard case .variable(let storage) = scope.symbols[Int(name.id)] else {
            _ = declare(name, call.resultSpan, as: symbol(&self))
            return
        }
        let address = add(.address(.storage(storage), offset: 0), call.resultSpan)
        let place = Place(
            address: address, type: program.data.storages[storage].type, storage: storage,
            offset: 0,
            span: call.resultSpan)
        store(value, in: place, of: call)
    }

    private mutating func store(_ value: ValueID, in place: Place, of call: CallSyntax) {
        guard case .integer(let type, _) = place.type else {
            diagnostics.error(
                "E0425", call.resultSpan,
                "a result is an integer, and this is \(Operand.place(place).kindName)",
                help: "give it another name, or store it in an integer")
            return
        }
        store(value, in: place, type, call.span)
    }

    /// The call is wrong: a new name for its result stands for anything.
    mutating func declareHole(_ call: CallSyntax) {
        guard let name = call.result else { return }
        if case .variable = scope.symbols[Int(name.id)] { return }
        _ = declare(name, call.resultSpan, as: .hole)
    }
}
