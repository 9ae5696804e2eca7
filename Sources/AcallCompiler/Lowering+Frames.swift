// Blocks: where they end, what is done there, and the ways out of them.
//
// Invariant: what a block has to do at its end stands behind its statements, in records that run also where the
// chain has stopped. A path that leaves a block early goes there first, with a number that says where to go on.

import AcallImage
import AcallSyntax
import CAcall

struct Frame {
    enum Kind: Equatable {
        case chain, block
        case loop(end: Label, next: Label)
        case procedure(end: Label)
    }

    var kind: Kind
    var cleanUps: [CleanUp] = []
    /// Where the clean-up begins.
    var cleanUp: Label
    /// The paths that come there and go elsewhere afterwards: from the outer frame with this number on, to this label.
    var exits: [(depth: Int, label: Label)] = []
    /// Which of the exits it is, from 1; 0: none.
    var exitSlot: DataRef?
    /// While the arguments of a deferred call are computed: where it goes on if that fails, and the call is not made.
    var skip: Label?

    /// The clean-ups, the first of which is made last: what is opened behind a `defer` is open in the deferred call.
    var orderedCleanUps: [CleanUp] {
        let hasDeferred = cleanUps.contains { if case .deferred = $0 { true } else { false } }
        return hasDeferred
            ? cleanUps.filter(\.isAutomatic) + cleanUps.filter { !$0.isAutomatic } : cleanUps
    }
}

extension CleanUp {
    /// It closes or unmaps what a step made.
    fileprivate var isAutomatic: Bool {
        switch self {
        case .close, .closeKept, .unmap: true
        case .deferred, .finish: false
        }
    }
}

extension Lowering {
    mutating func pushFrame(_ kind: Frame.Kind) {
        around.frames.append(Frame(kind: kind, cleanUp: newLabel()))
    }

    mutating func endFrame() {
        let isOuter = around.isCleaningUp
        if let slot = around.frames[around.frames.count - 1].exitSlot {
            emit(ACALL_OP_MOVE, [.data(slot), .number(0)])
        }
        place(around.frames[around.frames.count - 1].cleanUp)
        around.isCleaningUp = true
        // A deferred call may open something: that is closed right behind it.
        for cleanUp in around.frames[around.frames.count - 1].orderedCleanUps.reversed() {
            position.currentStep = nil
            lower(cleanUp)
        }
        around.isCleaningUp = isOuter
        position.currentStep = nil
        let frame = around.frames.removeLast()
        guard let slot = frame.exitSlot else { return }
        for (index, exit) in frame.exits.enumerated() {
            let other = newLabel()
            branch(ACALL_IF_NOT_EQUAL, .slot(slot), .number(Int64(index + 1)), to: other)
            leave(to: exit.depth, exit.label)
            place(other)
        }
    }

    /// Goes to a label outside of the frames from `depth` on, by way of their clean-ups.
    mutating func leave(to depth: Int, _ label: Label) {
        guard
            let index = around.frames.indices.last(where: {
                $0 >= depth && !around.frames[$0].cleanUps.isEmpty
            })
        else { return jump(to: label) }
        let slot = around.frames[index].exitSlot ?? self.data.slot(0)
        around.frames[index].exitSlot = slot
        // Few places can be gone to, however many statements go there.
        let known = around.frames[index].exits.firstIndex { $0 == (depth, label) }
        if known == nil { around.frames[index].exits.append((depth, label)) }
        let number = known.map { $0 + 1 } ?? around.frames[index].exits.count
        emit(ACALL_OP_MOVE, [.data(slot), .number(Int64(number))])
        jump(to: around.frames[index].cleanUp)
    }

    /// The frame of an item of many.
    var itemFrame: Int? {
        guard around.frames.count > 1, isMany, case .loop = around.frames[1].kind else {
            return nil
        }
        return 1
    }

    private var innermostLoop: Int? {
        around.frames.indices.last {
            if case .loop = around.frames[$0].kind { true } else { false }
        }
    }

    mutating func leave(_ frame: Int, isBreak: Bool, if condition: ValueID?) {
        guard case .loop(let end, let next) = around.frames[frame].kind else { return }
        let label = isBreak ? end : next
        let isDirect = !around.frames[frame...].contains { !$0.cleanUps.isEmpty }
        if isDirect, let condition { return branch(if: condition, is: true, to: label) }
        guarded(by: condition) { $0.leave(to: frame, label) }
    }

    // MARK: Statements

