/* Many requests, and many threads. */
#include "conformance.h"

enum { COUNT = 256, SIZE = 4096 };

static struct aiocb blocks[COUNT];
static char written[COUNT * SIZE], space[COUNT * SIZE];

TEST(many, writes_of_a_file) {
    int file = new_file(0);
    pattern(written, sizeof written, 5);
    for (int index = 0; index < COUNT; index++) {
        set(&blocks[index], file, written + index * SIZE, SIZE, index * SIZE);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    for (int index = 0; index < COUNT; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == SIZE);
    }
    CHECK(pread(file, space, sizeof space, 0) == sizeof space);
    CHECK(memcmp(space, written, sizeof space) == 0);
}

TEST(many, reads_of_a_file) {
    int file = new_file(0);
    pattern(written, sizeof written, 6);
    CHECK(pwrite(file, written, sizeof written, 0) == sizeof written);
    for (int index = 0; index < COUNT; index++) {
        set(&blocks[index], file, space + index * SIZE, SIZE, index * SIZE);
        CHECK(aio_read(&blocks[index]) == 0);
    }
    for (int index = COUNT - 1; index >= 0; index--) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == SIZE);
    }
    CHECK(memcmp(space, written, sizeof space) == 0);
}

TEST(many, files) {
    int files[COUNT];
    for (int index = 0; index < COUNT; index++) {
        files[index] = new_file(0);
        written[index] = (char)index;
        set(&blocks[index], files[index], &written[index], 1, index);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    for (int index = 0; index < COUNT; index++) {
        char byte = 0;
        CHECK(finish(&blocks[index]) == 0);
        CHECK(pread(files[index], &byte, 1, index) == 1 && byte == (char)index);
    }
}

TEST(many, pending_reads_of_a_pipe) {
    int fds[2];
    int total = 0;
    new_pipe(fds);
    for (int index = 0; index < COUNT; index++) start_blocked_read(&blocks[index], fds[0], &space[index]);
    for (int index = 0; index < COUNT; index++) {
        CHECK(aio_error(&blocks[index]) == EINPROGRESS);
        written[index] = (char)index;
    }
    CHECK(write(fds[1], written, COUNT) == COUNT);
    for (int index = 0; index < COUNT; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == 1);
        total += (unsigned char)space[index];
    }
    CHECK(total == COUNT * (COUNT - 1) / 2);
}

TEST(many, pending_reads_of_as_many_pipes) {
    int ends[COUNT];
    for (int index = 0; index < COUNT; index++) {
        int fds[2];
        new_pipe(fds);
        ends[index] = fds[1];
        start_blocked_read(&blocks[index], fds[0], &space[index]);
    }
    for (int index = 0; index < COUNT; index++) CHECK(write(ends[index], "x", 1) == 1);
    for (int index = 0; index < COUNT; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == 1);
    }
}

TEST(many, pending_writes_of_a_full_pipe) {
    int fds[2];
    new_pipe(fds);
    size_t rest = fill(fds[1]) + COUNT;
    for (int index = 0; index < COUNT; index++) {
        set(&blocks[index], fds[1], "x", 1, 0);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    while (rest > 0) {
        ssize_t count = read(fds[0], space, sizeof space);
        CHECK(count > 0);
        rest -= (size_t)count;
    }
    for (int index = 0; index < COUNT; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == 1);
    }
}

TEST(many, accepted_or_eagain) {
    enum { MANY = 5000 };
    struct aiocb *all = calloc(MANY, sizeof *all);
    int file = new_file(0), accepted = 0;
    char byte;
    CHECK(all != 0);
    CHECK(pwrite(file, "x", 1, 0) == 1);
    for (int index = 0; index < MANY; index++) {
        set(&all[index], file, &byte, 1, 0);
        if (aio_read(&all[index]) != 0) {
            CHECK(errno == EAGAIN);
            break;
        }
        accepted++;
    }
    CHECK(accepted > 0);
    for (int index = 0; index < accepted; index++) {
        CHECK(finish(&all[index]) == 0);
        CHECK(aio_return(&all[index]) == 1);
    }
}

/* The order of requests is free, but a request for which there is data is not to wait for one for
 * which there is none: POSIX calls I/O asynchronous that does not wait for other I/O. */
TEST(many, pending_requests_hold_up_no_other_descriptors) {
    struct aiocb pending[8];
    for (int index = 0; index < 8; index++) {
        int fds[2];
        new_pipe(fds);
        start_blocked_read(&pending[index], fds[0], &space[index]);
    }
    int file = new_file(0);
    for (int round = 0; round < 100; round++) CHECK(do_write(file, "x", 1, round) == 1);
    for (int index = 0; index < 8; index++) CHECK(aio_error(&pending[index]) == EINPROGRESS);
}

/* glibc: its write stays behind the read, as one thread serves a descriptor. The standard does not
 * forbid this in so many words; a program that asks a question on a socket whose answer it already
 * reads never ends with it. */
