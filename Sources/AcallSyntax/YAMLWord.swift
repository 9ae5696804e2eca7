// The words that are keys somewhere in the YAML spelling.
//
// Input: a key's bytes. Output: which word they are. Invariant: every word has at most eight bytes,
// so that it is one integer, and finding it compares integers only.

enum YAMLWord: UInt8, CaseIterable {
    case none
    // A program's.
    case acall, procs, inputs, vars, steps
    // A declaration's, an output's, a procedure's.
    case type, `default`, value, text, hex, params, result
    // A step's: how something is done, what is done, what is done under an `if`.
    case `as`, expect, allow, retry, fully, timeout, `if`
    case output, assert, fail, stop, `break`, `continue`, `return`
    case `defer`, async, task, parallel, await, cancel
    case loop, `while`, `for`, set, input, `var`, include
    case then, `else`
    // Theirs.
    case on, times, after, that, message, cond, each, `in`, limit, all, any
    case `true`, `false`
    // The text spelling's.
    case proc, null

    var spelling: String { "\(self)" }

    var isModifier: Bool { (Self.as.rawValue...Self.if.rawValue).contains(rawValue) }
    var isStatement: Bool { (Self.output.rawValue...Self.include.rawValue).contains(rawValue) }
    /// What stands beside the `if` of a step with blocks.
    var isBranch: Bool { self == .then || self == .else }
    /// What can be a step without a value.
    var isBare: Bool { (Self.stop.rawValue...Self.return.rawValue).contains(rawValue) }
    /// What can have an `if` beside it.
    var isConditional: Bool { (Self.fail.rawValue...Self.continue.rawValue).contains(rawValue) }
    /// What has a call or steps below it.
    var isAround: Bool {
        (Self.defer.rawValue...Self.parallel.rawValue).contains(rawValue)
            || (Self.loop.rawValue...Self.for.rawValue).contains(rawValue)
    }

    /// Whether the text spelling can't have it as a name.
    var isReserved: Bool {
        isStatement && self != .set || isModifier && self != .as || self == .else
            || self == .proc || self == .null
    }

    static let modifiers = allCases.filter(\.isModifier).map(\.spelling)
    static let bare = allCases.filter(\.isBare).map(\.spelling)

    @inline(__always)
    init(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count <= 8 else {
            self = .none
            return
        }
        self = Self.table.find(Self.packed(bytes))
    }

    @inline(__always)
    private static func packed(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var value: UInt64 = 0
        for byte in bytes { value = value << 8 | UInt64(byte) }
        return value
    }

    private static let table: Table = {
        var table = Table()
        for word in allCases where word != .none { table.add(packed(word.spelling.utf8), word) }
        return table
    }()

    /// Open addressing on the packed words; 0 is a free slot.
    private struct Table {
        private var keys = [UInt64](repeating: 0, count: 256)
        private var words = [YAMLWord](repeating: .none, count: 256)

        @inline(__always)
        private func slot(_ key: UInt64) -> Int {
            var slot = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 56)
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & 255 }
            return slot
        }

        mutating func add(_ key: UInt64, _ word: YAMLWord) {
            let slot = slot(key)
            keys[slot] = key
            words[slot] = word
        }

        @inline(__always)
        func find(_ key: UInt64) -> YAMLWord { words[slot(key)] }
    }
}
