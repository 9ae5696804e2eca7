/*
 * The functions of <aio.h>, each under its two names: offsets have 64 bits under either.
 *
 * Input: as the POSIX specification says. Output: -1 and errno where Swift's function returned a
 * negated errno. Invariant: aio_error, aio_return and aio_suspend may be called in signal handlers.
 */
#define _GNU_SOURCE
#include "acall_aio.h"

#include <fcntl.h>
#include <pthread.h>

#define EXPORT __attribute__((visibility("default")))
/* The list of exported symbols is made from these lines. */
#define ACALL_AIO_EXPORT(name) \
    __asm__(".globl " #name "64\n.type " #name "64, %function\n.set " #name "64, " #name);

static int with_errno(int code) {
    if (code >= 0) return code;
    errno = -code;
    return -1;
}

__attribute__((constructor)) static void watch_forks(void) { pthread_atfork(0, 0, acall_aio_forget); }

EXPORT int aio_read(struct aiocb *block) {
    return with_errno(acall_aio_submit(block, ACALL_AIO_READ));
}

EXPORT int aio_write(struct aiocb *block) {
    return with_errno(acall_aio_submit(block, ACALL_AIO_WRITE));
}

EXPORT int aio_fsync(int operation, struct aiocb *block) {
    if (operation != O_SYNC && operation != O_DSYNC) return with_errno(-EINVAL);
    struct acall_aio_file file = acall_aio_look(block->aio_fildes);
    if (!file.is_open || !file.is_writable) return with_errno(-EBADF);
    enum acall_aio_kind kind = operation == O_SYNC ? ACALL_AIO_SYNC : ACALL_AIO_DATA_SYNC;
    return with_errno(acall_aio_submit(block, kind));
}

EXPORT int aio_error(const struct aiocb *block) { return acall_aio_error(block); }

EXPORT ssize_t aio_return(struct aiocb *block) {
    if (acall_aio_error(block) == EINPROGRESS) return with_errno(-EINVAL);
    return (ssize_t)acall_aio_result(block);
}

EXPORT int aio_cancel(int descriptor, struct aiocb *block) {
    return with_errno(acall_aio_cancel(descriptor, block));
}

EXPORT int aio_suspend(const struct aiocb *const list[], int count, const struct timespec *time) {
    if (count < 0) return with_errno(-EINVAL);
    return with_errno(acall_aio_suspend(list, count, time));
}

EXPORT int lio_listio(int mode, struct aiocb *const list[], int count, struct sigevent *event) {
    if (count < 0 || (mode != LIO_WAIT && mode != LIO_NOWAIT)) return with_errno(-EINVAL);
    return with_errno(acall_aio_list(mode, list, count, mode == LIO_WAIT ? 0 : event));
}

/* glibc's own: nothing is to be set up. */
EXPORT void aio_init(const struct aioinit *settings) { (void)settings; }

/* One type, whatever the size of off_t that a program asks for. */
_Static_assert(sizeof(struct aiocb) == sizeof(struct aiocb64), "aiocb");
ACALL_AIO_EXPORT(aio_read)
ACALL_AIO_EXPORT(aio_write)
ACALL_AIO_EXPORT(aio_fsync)
ACALL_AIO_EXPORT(aio_error)
ACALL_AIO_EXPORT(aio_return)
ACALL_AIO_EXPORT(aio_cancel)
ACALL_AIO_EXPORT(aio_suspend)
ACALL_AIO_EXPORT(lio_listio)
