// A request: one control block's operation, from its submission until it is notified.
//
// Input: a control block, which stays its owner's and is not read again after the submission.
// Output: a record for the engine. Invariant: a request lives until its operation has ended and
// nobody holds it any more; what changes in it is guarded by the registry's lock.

import AcallEngine
import CAcall
import CAcallAIO

/// One request, in memory of its own.
struct Request {
    /// What it has come to.
    enum State {
        /// Behind others of its descriptor.
        case queued
        /// Given to the engine, which may not have given it an id yet.
        case starting
        case running
        case done
    }

    /// Which others of the same descriptor it must not overtake.
    enum Lane {
        /// A file that can be read and written anywhere: none.
        case free
        /// A pipe, a socket, a terminal: bytes come in an order. One lane for each direction.
        case reads, writes
        /// All that were submitted before.
        case sync
    }

    /// The engine's. First of all, so that its address is the request's.
    var id = acall_id()
    let block: UnsafeMutablePointer<aiocb>
    let descriptor: Int32
    let lane: Lane
    let event: sigevent
    let group: UnsafeMutablePointer<Group>?
    var record: acall_submission
    var state = State.queued
    /// Somebody cancels it: where it is still queued, it is theirs to finish.
    var isCancelled = false
    /// The errno with which it ended.
    var outcome: Int32 = 0
    /// How many may still look at it: its operation, who starts it, who cancels it.
    var holders = 1
    /// Of a sync: how many that were submitted before are not done.
    var ahead = 0
    var before: UnsafeMutablePointer<Request>?
    var after: UnsafeMutablePointer<Request>?
    /// The next one of those that are to be started.
    var nextToStart: UnsafeMutablePointer<Request>?

    /// Nil where there is no memory to be had.
    static func make(
        _ block: UnsafeMutablePointer<aiocb>, _ kind: acall_aio_kind,
        _ group: UnsafeMutablePointer<Group>?
    ) -> UnsafeMutablePointer<Request>? {
        guard let memory = acall_memory_get_plain(MemoryLayout<Request>.size) else { return nil }
        let file = acall_aio_look(block.pointee.aio_fildes)
        let lane = Self.lane(kind, file)
        let request = memory.bindMemory(to: Request.self, capacity: 1)
        request.initialize(
            to: Request(
                block: block, descriptor: block.pointee.aio_fildes, lane: lane,
                event: block.pointee.aio_sigevent, group: group,
                record: Self.record(block, kind, file)))
        request.pointee.record.id_pointer = UInt64(UInt(bitPattern: request))
        return request
    }

    private static func lane(_ kind: acall_aio_kind, _ file: acall_aio_file) -> Lane {
        switch kind {
        case ACALL_AIO_SYNC, ACALL_AIO_DATA_SYNC: .sync
        // A descriptor that is not open is for the call itself to refuse.
        case _ where file.is_open == 0: .free
        case ACALL_AIO_READ: file.is_seekable != 0 ? .free : .reads
        default: file.is_seekable != 0 && file.is_appending == 0 ? .free : .writes
        }
    }

    private static func record(
        _ block: UnsafeMutablePointer<aiocb>, _ kind: acall_aio_kind, _ file: acall_aio_file
    ) -> acall_submission {
        var record = acall_submission()
        record.flags = ACALL_SUBMIT_THREAD_POOL
        record.args.0 = UInt64(bitPattern: Int64(block.pointee.aio_fildes))
        record.args.1 = UInt64(UInt(bitPattern: block.pointee.aio_buf))
        // Whatever it is: too large a count is for the call to refuse.
        record.args.2 = UInt64(truncatingIfNeeded: block.pointee.aio_nbytes)
        record.args.3 = UInt64(bitPattern: Int64(block.pointee.aio_offset))
        let isStream = file.is_open != 0 && file.is_seekable == 0
        record.nr =
            switch kind {
            case ACALL_AIO_READ:
                acall_aio_number(isStream ? ACALL_AIO_CALL_READ : ACALL_AIO_CALL_PREAD)
            case ACALL_AIO_WRITE:
                acall_aio_number(isStream ? ACALL_AIO_CALL_WRITE : ACALL_AIO_CALL_PWRITE)
            case ACALL_AIO_SYNC: acall_aio_number(ACALL_AIO_CALL_FSYNC)
            default: acall_aio_number(ACALL_AIO_CALL_FDATASYNC)
            }
        return record
    }
}

/// The requests of one lio_listio, together.
struct Group {
    /// Told when the last one is done; SIGEV_NONE where it is waited for.
    let event: sigevent
    /// How many are not done, and one more while they are being submitted. Partner: the loads of
    /// who waits.
    let remaining: Word
    /// How many may still look at it.
    let holders: Word

    static func make(_ event: sigevent, isWaitedFor: Bool) -> UnsafeMutablePointer<Group>? {
        let own = MemoryLayout<Group>.size
        guard let memory = acall_memory_get(Arena.size(lines: 2, beside: own)) else { return nil }
        var arena = Arena(memory, beside: own)
        let group = memory.bindMemory(to: Group.self, capacity: 1)
        group.initialize(
            to: Group(
                event: event, remaining: Word(&arena, 1),
                holders: Word(&arena, isWaitedFor ? 2 : 1)))
        return group
    }
}

extension UnsafeMutablePointer<Group> {
    /// Nobody looks at it any more but those who hold it.
    func release() {
        if pointee.holders.add(UInt32.max) == 0 { acall_memory_free(self) }
    }
}
