// Diagnostics as JSON, held against their schema.

import AcallCompiler
import Foundation
import AcallText
import Testing

@testable import AcallSyntax

@Suite struct DiagnosticsJSONTests {
    private static let schema = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("grammar/diagnostics.schema.json")

    private func validator() throws -> SchemaValidator {
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema))
        return SchemaValidator(root: try #require(schema as? [String: Any]))
    }

    private func json(_ program: String, name: String = "p.acall") -> String {
        let source = SourceText(name: name, bytes: Array(program.utf8))
        var diagnostics = Diagnostics(source)
        let tree = SyntaxTree(parsing: source, into: &diagnostics)
        _ = try? TypedProgram(checking: tree, into: &diagnostics)
        return diagnostics.json()
    }

    /// Each line as an object.
    private func parsed(_ text: String) throws -> [[String: Any]] {
        #expect(text.isEmpty || text.hasSuffix("\n"))
        return try text.split(separator: "\n").map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any])
        }
    }

    @Test func oneObjectALineInTheOrderOfTheText() {
        let expected = #"""
            {"severity":"error","code":"E0303","message":"`n` is declared twice","file":"p.acall","line":2,"column":1,"endLine":2,"endColumn":2,"start":13,"end":14,"help":"give one of them another name","notes":[{"message":"first declared here","line":1,"column":1,"endLine":1,"endColumn":2,"start":0,"end":1}]}
            {"severity":"error","code":"E0422","message":"this divides by zero","file":"p.acall","line":3,"column":12,"endLine":3,"endColumn":17,"start":38,"end":43,"help":null,"notes":[]}

            """#
        #expect(json("n = getpid()\nn = getppid()\noutput x = 1 / 0\n") == expected)
    }

    @Test func aProgramWithoutErrorsPrintsNothing() {
        #expect(json("write(1, \"x\")\n").isEmpty)
    }

    @Test func columnsCountCharactersAndOffsetsCountBytes() throws {
        let object = try #require(try parsed(json("write(1, \"é\u{1f600}\") please\n")).first)
        #expect(object["column"] as? Int == 16)
        #expect(object["start"] as? Int == 19)
        #expect(object["endColumn"] as? Int == 22)
        #expect(object["end"] as? Int == 25)
    }

    @Test func rangesMayEndOnAnotherLine() throws {
        let object = try #require(try parsed(json("fd = openat(\n    AT_FDCWD\n)\n")).first)
        #expect(object["code"] as? String == "E0402")
        #expect(object["line"] as? Int == 1)
        #expect(object["endLine"] as? Int == 3)
        #expect(object["endColumn"] as? Int == 2)
    }

    /// Whatever a program or its name holds, each line is one object, and steers no terminal.
    @Test(arguments: [
        "write(1, \u{202e})", "a\u{1b}[31mb()", "\u{2028}", "\"\\", "w\u{7f}(1)", "var x: \"\t\"",
        "write(1, “\\\"”)",
    ])
    func hostileTextIsEscaped(_ program: String) throws {
        let validator = try validator()
        let name = "a\"b\\c\n\r\t\u{0}\u{1b}\u{2028}\u{202e}é.acall"
        let text = json(program, name: name)
        let objects = try parsed(text)
        #expect(!objects.isEmpty)
        for object in objects {
            #expect(object["file"] as? String == name)
            #expect(validator.errors(in: object) == [])
        }
        let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || !Terminal.isControl($0) }
        #expect(isClean)
    }

    @Test func bytesThatAreNoTextGiveValidJSON() throws {
        let source = SourceText(name: "p", bytes: [0xff, 0xfe, 0x22, 0x80, 0x0a, 0xc3])
        var diagnostics = Diagnostics(source)
        _ = SyntaxTree(parsing: source, into: &diagnostics)
        let validator = try validator()
        let objects = try parsed(diagnostics.json())
        #expect(!objects.isEmpty)
        for object in objects { #expect(validator.errors(in: object) == []) }
    }

    @Test func placesLieWithinTheSource() throws {
        var diagnostics = Diagnostics(SourceText(name: "p", bytes: Array("ab\n".utf8)))
        diagnostics.error("E0201", Span(90, 99), "far", notes: [.init(Span(5, 1), "off")])
        let object = try #require(try parsed(diagnostics.json()).first)
        #expect(object["start"] as? Int == 3)
        #expect(object["end"] as? Int == 3)
        #expect(object["line"] as? Int == 2)
        #expect(try validator().errors(in: object) == [])
    }

    @Test func aWarningSaysThatItIsOne() throws {
        var diagnostics = Diagnostics(SourceText(name: "p", bytes: []))
        diagnostics.warning("W0601", Span(0, 0), "careful")
        diagnostics.warning("W0601", Span(0, 0), "careful")
        let objects = try parsed(diagnostics.json())
        #expect(objects.count == 1, "each is said once")
        #expect(objects.first?["severity"] as? String == "warning")
    }

    /// What the schema is there to refuse.
    @Test func theSchemaRefusesWhatIsWrong() throws {
        let validator = try validator()
        let text = json("n = getpid()\nn = getppid()\n")
        let good = try #require(try parsed(text).first)
        #expect(validator.errors(in: good) == [])
        for key in good.keys {
            #expect(!validator.errors(in: good.filter { $0.key != key }).isEmpty, "\(key)")
        }
        for (key, value) in [
            ("severity", "note"), ("code", "E12"), ("message", ""), ("line", 0), ("column", "1"),
            ("start", -1), ("help", 1), ("notes", NSNull()), ("extra", 1),
            ("notes", [["message": "x"]]),
        ] as [(String, Any)] {
            var wrong = good
            wrong[key] = value
            #expect(!validator.errors(in: wrong).isEmpty, "\(key)")
        }
    }
}
