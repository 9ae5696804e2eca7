// What the baselines share. Not for the bench itself.
#ifndef SHARED_H
#define SHARED_H

#include <stdint.h>

/// Sorts the samples and gives the middle one.
int64_t bench_median(int64_t *samples, long count);

void bench_futex_wait(uint32_t *word, uint32_t value);
void bench_futex_wake(uint32_t *word);

#endif
