/*
 * acall_memory.h: what the engine needs of C: the system-call window, and atomics on memory that is
 * not the engine's own (slots of rings and completions, counters of a program). Not part of the
 * interface.
 *
 * Input: addresses that a submission names, each checked by the caller. Invariant: a completion's
 * return code is visible to a thread that has loaded its cookie with acquire order.
 */
#ifndef ACALL_MEMORY_H
#define ACALL_MEMORY_H

#include "acall.h"

/*
 * The system call `nr`, unless `*cancel` is set before it is made: then -ECANCELED. See window.S.
 */
int64_t acall_window_call(uint64_t nr, const uint64_t *_Nonnull args,
                          const uint32_t *_Nonnull cancel);

/* A flag that is never set: for calls that nobody can cancel. */
extern const uint32_t acall_never_cancelled;

/* Its address, by which the signal's handler knows it: Swift would pass that of a copy. */
static inline const uint32_t *_Nonnull acall_never(void) { return &acall_never_cancelled; }

/* The system call `nr`, as the kernel answers it: -4095 ... -1 is a negated errno. */
static inline int64_t acall_raw_syscall(uint64_t nr, const uint64_t *_Nonnull args) {
    return acall_window_call(nr, args, &acall_never_cancelled);
}

/* The calling thread's id, asked of the kernel once. */
int32_t acall_thread_id(void);

