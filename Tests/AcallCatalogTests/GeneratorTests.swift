// The generator: the committed tables are its output, and what is wrong in a row it says.

import Foundation
import Testing
@testable import acall_catalog

@Suite struct GeneratorTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func theCommittedTablesAreFresh() throws {
        let grammar = try Files.grammar(in: Self.root.appendingPathComponent("grammar").path)
        for file in try Generator.files(from: grammar) {
            let path = Self.root.appendingPathComponent("Sources/AcallCatalog/\(file.path)").path
            let committed = try String(contentsOfFile: path, encoding: .utf8)
            #expect(
                committed == file.text,
                "run `swift run acall-catalog`: \(file.path) is not what grammar/ says")
        }
    }

    @Test func theOrderOfFilesDoesNotMatter() throws {
        let grammar = try Files.grammar(in: Self.root.appendingPathComponent("grammar").path)
        let first = try Generator.files(from: grammar).map(\.text)
        let second = try Generator.files(from: grammar.reversed()).map(\.text)
        #expect(first == second)
    }

    private func errors(_ files: [(String, String)]) -> [String] {
        do {
            _ = try Generator.files(from: files.map { GrammarFile(path: $0.0, text: $0.1) })
            return []
        } catch let errors as GrammarErrors {
            return errors.errors.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    private static let constants = "flags open\n    O_RDONLY=0 O_CREAT=0100\nenum kind\n    ONE=1\n"

    @Test(arguments: [
        ("f 1 1 (a: int) -> zero", "`f` has no summary"),
        ("f 1 1 (a: nothing) -> zero\n    \"Does.\"", "`nothing` is no type"),
        ("f 1 1 (a: int flags(nowhere)) -> zero\n    \"Does.\"", "there is no set `nowhere`"),
        ("f 1 1 (a: int flags(kind)) -> zero\n    \"Does.\"", "the set `kind` is an enumeration"),
        ("f 1 1 (a: struct(nowhere)) -> zero\n    \"Does.\"", "there is no structure `nowhere`"),
        ("f 1 1 (a: bytes(n)) -> zero\n    \"Does.\"", "there is no parameter `n`"),
        ("f 1 1 (a: int, a: int) -> zero\n    \"Does.\"", "the parameter `a` is there twice"),
        ("f 1 1 (a: int, b: size = of a) -> zero\n    \"Does.\"", "`b` is derived from a number"),
        ("f 1 1 (a: path = null) -> zero\n    \"Does.\"", "`a` may not be null"),
        ("f 1 1 () -> maybe\n    \"Does.\"", "`maybe` is no result"),
        ("f 1 1 (a: bytes(n + 8)) -> zero\n    \"Does.\"", "there is no parameter `n`"),
        (
            "f 1 1 (a: bytes(sizeof(nowhere) * 2)) -> zero\n    \"Does.\"",
            "there is no structure `nowhere`"
        ),
        ("f 1 1 (a: path + bytes(8)) -> zero\n    \"Does.\"", "the size of this is not known"),
        ("f 1 1 (a: case(nowhere)) -> zero\n    \"Does.\"", "there are no cases `nowhere`"),
        (
            "f 1 1 (a: int) -> zero\n    \"Does.\"\n    policy reject unless a ONE: x",
            "`unless` needs a field"
        ),
        ("f 1 1 () -> zero\n    \"Does.\"\n    sings", "`sings` is no attribute"),
        ("f 1 1 () -> zero\n    \"Does.\"\n    policy maybe: x", "`maybe` is no policy"),
        (
            "f 1 1 () -> zero\n    \"Does.\"\n    policy own",
            "`:` is expected where the line's end is"
        ),
        (
            "f 1 1 (a: int) -> zero\n    \"Does.\"\n    consumes a",
            "what `f` consumes is no descriptor"
        ),
        (
            "f 1 1 (a: int = 0 unless a NOWHERE) -> zero\n    \"Does.\"",
            "there is no constant `NOWHERE`"
        ),
        ("f 1 1 () -> zero\n    \"Does.\"\nf 2 2 () -> zero\n    \"Does.\"", "`f` is `f` too"),
        (
            "f 1 1 () -> zero\n    \"Does.\"\ng 1 2 () -> zero\n    \"Does.\"",
            "have one number on x86_64"
        ),
        ("f/g 1 1 () -> zero\n    \"Does.\"\ng 2 2 () -> zero\n    \"Does.\"", "`g` is `f` too"),
        ("f 5000 1 () -> zero\n    \"Does.\"", "5000 is no system call's number"),
        ("f x 1 () -> zero\n    \"Does.\"", "`x` is no number"),
        (
            "f 1 1 (a: int, b: int, c: int, d: int, e: int, g: int, h: int) -> zero\n    \"Does.\"",
            "`f` has more than six parameters"
        ),
    ])
    func aWrongCallIsAnError(_ row: String, _ message: String) {
        let errors = errors([("constants/a.txt", Self.constants), ("syscalls/b.txt", row)])
        #expect(
            errors.contains { $0.hasPrefix("syscalls/b.txt:") && $0.contains(message) }, "\(errors)"
        )
    }

    @Test(arguments: [
        ("flags a\n    X=1\nflags a\n    Y=1", "the set `a` is there twice"),
        ("flags a\n    X=1 X=2", "`X` is twice in the set `a`"),
        ("flags a\n    X=1\nflags b\n    X=2", "`X` is defined in line 2 of constants/a.txt too"),
        ("flags a\n    X", "`X` of the set `a` is nowhere defined"),
        ("flags a\n    +b", "there is no set `b`"),
        ("flags a\n    +b\nflags b\n    +a", "contains itself"),
        ("flags a\n    X=one", "`one` is no number"),
        ("flags a\n    X=1/2/3", "is no value"),
        ("flags a mask NOWHERE\n    X=1", "`NOWHERE` is neither a constant nor a number"),
        ("bits a\n    X=1", "a row starts with `flags` or `enum`, not `bits`"),
    ])
    func aWrongConstantIsAnError(_ rows: String, _ message: String) {
        let errors = errors([("constants/a.txt", rows)])
        #expect(
            errors.contains { $0.hasPrefix("constants/a.txt:") && $0.contains(message) },
            "\(errors)")
    }

    @Test(arguments: [
        ("struct a\n    x u9", "`u9` is no type"),
        ("struct a\n    x u8\n    x u8", "the field `x` is there twice"),
        ("struct a\n    x u8\nstruct a\n    y u8", "the structure `a` is there twice"),
        ("struct a\n    x struct(b)", "there is no structure `b` on x86_64"),
        ("struct a\n    x struct(a)", "the structure `a` contains itself"),
        ("struct a\n    x ptr bytes(n)", "there is no field `n`"),
        ("struct a\n    x u8 at y", "there is no field `y` above"),
        ("struct a prefix a_\n    b_x u8", "the field `b_x` lacks the prefix `a_`"),
        ("struct a tall\n    x u8", "`tall` means nothing here"),
        ("struct a\n    x u8 flags(nowhere)", "there is no set `nowhere`"),
    ])
    func aWrongStructureIsAnError(_ rows: String, _ message: String) {
        let errors = errors([("structs/a.txt", rows)])
        #expect(
            errors.contains { $0.hasPrefix("structs/a.txt:") && $0.contains(message) }, "\(errors)")
    }

    @Test func everyRowsErrorIsTold() {
        let rows =
            "f 1 1 () -> zero\n\ng 2 2 () -> maybe\n    \"Does.\"\n\nh 3 3 () -> zero\n    \"Does.\"\n"
        #expect(
            errors([("syscalls/a.txt", rows)]).map { $0.prefix(20) } == [
                "syscalls/a.txt:1: er", "syscalls/a.txt:3: er",
            ])
    }

    @Test func numbersAreReadAsInC() {
        let numbers: [(String, Int64?)] = [
            ("0", 0), ("42", 42), ("-1", -1), ("0x1f", 31), ("0644", 420), ("1<<4", 16),
            ("1<<63", .min),
            ("0xffffffffffffffff", -1), ("", nil), ("-", nil), ("0x", nil), ("08", nil),
            ("1<<64", nil),
            ("99999999999999999999", nil), ("-9223372036854775808", .min),
        ]
        for (text, value) in numbers { #expect(Int64(grammar: text) == value, "\(text)") }
    }
}
