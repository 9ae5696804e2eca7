// Chains that a chain starts, waits for, and cancels: by functions of the runner's.

import AcallImage
import AcallSyntax
import CAcall

extension Lowering {
    /// Calls a function of the runner's.
    mutating func host(
        _ function: HostFunction, _ words: [Word], result: DataRef? = nil, stop: StopReason?
    ) {
        let index = emit(
            ACALL_OP_HOST, [.literal(function.rawValue), .literal(0)] + words, stop: stop)
        if let result {
            image.records[index].completion_pointer = result.raw
            image.relocations[index].insert(.completion)
        }
    }

    /// A completion that is not observed: the result, and a word for the cookie.
    private mutating func plainCompletion() -> DataRef {
        let ref = data.slot(0)
        _ = data.slot(0)
        return ref
    }

    /// Chains of many items have a frame for each of them.
    var isMany: Bool {
        guard let currentTask = tasks.currentTask else { return false }
        return program.chains.tasks[currentTask].items != nil
    }

    /// The number of the item at hand; 0 where there are none.
    var itemNumber: Word {
        guard let currentTask = tasks.currentTask,
            let items = program.chains.tasks[currentTask].items
        else {
            return .number(0)
        }
        return .slot(slots.localRefs[items.index])
    }

    // MARK: Starting

    private mutating func enqueue(_ task: Int) -> (group: DataRef, batch: Int) {
        let group = data.slot(0)
        tasks.groupRefs[task] = group
        tasks.queue.append(task)
        if !around.sites.isEmpty { tasks.taskSites[task] = around.sites }
        tasks.batchNumbers[task] = tasks.queue.count
        around.frames[around.frames.count - 1].cleanUps.append(.finish(task: task))
        return (group, tasks.queue.count)
    }

    mutating func start(_ task: Int) {
        let (group, batch) = enqueue(task)
        // An item of many may start it where the one before has.
        let isRepeated = cleanUpFrame > 0
        if let step = program.chains.tasks[task].step {
            // Uses of the result look there, also before the chain is lowered.
            let result = data.newCompletion()
            slots.resultRefs[step] = result
            if isRepeated, program.steps[step].condition != nil {
                emit(ACALL_OP_MOVE, [.data(result), .number(-125)])
            }
        }
        for index in program.chains.tasks[task].opens {
            let owned = ownedSlot(index)
            self.owned.ownedRefs[index] = owned
            if isRepeated { emit(ACALL_OP_MOVE, [.data(owned), .number(-1)]) }
            around.frames[cleanUpFrame].cleanUps.insert(
                .close(descriptor: index),
                at: max(0, around.frames[cleanUpFrame].cleanUps.count - 1))
        }
        host(
            .start, [.number(Int64(batch)), .data(group), .number(1), .number(0)],
            stop: StopReason(.callFailed, program.chains.tasks[task].span))
    }

    mutating func start(_ task: Int, _ items: CheckedItems) {
        let (group, batch) = enqueue(task)
        let count = data.slot(0)
        emit(ACALL_OP_MOVE, [.data(count), word(items.count)])
        let chains = data.slot(0)
        let limit = items.limit.map { word($0) } ?? .number(64)
        emit(ACALL_OP_MINIMUM, [.data(chains), .slot(count), limit])
        host(
            .start, [.number(Int64(batch)), .data(group), .slot(chains), .data(count)],
            stop: StopReason(.callFailed, items.span))
    }

    mutating func lower(task: Int) {
        tasks.currentTask = task
        let entry = program.chains.tasks[task]
        let sites = tasks.taskSites[task] ?? []
        lowerChain(region: entry.region) { lowering in
            guard let items = entry.items else {
                lowering.at(sites[...]) { lowering in
                    for statement in entry.statements { lowering.lower(statement) }
                }
                return
            }
            let (top, next, end) = (lowering.newLabel(), lowering.newLabel(), lowering.newLabel())
            let index = lowering.slots.localRefs[items.index]
            var words: [Word] = [.data(index)]
            if let list = items.list {
                words.append(lowering.word(list.base))
                words += list.words.map { .data(lowering.slots.localRefs[$0]) }
            }
            lowering.host(.begin, [], stop: nil)
            lowering.host(.take, words, stop: nil)
            lowering.branch(ACALL_IF_LESS, .slot(index), .number(0), to: end)
            lowering.place(top)
            lowering.pushFrame(.loop(end: end, next: next))
            lowering.at(sites[...]) { lowering in
                for statement in entry.statements { lowering.lower(statement) }
            }
            lowering.endFrame()
            // Taken here as well: a jump less for each item.
            lowering.place(next)
            lowering.host(.take, words, stop: nil)
            lowering.branch(ACALL_IF_GREATER_EQUAL, .slot(index), .number(0), to: top)
            lowering.place(end)
        }
        tasks.currentTask = nil
    }

