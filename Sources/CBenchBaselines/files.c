// Baselines that work on files: chains over many, a chain on one, a copy.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "baselines.h"

enum { MOST_THREADS = 64, READ_SIZE = 4096 };

/// One chain; 0 or a negative errno.
static int one_file(const char *path, uint64_t *size) {
    char buffer[READ_SIZE];
    struct stat status;
    int fd = openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return -errno;
    int result = 0;
    if (fstat(fd, &status) != 0 || read(fd, buffer, sizeof buffer) < 0)
        result = -errno;
    else
        *size = (uint64_t)status.st_size;
    close(fd);
    return result;
}

struct share {
    const char *const *paths;
    uint64_t *sizes;
    long start, end;
    int result;
};

static void *run_share(void *argument) {
    struct share *share = argument;
    for (long i = share->start; i < share->end && share->result == 0; i++)
        share->result = one_file(share->paths[i], &share->sizes[i]);
    return NULL;
}

int64_t bench_files_serial(const char *const *paths, long count, uint64_t *sizes) {
    struct share all = {.paths = paths, .sizes = sizes, .end = count};
    int64_t start = bench_now();
    run_share(&all);
    int64_t end = bench_now();
    return all.result < 0 ? all.result : end - start;
}

int64_t bench_files_parallel(const char *const *paths, long count, int threads, uint64_t *sizes) {
    struct share shares[MOST_THREADS];
    pthread_t others[MOST_THREADS];
    if (threads < 1 || threads > MOST_THREADS) return -EINVAL;
    int64_t start = bench_now();
    int started = 1, result = 0;
    for (int i = 0; i < threads; i++)
        shares[i] = (struct share){.paths = paths,
            .sizes = sizes,
            .start = count * i / threads,
            .end = count * (i + 1) / threads};
    for (; started < threads; started++) {
        result = -pthread_create(&others[started], NULL, run_share, &shares[started]);
        if (result < 0) break;
    }
    run_share(&shares[0]);
    for (int i = 1; i < started; i++) pthread_join(others[i], NULL);
    int64_t end = bench_now();
    for (int i = 0; i < threads && result == 0; i++) result = shares[i].result;
    return result < 0 ? result : end - start;
}

int64_t bench_chain_serial(const char *path, long count) {
    uint64_t size;
    int64_t start = bench_now();
    for (long i = 0; i < count; i++) {
        int result = one_file(path, &size);
        if (result < 0) return result;
    }
    return bench_now() - start;
}

/// Copies from one descriptor to another; 0 or a negative errno.
static int copy_all(int in, int out, char *buffer, long block) {
    for (;;) {
        ssize_t count = read(in, buffer, (size_t)block);
        if (count <= 0) return count < 0 ? -errno : 0;
        for (ssize_t done = 0; done < count;) {
            ssize_t written = write(out, buffer + done, (size_t)(count - done));
            if (written < 0) return -errno;
            done += written;
        }
    }
}

int64_t bench_copy(const char *from, const char *to, long block) {
    char *buffer = malloc((size_t)block);
    if (buffer == NULL) return -ENOMEM;
    int64_t start = bench_now();
    int in = openat(AT_FDCWD, from, O_RDONLY | O_CLOEXEC);
    int out = in < 0 ? -1 : openat(AT_FDCWD, to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    int result = out < 0 ? -errno : copy_all(in, out, buffer, block);
    if (out >= 0) close(out);
    if (in >= 0) close(in);
    int64_t end = bench_now();
    free(buffer);
    return result < 0 ? result : end - start;
}
