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
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPENAT2 = 437 };

/* As linux/openat2.h has them; older systems' headers don't. */
struct how {
    uint64_t flags, mode, resolve;
};
static const uint64_t cached_only = 0x20;

#ifndef RWF_NOWAIT
#define RWF_NOWAIT 0x00000008
#endif

uint32_t acall_attempt_kind(uint32_t nr) {
    switch (nr) {
    case SYS_openat: return ACALL_ATTEMPT_OPENAT;
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

/* Nothing is created, cut, or read past the kernel's cache. O_LARGEFILE: the kernel's, which is not libc's. */
_Bool acall_attempt_takes(uint64_t flags) {
#if defined(__aarch64__)
    const uint64_t large_file = 0400000;
#else
    const uint64_t large_file = 0100000;
#endif
    return (flags & ~(O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK | large_file)) == 0;
}

static int64_t call(uint64_t nr, uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f) {
    const uint64_t args[6] = {a, b, c, d, e, f};
    return acall_raw_syscall(nr, args);
}

void acall_attempt_close(uint64_t fd) { call(SYS_close, fd, 0, 0, 0, 0, 0); }

int64_t acall_attempt_open(uint64_t directory, const char *path, uint64_t flags, uint64_t device) {
    /* O_NONBLOCK: should it be a FIFO by now, or leased. */
    const struct how how = {flags | O_NONBLOCK, 0, cached_only};
    int64_t fd = call(OPENAT2, directory, (uintptr_t)path, (uintptr_t)&how, sizeof how, 0, 0);
    if (fd == -ENOSYS || fd == -EPERM || fd == -EINVAL) return ACALL_ATTEMPT_REFUSED;
    if (fd < 0) return -EAGAIN;
    struct stat status;
    if (call(SYS_fstat, (uint64_t)fd, (uintptr_t)&status, 0, 0, 0, 0) != 0 || !S_ISREG(status.st_mode)
        || status.st_dev != device) {
        acall_attempt_close((uint64_t)fd);
        return ACALL_ATTEMPT_MISTAKEN;
    }
    /* To a regular file it means nothing, but whoever gets the descriptor can see it. */
    if (!(flags & O_NONBLOCK) && call(SYS_fcntl, (uint64_t)fd, F_SETFL, 0, 0, 0, 0) != 0) {
        acall_attempt_close((uint64_t)fd);
        return -EAGAIN;
    }
    return fd;
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
        if (offset < 0 && done > 0) call(SYS_lseek, fd, (uint64_t) - (int64_t)done, SEEK_CUR, 0, 0, 0);
        return code == -EOPNOTSUPP || code == -EINVAL || code == -ENOSYS || code == -EPERM ? ACALL_ATTEMPT_UNFIT
                                                                                         : -EAGAIN;
    }
}

struct acall_local_file acall_look_at(const char *path) {
    struct acall_local_file file = {0, 0, 0};
    int64_t fd = call(SYS_openat, (uint64_t)AT_FDCWD, (uintptr_t)path, O_PATH | O_CLOEXEC, 0, 0, 0);
    if (fd < 0) return file;
    struct stat status;
    struct statfs system;
    if (call(SYS_fstat, (uint64_t)fd, (uintptr_t)&status, 0, 0, 0, 0) == 0 && S_ISREG(status.st_mode)
        && call(SYS_fstatfs, (uint64_t)fd, (uintptr_t)&system, 0, 0, 0, 0) == 0) {
        file.device = status.st_dev;
        switch ((uint64_t)system.f_type) {
        case 0x01021994: /* tmpfs */
        case 0x858458F6: /* ramfs */
            file.is_memory = 1;
            file.is_local = 1;
            break;
        case 0xEF53: /* ext2, ext3, ext4 */
        case 0x58465342: /* xfs */
        case 0x9123683E: /* btrfs */
        case 0xCA451A4E: /* bcachefs */
        case 0xF2F52010: /* f2fs */
        case 0x2FC12FC1: /* zfs */
        case 0x794C7630: /* overlayfs */
        case 0x73717368: /* squashfs */
        case 0xE0F5E1E2: /* erofs */
            file.is_local = 1;
            break;
        default: break;
        }
    }
    acall_attempt_close((uint64_t)fd);
    return file;
}