TEST(many, pending_read_of_a_socket_holds_up_no_write) {
    int fds[2];
    struct aiocb read_block, write_block;
    struct timespec time = timespec_ms(LONG_TIME / 2);
    const struct aiocb *list[] = {&write_block};
    char byte;
    new_socket_pair(fds);
    start_blocked_read(&read_block, fds[0], &byte);
    set(&write_block, fds[0], "q", 1, 0);
    CHECK(aio_write(&write_block) == 0);
    CHECK(aio_suspend(list, 1, &time) == 0);
    CHECK(read(fds[1], &byte, 1) == 1 && byte == 'q');
    CHECK(aio_error(&read_block) == EINPROGRESS);
}

/* The requests of a terminal, a character special file, are done in the order of their calls. */
TEST(many, terminal_in_the_order_of_the_calls) {
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0 || !ptsname(master))
        unsupported("there is no pseudo terminal");
    int terminal = open(ptsname(master), O_RDWR | O_NOCTTY);
    CHECK(terminal >= 0);
    for (int index = 0; index < 26; index++) {
        written[index] = (char)('a' + index);
        set(&blocks[index], terminal, &written[index], 1, 0);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    for (int index = 0; index < 26; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(read(master, space, 1) == 1 && space[0] == 'a' + index);
    }
}

static int shared_file;

struct share {
    int number;
    char space[SIZE], copy[SIZE];
};

static void *write_and_read(void *argument) {
    struct share *share = argument;
    struct aiocb block;
    for (int round = 0; round < 100; round++) {
        off_t offset = (off_t)(share->number * 100 + round) * SIZE;
        pattern(share->space, SIZE, (unsigned)(share->number * 1000 + round));
        set(&block, shared_file, share->space, SIZE, offset);
        CHECK(aio_write(&block) == 0);
        CHECK(finish(&block) == 0 && aio_return(&block) == SIZE);
        set(&block, shared_file, share->copy, SIZE, offset);
        CHECK(aio_read(&block) == 0);
        CHECK(finish(&block) == 0 && aio_return(&block) == SIZE);
        CHECK(memcmp(share->space, share->copy, SIZE) == 0);
    }
    return 0;
}

TEST(threads, of_one_file) {
    static struct share shares[8];
    pthread_t threads[8];
    shared_file = new_file(0);
    for (int index = 0; index < 8; index++) {
        shares[index].number = index;
        threads[index] = start_thread(write_and_read, &shares[index]);
    }
    for (int index = 0; index < 8; index++) join_thread(threads[index]);
}

static void *append(void *argument) {
    struct aiocb own[32];
    char *byte = argument;
    for (int index = 0; index < 32; index++) {
        set(&own[index], shared_file, byte, 1, 0);
        CHECK(aio_write(&own[index]) == 0);
    }
    for (int index = 0; index < 32; index++)
        CHECK(finish(&own[index]) == 0 && aio_return(&own[index]) == 1);
    return 0;
}

TEST(threads, append_to_one_file) {
    static char bytes[8];
    pthread_t threads[8];
    int counts[8] = {0};
    shared_file = new_file(O_RDWR | O_APPEND);
    for (int index = 0; index < 8; index++) {
        bytes[index] = (char)index;
        threads[index] = start_thread(append, &bytes[index]);
    }
    for (int index = 0; index < 8; index++) join_thread(threads[index]);
    CHECK(pread(shared_file, space, sizeof space, 0) == 8 * 32);
    for (int index = 0; index < 8 * 32; index++) counts[space[index] & 7]++;
    for (int index = 0; index < 8; index++) CHECK(counts[index] == 32);
}

static void *submit_and_leave(void *argument) {
    int *fds = argument;
    start_blocked_read(&blocks[0], fds[0], &space[0]);
    return 0;
}

TEST(threads, request_outlives_its_thread) {
    int fds[2];
    new_pipe(fds);
    join_thread(start_thread(submit_and_leave, fds));
    sleep_ms(5);
    CHECK(aio_error(&blocks[0]) == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&blocks[0]) == 0);
    CHECK(aio_return(&blocks[0]) == 1);
}

TEST(threads, request_of_another_thread_can_be_canceled) {
    int fds[2];
    new_pipe(fds);
    join_thread(start_thread(submit_and_leave, fds));
    int answer = aio_cancel(fds[0], &blocks[0]);
    CHECK(answer == AIO_CANCELED || answer == AIO_NOTCANCELED);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&blocks[0]) == (answer == AIO_CANCELED ? ECANCELED : 0));
}

static void *start_and_cancel(void *argument) {
    struct aiocb block;
    int fds[2];
    char byte;
    (void)argument;
    new_pipe(fds);
    for (int round = 0; round < 50; round++) {
        start_blocked_read(&block, fds[0], &byte);
        int answer = aio_cancel(fds[0], round % 2 ? &block : 0);
        CHECK(answer == AIO_CANCELED || answer == AIO_NOTCANCELED);
        if (answer == AIO_NOTCANCELED) CHECK(write(fds[1], "x", 1) == 1);
        CHECK(finish(&block) == (answer == AIO_CANCELED ? ECANCELED : 0));
    }
    return 0;
}

TEST(threads, each_cancels_its_own) {
    pthread_t threads[4];
    for (int index = 0; index < 4; index++) threads[index] = start_thread(start_and_cancel, 0);
    for (int index = 0; index < 4; index++) join_thread(threads[index]);
}
