// Steps: one key names the call, or a statement; the others are modifiers.

/// What is done with a step's call.
enum CallRole {
    case plain, deferred, async
}

extension YAMLReader {
    mutating func readStep(_ node: YAMLNode, _ role: CallRole) {
        parser.statementCount += 1
        if parser.statementCount > Parser.maximumStatements {
            if parser.statementCount == Parser.maximumStatements + 1 {
                error("E0701", node.span, "a program has at most 1,000,000 steps")
            }
            return
        }
        guard node.kind == .mapping else { return readScalarStep(node) }
        if role == .plain, readIf(node) { return }
        var subject: Int?
        for entry in entries(node) {
            let key = key(entry)
            let word = word(key)
            if word.isModifier { continue }
            if word == .op, hasKey(.set, node) { continue }
            guard key.kind == .scalar else { return }
            guard let first = subject else {
                subject = entry
                continue
            }
            // A key that is given twice is reported already.
            if document.value(self.key(first)).elementsEqual(document.value(key)) { continue }
            return reportTwo(self.key(first), key)
        }
        guard let subject else {
            return error(
                "E0812", node.span, "this step makes no call",
                help: "one key names it, as in `- close: [fd]`")
        }
        let word = word(key(subject))
        guard word.isStatement else { return readCall(subject, node, role) }
        guard role == .plain else {
            return error(
                "E0811", key(subject).span,
                "`\(word.spelling)` is no call, and can't be \(role == .deferred ? "deferred" : "started")",
                help: role == .deferred
                    ? "as in `defer: {close: [fd]}`" : "as in `async: {as: got, read: [fd, text]}`")
        }
        readStatement(word, subject, node)
    }

    /// A step that is no mapping: `stop`, or a mistake.
    private mutating func readScalarStep(_ node: YAMLNode) {
        let word = word(node)
        switch word {
        case .stop: return append(node.span, .stop(condition: nil))
        case .break: return append(node.span, .break(condition: nil))
        case .continue: return append(node.span, .continue(condition: nil))
        case .return: return append(node.span, .return(value: nil))
        default: break
        }
        if isEmpty(node) {
            return error(
                "E0812", node.span, "this step makes no call",
                help: "one key names it, as in `- close: [fd]`")
        }
        var help = "as in `- close: [fd]`"
        if node.kind == .scalar, document.value(node).allSatisfy(\.isNameByte) {
            help =
                word.isStatement || word.isModifier
                ? "it is followed by `:` and a value"
                : "without arguments, it is `- \(document.shown(node)): []`"
        }
        error("E0811", node.span, "a step is a mapping, and this is \(what(node))", help: help)
    }

    /// What other tools call things that this one has too.
    private static let foreign: [String: String] = [
        "name": "write a comment: `# ...`", "id": "a result is named with `as`",
        "register": "a result is named with `as`", "when": "a condition is written `if`",
        "unless": "a condition is written `if`, as in `if: \"!x\"`",
        "ignore_errors": "errors that are results are listed: `allow: [EEXIST]`",
        "retries": "write `retry: {on: [EINTR], times: 5}`",
        "until": "write `retry: {on: [EINTR], times: 5}`",
        "failed_when": "what a result must be is written `expect`",
        "run": "a step makes a system call: `- close: [fd]`",
        "args": "the arguments are the value of the call's key",
        "with": "the arguments are the value of the call's key",
    ]

    private mutating func reportTwo(_ first: YAMLNode, _ second: YAMLNode) {
        // One of them may be a modifier, misspelt.
        for key in [second, first] {
            let text = document.text(key)
            let near = Spelling.nearest(text, among: YAMLWord.modifiers)
            if let help = Self.foreign[text] ?? near.map({ "did you mean `\($0)`?" }) {
                return error(
                    "E0809", key.span, "a step has no key `\(document.shown(key))`", help: help)
            }
        }
        if document.text(second) == "<<" { return unknownKey(second, []) }
        error(
            "E0812", second.span,
            "a step makes one call, and this one has `\(document.shown(first))` already",
            help: "start another step with `- `")
    }

    // MARK: Statements

    private mutating func readStatement(_ word: YAMLWord, _ subject: Int, _ node: YAMLNode) {
        var condition: ExpressionID?
        for entry in entries(node) where key(entry).start != key(subject).start {
            let modifier = self.word(key(entry))
            guard modifier.isModifier else { continue }
            if modifier == .if, word == .fail || word == .stop {
                condition = scalarExpression(value(entry), "a condition")
            } else if modifier == .as, word == .set {
                continue
            } else {
                error(
                    "E0809", key(entry).span,
                    "`\(word.spelling)` can't have `\(modifier.spelling)`",
                    help: word == .defer ? "it goes into the deferred step" : "remove it")
            }
        }
        let value = value(subject)
        switch word {
        case .output: readOutput(value)
        case .assert: readAssert(value, node.span)
        case .fail:
            let message = text(value)
            append(node.span, .fail(message: message, condition: condition))
        case .stop: readStop(value, condition, node.span)
        case .defer:
            if value.kind == .mapping { return readStep(value, .deferred) }
            needed("a call", value, help: "as in `defer: {close: [fd]}`")
        default: readBlockStatement(word, value, node)
        }
    }

    // MARK: Calls

