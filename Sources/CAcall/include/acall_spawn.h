/*
 * Starting a process, for `spawn` steps.
 */
#ifndef ACALL_SPAWN_H
#define ACALL_SPAWN_H

#include <stdint.h>

#pragma clang assume_nonnull begin

/*
 * Starts a process and returns a pidfd (close-on-exec), or a negated errno. `words`: the addresses of the path, of argv
 * and of the environment (0: the caller's own), both ended by a null pointer; the descriptors that become 0, 1 and 2 (-1:
 * the caller's own). The child has no other descriptor, no blocked signal, and every signal's default action; nothing
 * of the caller runs in it.
 */
int64_t acall_spawn(const uint64_t *words);

#pragma clang assume_nonnull end

#endif
