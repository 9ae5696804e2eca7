// All of `grammar/`, read and checked.
//
// Input: the files' names and texts. Output: a `Grammar`, or every error that was found. Invariant: every name
// that a row uses is defined in some row; numbers are unique on each architecture.

import AcallCatalog

/// A grammar file: its path below `grammar/`, and what is in it.
package struct GrammarFile: Sendable {
    package var path: String
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}

/// What is wrong with the grammar: every row's first error.
package struct GrammarErrors: Error, CustomStringConvertible {
    package var errors: [GrammarError]

    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

struct Grammar {
    private(set) var constants = ConstantGrammar()
    private(set) var structures = StructureGrammar()
    private(set) var syscalls: [SyscallEntry] = []
    private(set) var cases: [CaseTable] = []
    private var caseGrammar = CaseGrammar()
    private var errors: [GrammarError] = []

    init(_ files: [GrammarFile]) throws(GrammarErrors) {
        for file in files.sorted(by: { $0.path < $1.path }) {
            for row in Row.rows(of: file.text, file: file.path) { note(row, of: file.path) }
        }
        do { try constants.resolve() } catch { errors.append(error) }
        do { try structures.resolve() } catch { errors.append(error) }
        do { cases = try caseGrammar.tables(for: syscalls) } catch { errors.append(error) }
        if errors.isEmpty { check() }
        guard errors.isEmpty else { throw GrammarErrors(errors: errors) }
        syscalls.sort { ($0.syscall.name, $0.numbers.x86 == nil ? 1 : 0) < ($1.syscall.name, 0) }
    }

    private mutating func note(_ row: Row, of path: String) {
        do {
            if path.hasPrefix("syscalls/") {
                syscalls.append(try SyscallReader.read(row))
            } else if path.hasPrefix("cases/") {
                try caseGrammar.read(row)
            } else if path.hasPrefix("constants/") {
                try constants.read(row)
            } else if path.hasPrefix("structs/") {
                try structures.read(row)
            } else {
                try constants.readErrno(row)
            }
        } catch {
            errors.append(error)
        }
    }

    private mutating func check() {
        var names: [String: SyscallEntry] = [:]
        var numbers: [String: String] = [:]
        for entry in syscalls {
            let call = entry.syscall
            for name in [call.name] + call.aliases {
                if let other = names[name], !isOtherHalf(entry, other, name) {
                    fail("`\(name)` is `\(other.syscall.name)` too", at: entry.place)
                }
                names[name] = entry
            }
            for architecture in Architecture.allCases {
                guard let number = entry.numbers[architecture] else { continue }
                if let other = numbers.updateValue(call.name, forKey: "\(architecture) \(number)") {
                    fail(
                        "`\(call.name)` and `\(other)` have one number on \(architecture)",
                        at: entry.place)
                }
            }
            check(entry)
        }
        for table in cases { check(table) }
        for name in structures.names {
            for architecture in Architecture.allCases {
                guard let layout = structures.layout(of: name, on: architecture) else { continue }
                for field in layout.fields { check(field.type, of: name) }
            }
        }
    }

    /// A call whose parameters differ between the architectures has two rows.
    private func isOtherHalf(_ entry: SyscallEntry, _ other: SyscallEntry, _ name: String) -> Bool {
        entry.syscall.name == name && other.syscall.name == name
            && ((entry.numbers.x86 == nil) != (other.numbers.x86 == nil))
            && ((entry.numbers.arm == nil) != (other.numbers.arm == nil))
    }

    private mutating func check(_ entry: SyscallEntry) {
        let call = entry.syscall
        let conditions =
            call.parameters.compactMap(\.requiredIf) + call.restrictions.map(\.condition)
            + [call.mayBlockIf, call.mayBlockUnless, call.makesDescriptorIf].compactMap { $0 }
            + call.narrowings.map(\.condition)
        for name in conditions.flatMap(\.hasOneOf) where constants.definitions[name] == nil {
            fail("there is no constant `\(name)`", at: entry.place)
        }
        for exception in call.exceptions {
            for value in exception.values
            where value != "null" && Int64(grammar: value) == nil
                && constants.definitions[value] == nil
            {
                fail("there is no constant `\(value)`", at: entry.place)
            }
            if exception.field == nil { continue }
            guard case .pointer(.structure, _) = call.parameters[exception.parameter].type else {
                fail("a field is a structure's", at: entry.place)
                continue
            }
        }
        for narrowing in call.narrowings {
            let isFlags = constants.sets[narrowing.set]?.isFlags == true
            check(
                isFlags ? .flags(set: narrowing.set) : .enumeration(set: narrowing.set),
                at: entry.place)
        }
        for parameter in call.parameters {
            switch parameter.type {
            case .integer(_, let meaning): check(meaning, at: entry.place)
            case .pointer(let pointee, _): check(pointee, at: entry.place)
            }
            if let name = parameter.records { check(Pointee.structure(name), at: entry.place) }
            if let size = parameter.size { check(size, at: entry.place) }
            if let name = parameter.cases, !caseGrammar.names.contains(name) {
                fail("there are no cases `\(name)`", at: entry.place)
            }
            if case .derived(let index) = parameter.defaultArgument,
                case .integer = call.parameters[index].type
            {
                fail("`\(parameter.name)` is derived from a number", at: entry.place)
            }
        }
        if let index = call.consumes, call.parameters[index].type.isDescriptor == false {
            fail("what `\(call.name)` consumes is no descriptor", at: entry.place)
        }
        let texts = [call.summary, call.policyReason, call.warning, call.instead, call.example]
        for text in texts where text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7e }) {
            fail("`\(text)` is not plain ASCII", at: entry.place)
        }
    }

    /// Every constant, set and structure that a table of cases names is there, and no constant stands in it twice.
    private mutating func check(_ table: CaseTable) {
        guard let place = caseGrammar.place(of: table.name) else { return }
        var seen: Set<[String]> = []
        for row in table.rows {
            for name in row.constants.joined()
            where name != "else" && constants.definitions[name] == nil {
                fail("there is no constant `\(name)`", at: place)
            }
            for name in row.constants.last ?? [] {
                let whole = (row.constants.first ?? []) + [name]
                if !seen.insert(whole).inserted { fail("`\(name)` is there twice", at: place) }
            }
            for argument in row.arguments {
                guard let argument else { continue }
                switch argument.type {
                case .integer(_, let meaning): check(meaning, at: place)
                case .pointer(let pointee, _): check(pointee, at: place)
                }
                if let size = argument.size { check(size, at: place) }
            }
        }
    }

    private mutating func check(_ size: Size, at place: Place) {
        switch size {
        case .structure(let name): check(Pointee.structure(name), at: place)
        case .sum(let a, let b), .product(let a, let b), .quotient(let a, let b),
            .maximum(let a, let b):
            check(a, at: place)
            check(b, at: place)
        case .number, .parameter, .behind, .field: break
        }
    }

    private mutating func check(_ pointee: Pointee, at place: Place) {
        switch pointee {
        case .structure(let name), .structures(let name, _):
            if structures.place(of: name) == nil {
                fail("there is no structure `\(name)`", at: place)
            }
        case .integer(_, let meaning), .integers(_, let meaning, _): check(meaning, at: place)
        default: break
        }
    }

    private mutating func check(_ type: Structure.FieldType, of name: String) {
        guard let place = structures.place(of: name) else { return }
        switch type {
        case .integer(_, let meaning): check(meaning, at: place)
        case .pointer(let pointee): check(pointee, at: place)
        default: break
        }
    }

    private mutating func check(_ meaning: IntegerMeaning, at place: Place) {
        switch meaning {
        case .flags(let name), .enumeration(let name):
            guard let set = constants.sets[name] else {
                return fail("there is no set `\(name)`", at: place)
            }
            if set.isFlags != (meaning == .flags(set: name)) {
                fail("the set `\(name)` is \(set.isFlags ? "flags" : "an enumeration")", at: place)
            }
        default: break
        }
    }

    private mutating func fail(_ message: String, at place: Place) {
        errors.append(GrammarError(message, at: place))
    }
}

extension ParameterType {
    var isDescriptor: Bool {
        if case .integer(_, .descriptor) = self { return true }
        return false
    }
}
