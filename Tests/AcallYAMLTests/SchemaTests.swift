// The schema that editors use, held against the reader: what the reader takes the schema takes;
// what is wrong in its structure both refuse.

import Foundation
import Testing

@testable import AcallSyntax

@Suite struct SchemaTests {
    private func validator() throws -> SchemaValidator {
        let data = Data(try Project.bytes("grammar/acall.schema.json"))
        return SchemaValidator(try JSONDecoder().decode(JSONValue.self, from: data))
    }

    /// A document as an editor sees it; nil where it is no document.
    private func json(_ text: String) -> JSONValue? {
        var diagnostics = Diagnostics(SourceText(name: "a.yaml", bytes: Array(text.utf8)))
        guard let document = YAMLDocumentReader.read(diagnostics.source, into: &diagnostics) else {
            return nil
        }
        return document.json(document.root)
    }

    private func isRead(_ text: String) -> Bool {
        var diagnostics = Diagnostics(SourceText(name: "a.yaml", bytes: Array(text.utf8)))
        _ = SyntaxTree(readingYAML: diagnostics.source, into: &diagnostics)
        return diagnostics.list.isEmpty
    }

    private func validPrograms() throws -> [String] {
        try Project.programs(".yaml").map { try Project.text("programs/\($0)") }
            + Twin.pairs(inPage: "grammar/yaml.md").map(\.yaml) + Twin.unusual.map(\.yaml)
            + Twin.blocks.map(\.yaml)
            + SchemaTests.valid
    }

    /// A step with these modifiers and these calls.
    private func step(_ modifiers: [String], _ calls: [String]) -> String {
        "acall: 1\nsteps:\n- {" + (modifiers + calls.map { "\($0): [fd]" }).joined(separator: ", ")
            + "}\n"
    }

    private var subsets: [[String]] {
        let all = [
            "as: n", "expect: 0", "allow: [EIO]", "retry: {on: EINTR, times: 2}", "fully: true",
            "timeout: 5ms", "if: x > 0",
        ]
        return (0..<128).map { bits in all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] } }
    }

    @Test func whatTheReaderTakesTheSchemaTakes() throws {
        let validator = try validator()
        for text in try validPrograms() + subsets.map({ step($0, ["close"]) }) {
            #expect(isRead(text), "\(text)")
            let value = try #require(json(text))
            #expect(validator.accepts(value), "\(text)")
        }
        #expect(validator.problems.isEmpty)
    }

    @Test func whatIsWrongInItsStructureBothRefuse() throws {
        let validator = try validator()
        let counted = subsets.flatMap { [step($0, ["close", "fsync"]), step($0, [])] }
        for text in SchemaTests.invalid + counted {
            #expect(!isRead(text), "\(text)")
            let value = try #require(json(text), "\(text)")
            #expect(!validator.accepts(value), "\(text)")
        }
        #expect(validator.problems.isEmpty)
    }

    @Test func whatTheSchemaRefusesTheReaderRefuses() throws {
        let validator = try validator()
        var refused = 0
        for program in WrongYAML.all {
            guard let value = json(program.text), !validator.accepts(value) else { continue }
            refused += 1
            #expect(!program.diagnostics().list.isEmpty, "\(program.name)")
        }
        #expect(refused >= 50)
    }

    @Test func everyDefinitionIsExercised() throws {
        let validator = try validator()
        let counted = subsets.flatMap {
            [step($0, ["close"]), step($0, ["close", "fsync", "sync"])]
        }
        for text in try validPrograms() + SchemaTests.invalid + counted {
            _ = validator.accepts(try #require(json(text), "\(text)"))
        }
        guard case .object(let definitions)? = validator.root["definitions"] else {
            Issue.record("no definitions")
            return
        }
        #expect(definitions.count >= 30)
        for name in definitions.keys.sorted() {
            #expect(validator.accepting.contains(name), "\(name) accepts nothing")
            #expect(validator.refusing.contains(name), "\(name) refuses nothing")
        }
    }

    @Test func plainScalarsAreWhatAnEditorSees() throws {
        let value = try #require(
            json("[0644, 64, 0x1f, 0o17, -1, 1.5, true, null, '1', 64KiB, NO, ~]"))
        #expect(
            value
                == .array([
                    .number(644), .number(64), .number(31), .number(15), .number(-1), .number(1.5),
                    .bool(true), .null, .string("1"), .string("64KiB"), .string("NO"), .null,
                ]))
    }
}

extension YAMLDocument {
    /// What YAML 1.2's core schema makes of a node.
    func json(_ index: Int) -> JSONValue {
        let node = nodes[index]
        let parts =
            node.kind == .scalar
            ? [] : children[node.first..<node.first + node.count].map { Int($0) }
        switch node.kind {
        case .sequence: return .array(parts.map { json($0) })
        case .mapping:
            var members: [String: JSONValue] = [:]
            for position in stride(from: 0, to: parts.count, by: 2) {
                members[text(nodes[parts[position]])] = json(parts[position + 1])
            }
            return .object(members)
        case .scalar: return node.isPlain ? plain(text(node)) : .string(text(node))
        }
    }

    private func plain(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        default: break
        }
        if text.hasPrefix("0x"), let value = Int(text.dropFirst(2), radix: 16) {
            return .number(Double(value))
        }
        if text.hasPrefix("0o"), let value = Int(text.dropFirst(2), radix: 8) {
            return .number(Double(value))
        }
        let isNumber =
            text.range(
                of: #"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"#,
                options: .regularExpression)
            != nil
        if isNumber, let value = Double(text) { return .number(value) }
        return .string(text)
    }
}
