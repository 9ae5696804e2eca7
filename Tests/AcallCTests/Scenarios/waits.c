/* Waiting and cancelling. */
#include "scenarios.h"

#include <sys/socket.h>
#include <time.h>

static volatile sig_atomic_t handled;

static void note(int number) { handled = number; }

static void install(int number) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = note;
    CHECK(sigaction(number, &action, NULL) == 0);
}

/* A read of an empty pipe, with an id. */
struct blocked {
    int ends[2];
    char byte;
    struct acall_id id;
    struct acall_completion slot;
};

static void block(struct blocked *state, uint32_t flags) {
    struct acall_submission one;
    memset(state, 0, sizeof *state);
    CHECK(pipe(state->ends) == 0);
    one = record(SYS_read, flags, (uint64_t)state->ends[0], ADDRESS(&state->byte), 1);
    one.id_pointer = ADDRESS(&state->id);
    one.completion_pointer = ADDRESS(&state->slot);
    CHECK(submit_one(&one) == 1);
}

static void release(struct blocked *state) {
    CHECK(write(state->ends[1], "r", 1) == 1);
    CHECK(wait_for(&state->id) == 1);
    CHECK(await_slot(&state->slot) == 1 && state->byte == 'r');
}

static void any_of_several(void) {
    struct blocked first, second;
    struct acall_id *list[3];
    block(&first, ACALL_SUBMIT_THREAD_POOL);
    block(&second, 0);
    CHECK(write(second.ends[1], "s", 1) == 1);
    list[0] = &first.id;
    list[1] = NULL;
    list[2] = &second.id;
    CHECK(acall_comp_pwait(list, 3, NULL, NULL, 0) == 1);
    release(&first);
    CHECK(await_slot(&second.slot) == 1);
}

static void no_ids_to_wait_for(void) {
    struct blocked one;
    block(&one, ACALL_SUBMIT_THREAD_POOL);
    CHECK(acall_comp_pwait(NULL, 0, NULL, NULL, 0) == 0);
    release(&one);
}

static void no_id_was_ever_submitted(void) {
    struct acall_id id;
    memset(&id, 1, sizeof id);
    CHECK(wait_for(&id) == -EINVAL);
}

static void wait_runs_out(void) {
    struct blocked one;
    struct acall_id *list[1];
    struct timespec time = {0, 20000000}, wrong = {0, 2000000000};
    block(&one, ACALL_SUBMIT_THREAD_POOL);
    list[0] = &one.id;
    CHECK(acall_comp_pwait(list, 1, &time, NULL, 0) == 0);
    CHECK(acall_comp_pwait(list, 1, &wrong, NULL, 0) == -EINVAL);
    release(&one);
}

static void ring_wait_runs_out(void) {
    struct acall_completion_ring *ring = new_ring(1);
    struct timespec time = {0, 20000000}, wrong = {-1, 0};
    CHECK(acall_ring_pwait(ring, 0, 0, NULL, NULL, 0) == 0);
    CHECK(acall_ring_pwait(ring, 0, 1, &time, NULL, 0) == 0 && ring->head == 0);
    CHECK(acall_ring_pwait(ring, 0, 1, &wrong, NULL, 0) == -EINVAL);
}

static void handler_interrupts(void) {
    struct blocked one;
    struct acall_id *list[1];
    install(SIGALRM);
    block(&one, ACALL_SUBMIT_THREAD_POOL);
    list[0] = &one.id;
    ualarm(20000, 20000);
    CHECK(acall_comp_pwait(list, 1, NULL, NULL, 0) == -EINTR);
    ualarm(0, 0);
    CHECK(handled == SIGALRM);
    release(&one);
}

