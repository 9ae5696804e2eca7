// The interpreter of chains that were looked through: it has what a plan leaves to it.

import CAcall

extension ChainRunner {
    /// A chain that was looked through, under its control, from where it has come to. One that was cancelled before it
    /// started is interpreted.
    @inline(__always)
    mutating func run(
        _ steps: PlannedSteps, from begun: PlannedSpot, under control: Control
    ) -> ChainEnd {
        if begun.index == 0 && !begun.hasFailed && control.isCancelled {
            return run(isCancelled: true)
        }
        var spot = begun
        if control.isPlain && !spot.hasFailed {
            spot = steps.run(from: spot, mayLoop: false) { nr, args, isUndisturbed in
                control.callOnce(nr, args, isUndisturbed)
            }
            if spot.index == count { return ChainEnd(stoppedAt: -1, returnCode: spot.code) }
        }
        return goOn(steps, at: spot)
    }

    /// Goes on with a chain that was looked through, where a run of its planned records has come to.
    @inline(never)
    mutating func goOn(_ steps: PlannedSteps, at reached: PlannedSpot) -> ChainEnd {
        var spot = reached
        while spot.index < count {
            end.returnCode = spot.code
            var index = spot.index
            if spot.hasFailed, let record = records[index] {
                settle(record, index, spot.code)
                index += 1
            } else {
                index = interpret(index)
            }
            while index < count, end.stoppedAt >= 0 || !(control?.isPlain ?? true) {
                index = interpret(index)
            }
            let control = control
            spot = steps.run(
                from: PlannedSpot(index: index, code: end.returnCode), mayLoop: control == nil
            ) { nr, args, isUndisturbed in
                control?.callOnce(nr, args, isUndisturbed) ?? args.callHere(nr)
            }
        }
        if end.stoppedAt < 0 { end.returnCode = spot.code }
        if let ownMemory { disown(ownMemory) }
        return end
    }

    /// One record, or that it is passed over: the index of the next.
    private mutating func interpret(_ index: Int) -> Int {
        guard let record = records[index] else {
            stop(at: index, Code.badAddress)
            return index + 1
        }
        if end.stoppedAt >= 0 && !isCleanup(record) {
            passOver(record, index)
            return index + 1
        }
        var next = index + 1
        execute(record, index, next: &next)
        return next
    }

    /// What follows a planned call that returned an error, or an operation that stops the chain.
    private mutating func settle(
        _ record: UnsafeMutablePointer<acall_submission>, _ index: Int, _ made: Int64
    ) {
        guard let args = CallArguments(of: record) else { return stop(at: index, Code.badAddress) }
        let nr = record.pointee.nr
        // Those of a record before it are told of already.
        if observer != nil { _ = acall_take_restarts() }
        let isUndisturbed =
            isCleanup(record) || acall_call_traits(nr) & ACALL_CALL_IS_CLOSE != 0
        var code = made
        // An operation's result is what it is; only a call is made again.
        if nr & OperationEvaluator.rangeMask != ACALL_OP_BASE {
            if let control {
                code = control.settle(code, nr, args, isUndisturbed)
                if isEnded(code) { code = ended(code, control) }
            } else if code == Code.interrupted,
                acall_call_traits(nr) & ACALL_CALL_IS_MADE_ONCE == 0
            {
                acall_note_restart()
                code = args.callCarefully(nr, acall_never(), acall_call_traits(nr), 0)
            }
        }
        complete(record, code, 0, 0, false)
        let stops = Self.stops(record.pointee.flags, code) || isInterrupted(code)
        if stops { stop(at: index, code) } else if end.stoppedAt < 0 { end.returnCode = code }
        guard let observer else { return }
        if stops {
            args.tell(observer, record, code)
        } else if acall_count_restarts() != 0 {
            args.tellRestarts(observer, record)
        }
    }
}
