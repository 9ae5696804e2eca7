// The chains over many files once more, as linked io_uring requests with direct descriptors.
//
// A linked request can't use an earlier one's result, so the size comes from a statx by path. Raw
// system calls: liburing need not be there. Making the ring is not timed, as no pool's start is.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/io_uring.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "baselines.h"

enum { CHAINS = 64, STEPS = 4, READ_SIZE = 4096 };

struct ring {
    int fd;
    void *area;
    size_t area_size;
    struct io_uring_sqe *sqes;
    size_t sqes_size;
    unsigned *sq_tail, *sq_mask, *sq_array, *cq_head, *cq_tail, *cq_mask;
    struct io_uring_cqe *cqes;
};

struct chain {
    struct statx status;
    long item;
    int left, result;
    char buffer[READ_SIZE];
};

static int map_ring(struct ring *ring, const struct io_uring_params *params) {
    size_t sq_size = params->sq_off.array + params->sq_entries * sizeof(unsigned);
    size_t cq_size = params->cq_off.cqes + params->cq_entries * sizeof(struct io_uring_cqe);
    ring->area_size = sq_size > cq_size ? sq_size : cq_size;
    ring->sqes_size = params->sq_entries * sizeof(struct io_uring_sqe);
    const int protection = PROT_READ | PROT_WRITE, flags = MAP_SHARED | MAP_POPULATE;
    char *area = mmap(NULL, ring->area_size, protection, flags, ring->fd, IORING_OFF_SQ_RING);
    if (area == MAP_FAILED) return -errno;
    ring->area = area;
    ring->sqes = mmap(NULL, ring->sqes_size, protection, flags, ring->fd, IORING_OFF_SQES);
    if (ring->sqes == MAP_FAILED) return -errno;
    ring->sq_tail = (unsigned *)(area + params->sq_off.tail);
    ring->sq_mask = (unsigned *)(area + params->sq_off.ring_mask);
    ring->sq_array = (unsigned *)(area + params->sq_off.array);
    ring->cq_head = (unsigned *)(area + params->cq_off.head);
    ring->cq_tail = (unsigned *)(area + params->cq_off.tail);
    ring->cq_mask = (unsigned *)(area + params->cq_off.ring_mask);
    ring->cqes = (struct io_uring_cqe *)(area + params->cq_off.cqes);
    return 0;
}

static void close_ring(struct ring *ring) {
    if (ring->sqes != NULL && ring->sqes != MAP_FAILED) munmap(ring->sqes, ring->sqes_size);
    if (ring->area != NULL) munmap(ring->area, ring->area_size);
    if (ring->fd >= 0) close(ring->fd);
}

/// A ring with an empty table of descriptors; 0 or a negative errno.
static int open_ring(struct ring *ring) {
    int none[CHAINS];
    memset(ring, 0, sizeof *ring);
    struct io_uring_params params = {
        .flags = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN};
    ring->fd = (int)syscall(SYS_io_uring_setup, CHAINS * STEPS, &params);
    if (ring->fd < 0 && errno == EINVAL) {
        memset(&params, 0, sizeof params);
        ring->fd = (int)syscall(SYS_io_uring_setup, CHAINS * STEPS, &params);
    }
    if (ring->fd < 0) return -errno;
    // One area for both rings, since Linux 5.4; direct descriptors need 5.15.
    int result = params.features & IORING_FEAT_SINGLE_MMAP ? map_ring(ring, &params) : -ENOSYS;
    for (int i = 0; i < CHAINS; i++) none[i] = -1;
    if (result < 0) return result;
    long done = syscall(SYS_io_uring_register, ring->fd, IORING_REGISTER_FILES, none, CHAINS);
    return done < 0 ? -errno : 0;
}

static struct io_uring_sqe *next_entry(struct ring *ring, unsigned char operation, unsigned slot) {
    unsigned tail = *ring->sq_tail, index = tail & *ring->sq_mask;
    struct io_uring_sqe *entry = &ring->sqes[index];
    memset(entry, 0, sizeof *entry);
    entry->opcode = operation;
    entry->user_data = slot;
    ring->sq_array[index] = index;
    __atomic_store_n(ring->sq_tail, tail + 1, __ATOMIC_RELEASE);
    return entry;
}

