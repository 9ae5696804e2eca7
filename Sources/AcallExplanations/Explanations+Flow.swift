// Flow; hazards; limits; warnings.

extension Explanation {
    static let flow: [Explanation] = [
        Explanation(
            "E0501", "a descriptor is used after its close",
            """
            Once a descriptor is closed its number is free, and the next call that opens something
            gets it: a later use would hit another file. Close it behind its last use, or not at all;
            what is still open is closed at the program's end.
            """,
            wrong: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                close(fd)
                fsync(fd)
                """,
            right: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                fsync(fd)
                close(fd)
                """),
        Explanation(
            "E0502", "storage is read before anything has written it",
            """
            Storage without a value holds nothing of use until a call or an assignment fills it: a step
            that reads it before that is in the wrong place. On every way to the step something must
            have written, and a write within an `if` is not enough. Otherwise give the storage a value
            where it is declared. An integer variable starts at 0 and may be read at once, unless nothing in the
            program ever writes it.
            """,
            wrong: """
                var block: bytes[8]
                write(1, block)
                """,
            right: """
                var block: bytes[8]
                n = read(0, block)
                write(1, block[..<n])
                """),
        Explanation(
            "E0503", "a slice, a length or an element is outside its storage",
            """
            The bounds are known and lie outside: the call would read or write memory that belongs to
            something else. That holds for every size that the kernel takes: a count, the integer behind
            a pointer, a field, the structure of an `ioctl`. Sizes that are known only when the program
            runs are compared before the call: the step fails then, and the call is not made.
            """,
            wrong: """
                var block: bytes[16]
                n = read(0, block[..<17])
                """,
            right: """
                var block: bytes[16]
                n = read(0, block)
                """),
        Explanation(
            "E0504", "this can't be reached",
            """
            What stands before this ends the program, the loop or the proc whatever happens, so this
            never runs. Remove it, or give the statement that leaves a condition.
            """,
            wrong: """
                stop
                write(1, "never")
                """,
            right: """
                n = getpid()
                stop if n == 1
                write(1, "mostly")
                """),
        Explanation(
            "E0505", "a descriptor is closed twice",
            """
            The second close would fail or, worse, close a file that has got the same number since. A
            `defer close(fd)` counts as a close, and so does one in a loop: the next pass would close
            it again.
            """,
            wrong: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                defer close(fd)
                close(fd)
                """,
            right: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                defer close(fd)
                """),
        Explanation(
            "E0506", "two chains use this at the same time",
            """
            A task, or an `async` call, may be writing this storage, or reading what is written here:
            what is seen would depend on which is faster. Or one closes a descriptor that the other
            uses, which would then be another file's. Wait for the task first, or give each chain
            separate storage by declaring it inside the braces.
            """,
            wrong: """
                var block: bytes[64]
                async n = read(0, block)
                write(1, block)
                """,
            right: """
                var block: bytes[64]
                async n = read(0, block)
                await n
                write(1, block[..<n])
                """),
        Explanation(
            "E0507", "a mapping is used after it was unmapped",
            """
            Behind a `munmap`, and behind an `mremap` that gave a new address, the memory may be
            the runner's, for example. Where two ways meet, it counts as unmapped if one of
            them unmapped it. What a program does not unmap is unmapped by itself; so only a whole
            mapping is unmapped, and once.
            """,
            wrong: """
                page = mmap(null, 4KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
                munmap(page)
                page[0] = 'x'
                """,
            right: """
                page = mmap(null, 4KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
                page[0] = 'x'
                munmap(page)
                """),
        Explanation(
            "E0508", "a mapping's protection forbids this",
            """
            The memory was mapped, or changed with `mprotect`, so that it can't be written, or not be
            read either. Where the protection is computed, or a file is shorter than its mapping, the
            statement fails when it runs.
            """,
            wrong: """
                page = mmap(null, 4KiB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS)
                page[0] = 'x'
                """,
            right: """
                page = mmap(null, 4KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
                page[0] = 'x'
                """),
    ]

