// Help that shows code is applied: what it makes of the program must be right, and what was meant.
//
// A diagnostic's help is taken apart into the pieces of code that it shows; each is put where a person would put
// it. Input: programs with one mistake. Invariant: a piece without `...` in it, applied, leaves no error.

import Testing

@testable import AcallCompiler
@testable import AcallImage
@testable import AcallSyntax

/// A program with one mistake, and the ways in which its help can be applied.
struct HelpedProgram {
    let name: String
    let text: String
    let diagnostic: Diagnostic
    private var isYAML: Bool { name.hasSuffix(".yaml") }

    /// nil where there is another number of errors than one, or where its help shows no code.
    init?(_ name: String, _ text: String) {
        let errors = Compiled.image(name, Array(text.utf8)).diagnostics.list.filter {
            $0.severity == .error
        }
        guard errors.count == 1, let first = errors.first, first.help != nil else { return nil }
        (self.name, self.text, diagnostic) = (name, text, first)
        if pieces.isEmpty { return nil }
    }

    /// What stands between backquotes; in YAML also what stands in YAML's own quotes behind a colon or `write`.
    var pieces: [String] {
        guard let help = diagnostic.help else { return [] }
        var found: [String] = []
        let parts = help.split(separator: "`", omittingEmptySubsequences: false)
        for index in parts.indices where index % 2 == 1 {
            let before = parts[index - 1]
            // A signature, a sample and a word that is only named are nothing to be put in.
            let isNamed = ["it is ", "as in ", "; "].contains {
                before.hasSuffix($0)
            }
            let isMeant = ["write ", "did you mean "].contains { before.hasSuffix($0) }
            let hasSigns = parts[index].contains { " ([{:=<!\"".contains($0) }
            if isMeant || hasSigns && !isNamed { found.append(String(parts[index])) }
        }
        for mark in ["write ", "quotes: ", "outside: "] where found.isEmpty && isYAML {
            guard let place = help.firstRange(of: mark) else { continue }
            let rest = help[place.upperBound...]
            found.append(
                String(rest.firstRange(of: " or {").map { rest[..<$0.lowerBound] } ?? rest))
        }
        return found.filter { !$0.contains("...") && !$0.isEmpty }
    }

    /// The programs that the help may mean.
    var candidates: [String] { pieces.flatMap { applied($0) } }

    func errors(of text: String) -> [Diagnostic] {
        Compiled.image(name, Array(text.utf8)).diagnostics.list.filter { $0.severity == .error }
    }

    // MARK: Where a piece goes

    private func applied(_ piece: String) -> [String] {
        let bytes = Array(text.utf8)
        let start = min(Int(diagnostic.span.start), bytes.count)
        let end = min(max(Int(diagnostic.span.end), start), bytes.count)
        func replaced(_ low: Int, _ high: Int, _ new: String) -> String {
            String(decoding: bytes[..<low] + Array(new.utf8) + bytes[high...], as: UTF8.self)
        }
        let value = valueRange(around: start, bytes)
        var all = [
            replaced(start, end, piece), replaced(value.lowerBound, value.upperBound, piece),
        ]
        let line = lineRange(at: start, bytes)
        let indentation = bytes[line].prefix { $0 == 0x20 }.count
        let lead = String(repeating: " ", count: indentation)
        if isYAML {
            let bare = piece.hasPrefix("- ") ? piece : "- " + piece
            all.append(replaced(line.lowerBound, line.upperBound, lead + bare))
            all.append(replaced(line.lowerBound, line.lowerBound, lead + bare + "\n"))
            all += replacedEntries(declared(piece) ?? piece)
        } else {
            let written = String(decoding: bytes[line], as: UTF8.self)
            let target =
                written.firstRange(of: " = ").map { String(written[..<$0.upperBound]) } ?? ""
            all += [
                replaced(line.lowerBound, line.upperBound, lead + piece),
                replaced(line.lowerBound, line.upperBound, target + piece),
                replaced(line.lowerBound, line.lowerBound, lead + piece + "\n"),
                replaced(line.upperBound, line.upperBound, " " + piece),
                piece + "\n" + text,
            ]
            if let close = callEnd(at: start, bytes, line) {
                all.append(replaced(line.lowerBound, close, lead + piece))
                all.append(replaced(line.lowerBound, close, target + piece))
                all.append(replaced(close - 1, close - 1, ", " + piece))
            }
            all += replacedDeclarations(piece)
        }
        return all
    }

    private func lineRange(at offset: Int, _ bytes: [UInt8]) -> Range<Int> {
        var (low, high) = (offset, offset)
        while low > 0, bytes[low - 1] != 0x0a { low -= 1 }
        while high < bytes.count, bytes[high] != 0x0a { high += 1 }
        return low..<high
    }

