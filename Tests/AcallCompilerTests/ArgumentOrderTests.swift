// Positional arguments: a call means what the same call with names means, in both spellings.

import Testing

@testable import AcallCompiler
@testable import AcallImage
@testable import AcallSyntax

@Suite struct ArgumentOrderTests {
    private static let head = """
        input s: fd
        input a: int
        var b: bytes[16] = "0123456789"
        var fds: pollfd[2] = [{fd: s, events: POLLIN}, {fd: s}]
        var evs: epoll_event[4]
        var there: sockaddr_in = {family: AF_INET}
        var mask: bytes[128]
        var groups: u32[8]
        var pair: iovec[1] = [{base: &b, len: 4}]
        page = mmap(null, 64KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)

        """

    /// What is written, and what it means.
    static let pairs: [(String, String)] = [
        ("send(s, \"abc\", 0)", "sendto(sockfd: s, buf: \"abc\", flags: 0)"),
        ("send(s, \"abc\", 3, 0)", "sendto(sockfd: s, buf: \"abc\", len: 3, flags: 0)"),
        ("send(s, b, MSG_NOSIGNAL)", "sendto(sockfd: s, buf: b, flags: MSG_NOSIGNAL)"),
        ("sendto(s, b, 0, there)", "sendto(sockfd: s, buf: b, flags: 0, dest_addr: there)"),
        (
            "sendto(s, b, 4, 0, there)",
            "sendto(sockfd: s, buf: b, len: 4, flags: 0, dest_addr: there)"
        ),
        (
            "sendto(s, b, 4, 0, there, 16)",
            "sendto(sockfd: s, buf: b, len: 4, flags: 0, dest_addr: there, addrlen: 16)"
        ),
        ("getrandom(b, 0)", "getrandom(buf: b, flags: 0)"),
        ("getrandom(b, 8, 0)", "getrandom(buf: b, buflen: 8, flags: 0)"),
        (
            "setxattr(\"p\", \"user.y\", b, 0)",
            "setxattr(path: \"p\", name: \"user.y\", value: b, flags: 0)"
        ),
        (
            "setxattr(\"p\", \"user.y\", b, 3, XATTR_CREATE)",
            "setxattr(path: \"p\", name: \"user.y\", value: b, size: 3, flags: XATTR_CREATE)"
        ),
        ("recv(s, b, MSG_DONTWAIT)", "recvfrom(sockfd: s, buf: b, flags: MSG_DONTWAIT)"),
        ("recv(s, b)", "recvfrom(sockfd: s, buf: b)"),
        ("recv(s, b, flags: 10)", "recvfrom(sockfd: s, buf: b, flags: 10)"),
        ("recv(s, b, 10, flags: 0)", "recvfrom(sockfd: s, buf: b, len: 10, flags: 0)"),
        ("pread(s, b, 0)", "pread64(fd: s, buf: b, offset: 0)"),
        ("pread(s, b, a)", "pread64(fd: s, buf: b, offset: a)"),
        ("pread(s, b, 8, 4096)", "pread64(fd: s, buf: b, count: 8, offset: 4096)"),
        ("poll(fds, 0)", "poll(fds: fds, timeout: 0)"),
        ("poll(fds, 1)", "poll(fds: fds, timeout: 1)"),
        ("poll(fds, 1, 10)", "poll(fds: fds, nfds: 1, timeout: 10)"),
        ("poll(fds[..<1], 10ms)", "poll(fds: fds[..<1], timeout: 10)"),
        ("epoll_wait(s, evs, 16)", "epoll_wait(epfd: s, events: evs, timeout: 16)"),
        (
            "epoll_wait(s, evs, 2, 16)",
            "epoll_wait(epfd: s, events: evs, maxevents: 2, timeout: 16)"
        ),
        (
            "epoll_pwait(s, evs, 2, 16, [SIGINT])",
            "epoll_pwait(epfd: s, events: evs, maxevents: 2, timeout: 16, sigmask: [SIGINT])"
        ),
        (
            "epoll_pwait(s, evs, 16, [SIGINT])",
            "epoll_pwait(epfd: s, events: evs, timeout: 16, sigmask: [SIGINT])"
        ),
        ("vmsplice(s, [\"a\", \"b\"], 0)", "vmsplice(fd: s, iov: [\"a\", \"b\"], flags: 0)"),
        ("vmsplice(s, pair, 1, 0)", "vmsplice(fd: s, iov: pair, nr_segs: 1, flags: 0)"),
        ("read(s, b, 8)", "read(fd: s, buf: b, count: 8)"),
        ("write(1, \"abc\", 3)", "write(fd: 1, buf: \"abc\", count: 3)"),
        ("write(1, b[..<0])", "write(fd: 1, buf: b[..<0])"),
        (
            "preadv2(s, [b], 0, RWF_HIPRI)",
            "preadv2(fd: s, iov: [b], offset: 0, flags: RWF_HIPRI)"
        ),
        (
            "preadv2(s, [b], 1, 0, RWF_HIPRI)",
            "preadv2(fd: s, iov: [b], iovcnt: 1, offset: 0, flags: RWF_HIPRI)"
        ),
        ("pwritev(s, [b], 0)", "pwritev(fd: s, iov: [b], offset: 0)"),
        ("accept4(s, null, SOCK_CLOEXEC)", "accept4(sockfd: s, addr: null, flags: SOCK_CLOEXEC)"),
        ("accept4(s, null, null, 0)", "accept4(sockfd: s, addr: null, addrlen: null, flags: 0)"),
        ("sched_getaffinity(0, mask)", "sched_getaffinity(pid: 0, mask: mask)"),
        ("sched_getaffinity(0, 8, mask)", "sched_getaffinity(pid: 0, cpusetsize: 8, mask: mask)"),
        ("getgroups(groups)", "getgroups(list: groups)"),
        ("getgroups(2, groups)", "getgroups(size: 2, list: groups)"),
        ("getgroups(0, null)", "getgroups(size: 0, list: null)"),
        ("mprotect(page, PROT_READ)", "mprotect(addr: page, prot: PROT_READ)"),
        ("mprotect(page, 4096, PROT_READ)", "mprotect(addr: page, len: 4096, prot: PROT_READ)"),
        ("msync(page, MS_SYNC)", "msync(addr: page, flags: MS_SYNC)"),
        ("madvise(page, MADV_NORMAL)", "madvise(addr: page, advice: MADV_NORMAL)"),
        (
            "mremap(page, 128KiB, MREMAP_MAYMOVE)",
            "mremap(old_address: page, new_size: 128KiB, flags: MREMAP_MAYMOVE)"
        ),
        (
            "mremap(page, 64KiB, 128KiB, MREMAP_MAYMOVE)",
            "mremap(old_address: page, old_size: 64KiB, new_size: 128KiB, flags: MREMAP_MAYMOVE)"
        ),
        ("mq_timedsend(s, b, 3)", "mq_timedsend(mqdes: s, msg_ptr: b, msg_prio: 3)"),
        ("signalfd4(-1, [SIGINT], 0)", "signalfd4(fd: -1, mask: [SIGINT], flags: 0)"),
        (
            "ppoll(fds, 1, 10ms, null)",
            "ppoll(fds: fds, nfds: 1, tmo_p: 10ms, sigmask: null)"
        ),
        ("rt_sigtimedwait([SIGUSR1], null, 0s)", "rt_sigtimedwait(set: [SIGUSR1], timeout: 0s)"),
    ]

