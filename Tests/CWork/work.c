// Counts by standing in for functions of the C library and of the Swift runtime. The C library's are taken from
// here by the runtime too; what retains is counted where the program's own code does.
#define _GNU_SOURCE
#include "include/work.h"

#include <dlfcn.h>
#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static bool is_counting;
static struct work counts;
static int64_t live;

static void *added(void *block) {
    if (!is_counting || !block) return block;
    size_t size = malloc_usable_size(block);
    counts.allocations++;
    counts.allocated_bytes += size;
    live += (int64_t)size;
    if (live > (int64_t)counts.peak_bytes) counts.peak_bytes = (uint64_t)live;
    return block;
}

static void removed(void *block) {
    if (is_counting && block) live -= (int64_t)malloc_usable_size(block);
}

void *malloc(size_t size) { return added(__libc_malloc(size)); }

void *calloc(size_t count, size_t size) { return added(__libc_calloc(count, size)); }

void *realloc(void *block, size_t size) {
    removed(block);
    return added(__libc_realloc(block, size));
}

void *memalign(size_t alignment, size_t size) { return added(__libc_memalign(alignment, size)); }

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **block, size_t alignment, size_t size) {
    void *made = memalign(alignment, size);
    if (!made) return ENOMEM;
    *block = made;
    return 0;
}

void free(void *block) {
    removed(block);
    __libc_free(block);
}

// The compiler must not make a call of these functions out of their own loops.
#define PLAIN __attribute__((no_builtin))

PLAIN void *memmove(void *to, const void *from, size_t size) {
    if (is_counting) counts.moved_bytes += size;
    char *target = to;
    const char *source = from;
    if (target < source) {
#if defined __x86_64__
        __asm__ volatile("rep movsb" : "+D"(target), "+S"(source), "+c"(size) : : "memory");
#else
        for (size_t index = 0; index < size; index++) target[index] = source[index];
#endif
    } else {
        while (size-- > 0) target[size] = source[size];
    }
    return to;
}

PLAIN void *memcpy(void *restrict to, const void *restrict from, size_t size) {
    return memmove(to, from, size);
}

// Callers of swift_retain expect all registers but the result's kept.
#define KEEPING __attribute__((preserve_most))

typedef void *KEEPING retain_function(void *);
static retain_function *retain;

KEEPING void *swift_retain(void *object) {
    if (is_counting) counts.retains++;
    if (!retain) retain = (retain_function *)dlsym(RTLD_NEXT, "swift_retain");
    return retain(object);
}

void work_begin(void) {
    counts = (struct work){0};
    live = 0;
    is_counting = true;
}

struct work work_end(void) {
    is_counting = false;
    return counts;
}
