// The tree that both spellings make, and that the checker reads.
//
// Nodes stand in flat arrays and refer to each other by index, so that a tree is a few allocations
// however large the program. Invariant: an index in a node is valid in its array; a child's index is
// lower than its parent's; a hole stands where an error was reported.

/// A name, interned: equal names have equal ids.
package struct Name: Hashable, Sendable {
    package let id: UInt32
    package init(id: UInt32) { self.id = id }
}

package struct ExpressionID: Hashable, Sendable {
    package let index: UInt32
    package init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
}

/// A run of entries of one of the tree's list arrays.
package struct ListRange: Hashable, Sendable {
    package let start: UInt32
    package let count: UInt32
    package init(start: Int, count: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        self.count = UInt32(truncatingIfNeeded: count)
    }
    package static let empty = ListRange(start: 0, count: 0)
    package var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

package enum UnaryOperator: UInt8, Sendable, CaseIterable {
    case minus, not, complement
}

package enum BinaryOperator: UInt8, Sendable, CaseIterable {
    case multiply, divide, remainder, and, shiftLeft, shiftRight
    case add, subtract, or, xor
    case equal, notEqual, less, lessEqual, greater, greaterEqual
    case logicalAnd, logicalOr
}

package enum BoundKind: UInt8, Sendable {
    /// `lower...`: to the end.
    case toEnd
    /// `..<upper`
    case below
    /// `...upper`
    case through
}

package struct Expression: Sendable, Hashable {
    package var span: Span
    package var kind: Kind

    package enum Kind: Sendable, Hashable {
        /// Reported already; stands for anything.
        case hole
        /// A literal's magnitude, suffix applied (`64KiB`, `'A'`).
        case integer(UInt64)
        /// In nanoseconds (`500ms`).
        case time(UInt64)
        /// An entry of the tree's `strings`.
        case string(UInt32)
        case name(Name)
        case null
        case unary(UnaryOperator, ExpressionID)
        case binary(BinaryOperator, ExpressionID, ExpressionID)
        /// `st.st_size`; the span is the field's name's.
        case field(ExpressionID, Name, Span)
        /// `fds[0]`
        case index(ExpressionID, ExpressionID)
        /// `block[4..<8]`; a missing lower bound is 0; the upper is nil exactly for `.toEnd`.
        case slice(ExpressionID, lower: ExpressionID?, upper: ExpressionID?, BoundKind)
        /// `[a, b]`: entries of `expressionLists`.
        case vector(ListRange)
        /// `{family: AF_INET}`: entries of `fieldInitialisers`.
        case record(ListRange)
        /// `min(a, b)`, `sizeof(x)`: entries of `expressionLists`; the span is the function's name's.
        case function(Name, ListRange, Span)
        /// `&x`
        case address(ExpressionID)
    }

    package init(_ span: Span, _ kind: Kind) {
        self.span = span
        self.kind = kind
    }
}

package struct FieldInitialiser: Sendable, Hashable {
    package var name: Name
    package var nameSpan: Span
    package var value: ExpressionID
    package init(name: Name, nameSpan: Span, value: ExpressionID) {
        self.name = name
        self.nameSpan = nameSpan
        self.value = value
    }
}

/// A type as written: `int`, `bytes[64KiB]`, `stat[4]`, `[path]`.
package struct TypeSyntax: Sendable, Hashable {
    package var span: Span
    package var name: Name
    /// The count in brackets.
    package var count: ExpressionID?
    /// `[T]`
    package var isList: Bool
    package init(span: Span, name: Name, count: ExpressionID?, isList: Bool) {
        self.span = span
        self.name = name
        self.count = count
        self.isList = isList
    }
}

package struct Argument: Sendable, Hashable {
    /// `flags: value`; nil where it goes by position.
    package var label: Name?
    package var labelSpan: Span
    package var value: ExpressionID
    package init(label: Name?, labelSpan: Span, value: ExpressionID) {
        self.label = label
        self.labelSpan = labelSpan
        self.value = value
    }
}

package enum Expectation: Sendable, Hashable {
    /// `expect 0`, `expect ENOENT`
    case equal(ExpressionID)
    /// `expect > 0`
    case compare(BinaryOperator, ExpressionID)
    /// `expect 3...5`, `expect 3..<5`
    case range(ExpressionID, ExpressionID, isClosed: Bool)
}

package struct Retry: Sendable, Hashable {
    /// Entries of `expressionLists`: the errnos.
    package var on: ListRange
    package var times: ExpressionID
    /// How long to wait before each new attempt.
    package var after: ExpressionID?
    package init(on: ListRange, times: ExpressionID, after: ExpressionID?) {
        self.on = on
        self.times = times
        self.after = after
    }
}

/// What stands behind a call. Spans are the modifier's own, keyword and operands.
package struct Modifiers: Sendable, Hashable {
    package var expect: Expectation?
    package var expectSpan = Span(0, 0)
    /// Entries of `expressionLists`.
    package var allow: ListRange?
    package var allowSpan = Span(0, 0)
    package var retry: Retry?
    package var retrySpan = Span(0, 0)
    package var isFully = false
    package var fullySpan = Span(0, 0)
    package var condition: ExpressionID?
    package init() {}
}

/// `name = callee(arguments) modifiers`
package struct CallSyntax: Sendable, Hashable {
    /// From the callee to the closing parenthesis (in YAML: the call's key and its arguments).
    package var span: Span
    package var result: Name?
    package var resultSpan: Span
    package var callee: Name
    package var calleeSpan: Span
    /// Entries of `arguments`.
    package var arguments: ListRange
    /// An entry of `modifiers`; nil where there is none.
    package var modifiers: UInt32?
    package init(
        span: Span, result: Name?, resultSpan: Span, callee: Name, calleeSpan: Span,
        arguments: ListRange, modifiers: UInt32?
    ) {
        self.span = span
        self.result = result
        self.resultSpan = resultSpan
        self.callee = callee
        self.calleeSpan = calleeSpan
        self.arguments = arguments
        self.modifiers = modifiers
    }
}

package enum OutputFormat: UInt8, Sendable {
    case plain, text, hex
}

package struct Statement: Sendable, Hashable {
    package var span: Span
    package var kind: Kind

    package enum Kind: Sendable, Hashable {
        /// `input name: type = value`; the span is the name's.
        case input(Name, Span, TypeSyntax, value: ExpressionID?)
        /// `var name: type = value`
        case variable(Name, Span, TypeSyntax, value: ExpressionID?)
        /// An entry of `calls`.
        case call(UInt32)
        /// `defer call(...)`: an entry of `calls`.
        case deferred(UInt32)
        /// `output name = value as text`; `output n` has the name `n` and the value `n`.
        case output(Name, Span, value: ExpressionID, OutputFormat)
        /// `assert condition, "message"`; the message is a string expression.
        case assert(ExpressionID, message: ExpressionID?)
        /// `fail "message" if condition`
        case fail(message: ExpressionID, condition: ExpressionID?)
        /// `stop if condition`
        case stop(condition: ExpressionID?)
    }

    package init(_ span: Span, _ kind: Kind) {
        self.span = span
        self.kind = kind
    }
}

package struct SyntaxTree: Sendable {
    package var names = NameTable()
    package var expressions: [Expression] = []
    package var expressionLists: [ExpressionID] = []
    package var fieldInitialisers: [FieldInitialiser] = []
    package var arguments: [Argument] = []
    package var modifiers: [Modifiers] = []
    package var calls: [CallSyntax] = []
    /// Decoded string literals, without a terminator.
    package var strings: [[UInt8]] = []
    package var statements: [Statement] = []

    package init() {}

    package subscript(id: ExpressionID) -> Expression { expressions[Int(id.index)] }

    package mutating func append(_ expression: Expression) -> ExpressionID {
        expressions.append(expression)
        return ExpressionID(expressions.count - 1)
    }
}
