// Groups of headers that can be included together.
//
// Invariant: the kernel's own headers come before libc's, which say some things differently (`O_LARGEFILE`).

enum Headers {
    /// The kernel's, in groups that don't clash.
    static let kernel: [CProgram] = [
        CProgram(headers: [
            "linux/types.h", "asm/errno.h", "linux/fcntl.h", "linux/stat.h", "linux/openat2.h",
            "linux/falloc.h", "linux/xattr.h", "linux/memfd.h", "linux/close_range.h",
            "linux/magic.h", "linux/fs.h", "linux/fiemap.h", "linux/mount.h", "linux/landlock.h",
            "linux/keyctl.h", "linux/io_uring.h", "linux/bpf.h", "linux/futex.h",
            "linux/membarrier.h", "linux/mempolicy.h", "linux/prctl.h", "linux/reboot.h",
            "linux/random.h", "linux/seccomp.h", "linux/capability.h", "linux/perf_event.h",
            "linux/kcmp.h", "linux/ioprio.h", "linux/aio_abi.h", "linux/userfaultfd.h",
            "linux/kexec.h", "linux/module.h", "linux/personality.h", "linux/securebits.h",
            "linux/quota.h", "linux/loop.h", "linux/nsfs.h", "linux/pidfd.h", "linux/eventpoll.h",
            "linux/inotify.h", "linux/fanotify.h", "linux/timerfd.h", "linux/eventfd.h",
            "linux/signalfd.h", "linux/sched.h", "linux/sched/types.h", "linux/wait.h",
            "asm/mman.h", "linux/mman.h", "asm/ioctls.h", "asm/termbits.h", "asm/poll.h",
            "linux/resource.h", "asm/socket.h", "asm/sockios.h", "linux/sockios.h", "linux/in.h",
            "linux/in6.h", "linux/tcp.h", "linux/udp.h", "linux/netlink.h", "linux/rtnetlink.h",
            "linux/if_packet.h", "linux/if_ether.h", "linux/if_alg.h", "linux/tls.h",
            "linux/net_tstamp.h", "asm/prctl.h", "linux/rseq.h", "linux/ptrace.h", "linux/lsm.h",
            "linux/utsname.h", "linux/sysinfo.h", "linux/uio.h", "linux/filter.h", "linux/utime.h",
            "linux/times.h", "linux/un.h", "asm/statfs.h", "asm/stat.h", "linux/mqueue.h",
            "asm/ldt.h", "linux/cachestat.h",
        ]),
        CProgram(headers: [
            "linux/types.h", "asm/signal.h", "asm/siginfo.h", "linux/time.h", "linux/timex.h",
            "linux/ipc.h", "linux/sem.h", "linux/shm.h", "linux/msg.h", "asm/termios.h",
        ]),
    ]

    static let libc = CProgram(
        headers: [
            "sys/types.h", "sys/socket.h", "netinet/in.h", "netinet/tcp.h", "netinet/udp.h",
            "sys/un.h", "fcntl.h", "unistd.h", "sys/stat.h", "sys/mman.h", "sys/wait.h",
            "sys/resource.h", "sys/epoll.h", "sys/eventfd.h", "sys/timerfd.h", "sys/signalfd.h",
            "sys/inotify.h", "sys/fanotify.h", "sys/file.h", "sys/mount.h", "sys/swap.h",
            "sys/reboot.h", "sys/ipc.h", "sys/shm.h", "sys/msg.h", "sys/sem.h", "sys/statvfs.h",
            "sys/random.h", "sys/timex.h", "sys/ptrace.h", "sys/prctl.h", "sys/syslog.h",
            "sys/ioctl.h", "sched.h", "signal.h", "time.h", "poll.h", "termios.h", "stdio.h",
            "errno.h", "dirent.h", "linux/vm_sockets.h",
        ], prelude: ["#define _GNU_SOURCE"])
}
