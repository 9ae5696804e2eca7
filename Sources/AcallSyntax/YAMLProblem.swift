// What libyaml says is wrong, in the words of this project: where to look, what is wrong, what to
// write.
//
// Input: its problem and context, and the byte at which it stopped. Output: a sentence and help. A
// problem that is not known here is shown as libyaml words it.

import CLibYAML

struct YAMLProblem {
    /// Where the mistake is: mostly where reading stopped, but what was never closed is shown at
    /// its start.
    enum Place { case stop, start }

    /// What is known of the place.
    struct Site {
        var context: String
        /// The byte at which reading stopped; nil at the end.
        var byte: UInt8?
        /// The byte at which what was being read starts.
        var opener: UInt8?
        var isFirstOnLine: Bool
        /// Both of them are on one line.
        var isOneLine: Bool

        /// The value in which reading stopped, if it is on one line.
        var value: [UInt8]?

        var shown: String { byte.map { String(UnicodeScalar($0)) } ?? "" }
    }

    var message: String
    var help: String?
    var place = Place.stop

    init(_ problem: String, _ site: Site) {
        if problem.contains("',' or") {
            self = .flow(site)
        } else if problem.contains("unexpected end of stream")
            || problem.contains("document indicator")
        {
            self.init("this quote is not closed", "close it on the same line", .start)
        } else if site.context.contains("anchor") || site.context.contains("alias") {
            let isAlias = site.context.contains("alias")
            self.init(
                "a value can't start with `\(isAlias ? "*" : "&")`",
                "put it in quotes: \"\(isAlias ? "*" : "&")x\"", .start)
        } else if site.context.contains("block scalar"), problem.contains("expected comment") {
            self.init(
                "a text starts on the line below `|` or `>`",
                "a value that starts like this is put in quotes: \"> 0\", \"|= 1\"", .start)
        } else if problem.contains("expected key") || problem.contains("expected '-'") {
            self = .block(site)
        } else if problem.contains("cannot start any token"), site.byte == 0x09 {
            self.init("a tab can't be part of the indentation", "indent with spaces", .stop)
        } else if problem.contains("directive") {
            self.init(
                "this directive is not known", "remove it: a program starts with `acall: 1`", .start
            )
        } else if let known = Self.table.first(where: { problem.contains($0.problem) }) {
            self.init(known.message, known.help, .stop)
        } else {
            self.init("this is not YAML: \(problem)", nil, .stop)
        }
    }

    private init(_ message: String, _ help: String?, _ place: Place) {
        self.message = message
        self.help = help
        self.place = place
    }

    /// Inside `[...]` or `{...}`.
    private static func flow(_ site: Site) -> YAMLProblem {
        let isSequence = site.opener == UInt8(ascii: "[")
        let closing = isSequence ? "]" : "}"
        switch site.byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            return YAMLProblem(
                "`\(site.shown)` can't stand within a value here",
                "put the whole value in quotes: \(quoted(site.value))", .stop)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return YAMLProblem(
                "`\(site.shown)` closes nothing here",
                "write `\(closing)`, or put the value in quotes", .stop)
        case _ where site.byte == nil || !site.isOneLine:
            return YAMLProblem(
                "this is not closed", "write `\(closing)` at its end", .start)
        default:
            return YAMLProblem(
                "`,` or `\(closing)` is needed here",
                "commas stand between the parts; a value with quotes in it is put in quotes", .stop)
        }
    }

    /// The value in YAML's quotes; a sample where it is not known.
    private static func quoted(_ value: [UInt8]?) -> String {
        guard let value, value.count <= 60 else { return "\"block[..<n]\"" }
        return String(decoding: YAMLQuoting.scalar(value, inFlow: true), as: UTF8.self)
    }

    /// Between the lines of a mapping or a sequence.
    private static func block(_ site: Site) -> YAMLProblem {
        if site.isFirstOnLine, site.byte.map({ !"]},".utf8.contains($0) }) == true {
            if site.byte == UInt8(ascii: "-") {
                return YAMLProblem(
                    "this `-` is in another column than the ones above it",
                    "the steps of a program start in the same column", .stop)
            }
            return YAMLProblem(
                "this line belongs to nothing above it",
                "the keys of a mapping start in the same column",
                .stop)
        }
        switch site.byte {
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return YAMLProblem("`\(site.shown)` closes nothing", "remove it", .stop)
        case UInt8(ascii: ","):
            return YAMLProblem(
                "`,` can't follow here", "several arguments stand within one pair of brackets",
                .stop)
        default:
            return YAMLProblem(
                "nothing can follow the value before this", "put the whole value in quotes", .stop)
        }
    }

    private static let table: [(problem: String, message: String, help: String?)] = [
        (
            "found unexpected ':'", "a space is missing behind `:`",
            "write it: `close: [fd]`, `{close: [fd], timeout: 1s}`"
        ),
        (
            "mapping values are not allowed", "`:` can't stand here",
            "see that the line above has a space behind its `:`, and that keys start in the "
                + "same column; "
                + "a value with `: ` in it is put in quotes"
        ),
        (
            "cannot start any token", "a value can't start like this",
            "a value that starts with @, ` or % is put in quotes"
        ),
        (
            "tab character", "a tab can't be part of the indentation", "indent with spaces"
        ),
        (
            "could not find expected ':'", "a key is followed by `:` and a space",
            "as in `close: [fd]`; the lines of a longer value are indented further than its key"
        ),
        (
            "sequence entries are not allowed", "`- ` can't stand here",
            "a sequence starts on the line below its key"
        ),
        (
            "mapping keys are not allowed", "`?` can't stand here",
            "a value that starts with `?` is put in quotes"
        ),
        (
            "expected <document start>", "the program has ended before this",
            "see that the lines of one block start in the same column"
        ),
        (
            "expected node content", "a value is needed here",
            "a value that starts with , ] or } is put in quotes"
        ),
        (
            "unknown escape character", "there is no such escape in YAML's double quotes",
            "a backslash is written \\\\, or the value stands in single quotes: '\"\\n\"'"
        ),
        (
            "hexdecimal", "this escape takes hexadecimal digits",
            "as in \\x1b, \\u00e9, \\U0001f600"
        ),
        ("invalid Unicode character escape", "there is no character of this number", nil),
        ("undefined tag handle", "tags are not part of this spelling", "remove it"),
        ("incompatible YAML", "this version of YAML is not known", "remove the directive"),
        (
            "expected comment or line break", "nothing can follow here on this line",
            "a text starts on the line below `|` or `>`"
        ),
        ("indentation indicator", "an indentation is 1 to 9 columns", nil),
        ("expected whitespace", "a space is needed here", nil),
    ]

    /// What libyaml was reading, as a note at its start.
    static func note(_ context: String) -> String? {
        let parts = [
            ("block mapping", "in the mapping that starts here"),
            ("flow mapping", "in the mapping that starts here"),
            ("block collection", "in the sequence that starts here"),
            ("flow sequence", "in the sequence that starts here"),
            ("simple key", "this is read as a key"),
            ("quoted scalar", "in the quotes that start here"),
            ("block scalar", "in the text that starts here"),
        ]
        return parts.first { context.contains($0.0) }?.1
    }
}

