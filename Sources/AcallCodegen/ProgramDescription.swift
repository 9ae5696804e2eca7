// What generated code says of a program: its inputs and outputs, with their types and comments.

import AcallCatalog
import AcallImage
import AcallSyntax
import AcallText

/// A program's interface.
struct ProgramDescription {
    struct Input {
        var name: String
        var type: InputType
        var comment: [String]
        /// The default as a Swift literal; nil where the input must be given.
        var defaultText: String?

        var property: String { swiftName(name, taken: ["inputs", "program", "outputs"]) }

        var swiftType: String {
            switch type {
            case .integer(let type): swiftInteger(type)
            case .descriptor: "any ProgramDescriptor"
            case .path, .string: "any ProgramText"
            case .integers: "[Int64]"
            case .paths, .strings: "[any ProgramText]"
            }
        }

        /// How the value is handed to the program: the label of the argument.
        var label: String {
            switch type {
            case .integer: "integer"
            case .descriptor: "descriptor"
            case .path, .string: "text"
            case .integers: "integers"
            case .paths, .strings: "texts"
            }
        }
    }

    struct Output {
        var name: String
        /// Among the names, in the order of their first mention.
        var place: Int
        var kind: OutputKind
        var key: OutputKey?
        /// Each run that ends well gives it.
        var isCertain: Bool
        var comment: [String]

        var property: String { swiftName(name, taken: ["values"]) }

        private var getter: (name: String, type: String) {
            switch kind {
            case .integer: ("integer", "Int")
            case .unsigned: ("unsigned", "UInt")
            case .descriptor: ("descriptor", "OwnedDescriptor")
            case .text, .string, .address: ("text", "String")
            case .hex, .bytes: ("bytes", "[UInt8]")
            }
        }

        var isDescriptor: Bool { kind == .descriptor }
        var isTakenFrom: Bool { isDescriptor && key != nil }

        var swiftType: String {
            switch key {
            case .integer where isDescriptor: "OwnedDescriptors<Int>"
            case .text where isDescriptor, .address where isDescriptor: "OwnedDescriptors<String>"
            case .integer: "[Int: \(getter.type)]"
            case .text, .address: "[String: \(getter.type)]"
            case nil: isCertain ? getter.type : getter.type + "?"
            }
        }

        var valueText: String {
            switch key {
            case .integer where isDescriptor: "values.descriptors(indexed: \"\(name)\", \(place))"
            case .text where isDescriptor, .address where isDescriptor:
                "values.descriptors(named: \"\(name)\", \(place))"
            case .integer: "values.indexed(\"\(name)\", \(place)) { $0.\(getter.name)(\"\", 0) }"
            case .text, .address:
                "values.named(\"\(name)\", \(place)) { $0.\(getter.name)(\"\", 0) }"
            case nil: "values.\(getter.name)(\"\(name)\", \(place))"
            }
        }
    }

    let fileName: String
    let comment: [String]
    let inputs: [Input]
    let outputs: [Output]

    init(_ tree: SyntaxTree, _ image: BatchImage, fileName: String) {
        let base = fileName.split(separator: "/").last.map(String.init) ?? fileName
        self.fileName = base
        let source = image.sourceMap
        comment = Self.firstComment(image.source, base)
        inputs = image.inputs.map { entry in
            Input(
                name: image.string(entry.name), type: entry.type,
                comment: Self.comment(before: Int(entry.range.start), in: source),
                defaultText: entry.hasDefault ? Self.defaultText(entry, image) : nil)
        }
        let places = OutputPlaces(tree)
        // One statement gives a value that may be negative.
        let signed = Set(
            image.outputs.filter { $0.kind == .integer }.map { image.string($0.name) })
        var seen: Set<String> = []
        outputs = image.outputs.compactMap { entry in
            let name = image.string(entry.name)
            guard seen.insert(name).inserted else { return nil }
            let place = places.known[name]
            return Output(
                name: name, place: seen.count - 1,
                kind: entry.kind == .unsigned && signed.contains(name) ? .integer : entry.kind,
                key: entry.key,
                isCertain: entry.key == nil && place?.isCertain == true,
                comment: place.map { Self.comment(before: $0.start, in: source) } ?? [])
        }
    }