/* A signal that is blocked but for the wait: it is handled in it, and the mask comes back. */
static void mask_for_the_wait(void) {
    struct blocked one;
    struct acall_id *list[1];
    sigset_t blocked, none, after;
    install(SIGUSR1);
    block(&one, ACALL_SUBMIT_THREAD_POOL);
    sigemptyset(&none);
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    CHECK(sigprocmask(SIG_BLOCK, &blocked, NULL) == 0);
    CHECK(kill(getpid(), SIGUSR1) == 0 && handled == 0);
    list[0] = &one.id;
    CHECK(acall_comp_pwait(list, 1, NULL, &none, sizeof none) == -EINTR);
    CHECK(handled == SIGUSR1);
    CHECK(sigprocmask(SIG_BLOCK, NULL, &after) == 0 && sigismember(&after, SIGUSR1) == 1);
    CHECK(acall_comp_pwait(list, 1, NULL, &none, 3) == -EINVAL);
    release(&one);
}

static void cancel_while_blocked(void) {
    struct blocked one;
    int64_t code;
    block(&one, ACALL_SUBMIT_THREAD_POOL);
    usleep(20000);
    CHECK(acall_cancel(&one.id) == 0);
    code = await_slot(&one.slot);
    CHECK(code == -EINTR || code == -ECANCELED);
    CHECK(wait_for(&one.id) == 1);
    CHECK(acall_cancel(&one.id) == -EAGAIN); /* late */
}

static void cancel_at_once(void) {
    int index;
    for (index = 0; index < 200; index++) {
        struct blocked one;
        int64_t code;
        block(&one, index % 2 == 0 ? ACALL_SUBMIT_THREAD_POOL : 0);
        CHECK(acall_cancel(&one.id) == 0);
        code = await_slot(&one.slot);
        CHECK(code == -EINTR || code == -ECANCELED);
        close(one.ends[0]);
        close(one.ends[1]);
    }
}

static void cancel_of_a_stranger(void) {
    struct blocked one;
    struct acall_id other;
    memset(&other, 0x5a, sizeof other);
    CHECK(acall_cancel(&other) == -EAGAIN);
    block(&one, ACALL_SUBMIT_THREAD_POOL);
    CHECK(acall_cancel(&other) == -EAGAIN);
    release(&one);
}

static void sleep_is_cancelled(void) {
    struct timespec hour = {3600, 0};
    struct acall_id id;
    struct acall_completion slot = {0, 0};
    struct acall_submission one = record(SYS_nanosleep, 0, ADDRESS(&hour), 0, 0);
    int64_t code;
    one.id_pointer = ADDRESS(&id);
    one.completion_pointer = ADDRESS(&slot);
    CHECK(submit_one(&one) == 1);
    usleep(10000);
    CHECK(acall_cancel(&id) == 0);
    code = await_slot(&slot);
    CHECK(code == -EINTR || code == -ECANCELED);
}

/* A writer is not held up by a reader that waits for it. */
static void reader_before_writer(void) {
    int ends[2];
    char got[5];
    struct acall_completion_ring *ring = new_ring(2);
    struct acall_submission records[2];
    CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    records[0] = record(SYS_read, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[0], ADDRESS(got), 5);
    records[1] = record(SYS_write, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[1], ADDRESS("hello"), 5);
    records[0].completion_ring_pointer = records[1].completion_ring_pointer = ADDRESS(ring);
    CHECK(submit_all(records, 2) == 2);
    reap(ring, 0, 2);
    CHECK(memcmp(got, "hello", 5) == 0);
}

const struct scenario wait_scenarios[] = {
    {"any of several", any_of_several},
    {"no ids to wait for", no_ids_to_wait_for},
    {"no id was ever submitted", no_id_was_ever_submitted},
    {"wait runs out", wait_runs_out},
    {"ring wait runs out", ring_wait_runs_out},
    {"handler interrupts", handler_interrupts},
    {"mask for the wait", mask_for_the_wait},
    {"cancel while blocked", cancel_while_blocked},
    {"cancel at once", cancel_at_once},
    {"cancel of a stranger", cancel_of_a_stranger},
    {"sleep is cancelled", sleep_is_cancelled},
    {"reader before writer", reader_before_writer},
    {NULL, NULL},
};