extension YAMLDocumentReader {
    mutating func reportProblem(_ parser: UnsafePointer<yaml_parser_t>) {
        let parser = parser.pointee
        let problem = parser.problem.map { String(cString: $0) } ?? "no reason is known"
        if parser.error == YAML_READER_ERROR {
            // Its offset is in bytes.
            var index = min(parser.problem_offset, bytes.count)
            if problem.contains("trailing") {
                // The character starts before the byte that it can't go on with.
                repeat { index -= 1 } while index > 0 && bytes[index] & 0xc0 == 0x80
            }
            let offset = max(index, 0) + base
            let isControl = problem.contains("control")
            diagnostics.error(
                "E0801", Span(offset, offset + 1),
                isControl
                    ? "a control character can't stand in a program" : "this byte is not UTF-8",
                help: isControl
                    ? "in a string it is written as \\xNN" : "save the program as UTF-8")
            return
        }
        let stop = offset(Int(parser.problem_mark.index))
        let context = parser.context.map { String(cString: $0) } ?? ""
        let start = context.isEmpty ? stop : offset(Int(parser.context_mark.index))
        let known = YAMLProblem(
            problem,
            .init(
                context: context, byte: byte(at: stop), opener: byte(at: start),
                isFirstOnLine: isFirstOnLine(stop),
                isOneLine: parser.problem_mark.line == parser.context_mark.line,
                value: plainValue(around: stop)))
        let place = known.place == .stop ? stop : start
        var notes: [Diagnostic.Note] = []
        if start != place, let note = YAMLProblem.note(context) {
            notes = [.init(Span(start, start + 1), note)]
        }
        diagnostics.error(
            "E0801", Span(place, place + 1), known.message, help: known.help, notes: notes)
    }

    /// The plain value that a bracket at `offset` stands in: from the sign before it to the one behind it.
    private func plainValue(around offset: Int) -> [UInt8]? {
        guard let bracket = byte(at: offset), "[{".utf8.contains(bracket) else { return nil }
        var start = offset
        while let before = byte(at: start - 1), !",[{\n:".utf8.contains(before) { start -= 1 }
        var (end, depth) = (offset, 0)
        while let next = byte(at: end), next != 0x0a {
            if "[{(".utf8.contains(next) { depth += 1 }
            if "]})".utf8.contains(next) {
                if depth == 0 { break }
                depth -= 1
            }
            if next == UInt8(ascii: ","), depth == 0 { break }
            // The value of a key is quoted for itself.
            if next == UInt8(ascii: ":"), depth == 0, byte(at: end + 1) == 0x20 { break }
            end += 1
        }
        let value = (start..<end).compactMap { byte(at: $0) }.drop { $0 == 0x20 }
        let trimmed = Array(value.reversed().drop { $0 == 0x20 }.reversed())
        return trimmed.isEmpty || depth != 0 ? nil : trimmed
    }

    private func isFirstOnLine(_ offset: Int) -> Bool {
        var offset = offset - 1
        while byte(at: offset) == 0x20 { offset -= 1 }
        return byte(at: offset).map { $0 == 0x0a } ?? true
    }
}
