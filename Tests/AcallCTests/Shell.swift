// Commands that tests run, and the C libraries installed once for all of them.

import Glibc
import Testing

struct CommandFailure: Error, CustomStringConvertible {
    let description: String
}

enum Shell {
    /// Runs a shell command from the package's directory: what it printed on both streams, and its exit status.
    static func run(_ command: String) throws -> (output: String, status: Int32) {
        var ends: [Int32] = [-1, -1]
        // Closed on exec, or a process that another test starts would hold it open.
        let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, type, 0, &ends) == 0 else {
            throw CommandFailure(description: "no socket pair")
        }
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
        let line = "cd '\(package)' && { \(command)\n}"
        var words = (["/bin/sh", "-c", line] as [String]).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, &words, environ)
        close(ends[1])
        defer { close(ends[0]) }
        guard code == 0 else { throw CommandFailure(description: "sh: errno \(code)") }
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(ends[0], &buffer, buffer.count)
            if count > 0 { output += buffer[..<count] }
            if count == 0 || count < 0 && errno != EINTR { break }
        }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        let exit = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
        return (String(decoding: output, as: UTF8.self), exit)
    }

    /// The package's directory, from where this file stands.
    static let package: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// A C compiler: the machine's, or the one that came with Swift.
    static let compiler: String = {
        let found = try? run(
            "command -v gcc || command -v cc || echo \"$(dirname \"$(readlink -f \"$(command -v swiftc)\")\")/clang\""
        )
        return found?.output.split(separator: "\n").first.map(String.init) ?? "cc"
    }()
}

/// The libraries in a directory of their own.
enum Installed {
    /// The prefix, or why there is none; made once.
    static let prefix: Result<String, CommandFailure> = {
        var path = Array("/tmp/acall-install-XXXXXX\0".utf8CString)
        guard mkdtemp(&path) != nil else {
            return .failure(CommandFailure(description: "no temporary directory"))
        }
        let prefix = String(decoding: path.prefix { $0 != 0 }.map { UInt8($0) }, as: UTF8.self)
        let result = try? Shell.run("PREFIX='\(prefix)' Scripts/install install")
        guard let result, result.status == 0 else {
            return .failure(CommandFailure(description: result?.output ?? "sh did not run"))
        }
        atexit { _ = Installed.remove() }
        return .success(prefix)
    }()

    private static func remove() -> Bool {
        guard case .success(let prefix) = prefix else { return false }
        return (try? Shell.run("rm -rf '\(prefix)'")) != nil
    }
}
