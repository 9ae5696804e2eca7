/*
 * acall_attempt.h: calls that are made only where they need not wait: of files that the kernel has in memory. Not part
 * of the interface.
 *
 * Input: what a call was given. Output: what the call returns, or -EAGAIN: nothing was done, and a thread that may wait is to
 * make it. Invariant: no attempt waits for a disk, a network or a FIFO's other end; only who looks at a path does.
 */
#ifndef ACALL_ATTEMPT_H
#define ACALL_ATTEMPT_H

#include <stdint.h>
#include <sys/stat.h>

/* What an attempt makes of a call. */
#define ACALL_ATTEMPT_NOT 0u
#define ACALL_ATTEMPT_OPENAT 1u
#define ACALL_ATTEMPT_OPEN 2u
#define ACALL_ATTEMPT_STAT 3u
#define ACALL_ATTEMPT_READ 4u
#define ACALL_ATTEMPT_PREAD 5u
#define ACALL_ATTEMPT_SEEK 6u
#define ACALL_ATTEMPT_CLOSE 7u
#define ACALL_ATTEMPT_OPENAT2 8u

/* What openat2(2) is given: struct open_how of linux/openat2.h, which older systems lack. */
struct acall_open_how {
    uint64_t flags, mode, resolve;
};

uint32_t acall_attempt_kind(uint32_t nr);

/* Whether this kernel is one that attempts can be made with. */
_Bool acall_attempts_are_possible(void);

/* Beside -EAGAIN: this file can't be read in attempts. */
#define ACALL_ATTEMPT_UNFIT (-95)
/* The kernel, or a sandbox, knows no such attempts. */
#define ACALL_ATTEMPT_REFUSED (-38)
/* The path names another file than it was said to. */
#define ACALL_ATTEMPT_MISTAKEN (-116)

/* What the open gave is not wanted. */
void acall_attempt_close(uint64_t fd);

/* A regular file on a file system that keeps its files on this machine. */
struct acall_local_file {
    uint64_t device; /* its file system's */
    uint64_t mount;  /* where that is mounted: a number that is not used again, if the kernel has such */
    _Bool is_memory; /* the file system has no other place: reading waits no more than any other memory does */
};

/* Whether an open in this way can be attempted. */
_Bool acall_attempt_takes(const struct acall_open_how *_Nonnull how);

/* Whether a path is still this file's. 1: yes; 0: no; -1: it would take waiting to know. Opens nothing. */
int acall_attempt_look(int32_t directory, const char *_Nonnull path, const struct acall_open_how *_Nonnull how,
                       const struct acall_local_file *_Nonnull file);

/*
 * Opens a path whose every part the kernel has in memory: the descriptor, -EAGAIN, or one of the above. `file`: which
 * it is taken to name. `status`: of what was opened.
 */
int64_t acall_attempt_open(int32_t directory, const char *_Nonnull path, const struct acall_open_how *_Nonnull how,
                           const struct acall_local_file *_Nonnull file, struct stat *_Nonnull status);

/* Whether closing this descriptor, the last one perhaps, gives a file's memory or its place on a disk back. */
_Bool acall_attempt_frees(uint64_t fd);

/*
 * Reads from a regular file: what read, or pread64 where `offset` is not negative, would have returned; -EAGAIN, or
 * ACALL_ATTEMPT_UNFIT.
 */
int64_t acall_attempt_read(uint64_t fd, uint64_t buffer, uint64_t count, int64_t offset);

/* What a path names. 1: such a file; 0: something else; -1: it can't be seen. May wait. */
int acall_look_at(int32_t directory, const char *_Nonnull path, uint64_t resolve,
                  struct acall_local_file *_Nonnull file);

#endif
