// Steps: one key names the call, or a statement; the others are modifiers.

extension YAMLReader {
    private static let modifierKeys = ["as", "expect", "allow", "retry", "fully", "if"]
    private static let statementKeys = ["output", "assert", "fail", "stop", "defer"]
    private static let widerKeys: Set<String> = [
        "loop", "while", "for", "then", "else", "break", "continue", "async", "task", "await",
        "cancel", "parallel", "include", "proc", "return", "set", "timeout",
    ]

    mutating func readStep(_ node: YAMLNode, isDeferred: Bool) {
        guard node.kind == .mapping else {
            if node.kind == .scalar, isKey(node, "stop"), !isDeferred {
                return append(node.span, .stop(condition: nil))
            }
            return error(
                "E0811", node.span, "a step is a mapping",
                help: "as in `- close: [fd]`")
        }
        let entries = entries(node)
        var subject: (key: YAMLNode, value: YAMLNode)?
        for entry in entries {
            let text = document.text(entry.key)
            if Self.modifierKeys.contains(text) { continue }
            if Self.widerKeys.contains(text) {
                return error(
                    "E0204", entry.key.span, "`\(text)` is not part of this version's language",
                    help:
                        "a program is a straight line of steps; a step can have a condition: `if: n > 0`"
                )
            }
            if let first = subject { return reportTwo(first.key, entry.key) }
            subject = entry
        }
        guard let subject else {
            return error(
                "E0812", node.span, "this step makes no call",
                help: "one key names it, as in `- close: [fd]`")
        }
        let word = document.text(subject.key)
        if Self.statementKeys.contains(word), !isDeferred {
            readStatement(word, subject, entries, node)
        } else {
            readCall(subject, entries, node, isDeferred: isDeferred)
        }
    }

    private mutating func reportTwo(_ first: YAMLNode, _ second: YAMLNode) {
        // One of them may be a modifier, misspelt.
        for key in [second, first] {
            let text = document.text(key)
            if let near = Spelling.nearest(text, among: Self.modifierKeys) {
                return error(
                    "E0809", key.span, "a step has no key `\(text)`",
                    help: "did you mean `\(near)`?")
            }
        }
        error(
            "E0812", second.span,
            "a step makes one call, and this one has `\(document.text(first))` already",
            help: "start another step with `- `")
    }

    // MARK: Statements

    private mutating func readStatement(
        _ word: String, _ subject: (key: YAMLNode, value: YAMLNode),
        _ entries: [(key: YAMLNode, value: YAMLNode)], _ node: YAMLNode
    ) {
        var condition: ExpressionID?
        for (key, value) in entries where key.start != subject.key.start {
            let text = document.text(key)
            guard text == "if", word == "fail" || word == "stop" else {
                error("E0809", key.span, "`\(word)` can't have `\(text)`", help: "remove it")
                continue
            }
            condition = expression(value)
        }
        switch word {
        case "output": readOutput(subject.value)
        case "assert": readAssert(subject.value, node.span)
        case "fail":
            let message = text(subject.value)
            append(node.span, .fail(message: message, condition: condition))
        case "stop":
            if !isEmpty(subject.value) { condition = expression(subject.value) }
            append(node.span, .stop(condition: condition))
        default:
            if subject.value.kind == .mapping {
                readStep(subject.value, isDeferred: true)
            } else {
                error(
                    "E0811", subject.value.span, "a call is needed here",
                    help: "as in `defer: {close: [fd]}`")
            }
        }
    }

    // MARK: Calls

    private mutating func readCall(
        _ subject: (key: YAMLNode, value: YAMLNode),
        _ entries: [(key: YAMLNode, value: YAMLNode)], _ node: YAMLNode, isDeferred: Bool
    ) {
        guard let callee = name(subject.key) else { return }
        var result: (name: Name, span: Span)?
        for (key, value) in entries where isKey(key, "as") {
            if isDeferred {
                error(
                    "E0809", key.span, "the result of a deferred call has no name",
                    help: "remove it")
            } else if let name = name(value) {
                result = (name, value.span)
            }
        }
        let arguments = readArguments(subject.value)
        let modifiers = readModifiers(entries)
        parser.tree.calls.append(
            CallSyntax(
                span: Span(subject.key.start, max(subject.key.end, subject.value.end)),
                result: result?.name, resultSpan: result?.span ?? subject.key.span, callee: callee,
                calleeSpan: subject.key.span, arguments: arguments, modifiers: modifiers))
        let index = UInt32(parser.tree.calls.count - 1)
        append(node.span, isDeferred ? .deferred(index) : .call(index))
    }

