/* Chains: results as arguments, conditions, clean-up, operations. */
#include "scenarios.h"

#include <fcntl.h>
#include <sys/socket.h>

#define LINKED (ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_LINK)
#define INDIRECT(argument) (1u << (ACALL_SUBMIT_INDIRECT_SHIFT + (argument)))

/* open, read and close: the last two get what the first one returned. */
static void results_as_arguments(void) {
    struct acall_completion slots[3];
    struct acall_submission records[3];
    char got[64];
    int index;
    memset(slots, 0, sizeof slots);
    records[0] = record(SYS_openat, LINKED | ACALL_SUBMIT_STOP_ERROR, (uint64_t)(int64_t)AT_FDCWD,
                        ADDRESS("/proc/self/stat"), O_RDONLY | O_CLOEXEC);
    records[1] = record(SYS_read, LINKED | INDIRECT(0), ADDRESS(&slots[0].return_code), ADDRESS(got), sizeof got);
    records[2] = record(SYS_close, ACALL_SUBMIT_THREAD_POOL | INDIRECT(0), ADDRESS(&slots[0].return_code), 0, 0);
    for (index = 0; index < 3; index++) records[index].completion_pointer = ADDRESS(&slots[index]);
    CHECK(submit_all(records, 3) == 3);
    CHECK(await_slot(&slots[2]) == 0);
    CHECK(code_of(&slots[0]) > 2 && code_of(&slots[1]) > 0);
    CHECK(fcntl((int)code_of(&slots[0]), F_GETFD) == -1);
}

static void failure_stops_and_cleanup_runs(void) {
    struct acall_completion slots[3];
    struct acall_submission records[3];
    int index;
    memset(slots, 0, sizeof slots);
    records[0] = record(SYS_close, LINKED | ACALL_SUBMIT_STOP_ERROR, 12345, 0, 0);
    records[1] = record(SYS_getppid, LINKED, 0, 0, 0);
    records[2] = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_CLEANUP, 0, 0, 0);
    for (index = 0; index < 3; index++) records[index].completion_pointer = ADDRESS(&slots[index]);
    CHECK(submit_all(records, 3) == 3);
    CHECK(await_slot(&slots[2]) == getppid());
    CHECK(code_of(&slots[0]) == -EBADF);
    CHECK(code_of(&slots[1]) == -ECANCELED);
}

static void chain_is_cancelled(void) {
    int ends[2];
    char byte;
    struct acall_id id;
    struct acall_completion slots[3];
    struct acall_submission records[3];
    int index;
    memset(slots, 0, sizeof slots);
    CHECK(pipe(ends) == 0);
    records[0] = record(SYS_read, LINKED, (uint64_t)ends[0], ADDRESS(&byte), 1);
    records[0].id_pointer = ADDRESS(&id);
    records[1] = record(SYS_getppid, LINKED, 0, 0, 0);
    records[2] = record(SYS_getppid, ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_CLEANUP, 0, 0, 0);
    for (index = 0; index < 3; index++) records[index].completion_pointer = ADDRESS(&slots[index]);
    CHECK(submit_all(records, 3) == 3);
    usleep(10000);
    CHECK(acall_cancel(&id) == 0);
    CHECK(await_slot(&slots[2]) == getppid());
    CHECK(code_of(&slots[0]) == -EINTR || code_of(&slots[0]) == -ECANCELED);
    CHECK(code_of(&slots[1]) == -ECANCELED);
    CHECK(wait_for(&id) == 1);
}

/* The sum of 1 to 100, by a branch back. */
static void loop_of_operations(void) {
    uint64_t sum = 0, number = 1;
    struct acall_completion slot = {0, 0};
    struct acall_submission records[4];
    records[0] = record(ACALL_OP_ADD, LINKED | INDIRECT(1) | INDIRECT(2), ADDRESS(&sum), ADDRESS(&sum), ADDRESS(&number));
    records[1] = record(ACALL_OP_ADD, LINKED | INDIRECT(1), ADDRESS(&number), ADDRESS(&number), 1);
    records[2] = record(ACALL_OP_BRANCH, LINKED | INDIRECT(1), ACALL_IF_LESS_EQUAL, ADDRESS(&number), 100);
    records[2].args[3] = 0;
    records[3] = record(ACALL_OP_VALUE, ACALL_SUBMIT_THREAD_POOL | INDIRECT(0), ADDRESS(&sum), 0, 0);
    records[3].completion_pointer = ADDRESS(&slot);
    CHECK(submit_all(records, 4) == 4);
    CHECK(await_slot(&slot) == 5050);
}

