// Programs of any size, each made of one construct: a statement, a modifier, or what once took too long.
//
// Input: a count. Output: a source whose size is linear in it.

struct Shape: Sendable {
    let name: String
    /// What stands before the repeated part.
    var head = ""
    /// The part with this number; as many as the count says.
    var part: @Sendable (Int) -> String = { _ in "" }
    /// What stands behind.
    var tail = ""

    func source(_ count: Int) -> String {
        var text = head
        for index in 0..<count { text += part(index) }
        return text + tail
    }
}

extension Shape {
    init(
        _ name: String, head: String = "", tail: String = "",
        _ part: @escaping @Sendable (Int) -> String
    ) {
        self.init(name: name, head: head, part: part, tail: tail)
    }

    static let all = steps + modifiers + values + blocks + chains + procedures + mistakes

    static let steps: [Shape] = [
        Shape("call") { _ in "getpid()\n" },
        Shape("named call") { "p\($0) = getpid()\n" },
        Shape("open and close", head: "var st: stat\nvar b: bytes[64]\n") {
            """
            f\($0) = openat(AT_FDCWD, "/etc/passwd", O_RDONLY | O_CLOEXEC)
            fstat(f\($0), st)
            n\($0) = read(f\($0), b)
            write(1, b[..<n\($0)])
            close(f\($0))

            """
        },
        Shape("opens") { "f\($0) = memfd_create(\"m\")\n" },
        Shape("opens before a stop", tail: "stop if f0 == 1\n") {
            "f\($0) = memfd_create(\"m\")\n"
        },
        Shape("stops") { "f\($0) = memfd_create(\"m\")\nstop if f\($0) == 1\n" },
        Shape("pipes") { "var e\($0): int[2]\npipe2(e\($0), O_CLOEXEC)\n" },
        Shape("opens into elements", head: "var fds: int[4]\n") {
            "fds[\($0 % 4)] = memfd_create(\"m\")\n"
        },
        Shape("opens into a variable", head: "var fd: int\n") { _ in
            "fd = memfd_create(\"m\")\n"
        },
        Shape("closes of elements", head: "var fds: int[4]\nfds[0] = memfd_create(\"m\")\n") {
            "g\($0) = memfd_create(\"m\")\nclose(fds[0]) allow EBADF\n"
        },
        Shape("opens in a loop", head: "loop {\n", tail: "break\n}\n") {
            "f\($0) = memfd_create(\"m\")\n"
        },
        Shape("opens in loops") { "loop {\nf\($0) = memfd_create(\"m\")\nbreak\n}\n" },
        Shape("mappings") {
            "m\($0) = mmap(null, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)\n"
        },
        Shape("unmappings") {
            """
            m\($0) = mmap(null, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            m\($0)[0] = 1
            munmap(m\($0))

            """
        },
        Shape("processes") { "c\($0) = spawn(\"/bin/true\", [\"true\"])\ns\($0) = wait(c\($0))\n" },
        Shape("deferred") { _ in "defer getpid()\n" },
        Shape("deferred closes") { "f\($0) = memfd_create(\"m\")\ndefer close(f\($0))\n" },
        Shape("inputs", tail: "getpid()\n") { "input i\($0): int = \($0)\n" },
        Shape("list input", head: "input names: [string] = [\"a\"", tail: "]\n") { ", \"b\($0)\"" },
        Shape("variables") { "var v\($0): bytes[8]\n" },
        Shape("values") { "var v\($0): long = \($0)\n" },
        Shape("assignments", head: "var x: long\n") { "x = x + \($0)\nx += 1\n" },
        Shape("outputs") { "output o\($0) = \($0)\n" },
        Shape("outputs in branches", head: "input i: int\n") {
            "if i == \($0) {\noutput o = 1\nstop\n}\n"
        },
        Shape("assertions", head: "input i: int\n") { "assert i != \($0), \"no\"\n" },
        Shape("failures", head: "input i: int\n") { "fail \"no\" if i == \($0)\n" },
        Shape("comments") { "# comment \($0)\n\n" },
        Shape("one line") { _ in "getpid();" },
        Shape("by number") { _ in "syscall(39)\n" },
    ]

