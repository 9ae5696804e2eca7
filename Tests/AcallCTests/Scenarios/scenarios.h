/* What the scenarios of the interface share: assertions, rings, records. */
#ifndef SCENARIOS_H
#define SCENARIOS_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <acall.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CHECK(condition)                                                                  \
    do {                                                                                  \
        if (!(condition)) {                                                               \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);              \
            _exit(1);                                                                     \
        }                                                                                 \
    } while (0)

struct scenario {
    const char *name;
    void (*run)(void);
};

extern const struct scenario interface_scenarios[], wait_scenarios[], chain_scenarios[];

/* An address as the records have it. */
#define ADDRESS(pointer) ((uint64_t)(uintptr_t)(pointer))

/* A ring of `nr` completions, zeroed. */
static inline struct acall_completion_ring *new_ring(uint32_t nr) {
    struct acall_completion_ring *ring =
        (struct acall_completion_ring *)calloc(1, sizeof *ring + nr * sizeof(struct acall_completion));
    CHECK(ring != NULL);
    ring->nr = nr;
    return ring;
}

static inline struct acall_submission record(uint32_t nr, uint32_t flags, uint64_t a, uint64_t b, uint64_t c) {
    struct acall_submission made;
    memset(&made, 0, sizeof made);
    made.nr = nr;
    made.flags = flags;
    made.cookie = 1;
    made.args[0] = a;
    made.args[1] = b;
    made.args[2] = c;
    return made;
}

static inline long submit_one(struct acall_submission *one) {
    struct acall_submission *list[1];
    list[0] = one;
    return acall_submit(list, 1);
}

/* Submits an array of records that stand one after the other. */
static inline long submit_all(struct acall_submission *first, unsigned long nr) {
    struct acall_submission *list[256];
    unsigned long index;
    CHECK(nr <= 256);
    for (index = 0; index < nr; index++) list[index] = first + index;
    return acall_submit(list, nr);
}

/* Waits until the ring has `count` completions more than `tail`. */
static inline void reap(struct acall_completion_ring *ring, uint32_t tail, uint32_t count) {
    uint32_t index;
    while ((uint32_t)(__atomic_load_n(&ring->head, __ATOMIC_ACQUIRE) - tail) < count)
        CHECK(acall_ring_pwait(ring, tail, count, NULL, NULL, 0) == 0);
    for (index = 0; index < count; index++) {
        struct acall_completion *slot = acall_ring_completions(ring) + (tail + index) % ring->nr;
        while (__atomic_load_n(&slot->cookie, __ATOMIC_ACQUIRE) == 0) usleep(10);
    }
}

static inline int64_t code_of(const struct acall_completion *completion) { return (int64_t)completion->return_code; }

/* Waits for a completion in a slot of its own. */
static inline int64_t await_slot(struct acall_completion *slot) {
    while (__atomic_load_n(&slot->cookie, __ATOMIC_ACQUIRE) == 0) usleep(50);
    return code_of(slot);
}

static inline long wait_for(struct acall_id *id) {
    struct acall_id *list[1];
    list[0] = id;
    return acall_comp_pwait(list, 1, NULL, NULL, 0);
}

#endif
