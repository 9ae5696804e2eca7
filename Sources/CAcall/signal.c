/*
 * The signal that cancels: its choice, its handler, the calling thread's mask for it.
 *
 * Input: a thread whose cancel flag the sender has set before it sends. Output: a thread that is
 * out of the system-call window, or that will find the flag set when it enters. One signal is
 * enough: before the window the flag is seen; in it, at or before the instruction, the handler
 * leads past the call; in the call, a pending signal ends every interruptible sleep, also one that
 * is only about to begin. Invariant: the handler touches nothing but the interrupted context and
 * the flag that it names.
 */
#define _GNU_SOURCE
#include "acall_memory.h"
#include "acall_threads.h"

#include <errno.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <ucontext.h>
#include <unistd.h>

extern const char acall_window_begin[], acall_window_end[], acall_window_cancelled[];

/* 0: not chosen yet. Partner of the store: itself, under `installing`. */
static int cancel_signal;
static pthread_mutex_t installing = PTHREAD_MUTEX_INITIALIZER;

__attribute__((no_sanitize("thread", "address"))) static void cancelled(int signal, siginfo_t *info,
                                                                        void *context) {
    (void)signal;
    (void)info;
    mcontext_t *machine = &((ucontext_t *)context)->uc_mcontext;
#if defined(__x86_64__)
    uintptr_t at = (uintptr_t)machine->gregs[REG_RIP];
    uintptr_t flag = (uintptr_t)machine->gregs[REG_RBX];
#else
    uintptr_t at = (uintptr_t)machine->pc;
    uintptr_t flag = (uintptr_t)machine->regs[19];
#endif
    if (at < (uintptr_t)acall_window_begin || at >= (uintptr_t)acall_window_end) return;
    /* Partner: the store of the flag by whoever sent the signal; a late signal finds it clear. */
    if (__atomic_load_n((const uint32_t *)flag, __ATOMIC_ACQUIRE) == 0) return;
#if defined(__x86_64__)
    machine->gregs[REG_RIP] = (greg_t)(uintptr_t)acall_window_cancelled;
#else
    machine->pc = (uintptr_t)acall_window_cancelled;
#endif
}

/* The kernel's own record: libc's call would put a sanitizer's or its own handler around ours. */
struct kernel_action {
    void (*handler)(int, siginfo_t *, void *);
    unsigned long flags;
    void (*restorer)(void);
    unsigned long mask;
};

static int install(int signal) {
    struct kernel_action action = {cancelled, SA_SIGINFO, 0, 0};
#if defined(__x86_64__)
    extern void acall_window_restore(void);
    action.flags |= 0x04000000; /* SA_RESTORER */
    action.restorer = acall_window_restore;
#endif
    return syscall(SYS_rt_sigaction, signal, &action, 0, 8) < 0 ? -errno : 0;
}

int acall_signal_install(void) {
    pthread_mutex_lock(&installing);
    int result = cancel_signal ? 0 : -EBUSY;
    for (int signal = SIGRTMAX - 1; result == -EBUSY && signal > SIGRTMIN; signal--) {
        struct kernel_action old;
        if (syscall(SYS_rt_sigaction, signal, 0, &old, 8) < 0 || old.handler) continue;
        result = install(signal);
        if (result == 0) __atomic_store_n(&cancel_signal, signal, __ATOMIC_SEQ_CST);
    }
    pthread_mutex_unlock(&installing);
    return result;
}

int acall_signal_send(int32_t thread) {
    int signal = __atomic_load_n(&cancel_signal, __ATOMIC_SEQ_CST);
    return syscall(SYS_tgkill, getpid(), thread, signal) < 0 ? -errno : 0;
}

/* The numbers of acall_signal_concerns. */
#if defined(__x86_64__)
enum { SIGTIMEDWAIT = 128, SIGSUSPEND = 130, PSELECT6 = 270, IO_PGETEVENTS = 333 };
enum { PPOLL = 271 };
#else
enum { SIGTIMEDWAIT = 137, SIGSUSPEND = 133, PSELECT6 = 72, IO_PGETEVENTS = 292 };
enum { PPOLL = 73 };
#endif

/* Copies without a fault where `from` is not mapped. */
static int read_own(uint64_t from, void *to, size_t size) {
    struct iovec local = {to, size}, remote = {(void *)(uintptr_t)from, size};
    return process_vm_readv(getpid(), &local, 1, &remote, 1, 0) == (ssize_t)size;
}

void acall_signal_admit(uint32_t nr, uint64_t *args, uint64_t *copy) {
    /* copy[0]: the mask; copy[1] and copy[2]: the {mask, size} that two of the calls want. */
    int nested = nr == PSELECT6 || nr == IO_PGETEVENTS;
    int first = nr == SIGTIMEDWAIT || nr == SIGSUSPEND;
    uint64_t *argument = &args[nested ? 5 : first ? 0 : nr == PPOLL ? 3 : 4];
    if (*argument == 0) return;
    if (nested) {
        if (!read_own(*argument, &copy[1], 16) || copy[1] == 0) return;
        if (!read_own(copy[1], &copy[0], 8)) return;
        copy[1] = (uintptr_t)&copy[0];
        *argument = (uintptr_t)&copy[1];
    } else {
        if (!read_own(*argument, &copy[0], 8)) return;
        *argument = (uintptr_t)&copy[0];
    }
    copy[0] &= ~(UINT64_C(1) << (__atomic_load_n(&cancel_signal, __ATOMIC_SEQ_CST) - 1));
}

void acall_signal_drain(void) { syscall(SYS_getppid); }

static void cancel_set(sigset_t *set) {
    sigemptyset(set);
    sigaddset(set, __atomic_load_n(&cancel_signal, __ATOMIC_SEQ_CST));
}

void acall_thread_block_signals(void) {
    sigset_t all;
    sigfillset(&all);
    sigdelset(&all, __atomic_load_n(&cancel_signal, __ATOMIC_SEQ_CST));
    pthread_sigmask(SIG_SETMASK, &all, 0);
}

int acall_thread_admit_cancel(void) {
    sigset_t one, old;
    cancel_set(&one);
    pthread_sigmask(SIG_UNBLOCK, &one, &old);
    return sigismember(&old, __atomic_load_n(&cancel_signal, __ATOMIC_SEQ_CST));
}

void acall_thread_refuse_cancel(void) {
    sigset_t one;
    cancel_set(&one);
    pthread_sigmask(SIG_BLOCK, &one, 0);
}
