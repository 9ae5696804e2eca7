// Diagnostics as text: the place, what is wrong, the line with carets, what to write instead.

import AcallText

extension Diagnostics {
    /// All of them, by position, each once, and a line that counts them.
    package func rendered(colour: Bool) -> String {
        if list.isEmpty { return "" }
        let sorted = sorted
        var renderer = DiagnosticRenderer(source.map, name: source.name, colour: colour)
        for diagnostic in sorted { renderer.add(diagnostic) }
        let errors = sorted.count { $0.severity == .error }
        let warnings = sorted.count - errors
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        renderer.writer.add(counts.joined(separator: ", "))
        renderer.writer.endLine()
        return String(decoding: renderer.writer.bytes, as: UTF8.self)
    }

    /// All of them, by position, each once.
    var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return list.enumerated().sorted { Self.key($0) < Self.key($1) }
            .map(\.element).filter { seen.insert($0).inserted }
    }

    /// By position, then in the order they were found; that there are too many is said last.
    private static func key(_ entry: (offset: Int, element: Diagnostic)) -> (Int, UInt32, Int) {
        (entry.element.code == "E0103" ? 1 : 0, entry.element.span.start, entry.offset)
    }
}

private struct DiagnosticRenderer {
    let map: SourceMap
    let name: String
    var writer: TextWriter

    init(_ map: SourceMap, name: String, colour: Bool) {
        self.map = map
        self.name = name
        writer = TextWriter(colour: colour)
    }

    mutating func add(_ diagnostic: Diagnostic) {
        let isError = diagnostic.severity == .error
        let style: Terminal.Style = isError ? .error : .warning
        let place = map.place(of: Int(diagnostic.span.start))
        writer.add(
            "\(Terminal.printable(place.file ?? name)):\(place.line):\(place.column): ")
        writer.add("\(isError ? "error" : "warning")[\(diagnostic.code)]", style)
        writer.add(": ")
        writer.add(Terminal.printable(diagnostic.message), .bold)
        writer.endLine()
        let excerpt = Excerpt(map, diagnostic.span.bytes)
        let notes = diagnostic.notes.map { (Excerpt(map, $0.span.bytes), $0.message) }
        let largest = notes.reduce(excerpt.number) { max($0, $1.0.number) }
        let gutter = String(largest).utf8.count
        excerpt.write(to: &writer, gutter: gutter, style, edge: .note)
        for (excerpt, message) in notes {
            excerpt.write(
                to: &writer, gutter: gutter, mark: "-", .note, edge: .note,
                label: Terminal.printable(message))
        }
        if let help = diagnostic.help {
            writer.space(gutter + 1)
            writer.add("=", .note)
            writer.add(" help: \(Terminal.printable(help))")
            writer.endLine()
        }
        writer.endLine()
    }
}