    /// By position, by name, one by itself, or none.
    private mutating func readArguments(_ node: YAMLNode) -> ListRange {
        var arguments: [Argument] = []
        switch node.kind {
        case .sequence:
            for item in items(node) {
                let item = self.node(item)
                arguments.append(
                    Argument(label: nil, labelSpan: item.span, value: expression(item)))
            }
        case .mapping:
            let entries = entries(node)
            if entries.count == 1, isKey(entries[0].key, "text") {
                arguments.append(
                    Argument(label: nil, labelSpan: node.span, value: expression(node)))
                break
            }
            for (key, value) in entries {
                guard let name = name(key) else { continue }
                arguments.append(
                    Argument(label: name, labelSpan: key.span, value: expression(value)))
            }
        case .scalar:
            if !isEmpty(node) {
                arguments.append(
                    Argument(label: nil, labelSpan: node.span, value: expression(node)))
            }
        }
        let start = parser.tree.arguments.count
        parser.tree.arguments += arguments
        return ListRange(start: start, count: arguments.count)
    }

    // MARK: Modifiers

    private mutating func readModifiers(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> UInt32? {
        var modifiers = Modifiers()
        var hasAny = false
        for (key, value) in entries {
            let span = Span(key.start, max(key.end, value.end))
            if isKey(key, "expect") {
                guard let value = scalar(value, "what is expected") else { continue }
                begin(value)
                modifiers.expect = parser.parseExpectation()
                parser.endFragment()
                modifiers.expectSpan = span
            } else if isKey(key, "allow") {
                modifiers.allow = errnos(value)
                modifiers.allowSpan = span
            } else if isKey(key, "retry") {
                modifiers.retry = retry(value)
                modifiers.retrySpan = span
            } else if isKey(key, "fully") {
                guard readFlag(value) else { continue }
                modifiers.isFully = true
                modifiers.fullySpan = span
            } else if isKey(key, "if") {
                modifiers.condition = expression(value)
            } else {
                continue
            }
            hasAny = true
        }
        guard hasAny else { return nil }
        parser.tree.modifiers.append(modifiers)
        return UInt32(parser.tree.modifiers.count - 1)
    }

    /// The one place where `true` and `false` mean something.
    private mutating func readFlag(_ node: YAMLNode) -> Bool {
        if node.kind == .scalar, isKey(node, "true") { return true }
        if node.kind != .scalar || !isKey(node, "false") {
            error("E0811", node.span, "`true` or `false` is needed here")
        }
        return false
    }

    /// One errno, or a sequence of them.
    private mutating func errnos(_ node: YAMLNode) -> ListRange {
        if node.kind == .sequence { return list(items(node).map { expression(self.node($0)) }) }
        return list([expression(node)])
    }

    private mutating func retry(_ node: YAMLNode) -> Retry? {
        let form = "as in `{on: [EINTR], times: 5, after: 10ms}`"
        guard node.kind == .mapping else {
            error("E0811", node.span, "`retry` is a mapping", help: form)
            return nil
        }
        var on: ListRange?
        var times: ExpressionID?
        var after: ExpressionID?
        for (key, value) in entries(node) {
            switch document.text(key) {
            case "on": on = errnos(value)
            case "times": times = expression(value)
            case "after": after = expression(value)
            default: unknownKey(key, ["on", "times", "after"])
            }
        }
        guard let on, let times else {
            error("E0811", node.span, "`retry` needs `on` and `times`", help: form)
            return nil
        }
        return Retry(on: on, times: times, after: after)
    }
}
