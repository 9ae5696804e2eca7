// A compiled program as Swift source: a type with its inputs and outputs, and the image as data.
//
// Input: the program's syntax, and its image for each architecture it can be compiled for. Output: a source file
// that needs `import Acall` only. Invariant: the same program gives the same bytes.

import AcallCatalog
import AcallImage
import AcallSyntax

package struct EmbeddedSource {
    /// The type's name: `copy-range.acall` gives `CopyRange`.
    package static func typeName(_ file: String) -> String {
        let base = file.split(separator: "/").last.map(String.init) ?? file
        let stem = base.split(separator: ".").first.map(String.init) ?? base
        let words = stem.split { !($0.isLetter || $0.isNumber) && $0 != "_" || !$0.isASCII }
        let name = words.flatMap { $0.split(separator: "_") }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        guard let first = name.first else { return "Program" }
        return first.isNumber ? "Program" + name : name
    }

    private let program: ProgramDescription
    private let images: [BatchImage]
    /// `public ` or nothing.
    private let access: String

    /// - Parameter images: of at least one architecture.
    package init(
        _ tree: SyntaxTree, images: [BatchImage], fileName: String, isPublic: Bool = false
    ) {
        program = ProgramDescription(tree, images[0], fileName: fileName)
        self.images = images
        access = isPublic ? "public " : ""
    }

    package var text: String {
        var lines = [
            "// Made from \(program.fileName) by acall-run. What is changed here is lost.", "",
            "import Acall", "",
        ]
        lines += program.comment.map { "/// \($0)".trimmed }
        let kind = isOwning ? "OwningProgram" : "EmbeddedProgram"
        lines.append("\(access)struct \(Self.typeName(program.fileName)): \(kind) {")
        lines += (inputs + outputs + image).map { $0.isEmpty ? "" : "    " + $0 }
        lines.append("}")
        if isOwning { lines += runs }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Inputs

    private var inputs: [String] {
        var lines: [String] = []
        for input in program.inputs {
            lines += input.comment.map { "/// \($0)".trimmed }
            lines.append("\(access)var \(input.property): \(input.swiftType)")
        }
        if !lines.isEmpty { lines.append("") }
        let parameters = program.inputs.map { input in
            "\(input.property): \(input.swiftType)"
                + (input.defaultText.map { " = \($0)" } ?? "")
        }
        lines.append("\(access)init(\(parameters.joined(separator: ", "))) {")
        lines += program.inputs.map { "    self.\($0.property) = \($0.property)" }
        lines += ["}", "", "\(access)func setInputs(_ inputs: inout ProgramInputs) {"]
        for (place, input) in program.inputs.enumerated() {
            lines.append("    inputs.set(\(place), \(input.label): \(input.property))")
        }
        return lines + ["}", ""]
    }

    // MARK: Outputs

    private var outputs: [String] {
        let outputs = program.outputs
        var lines = ["\(access)struct Outputs: \(isOwning ? "~Copyable, " : "")Sendable {"]
        lines += outputs.flatMap { output in
            output.comment.map { "    /// \($0)".trimmed }
                // One of several descriptors can be taken.
                + [
                    "    \(access)\(output.isTakenFrom ? "var" : "let") \(output.property): "
                        + output.swiftType
                ]
        }
        lines += [
            "}", "",
            "\(access)static func outputs(of values: borrowing OutputValues) -> Outputs? {",
        ]
        // A descriptor that is owned is closed where another output is missing: so they come last, and are all there.
        let certain = outputs.filter(\.isCertain)
        for output in certain where output.isDescriptor {
            lines.append(
                "    guard values.isDescriptor(\"\(output.name)\", \(output.place)) else { return nil }"
            )
        }
        for output in certain.filter({ !$0.isDescriptor }) + certain.filter(\.isDescriptor) {
            lines.append(
                "    guard let \(output.property) = \(output.valueText) else { return nil }")
        }
        let arguments = outputs.map { output in
            "\(output.property): \(output.isCertain ? output.property : output.valueText)"
        }
        lines.append("    return Outputs(\(arguments.joined(separator: ", ")))")
        return lines + ["}", ""]
    }

    /// Whether the outputs have descriptors among them.
    private var isOwning: Bool { program.outputs.contains(where: \.isDescriptor) }

    private var runs: [String] {
        let name = Self.typeName(program.fileName)
        return [
            "", "extension Engine {",
            "    /// Runs the program on threads of the engine's; the task is suspended meanwhile.",
            "    \(access)nonisolated(nonsending) func run(",
            "        _ program: \(name), isTimed: Bool = false",
            "    ) async throws -> Finished<\(name).Outputs> {",
            "        try await run(program, isTimed: isTimed, \(name).outputs(of:))",
            "    }", "",
            "    /// Runs the program on the calling thread, which is blocked meanwhile.",
            "    \(access)func runBlocking(",
            "        _ program: \(name), isTimed: Bool = false",
            "    ) throws(RunError) -> Finished<\(name).Outputs> {",
            "        try runBlocking(program, isTimed: isTimed, \(name).outputs(of:))",
            "    }",
            "}",
        ]
    }

    // MARK: The image

    private var image: [String] {
        var lines = ["\(access)static let program = Program(embedded: image)", ""]
        for (index, architecture) in Architecture.allCases.enumerated() {
            let name = architecture == .x86_64 ? "x86_64" : "arm64"
            lines.append("\(index == 0 ? "#if" : "#elseif") arch(\(name))")
            if let image = images.first(where: { $0.architecture == architecture }) {
                lines.append("    private static let image: StaticString = \"\"\"")
                lines += Base64.lines(image.encoded()).map { "        " + $0 }
                lines.append("        \"\"\"")
            } else {
                lines.append(
                    "    #error(\"\(program.fileName) makes calls that \(name) does not have\")")
            }
        }
        return lines + ["#else", "    #error(\"acall runs on x86_64 and arm64\")", "#endif"]
    }
}

extension String {
    /// Without spaces at its end.
    var trimmed: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

/// RFC 4648, with line ends that a Swift literal joins.
package enum Base64 {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Lines of 96 digits, each but the last with a backslash.
    static func lines(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + 72, bytes.count)
            lines.append(encoded(bytes[start..<end]) + (end < bytes.count ? "\\" : ""))
            start = end
        }
        return lines
    }

    private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        var text: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let count = min(3, bytes.endIndex - index)
            var word: UInt32 = 0
            for offset in 0..<3 {
                word = word << 8 | (offset < count ? UInt32(bytes[index + offset]) : 0)
            }
            for offset in 0..<4 {
                let digit = Int(word >> UInt32(18 - 6 * offset)) & 63
                text.append(offset <= count ? digits[digit] : UInt8(ascii: "="))
            }
            index += count
        }
        return String(decoding: text, as: UTF8.self)
    }
}
