// Threads that wake, sleep and are interrupted.
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "baselines.h"
#include "shared.h"

struct table {
    uint32_t ping __attribute__((aligned(128)));
    uint32_t pong __attribute__((aligned(128)));
    long count;
    int processor;
    /* What the other thread makes its calls on before it answers; null: it makes none. */
    const char *path;
};

static void *answer(void *argument) {
    struct table *table = argument;
    bench_place(table->processor);
    for (uint32_t i = 0; i < (uint32_t)table->count; i++) {
        bench_futex_wait(&table->ping, i);
        if (table->path && bench_chain_serial(table->path, 1) < 0) table->path = NULL;
        __atomic_store_n(&table->pong, i + 1, __ATOMIC_RELEASE);
        bench_futex_wake(&table->pong);
    }
    return NULL;
}

static int64_t round_trips(long count, int64_t gap, int processor, const char *path) {
    struct table table = {.count = count, .processor = processor, .path = path};
    pthread_t other;
    if (count < 1 || count > INT_MAX) return -EINVAL;
    int64_t *samples = calloc((size_t)count, sizeof *samples);
    if (samples == NULL) return -ENOMEM;
    int64_t result = -pthread_create(&other, NULL, answer, &table);
    for (uint32_t i = 0; result >= 0 && i < (uint32_t)count; i++) {
        bench_pause(gap);
        int64_t start = bench_now();
        __atomic_store_n(&table.ping, i + 1, __ATOMIC_RELEASE);
        bench_futex_wake(&table.ping);
        bench_futex_wait(&table.pong, i);
        samples[i] = bench_now() - start;
    }
    if (result >= 0) {
        pthread_join(other, NULL);
        result = path && !table.path ? -EIO : bench_median(samples, count);
    }
    free(samples);
    return result;
}

int64_t bench_ping_pong(long count, int64_t gap, int processor) {
    return round_trips(count, gap, processor, NULL);
}

int64_t bench_chain_elsewhere(const char *path, long count, int64_t gap) {
    return round_trips(count, gap, -1, path);
}

static void *doze(void *argument) {
    bench_pause(*(const int64_t *)argument);
    return NULL;
}

int64_t bench_sleepers(long count, int64_t duration) {
    pthread_attr_t attributes;
    pthread_t *threads = calloc((size_t)count + 1, sizeof *threads);
    if (threads == NULL) return -ENOMEM;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 64 << 10);
    int64_t result = 0, start = bench_now();
    long started = 0;
    for (; started < count; started++) {
        result = -pthread_create(&threads[started], &attributes, doze, &duration);
        if (result < 0) break;
    }
    for (long i = 0; i < started; i++) pthread_join(threads[i], NULL);
    int64_t end = bench_now();
    pthread_attr_destroy(&attributes);
    free(threads);
    return result < 0 ? result : end - start;
}

struct reader {
    int fd;
    pid_t thread;
    long count;
    int processor;
    uint32_t ready __attribute__((aligned(128)));
    uint32_t done __attribute__((aligned(128)));
};

static void on_signal(int number) { (void)number; }

static void *read_until_interrupted(void *argument) {
    struct reader *reader = argument;
    char byte;
    bench_place(reader->processor);
    // A caller's thread may have the signal blocked, and a new thread inherits that.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGRTMIN + 4);
    pthread_sigmask(SIG_UNBLOCK, &signals, NULL);
    reader->thread = (pid_t)syscall(SYS_gettid);
    for (uint32_t i = 0; i < (uint32_t)reader->count; i++) {
        __atomic_store_n(&reader->ready, i + 1, __ATOMIC_RELEASE);
        bench_futex_wake(&reader->ready);
        while (read(reader->fd, &byte, 1) >= 0 || errno != EINTR) {
        }
        __atomic_store_n(&reader->done, i + 1, __ATOMIC_RELEASE);
        bench_futex_wake(&reader->done);
    }
    return NULL;
}

/// Sends the signal again where it is not answered: it may have come before the read had begun.
static void interrupt(struct reader *reader, uint32_t round) {
    struct timespec patience = {.tv_nsec = 20000000};
    while (__atomic_load_n(&reader->done, __ATOMIC_ACQUIRE) == round) {
        syscall(SYS_tgkill, getpid(), reader->thread, SIGRTMIN + 4);
        syscall(SYS_futex, &reader->done, FUTEX_WAIT_PRIVATE, round, &patience, NULL, 0);
    }
}

int64_t bench_interrupt(long count, int processor) {
    struct sigaction action = {.sa_handler = on_signal}, before;
    int ends[2];
    pthread_t thread;
    if (count < 1 || count > INT_MAX || pipe(ends) != 0) return count < 1 ? -EINVAL : -errno;
    struct reader reader = {.fd = ends[0], .count = count, .processor = processor};
    int64_t *samples = calloc((size_t)count, sizeof *samples);
    sigaction(SIGRTMIN + 4, &action, &before);
    int64_t result = -ENOMEM;
    if (samples != NULL) result = -pthread_create(&thread, NULL, read_until_interrupted, &reader);
    for (uint32_t i = 0; result >= 0 && i < (uint32_t)count; i++) {
        bench_futex_wait(&reader.ready, i);
        // Long enough for the reader to be asleep in its read.
        bench_pause(300000);
        int64_t start = bench_now();
        interrupt(&reader, i);
        samples[i] = bench_now() - start;
    }
    if (result >= 0) {
        pthread_join(thread, NULL);
        result = bench_median(samples, count);
    }
    sigaction(SIGRTMIN + 4, &before, NULL);
    close(ends[0]);
    close(ends[1]);
    free(samples);
    return result;
}
