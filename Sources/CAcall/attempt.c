/*
 * Calls that are made only where they need not wait: see acall_attempt.h.
 *
 * As io_uring does it before it hands a request to a thread: RESOLVE_CACHED (openat2(2)) walks no directory that would
 * have to be read, RWF_NOWAIT (preadv2(2)) reads no page that would have to be. What neither of them rules out is ruled
 * out by knowing the file: an open that asks another machine, or a process, for leave; a FIFO; a device.
 */
#define _GNU_SOURCE
#include "acall_attempt.h"

#include "acall_memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <unistd.h>

enum { OPENAT2 = 437 };

/* RESOLVE_CACHED, Linux 5.12; it is in later versions of 5.10, too, whose RWF_NOWAIT may take what is not there for the
 * end of the file. */
static const uint64_t cached_only = 0x20;

#ifndef RWF_NOWAIT
#define RWF_NOWAIT 0x00000008
#endif

uint32_t acall_attempt_kind(uint32_t nr) {
    switch (nr) {
    case SYS_openat: return ACALL_ATTEMPT_OPENAT;
    case OPENAT2: return ACALL_ATTEMPT_OPENAT2;
#ifdef SYS_open
    case SYS_open: return ACALL_ATTEMPT_OPEN;
#endif
    case SYS_fstat: return ACALL_ATTEMPT_STAT;
    case SYS_read: return ACALL_ATTEMPT_READ;
    case SYS_pread64: return ACALL_ATTEMPT_PREAD;
    case SYS_lseek: return ACALL_ATTEMPT_SEEK;
    case SYS_close: return ACALL_ATTEMPT_CLOSE;
    default: return ACALL_ATTEMPT_NOT;
    }
}

_Bool acall_attempts_are_possible(void) {
    struct utsname system;
    unsigned major, minor;
    return uname(&system) == 0 && sscanf(system.release, "%u.%u", &major, &minor) == 2
           && (major > 5 || (major == 5 && minor >= 12));
}

/* Nothing is created, cut, or read past the kernel's cache. O_LARGEFILE: the kernel's, which is not libc's. */
_Bool acall_attempt_takes(const struct acall_open_how *how) {
#if defined(__aarch64__)
    const uint64_t large_file = 0400000;
#else
    const uint64_t large_file = 0100000;
#endif
    return how->mode == 0 && (how->flags & ~(O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK | large_file)) == 0;
}

static int64_t call(uint64_t nr, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f) {
    const uint64_t args[6] = {a, b, c, d, e, f};
    return acall_raw_syscall(nr, args);
}

void acall_attempt_close(uint64_t fd) { call(SYS_close, fd, 0, 0, 0, 0, 0); }

/* What statx(2) stores, as far as it is looked at; older systems' headers have less. */
struct extended_status {
    uint32_t mask, unused_1;
    uint64_t unused_2;
    uint32_t unused_3[3];
    uint16_t mode, unused_4;
    uint64_t unused_5[12];
    uint32_t unused_6[2], device_major, device_minor;
    uint64_t mount;
    uint64_t unused_7[13];
};
_Static_assert(sizeof(struct extended_status) == 256 && offsetof(struct extended_status, mode) == 28
                   && offsetof(struct extended_status, device_major) == 136
                   && offsetof(struct extended_status, mount) == 144,
               "statx");
enum {
    STATUS_TYPE = 1,
    STATUS_MOUNT = 0x1000,        /* STATX_MNT_ID, Linux 5.8 */
    STATUS_UNIQUE_MOUNT = 0x4000, /* STATX_MNT_ID_UNIQUE, Linux 6.8 */
    NO_SYNC = 0x4000,             /* AT_STATX_DONT_SYNC: asks no other machine */
};

/* Whether it is a regular file, and if so where. */
static _Bool identify(uint64_t fd, struct acall_local_file *file) {
    struct extended_status status;
    if (call(SYS_statx, fd, (uintptr_t) "", AT_EMPTY_PATH | NO_SYNC, STATUS_TYPE | STATUS_MOUNT | STATUS_UNIQUE_MOUNT,
             (uintptr_t)&status, 0)
            != 0
        || !(status.mask & (STATUS_MOUNT | STATUS_UNIQUE_MOUNT)) || !S_ISREG(status.mode))
        return 0;
    *file = (struct acall_local_file){makedev(status.device_major, status.device_minor), status.mount, 0};
    return 1;
}

int acall_attempt_look(int32_t directory, const char *path, const struct acall_open_how *how,
                       const struct acall_local_file *file) {
    const struct acall_open_how look = {O_PATH | O_CLOEXEC | (how->flags & O_NOFOLLOW), 0,
                                        how->resolve | cached_only};
    int64_t fd = call(OPENAT2, (uint64_t)directory, (uintptr_t)path, (uintptr_t)&look, sizeof look, 0, 0);
    if (fd < 0) return -1;
    struct acall_local_file found;
    _Bool is_same = identify((uint64_t)fd, &found) && found.device == file->device && found.mount == file->mount;
    acall_attempt_close((uint64_t)fd);
    return is_same;
}

