// How one chain's end ends the others: failures, `exit_group`, `stop`, and what a cancelled chain is.
//
// Input: programs of which some chain would never end by itself. Invariant: each ends, in every way to run it, with
// the same failures, and nothing stays open.

import Acall
import Foundation
import Testing

@Suite(.timeLimit(.minutes(20))) struct EndingTests {
    /// On the calling thread, and on the engine's.
    private func runBoth(
        _ text: String, _ inputs: [String: InputValue] = [:]
    ) async throws -> [RunReport] {
        let engine = try Engine()
        let program = try Program(text: text)
        return [
            try engine.runBlocking(program, inputs), try await engine.run(program, inputs),
        ]
    }

    private func outcomes(_ report: RunReport, of call: String) -> Set<String> {
        Set(report.steps.filter { $0.call.hasSuffix(call) }.map(\.outcome))
    }

    private let ends = "var e: int[2]\nvar b: bytes[4]\npipe2(e, O_CLOEXEC)\n"

    // MARK: exit_group

    @Test func exitGroupInATaskEndsTheProgram() async throws {
        let file = try Host.file()
        let reports = try await runBoth(
            """
            input file: path
            fd = openat(AT_FDCWD, file, O_RDWR | O_CLOEXEC)
            \(ends)
            defer write(fd, "bye")
            task leaves { nanosleep(1ms); exit_group(4) }
            task stays { defer write(fd, "sib"); nanosleep(3600s) }
            read(e[0], b)
            fsync(fd)
            """, ["file": .text(file)])
        for report in reports {
            #expect(report.status == 4 && report.failures.isEmpty, "\(report.failures)")
            #expect(outcomes(report, of: "read") == ["cancelled"])
            #expect(outcomes(report, of: "fsync") == ["skipped"])
            #expect(!report.wasCancelled)
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasSuffix("bye"))
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func exitGroupInATaskOfATaskEndsTheProgram() async throws {
        for report in try await runBoth(
            "task outer { task inner { exit_group(3) }; nanosleep(3600s) }\nnanosleep(3600s)")
        {
            #expect(report.status == 3 && report.failures.isEmpty, "\(report.failures)")
        }
    }

    // MARK: Failures

    @Test func aFailureEndsTheOtherChains() async throws {
        for report in try await runBoth(
            """
            \(ends)
            parallel {
                task reads { var own: bytes[4]; defer getppid(); read(e[0], own) }
                task fails { nanosleep(5ms); fail "b" }
            }
            getpid()
            """)
        {
            #expect(report.status == 1 && report.failures == ["b"], "\(report.failures)")
            // One that has not begun by then never reads.
            #expect(outcomes(report, of: "read").isSubset(of: ["cancelled", "skipped"]))
            #expect(outcomes(report, of: "getpid") == ["skipped"])
            #expect(!report.wasCancelled)
        }
    }

    @Test func aFailureEndsTheChainThatStartedIt() async throws {
        for report in try await runBoth("task a { fail \"a\" }\nnanosleep(3600s)\ngetpid()") {
            #expect(report.status == 1 && report.failures == ["a"], "\(report.failures)")
            #expect(outcomes(report, of: "nanosleep").isSubset(of: ["cancelled", "skipped"]))
            #expect(outcomes(report, of: "getpid") == ["skipped"])
        }
    }

    /// Between calls, too.
    @Test func aFailureEndsALoopThatMakesNoCall() async throws {
        for report in try await runBoth(
            "task a { nanosleep(1ms); fail \"a\" }\nvar n: long\nloop { n += 1; n = n % 100 }")
        {
            #expect(report.status == 1 && report.failures == ["a"], "\(report.failures)")
        }
    }

    @Test func aCallThatFailsIsTheOneThatIsShown() async throws {
        for report in try await runBoth(
            """
            async missing = openat(AT_FDCWD, "/nowhere/at/all", O_RDONLY)
            task outer { parallel for i in 0..<3 { nanosleep(3600s) } }
            nanosleep(3600s)
            await any missing, outer
            """)
        {
            #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
            #expect(report.failures[0].hasPrefix("ENOENT"))
            #expect(outcomes(report, of: "openat") == ["failed"])
        }
    }

    @Test func itemsThatHaveNotBegunNeverBegin() async throws {
        for report in try await runBoth(
            "parallel for i in 0..<1000 limit 1 { fail \"zero\" if i == 0; output x[i] = i }")
        {
            #expect(report.status == 1 && report.failures == ["zero"], "\(report.failures)")
            #expect(report.keyed("x").isEmpty)
        }
    }

    @Test func itemsInFlightAreCancelled() async throws {
        let file = try Host.file()
        for report in try await runBoth(
            """
            input file: path
            \(ends)
            parallel for i in 0..<8 limit 8 {
                fd = openat(AT_FDCWD, file, O_RDWR | O_APPEND | O_CLOEXEC)
                if i == 7 { nanosleep(2ms); fail "the last" }
                nanosleep(3600s)
            }
            """, ["file": .text(file)])
        {
            #expect(report.status == 1 && report.failures == ["the last"], "\(report.failures)")
        }
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func twoFailuresAtOnceDoNotWaitForEachOther() async throws {
        // Side by side: one after the other, each would wait for its turn among all other tests.
        try await withThrowingTaskGroup(of: [RunReport].self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await runBoth(
                        """
                        task a { fail "f" }
                        task b { fail "f" }
                        task c { task d { fail "f" }; fail "f" }
                        nanosleep(3600s)
                        """)
                }
            }
            for try await reports in group {
                for report in reports {
                    #expect(report.status == 1 && !report.failures.isEmpty)
                    #expect(
                        report.failures.allSatisfy { $0.hasPrefix("f") }, "\(report.failures)")
                }
            }
        }
    }

    // MARK: Cancelled by the program

    @Test func aChainThatIsCancelledHasNotFailed() async throws {
        for report in try await runBoth(
            """
            async slow = nanosleep(3600s)
            task long { nanosleep(3600s); fail "never" }
            await slow, long timeout 2ms else { cancel slow; cancel long }
            await slow, long
            assert slow == -ECANCELED
            output slow
            """)
        {
            #expect(report.status == 0, "\(report.failures)")
            #expect(number(report, "slow") == -125)
            #expect(!report.wasCancelled)
        }
    }

    /// The kernel says EINTR of a call that it has begun; a step has had no effect, and says so.
    @Test func aCallThatWasBlockedSaysECANCELED() async throws {
        for report in try await runBoth(
            """
            \(ends)
            async stuck = read(e[0], b)
            nanosleep(20ms)
            cancel stuck
            await stuck
            output stuck
            """)
        {
            #expect(report.status == 0 && number(report, "stuck") == -125, "\(report.failures)")
            let step = report.steps.first { $0.name == "stuck" }
            #expect(step?.outcome == "cancelled" || step?.outcome == "skipped")
            #expect(step?.result ?? -125 == -125)
            #expect(!report.json.contains("EINTR"))
        }
    }

    // MARK: stop, and return

    @Test(arguments: ["stop", "stop if e[0] > 0", "if e[0] > 0 { stop }", "exit(0)"])
    func stopWaitsForWhatTheChainHasStarted(_ stop: String) async throws {
        for report in try await runBoth(
            "\(ends)\ntask t { nanosleep(5ms); write(e[1], \"t\") expect 1 }\n\(stop)")
        {
            #expect(report.status == 0, "\(report.failures)")
            #expect(outcomes(report, of: "write") == ["returned"])
            #expect(outcomes(report, of: "nanosleep") == ["returned"])
        }
    }

    @Test func returnWaitsForWhatTheProcHasStarted() async throws {
        for report in try await runBoth(
            """
            proc early(e: fd) -> int {
                task t { nanosleep(5ms); write(e, "t") expect 1 }
                return 5
            }
            \(ends)
            n = early(e[1])
            output n
            """)
        {
            #expect(report.status == 0 && number(report, "n") == 5, "\(report.failures)")
            #expect(outcomes(report, of: "write") == ["returned"])
        }
    }

    @Test func aTaskThatStopsIsAwaitedLikeOthers() async throws {
        for report in try await runBoth("task t { stop; }\nawait t\noutput done = 1") {
            #expect(report.status == 0 && number(report, "done") == 1, "\(report.failures)")
        }
    }
}
