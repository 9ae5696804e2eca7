// A whole process: started, run, reaped.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "baselines.h"
#include "shared.h"

extern char **environ;

/// One process's time, or a negative errno; -ECHILD where it did not end with status 0.
static int64_t spawn_one(char *const argv[], const posix_spawn_file_actions_t *actions) {
    pid_t child;
    int status = 0;
    int64_t start = bench_now();
    int error = posix_spawn(&child, argv[0], actions, NULL, argv, environ);
    if (error != 0) return -error;
    while (wait4(child, &status, 0, NULL) < 0)
        if (errno != EINTR) return -errno;
    int64_t end = bench_now();
    return status == 0 ? end - start : -ECHILD;
}

int64_t bench_spawn(char *const argv[], long count) {
    posix_spawn_file_actions_t actions;
    int64_t *samples = calloc((size_t)count + 1, sizeof *samples);
    if (samples == NULL) return -ENOMEM;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    int64_t result = 0;
    for (long i = 0; i < count && result >= 0; i++) result = samples[i] = spawn_one(argv, &actions);
    if (result >= 0) result = bench_median(samples, count);
    posix_spawn_file_actions_destroy(&actions);
    free(samples);
    return result;
}