    static let modifiers: [Shape] = [
        Shape("expect") { _ in "getpid() expect > 0\n" },
        Shape("expect a range") { _ in "getpid() expect 1...99999999\n" },
        Shape("allow") { "f\($0) = openat(AT_FDCWD, \"x\", O_RDONLY) allow ENOENT, EACCES\n" },
        Shape("retry") { _ in
            "openat(AT_FDCWD, \"x\", O_RDONLY) retry EINTR, EAGAIN up to 5 after 10ms\n"
        },
        Shape("fully", head: "var b: bytes[64]\n") { _ in "read(0, b) fully\n" },
        Shape("timeout", head: "var b: bytes[64]\n") { _ in
            "read(0, b) timeout 1s allow ETIMEDOUT\n"
        },
        Shape("condition", head: "input i: int\n") { "getpid() if i == \($0)\n" },
        Shape("conditional opens", head: "input i: int\n") {
            "f\($0) = memfd_create(\"m\") if i == \($0)\n"
        },
    ]

    static let values: [Shape] = [
        Shape("sum", head: "nanosleep(1", tail: ")\n") { _ in "+1" },
        Shape("sums", head: "var x: long\n") { _ in "x = 1+x*2-(x&3)\n" },
        Shape("flags", head: "openat(AT_FDCWD, \"x\", O_RDONLY", tail: ")\n") { _ in "|O_RDONLY" },
        Shape("conjunction", head: "input i: int\nassert i == 0", tail: "\n") { _ in " && i == 0" },
        Shape("parentheses", head: "var x: long = ", tail: "1\n") { _ in "(" },
        Shape("balanced parentheses", head: "input i: int\nvar x: long = 1", tail: "\n") { _ in
            " + (i)"
        },
        Shape("minus signs", head: "var x: long = ", tail: "1\n") { _ in "- " },
        Shape("subscripts", head: "var x: int[4]\nx", tail: " = 1\n") { _ in "[0" },
        Shape("vector", head: "var b: bytes[8]\nwritev(1, [b", tail: "])\n") { _ in ", b" },
        Shape("vector of strings", head: "writev(1, [\"a\"", tail: "])\n") { _ in ", \"a\"" },
        Shape("array", head: "var x: int[4096] = [1", tail: "]\n") { ", \($0)" },
        Shape("structures") {
            "var a\($0): sockaddr_in = {family: AF_INET, port: 8080, addr: \"127.0.0.1\"}\n"
        },
        Shape("times") { "nanosleep(\($0 % 7 + 1)ms)\n" },
        Shape("long string", head: "write(1, \"", tail: "\")\n") { _ in "text \\n" },
        Shape("strings") { "write(1, \"text \($0)\")\n" },
        Shape("slices", head: "var b: bytes[64]\ninput i: int\n") { _ in "write(1, b[i..<i + 2])\n"
        },
        Shape("copies of a descriptor", head: "var f: int\nf = memfd_create(\"m\")\nvar c0: int\n")
        {
            "c\($0) = f\nvar c\($0 + 1): int\nc\($0 + 1) = c\($0)\nclose(c\($0 + 1))\n"
        },
        Shape("inner members", head: "var e: epoll_event\ne", tail: " = 1\n") { _ in ".data.fd" },
        Shape("flags in a list", head: "input i: int\nopenat(AT_FDCWD, \"x\", [i", tail: "])\n") {
            _ in ", i"
        },
        Shape("minimum", head: "input i: int\nvar x: long\n") { "x = min(i, max(\($0), 3))\n" },
    ]

    static let blocks: [Shape] = [
        Shape("if", head: "input i: int\nvar x: int\n") {
            "if i == \($0) {\nx = 1\n} else {\nx = 2\n}\n"
        },
        Shape("if and calls", head: "input i: int\n") {
            "if i == \($0) {\np\($0) = getpid()\n}\n"
        },
        Shape("if and opens", head: "input i: int\n") {
            "f\($0) = memfd_create(\"m\")\nif i == \($0) {\nclose(f\($0))\n}\n"
        },
        Shape("else if", head: "input i: int\nif i == 0 {\n", tail: "}\n") {
            "} else if i == \($0) {\n"
        },
        Shape("loop") { _ in "loop {\ngetpid()\nbreak\n}\n" },
        Shape("while", head: "var x: long\n") { "while x < \($0) {\nx += 1\n}\n" },
        Shape("for") { _ in "for i in 0..<3 {\ngetpid()\n}\n" },
        Shape("for items", head: "input names: [string]\n") { _ in
            "for name in names {\nwrite(1, name)\n}\n"
        },
        Shape("records", head: "var b: bytes[64]\nn = read(0, b)\n") { _ in
            "for e in records(b[..<n], linux_dirent64) {\nwrite(1, e.d_name)\n}\n"
        },
        Shape(
            "breaks past deferred calls", head: "var x: long\nloop {\ndefer getpid()\n", tail: "}\n"
        ) {
            "break if x == \($0)\n"
        },
        Shape("breaks", head: "var x: long\nloop {\nx += 1\n", tail: "}\n") {
            "break if x == \($0)\ncontinue if x == \($0 + 1)\n"
        },
        Shape("nested blocks", head: "var x: long\n", tail: "\n") { _ in "if x == 0 {\n" },
    ]

