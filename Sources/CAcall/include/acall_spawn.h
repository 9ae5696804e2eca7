/*
 * Starting a process, for `spawn` steps, and its end.
 */
#ifndef ACALL_SPAWN_H
#define ACALL_SPAWN_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/* A process that was started. */
struct acall_child {
    int32_t process;
    int32_t given; /* the pidfd that acall_spawn returned */
    int32_t own;   /* another descriptor of the same pidfd; -1: none was to be had */
};

/*
 * Starts a process and returns a pidfd (close-on-exec), or a negated errno; then nothing was started. `words`: the
 * addresses of the path, of argv and of the environment (0: the caller's own), both ended by a null pointer; the
 * descriptors that become 0, 1 and 2 (-1: the caller's own). The child has no other descriptor, no blocked signal, and
 * every signal's default action; nothing of the caller runs in it.
 */
int64_t acall_spawn(const uint64_t *words, struct acall_child *child);

/*
 * From here on this process can open `count` descriptors more than it has open; the processes that it starts have the
 * limit that it had. 0 or a negated errno.
 */
int acall_limit_files(uint32_t count);

/* Whether it has not been waited for: while that is so, its number is its own. */
int acall_child_is_there(const struct acall_child *child);
/* Whether it has not ended. */
int acall_child_runs(const struct acall_child *child);
/* Whether `given` is still open, and still this child's. */
int acall_child_is_held(const struct acall_child *child);
/* Kills it; 0 where that is not allowed. */
int acall_child_kill(const struct acall_child *child);
/* Waits for it, however long that takes. */
void acall_child_wait(const struct acall_child *child);
/* Closes what the engine itself keeps of it. */
void acall_child_forget(const struct acall_child *child);

#pragma clang assume_nonnull end

#endif