int64_t acall_attempt_open(int32_t directory, const char *path, const struct acall_open_how *how,
                           const struct acall_local_file *file, struct stat *status) {
    /* O_NONBLOCK: should it be a FIFO by now, or leased. */
    const struct acall_open_how cached = {how->flags | O_NONBLOCK, 0, how->resolve | cached_only};
    int64_t fd = call(OPENAT2, (uint64_t)directory, (uintptr_t)path, (uintptr_t)&cached, sizeof cached, 0, 0);
    if (fd == -ENOSYS) return ACALL_ATTEMPT_REFUSED;
    if (fd == -EPERM || fd == -EINVAL) return ACALL_ATTEMPT_UNFIT;
    if (fd < 0) return -EAGAIN;
    if (call(SYS_fstat, (uint64_t)fd, (uintptr_t)status, 0, 0, 0, 0) != 0 || !S_ISREG(status->st_mode)
        || status->st_dev != file->device) {
        acall_attempt_close((uint64_t)fd);
        return ACALL_ATTEMPT_MISTAKEN;
    }
    /* To a regular file it means nothing, but other holders of the descriptor can see it. */
    if (!(how->flags & O_NONBLOCK) && call(SYS_fcntl, (uint64_t)fd, F_SETFL, 0, 0, 0, 0) != 0) {
        acall_attempt_close((uint64_t)fd);
        return -EAGAIN;
    }
    return fd;
}

_Bool acall_attempt_frees(uint64_t fd) {
    struct stat status;
    return call(SYS_fstat, fd, (uintptr_t)&status, 0, 0, 0, 0) != 0 || status.st_nlink == 0;
}

static int64_t read_cached(uint64_t fd, uint64_t buffer, uint64_t count, int64_t offset) {
    const struct iovec part = {(void *)(uintptr_t)buffer, count};
    /* The kernel takes -1 for the file's own position. */
    return call(SYS_preadv2, fd, (uintptr_t)&part, 1, (uint64_t)offset, 0, RWF_NOWAIT);
}

int64_t acall_attempt_read(uint64_t fd, uint64_t buffer, uint64_t count, int64_t offset) {
    uint64_t done = 0;
    while (1) {
        int64_t code =
            read_cached(fd, buffer + done, count - done, offset < 0 ? -1 : offset + (int64_t)done);
        if (code >= 0) done += (uint64_t)code;
        /* Only the end of the file ends a read early: it is asked for, since the attempt stops at what is not there. */
        if (code == 0 || done == count) return (int64_t)done;
        if (code > 0) continue;
        /* As if it had not been tried: a file may be shorter when it is. */
        memset((void *)(uintptr_t)buffer, 0, done);
        if (offset < 0 && done > 0) call(SYS_lseek, fd, (uint64_t) - (int64_t)done, SEEK_CUR, 0, 0, 0);
        return code == -EOPNOTSUPP || code == -EINVAL || code == -ENOSYS || code == -EPERM ? ACALL_ATTEMPT_UNFIT
                                                                                         : -EAGAIN;
    }
}

int acall_look_at(int32_t directory, const char *path, uint64_t resolve, struct acall_local_file *file) {
    const struct acall_open_how how = {O_PATH | O_CLOEXEC, 0, resolve};
    int64_t fd =
        resolve == 0
            ? call(SYS_openat, (uint64_t)directory, (uintptr_t)path, how.flags, 0, 0, 0)
            : call(OPENAT2, (uint64_t)directory, (uintptr_t)path, (uintptr_t)&how, sizeof how, 0, 0);
    if (fd < 0) return -1;
    struct statfs system;
    _Bool is_fit = identify((uint64_t)fd, file) && call(SYS_fstatfs, (uint64_t)fd, (uintptr_t)&system, 0, 0, 0, 0) == 0;
    acall_attempt_close((uint64_t)fd);
    if (!is_fit) return 0;
    switch ((uint64_t)system.f_type) {
    case 0x01021994: /* tmpfs */
    case 0x858458F6: /* ramfs */
        file->is_memory = 1;
        return 1;
    case 0xEF53: /* ext2, ext3, ext4 */
    case 0x58465342: /* xfs */
    case 0x9123683E: /* btrfs */
    case 0xCA451A4E: /* bcachefs */
    case 0xF2F52010: /* f2fs */
    case 0x2FC12FC1: /* zfs */
    case 0x794C7630: /* overlayfs */
    case 0x73717368: /* squashfs */
    case 0xE0F5E1E2: /* erofs */
        return 1;
    default: return 0;
    }
}