    mutating func lowerBlockStatement(_ statement: CheckedStatement) {
        switch statement {
        case .effects: break
        case .setLocal(let index, let value):
            move(value, to: slots.localRefs[index])
        case .scope(let statements): lowerBlock(statements, .block)
        case .if(let condition, let then, let otherwise):
            let (other, after) = (newLabel(), newLabel())
            branch(if: condition, is: false, to: other)
            lowerBlock(then, .block)
            if !otherwise.makeNothing { jump(to: after) }
            place(other)
            lowerBlock(otherwise, .block)
            place(after)
        case .loop(let loop): lower(loop)
        case .break(let condition):
            if let loop = innermostLoop { leave(loop, isBreak: true, if: condition) }
        case .continue(let condition):
            if let loop = innermostLoop { leave(loop, isBreak: false, if: condition) }
        case .procedure(let statements, let site): lower(procedure: statements, site)
        case .return:
            let index = around.frames.indices.last {
                if case .procedure = around.frames[$0].kind { true } else { false }
            }
            if let index, case .procedure(let end) = around.frames[index].kind {
                leave(to: index, end)
            }
        case .start(let task): start(task)
        case .startMany(let task, let items): start(task, items)
        case .await(let wait): lower(wait)
        case .cancel(let task):
            if let group = tasks.groupRefs[task] { host(.cancel, [.data(group)], stop: nil) }
        default: break
        }
    }

    mutating func lowerBlock(_ statements: [CheckedStatement], _ kind: Frame.Kind) {
        if statements.makeNothing { return }
        pushFrame(kind)
        for statement in statements { lower(statement) }
        endFrame()
    }

    private mutating func lower(_ loop: CheckedLoop) {
        let (top, next, end) = (newLabel(), newLabel(), newLabel())
        place(top)
        if let condition = loop.condition { branch(if: condition, is: false, to: end) }
        pushFrame(.loop(end: end, next: next))
        for statement in loop.body { lower(statement) }
        endFrame()
        place(next)
        for statement in loop.next { lower(statement) }
        jump(to: top)
        leaveExpired()
        place(end)
    }

    // MARK: Clean-up

    private mutating func lower(_ cleanUp: CleanUp) {
        let after = newLabel()
        switch cleanUp {
        case .close(let descriptor):
            guard let owned = owned.ownedRefs[descriptor] else { return }
            if let closed = self.owned.closedRefs[descriptor] {
                branch(ACALL_IF_NOT_EQUAL, .slot(closed), .number(-125), to: after)
            }
            branch(ACALL_IF_LESS, .slot(owned), .number(0), to: after)
            close(.slot(owned), program.steps[program.descriptors[descriptor].step].span)
            if program.descriptors[descriptor].isInLoop {
                position.currentStep = nil
                emit(ACALL_OP_MOVE, [.data(owned), .number(-1)])
            }
        case .deferred(let step, let armed):
            branch(ACALL_IF_EQUAL, .slot(armed), .number(0), to: after)
            emit(ACALL_OP_MOVE, [.data(armed), .number(0)])
            let count = around.frames[around.frames.count - 1].cleanUps.count
            around.frames[around.frames.count - 1].skip = after
            lowerCall(step, origin: .deferred)
            around.frames[around.frames.count - 1].skip = nil
            // A new array: a slice would have the whole list copied.
            let opened = Array(around.frames[around.frames.count - 1].cleanUps[count...])
            around.frames[around.frames.count - 1].cleanUps.removeLast(opened.count)
            for cleanUp in opened.reversed() {
                position.currentStep = nil
                lower(cleanUp)
            }
        case .closeKept: closeKept()
        case .unmap(let step): unmap(step)
        case .finish(let task): finish(task)
        }
        place(after)
    }

    /// A close that no line of the program asks for.
    mutating func close(_ descriptor: Word, _ span: Span) {
        let completion = data.newCompletion()
        beginStep(
            name: nil, call: "close", origin: .automaticClose, span: span, result: completion)
        emitCall(
            program.added.closeNumber, [descriptor], completion: completion,
            stop: StopReason(.callFailed, span))
    }

    private mutating func unmap(_ step: Int) {
        guard let result = slots.resultRefs[step], let length = slots.mappedLengths[step] else {
            return
        }
        let after = newLabel()
        // It was not mapped, or is unmapped already.
        branch(ACALL_IF_EQUAL, .slot(length), .number(0), to: after)
        // An address is no errno.
        let failed = newLabel()
        branch(ACALL_IF_LESS, .slot(result), .number(-4095), to: failed)
        branch(ACALL_IF_LESS, .slot(result), .number(0), to: after)
        place(failed)
        let completion = data.newCompletion()
        let span = program.steps[step].span
        let isSegment = program.syscalls[program.steps[step].syscall].attachesSegment
        beginStep(
            name: nil, call: isSegment ? "shmdt" : "munmap", origin: .automaticClose, span: span,
            result: completion)
        emitCall(
            isSegment ? program.added.detachNumber : program.added.unmapNumber,
            isSegment ? [.slot(result)] : [.slot(result), .slot(length)], completion: completion,
            stop: StopReason(.callFailed, span))
        position.currentStep = nil
        emit(ACALL_OP_MOVE, [.data(length), .number(0)])
        place(after)
    }
}
