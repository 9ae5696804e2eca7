/*
 * acall_testing.h: faults and noise for tests. Not part of the interface, and without effect in a
 * release build.
 *
 * Invariant: what is asked for holds for the whole process, so a test asks for it in a process of
 * its own.
 */
#ifndef ACALL_TESTING_H
#define ACALL_TESTING_H

#include "acall.h"

/* The engine's own calls of the system that can be made to fail. */
enum acall_fault_point {
    ACALL_FAULT_MEMORY,      /* memory of the engine's own (mmap, brk) */
    ACALL_FAULT_THREAD,      /* a thread started (clone) */
    ACALL_FAULT_FUTEX_WAIT,  /* a sleep */
    ACALL_FAULT_FUTEX_WAKE,  /* a wake */
    ACALL_FAULT_SIGACTION,   /* the cancel signal's handler */
    ACALL_FAULT_SIGNAL,      /* the cancel signal sent (tgkill) */
    ACALL_FAULT_EVENT,       /* a descriptor for a wait with a signal mask (eventfd) */
    ACALL_FAULT_TIMER,       /* a deadline's timer (timer_create, timer_settime) */
    ACALL_FAULT_POINTS
};

/*
 * From its use number `first` (1: the next one; 0: none) on, `count` uses of `point` fail with
 * `error`, a positive errno.
 */
void acall_inject_fault(int point, uint64_t first, uint64_t count, int error);
/* How often `point` was used since its last acall_inject_fault. */
uint64_t acall_fault_uses(int point);
/* Used once more: 0, or the errno that it fails with. */
int acall_fault_now(int point);

#ifdef DEBUG
#define ACALL_FAULT(point) acall_fault_now(point)
#else
#define ACALL_FAULT(point) 0
#endif

/* acall_window_here as a function. */
int64_t acall_window_made_here(uint64_t nr, const uint64_t *_Nonnull args, const uint32_t *_Nonnull cancel);

/* From now on threads yield or spin, at random, at every atomic access. 0: no longer. */
void acall_make_noise(uint64_t seed);
extern uint64_t acall_noise_seed;
void acall_noise_step(void);
static inline void acall_noise_point(void) {
    if (__atomic_load_n(&acall_noise_seed, __ATOMIC_RELAXED) != 0) acall_noise_step();
}
/* As acall_store_completion and acall_store_ring, with noise between their steps. */
void acall_noisy_store_completion(struct acall_completion *_Nonnull slot, uint64_t return_code,
                                  uint64_t cookie);
void acall_noisy_store_ring(struct acall_completion_ring *_Nonnull ring, uint64_t return_code,
                            uint64_t cookie);

#endif
