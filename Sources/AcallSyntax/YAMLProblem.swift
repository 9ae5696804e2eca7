// What libyaml says is wrong, in the words of this project: where to look, what is wrong, what to write.
//
// Input: its problem and context, and the byte at which it stopped. Output: a sentence and help. A problem that
// is not known here is shown as libyaml words it.

struct YAMLProblem {
    /// Where the mistake is: mostly where reading stopped, but what was never closed is shown at its start.
    enum Place { case stop, start }

    var message: String
    var help: String?
    var place = Place.stop

    init(_ problem: String, context: String, stoppedAt byte: UInt8?, openedBy opener: UInt8?) {
        if problem.contains("',' or") {
            self = .flow(byte, opener)
        } else if problem.contains("unexpected end of stream") {
            self.init("this quote is not closed", "close it on the same line", .start)
        } else if problem.contains("unexpected document indicator") {
            self.init("this quote is not closed before the document's end", "close it", .start)
        } else if let known = Self.table.first(where: { problem.contains($0.problem) }) {
            self.init(known.message, known.help, .stop)
        } else {
            self.init("this is not YAML: \(problem)", nil, .stop)
        }
        if context.contains("anchor") || context.contains("alias") {
            self.init(
                "a value can't start with `\(byte == UInt8(ascii: "*") ? "*" : "&")` here",
                "put it in quotes: \"&x\"", .start)
        }
        if context.contains("block scalar"), problem.contains("expected comment") {
            self.init(
                "a folded or literal text starts on the next line",
                "put a value with `>` or `|` in quotes: \"> 0\"",
                .start)
        }
    }

    private init(_ message: String, _ help: String?, _ place: Place) {
        self.message = message
        self.help = help
        self.place = place
    }

    /// Inside `[...]` or `{...}`.
    private static func flow(_ byte: UInt8?, _ opener: UInt8?) -> YAMLProblem {
        let isSequence = opener == UInt8(ascii: "[")
        let closing = isSequence ? "]" : "}"
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let shown = byte == UInt8(ascii: "[") ? "[" : "{"
            return YAMLProblem(
                "`\(shown)` can't stand within a value here",
                "put the value in quotes: \"block[..<n]\"", .stop)
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return YAMLProblem(
                "`\(isSequence ? "}" : "]")` does not close this",
                "write `\(closing)`, or put the value in quotes",
                .stop)
        case nil:
            return YAMLProblem("this is not closed", "write `\(closing)` at its end", .start)
        default:
            return YAMLProblem(
                "`,` or `\(closing)` is needed here",
                "parts are separated with commas; a value with quotes in it is put in quotes", .stop
            )
        }
    }

    private static let table: [(problem: String, message: String, help: String?)] = [
        (
            "mapping values are not allowed", "`:` can't stand here",
            "a value with `: ` in it is put in quotes; a key starts in the column of the keys before it"
        ),
        (
            "cannot start any token", "a value can't start like this",
            "indent with spaces; a value that starts with @, ` or % is put in quotes"
        ),
        (
            "tab character", "a tab can't be part of the indentation", "indent with spaces"
        ),
        (
            "did not find expected key", "this line belongs to no mapping",
            "keys of one mapping start in the same column; a value in quotes ends with its quote"
        ),
        (
            "expected '-' indicator", "this line is not a part of the sequence",
            "each part starts with `- `, all of them in the same column"
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
            "unknown escape character", "YAML has no such escape in double quotes",
            "a backslash is written \\\\, or the value stands in single quotes: '\"\\n\"'"
        ),
        (
            "hexdecimal", "this escape takes hexadecimal digits",
            "as in \\x1b, \\u00e9, \\U0001f600"
        ),
        ("invalid Unicode character escape", "there is no character of this number", nil),
        ("undefined tag handle", "tags are not part of this spelling", "remove it"),
        ("directive", "this directive is not known", "remove it: a program starts with `acall: 1`"),
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
