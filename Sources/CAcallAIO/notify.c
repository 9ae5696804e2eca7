/*
 * Descriptors and notification: what the AIO library asks of the system itself.
 *
 * Input: a descriptor; a sigevent. Output: how the descriptor is served; a queued signal or a new
 * thread. Invariant: a notification that can't be made for want of room is tried again for a while.
 */
#define _GNU_SOURCE
#include "acall_aio.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

struct acall_aio_file acall_aio_look(int descriptor) {
    struct acall_aio_file file = {0, 0, 0, 0};
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) return file;
    file.is_open = 1;
    file.is_writable = (flags & O_ACCMODE) != O_RDONLY;
    file.is_appending = (flags & O_APPEND) != 0;
    file.is_seekable = lseek(descriptor, 0, SEEK_CUR) >= 0;
    return file;
}

uint32_t acall_aio_number(enum acall_aio_call call) {
    static const uint32_t numbers[] = {SYS_read,     SYS_write, SYS_pread64,
                                       SYS_pwrite64, SYS_fsync, SYS_fdatasync};
    return numbers[call];
}

int acall_aio_cancel_at_once(void) {
    int type;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &type);
    return type;
}

void acall_aio_cancel_as(int type) { pthread_setcanceltype(type, &type); }

struct call {
    void (*function)(union sigval);
    union sigval value;
};

static void *begin(void *argument) {
    struct call call = *(struct call *)argument;
    free(argument);
    call.function(call.value);
    return 0;
}

static int start(const struct sigevent *event) {
    struct call *call = malloc(sizeof *call);
    pthread_attr_t attributes, *given = event->sigev_notify_attributes;
    pthread_t thread;
    if (!call) return -1;
    *call = (struct call){event->sigev_notify_function, event->sigev_value};
    if (!given) {
        pthread_attr_init(&attributes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    }
    int error = pthread_create(&thread, given ? given : &attributes, begin, call);
    if (!given) pthread_attr_destroy(&attributes);
    if (error) free(call);
    return error ? -1 : 0;
}

static int queue(const struct sigevent *event) {
    siginfo_t info;
    memset(&info, 0, sizeof info);
    info.si_signo = event->sigev_signo;
    info.si_code = SI_ASYNCIO;
    info.si_pid = getpid();
    info.si_uid = getuid();
    info.si_value = event->sigev_value;
    long result = syscall(SYS_rt_sigqueueinfo, getpid(), event->sigev_signo, &info);
    return result < 0 && errno == EAGAIN ? -1 : 0;
}

void acall_aio_notify(const struct sigevent *event) {
    for (int attempts = 0; attempts < 100; attempts++) {
        if (event->sigev_notify == SIGEV_SIGNAL) {
            if (queue(event) == 0) return;
        } else if (event->sigev_notify == SIGEV_THREAD) {
            if (start(event) == 0) return;
        } else {
            return;
        }
        struct timespec pause = {0, 1000000};
        nanosleep(&pause, 0);
    }
}
