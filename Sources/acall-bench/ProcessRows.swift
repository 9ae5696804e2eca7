// Rows that measure whole processes.

import CBenchBaselines
import Glibc

/// What one build makes beside this bench, as `acall-run`.
private func beside(_ name: String) -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/") + "/\(name)"
}

/// fio over glibc's POSIX AIO, and over ours; none where there is no fio, or the library was not built.
func aioRows(_ fixtures: Fixtures) -> [Row] {
    let (fio, library) = ("/usr/bin/fio", beside("../../c/aio/libacall-aio.so"))
    guard access(fio, X_OK) == 0, access(library, R_OK) == 0 else { return [] }
    func time(_ wrapper: [String], _ jobs: Int) throws(BenchFailure) -> Double {
        let arguments =
            wrapper + [
                fio, "--name=bench", "--ioengine=posixaio", "--rw=randrw", "--bs=4k", "--size=32m",
                "--iodepth=16", "--verify=crc32c", "--verify_state_save=0", "--numjobs=\(jobs)",
                "--output=/dev/null",
                "--directory=\(try fixtures.folder())",
            ]
        let median = withArguments(arguments) { bench_spawn($0, 1) }
        if median == -Int64(ECHILD) { throw BenchFailure("fio found a fault, or could not run") }
        return try each(median, of: 1)
    }
    return [1, 2].map { jobs in
        Row(
            "posixaio: fio, verified, \(jobs) job\(jobs == 1 ? "" : "s"), whole process",
            against: "glibc's",
            .speed(atLeast: 0.9),
            baseline: { () throws(BenchFailure) in try time([], jobs) },
            subject: { () throws(BenchFailure) in
                try time(["/usr/bin/env", "LD_PRELOAD=\(library)"], jobs)
            })
    }
}

func processRows(_ fixtures: Fixtures) -> [Row] {
    let program = "\(fixtures.root)/programs/hello.acall"
    let spawns = 200
    func time(_ arguments: [String]) throws(BenchFailure) -> Double {
        let median = withArguments(arguments) { bench_spawn($0, spawns) }
        if median == -Int64(ECHILD) {
            throw BenchFailure(
                "'\(arguments.joined(separator: " "))' ended with a status other than 0")
        }
        return try each(median, of: 1)
    }
    return [
        Row(
            "acall-run hello.acall, whole process", against: "/bin/cat of it",
            .time(atMost: 1.5),
            baseline: { () throws(BenchFailure) in try time(["/bin/cat", program]) },
            subject: { () throws(BenchFailure) in try time([beside("acall-run"), program]) })
    ]
}
