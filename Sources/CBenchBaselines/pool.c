// A thread pool as it is usually written: one mutex, a queue in, one out, two condition variables.
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "baselines.h"

enum { MOST_WORKERS = 64 };

struct pool {
    pthread_mutex_t lock;
    pthread_cond_t submitted, completed;
    long *queue, *results;
    unsigned depth, queued, taken, done;
    /// The submitter waits until no more than this many are not done.
    unsigned awaited;
    int idle, waiting, ended;
};

static void *work(void *argument) {
    struct pool *pool = argument;
    pthread_mutex_lock(&pool->lock);
    for (;;) {
        while (pool->taken == pool->queued && !pool->ended) {
            pool->idle++;
            pthread_cond_wait(&pool->submitted, &pool->lock);
            pool->idle--;
        }
        if (pool->taken == pool->queued) break;
        long number = pool->queue[pool->taken++ % pool->depth];
        pthread_mutex_unlock(&pool->lock);
        long result = syscall(number);
        pthread_mutex_lock(&pool->lock);
        pool->results[pool->done++ % pool->depth] = result;
        if (pool->waiting && pool->queued - pool->done <= pool->awaited)
            pthread_cond_signal(&pool->completed);
    }
    pthread_mutex_unlock(&pool->lock);
    return NULL;
}

/// With the lock held: until no more than so many are not done.
static void wait_until(struct pool *pool, unsigned awaited) {
    pool->awaited = awaited;
    pool->waiting = 1;
    while (pool->queued - pool->done > awaited) pthread_cond_wait(&pool->completed, &pool->lock);
    pool->waiting = 0;
}

/// Submits all; a full queue is waited for until it is half empty, so that one wake serves many.
static void submit_all(struct pool *pool, long count) {
    for (long i = 0; i < count; i++) {
        pthread_mutex_lock(&pool->lock);
        if (pool->queued - pool->done == pool->depth) wait_until(pool, pool->depth / 2);
        pool->queue[pool->queued++ % pool->depth] = SYS_getppid;
        int wake = pool->idle > 0;
        pthread_mutex_unlock(&pool->lock);
        if (wake) pthread_cond_signal(&pool->submitted);
    }
    pthread_mutex_lock(&pool->lock);
    wait_until(pool, 0);
    pthread_mutex_unlock(&pool->lock);
}

int64_t bench_pool_getppid(long count, int workers, int depth) {
    struct pool pool = {.lock = PTHREAD_MUTEX_INITIALIZER,
        .submitted = PTHREAD_COND_INITIALIZER,
        .completed = PTHREAD_COND_INITIALIZER,
        .depth = (unsigned)depth};
    pthread_t threads[MOST_WORKERS];
    if (workers < 1 || workers > MOST_WORKERS || depth < 1) return -EINVAL;
    pool.queue = calloc((size_t)depth, sizeof *pool.queue);
    pool.results = calloc((size_t)depth, sizeof *pool.results);
    int64_t time = pool.queue == NULL || pool.results == NULL ? -ENOMEM : 0;
    int started = 0;
    for (; started < workers && time >= 0; started++) {
        time = -pthread_create(&threads[started], NULL, work, &pool);
        if (time < 0) break;
    }
    if (time >= 0) {
        int64_t start = bench_now();
        submit_all(&pool, count);
        time = bench_now() - start;
    }
    pthread_mutex_lock(&pool.lock);
    pool.ended = 1;
    pthread_cond_broadcast(&pool.submitted);
    pthread_mutex_unlock(&pool.lock);
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
    free(pool.queue);
    free(pool.results);
    return time;
}

int64_t bench_getppid(long count) {
    int64_t start = bench_now();
    for (long i = 0; i < count; i++) syscall(SYS_getppid);
    return bench_now() - start;
}
