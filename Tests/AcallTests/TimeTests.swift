// Points in time and durations: what `now` gives, what is computed with it, and what calls take.

import Acall
import Foundation
import Testing

@Suite struct TimeTests {
    @Test func callsWaitUntilAPointInTime() throws {
        let report = try run(
            """
            var expired: u64
            var word: u32 = 1
            start = now(CLOCK_MONOTONIC)
            deadline = now(CLOCK_MONOTONIC) + 30ms
            timer = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)
            timerfd_settime(timer, TFD_TIMER_ABSTIME, {value: deadline})
            read(timer, expired) timeout 30s
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, start + 60ms)
            futex(word, FUTEX_WAIT_BITSET_PRIVATE, 1, now(CLOCK_MONOTONIC) + 10ms, val3: 1) expect ETIMEDOUT
            elapsed = now(CLOCK_MONOTONIC) - start
            assert elapsed >= 70ms
            assert elapsed < 30s, "not for decades"
            output elapsed
            output later = now(CLOCK_MONOTONIC) > deadline
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "elapsed") ?? 0 >= 70_000_000 && number(report, "later") == 1)
    }

    @Test func aClockIsReadInEachPassOfALoop() throws {
        let report = try run(
            """
            var passes: int = 0
            end = now(CLOCK_MONOTONIC) + 40ms
            while now(CLOCK_MONOTONIC) < end {
                nanosleep(5ms)
                passes += 1
            }
            loop {
                break if now(CLOCK_MONOTONIC) - end > 20ms
                nanosleep(5ms) timeout end + 10s - now(CLOCK_MONOTONIC)
            }
            output passes
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect((1...8).contains(number(report, "passes") ?? 0))
    }

    @Test func filesGetTheTimeOfAClock() throws {
        let path = try Host.file("x")
        let report = try run(
            """
            input file: path
            var st: stat
            utimensat(AT_FDCWD, file, [now(CLOCK_REALTIME) - 3600s, now(CLOCK_REALTIME)])
            fstatat(AT_FDCWD, file, st)
            output between = st.mtim.sec - st.atim.sec
            """, ["file": .bytes(Array(path.utf8))])
        #expect(report.status == 0, "\(report.failures)")
        #expect((3599...3601).contains(number(report, "between") ?? 0))
    }

    @Test func chainsUseANamedTime() throws {
        let report = try run(
            """
            end = now(CLOCK_MONOTONIC) + 20ms
            parallel for i in 0..<4 {
                clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, end)
                output late[i] = now(CLOCK_MONOTONIC) >= end
            }
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.keyed("late") == ["0": 1, "1": 1, "2": 1, "3": 1])
    }

    @Test func aDeclaredNameOrProcWins() throws {
        let report = try run(
            """
            proc now(x: int) -> int { return x }
            n = now(3)
            output n
            """)
        #expect(report.status == 0 && number(report, "n") == 3, "\(report.failures)")
        let other = try run(
            """
            var now: timespec
            clock_gettime(CLOCK_MONOTONIC, now)
            output n = now.sec > 0 || now.nsec > 0
            """)
        #expect(other.status == 0 && number(other, "n") == 1, "\(other.failures)")
    }

    @Test func inYAMLToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                steps:
                  - as: start
                    now: [CLOCK_MONOTONIC]
                  - {as: end, set: now(CLOCK_MONOTONIC) + 10ms}
                  - clock_nanosleep: [CLOCK_MONOTONIC, TIMER_ABSTIME, end]
                  - output: {n: now(CLOCK_MONOTONIC) - start >= 10ms}
                """)
        let report = try Engine().runBlocking(program)
        #expect(report.status == 0 && number(report, "n") == 1, "\(report.failures)")
    }

    @Test func aClockThatTheKernelDoesNotHaveFails() throws {
        let report = try run(
            """
            input clock: int
            t = now(clock)
            output n = t > t
            """, ["clock": 12345])
        #expect(report.status == 1 && report.lines.contains("EINVAL"), "\(report.lines)")
    }
}
