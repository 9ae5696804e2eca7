// Steps: one key names the call, or a statement; the others are modifiers.

extension YAMLReader {
    /// What a step is to the one that it stands in.
    enum Role { case step, deferred, async }

    mutating func readStep(_ node: YAMLNode, _ role: Role) {
        guard node.kind == .mapping else { return readScalarStep(node) }
        var subject: Int?
        var others: [Int] = []
        var branch: Int?
        for entry in entries(node) {
            let key = key(entry)
            let word = word(key)
            if word.isModifier { continue }
            guard key.kind == .scalar else { return }
            if key.count == 2, document.value(key).elementsEqual("<<".utf8) {
                unknownKey(key, [])
                continue
            }
            if word.isBranch {
                branch = branch ?? entry
                continue
            }
            guard let first = subject else {
                subject = entry
                continue
            }
            // A key that is given twice is reported already.
            if !document.areEqual(self.key(first), key) { others.append(entry) }
        }
        let known = parser.diagnostics.list.count
        if let first = subject, !others.isEmpty || branch != nil {
            subject = chosen([first] + others, branch, &others)
            if subject == nil, !others.isEmpty { return }
        }
        let isWhole = parser.diagnostics.list.count == known
        if let branch {
            if role != .step { return reportNoCall(key(branch), "if", role) }
            if let subject { return reportCallBeside(key(branch), key(subject)) }
            return readIf(node, key(branch), isWhole: isWhole)
        }
        guard let chosen = subject else {
            let hasCondition = entries(node).contains { self.word(key($0)) == .if }
            return error(
                "E0812", node.span, "this step makes no call",
                help: hasCondition && role == .step
                    ? "beside `if` stands a call, or `then` with steps"
                    : "one key names it, as in `- close: [fd]`")
        }
        readStep(node, role, chosen)
    }

    /// By the key that says what it does.
    private mutating func readStep(_ node: YAMLNode, _ role: Role, _ subject: Int) {
        let word = word(key(subject))
        switch word {
        // A proc that stands behind steps; most stand below `procs`.
        case .proc where role == .step && value(subject).kind == .mapping:
            readProcedures(value(subject))
        case .proc, .procs: reportProcedure(key(subject))
        case .steps: reportSteps(key(subject), node)
        case .vars, .inputs:
            let name = word == .vars ? "var" : "input"
            error(
                "E0809", key(subject).span, "a step has no key `\(word.spelling)`",
                help: "as a step it is `\(name)`, as in `- \(name): {n: int}`")
        case _ where !word.isStatement:
            if role == .step, reportMisspelt(subject, node) { return }
            readCall(subject, node, role)
        case _ where role != .step: reportNoCall(key(subject), word.spelling, role)
        default: readStatement(word, subject, node)
        }
    }

    /// The key of several that says what a step does; nil where none does. The others are reported: they may be
    /// modifiers, misspelt, without which the step is looked at. `left`: the others that may be calls.
    private mutating func chosen(_ keys: [Int], _ branch: Int?, _ left: inout [Int]) -> Int? {
        if reportPartBeside(keys) {
            left = Array(keys.dropFirst())
            return nil
        }
        var keys = keys
        while keys.count > 1 || branch != nil,
            let wrong = keys.lastIndex(where: { modifierHelp(key($0), branch) != nil })
        {
            reportNoKey(key(keys.remove(at: wrong)), branch)
        }
        left = Array(keys.dropFirst())
        guard keys.count > 1 else { return keys.first }
        reportTwo(key(keys[0]), key(keys[1]))
        return keys.contains { word(key($0)).isAround } ? nil : keys[0]
    }

    private mutating func reportNoCall(_ key: YAMLNode, _ word: String, _ role: Role) {
        error(
            "E0811", key.span,
            "`\(word)` is no call, and can't be \(role == .async ? "async" : "deferred")",
            help: role == .async
                ? "what is more than a call is a `task`: `task: {as: a, steps: [...]}`"
                : "as in `defer: {close: [fd]}`")
    }

    private mutating func reportProcedure(_ key: YAMLNode) {
        error(
            "E0809", key.span, "a step has no key `\(document.shown(key))`",
            help: "procs stand at the top: `procs: {slurp: {params: {file: path}, steps: [...]}}`")
    }

    private mutating func reportSteps(_ key: YAMLNode, _ node: YAMLNode) {
        let hasIf = entries(node).contains { word(self.key($0)) == .if }
        error(
            "E0809", key.span, "a step has no key `steps`",
            help: hasIf
                ? "the steps of an `if` stand below `then`"
                : "they go below `then`, `loop`, or another key that has steps, as in "
                    + "`task: {steps: [...]}`")
    }

    /// A step that is no mapping: `stop` and its like, or a mistake.
    private mutating func readScalarStep(_ node: YAMLNode) {
        let word = word(node)
        switch word {
        case .stop, .break, .continue: return readEnd(word, nil, nil, node.span)
        case .return: return append(node.span, .return(value: nil))
        default: break
        }
        if isEmpty(node) {
            return error(
                "E0812", node.span, "this step makes no call",
                help: "one key names it, as in `- close: [fd]`")
        }
        if node.kind == .scalar, let spaced = spaced(document.value(node)) {
            let isInvisible = document.value(node).contains { $0 >= 0x80 }
            return error(
                "E0811", node.span,
                isInvisible
                    ? "an invisible character stands behind `:`, where a space is needed"
                    : "a space is missing behind `:`", help: "write `- \(spaced)`")
        }
        var help = "as in `- close: [fd]`"
        if node.kind == .scalar {
            let first = document.value(node).prefix { $0 != UInt8(ascii: " ") }
            if first.count < node.count, YAMLWord(first).isBare {
                help = "what stands behind it is its value: `- \(YAMLWord(first).spelling): n`"
            } else if word.isStatement || word.isModifier || word.isBranch {
                help = "it is followed by `:` and a value"
            } else if let near = Spelling.nearest(document.text(node), among: YAMLWord.bare) {
                help = "did you mean `\(near)`?"
            } else if document.value(node).allSatisfy(\.isNameByte) {
                help = "without arguments, it is `- \(document.shown(node)): []`"
            }
        }
        error("E0811", node.span, "a step is a mapping, and this is \(what(node))", help: help)
    }

