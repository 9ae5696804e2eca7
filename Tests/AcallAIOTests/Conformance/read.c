/* aio_read: what is read, from where, how much, and what is refused. */
#include "conformance.h"

static const char text[] = "0123456789abcdef";

TEST(aio_read, reads_from_the_start) {
    char space[16];
    CHECK(do_read(file_with(text, 0), space, 16, 0) == 16);
    CHECK(memcmp(space, text, 16) == 0);
}

TEST(aio_read, offset_is_absolute) {
    int file = file_with(text, 0);
    char space[4];
    CHECK(lseek(file, 3, SEEK_SET) == 3);
    CHECK(do_read(file, space, 4, 10) == 4);
    CHECK(memcmp(space, "abcd", 4) == 0);
}

TEST(aio_read, nbytes_limits_the_transfer) {
    char space[] = "--------";
    CHECK(do_read(file_with(text, 0), space, 3, 1) == 3);
    CHECK(memcmp(space, "123-----", 8) == 0);
}

TEST(aio_read, short_at_the_end_of_file) {
    char space[] = "----------------";
    CHECK(do_read(file_with(text, 0), space, 16, 12) == 4);
    CHECK(memcmp(space, "cdef------------", 16) == 0);
}

TEST(aio_read, nothing_at_the_end_of_file) {
    char space[4];
    CHECK(do_read(file_with(text, 0), space, 4, 16) == 0);
}

TEST(aio_read, nothing_beyond_the_end_of_file) {
    char space[4];
    CHECK(do_read(file_with(text, 0), space, 4, 100000) == 0);
}

TEST(aio_read, zero_bytes) {
    char space[] = "----";
    CHECK(do_read(file_with(text, 0), space, 0, 2) == 0);
    CHECK(memcmp(space, "----", 4) == 0);
}

TEST(aio_read, hole_is_zeros) {
    int file = new_file(0);
    char space[64], zeros[64] = {0};
    CHECK(ftruncate(file, 8192) == 0);
    memset(space, 1, sizeof space);
    CHECK(do_read(file, space, 64, 4096) == 64);
    CHECK(memcmp(space, zeros, 64) == 0);
}

TEST(aio_read, eight_megabytes) {
    size_t size = 8 << 20;
    int file = new_file(0);
    char *written = malloc(size), *space = calloc(1, size);
    CHECK(written && space);
    pattern(written, size, 1);
    CHECK(pwrite(file, written, size, 0) == (ssize_t)size);
    CHECK(do_read(file, space, size, 0) == (ssize_t)size);
    CHECK(memcmp(space, written, size) == 0);
}

TEST(aio_read, several_at_once_each_from_its_offset) {
    int file = file_with(text, 0);
    struct aiocb blocks[16];
    char space[16];
    for (int index = 0; index < 16; index++) {
        set(&blocks[index], file, space + index, 1, 15 - index);
        CHECK(aio_read(&blocks[index]) == 0);
    }
    for (int index = 0; index < 16; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == 1);
        CHECK(space[index] == text[15 - index]);
    }
}

TEST(aio_read, opcode_is_ignored) {
    struct aiocb block;
    char space[] = "----";
    int file = file_with(text, 0);
    int opcodes[] = {LIO_WRITE, LIO_NOP, 12345};
    for (int index = 0; index < 3; index++) {
        set(&block, file, space, 4, index);
        block.aio_lio_opcode = opcodes[index];
        CHECK(aio_read(&block) == 0);
        CHECK(finish(&block) == 0);
        CHECK(aio_return(&block) == 4);
        CHECK(memcmp(space, text + index, 4) == 0);
    }
    CHECK(holds(file, text));
}

TEST(aio_read, duplicate_of_a_descriptor) {
    char space[4];
    CHECK(do_read(dup(file_with(text, 0)), space, 4, 4) == 4);
    CHECK(memcmp(space, "4567", 4) == 0);
}

TEST(aio_read, null_device_is_at_its_end) {
    char space[4];
    CHECK(do_read(open("/dev/null", O_RDONLY), space, 4, 0) == 0);
}

TEST(aio_read, pipe_gives_what_is_there) {
    int fds[2];
    char space[16];
    new_pipe(fds);
    CHECK(write(fds[1], text, 5) == 5);
    CHECK(do_read(fds[0], space, 16, 0) == 5);
    CHECK(memcmp(space, text, 5) == 0);
}

TEST(aio_read, pipe_has_no_offsets) {
    int fds[2];
    char space[16];
    new_pipe(fds);
    CHECK(write(fds[1], text, 5) == 5);
    CHECK(do_read(fds[0], space, 5, 3) == 5);
    CHECK(memcmp(space, text, 5) == 0);
}

TEST(aio_read, pipe_without_writers_is_at_its_end) {
    int fds[2];
    char space[4];
    new_pipe(fds);
    close(fds[1]);
    CHECK(do_read(fds[0], space, 4, 0) == 0);
}

TEST(aio_read, pending_when_the_last_writer_closes) {
    int fds[2];
    struct aiocb block;
    char space;
    new_pipe(fds);
    start_blocked_read(&block, fds[0], &space);
    CHECK(aio_error(&block) == EINPROGRESS);
    close(fds[1]);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 0);
}

TEST(aio_read, socket) {
    int fds[2];
    char space[16];
    new_socket_pair(fds);
    CHECK(write(fds[1], text, 7) == 7);
    CHECK(do_read(fds[0], space, 16, 0) == 7);
    CHECK(memcmp(space, text, 7) == 0);
}

