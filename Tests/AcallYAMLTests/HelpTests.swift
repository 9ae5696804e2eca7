// Help of a program in the YAML spelling is in that spelling, and what it shows can be read.

import Testing

@testable import AcallSyntax

@Suite struct HelpTests {
    static let pairs: [(text: String, yaml: String)] = [
        ("write `var n: int`", "write `var: {n: int}`"),
        ("`var b: bytes[4]`, and pass `b`", "`var: {b: 'bytes[4]'}`, and pass `b`"),
        ("`var x: long = 5`", "`var: {x: {type: long, value: 5}}`"),
        ("`input n: int = 5`", "`input: {n: {type: int, default: 5}}`"),
        (
            "`var here: sockaddr_in = {port: 80, addr: \"127.0.0.1\"}`",
            "`var: {here: {type: sockaddr_in, value: {port: 80, addr: '\"127.0.0.1\"'}}}`"
        ),
        ("`close(fd)`", "`close: [fd]`"),
        ("`fd = openat(...)`", "`{as: fd, openat: [...]}`"),
        ("`n = getpid()`", "`{as: n, getpid: []}`"),
        ("`read(...) timeout 5s`", "`{read: [...], timeout: 5s}`"),
        ("`s = wait(child) expect 0`", "`{as: s, wait: [child], expect: 0}`"),
        ("`writev(1, [\"a\", \"b\"])`", "`writev: [1, '[\"a\", \"b\"]']`"),
        (
            "`accept4(listener, flags: SOCK_CLOEXEC)`",
            "`accept4: {0: listener, flags: SOCK_CLOEXEC}`"
        ),
        ("`defer close(fd)`", "`defer: {close: [fd]}`"),
        ("`async n = read(fd, b)`", "`async: {as: n, read: [fd, b]}`"),
        ("`async n = ...`", "`async: {as: n, ...}`"),
        ("`task logger { ... }`", "`task: {as: logger, steps: [...]}`"),
        ("`task { ... }`", "`task: {steps: [...]}`"),
        ("`await a`, `await a, b`", "`await: a`, `await: [a, b]`"),
        ("`cancel a`", "`cancel: a`"),
        ("`output size = st.st_size`", "`output: {size: st.st_size}`"),
        ("`output size[i] = n`", "`output: {'size[i]': n}`"),
        ("`total += n`", "`{as: total, set: += n}`"),
        ("`x.field = ...`", "`{as: x.field, set: ...}`"),
        ("`allow ENOENT`", "`allow: ENOENT`"),
        ("`timeout 500ms`", "`timeout: 500ms`"),
        ("`fail \"why\"`", "`fail: why`"),
        ("`include \"lib.acall\"`", "`include: lib.acall`"),
        ("`proc p(...) -> long { }`", "`procs: {p: {result: long, steps: [...]}}`"),
        ("`for item in x { }`", "`for: {each: item, in: x, steps: [...]}`"),
        ("as in \"name\"", "as in '\"name\"'"),
        // Expressions, names, and what is in this spelling already stay as they are.
        ("`O_RDONLY | O_CLOEXEC`, `n > 0`", "`O_RDONLY | O_CLOEXEC`, `n > 0`"),
        // What YAML would take apart is in quotes.
        ("`block[..<n]`, `x[0]`", "`'block[..<n]'`, `'x[0]'`"),
        ("`\"text\"`, `[\"a\", \"b\"]`", "`'\"text\"'`, `'[\"a\", \"b\"]'`"),
        ("`!n`", "`'!n'`"),
        ("`min(a, b)`, `sizeof(x)`", "`min(a, b)`, `sizeof(x)`"),
        ("`records(b[..<n], cmsghdr)`", "`records(b[..<n], cmsghdr)`"),
        ("`{as: total, set: total + n}`", "`{as: total, set: total + n}`"),
        ("`fd == -ENOENT`", "`fd == -ENOENT`"),
        ("`- close: [fd]`", "`- close: [fd]`"),
        ("an odd ` one", "an odd ` one"),
    ]

    @Test(arguments: pairs.indices)
    func isSpelledSo(_ index: Int) {
        let pair = Self.pairs[index]
        #expect(YAMLHelp.respelled(pair.text) == pair.yaml)
        #expect(YAMLHelp.respelled(pair.yaml) == pair.yaml, "once is enough")
    }

    /// What has no dots in it is a step, or keys of one.
    @Test(arguments: pairs.indices)
    func canBeRead(_ index: Int) {
        for piece in Self.pairs[index].yaml.split(separator: "`").enumerated()
        where piece.offset % 2 == 0 && piece.element.contains(": ") {
            let text = String(piece.element)
            guard !text.contains("..."), !text.hasPrefix("procs"), !text.hasPrefix("allow") else {
                continue
            }
            if text.hasPrefix("timeout") || text.hasPrefix("- ") { continue }
            let program = "acall: 1\nsteps:\n  - \(text)\n"
            var diagnostics = Diagnostics(SourceText(name: "p", bytes: Array(program.utf8)))
            _ = SyntaxTree(readingYAML: diagnostics.source, into: &diagnostics)
            #expect(diagnostics.list.map(\.message) == [], "\(program)")
        }
    }
}
