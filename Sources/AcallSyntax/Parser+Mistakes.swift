// What was meant where a statement cannot be what it starts like: a misspelt word, another language's habit.
//
// Input: the name that a statement starts with, and the token behind it. Output: an error with what to write. A
// word of the language is suggested only where what follows could stand behind it: `fork` is no `for`.

/// A word that starts a statement, and what can stand behind it.
struct StatementWord {
    /// What the next token is. The end of a statement is also an `if` behind it.
    enum Follower { case end, name, string, value, block }

    let word: String
    let followers: [Follower]

    private init(_ word: String, _ followers: Follower...) {
        self.word = word
        self.followers = followers
    }

    static let all = [
        StatementWord("input", .name), StatementWord("var", .name), StatementWord("output", .name),
        StatementWord("defer", .name), StatementWord("assert", .value),
        StatementWord("fail", .string), StatementWord("stop", .end), StatementWord("if", .value),
        StatementWord("loop", .block), StatementWord("while", .value), StatementWord("for", .name),
        StatementWord("break", .end), StatementWord("continue", .end),
        StatementWord("async", .name), StatementWord("await", .name),
        StatementWord("cancel", .name), StatementWord("task", .name, .block),
        StatementWord("parallel", .block, .name), StatementWord("include", .string),
        StatementWord("proc", .name), StatementWord("return", .end, .value),
        StatementWord("else", .block),
    ]

    /// Calls that differ from a word by one letter, and that people write without parentheses.
    private static let calls = ["wait"]

    /// The word that was meant, if one is near and can have this behind it.
    static func nearest(_ written: String, before follower: (Follower) -> Bool) -> String? {
        guard written.utf8.count > 1, !calls.contains(written) else { return nil }
        let possible = all.filter { $0.followers.contains(where: follower) }
        return Spelling.nearest(written, among: possible.map(\.word))
    }

    /// The words of blocks, for what looks like a call before a brace.
    static func nearestBlock(_ written: String) -> String? {
        guard written.utf8.count > 1 else { return nil }
        return Spelling.nearest(written, among: ["if", "while", "for", "loop", "task", "proc"])
    }

    /// What other languages call it.
    static let foreign = [
        "elif": "write `else if`, behind the brace", "elsif": "write `else if`, behind the brace",
        "elseif": "write `else if`, behind the brace",
        "func": "steps to be used again are a `proc`", "fn": "steps to be used again are a `proc`",
        "function": "steps to be used again are a `proc`",
        "import": "write `include \"lib.acall\"`",
        "switch": "write `if ... { } else if ... { }`", "goto": "write `loop { ... break if ... }`",
        "foreach": "write `for x in xs { }`", "until": "write `while !(...) { }`",
        "unless": "write `if !(...) { }`", "do": "write `loop { ...; break if ... }`",
        "print": "write `write(1, \"text\\n\")`, or hand a value out with `output`",
        "echo": "write `write(1, \"text\\n\")`, or hand a value out with `output`",
        "throw": "write `fail \"message\"`", "raise": "write `fail \"message\"`",
        "exit": "write `stop`, or `exit_group(1)` for a status",
    ]

    /// Functions of C's library that people call, and what to write.
    static let functions = [
        "printf": "write `write(1, \"text\\n\")`, or hand a value out with `output`",
        "fprintf": "write `write(2, \"text\\n\")`, or hand a value out with `output`",
        "puts": "write `write(1, \"text\\n\")`, or hand a value out with `output`",
        "println": "write `write(1, \"text\\n\")`, or hand a value out with `output`",
        "sleep": "write `nanosleep(5s)`", "usleep": "write `nanosleep(5us)`",
        "malloc": "storage is declared: `var block: bytes[64KiB]`",
        "waitpid": "write `status = wait(child)`, for what `spawn` has started",
        "system": "write `child = spawn(path, argv)`", "popen": "write `child = spawn(path, argv)`",
        "posix_spawn": "write `child = spawn(path, argv)`",
        "fopen": "write `fd = openat(AT_FDCWD, path, O_RDONLY)`",
        "strlen": "`sizeof(text)` is the size of a string",
        "perror": "write `fail \"message\"`", "abort": "write `fail \"message\"`",
    ]