TEST(aio_read, returns_before_there_is_data) {
    int fds[2];
    struct aiocb block;
    char space = 0;
    new_pipe(fds);
    start_blocked_read(&block, fds[0], &space);
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(fds[1], "y", 1) == 1);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
    CHECK(space == 'y');
}

TEST(aio_read, empty_nonblocking_pipe) {
    int fds[2];
    struct aiocb block;
    char space;
    CHECK(pipe2(fds, O_NONBLOCK) == 0);
    set(&block, fds[0], &space, 1, 0);
    /* As read does, or it waits for data: the standard says nothing of O_NONBLOCK here. */
    if (aio_read(&block) == 0) {
        sleep_ms(SHORT_TIME);
        if (aio_error(&block) == EINPROGRESS) {
            CHECK(write(fds[1], "y", 1) == 1);
            CHECK(finish(&block) == 0);
        } else {
            CHECK(aio_error(&block) == EAGAIN);
            CHECK(aio_return(&block) == -1);
        }
    } else {
        CHECK(errno == EAGAIN);
    }
}

TEST(aio_read, descriptor_minus_one) {
    struct aiocb block;
    char space[4];
    set(&block, -1, space, 4, 0);
    CHECK(outcome(aio_read(&block), &block) == EBADF);
}

TEST(aio_read, closed_descriptor) {
    struct aiocb block;
    char space[4];
    int file = file_with(text, 0);
    close(file);
    set(&block, file, space, 4, 0);
    CHECK(outcome(aio_read(&block), &block) == EBADF);
}

TEST(aio_read, write_only_descriptor) {
    struct aiocb block;
    char space[4];
    set(&block, new_file(O_WRONLY), space, 4, 0);
    CHECK(outcome(aio_read(&block), &block) == EBADF);
}

TEST(aio_read, write_only_end_of_a_pipe) {
    struct aiocb block;
    char space[4];
    int fds[2];
    new_pipe(fds);
    set(&block, fds[1], space, 4, 0);
    CHECK(outcome(aio_read(&block), &block) == EBADF);
}

TEST(aio_read, negative_offset) {
    struct aiocb block;
    char space[4];
    set(&block, file_with(text, 0), space, 4, -1);
    CHECK(outcome(aio_read(&block), &block) == EINVAL);
}

TEST(aio_read, negative_reqprio) {
    struct aiocb block;
    char space[4];
    set(&block, file_with(text, 0), space, 4, 0);
    block.aio_reqprio = -1;
    CHECK(outcome(aio_read(&block), &block) == EINVAL);
}

TEST(aio_read, reqprio_above_the_maximum) {
    struct aiocb block;
    char space[4];
    long most = sysconf(_SC_AIO_PRIO_DELTA_MAX);
    if (most < 0) unsupported("AIO_PRIO_DELTA_MAX is indeterminate");
    set(&block, file_with(text, 0), space, 4, 0);
    block.aio_reqprio = (int)most + 1;
    CHECK(outcome(aio_read(&block), &block) == EINVAL);
}

TEST(aio_read, every_reqprio_up_to_the_maximum) {
    struct aiocb block;
    char space[4];
    int file = file_with(text, 0);
    long most = sysconf(_SC_AIO_PRIO_DELTA_MAX);
    for (int prio = 0; prio <= most; prio++) {
        set(&block, file, space, 4, 0);
        block.aio_reqprio = prio;
        CHECK(aio_read(&block) == 0);
        CHECK(finish(&block) == 0);
        CHECK(aio_return(&block) == 4);
    }
}

TEST(aio_read, directory) {
    struct aiocb block;
    char space[4];
    set(&block, open("/tmp", O_RDONLY | O_DIRECTORY), space, 4, 0);
    CHECK(outcome(aio_read(&block), &block) == EISDIR);
}

TEST(aio_read, at_the_greatest_offset) {
    struct aiocb block;
    char space[4];
    /* EOVERFLOW is only for an offset before the end of the file; Linux refuses the sum. */
    set(&block, file_with(text, 0), space, 1, INT64_MAX);
    int error = outcome(aio_read(&block), &block);
    CHECK(error == EINVAL || error == EOVERFLOW || (error == 0 && aio_return(&block) == 0));
}

TEST(aio_read, overflow) {
    unsupported("the offset maximum is the greatest off_t: no file has anything beyond it");
}

TEST(aio_read, failed_submission_leaves_nothing_behind) {
    struct aiocb block;
    char space[] = "----";
    int file = file_with(text, 0);
    set(&block, file, space, 4, 0);
    block.aio_reqprio = -1;
    if (aio_read(&block) == 0) finish(&block);
    CHECK(aio_cancel(file, 0) == AIO_ALLDONE);
    CHECK(memcmp(space, "----", 4) == 0);
    block.aio_reqprio = 0;
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 4);
}

TEST(aio_read, more_than_ssize_max) {
    struct aiocb block;
    static char space[64];
    size_t counts[] = {SIZE_MAX, (size_t)SSIZE_MAX + 1};
    for (int index = 0; index < 2; index++) {
        set(&block, file_with(text, 0), space, counts[index], 0);
        /* What read does with such a count is the implementation's choice; EINVAL here as a rule. */
        int error = outcome(aio_read(&block), &block);
        CHECK(error == EINVAL || error == EFAULT || (error == 0 && aio_return(&block) == 16));
    }
}
