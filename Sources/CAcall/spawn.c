#define _GNU_SOURCE
#include "include/acall_spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif
#ifndef SYS_close_range
#define SYS_close_range 436
#endif

#ifndef SYS_pidfd_send_signal
#define SYS_pidfd_send_signal 424
#endif
#ifndef P_PIDFD
#define P_PIDFD 3
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

static struct rlimit files, files_of_children;
static int files_are_limited;
static pthread_mutex_t starting = PTHREAD_MUTEX_INITIALIZER;

int acall_limit_files(uint32_t count) {
    if (getrlimit(RLIMIT_NOFILE, &files_of_children) != 0) return -errno;
    files = files_of_children;
    rlim_t limit = 0;
    while (limit < files_of_children.rlim_cur && count > 0) {
        if (fcntl((int)limit, F_GETFD) < 0) count--;
        limit++;
    }
    files.rlim_cur = limit;
    if (setrlimit(RLIMIT_NOFILE, &files) != 0) return -errno;
    files_are_limited = 1;
    return 0;
}

static int process_descriptor(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

/* Starts the process: 0 or an errno. */
static int start(const uint64_t *words, pid_t *child) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int code = posix_spawn_file_actions_init(&actions);
    if (code != 0) return code;
    code = posix_spawnattr_init(&attributes);
    if (code != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return code;
    }
    code = put_descriptors(&actions, words);
    if (code == 0) code = put_attributes(&attributes);
    if (code == 0) {
        char **environment = words[2] != 0 ? (char **)(uintptr_t)words[2] : environ;
        /* The child has the limit of this process at this moment. */
        if (files_are_limited) {
            pthread_mutex_lock(&starting);
            setrlimit(RLIMIT_NOFILE, &files_of_children);
        }
        code = posix_spawn(child, (const char *)(uintptr_t)words[0], &actions, &attributes,
                           (char **)(uintptr_t)words[1], environment);
        if (files_are_limited) {
            setrlimit(RLIMIT_NOFILE, &files);
            pthread_mutex_unlock(&starting);
        }
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return code;
}

/* Far from the numbers of a program's own descriptors, if the limit allows it. */
static int copy_far_away(int descriptor) {
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 1000);
    /* The engine's own count for nothing. */
    return copy >= 0 || files_are_limited ? copy : fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
}

int64_t acall_spawn(const uint64_t *words, struct acall_child *child) {
    /* One of this process, in the place of the child's: where none is to be had, because the call is refused or the
     * table is full, no child is started that nobody could wait for. */
    int given = process_descriptor(getpid());
    if (given < 0) return -errno;
    pid_t process = 0;
    int code = start(words, &process);
    close(given);
    if (code != 0) return -code;
    /* Until it is waited for, its number is its own. */
    given = process_descriptor(process);
    if (given < 0) {
        /* Another thread has the place. */
        code = errno;
        kill(process, SIGKILL);
        while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {
        }
        return -code;
    }
    *child = (struct acall_child){process, given, copy_far_away(given)};
    return given;
}

/* By its descriptor, if there is one: a number can be another's in the meantime. */
static int wait_for(const struct acall_child *child, int options) {
    siginfo_t info;
    info.si_pid = 0;
    return child->own >= 0 ? waitid(P_PIDFD, (id_t)child->own, &info, WEXITED | options)
                           : waitid(P_PID, (id_t)child->process, &info, WEXITED | options);
}

int acall_child_is_there(const struct acall_child *child) {
    return wait_for(child, WNOHANG | WNOWAIT) == 0 || errno != ECHILD;
}

int acall_child_runs(const struct acall_child *child) {
    siginfo_t info;
    info.si_pid = 0;
    return waitid(P_PID, (id_t)child->process, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0;
}

int acall_child_is_held(const struct acall_child *child) {
    /* The number of a signal is a file's, and so the same for all of its descriptors; it means nothing to a pidfd. */
    if (child->own < 0) {
        siginfo_t info;
        return waitid(P_PIDFD, (id_t)child->given, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    }
    int before = fcntl(child->given, F_GETSIG);
    if (before < 0) return 0;
    int other = before == SIGURG ? SIGWINCH : SIGURG;
    if (fcntl(child->own, F_SETSIG, other) != 0) return 0;
    int is_same = fcntl(child->given, F_GETSIG) == other;
    fcntl(child->own, F_SETSIG, 0);
    return is_same;
}

int acall_child_kill(const struct acall_child *child) {
    if (child->own >= 0) {
        if (syscall(SYS_pidfd_send_signal, child->own, SIGKILL, NULL, 0) == 0 || errno == ESRCH) return 1;
        if (!acall_child_is_there(child)) return 1;
    }
    return kill(child->process, SIGKILL) == 0 || errno == ESRCH;
}

void acall_child_wait(const struct acall_child *child) {
    while (wait_for(child, 0) != 0 && errno == EINTR) {
    }
}

void acall_child_forget(const struct acall_child *child) {
    if (child->own >= 0) close(child->own);
}
