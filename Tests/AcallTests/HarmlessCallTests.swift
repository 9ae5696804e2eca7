// Calls that look wrong and are right: null, numbers that are no descriptors, arguments that do no harm.
//
// Each program runs in both spellings.

import Acall
import AcallSyntax
import Foundation
import Testing

@Suite struct HarmlessCallTests {
    /// A call's result where the program is right, however it is spelled.
    static let programs: [(program: String, output: Int64?)] = [
        ("n = read(fd, null, 0)\noutput n", 0),
        ("var some: pollfd[1]\nn = poll(null, 0, 10)\noutput n", 0),
        ("n = write(1, null, 0)\noutput n", 0),
        ("n = listxattr(\"/etc\", null, 0)\nassert n >= 0", nil),
        ("n = llistxattr(\"/etc\", null, size: 0)\nassert n >= 0", nil),
        ("n = getxattr(\"/etc\", \"user.x\", null, 0) expect ENODATA", nil),
        ("n = getgroups(0, null)\nassert n >= 0", nil),
        ("openat(AT_FDCWD, null, O_RDONLY) expect EFAULT", nil),
        ("n = openat(AT_FDCWD, null, O_RDONLY) allow EFAULT, ENOENT\noutput n", -14),
        ("fstat(fd, null) expect EFAULT", nil),
        ("read(fd, null, 16) expect EFAULT", nil),
        ("pread(fd, null, 16, 0) expect EFAULT", nil),
        ("pipe2(null, 0) expect EFAULT", nil),
        ("mkdirat(AT_FDCWD, null, 0755) expect EFAULT", nil),
        ("nanosleep(null) expect EFAULT", nil),
        ("close(-1) expect EBADF", nil),
        ("n = close(-1) allow EBADF\noutput n", -9),
        ("dup2(fd, -1) expect EBADF", nil),
        ("dup3(fd, -1, 0) expect EBADF", nil),
        ("close_range(4, 3, 0) expect EINVAL", nil),
        ("preadv2(fd, [b], -2) expect EINVAL", nil),
        ("pwritev2(fd, [\"x\"], -2) expect EINVAL", nil),
        (
            "v = landlock_create_ruleset(null, 0, LANDLOCK_CREATE_RULESET_VERSION) "
                + "allow ENOSYS, EOPNOTSUPP\nassert v != 0", nil
        ),
        ("n = prctl(PR_GET_DUMPABLE)\nassert n >= 0", nil),
        ("n = prctl(PR_CAPBSET_READ, 0)\nassert n >= 0", nil),
        ("var op: u32 = 3\nn = prctl(op)\nassert n >= 0", nil),
        (
            "var old: rlimit64\nprlimit64(0, RLIMIT_NOFILE, null, old)\nassert old.cur > 0", nil
        ),
        ("p = personality(0xffffffff)\nassert p >= 0", nil),
        ("var set: u64\nrt_sigprocmask(SIG_BLOCK, null, set)\noutput n = sizeof(set)", 8),
        ("var set: u64\nsigprocmask(SIG_SETMASK, null, set)", nil),
        ("var tx: timex\nn = adjtimex(tx)\nassert n >= 0", nil),
        ("var tx: timex\nn = clock_adjtime(CLOCK_REALTIME, tx)\nassert n >= 0", nil),
        ("n = adjtimex({modes: 0})\nassert n >= 0", nil),
        (
            "var big: bytes[32] = \"\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0x\"\n"
                + "openat2(AT_FDCWD, \"/etc\", big, 32) expect E2BIG", nil
        ),
        ("var how: bytes[32] = \"\"\nd = openat2(AT_FDCWD, \"/etc\", how, 32)\nassert d > 2", nil),
        (
            "var id: int\ntimer_create(CLOCK_MONOTONIC, {notify: SIGEV_NONE}, id)\n"
                + "timer_settime(id, 0, {value: 7200s})\nvar left: itimerspec\n"
                + "timer_gettime(id, left)\ntimer_delete(id)\nassert left.value.sec > 3000", nil
        ),
        (
            "var how: sigevent = {notify: SIGEV_NONE}\nvar id: int\n"
                + "timer_create(CLOCK_MONOTONIC, how, id)\ntimer_delete(id)", nil
        ),
        (
            "id = shmget(IPC_PRIVATE, 8KiB, IPC_CREAT | 0600)\npage = shmat(id, null, 0)\n"
                + "shmctl(id, IPC_RMID)\npage[5000] = 'x'\nn = pread(fd, page[..<4], 0)\n"
                + "output x = page[5000]\nshmdt(page)", 120
        ),
        (
            "proc fill(id: int) -> long {\n    page = shmat(id)\n    page[1] = 'y'\n"
                + "    return page[1]\n}\nid = shmget(IPC_PRIVATE, 100, IPC_CREAT | 0600)\n"
                + "n = fill(id)\nshmctl(id, IPC_RMID)\noutput n", 121
        ),
        (
            "mq_unlink(\"/acall-harmless\") allow ENOENT\n"
                + "q = mq_open(\"/acall-harmless\", O_RDWR | O_CREAT, 0600)\n"
                + "mq_unlink(\"acall-harmless\")", nil
        ),
    ]

