// Bytes and tokens; syntax.

extension Explanation {
    static let tokens: [Explanation] = [
        Explanation(
            "E0101", "a character can't stand here",
            """
            A program is written with the characters of ASCII; any others stand in strings and
            comments only. Quotes that a word processor has bent, operators of other languages and
            control characters are the usual cause. A comment starts with `#`, not with `//`.
            """,
            wrong: "write(1, “hello”)",
            right: #"write(1, "hello")"#),
        Explanation(
            "E0102", "a number or a character literal is wrong",
            """
            Numbers are decimal, octal (`0644`, `0o644`), hexadecimal (`0x1f`) or binary (`0b101`),
            with `_` between digits. The units of sizes are KiB, MiB, GiB and TiB, those of times are
            ns, us, ms and s: `kb` is refused because it could be 1000 or 1024. A character literal
            such as `'a'` is one byte.
            """,
            wrong: "var block: bytes[64kb]",
            right: "var block: bytes[64KiB]"),
        Explanation(
            "E0103", "too many errors: the rest was not looked at",
            """
            After a hundred errors the compiler stops: a person reads the first few, and a file with
            that many is mostly no program at all, such as one in the YAML spelling that is read as
            text. Mend the first errors; the rest may be their consequence. `--yaml` says that a
            program is YAML whatever its name ends in.
            """, .described,
            wrong: "(a file with more than a hundred errors, as a picture has)",
            right: #"write(1, "hello\n")"#),
        Explanation(
            "E0104", "a string does not end on its line",
            """
            A string ends on the line where it starts, so that a forgotten quote is found there and
            does not turn the rest of the program inside out. A line's end within a string is written
            `\\n`.
            """,
            wrong: #"write(1, "hello)"#,
            right: #"write(1, "hello\n")"#),
        Explanation(
            "E0105", "there is no such escape",
            #"""
            Behind a backslash stand n, t, r, 0, e, \, ", ', x and two hexadecimal digits, or u and
            four. Any other letter is refused in place of being taken as it is: it is nearly always
            a mistake, and a later version could give it a meaning. A backslash itself is `\\`.
            """#,
            wrong: #"write(1, "100\% done")"#,
            right: #"write(1, "100% done")"#),
    ]

    static let syntax: [Explanation] = [
        Explanation(
            "E0201", "something else is needed here, or is missing",
            """
            The statement can't go on as it does: a bracket, a colon, a name or an expression is
            missing where the carets stand. The message says what is needed there. What is wrong may
            stand a little earlier: look at what comes before the carets.
            """,
            wrong: "var block bytes[64]",
            right: "var block: bytes[64]"),
        Explanation(
            "E0202", "this can't follow",
            """
            What came before is complete, and what follows belongs to nothing. Each statement stands
            on a separate line, or behind a `;`; two values are joined by an operator, and arguments
            are parted by commas.
            """,
            wrong: #"write(1, "a") "b""#,
            right: """
                write(1, "a")
                write(1, "b")
                """),
        Explanation(
            "E0203", "this closes nothing",
            """
            Round, square and curly brackets stand in pairs, each closed by one of its own kind. This
            one has no partner, or the one that was opened is never closed.
            """,
            wrong: #"write(1, "hello"))"#,
            right: #"write(1, "hello")"#),
        Explanation(
            "E0205", "only the result of a call can be given a new name",
            """
            `name = call(...)` names what a call returns; it is no assignment, and there is nothing
            to name about a value that is known already. Write the value where it is used. A value
            that is to change is kept in storage: `var x: long = 3`, then `x = x + 1`.
            """,
            wrong: "x = 3",
            right: """
                var x: long = 3
                x = x + 1
                output x
                """),
        Explanation(
            "E0206", "this can't follow a call",
            """
            Behind a call stand its modifiers: `expect`, `allow`, `retry`, `fully`, `timeout` and
            `if`. Anything else is a misspelt one, or belongs on a separate line. `spawn`, `wait`
            and a proc's call can't be repeated: they take neither `retry` nor `fully`. A deferred call
            takes no `timeout`, since nothing interrupts it, and `exit_group` takes `if` alone.
            """,
            wrong: #"write(1, "hello") fuly"#,
            right: #"write(1, "hello") fully"#),
        Explanation(
            "E0207", "an operator can't stand here",
            """
            Comparisons do not chain: `0 < n < 5` would compare a truth value with 5, which nobody
            means. And `=` is no operator: equality is `==`, and a parameter's name is followed by
            `:`.
            """,
            wrong: """
                n = getpid()
                write(1, "small") if 0 < n < 5
                """,
            right: """
                n = getpid()
                write(1, "small") if 0 < n && n < 5
                """),
        Explanation(
            "E0208", "a word of the language can't be a name",
            """
            The words that start a statement or a modifier can't name anything, so that a line's
            first word says what it is. Give it another name.
            """,
            wrong: "var loop: int = 1",
            right: "var loops: int = 1"),
        Explanation(
            "E0209", "a modifier is given twice",
            """
            Each modifier stands at most once behind a call; the second one would have to replace the
            first, or add to it, and no reader could tell which. Conditions are joined with `&&`,
            errnos with commas.
            """,
            wrong: """
                n = getpid()
                fsync(1) if n > 0 if n < 100
                """,
            right: """
                n = getpid()
                fsync(1) if n > 0 && n < 100
                """),
    ]

    static let blocks: [Explanation] = [
        Explanation(
            "E0210", "this `else` belongs to no `if`",
            """
            `else` stands behind the brace that closes an `if` with a block, on the same line or the
            next. The `if` behind a call is a modifier and has no `else`.
            """,
            wrong: """
                n = getpid()
                write(1, "odd") if n % 2 == 1
                else {
                    write(1, "even")
                }
                """,
            right: """
                n = getpid()
                if n % 2 == 1 {
                    write(1, "odd")
                } else {
                    write(1, "even")
                }
                """),
        Explanation(
            "E0211", "this stands in no loop, or in no proc",
            """
            `break` and `continue` act on the loop around them, `return` on the proc around it. A
            task is a separate chain: it can't leave a loop that stands around it. `stop` ends the
            program, or a task.
            """,
            wrong: """
                n = getpid()
                break if n > 5
                write(1, "small")
                """,
            right: """
                n = getpid()
                stop if n > 5
                write(1, "small")
                """),
        Explanation(
            "E0212", "a chain can't be started in a loop",
            """
            `async` and `task` start a chain, and its memory is set aside before the program runs.
            In a loop nothing would bound how many chains there are. `parallel for` starts a chain
            for each item, and `limit` says how many at a time.
            """,
            wrong: """
                for i in 0..<3 {
                    async write(1, "x")
                }
                """,
            right: """
                parallel for i in 0..<3 limit 2 {
                    write(1, "x")
                }
                """),
        Explanation(
            "E0213", "`parallel` holds tasks only",
            """
            The tasks in the braces of `parallel` run at the same time, and what follows waits for all
            of them. A step between them would have no place in that order: put it into a task, or
            before the braces.
            """,
            wrong: """
                parallel {
                    write(1, "one")
                    task { write(1, "two") }
                }
                """,
            right: """
                parallel {
                    task { write(1, "one") }
                    task { write(1, "two") }
                }
                """),
        Explanation(
            "E0214", "this `else` is never taken",
            """
            The block behind an `await` is for a wait that took too long. Without `timeout` a wait
            takes as long as it does, and the block would never run.
            """,
            wrong: """
                async n = write(1, "hello")
                await n else {
                    fail "too slow"
                }
                """,
            right: """
                async n = write(1, "hello")
                await n timeout 1s else {
                    fail "too slow"
                }
                """),
        Explanation(
            "E0215", "a proc can't stand in a block",
            """
            A proc is known in the whole program, whatever leads to where it stands, so it stands
            outside of all braces. Where it is called decides when its steps run.
            """,
            wrong: """
                if 1 == 1 {
                    proc greet() {
                        write(1, "hello")
                    }
                }
                """,
            right: """
                user = getuid()
                proc greet() {
                    write(1, "hello")
                }
                if user == 0 {
                    greet()
                }
                """),
        Explanation(
            "E0216", "a file would include itself",
            """
            An included file's statements stand in the place of the `include`. A file that includes
            itself, directly or through others, would never end. Put what both need into a third file
            that both include.
            """, .described,
            wrong: "(a file one.acall that includes two.acall, which includes one.acall)",
            right: #"write(1, "hello\n")"#),
        Explanation(
            "E0217", "a file can't be included",
            """
            The file's name is relative to the file that includes it. It must be there, be readable,
            and be in the text spelling; `acall-run convert` makes text of a YAML program. Files
            include each other at most 16 deep.
            """, .described,
            wrong: #"include "no-such-file.acall""#,
            right: #"write(1, "hello\n")"#),
        Explanation(
            "E0218", "parentheses are needed: C and Swift group these operators differently",
            """
            In C, `x & 1 == 0` means `x & (1 == 0)`; in Swift it means `(x & 1) == 0`. Shifts, `&`,
            `|`, `^` and comparisons have another precedence in each language, and readers come from
            both. The compiler builds both trees and asks for parentheses where they differ. The help
            shows both readings; write the one that you mean.
            """,
            wrong: """
                n = getpid()
                stop if n & 1 == 0
                """,
            right: """
                n = getpid()
                stop if (n & 1) == 0
                """),
    ]
}
