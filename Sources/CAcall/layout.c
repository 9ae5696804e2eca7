/*
 * What needs a separate C file: the flag that is never set and the calling thread's id.
 * The records' layouts are asserted where they are declared.
 */
#define _GNU_SOURCE
#include "acall_memory.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

const uint32_t acall_never_cancelled = 0;

static _Thread_local int32_t cached_thread_id;

/* The only thread of a forked child has another id than the parent's thread that it was. */
static void forget_thread_id(void) { cached_thread_id = 0; }

__attribute__((constructor)) static void watch_forks(void) {
    pthread_atfork(0, 0, forget_thread_id);
}

int32_t acall_thread_id(void) {
    if (cached_thread_id == 0) cached_thread_id = (int32_t)syscall(SYS_gettid);
    return cached_thread_id;
}