    /// The value, between commas and brackets, that a place is in.
    private func valueRange(around offset: Int, _ bytes: [UInt8]) -> Range<Int> {
        var (low, high) = (offset, offset)
        while low > 0, !",[{(\n".utf8.contains(bytes[low - 1]),
            !(bytes[low - 1] == 0x20 && low > 1 && ":,-".utf8.contains(bytes[low - 2]))
        { low -= 1 }
        if low < offset, bytes[low] == 0x20 { low += 1 }
        var depth = 0
        while high < bytes.count, bytes[high] != 0x0a {
            if "[{(".utf8.contains(bytes[high]) { depth += 1 }
            if "]})".utf8.contains(bytes[high]) {
                if depth == 0 { break }
                depth -= 1
            }
            if bytes[high] == UInt8(ascii: ","), depth == 0 { break }
            high += 1
        }
        return low..<max(low, high)
    }

    /// Behind the parenthesis that closes the line's first call.
    private func callEnd(at offset: Int, _ bytes: [UInt8], _ line: Range<Int>) -> Int? {
        var depth = 0
        for index in line {
            if bytes[index] == UInt8(ascii: "(") { depth += 1 }
            if bytes[index] == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return nil
    }

    /// `var x: T = v` in place of the declaration of `x`.
    private func replacedDeclarations(_ piece: String) -> [String] {
        guard let colon = piece.firstIndex(of: ":"), piece.hasPrefix("var ") else { return [] }
        let head = piece[...colon]
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let index = lines.firstIndex(where: { $0.hasPrefix(head) }) else { return [] }
        lines[index] = piece
        let replaced = lines.joined(separator: "\n")
        // What was assigned to it is there already.
        lines.removeAll { $0.hasPrefix(head.dropFirst(4).dropLast() + " = ") }
        return [replaced, lines.joined(separator: "\n")]
    }

    /// `var: {x: T}`: the entry within the braces.
    private func declared(_ piece: String) -> String? {
        guard piece.hasPrefix("var: {"), piece.hasSuffix("}") else { return nil }
        return String(piece.dropFirst(6).dropLast())
    }

    /// The entry in place of the one of the same name, and beside the others.
    private func replacedEntries(_ entry: String) -> [String] {
        guard let colon = entry.firstIndex(of: ":") else { return [] }
        let head = String(entry[...colon]) + " "
        let bytes = Array(text.utf8)
        var all: [String] = []
        if let place = text.firstRange(of: "vars: {") {
            all.append(text[..<place.upperBound] + entry + ", " + text[place.upperBound...])
        }
        var search = text.startIndex
        while let place = text[search...].firstRange(of: head) {
            let offset = text.utf8.distance(from: text.startIndex, to: place.upperBound)
            let range = valueRange(around: offset, bytes)
            let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
            all.append(
                String(
                    decoding: bytes[..<start] + Array(entry.utf8) + bytes[range.upperBound...],
                    as: UTF8.self))
            search = place.upperBound
        }
        return all
    }
}

@Suite struct HelpApplicationTests {
    /// A program with a mistake, and the one that was meant: in the text spelling and in YAML.
    static let pairs: [(name: String, wrong: String, right: String)] = [
        (
            "p.acall", "input s: fd\nvar b: bytes[64]\nrecv(s, b, 10)",
            "input s: fd\nvar b: bytes[64]\nrecv(s, b[..<10])"
        ),
        (
            "p.acall", "var b: bytes[64]\nn = getrandom(b, 16) allow EINTR",
            "var b: bytes[64]\nn = getrandom(b[..<16]) allow EINTR"
        ),
        (
            "p.yaml",
            "acall: 1\nvars: {b: \"bytes[64]\"}\nsteps:\n  - recv: [0, b, 10]\n",
            "acall: 1\nvars: {b: \"bytes[64]\"}\nsteps:\n  - recv: [0, \"b[..<10]\"]\n"
        ),
        (
            "p.acall", "var b: bytes[64]\nread(0, b, 0)", "var b: bytes[64]\nread(0, b[..<0])"
        ),
        (
            "p.yaml", "acall: 1\nsteps:\n  - write: [1, '\"abc\"', 0]\n",
            "acall: 1\nsteps:\n  - write: [1, '\"\"']\n"
        ),
        (
            "p.acall", "input t: fd\nvar new: itimerspec\ntimerfd_settime(t, 0, new)",
            "input t: fd\nvar new: itimerspec = {}\ntimerfd_settime(t, 0, new)"
        ),
        (
            "p.yaml",
            "acall: 1\nvars: {new: itimerspec}\nsteps:\n  - timerfd_settime: [0, 0, new]\n",
            "acall: 1\nvars: {new: {type: itimerspec, value: {}}}\nsteps:\n"
                + "  - timerfd_settime: [0, 0, new]\n"
        ),
        (
            "p.acall", "var block: bytes[16]\nwrite(1, block)",
            "var block: bytes[16] = \"\"\nwrite(1, block)"
        ),
        (
            "p.yaml",
            "acall: 1\nvars: {block: \"bytes[16]\"}\nsteps:\n  - write: [1, block]\n",
            "acall: 1\nvars: {block: {type: \"bytes[16]\", value: '\"\"'}}\nsteps:\n"
                + "  - write: [1, block]\n"
        ),
        (
            "p.acall", "var a: int[4]\nwrite(1, a)", "var a: int[4] = []\nwrite(1, a)"
        ),
        ("p.acall", "read(0, buf)", "var buf: bytes[4KiB]\nread(0, buf)"),
        ("p.acall", "fstat(0, st)", "var st: stat\nfstat(0, st)"),
        ("p.acall", "pipe2(ends, 0)", "var ends: int[2]\npipe2(ends, 0)"),
        ("p.acall", "fsync(fd)", "fd = openat(AT_FDCWD, \"name\", O_RDONLY)\nfsync(fd)"),
        (
            "p.yaml", "acall: 1\nvars: {n: int}\nsteps:\n  - read: [0, buf]\n",
            "acall: 1\nvars: {buf: \"bytes[4KiB]\", n: int}\nsteps:\n  - read: [0, buf]\n"
        ),
        (
            "p.acall", "var buf: bytes[32]\nbuf = \"abc\"\nwrite(1, buf)",
            "var buf: bytes[32] = \"abc\"\nwrite(1, buf)"
        ),
        (
            "p.yaml",
            "acall: 1\nvars: {b: \"bytes[16]\", n: int}\nsteps:\n"
                + "  - {as: n, read: [0, b]}\n  - write: [1, b[..<n]]\n",
            "acall: 1\nvars: {b: \"bytes[16]\", n: int}\nsteps:\n"
                + "  - {as: n, read: [0, b]}\n  - write: [1, \"b[..<n]\"]\n"
        ),
        (
            "p.yaml", "acall: 1\nvars: {b: bytes[16]}\nsteps:\n  - read: [0, b]\n",
            "acall: 1\nvars: {b: \"bytes[16]\"}\nsteps:\n  - read: [0, b]\n"
        ),
        (
            "p.yaml", "acall: 1\nsteps:\n  - getpid:[]\n", "acall: 1\nsteps:\n  - getpid: []\n"
        ),
        (
            "p.yaml", "acall: 1\nsteps:\n  - write: [1, \"\\\"a\\nb\\\"\"]\n",
            "acall: 1\nsteps:\n  - write: [1, '\"a\\nb\"']\n"
        ),
        (
            "p.yaml", "acall: 1\nsteps:\n  - write: [1, \"hello\\n\"]\n",
            "acall: 1\nsteps:\n  - write: [1, '\"hello\\n\"']\n"
        ),
        (
            "p.yaml", "acall: 1\nvars: {n: 5}\nsteps:\n  - getpid: []\n",
            "acall: 1\nvars: {n: {type: int, value: 5}}\nsteps:\n  - getpid: []\n"
        ),
        (
            "p.yaml", "acall: 1\nsteps:\n  - {write: [1, '\"a\"'], fully: yes}\n",
            "acall: 1\nsteps:\n  - {write: [1, '\"a\"'], fully: true}\n"
        ),
    ]

