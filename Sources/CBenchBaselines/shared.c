// Time, sleeping and futexes for the baselines.
#define _GNU_SOURCE
#include "shared.h"

#include <errno.h>
#include <linux/futex.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "baselines.h"

int64_t bench_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static int ascending(const void *a, const void *b) {
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

int64_t bench_median(int64_t *samples, long count) {
    qsort(samples, (size_t)count, sizeof *samples, ascending);
    return count > 0 ? samples[count / 2] : 0;
}

void bench_futex_wait(uint32_t *word, uint32_t value) {
    while (__atomic_load_n(word, __ATOMIC_ACQUIRE) == value)
        syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, 0, 0, 0);
}

void bench_futex_wake(uint32_t *word) { syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, 0, 0, 0); }

void bench_pause(int64_t nanoseconds) {
    const int64_t second = 1000000000;
    struct timespec duration = {.tv_sec = nanoseconds / second, .tv_nsec = nanoseconds % second};
    while (nanosleep(&duration, &duration) != 0) {
    }
}

int bench_place(int processor) {
    static cpu_set_t allowed;
    static int is_known;
    if (!is_known && sched_getaffinity(0, sizeof allowed, &allowed) < 0) return -errno;
    is_known = 1;
    cpu_set_t one;
    CPU_ZERO(&one);
    for (int each = 0, index = 0; each < CPU_SETSIZE; each++)
        if (CPU_ISSET(each, &allowed) && index++ == processor) CPU_SET(each, &one);
    int is_one = CPU_COUNT(&one) == 1;
    return sched_setaffinity(0, sizeof one, is_one ? &one : &allowed) < 0 ? -errno : 0;
}

int bench_processor_mask(uint64_t mask[16]) {
    for (int index = 0; index < 16; index++) mask[index] = 0;
    long size = syscall(SYS_sched_getaffinity, 0, 128, mask);
    return size < 0 ? -errno : (int)size;
}
