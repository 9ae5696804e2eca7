// Values as running programs have them: what fits where, errors as values, parts of arrays and of mappings.

import Acall
import Foundation
import Testing

@Suite struct ValueTests {
    /// A name that was looked up before, as a value, is the errno that it was.
    @Test func anErrnoIsExpectedAfterItWasAValue() throws {
        let report = try run(
            """
            f = open("/nope", O_RDONLY) allow ENOENT
            output none = f == -ENOENT
            g = open("/nope", O_RDONLY) expect ENOENT
            """)
        #expect(report.status == 0, "\(report.lines)")
        #expect(number(report, "none") == 1)
    }

    @Test func anErrnoIsExpectedAfterItWasAValueInYAMLToo() throws {
        let program = try Program(
            yaml: """
                acall: 1
                steps:
                  - {as: f, open: ['"/nope"', O_RDONLY], allow: ENOENT}
                  - assert: f == -ENOENT
                  - {as: g, open: ['"/nope"', O_RDONLY], expect: ENOENT}
                """)
        #expect(try Engine().runBlocking(program).status == 0)
    }

    /// The kernel's constants are bits, and -1 in an unsigned field is all of them.
    @Test func bitsFitWhereThereAreAsMany() throws {
        let report = try run(
            """
            var a: int = EPOLLET
            var b: epoll_event = {events: EPOLLET | EPOLLIN}
            var c: rlimit = {cur: RLIM_INFINITY, max: -1}
            var d: u32 = EPOLLET
            output a
            output b = b.events
            a = 0
            a = EPOLLET
            output again = a
            b.events = -1
            output all = b.events
            output none = c.rlim_cur == c.rlim_max
            output d
            """)
        #expect(number(report, "a") == -2_147_483_648)
        #expect(number(report, "again") == -2_147_483_648)
        #expect(number(report, "b") == 2_147_483_649)
        #expect(number(report, "all") == 4_294_967_295)
        #expect(number(report, "none") == 1)
        #expect(number(report, "d") == 2_147_483_648)
    }

    @Test func unsignedWordsAreComparedAsSuch() throws {
        let report = try run(
            """
            var x: u64 = 0xffffffffffffffff
            var y: u64 = 3
            output x
            output above = x > 0
            output order = x > y && y < x && x >= y && y <= x
            output reverse = x < y || y > x || x <= y || y >= x
            output same = x == 0xffffffffffffffff
            output low = (x & 0xff) / 5
            output half = y / 2
            var taken: int = 0
            if x > y { taken += 1 }
            if !(x <= y) { taken += 1 }
            if y >= x { taken += 10 }
            output taken
            """)
        #expect(report.status == 0, "\(report.lines)")
        #expect(report.lines.contains("x = 18446744073709551615"))
        for (name, value) in [
            ("above", 1), ("order", 1), ("reverse", 0), ("same", 1), ("low", 51), ("half", 1),
            ("taken", 2),
        ] as [(String, Int64)] {
            #expect(number(report, name) == value, "\(name)")
        }
    }

    /// What signed arithmetic can't take is a failure, and no other value.
    @Test(arguments: [
        "output r = x - 2", "output r = x << 1", "output r = x >> n", "output r = x + 1",
        "output r = x * 2", "output r = x + n - 1", "output r = 5 / x", "var l: long = x",
        "var i: int = x", "getpgid(x)", "var z: u64 = 0; z = n - 1",
    ])
    func unsignedWordsThatDoNotFitFail(_ line: String) throws {
        let report = try run(
            """
            var x: u64 = 0xffffffffffffffff
            var n: long = 0
            output before = n + 1
            \(line)
            """)
        #expect(report.status == 1, "\(report.lines)")
        #expect(report.lines.contains("value does not fit"), "\(report.lines)")
    }

    @Test func anInputHasTheSizeOfItsType() throws {
        let report = try run(
            """
            input n: int = 3
            input w: long = 1
            output s = sizeof(n) * 10 + sizeof(w)
            """)
        #expect(number(report, "s") == 48)
    }

    @Test func partsOfArraysAreSliced() throws {
        let report = try run(
            """
            input k: int = 2
            var f: int[4] = [1, 2, 3, 4]
            var ends: int[2]
            var got: int[4]
            pipe2(ends, 0)
            sent = write(ends[1], f[1..<k + 1])
            output sent
            read(ends[0], got[..<2])
            output first = got[0] * 10 + got[1]
            var p: pollfd[3] = [{fd: ends[0]}, {fd: ends[1], events: POLLOUT}, {fd: -1}]
            none = poll(p[..<1], timeout: 0)
            one = poll(p[..<k], timeout: 0)
            other = poll(p[1...], timeout: 0)
            output ready = none * 100 + one * 10 + other
            output size = sizeof(p[1...])
            """)
        #expect(report.status == 0, "\(report.lines)")
        #expect(number(report, "sent") == 8)
        #expect(number(report, "first") == 23)
        #expect(number(report, "ready") == 11)
        #expect(number(report, "size") == 16)
        let beyond = try run(
            "input k: int = 5\nvar f: int[4] = [1, 2, 3, 4]\nwrite(1, f[1..<k])")
        #expect(beyond.lines.contains("slice out of bounds: 1..<5 of 4 elements"))
        let bytes = try run(
            "input k: int = 17\nvar f: bytes[16] = \"a\"\nwrite(1, f[4..<k])")
        #expect(bytes.lines.contains("slice out of bounds: 4..<17 of 16 bytes"))
    }

