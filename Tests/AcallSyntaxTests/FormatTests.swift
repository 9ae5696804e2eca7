// Programs printed with what their sources hold beside the tree: comments, empty lines, the spelling of literals.

import Foundation
import TestSupport
import Testing

@testable import AcallSyntax

/// A program in one of the spellings.
struct Written {
    let bytes: [UInt8]
    let isYAML: Bool
    let tree: SyntaxTree
    let diagnostics: Diagnostics

    init(_ text: String, isYAML: Bool = false) { self.init(Array(text.utf8), isYAML: isYAML) }

    init(_ bytes: [UInt8], isYAML: Bool = false) {
        self.bytes = bytes
        self.isYAML = isYAML
        var diagnostics = Diagnostics(SourceText(name: "test", bytes: bytes))
        tree =
            isYAML
            ? SyntaxTree(readingYAML: diagnostics.source, into: &diagnostics)
            : SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        self.diagnostics = diagnostics
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The first diagnostic, and what stands there.
    var complaint: String {
        guard let first = diagnostics.list.first else { return "" }
        let start = max(0, Int(first.span.start) - 100)
        let end = min(bytes.count, Int(first.span.end) + 100)
        return "\(first.message): \(String(decoding: bytes[start..<end], as: UTF8.self))"
    }

    var comments: [String] {
        SyntaxTree.comments(in: diagnostics.source, isYAML: isYAML).map {
            String(decoding: $0.text, as: UTF8.self)
        }
    }

    /// In its own spelling or in the other one.
    func printed(asYAML: Bool) -> Written {
        let layout = SourceLayout(tree, diagnostics.source, isYAML: isYAML)
        return Written(
            asYAML ? tree.printedAsYAML(keeping: layout) : tree.printedAsText(keeping: layout),
            isYAML: asYAML)
    }

    var formatted: Written { printed(asYAML: isYAML) }
    var converted: Written { printed(asYAML: !isYAML) }
}

@Suite struct FormatTests {
    private static let programs = Grammar.file.deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("programs")

    /// These align by hand what belongs together.
    private static let aligned: Set = ["copy.acall", "giveup.acall"]

    private func programs() throws -> [(name: String, program: Written)] {
        try FileManager.default.contentsOfDirectory(atPath: Self.programs.path).sorted().map {
            let data = try Data(contentsOf: Self.programs.appendingPathComponent($0))
            return ($0, Written(Array(data), isYAML: $0.hasSuffix(".yaml")))
        }
    }

    @Test func programsAreInTheirCanonicalForm() throws {
        for (name, program) in try programs()
        where !program.isYAML && !Self.aligned.contains(name) {
            #expect(program.diagnostics.list.isEmpty, "\(name)")
            #expect(program.formatted.text == program.text, "\(name)")
        }
    }

    @Test func programsConvertThereAndBack() throws {
        var count = 0
        for (name, program) in try programs() {
            let other = program.converted
            #expect(other.diagnostics.list.isEmpty, "\(name): \(other.text)")
            #expect(other.tree.shapes == program.tree.shapes, "\(name): \(other.text)")
            #expect(other.comments == program.comments, "\(name)")
            let back = other.converted
            #expect(back.tree.shapes == program.tree.shapes, "\(name): \(back.text)")
            // Two texts of one YAML program can differ in empty lines only.
            if !program.isYAML, !Self.aligned.contains(name) {
                let lines = back.text.split(separator: "\n")
                #expect(lines == program.text.split(separator: "\n"), "\(name)")
            }
            #expect(other.formatted.text == other.text, "\(name)")
            count += 1
        }
        #expect(count >= 28)
    }

    // MARK: Golden files

    /// `Formatted/x.acall` or `.yaml` as somebody wrote it, `x.out.acall` and `x.out.yaml` as it is printed. Run
    /// with ACALL_BLESS=1 to write what is printed now.
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Formatted")

    static let golden: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        .filter { !$0.contains(".out.") }

    /// The reader may know less of YAML than the printer does.
    static let readsBlocks = Written("acall: 1\nsteps:\n- loop: []\n", isYAML: true).diagnostics
        .list.isEmpty

