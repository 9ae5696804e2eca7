/*
 * The signals that cancel: their choice, their handler, the calling thread's mask and deadline.
 *
 * Input: a thread whose cancel flag the sender has set before it sends. Output: a thread that is
 * out of the system-call window, or that will find the flag set when it enters. One signal is
 * enough: before the window the flag is seen; in it, at or before the instruction, the handler
 * leads past the call; in the call, a pending signal ends every interruptible sleep, also one that
 * is only about to begin. Invariant: the handler touches nothing but the interrupted context and
 * the flag that it names.
 */
#define _GNU_SOURCE
#include "acall_calls.h"
#include "acall_memory.h"
#include "acall_testing.h"
#include "acall_window.h"

#include <errno.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

/* All windows of this program or library: the linker's names for the section's ends. */
extern const struct acall_window windows[] __asm__("__start_acall_windows")
    __attribute__((visibility("hidden")));
extern const struct acall_window windows_end[] __asm__("__stop_acall_windows")
    __attribute__((visibility("hidden")));

/* One bit for each signal that has the handler. Partner of the change: the loads in the others. */
static uint64_t installed;
static pthread_mutex_t installing = PTHREAD_MUTEX_INITIALIZER;

/* The deadline that the calling thread has armed. */
static _Thread_local struct acall_deadline *armed __attribute__((tls_model("initial-exec")));

/* A sanitizer's own code may be what the signal interrupts, with its locks held: the handler's atomics stay
   out of it, which `no_sanitize` alone does not say. */
#if defined(__has_attribute) && __has_attribute(disable_sanitizer_instrumentation)
#define ON_SIGNAL __attribute__((disable_sanitizer_instrumentation))
#else
#define ON_SIGNAL
#endif

/* The place that a window's field names. */
ON_SIGNAL static uintptr_t place(const int32_t *field) {
    return (uintptr_t)field + (uintptr_t)(intptr_t)*field;
}

/* The window that an interrupted thread is in, or has just left; there are few. */
ON_SIGNAL static const struct acall_window *window_around(uintptr_t at) {
    for (const struct acall_window *each = windows; each < windows_end; each++)
        if (at >= place(&each->begin) && at <= place(&each->end)) return each;
    return 0;
}

/* See acall_signal_pass_on. Set before another process knows of this one. */
static int passed_on, own_process;

void acall_signal_pass_on(int signal) {
    own_process = getpid();
    passed_on = signal;
}

ON_SIGNAL static void cancelled(int signal, siginfo_t *info, void *context) {
    if (info->si_code == SI_TIMER && armed && armed->is_armed) {
        uint32_t none = ACALL_GO_ON;
        /* Partner: the window's test, made by this very thread; a request that came before stands. */
        __atomic_compare_exchange_n(armed->flag, &none, ACALL_TIMED_OUT, 0, __ATOMIC_SEQ_CST,
                                    __ATOMIC_SEQ_CST);
    }
    if (passed_on && (info->si_code == SI_USER || info->si_code == SI_QUEUE)) {
        siginfo_t passed = {.si_signo = passed_on, .si_code = SI_QUEUE};
        passed.si_pid = own_process;
        passed.si_value.sival_int = signal;
        syscall(SYS_rt_sigqueueinfo, own_process, passed_on, &passed);
        return;
    }
    mcontext_t *machine = &((ucontext_t *)context)->uc_mcontext;
#if defined(__x86_64__)
    uintptr_t at = (uintptr_t)machine->gregs[REG_RIP];
    uintptr_t flag = (uintptr_t)machine->gregs[REG_R15];
#else
    uintptr_t at = (uintptr_t)machine->pc;
    uintptr_t flag = (uintptr_t)machine->regs[28];
#endif
    const struct acall_window *window = window_around(at);
    if (!window) return;
    /* Only where the flag can be set is there room for the note, see acall_take_arrival. */
    if (flag == (uintptr_t)&acall_never_cancelled) return;
    if (info->si_code == SI_TKILL)
        __atomic_store_n(&((uint32_t *)flag)[2], 1, __ATOMIC_RELAXED);
    if (at == place(&window->end)) return;
    /* Partner: the store of the flag by the sender of the signal; a late signal finds it clear. */
    if (__atomic_load_n((const uint32_t *)flag, __ATOMIC_ACQUIRE) == 0) return;
#if defined(__x86_64__)
    machine->gregs[REG_RIP] = (greg_t)place(&window->cancelled);
#else
    machine->pc = place(&window->cancelled);
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
    struct kernel_action old, action = {cancelled, SA_SIGINFO, 0, 0};
    int error = ACALL_FAULT(ACALL_FAULT_SIGACTION);
    if (error) return -error;
    if (syscall(SYS_rt_sigaction, signal, 0, &old, 8) < 0) return -errno;
    uint64_t bit = UINT64_C(1) << (signal - 1);
    if (installed & bit) return old.handler == cancelled ? signal : -EBUSY;
    if (old.handler) return -EBUSY;
#if defined(__x86_64__)
    extern void acall_window_restore(void);
    action.flags |= 0x04000000; /* SA_RESTORER */
    action.restorer = acall_window_restore;
#endif
    error = ACALL_FAULT(ACALL_FAULT_SIGACTION);
    if (error) return -error;
    if (syscall(SYS_rt_sigaction, signal, &action, 0, 8) < 0) return -errno;
    __atomic_store_n(&installed, installed | bit, __ATOMIC_SEQ_CST);
    return signal;
}

