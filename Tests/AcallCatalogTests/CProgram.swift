// A C program that asks the machine's own headers for numbers.
//
// Input: header names and C expressions. Output: the value of each expression that the headers can compile.
// Invariant: an expression that does not compile is left out of the answer, never guessed.

import Foundation
import Testing

/// What went wrong with the compiler itself.
struct CompilerError: Error, CustomStringConvertible {
    var description: String
}

struct CProgram {
    var headers: [String]
    /// Lines that stand before the headers.
    var prelude: [String] = []

    /// The values of the expressions that compile, by their text.
    func values(of expressions: [String]) throws -> [String: Int64] {
        let compiler = try CProgram.compiler()
        let directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("acall-catalog-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let source = directory.appendingPathComponent("probe.c").path
        let program = directory.appendingPathComponent("probe").path
        var asked = expressions
        // A compiler may hide an error behind another: a few rounds find them all.
        for _ in 0..<8 {
            let (text, firstLine) = text(asking: asked)
            try text.write(toFile: source, atomically: true, encoding: .utf8)
            let result = try CProgram.run(
                compiler, ["-std=gnu11", "-w", "-o", program, source] + CProgram.limits(compiler))
            if result.status == 0 {
                let output = try CProgram.run(program, []).output
                return answers(output, to: asked)
            }
            let wrong = CProgram.lines(in: result.errors, of: source)
                .map { $0 - firstLine }.filter { asked.indices.contains($0) }
            guard !wrong.isEmpty else {
                throw CompilerError(
                    description: "\(compiler) failed:\n\(result.errors.prefix(2000))")
            }
            let drop = Set(wrong)
            asked = asked.indices.filter { !drop.contains($0) }.map { asked[$0] }
        }
        throw CompilerError(description: "the headers \(headers) give errors without an end")
    }

    /// The names of the macros that the headers define.
    func macros(startingWith prefix: String) throws -> [String] {
        let compiler = try CProgram.compiler()
        let source = FileManager.default.temporaryDirectory
            .appendingPathComponent("acall-catalog-\(UUID().uuidString).c").path
        defer { try? FileManager.default.removeItem(atPath: source) }
        try text(asking: []).text.write(toFile: source, atomically: true, encoding: .utf8)
        let result = try CProgram.run(compiler, ["-E", "-dM", source])
        guard result.status == 0 else { throw CompilerError(description: result.errors) }
        return result.output.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count > 2, words[1].hasPrefix(prefix) else { return nil }
            return String(words[1])
        }
    }

    private func text(asking expressions: [String]) -> (text: String, firstLine: Int) {
        var lines = prelude
        for header in headers {
            lines += ["#if __has_include(<\(header)>)", "#include <\(header)>", "#endif"]
        }
        lines += [
            "#include <stddef.h>", "int printf(const char *, ...);",
            "static const long long table[] = {",
        ]
        let firstLine = lines.count + 1
        lines += expressions.map { "(long long)(\($0))," }
        lines += [
            "0};", "int main(void) {",
            "for (unsigned i = 0; i < sizeof table / sizeof *table - 1; i++) printf(\"%lld\\n\", table[i]);",
            "return 0; }", "",
        ]
        return (lines.joined(separator: "\n"), firstLine)
    }

    private func answers(_ output: String, to asked: [String]) -> [String: Int64] {
        let numbers = output.split(separator: "\n").compactMap { Int64($0) }
        guard numbers.count == asked.count else { return [:] }
        return Dictionary(zip(asked, numbers), uniquingKeysWith: { first, _ in first })
    }

    /// The system's compiler, or the one that comes with Swift.
    static func compiler() throws -> String {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        for name in ["cc", "gcc", "clang"] {
            for directory in path.split(separator: ":") {
                let file = "\(directory)/\(name)"
                if FileManager.default.isExecutableFile(atPath: file) { return file }
            }
        }
        throw CompilerError(
            description:
                "no C compiler in PATH: these tests compare the catalog with the C headers;"
                + " install gcc, or put the clang that comes with Swift in PATH")
    }

    private static func limits(_ compiler: String) -> [String] {
        compiler.hasSuffix("clang") ? ["-ferror-limit=0"] : []
    }

    /// The lines of a file that messages name.
    private static func lines(in messages: String, of file: String) -> [Int] {
        messages.split(separator: "\n").compactMap { message in
            guard message.hasPrefix(file + ":"), message.contains("error") else { return nil }
            let rest = message.dropFirst(file.count + 1)
            return Int(rest.prefix { $0.isNumber })
        }
    }

    private static func run(
        _ program: String, _ arguments: [String]
    ) throws -> (status: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = "C"
        process.environment = environment
        // Files, not pipes: neither side can fill up while the other waits.
        let base = FileManager.default.temporaryDirectory
            .appendingPathComponent("acall-catalog-\(UUID().uuidString)")
        let (outPath, errPath) = (base.path + ".out", base.path + ".err")
        for path in [outPath, errPath] {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        defer {
            for path in [outPath, errPath] { try? FileManager.default.removeItem(atPath: path) }
        }
        let out = try #require(FileHandle(forWritingAtPath: outPath))
        let err = try #require(FileHandle(forWritingAtPath: errPath))
        process.standardOutput = out
        process.standardError = err
        try process.run()
        process.waitUntilExit()
        try out.close()
        try err.close()
        return (
            process.terminationStatus, try String(contentsOfFile: outPath, encoding: .utf8),
            try String(contentsOfFile: errPath, encoding: .utf8)
        )
    }
}
