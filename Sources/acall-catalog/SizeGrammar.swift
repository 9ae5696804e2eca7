// Sizes: how many bytes the kernel touches at a pointer, as an expression over a call's parameters.
//
// Input: a scanner that stands on an expression: `count`, `*optlen`, `handle.handle_bytes`, `(nfds + 63) / 64 * 8`,
// `sizeof(sem)`. Output: the model's size once the parameters are known. Invariant: what this reads,
// `grammar/catalog.md` documents.

import AcallCatalog

/// A size whose parameters are still names.
indirect enum OpenSize {
    case known(Size)
    case parameter(String)
    case behind(String)
    case field(String, String)
    case sum(OpenSize, OpenSize)
    case product(OpenSize, OpenSize)
    case quotient(OpenSize, OpenSize)
    case maximum(OpenSize, OpenSize)

    /// - Parameter index: the position of a parameter; it throws where there is none of that name.
    func close(_ index: (String) throws(GrammarError) -> Int) throws(GrammarError) -> Size {
        switch self {
        case .known(let size): return size
        case .parameter(let name): return .parameter(try index(name))
        case .behind(let name): return .behind(try index(name))
        case .field(let name, let field): return .field(try index(name), field)
        case .sum(let a, let b): return .sum(try a.close(index), try b.close(index))
        case .product(let a, let b): return .product(try a.close(index), try b.close(index))
        case .quotient(let a, let b): return .quotient(try a.close(index), try b.close(index))
        case .maximum(let a, let b): return .maximum(try a.close(index), try b.close(index))
        }
    }
}

extension Scanner {
    /// `TERM + TERM`, each made of factors.
    mutating func size() throws(GrammarError) -> OpenSize {
        var result = try sizeProduct()
        while take("+") { result = .sum(result, try sizeProduct()) }
        return result
    }

    private mutating func sizeProduct() throws(GrammarError) -> OpenSize {
        var result = try sizeFactor()
        while true {
            if take("*") {
                result = .product(result, try sizeFactor())
            } else if take("/") {
                result = .quotient(result, try sizeFactor())
            } else {
                return result
            }
        }
    }

    private mutating func sizeFactor() throws(GrammarError) -> OpenSize {
        if take("(") {
            let inner = try size()
            try expect(")")
            return inner
        }
        if take("*") { return .behind(try word()) }
        let word = try word()
        if let number = Int64(grammar: word) { return .known(.number(number)) }
        if word == "sizeof" {
            try expect("(")
            let name = try self.word()
            try expect(")")
            return .known(.structure(name))
        }
        let parts = word.split(separator: ".", maxSplits: 1)
        if parts.count == 2 { return .field(String(parts[0]), String(parts[1])) }
        return .parameter(word)
    }
}
