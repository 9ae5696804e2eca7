// Diagnostics for tools: a JSON object on each line, see grammar/diagnostics.schema.json.
//
// Invariant: every line is valid JSON and ASCII controls, line separators and marks of direction are escaped,
// whatever the program holds; places lie within the source.

import AcallText

extension Diagnostics {
    /// All of them, by position, each once.
    package func json() -> String {
        let map = source.map
        var text = ""
        for diagnostic in sorted {
            var writer = JSONWriter(isCompact: true)
            writer.object { writer in
                writer.key("severity")
                writer.string(diagnostic.severity == .error ? "error" : "warning")
                writer.key("code")
                writer.string(diagnostic.code)
                writer.key("message")
                writer.string(diagnostic.message)
                let start = min(Int(diagnostic.span.start), source.bytes.count)
                writer.key("file")
                writer.string(map.file(at: start)?.name ?? source.name)
                write(diagnostic.span, map, to: &writer)
                writer.key("help")
                writer.stringOrNull(diagnostic.help)
                writer.key("notes")
                writer.array { writer in
                    for note in diagnostic.notes {
                        writer.object { writer in
                            writer.key("message")
                            writer.string(note.message)
                            write(note.span, map, to: &writer)
                        }
                    }
                }
            }
            writer.endLine()
            text += String(decoding: writer.bytes, as: UTF8.self)
        }
        return text
    }

    /// Lines and columns count from 1, columns in characters; `start` and `end` are offsets of bytes in the file.
    private func write(_ span: Span, _ map: SourceMap, to writer: inout JSONWriter) {
        let start = min(Int(span.start), source.bytes.count)
        let end = min(max(Int(span.end), start), source.bytes.count)
        let file = map.file(at: start)?.start ?? 0
        let before = map.line(of: file) - 1
        let numbers = [
            ("line", map.line(of: start) - before), ("column", map.column(of: start)),
            ("endLine", map.line(of: end) - before), ("endColumn", map.column(of: end)),
            ("start", start - file), ("end", end - file),
        ]
        for (name, number) in numbers {
            writer.key(name)
            writer.integer(number)
        }
    }

    /// All of them, a line each, as compilers print them and editors read them.
    package func editorLines() -> String {
        let map = source.map
        return sorted.map { diagnostic in
            let place = map.place(of: Int(diagnostic.span.start))
            let kind = diagnostic.severity == .error ? "error" : "warning"
            let help = diagnostic.help.map { "; \($0)" } ?? ""
            return "\(place.file ?? source.name):\(place.line):\(place.column): \(kind): "
                + "\(diagnostic.message)\(help) [\(diagnostic.code)]\n"
        }.joined()
    }
}
