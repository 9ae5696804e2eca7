// The command plugin: `swift package acall check|fmt|compile ...`, which is `acall-run` of this package.
//
// Without files, `check` and `fmt` take all programs of the package.

import Foundation
import PackagePlugin

@main struct AcallCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let known = ["check", "fmt", "compile", "convert", "explain", "syscalls"]
        guard let verb = arguments.first, known.contains(verb) else {
            Diagnostics.error("swift package acall takes one of: \(known.joined(separator: ", "))")
            return
        }
        var words = arguments
        let hasFiles = arguments.dropFirst().contains { !$0.hasPrefix("-") }
        if !hasFiles, verb == "check" || verb == "fmt" {
            words += programs(of: context.package)
        }
        let process = Process()
        process.executableURL = try context.tool(named: "acall-run").url
        process.arguments = words
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 {
            Diagnostics.error("acall-run \(verb) ended with status \(process.terminationStatus)")
        }
    }

    private func programs(of package: Package) -> [String] {
        package.targets.compactMap(\.sourceModule).flatMap { module in
            module.sourceFiles.map(\.url).filter { $0.pathExtension == "acall" }.map(\.path)
        }.sorted()
    }
}
