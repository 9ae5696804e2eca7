// What the kernel may write: programs whose sizes are known only when they run stop before the call, and no byte
// around the storage changes.

import Acall
import Foundation
import Testing

@Suite struct SizeRunTests {
    /// A program between two canaries, which it writes to a file when it ends, well or not.
    private func guarded(
        _ declarations: String, _ text: String, n: Int64, _ file: String
    ) throws -> RunReport {
        try run(
            """
            input n: long
            input file: path
            var before: bytes[64] = [1, 2, 3]
            \(declarations)
            var after: bytes[64] = [4, 5, 6]
            kept = openat(AT_FDCWD, file, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)
            var ends: int[2]
            socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)
            defer pwrite(kept, after, offset: 64)
            defer pwrite(kept, before, offset: 0)
            \(text)
            """, ["n": .integer(n), "file": .text(file)])
    }

    private static let canaries: [UInt8] =
        [1, 2, 3] + Array(repeating: 0, count: 61) + [4, 5, 6] + Array(repeating: 0, count: 61)

    /// Each takes more than there is where `n` is large, and no more where it is small.
    static let programs: [(small: Int64, large: Int64, declarations: String, text: String)] = [
        (
            4, 232, "var tiny: bytes[4]",
            "var len: int = n\ngetsockopt(ends[0], SOL_SOCKET, SO_TYPE, tiny, len)"
        ),
        (
            2, 200, "var tiny: u8[2]",
            """
            l = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC)
            var len: int = n
            getsockopt(l, IPPROTO_TCP, TCP_INFO, tiny, len)
            """
        ),
        (8, 64, "var short: bytes[8]", "var len: int = n\ngetsockname(ends[0], short, len)"),
        (8, 64, "var short: bytes[8]", "var len: int = n\ngetpeername(ends[0], short, len)"),
        (
            16, 60, "var a: bytes[16]",
            "var v: iovec = {base: &a, len: n}\nwrite(ends[0], after)\nreadv(ends[1], v, 1)"
        ),
        (
            1, 3, "var a: bytes[16]\nvar v: iovec[2] = [{base: &a}, {base: &a}]",
            "write(ends[0], after)\nreadv(ends[1], v, n)"
        ),
        (
            16, 17, "var a: bytes[16]",
            "var v: iovec = {base: &a, len: n}\nwritev(ends[1], v, 1)"
        ),
        (
            4, 64, "var c: bytes[4]",
            """
            var b: bytes[8]
            var m: msghdr = {iov: [b], control: &c, controllen: n}
            write(ends[0], "hello")
            recvmsg(ends[1], m)
            """
        ),
        (
            4, 64, "var c: bytes[4]",
            """
            var b: bytes[8]
            write(ends[0], "hello")
            recvmsg(ends[1], {iov: [b], name: &c, namelen: n})
            """
        ),
        (
            1, 2, "var b: bytes[8]",
            """
            var m: msghdr = {iov: [b], iovlen: n}
            write(ends[0], "hello")
            recvmsg(ends[1], m)
            """
        ),
        (
            8, 9, "var b: bytes[8]",
            """
            var v: iovec = {base: &b, len: n}
            var m: mmsghdr[1] = [{hdr: {iov: &v}}]
            write(ends[0], "hello")
            recvmmsg(ends[1], m)
            """
        ),
        (
            0, 1, "var small: bytes[8] = [1]",
            "q = msgget(IPC_PRIVATE, 0600)\ndefer msgctl(q, IPC_RMID)\nmsgsnd(q, small, n)"
        ),
        (
            8, 32, "var got: bytes[16]",
            """
            q = msgget(IPC_PRIVATE, 0600)
            defer msgctl(q, IPC_RMID)
            var sent: bytes[32] = [1]
            msgsnd(q, sent, 8)
            msgrcv(q, got, n)
            """
        ),
        (
            64, 65, "var set: u64[1] = [0]",
            "select(n, set, null, null, 1ms)"
        ),
        (
            4096, 8193, "var vec: bytes[2]",
            "page = mmap(null, 16KiB, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS)\nmincore(page[..<n], vec: vec)"
        ),
        (
            1, 2, "var map: fiemap = {}\nvar tail: fiemap_extent",
            "map.fm_length = 1\nmap.fm_extent_count = n - 1\nioctl(kept, FS_IOC_FIEMAP, map) allow EOPNOTSUPP"
        ),
        (
            8, 9, "var ids: bytes[64]",
            "var size: u32 = n * 8\nlsm_list_modules(ids, size, 0) allow ENOSYS, E2BIG, EOPNOTSUPP"
        ),
        (
            0, 128, "var handle: file_handle = {}",
            """
            handle.handle_bytes = n
            var id: int
            name_to_handle_at(AT_FDCWD, "/", handle, id) allow EOVERFLOW, EOPNOTSUPP, EPERM
            """
        ),
    ]