    private static let head = """
        var b: bytes[16]
        fd = openat(AT_FDCWD, "/etc/passwd", O_RDONLY)

        """

    private func program(_ text: String, asYAML: Bool) throws -> Program {
        guard asYAML else { return try Program(text: text) }
        var diagnostics = Diagnostics(SourceText(name: "p.acall", bytes: Array(text.utf8)))
        let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        return try Program(yaml: String(decoding: tree.printedAsYAML(), as: UTF8.self))
    }

    @Test(arguments: programs.indices, [false, true])
    func itRuns(_ index: Int, _ asYAML: Bool) throws {
        let (text, output) = Self.programs[index]
        let program = try program(Self.head + text, asYAML: asYAML)
        let report = try Engine().runBlocking(program)
        #expect(report.status == 0, "\(text): \(report.failures)")
        if let output {
            let name = try #require(report.outputs.keys.first)
            #expect(number(report, name) == output, "\(text)")
        }
    }

    /// A slash at the start of a name that is known only when it runs.
    @Test(arguments: ["/acall-named", "acall-named"])
    func aQueueHasItsNameWithoutASlash(_ name: String) throws {
        let report = try run(
            """
            input name: string
            mq_unlink(name) allow ENOENT
            q = mq_open(name, O_RDWR | O_CREAT, 0600)
            mq_unlink("acall-named")
            """, ["name": .bytes(Array(name.utf8))])
        #expect(report.status == 0, "\(report.failures)")
    }

    /// What a program attached is detached once, by it or by itself, and is not there afterwards.
    @Test func aSegmentIsDetachedOnce() throws {
        let report = try run(
            """
            id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600)
            first = shmat(id)
            second = shmat(id, null, SHM_RDONLY)
            shmctl(id, IPC_RMID)
            first[0] = 'a'
            output n = second[0]
            shmdt(first)
            """)
        #expect(report.status == 0 && number(report, "n") == 97, "\(report.failures)")
        #expect(report.count(of: "shmdt") == 2)
        #expect(report.count(of: "munmap") == 0)
    }

    @Test func aSegmentThatIsOnlyReadIsNotWritten() throws {
        let report = try run(
            """
            id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600)
            page = shmat(id, null, SHM_RDONLY)
            shmctl(id, IPC_RMID)
            page[0] = 'a'
            """)
        #expect(report.status == 1)
        #expect(report.failures.count == 1)
    }

    /// What only the run can tell is looked at before the call, which is not made.
    @Test(arguments: [
        ("prctl(op, 1)", "prctl"), ("personality(op)", "personality"),
        ("var tx: timex\ntx.modes = op\nadjtimex(tx)", "adjtimex"),
        (
            "var how: sigevent = {}\nvar id: int\nhow.notify = op\n"
                + "timer_create(CLOCK_MONOTONIC, how, id)", "timer_create"
        ),
        ("landlock_create_ruleset(null, 0, op)", "landlock_create_ruleset"),
    ])
    func whatWouldDoHarmIsNotMade(_ text: String, _ call: String) throws {
        let report = try run("input op: int\n" + text, ["op": 4])
        #expect(report.status == 1)
        #expect(report.steps.first { $0.call == call }?.outcome != "returned")
        #expect(report.failures.contains { "\($0)".contains("allowed where") })
    }
}
