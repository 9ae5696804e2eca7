// What a Swift app uses: programs compiled at run time, and run on an engine.
//
// A call that failed is a result in the report; what is thrown is a program that is wrong, inputs that do not
// fit it, or an engine that can't.

import AcallCatalog
import AcallCompiler
import AcallExecutor
import AcallImage
import AcallSyntax

/// A program that has been checked and compiled; it can be run any number of times, from any thread.
public struct Program: Sendable {
    /// The image, and copies of it that are ready to run: one reference, so that a program is handed on cheaply.
    let spares: Spares
    var image: BatchImage { spares.image }

    /// What a program is wrong with.
    public struct Wrong: Error, Sendable, CustomStringConvertible {
        /// Every error and warning, each with file, line, column, the line with carets, and what to
        /// write instead; one text for people.
        public let description: String
    }

    /// An input that the program declares.
    public struct Input: Sendable, Hashable {
        public let name: String
        /// As it is declared: `path`, `int`, `[string]`.
        public let type: String
        public let hasDefault: Bool
    }

    private init(_ image: BatchImage) {
        spares = Spares(image)
    }

    /// Compiles the text spelling.
    /// - Parameters:
    ///   - text: the program's source, at most 4 MiB.
    ///   - name: what it goes by in diagnostics and reports.
    public init(text: String, name: String = "program.acall") throws(Wrong) {
        try self.init(name, Array(text.utf8), isYAML: false)
    }

    /// Compiles the YAML spelling.
    public init(yaml: String, name: String = "program.yaml") throws(Wrong) {
        try self.init(name, Array(yaml.utf8), isYAML: true)
    }

    private init(_ name: String, _ bytes: [UInt8], isYAML: Bool) throws(Wrong) {
        let source = SourceText(name: name, bytes: bytes)
        var diagnostics = Diagnostics(source)
        var tree =
            isYAML
            ? SyntaxTree(readingYAML: source, into: &diagnostics)
            : SyntaxTree(parsing: source, into: &diagnostics)
        tree.resolveIncludes(into: &diagnostics) { path throws(IncludeFailure) in try readFile(path)
        }
        do throws(ProgramError) {
            self.init(BatchImage(lowering: try TypedProgram(checking: tree, into: &diagnostics)))
        } catch {
            throw Wrong(description: diagnostics.rendered(colour: false))
        }
    }

    /// Reads an image, as `acall-run compile -o FILE.acb` writes it: nothing is parsed.
    ///
    /// It may come from a stranger: what does not hold together is refused.
    public init(image bytes: [UInt8]) throws(Wrong) {
        let image: BatchImage
        do throws(ImageError) {
            image = try BatchImage(decoding: bytes)
        } catch {
            throw Wrong(description: "\(error)")
        }
        guard image.architecture == .host else {
            throw Wrong(
                description: "the image is for \(image.architecture), which this machine is not")
        }
        self.init(image)
    }

    /// An image that stands in the app's own data, as base 64: what generated code calls.
    public init(embedded text: StaticString) {
        let bytes = text.withUTF8Buffer { decodeBase64($0) }
        do throws(Wrong) {
            try self.init(image: bytes)
        } catch {
            preconditionFailure("an embedded program is damaged: \(error)")
        }
    }

    /// Reads a program from a file: an image, or a program in text or, where the name ends in `.yaml` or `.yml`, in
    /// YAML. Files that it includes are read too.
    ///
    /// It blocks the calling thread while it reads.
    public init(contentsOf path: String) throws(Wrong) {
        let bytes: [UInt8]
        do throws(IncludeFailure) { bytes = try readFile(path) } catch {
            throw Wrong(description: "\(path): \(error.reason)")
        }
        if bytes.starts(with: BatchImage.magic) {
            try self.init(image: bytes)
        } else {
            try self.init(path, bytes, isYAML: path.hasSuffix(".yaml") || path.hasSuffix(".yml"))
        }
    }

    /// In the order they are declared.
    public var inputs: [Input] {
        image.inputs.map {
            Input(
                name: image.string($0.name), type: $0.type.declaration, hasDefault: $0.hasDefault)
        }
    }

    /// What the program is compiled to, one line a record.
    public var disassembly: String { image.disassembly() }
}

/// A value for an input; literals are values.
public enum InputValue: Sendable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByArrayLiteral
{
    /// For integers and descriptors.
    case integer(Int64)
    /// For `path` and `string`; without a terminator.
    case bytes([UInt8])
    /// For `[path]` and `[string]`.
    case list([[UInt8]])
    /// For lists of integers.
    case integers([Int64])

    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(stringLiteral value: String) { self = .bytes(Array(value.utf8)) }
    public init(arrayLiteral elements: String...) { self = .list(elements.map { Array($0.utf8) }) }

    /// A text.
    public static func text(_ text: String) -> InputValue { .bytes(Array(text.utf8)) }

    var value: AcallExecutor.InputValue {
        switch self {
        case .integer(let value): .integer(value)
        case .bytes(let value): .bytes(value)
        case .list(let value): .list(value)
        case .integers(let value): .integers(value)
        }
    }
}
