/*
 * acall_threads.h: what the engine's threads are made of: atomics on words of its own, futexes,
 * threads, and the signal that cancels. Not part of the interface.
 *
 * Invariant: every function returns a negated errno where it fails; none touches errno's meaning
 * for the caller. Orders are the strongest that a caller needs; the callers' comments name the
 * partners.
 */
#ifndef ACALL_THREADS_H
#define ACALL_THREADS_H

#include <sched.h>

#include "acall.h"

/* ---- Words ---- */

static inline uint32_t acall_load32(const uint32_t *_Nonnull word) {
    return __atomic_load_n(word, __ATOMIC_SEQ_CST);
}
static inline void acall_store32(uint32_t *_Nonnull word, uint32_t value) {
    __atomic_store_n(word, value, __ATOMIC_SEQ_CST);
}
static inline uint32_t acall_exchange32(uint32_t *_Nonnull word, uint32_t value) {
    return __atomic_exchange_n(word, value, __ATOMIC_SEQ_CST);
}
static inline uint32_t acall_fetch_or32(uint32_t *_Nonnull word, uint32_t bits) {
    return __atomic_fetch_or(word, bits, __ATOMIC_SEQ_CST);
}
static inline uint32_t acall_add32(uint32_t *_Nonnull word, uint32_t delta) {
    return __atomic_add_fetch(word, delta, __ATOMIC_SEQ_CST);
}
static inline int acall_swap32(uint32_t *_Nonnull word, uint32_t from, uint32_t to) {
    return __atomic_compare_exchange_n(word, &from, to, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

static inline uint64_t acall_load64(const uint64_t *_Nonnull word) {
    return __atomic_load_n(word, __ATOMIC_SEQ_CST);
}
static inline uint64_t acall_load64_acquire(const uint64_t *_Nonnull word) {
    return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}
static inline void acall_store64_release(uint64_t *_Nonnull word, uint64_t value) {
    __atomic_store_n(word, value, __ATOMIC_RELEASE);
}
static inline uint64_t acall_exchange64(uint64_t *_Nonnull word, uint64_t value) {
    return __atomic_exchange_n(word, value, __ATOMIC_SEQ_CST);
}
/* The new value. */
static inline uint64_t acall_add64(uint64_t *_Nonnull word, uint64_t delta) {
    return __atomic_add_fetch(word, delta, __ATOMIC_SEQ_CST);
}
static inline int acall_swap64(uint64_t *_Nonnull word, uint64_t from, uint64_t to) {
    return __atomic_compare_exchange_n(word, &from, to, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

/* Stores before it are seen by all before what is loaded after it. */
static inline void acall_full_fence(void) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }

/*
 * The two sides of an uneven fence: a thread that has passed the light one between a store and a load, and one that
 * has passed the heavy one between its own, do not both miss the other's store. The light one only keeps the compiler
 * from changing the order; the heavy one makes every running thread of the process pass a full fence (membarrier(2)).
 */
static inline void acall_light_fence(void) { __atomic_signal_fence(__ATOMIC_SEQ_CST); }
void acall_heavy_fence(void);

/* Whether the kernel has it, for this process: asked for anew after a fork. */
int acall_heavy_fence_is_there(void);

/* Lets another thread have this processor. */
static inline void acall_yield(void) { sched_yield(); }

/* Tells the processor that this is a spin. */
static inline void acall_pause(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#else
    __asm__ volatile("isb" ::: "memory");
#endif
}

/* ---- Futexes: on words of this process only ---- */

/*
 * Deadlines that never come. With the first the kernel goes on waiting after a handler that was
 * installed with SA_RESTART; with the second a wait ends after any handler. A deadline that does
 * come may cost more than the rest of a sleep: the processor's timer has to be set.
 */
#define ACALL_FOREVER UINT64_MAX
#define ACALL_UNTIL_A_SIGNAL (UINT64_MAX - 1)

/*
 * Sleeps while `*word` is `expected`, until `deadline` (CLOCK_MONOTONIC, ns) or ACALL_FOREVER, in
 * the cancellable window. 0: woken, or for no reason; -EAGAIN: it was another value; -ETIMEDOUT;
 * -EINTR: a handler ran (whatever its SA_RESTART); -ECANCELED: `*cancel` was set before. The
 * sleeper's thread is stored next to the word.
 */
int64_t acall_futex_wait(uint32_t *_Nonnull word, uint32_t expected, uint64_t deadline,
                         const uint32_t *_Nonnull cancel);

/*
 * Wakes up to `count` sleepers; `thread` is one of them, for the case that the kernel refuses. The
 * word itself is not looked at: its memory may be gone, and another's sleeper there goes on sleeping.
 */
void acall_futex_wake(uint32_t *_Nonnull word, int count, uint32_t thread);

/* ---- Waits that replace the signal mask ---- */

/* A descriptor that acall_event_set makes readable, or a negated errno. */
int acall_event_make(void);
void acall_event_set(int event);
void acall_event_clear(int event);
void acall_event_close(int event);
/* Waits until it is readable, with the mask replaced atomically by ppoll. 0; -ETIMEDOUT; -EINTR. */
int64_t acall_event_wait(int event, uint64_t deadline, const sigset_t *_Nonnull mask);

/* ---- Threads ---- */

/*
 * Starts a thread of the least stack that is enough. 0 and its handle, or a negated errno. `blocks`: it is born
 * with every signal blocked, so that none of the process's can go to it before it has a word to say; else with
 * the caller's mask.
 */
int acall_thread_start(uint64_t *_Nonnull handle, void (*_Nonnull run)(void *_Nullable),
                       void *_Nullable context, int blocks);
uint64_t acall_thread_self(void);
void acall_thread_join(uint64_t handle);
/* The same where the thread has ended; 0 where it has not. */
int acall_thread_join_ended(uint64_t handle);
/* Whether a thread of this process sleeps (or is gone), as /proc has it; 1 where it can't be asked. */
int acall_thread_sleeps(int32_t thread);
/* How many processors this process may use; at least 1. */
int acall_processor_count(void);
/* How often this process is a fork of the one that first asked. */
extern uint32_t acall_forks;
/* No partner: a fork's child has one thread, and it counted before fork returned to it. */
static inline uint32_t acall_fork_count(void) { return __atomic_load_n(&acall_forks, __ATOMIC_RELAXED); }

/* ---- Memory ---- */

/* `size` bytes, aligned for two cache lines, or null. */
void *_Nullable acall_memory_get(size_t size);
/* The same aligned for any C type only. */
void *_Nullable acall_memory_get_plain(size_t size);
void acall_memory_free(void *_Nullable memory);

/* How many engines this process has made, this one included. */
uint64_t acall_next_engine(void);

#endif
