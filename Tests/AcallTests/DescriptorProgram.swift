// Random programs with descriptors and buffers: their tree, and their text.
//
// A program opens files, keeps their descriptors in results, variables, elements and fields, passes them on, closes
// some and uses others. Each file has its own length and content, so that a use tells which file it met.

/// Where a number of a descriptor, or of an error, stands.
indirect enum DescriptorPlace: Hashable, Sendable {
    case result(String)
    case variable(String)
    case element(String, DescriptorIndex)
    case field(String)
    case input(String)

    var isByNumber: Bool {
        if case .element(_, .variable) = self { true } else { false }
    }

    var text: String {
        switch self {
        case .result(let name), .variable(let name), .input(let name): name
        case .element(let name, let index): "\(name)[\(index.text)]"
        case .field(let name): "\(name).fd"
        }
    }
}

enum DescriptorIndex: Hashable, Sendable {
    case number(Int)
    case variable(String)

    var text: String {
        switch self {
        case .number(let number): "\(number)"
        case .variable(let name): name
        }
    }
}

enum DescriptorCondition: Hashable, Sendable {
    case equal(String, Int)
    case notEqual(String, Int)
    case below(String, Int)
    /// It is no error.
    case isOpen(DescriptorPlace)

    var text: String {
        switch self {
        case .equal(let name, let number): "\(name) == \(number)"
        case .notEqual(let name, let number): "\(name) != \(number)"
        case .below(let name, let number): "\(name) < \(number)"
        case .isOpen(let place): "\(place.text) >= 0"
        }
    }
}

enum DescriptorSource: Hashable, Sendable {
    /// A file that is there.
    case file(Int)
    /// A path input, which may name nothing. `isAllowed`: that is no failure.
    case path(isAllowed: Bool)
    case copy(DescriptorPlace)
    /// What a proc opens, or passes on.
    case call(Int, [DescriptorPlace])
}

enum DescriptorExit: String, Sendable {
    case breaks = "break", continues = "continue", stops = "stop"
}

/// A part of a buffer: `low..<high`.
struct DescriptorSlice: Hashable, Sendable {
    var buffer: String
    var low: Int
    /// nil: as many bytes as `count` says.
    var high: Int?
    var count = "x"

    var text: String {
        "\(buffer)[\(low == 0 ? ".." : "\(low)..")<\(high.map { "\($0)" } ?? count)]"
    }
}

indirect enum DescriptorAction: Hashable, Sendable {
    case open(DescriptorPlace, DescriptorSource, DescriptorCondition?)
    case pipe(String)
    case assign(DescriptorPlace, DescriptorPlace)
    /// The copy has the number that `onto` has.
    case replace(String?, DescriptorPlace, onto: DescriptorPlace)
    case structure(String, DescriptorPlace)
    case copyStructure(String, String)
    case close(DescriptorPlace, DescriptorCondition?)
    case closeRange(DescriptorPlace)
    case use(DescriptorPlace, String, DescriptorCondition?)
    case handOut(DescriptorPlace, String)
    case deferClose(DescriptorPlace)
    case branch(DescriptorCondition, [DescriptorAction], [DescriptorAction])
    case count(String, Int, [DescriptorAction])
    case repeated(String, Int, [DescriptorAction])
    case leave(DescriptorExit, DescriptorCondition)
    case fail(DescriptorCondition)
    case call(Int, [DescriptorPlace])
    case task(String, [DescriptorAction])
    case wait(String)
    case set(String, Int)
    case fill(DescriptorPlace, DescriptorSlice, DescriptorCondition?)
    case fillVector(String, DescriptorPlace, String, Int?)
    case setByte(String, Int)
    case show(DescriptorSlice, String)
    case declare(String)
}

struct DescriptorProcedure: Hashable, Sendable {
    var name: String
    var parameters: [String]
    var body: [DescriptorAction]
    var result: DescriptorPlace?
}

struct DescriptorProgram: Hashable, Sendable {
    static let fileCount = 4
    static let bufferSize = 8
    var variables: [String] = []
    var arrays: [String] = []
    var buffers: [String] = []
    var procedures: [DescriptorProcedure] = []
    var body: [DescriptorAction] = []

    static func path(_ index: Int) -> String { "f\(index)" }

