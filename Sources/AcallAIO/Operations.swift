// What the functions of <aio.h> do: submit, cancel, suspend, and lists.
//
// Input: control blocks. Output: negated errnos, results in the control blocks, notifications.
// Invariant: every request that was accepted ends once, is then notified once, and after that its
// control block is not touched.

import AcallEngine
import CAcall
import CAcallAIO

/// The longest time that a cancellation is waited for: one that takes longer can't be cancelled.
private let patience: UInt64 = 100_000_000
/// The most by which a request may lower its priority: AIO_PRIO_DELTA_MAX of <limits.h>.
private let lowestPriority: Int32 = 20

extension Registry {
    /// As aio_read and so on: 0 or a negated errno, then nothing was accepted.
    func submit(
        _ block: UnsafeMutablePointer<aiocb>, _ kind: acall_aio_kind,
        _ group: UnsafeMutablePointer<Group>?
    ) -> Int32 {
        // A sync has no priority, nor anything else of its control block but the descriptor.
        let isSync = kind == ACALL_AIO_SYNC || kind == ACALL_AIO_DATA_SYNC
        guard isSync || 0...lowestPriority ~= block.pointee.aio_reqprio else {
            acall_aio_set_result(block, -1, EINVAL)
            return -EINVAL
        }
        guard let request = Request.make(block, kind, group) else {
            acall_aio_set_result(block, -1, EAGAIN)
            return -EAGAIN
        }
        acall_aio_set_result(block, 0, EINPROGRESS)
        _ = group?.pointee.remaining.add(1)
        guard add(request) else { return 0 }
        if start(request) { return 0 }
        _ = group?.pointee.remaining.add(UInt32.max)
        startAll(remove(request, -1, EAGAIN))
        told(block.pointee.aio_fildes)
        release(request)
        return -EAGAIN
    }

    /// Gives a request to the engine. False where it has no thread for it.
    private func start(_ request: UnsafeMutablePointer<Request>) -> Bool {
        let ended = ChainEnded(context: request) { context, _, code in
            guard let context, let registry = Registry.shared else { return }
            registry.finish(context.assumingMemoryBound(to: Request.self), code)
        }
        var record = request.pointee.record
        let isAccepted = engine.submitChain(records: &record, count: 1, ended: ended) == 1
        lock.lock()
        // A caller that cancelled it before it had an id left the completion to this thread.
        let isCancelled = isAccepted && request.pointee.isCancelled
        if isAccepted && request.pointee.state == .starting { request.pointee.state = .running }
        lock.unlock()
        if isCancelled { _ = engine.cancel(&request.pointee.id) }
        release(request)
        return isAccepted
    }

    private func startAll(_ first: UnsafeMutablePointer<Request>?) {
        var next = first
        while let request = next {
            next = request.pointee.nextToStart
            request.pointee.nextToStart = nil
            if !start(request) { finish(request, -Int64(EAGAIN)) }
        }
    }

    /// A request has ended with a call's return code: its result, its notification, who is next.
    private func finish(_ request: UnsafeMutablePointer<Request>, _ code: Int64) {
        let (event, group) = (request.pointee.event, request.pointee.group)
        let isFailure = code < 0 && code >= -4095
        // Only a cancellation interrupts a call.
        let isCancelled = code == -Int64(EINTR) || code == -Int64(ECANCELED)
        let error = isCancelled ? ECANCELED : isFailure ? Int32(truncatingIfNeeded: -code) : 0
        let next = remove(request, isFailure ? -1 : code, error)
        told(request.pointee.descriptor)
        notify(event)
        if let group { finish(group) }
        startAll(next)
        release(request)
    }

    private func finish(_ group: UnsafeMutablePointer<Group>) {
        guard group.pointee.remaining.add(UInt32.max) == 0 else { return }
        any.told()
        notify(group.pointee.event)
        group.release()
    }

    private func notify(_ event: sigevent) {
        guard event.sigev_notify != SIGEV_NONE else { return }
        withUnsafePointer(to: event) { acall_aio_notify($0) }
    }

    /// As aio_cancel.
    func cancel(_ descriptor: Int32, _ block: UnsafePointer<aiocb>?) -> Int32 {
        guard acall_aio_look(descriptor).is_open != 0 else { return -EBADF }
        var left = 0
        let list = hold(descriptor, block, left: &left)
        guard list != nil else {
            if left > 0 { return Int32(AIO_NOTCANCELED) }
            // Nothing that could be cancelled; something that another thread is cancelling?
            return isPending(block) ? Int32(AIO_NOTCANCELED) : Int32(AIO_ALLDONE)
        }
        var request = list
        while let each = request {
            request = each.pointee.nextToStart
            if isQueued(each) {
                finish(each, -Int64(ECANCELED))
            } else {
                _ = engine.cancel(&each.pointee.id)
            }
        }
        let code = result(of: list)
        return left > 0 ? Int32(AIO_NOTCANCELED) : code
    }

    private func isPending(_ block: UnsafePointer<aiocb>?) -> Bool {
        guard let block else { return false }
        return acall_aio_error(block) == EINPROGRESS
    }