static void operations_on_memory(void) {
    unsigned char bytes[8] = {0, 0, 0, 0, 0, 0, 0, 0};
    uint64_t loaded = 0, place[2] = {0, 0}, same = 0, length = 0, holds = 0, before = 0, counter = 41;
    struct acall_completion slot = {0, 0};
    struct acall_submission records[8];
    int index;
    records[0] = record(ACALL_OP_STORE, LINKED, ADDRESS(bytes), 0x4142, 2 | ACALL_FORMAT_BIG_ENDIAN);
    records[1] = record(ACALL_OP_LOAD, LINKED, ADDRESS(&loaded), ADDRESS(bytes), 1);
    records[2] = record(ACALL_OP_SLICE, LINKED, ADDRESS(place), ADDRESS(bytes), 1);
    records[2].args[3] = 3;
    records[2].args[4] = 8;
    records[3] = record(ACALL_OP_COPY, LINKED, ADDRESS(bytes + 4), 4, ADDRESS("xyz"));
    records[3].args[3] = 3;
    records[4] = record(ACALL_OP_SAME, LINKED, ADDRESS(&same), ADDRESS(bytes + 4), 3);
    records[4].args[3] = ADDRESS("xyz");
    records[4].args[4] = 3;
    records[5] = record(ACALL_OP_LENGTH, LINKED, ADDRESS(&length), ADDRESS(bytes), 8);
    records[6] = record(ACALL_OP_COMPARE, LINKED, ADDRESS(&holds), ACALL_IF_LESS, (uint64_t)-5);
    records[6].args[3] = 3;
    records[7] = record(ACALL_OP_FETCH_ADD, ACALL_SUBMIT_THREAD_POOL, ADDRESS(&before), ADDRESS(&counter), 1);
    records[7].completion_pointer = ADDRESS(&slot);
    for (index = 0; index < 7; index++) records[index].flags |= ACALL_SUBMIT_STOP_ERROR;
    CHECK(submit_all(records, 8) == 8);
    CHECK(await_slot(&slot) == 0);
    CHECK(bytes[0] == 'A' && bytes[1] == 'B' && loaded == 'A');
    CHECK(place[0] == ADDRESS(bytes + 1) && place[1] == 2);
    CHECK(memcmp(bytes + 4, "xyz", 3) == 0 && same == 1 && length == 2);
    CHECK(holds == 1 && before == 41 && counter == 42);
}

static int64_t twice(void *context, const uint64_t *arguments) {
    *(uint64_t *)context += 1;
    return (int64_t)(arguments[0] + arguments[1]) * 2;
}

static void function_of_the_host(void) {
    uint64_t calls = 0;
    struct acall_completion slot = {0, 0};
    struct acall_submission one =
        record(ACALL_OP_HOST, ACALL_SUBMIT_THREAD_POOL, (uint64_t)(uintptr_t)&twice, ADDRESS(&calls), 20);
    one.args[3] = 1;
    one.completion_pointer = ADDRESS(&slot);
    CHECK(submit_one(&one) == 1);
    CHECK(await_slot(&slot) == 42 && calls == 1);
}

static void deadline_ends_a_call(void) {
    int ends[2];
    char byte;
    struct acall_completion slots[2];
    struct acall_submission records[2];
    memset(slots, 0, sizeof slots);
    CHECK(pipe(ends) == 0);
    records[0] = record(ACALL_OP_DEADLINE, LINKED, 20000000, 0, 0);
    records[1] = record(SYS_read, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[0], ADDRESS(&byte), 1);
    records[1].completion_pointer = ADDRESS(&slots[1]);
    CHECK(submit_all(records, 2) == 2);
    CHECK(await_slot(&slots[1]) == -ETIMEDOUT);
}

