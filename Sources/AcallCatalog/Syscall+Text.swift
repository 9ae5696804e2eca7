// A call's parts as text: its signature as in C, and in words what its arguments and its result are.
//
// Input: a value of `Model.swift`. Output: phrases that `describe` puts together. Invariant: nothing here knows a
// call; `fully` and `timeout` are words of the language.

extension Policy {
    var text: String {
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
        let count = name == self.name ? nil : libcCounts[name]
        let arguments = parameters.prefix(count ?? parameters.count).map { parameter in
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

    var resultInC: String {
        switch result {
        case .zero, .descriptor: "int"
        case .count: "ssize_t"
        case .integer: "long"
        case .address: "void *"
        case .pid: "pid_t"
        case .never: "void"
        }
    }

    var resultText: String {
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

    var blockingText: String? {
        if mayBlock { return "it can wait for ever: write `timeout`" }
        if let mayBlockIf { return "it can wait for ever where \(text(of: mayBlockIf))" }
        return mayBlockOn.map {
            "it can wait for ever where \(parameters[$0].name) is a pipe, a socket or a terminal"
        }
    }

    func text(of condition: Parameter.Requirement) -> String {
        let names = condition.hasOneOf.joined(separator: " or ")
        return "\(parameters[condition.ifParameter].name) has \(names)"
    }

    /// `op is PR_GET_DUMPABLE or PR_GET_KEEPCAPS`
    package func text(of exception: Exception) -> String {
        let place = parameters[exception.parameter].name + (exception.field.map { "." + $0 } ?? "")
        return "\(place) is \(exception.values.joined(separator: " or "))"
    }

    /// Whose time it is that an argument holds a point of.
    func text(of absolute: Parameter.AbsoluteTime) -> String {
        let isParameter = parameters.contains { $0.name == absolute.clock }
        let clock = isParameter ? "the clock \(absolute.clock)" : absolute.clock
        let subject = absolute.field.map { "\($0) is a " } ?? "a "
        let condition = absolute.condition.map { " where \(text(of: $0))" } ?? ""
        return "\(subject)point in time of \(clock)\(condition)"
    }

    /// When and how an argument can be left out; nil where it can't.
    func leavingOut(_ parameter: Parameter) -> String? {
        var text: String
        switch parameter.defaultArgument {
        case .none: return nil
        case .value(let value):
            text = "\(format(value, as: parameter.type)) where left out"
        case .null: text = "null where left out"
        case .derived(let index):
            text = "taken from \(parameters[index].name) where left out, and left out first"
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
    func typeInC(within call: Syscall) -> String {
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
            case .device: return "dev_t"
            case .descriptor, .directory: return "int"
            default: break
            }
            let isSize = type.width == 8 && !type.isSigned && meaning == .plain
            return isSize ? "size_t" : type.nameInC
        }
    }
}

extension IntegerType {
    var nameInC: String {
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
    var nameInC: String {
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
    func text(in call: Syscall) -> String {
        switch self {
        case .integer(_, let meaning): return meaning.text
        case .pointer(let pointee, let direction):
            return pointee.text(in: call) + direction.text
        }
    }
}

extension Direction {
    var text: String {
        switch self {
        case .in: ""
        case .out: ", written"
        case .inOut: ", read and written"
        }
    }
}

extension IntegerMeaning {
    var text: String {
        switch self {
        case .plain: "a number"
        case .mode: "a mode, such as 0644"
        case .hex: "a number or an address"
        case .milliseconds: "a time, in milliseconds"
        case .seconds: "a time, in seconds"
        case .pid: "an id of a process or thread"
        case .uid: "a user's id"
        case .gid: "a group's id"
        case .device: "a device's number"
        case .signal: "a signal, such as SIGTERM"
        case .descriptor: "a descriptor"
        case .directory: "a directory's descriptor, or AT_FDCWD"
        case .flags: "flags"
        case .enumeration: "a name"
        }
    }
}

extension Pointee {
    func text(in call: Syscall) -> String {
        func counted(_ index: Int?) -> String {
            index.map { ", as many as \(call.parameters[$0].name) says" } ?? ""
        }
        switch self {
        case .path: return "a path"
        case .string: return "a string"
        case .stringArray: return "a list of strings"
        case .opaque: return "an address, storage or a number"
        case .bytes(let length): return "bytes" + counted(length)
        case .structure(let name):
            return (name.first.map { "aeio".contains($0) } == true ? "an " : "a ") + name
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
