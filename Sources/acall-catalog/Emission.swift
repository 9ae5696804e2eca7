// The generated Swift: tables of text and their indexes, as static strings.
//
// Input: a checked grammar. Output: `Generated*.swift`, byte for byte the same for the same rows. Invariant: a
// table's lines are sorted by the bytes of their keys, and no line has a byte outside ASCII.

import AcallCatalog

/// The generator, from texts to texts.
package enum Generator {
    /// The Swift files for a grammar, their names in the order they are written.
    package static func files(from grammar: [GrammarFile]) throws -> [GrammarFile] {
        let grammar = try Grammar(grammar)
        let calls = grammar.syscallLines
        return [
            swift(
                "GeneratedSyscalls.swift", "System calls by name and by number.",
                [
                    table("syscalls", "syscallIndex", calls),
                    table("aliases", "aliasIndex", grammar.aliasLines),
                    string("syscallNumbersOnX86", grammar.numberIndex(calls, on: .x86_64)),
                    string("syscallNumbersOnArm", grammar.numberIndex(calls, on: .aarch64)),
                ]),
            swift(
                "GeneratedCases.swift", "Types of arguments by operation.",
                [table("cases", "caseIndex", grammar.caseLines)]),
            swift(
                "GeneratedConstants.swift", "Constants by name, their sets, and errnos by number.",
                [
                    table("constants", "constantIndex", grammar.constantLines),
                    table("constantSets", "constantSetIndex", grammar.setLines),
                    table("errnos", "errnoIndex", grammar.errnoLines),
                    string("errnoNumbers", grammar.errnoIndex),
                ]),
            swift(
                "GeneratedStructures.swift", "Structures by name.",
                [table("structures", "structureIndex", grammar.structureLines)]),
        ] + callFiles(grammar)
    }

    private static func swift(_ name: String, _ story: String, _ parts: [String]) -> GrammarFile {
        let text = """
            // swift-format-ignore-file
            // \(story) Made by `acall-catalog` from `grammar/`: change that, not this.

            extension Generated {
            \(parts.joined(separator: "\n"))}

            """
        return GrammarFile(path: name, text: text)
    }

    private static func table(_ name: String, _ index: String, _ lines: [String]) -> String {
        var offsets: [Int] = []
        var offset = 0
        for line in lines {
            offsets.append(offset)
            offset += line.utf8.count + 1
        }
        return string(name, lines.joined(separator: "\n"))
            + string(index, offsets.map { Generator.entry($0) }.joined())
    }

    /// A static string; a long index is broken into lines that the literal joins again.
    private static func string(_ name: String, _ text: String) -> String {
        var body = text
        if !text.contains("\n") {
            body = ""
            for (position, character) in text.enumerated() {
                if position > 0, position % 96 == 0 { body += "\\#\n" }
                body.append(character)
            }
        }
        return "    static var \(name): StaticString {\n#\"\"\"\n\(body)\n\"\"\"#\n    }\n"
    }

    /// Four base-64 digits.
    static func entry(_ value: Int) -> String {
        precondition(value >= 0 && value < 1 << 24, "the table is too long")
        return (0..<4).map { position in
            let digit = value >> (18 - 6 * position) & 63
            return String(UnicodeScalar(UInt8(0x30 + digit)))
        }.joined()
    }
}

extension Grammar {
    private func sorted(_ lines: [String]) -> [String] {
        lines.sorted { first, second in
            first.prefix { $0 != "\t" }.utf8.lexicographicallyPrecedes(
                second.prefix { $0 != "\t" }.utf8)
        }
    }

    fileprivate var syscallLines: [String] {
        var rows: [String: [SyscallEntry]] = [:]
        for entry in syscalls { rows[entry.syscall.name, default: []].append(entry) }
        return sorted(
            rows.flatMap { name, entries -> [String] in
                guard entries.count == 2 else { return entries.map { "\(name)\t=\t\($0.code)" } }
                return entries.map { entry in
                    let key = entry.numbers.x86 == nil ? "\(name)@aarch64" : name
                    return "\(key)\t@\t\(entry.code)"
                }
            })
    }

    fileprivate var aliasLines: [String] {
        var lines: Set<String> = []
        for entry in syscalls {
            for alias in entry.syscall.aliases { lines.insert("\(alias)\t\(entry.syscall.name)") }
        }
        return sorted(Array(lines))
    }

    /// For each number the position of its row.
    fileprivate func numberIndex(_ lines: [String], on architecture: Architecture) -> String {
        let keys = lines.map { String($0.prefix { $0 != "\t" }) }
        var rows: [Int: Int] = [:]
        for entry in syscalls {
            guard let number = entry.numbers[architecture] else { continue }
            let name = entry.syscall.name
            let own = architecture == .aarch64 ? keys.firstIndex(of: "\(name)@aarch64") : nil
            rows[Int(number)] = own ?? keys.firstIndex(of: name)
        }
        return (0...(rows.keys.max() ?? 0)).map { rows[$0].map(Generator.entry) ?? "...." }.joined()
    }

    fileprivate var constantLines: [String] {
        sorted(
            constants.definitions.values.map {
                "\($0.name)\t\($0.values.x86.code)\t\($0.values.arm.code)\t"
                    + $0.sets.joined(separator: ",")
            })
    }

    fileprivate var setLines: [String] {
        sorted(
            constants.sets.values.map {
                "\($0.name)\t\($0.isFlags ? "f" : "e")\t\($0.mask.x86.code)\t\($0.mask.arm.code)\t"
                    + $0.members.joined(separator: ",")
            })
    }

    fileprivate var errnoLines: [String] {
        constants.errnos.sorted { $0.number < $1.number }.map { errno in
            let digits = "\(errno.number)"
            let zeros = String(repeating: "0", count: 4 - digits.count)
            return "\(zeros)\(digits)\t\(errno.name)\t\(errno.meaning)"
        }
    }

    fileprivate var errnoIndex: String {
        let numbers = constants.errnos.map(\.number).sorted()
        return (0...(numbers.last ?? 0)).map { number in
            numbers.firstIndex(of: number).map(Generator.entry) ?? "...."
        }.joined()
    }

    fileprivate var caseLines: [String] { sorted(cases.map(\.code)) }

    fileprivate var structureLines: [String] {
        sorted(
            structures.names.flatMap { name -> [String] in
                let x86 = structures.layout(of: name, on: .x86_64)?.code
                let arm = structures.layout(of: name, on: .aarch64)?.code
                guard let x86 else { return ["\(name)\t=\t\(arm ?? "")"] }
                guard let arm, arm != x86 else { return ["\(name)\t=\t\(x86)"] }
                return ["\(name)\t@\t\(x86)", "\(name)@aarch64\t@\t\(arm)"]
            })
    }
}
