// Names; arguments.

extension Explanation {
    static let names: [Explanation] = [
        Explanation(
            "E0301", "nothing has this name",
            """
            A word in an expression is an input, a variable, the result of a step, or a constant of
            the kernel's interface. This is none of them: it is misspelt, or declared in a block that
            has ended, or a string that lacks its quotes.
            """,
            wrong: #"fd = openat(AT_FDCWD, "notes", O_RDONYL)"#,
            right: #"fd = openat(AT_FDCWD, "notes", O_RDONLY)"#),
        Explanation(
            "E0302", "a name is used before it has a value",
            """
            Steps run from top to bottom, and a result is there once its step has run. The step that
            makes this one stands below. Move the use below it.
            """,
            wrong: """
                write(1, "long") if n > 3
                n = write(1, "hello")
                """,
            right: """
                n = write(1, "hello")
                write(1, "long") if n > 3
                """),
        Explanation(
            "E0303", "a name, a field or an output is given twice",
            """
            A name stands for one thing from its declaration on, an output has one value, and a field
            of a structure is given once. Otherwise one of them would be lost without a word. A
            result that is to be replaced is stored in a variable.
            """,
            wrong: """
                n = getpid()
                n = getppid()
                """,
            right: """
                n = getpid()
                parent = getppid()
                """),
        Explanation(
            "E0304", "there is no such system call",
            """
            A step is a system call of this machine's kernel, by the kernel's name for it, or a proc
            of the program. `acall-run syscalls` lists the calls, and `acall-run syscalls NAME`
            describes one. Functions of the C library that are no system calls, such as `printf`, are
            not among them.
            """,
            wrong: #"fd = opnat(AT_FDCWD, "notes", O_RDONLY)"#,
            right: #"fd = openat(AT_FDCWD, "notes", O_RDONLY)"#),
        Explanation(
            "E0305", "there is no such type, or it can't stand here",
            """
            Storage has the types `int`, `long`, `size`, `u8` and so on, `bytes[N]`, arrays of them,
            and the kernel's structures. Inputs have integers, `path`, `string`, `fd`, or a list such
            as `[path]`; so have the parameters of a proc, and `bytes` and structures too. `bytes` of
            storage has a length and an array has at least one element, because storage is laid out
            before the program runs.
            """,
            wrong: "var info: statt",
            right: "var info: stat"),
        Explanation(
            "E0306", "there is no such field or element",
            """
            Only structures have fields and only arrays have elements. A structure's fields have the
            kernel's names, with or without their common prefix: `st.st_size` is `st.size`.
            """,
            wrong: """
                var info: stat
                fstat(0, info)
                output size = info.st_siez
                """,
            right: """
                var info: stat
                fstat(0, info)
                output size = info.st_size
                """),
        Explanation(
            "E0307", "there is no such function",
            """
            Within an expression stand the functions `min`, `max` and `sizeof`, which are computed
            and can't fail. A system call is a separate step: it can fail, be retried and be
            reported, so it has its own line, and its result a name.
            """,
            wrong: """
                var block: bytes[16] = "0123456789"
                write(1, block[..<getpid()])
                """,
            right: """
                var block: bytes[16] = "0123456789"
                n = getpid()
                write(1, block[..<min(n, 16)])
                """),
        Explanation(
            "E0308", "this is a constant of the kernel's interface",
            """
            The names of the kernel's constants, and those of calls for a proc, can't be declared
            anew. A reader knows what `O_RDONLY` in a program is.
            """,
            wrong: "input O_RDONLY: int",
            right: "input flags: int"),
        Explanation(
            "E0309", "this architecture has no such system call",
            """
            The kernel offers some calls on some architectures only: the older ones, such as `open`,
            are missing on the newer machines. Where there is a call that does the same everywhere,
            the message names it.
            """, .aarch64,
            wrong: #"fd = open("notes", O_RDONLY)"#,
            right: #"fd = openat(AT_FDCWD, "notes", O_RDONLY)"#),
    ]

    static let arguments: [Explanation] = [
        Explanation(
            "E0401", "one argument too many",
            """
            A call takes the arguments of its manual page and no more. `acall-run syscalls NAME`
            shows them with their names.
            """,
            wrong: "close(1, 2)",
            right: "close(1)"),
        Explanation(
            "E0402", "an argument is missing",
            """
            Every parameter needs an argument, but for those that the others imply: the length of a
            buffer follows from the buffer, and `mode` is needed with `O_CREAT` only. The length of
            what an address alone points to is not known, and has to be written.
            """,
            wrong: "fd = openat(AT_FDCWD)",
            right: #"fd = openat(AT_FDCWD, "notes", O_RDONLY)"#),
        Explanation(
            "E0403", "there is no such parameter",
            """
            An argument can be given by its parameter's name, which is that of the call's manual
            page. `acall-run syscalls NAME` lists them.
            """,
            wrong: #"fd = openat(AT_FDCWD, path: "notes", flags: O_RDONLY)"#,
            right: #"fd = openat(AT_FDCWD, pathname: "notes", flags: O_RDONLY)"#),
        Explanation(
            "E0404", "a parameter is given twice",
            """
            Arguments without a name fill the parameters from the left, those with a name the one they
            name. One parameter got two of them.
            """,
            wrong: "fsync(0, fd: 1)",
            right: "fsync(fd: 1)"),
        Explanation(
            "E0405", "a constant does not belong to the set that goes here",
            """
            Flags and choices are named by constants, and each parameter takes those of its own set.
            To the kernel they are all numbers, and one of another set would quietly mean something
            else. `acall-run syscalls NAME` names the set of each parameter. A number is taken as it
            is. Flags are joined with `|`.
            """,
            wrong: #"fd = openat(AT_FDCWD, "notes", S_IRUSR)"#,
            right: #"fd = openat(AT_FDCWD, "notes", O_RDONLY)"#),
        Explanation(
            "E0406", "another kind of value is needed",
            """
            A path or a string ends with a NUL byte, a buffer has a length, a descriptor is an
            integer, a structure has its type, a time has a unit. What stands here is of another kind.
            The message says which kind is needed, and the help how one is made.
            """,
            wrong: "write(1, 5)",
            right: #"write(1, "5")"#),
        Explanation(
            "E0407", "a value does not fit",
            """
            The value is known before the program runs, and the storage or the parameter that it goes
            to can't hold it. The kernel would get another value in its place. Use a larger type, or
            a value in its range. The kernel's own constants are bits, which need only be as many, and
            -1 stands for "none" in an unsigned field or parameter of 4 bytes or more.
            """,
            wrong: "var small: u8 = 300",
            right: "var small: u16 = 300"),
        Explanation(
            "E0408", "the call writes there, and a string can't be written",
            """
            The call puts something into memory that it is given. A literal string is part of the
            program, which does not change while it runs. Declare storage and pass that.
            """,
            wrong: #"n = read(0, "buffer")"#,
            right: """
                var buffer: bytes[4KiB]
                n = read(0, buffer)
                """),
        Explanation(
            "E0410", "storage is too small for what the call puts there",
            """
            The call writes a structure, or a fixed number of integers, and the storage has less room:
            it would write over what stands behind it. Declare storage of the type that the message
            names.
            """,
            wrong: """
                var ends: int[1]
                pipe2(ends, O_CLOEXEC)
                """,
            right: """
                var ends: int[2]
                pipe2(ends, O_CLOEXEC)
                """),
        Explanation(
            "E0411", "this must be known before the program runs",
            """
            All storage is laid out before the first step, so a length of storage is a number, a
            constant, or made of them. Declare as much as may be needed, and use a slice of it.
            """,
            wrong: """
                input n: int
                var block: bytes[n]
                """,
            right: """
                input n: int
                var block: bytes[4KiB]
                count = read(0, block[..<n])
                """),
        Explanation(
            "E0412", "this can't be made of that",
            """
            A structure is made of its fields in braces, an array of values in square brackets, bytes
            of a string or of a list of bytes, an address of the text that people write it in. What
            stands here is none that this storage can be made of.
            """,
            wrong: """
                var here: sockaddr_in = {family: AF_INET, port: 80, addr: "300.0.0.1"}
                """,
            right: """
                var here: sockaddr_in = {family: AF_INET, port: 80, addr: "127.0.0.1"}
                """),
    ]
}