    static let chains: [Shape] = [
        Shape("empty tasks") { _ in "task { }\n" },
        Shape("tasks") { "task t\($0) {\ngetpid()\n}\n" },
        Shape("tasks and await") { "task t\($0) {\ngetpid()\n}\nawait t\($0)\n" },
        Shape("tasks that read", head: "var b: bytes[8] = \"abc\"\n") { _ in
            "task {\nwrite(1, b)\n}\n"
        },
        Shape("tasks that race", head: "var b: bytes[8]\n") { _ in "task {\nread(0, b)\n}\n" },
        Shape("async") { "async a\($0) = getpid()\n" },
        Shape("async and use") { "async a\($0) = getpid()\nassert a\($0) > 0\n" },
        Shape("async calls of a proc", head: "proc p() -> int {\nn = getpid()\nreturn n\n}\n") {
            "async a\($0) = p()\n"
        },
        Shape("await all", head: "task t0 {\ngetpid()\n}\n") { "task u\($0) {\n}\nawait t0\n" },
        Shape("cancel all") { "task t\($0) {\ngetpid()\n}\ncancel t\($0)\n" },
        Shape("await any", head: "task a { }\ntask b { }\n") { _ in "await any a, b\n" },
        Shape("await with a timeout", head: "task a { }\n") { _ in
            "await a timeout 1s else {\ngetpid()\n}\n"
        },
        Shape("parallel") {
            "parallel {\ntask a\($0) {\ngetpid()\n}\ntask b\($0) {\ngetuid()\n}\n}\n"
        },
        Shape("comparisons with async results", head: "async a = getpid()\n") {
            "async b\($0) = getpid() allow EINTR\nassert b\($0) != -4\n"
        },
        Shape("parallel for", head: "input names: [string]\n") { _ in
            "parallel for name in names limit 4 {\nwrite(1, name)\n}\n"
        },
        Shape("task of many steps", head: "task {\n", tail: "}\n") { "p\($0) = getpid()\n" },
    ]

    static let procedures: [Shape] = [
        Shape("unused procs", tail: "getpid()\n") { "proc p\($0)(n: int) -> int {\nreturn n\n}\n" },
        Shape("procs") { "proc p\($0)() {\ngetpid()\n}\np\($0)()\n" },
        Shape("calls of a proc", head: "proc p(n: int) -> int {\ngetpid()\nreturn n\n}\n") {
            "p(\($0))\n"
        },
        Shape("results of a proc", head: "proc p(n: int) -> int {\ngetpid()\nreturn n\n}\n") {
            "r\($0) = p(\($0))\n"
        },
        Shape(
            "parameters", head: "proc p(a: int",
            tail: ") {\ngetpid()\n}\n"
        ) { ", b\($0): int" },
        Shape("returns", head: "proc p(n: int) -> int {\n", tail: "return n\n}\nx = p(1)\n") {
            "if n == \($0) {\nreturn \($0)\n}\n"
        },
        Shape(
            name: "calls of calls",
            part: { index in
                // Eight levels at most, since each makes the program twice as long.
                index >= 8
                    ? "getuid()\n"
                    : index == 0
                        ? "proc q0() {\ngetpid()\n}\n"
                        : "proc q\(index)() {\nq\(index - 1)()\nq\(index - 1)()\n}\n"
            }, tail: "q0()\n"),
    ]

    static let mistakes: [Shape] = [
        Shape("unknown names") { "close(nothing_is_ever_called_like_this_\($0))\n" },
        Shape("unknown calls") { "nothing_is_ever_called_like_this_\($0)()\n" },
        Shape("declared twice") { _ in "var x: int\n" },
        Shape("unused variables") { "var unused\($0): int\n" },
        Shape("not closed") { _ in "getpid(\n" },
        Shape("no text") { _ in "\u{1}$$$%%%\n" },
        Shape("brackets") { _ in "[{(" },
        Shape("reads of what nothing wrote", head: "") {
            "var b\($0): bytes[4]\nwrite(1, b\($0))\n"
        },
    ]
}
