// Chains: `async`, `task`, `await`, `parallel`, `cancel`, timeouts, processes; what fails, and what is left.
//
// Invariant: each of these programs ends; none leaves a descriptor or a thread's work behind.

import Acall
import Foundation
import Testing

@Suite(.timeLimit(.minutes(20))) struct ChainTests {
    @Test func aResultIsWaitedFor() throws {
        let report = try run(
            """
            var ends: int[2]
            var text: bytes[8]
            pipe2(ends, O_CLOEXEC)
            async hello = read(ends[0], text)
            write(ends[1], "hi")
            output text = text[..<hello] as text
            output hello
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.text == "hi" && number(report, "hello") == 2)
    }

    @Test func tasksRunBesideEachOther() throws {
        // Each waits for the other: one after the other they would wait for ever.
        let report = try run(
            """
            var a: int[2]
            var b: int[2]
            pipe2(a, O_CLOEXEC)
            pipe2(b, O_CLOEXEC)
            parallel {
                task one { var t: bytes[1]; write(a[1], "1"); read(b[0], t) expect 1 }
                task two { var t: bytes[1]; read(a[0], t) expect 1; write(b[1], "2") }
            }
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.count(of: "read") == 2)
    }

    @Test func aTaskThatNobodyAwaitsIsAwaitedAtItsBlocksEnd() throws {
        let report = try run(
            """
            var total: long = 0
            if 1 == 1 {
                task { nanosleep(20ms); total = 5 }
            }
            total += 1
            output total
            """)
        #expect(report.status == 0 && number(report, "total") == 6)
    }

    // MARK: Failures

    @Test func aFailedTaskFailsTheProgram() throws {
        let file = try Host.file()
        let report = try run(
            """
            input file: path
            fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
            task broken { fsync(-1) }
            task waits { nanosleep(60s) }
            await broken
            fsync(fd)
            """, ["file": .text(file)])
        #expect(report.status == 1)
        #expect(report.failures.count == 1, "\(report.failures)")
        let fsyncs = report.steps.filter { $0.call == "fsync" }
        #expect(fsyncs.map(\.outcome).sorted() == ["failed", "skipped"])
        // It may not have begun.
        let sleeper = report.steps.first { $0.call.hasSuffix("nanosleep") }
        #expect(["cancelled", "skipped"].contains(sleeper?.outcome))
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func theChainsOfAFailedProgramAreCancelled() throws {
        let report = try run(
            """
            var ends: int[2]
            var text: bytes[1]
            pipe2(ends, O_CLOEXEC)
            async sleeper = nanosleep(60s)
            task { defer getpid(); write(ends[1], "x"); nanosleep(60s) }
            read(ends[0], text)
            nanosleep(10ms)
            fail "enough"
            """)
        #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
        // What cleans up runs all the same.
        #expect(report.steps.first { $0.call == "getpid" }?.outcome == "returned")
        let naps = report.steps.filter { $0.call.hasSuffix("nanosleep") }.map(\.outcome)
        #expect(naps.count { $0 == "returned" } == 1 && naps.contains("cancelled"))
    }

    @Test func anItemThatFailsEndsTheOthers() throws {
        let file = try Host.file()
        let report = try run(
            """
            input file: path
            parallel for i in 0..<60 limit 7 {
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                defer fsync(fd) allow EINVAL
                assert i % 10 != 3, "a three"
                output done[i] = i * i
            }
            """, ["file": .text(file)])
        #expect(report.status == 1)
        #expect(!report.failures.isEmpty)
        #expect(report.failures.allSatisfy { $0.contains("a three") }, "\(report.failures)")
        // Of those in flight some may have been done.
        let done = report.keyed("done")
        #expect(done.count <= 54)
        #expect(done.allSatisfy { Int($0.key).map { $0 * $0 } == $0.value })
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func stopEndsATasksChainOnly() throws {
        let report = try run(
            """
            var last: int
            task { stop if 1 == 1; fsync(-1) }
            parallel for i in 0..<5 { stop if i != 3; output kept[i] = i }
            last = 7
            output last
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.keyed("kept") == ["3": 3])
        #expect(number(report, "last") == 7)
    }

    // MARK: Waiting

    @Test func awaitAnyEndsWithTheFirst() throws {
        let report = try run(
            """
            async slow = nanosleep(60s)
            async quick = getpid()
            await any slow, quick
            cancel slow
            await slow
            output slow
            output quick
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "slow") == -125)
        #expect(number(report, "quick") == Int64(getpid()))
    }

    @Test func aWaitThatLastsTooLongTakesTheOtherWay() throws {
        for (nap, late) in [("60s", 1), ("1us", 0)] as [(String, Int64)] {
            let report = try run(
                """
                var late: int = 0
                async sleeper = nanosleep(\(nap)) allow ECANCELED
                await sleeper timeout \(late == 1 ? "20ms" : "30s") else { late = 1; cancel sleeper }
                output late
                """)
            #expect(report.status == 0, "\(report.failures)")
            #expect(number(report, "late") == late)
        }
    }

    @Test func aWaitWithoutAnElseFailsWhereItLastsTooLong() throws {
        let report = try run("async s = nanosleep(60s)\nawait s timeout 10ms\ngetpid()")
        #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
        #expect(report.steps.first { $0.call == "getpid" }?.outcome == "skipped")
    }

    @Test func aCallHasATimeout() throws {
        let report = try run(
            """
            var ends: int[2]
            var text: bytes[1]
            pipe2(ends, O_CLOEXEC)
            first = read(ends[0], text) timeout 5ms allow ETIMEDOUT
            for i in 0..<3 { read(ends[0], text) timeout 1ms expect ETIMEDOUT }
            write(ends[1], "x")
            second = read(ends[0], text) timeout 30s
            output first
            output second
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "first") == -110 && number(report, "second") == 1)
        let failed = try run(
            "var e: int[2]\nvar t: bytes[1]\npipe2(e, O_CLOEXEC)\nread(e[0], t) timeout 5ms")
        #expect(failed.status == 1)
    }

    @Test func cancelOfWhatHasEndedIsNothing() throws {
        let report = try run(
            """
            async me = getpid()
            await me
            cancel me
            cancel me
            output me
            """)
        #expect(report.status == 0 && number(report, "me") == Int64(getpid()))
    }

    @Test func whatIsCancelledCleansUp() throws {
        let file = try Host.file()
        let report = try run(
            """
            input file: path
            var ends: int[2]
            var text: bytes[1]
            pipe2(ends, O_CLOEXEC)
            task worker {
                fd = openat(AT_FDCWD, file, O_RDWR | O_CLOEXEC)
                defer write(fd, "bye")
                write(ends[1], "x")
                nanosleep(60s)
                write(fd, "never")
            }
            read(ends[0], text)
            await worker timeout 20ms else { cancel worker }
            await worker
            """, ["file": .text(file)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "bye")
        #expect(Host.descriptors(of: file) == 0)
    }

    // MARK: Many items

    @Test func keyedOutputsStandInTheOrderOfTheItems() throws {
        let report = try run(
            """
            input names: [string]
            parallel for i in 0..<64 limit 16 {
                nanosleep(2ms) if i % 3 == 0
                output square[i] = i * i
            }
            parallel for name in names { output n[name] = 1 }
            """, ["names": ["c", "a", "b"]])
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.keyed("square").count == 64)
        let text = report.json
        let places = (0..<64).compactMap { text.range(of: "\"\($0)\":")?.lowerBound }
        #expect(places.count == 64 && places == places.sorted())
        let names = ["\"c\":", "\"a\":", "\"b\":"].compactMap { text.range(of: $0)?.lowerBound }
        #expect(names.count == 3 && names == names.sorted())
    }

    /// In the order that one chain after the other would have given.
    @Test(arguments: 0..<5)
    func keysOfChainsInChainsHaveTheOrderOfTheProgram(_ run: Int) throws {
        let report = try AcallTests.run(
            """
            output x[1000] = 0
            parallel for i in 0..<4 {
                output x[i * 100] = 0
                parallel for j in 1..<20 {
                    nanosleep(100us) if j % 3 == 0
                    output x[i * 100 + j] = 0
                }
                task { output x[i * 100 + 20] = 0 }
            }
            parallel for i in 2000..<2010 { output x[i] = 0 }
            output x[3000] = 0
            """)
        let text = report.json
        let expected =
            [1000] + (0..<4).flatMap { i in (0...20).map { i * 100 + $0 } }
            + Array(2000..<2010) + [3000]
        let places = expected.compactMap { text.range(of: "\"\($0)\":")?.lowerBound }
        #expect(places.count == expected.count && places == places.sorted(), "\(text)")
    }

    @Test func parallelForInParallelFor() throws {
        let report = try run(
            """
            parallel for i in 0..<8 limit 4 {
                var own: long = 100
                own += i
                parallel for j in 0..<8 limit 3 {
                    var inner: long
                    inner = own + j
                    output sum[i * 8 + j] = inner
                }
                output own[i] = own
            }
            """)
        #expect(report.status == 0, "\(report.failures)")
        let sums = report.keyed("sum")
        #expect(sums.count == 64)
        #expect((0..<64).allSatisfy { sums["\($0)"] == 100 + $0 / 8 + $0 % 8 })
        #expect(
            report.keyed("own")
                == Dictionary(
                    uniqueKeysWithValues: (0..<8).map { ("\($0)", 100 + $0) }))
    }

    @Test func asyncInParallelFor() throws {
        let report = try run(
            """
            parallel for i in 0..<50 limit 10 {
                var ends: int[2]
                var text: bytes[4]
                pipe2(ends, O_CLOEXEC)
                async got = read(ends[0], text)
                task { nanosleep(100us); write(ends[1], "abc") }
                output n[i] = got
            }
            """)
        #expect(report.status == 0, "\(report.failures)")
        let counts = report.keyed("n")
        #expect(counts.count == 50 && counts.values.allSatisfy { $0 == 3 })
    }

    @Test(arguments: [1, 2, 64])
    func manyItemsLeaveNothingBehind(_ limit: Int) throws {
        let file = try Host.file()
        let report = try run(
            """
            input file: path
            parallel for i in 0..<100_000 limit \(limit) {
                fd = openat(AT_FDCWD, file, O_RDONLY | O_CLOEXEC)
                assert i != 77_777
            }
            """, ["file": .text(file)])
        #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
        #expect(Host.descriptors(of: file) == 0)
    }

    @Test func noItemsAndOne() throws {
        for count in [0, 1] as [Int64] {
            let report = try run(
                "input n: int\nparallel for i in 0..<n { output x[i] = i }",
                ["n": .integer(count)])
            #expect(report.status == 0 && report.keyed("x").count == Int(count))
        }
    }

    /// Nothing would be started, and nothing would be said.
    @Test(arguments: [0, -1] as [Int64])
    func aLimitThatStartsNothingFails(_ limit: Int64) throws {
        let report = try run(
            "input n: int\nparallel for i in 0..<3 limit n { getpid() }", ["n": .integer(limit)])
        #expect(report.status == 1)
        #expect(report.lines.contains("a limit below 1 would start nothing"), "\(report.lines)")
        #expect(report.count(of: "getpid") == 1)
    }

    // MARK: Waiting for the chains of others

    /// A chain that uses a result waits for it, whoever has started the call.
    @Test func chainsWaitForTheResultsThatTheyUse() throws {
        for part in [
            "async m = write(ends[1], b[..<n])\nawait m",
            "task w { write(ends[1], b[..<n]) }\nawait w",
            "parallel for i in 0..<1 { write(ends[1], b[..<n]) }",
        ] {
            let report = try run(
                """
                var ends: int[2]
                var late: int[2]
                var b: bytes[16]
                var text: bytes[16]
                pipe2(ends, 0)
                pipe2(late, 0)
                async n = read(late[0], b)
                task other {
                    nanosleep(20ms)
                    write(late[1], "hello")
                }
                \(part)
                got = read(ends[0], text)
                output text = text[..<got] as text
                """)
            #expect(report.status == 0, "\(report.lines)")
            #expect(report.text == "hello")
        }
    }

    @Test func aChainThatHasWaitedMayUseWhatTheOtherWrote() throws {
        let report = try run(
            """
            var x: long
            task a { x = getpid() }
            task b {
                await a
                x += 1
                task c { x += 1 }
            }
            me = getpid()
            await a, b
            output more = x - me
            """)
        #expect(number(report, "more") == 2, "\(report.lines)")
    }

    // MARK: Processes

    @Test(arguments: [("exit 0", 0), ("exit 7", 7), ("exit 255", 255), ("kill -9 $$", -9)])
    func statusesOfProcesses(_ command: String, _ status: Int64) throws {
        let report = try run(
            """
            input command: string
            child = spawn("/bin/sh", ["sh", "-c", command])
            status = wait(child)
            output status
            """, ["command": .text(command)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "status") == status)
    }

    @Test func processesReadAndWriteWhatTheyAreGiven() throws {
        let report = try run(
            """
            var ends: int[2]
            var text: bytes[64]
            pipe2(ends, O_CLOEXEC)
            child = spawn("/bin/sh", ["sh", "-c", "echo $A $0", "b"], env: ["A=a"], stdout: ends[1])
            close(ends[1])
            n = read(ends[0], text) fully
            wait(child) expect 0
            output text = text[..<n] as text
            """)
        #expect(report.status == 0, "\(report.failures)")
        #expect(report.text == "a b\n")
    }

    @Test func aProgramThatIsNotThere() throws {
        let report = try run("child = spawn(\"/nowhere\", [\"x\"])\nwait(child)")
        #expect(report.status == 1 && report.failures.count == 1)
        #expect(report.steps.first?.result == -2)
    }

    @Test func anotherStatusThanExpectedFails() throws {
        let report = try run(
            "child = spawn(\"/bin/false\", [\"false\"])\nwait(child) expect 0\ngetpid()")
        #expect(report.status == 1 && report.failures.count == 1, "\(report.failures)")
        #expect(report.steps.first { $0.call == "getpid" }?.outcome == "skipped")
    }
}

#if canImport(Glibc)
    import Glibc
#endif
