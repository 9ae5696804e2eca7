// Rows that measure whole processes.

import CBenchBaselines
import Glibc

/// `acall-run` beside this bench, as one build makes both.
private func tool() -> String {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/") + "/acall-run"
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
            subject: { () throws(BenchFailure) in try time([tool(), program]) })
    ]
}
