// A server in a process of its own, as a user would start it.

import Acall
import Glibc

struct ServerProcess: Sendable {
    let port: Int
    private let process: SharedDescriptor
    private let engine: Engine

    /// - Parameter backend: `acall` or `nio`.
    init(_ program: String, root: String, backend: String, engine: Engine) async throws {
        let started = try await engine.run(
            StartServer(executable: program, root: root, backend: backend))
        let address = started.outputs.address
        let digits = address.split(separator: ":").last?.prefix { $0.isNumber }
        guard let port = digits.flatMap({ Int($0) }) else {
            throw BenchError("\(program) did not start: '\(address)'")
        }
        (self.port, self.engine) = (port, engine)
        process = started.outputs.child.share()
    }

    /// It ends once it has answered what was asked.
    func stop() async throws {
        let result = try await engine.call(
            .pidfd_send_signal, .value(process.rawValue), .value(SIGTERM))
        guard result == 0 else { throw BenchError("no signal: errno \(-result)") }
        let status = try await engine.run(WaitServer(server: process)).outputs.status
        guard status == 0 else { throw BenchError("a server ended with status \(status)") }
    }
}

struct BenchError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
