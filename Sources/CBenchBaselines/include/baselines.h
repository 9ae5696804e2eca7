// What the bench compares with: plain C that does the same work with the system calls themselves.
//
// Each function does one round and returns its time in nanoseconds, whole or per operation as its
// comment says, or a negative errno where the machine refused. Nothing is kept between two calls.
#ifndef BASELINES_H
#define BASELINES_H

#include <stdint.h>
#include <sys/syscall.h>

/// The numbers of the calls that the baselines make, on this architecture.
enum {
    BENCH_CLOSE = SYS_close,
    BENCH_FSTAT = SYS_fstat,
    BENCH_GETPPID = SYS_getppid,
    BENCH_GETTID = SYS_gettid,
    BENCH_NANOSLEEP = SYS_nanosleep,
    BENCH_OPENAT = SYS_openat,
    BENCH_READ = SYS_read,
    BENCH_SCHED_SETAFFINITY = SYS_sched_setaffinity,
};

/// CLOCK_MONOTONIC in nanoseconds.
int64_t bench_now(void);

/// From now on the calling thread, and those that it starts, run on the n-th of the processors that
/// it was first allowed; on all of them where there is no n-th (-1). 0 or a negative errno.
int bench_place(int processor);

/// Where the calling thread may run: the mask and its size in bytes, as sched_setaffinity wants it.
int bench_processor_mask(uint64_t mask[16]);

/// Sleeps.
void bench_pause(int64_t nanoseconds);

/// openat, fstat, read and close of each file, in one thread; `sizes` gets what fstat said.
/// Whole time.
int64_t bench_files_serial(const char *const *paths, long count, uint64_t *sizes);

/// The same with the files split evenly over `threads` threads, the caller among them. Whole time.
int64_t bench_files_parallel(const char *const *paths, long count, int threads, uint64_t *sizes);

/// The same as linked io_uring requests, 64 chains at a time, with a statx by path for the fstat.
/// Whole time, without making the ring.
int64_t bench_files_uring(const char *const *paths, long count, uint64_t *sizes);

/// The same four calls on one file, `count` times. Whole time.
int64_t bench_chain_serial(const char *path, long count);

/// Copies a file with a loop of read and write through one buffer of `block` bytes. Whole time.
int64_t bench_copy(const char *from, const char *to, long block);

/// posix_spawn and wait4 of a command, its output thrown away, `count` times. The median of one.
int64_t bench_spawn(char *const argv[], long count);

/// getppid, `count` times, made directly. Whole time.
int64_t bench_getppid(long count);

/// getppid, `count` times, handed one at a time to `workers` threads through a queue with a mutex
/// and condition variables; at most `depth` not yet reaped. Whole time, without starting threads.
int64_t bench_pool_getppid(long count, int workers, int depth);

/// A thread is woken from a futex and wakes its waker; before each of `count` times both are left
/// asleep for `gap` nanoseconds. The other thread runs on the processor that bench_place knows by
/// this number. The median of one round trip.
int64_t bench_ping_pong(long count, int64_t gap, int processor);

/// The same where the other thread makes the calls of one chain before it answers.
int64_t bench_chain_elsewhere(const char *path, long count, int64_t gap);

/// `count` threads started at once, each of which sleeps for `duration` nanoseconds, and joined.
/// Whole time.
int64_t bench_sleepers(long count, int64_t duration);

/// A thread blocked in a read of a pipe is interrupted with tgkill, and tells the caller through a
/// futex. The median of `count` times.
int64_t bench_interrupt(long count, int processor);

/// All of libyaml's events for one document, thrown away. Whole time; -EINVAL where it is no YAML.
int64_t bench_yaml_events(const unsigned char *text, unsigned long size);

#endif
