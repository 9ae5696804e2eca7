// Values shown by name, as strace shows them.
//
// Input: a value and the name of its set. Output: `O_RDONLY|O_CLOEXEC`. Invariant: the text says every bit of
// the value: what has no name is in hexadecimal.

extension Catalog {
    /// A value by the names of a set. Of a flag set: its names joined by `|`, bits without a name last, in
    /// hexadecimal; `0` for none. Of an enumeration: the first name with that value, or the number. An unknown
    /// set gives the number.
    package func format(value: Int64, set name: String) -> String {
        guard let set = constantSet(named: name) else { return String(value) }
        guard set.isFlags else {
            return set.members.first { $0.value == value }?.name ?? plain(value)
        }
        var rest = value
        var names: [String] = []
        if set.enumerationMask != 0 {
            let chosen = value & set.enumerationMask
            if let member = set.members.first(where: {
                $0.value == chosen && $0.value & ~set.enumerationMask == 0
            }) {
                names.append(member.name)
                rest &= ~set.enumerationMask
            }
        }
        names += flagNames(&rest, of: set)
        if rest != 0 {
            names.append("0x" + String(UInt64(bitPattern: rest), radix: 16))
        } else if names.isEmpty {
            names.append(set.members.first { $0.value == 0 }?.name ?? "0")
        }
        return names.joined(separator: "|")
    }

    /// Takes from `rest` the members it contains, those of most bits first (`O_SYNC` before `O_DSYNC`); their
    /// names are in the set's order.
    private func flagNames(_ rest: inout Int64, of set: ConstantSet) -> [String] {
        let candidates = set.members.indices.filter { index in
            let value = set.members[index].value
            return value != 0 && value & ~set.enumerationMask != 0
        }
        let widestFirst = candidates.sorted { first, second in
            let firstBits = set.members[first].value.nonzeroBitCount
            let secondBits = set.members[second].value.nonzeroBitCount
            return firstBits == secondBits ? first < second : firstBits > secondBits
        }
        var taken: [Int] = []
        for index in widestFirst where rest & set.members[index].value == set.members[index].value {
            taken.append(index)
            rest &= ~set.members[index].value
        }
        return taken.sorted().map { set.members[$0].name }
    }

    private func plain(_ value: Int64) -> String {
        value < 0x10000 && value > -0x10000
            ? String(value) : "0x" + String(UInt64(bitPattern: value), radix: 16)
    }
}
