/*
 * Whether the kernel, or a filter in front of it, makes the calls that an engine needs: asked before anything depends
 * on them.
 *
 * Input: this process. Output: the first call that is refused. Invariant: the process is as it was before.
 */
#define _GNU_SOURCE
#include "acall_calls.h"

#include "acall_memory.h"

#include <errno.h>
#include <linux/futex.h>
#include <signal.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

const char *acall_refused_call(int *error, int waits_for_signals) {
    static uint32_t word;
    static const uint64_t none;
    static const struct timespec now;
    uint64_t old[4];
    long process = syscall(SYS_getpid);
    if (process < 0) return *error = errno, "getpid";
    long thread = syscall(SYS_gettid);
    if (thread < 0) return *error = errno, "gettid";
    if (syscall(SYS_tgkill, process, thread, 0) < 0) return *error = errno, "tgkill";
    if (syscall(SYS_futex, &word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, 1) < 0) return *error = errno, "futex";
    if (syscall(SYS_rt_sigaction, SIGTERM, 0, old, 8) < 0) return *error = errno, "rt_sigaction";
    if (syscall(SYS_rt_sigprocmask, SIG_BLOCK, 0, old, 8) < 0) return *error = errno, "rt_sigprocmask";
    if (waits_for_signals && syscall(SYS_rt_sigtimedwait, &none, 0, &now, 8) < 0 && errno != EAGAIN && errno != EINTR)
        return *error = errno, "rt_sigtimedwait";
    return 0;
}

void acall_probe_handler(int signal) {
    if (signal <= 0) return;
    int was_blocked = acall_thread_admit_cancel(signal);
    if (acall_signal_send(acall_thread_id(), signal) == 0) acall_signal_drain();
    if (was_blocked) acall_thread_refuse_cancel(signal);
}
