/*
 * Futexes, event descriptors and threads for the engine: the thinnest layer over libc and the
 * kernel. Input and output as in acall_threads.h. Invariant: no state but the count of forks.
 */
#define _GNU_SOURCE
#include "acall_threads.h"

#include "acall_calls.h"
#include "acall_memory.h"
#include "acall_testing.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <linux/membarrier.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SECOND 1000000000u

/* Where no futex can be had any more: a millisecond, or up to the deadline. */
static int64_t doze(uint64_t deadline, const uint32_t *cancel) {
    if (acall_monotonic_time() >= deadline) return -ETIMEDOUT;
    struct timespec pause = {0, 1000000};
    uint64_t args[6] = {(uintptr_t)&pause};
    return acall_window_call(SYS_nanosleep, args, cancel);
}

int64_t acall_futex_wait(uint32_t *word, uint32_t expected, uint64_t deadline,
                         const uint32_t *cancel) {
    struct timespec limit = {(time_t)(deadline / SECOND), (long)(deadline % SECOND)};
    uint64_t args[6] = {(uintptr_t)word, FUTEX_WAIT_BITSET | FUTEX_PRIVATE_FLAG, expected,
                        deadline == ACALL_FOREVER ? 0 : (uintptr_t)&limit, 0,
                        FUTEX_BITSET_MATCH_ANY};
    /* Who sleeps, for a wake that the kernel refuses: next to the word, on its line. */
    __atomic_store_n(&word[1], (uint32_t)acall_thread_id(), __ATOMIC_RELAXED);
    int64_t code = ACALL_FAULT(ACALL_FAULT_FUTEX_WAIT) ? -ENOSYS
                                                       : acall_window_call(SYS_futex, args, cancel);
    switch (code) {
    case 0: case -EAGAIN: case -ETIMEDOUT: case -EINTR: case -ECANCELED: return code;
    default: return doze(deadline, cancel);
    }
}

void acall_futex_wake(uint32_t *word, int count, uint32_t thread) {
    uint64_t args[6] = {(uintptr_t)word, FUTEX_WAKE | FUTEX_PRIVATE_FLAG, (uint64_t)count};
    for (int try = 0; try < 3; try++) {
        if (ACALL_FAULT(ACALL_FAULT_FUTEX_WAKE)) continue;
        if (acall_raw_syscall(SYS_futex, args) >= 0) return;
    }
    /* A filter that came while a thread slept: the cancel signal ends that sleep, and no more. */
    int signal = acall_signal_installed();
    if (signal && thread) acall_signal_send((int32_t)thread, signal);
}

int acall_event_make(void) {
    int error = ACALL_FAULT(ACALL_FAULT_EVENT);
    if (error) return -error;
    int event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return event < 0 ? -errno : event;
}

void acall_event_set(int event) {
    uint64_t one = 1;
    uint64_t args[6] = {(uint64_t)event, (uintptr_t)&one, 8};
    acall_raw_syscall(SYS_write, args);
}

void acall_event_clear(int event) {
    uint64_t count;
    uint64_t args[6] = {(uint64_t)event, (uintptr_t)&count, sizeof count};
    acall_raw_syscall(SYS_read, args);
}

void acall_event_close(int event) { close(event); }

int64_t acall_event_wait(int event, uint64_t deadline, const sigset_t *mask) {
    struct pollfd polled = {event, POLLIN, 0};
    struct timespec remaining;
    uint64_t now = acall_monotonic_time();
    uint64_t time = deadline > now ? deadline - now : 0;
    remaining.tv_sec = (time_t)(time / SECOND);
    remaining.tv_nsec = (long)(time % SECOND);
    int ready = ppoll(&polled, 1, deadline >= ACALL_UNTIL_A_SIGNAL ? 0 : &remaining, mask);
    return ready > 0 ? 0 : ready == 0 ? -ETIMEDOUT : -errno;
}

struct start {
    void (*run)(void *);
    void *context;
};

static void *begin(void *argument) {
    struct start start = *(struct start *)argument;
    free(argument);
    start.run(start.context);
    return 0;
}

/* 64 KiB, and what the machine's signal frames take beyond the ordinary. */
static size_t stack_size(void) {
    long frame = sysconf(_SC_MINSIGSTKSZ);
    size_t least = (size_t)PTHREAD_STACK_MIN;
    size_t size = 65536 + (frame > 4096 ? (size_t)frame : 0);
#if defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
    size *= 8;
#endif
#endif
    if (size < least * 2) size = least * 2;
    return (size + 4095) & ~(size_t)4095;
}

int acall_thread_start(uint64_t *handle, void (*run)(void *), void *context, int blocks) {
    int error = ACALL_FAULT(ACALL_FAULT_THREAD);
    if (error) return -error;
    struct start *start = malloc(sizeof *start);
    if (!start) return -ENOMEM;
    *start = (struct start){run, context};
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stack_size());
    sigset_t all, old;
    sigfillset(&all);
    if (blocks) pthread_sigmask(SIG_SETMASK, &all, &old);
    int caller = errno;
    errno = 0;
    error = pthread_create(&thread, &attributes, begin, start);
    /* libc says EAGAIN where the kernel had no memory, too. */
    if (error == EAGAIN && errno != 0) error = errno;
    errno = caller;
    if (blocks) pthread_sigmask(SIG_SETMASK, &old, 0);
    pthread_attr_destroy(&attributes);
    if (error) {
        free(start);
        return -error;
    }
    *handle = (uint64_t)(uintptr_t)thread;
    return 0;
}

uint64_t acall_thread_self(void) { return (uint64_t)(uintptr_t)pthread_self(); }

void acall_thread_join(uint64_t handle) { pthread_join((pthread_t)(uintptr_t)handle, 0); }

int acall_thread_join_ended(uint64_t handle) {
    return pthread_tryjoin_np((pthread_t)(uintptr_t)handle, 0) == 0;
}

int acall_thread_sleeps(int32_t thread) {
    char text[512], path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", thread);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 1;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) return 1;
    text[length] = 0;
    /* The state stands after the name, which may hold anything. */
    const char *name_end = strrchr(text, ')');
    return !name_end || name_end[1] != ' ' || name_end[2] != 'R';
}

int acall_heavy_fence_is_there(void) {
    return syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0;
}

void acall_heavy_fence(void) {
    /* Registered, it can't fail. */
    if (syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED, 0, 0) != 0) abort();
}

int acall_processor_count(void) {
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) count = CPU_COUNT(&allowed);
    return count < 1 ? 1 : (int)count;
}

void *acall_memory_get(size_t size) {
    void *memory = 0;
    if (ACALL_FAULT(ACALL_FAULT_MEMORY)) return 0;
    return posix_memalign(&memory, 128, size) == 0 ? memory : 0;
}

void *acall_memory_get_plain(size_t size) {
    return ACALL_FAULT(ACALL_FAULT_MEMORY) ? 0 : malloc(size);
}

void acall_memory_free(void *memory) { free(memory); }

/* No partner: it only counts. */
uint64_t acall_next_engine(void) {
    static uint64_t engines;
    return __atomic_add_fetch(&engines, 1, __ATOMIC_RELAXED);
}

uint32_t acall_forks;

static void count_fork(void) { __atomic_store_n(&acall_forks, acall_forks + 1, __ATOMIC_RELAXED); }

__attribute__((constructor)) static void watch_forks(void) { pthread_atfork(0, 0, count_fork); }
