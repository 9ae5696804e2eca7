// `acall-run explain CODE` and `--diagnostics json` as a user meets them.

import Foundation
import Testing

@Suite struct DiagnosticCommandTests {
    private func acall(_ arguments: String..., input: String = "") throws -> Ended {
        let scratch = try Scratch()
        defer { scratch.remove() }
        return try Tool.acall(arguments, in: scratch.url, input: Data(input.utf8))
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any])
        }
    }

    @Test func aCodeIsExplained() throws {
        let ended = try acall("explain", "e0304")
        #expect(ended.status == 0)
        #expect(ended.text.hasPrefix("E0304: there is no such system call\n"))
        #expect(ended.text.contains("wrong.acall:1:6: error[E0304]"))
        #expect(ended.text.contains("did you mean `openat`?"))
        #expect(ended.text.contains("Right:\n\n    fd = openat("))
        #expect(ended.errorText.isEmpty)
        let yaml = try acall("explain", "E0802")
        #expect(yaml.text.contains("wrong.yaml:3:13: error[E0802]"))
        let other = try acall("explain", "E0309")
        #expect(other.text.contains("error[E0309]"))
    }

    @Test func everyListedCodeIsExplained() throws {
        let listing = try acall("explain", "--codes")
        #expect(listing.status == 0)
        let lines = listing.text.split(separator: "\n")
        #expect(lines.count >= 80)
        for line in lines {
            let code = String(line.prefix(5))
            let ended = try acall("explain", code)
            #expect(ended.status == 0)
            #expect(ended.text.hasPrefix(line.replacingOccurrences(of: "  ", with: ": ")))
            let isShown = ended.text.contains("[\(code)]")
            #expect(isShown || ["E0103", "E0216", "E0217"].contains(code), "\(ended.text)")
        }
    }

    @Test func anUnknownCodeNamesTheNearest() throws {
        let ended = try acall("explain", "E0310")
        #expect(ended.status == 2)
        #expect(
            ended.errorText
                == "acall-run: there is no diagnostic E0310\n"
                + "  help: the nearest is E0309; acall-run explain --codes lists them all\n")
        #expect(ended.text.isEmpty)
    }

    @Test func aFileOfThatNameComesFirst() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("E0304", "write(1, \"x\")\n")
        let ended = try Tool.acall(["explain", "E0304"], in: scratch.url)
        #expect(ended.status == 0)
        #expect(!ended.text.contains("E0304: "))
        #expect(ended.text.contains("write"))
    }

    @Test func checkPrintsObjects() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        let good = try scratch.file("good.acall", "write(1, \"x\")\n")
        let bad = try scratch.file("bad.acall", "wirte(1, \"x\")\nfsync(m)\n")
        let worse = try scratch.file("worse.yaml", "acall: 1\nsteps:\n  - wirte: [1]\n")
        let ended = try Tool.acall(
            ["check", "--diagnostics", "json", good, bad, worse], in: scratch.url)
        #expect(ended.status == 2)
        let objects = try objects(ended.errorText)
        #expect(objects.map { $0["file"] as? String } == [bad, bad, worse])
        #expect(objects.map { $0["line"] as? Int } == [1, 2, 3])
        #expect(objects.map { $0["code"] as? String } == ["E0304", "E0301", "E0304"])
        #expect(objects.first?["help"] as? String == "did you mean `write`?")
        let fine = try Tool.acall(["check", "--diagnostics", "json", good], in: scratch.url)
        #expect(fine.status == 0)
        #expect(fine.errorText.isEmpty)
    }

    @Test func runAndExplainPrintObjects() throws {
        for arguments in [["-"], ["explain", "-"]] {
            let scratch = try Scratch()
            defer { scratch.remove() }
            let ended = try Tool.acall(
                arguments + ["--diagnostics=json"], in: scratch.url,
                input: Data("opnat(1)\n".utf8))
            #expect(ended.status == 2)
            let objects = try objects(ended.errorText)
            #expect(objects.count == 1)
            #expect(objects.first?["file"] as? String == "<stdin>")
            #expect(ended.text.isEmpty)
        }
    }

    @Test func warningsDoNotStopARun() throws {
        let ended = try acall(
            "-", "--diagnostics", "json", "--report", "none",
            input: """
                var p: io_uring_params = {flags: 0}
                io_uring_setup(0, p) allow EINVAL, ENOSYS, EPERM
                """)
        #expect(ended.status == 0, "\(ended.errorText)")
        let objects = try objects(ended.errorText)
        #expect(objects.map { $0["severity"] as? String } == ["warning"])
    }
}
