// Keys that no step has: misspelt ones, other tools' words for what is there, and keys beside what they stand below.
//
// Input: a step's mapping. Output: an error with what to write.

extension YAMLReader {
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
        "delay": "write `retry: {on: [EINTR], times: 5, after: 10ms}`",
        "with_items": "write `for: {each: item, in: items, steps: [...]}`",
        "block": "several steps stand below `then`, `loop`, `task: {steps: [...]}`",
        "elif": "write `else: [{if: ..., then: [...]}]`",
        "elsif": "write `else: [{if: ..., then: [...]}]`",
        "rescue": "errors that are results are listed: `allow: [EEXIST]`",
        "continue-on-error": "errors that are results are listed: `allow: [EEXIST]`",
        "continue_on_error": "errors that are results are listed: `allow: [EEXIST]`",
        "timeout-minutes": "write `timeout: 60s`",
        "env":
            "it is an argument of `spawn`: `spawn: {path: '\"/bin/env\"', argv: ['\"env\"'], env: ['\"A=b\"']}`",
        "environment":
            "it is an argument of `spawn`: `spawn: {path: '\"/bin/env\"', argv: ['\"env\"'], env: ['\"A=b\"']}`",
        "become": "steps run as the user who runs the program: remove it",
        "become_user": "steps run as the user who runs the program: remove it",
        "sudo": "steps run as the user who runs the program: remove it",
        "tags": "every step runs: remove it", "notify": "every step runs in its place: remove it",
        "needs": "steps run in their order; to wait for a chain, write `await: name`",
        "depends_on": "steps run in their order; to wait for a chain, write `await: name`",
        "shell": "start a program: `spawn: ['\"/bin/sh\"', ['\"sh\"', '\"-c\"', '\"ls\"']]`",
        "script": "start a program: `spawn: ['\"/bin/sh\"', ['\"sh\"', '\"-c\"', '\"ls\"']]`",
        "command": "start a program: `spawn: ['\"/bin/ls\"', ['\"ls\"']]`",
        "uses": "procs of another file come with `include: lib.acall` at the top",
        "always": "what runs at the end is written `defer: {close: [fd]}`",
    ]

    /// What a key that no step has was meant as; nil where it may be a call.
    func modifierHelp(_ key: YAMLNode, _ branch: Int?) -> String? {
        let text = document.text(key)
        let words = YAMLWord.modifiers + (branch == nil ? [] : ["then", "else"])
        return Self.foreign[text]
            ?? Spelling.nearest(text, among: words).map { "did you mean `\($0)`?" }
            ?? (text.utf8.allSatisfy(\.isNameByte)
                ? nil : "beside the call stand " + YAMLWord.modifiers.joined(separator: ", "))
    }

    /// Keys that stand below another key of the step, and not beside it.
    private static let parts: [(owner: YAMLWord, parts: [YAMLWord], form: String)] = [
        (.assert, [.that, .message], "assert: {that: n > 0, message: why}"),
        (.for, [.each, .in, .steps], "for: {each: i, in: 0..<10, steps: [...]}"),
        (.while, [.cond, .steps], "while: {cond: n > 0, steps: [...]}"),
        (.loop, [.steps], "loop: [{close: [fd]}, break]"),
        (.task, [.steps], "task: {as: a, steps: [...]}"),
        (.parallel, [.in, .limit, .steps], "parallel: {for: i, in: 0..<4, steps: [...]}"),
        (.await, [.all, .any], "await: {any: [a, b], timeout: 1s}"),
        (.fail, [.message], "fail: why"),
    ]

    /// `assert: n > 0` with `message: why` beside it.
    mutating func reportPartBeside(_ keys: [Int]) -> Bool {
        for part in Self.parts where keys.contains(where: { word(key($0)) == part.owner }) {
            guard let wrong = keys.first(where: { part.parts.contains(word(key($0))) }) else {
                continue
            }
            let name = document.shown(key(wrong))
            error(
                "E0809", key(wrong).span, "`\(part.owner.spelling)` can't have `\(name)` beside it",
                help: "it goes below it: `\(part.form)`")
            return true
        }
        return false
    }

    mutating func reportNoKey(_ key: YAMLNode, _ branch: Int?) {
        error(
            "E0809", key.span, "a step has no key `\(document.shown(key))`",
            help: modifierHelp(key, branch))
    }

    mutating func reportTwo(_ first: YAMLNode, _ second: YAMLNode) {
        for (around, call) in [(first, second), (second, first)] where word(around).isAround {
            let word = word(around).spelling
            return error(
                "E0812", call.span, "a step with `\(word)` makes no call",
                help: self.word(call).isAround
                    ? "start another step with `- `" : "the call goes below `\(word)`")
        }
        error(
            "E0812", second.span,
            "a step makes one call, and this one has `\(document.shown(first))` already",
            help: "start another step with `- `")
    }

    mutating func reportCallBeside(_ branch: YAMLNode, _ call: YAMLNode) {
        if word(branch) == .else, word(call) == .await {
            return error(
                "E0809", branch.span, "`await` can't have `else`",
                help: "it goes below `await`: `await: {all: [a], timeout: 1s, else: [...]}`")
        }
        error(
            "E0812", call.span,
            "a step with `\(document.shown(branch))` makes no call",
            help: "the call goes below `then`, as in `then: [{close: [fd]}]`")
    }

    /// What other languages call the steps of a condition or a loop.
    private static let blockWords: Set<String> = ["do", "body", "begin", "block", "actions"]

    /// A key that has steps below it, and whose word is misspelt: what is below is looked at, and left out. False
    /// where it may be a call.
    mutating func reportMisspelt(_ subject: Int, _ node: YAMLNode) -> Bool {
        let value = value(subject)
        var words: [YAMLWord] = []
        var steps: YAMLNode?
        if value.kind == .sequence {
            let isBlock = items(value).allSatisfy {
                let item = self.node($0)
                return item.kind == .mapping || word(item).isBare
            }
            let hasIf = entries(node).contains { word(key($0)) == .if }
            guard isBlock, hasIf || value.count > 0 else { return false }
            if Self.blockWords.contains(document.text(key(subject))) {
                error(
                    "E0809", key(subject).span,
                    "a step has no key `\(document.shown(key(subject)))`",
                    help: hasIf
                        ? "the steps of an `if` stand below `then`"
                        : "steps that are repeated stand below `loop`, those of a chain below "
                            + "`task: {steps: [...]}`")
                _ = readBlock(value, .steps)
                return true
            }
            words = hasIf ? [.then, .else, .loop] : [.loop, .parallel, .then, .else]
            steps = value
        } else if value.kind == .mapping {
            let entry = entries(value).first { word(key($0)) == .steps }
            words = [.while, .for, .task, .parallel]
            steps = entry.map { self.value($0) }
        }
        let text = document.text(key(subject))
        guard let steps, text.utf8.count > 1,
            let near = Spelling.nearest(text, among: words.map(\.spelling))
        else { return false }
        error(
            "E0809", key(subject).span, "a step has no key `\(document.shown(key(subject)))`",
            help: "did you mean `\(near)`?")
        _ = readBlock(steps, .steps)
        return true
    }
}
