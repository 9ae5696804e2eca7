// The grammar against the parser: its sentences are accepted, and what is no sentence is not.

import Foundation
import TestSupport
import Testing

@testable import AcallSyntax

@Suite struct GrammarTests {
    /// What the parser says of a program; nil where that is about what the grammar leaves to words.
    private func complaints(_ text: String) -> [String]? {
        let source = SourceText(name: "test", bytes: Array(text.utf8))
        var diagnostics = Diagnostics(source)
        _ = SyntaxTree(parsing: source, into: &diagnostics)
        let inWords: Set<String> = ["E0209", "E0702"]
        if diagnostics.list.contains(where: { inWords.contains($0.code) }) { return nil }
        return diagnostics.list.map { "\($0.code) \($0.message)" }
    }

    /// Tokens as a text that reads as these tokens.
    private func text(_ tokens: [String]) -> String {
        tokens.joined(separator: " ")
    }

    /// A condition that does: the grammar leaves that to words.
    private func startsWithBrace(_ tokens: [String]) -> Bool {
        zip(tokens, tokens.dropFirst()).contains { ["if", "while"].contains($0) && $1 == "{" }
    }

    @Test func everySentenceIsAccepted() throws {
        let grammar = try Grammar()
        let seed = seed()
        var maker = SentenceMaker(grammar, seed: seed)
        for _ in 0..<500 {
            let tokens = maker.tokens(
                of: "program", depth: Int.random(in: 8...22, using: &maker.random))
            let text = text(tokens)
            if startsWithBrace(tokens) { continue }
            #expect(complaints(text) ?? [] == [], "seed \(seed): \(text)")
        }
        let tokens: Set<String> = ["RESERVED"]
        let unused = Set(grammar.names).subtracting(maker.used).subtracting(tokens)
        #expect(unused.isEmpty, "every production occurs: \(unused)")
        // A production that is named is defined.
        for name in maker.used where name != "NAME" && name != "NEWLINE" {
            #expect(grammar.productions[name] != nil, "\(name)")
        }
    }

    @Test func changedSentencesAreJudgedAlike() throws {
        let grammar = try Grammar()
        let seed = seed()
        var maker = SentenceMaker(grammar, seed: seed)
        var recogniser = Recogniser(grammar)
        var accepted = 0
        for _ in 0..<1500 {
            var tokens = maker.tokens(
                of: "program", depth: Int.random(in: 6...16, using: &maker.random))
            guard tokens.count > 1, tokens.count < 120 else { continue }
            for _ in 0..<Int.random(in: 0...2, using: &maker.random) {
                change(&tokens, &maker.random)
            }
            let text = text(tokens)
            let isSentence = recogniser.accepts(Self.tokens(text))
            if isSentence { accepted += 1 }
            guard let complaints = complaints(text), !startsWithBrace(tokens) else { continue }
            #expect(complaints.isEmpty == isSentence, "seed \(seed): \(text)\n\(complaints)")
        }
        #expect(accepted > 100 && accepted < 1450, "both kinds occur: \(accepted)")
    }

    private func change(_ tokens: inout [String], _ random: inout Random) {
        guard tokens.count > 1 else { return }
        let place = Int.random(in: 0..<tokens.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: tokens.remove(at: place)
        case 1: tokens.insert(tokens[place], at: Int.random(in: 0...tokens.count, using: &random))
        case 2: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &random))
        default:
            let other = [
                "(", ")", "[", "]", ",", "=", ":", "+", "if", "..<", "\n", "x", "1", "\"s\"",
            ]
            tokens[place] = other.randomElement(using: &random) ?? "x"
        }
    }

    /// A program's tokens with their kinds.
    static func tokens(_ text: String) -> [(kind: String, text: String)] {
        let bytes = Array(text.utf8)
        var lexer = Lexer(bytes)
        var tokens: [(kind: String, text: String)] = []
        // The braces that are open, the innermost last: newlines count in a block.
        var isInBlock: [Bool] = []
        var end = 0
        while true {
            let token = lexer.next()
            let text = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
            switch token.kind {
            case .end: return tokens
            case .newline: tokens.append(("NEWLINE", "NEWLINE"))
            case .name: tokens.append(("WORD", text))
            case .number: tokens.append(("NUMBER", "NUMBER"))
            case .string: tokens.append(("STRING", "STRING"))
            case .character: tokens.append(("CHARACTER", "CHARACTER"))
            default:
                // A target's operator is one token, and so is a result's arrow.
                if text == "=" || text == ">", let last = tokens.last, last.kind.isEmpty,
                    token.start == end, Self.joined.contains(last.text + text)
                {
                    tokens[tokens.count - 1].text += text
                    break
                }
                if ["(", "[", "{"].contains(text) {
                    isInBlock.append(text == "{" && Self.startsBlock(behind: tokens.last))
                }
                if [")", "]", "}"].contains(text) { _ = isInBlock.popLast() }
                lexer.bracketDepth = isInBlock.last ?? true ? 0 : 1
                tokens.append(("", text))
            }
            end = token.end
        }
    }

    private static let joined: Set = [
        "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&&=", "||=", "->",
    ]

    /// Behind a value or a word that has a block stands a block's brace, elsewhere a field list's.
    private static func startsBlock(behind token: (kind: String, text: String)?) -> Bool {
        guard let token else { return true }
        let words = ["loop", "parallel", "task", "else", "null"]
        if token.kind == "WORD" {
            return words.contains(token.text) || !reserved.contains(token.text)
        }
        return !token.kind.isEmpty || [")", "]", "}"].contains(token.text)
    }

    private static let reserved = (try? Grammar().reserved) ?? []

    @Test func tokensOfTheGrammarAreTokensOfTheLexer() throws {
        let grammar = try Grammar()
        let seed = seed()
        var maker = SentenceMaker(grammar, seed: seed)
        for (name, kind) in [
            ("WORD", TokenKind.name), ("NUMBER", .number), ("STRING", .string),
            ("CHARACTER", .character),
        ] {
            for _ in 0..<500 {
                let text = maker.tokens(of: name, depth: 12).joined()
                var lexer = Lexer(Array(text.utf8))
                let token = lexer.next()
                #expect(
                    token.kind == kind && token.end == text.utf8.count,
                    "seed \(seed): \(name) \(text)")
            }
        }
        #expect(grammar.reserved.count > 20)
        for word in grammar.reserved {
            #expect(complaints("\(word) = getpid()") != [], "\(word) is no name")
        }
    }
}
