// The engine while its own system calls fail, and while its threads yield at every atomic access.
//
// Input: each scenario of engine-faults, with each call of the engine's own failing at one of its
// first uses, once or for ever; with seeds. Output: its exit status. Invariant: each runs in a process
// of its own, which ends itself where it would hang.

import Glibc
import Testing

struct HelperFailure: Error {
    let why: String
    init(_ why: String) { self.why = why }
}

/// A program built beside the tests.
enum Helper {
    /// Its path: in the directory of the tests' executable, or in one above.
    static func path(_ name: String) -> String? {
        var buffer = [CChar](repeating: 0, count: 4096)
        let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard length > 0 else { return nil }
        let bytes = buffer[..<length].map { UInt8(bitPattern: $0) }
        var parts = String(decoding: bytes, as: UTF8.self).split(separator: "/")
        while !parts.isEmpty {
            parts.removeLast()
            let candidate = "/" + (parts + [Substring(name)]).joined(separator: "/")
            if access(candidate, X_OK) == 0 { return candidate }
        }
        return nil
    }

    /// Runs it: what it printed, and its wait status.
    static func run(_ name: String, _ arguments: [String]) throws -> (output: String, status: Int32)
    {
        guard let path = path(name) else { throw HelperFailure("\(name) is not built") }
        var ends: [Int32] = [-1, -1]
        // Closed on exec, or a process that another test starts would hold it open.
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw HelperFailure("no pipe") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The threads of Swift's concurrency block signals: a process is not to begin so.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var mask = sigset_t()
        sigemptyset(&mask)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, path, &actions, &attributes, &words, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else { throw HelperFailure("\(path): errno \(code)") }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            if count > 0 { output += buffer[..<count] }
            if count == 0 || count < 0 && errno != EINTR { break }
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        return (String(decoding: output, as: UTF8.self), status)
    }
}

private let scenarioNames = [
    "quick", "full-queue", "threads", "blocking", "limited", "cancels", "chains", "waits",
    "shutdown",
]

/// A call of the engine's own, as acall_testing.h numbers them, and which of its uses fail.
struct Fault: CustomTestStringConvertible {
    let point: Int
    let first: Int
    let isForEver: Bool

    static let names = [
        "memory", "clone", "futex wait", "futex wake", "sigaction", "tgkill", "eventfd", "timer",
    ]

    var testDescription: String {
        "\(Fault.names[point]), use \(first)\(isForEver ? " and all later ones" : "")"
    }

    static let all = names.indices.flatMap { point in
        [(1, false), (1, true), (2, true), (3, false)].map {
            Fault(point: point, first: $0.0, isForEver: $0.1)
        }
    }
}

@Suite(.timeLimit(.minutes(20)))
struct FaultTests {
    @Test(arguments: scenarioNames, Fault.all)
    func nothingIsLostWhereItsCallsFail(_ scenario: String, _ fault: Fault) throws {
        let count = fault.isForEver ? "1000000000000" : "1"
        let (output, status) = try Helper.run(
            "engine-faults", [scenario, "\(fault.point)", "\(fault.first)", count])
        // 0, or 3: there was no engine to be had.
        #expect(status == 0 || status == 3 << 8, "\(output)")
    }

    @Test(arguments: scenarioNames, [UInt64(1), 20_091_123, .random(in: 1...(1 << 40))])
    func nothingIsLostInWhateverOrder(_ scenario: String, _ seed: UInt64) throws {
        let (output, status) = try Helper.run("engine-faults", [scenario, "noise", "\(seed)"])
        #expect(status == 0, "seed \(seed): \(output)")
    }

    @Test func theScenariosAreAllHere() throws {
        let (output, status) = try Helper.run("engine-faults", ["list"])
        #expect(status == 0)
        #expect(output == scenarioNames.joined(separator: "\n") + "\n")
    }
}
