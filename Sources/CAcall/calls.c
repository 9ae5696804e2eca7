/*
 * System calls that need care: those with a signal mask or a relative time, those made once only.
 *
 * Input: a call and its thread's cancel flag. Output: its result as if no signal but a request to
 * stop had ever come. Invariant: the caller's memory is not changed: masks and times are copied.
 */
#define _GNU_SOURCE
#include "acall_calls.h"

#include "acall_memory.h"

#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { MASK = ACALL_CALL_HAS_MASK, TIME = ACALL_CALL_HAS_TIME, ONCE = ACALL_CALL_IS_MADE_ONCE };

/* The kernel itself stores the time that remains for select, pselect6 and ppoll. */
const uint8_t acall_call_table[512] = {
#include "generated_calls.h"
};

_Thread_local uint32_t acall_restart_count;

/* Copies without a fault where `from` is not mapped. */
static int read_own(uint64_t from, void *to, size_t size) {
    struct iovec local = {to, size}, remote = {(void *)(uintptr_t)from, size};
    return process_vm_readv(getpid(), &local, 1, &remote, 1, 0) == (ssize_t)size;
}

/* Where a call's mask is copied to: itself, and the {address, size} that two of the calls want. */
struct mask_copy {
    uint64_t mask, pair[2];
};

/*
 * Puts in the place of the mask that `args` name a copy without the cancel signal. A mask that
 * can't be read is left to the kernel to refuse.
 */
static void admit(uint64_t nr, uint64_t *args, struct mask_copy *copy, int signal) {
    int nested = nr == SYS_pselect6 || nr == SYS_io_pgetevents;
    int first = nr == SYS_rt_sigtimedwait || nr == SYS_rt_sigsuspend;
    uint64_t *argument = &args[nested ? 5 : first ? 0 : nr == SYS_ppoll ? 3 : 4];
    if (*argument == 0) return;
    if (nested) {
        if (!read_own(*argument, copy->pair, 16) || copy->pair[0] == 0) return;
        if (!read_own(copy->pair[0], &copy->mask, 8)) return;
        copy->pair[0] = (uintptr_t)&copy->mask;
        *argument = (uintptr_t)copy->pair;
    } else {
        if (!read_own(*argument, &copy->mask, 8)) return;
        *argument = (uintptr_t)&copy->mask;
    }
    copy->mask &= ~(UINT64_C(1) << (signal - 1));
}

/* Which argument is a relative time in milliseconds; -1: none. */
static int milliseconds(uint64_t nr) {
#if defined(__x86_64__)
    if (nr == SYS_poll) return 2;
    if (nr == SYS_epoll_wait) return 3;
#endif
    return nr == SYS_epoll_pwait ? 3 : -1;
}

/* Which argument is the address of a relative time as a timespec; -1: none. */
static int timespec_argument(uint64_t nr, const uint64_t *args) {
    switch (nr) {
    case SYS_nanosleep: return 0;
    case SYS_clock_nanosleep: return args[1] & 1 /* TIMER_ABSTIME */ ? -1 : 2;
    case SYS_futex: return (args[1] & FUTEX_CMD_MASK) == FUTEX_WAIT ? 3 : -1;
    case SYS_rt_sigtimedwait: return 2;
    case SYS_semtimedop: case 441: return 3;
    case SYS_recvmmsg: case SYS_io_getevents: case SYS_io_pgetevents: return 4;
    default: return -1;
    }
}

/*
 * For a call that was interrupted, so that the kernel has read its time: puts in its place what
 * remains after `passed` ns.
 */
static void shorten(uint64_t nr, uint64_t *args, const uint64_t *original, uint64_t passed,
                    struct timespec *remaining) {
    int place = milliseconds(nr);
    if (place >= 0) {
        int32_t whole = (int32_t)original[place];
        int64_t left = (int64_t)whole - (int64_t)(passed / 1000000);
        if (whole > 0) args[place] = left > 0 ? (uint64_t)left : 0;
        return;
    }
    place = timespec_argument(nr, original);
    if (place < 0 || original[place] == 0) return;
    const struct timespec *whole = (const struct timespec *)(uintptr_t)original[place];
    /* As the kernel reads it: its owner may write to it meanwhile. */
    struct timespec left = {
        __atomic_load_n(&whole->tv_sec, __ATOMIC_RELAXED) - (time_t)(passed / 1000000000),
        __atomic_load_n(&whole->tv_nsec, __ATOMIC_RELAXED) - (long)(passed % 1000000000)};
    if (left.tv_nsec < 0) {
        left.tv_sec--;
        left.tv_nsec += 1000000000;
    }
    if (left.tv_sec < 0) left = (struct timespec){0, 0};
    *remaining = left;
    args[place] = (uintptr_t)remaining;
}

int64_t acall_careful_call(uint64_t nr, const uint64_t *original, const uint32_t *cancel,
                           uint32_t traits, int signal) {
    struct mask_copy copy;
    struct timespec remaining;
    uint64_t args[6];
    for (int index = 0; index < 6; index++) args[index] = original[index];
    uint64_t start = traits & TIME ? acall_monotonic_time() : 0;
    if (traits & MASK) admit(nr, args, &copy, signal);
    while (1) {
        int64_t code = acall_window_call(nr, args, cancel);
        if (code != -EINTR || traits & ONCE) return code;
        /* Partner: the store by the requesting thread; made before its signal was sent. */
        if (__atomic_load_n(cancel, __ATOMIC_ACQUIRE) != ACALL_GO_ON) return code;
        acall_note_restart();
        if (traits & TIME) shorten(nr, args, original, acall_monotonic_time() - start, &remaining);
    }
}

int64_t acall_ask_copy(void *to, const void *from, uint64_t count) {
    struct iovec here = {to, count}, there = {(void *)from, count};
    const uint64_t args[6] = {(uint64_t)getpid(), (uint64_t)(uintptr_t)&here, 1, (uint64_t)(uintptr_t)&there, 1, 0};
    return acall_raw_syscall(SYS_process_vm_readv, args);
}
