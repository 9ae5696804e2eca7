/*
 * What tests ask of the lowest layer: that a call of the engine's own fails, that threads yield.
 *
 * Input: which use of which call fails and how; a seed. Output: what the engine's functions consult
 * in a debug build; in a release build nothing consults it. Invariant: nothing happens until a test
 * asks for it.
 */
#define _GNU_SOURCE
#include "acall_testing.h"

#include "acall_memory.h"
#include "acall_threads.h"
#include "acall_window.h"

#include <sched.h>

static struct {
    uint64_t uses, first, count;
    int error;
} plans[ACALL_FAULT_POINTS];

void acall_inject_fault(int point, uint64_t first, uint64_t count, int error) {
    if (point < 0 || point >= ACALL_FAULT_POINTS) return;
    __atomic_store_n(&plans[point].uses, 0, __ATOMIC_SEQ_CST);
    /* Threads of an engine may be looking: each word by itself, what starts it last.
       Partner: the loads in acall_fault_now. */
    __atomic_store_n(&plans[point].error, error, __ATOMIC_RELAXED);
    __atomic_store_n(&plans[point].count, count, __ATOMIC_RELAXED);
    __atomic_store_n(&plans[point].first, first, __ATOMIC_RELEASE);
}

uint64_t acall_fault_uses(int point) {
    if (point < 0 || point >= ACALL_FAULT_POINTS) return 0;
    return __atomic_load_n(&plans[point].uses, __ATOMIC_SEQ_CST);
}

/* Partner: the stores in acall_inject_fault. */
int acall_fault_now(int point) {
    uint64_t use = __atomic_add_fetch(&plans[point].uses, 1, __ATOMIC_SEQ_CST);
    uint64_t first = __atomic_load_n(&plans[point].first, __ATOMIC_ACQUIRE);
    if (first == 0 || use < first) return 0;
    if (use - first >= __atomic_load_n(&plans[point].count, __ATOMIC_RELAXED)) return 0;
    return __atomic_load_n(&plans[point].error, __ATOMIC_RELAXED);
}

uint64_t acall_noise_seed;

void acall_make_noise(uint64_t seed) { __atomic_store_n(&acall_noise_seed, seed, __ATOMIC_RELAXED); }

/* A thread's own stream of the seed: reproducible for each thread, if not for their order. */
void acall_noise_step(void) {
    static _Thread_local uint64_t state;
    uint64_t seed = __atomic_load_n(&acall_noise_seed, __ATOMIC_RELAXED);
    if (state == 0) state = seed + (uint64_t)acall_thread_id() * 0x9e3779b97f4a7c15u;
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    if (seed == 0) return;
    if (state % 4 == 0) sched_yield();
    else if (state % 4 == 1)
        for (uint64_t turns = state >> 56; turns > 0; turns--) acall_pause();
}

void acall_noisy_store_completion(struct acall_completion *slot, uint64_t return_code,
                                  uint64_t cookie) {
    __atomic_store_n(&slot->return_code, return_code, __ATOMIC_RELAXED);
    acall_noise_step();
    __atomic_store_n(&slot->cookie, cookie, __ATOMIC_RELEASE);
    acall_noise_step();
}

void acall_noisy_store_ring(struct acall_completion_ring *ring, uint64_t return_code,
                            uint64_t cookie) {
    acall_noise_step();
    uint32_t place = __atomic_fetch_add(&ring->head, 1, __ATOMIC_SEQ_CST);
    acall_noise_step();
    struct acall_completion *slot = acall_ring_entry(ring, place);
    if (slot) acall_noisy_store_completion(slot, return_code, cookie);
}

/* As it is where it is used: a sanitizer's own code would come before it. */
#if defined(__has_attribute) && __has_attribute(disable_sanitizer_instrumentation)
__attribute__((disable_sanitizer_instrumentation))
#endif
int64_t acall_window_made_here(uint64_t nr, const uint64_t *args, const uint32_t *cancel) {
    return acall_window_here(nr, args[0], args[1], args[2], args[3], args[4], args[5], cancel);
}
