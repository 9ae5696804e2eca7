// Reports against strace: the same run, the same calls, arguments and results, in the same order.

import Foundation
import Testing

@Suite struct StraceTests {
    struct Run: Sendable, CustomTestStringConvertible {
        var program: String
        var source: String
        var files: [String: String] = [:]
        var testDescription: String { program }
    }

    static let runs = [
        Run(
            program: "changed.acall",
            source: """
                from = openat(AT_FDCWD, "file", O_RDONLY)
                to = openat(AT_FDCWD, "copy", O_WRONLY | O_CREAT, 0600)
                var here: long = 0
                var there: long = 1
                copy_file_range(from, here, to, there, 6, 0)
                copy_file_range(from, here, to, there, 6, 0)
                select(0, null, null, null, 1ms)
                s = socket(AF_UNIX, SOCK_STREAM)
                var name: sockaddr_un
                getsockname(s, name)
                """, files: ["file": "twelve bytes"]),
        Run(
            program: "descriptors.acall",
            source: """
                file = openat(AT_FDCWD, "file", O_RDWR | O_CREAT | O_APPEND, 0640)
                fcntl(file, F_GETFL)
                fcntl(file, F_GETFD)
                fcntl(file, F_SETFD, FD_CLOEXEC)
                mknodat(AT_FDCWD, "null", S_IFCHR | 0600, 259) allow EPERM
                """),
        Run(
            program: "addresses.acall",
            source: """
                route = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE)
                local = socket(AF_UNIX, SOCK_STREAM)
                internet = socket(AF_INET, SOCK_STREAM)
                """),
        Run(
            program: "queues.acall",
            source: """
                queue = msgget(IPC_PRIVATE, IPC_CREAT | 0600)
                msgctl(queue, IPC_RMID)
                var ids: u32[4]
                getgroups(4, ids)
                """),
        Run(
            program: "operations.acall",
            source: """
                var ends: int[2]
                pipe2(ends, O_CLOEXEC)
                fcntl(ends[0], F_SETPIPE_SZ, 0) allow EBUSY, EINVAL
                write(ends[1], "seven b")
                var available: int
                ioctl(ends[0], FIONREAD, available)
                file = openat(AT_FDCWD, "file", O_RDWR)
                var lock: flock = {type: F_WRLCK, len: 5}
                fcntl(file, F_SETLK, &lock)
                utimensat(file, null, [{sec: 1000, nsec: 5}, {sec: 1001, nsec: 6}], 0)
                var block: bytes[8]
                preadv2(file, [block], offset: 0, flags: 0x7000) allow EOPNOTSUPP, EINVAL
                """, files: ["file": "x"]),
        Run(
            program: "options.acall",
            source: """
                s = socket(AF_INET, SOCK_STREAM)
                var on: int = 1
                setsockopt(s, SOL_SOCKET, SO_REUSEADDR, on)
                var patience: linger = {onoff: 1, linger: 5}
                setsockopt(s, SOL_SOCKET, SO_LINGER, patience)
                var kind: int
                getsockopt(s, SOL_SOCKET, SO_TYPE, kind)
                """),
        Run(
            program: "sets.acall",
            source: """
                var ends: int[2]
                pipe2(ends, O_CLOEXEC)
                write(ends[1], "x")
                var readers: u64 = 1 << ends[0]
                var writers: u64 = 1 << ends[1]
                var wait: timeval = {sec: 0, usec: 5000}
                select(ends[1] + 1, readers, writers, null, wait)
                readers = 1 << ends[1]
                writers = 0
                select(ends[1] + 1, readers, writers, null, {sec: 0, usec: 1})
                pselect6(ends[1] + 1, readers, null, null, {sec: 0, nsec: 1})
                """),
        Run(
            program: "messages.acall",
            source: """
                var ends: int[2]
                socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends)
                var text: bytes[4]
                var rights: cmsg_rights = {len: 24, level: SOL_SOCKET, type: SCM_RIGHTS}
                rights.fds[0] = ends[0]
                rights.fds[1] = ends[1]
                var pieces: iovec = {base: "text", len: 4}
                var room: iovec = {base: &text, len: 4}
                sendmsg(ends[0], {iov: &pieces, iovlen: 1, control: &rights, controllen: 24}, 0)
                sendmsg(ends[0], {iov: &pieces, iovlen: 1}, 0)
                recvmsg(ends[1], {iov: &room, iovlen: 1}, MSG_DONTWAIT)
                recvmsg(ends[1], {iov: &room, iovlen: 1}, MSG_DONTWAIT)
                s = socket(AF_VSOCK, SOCK_STREAM) allow EAFNOSUPPORT
                var place: sockaddr_vm = {family: AF_VSOCK, cid: VMADDR_CID_HOST, port: 1234}
                bind(s, place) allow EBADF, EADDRNOTAVAIL if s >= 0
                """),
        Run(
            program: "mapped.acall",
            source: """
                page = mmap(null, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)
                file = openat(AT_FDCWD, "file", O_RDWR)
                n = pread(file, page[..<100], 0)
                write(file, page[..<n])
                getxattr("file", "user.none", page[..<100]) allow ENODATA, EOPNOTSUPP
                """, files: ["file": "some text of a file, longer than what is shown of it"]),
        Run(
            program: "flags.acall",
            source: """
                openat(AT_FDCWD, "no/where", O_RDWR | O_CREAT | O_EXCL | O_TRUNC | O_APPEND | O_NONBLOCK | O_DIRECT | O_NOFOLLOW | O_NOATIME | O_CLOEXEC, 0600) allow ENOENT
                openat(AT_FDCWD, "no/where", O_WRONLY | O_SYNC) allow ENOENT
                openat(AT_FDCWD, "no/where", O_RDONLY | O_DSYNC | O_PATH | O_DIRECTORY) allow ENOENT
                openat(AT_FDCWD, ".", O_RDWR | O_TMPFILE, 0600) allow EOPNOTSUPP, EISDIR
                watcher = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)
                inotify_add_watch(watcher, ".", IN_MOVE | IN_CLOSE | IN_ONLYDIR)
                inotify_add_watch(watcher, ".", IN_ALL_EVENTS | IN_DONT_FOLLOW)
                eventfd2(0, EFD_SEMAPHORE | EFD_CLOEXEC | EFD_NONBLOCK)
                timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)
                epoll_create1(EPOLL_CLOEXEC)
                var ends: int[2]
                pipe2(ends, O_NONBLOCK | O_CLOEXEC | O_DIRECT)
                socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC)
                memfd_create("m", MFD_CLOEXEC | MFD_ALLOW_SEALING)
                var about: statx
                statx(AT_FDCWD, ".", AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_ALL, about)
                statx(AT_FDCWD, ".", AT_STATX_FORCE_SYNC, STATX_SIZE | STATX_MODE, about)
                renameat2(AT_FDCWD, "no/a", AT_FDCWD, "no/b", RENAME_NOREPLACE | RENAME_EXCHANGE) allow EINVAL
                linkat(AT_FDCWD, "no/a", AT_FDCWD, "no/b", AT_SYMLINK_FOLLOW) allow ENOENT
                faccessat2(AT_FDCWD, "no/a", R_OK | W_OK | X_OK, AT_EACCESS | AT_SYMLINK_NOFOLLOW) allow ENOENT
                file = openat(AT_FDCWD, "file", O_RDWR)
                fallocate(file, FALLOC_FL_KEEP_SIZE | FALLOC_FL_PUNCH_HOLE, 0, 1) allow EOPNOTSUPP
                sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE_AND_WAIT) allow EINVAL
                fcntl(file, F_SETFL, O_APPEND | O_NONBLOCK)
                flock(file, LOCK_EX | LOCK_NB)
                mmap(null, 4096, PROT_READ | PROT_EXEC | PROT_WRITE, MAP_SHARED | MAP_POPULATE | MAP_NORESERVE | MAP_ANONYMOUS)
                fchmodat(AT_FDCWD, "file", 07640)
                mknodat(AT_FDCWD, "fifo", S_IFIFO | 0600)
                mknodat(AT_FDCWD, "plain", 0600)
                mknodat(AT_FDCWD, "null", S_IFCHR | 0600, 259) allow EPERM
                accept4(file, null, null, SOCK_CLOEXEC | SOCK_NONBLOCK) allow ENOTSOCK
                send(file, "x", MSG_OOB | MSG_DONTROUTE | MSG_DONTWAIT | MSG_MORE | MSG_NOSIGNAL) allow ENOTSOCK
                pwritev2(file, ["x"], offset: 0, flags: RWF_DSYNC | RWF_SYNC | RWF_HIPRI) allow EOPNOTSUPP
                splice(file, null, file, null, 1, SPLICE_F_MOVE | SPLICE_F_NONBLOCK | SPLICE_F_MORE) allow EINVAL
                """, files: ["file": "x"]),
        Run(
            program: "loop.acall",
            source: """
                for i in 0..<3 {
                    file = openat(AT_FDCWD, "file", O_RDONLY)
                    lseek(file, i, SEEK_SET)
                }
                """, files: ["file": "x"]),
    ]

