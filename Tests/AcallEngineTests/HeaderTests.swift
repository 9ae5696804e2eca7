// The calls of the header on the engine that the process shares: each row of what they return.
//
// Input: a process of its own for each case, whose shared engine is new. Output: counts and negated
// errnos. Invariant: no test in the test process itself uses the shared engine's pool.

import AcallEngine
import CAcall
import Glibc
import Testing

/// `acall_comp_pwait` for one id.
private func waitFor(
    _ id: UnsafeMutablePointer<acall_id>?, _ time: TimeRow? = nil,
    mask: UnsafePointer<sigset_t>? = nil, size: Int = 8
) -> Int {
    var ids: [UnsafeMutablePointer<acall_id>?] = [id]
    var given = time?.time ?? timespec()
    return withUnsafeMutablePointer(to: &given) { given in
        acall_comp_pwait(&ids, 1, time == nil ? nil : given, mask, size)
    }
}

@Suite(.timeLimit(.minutes(20))) struct HeaderTests {
    @Test func submitReturnsWhatIsPending() async {
        await #expect(processExitsWith: .success) {
            let ring = Ring(16)
            #expect(acall_submit(nil, 0) == 0)
            #expect(acall_submit(nil, 1) == -14)
            #expect(acall_submit(nil, UInt.max) == -14)
            let batch = Batch(5, ring: ring)
            #expect(acall_submit(batch.pointers, 0) == 0)
            #expect(acall_submit(batch.pointers, 5) == 5)
            for position in 0..<5 {
                let flags = batch.records[position].flags
                batch.records[position].flags |= 0x80
                #expect(acall_submit(batch.pointers, 5) == (position == 0 ? -22 : position))
                batch.records[position].flags = flags
            }
            #expect(acall_ring_pwait(ring.head, 0, 5 + 1 + 2 + 3 + 4, nil, nil, 0) == 0)
            #expect(acall_shutdown() == 0)
            #expect(ring.filled == 15)
        }
    }

    @Test func idsAreUnknownBeforeTheFirstAndKnownAfter() async {
        await #expect(processExitsWith: .success) {
            var id = acall_id()
            withUnsafeMutablePointer(to: &id) { id in
                #expect(waitFor(id) == -22)
                #expect(waitFor(nil) == -22)
                #expect(acall_comp_pwait(nil, 0, nil, nil, 0) == -22)
                #expect(acall_comp_pwait(nil, 1, nil, nil, 0) == -14)
                #expect(acall_cancel(id) == -11)
                #expect(acall_cancel(nil) == -14)
                let batch = Batch(1)
                batch.wantId(0)
                #expect(acall_submit(batch.pointers, 1) == 1)
                #expect(waitFor(id) == 1)
                #expect(waitFor(batch.ids) == 1)
                #expect(acall_comp_pwait(nil, 0, nil, nil, 0) == 0)
                #expect(acall_cancel(batch.ids) == -11)
            }
        }
    }

    @Test func completionWaitsTimeOutOrAreRefused() async {
        await #expect(processExitsWith: .success) {
            let (pipe, cells) = (SystemPipe(), Chain())
            let batch = Batch(1)
            batch.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
            batch.wantId(0)
            #expect(acall_submit(batch.pointers, 1) == 1)
            var mask = sigset_t()
            sigemptyset(&mask)
            for row in [TimeRow(-1, 0), TimeRow(0, -1), TimeRow(0, 1_000_000_000)] {
                #expect(waitFor(batch.ids, row) == -22)
            }
            for row in [TimeRow(0, 0), TimeRow(0, 1), TimeRow(0, 2_000_000)] {
                #expect(waitFor(batch.ids, row) == 0)
                #expect(waitFor(batch.ids, row, mask: &mask) == 0)
                #expect(waitFor(batch.ids, row, mask: &mask, size: 128) == 0)
                #expect(waitFor(batch.ids, row, size: 77) == 0)
                for size in [0, 1, 4, 7, 16] {
                    #expect(waitFor(batch.ids, row, mask: &mask, size: size) == -22)
                }
            }
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(waitFor(batch.ids, TimeRow(Int.max, 999_999_999), mask: &mask) == 1)
        }
    }

    @Test(arguments: [0, SA_RESTART])
    func signalsInterruptBothWaits(_ flags: Int32) async {
        await #expect(processExitsWith: .success) { [flags] in
            let (pipe, cells, ring) = (SystemPipe(), Chain(), Ring(2))
            let batch = Batch(1, ring: ring)
            batch.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
            batch.wantId(0)
            #expect(acall_submit(batch.pointers, 1) == 1)
            for onRing in [false, true] {
                countSignals(testSignal, flags: flags)
                let companion = Companion {
                    var own = allBut()
                    pthread_sigmask(SIG_SETMASK, &own, nil)
                    pthread_kill(pthread_self(), testSignal)
                    var during = allBut(testSignal)
                    let code =
                        onRing
                        ? acall_ring_pwait(ring.head, 0, 1, nil, &during, 128)
                        : waitFor(batch.ids, nil, mask: &during)
                    precondition(code == -4 && acall_load64(handled) == 1)
                }
                companion.join()
            }
            #expect(write(pipe.writer, "x", 1) == 1)
            #expect(waitFor(batch.ids) == 1)
        }
    }

    @Test(arguments: [0, ACALL_SUBMIT_THREAD_POOL])
    func cancelIsAnAttempt(_ flags: UInt32) async {
        await #expect(processExitsWith: .success) { [flags] in
            let (pipe, cells, ring) = (SystemPipe(), Chain(), Ring(4))
            let batch = Batch(1, ring: ring, flags: flags)
            batch.set(0, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
            batch.wantId(0)
            #expect(acall_submit(batch.pointers, 1) == 1)
            usleep(1000)
            #expect(acall_cancel(batch.ids) == 0)
            #expect(waitFor(batch.ids) == 1)
            #expect(ring.filled == 1)
            #expect([-4, -125].contains(Int64(bitPattern: ring.entries[0].return_code)))
            #expect(acall_cancel(batch.ids) == -11)
        }
    }

    /// After a shutdown everything is as it was at first; what was pending has completed.
    @Test func aShutdownIsABeginning() async {
        await #expect(processExitsWith: .success) {
            let (pipe, cells, ring) = (SystemPipe(), Chain(), Ring(16))
            #expect(acall_shutdown() == 0)
            #expect(acall_shutdown() == 0)
            for round in 1...5 {
                let batch = Batch(3, ring: ring)
                batch.set(1, Number.read, [UInt64(pipe.reader), cells.cell(0), 1])
                batch.wantId(1)
                #expect(acall_submit(batch.pointers, 3) == 3)
                #expect(acall_shutdown() == 0)
                #expect(ring.filled == UInt32(3 * round))
                #expect(waitFor(batch.ids + 1) == 1)
                #expect(acall_cancel(batch.ids + 1) == -11)
                #expect(Engine.shared.statistics.threads == 0)
            }
        }
    }

    /// Completion waits with null pointers among the ids.
    @Test(arguments: 0..<3)
    func anIdThatIsNotThereCountsAsCompleted(_ position: Int) async {
        await #expect(processExitsWith: .success) { [position] in
            let (pipe, cells) = (SystemPipe(), Chain())
            let batch = Batch(3)
            for index in 0..<3 {
                batch.set(index, Number.read, [UInt64(pipe.reader), cells.cell(index), 1])
                batch.wantId(index)
            }
            #expect(acall_submit(batch.pointers, 3) == 3)
            var ids: [UnsafeMutablePointer<acall_id>?] = (0..<3).map { batch.ids + $0 }
            var unknown = acall_id()
            withUnsafeMutablePointer(to: &unknown) { unknown in
                ids[position] = unknown
                #expect(acall_comp_pwait(&ids, 3, nil, nil, 0) == 1)
            }
            #expect(acall_shutdown() == 0)
        }
    }
}