    /// - Parameter folder: where the files are.
    func text(_ folder: String) -> String {
        var text = "input x: int\ninput p: path\n"
        if contains({ if case .input = $0 { true } else { false } }) { text += "input h: fd\n" }
        for procedure in procedures {
            let parameters = procedure.parameters.map { "\($0): fd" } + ["x: int", "p: path"]
            let result = procedure.result == nil ? "" : " -> int"
            text += "proc \(procedure.name)(\(parameters.joined(separator: ", ")))\(result) {\n"
            text += lines(procedure.body, folder, "    ")
            if let result = procedure.result { text += "    return \(result.text)\n" }
            text += "}\n"
        }
        text += "var n: int = 0\nvar seen: stat\n"
        text += "base = openat(AT_FDCWD, \"\(folder)/\(Self.path(0))\", O_RDWR | O_CLOEXEC)\n"
        for name in variables {
            text += "var \(name): int = 0\n\(name) = fcntl(base, F_DUPFD_CLOEXEC, 0)\n"
        }
        for name in arrays {
            text += "var \(name): int[3]\n"
            for index in 0..<3 { text += "\(name)[\(index)] = fcntl(base, F_DUPFD_CLOEXEC, 0)\n" }
        }
        for name in buffers {
            text += "var before_\(name): u64 = 0x5a5a5a5a\nvar \(name): bytes[\(Self.bufferSize)]\n"
            text += "var behind_\(name): u64 = 0x5a5a5a5a\n"
        }
        text += lines(body, folder, "")
        for name in buffers {
            text += "output before_\(name)\noutput behind_\(name)\n"
        }
        return text
    }

    private func lines(_ actions: [DescriptorAction], _ folder: String, _ indent: String) -> String
    {
        actions.map { line($0, folder, indent) }.joined()
    }

    private func line(_ action: DescriptorAction, _ folder: String, _ indent: String) -> String {
        let inner = indent + "    "
        func ending(_ condition: DescriptorCondition?) -> String {
            (condition.map { " if \($0.text)" } ?? "") + "\n"
        }
        switch action {
        case .open(let place, let source, let condition):
            let call: String
            switch source {
            case .file(let index):
                call = "openat(AT_FDCWD, \"\(folder)/\(Self.path(index))\", O_RDWR | O_CLOEXEC)"
            case .path(let isAllowed):
                call =
                    "openat(AT_FDCWD, p, O_RDWR | O_CLOEXEC)" + (isAllowed ? " allow ENOENT" : "")
            case .copy(let place): call = "fcntl(\(place.text), F_DUPFD_CLOEXEC, 0)"
            case .call(let index, let arguments): call = self.call(index, arguments)
            }
            return "\(indent)\(place.text) = \(call)\(ending(condition))"
        case .pipe(let array): return "\(indent)pipe2(\(array)[..<2], O_CLOEXEC)\n"
        case .assign(let a, let b): return "\(indent)\(a.text) = \(b.text)\n"
        case .replace(let name, let from, let onto):
            return
                "\(indent)\(name.map { "\($0) = " } ?? "")dup3(\(from.text), \(onto.text), O_CLOEXEC)\n"
        case .structure(let name, let place):
            return "\(indent)var \(name): pollfd = {fd: \(place.text)}\n"
        case .copyStructure(let a, let b): return "\(indent)var \(a): pollfd = \(b)\n"
        case .close(let place, let condition):
            return "\(indent)close(\(place.text))\(ending(condition))"
        case .closeRange(let place):
            return "\(indent)close_range(\(place.text), \(place.text), 0)\n"
        case .use(let place, let name, let condition):
            let text = "\(indent)fstat(\(place.text), seen)\(ending(condition))"
            return condition == nil && name != ""
                ? text + "\(indent)output \(name) = seen.size\n" : text
        case .handOut(let place, let name): return "\(indent)output \(name) = \(place.text)\n"
        case .deferClose(let place): return "\(indent)defer close(\(place.text))\n"
        case .branch(let condition, let then, let otherwise):
            var text = "\(indent)if \(condition.text) {\n\(lines(then, folder, inner))\(indent)}"
            if !otherwise.isEmpty {
                text += " else {\n\(lines(otherwise, folder, inner))\(indent)}"
            }
            return text + "\n"
        case .count(let name, let count, let body):
            return
                "\(indent)for \(name) in 0..<\(count) {\n\(lines(body, folder, inner))\(indent)}\n"
        case .repeated(let name, let count, let body):
            return "\(indent)var \(name): long = -1\n\(indent)loop {\n\(inner)\(name) += 1\n"
                + "\(inner)break if \(name) >= \(count)\n\(lines(body, folder, inner))\(indent)}\n"
        case .leave(let exit, let condition): return "\(indent)\(exit.rawValue)\(ending(condition))"
        case .fail(let condition): return "\(indent)fail \"on purpose\"\(ending(condition))"
        case .call(let index, let arguments): return "\(indent)\(call(index, arguments))\n"
        case .task(let name, let body):
            return "\(indent)task \(name) {\n\(lines(body, folder, inner))\(indent)}\n"
        case .wait(let name): return "\(indent)await \(name)\n"
        case .set(let name, let number): return "\(indent)\(name) = \(number)\n"
        case .fill(let place, let slice, let condition):
            return "\(indent)pread(\(place.text), \(slice.text), 0)\(ending(condition))"
        case .fillVector(let name, let place, let buffer, let length):
            return
                "\(indent)var \(name): iovec = {base: &\(buffer), len: \(length.map { "\($0)" } ?? "x")}\n"
                + "\(indent)preadv(\(place.text), \(name), 1, 0)\n"
        case .setByte(let buffer, let index): return "\(indent)\(buffer)[\(index)] = 35\n"
        case .show(let slice, let name): return "\(indent)output \(name) = \(slice.text) as hex\n"
        case .declare(let name): return "\(indent)var \(name): stat\n"
        }
    }