    /// What a run would do, and with which bytes.
    private func meaning(_ name: String, _ bytes: [UInt8]) throws -> [[UInt8]] {
        let (image, diagnostics) = Compiled.image(name, bytes)
        let wrong = diagnostics.list.filter { $0.severity == .error }.map(\.message)
        #expect(wrong == [], "\(String(decoding: bytes, as: UTF8.self))")
        let compiled = try #require(image)
        return compiled.records.map(ImageTests.words) + [compiled.data]
    }

    @Test(arguments: pairs.indices)
    func positionsMeanTheirNames(_ index: Int) throws {
        let (short, named) = Self.pairs[index]
        let one = try meaning("p.acall", Array((Self.head + short).utf8))
        let other = try meaning("p.acall", Array((Self.head + named).utf8))
        #expect(one == other, "\(short) is \(named)")
    }

    /// The other spelling, and what the formatter makes of it, mean the same.
    @Test(arguments: pairs.indices)
    func bothSpellingsMeanTheSame(_ index: Int) throws {
        let text = Array((Self.head + Self.pairs[index].0).utf8)
        var diagnostics = Diagnostics(SourceText(name: "p.acall", bytes: text))
        let tree = SyntaxTree(parsing: diagnostics.source, into: &diagnostics)
        let yaml = tree.printedAsYAML()
        let wanted = try meaning("p.acall", text)
        #expect(try meaning("p.yaml", yaml) == wanted)
        var found = Diagnostics(SourceText(name: "p.yaml", bytes: yaml))
        let twin = SyntaxTree(readingYAML: found.source, into: &found)
        #expect(try meaning("p.acall", Array(twin.printedAsText().utf8)) == wanted)
    }
}
