// Arguments as strace shows them, one call after the other.

import AcallCatalog
import Testing

@testable import AcallExecutor

/// What strace 6.1 printed for the same calls (recorded on x86_64), addresses apart.
@Suite struct FormatterTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var expected: String
        var result: Int64
        var arguments: @Sendable (Fixture) -> [UInt64]
        var testDescription: String { expected }
        var call: String { String(expected.prefix { $0 != "(" }) }

        init(
            _ expected: String, _ result: Int64 = 0,
            _ arguments: @escaping @Sendable (Fixture) -> [UInt64]
        ) {
            self.expected = expected
            self.result = result
            self.arguments = arguments
        }
    }

    private static let cwd = signed(-100)
    private static let cloexec: UInt64 = 0o2_000_000

    private static func timespec(_ fixture: Fixture, _ seconds: Int64, _ nanoseconds: Int64)
        -> UInt64
    {
        fixture.integers([seconds, nanoseconds])
    }

    private static func inet(_ fixture: Fixture) -> UInt64 {
        fixture.place([2, 0, 0x1f, 0x90, 127, 0, 0, 1] + [UInt8](repeating: 0, count: 8))
    }

    private static func vector(_ fixture: Fixture, _ texts: [String]) -> UInt64 {
        fixture.integers(
            texts.flatMap { [fixture.place(Array($0.utf8)), UInt64($0.utf8.count)] })
    }

    /// x86_64's layout.
    private static func stat(_ fixture: Fixture, mode: UInt64, size: UInt64) -> UInt64 {
        fixture.structure(size: 144, [(24, 4, mode), (48, 8, size)])
    }

    static let files: [Case] = [
        Case(#"openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3"#, 3) {
            [cwd, $0.text("/etc/passwd"), cloexec, 0o644]
        },
        Case(#"openat(AT_FDCWD, "f", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0644) = 3"#, 3) {
            [cwd, $0.text("f"), 0o2_001_101, 0o644]
        },
        Case(
            #"openat(5, "", O_RDWR|O_CREAT|O_EXCL, 000) = -1 ENOENT (No such file or directory)"#,
            -2
        ) {
            [5, $0.text(""), 0o302, 0]
        },
        Case(#"openat(AT_FDCWD, "/tmp/st", O_RDONLY|O_DIRECTORY) = 8"#, 8) {
            [cwd, $0.text("/tmp/st"), 0o200_000, 7]
        },
        Case(#"read(3, "root:x:0:0:root:/root:/bin/bash\n"..., 512) = 33"#, 33) {
            [3, $0.text("root:x:0:0:root:/root:/bin/bash\nd"), 512]
        },
        Case(#"read(3, "root:x:0:0:root:/root:/bin/bash\n", 512) = 32"#, 32) {
            [3, $0.text("root:x:0:0:root:/root:/bin/bash\nd"), 512]
        },
        Case(#"read(3, "", 512) = 0"#) { [3, $0.text("x"), 512] },
        Case(#"pread64(3, "root", 4, 0) = 4"#, 4) { [3, $0.text("root:x"), 4, 0] },
        Case(#"write(3, "hi\n\0001\"\\\177", 8) = 8"#, 8) {
            [3, $0.place([0x68, 0x69, 0x0a, 0, 0x31, 0x22, 0x5c, 0x7f]), 8]
        },
        Case(#"write(3, "ab"..., 18446744073709551615) = -1 EFAULT (Bad address)"#, -14) {
            fixture in
            let end = UInt64(UInt(bitPattern: fixture.memory)) + UInt64(Fixture.size)
            (fixture.memory + Fixture.size - 2).copyMemory(
                from: [0x61, 0x62] as [UInt8], byteCount: 2)
            return [3, end - 2, .max]
        },
        Case("close(3) = 0") { _ in [3] },
        Case("close(77) = -1 EBADF (Bad file descriptor)", -9) { _ in [77] },
        Case("lseek(3, 5, SEEK_SET) = 5", 5) { _ in [3, 5, 0] },
        Case("lseek(3, -5, SEEK_END) = 5", 5) { _ in [3, signed(-5), 2] },
        Case("fstat(3, {st_mode=S_IFREG|0644, st_size=1221, ...}) = 0") {
            [3, stat($0, mode: 0o100644, size: 1221)]
        },
        Case(
            #"newfstatat(AT_FDCWD, "/etc", {st_mode=S_IFDIR|S_ISVTX|0755, st_size=4096, ...}, AT_SYMLINK_NOFOLLOW) = 0"#
        ) { [cwd, $0.text("/etc"), stat($0, mode: 0o041755, size: 4096), 0x100] },
        Case("ftruncate(3, 3) = 0") { _ in [3, 3] },
        Case("fchmod(3, 0600) = 0") { _ in [3, 0o600] },
        Case(#"mkdirat(AT_FDCWD, "d", 0700) = 0"#) { [cwd, $0.text("d"), 0o700] },
        Case(#"unlinkat(AT_FDCWD, "d", AT_REMOVEDIR) = 0"#) { [cwd, $0.text("d"), 0x200] },
        Case(#"renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE) = 0"#) {
            [cwd, $0.text("a"), cwd, $0.text("b"), 1]
        },
        Case(#"readlinkat(AT_FDCWD, "l", "target", 100) = 6"#, 6) {
            [cwd, $0.text("l"), $0.text("target!"), 100]
        },
        Case(#"symlinkat("target", AT_FDCWD, "l") = 0"#) {
            [$0.text("target"), cwd, $0.text("l")]
        },
        Case("umask(022) = 0") { _ in [0o22] },
        Case("fallocate(3, FALLOC_FL_KEEP_SIZE, 0, 100) = 0") { _ in [3, 1, 0, 100] },
        Case("sendfile(1, 0, [10], 10) = 10", 10) { [1, 0, $0.integers([Int64(10)]), 10] },
        Case("copy_file_range(0, [7], 1, NULL, 10, 0) = 7", 7) {
            [0, $0.integers([Int64(7)]), 1, 0, 10, 0]
        },
        Case(#"preadv(0, [{iov_base="ab", iov_len=2}], 1, 512) = 2"#, 2) {
            [0, vector($0, ["ab"]), 1, 512, 0]
        },
        Case("flock(1, LOCK_EX) = 0") { _ in [1, 2] },
        Case(#"memfd_create("mem", MFD_CLOEXEC) = 12"#, 12) { [$0.text("mem"), 1] },
        Case(#"memfd_create("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"..., MFD_CLOEXEC) = 12"#, 12) {
            [$0.text(String(repeating: "a", count: 33)), 1]
        },
        Case(#"memfd_create("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", MFD_CLOEXEC) = 12"#, 12) {
            [$0.text(String(repeating: "a", count: 32)), 1]
        },
    ]

    static let vectors: [Case] = [
        Case(
            #"writev(3, [{iov_base="hello ", iov_len=6}, {iov_base="world\n", iov_len=6}], 2) = 12"#,
            12
        ) { [3, vector($0, ["hello ", "world\n"]), 2] },
        Case(
            #"readv(0, [{iov_base="hello ", iov_len=6}, {iov_base="wo", iov_len=6}], 2) = 8"#, 8
        ) { [0, vector($0, ["hello ", "world\n"]), 2] },
        Case(#"readv(0, [{iov_base="", iov_len=6}], 1) = 0"#) { [0, vector($0, ["hello "]), 1] },
        Case(
            #"sendmsg(5, {msg_name=NULL, msg_namelen=0, msg_iov=[{iov_base="hello ", iov_len=6}], msg_iovlen=1, msg_controllen=0, msg_flags=0}, 0) = 6"#,
            6
        ) {
            let iov = vector($0, ["hello "])
            return [5, $0.structure(size: 56, [(16, 8, iov), (24, 8, 1)]), 0]
        },
        Case(
            #"execve("/no/such", ["sort", "-n"], NULL) = -1 ENOENT (No such file or directory)"#, -2
        ) {
            [$0.text("/no/such"), $0.integers([$0.text("sort"), $0.text("-n"), 0]), 0]
        },
    ]

    static let sockets: [Case] = [
        Case("socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 5", 5) { _ in
            [2, 0o2_000_001, 6]
        },
        Case(
            #"bind(5, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"#
        ) { [5, inet($0), 16] },
        Case("listen(5, 128) = 0") { _ in [5, 128] },
        Case(
            #"getsockname(5, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("127.0.0.1")}, [16]) = 0"#
        ) { [5, inet($0), $0.integers([UInt32(16)])] },
        Case(
            #"connect(5, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0"#
        ) {
            let zeros = [UInt8](repeating: 0, count: 15)
            return [5, $0.place([10, 0, 0, 80, 0, 0, 0, 0] + zeros + [1, 0, 0, 0, 0]), 28]
        },
        Case(#"connect(5, {sa_family=AF_UNIX, sun_path="/tmp/st/sock"}, 15) = 0"#) {
            [5, $0.place([1, 0] + Array("/tmp/st/sock".utf8) + [0]), 15]
        },
        Case(#"connect(5, {sa_family=AF_UNIX, sun_path=@"name"}, 7) = 0"#) {
            [5, $0.place([1, 0, 0] + Array("name".utf8)), 7]
        },
        Case("connect(5, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=0x000001}, 12) = 0") {
            [5, $0.place([16, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]), 12]
        },
        Case("setsockopt(5, SOL_TCP, TCP_NODELAY, [1], 4) = 0") {
            [5, 6, 1, $0.integers([UInt32(1)]), 4]
        },
        Case("setsockopt(5, SOL_SOCKET, SO_LINGER, {l_onoff=1, l_linger=5}, 8) = 0") {
            [5, 1, 13, $0.integers([UInt32(1), 5]), 8]
        },
        Case(#"setsockopt(5, SOL_SOCKET, SO_LINGER, "\1\0\0\0", 4) = 0"#) {
            [5, 1, 13, $0.integers([UInt32(1), 5]), 4]
        },
        Case("getsockopt(5, SOL_SOCKET, SO_TYPE, [2], [4]) = 0") {
            [5, 1, 3, $0.integers([UInt32(2)]), $0.integers([UInt32(4)])]
        },
        Case("fcntl(3, F_SETPIPE_SZ, 0) = 4096", 4096) { _ in [3, 1031, 0] },
        Case("fcntl(3, F_DUPFD, 0) = 4", 4) { _ in [3, 0, 0] },
        Case(
            "fcntl(3, F_SETLK, {l_type=F_WRLCK, l_whence=SEEK_SET, l_start=0, l_len=5}) = 0"
        ) {
            [3, 6, $0.structure(size: 32, [(0, 2, 1), (16, 8, 5)])]
        },
        Case("msgctl(3, IPC_RMID, NULL) = 0") { _ in [3, 0, 0] },
        Case("ioctl(3, FIONREAD, [7]) = 0") { [3, 0x541b, $0.integers([UInt32(7)])] },
        Case("ioctl(3, FS_IOC_GETFLAGS, [FS_EXTENT_FL]) = 0") {
            [3, 0x8008_6601, $0.integers([UInt32(0x80000)])]
        },
        Case("ioctl(3, FICLONE, 4) = 0") { _ in [3, 0x4004_9409, 4] },
        Case(
            "utimensat(3, NULL, [{tv_sec=1000, tv_nsec=5}, {tv_sec=1001, tv_nsec=6}], 0) = 0"
        ) {
            [3, 0, $0.integers([Int64(1000), 5, 1001, 6]), 0]
        },
        Case(#"msgsnd(1, {mtype=5, mtext="five"}, 4, 0) = 0"#) {
            [1, $0.place([5, 0, 0, 0, 0, 0, 0, 0] + Array("fives".utf8)), 4, 0]
        },
        Case(#"msgrcv(1, {mtype=5, mtext="fi"}, 4, 0, 0) = 2"#, 2) {
            [1, $0.place([5, 0, 0, 0, 0, 0, 0, 0] + Array("fives".utf8)), 4, 0, 0]
        },
        Case("setsockopt(5, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0") {
            [5, 1, 2, $0.integers([UInt32(1)]), 4]
        },
        Case(
            #"sendto(5, "hello", 5, MSG_NOSIGNAL, {sa_family=AF_INET, sin_port=htons(8080), sin_addr=inet_addr("127.0.0.1")}, 16) = 5"#,
            5
        ) { [5, $0.text("hello"), 5, 0x4000, inet($0), 16] },
        Case(#"recvfrom(5, "hel", 10, 0, NULL, NULL) = 3"#, 3) {
            [5, $0.text("hello"), 10, 0, 0, 0]
        },
        Case("pipe2([3, 4], O_CLOEXEC) = 0") { [$0.integers([Int32(3), 4]), cloexec] },
        Case("socketpair(AF_UNIX, SOCK_STREAM, 6, [6, 7]) = 0") {
            [1, 1, 6, $0.integers([Int32(6), 7])]
        },
        Case("dup3(0, 50, O_CLOEXEC) = 50", 50) { _ in [0, 50, cloexec] },
        Case("fcntl(50, F_GETFL) = 0 (flags O_RDONLY)") { _ in [50, 3, 0] },
        Case("fcntl(50, F_GETFL) = 0x4801 (flags O_WRONLY|O_NONBLOCK|O_DIRECT)", 0x4801) { _ in
            [50, 3, 0]
        },
        Case("fcntl(50, F_GETFD) = 0x1 (flags FD_CLOEXEC)", 1) { _ in [50, 1, 0] },
        Case("fcntl(50, F_GETFD) = 0") { _ in [50, 1, 0] },
        Case("umask(022) = 077", 0o77) { _ in [0o22] },
        Case("mknodat(AT_FDCWD, \"f\", S_IFIFO|0666) = 0") {
            [cwd, $0.text("f"), 0o010666, 0]
        },
        Case("mknodat(AT_FDCWD, \"zero\", S_IFBLK|0600, makedev(0, 0)) = 0") {
            [cwd, $0.text("zero"), 0o060600, 0]
        },
        Case("inotify_add_watch(3, \"d\", IN_CLOSE_WRITE|IN_MOVED_FROM|IN_MOVED_TO) = 1", 1) {
            [3, $0.text("d"), 0xc8]
        },
        Case(
            "statx(3, \"\", AT_STATX_SYNC_AS_STAT, STATX_ALL, NULL) = -1 EFAULT (Bad address)", -14
        ) { [3, $0.text(""), 0, 0xfff, 0] },
        Case("select(70, [3 5 64], NULL, [], {tv_sec=0, tv_usec=1}) = 1", 1) {
            [
                70, $0.integers([UInt64(0x28), 0x41]), 0, $0.integers([UInt64(0), 0x40]),
                timespec($0, 0, 1),
            ]
        },
        Case(
            "waitid(P_PIDFD, 4, {si_signo=SIGCHLD, si_code=CLD_KILLED, si_pid=7, si_uid=0, si_status=SIGKILL, si_utime=2, si_stime=1}, WEXITED, NULL) = 0"
        ) {
            [
                3, 4,
                $0.structure(
                    size: 128,
                    [(0, 4, 17), (8, 4, 2), (16, 4, 7), (24, 4, 9), (32, 8, 2), (40, 8, 1)]), 4, 0,
            ]
        },
        Case("waitid(P_ALL, 0, {}, WNOHANG|WEXITED, NULL) = 0") {
            [0, 0, $0.structure(size: 128, []), 5, 0]
        },
        Case(
            "rt_sigtimedwait([USR1], {si_signo=SIGUSR1, si_code=SI_QUEUE, si_pid=7, si_uid=0, si_int=5, si_ptr=0x5}, NULL, 8) = 10",
            10
        ) {
            [
                $0.integers([UInt64(1 << 9)]),
                $0.structure(size: 128, [(0, 4, 10), (8, 4, 0xffff_ffff), (16, 4, 7), (24, 8, 5)]),
                0, 8,
            ]
        },
        Case(
            "sendmsg(5, {msg_name=NULL, msg_namelen=0, msg_iov=NULL, msg_iovlen=0, msg_control=[{cmsg_len=28, cmsg_level=SOL_SOCKET, cmsg_type=SCM_CREDENTIALS, cmsg_data={pid=7, uid=0, gid=100}}, {cmsg_len=24, cmsg_level=SOL_SOCKET, cmsg_type=SCM_RIGHTS, cmsg_data=[6, 7]}], msg_controllen=56, msg_flags=0}, 0) = 0"
        ) {
            let control = $0.structure(
                size: 56,
                [
                    (0, 8, 28), (8, 4, 1), (12, 4, 2), (16, 4, 7), (24, 4, 100), (32, 8, 24),
                    (40, 4, 1), (44, 4, 1), (48, 4, 6), (52, 4, 7),
                ])
            return [5, $0.structure(size: 56, [(32, 8, control), (40, 8, 56)]), 0]
        },
        Case(
            "ioctl(3, FS_IOC_FIEMAP, {fm_start=0, fm_length=9, fm_flags=0, fm_mapped_extents=1, fm_extent_count=2, ...} => {fm_start=0, fm_length=9, fm_flags=0, fm_mapped_extents=1, fm_extent_count=2, fm_extents=[{fe_logical=1, fe_physical=2, fe_length=3, fe_flags=FIEMAP_EXTENT_LAST, ...}], ...}) = 0"
        ) {
            [
                3, 0xc020_660b,
                $0.structure(
                    size: 144,
                    [
                        (8, 8, 9), (20, 4, 1), (24, 4, 2), (32, 8, 1), (40, 8, 2), (48, 8, 3),
                        (72, 4, 1),
                    ]),
            ]
        },
        Case("mknodat(AT_FDCWD, \"null\", S_IFCHR|0666, makedev(0x1, 0x3)) = 0") {
            [cwd, $0.text("null"), 0o020666, 259]
        },
        Case("socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 5", 5) { _ in [16, 3, 0] },
        Case("socket(AF_UNIX, SOCK_STREAM, 0) = 5", 5) { _ in [1, 1, 0] },
        Case("socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 5", 5) { _ in [2, 1, 0] },
        Case("msgget(77, 0600) = 5", 5) { _ in [77, 0o600] },
        Case("msgget(77, IPC_CREAT|IPC_EXCL|0600) = 5", 5) { _ in [77, 0o3600] },
        Case("shmget(IPC_PRIVATE, 4096, 000) = 5", 5) { _ in [0, 4096, 0] },
        Case("getgroups(4, []) = 0") { [4, $0.integers([UInt32(1), 2, 3, 4])] },
        Case("getgroups(4, [1, 2]) = 2", 2) { [4, $0.integers([UInt32(1), 2, 3, 4])] },
        Case(
            "bind(5, {sa_family=AF_PACKET, sll_protocol=htons(ETH_P_ALL), sll_ifindex=1, sll_hatype=0, sll_pkttype=PACKET_HOST, sll_halen=0, sll_addr=\"\"}, 20) = 0"
        ) { [5, $0.place([17, 0, 0, 3, 1] + [UInt8](repeating: 0, count: 15)), 20] },
        Case(
            "bind(5, {sa_family=AF_VSOCK, svm_cid=VMADDR_CID_ANY, svm_port=0x400, svm_flags=0}, 16) = 0"
        ) {
            [5, $0.place([40, 0, 0, 0, 0, 4, 0, 0, 255, 255, 255, 255, 0, 0, 0, 0]), 16]
        },
        Case("fcntl(50, F_SETFD, FD_CLOEXEC) = 0") { _ in [50, 2, 1] },
    ]

    static let others: [Case] = [
        Case("poll([{fd=3, events=POLLIN}], 1, 100) = 0") {
            [$0.structure(size: 8, [(0, 4, 3), (4, 2, 1)]), 1, 100]
        },
        Case("poll([{fd=3, events=POLLIN, revents=POLLIN}], 1, -1) = 1", 1) {
            [$0.structure(size: 8, [(0, 4, 3), (4, 2, 1), (6, 2, 1)]), 1, signed(-1)]
        },
        Case("nanosleep({tv_sec=0, tv_nsec=500000}, NULL) = 0") { [timespec($0, 0, 500_000), 0] },
        Case("clock_nanosleep(CLOCK_MONOTONIC, 0, {tv_sec=0, tv_nsec=499581}, NULL) = 0") {
            [1, 0, timespec($0, 0, 499_581), 0]
        },
        Case("clock_gettime(CLOCK_MONOTONIC, {tv_sec=4151, tv_nsec=726752873}) = 0") {
            [1, timespec($0, 4151, 726_752_873)]
        },
        Case("epoll_create1(EPOLL_CLOEXEC) = 8", 8) { _ in [cloexec] },
        Case("epoll_wait(8, [], 8, 0) = 0") { [8, $0.storage("events", size: 96), 8, 0] },
        Case("eventfd2(5, EFD_CLOEXEC) = 9", 9) { _ in [5, cloexec] },
        Case("timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC|TFD_NONBLOCK) = 11", 11) { _ in
            [1, 0o2_004_000]
        },
        Case(
            "timerfd_settime(11, 0, {it_interval={tv_sec=0, tv_nsec=0}, it_value={tv_sec=1, tv_nsec=500}}, NULL) = 0"
        ) { [11, 0, $0.integers([Int64(0), 0, 1, 500]), 0] },
        Case("rt_sigprocmask(SIG_BLOCK, [INT TERM], NULL, 8) = 0") {
            [0, $0.integers([UInt64(1 << 14 | 1 << 1)]), 0, 8]
        },
        Case("kill(12911, SIGTERM) = 0") { _ in [12911, 15] },
        Case("prlimit64(0, RLIMIT_NOFILE, NULL, {rlim_cur=20000, rlim_max=20000}) = 0") {
            [0, 7, 0, $0.integers([UInt64(20000), 20000])]
        },
        Case(
            "mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, 0, 0x1000) = -1 ENODEV (No such device)", -19
        ) {
            _ in [0, 4096, 1, 2, 0, 0x1000]
        },
        Case("getpid() = 12911", 12911) { _ in [] },
        Case(#"uname({sysname="Linux", release="6.1", machine="", ...}) = 0"#) {
            var bytes = [UInt8](repeating: 0, count: 390)
            bytes.replaceSubrange(0..<5, with: Array("Linux".utf8))
            bytes.replaceSubrange(130..<133, with: Array("6.1".utf8))
            return [$0.place(bytes)]
        },
    ]

    @Test(.enabled(if: Architecture.host == .x86_64), arguments: files + vectors + sockets + others)
    func showsACallAsStraceDoes(_ example: Case) {
        #expect(shown(example.call, result: example.result, example.arguments) == example.expected)
    }

    /// Of what a call changes both contents are shown, where they differ.
    @Test(.enabled(if: Architecture.host == .x86_64))
    func whatACallChangesIsShownTwice() {
        let copy = shown("copy_file_range", result: 4096) { fixture in
            let offset = fixture.integers([Int64(4096)])
            return ([3, offset, 4, 0, 4096, 0], [(offset, [UInt8](repeating: 0, count: 8))])
        }
        #expect(copy == "copy_file_range(3, [0] => [4096], 4, NULL, 4096, 0) = 4096")
        let unchanged = shown("copy_file_range") { fixture in
            let offset = fixture.integers([Int64(0)])
            return ([3, offset, 4, 0, 4096, 0], [(offset, [UInt8](repeating: 0, count: 8))])
        }
        #expect(unchanged == "copy_file_range(3, [0], 4, NULL, 4096, 0) = 0")
        let select = shown("select") { fixture in
            let time = fixture.integers([Int64(0), 0])
            let wait = [UInt8](repeating: 0, count: 8) + [0x10, 0x27, 0, 0, 0, 0, 0, 0]
            return ([0, 0, 0, 0, time], [(time, wait)])
        }
        #expect(
            select
                == "select(0, NULL, NULL, NULL, {tv_sec=0, tv_usec=10000} => {tv_sec=0, tv_usec=0}) = 0"
        )
        let name = shown("getsockname") { fixture in
            let length = fixture.integers([UInt32(2)])
            return ([5, fixture.place([1, 0, 9, 9]), length], [(length, [128, 0, 0, 0])])
        }
        #expect(name == "getsockname(5, {sa_family=AF_UNIX}, [128] => [2]) = 0")
        let poll = shown("poll", result: 1) { fixture in
            let list = fixture.structure(size: 8, [(0, 4, 3), (4, 2, 1), (6, 2, 1)])
            return ([list, 1, signed(-1)], [(list, [3, 0, 0, 0, 1, 0, 0, 0])])
        }
        #expect(
            poll
                == "poll([{fd=3, events=POLLIN}] => [{fd=3, events=POLLIN, revents=POLLIN}], 1, -1) = 1"
        )
    }

    /// The kernel has read the vector, and filled none of its buffers.
    @Test func aFailedCallShowsWhatItWasGiven() {
        let shown = shown("preadv2", result: -22) { fixture in
            let block = fixture.storage("block", size: 8)
            return [0, fixture.integers([block, 1]), 1, 0, 0, 0x40]
        }
        #expect(shown.hasPrefix("preadv2(0, [{iov_base=&block, iov_len=1}], 1, 0"))
        #expect(shown.hasSuffix(" = -1 EINVAL (Invalid argument)"))
    }

    /// On purpose not as strace: the names of the program's storage stand for addresses.
    @Test func addressesOfStorageGoByItsName() {
        let read = shown("read", result: -9) { [77, $0.storage("block", size: 64) + 16, 48] }
        #expect(read == "read(77, &block+16, 48) = -1 EBADF (Bad file descriptor)")
        let end = shown("read", result: -9) { [77, $0.storage("block", size: 64) + 64, 0] }
        #expect(end == "read(77, &block+64, 0) = -1 EBADF (Bad file descriptor)")
        let nameless = shown("read", result: -9) { [77, $0.place([1, 2]) + 1, 0] }
        #expect(nameless == "read(77, &data+1, 0) = -1 EBADF (Bad file descriptor)")
    }

    @Test func directoryEntriesAreReadable() {
        let shown = shown("getdents64", result: 56) {
            var bytes: [UInt8] = []
            for (name, type) in [(".", UInt8(4)), ("file", 8)] {
                let size = name == "." ? 24 : 32
                bytes += [UInt8](repeating: 1, count: 16) + [UInt8(size), 0, type]
                bytes += Array(name.utf8)
                bytes += [UInt8](repeating: 0, count: size - 19 - name.utf8.count)
            }
            return [8, $0.place(bytes + [UInt8](repeating: 9, count: 100)), 1024]
        }
        let inode = UInt64(0x0101_0101_0101_0101)
        let first = #"{d_ino=\#(inode), d_type=DT_DIR, d_name=".", ...}"#
        let second = #"{d_ino=\#(inode), d_type=DT_REG, d_name="file", ...}"#
        #expect(shown == "getdents64(8, [\(first), \(second)], 1024) = 56")
    }

    @Test(arguments: [
        ("00000000000000000000000000000000", "::"), ("00000000000000000000000000000001", "::1"),
        ("20010db8000000000000000000000001", "2001:db8::1"),
        ("20010db8000000010000000000000001", "2001:db8:0:1::1"),
        ("00000000000000000000ffff7f000001", "::ffff:127.0.0.1"),
        ("00010002000300040005000600070008", "1:2:3:4:5:6:7:8"),
        ("0001000000030004000500060007000f", "1:0:3:4:5:6:7:f"),
        ("00000001000000000000000000000000", "0:1::"),
    ])
    func ipv6(hex: String, expected: String) {
        let digits = Array(hex)
        let bytes = stride(from: 0, to: 32, by: 2).map {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)!
        }
        #expect(Catalog.Format.ipv6(bytes) == expected)
    }
}
