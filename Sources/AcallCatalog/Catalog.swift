// The catalog's front: look-ups by name and number, for one architecture. A look-up reads one row of the
// generated tables; nothing is parsed ahead of time.
//
// Input: a name or a number. Output: a value of `Model.swift`, made anew at each look-up: a caller that asks
// often keeps what it got. Invariant: an unknown name gives nil, however hostile it is.

/// The kernel's interface for one architecture.
package struct Catalog: Sendable {
    package let architecture: Architecture

    package init(architecture: Architecture = .host) {
        self.architecture = architecture
    }

    /// By the kernel's name or libc's; also one the architecture lacks (its `number` is nil then).
    package func syscall(named name: String) -> Syscall? {
        if let row = Table.syscalls.row(name, for: architecture) {
            return Syscall(row: row, for: architecture)
        }
        guard let alias = Table.aliases.row(name) else { return nil }
        var fields = Fields(alias)
        _ = fields.next()
        return Table.syscalls.row(fields.nextString(), for: architecture).map {
            Syscall(row: $0, for: architecture)
        }
    }

    package func syscall(number: UInt32) -> Syscall? {
        Table.syscallPosition(of: number, for: architecture).map {
            Syscall(row: Table.syscalls[$0], for: architecture)
        }
    }

    /// Errnos are constants too, in the set `errno`; signals in `signal`.
    package func constant(named name: String) -> Constant? {
        guard let row = Table.constants.row(name) else { return nil }
        var fields = Fields(row)
        _ = fields.next()
        guard let value = constantValue(&fields) else { return nil }
        return Constant(name: name, value: value, sets: fields.nextList())
    }

    package func constantSet(named name: String) -> ConstantSet? {
        guard let row = Table.constantSets.row(name) else { return nil }
        var fields = Fields(row)
        _ = fields.next()
        let isFlags = fields.next().first == UInt8(ascii: "f")
        let mask = constantValue(&fields) ?? 0
        return ConstantSet(
            name: name, isFlags: isFlags, enumerationMask: mask,
            members: fields.nextList().compactMap { constant(named: $0) })
    }

    package func structure(named name: String) -> Structure? {
        Table.structures.row(name, for: architecture).map { Structure(row: $0) }
    }

    /// The name of a positive errno (`ENOENT`), and its meaning (`No such file or directory`).
    package func errnoName(_ number: Int) -> String? {
        errnoFields(number).map {
            var fields = $0; return fields.nextString()
        }
    }

    package func errnoMeaning(_ number: Int) -> String? {
        errnoFields(number).map {
            var fields = $0
            _ = fields.next()
            return fields.nextString()
        }
    }

    /// For "did you mean" and listings: kernel names and aliases; all sorted.
    package var syscallNames: [String] {
        let all = Table.syscalls.keys.filter { !$0.utf8.contains(Table.architectureMark) }
        return (all + Table.aliases.keys).sorted()
    }

    /// The architecture's own, sorted.
    package var constantNames: [String] {
        (0..<Table.constants.count).compactMap { position in
            var fields = Fields(Table.constants[position])
            let name = fields.next()
            guard constantValue(&fields) != nil else { return nil }
            return String(decoding: name, as: UTF8.self)
        }
    }

    package var structureNames: [String] {
        Table.structures.keys.filter { !$0.utf8.contains(Table.architectureMark) }
    }

    /// The names of every flag set and enumeration, sorted.
    package var constantSetNames: [String] { Table.constantSets.keys }

    /// The largest system-call number of the architecture.
    package var largestSyscallNumber: UInt32 {
        UInt32(Table.syscallNumberCount(for: architecture) - 1)
    }

    /// Reads the two fields with the architectures' values; nil where this one has none.
    private func constantValue(_ fields: inout Fields) -> Int64? {
        let first = fields.nextNumber()
        let second = fields.nextNumber()
        return architecture == .x86_64 ? first : second
    }

    private func errnoFields(_ number: Int) -> Fields? {
        guard number > 0, let position = Table.errnoPosition(of: number) else { return nil }
        var fields = Fields(Table.errnos[position])
        _ = fields.next()
        return fields
    }
}
