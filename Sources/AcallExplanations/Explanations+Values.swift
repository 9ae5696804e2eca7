// Types and arguments, the second half; assignments, tasks and procs.

extension Explanation {
    static let values: [Explanation] = [
        Explanation(
            "E0413", "an output can't be shown in this form",
            """
            `as text` and `as hex` say how bytes are shown. An integer is shown as a number, whatever
            it means; where bytes are meant, name the part of the buffer that holds them.
            """,
            wrong: """
                n = getpid()
                output n as hex
                """,
            right: """
                var block: bytes[64]
                n = read(0, block)
                output block = block[..<n] as hex
                """),
        Explanation(
            "E0414", "this can't be null",
            """
            The call reads or writes what this parameter points to, always. Null would make it fail
            with `EFAULT`. Where an integer is wanted, nothing is written `0`, not `null`.
            """,
            wrong: "fstat(0, null)",
            right: """
                var info: stat
                fstat(0, info)
                """),
        Explanation(
            "E0415", "this call can't be repeated",
            """
            `fully` goes on where a call left off, which makes sense for calls that read, write or
            copy a number of bytes. `retry` makes a call again. A `close` is never made again: the
            descriptor is gone even when it fails, and its number may be another file's by then. And
            no attempt follows the ETIMEDOUT of a `timeout`, which is for all of them together.
            """,
            wrong: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                close(fd) retry EINTR up to 3
                """,
            right: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                close(fd) allow EINTR
                """),
        Explanation(
            "E0416", "this is not an errno",
            """
            `allow`, `retry` and `expect` name errors as the manual pages do: `ENOENT`, `EEXIST`,
            `EINTR`. The word is misspelt, or a constant of another kind. Where a result is compared
            with one, it has a minus: `n == -ENOENT`.
            """,
            wrong: #"mkdirat(AT_FDCWD, "made", 0755) allow EEXISTS"#,
            right: #"mkdirat(AT_FDCWD, "made", 0755) allow EEXIST"#),
        Explanation(
            "E0417", "with this flag, one more argument is needed",
            """
            Some flags make a call look at an argument that it ignores otherwise: with `O_CREAT`,
            `openat` gives the new file its `mode`. Left out, the file would get whatever happens to
            stand there.
            """,
            wrong: #"fd = openat(AT_FDCWD, "notes", O_WRONLY | O_CREAT)"#,
            right: #"fd = openat(AT_FDCWD, "notes", O_WRONLY | O_CREAT, 0644)"#),
        Explanation(
            "E0418", "a length stands where flags do",
            """
            A call with fewer arguments than parameters leaves out the lengths first, since they follow
            from the buffers. So the third argument of `recv(s, b, 10)` is its flags. A length is
            written into the slice. A number that is meant as flags is given by their name.
            """,
            wrong: """
                var b: bytes[64]
                recv(0, b, 10)
                """,
            right: """
                var b: bytes[64]
                recv(0, b[..<10], MSG_DONTWAIT)
                """),
        Explanation(
            "E0419", "a length is 0, and its storage is not empty",
            """
            In C, a 0 at the end of a call is often its flags. Here it would be the length, and the
            call would do nothing. Leave the length out, or name an empty slice.
            """,
            wrong: #"write(1, "hello", 0)"#,
            right: #"write(1, "hello")"#),
        Explanation(
            "E0420", "an input can't have this default",
            """
            The default of a path or a string is a string in quotes, that of an integer a number,
            that of a list its items in brackets. Descriptors come from outside and have none.
            """,
            wrong: "input name: path = 5",
            right: #"input name: path = "5""#),
        Explanation(
            "E0422", "arithmetic on constants fails",
            """
            Arithmetic is done in 64 signed bits. An expression of constants is computed when the
            program is compiled, and this one divides by zero or has a result that does not fit.
            """,
            wrong: """
                stop if 1 / 0 == 0
                write(1, "x")
                """,
            right: """
                stop if 0 / 1 == 1
                write(1, "x")
                """),
        Explanation(
            "E0424", "this has no size",
            """
            `sizeof` takes a variable, a type, a string or a list. A number is a value and stands
            nowhere, so there is nothing to measure.
            """,
            wrong: "output size = sizeof(null)",
            right: "output size = sizeof(stat)"),
    ]

    static let results: [Explanation] = [
        Explanation(
            "E0425", "this can't be assigned",
            """
            Integers are assigned: variables, fields and elements of them. Inputs and results stay
            what they are, so that a name means the same wherever it stands. Bytes and structures are
            written by calls, or part by part. The result of an `async` call has a name of its own,
            because it comes later.
            """,
            wrong: """
                input count: int
                count = 3
                """,
            right: """
                input count: int
                var left: int = 0
                left = count - 1
                """),
        Explanation(
            "E0426", "this is no task, or has no value",
            """
            `await` and `cancel` take what `async` or `task` has started. A plain step has ended
            when the next one starts: there is nothing to wait for. And a `task` has no value: a call's
            result, or what a proc returns, is that of `async name = call(...)`.
            """,
            wrong: """
                n = write(1, "hello")
                await n
                """,
            right: """
                async n = write(1, "hello")
                await n
                """),
        Explanation(
            "E0427", "a proc is called or written in a way that it can't be",
            """
            The steps of a proc stand where it is called. So it can't call itself, and it is
            not deferred. One that declares a result with `->` ends with `return` and
            a value on every way; one without returns none. With `async` they are a chain: a descriptor
            that a loop of it opens is closed when it ends, and can't be returned.
            """,
            wrong: """
                proc greet() {
                    write(1, "hello")
                }
                n = greet()
                """,
            right: """
                proc greet() -> long {
                    n = write(1, "hello")
                    return n
                }
                n = greet()
                """),
        Explanation(
            "E0428", "an output of many items needs a key",
            """
            An output has one value, and in a loop each pass would replace it; in chains that run at
            the same time nobody could say whose is left. Give it a key, which makes one output of
            each item.
            """,
            wrong: """
                parallel for i in 0..<3 {
                    output square = i * i
                }
                """,
            right: """
                parallel for i in 0..<3 {
                    output square[i] = i * i
                }
                """),
        Explanation(
            "E0429", "an output's values are of two kinds",
            """
            Several statements may give an output, each on another path. The embedding app has one
            type for it, whichever of them ran: so all of them give a number, or text, or bytes, or a
            descriptor, and all keys are numbers or texts. An output that was not given is none, so
            that no value is needed that stands for "nothing".
            """,
            wrong: """
                n = getpid()
                if n > 1000 {
                    output state = n
                } else {
                    output state = "low"
                }
                """,
            right: """
                n = getpid()
                if n > 1000 {
                    output state = "high"
                } else {
                    output state = "low"
                }
                """),
    ]
}