    private func meaning(_ name: String, _ text: String) -> [[UInt8]]? {
        let (image, diagnostics) = Compiled.image(name, Array(text.utf8))
        guard let image, !diagnostics.hasErrors else { return nil }
        return image.records.map(ImageTests.words) + [image.data]
    }

    @Test(arguments: pairs.indices)
    func whatItMakesIsWhatWasMeant(_ index: Int) throws {
        let (name, wrong, right) = Self.pairs[index]
        let program = try #require(HelpedProgram(name, wrong), "\(wrong)")
        let help = program.diagnostic.help ?? ""
        let meant = try #require(meaning(name, right), "\(right)")
        #expect(
            program.candidates.contains { meaning(name, $0) == meant }, "\(wrong): \(help)")
    }

    /// The corpora's programs with one mistake: those whose help, applied, leaves an error are known.
    @Test func appliedHelpLeavesNoError() {
        var (helped, failed): ([String], [String]) = ([], [])
        for program in WrongProgram.all {
            let name = program.isYAML ? "p.yaml" : "p.acall"
            let text = program.lines.joined(separator: "\n")
            guard let wrong = HelpedProgram(name, text) else { continue }
            let isRight = wrong.candidates.contains { wrong.errors(of: $0).isEmpty }
            if isRight {
                helped.append(program.name)
            } else {
                failed.append("\(program.name): \(wrong.diagnostic.help ?? "")")
            }
        }
        #expect(helped.count >= 50, "\(helped.count) of \(helped.count + failed.count)")
        let share = helped.count * 100 / max(1, helped.count + failed.count)
        #expect(share >= 60, "\(failed.joined(separator: "\n"))")
    }
}