    static let hazards: [Explanation] = [
        Explanation(
            "E0509", "a buffer is written while a loop walks its records",
            """
            `records` reads the buffer as the loop goes on: each record says where the next one starts. A call
            in the loop that fills the same buffer again makes the walk go on in the middle of other records.
            Use a second buffer, or let the walk end before the next call.
            """,
            wrong: """
                var entries: bytes[4KiB]
                dir = openat(AT_FDCWD, ".", O_RDONLY | O_DIRECTORY)
                n = getdents64(dir, entries)
                for entry in records(entries[..<n], linux_dirent64) {
                    getdents64(dir, entries)
                }
                """,
            right: """
                var entries: bytes[4KiB]
                dir = openat(AT_FDCWD, ".", O_RDONLY | O_DIRECTORY)
                loop {
                    n = getdents64(dir, entries)
                    break if n == 0
                    for entry in records(entries[..<n], linux_dirent64) {
                        write(1, entry.name)
                    }
                }
                """),
        Explanation(
            "E0601", "it would harm the runner",
            """
            Steps run in the process that runs the program. This call, or this flag, would change its
            memory, its signals or its threads under its feet. Where something harmless does the
            same, the help names it.
            """,
            wrong: """
                page = mmap(null, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
                """,
            right: """
                page = mmap(null, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
                """),
        Explanation(
            "E0602", "it would copy or replace the process",
            """
            A copy of the process that runs the program would have one thread of many, and locks that
            nobody releases; `execve` would end the program in the middle of a step. `spawn` starts a
            program in a separate process, and `wait` waits for it.
            """,
            wrong: "child = fork()",
            right: """
                child = spawn("/bin/true", ["true"])
                status = wait(child)
                """),
        Explanation(
            "E0603", "it is allowed only on what the program itself made",
            """
            The process has descriptors, mappings and children that are not the program's: those of
            the runner, or of the application that it is part of. A step closes or changes only what
            the program has opened, mapped or started, or was given as an input of type `fd`; the
            standard descriptors 0, 1 and 2 are allowed. A number that was counted or computed is
            nobody's descriptor.
            """,
            wrong: "close(7)",
            right: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                close(fd)
                """),
        Explanation(
            "E0604", "it changes the whole process",
            """
            The working directory, the file mode mask, the user and the like belong to the whole
            process, and to whatever else runs in it. Most such calls have a twin that is told what it
            needs: a directory's descriptor and the calls that end in `at` in place of `chdir`.
            """,
            wrong: """
                chdir("/tmp")
                mkdirat(AT_FDCWD, "made", 0755)
                """,
            right: """
                tmp = openat(AT_FDCWD, "/tmp", O_PATH | O_DIRECTORY | O_CLOEXEC)
                mkdirat(tmp, "made", 0755)
                """),
        Explanation(
            "E0605", "it changes the whole machine",
            """
            A program does not rename, restart or reconfigure the machine that it runs on, even with
            the rights to do so: such calls are for an administrator's tools. Reading the same is
            allowed.
            """,
            wrong: #"sethostname("other")"#,
            right: """
                var name: utsname
                uname(name)
                """),
    ]

    static let limits: [Explanation] = [
        Explanation(
            "E0701", "source, a string, storage or the number of steps is too large",
            """
            A source has at most 4 MiB, a string 1 MiB, a program 1,000,000 steps and 1 GiB of
            storage. A proc's steps count each time the proc is called, and all steps, written out,
            have at most 8 MiB of source. The limits are far above what a program needs, and keep a
            mistake or a hostile file from taking the machine's memory. Work in pieces: a call can be
            made again for the next one. Call a proc in a `loop` instead of many times.
            """,
            wrong: "var huge: bytes[2GiB]",
            right: "var block: bytes[1MiB]"),
        Explanation(
            "E0702", "nesting is too deep, or operators in a row are too many",
            """
            Brackets, signs, blocks and YAML's collections nest at most 64 deep. An expression has at
            most 256 operators in a row. Procs call each other at most 16 deep, in at most 256 blocks
            all in all. The limits bound the stack that the compiler needs, whatever it is given.
            Compute in parts, or take a part into a proc.
            """,
            wrong: "stop if " + String(repeating: "(", count: 70) + "1"
                + String(repeating: ")", count: 70) + " == 1",
            right: "stop if ((1)) == 1"),
    ]

    static let warnings: [Explanation] = [
        Explanation(
            "W0301", "nobody uses this",
            """
            Something is declared, and nothing reads or writes it: often it is a slip in a name, or a
            rest of something older. Remove it, or let its name start with `_`, which says that it is
            meant. Only `acall-run check` gives this advice.
            """,
            wrong: """
                var length: long
                write(1, "hello\\n")
                """,
            right: """
                var _length: long
                write(1, "hello\\n")
                """),
        Explanation(
            "W0401", "a mode is written as in C, with a zero before it",
            """
            A number is decimal unless it starts with `0`, and the bits of a mode are read three by
            three. So 644 is another mode than 0644, which is what was most likely meant.
            """,
            wrong: #"mkdirat(AT_FDCWD, "made", 755)"#,
            right: #"mkdirat(AT_FDCWD, "made", 0755)"#),
        Explanation(
            "W0402", "of these constants one alone is given",
            """
            Some bits of a union of flags hold one name out of several: how a file is opened, the type
            of a socket or of a mapping. Two of them joined are a third, or none that the kernel knows.
            """,
            wrong: #"fd = openat(AT_FDCWD, "notes", O_WRONLY | O_RDWR)"#,
            right: #"fd = openat(AT_FDCWD, "notes", O_RDWR)"#),
        Explanation(
            "W0403", "a result is compared with an error that it never is",
            """
            A call that fails ends the program, unless `allow`, `expect` or `retry` says otherwise: the
            step behind it sees no error. Where errors are results, they are the errno's number with a
            minus, as the kernel has them: -2 for ENOENT. The -1 of C's functions is EPERM here.
            """,
            wrong: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY)
                stop if fd == -1
                """,
            right: """
                fd = openat(AT_FDCWD, "notes", O_RDONLY) allow ENOENT
                stop if fd == -ENOENT
                """),
        Explanation(
            "W0501", "a call may wait for ever",
            """
            The call waits for something that may never come: a peer, a lock's owner, an event. A
            `timeout` ends it with ETIMEDOUT, and so does one around the task that it is in. Only
            `acall-run check` gives this advice.
            """,
            wrong: """
                var set: pollfd[1] = [{fd: 0, events: POLLIN}]
                poll(set, 1, -1)
                """,
            right: """
                var set: pollfd[1] = [{fd: 0, events: POLLIN}]
                poll(set, 1, -1) timeout 10s
                """),
        Explanation(
            "W0502", "a result may be an error's number, or may not be there",
            """
            A step that its `if` skips has the result -125, ECANCELED, and no descriptor. A step with an
            `allow` may have the number of an error. A call that gets such a number as a descriptor fails with
            EBADF. Give the call the same condition, or compare the result first: `fd >= 0`.
            """,
            wrong: """
                input quiet: int = 0
                log = openat(AT_FDCWD, "log", O_WRONLY) if quiet == 0
                write(log, "started\\n")
                """,
            right: """
                input quiet: int = 0
                log = openat(AT_FDCWD, "log", O_WRONLY) if quiet == 0
                write(log, "started\\n") if quiet == 0
                """),
        Explanation(
            "W0503", "a count is ignored",
            """
            `read`, `recv`, `readlink` and their siblings fill as much of a buffer as there is, and their
            result says how much. The rest of the buffer holds zeroes, or what an earlier call left there.
            Use the part that is filled: `block[..<n]`. If the call must fill all of it, say so:
            `read(fd, block) expect 512`.
            """,
            wrong: """
                var block: bytes[512]
                read(0, block)
                write(1, block)
                """,
            right: """
                var block: bytes[512]
                n = read(0, block)
                write(1, block[..<n])
                """),
        Explanation(
            "W0601", "its effects can't be accounted for",
            """
            The call does things later, or elsewhere, that no report can show: what an `io_uring` does
            is not seen as steps, and is not checked. The program runs all the same. Steps of their
            own, and `async`, do the same where it can be seen.
            """,
            wrong: """
                var parameters: io_uring_params = {flags: 0}
                ring = io_uring_setup(1, parameters)
                """,
            right: """
                var block: bytes[64]
                async n = read(0, block)
                await n
                """),
    ]
}