    @Test(arguments: programs.indices)
    func whatIsTooMuchStopsBeforeTheCall(_ index: Int) throws {
        let program = Self.programs[index]
        for (n, isRight) in [(program.small, true), (program.large, false)] {
            let file = try Host.file("")
            defer { try? FileManager.default.removeItem(atPath: file) }
            let report = try guarded(program.declarations, program.text, n: n, file)
            if isRight {
                #expect(report.status == 0, "\(program.text): \(report.failures)")
            } else {
                #expect(report.status == 1 && report.kinds == ["bounds"], "\(program.text)")
            }
            let kept = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
            #expect(kept == Self.canaries, "\(program.text), n = \(n)")
        }
    }

    /// The kernel says how long an address is, also where it is longer than the room: the next attempt sees that.
    @Test func aLengthThatTheKernelWroteBackIsLookedAtAgain() throws {
        let file = try Host.file("")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let text = """
            var name: sockaddr_un = {family: AF_UNIX, path: "\\0a-name-that-is-long"}
            a = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC)
            b = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC)
            var there: sockaddr_un
            var none: sockaddr_un = {family: AF_UNIX}
            bind(b, none, 2)
            var size: int = sizeof(there)
            getsockname(b, there, size)
            bind(a, name)
            var block: bytes[8]
            sendto(a, "1", dest_addr: there, addrlen: size)
            sendto(a, "2", dest_addr: there, addrlen: size)
            """
        let own = try guarded(
            "var short: bytes[8]",
            text
                + "\nfor i in 0..<2 { recvfrom(b, block, src_addr: short) expect 1 }", n: 0, file)
        #expect(own.status == 0, "\(own.failures)")
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) == Self.canaries)
        let shared = try guarded(
            "var short: bytes[8]",
            text
                + "\nvar len: int = 8\n"
                + "for i in 0..<2 { recvfrom(b, block, src_addr: short, addrlen: len) expect 1 }",
            n: 0, file)
        #expect(shared.status == 1)
        #expect(shared.failures.first?.contains("`src_addr`, which has 8") == true)
        #expect(shared.count(of: "recvfrom") == 1)
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) == Self.canaries)
    }

    /// The same of structures that stand in the call: each pass finds them as they are written.
    @Test func structuresInACallAreAsTheyAreWritten() throws {
        let file = try Host.file("")
        defer { try? FileManager.default.removeItem(atPath: file) }
        for receive in [
            "recvmsg(b, {iov: [block], name: &short})",
            "recvmmsg(b, [{hdr: {iov: [block], name: &short}}])",
        ] {
            let report = try guarded(
                "var short: bytes[8]",
                """
                var name: sockaddr_un = {family: AF_UNIX, path: "\\0a-name-that-is-long"}
                a = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC)
                b = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC)
                var there: sockaddr_un
                var none: sockaddr_un = {family: AF_UNIX}
                bind(b, none, 2)
                var size: int = sizeof(there)
                getsockname(b, there, size)
                bind(a, name)
                var block: bytes[8]
                for i in 0..<3 {
                    sendto(a, "1", dest_addr: there, addrlen: size)
                    \(receive) expect 1
                }
                """, n: 0, file)
            #expect(report.status == 0, "\(receive): \(report.failures)")
            #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) == Self.canaries)
        }
    }

    /// What a call put into an `iovec` points to nothing that the program names.
    @Test func aPointerThatACallWroteIsNotFollowed() throws {
        let file = try Host.file("")
        defer { try? FileManager.default.removeItem(atPath: file) }
        let report = try guarded(
            "var v: iovec = {}",
            """
            var raw: u64[2] = [0x10000000, 16]
            write(ends[0], raw)
            read(ends[1], v)
            write(ends[0], "hello")
            readv(ends[1], v, 1)
            """, n: 0, file)
        #expect(report.status == 1)
        #expect(report.kinds == ["bounds"], "\(report.failures)")
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) == Self.canaries)
    }

    /// Chains of many items have tables of their own, and see those of the chain that started them.
    @Test func pointersOfOtherChainsAreKnown() throws {
        let report = try run(
            """
            input n: long
            var shared: bytes[8] = [1]
            var outer: iovec = {base: &shared, len: n}
            parallel for i in 0..<4 {
                var own: bytes[8]
                var v: iovec = {base: &own, len: n}
                var ends: int[2]
                pipe2(ends, O_CLOEXEC)
                writev(ends[1], outer, 1) expect 8
                readv(ends[0], v, 1) expect 8
                assert own[0] == 1
            }
            """, ["n": .integer(8)])
        #expect(report.status == 0, "\(report.failures)")
    }

    /// A length input of 200 ended the runner.
    @Test func aLengthOfTheInputsIsNoEndOfTheRunner() throws {
        let report = try run(
            """
            input n: int = 200
            l = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC)
            var info: tcp_info
            var len: int = n
            getsockopt(l, IPPROTO_TCP, TCP_INFO, info, len)
            output state = info.state
            """, ["n": .integer(200)])
        #expect(report.status == 0, "\(report.failures)")
        #expect(number(report, "state") == 7)
    }
}

extension RunReport {
    /// Of each failure.
    fileprivate var kinds: [String] {
        (object["failures"] as? [[String: Any]] ?? []).compactMap { $0["kind"] as? String }
    }
}
