// The build tool plugin: each program among a target's files becomes a Swift type of that target.
//
// Input: files that end in `.acall`, and `.yaml` or `.yml` files with the key `acall`. Output: a Swift file each.
// What is wrong with a program is the compiler's to say: `file:line:column: error: ...`.

import Foundation
import PackagePlugin

@main struct AcallPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        guard let target = target.sourceModule else { return [] }
        let tool = try context.tool(named: "acall-run").url
        return target.sourceFiles.map(\.url).filter(isProgram).map { file in
            let output = context.pluginWorkDirectoryURL.appending(
                path: file.deletingPathExtension().lastPathComponent + "+acall.swift")
            return .buildCommand(
                displayName: "Compiling the program \(file.lastPathComponent)", executable: tool,
                arguments: ["compile", file.path, "-o", output.path, "--diagnostics", "editor"],
                inputFiles: [file] + included(by: file), outputFiles: [output])
        }
    }

    private func isProgram(_ file: URL) -> Bool {
        switch file.pathExtension {
        case "acall": return !isLibrary(file)
        case "yaml", "yml":
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").contains { $0.hasPrefix("acall:") }
        default: return false
        }
    }

    /// A file of procs only is there to be included.
    private func isLibrary(_ file: URL) -> Bool {
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let statements = text.split(separator: "\n").filter { line in
            guard let first = line.first else { return false }
            return !first.isWhitespace && first != "#" && first != "}"
        }
        return !statements.isEmpty
            && statements.allSatisfy { $0.hasPrefix("proc ") || $0.hasPrefix("include ") }
    }

    /// The files that a program names behind `include`, and theirs, so that a change to one of them is seen.
    private func included(by file: URL) -> [URL] {
        var found: [URL] = []
        var pending = [file]
        while let next = pending.popLast(), found.count < 256 {
            let text = (try? String(contentsOf: next, encoding: .utf8)) ?? ""
            for line in text.split(separator: "\n") where line.hasPrefix("include") {
                let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
                guard parts.count > 2 else { continue }
                let other = URL(
                    fileURLWithPath: String(parts[1]), relativeTo: next.deletingLastPathComponent()
                ).absoluteURL
                if !found.contains(other) {
                    found.append(other)
                    pending.append(other)
                }
            }
        }
        return found
    }
}
