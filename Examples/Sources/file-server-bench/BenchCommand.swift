// The same server twice, on acall and on NIOFileSystem, each in a process of its own, under the same load in turns.

import Acall
import ArgumentParser
import Foundation
import NIOCore
import NIOPosix

@main struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "file-server-bench",
        abstract: "Compares the file server on acall with the same server on NIOFileSystem.")

    @Option(help: "How often each is measured.") var rounds = 7
    @Option(help: "How long each time.") var seconds = 0.8
    @Option(help: "How many connections send requests at the same time.") var connections = 8
    @Option(help: "The folder in which the files are made.") var directory = "/tmp"
    @Option(help: "The server; the one beside this program where none is named.")
    var server: String?
    @Option(help: "Only workloads whose names have this in them.") var only: String?
    @Option(help: "A file that gets the figures as JSON.") var json: String?

    private struct Workload {
        var name: String
        /// One for each connection.
        var requests: [ByteBuffer]
    }

    func run() async throws {
        let root = "\(directory)/file-server-bench-\(getpid())"
        try makeFiles(root)
        defer { try? FileManager.default.removeItem(atPath: root) }
        let engine = try Engine()
        let program = try server ?? beside()
        let acall = try await ServerProcess(
            program, root: root, backend: "acall", engine: engine)
        let nio = try await ServerProcess(program, root: root, backend: "nio", engine: engine)
        let figures: Figures
        do {
            figures = try await measure(acall, nio)
        } catch {
            try? await acall.stop()
            try? await nio.stop()
            throw error
        }
        try await acall.stop()
        try await nio.stop()
        print(figures.table)
        if let json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
            try encoder.encode(figures).write(to: URL(fileURLWithPath: json))
        }
    }

    private func measure(_ acall: ServerProcess, _ nio: ServerProcess) async throws -> Figures {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let loop = group.next()
        let workloads = workloads().filter { only.map($0.name.contains) ?? true }
        var results = workloads.map { _ in (acall: [LoadResult](), nio: [LoadResult]()) }
        // The first round warms both up, and is not counted.
        for round in 0...rounds {
            for (index, workload) in workloads.enumerated() {
                func load(_ server: ServerProcess) async throws -> LoadResult {
                    try await LoadGenerator.run(
                        port: server.port, requests: workload.requests,
                        for: .seconds(round == 0 ? 0.1 : seconds), on: loop)
                }
                // Each is first every other time: what comes second finds a warmer machine.
                let first = try await load(round % 2 == 0 ? acall : nio)
                let second = try await load(round % 2 == 0 ? nio : acall)
                guard round > 0 else { continue }
                results[index].acall.append(round % 2 == 0 ? first : second)
                results[index].nio.append(round % 2 == 0 ? second : first)
            }
        }
        try await group.shutdownGracefully()
        return Figures(
            machine: machine(), processors: System.coreCount, rounds: rounds,
            secondsEach: seconds, connections: connections,
            lines: zip(workloads, results).map { workload, results in
                Figures.Line(
                    workload: workload.name, acall: .init(results.acall), nio: .init(results.nio),
                    ratio: zip(results.acall, results.nio).map { $0.perSecond / $1.perSecond }
                        .quantile(0.5))
            })
    }

    private func workloads() -> [Workload] {
        func get(_ name: String, _ path: String) -> Workload {
            let request = ByteBuffer(string: "GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
            return Workload(
                name: name, requests: Array(repeating: request, count: connections))
        }
        let body = String(repeating: "u", count: 16 << 10)
        let uploads = (0..<connections).map { connection in
            ByteBuffer(
                string: "PUT /files/upload-\(connection) HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
        }
        return [
            get("GET 1 KiB", "/files/1KiB"), get("GET 64 KiB", "/files/64KiB"),
            get("GET 1 MiB", "/files/1MiB"), get("sizes of 2000", "/sizes/many"),
            Workload(name: "PUT 16 KiB", requests: uploads),
        ]
    }

    private func makeFiles(_ root: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: root + "/many", withIntermediateDirectories: true)
        for (name, count) in [("1KiB", 1 << 10), ("64KiB", 64 << 10), ("1MiB", 1 << 20)] {
            let content = Data(repeating: 0x61, count: count)
            try content.write(to: URL(fileURLWithPath: "\(root)/\(name)"))
        }
        for number in 0..<2000 {
            let content = Data(repeating: 0x61, count: number % 100)
            try content.write(to: URL(fileURLWithPath: "\(root)/many/file-\(number)"))
        }
    }

    private func beside() throws -> String {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: own).deletingLastPathComponent()
            .appending(path: "file-server").path
    }

    private func machine() -> String {
        let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)
        let line = text?.split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown"
    }
}
