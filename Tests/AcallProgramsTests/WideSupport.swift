// What the tests of programs share: both spellings, programs that run beside the test, real sockets.

import Foundation
import Glibc
import Testing

/// Runs a body with a program in each spelling that it has, in a fresh directory.
func each(_ name: String, _ body: (String, Scratch) throws -> Void) throws {
    let programs = ["\(name).acall", "\(name).yaml"].filter {
        FileManager.default.fileExists(atPath: Tool.programs.appendingPathComponent($0).path)
    }
    #expect(!programs.isEmpty)
    for program in programs {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try body(program, scratch)
    }
}

/// Runs a program that must succeed and gives what it printed and its outputs.
func succeed(
    _ program: String, _ inputs: [String], in scratch: Scratch
) throws -> (text: String, outputs: [String: Any]) {
    let (ended, report) = try Tool.report(program, inputs, in: scratch.url)
    #expect(ended.status == 0, "\(program): \(ended.errorText) \(report["failures"] ?? "")")
    return (ended.text, report.outputs)
}

/// The system's own word.
func system(_ command: String..., in scratch: Scratch) throws -> String {
    let ended = try Tool.run(command, in: scratch.url)
    #expect(ended.status == 0, "\(command): \(ended.errorText)")
    return ended.text
}

/// libc's own, which the Glibc module leaves out.
@_silgen_name("getxattr")
func getxattr(
    _ path: UnsafePointer<CChar>, _ name: UnsafePointer<CChar>, _ value: UnsafeMutableRawPointer,
    _ size: Int
) -> Int

extension Scratch {
    /// Some hundred kilobytes, no two pages alike.
    func large(_ name: String) throws -> String {
        try file(name, (0..<40_000).map { "line \($0)\n" }.joined())
    }
}

/// A program that runs while the test does something else.
final class Started {
    private let process = Process()
    private let scratch: Scratch
    private let name = UUID().uuidString
    private let traced: TracedRun

    init(_ program: String, _ inputs: [String], in scratch: Scratch) throws {
        self.scratch = scratch
        traced = try TracedRun(program)
        for stream in ["out", "err"] { try Data().write(to: file(stream)) }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = traced.command(inputs)
        process.currentDirectoryURL = scratch.url
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: file("out"))
        process.standardError = try FileHandle(forWritingTo: file("err"))
        try process.run()
    }

    private func file(_ stream: String) -> URL {
        scratch.url.appendingPathComponent("\(name).\(stream)")
    }

    /// What it has printed up to now.
    var text: String { (try? String(contentsOf: file("out"), encoding: .utf8)) ?? "" }

    /// Waits until it has printed a text.
    func prints(_ text: String) {
        for _ in 0..<1000 where !self.text.contains(text) { usleep(10_000) }
        #expect(self.text.contains(text))
    }

    /// Waits for its end, which must be a good one.
    func finish() throws -> (text: String, outputs: [String: Any]) {
        process.waitUntilExit()
        let error = (try? String(contentsOf: file("err"), encoding: .utf8)) ?? ""
        let report = try traced.report()
        traced.remove()
        #expect(process.terminationStatus == 0, "\(error) \(report["failures"] ?? "")")
        return (text, report.outputs)
    }
}

/// TCP on this machine, by libc.
enum Wire {
    static let stream = Int32(SOCK_STREAM.rawValue)

    /// Calls with an address of 127.0.0.1.
    private static func at(
        _ port: Int, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    static func listener() throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, stream, 0)
        try #require(at(0) { bind(descriptor, $0, $1) } == 0)
        try #require(listen(descriptor, 16) == 0)
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let named = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getsockname(descriptor, $0, &length)
            }
        }
        try #require(named == 0)
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// A port that nobody listens on.
    static func freePort() throws -> Int {
        let (descriptor, port) = try listener()
        close(descriptor)
        return port
    }

    /// Connects as soon as somebody listens.
    static func connect(_ port: Int) throws -> Int32 {
        for _ in 0..<1000 {
            let descriptor = socket(AF_INET, stream, 0)
            if at(port, { Glibc.connect(descriptor, $0, $1) }) == 0 { return descriptor }
            close(descriptor)
            usleep(10_000)
        }
        Issue.record("nobody listens on \(port)")
        throw CancellationError()
    }

    static func send(_ descriptor: Int32, _ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { break }
            rest = rest.dropFirst(sent)
        }
    }

    /// What comes until a text has come, or the end.
    static func receive(_ descriptor: Int32, until end: String? = nil) -> String {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = recv(descriptor, &block, block.count, 0)
            guard count > 0 else { break }
            bytes += block[..<count]
            if let end, String(decoding: bytes, as: UTF8.self).hasSuffix(end) { break }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
