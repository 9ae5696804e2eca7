// Included files: found from the file that names them, read once, refused with a reason.
//
// Input: files by path, the program first. Output: the names of the procs that the tree has, and what is said.

import Testing

@testable import AcallSyntax

@Suite struct IncludeTests {
    private func read(
        _ text: String, name: String = "dir/main.acall", _ files: [String: String] = [:]
    ) -> (procs: [String], said: [String], asked: [String]) {
        let source = SourceText(name: name, bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        var tree = SyntaxTree(parsing: source, into: &diagnostics)
        var asked: [String] = []
        tree.resolveIncludes(into: &diagnostics) { path throws(IncludeFailure) in
            asked.append(path)
            guard let file = files[path] else { throw IncludeFailure("no such file") }
            return Array(file.utf8)
        }
        let procs = tree.statements.compactMap { statement -> String? in
            guard case .procedure(let index) = statement.kind else { return nil }
            return tree.names[tree.procedures[Int(index)].name]
        }
        let heads = diagnostics.rendered(colour: false).split(separator: "\n")
            .filter { $0.contains("error[") }.map(String.init)
        return (procs, heads, asked)
    }

    @Test func filesAreFoundFromTheOneThatNamesThem() {
        let (procs, said, asked) = read(
            "include \"lib/a.acall\"\nproc own() { }\ninclude \"../c.acall\"\na()",
            [
                "dir/lib/a.acall": "include \"b.acall\"\nproc a() { b() }",
                "dir/lib/b.acall": "include \"/abs/d.acall\"\nproc b() { }",
                "/abs/d.acall": "include \"./e.acall\"\nproc d() { }",
                "/abs/e.acall": "proc e() { }", "c.acall": "proc c() { }",
            ])
        #expect(said.isEmpty)
        #expect(Set(procs) == ["own", "a", "b", "c", "d", "e"])
        #expect(asked.first == "dir/lib/a.acall" && asked.count == 5)
    }

    @Test func aFileIsReadOnce() {
        let (procs, said, asked) = read(
            "include \"a.acall\"\ninclude \"./b.acall\"\ninclude \"x/../a.acall\"",
            [
                "dir/a.acall": "include \"b.acall\"\nproc a() { }", "dir/b.acall": "proc b() { }",
            ])
        #expect(said.isEmpty && procs.sorted() == ["a", "b"] && asked.count == 2)
    }

    @Test(
        arguments: [
            ("include \"main.acall\"", "E0216", "dir/main.acall:1:9"),
            ("include \"loop.acall\"", "E0216", "dir/back.acall:2:9"),
            ("include \"missing.acall\"", "E0217", "dir/main.acall:1:9"),
            ("include \"\"", "E0217", "dir/main.acall:1:9"),
            ("include \"steps.acall\"", "E0217", "dir/steps.acall:2:1"),
            ("include \"a.yaml\"", "E0217", "dir/main.acall:1:9"),
            ("\ninclude \"wrong.acall\"", "E0201", "dir/wrong.acall:1:19"),
        ] as [(String, String, String)])
    func whatCannotBeIncludedIsSaidWhereItStands(
        _ text: String, _ code: String, _ place: String
    ) {
        let (_, said, _) = read(
            text,
            [
                "dir/loop.acall": "proc l() { }\ninclude \"back.acall\"",
                "dir/back.acall": "proc k() { }\ninclude \"loop.acall\"",
                "dir/steps.acall": "proc s() { }\ngetpid()", "dir/a.yaml": "acall: 1\n",
                "dir/wrong.acall": "proc p() { close( }",
            ])
        #expect(said.count == 1, "\(said)")
        #expect(said.first?.hasPrefix("\(place): error[\(code)]") == true, "\(said)")
    }

    @Test func chainsOfFilesAndTheirNumberHaveALimit() {
        var files: [String: String] = [:]
        for index in 0..<20 { files["dir/\(index)"] = "include \"\(index + 1)\"" }
        #expect(read("include \"0\"", files).said.map { $0.contains("E0702") } == [true])
        let many = (0..<300).map { "include \"m\($0)\"" }.joined(separator: "\n")
        for index in 0..<300 { files["dir/m\(index)"] = "proc p\(index)() { }" }
        let (procs, said, _) = read(many, files)
        #expect(procs.count == 256)
        #expect(said.count == 44 && said.allSatisfy { $0.contains("E0701") })
    }

    /// Also where it is the program that is YAML.
    @Test func yamlProgramsIncludeText() {
        let source = SourceText(
            name: "p.yaml", bytes: Array("acall: 1\ninclude: [a.acall]\nsteps: []\n".utf8))
        var diagnostics = Diagnostics(source)
        var tree = SyntaxTree(readingYAML: source, into: &diagnostics)
        tree.resolveIncludes(into: &diagnostics) { _ in Array("proc a() { }".utf8) }
        #expect(!diagnostics.hasErrors, "\(diagnostics.rendered(colour: false))")
        #expect(tree.procedures.count == 1)
    }
}