    private mutating func readCall(_ subject: Int, _ node: YAMLNode, _ role: CallRole) {
        let calleeNode = key(subject)
        guard let callee = newName(calleeNode) else { return }
        let argumentsNode = value(subject)
        let arguments = readArguments(argumentsNode)
        var call = CallSyntax(
            span: Span(calleeNode.start, max(calleeNode.end, argumentsNode.end)),
            result: nil, resultSpan: calleeNode.span, callee: callee, calleeSpan: calleeNode.span,
            arguments: arguments, modifiers: nil)
        if node.count > 2 { readModifiers(node, role == .deferred, &call) }
        parser.tree.calls.append(call)
        let index = UInt32(parser.tree.calls.count - 1)
        switch role {
        case .plain: append(node.span, .call(index))
        case .deferred: append(node.span, .deferred(index))
        case .async: append(node.span, .async(index))
        }
    }

    /// By position, by name, one by itself, or none.
    private mutating func readArguments(_ node: YAMLNode) -> ListRange {
        // No value has arguments itself, so they can be appended while the values are read.
        let start = parser.tree.arguments.count
        if node.kind == .sequence {
            for item in items(node) {
                let item = self.node(item)
                if hasTooManyErrors(item) { break }
                appendArgument(nil, item.span, item)
            }
        } else if node.kind == .mapping, literalText(node) == nil {
            for (position, entry) in entries(node).enumerated() {
                let key = key(entry)
                if hasTooManyErrors(key) { break }
                // Beside named ones, an argument that goes by its position has that as its key.
                if key.kind == .scalar,
                    document.value(key).elementsEqual(String(position).utf8)
                {
                    appendArgument(nil, key.span, value(entry))
                    continue
                }
                guard let name = keyName(key) else { continue }
                appendArgument(name, key.span, value(entry))
            }
        } else if !isEmpty(node) {
            appendArgument(nil, node.span, node)
        }
        return ListRange(start: start, count: parser.tree.arguments.count - start)
    }

    private mutating func appendArgument(_ label: Name?, _ span: Span, _ node: YAMLNode) {
        let value = expression(node)
        parser.tree.arguments.append(Argument(label: label, labelSpan: span, value: value))
    }

    // MARK: Modifiers

    private mutating func readModifiers(
        _ node: YAMLNode, _ isDeferred: Bool, _ call: inout CallSyntax
    ) {
        var modifiers = Modifiers()
        var hasAny = false
        for entry in entries(node) {
            let key = key(entry)
            let value = value(entry)
            let span = Span(key.start, max(key.end, value.end))
            switch word(key) {
            case .as:
                readResult(key, value, isDeferred, &call)
                continue
            case .expect:
                modifiers.expect = expectation(value)
                modifiers.expectSpan = span
            case .allow:
                modifiers.allow = errnos(value)
                modifiers.allowSpan = span
            case .retry:
                modifiers.retry = retry(value)
                modifiers.retrySpan = span
            case .fully:
                guard readFlag(value) else { continue }
                modifiers.isFully = true
                modifiers.fullySpan = span
            case .timeout:
                modifiers.timeout = scalarExpression(value, "a time")
                modifiers.timeoutSpan = span
            case .if: modifiers.condition = scalarExpression(value, "a condition")
            default: continue
            }
            hasAny = true
        }
        guard hasAny else { return }
        parser.tree.modifiers.append(modifiers)
        call.modifiers = UInt32(parser.tree.modifiers.count - 1)
    }

    private mutating func readResult(
        _ key: YAMLNode, _ value: YAMLNode, _ isDeferred: Bool, _ call: inout CallSyntax
    ) {
        if isDeferred {
            return error(
                "E0809", key.span, "the result of a deferred call has no name", help: "remove it")
        }
        if value.kind == .scalar, document.value(value).contains(where: { !$0.isNameByte }) {
            call.target = place(value)
            call.resultSpan = value.span
            return
        }
        guard let name = newName(value) else { return }
        call.result = name
        call.resultSpan = value.span
    }

    /// The one place where `true` and `false` mean something.
    private mutating func readFlag(_ node: YAMLNode) -> Bool {
        let word = word(node)
        if word != .true, word != .false {
            needed("`true` or `false`", node, help: isEmpty(node) ? "write `fully: true`" : nil)
        }
        return word == .true
    }

    private mutating func retry(_ node: YAMLNode) -> Retry? {
        let form = "as in `{on: [EINTR], times: 5, after: 10ms}`"
        guard node.kind == .mapping else {
            error("E0811", node.span, "`retry` is a mapping, and this is \(what(node))", help: form)
            return nil
        }
        var on: ListRange?
        var times: ExpressionID?
        var after: ExpressionID?
        var isKnown = true
        for entry in entries(node) {
            switch word(key(entry)) {
            case .on: on = errnos(value(entry))
            case .times: times = scalarExpression(value(entry), "a number")
            case .after: after = scalarExpression(value(entry), "a time")
            default:
                isKnown = false
                unknownKey(key(entry), ["on", "times", "after"])
            }
        }
        if let on, let times { return Retry(on: on, times: times, after: after) }
        if isKnown {
            error(
                "E0811", node.span, "`retry` needs \(on == nil ? "`on`" : "`times`") too",
                help: form)
        }
        return nil
    }
}
