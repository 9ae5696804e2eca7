// Constants, their sets, and errnos.
//
// Input: the rows of `grammar/constants` and `grammar/errnos.txt`. Output: every constant with its values and
// the sets it is in. Invariant: a name has one definition; a set's members exist.

import AcallCatalog

/// A value for each architecture, nil where one lacks it: x86_64, aarch64.
struct ByArchitecture<Value> {
    var x86: Value?
    var arm: Value?

    subscript(architecture: Architecture) -> Value? {
        architecture == .x86_64 ? x86 : arm
    }
}

struct ConstantGrammar {
    struct Definition {
        var name: String
        var values: ByArchitecture<Int64>
        var sets: [String] = []
        var place: Place
    }

    struct Set {
        var name: String
        var isFlags: Bool
        var mask: ByArchitecture<Int64>
        var members: [String]
        var place: Place
    }

    struct Errno {
        var number: Int
        var name: String
        var meaning: String
    }

    private(set) var definitions: [String: Definition] = [:]
    private(set) var sets: [String: Set] = [:]
    private(set) var errnos: [Errno] = []
    private var masks: [(set: String, text: String)] = []

    /// Reads all rows; call `resolve` once they are all read.
    mutating func read(_ row: Row) throws(GrammarError) {
        var header = Scanner(row.header)
        let kind = try header.word()
        guard kind == "flags" || kind == "enum" else {
            throw GrammarError(
                "a row starts with `flags` or `enum`, not `\(kind)`", at: header.place)
        }
        let name = try header.word()
        guard sets[name] == nil else {
            throw GrammarError("the set `\(name)` is there twice", at: header.place)
        }
        if header.takeWord("mask") { masks.append((name, try header.word())) }
        guard header.isAtEnd else { throw header.unexpected("`mask` or the line's end") }
        var set = Set(
            name: name, isFlags: kind == "flags", mask: ByArchitecture(x86: 0, arm: 0), members: [],
            place: row.header.place)
        for line in row.body {
            for word in line.text.words { try add(word, to: &set, at: line.place) }
        }
        sets[name] = set
    }

    /// `NAME=VALUE`, `NAME=X86/ARM`, `NAME` (defined elsewhere), `+SET` (all its members).
    private mutating func add(
        _ word: String, to set: inout Set, at place: Place
    ) throws(GrammarError) {
        let parts = word.split(separator: "=", maxSplits: 1)
        let name = String(parts[0])
        guard !set.members.contains(name) else {
            throw GrammarError("`\(name)` is twice in the set `\(set.name)`", at: place)
        }
        set.members.append(name)
        guard parts.count == 2 else { return }
        try define(name, values: values(parts[1], at: place), at: place)
    }

    private mutating func define(
        _ name: String, values: ByArchitecture<Int64>, at place: Place
    ) throws(GrammarError) {
        if let earlier = definitions[name] {
            throw GrammarError(
                "`\(name)` is defined in line \(earlier.place.line) of \(earlier.place.file) too",
                at: place)
        }
        definitions[name] = Definition(name: name, values: values, place: place)
    }

    private func values(_ text: Substring, at place: Place) throws(GrammarError) -> ByArchitecture<
        Int64
    > {
        let parts = text.split(separator: "/")
        guard parts.count <= 2, let first = parts.first else {
            throw GrammarError("`\(text)` is no value", at: place)
        }
        func one(_ part: Substring) throws(GrammarError) -> Int64? {
            if part == "-" { return nil }
            guard let value = Int64(grammar: part) else {
                throw GrammarError("`\(part)` is no number", at: place)
            }
            return value
        }
        let x86 = try one(first)
        return ByArchitecture(x86: x86, arm: parts.count == 2 ? try one(parts[1]) : x86)
    }

    /// `ENOENT 2 No such file or directory`, or `EWOULDBLOCK = EAGAIN`.
    mutating func readErrno(_ row: Row) throws(GrammarError) {
        var line = Scanner(row.header)
        let name = try line.word()
        var set =
            sets["errno"]
            ?? Set(
                name: "errno", isFlags: false, mask: ByArchitecture(x86: 0, arm: 0), members: [],
                place: line.place)
        if line.take("=") {
            let other = try line.word()
            guard let values = definitions[other]?.values else {
                throw GrammarError("`\(other)` is not defined above", at: line.place)
            }
            try define(name, values: values, at: line.place)
        } else {
            let number = try line.number()
            let meaning = line.remainder()
            guard number > 0, number < 4096, !meaning.isEmpty else {
                throw GrammarError("`\(name)` needs a number and a meaning", at: line.place)
            }
            guard !errnos.contains(where: { $0.number == number }) else {
                throw GrammarError("the number \(number) is there twice", at: line.place)
            }
            try define(name, values: ByArchitecture(x86: number, arm: number), at: line.place)
            errnos.append(Errno(number: Int(number), name: name, meaning: meaning))
        }
        set.members.append(name)
        sets["errno"] = set
    }

    /// Puts in the sets that are named by others, finds every member's definition, and notes its sets.
    mutating func resolve() throws(GrammarError) {
        for (name, text) in masks {
            guard let set = sets[name] else { continue }
            let mask = try mask(text, at: set.place)
            sets[name]?.mask = mask
        }
        for name in sets.keys.sorted() {
            guard var set = sets[name] else { continue }
            set.members = try expanded(set, within: [])
            for member in set.members {
                guard definitions[member] != nil else {
                    throw GrammarError(
                        "`\(member)` of the set `\(name)` is nowhere defined", at: set.place)
                }
                definitions[member]?.sets.append(name)
            }
            sets[name] = set
        }
    }

    private func mask(_ text: String, at place: Place) throws(GrammarError) -> ByArchitecture<Int64>
    {
        if let definition = definitions[text] { return definition.values }
        guard let value = Int64(grammar: text) else {
            throw GrammarError("`\(text)` is neither a constant nor a number", at: place)
        }
        return ByArchitecture(x86: value, arm: value)
    }

    private func expanded(_ set: Set, within outer: [String]) throws(GrammarError) -> [String] {
        guard !outer.contains(set.name) else {
            throw GrammarError("the set `\(set.name)` contains itself", at: set.place)
        }
        var members: [String] = []
        for member in set.members {
            guard member.hasPrefix("+") else {
                if !members.contains(member) { members.append(member) }
                continue
            }
            guard let other = sets[String(member.dropFirst())] else {
                throw GrammarError("there is no set `\(member.dropFirst())`", at: set.place)
            }
            for name in try expanded(other, within: outer + [set.name])
            where !members.contains(name) {
                members.append(name)
            }
        }
        return members
    }
}
