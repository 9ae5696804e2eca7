/* Submitting: where completions go, what is refused, whose state a call has. */
#include "scenarios.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <sys/wait.h>

static void one_write(void) {
    int ends[2];
    char got[3];
    struct acall_completion slot = {0, 0};
    struct acall_submission one;
    CHECK(pipe(ends) == 0);
    one = record(SYS_write, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[1], ADDRESS("hi"), 2);
    one.completion_pointer = ADDRESS(&slot);
    one.cookie = 77;
    CHECK(submit_one(&one) == 1);
    memset(&one, 0xff, sizeof one); /* it was copied */
    CHECK(await_slot(&slot) == 2);
    CHECK(slot.cookie == 77);
    CHECK(read(ends[0], got, 3) == 2 && got[0] == 'h' && got[1] == 'i');
}

static void sixty_four_at_once(void) {
    struct acall_completion_ring *ring = new_ring(64);
    struct acall_submission records[64];
    int index;
    for (index = 0; index < 64; index++) {
        records[index] = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
        records[index].cookie = (uint64_t)index + 1;
        records[index].completion_ring_pointer = ADDRESS(ring);
    }
    CHECK(submit_all(records, 64) == 64);
    reap(ring, 0, 64);
    {
        uint64_t seen = 0;
        for (index = 0; index < 64; index++) {
            CHECK(code_of(acall_ring_completions(ring) + index) == getppid());
            seen |= (uint64_t)1 << (acall_ring_completions(ring)[index].cookie - 1);
        }
        CHECK(seen == ~(uint64_t)0);
    }
}

static void slot_and_ring(void) {
    struct acall_completion_ring *ring = new_ring(1);
    struct acall_completion slot = {0, 0};
    struct acall_submission one = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
    one.completion_pointer = ADDRESS(&slot);
    one.completion_ring_pointer = ADDRESS(ring);
    CHECK(submit_one(&one) == 1);
    reap(ring, 0, 1);
    CHECK(await_slot(&slot) == getppid());
    CHECK(code_of(acall_ring_completions(ring)) == getppid());
}

static void neither_slot_nor_ring(void) {
    int ends[2];
    char byte = 0;
    struct acall_submission one;
    CHECK(pipe(ends) == 0);
    one = record(SYS_write, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[1], ADDRESS("x"), 1);
    CHECK(submit_one(&one) == 1);
    CHECK(read(ends[0], &byte, 1) == 1 && byte == 'x');
}

static void ring_wraps(void) {
    struct acall_completion_ring *ring = new_ring(3);
    uint32_t tail = 0xfffffffeu;
    int index;
    ring->head = tail;
    for (index = 0; index < 9; index++) {
        struct acall_submission one = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
        one.cookie = (uint64_t)index + 1;
        one.completion_ring_pointer = ADDRESS(ring);
        acall_ring_completions(ring)[tail % 3].cookie = 0;
        CHECK(submit_one(&one) == 1);
        reap(ring, tail, 1);
        CHECK(acall_ring_completions(ring)[tail % 3].cookie == (uint64_t)index + 1);
        tail++;
    }
    CHECK(ring->head == tail);
}

static void two_rings(void) {
    struct acall_completion_ring *a = new_ring(4), *b = new_ring(4);
    struct acall_submission records[4];
    int index;
    for (index = 0; index < 4; index++) {
        records[index] = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
        records[index].cookie = (uint64_t)index + 1;
        records[index].completion_ring_pointer = ADDRESS(index % 2 == 0 ? a : b);
    }
    CHECK(submit_all(records, 4) == 4);
    reap(a, 0, 2);
    reap(b, 0, 2);
    for (index = 0; index < 2; index++) {
        CHECK(acall_ring_completions(a)[index].cookie % 2 == 1);
        CHECK(acall_ring_completions(b)[index].cookie % 2 == 0);
    }
}

static void *submit_hundred(void *context) {
    struct acall_completion_ring *ring = (struct acall_completion_ring *)context;
    int index;
    for (index = 0; index < 100; index++) {
        struct acall_submission one = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
        one.completion_ring_pointer = ADDRESS(ring);
        CHECK(submit_one(&one) == 1);
    }
    return NULL;
}

static void ring_shared_by_threads(void) {
    struct acall_completion_ring *ring = new_ring(400);
    pthread_t threads[4];
    int index;
    for (index = 0; index < 4; index++) CHECK(pthread_create(&threads[index], NULL, submit_hundred, ring) == 0);
    for (index = 0; index < 4; index++) CHECK(pthread_join(threads[index], NULL) == 0);
    reap(ring, 0, 400);
    CHECK(ring->head == 400);
}

static void nothing_to_submit(void) {
    struct acall_submission *list[1] = {NULL};
    CHECK(acall_submit(NULL, 0) == 0);
    CHECK(acall_submit(list, 0) == 0);
}

static void null_in_the_array(void) {
    struct acall_completion_ring *ring = new_ring(2);
    struct acall_submission one = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
    struct acall_submission *list[2] = {NULL, NULL};
    one.completion_ring_pointer = ADDRESS(ring);
    CHECK(acall_submit(list, 1) == -EFAULT);
    list[0] = &one;
    CHECK(acall_submit(list, 2) == 1);
    reap(ring, 0, 1);
}

static void unknown_flags(void) {
    struct acall_completion_ring *ring = new_ring(2);
    struct acall_submission records[2];
    records[0] = record(SYS_getppid, 0x80000000u, 0, 0, 0);
    CHECK(submit_one(&records[0]) == -EINVAL);
    records[0].flags = ACALL_SUBMIT_THREAD_POOL;
    records[0].completion_ring_pointer = ADDRESS(ring);
    records[1] = record(SYS_getppid, 0x80000000u, 0, 0, 0);
    CHECK(submit_all(records, 2) == 1);
    reap(ring, 0, 1);
}