/* Under the lock. */
static int find(int signal) {
    if (signal && (signal < SIGRTMIN || signal > SIGRTMAX)) return -EINVAL;
    int result = -EBUSY;
    if (signal) {
        result = install(signal);
    } else {
        /* One that is in use already is as good as a new one. */
        for (int each = SIGRTMAX; result < 0 && each >= SIGRTMIN; each--)
            if (installed & UINT64_C(1) << (each - 1)) result = install(each);
        for (int each = SIGRTMAX - 1; result == -EBUSY && each > SIGRTMIN; each--)
            result = install(each);
    }
    return result;
}

int acall_signal_install(int signal) {
    pthread_mutex_lock(&installing);
    int result = find(signal);
    pthread_mutex_unlock(&installing);
    return result;
}

/* The shared engine's, under the lock: 0 before it was chosen; whether it is in use. */
static int shared_signal, shared_is_used;

int acall_signal_of_shared_engine(void) {
    pthread_mutex_lock(&installing);
    int result = find(shared_signal);
    if (result > 0) shared_signal = result;
    shared_is_used = 1;
    pthread_mutex_unlock(&installing);
    return result;
}

int acall_signal_choose(int signal) {
    if (signal == 0) return -EINVAL;
    pthread_mutex_lock(&installing);
    int result = shared_is_used && signal != shared_signal ? -EBUSY : find(signal);
    if (result > 0) shared_signal = result;
    pthread_mutex_unlock(&installing);
    return result > 0 ? 0 : result;
}

int acall_signal_installed(void) {
    uint64_t all = __atomic_load_n(&installed, __ATOMIC_SEQ_CST);
    return all ? 64 - __builtin_clzll(all) : 0;
}

int acall_signal_send(int32_t thread, int signal) {
    int error = ACALL_FAULT(ACALL_FAULT_SIGNAL);
    if (error) return -error;
    return syscall(SYS_tgkill, getpid(), thread, signal) < 0 ? -errno : 0;
}

void acall_signal_drain(void) { syscall(SYS_getppid); }

void acall_thread_block_signals(int signal) {
    sigset_t all;
    sigfillset(&all);
    if (signal) sigdelset(&all, signal);
    pthread_sigmask(SIG_SETMASK, &all, 0);
}

int acall_thread_admit_cancel(int signal) {
    sigset_t one, old;
    if (!signal) return 0;
    sigemptyset(&one);
    sigaddset(&one, signal);
    pthread_sigmask(SIG_UNBLOCK, &one, &old);
    return sigismember(&old, signal);
}

void acall_thread_refuse_cancel(int signal) {
    sigset_t one;
    if (!signal) return;
    sigemptyset(&one);
    sigaddset(&one, signal);
    pthread_sigmask(SIG_BLOCK, &one, 0);
}

int acall_deadline_arm(struct acall_deadline *deadline, uint32_t *flag, uint64_t time, int signal) {
    if (!signal) return -EAGAIN;
    int error = ACALL_FAULT(ACALL_FAULT_TIMER);
    if (error) return -error;
    if (!deadline->has_timer) {
        struct sigevent event = {.sigev_notify = SIGEV_THREAD_ID, .sigev_signo = signal};
        event._sigev_un._tid = acall_thread_id();
        if (syscall(SYS_timer_create, CLOCK_MONOTONIC, &event, &deadline->timer) < 0)
            return -errno;
        deadline->has_timer = 1;
    }
    acall_deadline_disarm(deadline);
    /* Zero would disarm it. */
    struct itimerspec when = {.it_value = {(time_t)(time / 1000000000u),
                                           (long)(time % 1000000000u) + (time == 0)}};
    deadline->flag = flag;
    deadline->is_armed = 1;
    armed = deadline;
    /* Only this thread's handler reads them: the order of the compiler is enough. */
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    if (syscall(SYS_timer_settime, deadline->timer, TIMER_ABSTIME, &when, 0) == 0) return 0;
    error = errno;
    acall_deadline_disarm(deadline);
    return -error;
}

/* A signal of the timer's is delivered before timer_settime has returned. */
void acall_deadline_disarm(struct acall_deadline *deadline) {
    if (!deadline->is_armed) return;
    deadline->is_armed = 0;
    armed = 0;
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    struct itimerspec never = {.it_value = {0, 0}};
    syscall(SYS_timer_settime, deadline->timer, 0, &never, 0);
}

void acall_deadline_free(struct acall_deadline *deadline) {
    acall_deadline_disarm(deadline);
    if (deadline->has_timer) syscall(SYS_timer_delete, deadline->timer);
    deadline->has_timer = 0;
}
