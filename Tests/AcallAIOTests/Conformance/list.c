/* lio_listio: what it starts, what it waits for, what it returns. */
#include "conformance.h"

static void set_item(struct aiocb *block, int opcode, int descriptor, void *buffer, size_t count,
                     off_t offset) {
    set(block, descriptor, buffer, count, offset);
    block->aio_lio_opcode = opcode;
}

TEST(lio_listio, wait_for_writes) {
    struct aiocb first, second, third, *list[] = {&first, &second, &third};
    int file = new_file(0);
    set_item(&first, LIO_WRITE, file, "ab", 2, 0);
    set_item(&second, LIO_WRITE, file, "cd", 2, 2);
    set_item(&third, LIO_WRITE, file, "ef", 2, 4);
    CHECK(lio_listio(LIO_WAIT, list, 3, 0) == 0);
    for (int index = 0; index < 3; index++) {
        CHECK(aio_error(list[index]) == 0);
        CHECK(aio_return(list[index]) == 2);
    }
    CHECK(holds(file, "abcdef"));
}

TEST(lio_listio, wait_for_reads) {
    struct aiocb blocks[4], *list[4];
    char space[4];
    int file = file_with("0123", 0);
    for (int index = 0; index < 4; index++) {
        set_item(&blocks[index], LIO_READ, file, &space[3 - index], 1, index);
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_WAIT, list, 4, 0) == 0);
    CHECK(memcmp(space, "3210", 4) == 0);
}

TEST(lio_listio, wait_for_reads_and_writes) {
    struct aiocb read, write, *list[] = {&read, &write};
    char space[4];
    int source = file_with("0123", 0), target = new_file(0);
    set_item(&read, LIO_READ, source, space, 4, 0);
    set_item(&write, LIO_WRITE, target, "wxyz", 4, 0);
    CHECK(lio_listio(LIO_WAIT, list, 2, 0) == 0);
    CHECK(memcmp(space, "0123", 4) == 0);
    CHECK(holds(target, "wxyz"));
}

