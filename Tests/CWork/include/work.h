/* What a part of a program asks of the allocator, of memory and of reference counts: work that can be counted exactly,
   on every machine. */
#ifndef ACALL_WORK_H
#define ACALL_WORK_H

#include <stdint.h>

struct work {
    uint64_t allocations;
    uint64_t allocated_bytes;
    uint64_t moved_bytes;
    uint64_t retains;
    /* The most that was allocated at once, above what was there when the counting began. */
    uint64_t peak_bytes;
};

/* Counts from zero, on this thread. */
void work_begin(void);

/* Stops counting. */
struct work work_end(void);

#endif
