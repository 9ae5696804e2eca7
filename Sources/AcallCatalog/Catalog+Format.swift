// Values shown by name, as strace shows them.
//
// Input: a value and the name of its set. Output: `O_RDONLY|O_CLOEXEC`. Invariant: the text says every bit of
// the value: what has no name is in hexadecimal, permissions are in octal.

extension Catalog {
    /// A value by the names of a set; an unknown set gives the number. A caller that asks often keeps the set, and
    /// asks it.
    package func format(value: Int64, set name: String) -> String {
        constantSet(named: name)?.text(of: value) ?? String(value)
    }
}

extension ConstantSet {
    /// Of a flag set: its names joined by `|`, bits without a name last, in hexadecimal; `0` for none. Of an
    /// enumeration: the first name with that value, or the number.
    package func text(of value: Int64) -> String {
        guard isFlags else {
            return members.first { $0.value == value }?.name ?? Self.plain(value)
        }
        var rest = value
        var names: [String] = []
        if enumerationMask != 0 {
            let chosen = value & enumerationMask
            if let member = members.first(where: {
                $0.value == chosen && $0.value & ~enumerationMask == 0
            }) {
                names.append(member.name)
                rest &= ~enumerationMask
            }
        }
        let permissions = permissions
        let mode = rest & permissions
        rest &= ~permissions
        names += flagNames(&rest, except: permissions)
        if permissions != 0 { names.append(Self.octal(UInt64(bitPattern: mode))) }
        if rest != 0 {
            names.append("0x" + String(UInt64(bitPattern: rest), radix: 16))
        } else if names.isEmpty {
            names.append(members.first { $0.value == 0 }?.name ?? "0")
        }
        return names.joined(separator: "|")
    }

    /// The bits of a file's permissions, in a set that has them beside its flags (`msgget`).
    private var permissions: Int64 {
        members.contains { $0.name == "S_IRWXU" } ? 0o777 : 0
    }

    /// Takes from `rest` the members it contains, those of most bits first (`O_SYNC` before `O_DSYNC`), without
    /// those that only sum up members before them; their names are in the set's order.
    private func flagNames(_ rest: inout Int64, except permissions: Int64) -> [String] {
        // The bits of the members so far that have one.
        var bits: Int64 = 0
        let candidates = members.indices.filter { index in
            let value = members[index].value
            guard value != 0, value & ~enumerationMask != 0, value & permissions == 0 else {
                return false
            }
            if value.nonzeroBitCount == 1 { bits |= value }
            // A second name for members before it (`IN_MOVE`) is only written.
            return value.nonzeroBitCount == 1 || value & ~bits != 0
        }
        let widestFirst = candidates.sorted { first, second in
            let firstBits = members[first].value.nonzeroBitCount
            let secondBits = members[second].value.nonzeroBitCount
            return firstBits == secondBits ? first < second : firstBits > secondBits
        }
        var taken: [Int] = []
        for index in widestFirst where rest & members[index].value == members[index].value {
            taken.append(index)
            rest &= ~members[index].value
        }
        return taken.sorted().map { members[$0].name }
    }

    private static func plain(_ value: Int64) -> String {
        value < 0x10000 && value > -0x10000
            ? String(value) : "0x" + String(UInt64(bitPattern: value), radix: 16)
    }

    /// Three digits at least, with C's leading zero.
    static func octal(_ value: UInt64) -> String {
        var digits = String(value, radix: 8)
        if value != 0 { digits = "0" + digits }
        return String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
    }
}