    /// `getpid:[]` with a space behind its first colon; nil where no name stands before one.
    func spaced(_ value: ArraySlice<UInt8>) -> String? {
        guard let colon = value.firstIndex(of: UInt8(ascii: ":")), value.count <= 60,
            value.first.map(\.isNameStart) == true, value[..<colon].allSatisfy(\.isNameByte),
            value.index(after: colon) < value.endIndex
        else { return nil }
        let rest = value[value.index(after: colon)...].drop { $0 >= 0x80 }
        return String(decoding: value[..<colon], as: UTF8.self) + ": "
            + String(decoding: rest, as: UTF8.self)
    }

    // MARK: Statements

    private mutating func readStatement(_ word: YAMLWord, _ subject: Int, _ node: YAMLNode) {
        var condition: ExpressionID?
        var target: YAMLNode?
        for entry in entries(node) where key(entry).start != key(subject).start {
            let modifier = self.word(key(entry))
            guard modifier.isModifier else { continue }
            if modifier == .if, word.isConditional {
                condition = scalarExpression(value(entry), "a condition")
            } else if modifier == .as, word == .set {
                target = value(entry)
            } else {
                reportModifier(key(entry), modifier, word)
            }
        }
        let value = value(subject)
        switch word {
        case .set: readSet(value, target, node)
        case .output: readOutput(value)
        case .assert: readAssert(value, node.span)
        case .fail:
            if value.kind == .mapping {
                return needed(
                    "a text", value,
                    help: "a condition stands beside it: `{fail: why, if: n > 0}`")
            }
            let message = text(value)
            append(node.span, .fail(message: message, condition: condition))
        case .stop, .break, .continue: readEnd(word, value, condition, node.span)
        case .return:
            let result = isEmpty(value) ? nil : expression(value)
            append(node.span, .return(value: result))
        case .input: readDeclarationStep(value, .input, .default)
        case .var: readDeclarationStep(value, .var, .value)
        case .include: readIncludes(value)
        default: readBlockStatement(word, key(subject), value, node.span)
        }
    }

    private mutating func reportModifier(
        _ key: YAMLNode, _ modifier: YAMLWord, _ statement: YAMLWord
    ) {
        var help = "remove it"
        switch (statement, modifier) {
        case (.defer, _), (.async, _): help = "it goes into the step below `\(statement.spelling)`"
        case (.await, .timeout): help = "it goes below `await`: `await: {all: [a], timeout: 1s}`"
        case (.task, .as): help = "it goes below `task`: `task: {as: a, steps: [...]}`"
        case (_, .if): help = "write `{if: ..., then: [...]}` with this step below `then`"
        case (_, .as) where statement.isAround || statement == .await: help = "it has no result"
        default: break
        }
        error(
            "E0809", key.span, "`\(statement.spelling)` can't have `\(modifier.spelling)`",
            help: help)
    }

    // MARK: Calls

    private mutating func readCall(_ subject: Int, _ node: YAMLNode, _ role: Role) {
        let calleeNode = key(subject)
        guard let callee = newName(calleeNode) else { return }
        let argumentsNode = value(subject)
        let arguments = readArguments(argumentsNode)
        var call = CallSyntax(
            span: Span(calleeNode.start, max(calleeNode.end, argumentsNode.end)),
            result: nil, resultSpan: calleeNode.span, callee: callee, calleeSpan: calleeNode.span,
            arguments: arguments, modifiers: nil)
        if node.count > 2 { readModifiers(node, role, &call) }
        parser.tree.calls.append(call)
        let index = UInt32(parser.tree.calls.count - 1)
        switch role {
        case .step: append(node.span, .call(index))
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
            var seen: Set<Name> = []
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
                // One that is given twice is reported already.
                guard let name = keyName(key), isFirst(name, &seen) else { continue }
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
        _ node: YAMLNode, _ role: Role, _ call: inout CallSyntax
    ) {
        var modifiers = Modifiers()
        var hasAny = false
        for entry in entries(node) {
            let key = key(entry)
            let value = value(entry)
            let span = Span(key.start, max(key.end, value.end))
            switch word(key) {
            case .as:
                readResult(key, value, role, &call)
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
        _ key: YAMLNode, _ value: YAMLNode, _ role: Role, _ call: inout CallSyntax
    ) {
        if role == .deferred {
            return error(
                "E0809", key.span, "the result of a deferred call has no name", help: "remove it")
        }
        call.resultSpan = value.span
        if role == .step, isPlace(value) {
            call.target = place(value)
        } else {
            call.result = newName(value)
        }
    }

    /// The one place where `true` and `false` mean something.
    private mutating func readFlag(_ node: YAMLNode) -> Bool {
        let word = word(node)
        if word != .true, word != .false {
            let isYes = ["yes", "on", "1", "True"].contains(document.text(node))
            needed(
                "`true` or `false`", node,
                help: isEmpty(node) || isYes ? "write `fully: true`" : nil)
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
