/*
 * SIGPIPE and SIGXFSZ, which the kernel sends beside the errnos EPIPE and EFBIG, kept from a thread of a process that
 * knows nothing of it.
 *
 * Input: a thread that is about to run a program's calls, and has run them. Output: its mask and its pending signals
 * as they were. Invariant: the process's handlers are not touched, and a signal that a process sent arrives.
 */
#define _GNU_SOURCE
#include "acall_calls.h"

#include <errno.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int acall_call_may_raise(uint32_t nr) {
    switch (nr) {
    case SYS_write: case SYS_pwrite64: case SYS_writev: case SYS_pwritev: case SYS_pwritev2:
    case SYS_sendto: case SYS_sendmsg: case SYS_sendmmsg: case SYS_sendfile: case SYS_splice:
    case SYS_tee: case SYS_vmsplice: case SYS_copy_file_range: case SYS_truncate:
    case SYS_ftruncate: case SYS_fallocate: case SYS_ioctl: case SYS_io_submit:
    case 426: /* io_uring_enter */
#ifdef SYS_creat
    case SYS_creat:
#endif
        return 1;
    default: return 0;
    }
}

static uint64_t bit(int signal) { return UINT64_C(1) << (signal - 1); }

/* Bits of what acall_quiet_begin returns: the signals to be taken, and those to be let through again. */
enum { PIPE_TAKEN = 1, FILE_TAKEN = 2, PIPE_BLOCKED = 4, FILE_BLOCKED = 8 };

uint32_t acall_quiet_begin(void) {
    int caller = errno;
    const uint64_t both = bit(SIGPIPE) | bit(SIGXFSZ);
    uint64_t old = 0, pending = 0;
    if (syscall(SYS_rt_sigprocmask, SIG_BLOCK, &both, &old, 8) != 0) return 0;
    /* One that was blocked before may have been sent before, too. */
    if (old & both) syscall(SYS_rt_sigpending, &pending, 8);
    uint32_t quiet = 0;
    if (!(pending & bit(SIGPIPE))) quiet |= PIPE_TAKEN;
    if (!(pending & bit(SIGXFSZ))) quiet |= FILE_TAKEN;
    if (!(old & bit(SIGPIPE))) quiet |= PIPE_BLOCKED;
    if (!(old & bit(SIGXFSZ))) quiet |= FILE_BLOCKED;
    errno = caller;
    return quiet;
}

void acall_quiet_end(uint32_t quiet) {
    const uint64_t taken = (quiet & PIPE_TAKEN ? bit(SIGPIPE) : 0) | (quiet & FILE_TAKEN ? bit(SIGXFSZ) : 0);
    const uint64_t blocked =
        (quiet & PIPE_BLOCKED ? bit(SIGPIPE) : 0) | (quiet & FILE_BLOCKED ? bit(SIGXFSZ) : 0);
    const struct timespec now = {0, 0};
    int caller = errno;
    int others[2] = {0, 0};
    while (taken) {
        siginfo_t info;
        long signal = syscall(SYS_rt_sigtimedwait, &taken, &info, &now, 8);
        if (signal < 0 && errno == EINTR) continue;
        if (signal < 0) break;
        /* What the kernel raises for a call is told as if the process had sent it to itself. */
        if (info.si_code != SI_USER || info.si_pid != getpid()) others[signal == SIGXFSZ] = 1;
    }
    if (others[0]) kill(getpid(), SIGPIPE);
    if (others[1]) kill(getpid(), SIGXFSZ);
    if (blocked) syscall(SYS_rt_sigprocmask, SIG_UNBLOCK, &blocked, 0, 8);
    errno = caller;
}
