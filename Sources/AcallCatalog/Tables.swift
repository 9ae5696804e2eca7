// The generated tables by name, and the indexes by number.
//
// Input: the static strings of `Generated*.swift`. Invariant: an index by number holds, for each number from
// zero, the position of its row in four base-64 digits, or `....`.

extension Table {
    /// Key: the kernel's name. A row that differs between the architectures has a second one for aarch64.
    static var syscalls: Table {
        Table(text: Generated.syscalls, index: Generated.syscallIndex)
    }
    /// Key: libc's name; then the kernel's.
    static var aliases: Table {
        Table(text: Generated.aliases, index: Generated.aliasIndex)
    }
    /// Key: name; then x86_64's value, aarch64's, the sets.
    static var constants: Table {
        Table(text: Generated.constants, index: Generated.constantIndex)
    }
    /// Key: name; then `f` or `e`, the two masks, the members in their order.
    static var constantSets: Table {
        Table(text: Generated.constantSets, index: Generated.constantSetIndex)
    }
    /// Key: name, as for syscalls.
    static var structures: Table {
        Table(text: Generated.structures, index: Generated.structureIndex)
    }
    /// Key: name; then the parameters, the mask, the rows.
    static var cases: Table {
        Table(text: Generated.cases, index: Generated.caseIndex)
    }
    /// Key: number, with leading zeros; then name, meaning.
    static var errnos: Table {
        Table(text: Generated.errnos, index: Generated.errnoIndex)
    }

    /// What stands between a name and `aarch64` in the key of a second row.
    static let architectureMark = UInt8(ascii: "@")

    /// The row for an architecture, where there may be two.
    func row(_ name: String, for architecture: Architecture) -> Bytes? {
        guard !name.utf8.contains(Table.architectureMark), let row = row(name) else { return nil }
        guard architecture == .aarch64 else { return row }
        var fields = Fields(row)
        _ = fields.next()
        let isSplit = fields.next().first == Table.architectureMark
        return isSplit ? self.row(name + "@aarch64") : row
    }

    static func syscallPosition(of number: UInt32, for architecture: Architecture) -> Int? {
        position(of: Int(number), in: syscallNumbers(for: architecture))
    }

    static func errnoPosition(of number: Int) -> Int? {
        position(of: number, in: Generated.errnoNumbers)
    }

    static func syscallNumberCount(for architecture: Architecture) -> Int {
        syscallNumbers(for: architecture).utf8CodeUnitCount / entryWidth
    }

    private static func syscallNumbers(for architecture: Architecture) -> StaticString {
        architecture == .x86_64
            ? Generated.syscallNumbersOnX86 : Generated.syscallNumbersOnArm
    }

    private static func position(of number: Int, in index: StaticString) -> Int? {
        guard number >= 0, number < index.utf8CodeUnitCount / entryWidth else { return nil }
        return entry(number, in: index.utf8Start)
    }
}
