// Values shown by name, suggestions, and what `acall-run syscalls` prints.

import AcallCatalog
import Testing

@Suite struct TextTests {
    private let catalog = Catalog(architecture: .x86_64)

    @Test(
        arguments: [
            (0, "open", "O_RDONLY"), (0o2_000_000, "open", "O_RDONLY|O_CLOEXEC"),
            (0o2_000_001, "open", "O_WRONLY|O_CLOEXEC"), (3, "open", "O_ACCMODE"),
            (0o4_010_002, "open", "O_RDWR|O_SYNC"), (0o20_200_002, "open", "O_RDWR|O_TMPFILE"),
            (0x80801, "socket_type", "SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK"),
            (0x1_0000_0001, "socket_type", "SOCK_STREAM|0x100000000"),
            (0, "mmap_prot", "PROT_NONE"), (3, "mmap_prot", "PROT_READ|PROT_WRITE"),
            (0x22, "mmap_flags", "MAP_PRIVATE|MAP_ANONYMOUS"), (0, "msg_flags", "0"),
            (0x4040, "msg_flags", "MSG_DONTWAIT|MSG_NOSIGNAL"),
            (0x8000_0000, "accept4", "0x80000000"),
            (-1, "accept4", "SOCK_CLOEXEC|SOCK_NONBLOCK|0xfffffffffff7f7ff"),
            (2, "errno", "ENOENT"), (9999, "errno", "9999"), (-100, "directory", "AT_FDCWD"),
            (0x5413, "ioctl", "TIOCGWINSZ"), (0x12345678, "ioctl", "0x12345678"),
            (0x7ff, "statx_mask", "STATX_BASIC_STATS"), (17, "clone", "SIGCHLD"),
            (0x8001, "shmctl", "IPC_SET|0x8000"), (42, "no such set", "42"),
        ] as [(Int64, String, String)])
    func valuesAreShownByName(_ value: Int64, _ set: String, _ text: String) {
        #expect(catalog.format(value: value, set: set) == text)
    }

    /// The names and the bits left say the whole value, whatever it is.
    @Test func nothingOfAValueIsLost() throws {
        var generator = SeededGenerator(seed: 0x5eed)
        for name in catalog.constantSetNames {
            let set = try #require(catalog.constantSet(named: name))
            guard set.isFlags else { continue }
            for _ in 0..<20 {
                let value = Int64(bitPattern: generator.next())
                var sum: Int64 = 0
                for part in catalog.format(value: value, set: name).split(separator: "|") {
                    if part.hasPrefix("0x") {
                        sum |= Int64(bitPattern: try #require(UInt64(part.dropFirst(2), radix: 16)))
                    } else if part.first == "0" {
                        sum |= try #require(Int64(part, radix: 8))
                    } else {
                        sum |= try #require(catalog.constant(named: String(part))).value
                    }
                }
                #expect(sum == value, "\(name), seed 0x5eed")
            }
        }
    }

    @Test(
        arguments: [
            ("opneat", Catalog.Names.syscalls, "openat"), ("raed", .syscalls, "read"),
            ("fstatt", .syscalls, "fstat"), ("statt", .structures, "stat"),
            ("opnat", .syscalls, "openat"), ("O_CLOXEC", .constants, "O_CLOEXEC"),
            ("o_rdonly", .constants, "O_RDONLY"), ("ENOEN", .constants, "ENOENT"),
            ("O_CREATE", .members(ofSet: "open"), "O_CREAT"),
            ("st_sise", .fields(of: "stat"), "st_size"),
            ("sise", .fields(of: "stat"), "size"), ("sockadr_in", .structures, "sockaddr_in"),
            ("xyzzyplugh", .syscalls, nil), ("", .syscalls, nil), ("q", .constants, nil),
            ("anything", .fields(of: "no such structure"), nil),
            ("anything", .members(ofSet: "no such set"), nil),
        ] as [(String, Catalog.Names, String?)])
    func theNearestNameIsFound(_ name: String, _ names: Catalog.Names, _ nearest: String?) {
        #expect(catalog.nearest(name, among: names) == nearest)
    }

    @Test func theNearestDoesNotDependOnTheOrder() {
        let names = ["ends", "Block", "block", "bloc", "blocks"]
        #expect(catalog.nearest("blokc", among: names) == "block")
        #expect(catalog.nearest("blokc", among: names.reversed()) == "block")
        #expect(catalog.nearest("BLOCK", among: ["blocK", "BLOCk"]) == "BLOCk")
        #expect(catalog.nearest("block", among: [String]()) == nil)
        #expect(catalog.nearest(String(repeating: "x", count: 100_000), among: names) == nil)
    }

    @Test func everyCallIsDescribedInNarrowLines() throws {
        for architecture in Architecture.allCases {
            let catalog = Catalog(architecture: architecture)
            for name in catalog.syscallNames {
                let text = try #require(catalog.describe(syscall: name))
                let call = try #require(catalog.syscall(named: name))
                let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                #expect(words.contains(call.summary) && text.hasSuffix("\n"), "\(name)")
                #expect(words.contains(call.example), "\(name)")
                for parameter in call.parameters {
                    #expect(text.contains("  \(parameter.name) "), "\(name)")
                }
                for line in text.split(separator: "\n") {
                    #expect(line.utf8.count <= 80, "\(name): \(line)")
                }
            }
        }
    }

    @Test func aDescriptionSaysItAll() {
        #expect(
            catalog.describe(syscall: "pread") == """
                ssize_t pread(int fd, void *buf, size_t count, long offset)

                    Reads bytes at an offset.

                  also called pread64
                  number      17 on x86_64, 67 on aarch64
                  fd          a descriptor
                  buf         bytes, as many as count says, written
                  count       a number; taken from buf where left out, and left out first
                  offset      a number; the kernel says pos
                  returns     how many bytes
                  fully       can be written: repeats until count is done
                  example     n = pread(fd, buf, offset: 4096)

                """)
    }

