#define _GNU_SOURCE
#include "include/acall_spawn.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif

extern char **environ;

/*
 * Descriptors 0 to 2 of the child. One that is itself below 3 is put out of the way first, or a later one would
 * overwrite it (`stdin: 1, stdout: 0`).
 */
static int put_descriptors(posix_spawn_file_actions_t *actions, const uint64_t *words) {
    int given[3], moved[3];
    for (int index = 0; index < 3; index++) {
        given[index] = (int)(int64_t)words[3 + index];
        moved[index] = -1;
    }
    int code = 0;
    for (int index = 0; index < 3 && code == 0; index++) {
        if (given[index] < 0 || given[index] > 2 || given[index] == index) continue;
        /* A number that the child has for itself: what is above 2 is closed below. */
        moved[index] = 1000 + index;
        code = posix_spawn_file_actions_adddup2(actions, given[index], moved[index]);
    }
    for (int index = 0; index < 3 && code == 0; index++) {
        int source = moved[index] >= 0 ? moved[index] : given[index];
        if (source >= 0) code = posix_spawn_file_actions_adddup2(actions, source, index);
    }
    if (code == 0) code = posix_spawn_file_actions_addclosefrom_np(actions, 3);
    return code;
}

static int put_attributes(posix_spawnattr_t *attributes) {
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    int code = posix_spawnattr_setsigmask(attributes, &none);
    if (code == 0) code = posix_spawnattr_setsigdefault(attributes, &all);
    if (code == 0) code = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    return code;
}

int64_t acall_spawn(const uint64_t *words) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return -code;
    code = posix_spawnattr_init(&attributes);
    if (code != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return -code;
    }
    pid_t child = 0;
    code = put_descriptors(&actions, words);
    if (code == 0) code = put_attributes(&attributes);
    if (code == 0) {
        char **environment = words[2] != 0 ? (char **)(uintptr_t)words[2] : environ;
        code = posix_spawn(&child, (const char *)(uintptr_t)words[0], &actions, &attributes,
                           (char **)(uintptr_t)words[1], environment);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (code != 0) return -code;
    /* Until it is waited for, its number is its own. */
    long descriptor = syscall(SYS_pidfd_open, child, 0);
    if (descriptor >= 0) return descriptor;
    code = errno;
    kill(child, SIGKILL);
    while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
    }
    return -code;
}