    /// Whether a request that was marked as cancelled was still queued, as it then stays.
    private func isQueued(_ request: UnsafeMutablePointer<Request>) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        return request.pointee.state == .queued
    }

    /// What has become of those that were to be cancelled, once they are done or time is up.
    private func result(of list: UnsafeMutablePointer<Request>?) -> Int32 {
        let deadline = acall_monotonic_time() &+ patience
        var (cancelled, isRunning) = (0, false)
        var request = list
        while let each = request {
            request = each.pointee.nextToStart
            while wait(each.pointee.descriptor, until: deadline, { isDone(each) }) == -EINTR {}
            if !isDone(each) { isRunning = true }
            if each.pointee.outcome == ECANCELED { cancelled += 1 }
            release(each)
        }
        if isRunning { return Int32(AIO_NOTCANCELED) }
        return Int32(cancelled > 0 ? AIO_CANCELED : AIO_ALLDONE)
    }

    private func isDone(_ request: UnsafeMutablePointer<Request>) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        return request.pointee.state == .done
    }

    /// As aio_suspend.
    func suspend(
        _ list: UnsafePointer<UnsafePointer<aiocb>?>, _ count: Int, _ time: UnsafePointer<timespec>?
    ) -> Int32 {
        var deadline = Moment.untilASignal
        if let time {
            let (seconds, fraction) = (time.pointee.tv_sec, time.pointee.tv_nsec)
            guard seconds >= 0, 0..<1_000_000_000 ~= fraction else { return -EINVAL }
            let whole = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
            let span = whole.partialValue.addingReportingOverflow(UInt64(fraction))
            let end = span.partialValue.addingReportingOverflow(acall_monotonic_time())
            if !whole.overflow && !span.overflow && !end.overflow { deadline = end.partialValue }
        }
        return wait(descriptor(of: list, count), until: deadline, isCancellationPoint: true) {
            var isNothing = true
            for index in 0..<count {
                guard let block = list[index] else { continue }
                if acall_aio_error(block) != EINPROGRESS { return true }
                isNothing = false
            }
            return isNothing
        }
    }

    /// The descriptor of all the control blocks; -1 where they have several.
    private func descriptor(of list: UnsafePointer<UnsafePointer<aiocb>?>, _ count: Int) -> Int32 {
        var descriptor: Int32 = -1
        for index in 0..<count {
            guard let block = list[index] else { continue }
            guard descriptor < 0 || descriptor == block.pointee.aio_fildes else { return -1 }
            descriptor = block.pointee.aio_fildes
        }
        return descriptor
    }

    /// As lio_listio; `event` is null where the caller waits.
    func list(
        _ isWaiting: Bool, _ list: UnsafePointer<UnsafeMutablePointer<aiocb>?>, _ count: Int,
        _ event: UnsafePointer<sigevent>?
    ) -> Int32 {
        var none = sigevent()
        none.sigev_notify = Int32(SIGEV_NONE)
        guard let group = Group.make(event?.pointee ?? none, isWaitedFor: isWaiting) else {
            return -EAGAIN
        }
        var failure: Int32 = 0
        for index in 0..<count {
            guard let block = list[index] else { continue }
            let code: Int32
            switch block.pointee.aio_lio_opcode {
            case Int32(LIO_NOP): continue
            case Int32(LIO_READ): code = submit(block, ACALL_AIO_READ, group)
            case Int32(LIO_WRITE): code = submit(block, ACALL_AIO_WRITE, group)
            default:
                acall_aio_set_result(block, -1, EINVAL)
                code = -EINVAL
            }
            if code < 0 { failure = code == -EAGAIN ? code : failure == 0 ? -EIO : failure }
        }
        finish(group)
        guard isWaiting else { return failure }
        let code = wait(-1, until: Moment.untilASignal) { group.pointee.remaining.value == 0 }
        group.release()
        if code < 0 || failure < 0 { return code < 0 ? code : failure }
        for index in 0..<count {
            guard let block = list[index], block.pointee.aio_lio_opcode != LIO_NOP else { continue }
            if acall_aio_error(block) != 0 { return -EIO }
        }
        return 0
    }
}

@c @implementation
public func acall_aio_submit(
    _ block: UnsafeMutablePointer<aiocb>, _ kind: acall_aio_kind
) -> Int32 {
    Registry.shared?.submit(block, kind, nil) ?? -EAGAIN
}

@c @implementation
public func acall_aio_cancel(_ descriptor: Int32, _ block: UnsafePointer<aiocb>?) -> Int32 {
    Registry.shared?.cancel(descriptor, block) ?? -EAGAIN
}

@c @implementation
public func acall_aio_suspend(
    _ list: UnsafePointer<UnsafePointer<aiocb>?>, _ count: Int32, _ time: UnsafePointer<timespec>?
) -> Int32 {
    Registry.shared?.suspend(list, Int(count), time) ?? -EAGAIN
}

@c @implementation
public func acall_aio_list(
    _ mode: Int32, _ list: UnsafePointer<UnsafeMutablePointer<aiocb>?>, _ count: Int32,
    _ event: UnsafeMutablePointer<sigevent>?
) -> Int32 {
    Registry.shared?.list(mode == LIO_WAIT, list, Int(count), event) ?? -EAGAIN
}

@c @implementation
public func acall_aio_forget() { Registry.shared?.forget() }