TEST(lio_listio, wait_returns_when_all_are_done) {
    enum { COUNT = 4 };
    struct aiocb blocks[COUNT], *list[COUNT];
    char bytes[COUNT];
    for (int index = 0; index < COUNT; index++) {
        int fds[2];
        new_pipe(fds);
        set_item(&blocks[index], LIO_READ, fds[0], &bytes[index], 1, 0);
        list[index] = &blocks[index];
        write_later(fds[1], 10 + 20 * index);
    }
    CHECK(lio_listio(LIO_WAIT, list, COUNT, 0) == 0);
    for (int index = 0; index < COUNT; index++) {
        CHECK(aio_error(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == 1);
    }
}

TEST(lio_listio, wait_ignores_null_entries) {
    struct aiocb block, *list[] = {0, &block, 0, 0};
    int file = new_file(0);
    set_item(&block, LIO_WRITE, file, "ab", 2, 0);
    CHECK(lio_listio(LIO_WAIT, list, 4, 0) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, wait_ignores_nop_entries) {
    struct aiocb block, nop, *list[] = {&nop, &block};
    int file = new_file(0);
    set_item(&block, LIO_WRITE, file, "ab", 2, 0);
    /* Nothing of it counts. */
    set_item(&nop, LIO_NOP, -1, 0, 100, -1);
    nop.aio_reqprio = -1;
    CHECK(lio_listio(LIO_WAIT, list, 2, 0) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, nop_on_a_file_does_nothing) {
    struct aiocb nop, *list[] = {&nop};
    int file = file_with("0123", 0);
    set_item(&nop, LIO_NOP, file, "xx", 2, 0);
    CHECK(lio_listio(LIO_WAIT, list, 1, 0) == 0);
    CHECK(lio_listio(LIO_NOWAIT, list, 1, 0) == 0);
    sleep_ms(5);
    CHECK(holds(file, "0123"));
}

TEST(lio_listio, wait_for_only_nulls_and_nops) {
    struct aiocb nop, *list[] = {0, &nop, 0};
    set_item(&nop, LIO_NOP, -1, 0, 0, 0);
    CHECK(lio_listio(LIO_WAIT, list, 3, 0) == 0);
}

TEST(lio_listio, wait_for_an_empty_list) {
    struct aiocb *list[] = {0};
    int code = lio_listio(LIO_WAIT, list, 0, 0);
    CHECK(code == 0 || (code == -1 && errno == EINVAL));
}

TEST(lio_listio, nowait_with_an_empty_list) {
    struct aiocb *list[] = {0};
    int code = lio_listio(LIO_NOWAIT, list, 0, 0);
    CHECK(code == 0 || (code == -1 && errno == EINVAL));
}

TEST(lio_listio, invalid_mode) {
    struct aiocb block, *list[] = {&block};
    int modes[] = {-1, 2, 12345}, file = file_with("0123", 0);
    for (int index = 0; index < 3; index++) {
        set_item(&block, LIO_WRITE, file, "xx", 2, 0);
        errno = 0;
        CHECK(lio_listio(modes[index], list, 1, 0) == -1);
        CHECK(errno == EINVAL);
    }
    /* Then nothing was started. */
    CHECK(aio_cancel(file, 0) == AIO_ALLDONE);
    CHECK(holds(file, "0123"));
}

TEST(lio_listio, more_than_the_maximum) {
    long most = sysconf(_SC_AIO_LISTIO_MAX);
    if (most < 0) unsupported("AIO_LISTIO_MAX is indeterminate: a list has no greatest length");
    struct aiocb **list = calloc((size_t)most + 1, sizeof *list);
    CHECK(list != 0);
    CHECK(lio_listio(LIO_WAIT, list, (int)most + 1, 0) == -1);
    CHECK(errno == EINVAL);
}

TEST(lio_listio, wait_with_a_failure_is_eio) {
    struct aiocb good, bad, *list[] = {&bad, &good};
    char space[4];
    int file = file_with("0123", 0);
    set_item(&bad, LIO_READ, open("/tmp", O_RDONLY), space, 4, 0);
    set_item(&good, LIO_WRITE, file, "xy", 2, 1);
    CHECK(lio_listio(LIO_WAIT, list, 2, 0) == -1);
    CHECK(errno == EIO);
    CHECK(aio_error(&bad) == EISDIR);
    CHECK(aio_return(&bad) == -1);
    /* The others are not concerned. */
    CHECK(aio_error(&good) == 0);
    CHECK(aio_return(&good) == 2);
    CHECK(holds(file, "0xy3"));
}

TEST(lio_listio, wait_with_a_bad_descriptor) {
    struct aiocb good, bad, *list[] = {&good, &bad};
    int file = new_file(0);
    set_item(&good, LIO_WRITE, file, "ab", 2, 0);
    set_item(&bad, LIO_WRITE, -1, "ab", 2, 0);
    CHECK(lio_listio(LIO_WAIT, list, 2, 0) == -1);
    CHECK(errno == EIO);
    CHECK(aio_error(&bad) == EBADF);
    CHECK(aio_error(&good) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, wait_with_an_invalid_offset) {
    struct aiocb good, bad, *list[] = {&bad, &good};
    int file = new_file(0);
    set_item(&bad, LIO_WRITE, file, "xx", 2, -1);
    set_item(&good, LIO_WRITE, file, "ab", 2, 0);
    CHECK(lio_listio(LIO_WAIT, list, 2, 0) == -1);
    CHECK(errno == EIO);
    CHECK(aio_error(&bad) == EINVAL);
    CHECK(aio_error(&good) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, wait_with_an_invalid_priority) {
    struct aiocb good, bad, *list[] = {&bad, &good};
    int file = new_file(0);
    set_item(&bad, LIO_WRITE, file, "xx", 2, 4);
    bad.aio_reqprio = -1;
    set_item(&good, LIO_WRITE, file, "ab", 2, 0);
    CHECK(lio_listio(LIO_WAIT, list, 2, 0) == -1);
    CHECK(errno == EIO || errno == EINVAL);
    CHECK(aio_error(&bad) == EINVAL);
    CHECK(finish(&good) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, wait_with_many_failures) {
    enum { COUNT = 20 };
    struct aiocb blocks[COUNT], *list[COUNT];
    char bytes[COUNT];
    int file = file_with("0123456789", 0), directory = open("/tmp", O_RDONLY);
    for (int index = 0; index < COUNT; index++) {
        set_item(&blocks[index], LIO_READ, index % 2 ? file : directory, &bytes[index], 1, index / 2);
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_WAIT, list, COUNT, 0) == -1);
    CHECK(errno == EIO);
    for (int index = 0; index < COUNT; index++) {
        CHECK(aio_error(&blocks[index]) == (index % 2 ? 0 : EISDIR));
        if (index % 2) CHECK(bytes[index] == '0' + index / 2);
    }
}

/* glibc: when the request ends, the program crashes; its waiter seems to be on the stack. */
TEST(lio_listio, wait_interrupted_by_a_signal) {
    int fds[2];
    struct aiocb block, *list[] = {&block};
    char byte;
    new_pipe(fds);
    catch_signal(SIGUSR1);
    set_item(&block, LIO_READ, fds[0], &byte, 1, 0);
    signal_me_later(SIGUSR1, SHORT_TIME);
    CHECK(lio_listio(LIO_WAIT, list, 1, 0) == -1);
    CHECK(errno == EINTR);
    /* The request is not canceled. */
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
}

TEST(lio_listio, nowait_returns_at_once) {
    int fds[2];
    struct aiocb block, *list[] = {&block};
    char byte;
    new_pipe(fds);
    set_item(&block, LIO_READ, fds[0], &byte, 1, 0);
    CHECK(lio_listio(LIO_NOWAIT, list, 1, 0) == 0);
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
}

TEST(lio_listio, nowait_items_end_one_by_one) {
    enum { COUNT = 4 };
    struct aiocb blocks[COUNT], *list[COUNT];
    char bytes[COUNT];
    int ends[COUNT];
    for (int index = 0; index < COUNT; index++) {
        int fds[2];
        new_pipe(fds);
        ends[index] = fds[1];
        set_item(&blocks[index], LIO_READ, fds[0], &bytes[index], 1, 0);
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_NOWAIT, list, COUNT, 0) == 0);
    for (int index = COUNT - 1; index >= 0; index--) {
        CHECK(aio_error(&blocks[index]) == EINPROGRESS);
        CHECK(write(ends[index], "x", 1) == 1);
        CHECK(aio_suspend((const struct aiocb *const *)&list[index], 1, 0) == 0);
        CHECK(aio_error(&blocks[index]) == 0);
    }
}

TEST(lio_listio, nowait_ignores_nulls_and_nops) {
    struct aiocb block, nop, *list[] = {0, &nop, &block};
    int file = new_file(0);
    set_item(&nop, LIO_NOP, -1, 0, 1, 0);
    set_item(&block, LIO_WRITE, file, "ab", 2, 0);
    CHECK(lio_listio(LIO_NOWAIT, list, 3, 0) == 0);
    CHECK(finish(&block) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, nowait_with_a_failure) {
    struct aiocb good, bad, *list[] = {&bad, &good};
    int file = new_file(0);
    set_item(&bad, LIO_WRITE, -1, "xx", 2, 0);
    set_item(&good, LIO_WRITE, file, "ab", 2, 0);
    /* The failure is found when it is queued, or later. */
    int code = lio_listio(LIO_NOWAIT, list, 2, 0);
    CHECK(code == 0 || (code == -1 && errno == EIO));
    CHECK(finish(&bad) == EBADF);
    CHECK(finish(&good) == 0);
    CHECK(holds(file, "ab"));
}

TEST(lio_listio, nowait_items_can_be_canceled) {
    int fds[2];
    struct aiocb blocks[3], *list[3];
    char bytes[3];
    new_pipe(fds);
    for (int index = 0; index < 3; index++) {
        set_item(&blocks[index], LIO_READ, fds[0], &bytes[index], 1, 0);
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_NOWAIT, list, 3, 0) == 0);
    int answer = aio_cancel(fds[0], 0);
    CHECK(answer == AIO_CANCELED || answer == AIO_NOTCANCELED);
    CHECK(write(fds[1], "xxx", 3) == 3);
    for (int index = 0; index < 3; index++) {
        int error = finish(&blocks[index]);
        CHECK(error == ECANCELED || (error == 0 && answer == AIO_NOTCANCELED));
    }
}

static struct aiocb *waited[2];

static void *wait_for_list(void *argument) {
    (void)argument;
    return (void *)(intptr_t)(lio_listio(LIO_WAIT, waited, 2, 0) == 0 ? 0 : errno);
}

TEST(lio_listio, wait_with_a_canceled_item_is_eio) {
    int fds[2], others[2];
    struct aiocb block, other;
    char bytes[2];
    void *error;
    new_pipe(fds);
    new_pipe(others);
    set_item(&block, LIO_READ, fds[0], &bytes[0], 1, 0);
    set_item(&other, LIO_READ, others[0], &bytes[1], 1, 0);
    waited[0] = &block;
    waited[1] = &other;
    pthread_t thread = start_thread(wait_for_list, 0);
    sleep_ms(SHORT_TIME);
    int answer = aio_cancel(fds[0], &block);
    if (answer != AIO_CANCELED) CHECK(write(fds[1], "x", 1) == 1);
    CHECK(write(others[1], "x", 1) == 1);
    CHECK(pthread_join(thread, &error) == 0);
    CHECK((intptr_t)error == (answer == AIO_CANCELED ? EIO : 0));
}

TEST(lio_listio, lists_of_several_threads) {
    int fds[2], others[2];
    struct aiocb block, other;
    char bytes[2];
    void *error;
    new_pipe(fds);
    new_pipe(others);
    set_item(&block, LIO_READ, fds[0], &bytes[0], 1, 0);
    set_item(&other, LIO_READ, others[0], &bytes[1], 1, 0);
    waited[0] = &block;
    waited[1] = &other;
    pthread_t thread = start_thread(wait_for_list, 0);
    struct aiocb mine, *list[] = {&mine};
    int file = new_file(0);
    for (int round = 0; round < 20; round++) {
        set_item(&mine, LIO_WRITE, file, "m", 1, round);
        CHECK(lio_listio(LIO_WAIT, list, 1, 0) == 0);
    }
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(write(others[1], "x", 1) == 1);
    CHECK(pthread_join(thread, &error) == 0);
    CHECK(error == 0);
}

TEST(lio_listio, list_of_256) {
    enum { COUNT = 256 };
    static struct aiocb blocks[COUNT];
    static struct aiocb *list[COUNT];
    static char written[COUNT + 1], space[COUNT + 1];
    int file = new_file(0);
    for (int index = 0; index < COUNT; index++) {
        written[index] = (char)('a' + index % 26);
        set_item(&blocks[index], LIO_WRITE, file, &written[index], 1, index);
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_WAIT, list, COUNT, 0) == 0);
    CHECK(holds(file, written));
    for (int index = 0; index < COUNT; index++) {
        CHECK(aio_return(&blocks[index]) == 1);
        set_item(&blocks[index], LIO_READ, file, &space[index], 1, index);
    }
    CHECK(lio_listio(LIO_WAIT, list, COUNT, 0) == 0);
    CHECK(memcmp(space, written, COUNT) == 0);
}

TEST(lio_listio, appends_are_all_there) {
    enum { COUNT = 26 };
    struct aiocb blocks[COUNT], *list[COUNT];
    char written[COUNT], space[64];
    int file = new_file(O_RDWR | O_APPEND), seen[COUNT] = {0};
    for (int index = 0; index < COUNT; index++) {
        written[index] = (char)('a' + index);
        set_item(&blocks[index], LIO_WRITE, file, &written[index], 1, 0);
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_WAIT, list, COUNT, 0) == 0);
    CHECK(pread(file, space, sizeof space, 0) == COUNT);
    for (int index = 0; index < COUNT; index++) {
        CHECK(space[index] >= 'a' && space[index] <= 'z');
        CHECK(seen[space[index] - 'a']++ == 0);
    }
}

TEST(lio_listio, partial_read_is_no_failure) {
    struct aiocb block, *list[] = {&block};
    char space[16];
    set_item(&block, LIO_READ, file_with("abc", 0), space, 16, 0);
    CHECK(lio_listio(LIO_WAIT, list, 1, 0) == 0);
    CHECK(aio_return(&block) == 3);
}

TEST(lio_listio, blocks_can_be_used_again) {
    struct aiocb block, *list[] = {&block};
    int file = new_file(0);
    for (int round = 0; round < 100; round++) {
        char digit = (char)('0' + round % 10), space = 0;
        set_item(&block, LIO_WRITE, file, &digit, 1, round);
        CHECK(lio_listio(LIO_WAIT, list, 1, 0) == 0);
        CHECK(aio_return(&block) == 1);
        set_item(&block, LIO_READ, file, &space, 1, round);
        CHECK(lio_listio(LIO_WAIT, list, 1, 0) == 0);
        CHECK(aio_return(&block) == 1);
        CHECK(space == digit);
    }
}
