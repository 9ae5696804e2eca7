// What `acall-run syscalls` prints: one call in full, and all of them a line each.
//
// Input: a call's name. Output: text of lines up to 80 columns, ending with a newline. Invariant: what it says
// comes from the rows alone; nothing here knows a call.

extension Catalog {
    /// A call in full: signature, numbers, arguments with their constants, what it makes and consumes, whether it
    /// can wait for ever, policy, an example. nil where there is no such call.
    package func describe(syscall name: String) -> String? {
        guard let call = syscall(named: name) else {
            return Builtin.named(name).map { describe($0) }
        }
        var page = Page()
        page.heading(call.signature(as: name), hanging: 4)
        page.line()
        page.heading("    " + call.summary, hanging: 4)
        page.line()
        let others = ([call.name] + call.aliases).filter { $0 != name }
        if !others.isEmpty { page.entry("also called", others.joined(separator: ", ")) }
        page.entry("number", numbers(of: name))
        for parameter in call.parameters.indices {
            describe(parameter, of: call, as: name, on: &page)
        }
        page.entry("returns", call.resultText)
        if let index = call.makesDescriptorsIn {
            page.entry(
                "makes",
                "descriptors, in \(call.parameters[index].name); they are closed by themselves")
        }
        if let condition = call.makesDescriptorIf {
            page.entry(
                "makes",
                "a descriptor where \(call.text(of: condition)); it is closed by itself")
        }
        if let index = call.consumes {
            page.entry("closes", "the descriptor in \(call.parameters[index].name)")
        }
        if let advance = call.advance {
            page.entry(
                "fully",
                "can be written: repeats until \(call.parameters[advance.length].name) is done")
        }
        if let text = call.blockingText { page.entry("blocks", text) }
        for restriction in call.restrictions {
            let condition = call.text(of: restriction.condition)
            page.entry(
                "policy", "\(restriction.policy.text) where \(condition): \(restriction.reason)")
        }
        if call.policy != .allow {
            page.entry("policy", "\(call.policy.text): \(call.policyReason)")
            for exception in call.exceptions {
                page.entry("", "allowed where \(call.text(of: exception))")
            }
        }
        if !call.warning.isEmpty { page.entry("warning", call.warning) }
        if !call.instead.isEmpty { page.entry("instead", call.instead) }
        page.entry("example", call.example)
        return page.text
    }

    /// Every call in a line: its name and arguments, those that can be left out in brackets, and its policy where
    /// it is not allowed as it is.
    package func listing() -> String {
        var text = ""
        for position in 0..<Table.syscalls.count {
            let key = Fields.first(of: Table.syscalls[position])
            guard !key.utf8.contains(Table.architectureMark), let call = syscall(named: key) else {
                continue
            }
            var line = call.shortSignature
            var notes: [String] = []
            if call.number == nil { notes.append("not on \(architecture)") }
            if call.policy != .allow { notes.append("\(call.policy)") }
            if !notes.isEmpty {
                line += String(repeating: " ", count: max(1, 64 - line.utf8.count))
                line += notes.joined(separator: ", ")
            }
            text += line + "\n"
        }
        for builtin in Builtin.all {
            let padding = String(repeating: " ", count: max(1, 64 - builtin.form.utf8.count))
            text += builtin.form + padding + "the language's own\n"
        }
        return text
    }

    private func describe(_ builtin: Builtin) -> String {
        var page = Page()
        page.heading(builtin.form, hanging: 4)
        page.line()
        page.heading("    " + builtin.summary, hanging: 4)
        page.line()
        page.entry("number", "none: it is the language's own")
        for argument in builtin.arguments { page.entry(argument.name, argument.text) }
        page.entry("returns", builtin.result)
        page.entry("example", builtin.example)
        return page.text
    }

    private func numbers(of name: String) -> String {
        Architecture.allCases.map { architecture in
            let number = Catalog(architecture: architecture).syscall(named: name)?.number
            return number.map { "\($0) on \(architecture)" } ?? "none on \(architecture)"
        }.joined(separator: ", ")
    }

    private func describe(_ index: Int, of call: Syscall, as name: String, on page: inout Page) {
        let parameter = call.parameters[index]
        var text = parameter.type.text(in: call)
        if parameter.mayBeNull, parameter.defaultArgument != .null { text += ", or null" }
        if let left = call.leavingOut(parameter) { text += "; " + left }
        if !parameter.isImplied, !call.positionalParameters(as: name).contains(index) {
            text += ", and only given by name"
        }
        if parameter.kernelName != parameter.name {
            text += "; the kernel says \(parameter.kernelName)"
        }
        page.entry(parameter.name, text)
        if let absolute = parameter.absolute { page.detail(call.text(of: absolute)) }
        let narrowings = call.narrowings.filter { $0.parameter == index }
        for narrowing in narrowings {
            page.detail("where \(call.text(of: narrowing.condition)): " + names(of: narrowing.set))
        }
        guard narrowings.isEmpty, case .integer(_, let meaning) = parameter.type else { return }
        switch meaning {
        case .flags(let set), .enumeration(let set): page.detail(names(of: set))
        default: break
        }
    }

    /// The names of a set: `one of` an enumeration, `any of` flags, or both.
    private func names(of name: String) -> String {
        guard let set = constantSet(named: name) else { return "" }
        let all = set.members.map(\.name).joined(separator: " ")
        guard set.isFlags else { return "one of " + all }
        guard set.enumerationMask != 0 else { return "any of " + all }
        let single = set.members.filter { $0.value & ~set.enumerationMask == 0 }
        let flags = set.members.filter { $0.value & ~set.enumerationMask != 0 }
        guard !flags.isEmpty else { return "one of " + all }
        return "one of " + single.map(\.name).joined(separator: " ") + "; any of "
            + flags.map(\.name).joined(separator: " ")
    }
}

/// Text in two columns, wrapped.
private struct Page {
    private(set) var text = ""
    private static let indent = 14
    private static let width = 80

    mutating func line(_ line: String = "") { text += line + "\n" }

    /// A paragraph whose later lines are indented.
    mutating func heading(_ words: String, hanging: Int) {
        let start = words.prefix { $0 == " " }
        wrap(String(start), String(words.dropFirst(start.count)), hanging: hanging)
    }

    mutating func entry(_ label: String, _ words: String) {
        let gap = max(1, Page.indent - 2 - label.utf8.count)
        wrap("  " + label + String(repeating: " ", count: gap), words)
    }

    mutating func detail(_ words: String) {
        wrap(String(repeating: " ", count: Page.indent + 2), words)
    }

    private mutating func wrap(_ start: String, _ words: String, hanging: Int = indent + 2) {
        var line = start
        var isFresh = true
        for word in words.split(separator: " ") {
            if !isFresh, line.utf8.count + 1 + word.utf8.count > Page.width {
                text += line + "\n"
                line = String(repeating: " ", count: hanging)
                isFresh = true
            }
            line += (isFresh ? "" : " ") + word
            isFresh = false
        }
        text += line + "\n"
    }
}

extension Fields {
    /// A row's key.
    fileprivate static func first(of row: Bytes) -> String {
        var fields = Fields(row)
        return fields.nextString()
    }
}