    @Test func straceIsThere() {
        let found = ["/usr/bin/strace", "/usr/local/bin/strace"].contains {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        #expect(found, "reports are compared with strace's: apt-get install strace")
    }

    @Test(arguments: runs)
    func reportsAgreeWithStrace(_ run: Run) throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for (name, text) in run.files { _ = try scratch.file(name, text) }
        let file = try scratch.file(run.program, run.source + "\n")
        try Comparison.$current.withValue(Comparison()) {
            let (ended, report) = try Tool.report(file, [], in: scratch.url)
            #expect(ended.status <= 1 && !report.isEmpty, "\(ended.errorText)")
        }
    }

    /// What strace shows with `-v` only.
    @Test func theExtentsOfAFileAreShown() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("file", String(repeating: "x", count: 5000))
        let program = try scratch.file(
            "extents.acall",
            """
            var maps: fiemap[5] = []
            file = openat(AT_FDCWD, "file", O_RDWR | O_CLOEXEC)
            fsync(file)
            maps[0].length = 1MiB
            maps[0].extent_count = 2
            ioctl(file, FS_IOC_FIEMAP, maps) allow EOPNOTSUPP
            """)
        let (ended, report) = try Tool.report(program, [], in: scratch.url)
        #expect(ended.status == 0, "\(ended.errorText)")
        let step = try #require(report.steps.first { $0["call"] as? String == "ioctl" })
        // Not every file system tells.
        guard step["errno"] as? String == nil else { return }
        let arguments = step["arguments"] as? [[String: Any]] ?? []
        let shown = arguments.last?["shown"] as? String ?? ""
        let halves = shown.components(separatedBy: " => ")
        #expect(halves.count == 2 && !halves[0].contains("fm_extents"), "\(shown)")
        #expect(shown.contains("fm_extents=[{fe_logical=0, fe_physical="), "\(shown)")
        #expect(shown.contains("fe_flags=FIEMAP_EXTENT_LAST"), "\(shown)")
    }

    /// The test that runs a program of `programs`, in each of its spellings, with inputs.
    struct ProgramTest: Sendable, CustomTestStringConvertible {
        let stem: String
        let run: @Sendable () throws -> Void
        var testDescription: String { stem }

        init(_ stem: String, _ run: @escaping @Sendable () throws -> Void) {
            self.stem = stem
            self.run = run
        }
    }

    static let tests = [
        ProgramTest("append-line") { try ProgramTests().appendLine() },
        ProgramTest("copy-range") { try ProgramTests().copyRange() },
        ProgramTest("head") { try ProgramTests().head() },
        ProgramTest("hello") { try ProgramTests().hello() },
        ProgramTest("join") { try ProgramTests().join() },
        ProgramTest("lock") { try ProgramTests().lock() },
        ProgramTest("make-directory") { try ProgramTests().makeDirectory() },
        ProgramTest("pipe-pair") { try ProgramTests().pipePair() },
        ProgramTest("random") { try ProgramTests().random() },
        ProgramTest("replace") { try ProgramTests().replace() },
        ProgramTest("sealed") { try ProgramTests().sealed() },
        ProgramTest("socket-pair") { try ProgramTests().socketPair() },
        ProgramTest("sparse") { try ProgramTests().sparse() },
        ProgramTest("stat") { try ProgramTests().stat() },
        ProgramTest("swap") { try ProgramTests().swap() },
        ProgramTest("system") { try ProgramTests().systemNames() },
        ProgramTest("temporary") { try ProgramTests().temporary() },
        ProgramTest("timer") { try ProgramTests().timer() },
        ProgramTest("attribute") { try WideProgramTests().attribute() },
        ProgramTest("bench-pread") { try WideProgramTests().benchPread() },
        ProgramTest("cat") { try WideProgramTests().cat() },
        ProgramTest("claim") { try WideProgramTests().claim() },
        ProgramTest("copy") { try WideProgramTests().copy() },
        ProgramTest("direct") { try WideProgramTests().direct() },
        ProgramTest("errnos") { try WideProgramTests().errnos() },
        ProgramTest("giveup") { try WideProgramTests().giveup() },
        ProgramTest("lines") { try WideProgramTests().lines() },
        ProgramTest("list") { try WideProgramTests().list() },
        ProgramTest("mapped") { try WideProgramTests().mapped() },
        ProgramTest("pipe") { try WideProgramTests().pipe() },
        ProgramTest("punch") { try WideProgramTests().punch() },
        ProgramTest("same") { try WideProgramTests().same() },
        ProgramTest("send-file") { try WideProgramTests().sendFile() },
        ProgramTest("sizes") { try WideProgramTests().sizes() },
        ProgramTest("splice") { try WideProgramTests().splice() },
        ProgramTest("tee") { try WideProgramTests().tee() },
        ProgramTest("touch") { try WideProgramTests().touch() },
        ProgramTest("walk") { try WideProgramTests().walk() },
        ProgramTest("checksum") { try WideProgramConcurrencyTests().checksum() },
        ProgramTest("contend") { try WideProgramConcurrencyTests().contend() },
        ProgramTest("datagram") { try WideProgramConcurrencyTests().datagram() },
        ProgramTest("echo") { try WideProgramConcurrencyTests().echo() },
        ProgramTest("fetch") { try WideProgramConcurrencyTests().fetch() },
        ProgramTest("fifo") { try WideProgramConcurrencyTests().fifo() },
        ProgramTest("impatient") { try WideProgramConcurrencyTests().impatient() },
        ProgramTest("pass-descriptor") { try WideProgramConcurrencyTests().passDescriptor() },
        ProgramTest("ports") { try WideProgramConcurrencyTests().ports() },
        ProgramTest("race") { try WideProgramConcurrencyTests().race() },
        ProgramTest("ready") { try WideProgramConcurrencyTests().ready() },
        ProgramTest("remove") { try WideProgramConcurrencyTests().remove() },
        ProgramTest("run") { try WideProgramConcurrencyTests().run() },
        ProgramTest("semaphore") { try WideProgramConcurrencyTests().semaphore() },
        ProgramTest("serve-file") { try WideProgramConcurrencyTests().serveFile() },
        ProgramTest("sort") { try WideProgramConcurrencyTests().sort() },
        ProgramTest("table") { try WideProgramConcurrencyTests().table() },
        ProgramTest("tail") { try WideProgramConcurrencyTests().tail() },
        ProgramTest("watch") { try WideProgramConcurrencyTests().watch() },
    ]

    /// Programs that are not compared, and why.
    static let untraced = [
        "decimal.acall": "a library: it makes no call"
    ]

    @Test(arguments: tests)
    func programsAgreeWithStrace(_ test: ProgramTest) throws {
        let comparison = Comparison()
        try Comparison.$current.withValue(comparison) { try test.run() }
        let spellings = try Self.programs().filter { $0.hasPrefix(test.stem + ".") }
        #expect(comparison.programs == Set(spellings))
    }

    @Test func everyProgramIsCompared() throws {
        let compared = Set(Self.tests.map(\.stem))
        #expect(compared.count == Self.tests.count)
        for program in try Self.programs() {
            let stem = String(program.split(separator: ".")[0])
            #expect(
                compared.contains(stem) != (Self.untraced[program] != nil),
                "\(program) is either compared with strace or in the list of those that are not")
        }
    }

    private static func programs() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Tool.programs.path)
    }
}