    static let declaring = ["let", "const", "auto", "val", "set", "local", "def"]

    /// Types that C's declarations start with.
    static let types = [
        "int", "long", "short", "char", "unsigned", "signed", "size", "size_t", "ssize_t", "bytes",
        "path", "string", "fd", "struct", "stat", "float", "double", "bool", "void", "byte",
        "i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64",
    ]
}

extension SyntaxTree {
    /// The words that start a statement, or are a step's key.
    package var statementWords: [String] {
        isYAML
            ? YAMLWord.allCases.filter { $0.isStatement || $0.isBranch }.map(\.spelling)
            : StatementWord.all.map(\.word)
    }
}

extension SyntaxTree {
    /// What is written here for something that other languages call so.
    package static func help(forForeign name: String) -> String? {
        StatementWord.foreign[name] ?? StatementWord.functions[name]
    }
}

extension Parser {
    /// `0..3`, `b[0:2]`: another language's range. `place`: where its sign starts.
    mutating func reportRange(from low: String, _ place: Int) {
        var end = token
        if end.kind == .dot || end.kind == .colon {
            var ahead = lexer
            end = ahead.next()
        }
        let sign = source(place, token.end)
        let high = end.kind == .number || end.kind == .name ? text(end) : "n"
        error(
            "E0201", span(place, token.end), "there is no range `\(sign)`",
            help: "write `\(low)..<\(high)` without its upper end, `\(low)...\(high)` with it")
    }

    /// A statement is left out: what it would have named is no mistake elsewhere.
    mutating func noteWrongNames(from statement: Int) {
        guard statement < lexer.limit else { return }
        var ahead = Lexer(lexer.bytes, statement..<lexer.limit)
        var first = ahead.next()
        if first.reads("async", in: bytes) { first = ahead.next() }
        let second = ahead.next()
        guard first.kind == .name else { return }
        if second.kind == .assign {
            tree.wrongNames.insert(tree.names.intern(bytes[first.start..<first.end]))
        } else if second.kind == .name {
            // `int x`, `var x`, `proc p`
            tree.wrongNames.insert(tree.names.intern(bytes[second.start..<second.end]))
        }
    }

    private func stands(_ follower: StatementWord.Follower) -> Bool {
        switch (follower, token.kind) {
        case (.end, .newline), (.end, .end), (.end, .rightBrace), (.block, .leftBrace): true
        case (.end, .name): isWord("if")
        case (.name, .name): !isReserved || isWord("for") || isWord("if")
        case (.string, .string): true
        case (.value, .name): !isReserved
        case (.value, .number), (.value, .string), (.value, .character), (.value, .bang): true
        default: false
        }
    }

    /// A statement starts with a name that no parenthesis and no `=` follows.
    mutating func reportNoParenthesis(_ callee: (name: Name, span: Span)) {
        let name = tree.names[callee.name]
        if token.kind == .unknown || token.kind == .equal || token.kind == .colon {
            return reportOperator(callee.span, name)
        }
        let near = StatementWord.nearest(name, before: stands)
        if let help = StatementWord.foreign[name] ?? near.map({ "did you mean `\($0)`?" }) {
            error("E0201", callee.span, "`\(name)` starts no statement", help: help)
        } else if token.kind == .name, !isReserved {
            reportTwoNames(callee.span, name)
        } else {
            reportOperator(callee.span, name)
        }
    }