    private static func defaultText(_ entry: InputEntry, _ image: BatchImage) -> String? {
        func word(_ offset: Int) -> UInt64? {
            guard offset >= 0, offset + 8 <= image.data.count else { return nil }
            return image.data.withUnsafeBytes {
                $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            }
        }
        func integer(_ offset: Int) -> String? {
            word(offset).map { String(Int64(bitPattern: $0)) }
        }
        func text(_ offset: Int) -> String? {
            guard let start = word(offset), let count = word(offset + 8), count <= 1 << 20,
                start + count <= image.data.count
            else { return nil }
            let bytes = image.data[Int(start)..<Int(start + count)]
            if let text = String(validating: bytes, as: UTF8.self) { return text.debugDescription }
            return "\(Array(bytes)) as [UInt8]"
        }
        func list(_ offset: Int, step: Int, _ item: (Int) -> String?) -> String? {
            guard let start = word(offset), let count = word(offset + 8),
                start <= image.data.count, count <= image.data.count
            else { return nil }
            let items = (0..<Int(count)).map { item(Int(start) + $0 * step) }
            let known = items.compactMap { $0 }
            return known.count == items.count ? "[" + known.joined(separator: ", ") + "]" : nil
        }
        let slot = Int(entry.slot)
        switch entry.type {
        case .integer, .descriptor: return integer(slot)
        case .path, .string: return text(slot)
        case .integers: return list(slot, step: 8, integer)
        case .paths, .strings: return list(slot, step: 16, text)
        }
    }

    // MARK: Comments

    /// The lines of `#` that end just above the line of an offset, or the comment at that line's end.
    private static func comment(before offset: Int, in source: SourceMap) -> [String] {
        var line = source.line(of: min(offset, source.bytes.count))
        var lines: [String] = []
        while line > 1 {
            guard let text = commentText(source.bytes[source.whole(ofLine: line - 1)]) else {
                return lines
            }
            lines.insert(text, at: 0)
            line -= 1
        }
        // A comment at the start of the file is the program's.
        return []
    }

    /// The block of comments that a program starts with; `name.acall: text` loses its name.
    private static func firstComment(_ source: [UInt8], _ fileName: String) -> [String] {
        var lines: [String] = []
        for line in source.split(separator: 0x0a, omittingEmptySubsequences: false) {
            guard let text = commentText(line) else { break }
            lines.append(text)
        }
        if let first = lines.first, first.hasPrefix(fileName + ": ") {
            lines[0] = String(first.dropFirst(fileName.count + 2))
            lines[0] = lines[0].prefix(1).uppercased() + lines[0].dropFirst()
        }
        return lines
    }

    private static func commentText(_ line: some Sequence<UInt8>) -> String? {
        var bytes = Array(line)[...]
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
        guard bytes.first == UInt8(ascii: "#") else { return nil }
        bytes.removeFirst()
        if bytes.first == 0x20 { bytes.removeFirst() }
        return String(decoding: bytes, as: UTF8.self).trimmed
    }
}

/// A name that Swift takes.
private func swiftName(_ name: String, taken: Set<String>) -> String {
    let keywords: Set<String> = [
        "as", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do",
        "else", "enum",
        "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
        "in", "init",
        "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
        "protocol", "public",
        "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
        "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]
    if taken.contains(name) { return name + "_" }
    return keywords.contains(name) ? "`\(name)`" : name
}

private func swiftInteger(_ type: IntegerType) -> String {
    (type.isSigned ? "Int" : "UInt") + String(type.width * 8)
}
