// What an expression is, before it is known where it is used.

import AcallCatalog
import AcallSyntax

/// Storage that can be read, written, and passed by address.
struct Place {
    var address: ValueID
    var type: StorageType
    /// The variable it is part of.
    var storage: Int
    /// Where in the variable, if that is known.
    var offset: Int?
    var span: Span

    /// What an integer there means.
    var meaning: IntegerMeaning {
        if case .integer(_, let meaning) = type { return meaning }
        return .plain
    }
}

/// Bytes: their address and how many there are.
struct Bytes {
    var address: ValueID
    var count: ValueID
    /// At most so many, as far as is known; nil for inputs.
    var capacity: Int?
    /// The variable they are part of; nil for literals and inputs, which can't be written.
    var storage: Int?
    /// A NUL follows them.
    var isTerminated: Bool
    /// The whole of a `char` array, which text fills up to a NUL.
    var isWhole = false
    /// Of a slice of an array whose elements are more than a byte: what they are, and how many.
    var elements: (type: StorageType, count: ValueID)?
}

/// Items of a list input: where the first one stands, and how many there are.
struct InputList {
    var type: CheckedInputType
    var base: ValueID
    var count: ValueID

    /// Of an item: a word, or an `iovec`.
    var itemSize: Int64 {
        if case .integers = type { 8 } else { 16 }
    }

    var isText: Bool { itemSize == 16 }

    var kindName: String {
        switch type {
        case .integers: "a list of integers"
        case .paths: "a list of paths"
        default: "a list of strings"
        }
    }
}

enum Operand {
    /// Wrong, and reported.
    case hole
    case integer(ValueID)
    /// In nanoseconds.
    case time(UInt64)
    /// The same, computed; a point in time or a duration.
    case computedTime(ValueID, isAbsolute: Bool)
    case bytes(Bytes)
    case place(Place)
    /// A list input, or a part of one.
    case list(InputList)
    case vector(ListRange)
    case record(ListRange)
    case address(Place)
    /// A record of variable length, which ends before `end`.
    case entry(Place, end: ValueID)
    case null

    /// As a person would call it.
    var kindName: String {
        switch self {
        case .hole: "an error"
        case .integer: "an integer"
        case .time: "a time"
        case .computedTime(_, let isAbsolute): isAbsolute ? "a point in time" : "a time"
        case .bytes(let bytes): bytes.storage == nil ? "a string" : "bytes"
        case .place(let place): "storage of type `\(place.type.description)`"
        case .list(let list): list.kindName
        case .vector: "a list of values"
        case .record: "a structure's fields"
        case .address: "an address"
        case .entry: "a record"
        case .null: "`null`"
        }
    }
}