    /// libc's `send` has four parameters.
    @Test func aNameHasItsOwnParameters() throws {
        let send = try #require(catalog.describe(syscall: "send"))
        #expect(send.hasPrefix("ssize_t send(int sockfd, const void *buf, size_t len,"))
        #expect(!send.prefix(100).contains("dest_addr"))
        #expect(send.contains("only given by name"))
        let timer = try #require(catalog.describe(syscall: "timerfd_settime"))
        #expect(
            timer.contains(
                "it_value is a point in time of CLOCK_MONOTONIC where flags has\n"), "\(timer)")
        let sleep = try #require(catalog.describe(syscall: "clock_nanosleep"))
        #expect(
            sleep.contains("a point in time of the clock clockid where flags has\n"))
        let times = try #require(catalog.describe(syscall: "utimensat"))
        #expect(times.contains("  a point in time of CLOCK_REALTIME\n"))
        let prctl = try #require(catalog.describe(syscall: "prctl"))
        #expect(prctl.contains("allowed where op is PR_GET_DUMPABLE"))
    }

    /// What has no row, and is called all the same.
    @Test func whatIsTheLanguagesOwnIsDescribedToo() throws {
        for builtin in Builtin.all {
            #expect(catalog.syscall(named: builtin.name) == nil, "\(builtin.name) has a row")
            let text = try #require(catalog.describe(syscall: builtin.name))
            #expect(text.hasPrefix(builtin.name + "("))
            #expect(text.contains("the language's own"))
            for line in text.split(separator: "\n") {
                #expect(line.utf8.count <= 80, "\(builtin.name): \(line)")
            }
        }
    }

    @Test func theListingHasALineForEachCall() throws {
        let lines = catalog.listing().split(separator: "\n")
        #expect(
            lines.count == catalog.syscallNames.count { catalog.syscall(named: $0)?.name == $0 }
                + Builtin.all.count)
        #expect(lines.contains { $0.hasPrefix("wait(child) ") })
        #expect(lines.contains { $0.hasPrefix("openat(dirfd, pathname, flags[, mode])") })
        #expect(lines.contains { $0.hasPrefix("close(fd) ") && $0.hasSuffix(" own") })
        let arm = Catalog(architecture: .aarch64).listing()
        #expect(
            arm.split(separator: "\n").contains {
                $0.hasPrefix("open(") && $0.hasSuffix(" not on aarch64")
            })
    }
}

/// A generator that gives the same numbers for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
