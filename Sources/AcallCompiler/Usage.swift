// Which declared names the program uses.

import AcallSyntax

struct Usage {
    /// What is declared, and where.
    private(set) var declared: [(name: Name, span: Span, what: String)] = []
    /// Where the names that are used are declared.
    private(set) var used: Set<Span> = []
    /// By name: what was put into `used` last.
    private var lastUsed: [Span?]

    init(names: Int) { lastUsed = Array(repeating: nil, count: names) }

    mutating func declare(_ name: Name, _ span: Span, _ symbol: Symbol) {
        switch symbol {
        case .input: declared.append((name, span, "input"))
        case .variable: declared.append((name, span, "variable"))
        default: break
        }
    }

    mutating func use(_ name: Name, declaredAt span: Span?) {
        guard let span, lastUsed[Int(name.id)] != span else { return }
        lastUsed[Int(name.id)] = span
        used.insert(span)
    }

    func isUsed(_ span: Span) -> Bool { used.contains(span) }
}
