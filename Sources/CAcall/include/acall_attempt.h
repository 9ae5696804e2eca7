/*
 * acall_attempt.h: calls that are made only where they need not wait: of files that the kernel has in memory. Not part
 * of the interface.
 *
 * Input: what a call was given. Output: what the call returns, or -EAGAIN: nothing was done, and whoever may wait is to
 * make it. Invariant: no call here waits for a disk, a network, another process or a FIFO's other end.
 */
#ifndef ACALL_ATTEMPT_H
#define ACALL_ATTEMPT_H

#include <stdint.h>

/* What an attempt makes of a call. */
#define ACALL_ATTEMPT_NOT 0u
#define ACALL_ATTEMPT_OPENAT 1u
#define ACALL_ATTEMPT_OPEN 2u
#define ACALL_ATTEMPT_STAT 3u
#define ACALL_ATTEMPT_READ 4u
#define ACALL_ATTEMPT_PREAD 5u
#define ACALL_ATTEMPT_SEEK 6u
#define ACALL_ATTEMPT_CLOSE 7u

uint32_t acall_attempt_kind(uint32_t nr);

/* Beside -EAGAIN: this file can't be read in attempts. */
#define ACALL_ATTEMPT_UNFIT (-95)
/* The kernel, or a sandbox, knows no such attempts. */
#define ACALL_ATTEMPT_REFUSED (-38)
/* The path names another file than it was said to. */
#define ACALL_ATTEMPT_MISTAKEN (-116)

/* What the open gave is not wanted. */
void acall_attempt_close(uint64_t fd);

/* Whether an open with these flags can be attempted. */
_Bool acall_attempt_takes(uint64_t flags);

/*
 * Opens a path whose every part the kernel has in memory: the descriptor, -EAGAIN, or one of the above. `device`: that
 * of the regular file which the path is taken to name.
 */
int64_t acall_attempt_open(uint64_t directory, const char *_Nonnull path, uint64_t flags, uint64_t device);

/*
 * Reads from a regular file: what read, or pread64 where `offset` is not negative, would have returned; -EAGAIN, or
 * ACALL_ATTEMPT_UNFIT.
 */
int64_t acall_attempt_read(uint64_t fd, uint64_t buffer, uint64_t count, int64_t offset);

/* A regular file on a file system that keeps its files on this machine. */
struct acall_local_file {
    uint64_t device;  /* its file system's */
    _Bool is_memory;  /* the file system has no other place: reading waits no more than any other memory does */
    _Bool is_local;   /* false: it is no such file, and the rest says nothing */
};

/* What a path names. May wait. */
struct acall_local_file acall_look_at(const char *_Nonnull path);

#endif