/* CLOCK_MONOTONIC in nanoseconds, without a system call where the machine's vDSO has it. */
static inline uint32_t acall_load_acquire_u32(const uint32_t *_Nonnull word) {
    return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

static inline void acall_store_release_u32(uint32_t *_Nonnull word, uint32_t value) {
    __atomic_store_n(word, value, __ATOMIC_RELEASE);
}

static inline uint64_t acall_load_acquire_u64(const uint64_t *_Nonnull word) {
    return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

static inline _Bool acall_same_bytes(const void *_Nonnull a, const void *_Nonnull b, uint64_t count) {
    return __builtin_memcmp(a, b, count) == 0;
}

/* As strnlen. */
static inline size_t acall_string_length(const void *_Nonnull string, size_t most) {
    const void *end = __builtin_memchr(string, 0, most);
    return end ? (size_t)((const char *)end - (const char *)string) : most;
}

/*
 * Has the kernel copy what may not be there: how many bytes it copied (fewer where the rest is not there), or a
 * negated errno: -EFAULT, or the refusal of a sandbox.
 */
int64_t acall_ask_copy(void *_Nonnull to, const void *_Nonnull from, uint64_t count);

/* Calls an acall_host_function by its address. */
static inline int64_t acall_call_host(uint64_t function, void *_Nullable context, const uint64_t *_Nonnull arguments) {
    return ((acall_host_function)(uintptr_t)function)(context, arguments);
}

static inline uint64_t acall_monotonic_time(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

/*
 * Stores a completion. Partner of the cookie's release: the acquire load of the thread that polls the
 * cookie.
 */
static inline void acall_store_completion(struct acall_completion *_Nonnull slot,
                                          uint64_t return_code, uint64_t cookie) {
    __atomic_store_n(&slot->return_code, return_code, __ATOMIC_RELAXED);
    __atomic_store_n(&slot->cookie, cookie, __ATOMIC_RELEASE);
}

/*
 * Stores a completion with its times. `count` is added to; partner of the cookie's release: as
 * above.
 */
static inline void acall_store_observed(struct acall_observed_completion *_Nonnull slot,
                                        uint64_t return_code, uint64_t cookie, uint64_t start,
                                        uint64_t end, uint64_t thread) {
    __atomic_store_n(&slot->return_code, return_code, __ATOMIC_RELAXED);
    __atomic_store_n(&slot->start, start, __ATOMIC_RELAXED);
    __atomic_store_n(&slot->end, end, __ATOMIC_RELAXED);
    __atomic_store_n(&slot->thread, thread, __ATOMIC_RELAXED);
    uint64_t count = __atomic_load_n(&slot->count, __ATOMIC_RELAXED);
    __atomic_store_n(&slot->count, count + 1, __ATOMIC_RELAXED);
    __atomic_store_n(&slot->cookie, cookie, __ATOMIC_RELEASE);
}

/*
 * Puts a completion into a ring: takes the next place first, then fills it; `nr` is read anew. A
 * ring of no entries only counts. Partner of the head's increment (sequentially consistent): the
 * ring waiter's announcement, made before it loads the head for the last time; of the cookie's
 * release: the reader.
 */
static inline void acall_store_ring(struct acall_completion_ring *_Nonnull ring,
                                    uint64_t return_code, uint64_t cookie) {
    uint32_t place = __atomic_fetch_add(&ring->head, 1, __ATOMIC_SEQ_CST);
    uint32_t entries = __atomic_load_n(&ring->nr, __ATOMIC_RELAXED);
    if (entries == 0) return;
    struct acall_completion *slots = (struct acall_completion *)(ring + 1);
    /* A division would cost as much as the rest. */
    uint32_t index = (entries & (entries - 1)) == 0 ? place & (entries - 1) : place % entries;
    acall_store_completion(&slots[index], return_code, cookie);
}

/*
 * The same for `count` completions at once, as if so many threads had each taken their place:
 * `records` are their submissions.
 */
static inline void acall_store_ring_run(struct acall_completion_ring *_Nonnull ring, uint32_t count,
                                        const int64_t *_Nonnull return_codes,
                                        const struct acall_submission *_Nonnull records) {
    uint32_t place = __atomic_fetch_add(&ring->head, count, __ATOMIC_SEQ_CST);
    uint32_t entries = __atomic_load_n(&ring->nr, __ATOMIC_RELAXED);
    if (entries == 0) return;
    struct acall_completion *slots = (struct acall_completion *)(ring + 1);
    for (uint32_t done = 0; done < count; done++, place++) {
        uint32_t index = (entries & (entries - 1)) == 0 ? place & (entries - 1) : place % entries;
        acall_store_completion(&slots[index], (uint64_t)return_codes[done], records[done].cookie);
    }
}

/* Asks for a line that will be written soon: to be had while a system call is being made. */
static inline void acall_prefetch(const void *_Nonnull address) {
#if defined(__x86_64__)
    /* The compiler emits it only for later processors; earlier ones take it for no operation. */
    __asm__ volatile("prefetchw %0" : : "m"(*(const char *)address));
#else
    __builtin_prefetch(address, 1, 3);
#endif
}

/* Asks for what acall_store_ring will write, if no other thread is faster. */
static inline void acall_prefetch_ring(const struct acall_completion_ring *_Nonnull ring) {
    uint32_t place = __atomic_load_n(&ring->head, __ATOMIC_RELAXED);
    uint32_t entries = __atomic_load_n(&ring->nr, __ATOMIC_RELAXED);
    acall_prefetch(ring);
    /* As if the size were a power of two, which it mostly is: a wrong guess costs a line. */
    acall_prefetch((const struct acall_completion *)(ring + 1) + (place & (entries - 1)));
}

/* Partner: the head's increment in acall_store_ring. */
static inline uint32_t acall_load_ring_head(const struct acall_completion_ring *_Nonnull ring) {
    return __atomic_load_n(&ring->head, __ATOMIC_SEQ_CST);
}

/* Partner: the release of the cookie in the three stores above. */
static inline uint64_t acall_load_cookie(const uint64_t *_Nonnull cookie) {
    return __atomic_load_n(cookie, __ATOMIC_ACQUIRE);
}

/*
 * The entry at `place % nr`, for readers that have no flexible array; null for a ring of no
 * entries.
 */
static inline struct acall_completion *_Nullable acall_ring_entry(
    struct acall_completion_ring *_Nonnull ring, uint32_t place) {
    uint32_t entries = __atomic_load_n(&ring->nr, __ATOMIC_RELAXED);
    if (entries == 0) return (struct acall_completion *)0;
    return (struct acall_completion *)(ring + 1) + place % entries;
}

/*
 * Partner: itself on other threads; chains that take items from a shared counter. `address` % 8 ==
 * 0.
 */
static inline uint64_t acall_fetch_add(uint64_t *_Nonnull address, uint64_t delta) {
    return __atomic_fetch_add(address, delta, __ATOMIC_SEQ_CST);
}

#endif
