// Diagnostics for tools: a JSON object on each line, see grammar/diagnostics.schema.json.
//
// Invariant: every line is valid JSON and ASCII controls, line separators and marks of direction are escaped,
// whatever the program holds; places lie within the source.

extension Diagnostics {
    /// All of them, by position, each once.
    package func json() -> String {
        let lines = LineIndex(source.bytes)
        var text = ""
        for diagnostic in sorted {
            text += "{\"severity\":"
            text += diagnostic.severity == .error ? "\"error\"" : "\"warning\""
            text += ",\"code\":" + Self.quoted(diagnostic.code)
            text += ",\"message\":" + Self.quoted(diagnostic.message)
            let start = min(Int(diagnostic.span.start), source.bytes.count)
            text += ",\"file\":" + Self.quoted(source.file(at: start).name)
            text += place(diagnostic.span, lines)
            text += ",\"help\":" + (diagnostic.help.map(Self.quoted) ?? "null")
            let notes = diagnostic.notes.map { note in
                "{\"message\":" + Self.quoted(note.message) + place(note.span, lines) + "}"
            }
            text += ",\"notes\":[" + notes.joined(separator: ",") + "]}\n"
        }
        return text
    }

    /// Lines and columns count from 1, columns in characters; `start` and `end` are offsets of bytes.
    private func place(_ span: Span, _ lines: LineIndex) -> String {
        let start = min(Int(span.start), source.bytes.count)
        let end = min(max(Int(span.end), start), source.bytes.count)
        // In its own file.
        let file = source.file(at: start).start
        let before = lines.line(of: file) - 1
        return ",\"line\":\(lines.line(of: start) - before),\"column\":\(lines.column(of: start))"
            + ",\"endLine\":\(lines.line(of: end) - before),\"endColumn\":\(lines.column(of: end))"
            + ",\"start\":\(start - file),\"end\":\(end - file)"
    }

    /// All of them, a line each, as compilers print them and editors read them.
    package func editorLines() -> String {
        let lines = LineIndex(source.bytes)
        return sorted.map { diagnostic in
            let start = min(Int(diagnostic.span.start), source.bytes.count)
            let file = source.file(at: start)
            let line = lines.line(of: start) - lines.line(of: file.start) + 1
            let kind = diagnostic.severity == .error ? "error" : "warning"
            let help = diagnostic.help.map { "; \($0)" } ?? ""
            return "\(file.name):\(line):\(lines.column(of: start)): \(kind): \(diagnostic.message)"
                + "\(help) [\(diagnostic.code)]\n"
        }.joined()
    }

    private static func quoted(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        view.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                view.append("\\")
                view.append(scalar)
            case "\n": view.append(contentsOf: "\\n".unicodeScalars)
            case "\r": view.append(contentsOf: "\\r".unicodeScalars)
            case "\t": view.append(contentsOf: "\\t".unicodeScalars)
            case _ where scalar.isControl:
                let digits = String(scalar.value, radix: 16)
                let padding = String(repeating: "0", count: 4 - digits.utf8.count)
                view.append(contentsOf: "\\u\(padding)\(digits)".unicodeScalars)
            default: view.append(scalar)
            }
        }
        view.append("\"")
        return String(view)
    }
}
