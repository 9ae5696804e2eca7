// What a report says of a record that stopped its chain: what it did, and where its operands are.
//
// The compiler knows both; the report reads the operands out of the record's arguments as the engine had them.

import AcallCatalog

/// What a record that may stop its chain does.
package enum StopForm: UInt8, Hashable, Sendable, CaseIterable {
    /// It makes a call, or an operation of which there is nothing to say.
    case plain = 0
    /// It looks at a value that is there already: it makes no call that could be ended.
    case statement = 1
    /// As a statement, of two values that were compared: `left`, `right`, as far as they were computed.
    case comparison = 2
    /// `left + right`, and so on.
    case sum = 3
    case difference = 4
    case product = 5
    case quotient = 6
    case remainder = 7
    case leftShift = 8
    case rightShift = 9
    /// `value` is stored as the operand's type.
    case store = 10
    /// `low..<high` of `size`.
    case slice = 11
    /// `value` is taken for a number of the other signedness than it has.
    case sign = 12
    /// A call would take `value` bytes of an argument, which has `size`.
    case room = 13
    /// Pointers in an argument, or lengths beside them, are not what the call may take.
    case targets = 14
    /// What a call would take of an argument is too much for a word.
    case overflow = 15
    /// As a statement, of a step that is done `fully`: `left` was done, `right` was to be done yet.
    case progress = 16
    /// As a statement, of a process's exit status, or minus its signal.
    case exitStatus = 17

    /// What stands between the operands; nil where it is no calculation.
    package var sign: String? {
        switch self {
        case .sum: "+"
        case .difference: "-"
        case .product: "*"
        case .quotient: "/"
        case .remainder: "%"
        case .leftShift: "<<"
        case .rightShift: ">>"
        case .plain, .statement, .comparison, .store, .slice, .sign, .room, .targets, .overflow,
            .progress, .exitStatus:
            nil
        }
    }

    /// It looks at what is there, and makes no call.
    package var isStatement: Bool {
        switch self {
        case .statement, .comparison, .progress, .exitStatus: true
        default: false
        }
    }

    /// The roles that its operands can have.
    var roles: Set<StopOperand.Role> {
        switch self {
        case .plain, .statement, .targets, .overflow, .exitStatus: []
        case .comparison, .progress, .sum, .difference, .product, .quotient, .remainder, .leftShift,
            .rightShift:
            [.left, .right]
        case .store, .sign: [.value]
        case .slice: [.low, .high, .size, .element]
        case .room: [.value, .size]
        }
    }
}

/// A value that a report shows of a record that stopped its chain.
package struct StopOperand: Hashable, Sendable {
    package enum Role: UInt8, Hashable, Sendable, CaseIterable {
        case left = 0
        case right = 1
        case value = 2
        case low = 3
        case high = 4
        case size = 5
        /// The bytes of an element; in the upper half 1 if one element was meant, 2 if a count of them was.
        case element = 6
    }

    /// What it counts.
    package enum Unit: UInt8, Hashable, Sendable, CaseIterable {
        case none = 0
        case bytes = 1
        case items = 2
        /// It may be an error's number.
        case results = 3
    }

    package var role: Role
    /// The argument of the record that holds it.
    package var argument: UInt8
    /// How its bits are read; of what is stored, what it has to fit.
    package var type: IntegerType
    package var unit: Unit

    package init(
        role: Role, argument: UInt8, type: IntegerType = IntegerType(width: 8, isSigned: true),
        unit: Unit = .none
    ) {
        self.role = role
        self.argument = argument
        self.type = type
        self.unit = unit
    }
}