    private func call(_ index: Int, _ arguments: [DescriptorPlace]) -> String {
        "\(procedures[index].name)(\((arguments.map(\.text) + ["x", "p"]).joined(separator: ", ")))"
    }

    private func contains(_ test: (DescriptorPlace) -> Bool) -> Bool {
        text(of: body).contains { test($0) }
    }

    /// The places that actions name.
    private func text(of actions: [DescriptorAction]) -> [DescriptorPlace] {
        actions.flatMap { $0.places + text(of: $0.children.flatMap { $0 }) }
    }
}

extension DescriptorAction {
    var places: [DescriptorPlace] {
        switch self {
        case .open(let place, let source, _):
            switch source {
            case .copy(let other): [place, other]
            case .call(_, let arguments): [place] + arguments
            default: [place]
            }
        case .assign(let a, let b): [a, b]
        case .replace(_, let a, let b): [a, b]
        case .structure(_, let place), .close(let place, _), .closeRange(let place),
            .use(let place, _, _),
            .handOut(let place, _), .deferClose(let place), .fill(let place, _, _),
            .fillVector(_, let place, _, _):
            [place]
        case .call(_, let arguments): arguments
        default: []
        }
    }

    /// The blocks inside.
    var children: [[DescriptorAction]] {
        switch self {
        case .branch(_, let a, let b): [a, b]
        case .count(_, _, let body), .repeated(_, _, let body), .task(_, let body): [body]
        default: []
        }
    }

    func with(_ blocks: [[DescriptorAction]]) -> DescriptorAction {
        switch self {
        case .branch(let condition, _, _): .branch(condition, blocks[0], blocks[1])
        case .count(let name, let count, _): .count(name, count, blocks[0])
        case .repeated(let name, let count, _): .repeated(name, count, blocks[0])
        case .task(let name, _): .task(name, blocks[0])
        default: self
        }
    }
}

extension [DescriptorAction] {
    /// The buffers that they write.
    var filled: Set<String> {
        reduce(into: []) { found, action in
            switch action {
            case .fill(_, let slice, _): found.insert(slice.buffer)
            case .fillVector(_, _, let buffer, _), .setByte(let buffer, _): found.insert(buffer)
            default: break
            }
            for block in action.children { found.formUnion(block.filled) }
        }
    }

    /// All lists that have one action less, or one replaced by what is in its block.
    var smaller: [[DescriptorAction]] {
        indices.flatMap { index -> [[DescriptorAction]] in
            func replacing(_ with: [DescriptorAction]) -> [DescriptorAction] {
                Array(self[..<index]) + with + Array(self[(index + 1)...])
            }
            let blocks = self[index].children
            var result = [replacing([])] + blocks.map(replacing)
            for (number, block) in blocks.enumerated() {
                for less in block.smaller {
                    var changed = blocks
                    changed[number] = less
                    result.append(replacing([self[index].with(changed)]))
                }
            }
            return result
        }
    }
}