    @Test(arguments: golden) func theFormIsTheGoldenOne(_ name: String) throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent(name))
        let program = Written(Array(data), isYAML: name.hasSuffix(".yaml"))
        #expect(program.diagnostics.list.isEmpty, "\(program.diagnostics.list)")
        let stem = name.prefix { $0 != "." }
        for (ending, isYAML) in [("acall", false), ("yaml", true)] {
            let printed = program.printed(asYAML: isYAML)
            #expect(printed.comments.sorted() == program.comments.sorted())
            if Self.readsBlocks || !isYAML || stem != "blocks" {
                #expect(printed.diagnostics.list.isEmpty, "\(printed.complaint)")
                #expect(printed.tree.shapes == program.tree.shapes)
                #expect(printed.formatted.text == printed.text)
            }
            let file = Self.folder.appendingPathComponent("\(stem).out.\(ending)")
            if ProcessInfo.processInfo.environment["ACALL_BLESS"] != nil {
                try Data(printed.bytes).write(to: file)
            }
            let expected = try String(contentsOf: file, encoding: .utf8)
            #expect(printed.text == expected, "\(name) as \(ending)")
        }
    }

    @Test func thereAreGoldenFiles() { #expect(Self.golden.count >= 2) }

    // MARK: Literals

    @Test func literalsStayAsTheyWereWritten() {
        let line = #"f(0644, 64KiB, 0x1F, 1_000, 'A', '\n', 1000ms, "\x41\u00e9", 0b11, 0o17)"#
        let program = Written(line + "\n")
        #expect(program.formatted.text == line + "\n")
        #expect(program.converted.converted.text == line + "\n")
        #expect(program.converted.text.contains("f: [0644, 64KiB, 0x1F, 1_000, \"'A'\","))
        let yaml = Written(
            "acall: 1\nsteps:\n- f: [0644, \"a[0x1_0]\", \"'\\\\n'\", {text: \"a\\n\"}, '\"\\x41''\"']\n",
            isYAML: true)
        #expect(yaml.diagnostics.list.isEmpty)
        #expect(yaml.converted.text == #"f(0644, a[0x1_0], '\n', "a\n", "\x41'")"# + "\n")
    }

    @Test func aHashWithinALiteralIsNoComment() {
        let program = Written("f(\"# a\", '#', b)  # c\n#\n  #! d \nstop")
        #expect(program.comments == [" c", "", "! d"])
        #expect(program.formatted.text == "f(\"# a\", '#', b)  # c\n#\n#! d\nstop\n")
        let yaml = Written(
            """
            %YAML 1.1
            ---
            acall: 1 # a
            steps: # b
            - fail: no#comment # c
            - fail: "# no
                # no" # d
            - fail: ' # no' # e
            - fail: | # f
                # no

                # no
              # g
            - f: [ # h
               a, # i
               b]
            # j
            """, isYAML: true)
        #expect(yaml.diagnostics.list.isEmpty, "\(yaml.diagnostics.list)")
        #expect(yaml.comments == "abcdefghij".map { " \($0)" })
        #expect(yaml.formatted.comments.sorted() == yaml.comments)
        #expect(yaml.formatted.formatted.text == yaml.formatted.text)
        #expect(yaml.converted.comments.sorted() == yaml.comments)
    }

    @Test func linesMayEndInAnyWay() {
        let program = Written("\u{feff}# a\r\n\r\n\r\nf(b) # c \r\n\r\n")
        #expect(program.formatted.text == "# a\n\nf(b)  # c\n")
        #expect(Written("").formatted.text == "")
        #expect(Written("\n\n# only\n\n\n# comments").formatted.text == "# only\n\n# comments\n")
        #expect(Written("# only").converted.text == "# only\nacall: 1\n")
        #expect(Written("f(); ; g()").formatted.text == "f()\ng()\n")
    }

    // MARK: Random programs

    /// What the YAML spelling has no way to say.
    private func isSpellable(_ tree: SyntaxTree) -> Bool {
        for call in tree.calls {
            let word = YAMLWord(Array(tree.names[call.callee].utf8)[...])
            if word != .none { return false }
            let labels = tree.arguments[call.arguments.indices].compactMap {
                $0.label.map { tree.names[$0] }
            }
            if Set(labels).count < labels.count || labels == ["text"] { return false }
        }
        return tree.strings.allSatisfy { String(validating: $0, as: UTF8.self) != nil }
    }

    private func check(hasBlocks: Bool, isConverted: Bool) throws {
        let seed = seed()
        var maker = ProgramMaker(try Grammar(), seed: seed, hasBlocks: hasBlocks)
        var converted = 0
        for _ in 0..<200 {
            let program = Written(maker.make())
            // Operators may nest too deep.
            guard program.diagnostics.list.isEmpty else { continue }
            let note = "seed \(seed)\n\(program.text)"
            #expect(program.comments == maker.comments, "\(note)")
            let formatted = program.formatted
            #expect(formatted.diagnostics.list.isEmpty, "seed \(seed): \(formatted.complaint)")
            #expect(formatted.tree.shapes == program.tree.shapes, "\(note)")
            #expect(formatted.comments == maker.comments, "\(note)\n\(formatted.text)")
            #expect(formatted.formatted.text == formatted.text, "\(note)")
            guard isSpellable(program.tree) else { continue }
            let yaml = program.converted
            guard isConverted else {
                // It is YAML, at least.
                #expect(yaml.comments.count == maker.comments.count, "\(note)\n\(yaml.text)")
                continue
            }
            #expect(
                yaml.diagnostics.list.isEmpty, "seed \(seed): \(yaml.complaint)")
            #expect(yaml.tree.shapes == program.tree.shapes, "\(note)\n\(yaml.text)")
            #expect(yaml.comments.count == maker.comments.count, "\(note)\n\(yaml.text)")
            // A comment behind a brace has no such place in YAML: formatted again, it may stand a step further on.
            let again = yaml.formatted
            #expect(again.tree.shapes == program.tree.shapes, "\(note)\n\(again.text)")
            #expect(again.comments.count == maker.comments.count, "\(note)\n\(again.text)")
            #expect(hasBlocks || again.text == yaml.text, "\(note)\n\(yaml.text)")
            let back = yaml.converted
            #expect(back.tree.shapes == program.tree.shapes, "\(note)\n\(back.text)")
            #expect(
                back.comments.sorted() == yaml.comments.sorted(),
                "\(note)\n\(yaml.text)\n\(back.text)")
            converted += 1
        }
        #expect(!isConverted || converted > 50)
    }

    @Test func straightProgramsKeepTreeAndComments() throws {
        try check(hasBlocks: false, isConverted: true)
    }

    @Test func programsWithBlocksKeepTreeAndComments() throws {
        try check(hasBlocks: true, isConverted: Self.readsBlocks)
    }
}
