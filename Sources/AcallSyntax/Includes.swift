// `include`: the procs of other files, read where they are named.
//
// Input: a tree, and a function that reads a file. Output: the tree with the procs of all files it names, whose
// spans lie behind the program's own bytes. Invariant: a file is read once however often it is named; the names of a
// chain of files that leads back to its start are an error, and so is one that is too long.

/// Why an included file could not be read.
package struct IncludeFailure: Error {
    package var reason: String
    package init(_ reason: String) { self.reason = reason }
}

extension SyntaxTree {
    static let maximumIncludeDepth = 16
    static let maximumIncludes = 256

    /// Reads what the program includes. `read` gets a path: as written, or relative to the file that names it.
    package mutating func resolveIncludes(
        into diagnostics: inout Diagnostics,
        read: (String) throws(IncludeFailure) -> [UInt8]
    ) {
        guard statements.contains(where: { if case .include = $0.kind { true } else { false } })
        else { return }
        var resolver = IncludeResolver(tree: self, diagnostics: diagnostics)
        let own = resolver.tree.statements
        resolver.resolve(own, in: [diagnostics.source.name], read)
        self = resolver.tree
        statements = own + resolver.found
        diagnostics = resolver.diagnostics
    }
}

private struct IncludeResolver {
    var tree: SyntaxTree
    var diagnostics: Diagnostics
    /// The procs of the included files.
    var found: [Statement] = []
    var seen: Set<String> = []

    init(tree: SyntaxTree, diagnostics: Diagnostics) {
        self.tree = tree
        self.diagnostics = diagnostics
    }

    mutating func resolve(
        _ statements: [Statement], in files: [String],
        _ read: (String) throws(IncludeFailure) -> [UInt8]
    ) {
        for statement in statements {
            guard case .include(let id) = statement.kind, case .string(let index) = tree[id].kind
            else { continue }
            let written = String(decoding: tree.strings[Int(index)], as: UTF8.self)
            include(written, tree[id].span, files, read)
        }
    }

    private mutating func include(
        _ written: String, _ span: Span, _ files: [String],
        _ read: (String) throws(IncludeFailure) -> [UInt8]
    ) {
        let path = Self.path(written, from: files.last ?? "")
        if written.isEmpty || written.utf8.contains(0) {
            return diagnostics.error(
                "E0217", span, "this is no file's name", help: "as in `include \"lib.acall\"`")
        }
        if files.contains(path) || Self.path(files[0], from: "") == path {
            return diagnostics.error(
                "E0216", span, "`\(path)` would include itself",
                help: "move what both need into a third file")
        }
        guard files.count <= SyntaxTree.maximumIncludeDepth else {
            return diagnostics.error(
                "E0702", span,
                "files include each other at most \(SyntaxTree.maximumIncludeDepth) deep")
        }
        guard seen.count < SyntaxTree.maximumIncludes else {
            return diagnostics.error(
                "E0701", span, "a program includes at most \(SyntaxTree.maximumIncludes) files")
        }
        guard seen.insert(path).inserted else { return }
        let bytes: [UInt8]
        do throws(IncludeFailure) {
            bytes = try read(path)
        } catch {
            tree.lacksProcedures = true
            return diagnostics.error(
                "E0217", span, "`\(path)` can't be read: \(error.reason)",
                help: "the name is relative to the file that includes it")
        }
        guard bytes.count + diagnostics.source.bytes.count <= Parser.maximumSource else {
            return diagnostics.error("E0701", span, "a program has at most 4 MiB of source")
        }
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") {
            tree.lacksProcedures = true
            return diagnostics.error(
                "E0217", span, "only the text spelling can be included",
                help: "turn it into text: `acall-run convert \(written)`")
        }
        let statements = parse(path, bytes)
        for statement in statements {
            switch statement.kind {
            case .include: break
            case .procedure: found.append(statement)
            default:
                diagnostics.error(
                    "E0217", statement.span, "an included file holds procs only",
                    help: "put this into a `proc`, or into the program itself",
                    notes: [.init(span, "included here")])
            }
        }
        resolve(statements, in: files + [path], read)
    }

    /// The statements of a file, apart from the program's own.
    private mutating func parse(_ path: String, _ bytes: [UInt8]) -> [Statement] {
        let start = diagnostics.source.append(path, bytes)
        var outer: [Statement] = []
        swap(&outer, &tree.statements)
        let mark = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var parser = Parser(tree, diagnostics, Array(bytes[mark...]), .contiguous(start + mark))
        let first = tree.expressions.count
        parser.parseProgram()
        tree = parser.tree
        diagnostics = parser.diagnostics
        tree.reportReadings(from: first, into: &diagnostics)
        swap(&outer, &tree.statements)
        return outer
    }

    /// A name relative to the directory of the file that says it, without `.` and `..` where that can be told.
    private static func path(_ name: String, from file: String) -> String {
        var parts: [Substring] = []
        let isAbsolute = name.hasPrefix("/") || file.hasPrefix("/")
        if !name.hasPrefix("/") { parts = file.split(separator: "/").dropLast() }
        for part in name.split(separator: "/") {
            if part == "." { continue }
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }
}
