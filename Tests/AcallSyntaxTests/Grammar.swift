// The grammar file, read: its productions, sentences made of them, and a recogniser that follows them.
//
// Input: `grammar/acall.ebnf`. Invariant: nothing here knows the parser; tokens are told apart by their text.

import Foundation

/// A definition's right side.
indirect enum Production: Sendable {
    case text(String)
    case range(UInt8, UInt8)
    case reference(String)
    case sequence([Production])
    case choice([Production])
    case optional(Production)
    case repeated(Production)
}

struct Grammar: Sendable {
    private(set) var productions: [String: Production] = [:]
    private(set) var names: [String] = []

    static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("grammar/acall.ebnf")

    init() throws {
        var reader = GrammarReader(try String(contentsOf: Self.file, encoding: .utf8))
        while let (name, production) = try reader.production() {
            names.append(name)
            productions[name] = production
        }
    }

    var reserved: Set<String> {
        guard case .choice(let words)? = productions["RESERVED"] else { return [] }
        return Set(
            words.compactMap { word in
                if case .text(let text) = word { text } else { nil }
            })
    }

    /// The least number of nested productions that a sentence needs.
    func depth(_ production: Production, _ known: [String: Int]) -> Int {
        switch production {
        case .text, .range, .optional, .repeated: 0
        case .reference(let name): (known[name] ?? 1000) + 1
        case .sequence(let parts): parts.map { depth($0, known) }.max() ?? 0
        case .choice(let parts): parts.map { depth($0, known) }.min() ?? 0
        }
    }

    /// By name, for all productions.
    var depths: [String: Int] {
        var known: [String: Int] = ["NAME": 0, "NEWLINE": 0]
        for _ in 0..<names.count {
            for (name, production) in productions { known[name] = depth(production, known) }
        }
        return known
    }
}

private struct GrammarReader {
    private let text: [Character]
    private var position = 0

    struct Wrong: Error {
        var place: String
    }

    init(_ text: String) { self.text = Array(text) }

    private mutating func skipSpace() {
        while position < text.count {
            if text[position].isWhitespace {
                position += 1
            } else if starts("(*") {
                while position < text.count, !starts("*)") { position += 1 }
                position += 2
            } else {
                return
            }
        }
    }

    private func starts(_ prefix: String) -> Bool {
        text[position...].starts(with: prefix)
    }

    private mutating func take(_ prefix: String) -> Bool {
        skipSpace()
        guard position < text.count, starts(prefix) else { return false }
        position += prefix.count
        return true
    }

    private var here: String { String(text[min(position, text.count)...].prefix(30)) }

    mutating func production() throws -> (String, Production)? {
        skipSpace()
        guard position < text.count else { return nil }
        guard let name = word(), take("=") else { throw Wrong(place: here) }
        let production = try choice()
        guard take(";") else { throw Wrong(place: here) }
        return (name, production)
    }

    private mutating func word() -> String? {
        skipSpace()
        let word = text[min(position, text.count)...].prefix { $0.isLetter || $0 == "_" }
        position += word.count
        return word.isEmpty ? nil : String(word)
    }

