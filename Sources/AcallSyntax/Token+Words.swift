// Words among the tokens: which of them the language keeps for itself.
//
// Input: a token and the bytes it is made of. Functions of these alone, and not of the parser, whose copies
// would cost more than the comparison.

extension Token {
    /// It is this word.
    func reads(_ word: StaticString, in bytes: [UInt8]) -> Bool {
        guard kind == .name, end - start == word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount
        where bytes[start + index] != word.utf8Start[index] { return false }
        return true
    }

    /// The next byte that is no space; nil where a newline or a comment might be one, 0 at the end.
    func byteBehind(in bytes: [UInt8], _ limit: Int) -> UInt8? {
        var place = end
        while place < limit, bytes[place] == 0x20 { place += 1 }
        guard place < limit else { return 0 }
        switch bytes[place] {
        case 0x09, 0x0a, 0x0d, UInt8(ascii: "#"): return nil
        case let byte: return byte
        }
    }

    /// One of the words that start a statement or a modifier, in the language as a whole.
    func isReserved(in bytes: [UInt8]) -> Bool {
        // Most names are told apart by their first letter and their length.
        switch (bytes[start], end - start) {
        case (UInt8(ascii: "a"), 5):
            reads("async", in: bytes) || reads("await", in: bytes) || reads("allow", in: bytes)
        case (UInt8(ascii: "a"), 6): reads("assert", in: bytes)
        case (UInt8(ascii: "b"), 5): reads("break", in: bytes)
        case (UInt8(ascii: "c"), 6): reads("cancel", in: bytes)
        case (UInt8(ascii: "c"), 8): reads("continue", in: bytes)
        case (UInt8(ascii: "d"), 5): reads("defer", in: bytes)
        case (UInt8(ascii: "e"), 4): reads("else", in: bytes)
        case (UInt8(ascii: "e"), 6): reads("expect", in: bytes)
        case (UInt8(ascii: "f"), 3): reads("for", in: bytes)
        case (UInt8(ascii: "f"), 4): reads("fail", in: bytes)
        case (UInt8(ascii: "f"), 5): reads("fully", in: bytes)
        case (UInt8(ascii: "i"), 2): reads("if", in: bytes)
        case (UInt8(ascii: "i"), 5): reads("input", in: bytes)
        case (UInt8(ascii: "i"), 7): reads("include", in: bytes)
        case (UInt8(ascii: "l"), 4): reads("loop", in: bytes)
        case (UInt8(ascii: "n"), 4): reads("null", in: bytes)
        case (UInt8(ascii: "o"), 6): reads("output", in: bytes)
        case (UInt8(ascii: "p"), 4): reads("proc", in: bytes)
        case (UInt8(ascii: "p"), 8): reads("parallel", in: bytes)
        case (UInt8(ascii: "r"), 5): reads("retry", in: bytes)
        case (UInt8(ascii: "r"), 6): reads("return", in: bytes)
        case (UInt8(ascii: "s"), 4): reads("stop", in: bytes)
        case (UInt8(ascii: "t"), 4): reads("task", in: bytes)
        case (UInt8(ascii: "t"), 7): reads("timeout", in: bytes)
        case (UInt8(ascii: "v"), 3): reads("var", in: bytes)
        case (UInt8(ascii: "w"), 5): reads("while", in: bytes)
        default: false
        }
    }
}
