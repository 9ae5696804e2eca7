// The report as JSON, held against its schema.

import AcallImage
import CAcall
import Foundation
import AcallText
import Testing

@testable import AcallExecutor

@Suite struct JSONTests {
    private static let grammar = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("grammar/report.schema.json")

    private func validator() throws -> SchemaValidator {
        let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.grammar))
        return SchemaValidator(root: try #require(schema as? [String: Any]))
    }

    private func parsed(_ fixture: Fixture) throws -> [String: Any] {
        let text = Data(fixture.rendered(.json).utf8)
        return try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    }

    @Test func aRunThatFailed() {
        let expected = #"""
            {
              "acall": 1,
              "program": "giveup.acall",
              "status": 1,
              "duration_ns": 31000,
              "totals": {"steps": 4, "calls": 3, "failed": 1, "skipped": 1, "cancelled": 0},
              "steps": [
                {"name": "one", "call": "openat", "line": 2, "column": 7, "origin": "written", "outcome": "returned", "result": 3, "errno": null, "start_ns": 1000, "duration_ns": 1500, "call_count": 1, "chain": 0, "order": 0, "arguments": [{"name": "dirfd", "shown": "AT_FDCWD", "value": -100}, {"name": "pathname", "shown": "\"/etc/passwd\""}, {"name": "flags", "shown": "O_RDONLY|O_CLOEXEC", "value": 524288}]},
                {"name": "two", "call": "openat", "line": 3, "column": 7, "origin": "written", "outcome": "failed", "result": -2, "errno": "ENOENT", "start_ns": 3500, "duration_ns": 1500, "call_count": 1, "chain": 0, "order": 1, "arguments": [{"name": "dirfd", "shown": "AT_FDCWD", "value": -100}, {"name": "pathname", "shown": "\"/no/such/file\""}, {"name": "flags", "shown": "O_RDONLY", "value": 0}]},
                {"name": null, "call": "close", "line": 2, "column": 7, "origin": "automatic_close", "outcome": "returned", "result": 0, "errno": null, "start_ns": 6000, "duration_ns": 1500, "call_count": 1, "chain": 0, "order": 2, "arguments": [{"name": "fd", "shown": "3", "value": 3}]},
                {"name": null, "call": "read", "line": 4, "column": 1, "origin": "written", "outcome": "skipped", "result": null, "errno": null, "start_ns": null, "duration_ns": 0, "call_count": 0}
              ],
              "failures": [
                {"kind": "call_failed", "step": 1, "line": 3, "column": 7, "message": "ENOENT: No such file or directory", "errno": "ENOENT"}
              ],
              "outputs": {
                "size": null
              }
            }

            """#
        #expect(ReportTests.giveUp().rendered(.json) == expected)
    }

    @Test func everyReportHasTheDocumentedShape() throws {
        let validator = try validator()
        let loop = Fixture(source: "n = read(0, block)\npage = mmap(null, 1)\n")
        let block = loop.storage("block", size: 64)
        let read = loop.step("n", "read", at: "read(0, block)", isFully: true)
        let map = loop.step("page", "mmap", at: "mmap(null, 1)")
        for _ in 0..<5 { loop.call(read.record, [0, block, 64], 64) }
        loop.call(map.record, [0, 1], 0x7f00_0000_0000)
        for fixture in [ReportTests.head(), ReportTests.giveUp(), loop, Fixture()] {
            #expect(validator.errors(in: try parsed(fixture)) == [])
        }
    }

    /// What the schema is there to refuse.
    @Test func theSchemaRefusesWhatIsWrong() throws {
        let validator = try validator()
        let good = try parsed(ReportTests.giveUp())
        var wrong: [[String: Any]] = []
        for (key, value) in [
            ("acall", 2), ("status", "1"), ("duration_ns", -1), ("steps", NSNull()),
            ("outputs", ["a": ["base64": "#"]]), ("extra", 1), ("outputs", ["a": [1]]),
            ("failures", [["kind": "stop"]]), ("totals", ["steps": 1]),
        ] as [(String, Any)] {
            var report = good
            report[key] = value
            wrong.append(report)
        }
        for (key, value) in [
            ("outcome", "lost"), ("line", 0), ("errno", "none"), ("call", ""), ("result", 1.5),
            ("calls", [Any]()), ("arguments", [["name": "x"]]),
        ] as [(String, Any)] {
            var report = good
            var step = try #require((good["steps"] as? [[String: Any]])?.first)
            step[key] = value
            report["steps"] = [step]
            wrong.append(report)
        }
        for report in wrong { #expect(!validator.errors(in: report).isEmpty) }
        for key in good.keys {
            #expect(!validator.errors(in: good.filter { $0.key != key }).isEmpty)
        }
    }

    @Test func outputsOfEveryKind() throws {
        let fixture = Fixture()
        let odd: [UInt8] = [0xff, 0x00, 0x41]
        let address = fixture.place(odd)
        let text = fixture.text("grün \"x\"\n\u{1}")
        fixture.output("negative", .integer, [signed(-1)])
        fixture.output("large", .unsigned, [.max])
        fixture.output("fd", .descriptor, [7])
        fixture.output("text", .text, [text, 11])
        fixture.output("odd", .text, [address, 3])
        fixture.output("hex", .hex, [address, 3])
        fixture.output("bytes", .bytes, [address, 2])
        fixture.output("nothing", .bytes, [0, 0])
        fixture.output("unset", .integer, [5], isSet: false)
        fixture.output("outside", .bytes, [address, UInt64(Fixture.size + 1)])
        fixture.output("far", .text, [.max - 1, .max])
        fixture.output("twice", .integer, [1], isSet: false)
        fixture.output("twice", .integer, [2])
        let expected = #"""
              "outputs": {
                "negative": -1,
                "large": 18446744073709551615,
                "fd": 7,
                "text": "grün \"x\"\n\u0001",
                "odd": {"base64": "/wBB"},
                "hex": "ff0041",
                "bytes": {"base64": "/wA="},
                "nothing": {"base64": ""},
                "unset": null,
                "outside": null,
                "far": null,
                "twice": 2
              }
            }

            """#
        #expect(fixture.rendered(.json).hasSuffix(expected))
        #expect(try validator().errors(in: try parsed(fixture)) == [])
        let lines = #"""
            negative = -1
            large = 18446744073709551615
            fd = 7
            text = "grün \"x\"\n\001"
            odd = "\377\0A"
            hex = ff0041
            bytes = "\377\0"
            nothing = ""
            unset was not set
            outside was not set
            far was not set
            twice = 2
            test.acall: 0 steps, 0 calls, all returned, 31.0 us

            """#
        #expect(fixture.rendered(.lines) == lines)
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func base64(text: String, expected: String) {
        #expect(JSONWriter.base64(Array(text.utf8)) == expected)
    }

    @Test func stringsAreEscaped() {
        var writer = JSONWriter()
        writer.string("a\"\\\n\r\t\u{0}\u{1f}\u{7f}é\u{1f600}")
        let text = String(decoding: writer.bytes, as: UTF8.self)
        #expect(text == "\"a\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007fé\u{1f600}\"")
    }
}
