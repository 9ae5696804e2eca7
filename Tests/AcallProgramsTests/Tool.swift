// The built tool, run as a user runs it: its exit status and what it prints, in a directory of its own.
//
// ACALL_RUN names the tool (`make test` sets it to the static release); without it the debug build beside the
// tests is taken.

import Foundation
import Testing

struct Ended: Sendable {
    var status: Int32
    var output: Data
    var error: Data

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorText: String { String(decoding: error, as: UTF8.self) }
}

enum Tool {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let programs = root.appendingPathComponent("programs")

    static let path: String = {
        if let named = ProcessInfo.processInfo.environment["ACALL_RUN"] { return named }
        // The tests' executable stands in the build directory.
        let tests = URL(fileURLWithPath: CommandLine.arguments[0])
        var directory = tests.deletingLastPathComponent()
        while directory.path != "/" {
            let candidate = directory.appendingPathComponent("acall-run")
            if FileManager.default.isExecutableFile(atPath: candidate.path) {
                return candidate.path
            }
            directory.deleteLastPathComponent()
        }
        return root.appendingPathComponent(".build/debug/acall-run").path
    }()

    /// Runs a command. What it prints goes to files, so that no pipe can fill up.
    static func run(
        _ command: [String], in directory: URL, input: Data? = nil,
        environment: [String: String] = [:]
    ) throws -> Ended {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = directory
        var values = ProcessInfo.processInfo.environment
        values.merge(environment) { $1 }
        process.environment = values
        let scratch = try Scratch()
        defer { scratch.remove() }
        let names = ["in", "out", "err"].map { scratch.url.appendingPathComponent($0) }
        try (input ?? Data()).write(to: names[0])
        try Data().write(to: names[1])
        try Data().write(to: names[2])
        let handles = [
            try FileHandle(forReadingFrom: names[0]), try FileHandle(forWritingTo: names[1]),
            try FileHandle(forWritingTo: names[2]),
        ]
        process.standardInput = handles[0]
        process.standardOutput = handles[1]
        process.standardError = handles[2]
        try process.run()
        process.waitUntilExit()
        for handle in handles { try handle.close() }
        return Ended(
            status: process.terminationStatus, output: try Data(contentsOf: names[1]),
            error: try Data(contentsOf: names[2]))
    }

    /// Runs the tool.
    static func acall(
        _ arguments: [String], in directory: URL, input: Data? = nil,
        environment: [String: String] = [:]
    ) throws -> Ended {
        try run([path] + arguments, in: directory, input: input, environment: environment)
    }

    /// Runs a program of `programs`, or one of another directory by its path, and gives its report as JSON.
    /// - Parameter arranged: how a shell runs `"$@"`, which is the tool with its arguments.
    static func report(
        _ program: String, _ inputs: [String], in directory: URL, arranged: String? = nil
    ) throws -> (ended: Ended, report: [String: Any]) {
        let traced = try TracedRun(program)
        defer { traced.remove() }
        let shell = arranged.map { ["sh", "-c", $0, "sh"] } ?? []
        let ended = try run(shell + traced.command(inputs), in: directory)
        return (ended, try traced.report())
    }
}

/// A directory that is removed again.
struct Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(
            "acall-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: url) }

    func file(_ name: String, _ text: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func text(_ name: String) throws -> String {
        try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
    }
}

extension [String: Any] {
    var outputs: [String: Any] { self["outputs"] as? [String: Any] ?? [:] }
    var steps: [[String: Any]] { self["steps"] as? [[String: Any]] ?? [] }
}
