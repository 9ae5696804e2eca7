// Details of the language and its reports, each by a program of a few lines.

import Foundation
import Testing

@Suite struct DetailTests {
    private func run(_ text: String, _ arguments: String...) throws -> Ended {
        let scratch = try Scratch()
        defer { scratch.remove() }
        _ = try scratch.file("p.acall", text)
        return try Tool.acall(["p.acall"] + arguments, in: scratch.url)
    }

    @Test func aCallByNumberIsShownWithItsNumber() throws {
        let known = try run("pid = syscall(SYS_getpid)\n").errorText
        #expect(known.contains("pid  syscall(SYS_getpid) = "), "\(known)")
        let close = try run("syscall(SYS_fsync, 1) allow EINVAL, EROFS\n").errorText
        #expect(close.contains("syscall(SYS_fsync, 1) = "), "\(close)")
        let unknown = try run("syscall(999, 1) expect ENOSYS\n").errorText
        #expect(unknown.contains("syscall(999, 0x1, 0, 0, 0, 0, 0) = "), "\(unknown)")
    }

    @Test func aTimeoutSaysHowLongItWas() throws {
        let text = """
            var ends: int[2]
            var b: bytes[8]
            var ms: int = 50
            pipe2(ends, 0)
            m = read(ends[0], b) timeout ms * 1ms allow ETIMEDOUT
            n = read(ends[0], b) timeout 50ms

            """
        let ended = try run(text).errorText
        #expect(ended.contains("= -1 ETIMEDOUT (timed out after 50.0ms)"), "\(ended)")
        #expect(ended.contains("= -1 ETIMEDOUT (timed out) "), "\(ended)")
        #expect(ended.contains("read: ETIMEDOUT: timed out after 50.0ms"), "\(ended)")
        #expect(!ended.contains("Connection"), "\(ended)")
    }

    @Test func fcntlsThirdArgumentIsNamedWhereItIsANumber() throws {
        let ended = try run(
            """
            fd = memfd_create("x", MFD_ALLOW_SEALING)
            fcntl(fd, F_ADD_SEALS, 10)
            fcntl(fd, F_SETFD, FD_CLOEXEC)

            """
        ).errorText
        #expect(ended.contains("fcntl(3, F_ADD_SEALS, F_SEAL_SHRINK|F_SEAL_WRITE) = 0"), "\(ended)")
        #expect(ended.contains("fcntl(3, F_SETFD, FD_CLOEXEC) = 0"), "\(ended)")
    }

    @Test func aDescriptorIsZeroOrMore() throws {
        let ended = try run("input f: fd\nfsync(f)\n", "f=-1")
        #expect(ended.status == 2)
        #expect(ended.errorText.contains("the number of an open descriptor, 0 or more, not -1"))
    }

    @Test func aFieldCanBeAnOutputByItself() throws {
        let ended = try run(
            "var name: utsname\nuname(name)\noutput name.sysname as text\n")
        #expect(ended.errorText.contains("\nsysname = \"Linux\"\n"), "\(ended.errorText)")
    }

    @Test func aRetryWaitsForAComputedTime() throws {
        let ended = try run(
            """
            var ms: int = 20
            openat(AT_FDCWD, "nowhere", O_RDONLY) retry ENOENT up to 2 after ms * 1ms expect ENOENT

            """)
        #expect(ended.status == 0, "\(ended.errorText)")
        #expect(ended.errorText.contains("nanosleep({tv_sec=0, tv_nsec=20000000}"))
    }

    /// Each message's data is its own, and the zeroes behind the last are no message.
    @Test func controlMessagesHaveData() throws {
        let ended = try run(
            """
            var pair: int[2]
            var mark: bytes[1]
            var space: bytes[256]
            var one: int = 1
            socketpair(AF_UNIX, SOCK_STREAM, 0, pair)
            setsockopt(pair[1], SOL_SOCKET, SO_PASSCRED, one)
            var rights: cmsg_rights = {len: 24, level: SOL_SOCKET, type: SCM_RIGHTS, fds: [pair[0], 1]}
            var letter: msghdr = {iov: [mark], control: &rights, controllen: sizeof(rights)}
            var reply: msghdr = {iov: [mark], control: &space, controllen: sizeof(space)}
            sendmsg(pair[0], letter)
            recvmsg(pair[1], reply)
            var messages: int
            var total: int
            for message in records(space, cmsghdr) {
                messages += 1
                total += sizeof(message.data)
            }
            output messages
            output total

            """)
        #expect(ended.status == 0, "\(ended.errorText)")
        // Credentials have 12 bytes, two descriptors 8.
        #expect(ended.errorText.contains("messages = 2\ntotal = 20\n"), "\(ended.errorText)")
    }

    @Test func spawnIsDescribedByTheTool() throws {
        let scratch = try Scratch()
        defer { scratch.remove() }
        for name in ["spawn", "wait", "syscall", "records", "min", "max", "sizeof"] {
            let ended = try Tool.acall(["syscalls", name], in: scratch.url)
            #expect(ended.status == 0 && ended.text.hasPrefix(name + "("), "\(ended.errorText)")
        }
    }
}