static void push_chain(struct ring *ring, struct chain *chain, unsigned slot, const char *path) {
    chain->left = STEPS;
    chain->result = 0;
    struct io_uring_sqe *entry = next_entry(ring, IORING_OP_OPENAT, slot);
    entry->fd = AT_FDCWD;
    entry->addr = (uintptr_t)path;
    entry->open_flags = O_RDONLY;
    entry->file_index = slot + 1;
    entry->flags = IOSQE_IO_LINK;
    entry = next_entry(ring, IORING_OP_STATX, slot);
    entry->fd = AT_FDCWD;
    entry->addr = (uintptr_t)path;
    entry->len = STATX_SIZE;
    entry->off = (uintptr_t)&chain->status;
    entry->flags = IOSQE_IO_LINK;
    entry = next_entry(ring, IORING_OP_READ, slot);
    entry->fd = (int)slot;
    entry->addr = (uintptr_t)chain->buffer;
    entry->len = READ_SIZE;
    // A read shorter than its buffer breaks an ordinary link.
    entry->flags = IOSQE_FIXED_FILE | IOSQE_IO_HARDLINK;
    entry = next_entry(ring, IORING_OP_CLOSE, slot);
    entry->file_index = slot + 1;
}

/// Takes what has completed; the number of chains that ended, or the first error.
static int reap(struct ring *ring, struct chain *chains, uint64_t *sizes, unsigned *freed) {
    unsigned head = *ring->cq_head, tail = __atomic_load_n(ring->cq_tail, __ATOMIC_ACQUIRE);
    int ended = 0, result = 0;
    for (; head != tail; head++) {
        const struct io_uring_cqe *entry = &ring->cqes[head & *ring->cq_mask];
        struct chain *chain = &chains[entry->user_data];
        if (entry->res < 0 && chain->result == 0) chain->result = entry->res;
        if (--chain->left > 0) continue;
        if (chain->result < 0) result = chain->result;
        sizes[chain->item] = chain->status.stx_size;
        freed[ended++] = (unsigned)entry->user_data;
    }
    __atomic_store_n(ring->cq_head, head, __ATOMIC_RELEASE);
    return result < 0 ? result : ended;
}

static int run_chains(struct ring *ring, struct chain *chains, const char *const *paths, long count,
    uint64_t *sizes) {
    unsigned idle[CHAINS], waiting = CHAINS, pending = 0;
    for (unsigned i = 0; i < CHAINS; i++) idle[i] = i;
    for (long next = 0, done = 0; done < count;) {
        for (; waiting > 0 && next < count; next++) {
            unsigned slot = idle[--waiting];
            chains[slot].item = next;
            push_chain(ring, &chains[slot], slot, paths[next]);
            pending += STEPS;
        }
        const unsigned flags = IORING_ENTER_GETEVENTS;
        long sent = syscall(SYS_io_uring_enter, ring->fd, pending, 1, flags, NULL, 0);
        if (sent < 0 && errno != EINTR) return -errno;
        if (sent > 0) pending -= (unsigned)sent;
        int ended = reap(ring, chains, sizes, &idle[waiting]);
        if (ended < 0) return ended;
        waiting += (unsigned)ended;
        done += ended;
    }
    return 0;
}

int64_t bench_files_uring(const char *const *paths, long count, uint64_t *sizes) {
    struct ring ring;
    struct chain *chains = calloc(CHAINS, sizeof *chains);
    int64_t result = chains == NULL ? -ENOMEM : open_ring(&ring);
    if (result == 0) {
        int64_t start = bench_now();
        result = run_chains(&ring, chains, paths, count, sizes);
        if (result == 0) result = bench_now() - start;
    }
    if (chains != NULL) close_ring(&ring);
    // The kernel takes a ring apart in a thread of its own: not in the time of what is measured next.
    bench_pause(20000000);
    // After an error requests may still be running, and they write there.
    if (result >= 0) free(chains);
    return result;
}
