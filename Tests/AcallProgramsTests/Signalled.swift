// A run of the tool that gets signals at a point that it names itself, however slow the machine is.

import Foundation
import Glibc

/// The tool at work: it has written its first line by the time that this is made.
final class Signalled {
    private let process = Process()
    private let output = Pipe()
    private let scratch: Scratch
    private(set) var text = ""

    /// What the program writes first, up to the end of the line.
    var firstLine: String { String(text.prefix { $0 != "\n" }) }
    var pid: pid_t { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// - Parameter before: words before the tool's own, as of a command that runs it.
    init(_ program: String, _ arguments: [String] = [], before: [String] = []) throws {
        scratch = try Scratch()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        // A shell may have had the tests ignore some.
        process.arguments =
            ["--default-signal"] + before + [Tool.path, try scratch.file("p.acall", program)]
            + arguments
        process.currentDirectoryURL = scratch.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        let report = scratch.url.appendingPathComponent("report")
        try Data().write(to: report)
        process.standardError = try FileHandle(forWritingTo: report)
        try process.run()
        try output.fileHandleForWriting.close()
        while !text.contains("\n") {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
    }

    deinit { scratch.remove() }

    func send(_ signal: Int32) { kill(pid, signal) }

    /// Once it has ended: what it printed, and minus the signal that it died of, or its status.
    func end() throws -> Ended {
        text += String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let status = process.terminationStatus
        return Ended(
            status: process.terminationReason == .uncaughtSignal ? -status : status,
            output: Data(text.utf8), error: Data(try scratch.text("report").utf8))
    }
}
