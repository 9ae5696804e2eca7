/*
 * acall_aio.h: what the AIO library needs of C: the control block's own fields, notification, and
 * the functions that Swift implements. Not part of any interface.
 *
 * Invariant: a control block's result is visible to a thread that has loaded its error with acquire order;
 * after the error is no longer EINPROGRESS the block is its owner's again, and is not touched.
 */
#ifndef ACALL_AIO_H
#define ACALL_AIO_H

#include <aio.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <time.h>

/* What a request does. */
enum acall_aio_kind { ACALL_AIO_READ, ACALL_AIO_WRITE, ACALL_AIO_SYNC, ACALL_AIO_DATA_SYNC };

/* Partner: the load in acall_aio_error, by any thread. */
static inline void acall_aio_set_result(struct aiocb *_Nonnull block, int64_t result, int error) {
    __atomic_store_n(&block->__return_value, result, __ATOMIC_RELAXED);
    __atomic_store_n(&block->__error_code, error, __ATOMIC_RELEASE);
}
static inline int acall_aio_error(const struct aiocb *_Nonnull block) {
    return __atomic_load_n(&block->__error_code, __ATOMIC_ACQUIRE);
}
static inline int64_t acall_aio_result(const struct aiocb *_Nonnull block) {
    return __atomic_load_n(&block->__return_value, __ATOMIC_RELAXED);
}

/* How a descriptor is served. A bad one is for the call itself to find. */
struct acall_aio_file {
    int is_seekable;
    int is_appending;
    int is_open;
    int is_writable;
};
struct acall_aio_file acall_aio_look(int descriptor);

/* Tells the process as `event` says: a queued signal, or a new thread. */
void acall_aio_notify(const struct sigevent *_Nonnull event);

/* Between the two pthread_cancel ends the calling thread at once; the first returns what it was. */
int acall_aio_cancel_at_once(void);
void acall_aio_cancel_as(int type);

/* Numbers of the system calls. */
enum acall_aio_call {
    ACALL_AIO_CALL_READ,
    ACALL_AIO_CALL_WRITE,
    ACALL_AIO_CALL_PREAD,
    ACALL_AIO_CALL_PWRITE,
    ACALL_AIO_CALL_FSYNC,
    ACALL_AIO_CALL_FDATASYNC
};
uint32_t acall_aio_number(enum acall_aio_call call);

/* In Swift: as the functions of <aio.h>, but for errors, which are negated errnos. */
int acall_aio_submit(struct aiocb *_Nonnull block, enum acall_aio_kind kind);
int acall_aio_cancel(int descriptor, const struct aiocb *_Nullable block);
int acall_aio_suspend(const struct aiocb *_Nullable const *_Nonnull list, int count,
                      const struct timespec *_Nullable time);
int acall_aio_list(int mode, struct aiocb *_Nullable const *_Nonnull list, int count,
                   struct sigevent *_Nullable event);
/* In the child of a fork: nothing is pending there. */
void acall_aio_forget(void);

#endif