    // MARK: Waiting

    mutating func lower(_ wait: CheckedAwait) {
        let tasks = wait.implicit.map { program.chains.neededWaits[$0] ?? [] } ?? wait.tasks
        let groups = tasks.compactMap { self.tasks.groupRefs[$0] }
        if groups.isEmpty { return }
        let (late, done, after) = (newLabel(), newLabel(), newLabel())
        if let timeout = wait.timeout { arm(timeout, wait.span) }
        let isLimited = wait.timeout != nil || isUnderDeadline
        if wait.isAny, groups.count > 1 {
            waitForAny(groups, isLimited: isLimited, late: late)
        } else {
            for group in groups { waitFor(group, isLimited: isLimited, late: late) }
        }
        place(done)
        if wait.timeout != nil { disarm() }
        for group in groups {
            host(.outcome, [.data(group), itemNumber], stop: StopReason(.chainFailed, wait.span))
        }
        guard isLimited else { return }
        jump(to: after)
        place(late)
        guard wait.timeout != nil else {
            leaveExpired()
            return place(after)
        }
        disarm()
        if let otherwise = wait.otherwise {
            lowerBlock(otherwise, .block)
        } else {
            escape(with: .number(Self.timedOut))
            emit(
                ACALL_OP_VALUE, [.number(Self.timedOut)],
                stop: StopReason(.callFailed, wait.span), stopFlag: ACALL_SUBMIT_STOP_ALWAYS)
        }
        place(after)
    }

    /// Until every chain of a group has ended.
    private mutating func waitFor(_ group: DataRef, isLimited: Bool, late: Label) {
        let (again, done) = (newLabel(), newLabel())
        let next = plainCompletion()
        place(again)
        host(.next, [.data(group)], result: next, stop: nil)
        branch(ACALL_IF_EQUAL, .slot(next), .number(0), to: done)
        let code = isLimited ? plainCompletion() : nil
        let index = emit(ACALL_OP_WAIT, [.slot(next), .number(1)])
        if let code {
            image.records[index].completion_pointer = code.raw
            image.relocations[index].insert(.completion)
            branch(ACALL_IF_EQUAL, .slot(code), .number(-110), to: late)
        }
        jump(to: again)
        // A way back that was not taken: the time is over.
        if isLimited { jump(to: late) }
        place(done)
    }

    /// Until a chain has ended of any of them.
    private mutating func waitForAny(_ groups: [DataRef], isLimited: Bool, late: Label) {
        let done = newLabel()
        let again = newLabel()
        let ids = data.slot(0)
        for _ in 1..<groups.count { _ = data.slot(0) }
        place(again)
        for (index, group) in groups.enumerated() {
            let next = plainCompletion()
            host(.next, [.data(group)], result: next, stop: nil)
            branch(ACALL_IF_EQUAL, .slot(next), .number(0), to: done)
            emit(ACALL_OP_MOVE, [.data(ids.advanced(by: index * 8)), .slot(next)])
        }
        let code = plainCompletion()
        let index = emit(ACALL_OP_WAIT, [.data(ids), .number(Int64(groups.count))])
        image.records[index].completion_pointer = code.raw
        image.relocations[index].insert(.completion)
        if isLimited { branch(ACALL_IF_EQUAL, .slot(code), .number(-110), to: late) }
        jump(to: again)
        if isLimited { jump(to: late) }
        place(done)
    }

    /// At a block's end: what it started does not run on.
    mutating func finish(_ task: Int) {
        guard let group = tasks.groupRefs[task] else { return }
        let after = newLabel()
        branch(ACALL_IF_EQUAL, .slot(group), .number(0), to: after)
        host(.cancel, [.data(group)], stop: nil)
        let never = newLabel()
        waitFor(group, isLimited: false, late: never)
        place(never)
        host(.finish, [.data(group), itemNumber], stop: nil)
        place(after)
    }
}