    /// `close fd`, `int x`
    private mutating func reportTwoNames(_ span: Span, _ name: String) {
        let second = text(token)
        let next = peek().kind
        if StatementWord.declaring.contains(name) {
            let value = next == .assign ? afterNext : Token(kind: .end, start: 0, end: 0)
            error(
                "E0201", span, "`\(name)` starts no statement",
                help: value.kind == .number
                    ? "write `var \(second): long = \(text(value))`"
                    : "write `\(second) = ...` for the result of a call")
        } else if name == "struct", next == .name {
            error(
                "E0201", span, "a declaration starts with `var` or `input`",
                help: "write `var \(text(peek())): \(second)`")
        } else if StatementWord.types.contains(name) || next == .assign {
            error(
                "E0201", span, "a declaration starts with `var` or `input`",
                help: StatementWord.types.contains(name)
                    ? "write `var \(second): \(name)`" : "as in `var \(second): int = 1`")
        } else if next == .newline || next == .end || next == .comma {
            error(
                "E0201", span, "`\(name)` starts no statement",
                help: "a call is written `\(name)(\(second))`, "
                    + "a declaration `var \(second): \(name)`")
        } else {
            expected("`(`", help: "a step is a call, as `\(name)(...)`")
        }
    }

    private var afterNext: Token {
        var ahead = lexer
        _ = ahead.next()
        return ahead.next()
    }

    private mutating func reportOperator(_ span: Span, _ name: String) {
        switch token.kind {
        case .equal:
            error(
                "E0201", tokenSpan, "a result is named with one `=`", help: "write `\(name) = ...`")
        case .unknown where token.start == lastEnd && bytes[token.start] >= 0xc0:
            error(
                "E0101", tokenSpan, "`\(text(token))` can't stand in a name",
                help: "names are made of the letters a to z and A to Z, digits and `_`")
        case .plus, .minus:
            if reportStepping(of: name) { return }
            guard token.kind == .minus, bytes[max(token.start - 1, 0)].isNameByte,
                peek().kind == .name
            else { return expected("`(`", help: "a step is a call, as `\(name)(...)`") }
            error(
                "E0101", tokenSpan, "`-` can't stand in a name",
                help: "write `\(name)_\(text(peek()))`")
        case .colon where peek().kind == .assign:
            error("E0201", tokenSpan, "a result is named with `=`", help: "write `\(name) = ...`")
        case .colon:
            error(
                "E0201", span, "a declaration starts with `var` or `input`",
                help: "write `var \(name): ...`")
        default: expected("`(`", help: "a step is a call, as `\(name)(...)`")
        }
    }

    /// `i++`, `i--`: false where this is neither.
    mutating func reportStepping(of place: String) -> Bool {
        guard token.kind == .plus || token.kind == .minus, peek().kind == token.kind else {
            return false
        }
        let op = token.kind == .plus ? "+" : "-"
        error(
            "E0207", span(token.start, peek().end), "there is no operator `\(op)\(op)`",
            help: "write `\(place) \(op)= 1`")
        return true
    }

    /// `++i`
    mutating func reportSteppingBefore() -> Bool {
        guard token.kind == .plus || token.kind == .minus, peek().kind == token.kind else {
            return false
        }
        let target = afterNext
        let op = token.kind == .plus ? "+" : "-"
        let name = target.kind == .name ? text(target) : "x"
        error(
            "E0207", span(token.start, peek().end), "there is no operator `\(op)\(op)`",
            help: "write `\(name) \(op)= 1`")
        return true
    }

    /// What stands behind a call and is no modifier: an operator, or the block of a misspelt word. False where
    /// it is neither.
    mutating func reportBehindCall(_ callee: String, _ result: String?, _ span: Span) -> Bool {
        if token.kind == .leftBrace, result == nil, let near = StatementWord.nearestBlock(callee) {
            error(
                "E0201", span, "`\(callee)` starts no statement", help: "did you mean `\(near)`?")
            return true
        }
        guard token.kind.binaryOperator != nil else {
            return false
        }
        // A comment of C's.
        if token.kind == .slash, peek().kind == .slash || peek().kind == .star { return false }
        let name = result ?? "n"
        error(
            "E0202", tokenSpan, "a call can't stand inside an expression",
            help: "name the result first, `\(name) = \(callee)(...)`, and write "
                + "`\(name) \(text(token)) ...` where it is used")
        return true
    }
}
