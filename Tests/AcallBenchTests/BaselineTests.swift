// The baselines do the work that they are timed for, and say so when they can't.

import CBenchBaselines
import Glibc
import Testing

@testable import acall_bench

@Suite struct BaselineTests {
    @Test func chainsOverFilesSeeEverySize() throws {
        let fixtures = Fixtures(root: ".")
        defer { fixtures.remove() }
        var paths: [String] = []
        for index in 0..<200 { paths.append(try fixtures.file("f\(index)", size: index * 50)) }
        let expected = (0..<200).map { UInt64($0 * 50) }
        var sizes = [UInt64](repeating: 0, count: 200)
        #expect(withPaths(paths) { bench_files_serial($0, 200, &sizes) } >= 0)
        #expect(sizes == expected)
        for threads in [1, 2, 7] as [Int32] {
            sizes = sizes.map { _ in 0 }
            #expect(withPaths(paths) { bench_files_parallel($0, 200, threads, &sizes) } >= 0)
            #expect(sizes == expected)
        }
        sizes = sizes.map { _ in 0 }
        let time = withPaths(paths) { bench_files_uring($0, 200, &sizes) }
        // A container may forbid io_uring; where it is allowed, it must be right.
        if time >= 0 {
            #expect(sizes == expected)
        } else {
            #expect([ENOSYS, EPERM, ENOMEM, EINVAL].contains(Int32(-time)))
        }
    }

    @Test func aMissingFileIsAnError() {
        var sizes: [UInt64] = [0]
        let missing = Int64(-ENOENT)
        #expect(withPaths(["/nowhere"]) { bench_files_serial($0, 1, &sizes) } == missing)
        #expect(withPaths(["/nowhere"]) { bench_files_parallel($0, 1, 1, &sizes) } == missing)
        #expect(bench_chain_serial("/nowhere", 1) == missing)
        #expect(bench_copy("/nowhere", "/dev/null", 4096) == missing)
    }

    @Test func aCopyIsTheWholeFile() throws {
        let fixtures = Fixtures(root: ".")
        defer { fixtures.remove() }
        let source = try fixtures.file("source", size: 1_000_001)
        let target = try fixtures.folder() + "/target"
        #expect(bench_copy(source, target, 65536) >= 0)
        var status = stat()
        #expect(stat(target, &status) == 0 && status.st_size == 1_000_001)
    }

    @Test func aProcessMustEndWell() {
        #expect(withArguments(["/bin/true"]) { bench_spawn($0, 2) } > 0)
        #expect(withArguments(["/bin/false"]) { bench_spawn($0, 2) } == Int64(-ECHILD))
        #expect(withArguments(["/nowhere"]) { bench_spawn($0, 2) } == Int64(-ENOENT))
    }

    @Test func threadsDoAllTheirRounds() {
        #expect(bench_getppid(10) >= 0)
        for workers in [1, 2] as [Int32] {
            for depth in [1, 2, 1024] as [Int32] {
                #expect(bench_pool_getppid(5000, workers, depth) > 0)
            }
        }
        #expect(bench_ping_pong(20, 0, 0) > 0)
        #expect(bench_sleepers(20, 1_000_000) >= 1_000_000)
        #expect(bench_interrupt(5, 0) > 0)
        #expect(bench_pool_getppid(1, 0, 1) == Int64(-EINVAL))
        #expect(bench_ping_pong(0, 0, 0) == Int64(-EINVAL))
    }

    @Test func yamlThatIsNoneIsRefused() {
        let right = Array("a: [1, {b: c}]\n---\n- d\n".utf8)
        #expect(bench_yaml_events(right, UInt(right.count)) > 0)
        let wrong = Array("a: [1\n".utf8)
        #expect(bench_yaml_events(wrong, UInt(wrong.count)) == Int64(-EINVAL))
    }
}