static void no_such_call(void) {
    struct acall_completion slot = {0, 0};
    struct acall_submission one = record(100000, ACALL_SUBMIT_THREAD_POOL, 0, 0, 0);
    one.completion_pointer = ADDRESS(&slot);
    CHECK(submit_one(&one) == 1);
    CHECK(await_slot(&slot) == -ENOSYS);
}

static void errors_are_results(void) {
    struct acall_completion slot = {0, 0};
    struct acall_submission one = record(SYS_close, ACALL_SUBMIT_THREAD_POOL, 12345, 0, 0);
    errno = 4711;
    one.completion_pointer = ADDRESS(&slot);
    CHECK(submit_one(&one) == 1);
    CHECK(await_slot(&slot) == -EBADF);
    CHECK(errno == 4711); /* nobody touches it */
}

/* A thread of its own has the submitter's state, a pool thread has not. */
static void thread_of_its_own(void) {
    struct acall_completion own = {0, 0}, pooled = {0, 0};
    struct acall_submission one = record(SYS_gettid, 0, 0, 0, 0);
    one.completion_pointer = ADDRESS(&own);
    CHECK(submit_one(&one) == 1);
    one.flags = ACALL_SUBMIT_THREAD_POOL;
    one.completion_pointer = ADDRESS(&pooled);
    CHECK(submit_one(&one) == 1);
    CHECK(await_slot(&own) > 0 && await_slot(&pooled) > 0);
    CHECK(code_of(&own) != syscall(SYS_gettid) && code_of(&own) != code_of(&pooled));
}

static void child_has_an_empty_engine(void) {
    int ends[2], status = 0;
    char byte;
    struct acall_submission one;
    pid_t child;
    CHECK(pipe(ends) == 0);
    one = record(SYS_read, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[0], ADDRESS(&byte), 1);
    CHECK(submit_one(&one) == 1);
    child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        one_write();
        CHECK(acall_shutdown() >= 0);
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    CHECK(write(ends[1], "x", 1) == 1);
    CHECK(acall_shutdown() >= 0);
}

static void shutdown_and_anew(void) {
    int ends[2];
    char byte;
    struct acall_completion slot = {0, 0};
    struct acall_submission one;
    CHECK(pipe(ends) == 0);
    one = record(SYS_read, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[0], ADDRESS(&byte), 1);
    one.completion_pointer = ADDRESS(&slot);
    CHECK(submit_one(&one) == 1);
    CHECK(acall_shutdown() >= 0);
    CHECK(slot.cookie != 0); /* whatever became of it, it has completed */
    CHECK(code_of(&slot) == -EINTR || code_of(&slot) == -ECANCELED);
    one_write();
    CHECK(acall_shutdown() >= 0);
    CHECK(acall_shutdown() >= 0);
}

static void cancel_signal_is_chosen_once(void) {
    CHECK(acall_set_cancel_signal(SIGTERM) == -EINVAL);
    CHECK(acall_set_cancel_signal(0) == -EINVAL);
    CHECK(acall_set_cancel_signal(SIGRTMIN + 5) == 0);
    one_write();
    CHECK(acall_set_cancel_signal(SIGRTMIN + 6) == -EBUSY);
}

static void cancel_signal_in_use(void) {
    CHECK(signal(SIGRTMIN + 3, SIG_IGN) != SIG_ERR);
    CHECK(acall_set_cancel_signal(SIGRTMIN + 3) == -EBUSY);
}

/* A file read in pieces at once is the file. */
static void pieces_of_a_file(void) {
    static char whole[16 * 4096], read_back[16 * 4096];
    struct acall_completion_ring *ring = new_ring(16);
    struct acall_submission records[16];
    char name[] = "/tmp/acall-scenario-XXXXXX";
    int descriptor = mkstemp(name), index;
    CHECK(descriptor >= 0 && unlink(name) == 0);
    for (index = 0; index < (int)sizeof whole; index++) whole[index] = (char)(index * 31 + index / 4096);
    CHECK(write(descriptor, whole, sizeof whole) == (ssize_t)sizeof whole);
    for (index = 0; index < 16; index++) {
        records[index] = record(SYS_pread64, ACALL_SUBMIT_THREAD_POOL, (uint64_t)descriptor,
                                ADDRESS(read_back + index * 4096), 4096);
        records[index].args[3] = (uint64_t)index * 4096;
        records[index].completion_ring_pointer = ADDRESS(ring);
    }
    CHECK(submit_all(records, 16) == 16);
    reap(ring, 0, 16);
    for (index = 0; index < 16; index++) CHECK(code_of(acall_ring_completions(ring) + index) == 4096);
    CHECK(memcmp(whole, read_back, sizeof whole) == 0);
}

const struct scenario interface_scenarios[] = {
    {"one write", one_write},
    {"sixty-four at once", sixty_four_at_once},
    {"slot and ring", slot_and_ring},
    {"neither slot nor ring", neither_slot_nor_ring},
    {"ring wraps", ring_wraps},
    {"two rings", two_rings},
    {"ring shared by threads", ring_shared_by_threads},
    {"nothing to submit", nothing_to_submit},
    {"null in the array", null_in_the_array},
    {"unknown flags", unknown_flags},
    {"no such call", no_such_call},
    {"errors are results", errors_are_results},
    {"thread of its own", thread_of_its_own},
    {"child has an empty engine", child_has_an_empty_engine},
    {"shutdown and anew", shutdown_and_anew},
    {"cancel signal is chosen once", cancel_signal_is_chosen_once},
    {"cancel signal in use", cancel_signal_in_use},
    {"pieces of a file", pieces_of_a_file},
    {NULL, NULL},
};
