// What a program calls and the kernel does not have: the calls and functions of the language's own.

/// A call, or a function of expressions, that has no row.
package struct Builtin: Sendable {
    package var name: String
    /// As it is written, what can be left out in brackets.
    var form: String
    var summary: String
    var arguments: [(name: String, text: String)]
    var result: String
    var example: String

    package static let all = [
        Builtin(
            name: "spawn", form: "spawn(path, argv[, env, stdin, stdout, stderr])",
            summary: "Starts a process, without running anything of the runner's in it.",
            arguments: [
                ("path", "the program's file"), ("argv", "a list of strings, its name first"),
                ("env", "a list of NAME=value; the runner's environment where left out"),
                ("stdin", "a descriptor; the runner's own where left out"),
                ("stdout", "a descriptor; the runner's own where left out"),
                ("stderr", "a descriptor; the runner's own where left out"),
            ], result: "a pidfd, which is closed by itself",
            example: "child = spawn(\"/bin/sort\", [\"sort\", \"-n\"], stdin: ends[0])"),
        Builtin(
            name: "wait", form: "wait(child)", summary: "Waits for a process that `spawn` started.",
            arguments: [("child", "the result of a spawn")],
            result: "its exit status; minus the signal that ended it",
            example: "status = wait(child) expect 0"),
        Builtin(
            name: "syscall", form: "syscall(number[, arg0, ... arg5])",
            summary: "Makes a system call by its number; nothing is known of its arguments.",
            arguments: [
                ("number", "a number, or a name as SYS_getpid"),
                ("arg0", "and on: numbers, storage or strings"),
            ], result: "a number", example: "pid = syscall(SYS_getpid)"),
        Builtin(
            name: "records", form: "records(bytes, structure)",
            summary: "The records of variable length in a buffer, for a `for`.",
            arguments: [
                ("bytes", "the part of a buffer that was filled"),
                (
                    "structure",
                    "linux_dirent64, inotify_event, nlmsghdr, cmsghdr or cmsg_rights"
                ),
            ], result: "each record in turn",
            example: "for entry in records(buffer[..<n], linux_dirent64) { }"),
        Builtin(
            name: "min", form: "min(a, b)", summary: "The smaller of two numbers or times.",
            arguments: [("a", "a number or a time"), ("b", "the same")], result: "one of them",
            example: "n = read(fd, block[..<min(left, 512)])"),
        Builtin(
            name: "max", form: "max(a, b)", summary: "The larger of two numbers or times.",
            arguments: [("a", "a number or a time"), ("b", "the same")], result: "one of them",
            example: "nanosleep(max(patience * 1ms, 1s))"),
        Builtin(
            name: "sizeof", form: "sizeof(x)", summary: "The size in bytes.",
            arguments: [("x", "a variable, a type, a string or a list")], result: "a number",
            example: "output size = sizeof(stat)"),
    ]

    package static func named(_ name: String) -> Builtin? { all.first { $0.name == name } }
}
