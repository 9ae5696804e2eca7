// What `acall-run syscalls` prints: one call in full, and all of them a line each.
//
// Input: a call's name. Output: text of lines up to 80 columns, ending with a newline. Invariant: what it says
// comes from the rows alone; nothing here knows a call.

extension Catalog {
    /// A call in full: signature, numbers, arguments with their constants, what it makes and consumes, whether it
    /// can wait for ever, policy, an example. nil where there is no such call.
    package func describe(syscall name: String) -> String? {
        guard let call = syscall(named: name) else { return nil }
        var page = Page()
        page.heading(call.signature(as: name), hanging: 4)
        page.line()
        page.heading("    " + call.summary, hanging: 4)
        page.line()
        let others = ([call.name] + call.aliases).filter { $0 != name }
        if !others.isEmpty { page.entry("also called", others.joined(separator: ", ")) }
        page.entry("number", numbers(of: name))
        for parameter in call.parameters.indices { describe(parameter, of: call, on: &page) }
        page.entry("returns", call.resultText)
        if let index = call.makesDescriptorsIn {
            page.entry(
                "makes",
                "descriptors, in \(call.parameters[index].name); they are closed by themselves")
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
        return text
    }

    private func numbers(of name: String) -> String {
        Architecture.allCases.map { architecture in
            let number = Catalog(architecture: architecture).syscall(named: name)?.number
            return number.map { "\($0) on \(architecture)" } ?? "none on \(architecture)"
        }.joined(separator: ", ")
    }

    private func describe(_ index: Int, of call: Syscall, on page: inout Page) {
        let parameter = call.parameters[index]
        var text = parameter.type.text(in: call)
        if parameter.mayBeNull, parameter.defaultArgument != .null { text += ", or null" }
        if let left = call.leavingOut(parameter) { text += "; " + left }
        if parameter.kernelName != parameter.name {
            text += "; the kernel says \(parameter.kernelName)"
        }
        page.entry(parameter.name, text)
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

extension Policy {
    fileprivate var text: String {
        switch self {
        case .allow: "allowed"
        case .reject: "never allowed"
        case .virtual: "done in another way"
        case .own: "only on what the program made"
        case .isolate: "not allowed"
        case .host: "not allowed"
        }
    }
}

extension Syscall {
    /// As in C, by the kernel's name or libc's: `ssize_t read(int fd, void *buf, size_t count)`.
    package func signature(as name: String) -> String {
        let arguments = parameters.map { parameter in
            Syscall.declaration(parameter.typeInC(within: self), parameter.name)
        }
        let list = arguments.isEmpty ? "void" : arguments.joined(separator: ", ")
        return Syscall.declaration(resultInC, name) + "(\(list))"
    }

    private static func declaration(_ type: String, _ name: String) -> String {
        type.last == "*" ? type + name : type + " " + name
    }

    /// `openat(dirfd, pathname, flags[, mode])`.
    package var shortSignature: String {
        var text = ""
        var isOpen = false
        for parameter in parameters where !parameter.isImplied {
            let isOptional = parameter.defaultArgument != .none
            if isOpen, !isOptional {
                text += "]"
                isOpen = false
            }
            let comma = text.isEmpty ? "" : ", "
            if isOptional, !isOpen {
                text += "[" + comma + parameter.name
                isOpen = true
            } else {
                text += comma + parameter.name
            }
        }
        let names = ([name] + aliases).joined(separator: "/")
        return "\(names)(\(text)\(isOpen ? "]" : ""))"
    }

    fileprivate var resultInC: String {
        switch result {
        case .zero, .descriptor: "int"
        case .count: "ssize_t"
        case .integer: "long"
        case .address: "void *"
        case .pid: "pid_t"
        case .never: "void"
        }
    }

    fileprivate var resultText: String {
        switch result {
        case .zero: "0"
        case .count: "how many bytes"
        case .integer: "a number"
        case .descriptor: "a new descriptor, which is closed by itself"
        case .address: "an address"
        case .pid: "an id of a process or thread"
        case .never: "nothing: it does not return"
        }
    }

    fileprivate var blockingText: String? {
        if mayBlock { return "it can wait for ever: write `timeout`" }
        if let mayBlockIf { return "it can wait for ever where \(text(of: mayBlockIf))" }
        return mayBlockOn.map {
            "it can wait for ever where \(parameters[$0].name) is a pipe, a socket or a terminal"
        }
    }

    fileprivate func text(of condition: Parameter.Requirement) -> String {
        let names = condition.hasOneOf.joined(separator: " or ")
        return "\(parameters[condition.ifParameter].name) has \(names)"
    }

    /// When and how an argument can be left out; nil where it can't.
    fileprivate func leavingOut(_ parameter: Parameter) -> String? {
        var text: String
        switch parameter.defaultArgument {
        case .none: return nil
        case .value(let value):
            text = "\(format(value, as: parameter.type)) where left out"
        case .null: text = "null where left out"
        case .derived(let index): text = "taken from \(parameters[index].name) where left out"
        }
        if let requirement = parameter.requiredIf {
            text += ", but needed where \(self.text(of: requirement))"
        }
        if parameter.isImplied { text += ", and only given by name" }
        return text
    }

    private func format(_ value: Int64, as type: ParameterType) -> String {
        guard case .integer(_, .flags(let set)) = type, value != 0 else { return "\(value)" }
        return Catalog().format(value: value, set: set)
    }
}

extension Parameter {
    fileprivate func typeInC(within call: Syscall) -> String {
        switch type {
        case .pointer(let pointee, let direction):
            let isConstant = direction == .in && pointee != .opaque
            return (isConstant ? "const " : "") + pointee.nameInC + " *"
        case .integer(let type, let meaning):
            switch meaning {
            case .mode: return "mode_t"
            case .pid where type.width == 4: return "pid_t"
            case .uid: return "uid_t"
            case .gid: return "gid_t"
            case .descriptor, .directory: return "int"
            default: break
            }
            let isSize = type.width == 8 && !type.isSigned && meaning == .plain
            return isSize ? "size_t" : type.nameInC
        }
    }
}

extension IntegerType {
    fileprivate var nameInC: String {
        switch (width, isSigned) {
        case (1, true): "int8_t"
        case (1, false): "uint8_t"
        case (2, true): "short"
        case (2, false): "unsigned short"
        case (4, true): "int"
        case (4, false): "unsigned int"
        case (_, true): "long"
        case (_, false): "unsigned long"
        }
    }
}

extension Pointee {
    fileprivate var nameInC: String {
        switch self {
        case .path, .string: "char"
        case .stringArray: "char *const"
        case .bytes, .opaque: "void"
        case .structure(let name), .structures(let name, _): "struct " + name
        case .integer(let type, _), .integers(let type, _, _), .integerArray(let type, _):
            type.nameInC
        case .vector: "struct iovec"
        case .socketAddress: "struct sockaddr"
        case .signalSet: "sigset_t"
        }
    }
}

extension ParameterType {
    /// In words.
    fileprivate func text(in call: Syscall) -> String {
        switch self {
        case .integer(_, let meaning): return meaning.text
        case .pointer(let pointee, let direction):
            return pointee.text(in: call) + direction.text
        }
    }
}

extension Direction {
    fileprivate var text: String {
        switch self {
        case .in: ""
        case .out: ", written"
        case .inOut: ", read and written"
        }
    }
}

extension IntegerMeaning {
    fileprivate var text: String {
        switch self {
        case .plain: "a number"
        case .mode: "a mode, such as 0644"
        case .hex: "a number or an address"
        case .milliseconds: "a time, in milliseconds"
        case .seconds: "a time, in seconds"
        case .pid: "an id of a process or thread"
        case .uid: "a user's id"
        case .gid: "a group's id"
        case .signal: "a signal, such as SIGTERM"
        case .descriptor: "a descriptor"
        case .directory: "a directory's descriptor, or AT_FDCWD"
        case .flags: "flags"
        case .enumeration: "a name"
        }
    }
}

extension Pointee {
    fileprivate func text(in call: Syscall) -> String {
        func counted(_ index: Int?) -> String {
            index.map { ", as many as \(call.parameters[$0].name) says" } ?? ""
        }
        switch self {
        case .path: return "a path"
        case .string: return "a string"
        case .stringArray: return "a list of strings"
        case .opaque: return "an address, storage or a number"
        case .bytes(let length): return "bytes" + counted(length)
        case .structure(let name): return "a \(name)"
        case .structures(let name, let count): return "an array of \(name)" + counted(count)
        case .integer(let type, _): return "an integer of \(type.width) bytes"
        case .integers(let type, _, let count): return "\(count) integers of \(type.width) bytes"
        case .integerArray(let type, let count):
            return "integers of \(type.width) bytes" + counted(count)
        case .vector(let count): return "a vector of buffers" + counted(count)
        case .socketAddress: return "a socket's address"
        case .signalSet: return "a set of signals"
        }
    }
}