    private mutating func choice() throws -> Production {
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws -> Production {
        var parts: [Production] = []
        while let part = try part() { parts.append(part) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func part() throws -> Production? {
        skipSpace()
        guard position < text.count else { return nil }
        switch text[position] {
        case "[": return .optional(try bracketed("]"))
        case "{": return .repeated(try bracketed("}"))
        case "(": return try bracketed(")")
        case "\"", "'":
            let first = quoted()
            guard take("...") else { return .text(first) }
            skipSpace()
            guard let low = first.utf8.first, let high = quoted().utf8.first else {
                throw Wrong(place: here)
            }
            return .range(low, high)
        default: return word().map { .reference($0) }
        }
    }

    private mutating func bracketed(_ close: String) throws -> Production {
        position += 1
        let inner = try choice()
        guard take(close) else { throw Wrong(place: here) }
        return inner
    }

    private mutating func quoted() -> String {
        let quote = text[position]
        let body = text[(position + 1)...].prefix { $0 != quote }
        position += body.count + 2
        return String(body)
    }
}

/// Makes sentences.
struct SentenceMaker {
    let grammar: Grammar
    private let depths: [String: Int]
    private let reserved: Set<String>
    var random: Random
    private(set) var used: Set<String> = []

    init(_ grammar: Grammar, seed: UInt64) {
        self.grammar = grammar
        depths = grammar.depths
        reserved = grammar.reserved
        random = Random(state: seed)
    }

    /// A sentence's tokens.
    mutating func tokens(of name: String, depth: Int) -> [String] {
        used.insert(name)
        if name == "NAME" {
            while true {
                let word = tokens(of: "WORD", depth: depth).joined()
                if !reserved.contains(word) { return [word] }
            }
        }
        if name == "NEWLINE" { return [Bool.random(using: &random) ? "\n" : ";"] }
        guard let production = grammar.productions[name] else { return [] }
        let parts = make(production, depth)
        // A token is one piece, however many productions it is made of.
        return name.allSatisfy { $0.isUppercase } ? [parts.joined()] : parts
    }

    private mutating func make(_ production: Production, _ depth: Int) -> [String] {
        switch production {
        case .text(let text): return [text]
        case .range(let low, let high):
            let byte = UInt8.random(in: low...high, using: &random)
            return [String(decoding: [byte], as: UTF8.self)]
        case .reference(let name): return tokens(of: name, depth: depth - 1)
        case .sequence(let parts): return parts.flatMap { make($0, depth) }
        case .choice(let parts):
            let fitting = parts.filter { grammar.depth($0, depths) <= max(depth, 0) }
            let least = parts.min { grammar.depth($0, depths) < grammar.depth($1, depths) }
            return (fitting.randomElement(using: &random) ?? least).map { make($0, depth) } ?? []
        case .optional(let inner):
            guard grammar.depth(inner, depths) <= depth, Bool.random(using: &random) else {
                return []
            }
            return make(inner, depth)
        case .repeated(let inner):
            guard grammar.depth(inner, depths) <= depth else { return [] }
            return (0..<Int.random(in: 0...2, using: &random)).flatMap { _ in make(inner, depth) }
        }
    }
}

/// Says whether tokens are a sentence: every way to read them is followed, each once.
struct Recogniser {
    let grammar: Grammar
    private let reserved: Set<String>
    private var known: [String: [Int: Set<Int>]] = [:]
    private var tokens: [(kind: String, text: String)] = []

    init(_ grammar: Grammar) {
        self.grammar = grammar
        reserved = grammar.reserved
    }

    mutating func accepts(_ tokens: [(kind: String, text: String)]) -> Bool {
        self.tokens = tokens
        known = [:]
        return ends(of: .reference("program"), from: 0).contains(tokens.count)
    }

    private mutating func ends(of production: Production, from start: Int) -> Set<Int> {
        switch production {
        case .text(let text):
            return start < tokens.count && tokens[start].text == text ? [start + 1] : []
        case .range: return []
        case .reference(let name): return ends(of: name, from: start)
        case .sequence(let parts):
            var places: Set<Int> = [start]
            for part in parts {
                var next: Set<Int> = []
                for place in places { next.formUnion(ends(of: part, from: place)) }
                places = next
            }
            return places
        case .choice(let parts):
            var places: Set<Int> = []
            for part in parts { places.formUnion(ends(of: part, from: start)) }
            return places
        case .optional(let inner): return ends(of: inner, from: start).union([start])
        case .repeated(let inner):
            var places: Set<Int> = [start]
            var pending = [start]
            while let place = pending.popLast() {
                for end in ends(of: inner, from: place) where places.insert(end).inserted {
                    pending.append(end)
                }
            }
            return places
        }
    }

    private mutating func ends(of name: String, from start: Int) -> Set<Int> {
        if name.allSatisfy({ $0.isUppercase }) {
            guard start < tokens.count else { return [] }
            let (kind, text) = tokens[start]
            let isOne =
                switch name {
                case "NAME": kind == "WORD" && !reserved.contains(text)
                default: kind == name
                }
            return isOne ? [start + 1] : []
        }
        if let found = known[name]?[start] { return found }
        guard let production = grammar.productions[name] else { return [] }
        let found = ends(of: production, from: start)
        known[name, default: [:]][start] = found
        return found
    }
}

/// A small generator whose sequence its seed decides.
struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