    /// What is outside is told in what the program counts.
    @Test(arguments: [
        ("var a: int[4]\na[k] = 1", "element 5 is outside of 4 elements"),
        ("var a: bytes[3]\na[k] = 1", "element 5 is outside of 3 elements"),
        ("var p: pollfd[2]\np[k].fd = 1", "element 5 is outside of 2 elements"),
        ("var p: pollfd[2] = []\npoll(p, k, 0)", "5 is more than the 2 elements there"),
        ("var p: pollfd[2] = []\npoll(p[..<k], 0)", "slice out of bounds: 0..<5 of 2 elements"),
        ("var a: u16[1]\na[k] = 1", "element 5 is outside of 1 element"),
    ])
    func whatIsOutsideIsToldInElements(_ text: String, _ message: String) throws {
        let report = try run("input k: int = 5\n" + text)
        #expect(report.status == 1)
        #expect(report.lines.contains(message), "\(report.lines)")
    }

    /// Only what a call or a proc returned may be the number of an error.
    @Test(arguments: [
        ("var value: int = -1\nassert value >= 0", "value >= 0 (-1)"),
        ("input value: int = -13\nassert value == 0", "value == 0 (-13)"),
        ("var a: int[2] = [-2, 0]\nassert a[0] == a[1]", "a[0] == a[1] (-2 and 0)"),
        ("n = open(\"/nowhere\", O_RDONLY) allow ENOENT\nassert n >= 0", "n >= 0 (-2 (ENOENT))"),
        (
            "proc p() -> int {\n    n = open(\"/nowhere\", O_RDONLY) allow ENOENT\n    return n\n}\n"
                + "n = p()\nassert n >= 0", "n >= 0 (-2 (ENOENT))"
        ),
    ])
    func errorsAreNamedWhereTheyAreErrors(_ text: String, _ message: String) throws {
        let report = try run(text)
        #expect(report.status == 1)
        #expect(report.lines.contains(message), "\(report.lines)")
    }

    /// Its length is known only when it runs; the bytes outlive the mapping.
    @Test func aMappingOfAnyLengthIsAnOutput() throws {
        let path = try Host.file("hello, world")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let report = try run(
            """
            input path: path
            f = open(path, O_RDONLY)
            var st: stat
            fstat(f, st)
            page = mmap(null, st.size, PROT_READ, MAP_PRIVATE, f, 0)
            output text = page[..<5] as text
            output digits = page[..<2] as hex
            output whole = page as text
            output most = page[..<st.size - 1] as text
            task a { output inner = page[7..<st.size] as text }
            """, ["path": .text(path)])
        #expect(report.text == "hello", "\(report.lines)")
        for line in [
            "digits = 6865", "whole = \"hello, world\"", "most = \"hello, worl\"",
            "inner = \"world\"",
        ] {
            #expect(report.lines.contains(line), "\(line)")
        }
    }

    /// What the call leaves of it is not what the next pass waits for.
    @Test func aTimeThatACallChangesIsNewEachTime() throws {
        let report = try run(
            """
            input tenth: int = 2
            var first: timespec
            var last: timespec
            var none: pollfd[1] = [{fd: -1}]
            clock_gettime(CLOCK_MONOTONIC, first)
            for i in 0..<3 {
                ppoll(none, tmo_p: 20ms)
                ppoll(none, tmo_p: tenth * 10ms)
                select(0, null, null, null, 20ms)
                ppoll(none, tmo_p: {sec: 0, nsec: 20_000_000})
            }
            clock_gettime(CLOCK_MONOTONIC, last)
            output ms = (last.sec - first.sec) * 1000 + (last.nsec - first.nsec) / 1_000_000
            """)
        #expect(report.status == 0, "\(report.lines)")
        #expect(number(report, "ms") ?? 0 >= 239)
    }

    @Test func zeroFlagsAreLeftOut() throws {
        let report = try run(
            """
            f = memfd_create("x")
            ftruncate(f, 4096)
            q = mmap(null, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, f)
            msync(q)
            """)
        #expect(report.status == 0, "\(report.lines)")
    }

    @Test func structuresInStructuresHaveTheirFieldsByEitherName() throws {
        let report = try run(
            """
            var a: itimerspec = {it_interval: {sec: 1}, value: {tv_sec: 2}}
            var b: epoll_event = {data: {fd: 3}}
            output sum = a.it_interval.tv_sec * 100 + a.it_value.sec * 10 + b.data.fd
            """)
        #expect(number(report, "sum") == 123)
    }

    @Test func aChildIsWaitedForWithWaitid() throws {
        let report = try run(
            """
            child = spawn("/bin/sh", ["sh", "-c", "exit 7"])
            var si: siginfo
            waitid(P_PIDFD, child, si, WEXITED)
            output status = si.si_status
            """)
        #expect(number(report, "status") == 7, "\(report.lines)")
    }

    @Test func procsTakeLists() throws {
        let program = try Program(
            text: """
                input files: [path]
                input numbers: [int]
                proc each(files: [string], numbers: [int]) -> long {
                    var sum: long = 0
                    for n in numbers { sum += n }
                    parallel for f in files limit 2 { faccessat(AT_FDCWD, f, F_OK) }
                    return sum * 10 + sizeof(files)
                }
                sum = each(files, numbers)
                output sum
                """)
        let report = try Engine().runBlocking(
            program, ["files": ["/", "/proc"], "numbers": .integers([1, 2, 3])])
        #expect(number(report, "sum") == 62, "\(report.lines)")
    }
}