/* One chain waits for another, and one cancels another. */
static void chains_that_know_each_other(void) {
    int ends[2];
    char byte;
    struct acall_id id;
    struct acall_completion read_slot = {0, 0}, wait_slot = {0, 0}, cancel_slot = {0, 0};
    struct acall_submission one;
    CHECK(pipe(ends) == 0);
    one = record(SYS_read, ACALL_SUBMIT_THREAD_POOL, (uint64_t)ends[0], ADDRESS(&byte), 1);
    one.id_pointer = ADDRESS(&id);
    one.completion_pointer = ADDRESS(&read_slot);
    CHECK(submit_one(&one) == 1);
    one = record(ACALL_OP_WAIT, ACALL_SUBMIT_THREAD_POOL, ADDRESS(&id), 0, 0);
    one.completion_pointer = ADDRESS(&wait_slot);
    CHECK(submit_one(&one) == 1);
    usleep(10000);
    CHECK(__atomic_load_n(&wait_slot.cookie, __ATOMIC_ACQUIRE) == 0);
    one = record(ACALL_OP_CANCEL, ACALL_SUBMIT_THREAD_POOL, ADDRESS(&id), 0, 0);
    one.completion_pointer = ADDRESS(&cancel_slot);
    CHECK(submit_one(&one) == 1);
    CHECK(await_slot(&cancel_slot) == 0);
    CHECK(await_slot(&wait_slot) == 0);
    CHECK(await_slot(&read_slot) == -EINTR || code_of(&read_slot) == -ECANCELED);
}

static void observed_completion(void) {
    struct acall_observed_completion seen;
    struct timespec nap = {0, 2000000};
    struct acall_submission one =
        record(SYS_nanosleep, ACALL_SUBMIT_THREAD_POOL | ACALL_SUBMIT_OBSERVED, ADDRESS(&nap), 0, 0);
    memset(&seen, 0, sizeof seen);
    one.completion_pointer = ADDRESS(&seen);
    CHECK(submit_one(&one) == 1);
    while (__atomic_load_n(&seen.cookie, __ATOMIC_ACQUIRE) == 0) usleep(50);
    CHECK(seen.return_code == 0 && seen.count == 1 && seen.thread != 0);
    CHECK(seen.end >= seen.start + 2000000);
}

/* A chain that echoes what a client sends, until it closes. */
static void echo_in_a_chain(void) {
    int ends[2];
    char buffer[16], got[16];
    struct acall_completion slots[3];
    struct acall_submission records[3];
    memset(slots, 0, sizeof slots);
    CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
    records[0] = record(SYS_read, LINKED | ACALL_SUBMIT_STOP_NONPOSITIVE, (uint64_t)ends[0], ADDRESS(buffer), sizeof buffer);
    records[1] = record(SYS_write, LINKED | ACALL_SUBMIT_STOP_ERROR | INDIRECT(2), (uint64_t)ends[0], ADDRESS(buffer),
                        ADDRESS(&slots[0].return_code));
    records[2] = record(ACALL_OP_BRANCH, ACALL_SUBMIT_THREAD_POOL, ACALL_IF_ALWAYS, 0, 0);
    records[0].completion_pointer = ADDRESS(&slots[0]);
    records[2].completion_pointer = ADDRESS(&slots[2]);
    CHECK(submit_all(records, 3) == 3);
    CHECK(write(ends[1], "one", 3) == 3 && read(ends[1], got, 3) == 3 && memcmp(got, "one", 3) == 0);
    CHECK(write(ends[1], "two!", 4) == 4 && read(ends[1], got, 4) == 4 && memcmp(got, "two!", 4) == 0);
    CHECK(close(ends[1]) == 0);
    while (__atomic_load_n(&slots[2].cookie, __ATOMIC_ACQUIRE) == 0 || code_of(&slots[2]) != -ECANCELED) usleep(50);
    CHECK(code_of(&slots[0]) == 0);
}

static void chain_is_taken_whole(void) {
    struct acall_submission records[2];
    records[0] = record(SYS_getppid, LINKED, 0, 0, 0);
    records[1] = record(SYS_getppid, 0x80000000u, 0, 0, 0);
    CHECK(submit_all(records, 2) == -EINVAL);
}

const struct scenario chain_scenarios[] = {
    {"results as arguments", results_as_arguments},
    {"failure stops and clean-up runs", failure_stops_and_cleanup_runs},
    {"chain is cancelled", chain_is_cancelled},
    {"loop of operations", loop_of_operations},
    {"operations on memory", operations_on_memory},
    {"function of the host", function_of_the_host},
    {"deadline ends a call", deadline_ends_a_call},
    {"chains that know each other", chains_that_know_each_other},
    {"observed completion", observed_completion},
    {"echo in a chain", echo_in_a_chain},
    {"chain is taken whole", chain_is_taken_whole},
    {NULL, NULL},
};
