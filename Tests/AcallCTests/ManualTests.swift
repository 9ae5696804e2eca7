// The manual pages: their form, and that their examples are programs.

import Foundation
import Testing

@Suite(.timeLimit(.minutes(20)))
struct ManualTests {
    private static let pages: [String] = {
        let all = try? FileManager.default.contentsOfDirectory(atPath: Shell.package + "/man")
        return (all ?? []).sorted()
    }()

    private func text(_ page: String) throws -> String {
        try String(contentsOfFile: "\(Shell.package)/man/\(page)", encoding: .utf8)
    }

    @Test func everyCallHasAPage() {
        #expect(
            Self.pages == [
                "acall.7", "acall_cancel.2", "acall_comp_pwait.2", "acall_ring_pwait.2",
                "acall_set_cancel_signal.2", "acall_shutdown.2", "acall_submit.2",
            ])
    }

    @Test(arguments: pages)
    func hasTheSectionsOfAPage(_ page: String) throws {
        let text = try text(page)
        let isCall = page.hasSuffix(".2")
        for section in ["NAME", "DESCRIPTION", "EXAMPLES", "SEE ALSO"]
            + (isCall ? ["LIBRARY", "SYNOPSIS", "RETURN VALUE"] : ["VERSIONS", "NOTES"])
        {
            #expect(text.contains(".SH \(section)\n"), "\(page) has no \(section)")
        }
    }

    /// Where there is a groff, it has nothing to complain about.
    @Test(arguments: pages)
    func theFormatterHasNothingToSay(_ page: String) throws {
        let (output, _) = try Shell.run(
            "if command -v groff >/dev/null; then groff -man -ww -z -Tutf8 man/\(page); fi")
        #expect(output == "")
    }

    @Test(arguments: pages.filter { !$0.contains("sh") && !$0.contains("signal") })
    func theExampleIsAProgram(_ page: String) throws {
        let prefix = try Installed.prefix.get()
        var lines: [Substring] = []
        var (isExamples, isInside) = (false, false)
        for line in try text(page).split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(".SH ") { isExamples = line == ".SH EXAMPLES" }
            if line == ".EE" { isInside = false }
            if isInside { lines.append(line) }
            if isExamples, line == ".EX" { isInside = true }
        }
        let source = lines.joined(separator: "\n")
            .replacingOccurrences(of: "\\e", with: "\\")
            .replacingOccurrences(of: "\\-", with: "-")
        #expect(source.contains("int main(void)"))
        let directory = FileManager.default.temporaryDirectory.path + "/acall-\(page)-\(getpid())"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try (source + "\n").write(
            toFile: directory + "/example.c", atomically: true, encoding: .utf8)
        let (output, status) = try Shell.run(
            """
            \(Shell.compiler) -std=c99 -Wall -Wextra -Werror -pedantic '\(directory)/example.c' -I'\(prefix)/include' \
            -L'\(prefix)/lib' -lacall -Wl,-rpath,'\(prefix)/lib' -o '\(directory)/example' && timeout 20 '\(directory)/example'
            """)
        #expect(status == 0, "\(output)")
        #expect(!output.isEmpty)
    }
}
