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
    /// It stands in parentheses.
    package var isParenthesised = false

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

/// An entry of the tree's `blocks`.
package struct BlockID: Hashable, Sendable {
    package let index: UInt32
    package init(_ index: Int) { self.index = UInt32(truncatingIfNeeded: index) }
}

/// What stands between braces.
package struct Block: Sendable, Hashable {
    package var span: Span
    package var statements: [Statement]
    package init(span: Span, statements: [Statement]) {
        self.span = span
        self.statements = statements
    }
}

/// What a `for` goes over.
package enum Iteration: Sendable, Hashable {
    /// `0..<10`, `0...9`
    case range(ExpressionID, ExpressionID, isClosed: Bool)
    /// A list input, an array, or `records(bytes, structure)`.
    case items(ExpressionID)
}

/// `await a, b timeout 1s else { }`
package struct AwaitSyntax: Sendable, Hashable {
    package struct Target: Sendable, Hashable {
        package var name: Name
        package var span: Span
        package init(name: Name, span: Span) {
            self.name = name
            self.span = span
        }
    }
    package var targets: [Target]
    /// `await any`
    package var isAny: Bool
    package var timeout: ExpressionID?
    package var otherwise: BlockID?
    package init(targets: [Target], isAny: Bool, timeout: ExpressionID?, otherwise: BlockID?) {
        self.targets = targets
        self.isAny = isAny
        self.timeout = timeout
        self.otherwise = otherwise
    }
}

/// `proc name(file: path) -> size { }`
package struct ProcedureSyntax: Sendable, Hashable {
    package struct Parameter: Sendable, Hashable {
        package var name: Name
        package var span: Span
        package var type: TypeSyntax
        package init(name: Name, span: Span, type: TypeSyntax) {
            self.name = name
            self.span = span
            self.type = type
        }
    }
    package var name: Name
    package var nameSpan: Span
    package var parameters: [Parameter]
    package var result: TypeSyntax?
    package var body: BlockID
    package init(
        name: Name, nameSpan: Span, parameters: [Parameter], result: TypeSyntax?, body: BlockID
    ) {
        self.name = name
        self.nameSpan = nameSpan
        self.parameters = parameters
        self.result = result
        self.body = body
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
    package var timeout: ExpressionID?
    package var timeoutSpan = Span(0, 0)
    package var condition: ExpressionID?
    package init() {}
}

/// `name = callee(arguments) modifiers`
package struct CallSyntax: Sendable, Hashable {
    /// From the callee to the closing parenthesis (in YAML: the call's key and its arguments).
    package var span: Span
    package var result: Name?
    package var resultSpan: Span
    /// `fds[0] = openat(...)`: where the result is stored, if that is no plain name.
    package var target: ExpressionID?
    package var callee: Name
    package var calleeSpan: Span
    /// Entries of `arguments`.
    package var arguments: ListRange
    /// An entry of `modifiers`; nil where there is none.
    package var modifiers: UInt32?
    package init(
        span: Span, result: Name?, resultSpan: Span, target: ExpressionID? = nil, callee: Name,
        calleeSpan: Span, arguments: ListRange, modifiers: UInt32?
    ) {
        self.span = span
        self.result = result
        self.resultSpan = resultSpan
        self.target = target
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
        /// `output name[key] = value as text`; `output n` has the name `n` and the value `n`.
        case output(Name, Span, key: ExpressionID?, value: ExpressionID, OutputFormat)
        /// `assert condition, "message"`; the message is a string expression.
        case assert(ExpressionID, message: ExpressionID?)
        /// `fail "message" if condition`
        case fail(message: ExpressionID, condition: ExpressionID?)
        /// `stop if condition`
        case stop(condition: ExpressionID?)
        /// `target = value`, `target += value`
        case assign(ExpressionID, BinaryOperator?, ExpressionID)
        /// An `else if` is an else block that holds one `if`.
        case `if`(ExpressionID, then: BlockID, otherwise: BlockID?)
        case loop(BlockID)
        case `while`(ExpressionID, BlockID)
        /// The span is the name's.
        case `for`(Name, Span, Iteration, BlockID)
        case `break`(condition: ExpressionID?)
        case `continue`(condition: ExpressionID?)
        /// `async name = call(...)`: an entry of `calls`.
        case async(UInt32)
        /// `task name { }`
        case task(Name?, Span, BlockID)
        case await(AwaitSyntax)
        /// `cancel name`
        case cancel(Name, Span)
        /// `parallel { }`
        case parallel(BlockID)
        /// `parallel for name in items limit n { }`
        case parallelFor(Name, Span, Iteration, limit: ExpressionID?, BlockID)
        /// `include "lib.acall"`: a string expression.
        case include(ExpressionID)
        /// An entry of `procedures`.
        case procedure(UInt32)
        case `return`(value: ExpressionID?)
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
    /// The program's own; those in braces are in `blocks`.
    package var statements: [Statement] = []
    package var blocks: [Block] = []
    package var procedures: [ProcedureSyntax] = []

    /// What statements would have named that are left out, wrong as they are: they are reported already.
    package var wrongNames: Set<Name> = []
    /// A file that is included could not be read: nobody knows its procs.
    package internal(set) var lacksProcedures = false

    /// It was read from the YAML spelling; the files that it includes were not.
    package internal(set) var isYAML = false

    package init() {}

    package subscript(id: ExpressionID) -> Expression { expressions[Int(id.index)] }

    package subscript(id: BlockID) -> Block { blocks[Int(id.index)] }

    package mutating func append(_ expression: Expression) -> ExpressionID {
        expressions.append(expression)
        return ExpressionID(expressions.count - 1)
    }

    mutating func noteParentheses(around id: ExpressionID) {
        expressions[Int(id.index)].isParenthesised = true
    }
}
