// What the tests of control flow and of chains share: a program's text in, its report out; what a process holds.

import Acall
import Foundation
import Glibc
import Testing

/// Compiles and runs a program on an engine of its own.
func run(
    _ text: String, _ inputs: [String: InputValue] = [:], on engine: Engine? = nil
) throws -> RunReport {
    let program: Program
    do {
        program = try Program(text: text)
    } catch {
        Issue.record("\(error)")
        throw error
    }
    return try (try engine ?? Engine()).runBlocking(program, inputs)
}

/// The output as a number; nil where it was not set.
func number(_ report: RunReport, _ name: String) -> Int64? {
    switch report.outputs[name] {
    case .integer(let value)?: value
    case .unsigned(let value)?: Int64(exactly: value)
    default: nil
    }
}

extension RunReport {
    /// The report as its readers get it.
    var object: [String: Any] {
        (try? JSONSerialization.jsonObject(with: Data(json.utf8))) as? [String: Any] ?? [:]
    }

    /// A keyed output.
    func keyed(_ name: String) -> [String: Int] {
        (object["outputs"] as? [String: Any])?[name] as? [String: Int] ?? [:]
    }

    /// The output `text`.
    var text: String? {
        guard case .bytes(let bytes) = outputs["text"] else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    func count(of call: String) -> Int { steps.count { $0.call == call } }
}

enum Host {
    /// The descriptors of this process that name something: other tests open some and close them.
    static var descriptors: Set<String> {
        let folder = "/proc/self/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return Set(
            names.compactMap { name in
                (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"))
                    .map { "\(name) \($0)" }
            })
    }

    /// The descriptors of this process that name a file whose name has this in it.
    static func descriptors(of name: String) -> Int { descriptors.count { $0.contains(name) } }

    static func close(_ descriptor: Int64) { _ = Glibc.close(Int32(descriptor)) }

    /// A file that no other test has.
    static func file(_ text: String = "") throws -> String {
        let path = NSTemporaryDirectory() + "acall-" + UUID().uuidString
        try text.write(toFile: path, atomically: false, encoding: .utf8)
        return path
    }
}
